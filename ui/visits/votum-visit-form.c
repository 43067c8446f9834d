#include "votum-config.h"

#include "votum-visit-form.h"

#include <glib/gi18n.h>

#include "votum-binder.h"
#include "votum-case-edit.h"
#include "votum-case-result.h"
#include "votum-when-row.h"

struct _VotumVisitForm {
  AdwWindow            parent_instance;

  AdwWindowTitle      *title;
  VotumWhenRow        *planned;
  VotumWhenRow        *started;
  VotumWhenRow        *ended;
  GtkWidget           *place;
  GtkWidget           *hosts;
  AdwPreferencesGroup *jurors;

  VotumDesk           *desk;
  VotumThing          *visit;
  GPtrArray           *checks;   /* of GtkCheckButton, each with its juror */
  gboolean             showing;  /* the checks are being set by us */
};

G_DEFINE_FINAL_TYPE (VotumVisitForm, votum_visit_form, ADW_TYPE_WINDOW)

static gboolean
votum_visit_form_close_request (GtkWindow *window)
{
  VotumVisitForm *self = VOTUM_VISIT_FORM (window);

  votum_desk_flush (self->desk);

  return GTK_WINDOW_CLASS (votum_visit_form_parent_class)->close_request (window);
}

static void
votum_visit_form_dispose (GObject *object)
{
  VotumVisitForm *self = VOTUM_VISIT_FORM (object);

  if (self->desk != NULL)
    {
      votum_binder_unbind (self->place);
      votum_binder_unbind (self->hosts);
    }
  g_clear_object (&self->desk);
  g_clear_object (&self->visit);

  G_OBJECT_CLASS (votum_visit_form_parent_class)->dispose (object);
}

static void
votum_visit_form_finalize (GObject *object)
{
  g_ptr_array_unref (VOTUM_VISIT_FORM (object)->checks);

  G_OBJECT_CLASS (votum_visit_form_parent_class)->finalize (object);
}

static void
votum_visit_form_class_init (VotumVisitFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_visit_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = votum_visit_form_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = votum_visit_form_close_request;

  g_type_ensure (VOTUM_TYPE_WHEN_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-visit-form.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumVisitForm, title);
  gtk_widget_class_bind_template_child (widget_class, VotumVisitForm, planned);
  gtk_widget_class_bind_template_child (widget_class, VotumVisitForm, started);
  gtk_widget_class_bind_template_child (widget_class, VotumVisitForm, ended);
  gtk_widget_class_bind_template_child (widget_class, VotumVisitForm, place);
  gtk_widget_class_bind_template_child (widget_class, VotumVisitForm, hosts);
  gtk_widget_class_bind_template_child (widget_class, VotumVisitForm, jurors);
}

static void
votum_visit_form_init (VotumVisitForm *self)
{
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static gboolean
is_there (VotumThing *visit,
          VotumThing *juror)
{
  g_autoptr(GArray) ids = votum_thing_get_refs (visit, VOTUM_VISIT_JURORS);

  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == votum_thing_get_id (juror))
      return TRUE;

  return FALSE;
}

static void
checked_cb (VotumVisitForm *self)
{
  g_autoptr(GString) ids = g_string_new (NULL);
  GError *error = NULL;

  if (self->showing)
    return;
  for (guint i = 0; i < self->checks->len; i++)
    {
      GtkCheckButton *check = g_ptr_array_index (self->checks, i);
      VotumThing *juror = g_object_get_data (G_OBJECT (check), "juror");

      if (gtk_check_button_get_active (check))
        g_string_append_printf (ids, "%s%" G_GINT64_FORMAT, ids->len > 0 ? " " : "", votum_thing_get_id (juror));
    }
  votum_case_edit (votum_desk_get_case (self->desk), self->visit, VOTUM_VISIT_JURORS, ids->len > 0 ? ids->str : NULL, NULL, &error);
  votum_desk_report (self->desk, error);
}

static void
show_jurors (VotumVisitForm *self)
{
  self->showing = TRUE;
  for (guint i = 0; i < self->checks->len; i++)
    {
      GtkCheckButton *check = g_ptr_array_index (self->checks, i);

      gtk_check_button_set_active (check, is_there (self->visit, g_object_get_data (G_OBJECT (check), "juror")));
    }
  self->showing = FALSE;
}

/* Somebody who is recused is not forbidden to come, but nobody should have to remember it. */
static void
add_juror (VotumVisitForm *self,
           VotumThing     *juror,
           VotumThing     *entrant)
{
  g_autofree char *name = votum_desk_name (self->desk, juror);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  if (entrant != NULL && votum_case_is_recused (votum_desk_get_case (self->desk), juror, entrant, NULL))
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("Recused from this finalist"));
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (check), "juror", g_object_ref (juror), g_object_unref);
  g_signal_connect_object (check, "toggled", G_CALLBACK (checked_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->checks, check);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_preferences_group_add (self->jurors, row);
}

/**
 * votum_visit_form_present:
 * @parent: a widget of the window in front of which it opens
 * @desk: the desk
 * @visit: the visit
 */
void
votum_visit_form_present (GtkWidget  *parent,
                          VotumDesk  *desk,
                          VotumThing *visit)
{
  VotumVisitForm *self = g_object_new (VOTUM_TYPE_VISIT_FORM, "transient-for", GTK_WINDOW (gtk_widget_get_root (parent)), NULL);
  VotumCase *votum_case = votum_desk_get_case (desk);
  VotumThing *entrant = votum_case_lookup (votum_case, votum_thing_get_ref (visit, VOTUM_VISIT_ENTRANT));
  g_autoptr(GPtrArray) jurors = votum_case_in_order (votum_case, VOTUM_KIND_JUROR);
  g_autofree char *name = entrant != NULL ? votum_desk_name (desk, entrant) : g_strdup ("");
  g_autofree char *title = g_strdup_printf (_("Visit to %s"), name);

  self->desk = g_object_ref (desk);
  self->visit = g_object_ref (visit);
  adw_window_title_set_title (self->title, title);
  gtk_window_set_title (GTK_WINDOW (self), title);
  votum_when_row_bind (self->planned, desk, visit, VOTUM_VISIT_PLANNED);
  votum_when_row_bind (self->started, desk, visit, VOTUM_VISIT_STARTED);
  votum_when_row_bind (self->ended, desk, visit, VOTUM_VISIT_ENDED);
  votum_when_row_set_usual_day (self->started, VOTUM_VISIT_PLANNED);
  votum_when_row_set_usual_day (self->ended, VOTUM_VISIT_STARTED);
  votum_binder_bind (self->place, desk, visit, VOTUM_VISIT_PLACE, NULL);
  votum_binder_bind (self->hosts, desk, visit, VOTUM_VISIT_HOSTS, NULL);
  for (guint i = 0; i < jurors->len; i++)
    add_juror (self, g_ptr_array_index (jurors, i), entrant);
  gtk_widget_set_visible (GTK_WIDGET (self->jurors), jurors->len > 0);
  show_jurors (self);
  g_signal_connect_object (visit, "notify::jurors", G_CALLBACK (show_jurors), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self));
}
