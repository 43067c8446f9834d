#include "votum-chart-lines.h"
#include "votum-chart-rounds.h"

#include <math.h>

/* The places round by round: who has led, who came up, who did not go on. */

/* The one in the first place after a round; -1 where it is shared or nobody's. */
static int
leader (const VotumChartRounds *data,
        guint                   round)
{
  int found = -1;

  for (guint i = 0; i < data->n_items; i++)
    if (data->items[i].places[round] == 1)
      {
        if (found >= 0)
          return -1;
        found = (int) i;
      }

  return found;
}

/* The leaders' names in a list; %NULL where nobody leads. */
static char *
shared_leaders (const VotumChart *self,
                guint             round)
{
  const VotumChartRounds *data = self->data;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *list = NULL;

  for (guint i = 0; i < data->n_items; i++)
    if (data->items[i].places[round] == 1)
      g_ptr_array_add (names, (gpointer) data->items[i].name);
  if (names->len == 0)
    return NULL;
  g_ptr_array_add (names, NULL);
  list = votum_words_list (self->lang, (const char * const *) names->pdata);

  return votum_words_format (self->lang, VOTUM_WORD_CHART_SHARED_LEAD, "names", list, NULL);
}

static char *
rounds_finding (const VotumChart *self)
{
  const VotumChartRounds *data = self->data;
  guint last = data->n_rounds > 0 ? data->n_rounds - 1 : 0, since;
  int now = data->n_rounds > 0 ? leader (data, last) : -1;
  g_autofree char *shared = data->n_rounds > 0 && now < 0 ? shared_leaders (self, last) : NULL;
  g_autofree char *n = NULL;

  if (shared != NULL)
    return g_steal_pointer (&shared);
  if (now < 0)
    return g_strdup (votum_words (self->lang, VOTUM_WORD_CHART_NO_RESULT));
  for (since = last; since > 0 && leader (data, since - 1) == now; since--)
    ;
  if (since == 0)
    return votum_words_format (self->lang, VOTUM_WORD_CHART_BUMP_ALWAYS, "name", data->items[now].name, NULL);
  n = g_strdup_printf ("%u", since + 1);

  return votum_words_format (self->lang, VOTUM_WORD_CHART_BUMP_TOOK, "name", data->items[now].name, "n", n, NULL);
}

static char *
rounds_subtitle (const VotumChart *self)
{
  return g_strdup (votum_words (self->lang, VOTUM_WORD_CHART_BUMP_SUB));
}

static char *
rounds_describe (const VotumChart *self)
{
  const VotumChartRounds *data = self->data;
  g_autofree char *finding = votum_chart_finding (self);
  GString *text = g_string_new (finding);

  g_string_append_c (text, '.');
  for (guint i = 0; i < data->n_items; i++)
    {
      g_autoptr (GString) list = g_string_new (NULL);
      g_autofree char *item = NULL;

      for (guint r = 0; r < data->n_rounds; r++)
        {
          guint place = data->items[i].places[r];
          g_autofree char *words = place > 0 ? votum_words_place (self->lang, place, FALSE) :
                                   g_strdup (votum_words (self->lang, r > 0 && data->items[i].places[r - 1] > 0 ? VOTUM_WORD_CHART_BUMP_OUT :
                                                                                                               VOTUM_WORD_NO_PLACE));

          g_string_append_printf (list, "%s%s %s", r > 0 ? "; " : "", data->rounds[r], words);
        }
      item = votum_words_format (self->lang, VOTUM_WORD_CHART_PROFILE_ITEM, "name", data->items[i].name, "list", list->str, NULL);
      g_string_append_printf (text, " %s.", item);
    }

  return g_string_free (text, FALSE);
}

static void
rounds_csv (const VotumChart *self,
            VotumChartCsv    *csv)
{
  const VotumChartRounds *data = self->data;

  votum_chart_csv_text (csv, "finalist");
  for (guint r = 0; r < data->n_rounds; r++)
    {
      g_autofree char *head = g_strdup_printf ("place_%u", r + 1);

      votum_chart_csv_text (csv, head);
    }
  votum_chart_csv_end (csv);
  for (guint i = 0; i < data->n_items; i++)
    {
      votum_chart_csv_text (csv, data->items[i].name);
      for (guint r = 0; r < data->n_rounds; r++)
        {
          if (data->items[i].places[r] > 0)
            votum_chart_csv_count (csv, data->items[i].places[r]);
          else
            votum_chart_csv_text (csv, NULL);
        }
      votum_chart_csv_end (csv);
    }
}

static gboolean
rounds_has_data (const VotumChart *self)
{
  const VotumChartRounds *data = self->data;

  return data->n_rounds >= 2 && data->n_items > 0;
}

static guint
rounds_n_rows (const VotumChart *self)
{
  return ((const VotumChartRounds *) self->data)->n_items;
}

static void
rounds_draw (const VotumChart *self,
             VotumPen         *pen)
{
  const VotumChartRounds *data = self->data;
  gsize n = (gsize) data->n_items * data->n_rounds;
  g_autofree const char **names = g_new0 (const char *, data->n_items + 1);
  g_autofree int *entrants = g_new0 (int, data->n_items + 1);
  g_autofree guint *looks = g_new0 (guint, data->n_items + 1);
  g_autofree int *rounds = g_new0 (int, data->n_rounds + 1);
  g_autofree double *values = g_new0 (double, n + 1);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  VotumLines lines = { data->rounds, rounds, data->n_rounds, names, entrants, data->n_items, values, NULL, TRUE, looks };

  if (!rounds_has_data (self))
    return;
  for (guint r = 0; r < data->n_rounds; r++)
    rounds[r] = (int) r;
  for (guint i = 0; i < data->n_items; i++)
    {
      names[i] = data->items[i].name;
      entrants[i] = data->items[i].entrant;
      looks[i] = data->items[i].look;
      for (guint r = 0; r < data->n_rounds; r++)
        {
          guint place = data->items[i].places[r];

          values[i * data->n_rounds + r] = place > 0 ? place : NAN;
          g_ptr_array_add (texts, g_strdup_printf ("%u", place));
        }
    }
  lines.texts = (char **) texts->pdata;
  votum_lines_draw (pen, &lines);
}

static const VotumChartKind rounds_kind = {
  "rounds", rounds_finding, rounds_subtitle, rounds_describe, rounds_draw, rounds_csv, rounds_has_data, rounds_n_rows,
};

/**
 * votum_chart_rounds_new:
 * @data: what it shows; copied
 *
 * Returns: (transfer full): the places after each round
 */
VotumChart *
votum_chart_rounds_new (const VotumChartRounds *data)
{
  VotumChart *self = votum_chart_new (&rounds_kind, data->lang, data->title, data->subtitle);
  VotumChartRounds *copy = votum_chart_keep (self, data, 1, sizeof *data);
  VotumChartRoundsItem *items = votum_chart_keep (self, data->items, data->n_items, sizeof *items);
  const char **rounds = votum_chart_keep (self, data->rounds, data->n_rounds, sizeof *rounds);

  for (guint r = 0; r < data->n_rounds; r++)
    rounds[r] = votum_chart_keep_text (self, rounds[r]);
  for (guint i = 0; i < data->n_items; i++)
    {
      items[i].name = votum_chart_keep_text (self, items[i].name);
      items[i].places = votum_chart_keep (self, items[i].places, data->n_rounds, sizeof (guint));
    }
  copy->lang = self->lang;
  copy->rounds = rounds;
  copy->items = items;
  self->data = copy;

  return self;
}
