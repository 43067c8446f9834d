#include "votum-config.h"

#include "votum-level-list.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "votum-format.h"
#include "votum-language-switch.h"
#include "votum-level-row.h"
#include "votum-names.h"
#include "votum-scale-words.h"

struct _VotumLevelList {
  GtkWidget            parent_instance;

  AdwPreferencesGroup *group;
  VotumLanguageSwitch *languages;
  GtkListBox          *list;
  GtkButton           *add_button;

  VotumCriteriaEditor *editor;
  VotumThing          *scale;   /* (nullable) */
};

G_DEFINE_FINAL_TYPE (VotumLevelList, votum_level_list, GTK_TYPE_WIDGET)

/* The lowest mark that has no level yet. */
static gboolean
next_mark (VotumLevelList *self,
           GPtrArray      *levels,
           VotumDecimal   *mark)
{
  VotumDecimal step = { 1, 0 };
  VotumDecimal max = { 0, 0 };
  mpq_t at, size, end;
  gboolean found = FALSE;

  votum_thing_get_decimal (self->scale, VOTUM_SCALE_MIN, mark);
  votum_thing_get_decimal (self->scale, VOTUM_SCALE_MAX, &max);
  votum_thing_get_decimal (self->scale, VOTUM_SCALE_STEP, &step);
  mpq_inits (at, size, end, NULL);
  votum_decimal_to_rational (*mark, at);
  votum_decimal_to_rational (step, size);
  votum_decimal_to_rational (max, end);
  for (guint n = 0; !found && n < 1000 && mpq_cmp (at, end) <= 0; n++)
    {
      g_autofree char *text = votum_rational_to_string (at, MAX (mark->scale, step.scale), VOTUM_ROUNDING_HALF_UP);
      VotumDecimal value;

      found = votum_decimal_parse (text, &value, NULL);
      for (guint i = 0; found && i < levels->len; i++)
        {
          VotumDecimal taken;

          if (votum_thing_get_decimal (g_ptr_array_index (levels, i), VOTUM_LEVEL_VALUE, &taken) && votum_decimal_compare (taken, value) == 0)
            found = FALSE;
        }
      if (found)
        *mark = votum_decimal_normalize (value);
      mpq_add (at, at, size);
    }
  mpq_clears (at, size, end, NULL);

  return found;
}

static GtkWidget *
find_row (VotumLevelList *self,
          VotumThing     *level)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (votum_level_row_get_level (VOTUM_LEVEL_ROW (row)) == level)
      return row;

  return NULL;
}

static void
put_row (VotumLevelList *self,
         VotumThing     *level,
         int             place)
{
  GtkWidget *found = find_row (self, level);
  g_autoptr(GtkWidget) row = g_object_ref_sink (found != NULL ? found : votum_level_row_new (self->editor, level));

  if (found != NULL)
    {
      if (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (found)) == place)
        return;
      gtk_list_box_remove (self->list, found);
    }
  gtk_list_box_insert (self->list, row, place);
}

static void
show_levels (VotumLevelList *self)
{
  g_autoptr(GPtrArray) levels = NULL;
  GtkListBoxRow *row;
  VotumDecimal mark;
  gboolean more;

  if (self->scale == NULL)
    return;
  levels = votum_scale_levels (votum_criteria_editor_get_case (self->editor), self->scale);
  for (guint i = 0; i < levels->len; i++)
    put_row (self, g_ptr_array_index (levels, i), (int) i);
  while ((row = gtk_list_box_get_row_at_index (self->list, (int) levels->len)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  gtk_widget_set_visible (GTK_WIDGET (self->list), levels->len > 0);
  votum_language_switch_set_things (self->languages, levels);

  more = next_mark (self, levels, &mark);
  gtk_widget_set_visible (GTK_WIDGET (self->add_button), more && votum_criteria_editor_may_change (self->editor));
  if (more)
    {
      g_autofree char *value = votum_format_decimal (mark);
      g_autofree char *text = g_strdup_printf (_("_Describe the Mark %s"), value);

      votum_names_set_label (self->add_button, text);
    }
}

static void
add_cb (VotumLevelList *self)
{
  g_autoptr(GPtrArray) levels = votum_scale_levels (votum_criteria_editor_get_case (self->editor), self->scale);
  g_autoptr(VotumThing) level = votum_thing_new (VOTUM_KIND_LEVEL);
  VotumDecimal mark;
  g_autofree char *value = NULL;
  GtkWidget *row;

  if (!next_mark (self, levels, &mark))
    return;
  value = votum_decimal_to_string (mark);
  votum_thing_set_ref (level, VOTUM_LEVEL_SCALE, votum_thing_get_id (self->scale));
  votum_thing_set_from_text (level, VOTUM_LEVEL_VALUE, value, NULL);
  if (!votum_criteria_editor_add (self->editor, level))
    return;
  row = find_row (self, votum_case_lookup (votum_criteria_editor_get_case (self->editor), votum_thing_get_id (level)));
  if (row != NULL)
    votum_level_row_grab (VOTUM_LEVEL_ROW (row));
}

static void
changed_cb (VotumLevelList *self,
            VotumChanges   *changes)
{
  for (guint i = 0; i < votum_changes_n_things (changes); i++)
    {
      const VotumThingChange *change = votum_changes_get (changes, i);
      VotumThing *thing = change->new_thing != NULL ? change->new_thing : change->old_thing;

      if (VOTUM_IS_LEVEL (thing) || VOTUM_IS_SCALE (thing))
        {
          show_levels (self);
          return;
        }
    }
}

static void
votum_level_list_dispose (GObject *object)
{
  VotumLevelList *self = VOTUM_LEVEL_LIST (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->scale);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (votum_level_list_parent_class)->dispose (object);
}

static void
votum_level_list_class_init (VotumLevelListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_level_list_dispose;

  g_type_ensure (VOTUM_TYPE_LANGUAGE_SWITCH);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-level-list.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumLevelList, group);
  gtk_widget_class_bind_template_child (widget_class, VotumLevelList, languages);
  gtk_widget_class_bind_template_child (widget_class, VotumLevelList, list);
  gtk_widget_class_bind_template_child (widget_class, VotumLevelList, add_button);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
votum_level_list_init (VotumLevelList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
votum_level_list_set_editor (VotumLevelList      *self,
                             VotumCriteriaEditor *editor)
{
  self->editor = g_object_ref (editor);
  votum_language_switch_set_editor (self->languages, editor);
  g_signal_connect_object (votum_criteria_editor_get_case (editor), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * votum_level_list_show:
 * @self: a list
 * @scale: (nullable): a scale of the case
 */
void
votum_level_list_show (VotumLevelList *self,
                       VotumThing     *scale)
{
  if (g_set_object (&self->scale, scale))
    show_levels (self);
}
