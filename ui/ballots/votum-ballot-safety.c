#include "votum-config.h"

#include "votum-ballot-safety.h"

#include <glib/gi18n.h>

#include "votum-ballot-intake.h"
#include "votum-ballot-keys.h"
#include "votum-case-ballots.h"
#include "votum-case-keys.h"
#include "votum-case-progress.h"
#include "votum-names.h"
#include "votum-verification-window.h"

struct _VotumBallotSafety {
  AdwPreferencesGroup parent_instance;

  AdwActionRow *passphrase_row;
  GtkButton    *passphrase_button;
  AdwActionRow *deputy_row;
  GtkButton    *deputy_button;

  VotumDesk    *desk;     /* (nullable): before the first show */
};

G_DEFINE_FINAL_TYPE (VotumBallotSafety, votum_ballot_safety, ADW_TYPE_PREFERENCES_GROUP)

/* Jurors whose ballots the deputy cannot open, since their copies are older than the deputy's passphrase. */
static guint
count_before_deputy (VotumCase *votum_case)
{
  g_autoptr(GPtrArray) jurors = votum_case_marking_jurors (votum_case);
  guint n = 0;

  for (guint i = 0; i < jurors->len; i++)
    n += votum_case_get_hand_out (votum_case, jurors->pdata[i]) != NULL && !votum_case_is_for_deputy (votum_case, jurors->pdata[i]);

  return n;
}

static void
show_deputy (VotumBallotSafety *self,
             gboolean          protected)
{
  gboolean has = votum_case_key_is_protected (votum_desk_get_case (self->desk), VOTUM_KEY_DEPUTY);
  guint n = has ? count_before_deputy (votum_desk_get_case (self->desk)) : 0;
  g_autofree char *but = g_strdup_printf (ngettext ("Opens the ballots as yours does, but for that of %u juror who was handed the case before",
                                                    "Opens the ballots as yours does, but for those of %u jurors who were handed the case before", n), n);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "safety.deputy", votum_ballot_intake_is_for (self->desk));
  adw_action_row_set_subtitle (self->deputy_row, has && n > 0 ? but
                                                 : has        ? _("Opens the ballots as yours does")
                                                 : protected  ? _("None: without your passphrase nobody can open the ballots. Set one before you hand the case out")
                                                              : _("None, and none is needed as long as the ballots have no passphrase"));
  votum_names_set_label (self->deputy_button, has ? _("Chan_ge …") : _("S_et …"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->deputy_button), has ? _("Change the Deputy’s Passphrase") : _("Set a Passphrase for the Deputy"));
}

static void
show_passphrase (VotumBallotSafety *self)
{
  gboolean protected = votum_case_key_is_protected (votum_desk_get_case (self->desk), VOTUM_KEY_CHAIR);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "safety.passphrase", votum_ballot_intake_is_for (self->desk));
  adw_action_row_set_subtitle (self->passphrase_row, protected ? _("Asked for when ballots are taken in and when a round is opened")
                                                               : _("None: whoever has this file and knows Votum could open the ballots early"));
  votum_names_set_label (self->passphrase_button, protected ? _("C_hange …") : _("_Set …"));
  show_deputy (self, protected);
}

static void
passphrase_done_cb (gpointer data)
{
  g_autoptr(VotumBallotSafety) self = data;

  if (self->desk != NULL)
    show_passphrase (self);
}

static void
passphrase_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  votum_ballot_keys_change (widget, VOTUM_BALLOT_SAFETY (widget)->desk, passphrase_done_cb, g_object_ref (widget));
}

static void
deputy_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  votum_ballot_keys_change_deputy (widget, VOTUM_BALLOT_SAFETY (widget)->desk, passphrase_done_cb, g_object_ref (widget));
}

static void
verify_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  votum_verification_window_ask (widget, VOTUM_BALLOT_SAFETY (widget)->desk);
}

static void
votum_ballot_safety_dispose (GObject *object)
{
  g_clear_object (&VOTUM_BALLOT_SAFETY (object)->desk);

  G_OBJECT_CLASS (votum_ballot_safety_parent_class)->dispose (object);
}

static void
votum_ballot_safety_class_init (VotumBallotSafetyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_ballot_safety_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-ballot-safety.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumBallotSafety, passphrase_row);
  gtk_widget_class_bind_template_child (widget_class, VotumBallotSafety, passphrase_button);
  gtk_widget_class_bind_template_child (widget_class, VotumBallotSafety, deputy_row);
  gtk_widget_class_bind_template_child (widget_class, VotumBallotSafety, deputy_button);
  gtk_widget_class_install_action (widget_class, "safety.passphrase", NULL, passphrase_action);
  gtk_widget_class_install_action (widget_class, "safety.deputy", NULL, deputy_action);
  gtk_widget_class_install_action (widget_class, "safety.verify", NULL, verify_action);
}

static void
votum_ballot_safety_init (VotumBallotSafety *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * votum_ballot_safety_show:
 * @self: the group
 * @desk: the chair's desk
 *
 * Says what protects the ballots of its case now.
 */
void
votum_ballot_safety_show (VotumBallotSafety *self,
                          VotumDesk         *desk)
{
  g_set_object (&self->desk, desk);
  show_passphrase (self);
}
