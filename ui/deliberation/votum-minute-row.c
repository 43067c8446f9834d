#include "votum-config.h"

#include "votum-minute-row.h"

#include <glib/gi18n.h>

#include "votum-case-edit.h"
#include "votum-case-holder.h"
#include "votum-case-minutes.h"
#include "votum-format.h"
#include "votum-names.h"
#include "votum-things.h"
#include "votum-vote-window.h"

struct _VotumMinuteRow {
  GtkListBoxRow  parent_instance;

  GtkLabel      *time;
  GtkLabel      *words;
  GtkMenuButton *menu;
  GtkWidget     *popover;
  GtkWidget     *entry;
  GtkWidget     *correct_button;

  VotumDesk     *desk;
  VotumThing    *minute;
};

G_DEFINE_FINAL_TYPE (VotumMinuteRow, votum_minute_row, GTK_TYPE_LIST_BOX_ROW)

static gboolean
has_words (VotumMinuteRow *self)
{
  return votum_thing_get_choice (self->minute, VOTUM_MINUTE_KIND) >= VOTUM_MINUTE_KIND_PROPOSAL;
}

static gboolean
is_vote (VotumMinuteRow *self)
{
  return votum_thing_get_choice (self->minute, VOTUM_MINUTE_KIND) == VOTUM_MINUTE_KIND_VOTE;
}

static void
opened_cb (VotumMinuteRow *self)
{
  const char *text = votum_thing_get_text (self->minute, VOTUM_MINUTE_TEXT);

  if (gtk_widget_get_visible (self->popover))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text != NULL ? text : "");
}

static void
correct_cb (VotumMinuteRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr(GError) error = NULL;

  gtk_menu_button_popdown (self->menu);
  if (is_vote (self))
    votum_vote_window_correct (GTK_WIDGET (self), self->desk, self->minute);
  else if (!votum_case_edit (votum_desk_get_case (self->desk), self->minute, VOTUM_MINUTE_TEXT, *text != '\0' ? text : NULL, NULL, &error))
    votum_desk_report (self->desk, g_steal_pointer (&error));
}

static void
remove_cb (VotumMinuteRow *self)
{
  g_autoptr(VotumDesk) desk = g_object_ref (self->desk);
  g_autoptr(VotumThing) minute = g_object_ref (self->minute);
  g_autoptr(GError) error = NULL;

  gtk_menu_button_popdown (self->menu);
  if (!votum_case_remove (votum_desk_get_case (desk), minute, &error))
    votum_desk_report (desk, g_steal_pointer (&error));
  else
    votum_desk_toast (desk, TRUE, _("Taken out of the minutes"));
}

static void
votum_minute_row_dispose (GObject *object)
{
  VotumMinuteRow *self = VOTUM_MINUTE_ROW (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->minute);

  G_OBJECT_CLASS (votum_minute_row_parent_class)->dispose (object);
}

static void
votum_minute_row_class_init (VotumMinuteRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = votum_minute_row_dispose;
}

static void
make_popover (VotumMinuteRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *remove = gtk_button_new_with_mnemonic (_("_Take Out"));

  self->popover = gtk_popover_new ();
  self->entry = gtk_entry_new ();
  self->correct_button = gtk_button_new_with_mnemonic (_("_Correct"));
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 32);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Words of the minute"), -1);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->correct_button);
  gtk_box_append (GTK_BOX (box), remove);
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  g_signal_connect_object (self->popover, "notify::visible", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (correct_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->correct_button, "clicked", G_CALLBACK (correct_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
}

static void
votum_minute_row_init (VotumMinuteRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  self->time = GTK_LABEL (gtk_label_new (NULL));
  self->words = GTK_LABEL (gtk_label_new (NULL));
  self->menu = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->time), GTK_ALIGN_BASELINE);
  gtk_widget_add_css_class (GTK_WIDGET (self->time), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->time), "numeric");
  gtk_label_set_wrap (self->words, TRUE);
  gtk_label_set_wrap_mode (self->words, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->words, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->words), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->words), GTK_ALIGN_BASELINE);
  make_popover (self);
  gtk_menu_button_set_icon_name (self->menu, "document-edit-symbolic");
  gtk_menu_button_set_popover (self->menu, self->popover);
  gtk_widget_set_valign (GTK_WIDGET (self->menu), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self->menu), "flat");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->menu), _("Correct"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->time));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->words));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->menu));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "minute");
}

GtkWidget *
votum_minute_row_new (VotumDesk  *desk,
                      VotumThing *minute)
{
  VotumMinuteRow *self = g_object_new (VOTUM_TYPE_MINUTE_ROW, NULL);

  self->desk = g_object_ref (desk);
  self->minute = g_object_ref (minute);
  votum_minute_row_show (self);

  return GTK_WIDGET (self);
}

VotumThing *
votum_minute_row_get_minute (VotumMinuteRow *self)
{
  return self->minute;
}

/**
 * votum_minute_row_show:
 * @self: a row
 *
 * Shows its minute as it is now.
 */
void
votum_minute_row_show (VotumMinuteRow *self)
{
  VotumCase *votum_case = votum_desk_get_case (self->desk);
  g_autofree char *words = votum_case_minute_words (votum_case, self->minute, votum_desk_get_lang (self->desk));
  g_autofree char *time = votum_format_time (votum_thing_get_text (self->minute, VOTUM_MINUTE_TIME), VOTUM_TIME_CLOCK);
  g_autofree char *both = g_strdup_printf ("%s %s", time, words);
  /* TRANSLATORS: a button beside a minute, which is said behind it: "Correct: 10:15 Tore Haukeland left." */
  g_autofree char *name = g_strdup_printf (_("Correct: %s"), both);

  gtk_label_set_text (self->time, time);
  gtk_label_set_text (self->words, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, both, -1);
  votum_names_set (GTK_WIDGET (self->menu), name);
  gtk_widget_set_visible (GTK_WIDGET (self->menu), votum_case_may_change (votum_case, VOTUM_KIND_MINUTE, self->minute, NULL));
  gtk_widget_set_visible (self->entry, has_words (self) && !is_vote (self));
  votum_names_set_label (GTK_BUTTON (self->correct_button), is_vote (self) ? _("_Correct the Vote …") : _("_Correct"));
  gtk_widget_set_visible (self->correct_button, has_words (self));
}
