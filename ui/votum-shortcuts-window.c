#include "votum-config.h"

#include "votum-shortcuts-window.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-sidebar.h"
#include "votum-text.h"

/* GTK has a window for this, which grows beyond the screen with large text, cannot be scrolled, and is on its way out. */

struct _VotumShortcutsWindow {
  AdwWindow           parent_instance;

  GtkSearchEntry     *search;
  GtkStack           *stack;
  AdwPreferencesPage *page;

  GPtrArray          *groups;  /* of AdwPreferencesGroup, not owned */
  GPtrArray          *rows;    /* of AdwActionRow, not owned */
};

G_DEFINE_FINAL_TYPE (VotumShortcutsWindow, votum_shortcuts_window, ADW_TYPE_WINDOW)

/* A line without keys begins a group. Keys with a space between are two ways to the same. The steps of the work are
 * not among them: their keys are as the sidebar shows them. */
static const struct {
  const char *title;
  const char *keys;
} shortcuts[] = {
  { NC_("shortcuts", "Everywhere"), NULL },
  { NC_("shortcuts", "Undo"), "<Control>z" },
  { NC_("shortcuts", "Redo"), "<Control><Shift>z <Control>y" },
  { NC_("shortcuts", "Search on the page"), "<Control>f" },
  { NC_("shortcuts", "Find in the whole case"), "<Control><Shift>f" },
  { NC_("shortcuts", "Show or hide the steps of the work"), "F9" },
  { NC_("shortcuts", "Main menu"), "F10" },
  { NC_("shortcuts", "Preferences"), "<Control>comma" },
  { NC_("shortcuts", "Keyboard shortcuts"), "<Control>question" },
  { NC_("shortcuts", "Cases and Windows"), NULL },
  { NC_("shortcuts", "New case"), "<Control>n" },
  { NC_("shortcuts", "Open a case"), "<Control>o" },
  { NC_("shortcuts", "Another window on this case"), "<Control><Shift>n" },
  { NC_("shortcuts", "Hand in the marks"), "<Control><Shift>h" },
  { NC_("shortcuts", "Change log"), "<Control><Shift>l" },
  { NC_("shortcuts", "Close the case"), "<Control><Shift>w" },
  { NC_("shortcuts", "Close the window"), "<Control>w" },
  { NC_("shortcuts", "Quit"), "<Control>q" },
  { NC_("shortcuts", "Scoring"), NULL },
  { NC_("shortcuts", "Give a mark"), "0 9" },
  { NC_("shortcuts", "Not observed"), "n" },
  { NC_("shortcuts", "Write a comment"), "c" },
  { NC_("shortcuts", "Take the mark back"), "Delete" },
  { NC_("shortcuts", "Next or previous criterion"), "Down Up" },
  { NC_("shortcuts", "Next or previous finalist"), "<Control>Down <Control>Up" },
  { NC_("shortcuts", "Next missing mark or reason"), "<Control>Return" },
  { NC_("shortcuts", "Show or hide notes and submission"), "F8" },
  { NC_("shortcuts", "Move a finalist up or down in your order"), "<Alt>Up <Alt>Down" },
  { NC_("shortcuts", "Take its place away"), "Delete" },
  { NC_("shortcuts", "Visits and Notes"), NULL },
  { NC_("shortcuts", "Kind of the note"), "<Control>1 <Control>5" },
  { NC_("shortcuts", "Criterion of the note"), "<Control>k" },
  { NC_("shortcuts", "Save the note"), "Return" },
  { NC_("shortcuts", "New line in the note"), "<Shift>Return" },
  { NC_("shortcuts", "Change a note or a line of the plan"), "F2" },
  { NC_("shortcuts", "Remove it"), "Delete" },
  { NC_("shortcuts", "Move a line of the plan"), "<Alt>Up <Alt>Down" },
  { NC_("shortcuts", "Show or hide the plan of the visit"), "F8" },
  { NC_("shortcuts", "Deliberation"), NULL },
  { NC_("shortcuts", "Move a point of the agenda"), "<Alt>Up <Alt>Down" },
  { NC_("shortcuts", "Finalists"), NULL },
  { NC_("shortcuts", "Import a shortlist"), "<Control>i" },
  { NC_("shortcuts", "Edit the finalist"), "<Control>e" },
  { NC_("shortcuts", "Compare"), NULL },
  { NC_("shortcuts", "From one point of a chart to the next"), "Right Left" },
  { NC_("shortcuts", "Marks and notes behind the point"), "Return" },
  { NC_("shortcuts", "Present on the whole screen"), "F5" },
  { NC_("shortcuts", "Presentation: hide the jurors’ names"), "n" },
  { NC_("shortcuts", "Criteria and Jury"), NULL },
  { NC_("shortcuts", "Move up or down"), "<Alt>Up <Alt>Down" },
  { NC_("shortcuts", "Move a criterion out of its group, or into one"), "<Alt>Left <Alt>Right" },
  { NC_("shortcuts", "Remove the criterion"), "Delete" },
  { NC_("shortcuts", "Verdict"), NULL },
  { NC_("shortcuts", "Print"), "<Control>p" },
  { NC_("shortcuts", "Export what the page shows"), "<Control>e" },
};

/* As the reader's keyboard calls them: "Strg+Z". */
static char *
label_of (const char *keys)
{
  g_auto(GStrv) accelerators = g_strsplit (keys, " ", -1);
  g_autoptr(GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; accelerators[i] != NULL; i++)
    {
      guint key;
      GdkModifierType modifiers;

      if (gtk_accelerator_parse (accelerators[i], &key, &modifiers))
        g_ptr_array_add (labels, gtk_accelerator_get_label (key, modifiers));
    }
  g_ptr_array_add (labels, NULL);
  /* TRANSLATORS: between the first and the last of a row of keys: "0 … 9" */
  if (labels->len == 3 && g_ascii_isdigit (keys[strlen (keys) - 1]))
    return g_strjoinv (_(" … "), (char **) labels->pdata);

  /* TRANSLATORS: between keys of which each does what is said: "Ctrl+Y or Ctrl+Shift+Z" */
  return g_strjoinv (_(" or "), (char **) labels->pdata);
}

static void
add_row (VotumShortcutsWindow *self,
         const char           *title,
         const char           *keys)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *text = label_of (keys);
  GtkWidget *label = gtk_label_new (text);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (label, "keys");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, label, NULL, -1);
  adw_preferences_group_add (g_ptr_array_index (self->groups, self->groups->len - 1), row);
  g_object_set_data (G_OBJECT (row), "group", g_ptr_array_index (self->groups, self->groups->len - 1));
  g_ptr_array_add (self->rows, row);
}

static gboolean
matches (AdwPreferencesRow *row,
         const char        *wanted)
{
  g_autofree char *folded = votum_text_fold (adw_preferences_row_get_title (row));

  return strstr (folded, wanted) != NULL;
}

static void
search_cb (VotumShortcutsWindow *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));
  g_autofree char *wanted = votum_text_fold (text);
  guint n_found = 0;

  for (guint i = 0; i < self->groups->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (self->groups, i), FALSE);
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      gboolean found = *wanted == '\0' || matches (ADW_PREFERENCES_ROW (row), wanted);

      gtk_widget_set_visible (row, found);
      if (found)
        gtk_widget_set_visible (g_object_get_data (G_OBJECT (row), "group"), TRUE);
      n_found += found ? 1 : 0;
    }
  gtk_stack_set_visible_child_name (self->stack, n_found > 0 ? "keys" : "nothing");
}

static void
search_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (VOTUM_SHORTCUTS_WINDOW (widget)->search));
}

static void
votum_shortcuts_window_finalize (GObject *object)
{
  VotumShortcutsWindow *self = VOTUM_SHORTCUTS_WINDOW (object);

  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (votum_shortcuts_window_parent_class)->finalize (object);
}

static void
votum_shortcuts_window_class_init (VotumShortcutsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = votum_shortcuts_window_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-shortcuts-window.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumShortcutsWindow, search);
  gtk_widget_class_bind_template_child (widget_class, VotumShortcutsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, VotumShortcutsWindow, page);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_install_action (widget_class, "shortcuts.search", NULL, search_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "shortcuts.search", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
votum_shortcuts_window_init (VotumShortcutsWindow *self)
{
  self->groups = g_ptr_array_new ();
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_group (VotumShortcutsWindow *self,
           const char           *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
  g_ptr_array_add (self->groups, group);
}

static void
add_steps (VotumShortcutsWindow *self,
           VotumCase            *votum_case)
{
  const VotumStep *step;

  add_group (self, C_("shortcuts", "Steps of the Work"));
  for (guint i = 0; i < 10 && (step = votum_steps_nth (votum_case, i)) != NULL; i++)
    {
      g_autofree char *keys = g_strdup_printf ("<Alt>%u", (i + 1) % 10);

      add_row (self, gettext (step->title), keys);
    }
}

/* The steps come after what holds everywhere. */
static void
add_all (VotumShortcutsWindow *self,
         VotumCase            *votum_case)
{
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      const char *title = g_dpgettext2 (NULL, "shortcuts", shortcuts[i].title);

      if (shortcuts[i].keys != NULL)
        {
          add_row (self, title, shortcuts[i].keys);
          continue;
        }
      if (self->groups->len == 1 && votum_case != NULL)
        add_steps (self, votum_case);
      add_group (self, title);
    }
}

/**
 * votum_shortcuts_window_present:
 * @parent: the window in which somebody asks for the keys
 * @votum_case: (nullable): the case whose steps have keys
 */
void
votum_shortcuts_window_present (GtkWindow *parent,
                                VotumCase *votum_case)
{
  VotumShortcutsWindow *self = g_object_new (VOTUM_TYPE_SHORTCUTS_WINDOW, "transient-for", parent, "modal", TRUE, NULL);

  add_all (self, votum_case);
  gtk_window_present (GTK_WINDOW (self));
}
