#include "votum-config.h"

#include "votum-scoring-card.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "votum-ballot-form.h"
#include "votum-before-after.h"
#include "votum-beside.h"
#include "votum-format.h"
#include "votum-level-box.h"
#include "votum-names.h"
#include "votum-recusal-dialog.h"
#include "votum-scoring-commands.h"
#include "votum-scoring-words.h"

struct _VotumScoringCard {
  GtkWidget          parent_instance;

  GtkLabel          *title;
  GtkLabel          *facts;
  GtkWidget         *total_box;
  GtkLabel          *total;
  GtkLabel          *legend;
  GtkWidget         *recused;
  GtkLabel          *recused_label;
  VotumBeforeAfter  *before_after;
  VotumMarkList     *list;
  GtkButton         *recusal_button;
  VotumLevelBox     *level_box;

  VotumScoringSheet *sheet;
  VotumThing        *entrant;    /* (nullable) */
  char              *keys;       /* which keys do what; "" where no marks are given */
  gboolean           both;       /* the marks of two rounds side by side are wanted */
};

enum {
  PROP_0,
  PROP_KEYS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum {
  LEFT_BOTH,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VotumScoringCard, votum_scoring_card, GTK_TYPE_WIDGET)

/* The meaning of the mark that is looked at, else of the one that is given. */
static void
show_level (VotumScoringCard *self,
            VotumThing       *criterion,
            const char       *value)
{
  gboolean marks = gtk_widget_get_visible (GTK_WIDGET (self->list));
  VotumScoringItem *item = criterion != NULL && self->entrant != NULL && marks
                               ? votum_scoring_sheet_find_item (self->sheet, self->entrant, criterion)
                               : NULL;
  g_autofree char *given = NULL;

  if (value == NULL && item != NULL)
    value = given = votum_mark_text (votum_scoring_sheet_get_mark (self->sheet, self->entrant, criterion));
  votum_level_box_show (self->level_box, votum_scoring_sheet_get_desk (self->sheet), NULL, item, value);
}

static void
chosen_cb (VotumScoringCard *self,
           VotumThing       *criterion)
{
  show_level (self, criterion, NULL);
}

static void
preview_cb (VotumScoringCard *self,
            VotumThing       *criterion,
            const char       *value)
{
  show_level (self, value != NULL ? criterion : votum_mark_list_get_criterion (self->list), value);
}

/* Declares a recusal; one that is declared is seen with the finalist. */
static void
recusal_cb (VotumScoringCard *self)
{
  VotumDesk *desk = votum_scoring_sheet_get_desk (self->sheet);
  VotumTally tally;

  votum_scoring_sheet_tally (self->sheet, self->entrant, &tally);
  if (tally.recused)
    votum_desk_go (desk, "finalists", self->entrant);
  else
    votum_recusal_dialog_present (GTK_WIDGET (self), desk, votum_scoring_sheet_get_juror (self->sheet), self->entrant);
}

static void
show_total (VotumScoringCard *self)
{
  g_autofree char *total = votum_scoring_sheet_total (self->sheet, self->entrant);
  g_autofree char *number = total != NULL ? votum_format_number (total) : g_strdup ("–");
  g_autofree char *legend = votum_scoring_words_legend (self->sheet, self->entrant);
  g_autofree char *facts = votum_scoring_words_facts (self->sheet, self->entrant);

  gtk_label_set_text (self->total, number);
  gtk_label_set_text (self->legend, legend);
  gtk_label_set_text (self->facts, facts);
}

/* The rows in which marks are given, or the marks of two rounds side by side. */
static void
show_view (VotumScoringCard *self)
{
  gboolean shown = !gtk_widget_get_visible (self->recused) && votum_scoring_sheet_get_items (self->sheet, self->entrant)->len > 0;
  gboolean both = shown && self->both && votum_scoring_sheet_has_before (self->sheet, self->entrant);

  if (both)
    votum_before_after_show (self->before_after, self->sheet, self->entrant);
  gtk_widget_set_visible (GTK_WIDGET (self->before_after), both);
  gtk_widget_set_visible (GTK_WIDGET (self->list), shown && !both);
  show_level (self, votum_mark_list_get_criterion (self->list), NULL);
}

/* From both rounds back to the mark, and to its reason where that is missing. */
static void
opened_cb (VotumScoringCard *self,
           VotumThing       *criterion)
{
  g_signal_emit (self, signals[LEFT_BOTH], 0);
  votum_mark_list_choose (self->list, criterion, TRUE);
  if (votum_scoring_sheet_wants_reason (self->sheet, self->entrant, criterion))
    votum_mark_list_open_comment (self->list);
}

/* A ballot of all finalists has keys of its own. */
static void
show_keys (VotumScoringCard *self,
           gboolean          may)
{
  gboolean shown = may && votum_ballot_form (self->sheet) == VOTUM_BALLOT_FORM_MARKS;
  g_autofree char *keys = shown ? votum_scoring_words_keys (self->sheet, self->entrant) : g_strdup ("");

  if (g_strcmp0 (keys, self->keys) == 0)
    return;
  g_free (self->keys);
  self->keys = g_steal_pointer (&keys);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KEYS]);
}

/* Everything about the finalist but the rows. */
static void
show_head (VotumScoringCard *self)
{
  VotumDesk *desk = votum_scoring_sheet_get_desk (self->sheet);
  g_autofree char *name = votum_desk_name (desk, self->entrant);
  g_autofree char *recused = votum_scoring_words_recused (self->sheet, self->entrant);
  g_autofree char *why_not = votum_scoring_sheet_why_not (self->sheet, self->entrant);
  gboolean own = votum_scoring_sheet_is_own (self->sheet);
  VotumTally tally;

  votum_scoring_sheet_tally (self->sheet, self->entrant, &tally);
  gtk_label_set_text (self->title, name);
  gtk_label_set_text (self->recused_label, recused != NULL ? recused : "");
  gtk_widget_set_visible (self->recused, recused != NULL);
  gtk_widget_set_visible (self->total_box, recused == NULL);
  show_view (self);
  show_keys (self, why_not == NULL);
  votum_names_set_label (self->recusal_button, tally.recused ? _("See the _Recusal") : _("I Am _Recused …"));
  gtk_widget_set_visible (GTK_WIDGET (self->recusal_button), tally.recused || (own && why_not == NULL));
  show_total (self);
}

static void
votum_scoring_card_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  VotumScoringCard *self = VOTUM_SCORING_CARD (object);

  if (prop_id == PROP_KEYS)
    g_value_set_string (value, self->keys != NULL ? self->keys : "");
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
votum_scoring_card_dispose (GObject *object)
{
  VotumScoringCard *self = VOTUM_SCORING_CARD (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->sheet);
  g_clear_object (&self->entrant);

  g_clear_pointer (&self->keys, g_free);
  G_OBJECT_CLASS (votum_scoring_card_parent_class)->dispose (object);
}

static void
votum_scoring_card_class_init (VotumScoringCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = votum_scoring_card_get_property;
  G_OBJECT_CLASS (klass)->dispose = votum_scoring_card_dispose;

  /* which keys do what, for whoever shows it below */
  properties[PROP_KEYS] = g_param_spec_string ("keys", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  signals[LEFT_BOTH] = g_signal_new ("left-both", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (VOTUM_TYPE_BEFORE_AFTER);
  g_type_ensure (VOTUM_TYPE_BESIDE);
  g_type_ensure (VOTUM_TYPE_LEVEL_BOX);
  g_type_ensure (VOTUM_TYPE_MARK_LIST);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-scoring-card.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumScoringCard, title);
  gtk_widget_class_bind_template_child (widget_class, VotumScoringCard, facts);
  gtk_widget_class_bind_template_child (widget_class, VotumScoringCard, total_box);
  gtk_widget_class_bind_template_child (widget_class, VotumScoringCard, total);
  gtk_widget_class_bind_template_child (widget_class, VotumScoringCard, legend);
  gtk_widget_class_bind_template_child (widget_class, VotumScoringCard, recused);
  gtk_widget_class_bind_template_child (widget_class, VotumScoringCard, recused_label);
  gtk_widget_class_bind_template_child (widget_class, VotumScoringCard, before_after);
  gtk_widget_class_bind_template_child (widget_class, VotumScoringCard, list);
  gtk_widget_class_bind_template_child (widget_class, VotumScoringCard, recusal_button);
  gtk_widget_class_bind_template_child (widget_class, VotumScoringCard, level_box);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, preview_cb);
  gtk_widget_class_bind_template_callback (widget_class, recusal_cb);
}

static void
votum_scoring_card_init (VotumScoringCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Another round may be voted in otherwise, with keys of its own. */
static void
rebuilt_cb (VotumScoringCard *self)
{
  if (self->entrant != NULL)
    show_keys (self, FALSE);
}

static void
marked_cb (VotumScoringCard *self,
           VotumThing       *entrant,
           VotumThing       *criterion)
{
  if (self->entrant == NULL || (entrant != NULL && entrant != self->entrant))
    return;
  show_total (self);
  if (gtk_widget_get_visible (GTK_WIDGET (self->before_after)))
    votum_before_after_show (self->before_after, self->sheet, self->entrant);
  else if (criterion == NULL || criterion == votum_mark_list_get_criterion (self->list))
    show_level (self, votum_mark_list_get_criterion (self->list), NULL);
}

static void
evidence_cb (VotumScoringCard *self)
{
  if (self->entrant != NULL)
    show_total (self);
}

/**
 * votum_scoring_card_set_sheet:
 * @self: a card
 * @sheet: whose marks it shows; said once
 */
void
votum_scoring_card_set_sheet (VotumScoringCard  *self,
                              VotumScoringSheet *sheet)
{
  g_return_if_fail (VOTUM_IS_SCORING_CARD (self) && self->sheet == NULL);

  self->sheet = g_object_ref (sheet);
  votum_mark_list_set_sheet (self->list, sheet);
  g_signal_connect_object (sheet, "marked", G_CALLBACK (marked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sheet, "rebuilt", G_CALLBACK (rebuilt_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sheet, "evidence", G_CALLBACK (evidence_cb), self, G_CONNECT_SWAPPED);
}

/**
 * votum_scoring_card_set_entrant:
 * @self: a card
 * @entrant: (nullable): the finalist to show
 *
 * Shows a finalist, or the same one anew.
 */
void
votum_scoring_card_set_entrant (VotumScoringCard *self,
                                VotumThing       *entrant)
{
  g_return_if_fail (VOTUM_IS_SCORING_CARD (self));

  g_set_object (&self->entrant, entrant);
  votum_mark_list_set_entrant (self->list, entrant);
  gtk_widget_set_visible (GTK_WIDGET (self), entrant != NULL);
  if (entrant == NULL)
    return;
  show_head (self);
}

VotumThing *
votum_scoring_card_get_entrant (VotumScoringCard *self)
{
  g_return_val_if_fail (VOTUM_IS_SCORING_CARD (self), NULL);

  return self->entrant;
}

/**
 * votum_scoring_card_set_both:
 * @self: a card
 * @both: whether to show the marks of two rounds side by side, where there are any
 */
void
votum_scoring_card_set_both (VotumScoringCard *self,
                             gboolean          both)
{
  g_return_if_fail (VOTUM_IS_SCORING_CARD (self));

  self->both = both;
  if (self->entrant == NULL)
    return;
  votum_mark_list_finish (self->list);
  show_view (self);
}

/**
 * votum_scoring_card_grab:
 * @self: a card
 *
 * Returns: whether what it shows of the marks has the focus now
 */
gboolean
votum_scoring_card_grab (VotumScoringCard *self)
{
  g_return_val_if_fail (VOTUM_IS_SCORING_CARD (self), FALSE);

  if (gtk_widget_get_visible (GTK_WIDGET (self->before_after)))
    return gtk_widget_child_focus (GTK_WIDGET (self->before_after), GTK_DIR_TAB_FORWARD);

  return votum_mark_list_grab (self->list);
}

/**
 * votum_scoring_card_get_list:
 * @self: a card
 *
 * Returns: (transfer none): its rows
 */
VotumMarkList *
votum_scoring_card_get_list (VotumScoringCard *self)
{
  g_return_val_if_fail (VOTUM_IS_SCORING_CARD (self), NULL);

  return self->list;
}
