#include "votum-config.h"

#include "votum-contacts.h"
#include "votum-rationals.h"

#include <gsl/gsl_rng.h>
#include <math.h>

typedef struct {
  int     class;
  GArray *cells;       /* of VotumCell, contact by contact */
  GArray *answered;    /* of guint8: whether somebody answered */
} Participant;

struct _VotumContacts {
  guint         n_questions;
  guint         n_areas;
  VotumDecimal *possible;
  guint        *areas;
  GArray       *participants;  /* of Participant */
};

typedef struct {
  int     class;
  mpq_t   score;        /* a share, 0 to 1 */
  gboolean has_score;
  guint   position;
  guint   in_class;
  guint   unanswered;
  double  obtained;
  double  possible;
  GArray *percents;     /* of double: of each contact that has possible points */
  GArray *weights;      /* of double: its possible points */
  double *area_obtained;
  double *area_possible;
} Line;

struct _VotumContactStanding {
  VotumContactsBasis basis;
  guint              n_areas;
  guint              n;
  Line              *lines;
};

static void
participant_clear (gpointer data)
{
  Participant *participant = data;

  g_array_unref (participant->cells);
  g_array_unref (participant->answered);
}

/**
 * votum_contacts_new:
 * @possible: (array length=n_questions): the most points of each question; 0: asked, never scored
 * @areas: (nullable) (array length=n_questions): the area of each question, from 0
 * @n_questions: how many
 *
 * Returns: (transfer full): a form without participants
 */
VotumContacts *
votum_contacts_new (const VotumDecimal *possible, const guint *areas, guint n_questions)
{
  VotumContacts *self = g_new0 (VotumContacts, 1);

  self->n_questions = n_questions;
  self->possible = g_memdup2 (possible, n_questions * sizeof (VotumDecimal));
  self->areas = g_new0 (guint, MAX (n_questions, 1));
  self->n_areas = 1;
  for (guint i = 0; i < n_questions && areas != NULL; i++)
    {
      self->areas[i] = areas[i];
      self->n_areas = MAX (self->n_areas, areas[i] + 1);
    }
  self->participants = g_array_new (FALSE, TRUE, sizeof (Participant));
  g_array_set_clear_func (self->participants, participant_clear);
  return self;
}

/**
 * votum_contacts_free:
 * @self: (nullable) (transfer full): a form
 */
void
votum_contacts_free (VotumContacts *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->participants);
  g_free (self->possible);
  g_free (self->areas);
  g_free (self);
}

/**
 * votum_contacts_add_participant:
 * @self: a form
 * @class: its class, any number
 *
 * Returns: its index
 */
guint
votum_contacts_add_participant (VotumContacts *self, int class)
{
  Participant participant = { class, g_array_new (FALSE, FALSE, sizeof (VotumCell)), g_array_new (FALSE, FALSE, sizeof (guint8)) };

  g_array_append_val (self->participants, participant);
  return self->participants->len - 1;
}

/**
 * votum_contacts_add:
 * @self: a form
 * @participant: whom it was made to
 * @answers: (nullable) (array): [question] points won; a cell without value is a question that did not apply. %NULL: nobody answered
 *
 * Adds a contact, in the order in which they were made.
 */
void
votum_contacts_add (VotumContacts *self, guint participant, const VotumCell *answers)
{
  Participant *to = &g_array_index (self->participants, Participant, participant);
  guint8 answered = answers != NULL;

  for (guint i = 0; i < self->n_questions; i++)
    {
      VotumCell cell = answers != NULL ? answers[i] : (VotumCell) { { 0, 0 }, VOTUM_CELL_VALUE };

      g_array_append_val (to->cells, cell);
    }
  g_array_append_val (to->answered, answered);
}

static void
add_question (const VotumContacts *self, Line *line, guint question, const VotumCell *cell, mpq_ptr won, mpq_ptr possible)
{
  mpq_t points;

  if (cell->state != VOTUM_CELL_VALUE || self->possible[question].digits == 0)
    return;
  mpq_init (points);
  votum_decimal_to_rational (cell->value, points);
  mpq_add (won, won, points);
  votum_decimal_to_rational (self->possible[question], points);
  mpq_add (possible, possible, points);
  mpq_clear (points);
  line->area_obtained[self->areas[question]] += votum_decimal_to_double (cell->value);
  line->area_possible[self->areas[question]] += votum_decimal_to_double (self->possible[question]);
}

/* Points of one contact into the sums of all, and its share into the sum of the shares. */
static void
add_contact (const VotumContacts *self, Line *line, const VotumCell *cells, mpq_ptr won, mpq_ptr possible, mpq_ptr shares)
{
  mpq_t own_won, own_possible;

  mpq_inits (own_won, own_possible, NULL);
  for (guint i = 0; i < self->n_questions; i++)
    add_question (self, line, i, &cells[i], own_won, own_possible);
  mpq_add (won, won, own_won);
  mpq_add (possible, possible, own_possible);
  /* a contact in which nothing applied says nothing */
  if (mpq_sgn (own_possible) > 0)
    {
      double weight = mpq_get_d (own_possible), percent;

      mpq_div (own_won, own_won, own_possible);
      mpq_add (shares, shares, own_won);
      percent = 100 * mpq_get_d (own_won);
      g_array_append_val (line->percents, percent);
      g_array_append_val (line->weights, weight);
    }
  mpq_clears (own_won, own_possible, NULL);
}

static void
compute_line (const VotumContacts *self, const Participant *participant, VotumContactsBasis basis, guint first, Line *line)
{
  guint n = first > 0 ? MIN (first, participant->answered->len) : participant->answered->len;
  mpq_t won, possible, shares;

  line->class = participant->class;
  line->percents = g_array_new (FALSE, FALSE, sizeof (double));
  line->weights = g_array_new (FALSE, FALSE, sizeof (double));
  line->area_obtained = g_new0 (double, self->n_areas);
  line->area_possible = g_new0 (double, self->n_areas);
  mpq_inits (line->score, won, possible, shares, NULL);
  for (guint i = 0; i < n; i++)
    {
      add_contact (self, line, &g_array_index (participant->cells, VotumCell, (gsize) i * self->n_questions), won, possible, shares);
      line->unanswered += !g_array_index (participant->answered, guint8, i);
    }
  line->obtained = mpq_get_d (won);
  line->possible = mpq_get_d (possible);
  line->has_score = line->percents->len > 0;
  if (line->has_score && basis == VOTUM_CONTACTS_POOLED)
    {
      mpq_div (line->score, won, possible);
    }
  else if (line->has_score)
    {
      mpq_set_ui (won, line->percents->len, 1);
      mpq_div (line->score, shares, won);
    }
  mpq_clears (won, possible, shares, NULL);
}

/**
 * votum_contacts_standing:
 * @self: a form with participants and contacts
 * @basis: what the contacts become
 * @first: how many contacts of each, for an interim standing; 0: all
 *
 * Points won of points possible; what does not apply leaves both. A contact that nobody answered wins nothing of the points of
 * the whole form (reference case H01). Positions are 1-2-2-4, by exact fractions.
 *
 * Returns: (transfer full): the standing
 */
VotumContactStanding *
votum_contacts_standing (const VotumContacts *self, VotumContactsBasis basis, guint first)
{
  VotumContactStanding *standing = g_new0 (VotumContactStanding, 1);

  standing->basis = basis;
  standing->n_areas = self->n_areas;
  standing->n = self->participants->len;
  standing->lines = g_new0 (Line, MAX (standing->n, 1));
  for (guint i = 0; i < standing->n; i++)
    compute_line (self, &g_array_index (self->participants, Participant, i), basis, first, &standing->lines[i]);
  for (guint i = 0; i < standing->n; i++)
    {
      Line *line = &standing->lines[i];

      if (!line->has_score)
        continue;
      line->position = line->in_class = 1;
      for (guint k = 0; k < standing->n; k++)
        if (standing->lines[k].has_score && mpq_cmp (standing->lines[k].score, line->score) > 0)
          {
            line->position++;
            line->in_class += standing->lines[k].class == line->class;
          }
    }
  return standing;
}

/**
 * votum_contact_standing_free:
 * @self: (nullable) (transfer full): a standing
 */
void
votum_contact_standing_free (VotumContactStanding *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n; i++)
    {
      mpq_clear (self->lines[i].score);
      g_array_unref (self->lines[i].percents);
      g_array_unref (self->lines[i].weights);
      g_free (self->lines[i].area_obtained);
      g_free (self->lines[i].area_possible);
    }
  g_free (self->lines);
  g_free (self);
}

/**
 * votum_contact_standing_percent:
 * @self: a standing
 * @participant: index of a participant
 * @decimals: to round to, half up
 *
 * Returns: (transfer full) (nullable): the score that decides, in per cent
 */
char *
votum_contact_standing_percent (const VotumContactStanding *self, guint participant, guint decimals)
{
  char *text;
  mpq_t percent;

  if (!self->lines[participant].has_score)
    return NULL;
  mpq_init (percent);
  mpq_set_ui (percent, 100, 1);
  mpq_mul (percent, percent, self->lines[participant].score);
  text = votum_rational_to_string (percent, decimals, VOTUM_ROUNDING_HALF_UP);
  mpq_clear (percent);
  return text;
}

/**
 * votum_contact_standing_position:
 * @self: a standing
 * @participant: index of a participant
 *
 * Returns: its position among all, 0 without contacts
 */
guint
votum_contact_standing_position (const VotumContactStanding *self, guint participant)
{
  return self->lines[participant].position;
}

/**
 * votum_contact_standing_in_class:
 * @self: a standing
 * @participant: index of a participant
 *
 * Returns: its position in its class, 0 without contacts
 */
guint
votum_contact_standing_in_class (const VotumContactStanding *self, guint participant)
{
  return self->lines[participant].in_class;
}

/**
 * votum_contact_standing_unanswered:
 * @self: a standing
 * @participant: index of a participant
 *
 * Returns: how many contacts nobody answered
 */
guint
votum_contact_standing_unanswered (const VotumContactStanding *self, guint participant)
{
  return self->lines[participant].unanswered;
}

/**
 * votum_contact_standing_obtained:
 * @self: a standing
 * @participant: index of a participant
 *
 * Returns: the points won
 */
double
votum_contact_standing_obtained (const VotumContactStanding *self, guint participant)
{
  return self->lines[participant].obtained;
}

/**
 * votum_contact_standing_possible:
 * @self: a standing
 * @participant: index of a participant
 *
 * Returns: the points that were possible
 */
double
votum_contact_standing_possible (const VotumContactStanding *self, guint participant)
{
  return self->lines[participant].possible;
}

/**
 * votum_contact_standing_area:
 * @self: a standing
 * @participant: index of a participant
 * @area: index of an area
 *
 * Returns: the percentage of the area over all contacts; %NAN where nothing of it applied
 */
double
votum_contact_standing_area (const VotumContactStanding *self, guint participant, guint area)
{
  const Line *line = &self->lines[participant];

  g_return_val_if_fail (area < self->n_areas, NAN);
  return line->area_possible[area] > 0 ? 100 * line->area_obtained[area] / line->area_possible[area] : NAN;
}

/**
 * votum_contact_standing_contacts:
 * @self: a standing
 * @participant: index of a participant
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): the percentage of each contact
 */
const double *
votum_contact_standing_contacts (const VotumContactStanding *self, guint participant, guint *n)
{
  *n = self->lines[participant].percents->len;
  return (const double *) (gpointer) self->lines[participant].percents->data;
}

/**
 * votum_contact_standing_lead:
 * @self: a standing
 * @a: index of a participant
 * @b: index of another
 * @confidence: of the interval, as 0.95
 * @welch: (out caller-allocates): set to the test
 * @error: return location for a #GError
 *
 * Whether a lead is more than the luck of the contacts: Welch's t on the contacts' percentages. Informs only.
 *
 * Returns: %FALSE with a sentence where there are too few contacts
 */
gboolean
votum_contact_standing_lead (const VotumContactStanding *self, guint a, guint b, double confidence, VotumWelch *welch, GError **error)
{
  const GArray *of_a = self->lines[a].percents, *of_b = self->lines[b].percents;

  return votum_welch_compute ((const double *) (gconstpointer) of_a->data, of_a->len, (const double *) (gconstpointer) of_b->data, of_b->len, confidence, welch, error);
}

static double
draw_score (const Line *line, VotumContactsBasis basis, gsl_rng *random)
{
  double won = 0, possible = 0;

  for (guint i = 0; i < line->percents->len; i++)
    {
      gulong contact = gsl_rng_uniform_int (random, line->percents->len);
      double weight = basis == VOTUM_CONTACTS_POOLED ? g_array_index (line->weights, double, contact) : 1;

      won += weight * g_array_index (line->percents, double, contact);
      possible += weight;
    }
  return possible > 0 ? won / possible : -1;
}

/**
 * votum_contact_standing_bootstrap:
 * @self: a standing
 * @participants: (array length=n): who is compared: those of a class, or two of them
 * @n: how many
 * @n_draws: how many resamples
 * @seed: the same seed gives the same shares
 * @cancellable: (nullable): to stop it
 * @first: (array length=n): set to the share of the resamples in which each is first; ties share
 * @error: return location for a #GError
 *
 * How often somebody is first when the contacts of each are drawn anew, with replacement. Stability, not probability.
 *
 * Returns: %FALSE if it was cancelled
 */
gboolean
votum_contact_standing_bootstrap (const VotumContactStanding *self, const guint *participants, guint n, guint n_draws, gulong seed,
                                  GCancellable *cancellable, double *first, GError **error)
{
  gsl_rng *random = gsl_rng_alloc (gsl_rng_mt19937);
  g_autofree double *scores = g_new (double, MAX (n, 1));
  gboolean stopped = FALSE;

  gsl_rng_set (random, seed);
  for (guint i = 0; i < n; i++)
    first[i] = 0;
  for (guint draw = 0; draw < n_draws && !stopped; draw++)
    {
      double best = -INFINITY;
      guint n_best = 0;

      for (guint i = 0; i < n; i++)
        {
          scores[i] = draw_score (&self->lines[participants[i]], self->basis, random);
          best = MAX (best, scores[i]);
        }
      for (guint i = 0; i < n; i++)
        n_best += scores[i] >= best - 1e-9;
      for (guint i = 0; i < n; i++)
        first[i] += scores[i] >= best - 1e-9 ? 1.0 / n_best / n_draws : 0;
      stopped = draw % 1024 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error);
    }
  gsl_rng_free (random);
  return !stopped;
}
