#include "votum-step-page.h"

typedef struct {
  VotumDesk *desk;
  GtkWidget *header_end;
} VotumStepPagePrivate;

enum {
  PROP_0,
  PROP_DESK,
  PROP_HEADER_END,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (VotumStepPage, votum_step_page, ADW_TYPE_BIN)

static void
votum_step_page_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  VotumStepPagePrivate *priv = votum_step_page_get_instance_private (VOTUM_STEP_PAGE (object));

  switch (prop_id)
    {
    case PROP_DESK:
      g_value_set_object (value, priv->desk);
      break;
    case PROP_HEADER_END:
      g_value_set_object (value, priv->header_end);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
votum_step_page_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  VotumStepPagePrivate *priv = votum_step_page_get_instance_private (VOTUM_STEP_PAGE (object));

  switch (prop_id)
    {
    case PROP_DESK:
      priv->desk = g_value_dup_object (value);
      break;
    case PROP_HEADER_END:
      votum_step_page_set_header_end (VOTUM_STEP_PAGE (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
votum_step_page_dispose (GObject *object)
{
  VotumStepPagePrivate *priv = votum_step_page_get_instance_private (VOTUM_STEP_PAGE (object));

  g_clear_object (&priv->header_end);

  G_OBJECT_CLASS (votum_step_page_parent_class)->dispose (object);
}

static void
votum_step_page_finalize (GObject *object)
{
  VotumStepPagePrivate *priv = votum_step_page_get_instance_private (VOTUM_STEP_PAGE (object));

  g_clear_object (&priv->desk);

  G_OBJECT_CLASS (votum_step_page_parent_class)->finalize (object);
}

static void
votum_step_page_class_init (VotumStepPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = votum_step_page_get_property;
  object_class->set_property = votum_step_page_set_property;
  object_class->dispose = votum_step_page_dispose;
  object_class->finalize = votum_step_page_finalize;

  properties[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, VOTUM_TYPE_DESK,
                                               G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_HEADER_END] = g_param_spec_object ("header-end", NULL, NULL, GTK_TYPE_WIDGET,
                                                     G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
votum_step_page_init (VotumStepPage *self)
{
}

VotumDesk *
votum_step_page_get_desk (VotumStepPage *self)
{
  VotumStepPagePrivate *priv = votum_step_page_get_instance_private (self);

  g_return_val_if_fail (VOTUM_IS_STEP_PAGE (self), NULL);

  return priv->desk;
}

VotumCase *
votum_step_page_get_case (VotumStepPage *self)
{
  return votum_desk_get_case (votum_step_page_get_desk (self));
}

/**
 * votum_step_page_get_header_end:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the page's own buttons, which the window shows in the header bar
 */
GtkWidget *
votum_step_page_get_header_end (VotumStepPage *self)
{
  VotumStepPagePrivate *priv = votum_step_page_get_instance_private (self);

  g_return_val_if_fail (VOTUM_IS_STEP_PAGE (self), NULL);

  return priv->header_end;
}

void
votum_step_page_set_header_end (VotumStepPage *self,
                           GtkWidget *header_end)
{
  VotumStepPagePrivate *priv = votum_step_page_get_instance_private (self);

  g_return_if_fail (VOTUM_IS_STEP_PAGE (self));

  if (priv->header_end == header_end)
    return;
  g_clear_object (&priv->header_end);
  if (header_end != NULL)
    priv->header_end = g_object_ref_sink (header_end);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HEADER_END]);
}

void
votum_step_page_shown (VotumStepPage *self)
{
  g_return_if_fail (VOTUM_IS_STEP_PAGE (self));

  if (VOTUM_STEP_PAGE_GET_CLASS (self)->shown != NULL)
    VOTUM_STEP_PAGE_GET_CLASS (self)->shown (self);
}

void
votum_step_page_go (VotumStepPage  *self,
               VotumThing *thing)
{
  g_return_if_fail (VOTUM_IS_STEP_PAGE (self));

  if (VOTUM_STEP_PAGE_GET_CLASS (self)->go != NULL)
    VOTUM_STEP_PAGE_GET_CLASS (self)->go (self, thing);
}

gboolean
votum_step_page_search (VotumStepPage *self)
{
  g_return_val_if_fail (VOTUM_IS_STEP_PAGE (self), FALSE);

  return VOTUM_STEP_PAGE_GET_CLASS (self)->search != NULL && VOTUM_STEP_PAGE_GET_CLASS (self)->search (self);
}
