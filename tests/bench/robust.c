/* robust: what the analysis of weights and jurors takes, against floors in the same run. Prints "NAME NUMBER" lines: medians in
 * milliseconds of the processor, by turns, and memory in KiB.
 *
 * smaa          100 000 sets of weights, 10 finalists x 12 criteria: ranks, acceptability, central weights
 * smaa-floor    drawing those random numbers, and nothing else
 * juries        10 000 juries out of 30 jurors, 10 finalists: places, leads
 * juries-floor  drawing who is in those juries, and nothing else
 * step-...      one step of a moved weight, 200 finalists x 30 criteria in groups: totals, order, places, chart, picture
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "votum-bootstrap.h"
#include "votum-chart-ranking.h"
#include "votum-result.h"
#include "votum-smaa-private.h"

#define N_TURNS 21
#define N_STEPS 1200

/* Time of the processor, so that others on the machine do not count. */
static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);

  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static int
compare (const void *a,
         const void *b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return left < right ? -1 : left > right;
}

static double
part_of (double *figures,
         guint   n,
         double  part)
{
  qsort (figures, n, sizeof (double), compare);

  return figures[MIN ((guint) (part * n), n - 1)];
}

static long
memory (void)
{
  g_autofree char *text = NULL;
  long pages = 0;

  if (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
    sscanf (text, "%*d %ld", &pages);

  return pages * sysconf (_SC_PAGESIZE) / 1024;
}

/* ---- weights ---- */

static void
bench_smaa (void)
{
  enum { N_ENTRANTS = 10, N_LEAVES = 12, N_DRAWS = 100000 };
  g_autoptr(GRand) random = g_rand_new_with_seed (1);
  double values[N_ENTRANTS * N_LEAVES], weights[N_LEAVES], mine[N_TURNS], floor[N_TURNS];
  g_autofree VotumDraws *draws = g_new (VotumDraws, 1);
  g_autoptr(VotumWhatIf) model = NULL;
  VotumSmaaWork work;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = g_rand_double_range (random, 3, 6);
  for (guint i = 0; i < N_LEAVES; i++)
    weights[i] = 1;
  model = votum_what_if_new_plain (values, N_ENTRANTS, N_LEAVES, weights);
  votum_smaa_work_init (&work, model);
  for (guint turn = 0; turn < N_TURNS; turn++)
    {
      const VotumSmaaOptions options = { .n_draws = N_DRAWS, .seed = turn };
      g_autoptr(VotumSmaa) smaa = NULL;
      double begin = now ();

      smaa = votum_smaa_compute (model, &options, NULL, NULL);
      mine[turn] = now () - begin;
      votum_draws_init (draws, turn);
      begin = now ();
      for (guint i = 0; i < N_DRAWS; i += VOTUM_SMAA_BLOCK)
        votum_smaa_draw (&work, draws);
      floor[turn] = now () - begin;
    }
  votum_smaa_work_clear (&work);
  printf ("smaa %.4f\nsmaa-floor %.4f\n", part_of (mine, N_TURNS, 0.5), part_of (floor, N_TURNS, 0.5));
}

/* ---- juries ---- */

static void
bench_juries (void)
{
  enum { N_ENTRANTS = 10, N_JURORS = 30, N_DRAWS = 10000 };
  g_autoptr(GRand) random = g_rand_new_with_seed (2);
  double scores[N_ENTRANTS * N_JURORS], mine[N_TURNS], floor[N_TURNS];
  g_autofree VotumDraws *draws = g_new (VotumDraws, 1);
  guint jury[N_JURORS], sum = 0;

  for (guint i = 0; i < G_N_ELEMENTS (scores); i++)
    scores[i] = g_rand_double_range (random, 3, 6);
  for (guint turn = 0; turn < N_TURNS; turn++)
    {
      const VotumBootstrapOptions options = { .n_draws = N_DRAWS, .seed = turn, .first = 0, .second = 1 };
      g_autoptr(VotumBootstrap) bootstrap = NULL;
      double begin = now ();

      bootstrap = votum_bootstrap_compute (scores, N_ENTRANTS, N_JURORS, &options, NULL, NULL);
      mine[turn] = now () - begin;
      votum_draws_init (draws, turn);
      begin = now ();
      for (guint i = 0; i < N_DRAWS; i++)
        {
          for (guint k = 0; k < N_JURORS; k++)
            jury[k] = votum_draws_below (draws, N_JURORS);
          sum += jury[i % N_JURORS];
        }
      floor[turn] = now () - begin;
    }
  printf ("juries %.4f\njuries-floor %.4f\n", part_of (mine, N_TURNS, 0.5), part_of (floor, N_TURNS, 0.5));
  if (sum == 1)
    puts ("");
}

/* ---- a moved weight ---- */

enum { N_FINALISTS = 200, N_CRITERIA = 30, N_GROUPS = 6, N_PANEL = 3 };

static VotumResult *
large_result (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (3);
  g_autoptr(VotumSheet) sheet = votum_sheet_new (1, N_FINALISTS, N_PANEL);
  g_autoptr(VotumTerms) terms = votum_terms_new ();
  int groups[N_GROUPS];

  for (guint i = 0; i < N_GROUPS; i++)
    groups[i] = votum_sheet_add_node (sheet, "group", -1, (VotumDecimal) { 10 + i, 0 }, FALSE, FALSE);
  for (guint i = 0; i < N_CRITERIA; i++)
    votum_sheet_add_node (sheet, "criterion", groups[i % N_GROUPS], (VotumDecimal) { 1 + i % 4, 0 }, TRUE, FALSE);
  for (guint i = 0; i < N_FINALISTS; i++)
    for (guint leaf = 0; leaf < N_CRITERIA; leaf++)
      for (guint juror = 0; juror < N_PANEL; juror++)
        if (i % 10 != 0 || leaf != i % N_CRITERIA)
          votum_sheet_set_cell (sheet, 0, i, juror, leaf, (VotumCell) { { g_rand_int_range (random, 10, 61), 1 }, VOTUM_CELL_VALUE });
  terms->round_total = 2;

  return votum_result_compute (sheet, terms, NULL, NULL);
}

typedef struct {
  const VotumWhatIf      *model;
  VotumChartMemory       *memory;
  cairo_surface_t        *surface;
  double                  width, height;
  char                  **names;
  double                 *weights, *totals;
  guint                  *order, *ranks;
  VotumChartRankingEntry *entries;
  char                  (*texts)[32];
} Desk;

static void
step (Desk  *desk,
      guint  i)
{
  const VotumChartStyle style = { .memory = desk->memory };
  VotumChartRanking data = { .lang = "nb", .max = 6, .n_jurors = N_PANEL, .entries = desk->entries };
  g_autoptr(VotumChart) chart = NULL;
  cairo_t *cr = cairo_create (desk->surface);

  votum_what_if_move (desk->model, votum_what_if_stored (desk->model), i / 100 % N_GROUPS, i % 100 / 100.0, desk->weights);
  votum_what_if_totals (desk->model, desk->weights, desk->totals);
  data.n_entries = votum_what_if_order (desk->model, desk->totals, desk->order);
  votum_what_if_ranks (desk->model, desk->totals, desk->ranks);
  for (guint k = 0; k < data.n_entries; k++)
    {
      guint entrant = desk->order[k];

      desk->entries[k] = (VotumChartRankingEntry) {
        .name = desk->names[entrant], .has_value = TRUE, .value = desk->totals[entrant], .place = desk->ranks[entrant], .entrant = (int) entrant,
        .value_text = g_ascii_formatd (desk->texts[k], sizeof desk->texts[k], "%.2f", desk->totals[entrant]) };
    }
  chart = votum_chart_ranking_new (&data);
  votum_chart_draw (chart, cr, desk->width, desk->height, &style);
  cairo_destroy (cr);
}

static void
bench_step (const char *name,
            double      width,
            double      height)
{
  g_autoptr(VotumResult) result = large_result ();
  g_autoptr(VotumWhatIf) model = votum_what_if_new (result, 0, NULL);
  g_autoptr(VotumChartMemory) texts = votum_chart_memory_new ();
  g_autofree double *figures = g_new0 (double, N_STEPS);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  Desk desk = { .model = model, .memory = texts, .width = width, .height = height };
  long before = 0;

  for (guint i = 0; i < N_FINALISTS; i++)
    g_ptr_array_add (names, g_strdup_printf ("Nordnorsk Kystkultur %u", i + 1));
  desk.names = (char **) names->pdata;
  desk.surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, (int) height);
  desk.weights = g_new (double, N_CRITERIA);
  desk.totals = g_new (double, N_FINALISTS);
  desk.order = g_new (guint, N_FINALISTS);
  desk.ranks = g_new (guint, N_FINALISTS);
  desk.entries = g_new (VotumChartRankingEntry, N_FINALISTS);
  desk.texts = g_malloc (32 * N_FINALISTS);
  for (guint i = 0; i < N_STEPS; i++)
    {
      double begin = now ();

      step (&desk, i);
      figures[i] = now () - begin;
      /* all names and figures have been seen by then */
      if (i == N_STEPS / 2)
        before = memory ();
    }
  printf ("%s-growth %ld\n", name, memory () - before);
  printf ("%s-median %.4f\n%s-p99 %.4f\n", name, part_of (figures, N_STEPS, 0.5), name, part_of (figures, N_STEPS, 0.99));
  cairo_surface_destroy (desk.surface);
  g_free (desk.weights);
  g_free (desk.totals);
  g_free (desk.order);
  g_free (desk.ranks);
  g_free (desk.entries);
  g_free (desk.texts);
}

/* Without the chart. */
static void
bench_what_if (void)
{
  g_autoptr(VotumResult) result = large_result ();
  g_autoptr(VotumWhatIf) model = votum_what_if_new (result, 0, NULL);
  double figures[N_STEPS], weights[N_CRITERIA], totals[N_FINALISTS];
  guint order[N_FINALISTS], ranks[N_FINALISTS];

  for (guint i = 0; i < N_STEPS; i++)
    {
      double begin = now ();

      votum_what_if_move (model, votum_what_if_stored (model), i / 100 % N_GROUPS, i % 100 / 100.0, weights);
      votum_what_if_totals (model, weights, totals);
      votum_what_if_order (model, totals, order);
      votum_what_if_ranks (model, totals, ranks);
      figures[i] = now () - begin;
    }
  printf ("ranked-median %.4f\nranked-p99 %.4f\n", part_of (figures, N_STEPS, 0.5), part_of (figures, N_STEPS, 0.99));
}

int
main (int   argc,
      char *argv[])
{
  bench_smaa ();
  bench_juries ();
  bench_what_if ();
  bench_step ("step", 800, 500);
  bench_step ("tall", 800, 4400);

  return 0;
}
