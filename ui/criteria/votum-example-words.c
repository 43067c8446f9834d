#include "votum-config.h"

#include "votum-example-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-format.h"

#define SPELLED_OUT 12 /* marks that a sum names one by one */

/**
 * votum_example_number:
 * @number: (nullable): a number of an example
 *
 * Returns: (transfer full): as the reader writes it; a dash where there is none
 */
char *
votum_example_number (const char *number)
{
  return number != NULL ? votum_format_number (number) : g_strdup ("–");
}

/**
 * votum_example_given:
 * @leaf: a criterion of an example
 *
 * Returns: (transfer full): the marks as they were given, as markup; a dash for what was not observed
 */
char *
votum_example_given (const VotumExampleLeaf *leaf)
{
  g_autoptr(GString) text = g_string_new (NULL);

  if (leaf->measured)
    return votum_example_number (leaf->measure);

  for (guint i = 0; i < leaf->marks->len; i++)
    {
      const VotumExampleMark *mark = g_ptr_array_index (leaf->marks, i);
      g_autofree char *number = votum_example_number (mark->given);

      g_string_append_printf (text, "%s%s", i > 0 ? "  " : "", number);
    }

  return g_strdup (text->len > 0 ? text->str : "–");
}

static gboolean
is_changed (const VotumExampleMark *mark)
{
  return mark->given != NULL && mark->counted != NULL && strcmp (mark->given, mark->counted) != 0;
}

static gboolean
is_left_out (const VotumExampleLeaf *leaf,
             const VotumExampleMark *mark)
{
  return mark->given != NULL && mark->counted == NULL && leaf->panel != NULL;
}

/**
 * votum_example_counted:
 * @leaf: a criterion of an example
 *
 * Returns: (transfer full): the marks as they are counted, as markup: what was moved in bold, what was left out struck out
 */
char *
votum_example_counted (const VotumExampleLeaf *leaf)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < leaf->marks->len; i++)
    {
      const VotumExampleMark *mark = g_ptr_array_index (leaf->marks, i);
      g_autofree char *number = votum_example_number (mark->counted != NULL ? mark->counted : mark->given);

      if (i > 0)
        g_string_append (text, "  ");
      if (is_left_out (leaf, mark))
        g_string_append_printf (text, "<s>%s</s>", number);
      else if (is_changed (mark))
        g_string_append_printf (text, "<b>%s</b>", number);
      else
        g_string_append (text, number);
    }

  return g_strdup (text->len > 0 && !leaf->measured ? text->str : "–");
}

char *
votum_example_weight (const VotumExample     *example,
                      const VotumExampleLeaf *leaf)
{
  if (leaf->weight == NULL)
    return g_strdup ("–");
  if (example->terms->weighting == VOTUM_WEIGHTING_FACTORS)
    return votum_format_number (leaf->weight);

  return votum_format_percent (leaf->weight);
}

/* ---- in sentences ---- */

static char *
join (GPtrArray *parts)
{
  g_ptr_array_add (parts, NULL);

  /* TRANSLATORS: between the parts of a list */
  return g_strjoinv (_(", "), (char **) parts->pdata);
}

static void
trace_given (const VotumExampleLeaf *leaf,
             GString                *text)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  for (guint i = 0; i < leaf->marks->len; i++)
    {
      const VotumExampleMark *mark = g_ptr_array_index (leaf->marks, i);
      g_autofree char *number = votum_example_number (mark->given);

      if (mark->state == VOTUM_CELL_RECUSED)
        g_ptr_array_add (parts, g_strdup_printf (_("%s recused"), mark->juror));
      else if (mark->state == VOTUM_CELL_NOT_OBSERVED)
        g_ptr_array_add (parts, g_strdup_printf (_("%s not observed"), mark->juror));
      else
        /* TRANSLATORS: a juror and the mark: "Ida Berg 5" */
        g_ptr_array_add (parts, g_strdup_printf (_("%s %s"), mark->juror, number));
    }
  list = join (parts);
  if (parts->len > 1)
    g_string_append_printf (text, _("Given: %s."), list);
  else
    g_string_append (text, _("No marks are given yet."));
}

static void
trace_counted (const VotumExample     *example,
               const VotumExampleLeaf *leaf,
               GString                *text)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  for (guint i = 0; i < leaf->marks->len; i++)
    {
      const VotumExampleMark *mark = g_ptr_array_index (leaf->marks, i);
      g_autofree char *given = votum_example_number (mark->given);
      g_autofree char *counted = votum_example_number (mark->counted);

      if (is_left_out (leaf, mark))
        /* TRANSLATORS: the mark of a juror is left out: "the 9 of Ida Berg is left out" */
        g_ptr_array_add (parts, g_strdup_printf (_("the %s of %s is left out"), given, mark->juror));
      else if (is_changed (mark))
        g_ptr_array_add (parts, g_strdup_printf (_("the %s of %s counts as %s"), given, mark->juror, counted));
    }
  if (parts->len == 0)
    {
      if ((example->terms->correction == VOTUM_CORRECTION_CLIP || example->terms->correction == VOTUM_CORRECTION_DROP) && leaf->panel != NULL)
        g_string_append_printf (text, "\n%s", _("All count as they are."));
      return;
    }
  list = join (parts);
  g_string_append (text, "\n");
  g_string_append_printf (text, _("Counted: %s."), list);
}

/* "(5 + 4 + 3) ÷ 3" */
static char *
sum_of_marks (const VotumExampleLeaf *leaf)
{
  g_autoptr(GString) text = g_string_new ("(");
  gboolean first = TRUE;

  if (leaf->n_counted > SPELLED_OUT)
    return g_strdup_printf (ngettext ("mean of %u mark", "mean of %u marks", leaf->n_counted), leaf->n_counted);
  for (guint i = 0; i < leaf->marks->len; i++)
    {
      const VotumExampleMark *mark = g_ptr_array_index (leaf->marks, i);
      g_autofree char *number = mark->counted != NULL ? votum_format_number (mark->counted) : NULL;

      if (number == NULL)
        continue;
      g_string_append_printf (text, "%s%s", first ? "" : " + ", number);
      first = FALSE;
    }
  g_string_append_printf (text, ") ÷ %u", leaf->n_counted);

  return g_strdup (text->str);
}

/* " = 4.6667…, rounded to 4.67" */
static void
append_rounding (GString    *text,
                 const char *before,
                 const char *after)
{
  g_autofree char *exact = votum_example_number (before);
  g_autofree char *rounded = votum_example_number (after);

  g_string_append_printf (text, " = %s", exact);
  if (g_strcmp0 (before, after) != 0)
    {
      g_string_append (text, ", ");
      g_string_append_printf (text, _("rounded to %s"), rounded);
    }
}

static void
trace_panel (const VotumExample     *example,
             const VotumExampleLeaf *leaf,
             GString                *text)
{
  g_autofree char *from = NULL;

  g_string_append (text, "\n");
  if (leaf->panel == NULL)
    {
      g_string_append (text, leaf->too_few ? _("These are too few marks for a result by this rule.")
                                           : _("Nothing counts here; the weight goes to other criteria."));
      return;
    }
  if (leaf->measured)
    {
      g_autofree char *figure = votum_example_number (leaf->measure);

      from = g_strdup_printf (_("value of %s"), figure);
    }
  else
    {
      from = example->terms->correction == VOTUM_CORRECTION_MEDIAN ? g_strdup (_("middle of the marks")) : sum_of_marks (leaf);
    }
  g_string_append_printf (text, _("Panel’s mark: %s"), from);
  append_rounding (text, leaf->mean, leaf->panel);
  g_string_append (text, ".");
}

static void
trace_weight (const VotumExample     *example,
              const VotumExampleLeaf *leaf,
              GString                *text)
{
  g_autofree char *panel = NULL;
  g_autofree char *weight = NULL;

  if (leaf->panel == NULL || leaf->weight == NULL || leaf->weighted == NULL)
    return;
  panel = votum_example_number (leaf->panel);
  weight = votum_example_weight (example, leaf);
  g_string_append (text, "\n");
  g_string_append_printf (text, _("Weighted: %s × %s"), panel, weight);
  append_rounding (text, leaf->product, leaf->weighted);
  g_string_append (text, ".");
}

/**
 * votum_example_trace:
 * @editor: the editor
 * @example: an example
 * @leaf: one of its criteria
 *
 * Returns: (transfer full): where each number of the criterion comes from, a step a line
 */
char *
votum_example_trace (VotumCriteriaEditor    *editor,
                     const VotumExample     *example,
                     const VotumExampleLeaf *leaf)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *figure = votum_example_number (leaf->measure);

  if (leaf->measured)
    g_string_append_printf (text, _("Measured: %s."), figure);
  else
    trace_given (leaf, text);
  if (example->terms->method != VOTUM_METHOD_MARKS)
    return g_strdup (text->str);
  if (!leaf->measured)
    trace_counted (example, leaf, text);
  trace_panel (example, leaf, text);
  trace_weight (example, leaf, text);

  return g_strdup (text->str);
}

/**
 * votum_example_result:
 * @round: a round of an example
 *
 * Returns: (transfer full): how the round's result comes about
 */
char *
votum_example_result (const VotumExampleRound *round)
{
  g_autoptr(GString) text = g_string_new (_("Result of the round"));

  if (round->result == NULL)
    switch (round->state)
      {
      case VOTUM_STANDING_NOT_IN_ROUND:
        return g_strdup (_("Not in this round."));
      case VOTUM_STANDING_NOT_CARRIED:
        return g_strdup (_("Not carried: not enough votes for."));
      case VOTUM_STANDING_TOO_FEW:
        return g_strdup (_("No result: too few marks."));
      case VOTUM_STANDING_NO_MARKS:
      case VOTUM_STANDING_RANKED:
      default:
        return g_strdup (_("No result: no marks in this round yet."));
      }
  append_rounding (text, round->sum, round->result);

  return g_strdup (text->str);
}

/**
 * votum_example_total:
 * @round: a round of an example
 *
 * Returns: (transfer full) (nullable): how the total after the round comes about; %NULL where there is none
 */
char *
votum_example_total (const VotumExampleRound *round)
{
  g_autoptr(GString) text = g_string_new (NULL);

  if (round->total == NULL || round->revote)
    return NULL;
  for (guint i = 0; i < round->parts->len; i++)
    {
      const VotumExamplePart *part = g_ptr_array_index (round->parts, i);
      g_autofree char *share = votum_format_percent (part->share);
      g_autofree char *result = votum_example_number (part->result);

      if (i > 0)
        g_string_append (text, " + ");
      /* TRANSLATORS: a part of a total: "30 % × 4.7 (round 1)" */
      g_string_append_printf (text, _("%s × %s (round %u)"), share, result, part->number);
    }
  if (round->parts->len <= 1)
    g_string_assign (text, _("Total"));
  else
    {
      g_string_prepend (text, ": ");
      g_string_prepend (text, _("Total"));
    }
  append_rounding (text, round->mean, round->total);

  return g_strdup (text->str);
}

/**
 * votum_example_round_name:
 * @editor: the editor
 * @round: (nullable): a round, or %NULL for one that is made up
 * @number: its place, from 1
 *
 * Returns: (transfer full): what it is called
 */
char *
votum_example_round_name (VotumCriteriaEditor *editor,
                          VotumThing          *round,
                          guint                number)
{
  g_autofree char *name = round != NULL ? votum_criteria_editor_name (editor, round, VOTUM_ROUND_NAME) : g_strdup ("");

  return *name != '\0' ? g_steal_pointer (&name) : g_strdup_printf (_("Round %u"), number);
}
