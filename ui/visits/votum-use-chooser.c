#include "votum-config.h"

#include "votum-use-chooser.h"

#include <glib/gi18n.h>

#include "votum-note-words.h"

struct _VotumUseChooser {
  AdwBin       parent_instance;

  GtkDropDown *dropdown;
};

enum {
  PROP_0,
  PROP_USE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VotumUseChooser, votum_use_chooser, ADW_TYPE_BIN)

static void
votum_use_chooser_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_USE:
      g_value_set_uint (value, votum_use_chooser_get_use (VOTUM_USE_CHOOSER (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
votum_use_chooser_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_USE:
      votum_use_chooser_set_use (VOTUM_USE_CHOOSER (object), g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
votum_use_chooser_class_init (VotumUseChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = votum_use_chooser_get_property;
  object_class->set_property = votum_use_chooser_set_property;

  properties[PROP_USE] = g_param_spec_uint ("use", NULL, NULL, 0, VOTUM_N_NOTE_USES - 1, 0,
                                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
selected_cb (VotumUseChooser *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_USE]);
}

static GtkWidget *
new_line (gboolean with_meaning)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (line), gtk_image_new ());
  gtk_box_append (GTK_BOX (line), words);
  for (guint i = 0; i < (with_meaning ? 2 : 1); i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_box_append (GTK_BOX (words), label);
      if (i == 0)
        continue;
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
    }

  return line;
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item,
          gpointer            with_meaning)
{
  gtk_list_item_set_child (item, new_line (GPOINTER_TO_INT (with_meaning)));
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item,
         gpointer            with_meaning)
{
  GtkWidget *line = gtk_list_item_get_child (item);
  GtkWidget *icon = gtk_widget_get_first_child (line);
  GtkWidget *word = gtk_widget_get_first_child (gtk_widget_get_last_child (line));
  guint use = gtk_list_item_get_position (item);

  gtk_image_set_from_icon_name (GTK_IMAGE (icon), votum_note_use_icon (use));
  gtk_label_set_text (GTK_LABEL (word), votum_note_use_word (use));
  if (GPOINTER_TO_INT (with_meaning))
    gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (word)), votum_note_use_meaning (use));
}

static GtkListItemFactory *
new_factory (gboolean with_meaning)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GINT_TO_POINTER (with_meaning));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GINT_TO_POINTER (with_meaning));

  return factory;
}

static void
votum_use_chooser_init (VotumUseChooser *self)
{
  GtkStringList *words = gtk_string_list_new (NULL);
  g_autoptr(GtkListItemFactory) in_button = new_factory (FALSE);
  g_autoptr(GtkListItemFactory) in_list = new_factory (TRUE);

  for (guint use = 0; use < VOTUM_N_NOTE_USES; use++)
    gtk_string_list_append (words, votum_note_use_word (use));
  self->dropdown = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (words), NULL));
  gtk_drop_down_set_factory (self->dropdown, in_button);
  gtk_drop_down_set_list_factory (self->dropdown, in_list);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->dropdown), _("Who may use the note"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->dropdown), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Who may use the note"), -1);
  g_signal_connect_object (self->dropdown, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->dropdown));
}

guint
votum_use_chooser_get_use (VotumUseChooser *self)
{
  guint selected;

  g_return_val_if_fail (VOTUM_IS_USE_CHOOSER (self), 0);

  selected = gtk_drop_down_get_selected (self->dropdown);

  return selected < VOTUM_N_NOTE_USES ? selected : 0;
}

void
votum_use_chooser_set_use (VotumUseChooser *self,
                           guint            use)
{
  g_return_if_fail (VOTUM_IS_USE_CHOOSER (self) && use < VOTUM_N_NOTE_USES);

  gtk_drop_down_set_selected (self->dropdown, use);
}
