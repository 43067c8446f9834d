#include "votum-config.h"

#include "votum-case-agenda-private.h"

#include <glib/gi18n-lib.h>

#include "votum-case-edit.h"
#include "votum-case-private.h"
#include "votum-case-progress.h"
#include "votum-error.h"
#include "votum-text.h"
#include "votum-words.h"

/* The agenda: made from the numbers, made anew, and what its points are called. */

/**
 * votum_case_check_opened:
 * @self: a case
 * @round: a round
 * @error: return location
 *
 * Returns: whether the marks of @round are open to the jury, so that they can be talked about
 */
gboolean
votum_case_check_opened (VotumCase   *self,
                         VotumThing  *round,
                         GError     **error)
{
  g_autofree char *shown = NULL;

  if (votum_thing_get_choice (round, VOTUM_ROUND_STATE) == VOTUM_ROUND_STATE_OPENED && votum_case_sees_all (self))
    return TRUE;
  shown = votum_case_name_of (self, round, g_get_language_names ()[0]);
  g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_NOT_ALLOWED,
               _("The round “%s” has not been opened, so its marks are not talked about yet. Open it first."), shown);

  return FALSE;
}

/**
 * votum_case_deliberation_round:
 * @self: a case
 *
 * Returns: (transfer none) (nullable): the round that the jury talks about: the last of those that are opened and have marks
 */
VotumThing *
votum_case_deliberation_round (VotumCase *self)
{
  g_autoptr(GPtrArray) rounds = votum_case_rounds (self);

  for (guint i = rounds->len; i > 0; i--)
    {
      VotumThing *round = g_ptr_array_index (rounds, i - 1);
      guint n_marks;

      if (votum_thing_get_choice (round, VOTUM_ROUND_STATE) != VOTUM_ROUND_STATE_OPENED)
        continue;
      votum_marks_range (self->marks, votum_thing_get_id (round), 0, 0, &n_marks);
      if (n_marks > 0)
        return round;
    }

  return NULL;
}

/**
 * votum_case_agenda:
 * @self: a case
 *
 * Returns: (transfer full) (element-type VotumThing): its points in their order; none where they may not be seen
 */
GPtrArray *
votum_case_agenda (VotumCase *self)
{
  GPtrArray *points = votum_case_in_order (self, VOTUM_KIND_POINT);

  for (guint i = points->len; i > 0; i--)
    if (!votum_case_may_see (self, g_ptr_array_index (points, i - 1)))
      g_ptr_array_remove_index (points, i - 1);

  return points;
}

/**
 * votum_case_agenda_done:
 * @self: a case
 * @n_points: (out): how many points there are
 *
 * Returns: how many of them the jury is through with
 */
guint
votum_case_agenda_done (VotumCase *self,
                        guint     *n_points)
{
  g_autoptr(GPtrArray) points = votum_case_agenda (self);
  guint n_done = 0;

  for (guint i = 0; i < points->len; i++)
    n_done += votum_thing_get_choice (g_ptr_array_index (points, i), VOTUM_POINT_STATE) != VOTUM_POINT_STATE_OPEN;
  *n_points = points->len;

  return n_done;
}

static gboolean
has_reference (VotumCase  *self,
               VotumKind   kind,
               guint       field,
               VotumThing *point)
{
  GListModel *things = votum_case_get_things (self, kind);

  for (guint i = 0; i < g_list_model_get_n_items (things); i++)
    {
      g_autoptr(VotumThing) thing = g_list_model_get_item (things, i);

      if (votum_thing_get_ref (thing, field) == votum_thing_get_id (point))
        return TRUE;
    }

  return FALSE;
}

/**
 * votum_case_point_is_written:
 * @self: a case
 * @point: a point of its agenda
 *
 * Returns: whether somebody has written something about it, so that it stays when the agenda is made anew
 */
gboolean
votum_case_point_is_written (VotumCase  *self,
                             VotumThing *point)
{
  return votum_thing_get_choice (point, VOTUM_POINT_SOURCE) == VOTUM_POINT_SOURCE_OWN || !votum_thing_is_set (point, VOTUM_POINT_SOURCE) ||
         votum_thing_get_choice (point, VOTUM_POINT_STATE) != VOTUM_POINT_STATE_OPEN || votum_thing_is_set (point, VOTUM_POINT_AGREED) ||
         votum_thing_is_set (point, VOTUM_POINT_TITLE) || has_reference (self, VOTUM_KIND_REVISION, VOTUM_REVISION_POINT, point) ||
         has_reference (self, VOTUM_KIND_CONSENSUS, VOTUM_CONSENSUS_POINT, point) ||
         has_reference (self, VOTUM_KIND_MINUTE, VOTUM_MINUTE_POINT, point) ||
         has_reference (self, VOTUM_KIND_CITATION_LINK, VOTUM_CITATION_LINK_POINT, point);
}

/* Whether both come from the same numbers. A finalist on a criterion is one point, whoever stands alone there. */
static gboolean
is_same_point (VotumThing *a,
               VotumThing *b)
{
  static const guint fields[] = { VOTUM_POINT_ROUND, VOTUM_POINT_CLASS, VOTUM_POINT_ENTRANT, VOTUM_POINT_CRITERION, VOTUM_POINT_QUESTION };
  gboolean lead = votum_thing_get_choice (a, VOTUM_POINT_SOURCE) == VOTUM_POINT_SOURCE_THIN_LEAD;

  if (lead != (votum_thing_get_choice (b, VOTUM_POINT_SOURCE) == VOTUM_POINT_SOURCE_THIN_LEAD) ||
      votum_thing_get_choice (a, VOTUM_POINT_SOURCE) == VOTUM_POINT_SOURCE_OWN ||
      votum_thing_get_choice (b, VOTUM_POINT_SOURCE) == VOTUM_POINT_SOURCE_OWN)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (votum_thing_get_ref (a, fields[i]) != votum_thing_get_ref (b, fields[i]))
      return FALSE;

  return TRUE;
}

static VotumThing *
find_same (GPtrArray  *points,
           VotumThing *point)
{
  for (guint i = 0; i < points->len; i++)
    if (is_same_point (g_ptr_array_index (points, i), point))
      return g_ptr_array_index (points, i);

  return NULL;
}

static void
renew (VotumCase    *self,
       GPtrArray    *current,
       GPtrArray    *proposed,
       VotumChanges *changes,
       guint        *n_added,
       guint        *n_gone)
{
  gint64 last = 0;

  for (guint i = 0; i < current->len; i++)
    {
      VotumThing *point = g_ptr_array_index (current, i);

      last = MAX (last, votum_thing_get_number (point, VOTUM_POINT_POSITION));
      if (find_same (proposed, point) != NULL || votum_case_point_is_written (self, point))
        continue;
      votum_changes_thing (changes, point, NULL);
      *n_gone += 1;
    }
  for (guint i = 0; i < proposed->len; i++)
    {
      VotumThing *point = g_ptr_array_index (proposed, i);

      if (find_same (current, point) != NULL)
        continue;
      votum_case_number_new (self, point);
      votum_thing_set_number (point, VOTUM_POINT_POSITION, ++last);
      votum_changes_thing (changes, NULL, point);
      *n_added += 1;
    }
}

/**
 * votum_case_make_agenda:
 * @self: a case
 * @round: (nullable): an opened round; %NULL: that of votum_case_deliberation_round()
 * @n_added: (out) (optional): how many points are new
 * @n_gone: (out) (optional): how many went
 * @error: return location
 *
 * Puts on the agenda what the numbers propose, in one step. Made anew, it keeps the points that are there in their order, own
 * points and whatever something was written about; points that the numbers do not propose any more go.
 *
 * Returns: whether it was done; refused where the round has not been opened
 */
gboolean
votum_case_make_agenda (VotumCase   *self,
                        VotumThing  *round,
                        guint       *n_added,
                        guint       *n_gone,
                        GError     **error)
{
  g_autoptr(VotumChanges) changes = votum_changes_new ();
  g_autoptr(GPtrArray) current = votum_case_agenda (self);
  g_autoptr(GPtrArray) proposed = NULL;
  g_autofree char *name = NULL;
  guint added = 0, gone = 0;

  if (round == NULL)
    round = votum_case_deliberation_round (self);
  if (round == NULL)
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_NOT_ALLOWED,
                           _("No round with marks has been opened, so there is nothing to make an agenda from. Open a round first."));
      return FALSE;
    }
  if (!votum_case_check_opened (self, round, error) || !votum_case_may_change (self, VOTUM_KIND_POINT, NULL, error))
    return FALSE;

  proposed = votum_agenda_propose (self, round);
  renew (self, current, proposed, changes, &added, &gone);
  if (n_added != NULL)
    *n_added = added;
  if (n_gone != NULL)
    *n_gone = gone;
  if (votum_changes_is_empty (changes))
    return TRUE;
  name = votum_case_name_of (self, round, g_get_language_names ()[0]);

  return votum_case_apply (self, changes, "make-agenda", name, NULL, NULL, error);
}

/**
 * votum_case_add_point:
 * @self: a case
 * @point: (transfer none): a point that is not in the case yet, with a title or a finalist
 * @error: return location
 *
 * Puts a point of the jury's own at the end of the agenda.
 *
 * Returns: whether it was done
 */
gboolean
votum_case_add_point (VotumCase   *self,
                      VotumThing  *point,
                      GError     **error)
{
  VotumThing *round = votum_case_deliberation_round (self);

  if (!votum_thing_is_set (point, VOTUM_POINT_TITLE) && !votum_thing_is_set (point, VOTUM_POINT_ENTRANT))
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                           _("A point says what it is about. Give it a title, or name a finalist."));
      return FALSE;
    }
  votum_thing_set_from_text (point, VOTUM_POINT_SOURCE, "own", NULL);
  if (!votum_thing_is_set (point, VOTUM_POINT_ROUND) && round != NULL)
    votum_thing_set_ref (point, VOTUM_POINT_ROUND, votum_thing_get_id (round));

  return votum_case_add (self, point, error);
}

/* ---- what a point is called ---- */

static char *
mark_text (const char   *lang,
           VotumDecimal  value)
{
  g_autofree char *number = votum_decimal_to_string (votum_decimal_normalize (value));

  return votum_words_number (lang, number);
}

static char *
cell_title (VotumCase  *self,
            VotumThing *point,
            VotumThing *round,
            VotumThing *entrant,
            VotumThing *criterion,
            const char *lang)
{
  const char *name = votum_case_entrant_name (self, entrant);
  const char *on = votum_texts_get (votum_thing_get_texts (criterion, VOTUM_CRITERION_NAME), lang);
  gboolean seen = round != NULL && votum_case_check_opened (self, round, NULL);
  VotumCellSpread spread = { .alone = -1 };
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  g_autofree char *mark = NULL;
  gboolean alone;

  if (seen)
    votum_case_cell_spread (self, round, entrant, criterion, &spread);
  if (spread.n_marks < 2)
    return votum_words_format (lang, VOTUM_WORD_POINT_CELL, "name", name, "criterion", on, NULL);

  alone = spread.alone >= 0 && votum_thing_get_choice (point, VOTUM_POINT_SOURCE) == VOTUM_POINT_SOURCE_ALONE;
  low = mark_text (lang, alone ? spread.others_lowest : spread.lowest);
  high = mark_text (lang, alone ? spread.others_highest : spread.highest);
  if (!alone)
    return votum_words_format (lang, VOTUM_WORD_POINT_DISAGREEMENT, "name", name, "criterion", on, "low", low, "high", high, NULL);
  mark = mark_text (lang, spread.alone_mark);

  return votum_words_format (lang, g_str_equal (low, high) ? VOTUM_WORD_POINT_ALONE_ALIKE : VOTUM_WORD_POINT_ALONE, "name", name,
                             "criterion", on, "mark", mark, "low", low, "high", high, NULL);
}

/**
 * votum_case_point_title:
 * @self: a case
 * @point: a point of its agenda
 * @lang: language of the words
 *
 * Marks are told as they were when the round was opened, so that a point keeps its name when one of them changes. Nobody who
 * stands alone is named.
 *
 * Returns: (transfer full): what it is about, in words
 */
char *
votum_case_point_title (VotumCase  *self,
                        VotumThing *point,
                        const char *lang)
{
  VotumThing *round = votum_case_lookup (self, votum_thing_get_ref (point, VOTUM_POINT_ROUND));
  VotumThing *entrant = votum_case_lookup (self, votum_thing_get_ref (point, VOTUM_POINT_ENTRANT));
  VotumThing *criterion = votum_case_lookup (self, votum_thing_get_ref (point, VOTUM_POINT_CRITERION));
  VotumThing *question = votum_case_lookup (self, votum_thing_get_ref (point, VOTUM_POINT_QUESTION));

  if (votum_thing_is_set (point, VOTUM_POINT_TITLE))
    return g_strdup (votum_thing_get_text (point, VOTUM_POINT_TITLE));
  if (votum_thing_get_choice (point, VOTUM_POINT_SOURCE) == VOTUM_POINT_SOURCE_THIN_LEAD)
    return entrant == NULL ? g_strdup (votum_words (lang, VOTUM_WORD_POINT_SHARED_LEAD))
                           : votum_words_format (lang, VOTUM_WORD_POINT_THIN_LEAD, "name", votum_case_entrant_name (self, entrant), NULL);
  if (question != NULL && entrant != NULL)
    return votum_words_format (lang, VOTUM_WORD_POINT_QUESTION, "name", votum_case_entrant_name (self, entrant), "question",
                               votum_thing_get_text (question, VOTUM_QUESTION_TEXT), NULL);
  if (entrant != NULL && criterion != NULL)
    return cell_title (self, point, round, entrant, criterion, lang);
  if (entrant != NULL)
    return g_strdup (votum_case_entrant_name (self, entrant));

  return g_strdup (votum_thing_get_key (point));
}
