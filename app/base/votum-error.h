#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * VotumError:
 * @VOTUM_ERROR_INVALID: a value is not what the model allows
 * @VOTUM_ERROR_SYNTAX: a file is not written in the format it should be in
 * @VOTUM_ERROR_LIMIT: a file or a text is larger than what is read
 * @VOTUM_ERROR_NOT_FOUND: something that is named does not exist
 * @VOTUM_ERROR_EXISTS: something is there already
 * @VOTUM_ERROR_LOCKED: the case is open elsewhere, or its criteria or the marks of an opened round are locked
 * @VOTUM_ERROR_FOREIGN: the file is not a Votum case
 * @VOTUM_ERROR_NEWER: the case was written by a newer Votum
 * @VOTUM_ERROR_DAMAGED: the case does not hold together
 * @VOTUM_ERROR_READ_ONLY: the file or its folder cannot be written
 * @VOTUM_ERROR_DISK: reading or writing failed, or the disk is full
 * @VOTUM_ERROR_NO_RESULT: the rule gives no result for these marks
 * @VOTUM_ERROR_NOT_ALLOWED: the case is the copy of somebody who may not do that
 * @VOTUM_ERROR_PASSPHRASE: a key is protected by a passphrase, which was not given or is another one
 *
 * What a user, a file or a disk can cause. Cancelling is %G_IO_ERROR_CANCELLED.
 * Every message is a whole sentence that says what, where and what to do.
 */
typedef enum {
  VOTUM_ERROR_INVALID,
  VOTUM_ERROR_SYNTAX,
  VOTUM_ERROR_LIMIT,
  VOTUM_ERROR_NOT_FOUND,
  VOTUM_ERROR_EXISTS,
  VOTUM_ERROR_LOCKED,
  VOTUM_ERROR_FOREIGN,
  VOTUM_ERROR_NEWER,
  VOTUM_ERROR_DAMAGED,
  VOTUM_ERROR_READ_ONLY,
  VOTUM_ERROR_DISK,
  VOTUM_ERROR_NO_RESULT,
  VOTUM_ERROR_NOT_ALLOWED,
  VOTUM_ERROR_PASSPHRASE,
} VotumError;

#define VOTUM_ERROR (votum_error_quark ())
GQuark votum_error_quark (void);

G_END_DECLS
