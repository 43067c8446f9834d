#include "votum-config.h"

#include "votum-finalist-about.h"

#include <glib/gi18n.h>

#include "votum-field-row.h"
#include "votum-finalist-words.h"
#include "votum-things.h"

struct _VotumFinalistAbout {
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows;
};

G_DEFINE_FINAL_TYPE (VotumFinalistAbout, votum_finalist_about, ADW_TYPE_PREFERENCES_GROUP)

static const char *
kind_word (int kind)
{
  return kind == VOTUM_ENTRANT_KIND_PERSON ? _("A Person") : _("An Organisation");
}

/* Going out of the race wants a reason, and so has a command of its own. */
static const char *
status_word (int status)
{
  return status == VOTUM_ENTRANT_STATUS_WITHDRAWN || status == VOTUM_ENTRANT_STATUS_DISQUALIFIED ? NULL : votum_finalist_status_word (status);
}

static void
add (VotumFinalistAbout *self,
     GtkWidget          *row)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
clear (VotumFinalistAbout *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

static void
votum_finalist_about_finalize (GObject *object)
{
  g_ptr_array_unref (VOTUM_FINALIST_ABOUT (object)->rows);

  G_OBJECT_CLASS (votum_finalist_about_parent_class)->finalize (object);
}

static void
votum_finalist_about_class_init (VotumFinalistAboutClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = votum_finalist_about_finalize;
}

static void
votum_finalist_about_init (VotumFinalistAbout *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("About the Finalist"));
}

/**
 * votum_finalist_about_show:
 * @self: a group
 * @desk: a desk
 * @entrant: (nullable): whose fields to show, %NULL for none
 */
void
votum_finalist_about_show (VotumFinalistAbout *self,
                           VotumDesk          *desk,
                           VotumThing         *entrant)
{
  VotumCase *votum_case = votum_desk_get_case (desk);
  gboolean has_classes = g_list_model_get_n_items (votum_case_get_things (votum_case, VOTUM_KIND_CLASS)) > 0;

  clear (self);
  gtk_widget_set_visible (GTK_WIDGET (self), entrant != NULL);
  if (entrant == NULL)
    return;

  add (self, votum_field_row_new (desk, entrant, VOTUM_ENTRANT_NAME, _("Name")));
  add (self, votum_field_row_new (desk, entrant, VOTUM_ENTRANT_PLACE, _("Place")));
  add (self, votum_field_row_new (desk, entrant, VOTUM_ENTRANT_WEB, _("Web")));
  add (self, votum_field_row_new (desk, entrant, VOTUM_ENTRANT_ALIAS, _("Name for Blind Marking")));
  if (has_classes)
    add (self, votum_field_row_ref (desk, entrant, VOTUM_ENTRANT_CLASS, _("Class"), _("None")));
  add (self, votum_field_row_choice (desk, entrant, VOTUM_ENTRANT_KIND, _("Kind"), kind_word));
  if (!votum_finalist_is_out (entrant))
    add (self, votum_field_row_choice (desk, entrant, VOTUM_ENTRANT_STATUS, _("Status"), status_word));
}
