#include "votum-config.h"

#include "votum-mark-picker.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-format.h"
#include "votum-names.h"

struct _VotumMarkPicker {
  GtkWidget       parent_instance;

  VotumMarkScale *scale;
  char           *value;    /* (nullable): the mark that is given */
  GPtrArray      *buttons;  /* of GtkToggleButton: the values, and at last what was not observed */
  GtkWidget      *entry;    /* (nullable): where marks are typed */
  GtkWidget      *range;    /* (nullable) */
};

enum {
  GIVE,
  TAKE_BACK,
  PREVIEW,
  PROBLEM,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VotumMarkPicker, votum_mark_picker, GTK_TYPE_WIDGET)

static const char *
button_value (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "votum-value");
}

static void
remove_children (VotumMarkPicker *self)
{
  GtkWidget *child;

  g_ptr_array_set_size (self->buttons, 0);
  self->entry = NULL;
  self->range = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
votum_mark_picker_dispose (GObject *object)
{
  remove_children (VOTUM_MARK_PICKER (object));

  G_OBJECT_CLASS (votum_mark_picker_parent_class)->dispose (object);
}

static void
votum_mark_picker_finalize (GObject *object)
{
  VotumMarkPicker *self = VOTUM_MARK_PICKER (object);

  g_ptr_array_unref (self->buttons);
  g_clear_object (&self->scale);
  g_free (self->value);

  G_OBJECT_CLASS (votum_mark_picker_parent_class)->finalize (object);
}

/* The button of the present mark, else the first that can be pressed. */
static GtkWidget *
present_button (VotumMarkPicker *self)
{
  for (guint i = 0; i < self->buttons->len; i++)
    if (gtk_toggle_button_get_active (g_ptr_array_index (self->buttons, i)))
      return g_ptr_array_index (self->buttons, i);

  return g_ptr_array_index (self->buttons, 0);
}

static gboolean
enter (VotumMarkPicker *self)
{
  if (self->entry != NULL)
    return gtk_widget_grab_focus (self->entry);

  return self->buttons->len > 0 && gtk_widget_grab_focus (present_button (self));
}

static gboolean
move (GtkWidget *from,
      gboolean   forward)
{
  GtkWidget *to = forward ? gtk_widget_get_next_sibling (from) : gtk_widget_get_prev_sibling (from);

  while (to != NULL && !gtk_widget_get_focusable (to) && !GTK_IS_ENTRY (to))
    to = forward ? gtk_widget_get_next_sibling (to) : gtk_widget_get_prev_sibling (to);

  return to != NULL && gtk_widget_grab_focus (to);
}

static gboolean
votum_mark_picker_focus (GtkWidget       *widget,
                         GtkDirectionType direction)
{
  GtkWidget *inside = gtk_widget_get_focus_child (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  if (!gtk_widget_is_sensitive (widget))
    return FALSE;
  if (inside == NULL)
    return enter (VOTUM_MARK_PICKER (widget));
  if (direction == GTK_DIR_LEFT || direction == GTK_DIR_RIGHT)
    return move (inside, (direction == GTK_DIR_RIGHT) != rtl);
  /* beside an entry there is one more stop */
  if (GTK_IS_ENTRY (inside) && direction == GTK_DIR_TAB_FORWARD)
    return move (inside, TRUE);

  return FALSE;
}

static void
votum_mark_picker_class_init (VotumMarkPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = votum_mark_picker_dispose;
  object_class->finalize = votum_mark_picker_finalize;
  widget_class->focus = votum_mark_picker_focus;

  signals[GIVE] = g_signal_new ("give", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[TAKE_BACK] = g_signal_new ("take-back", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[PREVIEW] = g_signal_new ("preview", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[PROBLEM] = g_signal_new ("problem", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "picker");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
votum_mark_picker_init (VotumMarkPicker *self)
{
  self->buttons = g_ptr_array_new ();
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 2);
}

/* ---- buttons ---- */

/* Whatever was pressed, only the present mark looks given: a mark that could not be written is none. */
static void
show_value (VotumMarkPicker *self)
{
  for (guint i = 0; i < self->buttons->len; i++)
    {
      GtkToggleButton *button = g_ptr_array_index (self->buttons, i);
      gboolean present = g_strcmp0 (button_value (GTK_WIDGET (button)), self->value) == 0;

      gtk_toggle_button_set_active (button, present);
      gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_CHECKED,
                                   present ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
    }
}

static void
clicked_cb (VotumMarkPicker *self,
            GtkWidget       *button)
{
  if (g_strcmp0 (button_value (button), self->value) != 0)
    g_signal_emit (self, signals[GIVE], 0, button_value (button));
  show_value (self);
}

static void
look_cb (VotumMarkPicker    *self,
         GParamSpec         *pspec,
         GtkEventController *controller)
{
  GtkWidget *button = gtk_event_controller_get_widget (controller);
  gboolean looks = GTK_IS_EVENT_CONTROLLER_MOTION (controller)
                       ? gtk_event_controller_motion_is_pointer (GTK_EVENT_CONTROLLER_MOTION (controller))
                       : gtk_event_controller_focus_is_focus (GTK_EVENT_CONTROLLER_FOCUS (controller));

  g_signal_emit (self, signals[PREVIEW], 0, looks ? button_value (button) : NULL);
}

static void
watch_looks (VotumMarkPicker *self,
             GtkWidget       *button)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (motion, "notify::is-pointer", G_CALLBACK (look_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "notify::contains-pointer", G_CALLBACK (look_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "notify::is-focus", G_CALLBACK (look_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (button, motion);
  gtk_widget_add_controller (button, focus);
}

static void
add_button (VotumMarkPicker *self,
            const char      *value,
            const char      *text,
            const char      *described,
            const char      *name)
{
  /* one of several, and said so */
  GtkWidget *button = g_object_new (GTK_TYPE_TOGGLE_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO, NULL);
  /* TRANSLATORS: a criterion and a mark on it: "Culture and engagement: 5, Very good" */
  g_autofree char *spoken = g_strdup_printf (_("%s: %s"), name, described);

  gtk_button_set_child (GTK_BUTTON (button), gtk_label_new (text));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "mark");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data_full (G_OBJECT (button), "votum-value", g_strdup (value), g_free);
  if (self->buttons->len > 0)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), g_ptr_array_index (self->buttons, 0));
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  g_ptr_array_add (self->buttons, button);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  watch_looks (self, button);
}

static void
add_level (VotumMarkPicker *self,
           const char      *value,
           const char      *text,
           const char      *name)
{
  g_autofree char *described = votum_mark_scale_describe (self->scale, value);
  const char *meaning = votum_mark_scale_meaning (self->scale, value);

  add_button (self, value, text, described, name);
  if (meaning != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (g_ptr_array_index (self->buttons, self->buttons->len - 1)),
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, meaning, -1);
}

/* ---- typing ---- */

static void
show_entry (VotumMarkPicker *self)
{
  gboolean is_number = self->value != NULL && strcmp (self->value, VOTUM_MARK_NONE_OBSERVED) != 0;
  g_autofree char *text = is_number ? votum_format_number (self->value) : g_strdup ("");

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_widget_remove_css_class (self->entry, "error");
  gtk_accessible_reset_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID);
}

/* What stands in the entry becomes the mark. An empty entry takes the mark back only when that was asked for by Enter. */
static gboolean
take_typed (VotumMarkPicker *self,
            gboolean         may_take_back)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *value = NULL;
  g_autoptr(GError) error = NULL;

  if (strspn (typed, " ") == strlen (typed))
    {
      if (may_take_back && self->value != NULL && strcmp (self->value, VOTUM_MARK_NONE_OBSERVED) != 0)
        g_signal_emit (self, signals[TAKE_BACK], 0);
      show_entry (self);
      return TRUE;
    }

  value = votum_mark_scale_parse (self->scale, typed, &error);
  if (value == NULL)
    {
      gtk_widget_add_css_class (self->entry, "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
      g_signal_emit (self, signals[PROBLEM], 0, error->message);
      return FALSE;
    }
  if (g_strcmp0 (value, self->value) != 0)
    g_signal_emit (self, signals[GIVE], 0, value);
  if (self->entry != NULL)
    show_entry (self);

  return TRUE;
}

static void
activate_cb (VotumMarkPicker *self)
{
  take_typed (self, TRUE);
}

static void
left_cb (VotumMarkPicker *self)
{
  if (self->entry != NULL)
    take_typed (self, FALSE);
}

static void
typed_cb (VotumMarkPicker *self)
{
  g_autofree char *value = NULL;

  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) != self->entry)
    return;
  value = votum_mark_scale_parse (self->scale, gtk_editable_get_text (GTK_EDITABLE (self->entry)), NULL);
  if (gtk_widget_has_css_class (self->entry, "error"))
    {
      gtk_widget_remove_css_class (self->entry, "error");
      g_signal_emit (self, signals[PROBLEM], 0, NULL);
    }
  g_signal_emit (self, signals[PREVIEW], 0, value);
}

static void
add_entry (VotumMarkPicker *self,
           const char      *name)
{
  g_autofree char *range = votum_mark_scale_range (self->scale);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->entry = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 5);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 5);
  gtk_entry_set_input_purpose (GTK_ENTRY (self->entry), GTK_INPUT_PURPOSE_NUMBER);
  gtk_entry_set_alignment (GTK_ENTRY (self->entry), 1);
  gtk_widget_set_valign (self->entry, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, range, -1);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  self->range = gtk_label_new (range);
  gtk_widget_add_css_class (self->range, "dim-label");
  gtk_widget_add_css_class (self->range, "caption");
  gtk_widget_set_margin_start (self->range, 4);
  gtk_widget_set_parent (self->range, GTK_WIDGET (self));

  g_signal_connect_object (self->entry, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entry, focus);
}

/* ---- what it shows ---- */

/**
 * votum_mark_picker_set_scale:
 * @self: a picker
 * @scale: (nullable): what can be given; without a scale nothing can
 * @name: the name of the criterion, for who cannot see the row
 */
void
votum_mark_picker_set_scale (VotumMarkPicker *self,
                             VotumMarkScale  *scale,
                             const char      *name)
{
  g_return_if_fail (VOTUM_IS_MARK_PICKER (self));

  remove_children (self);
  g_set_object (&self->scale, scale);
  g_clear_pointer (&self->value, g_free);
  if (scale == NULL)
    return;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  for (guint i = 0; i < votum_mark_scale_n_buttons (scale); i++)
    {
      const char *value = votum_mark_scale_get_button (scale, i);

      add_level (self, value, value, name);
    }
  if (self->buttons->len == 0)
    add_entry (self, name);
  /* TRANSLATORS: the key and the button for "not observed"; the key is N in every language */
  add_level (self, VOTUM_MARK_NONE_OBSERVED, _("N"), name);
  votum_names_set_tooltip (g_ptr_array_index (self->buttons, self->buttons->len - 1), _("Not observed (N)"));
}

/**
 * votum_mark_picker_set_choices:
 * @self: a picker
 * @values: (array zero-terminated=1): the marks, in canonical text
 * @labels: (array zero-terminated=1): what stands on their buttons
 * @name: whom they are for, for who cannot see the row
 *
 * Offers a few marks by their words, whatever the scale is.
 */
void
votum_mark_picker_set_choices (VotumMarkPicker   *self,
                               const char *const *values,
                               const char *const *labels,
                               const char        *name)
{
  g_return_if_fail (VOTUM_IS_MARK_PICKER (self));

  remove_children (self);
  g_clear_object (&self->scale);
  g_clear_pointer (&self->value, g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  for (guint i = 0; values[i] != NULL; i++)
    {
      add_button (self, values[i], labels[i], labels[i], name);
      gtk_widget_add_css_class (g_ptr_array_index (self->buttons, i), "choice");
    }
}

void
votum_mark_picker_set_value (VotumMarkPicker *self,
                             const char      *value)
{
  g_return_if_fail (VOTUM_IS_MARK_PICKER (self));

  g_free (self->value);
  self->value = g_strdup (value);
  show_value (self);
  if (self->entry != NULL)
    show_entry (self);
}

/**
 * votum_mark_picker_set_before:
 * @self: a picker
 * @value: (nullable): the mark of the round before, whose button is outlined
 */
void
votum_mark_picker_set_before (VotumMarkPicker *self,
                              const char      *value)
{
  g_return_if_fail (VOTUM_IS_MARK_PICKER (self));

  for (guint i = 0; i < self->buttons->len; i++)
    {
      GtkWidget *button = g_ptr_array_index (self->buttons, i);

      if (g_strcmp0 (button_value (button), value) == 0)
        gtk_widget_add_css_class (button, "before");
      else
        gtk_widget_remove_css_class (button, "before");
    }
}

/**
 * votum_mark_picker_begin:
 * @self: a picker with an entry
 * @typed: the first digit
 *
 * Begins to type a mark in place of the present one.
 */
void
votum_mark_picker_begin (VotumMarkPicker *self,
                         const char      *typed)
{
  g_return_if_fail (VOTUM_IS_MARK_PICKER (self) && self->entry != NULL);

  gtk_widget_grab_focus (self->entry);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), typed);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

/**
 * votum_mark_picker_finish:
 * @self: a picker
 *
 * Returns: whether what was typed, if anything, has become the mark
 */
gboolean
votum_mark_picker_finish (VotumMarkPicker *self)
{
  return self->entry == NULL || take_typed (self, FALSE);
}

gboolean
votum_mark_picker_is_typed (VotumMarkPicker *self)
{
  g_return_val_if_fail (VOTUM_IS_MARK_PICKER (self), FALSE);

  return self->entry != NULL;
}
