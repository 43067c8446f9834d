#include "votum-config.h"

#include "votum-gradual.h"

/* What is in sight in a window of usual size, and what more a frame has time for. */
#define N_FIRST 10
#define N_MORE 3

struct _VotumGradual {
  GObject            parent_instance;

  GtkSliceListModel *slice;
  GtkWidget         *widget;  /* weak */
  guint              n_rows;  /* as many as the widget makes at most */
  guint              tick_id;
};

G_DEFINE_FINAL_TYPE (VotumGradual, votum_gradual, G_TYPE_OBJECT)

static void
stop (VotumGradual *self)
{
  if (self->tick_id != 0 && self->widget != NULL)
    gtk_widget_remove_tick_callback (self->widget, self->tick_id);
  self->tick_id = 0;
}

static void
votum_gradual_dispose (GObject *object)
{
  VotumGradual *self = VOTUM_GRADUAL (object);

  stop (self);
  g_clear_weak_pointer (&self->widget);
  g_clear_object (&self->slice);

  G_OBJECT_CLASS (votum_gradual_parent_class)->dispose (object);
}

static void
votum_gradual_class_init (VotumGradualClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = votum_gradual_dispose;
}

static void
votum_gradual_init (VotumGradual *self)
{
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  VotumGradual *self = VOTUM_GRADUAL (data);
  guint size = gtk_slice_list_model_get_size (self->slice) + N_MORE;

  if (size < self->n_rows && size < g_list_model_get_n_items (gtk_slice_list_model_get_model (self->slice)))
    {
      gtk_slice_list_model_set_size (self->slice, size);
      return G_SOURCE_CONTINUE;
    }
  self->tick_id = 0;
  gtk_slice_list_model_set_size (self->slice, G_MAXUINT);

  return G_SOURCE_REMOVE;
}

/**
 * votum_gradual_new:
 * @all: the whole model
 * @widget: what makes rows of it
 * @n_rows: how many rows @widget makes at most; behind them the rest of the items costs nothing
 *
 * Returns: (transfer full): an object for as long as @widget shows them
 */
VotumGradual *
votum_gradual_new (GListModel *all,
                   GtkWidget  *widget,
                   guint       n_rows)
{
  VotumGradual *self = g_object_new (VOTUM_TYPE_GRADUAL, NULL);

  self->slice = gtk_slice_list_model_new (g_object_ref (all), 0, N_FIRST);
  g_set_weak_pointer (&self->widget, widget);
  self->n_rows = n_rows;
  votum_gradual_begin (self);

  return self;
}

/**
 * votum_gradual_get_model:
 * @self: a gradual model
 *
 * Returns: (transfer none): the items of which there are to be rows
 */
GListModel *
votum_gradual_get_model (VotumGradual *self)
{
  g_return_val_if_fail (VOTUM_IS_GRADUAL (self), NULL);

  return G_LIST_MODEL (self->slice);
}

/**
 * votum_gradual_begin:
 * @self: a gradual model
 *
 * Begins anew. To be said before everything is replaced, so that few rows are taken away and made at once.
 */
void
votum_gradual_begin (VotumGradual *self)
{
  g_return_if_fail (VOTUM_IS_GRADUAL (self));

  gtk_slice_list_model_set_size (self->slice, N_FIRST);
  if (self->tick_id == 0 && self->widget != NULL)
    self->tick_id = gtk_widget_add_tick_callback (self->widget, tick_cb, self, NULL);
}

/**
 * votum_gradual_reach:
 * @self: a gradual model
 * @position: of an item
 *
 * Takes care that the item is among those of which there are rows: somebody wants to go there.
 */
void
votum_gradual_reach (VotumGradual *self,
                     guint         position)
{
  g_return_if_fail (VOTUM_IS_GRADUAL (self));

  if (position >= gtk_slice_list_model_get_size (self->slice))
    gtk_slice_list_model_set_size (self->slice, position >= self->n_rows ? G_MAXUINT : position + 1);
}
