#include "votum-config.h"

#include "votum-case-everything.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "votum-case-charts.h"
#include "votum-case-citation.h"
#include "votum-case-diploma.h"
#include "votum-case-everything-private.h"
#include "votum-case-export.h"
#include "votum-case-grids.h"
#include "votum-case-holder.h"
#include "votum-case-office.h"
#include "votum-case-private.h"
#include "votum-case-report.h"
#include "votum-case-result-list.h"
#include "votum-case-reveal.h"
#include "votum-case-verdict.h"
#include "votum-chart-export.h"
#include "votum-error.h"
#include "votum-words.h"

/* Everything that a case gives, in one folder: every document and table in every language, with what of it may be shown to
 * whom. */

typedef struct {
  VotumCase         *self;
  VotumBundle       *bundle;
  GPtrArray         *standings;   /* of VotumStanding */
  const char *const *langs;
  const VotumWork   *work;
  guint              done, total; /* steps */
} Exporter;

/* Before each step: how far it has come, and whether to go on. */
static gboolean
step (Exporter  *exporter,
      GError   **error)
{
  const VotumWork *work = exporter->work;

  if (work == NULL)
    return TRUE;
  if (work->progress != NULL)
    work->progress (MIN ((double) exporter->done / MAX (exporter->total, 1), 1), work->progress_data);
  exporter->done++;

  return !g_cancellable_set_error_if_cancelled (work->cancellable, error);
}

/* "protocol-stor-nb.pdf": letters that every file system takes. */
static char *
file_name (const char    *base,
           VotumStanding *standing,
           const char    *more,
           const char    *lang,
           const char    *ending)
{
  g_autofree char *class = standing != NULL && standing->class != NULL ? g_strconcat ("-", votum_thing_get_key (standing->class), NULL) : NULL;
  g_autofree char *own = more != NULL ? g_strconcat ("-", more, NULL) : NULL;
  g_autofree char *name = g_strconcat (base, class != NULL ? class : "", own != NULL ? own : "", lang != NULL ? "-" : "",
                                       lang != NULL ? lang : "", NULL);

  g_strdelimit (name, "/\\:*?\"<>| ", '-');

  return g_strconcat (name, ending, NULL);
}

static char *
with_class (VotumStanding *standing,
            const char    *what,
            const char    *lang)
{
  const char *name = standing->class != NULL ? votum_texts_get (votum_thing_get_texts (standing->class, VOTUM_CLASS_NAME), lang) : NULL;

  return name != NULL ? g_strdup_printf ("%s · %s", what, name) : g_strdup (what);
}

/* ---- documents ---- */

/* As PDF and for an office suite. */
static gboolean
put_paper (Exporter         *exporter,
           VotumBundlePart   part,
           VotumStanding    *standing,
           VotumPaper       *paper,
           const char       *base,
           const char       *more,
           const char       *what,
           const char       *lang,
           GError          **error)
{
  GCancellable *cancellable = exporter->work != NULL ? exporter->work->cancellable : NULL;
  g_autofree char *pdf_name = file_name (base, standing, more, lang, ".pdf");
  g_autofree char *text_name = file_name (base, standing, more, lang, ".odt");
  g_autoptr(GBytes) pdf = NULL;
  g_autoptr(GBytes) text = NULL;

  pdf = votum_paper_to_pdf (paper, cancellable, error);
  if (pdf == NULL || !votum_bundle_put (exporter->bundle, part, pdf_name, pdf, what, lang, error) || !step (exporter, error))
    return FALSE;
  text = votum_case_text_to_bytes (paper, error);

  return text != NULL && votum_bundle_put (exporter->bundle, part, text_name, text, what, lang, error);
}

static gboolean
put_verdict (Exporter         *exporter,
             VotumStanding    *standing,
             VotumVerdictPart  part,
             const char       *lang,
             GError          **error)
{
  const VotumVerdictOptions options = { .lang = lang, .part = part };
  gboolean citation = part == VOTUM_VERDICT_CITATION;
  gboolean undecided = !votum_case_is_decided (exporter->self, standing);
  gboolean draft;
  g_autoptr(VotumPaper) paper = NULL;
  g_autofree char *what = with_class (standing, votum_words (lang, citation ? VOTUM_WORD_CITATION : VOTUM_WORD_PROTOCOL_TITLE), lang);
  g_autofree char *marked = votum_words_format (lang, VOTUM_WORD_EVERYTHING_DRAFT, "what", what, NULL);

  if (!step (exporter, error))
    return FALSE;
  paper = votum_case_verdict (exporter->self, standing, &options, &draft);
  /* what is still being written is nobody's but the jury's */
  return put_paper (exporter, citation && !draft ? VOTUM_BUNDLE_PUBLIC : VOTUM_BUNDLE_CONFIDENTIAL, standing, paper,
                    citation ? "citation" : "protocol", NULL, (citation ? draft : undecided) ? marked : what, lang, error);
}

static gboolean
put_reports (Exporter       *exporter,
             VotumStanding  *standing,
             const char     *lang,
             GError        **error)
{
  g_autoptr(GPtrArray) reported = votum_case_reported (exporter->self, standing);

  for (guint i = 0; i < reported->len; i++)
    {
      VotumThing *entrant = g_ptr_array_index (reported, i);
      g_autoptr(VotumPaper) paper = NULL;
      g_autofree char *what = g_strdup_printf ("%s · %s", votum_words (lang, VOTUM_WORD_FEEDBACK),
                                               votum_thing_get_text (entrant, VOTUM_ENTRANT_NAME));

      if (!step (exporter, error))
        return FALSE;
      paper = votum_case_report (exporter->self, standing, entrant, lang, NULL, error);
      if (paper == NULL || !put_paper (exporter, VOTUM_BUNDLE_FINALISTS, standing, paper, "feedback", votum_thing_get_key (entrant), what, lang,
                                       error))
        return FALSE;
    }

  return TRUE;
}

/* Of all classes, and only what may be public; there is none before something is decided. */
static gboolean
put_result_list (Exporter    *exporter,
                 const char  *lang,
                 GError     **error)
{
  g_autoptr(VotumResultListContent) content = NULL;
  g_autoptr(VotumPaper) paper = NULL;
  gboolean decided = TRUE;

  if (!step (exporter, error))
    return FALSE;
  content = votum_case_result_list_content (exporter->self, exporter->standings, lang, FALSE, NULL);
  for (guint i = 0; content != NULL && i < content->list.n_classes; i++)
    decided = decided && !content->list.classes[i].undecided;
  paper = content != NULL && decided ? votum_case_result_list (exporter->self, exporter->standings, lang, FALSE, error) : NULL;
  if (content == NULL || !decided)
    return TRUE;

  return paper != NULL && put_paper (exporter, VOTUM_BUNDLE_PUBLIC, NULL, paper, "result-list", NULL,
                                     votum_words (lang, VOTUM_WORD_RESULT_LIST), lang, error);
}

/* To be printed: one for each who is honoured. */
static gboolean
put_diplomas (Exporter       *exporter,
              VotumStanding  *standing,
              const char     *lang,
              GError        **error)
{
  GCancellable *cancellable = exporter->work != NULL ? exporter->work->cancellable : NULL;
  g_autoptr(VotumDiplomaContent) content = NULL;

  if (!votum_case_is_decided (exporter->self, standing))
    return TRUE;
  content = votum_case_diploma_content (exporter->self, standing, NULL, lang, NULL);
  for (guint i = 0; content != NULL && i < content->n; i++)
    {
      VotumThing *entrant = g_ptr_array_index (content->entrants, i);
      g_autoptr(VotumPaper) paper = votum_case_diploma (exporter->self, standing, entrant, lang, error);
      g_autofree char *name = file_name ("diploma", standing, votum_thing_get_key (entrant), lang, ".pdf");
      g_autofree char *what = g_strdup_printf ("%s · %s", votum_words (lang, VOTUM_WORD_DIPLOMA), votum_thing_get_text (entrant, VOTUM_ENTRANT_NAME));
      g_autoptr(GBytes) pdf = paper != NULL ? votum_paper_to_pdf (paper, cancellable, error) : NULL;

      if (pdf == NULL || !votum_bundle_put (exporter->bundle, VOTUM_BUNDLE_FINALISTS, name, pdf, what, lang, error) || !step (exporter, error))
        return FALSE;
    }

  return TRUE;
}

/* They name who wins: the jury's, until they are shown. There are none before something is decided. */
static gboolean
put_slides (Exporter    *exporter,
            const char  *lang,
            GError     **error)
{
  GCancellable *cancellable = exporter->work != NULL ? exporter->work->cancellable : NULL;
  g_autoptr(VotumReveal) reveal = votum_case_reveal (exporter->self, exporter->standings, lang, NULL);
  g_autoptr(VotumPaper) paper = reveal != NULL ? votum_reveal_document (reveal) : NULL;
  g_autofree char *name = file_name ("slides", NULL, NULL, lang, ".pdf");
  g_autoptr(GBytes) pdf = NULL;

  if (paper == NULL)
    return TRUE;
  pdf = step (exporter, error) ? votum_paper_to_pdf (paper, cancellable, error) : NULL;

  return pdf != NULL && votum_bundle_put (exporter->bundle, VOTUM_BUNDLE_CONFIDENTIAL, name, pdf, votum_words (lang, VOTUM_WORD_REVEAL_SLIDES), lang,
                                          error);
}

/* ---- tables ---- */

static void
collect_grids (Exporter      *exporter,
               VotumStanding *standing,
               const char    *lang,
               gboolean       confidential,
               GPtrArray     *grids)
{
  const VotumGridRequest request = { exporter->self, standing, lang, FALSE };
  const char *const *names = votum_case_grid_names ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr(VotumGrid) grid = NULL;

      if (votum_case_grid_is_confidential (names[i]) != confidential ||
          (votum_case_grid_is_of_award (names[i]) && standing != g_ptr_array_index (exporter->standings, 0)))
        continue;
      grid = votum_case_grid (names[i], &request);
      if (grid != NULL && votum_grid_n_rows (grid) > 0)
        g_ptr_array_add (grids, g_steal_pointer (&grid));
    }
}

static gboolean
put_sheet (Exporter         *exporter,
           VotumBundlePart   part,
           const char       *base,
           const char       *what,
           const char       *lang,
           GError          **error)
{
  g_autoptr(GPtrArray) grids = g_ptr_array_new_with_free_func ((GDestroyNotify) votum_grid_free);
  g_autofree char *name = file_name (base, NULL, NULL, lang, ".ods");
  g_autoptr(GBytes) bytes = NULL;

  if (!step (exporter, error))
    return FALSE;
  for (guint i = 0; i < exporter->standings->len; i++)
    collect_grids (exporter, g_ptr_array_index (exporter->standings, i), lang, part == VOTUM_BUNDLE_CONFIDENTIAL, grids);
  if (grids->len == 0)
    return TRUE;
  bytes = votum_case_sheet_to_bytes (exporter->self, grids, lang, error);

  return bytes != NULL && votum_bundle_put (exporter->bundle, part, name, bytes, what, lang, error);
}

/* CSV is for programs: once, not in each language. */
static gboolean
put_csv (Exporter       *exporter,
         VotumStanding  *standing,
         GError        **error)
{
  for (guint confidential = 0; confidential < 2; confidential++)
    {
      g_autoptr(GPtrArray) grids = g_ptr_array_new_with_free_func ((GDestroyNotify) votum_grid_free);

      collect_grids (exporter, standing, exporter->langs[0], confidential, grids);
      for (guint i = 0; i < grids->len; i++)
        {
          const VotumGrid *grid = g_ptr_array_index (grids, i);
          g_autofree char *file = file_name (grid->name, votum_case_grid_is_of_award (grid->name) ? NULL : standing, NULL, NULL, ".csv");
          g_autofree char *name = g_strconcat ("tables/", file, NULL);
          g_autoptr(GBytes) bytes = votum_case_csv_to_bytes (grid);

          if (!step (exporter, error) ||
              !votum_bundle_put (exporter->bundle, confidential ? VOTUM_BUNDLE_CONFIDENTIAL : VOTUM_BUNDLE_PUBLIC, name, bytes, grid->title,
                                 NULL, error))
            return FALSE;
        }
    }

  return TRUE;
}

/* ---- charts ---- */

static gboolean
put_chart (Exporter       *exporter,
           VotumStanding  *standing,
           VotumChart     *chart,
           const char     *kind,
           const char     *lang,
           GError        **error)
{
  static const struct {
    VotumChartFormat format;
    const char *ending;
  } formats[] = { { VOTUM_CHART_PNG, ".png" }, { VOTUM_CHART_SVG, ".svg" } };
  GPtrArray *log = votum_case_get_log (exporter->self);
  const VotumLogEntry *last = g_ptr_array_index (log, log->len - 1);
  const VotumChartStyle style = { 0 };
  g_autofree char *finding = votum_chart_finding (chart);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      const VotumChartExport how = { .format = formats[i].format, .width = 800, .height = 500, .scale = 2, .created = last->time, .style = &style };
      g_autofree char *file = file_name (kind, standing, NULL, lang, formats[i].ending);
      g_autofree char *name = g_strconcat ("charts/", file, NULL);
      g_autoptr(GBytes) bytes = votum_chart_to_bytes (chart, &how, error);

      if (bytes == NULL || !votum_bundle_put (exporter->bundle, VOTUM_BUNDLE_CONFIDENTIAL, name, bytes, finding, lang, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
put_charts (Exporter       *exporter,
            VotumStanding  *standing,
            const char     *lang,
            GError        **error)
{
  guint n;
  const VotumCaseChart *kinds = votum_case_chart_kinds (&n);
  VotumChartRequest request = { .votum_case = exporter->self, .standing = standing, .round = standing->last_round, .lang = lang, .seed = 1,
                                .cancellable = exporter->work != NULL ? exporter->work->cancellable : NULL };

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(VotumChart) chart = NULL;

      if (!step (exporter, error))
        return FALSE;
      /* one that has too little to go by says so in the window; here it is left out */
      chart = votum_case_chart (kinds[i].name, &request, NULL);
      if (chart != NULL && votum_chart_has_data (chart) && !put_chart (exporter, standing, chart, kinds[i].name, lang, error))
        return FALSE;
    }

  return TRUE;
}

/* ---- the case itself ---- */

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static gboolean
put_case (Exporter  *exporter,
          GError   **error)
{
  const char *lang = exporter->langs[0];
  g_autofree char *path = votum_bundle_path (exporter->bundle, VOTUM_BUNDLE_CONFIDENTIAL, "case/case.xml", error);
  g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : NULL;
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GDir) dir = NULL;
  const char *name;

  if (path == NULL || !step (exporter, error) || !votum_case_export (exporter->self, path, error))
    return FALSE;
  dir = g_dir_open (folder, 0, error);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strconcat ("case/", name, NULL));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      name = g_ptr_array_index (names, i);
      if (!votum_bundle_adopt (exporter->bundle, VOTUM_BUNDLE_CONFIDENTIAL, name,
                               votum_words (lang, strcmp (name, "case/case.xml") == 0 ? VOTUM_WORD_EVERYTHING_XML : VOTUM_WORD_EVERYTHING_ATTACHMENT),
                               error))
        return FALSE;
    }

  return dir != NULL;
}

/* Each as it came, so that its receipt can be worked out anew. A case that was read from XML has none. */
static gboolean
put_ballots (Exporter  *exporter,
             GError   **error)
{
  GListModel *ballots = votum_case_get_things (exporter->self, VOTUM_KIND_BALLOT);
  const char *lang = exporter->langs[0];

  for (guint i = 0; i < g_list_model_get_n_items (ballots); i++)
    {
      g_autoptr(VotumThing) ballot = g_list_model_get_item (ballots, i);
      VotumThing *juror = votum_case_lookup (exporter->self, votum_thing_get_ref (ballot, VOTUM_BALLOT_JUROR));
      VotumThing *round = votum_case_lookup (exporter->self, votum_thing_get_ref (ballot, VOTUM_BALLOT_ROUND));
      const char *receipt = votum_thing_get_text (ballot, VOTUM_BALLOT_RECEIPT);
      g_autoptr(GError) missing = NULL;
      g_autoptr(GBytes) bytes = receipt != NULL ? votum_store_get_content (exporter->self->store, receipt, &missing) : NULL;
      g_autofree char *name = NULL;
      g_autofree char *file = NULL;
      g_autofree char *what = NULL;
      g_autofree char *round_name = NULL;

      if (!step (exporter, error))
        return FALSE;
      if (bytes == NULL && missing != NULL && !g_error_matches (missing, VOTUM_ERROR, VOTUM_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, g_steal_pointer (&missing));
          return FALSE;
        }
      if (bytes == NULL || juror == NULL || round == NULL)
        continue;
      file = file_name (votum_thing_get_key (ballot), NULL, NULL, NULL, ".ballot");
      name = g_strconcat ("ballots/", file, NULL);
      round_name = votum_case_name_of (exporter->self, round, lang);
      what = votum_words_format (lang, VOTUM_WORD_EVERYTHING_BALLOT, "name", votum_thing_get_text (juror, VOTUM_JUROR_NAME),
                                 "round", round_name, NULL);
      if (!votum_bundle_put (exporter->bundle, VOTUM_BUNDLE_CONFIDENTIAL, name, bytes, what, NULL, error))
        return FALSE;
    }

  return TRUE;
}

/* ---- all of it ---- */

static gboolean
put_all (Exporter  *exporter,
         GError   **error)
{
  for (guint l = 0; exporter->langs[l] != NULL; l++)
    {
      const char *lang = exporter->langs[l];

      for (guint i = 0; i < exporter->standings->len; i++)
        {
          VotumStanding *standing = g_ptr_array_index (exporter->standings, i);

          if (!put_verdict (exporter, standing, VOTUM_VERDICT_CITATION, lang, error) ||
              !put_verdict (exporter, standing, VOTUM_VERDICT_PROTOCOL, lang, error) ||
              !put_reports (exporter, standing, lang, error) ||
              !put_diplomas (exporter, standing, lang, error) ||
              !put_charts (exporter, standing, lang, error))
            return FALSE;
        }
      if (!put_result_list (exporter, lang, error) || !put_slides (exporter, lang, error) ||
          !put_sheet (exporter, VOTUM_BUNDLE_PUBLIC, "criteria", votum_words (lang, VOTUM_WORD_CRITERIA), lang, error) ||
          !put_sheet (exporter, VOTUM_BUNDLE_CONFIDENTIAL, "tables", votum_words (lang, VOTUM_WORD_EVERYTHING_TABLES), lang, error))
        return FALSE;
    }
  for (guint i = 0; i < exporter->standings->len; i++)
    if (!put_csv (exporter, g_ptr_array_index (exporter->standings, i), error))
      return FALSE;

  return put_case (exporter, error) && put_ballots (exporter, error) &&
         votum_bundle_write_index (exporter->bundle, exporter->self, exporter->langs[0], error);
}

/* How many times step() will be asked, near enough for a bar. */
static guint
count_steps (Exporter *exporter)
{
  guint n_langs = g_strv_length ((char **) exporter->langs);
  guint n_charts;
  guint n = 2;

  votum_case_chart_kinds (&n_charts);
  for (guint i = 0; i < exporter->standings->len; i++)
    {
      g_autoptr(GPtrArray) reported = votum_case_reported (exporter->self, g_ptr_array_index (exporter->standings, i));

      n += n_langs * (4 + 2 * reported->len + n_charts) + 6;
    }

  return n + 3 * n_langs + g_list_model_get_n_items (votum_case_get_things (exporter->self, VOTUM_KIND_BALLOT));
}

static GPtrArray *
compute_standings (VotumCase        *self,
                   const VotumWork  *work,
                   GError          **error)
{
  g_autoptr(GPtrArray) classes = votum_case_classes (self);
  g_autoptr(GPtrArray) standings = g_ptr_array_new_with_free_func ((GDestroyNotify) votum_standing_free);

  for (guint i = 0; i < MAX (classes->len, 1); i++)
    {
      VotumStanding *standing = votum_case_compute (self, classes->len > 0 ? g_ptr_array_index (classes, i) : NULL,
                                                    work != NULL ? work->cancellable : NULL, error);

      if (standing == NULL)
        return NULL;
      g_ptr_array_add (standings, standing);
    }

  return g_steal_pointer (&standings);
}

/**
 * votum_case_document_langs:
 * @self: a case
 * @otherwise: language where the award names none
 *
 * Returns: (transfer full) (array zero-terminated=1): the languages of the award in which documents can be written, at least one
 */
char **
votum_case_document_langs (VotumCase  *self,
                           const char *otherwise)
{
  VotumThing *award = votum_case_get_award (self);
  const char *text = award != NULL ? votum_thing_get_text (award, VOTUM_AWARD_LANGUAGES) : NULL;
  g_auto(GStrv) given = g_strsplit_set (text != NULL ? text : "", " ,;", -1);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  guint n = 0;

  for (guint i = 0; given[i] != NULL; i++)
    if (*given[i] != '\0' && votum_words_has_lang (given[i]))
      {
        g_strv_builder_add (builder, given[i]);
        n++;
      }
  if (n == 0)
    g_strv_builder_add (builder, otherwise != NULL && votum_words_has_lang (otherwise) ? otherwise : "en");

  return g_strv_builder_end (builder);
}

/**
 * votum_case_export_everything:
 * @self: a case that is not a juror's copy
 * @folder: where there is nothing yet, or an empty folder
 * @langs: (array zero-terminated=1): in which languages, at least one
 * @work: (nullable): cancelling and progress
 * @error: return location
 *
 * Writes every document as PDF and for an office suite, all tables, the charts, the case as XML with its attachments and the
 * ballots as they came, with an index and checksums. What may be made public, what is for one finalist each, and what is
 * confidential lie apart. The folder appears when it is whole.
 *
 * Returns: whether it is there
 */
gboolean
votum_case_export_everything (VotumCase          *self,
                              const char         *folder,
                              const char *const  *langs,
                              const VotumWork    *work,
                              GError            **error)
{
  g_autoptr(GPtrArray) standings = NULL;
  g_autoptr(VotumBundle) bundle = NULL;
  Exporter exporter = { .self = self, .langs = langs, .work = work };

  g_return_val_if_fail (langs != NULL && langs[0] != NULL, FALSE);

  if (votum_case_get_duty (self) == VOTUM_DUTY_JUROR)
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_NOT_ALLOWED,
                           _("This is a juror’s copy. Everything is exported from the case of the secretary or the chair."));
      return FALSE;
    }
  standings = compute_standings (self, work, error);
  bundle = standings != NULL ? votum_bundle_new (folder, error) : NULL;
  if (bundle == NULL)
    return FALSE;
  exporter.standings = standings;
  exporter.bundle = bundle;
  exporter.total = count_steps (&exporter);

  return put_all (&exporter, error) && votum_bundle_publish (bundle, error);
}
