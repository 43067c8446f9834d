#pragma once

#include <glib/gstdio.h>

#include "votum-case-import.h"
#include "small-case.h"

/* A small case in a folder of its own: two finalists, three of the jury, two criteria in a group. */
typedef struct {
  char *folder;
  char *path;
  VotumCase *votum_case;
  guint n_changed;        /* emissions of the signal */
  guint n_things;         /* in the last of them */
  guint n_new_marks;
  guint n_old_marks;
} CaseFixture;

static inline VotumDocument *
case_fixture_award (void)
{
  VotumDocument *document = votum_document_new (VOTUM_DOCUMENT_AWARD);

  small_case_add (document, VOTUM_KIND_SCALE, "s", "min", "1", "max", "6", "step", "1", NULL);
  small_case_add (document, VOTUM_KIND_RULE, "r", "round-total", "2", "change-limit", "2", NULL);
  small_case_add (document, VOTUM_KIND_AWARD, "prize", "name", "Prøveprisen", "scale", "s", "rule", "r", "year", "2026", NULL);
  small_case_add (document, VOTUM_KIND_CRITERION, "G", "name", "Gruppe", "kind", "group", "weight", "100", "position", "1", NULL);
  small_case_add (document, VOTUM_KIND_CRITERION, "A", "name", "Kultur", "weight", "60", "parent", "G", "position", "1", NULL);
  small_case_add (document, VOTUM_KIND_CRITERION, "B", "name", "Resultat", "weight", "40", "parent", "G", "position", "2", NULL);
  small_case_add (document, VOTUM_KIND_ENTRANT, "nord", "name", "Nordlys", NULL);
  small_case_add (document, VOTUM_KIND_ENTRANT, "fjel", "name", "Fjellvind", NULL);
  small_case_add (document, VOTUM_KIND_JUROR, "ida", "name", "Ida Berg", "roles", "chair juror", NULL);
  small_case_add (document, VOTUM_KIND_JUROR, "per", "name", "Per Dahl", NULL);
  small_case_add (document, VOTUM_KIND_JUROR, "siv", "name", "Siv Vik", "roles", "secretary", NULL);
  small_case_add (document, VOTUM_KIND_ROUND, "1", "position", "1", NULL);

  return document;
}

static inline void
case_fixture_import (VotumCase     *votum_case,
                     VotumDocument *document,
                     const char    *command)
{
  g_autoptr(VotumProblems) problems = votum_problems_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(VotumImport) import = votum_case_plan_document (votum_case, document, problems, &error);

  g_assert_no_error (error);
  g_assert_nonnull (import);
  votum_case_import (votum_case, import, command, "test", NULL, NULL, &error);
  g_assert_no_error (error);
}

static inline void
case_fixture_changed_cb (VotumCase    *votum_case,
                         VotumChanges *changes,
                         CaseFixture  *fixture)
{
  fixture->n_changed++;
  fixture->n_things = votum_changes_n_things (changes);
  fixture->n_new_marks = votum_marks_size (votum_changes_new_marks (changes));
  fixture->n_old_marks = votum_marks_size (votum_changes_old_marks (changes));
}

static inline void
case_fixture_set_up (CaseFixture  *fixture,
                     gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("votum-case-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "case.votum", NULL);
  fixture->votum_case = votum_case_create (fixture->path, &error);
  g_assert_no_error (error);
  votum_case_set_who (fixture->votum_case, "Test");
  case_fixture_import (fixture->votum_case, case_fixture_award (), "init");
  g_signal_connect (fixture->votum_case, "changed", G_CALLBACK (case_fixture_changed_cb), fixture);
}

static inline void
case_fixture_tear_down (CaseFixture  *fixture,
                        gconstpointer data)
{
  g_clear_object (&fixture->votum_case);
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static inline void
case_fixture_reopen (CaseFixture *fixture)
{
  g_autoptr(GError) error = NULL;

  g_clear_object (&fixture->votum_case);
  fixture->votum_case = votum_case_open (fixture->path, FALSE, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (fixture->votum_case);
  g_signal_connect (fixture->votum_case, "changed", G_CALLBACK (case_fixture_changed_cb), fixture);
}

static inline VotumThing *
case_fixture_thing (CaseFixture *fixture,
                    VotumKind    kind,
                    const char  *key)
{
  VotumThing *thing = votum_case_find (fixture->votum_case, kind, key);

  g_assert_nonnull (thing);

  return thing;
}

static inline gint64
case_fixture_id (CaseFixture *fixture,
                 VotumKind    kind,
                 const char  *key)
{
  return votum_thing_get_id (case_fixture_thing (fixture, kind, key));
}

static inline VotumMark
case_fixture_mark (CaseFixture *fixture,
                   const char  *round,
                   const char  *entrant,
                   const char  *juror,
                   const char  *criterion,
                   int          value)
{
  return (VotumMark) {
    .round = case_fixture_id (fixture, VOTUM_KIND_ROUND, round),
    .entrant = case_fixture_id (fixture, VOTUM_KIND_ENTRANT, entrant),
    .juror = case_fixture_id (fixture, VOTUM_KIND_JUROR, juror),
    .criterion = case_fixture_id (fixture, VOTUM_KIND_CRITERION, criterion),
    .digits = value,
  };
}

static inline void
case_fixture_must_mark (CaseFixture *fixture,
                        const char  *entrant,
                        const char  *juror,
                        const char  *criterion,
                        int          value)
{
  VotumMark mark = case_fixture_mark (fixture, "1", entrant, juror, criterion, value);
  g_autoptr(GError) error = NULL;

  votum_case_set_mark (fixture->votum_case, &mark, &error);
  g_assert_no_error (error);
}

#define case_fixture_add(path, fixture_test) \
  g_test_add (path, CaseFixture, NULL, case_fixture_set_up, fixture_test, case_fixture_tear_down)
