/* evening write CASE SEED PAUSE | evening read CASE
 *
 * A juror's evening that is ended by force: marks, notes typed as drafts and finished, undo and redo, as fast as the disk
 * goes or with PAUSE milliseconds between two keeps of a draft. Every step is told on standard output before it is
 * begun ("T" and what it is) and when its call has returned ("A"); texts are escaped as in a URI. evening.py ends it and
 * compares what "read" finds: one line for each mark, note and draft, and whether there is something to undo and to redo. */

#include <errno.h>
#include <locale.h>
#include <string.h>
#include <unistd.h>

#include "votum-case-drafts.h"
#include "votum-case-edit.h"
#include "votum-case-import.h"

#define ROUNDS_OF_TYPING 6     /* keeps of a draft before it is finished, at most */

typedef struct {
  VotumCase *votum_case;
  GRand *random;
  gulong pause;                /* microseconds */
  guint n_notes;
  gint32 round, juror;
} Evening;

/* ---- telling ---- */

/* Past all buffers: what was told before the end is in the pipe. */
static void
tell (const char *line)
{
  gsize length = strlen (line);

  while (length > 0)
    {
      gssize written = write (STDOUT_FILENO, line, length);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        _exit (3);
      line += written;
      length -= (gsize) written;
    }
}

G_GNUC_PRINTF (1, 2)
static void
begin (const char *format,
       ...)
{
  g_autofree char *what = NULL;
  g_autofree char *line = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  line = g_strconcat ("T\t", what, "\n", NULL);
  tell (line);
}

static void
end (gboolean done,
     GError  *error)
{
  g_autofree char *line = NULL;

  if (!done)
    {
      line = g_strdup_printf ("F\t%s\n", error != NULL ? error->message : "refused without a word");
      tell (line);
      _exit (4);
    }
  tell ("A\n");
}

static char *
escaped (const char *text)
{
  return g_uri_escape_string (text != NULL ? text : "", NULL, FALSE);
}

/* ---- the evening ---- */

static VotumThing *
any_of (Evening   *self,
        VotumKind  kind)
{
  GListModel *things = votum_case_get_things (self->votum_case, kind);
  g_autoptr(VotumThing) thing = g_list_model_get_item (things, (guint) g_rand_int_range (self->random, 0, (gint32) g_list_model_get_n_items (things)));

  return thing;
}

static void
add_words (Evening *self,
           GString *text)
{
  static const char *const words[] = { "hun ", "sa at ", "de svarer ", "på lørdager\n", "– også blåbær, ", "æ ", "«ja» ", "\tlederne " };
  guint n = (guint) g_rand_int_range (self->random, 1, 40);

  for (guint i = 0; i < n; i++)
    g_string_append (text, words[g_rand_int_range (self->random, 0, G_N_ELEMENTS (words))]);
}

static void
keep (Evening    *self,
      const char *place,
      const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *shown = escaped (text);

  begin ("draft\t%s\t%s", place, shown);
  end (votum_case_keep_draft (self->votum_case, place, text, &error), error);
  g_usleep (self->pause);
}

static void
write_note (Evening *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VotumThing) note = votum_thing_new (VOTUM_KIND_NOTE);
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *key = g_strdup_printf ("evening-%u", ++self->n_notes);
  g_autofree char *place = g_strdup_printf ("note:new:%u", self->n_notes % 3);
  g_autofree char *shown = NULL;
  int typing = g_rand_int_range (self->random, 1, ROUNDS_OF_TYPING);

  for (int i = 0; i < typing; i++)
    {
      add_words (self, text);
      keep (self, place, text->str);
    }
  /* now and then it comes to nothing, or stays as it is */
  if (g_rand_int_range (self->random, 0, 8) == 0)
    keep (self, place, NULL);
  else if (g_rand_int_range (self->random, 0, 8) != 0)
    {
      g_strstrip (text->str);
      votum_thing_set_key (note, key);
      votum_thing_set_ref (note, VOTUM_NOTE_ENTRANT, votum_thing_get_id (any_of (self, VOTUM_KIND_ENTRANT)));
      votum_thing_set_from_text (note, VOTUM_NOTE_TEXT, text->str, NULL);
      shown = escaped (votum_thing_get_text (note, VOTUM_NOTE_TEXT));
      begin ("note\t%s\t%s\t%s", key, shown, place);
      end (votum_case_add_finishing (self->votum_case, note, place, &error), error);
    }
}

static void
give_mark (Evening *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GString) comment = g_string_new (NULL);
  g_autofree char *shown = NULL;
  gboolean with_comment = g_rand_boolean (self->random);
  VotumMark mark = { .round = self->round, .juror = self->juror };

  mark.entrant = (gint32) votum_thing_get_id (any_of (self, VOTUM_KIND_ENTRANT));
  mark.criterion = (gint32) votum_thing_get_id (any_of (self, VOTUM_KIND_CRITERION));
  mark.digits = g_rand_int_range (self->random, 1, 11);
  if (with_comment)
    {
      add_words (self, comment);
      keep (self, "mark:comment", comment->str);
      g_strstrip (comment->str);
      mark.comment = comment->str;
    }
  shown = escaped (mark.comment);
  begin ("mark\t%d %d %d %d\t%d/0\t%s\t%s", mark.round, mark.entrant, mark.juror, mark.criterion, (int) mark.digits, shown,
         with_comment ? "mark:comment" : "");
  if (with_comment)
    end (votum_case_set_mark_finishing (self->votum_case, &mark, "mark:comment", &error), error);
  else
    end (votum_case_set_mark (self->votum_case, &mark, &error), error);
}

/* What was before the evening is left alone: evening.py knows nothing of it. */
static gboolean
can_go_back (Evening *self)
{
  const VotumLogEntry *entry = votum_case_undo_entry (self->votum_case);

  return entry != NULL && !g_str_has_prefix (entry->command, "import");
}

static void
go_back (Evening *self)
{
  g_autoptr(GError) error = NULL;

  if (can_go_back (self))
    {
      begin ("undo");
      end (votum_case_undo (self->votum_case, &error), error);
    }
}

static void
go_on (Evening *self)
{
  g_autoptr(GError) error = NULL;

  if (votum_case_redo_name (self->votum_case) != NULL)
    {
      begin ("redo");
      end (votum_case_redo (self->votum_case, &error), error);
    }
}

static int
write_evening (Evening *self)
{
  GListModel *notes = votum_case_get_things (self->votum_case, VOTUM_KIND_NOTE);

  self->n_notes = g_list_model_get_n_items (notes) + votum_case_get_log (self->votum_case)->len;
  self->round = (gint32) votum_thing_get_id (any_of (self, VOTUM_KIND_ROUND));
  self->juror = (gint32) votum_thing_get_id (any_of (self, VOTUM_KIND_JUROR));
  for (;;)
    {
      int what = g_rand_int_range (self->random, 0, 10);

      if (what < 4)
        write_note (self);
      else if (what < 8)
        give_mark (self);
      else if (what < 9)
        go_back (self);
      else
        go_on (self);
    }

  return 0;
}

/* ---- what is left of it ---- */

static int
read_evening (Evening *self)
{
  const VotumMarks *marks = votum_case_get_marks (self->votum_case);
  GListModel *notes = votum_case_get_things (self->votum_case, VOTUM_KIND_NOTE);
  g_auto(GStrv) places = votum_case_list_drafts (self->votum_case, "");
  g_autoptr(GError) error = NULL;

  if (!votum_case_verify (self->votum_case, NULL, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }

  for (guint i = 0; i < votum_marks_size (marks); i++)
    {
      const VotumMark *mark = votum_marks_get (marks, i);
      g_autofree char *shown = escaped (mark->comment);

      g_print ("mark\t%d %d %d %d\t%d/%u\t%s\n", mark->round, mark->entrant, mark->juror, mark->criterion, (int) mark->digits,
               (guint) mark->scale, shown);
    }
  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr(VotumThing) note = g_list_model_get_item (notes, i);
      g_autofree char *shown = escaped (votum_thing_get_text (note, VOTUM_NOTE_TEXT));

      g_print ("note\t%s\t%s\n", votum_thing_get_key (note), shown);
    }
  for (guint i = 0; places[i] != NULL; i++)
    {
      g_autofree char *shown = escaped (votum_case_get_draft (self->votum_case, places[i]));

      g_print ("draft\t%s\t%s\n", places[i], shown);
    }
  g_print ("steps\t%d %d\n", can_go_back (self), votum_case_redo_name (self->votum_case) != NULL);

  return 0;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GError) error = NULL;
  Evening self = { NULL };
  gboolean writes = argc == 5 && g_str_equal (argv[1], "write");
  int status;

  setlocale (LC_ALL, "C.UTF-8");
  if (!writes && !(argc == 3 && g_str_equal (argv[1], "read")))
    {
      g_printerr ("evening write CASE SEED PAUSE | evening read CASE\n");
      return 2;
    }

  self.votum_case = votum_case_open (argv[2], !writes, NULL, &error);
  if (self.votum_case == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  if (writes)
    {
      self.random = g_rand_new_with_seed ((guint32) g_ascii_strtoull (argv[3], NULL, 10));
      self.pause = (gulong) g_ascii_strtoull (argv[4], NULL, 10) * 1000;
      tell ("O\n");
    }
  status = writes ? write_evening (&self) : read_evening (&self);

  g_clear_pointer (&self.random, g_rand_free);
  g_object_unref (self.votum_case);
  return status;
}
