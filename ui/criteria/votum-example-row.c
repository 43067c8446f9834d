#include "votum-config.h"

#include "votum-example-row.h"

#include <glib/gi18n.h>

#include "votum-example-words.h"

struct _VotumExampleRow {
  GtkListBoxRow parent_instance;

  GtkWidget    *labels[VOTUM_EXAMPLE_N_COLUMNS];
  GtkWidget    *trace;   /* where the numbers come from */
};

G_DEFINE_FINAL_TYPE (VotumExampleRow, votum_example_row, GTK_TYPE_LIST_BOX_ROW)

static void
votum_example_row_class_init (VotumExampleRowClass *klass)
{
}

static void
votum_example_row_init (VotumExampleRow *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  for (guint i = 0; i < VOTUM_EXAMPLE_N_COLUMNS; i++)
    {
      GtkWidget *label = gtk_label_new (NULL);
      gboolean marks = i == VOTUM_EXAMPLE_GIVEN || i == VOTUM_EXAMPLE_COUNTED;

      self->labels[i] = label;
      gtk_label_set_xalign (GTK_LABEL (label), i == VOTUM_EXAMPLE_NAME || marks ? 0 : 1);
      gtk_widget_set_hexpand (label, i == VOTUM_EXAMPLE_GIVEN);
      gtk_widget_add_css_class (label, "numeric");
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      if (marks)
        gtk_label_set_width_chars (GTK_LABEL (label), 8);
      if (i == VOTUM_EXAMPLE_COUNTED)
        gtk_label_set_max_width_chars (GTK_LABEL (label), 18);
      /* the name has a line of its own: the numbers need the width */
      gtk_box_append (GTK_BOX (i == VOTUM_EXAMPLE_NAME ? column : box), label);
    }
  self->trace = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->trace), 0);
  gtk_label_set_wrap (GTK_LABEL (self->trace), TRUE);
  gtk_widget_add_css_class (self->trace, "numeric");
  gtk_widget_set_visible (self->trace, FALSE);
  gtk_box_append (GTK_BOX (column), box);
  gtk_box_append (GTK_BOX (column), self->trace);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), column);
}

/**
 * votum_example_row_new:
 * @columns: (array): what keeps the columns of all rows equally wide
 *
 * Returns: (transfer full): a row without numbers
 */
GtkWidget *
votum_example_row_new (GtkSizeGroup **columns)
{
  VotumExampleRow *self = g_object_new (VOTUM_TYPE_EXAMPLE_ROW, NULL);

  for (guint i = VOTUM_EXAMPLE_COUNTED; i < VOTUM_EXAMPLE_N_COLUMNS; i++)
    gtk_size_group_add_widget (columns[i], self->labels[i]);

  return GTK_WIDGET (self);
}

static void
set_text (VotumExampleRow *self,
          guint            column,
          char            *text)
{
  g_autofree char *owned = text;

  gtk_label_set_text (GTK_LABEL (self->labels[column]), owned);
}

static void
set_marks (VotumExampleRow *self,
           guint            column,
           char            *markup)
{
  g_autofree char *owned = markup;

  gtk_label_set_markup (GTK_LABEL (self->labels[column]), owned);
}

static void
hide_unused (VotumExampleRow    *self,
             const VotumExample *example)
{
  const VotumTerms *terms = example->terms;
  gboolean marks = terms->method == VOTUM_METHOD_MARKS;
  gboolean changes = terms->correction == VOTUM_CORRECTION_CLIP || terms->correction == VOTUM_CORRECTION_DROP || terms->round_mark != VOTUM_EXACT;

  /* where marks count as they are, saying them twice only takes room */
  gtk_widget_set_visible (self->labels[VOTUM_EXAMPLE_COUNTED], marks && changes);
  gtk_widget_set_visible (self->labels[VOTUM_EXAMPLE_PANEL], marks);
  gtk_widget_set_visible (self->labels[VOTUM_EXAMPLE_WEIGHT], marks);
  gtk_widget_set_visible (self->labels[VOTUM_EXAMPLE_ADDS], marks);
}

/**
 * votum_example_row_show:
 * @self: a row
 * @editor: the editor
 * @example: an example
 * @leaf: one of its criteria
 */
void
votum_example_row_show (VotumExampleRow        *self,
                        VotumCriteriaEditor    *editor,
                        const VotumExample     *example,
                        const VotumExampleLeaf *leaf)
{
  g_autofree char *name = votum_criteria_editor_name (editor, leaf->criterion, VOTUM_CRITERION_NAME);
  g_autofree char *title = g_strdup_printf ("%s  %s", votum_thing_get_key (leaf->criterion), name);
  g_autofree char *trace = votum_example_trace (editor, example, leaf);
  g_autofree char *spoken = g_strdup_printf ("%s. %s", title, trace);

  gtk_label_set_text (GTK_LABEL (self->labels[VOTUM_EXAMPLE_NAME]), title);
  set_marks (self, VOTUM_EXAMPLE_GIVEN, votum_example_given (leaf));
  set_marks (self, VOTUM_EXAMPLE_COUNTED, votum_example_counted (leaf));
  set_text (self, VOTUM_EXAMPLE_PANEL, votum_example_number (leaf->panel));
  set_text (self, VOTUM_EXAMPLE_WEIGHT, votum_example_weight (example, leaf));
  set_text (self, VOTUM_EXAMPLE_ADDS, votum_example_number (leaf->weighted));
  hide_unused (self, example);
  gtk_label_set_text (GTK_LABEL (self->trace), trace);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

/**
 * votum_example_row_show_trace:
 * @self: a row
 * @show: whether to say where each number comes from
 */
void
votum_example_row_show_trace (VotumExampleRow *self,
                              gboolean         show)
{
  gtk_widget_set_visible (self->trace, show);
}

/**
 * votum_example_row_show_heading:
 * @self: a row
 * @example: an example
 *
 * Makes the row one that says what the columns are.
 */
void
votum_example_row_show_heading (VotumExampleRow    *self,
                                const VotumExample *example)
{
  static const char *const headings[] = { N_("Criterion"), N_("Given"), N_("Counted"), N_("Panel"), N_("Weight"), N_("Adds") };

  for (guint i = 0; i < VOTUM_EXAMPLE_N_COLUMNS; i++)
    {
      gtk_label_set_text (GTK_LABEL (self->labels[i]), _(headings[i]));
      gtk_widget_add_css_class (self->labels[i], "caption-heading");
    }
  gtk_widget_set_visible (self->labels[VOTUM_EXAMPLE_NAME], FALSE);
  hide_unused (self, example);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
}
