#include "votum-config.h"

#include "votum-scoring-sheet.h"

#include "votum-case-holder.h"

/* More marks than these at once are an import: everything is looked at again. */
#define MANY_MARKS 20
#define TOTAL_DECIMALS 2

struct _VotumScoringSheet {
  GObject     parent_instance;

  VotumDesk  *desk;
  VotumThing *round;    /* (nullable): the case has none */
  VotumThing *current;  /* (nullable): the round that was to be marked when the rounds were listed */
  VotumThing *juror;    /* (nullable): nobody gives marks */
  VotumThing *holder;   /* whose copy it was when the jurors were listed */
  GListStore *rounds;
  GListStore *jurors;
  GListStore *entrants;
  GHashTable *items;    /* class -> GPtrArray of VotumScoringItem */
  GPtrArray  *none;     /* what there is to mark where nothing is */
};

enum {
  REBUILT,
  MARKED,
  EVIDENCE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VotumScoringSheet, votum_scoring_sheet, G_TYPE_OBJECT)

static void
votum_scoring_sheet_finalize (GObject *object)
{
  VotumScoringSheet *self = VOTUM_SCORING_SHEET (object);

  g_clear_object (&self->round);
  g_clear_object (&self->current);
  g_clear_object (&self->juror);
  g_clear_object (&self->holder);
  g_clear_object (&self->rounds);
  g_clear_object (&self->jurors);
  g_clear_object (&self->entrants);
  g_hash_table_unref (self->items);
  g_ptr_array_unref (self->none);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (votum_scoring_sheet_parent_class)->finalize (object);
}

static void
votum_scoring_sheet_class_init (VotumScoringSheetClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = votum_scoring_sheet_finalize;

  signals[REBUILT] = g_signal_new ("rebuilt", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MARKED] = g_signal_new ("marked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, VOTUM_TYPE_THING,
                                  VOTUM_TYPE_THING);
  signals[EVIDENCE] = g_signal_new ("evidence", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
votum_scoring_sheet_init (VotumScoringSheet *self)
{
  self->rounds = g_list_store_new (VOTUM_TYPE_THING);
  self->jurors = g_list_store_new (VOTUM_TYPE_THING);
  self->entrants = g_list_store_new (VOTUM_TYPE_THING);
  self->items = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->none = g_ptr_array_new ();
}

/* ---- who and what there is ---- */

/* Puts @things in place of what is listed, unless that is the same: a view keeps its place where nothing has changed. */
static void
list_things (GListStore *store,
             GPtrArray  *things)
{
  GListModel *model = G_LIST_MODEL (store);
  guint n = g_list_model_get_n_items (model);
  gboolean same = n == things->len;

  for (guint i = 0; same && i < n; i++)
    {
      g_autoptr(VotumThing) listed = g_list_model_get_item (model, i);

      same = listed == g_ptr_array_index (things, i);
    }
  if (!same)
    g_list_store_splice (store, 0, n, things->pdata, things->len);
}

static gboolean
is_listed (GListStore *store,
           VotumThing *thing)
{
  return thing != NULL && g_list_store_find (store, thing, NULL);
}

/* A juror sees and gives only their own marks; the others may type in what came on paper. */
static void
list_jurors (VotumScoringSheet *self)
{
  VotumCase *votum_case = votum_desk_get_case (self->desk);
  g_autoptr(GPtrArray) jurors = votum_case_marking_jurors (votum_case);
  g_autoptr(GPtrArray) alone = g_ptr_array_new ();
  VotumThing *holder = votum_case_get_holder (votum_case);
  gboolean is_new = g_set_object (&self->holder, holder);

  if (votum_case_get_duty (votum_case) == VOTUM_DUTY_JUROR)
    {
      if (holder != NULL)
        g_ptr_array_add (alone, holder);
      list_things (self->jurors, alone);
    }
  else
    {
      list_things (self->jurors, jurors);
    }

  if (is_listed (self->jurors, holder) && (is_new || !is_listed (self->jurors, self->juror)))
    {
      g_set_object (&self->juror, holder);
    }
  else if (!is_listed (self->jurors, self->juror))
    {
      g_autoptr(VotumThing) first = g_list_model_get_item (G_LIST_MODEL (self->jurors), 0);

      g_set_object (&self->juror, first);
    }
}

static void
list_entrants (VotumScoringSheet *self)
{
  g_autoptr(GPtrArray) entrants = NULL;

  if (self->round != NULL)
    entrants = votum_case_round_entrants (votum_desk_get_case (self->desk), self->round);
  else
    entrants = g_ptr_array_new ();
  list_things (self->entrants, entrants);
}

static void
rebuild (VotumScoringSheet *self)
{
  VotumCase *votum_case = votum_desk_get_case (self->desk);
  g_autoptr(GPtrArray) rounds = votum_case_rounds (votum_case);

  g_hash_table_remove_all (self->items);
  list_things (self->rounds, rounds);
  /* who marks goes on with the next round when one is opened; who looks at another one stays there */
  if (!is_listed (self->rounds, self->round) || self->round == self->current)
    g_set_object (&self->round, votum_case_current_round (votum_case));
  g_set_object (&self->current, votum_case_current_round (votum_case));
  list_jurors (self);
  list_entrants (self);
  g_signal_emit (self, signals[REBUILT], 0);
}

/* ---- keeping up ---- */

typedef enum {
  TOUCHES_NOTHING,
  TOUCHES_EVIDENCE,
  TOUCHES_SHEET,
} Touches;

static Touches
what_touches (VotumKind kind)
{
  switch ((int) kind)
    {
    case VOTUM_KIND_SECTION:
    case VOTUM_KIND_MEASURE:
    case VOTUM_KIND_INDICATOR:
    case VOTUM_KIND_NOTE:
    case VOTUM_KIND_VISIT:
    case VOTUM_KIND_ATTACHMENT:
      return TOUCHES_EVIDENCE;
    case VOTUM_KIND_SCALE:
    case VOTUM_KIND_LEVEL:
    case VOTUM_KIND_RULE:
    case VOTUM_KIND_AWARD:
    case VOTUM_KIND_CLASS:
    case VOTUM_KIND_CRITERION:
    case VOTUM_KIND_ENTRANT:
    case VOTUM_KIND_JUROR:
    case VOTUM_KIND_RECUSAL:
    case VOTUM_KIND_ASSIGNMENT:
    case VOTUM_KIND_ROUND:
    case VOTUM_KIND_ROUND_ENTRY:
      return TOUCHES_SHEET;
    default:
      return TOUCHES_NOTHING;
    }
}

static void
tell_marks (VotumScoringSheet *self,
            const VotumMarks  *marks)
{
  VotumCase *votum_case = votum_desk_get_case (self->desk);

  for (guint i = 0; i < votum_marks_size (marks); i++)
    {
      const VotumMark *mark = votum_marks_get (marks, i);
      VotumThing *entrant = votum_case_lookup (votum_case, mark->entrant);
      VotumThing *criterion = votum_case_lookup (votum_case, mark->criterion);

      /* also a mark of an earlier round: it stands beside the one of this round */
      if (self->juror != NULL && mark->juror == votum_thing_get_id (self->juror) && entrant != NULL && criterion != NULL)
        g_signal_emit (self, signals[MARKED], 0, entrant, criterion);
    }
}

static void
changed_cb (VotumScoringSheet *self,
            VotumChanges      *changes)
{
  const VotumMarks *old = votum_changes_old_marks (changes);
  const VotumMarks *new = votum_changes_new_marks (changes);
  Touches touches = TOUCHES_NOTHING;

  for (guint i = 0; i < votum_changes_n_things (changes); i++)
    {
      const VotumThingChange *change = votum_changes_get (changes, i);
      VotumThing *thing = change->new_thing != NULL ? change->new_thing : change->old_thing;

      touches = MAX (touches, what_touches (votum_thing_get_kind (thing)));
    }

  if (touches == TOUCHES_SHEET || self->holder != votum_case_get_holder (votum_desk_get_case (self->desk)))
    {
      rebuild (self);
      return;
    }
  if (touches == TOUCHES_EVIDENCE)
    g_signal_emit (self, signals[EVIDENCE], 0);
  if (votum_marks_size (old) + votum_marks_size (new) > MANY_MARKS)
    {
      g_signal_emit (self, signals[MARKED], 0, NULL, NULL);
      return;
    }
  tell_marks (self, new);
  if (votum_marks_size (new) == 0)
    tell_marks (self, old);
}

/**
 * votum_scoring_sheet_new:
 * @desk: the desk
 *
 * Returns: (transfer full): the sheet of who holds the copy, in the current round
 */
VotumScoringSheet *
votum_scoring_sheet_new (VotumDesk *desk)
{
  VotumScoringSheet *self = g_object_new (VOTUM_TYPE_SCORING_SHEET, NULL);

  self->desk = g_object_ref (desk);
  rebuild (self);
  g_signal_connect_object (votum_desk_get_case (desk), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/* ---- what is looked at ---- */

VotumDesk *
votum_scoring_sheet_get_desk (VotumScoringSheet *self)
{
  return self->desk;
}

VotumCase *
votum_scoring_sheet_get_case (VotumScoringSheet *self)
{
  return votum_desk_get_case (self->desk);
}

VotumThing *
votum_scoring_sheet_get_round (VotumScoringSheet *self)
{
  return self->round;
}

void
votum_scoring_sheet_set_round (VotumScoringSheet *self,
                               VotumThing        *round)
{
  g_return_if_fail (VOTUM_IS_SCORING_SHEET (self) && is_listed (self->rounds, round));

  if (!g_set_object (&self->round, round))
    return;
  list_entrants (self);
  g_signal_emit (self, signals[REBUILT], 0);
}

VotumThing *
votum_scoring_sheet_get_juror (VotumScoringSheet *self)
{
  return self->juror;
}

void
votum_scoring_sheet_set_juror (VotumScoringSheet *self,
                               VotumThing        *juror)
{
  g_return_if_fail (VOTUM_IS_SCORING_SHEET (self) && is_listed (self->jurors, juror));

  if (g_set_object (&self->juror, juror))
    g_signal_emit (self, signals[REBUILT], 0);
}

/**
 * votum_scoring_sheet_choose_juror:
 * @self: a sheet
 * @juror: a juror
 *
 * Shows the marks of @juror, where they can be given in this copy.
 */
void
votum_scoring_sheet_choose_juror (VotumScoringSheet *self,
                                  VotumThing        *juror)
{
  g_return_if_fail (VOTUM_IS_SCORING_SHEET (self));

  if (is_listed (self->jurors, juror))
    votum_scoring_sheet_set_juror (self, juror);
}

/**
 * votum_scoring_sheet_is_own:
 * @self: a sheet
 *
 * Returns: whether the marks are those of who holds the copy, so that they are spoken of as “you”
 */
gboolean
votum_scoring_sheet_is_own (VotumScoringSheet *self)
{
  return self->juror != NULL && self->juror == votum_case_get_holder (votum_scoring_sheet_get_case (self));
}

/**
 * votum_scoring_sheet_typist:
 * @self: a sheet
 *
 * Returns: (transfer none) (nullable): who types in the marks of somebody else; %NULL for one's own
 */
const char *
votum_scoring_sheet_typist (VotumScoringSheet *self)
{
  VotumThing *holder = votum_case_get_holder (votum_scoring_sheet_get_case (self));

  if (votum_scoring_sheet_is_own (self))
    return NULL;

  return holder != NULL ? votum_thing_get_text (holder, VOTUM_JUROR_NAME) : votum_case_get_who (votum_scoring_sheet_get_case (self));
}

GListModel *
votum_scoring_sheet_get_rounds (VotumScoringSheet *self)
{
  return G_LIST_MODEL (self->rounds);
}

/**
 * votum_scoring_sheet_get_jurors:
 * @self: a sheet
 *
 * Returns: (transfer none): those whose marks can be given in this copy
 */
GListModel *
votum_scoring_sheet_get_jurors (VotumScoringSheet *self)
{
  return G_LIST_MODEL (self->jurors);
}

GListModel *
votum_scoring_sheet_get_entrants (VotumScoringSheet *self)
{
  return G_LIST_MODEL (self->entrants);
}

/**
 * votum_scoring_sheet_get_items:
 * @self: a sheet
 * @entrant: (nullable): an entrant
 *
 * Returns: (transfer none) (element-type VotumScoringItem): what there is to mark, until "rebuilt"; the same array for all
 *   entrants with the same criteria
 */
GPtrArray *
votum_scoring_sheet_get_items (VotumScoringSheet *self,
                               VotumThing        *entrant)
{
  gpointer class = entrant != NULL ? GSIZE_TO_POINTER (votum_thing_get_ref (entrant, VOTUM_ENTRANT_CLASS)) : NULL;
  GPtrArray *items = g_hash_table_lookup (self->items, class);

  if (entrant == NULL)
    return self->none;
  if (items == NULL)
    {
      items = votum_scoring_items_new (self->desk, entrant);
      g_hash_table_insert (self->items, class, items);
    }

  return items;
}

VotumScoringItem *
votum_scoring_sheet_find_item (VotumScoringSheet *self,
                               VotumThing        *entrant,
                               VotumThing        *criterion)
{
  GPtrArray *items = votum_scoring_sheet_get_items (self, entrant);

  for (guint i = 0; i < items->len; i++)
    {
      VotumScoringItem *item = g_ptr_array_index (items, i);

      if (item->criterion == criterion)
        return item;
    }

  return NULL;
}

/**
 * votum_scoring_sheet_place:
 * @self: a sheet
 * @entrant: an entrant
 * @criterion: a criterion
 *
 * Returns: the place of a mark, without anything in it
 */
VotumMark
votum_scoring_sheet_place (VotumScoringSheet *self,
                           VotumThing        *entrant,
                           VotumThing        *criterion)
{
  return (VotumMark) {
    .round = self->round != NULL ? votum_thing_get_id (self->round) : 0,
    .entrant = votum_thing_get_id (entrant),
    .juror = self->juror != NULL ? votum_thing_get_id (self->juror) : 0,
    .criterion = votum_thing_get_id (criterion),
  };
}

const VotumMark *
votum_scoring_sheet_get_mark (VotumScoringSheet *self,
                              VotumThing        *entrant,
                              VotumThing        *criterion)
{
  if (self->round == NULL || self->juror == NULL)
    return NULL;

  return votum_case_get_mark (votum_scoring_sheet_get_case (self), self->round, entrant, self->juror, criterion);
}

/**
 * votum_scoring_sheet_get_before:
 * @self: a sheet
 * @entrant: an entrant
 * @criterion: a criterion
 *
 * Returns: (transfer none) (nullable): the same juror's mark in the round before
 */
const VotumMark *
votum_scoring_sheet_get_before (VotumScoringSheet *self,
                                VotumThing        *entrant,
                                VotumThing        *criterion)
{
  VotumMark place = votum_scoring_sheet_place (self, entrant, criterion);

  return self->round != NULL && self->juror != NULL ? votum_case_mark_before (votum_scoring_sheet_get_case (self), &place) : NULL;
}

gboolean
votum_scoring_sheet_wants_reason (VotumScoringSheet *self,
                                  VotumThing        *entrant,
                                  VotumThing        *criterion)
{
  const VotumMark *mark = votum_scoring_sheet_get_mark (self, entrant, criterion);

  return mark != NULL && votum_case_change_needs_reason (votum_scoring_sheet_get_case (self), mark);
}

gboolean
votum_scoring_sheet_has_before (VotumScoringSheet *self,
                                VotumThing        *entrant)
{
  GPtrArray *items = votum_scoring_sheet_get_items (self, entrant);

  for (guint i = 0; i < items->len; i++)
    {
      VotumScoringItem *item = g_ptr_array_index (items, i);

      if (votum_scoring_sheet_get_before (self, entrant, item->criterion) != NULL)
        return TRUE;
    }

  return FALSE;
}

/**
 * votum_scoring_sheet_tally:
 * @self: a sheet
 * @entrant: (nullable): an entrant, %NULL for all
 * @tally: (out caller-allocates): how far the marks have come
 */
void
votum_scoring_sheet_tally (VotumScoringSheet *self,
                           VotumThing        *entrant,
                           VotumTally        *tally)
{
  *tally = (VotumTally) { 0 };
  if (self->round == NULL || self->juror == NULL)
    return;
  if (entrant != NULL)
    votum_case_tally (votum_scoring_sheet_get_case (self), self->round, entrant, self->juror, tally);
  else
    votum_case_tally_juror (votum_scoring_sheet_get_case (self), self->round, self->juror, tally);
}

/**
 * votum_scoring_sheet_total:
 * @self: a sheet
 * @entrant: an entrant
 *
 * Returns: (transfer full) (nullable): what the marks come to so far, as a canonical number
 */
char *
votum_scoring_sheet_total (VotumScoringSheet *self,
                           VotumThing        *entrant)
{
  if (self->round == NULL || self->juror == NULL)
    return NULL;

  return votum_case_own_total (votum_scoring_sheet_get_case (self), self->round, entrant, self->juror, TOTAL_DECIMALS);
}
