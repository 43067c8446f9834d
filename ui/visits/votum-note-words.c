#include "votum-config.h"

#include "votum-note-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-format.h"

/* What somebody saw comes before what they ask themselves; the first three are what a jury writes down most. */
static const guint kind_order[VOTUM_N_NOTE_KINDS] = {
  VOTUM_NOTE_KIND_STRENGTH, VOTUM_NOTE_KIND_IMPROVEMENT, VOTUM_NOTE_KIND_QUOTE, VOTUM_NOTE_KIND_OBSERVATION, VOTUM_NOTE_KIND_QUESTION,
};

/**
 * votum_note_kind_at:
 * @place: 0 to 4
 *
 * Returns: the kind of note that has this place on the screen
 */
guint
votum_note_kind_at (guint place)
{
  g_return_val_if_fail (place < G_N_ELEMENTS (kind_order), VOTUM_NOTE_KIND_OBSERVATION);

  return kind_order[place];
}

const char *
votum_note_kind_word (guint kind)
{
  switch (kind)
    {
    case VOTUM_NOTE_KIND_STRENGTH:
      /* TRANSLATORS: kinds of note that a juror takes on a visit. A strength of the finalist */
      return _("Strength");
    case VOTUM_NOTE_KIND_IMPROVEMENT:
      /* TRANSLATORS: a kind of note: where the finalist could do better */
      return _("Improvement");
    case VOTUM_NOTE_KIND_QUOTE:
      /* TRANSLATORS: a kind of note: what somebody said, word for word */
      return _("Quote");
    case VOTUM_NOTE_KIND_QUESTION:
      /* TRANSLATORS: a kind of note: a question that the juror wants to come back to */
      return _("Question");
    case VOTUM_NOTE_KIND_OBSERVATION:
    default:
      /* TRANSLATORS: a kind of note: what was seen, without judging it */
      return _("Observation");
    }
}

/**
 * votum_note_kind_style:
 * @kind: a kind of note
 *
 * Returns: (transfer none): the style class with its colour, which only repeats what its word says
 */
const char *
votum_note_kind_style (guint kind)
{
  static const char *const styles[VOTUM_N_NOTE_KINDS] = {
    [VOTUM_NOTE_KIND_OBSERVATION] = "observation", [VOTUM_NOTE_KIND_STRENGTH] = "strength",
    [VOTUM_NOTE_KIND_IMPROVEMENT] = "improvement", [VOTUM_NOTE_KIND_QUOTE] = "quote", [VOTUM_NOTE_KIND_QUESTION] = "question",
  };

  return styles[kind < G_N_ELEMENTS (styles) ? kind : VOTUM_NOTE_KIND_OBSERVATION];
}

const char *
votum_note_use_word (guint use)
{
  switch (use)
    {
    case VOTUM_NOTE_USE_JURY:
      /* TRANSLATORS: who may use a note: the whole jury, but no document */
      return _("The jury’s");
    case VOTUM_NOTE_USE_QUOTABLE:
      /* TRANSLATORS: who may use a note: it may be quoted in the verdict */
      return _("Quotable");
    case VOTUM_NOTE_USE_QUOTABLE_UNNAMED:
      /* TRANSLATORS: who may use a note: it may be quoted, but not who said it */
      return _("Quotable without name");
    case VOTUM_NOTE_USE_MINE:
    default:
      /* TRANSLATORS: who may use a note: only who wrote it */
      return _("Mine only");
    }
}

const char *
votum_note_use_meaning (guint use)
{
  switch (use)
    {
    case VOTUM_NOTE_USE_JURY:
      return _("The jury may read it; it comes into no document");
    case VOTUM_NOTE_USE_QUOTABLE:
      return _("It may come into the verdict, with who said it");
    case VOTUM_NOTE_USE_QUOTABLE_UNNAMED:
      return _("It may come into the verdict, but never who said it");
    case VOTUM_NOTE_USE_MINE:
    default:
      return _("Nobody else reads it");
    }
}

const char *
votum_note_use_icon (guint use)
{
  static const char *const icons[VOTUM_N_NOTE_USES] = {
    [VOTUM_NOTE_USE_MINE] = "changes-prevent-symbolic", [VOTUM_NOTE_USE_JURY] = "system-users-symbolic",
    [VOTUM_NOTE_USE_QUOTABLE] = "x-office-document-symbolic", [VOTUM_NOTE_USE_QUOTABLE_UNNAMED] = "view-conceal-symbolic",
  };

  return icons[use < G_N_ELEMENTS (icons) ? use : VOTUM_NOTE_USE_MINE];
}

const char *
votum_note_level_word (guint level)
{
  switch (level)
    {
    case VOTUM_NOTE_LEVEL_LEADER:
      /* TRANSLATORS: who said something: somebody of the top management */
      return _("Leader");
    case VOTUM_NOTE_LEVEL_MANAGER:
      /* TRANSLATORS: who said something: somebody who leads a team */
      return _("Manager");
    case VOTUM_NOTE_LEVEL_STAFF:
    default:
      /* TRANSLATORS: who said something: somebody of the staff */
      return _("Staff");
    }
}

const char *
votum_question_state_word (guint state)
{
  switch (state)
    {
    case VOTUM_QUESTION_STATE_CONFIRMED:
      /* TRANSLATORS: of what a submission claims: the visit has shown that it is so */
      return _("Confirmed");
    case VOTUM_QUESTION_STATE_REFUTED:
      /* TRANSLATORS: of what a submission claims: the visit has shown that it is not so */
      return _("Refuted");
    case VOTUM_QUESTION_STATE_UNCLEAR:
      /* TRANSLATORS: of what a submission claims: the visit has not shown whether it is so */
      return _("Unclear");
    case VOTUM_QUESTION_STATE_OPEN:
    default:
      /* TRANSLATORS: of a question: not asked yet */
      return C_("question", "Open");
    }
}

const char *
votum_question_state_icon (guint state)
{
  switch (state)
    {
    case VOTUM_QUESTION_STATE_CONFIRMED:
      return "object-select-symbolic";
    case VOTUM_QUESTION_STATE_REFUTED:
      return "window-close-symbolic";
    case VOTUM_QUESTION_STATE_UNCLEAR:
      return "dialog-question-symbolic";
    case VOTUM_QUESTION_STATE_OPEN:
    default:
      return "radio-symbolic";
    }
}

/**
 * votum_note_criterion_name:
 * @desk: the desk
 * @criterion: the number of a criterion, or 0
 *
 * Returns: (transfer full) (nullable): its name, or %NULL without one
 */
char *
votum_note_criterion_name (VotumDesk *desk,
                           gint64     criterion)
{
  VotumThing *thing = criterion != 0 ? votum_case_lookup (votum_desk_get_case (desk), criterion) : NULL;

  return thing != NULL ? votum_desk_name (desk, thing) : NULL;
}

/**
 * votum_note_speaker_line:
 * @note: a note
 *
 * Returns: (transfer full) (nullable): who said it: "Oddny Systad (leader)"
 */
char *
votum_note_speaker_line (VotumThing *note)
{
  const char *speaker = votum_thing_get_text (note, VOTUM_NOTE_SPEAKER);
  const char *level = votum_thing_is_set (note, VOTUM_NOTE_LEVEL) ? votum_note_level_word (votum_thing_get_choice (note, VOTUM_NOTE_LEVEL)) : NULL;

  if (speaker != NULL && level != NULL)
    /* TRANSLATORS: who said it, and what they are: "Oddny Systad · Leader" */
    return g_strdup_printf (_("%s · %s"), speaker, level);

  return g_strdup (speaker != NULL ? speaker : level);
}

/**
 * votum_note_time:
 * @note: a note
 * @beside: (nullable): a time whose day goes without saying
 *
 * Returns: (transfer full): when it was taken, with the day where it is another one
 */
char *
votum_note_time (VotumThing *note,
                 const char *beside)
{
  const char *time = votum_thing_get_text (note, VOTUM_NOTE_TIME);
  gboolean same_day = time != NULL && beside != NULL && strlen (time) >= 10 && strncmp (time, beside, 10) == 0;

  return votum_format_time (time, same_day ? VOTUM_TIME_CLOCK : VOTUM_TIME_SHORT);
}

/**
 * votum_note_spoken:
 * @desk: the desk
 * @note: a note
 *
 * Returns: (transfer full): all of it in one sentence, for who hears the list instead of seeing it
 */
char *
votum_note_spoken (VotumDesk  *desk,
                   VotumThing *note)
{
  g_autoptr(GString) spoken = g_string_new (votum_note_kind_word (votum_thing_get_choice (note, VOTUM_NOTE_KIND)));
  g_autofree char *criterion = votum_note_criterion_name (desk, votum_thing_get_ref (note, VOTUM_NOTE_CRITERION));
  g_autofree char *speaker = votum_note_speaker_line (note);
  g_autofree char *time = votum_note_time (note, NULL);

  if (criterion != NULL)
    g_string_append_printf (spoken, ", %s", criterion);
  g_string_append_printf (spoken, ": %s", votum_thing_get_text (note, VOTUM_NOTE_TEXT));
  if (speaker != NULL)
    g_string_append_printf (spoken, " – %s", speaker);
  g_string_append_printf (spoken, " (%s, %s)", votum_note_use_word (votum_thing_get_choice (note, VOTUM_NOTE_USE)), time);

  return g_string_free (g_steal_pointer (&spoken), FALSE);
}
