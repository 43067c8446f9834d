#include "votum-config.h"

#include "votum-paper-window.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-case-import.h"
#include "votum-case-paper.h"
#include "votum-case-progress.h"
#include "votum-format.h"
#include "votum-mark-scale.h"
#include "votum-things.h"

/* A mark that is read: where it is typed, and what is done where it differs. */
typedef struct {
  VotumThing     *entrant;
  VotumThing     *criterion;
  VotumMarkScale *scale;
  char           *title;
  GtkWidget      *row;
  GtkWidget      *correct;
} Line;

struct _VotumPaperWindow {
  AdwWindow   parent_instance;

  GtkWidget  *compare;
  GtkBox     *box;
  GtkLabel   *lead;
  GtkWidget  *reader;
  GtkLabel   *trouble;

  VotumDesk  *desk;
  VotumThing *ballot;
  GPtrArray  *lines;   /* of Line */
};

G_DEFINE_FINAL_TYPE (VotumPaperWindow, votum_paper_window, ADW_TYPE_WINDOW)

static void
line_free (gpointer data)
{
  Line *line = data;

  g_clear_object (&line->scale);
  g_free (line->title);
  g_free (line);
}

static VotumCase *
case_of (VotumPaperWindow *self)
{
  return votum_desk_get_case (self->desk);
}

static void
say (VotumPaperWindow *self,
     const char       *trouble)
{
  gtk_label_set_text (self->trouble, trouble != NULL ? trouble : "");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), trouble != NULL);
}

/* ---- what is read ---- */

static VotumMark
place_of (VotumPaperWindow *self,
          const Line       *line)
{
  return (VotumMark) {
    .round = votum_thing_get_ref (self->ballot, VOTUM_BALLOT_ROUND),
    .entrant = votum_thing_get_id (line->entrant),
    .juror = votum_thing_get_ref (self->ballot, VOTUM_BALLOT_JUROR),
    .criterion = votum_thing_get_id (line->criterion),
  };
}

/* FALSE where nothing was typed; what is no mark is told. */
static gboolean
read_line (VotumPaperWindow *self,
           const Line       *line,
           VotumMark        *mark,
           GError          **error)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (line->row))));
  g_autofree char *value = NULL;
  VotumDecimal decimal;

  *mark = place_of (self, line);
  if (*typed == '\0')
    return FALSE;
  if (g_ascii_strcasecmp (typed, VOTUM_MARK_NONE_OBSERVED) == 0)
    {
      mark->state = VOTUM_MARK_NOT_OBSERVED;
      return TRUE;
    }
  value = votum_mark_scale_parse (line->scale, typed, error);
  if (value == NULL || !votum_decimal_parse (value, &decimal, error))
    return FALSE;
  mark->digits = decimal.digits;
  mark->scale = decimal.scale;

  return TRUE;
}

static VotumMarks *
read_all (VotumPaperWindow *self)
{
  g_autoptr(VotumMarks) second = votum_marks_new ();

  for (guint i = 0; i < self->lines->len; i++)
    {
      Line *line = g_ptr_array_index (self->lines, i);
      g_autoptr(GError) error = NULL;
      VotumMark mark;

      if (read_line (self, line, &mark, &error))
        {
          votum_marks_set (second, &mark);
        }
      else if (error != NULL)
        {
          say (self, error->message);
          gtk_widget_grab_focus (line->row);
          return NULL;
        }
    }

  return g_steal_pointer (&second);
}

/* ---- what differs ---- */

static char *
describe (const VotumMark *mark)
{
  g_autofree char *value = votum_mark_text (mark);

  if (value == NULL)
    return g_strdup (_("nothing"));

  return strcmp (value, VOTUM_MARK_NONE_OBSERVED) == 0 ? g_strdup (_("not observed")) : votum_format_number (value);
}

static void
show_line (Line                       *line,
           const VotumPaperDifference *difference)
{
  g_autofree char *first = difference != NULL ? describe (difference->first) : NULL;
  /* TRANSLATORS: a criterion, and what was typed in the first time: "Culture · typed in: 4" */
  g_autofree char *title = difference != NULL ? g_strdup_printf (_("%s · typed in: %s"), line->title, first) : g_strdup (line->title);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line->row), title);
  gtk_widget_set_visible (line->correct, difference != NULL && difference->second != NULL);
  if (difference != NULL)
    gtk_widget_add_css_class (line->row, "error");
  else
    gtk_widget_remove_css_class (line->row, "error");
}

static Line *
line_of (VotumPaperWindow           *self,
         const VotumPaperDifference *difference)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      Line *line = g_ptr_array_index (self->lines, i);

      if (line->entrant == difference->entrant && line->criterion == difference->criterion)
        return line;
    }

  return NULL;
}

static void
show_differences (VotumPaperWindow *self,
                  GArray           *differences)
{
  g_autofree char *trouble = NULL;

  for (guint i = 0; i < self->lines->len; i++)
    show_line (g_ptr_array_index (self->lines, i), NULL);
  for (guint i = differences->len; i > 0; i--)
    {
      const VotumPaperDifference *one = &g_array_index (differences, VotumPaperDifference, i - 1);
      Line *line = line_of (self, one);

      if (line == NULL)
        continue;
      show_line (line, one);
      gtk_widget_grab_focus (line->row);
    }
  trouble = g_strdup_printf (ngettext ("The two readings differ in %u mark. Look at the paper together: type over what you read wrong, or correct "
                                       "what was typed in.",
                                       "The two readings differ in %u marks. Look at the paper together: type over what you read wrong, or correct "
                                       "what was typed in.", differences->len), differences->len);
  say (self, trouble);
}

static void
compare_cb (VotumPaperWindow *self)
{
  const char *reader = gtk_editable_get_text (GTK_EDITABLE (self->reader));
  g_autoptr(VotumMarks) second = NULL;
  g_autoptr(GArray) differences = NULL;
  g_autoptr(GError) error = NULL;

  say (self, NULL);
  if (!votum_case_may_read_paper (case_of (self), self->ballot, reader, &error))
    {
      say (self, error->message);
      gtk_widget_grab_focus (self->reader);
      return;
    }
  second = read_all (self);
  if (second == NULL)
    return;
  differences = votum_case_compare_paper (case_of (self), self->ballot, second);
  if (differences->len > 0)
    {
      show_differences (self, differences);
      return;
    }
  if (!votum_case_confirm_paper (case_of (self), self->ballot, second, reader, &error))
    {
      say (self, error->message);
      return;
    }
  votum_desk_toast (self->desk, TRUE, _("Both readings agree"));
  gtk_window_destroy (GTK_WINDOW (self));
}

/* What was read now is right: it takes the place of what was typed in. */
static void
correct_cb (VotumPaperWindow *self,
            GtkWidget        *button)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      Line *line = g_ptr_array_index (self->lines, i);
      g_autoptr(GError) error = NULL;
      const VotumMark *before;
      VotumMark mark;

      if (line->correct != button || !read_line (self, line, &mark, NULL))
        continue;
      before = votum_marks_lookup (votum_case_get_marks (case_of (self)), mark.round, mark.entrant, mark.juror, mark.criterion);
      mark.entered_by = votum_thing_get_text (self->ballot, VOTUM_BALLOT_ENTERED_BY);
      mark.comment = before != NULL ? before->comment : NULL;
      if (votum_case_set_mark (case_of (self), &mark, &error))
        show_line (line, NULL);
      else
        say (self, error->message);
      return;
    }
}

/* ---- making it ---- */

static void
add_line (VotumPaperWindow    *self,
          AdwPreferencesGroup *group,
          VotumThing          *entrant,
          VotumThing          *criterion)
{
  VotumScale *scale = votum_case_get_scale (case_of (self), criterion);
  Line *line = g_new0 (Line, 1);
  g_autofree char *range = NULL;

  line->entrant = entrant;
  line->criterion = criterion;
  line->scale = votum_mark_scale_new (self->desk, scale);
  line->title = votum_desk_name (self->desk, criterion);
  line->row = adw_entry_row_new ();
  line->correct = gtk_button_new_with_mnemonic (_("_Correct"));
  range = votum_mark_scale_range (line->scale);
  gtk_widget_set_valign (line->correct, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (line->correct, _("What is read here is right: it takes the place of what was typed in"));
  gtk_widget_set_tooltip_text (line->row, range);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (line->row), FALSE);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (line->row), line->correct);
  g_signal_connect_object (line->correct, "clicked", G_CALLBACK (correct_cb), self, G_CONNECT_SWAPPED);
  show_line (line, NULL);
  adw_preferences_group_add (group, line->row);
  g_ptr_array_add (self->lines, line);
}

static void
add_lines (VotumPaperWindow *self)
{
  VotumThing *round = votum_case_lookup (case_of (self), votum_thing_get_ref (self->ballot, VOTUM_BALLOT_ROUND));
  VotumThing *juror = votum_case_lookup (case_of (self), votum_thing_get_ref (self->ballot, VOTUM_BALLOT_JUROR));
  g_autoptr(GPtrArray) entrants = votum_case_round_entrants (case_of (self), round);
  g_autofree char *text = g_strdup_printf (_("Type what stands on the paper of %s, without looking at what %s typed in. “n” is for not observed; where "
                                             "there is no mark, leave the line empty."), votum_thing_get_text (juror, VOTUM_JUROR_NAME),
                                           votum_thing_get_text (self->ballot, VOTUM_BALLOT_ENTERED_BY));

  gtk_label_set_text (self->lead, text);
  for (guint e = 0; e < entrants->len; e++)
    {
      VotumThing *entrant = g_ptr_array_index (entrants, e);
      g_autoptr(GPtrArray) criteria = votum_case_criteria_for (case_of (self), entrant);
      AdwPreferencesGroup *group;
      g_autofree char *name = votum_desk_name (self->desk, entrant);
      g_autofree char *title = g_markup_escape_text (name, -1);
      VotumTally tally;

      votum_case_tally (case_of (self), round, entrant, juror, &tally);
      if (tally.wanted == 0)
        continue;
      group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
      adw_preferences_group_set_title (group, title);
      gtk_box_append (self->box, GTK_WIDGET (group));
      for (guint c = 0; c < criteria->len; c++)
        if (votum_case_get_scale (case_of (self), g_ptr_array_index (criteria, c)) != NULL)
          add_line (self, group, entrant, g_ptr_array_index (criteria, c));
    }
}

static void
votum_paper_window_dispose (GObject *object)
{
  VotumPaperWindow *self = VOTUM_PAPER_WINDOW (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->ballot);
  g_clear_pointer (&self->lines, g_ptr_array_unref);

  G_OBJECT_CLASS (votum_paper_window_parent_class)->dispose (object);
}

static void
votum_paper_window_class_init (VotumPaperWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_paper_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-paper-window.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumPaperWindow, compare);
  gtk_widget_class_bind_template_child (widget_class, VotumPaperWindow, box);
  gtk_widget_class_bind_template_child (widget_class, VotumPaperWindow, lead);
  gtk_widget_class_bind_template_child (widget_class, VotumPaperWindow, reader);
  gtk_widget_class_bind_template_child (widget_class, VotumPaperWindow, trouble);
  gtk_widget_class_bind_template_callback (widget_class, compare_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
votum_paper_window_init (VotumPaperWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->lines = g_ptr_array_new_with_free_func (line_free);
}

/**
 * votum_paper_window_present:
 * @parent: where it was asked for
 * @desk: the desk
 * @ballot: a ballot on paper
 *
 * Lets somebody read the paper a second time.
 */
void
votum_paper_window_present (GtkWidget  *parent,
                            VotumDesk  *desk,
                            VotumThing *ballot)
{
  VotumPaperWindow *self = g_object_new (VOTUM_TYPE_PAPER_WINDOW, "transient-for", gtk_widget_get_root (parent), "modal", TRUE, NULL);

  self->desk = g_object_ref (desk);
  self->ballot = g_object_ref (ballot);
  add_lines (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->reader);
}
