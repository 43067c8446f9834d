#include "votum-config.h"

#include "votum-finalist-attachments.h"

#include <glib/gi18n.h>

#include "votum-attachment-open.h"
#include "votum-case-holder.h"
#include "votum-dialogs.h"
#include "votum-field-row.h"
#include "votum-part-buttons.h"
#include "votum-things.h"

struct _VotumFinalistAttachments {
  VotumPart parent_instance;

  GtkWidget *add_button;
  GtkWidget *none_row;
};

G_DEFINE_FINAL_TYPE (VotumFinalistAttachments, votum_finalist_attachments, VOTUM_TYPE_PART)

static VotumThing *
attachment_of (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "attachment");
}

static void
activated_cb (VotumFinalistAttachments *self,
              GtkWidget                *row)
{
  votum_attachment_open (GTK_WIDGET (self), votum_part_get_desk (VOTUM_PART (self)), attachment_of (row));
}

static void
save_cb (GtkWidget *row)
{
  VotumPart *part = VOTUM_PART (gtk_widget_get_ancestor (row, VOTUM_TYPE_PART));

  votum_attachment_save (row, votum_part_get_desk (part), attachment_of (row));
}

static GtkWidget *
new_view (VotumPart  *part,
          VotumThing *attachment)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *save = gtk_button_new_from_icon_name ("document-save-symbolic");
  g_autoptr(GIcon) icon = votum_attachment_icon (attachment);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (row, _("Open with the System’s Program"));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_gicon (icon));
  gtk_widget_set_valign (save, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (save, "flat");
  g_signal_connect_object (save, "clicked", G_CALLBACK (save_cb), row, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), save);
  g_object_set_data (G_OBJECT (row), "save", save);
  g_object_set_data_full (G_OBJECT (row), "attachment", g_object_ref (attachment), g_object_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (activated_cb), part, G_CONNECT_SWAPPED);

  return row;
}

static GtkWidget *
new_editor (VotumPart  *part,
            VotumThing *attachment)
{
  VotumDesk *desk = votum_part_get_desk (part);
  GtkWidget *row = adw_expander_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), votum_field_row_new (desk, attachment, VOTUM_ATTACHMENT_TITLE, _("Title")));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), votum_part_buttons_new (part, attachment, _("The attachment has been taken out")));

  return row;
}

static GtkWidget *
votum_finalist_attachments_new_row (VotumPart  *part,
                                    VotumThing *attachment)
{
  return votum_part_get_editing (part) ? new_editor (part, attachment) : new_view (part, attachment);
}

static void
votum_finalist_attachments_update_row (VotumPart  *part,
                                       GtkWidget  *row,
                                       VotumThing *attachment)
{
  VotumDesk *desk = votum_part_get_desk (part);
  const char *name = votum_desk_text (desk, attachment, VOTUM_ATTACHMENT_NAME);
  const char *title = votum_desk_text (desk, attachment, VOTUM_ATTACHMENT_TITLE);
  g_autofree char *size = g_format_size (votum_thing_get_number (attachment, VOTUM_ATTACHMENT_SIZE));
  g_autofree char *subtitle = *title != '\0' ? g_strdup_printf ("%s · %s", name, size) : g_strdup (size);
  g_autofree char *save = g_strdup_printf (_("Save a copy of “%s”"), name);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), *title != '\0' ? title : name);
  if (ADW_IS_EXPANDER_ROW (row))
    {
      adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
      return;
    }
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_tooltip_text (g_object_get_data (G_OBJECT (row), "save"), save);
}

static void
votum_finalist_attachments_shown (VotumPart *part,
                                  guint      n_rows)
{
  VotumFinalistAttachments *self = VOTUM_FINALIST_ATTACHMENTS (part);
  gboolean is_juror = votum_case_get_duty (votum_part_get_case (part)) == VOTUM_DUTY_JUROR;
  gboolean may = votum_part_may_add (part, self->add_button, _("Take files into the case; they can also be dropped here"));

  gtk_widget_set_visible (self->add_button, !is_juror);
  gtk_widget_set_visible (self->none_row, n_rows == 0);
  gtk_widget_set_visible (GTK_WIDGET (self), n_rows > 0 || may);
}

/* A picture of a note is the jury's, and no part of what the finalist sent. */
static gboolean
votum_finalist_attachments_includes (VotumPart  *part,
                                     VotumThing *attachment)
{
  return !votum_thing_is_set (attachment, VOTUM_ATTACHMENT_NOTE) &&
         votum_thing_get_ref (attachment, VOTUM_ATTACHMENT_ENTRANT) == votum_thing_get_id (votum_part_get_subject (part));
}

static void
chosen_cb (GFile    *file,
           gpointer  data)
{
  g_autoptr(VotumPart) part = data;
  GSList files = { .data = file };

  if (file != NULL && votum_part_get_subject (part) != NULL)
    votum_attachment_add (votum_part_get_desk (part), votum_part_get_subject (part), &files);
}

static void
add_cb (VotumFinalistAttachments *self)
{
  const VotumFileChoice choice = { .title = _("Add a File"), .accept = _("_Add") };

  votum_dialogs_choose_file (GTK_WIDGET (self), &choice, chosen_cb, g_object_ref (self));
}

static void
votum_finalist_attachments_class_init (VotumFinalistAttachmentsClass *klass)
{
  VotumPartClass *part_class = VOTUM_PART_CLASS (klass);

  part_class->kind = VOTUM_KIND_ATTACHMENT;
  part_class->includes = votum_finalist_attachments_includes;
  part_class->new_row = votum_finalist_attachments_new_row;
  part_class->update_row = votum_finalist_attachments_update_row;
  part_class->shown = votum_finalist_attachments_shown;
}

static void
votum_finalist_attachments_init (VotumFinalistAttachments *self)
{
  self->add_button = votum_part_buttons_add (_("Add _File …"), NULL, G_CALLBACK (add_cb), self);
  self->none_row = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->none_row), _("No files"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->none_row), _("Drop files here, or add them with the button"));
  gtk_widget_add_css_class (self->none_row, "dim-label");
  gtk_widget_set_focusable (self->none_row, FALSE);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Attachments"));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), self->add_button);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->none_row);
}
