#include "votum-config.h"

#include "votum-part.h"

#include "votum-case-edit.h"
#include "votum-case-holder.h"

typedef struct {
  VotumThing *thing;
  GtkWidget *widget;
} Row;

typedef struct {
  VotumDesk *desk;
  VotumThing *subject;   /* (nullable) */
  gboolean editing;
  GArray *rows;          /* of Row, as they are shown */
  guint n_all;           /* and as many there are */
  guint n_open;          /* as many may have a row by now: the rest follows frame by frame */
  guint tick_id;
} VotumPartPrivate;

/* Of each part this many rows are made at once, and with every frame. */
#define ROWS_AT_ONCE 4
#define ROWS_A_FRAME 3

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (VotumPart, votum_part, ADW_TYPE_PREFERENCES_GROUP)

static VotumPartPrivate *
get_private (VotumPart *self)
{
  return votum_part_get_instance_private (self);
}

static void
row_clear (Row *row)
{
  g_clear_object (&row->thing);
  g_clear_object (&row->widget);
}

static gboolean
includes (VotumPart  *self,
          VotumThing *thing)
{
  int field = votum_thing_info_find (votum_thing_get_info (thing), "entrant");

  return field >= 0 && votum_thing_get_ref (thing, field) == votum_thing_get_id (get_private (self)->subject);
}

static int
compare (VotumThing *a,
         VotumThing *b)
{
  int field = votum_thing_info_find (votum_thing_get_info (a), "position");
  gint64 x = field >= 0 && votum_thing_is_set (a, field) ? votum_thing_get_number (a, field) : G_MAXINT64;
  gint64 y = field >= 0 && votum_thing_is_set (b, field) ? votum_thing_get_number (b, field) : G_MAXINT64;

  if (x == y)
    {
      x = votum_thing_get_id (a);
      y = votum_thing_get_id (b);
    }

  return x < y ? -1 : x > y;
}

static int
compare_pointers (gconstpointer a,
                  gconstpointer b,
                  gpointer      data)
{
  return VOTUM_PART_GET_CLASS (data)->compare (*(VotumThing *const *) a, *(VotumThing *const *) b);
}

/* What is to be shown, in its order. */
static GPtrArray *
collect (VotumPart *self)
{
  VotumPartPrivate *priv = get_private (self);
  VotumCase *votum_case = votum_desk_get_case (priv->desk);
  VotumPartClass *klass = VOTUM_PART_GET_CLASS (self);
  GListModel *things = votum_case_get_things (votum_case, klass->kind);
  GPtrArray *wanted = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; priv->subject != NULL && i < g_list_model_get_n_items (things); i++)
    {
      g_autoptr(VotumThing) thing = g_list_model_get_item (things, i);

      if (votum_case_may_see (votum_case, thing) && klass->includes (self, thing))
        g_ptr_array_add (wanted, g_steal_pointer (&thing));
    }
  g_ptr_array_sort_with_data (wanted, compare_pointers, self);
  priv->n_all = wanted->len;
  if (klass->limit > 0 && wanted->len > klass->limit)
    g_ptr_array_set_size (wanted, (int) klass->limit);

  return wanted;
}

static void
take_away (VotumPart *self,
           guint      place)
{
  VotumPartPrivate *priv = get_private (self);

  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_array_index (priv->rows, Row, place).widget);
  g_array_remove_index (priv->rows, place);
}

static void
take_all_away (VotumPart *self)
{
  while (get_private (self)->rows->len > 0)
    take_away (self, get_private (self)->rows->len - 1);
}

static GtkWidget *
row_for (VotumPart  *self,
         GArray     *old,
         VotumThing *thing)
{
  for (guint i = 0; i < old->len; i++)
    if (g_array_index (old, Row, i).thing == thing)
      return g_object_ref (g_array_index (old, Row, i).widget);

  return g_object_ref_sink (VOTUM_PART_GET_CLASS (self)->new_row (self, thing));
}

static gboolean more_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data);

/* Rows that stay at the beginning are not touched: one of them may have the focus. */
static void
sync_rows (VotumPart *self)
{
  VotumPartPrivate *priv = get_private (self);
  VotumPartClass *klass = VOTUM_PART_GET_CLASS (self);
  g_autoptr(GPtrArray) wanted = collect (self);
  g_autoptr(GArray) old = g_array_new (FALSE, FALSE, sizeof (Row));
  guint n_wanted = wanted->len;
  guint n_same = 0;

  if (n_wanted > priv->n_open)
    {
      g_ptr_array_set_size (wanted, (int) priv->n_open);
      if (priv->tick_id == 0)
        priv->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), more_cb, NULL, NULL);
    }

  while (n_same < wanted->len && n_same < priv->rows->len &&
         g_array_index (priv->rows, Row, n_same).thing == g_ptr_array_index (wanted, n_same))
    n_same++;

  g_array_set_clear_func (old, (GDestroyNotify) row_clear);
  while (priv->rows->len > n_same)
    {
      Row *row = &g_array_index (priv->rows, Row, priv->rows->len - 1);
      Row kept = { g_object_ref (row->thing), g_object_ref (row->widget) };

      g_array_append_val (old, kept);
      take_away (self, priv->rows->len - 1);
    }
  for (guint i = n_same; i < wanted->len; i++)
    {
      VotumThing *thing = g_ptr_array_index (wanted, i);
      Row row = { g_object_ref (thing), row_for (self, old, thing) };

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row.widget);
      g_array_append_val (priv->rows, row);
    }

  for (guint i = 0; klass->update_row != NULL && i < priv->rows->len; i++)
    {
      Row *row = &g_array_index (priv->rows, Row, i);

      klass->update_row (self, row->widget, row->thing);
    }
  if (klass->shown != NULL)
    klass->shown (self, n_wanted);
}

static gboolean
more_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  VotumPart *self = VOTUM_PART (widget);
  VotumPartPrivate *priv = get_private (self);
  guint n_open = priv->n_open;

  priv->n_open += ROWS_A_FRAME;
  sync_rows (self);
  if (priv->rows->len > n_open && priv->rows->len == priv->n_open)
    return G_SOURCE_CONTINUE;

  /* from now on rows come singly */
  priv->n_open = G_MAXUINT;
  priv->tick_id = 0;

  return G_SOURCE_REMOVE;
}

static void
changed_cb (VotumPart    *self,
            VotumChanges *changes)
{
  if (get_private (self)->subject != NULL && (votum_changes_is_empty (changes) || votum_changes_n_things (changes) > 0))
    sync_rows (self);
}

static void
votum_part_dispose (GObject *object)
{
  VotumPart *self = VOTUM_PART (object);
  VotumPartPrivate *priv = get_private (self);

  if (priv->rows->len > 0)
    take_all_away (self);
  g_clear_object (&priv->subject);
  g_clear_object (&priv->desk);

  G_OBJECT_CLASS (votum_part_parent_class)->dispose (object);
}

static void
votum_part_finalize (GObject *object)
{
  g_array_unref (get_private (VOTUM_PART (object))->rows);

  G_OBJECT_CLASS (votum_part_parent_class)->finalize (object);
}

static void
votum_part_class_init (VotumPartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = votum_part_dispose;
  object_class->finalize = votum_part_finalize;

  klass->includes = includes;
  klass->compare = compare;
}

static void
votum_part_init (VotumPart *self)
{
  VotumPartPrivate *priv = get_private (self);

  priv->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (priv->rows, (GDestroyNotify) row_clear);
}

/**
 * votum_part_show:
 * @self: a part
 * @desk: a desk, always the same
 * @subject: (nullable): whom it is about
 * @editing: whether it is to be changed where it stands
 */
void
votum_part_show (VotumPart  *self,
                 VotumDesk  *desk,
                 VotumThing *subject,
                 gboolean    editing)
{
  VotumPartPrivate *priv = get_private (self);

  g_return_if_fail (VOTUM_IS_PART (self) && VOTUM_IS_DESK (desk) && (priv->desk == NULL || priv->desk == desk));

  if (priv->desk == NULL)
    {
      priv->desk = g_object_ref (desk);
      g_signal_connect_object (votum_desk_get_case (desk), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
    }
  take_all_away (self);
  g_set_object (&priv->subject, subject);
  priv->editing = editing;
  priv->n_open = ROWS_AT_ONCE;
  sync_rows (self);
}

VotumDesk *
votum_part_get_desk (VotumPart *self)
{
  return get_private (self)->desk;
}

VotumCase *
votum_part_get_case (VotumPart *self)
{
  return votum_desk_get_case (get_private (self)->desk);
}

VotumThing *
votum_part_get_subject (VotumPart *self)
{
  return get_private (self)->subject;
}

/**
 * votum_part_get_n_all:
 * @self: a part
 *
 * Returns: how many there are, of which a part with a limit shows the first
 */
guint
votum_part_get_n_all (VotumPart *self)
{
  return get_private (self)->n_all;
}

gboolean
votum_part_get_editing (VotumPart *self)
{
  return get_private (self)->editing;
}

/**
 * votum_part_find_row:
 * @self: a part
 * @thing: something it may show
 *
 * Returns: (transfer none) (nullable): its row
 */
GtkWidget *
votum_part_find_row (VotumPart  *self,
                     VotumThing *thing)
{
  VotumPartPrivate *priv = get_private (self);

  if (priv->tick_id != 0)
    {
      priv->n_open = G_MAXUINT;
      sync_rows (self);
    }
  for (guint i = 0; i < priv->rows->len; i++)
    if (g_array_index (priv->rows, Row, i).thing == thing)
      return g_array_index (priv->rows, Row, i).widget;

  return NULL;
}

/**
 * votum_part_may_add:
 * @self: a part
 * @button: the button that adds to it
 * @tooltip: what the button does
 *
 * Makes @button usable where this copy may have more of what the part lists; where not, its tooltip says why.
 *
 * Returns: whether it may
 */
gboolean
votum_part_may_add (VotumPart  *self,
                    GtkWidget  *button,
                    const char *tooltip)
{
  VotumKind kind = VOTUM_PART_GET_CLASS (self)->kind;
  /* a file may be added to somebody's own note and not to a submission: the engine has to see that it is to none */
  g_autoptr(VotumThing) new_thing = kind == VOTUM_KIND_ATTACHMENT ? votum_thing_new (kind) : NULL;
  g_autoptr(GError) error = NULL;
  gboolean may = votum_case_may_change (votum_part_get_case (self), kind, new_thing, &error);

  gtk_widget_set_sensitive (button, may);
  gtk_widget_set_tooltip_text (button, may ? tooltip : error->message);

  return may;
}

/**
 * votum_part_remove:
 * @self: a part
 * @thing: what is to go
 * @said: what the toast says, with Undo
 *
 * Takes something out of the case.
 */
void
votum_part_remove (VotumPart  *self,
                   VotumThing *thing,
                   const char *said)
{
  VotumDesk *desk = votum_part_get_desk (self);
  GError *error = NULL;

  votum_desk_flush (desk);
  votum_case_remove (votum_desk_get_case (desk), thing, &error);
  if (votum_desk_report (desk, error))
    votum_desk_toast (desk, TRUE, "%s", said);
}
