#include "votum-config.h"

#include "votum-mark-list.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "votum-row-reveal.h"
#include "votum-scoring-row.h"
#include "votum-scoring-commands.h"

struct _VotumMarkList {
  AdwBin             parent_instance;

  GtkListBox        *list;

  VotumScoringSheet *sheet;
  GPtrArray         *items;      /* (nullable): what the rows are made of */
  VotumThing        *entrant;    /* (nullable) */
  VotumThing        *criterion;  /* (nullable): the one of the chosen row */
  gboolean           entered;    /* whether the chosen row has had the focus: else it was only shown */
  VotumScoringRow   *led_from;   /* (nullable): the row of the mark just given, while the focus is where that led */
  VotumScoringRow   *commented;  /* (nullable): the same row, while its comment is written */
  VotumScoringRow   *led_to;     /* (nullable): where that comment leads back to */
};

enum {
  CHOSEN,
  PREVIEW,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VotumMarkList, votum_mark_list, ADW_TYPE_BIN)

/* ---- rows ---- */

static VotumScoringRow *
chosen_row (VotumMarkList *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? VOTUM_SCORING_ROW (row) : NULL;
}

static VotumScoringRow *
find_row (VotumMarkList *self,
          VotumThing    *criterion)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (votum_scoring_row_get_criterion (VOTUM_SCORING_ROW (row)) == criterion)
      return VOTUM_SCORING_ROW (row);

  return NULL;
}

static VotumScoringRow *
row_at (VotumMarkList *self,
        int            index)
{
  return VOTUM_SCORING_ROW (gtk_list_box_get_row_at_index (self->list, index));
}

static void
choose_row (VotumMarkList   *self,
            VotumScoringRow *row,
            gboolean         focus)
{
  if (row == NULL)
    return;
  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
  votum_row_reveal (GTK_WIDGET (row));
  if (focus)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static VotumScoringRow *
first_without_mark (VotumMarkList *self,
                    int            begin)
{
  VotumScoringRow *row;

  for (int i = begin; (row = row_at (self, i)) != NULL; i++)
    if (votum_scoring_sheet_get_mark (self->sheet, self->entrant, votum_scoring_row_get_criterion (row)) == NULL)
      return row;

  return NULL;
}

static void
row_selected_cb (VotumMarkList *self,
                 GtkListBoxRow *row)
{
  VotumThing *criterion = row != NULL ? votum_scoring_row_get_criterion (VOTUM_SCORING_ROW (row)) : NULL;

  if (!g_set_object (&self->criterion, criterion))
    return;
  self->entered = FALSE;
  g_signal_emit (self, signals[CHOSEN], 0, criterion);
}

static void
row_activated_cb (VotumMarkList *self,
                  GtkListBoxRow *row)
{
  votum_scoring_row_open_comment (VOTUM_SCORING_ROW (row));
}

/* Where a mark has led on to, and from where. */
static void
forget_way (VotumMarkList *self)
{
  self->led_from = NULL;
  self->commented = NULL;
  self->led_to = NULL;
}

/* ---- giving marks ---- */

/* What was done, said together with the row that gets the focus next. */
static void
tell_next (VotumMarkList   *self,
           VotumScoringRow *row,
           VotumScoringRow *next,
           const char      *value)
{
  VotumScoringItem *item = votum_scoring_sheet_find_item (self->sheet, self->entrant, votum_scoring_row_get_criterion (row));
  g_autofree char *described = votum_mark_scale_describe (item->scale, value);
  g_autofree char *news = g_strdup_printf (_("%s: %s"), item->name, described);

  votum_scoring_row_tell (next, news);
}

static void
give (VotumMarkList   *self,
      VotumScoringRow *row,
      const char      *value)
{
  VotumThing *criterion = votum_scoring_row_get_criterion (row);
  gboolean first = votum_scoring_sheet_get_mark (self->sheet, self->entrant, criterion) == NULL;
  /* who uses the mouse stays where the pointer is */
  gboolean by_keys = gtk_window_get_focus_visible (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  VotumScoringRow *next;

  choose_row (self, row, FALSE);
  if (!votum_scoring_sheet_give (self->sheet, self->entrant, criterion, value))
    return;

  if (votum_scoring_sheet_wants_reason (self->sheet, self->entrant, criterion))
    {
      votum_scoring_row_open_comment (row);
      return;
    }
  /* who marks one after the other is led on downwards; going up again is left to the juror */
  next = first && by_keys ? first_without_mark (self, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + 1) : NULL;
  if (next != NULL)
    {
      tell_next (self, row, next, value);
      choose_row (self, next, TRUE);
      self->led_from = row;
      self->led_to = next;
    }
  else if (by_keys)
    {
      choose_row (self, row, TRUE);
    }
}

static void
give_cb (VotumScoringRow *row,
         const char      *value,
         VotumMarkList   *self)
{
  give (self, row, value);
}

static void
take_back (VotumMarkList   *self,
           VotumScoringRow *row)
{
  if (votum_scoring_sheet_take_back (self->sheet, self->entrant, votum_scoring_row_get_criterion (row)))
    choose_row (self, row, TRUE);
}

static void
take_back_cb (VotumScoringRow *row,
              VotumMarkList   *self)
{
  take_back (self, row);
}

static void
preview_cb (VotumScoringRow *row,
            const char      *value,
            VotumMarkList   *self)
{
  g_signal_emit (self, signals[PREVIEW], 0, votum_scoring_row_get_criterion (row), value);
}

static void
comment_done_cb (VotumScoringRow *row,
                 VotumMarkList   *self)
{
  VotumScoringRow *back = row == self->commented ? self->led_to : row;

  forget_way (self);
  choose_row (self, back, TRUE);
}

/* ---- keys ---- */

/* A comment that follows on a mark is on that mark, also where the focus has gone on already; after it the juror goes on from there. */
static void
comment_on (VotumMarkList   *self,
            VotumScoringRow *row,
            VotumScoringRow *given)
{
  if (given == NULL)
    {
      votum_scoring_row_open_comment (row);
      return;
    }
  self->commented = given;
  self->led_to = row;
  choose_row (self, given, FALSE);
  votum_scoring_row_open_comment (given);
}

static gboolean
is_typing (GtkWidget *focus)
{
  return GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus);
}

static gboolean
give_digit (VotumMarkList   *self,
            VotumScoringRow *row,
            int              digit)
{
  VotumScoringItem *item = votum_scoring_sheet_find_item (self->sheet, self->entrant, votum_scoring_row_get_criterion (row));
  g_autofree char *value = g_strdup_printf ("%d", digit);

  if (item->scale == NULL || votum_scoring_row_type (row, value))
    return GDK_EVENT_STOP;
  if (votum_mark_scale_has_button (item->scale, value))
    give (self, row, value);
  else
    gtk_widget_error_bell (GTK_WIDGET (row));

  return GDK_EVENT_STOP;
}

/* Enter on the mark that is given goes on to its comment; on another one it gives that. */
static gboolean
enter_on (GtkWidget       *focus,
          VotumScoringRow *row)
{
  if (!GTK_IS_TOGGLE_BUTTON (focus) || !gtk_widget_has_css_class (focus, "mark") ||
      !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (focus)))
    return GDK_EVENT_PROPAGATE;
  votum_scoring_row_open_comment (row);

  return GDK_EVENT_STOP;
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        VotumMarkList         *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  VotumScoringRow *row = focus != NULL ? VOTUM_SCORING_ROW (gtk_widget_get_ancestor (focus, VOTUM_TYPE_SCORING_ROW)) : NULL;
  VotumScoringRow *given = row != NULL && focus == GTK_WIDGET (row) && row == self->led_to ? self->led_from : NULL;

  if (row == NULL || self->entrant == NULL || GTK_IS_TEXT_VIEW (focus) ||
      (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  /* whoever presses a key is led on, also when a click was what brought them here */
  gtk_window_set_focus_visible (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), TRUE);
  forget_way (self);
  if (votum_mark_digit_of (keyval) >= 0 && !is_typing (focus))
    return give_digit (self, row, votum_mark_digit_of (keyval));

  switch (keyval)
    {
    case GDK_KEY_n:
    case GDK_KEY_N:
      give (self, row, VOTUM_MARK_NONE_OBSERVED);
      return GDK_EVENT_STOP;
    case GDK_KEY_c:
    case GDK_KEY_C:
      comment_on (self, row, given);
      return GDK_EVENT_STOP;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
    case GDK_KEY_BackSpace:
      if (is_typing (focus))
        return GDK_EVENT_PROPAGATE;
      take_back (self, row);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      return enter_on (focus, row);
    case GDK_KEY_Escape:
      if (focus == GTK_WIDGET (row))
        return GDK_EVENT_PROPAGATE;
      choose_row (self, row, TRUE);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* For the Tab key the list is one row: the arrows go from row to row, and Tab goes through the chosen one and on. */
static gboolean
votum_mark_list_focus (GtkWidget       *widget,
                       GtkDirectionType direction)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (VOTUM_MARK_LIST (widget)->list));

  if (row != NULL && (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD))
    return gtk_widget_child_focus (row, direction);

  return GTK_WIDGET_CLASS (votum_mark_list_parent_class)->focus (widget, direction);
}

static void
votum_mark_list_dispose (GObject *object)
{
  VotumMarkList *self = VOTUM_MARK_LIST (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->sheet);
  g_clear_object (&self->entrant);
  g_clear_object (&self->criterion);
  g_clear_pointer (&self->items, g_ptr_array_unref);

  G_OBJECT_CLASS (votum_mark_list_parent_class)->dispose (object);
}

static void
votum_mark_list_class_init (VotumMarkListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_mark_list_dispose;
  widget_class->focus = votum_mark_list_focus;

  signals[CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, VOTUM_TYPE_THING);
  signals[PREVIEW] = g_signal_new ("preview", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, VOTUM_TYPE_THING, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-mark-list.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumMarkList, list);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
}

/* The name of the group above the first row of each. */
static void
header_func (GtkListBoxRow *row,
             GtkListBoxRow *before,
             gpointer       data)
{
  const char *heading = votum_scoring_row_get_heading (VOTUM_SCORING_ROW (row));
  GtkWidget *label;

  if (heading == NULL || (before != NULL && g_strcmp0 (votum_scoring_row_get_heading (VOTUM_SCORING_ROW (before)), heading) == 0))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (heading);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "group");
  gtk_list_box_row_set_header (row, label);
}

static void
votum_mark_list_init (VotumMarkList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, header_func, NULL, NULL);
}

/* ---- what it shows ---- */

static void
entered_cb (VotumMarkList      *self,
            GtkEventController *focus)
{
  VotumScoringRow *row = VOTUM_SCORING_ROW (gtk_event_controller_get_widget (focus));

  if (row != self->commented && row != self->led_to)
    forget_way (self);
  choose_row (self, row, FALSE);
  self->entered = TRUE;
}

static void
make_rows (VotumMarkList *self,
           GPtrArray     *items)
{
  GtkListBoxRow *old;

  forget_way (self);
  while ((old = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (old));
  g_clear_pointer (&self->items, g_ptr_array_unref);
  self->items = g_ptr_array_ref (items);
  for (guint i = 0; i < items->len; i++)
    {
      GtkWidget *row = votum_scoring_row_new (self->sheet, g_ptr_array_index (items, i));

      GtkEventController *focus = gtk_event_controller_focus_new ();

      gtk_list_box_append (self->list, row);
      gtk_widget_add_controller (row, focus);
      g_signal_connect_object (focus, "enter", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "give", G_CALLBACK (give_cb), self, 0);
      g_signal_connect_object (row, "take-back", G_CALLBACK (take_back_cb), self, 0);
      g_signal_connect_object (row, "preview", G_CALLBACK (preview_cb), self, 0);
      g_signal_connect_object (row, "comment-done", G_CALLBACK (comment_done_cb), self, 0);
    }
}

static void
marked_cb (VotumMarkList *self,
           VotumThing    *entrant,
           VotumThing    *criterion)
{
  VotumScoringRow *row;

  if (self->entrant == NULL || (entrant != NULL && entrant != self->entrant))
    return;
  for (int i = 0; (row = row_at (self, i)) != NULL; i++)
    if (criterion == NULL || votum_scoring_row_get_criterion (row) == criterion)
      votum_scoring_row_refresh (row);
}

/**
 * votum_mark_list_set_sheet:
 * @self: a list
 * @sheet: whose marks it shows; said once
 */
void
votum_mark_list_set_sheet (VotumMarkList     *self,
                           VotumScoringSheet *sheet)
{
  g_return_if_fail (VOTUM_IS_MARK_LIST (self) && self->sheet == NULL);

  self->sheet = g_object_ref (sheet);
  g_signal_connect_object (sheet, "marked", G_CALLBACK (marked_cb), self, G_CONNECT_SWAPPED);
}

/**
 * votum_mark_list_set_entrant:
 * @self: a list
 * @entrant: (nullable): the finalist to show
 *
 * Shows a finalist, or the same one anew. Of another one the first criterion without a mark is chosen; where all have one,
 * the same criterion as before, so that finalists can be looked through on it.
 */
void
votum_mark_list_set_entrant (VotumMarkList *self,
                             VotumThing    *entrant)
{
  GPtrArray *items = votum_scoring_sheet_get_items (self->sheet, entrant);
  g_autoptr(VotumThing) criterion = self->criterion != NULL ? g_object_ref (self->criterion) : NULL;
  g_autofree char *why_not = NULL;
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  gboolean is_new = g_set_object (&self->entrant, entrant);
  VotumScoringRow *row;

  g_return_if_fail (VOTUM_IS_MARK_LIST (self));

  if (items != self->items)
    make_rows (self, items);
  if (entrant == NULL)
    return;

  if (is_new)
    {
      self->entered = FALSE;
      forget_way (self);
    }
  why_not = votum_scoring_sheet_why_not (self->sheet, entrant);
  for (int i = 0; (row = row_at (self, i)) != NULL; i++)
    votum_scoring_row_set_entrant (row, entrant, why_not == NULL);
  row = is_new ? first_without_mark (self, 0) : NULL;
  if (row == NULL && criterion != NULL)
    row = find_row (self, criterion);
  choose_row (self, row != NULL ? row : row_at (self, 0), had_focus);
  self->entered |= had_focus;
}

VotumThing *
votum_mark_list_get_criterion (VotumMarkList *self)
{
  g_return_val_if_fail (VOTUM_IS_MARK_LIST (self), NULL);

  return self->criterion;
}

/**
 * votum_mark_list_was_entered:
 * @self: a list
 *
 * Returns: whether the chosen criterion has had the focus; else it is only shown, and nobody has passed it over
 */
gboolean
votum_mark_list_was_entered (VotumMarkList *self)
{
  g_return_val_if_fail (VOTUM_IS_MARK_LIST (self), FALSE);

  return self->entered;
}

/**
 * votum_mark_list_choose:
 * @self: a list
 * @criterion: a criterion
 * @focus: whether the focus goes there
 *
 * Chooses a criterion.
 */
void
votum_mark_list_choose (VotumMarkList *self,
                        VotumThing    *criterion,
                        gboolean       focus)
{
  choose_row (self, find_row (self, criterion), focus);
}

/**
 * votum_mark_list_grab:
 * @self: a list
 *
 * Returns: whether the chosen criterion has the focus now
 */
gboolean
votum_mark_list_grab (VotumMarkList *self)
{
  VotumScoringRow *row = chosen_row (self);

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

/**
 * votum_mark_list_finish:
 * @self: a list
 *
 * Returns: whether everything that was typed is part of the case
 */
gboolean
votum_mark_list_finish (VotumMarkList *self)
{
  gboolean done = TRUE;
  VotumScoringRow *row;

  for (int i = 0; (row = row_at (self, i)) != NULL; i++)
    {
      done &= votum_scoring_row_finish (row);
      votum_scoring_row_close_comment (row);
    }

  return done;
}

void
votum_mark_list_open_comment (VotumMarkList *self)
{
  VotumScoringRow *row = chosen_row (self);

  if (row != NULL)
    votum_scoring_row_open_comment (row);
}
