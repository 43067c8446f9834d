#include "votum-config.h"

#include "votum-criterion-row.h"

#include <glib/gi18n.h>

#include "votum-format.h"

#define INDENT 18 /* px a level */

struct _VotumCriterionRow {
  GtkListBoxRow        parent_instance;

  GtkWidget           *box;
  GtkWidget           *grip;
  GtkWidget           *handle;
  GtkLabel            *name;
  GtkLabel            *caption;
  VotumNumberEntry    *weight;
  GtkLabel            *share;

  VotumCriteriaEditor *editor;
  VotumThing          *thing;
  VotumThing          *parent;   /* (nullable): the group it stands in */
  guint                number;
  guint                of;
  char                *spoken_share;
};

enum {
  TYPED,
  NEXT,
  DROPPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VotumCriterionRow, votum_criterion_row, GTK_TYPE_LIST_BOX_ROW)

/* ---- words ---- */

/**
 * votum_criterion_kind_text:
 * @editor: the editor
 * @criterion: a criterion
 *
 * Returns: (transfer full): how it is assessed, in a few words: "Judged", "Measured: NPS", "Group"
 */
char *
votum_criterion_kind_text (VotumCriteriaEditor *editor,
                           VotumThing          *criterion)
{
  VotumThing *indicator;
  g_autofree char *name = NULL;

  switch (votum_thing_get_choice (criterion, VOTUM_CRITERION_KIND))
    {
    case VOTUM_CRITERION_KIND_GROUP:
      return g_strdup (_("Group"));
    case VOTUM_CRITERION_KIND_MEASURED:
      indicator = votum_case_lookup (votum_criteria_editor_get_case (editor), votum_thing_get_ref (criterion, VOTUM_CRITERION_INDICATOR));
      if (indicator == NULL)
        return g_strdup (_("Measured, by nothing yet"));
      name = votum_criteria_editor_name (editor, indicator, VOTUM_INDICATOR_NAME);
      /* TRANSLATORS: a criterion whose value is a figure: "Measured: NPS" */
      return g_strdup_printf (_("Measured: %s"), name);
    case VOTUM_CRITERION_KIND_OBSERVED:
      return g_strdup (_("Observed by contacts: does not count in a jury’s result"));
    case VOTUM_CRITERION_KIND_JUDGED:
    default:
      return g_strdup (_("Judged"));
    }
}

static void
speak (VotumCriterionRow *self)
{
  g_autofree char *kind = votum_criterion_kind_text (self->editor, self->thing);
  g_autofree char *name = votum_criteria_editor_name (self->editor, self->thing, VOTUM_CRITERION_NAME);
  g_autofree char *group = self->parent != NULL ? votum_criteria_editor_name (self->editor, self->parent, VOTUM_CRITERION_NAME) : NULL;
  g_autofree char *place = NULL;
  g_autofree char *text = NULL;
  g_autofree char *weight_name = g_strdup_printf (_("Weight of %s"), name);

  /* TRANSLATORS: where a criterion stands among others: "2 of 5 in Customers", "2 of 5" */
  if (group != NULL)
    place = g_strdup_printf (_("%u of %u in %s"), self->number, self->of, group);
  else
    place = g_strdup_printf (_("%u of %u"), self->number, self->of);
  text = g_strdup_printf ("%s %s, %s, %s, %s", votum_thing_get_key (self->thing), name, kind, self->spoken_share, place);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  votum_number_entry_set_name (self->weight, weight_name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->weight), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, self->spoken_share, -1);
}

static void
show_thing (VotumCriterionRow *self)
{
  g_autofree char *name = votum_criteria_editor_name (self->editor, self->thing, VOTUM_CRITERION_NAME);
  g_autofree char *kind = votum_criterion_kind_text (self->editor, self->thing);
  g_autofree char *weight = votum_thing_field_to_text (self->thing, VOTUM_CRITERION_WEIGHT);
  g_autofree char *title = g_strdup_printf ("%s  %s", votum_thing_get_key (self->thing), name);
  gboolean group = votum_thing_get_choice (self->thing, VOTUM_CRITERION_KIND) == VOTUM_CRITERION_KIND_GROUP;

  gtk_label_set_text (self->name, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), name);
  gtk_label_set_text (self->caption, kind);
  gtk_widget_set_visible (GTK_WIDGET (self->caption), votum_thing_get_choice (self->thing, VOTUM_CRITERION_KIND) != VOTUM_CRITERION_KIND_JUDGED);
  if (group)
    gtk_widget_add_css_class (GTK_WIDGET (self->name), "heading");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->name), "heading");
  votum_number_entry_set_value (self->weight, weight != NULL ? weight : "1");
  speak (self);
}

/* ---- the weight ---- */

static void
typed_cb (VotumCriterionRow *self)
{
  g_signal_emit (self, signals[TYPED], 0);
}

static void
done_cb (VotumCriterionRow *self,
         const char        *canonical)
{
  votum_criteria_editor_edit (self->editor, self->thing, VOTUM_CRITERION_WEIGHT, canonical);
  g_signal_emit (self, signals[TYPED], 0);
}

static void
next_cb (VotumCriterionRow *self)
{
  g_signal_emit (self, signals[NEXT], 0);
}

/* Whoever works in the row has chosen it. */
static void
enter_cb (VotumCriterionRow *self)
{
  GtkWidget *list = gtk_widget_get_parent (GTK_WIDGET (self));

  if (GTK_IS_LIST_BOX (list) && !gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (self)))
    gtk_list_box_select_row (GTK_LIST_BOX (list), GTK_LIST_BOX_ROW (self));
}

/* ---- dragging ---- */

static GdkContentProvider *
prepare_cb (VotumCriterionRow *self,
            double             x,
            double             y,
            GtkDragSource     *source)
{
  g_autoptr(GdkPaintable) paintable = NULL;

  if (!votum_criteria_editor_is_editable (self->editor))
    return NULL;
  paintable = gtk_widget_paintable_new (GTK_WIDGET (self));
  gtk_drag_source_set_icon (source, paintable, (int) x, (int) y);

  return gdk_content_provider_new_typed (VOTUM_TYPE_THING, self->thing);
}

static VotumDrop
drop_at (VotumCriterionRow *self,
         double             y)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  gboolean group = votum_thing_get_choice (self->thing, VOTUM_CRITERION_KIND) == VOTUM_CRITERION_KIND_GROUP;

  if (group && y > height / 3.0)
    return VOTUM_DROP_INTO;

  return y < height / 2.0 ? VOTUM_DROP_ABOVE : VOTUM_DROP_BELOW;
}

static void
show_drop (VotumCriterionRow *self,
           int                drop)
{
  static const char *const classes[] = { "drop-above", "drop-below", "drop-into" };

  for (int i = 0; i < (int) G_N_ELEMENTS (classes); i++)
    if (i == drop)
      gtk_widget_add_css_class (GTK_WIDGET (self), classes[i]);
    else
      gtk_widget_remove_css_class (GTK_WIDGET (self), classes[i]);
}

static GdkDragAction
motion_cb (VotumCriterionRow *self,
           double             x,
           double             y)
{
  show_drop (self, drop_at (self, y));

  return GDK_ACTION_MOVE;
}

static void
leave_cb (VotumCriterionRow *self)
{
  show_drop (self, -1);
}

static gboolean
drop_cb (VotumCriterionRow *self,
         const GValue      *value,
         double             x,
         double             y)
{
  VotumThing *thing = g_value_get_object (value);

  show_drop (self, -1);
  if (thing == NULL || !VOTUM_IS_CRITERION (thing) || thing == self->thing || !votum_criteria_editor_is_editable (self->editor))
    return FALSE;
  g_signal_emit (self, signals[DROPPED], 0, thing, drop_at (self, y));

  return TRUE;
}

static void
make_draggable (VotumCriterionRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (VOTUM_TYPE_THING, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (prepare_cb), self);
  gtk_widget_add_controller (self->grip, GTK_EVENT_CONTROLLER (source));
  g_signal_connect_swapped (target, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (target, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
editable_cb (VotumCriterionRow *self)
{
  gboolean editable = votum_criteria_editor_is_editable (self->editor);

  gtk_widget_set_sensitive (GTK_WIDGET (self->weight), editable);
  gtk_widget_set_visible (self->handle, editable);
}

static void
votum_criterion_row_dispose (GObject *object)
{
  VotumCriterionRow *self = VOTUM_CRITERION_ROW (object);

  g_clear_object (&self->editor);
  g_clear_object (&self->thing);
  g_clear_object (&self->parent);

  G_OBJECT_CLASS (votum_criterion_row_parent_class)->dispose (object);
}

static void
votum_criterion_row_finalize (GObject *object)
{
  g_free (VOTUM_CRITERION_ROW (object)->spoken_share);

  G_OBJECT_CLASS (votum_criterion_row_parent_class)->finalize (object);
}

static void
votum_criterion_row_class_init (VotumCriterionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_criterion_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = votum_criterion_row_finalize;

  signals[TYPED] = g_signal_new ("typed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[NEXT] = g_signal_new ("next", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DROPPED] = g_signal_new ("dropped", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, VOTUM_TYPE_THING, G_TYPE_INT);

  g_type_ensure (VOTUM_TYPE_NUMBER_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-criterion-row.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumCriterionRow, box);
  gtk_widget_class_bind_template_child (widget_class, VotumCriterionRow, grip);
  gtk_widget_class_bind_template_child (widget_class, VotumCriterionRow, handle);
  gtk_widget_class_bind_template_child (widget_class, VotumCriterionRow, name);
  gtk_widget_class_bind_template_child (widget_class, VotumCriterionRow, caption);
  gtk_widget_class_bind_template_child (widget_class, VotumCriterionRow, weight);
  gtk_widget_class_bind_template_child (widget_class, VotumCriterionRow, share);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
}

static void
votum_criterion_row_init (VotumCriterionRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->spoken_share = g_strdup ("");
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (enter_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  make_draggable (self);
}

GtkWidget *
votum_criterion_row_new (VotumCriteriaEditor *editor,
                         VotumThing          *criterion)
{
  VotumCriterionRow *self = g_object_new (VOTUM_TYPE_CRITERION_ROW, NULL);

  self->editor = g_object_ref (editor);
  self->thing = g_object_ref (criterion);
  votum_number_entry_set_desk (self->weight, votum_criteria_editor_get_desk (editor));
  g_signal_connect_object (criterion, "notify", G_CALLBACK (show_thing), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "notify::lang", G_CALLBACK (show_thing), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "notify::editable", G_CALLBACK (editable_cb), self, G_CONNECT_SWAPPED);
  show_thing (self);
  editable_cb (self);

  return GTK_WIDGET (self);
}

VotumThing *
votum_criterion_row_get_thing (VotumCriterionRow *self)
{
  return self->thing;
}

GtkWidget *
votum_criterion_row_get_entry (VotumCriterionRow *self)
{
  return GTK_WIDGET (self->weight);
}

/**
 * votum_criterion_row_set_place:
 * @self: a row
 * @depth: how many groups it stands in
 * @number: its place among those beside it, from 1
 * @of: how many they are
 * @parent: (nullable): the group
 */
void
votum_criterion_row_set_place (VotumCriterionRow *self,
                               guint              depth,
                               guint              number,
                               guint              of,
                               VotumThing        *parent)
{
  gtk_widget_set_margin_start (self->box, depth * INDENT);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LEVEL, (int) depth + 1, -1);
  self->number = number;
  self->of = of;
  g_set_object (&self->parent, parent);
  show_thing (self);
}

/**
 * votum_criterion_row_set_share:
 * @self: a row
 * @percent: (nullable): its share of the whole, canonical
 * @factors: whether marks are multiplied by the weights
 */
void
votum_criterion_row_set_share (VotumCriterionRow *self,
                               const char        *percent,
                               gboolean           factors)
{
  g_autofree char *shown = percent != NULL ? votum_format_percent (percent) : g_strdup ("–");

  gtk_label_set_text (self->share, shown);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->share), _("Share of the whole"));
  g_free (self->spoken_share);
  self->spoken_share = percent != NULL ? g_strdup_printf (_("%s of the whole"), shown) : g_strdup (_("does not count"));
  if (factors)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->share), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _("Marks are multiplied by the weight"), -1);
  speak (self);
}
