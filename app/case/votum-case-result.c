#include "votum-config.h"

#include "votum-case-result.h"

#include <glib/gi18n-lib.h>

#include "votum-case-progress.h"
#include "votum-case-standing-private.h"
#include "votum-error.h"

/* From the things of a case to a score sheet, and from there to a result. */

void
votum_standing_free (VotumStanding *self)
{
  g_clear_object (&self->class);
  g_clear_object (&self->rule);
  g_clear_pointer (&self->terms, votum_terms_free);
  g_clear_pointer (&self->sheet, votum_sheet_unref);
  g_clear_pointer (&self->result, votum_result_unref);
  g_clear_pointer (&self->rounds, g_ptr_array_unref);
  g_clear_pointer (&self->entrants, g_ptr_array_unref);
  g_clear_pointer (&self->jurors, g_ptr_array_unref);
  g_clear_pointer (&self->nodes, g_ptr_array_unref);
  g_clear_pointer (&self->leaves, g_ptr_array_unref);
  g_free (self);
}

static int
compare_positions (gconstpointer a,
                   gconstpointer b)
{
  VotumThing *first = *(VotumThing *const *) a;
  VotumThing *second = *(VotumThing *const *) b;
  int field = votum_thing_info_find (votum_thing_get_info (first), "position");
  gint64 x = votum_thing_is_set (first, field) ? votum_thing_get_number (first, field) : G_MAXINT64;
  gint64 y = votum_thing_is_set (second, field) ? votum_thing_get_number (second, field) : G_MAXINT64;

  if (x != y)
    return x < y ? -1 : 1;

  return votum_thing_get_id (first) < votum_thing_get_id (second) ? -1 : 1;
}

/**
 * votum_case_in_order:
 * @self: a case
 * @kind: a kind of thing that has a position
 *
 * Returns: (transfer full) (element-type VotumThing): the things by position, then in the order in which they came
 */
GPtrArray *
votum_case_in_order (VotumCase *self,
                     VotumKind  kind)
{
  GListModel *things = votum_case_get_things (self, kind);
  GPtrArray *sorted = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (things); i++)
    g_ptr_array_add (sorted, g_list_model_get_item (things, i));
  g_ptr_array_sort (sorted, compare_positions);

  return sorted;
}

/**
 * votum_case_classes:
 * @self: a case
 *
 * Returns: (transfer full) (element-type VotumThing): the classes in order; empty where the award has none
 */
GPtrArray *
votum_case_classes (VotumCase *self)
{
  return votum_case_in_order (self, VOTUM_KIND_CLASS);
}

/**
 * votum_case_get_rule:
 * @self: a case
 * @class_thing: (nullable): a class
 *
 * Returns: (transfer none) (nullable): the rule of the class, or the award's
 */
VotumRule *
votum_case_get_rule (VotumCase  *self,
                     VotumThing *class_thing)
{
  VotumThing *award = votum_case_get_award (self);
  gint64 rule = class_thing != NULL ? votum_thing_get_ref (class_thing, VOTUM_CLASS_RULE) : 0;
  VotumThing *thing;

  if (rule == 0 && award != NULL)
    rule = votum_thing_get_ref (award, VOTUM_AWARD_RULE);
  thing = rule != 0 ? votum_case_lookup (self, rule) : NULL;

  return thing != NULL ? VOTUM_RULE (thing) : NULL;
}

/**
 * votum_case_is_recused:
 * @self: a case
 * @juror: a juror
 * @entrant: an entrant
 * @recusal: (out) (optional) (transfer none): the recusal
 *
 * Returns: whether the juror gives no marks for the entrant, because of a recusal from it or from its class
 */
gboolean
votum_case_is_recused (VotumCase   *self,
                       VotumThing  *juror,
                       VotumThing  *entrant,
                       VotumThing **recusal)
{
  GListModel *recusals = votum_case_get_things (self, VOTUM_KIND_RECUSAL);
  gint64 class = votum_thing_get_ref (entrant, VOTUM_ENTRANT_CLASS);

  for (guint i = 0; i < g_list_model_get_n_items (recusals); i++)
    {
      g_autoptr(VotumThing) thing = g_list_model_get_item (recusals, i);
      gint64 from = votum_thing_get_ref (thing, VOTUM_RECUSAL_CLASS);

      if (votum_thing_get_ref (thing, VOTUM_RECUSAL_JUROR) != votum_thing_get_id (juror) ||
          (votum_thing_get_ref (thing, VOTUM_RECUSAL_ENTRANT) != votum_thing_get_id (entrant) && (from == 0 || from != class)) ||
          votum_thing_get_choice (thing, VOTUM_RECUSAL_DEGREE) == VOTUM_RECUSAL_DEGREE_DECLARED_ONLY)
        continue;
      if (recusal != NULL)
        *recusal = thing;
      return TRUE;
    }

  return FALSE;
}

static void
collect_entrants (VotumCase       *self,
                  VotumStanding   *standing,
                  const VotumLook *look)
{
  g_autoptr(GPtrArray) all = votum_case_in_order (self, VOTUM_KIND_ENTRANT);
  gint64 class = standing->class != NULL ? votum_thing_get_id (standing->class) : 0;

  standing->entrants = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < all->len; i++)
    {
      VotumThing *entrant = g_ptr_array_index (all, i);
      int status = votum_thing_get_choice (entrant, VOTUM_ENTRANT_STATUS);

      if (look->entrants != NULL && !g_ptr_array_find (look->entrants, entrant, NULL))
        continue;
      if (votum_thing_get_ref (entrant, VOTUM_ENTRANT_CLASS) == class && status != VOTUM_ENTRANT_STATUS_WITHDRAWN &&
          status != VOTUM_ENTRANT_STATUS_DISQUALIFIED)
        g_ptr_array_add (standing->entrants, g_object_ref (entrant));
    }
}

static void
collect_jurors (VotumCase       *self,
                VotumStanding   *standing,
                const VotumLook *look)
{
  /* a secretary works for the jury but has no vote */
  g_autoptr(GPtrArray) all = votum_case_marking_jurors (self);

  standing->jurors = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < all->len; i++)
    {
      VotumThing *juror = g_ptr_array_index (all, i);

      if ((!standing->own_only || juror == votum_case_get_holder (self)) &&
          (look->without == NULL || !g_ptr_array_find (look->without, juror, NULL)))
        g_ptr_array_add (standing->jurors, g_object_ref (juror));
    }
}

static GHashTable *
index_of (GPtrArray *things)
{
  GHashTable *table = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < things->len; i++)
    g_hash_table_insert (table, GSIZE_TO_POINTER (votum_thing_get_id (g_ptr_array_index (things, i))), GUINT_TO_POINTER (i + 1));

  return table;
}

/**
 * votum_standing_add_measures:
 * @standing: a standing with its entrants, criteria and a sheet
 * @self: the case
 *
 * Lays the measures out. An indicator counts from as many answers as it asks for; of several periods the last one stands.
 */
void
votum_standing_add_measures (VotumStanding *standing,
                             VotumCase     *self)
{
  GListModel *measures = votum_case_get_things (self, VOTUM_KIND_MEASURE);

  for (guint i = 0; i < g_list_model_get_n_items (measures); i++)
    {
      g_autoptr(VotumThing) measure = g_list_model_get_item (measures, i);
      gint64 indicator = votum_thing_get_ref (measure, VOTUM_MEASURE_INDICATOR);
      VotumThing *indicator_thing = votum_case_lookup (self, indicator);
      int entrant = votum_standing_find (standing->entrants, votum_thing_get_ref (measure, VOTUM_MEASURE_ENTRANT));
      VotumDecimal value;

      if (entrant < 0 || indicator_thing == NULL || !votum_thing_get_decimal (measure, VOTUM_MEASURE_VALUE, &value) ||
          (votum_thing_is_set (measure, VOTUM_MEASURE_ANSWERS) &&
           votum_thing_get_number (measure, VOTUM_MEASURE_ANSWERS) < votum_thing_get_number (indicator_thing, VOTUM_INDICATOR_MINIMUM)))
        continue;
      for (guint leaf = 0; leaf < standing->leaves->len; leaf++)
        {
          VotumThing *criterion = g_ptr_array_index (standing->leaves, leaf);

          if (votum_thing_get_choice (criterion, VOTUM_CRITERION_KIND) == VOTUM_CRITERION_KIND_MEASURED &&
              votum_thing_get_ref (criterion, VOTUM_CRITERION_INDICATOR) == indicator)
            votum_sheet_set_measure (standing->sheet, entrant, leaf, value);
        }
    }
}

static void
add_rounds (VotumCase     *self,
            VotumStanding *standing)
{
  GListModel *entries = votum_case_get_things (self, VOTUM_KIND_ROUND_ENTRY);

  for (guint r = 0; r < standing->rounds->len; r++)
    {
      VotumThing *round = g_ptr_array_index (standing->rounds, r);
      g_autoptr(GHashTable) entered = g_hash_table_new (NULL, NULL);

      votum_sheet_set_revote (standing->sheet, r,
                              votum_thing_get_choice (round, VOTUM_ROUND_KIND) == VOTUM_ROUND_KIND_REVOTE);
      for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
        {
          g_autoptr(VotumThing) entry = g_list_model_get_item (entries, i);

          if (votum_thing_get_ref (entry, VOTUM_ROUND_ENTRY_ROUND) == votum_thing_get_id (round))
            g_hash_table_add (entered, GSIZE_TO_POINTER (votum_thing_get_ref (entry, VOTUM_ROUND_ENTRY_ENTRANT)));
        }
      if (g_hash_table_size (entered) == 0)
        continue;
      for (guint e = 0; e < standing->entrants->len; e++)
        votum_sheet_set_in_round (standing->sheet, r, e,
                                  g_hash_table_contains (entered, GSIZE_TO_POINTER (votum_thing_get_id (g_ptr_array_index (standing->entrants, e)))));
    }
}

static void
add_recusals (VotumCase     *self,
              VotumStanding *standing)
{
  VotumCell cell = { { 0, 0 }, VOTUM_CELL_RECUSED };

  if (g_list_model_get_n_items (votum_case_get_things (self, VOTUM_KIND_RECUSAL)) == 0)
    return;

  for (guint j = 0; j < standing->jurors->len; j++)
    for (guint e = 0; e < standing->entrants->len; e++)
      {
        if (!votum_case_is_recused (self, g_ptr_array_index (standing->jurors, j), g_ptr_array_index (standing->entrants, e), NULL))
          continue;
        for (guint r = 0; r < standing->rounds->len; r++)
          for (guint leaf = 0; leaf < standing->leaves->len; leaf++)
            votum_sheet_set_cell (standing->sheet, r, e, j, leaf, cell);
      }
}

static void
add_marks (VotumCase     *self,
           VotumStanding *standing)
{
  g_autoptr(GHashTable) rounds = index_of (standing->rounds);
  g_autoptr(GHashTable) entrants = index_of (standing->entrants);
  g_autoptr(GHashTable) jurors = index_of (standing->jurors);
  g_autoptr(GHashTable) leaves = index_of (standing->leaves);
  g_autofree gboolean *on_paper = votum_case_papers_apart (self, standing->rounds, standing->jurors);
  gint32 last_round = 0, last_entrant = 0, last_juror = 0;
  guint r = 0, e = 0, j = 0;

  for (guint i = 0; i < votum_marks_size (self->marks); i++)
    {
      const VotumMark *mark = votum_marks_get (self->marks, i);
      guint leaf;
      VotumCell cell;

      /* marks lie in the order of round, entrant, juror: most look-ups repeat the last one */
      if (mark->round != last_round)
        r = GPOINTER_TO_UINT (g_hash_table_lookup (rounds, GSIZE_TO_POINTER (last_round = mark->round)));
      if (mark->entrant != last_entrant)
        e = GPOINTER_TO_UINT (g_hash_table_lookup (entrants, GSIZE_TO_POINTER (last_entrant = mark->entrant)));
      if (mark->juror != last_juror)
        j = GPOINTER_TO_UINT (g_hash_table_lookup (jurors, GSIZE_TO_POINTER (last_juror = mark->juror)));
      leaf = GPOINTER_TO_UINT (g_hash_table_lookup (leaves, GSIZE_TO_POINTER (mark->criterion)));
      if (r == 0 || e == 0 || j == 0 || leaf == 0 ||
          votum_sheet_cell (standing->sheet, r - 1, e - 1, j - 1, leaf - 1)->state == VOTUM_CELL_RECUSED)
        continue;

      if (on_paper[(r - 1) * standing->jurors->len + j - 1])
        continue;
      cell.value = votum_mark_value (mark);
      cell.state = mark->state == VOTUM_MARK_VALUE ? VOTUM_CELL_VALUE : VOTUM_CELL_NOT_OBSERVED;
      votum_sheet_set_cell (standing->sheet, r - 1, e - 1, j - 1, leaf - 1, cell);
      if (votum_thing_get_choice (g_ptr_array_index (standing->rounds, r - 1), VOTUM_ROUND_KIND) != VOTUM_ROUND_KIND_REVOTE)
        standing->last_round = MAX (standing->last_round, r - 1);
    }
}

/* What the panel agreed on. Who sees only their own marks is not shown what came of all. */
static void
add_agreed (VotumCase     *self,
            VotumStanding *standing)
{
  GListModel *all = votum_case_get_things (self, VOTUM_KIND_CONSENSUS);

  for (guint i = 0; i < g_list_model_get_n_items (all) && !standing->own_only; i++)
    {
      g_autoptr(VotumThing) consensus = g_list_model_get_item (all, i);
      int round = votum_standing_find (standing->rounds, votum_thing_get_ref (consensus, VOTUM_CONSENSUS_ROUND));
      int entrant = votum_standing_find (standing->entrants, votum_thing_get_ref (consensus, VOTUM_CONSENSUS_ENTRANT));
      int leaf = votum_standing_find (standing->leaves, votum_thing_get_ref (consensus, VOTUM_CONSENSUS_CRITERION));
      VotumDecimal value;

      if (round >= 0 && entrant >= 0 && leaf >= 0 && votum_thing_get_decimal (consensus, VOTUM_CONSENSUS_VALUE, &value))
        votum_sheet_set_agreed (standing->sheet, round, entrant, leaf, value);
    }
}

static void
add_chair_order (VotumCase     *self,
                 VotumStanding *standing)
{
  GListModel *votes = votum_case_get_things (self, VOTUM_KIND_CASTING_VOTE);

  for (guint i = 0; i < g_list_model_get_n_items (votes); i++)
    {
      g_autoptr(VotumThing) vote = g_list_model_get_item (votes, i);
      int entrant = votum_standing_find (standing->entrants, votum_thing_get_ref (vote, VOTUM_CASTING_VOTE_ENTRANT));
      int round = votum_standing_find (standing->rounds, votum_thing_get_ref (vote, VOTUM_CASTING_VOTE_ROUND));
      gint64 class = votum_thing_get_ref (vote, VOTUM_CASTING_VOTE_CLASS);

      if (entrant >= 0 && votum_case_may_see (self, vote) && (class == 0 || (standing->class != NULL && class == votum_thing_get_id (standing->class))))
        votum_sheet_set_chair_order (standing->sheet, round, entrant, votum_thing_get_number (vote, VOTUM_CASTING_VOTE_PLACE));
    }
}

static gboolean
check_sealed (VotumStanding  *standing,
              GError        **error)
{
  for (guint r = 0; r < standing->rounds->len; r++)
    {
      VotumThing *round = g_ptr_array_index (standing->rounds, r);

      if (votum_thing_get_choice (round, VOTUM_ROUND_STATE) == VOTUM_ROUND_STATE_SEALED)
        {
          g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_LOCKED,
                       _("The round “%s” is sealed. There is a result when the chair has opened it for all."), votum_thing_get_key (round));
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * votum_terms_for_one:
 * @declared: the terms of a rule
 *
 * Returns: (transfer full): the terms for the marks of one juror: what evens jurors out, or asks for several of them, has
 *   no meaning for one
 */
VotumTerms *
votum_terms_for_one (const VotumTerms *declared)
{
  VotumTerms *terms = votum_terms_copy (declared);

  terms->correction = VOTUM_CORRECTION_NONE;
  g_array_set_size (terms->margins, 0);
  terms->drop = 0;
  terms->minimum = 1;

  return terms;
}

/**
 * votum_standing_begin:
 * @self: a case
 * @class_thing: (nullable): a class
 * @rule: a rule
 * @error: return location
 *
 * Returns: (transfer full): a standing with its rule, rounds and criteria; entrants, jurors and a sheet are still to come
 */
VotumStanding *
votum_standing_begin (VotumCase   *self,
                      VotumThing  *class_thing,
                      VotumRule   *rule,
                      GError     **error)
{
  g_autoptr(VotumStanding) standing = g_new0 (VotumStanding, 1);

  g_set_object (&standing->class, class_thing);
  g_set_object (&standing->rule, rule);
  standing->terms = votum_rule_get_terms (rule, error);
  if (standing->terms == NULL)
    return NULL;
  standing->rounds = votum_case_rounds_by (self, rule, class_thing);
  votum_standing_collect_criteria (standing, self);

  return g_steal_pointer (&standing);
}

/**
 * votum_case_look_things:
 * @self: a case
 * @class_thing: (nullable): a class
 * @kind: entrants or jurors
 *
 * Returns: (transfer full) (element-type VotumThing): the entrants who are in the race, or the jurors whose marks may be seen: whoever
 *   stands on a sheet when nobody is left out
 */
GPtrArray *
votum_case_look_things (VotumCase  *self,
                        VotumThing *class_thing,
                        VotumKind   kind)
{
  const VotumLook look = { .class_thing = class_thing };
  VotumStanding standing = { .class = class_thing, .own_only = !votum_case_sees_all (self) };

  if (kind == VOTUM_KIND_ENTRANT)
    {
      collect_entrants (self, &standing, &look);
      return standing.entrants;
    }
  collect_jurors (self, &standing, &look);

  return standing.jurors;
}

static gboolean
fill_sheet (VotumCase        *self,
            VotumStanding    *standing,
            const VotumLook  *look,
            GError          **error)
{
  gboolean falling = FALSE;

  collect_entrants (self, standing, look);
  collect_jurors (self, standing, look);
  if (!check_sealed (standing, error) || !votum_standing_find_direction (standing, self, &falling, error))
    return FALSE;
  if (standing->rounds->len == 0 || standing->entrants->len == 0 || standing->jurors->len == 0 || standing->leaves->len == 0)
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_NO_RESULT,
                           _("There is no result yet: it takes criteria, entrants, jurors and a round. Import what is missing."));
      return FALSE;
    }

  standing->sheet = votum_sheet_new (standing->rounds->len, standing->entrants->len, standing->jurors->len);
  votum_sheet_set_falling (standing->sheet, falling);
  for (guint e = 0; e < standing->entrants->len; e++)
    votum_sheet_set_names (standing->sheet, e, votum_thing_get_key (g_ptr_array_index (standing->entrants, e)));
  votum_standing_add_nodes (standing, self, look->weights);
  add_rounds (self, standing);
  votum_standing_add_measures (standing, self);
  add_recusals (self, standing);
  add_marks (self, standing);
  add_agreed (self, standing);
  add_chair_order (self, standing);

  return TRUE;
}

/**
 * votum_standing_lay_out:
 * @self: a case
 * @look: what to look at
 * @rule: (nullable): the rule, which need not be one of the case
 * @error: return location
 *
 * Returns: (transfer full): a standing with its sheet, but without a result yet
 */
VotumStanding *
votum_standing_lay_out (VotumCase        *self,
                        const VotumLook  *look,
                        VotumRule        *rule,
                        GError          **error)
{
  g_autoptr(VotumStanding) standing = NULL;

  if (rule == NULL)
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_NO_RESULT,
                           _("The award has no rule, so there is no result. Declare one in its award XML."));
      return NULL;
    }
  standing = votum_standing_begin (self, look->class_thing, rule, error);
  if (standing == NULL)
    return NULL;
  standing->own_only = !votum_case_sees_all (self);
  if (!fill_sheet (self, standing, look, error))
    return NULL;

  return g_steal_pointer (&standing);
}

/**
 * votum_standing_compute_for:
 * @self: a case
 * @class_thing: (nullable): a class
 * @rule: (nullable): the rule, which need not be one of the case
 * @only: (nullable): the one entrant that is asked for; its positions mean nothing then
 * @cancellable: (nullable): to stop it
 * @error: return location
 *
 * Returns: (transfer full): what votum_case_compute() returns, by @rule and for @only
 */
VotumStanding *
votum_standing_compute_for (VotumCase     *self,
                            VotumThing    *class_thing,
                            VotumRule     *rule,
                            VotumThing    *only,
                            GCancellable  *cancellable,
                            GError       **error)
{
  g_autoptr(GPtrArray) entrants = only != NULL ? g_ptr_array_new () : NULL;
  const VotumLook look = { .class_thing = class_thing, .entrants = entrants };
  g_autoptr(VotumStanding) standing = NULL;

  if (only != NULL)
    g_ptr_array_add (entrants, only);
  standing = votum_standing_lay_out (self, &look, rule, error);
  if (standing == NULL)
    return NULL;
  standing->result = votum_standing_work_out (standing, cancellable, error);
  if (standing->result == NULL)
    return NULL;

  return g_steal_pointer (&standing);
}

/**
 * votum_case_compute:
 * @self: a case
 * @class_thing: (nullable): a class; %NULL for an award without classes
 * @cancellable: (nullable): to stop it
 * @error: return location
 *
 * Lays the marks out on a score sheet and executes the declared rule on it. In a juror's copy, as long as the marks of
 * the others are not to be seen, it is the standing by the juror's own marks.
 *
 * Returns: (transfer full): the standing after every round, or %NULL with a sentence where there can be none
 */
VotumStanding *
votum_case_compute (VotumCase     *self,
                    VotumThing    *class_thing,
                    GCancellable  *cancellable,
                    GError       **error)
{
  return votum_standing_compute_for (self, class_thing, votum_case_deciding_rule (self, class_thing), NULL, cancellable, error);
}
