#pragma once

#include <glib/gstdio.h>

#include "small-case.h"
#include "votum-case-import.h"
#include "votum-error.h"

/* A small case on disk, open: two entrants, two jurors, two criteria, a visit. */
typedef struct {
  char *folder;
  char *path;
  VotumCase *votum_case;
} OpenCase;

static inline void
open_case_remove (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        open_case_remove (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

static inline VotumCase *
open_case_make (const char *path)
{
  VotumDocument *document = votum_document_new (VOTUM_DOCUMENT_AWARD);
  g_autoptr(VotumProblems) problems = votum_problems_new ();
  g_autoptr(VotumImport) import = NULL;
  g_autoptr(GError) error = NULL;
  VotumCase *votum_case = votum_case_create (path, &error);

  g_assert_no_error (error);
  small_case_add (document, VOTUM_KIND_SCALE, "s", "min", "1", "max", "6", "step", "1", NULL);
  small_case_add (document, VOTUM_KIND_RULE, "r", "round-total", "2", NULL);
  small_case_add (document, VOTUM_KIND_AWARD, "prize", "name", "Prøveprisen", "scale", "s", "rule", "r", "year", "2026", NULL);
  small_case_add (document, VOTUM_KIND_CRITERION, "A", "name", "Kultur", "weight", "60", NULL);
  small_case_add (document, VOTUM_KIND_CRITERION, "B", "name", "Resultat", "weight", "40", NULL);
  small_case_add (document, VOTUM_KIND_ENTRANT, "nord", "name", "Nordlys", NULL);
  small_case_add (document, VOTUM_KIND_ENTRANT, "fjel", "name", "Fjellvind", NULL);
  small_case_add (document, VOTUM_KIND_JUROR, "ida", "name", "Ida Berg", NULL);
  small_case_add (document, VOTUM_KIND_JUROR, "per", "name", "Per Dahl", NULL);
  small_case_add (document, VOTUM_KIND_ROUND, "1", "position", "1", NULL);
  small_case_add (document, VOTUM_KIND_VISIT, "b1", "entrant", "nord", NULL);

  votum_case_set_who (votum_case, "Test");
  import = votum_case_plan_document (votum_case, document, problems, &error);
  g_assert_no_error (error);
  g_assert_true (votum_case_import (votum_case, import, "init", "test", NULL, NULL, &error));
  g_assert_no_error (error);

  return votum_case;
}

static inline void
open_case_set_up (OpenCase     *fixture,
                  gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  (void) data;
  fixture->folder = g_dir_make_tmp ("votum-case-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "case.votum", NULL);
  fixture->votum_case = open_case_make (fixture->path);
}

static inline void
open_case_tear_down (OpenCase     *fixture,
                     gconstpointer data)
{
  (void) data;
  g_clear_object (&fixture->votum_case);
  open_case_remove (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static inline void
open_case_again (OpenCase *fixture,
                 gboolean  read_only)
{
  g_autoptr(GError) error = NULL;

  g_clear_object (&fixture->votum_case);
  fixture->votum_case = votum_case_open (fixture->path, read_only, NULL, &error);
  g_assert_no_error (error);
}

/* A note that is not in the case yet. */
static inline VotumThing *
open_case_note (OpenCase   *fixture,
                const char *text)
{
  VotumThing *note = votum_thing_new (VOTUM_KIND_NOTE);

  votum_thing_set_ref (note, VOTUM_NOTE_ENTRANT, votum_thing_get_id (votum_case_find (fixture->votum_case, VOTUM_KIND_ENTRANT, "nord")));
  g_assert_true (votum_thing_set_from_text (note, VOTUM_NOTE_TEXT, text, NULL));

  return note;
}
