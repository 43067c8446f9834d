#include "votum-config.h"

#include "votum-recusals-view.h"

#include <glib/gi18n.h>

#include "votum-case-holder.h"
#include "votum-case-result.h"
#include "votum-names.h"
#include "votum-recusal-dialog.h"
#include "votum-recusal-row.h"
#include "votum-things.h"

struct _VotumRecusalsView {
  AdwBin           parent_instance;

  GtkStack        *stack;
  GtkToggleButton *member_button;
  GtkButton       *add_button;
  GtkButton       *first_button;
  GtkBox          *groups;

  VotumDesk       *desk;
};

G_DEFINE_FINAL_TYPE (VotumRecusalsView, votum_recusals_view, ADW_TYPE_BIN)

static void
add_cb (VotumRecusalsView *self)
{
  votum_recusal_dialog_present (GTK_WIDGET (self), self->desk, NULL, NULL);
}

/* Whose @field is @id: a group of their own; none where there are none. */
static void
add_group (VotumRecusalsView   *self,
           VotumThing          *thing,
           guint                field,
           VotumRecusalRowSide  side)
{
  GListModel *recusals = votum_case_get_things (votum_desk_get_case (self->desk), VOTUM_KIND_RECUSAL);
  g_autofree char *name = votum_desk_name (self->desk, thing);
  g_autofree char *title = g_markup_escape_text (name, -1);
  AdwPreferencesGroup *group = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (recusals); i++)
    {
      g_autoptr(VotumThing) recusal = g_list_model_get_item (recusals, i);

      if (votum_thing_get_ref (recusal, field) != votum_thing_get_id (thing) || !votum_case_may_see (votum_desk_get_case (self->desk), recusal))
        continue;
      if (group == NULL)
        {
          group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
          adw_preferences_group_set_title (group, title);
          gtk_box_append (self->groups, GTK_WIDGET (group));
        }
      adw_preferences_group_add (group, votum_recusal_row_new (self->desk, recusal, side));
    }
}

static void
add_groups (VotumRecusalsView   *self,
            VotumKind            kind,
            guint                field,
            VotumRecusalRowSide  side)
{
  g_autoptr(GPtrArray) things = votum_case_in_order (votum_desk_get_case (self->desk), kind);

  for (guint i = 0; i < things->len; i++)
    add_group (self, g_ptr_array_index (things, i), field, side);
}

static void
refresh (VotumRecusalsView *self)
{
  VotumCase *votum_case = votum_desk_get_case (self->desk);
  gboolean any = g_list_model_get_n_items (votum_case_get_things (votum_case, VOTUM_KIND_RECUSAL)) > 0;
  gboolean can_be = g_list_model_get_n_items (votum_case_get_things (votum_case, VOTUM_KIND_JUROR)) > 0 &&
                    g_list_model_get_n_items (votum_case_get_things (votum_case, VOTUM_KIND_ENTRANT)) > 0;
  const char *label = votum_case_get_duty (votum_case) == VOTUM_DUTY_JUROR ? _("Re_cuse Myself …") : _("Add Re_cusal …");
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_box_remove (self->groups, child);
  if (gtk_toggle_button_get_active (self->member_button))
    {
      add_groups (self, VOTUM_KIND_JUROR, VOTUM_RECUSAL_JUROR, VOTUM_RECUSAL_ROW_FROM);
    }
  else
    {
      add_groups (self, VOTUM_KIND_ENTRANT, VOTUM_RECUSAL_ENTRANT, VOTUM_RECUSAL_ROW_WHO);
      add_groups (self, VOTUM_KIND_CLASS, VOTUM_RECUSAL_CLASS, VOTUM_RECUSAL_ROW_WHO);
    }
  gtk_button_set_label (self->add_button, label);
  gtk_button_set_label (self->first_button, label);
  gtk_widget_set_visible (GTK_WIDGET (self->first_button), can_be);
  votum_names_show_only (self->stack, any ? "some" : "none");
}

static void
side_cb (VotumRecusalsView *self)
{
  if (self->desk != NULL)
    refresh (self);
}

static void
changed_cb (VotumRecusalsView *self,
            VotumChanges      *changes)
{
  gboolean matters = votum_changes_is_empty (changes);

  for (guint i = 0; i < votum_changes_n_things (changes) && !matters; i++)
    {
      const VotumThingChange *change = votum_changes_get (changes, i);
      VotumThing *thing = change->new_thing != NULL ? change->new_thing : change->old_thing;

      matters = VOTUM_IS_RECUSAL (thing) || VOTUM_IS_JUROR (thing) || VOTUM_IS_ENTRANT (thing) || VOTUM_IS_CLASS (thing) ||
                VOTUM_IS_AWARD (thing);
    }
  if (matters)
    refresh (self);
}

static void
votum_recusals_view_dispose (GObject *object)
{
  g_clear_object (&VOTUM_RECUSALS_VIEW (object)->desk);

  G_OBJECT_CLASS (votum_recusals_view_parent_class)->dispose (object);
}

static void
votum_recusals_view_class_init (VotumRecusalsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_recusals_view_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-recusals-view.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumRecusalsView, stack);
  gtk_widget_class_bind_template_child (widget_class, VotumRecusalsView, member_button);
  gtk_widget_class_bind_template_child (widget_class, VotumRecusalsView, add_button);
  gtk_widget_class_bind_template_child (widget_class, VotumRecusalsView, first_button);
  gtk_widget_class_bind_template_child (widget_class, VotumRecusalsView, groups);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, side_cb);
}

static void
votum_recusals_view_init (VotumRecusalsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * votum_recusals_view_set_desk:
 * @self: a view, once
 * @desk: whose recusals it shows
 */
void
votum_recusals_view_set_desk (VotumRecusalsView *self,
                              VotumDesk         *desk)
{
  g_return_if_fail (VOTUM_IS_RECUSALS_VIEW (self) && self->desk == NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (votum_desk_get_case (desk), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  refresh (self);
}
