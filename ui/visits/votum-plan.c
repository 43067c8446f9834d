#include "votum-config.h"

#include "votum-plan.h"

#include <string.h>

#include "votum-note-choices.h"
#include "votum-search-text.h"

#define MAX_DESCRIPTION 120 /* characters of a criterion's description that a line of a plan can bear */

static void
line_free (gpointer data)
{
  VotumPlanLine *line = data;

  g_free (line->text);
  g_free (line);
}

static VotumPlanLine *
line_new (const char *text)
{
  VotumPlanLine *line = g_new0 (VotumPlanLine, 1);

  line->ticked = g_ascii_strncasecmp (text, "[x]", 3) == 0;
  line->marked = line->ticked || strncmp (text, "[ ]", 3) == 0;
  line->text = g_strstrip (g_strdup (line->marked ? text + 3 : text));

  return line;
}

/**
 * votum_plan_parse:
 * @prose: (nullable): the plan of a visit
 *
 * Returns: (transfer full) (element-type VotumPlanLine): its lines; empty ones are none
 */
GPtrArray *
votum_plan_parse (const char *prose)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (line_free);
  g_auto(GStrv) texts = g_strsplit (prose != NULL ? prose : "", "\n", -1);

  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_strstrip (texts[i]);
      if (*texts[i] != '\0')
        g_ptr_array_add (lines, line_new (texts[i]));
    }

  return lines;
}

/**
 * votum_plan_write:
 * @lines: (element-type VotumPlanLine): the lines
 *
 * Returns: (transfer full) (nullable): the plan of a visit, %NULL where there is nothing in it
 */
char *
votum_plan_write (GPtrArray *lines)
{
  GString *prose = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const VotumPlanLine *line = g_ptr_array_index (lines, i);

      g_string_append_printf (prose, "%s%s%s", prose->len > 0 ? "\n" : "", !line->marked ? "" : line->ticked ? "[x] " : "[ ] ", line->text);
    }
  if (prose->len > 0)
    return g_string_free (prose, FALSE);
  g_string_free (prose, TRUE);

  return NULL;
}

/**
 * votum_plan_insert:
 * @lines: (element-type VotumPlanLine): the lines
 * @place: where; beyond the end is the end
 * @text: what to look for; its line ends become spaces
 */
void
votum_plan_insert (GPtrArray  *lines,
                   guint       place,
                   const char *text)
{
  VotumPlanLine *line = g_new0 (VotumPlanLine, 1);

  line->marked = TRUE;
  line->text = g_strstrip (g_strdelimit (g_strdup (text), "\n\r\t", ' '));
  g_ptr_array_insert (lines, (int) MIN (place, lines->len), line);
}

void
votum_plan_move (GPtrArray *lines,
                 guint      from,
                 guint      to)
{
  if (from < lines->len && to < lines->len)
    g_ptr_array_insert (lines, (int) to, g_ptr_array_steal_index (lines, from));
}

static gboolean
is_in (GPtrArray  *lines,
       const char *text)
{
  g_autofree char *folded = votum_search_fold (text);

  for (guint i = 0; i < lines->len; i++)
    {
      g_autofree char *other = votum_search_fold (((VotumPlanLine *) g_ptr_array_index (lines, i))->text);

      if (g_str_has_prefix (other, folded))
        return TRUE;
    }

  return FALSE;
}

/**
 * votum_plan_add_criteria:
 * @lines: (element-type VotumPlanLine): the lines
 * @desk: the desk
 * @entrant: (nullable): who is visited
 *
 * Adds a line for each criterion whose evidence is looked for on a visit, and that is not in the plan yet.
 *
 * Returns: how many were added
 */
guint
votum_plan_add_criteria (GPtrArray  *lines,
                         VotumDesk  *desk,
                         VotumThing *entrant)
{
  g_autoptr(GPtrArray) criteria = votum_note_choices_criteria (votum_desk_get_case (desk), entrant);
  guint n_added = 0;

  for (guint i = 0; i < criteria->len; i++)
    {
      VotumThing *criterion = g_ptr_array_index (criteria, i);
      g_autofree char *name = votum_desk_name (desk, criterion);
      const char *description = votum_desk_text (desk, criterion, VOTUM_CRITERION_DESCRIPTION);
      g_autofree char *line = NULL;

      if (!votum_thing_has_choice (criterion, VOTUM_CRITERION_EVIDENCE, VOTUM_CRITERION_EVIDENCE_VISIT) || is_in (lines, name))
        continue;
      if (*description != '\0' && g_utf8_strlen (description, -1) <= MAX_DESCRIPTION)
        line = g_strdup_printf ("%s: %s", name, description);
      votum_plan_insert (lines, lines->len, line != NULL ? line : name);
      n_added++;
    }

  return n_added;
}
