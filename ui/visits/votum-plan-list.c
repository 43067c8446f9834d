#include "votum-config.h"

#include "votum-plan-list.h"

#include <glib/gi18n.h>

#include "votum-binder.h"
#include "votum-case-drafts.h"
#include "votum-case-edit.h"
#include "votum-plan-row.h"
#include "votum-plan.h"

struct _VotumPlanList {
  AdwBin         parent_instance;

  GtkListBox    *list;
  GtkWidget     *add;

  VotumDesk     *desk;
  VotumOccasion *occasion;  /* (nullable) */
};

G_DEFINE_FINAL_TYPE (VotumPlanList, votum_plan_list, ADW_TYPE_BIN)

static VotumThing *
visit_of (VotumPlanList *self)
{
  return self->occasion != NULL ? votum_occasion_get_visit (self->occasion) : NULL;
}

static GPtrArray *
lines_of (VotumPlanList *self)
{
  return votum_plan_parse (votum_thing_get_text (visit_of (self), VOTUM_VISIT_PLAN));
}

/* @place: (nullable): of the draft that becomes part of the plan */
static gboolean
write_lines (VotumPlanList *self,
             GPtrArray     *lines,
             const char    *place)
{
  VotumCase *votum_case = votum_desk_get_case (self->desk);
  g_autofree char *prose = votum_plan_write (lines);
  GError *error = NULL;

  if (place != NULL)
    votum_case_edit_finishing (votum_case, visit_of (self), VOTUM_VISIT_PLAN, prose, place, &error);
  else
    votum_case_edit (votum_case, visit_of (self), VOTUM_VISIT_PLAN, prose, NULL, &error);

  return votum_desk_report (self->desk, error);
}

/* ---- rows ---- */

static void
ticked_cb (VotumPlanRow  *row,
           gboolean       ticked,
           VotumPlanList *self)
{
  g_autoptr(GPtrArray) lines = lines_of (self);
  guint place = (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  VotumPlanLine *line;

  if (place >= lines->len)
    return;
  line = g_ptr_array_index (lines, place);
  line->marked = TRUE;
  line->ticked = ticked;
  write_lines (self, lines, NULL);
}

static void
remove_line (VotumPlanList *self,
             guint          place,
             const char    *draft)
{
  g_autoptr(GPtrArray) lines = lines_of (self);
  GtkListBoxRow *next;

  if (place >= lines->len)
    return;
  g_ptr_array_remove_index (lines, place);
  if (!write_lines (self, lines, draft))
    return;
  votum_desk_toast (self->desk, TRUE, "%s", _("Line removed from the plan"));
  next = gtk_list_box_get_row_at_index (self->list, (int) MIN (place, MAX (lines->len, 1) - 1));
  gtk_widget_grab_focus (next != NULL ? GTK_WIDGET (next) : self->add);
}

static void
edited_cb (VotumPlanRow  *row,
           const char    *text,
           const char    *draft,
           VotumPlanList *self)
{
  g_autoptr(GPtrArray) lines = lines_of (self);
  guint place = (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  VotumPlanLine *line;

  if (place >= lines->len)
    return;
  if (*text == '\0')
    {
      remove_line (self, place, draft);
      return;
    }
  line = g_ptr_array_index (lines, place);
  g_free (line->text);
  line->text = g_strdup (text);
  write_lines (self, lines, draft);
}

static void
move_line (VotumPlanList *self,
           guint          from,
           guint          to)
{
  g_autoptr(GPtrArray) lines = lines_of (self);
  GtkListBoxRow *row;

  if (from >= lines->len || to >= lines->len)
    return;
  votum_plan_move (lines, from, to);
  if (!write_lines (self, lines, NULL))
    return;
  row = gtk_list_box_get_row_at_index (self->list, (int) to);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
moved_cb (VotumPlanRow  *row,
          int            steps,
          VotumPlanList *self)
{
  int from = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));

  if (from + steps >= 0)
    move_line (self, (guint) from, (guint) (from + steps));
}

static void
dropped_on_cb (VotumPlanRow  *row,
               VotumPlanRow  *dragged,
               VotumPlanList *self)
{
  move_line (self, (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (dragged)), (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
}

static void
removed_cb (VotumPlanRow  *row,
            VotumPlanList *self)
{
  remove_line (self, (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)), NULL);
}

static GtkWidget *
new_row (VotumPlanList *self)
{
  g_autofree char *place = votum_occasion_place (self->occasion, "plan:line");
  GtkWidget *row = votum_plan_row_new (self->desk, place);

  g_signal_connect_object (row, "ticked", G_CALLBACK (ticked_cb), self, 0);
  g_signal_connect_object (row, "edited", G_CALLBACK (edited_cb), self, 0);
  g_signal_connect_object (row, "moved", G_CALLBACK (moved_cb), self, 0);
  g_signal_connect_object (row, "dropped-on", G_CALLBACK (dropped_on_cb), self, 0);
  g_signal_connect_object (row, "removed", G_CALLBACK (removed_cb), self, 0);
  gtk_list_box_append (self->list, row);

  return row;
}

static void
show_lines (VotumPlanList *self)
{
  g_autoptr(GPtrArray) lines = visit_of (self) != NULL ? lines_of (self) : votum_plan_parse (NULL);
  GtkListBoxRow *row;

  for (guint i = 0; i < lines->len; i++)
    {
      const VotumPlanLine *line = g_ptr_array_index (lines, i);

      row = gtk_list_box_get_row_at_index (self->list, (int) i);
      votum_plan_row_set (VOTUM_PLAN_ROW (row != NULL ? GTK_WIDGET (row) : new_row (self)), line->text, line->ticked);
    }
  while ((row = gtk_list_box_get_row_at_index (self->list, (int) lines->len)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  gtk_widget_set_visible (GTK_WIDGET (self->list), lines->len > 0);
}

/* ---- adding ---- */

static void
add_cb (VotumPlanList *self)
{
  g_autofree char *text = g_strstrip (votum_binder_text (self->add));
  g_autoptr(GPtrArray) lines = NULL;

  if (*text == '\0' || visit_of (self) == NULL)
    return;
  lines = lines_of (self);
  votum_plan_insert (lines, lines->len, text);
  if (write_lines (self, lines, votum_binder_place (self->add)))
    votum_binder_clear (self->add);
}

static void
add_criteria_cb (VotumPlanList *self)
{
  g_autoptr(GPtrArray) lines = NULL;
  guint n_added;

  if (visit_of (self) == NULL)
    return;
  lines = lines_of (self);
  n_added = votum_plan_add_criteria (lines, self->desk, votum_occasion_get_entrant (self->occasion));
  if (n_added == 0)
    votum_desk_toast (self->desk, FALSE, "%s", _("No other criterion says that it is to be seen on a visit"));
  else if (write_lines (self, lines, NULL))
    votum_desk_toast (self->desk, TRUE, ngettext ("%u line added to the plan", "%u lines added to the plan", n_added), n_added);
}

/* ---- the widget ---- */

static void
forget_occasion (VotumPlanList *self)
{
  GtkListBoxRow *row;

  if (self->desk == NULL)
    return;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    votum_plan_row_leave (VOTUM_PLAN_ROW (row));
  if (visit_of (self) != NULL)
    g_signal_handlers_disconnect_by_data (visit_of (self), self);
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  votum_binder_unbind (self->add);
  g_clear_object (&self->occasion);
  g_clear_object (&self->desk);
}

static void
votum_plan_list_dispose (GObject *object)
{
  VotumPlanList *self = VOTUM_PLAN_LIST (object);

  if (self->list != NULL)
    forget_occasion (self);

  G_OBJECT_CLASS (votum_plan_list_parent_class)->dispose (object);
}

static void
votum_plan_list_class_init (VotumPlanListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_plan_list_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-plan-list.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumPlanList, list);
  gtk_widget_class_bind_template_child (widget_class, VotumPlanList, add);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_criteria_cb);
}

static void
votum_plan_list_init (VotumPlanList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * votum_plan_list_set_occasion:
 * @self: a plan
 * @desk: the desk
 * @occasion: whose plan it is; where there is no visit there is no plan
 */
void
votum_plan_list_set_occasion (VotumPlanList *self,
                              VotumDesk     *desk,
                              VotumOccasion *occasion)
{
  VotumThing *visit = votum_occasion_get_visit (occasion);
  g_autofree char *place = NULL;

  g_return_if_fail (VOTUM_IS_PLAN_LIST (self));

  forget_occasion (self);
  self->desk = g_object_ref (desk);
  self->occasion = g_object_ref (occasion);
  if (visit != NULL)
    {
      place = votum_occasion_place (occasion, "plan:new");
      votum_binder_begin (self->add, desk, place, "");
      g_signal_connect_object (visit, "notify::plan", G_CALLBACK (show_lines), self, G_CONNECT_SWAPPED);
    }
  show_lines (self);
}

void
votum_plan_list_focus (VotumPlanList *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);

  gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : self->add);
}
