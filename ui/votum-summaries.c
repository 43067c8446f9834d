#include "votum-config.h"

#include "votum-summaries.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "votum-case-backups.h"
#include "votum-case-hand-in.h"
#include "votum-case-holder.h"
#include "votum-next-words.h"

/* A key file in the cache, a group for each case, named by a hash of where its file lies. Losing it loses nothing. */

#define MOST 200  /* cases: more than that nobody looks for here */

struct _VotumSummaries {
  GKeyFile *keys;
};

static char *
file_of_summaries (void)
{
  return g_build_filename (g_get_user_cache_dir (), "votum", "cases.ini", NULL);
}

static char *
group_of (const char *path)
{
  g_autofree char *real = realpath (path, NULL);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, real != NULL ? real : path, -1);
}

static void
forget_some (GKeyFile *keys)
{
  gsize n_groups;
  g_auto(GStrv) groups = g_key_file_get_groups (keys, &n_groups);

  for (gsize i = 0; n_groups > MOST && i < n_groups - MOST; i++)
    g_key_file_remove_group (keys, groups[i], NULL);
}

/* Not as a sentence: it is read in the language of another day. */
static void
write_next (GKeyFile   *keys,
            const char *group,
            VotumDesk  *desk)
{
  VotumNextStep next;
  g_autofree char *name = NULL;

  votum_case_next_step (votum_desk_get_case (desk), &next);
  name = votum_next_name (desk, &next);
  g_key_file_set_integer (keys, group, "next", next.kind);
  g_key_file_set_integer (keys, group, "count", (int) next.count);
  if (name != NULL)
    g_key_file_set_string (keys, group, "name", name);
}

/* By which a later hand-out finds the case that it goes into. */
static VotumThing *
hand_out_of (VotumDesk *desk)
{
  VotumCase *votum_case = votum_desk_get_case (desk);
  VotumThing *holder = votum_case_get_holder (votum_case);

  return holder != NULL && votum_case_get_duty (votum_case) == VOTUM_DUTY_JUROR ? votum_case_get_hand_out (votum_case, holder) : NULL;
}

static void
write_hand_out (GKeyFile   *keys,
                const char *group,
                VotumDesk  *desk)
{
  VotumThing *hand_out = hand_out_of (desk);

  if (hand_out == NULL || !votum_thing_is_set (hand_out, VOTUM_HAND_OUT_ORIGIN))
    return;
  g_key_file_set_string (keys, group, "origin", votum_thing_get_text (hand_out, VOTUM_HAND_OUT_ORIGIN));
  g_key_file_set_string (keys, group, "juror", votum_thing_get_key (votum_case_get_holder (votum_desk_get_case (desk))));
  g_key_file_set_int64 (keys, group, "hand-out", votum_thing_get_number (hand_out, VOTUM_HAND_OUT_NUMBER));
}

/**
 * votum_summaries_write:
 * @desk: a desk with a case
 *
 * Keeps what the case is like now. A copy to look at is no case of its own.
 */
void
votum_summaries_write (VotumDesk *desk)
{
  g_autoptr(GKeyFile) keys = g_key_file_new ();
  g_autofree char *path = file_of_summaries ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *group = NULL;
  g_autofree char *title = NULL;
  g_autofree char *data = NULL;
  gsize length;

  if (votum_desk_get_use (desk) == VOTUM_DESK_COPY)
    return;

  g_key_file_load_from_file (keys, path, G_KEY_FILE_NONE, NULL);
  group = group_of (votum_case_get_path (votum_desk_get_case (desk)));
  title = votum_desk_title (desk);
  g_key_file_remove_group (keys, group, NULL);
  g_key_file_set_string (keys, group, "title", title);
  g_key_file_set_string (keys, group, "uuid", votum_case_get_uuid (votum_desk_get_case (desk)));
  write_next (keys, group, desk);
  write_hand_out (keys, group, desk);
  forget_some (keys);

  /* of what cannot be kept here, nobody has to know */
  data = g_key_file_to_data (keys, &length, NULL);
  if (g_mkdir_with_parents (folder, 0700) == 0)
    g_file_set_contents_full (path, data, length, G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL);
}

VotumSummaries *
votum_summaries_read (void)
{
  VotumSummaries *self = g_new0 (VotumSummaries, 1);
  g_autofree char *path = file_of_summaries ();

  self->keys = g_key_file_new ();
  g_key_file_load_from_file (self->keys, path, G_KEY_FILE_NONE, NULL);

  return self;
}

void
votum_summaries_free (VotumSummaries *self)
{
  g_key_file_unref (self->keys);
  g_free (self);
}

/**
 * votum_summaries_title:
 * @self: what is known
 * @file: a case file
 *
 * Returns: (transfer full): what the case is called; the name of the file where nothing is known of it
 */
char *
votum_summaries_title (VotumSummaries *self,
                       GFile          *file)
{
  g_autofree char *group = group_of (g_file_peek_path (file));
  g_autofree char *title = g_key_file_get_string (self->keys, group, "title", NULL);
  g_autofree char *name = NULL;

  if (title != NULL && *title != '\0')
    return g_steal_pointer (&title);

  name = g_file_get_basename (file);
  if (g_str_has_suffix (name, ".votum"))
    name[strlen (name) - strlen (".votum")] = '\0';

  return g_filename_display_name (name);
}

/**
 * votum_summaries_next:
 * @self: what is known
 * @file: a case file
 *
 * Returns: (transfer full) (nullable): what was left to do in the case, %NULL where nothing is known of it
 */
char *
votum_summaries_next (VotumSummaries *self,
                      GFile          *file)
{
  g_autofree char *group = group_of (g_file_peek_path (file));
  g_autofree char *name = g_key_file_get_string (self->keys, group, "name", NULL);
  int kind = g_key_file_get_integer (self->keys, group, "next", NULL);
  int count = g_key_file_get_integer (self->keys, group, "count", NULL);

  if (!g_key_file_has_key (self->keys, group, "next", NULL) || kind < VOTUM_NEXT_NOTHING || kind > VOTUM_NEXT_HAND_OUT_AGAIN)
    return NULL;

  return votum_next_words (kind, name, MAX (count, 0));
}

/**
 * votum_summaries_uuid:
 * @self: what is known
 * @file: a case file that may be gone
 *
 * Returns: (transfer full) (nullable): the name of the case among cases, by which its copies are found
 */
char *
votum_summaries_uuid (VotumSummaries *self,
                      GFile          *file)
{
  g_autofree char *group = group_of (g_file_peek_path (file));

  return g_key_file_get_string (self->keys, group, "uuid", NULL);
}

/**
 * votum_summaries_precede:
 * @self: what is known
 * @file: a case file
 * @desk: a desk with a case that was handed out
 *
 * Returns: whether @file is an earlier hand-out of the same case to the same juror
 */
gboolean
votum_summaries_precede (VotumSummaries *self,
                         GFile          *file,
                         VotumDesk      *desk)
{
  g_autofree char *group = group_of (g_file_peek_path (file));
  g_autofree char *origin = g_key_file_get_string (self->keys, group, "origin", NULL);
  g_autofree char *juror = g_key_file_get_string (self->keys, group, "juror", NULL);
  g_autofree char *uuid = g_key_file_get_string (self->keys, group, "uuid", NULL);
  VotumThing *hand_out = hand_out_of (desk);

  return hand_out != NULL && origin != NULL && juror != NULL &&
         g_strcmp0 (uuid, votum_case_get_uuid (votum_desk_get_case (desk))) != 0 &&
         g_strcmp0 (origin, votum_thing_get_text (hand_out, VOTUM_HAND_OUT_ORIGIN)) == 0 &&
         strcmp (juror, votum_thing_get_key (votum_case_get_holder (votum_desk_get_case (desk)))) == 0 &&
         g_key_file_get_int64 (self->keys, group, "hand-out", NULL) < votum_thing_get_number (hand_out, VOTUM_HAND_OUT_NUMBER);
}
