#include "votum-config.h"

#include "votum-question-card.h"

#include <glib/gi18n.h>

#include "votum-binder.h"
#include "votum-case-edit.h"
#include "votum-focus.h"
#include "votum-note-words.h"
#include "votum-picker.h"
#include "votum-prose.h"
#include "votum-wrap.h"

#define N_STATES 4

struct _VotumQuestionCard {
  AdwBin       parent_instance;

  VotumProse  *text;
  VotumProse  *finding;
  GtkDropDown *state;
  VotumPicker *criterion;
  GtkWidget   *remove;

  VotumDesk   *desk;
  VotumThing  *question;
  gboolean     showing;
};

G_DEFINE_FINAL_TYPE (VotumQuestionCard, votum_question_card, ADW_TYPE_BIN)

static void
show_question (VotumQuestionCard *self)
{
  VotumCase *votum_case = votum_desk_get_case (self->desk);

  self->showing = TRUE;
  gtk_drop_down_set_selected (self->state, (guint) votum_thing_get_choice (self->question, VOTUM_QUESTION_STATE));
  votum_picker_set_chosen (self->criterion, votum_case_lookup (votum_case, votum_thing_get_ref (self->question, VOTUM_QUESTION_CRITERION)));
  self->showing = FALSE;
}

static void
change (VotumQuestionCard *self,
        guint              field,
        const char        *value)
{
  GError *error = NULL;

  votum_case_edit (votum_desk_get_case (self->desk), self->question, field, value, NULL, &error);
  if (!votum_desk_report (self->desk, error))
    show_question (self);
}

static void
state_cb (VotumQuestionCard *self)
{
  const VotumField *field = &votum_thing_info (VOTUM_KIND_QUESTION)->fields[VOTUM_QUESTION_STATE];
  guint selected = gtk_drop_down_get_selected (self->state);

  if (self->question != NULL && !self->showing && selected < N_STATES)
    change (self, VOTUM_QUESTION_STATE, field->choices[selected]);
}

static void
criterion_cb (VotumQuestionCard *self,
              VotumThing        *criterion)
{
  g_autofree char *id = criterion != NULL ? g_strdup_printf ("%" G_GINT64_FORMAT, votum_thing_get_id (criterion)) : NULL;

  change (self, VOTUM_QUESTION_CRITERION, id);
}

static void
remove_cb (VotumQuestionCard *self)
{
  /* the card goes with its question */
  g_autoptr(VotumDesk) desk = g_object_ref (self->desk);
  GError *error = NULL;

  votum_desk_flush (desk);
  votum_case_remove (votum_desk_get_case (desk), self->question, &error);
  if (votum_desk_report (desk, error))
    votum_desk_toast (desk, TRUE, "%s", _("Question removed"));
}

static void
votum_question_card_dispose (GObject *object)
{
  VotumQuestionCard *self = VOTUM_QUESTION_CARD (object);

  if (self->question != NULL)
    {
      votum_binder_unbind (votum_prose_get_view (self->text));
      votum_binder_unbind (votum_prose_get_view (self->finding));
    }
  g_clear_object (&self->question);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (votum_question_card_parent_class)->dispose (object);
}

static gboolean
votum_question_card_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (VOTUM_QUESTION_CARD (widget)->finding));
}

static void
votum_question_card_class_init (VotumQuestionCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_question_card_dispose;
  widget_class->focus = votum_focus_child;
  widget_class->grab_focus = votum_question_card_grab_focus;

  g_type_ensure (VOTUM_TYPE_PICKER);
  g_type_ensure (VOTUM_TYPE_PROSE);
  g_type_ensure (VOTUM_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-question-card.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumQuestionCard, text);
  gtk_widget_class_bind_template_child (widget_class, VotumQuestionCard, finding);
  gtk_widget_class_bind_template_child (widget_class, VotumQuestionCard, state);
  gtk_widget_class_bind_template_child (widget_class, VotumQuestionCard, criterion);
  gtk_widget_class_bind_template_child (widget_class, VotumQuestionCard, remove);
  gtk_widget_class_bind_template_callback (widget_class, state_cb);
  gtk_widget_class_bind_template_callback (widget_class, criterion_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (line), gtk_image_new ());
  gtk_box_append (GTK_BOX (line), label);
  gtk_list_item_set_child (item, line);
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item)
{
  GtkWidget *line = gtk_list_item_get_child (item);
  guint state = gtk_list_item_get_position (item);

  gtk_image_set_from_icon_name (GTK_IMAGE (gtk_widget_get_first_child (line)), votum_question_state_icon (state));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (line)), votum_question_state_word (state));
}

static void
votum_question_card_init (VotumQuestionCard *self)
{
  g_autoptr(GtkStringList) words = gtk_string_list_new (NULL);
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint state = 0; state < N_STATES; state++)
    gtk_string_list_append (words, votum_question_state_word (state));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_drop_down_set_factory (self->state, factory);
  gtk_drop_down_set_model (self->state, G_LIST_MODEL (words));
}

/**
 * votum_question_card_new:
 * @desk: the desk
 * @question: a question of its case
 * @criteria: (element-type VotumThing): those it can be about
 *
 * Returns: (transfer floating): the card
 */
GtkWidget *
votum_question_card_new (VotumDesk  *desk,
                         VotumThing *question,
                         GPtrArray  *criteria)
{
  VotumQuestionCard *self = g_object_new (VOTUM_TYPE_QUESTION_CARD, NULL);

  self->desk = g_object_ref (desk);
  self->question = g_object_ref (question);
  votum_picker_set_things (self->criterion, desk, criteria);
  votum_binder_bind (votum_prose_get_view (self->text), desk, question, VOTUM_QUESTION_TEXT, NULL);
  votum_binder_bind (votum_prose_get_view (self->finding), desk, question, VOTUM_QUESTION_FINDING, NULL);
  g_signal_connect_object (question, "notify::state", G_CALLBACK (show_question), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (question, "notify::criterion", G_CALLBACK (show_question), self, G_CONNECT_SWAPPED);
  show_question (self);

  return GTK_WIDGET (self);
}

VotumThing *
votum_question_card_get_question (VotumQuestionCard *self)
{
  g_return_val_if_fail (VOTUM_IS_QUESTION_CARD (self), NULL);

  return self->question;
}

/**
 * votum_question_card_set_criteria:
 * @self: a card
 * @criteria: (element-type VotumThing): those its question can be about from now on
 */
void
votum_question_card_set_criteria (VotumQuestionCard *self,
                                  GPtrArray         *criteria)
{
  votum_picker_set_things (self->criterion, self->desk, criteria);
  show_question (self);
}
