#include "votum-config.h"

#include "votum-template-preview.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-format.h"
#include "votum-things.h"
#include "votum-verdict.h"

#define INDENT 18  /* px a level of the tree */

struct _VotumTemplatePreview {
  AdwBin         parent_instance;

  GtkAdjustment *position;
  GtkBox        *box;
};

G_DEFINE_FINAL_TYPE (VotumTemplatePreview, votum_template_preview, ADW_TYPE_BIN)

static void
votum_template_preview_class_init (VotumTemplatePreviewClass *klass)
{
}

static void
votum_template_preview_init (VotumTemplatePreview *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 640);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_widget_set_margin_top (box, 18);
  gtk_widget_set_margin_bottom (box, 18);
  adw_bin_set_child (ADW_BIN (self), scroller);
  self->box = GTK_BOX (box);
  self->position = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  /* without anything to press in it, the keys still scroll it */
  gtk_widget_set_focusable (scroller, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scroller), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What the template holds"), -1);
}

static const char *
text_of (VotumThing *thing,
         guint       field)
{
  const char *text = NULL;

  if (votum_thing_is_set (thing, field))
    text = votum_thing_get_info (thing)->fields[field].type == VOTUM_FIELD_TEXTS
             ? votum_texts_get (votum_thing_get_texts (thing, field), votum_format_lang ())
             : votum_thing_get_text (thing, field);

  return text != NULL ? text : "";
}

static GtkWidget *
add_label (VotumTemplatePreview *self,
           const char           *text,
           const char           *style_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style_class != NULL)
    gtk_widget_add_css_class (label, style_class);
  gtk_box_append (self->box, label);

  return label;
}

static void
add_heading (VotumTemplatePreview *self,
             const char           *text)
{
  gtk_widget_set_margin_top (add_label (self, text, "heading"), 12);
}

/* ---- criteria ---- */

static gboolean
hangs_under (VotumThing *criterion,
             VotumThing *parent,
             VotumThing *class)
{
  const char *above = votum_thing_get_text (criterion, VOTUM_CRITERION_PARENT);
  const char *within = votum_thing_get_text (criterion, VOTUM_CRITERION_CLASS);

  return g_strcmp0 (above, parent != NULL ? votum_thing_get_key (parent) : NULL) == 0 &&
         (parent != NULL || g_strcmp0 (within, class != NULL ? votum_thing_get_key (class) : NULL) == 0);
}

static int
compare_positions (gconstpointer a,
                   gconstpointer b)
{
  gint64 first = votum_thing_get_number (*(VotumThing *const *) a, VOTUM_CRITERION_POSITION);
  gint64 second = votum_thing_get_number (*(VotumThing *const *) b, VOTUM_CRITERION_POSITION);

  return first < second ? -1 : first > second ? 1 : 0;
}

/* Per cent are shares of a hundred, or parts of the per cent of what they hang under. */
static gboolean
is_percent (GPtrArray  *criteria,
            VotumThing *parent,
            gboolean    parent_is)
{
  VotumDecimal whole;
  mpq_t sum, own;
  gboolean fits;

  mpq_inits (sum, own, NULL);
  for (guint i = 0; i < criteria->len; i++)
    {
      VotumDecimal weight;

      if (!votum_thing_get_decimal (g_ptr_array_index (criteria, i), VOTUM_CRITERION_WEIGHT, &weight))
        continue;
      votum_decimal_to_rational (weight, own);
      mpq_add (sum, sum, own);
    }
  fits = mpq_cmp_ui (sum, 100, 1) == 0;
  if (!fits && parent_is && votum_thing_get_decimal (parent, VOTUM_CRITERION_WEIGHT, &whole))
    {
      votum_decimal_to_rational (whole, own);
      fits = mpq_equal (sum, own);
    }
  mpq_clears (sum, own, NULL);

  return fits;
}

static void
add_criterion (VotumTemplatePreview *self,
               VotumThing           *criterion,
               guint                 depth,
               gboolean              percent)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = gtk_label_new (text_of (criterion, VOTUM_CRITERION_NAME));
  const char *weight = votum_thing_get_text (criterion, VOTUM_CRITERION_WEIGHT);
  g_autofree char *shown = weight == NULL ? g_strdup ("") : percent ? votum_format_percent (weight) : votum_format_number (weight);
  GtkWidget *number = gtk_label_new (shown);

  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_set_margin_start (row, depth * INDENT);
  gtk_widget_set_valign (number, GTK_ALIGN_START);
  gtk_widget_add_css_class (number, "numeric");
  if (depth > 0)
    gtk_widget_add_css_class (number, "dim-label");
  gtk_widget_set_tooltip_text (row, text_of (criterion, VOTUM_CRITERION_DESCRIPTION));
  gtk_box_append (GTK_BOX (row), name);
  gtk_box_append (GTK_BOX (row), number);
  gtk_box_append (self->box, row);
}

static void
add_tree (VotumTemplatePreview *self,
          const VotumDocument  *document,
          VotumThing           *parent,
          VotumThing           *class,
          guint                 depth,
          gboolean              parent_is_percent)
{
  GPtrArray *criteria = votum_document_things (document, VOTUM_KIND_CRITERION);
  g_autoptr(GPtrArray) children = g_ptr_array_new ();
  gboolean percent;

  for (guint i = 0; i < criteria->len; i++)
    if (hangs_under (g_ptr_array_index (criteria, i), parent, class))
      g_ptr_array_add (children, g_ptr_array_index (criteria, i));
  g_ptr_array_sort (children, compare_positions);
  percent = is_percent (children, parent, parent_is_percent);
  for (guint i = 0; i < children->len && depth < 8; i++)
    {
      add_criterion (self, g_ptr_array_index (children, i), depth, percent);
      add_tree (self, document, g_ptr_array_index (children, i), class, depth + 1, percent);
    }
}

/* ---- scale and rule ---- */

static int
compare_levels (gconstpointer a,
                gconstpointer b)
{
  VotumDecimal first = { 0, 0 };
  VotumDecimal second = { 0, 0 };

  votum_thing_get_decimal (*(VotumThing *const *) a, VOTUM_LEVEL_VALUE, &first);
  votum_thing_get_decimal (*(VotumThing *const *) b, VOTUM_LEVEL_VALUE, &second);

  return votum_decimal_compare (first, second);
}

static void
add_scale (VotumTemplatePreview *self,
           const VotumDocument  *document,
           const char           *key)
{
  VotumThing *scale = key != NULL ? votum_document_find (document, VOTUM_KIND_SCALE, key) : NULL;
  GPtrArray *levels = votum_document_things (document, VOTUM_KIND_LEVEL);
  g_autoptr(GPtrArray) own = g_ptr_array_new ();
  g_autofree char *min = NULL;
  g_autofree char *max = NULL;
  g_autofree char *text = NULL;

  if (scale == NULL)
    return;

  min = votum_format_number (votum_thing_get_text (scale, VOTUM_SCALE_MIN));
  max = votum_format_number (votum_thing_get_text (scale, VOTUM_SCALE_MAX));
  /* TRANSLATORS: a scale of marks, from the lowest to the highest */
  text = g_strdup_printf (_("%s to %s"), min, max);
  add_heading (self, _("Scale"));
  add_label (self, text, NULL);
  for (guint i = 0; i < levels->len; i++)
    if (g_strcmp0 (votum_thing_get_text (g_ptr_array_index (levels, i), VOTUM_LEVEL_SCALE), votum_thing_get_key (scale)) == 0)
      g_ptr_array_add (own, g_ptr_array_index (levels, i));
  g_ptr_array_sort (own, compare_levels);
  for (guint i = 0; i < own->len; i++)
    {
      VotumThing *level = g_ptr_array_index (own, i);
      const char *label = text_of (level, VOTUM_LEVEL_LABEL);
      const char *description = text_of (level, VOTUM_LEVEL_DESCRIPTION);
      g_autofree char *value = votum_format_number (votum_thing_get_text (level, VOTUM_LEVEL_VALUE));
      g_autofree char *line = g_strjoin ("", value, "  ", label, *label != '\0' && *description != '\0' ? " · " : "", description, NULL);

      add_label (self, line, "dim-label");
    }
}

static void
add_rule (VotumTemplatePreview *self,
          const VotumDocument  *document,
          const char           *key)
{
  VotumThing *rule = key != NULL ? votum_document_find (document, VOTUM_KIND_RULE, key) : NULL;
  g_autoptr(VotumTerms) terms = rule != NULL ? votum_rule_get_terms (VOTUM_RULE (rule), NULL) : NULL;
  g_auto(GStrv) sentences = NULL;

  if (terms == NULL)
    return;

  sentences = votum_verdict_rule_sentences (terms, MAX (votum_document_things (document, VOTUM_KIND_ROUND)->len, 1), votum_format_lang ());
  add_heading (self, _("Rule"));
  for (guint i = 0; sentences[i] != NULL; i++)
    {
      g_autofree char *line = g_strdup_printf ("%u. %s", i + 1, sentences[i]);

      add_label (self, line, NULL);
    }
}

static void
add_class (VotumTemplatePreview *self,
           const VotumDocument  *document,
           VotumThing           *class)
{
  gtk_widget_set_margin_top (add_label (self, text_of (class, VOTUM_CLASS_NAME), "title-4"), 18);
  add_heading (self, _("Criteria and Their Weights"));
  add_tree (self, document, NULL, class, 0, FALSE);
  add_scale (self, document, votum_thing_get_text (class, VOTUM_CLASS_SCALE));
  add_rule (self, document, votum_thing_get_text (class, VOTUM_CLASS_RULE));
}

static gboolean
has_common_criteria (const VotumDocument *document)
{
  GPtrArray *criteria = votum_document_things (document, VOTUM_KIND_CRITERION);

  for (guint i = 0; i < criteria->len; i++)
    if (hangs_under (g_ptr_array_index (criteria, i), NULL, NULL))
      return TRUE;

  return FALSE;
}

/**
 * votum_template_preview_show:
 * @self: the preview
 * @document: an award that was read from a file
 */
void
votum_template_preview_show (VotumTemplatePreview *self,
                             const VotumDocument  *document)
{
  GPtrArray *classes = votum_document_things (document, VOTUM_KIND_CLASS);
  VotumThing *award = g_ptr_array_index (votum_document_things (document, VOTUM_KIND_AWARD), 0);
  GtkWidget *child;

  g_return_if_fail (VOTUM_IS_TEMPLATE_PREVIEW (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  gtk_adjustment_set_value (self->position, 0);

  add_label (self, text_of (award, VOTUM_AWARD_NAME), "title-2");
  if (*text_of (award, VOTUM_AWARD_BASIS) != '\0')
    add_label (self, text_of (award, VOTUM_AWARD_BASIS), "dim-label");
  if (has_common_criteria (document))
    {
      add_heading (self, _("Criteria and Their Weights"));
      add_tree (self, document, NULL, NULL, 0, FALSE);
    }
  add_scale (self, document, votum_thing_get_text (award, VOTUM_AWARD_SCALE));
  add_rule (self, document, votum_thing_get_text (award, VOTUM_AWARD_RULE));
  for (guint i = 0; i < classes->len; i++)
    add_class (self, document, g_ptr_array_index (classes, i));
  if (*text_of (award, VOTUM_AWARD_STAGES) != '\0')
    {
      add_heading (self, _("Stages"));
      add_label (self, text_of (award, VOTUM_AWARD_STAGES), NULL);
    }
}
