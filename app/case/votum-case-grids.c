#include "votum-config.h"

#include "votum-case-grids-private.h"

#include <math.h>
#include <string.h>

#include "votum-case-holder.h"
#include "votum-case-measures.h"
#include "votum-case-veil.h"

/* The tables of a case, as values: what spreadsheets and CSV are written from. They hold what a standing holds, so that in a
 * juror's copy nothing stands in them that the juror may not see. */

typedef VotumGridFiller Filler;

#define word       votum_grid_filler_word
#define add_column votum_grid_filler_column
#define add_cell   votum_grid_filler_cell
#define take_cell  votum_grid_filler_take
#define text_of    votum_grid_filler_text

static const char *
class_name (Filler *self)
{
  return self->standing->class != NULL ? text_of (self, self->standing->class, VOTUM_CLASS_NAME) : NULL;
}

static char *
round_name (Filler *self,
            guint   round)
{
  VotumThing *thing = g_ptr_array_index (self->standing->rounds, round);
  const char *name = text_of (self, thing, VOTUM_ROUND_NAME);
  g_autofree char *number = g_strdup_printf ("%u", round + 1);

  return name != NULL && *name != '\0' ? g_strdup (name) : votum_words_format (self->lang, VOTUM_WORD_ROUND_N, "n", number, NULL);
}

static const char *
leaf_name (Filler *self,
           guint   leaf)
{
  return text_of (self, g_ptr_array_index (self->standing->leaves, leaf), VOTUM_CRITERION_NAME);
}

/* Class and round, which every table of figures begins with. */
static void
add_where_columns (Filler *self)
{
  if (self->standing->class != NULL)
    add_column (self, VOTUM_GRID_TEXT, "class", VOTUM_WORD_CLASS);
  add_column (self, VOTUM_GRID_TEXT, "round", VOTUM_WORD_ROUND);
}

static void
add_where (Filler *self,
           guint   round)
{
  if (self->standing->class != NULL)
    add_cell (self, class_name (self));
  take_cell (self, round_name (self, round));
}

/* ---- results ---- */

/* A criterion's id can be what a column of ours is called. */
static void
add_leaf_columns (Filler *self)
{
  static const char *const taken[] = { "class", "round", "position", "shared", "entrant", "name", "round-result", "total", "exact", "state", NULL };

  for (guint leaf = 0; leaf < self->standing->leaves->len; leaf++)
    {
      const char *key = votum_thing_get_key (g_ptr_array_index (self->standing->leaves, leaf));
      g_autofree char *column = g_strv_contains (taken, key) ? g_strconcat ("criterion-", key, NULL) : g_strdup (key);
      g_autofree char *head = g_strdup_printf ("%s %s", key, leaf_name (self, leaf));

      votum_grid_column (self->grid, VOTUM_GRID_NUMBER, column, head);
    }
}

static const char *
state_word (Filler             *self,
            VotumStandingState  state)
{
  switch (state)
    {
    case VOTUM_STANDING_NOT_IN_ROUND:
      return word (self, VOTUM_WORD_NOT_IN_ROUND);
    case VOTUM_STANDING_NO_MARKS:
      return word (self, VOTUM_WORD_NO_MARKS);
    case VOTUM_STANDING_TOO_FEW:
      return word (self, VOTUM_WORD_TOO_FEW);
    case VOTUM_STANDING_NOT_CARRIED:
      return word (self, VOTUM_WORD_NOT_CARRIED);
    case VOTUM_STANDING_RANKED:
    default:
      return NULL;
    }
}

/* As many as the protocol shows, and more where the rule itself rounds to more. */
static guint
decimals_of (int rounding)
{
  return rounding > 2 ? (guint) rounding : 2;
}

static void
add_result (Filler *self,
            guint   round,
            guint   entrant)
{
  VotumThing *thing = g_ptr_array_index (self->standing->entrants, entrant);
  VotumResult *result = self->standing->result;
  const VotumTerms *terms = self->standing->terms;
  guint position = votum_result_position (result, round, entrant);

  add_where (self, round);
  take_cell (self, position > 0 ? g_strdup_printf ("%u", position) : NULL);
  add_cell (self, position == 0 ? NULL : word (self, votum_result_is_shared (result, round, entrant) ? VOTUM_WORD_GRID_YES : VOTUM_WORD_GRID_NO));
  add_cell (self, votum_thing_get_key (thing));
  add_cell (self, votum_case_entrant_name (self->votum_case, thing));
  for (guint leaf = 0; leaf < self->standing->leaves->len; leaf++)
    take_cell (self, votum_result_panel (result, round, entrant, leaf, decimals_of (terms->round_panel)));
  take_cell (self, votum_result_round (result, round, entrant, decimals_of (terms->round_result)));
  take_cell (self, votum_result_total (result, round, entrant, decimals_of (terms->round_total)));
  take_cell (self, votum_result_exact_total (result, round, entrant));
  add_cell (self, state_word (self, votum_result_state (result, round, entrant)));
}

static void
fill_results (Filler *self)
{
  VotumStanding *standing = self->standing;

  add_where_columns (self);
  add_column (self, VOTUM_GRID_NUMBER, "position", VOTUM_WORD_POSITION);
  add_column (self, VOTUM_GRID_TEXT, "shared", VOTUM_WORD_GRID_SHARED);
  add_column (self, VOTUM_GRID_TEXT, "entrant", VOTUM_WORD_GRID_ID);
  add_column (self, VOTUM_GRID_TEXT, "name", VOTUM_WORD_FINALIST);
  add_leaf_columns (self);
  add_column (self, VOTUM_GRID_NUMBER, "round-result", VOTUM_WORD_ROUND_RESULT);
  add_column (self, VOTUM_GRID_NUMBER, "total", VOTUM_WORD_TOTAL);
  add_column (self, VOTUM_GRID_TEXT, "exact", VOTUM_WORD_GRID_EXACT);
  add_column (self, VOTUM_GRID_TEXT, "state", VOTUM_WORD_STATUS);

  for (guint round = 0; round < standing->rounds->len && round <= standing->last_round; round++)
    {
      g_autoptr(GArray) order = votum_result_order (standing->result, round);

      for (guint i = 0; i < order->len; i++)
        add_result (self, round, g_array_index (order, guint, i));
      for (guint entrant = 0; entrant < standing->entrants->len; entrant++)
        if (votum_result_state (standing->result, round, entrant) != VOTUM_STANDING_RANKED)
          add_result (self, round, entrant);
    }
}

/* ---- marks ---- */

static const VotumMark *
mark_at (Filler *self,
         guint   round,
         guint   entrant,
         guint   juror,
         guint   leaf)
{
  VotumStanding *standing = self->standing;

  return votum_marks_lookup (votum_case_get_marks (self->votum_case),
                             votum_thing_get_id (g_ptr_array_index (standing->rounds, round)),
                             votum_thing_get_id (g_ptr_array_index (standing->entrants, entrant)),
                             votum_thing_get_id (g_ptr_array_index (standing->jurors, juror)),
                             votum_thing_get_id (g_ptr_array_index (standing->leaves, leaf)));
}

/* By letters a recusal isn't told: who is recused is known. */
static const char *
cell_word (Filler *self,
           guint8  state)
{
  switch (state)
    {
    case VOTUM_CELL_NOT_OBSERVED:
      return word (self, VOTUM_WORD_NOT_OBSERVED);
    case VOTUM_CELL_RECUSED:
      return self->request->anonymous ? NULL : word (self, VOTUM_WORD_RECUSED);
    default:
      return NULL;
    }
}

static void
add_mark (Filler     *self,
          guint       round,
          guint       entrant,
          guint       juror,
          const char *juror_name,
          guint       leaf)
{
  VotumStanding *standing = self->standing;
  const VotumCell *cell = votum_sheet_cell (standing->sheet, round, entrant, juror, leaf);
  const VotumMark *mark = self->request->anonymous ? NULL : mark_at (self, round, entrant, juror, leaf);
  gboolean seen = mark != NULL && votum_case_may_see_mark (self->votum_case, mark);

  if (cell->state == VOTUM_CELL_NONE || (cell->state == VOTUM_CELL_RECUSED && self->request->anonymous))
    return;
  add_where (self, round);
  add_cell (self, votum_thing_get_key (g_ptr_array_index (standing->entrants, entrant)));
  add_cell (self, votum_case_entrant_name (self->votum_case, g_ptr_array_index (standing->entrants, entrant)));
  add_cell (self, juror_name);
  add_cell (self, votum_thing_get_key (g_ptr_array_index (standing->leaves, leaf)));
  add_cell (self, leaf_name (self, leaf));
  take_cell (self, cell->state == VOTUM_CELL_VALUE ? votum_decimal_to_string (cell->value) : NULL);
  add_cell (self, cell_word (self, cell->state));
  if (self->request->anonymous)
    return;
  add_cell (self, seen ? mark->comment : NULL);
  add_cell (self, seen ? mark->entered_by : NULL);
}

static gboolean
is_measured (Filler *self,
             guint   leaf)
{
  return votum_thing_get_choice (g_ptr_array_index (self->standing->leaves, leaf), VOTUM_CRITERION_KIND) == VOTUM_CRITERION_KIND_MEASURED;
}

static void
fill_marks (Filler *self)
{
  VotumStanding *standing = self->standing;
  g_autoptr(VotumVeil) veil = votum_veil_new (self->votum_case, standing->jurors, self->request->anonymous, self->lang);

  add_where_columns (self);
  add_column (self, VOTUM_GRID_TEXT, "entrant", VOTUM_WORD_GRID_ID);
  add_column (self, VOTUM_GRID_TEXT, "name", VOTUM_WORD_FINALIST);
  add_column (self, VOTUM_GRID_TEXT, "juror", VOTUM_WORD_JUROR);
  votum_grid_column (self->grid, VOTUM_GRID_TEXT, "criterion", word (self, VOTUM_WORD_GRID_ID));
  add_column (self, VOTUM_GRID_TEXT, "criterion-name", VOTUM_WORD_CRITERION);
  add_column (self, VOTUM_GRID_NUMBER, "mark", VOTUM_WORD_GRID_MARK);
  add_column (self, VOTUM_GRID_TEXT, "state", VOTUM_WORD_STATUS);
  if (!self->request->anonymous)
    {
      add_column (self, VOTUM_GRID_TEXT, "comment", VOTUM_WORD_GRID_COMMENT);
      add_column (self, VOTUM_GRID_TEXT, "entered-by", VOTUM_WORD_GRID_ENTERED_BY);
    }

  for (guint round = 0; round < standing->rounds->len; round++)
    for (guint entrant = 0; entrant < standing->entrants->len; entrant++)
      for (guint j = 0; j < veil->order->len; j++)
        for (guint leaf = 0; leaf < standing->leaves->len; leaf++)
          if (!is_measured (self, leaf))
            add_mark (self, round, entrant, g_array_index (veil->order, guint, j), g_ptr_array_index (veil->names, j), leaf);
}

/* ---- marks, a column a juror ---- */

static gboolean
has_marks (Filler *self,
           guint   round,
           guint   entrant,
           guint   leaf)
{
  for (guint juror = 0; juror < self->standing->jurors->len; juror++)
    if (votum_sheet_cell (self->standing->sheet, round, entrant, juror, leaf)->state != VOTUM_CELL_NONE)
      return TRUE;

  return FALSE;
}

static void
add_panel_row (Filler    *self,
               VotumVeil *veil,
               guint      round,
               guint      entrant,
               guint      leaf)
{
  VotumStanding *standing = self->standing;

  add_where (self, round);
  add_cell (self, votum_case_entrant_name (self->votum_case, g_ptr_array_index (standing->entrants, entrant)));
  add_cell (self, votum_thing_get_key (g_ptr_array_index (standing->leaves, leaf)));
  add_cell (self, leaf_name (self, leaf));
  for (guint j = 0; j < veil->order->len; j++)
    {
      const VotumCell *cell = votum_sheet_cell (standing->sheet, round, entrant, g_array_index (veil->order, guint, j), leaf);

      if (cell->state == VOTUM_CELL_VALUE)
        take_cell (self, votum_decimal_to_string (cell->value));
      else
        add_cell (self, cell_word (self, cell->state));
    }
  take_cell (self, votum_result_panel (standing->result, round, entrant, leaf, decimals_of (standing->terms->round_panel)));
}

static void
fill_jurors (Filler *self)
{
  VotumStanding *standing = self->standing;
  g_autoptr(VotumVeil) veil = votum_veil_new (self->votum_case, standing->jurors, self->request->anonymous, self->lang);

  add_where_columns (self);
  add_column (self, VOTUM_GRID_TEXT, "name", VOTUM_WORD_FINALIST);
  add_column (self, VOTUM_GRID_TEXT, "criterion", VOTUM_WORD_GRID_ID);
  add_column (self, VOTUM_GRID_TEXT, "criterion-name", VOTUM_WORD_CRITERION);
  for (guint j = 0; j < veil->names->len; j++)
    votum_grid_column (self->grid, VOTUM_GRID_NUMBER, g_ptr_array_index (veil->names, j), g_ptr_array_index (veil->names, j));
  add_column (self, VOTUM_GRID_NUMBER, "panel", VOTUM_WORD_PANEL);

  for (guint round = 0; round < standing->rounds->len; round++)
    for (guint entrant = 0; entrant < standing->entrants->len; entrant++)
      for (guint leaf = 0; leaf < standing->leaves->len; leaf++)
        if (!is_measured (self, leaf) && has_marks (self, round, entrant, leaf))
          add_panel_row (self, veil, round, entrant, leaf);
}

/* ---- criteria ---- */

static int
leaf_of (Filler     *self,
         VotumThing *node)
{
  guint leaf;

  return g_ptr_array_find (self->standing->leaves, node, &leaf) ? (int) leaf : -1;
}

static void
fill_criteria (Filler *self)
{
  VotumStanding *standing = self->standing;
  gboolean shares = standing->terms->weighting == VOTUM_WEIGHTING_SHARES;

  add_column (self, VOTUM_GRID_TEXT, "criterion", VOTUM_WORD_GRID_ID);
  add_column (self, VOTUM_GRID_TEXT, "name", VOTUM_WORD_CRITERION);
  add_column (self, VOTUM_GRID_TEXT, "parent", VOTUM_WORD_GRID_GROUP);
  add_column (self, VOTUM_GRID_NUMBER, "weight", VOTUM_WORD_WEIGHT);
  if (shares)
    add_column (self, VOTUM_GRID_NUMBER, "share", VOTUM_WORD_SHARE);
  add_column (self, VOTUM_GRID_TEXT, "measured", VOTUM_WORD_GRID_INDICATOR);
  add_column (self, VOTUM_GRID_TEXT, "description", VOTUM_WORD_GRID_DESCRIPTION);

  for (guint i = 0; i < standing->nodes->len; i++)
    {
      VotumThing *node = g_ptr_array_index (standing->nodes, i);
      VotumThing *parent = votum_case_lookup (self->votum_case, votum_thing_get_ref (node, VOTUM_CRITERION_PARENT));
      int leaf = leaf_of (self, node);

      add_cell (self, votum_thing_get_key (node));
      add_cell (self, text_of (self, node, VOTUM_CRITERION_NAME));
      add_cell (self, parent != NULL ? votum_thing_get_key (parent) : NULL);
      add_cell (self, votum_thing_get_text (node, VOTUM_CRITERION_WEIGHT));
      if (shares)
        take_cell (self, leaf >= 0 ? votum_result_leaf_weight (standing->result, leaf, 6) : NULL);
      add_cell (self, word (self, leaf >= 0 && is_measured (self, leaf) ? VOTUM_WORD_GRID_YES : VOTUM_WORD_GRID_NO));
      add_cell (self, text_of (self, node, VOTUM_CRITERION_DESCRIPTION));
    }
}

/* ---- measures ---- */

static void
add_double (Filler *self,
            double  value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  add_cell (self, isnan (value) ? NULL : g_ascii_formatd (text, sizeof text, "%.2f", value));
}

static void
fill_measures (Filler *self)
{
  g_autoptr(GArray) measures = votum_case_measures (self->votum_case, self->standing->class);

  add_column (self, VOTUM_GRID_TEXT, "indicator", VOTUM_WORD_GRID_ID);
  add_column (self, VOTUM_GRID_TEXT, "indicator-name", VOTUM_WORD_GRID_INDICATOR);
  add_column (self, VOTUM_GRID_TEXT, "entrant", VOTUM_WORD_GRID_ID);
  add_column (self, VOTUM_GRID_TEXT, "name", VOTUM_WORD_FINALIST);
  add_column (self, VOTUM_GRID_NUMBER, "value", VOTUM_WORD_GRID_FIGURE);
  add_column (self, VOTUM_GRID_TEXT, "unit", VOTUM_WORD_GRID_UNIT);
  add_column (self, VOTUM_GRID_NUMBER, "low", VOTUM_WORD_GRID_FROM);
  add_column (self, VOTUM_GRID_NUMBER, "high", VOTUM_WORD_GRID_TO);
  add_column (self, VOTUM_GRID_NUMBER, "answers", VOTUM_WORD_GRID_ANSWERS);
  add_column (self, VOTUM_GRID_TEXT, "period", VOTUM_WORD_GRID_PERIOD);
  add_column (self, VOTUM_GRID_TEXT, "source", VOTUM_WORD_GRID_SOURCE);
  for (guint i = 0; i < measures->len; i++)
    {
      const VotumMeasured *one = &g_array_index (measures, VotumMeasured, i);

      add_cell (self, votum_thing_get_key (one->indicator));
      add_cell (self, text_of (self, one->indicator, VOTUM_INDICATOR_NAME));
      add_cell (self, votum_thing_get_key (one->entrant));
      add_cell (self, votum_case_entrant_name (self->votum_case, one->entrant));
      take_cell (self, votum_thing_field_to_text (one->measure, VOTUM_MEASURE_VALUE));
      add_cell (self, votum_thing_get_text (one->indicator, VOTUM_INDICATOR_UNIT));
      add_double (self, one->estimate.low);
      add_double (self, one->estimate.high);
      take_cell (self, one->n_answers > 0 ? g_strdup_printf ("%u", one->n_answers) : NULL);
      add_cell (self, votum_thing_get_text (one->measure, VOTUM_MEASURE_PERIOD));
      add_cell (self, votum_thing_get_text (one->measure, VOTUM_MEASURE_SOURCE));
    }
}

/* ---- all of them ---- */

static const struct {
  const char *name;
  VotumWord   title;
  void      (*fill) (VotumGridFiller *self);
  gboolean    confidential;
  gboolean    of_award;   /* not of a class */
  gboolean    named;      /* there is none by letters: what stands in it tells who it was */
} kinds[] = {
  { "results", VOTUM_WORD_RESULT, fill_results, TRUE, FALSE, FALSE },
  { "marks", VOTUM_WORD_GRID_MARKS, fill_marks, TRUE, FALSE, FALSE },
  { "jurors", VOTUM_WORD_GRID_MARKS_BY_JUROR, fill_jurors, TRUE, FALSE, FALSE },
  { "criteria", VOTUM_WORD_CRITERIA, fill_criteria, FALSE, FALSE, FALSE },
  { "measures", VOTUM_WORD_GRID_MEASURES, fill_measures, TRUE, FALSE, FALSE },
  { "revisions", VOTUM_WORD_GRID_REVISIONS, votum_grid_fill_revisions, TRUE, FALSE, TRUE },
  { "consensus", VOTUM_WORD_GRID_CONSENSUS, votum_grid_fill_consensus, TRUE, FALSE, TRUE },
  { "minutes", VOTUM_WORD_MINUTES, votum_grid_fill_minutes, TRUE, TRUE, TRUE },
  { "ballots", VOTUM_WORD_GRID_BALLOTS, votum_grid_fill_ballots, TRUE, TRUE, TRUE },
};

/**
 * votum_case_grid_names:
 *
 * Returns: (transfer none) (array zero-terminated=1): the tables there are
 */
const char *const *
votum_case_grid_names (void)
{
  static const char *const names[] = { "results", "marks", "jurors", "criteria", "measures", "revisions", "consensus", "minutes", "ballots", NULL };

  G_STATIC_ASSERT (G_N_ELEMENTS (names) == G_N_ELEMENTS (kinds) + 1);

  return names;
}

/**
 * votum_case_grid_is_confidential:
 * @name: of a table
 *
 * Returns: whether it tells what stays within the jury: of the finalists, of marks, of what was said, or of who handed in when
 */
gboolean
votum_case_grid_is_confidential (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].name, name) == 0)
      return kinds[i].confidential;

  return TRUE;
}

/**
 * votum_case_grid_is_of_award:
 * @name: of a table
 *
 * Returns: whether there is one for all classes, and not one of each
 */
gboolean
votum_case_grid_is_of_award (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].name, name) == 0)
      return kinds[i].of_award;

  return FALSE;
}

/**
 * votum_case_grid:
 * @name: one of votum_case_grid_names()
 * @request: what to fill it from
 *
 * Returns: (transfer full) (nullable): the table; it can be without rows. %NULL: there is no such table, or none by letters
 */
VotumGrid *
votum_case_grid (const char             *name,
                 const VotumGridRequest *request)
{
  Filler self = { request, request->votum_case, request->standing, request->lang, NULL };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *title = NULL;

      if (strcmp (kinds[i].name, name) != 0)
        continue;
      if (request->anonymous && kinds[i].named)
        return NULL;
      title = request->standing->class != NULL && !kinds[i].of_award
                ? g_strdup_printf ("%s · %s", votum_words (request->lang, kinds[i].title), class_name (&self))
                : g_strdup (votum_words (request->lang, kinds[i].title));
      self.grid = votum_grid_new (name, title);
      kinds[i].fill (&self);

      return self.grid;
    }

  return NULL;
}
