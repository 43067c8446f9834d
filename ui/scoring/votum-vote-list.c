#include "votum-config.h"

#include "votum-vote-list.h"

#include <glib/gi18n.h>

#include "votum-ballot-form.h"
#include "votum-case-allocation.h"
#include "votum-row-reveal.h"
#include "votum-scoring-commands.h"
#include "votum-scoring-row.h"

struct _VotumVoteList {
  GtkWidget          parent_instance;

  GtkListBox        *list;

  VotumScoringSheet *sheet;
};

enum {
  CHOSEN,
  NEWS,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VotumVoteList, votum_vote_list, GTK_TYPE_WIDGET)

static VotumScoringRow *
row_at (VotumVoteList *self,
        int            place)
{
  return (VotumScoringRow *) gtk_list_box_get_row_at_index (self->list, place);
}

static VotumScoringRow *
focused_row (VotumVoteList *self)
{
  return (VotumScoringRow *) gtk_widget_get_focus_child (GTK_WIDGET (self->list));
}

static gboolean
is_open (VotumVoteList   *self,
         VotumScoringRow *row)
{
  VotumThing *entrant = votum_scoring_row_get_entrant (row);
  VotumThing *criterion = votum_scoring_row_get_criterion (row);

  return votum_scoring_sheet_get_mark (self->sheet, entrant, criterion) == NULL || votum_scoring_sheet_wants_reason (self->sheet, entrant, criterion);
}

static VotumScoringRow *
first_open (VotumVoteList *self,
            int            begin)
{
  VotumScoringRow *row;

  for (int i = begin; (row = row_at (self, i)) != NULL; i++)
    if (is_open (self, row))
      return row;

  return NULL;
}

static gboolean
grab_row (VotumScoringRow *row)
{
  votum_row_reveal (GTK_WIDGET (row));

  return gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* ---- what is done ---- */

/* Too many of some points are refused where they are given, with what to do. */
static gboolean
check_points (VotumVoteList   *self,
              VotumScoringRow *row,
              const char      *value)
{
  g_autoptr(GError) error = NULL;
  VotumDecimal points;

  if (votum_ballot_form (self->sheet) != VOTUM_BALLOT_FORM_POINTS || !votum_decimal_parse (value, &points, NULL) ||
      votum_case_check_points (votum_scoring_sheet_get_case (self->sheet), votum_scoring_sheet_get_round (self->sheet),
                               votum_scoring_sheet_get_juror (self->sheet), votum_scoring_row_get_entrant (row), points, &error))
    return TRUE;
  votum_scoring_row_refuse (row, error->message);
  g_signal_emit (self, signals[NEWS], 0, error->message);

  return FALSE;
}

static void
give (VotumVoteList   *self,
      VotumScoringRow *row,
      const char      *value)
{
  VotumThing *entrant = votum_scoring_row_get_entrant (row);
  VotumThing *criterion = votum_scoring_row_get_criterion (row);
  gboolean first = votum_scoring_sheet_get_mark (self->sheet, entrant, criterion) == NULL;
  /* who uses the mouse stays where the pointer is */
  gboolean by_keys = gtk_window_get_focus_visible (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  VotumScoringRow *next;

  if (!check_points (self, row, value) || !votum_scoring_sheet_give (self->sheet, entrant, criterion, value))
    return;
  g_signal_emit (self, signals[NEWS], 0, "");
  if (votum_scoring_sheet_wants_reason (self->sheet, entrant, criterion))
    {
      votum_scoring_row_open_comment (row);
      return;
    }
  if (!by_keys)
    return;
  next = first ? first_open (self, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + 1) : NULL;
  grab_row (next != NULL ? next : row);
}

static void
give_cb (VotumScoringRow *row,
         const char      *value,
         VotumVoteList   *self)
{
  give (self, row, value);
}

static void
take_back (VotumVoteList   *self,
           VotumScoringRow *row)
{
  if (votum_scoring_sheet_take_back (self->sheet, votum_scoring_row_get_entrant (row), votum_scoring_row_get_criterion (row)))
    grab_row (row);
}

static void
take_back_cb (VotumScoringRow *row,
              VotumVoteList   *self)
{
  take_back (self, row);
}

static void
comment_done_cb (VotumScoringRow *row)
{
  grab_row (row);
}

static void
focus_cb (VotumVoteList      *self,
          GtkEventController *focus)
{
  g_signal_emit (self, signals[CHOSEN], 0, votum_scoring_row_get_entrant (VOTUM_SCORING_ROW (gtk_event_controller_get_widget (focus))));
}

static void
activated_cb (VotumVoteList   *self,
              VotumScoringRow *row)
{
  votum_scoring_row_open_comment (row);
}

/* ---- keys ---- */

static gboolean
is_key (guint       keyval,
        const char *letter)
{
  return g_unichar_toupper (gdk_keyval_to_unicode (keyval)) == g_unichar_toupper (g_utf8_get_char (letter));
}

/* The vote that a key stands for. */
static const char *
vote_of (guint keyval)
{
  /* TRANSLATORS: the key that votes yes: one letter */
  if (is_key (keyval, C_("key", "Y")))
    return "1";
  /* TRANSLATORS: the key that votes no: one letter */
  if (is_key (keyval, C_("key", "N")))
    return "0";
  /* TRANSLATORS: the key that abstains: one letter */
  if (is_key (keyval, C_("key", "A")))
    return VOTUM_MARK_NONE_OBSERVED;

  return NULL;
}

static gboolean
give_key (VotumVoteList   *self,
          VotumScoringRow *row,
          guint            keyval)
{
  VotumBallotForm form = votum_ballot_form (self->sheet);
  int digit = votum_mark_digit_of (keyval);
  g_autofree char *value = digit >= 0 ? g_strdup_printf ("%d", digit) : NULL;

  if (form == VOTUM_BALLOT_FORM_YES_NO && vote_of (keyval) != NULL)
    give (self, row, vote_of (keyval));
  else if (value == NULL)
    return GDK_EVENT_PROPAGATE;
  else if (form == VOTUM_BALLOT_FORM_YES_NO)
    gtk_widget_error_bell (GTK_WIDGET (row));
  else if (!votum_scoring_row_type (row, value))
    give (self, row, value);

  return GDK_EVENT_STOP;
}

static gboolean
key_cb (VotumVoteList         *self,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        GtkEventControllerKey *controller)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  VotumScoringRow *row = focused_row (self);

  if (row == NULL || GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus) ||
      (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  /* whoever presses a key is led on, also when a click was what brought them here */
  gtk_window_set_focus_visible (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), TRUE);
  if (give_key (self, row, keyval))
    return GDK_EVENT_STOP;

  switch (keyval)
    {
    case GDK_KEY_c:
    case GDK_KEY_C:
      votum_scoring_row_open_comment (row);
      return GDK_EVENT_STOP;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
    case GDK_KEY_BackSpace:
      take_back (self, row);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* ---- as a widget ---- */

static void
votum_vote_list_dispose (GObject *object)
{
  VotumVoteList *self = VOTUM_VOTE_LIST (object);

  g_clear_pointer ((GtkWidget **) &self->list, gtk_widget_unparent);
  g_clear_object (&self->sheet);

  G_OBJECT_CLASS (votum_vote_list_parent_class)->dispose (object);
}

static void
votum_vote_list_class_init (VotumVoteListClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_vote_list_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, VOTUM_TYPE_THING);
  signals[NEWS] = g_signal_new ("news", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
votum_vote_list_init (VotumVoteList *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_activate_on_single_click (self->list, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "marks");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Ballot"), -1);
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
add_row (VotumVoteList *self,
         VotumThing    *entrant)
{
  VotumScoringItem *item = g_ptr_array_index (votum_scoring_sheet_get_items (self->sheet, entrant), 0);
  GtkWidget *row = votum_scoring_row_new_for (self->sheet, item, entrant);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_autofree char *why_not = votum_scoring_sheet_why_not (self->sheet, entrant);

  g_signal_connect_object (focus, "enter", G_CALLBACK (focus_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, focus);
  g_signal_connect_object (row, "give", G_CALLBACK (give_cb), self, 0);
  g_signal_connect_object (row, "take-back", G_CALLBACK (take_back_cb), self, 0);
  g_signal_connect_object (row, "comment-done", G_CALLBACK (comment_done_cb), self, 0);
  gtk_list_box_append (self->list, row);
  votum_scoring_row_set_entrant (VOTUM_SCORING_ROW (row), entrant, why_not == NULL);
}

/**
 * votum_vote_list_new:
 * @sheet: whose votes it shows
 * @class_thing: (nullable): a class
 *
 * Returns: (transfer full): a list of those whom the juror votes on
 */
GtkWidget *
votum_vote_list_new (VotumScoringSheet *sheet,
                     VotumThing        *class_thing)
{
  VotumVoteList *self = g_object_new (VOTUM_TYPE_VOTE_LIST, NULL);
  GListModel *entrants = votum_scoring_sheet_get_entrants (sheet);
  gint64 class = class_thing != NULL ? votum_thing_get_id (class_thing) : 0;

  self->sheet = g_object_ref (sheet);
  for (guint i = 0; i < g_list_model_get_n_items (entrants); i++)
    {
      g_autoptr(VotumThing) entrant = g_list_model_get_item (entrants, i);
      VotumTally tally;

      votum_scoring_sheet_tally (sheet, entrant, &tally);
      if (votum_thing_get_ref (entrant, VOTUM_ENTRANT_CLASS) == class && !tally.recused && !tally.unassigned)
        add_row (self, entrant);
    }

  return GTK_WIDGET (self);
}

/* ---- what it shows ---- */

/**
 * votum_vote_list_refresh:
 * @self: a list
 *
 * Shows the votes as they are now.
 */
void
votum_vote_list_refresh (VotumVoteList *self)
{
  VotumScoringRow *row;

  g_return_if_fail (VOTUM_IS_VOTE_LIST (self));

  for (int i = 0; (row = row_at (self, i)) != NULL; i++)
    votum_scoring_row_refresh (row);
}

/**
 * votum_vote_list_grab:
 * @self: a list
 * @entrant: (nullable): a finalist; %NULL for the first without a vote, else the first
 *
 * Returns: whether the finalist has the focus now
 */
gboolean
votum_vote_list_grab (VotumVoteList *self,
                      VotumThing    *entrant)
{
  VotumScoringRow *row;

  g_return_val_if_fail (VOTUM_IS_VOTE_LIST (self), FALSE);

  if (entrant == NULL)
    {
      row = first_open (self, 0);
      row = row != NULL ? row : row_at (self, 0);
      return row != NULL && grab_row (row);
    }
  for (int i = 0; (row = row_at (self, i)) != NULL; i++)
    if (votum_scoring_row_get_entrant (row) == entrant)
      return grab_row (row);

  return FALSE;
}

/**
 * votum_vote_list_next:
 * @self: a list
 *
 * Returns: whether there is somebody without a vote, who has the focus now
 */
gboolean
votum_vote_list_next (VotumVoteList *self)
{
  VotumScoringRow *row = focused_row (self);

  g_return_val_if_fail (VOTUM_IS_VOTE_LIST (self), FALSE);

  row = first_open (self, row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + 1 : 0);
  if (row == NULL)
    row = first_open (self, 0);
  if (row == NULL)
    return FALSE;
  grab_row (row);
  if (votum_scoring_sheet_wants_reason (self->sheet, votum_scoring_row_get_entrant (row), votum_scoring_row_get_criterion (row)))
    votum_scoring_row_open_comment (row);

  return TRUE;
}
