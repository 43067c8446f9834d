#include "votum-config.h"

#include "votum-level-row.h"

#include <glib/gi18n.h>

#include "votum-binder.h"
#include "votum-format.h"
#include "votum-number-entry.h"
#include "votum-prose.h"

struct _VotumLevelRow {
  AdwPreferencesRow    parent_instance;

  VotumNumberEntry    *value;
  GtkWidget           *label;
  VotumProse          *description;
  GtkWidget           *remove_button;

  VotumCriteriaEditor *editor;
  VotumThing          *level;
};

G_DEFINE_FINAL_TYPE (VotumLevelRow, votum_level_row, ADW_TYPE_PREFERENCES_ROW)

static void
value_cb (VotumLevelRow *self,
          const char    *canonical)
{
  votum_criteria_editor_edit (self->editor, self->level, VOTUM_LEVEL_VALUE, canonical);
}

static void
remove_cb (VotumLevelRow *self)
{
  VotumDesk *desk = votum_criteria_editor_get_desk (self->editor);
  g_autofree char *value = votum_format_number (votum_thing_get_text (self->level, VOTUM_LEVEL_VALUE));

  votum_desk_flush (desk);
  if (votum_criteria_editor_remove (self->editor, self->level))
    votum_desk_toast (desk, TRUE, _("The level of the mark %s is taken out"), value);
}

static void
show_value (VotumLevelRow *self)
{
  g_autofree char *value = votum_thing_field_to_text (self->level, VOTUM_LEVEL_VALUE);

  votum_number_entry_set_value (self->value, value);
}

static void
bind_words (VotumLevelRow *self)
{
  VotumDesk *desk = votum_criteria_editor_get_desk (self->editor);
  const char *lang = votum_criteria_editor_get_lang (self->editor);

  votum_binder_bind (self->label, desk, self->level, VOTUM_LEVEL_LABEL, lang);
  votum_binder_bind (votum_prose_get_view (self->description), desk, self->level, VOTUM_LEVEL_DESCRIPTION, lang);
}

static void
votum_level_row_dispose (GObject *object)
{
  VotumLevelRow *self = VOTUM_LEVEL_ROW (object);

  if (self->level != NULL)
    {
      votum_binder_unbind (self->label);
      votum_binder_unbind (votum_prose_get_view (self->description));
    }
  g_clear_object (&self->level);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (votum_level_row_parent_class)->dispose (object);
}

static void
votum_level_row_class_init (VotumLevelRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_level_row_dispose;

  g_type_ensure (VOTUM_TYPE_NUMBER_ENTRY);
  g_type_ensure (VOTUM_TYPE_PROSE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-level-row.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumLevelRow, value);
  gtk_widget_class_bind_template_child (widget_class, VotumLevelRow, label);
  gtk_widget_class_bind_template_child (widget_class, VotumLevelRow, description);
  gtk_widget_class_bind_template_child (widget_class, VotumLevelRow, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, value_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
votum_level_row_init (VotumLevelRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
votum_level_row_new (VotumCriteriaEditor *editor,
                     VotumThing          *level)
{
  VotumLevelRow *self = g_object_new (VOTUM_TYPE_LEVEL_ROW, NULL);

  self->editor = g_object_ref (editor);
  self->level = g_object_ref (level);
  votum_number_entry_set_desk (self->value, votum_criteria_editor_get_desk (editor));
  g_signal_connect_object (level, "notify::value", G_CALLBACK (show_value), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "notify::lang", G_CALLBACK (bind_words), self, G_CONNECT_SWAPPED);
  show_value (self);
  bind_words (self);

  return GTK_WIDGET (self);
}

VotumThing *
votum_level_row_get_level (VotumLevelRow *self)
{
  return self->level;
}

/**
 * votum_level_row_grab:
 * @self: a row
 *
 * Puts the focus where the level gets its word.
 */
void
votum_level_row_grab (VotumLevelRow *self)
{
  gtk_widget_grab_focus (self->label);
}
