#include "votum-config.h"

#include "votum-before-after.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-beside.h"
#include "votum-format.h"
#include "votum-scoring-words.h"

struct _VotumBeforeAfter {
  AdwBin             parent_instance;

  GtkListBox        *list;

  VotumScoringSheet *sheet;
  VotumThing        *entrant;
};

enum {
  OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VotumBeforeAfter, votum_before_after, ADW_TYPE_BIN)

static GtkWidget *
add_label (GtkWidget  *box,
           const char *text,
           const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 13);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

static char *
describe (VotumScoringItem *item,
          const VotumMark  *mark)
{
  g_autofree char *value = votum_mark_text (mark);

  if (value == NULL || item->scale == NULL)
    return g_strdup (_("no mark yet"));

  return votum_mark_scale_describe (item->scale, value);
}

static GtkWidget *
new_side (VotumBeforeAfter *self,
          VotumThing       *round,
          VotumScoringItem *item,
          const VotumMark  *mark)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *described = describe (item, mark);
  g_autofree char *name = votum_desk_name (votum_scoring_sheet_get_desk (self->sheet), round);

  gtk_widget_add_css_class (add_label (box, name, "caption"), "dim-label");
  add_label (box, described, mark != NULL ? "heading" : "dim-label");
  if (mark != NULL && mark->comment != NULL)
    add_label (box, mark->comment, NULL);

  return box;
}

/* By how much a mark differs from the one before: "+2"; NULL where one of them is no number. */
static char *
describe_change (const VotumMark *before,
                 const VotumMark *now)
{
  g_autofree char *canonical = NULL;
  g_autofree char *number = NULL;
  mpq_t change, other;
  int sign;

  if (now == NULL || now->state != VOTUM_MARK_VALUE || before->state != VOTUM_MARK_VALUE)
    return NULL;

  mpq_inits (change, other, NULL);
  votum_decimal_to_rational (votum_mark_value (now), change);
  votum_decimal_to_rational (votum_mark_value (before), other);
  mpq_sub (change, change, other);
  sign = mpq_sgn (change);
  canonical = votum_rational_to_string (change, MAX (now->scale, before->scale), VOTUM_ROUNDING_HALF_UP);
  mpq_clears (change, other, NULL);
  if (sign == 0)
    return g_strdup (_("unchanged"));
  number = votum_format_number (canonical);

  /* TRANSLATORS: a mark became higher by that much */
  return sign > 0 ? g_strdup_printf (_("+%s"), number) : g_steal_pointer (&number);
}

static GtkWidget *
new_row (VotumBeforeAfter *self,
         VotumScoringItem *item,
         const VotumMark  *before)
{
  const VotumMark *now = votum_scoring_sheet_get_mark (self->sheet, self->entrant, item->criterion);
  VotumThing *round = votum_case_lookup (votum_scoring_sheet_get_case (self->sheet), before->round);
  g_autofree char *trouble = votum_scoring_words_trouble (self->sheet, self->entrant, item->criterion);
  g_autofree char *change = describe_change (before, now);
  g_autofree char *was = describe (item, before);
  g_autofree char *is = describe (item, now);
  g_autofree char *spoken = NULL;
  GtkWidget *start = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *sides = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *row = gtk_list_box_row_new ();

  add_label (start, item->name, NULL);
  if (change != NULL)
    add_label (start, change, "caption-heading");
  if (trouble != NULL)
    gtk_widget_add_css_class (add_label (start, trouble, "caption-heading"), "trouble");
  gtk_widget_set_valign (start, GTK_ALIGN_START);
  gtk_box_set_homogeneous (GTK_BOX (sides), TRUE);
  gtk_box_append (GTK_BOX (sides), new_side (self, round, item, before));
  gtk_box_append (GTK_BOX (sides), new_side (self, votum_scoring_sheet_get_round (self->sheet), item, now));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), votum_beside_new (start, sides));
  gtk_widget_add_css_class (row, "mark-row");
  g_object_set_data_full (G_OBJECT (row), "votum-criterion", g_object_ref (item->criterion), g_object_unref);

  /* TRANSLATORS: a criterion, its mark in the round before and the one now: "Leadership: before 4, Good, now 6, Role model" */
  spoken = g_strdup_printf (trouble != NULL ? _("%s: before %s, now %s. The reason for the change is missing") : _("%s: before %s, now %s"),
                            item->name, was, is);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);

  return row;
}

static void
row_activated_cb (VotumBeforeAfter *self,
                  GtkListBoxRow    *row)
{
  g_signal_emit (self, signals[OPENED], 0, g_object_get_data (G_OBJECT (row), "votum-criterion"));
}

static void
votum_before_after_dispose (GObject *object)
{
  VotumBeforeAfter *self = VOTUM_BEFORE_AFTER (object);

  g_clear_object (&self->sheet);
  g_clear_object (&self->entrant);

  G_OBJECT_CLASS (votum_before_after_parent_class)->dispose (object);
}

static void
votum_before_after_class_init (VotumBeforeAfterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = votum_before_after_dispose;

  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, VOTUM_TYPE_THING);
}

static void
votum_before_after_init (VotumBeforeAfter *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "marks");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Marks before and after"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}

/**
 * votum_before_after_show:
 * @self: a view
 * @sheet: whose marks it shows
 * @entrant: a finalist
 *
 * Shows the marks of @entrant that were given in an earlier round, as they are now.
 */
void
votum_before_after_show (VotumBeforeAfter  *self,
                         VotumScoringSheet *sheet,
                         VotumThing        *entrant)
{
  GPtrArray *items = votum_scoring_sheet_get_items (sheet, entrant);
  GtkListBoxRow *old;

  g_return_if_fail (VOTUM_IS_BEFORE_AFTER (self));

  g_set_object (&self->sheet, sheet);
  g_set_object (&self->entrant, entrant);
  while ((old = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (old));
  for (guint i = 0; i < items->len; i++)
    {
      VotumScoringItem *item = g_ptr_array_index (items, i);
      const VotumMark *before = votum_scoring_sheet_get_before (sheet, entrant, item->criterion);

      if (before != NULL)
        gtk_list_box_append (self->list, new_row (self, item, before));
    }
}
