#include "votum-config.h"

#include "votum-scoring-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-case-allocation.h"
#include "votum-case-holder.h"
#include "votum-format.h"
#include "votum-hand-in-words.h"
#include "votum-names.h"

static void
add_part (GString    *line,
          const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, part);
}

/* The visit that has been, else the one to come. */
static VotumThing *
find_visit (VotumCase  *votum_case,
            VotumThing *entrant)
{
  GListModel *visits = votum_case_get_things (votum_case, VOTUM_KIND_VISIT);
  VotumThing *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (visits); i++)
    {
      g_autoptr(VotumThing) visit = g_list_model_get_item (visits, i);

      if (votum_thing_get_ref (visit, VOTUM_VISIT_ENTRANT) != votum_thing_get_id (entrant))
        continue;
      if (votum_thing_is_set (visit, VOTUM_VISIT_STARTED))
        return visit;
      if (found == NULL && votum_thing_is_set (visit, VOTUM_VISIT_PLANNED))
        found = visit;
    }

  return found;
}

static char *
describe_visit (VotumCase  *votum_case,
                VotumThing *visit)
{
  gboolean done = votum_thing_is_set (visit, VOTUM_VISIT_STARTED);
  g_autofree char *day = votum_format_time (votum_thing_get_text (visit, done ? VOTUM_VISIT_STARTED : VOTUM_VISIT_PLANNED), VOTUM_TIME_DAY);
  /* where somebody lives says who they are */
  const char *place = votum_case_knows_names (votum_case) ? votum_thing_get_text (visit, VOTUM_VISIT_PLACE) : NULL;

  if (done && place != NULL)
    /* TRANSLATORS: a day and a place: "Visited Tuesday 3 November, Tromsø" */
    return g_strdup_printf (_("Visited %s, %s"), day, place);
  if (done)
    return g_strdup_printf (_("Visited %s"), day);
  if (place != NULL)
    return g_strdup_printf (_("Visit planned %s, %s"), day, place);

  return g_strdup_printf (_("Visit planned %s"), day);
}

/**
 * votum_scoring_words_facts:
 * @sheet: the sheet
 * @entrant: an entrant
 *
 * Returns: (transfer full): the class, the visit, and how far the marks have come
 */
char *
votum_scoring_words_facts (VotumScoringSheet *sheet,
                           VotumThing        *entrant)
{
  VotumCase *votum_case = votum_scoring_sheet_get_case (sheet);
  VotumThing *class = votum_case_lookup (votum_case, votum_thing_get_ref (entrant, VOTUM_ENTRANT_CLASS));
  VotumThing *visit = find_visit (votum_case, entrant);
  g_autofree char *class_name = class != NULL ? votum_desk_name (votum_scoring_sheet_get_desk (sheet), class) : NULL;
  g_autofree char *visited = visit != NULL ? describe_visit (votum_case, visit) : NULL;
  GString *line = g_string_new (NULL);
  VotumTally tally;

  add_part (line, class_name);
  if (visited != NULL)
    add_part (line, visited);
  else if (votum_case_knows_names (votum_case))
    add_part (line, votum_thing_get_text (entrant, VOTUM_ENTRANT_PLACE));

  votum_scoring_sheet_tally (sheet, entrant, &tally);
  if (!tally.recused && tally.wanted > 0)
    {
      g_autofree char *marked = g_strdup_printf (ngettext ("%u of %u criterion marked", "%u of %u criteria marked", tally.wanted),
                                                 tally.given, tally.wanted);

      add_part (line, marked);
    }

  return g_string_free (line, FALSE);
}

/* The upper end of the scale, where all criteria share one and are weighed by shares: what the total is “of”. */
static char *
find_top (VotumScoringSheet *sheet,
          VotumThing        *entrant)
{
  GPtrArray *items = votum_scoring_sheet_get_items (sheet, entrant);
  VotumMarkScale *scale = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      VotumScoringItem *item = g_ptr_array_index (items, i);

      if (item->scale == NULL || (scale != NULL && item->scale != scale) || !item->is_share)
        return NULL;
      scale = item->scale;
    }

  return scale != NULL ? votum_mark_scale_top (scale) : NULL;
}

/**
 * votum_scoring_words_legend:
 * @sheet: the sheet
 * @entrant: an entrant
 *
 * Returns: (transfer full): what the figure of the total is
 */
char *
votum_scoring_words_legend (VotumScoringSheet *sheet,
                            VotumThing        *entrant)
{
  g_autofree char *top = find_top (sheet, entrant);
  gboolean own = votum_scoring_sheet_is_own (sheet);
  VotumTally tally;
  gboolean whole;

  votum_scoring_sheet_tally (sheet, entrant, &tally);
  whole = tally.given >= tally.wanted;

  if (top == NULL)
    return g_strdup (own ? (whole ? _("your weighted total") : _("your weighted total so far"))
                         : (whole ? _("weighted total") : _("weighted total so far")));
  if (own)
    /* TRANSLATORS: below a juror's own total, which is an average; %s: the highest mark: "your weighted total of 6" */
    return g_strdup_printf (whole ? _("your weighted total of %s") : _("your weighted total so far, of %s"), top);

  return g_strdup_printf (whole ? _("weighted total of %s") : _("weighted total so far, of %s"), top);
}

/**
 * votum_scoring_words_badge:
 * @sheet: the sheet
 * @entrant: an entrant
 * @style: (out): how the badge looks
 *
 * Returns: (transfer full): how far the marks for @entrant have come, in a word or two
 */
char *
votum_scoring_words_badge (VotumScoringSheet *sheet,
                           VotumThing        *entrant,
                           VotumBadgeStyle   *style)
{
  VotumTally tally;

  votum_scoring_sheet_tally (sheet, entrant, &tally);
  if (tally.recused)
    {
      *style = VOTUM_BADGE_WARNING;
      /* TRANSLATORS: a juror is recused from this finalist */
      return g_strdup (_("Recused"));
    }
  if (tally.unassigned)
    {
      *style = VOTUM_BADGE_PLAIN;
      /* TRANSLATORS: in a badge, short: this finalist is given to other jurors to mark */
      return g_strdup (_("Others"));
    }
  if (tally.comments_missing > 0 && tally.given >= tally.wanted)
    {
      *style = VOTUM_BADGE_WARNING;
      /* TRANSLATORS: in a badge, short: so many comments that the rule asks for are missing */
      return g_strdup_printf (ngettext ("%u comment", "%u comments", tally.reasons_missing), tally.reasons_missing);
    }
  if (tally.reasons_missing > 0 && tally.given >= tally.wanted)
    {
      *style = VOTUM_BADGE_WARNING;
      /* TRANSLATORS: in a badge, short: so many reasons for changed marks are missing */
      return g_strdup_printf (ngettext ("%u reason", "%u reasons", tally.reasons_missing), tally.reasons_missing);
    }

  *style = tally.given == 0 ? VOTUM_BADGE_PLAIN : tally.given < tally.wanted ? VOTUM_BADGE_PART : VOTUM_BADGE_DONE;

  /* TRANSLATORS: how many marks are given: "5 of 6" */
  return g_strdup_printf (_("%u of %u"), tally.given, tally.wanted);
}

/* "3 points", "1 point" */
static char *
name_points (VotumDecimal points)
{
  VotumDecimal whole = votum_decimal_normalize (points);
  g_autofree char *number = votum_format_decimal (points);

  /* TRANSLATORS: so many points; the number may have decimals */
  return g_strdup_printf (ngettext ("%s point", "%s points", whole.scale == 0 ? (gulong) whole.digits : 2), number);
}

/**
 * votum_scoring_words_points:
 * @sheet: the sheet
 * @class_thing: (nullable): a class
 *
 * Returns: (transfer full) (nullable): how the points that the rule gives are used: "3 points: 2 of 4 left"; %NULL where it leaves
 *   that open
 */
char *
votum_scoring_words_points (VotumScoringSheet *sheet,
                            VotumThing        *class_thing)
{
  VotumCase *votum_case = votum_scoring_sheet_get_case (sheet);
  VotumThing *round = votum_scoring_sheet_get_round (sheet);
  VotumThing *juror = votum_scoring_sheet_get_juror (sheet);
  g_autoptr(GArray) allocation = round != NULL && juror != NULL ? votum_case_allocation (votum_case, round, class_thing, juror) : NULL;
  GString *line;

  if (allocation == NULL)
    return NULL;
  if (votum_allocation_is_used (allocation))
    return g_strdup (_("All points are given"));

  line = g_string_new (NULL);
  for (guint i = 0; i < allocation->len; i++)
    {
      const VotumAllocationPart *part = &g_array_index (allocation, VotumAllocationPart, i);
      g_autofree char *points = name_points (part->points);
      g_autofree char *text = NULL;

      if (part->given > part->allowed)
        /* TRANSLATORS: of so many points, so many were given, and the rule has so many: "3 points: 5 given, 4 to give" */
        text = g_strdup_printf (_("%s: %u given, %u to give"), points, part->given, part->allowed);
      else if (part->given < part->allowed)
        /* TRANSLATORS: "3 points: 2 of 4 left" */
        text = g_strdup_printf (_("%s: %u of %u left"), points, part->allowed - part->given, part->allowed);
      add_part (line, text);
    }

  return g_string_free (line, FALSE);
}

/**
 * votum_scoring_words_missed:
 * @sheet: the sheet
 *
 * Returns: (transfer full) (nullable): what was not given in a round in which nothing more can be given; %NULL where it is not that
 */
char *
votum_scoring_words_missed (VotumScoringSheet *sheet)
{
  VotumThing *round = votum_scoring_sheet_get_round (sheet);
  VotumTally all;
  guint missed;

  if (round == NULL || votum_thing_get_choice (round, VOTUM_ROUND_STATE) == VOTUM_ROUND_STATE_OPEN)
    return NULL;
  votum_scoring_sheet_tally (sheet, NULL, &all);
  missed = all.wanted - MIN (all.given, all.wanted);
  if (missed == 0)
    return NULL;

  return g_strdup_printf (ngettext ("%u of %u marks was not given", "%u of %u marks were not given", missed), missed, all.wanted);
}

/**
 * votum_scoring_words_left:
 * @sheet: the sheet
 * @entrant: (nullable): an entrant
 *
 * Returns: (transfer full): what is left to do, for @entrant and in all
 */
char *
votum_scoring_words_left (VotumScoringSheet *sheet,
                          VotumThing        *entrant)
{
  GString *line = g_string_new (NULL);
  g_autofree char *part = NULL;
  VotumThing *class = entrant != NULL ? votum_case_lookup (votum_scoring_sheet_get_case (sheet), votum_thing_get_ref (entrant, VOTUM_ENTRANT_CLASS)) : NULL;
  g_autofree char *points = votum_scoring_words_points (sheet, class);
  g_autofree char *missed = votum_scoring_words_missed (sheet);
  VotumTally all;
  VotumTally own = { 0 };
  guint left;

  if (missed != NULL || points != NULL)
    {
      g_string_free (line, TRUE);
      return missed != NULL ? g_steal_pointer (&missed) : g_steal_pointer (&points);
    }
  votum_scoring_sheet_tally (sheet, NULL, &all);
  left = all.wanted - MIN (all.given, all.wanted);
  if (left == 0 && all.reasons_missing == 0)
    {
      g_string_free (line, TRUE);
      return g_strdup (all.wanted > 0 ? _("All criteria are marked") : _("There is nothing to mark"));
    }

  if (entrant != NULL)
    {
      g_autofree char *name = votum_desk_name (votum_scoring_sheet_get_desk (sheet), entrant);

      votum_scoring_sheet_tally (sheet, entrant, &own);
      if (own.given < own.wanted)
        part = g_strdup_printf (ngettext ("%u criterion left for %s", "%u criteria left for %s", own.wanted - own.given),
                                own.wanted - own.given, name);
      else if (own.comments_missing > 0)
        part = g_strdup_printf (ngettext ("%u comment missing for %s", "%u comments missing for %s", own.reasons_missing), own.reasons_missing, name);
      else if (own.reasons_missing > 0)
        part = g_strdup_printf (ngettext ("%u reason missing for %s", "%u reasons missing for %s", own.reasons_missing), own.reasons_missing, name);
      else if (!own.recused && own.wanted > 0)
        part = g_strdup_printf (_("Nothing left for %s"), name);
      add_part (line, part);
    }
  if (left > 0)
    {
      g_autofree char *in_all = part != NULL
                                    /* TRANSLATORS: stands behind "3 criteria left for Nordlys Kraft" */
                                    ? g_strdup_printf (_("%u in all"), left)
                                    : g_strdup_printf (ngettext ("%u mark left", "%u marks left", left), left);

      add_part (line, in_all);
      if (votum_hand_in_is_possible (votum_scoring_sheet_get_case (sheet)))
        /* TRANSLATORS: stands behind "3 criteria left for Nordlys Kraft · 13 in all" */
        add_part (line, _("then you hand in"));
    }
  if (all.reasons_missing > 0 && (own.given < own.wanted || all.reasons_missing > own.reasons_missing))
    {
      g_autofree char *reasons = g_strdup_printf (all.comments_missing > 0
                                                      ? ngettext ("%u comment missing", "%u comments missing", all.reasons_missing)
                                                      : ngettext ("%u reason missing", "%u reasons missing", all.reasons_missing),
                                                  all.reasons_missing);

      add_part (line, reasons);
    }

  return g_string_free (line, FALSE);
}

/* "The rule asks for a comment on a 1 or a 6" */
static char *
describe_extremes (VotumScoringSheet *sheet,
                   VotumThing        *criterion)
{
  VotumThing *scale = VOTUM_THING (votum_case_get_scale (votum_scoring_sheet_get_case (sheet), criterion));
  g_autofree char *lowest = votum_format_number (votum_thing_get_text (scale, VOTUM_SCALE_MIN));
  g_autofree char *highest = votum_format_number (votum_thing_get_text (scale, VOTUM_SCALE_MAX));

  /* TRANSLATORS: the lowest and the highest mark of a scale */
  return g_strdup_printf (_("The rule asks for a comment on a %s or a %s"), lowest, highest);
}

/**
 * votum_scoring_words_trouble:
 * @sheet: the sheet
 * @entrant: an entrant
 * @criterion: a criterion
 *
 * Returns: (transfer full) (nullable): which words the rule asks for with the mark; %NULL where they are there, or none are asked for
 */
char *
votum_scoring_words_trouble (VotumScoringSheet *sheet,
                             VotumThing        *entrant,
                             VotumThing        *criterion)
{
  const VotumMark *mark = votum_scoring_sheet_get_mark (sheet, entrant, criterion);

  if (!votum_scoring_sheet_wants_reason (sheet, entrant, criterion))
    return NULL;

  switch (votum_case_comment_demand (votum_scoring_sheet_get_case (sheet), mark))
    {
    case VOTUM_DEMAND_EXTREME:
      return describe_extremes (sheet, criterion);
    case VOTUM_DEMAND_ALL:
      return g_strdup (_("The rule asks for a comment on every mark"));
    case VOTUM_DEMAND_CHANGE:
    case VOTUM_DEMAND_NONE:
    default:
      return g_strdup (_("The reason for the change is missing"));
    }
}

static char *
describe_unassigned (VotumScoringSheet *sheet,
                     const char        *name)
{
  if (votum_scoring_sheet_is_own (sheet))
    return g_strdup_printf (_("%s is marked by others of the jury. You can read all there is, and give no marks."), name);

  return g_strdup_printf (_("%s does not mark %s: others of the jury do. Assignments are on the Jury page."),
                          votum_thing_get_text (votum_scoring_sheet_get_juror (sheet), VOTUM_JUROR_NAME), name);
}

/**
 * votum_scoring_words_recused:
 * @sheet: the sheet
 * @entrant: an entrant
 *
 * Returns: (transfer full) (nullable): that the juror is recused and why, or that others mark the finalist; %NULL where the juror
 *   gives marks
 */
char *
votum_scoring_words_recused (VotumScoringSheet *sheet,
                             VotumThing        *entrant)
{
  g_autofree char *name = votum_desk_name (votum_scoring_sheet_get_desk (sheet), entrant);
  g_autofree char *sentence = NULL;
  VotumThing *juror = votum_scoring_sheet_get_juror (sheet);
  VotumTally tally;
  const char *reason;

  votum_scoring_sheet_tally (sheet, entrant, &tally);
  if (tally.unassigned)
    return describe_unassigned (sheet, name);
  if (!tally.recused)
    return NULL;

  if (votum_scoring_sheet_is_own (sheet))
    sentence = g_strdup_printf (_("You are recused from %s: you give no marks, and the result is worked out without you."), name);
  else
    sentence = g_strdup_printf (_("%s is recused from %s and gives no marks."), votum_thing_get_text (juror, VOTUM_JUROR_NAME), name);
  reason = tally.recusal != NULL ? votum_thing_get_text (tally.recusal, VOTUM_RECUSAL_REASON) : NULL;

  /* TRANSLATORS: that somebody is recused, and the reason in their own words */
  return reason != NULL ? g_strdup_printf (_("%s\nReason: %s"), sentence, reason) : g_steal_pointer (&sentence);
}

/**
 * votum_scoring_words_keys:
 * @sheet: the sheet
 * @entrant: an entrant
 *
 * Returns: (transfer full): which keys do what
 */
char *
votum_scoring_words_keys (VotumScoringSheet *sheet,
                          VotumThing        *entrant)
{
  GPtrArray *items = votum_scoring_sheet_get_items (sheet, entrant);
  VotumScoringItem *first = items->len > 0 ? g_ptr_array_index (items, 0) : NULL;
  g_autofree char *range = first != NULL && first->scale != NULL ? votum_mark_scale_range (first->scale) : NULL;

  if (range == NULL)
    return g_strdup ("");
  if (votum_mark_scale_n_buttons (first->scale) > 0)
    return g_strdup_printf (_("Keys: %s give the mark, N not observed, Delete takes it back, C comments, ↓ next criterion, "
                              "Ctrl+↓ next finalist, Ctrl+Enter what is missing"), range);

  return g_strdup_printf (_("Keys: type the mark (%s) and Enter, N not observed, Delete takes it back, C comments, ↓ next criterion, "
                            "Ctrl+↓ next finalist, Ctrl+Enter what is missing"), range);
}

/**
 * votum_scoring_words_views:
 * @one: the button that shows one finalist
 * @all: the button that shows all
 * @narrow: whether there is little room: then an icon says it, and the tooltip says it in words
 *
 * Names the buttons.
 */
void
votum_scoring_words_views (GtkButton *one,
                           GtkButton *all,
                           gboolean   narrow)
{
  if (narrow)
    {
      votum_names_set_icon (one, "view-list-symbolic");
      votum_names_set_icon (all, "view-grid-symbolic");
      return;
    }
  /* TRANSLATORS: one finalist, in place of all */
  votum_names_set_label (one, _("One"));
  /* TRANSLATORS: all finalists, in place of one */
  votum_names_set_label (all, _("All"));
}
