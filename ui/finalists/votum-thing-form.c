#include "votum-config.h"

#include "votum-thing-form.h"

#include <glib/gi18n.h>

#include "votum-case-drafts.h"
#include "votum-format.h"

struct _VotumThingForm {
  AdwWindow            parent_instance;

  GtkButton           *add_button;
  GtkLabel            *problem_label;
  AdwPreferencesGroup *group;

  VotumDesk           *desk;
  VotumThing          *thing;   /* what it becomes, with what is known of it already */
  GPtrArray           *rows;    /* one a field */
  GPtrArray           *places;  /* of the drafts; "" for a row without words */
  const VotumFieldSpec *fields;
  VotumThingFormFunc   func;
  gpointer             data;
};

G_DEFINE_FINAL_TYPE (VotumThingForm, votum_thing_form, ADW_TYPE_WINDOW)

static void
show_problem (VotumThingForm *self,
              guint           place,
              GError         *error)
{
  gtk_label_set_text (self->problem_label, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), TRUE);
  if (place < self->rows->len)
    gtk_widget_grab_focus (g_ptr_array_index (self->rows, place));
}

/* What was typed, as the model writes it. */
static gboolean
take_text (VotumThing  *thing,
           guint        field,
           const char  *typed,
           GError     **error)
{
  g_autofree char *clean = g_strstrip (g_strdup (typed));
  g_autofree char *canonical = NULL;
  VotumDecimal value;

  if (*clean == '\0')
    return votum_thing_set_from_text (thing, field, NULL, error);
  if (votum_thing_get_info (thing)->fields[field].type != VOTUM_FIELD_DECIMAL)
    return votum_thing_set_from_text (thing, field, clean, error);
  if (!votum_format_parse (clean, &value, error))
    return FALSE;
  canonical = votum_decimal_to_string (value);

  return votum_thing_set_from_text (thing, field, canonical, error);
}

static gboolean
take_row (VotumThingForm  *self,
          VotumThing      *thing,
          guint            place,
          GError         **error)
{
  GtkWidget *row = g_ptr_array_index (self->rows, place);
  guint field = self->fields[place].field;
  g_autofree char *text = NULL;
  VotumThing *picked;

  if (votum_thing_get_info (thing)->fields[field].type != VOTUM_FIELD_REF)
    {
      text = votum_field_row_text (row);
      return take_text (thing, field, text, error);
    }
  picked = votum_field_row_picked (row);
  votum_thing_set_ref (thing, field, picked != NULL ? votum_thing_get_id (picked) : 0);

  return TRUE;
}

/* The words are part of the case: nothing of them is a draft any more. */
static void
forget_drafts (VotumThingForm *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const char *place = g_ptr_array_index (self->places, i);
      GError *error = NULL;

      if (*place == '\0')
        continue;
      votum_field_row_clear (g_ptr_array_index (self->rows, i));
      votum_case_keep_draft (votum_desk_get_case (self->desk), place, NULL, &error);
      votum_desk_report (self->desk, error);
    }
}

static void
add_cb (VotumThingForm *self)
{
  g_autoptr(VotumThing) thing = votum_thing_copy (self->thing);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    if (!take_row (self, thing, i, &error))
      {
        show_problem (self, i, error);
        return;
      }
  if (!votum_case_add_finishing (votum_desk_get_case (self->desk), thing, g_ptr_array_index (self->places, 0), &error))
    {
      show_problem (self, 0, error);
      return;
    }

  forget_drafts (self);
  if (self->func != NULL)
    self->func (thing, self->data);
  gtk_window_close (GTK_WINDOW (self));
}

static void
add_row (VotumThingForm           *self,
         const VotumThingFormSpec *spec,
         const VotumFieldSpec     *field)
{
  const VotumField *info = &votum_thing_get_info (self->thing)->fields[field->field];
  gboolean required = (info->flags & VOTUM_FIELD_REQUIRED) != 0;
  g_autofree char *place = g_strdup_printf ("%s:%s", spec->draft, info->name);
  GtkWidget *row;

  if (info->type == VOTUM_FIELD_REF)
    /* TRANSLATORS: stands in a list of things to choose from: none of them */
    row = votum_field_row_pick (self->desk, info->target, _(field->label), required ? NULL : _("None"));
  else
    row = votum_field_row_begin (self->desk, place, _(field->label), info->type == VOTUM_FIELD_PROSE);

  if (ADW_IS_ENTRY_ROW (row))
    adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
  g_ptr_array_add (self->places, info->type == VOTUM_FIELD_REF ? g_strdup ("") : g_steal_pointer (&place));
}

/* What was typed in the last moment is kept as well. */
static gboolean
votum_thing_form_close_request (GtkWindow *window)
{
  votum_desk_flush (VOTUM_THING_FORM (window)->desk);

  return GTK_WINDOW_CLASS (votum_thing_form_parent_class)->close_request (window);
}

static void
votum_thing_form_dispose (GObject *object)
{
  VotumThingForm *self = VOTUM_THING_FORM (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->thing);

  G_OBJECT_CLASS (votum_thing_form_parent_class)->dispose (object);
}

static void
votum_thing_form_finalize (GObject *object)
{
  VotumThingForm *self = VOTUM_THING_FORM (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->places);

  G_OBJECT_CLASS (votum_thing_form_parent_class)->finalize (object);
}

static void
votum_thing_form_class_init (VotumThingFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = votum_thing_form_dispose;
  object_class->finalize = votum_thing_form_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = votum_thing_form_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-thing-form.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumThingForm, add_button);
  gtk_widget_class_bind_template_child (widget_class, VotumThingForm, problem_label);
  gtk_widget_class_bind_template_child (widget_class, VotumThingForm, group);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
votum_thing_form_init (VotumThingForm *self)
{
  self->rows = g_ptr_array_new ();
  self->places = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * votum_thing_form_present:
 * @parent: a widget of the window that asks
 * @desk: a desk
 * @spec: (scope forever): what is asked for; its first field has words
 * @thing: a new thing, with what is known of it already: what it belongs to
 * @func: (scope async) (nullable): called when it has been put into the case
 * @data: for @func
 *
 * Asks for something new. What is typed is kept also when the form is left, and is there when it is opened again.
 */
void
votum_thing_form_present (GtkWidget                *parent,
                          VotumDesk                *desk,
                          const VotumThingFormSpec *spec,
                          VotumThing               *thing,
                          VotumThingFormFunc        func,
                          gpointer                  data)
{
  VotumThingForm *self = g_object_new (VOTUM_TYPE_THING_FORM, "title", _(spec->heading), NULL);
  GtkRoot *root = gtk_widget_get_root (parent);

  self->desk = g_object_ref (desk);
  self->thing = votum_thing_copy (thing);
  self->fields = spec->fields;
  self->func = func;
  self->data = data;
  gtk_button_set_label (self->add_button, _(spec->button));
  for (guint i = 0; spec->fields[i].label != NULL; i++)
    add_row (self, spec, &spec->fields[i]);

  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (g_ptr_array_index (self->rows, 0));
}
