#include "votum-config.h"

#include "votum-reader-row.h"

#include <glib/gi18n.h>

#include "votum-badge.h"
#include "votum-criterion-row.h"
#include "votum-curve.h"
#include "votum-format.h"
#include "votum-scale-words.h"

#define COLUMN_CHARS 24 /* so that three columns find room beside each other */

static GtkWidget *
add_label (GtkWidget  *box,
           const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

static GtkWidget *
new_row (GtkWidget  *child,
         const char *spoken)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_widget_add_css_class (child, "reader");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);

  return row;
}

static GtkWidget *
heading (VotumCriteriaEditor *editor,
         VotumThing          *criterion,
         const char          *share,
         const char          *css_class)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  g_autofree char *name = votum_criteria_editor_name (editor, criterion, VOTUM_CRITERION_NAME);
  g_autofree char *title = g_strdup_printf ("%s  %s", votum_thing_get_key (criterion), name);

  add_label (box, title, css_class);
  if (share != NULL)
    {
      GtkWidget *badge = votum_badge_new ();
      g_autofree char *percent = votum_format_percent (share);

      votum_badge_set (VOTUM_BADGE (badge), percent, VOTUM_BADGE_PLAIN);
      gtk_widget_set_tooltip_text (badge, _("Share of the whole"));
      gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (box), badge);
    }

  return box;
}

/* Low, middle and high beside each other; below each other where it is narrow. */
static void
add_levels (GtkWidget           *box,
            VotumCriteriaEditor *editor,
            VotumThing          *criterion,
            GString             *spoken)
{
  static const struct {
    guint field;
    const char *title;
  } levels[] = {
    { VOTUM_CRITERION_LOW, N_("Low") },
    { VOTUM_CRITERION_MIDDLE, N_("Middle") },
    { VOTUM_CRITERION_HIGH, N_("High") },
  };
  GtkWidget *flow = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), G_N_ELEMENTS (levels));
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (flow), TRUE);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (flow), 12);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (flow), 6);
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      g_autofree char *text = votum_criteria_editor_name (editor, criterion, levels[i].field);
      GtkWidget *column;

      if (*text == '\0')
        continue;
      column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
      gtk_widget_set_size_request (column, 180, -1);
      add_label (column, _(levels[i].title), "caption-heading");
      gtk_label_set_max_width_chars (GTK_LABEL (add_label (column, text, NULL)), COLUMN_CHARS);
      gtk_widget_set_valign (column, GTK_ALIGN_START);
      gtk_flow_box_append (GTK_FLOW_BOX (flow), column);
      gtk_widget_set_focusable (gtk_widget_get_parent (column), FALSE);
      g_string_append_printf (spoken, ". %s: %s", _(levels[i].title), text);
    }
  gtk_box_append (GTK_BOX (box), flow);
  gtk_widget_set_visible (flow, gtk_widget_get_first_child (flow) != NULL);
}

static char *
evidence_text (VotumThing *criterion)
{
  static const char *const words[] = { N_("in the submission"), N_("on the visit"), N_("in figures"), N_("in interviews") };
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (votum_thing_has_choice (criterion, VOTUM_CRITERION_EVIDENCE, i))
      g_string_append_printf (text, "%s%s", text->len > 0 ? _(", ") : "", _(words[i]));

  return text->len > 0 ? g_strdup_printf (_("Evidence: %s"), text->str) : NULL;
}

static void
add_curve (GtkWidget           *box,
           VotumCriteriaEditor *editor,
           VotumThing          *criterion)
{
  VotumThing *indicator = votum_case_lookup (votum_criteria_editor_get_case (editor), votum_thing_get_ref (criterion, VOTUM_CRITERION_INDICATOR));
  g_autoptr(GArray) xs = NULL;
  g_autoptr(GArray) ys = NULL;
  g_autofree VotumCurvePoint *points = NULL;
  GtkWidget *curve;

  if (indicator == NULL || !votum_indicator_get_points (VOTUM_INDICATOR (indicator), &xs, &ys, NULL) || xs->len == 0)
    return;
  points = g_new (VotumCurvePoint, xs->len);
  for (guint i = 0; i < xs->len; i++)
    points[i] = (VotumCurvePoint) { votum_decimal_to_double (g_array_index (xs, VotumDecimal, i)),
                                    votum_decimal_to_double (g_array_index (ys, VotumDecimal, i)) };
  curve = votum_curve_new ();
  gtk_widget_set_halign (curve, GTK_ALIGN_START);
  votum_curve_set_points (VOTUM_CURVE (curve), points, xs->len, votum_thing_get_text (indicator, VOTUM_INDICATOR_UNIT));
  gtk_box_append (GTK_BOX (box), curve);
}

/**
 * votum_reader_row_criterion:
 * @editor: the editor
 * @criterion: a criterion
 * @share: (nullable): its share of the whole, in per cent
 *
 * Returns: (transfer full): a row with all that there is to know of it
 */
GtkWidget *
votum_reader_row_criterion (VotumCriteriaEditor *editor,
                            VotumThing          *criterion,
                            const char          *share)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autoptr(GString) spoken = g_string_new (votum_thing_get_key (criterion));
  g_autofree char *name = votum_criteria_editor_name (editor, criterion, VOTUM_CRITERION_NAME);
  g_autofree char *question = votum_criteria_editor_name (editor, criterion, VOTUM_CRITERION_DESCRIPTION);
  g_autofree char *evidence = evidence_text (criterion);
  gboolean judged = votum_thing_get_choice (criterion, VOTUM_CRITERION_KIND) == VOTUM_CRITERION_KIND_JUDGED;

  g_string_append_printf (spoken, " %s. %s", name, question);
  gtk_box_append (GTK_BOX (box), heading (editor, criterion, share, "heading"));
  if (*question != '\0')
    add_label (box, question, NULL);
  add_levels (box, editor, criterion, spoken);
  if (!judged)
    {
      g_autofree char *kind = votum_criterion_kind_text (editor, criterion);

      add_label (box, kind, "dim-label");
      add_curve (box, editor, criterion);
    }
  else if (votum_thing_is_set (criterion, VOTUM_CRITERION_SCALE))
    {
      VotumScale *scale = votum_case_get_scale (votum_criteria_editor_get_case (editor), criterion);
      g_autofree char *scale_name = votum_scale_name (VOTUM_THING (scale));
      g_autofree char *text = g_strdup_printf (_("Marks: %s"), scale_name);

      add_label (box, text, "dim-label");
    }
  if (evidence != NULL)
    {
      add_label (box, evidence, "dim-label");
      g_string_append_printf (spoken, ". %s", evidence);
    }

  return new_row (box, spoken->str);
}

GtkWidget *
votum_reader_row_group (VotumCriteriaEditor *editor,
                        VotumThing          *group,
                        const char          *share)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *name = votum_criteria_editor_name (editor, group, VOTUM_CRITERION_NAME);
  g_autofree char *text = votum_criteria_editor_name (editor, group, VOTUM_CRITERION_DESCRIPTION);

  gtk_box_append (GTK_BOX (box), heading (editor, group, share, "title-4"));
  if (*text != '\0')
    add_label (box, text, NULL);

  return new_row (box, name);
}

GtkWidget *
votum_reader_row_level (VotumCriteriaEditor *editor,
                        VotumThing          *level)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *value = votum_format_number (votum_thing_get_text (level, VOTUM_LEVEL_VALUE));
  g_autofree char *label = votum_criteria_editor_name (editor, level, VOTUM_LEVEL_LABEL);
  g_autofree char *description = votum_criteria_editor_name (editor, level, VOTUM_LEVEL_DESCRIPTION);
  g_autofree char *spoken = g_strdup_printf ("%s %s. %s", value, label, description);
  GtkWidget *number = add_label (box, value, "title-4");

  gtk_label_set_width_chars (GTK_LABEL (number), 3);
  gtk_widget_set_hexpand (number, FALSE);
  add_label (words, label, "heading");
  if (*description != '\0')
    add_label (words, description, NULL);
  gtk_box_append (GTK_BOX (box), words);

  return new_row (box, spoken);
}

GtkWidget *
votum_reader_row_fact (const char *title,
                       const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *spoken = g_strdup_printf ("%s: %s", title, text);

  add_label (box, title, "caption-heading");
  add_label (box, text, NULL);

  return new_row (box, spoken);
}
