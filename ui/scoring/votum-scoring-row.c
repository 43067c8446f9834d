#include "votum-config.h"

#include "votum-scoring-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-ballot-form.h"
#include "votum-beside.h"
#include "votum-case-allocation.h"
#include "votum-case-drafts.h"
#include "votum-format.h"
#include "votum-mark-comment.h"
#include "votum-mark-picker.h"
#include "votum-names.h"
#include "votum-scoring-commands.h"
#include "votum-scoring-words.h"

struct _VotumScoringRow {
  GtkListBoxRow      parent_instance;

  GtkLabel          *name_label;
  GtkLabel          *state_label;
  GtkLabel          *words_label;
  GtkLabel          *trouble_label;
  VotumMarkPicker   *picker;
  GtkWidget         *pen;
  VotumMarkComment  *comment;   /* (nullable): made when it is first opened */

  VotumScoringSheet *sheet;
  VotumScoringItem  *item;      /* of the array that the card holds */
  char              *title;     /* (nullable): the finalist, where the row is one's and not a criterion's */
  VotumBallotForm    form;
  VotumThing        *entrant;   /* (nullable) */
  gboolean           editable;
};

enum {
  GIVE,
  TAKE_BACK,
  PREVIEW,
  COMMENT_DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VotumScoringRow, votum_scoring_row, GTK_TYPE_LIST_BOX_ROW)

static const char *
title_of (VotumScoringRow *self)
{
  return self->title != NULL ? self->title : self->item->name;
}

/* ---- what happens in it ---- */

static void
give_cb (VotumScoringRow *self,
         const char      *value)
{
  g_signal_emit (self, signals[GIVE], 0, value);
}

static void
take_back_cb (VotumScoringRow *self)
{
  g_signal_emit (self, signals[TAKE_BACK], 0);
}

static void
preview_cb (VotumScoringRow *self,
            const char      *value)
{
  g_signal_emit (self, signals[PREVIEW], 0, value);
}

static void
show_trouble (VotumScoringRow *self,
              const char      *trouble)
{
  gtk_label_set_text (self->trouble_label, trouble != NULL ? trouble : "");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble_label), trouble != NULL);
}

static void
problem_cb (VotumScoringRow *self,
            const char      *problem)
{
  show_trouble (self, problem);
}

static void
comment_done_cb (VotumScoringRow *self)
{
  votum_scoring_row_close_comment (self);
  g_signal_emit (self, signals[COMMENT_DONE], 0);
}

static void
pen_cb (VotumScoringRow *self)
{
  if (votum_scoring_row_has_comment_open (self))
    comment_done_cb (self);
  else
    votum_scoring_row_open_comment (self);
}

static void
votum_scoring_row_dispose (GObject *object)
{
  VotumScoringRow *self = VOTUM_SCORING_ROW (object);

  g_clear_object (&self->sheet);
  g_clear_object (&self->entrant);
  g_clear_pointer (&self->title, g_free);

  G_OBJECT_CLASS (votum_scoring_row_parent_class)->dispose (object);
}

static void
votum_scoring_row_class_init (VotumScoringRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_scoring_row_dispose;

  signals[GIVE] = g_signal_new ("give", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[TAKE_BACK] = g_signal_new ("take-back", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[PREVIEW] = g_signal_new ("preview", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[COMMENT_DONE] = g_signal_new ("comment-done", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (VOTUM_TYPE_BESIDE);
  g_type_ensure (VOTUM_TYPE_MARK_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-scoring-row.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumScoringRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, VotumScoringRow, state_label);
  gtk_widget_class_bind_template_child (widget_class, VotumScoringRow, words_label);
  gtk_widget_class_bind_template_child (widget_class, VotumScoringRow, trouble_label);
  gtk_widget_class_bind_template_child (widget_class, VotumScoringRow, picker);
  gtk_widget_class_bind_template_child (widget_class, VotumScoringRow, pen);
  gtk_widget_class_bind_template_callback (widget_class, give_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_back_cb);
  gtk_widget_class_bind_template_callback (widget_class, preview_cb);
  gtk_widget_class_bind_template_callback (widget_class, problem_cb);
  gtk_widget_class_bind_template_callback (widget_class, pen_cb);
}

static void
votum_scoring_row_init (VotumScoringRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
votum_scoring_row_new (VotumScoringSheet *sheet,
                       VotumScoringItem  *item)
{
  VotumScoringRow *self = g_object_new (VOTUM_TYPE_SCORING_ROW, NULL);

  self->sheet = g_object_ref (sheet);
  self->item = item;
  gtk_label_set_text (self->name_label, item->name);
  votum_mark_picker_set_scale (self->picker, item->scale, item->name);

  return GTK_WIDGET (self);
}

/* Most points first, and none at last. */
static void
offer_points (VotumScoringRow *self,
              GArray          *allocation)
{
  g_auto(GStrv) values = g_new0 (char *, allocation->len + 2);
  g_auto(GStrv) labels = g_new0 (char *, allocation->len + 2);
  guint n = 0;

  for (guint i = 0; i < allocation->len; i++)
    {
      const VotumAllocationPart *part = &g_array_index (allocation, VotumAllocationPart, i);

      if (part->allowed == 0)
        continue;
      values[n] = votum_decimal_to_string (votum_decimal_normalize (part->points));
      labels[n++] = votum_format_decimal (part->points);
    }
  values[n] = g_strdup ("0");
  labels[n] = g_strdup ("0");
  votum_mark_picker_set_choices (self->picker, (const char *const *) values, (const char *const *) labels, self->title);
}

/**
 * votum_scoring_row_new_for:
 * @sheet: a sheet whose round asks one thing of each finalist
 * @item: what is asked
 * @entrant: a finalist
 *
 * Returns: (transfer full): a row of a ballot on which all finalists stand
 */
GtkWidget *
votum_scoring_row_new_for (VotumScoringSheet *sheet,
                           VotumScoringItem  *item,
                           VotumThing        *entrant)
{
  VotumScoringRow *self = VOTUM_SCORING_ROW (votum_scoring_row_new (sheet, item));
  VotumThing *class_thing = votum_case_lookup (votum_scoring_sheet_get_case (sheet), votum_thing_get_ref (entrant, VOTUM_ENTRANT_CLASS));
  /* TRANSLATORS: on the buttons of a vote */
  const char *const votes[] = { _("Yes"), _("No"), _("Abstain"), NULL };
  const char *const vote_values[] = { "1", "0", VOTUM_MARK_NONE_OBSERVED, NULL };
  g_autoptr(GArray) allocation = NULL;

  self->title = votum_desk_name (votum_scoring_sheet_get_desk (sheet), entrant);
  self->form = votum_ballot_form (sheet);
  gtk_label_set_text (self->name_label, self->title);
  if (self->form == VOTUM_BALLOT_FORM_YES_NO)
    {
      votum_mark_picker_set_choices (self->picker, vote_values, votes, self->title);
      return GTK_WIDGET (self);
    }
  allocation = votum_case_allocation (votum_scoring_sheet_get_case (sheet), votum_scoring_sheet_get_round (sheet), class_thing,
                                      votum_scoring_sheet_get_juror (sheet));
  if (allocation != NULL)
    offer_points (self, allocation);
  else
    votum_mark_picker_set_scale (self->picker, item->scale, self->title);

  return GTK_WIDGET (self);
}

/* ---- what it shows ---- */

VotumThing *
votum_scoring_row_get_entrant (VotumScoringRow *self)
{
  g_return_val_if_fail (VOTUM_IS_SCORING_ROW (self), NULL);

  return self->entrant;
}

VotumThing *
votum_scoring_row_get_criterion (VotumScoringRow *self)
{
  g_return_val_if_fail (VOTUM_IS_SCORING_ROW (self), NULL);

  return self->item->criterion;
}

const char *
votum_scoring_row_get_heading (VotumScoringRow *self)
{
  g_return_val_if_fail (VOTUM_IS_SCORING_ROW (self), NULL);

  return self->item->heading;
}

/* What is said of a vote: the buttons show what it is, where there is one. */
static char *
describe_vote (VotumScoringRow *self,
               const char      *value)
{
  if (value != NULL)
    return g_strdup ("");

  return g_strdup (self->form == VOTUM_BALLOT_FORM_YES_NO ? _("no vote yet") : _("no points yet"));
}

/* The same for who cannot see the buttons. */
static char *
speak_vote (VotumScoringRow *self,
            const char      *value)
{
  gboolean none = strcmp (value, VOTUM_MARK_NONE_OBSERVED) == 0;

  if (self->form == VOTUM_BALLOT_FORM_YES_NO)
    /* TRANSLATORS: what a juror has voted */
    return g_strdup (none ? _("abstains") : strcmp (value, "1") == 0 ? _("yes") : _("no"));

  return none ? g_strdup (_("not observed")) : votum_format_number (value);
}

/* What is said of the mark behind the weight: its word, that it is missing. */
static char *
describe_mark (VotumScoringRow *self,
               const char      *value)
{
  gboolean exact = FALSE;
  VotumThing *level;
  const char *label;

  if (self->form != VOTUM_BALLOT_FORM_MARKS)
    return describe_vote (self, value);
  if (self->item->scale == NULL)
    return g_strdup (_("no scale: give the award or the criterion one"));
  if (value == NULL)
    /* TRANSLATORS: behind the weight of a criterion */
    return g_strdup (_("no mark yet"));
  if (strcmp (value, VOTUM_MARK_NONE_OBSERVED) == 0)
    return g_strdup (_("not observed"));

  level = votum_mark_scale_find_level (self->item->scale, value, &exact);
  label = exact ? votum_desk_text (votum_scoring_sheet_get_desk (self->sheet), level, VOTUM_LEVEL_LABEL) : "";

  return g_strdup (label);
}

static void
show_state (VotumScoringRow *self,
            const char      *value,
            const char      *before)
{
  g_autofree char *described = describe_mark (self, value);
  GString *state = g_string_new (self->form == VOTUM_BALLOT_FORM_MARKS ? self->item->weight : "");
  g_autofree char *text = NULL;

  if (*described != '\0')
    g_string_append_printf (state, "%s%s", state->len > 0 ? " · " : "", described);
  if (before != NULL && self->item->scale != NULL)
    {
      gboolean observed = strcmp (before, VOTUM_MARK_NONE_OBSERVED) != 0;
      g_autofree char *earlier = observed ? votum_format_number (before) : votum_mark_scale_describe (self->item->scale, before);

      g_string_append (state, state->len > 0 ? " · " : "");
      /* TRANSLATORS: the mark of the round before: "before: 4" */
      g_string_append_printf (state, _("before: %s"), earlier);
    }
  text = g_string_free (state, FALSE);
  gtk_label_set_text (self->state_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->state_label), *text != '\0');
  if (value == NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "missing");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "missing");
}

static void
show_comment (VotumScoringRow *self,
              const VotumMark *mark)
{
  g_autofree char *place = votum_scoring_sheet_draft_place (self->sheet, self->entrant, self->item->criterion);
  const char *draft = votum_case_get_draft (votum_scoring_sheet_get_case (self->sheet), place);
  const char *comment = mark != NULL ? mark->comment : NULL;
  g_autofree char *words = g_strstrip (g_strdup (draft != NULL ? draft : comment != NULL ? comment : ""));
  gboolean any = *words != '\0';
  g_autofree char *tooltip = NULL;
  g_autofree char *line = g_strdelimit (g_strdup (words), "\n\t", ' ');

  if (any)
    /* TRANSLATORS: tooltip; the words of the comment stand behind it */
    tooltip = g_strdup_printf (_("Comment (C): %s"), words);
  else
    tooltip = g_strdup (_("Comment (C)"));
  votum_names_set_tooltip (self->pen, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->pen), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  if (any)
    gtk_widget_add_css_class (self->pen, "filled");
  else
    gtk_widget_remove_css_class (self->pen, "filled");
  gtk_label_set_text (self->words_label, line);
  gtk_widget_set_visible (GTK_WIDGET (self->words_label), any && !votum_scoring_row_has_comment_open (self));
}

static void
show_spoken (VotumScoringRow *self,
             const char      *value)
{
  gboolean has_levels = self->form == VOTUM_BALLOT_FORM_MARKS && self->item->scale != NULL;
  g_autofree char *mark = NULL;
  GString *spoken = g_string_new (title_of (self));
  g_autofree char *text = NULL;

  if (value != NULL && has_levels)
    mark = votum_mark_scale_describe (self->item->scale, value);
  else if (value != NULL && self->form != VOTUM_BALLOT_FORM_MARKS)
    mark = speak_vote (self, value);
  if (mark != NULL)
    g_string_append_printf (spoken, ": %s", mark);
  if (*gtk_label_get_text (self->state_label) != '\0')
    g_string_append_printf (spoken, ". %s", gtk_label_get_text (self->state_label));
  if (gtk_widget_get_visible (GTK_WIDGET (self->trouble_label)))
    g_string_append_printf (spoken, ". %s", gtk_label_get_text (self->trouble_label));
  if (gtk_widget_has_css_class (self->pen, "filled"))
    g_string_append_printf (spoken, ". %s", _("Has a comment"));
  text = g_string_free (spoken, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/**
 * votum_scoring_row_refresh:
 * @self: a row
 *
 * Shows the mark as it is now.
 */
void
votum_scoring_row_refresh (VotumScoringRow *self)
{
  const VotumMark *mark;
  g_autofree char *value = NULL;
  g_autofree char *before = NULL;
  g_autofree char *trouble = NULL;

  g_return_if_fail (VOTUM_IS_SCORING_ROW (self));

  if (self->entrant == NULL)
    return;

  before = votum_mark_text (votum_scoring_sheet_get_before (self->sheet, self->entrant, self->item->criterion));
  mark = votum_scoring_sheet_get_mark (self->sheet, self->entrant, self->item->criterion);
  value = votum_mark_text (mark);
  trouble = votum_scoring_words_trouble (self->sheet, self->entrant, self->item->criterion);

  votum_mark_picker_set_value (self->picker, value);
  votum_mark_picker_set_before (self->picker, before);
  show_state (self, value, before);
  show_trouble (self, trouble);
  show_comment (self, mark);
  show_spoken (self, value);
  if (self->comment != NULL)
    votum_mark_comment_refresh (self->comment);
}

/**
 * votum_scoring_row_set_entrant:
 * @self: a row
 * @entrant: whose mark it shows
 * @editable: whether it can be changed
 */
void
votum_scoring_row_set_entrant (VotumScoringRow *self,
                               VotumThing      *entrant,
                               gboolean         editable)
{
  g_return_if_fail (VOTUM_IS_SCORING_ROW (self));

  if (entrant != self->entrant)
    {
      votum_mark_picker_finish (self->picker);
      votum_scoring_row_close_comment (self);
    }
  g_set_object (&self->entrant, entrant);
  self->editable = editable;
  gtk_widget_set_sensitive (GTK_WIDGET (self->picker), editable);
  votum_scoring_row_tell (self, NULL);
  votum_scoring_row_refresh (self);
}

/**
 * votum_scoring_row_tell:
 * @self: a row
 * @news: (nullable): what has just happened elsewhere
 *
 * Lets a screen reader say the news together with the row that gets the focus by it.
 */
void
votum_scoring_row_tell (VotumScoringRow *self,
                        const char      *news)
{
  if (news != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, news, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

/**
 * votum_scoring_row_refuse:
 * @self: a row
 * @sentence: why not
 *
 * Says why what was to be given was not, until the row is shown anew.
 */
void
votum_scoring_row_refuse (VotumScoringRow *self,
                          const char      *sentence)
{
  g_return_if_fail (VOTUM_IS_SCORING_ROW (self));

  show_trouble (self, sentence);
  votum_scoring_row_tell (self, sentence);
  gtk_widget_error_bell (GTK_WIDGET (self));
}

/**
 * votum_scoring_row_type:
 * @self: a row
 * @digit: a digit
 *
 * Returns: whether the digit begins a number, because marks are typed
 */
gboolean
votum_scoring_row_type (VotumScoringRow *self,
                        const char      *digit)
{
  g_return_val_if_fail (VOTUM_IS_SCORING_ROW (self), FALSE);

  if (!self->editable || !votum_mark_picker_is_typed (self->picker))
    return FALSE;
  votum_mark_picker_begin (self->picker, digit);

  return TRUE;
}

gboolean
votum_scoring_row_finish (VotumScoringRow *self)
{
  g_return_val_if_fail (VOTUM_IS_SCORING_ROW (self), TRUE);

  return votum_mark_picker_finish (self->picker);
}

/* ---- its comment ---- */

gboolean
votum_scoring_row_has_comment_open (VotumScoringRow *self)
{
  g_return_val_if_fail (VOTUM_IS_SCORING_ROW (self), FALSE);

  return self->comment != NULL && gtk_widget_get_visible (GTK_WIDGET (self->comment));
}

/* The place for the words is in sight once it has its place. */
static gboolean
scroll_cb (GtkWidget     *row,
           GdkFrameClock *clock,
           gpointer       data)
{
  VotumScoringRow *self = VOTUM_SCORING_ROW (row);
  GtkWidget *scroller = gtk_widget_get_ancestor (row, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment;
  graphene_rect_t bounds;
  double value;

  if (!votum_scoring_row_has_comment_open (self) || scroller == NULL)
    return G_SOURCE_REMOVE;
  if (gtk_widget_get_height (GTK_WIDGET (self->comment)) == 0)
    return G_SOURCE_CONTINUE;
  if (!gtk_widget_compute_bounds (row, scroller, &bounds))
    return G_SOURCE_REMOVE;

  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  value = gtk_adjustment_get_value (adjustment);
  gtk_adjustment_clamp_page (adjustment, value + bounds.origin.y, value + bounds.origin.y + bounds.size.height);

  return G_SOURCE_REMOVE;
}

/**
 * votum_scoring_row_open_comment:
 * @self: a row
 *
 * Opens the comment below the mark, and goes there.
 */
void
votum_scoring_row_open_comment (VotumScoringRow *self)
{
  g_return_if_fail (VOTUM_IS_SCORING_ROW (self));

  if (self->entrant == NULL)
    return;
  if (self->comment == NULL)
    {
      self->comment = VOTUM_MARK_COMMENT (votum_mark_comment_new ());
      gtk_widget_set_visible (GTK_WIDGET (self->comment), FALSE);
      gtk_box_append (GTK_BOX (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (self))), GTK_WIDGET (self->comment));
      g_signal_connect_object (self->comment, "done", G_CALLBACK (comment_done_cb), self, G_CONNECT_SWAPPED);
    }
  if (!votum_scoring_row_has_comment_open (self))
    votum_mark_comment_open (self->comment, self->sheet, self->entrant, self->item->criterion);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->pen), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->comment), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->words_label), FALSE);
  gtk_widget_child_focus (GTK_WIDGET (self->comment), GTK_DIR_TAB_FORWARD);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
}

/**
 * votum_scoring_row_close_comment:
 * @self: a row
 *
 * Closes the comment; what was written becomes part of the mark.
 */
void
votum_scoring_row_close_comment (VotumScoringRow *self)
{
  g_return_if_fail (VOTUM_IS_SCORING_ROW (self));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->pen), FALSE);
  if (!votum_scoring_row_has_comment_open (self))
    return;
  votum_mark_comment_close (self->comment);
  gtk_widget_set_visible (GTK_WIDGET (self->comment), FALSE);
  votum_scoring_row_refresh (self);
}
