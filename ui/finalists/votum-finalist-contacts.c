#include "votum-config.h"

#include "votum-finalist-contacts.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-case-holder.h"
#include "votum-field-row.h"
#include "votum-part-buttons.h"
#include "votum-thing-form.h"
#include "votum-things.h"

struct _VotumFinalistContacts {
  VotumPart parent_instance;

  GtkWidget *add_button;
};

G_DEFINE_FINAL_TYPE (VotumFinalistContacts, votum_finalist_contacts, VOTUM_TYPE_PART)

/* Jurors do not write to finalists: all that goes to them goes through the secretary. */
static gboolean
shows_addresses (VotumPart *part)
{
  return votum_case_get_duty (votum_part_get_case (part)) != VOTUM_DUTY_JUROR;
}

static void
copy_cb (GtkWidget *button)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (button), g_object_get_data (G_OBJECT (button), "address"));
}

static GtkWidget *
new_view (VotumPart *part)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *write = gtk_link_button_new ("mailto:");
  GtkWidget *copy = gtk_button_new_from_icon_name ("edit-copy-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_button_set_icon_name (GTK_BUTTON (write), "mail-unread-symbolic");
  gtk_widget_set_valign (write, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (copy, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (copy, "flat");
  gtk_widget_set_tooltip_text (copy, _("Copy the Address"));
  g_signal_connect (copy, "clicked", G_CALLBACK (copy_cb), NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), write);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), copy);
  g_object_set_data (G_OBJECT (row), "write", write);
  g_object_set_data (G_OBJECT (row), "copy", copy);

  return row;
}

static GtkWidget *
new_editor (VotumPart  *part,
            VotumThing *contact)
{
  VotumDesk *desk = votum_part_get_desk (part);
  GtkWidget *row = adw_expander_row_new ();
  AdwExpanderRow *expander = ADW_EXPANDER_ROW (row);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_expander_row_add_row (expander, votum_field_row_new (desk, contact, VOTUM_CONTACT_PERSON_NAME, _("Name")));
  adw_expander_row_add_row (expander, votum_field_row_new (desk, contact, VOTUM_CONTACT_PERSON_ROLE, _("Role")));
  adw_expander_row_add_row (expander, votum_field_row_new (desk, contact, VOTUM_CONTACT_PERSON_EMAIL, _("E-mail")));
  adw_expander_row_add_row (expander, votum_field_row_new (desk, contact, VOTUM_CONTACT_PERSON_PHONE, _("Phone")));
  adw_expander_row_add_row (expander, votum_part_buttons_new (part, contact, _("The contact person has been taken out")));

  return row;
}

static GtkWidget *
votum_finalist_contacts_new_row (VotumPart  *part,
                                 VotumThing *contact)
{
  return votum_part_get_editing (part) ? new_editor (part, contact) : new_view (part);
}

static void
show_address (GtkWidget  *row,
              const char *email)
{
  GtkWidget *write = g_object_get_data (G_OBJECT (row), "write");
  GtkWidget *copy = g_object_get_data (G_OBJECT (row), "copy");
  g_autofree char *escaped = g_uri_escape_string (email, "@+", FALSE);
  g_autofree char *uri = g_strconcat ("mailto:", escaped, NULL);
  /* TRANSLATORS: %s is an e-mail address */
  g_autofree char *tooltip = g_strdup_printf (_("Write to %s"), email);

  gtk_widget_set_visible (write, *email != '\0');
  gtk_widget_set_visible (copy, *email != '\0');
  gtk_link_button_set_uri (GTK_LINK_BUTTON (write), uri);
  gtk_widget_set_tooltip_text (write, tooltip);
  g_object_set_data_full (G_OBJECT (copy), "address", g_strdup (email), g_free);
}

static void
votum_finalist_contacts_update_row (VotumPart  *part,
                                    GtkWidget  *row,
                                    VotumThing *contact)
{
  VotumDesk *desk = votum_part_get_desk (part);
  const char *role = votum_desk_text (desk, contact, VOTUM_CONTACT_PERSON_ROLE);
  const char *email = shows_addresses (part) ? votum_desk_text (desk, contact, VOTUM_CONTACT_PERSON_EMAIL) : "";
  const char *phone = shows_addresses (part) ? votum_desk_text (desk, contact, VOTUM_CONTACT_PERSON_PHONE) : "";
  g_autoptr(GString) subtitle = g_string_new (role);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), votum_desk_text (desk, contact, VOTUM_CONTACT_PERSON_NAME));
  if (*email != '\0')
    g_string_append_printf (subtitle, "%s%s", subtitle->len > 0 ? "\n" : "", email);
  if (*phone != '\0')
    g_string_append_printf (subtitle, "%s%s", subtitle->len == 0 ? "" : *email != '\0' ? " · " : "\n", phone);
  if (ADW_IS_EXPANDER_ROW (row))
    {
      adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), role);
      return;
    }
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle->str);
  show_address (row, email);
}

static void
votum_finalist_contacts_shown (VotumPart *part,
                               guint      n_rows)
{
  VotumFinalistContacts *self = VOTUM_FINALIST_CONTACTS (part);
  gboolean editing = votum_part_get_editing (part);
  gboolean may_know = votum_case_knows_names (votum_part_get_case (part));

  /* who they are tells who the finalist is */
  gtk_widget_set_visible (GTK_WIDGET (self), may_know && (n_rows > 0 || editing));
  gtk_widget_set_visible (self->add_button, editing);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
                                         shows_addresses (part) ? NULL : _("The secretary of the jury keeps in touch with them."));
}

static void
added_cb (VotumThing *contact,
          gpointer    data)
{
  votum_desk_toast (data, TRUE, _("%s has been added"), votum_thing_get_text (contact, VOTUM_CONTACT_PERSON_NAME));
}

static void
add_cb (VotumFinalistContacts *self)
{
  static const VotumFieldSpec fields[] = {
    { VOTUM_CONTACT_PERSON_NAME, N_("Name") },   { VOTUM_CONTACT_PERSON_ROLE, N_("Role") }, { VOTUM_CONTACT_PERSON_EMAIL, N_("E-mail") },
    { VOTUM_CONTACT_PERSON_PHONE, N_("Phone") }, { 0, NULL },
  };
  static const VotumThingFormSpec spec = { N_("New Contact Person"), N_("_Add"), "contact-person:new", fields };
  VotumPart *part = VOTUM_PART (self);
  g_autoptr(VotumThing) contact = votum_thing_new (VOTUM_KIND_CONTACT_PERSON);

  votum_thing_set_ref (contact, VOTUM_CONTACT_PERSON_ENTRANT, votum_thing_get_id (votum_part_get_subject (part)));
  votum_thing_form_present (GTK_WIDGET (self), votum_part_get_desk (part), &spec, contact, added_cb,
                            votum_part_get_desk (part));
}

static void
votum_finalist_contacts_class_init (VotumFinalistContactsClass *klass)
{
  VotumPartClass *part_class = VOTUM_PART_CLASS (klass);

  part_class->kind = VOTUM_KIND_CONTACT_PERSON;
  part_class->new_row = votum_finalist_contacts_new_row;
  part_class->update_row = votum_finalist_contacts_update_row;
  part_class->shown = votum_finalist_contacts_shown;
}

static void
votum_finalist_contacts_init (VotumFinalistContacts *self)
{
  self->add_button = votum_part_buttons_add (_("Add C_ontact"), _("Add a contact person"), G_CALLBACK (add_cb), self);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Contact Persons"));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), self->add_button);
}
