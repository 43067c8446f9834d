#pragma once

#include <gtk/gtk.h>

#include "votum-case-minutes.h"
#include "votum-desk.h"

G_BEGIN_DECLS

/* A member of the jury in a meeting: where they are, and what they do next. One key each: P present, L left, O out of the room,
 * R returned. Signal: "does" (#VotumMinute kind as its word: "present", "left", "out-of-the-room", "returned"). */
#define VOTUM_TYPE_ATTENDANCE_ROW (votum_attendance_row_get_type ())
G_DECLARE_FINAL_TYPE (VotumAttendanceRow, votum_attendance_row, VOTUM, ATTENDANCE_ROW, GtkListBoxRow)

GtkWidget  *votum_attendance_row_new       (VotumThing *juror);
VotumThing *votum_attendance_row_get_juror (VotumAttendanceRow *self);
void        votum_attendance_row_show      (VotumAttendanceRow *self, VotumWhere where, const char *aside, gboolean may);

G_END_DECLS
