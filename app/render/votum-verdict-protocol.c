#include "votum-verdict-private.h"

#include <string.h>

/* The protocol: all that the decision rests on, in the order somebody asks for it. What was decided, who took part,
 * by which rule, what came out, every mark, and how to check it. */

#define CHART_TEXT 0.987    /* brings a chart of the text's width to the sizes of the tables */
#define NAMES_IN_TITLE 12  /* more finalists than this are only counted on the first page */

void
votum_verdict_begin (VotumPaper *document,
                     const char *lang,
                     VotumWord   heading)
{
  VotumSection *section = g_ptr_array_index (document->sections, document->sections->len - 1);
  g_autofree char *number = NULL;
  guint n = 1;

  for (guint i = 0; i < section->blocks->len; i++)
    if (((VotumBlock *) g_ptr_array_index (section->blocks, i))->number != NULL)
      n++;
  number = g_strdup_printf ("%u", n);
  votum_paper_add_heading (document, 1, number, votum_words (lang, heading));
}

/* Eight digits at a time: what a person can compare with a screen. */
static char *
group_hash (const char *hash)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; hash != NULL && hash[i] != '\0'; i++)
    {
      if (i > 0 && i % 8 == 0)
        g_string_append_c (text, ' ');
      g_string_append_c (text, hash[i]);
    }

  return g_string_free (text, FALSE);
}

static char *
list_jurors (const VotumVerdict *verdict,
             gboolean            chair)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < verdict->n_jurors; i++)
    {
      const VotumVerdictJuror *juror = &verdict->jurors[i];

      if ((juror->role == VOTUM_ROLE_CHAIR) != chair)
        continue;
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", juror->name);
      if (juror->organisation != NULL && *juror->organisation != '\0')
        g_string_append_printf (text, " (%s)", juror->organisation);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The finalists are those of the last round; before there is one, all who compete. */
static char *
list_entrants (const VotumVerdict *verdict)
{
  const VotumVerdictRound *last = verdict->n_rounds > 0 ? &verdict->rounds[verdict->n_rounds - 1] : NULL;
  guint n = last != NULL && last->n_standings > 0 ? last->n_standings : verdict->n_entrants;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  if (n > NAMES_IN_TITLE)
    return g_strdup_printf ("%u", n);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (names, (gpointer) verdict->entrants[n < verdict->n_entrants ? last->standings[i].entrant : i].name);
  g_ptr_array_add (names, NULL);

  return g_strjoinv (", ", (char **) names->pdata);
}

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

static void
add_title (VotumPaper         *document,
           const VotumVerdict *verdict,
           const char         *lang)
{
  g_autofree char *award = votum_verdict_award_and_year (verdict);
  g_autofree char *line = votum_verdict_headline (verdict, lang);
  g_autofree char *date = votum_words_date (lang, verdict->date);
  g_autofree char *chair = list_jurors (verdict, TRUE);
  g_autofree char *jurors = list_jurors (verdict, FALSE);
  g_autofree char *entrants = list_entrants (verdict);
  const char *pairs[] = {
    votum_words (lang, VOTUM_WORD_ORGANISER), or_empty (verdict->organiser),
    votum_words (lang, VOTUM_WORD_CLASS), or_empty (verdict->class_name),
    votum_words (lang, VOTUM_WORD_FINALISTS), entrants,
    votum_words (lang, VOTUM_WORD_CHAIR), chair,
    votum_words (lang, VOTUM_WORD_JURY), jurors,
    votum_words (lang, VOTUM_WORD_PLACE), or_empty (verdict->place),
    votum_words (lang, VOTUM_WORD_DATE), date,
    votum_words (lang, VOTUM_WORD_STATUS), votum_words (lang, verdict->undecided ? VOTUM_WORD_DRAFT : VOTUM_WORD_FINAL),
    NULL
  };

  votum_paper_add_title (document, award, votum_words (lang, VOTUM_WORD_PROTOCOL_TITLE), NULL);
  votum_paper_add_spacer (document, 8);
  votum_paper_add_paragraph (document, VOTUM_PARAGRAPH_LARGE, line);
  votum_paper_add_spacer (document, 6);
  votum_paper_add_key_values (document, pairs);
  votum_paper_add_contents (document, votum_words (lang, VOTUM_WORD_CONTENTS));
}

/* What was opened again after the marking had begun: then the rule wasn't simply laid down before. */
static void
add_unlocks (VotumPaper         *document,
             const VotumVerdict *verdict,
             const char         *lang)
{
  for (guint i = 0; i < verdict->n_unlocks; i++)
    {
      const VotumVerdictUnlock *unlock = &verdict->unlocks[i];
      g_autofree char *when = votum_words_date_time (lang, unlock->when);
      g_autofree char *text = votum_words_format (lang, VOTUM_WORD_RULE_UNLOCK, "when", when, "who", unlock->who,
                                                  "what", unlock->what, NULL);

      votum_paper_add_item (document, "–", text);
      if (i == 0 || i + 1 == verdict->n_unlocks)
        votum_paper_keep_with_next (document);
    }
  if (verdict->n_unlocks > 0)
    {
      votum_paper_add_spacer (document, 6);
      votum_paper_keep_with_next (document);
    }
}

static void
add_rule (VotumPaper         *document,
          const VotumVerdict *verdict,
          const char         *lang)
{
  if (verdict->rule == NULL || verdict->rule[0] == NULL)
    return;

  votum_verdict_begin (document, lang, VOTUM_WORD_RULE);
  votum_paper_add_paragraph (document, VOTUM_PARAGRAPH_LEAD, votum_words (lang, verdict->n_unlocks > 0 ? VOTUM_WORD_RULE_LEAD_CHANGED : VOTUM_WORD_RULE_LEAD));
  votum_paper_keep_with_next (document);
  add_unlocks (document, verdict, lang);
  for (guint i = 0; verdict->rule[i] != NULL; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u.", i + 1);

      votum_paper_add_item (document, number, verdict->rule[i]);
      /* a step or two below the heading would look like the whole rule */
      if (i < 2 && verdict->rule[i + 1] != NULL)
        votum_paper_keep_with_next (document);
    }
  if (verdict->rule_note == NULL)
    return;

  votum_paper_add_spacer (document, 6);
  votum_paper_add_paragraph (document, VOTUM_PARAGRAPH_LEAD, votum_words (lang, VOTUM_WORD_RULE_NOTE_LEAD));
  votum_paper_keep_with_next (document);
  votum_paper_add_paragraph (document, VOTUM_PARAGRAPH_SMALL, verdict->rule_note);
}

static void
draw_chart (cairo_t  *cr,
            double    width,
            double    height,
            gpointer  data)
{
  VotumChartStyle style = { FALSE, TRUE, CHART_TEXT, NULL, NULL };

  votum_chart_draw (data, cr, width, height, &style);
}

static void
add_chart (VotumPaper *document,
           VotumChart *chart,
           double      height)
{
  g_autofree char *words = votum_chart_describe (chart);

  votum_paper_add_figure (document, draw_chart, votum_chart_ref (chart), (GDestroyNotify) votum_chart_unref, height, words);
}

static void
add_charts (VotumPaper         *document,
            const VotumVerdict *verdict,
            const char         *lang)
{
  gboolean ranking = verdict->ranking != NULL && votum_chart_has_data (verdict->ranking);
  gboolean profile = verdict->profile != NULL && votum_chart_has_data (verdict->profile);

  if (!ranking && !profile)
    return;

  votum_verdict_begin (document, lang, VOTUM_WORD_CHARTS);
  if (ranking)
    add_chart (document, verdict->ranking, MIN (80 + votum_chart_get_n_rows (verdict->ranking) * 34.0, 640));
  if (profile)
    add_chart (document, verdict->profile, 350);
}

static void
add_round_opened (VotumPaper                *document,
                  const VotumVerdictReceipt *one,
                  const char                *lang)
{
  g_autofree char *when = one->opened != NULL ? votum_words_date_time (lang, one->opened) : NULL;
  g_autofree char *text = when != NULL ? votum_words_format (lang, VOTUM_WORD_ROUND_OPENED, "round", one->round, "when", when, NULL)
                                       : g_strdup (one->round);

  votum_paper_add_paragraph (document, VOTUM_PARAGRAPH_BODY, text);
  votum_paper_keep_with_next (document);
}

static void
add_receipt (VotumPaper                *document,
             const VotumVerdictReceipt *one,
             const char                *lang)
{
  g_autofree char *hash = group_hash (one->receipt);
  g_autofree char *item = votum_words_format (lang, VOTUM_WORD_RECEIPT_ITEM, "name", one->juror, "n", one->number, "receipt", hash, NULL);
  g_autofree char *replaces = NULL;
  g_autofree char *late = NULL;

  if (one->replaces != NULL)
    replaces = votum_words_format (lang, VOTUM_WORD_RECEIPT_REPLACES, "item", item, "n", one->replaces, NULL);
  if (one->set_aside != NULL)
    late = votum_words_format (lang, VOTUM_WORD_RECEIPT_SET_ASIDE, "item", item, "reason", one->set_aside, NULL);
  else if (one->late != NULL)
    late = votum_words_format (lang, VOTUM_WORD_RECEIPT_LATE, "item", item, "reason", one->late, NULL);
  votum_paper_add_item (document, "–", late != NULL ? late : replaces != NULL ? replaces : item);
}

/* Whoever has handed in finds their own receipt here. */
static void
add_receipts (VotumPaper         *document,
              const VotumVerdict *verdict,
              const char         *lang)
{
  g_autofree char *lead = g_strdup_printf ("%s %s", votum_words (lang, VOTUM_WORD_RECEIPTS_LEAD), votum_words (lang, VOTUM_WORD_RECEIPTS_REFUSED));

  if (verdict->n_receipts == 0)
    return;

  votum_paper_add_heading (document, 2, NULL, votum_words (lang, VOTUM_WORD_RECEIPTS));
  votum_paper_add_paragraph (document, VOTUM_PARAGRAPH_LEAD, lead);
  votum_paper_keep_with_next (document);
  for (guint i = 0; i < verdict->n_receipts; i++)
    {
      if (i == 0 || strcmp (verdict->receipts[i].round, verdict->receipts[i - 1].round) != 0)
        add_round_opened (document, &verdict->receipts[i], lang);
      add_receipt (document, &verdict->receipts[i], lang);
    }
}

static void
add_papers (VotumPaper         *document,
            const VotumVerdict *verdict,
            const char         *lang)
{
  if (verdict->n_papers == 0)
    return;

  votum_paper_add_heading (document, 2, NULL, votum_words (lang, VOTUM_WORD_PAPERS));
  for (guint i = 0; i < verdict->n_papers; i++)
    {
      const VotumVerdictPaper *one = &verdict->papers[i];
      g_autofree char *when = one->read != NULL ? votum_words_date_time (lang, one->read) : NULL;
      g_autofree char *item = votum_words_format (lang, one->reader != NULL ? VOTUM_WORD_PAPER_READ : VOTUM_WORD_PAPER_TYPED, "name", one->juror,
                                                  "round", one->round, "typist", one->typist, "reader", one->reader, "when", when, NULL);

      votum_paper_add_item (document, "–", item);
    }
}

static void
add_log (VotumPaper         *document,
         const VotumVerdict *verdict,
         const char         *lang)
{
  g_autofree char *entries = g_strdup_printf ("%" G_GUINT64_FORMAT, verdict->log_entries);
  g_autofree char *first = votum_words_date_time (lang, verdict->log_first);
  g_autofree char *last = votum_words_date_time (lang, verdict->log_last);
  g_autofree char *hash = group_hash (verdict->log_head);
  g_autofree char *command = NULL;
  const char *pairs[] = {
    votum_words (lang, VOTUM_WORD_LOG_ENTRIES), entries,
    votum_words (lang, VOTUM_WORD_LOG_FIRST), first,
    votum_words (lang, VOTUM_WORD_LOG_LAST), last,
    votum_words (lang, VOTUM_WORD_LOG_HASH), hash,
    NULL
  };

  if (verdict->log_head == NULL)
    return;

  votum_verdict_begin (document, lang, VOTUM_WORD_LOG);
  votum_paper_add_paragraph (document, VOTUM_PARAGRAPH_LEAD, votum_words (lang, VOTUM_WORD_LOG_LEAD));
  votum_paper_keep_with_next (document);
  votum_paper_add_key_values (document, pairs);
  add_receipts (document, verdict, lang);
  add_papers (document, verdict, lang);
  if (verdict->file_name == NULL)
    return;
  command = g_strdup_printf ("votumctl %s %s", verdict->n_receipts > 0 ? "verify" : "check", verdict->file_name);
  votum_paper_add_heading (document, 2, NULL, votum_words (lang, VOTUM_WORD_HOW_TO_CHECK));
  votum_paper_add_paragraph (document, VOTUM_PARAGRAPH_LEAD, votum_words (lang, VOTUM_WORD_CHECK_LEAD));
  votum_paper_keep_with_next (document);
  votum_paper_add_paragraph (document, VOTUM_PARAGRAPH_STRONG, command);
}

static void
add_signatures (VotumPaper         *document,
                const VotumVerdict *verdict,
                const char         *lang)
{
  g_autoptr (GArray) order = votum_verdict_signing_order (verdict);
  g_autofree VotumSignature *signatures = g_new0 (VotumSignature, MAX (order->len, 1));
  g_autofree char *date = votum_words_date (lang, verdict->date);
  g_autofree char *where = NULL;

  if (order->len == 0)
    return;
  for (guint i = 0; i < order->len; i++)
    {
      const VotumVerdictJuror *juror = &verdict->jurors[g_array_index (order, guint, i)];

      signatures[i].name = juror->name;
      signatures[i].role = votum_verdict_role (lang, juror->role);
    }
  where = verdict->place != NULL && *date != '\0' ?
          votum_words_format (lang, VOTUM_WORD_PLACE_DATE, "place", verdict->place, "date", date, NULL) : g_strdup (date);

  votum_verdict_begin (document, lang, VOTUM_WORD_SIGNATURES);
  /* there is no decision to put one's name to yet */
  if (!verdict->undecided)
    {
      votum_paper_add_paragraph (document, VOTUM_PARAGRAPH_LEAD, votum_words (lang, VOTUM_WORD_SIGN_LEAD));
      votum_paper_keep_with_next (document);
    }
  votum_paper_add_paragraph (document, VOTUM_PARAGRAPH_BODY, where);
  votum_paper_keep_with_next (document);
  votum_paper_add_signatures (document, signatures, order->len);
}

void
votum_verdict_add_protocol (VotumPaper         *document,
                            const VotumVerdict *verdict,
                            const char         *lang)
{
  g_autofree char *award = votum_verdict_award_and_year (verdict);
  g_autofree char *which = verdict->class_name != NULL ? g_strdup_printf ("%s · %s", award, verdict->class_name) : g_strdup (award);
  g_autofree char *foot = g_strdup_printf ("%s · %s", which, votum_words (lang, VOTUM_WORD_PROTOCOL));
  g_autofree char *hash = verdict->log_head != NULL ? g_strndup (verdict->log_head, 8) : NULL;
  g_autofree char *log = hash != NULL ? votum_words_format (lang, VOTUM_WORD_LOG_SHORT, "hash", hash, NULL) : NULL;
  VotumPageStyle style = { VOTUM_A4_WIDTH, VOTUM_A4_HEIGHT, 72, 56, 72, 84, NULL, NULL, foot, log, TRUE, TRUE };

  votum_paper_begin_section (document, &style);
  add_title (document, verdict, lang);
  votum_verdict_add_decisions (document, verdict, lang);
  votum_verdict_add_matrix (document, verdict, lang);
  votum_verdict_add_recusals (document, verdict, lang);
  votum_verdict_add_criteria (document, verdict, lang);
  add_rule (document, verdict, lang);
  votum_verdict_add_results (document, verdict, lang);
  add_charts (document, verdict, lang);
  votum_verdict_add_marks (document, verdict, lang);
  votum_verdict_add_revisions (document, verdict, lang);
  votum_verdict_add_deliberation (document, verdict, lang);
  votum_verdict_add_visits (document, verdict, lang);
  add_log (document, verdict, lang);
  add_signatures (document, verdict, lang);
}
