#include "votum-config.h"

#include "votum-ballot-form.h"

#include <glib/gi18n.h>

#include "votum-case-allocation.h"
#include "votum-case-ranking.h"
#include "votum-case-result.h"
#include "votum-format.h"
#include "votum-scoring-words.h"

/* What a juror is asked for in a round, and how to do it, for somebody who has not voted like that before. */

static VotumRule *
rule_of (VotumScoringSheet *sheet,
         VotumThing        *class_thing)
{
  return votum_case_get_round_rule (votum_scoring_sheet_get_case (sheet), votum_scoring_sheet_get_round (sheet), class_thing);
}

static VotumThing *
class_of (VotumScoringSheet *sheet,
          VotumThing        *entrant)
{
  return votum_case_lookup (votum_scoring_sheet_get_case (sheet), votum_thing_get_ref (entrant, VOTUM_ENTRANT_CLASS));
}

static VotumBallotForm
form_of (VotumScoringSheet *sheet,
         VotumThing        *entrant)
{
  VotumRule *rule = rule_of (sheet, class_of (sheet, entrant));

  /* the other forms ask one thing of each finalist */
  if (rule == NULL || votum_scoring_sheet_get_items (sheet, entrant)->len != 1)
    return VOTUM_BALLOT_FORM_MARKS;

  switch (votum_thing_get_choice (VOTUM_THING (rule), VOTUM_RULE_METHOD))
    {
    case VOTUM_RULE_METHOD_RANK_SUM:
    case VOTUM_RULE_METHOD_BORDA:
      return VOTUM_BALLOT_FORM_PLACES;
    case VOTUM_RULE_METHOD_PLACES:
      return VOTUM_BALLOT_FORM_POINTS;
    case VOTUM_RULE_METHOD_YES_NO:
      return VOTUM_BALLOT_FORM_YES_NO;
    default:
      return VOTUM_BALLOT_FORM_MARKS;
    }
}

/**
 * votum_ballot_form:
 * @sheet: a sheet
 *
 * Returns: what its round asks for; where its classes are asked for different things, marks, which can be any of them
 */
VotumBallotForm
votum_ballot_form (VotumScoringSheet *sheet)
{
  GListModel *entrants = votum_scoring_sheet_get_entrants (sheet);
  VotumBallotForm form = VOTUM_BALLOT_FORM_MARKS;

  if (votum_scoring_sheet_get_round (sheet) == NULL || votum_scoring_sheet_get_juror (sheet) == NULL)
    return form;
  for (guint i = 0; i < g_list_model_get_n_items (entrants); i++)
    {
      g_autoptr(VotumThing) entrant = g_list_model_get_item (entrants, i);

      if (i > 0 && form_of (sheet, entrant) != form)
        return VOTUM_BALLOT_FORM_MARKS;
      form = form_of (sheet, entrant);
    }

  return form;
}

/**
 * votum_ballot_form_classes:
 * @sheet: a sheet
 *
 * Returns: (transfer full) (element-type VotumThing): the classes that have finalists in the round, in order; of an award without
 *   classes one %NULL
 */
GPtrArray *
votum_ballot_form_classes (VotumScoringSheet *sheet)
{
  GListModel *entrants = votum_scoring_sheet_get_entrants (sheet);
  g_autoptr(GPtrArray) all = votum_case_classes (votum_scoring_sheet_get_case (sheet));
  g_autoptr(GHashTable) used = g_hash_table_new (NULL, NULL);
  GPtrArray *classes = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (entrants); i++)
    {
      g_autoptr(VotumThing) entrant = g_list_model_get_item (entrants, i);

      g_hash_table_add (used, class_of (sheet, entrant));
    }
  for (guint i = 0; i < all->len; i++)
    if (g_hash_table_contains (used, g_ptr_array_index (all, i)))
      g_ptr_array_add (classes, g_ptr_array_index (all, i));
  if (g_hash_table_contains (used, NULL))
    g_ptr_array_add (classes, NULL);

  return classes;
}

/* ---- what is asked ---- */

/* "3 to 4 finalists, 2 to 4 finalists, 1 to 4 finalists" */
static char *
describe_allocation (GArray *allocation)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < allocation->len; i++)
    {
      const VotumAllocationPart *part = &g_array_index (allocation, VotumAllocationPart, i);
      g_autofree char *points = votum_format_decimal (part->points);

      if (part->allowed == 0)
        continue;
      if (text->len > 0)
        g_string_append (text, ", ");
      /* TRANSLATORS: behind "Give points", so many to so many: "3 to 4 finalists, 2 to 4 finalists" */
      g_string_append_printf (text, ngettext ("%s to %u finalist", "%s to %u finalists", part->allowed), points, part->allowed);
    }

  return g_string_free (text, FALSE);
}

static GArray *
allocation_of (VotumScoringSheet *sheet,
               VotumThing        *class_thing)
{
  return votum_case_allocation (votum_scoring_sheet_get_case (sheet), votum_scoring_sheet_get_round (sheet), class_thing,
                                votum_scoring_sheet_get_juror (sheet));
}

/* When a finalist is carried: the majority and how many have to vote. */
static char *
describe_majority (VotumRule *rule)
{
  g_autofree char *quorum = votum_thing_field_to_text (VOTUM_THING (rule), VOTUM_RULE_QUORUM);
  const char *majority = votum_thing_get_text (VOTUM_THING (rule), VOTUM_RULE_MAJORITY);
  GString *text = g_string_new (_("Say yes or no to each finalist."));

  g_string_append_c (text, ' ');
  if (g_strcmp0 (majority, "1/2") == 0)
    g_string_append (text, _("It is carried when more than half of the votes say yes."));
  else if (g_strcmp0 (majority, "2/3") == 0)
    g_string_append (text, _("It is carried when more than two thirds of the votes say yes."));
  else if (g_strcmp0 (majority, "3/4") == 0)
    g_string_append (text, _("It is carried when more than three quarters of the votes say yes."));
  else if (majority != NULL)
    /* TRANSLATORS: %s is a fraction: "3/5" */
    g_string_append_printf (text, _("It is carried when more than %s of the votes say yes."), majority);
  else
    g_string_append (text, _("The more votes say yes, the better the place."));
  if (quorum != NULL)
    {
      guint n = (guint) g_ascii_strtoull (quorum, NULL, 10);

      g_string_append_c (text, ' ');
      g_string_append_printf (text, ngettext ("At least %u has to vote.", "At least %u have to vote.", n), n);
    }
  g_string_append_c (text, ' ');
  g_string_append (text, _("Who abstains is not counted."));

  return g_string_free (text, FALSE);
}

/**
 * votum_ballot_form_ask:
 * @sheet: a sheet whose round does not ask for marks
 * @class_thing: (nullable): a class
 *
 * Returns: (transfer full): what the juror is asked for
 */
char *
votum_ballot_form_ask (VotumScoringSheet *sheet,
                       VotumThing        *class_thing)
{
  g_autoptr(GArray) allocation = NULL;
  g_autofree char *points = NULL;

  switch (votum_ballot_form (sheet))
    {
    case VOTUM_BALLOT_FORM_PLACES:
      return g_strdup (_("Put the finalists in order: the best in place 1, and each place once. "
                         "Drag them, move them with the arrows, or type a place."));
    case VOTUM_BALLOT_FORM_YES_NO:
      return describe_majority (rule_of (sheet, class_thing));
    case VOTUM_BALLOT_FORM_POINTS:
      allocation = allocation_of (sheet, class_thing);
      if (allocation == NULL)
        return g_strdup (_("Give each finalist points: the more, the better."));
      points = describe_allocation (allocation);
      /* TRANSLATORS: %s: "3 to 4 finalists, 2 to 4 finalists" */
      return g_strdup_printf (_("Give points: %s. The others get none."), points);
    case VOTUM_BALLOT_FORM_MARKS:
    default:
      return g_strdup ("");
    }
}

/**
 * votum_ballot_form_keys:
 * @sheet: a sheet
 *
 * Returns: (transfer full): which keys do what
 */
char *
votum_ballot_form_keys (VotumScoringSheet *sheet)
{
  switch (votum_ballot_form (sheet))
    {
    case VOTUM_BALLOT_FORM_PLACES:
      return g_strdup (_("Keys: a number gives the place, Alt+↑ and Alt+↓ move it, Enter puts it last, Delete takes its place away, "
                         "C comments, Ctrl+Z undoes"));
    case VOTUM_BALLOT_FORM_YES_NO:
      /* TRANSLATORS: the keys are those that you give for “Yes”, “No” and “Abstain” */
      return g_strdup (_("Keys: Y yes, N no, A abstain, Delete takes it back, C comments, ↓ next finalist, Ctrl+Enter what is missing"));
    case VOTUM_BALLOT_FORM_POINTS:
      return g_strdup (_("Keys: a number gives the points, 0 gives none, Delete takes them back, C comments, ↓ next finalist, "
                         "Ctrl+Enter what is missing"));
    case VOTUM_BALLOT_FORM_MARKS:
    default:
      return g_strdup ("");
    }
}

/* ---- how far it is ---- */

/**
 * votum_ballot_form_state:
 * @sheet: a sheet
 * @class_thing: (nullable): a class
 *
 * Returns: (transfer full): what is left to give there: "3 points: 2 of 4 left", "2 of 5 have a place"
 */
char *
votum_ballot_form_state (VotumScoringSheet *sheet,
                         VotumThing        *class_thing)
{
  VotumCase *votum_case = votum_scoring_sheet_get_case (sheet);
  g_autoptr(VotumRanking) ranking = NULL;
  guint n;

  if (votum_ballot_form (sheet) == VOTUM_BALLOT_FORM_POINTS)
    {
      char *points = votum_scoring_words_points (sheet, class_thing);

      return points != NULL ? points : g_strdup ("");
    }
  if (votum_ballot_form (sheet) != VOTUM_BALLOT_FORM_PLACES)
    return g_strdup ("");

  ranking = votum_case_ranking (votum_case, votum_scoring_sheet_get_round (sheet), class_thing, votum_scoring_sheet_get_juror (sheet));
  n = ranking->placed->len + ranking->open->len;
  if (n > 0 && ranking->open->len == 0)
    {
      g_autoptr(GError) error = NULL;

      /* places that came in from elsewhere may be given twice */
      if (!votum_case_check_ranking (votum_case, votum_scoring_sheet_get_round (sheet), class_thing, votum_scoring_sheet_get_juror (sheet), &error))
        return g_strdup (error->message);
      return g_strdup (_("All finalists have a place"));
    }

  return g_strdup_printf (ngettext ("%u of %u finalist has a place", "%u of %u finalists have a place", n), ranking->placed->len, n);
}

/**
 * votum_ballot_form_left:
 * @sheet: a sheet
 *
 * Returns: (transfer full): what is left to do in all
 */
char *
votum_ballot_form_left (VotumScoringSheet *sheet)
{
  g_autoptr(GPtrArray) classes = votum_ballot_form_classes (sheet);
  g_autofree char *missed = votum_scoring_words_missed (sheet);
  VotumTally all;
  guint left;

  if (missed != NULL)
    return g_steal_pointer (&missed);
  votum_scoring_sheet_tally (sheet, NULL, &all);
  left = all.wanted - MIN (all.given, all.wanted);
  if (left == 0 && all.reasons_missing > 0)
    return g_strdup_printf (all.comments_missing > 0 ? ngettext ("%u comment missing", "%u comments missing", all.reasons_missing)
                                                     : ngettext ("%u reason missing", "%u reasons missing", all.reasons_missing),
                            all.reasons_missing);
  if (classes->len == 1)
    {
      g_autofree char *state = votum_ballot_form_state (sheet, g_ptr_array_index (classes, 0));

      if (*state != '\0')
        return g_steal_pointer (&state);
    }
  if (left == 0)
    return g_strdup (all.wanted > 0 ? _("The ballot is filled in") : _("There is nothing to vote on"));

  return g_strdup_printf (ngettext ("%u finalist left", "%u finalists left", left), left);
}

/**
 * votum_ballot_form_left_out:
 * @sheet: a sheet
 * @class_thing: (nullable): a class
 *
 * Returns: (transfer full) (nullable): whom the juror does not vote on and why; %NULL where that is nobody
 */
char *
votum_ballot_form_left_out (VotumScoringSheet *sheet,
                            VotumThing        *class_thing)
{
  GListModel *entrants = votum_scoring_sheet_get_entrants (sheet);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (entrants); i++)
    {
      g_autoptr(VotumThing) entrant = g_list_model_get_item (entrants, i);
      g_autofree char *words = class_of (sheet, entrant) == class_thing ? votum_scoring_words_recused (sheet, entrant) : NULL;

      if (words == NULL)
        continue;
      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, words);
    }
  if (text->len > 0)
    return g_string_free (text, FALSE);
  g_string_free (text, TRUE);

  return NULL;
}

/* ---- a revote ---- */

static VotumThing *
round_before (VotumScoringSheet *sheet)
{
  GListModel *rounds = votum_scoring_sheet_get_rounds (sheet);
  guint at;

  if (!g_list_store_find (G_LIST_STORE (rounds), votum_scoring_sheet_get_round (sheet), &at))
    return NULL;
  while (at > 0)
    {
      g_autoptr(VotumThing) round = g_list_model_get_item (rounds, --at);

      if (votum_thing_get_choice (round, VOTUM_ROUND_KIND) != VOTUM_ROUND_KIND_REVOTE)
        return round;
    }

  return NULL;
}

static char *
name_entrants (VotumScoringSheet *sheet)
{
  GListModel *entrants = votum_scoring_sheet_get_entrants (sheet);
  guint n = g_list_model_get_n_items (entrants);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(VotumThing) entrant = g_list_model_get_item (entrants, i);
      g_autofree char *name = votum_desk_name (votum_scoring_sheet_get_desk (sheet), entrant);

      if (i > 0)
        /* TRANSLATORS: between the last two of a list: "Nordlys Kraft, Fjellvind and Havgap" */
        g_string_append (text, i + 1 == n ? _(" and ") : ", ");
      g_string_append (text, name);
    }

  return g_string_free (text, FALSE);
}

/**
 * votum_ballot_form_revote:
 * @sheet: a sheet
 *
 * Returns: (transfer full) (nullable): where the round is a revote: among whom, why, and what becomes of what was given before
 */
char *
votum_ballot_form_revote (VotumScoringSheet *sheet)
{
  VotumThing *round = votum_scoring_sheet_get_round (sheet);
  VotumThing *before = NULL;
  g_autofree char *names = NULL;
  g_autofree char *name = NULL;

  if (round == NULL || votum_thing_get_choice (round, VOTUM_ROUND_KIND) != VOTUM_ROUND_KIND_REVOTE)
    return NULL;
  before = round_before (sheet);
  if (before == NULL)
    return NULL;
  names = name_entrants (sheet);
  name = votum_desk_name (votum_scoring_sheet_get_desk (sheet), before);

  /* TRANSLATORS: first the names of finalists, then twice the name of a round */
  return g_strdup_printf (_("A revote: after “%s” %s are tied, so the jury votes on them alone. What was given in “%s” stays as it is, and "
                            "can be read by choosing that round."), name, names, name);
}
