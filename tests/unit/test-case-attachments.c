#include "votum-config.h"

#include "open-case.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "votum-case-attachments.h"
#include "votum-case-drafts.h"
#include "votum-case-edit.h"
#include "votum-error.h"
#include "votum-text.h"

/* Files that a juror puts into the case, and takes out again to look at them. */

static char *
put_file (OpenCase   *fixture,
          const char *name,
          const char *data,
          gssize      length)
{
  g_autoptr(GError) error = NULL;
  char *path = g_build_filename (fixture->folder, name, NULL);

  g_file_set_contents (path, data, length, &error);
  g_assert_no_error (error);

  return path;
}

static VotumThing *
entrant (OpenCase *fixture)
{
  return votum_case_find (fixture->votum_case, VOTUM_KIND_ENTRANT, "nord");
}

static VotumThing *
attach (OpenCase   *fixture,
        VotumThing *owner,
        const char *path)
{
  g_autoptr(GError) error = NULL;
  VotumThing *attachment = votum_case_add_attachment (fixture->votum_case, owner, path, &error);

  g_assert_no_error (error);
  g_assert_nonnull (attachment);

  return attachment;
}

static guint
n_attachments (OpenCase *fixture)
{
  return g_list_model_get_n_items (votum_case_get_things (fixture->votum_case, VOTUM_KIND_ATTACHMENT));
}

static void
test_there_and_back (OpenCase     *fixture,
                     gconstpointer data)
{
  static const char png[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
  g_autoptr(GError) error = NULL;
  g_autofree char *path = put_file (fixture, "besøk.png", png, sizeof png);
  g_autofree char *out = g_build_filename (fixture->folder, "ut", NULL);
  g_autofree char *written = NULL;
  g_autofree char *again = NULL;
  g_autofree char *other = NULL;
  g_autofree char *mine = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *key = NULL;
  VotumThing *attachment = attach (fixture, entrant (fixture), path);
  GStatBuf info;

  g_assert_cmpstr (votum_thing_get_text (attachment, VOTUM_ATTACHMENT_NAME), ==, "besøk.png");
  g_assert_cmpstr (votum_thing_get_text (attachment, VOTUM_ATTACHMENT_MEDIA_TYPE), ==, "image/png");
  g_assert_cmpint (votum_thing_get_number (attachment, VOTUM_ATTACHMENT_SIZE), ==, sizeof png);
  g_assert_null (votum_thing_get_text (attachment, VOTUM_ATTACHMENT_TITLE));
  g_assert_cmpstr (votum_case_undo_entry (fixture->votum_case)->command, ==, "add-attachment");
  key = g_strdup (votum_thing_get_key (attachment));

  /* the case needs the file no more */
  g_unlink (path);
  open_case_again (fixture, FALSE);
  attachment = votum_case_find (fixture->votum_case, VOTUM_KIND_ATTACHMENT, key);
  bytes = votum_case_get_attachment (fixture->votum_case, attachment, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), png, sizeof png);

  g_assert_cmpint (g_mkdir (out, 0700), ==, 0);
  written = votum_case_export_attachment (fixture->votum_case, attachment, out, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_suffix (written, "/ut/besøk.png"));
  g_assert_cmpint (g_stat (written, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (info.st_size, ==, sizeof png);

  /* once more the same; beside what somebody has changed meanwhile; never through a link */
  again = votum_case_export_attachment (fixture->votum_case, attachment, out, &error);
  g_assert_cmpstr (again, ==, written);
  g_assert_true (g_file_set_contents (written, "annet", -1, NULL));
  other = votum_case_export_attachment (fixture->votum_case, attachment, out, &error);
  g_assert_true (g_str_has_suffix (other, "/ut/besøk (2).png"));
  g_unlink (other);
  mine = put_file (fixture, "min.txt", "min", -1);
  g_assert_cmpint (symlink (mine, other), ==, 0);
  g_clear_pointer (&other, g_free);
  other = votum_case_export_attachment (fixture->votum_case, attachment, out, &error);
  g_assert_true (g_str_has_suffix (other, "/ut/besøk (3).png"));
  g_assert_no_error (error);
}

/* One step, taken back and done again with its bytes. */
static void
test_taken_back (OpenCase     *fixture,
                 gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *path = put_file (fixture, "tavle.txt", "tavle", -1);
  g_autofree char *key = g_strdup (votum_thing_get_key (attach (fixture, entrant (fixture), path)));

  g_assert_true (votum_case_undo (fixture->votum_case, &error));
  g_assert_cmpuint (n_attachments (fixture), ==, 0);
  g_assert_true (votum_case_redo (fixture->votum_case, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_attachments (fixture), ==, 1);
  bytes = votum_case_get_attachment (fixture->votum_case, votum_case_find (fixture->votum_case, VOTUM_KIND_ATTACHMENT, key), &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "tavle", 5);
  g_assert_true (votum_case_verify (fixture->votum_case, NULL, &error));
}

static void
test_of_a_note (OpenCase     *fixture,
                gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VotumThing) note = open_case_note (fixture, "Hun sa");
  g_autoptr(VotumThing) stranger = open_case_note (fixture, "Ikke i saken");
  g_autofree char *path = put_file (fixture, "tavle.txt", "tavle", -1);
  VotumThing *attachment;

  g_assert_true (votum_case_add (fixture->votum_case, note, &error));
  attachment = attach (fixture, note, path);
  g_assert_cmpint (votum_thing_get_ref (attachment, VOTUM_ATTACHMENT_NOTE), ==, votum_thing_get_id (note));
  /* the entrant's submission is what the entrant sent */
  g_assert_false (votum_thing_is_set (attachment, VOTUM_ATTACHMENT_ENTRANT));

  g_assert_null (votum_case_add_attachment (fixture->votum_case, stranger, path, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_NOT_FOUND);
  g_clear_error (&error);

  /* the note takes it along, and brings it back */
  g_assert_true (votum_case_remove (fixture->votum_case, note, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_attachments (fixture), ==, 0);
  g_assert_true (votum_case_undo (fixture->votum_case, &error));
  g_assert_cmpuint (n_attachments (fixture), ==, 1);
}

static void
test_any_name (OpenCase     *fixture,
               gconstpointer data)
{
  static const struct { const char *file, *name, *title; } names[] = {
    { "Svar: 50% \"ferdig\".pdf", "Svar- 50- -ferdig-.pdf", "Svar: 50% \"ferdig\".pdf" },
    { ".skjult", "skjult", ".skjult" }, { "-rf", "rf", "-rf" }, { "con.txt", "_con.txt", "con.txt" }, { "...", "file", "..." },
    { "a.\xff.txt", NULL, NULL }, { "punkt.", "punkt", "punkt." }, { "usyn\xe2\x80\xaelig.pdf", "usynlig.pdf", "usyn\xe2\x80\xaelig.pdf" },
    { "linje\nskift.txt", "linje-skift.txt", NULL }, { "blåbær.pdf", "blåbær.pdf", NULL },
    { "bla\xcc\x8a.pdf", "blå.pdf", NULL }, { "＂vid＂.txt", "vid-.txt", "＂vid＂.txt" },
  };
  g_autofree char *long_name = g_strnfill (240, 'x');
  g_autofree char *long_file = g_strconcat (long_name, ".jpeg", NULL);
  g_autofree char *long_path = put_file (fixture, long_file, "lang", -1);
  VotumThing *attachment;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = put_file (fixture, names[i].file, names[i].file, -1);

      attachment = attach (fixture, entrant (fixture), path);
      g_assert_true (votum_text_check_file_name (votum_thing_get_text (attachment, VOTUM_ATTACHMENT_NAME), NULL));
      if (names[i].name == NULL)
        continue;
      g_assert_cmpstr (votum_thing_get_text (attachment, VOTUM_ATTACHMENT_NAME), ==, names[i].name);
      g_assert_cmpstr (votum_thing_get_text (attachment, VOTUM_ATTACHMENT_TITLE), ==, names[i].title);
    }
  attachment = attach (fixture, entrant (fixture), long_path);
  g_assert_cmpuint (strlen (votum_thing_get_text (attachment, VOTUM_ATTACHMENT_NAME)), ==, 200);
  g_assert_true (g_str_has_suffix (votum_thing_get_text (attachment, VOTUM_ATTACHMENT_NAME), "x.jpeg"));
  open_case_again (fixture, FALSE);
  g_assert_cmpuint (n_attachments (fixture), ==, G_N_ELEMENTS (names) + 1);
}

/* Whatever somebody calls a file, what comes of it is a name. */
static void
test_names_are_names (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (3);

  for (guint i = 0; i < 20000; i++)
    {
      char bytes[400];
      g_autofree char *name = NULL;
      g_autoptr(GError) error = NULL;
      guint length = (guint) g_rand_int_range (random, 0, i % 3 == 0 ? 399 : 12);

      for (guint k = 0; k < length; k++)
        bytes[k] = i % 2 == 0 ? "./\\ -:conaux1\xc3\xa5\xe2\x80\x8b\xef\xbc\x8f"[g_rand_int_range (random, 0, 21)] : (char) g_rand_int_range (random, 1, 256);
      bytes[length] = '\0';
      name = votum_text_make_file_name (bytes);
      votum_text_check_file_name (name, &error);
      g_assert_no_error (error);
    }
}

static void
test_refused (OpenCase     *fixture,
              gconstpointer data)
{
  g_autofree char *path = put_file (fixture, "fil.txt", "fil", -1);
  g_autofree char *link = g_build_filename (fixture->folder, "lenke.txt", NULL);
  g_autofree char *pipe = g_build_filename (fixture->folder, "rør", NULL);
  g_autofree char *large = g_build_filename (fixture->folder, "stor", NULL);
  g_autofree char *missing = g_build_filename (fixture->folder, "mangler", NULL);
  const struct { const char *path; int code; } wrong[] = {
    { link, VOTUM_ERROR_INVALID }, { pipe, VOTUM_ERROR_INVALID }, { fixture->folder, VOTUM_ERROR_INVALID },
    { large, VOTUM_ERROR_LIMIT }, { missing, VOTUM_ERROR_NOT_FOUND },
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(VotumThing) nameless = votum_thing_new (VOTUM_KIND_ATTACHMENT);

  g_assert_cmpint (symlink (path, link), ==, 0);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_true (g_file_set_contents (large, "x", 1, NULL));
  g_assert_cmpint (truncate (large, (64 << 20) + 1), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_assert_null (votum_case_add_attachment (fixture->votum_case, entrant (fixture), wrong[i].path, &error));
      g_assert_error (error, VOTUM_ERROR, wrong[i].code);
      g_clear_error (&error);
    }
  g_assert_cmpuint (n_attachments (fixture), ==, 0);

  /* one whose bytes never came */
  votum_thing_set_ref (nameless, VOTUM_ATTACHMENT_ENTRANT, votum_thing_get_id (entrant (fixture)));
  votum_thing_set_from_text (nameless, VOTUM_ATTACHMENT_NAME, "borte.pdf", NULL);
  g_assert_true (votum_case_add (fixture->votum_case, nameless, &error));
  g_assert_no_error (error);
  g_assert_null (votum_case_get_attachment (fixture->votum_case, nameless, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (votum_case_export_attachment (fixture->votum_case, nameless, fixture->folder, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_NOT_FOUND);
  g_clear_error (&error);

  open_case_again (fixture, TRUE);
  g_assert_null (votum_case_add_attachment (fixture->votum_case, entrant (fixture), path, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_READ_ONLY);
}

/* A note that is finished comes with its pictures, which were taken in while it was being written. */
static void
test_with_a_note (OpenCase     *fixture,
                  gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) attachments = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GBytes) bytes = g_bytes_new_static ("\x89PNG\r\n\x1a\n", 8);
  g_autoptr(GBytes) back = NULL;
  g_autoptr(VotumThing) note = open_case_note (fixture, "Tavla midt i rommet");
  g_autoptr(VotumThing) wrong = open_case_note (fixture, NULL);
  g_autofree char *path = put_file (fixture, "tavle.txt", "tavle", -1);

  g_ptr_array_add (attachments, votum_case_take_bytes (fixture->votum_case, "Bilde.png", bytes, &error));
  g_assert_no_error (error);
  g_ptr_array_add (attachments, votum_case_take_file (fixture->votum_case, path, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_attachments (fixture), ==, 0);
  g_assert_true (votum_case_keep_draft (fixture->votum_case, "note:new", "Tavla midt i", &error));

  /* a note without words is none, and leaves all as it was */
  g_assert_false (votum_case_add_note (fixture->votum_case, wrong, attachments, "note:new", &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_cmpint (votum_thing_get_id (g_ptr_array_index (attachments, 0)), ==, 0);
  g_assert_nonnull (votum_case_get_draft (fixture->votum_case, "note:new"));

  g_assert_true (votum_case_add_note (fixture->votum_case, note, attachments, "note:new", &error));
  g_assert_no_error (error);
  g_assert_null (votum_case_get_draft (fixture->votum_case, "note:new"));
  g_assert_cmpuint (n_attachments (fixture), ==, 2);
  g_assert_cmpint (votum_thing_get_ref (g_ptr_array_index (attachments, 1), VOTUM_ATTACHMENT_NOTE), ==, votum_thing_get_id (note));
  back = votum_case_get_attachment (fixture->votum_case, g_ptr_array_index (attachments, 0), &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (back, bytes));

  g_assert_true (votum_case_undo (fixture->votum_case, &error));
  g_assert_cmpuint (n_attachments (fixture), ==, 0);
}

static void
result_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

#define LARGE (3 << 20)

/* A large file: drafts are kept while it is written, the case says that it is busy, and what is asked for comes after it. */
static void
test_beside (OpenCase     *fixture,
             gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *film = g_malloc0 (LARGE);
  g_autofree char *path = NULL;
  g_autofree char *small = put_file (fixture, "liten.txt", "liten", -1);
  g_autoptr(GAsyncResult) of_small = NULL;
  g_autoptr(GAsyncResult) of_film = NULL;
  g_autoptr(GAsyncResult) of_bytes = NULL;
  g_autoptr(VotumThing) text = NULL;
  g_autoptr(VotumThing) attachment = NULL;
  g_autoptr(GBytes) bytes = NULL;

  memset (film, 'x', LARGE);
  path = put_file (fixture, "film.mp4", film, LARGE);
  votum_case_take_file_async (fixture->votum_case, entrant (fixture), small, NULL, result_cb, &of_small);
  text = votum_case_take_finish (fixture->votum_case, wait_for (&of_small), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_attachments (fixture), ==, 1);

  votum_case_take_file_async (fixture->votum_case, entrant (fixture), path, NULL, result_cb, &of_film);
  while (!votum_case_is_busy (fixture->votum_case) && of_film == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (of_film);
  g_assert_false (votum_case_keep_draft (fixture->votum_case, "note:new", "Mens filmen skrives", NULL));
  g_assert_null (votum_case_add_attachment (fixture->votum_case, entrant (fixture), small, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_LOCKED);
  g_clear_error (&error);
  votum_case_get_attachment_async (fixture->votum_case, text, NULL, result_cb, &of_bytes);
  bytes = votum_case_get_attachment_finish (fixture->votum_case, wait_for (&of_bytes), &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "liten", 5);

  attachment = votum_case_take_finish (fixture->votum_case, wait_for (&of_film), &error);
  g_assert_no_error (error);
  g_assert_false (votum_case_is_busy (fixture->votum_case));
  g_assert_cmpint (votum_thing_get_number (attachment, VOTUM_ATTACHMENT_SIZE), ==, LARGE);
  g_assert_true (votum_case_lookup (fixture->votum_case, votum_thing_get_id (attachment)) == attachment);
  g_assert_cmpstr (votum_case_get_draft (fixture->votum_case, "note:new"), ==, "Mens filmen skrives");
  g_assert_true (votum_case_undo (fixture->votum_case, &error));
  g_assert_cmpuint (n_attachments (fixture), ==, 1);
}

/* A case that is closed while a large file is written lets the thread go first, and nobody is told of a success. */
static void
test_closed_meanwhile (OpenCase     *fixture,
                       gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *film = g_malloc0 (LARGE);
  g_autoptr(GBytes) bytes = g_bytes_new_static (film, LARGE);
  g_autoptr(GAsyncResult) result = NULL;

  votum_case_take_bytes_async (fixture->votum_case, "film.mp4", bytes, NULL, result_cb, &result);
  g_assert_true (votum_case_is_busy (fixture->votum_case));
  votum_case_close (fixture->votum_case);
  g_assert_null (votum_case_take_finish (fixture->votum_case, wait_for (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/case/attachments/" name, OpenCase, NULL, open_case_set_up, function, open_case_tear_down)
  ADD ("there-and-back", test_there_and_back);
  ADD ("taken-back", test_taken_back);
  ADD ("of-a-note", test_of_a_note);
  ADD ("with-a-note", test_with_a_note);
  ADD ("any-name", test_any_name);
  ADD ("beside", test_beside);
  ADD ("closed-meanwhile", test_closed_meanwhile);
  g_test_add_func ("/case/attachments/names-are-names", test_names_are_names);
  ADD ("refused", test_refused);

  return g_test_run ();
}
