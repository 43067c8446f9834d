#include "votum-config.h"

#include "votum-indicator-editor.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-binder.h"
#include "votum-curve.h"
#include "votum-number-entry.h"

struct _VotumIndicatorEditor {
  GtkWidget            parent_instance;

  GtkWidget           *box;
  AdwEntryRow         *name_row;
  AdwEntryRow         *unit_row;
  AdwComboRow         *direction_row;
  GtkWidget           *minimum_row;
  VotumNumberEntry    *minimum;
  GtkWidget           *points_group;
  GtkWidget           *add_button;
  GtkWidget           *plain_label;
  GtkGrid             *grid;
  VotumCurve          *curve;

  VotumCriteriaEditor *editor;
  VotumThing          *indicator;  /* (nullable) */
  GPtrArray           *figures;    /* of VotumNumberEntry, a point each */
  GPtrArray           *values;
  gboolean             updating;
};

G_DEFINE_FINAL_TYPE (VotumIndicatorEditor, votum_indicator_editor, GTK_TYPE_WIDGET)

typedef struct {
  VotumDecimal x;
  VotumDecimal y;
} Point;

static int
compare_points (gconstpointer a,
                gconstpointer b)
{
  return votum_decimal_compare (((const Point *) a)->x, ((const Point *) b)->x);
}

/* The points as they stand in the table, sorted; what is no number yet is left out. */
static GArray *
read_points (VotumIndicatorEditor *self)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (Point));

  for (guint i = 0; i < self->figures->len; i++)
    {
      Point point;

      if (votum_number_entry_get_typed (g_ptr_array_index (self->figures, i), &point.x) &&
          votum_number_entry_get_typed (g_ptr_array_index (self->values, i), &point.y))
        g_array_append_val (points, point);
    }
  g_array_sort (points, compare_points);

  return points;
}

static void
draw_points (VotumIndicatorEditor *self)
{
  g_autoptr(GArray) points = read_points (self);
  g_autofree VotumCurvePoint *curve = g_new0 (VotumCurvePoint, points->len + 1);

  for (guint i = 0; i < points->len; i++)
    {
      curve[i].x = votum_decimal_to_double (g_array_index (points, Point, i).x);
      curve[i].y = votum_decimal_to_double (g_array_index (points, Point, i).y);
    }
  votum_curve_set_points (self->curve, curve, points->len, votum_thing_get_text (self->indicator, VOTUM_INDICATOR_UNIT));
}

static void show_points (VotumIndicatorEditor *self);

static gboolean
write_points (VotumIndicatorEditor *self,
              GArray               *points)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < points->len; i++)
    {
      g_autofree char *x = votum_decimal_to_string (g_array_index (points, Point, i).x);
      g_autofree char *y = votum_decimal_to_string (g_array_index (points, Point, i).y);

      g_string_append_printf (text, "%s%s:%s", i > 0 ? " " : "", x, y);
    }

  return votum_criteria_editor_edit (self->editor, self->indicator, VOTUM_INDICATOR_POINTS, text->len > 0 ? text->str : NULL);
}

static void
done_cb (VotumIndicatorEditor *self)
{
  g_autoptr(GArray) points = read_points (self);

  if (!write_points (self, points))
    show_points (self);
}

static void
remove_cb (VotumIndicatorEditor *self,
           GtkWidget            *button)
{
  guint place = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "votum-place"));
  g_autoptr(GArray) points = read_points (self);

  if (place < points->len)
    g_array_remove_index (points, place);
  /* a single point is no function */
  if (points->len == 1)
    g_array_set_size (points, 0);
  if (write_points (self, points))
    votum_desk_toast (votum_criteria_editor_get_desk (self->editor), TRUE, "%s", _("The point is taken out"));
  gtk_widget_grab_focus (self->add_button);
}

/* The first two points at once; then each as far from the last as that is from the one before. */
static void
add_cb (VotumIndicatorEditor *self)
{
  g_autoptr(GArray) points = read_points (self);
  guint n = points->len;

  if (n < 2)
    {
      Point first[] = { { { 0, 0 }, { 0, 0 } }, { { 100, 0 }, { 100, 0 } } };

      g_array_set_size (points, 0);
      g_array_append_vals (points, first, G_N_ELEMENTS (first));
    }
  else
    {
      Point point = g_array_index (points, Point, n - 1);
      gint64 one = 1;

      for (guint i = 0; i < point.x.scale; i++)
        one *= 10;
      if (__builtin_add_overflow (point.x.digits, 10 * one, &point.x.digits))
        return;
      g_array_append_val (points, point);
    }
  if (write_points (self, points) && self->figures->len > 0)
    gtk_widget_grab_focus (g_ptr_array_index (self->figures, self->figures->len - 1));
}

static GtkWidget *
add_entry (VotumIndicatorEditor *self,
           GPtrArray            *entries,
           VotumDecimal          value,
           const char           *name,
           int                   column,
           int                   row)
{
  GtkWidget *entry = votum_number_entry_new (votum_criteria_editor_get_desk (self->editor));
  g_autofree char *canonical = votum_decimal_to_string (value);

  g_object_set (entry, "negative", TRUE, "hexpand", TRUE, NULL);
  votum_number_entry_set_value (VOTUM_NUMBER_ENTRY (entry), canonical);
  votum_number_entry_set_name (VOTUM_NUMBER_ENTRY (entry), name);
  g_signal_connect_object (entry, "typed", G_CALLBACK (draw_points), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  gtk_grid_attach (self->grid, entry, column, row, 1, 1);
  g_ptr_array_add (entries, entry);

  return entry;
}

static void
add_point (VotumIndicatorEditor *self,
           guint                 place,
           VotumDecimal          x,
           VotumDecimal          y)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *figure = g_strdup_printf (_("Figure of point %u"), place + 1);
  g_autofree char *value = g_strdup_printf (_("Value of point %u"), place + 1);
  g_autofree char *tooltip = g_strdup_printf (_("Take Out Point %u"), place + 1);

  add_entry (self, self->figures, x, figure, 0, (int) place + 1);
  add_entry (self, self->values, y, value, 1, (int) place + 1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tooltip);
  g_object_set_data (G_OBJECT (button), "votum-place", GUINT_TO_POINTER (place));
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  gtk_grid_attach (self->grid, button, 2, (int) place + 1, 1, 1);
}

static void
add_heading (VotumIndicatorEditor *self,
             const char           *text,
             int                   column)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_grid_attach (self->grid, label, column, 0, 1, 1);
}

static void
show_points (VotumIndicatorEditor *self)
{
  g_autoptr(GArray) xs = NULL;
  g_autoptr(GArray) ys = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  g_ptr_array_set_size (self->figures, 0);
  g_ptr_array_set_size (self->values, 0);

  if (votum_indicator_get_points (VOTUM_INDICATOR (self->indicator), &xs, &ys, NULL) && xs->len > 0)
    {
      add_heading (self, _("Figure"), 0);
      add_heading (self, _("Counts"), 1);
      for (guint i = 0; i < xs->len; i++)
        add_point (self, i, g_array_index (xs, VotumDecimal, i), g_array_index (ys, VotumDecimal, i));
    }
  gtk_widget_set_visible (self->plain_label, self->figures->len == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->grid), self->figures->len > 0);
  draw_points (self);
}

/* Where it is only figures that changed, the entries stay, and the focus in them. */
static void
points_cb (VotumIndicatorEditor *self)
{
  g_autoptr(GArray) xs = NULL;
  g_autoptr(GArray) ys = NULL;

  if (!votum_indicator_get_points (VOTUM_INDICATOR (self->indicator), &xs, &ys, NULL) || xs->len != self->figures->len)
    {
      show_points (self);
      return;
    }
  for (guint i = 0; i < xs->len; i++)
    {
      g_autofree char *x = votum_decimal_to_string (g_array_index (xs, VotumDecimal, i));
      g_autofree char *y = votum_decimal_to_string (g_array_index (ys, VotumDecimal, i));

      votum_number_entry_set_value (g_ptr_array_index (self->figures, i), x);
      votum_number_entry_set_value (g_ptr_array_index (self->values, i), y);
    }
  draw_points (self);
}

static void
direction_cb (VotumIndicatorEditor *self)
{
  if (!self->updating && self->indicator != NULL)
    votum_criteria_editor_edit (self->editor, self->indicator, VOTUM_INDICATOR_DIRECTION,
                                adw_combo_row_get_selected (self->direction_row) == VOTUM_INDICATOR_DIRECTION_FALLING ? "falling" : "rising");
}

static void
minimum_cb (VotumIndicatorEditor *self,
            const char           *canonical)
{
  votum_criteria_editor_edit (self->editor, self->indicator, VOTUM_INDICATOR_MINIMUM, canonical);
}

static void
show_plain (VotumIndicatorEditor *self)
{
  g_autofree char *minimum = votum_thing_field_to_text (self->indicator, VOTUM_INDICATOR_MINIMUM);

  self->updating = TRUE;
  adw_combo_row_set_selected (self->direction_row, (guint) votum_thing_get_choice (self->indicator, VOTUM_INDICATOR_DIRECTION));
  votum_number_entry_set_value (self->minimum, minimum);
  self->updating = FALSE;
}

static void
notify_cb (VotumIndicatorEditor *self,
           GParamSpec           *pspec)
{
  if (self->indicator == NULL)
    return;
  show_plain (self);
  if (strcmp (pspec->name, "points") == 0 || strcmp (pspec->name, "unit") == 0)
    points_cb (self);
}

static void
bind_words (VotumIndicatorEditor *self)
{
  VotumDesk *desk = votum_criteria_editor_get_desk (self->editor);

  if (self->indicator == NULL)
    return;
  votum_binder_bind (GTK_WIDGET (self->name_row), desk, self->indicator, VOTUM_INDICATOR_NAME, votum_criteria_editor_get_lang (self->editor));
  votum_binder_bind (GTK_WIDGET (self->unit_row), desk, self->indicator, VOTUM_INDICATOR_UNIT, NULL);
}

static void
votum_indicator_editor_dispose (GObject *object)
{
  VotumIndicatorEditor *self = VOTUM_INDICATOR_EDITOR (object);

  if (self->box != NULL)
    {
      votum_binder_unbind (GTK_WIDGET (self->name_row));
      votum_binder_unbind (GTK_WIDGET (self->unit_row));
      gtk_widget_unparent (self->box);
      self->box = NULL;
    }
  g_clear_object (&self->indicator);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (votum_indicator_editor_parent_class)->dispose (object);
}

static void
votum_indicator_editor_finalize (GObject *object)
{
  g_ptr_array_unref (VOTUM_INDICATOR_EDITOR (object)->figures);
  g_ptr_array_unref (VOTUM_INDICATOR_EDITOR (object)->values);

  G_OBJECT_CLASS (votum_indicator_editor_parent_class)->finalize (object);
}

static void
votum_indicator_editor_class_init (VotumIndicatorEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_indicator_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = votum_indicator_editor_finalize;

  g_type_ensure (VOTUM_TYPE_CURVE);
  g_type_ensure (VOTUM_TYPE_NUMBER_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-indicator-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumIndicatorEditor, box);
  gtk_widget_class_bind_template_child (widget_class, VotumIndicatorEditor, name_row);
  gtk_widget_class_bind_template_child (widget_class, VotumIndicatorEditor, unit_row);
  gtk_widget_class_bind_template_child (widget_class, VotumIndicatorEditor, direction_row);
  gtk_widget_class_bind_template_child (widget_class, VotumIndicatorEditor, minimum_row);
  gtk_widget_class_bind_template_child (widget_class, VotumIndicatorEditor, minimum);
  gtk_widget_class_bind_template_child (widget_class, VotumIndicatorEditor, points_group);
  gtk_widget_class_bind_template_child (widget_class, VotumIndicatorEditor, add_button);
  gtk_widget_class_bind_template_child (widget_class, VotumIndicatorEditor, plain_label);
  gtk_widget_class_bind_template_child (widget_class, VotumIndicatorEditor, grid);
  gtk_widget_class_bind_template_child (widget_class, VotumIndicatorEditor, curve);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, direction_cb);
  gtk_widget_class_bind_template_callback (widget_class, minimum_cb);
}

static void
votum_indicator_editor_init (VotumIndicatorEditor *self)
{
  self->figures = g_ptr_array_new ();
  self->values = g_ptr_array_new ();
  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->updating = FALSE;
}

void
votum_indicator_editor_set_editor (VotumIndicatorEditor *self,
                                   VotumCriteriaEditor  *editor)
{
  self->editor = g_object_ref (editor);
  votum_number_entry_set_desk (self->minimum, votum_criteria_editor_get_desk (editor));
  votum_criteria_editor_guard (editor, GTK_WIDGET (self->direction_row));
  votum_criteria_editor_guard (editor, self->minimum_row);
  votum_criteria_editor_guard (editor, self->points_group);
  g_signal_connect_object (editor, "notify::lang", G_CALLBACK (bind_words), self, G_CONNECT_SWAPPED);
}

/**
 * votum_indicator_editor_show:
 * @self: an editor
 * @indicator: (nullable): an indicator of the case
 */
void
votum_indicator_editor_show (VotumIndicatorEditor *self,
                             VotumThing           *indicator)
{
  gtk_widget_set_visible (GTK_WIDGET (self), indicator != NULL);
  if (self->indicator == indicator)
    return;

  votum_binder_unbind (GTK_WIDGET (self->name_row));
  votum_binder_unbind (GTK_WIDGET (self->unit_row));
  if (self->indicator != NULL)
    g_signal_handlers_disconnect_by_data (self->indicator, self);
  g_set_object (&self->indicator, indicator);
  if (indicator == NULL)
    return;
  bind_words (self);
  g_signal_connect_object (indicator, "notify", G_CALLBACK (notify_cb), self, G_CONNECT_SWAPPED);
  show_plain (self);
  show_points (self);
}
