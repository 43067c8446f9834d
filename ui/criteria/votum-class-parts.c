#include "votum-config.h"

#include "votum-class-parts.h"

#include <glib/gi18n.h>

#include "votum-case-weights.h"

struct _VotumClassParts {
  GtkWidget            parent_instance;

  GtkWidget           *box;
  GtkLabel            *sentence;

  VotumCriteriaEditor *editor;
  VotumThing          *class_thing;
};

G_DEFINE_FINAL_TYPE (VotumClassParts, votum_class_parts, GTK_TYPE_WIDGET)

static guint
n_entrants (VotumClassParts *self)
{
  GListModel *entrants = votum_case_get_things (votum_criteria_editor_get_case (self->editor), VOTUM_KIND_ENTRANT);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (entrants); i++)
    {
      g_autoptr(VotumThing) entrant = g_list_model_get_item (entrants, i);

      n += votum_thing_get_ref (entrant, VOTUM_ENTRANT_CLASS) == votum_thing_get_id (self->class_thing);
    }

  return n;
}

static void
show_class (VotumClassParts *self)
{
  gboolean criteria = votum_case_has_criteria (votum_criteria_editor_get_case (self->editor), self->class_thing);
  gboolean scale = votum_thing_get_ref (self->class_thing, VOTUM_CLASS_SCALE) != 0;
  gboolean rule = votum_thing_get_ref (self->class_thing, VOTUM_CLASS_RULE) != 0;
  guint n = n_entrants (self);
  g_autofree char *finalists = g_strdup_printf (ngettext ("%u finalist", "%u finalists", n), n);
  g_autofree char *text = g_strdup_printf ("%s · %s · %s · %s", finalists, criteria ? _("own criteria") : _("the award’s criteria"),
                                           scale ? _("own scale") : _("the award’s scale"), rule ? _("own rule") : _("the award’s rule"));

  gtk_label_set_text (self->sentence, text);
}

static void
changed_cb (VotumClassParts *self,
            VotumChanges    *changes)
{
  for (guint i = 0; i < votum_changes_n_things (changes); i++)
    {
      const VotumThingChange *change = votum_changes_get (changes, i);
      VotumThing *thing = change->new_thing != NULL ? change->new_thing : change->old_thing;

      if (VOTUM_IS_CLASS (thing) || VOTUM_IS_CRITERION (thing) || VOTUM_IS_ENTRANT (thing))
        {
          show_class (self);
          return;
        }
    }
}

static void
clicked_cb (VotumClassParts *self)
{
  votum_criteria_editor_set_class (self->editor, self->class_thing);
  votum_criteria_editor_point_at (self->editor, self->class_thing);
}

static void
votum_class_parts_dispose (GObject *object)
{
  VotumClassParts *self = VOTUM_CLASS_PARTS (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->class_thing);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (votum_class_parts_parent_class)->dispose (object);
}

static void
votum_class_parts_class_init (VotumClassPartsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = votum_class_parts_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
votum_class_parts_init (VotumClassParts *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("Show Its C_riteria"));

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->sentence = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->sentence, 0);
  gtk_label_set_wrap (self->sentence, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->sentence), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->sentence), "sentence");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->sentence));
  gtk_box_append (GTK_BOX (self->box), button);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
votum_class_parts_new (VotumCriteriaEditor *editor,
                       VotumThing          *class_thing)
{
  VotumClassParts *self = g_object_new (VOTUM_TYPE_CLASS_PARTS, NULL);

  self->editor = g_object_ref (editor);
  self->class_thing = g_object_ref (class_thing);
  g_signal_connect_object (votum_criteria_editor_get_case (editor), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  show_class (self);

  return GTK_WIDGET (self);
}
