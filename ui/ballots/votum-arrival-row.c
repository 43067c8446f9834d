#include "votum-config.h"

#include "votum-arrival-row.h"

#include <glib/gi18n.h>

#include "votum-ballot-words.h"
#include "votum-dialogs.h"
#include "votum-hand-out-ask.h"
#include "votum-names.h"
#include "votum-wrap.h"

struct _VotumArrivalRow {
  GtkListBoxRow       parent_instance;

  GtkImage           *icon;
  GtkLabel           *heading_label;
  GtkLabel           *line_label;
  GtkWidget          *do_button;
  GtkWidget          *dismiss_button;

  VotumDesk          *desk;
  VotumBallotArrival *arrival;
};

G_DEFINE_FINAL_TYPE (VotumArrivalRow, votum_arrival_row, GTK_TYPE_LIST_BOX_ROW)

typedef struct {
  VotumDesk *desk;
  VotumBallotArrival *arrival;
} Late;

static void
late_cb (const char *answer,
         const char *reason,
         gpointer    data)
{
  Late *late = data;

  if (g_strcmp0 (answer, "do") == 0)
    votum_ballot_intake_take (votum_ballot_intake_get (late->desk), late->arrival, reason);
  g_object_unref (late->desk);
  g_object_unref (late->arrival);
  g_free (late);
}

static void
ask_reason (VotumArrivalRow *self)
{
  g_autofree char *heading = votum_arrival_heading (self->desk, self->arrival);
  Late *late = g_new0 (Late, 1);

  late->desk = g_object_ref (self->desk);
  late->arrival = g_object_ref (self->arrival);
  votum_dialogs_ask_text (GTK_WIDGET (self), heading,
                          _("Its marks count from now on, beside those that everybody has seen. Say why it is taken in all the same: the protocol prints it."),
                          _("Reason"), _("_Take In Late"), FALSE, late_cb, late);
}

static void
do_cb (VotumArrivalRow *self)
{
  switch (votum_ballot_arrival_get_state (self->arrival))
    {
    case VOTUM_ARRIVAL_REPLACES:
      votum_ballot_intake_take (votum_ballot_intake_get (self->desk), self->arrival, NULL);
      break;
    case VOTUM_ARRIVAL_LATE:
      ask_reason (self);
      break;
    case VOTUM_ARRIVAL_LOCKED:
      gtk_widget_activate_action (GTK_WIDGET (self), "ballots.unlock", NULL);
      break;
    case VOTUM_ARRIVAL_DISPUTED:
      votum_hand_out_ask_lost (GTK_WIDGET (self), self->desk, votum_ballot_arrival_get_incoming (self->arrival)->juror);
      break;
    case VOTUM_ARRIVAL_REFUSED:
    default:
      votum_ballot_intake_add (votum_ballot_intake_get (self->desk), votum_ballot_arrival_get_file (self->arrival));
      break;
    }
}

static void
dismiss_cb (VotumArrivalRow *self)
{
  votum_ballot_intake_dismiss (votum_ballot_intake_get (self->desk), self->arrival);
}

static void
votum_arrival_row_dispose (GObject *object)
{
  VotumArrivalRow *self = VOTUM_ARRIVAL_ROW (object);

  g_clear_object (&self->arrival);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (votum_arrival_row_parent_class)->dispose (object);
}

static void
votum_arrival_row_class_init (VotumArrivalRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_arrival_row_dispose;

  g_type_ensure (VOTUM_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-arrival-row.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumArrivalRow, icon);
  gtk_widget_class_bind_template_child (widget_class, VotumArrivalRow, heading_label);
  gtk_widget_class_bind_template_child (widget_class, VotumArrivalRow, line_label);
  gtk_widget_class_bind_template_child (widget_class, VotumArrivalRow, do_button);
  gtk_widget_class_bind_template_child (widget_class, VotumArrivalRow, dismiss_button);
  gtk_widget_class_bind_template_callback (widget_class, do_cb);
  gtk_widget_class_bind_template_callback (widget_class, dismiss_cb);
}

static void
votum_arrival_row_init (VotumArrivalRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static const char *
label_of (VotumArrivalState state)
{
  switch (state)
    {
    case VOTUM_ARRIVAL_REPLACES:
      return _("_Replace");
    case VOTUM_ARRIVAL_LATE:
      return _("_Take In Late …");
    case VOTUM_ARRIVAL_LOCKED:
      return _("_Give the Passphrase …");
    case VOTUM_ARRIVAL_DISPUTED:
      return _("_Hand Out a New Copy …");
    case VOTUM_ARRIVAL_REFUSED:
    default:
      return _("_Try Again");
    }
}

GtkWidget *
votum_arrival_row_new (VotumDesk          *desk,
                       VotumBallotArrival *arrival)
{
  VotumArrivalRow *self = g_object_new (VOTUM_TYPE_ARRIVAL_ROW, NULL);
  g_autofree char *heading = votum_arrival_heading (desk, arrival);
  g_autofree char *line = votum_arrival_line (desk, arrival);
  g_autofree char *said = g_strdup_printf ("%s. %s", heading, line);
  VotumArrivalState state = votum_ballot_arrival_get_state (arrival);

  self->desk = g_object_ref (desk);
  self->arrival = g_object_ref (arrival);
  gtk_image_set_from_icon_name (self->icon, state == VOTUM_ARRIVAL_REFUSED || state == VOTUM_ARRIVAL_DISPUTED ? "dialog-warning-symbolic" : "mail-unread-symbolic");
  gtk_label_set_text (self->heading_label, heading);
  gtk_label_set_text (self->line_label, line);
  votum_names_set_label (GTK_BUTTON (self->do_button), label_of (state));
  gtk_widget_set_visible (self->do_button, !votum_ballot_arrival_is_for_good (arrival));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->do_button), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->heading_label, NULL, -1);

  return GTK_WIDGET (self);
}
