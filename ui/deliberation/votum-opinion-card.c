#include "votum-config.h"

#include "votum-opinion-card.h"

#include <glib/gi18n.h>

#include "votum-badge.h"
#include "votum-case-holder.h"
#include "votum-format.h"
#include "votum-things.h"

struct _VotumOpinionCard {
  GtkBox      parent_instance;

  VotumThing *juror;
  char       *name;
  gboolean    revisable;
};

enum {
  REVISE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VotumOpinionCard, votum_opinion_card, GTK_TYPE_BOX)

static GtkWidget *
add_label (VotumOpinionCard *self,
           const char       *text,
           const char       *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 20);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 26);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  gtk_box_append (GTK_BOX (self), label);

  return label;
}

static char *
say_mark (const VotumMark *mark)
{
  if (mark == NULL)
    return g_strdup (_("No mark"));
  if (mark->state != VOTUM_MARK_VALUE)
    return g_strdup (_("Not observed"));

  return votum_format_decimal (votum_mark_value (mark));
}

static const char *
badge_word (const VotumOpinion *opinion)
{
  return opinion->recused ? _("Recused") : opinion->alone ? _("Stands alone") : NULL;
}

/* "was 3 in the round before · 4 at the opening" */
static char *
say_earlier (const VotumOpinion *opinion)
{
  g_autofree char *before = opinion->before != NULL ? say_mark (opinion->before) : NULL;
  g_autofree char *first = opinion->first != NULL ? votum_format_number (opinion->first) : NULL;

  if (opinion->reason != NULL && first == NULL)
    first = g_strdup (_("Not observed"));
  if (before != NULL && first != NULL)
    /* TRANSLATORS: earlier marks of a juror: "3 in the round before, 4 when the round was opened" */
    return g_strdup_printf (_("%s in the round before, %s when the round was opened"), before, first);
  if (before != NULL)
    return g_strdup_printf (_("%s in the round before"), before);

  return first != NULL ? g_strdup_printf (_("%s when the round was opened"), first) : NULL;
}

static void
revise_cb (VotumOpinionCard *self)
{
  g_signal_emit (self, signals[REVISE], 0);
}

static GtkWidget *
make_button (VotumOpinionCard   *self,
             VotumDesk          *desk,
             const VotumOpinion *opinion)
{
  GtkWidget *button = gtk_button_new_with_label (_("Revise …"));
  g_autofree char *name = g_strdup_printf (_("Revise the mark of %s"), opinion->name);
  g_autoptr(GError) error = NULL;
  gboolean may = votum_case_may_change (votum_desk_get_case (desk), VOTUM_KIND_REVISION, NULL, &error);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, may);
  gtk_widget_set_tooltip_text (button, may ? NULL : error->message);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  self->revisable = may;
  g_signal_connect_object (button, "clicked", G_CALLBACK (revise_cb), self, G_CONNECT_SWAPPED);

  return button;
}

/* Beside the name, so that five of them leave room for what the jury makes of it. */
static void
add_mark (VotumOpinionCard   *self,
          VotumDesk          *desk,
          const VotumOpinion *opinion,
          GtkWidget          *head)
{
  g_autofree char *mark = say_mark (opinion->mark);
  g_autofree char *earlier = say_earlier (opinion);
  GtkWidget *value = gtk_label_new (mark);

  gtk_widget_add_css_class (value, opinion->mark != NULL && opinion->mark->state == VOTUM_MARK_VALUE ? "title-2" : "heading");
  gtk_label_set_wrap (GTK_LABEL (value), TRUE);
  gtk_box_append (GTK_BOX (head), value);
  if (opinion->mark != NULL)
    gtk_box_append (GTK_BOX (head), make_button (self, desk, opinion));
  if (earlier != NULL)
    add_label (self, earlier, "dim-label");
  if (opinion->reason != NULL)
    {
      g_autofree char *text = g_strdup_printf (_("Revised: %s"), opinion->reason);

      add_label (self, text, NULL);
    }
}

static void
add_words (VotumOpinionCard   *self,
           const VotumOpinion *opinion)
{
  const char *comment = opinion->mark != NULL ? opinion->mark->comment : NULL;

  if (comment != NULL && *comment != '\0' && g_strcmp0 (comment, opinion->reason) != 0)
    add_label (self, comment, NULL);
  for (guint i = 0; i < opinion->notes->len; i++)
    {
      g_autofree char *text = g_strdup_printf ("– %s", votum_thing_get_text (g_ptr_array_index (opinion->notes, i), VOTUM_NOTE_TEXT));

      add_label (self, text, "caption");
    }
}

static void
votum_opinion_card_dispose (GObject *object)
{
  g_clear_object (&VOTUM_OPINION_CARD (object)->juror);

  G_OBJECT_CLASS (votum_opinion_card_parent_class)->dispose (object);
}

static void
votum_opinion_card_finalize (GObject *object)
{
  g_free (VOTUM_OPINION_CARD (object)->name);

  G_OBJECT_CLASS (votum_opinion_card_parent_class)->finalize (object);
}

static void
votum_opinion_card_class_init (VotumOpinionCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = votum_opinion_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = votum_opinion_card_finalize;
  signals[REVISE] = g_signal_new ("revise", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
votum_opinion_card_init (VotumOpinionCard *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 3);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "opinion");
}

/**
 * votum_opinion_card_new:
 * @desk: a desk
 * @opinion: what the juror says
 * @has_marks: whether the point is about marks
 *
 * Returns: a card that shows it
 */
GtkWidget *
votum_opinion_card_new (VotumDesk          *desk,
                        const VotumOpinion *opinion,
                        gboolean            has_marks)
{
  VotumOpinionCard *self = g_object_new (VOTUM_TYPE_OPINION_CARD, NULL);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name = gtk_label_new (opinion->name);
  GtkWidget *badge = votum_badge_new ();

  self->juror = g_object_ref (opinion->juror);
  self->name = g_strdup (opinion->name);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (name), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (name), 8);
  /* a long name does not make the cards of all others wide */
  gtk_label_set_max_width_chars (GTK_LABEL (name), 14);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (name, "heading");
  gtk_box_append (GTK_BOX (head), name);
  gtk_box_append (GTK_BOX (head), badge);
  gtk_box_append (GTK_BOX (self), head);
  votum_badge_set (VOTUM_BADGE (badge), badge_word (opinion), opinion->alone ? VOTUM_BADGE_WARNING : VOTUM_BADGE_PLAIN);
  if (has_marks && !opinion->recused)
    add_mark (self, desk, opinion, head);
  add_words (self, opinion);

  return GTK_WIDGET (self);
}

VotumThing *
votum_opinion_card_get_juror (VotumOpinionCard *self)
{
  return self->juror;
}

/**
 * votum_opinion_card_get_name:
 * @self: a card
 *
 * Returns: what the juror is called here: a name, or a letter
 */
const char *
votum_opinion_card_get_name (VotumOpinionCard *self)
{
  return self->name;
}

/**
 * votum_opinion_card_activate:
 * @self: a card
 *
 * Does what its button does, where it can.
 */
void
votum_opinion_card_activate (VotumOpinionCard *self)
{
  if (self->revisable)
    revise_cb (self);
}

/**
 * votum_opinion_card_say:
 * @opinion: what a juror says
 * @has_marks: whether the point is about marks
 *
 * Returns: (transfer full): whose it is and the mark, for who hears the cards one after the other
 */
char *
votum_opinion_card_say (const VotumOpinion *opinion,
                        gboolean            has_marks)
{
  g_autofree char *mark = has_marks && !opinion->recused ? say_mark (opinion->mark) : NULL;
  const char *word = badge_word (opinion);

  if (mark == NULL)
    return word != NULL ? g_strdup_printf ("%s, %s", opinion->name, word) : g_strdup (opinion->name);

  return word != NULL ? g_strdup_printf ("%s, %s, %s", opinion->name, mark, word) : g_strdup_printf ("%s, %s", opinion->name, mark);
}
