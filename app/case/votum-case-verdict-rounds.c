#include "votum-config.h"

#include "votum-case-verdict-private.h"

/* What a verdict says of the rounds: who stood where, which ties were settled how, every mark. */

static gboolean
advances (VotumStanding *standing,
          guint          round,
          guint          entrant)
{
  gboolean all = TRUE;

  if (round + 1 >= standing->rounds->len || !votum_sheet_in_round (standing->sheet, round + 1, entrant))
    return FALSE;
  for (guint e = 0; e < standing->entrants->len; e++)
    if (votum_sheet_in_round (standing->sheet, round, e))
      all &= votum_sheet_in_round (standing->sheet, round + 1, e);

  return !all;
}

/* Whether the jury changed a mark when it talked: its juror, or where @juror is none the panel, which agreed on one. */
static gboolean
is_changed (VotumVerdictBuilder *builder,
            guint                round,
            guint                entrant,
            VotumThing          *juror,
            guint                leaf)
{
  static const guint revised[] = { VOTUM_REVISION_ROUND, VOTUM_REVISION_ENTRANT, VOTUM_REVISION_CRITERION };
  static const guint agreed[] = { VOTUM_CONSENSUS_ROUND, VOTUM_CONSENSUS_ENTRANT, VOTUM_CONSENSUS_CRITERION };
  const guint *fields = juror != NULL ? revised : agreed;
  GListModel *things = votum_case_get_things (builder->self, juror != NULL ? VOTUM_KIND_REVISION : VOTUM_KIND_CONSENSUS);
  VotumStanding *standing = builder->standing;
  VotumThing *place[] = { g_ptr_array_index (standing->rounds, round), g_ptr_array_index (standing->entrants, entrant),
                          g_ptr_array_index (standing->leaves, leaf) };

  for (guint i = 0; i < g_list_model_get_n_items (things); i++)
    {
      g_autoptr(VotumThing) thing = g_list_model_get_item (things, i);
      gboolean same = juror == NULL || votum_thing_get_ref (thing, VOTUM_REVISION_JUROR) == votum_thing_get_id (juror);

      for (guint f = 0; f < G_N_ELEMENTS (place); f++)
        same = same && votum_thing_get_ref (thing, fields[f]) == votum_thing_get_id (place[f]);
      if (same)
        return TRUE;
    }

  return FALSE;
}

static void
fill_standing (VotumVerdictBuilder  *builder,
               guint                 round,
               guint                 entrant,
               VotumVerdictStanding *filled)
{
  VotumStanding *standing = builder->standing;
  VotumResult *result = standing->result;
  const char **panel = votum_verdict_own_array (builder, const char *, standing->leaves->len);
  gboolean *agreed = votum_verdict_own_array (builder, gboolean, standing->leaves->len);

  filled->entrant = entrant;
  filled->state = votum_result_state (result, round, entrant);
  filled->position = votum_result_position (result, round, entrant);
  filled->shared = votum_result_is_shared (result, round, entrant);
  filled->advances = advances (standing, round, entrant);
  for (guint leaf = 0; leaf < standing->leaves->len; leaf++)
    {
      panel[leaf] = votum_verdict_own (builder, votum_result_panel (result, round, entrant, leaf, 2));
      agreed[leaf] = is_changed (builder, round, entrant, NULL, leaf);
    }
  filled->panel = panel;
  filled->agreed = agreed;
  filled->round_result = votum_verdict_own (builder, votum_result_round (result, round, entrant, 2));
  filled->total = votum_verdict_own (builder, votum_result_total (result, round, entrant, 2));
}

static void
fill_marks (VotumVerdictBuilder *builder,
            guint                round,
            VotumVerdictRound   *filled)
{
  VotumStanding *standing = builder->standing;
  guint n_jurors = standing->jurors->len;
  guint n_leaves = standing->leaves->len;
  VotumVerdictMark *marks = votum_verdict_own_array (builder, VotumVerdictMark, filled->n_standings * n_jurors * n_leaves);

  for (guint s = 0; s < filled->n_standings; s++)
    for (guint j = 0; j < n_jurors; j++)
      for (guint leaf = 0; leaf < n_leaves; leaf++)
        {
          const VotumCell *cell = votum_sheet_cell (standing->sheet, round, filled->standings[s].entrant, j, leaf);
          VotumVerdictMark *mark = &marks[(s * n_jurors + j) * n_leaves + leaf];

          mark->state = cell->state;
          mark->revised = is_changed (builder, round, filled->standings[s].entrant, g_ptr_array_index (standing->jurors, j), leaf);
          if (cell->state == VOTUM_CELL_VALUE)
            mark->text = votum_verdict_own (builder, votum_decimal_to_string (cell->value));
        }
  filled->marks = marks;
}

static const char *
name_at (VotumVerdictBuilder *builder,
         guint                entrant)
{
  return votum_thing_get_text (g_ptr_array_index (builder->standing->entrants, entrant), VOTUM_ENTRANT_NAME);
}

/* Those whom no tie-break has separated: they share their place. */
static void
add_still_tied (VotumVerdictBuilder *builder,
                guint                round,
                VotumVerdictTie     *ties,
                guint               *n_ties)
{
  VotumResult *result = builder->standing->result;
  g_autoptr(GArray) order = votum_result_order (result, round);
  guint first = 0, end;

  if (builder->standing->terms->tie_breaks->len == 0)
    return;
  for (; first < order->len; first = end)
    {
      guint position = votum_result_position (result, round, g_array_index (order, guint, first));
      const char **names;

      for (end = first + 1; end < order->len && votum_result_position (result, round, g_array_index (order, guint, end)) == position; end++)
        ;
      if (end - first < 2)
        continue;
      names = votum_verdict_own_array (builder, const char *, end - first);
      for (guint i = first; i < end; i++)
        names[i - first] = name_at (builder, g_array_index (order, guint, i));
      ties[(*n_ties)++].names = names;
    }
}

static void
fill_ties (VotumVerdictBuilder *builder,
           guint                round,
           VotumVerdictRound   *filled)
{
  VotumStanding *standing = builder->standing;
  GPtrArray *splits = votum_result_splits (standing->result, round);
  VotumVerdictTie *ties = votum_verdict_own_array (builder, VotumVerdictTie, splits->len + filled->n_standings);

  for (guint i = 0; i < splits->len; i++)
    {
      VotumTieSplit *split = g_ptr_array_index (splits, i);
      VotumVerdictTie *tie = &ties[filled->n_ties];
      const char **names = votum_verdict_own_array (builder, const char *, split->group->len);
      const char **values = votum_verdict_own_array (builder, const char *, split->group->len);
      guint n = 0;

      for (guint part = 0; part < split->into->len; part++)
        {
          GArray *members = g_ptr_array_index (split->into, part);

          for (guint m = 0; m < members->len; m++, n++)
            {
              guint entrant = g_array_index (members, guint, m);

              names[n] = name_at (builder, entrant);
              for (guint g = 0; g < split->group->len; g++)
                if (g_array_index (split->group, guint, g) == entrant)
                  values[n] = g_ptr_array_index (split->values, g);
            }
        }
      tie->kind = split->kind;
      tie->settled = split->into->len > 1;
      tie->names = names;
      tie->values = values;
      filled->n_ties++;
    }
  add_still_tied (builder, round, ties, &filled->n_ties);
  filled->ties = ties;
}

/* A revote settles the ties of the round before it, which tells of them; its marks belong into the protocol as any others. */
static gboolean
is_revote (VotumStanding *standing,
           guint          round)
{
  return votum_thing_get_choice (g_ptr_array_index (standing->rounds, round), VOTUM_ROUND_KIND) == VOTUM_ROUND_KIND_REVOTE;
}

static void
fill_round (VotumVerdictBuilder *builder,
            guint                round,
            const char          *class_name,
            VotumVerdictRound   *filled)
{
  VotumStanding *standing = builder->standing;
  g_autoptr(GArray) order = votum_result_order (standing->result, round);
  VotumVerdictStanding *standings = votum_verdict_own_array (builder, VotumVerdictStanding, standing->entrants->len);

  filled->name = votum_verdict_texts (builder, g_ptr_array_index (standing->rounds, round), VOTUM_ROUND_NAME);
  filled->class_name = class_name;
  filled->standings = standings;
  for (guint i = 0; i < order->len; i++)
    fill_standing (builder, round, g_array_index (order, guint, i), &standings[filled->n_standings++]);
  /* then those in the round who have no result, with the reason */
  for (guint e = 0; e < standing->entrants->len; e++)
    {
      VotumStandingState state = votum_result_state (standing->result, round, e);

      if (state == VOTUM_STANDING_NO_MARKS || state == VOTUM_STANDING_TOO_FEW || state == VOTUM_STANDING_NOT_CARRIED)
        fill_standing (builder, round, e, &standings[filled->n_standings++]);
    }
  for (guint s = 0; s < filled->n_standings; s++)
    filled->has_total |= g_strcmp0 (standings[s].round_result, standings[s].total) != 0;

  if (!is_revote (standing, round))
    fill_ties (builder, round, filled);
  fill_marks (builder, round, filled);
}

/* Rounds that went by another rule come first, each with the rule in words: the record leaves out no mark. */
static void
fill_others (VotumVerdictBuilder *builder,
             VotumStanding       *other,
             VotumVerdict        *verdict,
             VotumVerdictRound   *rounds)
{
  VotumStanding *deciding = builder->standing;
  char **rule = votum_verdict_rule_sentences (other->terms, other->rounds->len, builder->lang);

  for (guint i = 0; rule[i] != NULL; i++)
    votum_verdict_own (builder, rule[i]);
  votum_verdict_own (builder, rule);
  builder->standing = other;
  for (guint r = 0; r < other->rounds->len && (r <= other->last_round || is_revote (other, r)); r++)
    {
      rounds[verdict->n_rounds].own_rule = (const char *const *) rule;
      fill_round (builder, r, verdict->class_name, &rounds[verdict->n_rounds++]);
    }
  builder->standing = deciding;
}

void
votum_verdict_fill_rounds (VotumVerdictBuilder *builder,
                           VotumVerdict        *verdict)
{
  VotumStanding *standing = builder->standing;
  g_autoptr(GPtrArray) others = votum_case_compute_others (builder->self, standing);
  guint n_rounds = g_list_model_get_n_items (votum_case_get_things (builder->self, VOTUM_KIND_ROUND));
  VotumVerdictRound *rounds = votum_verdict_own_array (builder, VotumVerdictRound, n_rounds);

  for (guint i = 0; i < others->len; i++)
    fill_others (builder, g_ptr_array_index (others, i), verdict, rounds);
  for (guint r = 0; r < standing->rounds->len && (r <= standing->last_round || is_revote (standing, r)); r++)
    {
      rounds[verdict->n_rounds].decides = others->len > 0 && r == standing->last_round;
      fill_round (builder, r, verdict->class_name, &rounds[verdict->n_rounds++]);
    }
  verdict->rounds = rounds;
}
