#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Days and clock times as people type them: "3.11.", "3 Nov", "11/3/2026", "2026-11-03", "tomorrow", "Tuesday"; "10", "10.30",
 * "2:15 pm". The order of numbers is that of the locale. */

gboolean votum_when_parse_date  (const char *text, const GDate *today, GDate *date);
gboolean votum_when_parse_clock (const char *text, guint *hour, guint *minute);
char    *votum_when_write_date  (const GDate *date);

/* To and from the times of a case. Without a clock time @hour is -1. */
gboolean votum_when_from_iso    (const char *iso, GDate *date, int *hour, int *minute);
char    *votum_when_to_iso      (const GDate *date, int hour, int minute);

G_END_DECLS
