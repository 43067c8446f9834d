#include "votum-config.h"

#include "votum-recent-case.h"

#include <string.h>

#include "votum-format.h"

struct _VotumRecentCase {
  GObject  parent_instance;

  GFile   *file;
  gint64   time;   /* of the last change, in seconds; 0: nobody knows */
};

G_DEFINE_FINAL_TYPE (VotumRecentCase, votum_recent_case, G_TYPE_OBJECT)

static void
votum_recent_case_finalize (GObject *object)
{
  g_object_unref (VOTUM_RECENT_CASE (object)->file);

  G_OBJECT_CLASS (votum_recent_case_parent_class)->finalize (object);
}

static void
votum_recent_case_class_init (VotumRecentCaseClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = votum_recent_case_finalize;
}

static void
votum_recent_case_init (VotumRecentCase *self)
{
}

VotumRecentCase *
votum_recent_case_new (GFile *file)
{
  VotumRecentCase *self = g_object_new (VOTUM_TYPE_RECENT_CASE, NULL);

  self->file = g_object_ref (file);

  return self;
}

GFile *
votum_recent_case_get_file (VotumRecentCase *self)
{
  g_return_val_if_fail (VOTUM_IS_RECENT_CASE (self), NULL);

  return self->file;
}

/**
 * votum_recent_case_get_place:
 * @self: a recent case
 *
 * Returns: (transfer full): where the file lies, as one would say it: "Documents/prize.votum"
 */
char *
votum_recent_case_get_place (VotumRecentCase *self)
{
  const char *home = g_get_home_dir ();
  const char *path;

  g_return_val_if_fail (VOTUM_IS_RECENT_CASE (self), NULL);

  path = g_file_peek_path (self->file);
  if (g_str_has_prefix (path, home) && path[strlen (home)] == G_DIR_SEPARATOR)
    path += strlen (home) + 1;

  return g_filename_display_name (path);
}

gint64
votum_recent_case_get_time (VotumRecentCase *self)
{
  g_return_val_if_fail (VOTUM_IS_RECENT_CASE (self), 0);

  return self->time;
}

void
votum_recent_case_set_time (VotumRecentCase *self,
                            gint64           time)
{
  g_return_if_fail (VOTUM_IS_RECENT_CASE (self));

  self->time = time;
}

/**
 * votum_recent_case_when:
 * @self: a recent case
 *
 * Returns: (transfer full): when it was changed last, as one would say it: "yesterday 14:05"
 */
char *
votum_recent_case_when (VotumRecentCase *self)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_local (votum_recent_case_get_time (self));

  return time != NULL && self->time != 0 ? votum_format_ago (time) : g_strdup ("");
}
