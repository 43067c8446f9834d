#include "votum-config.h"

#include <math.h>

#include "votum-cli.h"
#include "votum-cli-robustness.h"

/* How sure the order is, for programs: one figure a row. */

typedef struct {
  const char *part, *figure, *entrant, *other, *criterion, *juror;
  int rank;       /* 0: none */
  double value, low, high;
} Row;

#define NOTHING .value = NAN, .low = NAN, .high = NAN

static void
add_number (VotumCliTable *table,
            double         value,
            guint          decimals)
{
  char format[8];
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_snprintf (format, sizeof format, "%%.%uf", decimals);
  votum_cli_table_cell (table, isfinite (value) ? g_ascii_formatd (text, sizeof text, format, fabs (value) < 5e-7 ? 0 : value) : NULL);
}

static void
add_row (VotumCliTable        *table,
         const VotumCliRobust *report,
         const Row            *row)
{
  const VotumStanding *standing = report->standing;

  votum_cli_table_cell (table, standing->class != NULL ? votum_thing_get_key (standing->class) : NULL);
  votum_cli_table_cell (table, votum_thing_get_key (g_ptr_array_index (standing->rounds, report->robustness->round)));
  votum_cli_table_cell (table, row->part);
  votum_cli_table_cell (table, row->figure);
  votum_cli_table_cell (table, row->entrant);
  votum_cli_table_cell (table, row->other);
  votum_cli_table_cell (table, row->criterion);
  votum_cli_table_cell (table, row->juror);
  add_number (table, row->rank > 0 ? row->rank : NAN, 0);
  add_number (table, row->value, 6);
  add_number (table, row->low, 6);
  add_number (table, row->high, 6);
}

static const char *
entrant_key (const VotumCliRobust *report,
             guint                 entrant)
{
  return votum_thing_get_key (g_ptr_array_index (report->standing->entrants, entrant));
}

static void
add_leaves (VotumCliTable        *table,
            const VotumCliRobust *report,
            const char           *figure,
            const char           *entrant,
            const double         *weights)
{
  double whole = 0;

  for (guint leaf = 0; leaf < report->robustness->n_leaves; leaf++)
    whole += weights[leaf];
  for (guint leaf = 0; leaf < report->robustness->n_leaves; leaf++)
    add_row (table, report, &(Row) { "finalist", figure, entrant, NULL, votum_thing_get_key (g_ptr_array_index (report->standing->leaves, leaf)),
                                     NULL, 0, weights[leaf] / whole, NAN, NAN });
}

static void
add_entrant (VotumCliTable            *table,
             const VotumCliRobust     *report,
             const VotumRobustEntrant *entrant)
{
  const VotumRobustness *robustness = report->robustness;
  const char *key = votum_thing_get_key (entrant->thing);

  add_row (table, report, &(Row) { "finalist", "place", key, .rank = (int) entrant->place, NOTHING });
  for (guint rank = 0; rank < robustness->n_ranked && robustness->no_weights == NULL; rank++)
    add_row (table, report, &(Row) { "finalist", "acceptability", key, .rank = (int) rank + 1, .value = entrant->ranks[rank], .low = NAN, .high = NAN });
  for (guint rank = 0; rank < robustness->n_ranked && robustness->no_juries == NULL; rank++)
    add_row (table, report, &(Row) { "finalist", "stability", key, .rank = (int) rank + 1, .value = entrant->juries[rank], .low = NAN, .high = NAN });
  if (!isnan (entrant->kept_first))
    add_row (table, report, &(Row) { "finalist", "first-with-kept-order", key, .value = entrant->kept_first, .low = NAN, .high = NAN });
  if (!isnan (entrant->likely_first))
    add_row (table, report, &(Row) { "finalist", "first-if-normal", key, .value = entrant->likely_first, .low = NAN, .high = NAN });
  if (entrant->central != NULL)
    add_leaves (table, report, "central-weight", key, entrant->central);
  if (entrant->change == NULL || !entrant->change->possible)
    return;
  add_row (table, report, &(Row) { "finalist", "smallest-change", key, .value = entrant->change->moved, .low = NAN, .high = NAN });
  add_leaves (table, report, "weight-then", key, entrant->change->weights);
}

static void
add_criterion (VotumCliTable              *table,
               const VotumCliRobust       *report,
               const VotumRobustCriterion *criterion)
{
  const VotumCrossovers *walk = criterion->walk;
  const char *key = votum_thing_get_key (criterion->thing);

  add_row (table, report, &(Row) { "criterion", "first-stable", .criterion = key, .value = walk->share, .low = walk->top_low, .high = walk->top_high });
  add_row (table, report, &(Row) { "criterion", "order-stable", .criterion = key, .value = walk->share, .low = walk->order_low, .high = walk->order_high });
  for (guint i = 0; i < walk->leading->len; i++)
    {
      const VotumLeading *leading = &g_array_index (walk->leading, VotumLeading, i);

      add_row (table, report, &(Row) { "criterion", "leads", .entrant = entrant_key (report, leading->leader), .criterion = key,
                                       .value = NAN, .low = leading->from, .high = leading->to });
    }
  for (guint i = 0; i < walk->crossings->len; i++)
    {
      const VotumCrossing *crossing = &g_array_index (walk->crossings, VotumCrossing, i);

      add_row (table, report, &(Row) { "criterion", "crossover", .entrant = entrant_key (report, crossing->after),
                                       .other = entrant_key (report, crossing->before), .criterion = key,
                                       .value = crossing->share, .low = NAN, .high = NAN });
    }
}

static void
add_left_out (VotumCliTable        *table,
              const VotumCliRobust *report,
              const char           *part,
              GPtrArray            *list)
{
  for (guint i = 0; i < list->len; i++)
    {
      const VotumRobustWithout *without = g_ptr_array_index (list, i);
      gboolean is_juror = votum_thing_get_kind (without->thing) == VOTUM_KIND_JUROR;
      const char *key = votum_thing_get_key (without->thing);

      for (guint k = 0; k < report->standing->entrants->len; k++)
        if (without->places[k] > 0)
          add_row (table, report, &(Row) { part, "place", entrant_key (report, k), .other = is_juror ? NULL : key,
                                           .juror = is_juror ? key : NULL, .rank = (int) without->places[k], NOTHING });
    }
}

/**
 * votum_cli_robust_rows:
 * @report: how sure an order is
 * @format: csv or json
 *
 * Prints it for programs; shares are of one.
 */
void
votum_cli_robust_rows (const VotumCliRobust *report,
                       VotumCliFormat        format)
{
  static const char *const texts[] = { "class", "round", "part", "figure", "entrant", "other", "criterion", "juror" };
  static const char *const numbers[] = { "rank", "value", "low", "high" };
  g_autoptr(VotumCliTable) table = votum_cli_table_new ();
  const VotumRobustness *robustness = report->robustness;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    votum_cli_table_column (table, VOTUM_CLI_TEXT, texts[i], "");
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    votum_cli_table_column (table, VOTUM_CLI_NUMBER, numbers[i], "");
  for (guint i = 0; i < robustness->entrants->len; i++)
    add_entrant (table, report, g_ptr_array_index (robustness->entrants, i));
  if (robustness->juries != NULL && robustness->n_ranked > 1)
    add_row (table, report, &(Row) { "lead", robustness->juries->exact ? "all-juries" : "drawn-juries",
                                     votum_thing_get_key (votum_robustness_leader (robustness)->thing),
                                     votum_thing_get_key (((VotumRobustEntrant *) g_ptr_array_index (robustness->entrants, 1))->thing),
                                     .value = robustness->juries->lead_mean, .low = robustness->juries->lead_low,
                                     .high = robustness->juries->lead_high });
  for (guint i = 0; i < robustness->criteria->len; i++)
    add_criterion (table, report, g_ptr_array_index (robustness->criteria, i));
  add_left_out (table, report, "without-juror", robustness->without_juror);
  add_left_out (table, report, "without-finalist", robustness->without_entrant);
  votum_cli_table_print (table, format, votum_cli_lang ());
}
