#pragma once

#include <adwaita.h>

#include "votum-desk.h"

G_BEGIN_DECLS

/**
 * VotumHandOutFile:
 * @juror: to whom
 * @file: (nullable): the file to make; without one only the mail is shown
 * @anew: whether the copy before was lost
 * @set_aside: (nullable): why the ballot that is here does not count any more
 * @mail: whether the mail is saved beside it
 *
 * A file that somebody is to get.
 */
typedef struct {
  VotumThing *juror;
  GFile      *file;
  gboolean    anew;
  char       *set_aside;
  gboolean    mail;
} VotumHandOutFile;

VotumHandOutFile *votum_hand_out_file_new  (VotumThing *juror, GFile *file, gboolean anew);
void              votum_hand_out_file_free (gpointer hand_out);

/* Makes the files, one after the other, and shows what to send them with. */
#define VOTUM_TYPE_HAND_OUT_WINDOW (votum_hand_out_window_get_type ())
G_DECLARE_FINAL_TYPE (VotumHandOutWindow, votum_hand_out_window, VOTUM, HAND_OUT_WINDOW, AdwWindow)

void votum_hand_out_window_present (GtkWidget *parent, VotumDesk *desk, GPtrArray *hand_outs);

G_END_DECLS
