#include "votum-config.h"

#include "votum-import-problems.h"

#include <glib/gi18n.h>

struct _VotumImportProblems {
  AdwBin               parent_instance;

  AdwPreferencesGroup *group;
  GtkWidget           *copied_label;

  GPtrArray           *rows;
  char                *text;  /* all of it, to be copied */
};

G_DEFINE_FINAL_TYPE (VotumImportProblems, votum_import_problems, ADW_TYPE_BIN)

static void
copy_cb (VotumImportProblems *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->text);
  gtk_widget_set_visible (self->copied_label, TRUE);
}

static void
votum_import_problems_finalize (GObject *object)
{
  VotumImportProblems *self = VOTUM_IMPORT_PROBLEMS (object);

  g_ptr_array_unref (self->rows);
  g_free (self->text);

  G_OBJECT_CLASS (votum_import_problems_parent_class)->finalize (object);
}

static void
votum_import_problems_class_init (VotumImportProblemsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = votum_import_problems_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-import-problems.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumImportProblems, group);
  gtk_widget_class_bind_template_child (widget_class, VotumImportProblems, copied_label);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
}

static void
votum_import_problems_init (VotumImportProblems *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
clear (VotumImportProblems *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->text, g_free);
  gtk_widget_set_visible (self->copied_label, FALSE);
}

/* The sentence first, as it is what helps; the place below it. */
static void
add_row (VotumImportProblems *self,
         const char          *sentence,
         const char          *place)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sentence);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), place);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static char *
place_of (const VotumProblem *problem)
{
  if (problem->line == 0)
    return g_strdup ("");
  if (problem->column == 0)
    return g_strdup_printf (_("Line %u"), problem->line);

  return g_strdup_printf (_("Line %u, column %u"), problem->line, problem->column);
}

/**
 * votum_import_problems_show:
 * @self: a list of problems
 * @problems: what is wrong
 * @file: what the file is called
 */
void
votum_import_problems_show (VotumImportProblems *self,
                            const VotumProblems *problems,
                            const char          *file)
{
  guint n_more = votum_problems_count (problems) - votum_problems_kept (problems);
  g_autofree char *more = NULL;

  clear (self);
  for (guint i = 0; i < votum_problems_kept (problems); i++)
    {
      const VotumProblem *problem = votum_problems_get (problems, i);
      g_autofree char *place = place_of (problem);

      add_row (self, problem->message, place);
    }
  if (n_more > 0)
    {
      more = g_strdup_printf (ngettext ("and %u more", "and %u more", n_more), n_more);
      add_row (self, more, "");
    }
  self->text = votum_problems_to_string (problems, file);
  adw_preferences_group_set_description (self->group, _("Nothing has been changed. Correct the file, or ask whoever made it, and import it "
                                                        "again."));
}

/**
 * votum_import_problems_error:
 * @self: a list of problems
 * @sentence: what has gone wrong with the file as a whole
 */
void
votum_import_problems_error (VotumImportProblems *self,
                             const char          *sentence)
{
  clear (self);
  add_row (self, sentence, "");
  self->text = g_strdup (sentence);
  adw_preferences_group_set_description (self->group, _("Nothing has been changed."));
}
