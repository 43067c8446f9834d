#include "votum-config.h"

#include "votum-scale-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "votum-level-list.h"
#include "votum-mark-picker.h"
#include "votum-mark-scale.h"
#include "votum-names.h"
#include "votum-number-entry.h"
#include "votum-scale-use.h"
#include "votum-scale-words.h"

struct _VotumScalePage {
  GtkWidget            parent_instance;

  GtkStack            *stack;
  GtkWidget           *make_button;
  AdwActionRow        *used_row;
  GtkDropDown         *scales;
  GtkWidget           *remove_button;
  AdwActionRow        *own_row;
  GtkButton           *own_button;
  GtkWidget           *marks_group;
  VotumNumberEntry    *min;
  VotumNumberEntry    *max;
  VotumNumberEntry    *step;
  GtkDropDown         *direction;
  GtkLabel            *problem;
  VotumMarkPicker     *picker;
  GtkLabel            *meaning;
  VotumLevelList      *levels;

  VotumCriteriaEditor *editor;
  VotumThing          *scale;       /* (nullable): the one that is shown */
  VotumThing          *tried;       /* (nullable): a copy with what does not fit yet */
  VotumMarkScale      *mark_scale;  /* (nullable): as a juror gets it */
  gboolean             updating;
};

G_DEFINE_FINAL_TYPE (VotumScalePage, votum_scale_page, GTK_TYPE_WIDGET)

/* ---- as jurors see it ---- */

static void
show_meaning (VotumScalePage *self,
              const char     *value)
{
  VotumThing *level = value != NULL ? votum_mark_scale_find_level (self->mark_scale, value, NULL) : NULL;
  g_autofree char *what = value != NULL ? votum_mark_scale_describe (self->mark_scale, value) : NULL;
  g_autofree char *description = level != NULL ? votum_criteria_editor_name (self->editor, level, VOTUM_LEVEL_DESCRIPTION) : g_strdup ("");
  g_autofree char *text = NULL;

  if (what == NULL)
    text = g_strdup (_("Point at a mark to see what it means."));
  else
    text = *description != '\0' ? g_strdup_printf ("%s\n%s", what, description) : g_strdup (what);
  gtk_label_set_text (self->meaning, text);
}

static void
give_cb (VotumScalePage *self,
         const char     *value)
{
  votum_mark_picker_set_value (self->picker, value);
  show_meaning (self, value);
}

static void
take_back_cb (VotumScalePage *self)
{
  give_cb (self, NULL);
}

static void
preview_cb (VotumScalePage *self,
            const char     *value)
{
  if (value != NULL)
    show_meaning (self, value);
}

static void
problem_cb (VotumScalePage *self,
            const char     *sentence)
{
  gtk_label_set_text (self->meaning, sentence);
}

static void
show_picker (VotumScalePage *self,
             VotumThing     *scale)
{
  g_clear_object (&self->mark_scale);
  self->mark_scale = votum_mark_scale_new (votum_criteria_editor_get_desk (self->editor), VOTUM_SCALE (scale));
  votum_mark_picker_set_scale (self->picker, self->mark_scale, _("Example"));
  show_meaning (self, NULL);
}

/* ---- the marks ---- */

/* Lowest, highest and step have to fit each other: what does not yet is kept here until it does. */
static gboolean
read_tried (VotumScalePage  *self,
            GError         **error)
{
  VotumNumberEntry *entries[] = { self->min, self->max, self->step };
  guint fields[] = { VOTUM_SCALE_MIN, VOTUM_SCALE_MAX, VOTUM_SCALE_STEP };

  g_clear_object (&self->tried);
  self->tried = votum_thing_copy (self->scale);
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      VotumDecimal value;
      g_autofree char *text = NULL;

      if (!votum_number_entry_get_typed (entries[i], &value))
        return FALSE;
      text = votum_decimal_to_string (value);
      if (!votum_thing_set_from_text (self->tried, fields[i], text, error))
        return FALSE;
    }

  return votum_thing_check (self->tried, error);
}

static void
show_problem (VotumScalePage *self,
              const char     *text)
{
  gtk_label_set_text (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
}

static void
typed_cb (VotumScalePage *self)
{
  g_autoptr(GError) error = NULL;

  if (self->updating || self->scale == NULL)
    return;
  if (read_tried (self, &error))
    {
      show_problem (self, NULL);
      show_picker (self, self->tried);
    }
}

static void
done (VotumScalePage   *self,
      VotumNumberEntry *entry,
      const char       *canonical)
{
  g_autoptr(GError) error = NULL;

  if (self->scale == NULL)
    return;
  if (read_tried (self, &error))
    {
      g_autoptr(VotumThing) tried = g_steal_pointer (&self->tried);

      show_problem (self, NULL);
      votum_criteria_editor_replace (self->editor, self->scale, tried);
      return;
    }
  votum_number_entry_set_value (entry, canonical);
  if (error != NULL)
    {
      g_autofree char *text = g_strdup_printf (_("Not written down yet. %s"), error->message);

      show_problem (self, text);
    }
}

static void
min_cb (VotumScalePage *self,
        const char     *canonical)
{
  done (self, self->min, canonical);
}

static void
max_cb (VotumScalePage *self,
        const char     *canonical)
{
  done (self, self->max, canonical);
}

static void
step_cb (VotumScalePage *self,
         const char     *canonical)
{
  done (self, self->step, canonical);
}

static void
direction_cb (VotumScalePage *self)
{
  if (!self->updating && self->scale != NULL)
    votum_criteria_editor_edit (self->editor, self->scale, VOTUM_SCALE_DIRECTION,
                                gtk_drop_down_get_selected (self->direction) == VOTUM_SCALE_DIRECTION_FALLING ? "falling" : "rising");
}

static void
show_marks (VotumScalePage *self)
{
  self->updating = TRUE;
  votum_number_entry_set_value (self->min, votum_thing_get_text (self->scale, VOTUM_SCALE_MIN));
  votum_number_entry_set_value (self->max, votum_thing_get_text (self->scale, VOTUM_SCALE_MAX));
  votum_number_entry_set_value (self->step, votum_thing_get_text (self->scale, VOTUM_SCALE_STEP));
  gtk_drop_down_set_selected (self->direction, (guint) votum_thing_get_choice (self->scale, VOTUM_SCALE_DIRECTION));
  show_problem (self, NULL);
  self->updating = FALSE;
  show_picker (self, self->scale);
}

/* ---- which scale ---- */

static void
show_use (VotumScalePage *self)
{
  VotumThing *class_thing = votum_criteria_editor_get_class (self->editor);
  g_autofree char *used = votum_scale_used_by (self->editor, self->scale);
  gboolean own = votum_scale_is_own (self->editor);

  {
    g_autofree char *title = votum_scale_name (self->scale);

    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->used_row), title);
  }
  adw_action_row_set_subtitle (self->used_row, used != NULL ? used : _("Used by nothing"));
  gtk_widget_set_visible (self->remove_button, used == NULL && votum_criteria_editor_may_change (self->editor));
  gtk_widget_set_visible (GTK_WIDGET (self->own_row), class_thing != NULL && votum_criteria_editor_may_change (self->editor));
  if (class_thing != NULL)
    {
      g_autofree char *name = votum_criteria_editor_name (self->editor, class_thing, VOTUM_CLASS_NAME);
      g_autofree char *text = g_strdup_printf (own ? _("“%s” has a scale of its own") : _("“%s” is marked on the award’s scale"), name);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->own_row), text);
      votum_names_set_label (self->own_button, own ? _("_Use the Award’s") : _("_Give It Its Own"));
    }
}

static void
show_scales (VotumScalePage *self)
{
  GListModel *things = votum_case_get_things (votum_criteria_editor_get_case (self->editor), VOTUM_KIND_SCALE);
  g_autoptr(GtkStringList) list = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; i < g_list_model_get_n_items (things); i++)
    {
      g_autoptr(VotumThing) scale = g_list_model_get_item (things, i);
      g_autofree char *name = votum_scale_name (scale);

      gtk_string_list_append (list, name);
      if (scale == self->scale)
        selected = i;
    }
  self->updating = TRUE;
  gtk_drop_down_set_model (self->scales, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->scales, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->scales), g_list_model_get_n_items (things) > 1);
  self->updating = FALSE;
}

static void
show_scale (VotumScalePage *self,
            VotumThing     *scale)
{
  g_set_object (&self->scale, scale);
  g_clear_object (&self->tried);
  votum_names_show_only (self->stack, scale != NULL ? "scale" : "none");
  votum_level_list_show (self->levels, scale);
  if (scale == NULL)
    return;
  show_scales (self);
  show_use (self);
  show_marks (self);
}

static void
class_cb (VotumScalePage *self)
{
  VotumThing *scale = votum_scale_in_use (self->editor);

  if (scale == NULL)
    {
      g_autoptr(VotumThing) first = g_list_model_get_item (votum_case_get_things (votum_criteria_editor_get_case (self->editor), VOTUM_KIND_SCALE), 0);

      show_scale (self, first);
      return;
    }
  show_scale (self, scale);
}

static void
scale_cb (VotumScalePage *self)
{
  g_autoptr(VotumThing) scale = NULL;

  if (self->updating || self->editor == NULL)
    return;
  votum_desk_flush (votum_criteria_editor_get_desk (self->editor));
  scale = g_list_model_get_item (votum_case_get_things (votum_criteria_editor_get_case (self->editor), VOTUM_KIND_SCALE),
                                 gtk_drop_down_get_selected (self->scales));
  if (scale != NULL)
    show_scale (self, scale);
}

static void
make_cb (VotumScalePage *self)
{
  votum_scale_make_own (self->editor);
}

static void
own_cb (VotumScalePage *self)
{
  if (votum_scale_is_own (self->editor))
    votum_scale_drop_own (self->editor);
  else
    votum_scale_make_own (self->editor);
  class_cb (self);
}

static void
remove_cb (VotumScalePage *self)
{
  g_autoptr(VotumThing) scale = g_object_ref (self->scale);

  if (votum_criteria_editor_remove (self->editor, scale))
    votum_desk_toast (votum_criteria_editor_get_desk (self->editor), TRUE, "%s", _("The scale is taken out"));
}

static void
changed_cb (VotumScalePage *self,
            VotumChanges   *changes)
{
  VotumCase *votum_case = votum_criteria_editor_get_case (self->editor);

  if (votum_changes_n_things (changes) == 0)
    return;
  if (self->scale == NULL || votum_case_lookup (votum_case, votum_thing_get_id (self->scale)) == NULL)
    {
      class_cb (self);
      return;
    }
  for (guint i = 0; i < votum_changes_n_things (changes); i++)
    {
      const VotumThingChange *change = votum_changes_get (changes, i);
      VotumThing *thing = change->new_thing != NULL ? change->new_thing : change->old_thing;

      if (VOTUM_IS_SCALE (thing) || VOTUM_IS_LEVEL (thing) || VOTUM_IS_CRITERION (thing) || VOTUM_IS_CLASS (thing) || VOTUM_IS_AWARD (thing))
        {
          show_scale (self, self->scale);
          return;
        }
    }
}

static void
may_change_cb (VotumScalePage *self)
{
  if (self->scale != NULL)
    show_use (self);
}

static void
votum_scale_page_dispose (GObject *object)
{
  VotumScalePage *self = VOTUM_SCALE_PAGE (object);

  self->updating = TRUE;
  g_clear_pointer ((GtkWidget **) &self->stack, gtk_widget_unparent);
  g_clear_object (&self->scale);
  g_clear_object (&self->tried);
  g_clear_object (&self->mark_scale);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (votum_scale_page_parent_class)->dispose (object);
}

static void
votum_scale_page_class_init (VotumScalePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_scale_page_dispose;

  g_type_ensure (VOTUM_TYPE_LEVEL_LIST);
  g_type_ensure (VOTUM_TYPE_MARK_PICKER);
  g_type_ensure (VOTUM_TYPE_NUMBER_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-scale-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumScalePage, stack);
  gtk_widget_class_bind_template_child (widget_class, VotumScalePage, make_button);
  gtk_widget_class_bind_template_child (widget_class, VotumScalePage, used_row);
  gtk_widget_class_bind_template_child (widget_class, VotumScalePage, scales);
  gtk_widget_class_bind_template_child (widget_class, VotumScalePage, remove_button);
  gtk_widget_class_bind_template_child (widget_class, VotumScalePage, own_row);
  gtk_widget_class_bind_template_child (widget_class, VotumScalePage, own_button);
  gtk_widget_class_bind_template_child (widget_class, VotumScalePage, marks_group);
  gtk_widget_class_bind_template_child (widget_class, VotumScalePage, min);
  gtk_widget_class_bind_template_child (widget_class, VotumScalePage, max);
  gtk_widget_class_bind_template_child (widget_class, VotumScalePage, step);
  gtk_widget_class_bind_template_child (widget_class, VotumScalePage, direction);
  gtk_widget_class_bind_template_child (widget_class, VotumScalePage, problem);
  gtk_widget_class_bind_template_child (widget_class, VotumScalePage, picker);
  gtk_widget_class_bind_template_child (widget_class, VotumScalePage, meaning);
  gtk_widget_class_bind_template_child (widget_class, VotumScalePage, levels);
  gtk_widget_class_bind_template_callback (widget_class, make_cb);
  gtk_widget_class_bind_template_callback (widget_class, scale_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, own_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, min_cb);
  gtk_widget_class_bind_template_callback (widget_class, max_cb);
  gtk_widget_class_bind_template_callback (widget_class, step_cb);
  gtk_widget_class_bind_template_callback (widget_class, direction_cb);
  gtk_widget_class_bind_template_callback (widget_class, give_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_back_cb);
  gtk_widget_class_bind_template_callback (widget_class, preview_cb);
  gtk_widget_class_bind_template_callback (widget_class, problem_cb);
}

static void
votum_scale_page_init (VotumScalePage *self)
{
  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->updating = FALSE;
}

void
votum_scale_page_set_editor (VotumScalePage      *self,
                             VotumCriteriaEditor *editor)
{
  VotumNumberEntry *entries[] = { self->min, self->max, self->step };

  self->editor = g_object_ref (editor);
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      votum_number_entry_set_desk (entries[i], votum_criteria_editor_get_desk (editor));
      votum_criteria_editor_guard (editor, GTK_WIDGET (entries[i]));
    }
  votum_criteria_editor_guard (editor, GTK_WIDGET (self->direction));
  votum_criteria_editor_guard (editor, GTK_WIDGET (self->own_button));
  votum_criteria_editor_guard (editor, self->make_button);
  votum_level_list_set_editor (self->levels, editor);
  g_signal_connect_object (editor, "notify::class", G_CALLBACK (class_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "notify::lang", G_CALLBACK (may_change_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "notify::may-change", G_CALLBACK (may_change_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (votum_criteria_editor_get_case (editor), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  class_cb (self);
}
