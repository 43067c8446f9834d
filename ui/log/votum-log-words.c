#include "votum-config.h"

#include "votum-log-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-case-holder.h"
#include "votum-format.h"
#include "votum-things.h"

#define EXCERPT 120    /* characters of a value */
#define LINES_MAX 30   /* things and marks of one entry; more are counted */

typedef struct {
  const char *name;
  const char *word;
} Word;

/* What people call a field; those that only a machine reads stay as the file has them. */
static const Word fields[] = {
  { "abstained", N_("Abstained") },
  { "alias", N_("Name for blind marking") },
  { "answers", N_("Answers") },
  { "author", N_("Written by") },
  { "basis", N_("Basis") },
  { "blind", N_("Blind marking") },
  { "ceremony", N_("Award ceremony") },
  { "change-limit", N_("Reason asked for from") },
  { "class", N_("Class") },
  { "correction", N_("Marks far from the others") },
  { "criterion", N_("Criterion") },
  { "declared-by", N_("Declared by") },
  { "degree", N_("Degree") },
  { "description", N_("Description") },
  { "direction", N_("Direction") },
  { "documents", N_("Documents") },
  { "drop", N_("Marks left out") },
  { "email", N_("E-mail") },
  { "ended", N_("Ended") },
  { "entrant", N_("Finalist") },
  { "evidence", N_("Evidence") },
  { "finding", N_("Finding") },
  { "form", N_("Form of the text") },
  { "heading", N_("Heading") },
  { "high", N_("High") },
  { "hosts", N_("Hosts") },
  { "indicator", N_("Indicator") },
  { "juror", N_("Juror") },
  { "jurors", N_("Jurors") },
  { "kind", N_("Kind") },
  { "label", N_("Word") },
  { "language", N_("Language") },
  { "languages", N_("Languages") },
  { "level", N_("Level") },
  { "low", N_("Low") },
  { "max", N_("Highest mark") },
  { "measure", N_("Measure") },
  { "media-type", N_("Kind of file") },
  { "method", N_("Method") },
  { "middle", N_("Middle") },
  { "min", N_("Lowest mark") },
  { "minimum", N_("At least") },
  { "minority", N_("Statement of the minority") },
  { "missing", N_("Missing marks") },
  { "name", N_("Name") },
  { "note", N_("Note") },
  { "number", N_("Number") },
  { "opened", N_("Opened") },
  { "organisation", N_("Organisation") },
  { "organiser", N_("Organiser") },
  { "outcome", N_("Outcome") },
  { "parent", N_("Group") },
  { "partners", N_("Partners") },
  { "period", N_("Period") },
  { "phone", N_("Phone") },
  { "place", N_("Place") },
  { "plan", N_("Plan") },
  { "planned", N_("Planned") },
  { "position", N_("Order") },
  { "quote", N_("Quote") },
  { "quote-source", N_("Who said it") },
  { "reason", N_("Reason") },
  { "receipt", N_("Receipt") },
  { "role", N_("Role") },
  { "roles", N_("Roles") },
  { "round", N_("Round") },
  { "rounding", N_("Rounding") },
  { "rule", N_("Rule") },
  { "scale", N_("Scale") },
  { "section", N_("Section") },
  { "size", N_("Size") },
  { "source", N_("Source") },
  { "speaker", N_("Who says it") },
  { "stages", N_("Stages") },
  { "started", N_("Started") },
  { "state", N_("State") },
  { "status", N_("Status") },
  { "step", N_("Step") },
  { "taken-in", N_("Taken in") },
  { "text", N_("Text") },
  { "tie-breaks", N_("Ties") },
  { "time", N_("Time") },
  { "title", N_("Title") },
  { "unit", N_("Unit") },
  { "use", N_("Who may use it") },
  { "value", N_("Value") },
  { "visibility", N_("When marks are seen") },
  { "visit", N_("Visit") },
  { "votes-against", N_("Votes against") },
  { "votes-for", N_("Votes for") },
  { "web", N_("Web") },
  { "weight", N_("Weight") },
  { "weighting", N_("Weighting") },
  { "year", N_("Year") },
};

/* The same word stands for the same in all fields that have it. */
static const Word choices[] = {
  { "after-opening", N_("after opening") },
  { "always", N_("always") },
  { "chair", N_("chair") },
  { "declared-only", N_("declared only") },
  { "deputy", N_("deputy chair") },
  { "disqualified", N_("disqualified") },
  { "entered", N_("entered") },
  { "examiner", N_("examiner") },
  { "false", N_("no") },
  { "finalist", N_("finalist") },
  { "handed-in", N_("handed in") },
  { "improvement", N_("improvement") },
  { "juror", N_("juror") },
  { "jury", N_("the jury") },
  { "late", N_("late") },
  { "leader", N_("leader") },
  { "manager", N_("manager") },
  { "median", N_("median") },
  { "mine", N_("only me") },
  { "not-marking", N_("not marking") },
  { "observation", N_("observation") },
  { "open", N_("open") },
  { "opened", N_("opened for all") },
  { "out-of-the-room", N_("out of the room") },
  { "question", N_("question") },
  { "quotable", N_("quotable") },
  { "quotable-unnamed", N_("quotable without name") },
  { "quote", N_("quote") },
  { "replaced", N_("replaced") },
  { "sealed", N_("sealed") },
  { "secretary", N_("secretary") },
  { "shortlisted", N_("shortlisted") },
  { "staff", N_("staff") },
  { "strength", N_("strength") },
  { "true", N_("yes") },
  { "winner", N_("winner") },
  { "withdrawn", N_("withdrawn") },
};

static const char *
find_word (const Word *words,
           guint       n_words,
           const char *name)
{
  for (guint i = 0; i < n_words; i++)
    if (strcmp (words[i].name, name) == 0)
      return _(words[i].word);

  return name;
}

/**
 * votum_log_words_field:
 * @name: the name of a field, as files have it
 *
 * Returns: (transfer none): what people call it
 */
const char *
votum_log_words_field (const char *name)
{
  return find_word (fields, G_N_ELEMENTS (fields), name);
}

/**
 * votum_log_words_choice:
 * @value: one of the words that a field can have, as files have it
 *
 * Returns: (transfer none): what people call it
 */
const char *
votum_log_words_choice (const char *value)
{
  return find_word (choices, G_N_ELEMENTS (choices), value);
}

/* A thing of the case, or one that was there when this was written. */
static char *
name_of (VotumDesk    *desk,
         VotumChanges *changes,
         gint64        id)
{
  VotumThing *thing = votum_case_lookup (votum_desk_get_case (desk), id);

  for (guint i = 0; thing == NULL && i < votum_changes_n_things (changes); i++)
    {
      const VotumThingChange *change = votum_changes_get (changes, i);
      VotumThing *any = change->new_thing != NULL ? change->new_thing : change->old_thing;

      if (votum_thing_get_id (any) == id)
        thing = any;
    }

  /* TRANSLATORS: something that is no longer in the case */
  return thing != NULL && votum_case_may_see (votum_desk_get_case (desk), thing) ? votum_desk_name (desk, thing) : g_strdup (_("(gone)"));
}

static char *
names_of (VotumDesk    *desk,
          VotumChanges *changes,
          VotumThing   *thing,
          guint         field)
{
  g_autoptr(GArray) ids = votum_thing_get_refs (thing, field);
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      g_autofree char *name = name_of (desk, changes, g_array_index (ids, gint64, i));

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", name);
    }

  return g_string_free (g_steal_pointer (&names), FALSE);
}

static char *
choices_of (const char *canonical)
{
  g_auto(GStrv) parts = g_strsplit (canonical, " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *word = g_strdup (votum_log_words_choice (parts[i]));

      g_free (parts[i]);
      parts[i] = word;
    }

  return g_strjoinv (", ", parts);
}

static char *
value_of (VotumDesk    *desk,
          VotumChanges *changes,
          VotumThing   *thing,
          guint         field)
{
  g_autofree char *canonical = NULL;

  switch ((int) votum_thing_get_info (thing)->fields[field].type)
    {
    case VOTUM_FIELD_REF:
      return name_of (desk, changes, votum_thing_get_ref (thing, field));
    case VOTUM_FIELD_REFS:
      return names_of (desk, changes, thing, field);
    case VOTUM_FIELD_TEXTS:
      return votum_format_excerpt (votum_desk_text (desk, thing, field), EXCERPT);
    case VOTUM_FIELD_TIME:
      return votum_format_time (votum_thing_get_text (thing, field), VOTUM_TIME_LONG);
    default:
      break;
    }
  canonical = votum_thing_field_to_text (thing, field);
  switch ((int) votum_thing_get_info (thing)->fields[field].type)
    {
    case VOTUM_FIELD_DECIMAL:
      return votum_format_number (canonical);
    case VOTUM_FIELD_CHOICE:
    case VOTUM_FIELD_CHOICES:
    case VOTUM_FIELD_BOOLEAN:
      return choices_of (canonical);
    default:
      return votum_format_excerpt (canonical, EXCERPT);
    }
}

/* For nobody to read. */
static gboolean
is_machinery (const char *name)
{
  static const char *const names[] = { "criteria", "digest", "file", "origin", "public-key", "recipients", "signing-key", "template", "token", "version" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i], name) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
differs (VotumThing *side,
         VotumThing *other,
         guint       field)
{
  g_autofree char *value = votum_thing_field_to_text (side, field);
  g_autofree char *before = other != NULL ? votum_thing_field_to_text (other, field)
                                          : g_strdup (votum_thing_get_info (side)->fields[field].fallback);

  return g_strcmp0 (value, before) != 0;
}

/* Of a new or a lost thing all that it says; of a changed one only what changed. */
static char *
tell_thing (VotumDesk    *desk,
            VotumChanges *changes,
            VotumThing   *side,
            VotumThing   *other)
{
  const VotumThingInfo *info = votum_thing_get_info (side);
  g_autofree char *name = votum_desk_name (desk, side);
  g_autoptr(GString) line = g_string_new (NULL);

  for (guint i = 0; i < info->n_fields; i++)
    {
      g_autofree char *value = NULL;

      if (!votum_thing_is_set (side, i) || is_machinery (info->fields[i].name) || !differs (side, other, i))
        continue;
      value = value_of (desk, changes, side, i);
      if (*value == '\0' || (other == NULL && strcmp (value, name) == 0))
        continue;
      /* TRANSLATORS: what somebody calls a field, and what stands in it: "Place: Tromsø" */
      g_string_append (line, line->len > 0 ? " · " : "");
      g_string_append_printf (line, _("%s: %s"), votum_log_words_field (info->fields[i].name), value);
    }
  if (*name != '\0' && (other == NULL || votum_changes_n_things (changes) > 1))
    {
      g_string_prepend (line, line->len > 0 ? " – " : "");
      g_string_prepend (line, name);
    }

  return g_string_free (g_steal_pointer (&line), FALSE);
}

static char *
tell_mark (VotumDesk       *desk,
           VotumChanges    *changes,
           const VotumMark *mark,
           gboolean         alone)
{
  g_autofree char *value = mark->state == VOTUM_MARK_VALUE ? votum_format_decimal (votum_mark_value (mark)) : g_strdup (_("not observed"));
  g_autofree char *entrant = name_of (desk, changes, mark->entrant);
  g_autofree char *criterion = name_of (desk, changes, mark->criterion);
  g_autofree char *juror = name_of (desk, changes, mark->juror);
  g_autofree char *round = name_of (desk, changes, mark->round);
  GString *line = g_string_new (NULL);

  /* about whom stands beside it, where it is the only one */
  if (alone)
    g_string_append_printf (line, "%s (%s)", value, round);
  else
    g_string_append_printf (line, "%s · %s · %s (%s): %s", entrant, criterion, juror, round, value);
  if (mark->comment != NULL && *mark->comment != '\0')
    {
      g_autofree char *comment = votum_format_excerpt (mark->comment, EXCERPT);

      g_string_append_printf (line, _(" – “%s”"), comment);
    }

  return g_string_free (line, FALSE);
}

static void
add_line (GString *text,
          guint   *n_lines,
          char    *line)
{
  if (*line != '\0' && ++*n_lines <= LINES_MAX)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
  g_free (line);
}

/**
 * votum_log_words_side:
 * @desk: a desk
 * @changes: what an entry of the log changed
 * @new_side: whether to tell what came, or what was
 *
 * Returns: (transfer full): it in words, a thing or a mark a line
 */
char *
votum_log_words_side (VotumDesk    *desk,
                      VotumChanges *changes,
                      gboolean      new_side)
{
  const VotumMarks *marks = new_side ? votum_changes_new_marks (changes) : votum_changes_old_marks (changes);
  gboolean alone = votum_changes_n_things (changes) == 0 && votum_marks_size (marks) == 1;
  GString *text = g_string_new (NULL);
  guint n_lines = 0;

  for (guint i = 0; i < votum_changes_n_things (changes); i++)
    {
      const VotumThingChange *change = votum_changes_get (changes, i);
      VotumThing *side = new_side ? change->new_thing : change->old_thing;

      if (side != NULL)
        add_line (text, &n_lines, tell_thing (desk, changes, side, new_side ? change->old_thing : change->new_thing));
    }
  for (guint i = 0; i < votum_marks_size (marks) && n_lines <= LINES_MAX; i++)
    add_line (text, &n_lines, tell_mark (desk, changes, votum_marks_get (marks, i), alone));
  if (n_lines > LINES_MAX)
    /* TRANSLATORS: stands below a list that has been cut */
    g_string_append_printf (text, "\n%s", _("and more"));

  return g_string_free (text, FALSE);
}
