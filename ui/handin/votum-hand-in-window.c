#include "votum-config.h"

#include "votum-hand-in-window.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-application.h"
#include "votum-case-holder.h"
#include "votum-case-keys.h"
#include "votum-case-progress.h"
#include "votum-dialogs.h"
#include "votum-error.h"
#include "votum-hand-in-words.h"
#include "votum-names.h"
#include "votum-receipt-page.h"

struct _VotumHandInWindow {
  AdwWindow            parent_instance;

  GtkStack            *stack;
  GtkWidget           *cancel;
  GtkButton           *hand_in;
  GtkWidget           *done;
  GtkLabel            *lead;
  GtkWidget           *problem_group;
  GtkLabel            *problem;
  AdwPreferencesGroup *gaps;
  AdwActionRow        *marks_row;
  AdwActionRow        *recused_row;
  AdwActionRow        *notes_row;
  GtkWidget           *passphrase_group;
  GtkEditable         *passphrase;
  GtkSpinner          *spinner;
  VotumReceiptPage    *receipt;

  VotumDesk           *desk;
  VotumThing          *round;
  GFile               *file;      /* (nullable): where the ballot goes */
  guint                number;    /* of the ballot */
  guint                n_gaps;
  GtkWidget           *first_gap; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (VotumHandInWindow, votum_hand_in_window, ADW_TYPE_WINDOW)

static VotumCase *
get_case (VotumHandInWindow *self)
{
  return votum_desk_get_case (self->desk);
}

static void
show_page (VotumHandInWindow *self,
           const char        *name)
{
  gboolean summary = strcmp (name, "summary") == 0;
  gboolean sealing = strcmp (name, "sealing") == 0;

  votum_names_show_only (self->stack, name);
  gtk_spinner_set_spinning (self->spinner, sealing);
  gtk_widget_set_visible (self->cancel, summary);
  gtk_widget_set_visible (GTK_WIDGET (self->hand_in), summary);
  gtk_widget_set_visible (self->done, !summary && !sealing);
}

static void
say_problem (VotumHandInWindow *self,
             const char        *sentence)
{
  gtk_label_set_text (self->problem, sentence);
  gtk_widget_set_visible (self->problem_group, *sentence != '\0');
}

/* ---- what is missing ---- */

/* What a row leads to. */
typedef struct {
  VotumHandInWindow *self;
  VotumThing *entrant;
  VotumThing *criterion;
} Place;

static void
place_free (gpointer  data,
            GClosure *closure)
{
  Place *place = data;

  g_object_unref (place->entrant);
  g_object_unref (place->criterion);
  g_free (place);
}

static void
gap_cb (AdwActionRow *row,
        Place        *place)
{
  g_autoptr(VotumDesk) desk = g_object_ref (place->self->desk);
  g_autoptr(VotumThing) entrant = g_object_ref (place->entrant);
  g_autoptr(VotumThing) criterion = g_object_ref (place->criterion);
  g_autoptr(VotumThing) round = g_object_ref (place->self->round);

  gtk_window_destroy (GTK_WINDOW (place->self));
  votum_desk_go (desk, "scoring", round);
  votum_desk_go (desk, "scoring", entrant);
  votum_desk_go (desk, "scoring", criterion);
}

static void
add_gap (VotumHandInWindow    *self,
         const VotumHandInGap *gap)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");
  g_autofree char *name = votum_desk_name (self->desk, gap->entrant);
  g_autofree char *words = votum_hand_in_gap_words (self->desk, self->round, gap);
  Place *place = g_new0 (Place, 1);

  place->self = self;
  place->entrant = g_object_ref (gap->entrant);
  place->criterion = g_object_ref (gap->criterion);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_data (row, "activated", G_CALLBACK (gap_cb), place, place_free, 0);
  adw_preferences_group_add (self->gaps, row);
  if (self->first_gap == NULL)
    self->first_gap = row;
}

/* ---- what goes ---- */

static void
set_subtitle (AdwActionRow *row,
              const char   *text)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_subtitle (row, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (row), text != NULL);
}

static gboolean
fill (VotumHandInWindow  *self,
      GError            **error)
{
  VotumHandInSummary summary;
  g_autoptr(GArray) gaps = NULL;
  g_autofree char *lead = NULL;
  g_autofree char *marks = NULL;
  g_autofree char *recused = NULL;
  g_autofree char *notes = NULL;
  g_autofree char *problem = NULL;

  if (!votum_case_sum_up_hand_in (get_case (self), self->round, &summary, error))
    return FALSE;

  gaps = votum_case_hand_in_gaps (get_case (self), self->round);
  lead = votum_hand_in_lead (self->desk, self->round, &summary);
  marks = votum_hand_in_marks_words (&summary);
  recused = votum_hand_in_recused_words (self->desk, self->round);
  notes = votum_hand_in_notes_words (self->desk);
  self->number = summary.number;
  self->n_gaps = gaps->len;
  gtk_label_set_text (self->lead, lead);
  set_subtitle (self->marks_row, marks);
  set_subtitle (self->recused_row, recused);
  set_subtitle (self->notes_row, notes);
  for (guint i = 0; i < gaps->len; i++)
    add_gap (self, &g_array_index (gaps, VotumHandInGap, i));
  gtk_widget_set_visible (GTK_WIDGET (self->gaps), gaps->len > 0);
  problem = votum_case_hand_in_problem (get_case (self), self->round);
  say_problem (self, problem != NULL ? problem : "");
  gtk_widget_set_sensitive (GTK_WIDGET (self->hand_in), summary.comments_missing == 0 && problem == NULL);
  if (problem != NULL)
    adw_preferences_group_set_description (self->gaps, _("Each line leads to where it is given."));
  votum_names_set_label (self->hand_in, gaps->len > 0 && problem == NULL ? _("_Hand In All the Same …")
                                                      /* TRANSLATORS: the mails to jurors speak of it: “Lever” in Norwegian, ”Lämna in” in Swedish */
                                                      : _("_Hand In …"));
  gtk_widget_set_visible (self->passphrase_group, votum_case_key_is_protected (get_case (self), VOTUM_KEY_JUROR));

  return TRUE;
}

/* ---- handing in ---- */

static VotumSettings *
get_settings (VotumHandInWindow *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  return votum_application_get_settings (VOTUM_APPLICATION (gtk_window_get_application (parent)));
}

static void
handed_in_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(VotumHandInWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *receipt = votum_case_hand_in_finish (VOTUM_CASE (source), result, &error);
  VotumThing *ballot = NULL;

  if (receipt != NULL)
    votum_case_hand_in_state (VOTUM_CASE (source), self->round, &ballot);
  if (ballot == NULL)
    {
      say_problem (self, error != NULL ? error->message : "");
      show_page (self, "summary");
      gtk_widget_grab_focus (g_error_matches (error, VOTUM_ERROR, VOTUM_ERROR_PASSPHRASE) ? GTK_WIDGET (self->passphrase)
                                                                                           : GTK_WIDGET (self->hand_in));
      return;
    }
  votum_receipt_page_show (self->receipt, self->desk, ballot, self->file);
  show_page (self, "receipt");
  gtk_widget_grab_focus (self->done);
}

static void
file_chosen_cb (GFile   *file,
                gpointer data)
{
  g_autoptr(VotumHandInWindow) self = data;
  g_autofree char *folder = NULL;
  const char *passphrase;

  if (file == NULL || gtk_window_get_transient_for (GTK_WINDOW (self)) == NULL)
    return;
  if (g_file_peek_path (file) == NULL)
    {
      say_problem (self, _("This folder is not on the computer. Save the ballot in one of your own, and send it from there."));
      return;
    }
  folder = g_path_get_dirname (g_file_peek_path (file));
  votum_settings_set_ballot_folder (get_settings (self), folder);
  g_set_object (&self->file, file);
  passphrase = gtk_editable_get_text (self->passphrase);
  say_problem (self, "");
  show_page (self, "sealing");
  votum_case_hand_in_async (get_case (self), self->round, g_file_peek_path (file), *passphrase != '\0' ? passphrase : NULL, handed_in_cb,
                            g_object_ref (self));
}

static void
hand_in_cb (VotumHandInWindow *self)
{
  static const char *const patterns[] = { "*.ballot", NULL };
  const char *folder = votum_settings_get_ballot_folder (get_settings (self));
  g_autofree char *suggested = votum_hand_in_file_name (get_case (self), self->round, self->number);
  const VotumFileChoice choice = {
    .title = _("Save the Ballot"), .accept = _("_Hand In"), .save = TRUE, .suggested = suggested,
    .folder = *folder != '\0' && g_file_test (folder, G_FILE_TEST_IS_DIR) ? folder : NULL,
    .filter_name = _("Ballots"), .patterns = patterns,
  };

  /* words that are being typed go with the ballot */
  votum_desk_flush (self->desk);
  votum_dialogs_choose_file (GTK_WIDGET (self), &choice, file_chosen_cb, g_object_ref (self));
}

static void
passphrase_cb (VotumHandInWindow *self)
{
  say_problem (self, "");
}

static void
cancel_cb (VotumHandInWindow *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

/* What is being sealed is awaited: its receipt has to be seen. */
static gboolean
votum_hand_in_window_close_request (GtkWindow *window)
{
  VotumHandInWindow *self = VOTUM_HAND_IN_WINDOW (window);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "sealing") == 0)
    return TRUE;

  return GTK_WINDOW_CLASS (votum_hand_in_window_parent_class)->close_request (window);
}

static void
votum_hand_in_window_finalize (GObject *object)
{
  VotumHandInWindow *self = VOTUM_HAND_IN_WINDOW (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->round);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (votum_hand_in_window_parent_class)->finalize (object);
}

static void
votum_hand_in_window_class_init (VotumHandInWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = votum_hand_in_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = votum_hand_in_window_close_request;

  g_type_ensure (VOTUM_TYPE_RECEIPT_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-hand-in-window.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumHandInWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, VotumHandInWindow, cancel);
  gtk_widget_class_bind_template_child (widget_class, VotumHandInWindow, hand_in);
  gtk_widget_class_bind_template_child (widget_class, VotumHandInWindow, done);
  gtk_widget_class_bind_template_child (widget_class, VotumHandInWindow, lead);
  gtk_widget_class_bind_template_child (widget_class, VotumHandInWindow, problem_group);
  gtk_widget_class_bind_template_child (widget_class, VotumHandInWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, VotumHandInWindow, gaps);
  gtk_widget_class_bind_template_child (widget_class, VotumHandInWindow, marks_row);
  gtk_widget_class_bind_template_child (widget_class, VotumHandInWindow, recused_row);
  gtk_widget_class_bind_template_child (widget_class, VotumHandInWindow, notes_row);
  gtk_widget_class_bind_template_child (widget_class, VotumHandInWindow, passphrase_group);
  gtk_widget_class_bind_template_child (widget_class, VotumHandInWindow, passphrase);
  gtk_widget_class_bind_template_child (widget_class, VotumHandInWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, VotumHandInWindow, receipt);
  gtk_widget_class_bind_template_callback (widget_class, hand_in_cb);
  gtk_widget_class_bind_template_callback (widget_class, passphrase_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
votum_hand_in_window_init (VotumHandInWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  say_problem (self, "");
  show_page (self, "summary");
}

static VotumHandInWindow *
window_new (GtkWindow *parent,
            VotumDesk *desk)
{
  VotumHandInWindow *self = g_object_new (VOTUM_TYPE_HAND_IN_WINDOW, "transient-for", parent, "modal", TRUE, NULL);

  self->desk = g_object_ref (desk);

  return self;
}

/**
 * votum_hand_in_window_present:
 * @parent: a window of the case
 * @desk: its desk
 *
 * Shows what would be handed in of the round in which marks are given now.
 */
void
votum_hand_in_window_present (GtkWindow *parent,
                              VotumDesk *desk)
{
  VotumThing *round = votum_case_current_round (votum_desk_get_case (desk));
  VotumHandInWindow *self;
  g_autoptr(GError) error = NULL;

  votum_desk_flush (desk);
  if (round == NULL)
    {
      votum_dialogs_tell (GTK_WIDGET (parent), _("There is nothing to hand in"), _("The case has no round to give marks in."));
      return;
    }
  self = window_new (parent, desk);
  self->round = g_object_ref (round);
  if (!fill (self, &error))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      votum_dialogs_tell (GTK_WIDGET (parent), _("There is nothing to hand in"), error->message);
      return;
    }
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->first_gap != NULL                              ? self->first_gap
                         : gtk_widget_get_visible (self->passphrase_group) ? GTK_WIDGET (self->passphrase)
                                                                              : GTK_WIDGET (self->hand_in));
}

/**
 * votum_hand_in_window_present_receipt:
 * @parent: a window of the case
 * @desk: its desk
 * @ballot: a ballot that was handed in from it
 *
 * Shows its receipt once more.
 */
void
votum_hand_in_window_present_receipt (GtkWindow  *parent,
                                      VotumDesk  *desk,
                                      VotumThing *ballot)
{
  VotumHandInWindow *self = window_new (parent, desk);
  g_autoptr(GFile) file = votum_hand_in_find_file (votum_desk_get_case (desk), ballot, votum_settings_get_ballot_folder (get_settings (self)));

  votum_receipt_page_show (self->receipt, desk, ballot, file);
  show_page (self, "receipt");
  gtk_window_set_title (GTK_WINDOW (self), _("Receipt"));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->done);
}
