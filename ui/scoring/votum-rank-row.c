#include "votum-config.h"

#include "votum-rank-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-case-drafts.h"
#include "votum-format.h"
#include "votum-mark-comment.h"
#include "votum-names.h"
#include "votum-scoring-commands.h"
#include "votum-scoring-words.h"

struct _VotumRankRow {
  GtkListBoxRow      parent_instance;

  GtkWidget         *handle;
  GtkStack          *number_stack;
  GtkButton         *number_button;
  GtkEditable       *entry;
  GtkLabel          *name_label;
  GtkLabel          *state_label;
  GtkLabel          *trouble_label;
  GtkWidget         *up_button;
  GtkWidget         *down_button;
  GtkWidget         *pen;
  VotumMarkComment  *comment;   /* (nullable): made when it is first opened */

  VotumScoringSheet *sheet;
  VotumThing        *entrant;
  guint              place;     /* 0: none yet */
  guint              n_placed;  /* how many have one */
  guint              of;        /* how many are to be put in order */
  gboolean           editable;
};

enum {
  PLACED,
  MOVED,
  DROPPED,
  COMMENT_DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VotumRankRow, votum_rank_row, GTK_TYPE_LIST_BOX_ROW)

static VotumThing *
criterion_of (VotumRankRow *self)
{
  GPtrArray *items = votum_scoring_sheet_get_items (self->sheet, self->entrant);

  return items->len > 0 ? ((VotumScoringItem *) g_ptr_array_index (items, 0))->criterion : NULL;
}

/* ---- its number ---- */

static void
stop_typing (VotumRankRow *self)
{
  votum_names_show_only (self->number_stack, "number");
}

/* What was typed becomes the place; what is no place says so and stays. */
static gboolean
take_typed (VotumRankRow *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
  guint64 place;

  if (*text == '\0')
    {
      stop_typing (self);
      return TRUE;
    }
  if (!g_ascii_string_to_unsigned (text, 10, 1, self->of, &place, NULL))
    {
      g_autofree char *sentence = g_strdup_printf (_("The places go from 1 to %u."), self->of);

      gtk_label_set_text (self->trouble_label, sentence);
      gtk_widget_set_visible (GTK_WIDGET (self->trouble_label), TRUE);
      gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
      return FALSE;
    }
  stop_typing (self);
  g_signal_emit (self, signals[PLACED], 0, (guint) place);

  return TRUE;
}

static void
typed_cb (VotumRankRow *self)
{
  if (take_typed (self))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
left_cb (VotumRankRow *self)
{
  if (votum_rank_row_is_typing (self) && !take_typed (self))
    votum_rank_row_show (self, self->place, self->n_placed, self->of, self->editable);
}

static gboolean
entry_key_cb (VotumRankRow *self,
              guint         keyval)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  gtk_editable_set_text (self->entry, "");
  votum_rank_row_show (self, self->place, self->n_placed, self->of, self->editable);
  gtk_widget_grab_focus (GTK_WIDGET (self));

  return GDK_EVENT_STOP;
}

/**
 * votum_rank_row_begin:
 * @self: a row
 * @typed: (nullable): the first digit
 *
 * Begins to type a place.
 */
void
votum_rank_row_begin (VotumRankRow *self,
                      const char   *typed)
{
  g_autofree char *number = self->place > 0 ? g_strdup_printf ("%u", self->place) : g_strdup ("");

  g_return_if_fail (VOTUM_IS_RANK_ROW (self));

  if (!self->editable)
    return;
  gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_reset_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID);
  gtk_editable_set_text (self->entry, typed != NULL ? typed : number);
  votum_names_show_only (self->number_stack, "entry");
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  if (typed != NULL)
    gtk_editable_set_position (self->entry, -1);
}

gboolean
votum_rank_row_is_typing (VotumRankRow *self)
{
  g_return_val_if_fail (VOTUM_IS_RANK_ROW (self), FALSE);

  return g_strcmp0 (gtk_stack_get_visible_child_name (self->number_stack), "entry") == 0;
}

static void
number_cb (VotumRankRow *self)
{
  votum_rank_row_begin (self, NULL);
}

/* ---- moving ---- */

static void
up_cb (VotumRankRow *self)
{
  g_signal_emit (self, signals[MOVED], 0, -1);
}

static void
down_cb (VotumRankRow *self)
{
  g_signal_emit (self, signals[MOVED], 0, 1);
}

static GdkContentProvider *
prepare_cb (VotumRankRow  *self,
            double         x,
            double         y,
            GtkDragSource *source)
{
  g_autoptr(GdkPaintable) paintable = NULL;

  if (!self->editable)
    return NULL;
  paintable = gtk_widget_paintable_new (GTK_WIDGET (self));
  gtk_drag_source_set_icon (source, paintable, (int) x, (int) y);

  return gdk_content_provider_new_typed (VOTUM_TYPE_THING, self->entrant);
}

static void
show_drop (VotumRankRow *self,
           const char   *class)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self), "drop-above");
  gtk_widget_remove_css_class (GTK_WIDGET (self), "drop-below");
  if (class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), class);
}

static gboolean
is_below (VotumRankRow *self,
          double        y)
{
  return y >= gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;
}

static GdkDragAction
motion_cb (VotumRankRow *self,
           double        x,
           double        y)
{
  if (!self->editable)
    return 0;
  show_drop (self, is_below (self, y) ? "drop-below" : "drop-above");

  return GDK_ACTION_MOVE;
}

static void
leave_cb (VotumRankRow *self)
{
  show_drop (self, NULL);
}

static gboolean
drop_cb (VotumRankRow *self,
         const GValue *value,
         double        x,
         double        y)
{
  VotumThing *entrant = g_value_get_object (value);

  show_drop (self, NULL);
  if (!self->editable || entrant == NULL || !VOTUM_IS_ENTRANT (entrant) || entrant == self->entrant)
    return FALSE;
  g_signal_emit (self, signals[DROPPED], 0, entrant, is_below (self, y));

  return TRUE;
}

static void
make_draggable (VotumRankRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (VOTUM_TYPE_THING, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (prepare_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
  g_signal_connect_swapped (target, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (target, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* ---- its comment ---- */

static gboolean
has_comment_open (VotumRankRow *self)
{
  return self->comment != NULL && gtk_widget_get_visible (GTK_WIDGET (self->comment));
}

static void
comment_done_cb (VotumRankRow *self)
{
  votum_rank_row_close_comment (self);
  g_signal_emit (self, signals[COMMENT_DONE], 0);
}

static void
pen_cb (VotumRankRow *self)
{
  if (has_comment_open (self))
    comment_done_cb (self);
  else
    votum_rank_row_open_comment (self);
}

/**
 * votum_rank_row_open_comment:
 * @self: a row
 *
 * Opens the comment below the finalist, and goes there.
 */
void
votum_rank_row_open_comment (VotumRankRow *self)
{
  g_return_if_fail (VOTUM_IS_RANK_ROW (self));

  if (self->comment == NULL)
    {
      self->comment = VOTUM_MARK_COMMENT (votum_mark_comment_new ());
      gtk_widget_set_visible (GTK_WIDGET (self->comment), FALSE);
      gtk_box_append (GTK_BOX (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (self))), GTK_WIDGET (self->comment));
      g_signal_connect_object (self->comment, "done", G_CALLBACK (comment_done_cb), self, G_CONNECT_SWAPPED);
    }
  if (!has_comment_open (self))
    votum_mark_comment_open (self->comment, self->sheet, self->entrant, criterion_of (self));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->pen), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->comment), TRUE);
  gtk_widget_child_focus (GTK_WIDGET (self->comment), GTK_DIR_TAB_FORWARD);
}

/**
 * votum_rank_row_close_comment:
 * @self: a row
 *
 * Closes the comment; what was written becomes part of the mark.
 */
void
votum_rank_row_close_comment (VotumRankRow *self)
{
  g_return_if_fail (VOTUM_IS_RANK_ROW (self));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->pen), FALSE);
  if (!has_comment_open (self))
    return;
  votum_mark_comment_close (self->comment);
  gtk_widget_set_visible (GTK_WIDGET (self->comment), FALSE);
  votum_rank_row_show (self, self->place, self->n_placed, self->of, self->editable);
}

/* ---- as a widget ---- */

static void
votum_rank_row_dispose (GObject *object)
{
  VotumRankRow *self = VOTUM_RANK_ROW (object);

  g_clear_object (&self->sheet);
  g_clear_object (&self->entrant);

  G_OBJECT_CLASS (votum_rank_row_parent_class)->dispose (object);
}

static void
votum_rank_row_class_init (VotumRankRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_rank_row_dispose;

  signals[PLACED] = g_signal_new ("placed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[MOVED] = g_signal_new ("moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[DROPPED] = g_signal_new ("dropped", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, VOTUM_TYPE_THING, G_TYPE_BOOLEAN);
  signals[COMMENT_DONE] = g_signal_new ("comment-done", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-rank-row.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumRankRow, handle);
  gtk_widget_class_bind_template_child (widget_class, VotumRankRow, number_stack);
  gtk_widget_class_bind_template_child (widget_class, VotumRankRow, number_button);
  gtk_widget_class_bind_template_child (widget_class, VotumRankRow, entry);
  gtk_widget_class_bind_template_child (widget_class, VotumRankRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, VotumRankRow, state_label);
  gtk_widget_class_bind_template_child (widget_class, VotumRankRow, trouble_label);
  gtk_widget_class_bind_template_child (widget_class, VotumRankRow, up_button);
  gtk_widget_class_bind_template_child (widget_class, VotumRankRow, down_button);
  gtk_widget_class_bind_template_child (widget_class, VotumRankRow, pen);
  gtk_widget_class_bind_template_callback (widget_class, number_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, up_cb);
  gtk_widget_class_bind_template_callback (widget_class, down_cb);
  gtk_widget_class_bind_template_callback (widget_class, pen_cb);
}

static void
votum_rank_row_init (VotumRankRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  votum_names_show_only (self->number_stack, "number");
  make_draggable (self);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (entry_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
}

GtkWidget *
votum_rank_row_new (VotumScoringSheet *sheet,
                    VotumThing        *entrant)
{
  VotumRankRow *self = g_object_new (VOTUM_TYPE_RANK_ROW, NULL);
  g_autofree char *name = votum_desk_name (votum_scoring_sheet_get_desk (sheet), entrant);

  self->sheet = g_object_ref (sheet);
  self->entrant = g_object_ref (entrant);
  gtk_label_set_text (self->name_label, name);

  return GTK_WIDGET (self);
}

VotumThing *
votum_rank_row_get_entrant (VotumRankRow *self)
{
  return self->entrant;
}

guint
votum_rank_row_get_place (VotumRankRow *self)
{
  return self->place;
}

gboolean
votum_rank_row_get_editable (VotumRankRow *self)
{
  return self->editable;
}

gboolean
votum_rank_row_wants_comment (VotumRankRow *self)
{
  return votum_scoring_sheet_wants_reason (self->sheet, self->entrant, criterion_of (self));
}

/* ---- what it shows ---- */

/* What was given before, that nothing was observed, the words of the comment. */
static char *
describe (VotumRankRow    *self,
          const VotumMark *mark)
{
  const VotumMark *before = votum_scoring_sheet_get_before (self->sheet, self->entrant, criterion_of (self));
  GString *text = g_string_new (NULL);

  if (mark != NULL && mark->state != VOTUM_MARK_VALUE)
    g_string_append (text, _("not observed"));
  if (before != NULL && before->state == VOTUM_MARK_VALUE)
    {
      g_autofree char *number = votum_format_decimal (votum_mark_value (before));

      /* TRANSLATORS: the mark of the round before: "before: 4" */
      g_string_append_printf (text, _("before: %s"), number);
    }
  if (mark != NULL && mark->comment != NULL && *mark->comment != '\0' && !has_comment_open (self))
    {
      g_autofree char *line = g_strdelimit (g_strdup (mark->comment), "\n\t", ' ');

      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", line);
    }

  return g_string_free (text, FALSE);
}

static void
show_buttons (VotumRankRow *self,
              const char   *name)
{
  g_autofree char *number = self->place > 0 ? g_strdup_printf ("%u", self->place) : g_strdup ("–");
  /* TRANSLATORS: tooltip of the number of a place */
  g_autofree char *tooltip = self->place > 0 ? g_strdup_printf (_("%s is in place %u: type another one"), name, self->place)
                                             : g_strdup_printf (_("%s has no place yet: type one"), name);
  g_autofree char *up = g_strdup_printf (self->place > 0 ? _("Move %s Up (Alt+Up)") : _("Put %s Last (Alt+Up)"), name);
  g_autofree char *down = g_strdup_printf (_("Move %s Down (Alt+Down)"), name);

  gtk_button_set_label (self->number_button, number);
  votum_names_set_tooltip (GTK_WIDGET (self->number_button), tooltip);
  votum_names_set_tooltip (self->up_button, up);
  votum_names_set_tooltip (self->down_button, down);
  gtk_widget_set_sensitive (GTK_WIDGET (self->number_button), self->editable);
  gtk_widget_set_sensitive (self->up_button, self->editable && self->place != 1);
  gtk_widget_set_sensitive (self->down_button, self->editable && self->place > 0 && self->place < self->n_placed);
  gtk_widget_set_visible (self->handle, self->editable);
}

static void
show_comment (VotumRankRow    *self,
              const VotumMark *mark)
{
  g_autofree char *place = votum_scoring_sheet_draft_place (self->sheet, self->entrant, criterion_of (self));
  gboolean any = (mark != NULL && mark->comment != NULL && *mark->comment != '\0') ||
                 votum_case_get_draft (votum_scoring_sheet_get_case (self->sheet), place) != NULL;

  votum_names_set_tooltip (self->pen, _("Comment (C)"));
  if (any)
    gtk_widget_add_css_class (self->pen, "filled");
  else
    gtk_widget_remove_css_class (self->pen, "filled");
}

/**
 * votum_rank_row_show:
 * @self: a row
 * @place: its place, 0 for none yet
 * @n_placed: how many have a place
 * @of: how many are to have one
 * @editable: whether it can be moved
 *
 * Shows the finalist in its place. The name of the row says it: a screen reader reads it again when it changes.
 */
void
votum_rank_row_show (VotumRankRow *self,
                     guint         place,
                     guint         n_placed,
                     guint         of,
                     gboolean      editable)
{
  const VotumMark *mark = votum_scoring_sheet_get_mark (self->sheet, self->entrant, criterion_of (self));
  g_autofree char *trouble = votum_scoring_words_trouble (self->sheet, self->entrant, criterion_of (self));
  g_autofree char *name = votum_desk_name (votum_scoring_sheet_get_desk (self->sheet), self->entrant);
  g_autofree char *state = describe (self, mark);
  g_autofree char *spoken = NULL;

  g_return_if_fail (VOTUM_IS_RANK_ROW (self));

  self->place = place;
  self->n_placed = n_placed;
  self->of = of;
  self->editable = editable;
  stop_typing (self);
  gtk_label_set_text (self->name_label, name);
  gtk_label_set_text (self->state_label, state);
  gtk_widget_set_visible (GTK_WIDGET (self->state_label), *state != '\0');
  gtk_label_set_text (self->trouble_label, trouble != NULL ? trouble : "");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble_label), trouble != NULL);
  show_buttons (self, name);
  show_comment (self, mark);
  /* TRANSLATORS: read aloud: "Nordlys Kraft, place 2 of 5" */
  spoken = place > 0 ? g_strdup_printf (_("%s, place %u of %u"), name, place, of) : g_strdup_printf (_("%s, no place yet"), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, state, -1);
  if (place == 0)
    gtk_widget_add_css_class (GTK_WIDGET (self), "missing");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "missing");
  if (self->comment != NULL)
    votum_mark_comment_refresh (self->comment);
}
