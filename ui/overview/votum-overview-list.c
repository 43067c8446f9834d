#include "votum-config.h"

#include "votum-overview-list.h"

#include <glib/gi18n.h>

#define MOST 24  /* rows: an overview of two hundred is none */

struct _VotumOverviewList {
  AdwBin               parent_instance;

  AdwPreferencesGroup *group;
  GPtrArray           *things;
  GPtrArray           *rows;    /* not owned */
  GtkWidget           *more;
};

enum {
  PROP_0,
  PROP_TITLE,
  N_PROPS
};

enum {
  CHOSEN,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VotumOverviewList, votum_overview_list, ADW_TYPE_BIN)

static void
votum_overview_list_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_TITLE:
      votum_overview_list_set_title (VOTUM_OVERVIEW_LIST (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
votum_overview_list_finalize (GObject *object)
{
  VotumOverviewList *self = VOTUM_OVERVIEW_LIST (object);

  g_ptr_array_unref (self->things);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (votum_overview_list_parent_class)->finalize (object);
}

static void
votum_overview_list_class_init (VotumOverviewListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = votum_overview_list_set_property;
  object_class->finalize = votum_overview_list_finalize;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHOSEN] = g_signal_new ("chosen", VOTUM_TYPE_OVERVIEW_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  VOTUM_TYPE_THING);
}

static void
votum_overview_list_init (VotumOverviewList *self)
{
  self->things = g_ptr_array_new_with_free_func (g_object_unref);
  self->rows = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->more = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->more, "dim-label");
  gtk_widget_set_margin_top (self->more, 9);
  adw_preferences_group_add (self->group, self->more);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

void
votum_overview_list_set_title (VotumOverviewList *self,
                               const char        *title)
{
  g_return_if_fail (VOTUM_IS_OVERVIEW_LIST (self));

  adw_preferences_group_set_title (self->group, title);
}

static void
activated_cb (VotumOverviewList *self,
              AdwActionRow      *row)
{
  guint place;

  if (g_ptr_array_find (self->rows, row, &place))
    g_signal_emit (self, signals[CHOSEN], 0, g_ptr_array_index (self->things, place));
}

static gboolean
are_shown (VotumOverviewList *self,
           GPtrArray         *things)
{
  if (self->rows->len != MIN (things->len, MOST))
    return FALSE;
  for (guint i = 0; i < self->rows->len; i++)
    if (g_ptr_array_index (self->things, i) != g_ptr_array_index (things, i))
      return FALSE;

  return TRUE;
}

static void
make_rows (VotumOverviewList *self,
           GPtrArray         *things)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->things, 0);
  for (guint i = 0; i < MIN (things->len, MOST); i++)
    {
      GtkWidget *row = votum_overview_row_new (NULL);

      g_signal_connect_object (row, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (self->group, row);
      g_ptr_array_add (self->rows, row);
      g_ptr_array_add (self->things, g_object_ref (g_ptr_array_index (things, i)));
    }
}

/**
 * votum_overview_list_show:
 * @self: a list
 * @things: (element-type VotumThing): what to show; without any, the list is not to be seen
 * @fill: (scope call): says how it stands with each
 * @data: for @fill
 */
void
votum_overview_list_show (VotumOverviewList *self,
                          GPtrArray         *things,
                          VotumOverviewFill  fill,
                          gpointer           data)
{
  g_return_if_fail (VOTUM_IS_OVERVIEW_LIST (self));

  if (!are_shown (self, things))
    make_rows (self, things);
  for (guint i = 0; i < self->rows->len; i++)
    fill (g_ptr_array_index (self->rows, i), g_ptr_array_index (self->things, i), data);

  gtk_widget_set_visible (GTK_WIDGET (self), things->len > 0);
  gtk_widget_set_visible (self->more, things->len > MOST);
  if (things->len > MOST)
    {
      g_autofree char *text = g_strdup_printf (ngettext ("and %u more", "and %u more", things->len - MOST), things->len - MOST);

      gtk_label_set_text (GTK_LABEL (self->more), text);
    }
}
