#include "votum-config.h"

#include "votum-vote-rows.h"

#include <glib/gi18n.h>

#define MOST 999  /* of whom nobody has ever had so many in a jury */

/* The three counts of a vote. What is being typed counts at once, and Enter does what the window is there for. */

struct _VotumVoteRows {
  AdwPreferencesGroup parent_instance;

  GtkSpinButton      *spins[3];
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VotumVoteRows, votum_vote_rows, ADW_TYPE_PREFERENCES_GROUP)

static void
changed_cb (VotumVoteRows *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
add_row (VotumVoteRows *self,
         guint          place,
         const char    *title)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *spin = gtk_spin_button_new_with_range (0, MOST, 1);
  GtkEditable *inner = gtk_editable_get_delegate (GTK_EDITABLE (spin));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (spin), TRUE);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  if (GTK_IS_TEXT (inner))
    gtk_text_set_activates_default (GTK_TEXT (inner), TRUE);
  /* the number is what Tab is for, not the row around it */
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), spin);
  gtk_widget_set_focusable (row, FALSE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  g_signal_connect_object (spin, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  self->spins[place] = GTK_SPIN_BUTTON (spin);
}

static void
votum_vote_rows_class_init (VotumVoteRowsClass *klass)
{
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
votum_vote_rows_init (VotumVoteRows *self)
{
  add_row (self, 0, _("Votes _for"));
  add_row (self, 1, _("Votes _against"));
  add_row (self, 2, _("A_bstained"));
}

/**
 * votum_vote_rows_set:
 * @self: the rows
 * @votes: what they show
 */
void
votum_vote_rows_set (VotumVoteRows    *self,
                     const VotumVotes *votes)
{
  gtk_spin_button_set_value (self->spins[0], votes->yes);
  gtk_spin_button_set_value (self->spins[1], votes->no);
  gtk_spin_button_set_value (self->spins[2], votes->abstained);
}

static guint
count (GtkSpinButton *spin)
{
  guint64 votes = 0;

  /* what has been typed and not been left yet is only in the text */
  if (!g_ascii_string_to_unsigned (gtk_editable_get_text (GTK_EDITABLE (spin)), 10, 0, MOST, &votes, NULL))
    return 0;

  return (guint) votes;
}

/**
 * votum_vote_rows_get:
 * @self: the rows
 *
 * Returns: the votes as they stand there, also while they are being typed
 */
VotumVotes
votum_vote_rows_get (VotumVoteRows *self)
{
  return (VotumVotes) { count (self->spins[0]), count (self->spins[1]), count (self->spins[2]) };
}

void
votum_vote_rows_grab (VotumVoteRows *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->spins[0]));
}
