#include "votum-config.h"

#include "votum-question-list.h"

#include "votum-binder.h"
#include "votum-case-drafts.h"
#include "votum-case-edit.h"
#include "votum-case-result.h"
#include "votum-note-choices.h"
#include "votum-question-card.h"
#include "votum-submission-window.h"

struct _VotumQuestionList {
  AdwBin         parent_instance;

  GtkWidget     *cards;
  GtkWidget     *add;
  GtkWidget     *submission;

  VotumDesk     *desk;
  VotumOccasion *occasion;  /* (nullable) */
};

G_DEFINE_FINAL_TYPE (VotumQuestionList, votum_question_list, ADW_TYPE_BIN)

static VotumThing *
visit_of (VotumQuestionList *self)
{
  return self->occasion != NULL ? votum_occasion_get_visit (self->occasion) : NULL;
}

static GPtrArray *
list_questions (VotumQuestionList *self)
{
  g_autoptr(GPtrArray) all = votum_case_in_order (votum_desk_get_case (self->desk), VOTUM_KIND_QUESTION);
  GPtrArray *questions = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; visit_of (self) != NULL && i < all->len; i++)
    {
      VotumThing *question = g_ptr_array_index (all, i);

      if (votum_thing_get_ref (question, VOTUM_QUESTION_VISIT) == votum_thing_get_id (visit_of (self)))
        g_ptr_array_add (questions, g_object_ref (question));
    }

  return questions;
}

static GtkWidget *
card_of (VotumQuestionList *self,
         VotumThing        *question)
{
  for (GtkWidget *card = gtk_widget_get_first_child (self->cards); card != NULL; card = gtk_widget_get_next_sibling (card))
    if (votum_question_card_get_question (VOTUM_QUESTION_CARD (card)) == question)
      return card;

  return NULL;
}

/* Cards stay where they can: somebody may be writing in one. */
static void
show_questions (VotumQuestionList *self)
{
  g_autoptr(GPtrArray) questions = list_questions (self);
  VotumThing *entrant = self->occasion != NULL ? votum_occasion_get_entrant (self->occasion) : NULL;
  g_autoptr(GPtrArray) criteria = votum_note_choices_criteria (votum_desk_get_case (self->desk), entrant);
  GtkWidget *last = NULL;
  GtkWidget *card = gtk_widget_get_first_child (self->cards);

  while (card != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (card);

      if (!g_ptr_array_find (questions, votum_question_card_get_question (VOTUM_QUESTION_CARD (card)), NULL))
        gtk_box_remove (GTK_BOX (self->cards), card);
      card = next;
    }
  for (guint i = 0; i < questions->len; i++)
    {
      VotumThing *question = g_ptr_array_index (questions, i);

      card = card_of (self, question);
      if (card == NULL)
        {
          card = votum_question_card_new (self->desk, question, criteria);
          gtk_box_append (GTK_BOX (self->cards), card);
        }
      if (gtk_widget_get_prev_sibling (card) != last)
        gtk_box_reorder_child_after (GTK_BOX (self->cards), card, last);
      last = card;
    }
  gtk_widget_set_visible (self->cards, questions->len > 0);
}

static void
show_criteria (VotumQuestionList *self)
{
  g_autoptr(GPtrArray) criteria = votum_note_choices_criteria (votum_desk_get_case (self->desk), votum_occasion_get_entrant (self->occasion));

  for (GtkWidget *card = gtk_widget_get_first_child (self->cards); card != NULL; card = gtk_widget_get_next_sibling (card))
    votum_question_card_set_criteria (VOTUM_QUESTION_CARD (card), criteria);
}

static void
add_cb (VotumQuestionList *self)
{
  g_autofree char *text = g_strstrip (votum_binder_text (self->add));
  g_autoptr(VotumThing) question = votum_thing_new (VOTUM_KIND_QUESTION);
  GError *error = NULL;

  if (*text == '\0' || visit_of (self) == NULL)
    return;
  votum_thing_set_ref (question, VOTUM_QUESTION_VISIT, votum_thing_get_id (visit_of (self)));
  if (votum_thing_set_from_text (question, VOTUM_QUESTION_TEXT, text, &error))
    votum_case_add_finishing (votum_desk_get_case (self->desk), question, votum_binder_place (self->add), &error);
  if (votum_desk_report (self->desk, error))
    votum_binder_clear (self->add);
}

static void
submission_cb (VotumQuestionList *self)
{
  if (visit_of (self) != NULL)
    votum_submission_window_present (GTK_WIDGET (self), self->desk, visit_of (self));
}

static gboolean
has_submission (VotumQuestionList *self)
{
  VotumThing *entrant = votum_occasion_get_entrant (self->occasion);
  GListModel *sections = votum_case_get_things (votum_desk_get_case (self->desk), VOTUM_KIND_SECTION);

  for (guint i = 0; entrant != NULL && i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr(VotumThing) section = g_list_model_get_item (sections, i);

      if (votum_thing_get_ref (section, VOTUM_SECTION_ENTRANT) == votum_thing_get_id (entrant))
        return TRUE;
    }

  return FALSE;
}

static void
forget_occasion (VotumQuestionList *self)
{
  GtkWidget *card;

  if (self->desk == NULL)
    return;
  while ((card = gtk_widget_get_first_child (self->cards)) != NULL)
    gtk_box_remove (GTK_BOX (self->cards), card);
  votum_binder_unbind (self->add);
  g_clear_object (&self->occasion);
  g_clear_object (&self->desk);
}

static void
votum_question_list_dispose (GObject *object)
{
  VotumQuestionList *self = VOTUM_QUESTION_LIST (object);

  if (self->cards != NULL)
    forget_occasion (self);

  G_OBJECT_CLASS (votum_question_list_parent_class)->dispose (object);
}

static void
votum_question_list_class_init (VotumQuestionListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_question_list_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-question-list.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumQuestionList, cards);
  gtk_widget_class_bind_template_child (widget_class, VotumQuestionList, add);
  gtk_widget_class_bind_template_child (widget_class, VotumQuestionList, submission);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, submission_cb);
}

static void
votum_question_list_init (VotumQuestionList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * votum_question_list_set_occasion:
 * @self: a list
 * @desk: the desk
 * @occasion: whose questions it shows; where there is no visit there are none
 */
void
votum_question_list_set_occasion (VotumQuestionList *self,
                                  VotumDesk         *desk,
                                  VotumOccasion     *occasion)
{
  g_return_if_fail (VOTUM_IS_QUESTION_LIST (self));

  forget_occasion (self);
  self->desk = g_object_ref (desk);
  self->occasion = g_object_ref (occasion);
  if (votum_occasion_get_visit (occasion) != NULL)
    {
      g_autofree char *place = votum_occasion_place (occasion, "question:new");

      votum_binder_begin (self->add, desk, place, "");
    }
  gtk_widget_set_visible (self->submission, has_submission (self));
  show_questions (self);
}

/**
 * votum_question_list_changed:
 * @self: a list
 * @changes: what has changed in the case
 */
void
votum_question_list_changed (VotumQuestionList *self,
                             VotumChanges      *changes)
{
  gboolean questions = FALSE;
  gboolean criteria = FALSE;
  gboolean sections = FALSE;

  if (self->occasion == NULL)
    return;
  for (guint i = 0; i < votum_changes_n_things (changes); i++)
    {
      const VotumThingChange *change = votum_changes_get (changes, i);
      VotumThing *thing = change->new_thing != NULL ? change->new_thing : change->old_thing;

      questions |= VOTUM_IS_QUESTION (thing);
      criteria |= VOTUM_IS_CRITERION (thing);
      sections |= VOTUM_IS_SECTION (thing);
    }
  if (questions)
    show_questions (self);
  if (criteria)
    show_criteria (self);
  if (sections)
    gtk_widget_set_visible (self->submission, has_submission (self));
}
