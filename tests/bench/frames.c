/* Preloaded into a program with a window: writes down when it drew, and how long it was deaf in between. Nothing in the program
 * itself is there for being measured.
 *
 * VOTUM_FRAMES names the file. Its lines, in microseconds of the monotonic clock:
 *   frame BEGIN END    one frame, from the beginning of its clock's cycle to the end of the paint
 *   gap LENGTH WORK    the main loop did not turn for that long: no key was read, nothing was drawn; and for how much of it it had
 *                      the processor, which says more where others want it too
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <gtk/gtk.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define BEAT 4000 /* microseconds */

static FILE *out;
static gint64 begin;
static gint64 last_beat;
static gint64 last_work;

static gboolean
before_cb (GSignalInvocationHint *hint,
           guint                  n_values,
           const GValue          *values,
           gpointer               data)
{
  begin = g_get_monotonic_time ();

  return TRUE;
}

static gboolean
after_cb (GSignalInvocationHint *hint,
          guint                  n_values,
          const GValue          *values,
          gpointer               data)
{
  fprintf (out, "frame %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", begin, g_get_monotonic_time ());
  fflush (out);

  return TRUE;
}

/* How long this thread has had the processor. */
static gint64
work (void)
{
  struct timespec spent;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &spent);

  return spent.tv_sec * G_USEC_PER_SEC + spent.tv_nsec / 1000;
}

static gboolean
beat_cb (gpointer data)
{
  gint64 now = g_get_monotonic_time ();
  gint64 worked = work ();

  if (last_beat != 0 && now - last_beat > 4 * BEAT)
    {
      fprintf (out, "gap %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", now - last_beat - BEAT, worked - last_work);
      fflush (out);
    }
  last_beat = now;
  last_work = worked;

  return G_SOURCE_CONTINUE;
}

int
g_application_run (GApplication  *application,
                   int            argc,
                   char         **argv)
{
  int (*run) (GApplication *, int, char **) = dlsym (RTLD_NEXT, "g_application_run");
  const char *path = g_getenv ("VOTUM_FRAMES");

  out = path != NULL ? fopen (path, "w") : NULL;
  if (out != NULL)
    {
      g_type_class_ref (GDK_TYPE_FRAME_CLOCK);
      g_signal_add_emission_hook (g_signal_lookup ("before-paint", GDK_TYPE_FRAME_CLOCK), 0, before_cb, NULL, NULL);
      g_signal_add_emission_hook (g_signal_lookup ("after-paint", GDK_TYPE_FRAME_CLOCK), 0, after_cb, NULL, NULL);
      g_timeout_add_full (G_PRIORITY_HIGH, BEAT / 1000, beat_cb, NULL, NULL);
    }

  return run (application, argc, argv);
}
