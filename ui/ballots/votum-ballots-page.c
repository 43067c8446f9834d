#include "votum-config.h"

#include "votum-ballots-page.h"

#include <glib/gi18n.h>

#include "votum-arrival-row.h"
#include "votum-ballot-intake.h"
#include "votum-ballot-keys.h"
#include "votum-ballot-row.h"
#include "votum-ballot-safety.h"
#include "votum-ballot-words.h"
#include "votum-case-holder.h"
#include "votum-case-progress.h"
#include "votum-dialogs.h"
#include "votum-hand-out-ask.h"
#include "votum-names.h"
#include "votum-open-round.h"
#include "votum-things.h"
#include "votum-wrap.h"

struct _VotumBallotsPage {
  VotumStepPage      parent_instance;

  GtkStack          *stack;
  AdwStatusPage     *none_page;
  GtkWidget         *none_button;
  GtkWidget         *round_box;
  GtkDropDown       *round_drop;
  GtkLabel          *summary_label;
  GtkLabel          *state_label;
  GtkWidget         *hand_out_button;
  GtkWidget         *take_in_button;
  GtkWidget         *open_button;
  GtkWidget         *again_box;
  GtkLabel          *again_label;
  GtkButton         *again_button;
  GtkWidget         *arrivals_group;
  GtkListBox        *arrivals_list;
  GtkListBox        *jurors_list;
  GtkWidget         *folder_group;
  AdwActionRow      *folder_row;
  GtkWidget         *folder_stop_button;
  VotumBallotSafety *safety;

  VotumBallotIntake *intake;      /* (nullable): where somebody works at the case */
  GPtrArray         *rounds;      /* of VotumThing: as they stand in the drop-down */
  gint64             round;       /* the number of the one that is shown */
  guint              refresh_id;
  gboolean           syncing;
};

G_DEFINE_FINAL_TYPE (VotumBallotsPage, votum_ballots_page, VOTUM_TYPE_STEP_PAGE)

static VotumDesk *
desk_of (VotumBallotsPage *self)
{
  return votum_step_page_get_desk (VOTUM_STEP_PAGE (self));
}

static VotumCase *
case_of (VotumBallotsPage *self)
{
  return votum_step_page_get_case (VOTUM_STEP_PAGE (self));
}

static VotumThing *
shown_round (VotumBallotsPage *self)
{
  VotumThing *round = votum_case_lookup (case_of (self), self->round);

  return round != NULL && VOTUM_IS_ROUND (round) ? round : NULL;
}

/* ---- rounds ---- */

/* The one that is marked in; when all are opened, the last. */
static void
choose_round (VotumBallotsPage *self)
{
  VotumThing *current = votum_case_current_round (case_of (self));

  if (current == NULL && self->rounds->len > 0)
    current = self->rounds->pdata[self->rounds->len - 1];
  self->round = current != NULL ? votum_thing_get_id (current) : 0;
}

static void
show_rounds (VotumBallotsPage *self)
{
  g_autoptr(GPtrArray) rounds = votum_case_rounds (case_of (self));
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  g_clear_pointer (&self->rounds, g_ptr_array_unref);
  self->rounds = g_steal_pointer (&rounds);
  if (shown_round (self) == NULL)
    choose_round (self);
  for (guint i = 0; i < self->rounds->len; i++)
    {
      gtk_string_list_take (names, votum_desk_name (desk_of (self), self->rounds->pdata[i]));
      if (votum_thing_get_id (self->rounds->pdata[i]) == self->round)
        selected = i;
    }
  self->syncing = TRUE;
  gtk_drop_down_set_model (self->round_drop, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->round_drop, selected);
  self->syncing = FALSE;
  gtk_widget_set_visible (self->round_box, self->rounds->len > 1);
}

/* ---- jurors ---- */

static void
show_jurors (VotumBallotsPage *self,
             GArray           *list)
{
  GtkListBoxRow *row;

  for (guint i = 0; i < list->len; i++)
    {
      row = gtk_list_box_get_row_at_index (self->jurors_list, i);
      if (row == NULL)
        {
          gtk_list_box_append (self->jurors_list, votum_ballot_row_new (desk_of (self)));
          row = gtk_list_box_get_row_at_index (self->jurors_list, i);
        }
      votum_ballot_row_show (VOTUM_BALLOT_ROW (row), &g_array_index (list, VotumBallotStanding, i));
    }
  while ((row = gtk_list_box_get_row_at_index (self->jurors_list, list->len)) != NULL)
    gtk_list_box_remove (self->jurors_list, GTK_WIDGET (row));
}

/* Those whose copy is older than the case. */
static GPtrArray *
older_jurors (VotumBallotsPage *self)
{
  GPtrArray *older = g_ptr_array_new ();
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->jurors_list, i)) != NULL; i++)
    if (votum_ballot_row_is_older (VOTUM_BALLOT_ROW (row)))
      g_ptr_array_add (older, votum_ballot_row_get_juror (VOTUM_BALLOT_ROW (row)));

  return older;
}

static void
show_older (VotumBallotsPage *self)
{
  g_autoptr(GPtrArray) older = older_jurors (self);
  g_autofree char *line = NULL;
  g_autofree char *label = NULL;

  gtk_widget_set_visible (self->again_box, older->len > 0 && self->intake != NULL);
  if (older->len == 0)
    return;
  line = g_strdup_printf (ngettext ("The case has changed since it was handed out: %u juror works in an older copy. A new file brings theirs up to date, and "
                                    "touches no mark and no note.",
                                    "The case has changed since it was handed out: %u jurors work in older copies. New files bring theirs up to date, and "
                                    "touch no mark and no note.", older->len), older->len);
  label = g_strdup_printf (ngettext ("Hand Out _Again to %u Juror …", "Hand Out _Again to %u Jurors …", older->len), older->len);
  gtk_label_set_text (self->again_label, line);
  votum_names_set_label (self->again_button, label);
}

/* ---- the state of the round ---- */

typedef struct {
  guint n_in;
  guint n_without;   /* a copy, of those who need one */
  guint n_others;    /* who need one */
  guint n_disputed;
} Count;

static Count
count (VotumBallotsPage *self,
       GArray           *list)
{
  Count n = { 0 };

  for (guint i = 0; i < list->len; i++)
    {
      const VotumBallotStanding *one = &g_array_index (list, VotumBallotStanding, i);
      gboolean other = one->juror != votum_case_get_holder (case_of (self));

      n.n_disputed += self->intake != NULL && votum_ballot_intake_is_disputed (self->intake, one->juror) ? 1 : 0;
      n.n_in += votum_ballot_is_in (desk_of (self), one) ? 1 : 0;
      n.n_others += other ? 1 : 0;
      n.n_without += other && one->hand_out == NULL && one->n_marks == 0 ? 1 : 0;
    }

  return n;
}

static void
suggest (GtkWidget *button,
         gboolean   suggested)
{
  if (suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  else
    gtk_widget_remove_css_class (button, "suggested-action");
}

/* One of the three is what comes next, and is coloured; all that can be done can be done. */
static void
show_buttons (VotumBallotsPage *self,
              VotumThing       *round,
              GArray           *list)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean opened = votum_thing_get_choice (round, VOTUM_ROUND_STATE) == VOTUM_ROUND_STATE_OPENED;
  gboolean works = self->intake != NULL;
  Count n = count (self, list);

  gtk_widget_action_set_enabled (widget, "ballots.hand-out-all", works && n.n_others > 0);
  gtk_widget_action_set_enabled (widget, "ballots.take-in", works);
  gtk_widget_action_set_enabled (widget, "ballots.open-round", works && !opened);
  gtk_widget_set_visible (self->hand_out_button, n.n_others > 0);
  gtk_widget_set_visible (self->open_button, !opened);
  suggest (self->hand_out_button, !opened && n.n_without > 0);
  suggest (self->take_in_button, !opened && n.n_without == 0 && n.n_in < list->len);
  suggest (self->open_button, !opened && n.n_in == list->len && n.n_disputed == 0);
}

static void
show_none (VotumBallotsPage *self,
           gboolean          no_round)
{
  adw_status_page_set_title (self->none_page, no_round ? _("No Round to Mark In Yet") : _("Nobody to Hand Out To Yet"));
  adw_status_page_set_description (self->none_page, no_round ? _("Ballots are for a round. Add one, and then hand the case out.")
                                                             : _("Add those who give marks, and then hand the case out to them."));
  votum_names_set_label (GTK_BUTTON (self->none_button), no_round ? _("_Go to the Criteria") : _("_Go to the Jury"));
}

static void
refresh (VotumBallotsPage *self)
{
  g_autoptr(GArray) list = NULL;
  g_autofree char *summary = NULL;
  g_autofree char *state = NULL;
  VotumThing *round;

  show_rounds (self);
  round = shown_round (self);
  list = round != NULL ? votum_case_list_ballots (case_of (self), round) : NULL;
  votum_names_show_only (self->stack, list != NULL && list->len > 0 ? "some" : "none");
  if (list == NULL || list->len == 0)
    {
      show_none (self, round == NULL);
      return;
    }
  summary = votum_ballots_summary (desk_of (self), round);
  state = votum_ballots_state (desk_of (self), round);
  gtk_label_set_text (self->summary_label, summary);
  gtk_label_set_text (self->state_label, state);
  show_jurors (self, list);
  show_older (self);
  show_buttons (self, round, list);
  votum_ballot_safety_show (self->safety, desk_of (self));
}

static gboolean
refresh_cb (gpointer data)
{
  VotumBallotsPage *self = VOTUM_BALLOTS_PAGE (data);

  self->refresh_id = 0;
  refresh (self);

  return G_SOURCE_REMOVE;
}

/* Many changes of one moment are one refresh, and a page that nobody sees waits until somebody does. */
static void
changed_cb (VotumBallotsPage *self)
{
  if (self->refresh_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->refresh_id = g_idle_add (refresh_cb, self);
}

static void
round_cb (VotumBallotsPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->round_drop);

  if (self->syncing || self->rounds == NULL || selected >= self->rounds->len)
    return;
  self->round = votum_thing_get_id (self->rounds->pdata[selected]);
  changed_cb (self);
}

static void
none_cb (VotumBallotsPage *self)
{
  votum_desk_go (desk_of (self), self->rounds->len == 0 ? "criteria" : "jury", NULL);
}

/* ---- what came, and the folder ---- */

static GtkWidget *
arrival_row_cb (gpointer item,
                gpointer data)
{
  return votum_arrival_row_new (desk_of (data), item);
}

static void
arrivals_cb (VotumBallotsPage *self)
{
  gtk_widget_set_visible (self->arrivals_group, g_list_model_get_n_items (votum_ballot_intake_get_list (self->intake)) > 0);
}

static void
show_folder (VotumBallotsPage *self)
{
  VotumBallotFolder *folder = votum_ballot_intake_get_folder (self->intake);
  g_autofree char *path = folder != NULL ? g_file_get_parse_name (votum_ballot_folder_get (folder)) : NULL;
  g_autofree char *line = NULL;

  if (folder == NULL)
    line = g_strdup (_("None. Ballots that appear in it would be taken in by themselves."));
  else if (votum_ballot_folder_is_there (folder))
    line = g_strdup (path);
  else
    line = g_strdup_printf (_("%s is not there at the moment. Connect it, or choose another one."), path);
  adw_action_row_set_subtitle (self->folder_row, line);
  gtk_widget_set_visible (self->folder_stop_button, folder != NULL);
}

static void
folder_chosen_cb (GFile    *folder,
                  gpointer  data)
{
  g_autoptr(VotumBallotsPage) self = data;

  if (folder != NULL && self->intake != NULL)
    votum_ballot_intake_set_folder (self->intake, folder);
}

/* ---- actions ---- */

static void
hand_out_all_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  votum_hand_out_ask_all (widget, desk_of (VOTUM_BALLOTS_PAGE (widget)));
}

static void
hand_out_older_action (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  VotumBallotsPage *self = VOTUM_BALLOTS_PAGE (widget);
  g_autoptr(GPtrArray) older = older_jurors (self);

  if (older->len > 0)
    votum_hand_out_ask_these (widget, desk_of (self), older);
}

static void
files_cb (GListModel *files,
          gpointer    data)
{
  g_autoptr(VotumBallotsPage) self = data;

  for (guint i = 0; files != NULL && self->intake != NULL && i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr(GFile) file = g_list_model_get_item (files, i);

      votum_ballot_intake_add (self->intake, file);
    }
}

static void
take_in_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  static const char *const patterns[] = { "*.ballot", NULL };
  const VotumFileChoice choice = {
    .title = _("Take In Ballots"), .accept = _("_Take In"), .filter_name = _("Ballots of Votum"), .patterns = patterns,
  };

  votum_dialogs_choose_files (widget, &choice, files_cb, g_object_ref (widget));
}

static void
open_round_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  VotumBallotsPage *self = VOTUM_BALLOTS_PAGE (widget);
  VotumThing *round = shown_round (self);

  if (round != NULL)
    votum_open_round_ask (widget, desk_of (self), round);
}

static void
unlocked_cb (gboolean unlocked,
             gpointer data)
{
  g_autoptr(VotumBallotsPage) self = data;

  if (unlocked && self->intake != NULL)
    votum_ballot_intake_retry (self->intake, VOTUM_ARRIVAL_LOCKED);
}

static void
unlock_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  votum_ballot_keys_unlock (widget, desk_of (VOTUM_BALLOTS_PAGE (widget)), _("Take In Ballots"),
                            _("The ballots are protected by a passphrase. It is asked for once, as long as the case is open."), _("_Take In"),
                            unlocked_cb, g_object_ref (widget));
}

static void
watch_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  votum_dialogs_choose_folder (widget, _("Folder in Which Ballots Come"), _("_Watch"), folder_chosen_cb, g_object_ref (widget));
}

static void
stop_watching_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  votum_ballot_intake_set_folder (VOTUM_BALLOTS_PAGE (widget)->intake, NULL);
}

/* ---- the page ---- */

static void
votum_ballots_page_shown (VotumStepPage *page)
{
  refresh (VOTUM_BALLOTS_PAGE (page));
}

static void
votum_ballots_page_go (VotumStepPage *page,
                       VotumThing    *thing)
{
  VotumBallotsPage *self = VOTUM_BALLOTS_PAGE (page);
  GtkListBoxRow *row;

  if (VOTUM_IS_ROUND (thing))
    {
      self->round = votum_thing_get_id (thing);
      refresh (self);
    }
  for (int i = 0; VOTUM_IS_JUROR (thing) && (row = gtk_list_box_get_row_at_index (self->jurors_list, i)) != NULL; i++)
    if (votum_ballot_row_get_juror (VOTUM_BALLOT_ROW (row)) == thing)
      gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
votum_ballots_page_constructed (GObject *object)
{
  VotumBallotsPage *self = VOTUM_BALLOTS_PAGE (object);

  G_OBJECT_CLASS (votum_ballots_page_parent_class)->constructed (object);

  gtk_widget_set_visible (self->arrivals_group, FALSE);
  gtk_widget_set_visible (self->folder_group, FALSE);
  g_signal_connect_object (case_of (self), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  if (votum_ballot_intake_is_for (desk_of (self)))
    {
      self->intake = g_object_ref (votum_ballot_intake_get (desk_of (self)));
      gtk_list_box_bind_model (self->arrivals_list, votum_ballot_intake_get_list (self->intake), arrival_row_cb, self, NULL);
      g_signal_connect_object (votum_ballot_intake_get_list (self->intake), "items-changed", G_CALLBACK (arrivals_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->intake, "changed", G_CALLBACK (show_folder), self, G_CONNECT_SWAPPED);
      gtk_widget_set_visible (self->folder_group, TRUE);
      arrivals_cb (self);
      show_folder (self);
    }
  refresh (self);
}

static void
votum_ballots_page_dispose (GObject *object)
{
  VotumBallotsPage *self = VOTUM_BALLOTS_PAGE (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_object (&self->intake);
  g_clear_pointer (&self->rounds, g_ptr_array_unref);

  G_OBJECT_CLASS (votum_ballots_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, VotumBallotsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, VotumBallotsPage, none_page);
  gtk_widget_class_bind_template_child (widget_class, VotumBallotsPage, none_button);
  gtk_widget_class_bind_template_child (widget_class, VotumBallotsPage, round_box);
  gtk_widget_class_bind_template_child (widget_class, VotumBallotsPage, round_drop);
  gtk_widget_class_bind_template_child (widget_class, VotumBallotsPage, summary_label);
  gtk_widget_class_bind_template_child (widget_class, VotumBallotsPage, state_label);
  gtk_widget_class_bind_template_child (widget_class, VotumBallotsPage, hand_out_button);
  gtk_widget_class_bind_template_child (widget_class, VotumBallotsPage, take_in_button);
  gtk_widget_class_bind_template_child (widget_class, VotumBallotsPage, open_button);
  gtk_widget_class_bind_template_child (widget_class, VotumBallotsPage, again_box);
  gtk_widget_class_bind_template_child (widget_class, VotumBallotsPage, again_label);
  gtk_widget_class_bind_template_child (widget_class, VotumBallotsPage, again_button);
  gtk_widget_class_bind_template_child (widget_class, VotumBallotsPage, arrivals_group);
  gtk_widget_class_bind_template_child (widget_class, VotumBallotsPage, arrivals_list);
  gtk_widget_class_bind_template_child (widget_class, VotumBallotsPage, jurors_list);
  gtk_widget_class_bind_template_child (widget_class, VotumBallotsPage, folder_group);
  gtk_widget_class_bind_template_child (widget_class, VotumBallotsPage, folder_row);
  gtk_widget_class_bind_template_child (widget_class, VotumBallotsPage, folder_stop_button);
  gtk_widget_class_bind_template_child (widget_class, VotumBallotsPage, safety);
}

static void
votum_ballots_page_class_init (VotumBallotsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = votum_ballots_page_constructed;
  object_class->dispose = votum_ballots_page_dispose;
  VOTUM_STEP_PAGE_CLASS (klass)->shown = votum_ballots_page_shown;
  VOTUM_STEP_PAGE_CLASS (klass)->go = votum_ballots_page_go;

  g_type_ensure (VOTUM_TYPE_BALLOT_SAFETY);
  g_type_ensure (VOTUM_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-ballots-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, round_cb);
  gtk_widget_class_bind_template_callback (widget_class, none_cb);
  gtk_widget_class_install_action (widget_class, "ballots.hand-out-all", NULL, hand_out_all_action);
  gtk_widget_class_install_action (widget_class, "ballots.hand-out-older", NULL, hand_out_older_action);
  gtk_widget_class_install_action (widget_class, "ballots.take-in", NULL, take_in_action);
  gtk_widget_class_install_action (widget_class, "ballots.open-round", NULL, open_round_action);
  gtk_widget_class_install_action (widget_class, "ballots.unlock", NULL, unlock_action);
  gtk_widget_class_install_action (widget_class, "ballots.watch", NULL, watch_action);
  gtk_widget_class_install_action (widget_class, "ballots.stop-watching", NULL, stop_watching_action);
}

static void
votum_ballots_page_init (VotumBallotsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
