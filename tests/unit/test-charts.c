#include "votum-config.h"

#include <math.h>
#include <string.h>

#include "chart-cases.h"
#include "golden-svg.h"
#include "votum-case-look.h"
#include "votum-chart-export.h"

/* Every kind of chart that a case can be shown as, with cases that are awkward: nothing of it may depend on what the kind
 * is, so that a new kind is tested by being in the table. */

static const ChartCaseSpec specs[] = {
  { "usual", 5, 5, 6, 2, "1", "6", FALSE, FALSE, TRUE, FALSE },
  { "crowd", 30, 7, 12, 2, "1", "6", TRUE, FALSE, TRUE, FALSE },
  { "alone", 1, 1, 1, 1, "1", "6", FALSE, FALSE, FALSE, FALSE },
  { "even", 4, 3, 4, 2, "1", "6", FALSE, TRUE, FALSE, FALSE },
  { "below zero", 6, 4, 5, 3, "-5", "5", FALSE, FALSE, TRUE, FALSE },
  { "unmarked", 3, 2, 4, 2, "1", "6", FALSE, FALSE, FALSE, TRUE },
};

static const int sizes[][2] = { { 320, 240 }, { 800, 500 }, { 1920, 1080 } };

typedef struct {
  char  *text;
  double x, y, width, height;
} Label;

static void
label_clear (gpointer data)
{
  g_free (((Label *) data)->text);
}

static void
label_cb (const char *text,
          double      x,
          double      y,
          double      width,
          double      height,
          gpointer    data)
{
  Label label = { g_strdup (text), x, y, width, height };

  g_array_append_val ((GArray *) data, label);
}

/* Labels are told with the room that their line takes; letters fill less of it, so that a little may overlap. */
static void
assert_apart (GArray     *labels,
              const char *where,
              double      width,
              double      height)
{
  for (guint i = 0; i < labels->len; i++)
    {
      const Label *a = &g_array_index (labels, Label, i);

      if (a->x < -0.6 || a->y < -0.6 || a->x + a->width > width + 0.6 || a->y + a->height > height + 0.6)
        g_test_fail_printf ("%s: “%s” at %.1f %.1f, %.1f × %.1f leaves the surface", where, a->text, a->x, a->y, a->width, a->height);
      for (guint j = i + 1; j < labels->len; j++)
        {
          const Label *b = &g_array_index (labels, Label, j);
          double across = MIN (a->x + a->width, b->x + b->width) - MAX (a->x, b->x);
          double down = MIN (a->y + a->height, b->y + b->height) - MAX (a->y, b->y);

          if (across > 0.6 && down > 0.12 * MIN (a->height, b->height))
            g_test_fail_printf ("%s: “%s” at %.1f %.1f and “%s” at %.1f %.1f collide", where, a->text, a->x, a->y, b->text, b->x, b->y);
        }
    }
}

/* Names of a usual length are not cut, not even in a small chart. */
static void
assert_whole (GArray     *labels,
              const char *where)
{
  for (guint i = 0; i < labels->len; i++)
    if (g_str_has_suffix (g_array_index (labels, Label, i).text, " …"))
      g_test_fail_printf ("%s: “%s” is cut", where, g_array_index (labels, Label, i).text);
}

static void
assert_spots (const VotumChart      *chart,
              const char            *where,
              double                 width,
              double                 height,
              const VotumChartStyle *style)
{
  g_autoptr(GPtrArray) spots = votum_chart_spots (chart, width, height, style);

  for (guint i = 0; i < spots->len; i++)
    {
      const VotumChartSpot *spot = g_ptr_array_index (spots, i);
      double x = spot->x + spot->width / 2, y = spot->y + spot->height / 2;

      if (!(x >= 0 && x <= width && y >= 0 && y <= height && spot->width > 0 && spot->height > 0))
        g_test_fail_printf ("%s: “%s” at %.1f %.1f leaves the surface", where, spot->text, x, y);
      g_assert_true (g_utf8_validate (spot->text, -1, NULL));
      g_assert_cmpuint (strlen (spot->text), >, 0);
    }
}

/* VOTUM_PICTURES=FOLDER: to be looked at. */
static void
write_picture (cairo_surface_t  *surface,
               const VotumChart *chart,
               const char       *case_name,
               int               width,
               gboolean          dark,
               double            text_scale)
{
  g_autofree char *name = g_strdup_printf ("%s-%s-%s-%d%s%s.png", votum_chart_get_kind (chart), case_name, votum_chart_get_lang (chart),
                                           width, dark ? "-dark" : "", text_scale > 1 ? "-large" : "");
  g_autofree char *path = g_build_filename (g_getenv ("VOTUM_PICTURES"), name, NULL);

  g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
}

static void
assert_draws (const VotumChart *chart,
              const char       *case_name,
              int               width,
              int               height,
              gboolean          dark,
              double            text_scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr(GArray) labels = g_array_new (FALSE, FALSE, sizeof (Label));
  VotumChartStyle style = { dark, FALSE, text_scale, label_cb, labels };
  g_autofree char *where = g_strdup_printf ("%s of “%s” in %s at %d × %d, text × %.0f", votum_chart_get_kind (chart), case_name,
                                            votum_chart_get_lang (chart), width, height, text_scale);

  g_array_set_clear_func (labels, label_clear);
  votum_chart_draw (chart, cr, width, height, &style);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpuint (labels->len, >, 0);
  assert_apart (labels, where, width, height);
  if (text_scale < 2 && strcmp (case_name, "usual") == 0)
    assert_whole (labels, where);
  if (g_getenv ("VOTUM_PICTURES") != NULL)
    write_picture (surface, chart, case_name, width, dark, text_scale);
  if (!dark)
    assert_spots (chart, where, width, height, &style);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* One line of heads, and each line as many cells as heads; nothing but UTF-8, no number that is none. */
static void
assert_csv (const VotumChart *chart)
{
  g_autofree char *csv = votum_chart_to_csv (chart);
  guint cells = 1, heads = 0;
  gboolean quoted = FALSE;

  g_assert_true (g_utf8_validate (csv, -1, NULL));
  g_assert_true (g_str_has_suffix (csv, "\r\n"));
  g_assert_null (strstr (csv, "nan"));
  g_assert_null (strstr (csv, "inf"));
  for (const char *p = csv; *p != '\0'; p++)
    {
      quoted = quoted != (*p == '"');
      if (quoted)
        continue;
      cells += *p == ',' ? 1 : 0;
      if (*p == '\n')
        {
          heads = heads == 0 ? cells : heads;
          g_assert_cmpuint (cells, ==, heads);
          cells = 1;
        }
    }
}

static void
assert_words (const VotumChart *chart)
{
  g_autofree char *finding = votum_chart_finding (chart);
  g_autofree char *description = votum_chart_describe (chart);

  g_assert_cmpuint (strlen (finding), >, 0);
  g_assert_false (g_str_has_suffix (finding, "."));
  g_assert_true (g_utf8_validate (description, -1, NULL));
  g_assert_cmpuint (strlen (description), >=, strlen (finding));
  g_assert_null (strchr (description, '{'));
  g_assert_null (strstr (description, "nan"));
}

static void
test_kind (gconstpointer data)
{
  const VotumCaseChart *kind = data;

  for (guint c = 0; c < G_N_ELEMENTS (specs); c++)
    {
      g_auto(ChartCase) chart_case = { 0 };

      chart_case_make (&chart_case, &specs[c]);
      for (guint lang = 0; lang < 2; lang++)
        {
          VotumChartRequest request = chart_case_request (&chart_case, lang == 0 ? "nb" : "en");
          g_autoptr(GError) error = NULL;
          g_autoptr(VotumChart) chart = kind->build (&request, &error);

          /* where there are no data for it, it says so in a sentence */
          if (chart == NULL)
            {
              g_assert_nonnull (error);
              g_assert_true (g_str_has_suffix (error->message, "."));
              continue;
            }
          g_assert_no_error (error);
          g_assert_cmpstr (votum_chart_get_kind (chart), ==, kind->name);
          assert_words (chart);
          assert_csv (chart);
          for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
            for (guint scale = 1; scale <= 2; scale++)
              {
                assert_draws (chart, specs[c].name, sizes[i][0], sizes[i][1], FALSE, scale);
                if (i == 0)
                  assert_draws (chart, specs[c].name, sizes[i][0], sizes[i][1], TRUE, scale);
              }
        }
    }
}

static char *
text_elements (GArray *labels)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < labels->len; i++)
    {
      const Label *label = &g_array_index (labels, Label, i);
      g_autofree char *element = g_markup_printf_escaped ("<text x=\"%.1f\" y=\"%.1f\" font-size=\"%.1f\" fill=\"gray\" textLength=\"%.1f\">%s</text>\n",
                                                          label->x, label->y + label->height * 0.78, label->height * 0.78, label->width, label->text);

      g_string_append (text, element);
    }

  return g_string_free (text, FALSE);
}

static void
test_golden (gconstpointer data)
{
  const VotumCaseChart *kind = data;
  static const struct { const char *lang; int width, height; gboolean dark; } looks[] = {
    { "nb", 480, 300, FALSE }, { "en", 320, 240, TRUE },
  };
  g_auto(ChartCase) chart_case = { 0 };

  chart_case_make (&chart_case, &specs[0]);
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      VotumChartRequest request = chart_case_request (&chart_case, looks[i].lang);
      g_autoptr(GArray) labels = g_array_new (FALSE, FALSE, sizeof (Label));
      VotumChartStyle style = { looks[i].dark, FALSE, 1, label_cb, labels };
      VotumChartExport how = { .format = VOTUM_CHART_SVG, .width = looks[i].width, .height = looks[i].height, .style = &style };
      g_autoptr(GError) error = NULL;
      g_autoptr(VotumChart) chart = kind->build (&request, &error);
      g_autoptr(GBytes) svg = NULL;
      g_autofree char *texts = NULL, *plain = NULL;
      g_autofree char *name = g_strdup_printf ("%s-%s.svg", kind->name, looks[i].dark ? "dark" : "light");

      g_assert_no_error (error);
      g_array_set_clear_func (labels, label_clear);
      svg = votum_chart_to_bytes (chart, &how, &error);
      g_assert_no_error (error);
      texts = text_elements (labels);
      plain = golden_plain (svg, texts);
      golden_compare (name, plain);
    }
}

static double
round_of (ChartCase *chart_case,
          guint      round,
          guint      entrant)
{
  g_autofree char *text = votum_result_round (chart_case->standing->result, round, entrant, 9);

  return g_ascii_strtod (text, NULL);
}

/* Where earlier rounds count, the criteria of the last one make up for its own part of the lead only. */
static void
test_contributions (void)
{
  const ChartCaseSpec spec = { .name = "rounds", .n_entrants = 4, .n_jurors = 5, .n_criteria = 5, .n_rounds = 2, .min = "1", .max = "6",
                               .rounds = "1; 0.25 0.75" };
  g_auto(ChartCase) chart_case = { 0 };
  VotumChartRequest request;
  g_autoptr(GError) error = NULL;
  g_autoptr(VotumChart) chart = NULL;
  g_autoptr(GArray) order = NULL;
  g_autofree char *csv = NULL, *total_a = NULL, *total_b = NULL;
  g_auto(GStrv) lines = NULL;
  double sum = 0, last = 0, earlier = 0;
  guint a, b;

  chart_case_make (&chart_case, &spec);
  request = chart_case_request (&chart_case, "en");
  chart = votum_case_chart ("contributions", &request, &error);
  g_assert_no_error (error);
  order = votum_result_order (chart_case.standing->result, request.round);
  a = g_array_index (order, guint, 0);
  b = g_array_index (order, guint, 1);

  csv = votum_chart_to_csv (chart);
  lines = g_strsplit (csv, "\r\n", -1);
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      double value = g_ascii_strtod (strrchr (lines[i], ',') + 1, NULL);

      if (strstr (lines[i], ",Lead,") != NULL)
        last = value;
      else if (strstr (lines[i], ",Earlier rounds,") != NULL)
        earlier = value;
      else
        sum += value;
    }
  total_a = votum_result_total (chart_case.standing->result, request.round, a, 2);
  total_b = votum_result_total (chart_case.standing->result, request.round, b, 2);
  g_assert_cmpfloat_with_epsilon (last, g_ascii_strtod (total_a, NULL) - g_ascii_strtod (total_b, NULL), 1e-6);
  g_assert_cmpfloat_with_epsilon (sum, 0.75 * (round_of (&chart_case, 1, a) - round_of (&chart_case, 1, b)), 1e-3);
  /* the total is rounded to two decimals */
  g_assert_cmpfloat_with_epsilon (earlier, 0.25 * (round_of (&chart_case, 0, a) - round_of (&chart_case, 0, b)), 0.011);
}

/* The finalists' colours in the order that a chart brings them in, a letter for each: "abc". */
static char *
colours_in (const ChartCase     *chart_case,
            const VotumStanding *standing,
            const char          *kind)
{
  static const guint known[] = { 0x0b5ca0, 0xd55e00, 0x27a397, 0x8a3f8f };
  const VotumChartExport how = { .format = VOTUM_CHART_SVG, .width = 800, .height = 500 };
  const VotumChartRequest request = { .votum_case = chart_case->votum_case, .standing = (VotumStanding *) standing, .round = standing->last_round,
                                      .lang = "en" };
  g_autoptr(GError) error = NULL;
  g_autoptr(VotumChart) chart = votum_case_chart (kind, &request, &error);
  g_autoptr(GBytes) svg = NULL;
  g_auto(GStrv) parts = NULL;
  g_autofree char *text = NULL;
  GString *colours = g_string_new (NULL);

  g_assert_no_error (error);
  svg = votum_chart_to_bytes (chart, &how, &error);
  g_assert_no_error (error);
  text = g_strndup (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));
  parts = g_strsplit (text, "rgb(", -1);
  for (guint i = 1; parts[i] != NULL; i++)
    {
      char *rest = parts[i];
      guint hex = 0;

      /* in per cents: "4.3%,36.1%,62.7%" */
      for (guint k = 0; k < 3; k++)
        {
          hex = hex << 8 | (guint) lround (g_ascii_strtod (rest, &rest) * 2.55);
          rest += strspn (rest, "%, ");
        }
      for (guint k = 0; k < G_N_ELEMENTS (known); k++)
        if (known[k] == hex && strchr (colours->str, (char) ('a' + k)) == NULL)
          g_string_append_c (colours, (char) ('a' + k));
    }

  return g_string_free (colours, FALSE);
}

/* By the order of the class, whoever leads. */
static void
assert_own_colours (const ChartCase     *chart_case,
                    const VotumStanding *standing)
{
  g_autoptr(GArray) order = votum_result_order (standing->result, standing->last_round);
  g_autoptr(GString) expected = g_string_new (NULL);
  g_autofree char *ranking = colours_in (chart_case, standing, "ranking");
  g_autofree char *profile = colours_in (chart_case, standing, "profile");

  for (guint i = 0; i < order->len; i++)
    {
      const char *key = votum_thing_get_key (g_ptr_array_index (standing->entrants, g_array_index (order, guint, i)));

      g_string_append_c (expected, (char) ('a' + (key[1] - '1')));
    }
  g_assert_cmpstr (ranking, ==, expected->str);
  g_assert_cmpstr (profile, ==, expected->str);
}

/* A finalist keeps its colour when another weight changes the lead, and when fewer are looked at. */
static void
test_colours (void)
{
  const ChartCaseSpec spec = { .name = "colours", .n_entrants = 4, .n_jurors = 5, .n_criteria = 5, .n_rounds = 1, .min = "1", .max = "6" };
  g_auto(ChartCase) chart_case = { 0 };
  g_autoptr(GArray) order = NULL;
  g_autoptr(GPtrArray) others = g_ptr_array_new ();
  guint n_changed = 0;

  chart_case_make (&chart_case, &spec);
  assert_own_colours (&chart_case, chart_case.standing);
  order = votum_result_order (chart_case.standing->result, 0);
  for (guint heavy = 0; heavy < chart_case.standing->leaves->len; heavy++)
    {
      g_autoptr(GHashTable) weights = g_hash_table_new (NULL, NULL);
      const VotumLook look = { .weights = weights };
      VotumDecimal all[2];
      g_autoptr(VotumStanding) standing = NULL;
      g_autoptr(GArray) other = NULL;
      g_autoptr(GError) error = NULL;

      g_assert_true (votum_decimal_parse ("1", &all[0], NULL));
      g_assert_true (votum_decimal_parse ("96", &all[1], NULL));
      for (guint leaf = 0; leaf < chart_case.standing->leaves->len; leaf++)
        g_hash_table_insert (weights, g_ptr_array_index (chart_case.standing->leaves, leaf), &all[leaf == heavy]);
      standing = votum_case_look (chart_case.votum_case, &look, &error);
      g_assert_no_error (error);
      standing->result = votum_standing_work_out (standing, NULL, &error);
      g_assert_no_error (error);
      other = votum_result_order (standing->result, 0);
      n_changed += g_array_index (other, guint, 0) != g_array_index (order, guint, 0);
      assert_own_colours (&chart_case, standing);
    }
  g_assert_cmpuint (n_changed, >, 0);

  for (guint i = 1; i < order->len; i++)
    g_ptr_array_add (others, g_ptr_array_index (chart_case.standing->entrants, g_array_index (order, guint, i)));
  {
    const VotumLook look = { .entrants = others };
    g_autoptr(VotumStanding) standing = votum_case_look (chart_case.votum_case, &look, NULL);

    standing->result = votum_standing_work_out (standing, NULL, NULL);
    assert_own_colours (&chart_case, standing);
  }
}

int
main (int    argc,
      char **argv)
{
  guint n;
  const VotumCaseChart *kinds = votum_case_chart_kinds (&n);

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = g_strconcat ("/charts/drawn/", kinds[i].name, NULL);
      g_autofree char *golden = g_strconcat ("/charts/golden/", kinds[i].name, NULL);

      g_test_add_data_func (path, &kinds[i], test_kind);
      g_test_add_data_func (golden, &kinds[i], test_golden);
    }

  g_test_add_func ("/charts/contributions-of-a-round", test_contributions);
  g_test_add_func ("/charts/colours-of-finalists", test_colours);

  return g_test_run ();
}
