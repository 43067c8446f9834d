#include "votum-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "votum-case-jurors-private.h"
#include "votum-case-veil.h"
#include "votum-error.h"
#include "votum-z-scores.h"

/* How the jurors differ: severity, spread, what the finalists would have had from all of them. */

/* Figures that differ by less are the same. */
#define EPSILON 1e-9

static const VotumRaschLine no_rasch = { NULL, 0, NAN, NAN, NAN, NAN, NAN };

static void
juror_line_clear (gpointer data)
{
  g_free (((VotumJurorLine *) data)->name);
}

/**
 * votum_jurors_report_free:
 * @self: (nullable) (transfer full): a report
 */
void
votum_jurors_report_free (VotumJurorsReport *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->jurors);
  g_array_unref (self->entrants);
  g_array_unref (self->criteria);
  g_ptr_array_unref (self->things);
  g_clear_pointer (&self->severity, votum_severity_free);
  g_free (self->scores);
  g_free (self->no_severity);
  g_free (self->no_z);
  g_free (self->no_rasch);
  g_free (self);
}

static double
score_at (const VotumJurorsReport *self,
          guint                    entrant,
          guint                    juror)
{
  return self->scores[(gsize) entrant * self->standing->jurors->len + juror];
}

static gboolean
is_recused (const VotumJurorsReport *self,
            guint                    entrant,
            guint                    juror)
{
  return votum_sheet_cell (self->standing->sheet, self->round, entrant, juror, 0)->state == VOTUM_CELL_RECUSED;
}

static void
read_scores (VotumJurorsReport *self)
{
  VotumStanding *standing = self->standing;
  guint n_jurors = standing->jurors->len;

  self->scores = g_new (double, (gsize) standing->entrants->len * n_jurors);
  for (guint e = 0; e < standing->entrants->len; e++)
    for (guint j = 0; j < n_jurors; j++)
      {
        double *score = &self->scores[(gsize) e * n_jurors + j];

        if (!votum_result_juror_total (standing->result, self->round, e, j, score))
          *score = NAN;
      }
}

static void
add_juror (VotumJurorsReport *self,
           guint              juror,
           const char        *name)
{
  VotumThing *thing = g_ptr_array_index (self->standing->jurors, juror);
  VotumJurorLine line = { thing, juror, g_strdup (name), 0, 0, 0, NAN, NAN, NAN, NAN, NAN, NAN, VOTUM_LEANING_UNKNOWN, no_rasch };
  double squares = 0;

  for (guint e = 0; e < self->standing->entrants->len; e++)
    {
      double score = score_at (self, e, juror);

      line.n_recused += votum_sheet_in_round (self->standing->sheet, self->round, e) && is_recused (self, e, juror);
      if (isnan (score))
        continue;
      line.n_marked++;
      line.mean += score;
      line.lowest = fmin (line.lowest, score);
      line.highest = fmax (line.highest, score);
    }
  line.mean = line.n_marked > 0 ? line.mean / line.n_marked : NAN;
  for (guint e = 0; e < self->standing->entrants->len; e++)
    if (!isnan (score_at (self, e, juror)))
      squares += (score_at (self, e, juror) - line.mean) * (score_at (self, e, juror) - line.mean);
  if (line.n_marked > 1)
    line.spread = sqrt (squares / (line.n_marked - 1));
  g_array_append_val (self->jurors, line);
}

static void
add_entrant (VotumJurorsReport *self,
             VotumCase         *votum_case,
             guint              entrant)
{
  VotumThing *thing = g_ptr_array_index (self->standing->entrants, entrant);
  VotumAdjustedLine line = { thing, entrant, votum_case_entrant_name (votum_case, thing),
                             votum_result_position (self->standing->result, self->round, entrant),
                             0, 0, 0, NAN, NAN, NAN, 0, 0, 0, no_rasch };

  if (!votum_sheet_in_round (self->standing->sheet, self->round, entrant))
    return;
  for (guint j = 0; j < self->standing->jurors->len; j++)
    {
      line.n_recused += is_recused (self, entrant, j);
      if (isnan (score_at (self, entrant, j)))
        continue;
      line.n_marked++;
      line.mean += score_at (self, entrant, j);
    }
  line.mean = line.n_marked > 0 ? line.mean / line.n_marked : NAN;
  g_array_append_val (self->entrants, line);
}

/* By the rule's place, those without one last. */
static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const VotumAdjustedLine *first = a;
  const VotumAdjustedLine *second = b;
  guint x = first->place > 0 ? first->place : G_MAXUINT;
  guint y = second->place > 0 ? second->place : G_MAXUINT;

  if (x != y)
    return x < y ? -1 : 1;

  return first->index < second->index ? -1 : 1;
}

static void
veil_lines (VotumJurorsReport *self)
{
  for (guint i = 0; i < self->jurors->len; i++)
    g_array_index (self->jurors, VotumJurorLine, i).n_recused = 0;
}

static void
read_lines (VotumJurorsReport *self,
            VotumCase         *votum_case,
            VotumJurorsFlags   flags,
            const char        *lang)
{
  g_autoptr(VotumVeil) veil = votum_veil_new (votum_case, self->standing->jurors, (flags & VOTUM_JURORS_ANONYMOUS) != 0, lang);

  for (guint i = 0; i < veil->order->len; i++)
    add_juror (self, g_array_index (veil->order, guint, i), g_ptr_array_index (veil->names, i));
  if (self->standing->veiled || (flags & VOTUM_JURORS_ANONYMOUS) != 0)
    veil_lines (self);
  for (guint e = 0; e < self->standing->entrants->len; e++)
    add_entrant (self, votum_case, e);
  g_array_sort (self->entrants, compare_places);
}

/* The place of one among all by a figure that lies @offset bytes into each line. */
static guint
place_by (const VotumJurorsReport *self,
          gsize                    offset,
          guint                    i)
{
  double own = G_STRUCT_MEMBER (double, &g_array_index (self->entrants, VotumAdjustedLine, i), offset);
  guint place = 1;

  if (isnan (own))
    return 0;
  for (guint k = 0; k < self->entrants->len; k++)
    {
      double other = G_STRUCT_MEMBER (double, &g_array_index (self->entrants, VotumAdjustedLine, k), offset);

      place += self->falling && offset != G_STRUCT_OFFSET (VotumAdjustedLine, z) ? other < own - EPSILON : other > own + EPSILON;
    }

  return place;
}

static void
add_places (VotumJurorsReport *self)
{
  for (guint i = 0; i < self->entrants->len; i++)
    {
      VotumAdjustedLine *line = &g_array_index (self->entrants, VotumAdjustedLine, i);

      line->mean_place = place_by (self, G_STRUCT_OFFSET (VotumAdjustedLine, mean), i);
      line->adjusted_place = place_by (self, G_STRUCT_OFFSET (VotumAdjustedLine, adjusted), i);
      line->z_place = place_by (self, G_STRUCT_OFFSET (VotumAdjustedLine, z), i);
    }
}

static VotumLeaning
leaning_of (const VotumJurorLine *line)
{
  if (isnan (line->margin))
    return VOTUM_LEANING_UNKNOWN;
  if (line->severity > line->margin + EPSILON)
    return VOTUM_LEANING_SEVERE;
  if (line->severity < -line->margin - EPSILON)
    return VOTUM_LEANING_LENIENT;

  return VOTUM_LEANING_NEITHER;
}

/* Marks in whole steps can agree to the last digit by chance, most of all few of them. Nothing is certain because of that. */
static double
known (const VotumJurorsReport *self,
       double                   se)
{
  return votum_severity_sigma (self->severity) > EPSILON ? se : NAN;
}

/* The names of what is compared, for messages. */
static const char **
list_names (const VotumJurorsReport *self,
            gboolean                 of_jurors)
{
  guint n = of_jurors ? self->standing->jurors->len : self->standing->entrants->len;
  const char **names = g_new0 (const char *, n + 1);

  for (guint i = 0; i < n; i++)
    names[i] = "–";
  for (guint i = 0; of_jurors && i < self->jurors->len; i++)
    names[g_array_index (self->jurors, VotumJurorLine, i).index] = g_array_index (self->jurors, VotumJurorLine, i).name;
  for (guint i = 0; !of_jurors && i < self->entrants->len; i++)
    names[g_array_index (self->entrants, VotumAdjustedLine, i).index] = g_array_index (self->entrants, VotumAdjustedLine, i).name;

  return names;
}

static gboolean
add_severity (VotumJurorsReport  *self,
              GCancellable       *cancellable,
              GError            **error)
{
  g_autofree const char **entrants = list_names (self, FALSE);
  g_autofree const char **jurors = list_names (self, TRUE);
  g_autoptr(GError) refused = NULL;
  guint n_marking = 0;

  for (guint i = 0; i < self->jurors->len; i++)
    n_marking += g_array_index (self->jurors, VotumJurorLine, i).n_marked > 0;
  if (n_marking == 1)
    {
      self->no_severity = g_strdup (_("One juror alone has marks in this round, and there is nobody to compare with."));
      return TRUE;
    }
  self->severity = votum_severity_compute (self->scores, self->standing->entrants->len, self->standing->jurors->len, entrants, jurors,
                                           cancellable, &refused);
  if (g_error_matches (refused, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&refused));
      return FALSE;
    }
  if (self->severity == NULL)
    {
      self->no_severity = g_strdup (refused->message);
      return TRUE;
    }

  for (guint i = 0; i < self->jurors->len; i++)
    {
      VotumJurorLine *line = &g_array_index (self->jurors, VotumJurorLine, i);

      line->severity = (self->falling ? -1 : 1) * votum_severity_of_juror (self->severity, line->index);
      line->se = known (self, votum_severity_se_of_juror (self->severity, line->index));
      line->margin = line->se * votum_severity_margin (self->severity);
      line->leaning = leaning_of (line);
    }
  for (guint i = 0; i < self->entrants->len; i++)
    {
      VotumAdjustedLine *line = &g_array_index (self->entrants, VotumAdjustedLine, i);

      line->adjusted = votum_severity_adjusted (self->severity, line->index);
      line->se = known (self, votum_severity_se (self->severity, line->index));
    }

  return TRUE;
}

/* Those who are in the round, in rows of their own: the others would count as too many. */
static void
add_z (VotumJurorsReport *self)
{
  guint n_jurors = self->standing->jurors->len;
  guint n = self->entrants->len;
  g_autofree double *scores = g_new (double, MAX ((gsize) n * n_jurors, 1));
  g_autofree double *z = g_new (double, MAX ((gsize) n * n_jurors, 1));
  g_autofree double *means = g_new (double, MAX (n, 1));
  g_autoptr(GError) refused = NULL;

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n_jurors; j++)
      scores[(gsize) i * n_jurors + j] = (self->falling ? -1 : 1) * score_at (self, g_array_index (self->entrants, VotumAdjustedLine, i).index, j);
  if (!votum_z_scores (scores, n, n_jurors, z, means, &refused))
    {
      self->no_z = g_strdup (refused->message);
      return;
    }
  for (guint i = 0; i < n; i++)
    g_array_index (self->entrants, VotumAdjustedLine, i).z = means[i];
}

static gboolean
check_may_compare (VotumStanding  *standing,
                   GError        **error)
{
  if (standing->own_only)
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_NOT_ALLOWED,
                           _("The marks of the others are not to be seen in this copy yet, so jurors cannot be compared. Come back when all rounds are opened."));
      return FALSE;
    }
  if (standing->terms->method != VOTUM_METHOD_MARKS)
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_NO_RESULT,
                           _("The jurors of this award give places and not marks, and nobody can be severe with places."));
      return FALSE;
    }

  return TRUE;
}

/**
 * votum_case_jurors:
 * @self: a case
 * @standing: the result of a class
 * @round: index of the round
 * @flags: what is asked for
 * @lang: language of the letters that stand for jurors
 * @cancellable: (nullable): to stop it
 * @error: return location
 *
 * Compares the jurors by what each of them gave the finalists of the round: their own totals under the rule's weights,
 * without corrections. Where only a part of it can be worked out, the report says why.
 *
 * Errors: %VOTUM_ERROR_NOT_ALLOWED in a juror's copy, before the marks of the others are to be seen; %VOTUM_ERROR_NO_RESULT
 * where jurors give places; %G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full): the report; %NULL on error
 */
VotumJurorsReport *
votum_case_jurors (VotumCase         *self,
                   VotumStanding     *standing,
                   guint              round,
                   VotumJurorsFlags   flags,
                   const char        *lang,
                   GCancellable      *cancellable,
                   GError           **error)
{
  g_autoptr(VotumJurorsReport) report = NULL;

  if (!check_may_compare (standing, error))
    return NULL;

  report = g_new0 (VotumJurorsReport, 1);
  report->standing = standing;
  report->round = round;
  report->falling = votum_sheet_is_falling (standing->sheet);
  report->jurors = g_array_new (FALSE, FALSE, sizeof (VotumJurorLine));
  g_array_set_clear_func (report->jurors, juror_line_clear);
  report->entrants = g_array_new (FALSE, FALSE, sizeof (VotumAdjustedLine));
  report->criteria = g_array_new (FALSE, FALSE, sizeof (VotumRaschLine));
  report->things = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < standing->jurors->len; i++)
    g_ptr_array_add (report->things, g_object_ref (g_ptr_array_index (standing->jurors, i)));
  for (guint i = 0; i < standing->entrants->len; i++)
    g_ptr_array_add (report->things, g_object_ref (g_ptr_array_index (standing->entrants, i)));
  for (guint i = 0; i < standing->leaves->len; i++)
    g_array_append_val (report->criteria, no_rasch);

  read_scores (report);
  read_lines (report, self, flags, lang);
  if (!add_severity (report, cancellable, error))
    return NULL;
  add_z (report);
  add_places (report);
  if ((flags & VOTUM_JURORS_RASCH) != 0 && !votum_jurors_report_add_rasch (report, self, cancellable, error))
    return NULL;
  report->standing = NULL;

  return g_steal_pointer (&report);
}

/**
 * votum_jurors_report_n_jurors:
 * @self: a report
 *
 * Returns: how many jurors there are
 */
guint
votum_jurors_report_n_jurors (const VotumJurorsReport *self)
{
  return self->jurors->len;
}

/**
 * votum_jurors_report_juror:
 * @self: a report
 * @i: which one
 *
 * Returns: (transfer none): the juror
 */
const VotumJurorLine *
votum_jurors_report_juror (const VotumJurorsReport *self,
                           guint                    i)
{
  return &g_array_index (self->jurors, VotumJurorLine, i);
}

/**
 * votum_jurors_report_n_entrants:
 * @self: a report
 *
 * Returns: how many finalists are in the round
 */
guint
votum_jurors_report_n_entrants (const VotumJurorsReport *self)
{
  return self->entrants->len;
}

/**
 * votum_jurors_report_entrant:
 * @self: a report
 * @i: which one, in the order of the rule's places
 *
 * Returns: (transfer none): the finalist
 */
const VotumAdjustedLine *
votum_jurors_report_entrant (const VotumJurorsReport *self,
                             guint                    i)
{
  return &g_array_index (self->entrants, VotumAdjustedLine, i);
}

/**
 * votum_jurors_report_n_criteria:
 * @self: a report
 *
 * Returns: how many criteria there are
 */
guint
votum_jurors_report_n_criteria (const VotumJurorsReport *self)
{
  return self->criteria->len;
}

/**
 * votum_jurors_report_criterion:
 * @self: a report
 * @leaf: index of a leaf in the standing
 *
 * Returns: (transfer none): the criterion in the Rasch model
 */
const VotumRaschLine *
votum_jurors_report_criterion (const VotumJurorsReport *self,
                               guint                    leaf)
{
  return &g_array_index (self->criteria, VotumRaschLine, leaf);
}

/**
 * votum_jurors_report_no_severity:
 * @self: a report
 *
 * Returns: (transfer none) (nullable): why there is no severity, in a sentence; %NULL where there is
 */
const char *
votum_jurors_report_no_severity (const VotumJurorsReport *self)
{
  return self->no_severity;
}

/**
 * votum_jurors_report_no_z:
 * @self: a report
 *
 * Returns: (transfer none) (nullable): why there are no z-scores, in a sentence; %NULL where there are
 */
const char *
votum_jurors_report_no_z (const VotumJurorsReport *self)
{
  return self->no_z;
}

/**
 * votum_jurors_report_no_rasch:
 * @self: a report
 *
 * Returns: (transfer none) (nullable): why there is no Rasch model, in a sentence; %NULL where there is, or where none was asked for
 */
const char *
votum_jurors_report_no_rasch (const VotumJurorsReport *self)
{
  return self->no_rasch;
}

/**
 * votum_jurors_report_is_correction:
 * @self: a report
 *
 * Returns: whether the adjusted scores differ from the means because somebody has not marked everybody; if not, they are
 *   the means and should not be called a correction
 */
gboolean
votum_jurors_report_is_correction (const VotumJurorsReport *self)
{
  return self->severity != NULL && !votum_severity_is_mean (self->severity);
}

/**
 * votum_jurors_report_margin:
 * @self: a report
 *
 * Returns: how many standard errors an interval of 95 % reaches to each side; %NAN where there is none
 */
double
votum_jurors_report_margin (const VotumJurorsReport *self)
{
  return self->severity != NULL ? votum_severity_margin (self->severity) : NAN;
}

/**
 * votum_jurors_report_jurors_apart:
 * @self: a report
 * @a: a juror of the report
 * @b: another one
 * @difference: (out): by how much @a is severer than @b
 * @se: (out): its standard error; %NAN without degrees of freedom
 *
 * Returns: whether both can be compared
 */
gboolean
votum_jurors_report_jurors_apart (const VotumJurorsReport *self,
                                  guint                    a,
                                  guint                    b,
                                  double                  *difference,
                                  double                  *se)
{
  const VotumJurorLine *first = votum_jurors_report_juror (self, a);
  const VotumJurorLine *second = votum_jurors_report_juror (self, b);

  if (self->severity == NULL || isnan (first->severity) || isnan (second->severity))
    return FALSE;
  *difference = first->severity - second->severity;
  *se = known (self, votum_severity_se_between_jurors (self->severity, first->index, second->index));

  return TRUE;
}

/**
 * votum_jurors_report_entrants_apart:
 * @self: a report
 * @a: a finalist of the report
 * @b: another one
 * @difference: (out): the adjusted score of @a minus that of @b
 * @se: (out): its standard error; %NAN without degrees of freedom
 *
 * Returns: whether both can be compared
 */
gboolean
votum_jurors_report_entrants_apart (const VotumJurorsReport *self,
                                    guint                    a,
                                    guint                    b,
                                    double                  *difference,
                                    double                  *se)
{
  const VotumAdjustedLine *first = votum_jurors_report_entrant (self, a);
  const VotumAdjustedLine *second = votum_jurors_report_entrant (self, b);

  if (self->severity == NULL || isnan (first->adjusted) || isnan (second->adjusted))
    return FALSE;
  *difference = first->adjusted - second->adjusted;
  *se = known (self, votum_severity_se_difference (self->severity, first->index, second->index));

  return TRUE;
}
