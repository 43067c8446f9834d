#include "votum-config.h"

#include "votum-number-entry.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-error.h"
#include "votum-format.h"

struct _VotumNumberEntry {
  GtkEntry   parent_instance;

  VotumDesk *desk;
  char      *value;      /* (nullable): as it was set, canonical */
  gboolean   optional;
  gboolean   whole;
  gboolean   negative;
  gboolean   dirty;      /* typed, and not written down */
  gboolean   setting;
};

enum {
  PROP_0,
  PROP_OPTIONAL,
  PROP_WHOLE,
  PROP_NEGATIVE,
  N_PROPS
};

enum {
  TYPED,
  DONE,
  NEXT,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VotumNumberEntry, votum_number_entry, GTK_TYPE_ENTRY)

static void
votum_number_entry_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  VotumNumberEntry *self = VOTUM_NUMBER_ENTRY (object);

  switch (prop_id)
    {
    case PROP_OPTIONAL:
      g_value_set_boolean (value, self->optional);
      break;
    case PROP_WHOLE:
      g_value_set_boolean (value, self->whole);
      break;
    case PROP_NEGATIVE:
      g_value_set_boolean (value, self->negative);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
votum_number_entry_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  VotumNumberEntry *self = VOTUM_NUMBER_ENTRY (object);

  switch (prop_id)
    {
    case PROP_OPTIONAL:
      self->optional = g_value_get_boolean (value);
      break;
    case PROP_WHOLE:
      self->whole = g_value_get_boolean (value);
      break;
    case PROP_NEGATIVE:
      self->negative = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_dirty (VotumNumberEntry *self,
           gboolean          dirty)
{
  self->dirty = dirty;
  if (self->desk != NULL)
    votum_desk_set_pending (self->desk, self, dirty);
}

static void
show_wrong (VotumNumberEntry *self,
            const char       *why)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (why == NULL)
    {
      gtk_widget_remove_css_class (widget, "error");
      gtk_accessible_reset_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID);
      gtk_widget_set_tooltip_text (widget, NULL);
      return;
    }
  gtk_widget_add_css_class (widget, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_widget_set_tooltip_text (widget, why);
}

static void
show_text (VotumNumberEntry *self,
           const char       *canonical)
{
  g_autofree char *text = canonical != NULL ? votum_format_number (canonical) : g_strdup ("");

  self->setting = TRUE;
  if (strcmp (gtk_editable_get_text (GTK_EDITABLE (self)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self), text);
  self->setting = FALSE;
  show_wrong (self, NULL);
}

/* A true minus sign is what we show; a hyphen is what people type. */
static gboolean
parse (VotumNumberEntry  *self,
       char             **canonical,
       GError           **error)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self))));
  g_auto(GStrv) parts = g_strsplit (typed, "−", -1);
  g_autofree char *plain = g_strjoinv ("-", parts);
  VotumDecimal value;

  *canonical = NULL;
  if (*plain == '\0' && self->optional)
    return TRUE;
  if (!votum_format_parse (plain, &value, error))
    return FALSE;
  value = votum_decimal_normalize (value);
  if ((!self->negative && value.digits < 0) || (self->whole && value.scale > 0) || (self->whole && value.digits > G_MAXINT32))
    {
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                   self->whole ? _("“%s” does not fit here: write a whole number, zero or more.")
                               : _("“%s” does not fit here: write a number of zero or more."), typed);
      return FALSE;
    }
  *canonical = votum_decimal_to_string (value);

  return TRUE;
}

/* Writes down what was typed. What is no number stays where it is, and is said. */
static gboolean
finish (VotumNumberEntry *self)
{
  g_autofree char *canonical = NULL;
  g_autoptr(GError) error = NULL;

  if (!self->dirty)
    return TRUE;
  if (!parse (self, &canonical, &error))
    {
      show_wrong (self, error->message);
      if (self->desk != NULL)
        votum_desk_toast (self->desk, FALSE, "%s", error->message);
      return FALSE;
    }

  set_dirty (self, FALSE);
  if (g_strcmp0 (canonical, self->value) != 0)
    g_signal_emit (self, signals[DONE], 0, canonical);
  /* whatever became of it, the entry shows what is stored */
  show_text (self, self->value);

  return TRUE;
}

static void
changed_cb (VotumNumberEntry *self)
{
  g_autofree char *canonical = NULL;
  g_autoptr(GError) error = NULL;

  if (self->setting)
    return;
  set_dirty (self, TRUE);
  if (parse (self, &canonical, &error))
    show_wrong (self, NULL);
  g_signal_emit (self, signals[TYPED], 0);
}

static void
step_by (VotumNumberEntry *self,
         int               by)
{
  g_autofree char *canonical = NULL;
  VotumDecimal value = { 0, 0 };
  gint64 one = 1;

  if (!parse (self, &canonical, NULL))
    return;
  if (canonical != NULL)
    votum_decimal_parse (canonical, &value, NULL);
  for (guint i = 0; i < value.scale; i++)
    one *= 10;
  if (__builtin_add_overflow (value.digits, by * one, &value.digits) || (!self->negative && value.digits < 0))
    return;
  g_free (canonical);
  canonical = votum_decimal_to_string (value);
  show_text (self, canonical);
  gtk_editable_set_position (GTK_EDITABLE (self), -1);
  changed_cb (self);
}

static gboolean
key_cb (VotumNumberEntry *self,
        guint             keyval,
        guint             keycode,
        GdkModifierType   state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0 || !gtk_editable_get_editable (GTK_EDITABLE (self)))
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      step_by (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      step_by (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      if (!self->dirty)
        return GDK_EVENT_PROPAGATE;
      set_dirty (self, FALSE);
      show_text (self, self->value);
      g_signal_emit (self, signals[TYPED], 0);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
activate_cb (VotumNumberEntry *self)
{
  if (finish (self))
    g_signal_emit (self, signals[NEXT], 0);
}

static void
leave_cb (VotumNumberEntry *self)
{
  finish (self);
}

static void
flush_cb (VotumNumberEntry *self)
{
  finish (self);
}

static void
votum_number_entry_dispose (GObject *object)
{
  VotumNumberEntry *self = VOTUM_NUMBER_ENTRY (object);

  if (self->desk != NULL)
    votum_desk_set_pending (self->desk, self, FALSE);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (votum_number_entry_parent_class)->dispose (object);
}

static void
votum_number_entry_finalize (GObject *object)
{
  g_free (VOTUM_NUMBER_ENTRY (object)->value);

  G_OBJECT_CLASS (votum_number_entry_parent_class)->finalize (object);
}

static void
votum_number_entry_class_init (VotumNumberEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->get_property = votum_number_entry_get_property;
  object_class->set_property = votum_number_entry_set_property;
  object_class->dispose = votum_number_entry_dispose;
  object_class->finalize = votum_number_entry_finalize;

  properties[PROP_OPTIONAL] = g_param_spec_boolean ("optional", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_WHOLE] = g_param_spec_boolean ("whole", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NEGATIVE] = g_param_spec_boolean ("negative", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[TYPED] = g_signal_new ("typed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DONE] = g_signal_new ("done", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[NEXT] = g_signal_new ("next", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
votum_number_entry_init (VotumNumberEntry *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_editable_set_alignment (GTK_EDITABLE (self), 1);
  /* a number is short: what is undone here is the change of the case, not a digit */
  gtk_editable_set_enable_undo (GTK_EDITABLE (self), FALSE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self), 5);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self), 5);
  gtk_entry_set_input_purpose (GTK_ENTRY (self), GTK_INPUT_PURPOSE_NUMBER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect (self, "changed", G_CALLBACK (changed_cb), NULL);
  g_signal_connect (self, "activate", G_CALLBACK (activate_cb), NULL);
}

GtkWidget *
votum_number_entry_new (VotumDesk *desk)
{
  VotumNumberEntry *self = g_object_new (VOTUM_TYPE_NUMBER_ENTRY, NULL);

  votum_number_entry_set_desk (self, desk);

  return GTK_WIDGET (self);
}

void
votum_number_entry_set_desk (VotumNumberEntry *self,
                             VotumDesk        *desk)
{
  if (g_set_object (&self->desk, desk))
    g_signal_connect_object (desk, "flush", G_CALLBACK (flush_cb), self, G_CONNECT_SWAPPED);
}

/**
 * votum_number_entry_set_value:
 * @self: an entry
 * @canonical: (nullable): the number as it is stored
 *
 * Shows a number. What somebody is just typing is not overwritten.
 */
void
votum_number_entry_set_value (VotumNumberEntry *self,
                              const char       *canonical)
{
  g_autofree char *before G_GNUC_UNUSED = self->value;

  self->value = g_strdup (canonical);
  if (!self->dirty)
    show_text (self, canonical);
}

/**
 * votum_number_entry_get_typed:
 * @self: an entry
 * @value: (out): what stands in it
 *
 * Returns: whether that is a number
 */
gboolean
votum_number_entry_get_typed (VotumNumberEntry *self,
                              VotumDecimal     *value)
{
  g_autofree char *canonical = NULL;

  return parse (self, &canonical, NULL) && canonical != NULL && votum_decimal_parse (canonical, value, NULL);
}

gboolean
votum_number_entry_is_dirty (VotumNumberEntry *self)
{
  return self->dirty;
}

/**
 * votum_number_entry_set_name:
 * @self: an entry
 * @name: what a screen reader calls it
 */
void
votum_number_entry_set_name (VotumNumberEntry *self,
                             const char       *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
