#include "votum-config.h"

#include "votum-note.h"

/**
 * VotumNote:
 *
 * Something that was seen or heard, tied to a criterion.
 */

static const char *const kind_choices[] = { "observation", "strength", "improvement", "quote", "question", NULL };
static const char *const level_choices[] = { "leader", "manager", "staff", NULL };
static const char *const use_choices[] = { "mine", "jury", "quotable", "quotable-unnamed", NULL };

static const VotumField fields[] = {
  [VOTUM_NOTE_VISIT] = { "visit", VOTUM_FIELD_REF, .flags = VOTUM_FIELD_PARENT, .target = VOTUM_KIND_VISIT },
  [VOTUM_NOTE_ENTRANT] = { "entrant", VOTUM_FIELD_REF, .flags = VOTUM_FIELD_REQUIRED, .target = VOTUM_KIND_ENTRANT },
  [VOTUM_NOTE_AUTHOR] = { "author", VOTUM_FIELD_REF, .target = VOTUM_KIND_JUROR },
  [VOTUM_NOTE_KIND] = { "kind", VOTUM_FIELD_CHOICE, .choices = kind_choices, .fallback = "observation" },
  [VOTUM_NOTE_CRITERION] = { "criterion", VOTUM_FIELD_REF, .target = VOTUM_KIND_CRITERION },
  [VOTUM_NOTE_SPEAKER] = { "speaker", VOTUM_FIELD_LINE },
  [VOTUM_NOTE_LEVEL] = { "level", VOTUM_FIELD_CHOICE, .choices = level_choices },
  [VOTUM_NOTE_TIME] = { "time", VOTUM_FIELD_TIME },
  [VOTUM_NOTE_TEXT] = { "text", VOTUM_FIELD_PROSE, .flags = VOTUM_FIELD_REQUIRED },
  [VOTUM_NOTE_USE] = { "use", VOTUM_FIELD_CHOICE, .choices = use_choices, .fallback = "mine" },
};

VOTUM_DEFINE_THING (Note, note, NOTE, "note", fields, NULL)
