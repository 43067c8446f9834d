#include "votum-config.h"

#include "votum-attachment.h"

#include "votum-text.h"

/**
 * VotumAttachment:
 *
 * A file that came with a submission or a note; its bytes lie in the case, by their digest.
 */

static const VotumField fields[] = {
  [VOTUM_ATTACHMENT_ENTRANT] = { "entrant", VOTUM_FIELD_REF, .flags = VOTUM_FIELD_PARENT, .target = VOTUM_KIND_ENTRANT },
  [VOTUM_ATTACHMENT_NOTE] = { "note", VOTUM_FIELD_REF, .target = VOTUM_KIND_NOTE },
  [VOTUM_ATTACHMENT_NAME] = { "name", VOTUM_FIELD_LINE, .flags = VOTUM_FIELD_REQUIRED },
  [VOTUM_ATTACHMENT_TITLE] = { "title", VOTUM_FIELD_LINE },
  [VOTUM_ATTACHMENT_MEDIA_TYPE] = { "media-type", VOTUM_FIELD_LINE },
  [VOTUM_ATTACHMENT_SIZE] = { "size", VOTUM_FIELD_INTEGER },
  [VOTUM_ATTACHMENT_DIGEST] = { "digest", VOTUM_FIELD_LINE },
  [VOTUM_ATTACHMENT_FILE] = { "file", VOTUM_FIELD_LINE },
};

static gboolean
votum_attachment_check (VotumThing *thing,
                        GError    **error)
{
  const char *file = votum_thing_get_text (thing, VOTUM_ATTACHMENT_FILE);

  return votum_text_check_file_name (votum_thing_get_text (thing, VOTUM_ATTACHMENT_NAME), error) &&
         (file == NULL || votum_text_check_file_name (file, error));
}

VOTUM_DEFINE_THING (Attachment, attachment, ATTACHMENT, "attachment", fields, votum_attachment_check)
