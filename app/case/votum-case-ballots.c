#include "votum-config.h"

#include "votum-case-ballots.h"

#include <string.h>

#include "votum-case-ballots-private.h"
#include "votum-text.h"

/* What is asked of ballots on both sides of their way: what was judged by, and which of them is the latest. */

/* ---- what was judged by ---- */

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* A line for what marking locks of a thing, each value with its length before it. */
static char *
locked_line (VotumCase  *self,
             VotumThing *thing)
{
  g_autoptr(VotumThing) copy = votum_case_symbolic_copy (self, thing);
  const VotumThingInfo *info = votum_thing_get_info (copy);
  g_autofree char *key = votum_text_fold (votum_thing_get_key (copy));
  GString *line = g_string_new (info->name);

  g_string_append_printf (line, " %zu:%s", strlen (key), key);
  for (guint i = 0; i < info->n_fields; i++)
    {
      g_autofree char *text = info->fields[i].flags & VOTUM_FIELD_LOCKS ? votum_thing_field_to_text (copy, i) : NULL;

      if (text != NULL)
        g_string_append_printf (line, " %s=%zu:%s", info->fields[i].name, strlen (text), text);
    }

  return g_string_free (line, FALSE);
}

/**
 * votum_case_criteria_digest:
 * @self: a case
 *
 * Returns: (transfer full): a digest of the criteria, their weights and their scales. It is the same in the chair's case and in
 *   a juror's, as long as both judge by the same; a text that is corrected does not change it
 */
char *
votum_case_criteria_digest (VotumCase *self)
{
  static const VotumKind kinds[] = { VOTUM_KIND_SCALE, VOTUM_KIND_CRITERION };
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GString) all = g_string_new (NULL);

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      GListModel *things = votum_case_get_things (self, kinds[k]);

      for (guint i = 0; i < g_list_model_get_n_items (things); i++)
        {
          g_autoptr(VotumThing) thing = g_list_model_get_item (things, i);

          g_ptr_array_add (lines, locked_line (self, thing));
        }
    }
  g_ptr_array_sort (lines, compare_lines);
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (all, "%s\n", (const char *) lines->pdata[i]);

  return votum_digest (all->str, all->len);
}

/**
 * votum_case_latest_ballot:
 * @self: a case
 * @juror: a juror
 * @round: a round
 * @n_ballots: (out) (nullable): how many there are
 *
 * Returns: (transfer none) (nullable): the ballot of @juror in @round with the highest number
 */
VotumThing *
votum_case_latest_ballot (VotumCase  *self,
                          VotumThing *juror,
                          VotumThing *round,
                          guint      *n_ballots)
{
  GListModel *ballots = votum_case_get_things (self, VOTUM_KIND_BALLOT);
  VotumThing *latest = NULL;
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (ballots); i++)
    {
      g_autoptr(VotumThing) ballot = g_list_model_get_item (ballots, i);

      if (votum_thing_get_ref (ballot, VOTUM_BALLOT_JUROR) != votum_thing_get_id (juror) ||
          votum_thing_get_ref (ballot, VOTUM_BALLOT_ROUND) != votum_thing_get_id (round))
        continue;
      n++;
      if (latest == NULL || votum_thing_get_number (ballot, VOTUM_BALLOT_NUMBER) > votum_thing_get_number (latest, VOTUM_BALLOT_NUMBER))
        latest = ballot;
    }
  if (n_ballots != NULL)
    *n_ballots = n;

  return latest;
}
