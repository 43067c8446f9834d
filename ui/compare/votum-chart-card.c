#include "votum-config.h"

#include "votum-chart-card.h"

#include <glib/gi18n.h>

#include "votum-dialogs.h"

struct _VotumChartCard {
  AdwBin          parent_instance;

  VotumChartView *view;
  char           *title;
};

enum {
  PROP_0,
  PROP_TITLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VotumChartCard, votum_chart_card, ADW_TYPE_BIN)

static void
file_chosen_cb (GFile   *file,
                gpointer data)
{
  g_autoptr(VotumChartCard) self = data;
  g_autoptr(GError) error = NULL;

  if (file != NULL && !votum_chart_view_export (self->view, g_file_peek_path (file), &error))
    votum_dialogs_tell (GTK_WIDGET (self), _("The chart could not be saved"), error->message);
}

static void
export_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  VotumChartCard *self = VOTUM_CHART_CARD (widget);
  g_autofree char *name = g_strdup_printf ("%s.%s", self->title, g_variant_get_string (parameter, NULL));
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
    votum_dialogs_tell (widget, _("The chart could not be copied"), error->message);
  else
    gdk_clipboard_set_texture (gtk_widget_get_clipboard (widget), texture);
}

static void
votum_chart_card_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, VOTUM_CHART_CARD (object)->title);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
votum_chart_card_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  VotumChartCard *self = VOTUM_CHART_CARD (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_free (self->title);
      self->title = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
votum_chart_card_finalize (GObject *object)
{
  g_free (VOTUM_CHART_CARD (object)->title);

  G_OBJECT_CLASS (votum_chart_card_parent_class)->finalize (object);
}

static void
votum_chart_card_class_init (VotumChartCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = votum_chart_card_get_property;
  object_class->set_property = votum_chart_card_set_property;
  object_class->finalize = votum_chart_card_finalize;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (VOTUM_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-chart-card.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumChartCard, view);
  gtk_widget_class_install_action (widget_class, "chart.export", "s", export_action);
  gtk_widget_class_install_action (widget_class, "chart.copy", NULL, copy_action);
}

static void
votum_chart_card_init (VotumChartCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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
