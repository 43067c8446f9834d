#include "jury-fixture.h"
#include <glib/gstdio.h>

#include "votum-case-ballots-private.h"
#include "votum-case-export.h"
#include "votum-case-incoming.h"

/* A juror who has everything that a juror has, and signs what they should not. And a ballot under everything that can be done to
 * it on its way, told by what the chair's case takes in. */

typedef struct {
  CaseFixture fixture;
  VotumCase *juror;         /* per's copy */
  char *ballot;
  guint8 signer[VOTUM_SEAL_KEY_SIZE];
  GBytes *signing_key;
  GBytes *token;
  char *criteria;
} Jury;

static void
jury_set_up (Jury         *jury,
             gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  case_fixture_set_up (&jury->fixture, data);
  jury->juror = hand_out_to_per (&jury->fixture, &jury->ballot);
  g_assert_true (votum_case_make_key (jury->juror, VOTUM_KEY_JUROR, NULL, &error));
  jury->signing_key = votum_store_get_secret (jury->juror->store, "juror", NULL, &error);
  jury->token = votum_store_get_secret (jury->juror->store, VOTUM_TOKEN_NAME, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (votum_store_has_secret (jury->juror->store, "juror", jury->signer, NULL));
  jury->criteria = votum_case_criteria_digest (jury->juror);
}

static void
jury_tear_down (Jury         *jury,
                gconstpointer data)
{
  g_clear_object (&jury->juror);
  g_clear_pointer (&jury->signing_key, g_bytes_unref);
  g_clear_pointer (&jury->token, g_bytes_unref);
  g_free (jury->ballot);
  g_free (jury->criteria);
  case_fixture_tear_down (&jury->fixture, data);
}

/* Seals whatever it is given, to the chair, signed by the juror. */
static void
seal_text (Jury       *jury,
           const char *xml)
{
  g_autoptr(GByteArray) recipients = g_byte_array_new ();
  g_autoptr(GBytes) file = NULL;
  g_autoptr(GError) error = NULL;
  VotumThing *hand_out = votum_case_get_hand_out (jury->juror, votum_case_get_holder (jury->juror));
  VotumSealing sealing = {
    .n_recipients = 1, .origin = votum_thing_get_text (hand_out, VOTUM_HAND_OUT_ORIGIN), .signer = jury->signer,
    .signing_key = g_bytes_get_data (jury->signing_key, NULL), .token = g_bytes_get_data (jury->token, NULL),
  };

  g_assert_true (votum_recipients_from_text (votum_thing_get_text (hand_out, VOTUM_HAND_OUT_RECIPIENTS), recipients, &error));
  sealing.recipients = recipients->data;
  file = votum_seal (&sealing, xml, &error);
  g_assert_no_error (error);
  g_file_set_contents (jury->ballot, g_bytes_get_data (file, NULL), (gssize) g_bytes_get_size (file), &error);
  g_assert_no_error (error);
}

#define MARK "  <mark round=\"1\" entrant=\"nord\" juror=\"per\" criterion=\"A\" value=\"5\"/>\n"

/* What Votum writes, with one thing in it otherwise: @attributes of the <ballot>, @things before the marks and @marks. */
static char *
ballot_text (Jury       *jury,
             const char *attributes,
             const char *things,
             const char *marks)
{
  g_autofree char *usual = g_strdup_printf ("juror=\"per\" round=\"1\" number=\"1\" origin=\"%s\" criteria=\"%s\"",
                                            votum_store_get_uuid (jury->fixture.votum_case->store), jury->criteria);

  return g_strdup_printf ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<award xmlns=\"urn:votum:award:1\" id=\"prize\">\n%s  <ballot %s/>\n%s</award>\n",
                          things, attributes != NULL ? attributes : usual, marks);
}

static gboolean
is_taken_in (Jury     *jury,
             GError  **error)
{
  VotumCase *chair = jury->fixture.votum_case;
  guint n_entries = votum_case_get_log (chair)->len;
  VotumThing *ballot = votum_case_take_in (chair, jury->ballot, NULL, NULL, error);

  g_assert_cmpuint (votum_marks_size (votum_case_get_marks (chair)), ==, 0);
  g_assert_cmpuint (votum_case_get_log (chair)->len, ==, n_entries + (ballot != NULL));

  return ballot != NULL;
}

static void
test_honest (Jury         *jury,
             gconstpointer data)
{
  g_autofree char *text = ballot_text (jury, NULL, "", MARK);
  g_autoptr(GError) error = NULL;

  seal_text (jury, text);
  g_assert_true (is_taken_in (jury, &error));
  g_assert_no_error (error);
  g_assert_true (votum_case_open_round (jury->fixture.votum_case, case_fixture_thing (&jury->fixture, VOTUM_KIND_ROUND, "1"), NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (votum_marks_size (votum_case_get_marks (jury->fixture.votum_case)), ==, 1);
}

static void
test_dishonest (Jury         *jury,
                gconstpointer data)
{
  const char *uuid = votum_store_get_uuid (jury->fixture.votum_case->store);
  const char *c = jury->criteria;
  g_autofree char *other = g_strdup_printf ("juror=\"ida\" round=\"1\" number=\"1\" origin=\"%s\" criteria=\"%s\"", uuid, c);
  g_autofree char *nobody = g_strdup_printf ("juror=\"ola\" round=\"1\" number=\"1\" origin=\"%s\" criteria=\"%s\"", uuid, c);
  g_autofree char *no_round = g_strdup_printf ("juror=\"per\" round=\"9\" number=\"1\" origin=\"%s\" criteria=\"%s\"", uuid, c);
  g_autofree char *zero = g_strdup_printf ("juror=\"per\" round=\"1\" number=\"0\" origin=\"%s\" criteria=\"%s\"", uuid, c);
  g_autofree char *elsewhere = g_strdup_printf ("juror=\"per\" round=\"1\" number=\"1\" origin=\"0f0e0d0c-1234-4234-8234-0f0e0d0c0b0a\" criteria=\"%s\"", c);
  g_autofree char *criteria = g_strdup_printf ("juror=\"per\" round=\"1\" number=\"1\" origin=\"%s\" criteria=\"%.63s0\"", uuid, c);
  g_autofree char *spaced = g_strdup_printf ("juror=\"per\"  round=\"1\" number=\"1\" origin=\"%s\" criteria=\"%s\"", uuid, c);
  const struct { const char *attributes, *things, *marks; } lies[] = {
    { other, "", "" }, { nobody, "", "" }, { no_round, "", "" }, { zero, "", "" }, { elsewhere, "", "" }, { criteria, "", "" }, { spaced, "", MARK },
    { NULL, "", "  <mark round=\"1\" entrant=\"nord\" juror=\"ida\" criterion=\"A\" value=\"5\"/>\n" },
    { NULL, "", "  <mark round=\"2\" entrant=\"nord\" juror=\"per\" criterion=\"A\" value=\"5\"/>\n" },
    { NULL, "", "  <mark round=\"1\" entrant=\"nord\" juror=\"per\" criterion=\"A\" value=\"99\"/>\n" },
    { NULL, "", "  <mark round=\"1\" entrant=\"nord\" juror=\"per\" criterion=\"A\" value=\"5.5\"/>\n" },
    { NULL, "", "  <mark round=\"1\" entrant=\"nord\" juror=\"per\" criterion=\"G\" value=\"5\"/>\n" },
    { NULL, "", "  <mark round=\"1\" entrant=\"nord\" juror=\"per\" criterion=\"X\" value=\"5\"/>\n" },
    { NULL, "", "  <mark round=\"1\" entrant=\"x\" juror=\"per\" criterion=\"A\" value=\"5\"/>\n" },
    { NULL, "", "  <mark round=\"1\" entrant=\"nord\" juror=\"per\" criterion=\"A\" state=\"recused\"/>\n" },
    { NULL, "", MARK MARK },
    { NULL, "  <juror id=\"ida\">\n    <name>En annen</name>\n  </juror>\n", "" },
    { NULL, "  <criterion id=\"A\" weight=\"99\"/>\n", "" },
    { NULL, "  <round id=\"1\" position=\"1\" state=\"opened\"/>\n", "" },
    { NULL, "  <recusal juror=\"ida\" entrant=\"nord\"/>\n", "" },
    { NULL, "  <recusal juror=\"per\" entrant=\"nord\"/>\n", MARK },
    { NULL, "  <note entrant=\"nord\" author=\"ida\" use=\"jury\">Ikke mitt</note>\n", "" },
    { NULL, "  <note entrant=\"nord\" use=\"jury\">Ingens</note>\n", "" },
    { NULL, "  <note entrant=\"nord\" author=\"per\">Mitt eget</note>\n", "" },
    { NULL, "  <ballot juror=\"per\" round=\"1\" number=\"1\"/>\n", "" },
    { NULL, "  <hand-out juror=\"per\" number=\"9\"/>\n", "" },
    { NULL, "", "  <log>\n    <entry no=\"1\" time=\"2026-01-01\" who=\"a\" command=\"b\" changes=\"0\" digest=\"\" hash=\"\">\n      <subject>c</subject>\n"
                "    </entry>\n  </log>\n" },
    { NULL, "<!-- -->", MARK },
    { NULL, "  <visit id=\"v\" entrant=\"nord\"/>\n", "" },
    { NULL, "  <visit id=\"v\" entrant=\"nord\" place=\"Her\">\n    <note entrant=\"nord\" author=\"per\" use=\"jury\">Her</note>\n  </visit>\n", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lies); i++)
    {
      g_autofree char *text = ballot_text (jury, lies[i].attributes, lies[i].things, lies[i].marks);
      g_autoptr(GError) error = NULL;

      g_test_message ("lie %u", i);
      seal_text (jury, text);
      g_assert_false (is_taken_in (jury, &error));
      g_assert_nonnull (error);
      g_assert_true (g_utf8_validate (error->message, -1, NULL) && strchr (error->message, '.') != NULL);
    }
}

static void
test_not_a_ballot (Jury         *jury,
                   gconstpointer data)
{
  g_autofree char *shortlist = g_strdup ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<shortlist xmlns=\"urn:votum:award:1\"/>\n");
  const char *const texts[] = { "", "x", "<award/>", shortlist, "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      seal_text (jury, texts[i]);
      g_assert_false (is_taken_in (jury, NULL));
    }
}

/* As many ways to change a ballot as there is time for; tests/unit/test-seal.c turns every bit. */
static void
test_on_its_way (Jury         *jury,
                 gconstpointer data)
{
  g_autofree char *bytes = NULL;
  g_autofree char *receipt = NULL;
  g_autoptr(GError) error = NULL;
  gsize length;
  guint accepted = 0;

  give_mark (jury->juror, "nord", "A", 5);
  receipt = votum_case_hand_in (jury->juror, votum_case_find (jury->juror, VOTUM_KIND_ROUND, "1"), jury->ballot, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (jury->ballot, &bytes, &length, NULL));
  for (gsize bit = 0; bit < length * 8; bit += bit < 120 * 8 ? 3 : 97)
    {
      bytes[bit / 8] ^= (char) (1 << bit % 8);
      g_file_set_contents (jury->ballot, bytes, (gssize) length, NULL);
      accepted += is_taken_in (jury, NULL);
      bytes[bit / 8] ^= (char) (1 << bit % 8);
    }
  for (gsize cut = 0; cut < length; cut += 41)
    {
      g_file_set_contents (jury->ballot, bytes, (gssize) cut, NULL);
      accepted += is_taken_in (jury, NULL);
    }
  g_assert_cmpuint (accepted, ==, 0);
  g_file_set_contents (jury->ballot, bytes, (gssize) length, NULL);
  g_assert_true (is_taken_in (jury, &error));
  g_assert_no_error (error);
  /* a replay */
  g_assert_false (is_taken_in (jury, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_EXISTS);
}

/* Nobody else's key gets a ballot in, also with the token. */
static void
test_another_key (Jury         *jury,
                  gconstpointer data)
{
  g_autofree char *text = ballot_text (jury, NULL, "", MARK);
  g_autofree char *second = NULL;
  g_autoptr(GError) error = NULL;
  char *number;

  seal_text (jury, text);
  g_assert_true (is_taken_in (jury, &error));
  second = g_strdup (text);
  number = strstr (second, "number=\"1\"");
  number[8] = '2';
  g_clear_pointer (&jury->signing_key, g_bytes_unref);
  jury->signing_key = votum_seal_make_signer (jury->signer);
  seal_text (jury, second);
  g_assert_false (is_taken_in (jury, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_NOT_ALLOWED);
  g_clear_error (&error);
  g_clear_pointer (&jury->token, g_bytes_unref);
  jury->token = votum_seal_make_token ();
  seal_text (jury, second);
  g_assert_false (is_taken_in (jury, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_NOT_ALLOWED);
}

/* Ballots are not edited, taken back or opened by other doors. */
static void
test_other_doors (Jury         *jury,
                  gconstpointer data)
{
  VotumCase *chair = jury->fixture.votum_case;
  VotumThing *round = case_fixture_thing (&jury->fixture, VOTUM_KIND_ROUND, "1");
  g_autofree char *text = ballot_text (jury, NULL, "", MARK);
  g_autoptr(GError) error = NULL;
  g_autoptr(VotumThing) ballot = NULL;

  seal_text (jury, text);
  g_assert_true (is_taken_in (jury, &error));
  ballot = g_list_model_get_item (votum_case_get_things (chair, VOTUM_KIND_BALLOT), 0);
  g_assert_false (votum_case_edit (chair, ballot, VOTUM_BALLOT_STATE, "opened", NULL, &error));
  assert_not_allowed (error);
  g_assert_false (votum_case_remove (chair, ballot, &error));
  assert_not_allowed (error);
  g_assert_false (votum_case_edit (chair, round, VOTUM_ROUND_STATE, "opened", NULL, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_null (votum_case_undo_name (chair));
  g_assert_true (votum_case_open_round (chair, round, NULL, &error));
  g_assert_no_error (error);
  g_assert_null (votum_case_undo_name (chair));
  g_assert_false (votum_case_open_round (chair, round, NULL, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_EXISTS);
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_assert_null (*(GAsyncResult **) data);
  *(GAsyncResult **) data = g_object_ref (result);
}

static GAsyncResult *
await (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

static gboolean
unlock (VotumCase   *chair,
        const char  *passphrase,
        GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  votum_case_unlock_async (chair, passphrase, done_cb, &result);

  return votum_case_unlock_finish (chair, await (&result), error);
}

static VotumIncoming *
look (Jury    *jury,
      GError **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  votum_case_look_at_ballot_async (jury->fixture.votum_case, jury->ballot, done_cb, &result);

  return votum_case_look_at_ballot_finish (jury->fixture.votum_case, await (&result), error);
}

/* A file that is handed out once more, and opened: it signs with a key of its own. */
static VotumCase *
other_copy (Jury       *jury,
            const char *name,
            gboolean    anew)
{
  g_autofree char *path = g_build_filename (jury->fixture.folder, name, NULL);
  g_autoptr(GError) error = NULL;
  VotumCase *copy;

  votum_case_hand_out (jury->fixture.votum_case, case_fixture_thing (&jury->fixture, VOTUM_KIND_JUROR, "per"), path, anew, NULL, &error);
  g_assert_no_error (error);
  copy = votum_case_open (path, FALSE, NULL, &error);
  g_assert_no_error (error);
  g_unlink (jury->ballot);

  return copy;
}

static gboolean
hand_in_from (Jury       *jury,
              VotumCase  *copy,
              gint64      mark,
              GError    **error)
{
  g_autofree char *receipt = NULL;

  give_mark (copy, "nord", "A", mark);
  g_unlink (jury->ballot);
  receipt = votum_case_hand_in (copy, votum_case_find (copy, VOTUM_KIND_ROUND, "1"), jury->ballot, NULL, error);
  g_assert_no_error (*error);

  return is_taken_in (jury, error);
}

static const VotumBallotStanding *
standing_of_per (Jury   *jury,
                 GArray *list)
{
  for (guint i = 0; i < list->len; i++)
    if (g_array_index (list, VotumBallotStanding, i).juror == case_fixture_thing (&jury->fixture, VOTUM_KIND_JUROR, "per"))
      return &g_array_index (list, VotumBallotStanding, i);
  g_assert_not_reached ();
}

/* Whoever has the file can hand in first. Then the juror is refused, and both are told apart by their receipts: what was not theirs is
 * set aside, the old token is void, and what counts is what the juror hands in from a new copy. */
static void
test_thief (Jury         *jury,
            gconstpointer data)
{
  VotumCase *chair = jury->fixture.votum_case;
  VotumThing *per = case_fixture_thing (&jury->fixture, VOTUM_KIND_JUROR, "per");
  VotumThing *round = case_fixture_thing (&jury->fixture, VOTUM_KIND_ROUND, "1");
  g_autoptr(VotumCase) thief = other_copy (jury, "thief.votum", FALSE);
  g_autoptr(VotumCase) anew = NULL;
  g_autoptr(VotumIncoming) incoming = NULL;
  g_autoptr(GArray) before = NULL;
  g_autoptr(GArray) after = NULL;
  g_autoptr(GError) error = NULL;
  VotumThing *theirs;

  g_assert_true (hand_in_from (jury, thief, 1, &error));
  theirs = votum_case_sealed_ballot (chair, per);
  g_assert_false (hand_in_from (jury, jury->juror, 5, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_NOT_ALLOWED);
  incoming = look (jury, NULL);
  g_assert_cmpstr (incoming->dispute, ==, error->message);
  g_assert_true (incoming->juror == per);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *digits = g_strndup (i == 0 ? incoming->receipt : votum_thing_get_text (theirs, VOTUM_BALLOT_RECEIPT), 4);

      g_assert_nonnull (strstr (error->message, digits));
    }
  g_clear_error (&error);

  anew = other_copy (jury, "anew.votum", TRUE);
  g_assert_false (votum_case_set_aside (chair, theirs, "", &error));
  g_clear_error (&error);
  g_assert_true (votum_case_set_aside (chair, theirs, "Ikke hans", &error));
  g_assert_no_error (error);
  g_assert_null (votum_case_undo_name (chair));
  before = votum_case_list_ballots (chair, round);
  g_assert_null (standing_of_per (jury, before)->ballot);
  g_assert_true (standing_of_per (jury, before)->set_aside == theirs);
  g_assert_false (hand_in_from (jury, thief, 2, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_NOT_ALLOWED);
  g_clear_error (&error);
  g_assert_true (hand_in_from (jury, anew, 4, &error));
  after = votum_case_list_ballots (chair, round);
  g_assert_cmpint (votum_thing_get_number (standing_of_per (jury, after)->ballot, VOTUM_BALLOT_NUMBER), ==, 2);
  g_assert_true (votum_case_open_round (chair, round, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (votum_marks_size (votum_case_get_marks (chair)), ==, 1);
  g_assert_cmpint (votum_marks_get (votum_case_get_marks (chair), 0)->digits, ==, 4);
}

/* What is new for a juror since they were handed out to, in words. */
static void
assert_news (Jury       *jury,
             const char *expected)
{
  g_autoptr(GPtrArray) news = votum_case_hand_out_news (jury->fixture.votum_case, case_fixture_thing (&jury->fixture, VOTUM_KIND_JUROR, "per"), "nb");
  g_autofree char *text = NULL;

  g_ptr_array_add (news, NULL);
  text = g_strjoinv ("; ", (char **) news->pdata);
  g_assert_cmpstr (text, ==, expected);
}

static void
add_finalist (Jury *jury)
{
  g_autoptr(VotumThing) entrant = votum_thing_new (VOTUM_KIND_ENTRANT);
  g_autoptr(VotumThing) section = votum_thing_new (VOTUM_KIND_SECTION);
  g_autoptr(GError) error = NULL;

  votum_thing_set_from_text (entrant, VOTUM_ENTRANT_NAME, "Nykraft", NULL);
  votum_case_add (jury->fixture.votum_case, entrant, &error);
  g_assert_no_error (error);
  votum_thing_set_ref (section, VOTUM_SECTION_ENTRANT, votum_thing_get_id (entrant));
  votum_thing_set_number (section, VOTUM_SECTION_POSITION, 1);
  votum_thing_set_from_text (section, VOTUM_SECTION_TEXT, "Vi er nye.", NULL);
  votum_case_add (jury->fixture.votum_case, section, &error);
  g_assert_no_error (error);
}

/* Only what the juror may have, and only what is not as it was. */
static void
test_news (Jury         *jury,
           gconstpointer data)
{
  VotumCase *chair = jury->fixture.votum_case;
  VotumThing *nord = case_fixture_thing (&jury->fixture, VOTUM_KIND_ENTRANT, "nord");
  g_autoptr(VotumCase) later = NULL;
  g_autoptr(GError) error = NULL;

  assert_news (jury, "");
  g_assert_nonnull (must_add_note (&jury->fixture, "ida", "jury", "Bare for lederen"));
  assert_news (jury, "");
  g_assert_true (votum_case_edit (chair, nord, VOTUM_ENTRANT_PLACE, "Bodø", NULL, &error));
  assert_news (jury, "1 corrected submission");
  g_assert_true (votum_case_undo (chair, &error));
  assert_news (jury, "");
  g_assert_true (votum_case_edit (chair, nord, VOTUM_ENTRANT_PLACE, "Bodø", NULL, &error));
  add_finalist (jury);
  assert_news (jury, "1 new finalist; 1 corrected submission");
  later = other_copy (jury, "later.votum", FALSE);
  assert_news (jury, "");
  g_assert_true (votum_case_edit (chair, nord, VOTUM_ENTRANT_STATUS, "withdrawn", NULL, &error));
  g_assert_no_error (error);
  assert_news (jury, "1 finalist taken out");
  /* nobody gives marks any more */
  g_assert_true (votum_case_open_round (chair, case_fixture_thing (&jury->fixture, VOTUM_KIND_ROUND, "1"), NULL, &error));
  g_assert_no_error (error);
  if (votum_case_is_opened (chair))
    assert_news (jury, "");
}

/* The passphrase is given once, for all that comes; looking changes nothing, and what was looked at is judged again when it is taken. */
static void
test_incoming (Jury         *jury,
               gconstpointer data)
{
  VotumCase *chair = jury->fixture.votum_case;
  g_autofree char *text = ballot_text (jury, NULL, "", MARK);
  guint n_entries = votum_case_get_log (chair)->len;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(VotumIncoming) incoming = NULL;
  g_autoptr(GError) error = NULL;

  seal_text (jury, text);
  votum_case_set_passphrase_async (chair, VOTUM_KEY_CHAIR, NULL, "blåbær", done_cb, &result);
  g_assert_true (votum_case_set_passphrase_finish (chair, await (&result), &error));
  g_assert_no_error (error);
  g_assert_true (votum_case_key_is_protected (chair, VOTUM_KEY_CHAIR));
  g_assert_false (votum_case_can_unseal (chair));
  g_assert_null (look (jury, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_PASSPHRASE);
  g_clear_error (&error);
  g_assert_false (unlock (chair, "noe annet", &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_PASSPHRASE);
  g_clear_error (&error);
  g_assert_true (unlock (chair, "blåbær", &error));
  g_assert_no_error (error);

  incoming = look (jury, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (incoming->number, ==, 1);
  g_assert_null (incoming->replaces);
  g_assert_false (incoming->late);
  g_assert_cmpuint (votum_case_get_log (chair)->len, ==, n_entries);
  g_assert_nonnull (votum_case_take_in_incoming (chair, incoming, NULL, &error));
  g_assert_null (votum_case_take_in_incoming (chair, incoming, NULL, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_EXISTS);
  g_clear_error (&error);
  votum_case_forget_passphrase (chair);
  g_assert_false (votum_case_open_round (chair, incoming->round, NULL, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_PASSPHRASE);
}

#define JURY_TEST(name, function) g_test_add ("/case/ballots/" name, Jury, NULL, jury_set_up, function, jury_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  JURY_TEST ("honest", test_honest);
  JURY_TEST ("dishonest", test_dishonest);
  JURY_TEST ("not-a-ballot", test_not_a_ballot);
  JURY_TEST ("on-its-way", test_on_its_way);
  JURY_TEST ("another-key", test_another_key);
  JURY_TEST ("other-doors", test_other_doors);
  JURY_TEST ("thief", test_thief);
  JURY_TEST ("news", test_news);
  JURY_TEST ("incoming", test_incoming);

  return g_test_run ();
}
