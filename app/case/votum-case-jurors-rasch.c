#include "votum-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "votum-case-jurors-private.h"
#include "votum-error.h"
#include "votum-rasch.h"

/* The marks of a round as categories of a many-facet Rasch model, and what it says of jurors, finalists and criteria. */

#define MOST_CATEGORIES 201

typedef struct {
  double min, step;
  guint  n;
} Steps;

static gboolean
read_steps (VotumCase  *votum_case,
            VotumThing *criterion,
            Steps      *steps)
{
  VotumScale *scale = votum_case_get_scale (votum_case, criterion);
  VotumDecimal min, max, step;
  double n;

  if (scale == NULL || !votum_thing_get_decimal (VOTUM_THING (scale), VOTUM_SCALE_MIN, &min) ||
      !votum_thing_get_decimal (VOTUM_THING (scale), VOTUM_SCALE_MAX, &max) ||
      !votum_thing_get_decimal (VOTUM_THING (scale), VOTUM_SCALE_STEP, &step) || step.digits <= 0)
    return FALSE;
  n = round ((votum_decimal_to_double (max) - votum_decimal_to_double (min)) / votum_decimal_to_double (step));
  if (!(n >= 1 && n < MOST_CATEGORIES))
    return FALSE;
  *steps = (Steps) { votum_decimal_to_double (min), votum_decimal_to_double (step), (guint) n + 1 };

  return TRUE;
}

/* All criteria are marked on scales with the same number of steps; the figures of the first one are shown. */
static gboolean
find_steps (VotumJurorsReport *self,
            VotumCase         *votum_case,
            Steps             *of_leaf,
            Steps             *shown)
{
  gboolean any = FALSE;

  for (guint leaf = 0; leaf < self->standing->leaves->len; leaf++)
    {
      VotumThing *criterion = g_ptr_array_index (self->standing->leaves, leaf);

      if (votum_thing_get_choice (criterion, VOTUM_CRITERION_KIND) == VOTUM_CRITERION_KIND_MEASURED)
        continue;
      if (!read_steps (votum_case, criterion, &of_leaf[leaf]) || (any && of_leaf[leaf].n != shown->n))
        return FALSE;
      if (!any)
        *shown = of_leaf[leaf];
      any = TRUE;
    }

  return any;
}

static GArray *
collect_marks (VotumJurorsReport *self,
               const Steps       *of_leaf)
{
  VotumStanding *standing = self->standing;
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (VotumRaschMark));

  for (guint e = 0; e < standing->entrants->len; e++)
    for (guint j = 0; votum_sheet_in_round (standing->sheet, self->round, e) && j < standing->jurors->len; j++)
      for (guint leaf = 0; leaf < standing->leaves->len; leaf++)
        {
          const VotumCell *cell = votum_sheet_cell (standing->sheet, self->round, e, j, leaf);
          double category;
          VotumRaschMark mark = { { e, j, leaf }, 0 };

          if (of_leaf[leaf].n == 0 || cell->state != VOTUM_CELL_VALUE)
            continue;
          category = round ((votum_decimal_to_double (cell->value) - of_leaf[leaf].min) / of_leaf[leaf].step);
          mark.category = (guint) CLAMP (category, 0, of_leaf[leaf].n - 1);
          if (self->falling)
            mark.category = of_leaf[leaf].n - 1 - mark.category;
          g_array_append_val (marks, mark);
        }

  return marks;
}

static VotumRaschLine
line_of (const VotumRasch *model,
         VotumRaschFacet   facet,
         guint             index)
{
  static const char *const states[] = {
    [VOTUM_RASCH_ESTIMATED] = "estimated",
    [VOTUM_RASCH_NO_MARKS] = "no-marks",
    [VOTUM_RASCH_ALL_LOWEST] = "all-lowest",
    [VOTUM_RASCH_ALL_HIGHEST] = "all-highest",
  };

  return (VotumRaschLine) {
    states[votum_rasch_state (model, facet, index)], votum_rasch_n_used (model, facet, index), votum_rasch_measure (model, facet, index),
    votum_rasch_se (model, facet, index), votum_rasch_infit (model, facet, index), votum_rasch_outfit (model, facet, index),
    votum_rasch_fair (model, facet, index)
  };
}

static void
read_model (VotumJurorsReport *self,
            const VotumRasch  *model)
{
  for (guint i = 0; i < self->jurors->len; i++)
    {
      VotumJurorLine *line = &g_array_index (self->jurors, VotumJurorLine, i);

      line->rasch = line_of (model, VOTUM_RASCH_JUROR, line->index);
    }
  for (guint i = 0; i < self->entrants->len; i++)
    {
      VotumAdjustedLine *line = &g_array_index (self->entrants, VotumAdjustedLine, i);

      line->rasch = line_of (model, VOTUM_RASCH_ENTRANT, line->index);
    }
  for (guint leaf = 0; leaf < self->criteria->len; leaf++)
    g_array_index (self->criteria, VotumRaschLine, leaf) = line_of (model, VOTUM_RASCH_CRITERION, leaf);
}

/* What stands in a message for each of the jurors, finalists and criteria. */
static void
name_all (const VotumJurorsReport *self,
          VotumRaschData          *data,
          const char             **names)
{
  const char **jurors = names;
  const char **entrants = names + data->n[VOTUM_RASCH_JUROR];
  const char **criteria = entrants + data->n[VOTUM_RASCH_ENTRANT];

  for (guint i = 0; i < self->jurors->len; i++)
    jurors[g_array_index (self->jurors, VotumJurorLine, i).index] = g_array_index (self->jurors, VotumJurorLine, i).name;
  for (guint i = 0; i < self->entrants->len; i++)
    entrants[g_array_index (self->entrants, VotumAdjustedLine, i).index] = g_array_index (self->entrants, VotumAdjustedLine, i).name;
  for (guint leaf = 0; leaf < data->n[VOTUM_RASCH_CRITERION]; leaf++)
    criteria[leaf] = votum_thing_get_key (g_ptr_array_index (self->standing->leaves, leaf));
  data->names[VOTUM_RASCH_JUROR] = jurors;
  data->names[VOTUM_RASCH_ENTRANT] = entrants;
  data->names[VOTUM_RASCH_CRITERION] = criteria;
}

gboolean
votum_jurors_report_add_rasch (VotumJurorsReport  *self,
                               VotumCase          *votum_case,
                               GCancellable       *cancellable,
                               GError            **error)
{
  VotumStanding *standing = self->standing;
  g_autofree Steps *of_leaf = g_new0 (Steps, standing->leaves->len);
  g_autofree const char **names = g_new0 (const char *, standing->jurors->len + standing->entrants->len + standing->leaves->len);
  g_autoptr(GArray) marks = NULL;
  g_autoptr(VotumRasch) model = NULL;
  g_autoptr(GError) refused = NULL;
  double values[MOST_CATEGORIES];
  VotumRaschData data = { { standing->entrants->len, standing->jurors->len, standing->leaves->len }, 0, values, NULL, 0, { NULL } };
  Steps shown = { 0, 1, 0 };

  if (!find_steps (self, votum_case, of_leaf, &shown))
    {
      self->no_rasch = g_strdup (_("The criteria are not all marked on scales with the same number of steps, so their marks cannot be put on one scale."));
      return TRUE;
    }
  for (guint k = 0; k < shown.n; k++)
    values[k] = shown.min + shown.step * (self->falling ? shown.n - 1 - k : k);
  marks = collect_marks (self, of_leaf);
  data.n_categories = shown.n;
  data.marks = (const VotumRaschMark *) (gconstpointer) marks->data;
  data.n_marks = marks->len;
  name_all (self, &data, names);

  model = votum_rasch_compute (&data, cancellable, &refused);
  if (g_error_matches (refused, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&refused));
      return FALSE;
    }
  if (model != NULL)
    read_model (self, model);
  else
    self->no_rasch = g_strdup (refused->message);

  return TRUE;
}
