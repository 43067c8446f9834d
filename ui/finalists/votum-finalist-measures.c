#include "votum-config.h"

#include "votum-finalist-measures.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-badge.h"
#include "votum-field-row.h"
#include "votum-format.h"
#include "votum-part-buttons.h"
#include "votum-thing-form.h"
#include "votum-things.h"

struct _VotumFinalistMeasures {
  VotumPart parent_instance;

  GtkWidget    *add_button;
  GtkSizeGroup *values;    /* one column for all figures */
  GtkSizeGroup *answers;   /* and one for how many answered */
};

G_DEFINE_FINAL_TYPE (VotumFinalistMeasures, votum_finalist_measures, VOTUM_TYPE_PART)

static VotumThing *
indicator_of (VotumPart  *part,
              VotumThing *measure)
{
  return votum_case_lookup (votum_part_get_case (part), votum_thing_get_ref (measure, VOTUM_MEASURE_INDICATOR));
}

/* Some write the range of a figure where its unit belongs: "0–100" */
static gboolean
is_range (const char *unit)
{
  return g_ascii_isdigit (*unit) || *unit == '-' || g_str_has_prefix (unit, "−");
}

/* "83 %", "4,6 days" */
static char *
value_with_unit (VotumPart  *part,
                 VotumThing *measure)
{
  VotumThing *indicator = indicator_of (part, measure);
  const char *unit = indicator != NULL ? votum_thing_get_text (indicator, VOTUM_INDICATOR_UNIT) : NULL;
  g_autofree char *canonical = votum_thing_field_to_text (measure, VOTUM_MEASURE_VALUE);
  g_autofree char *number = NULL;

  if (unit != NULL && strcmp (unit, "%") == 0)
    return votum_format_percent (canonical);
  number = votum_format_number (canonical);

  return unit != NULL && !is_range (unit) ? g_strdup_printf ("%s %s", number, unit) : g_steal_pointer (&number);
}

/* Where the figure comes from, and whether so few answered that it counts for nothing. */
static char *
subtitle_of (VotumPart  *part,
             VotumThing *measure)
{
  VotumDesk *desk = votum_part_get_desk (part);
  VotumThing *indicator = indicator_of (part, measure);
  const char *period = votum_desk_text (desk, measure, VOTUM_MEASURE_PERIOD);
  const char *source = votum_desk_text (desk, measure, VOTUM_MEASURE_SOURCE);
  const char *unit = indicator != NULL ? votum_thing_get_text (indicator, VOTUM_INDICATOR_UNIT) : NULL;
  gint64 answers = votum_thing_get_number (measure, VOTUM_MEASURE_ANSWERS);
  gint64 minimum = indicator != NULL ? votum_thing_get_number (indicator, VOTUM_INDICATOR_MINIMUM) : 0;
  g_autoptr(GString) text = g_string_new (period);

  if (*source != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", source);
  if (unit != NULL && is_range (unit))
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", unit);
  if (votum_thing_is_set (measure, VOTUM_MEASURE_ANSWERS) && answers < minimum)
    {
      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append_printf (text, _("Too few answers to count: %d are needed"), (int) minimum);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
answers_of (VotumThing *measure)
{
  g_autofree char *canonical = NULL;
  g_autofree char *number = NULL;

  if (!votum_thing_is_set (measure, VOTUM_MEASURE_ANSWERS))
    return g_strdup ("");
  canonical = votum_thing_field_to_text (measure, VOTUM_MEASURE_ANSWERS);
  number = votum_format_number (canonical);

  /* TRANSLATORS: how many answered, as statisticians write it; %s is a number */
  return g_strdup_printf (_("n = %s"), number);
}

static GtkWidget *
new_label (GtkSizeGroup *column,
           const char   *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, css_class);
  gtk_size_group_add_widget (column, label);

  return label;
}

static GtkWidget *
new_view (VotumFinalistMeasures *self)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *value = new_label (self->values, "heading");
  GtkWidget *answers = new_label (self->answers, "dim-label");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), value);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), answers);
  g_object_set_data (G_OBJECT (row), "value", value);
  g_object_set_data (G_OBJECT (row), "answers", answers);

  return row;
}

static GtkWidget *
new_editor (VotumPart  *part,
            VotumThing *measure)
{
  VotumDesk *desk = votum_part_get_desk (part);
  GtkWidget *row = adw_expander_row_new ();
  AdwExpanderRow *expander = ADW_EXPANDER_ROW (row);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_expander_row_add_row (expander, votum_field_row_new (desk, measure, VOTUM_MEASURE_VALUE, _("Value")));
  adw_expander_row_add_row (expander, votum_field_row_new (desk, measure, VOTUM_MEASURE_ANSWERS, _("Answers")));
  adw_expander_row_add_row (expander, votum_field_row_new (desk, measure, VOTUM_MEASURE_PERIOD, _("Period")));
  adw_expander_row_add_row (expander, votum_field_row_new (desk, measure, VOTUM_MEASURE_SOURCE, _("Source")));
  adw_expander_row_add_row (expander, votum_part_buttons_new (part, measure, _("The measure has been taken out")));

  return row;
}

static GtkWidget *
votum_finalist_measures_new_row (VotumPart  *part,
                                 VotumThing *measure)
{
  return votum_part_get_editing (part) ? new_editor (part, measure) : new_view (VOTUM_FINALIST_MEASURES (part));
}

static void
votum_finalist_measures_update_row (VotumPart  *part,
                                    GtkWidget  *row,
                                    VotumThing *measure)
{
  VotumThing *indicator = indicator_of (part, measure);
  g_autofree char *name = indicator != NULL ? votum_desk_name (votum_part_get_desk (part), indicator) : g_strdup ("");
  g_autofree char *value = value_with_unit (part, measure);
  g_autofree char *subtitle = subtitle_of (part, measure);
  g_autofree char *answers = answers_of (measure);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  if (ADW_IS_EXPANDER_ROW (row))
    {
      adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), value);
      return;
    }
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_label_set_text (g_object_get_data (G_OBJECT (row), "value"), value);
  gtk_label_set_text (g_object_get_data (G_OBJECT (row), "answers"), answers);
}

static void
votum_finalist_measures_shown (VotumPart *part,
                               guint      n_rows)
{
  VotumFinalistMeasures *self = VOTUM_FINALIST_MEASURES (part);
  gboolean editing = votum_part_get_editing (part);
  GListModel *indicators = votum_case_get_things (votum_part_get_case (part), VOTUM_KIND_INDICATOR);
  gboolean can_measure = g_list_model_get_n_items (indicators) > 0;

  gtk_widget_set_visible (GTK_WIDGET (self), n_rows > 0 || (editing && can_measure));
  gtk_widget_set_visible (self->add_button, editing && can_measure);
}

static int
votum_finalist_measures_compare (VotumThing *a,
                                 VotumThing *b)
{
  gint64 x = votum_thing_get_ref (a, VOTUM_MEASURE_INDICATOR);
  gint64 y = votum_thing_get_ref (b, VOTUM_MEASURE_INDICATOR);

  /* the same order for every finalist: that of the indicators */
  if (x == y)
    {
      x = votum_thing_get_id (a);
      y = votum_thing_get_id (b);
    }

  return x < y ? -1 : x > y;
}

static void
added_cb (VotumThing *measure,
          gpointer    data)
{
  votum_desk_toast (data, TRUE, _("The measure has been added"));
}

static void
add_cb (VotumFinalistMeasures *self)
{
  static const VotumFieldSpec fields[] = {
    { VOTUM_MEASURE_VALUE, N_("Value") },   { VOTUM_MEASURE_INDICATOR, N_("What Is Measured") }, { VOTUM_MEASURE_ANSWERS, N_("Answers") },
    { VOTUM_MEASURE_PERIOD, N_("Period") }, { VOTUM_MEASURE_SOURCE, N_("Source") },              { 0, NULL },
  };
  static const VotumThingFormSpec spec = { N_("New Measure"), N_("_Add"), "measure:new", fields };
  VotumPart *part = VOTUM_PART (self);
  g_autoptr(VotumThing) measure = votum_thing_new (VOTUM_KIND_MEASURE);

  votum_thing_set_ref (measure, VOTUM_MEASURE_ENTRANT, votum_thing_get_id (votum_part_get_subject (part)));
  votum_thing_form_present (GTK_WIDGET (self), votum_part_get_desk (part), &spec, measure, added_cb,
                            votum_part_get_desk (part));
}

static void
votum_finalist_measures_finalize (GObject *object)
{
  VotumFinalistMeasures *self = VOTUM_FINALIST_MEASURES (object);

  g_object_unref (self->values);
  g_object_unref (self->answers);

  G_OBJECT_CLASS (votum_finalist_measures_parent_class)->finalize (object);
}

static void
votum_finalist_measures_class_init (VotumFinalistMeasuresClass *klass)
{
  VotumPartClass *part_class = VOTUM_PART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = votum_finalist_measures_finalize;
  part_class->kind = VOTUM_KIND_MEASURE;
  part_class->compare = votum_finalist_measures_compare;
  part_class->new_row = votum_finalist_measures_new_row;
  part_class->update_row = votum_finalist_measures_update_row;
  part_class->shown = votum_finalist_measures_shown;
}

static void
votum_finalist_measures_init (VotumFinalistMeasures *self)
{
  self->values = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->answers = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->add_button = votum_part_buttons_add (_("Add _Measure"), _("Add a figure"), G_CALLBACK (add_cb), self);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Measures"));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), self->add_button);
}
