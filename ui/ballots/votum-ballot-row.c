#include "votum-config.h"

#include "votum-ballot-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "votum-badge.h"
#include "votum-ballot-intake.h"
#include "votum-ballot-words.h"
#include "votum-case-holder.h"
#include "votum-case-paper.h"
#include "votum-format.h"
#include "votum-hand-out-ask.h"
#include "votum-names.h"
#include "votum-paper-window.h"
#include "votum-things.h"
#include "votum-wrap.h"

struct _VotumBallotRow {
  GtkListBoxRow parent_instance;

  AdwAvatar  *avatar;
  GtkLabel   *name_label;
  VotumBadge *badge;
  GtkLabel   *line_label;
  GtkLabel   *problem_label;
  GtkWidget  *hand_out_button;
  GtkWidget  *menu_button;

  VotumDesk  *desk;
  VotumThing *juror;
  VotumThing *round;
  char       *receipt;  /* (nullable) */
  gboolean    older;    /* the copy than the case */
};

G_DEFINE_FINAL_TYPE (VotumBallotRow, votum_ballot_row, GTK_TYPE_LIST_BOX_ROW)

static void
hand_out_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  VotumBallotRow *self = VOTUM_BALLOT_ROW (widget);

  votum_hand_out_ask_one (widget, self->desk, self->juror);
}

static void
lost_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  VotumBallotRow *self = VOTUM_BALLOT_ROW (widget);

  votum_hand_out_ask_lost (widget, self->desk, self->juror);
}

static void
mail_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  VotumBallotRow *self = VOTUM_BALLOT_ROW (widget);

  votum_hand_out_show_mail (widget, self->desk, self->juror);
}

static void
receipt_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  VotumBallotRow *self = VOTUM_BALLOT_ROW (widget);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), self->receipt);
  votum_desk_toast (self->desk, FALSE, _("The receipt is on the clipboard"));
}

static void
show_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  VotumBallotRow *self = VOTUM_BALLOT_ROW (widget);

  votum_desk_go (self->desk, "jury", self->juror);
}

static VotumThing *
paper_of (VotumBallotRow *self)
{
  return votum_case_get_paper (votum_desk_get_case (self->desk), self->juror, self->round);
}

/* What was given on paper is typed in where all marks are given: on the page for scoring, for this juror. */
static void
paper_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  VotumBallotRow *self = VOTUM_BALLOT_ROW (widget);
  GError *error = NULL;

  votum_desk_flush (self->desk);
  if (votum_case_begin_paper (votum_desk_get_case (self->desk), self->juror, self->round, &error) == NULL)
    {
      votum_desk_report (self->desk, error);
      return;
    }
  votum_desk_go (self->desk, "scoring", self->round);
  votum_desk_go (self->desk, "scoring", self->juror);
}

static void
read_paper_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  VotumBallotRow *self = VOTUM_BALLOT_ROW (widget);
  VotumThing *paper = paper_of (self);

  if (paper != NULL)
    votum_paper_window_present (widget, self->desk, paper);
}

static void
drop_paper_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  VotumBallotRow *self = VOTUM_BALLOT_ROW (widget);
  VotumThing *paper = paper_of (self);
  GError *error = NULL;

  votum_desk_flush (self->desk);
  if (paper != NULL && votum_case_drop_paper (votum_desk_get_case (self->desk), paper, &error))
    votum_desk_toast (self->desk, TRUE, _("What was typed in for %s is taken out"), votum_desk_text (self->desk, self->juror, VOTUM_JUROR_NAME));
  else
    votum_desk_report (self->desk, error);
}

static void
votum_ballot_row_dispose (GObject *object)
{
  VotumBallotRow *self = VOTUM_BALLOT_ROW (object);

  g_clear_object (&self->juror);
  g_clear_object (&self->round);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->receipt, g_free);

  G_OBJECT_CLASS (votum_ballot_row_parent_class)->dispose (object);
}

static void
votum_ballot_row_class_init (VotumBallotRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_ballot_row_dispose;

  g_type_ensure (VOTUM_TYPE_BADGE);
  g_type_ensure (VOTUM_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-ballot-row.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumBallotRow, avatar);
  gtk_widget_class_bind_template_child (widget_class, VotumBallotRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, VotumBallotRow, badge);
  gtk_widget_class_bind_template_child (widget_class, VotumBallotRow, line_label);
  gtk_widget_class_bind_template_child (widget_class, VotumBallotRow, problem_label);
  gtk_widget_class_bind_template_child (widget_class, VotumBallotRow, hand_out_button);
  gtk_widget_class_bind_template_child (widget_class, VotumBallotRow, menu_button);
  gtk_widget_class_install_action (widget_class, "ballot.hand-out", NULL, hand_out_action);
  gtk_widget_class_install_action (widget_class, "ballot.hand-out-again", NULL, hand_out_action);
  gtk_widget_class_install_action (widget_class, "ballot.lost", NULL, lost_action);
  gtk_widget_class_install_action (widget_class, "ballot.mail", NULL, mail_action);
  gtk_widget_class_install_action (widget_class, "ballot.copy-receipt", NULL, receipt_action);
  gtk_widget_class_install_action (widget_class, "ballot.paper", NULL, paper_action);
  gtk_widget_class_install_action (widget_class, "ballot.read-paper", NULL, read_paper_action);
  gtk_widget_class_install_action (widget_class, "ballot.drop-paper", NULL, drop_paper_action);
  gtk_widget_class_install_action (widget_class, "ballot.show", NULL, show_action);
}

static void
votum_ballot_row_init (VotumBallotRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
votum_ballot_row_new (VotumDesk *desk)
{
  VotumBallotRow *self = g_object_new (VOTUM_TYPE_BALLOT_ROW, NULL);

  self->desk = g_object_ref (desk);

  return GTK_WIDGET (self);
}

static void
enable_actions (VotumBallotRow            *self,
                const VotumBallotStanding *standing)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean works = votum_ballot_intake_is_for (self->desk);
  gboolean other = standing->juror != votum_case_get_holder (votum_desk_get_case (self->desk));
  gboolean paper = standing->ballot != NULL && votum_thing_get_choice (standing->ballot, VOTUM_BALLOT_STATE) == VOTUM_BALLOT_STATE_PAPER;
  gboolean closed = votum_thing_get_choice (standing->round, VOTUM_ROUND_STATE) != VOTUM_ROUND_STATE_OPEN;

  gtk_widget_action_set_enabled (widget, "ballot.hand-out", works && other && standing->hand_out == NULL);
  gtk_widget_action_set_enabled (widget, "ballot.hand-out-again", works && other && standing->hand_out != NULL);
  gtk_widget_action_set_enabled (widget, "ballot.lost", works && other && standing->hand_out != NULL);
  gtk_widget_action_set_enabled (widget, "ballot.mail", other && standing->hand_out != NULL);
  gtk_widget_action_set_enabled (widget, "ballot.paper", works && other && !closed && (standing->ballot == NULL || paper));
  gtk_widget_action_set_enabled (widget, "ballot.read-paper", works && !closed && paper && standing->n_marks > 0);
  gtk_widget_action_set_enabled (widget, "ballot.drop-paper", works && !closed && paper);
  gtk_widget_action_set_enabled (widget, "ballot.copy-receipt", self->receipt != NULL);
  /* who has an older copy is handed out to with all others who have, above the list, or by the menu */
  gtk_widget_set_visible (self->hand_out_button, works && other && standing->hand_out == NULL);
}

static void
name_buttons (VotumBallotRow *self,
              const char     *name)
{
  /* TRANSLATORS: what can be done for a juror: the name of the juror */
  g_autofree char *more = votum_format_fill (_("More for %s"), name);

  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->hand_out_button), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->name_label, NULL, -1);
  gtk_widget_set_tooltip_text (self->menu_button, more);
  votum_names_set (self->menu_button, more);
}

/**
 * votum_ballot_row_show:
 * @self: a row
 * @standing: how far a juror has come
 *
 * Brings the row into line with it.
 */
void
votum_ballot_row_show (VotumBallotRow            *self,
                       const VotumBallotStanding *standing)
{
  const char *name = votum_desk_text (self->desk, standing->juror, VOTUM_JUROR_NAME);
  g_auto(VotumBallotWords) words = { 0 };
  g_autofree char *said = NULL;

  g_set_object (&self->juror, standing->juror);
  g_set_object (&self->round, standing->round);
  g_free (self->receipt);
  self->receipt = standing->ballot != NULL ? g_strdup (votum_thing_get_text (standing->ballot, VOTUM_BALLOT_RECEIPT)) : NULL;
  votum_ballot_words (self->desk, standing, &words);
  self->older = words.older;
  adw_avatar_set_text (self->avatar, name);
  gtk_label_set_text (self->name_label, name);
  votum_badge_set (self->badge, words.badge, words.style);
  gtk_label_set_text (self->line_label, words.line);
  gtk_label_set_text (self->problem_label, words.problem != NULL ? words.problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), words.problem != NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->line_label), self->receipt);
  enable_actions (self, standing);
  name_buttons (self, name);
  said = g_strdup_printf ("%s, %s. %s%s%s", name, words.badge, words.line, words.problem != NULL ? ". " : "", words.problem != NULL ? words.problem : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
}

VotumThing *
votum_ballot_row_get_juror (VotumBallotRow *self)
{
  return self->juror;
}

/**
 * votum_ballot_row_is_older:
 * @self: a row
 *
 * Returns: whether the juror's copy is older than the case
 */
gboolean
votum_ballot_row_is_older (VotumBallotRow *self)
{
  return self->older;
}
