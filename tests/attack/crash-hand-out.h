#pragma once

#include "crash-disk.h"
#include "crash-files.h"
#include "votum-case-ballots.h"
#include "votum-case-holder.h"

/* The scene of crash-ballots in which the chair hands out. It goes on with what that file has before it. */

#define COPIES 2  /* to one juror after the other */

static gboolean renamed[COPIES];   /* which have got their name */

static const char *const receivers[COPIES] = { "per", "eva" };

static char *
copy_named (guint       i,
            const char *ending)
{
  g_autofree char *name = g_strdup_printf ("copy-%u.votum%s", i, ending);

  return file_named (name);
}

/* A hand-out is made on the simulated disk, and given its name on the real one. */
int
rename (const char *from,
        const char *to)
{
  for (guint i = 0; i < COPIES; i++)
    {
      g_autofree char *part = copy_named (i, ".part");

      if (strcmp (part, from) != 0)
        continue;
      if (file_fails ())
        return -1;
      lay_out (from);
      renamed[i] = TRUE;
    }

  return file_fails () ? -1 : (int) syscall (SYS_renameat, AT_FDCWD, from, AT_FDCWD, to);
}

/* An empty file on the simulated disk, where SQLite makes none: the store has made it on the real one. */
static void
make_room (guint i)
{
  g_autofree char *path = copy_named (i, "");
  g_autofree char *part = copy_named (i, ".part");
  sqlite3_file *file = open_simulated (part, SQLITE_OPEN_CREATE | SQLITE_OPEN_READWRITE | SQLITE_OPEN_MAIN_DB);

  (void) g_unlink (path);
  (void) g_unlink (part);
  renamed[i] = FALSE;
  if (file != NULL)
    close_simulated (file);
}

static void
hand_out (void)
{
  VotumCase *chair;

  for (guint i = 0; i < COPIES; i++)
    make_room (i);
  chair = open_case (NULL);
  if (chair == NULL)
    return;
  while (acknowledged < COPIES)
    {
      g_autofree char *path = copy_named ((guint) acknowledged, "");

      attempted = acknowledged + 1;
      if (!votum_case_hand_out (chair, votum_case_find (chair, VOTUM_KIND_JUROR, receivers[acknowledged]), path, FALSE, NULL, NULL))
        break;
      acknowledged = attempted;
    }
  close_case (chair);
}

/* Whether the hand-out is a case of the juror's, with what the chair's case knows of it. */
static gboolean
is_whole_copy (VotumCase *chair,
               guint      i)
{
  g_autofree char *path = copy_named (i, "");
  g_autofree char *part = copy_named (i, ".part");
  VotumThing *known = votum_case_get_hand_out (chair, votum_case_find (chair, VOTUM_KIND_JUROR, receivers[i]));
  VotumCase *copy;
  VotumThing *holder, *told;
  gboolean whole;

  /* what is on the simulated disk now, after the power was cut, is what the name leads to */
  lay_out (part);
  g_assert_cmpint (g_rename (part, path), ==, 0);
  take_in (path);
  copy = votum_case_open (path, TRUE, NULL, NULL);
  if (copy == NULL)
    return FALSE;
  holder = votum_case_get_holder (copy);
  told = holder != NULL ? votum_case_get_hand_out (copy, holder) : NULL;
  whole = known != NULL && told != NULL && strcmp (votum_thing_get_key (holder), receivers[i]) == 0 &&
          g_strcmp0 (votum_thing_get_text (told, VOTUM_HAND_OUT_TOKEN), votum_thing_get_text (known, VOTUM_HAND_OUT_TOKEN)) == 0;
  close_case (copy);

  return whole;
}

static int
judge_hand_out (VotumCase *chair,
                int        promised,
                int        asked)
{
  int n = (int) g_list_model_get_n_items (votum_case_get_things (chair, VOTUM_KIND_HAND_OUT));

  if (n < promised)
    return LOST;
  if (n > asked)
    return TORN;
  for (int i = 0; i < COPIES; i++)
    if (i < promised && !renamed[i])
      return LOST;
    else if (renamed[i] && !is_whole_copy (chair, (guint) i))
      return i < promised ? LOST : TORN;

  return OK;
}
