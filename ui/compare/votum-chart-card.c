#include "votum-config.h"

#include "votum-chart-card.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-behind.h"
#include "votum-compare-work.h"
#include "votum-dialogs.h"

struct _VotumChartCard {
  AdwBin            parent_instance;

  GtkLabel         *title;
  GtkSpinner       *spinner;
  GtkDropDown      *criterion;
  GtkWidget        *menu_button;
  GtkLabel         *sentence;
  VotumChartView   *view;
  GtkLabel         *words;

  VotumCompareKind  kind;
  VotumCompareLook *look;
  GCancellable     *work;     /* (nullable): the chart that is being worked out */
  GtkWidget        *behind;   /* (nullable): the popover with what lies behind a point */
  int               came_from;  /* the point from which the keyboard went there, -1: the pointer did */
  guint             return_id;
  gboolean          filling;  /* the criteria are being filled, nobody has chosen */
};

G_DEFINE_FINAL_TYPE (VotumChartCard, votum_chart_card, ADW_TYPE_BIN)

/* ---- what can be done with it ---- */

static void
file_chosen_cb (GFile   *file,
                gpointer data)
{
  g_autoptr(VotumChartCard) self = data;
  g_autoptr(GError) error = NULL;

  if (file == NULL)
    return;
  if (votum_chart_view_export (self->view, g_file_peek_path (file), &error))
    {
      g_autofree char *name = g_file_get_basename (file);

      votum_desk_toast (votum_compare_look_get_desk (self->look), FALSE, _("“%s” has been saved"), name);
    }
  else
    {
      votum_dialogs_tell (GTK_WIDGET (self), _("The chart could not be saved"), error->message);
    }
}

static void
export_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  VotumChartCard *self = VOTUM_CHART_CARD (widget);
  g_autofree char *name = g_strdup_printf ("%s.%s", _(self->kind.title), g_variant_get_string (parameter, NULL));
  const VotumFileChoice choice = { .title = _("Save the Chart"), .accept = _("_Save"), .save = TRUE, .suggested = name };

  votum_dialogs_choose_file (widget, &choice, file_chosen_cb, g_object_ref (self));
}

static void
copy_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  VotumChartCard *self = VOTUM_CHART_CARD (widget);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = votum_chart_view_to_png (self->view, &error);
  g_autoptr(GdkTexture) texture = bytes != NULL ? gdk_texture_new_from_bytes (bytes, &error) : NULL;

  if (texture == NULL)
    {
      votum_dialogs_tell (widget, _("The chart could not be copied"), error->message);
      return;
    }
  gdk_clipboard_set_texture (gtk_widget_get_clipboard (widget), texture);
  votum_desk_toast (votum_compare_look_get_desk (self->look), FALSE, _("The picture has been copied"));
}

static void
show_words (VotumChartCard *self)
{
  VotumChart *chart = votum_chart_view_get_chart (self->view);
  g_autofree char *text = NULL;

  if (!gtk_widget_get_visible (GTK_WIDGET (self->words)))
    return;
  text = chart != NULL ? votum_chart_describe (chart) : NULL;
  gtk_label_set_text (self->words, text != NULL ? text : "");
}

static void
describe_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  VotumChartCard *self = VOTUM_CHART_CARD (widget);

  gtk_widget_set_visible (GTK_WIDGET (self->words), !gtk_widget_get_visible (GTK_WIDGET (self->words)));
  show_words (self);
}

/* ---- what lies behind a point ---- */

static gboolean
return_cb (gpointer data)
{
  VotumChartCard *self = VOTUM_CHART_CARD (data);

  self->return_id = 0;
  votum_chart_view_focus_point (self->view, self->came_from);
  self->came_from = -1;

  return G_SOURCE_REMOVE;
}

/* Back to the point, once GTK has found a place for the focus by itself. */
static void
behind_closed_cb (VotumChartCard *self)
{
  if (self->came_from >= 0 && self->return_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->return_id = g_idle_add (return_cb, self);
}

static void
activated_cb (VotumChartCard       *self,
              const VotumChartSpot *spot)
{
  GdkRectangle place;
  double x, y;

  if (spot->entrant < 0 && spot->criterion < 0 && spot->juror < 0)
    return;
  if (self->behind == NULL)
    {
      self->behind = gtk_popover_new ();
      gtk_widget_set_parent (self->behind, GTK_WIDGET (self));
      g_signal_connect_object (self->behind, "closed", G_CALLBACK (behind_closed_cb), self, G_CONNECT_SWAPPED);
    }
  gtk_widget_translate_coordinates (GTK_WIDGET (self->view), GTK_WIDGET (self), spot->x, spot->y, &x, &y);
  place = (GdkRectangle) { (int) x, (int) y, MAX (1, (int) spot->width), MAX (1, (int) spot->height) };
  self->came_from = votum_chart_view_get_focused_point (self->view);
  gtk_popover_set_child (GTK_POPOVER (self->behind), votum_behind_new (self->look, spot));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->behind), GTK_ACCESSIBLE_PROPERTY_LABEL, spot->text, -1);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->behind), &place);
  gtk_popover_popup (GTK_POPOVER (self->behind));
}

/* ---- the chart ---- */

/* The criteria that have values, and before them the one that says most. */
static void
fill_criteria (VotumChartCard *self)
{
  VotumDesk *desk = votum_compare_look_get_desk (self->look);
  GPtrArray *leaves = votum_compare_look_get_standing (self->look)->leaves;
  GListModel *old = gtk_drop_down_get_model (self->criterion);
  g_autoptr(GtkStringList) model = gtk_string_list_new (NULL);
  guint selected = gtk_drop_down_get_selected (self->criterion);
  gboolean same;

  gtk_string_list_append (model, strcmp (self->kind.chart->name, "strip") == 0 ? _("All Criteria") : _("The One That Matters Most"));
  for (guint i = 0; i < leaves->len; i++)
    gtk_string_list_append (model, votum_desk_text (desk, g_ptr_array_index (leaves, i), VOTUM_CRITERION_NAME));
  same = old != NULL && g_list_model_get_n_items (old) == g_list_model_get_n_items (G_LIST_MODEL (model));
  for (guint i = 0; same && i < g_list_model_get_n_items (old); i++)
    same = strcmp (gtk_string_list_get_string (GTK_STRING_LIST (old), i), gtk_string_list_get_string (model, i)) == 0;
  if (same)
    return;

  self->filling = TRUE;
  gtk_drop_down_set_model (self->criterion, G_LIST_MODEL (model));
  gtk_drop_down_set_selected (self->criterion, old != NULL && selected <= leaves->len ? selected : 0);
  gtk_widget_set_visible (GTK_WIDGET (self->criterion), leaves->len > 1);
  self->filling = FALSE;
}

static void
init_request (VotumChartCard    *self,
              VotumChartRequest *request)
{
  VotumDesk *desk = votum_compare_look_get_desk (self->look);
  VotumStanding *standing = votum_compare_look_get_standing (self->look);
  guint selected = gtk_drop_down_get_selected (self->criterion);

  *request = (VotumChartRequest) { .votum_case = votum_desk_get_case (desk), .standing = standing,
                                   .round = votum_compare_look_get_round (self->look), .lang = votum_desk_get_lang (desk) };
  /* the first choice is the criterion that says most */
  if (gtk_widget_get_visible (GTK_WIDGET (self->criterion)) && selected > 0 && selected <= standing->leaves->len)
    request->criterion = g_ptr_array_index (standing->leaves, selected - 1);
}

static void
show_sentence (VotumChartCard *self,
               const char     *text)
{
  gtk_label_set_text (self->sentence, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->sentence), text != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->view), text == NULL);
  gtk_widget_set_visible (self->menu_button, text == NULL);
}

static void
set_author (VotumChartCard *self)
{
  VotumDesk *desk = votum_compare_look_get_desk (self->look);
  VotumCase *votum_case = votum_desk_get_case (desk);
  GPtrArray *log = votum_case_get_log (votum_case);
  const VotumLogEntry *last = g_ptr_array_index (log, log->len - 1);

  votum_chart_view_set_author (self->view, last->time, votum_desk_text (desk, votum_case_get_award (votum_case), VOTUM_AWARD_ORGANISER));
}

static void
take_chart (VotumChartCard *self,
            VotumChart     *chart,
            GError         *error)
{
  if (chart == NULL)
    {
      show_sentence (self, error->message);
      return;
    }
  set_author (self);
  votum_chart_view_set_chart (self->view, chart);
  show_sentence (self, NULL);
  show_words (self);
}

static void
stop_work (VotumChartCard *self)
{
  if (self->work != NULL)
    g_cancellable_cancel (self->work);
  g_clear_object (&self->work);
  gtk_spinner_stop (self->spinner);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), FALSE);
}

static void
worked_out_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr(VotumChartCard) self = data;
  g_autoptr(GError) error = NULL;
  VotumChart *chart = votum_compare_work_chart_finish (result, &error);

  /* a newer one is on its way, or nobody waits any more */
  if (self->work == NULL || g_task_get_cancellable (G_TASK (result)) != self->work)
    {
      g_clear_pointer (&chart, votum_chart_unref);
      return;
    }
  stop_work (self);
  take_chart (self, chart, error);
}

/**
 * votum_chart_card_update:
 * @self: a card
 *
 * Draws the chart of what is looked at now, or says why there is none. What takes long is worked out beside the window; the chart
 * there was stays until then.
 */
void
votum_chart_card_update (VotumChartCard *self)
{
  VotumChartRequest request;
  g_autoptr(GError) error = NULL;

  g_return_if_fail (VOTUM_IS_CHART_CARD (self));

  if (votum_compare_look_get_standing (self->look) == NULL)
    return;
  if ((self->kind.flags & VOTUM_COMPARE_CRITERION) != 0)
    fill_criteria (self);
  init_request (self, &request);
  if ((self->kind.flags & VOTUM_COMPARE_SLOW) == 0)
    {
      VotumChart *chart = self->kind.chart->build (&request, &error);

      take_chart (self, chart, error);
      return;
    }

  stop_work (self);
  self->work = g_cancellable_new ();
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), TRUE);
  gtk_spinner_start (self->spinner);
  votum_compare_work_chart (self->kind.chart, &request, self->work, worked_out_cb, g_object_ref (self));
}

/**
 * votum_chart_card_try:
 * @self: a card of a ranking
 *
 * Draws what would follow from the weights that are on trial, until it is worked out.
 */
void
votum_chart_card_try (VotumChartCard *self)
{
  VotumWhatIf *model = votum_compare_look_get_model (self->look);
  VotumTrial *trial = votum_compare_look_get_trial (self->look);
  g_autoptr(GArray) weights = NULL;
  VotumChartRequest request;

  g_return_if_fail (VOTUM_IS_CHART_CARD (self));

  if (model == NULL || trial == NULL)
    return;
  weights = votum_trial_leaves (trial);
  if (weights->len != votum_what_if_n_leaves (model))
    return;
  init_request (self, &request);
  take_chart (self, votum_case_chart_tried (&request, model, (const double *) (gpointer) weights->data), NULL);
}

static void
criterion_cb (VotumChartCard *self)
{
  if (!self->filling && self->look != NULL)
    votum_chart_card_update (self);
}

/**
 * votum_chart_card_has_data:
 * @self: a card that has been updated
 *
 * Returns: whether there is something to be seen, not only a sentence
 */
gboolean
votum_chart_card_has_data (VotumChartCard *self)
{
  VotumChart *chart = votum_chart_view_get_chart (self->view);

  return gtk_widget_get_visible (GTK_WIDGET (self->view)) && chart != NULL && votum_chart_has_data (chart);
}

/**
 * votum_chart_card_get_view:
 * @self: a card
 *
 * Returns: (transfer none): its chart
 */
VotumChartView *
votum_chart_card_get_view (VotumChartCard *self)
{
  g_return_val_if_fail (VOTUM_IS_CHART_CARD (self), NULL);

  return self->view;
}

const VotumCompareKind *
votum_chart_card_get_kind (VotumChartCard *self)
{
  return &self->kind;
}

static void
votum_chart_card_dispose (GObject *object)
{
  VotumChartCard *self = VOTUM_CHART_CARD (object);

  if (self->work != NULL)
    g_cancellable_cancel (self->work);
  g_clear_object (&self->work);
  g_clear_handle_id (&self->return_id, g_source_remove);
  g_clear_pointer (&self->behind, gtk_widget_unparent);
  g_clear_object (&self->look);

  G_OBJECT_CLASS (votum_chart_card_parent_class)->dispose (object);
}

static void
votum_chart_card_class_init (VotumChartCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_chart_card_dispose;

  g_type_ensure (VOTUM_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-chart-card.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumChartCard, title);
  gtk_widget_class_bind_template_child (widget_class, VotumChartCard, spinner);
  gtk_widget_class_bind_template_child (widget_class, VotumChartCard, criterion);
  gtk_widget_class_bind_template_child (widget_class, VotumChartCard, menu_button);
  gtk_widget_class_bind_template_child (widget_class, VotumChartCard, sentence);
  gtk_widget_class_bind_template_child (widget_class, VotumChartCard, view);
  gtk_widget_class_bind_template_child (widget_class, VotumChartCard, words);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, criterion_cb);
  gtk_widget_class_install_action (widget_class, "chart.export", "s", export_action);
  gtk_widget_class_install_action (widget_class, "chart.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "chart.describe", NULL, describe_action);
}

static void
votum_chart_card_init (VotumChartCard *self)
{
  self->came_from = -1;
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = FALSE;
  /* it would lie over the first entry of the menu */
  g_object_bind_property (gtk_menu_button_get_popover (GTK_MENU_BUTTON (self->menu_button)), "visible", self->menu_button, "has-tooltip",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
}

/**
 * votum_chart_card_new:
 * @kind: which chart
 * @look: what is looked at
 *
 * Returns: a card, which is empty until it is updated
 */
GtkWidget *
votum_chart_card_new (const VotumCompareKind *kind,
                      VotumCompareLook       *look)
{
  VotumChartCard *self = g_object_new (VOTUM_TYPE_CHART_CARD, NULL);

  self->kind = *kind;
  self->look = g_object_ref (look);
  gtk_label_set_text (self->title, _(kind->title));

  return GTK_WIDGET (self);
}
