#include "votum-config.h"

#include "votum-recusal.h"

#include <glib/gi18n-lib.h>

#include "votum-error.h"

/**
 * VotumRecusal:
 *
 * A juror stands aside from an entrant or a class: the marks are left out, never zero.
 */

static const char *const degree_choices[] = { "not-marking", "out-of-the-room", "declared-only", NULL };

static const VotumField fields[] = {
  [VOTUM_RECUSAL_JUROR] = { "juror", VOTUM_FIELD_REF, .flags = VOTUM_FIELD_REQUIRED, .target = VOTUM_KIND_JUROR },
  [VOTUM_RECUSAL_ENTRANT] = { "entrant", VOTUM_FIELD_REF, .target = VOTUM_KIND_ENTRANT },
  [VOTUM_RECUSAL_CLASS] = { "class", VOTUM_FIELD_REF, .target = VOTUM_KIND_CLASS },
  [VOTUM_RECUSAL_DEGREE] = { "degree", VOTUM_FIELD_CHOICE, .choices = degree_choices, .fallback = "not-marking" },
  [VOTUM_RECUSAL_REASON] = { "reason", VOTUM_FIELD_PROSE },
  [VOTUM_RECUSAL_TIME] = { "time", VOTUM_FIELD_TIME },
  [VOTUM_RECUSAL_DECLARED_BY] = { "declared-by", VOTUM_FIELD_LINE },
};

static gboolean
votum_recusal_check (VotumThing *thing,
                     GError    **error)
{
  if (votum_thing_is_set (thing, VOTUM_RECUSAL_ENTRANT) == votum_thing_is_set (thing, VOTUM_RECUSAL_CLASS))
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                           _("A recusal is from one entrant or from one class. Name one of them."));
      return FALSE;
    }

  return TRUE;
}

VOTUM_DEFINE_THING (Recusal, recusal, RECUSAL, "recusal", fields, votum_recusal_check)
