#include "votum-config.h"

#include "votum-picker.h"

#include <adwaita.h>
#include <string.h>

#include "votum-focus.h"
#include "votum-search-text.h"

struct _VotumPicker {
  GtkWidget      parent_instance;

  GtkMenuButton *button;
  GtkPopover    *popover;
  GtkEditable   *search;
  GtkListBox    *list;
  GtkLabel      *label;      /* (nullable): in the button, where it has no icon */

  VotumDesk     *desk;
  GPtrArray     *things;
  VotumThing    *chosen;     /* (nullable) */
  char          *title;
  char          *none;       /* (nullable) */
  char          *icon_name;  /* (nullable) */
  char         **words;      /* being searched for */
  GtkWidget     *back;       /* (nullable): where the focus goes when it is done */
  guint          back_id;
};

enum {
  PROP_0,
  PROP_TITLE,
  PROP_NONE,
  PROP_ICON_NAME,
  N_PROPS
};

enum {
  CHOSEN,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VotumPicker, votum_picker, GTK_TYPE_WIDGET)

/* A criterion is known by its letter and number as much as by its name. */
static char *
name_of (VotumPicker *self,
         VotumThing  *thing)
{
  g_autofree char *name = NULL;

  if (thing == NULL)
    return g_strdup (self->none != NULL ? self->none : self->title);

  name = votum_desk_name (self->desk, thing);
  if (!VOTUM_IS_CRITERION (thing) || strcmp (name, votum_thing_get_key (thing)) == 0 || strlen (votum_thing_get_key (thing)) > 8)
    return g_steal_pointer (&name);

  return g_strdup_printf ("%s  %s", votum_thing_get_key (thing), name);
}

static void
show_chosen (VotumPicker *self)
{
  g_autofree char *name = name_of (self, self->chosen);
  g_autofree char *plain = self->chosen != NULL ? votum_desk_name (self->desk, self->chosen) : g_strdup (name);

  if (self->label == NULL)
    {
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, self->title, -1);
      return;
    }

  g_autofree char *spoken = g_strdup_printf ("%s: %s", self->title, name);

  gtk_label_set_text (self->label, plain);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
add_row (VotumPicker *self,
         VotumThing  *thing)
{
  g_autofree char *name = name_of (self, thing);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (thing != NULL)
    g_object_set_data_full (G_OBJECT (row), "thing", g_object_ref (thing), g_object_unref);
  g_object_set_data_full (G_OBJECT (row), "folded", votum_search_fold (name), g_free);
  gtk_list_box_append (self->list, row);
  if (thing == self->chosen)
    gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
}

static void
clear_rows (VotumPicker *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static gboolean
filter_cb (GtkListBoxRow *row,
           gpointer       user_data)
{
  VotumPicker *self = user_data;

  return self->words == NULL || votum_search_matches (g_object_get_data (G_OBJECT (row), "folded"), (const char *const *) self->words);
}

static void
show_cb (VotumPicker *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (self->back == NULL && focus != NULL && !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    g_set_weak_pointer (&self->back, focus);
  clear_rows (self);
  if (self->none != NULL)
    add_row (self, NULL);
  for (guint i = 0; i < self->things->len; i++)
    add_row (self, g_ptr_array_index (self->things, i));
  gtk_editable_set_text (self->search, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
go_back (VotumPicker *self)
{
  if (self->back != NULL && gtk_widget_get_mapped (self->back))
    gtk_widget_grab_focus (self->back);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->button));
}

/* A newer GTK gives the focus to the button after it has said that the list is closed. */
static gboolean
closed_later_cb (gpointer user_data)
{
  VotumPicker *self = user_data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  self->back_id = 0;
  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    go_back (self);

  return G_SOURCE_REMOVE;
}

static void
closed_cb (VotumPicker *self)
{
  /* also when all of it goes */
  if (self->list == NULL)
    return;
  clear_rows (self);
  go_back (self);
  /* before the next key */
  if (self->back_id == 0)
    self->back_id = g_idle_add_full (G_PRIORITY_HIGH, closed_later_cb, self, NULL);
}

static void
row_activated_cb (VotumPicker   *self,
                  GtkListBoxRow *row)
{
  g_autoptr(VotumThing) thing = NULL;

  g_set_object (&thing, g_object_get_data (G_OBJECT (row), "thing"));
  gtk_popover_popdown (self->popover);
  if (self->icon_name == NULL)
    votum_picker_set_chosen (self, thing);
  g_signal_emit (self, signals[CHOSEN], 0, thing);
}

static GtkListBoxRow *
first_found (VotumPicker *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (filter_cb (row, self))
      return row;

  return NULL;
}

static void
search_changed_cb (VotumPicker *self)
{
  GtkListBoxRow *row;

  g_clear_pointer (&self->words, g_strfreev);
  self->words = votum_search_words (gtk_editable_get_text (self->search));
  gtk_list_box_invalidate_filter (self->list);
  row = first_found (self);
  if (*self->words != NULL && row != NULL)
    gtk_list_box_select_row (self->list, row);
}

static void
search_activate_cb (VotumPicker *self)
{
  GtkListBoxRow *row = *gtk_editable_get_text (self->search) != '\0' ? first_found (self) : gtk_list_box_get_selected_row (self->list);

  if (row != NULL)
    row_activated_cb (self, row);
}

static void
stop_search_cb (VotumPicker *self)
{
  gtk_popover_popdown (self->popover);
}

static void
show_button (VotumPicker *self)
{
  if (self->icon_name != NULL)
    {
      self->label = NULL;
      gtk_menu_button_set_always_show_arrow (self->button, FALSE);
      gtk_menu_button_set_has_frame (self->button, FALSE);
      gtk_menu_button_set_icon_name (self->button, self->icon_name);
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), self->title);
      return;
    }
  if (self->label == NULL)
    {
      self->label = GTK_LABEL (gtk_label_new (NULL));
      gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (self->label, 28);
      gtk_label_set_xalign (self->label, 0);
      gtk_menu_button_set_child (self->button, GTK_WIDGET (self->label));
      gtk_menu_button_set_always_show_arrow (self->button, TRUE);
    }
}

static void
votum_picker_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  VotumPicker *self = VOTUM_PICKER (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_NONE:
      g_value_set_string (value, self->none);
      break;
    case PROP_ICON_NAME:
      g_value_set_string (value, self->icon_name);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
votum_picker_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  VotumPicker *self = VOTUM_PICKER (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_free (self->title);
      self->title = g_value_dup_string (value);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, self->title, -1);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, self->title, -1);
      break;
    case PROP_NONE:
      g_free (self->none);
      self->none = g_value_dup_string (value);
      break;
    case PROP_ICON_NAME:
      g_free (self->icon_name);
      self->icon_name = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  show_button (self);
  show_chosen (self);
}

static void
votum_picker_dispose (GObject *object)
{
  VotumPicker *self = VOTUM_PICKER (object);

  g_clear_handle_id (&self->back_id, g_source_remove);
  g_clear_weak_pointer (&self->back);
  g_clear_object (&self->desk);
  g_clear_object (&self->chosen);
  gtk_widget_dispose_template (GTK_WIDGET (self), VOTUM_TYPE_PICKER);

  G_OBJECT_CLASS (votum_picker_parent_class)->dispose (object);
}

static void
votum_picker_finalize (GObject *object)
{
  VotumPicker *self = VOTUM_PICKER (object);

  g_ptr_array_unref (self->things);
  g_strfreev (self->words);
  g_free (self->title);
  g_free (self->none);
  g_free (self->icon_name);

  G_OBJECT_CLASS (votum_picker_parent_class)->finalize (object);
}

static gboolean
votum_picker_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (VOTUM_PICKER (widget)->button));
}

static void
votum_picker_class_init (VotumPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = votum_picker_get_property;
  object_class->set_property = votum_picker_set_property;
  object_class->dispose = votum_picker_dispose;
  object_class->finalize = votum_picker_finalize;
  widget_class->focus = votum_focus_child;
  widget_class->grab_focus = votum_picker_grab_focus;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NONE] = g_param_spec_string ("none", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHOSEN] = g_signal_new ("chosen", VOTUM_TYPE_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, VOTUM_TYPE_THING);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumPicker, button);
  gtk_widget_class_bind_template_child (widget_class, VotumPicker, popover);
  gtk_widget_class_bind_template_child (widget_class, VotumPicker, search);
  gtk_widget_class_bind_template_child (widget_class, VotumPicker, list);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
votum_picker_init (VotumPicker *self)
{
  self->things = g_ptr_array_new_with_free_func (g_object_unref);
  self->title = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->list, filter_cb, self, NULL);
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->search), GTK_WIDGET (self->popover));
}

/**
 * votum_picker_set_things:
 * @self: a picker
 * @desk: the desk that names them
 * @things: (element-type VotumThing): what can be chosen, in this order
 */
void
votum_picker_set_things (VotumPicker *self,
                         VotumDesk   *desk,
                         GPtrArray   *things)
{
  g_return_if_fail (VOTUM_IS_PICKER (self) && VOTUM_IS_DESK (desk));

  g_set_object (&self->desk, desk);
  g_ptr_array_set_size (self->things, 0);
  for (guint i = 0; i < things->len; i++)
    g_ptr_array_add (self->things, g_object_ref (g_ptr_array_index (things, i)));
  show_chosen (self);
}

/**
 * votum_picker_set_chosen:
 * @self: a picker
 * @thing: (nullable): what it shows
 */
void
votum_picker_set_chosen (VotumPicker *self,
                         VotumThing  *thing)
{
  g_return_if_fail (VOTUM_IS_PICKER (self));

  g_set_object (&self->chosen, thing);
  show_chosen (self);
}

VotumThing *
votum_picker_get_chosen (VotumPicker *self)
{
  g_return_val_if_fail (VOTUM_IS_PICKER (self), NULL);

  return self->chosen;
}

/**
 * votum_picker_set_return:
 * @self: a picker
 * @widget: where the focus always goes when something has been chosen
 */
void
votum_picker_set_return (VotumPicker *self,
                         GtkWidget   *widget)
{
  g_set_weak_pointer (&self->back, widget);
}

void
votum_picker_open (VotumPicker *self)
{
  gtk_menu_button_popup (self->button);
}
