#pragma once

#include <glib/gstdio.h>

#include "small-case.h"
#include "votum-case-charts.h"
#include "votum-case-import.h"

/* Cases for the tests of charts: as many of everything as asked for, with marks that are made by a rule of their own. */

typedef struct {
  const char *name;
  guint       n_entrants, n_jurors, n_criteria, n_rounds;
  const char *min, *max;
  gboolean    long_names;
  gboolean    even;      /* everybody has the same marks */
  gboolean    holes;     /* marks are missing, and jurors are recused */
  gboolean    unmarked;  /* nobody has marked anything */
  const char *rounds;    /* (nullable): what each round counts in the total */
} ChartCaseSpec;

typedef struct {
  char          *folder, *path;
  VotumCase     *votum_case;
  VotumStanding *standing;
} ChartCase;

static const char * const chart_entrants[] = { "Nordlys Kraft", "Fjellvind Forsikring", "Havgap Sparebank", "Skogstjerne Reiser", "Tussmørke Telecom" };
static const char * const chart_criteria[] = { "Ledelse og forankring", "Læring og utvikling", "Kultur og engasjement", "Mål og resultater",
                                               "Kundeopplevelse", "Kanaler og sosiale medier" };

static inline char *
chart_case_name (const ChartCaseSpec *spec,
                 const char * const  *usual,
                 guint                n_usual,
                 const char          *longer,
                 guint                i)
{
  g_autofree char *number = NULL;

  if (!spec->long_names && i < n_usual)
    return g_strdup (usual[i]);

  /* a number at its end tells them apart */
  number = g_strdup_printf (" %u", i + 1);

  return g_strconcat (longer, number, NULL);
}

static inline void
chart_case_things (const ChartCaseSpec *spec,
                   VotumDocument       *document)
{
  small_case_add (document, VOTUM_KIND_SCALE, "s", "min", spec->min, "max", spec->max, "step", "1", NULL);
  small_case_add (document, VOTUM_KIND_RULE, "r", "round-total", "2", "round-weights", spec->rounds, NULL);
  small_case_add (document, VOTUM_KIND_AWARD, "prize", "name", "Prøveprisen", "scale", "s", "rule", "r", "year", "2026", NULL);
  for (guint i = 0; i < spec->n_criteria; i++)
    {
      g_autofree char *key = g_strdup_printf ("K%u", i + 1);
      g_autofree char *weight = g_strdup_printf ("%u", 10 + i % 3 * 5);
      g_autofree char *name = chart_case_name (spec, chart_criteria, G_N_ELEMENTS (chart_criteria),
                                               "Systematisk kundetilfredshetsoppfølging i alle kanaler og på alle nivåer, del", i);

      small_case_add (document, VOTUM_KIND_CRITERION, key, "name", name, "weight", weight, NULL);
    }
  for (guint i = 0; i < spec->n_entrants; i++)
    {
      g_autofree char *key = g_strdup_printf ("e%u", i + 1);
      g_autofree char *name = chart_case_name (spec, chart_entrants, G_N_ELEMENTS (chart_entrants),
                                               "Stiftelsen Nordnorsk Kystkultur- og Båtbyggertradisjonsformidling avdeling", i);

      small_case_add (document, VOTUM_KIND_ENTRANT, key, "name", name, NULL);
    }
  for (guint i = 0; i < spec->n_jurors; i++)
    {
      g_autofree char *key = g_strdup_printf ("j%u", i + 1);
      g_autofree char *name = chart_case_name (spec, NULL, 0, spec->long_names ? "Marianne-Elisabeth Østby Sæther-Kristoffersen" : "Juror", i);

      small_case_add (document, VOTUM_KIND_JUROR, key, "name", name, NULL);
    }
  for (guint i = 0; i < spec->n_rounds; i++)
    {
      g_autofree char *key = g_strdup_printf ("%u", i + 1);

      small_case_add (document, VOTUM_KIND_ROUND, key, "position", key, "kind", i == 1 ? "after-visit" : "individual",
                      "name", i == 1 ? "Etter besøket" : i == 0 ? "Besvarelsen" : NULL, NULL);
    }
  if (spec->holes && spec->n_jurors > 1)
    small_case_add (document, VOTUM_KIND_RECUSAL, "in1", "juror", "j2", "entrant", "e1", NULL);
}

static inline void
chart_case_marks (const ChartCaseSpec *spec,
                  VotumDocument       *document)
{
  gint64 low = g_ascii_strtoll (spec->min, NULL, 10), span = g_ascii_strtoll (spec->max, NULL, 10) - low;

  for (guint r = 0; r < spec->n_rounds; r++)
    for (guint e = 0; e < spec->n_entrants; e++)
      for (guint j = 0; j < spec->n_jurors; j++)
        for (guint k = 0; k < spec->n_criteria; k++)
          {
            g_autofree char *round = g_strdup_printf ("%u", r + 1), *entrant = g_strdup_printf ("e%u", e + 1);
            g_autofree char *juror = g_strdup_printf ("j%u", j + 1), *criterion = g_strdup_printf ("K%u", k + 1);
            guint mixed = e * 7 + j * 5 + k * 11 + r * 3 + e * k + j * e % 3;
            gint64 value = spec->even ? low + span / 2 : low + (gint64) (mixed % (guint) (span + 1));
            VotumMarkRow row = { .round = round, .entrant = entrant, .juror = juror, .criterion = criterion,
                                 .value = { .digits = value } };

            /* the better half goes on; the first have better marks, so that there is an order */
            if (r > 0 && spec->n_entrants > 2 && e >= (spec->n_entrants + 1) / 2)
              continue;
            if (spec->holes && ((j == 1 && e == 0) || mixed % 13 == 4 || (e == 2 && k == 0)))
              continue;
            if (!spec->even && e < 2 && mixed % 3 > 0)
              row.value.digits = MIN (low + span, value + 2);
            votum_document_add_mark (document, &row);
          }
}

static inline void
chart_case_clear (ChartCase *self)
{
  g_clear_pointer (&self->standing, votum_standing_free);
  g_clear_object (&self->votum_case);
  g_unlink (self->path);
  g_rmdir (self->folder);
  g_free (self->path);
  g_free (self->folder);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChartCase, chart_case_clear)

static inline void
chart_case_import (VotumCase     *votum_case,
                   VotumDocument *document)
{
  g_autoptr(VotumProblems) problems = votum_problems_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(VotumImport) import = votum_case_plan_document (votum_case, document, problems, &error);

  g_assert_no_error (error);
  votum_case_import (votum_case, import, "init", "test", NULL, NULL, &error);
  g_assert_no_error (error);
}

static inline void
chart_case_make (ChartCase           *self,
                 const ChartCaseSpec *spec)
{
  VotumDocument *document = votum_document_new (VOTUM_DOCUMENT_AWARD);
  g_autoptr(GError) error = NULL;

  self->folder = g_dir_make_tmp ("votum-charts-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "case.votum", NULL);
  self->votum_case = votum_case_create (self->path, &error);
  g_assert_no_error (error);
  votum_case_set_who (self->votum_case, "Test");
  chart_case_things (spec, document);
  if (!spec->unmarked)
    chart_case_marks (spec, document);
  chart_case_import (self->votum_case, document);
  self->standing = votum_case_compute (self->votum_case, NULL, NULL, &error);
  g_assert_no_error (error);
}

static inline VotumChartRequest
chart_case_request (ChartCase  *self,
                    const char *lang)
{
  return (VotumChartRequest) { .votum_case = self->votum_case, .standing = self->standing, .round = self->standing->last_round,
                               .lang = lang, .seed = 1 };
}
