#include "votum-config.h"

#include "votum-case-example.h"

#include <glib/gi18n-lib.h>

#include "votum-case-example-private.h"
#include "votum-case-holder.h"
#include "votum-error.h"

/* Whose marks an example of the rule is made of: a finalist's, or made-up ones where there are none to show. */

#define MADE_UP_JURORS 5
#define MADE_UP_ENTRANTS 4

/* Where on the scale, from 0 to 10, five jurors put a criterion. The third is far from the others, so that a correction
 * shows. The same every time: the numbers must not jump while somebody looks at what a step of the rule does. */
static const guint8 made_up[][MADE_UP_JURORS] = {
  { 8, 7, 2, 8, 6 },
  { 6, 5, 9, 6, 7 },
  { 7, 8, 8, 3, 7 },
  { 5, 6, 5, 6, 10 },
};

typedef struct {
  VotumThing *entrant;
  guint       n_marks;
} Count;

static int
compare_counts (gconstpointer a,
                gconstpointer b)
{
  const Count *first = a;
  const Count *second = b;

  if (first->n_marks != second->n_marks)
    return first->n_marks > second->n_marks ? -1 : 1;

  return 0;
}

static gboolean
is_sealed (VotumCase *self)
{
  GListModel *rounds = votum_case_get_things (self, VOTUM_KIND_ROUND);

  for (guint i = 0; i < g_list_model_get_n_items (rounds); i++)
    {
      g_autoptr(VotumThing) round = g_list_model_get_item (rounds, i);

      if (votum_thing_get_choice (round, VOTUM_ROUND_STATE) == VOTUM_ROUND_STATE_SEALED)
        return TRUE;
    }

  return FALSE;
}

/**
 * votum_case_example_entrants:
 * @self: a case
 * @class_thing: (nullable): a class
 *
 * Returns: (transfer full) (element-type VotumThing): the finalists whose marks can be shown, those with most marks first;
 *   none where the marks of the jury are not to be seen yet
 */
GPtrArray *
votum_case_example_entrants (VotumCase  *self,
                             VotumThing *class_thing)
{
  g_autoptr(GPtrArray) all = votum_case_in_order (self, VOTUM_KIND_ENTRANT);
  g_autoptr(GHashTable) counts = g_hash_table_new (NULL, NULL);
  g_autoptr(GArray) sorted = g_array_new (FALSE, FALSE, sizeof (Count));
  GPtrArray *entrants = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 class = class_thing != NULL ? votum_thing_get_id (class_thing) : 0;

  if (!votum_case_sees_all (self) || is_sealed (self))
    return entrants;

  for (guint i = 0; i < votum_marks_size (self->marks); i++)
    {
      gpointer entrant = GSIZE_TO_POINTER (votum_marks_get (self->marks, i)->entrant);

      g_hash_table_insert (counts, entrant, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, entrant)) + 1));
    }
  for (guint i = 0; i < all->len; i++)
    {
      VotumThing *entrant = g_ptr_array_index (all, i);
      int status = votum_thing_get_choice (entrant, VOTUM_ENTRANT_STATUS);
      Count count = { entrant, GPOINTER_TO_UINT (g_hash_table_lookup (counts, GSIZE_TO_POINTER (votum_thing_get_id (entrant)))) };

      if (count.n_marks > 0 && votum_thing_get_ref (entrant, VOTUM_ENTRANT_CLASS) == class &&
          status != VOTUM_ENTRANT_STATUS_WITHDRAWN && status != VOTUM_ENTRANT_STATUS_DISQUALIFIED)
        g_array_append_val (sorted, count);
    }
  g_array_sort (sorted, compare_counts);
  for (guint i = 0; i < sorted->len; i++)
    g_ptr_array_add (entrants, g_object_ref (g_array_index (sorted, Count, i).entrant));

  return entrants;
}

/* ---- made up ---- */

/* The mark of the scale nearest to @tenths of its length: all in whole steps. */
static VotumDecimal
mark_on (VotumScale *scale,
         guint       tenths)
{
  VotumDecimal min = { 1, 0 };
  VotumDecimal max = { 10, 0 };
  VotumDecimal step = { 1, 0 };
  VotumDecimal mark = min;
  g_autofree char *text = NULL;
  mpq_t low, length, size;

  if (scale != NULL)
    {
      votum_thing_get_decimal (VOTUM_THING (scale), VOTUM_SCALE_MIN, &min);
      votum_thing_get_decimal (VOTUM_THING (scale), VOTUM_SCALE_MAX, &max);
      votum_thing_get_decimal (VOTUM_THING (scale), VOTUM_SCALE_STEP, &step);
    }
  mpq_inits (low, length, size, NULL);
  votum_decimal_to_rational (min, low);
  votum_decimal_to_rational (max, length);
  votum_decimal_to_rational (step, size);
  mpq_sub (length, length, low);
  mpq_div (length, length, size);
  mpz_mul_ui (mpq_numref (length), mpq_numref (length), tenths);
  mpz_mul_ui (mpq_denref (length), mpq_denref (length), 10);
  mpq_canonicalize (length);
  votum_rational_round (length, 0, VOTUM_ROUNDING_HALF_UP);
  mpq_mul (length, length, size);
  mpq_add (low, low, length);
  text = votum_rational_to_string (low, MAX (min.scale, step.scale), VOTUM_ROUNDING_HALF_UP);
  votum_decimal_parse (text, &mark, NULL);
  mpq_clears (low, length, size, NULL);

  return mark;
}

static void
add_things (GPtrArray *things,
            VotumKind  kind,
            guint      name_field,
            guint      n)
{
  for (guint i = 0; i < n; i++)
    {
      VotumThing *thing = votum_thing_new (kind);
      char name[] = { 'A' + i, '\0' };

      votum_thing_set_from_text (thing, name_field, name, NULL);
      g_ptr_array_add (things, thing);
    }
}

static void
make_up_measure (VotumStanding *standing,
                 guint          leaf)
{
  const VotumSheetNode *node = votum_sheet_node (standing->sheet, votum_sheet_leaf_node (standing->sheet, leaf));
  VotumDecimal figure = { 50, 0 };

  if (node->xs != NULL && node->xs->len > 0)
    figure = g_array_index (node->xs, VotumDecimal, node->xs->len / 2);
  votum_sheet_set_measure (standing->sheet, 0, leaf, figure);
}

/* What a place is worth: as the rule says, or one point for each that is behind it. Where the rule has the same points for more than
 * there are here, each number of points is given once. */
static VotumDecimal
points_for (const VotumTerms *terms,
            guint             place)
{
  gboolean wide = terms->allocation != NULL && terms->allocation->len > 0 &&
                  g_array_index (terms->allocation, VotumAllocation, 0).n >= MADE_UP_ENTRANTS;
  guint last = 0;

  if (terms->allocation == NULL)
    return (VotumDecimal) { MADE_UP_ENTRANTS - place, 0 };
  for (guint i = 0; i < terms->allocation->len; i++)
    {
      const VotumAllocation *part = &g_array_index (terms->allocation, VotumAllocation, i);

      last += wide ? 1 : part->n;
      if (place <= last)
        return part->points;
    }

  return (VotumDecimal) { 0, 0 };
}

/* By marks each criterion gets the marks of a row; by places each juror's places, or points for them, go round. */
static void
make_up_marks (VotumCase     *self,
               VotumStanding *standing)
{
  const VotumTerms *terms = standing->terms;
  gboolean by_marks = terms->method == VOTUM_METHOD_MARKS;

  for (guint round = 0; round < votum_sheet_n_rounds (standing->sheet); round++)
    for (guint entrant = 0; entrant < standing->entrants->len; entrant++)
      for (guint leaf = 0; leaf < standing->leaves->len; leaf++)
        for (guint juror = 0; juror < MADE_UP_JURORS; juror++)
          {
            guint tenths = made_up[(leaf + round) % G_N_ELEMENTS (made_up)][juror];
            guint place = (entrant + juror / 2) % MADE_UP_ENTRANTS + 1;
            VotumCell cell = { { place, 0 }, VOTUM_CELL_VALUE };

            if (terms->method == VOTUM_METHOD_PLACES)
              cell.value = points_for (terms, place);
            if (terms->method == VOTUM_METHOD_YES_NO)
              cell.value.digits = (entrant + juror) % 3 != 0;
            if (by_marks)
              cell.value = mark_on (votum_case_get_scale (self, g_ptr_array_index (standing->leaves, leaf)), tenths);
            if (!votum_sheet_node (standing->sheet, votum_sheet_leaf_node (standing->sheet, leaf))->measured)
              votum_sheet_set_cell (standing->sheet, round, entrant, juror, leaf, cell);
          }
}

/**
 * votum_standing_made_up:
 * @self: a case
 * @class_thing: (nullable): a class
 * @rule: a rule
 * @error: return location
 *
 * Returns: (transfer full): a standing of made-up finalists, the first of which is meant to be looked at, by five made-up
 *   jurors on the criteria and in the rounds of the case
 */
VotumStanding *
votum_standing_made_up (VotumCase   *self,
                        VotumThing  *class_thing,
                        VotumRule   *rule,
                        GError     **error)
{
  g_autoptr(VotumStanding) standing = votum_standing_begin (self, class_thing, rule, error);
  gboolean falling = FALSE;

  if (standing == NULL || !votum_standing_find_direction (standing, self, &falling, error))
    return NULL;
  if (standing->leaves->len == 0)
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_NO_RESULT, _("There are no criteria yet, so there is nothing to mark. Add criteria first."));
      return NULL;
    }

  standing->entrants = g_ptr_array_new_with_free_func (g_object_unref);
  standing->jurors = g_ptr_array_new_with_free_func (g_object_unref);
  add_things (standing->entrants, VOTUM_KIND_ENTRANT, VOTUM_ENTRANT_NAME, standing->terms->method == VOTUM_METHOD_MARKS ? 1 : MADE_UP_ENTRANTS);
  add_things (standing->jurors, VOTUM_KIND_JUROR, VOTUM_JUROR_NAME, MADE_UP_JURORS);
  standing->sheet = votum_sheet_new (MAX (standing->rounds->len, 1), standing->entrants->len, MADE_UP_JURORS);
  votum_sheet_set_falling (standing->sheet, falling);
  votum_standing_add_nodes (standing, self, NULL);
  for (guint r = 0; r < standing->rounds->len; r++)
    {
      gboolean revote = votum_thing_get_choice (g_ptr_array_index (standing->rounds, r), VOTUM_ROUND_KIND) == VOTUM_ROUND_KIND_REVOTE;

      votum_sheet_set_revote (standing->sheet, r, revote);
      if (!revote)
        standing->last_round = r;
    }
  for (guint leaf = 0; leaf < standing->leaves->len; leaf++)
    if (votum_sheet_node (standing->sheet, votum_sheet_leaf_node (standing->sheet, leaf))->measured)
      make_up_measure (standing, leaf);
  make_up_marks (self, standing);
  standing->result = votum_result_compute (standing->sheet, standing->terms, NULL, error);

  return standing->result != NULL ? g_steal_pointer (&standing) : NULL;
}
