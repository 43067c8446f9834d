#include "votum-config.h"

#include "votum-ballot-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "votum-ballot-form.h"
#include "votum-evidence-pane.h"
#include "votum-rank-list.h"
#include "votum-scoring-commands.h"
#include "votum-split.h"
#include "votum-vote-list.h"

struct _VotumBallotView {
  GtkWidget          parent_instance;

  VotumSplit        *split;
  VotumEvidencePane *evidence;
  GtkLabel          *title;
  GtkBox            *parts;
  GtkLabel          *hint;
  GtkLabel          *news;

  VotumScoringSheet *sheet;
  GPtrArray         *lists;     /* of VotumRankList or VotumVoteList, of a class each; the widgets hold them */
  GPtrArray         *states;    /* of GtkLabel, what is left in each */
  GPtrArray         *classes;   /* of VotumThing (nullable) */
  VotumThing        *entrant;   /* (nullable): the one that is looked at */
  guint              evidence_id;
};

enum {
  PROP_SHOW_EVIDENCE = 1,
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VotumBallotView, votum_ballot_view, GTK_TYPE_WIDGET)

/* ---- what lies beside ---- */

/* Going through finalists is many changes in one moment: what lies beside them is looked up once. */
static gboolean
show_evidence_cb (gpointer data)
{
  VotumBallotView *self = VOTUM_BALLOT_VIEW (data);
  GPtrArray *items = votum_scoring_sheet_get_items (self->sheet, self->entrant);
  VotumScoringItem *item = items->len > 0 ? g_ptr_array_index (items, 0) : NULL;

  self->evidence_id = 0;
  votum_evidence_pane_show (self->evidence, item != NULL ? self->entrant : NULL, item != NULL ? item->criterion : NULL);

  return G_SOURCE_REMOVE;
}

static void
choose (VotumBallotView *self,
        VotumThing      *entrant)
{
  g_set_object (&self->entrant, entrant);
  if (self->evidence_id == 0)
    self->evidence_id = g_idle_add (show_evidence_cb, self);
}

static void
chosen_cb (VotumBallotView *self,
           VotumThing      *entrant)
{
  if (entrant != self->entrant)
    choose (self, entrant);
}

static void
news_cb (VotumBallotView *self,
         const char      *news)
{
  gtk_label_set_text (self->news, news);
  gtk_widget_set_visible (GTK_WIDGET (self->news), *news != '\0');
}

/* ---- what it shows ---- */

static void
refresh (VotumBallotView *self)
{
  for (guint i = 0; i < self->lists->len; i++)
    {
      GtkWidget *list = g_ptr_array_index (self->lists, i);
      g_autofree char *state = votum_ballot_form_state (self->sheet, g_ptr_array_index (self->classes, i));

      if (VOTUM_IS_RANK_LIST (list))
        votum_rank_list_refresh (VOTUM_RANK_LIST (list));
      else
        votum_vote_list_refresh (VOTUM_VOTE_LIST (list));
      gtk_label_set_text (g_ptr_array_index (self->states, i), state);
      gtk_widget_set_visible (g_ptr_array_index (self->states, i), *state != '\0');
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
marked_cb (VotumBallotView *self)
{
  if (self->lists->len > 0)
    refresh (self);
}

static GtkWidget *
add_label (VotumBallotView *self,
           GtkWidget       *box,
           const char      *text,
           const char      *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

static GtkWidget *
make_list (VotumBallotView *self,
           VotumThing      *class_thing)
{
  GtkWidget *list = votum_ballot_form (self->sheet) == VOTUM_BALLOT_FORM_PLACES ? votum_rank_list_new (self->sheet, class_thing)
                                                                               : votum_vote_list_new (self->sheet, class_thing);

  g_signal_connect_object (list, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "news", G_CALLBACK (news_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->lists, list);

  return list;
}

/* Who is recused is said where the finalist is missed. */
static void
add_left_out (VotumBallotView *self,
              GtkWidget       *box,
              VotumThing      *class_thing)
{
  g_autofree char *words = votum_ballot_form_left_out (self->sheet, class_thing);
  GtkWidget *card, *icon, *label;

  if (words == NULL)
    return;
  card = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  icon = gtk_image_new_from_icon_name ("action-unavailable-symbolic");
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (card), icon);
  label = add_label (self, card, words, NULL);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "padded");
  gtk_box_append (GTK_BOX (box), card);
}

static void
add_part (VotumBallotView *self,
          VotumThing      *class_thing,
          gboolean         named)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  g_autofree char *ask = votum_ballot_form_ask (self->sheet, class_thing);

  if (named && class_thing != NULL)
    {
      g_autofree char *name = votum_desk_name (votum_scoring_sheet_get_desk (self->sheet), class_thing);

      add_label (self, box, name, "heading");
    }
  add_label (self, box, ask, NULL);
  g_ptr_array_add (self->states, add_label (self, box, "", "heading"));
  gtk_box_append (GTK_BOX (box), make_list (self, class_thing));
  add_left_out (self, box, class_thing);
  g_ptr_array_add (self->classes, class_thing);
  gtk_box_append (self->parts, box);
}

/**
 * votum_ballot_view_clear:
 * @self: a view
 *
 * Forgets what it shows: the round asks for marks, or for nothing.
 */
void
votum_ballot_view_clear (VotumBallotView *self)
{
  GtkWidget *child;

  g_return_if_fail (VOTUM_IS_BALLOT_VIEW (self));

  g_ptr_array_set_size (self->lists, 0);
  g_ptr_array_set_size (self->states, 0);
  g_ptr_array_set_size (self->classes, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->parts))) != NULL)
    gtk_box_remove (self->parts, child);
}

/**
 * votum_ballot_view_rebuild:
 * @self: a view
 *
 * Shows the round, the juror and the finalists of its sheet.
 */
void
votum_ballot_view_rebuild (VotumBallotView *self)
{
  g_autoptr(GPtrArray) classes = votum_ballot_form_classes (self->sheet);
  g_autofree char *name = votum_desk_name (votum_scoring_sheet_get_desk (self->sheet), votum_scoring_sheet_get_round (self->sheet));
  g_autofree char *keys = votum_ballot_form_keys (self->sheet);
  g_autofree char *why_not = votum_scoring_sheet_why_not (self->sheet, NULL);
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  g_autoptr(VotumThing) kept = self->entrant != NULL ? g_object_ref (self->entrant) : NULL;

  g_return_if_fail (VOTUM_IS_BALLOT_VIEW (self));

  votum_ballot_view_clear (self);
  gtk_label_set_text (self->title, name);
  gtk_label_set_text (self->hint, keys);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), why_not == NULL);
  news_cb (self, "");
  for (guint i = 0; i < classes->len; i++)
    add_part (self, g_ptr_array_index (classes, i), classes->len > 1);
  refresh (self);
  if (kept == NULL || !g_list_store_find (G_LIST_STORE (votum_scoring_sheet_get_entrants (self->sheet)), kept, NULL))
    {
      g_autoptr(VotumThing) first = g_list_model_get_item (votum_scoring_sheet_get_entrants (self->sheet), 0);

      choose (self, first);
    }
  else
    {
      choose (self, kept);
    }
  if (had_focus)
    votum_ballot_view_grab (self, kept);
}

/* ---- as a widget ---- */

static void
show_evidence_changed_cb (VotumBallotView *self)
{
  g_object_notify (G_OBJECT (self), "show-evidence");
}

static void
votum_ballot_view_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  g_value_set_boolean (value, votum_split_get_show_sidebar (VOTUM_BALLOT_VIEW (object)->split));
}

static void
votum_ballot_view_set_property (GObject      *object,
                                guint         property_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  votum_split_set_show_sidebar (VOTUM_BALLOT_VIEW (object)->split, g_value_get_boolean (value));
}

static void
votum_ballot_view_dispose (GObject *object)
{
  VotumBallotView *self = VOTUM_BALLOT_VIEW (object);
  GtkWidget *child;

  g_clear_handle_id (&self->evidence_id, g_source_remove);
  g_ptr_array_set_size (self->lists, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->sheet);
  g_clear_object (&self->entrant);

  G_OBJECT_CLASS (votum_ballot_view_parent_class)->dispose (object);
}

static void
votum_ballot_view_finalize (GObject *object)
{
  VotumBallotView *self = VOTUM_BALLOT_VIEW (object);

  g_ptr_array_unref (self->lists);
  g_ptr_array_unref (self->states);
  g_ptr_array_unref (self->classes);

  G_OBJECT_CLASS (votum_ballot_view_parent_class)->finalize (object);
}

static void
votum_ballot_view_class_init (VotumBallotViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = votum_ballot_view_get_property;
  object_class->set_property = votum_ballot_view_set_property;
  object_class->dispose = votum_ballot_view_dispose;
  object_class->finalize = votum_ballot_view_finalize;

  g_object_class_install_property (object_class, PROP_SHOW_EVIDENCE,
                                   g_param_spec_boolean ("show-evidence", NULL, NULL, TRUE,
                                                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY));
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (VOTUM_TYPE_EVIDENCE_PANE);
  g_type_ensure (VOTUM_TYPE_SPLIT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-ballot-view.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumBallotView, split);
  gtk_widget_class_bind_template_child (widget_class, VotumBallotView, evidence);
  gtk_widget_class_bind_template_child (widget_class, VotumBallotView, title);
  gtk_widget_class_bind_template_child (widget_class, VotumBallotView, parts);
  gtk_widget_class_bind_template_child (widget_class, VotumBallotView, hint);
  gtk_widget_class_bind_template_child (widget_class, VotumBallotView, news);
}

static void
votum_ballot_view_init (VotumBallotView *self)
{
  self->lists = g_ptr_array_new ();
  self->states = g_ptr_array_new ();
  self->classes = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->split, "notify::show-sidebar", G_CALLBACK (show_evidence_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * votum_ballot_view_set_sheet:
 * @self: a view
 * @sheet: whose ballot it shows; said once
 */
void
votum_ballot_view_set_sheet (VotumBallotView   *self,
                             VotumScoringSheet *sheet)
{
  g_return_if_fail (VOTUM_IS_BALLOT_VIEW (self) && self->sheet == NULL);

  self->sheet = g_object_ref (sheet);
  votum_evidence_pane_set_sheet (self->evidence, sheet);
  g_signal_connect_object (sheet, "marked", G_CALLBACK (marked_cb), self, G_CONNECT_SWAPPED);
}

/**
 * votum_ballot_view_grab:
 * @self: a view
 * @entrant: (nullable): a finalist; %NULL for where something is left to do, else the first
 *
 * Returns: whether the finalist has the focus now
 */
gboolean
votum_ballot_view_grab (VotumBallotView *self,
                        VotumThing      *entrant)
{
  g_return_val_if_fail (VOTUM_IS_BALLOT_VIEW (self), FALSE);

  for (guint i = 0; i < self->lists->len; i++)
    {
      GtkWidget *list = g_ptr_array_index (self->lists, i);

      if (VOTUM_IS_RANK_LIST (list) ? votum_rank_list_grab (VOTUM_RANK_LIST (list), entrant) : votum_vote_list_grab (VOTUM_VOTE_LIST (list), entrant))
        return TRUE;
    }

  return FALSE;
}

/**
 * votum_ballot_view_next:
 * @self: a view
 *
 * Goes on to what is left to do.
 */
void
votum_ballot_view_next (VotumBallotView *self)
{
  g_return_if_fail (VOTUM_IS_BALLOT_VIEW (self));

  for (guint i = 0; i < self->lists->len; i++)
    {
      GtkWidget *list = g_ptr_array_index (self->lists, i);

      if (VOTUM_IS_RANK_LIST (list) ? votum_rank_list_next (VOTUM_RANK_LIST (list)) : votum_vote_list_next (VOTUM_VOTE_LIST (list)))
        return;
    }
}

VotumThing *
votum_ballot_view_get_entrant (VotumBallotView *self)
{
  g_return_val_if_fail (VOTUM_IS_BALLOT_VIEW (self), NULL);

  return self->entrant;
}
