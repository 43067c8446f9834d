#include "votum-config.h"

#include "votum-weight-sum.h"

#include <glib/gi18n.h>

#include "votum-case-weights.h"
#include "votum-format.h"

#define INDENT 18 /* px a level, as the rows above */

struct _VotumWeightSum {
  GtkListBoxRow parent_instance;

  VotumThing *group;   /* (nullable): whose children are summed */
  GtkWidget  *box;
  GtkLabel   *words;
  GtkLabel   *sum;
};

G_DEFINE_FINAL_TYPE (VotumWeightSum, votum_weight_sum, GTK_TYPE_LIST_BOX_ROW)

static void
votum_weight_sum_dispose (GObject *object)
{
  g_clear_object (&VOTUM_WEIGHT_SUM (object)->group);

  G_OBJECT_CLASS (votum_weight_sum_parent_class)->dispose (object);
}

static void
votum_weight_sum_class_init (VotumWeightSumClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = votum_weight_sum_dispose;
}

static void
votum_weight_sum_init (VotumWeightSum *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->words = GTK_LABEL (gtk_label_new (NULL));
  self->sum = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (self->words, 0);
  gtk_label_set_wrap (self->words, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->words), TRUE);
  gtk_label_set_xalign (self->sum, 1);
  gtk_widget_add_css_class (GTK_WIDGET (self->words), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->sum), "numeric");
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->words));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->sum));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->box);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "sum");
}

GtkWidget *
votum_weight_sum_new (VotumThing *group)
{
  VotumWeightSum *self = g_object_new (VOTUM_TYPE_WEIGHT_SUM, NULL);

  g_set_object (&self->group, group);

  return GTK_WIDGET (self);
}

/**
 * votum_weight_sum_get_group:
 * @self: a line
 *
 * Returns: (transfer none) (nullable): the group whose criteria it sums, %NULL for the top of the tree
 */
VotumThing *
votum_weight_sum_get_group (VotumWeightSum *self)
{
  return self->group;
}

/* How far @sum is from what is expected: negative where something is missing. */
static int
compare_sums (const char    *sum,
              VotumDecimal   expected,
              char         **difference)
{
  VotumDecimal decimal;
  mpq_t value, other;
  int sign;

  if (!votum_decimal_parse (sum, &decimal, NULL))
    {
      *difference = g_strdup (sum);
      return 1;
    }
  mpq_inits (value, other, NULL);
  votum_decimal_to_rational (decimal, value);
  votum_decimal_to_rational (expected, other);
  mpq_sub (value, value, other);
  sign = mpq_sgn (value);
  mpq_abs (value, value);
  *difference = votum_rational_to_string (value, MAX (decimal.scale, expected.scale), VOTUM_ROUNDING_HALF_UP);
  mpq_clears (value, other, NULL);

  return sign;
}

static char *
words_for (const char   *sum,
           VotumDecimal  expected,
           gboolean      of_group,
           gboolean     *off)
{
  g_autofree char *difference = NULL;
  g_autofree char *shown = votum_format_number (sum);
  g_autofree char *shown_expected = votum_format_decimal (expected);
  g_autofree char *shown_difference = NULL;
  int sign = compare_sums (sum, expected, &difference);

  shown_difference = votum_format_number (difference);
  *off = sign != 0;
  if (sign == 0)
    return g_strdup (of_group ? _("As much as the group itself") : _("Complete"));
  if (sign < 0)
    /* TRANSLATORS: of weights: "5 missing to 100. Each counts its part of 95." */
    return g_strdup_printf (_("%s missing to %s. Each counts its part of %s."), shown_difference, shown_expected, shown);

  return g_strdup_printf (_("%s more than %s. Each counts its part of %s."), shown_difference, shown_expected, shown);
}

/**
 * votum_weight_sum_show:
 * @self: a line
 * @votum_case: the case
 * @class_thing: (nullable): the class in whose tree it stands
 * @depth: how many groups the criteria stand in
 * @typed: (nullable): weights that are being tried
 * @factors: whether marks are multiplied by the weights
 */
void
votum_weight_sum_show (VotumWeightSum *self,
                       VotumCase      *votum_case,
                       VotumThing     *class_thing,
                       guint           depth,
                       GHashTable     *typed,
                       gboolean        factors)
{
  g_autoptr(GPtrArray) criteria = votum_case_criteria_below (votum_case, class_thing, self->group);
  VotumDecimal expected = votum_case_expected_sum (votum_case, class_thing, self->group, typed);
  gboolean of_group = self->group != NULL && votum_decimal_compare (expected, (VotumDecimal) { 100, 0 }) != 0;
  gboolean off = FALSE;
  g_autofree char *sum = votum_case_sum_weights (criteria, typed);
  g_autofree char *shown = votum_format_number (sum);
  g_autofree char *text = NULL;
  g_autofree char *words = NULL;
  /* TRANSLATORS: what weights sum to: "Sum 100" */
  g_autofree char *total = g_strdup_printf (_("Sum %s"), shown);

  if (criteria->len == 0)
    words = g_strdup (_("Nothing in this group yet"));
  else if (factors)
    words = g_strdup (_("Marks are multiplied by these weights."));
  else
    words = words_for (sum, expected, of_group, &off);
  gtk_widget_set_margin_start (self->box, depth * INDENT);
  gtk_label_set_text (self->words, words);
  gtk_label_set_text (self->sum, criteria->len > 0 ? total : "");
  text = g_strdup_printf ("%s. %s", gtk_label_get_text (self->sum), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  if (off)
    gtk_widget_add_css_class (GTK_WIDGET (self), "off");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "off");
}
