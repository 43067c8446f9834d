#include "votum-config.h"

#include "votum-recent-case.h"

#include <glib/gi18n.h>
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

static int
days_between (GDateTime *a,
              GDateTime *b)
{
  GDate from;
  GDate to;

  g_date_clear (&from, 1);
  g_date_clear (&to, 1);
  g_date_set_dmy (&from, g_date_time_get_day_of_month (a), g_date_time_get_month (a), g_date_time_get_year (a));
  g_date_set_dmy (&to, g_date_time_get_day_of_month (b), g_date_time_get_month (b), g_date_time_get_year (b));

  return g_date_days_between (&from, &to);
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
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_local (votum_recent_case_get_time (self));
  g_autofree char *iso = NULL;
  g_autofree char *clock = NULL;
  int days;

  if (time == NULL || self->time == 0)
    return g_strdup ("");

  iso = g_date_time_format (time, "%Y-%m-%dT%H:%M:%S");
  clock = votum_format_time (iso, VOTUM_TIME_CLOCK);
  days = days_between (time, now);
  if (days == 0)
    /* TRANSLATORS: %s is a time of day */
    return g_strdup_printf (_("today %s"), clock);
  if (days == 1)
    return g_strdup_printf (_("yesterday %s"), clock);

  iso[strlen ("2026-11-03")] = '\0';

  return votum_format_time (iso, days > 0 && days < 300 ? VOTUM_TIME_SHORT : VOTUM_TIME_LONG);
}
