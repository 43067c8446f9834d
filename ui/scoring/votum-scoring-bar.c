#include "votum-config.h"

#include "votum-scoring-bar.h"

#include <glib/gi18n.h>

#include "votum-ballot-form.h"
#include "votum-scoring-commands.h"

struct _VotumScoringBar {
  GtkWidget          parent_instance;

  GtkWidget         *choices;
  GtkDropDown       *rounds;
  GtkDropDown       *jurors;
  GtkLabel          *typist;
  GtkToggleButton   *both;
  GtkLabel          *notice;
  GtkLabel          *revote;

  VotumScoringSheet *sheet;
  gboolean           showing;  /* the choice is being shown, not made */
};

enum {
  BOTH,
  JUROR,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VotumScoringBar, votum_scoring_bar, GTK_TYPE_WIDGET)

static void
round_cb (VotumScoringBar *self)
{
  VotumThing *round = gtk_drop_down_get_selected_item (self->rounds);

  if (!self->showing && self->sheet != NULL && round != NULL)
    {
      votum_desk_flush (votum_scoring_sheet_get_desk (self->sheet));
      votum_scoring_sheet_set_round (self->sheet, round);
    }
}

static void
juror_cb (VotumScoringBar *self)
{
  VotumThing *juror = gtk_drop_down_get_selected_item (self->jurors);

  if (!self->showing && self->sheet != NULL && juror != NULL)
    {
      votum_desk_flush (votum_scoring_sheet_get_desk (self->sheet));
      votum_scoring_sheet_set_juror (self->sheet, juror);
      g_signal_emit (self, signals[JUROR], 0);
    }
}

static void
both_cb (VotumScoringBar *self)
{
  g_signal_emit (self, signals[BOTH], 0, gtk_toggle_button_get_active (self->both));
}

/* ---- what stands in the lists ---- */

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item,
          VotumScoringBar    *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 34);
  gtk_list_item_set_child (item, label);
}

static void
bind_round_cb (GtkListItemFactory *factory,
               GtkListItem        *item,
               VotumScoringBar    *self)
{
  VotumThing *round = gtk_list_item_get_item (item);
  g_autofree char *name = votum_desk_name (votum_scoring_sheet_get_desk (self->sheet), round);
  g_autofree char *text = NULL;

  switch (votum_thing_get_choice (round, VOTUM_ROUND_STATE))
    {
    case VOTUM_ROUND_STATE_SEALED:
      /* TRANSLATORS: a round whose marks do not change for the moment */
      text = g_strdup_printf (_("%s (sealed)"), name);
      break;
    case VOTUM_ROUND_STATE_OPENED:
      /* TRANSLATORS: a round whose marks have been opened for the whole jury */
      text = g_strdup_printf (_("%s (opened)"), name);
      break;
    default:
      text = g_steal_pointer (&name);
    }
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), text);
}

static void
bind_juror_cb (GtkListItemFactory *factory,
               GtkListItem        *item,
               VotumScoringBar    *self)
{
  VotumThing *juror = gtk_list_item_get_item (item);
  /* TRANSLATORS: whose marks are shown: "Marks of Ida Berg" */
  g_autofree char *text = g_strdup_printf (_("Marks of %s"), votum_thing_get_text (juror, VOTUM_JUROR_NAME));

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), text);
}

static void
set_factory (VotumScoringBar *self,
             GtkDropDown     *drop_down,
             GCallback        bind)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", bind, self, 0);
  gtk_drop_down_set_factory (drop_down, factory);
}

static void
votum_scoring_bar_dispose (GObject *object)
{
  VotumScoringBar *self = VOTUM_SCORING_BAR (object);
  GtkWidget *child;

  self->showing = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->sheet);

  G_OBJECT_CLASS (votum_scoring_bar_parent_class)->dispose (object);
}

static void
votum_scoring_bar_class_init (VotumScoringBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_scoring_bar_dispose;

  signals[BOTH] = g_signal_new ("both", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[JUROR] = g_signal_new ("juror", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-scoring-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumScoringBar, choices);
  gtk_widget_class_bind_template_child (widget_class, VotumScoringBar, rounds);
  gtk_widget_class_bind_template_child (widget_class, VotumScoringBar, jurors);
  gtk_widget_class_bind_template_child (widget_class, VotumScoringBar, typist);
  gtk_widget_class_bind_template_child (widget_class, VotumScoringBar, both);
  gtk_widget_class_bind_template_child (widget_class, VotumScoringBar, notice);
  gtk_widget_class_bind_template_child (widget_class, VotumScoringBar, revote);
  gtk_widget_class_bind_template_callback (widget_class, round_cb);
  gtk_widget_class_bind_template_callback (widget_class, juror_cb);
  gtk_widget_class_bind_template_callback (widget_class, both_cb);
}

static void
votum_scoring_bar_init (VotumScoringBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
select_thing (GtkDropDown *drop_down,
              GListModel  *things,
              VotumThing  *thing)
{
  guint position = GTK_INVALID_LIST_POSITION;

  if (thing != NULL)
    g_list_store_find (G_LIST_STORE (things), thing, &position);
  gtk_drop_down_set_selected (drop_down, position);
}

static void
show_typist (VotumScoringBar *self)
{
  const char *typist = votum_scoring_sheet_typist (self->sheet);
  g_autofree char *text = NULL;

  if (typist != NULL)
    /* TRANSLATORS: behind "Marks of Ida Berg": who types them in */
    text = g_strdup_printf (_("typed in by %s"), typist);
  gtk_label_set_text (self->typist, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->typist), text != NULL);
}

static void
refresh (VotumScoringBar *self)
{
  GListModel *rounds = votum_scoring_sheet_get_rounds (self->sheet);
  GListModel *jurors = votum_scoring_sheet_get_jurors (self->sheet);
  gboolean several_rounds = g_list_model_get_n_items (rounds) > 1;
  gboolean several_jurors = g_list_model_get_n_items (jurors) > 1;
  g_autofree char *why_not = votum_scoring_sheet_why_not (self->sheet, NULL);
  g_autofree char *revote = votum_ballot_form_revote (self->sheet);
  gboolean says = why_not != NULL && *why_not != '\0';

  self->showing = TRUE;
  select_thing (self->rounds, rounds, votum_scoring_sheet_get_round (self->sheet));
  select_thing (self->jurors, jurors, votum_scoring_sheet_get_juror (self->sheet));
  self->showing = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->rounds), several_rounds);
  gtk_widget_set_visible (GTK_WIDGET (self->jurors), several_jurors);
  gtk_widget_set_visible (self->choices, several_rounds || several_jurors);
  show_typist (self);
  gtk_label_set_text (self->notice, says ? why_not : "");
  gtk_widget_set_visible (GTK_WIDGET (self->notice), says);
  gtk_label_set_text (self->revote, revote != NULL ? revote : "");
  gtk_widget_set_visible (GTK_WIDGET (self->revote), revote != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), several_rounds || several_jurors || says || revote != NULL);
}

/**
 * votum_scoring_bar_set_sheet:
 * @self: a bar
 * @sheet: whose round and juror are chosen; said once
 */
void
votum_scoring_bar_set_sheet (VotumScoringBar   *self,
                             VotumScoringSheet *sheet)
{
  g_return_if_fail (VOTUM_IS_SCORING_BAR (self) && self->sheet == NULL);

  self->sheet = g_object_ref (sheet);
  set_factory (self, self->rounds, G_CALLBACK (bind_round_cb));
  set_factory (self, self->jurors, G_CALLBACK (bind_juror_cb));
  self->showing = TRUE;
  gtk_drop_down_set_model (self->rounds, votum_scoring_sheet_get_rounds (sheet));
  gtk_drop_down_set_model (self->jurors, votum_scoring_sheet_get_jurors (sheet));
  self->showing = FALSE;
  g_signal_connect_object (sheet, "rebuilt", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
}

/**
 * votum_scoring_bar_offer_both:
 * @self: a bar
 * @offer: whether there are marks of an earlier round to show beside those of this one
 */
void
votum_scoring_bar_offer_both (VotumScoringBar *self,
                              gboolean         offer)
{
  g_return_if_fail (VOTUM_IS_SCORING_BAR (self));

  gtk_widget_set_visible (GTK_WIDGET (self->both), offer);
}

void
votum_scoring_bar_set_both (VotumScoringBar *self,
                            gboolean         both)
{
  g_return_if_fail (VOTUM_IS_SCORING_BAR (self));

  gtk_toggle_button_set_active (self->both, both);
}
