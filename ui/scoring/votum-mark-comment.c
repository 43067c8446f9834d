#include "votum-config.h"

#include "votum-mark-comment.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-beside.h"
#include "votum-binder.h"
#include "votum-case-drafts.h"
#include "votum-scoring-commands.h"
#include "votum-scoring-words.h"

struct _VotumMarkComment {
  GtkWidget          parent_instance;

  GtkLabel          *heading;
  GtkLabel          *hint;
  GtkWidget         *view;

  VotumScoringSheet *sheet;      /* (nullable): while it is open */
  VotumThing        *entrant;
  VotumThing        *criterion;
  gulong             flush_id;
  gboolean           committing; /* the change that is being told is our own */
};

enum {
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VotumMarkComment, votum_mark_comment, GTK_TYPE_WIDGET)

static const char *
stored_comment (VotumMarkComment *self)
{
  const VotumMark *mark = votum_scoring_sheet_get_mark (self->sheet, self->entrant, self->criterion);

  return mark != NULL && mark->comment != NULL ? mark->comment : "";
}

static gboolean
has_draft (VotumMarkComment *self)
{
  g_autofree char *place = votum_scoring_sheet_draft_place (self->sheet, self->entrant, self->criterion);

  return votum_case_get_draft (votum_scoring_sheet_get_case (self->sheet), place) != NULL;
}

/* Makes the words part of the mark. Without a mark they wait for it. */
static void
commit (VotumMarkComment *self)
{
  g_autofree char *text = NULL;

  if (self->sheet == NULL || self->committing)
    return;

  votum_binder_finish (self->view);
  if (!has_draft (self) || votum_scoring_sheet_get_mark (self->sheet, self->entrant, self->criterion) == NULL)
    {
      /* all the words of a comment were taken out: there is no draft of nothing */
      text = votum_binder_text (self->view);
      if (strspn (text, " \n\t") != strlen (text) || *stored_comment (self) == '\0')
        return;
    }
  else
    {
      text = votum_binder_text (self->view);
    }

  self->committing = TRUE;
  if (votum_scoring_sheet_comment (self->sheet, self->entrant, self->criterion, text))
    votum_binder_settle (self->view);
  self->committing = FALSE;
  votum_mark_comment_refresh (self);
}

static void
leave_cb (VotumMarkComment *self)
{
  commit (self);
}

static void
done_cb (VotumMarkComment *self)
{
  g_signal_emit (self, signals[DONE], 0);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        VotumMarkComment      *self)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  g_signal_emit (self, signals[DONE], 0);

  return GDK_EVENT_STOP;
}

static void
votum_mark_comment_dispose (GObject *object)
{
  VotumMarkComment *self = VOTUM_MARK_COMMENT (object);
  GtkWidget *child;

  votum_mark_comment_close (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (votum_mark_comment_parent_class)->dispose (object);
}

static void
votum_mark_comment_class_init (VotumMarkCommentClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_mark_comment_dispose;

  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (VOTUM_TYPE_BESIDE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-mark-comment.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumMarkComment, heading);
  gtk_widget_class_bind_template_child (widget_class, VotumMarkComment, hint);
  gtk_widget_class_bind_template_child (widget_class, VotumMarkComment, view);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
}

static void
votum_mark_comment_init (VotumMarkComment *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
votum_mark_comment_new (void)
{
  return g_object_new (VOTUM_TYPE_MARK_COMMENT, NULL);
}

/* Which words the rule asks for with the mark, whether or not they are there. */
static VotumDemand
demand_of (VotumMarkComment *self,
           const VotumMark  *mark)
{
  return mark != NULL ? votum_case_comment_demand (votum_scoring_sheet_get_case (self->sheet), mark) : VOTUM_DEMAND_NONE;
}

static void
show_heading (VotumMarkComment *self)
{
  const VotumMark *mark = votum_scoring_sheet_get_mark (self->sheet, self->entrant, self->criterion);
  VotumScoringItem *item = votum_scoring_sheet_find_item (self->sheet, self->entrant, self->criterion);
  g_autofree char *trouble = votum_scoring_words_trouble (self->sheet, self->entrant, self->criterion);
  g_autofree char *hint = NULL;
  g_autofree char *heading = NULL;

  if (item == NULL)
    return;
  if (demand_of (self, mark) == VOTUM_DEMAND_CHANGE)
    {
      g_autofree char *before = votum_mark_text (votum_scoring_sheet_get_before (self->sheet, self->entrant, self->criterion));
      g_autofree char *now = votum_mark_text (mark);
      g_autofree char *before_number = votum_mark_scale_describe (item->scale, before);
      g_autofree char *now_number = votum_mark_scale_describe (item->scale, now);

      /* TRANSLATORS: above the words that give the reason: "Why the change from 2, Weak to 5, Very good" */
      heading = g_strdup_printf (_("Why the change from %s to %s"), before_number, now_number);
    }
  else
    {
      heading = g_strdup_printf (_("Comment on %s"), item->name);
    }
  gtk_label_set_text (self->heading, heading);
  if (trouble != NULL && demand_of (self, mark) != VOTUM_DEMAND_CHANGE)
    /* TRANSLATORS: %s: "The rule asks for a comment on every mark" */
    hint = g_strdup_printf (_("%s. Saved as you type; Escape goes back to the marks."), trouble);
  else
    hint = g_strdup (mark != NULL ? _("Saved as you type. Escape goes back to the marks.") : _("Saved as you type, and part of the mark once it is given."));
  gtk_label_set_text (self->hint, hint);
}

/**
 * votum_mark_comment_open:
 * @self: the place for a comment
 * @sheet: the sheet
 * @entrant: an entrant
 * @criterion: a criterion
 *
 * Shows what has been written on that mark, and what was being written when it was last left.
 */
void
votum_mark_comment_open (VotumMarkComment  *self,
                         VotumScoringSheet *sheet,
                         VotumThing        *entrant,
                         VotumThing        *criterion)
{
  g_autofree char *place = NULL;
  g_autofree char *why_not = votum_scoring_sheet_why_not (sheet, entrant);

  g_return_if_fail (VOTUM_IS_MARK_COMMENT (self));

  votum_mark_comment_close (self);
  g_set_object (&self->sheet, sheet);
  g_set_object (&self->entrant, entrant);
  g_set_object (&self->criterion, criterion);
  place = votum_scoring_sheet_draft_place (sheet, entrant, criterion);
  votum_binder_begin (self->view, votum_scoring_sheet_get_desk (sheet), place, stored_comment (self));
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->view), why_not == NULL);
  self->flush_id = g_signal_connect_swapped (votum_scoring_sheet_get_desk (sheet), "flush", G_CALLBACK (commit), self);
  show_heading (self);
}

/**
 * votum_mark_comment_close:
 * @self: the place for a comment
 *
 * Makes what was written part of the mark, and forgets which mark it was.
 */
void
votum_mark_comment_close (VotumMarkComment *self)
{
  g_return_if_fail (VOTUM_IS_MARK_COMMENT (self));

  if (self->sheet == NULL)
    return;

  commit (self);
  votum_binder_unbind (self->view);
  g_clear_signal_handler (&self->flush_id, votum_scoring_sheet_get_desk (self->sheet));
  g_clear_object (&self->sheet);
  g_clear_object (&self->entrant);
  g_clear_object (&self->criterion);
}

/**
 * votum_mark_comment_refresh:
 * @self: the place for a comment
 *
 * Shows what has become of the mark meanwhile: another value, another comment by undo or in another window.
 */
void
votum_mark_comment_refresh (VotumMarkComment *self)
{
  g_autofree char *text = NULL;
  g_autofree char *place = NULL;

  g_return_if_fail (VOTUM_IS_MARK_COMMENT (self));

  if (self->sheet == NULL || self->committing)
    return;

  show_heading (self);
  /* what was typed just now is no draft yet, and must not be written over */
  votum_binder_finish (self->view);
  text = votum_binder_text (self->view);
  if (has_draft (self) || strcmp (text, stored_comment (self)) == 0)
    return;
  place = votum_scoring_sheet_draft_place (self->sheet, self->entrant, self->criterion);
  votum_binder_settle (self->view);
  votum_binder_begin (self->view, votum_scoring_sheet_get_desk (self->sheet), place, stored_comment (self));
}
