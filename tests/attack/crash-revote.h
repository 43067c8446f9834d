#pragma once

#include "crash-disk.h"
#include "votum-case-ballots.h"
#include "votum-case-revote.h"

/* The scenes of crash-ballots after a round was opened: a juror takes a later hand-out in, which brings the revote; the chair takes the
 * ballots of the revote in and opens it. It goes on with what that file has before it. */

#define AGAIN 3   /* steps of the chair: a ballot of each juror, the opening */

static const char *const again[AGAIN - 1] = { "again-per.ballot", "again-eva.ballot" };
static const char *const voters[AGAIN - 1] = { "per", "eva" };
static char *revote_key;

static const char tie_xml[] =
  "<award xmlns=\"urn:votum:award:1\" id=\"prize\" scale=\"s\" rule=\"r\"><name xml:lang=\"en\">Prize</name>"
  "<scale id=\"s\" min=\"1\" max=\"6\"/><rule id=\"r\" tie-breaks=\"revote\"/>"
  "<criterion id=\"A\"><name xml:lang=\"en\">A</name></criterion><entrant id=\"e\"><name>E</name></entrant><entrant id=\"f\"><name>F</name></entrant>"
  "<juror id=\"ida\" roles=\"chair\"><name>Ida</name></juror><juror id=\"per\"><name>Per</name></juror><juror id=\"eva\"><name>Eva</name></juror>"
  "<round id=\"1\" position=\"1\"/></award>";

static VotumThing *
round_named (VotumCase  *votum_case,
             const char *key)
{
  return votum_case_find (votum_case, VOTUM_KIND_ROUND, key);
}

static guint
n_marks_of (VotumCase  *votum_case,
            const char *key)
{
  VotumThing *round = round_named (votum_case, key);
  guint n = 0;

  if (round != NULL)
    votum_marks_range (votum_case_get_marks (votum_case), (gint32) votum_thing_get_id (round), 0, 0, &n);

  return n;
}

/* ---- the juror -------------------------------------------------------------------------------------------------------- */

static void
take_later (void)
{
  g_autofree char *later = file_named ("later.votum");
  VotumCase *juror;

  lay_out (later);
  juror = open_case (NULL);
  if (juror == NULL)
    return;
  attempted = 1;
  if (votum_case_take_hand_out (juror, later, NULL))
    acknowledged = 1;
  close_case (juror);
}

/* The round is there with its finalists or not at all, and the juror's marks are as they were. */
static int
judge_later (VotumCase *juror,
             int        promised,
             int        asked)
{
  g_autofree char *later = file_named ("later.votum");
  gboolean there = round_named (juror, revote_key) != NULL;
  guint n_entries = g_list_model_get_n_items (votum_case_get_things (juror, VOTUM_KIND_ROUND_ENTRY));

  if (promised > 0 && !there)
    return LOST;
  if (n_marks_of (juror, "1") != 2 || n_entries != (there ? 2 : 0) || (there && asked == 0))
    return TORN;
  lay_out (later);

  return there || votum_case_take_hand_out (juror, later, NULL) ? OK : CORRUPT;
}

/* ---- the chair -------------------------------------------------------------------------------------------------------- */

static void
vote_again (void)
{
  VotumCase *chair = open_case (NULL);

  if (chair == NULL)
    return;
  while (acknowledged < AGAIN)
    {
      g_autofree char *path = acknowledged < AGAIN - 1 ? file_named (again[acknowledged]) : NULL;

      attempted = acknowledged + 1;
      if (path != NULL ? votum_case_take_in (chair, path, NULL, NULL, NULL) == NULL
                       : !votum_case_open_round (chair, round_named (chair, revote_key), NULL, NULL))
        break;
      acknowledged = attempted;
    }
  close_case (chair);
}

/* What was opened before is as it was, and the revote sealed or opened with all of its marks. */
static int
judge_again (VotumCase *chair,
             int        promised,
             int        asked)
{
  VotumThing *revote = round_named (chair, revote_key);
  gboolean opened = votum_thing_get_choice (revote, VOTUM_ROUND_STATE) == VOTUM_ROUND_STATE_OPENED;
  guint n = g_list_model_get_n_items (votum_case_get_things (chair, VOTUM_KIND_BALLOT));
  int state = opened ? AGAIN : (int) n - 2;

  if (n_marks_of (chair, "1") != 4 || n < 2 || (opened && n != 4) || n_marks_of (chair, revote_key) != (opened ? 4 : 0))
    return TORN;
  if (state < promised)
    return LOST;
  if (state > asked)
    return TORN;

  return opened || votum_case_open_round (chair, revote, NULL, NULL) ? OK : CORRUPT;
}

/* ---- setting up, on the real disk ------------------------------------------------------------------------------------- */

static void
mark_both (VotumCase  *juror,
           const char *who,
           const char *round,
           gint64      first,
           gint64      second)
{
  static const char *const entrants[] = { "e", "f" };

  for (guint i = 0; i < G_N_ELEMENTS (entrants); i++)
    {
      GError *error = NULL;
      VotumMark mark = {
        .round = (gint32) votum_thing_get_id (round_named (juror, round)), .digits = i == 0 ? first : second,
        .entrant = (gint32) votum_thing_get_id (votum_case_find (juror, VOTUM_KIND_ENTRANT, entrants[i])),
        .juror = (gint32) votum_thing_get_id (votum_case_find (juror, VOTUM_KIND_JUROR, who)),
        .criterion = (gint32) votum_thing_get_id (votum_case_find (juror, VOTUM_KIND_CRITERION, "A")),
      };

      must (votum_case_set_mark (juror, &mark, &error), error);
    }
}

static void
send (VotumCase  *juror,
      const char *round,
      const char *name)
{
  g_autofree char *path = file_named (name);
  g_autofree char *receipt = NULL;
  GError *error = NULL;

  receipt = votum_case_hand_in (juror, round_named (juror, round), path, NULL, &error);
  must (receipt != NULL, error);
}

static void
copy_file (const char *from,
           const char *to)
{
  g_autofree char *bytes = NULL;
  gsize size = 0;
  GError *error = NULL;

  must (g_file_get_contents (from, &bytes, &size, &error), error);
  must (g_file_set_contents (to, bytes, (gssize) size, &error), error);
}

/* One juror after the other is handed the case, marks both alike, and hands in. */
static void
tie (VotumCase *chair)
{
  for (guint i = 0; i < G_N_ELEMENTS (voters); i++)
    {
      g_autofree char *name = g_strconcat ("tied-", voters[i], ".votum", NULL);
      g_autofree char *path = file_named (name);
      g_autofree char *first = file_named ("first.ballot");
      GError *error = NULL;
      VotumCase *juror;

      must (votum_case_hand_out (chair, votum_case_find (chair, VOTUM_KIND_JUROR, voters[i]), path, FALSE, NULL, &error), error);
      juror = votum_case_open (path, FALSE, NULL, &error);
      g_assert_no_error (error);
      mark_both (juror, voters[i], "1", 4, 4);
      send (juror, "1", "first.ballot");
      must (votum_case_take_in (chair, first, NULL, NULL, &error) != NULL, error);
      g_unlink (first);
      close_case (juror);
    }
}

static void
begin_revote (VotumCase *chair)
{
  g_autoptr(GPtrArray) tied = g_ptr_array_new ();
  GError *error = NULL;
  VotumThing *round;

  must (votum_case_open_round (chair, first_round (chair), NULL, &error), error);
  g_ptr_array_add (tied, votum_case_find (chair, VOTUM_KIND_ENTRANT, "e"));
  g_ptr_array_add (tied, votum_case_find (chair, VOTUM_KIND_ENTRANT, "f"));
  round = votum_case_begin_revote (chair, first_round (chair), tied, &error);
  must (round != NULL, error);
  revote_key = g_strdup (votum_thing_get_key (round));
}

/* The chair's case with two ballots of the revote on their way to it; and the case of a juror who does not know of the revote yet. */
static void
set_up_revote (const char *chair_path,
               const char *juror_path)
{
  VotumCase *chair = make_chair_of (chair_path, tie_xml);

  tie (chair);
  begin_revote (chair);
  for (guint i = 0; i < G_N_ELEMENTS (voters); i++)
    {
      g_autofree char *name = g_strconcat ("tied-", voters[i], ".votum", NULL);
      g_autofree char *path = file_named (name);
      g_autofree char *later = file_named (i == 0 ? "later.votum" : "later-eva.votum");
      GError *error = NULL;
      VotumCase *juror;

      if (i == 0)
        copy_file (path, juror_path);
      must (votum_case_hand_out (chair, votum_case_find (chair, VOTUM_KIND_JUROR, voters[i]), later, FALSE, NULL, &error), error);
      juror = votum_case_open (path, FALSE, NULL, &error);
      g_assert_no_error (error);
      must (votum_case_take_hand_out (juror, later, &error), error);
      mark_both (juror, voters[i], revote_key, 5, 3);
      send (juror, revote_key, again[i]);
      close_case (juror);
    }
  close_case (chair);
}
