#include "votum-config.h"

#include "votum-compare-page.h"

#include <glib/gi18n.h>

#include "votum-case-charts.h"
#include "votum-case-holder.h"
#include "votum-chart-card.h"
#include "votum-format.h"
#include "votum-names.h"

struct _VotumComparePage {
  VotumStepPage   parent_instance;

  GtkStack       *stack;
  AdwStatusPage  *nothing;
  GtkLabel       *title;
  GtkDropDown    *class_choice;
  GtkDropDown    *round_choice;
  GtkLabel       *finding;
  VotumChartCard *ranking;
  VotumChartCard *profile;
  GtkWidget      *profile_child;
  GtkGrid        *figures;

  VotumStanding  *standing;    /* (nullable): what is shown */
  guint           refresh_id;
  gboolean        filling;     /* the choices are being filled, nobody has chosen */
};

G_DEFINE_FINAL_TYPE (VotumComparePage, votum_compare_page, VOTUM_TYPE_STEP_PAGE)

static VotumThing *
chosen_class (VotumComparePage *self)
{
  g_autoptr(GPtrArray) classes = votum_case_classes (votum_step_page_get_case (VOTUM_STEP_PAGE (self)));
  guint selected = gtk_drop_down_get_selected (self->class_choice);

  return classes != NULL && selected < classes->len ? g_ptr_array_index (classes, selected) : NULL;
}

static guint
chosen_round (VotumComparePage *self)
{
  guint selected = gtk_drop_down_get_selected (self->round_choice);

  return selected < self->standing->rounds->len ? selected : self->standing->last_round;
}

static void
fill_choice (GtkDropDown *choice,
             GtkStringList *names,
             guint        selected)
{
  gtk_drop_down_set_model (choice, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (choice, selected);
  gtk_widget_set_visible (GTK_WIDGET (choice), g_list_model_get_n_items (G_LIST_MODEL (names)) > 1);
}

static void
fill_classes (VotumComparePage *self)
{
  VotumDesk *desk = votum_step_page_get_desk (VOTUM_STEP_PAGE (self));
  g_autoptr(GPtrArray) classes = votum_case_classes (votum_desk_get_case (desk));
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < classes->len; i++)
    {
      VotumThing *thing = g_ptr_array_index (classes, i);

      gtk_string_list_append (names, thing != NULL ? votum_desk_text (desk, thing, VOTUM_CLASS_NAME) : "");
    }
  fill_choice (self->class_choice, names, 0);
}

static void
fill_rounds (VotumComparePage *self)
{
  VotumDesk *desk = votum_step_page_get_desk (VOTUM_STEP_PAGE (self));
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->standing->rounds->len && i <= self->standing->last_round; i++)
    {
      const char *name = votum_desk_text (desk, g_ptr_array_index (self->standing->rounds, i), VOTUM_ROUND_NAME);
      g_autofree char *number = g_strdup_printf (_("Round %u"), i + 1);

      gtk_string_list_append (names, *name != '\0' ? name : number);
    }
  fill_choice (self->round_choice, names, self->standing->last_round);
}

static void
attach (GtkGrid    *grid,
        const char *text,
        int         column,
        int         row,
        const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column < 2 ? 0 : 1);
  if (column == 0)
    gtk_label_set_xalign (GTK_LABEL (label), 1);
  if (row == 0 && column > 1)
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 12);
      gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
      gtk_widget_set_valign (label, GTK_ALIGN_END);
    }
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_hexpand (label, column == 1);
  gtk_grid_attach (grid, label, column, row, 1, 1);
}

static void
fill_row (VotumComparePage *self,
          guint             round,
          guint             entrant,
          int               row)
{
  VotumStanding *standing = self->standing;
  guint position = votum_result_position (standing->result, round, entrant);
  g_autofree char *total = votum_result_total (standing->result, round, entrant, 2);
  g_autofree char *total_text = total != NULL ? votum_format_number (total) : g_strdup ("–");
  /* TRANSLATORS: the place of a finalist in a list: "1." */
  g_autofree char *place = position > 0 ? g_strdup_printf (_("%u."), position) : g_strdup ("–");
  g_autofree char *name = votum_desk_name (votum_step_page_get_desk (VOTUM_STEP_PAGE (self)), g_ptr_array_index (standing->entrants, entrant));

  attach (self->figures, place, 0, row, "numeric");
  attach (self->figures, name, 1, row, NULL);
  attach (self->figures, total_text, 2, row, "strong-figure");
  for (guint leaf = 0; leaf < standing->leaves->len; leaf++)
    {
      g_autofree char *panel = votum_result_panel (standing->result, round, entrant, leaf, 2);
      g_autofree char *text = panel != NULL ? votum_format_number (panel) : g_strdup ("–");

      attach (self->figures, text, leaf + 3, row, "numeric");
    }
}

/* The figures in a table: the charts' text alternative for everybody. */
static void
fill_figures (VotumComparePage *self,
              guint             round)
{
  VotumDesk *desk = votum_step_page_get_desk (VOTUM_STEP_PAGE (self));
  g_autoptr(GArray) order = votum_result_order (self->standing->result, round);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->figures))) != NULL)
    gtk_grid_remove (self->figures, child);

  attach (self->figures, C_("rank", "Place"), 0, 0, "dim-label");
  attach (self->figures, _("Finalist"), 1, 0, "dim-label");
  attach (self->figures, _("Result"), 2, 0, "dim-label");
  for (guint leaf = 0; leaf < self->standing->leaves->len; leaf++)
    attach (self->figures, votum_desk_text (desk, g_ptr_array_index (self->standing->leaves, leaf), VOTUM_CRITERION_NAME), leaf + 3, 0,
            "dim-label");
  for (guint i = 0; i < order->len; i++)
    fill_row (self, round, g_array_index (order, guint, i), i + 1);
}

static void
show_round (VotumComparePage *self)
{
  VotumDesk *desk = votum_step_page_get_desk (VOTUM_STEP_PAGE (self));
  VotumCase *votum_case = votum_desk_get_case (desk);
  guint round = chosen_round (self);
  VotumChartRequest request = { .votum_case = votum_case, .standing = self->standing, .round = round, .lang = votum_desk_get_lang (desk) };
  VotumChart *ranking = votum_case_chart ("ranking", &request, NULL);
  VotumChart *profile = votum_case_chart ("profile", &request, NULL);
  g_autofree char *finding = votum_chart_finding (ranking);
  GPtrArray *log = votum_case_get_log (votum_case);
  const VotumLogEntry *last = g_ptr_array_index (log, log->len - 1);
  const char *organiser = votum_desk_text (desk, votum_case_get_award (votum_case), VOTUM_AWARD_ORGANISER);

  gtk_label_set_text (self->finding, finding);
  votum_chart_view_set_author (votum_chart_card_get_view (self->ranking), last->time, organiser);
  votum_chart_view_set_author (votum_chart_card_get_view (self->profile), last->time, organiser);
  gtk_widget_set_visible (self->profile_child, votum_chart_has_data (profile));
  votum_chart_view_set_chart (votum_chart_card_get_view (self->ranking), ranking);
  votum_chart_view_set_chart (votum_chart_card_get_view (self->profile), profile);
  fill_figures (self, round);
}

static gboolean
has_marks (VotumStanding *standing)
{
  for (guint entrant = 0; entrant < standing->entrants->len; entrant++)
    if (votum_result_position (standing->result, standing->last_round, entrant) > 0)
      return TRUE;

  return FALSE;
}

static void
show_nothing (VotumComparePage *self,
              const char       *why)
{
  adw_status_page_set_description (self->nothing, why);
  votum_names_show_only (self->stack, "nothing");
}

static void
compute (VotumComparePage *self)
{
  VotumCase *votum_case = votum_step_page_get_case (VOTUM_STEP_PAGE (self));
  guint round = gtk_drop_down_get_selected (self->round_choice);
  g_autoptr(GError) error = NULL;

  g_clear_pointer (&self->standing, votum_standing_free);
  self->standing = votum_case_compute (votum_case, chosen_class (self), NULL, &error);
  if (self->standing == NULL)
    {
      show_nothing (self, error->message);
      return;
    }
  if (!has_marks (self->standing))
    {
      show_nothing (self, _("As soon as there are enough marks for a result, it stands here as charts and figures."));
      return;
    }

  gtk_label_set_text (self->title, votum_case_sees_all (votum_case) ? _("How the Finalists Stand") : _("How the Finalists Stand by Your Own Marks"));
  self->filling = TRUE;
  fill_rounds (self);
  if (round < g_list_model_get_n_items (gtk_drop_down_get_model (self->round_choice)) && round != GTK_INVALID_LIST_POSITION)
    gtk_drop_down_set_selected (self->round_choice, round);
  self->filling = FALSE;
  show_round (self);
  votum_names_show_only (self->stack, "result");
}

static gboolean
refresh_cb (gpointer data)
{
  VotumComparePage *self = VOTUM_COMPARE_PAGE (data);

  self->refresh_id = 0;
  compute (self);

  return G_SOURCE_REMOVE;
}

/* Many changes of one moment are one computation; on a page that is not shown, none. */
static void
queue_refresh (VotumComparePage *self)
{
  if (self->refresh_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->refresh_id = g_idle_add_full (G_PRIORITY_LOW, refresh_cb, self, NULL);
}

static void
choice_cb (VotumComparePage *self)
{
  if (!self->filling)
    queue_refresh (self);
}

static void
votum_compare_page_shown (VotumStepPage *page)
{
  VotumComparePage *self = VOTUM_COMPARE_PAGE (page);
  guint selected = gtk_drop_down_get_selected (self->class_choice);

  self->filling = TRUE;
  fill_classes (self);
  if (selected < g_list_model_get_n_items (gtk_drop_down_get_model (self->class_choice)))
    gtk_drop_down_set_selected (self->class_choice, selected);
  self->filling = FALSE;
  compute (self);
}

static void
votum_compare_page_constructed (GObject *object)
{
  VotumComparePage *self = VOTUM_COMPARE_PAGE (object);

  G_OBJECT_CLASS (votum_compare_page_parent_class)->constructed (object);

  g_signal_connect_object (votum_step_page_get_case (VOTUM_STEP_PAGE (self)), "changed", G_CALLBACK (queue_refresh), self,
                           G_CONNECT_SWAPPED);
}

static void
votum_compare_page_dispose (GObject *object)
{
  VotumComparePage *self = VOTUM_COMPARE_PAGE (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_pointer (&self->standing, votum_standing_free);

  G_OBJECT_CLASS (votum_compare_page_parent_class)->dispose (object);
}

static void
votum_compare_page_class_init (VotumComparePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = votum_compare_page_constructed;
  object_class->dispose = votum_compare_page_dispose;
  VOTUM_STEP_PAGE_CLASS (klass)->shown = votum_compare_page_shown;

  g_type_ensure (VOTUM_TYPE_CHART_CARD);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-compare-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumComparePage, stack);
  gtk_widget_class_bind_template_child (widget_class, VotumComparePage, nothing);
  gtk_widget_class_bind_template_child (widget_class, VotumComparePage, title);
  gtk_widget_class_bind_template_child (widget_class, VotumComparePage, class_choice);
  gtk_widget_class_bind_template_child (widget_class, VotumComparePage, round_choice);
  gtk_widget_class_bind_template_child (widget_class, VotumComparePage, finding);
  gtk_widget_class_bind_template_child (widget_class, VotumComparePage, ranking);
  gtk_widget_class_bind_template_child (widget_class, VotumComparePage, profile);
  gtk_widget_class_bind_template_child (widget_class, VotumComparePage, profile_child);
  gtk_widget_class_bind_template_child (widget_class, VotumComparePage, figures);
  gtk_widget_class_bind_template_callback (widget_class, choice_cb);
}

static void
votum_compare_page_init (VotumComparePage *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = FALSE;
}
