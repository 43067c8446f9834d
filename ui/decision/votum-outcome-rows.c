#include "votum-config.h"

#include "votum-outcome-rows.h"

#include <glib/gi18n.h>

#include "votum-format.h"
#include "votum-words.h"

#define DECIMALS 2   /* of a result that the rule does not round */
#define AT_ONCE 24   /* rows that are made before somebody asks for the others */
#define N_PLACES 10  /* that can be decided here */

struct _VotumOutcomeRows {
  AdwPreferencesGroup parent_instance;

  VotumDesk          *desk;
  VotumStanding      *standing;   /* (nullable): there may be no marks yet */
  GPtrArray          *entrants;   /* in the order of the rows, those without one behind */
  GPtrArray          *rows;       /* of AdwComboRow, not owned */
  GtkWidget          *more;       /* (nullable): makes the other rows */
  GtkStringList      *outcomes;
  guint               n_ranked;   /* who have a result by the rule */
  guint               n_places;   /* counting the prize */
  gboolean            filling;
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VotumOutcomeRows, votum_outcome_rows, ADW_TYPE_PREFERENCES_GROUP)

/* In the order of the items of a row: nothing, the prize, the places from the second, a mention. */
enum {
  NOTHING,
  PRIZE,
};

static guint
mention_of (VotumOutcomeRows *self)
{
  return self->n_places + 1;
}

static void
changed_cb (VotumOutcomeRows *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* ---- which finalists there are ---- */

static gboolean
is_in_race (VotumThing *entrant,
            VotumThing *class)
{
  return (class == NULL || votum_thing_get_ref (entrant, VOTUM_ENTRANT_CLASS) == votum_thing_get_id (class)) &&
         votum_thing_get_choice (entrant, VOTUM_ENTRANT_STATUS) < VOTUM_ENTRANT_STATUS_WITHDRAWN;
}

/* Those of the last round by their place; then the others, who may still be mentioned. */
static void
collect (VotumOutcomeRows *self,
         VotumThing       *class)
{
  GListModel *all = votum_case_get_things (votum_desk_get_case (self->desk), VOTUM_KIND_ENTRANT);
  g_autoptr(GArray) order = self->standing != NULL ? votum_result_order (self->standing->result, self->standing->last_round) : NULL;

  g_ptr_array_set_size (self->entrants, 0);
  for (guint i = 0; order != NULL && i < order->len; i++)
    g_ptr_array_add (self->entrants, g_object_ref (g_ptr_array_index (self->standing->entrants, g_array_index (order, guint, i))));
  self->n_ranked = self->entrants->len;
  self->n_places = CLAMP (self->n_ranked, 1, N_PLACES);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr(VotumThing) entrant = g_list_model_get_item (all, i);

      if (is_in_race (entrant, class) && !g_ptr_array_find (self->entrants, entrant, NULL))
        g_ptr_array_add (self->entrants, g_steal_pointer (&entrant));
    }
}

/* "1st place by the rule · 4.95" */
static char *
say_standing (VotumOutcomeRows *self,
              VotumThing       *entrant)
{
  VotumStanding *standing = self->standing;
  guint index;
  guint position;
  g_autofree char *total = NULL;
  g_autofree char *place = NULL;
  g_autofree char *shown = NULL;

  if (self->n_ranked == 0)
    return g_strdup (_("No result by the rule yet"));
  if (!g_ptr_array_find (standing->entrants, entrant, &index))
    return g_strdup (_("Not in the last round"));
  position = votum_result_position (standing->result, standing->last_round, index);
  total = votum_result_total (standing->result, standing->last_round, index, DECIMALS);
  if (position == 0 || total == NULL)
    return g_strdup (_("Not in the last round"));
  place = votum_words_place (votum_format_lang (), position, votum_result_is_shared (standing->result, standing->last_round, index));
  shown = votum_format_number (total);

  /* TRANSLATORS: the place that follows from the marks, and the result: "1st place by the rule · 4.95" */
  return g_strdup_printf (_("%s by the rule · %s"), place, shown);
}

static gboolean
leads (VotumOutcomeRows *self,
       VotumThing       *entrant)
{
  guint index;

  return self->standing != NULL && g_ptr_array_find (self->standing->entrants, entrant, &index) &&
         votum_result_position (self->standing->result, self->standing->last_round, index) == 1;
}

/* ---- rows ---- */

static guint
outcome_of (VotumOutcomeRows        *self,
            const VotumDecisionPlan *plan,
            VotumThing              *entrant)
{
  guint place = votum_decision_plan_get_place (plan, entrant);

  if (g_ptr_array_find (plan->winners, entrant, NULL))
    return PRIZE;
  if (place >= 2)
    return MIN (place, self->n_places);

  return g_ptr_array_find (plan->mentions, entrant, NULL) ? mention_of (self) : NOTHING;
}

static void
add_row (VotumOutcomeRows *self,
         VotumThing       *entrant,
         guint             outcome)
{
  g_autofree char *name = votum_desk_name (self->desk, entrant);
  g_autofree char *standing = say_standing (self, entrant);
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), standing);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (self->outcomes));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), outcome);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
drop_more (VotumOutcomeRows *self)
{
  if (self->more != NULL)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->more);
  self->more = NULL;
}

static void
more_cb (VotumOutcomeRows *self)
{
  guint first = self->rows->len;

  drop_more (self);
  for (guint i = first; i < self->entrants->len; i++)
    add_row (self, g_ptr_array_index (self->entrants, i), NOTHING);
  if (first < self->rows->len)
    gtk_widget_grab_focus (g_ptr_array_index (self->rows, first));
}

static void
add_more (VotumOutcomeRows *self)
{
  guint n = self->entrants->len - self->rows->len;
  g_autofree char *label = g_strdup_printf (ngettext ("Show _One More Finalist", "Show _%u More Finalists", n), n);

  self->more = gtk_button_new_with_mnemonic (label);
  gtk_widget_set_margin_top (self->more, 12);
  gtk_widget_set_halign (self->more, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->more, "clicked", G_CALLBACK (more_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->more);
}

static void
fill_outcomes (VotumOutcomeRows *self)
{
  g_clear_object (&self->outcomes);
  self->outcomes = gtk_string_list_new (NULL);
  gtk_string_list_append (self->outcomes, "—");
  gtk_string_list_append (self->outcomes, _("Gets the prize"));
  for (guint i = 2; i <= self->n_places; i++)
    {
      g_autofree char *place = votum_words_place (votum_format_lang (), i, FALSE);

      gtk_string_list_append (self->outcomes, place);
    }
  gtk_string_list_append (self->outcomes, _("Honourable mention"));
}

/* Whoever gets something has a row from the beginning. */
static void
put_honoured_first (VotumOutcomeRows        *self,
                    const VotumDecisionPlan *plan)
{
  for (guint i = AT_ONCE; i < self->entrants->len; i++)
    if (outcome_of (self, plan, g_ptr_array_index (self->entrants, i)) != NOTHING)
      {
        VotumThing *entrant = g_ptr_array_steal_index (self->entrants, i);

        g_ptr_array_insert (self->entrants, 0, entrant);
      }
}

/**
 * votum_outcome_rows_fill:
 * @self: the rows
 * @desk: a desk
 * @class: (nullable): the class it is about
 * @plan: what is decided
 * @decided: whether anything is; else whoever leads by the rule is proposed
 */
void
votum_outcome_rows_fill (VotumOutcomeRows        *self,
                         VotumDesk               *desk,
                         VotumThing              *class,
                         const VotumDecisionPlan *plan,
                         gboolean                 decided)
{
  g_set_object (&self->desk, desk);
  self->filling = TRUE;
  drop_more (self);
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->standing, votum_standing_free);
  self->standing = votum_case_compute (votum_desk_get_case (desk), class, NULL, NULL);
  collect (self, class);
  fill_outcomes (self);
  put_honoured_first (self, plan);
  for (guint i = 0; i < MIN (self->entrants->len, AT_ONCE); i++)
    {
      VotumThing *entrant = g_ptr_array_index (self->entrants, i);

      add_row (self, entrant, decided ? outcome_of (self, plan, entrant) : leads (self, entrant) ? PRIZE : NOTHING);
    }
  if (self->entrants->len > self->rows->len)
    add_more (self);
  self->filling = FALSE;
}

/**
 * votum_outcome_rows_read:
 * @self: the rows
 * @plan: what gets what they say
 */
void
votum_outcome_rows_read (VotumOutcomeRows  *self,
                         VotumDecisionPlan *plan)
{
  votum_decision_plan_set_places (plan);
  for (guint i = 0; i < self->rows->len; i++)
    {
      VotumThing *entrant = g_ptr_array_index (self->entrants, i);
      guint outcome = adw_combo_row_get_selected (g_ptr_array_index (self->rows, i));

      if (outcome == PRIZE)
        g_ptr_array_add (plan->winners, g_object_ref (entrant));
      else if (outcome == mention_of (self))
        g_ptr_array_add (plan->mentions, g_object_ref (entrant));
      else if (outcome > PRIZE && outcome <= self->n_places)
        votum_decision_plan_add_place (plan, entrant, outcome);
    }
}

void
votum_outcome_rows_grab (VotumOutcomeRows *self)
{
  if (self->rows->len > 0)
    gtk_widget_grab_focus (g_ptr_array_index (self->rows, 0));
}

static void
votum_outcome_rows_dispose (GObject *object)
{
  VotumOutcomeRows *self = VOTUM_OUTCOME_ROWS (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->outcomes);
  g_clear_pointer (&self->standing, votum_standing_free);

  G_OBJECT_CLASS (votum_outcome_rows_parent_class)->dispose (object);
}

static void
votum_outcome_rows_finalize (GObject *object)
{
  VotumOutcomeRows *self = VOTUM_OUTCOME_ROWS (object);

  g_ptr_array_unref (self->entrants);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (votum_outcome_rows_parent_class)->finalize (object);
}

static void
votum_outcome_rows_class_init (VotumOutcomeRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = votum_outcome_rows_dispose;
  G_OBJECT_CLASS (klass)->finalize = votum_outcome_rows_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
votum_outcome_rows_init (VotumOutcomeRows *self)
{
  self->entrants = g_ptr_array_new_with_free_func (g_object_unref);
  self->rows = g_ptr_array_new ();
}
