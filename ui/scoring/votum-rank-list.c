#include "votum-config.h"

#include "votum-rank-list.h"

#include <glib/gi18n.h>

#include "votum-case-ranking.h"
#include "votum-rank-row.h"
#include "votum-row-reveal.h"
#include "votum-scoring-commands.h"

struct _VotumRankList {
  GtkWidget          parent_instance;

  GtkListBox        *placed;
  GtkWidget         *nobody;        /* stands where nobody has a place */
  GtkWidget         *open_heading;
  GtkListBox        *open;

  VotumScoringSheet *sheet;
  VotumThing        *class_thing;   /* (nullable) */
};

enum {
  CHOSEN,
  NEWS,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VotumRankList, votum_rank_list, GTK_TYPE_WIDGET)

/* ---- rows ---- */

static VotumRankRow *
row_at (GtkListBox *list,
        int         place)
{
  return (VotumRankRow *) gtk_list_box_get_row_at_index (list, place);
}

static VotumRankRow *
find_in (GtkListBox *list,
         VotumThing *entrant)
{
  VotumRankRow *row;

  for (int i = 0; (row = row_at (list, i)) != NULL; i++)
    if (votum_rank_row_get_entrant (row) == entrant)
      return row;

  return NULL;
}

static VotumRankRow *
find_row (VotumRankList *self,
          VotumThing    *entrant)
{
  VotumRankRow *row = find_in (self->placed, entrant);

  return row != NULL ? row : find_in (self->open, entrant);
}

/* The row that has the focus, or has in it what has. A list that a row with the focus was put into does not know that it has it. */
static VotumRankRow *
focused_row (VotumRankList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, VOTUM_TYPE_RANK_ROW) : NULL;

  return row != NULL && gtk_widget_is_ancestor (row, GTK_WIDGET (self)) ? VOTUM_RANK_ROW (row) : NULL;
}

static gboolean
grab_row (VotumRankRow *row)
{
  votum_row_reveal (GTK_WIDGET (row));

  return gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* ---- what is done ---- */

/* What came of it, as a sentence. */
static void
tell (VotumRankList *self,
      VotumThing    *entrant)
{
  g_autofree char *name = votum_desk_name (votum_scoring_sheet_get_desk (self->sheet), entrant);
  VotumRankRow *row = find_row (self, entrant);
  guint place = row != NULL ? votum_rank_row_get_place (row) : 0;
  g_autofree char *news = place > 0 ? g_strdup_printf (_("%s is in place %u"), name, place) : g_strdup_printf (_("%s has no place any more"), name);

  g_signal_emit (self, signals[NEWS], 0, news);
}

/* The others move along; who is led by keys goes on to the next without a place. */
static void
put (VotumRankList *self,
     VotumThing    *entrant,
     guint          place)
{
  g_autoptr(VotumThing) kept = g_object_ref (entrant);
  GError *error = NULL;

  votum_desk_flush (votum_scoring_sheet_get_desk (self->sheet));
  if (!votum_scoring_sheet_check_may (self->sheet, entrant))
    return;
  votum_case_place (votum_scoring_sheet_get_case (self->sheet), votum_scoring_sheet_get_round (self->sheet),
                    votum_scoring_sheet_get_juror (self->sheet), entrant, place, votum_scoring_sheet_typist (self->sheet), &error);
  if (!votum_desk_report (votum_scoring_sheet_get_desk (self->sheet), error))
    {
      votum_rank_list_refresh (self);
      return;
    }
  votum_rank_list_refresh (self);
  tell (self, kept);
}

static guint
n_rows (GtkListBox *list)
{
  guint n = 0;

  while (row_at (list, (int) n) != NULL)
    n++;

  return n;
}

static void
placed_cb (VotumRankList *self,
           guint          place,
           VotumRankRow  *row)
{
  put (self, votum_rank_row_get_entrant (row), place);
}

/* Up from those without a place is the last one. */
static void
moved_cb (VotumRankList *self,
          int            by,
          VotumRankRow  *row)
{
  guint place = votum_rank_row_get_place (row);

  if (place == 0 && by < 0)
    put (self, votum_rank_row_get_entrant (row), n_rows (self->placed) + 1);
  else if (place > 0 && (int) place + by >= 1 && (int) place + by <= (int) n_rows (self->placed))
    put (self, votum_rank_row_get_entrant (row), (guint) ((int) place + by));
  else
    gtk_widget_error_bell (GTK_WIDGET (row));
}

static void
dropped_cb (VotumRankList *self,
            VotumThing    *entrant,
            gboolean       below,
            VotumRankRow  *row)
{
  VotumRankRow *moved = find_row (self, entrant);
  guint from = moved != NULL ? votum_rank_row_get_place (moved) : 0;
  guint at = votum_rank_row_get_place (row);
  guint place = at + (below ? 1 : 0);

  if (moved == NULL)
    return;
  /* the places are counted without the one that moves */
  if (at == 0)
    place = 0;
  else if (from > 0 && from < place)
    place--;
  put (self, entrant, place);
  if (find_row (self, entrant) != NULL)
    grab_row (find_row (self, entrant));
}

static void
comment_done_cb (VotumRankList *self,
                 VotumRankRow  *row)
{
  grab_row (row);
}

static void
focus_cb (VotumRankList      *self,
          GtkEventController *focus)
{
  g_signal_emit (self, signals[CHOSEN], 0, votum_rank_row_get_entrant (VOTUM_RANK_ROW (gtk_event_controller_get_widget (focus))));
}

/* Of those without a place Enter puts one behind the last. */
static void
activated_cb (VotumRankList *self,
              VotumRankRow  *row)
{
  VotumThing *next = NULL;
  VotumRankRow *behind;

  if (votum_rank_row_get_place (row) > 0)
    {
      votum_rank_row_begin (row, NULL);
      return;
    }
  behind = row_at (self->open, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + 1);
  if (behind != NULL)
    next = votum_rank_row_get_entrant (behind);
  put (self, votum_rank_row_get_entrant (row), n_rows (self->placed) + 1);
  if (next != NULL && find_in (self->open, next) != NULL)
    grab_row (find_in (self->open, next));
}

/* ---- keys ---- */

/* With fewer than ten a digit is a place; with more it begins one. */
static gboolean
type_digit (VotumRankList *self,
            VotumRankRow  *row,
            int            digit)
{
  guint of = n_rows (self->placed) + n_rows (self->open);
  char text[] = { (char) ('0' + digit), '\0' };

  if (!votum_rank_row_get_editable (row))
    {
      votum_scoring_sheet_check_may (self->sheet, votum_rank_row_get_entrant (row));
      return GDK_EVENT_STOP;
    }
  if (of > 9 && digit > 0)
    votum_rank_row_begin (row, text);
  else if (digit == 0 || (guint) digit > of)
    gtk_widget_error_bell (GTK_WIDGET (row));
  else
    put (self, votum_rank_row_get_entrant (row), (guint) digit);

  return GDK_EVENT_STOP;
}

static gboolean
key_cb (VotumRankList         *self,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        GtkEventControllerKey *controller)
{
  VotumRankRow *row = focused_row (self);
  GdkModifierType held = state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK | GDK_SUPER_MASK);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (row == NULL || GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus))
    return GDK_EVENT_PROPAGATE;
  gtk_window_set_focus_visible (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), TRUE);
  if (held == GDK_ALT_MASK && (keyval == GDK_KEY_Up || keyval == GDK_KEY_Down))
    {
      moved_cb (self, keyval == GDK_KEY_Up ? -1 : 1, row);
      return GDK_EVENT_STOP;
    }
  if (held != 0)
    return GDK_EVENT_PROPAGATE;
  if (votum_mark_digit_of (keyval) >= 0)
    return type_digit (self, row, votum_mark_digit_of (keyval));

  switch (keyval)
    {
    case GDK_KEY_c:
    case GDK_KEY_C:
      votum_rank_row_open_comment (row);
      return GDK_EVENT_STOP;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
    case GDK_KEY_BackSpace:
      if (votum_rank_row_get_place (row) > 0)
        put (self, votum_rank_row_get_entrant (row), 0);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* From the last row of one part to the first of the other. */
static gboolean
keynav_cb (VotumRankList    *self,
           GtkDirectionType  direction,
           GtkListBox       *list)
{
  VotumRankRow *to = NULL;

  if (list == self->placed && direction == GTK_DIR_DOWN)
    to = row_at (self->open, 0);
  else if (list == self->open && direction == GTK_DIR_UP && n_rows (self->placed) > 0)
    to = row_at (self->placed, (int) n_rows (self->placed) - 1);

  return to != NULL && grab_row (to);
}

/* Whoever drags to where nobody has a place yet gives the first. */
static gboolean
first_drop_cb (VotumRankList *self,
               const GValue  *value)
{
  VotumThing *entrant = g_value_get_object (value);

  if (entrant == NULL || !VOTUM_IS_ENTRANT (entrant) || find_in (self->open, entrant) == NULL)
    return FALSE;
  put (self, entrant, 1);

  return TRUE;
}

/* ---- as a widget ---- */

static void
votum_rank_list_dispose (GObject *object)
{
  VotumRankList *self = VOTUM_RANK_LIST (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->sheet);
  g_clear_object (&self->class_thing);

  G_OBJECT_CLASS (votum_rank_list_parent_class)->dispose (object);
}

static void
votum_rank_list_class_init (VotumRankListClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_rank_list_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, VOTUM_TYPE_THING);
  signals[NEWS] = g_signal_new ("news", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static GtkListBox *
make_list (VotumRankList *self,
           const char    *name)
{
  GtkListBox *list = GTK_LIST_BOX (gtk_list_box_new ());

  gtk_list_box_set_selection_mode (list, GTK_SELECTION_NONE);
  gtk_list_box_set_activate_on_single_click (list, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (list), "boxed-list");
  gtk_widget_add_css_class (GTK_WIDGET (list), "marks");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "keynav-failed", G_CALLBACK (keynav_cb), self, G_CONNECT_SWAPPED);

  return list;
}

static GtkWidget *
make_nobody (VotumRankList *self)
{
  GtkWidget *label = gtk_label_new (_("Nobody has a place yet. Drag the best here, or press 1 on it."));
  GtkDropTarget *target = gtk_drop_target_new (VOTUM_TYPE_THING, GDK_ACTION_MOVE);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, "rank-nobody");
  g_signal_connect_swapped (target, "drop", G_CALLBACK (first_drop_cb), self);
  gtk_widget_add_controller (label, GTK_EVENT_CONTROLLER (target));

  return label;
}

static void
votum_rank_list_init (VotumRankList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 9);
  self->nobody = make_nobody (self);
  self->placed = make_list (self, _("Your order"));
  self->open_heading = gtk_label_new (_("Not Ranked Yet"));
  gtk_label_set_xalign (GTK_LABEL (self->open_heading), 0);
  gtk_widget_add_css_class (self->open_heading, "heading");
  self->open = make_list (self, _("Not Ranked Yet"));
  gtk_widget_set_parent (self->nobody, GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->placed), GTK_WIDGET (self));
  gtk_widget_set_parent (self->open_heading, GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->open), GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * votum_rank_list_new:
 * @sheet: whose order it shows
 * @class_thing: (nullable): a class
 *
 * Returns: (transfer full): a list
 */
GtkWidget *
votum_rank_list_new (VotumScoringSheet *sheet,
                     VotumThing        *class_thing)
{
  VotumRankList *self = g_object_new (VOTUM_TYPE_RANK_LIST, NULL);

  self->sheet = g_object_ref (sheet);
  g_set_object (&self->class_thing, class_thing);
  votum_rank_list_refresh (self);

  return GTK_WIDGET (self);
}

/* ---- what it shows ---- */

static VotumRankRow *
make_row (VotumRankList *self,
          VotumThing    *entrant)
{
  GtkWidget *row = votum_rank_row_new (self->sheet, entrant);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (focus, "enter", G_CALLBACK (focus_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, focus);
  g_signal_connect_object (row, "placed", G_CALLBACK (placed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "dropped", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "comment-done", G_CALLBACK (comment_done_cb), self, G_CONNECT_SWAPPED);

  return VOTUM_RANK_ROW (row);
}

/* A row that is somewhere else moves. Whether it did: then it has lost the focus. */
static gboolean
put_row (VotumRankList *self,
         GtkListBox    *list,
         VotumThing    *entrant,
         int            place)
{
  VotumRankRow *found = find_row (self, entrant);
  g_autoptr(GtkWidget) row = g_object_ref_sink (GTK_WIDGET (found != NULL ? found : make_row (self, entrant)));
  GtkWidget *parent = gtk_widget_get_parent (row);

  if (parent == GTK_WIDGET (list) && gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) == place)
    return FALSE;
  if (parent != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (parent), row);
  gtk_list_box_insert (list, row, place);

  return TRUE;
}

/* Whether @kept is one of those that moved. */
static gboolean
show_part (VotumRankList *self,
           GtkListBox    *list,
           GPtrArray     *entrants,
           VotumThing    *kept)
{
  gboolean moved = FALSE;

  for (guint i = 0; i < entrants->len; i++)
    if (put_row (self, list, g_ptr_array_index (entrants, i), (int) i))
      moved |= g_ptr_array_index (entrants, i) == kept;

  return moved;
}

static void
cut (GtkListBox *list,
     guint       n)
{
  while (row_at (list, (int) n) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row_at (list, (int) n)));
}

/**
 * votum_rank_list_refresh:
 * @self: a list
 *
 * Shows the order as it is now.
 */
void
votum_rank_list_refresh (VotumRankList *self)
{
  g_autoptr(VotumRanking) ranking = votum_case_ranking (votum_scoring_sheet_get_case (self->sheet), votum_scoring_sheet_get_round (self->sheet),
                                                        self->class_thing, votum_scoring_sheet_get_juror (self->sheet));
  VotumRankRow *focused = focused_row (self);
  g_autoptr(VotumThing) kept = focused != NULL ? g_object_ref (votum_rank_row_get_entrant (focused)) : NULL;
  g_autofree char *why_not = votum_scoring_sheet_why_not (self->sheet, NULL);
  guint n_placed = ranking->placed->len;
  guint n_open = ranking->open->len;
  gboolean moved;

  g_return_if_fail (VOTUM_IS_RANK_LIST (self));

  moved = show_part (self, self->placed, ranking->placed, kept);
  moved |= show_part (self, self->open, ranking->open, kept);
  cut (self->placed, n_placed);
  cut (self->open, n_open);
  gtk_widget_set_visible (self->nobody, n_placed == 0 && n_open > 0 && why_not == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->placed), n_placed > 0);
  gtk_widget_set_visible (self->open_heading, n_open > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->open), n_open > 0);
  for (guint i = 0; i < n_placed; i++)
    votum_rank_row_show (row_at (self->placed, (int) i), i + 1, n_placed, n_placed + n_open, why_not == NULL);
  for (guint i = 0; i < n_open; i++)
    votum_rank_row_show (row_at (self->open, (int) i), 0, n_placed, n_placed + n_open, why_not == NULL);
  /* whoever moved it goes with it */
  if (moved && find_row (self, kept) != NULL)
    grab_row (find_row (self, kept));
}

/**
 * votum_rank_list_grab:
 * @self: a list
 * @entrant: (nullable): a finalist; %NULL for the first without a place, else the first
 *
 * Returns: whether the finalist has the focus now
 */
gboolean
votum_rank_list_grab (VotumRankList *self,
                      VotumThing    *entrant)
{
  VotumRankRow *row = entrant != NULL ? find_row (self, entrant) : row_at (self->open, 0);

  g_return_val_if_fail (VOTUM_IS_RANK_LIST (self), FALSE);

  if (row == NULL && entrant == NULL)
    row = row_at (self->placed, 0);

  return row != NULL && grab_row (row);
}

/**
 * votum_rank_list_next:
 * @self: a list
 *
 * Returns: whether there is somebody without a place, or without the comment that the rule asks for, who has the focus now
 */
gboolean
votum_rank_list_next (VotumRankList *self)
{
  VotumRankRow *row = row_at (self->open, 0);

  g_return_val_if_fail (VOTUM_IS_RANK_LIST (self), FALSE);

  if (row != NULL && row == focused_row (self) && row_at (self->open, 1) != NULL)
    row = row_at (self->open, 1);
  if (row != NULL)
    return grab_row (row);

  for (int i = 0; (row = row_at (self->placed, i)) != NULL; i++)
    if (votum_rank_row_wants_comment (row))
      {
        grab_row (row);
        votum_rank_row_open_comment (row);
        return TRUE;
      }

  return FALSE;
}
