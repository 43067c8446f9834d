#include "votum-config.h"

#include "votum-recusal-row.h"

#include <glib/gi18n.h>

#include "votum-case-holder.h"
#include "votum-jury-words.h"
#include "votum-names.h"
#include "votum-recusal-dialog.h"
#include "votum-things.h"

struct _VotumRecusalRow {
  AdwActionRow parent_instance;

  GtkWidget *edit_button;
  GtkWidget *back_button;

  VotumDesk *desk;
  VotumThing *recusal;
  VotumRecusalRowSide side;
};

G_DEFINE_FINAL_TYPE (VotumRecusalRow, votum_recusal_row, ADW_TYPE_ACTION_ROW)

static void
edit_cb (VotumRecusalRow *self)
{
  votum_recusal_dialog_edit (GTK_WIDGET (self), self->desk, self->recusal);
}

static void
back_cb (VotumRecusalRow *self)
{
  votum_recusal_dialog_take_back (self->desk, self->recusal);
}

static void
votum_recusal_row_dispose (GObject *object)
{
  VotumRecusalRow *self = VOTUM_RECUSAL_ROW (object);

  g_clear_object (&self->recusal);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (votum_recusal_row_parent_class)->dispose (object);
}

static void
votum_recusal_row_class_init (VotumRecusalRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = votum_recusal_row_dispose;
}

static GtkWidget *
add_button (VotumRecusalRow *self,
            const char      *icon_name,
            GCallback        callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), button);

  return button;
}

static void
votum_recusal_row_init (VotumRecusalRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  self->edit_button = add_button (self, "document-edit-symbolic", G_CALLBACK (edit_cb));
  self->back_button = add_button (self, "user-trash-symbolic", G_CALLBACK (back_cb));
}

/**
 * votum_recusal_row_new:
 * @desk: a desk
 * @recusal: a recusal of the case
 * @side: what stands first
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
votum_recusal_row_new (VotumDesk           *desk,
                       VotumThing          *recusal,
                       VotumRecusalRowSide  side)
{
  VotumRecusalRow *self = g_object_new (VOTUM_TYPE_RECUSAL_ROW, NULL);

  self->desk = g_object_ref (desk);
  self->recusal = g_object_ref (recusal);
  self->side = side;
  votum_recusal_row_update (self);

  return GTK_WIDGET (self);
}

/* The tooltip is also what a screen reader calls the button, and a page has many of them: so it names whom. */
static void
allow (GtkWidget  *button,
       const char *does,
       GError     *error)
{
  gtk_widget_set_sensitive (button, error == NULL);
  gtk_widget_set_tooltip_text (button, error == NULL ? does : error->message);
  votum_names_set (button, does);
}

/**
 * votum_recusal_row_update:
 * @self: a row
 *
 * Brings the row into line with the case.
 */
void
votum_recusal_row_update (VotumRecusalRow *self)
{
  VotumCase *votum_case = votum_desk_get_case (self->desk);
  VotumThing *juror = votum_case_lookup (votum_case, votum_thing_get_ref (self->recusal, VOTUM_RECUSAL_JUROR));
  g_autofree char *who = juror != NULL ? votum_desk_name (self->desk, juror) : g_strdup ("");
  g_autofree char *from = votum_recusal_from (self->desk, self->recusal);
  const char *title = self->side == VOTUM_RECUSAL_ROW_WHO ? who : from;
  const char *reason = votum_desk_text (self->desk, self->recusal, VOTUM_RECUSAL_REASON);
  const char *degree = votum_recusal_degree_word (votum_thing_get_choice (self->recusal, VOTUM_RECUSAL_DEGREE));
  gboolean is_class = votum_thing_is_set (self->recusal, VOTUM_RECUSAL_CLASS);
  g_autoptr(GString) subtitle = g_string_new (degree);
  g_autofree char *edit = g_strdup_printf (_("Change the recusal of %s"), who);
  g_autofree char *back = g_strdup_printf (_("Take back the recusal of %s"), who);
  g_autoptr(GError) error = NULL;

  if (self->side == VOTUM_RECUSAL_ROW_WHO && is_class)
    g_string_append_printf (subtitle, " · %s", from);
  if (*reason != '\0')
    g_string_append_printf (subtitle, "\n%s", reason);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle->str);

  votum_case_may_change (votum_case, VOTUM_KIND_RECUSAL, self->recusal, &error);
  allow (self->edit_button, edit, error);
  allow (self->back_button, back, error);
}
