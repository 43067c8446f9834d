#include "votum-config.h"

#include "votum-verification-window.h"

#include <glib/gi18n.h>

#include "votum-ballot-keys.h"
#include "votum-case-verify.h"

struct _VotumVerificationWindow {
  AdwWindow            parent_instance;

  GtkImage            *icon;
  GtkLabel            *heading_label;
  GtkLabel            *figures_label;
  AdwPreferencesGroup *differences_group;
  AdwPreferencesGroup *remarks_group;
  AdwActionRow        *head_row;
};

G_DEFINE_FINAL_TYPE (VotumVerificationWindow, votum_verification_window, ADW_TYPE_WINDOW)

static void
copy_cb (VotumVerificationWindow *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), adw_action_row_get_subtitle (self->head_row));
}

static void
votum_verification_window_class_init (VotumVerificationWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-verification-window.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumVerificationWindow, icon);
  gtk_widget_class_bind_template_child (widget_class, VotumVerificationWindow, heading_label);
  gtk_widget_class_bind_template_child (widget_class, VotumVerificationWindow, figures_label);
  gtk_widget_class_bind_template_child (widget_class, VotumVerificationWindow, differences_group);
  gtk_widget_class_bind_template_child (widget_class, VotumVerificationWindow, remarks_group);
  gtk_widget_class_bind_template_child (widget_class, VotumVerificationWindow, head_row);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
votum_verification_window_init (VotumVerificationWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_lines (AdwPreferencesGroup *group,
           GPtrArray           *lines)
{
  gtk_widget_set_visible (GTK_WIDGET (group), lines->len > 0);
  for (guint i = 0; i < lines->len; i++)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), lines->pdata[i]);
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
      adw_preferences_group_add (group, row);
    }
}

static char *
figures_of (const VotumVerification *found)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, ngettext ("%u mark", "%u marks", found->n_marks), found->n_marks);
  g_string_append (text, ", ");
  g_string_append_printf (text, ngettext ("%u entry of the log", "%u entries of the log", found->n_entries), found->n_entries);
  if (found->n_ballots > 0)
    {
      g_string_append (text, ", ");
      /* TRANSLATORS: ballots that count; of them, those that were opened and compared with the marks */
      g_string_append_printf (text, ngettext ("%u ballot, of which %u was compared with the marks", "%u ballots, of which %u were compared with the marks",
                                              found->n_ballots), found->n_ballots, found->n_unsealed);
    }
  if (found->order != NULL && *found->order != '\0')
    /* TRANSLATORS: who comes first when all is computed anew */
    g_string_append_printf (text, _("\nComputed anew, first is: %s"), found->order);

  return g_string_free (text, FALSE);
}

static void
present (GtkWidget               *parent,
         const VotumVerification *found)
{
  VotumVerificationWindow *self = g_object_new (VOTUM_TYPE_VERIFICATION_WINDOW, "transient-for", gtk_widget_get_root (parent), NULL);
  gboolean holds = found->differences->len == 0;
  g_autofree char *figures = figures_of (found);

  gtk_image_set_from_icon_name (self->icon, holds ? "object-select-symbolic" : "dialog-warning-symbolic");
  gtk_label_set_text (self->heading_label, holds ? _("The Verdict Holds") : _("The Verdict Does Not Hold"));
  gtk_label_set_text (self->figures_label, figures);
  add_lines (self->differences_group, found->differences);
  add_lines (self->remarks_group, found->remarks);
  adw_action_row_set_subtitle (self->head_row, found->log_head != NULL ? found->log_head : "");
  gtk_window_present (GTK_WINDOW (self));
}

typedef struct {
  GtkWidget *parent;
  VotumDesk *desk;
} Asking;

static void
unlocked_cb (gboolean unlocked,
             gpointer data)
{
  g_autofree Asking *asking = data;
  GError *error = NULL;
  g_autoptr(VotumVerification) found = NULL;

  if (unlocked)
    {
      votum_desk_flush (asking->desk);
      found = votum_case_verify_verdict (votum_desk_get_case (asking->desk), NULL, NULL, &error);
      votum_desk_report (asking->desk, error);
    }
  if (found != NULL)
    present (asking->parent, found);
  g_object_unref (asking->parent);
  g_object_unref (asking->desk);
}

/**
 * votum_verification_window_ask:
 * @parent: a widget of the window that asks
 * @desk: the chair's desk
 *
 * Computes the verdict anew from the ballots, and shows what was found. Asks for the passphrase of the ballots where they have one.
 */
void
votum_verification_window_ask (GtkWidget *parent,
                               VotumDesk *desk)
{
  Asking *asking = g_new0 (Asking, 1);

  asking->parent = g_object_ref (GTK_WIDGET (gtk_widget_get_root (parent)));
  asking->desk = g_object_ref (desk);
  votum_ballot_keys_unlock (parent, desk, _("Check the Verdict"), _("The ballots are protected by a passphrase. It is needed to compare them with the marks."),
                            _("_Check"), unlocked_cb, asking);
}
