#include "votum-config.h"

#include "votum-case-result-list.h"

#include <stdlib.h>

#include "votum-case-citation.h"
#include "votum-case-private.h"
#include "votum-case-report-private.h"

/* The result list, filled from the case: what the jury decided and nothing that it did not. Before the decision it is a draft by the
 * rule. Whoever has no place stands on it only where the award names its finalists. */

/**
 * votum_result_list_content_free:
 * @self: (transfer full): a content
 *
 * Frees @self.
 */
void
votum_result_list_content_free (VotumResultListContent *self)
{
  g_ptr_array_unref (self->owned);
  g_free (self);
}

static int
rank_of (const VotumResultListRow *row)
{
  return row->honoured ? 0 : row->mention ? G_MAXINT : row->place > 0 ? (int) row->place : G_MAXINT - 1;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const VotumResultListRow *x = a;
  const VotumResultListRow *y = b;

  if (rank_of (x) != rank_of (y))
    return rank_of (x) < rank_of (y) ? -1 : 1;

  return g_utf8_collate (x->name, y->name);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

static const char *
points_of (VotumVerdictBuilder *builder,
           guint                entrant)
{
  return votum_verdict_own (builder, votum_result_total (builder->standing->result, builder->standing->last_round, entrant, 2));
}

/* By what the jury decided. */
static void
fill_decided (VotumVerdictBuilder  *builder,
              const VotumVerdict   *head,
              gboolean              leaders_only,
              gboolean              points,
              VotumResultListRow   *rows,
              VotumResultListClass *class)
{
  for (guint i = 0; i < head->n_decisions; i++)
    {
      const VotumVerdictDecision *decision = &head->decisions[i];
      VotumResultListRow *row = &rows[class->n_rows];
      gboolean honoured = decision->outcome == VOTUM_OUTCOME_WINNER || decision->outcome == VOTUM_OUTCOME_SHARED;

      class->no_award |= decision->outcome == VOTUM_OUTCOME_NONE;
      if (decision->entrant < 0 || decision->outcome == VOTUM_OUTCOME_NONE || (leaders_only && !honoured))
        continue;
      row->name = head->entrants[decision->entrant].name;
      row->outcome = votum_verdict_own (builder, votum_verdict_outcome (builder->lang, decision));
      row->place = decision->outcome == VOTUM_OUTCOME_MENTION ? 0 : decision->place;
      row->shared = decision->place_shared;
      row->honoured = honoured;
      row->mention = decision->outcome == VOTUM_OUTCOME_MENTION;
      row->points = points ? points_of (builder, decision->entrant) : NULL;
      class->n_rows++;
    }
  if (class->n_rows > 1)
    qsort (rows, class->n_rows, sizeof *rows, compare_rows);
}

/* By the rule alone: a draft. */
static void
fill_computed (VotumVerdictBuilder  *builder,
               const VotumVerdict   *head,
               gboolean              leaders_only,
               gboolean              points,
               VotumResultListRow   *rows,
               VotumResultListClass *class)
{
  VotumStanding *standing = builder->standing;
  g_autoptr(GArray) order = votum_result_order (standing->result, standing->last_round);

  for (guint i = 0; i < order->len; i++)
    {
      guint entrant = g_array_index (order, guint, i);
      VotumVerdictDecision place = { .entrant = (int) entrant, .outcome = VOTUM_OUTCOME_PLACED,
                                     .place = votum_result_position (standing->result, standing->last_round, entrant),
                                     .place_shared = votum_result_is_shared (standing->result, standing->last_round, entrant) };

      if (leaders_only && place.place > 1)
        continue;
      rows[class->n_rows++] = (VotumResultListRow) {
        .name = head->entrants[entrant].name,
        .outcome = votum_verdict_own (builder, votum_verdict_outcome (builder->lang, &place)),
        .place = place.place,
        .shared = place.place_shared,
        .points = points ? points_of (builder, entrant) : NULL,
      };
    }
}

static gboolean
has_row (const VotumResultListClass *class,
         const char                 *name)
{
  for (guint i = 0; i < class->n_rows; i++)
    if (class->rows[i].name == name)
      return TRUE;

  return FALSE;
}

static void
fill_others (VotumVerdictBuilder  *builder,
             const VotumVerdict   *head,
             VotumResultListClass *class)
{
  VotumStanding *standing = builder->standing;
  const char **others = votum_verdict_own_array (builder, const char *, standing->entrants->len);
  guint n = 0;

  for (guint e = 0; e < standing->entrants->len; e++)
    if (votum_sheet_in_round (standing->sheet, standing->last_round, e) && !has_row (class, head->entrants[e].name))
      others[n++] = head->entrants[e].name;
  if (n > 1)
    qsort (others, n, sizeof *others, compare_names);
  class->others = others;
}

static void
fill_class (VotumVerdictBuilder    *builder,
            gboolean                points,
            VotumVerdict           *head,
            VotumResultListContent *content,
            VotumResultListClass   *class)
{
  g_autoptr(GPtrArray) winners = votum_case_get_winners (builder->self, builder->standing);
  VotumResultListRow *rows;

  *head = (VotumVerdict) { 0 };
  votum_verdict_fill_head (builder, winners, head);
  rows = votum_verdict_own_array (builder, VotumResultListRow, head->n_decisions + head->n_entrants);
  class->class_name = head->class_name;
  class->undecided = head->undecided;
  class->rows = rows;
  if (head->undecided)
    fill_computed (builder, head, content->list.leaders_only, points, rows, class);
  else
    fill_decided (builder, head, content->list.leaders_only, points, rows, class);
  if (head->name_finalists && !content->list.leaders_only)
    fill_others (builder, head, class);
}

/**
 * votum_case_result_list_content:
 * @self: a case
 * @standings: (element-type VotumStanding): the results of the classes, at least one
 * @lang: the language of the list
 * @points: whether it says the points too
 * @error: return location for an error
 *
 * Returns: (transfer full): what the list says, with the award's embargo and with the leaders alone where the award says so; %NULL
 *   with a sentence where this copy must not show the marks of all
 */
VotumResultListContent *
votum_case_result_list_content (VotumCase  *self,
                                GPtrArray  *standings,
                                const char *lang,
                                gboolean    points,
                                GError    **error)
{
  g_autoptr(VotumResultListContent) content = NULL;
  VotumVerdictBuilder builder = { self, NULL, lang, NULL };
  VotumThing *award = votum_case_get_award (self);
  VotumResultListClass *classes;
  VotumVerdict head = { 0 };

  g_return_val_if_fail (standings->len > 0, NULL);

  if (!votum_case_may_document (self, g_ptr_array_index (standings, 0), error))
    return NULL;

  content = g_new0 (VotumResultListContent, 1);
  content->owned = builder.owned = g_ptr_array_new_with_free_func (g_free);
  content->list.embargo = votum_thing_get_text (award, VOTUM_AWARD_EMBARGO);
  content->list.leaders_only = votum_thing_get_boolean (award, VOTUM_AWARD_LEADERS_ONLY);
  classes = votum_verdict_own_array (&builder, VotumResultListClass, standings->len);
  for (guint i = 0; i < standings->len; i++)
    {
      builder.standing = g_ptr_array_index (standings, i);
      fill_class (&builder, points, &head, content, &classes[i]);
      if (content->list.date == NULL)
        content->list.date = head.date;
    }
  content->list.classes = classes;
  content->list.n_classes = standings->len;
  content->list.award_name = head.award_name;
  content->list.year = head.year;
  content->list.organiser = head.organiser;
  content->list.place = content->list.date != NULL ? head.place : NULL;
  content->list.created = head.created;

  return g_steal_pointer (&content);
}

/**
 * votum_case_result_list:
 * @self: a case
 * @standings: (element-type VotumStanding): the results of the classes, at least one
 * @lang: the language of the list
 * @points: whether it says the points too
 * @error: return location for an error
 *
 * Returns: (transfer full): the result list, ready to be drawn on screen or written as PDF; %NULL as votum_case_result_list_content()
 */
VotumPaper *
votum_case_result_list (VotumCase  *self,
                        GPtrArray  *standings,
                        const char *lang,
                        gboolean    points,
                        GError    **error)
{
  g_autoptr(VotumResultListContent) content = votum_case_result_list_content (self, standings, lang, points, error);

  return content != NULL ? votum_result_list_document (&content->list, lang) : NULL;
}
