#include "votum-config.h"

#include <glib/gi18n-lib.h>

#include "votum-case-assigned.h"
#include "votum-case-private.h"
#include "votum-case-progress.h"
#include "votum-case-result.h"
#include "votum-error.h"

/* Spreads finalists over jurors so that each is marked by as many as asked for and nobody has much more to do than the others.
 * Finalists choose in turn who has least to do, those first whom the fewest may mark; then work moves from who has most to who
 * has least, along a chain where it must, until no move makes it more even. Nothing is drawn: the same jury gives the same
 * spread. */

typedef struct {
  VotumCase *self;
  VotumThing *round;
  GPtrArray *jurors;
  GPtrArray *entrants;
  guint8 *may;       /* [entrant][juror]: not recused */
  guint8 *has;       /* marks are there already: such a pair stays */
  guint8 *chosen;
  guint *load;       /* [juror] */
  guint n_marks;
} Spread;

static guint8 *
cell (Spread *self,
      guint8 *of,
      guint   entrant,
      guint   juror)
{
  return &of[(gsize) entrant * self->jurors->len + juror];
}

static void
choose (Spread  *self,
        guint    entrant,
        guint    juror,
        gboolean chosen)
{
  *cell (self, self->chosen, entrant, juror) = (guint8) chosen;
  self->load[juror] += chosen ? 1 : (guint) -1;
}

static void
lay_out (Spread *self)
{
  gsize n = (gsize) self->jurors->len * self->entrants->len;

  self->may = g_new0 (guint8, n);
  self->has = g_new0 (guint8, n);
  self->chosen = g_new0 (guint8, n);
  self->load = g_new0 (guint, self->jurors->len);
  for (guint e = 0; e < self->entrants->len; e++)
    for (guint j = 0; j < self->jurors->len; j++)
      {
        VotumThing *entrant = g_ptr_array_index (self->entrants, e);
        VotumThing *juror = g_ptr_array_index (self->jurors, j);
        guint n_marks;

        votum_marks_range (self->self->marks, votum_thing_get_id (self->round), votum_thing_get_id (entrant), votum_thing_get_id (juror), &n_marks);
        *cell (self, self->may, e, j) = !votum_case_is_recused (self->self, juror, entrant, NULL);
        *cell (self, self->has, e, j) = n_marks > 0 && *cell (self, self->may, e, j);
        if (*cell (self, self->has, e, j))
          choose (self, e, j, TRUE);
      }
}

static guint
count (Spread *self,
       guint8 *of,
       guint   entrant)
{
  guint n = 0;

  for (guint j = 0; j < self->jurors->len; j++)
    n += *cell (self, of, entrant, j);

  return n;
}

/* Whom the fewest may mark comes first: the others have a choice left. */
static GArray *
order_entrants (Spread *self)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint n = 0; n <= self->jurors->len; n++)
    for (guint e = 0; e < self->entrants->len; e++)
      if (count (self, self->may, e) == n)
        g_array_append_val (order, e);

  return order;
}

/* Among those with equally much to do the turn goes round, so that not the same ones always sit together. */
static void
fill (Spread *self,
      guint   entrant,
      guint   turn)
{
  guint n_jurors = self->jurors->len;

  for (guint n = count (self, self->chosen, entrant); n < self->n_marks; n++)
    {
      int best = -1;

      for (guint i = 0; i < n_jurors; i++)
        {
          guint j = (turn + i) % n_jurors;

          if (*cell (self, self->may, entrant, j) && !*cell (self, self->chosen, entrant, j) && (best < 0 || self->load[j] < self->load[best]))
            best = (int) j;
        }
      if (best < 0)
        return;
      choose (self, entrant, (guint) best, TRUE);
    }
}

/* Moves one finalist away from @from, along a chain of jurors to one who has at least two fewer. */
static gboolean
relieve (Spread *self,
         guint   from)
{
  guint n_jurors = self->jurors->len;
  g_autofree int *before = g_new (int, n_jurors);
  g_autofree guint *by = g_new0 (guint, n_jurors);
  g_autoptr(GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint j = 0; j < n_jurors; j++)
    before[j] = -1;
  before[from] = (int) from;
  g_array_append_val (queue, from);
  for (guint next = 0; next < queue->len; next++)
    {
      guint at = g_array_index (queue, guint, next);

      if (self->load[at] + 2 <= self->load[from])
        {
          for (guint j = at; j != from; j = (guint) before[j])
            {
              choose (self, by[j], (guint) before[j], FALSE);
              choose (self, by[j], j, TRUE);
            }
          return TRUE;
        }
      for (guint e = 0; e < self->entrants->len; e++)
        for (guint j = 0; j < n_jurors && *cell (self, self->chosen, e, at) && !*cell (self, self->has, e, at); j++)
          if (before[j] < 0 && *cell (self, self->may, e, j) && !*cell (self, self->chosen, e, j))
            {
              before[j] = (int) at;
              by[j] = e;
              g_array_append_val (queue, j);
            }
    }

  return FALSE;
}

static void
even_out (Spread *self)
{
  gboolean moved = TRUE;

  while (moved)
    {
      moved = FALSE;
      for (guint j = 0; j < self->jurors->len; j++)
        moved |= relieve (self, j);
    }
}

static VotumChanges *
to_changes (Spread *self)
{
  VotumChanges *changes = votum_changes_new ();
  GListModel *old = votum_case_get_things (self->self, VOTUM_KIND_ASSIGNMENT);

  for (guint i = 0; i < g_list_model_get_n_items (old); i++)
    {
      g_autoptr(VotumThing) thing = g_list_model_get_item (old, i);

      votum_changes_thing (changes, thing, NULL);
    }
  for (guint j = 0; j < self->jurors->len; j++)
    for (guint e = 0; e < self->entrants->len; e++)
      {
        g_autoptr(VotumThing) assignment = NULL;

        if (!*cell (self, self->chosen, e, j))
          continue;
        assignment = votum_thing_new (VOTUM_KIND_ASSIGNMENT);
        votum_case_number_new (self->self, assignment);
        votum_thing_set_ref (assignment, VOTUM_ASSIGNMENT_JUROR, votum_thing_get_id (g_ptr_array_index (self->jurors, j)));
        votum_thing_set_ref (assignment, VOTUM_ASSIGNMENT_ENTRANT, votum_thing_get_id (g_ptr_array_index (self->entrants, e)));
        votum_changes_thing (changes, NULL, assignment);
      }

  return changes;
}

static gboolean
check_all_have_some (Spread  *self,
                     GError **error)
{
  for (guint j = 0; j < self->jurors->len; j++)
    if (self->load[j] == 0)
      {
        g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                     _("There are fewer marks to give than jurors: %s would have nobody to mark. Ask for more marks for each finalist."),
                     votum_thing_get_text (g_ptr_array_index (self->jurors, j), VOTUM_JUROR_NAME));
        return FALSE;
      }

  return TRUE;
}

/**
 * votum_case_spread:
 * @self: a case
 * @round: the round whose finalists are spread
 * @n_marks: by how many jurors each is to be marked
 * @short_of: (nullable) (element-type VotumThing): gets those whom fewer jurors may mark than asked for
 * @error: return location
 *
 * Assigns each finalist to @n_marks jurors, as evenly as recusals allow, in place of the assignments there are. Who has begun to
 * mark a finalist goes on.
 *
 * Returns: whether it was done
 */
gboolean
votum_case_spread (VotumCase   *self,
                   VotumThing  *round,
                   guint        n_marks,
                   GPtrArray   *short_of,
                   GError     **error)
{
  g_autoptr(GPtrArray) jurors = votum_case_marking_jurors (self);
  g_autoptr(GPtrArray) entrants = votum_case_round_entrants (self, round);
  Spread spread = { .self = self, .round = round, .jurors = jurors, .entrants = entrants, .n_marks = n_marks };
  g_autoptr(GArray) order = NULL;
  g_autoptr(VotumChanges) changes = NULL;
  g_autofree char *subject = g_strdup_printf ("%u", n_marks);
  gboolean done;

  g_return_val_if_fail (n_marks > 0, FALSE);

  lay_out (&spread);
  order = order_entrants (&spread);
  for (guint i = 0; i < order->len; i++)
    fill (&spread, g_array_index (order, guint, i), i * n_marks);
  even_out (&spread);
  for (guint e = 0; e < entrants->len && short_of != NULL; e++)
    if (count (&spread, spread.chosen, e) < n_marks)
      g_ptr_array_add (short_of, g_ptr_array_index (entrants, e));
  done = check_all_have_some (&spread, error);
  if (done)
    {
      changes = to_changes (&spread);
      done = votum_changes_n_things (changes) == 0 || votum_case_apply (self, changes, "spread-assignments", subject, NULL, NULL, error);
    }
  g_free (spread.may);
  g_free (spread.has);
  g_free (spread.chosen);
  g_free (spread.load);

  return done;
}
