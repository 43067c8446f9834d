#include "votum-config.h"

#include "votum-hand-in-bar.h"

#include <glib/gi18n.h>

#include "votum-application.h"
#include "votum-case-progress.h"
#include "votum-hand-in-window.h"
#include "votum-hand-in-words.h"
#include "votum-names.h"
#include "votum-show-folder.h"

struct _VotumHandInBar {
  AdwBin      parent_instance;

  GtkImage   *icon;
  GtkLabel   *label;
  GtkWidget  *folder;
  GtkWidget  *receipt;
  GtkButton  *hand_in;

  VotumDesk  *desk;
  VotumThing *round;       /* (nullable): the one of which it tells; else the one in which marks are given now */
  VotumThing *ballot;      /* (nullable) */
  GFile      *file;        /* (nullable): of the ballot, where that is known and may still have to be sent */
  gboolean    offers;      /* whether it is from here that one hands in */
  guint       refresh_id;
};

G_DEFINE_FINAL_TYPE (VotumHandInBar, votum_hand_in_bar, ADW_TYPE_BIN)

/* ---- what it says ---- */

static gboolean
is_complete (VotumCase  *votum_case,
             VotumThing *round)
{
  VotumHandInSummary summary;

  return votum_case_sum_up_hand_in (votum_case, round, &summary, NULL) && summary.wanted > 0 && summary.given >= summary.wanted;
}

static void
say (VotumHandInBar *self,
     const char     *sentence,
     const char     *icon,
     const char     *button)
{
  gtk_widget_set_visible (GTK_WIDGET (self), sentence != NULL);
  if (sentence == NULL)
    return;
  gtk_label_set_text (self->label, sentence);
  gtk_image_set_from_icon_name (self->icon, icon);
  gtk_widget_set_visible (GTK_WIDGET (self->hand_in), button != NULL);
  if (button != NULL)
    votum_names_set_label (self->hand_in, button);
  gtk_widget_set_visible (self->receipt, self->ballot != NULL);
  gtk_widget_set_visible (self->folder, self->file != NULL);
}

static void
find_file (VotumHandInBar *self,
           gboolean        done)
{
  VotumSettings *settings = votum_application_get_settings (VOTUM_APPLICATION (g_application_get_default ()));

  g_clear_object (&self->file);
  if (done)
    self->file = votum_hand_in_find_file (votum_desk_get_case (self->desk), self->ballot, votum_settings_get_ballot_folder (settings));
}

static void
refresh (VotumHandInBar *self)
{
  VotumCase *votum_case = self->desk != NULL ? votum_desk_get_case (self->desk) : NULL;
  VotumThing *current = votum_case != NULL ? votum_case_current_round (votum_case) : NULL;
  VotumThing *round = self->round != NULL ? self->round : current;
  VotumThing *ballot = NULL;
  VotumHandInState state = round != NULL ? votum_case_hand_in_state (votum_case, round, &ballot) : VOTUM_HAND_IN_NONE;
  /* only the round in which marks are given now is handed in from here */
  gboolean now = round != NULL && round == current && votum_thing_get_choice (round, VOTUM_ROUND_STATE) != VOTUM_ROUND_STATE_OPENED;
  g_autofree char *words = round != NULL ? votum_hand_in_state_words (self->desk, round, state, ballot) : NULL;

  g_set_object (&self->ballot, ballot);
  find_file (self, state == VOTUM_HAND_IN_DONE);
  if (state == VOTUM_HAND_IN_OPEN && now && self->offers && is_complete (votum_case, round))
    say (self, _("All your marks are given. Hand them in to the chair when you are content."), "mail-send-symbolic", _("_Hand In …"));
  else if (state == VOTUM_HAND_IN_OPEN && now && !self->offers && !is_complete (votum_case, round))
    say (self, _("When your marks are given you hand in, from here or from the menu: they are sealed in a file, and that you send to the chair."),
         "mail-send-symbolic", NULL);
  else if (state == VOTUM_HAND_IN_DONE)
    say (self, words, "object-select-symbolic", NULL);
  else
    say (self, words, "dialog-warning-symbolic", now && self->offers ? _("_Hand In Again …") : NULL);
}

static gboolean
refresh_cb (gpointer data)
{
  VotumHandInBar *self = data;

  self->refresh_id = 0;
  refresh (self);

  return G_SOURCE_REMOVE;
}

/* Many changes of one moment are looked at once. */
static void
changed_cb (VotumHandInBar *self)
{
  if (self->refresh_id == 0)
    self->refresh_id = g_idle_add_full (G_PRIORITY_LOW, refresh_cb, self, NULL);
}

static void
receipt_cb (VotumHandInBar *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->ballot != NULL && GTK_IS_WINDOW (root))
    votum_hand_in_window_present_receipt (GTK_WINDOW (root), self->desk, self->ballot);
}

static void
folder_cb (VotumHandInBar *self)
{
  if (self->file != NULL)
    votum_show_folder (GTK_WIDGET (self), self->file);
}

/* ---- the bar ---- */

static void
votum_hand_in_bar_dispose (GObject *object)
{
  VotumHandInBar *self = VOTUM_HAND_IN_BAR (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_object (&self->desk);
  g_clear_object (&self->round);
  g_clear_object (&self->ballot);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (votum_hand_in_bar_parent_class)->dispose (object);
}

static void
votum_hand_in_bar_class_init (VotumHandInBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_hand_in_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-hand-in-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumHandInBar, icon);
  gtk_widget_class_bind_template_child (widget_class, VotumHandInBar, label);
  gtk_widget_class_bind_template_child (widget_class, VotumHandInBar, folder);
  gtk_widget_class_bind_template_child (widget_class, VotumHandInBar, receipt);
  gtk_widget_class_bind_template_child (widget_class, VotumHandInBar, hand_in);
  gtk_widget_class_bind_template_callback (widget_class, folder_cb);
  gtk_widget_class_bind_template_callback (widget_class, receipt_cb);
}

static void
votum_hand_in_bar_init (VotumHandInBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * votum_hand_in_bar_set_desk:
 * @self: a bar
 * @desk: the desk it tells of
 * @offers: whether it is from here that one hands in; else there is another button for it
 */
void
votum_hand_in_bar_set_desk (VotumHandInBar *self,
                            VotumDesk      *desk,
                            gboolean        offers)
{
  g_return_if_fail (VOTUM_IS_HAND_IN_BAR (self) && self->desk == NULL);

  self->desk = g_object_ref (desk);
  self->offers = offers;
  g_signal_connect_object (votum_desk_get_case (desk), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  refresh (self);
}

/**
 * votum_hand_in_bar_set_round:
 * @self: a bar
 * @round: (nullable): the round it tells of; %NULL: the one in which marks are given now
 */
void
votum_hand_in_bar_set_round (VotumHandInBar *self,
                             VotumThing     *round)
{
  g_return_if_fail (VOTUM_IS_HAND_IN_BAR (self));

  if (g_set_object (&self->round, round))
    refresh (self);
}
