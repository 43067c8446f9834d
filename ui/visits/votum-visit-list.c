#include "votum-config.h"

#include "votum-visit-list.h"

#include <glib/gi18n.h>

#include "votum-case-holder.h"
#include "votum-case-result.h"
#include "votum-gradual.h"
#include "votum-picker.h"
#include "votum-tab-stop.h"
#include "votum-visit-row.h"

struct _VotumVisitList {
  AdwBin         parent_instance;

  GtkListBox    *list;
  VotumPicker   *add;

  VotumDesk     *desk;
  GListStore    *occasions;
  VotumGradual  *gradual;    /* rows of them */
  GHashTable    *counts;     /* (nullable): see count_notes() */
  VotumOccasion *selected;   /* (nullable) */
  gboolean       selecting;  /* by us, not by somebody */
};

enum {
  CHOSEN,
  PLAN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VotumVisitList, votum_visit_list, ADW_TYPE_BIN)

/* ---- who is in the list ---- */

static gboolean
is_out (VotumThing *entrant)
{
  int status = votum_thing_get_choice (entrant, VOTUM_ENTRANT_STATUS);

  return status == VOTUM_ENTRANT_STATUS_WITHDRAWN || status == VOTUM_ENTRANT_STATUS_DISQUALIFIED;
}

/* Those who can be visited: the finalists once there are some, before that everybody who is in the race. */
static GPtrArray *
list_candidates (VotumCase *votum_case)
{
  g_autoptr(GPtrArray) all = votum_case_in_order (votum_case, VOTUM_KIND_ENTRANT);
  GPtrArray *candidates = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean has_finalists = FALSE;

  for (guint i = 0; i < all->len; i++)
    has_finalists |= votum_thing_get_choice (g_ptr_array_index (all, i), VOTUM_ENTRANT_STATUS) == VOTUM_ENTRANT_STATUS_FINALIST;
  for (guint i = 0; i < all->len; i++)
    {
      VotumThing *entrant = g_ptr_array_index (all, i);

      if (!is_out (entrant) &&
          (!has_finalists || votum_thing_get_choice (entrant, VOTUM_ENTRANT_STATUS) == VOTUM_ENTRANT_STATUS_FINALIST))
        g_ptr_array_add (candidates, g_object_ref (entrant));
    }

  return candidates;
}

/* Notes that may be seen, by the number of the visit, or of the entrant where there was none. */
static GHashTable *
count_notes (VotumCase *votum_case)
{
  GHashTable *counts = g_hash_table_new (NULL, NULL);
  GListModel *notes = votum_case_get_things (votum_case, VOTUM_KIND_NOTE);

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr(VotumThing) note = g_list_model_get_item (notes, i);
      gint64 visit = votum_thing_get_ref (note, VOTUM_NOTE_VISIT);
      gpointer where = GSIZE_TO_POINTER (visit != 0 ? visit : votum_thing_get_ref (note, VOTUM_NOTE_ENTRANT));

      if (votum_case_may_see (votum_case, note))
        g_hash_table_insert (counts, where, GUINT_TO_POINTER (1 + GPOINTER_TO_UINT (g_hash_table_lookup (counts, where))));
    }

  return counts;
}

static void
take_counts (VotumVisitList *self)
{
  g_clear_pointer (&self->counts, g_hash_table_unref);
  self->counts = count_notes (votum_desk_get_case (self->desk));
}

static guint
count_of (GHashTable    *counts,
          VotumOccasion *occasion)
{
  VotumThing *visit = votum_occasion_get_visit (occasion);
  VotumThing *thing = visit != NULL ? visit : votum_occasion_get_entrant (occasion);

  return GPOINTER_TO_UINT (g_hash_table_lookup (counts, GSIZE_TO_POINTER (votum_thing_get_id (thing))));
}

static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer      user_data)
{
  return votum_occasion_compare (*(VotumOccasion *const *) a, *(VotumOccasion *const *) b, user_data);
}

static GPtrArray *
list_occasions (VotumVisitList *self,
                GPtrArray      *candidates)
{
  VotumCase *votum_case = votum_desk_get_case (self->desk);
  GListModel *visits = votum_case_get_things (votum_case, VOTUM_KIND_VISIT);
  GListModel *entrants = votum_case_get_things (votum_case, VOTUM_KIND_ENTRANT);
  GPtrArray *occasions = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GHashTable) visited = g_hash_table_new (NULL, NULL);
  g_autoptr(GHashTable) wanted = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (visits); i++)
    {
      g_autoptr(VotumThing) visit = g_list_model_get_item (visits, i);

      g_ptr_array_add (occasions, votum_occasion_new_visit (votum_case, visit));
      g_hash_table_add (visited, GSIZE_TO_POINTER (votum_thing_get_ref (visit, VOTUM_VISIT_ENTRANT)));
    }
  for (guint i = 0; i < candidates->len; i++)
    g_hash_table_add (wanted, g_ptr_array_index (candidates, i));
  for (guint i = 0; i < g_list_model_get_n_items (entrants); i++)
    {
      g_autoptr(VotumThing) entrant = g_list_model_get_item (entrants, i);
      g_autoptr(VotumOccasion) occasion = votum_occasion_new_entrant (entrant);
      gboolean unvisited = g_hash_table_contains (wanted, entrant) &&
                           !g_hash_table_contains (visited, GSIZE_TO_POINTER (votum_thing_get_id (entrant)));

      if (unvisited || count_of (self->counts, occasion) > 0 || votum_occasion_equal (self->selected, occasion))
        g_ptr_array_add (occasions, g_steal_pointer (&occasion));
    }
  g_ptr_array_sort_with_data (occasions, compare_cb, self->desk);

  return occasions;
}

/* ---- showing it ---- */

static VotumVisitRow *
row_of (VotumVisitList *self,
        VotumOccasion  *occasion)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (votum_occasion_equal (votum_visit_row_get_occasion (VOTUM_VISIT_ROW (row)), occasion))
      return VOTUM_VISIT_ROW (row);

  return NULL;
}

static void
show_counts (VotumVisitList *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    votum_visit_row_set_n_notes (VOTUM_VISIT_ROW (row), count_of (self->counts, votum_visit_row_get_occasion (VOTUM_VISIT_ROW (row))));
}

/* Only the rows between what has stayed at the top and at the bottom are made anew. */
static void
put_in (VotumVisitList *self,
        GPtrArray      *occasions)
{
  GListModel *model = G_LIST_MODEL (self->occasions);
  guint n_old = g_list_model_get_n_items (model);
  guint top = 0;
  guint bottom = 0;

  for (; top < MIN (n_old, occasions->len); top++)
    {
      g_autoptr(VotumOccasion) old = g_list_model_get_item (model, top);

      if (!votum_occasion_equal (old, g_ptr_array_index (occasions, top)))
        break;
    }
  for (; bottom < MIN (n_old, occasions->len) - top; bottom++)
    {
      g_autoptr(VotumOccasion) old = g_list_model_get_item (model, n_old - 1 - bottom);

      if (!votum_occasion_equal (old, g_ptr_array_index (occasions, occasions->len - 1 - bottom)))
        break;
    }
  if (top + bottom < MAX (n_old, occasions->len))
    g_list_store_splice (self->occasions, top, n_old - top - bottom, occasions->pdata + top, occasions->len - top - bottom);
}

/* Takes care that what is selected has a row. */
static void
reach_selected (VotumVisitList *self)
{
  GListModel *model = G_LIST_MODEL (self->occasions);

  for (guint i = 0; self->selected != NULL && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr(VotumOccasion) occasion = g_list_model_get_item (model, i);

      if (!votum_occasion_equal (occasion, self->selected))
        continue;
      votum_gradual_reach (self->gradual, i);
      return;
    }
}

static void
select_row (VotumVisitList *self)
{
  VotumVisitRow *row = self->selected != NULL ? row_of (self, self->selected) : NULL;

  self->selecting = TRUE;
  gtk_list_box_select_row (self->list, row != NULL ? GTK_LIST_BOX_ROW (row) : NULL);
  self->selecting = FALSE;
}

static void
rebuild (VotumVisitList *self)
{
  VotumCase *votum_case = votum_desk_get_case (self->desk);
  g_autoptr(GPtrArray) candidates = list_candidates (votum_case);
  g_autoptr(GPtrArray) occasions = NULL;
  GtkListBoxRow *row;

  take_counts (self);
  occasions = list_occasions (self, candidates);
  self->selecting = TRUE;
  put_in (self, occasions);
  self->selecting = FALSE;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    votum_visit_row_refresh (VOTUM_VISIT_ROW (row));
  show_counts (self);
  reach_selected (self);
  votum_picker_set_things (self->add, self->desk, candidates);
  gtk_widget_set_sensitive (GTK_WIDGET (self->add), candidates->len > 0 && !votum_case_is_read_only (votum_case));
  select_row (self);
}

static GtkWidget *
new_row_cb (gpointer item,
            gpointer user_data)
{
  VotumVisitList *self = user_data;
  GtkWidget *row = votum_visit_row_new (self->desk, item);

  votum_visit_row_set_n_notes (VOTUM_VISIT_ROW (row), count_of (self->counts, item));

  return row;
}

static void
header_cb (GtkListBoxRow *row,
           GtkListBoxRow *before,
           gpointer       user_data)
{
  gboolean is_visit = votum_occasion_get_visit (votum_visit_row_get_occasion (VOTUM_VISIT_ROW (row))) != NULL;
  gboolean follows = before != NULL && votum_occasion_get_visit (votum_visit_row_get_occasion (VOTUM_VISIT_ROW (before))) == NULL;
  GtkWidget *label;

  if (is_visit || follows)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  if (gtk_list_box_row_get_header (row) != NULL)
    return;

  label = gtk_label_new (_("Without a visit"));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "list-heading");
  gtk_list_box_row_set_header (row, label);
}

static void
choose (VotumVisitList *self,
        GtkListBoxRow  *row,
        gboolean        opened)
{
  g_autoptr(VotumOccasion) occasion = NULL;

  g_set_object (&occasion, votum_visit_row_get_occasion (VOTUM_VISIT_ROW (row)));
  g_set_object (&self->selected, occasion);
  g_signal_emit (self, signals[CHOSEN], 0, occasion, opened);
}

static void
selected_cb (VotumVisitList *self,
             GtkListBoxRow  *row)
{
  if (row != NULL && !self->selecting)
    choose (self, row, FALSE);
}

static void
activated_cb (VotumVisitList *self,
              GtkListBoxRow  *row)
{
  choose (self, row, TRUE);
}

static void
plan_cb (VotumVisitList *self,
         VotumThing     *entrant)
{
  g_signal_emit (self, signals[PLAN], 0, entrant);
}

static void
votum_visit_list_dispose (GObject *object)
{
  VotumVisitList *self = VOTUM_VISIT_LIST (object);

  if (self->list != NULL && self->desk != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  g_clear_object (&self->selected);
  g_clear_object (&self->desk);
  g_clear_object (&self->gradual);
  g_clear_pointer (&self->counts, g_hash_table_unref);
  g_clear_object (&self->occasions);

  G_OBJECT_CLASS (votum_visit_list_parent_class)->dispose (object);
}

static void
votum_visit_list_class_init (VotumVisitListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_visit_list_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", VOTUM_TYPE_VISIT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                  VOTUM_TYPE_OCCASION, G_TYPE_BOOLEAN);
  signals[PLAN] = g_signal_new ("plan", VOTUM_TYPE_VISIT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, VOTUM_TYPE_THING);

  g_type_ensure (VOTUM_TYPE_PICKER);
  g_type_ensure (VOTUM_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-visit-list.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumVisitList, list);
  gtk_widget_class_bind_template_child (widget_class, VotumVisitList, add);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, plan_cb);
}

static void
votum_visit_list_init (VotumVisitList *self)
{
  self->occasions = g_list_store_new (VOTUM_TYPE_OCCASION);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, header_cb, NULL, NULL);
}

void
votum_visit_list_set_desk (VotumVisitList *self,
                           VotumDesk      *desk)
{
  g_return_if_fail (VOTUM_IS_VISIT_LIST (self) && self->desk == NULL);

  self->desk = g_object_ref (desk);
  self->gradual = votum_gradual_new (G_LIST_MODEL (self->occasions), GTK_WIDGET (self->list), G_MAXUINT);
  gtk_list_box_bind_model (self->list, votum_gradual_get_model (self->gradual), new_row_cb, self, NULL);
  rebuild (self);
}

/**
 * votum_visit_list_changed:
 * @self: a list
 * @changes: (nullable): what has changed in the case; %NULL: who may see what
 */
void
votum_visit_list_changed (VotumVisitList *self,
                          VotumChanges   *changes)
{
  gboolean lists = changes == NULL;
  gboolean notes = FALSE;

  for (guint i = 0; changes != NULL && i < votum_changes_n_things (changes); i++)
    {
      const VotumThingChange *change = votum_changes_get (changes, i);
      VotumThing *thing = change->new_thing != NULL ? change->new_thing : change->old_thing;

      lists |= VOTUM_IS_VISIT (thing) || VOTUM_IS_ENTRANT (thing);
      /* the first note about a finalist without a visit brings a row with it */
      lists |= VOTUM_IS_NOTE (thing) && !votum_thing_is_set (thing, VOTUM_NOTE_VISIT);
      notes |= VOTUM_IS_NOTE (thing);
    }

  if (lists)
    rebuild (self);
  else if (notes)
    {
      take_counts (self);
      show_counts (self);
    }
}

/**
 * votum_visit_list_select:
 * @self: a list
 * @occasion: (nullable): what is shown beside it; one that is not in the list comes into it
 */
void
votum_visit_list_select (VotumVisitList *self,
                         VotumOccasion  *occasion)
{
  g_return_if_fail (VOTUM_IS_VISIT_LIST (self));

  g_set_object (&self->selected, occasion);
  reach_selected (self);
  if (occasion != NULL && row_of (self, occasion) == NULL)
    rebuild (self);
  else
    select_row (self);
}

void
votum_visit_list_focus (VotumVisitList *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : GTK_WIDGET (self->list));
}

VotumOccasion *
votum_visit_list_get_selected (VotumVisitList *self)
{
  g_return_val_if_fail (VOTUM_IS_VISIT_LIST (self), NULL);

  return self->selected;
}

/* Whether whose copy this is was, or could have been, at the visit and has noted nothing. */
static gboolean
wants_notes (VotumVisitList *self,
             VotumThing     *visit)
{
  VotumCase *votum_case = votum_desk_get_case (self->desk);
  VotumThing *holder = votum_case_get_holder (votum_case);
  VotumThing *entrant = votum_case_lookup (votum_case, votum_thing_get_ref (visit, VOTUM_VISIT_ENTRANT));
  GListModel *notes = votum_case_get_things (votum_case, VOTUM_KIND_NOTE);

  if (holder == NULL || !votum_duty_fits (VOTUM_DUTY_JUROR, holder) || entrant == NULL || is_out (entrant) ||
      votum_case_is_recused (votum_case, holder, entrant, NULL))
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr(VotumThing) note = g_list_model_get_item (notes, i);

      if (votum_thing_get_ref (note, VOTUM_NOTE_VISIT) == votum_thing_get_id (visit) &&
          votum_thing_get_ref (note, VOTUM_NOTE_AUTHOR) == votum_thing_get_id (holder))
        return FALSE;
    }

  return TRUE;
}

/**
 * votum_visit_list_get_next:
 * @self: a list
 *
 * Returns: (transfer full) (nullable): what somebody most likely wants to see: the visit that is under way, else the first one
 *   that has not begun, else the first one of which they have no notes, else the last one, else the first finalist
 */
VotumOccasion *
votum_visit_list_get_next (VotumVisitList *self)
{
  GListModel *model = G_LIST_MODEL (self->occasions);
  g_autoptr(VotumOccasion) planned = NULL;
  g_autoptr(VotumOccasion) unnoted = NULL;
  g_autoptr(VotumOccasion) last = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr(VotumOccasion) occasion = g_list_model_get_item (model, i);
      VotumThing *visit = votum_occasion_get_visit (occasion);

      if (visit == NULL)
        break;
      if (votum_thing_is_set (visit, VOTUM_VISIT_STARTED) && !votum_thing_is_set (visit, VOTUM_VISIT_ENDED))
        return g_steal_pointer (&occasion);
      if (planned == NULL && !votum_thing_is_set (visit, VOTUM_VISIT_STARTED))
        planned = g_object_ref (occasion);
      if (planned == NULL && unnoted == NULL && wants_notes (self, visit))
        unnoted = g_object_ref (occasion);
      g_set_object (&last, occasion);
    }
  if (planned != NULL)
    return g_steal_pointer (&planned);
  if (unnoted != NULL)
    return g_steal_pointer (&unnoted);
  if (last != NULL)
    return g_steal_pointer (&last);

  return g_list_model_get_item (model, 0);
}

/**
 * votum_visit_list_find:
 * @self: a list
 * @entrant: a finalist
 *
 * Returns: (transfer full): the first visit to the finalist, or the finalist without a visit
 */
VotumOccasion *
votum_visit_list_find (VotumVisitList *self,
                       VotumThing     *entrant)
{
  GListModel *model = G_LIST_MODEL (self->occasions);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr(VotumOccasion) occasion = g_list_model_get_item (model, i);

      if (votum_occasion_get_entrant (occasion) == entrant)
        return g_steal_pointer (&occasion);
    }

  return votum_occasion_new_entrant (entrant);
}
