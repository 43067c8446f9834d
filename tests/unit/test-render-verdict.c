/* Whether the protocol says what is true of the case; included by test-render.c. */

/* What the protocol says, on one line; NULL where pdftotext isn't installed. */
static char *
protocol_text (const Demo       *demo,
               VotumVerdictPart  part,
               const char       *lang,
               const char       *name)
{
  g_autoptr (GBytes) bytes = document_bytes (&demo->verdict, part, lang, name);
  g_autofree char *text = pdf_text (bytes);
  g_auto (GStrv) words = text != NULL ? g_strsplit_set (text, " \n\f", -1) : NULL;
  GString *line = g_string_new (NULL);

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", words[i]);

  return g_string_free (line, text == NULL);
}

#define ASSERT_HOLDS(text, expected) \
  G_STMT_START { if ((text) != NULL && strstr (text, expected) == NULL) g_error ("“%s” is not there", expected); } G_STMT_END
#define ASSERT_LACKS(text, unexpected) \
  G_STMT_START { if ((text) != NULL && strstr (text, unexpected) != NULL) g_error ("“%s” is there", unexpected); } G_STMT_END

static void
test_undecided (void)
{
  g_autoptr (Demo) demo = demo_usual ("nb");
  g_autofree char *protocol = NULL, *citation = NULL, *empty = NULL;

  demo->verdict.undecided = TRUE;
  demo->verdict.n_visits = 0;
  protocol = protocol_text (demo, VOTUM_VERDICT_PROTOCOL, "nb", "undecided.pdf");
  ASSERT_HOLDS (protocol, "Juryen har ikke tatt sin avgjørelse.");
  ASSERT_LACKS (protocol, "går til");
  ASSERT_LACKS (protocol, "deler ikke ut");
  ASSERT_LACKS (protocol, "flertall");
  ASSERT_LACKS (protocol, "Jurybesøk");
  citation = protocol_text (demo, VOTUM_VERDICT_CITATION, "nb", "undecided-citation.pdf");
  ASSERT_HOLDS (citation, "Årets kundeserviceledelse i klassen Store virksomheter for 2026 går til Nordlys Kraft.");
  ASSERT_HOLDS (citation, "Dette er et utkast.");
  ASSERT_LACKS (citation, "flertall");
  demo->verdict.n_recipients = 0;
  empty = protocol_text (demo, VOTUM_VERDICT_CITATION, "nb", "undecided-empty.pdf");
  ASSERT_HOLDS (empty, "Juryen har ikke tatt sin avgjørelse.");
  ASSERT_LACKS (empty, "deler ikke ut");
}

static void
test_protocol_true (void)
{
  static const VotumVerdictUnlock unlocks[] = {
    { "2026-10-30T08:15:00Z", "Kari Østby", "vekten på A1 endret fra 12 til 15" },
  };
  static const char * const withdrawn[] = { "Sildre Bank", "Fonn Reiser", NULL };
  static const char * const disqualified[] = { "Ur Strøm", NULL };
  g_autoptr (Demo) demo = demo_usual ("nb");
  g_autofree char *before = protocol_text (demo, VOTUM_VERDICT_PROTOCOL, "nb", "true-before.pdf");
  g_autofree char *after = NULL;

  ASSERT_HOLDS (before, "er fulgt uten unntak");
  ASSERT_LACKS (before, "Trakk seg");
  ASSERT_LACKS (before, "vurderte og stemte");
  ASSERT_LACKS (before, "Alle i juryen vurderte");
  demo->verdict.unlocks = unlocks;
  demo->verdict.n_unlocks = G_N_ELEMENTS (unlocks);
  demo->verdict.withdrawn = withdrawn;
  demo->verdict.disqualified = disqualified;
  after = protocol_text (demo, VOTUM_VERDICT_PROTOCOL, "nb", "true-after.pdf");
  ASSERT_LACKS (after, "uten unntak");
  ASSERT_HOLDS (after, "30. oktober 2026 kl. 08.15 UTC, Kari Østby: vekten på A1 endret fra 12 til 15");
  ASSERT_HOLDS (after, "Trakk seg: Sildre Bank og Fonn Reiser.");
  ASSERT_HOLDS (after, "Diskvalifisert: Ur Strøm.");
}

/* What the jury decided beside what the rule gave. */
static void
test_decisions_compared (void)
{
  static const struct {
    VotumVerdictDecision decisions[2];
    const char *says;
    const char *not;
  } cases[] = {
    { { { 0, VOTUM_OUTCOME_WINNER, 1, FALSE, FALSE, 0, 0, 0, 1, FALSE, NULL, NULL },
        { 1, VOTUM_OUTCOME_PLACED, 2, FALSE, FALSE, 0, 0, 0, 2, FALSE, NULL, NULL } },
      "Avgjørelsen følger det utregnede resultatet.", "avviker" },
    { { { 0, VOTUM_OUTCOME_WINNER, 0, FALSE, FALSE, 0, 0, 0, 0, FALSE, NULL, NULL },
        { 1, VOTUM_OUTCOME_PLACED, 2, FALSE, FALSE, 0, 0, 0, 2, FALSE, NULL, NULL } },
      "Nordlys Kraft er uten utregnet plass; avgjørelsen avviker", "følger det utregnede" },
    { { { 0, VOTUM_OUTCOME_WINNER, 1, FALSE, FALSE, 0, 0, 0, 1, TRUE, NULL, NULL },
        { 1, VOTUM_OUTCOME_PLACED, 2, FALSE, FALSE, 0, 0, 0, 1, TRUE, NULL, NULL } },
      "Nordlys Kraft er valgt blant dem som sto likt (delt 1. plass).", "Avgjørelsen for" },
    { { { 0, VOTUM_OUTCOME_SHARED, 1, TRUE, FALSE, 0, 0, 0, 1, FALSE, NULL, NULL },
        { 1, VOTUM_OUTCOME_SHARED, 1, TRUE, FALSE, 0, 0, 0, 2, FALSE, NULL, NULL } },
      "Avgjørelsen for Nordlys Kraft avviker fra det utregnede resultatet (1. plass).", "følger det utregnede" },
    { { { 0, VOTUM_OUTCOME_SHARED, 0, FALSE, FALSE, 0, 0, 0, 1, TRUE, NULL, NULL },
        { 1, VOTUM_OUTCOME_SHARED, 0, FALSE, FALSE, 0, 0, 0, 1, TRUE, NULL, NULL } },
      "Avgjørelsen følger det utregnede resultatet.", "avviker" },
    { { { 0, VOTUM_OUTCOME_WINNER, 1, FALSE, FALSE, 0, 0, 0, 3, FALSE, NULL, NULL },
        { 1, VOTUM_OUTCOME_PLACED, 2, FALSE, FALSE, 0, 0, 0, 2, FALSE, NULL, NULL } },
      "Avgjørelsen for Nordlys Kraft avviker fra det utregnede resultatet (3. plass).", "valgt blant" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Demo) demo = demo_usual ("nb");
      g_autofree char *text = NULL;

      demo->verdict.decisions = cases[i].decisions;
      demo->verdict.n_decisions = 2;
      text = protocol_text (demo, VOTUM_VERDICT_PROTOCOL, "nb", "compared.pdf");
      ASSERT_HOLDS (text, cases[i].says);
      ASSERT_LACKS (text, cases[i].not);
    }
}
