/* The charts: their labels, words and files; included by test-render.c. */

typedef struct {
  double   width, height;
  guint    n;
  GArray  *boxes;  /* of cairo_rectangle_t, of names only */
} Labels;

static void
label_cb (const char *text,
          double      x,
          double      y,
          double      width,
          double      height,
          gpointer    data)
{
  Labels *labels = data;
  cairo_rectangle_t box = { x, y, width, height };

  if (x < -0.6 || y < -0.6 || x + width > labels->width + 0.6 || y + height > labels->height + 0.6)
    g_error ("“%s” at %.1f %.1f, %.1f × %.1f leaves the surface of %.0f × %.0f", text, x, y, width, height, labels->width, labels->height);
  labels->n++;
  if (g_utf8_strlen (text, -1) > 4)
    g_array_append_val (labels->boxes, box);
}

static void
assert_apart (Labels *labels)
{
  for (guint i = 0; i < labels->boxes->len; i++)
    for (guint j = i + 1; j < labels->boxes->len; j++)
      {
        cairo_rectangle_t *a = &g_array_index (labels->boxes, cairo_rectangle_t, i);
        cairo_rectangle_t *b = &g_array_index (labels->boxes, cairo_rectangle_t, j);
        double across = MIN (a->x + a->width, b->x + b->width) - MAX (a->x, b->x);
        double down = MIN (a->y + a->height, b->y + b->height) - MAX (a->y, b->y);

        if (across > 0.6 && down > 0.6)
          g_error ("labels at %.1f %.1f and %.1f %.1f collide", a->x, a->y, b->x, b->y);
      }
}

static void
draw_at (const VotumChart *chart,
         int               width,
         int               height,
         gboolean          dark)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_t));
  Labels labels = { width, height, 0, boxes };
  VotumChartStyle style = { dark, FALSE, 1, label_cb, &labels };

  votum_chart_draw (chart, cr, width, height, &style);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpuint (labels.n, >, 0);
  assert_apart (&labels);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static const int chart_sizes[][2] = { { 320, 240 }, { 240, 320 }, { 467, 350 }, { 800, 500 }, { 1920, 1080 } };

static void
test_chart_labels (void)
{
  static const guint many[] = { 84 };
  g_autoptr (Demo) usual = demo_usual ("nb");
  g_autoptr (Demo) crowd = demo_new (84, 17, FALSE, many, 1, "en");

  for (guint i = 0; i < G_N_ELEMENTS (chart_sizes); i++)
    for (gboolean dark = FALSE; dark <= TRUE; dark++)
      {
        draw_at (usual->verdict.ranking, chart_sizes[i][0], chart_sizes[i][1], dark);
        draw_at (usual->verdict.profile, chart_sizes[i][0], chart_sizes[i][1], dark);
        draw_at (crowd->verdict.ranking, chart_sizes[i][0], chart_sizes[i][1], dark);
      }
}

static void
test_chart_axes (void)
{
  static const char * const names[] = {
    "Synlige og nære ledere på alle nivåer i virksomheten", "Kundetilfredshetsundersøkelsesoppfølging", "C3", "Mål",
    "Anerkjennelse og feiring av gode resultater", "Læring og sekundering", "Systematisk forbedring", "Dokumentert effekt",
    "Kundens stemme", "Plass på ledelsens dagsorden", "Sosiale medier og nye kanaler", "Tydelige mål alle kjenner",
    "En kultur der alle er med", "Bærekraft og samfunnsansvar i leverandørkjeden",
  };
  static const double a[] = { 5, 4, 3, 6, 2, NAN, 4, 5, 6, 1, 3, 4, 5, 6 };
  static const double b[] = { 4, 5, 4, 5, 3, 3, NAN, NAN, 5, 2, 4, 4, 4, 5 };
  static const VotumChartSeries series[] = {
    { "Stiftelsen Nordnorsk Kystkultur og Båtbyggertradisjon", a, 0 }, { "Nordlys Kraft", b, 1 },
  };

  for (guint n = 1; n <= G_N_ELEMENTS (names); n++)
    for (guint i = 0; i < G_N_ELEMENTS (chart_sizes); i++)
      {
        VotumChartProfile profile = { "nb", NULL, NULL, 1, 6, names, n, series, 2 };
        g_autoptr (VotumChart) chart = votum_chart_profile_new (&profile);

        draw_at (chart, chart_sizes[i][0], chart_sizes[i][1], FALSE);
      }
}

static char *
ranking_says (const VotumChartRanking *data)
{
  g_autoptr (VotumChart) chart = votum_chart_ranking_new (data);

  return votum_chart_finding (chart);
}

static char *
profile_says (const VotumChartProfile *data)
{
  g_autoptr (VotumChart) chart = votum_chart_profile_new (data);

  return votum_chart_finding (chart);
}

static void
test_chart_words (void)
{
  g_autoptr (Demo) demo = demo_usual ("en");
  VotumChartRankingEntry *entries = (VotumChartRankingEntry *) demo->ranking.entries;
  g_autoptr (VotumChart) chart = NULL;
  g_autofree char *long_text = NULL, *profile = NULL, *csv = NULL;

  entries[0].value_text = "5.12";
  entries[1].value_text = "4.95";
  ASSERT_SAYS (ranking_says (&demo->ranking), "Nordlys Kraft leads by 0.17");
  chart = votum_chart_ranking_new (&demo->ranking);
  entries[1].place = 1;
  ASSERT_SAYS (ranking_says (&demo->ranking), "Nordlys Kraft and Fjellvind Forsikring share the lead");
  demo->ranking.title = "Something else";
  ASSERT_SAYS (ranking_says (&demo->ranking), "Something else");
  demo->ranking.title = NULL;
  demo->ranking.n_entries = 1;
  ASSERT_SAYS (ranking_says (&demo->ranking), "Nordlys Kraft has 5.12");

  /* the chart keeps what it was given */
  ASSERT_SAYS (votum_chart_finding (chart), "Nordlys Kraft leads by 0.17");
  long_text = votum_chart_describe (chart);
  g_assert_true (g_str_has_prefix (long_text, "Nordlys Kraft leads by 0.17."));
  g_assert_nonnull (strstr (long_text, "2nd place: Fjellvind Forsikring, 4.95"));
  g_assert_nonnull (strstr (long_text, "1 recused"));
  csv = votum_chart_to_csv (chart);
  g_assert_true (g_str_has_prefix (csv, "place,finalist,result,low,high,recused,total_1"));
  g_assert_nonnull (strstr (csv, "\r\n2,Fjellvind Forsikring,4.95,"));
  profile = votum_chart_describe (demo->verdict.profile);
  g_assert_nonnull (strstr (profile, "Havgap Sparebank: Synlige og nære ledere"));
}

/* Each finalist can be rested on, where its row is drawn, in reading order. */
static void
test_chart_spots (void)
{
  g_autoptr (Demo) demo = demo_usual ("nb");
  g_autoptr (GPtrArray) spots = votum_chart_spots (demo->verdict.ranking, 800, 500, NULL);
  g_autoptr (GPtrArray) points = votum_chart_spots (demo->verdict.profile, 800, 500, NULL);
  double y = 0;

  g_assert_cmpuint (spots->len, ==, demo->ranking.n_entries);
  for (guint i = 0; i < spots->len; i++)
    {
      const VotumChartSpot *spot = g_ptr_array_index (spots, i);

      g_assert_cmpint (spot->entrant, ==, demo->ranking.entries[i].entrant);
      g_assert_nonnull (strstr (spot->text, demo->ranking.entries[i].name));
      g_assert_cmpfloat (spot->y, >, y);
      g_assert_cmpfloat (spot->y + spot->height, <=, 500);
      y = spot->y;
    }
  g_assert_cmpuint (points->len, ==, demo->profile.n_series * demo->profile.n_criteria);
}

/* Four are drawn, and all are told of. */
static void
test_chart_profile_all (void)
{
  static const char * const criteria[] = { "K1", "K2", "K3" };
  static const double low[] = { 1, 2, 1 }, middle[] = { 4, 4, 3 }, high[] = { 5, 5, 3 };
  static const VotumChartSeries series[] = { { "A", middle, 0 }, { "B", low, 1 }, { "C", low, 2 }, { "D", low, 3 }, { "E", high, 4 } };
  static const double x[] = { 5, 1, 1 }, y[] = { 1, 5, 1 }, z[] = { 1, 1, 5 };
  static const VotumChartSeries even[] = { { "A", x, 0 }, { "B", y, 1 }, { "C", z, 2 } };
  static const VotumChartSeries same[] = { { "A", x, 0 }, { "B", x, 1 }, { "C", x, 2 }, { "D", x, 3 }, { "E", x, 4 } };
  VotumChartProfile profile = { "en", NULL, NULL, 1, 6, criteria, 3, series, 5 };
  g_autoptr (VotumChart) chart = votum_chart_profile_new (&profile);
  g_autofree char *words = votum_chart_describe (chart);

  ASSERT_SAYS (votum_chart_finding (chart), "E is highest on all 3 criteria");
  g_assert_nonnull (strstr (words, "E: K1 5.0"));
  for (guint i = 0; i < G_N_ELEMENTS (chart_sizes); i++)
    draw_at (chart, chart_sizes[i][0], chart_sizes[i][1], FALSE);

  profile.n_series = 4;
  ASSERT_SAYS (profile_says (&profile), "A is highest on all 3 criteria");
  profile.series = even;
  profile.n_series = 3;
  ASSERT_SAYS (profile_says (&profile), "A, B and C are each highest on one criterion");
  profile.series = same;
  profile.n_series = 5;
  ASSERT_SAYS (profile_says (&profile), "5 finalists are highest on equally many criteria");
}

static void
test_chart_files (void)
{
  g_autoptr (Demo) demo = demo_usual ("nb");
  g_autofree char *folder = g_dir_make_tmp ("votum-render-XXXXXX", NULL);
  static const char * const names[] = { "a.png", "a.svg", "a.PDF", "a.csv" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) first = NULL, second = NULL;
      VotumChartExport how = { VOTUM_CHART_PNG, 640, 400, 2, "2026-11-03T14:05:00+01:00", "Arrangøren", NULL };
      GStatBuf info;

      g_assert_true (votum_chart_format_from_path (path, &how.format));
      g_assert_cmpuint (how.format, ==, i);
      first = votum_chart_to_bytes (demo->verdict.ranking, &how, &error);
      g_assert_no_error (error);
      second = votum_chart_to_bytes (demo->verdict.ranking, &how, &error);
      g_assert_true (g_bytes_equal (first, second));
      g_assert_true (votum_chart_write (demo->verdict.profile, &how, path, &error));
      g_assert_no_error (error);
      g_assert_cmpint (g_stat (path, &info), ==, 0);
      g_assert_cmpuint (info.st_mode & 0777 & ~0600, ==, 0);
      if (how.format == VOTUM_CHART_SVG)
        g_assert_true (holds (first, "<title>Nordlys Kraft leder med"));
      g_unlink (path);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}
