#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * VotumBallotFolder:
 *
 * A folder that is watched for ballots. Signal: "settled" (GFile), for each ballot that lies in it and is no longer being written;
 * and again when it has been written anew.
 * Properties: "there": whether the folder can be read.
 */
#define VOTUM_TYPE_BALLOT_FOLDER (votum_ballot_folder_get_type ())
G_DECLARE_FINAL_TYPE (VotumBallotFolder, votum_ballot_folder, VOTUM, BALLOT_FOLDER, GObject)

gboolean           votum_is_ballot_file        (GFile *file);

VotumBallotFolder *votum_ballot_folder_new     (GFile *folder);
void               votum_ballot_folder_begin   (VotumBallotFolder *self);
GFile             *votum_ballot_folder_get     (VotumBallotFolder *self);
gboolean           votum_ballot_folder_is_there (VotumBallotFolder *self);

G_END_DECLS
