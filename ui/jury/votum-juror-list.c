#include "votum-config.h"

#include "votum-juror-list.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-case-edit.h"
#include "votum-case-holder.h"
#include "votum-case-result.h"
#include "votum-juror-row.h"
#include "votum-jury-words.h"
#include "votum-tab-stop.h"
#include "votum-text.h"
#include "votum-things.h"

struct _VotumJurorList {
  AdwBin        parent_instance;

  GtkEditable  *search_entry;
  GtkLabel     *hint_label;
  GtkListBox   *box;

  VotumDesk    *desk;
  char         *needle;   /* (nullable): what is searched for, folded */
  gboolean      syncing;
};

enum {
  CHOSEN,
  OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VotumJurorList, votum_juror_list, ADW_TYPE_BIN)

static VotumJurorRow *
row_at (VotumJurorList *self,
        guint           place)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->box, place);

  return row != NULL ? VOTUM_JUROR_ROW (row) : NULL;
}

static VotumJurorRow *
row_of (VotumJurorList *self,
        VotumThing     *juror)
{
  VotumJurorRow *row;

  for (guint i = 0; (row = row_at (self, i)) != NULL; i++)
    if (votum_juror_row_get_juror (row) == juror)
      return row;

  return NULL;
}

static gboolean
matches_cb (GtkListBoxRow *row,
            gpointer       data)
{
  VotumJurorList *self = VOTUM_JUROR_LIST (data);
  VotumThing *juror = votum_juror_row_get_juror (VOTUM_JUROR_ROW (row));
  g_autofree char *roles = NULL;
  g_autofree char *words = NULL;
  g_autofree char *folded = NULL;

  if (self->needle == NULL)
    return TRUE;
  roles = votum_jury_roles (juror);
  words = g_strdup_printf ("%s\n%s\n%s", votum_desk_text (self->desk, juror, VOTUM_JUROR_NAME),
                           votum_desk_text (self->desk, juror, VOTUM_JUROR_ORGANISATION), roles);
  folded = votum_text_fold (words);

  return strstr (folded, self->needle) != NULL;
}

static void
search_changed_cb (VotumJurorList *self)
{
  g_autofree char *clean = votum_text_clean (gtk_editable_get_text (self->search_entry));

  g_free (self->needle);
  self->needle = *clean != '\0' ? votum_text_fold (clean) : NULL;
  gtk_list_box_invalidate_filter (self->box);
}

static void
stop_search_cb (VotumJurorList *self)
{
  gtk_editable_set_text (self->search_entry, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->box));
}

/* ---- the order ---- */

static void
move_to (VotumJurorList *self,
         VotumThing     *juror,
         guint           place)
{
  VotumJurorRow *row;
  GError *error = NULL;

  votum_desk_flush (self->desk);
  votum_case_move (votum_desk_get_case (self->desk), juror, place, NULL, &error);
  votum_desk_report (self->desk, error);
  row = row_of (self, juror);
  if (row != NULL)
    {
      gtk_list_box_select_row (self->box, GTK_LIST_BOX_ROW (row));
      gtk_widget_grab_focus (GTK_WIDGET (row));
    }
}

static gboolean
move_by_key (GtkWidget *widget,
             GVariant  *args,
             gpointer   data)
{
  VotumJurorList *self = VOTUM_JUROR_LIST (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->box);
  int by = g_variant_get_int32 (args);
  int place = row != NULL ? gtk_list_box_row_get_index (row) + by : -1;

  if (place < 0 || row_at (self, place) == NULL)
    {
      gtk_widget_error_bell (widget);
      return TRUE;
    }
  move_to (self, votum_juror_row_get_juror (VOTUM_JUROR_ROW (row)), place);

  return TRUE;
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double         x,
            double         y,
            VotumJurorRow *row)
{
  VotumJurorList *self = VOTUM_JUROR_LIST (gtk_widget_get_ancestor (GTK_WIDGET (row), VOTUM_TYPE_JUROR_LIST));
  VotumThing *juror = votum_juror_row_get_juror (row);

  if (!votum_case_may_change (votum_desk_get_case (self->desk), VOTUM_KIND_JUROR, juror, NULL))
    return NULL;

  return gdk_content_provider_new_typed (VOTUM_TYPE_JUROR, juror);
}

static void
drag_begin_cb (GtkDragSource *source,
               GdkDrag       *drag,
               GtkWidget     *row)
{
  g_autoptr(GdkPaintable) paintable = gtk_widget_paintable_new (row);

  gtk_drag_source_set_icon (source, paintable, 0, 0);
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         VotumJurorRow *row)
{
  VotumJurorList *self = VOTUM_JUROR_LIST (gtk_widget_get_ancestor (GTK_WIDGET (row), VOTUM_TYPE_JUROR_LIST));
  VotumThing *juror = g_value_get_object (value);

  if (row_of (self, juror) == NULL || votum_juror_row_get_juror (row) == juror)
    return FALSE;
  move_to (self, juror, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));

  return TRUE;
}

/* A click leaves the focus in the list. */
static void
released_cb (VotumJurorList *self)
{
  g_signal_emit (self, signals[OPENED], 0, FALSE);
}

static GtkWidget *
new_row (VotumJurorList *self,
         VotumThing     *juror)
{
  GtkWidget *row = votum_juror_row_new (self->desk, juror);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (VOTUM_TYPE_JUROR, GDK_ACTION_MOVE);

  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), row, 0);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), row, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), row, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));

  return row;
}

/* ---- what is in the case ---- */

/* Who is missing, and how it is mended. */
static void
show_hint (VotumJurorList *self,
           GPtrArray      *jurors)
{
  gboolean has_chair = FALSE;
  gboolean has_marks = FALSE;
  const char *hint = NULL;

  for (guint i = 0; i < jurors->len; i++)
    {
      has_chair |= votum_thing_has_choice (g_ptr_array_index (jurors, i), VOTUM_JUROR_ROLES, VOTUM_JUROR_ROLES_CHAIR);
      has_marks |= votum_jury_gives_marks (g_ptr_array_index (jurors, i));
    }
  if (!votum_case_may_change (votum_desk_get_case (self->desk), VOTUM_KIND_JUROR, NULL, NULL))
    hint = NULL;
  else if (jurors->len > 0 && !has_marks)
    hint = _("Nobody gives marks yet. Give somebody the role of a juror.");
  else if (jurors->len > 0 && !has_chair)
    hint = _("The jury has no chair yet. Choose who leads it, and give them the role.");
  gtk_label_set_text (self->hint_label, hint != NULL ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint_label), hint != NULL);
}

static void
sync_rows (VotumJurorList *self)
{
  g_autoptr(GPtrArray) jurors = votum_case_in_order (votum_desk_get_case (self->desk), VOTUM_KIND_JUROR);
  VotumJurorRow *row;

  self->syncing = TRUE;
  for (guint i = 0; (row = row_at (self, i)) != NULL;)
    if (g_ptr_array_find (jurors, votum_juror_row_get_juror (row), NULL))
      i++;
    else
      gtk_list_box_remove (self->box, GTK_WIDGET (row));
  for (guint i = 0; i < jurors->len; i++)
    {
      VotumThing *juror = g_ptr_array_index (jurors, i);
      VotumJurorRow *there = row_of (self, juror);

      if (there == NULL)
        {
          gtk_list_box_insert (self->box, new_row (self, juror), i);
        }
      else if (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (there)) != (int) i)
        {
          g_autoptr(GtkWidget) kept = GTK_WIDGET (g_object_ref (there));

          /* a row that goes selected cannot be selected when it is back */
          gtk_list_box_select_row (self->box, NULL);
          gtk_list_box_remove (self->box, kept);
          gtk_list_box_insert (self->box, kept, i);
        }
      votum_juror_row_update (row_of (self, juror));
    }
  show_hint (self, jurors);
  self->syncing = FALSE;
}

static void
changed_cb (VotumJurorList *self)
{
  VotumThing *chosen = votum_juror_list_get (self);
  g_autoptr(VotumThing) kept = chosen != NULL ? g_object_ref (chosen) : NULL;

  sync_rows (self);
  if (kept != NULL && row_of (self, kept) != NULL)
    gtk_list_box_select_row (self->box, GTK_LIST_BOX_ROW (row_of (self, kept)));
  else if (votum_juror_list_get (self) == NULL && row_at (self, 0) != NULL)
    gtk_list_box_select_row (self->box, GTK_LIST_BOX_ROW (row_at (self, 0)));
  if (votum_juror_list_get (self) != kept)
    g_signal_emit (self, signals[CHOSEN], 0);
}

static void
row_selected_cb (VotumJurorList *self)
{
  /* the box chooses nobody once more when it goes */
  if (!self->syncing && self->desk != NULL)
    g_signal_emit (self, signals[CHOSEN], 0);
}

static void
row_activated_cb (VotumJurorList *self)
{
  g_signal_emit (self, signals[OPENED], 0, TRUE);
}

static void
votum_juror_list_dispose (GObject *object)
{
  g_clear_object (&VOTUM_JUROR_LIST (object)->desk);

  G_OBJECT_CLASS (votum_juror_list_parent_class)->dispose (object);
}

static void
votum_juror_list_finalize (GObject *object)
{
  g_free (VOTUM_JUROR_LIST (object)->needle);

  G_OBJECT_CLASS (votum_juror_list_parent_class)->finalize (object);
}

static void
votum_juror_list_class_init (VotumJurorListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = votum_juror_list_dispose;
  object_class->finalize = votum_juror_list_finalize;

  signals[CHOSEN] = g_signal_new ("chosen", VOTUM_TYPE_JUROR_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[OPENED] = g_signal_new ("opened", VOTUM_TYPE_JUROR_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  g_type_ensure (VOTUM_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-juror-list.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumJurorList, search_entry);
  gtk_widget_class_bind_template_child (widget_class, VotumJurorList, hint_label);
  gtk_widget_class_bind_template_child (widget_class, VotumJurorList, box);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_ALT_MASK, move_by_key, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK, move_by_key, "i", 1);
}

static void
votum_juror_list_init (VotumJurorList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->box, matches_cb, self, NULL);
}

/**
 * votum_juror_list_set_desk:
 * @self: a list, once
 * @desk: whose jury it shows
 */
void
votum_juror_list_set_desk (VotumJurorList *self,
                           VotumDesk      *desk)
{
  g_return_if_fail (VOTUM_IS_JUROR_LIST (self) && self->desk == NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (votum_desk_get_case (desk), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
}

/**
 * votum_juror_list_get:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): who is selected
 */
VotumThing *
votum_juror_list_get (VotumJurorList *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->box);

  return row != NULL ? votum_juror_row_get_juror (VOTUM_JUROR_ROW (row)) : NULL;
}

/**
 * votum_juror_list_select:
 * @self: a list
 * @juror: whom to select
 */
void
votum_juror_list_select (VotumJurorList *self,
                         VotumThing     *juror)
{
  VotumJurorRow *row = row_of (self, juror);

  if (row == NULL)
    return;
  gtk_editable_set_text (self->search_entry, "");
  search_changed_cb (self);
  gtk_list_box_select_row (self->box, GTK_LIST_BOX_ROW (row));
}

void
votum_juror_list_search (VotumJurorList *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_select_region (self->search_entry, 0, -1);
}
