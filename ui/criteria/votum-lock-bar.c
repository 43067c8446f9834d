#include "votum-config.h"

#include "votum-lock-bar.h"

#include <glib/gi18n.h>

#include "votum-case-lock.h"
#include "votum-dialogs.h"
#include "votum-format.h"
#include "votum-names.h"

struct _VotumLockBar {
  GtkWidget            parent_instance;

  GtkWidget           *bar;
  GtkImage            *image;
  GtkLabel            *label;
  GtkButton           *button;

  VotumCriteriaEditor *editor;
};

G_DEFINE_FINAL_TYPE (VotumLockBar, votum_lock_bar, GTK_TYPE_WIDGET)

static char *
locked_text (VotumLockBar *self)
{
  const char *since = votum_case_locked_since (votum_criteria_editor_get_case (self->editor));
  g_autofree char *time = since != NULL ? votum_format_time (since, VOTUM_TIME_LONG) : NULL;

  if (time == NULL)
    return g_strdup (_("Locked, since marking has begun. Names and descriptions can still be changed."));

  /* TRANSLATORS: %s is a day and a time */
  return g_strdup_printf (_("Locked since the first mark on %s. Names and descriptions can still be changed."), time);
}

static void
state_cb (VotumLockBar *self)
{
  const char *reason = votum_criteria_editor_get_reason (self->editor);
  gboolean locked = votum_criteria_editor_is_locked (self->editor) && votum_criteria_editor_may_change (self->editor);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->bar, locked);
  if (!locked)
    return;

  if (reason != NULL)
    text = g_strdup_printf (_("Unlocked in this window, though marking has begun: “%s”. Every change is logged with this reason and told in the protocol."), reason);
  else
    text = locked_text (self);
  gtk_label_set_text (self->label, text);
  gtk_image_set_from_icon_name (self->image, reason != NULL ? "changes-allow-symbolic" : "changes-prevent-symbolic");
  votum_names_set_label (self->button, reason != NULL ? _("_Lock Again") : _("_Unlock …"));
  if (reason != NULL)
    gtk_widget_add_css_class (self->bar, "unlocked");
  else
    gtk_widget_remove_css_class (self->bar, "unlocked");
}

static void
answer_cb (const char *answer,
           const char *text,
           gpointer    data)
{
  g_autoptr(VotumLockBar) self = data;

  if (g_str_equal (answer, "do") && self->editor != NULL)
    votum_criteria_editor_unlock (self->editor, text);
}

static void
clicked_cb (VotumLockBar *self)
{
  if (votum_criteria_editor_get_reason (self->editor) != NULL)
    {
      votum_desk_flush (votum_criteria_editor_get_desk (self->editor));
      votum_criteria_editor_unlock (self->editor, NULL);
      return;
    }

  votum_dialogs_ask_text (GTK_WIDGET (self), _("Unlock criteria and rule?"),
                          _("Marks have been given by these criteria. Whoever reads the protocol will see what was changed afterwards, "
                            "when, by whom, and why."),
                          _("Reason"), _("_Unlock"), TRUE, answer_cb, g_object_ref (self));
}

static void
votum_lock_bar_dispose (GObject *object)
{
  VotumLockBar *self = VOTUM_LOCK_BAR (object);

  g_clear_object (&self->editor);
  g_clear_pointer (&self->bar, gtk_widget_unparent);

  G_OBJECT_CLASS (votum_lock_bar_parent_class)->dispose (object);
}

static void
votum_lock_bar_class_init (VotumLockBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_lock_bar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-lock-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumLockBar, bar);
  gtk_widget_class_bind_template_child (widget_class, VotumLockBar, image);
  gtk_widget_class_bind_template_child (widget_class, VotumLockBar, label);
  gtk_widget_class_bind_template_child (widget_class, VotumLockBar, button);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
votum_lock_bar_init (VotumLockBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
votum_lock_bar_set_editor (VotumLockBar        *self,
                           VotumCriteriaEditor *editor)
{
  self->editor = g_object_ref (editor);
  g_signal_connect_object (editor, "notify::editable", G_CALLBACK (state_cb), self, G_CONNECT_SWAPPED);
  state_cb (self);
}
