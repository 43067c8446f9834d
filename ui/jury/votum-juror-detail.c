#include "votum-config.h"

#include "votum-juror-detail.h"

#include <glib/gi18n.h>

#include "votum-case-edit.h"
#include "votum-case-holder.h"
#include "votum-field-row.h"
#include "votum-juror-recusals.h"
#include "votum-jury-words.h"
#include "votum-mail-language-row.h"
#include "votum-names.h"
#include "votum-things.h"

struct _VotumJurorDetail {
  AdwBin               parent_instance;

  GtkScrolledWindow   *scrolled;
  AdwAvatar           *avatar;
  GtkLabel            *name_label;
  GtkLabel            *roles_label;
  GtkWidget           *write_button;
  GtkWidget           *remove_button;
  GtkLabel            *notice_label;
  AdwPreferencesGroup *about_group;
  AdwPreferencesGroup *roles_group;
  VotumPart           *recusals;
  GPtrArray           *about_rows;
  GtkCheckButton      *roles[VOTUM_N_ROLES];

  VotumDesk           *desk;
  VotumThing          *juror;     /* (nullable) */
  gboolean             editable;  /* as the rows are */
  gboolean             setting;
};

G_DEFINE_FINAL_TYPE (VotumJurorDetail, votum_juror_detail, ADW_TYPE_BIN)

/* ---- about ---- */

static void
add_about (VotumJurorDetail *self,
           guint             field,
           const char       *label)
{
  GtkWidget *row;

  if (self->editable)
    {
      row = votum_field_row_new (self->desk, self->juror, field, label);
    }
  else
    {
      const char *text = votum_desk_text (self->desk, self->juror, field);

      if (*text == '\0')
        return;
      row = adw_action_row_new ();
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), label);
    }
  adw_preferences_group_add (self->about_group, row);
  g_ptr_array_add (self->about_rows, row);
}

static void
show_about (VotumJurorDetail *self)
{
  for (guint i = 0; i < self->about_rows->len; i++)
    adw_preferences_group_remove (self->about_group, g_ptr_array_index (self->about_rows, i));
  g_ptr_array_set_size (self->about_rows, 0);
  if (self->juror == NULL)
    return;
  self->editable = votum_case_may_change (votum_desk_get_case (self->desk), VOTUM_KIND_JUROR, self->juror, NULL);
  if (self->editable)
    add_about (self, VOTUM_JUROR_NAME, _("Name"));
  add_about (self, VOTUM_JUROR_ORGANISATION, _("Organisation"));
  add_about (self, VOTUM_JUROR_EMAIL, _("E-mail"));
  if (self->editable)
    {
      GtkWidget *row = votum_mail_language_row_new (self->desk, self->juror);

      adw_preferences_group_add (self->about_group, row);
      g_ptr_array_add (self->about_rows, row);
    }
}

/* ---- roles ---- */

static void
role_toggled_cb (VotumJurorDetail *self,
                 GtkCheckButton   *check)
{
  const char *const *choices = votum_juror_info.fields[VOTUM_JUROR_ROLES].choices;
  g_autoptr(GString) roles = g_string_new (NULL);
  GError *error = NULL;

  if (self->setting || self->juror == NULL)
    return;
  for (guint i = 0; i < VOTUM_N_ROLES; i++)
    if (gtk_check_button_get_active (self->roles[i]))
      g_string_append_printf (roles, "%s%s", roles->len > 0 ? " " : "", choices[i]);
  votum_desk_flush (self->desk);
  votum_case_edit (votum_desk_get_case (self->desk), self->juror, VOTUM_JUROR_ROLES, roles->len > 0 ? roles->str : NULL, NULL, &error);
  if (!votum_desk_report (self->desk, error))
    {
      self->setting = TRUE;
      gtk_check_button_set_active (check, !gtk_check_button_get_active (check));
      self->setting = FALSE;
    }
}

static void
add_roles (VotumJurorDetail *self)
{
  for (guint i = 0; i < VOTUM_N_ROLES; i++)
    {
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *check = gtk_check_button_new ();

      self->roles[i] = GTK_CHECK_BUTTON (check);
      gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), votum_role_word (i));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), votum_role_meaning (i));
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
      gtk_widget_set_focusable (row, FALSE);
      /* its name is the title of the row */
      gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, votum_role_meaning (i), -1);
      g_signal_connect_object (check, "toggled", G_CALLBACK (role_toggled_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (self->roles_group, row);
    }
}

static void
show_roles (VotumJurorDetail *self,
            const char       *reason)
{
  g_autofree char *roles = votum_jury_roles (self->juror);

  self->setting = TRUE;
  for (guint i = 0; i < VOTUM_N_ROLES; i++)
    {
      gtk_check_button_set_active (self->roles[i], votum_thing_has_choice (self->juror, VOTUM_JUROR_ROLES, i));
      gtk_widget_set_sensitive (GTK_WIDGET (self->roles[i]), reason == NULL);
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->roles[i]), reason);
    }
  self->setting = FALSE;
  gtk_label_set_text (self->roles_label, *roles != '\0' ? roles : _("No role"));
}

/* ---- the head ---- */

static guint
count_marks (VotumJurorDetail *self)
{
  const VotumMarks *marks = votum_case_get_marks (votum_desk_get_case (self->desk));
  guint n = 0;

  for (guint i = 0; i < votum_marks_size (marks); i++)
    if (votum_marks_get (marks, i)->juror == votum_thing_get_id (self->juror))
      n++;

  return n;
}

static void
show_removal (VotumJurorDetail *self,
              const char       *reason)
{
  guint n_marks = count_marks (self);
  g_autofree char *text = NULL;

  if (reason != NULL)
    text = g_strdup (reason);
  else if (n_marks > 0)
    text = g_strdup_printf (ngettext ("Has given %u mark and so stays in the case. Take the roles away instead.",
                                      "Has given %u marks and so stays in the case. Take the roles away instead.", n_marks),
                            n_marks);
  else
    text = g_strdup (_("Take Out of the Jury"));
  gtk_widget_set_sensitive (self->remove_button, reason == NULL && n_marks == 0);
  gtk_widget_set_tooltip_text (self->remove_button, text);
  votum_names_set (self->remove_button, _("Take out of the jury"));
}

static void
show_mail (VotumJurorDetail *self)
{
  const char *email = votum_desk_text (self->desk, self->juror, VOTUM_JUROR_EMAIL);
  g_autofree char *escaped = g_uri_escape_string (email, "@+", FALSE);
  g_autofree char *uri = g_strconcat ("mailto:", escaped, NULL);
  g_autofree char *tooltip = g_strdup_printf (_("Write to %s"), email);

  gtk_widget_set_visible (self->write_button, *email != '\0');
  gtk_link_button_set_uri (GTK_LINK_BUTTON (self->write_button), uri);
  gtk_widget_set_tooltip_text (self->write_button, tooltip);
}

static void
show_head (VotumJurorDetail *self)
{
  VotumCase *votum_case = votum_desk_get_case (self->desk);
  const char *name = votum_desk_text (self->desk, self->juror, VOTUM_JUROR_NAME);
  gboolean is_holder = votum_case_get_holder (votum_case) == self->juror;
  g_autoptr(GError) error = NULL;

  votum_case_may_change (votum_case, VOTUM_KIND_JUROR, self->juror, &error);
  adw_avatar_set_text (self->avatar, name);
  gtk_label_set_text (self->name_label, name);
  gtk_label_set_text (self->notice_label, is_holder ? _("This is you: the case is your copy.") : "");
  gtk_widget_set_visible (GTK_WIDGET (self->notice_label), is_holder);
  show_roles (self, error != NULL ? error->message : NULL);
  show_removal (self, error != NULL ? error->message : NULL);
  show_mail (self);
}

static void
changed_cb (VotumJurorDetail *self)
{
  if (self->juror == NULL)
    return;
  if (self->editable != votum_case_may_change (votum_desk_get_case (self->desk), VOTUM_KIND_JUROR, self->juror, NULL))
    show_about (self);
  show_head (self);
}

static void
remove_cb (VotumJurorDetail *self)
{
  g_autoptr(VotumThing) juror = g_object_ref (self->juror);
  g_autofree char *name = votum_desk_name (self->desk, juror);
  GError *error = NULL;

  votum_desk_flush (self->desk);
  votum_case_remove (votum_desk_get_case (self->desk), juror, &error);
  if (votum_desk_report (self->desk, error))
    votum_desk_toast (self->desk, TRUE, _("%s has been taken out of the jury"), name);
}

static void
votum_juror_detail_dispose (GObject *object)
{
  VotumJurorDetail *self = VOTUM_JUROR_DETAIL (object);

  g_clear_object (&self->juror);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (votum_juror_detail_parent_class)->dispose (object);
}

static void
votum_juror_detail_finalize (GObject *object)
{
  g_ptr_array_unref (VOTUM_JUROR_DETAIL (object)->about_rows);

  G_OBJECT_CLASS (votum_juror_detail_parent_class)->finalize (object);
}

static void
votum_juror_detail_class_init (VotumJurorDetailClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = votum_juror_detail_dispose;
  object_class->finalize = votum_juror_detail_finalize;

  g_type_ensure (VOTUM_TYPE_JUROR_RECUSALS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-juror-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumJurorDetail, scrolled);
  gtk_widget_class_bind_template_child (widget_class, VotumJurorDetail, avatar);
  gtk_widget_class_bind_template_child (widget_class, VotumJurorDetail, name_label);
  gtk_widget_class_bind_template_child (widget_class, VotumJurorDetail, roles_label);
  gtk_widget_class_bind_template_child (widget_class, VotumJurorDetail, write_button);
  gtk_widget_class_bind_template_child (widget_class, VotumJurorDetail, remove_button);
  gtk_widget_class_bind_template_child (widget_class, VotumJurorDetail, notice_label);
  gtk_widget_class_bind_template_child (widget_class, VotumJurorDetail, about_group);
  gtk_widget_class_bind_template_child (widget_class, VotumJurorDetail, roles_group);
  gtk_widget_class_bind_template_child (widget_class, VotumJurorDetail, recusals);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
votum_juror_detail_init (VotumJurorDetail *self)
{
  self->about_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_button_set_icon_name (GTK_BUTTON (self->write_button), "mail-unread-symbolic");
  add_roles (self);
}

/**
 * votum_juror_detail_show:
 * @self: a detail
 * @desk: a desk, always the same
 * @juror: (nullable): whom to show
 */
void
votum_juror_detail_show (VotumJurorDetail *self,
                         VotumDesk        *desk,
                         VotumThing       *juror)
{
  g_return_if_fail (VOTUM_IS_JUROR_DETAIL (self) && VOTUM_IS_DESK (desk));

  if (self->desk == NULL)
    {
      self->desk = g_object_ref (desk);
      g_signal_connect_object (votum_desk_get_case (desk), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
    }
  if (self->juror == juror)
    return;

  votum_desk_flush (desk);
  g_set_object (&self->juror, juror);
  show_about (self);
  votum_part_show (self->recusals, desk, juror, FALSE);
  if (juror != NULL)
    show_head (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
}
