#pragma once

#include "votum-thing.h"

G_BEGIN_DECLS

enum {
  VOTUM_ATTACHMENT_ENTRANT,
  VOTUM_ATTACHMENT_NOTE,
  VOTUM_ATTACHMENT_NAME,
  VOTUM_ATTACHMENT_TITLE,
  VOTUM_ATTACHMENT_MEDIA_TYPE,
  VOTUM_ATTACHMENT_SIZE,
  VOTUM_ATTACHMENT_DIGEST,  /* BLAKE2b-256 of the bytes, hexadecimal */
  VOTUM_ATTACHMENT_FILE,  /* in an exported folder: the file with the bytes, where two attachments share a name */
};

#define VOTUM_TYPE_ATTACHMENT (votum_attachment_get_type ())
VOTUM_DECLARE_THING (Attachment, attachment, ATTACHMENT)

G_END_DECLS
