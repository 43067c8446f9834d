#include "votum-config.h"

#include "votum-panel.h"
#include "votum-rationals.h"

#include <stdlib.h>

/* At least this many marks must be left to average after dropping; else a single juror decides. */
#define LEFT_AFTER_DROP 3

static __int128
power_of_ten (guint exponent)
{
  __int128 power = 1;

  while (exponent-- > 0)
    power *= 10;
  return power;
}

/* @rational = units / (parts * 10^scale) */
static void
set_fraction (mpq_ptr rational, __int128 units, guint parts, guint scale)
{
  votum_rationals_set_int128 (mpq_numref (rational), units);
  mpz_ui_pow_ui (mpq_denref (rational), 10, scale);
  mpz_mul_ui (mpq_denref (rational), mpq_denref (rational), parts);
  mpq_canonicalize (rational);
}

/**
 * votum_panel_init:
 * @self: a panel
 * @terms: the rule; must outlive @self
 * @n_jurors: how many jurors there are at most
 *
 * A panel is used again and again, so that not every criterion of every entrant needs memory of its own.
 */
void
votum_panel_init (VotumPanel *self, const VotumTerms *terms, guint n_jurors)
{
  *self = (VotumPanel) { .terms = terms };
  self->marks = g_new (VotumPanelMark, MAX (n_jurors, 1));
}

/**
 * votum_panel_clear:
 * @self: a panel
 */
void
votum_panel_clear (VotumPanel *self)
{
  g_clear_pointer (&self->marks, g_free);
}

static gboolean
read_units (VotumPanel *self, const VotumCell *cells, guint n_jurors)
{
  static const gint64 powers[] = {
    1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000,
    G_GINT64_CONSTANT (10000000000), G_GINT64_CONSTANT (100000000000), G_GINT64_CONSTANT (1000000000000),
    G_GINT64_CONSTANT (10000000000000), G_GINT64_CONSTANT (100000000000000),
    G_GINT64_CONSTANT (1000000000000000), G_GINT64_CONSTANT (10000000000000000),
    G_GINT64_CONSTANT (100000000000000000), G_GINT64_CONSTANT (1000000000000000000),
  };

  self->n_marks = 0;
  self->sum = 0;
  for (guint i = 0; i < n_jurors; i++)
    {
      __int128 units;

      if (cells[i].state != VOTUM_CELL_VALUE)
        continue;
      units = (__int128) cells[i].value.digits * powers[self->scale - cells[i].value.scale];
      if (units >= VOTUM_PANEL_BOUND || units <= -VOTUM_PANEL_BOUND)
        return FALSE;
      self->marks[self->n_marks++] = (VotumPanelMark) { units, i };
      self->sum += units;
    }
  return TRUE;
}

/**
 * votum_panel_read:
 * @self: a panel
 * @cells: (array length=n_jurors) (nullable): the marks
 * @n_jurors: how many jurors there are
 * @margin: how far a mark may lie from the mean, where the rule clips
 *
 * Takes the marks in; recused and not observed ones are left out, never zero.
 *
 * Fewer marks than the rule's minimum give no mean. No marks at all are %VOTUM_PANEL_EMPTY where the
 * minimum is 1, which is to say that no minimum was declared.
 *
 * Returns: whether there is a mean
 */
VotumPanelState
votum_panel_read (VotumPanel *self, const VotumCell *cells, guint n_jurors, VotumDecimal margin)
{
  gboolean clips = self->terms->correction == VOTUM_CORRECTION_CLIP;
  __int128 bound;

  self->n_marks = 0;
  self->margin = margin;
  self->scale = clips ? margin.scale : 0;
  for (guint i = 0; cells != NULL && i < n_jurors; i++)
    if (cells[i].state == VOTUM_CELL_VALUE)
      self->scale = MAX (self->scale, cells[i].value.scale);

  if (cells != NULL && !read_units (self, cells, n_jurors))
    return VOTUM_PANEL_TOO_WIDE;
  if (self->n_marks == 0 && self->terms->minimum <= 1)
    return VOTUM_PANEL_EMPTY;
  if (self->n_marks < self->terms->minimum)
    return VOTUM_PANEL_TOO_FEW;
  if (self->terms->correction == VOTUM_CORRECTION_DROP &&
      (guint64) self->n_marks < (guint64) self->terms->drop * 2 + LEFT_AFTER_DROP)
    return VOTUM_PANEL_TOO_FEW;
  bound = clips ? (__int128) margin.digits * power_of_ten (self->scale - margin.scale) : 0;
  return bound < VOTUM_PANEL_BOUND ? VOTUM_PANEL_MEAN : VOTUM_PANEL_TOO_WIDE;
}

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  const VotumPanelMark *left = a;
  const VotumPanelMark *right = b;

  if (left->units != right->units)
    return left->units < right->units ? -1 : 1;
  return (left->juror > right->juror) - (left->juror < right->juror);
}

static void
sort_marks (VotumPanel *self)
{
  qsort (self->marks, self->n_marks, sizeof (VotumPanelMark), compare_marks);
}

/* A unit is worth rounding only where the marks have more decimals than the rule wants. */
static __int128
rounding_step (const VotumPanel *self)
{
  int decimals = self->terms->round_mark;

  if (decimals == VOTUM_EXACT || (guint) decimals >= self->scale)
    return 1;
  return power_of_ten (self->scale - (guint) decimals);
}

static __int128
round_units (__int128 units, __int128 step, VotumRounding mode)
{
  __int128 magnitude = units < 0 ? -units : units;
  __int128 whole = magnitude / step;
  __int128 rest = (magnitude % step) * 2;

  if (rest > step || (rest == step && (mode == VOTUM_ROUNDING_HALF_UP || whole % 2 != 0)))
    whole++;
  return units < 0 ? -whole * step : whole * step;
}

/* -1: below the margin, 1: above it, 0: within. mean -+ m is (sum -+ m n) / n. */
static int
clip_side (const VotumPanel *self, __int128 units, __int128 margin)
{
  __int128 scaled = units * self->n_marks;

  if (scaled < self->sum - margin)
    return -1;
  return scaled > self->sum + margin ? 1 : 0;
}

static __int128
margin_times_n (const VotumPanel *self)
{
  return (__int128) self->margin.digits * power_of_ten (self->scale - self->margin.scale) * self->n_marks;
}

static void
clip_limit (const VotumPanel *self, int side, __int128 margin, mpq_ptr limit)
{
  set_fraction (limit, self->sum + side * margin, self->n_marks, self->scale);
  if (self->terms->round_mark != VOTUM_EXACT)
    votum_rational_round (limit, (guint) self->terms->round_mark, self->terms->rounding);
}

static void
add_limit (const VotumPanel *self, int side, guint times, __int128 margin, mpq_ptr mean)
{
  mpq_t limit, count;

  if (times == 0)
    return;
  mpq_inits (limit, count, NULL);
  clip_limit (self, side, margin, limit);
  mpq_set_ui (count, times, self->n_marks);
  mpq_canonicalize (count);
  mpq_mul (limit, limit, count);
  mpq_add (mean, mean, limit);
  mpq_clears (limit, count, NULL);
}

/* The marks within the margins are summed as whole numbers; only the two limits are fractions. */
static guint
clipped_mean (const VotumPanel *self, mpq_ptr mean)
{
  __int128 step = rounding_step (self);
  __int128 margin = margin_times_n (self);
  __int128 within = 0;
  guint below = 0;
  guint above = 0;

  for (guint i = 0; i < self->n_marks; i++)
    switch (clip_side (self, self->marks[i].units, margin))
      {
      case -1:
        below++;
        break;
      case 1:
        above++;
        break;
      default:
        within += round_units (self->marks[i].units, step, self->terms->rounding);
        break;
      }
  set_fraction (mean, within, self->n_marks, self->scale);
  add_limit (self, -1, below, margin, mean);
  add_limit (self, 1, above, margin, mean);
  return self->n_marks;
}

static guint
mean_of_range (const VotumPanel *self, guint first, guint end, mpq_ptr mean)
{
  __int128 step = rounding_step (self);
  __int128 sum = 0;

  for (guint i = first; i < end; i++)
    sum += round_units (self->marks[i].units, step, self->terms->rounding);
  set_fraction (mean, sum, end - first, self->scale);
  return end - first;
}

/**
 * votum_panel_mean:
 * @self: a panel whose marks were read as %VOTUM_PANEL_MEAN
 * @mean: an initialised rational, set to the mean or median of the corrected marks
 *
 * The mean for clipping is over the jurors who marked. Dropping is by occurrences, not by distinct
 * values. The median of an even number is the mean of the two middle ones. Every corrected mark is
 * rounded if the rule says so.
 *
 * Returns: how many marks were used; dropped ones are not
 */
guint
votum_panel_mean (VotumPanel *self, mpq_ptr mean)
{
  guint n = self->n_marks;

  switch (self->terms->correction)
    {
    case VOTUM_CORRECTION_CLIP:
      return clipped_mean (self, mean);
    case VOTUM_CORRECTION_DROP:
      sort_marks (self);
      return mean_of_range (self, self->terms->drop, n - self->terms->drop, mean);
    case VOTUM_CORRECTION_MEDIAN:
      sort_marks (self);
      mean_of_range (self, (n - 1) / 2, n / 2 + 1, mean);
      return n;
    case VOTUM_CORRECTION_NONE:
    default:
      return mean_of_range (self, 0, n, mean);
    }
}

/**
 * votum_panel_corrected:
 * @self: a panel whose marks were read as %VOTUM_PANEL_MEAN
 * @juror: index of a juror
 * @mark: an initialised rational, set to the juror's corrected mark, rounded as the rule says
 *
 * Returns: %FALSE if the juror has no mark there, or it was dropped
 */
gboolean
votum_panel_corrected (VotumPanel *self, guint juror, mpq_ptr mark)
{
  gboolean drops = self->terms->correction == VOTUM_CORRECTION_DROP;
  guint margin_of_sorted = drops ? self->terms->drop : 0;

  if (drops)
    sort_marks (self);
  for (guint i = margin_of_sorted; i + margin_of_sorted < self->n_marks; i++)
    {
      __int128 margin;
      int side;

      if (self->marks[i].juror != juror)
        continue;
      margin = self->terms->correction == VOTUM_CORRECTION_CLIP ? margin_times_n (self) : 0;
      side = self->terms->correction == VOTUM_CORRECTION_CLIP ? clip_side (self, self->marks[i].units, margin) : 0;
      if (side != 0)
        clip_limit (self, side, margin, mark);
      else
        set_fraction (mark, round_units (self->marks[i].units, rounding_step (self), self->terms->rounding),
                      1, self->scale);
      return TRUE;
    }
  return FALSE;
}
