#include "votum-config.h"

#include <glib/gstdio.h>

#include "small-case.h"
#include "votum-case-export.h"
#include "votum-case-import.h"
#include "votum-case-result.h"

/* A walk at random through what can be done to a case: imports, edits, removals, marks, undo, redo, reopening. Whatever is
 * refused leaves the case as it was, whatever is done can be taken back and done again exactly, and what is reopened is
 * what was closed. */

#define N_WALKS 24
#define N_STEPS 120

static const char *const entrants[] = { "nord", "fjel", "havg", "skog" };
static const char *const jurors[] = { "ida", "per", "eva" };
static const char *const criteria[] = { "A", "B", "G", "K", "M" };
static const char *const rounds[] = { "1", "2" };
static const char *const classes[] = { "k1", "k2" };
static const char *const words[] = { "x", "Æøå", "A text of some words", "7" };

typedef struct {
  GRand *random;
  char *folder;
  char *path;
  VotumCase *votum_case;
  GPtrArray *undo;   /* of char*: the case before each change that can be taken back */
  GPtrArray *redo;
  char *now;
} Walk;

#define PICK(walk, list) (list)[g_rand_int_range ((walk)->random, 0, G_N_ELEMENTS (list))]
#define CHANCE(walk, n) (g_rand_int_range ((walk)->random, 0, n) == 0)

/* Everything in the case as text, in the order in which it is listed. */
static char *
snapshot (VotumCase *votum_case)
{
  const VotumMarks *marks = votum_case_get_marks (votum_case);
  GString *text = g_string_new (NULL);

  for (guint kind = 0; kind < VOTUM_N_KINDS; kind++)
    {
      GListModel *things = votum_case_get_things (votum_case, kind);

      for (guint i = 0; i < g_list_model_get_n_items (things); i++)
        {
          g_autoptr(VotumThing) thing = g_list_model_get_item (things, i);

          g_assert_true (votum_case_lookup (votum_case, votum_thing_get_id (thing)) == thing);
          g_assert_true (votum_case_find (votum_case, kind, votum_thing_get_key (thing)) == thing);
          g_string_append_printf (text, "%s %s", votum_thing_get_info (thing)->name, votum_thing_get_key (thing));
          for (guint field = 0; field < votum_thing_get_info (thing)->n_fields; field++)
            {
              g_autofree char *value = votum_thing_field_to_text (thing, field);

              if (value != NULL)
                g_string_append_printf (text, " %s=%s", votum_thing_get_info (thing)->fields[field].name, value);
            }
          g_string_append_c (text, '\n');
        }
    }
  for (guint i = 0; i < votum_marks_size (marks); i++)
    {
      const VotumMark *mark = votum_marks_get (marks, i);

      g_string_append_printf (text, "mark %d %d %d %d %d/%d %d %s\n", mark->round, mark->entrant, mark->juror, mark->criterion,
                              (int) mark->digits, mark->scale, mark->state, mark->comment != NULL ? mark->comment : "");
    }

  return g_string_free (text, FALSE);
}

static VotumDocument *
make_award (void)
{
  VotumDocument *document = votum_document_new (VOTUM_DOCUMENT_AWARD);

  small_case_add (document, VOTUM_KIND_SCALE, "s", "min", "1", "max", "6", "step", "1", NULL);
  small_case_add (document, VOTUM_KIND_RULE, "r", "tie-breaks", "criteria A; first-places; chair", NULL);
  small_case_add (document, VOTUM_KIND_AWARD, "prize", "name", "Prisen", "scale", "s", "rule", "r", NULL);
  small_case_add (document, VOTUM_KIND_CLASS, "k1", "name", "En", NULL);
  small_case_add (document, VOTUM_KIND_CLASS, "k2", "name", "To", NULL);
  small_case_add (document, VOTUM_KIND_INDICATOR, "i", "name", "Indeks", NULL);
  small_case_add (document, VOTUM_KIND_CRITERION, "G", "name", "Gruppe", "kind", "group", "weight", "100", NULL);
  small_case_add (document, VOTUM_KIND_CRITERION, "A", "name", "Kultur", "weight", "60", "parent", "G", NULL);
  small_case_add (document, VOTUM_KIND_CRITERION, "B", "name", "Resultat", "weight", "40", "parent", "G", NULL);
  small_case_add (document, VOTUM_KIND_CRITERION, "M", "name", "Tall", "kind", "measured", "indicator", "i", "weight", "10", NULL);
  for (guint i = 0; i < 3; i++)
    small_case_add (document, VOTUM_KIND_ENTRANT, entrants[i], "name", entrants[i], "class", classes[i % 2], NULL);
  for (guint i = 0; i < 2; i++)
    small_case_add (document, VOTUM_KIND_JUROR, jurors[i], "name", jurors[i], NULL);
  small_case_add (document, VOTUM_KIND_ROUND, "1", "position", "1", NULL);
  small_case_add (document, VOTUM_KIND_ROUND, "2", "position", "2", NULL);

  return document;
}

static void
add_part (Walk          *walk,
          VotumDocument *document)
{
  const char *entrant = PICK (walk, entrants);
  g_autofree char *key = g_strdup_printf ("x%d", g_rand_int_range (walk->random, 0, 4));

  switch (g_rand_int_range (walk->random, 0, 8))
    {
    case 0:
      small_case_add (document, VOTUM_KIND_ENTRANT, entrant, "name", PICK (walk, words), "class", PICK (walk, classes),
                      "status", CHANCE (walk, 4) ? "withdrawn" : "finalist", NULL);
      break;
    case 1:
      small_case_add (document, VOTUM_KIND_JUROR, PICK (walk, jurors), "name", PICK (walk, words), NULL);
      break;
    case 2:
      small_case_add (document, VOTUM_KIND_CRITERION, PICK (walk, criteria), "name", PICK (walk, words), "weight", CHANCE (walk, 4) ? "0" : "7",
                      "class", CHANCE (walk, 4) ? "k1" : NULL, NULL);
      break;
    case 3:
      small_case_add (document, VOTUM_KIND_ROUND, PICK (walk, rounds), "position", "1", "state", CHANCE (walk, 4) ? "sealed" : "open", NULL);
      break;
    case 4:
      small_case_add (document, VOTUM_KIND_RECUSAL, key, "juror", PICK (walk, jurors), "entrant", CHANCE (walk, 3) ? NULL : entrant,
                      "class", NULL, NULL);
      break;
    case 5:
      small_case_add (document, VOTUM_KIND_DECISION, key, "entrant", entrant, "outcome", CHANCE (walk, 2) ? "winner" : "shared", NULL);
      break;
    case 6:
      small_case_add (document, VOTUM_KIND_NOTE, key, "entrant", entrant, "text", PICK (walk, words), "criterion", PICK (walk, criteria), NULL);
      break;
    default:
      small_case_add (document, VOTUM_KIND_MEASURE, key, "entrant", entrant, "indicator", "i", "value", "4", NULL);
      break;
    }
}

static void
add_mark (Walk          *walk,
          VotumDocument *document)
{
  VotumMarkRow row = {
    .round = PICK (walk, rounds),
    .entrant = PICK (walk, entrants),
    .juror = PICK (walk, jurors),
    .criterion = PICK (walk, criteria),
    .value = { g_rand_int_range (walk->random, 1, 8), 0 },
    .state = CHANCE (walk, 10) ? VOTUM_ROW_RECUSED : CHANCE (walk, 6) ? VOTUM_ROW_NOT_OBSERVED : VOTUM_ROW_VALUE,
    .comment = CHANCE (walk, 2) ? PICK (walk, words) : NULL,
  };

  votum_document_add_mark (document, &row);
}

static void
import_something (Walk *walk)
{
  VotumDocument *document = votum_document_new (VOTUM_DOCUMENT_AWARD);
  g_autoptr(VotumProblems) problems = votum_problems_new ();
  g_autoptr(VotumImport) import = NULL;
  gboolean marks = CHANCE (walk, 2);

  for (int n = g_rand_int_range (walk->random, 1, 5); n > 0; n--)
    {
      if (marks)
        add_mark (walk, document);
      else
        add_part (walk, document);
    }

  import = votum_case_plan_document (walk->votum_case, document, problems, NULL);
  if (import != NULL)
    votum_case_import (walk->votum_case, import, "import-award", "walk", CHANCE (walk, 2) ? "Because" : NULL, NULL, NULL);
}

static VotumThing *
pick_thing (Walk *walk)
{
  GListModel *things = votum_case_get_things (walk->votum_case, g_rand_int_range (walk->random, 0, VOTUM_N_KINDS));
  guint n = g_list_model_get_n_items (things);
  g_autoptr(VotumThing) thing = n > 0 ? g_list_model_get_item (things, g_rand_int_range (walk->random, 0, n)) : NULL;

  return thing;
}

static void
change_something (Walk *walk)
{
  VotumThing *current = pick_thing (walk);
  g_autoptr(VotumChanges) changes = votum_changes_new ();
  g_autoptr(VotumThing) old = NULL;
  g_autoptr(VotumThing) new = NULL;
  guint field;

  if (current == NULL)
    return;

  old = votum_thing_copy (current);
  if (!CHANCE (walk, 3))
    {
      new = votum_thing_copy (current);
      field = g_rand_int_range (walk->random, 0, votum_thing_get_info (new)->n_fields);
      if (!votum_thing_set_from_text (new, field, CHANCE (walk, 4) ? NULL : PICK (walk, words), NULL) || votum_thing_equal (new, old))
        return;
    }
  votum_changes_thing (changes, old, new);
  votum_case_apply (walk->votum_case, changes, "edit", "walk", CHANCE (walk, 2) ? "Because" : NULL, NULL, NULL);
}

static void
reopen (Walk *walk)
{
  g_autoptr(GError) error = NULL;

  g_object_unref (walk->votum_case);
  walk->votum_case = votum_case_open (walk->path, FALSE, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (votum_case_verify (walk->votum_case, NULL, &error));
  g_assert_no_error (error);
}

/* Takes the last of @from off, which is what the case has to be now, and remembers what it was. */
static void
expect_step (Walk      *walk,
             GPtrArray *from,
             GPtrArray *to)
{
  g_autofree char *now = snapshot (walk->votum_case);

  g_assert_cmpstr (now, ==, g_ptr_array_index (from, from->len - 1));
  g_ptr_array_set_size (from, from->len - 1);
  g_ptr_array_add (to, walk->now);
  walk->now = g_steal_pointer (&now);
}

static void
expect_change (Walk *walk,
               guint n_entries)
{
  g_autofree char *now = snapshot (walk->votum_case);

  if (votum_case_get_log (walk->votum_case)->len == n_entries)
    {
      g_assert_cmpstr (now, ==, walk->now);
      return;
    }
  g_ptr_array_add (walk->undo, walk->now);
  g_ptr_array_set_size (walk->redo, 0);
  walk->now = g_steal_pointer (&now);
}

static void
step (Walk *walk)
{
  guint n_entries = votum_case_get_log (walk->votum_case)->len;
  g_autoptr(GError) error = NULL;

  switch (g_rand_int_range (walk->random, 0, 10))
    {
    case 0:
    case 1:
      if (!votum_case_undo (walk->votum_case, &error) && walk->undo->len > 0)
        g_error ("undo is refused: %s", error->message);
      if (error == NULL)
        expect_step (walk, walk->undo, walk->redo);
      break;
    case 2:
      if (!votum_case_redo (walk->votum_case, &error) && walk->redo->len > 0)
        g_error ("redo is refused: %s", error->message);
      if (error == NULL)
        expect_step (walk, walk->redo, walk->undo);
      break;
    case 3:
      reopen (walk);
      expect_change (walk, votum_case_get_log (walk->votum_case)->len);
      break;
    case 4:
    case 5:
      change_something (walk);
      expect_change (walk, n_entries);
      break;
    default:
      import_something (walk);
      expect_change (walk, n_entries);
      break;
    }
}

/* An export, read into a new case, is the same again but for the numbers of things. */
static void
check_round_trip (Walk *walk)
{
  g_autofree char *path = g_build_filename (walk->folder, "copy.votum", NULL);
  g_autoptr(VotumProblems) problems = votum_problems_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(VotumCase) copy = votum_case_create (path, &error);
  g_autoptr(VotumImport) import = votum_case_plan_document (copy, votum_case_to_document (walk->votum_case), problems, &error);

  g_assert_no_error (error);
  votum_case_import (copy, import, "init", "walk", NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (votum_marks_size (votum_case_get_marks (copy)), ==, votum_marks_size (votum_case_get_marks (walk->votum_case)));
  for (guint kind = 0; kind < VOTUM_N_KINDS; kind++)
    g_assert_cmpuint (g_list_model_get_n_items (votum_case_get_things (copy, kind)), ==,
                      g_list_model_get_n_items (votum_case_get_things (walk->votum_case, kind)));
  votum_case_close (copy);
  g_unlink (path);
}

static void
test_walk (gconstpointer seed)
{
  Walk walk = {
    .random = g_rand_new_with_seed (GPOINTER_TO_UINT (seed)),
    .undo = g_ptr_array_new_with_free_func (g_free),
    .redo = g_ptr_array_new_with_free_func (g_free),
  };
  g_autoptr(VotumProblems) problems = votum_problems_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(VotumImport) import = NULL;

  walk.folder = g_dir_make_tmp ("votum-walk-XXXXXX", &error);
  g_assert_no_error (error);
  walk.path = g_build_filename (walk.folder, "case.votum", NULL);
  walk.votum_case = votum_case_create (walk.path, &error);
  g_assert_no_error (error);
  import = votum_case_plan_document (walk.votum_case, make_award (), problems, &error);
  g_assert_no_error (error);
  votum_case_import (walk.votum_case, import, "init", "walk", NULL, NULL, &error);
  g_assert_no_error (error);
  walk.now = snapshot (walk.votum_case);

  for (guint i = 0; i < N_STEPS; i++)
    step (&walk);
  check_round_trip (&walk);

  g_object_unref (walk.votum_case);
  g_unlink (walk.path);
  g_rmdir (walk.folder);
  g_ptr_array_unref (walk.undo);
  g_ptr_array_unref (walk.redo);
  g_rand_free (walk.random);
  g_free (walk.folder);
  g_free (walk.path);
  g_free (walk.now);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint seed = 1; seed <= N_WALKS; seed++)
    {
      g_autofree char *name = g_strdup_printf ("/case-walk/%u", seed);

      g_test_add_data_func (name, GUINT_TO_POINTER (seed), test_walk);
    }

  return g_test_run ();
}
