#include "votum-config.h"

#include "votum-compare-look.h"

#include <glib/gi18n.h>

#include "votum-case-holder.h"

#define MANY_CELLS 20000 /* from here on, laying out a sheet would be felt in every frame of a drag */
#define PAUSE 120        /* ms without a move after which it is done all the same */

struct _VotumCompareLook {
  GObject        parent_instance;

  VotumDesk     *desk;
  VotumThing    *class_thing;   /* (nullable) */
  guint          round;         /* G_MAXUINT: the latest with marks */
  GHashTable    *left_out;      /* ids of finalists and jurors */
  VotumTrial    *trial;         /* (nullable) */

  VotumStanding *standing;      /* (nullable) */
  VotumWhatIf   *model;         /* (nullable): of the standing, in its round */
  char          *reason;        /* (nullable): why there is no standing */

  GCancellable  *work;          /* (nullable): the result that is being worked out */
  gboolean       again;         /* another one is wished for since */
  guint          pause_id;
  gboolean       settled;       /* what is shown is what was wished for last */
};

enum {
  CHANGED,
  MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VotumCompareLook, votum_compare_look, G_TYPE_OBJECT)

static void start (VotumCompareLook *self);

static gboolean
is_left_out (VotumCompareLook *self,
             VotumThing       *thing)
{
  return g_hash_table_contains (self->left_out, GSIZE_TO_POINTER (votum_thing_get_id (thing)));
}

/* ---- working it out ---- */

static void
take_standing (VotumCompareLook *self,
               VotumStanding    *standing,
               GError           *error)
{
  g_clear_pointer (&self->model, votum_what_if_unref);
  g_clear_pointer (&self->standing, votum_standing_free);
  g_clear_pointer (&self->reason, g_free);
  self->standing = standing;
  self->reason = g_strdup (error != NULL ? error->message : NULL);
  if (standing != NULL)
    self->model = votum_standing_what_if (standing, votum_compare_look_get_round (self), NULL);
  self->settled = !self->again;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
work_cb (GTask        *task,
         gpointer      source,
         gpointer      data,
         GCancellable *cancellable)
{
  GError *error = NULL;
  VotumResult *result = votum_standing_work_out (data, cancellable, &error);

  if (result != NULL)
    g_task_return_pointer (task, result, (GDestroyNotify) votum_result_unref);
  else
    g_task_return_error (task, error);
}

static void
worked_out_cb (GObject      *source,
               GAsyncResult *task,
               gpointer      data)
{
  VotumCompareLook *self = VOTUM_COMPARE_LOOK (source);
  VotumStanding *standing = data;
  g_autoptr(GError) error = NULL;
  VotumResult *result = g_task_propagate_pointer (G_TASK (task), &error);
  gboolean current = g_task_get_cancellable (G_TASK (task)) == self->work;

  if (!current || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_clear_pointer (&result, votum_result_unref);
      votum_standing_free (standing);
    }
  else if (result == NULL)
    {
      votum_standing_free (standing);
      take_standing (self, NULL, error);
    }
  else
    {
      standing->result = result;
      take_standing (self, standing, NULL);
    }

  if (!current)
    return;
  g_clear_object (&self->work);
  if (self->again)
    start (self);
}

static GPtrArray *
chosen_entrants (VotumCompareLook *self)
{
  g_autoptr(GPtrArray) all = votum_case_in_order (votum_desk_get_case (self->desk), VOTUM_KIND_ENTRANT);
  g_autoptr(GPtrArray) chosen = g_ptr_array_new ();
  gboolean some = FALSE;

  for (guint i = 0; i < all->len; i++)
    if (is_left_out (self, g_ptr_array_index (all, i)))
      some = TRUE;
    else
      g_ptr_array_add (chosen, g_ptr_array_index (all, i));

  return some ? g_steal_pointer (&chosen) : NULL;
}

static GPtrArray *
jurors_left_out (VotumCompareLook *self)
{
  GListModel *jurors = votum_case_get_things (votum_desk_get_case (self->desk), VOTUM_KIND_JUROR);
  GPtrArray *without = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (jurors); i++)
    {
      g_autoptr(VotumThing) juror = g_list_model_get_item (jurors, i);

      if (is_left_out (self, juror))
        g_ptr_array_add (without, g_steal_pointer (&juror));
    }

  return without;
}

/* The criteria may have changed since: weights are tried against those that are stored now. */
static void
renew_trial (VotumCompareLook *self)
{
  g_autoptr(VotumTrial) now = votum_trial_new (votum_desk_get_case (self->desk), self->class_thing, NULL);

  if (now != NULL && self->trial != NULL && votum_trial_equal (self->trial, now))
    return;
  g_clear_pointer (&self->trial, votum_trial_unref);
  self->trial = g_steal_pointer (&now);
}

/* An award with classes is looked at one class at a time, and a class can be taken out. */
static void
check_class (VotumCompareLook *self)
{
  g_autoptr(GPtrArray) classes = votum_case_classes (votum_desk_get_case (self->desk));

  if (self->class_thing != NULL && g_ptr_array_find (classes, self->class_thing, NULL))
    return;
  g_clear_object (&self->class_thing);
  if (classes->len > 0)
    self->class_thing = g_object_ref (g_ptr_array_index (classes, 0));
}

static void
start (VotumCompareLook *self)
{
  VotumCase *votum_case = votum_desk_get_case (self->desk);
  g_autoptr(GPtrArray) entrants = chosen_entrants (self);
  g_autoptr(GPtrArray) without = jurors_left_out (self);
  g_autoptr(GHashTable) weights = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GTask) task = NULL;
  VotumLook look = { .class_thing = self->class_thing, .entrants = entrants, .without = without };
  VotumStanding *standing;

  g_clear_handle_id (&self->pause_id, g_source_remove);
  self->again = FALSE;
  check_class (self);
  renew_trial (self);
  if (self->trial != NULL)
    weights = votum_trial_typed (self->trial);
  look.weights = weights;
  standing = votum_case_look (votum_case, &look, &error);
  if (standing == NULL)
    {
      take_standing (self, NULL, error);
      return;
    }

  self->work = g_cancellable_new ();
  task = g_task_new (self, self->work, worked_out_cb, standing);
  g_task_set_task_data (task, standing, NULL);
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, work_cb);
}

static gboolean
pause_cb (gpointer data)
{
  VotumCompareLook *self = VOTUM_COMPARE_LOOK (data);

  self->pause_id = 0;
  if (self->work == NULL)
    start (self);
  else
    self->again = TRUE;

  return G_SOURCE_REMOVE;
}

/**
 * votum_compare_look_refresh:
 * @self: a look
 *
 * Works the result out anew, since the case or a wish has changed. What is being worked out is of no use any more.
 */
void
votum_compare_look_refresh (VotumCompareLook *self)
{
  g_return_if_fail (VOTUM_IS_COMPARE_LOOK (self));

  if (self->work != NULL)
    g_cancellable_cancel (self->work);
  g_clear_object (&self->work);
  self->settled = FALSE;
  start (self);
}

/* ---- wishes ---- */

/**
 * votum_compare_look_move:
 * @self: a look
 * @node: a criterion or group of its trial
 * @value: what it weighs from now on
 *
 * Tries another weight. What is being worked out is finished, so that something can be seen to follow, and then done again; of a
 * large case nothing is worked out while weights move, and its model says what would follow.
 */
void
votum_compare_look_move (VotumCompareLook *self,
                         guint             node,
                         double            value)
{
  g_return_if_fail (VOTUM_IS_COMPARE_LOOK (self));

  if (self->trial == NULL)
    return;
  votum_trial_move (self->trial, node, value);
  self->settled = FALSE;
  if (votum_compare_look_is_large (self))
    {
      if (self->work != NULL)
        g_cancellable_cancel (self->work);
      g_clear_object (&self->work);
      g_clear_handle_id (&self->pause_id, g_source_remove);
      self->pause_id = g_timeout_add (PAUSE, pause_cb, self);
    }
  else if (self->work != NULL)
    self->again = TRUE;
  else
    start (self);
  g_signal_emit (self, signals[MOVED], 0);
}

/**
 * votum_compare_look_reset_weights:
 * @self: a look
 *
 * Goes back to the weights of the case.
 */
void
votum_compare_look_reset_weights (VotumCompareLook *self)
{
  g_return_if_fail (VOTUM_IS_COMPARE_LOOK (self));

  if (self->trial != NULL)
    votum_trial_reset (self->trial);
  votum_compare_look_refresh (self);
  g_signal_emit (self, signals[MOVED], 0);
}

void
votum_compare_look_set_class (VotumCompareLook *self,
                              VotumThing       *class_thing)
{
  g_return_if_fail (VOTUM_IS_COMPARE_LOOK (self));

  if (g_set_object (&self->class_thing, class_thing))
    {
      self->round = G_MAXUINT;
      votum_compare_look_refresh (self);
    }
}

VotumThing *
votum_compare_look_get_class (VotumCompareLook *self)
{
  return self->class_thing;
}

/**
 * votum_compare_look_set_round:
 * @self: a look
 * @round: index of a round; the latest with marks stays the latest when there are marks in another
 */
void
votum_compare_look_set_round (VotumCompareLook *self,
                              guint             round)
{
  g_return_if_fail (VOTUM_IS_COMPARE_LOOK (self));

  if (self->standing == NULL || round == votum_compare_look_get_round (self))
    return;
  self->round = round == self->standing->last_round ? G_MAXUINT : round;
  g_clear_pointer (&self->model, votum_what_if_unref);
  self->model = votum_standing_what_if (self->standing, votum_compare_look_get_round (self), NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * votum_compare_look_get_round:
 * @self: a look
 *
 * Returns: index of the round that is looked at
 */
guint
votum_compare_look_get_round (VotumCompareLook *self)
{
  if (self->standing == NULL)
    return 0;

  return self->round <= self->standing->last_round ? self->round : self->standing->last_round;
}

/**
 * votum_compare_look_list:
 * @self: a look
 * @kind: finalists or jurors
 *
 * Returns: (transfer full) (element-type VotumThing): those of whom there can be marks in the round
 */
GPtrArray *
votum_compare_look_list (VotumCompareLook *self,
                         VotumKind         kind)
{
  GPtrArray *things = votum_case_look_things (votum_desk_get_case (self->desk), self->class_thing, kind);
  VotumStanding *standing = self->standing;

  for (guint i = things->len; kind == VOTUM_KIND_ENTRANT && standing != NULL && i > 0; i--)
    {
      guint at;

      if (g_ptr_array_find (standing->entrants, g_ptr_array_index (things, i - 1), &at) &&
          !votum_sheet_in_round (standing->sheet, votum_compare_look_get_round (self), at))
        g_ptr_array_remove_index (things, i - 1);
    }

  return things;
}

gboolean
votum_compare_look_get_chosen (VotumCompareLook *self,
                               VotumThing       *thing)
{
  return !is_left_out (self, thing);
}

/**
 * votum_compare_look_choose:
 * @self: a look
 * @thing: a finalist or a juror
 * @chosen: whether it is looked at
 *
 * Returns: %FALSE where nothing would be left to look at: then it is as it was
 */
gboolean
votum_compare_look_choose (VotumCompareLook *self,
                           VotumThing       *thing,
                           gboolean          chosen)
{
  gpointer id = GSIZE_TO_POINTER (votum_thing_get_id (thing));
  g_autoptr(GPtrArray) all = NULL;
  guint n_left = 0;

  g_return_val_if_fail (VOTUM_IS_COMPARE_LOOK (self), FALSE);

  if (chosen == !is_left_out (self, thing))
    return TRUE;
  all = votum_compare_look_list (self, votum_thing_get_kind (thing));
  for (guint i = 0; i < all->len; i++)
    n_left += !is_left_out (self, g_ptr_array_index (all, i));
  if (!chosen && n_left <= 1)
    return FALSE;

  if (chosen)
    g_hash_table_remove (self->left_out, id);
  else
    g_hash_table_add (self->left_out, id);
  votum_compare_look_refresh (self);

  return TRUE;
}

/**
 * votum_compare_look_choose_all:
 * @self: a look
 * @kind: finalists or jurors
 *
 * Leaves nobody of them out.
 */
void
votum_compare_look_choose_all (VotumCompareLook *self,
                               VotumKind         kind)
{
  g_autoptr(GPtrArray) all = votum_compare_look_list (self, kind);
  gboolean some = FALSE;

  for (guint i = 0; i < all->len; i++)
    some |= g_hash_table_remove (self->left_out, GSIZE_TO_POINTER (votum_thing_get_id (g_ptr_array_index (all, i))));
  if (some)
    votum_compare_look_refresh (self);
}

static char *
names_left_out (VotumCompareLook *self)
{
  g_autoptr(GPtrArray) jurors = votum_compare_look_list (self, VOTUM_KIND_JUROR);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < jurors->len; i++)
    if (is_left_out (self, g_ptr_array_index (jurors, i)))
      g_ptr_array_add (names, votum_desk_name (self->desk, g_ptr_array_index (jurors, i)));
  if (names->len == 0)
    return NULL;
  g_ptr_array_add (names, NULL);

  return g_strjoinv (", ", (char **) names->pdata);
}

/**
 * votum_compare_look_describe:
 * @self: a look
 *
 * Returns: (transfer full) (nullable): how what is shown differs from the case, in sentences; %NULL: it does not
 */
char *
votum_compare_look_describe (VotumCompareLook *self)
{
  g_autoptr(GPtrArray) entrants = votum_compare_look_list (self, VOTUM_KIND_ENTRANT);
  g_autofree char *names = names_left_out (self);
  g_autoptr(GString) text = g_string_new (NULL);
  guint n_shown = 0;

  for (guint i = 0; i < entrants->len; i++)
    n_shown += !is_left_out (self, g_ptr_array_index (entrants, i));

  if (self->trial != NULL && votum_trial_is_moved (self->trial))
    g_string_append (text, _("With other weights than those of the case."));
  if (names != NULL)
    {
      g_string_append (text, text->len > 0 ? " " : "");
      /* TRANSLATORS: names of jurors whose marks are left out: "Without the marks of Kari Brattbakk, Tore Haukeland." */
      g_string_append_printf (text, _("Without the marks of %s."), names);
    }
  if (n_shown < entrants->len)
    {
      g_string_append (text, text->len > 0 ? " " : "");
      g_string_append_printf (text, ngettext ("%u of %u finalists is shown, and places are among those.",
                                              "%u of %u finalists are shown, and places are among those.", n_shown),
                              n_shown, entrants->len);
    }

  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

VotumDesk *
votum_compare_look_get_desk (VotumCompareLook *self)
{
  return self->desk;
}

/**
 * votum_compare_look_get_standing:
 * @self: a look
 *
 * Returns: (transfer none) (nullable): what was worked out last, until the next "changed"
 */
VotumStanding *
votum_compare_look_get_standing (VotumCompareLook *self)
{
  return self->standing;
}

const char *
votum_compare_look_get_reason (VotumCompareLook *self)
{
  return self->reason;
}

VotumTrial *
votum_compare_look_get_trial (VotumCompareLook *self)
{
  return self->trial;
}

VotumWhatIf *
votum_compare_look_get_model (VotumCompareLook *self)
{
  return self->model;
}

/**
 * votum_compare_look_is_large:
 * @self: a look
 *
 * Returns: whether so much is looked at that it is worked out anew only when weights have come to rest
 */
gboolean
votum_compare_look_is_large (VotumCompareLook *self)
{
  VotumStanding *standing = self->standing;

  return standing != NULL && standing->entrants->len * standing->jurors->len * standing->leaves->len > MANY_CELLS;
}

/**
 * votum_compare_look_is_settled:
 * @self: a look
 *
 * Returns: whether the standing is the one that was wished for last; while weights are moved, it follows behind
 */
gboolean
votum_compare_look_is_settled (VotumCompareLook *self)
{
  return self->settled;
}

static void
votum_compare_look_dispose (GObject *object)
{
  VotumCompareLook *self = VOTUM_COMPARE_LOOK (object);

  g_clear_handle_id (&self->pause_id, g_source_remove);
  if (self->work != NULL)
    g_cancellable_cancel (self->work);
  g_clear_object (&self->work);
  g_clear_object (&self->class_thing);
  g_clear_pointer (&self->trial, votum_trial_unref);
  g_clear_pointer (&self->model, votum_what_if_unref);
  g_clear_pointer (&self->standing, votum_standing_free);
  g_clear_pointer (&self->reason, g_free);
  g_clear_pointer (&self->left_out, g_hash_table_unref);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (votum_compare_look_parent_class)->dispose (object);
}

static void
votum_compare_look_class_init (VotumCompareLookClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = votum_compare_look_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
votum_compare_look_init (VotumCompareLook *self)
{
  self->round = G_MAXUINT;
  self->left_out = g_hash_table_new (NULL, NULL);
}

/**
 * votum_compare_look_new:
 * @desk: a desk
 *
 * Returns: (transfer full): a look at its case as it is; nothing is worked out before votum_compare_look_refresh()
 */
VotumCompareLook *
votum_compare_look_new (VotumDesk *desk)
{
  VotumCompareLook *self = g_object_new (VOTUM_TYPE_COMPARE_LOOK, NULL);

  self->desk = g_object_ref (desk);

  return self;
}
