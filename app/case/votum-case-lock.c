#include "votum-config.h"

#include "votum-case-lock.h"

#include <string.h>

#include "votum-case-private.h"

/**
 * votum_case_is_locked:
 * @self: a case
 *
 * Returns: whether marking has begun
 */
gboolean
votum_case_is_locked (VotumCase *self)
{
  return votum_marks_size (self->marks) > 0;
}

static gboolean
brings_marks (const VotumLogEntry *entry)
{
  return g_str_has_prefix (entry->command, "set-mark") || g_str_has_prefix (entry->command, "import-marks") ||
         (entry->new_value != NULL && (g_str_has_prefix (entry->new_value, "mark ") || strstr (entry->new_value, "; mark ") != NULL));
}

/**
 * votum_case_locked_since:
 * @self: a case
 *
 * Returns: (transfer none) (nullable): when the first mark came in, ISO 8601; %NULL where there is none, or the log does not
 *   say, since the marks came with the award
 */
const char *
votum_case_locked_since (VotumCase *self)
{
  if (!votum_case_is_locked (self))
    return NULL;

  for (guint i = 0; i < self->log->len; i++)
    {
      const VotumLogEntry *entry = g_ptr_array_index (self->log, i);

      if (brings_marks (entry))
        return entry->time;
    }

  return NULL;
}
