#include "votum-config.h"

#include "votum-later-window.h"

#include <glib/gi18n.h>

#include "votum-case-async.h"
#include "votum-case-ballots.h"
#include "votum-case-holder.h"
#include "votum-dialogs.h"
#include "votum-format.h"
#include "votum-import-rows.h"
#include "votum-recent-cases.h"

#define MOST_ROWS 100  /* more than that nobody reads here */

struct _VotumLaterWindow {
  AdwWindow            parent_instance;

  GtkWidget           *take;
  GtkLabel            *lead;
  GtkLabel            *marks;
  AdwPreferencesGroup *group;

  VotumDesk           *desk;
  VotumCase           *later;   /* the hand-out */
};

G_DEFINE_FINAL_TYPE (VotumLaterWindow, votum_later_window, ADW_TYPE_WINDOW)

static void
refuse (GtkWindow  *parent,
        const char *sentence)
{
  votum_dialogs_tell (GTK_WIDGET (parent), _("The hand-out was not taken in"), sentence);
}

/* ---- what it brings ---- */

static const char *
icon_of (VotumImportRow *row,
         const char    **word)
{
  switch (votum_import_row_get_sign (row))
    {
    case VOTUM_IMPORT_ROW_NEW:
      *word = _("New");
      return "list-add-symbolic";
    case VOTUM_IMPORT_ROW_GONE:
      *word = _("Goes");
      return "list-remove-symbolic";
    case VOTUM_IMPORT_ROW_CHANGED:
    default:
      *word = _("Changed");
      return "document-edit-symbolic";
    }
}

static void
add_row (VotumLaterWindow *self,
         VotumImportRow   *item)
{
  GtkWidget *row = adw_action_row_new ();
  const char *word;
  const char *icon = icon_of (item, &word);
  GtkWidget *label = gtk_label_new (word);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), votum_import_row_get_title (item));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), votum_import_row_get_detail (item));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_icon_name (ADW_ACTION_ROW (row), icon);
  gtk_widget_add_css_class (label, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, label, NULL, -1);
  adw_preferences_group_add (self->group, row);
}

static void
show_rows (VotumLaterWindow *self,
           VotumImport      *plan)
{
  g_autoptr(GListModel) rows = votum_import_rows_new (self->desk, plan);
  guint n = g_list_model_get_n_items (rows);
  g_autofree char *more = NULL;

  for (guint i = 0; i < n && i < MOST_ROWS; i++)
    {
      g_autoptr(VotumImportRow) row = g_list_model_get_item (rows, i);

      add_row (self, row);
    }
  if (n > MOST_ROWS)
    more = g_strdup_printf (ngettext ("The first %u are shown, and %u more comes.", "The first %u are shown, and %u more come.", n - MOST_ROWS),
                            MOST_ROWS, n - MOST_ROWS);
  adw_preferences_group_set_description (self->group, n == 0 ? _("Nothing: your case has all of it already.") : more);
}

static void
show_marks (VotumLaterWindow *self,
            VotumImport      *plan)
{
  guint removed = votum_import_marks (plan)->removed;
  g_autofree char *text = removed == 0
                          ? g_strdup (_("Your marks, comments and notes stay as they are."))
                          : g_strdup_printf (ngettext ("%u of your marks goes, since the chair knows of a recusal that your case does not. The others, your "
                                                       "comments and your notes stay as they are.",
                                                       "%u of your marks go, since the chair knows of a recusal that your case does not. The others, your "
                                                       "comments and your notes stay as they are.", removed), removed);

  gtk_label_set_text (self->marks, text);
}

static void
show (VotumLaterWindow *self,
      VotumImport      *plan)
{
  VotumThing *hand_out = votum_case_get_hand_out (self->later, votum_case_get_holder (self->later));
  g_autofree char *when = votum_format_time (votum_thing_get_text (hand_out, VOTUM_HAND_OUT_TIME), VOTUM_TIME_SHORT);
  g_autofree char *lead = g_strdup_printf (_("The chair handed this out %s. It goes into the case that you work in."), when);

  gtk_label_set_text (self->lead, lead);
  show_marks (self, plan);
  show_rows (self, plan);
}

/* ---- taking it in ---- */

/* The file has nothing any more that is not in the case: whoever opens it would work in the wrong one. */
static void
forget_file (VotumLaterWindow *self)
{
  g_autoptr(GFile) file = g_file_new_for_path (votum_case_get_path (self->later));

  votum_recent_cases_remove (file);
}

static void
take_cb (VotumLaterWindow *self)
{
  VotumCase *votum_case = votum_desk_get_case (self->desk);
  g_autofree char *name = g_filename_display_basename (votum_case_get_path (self->later));
  g_autoptr(GError) error = NULL;
  g_autoptr(VotumImport) plan = NULL;

  /* another window may have changed the case since it was looked at */
  votum_desk_flush (self->desk);
  plan = votum_case_plan_hand_out (votum_case, self->later, &error);
  if (plan == NULL || !votum_case_bring_hand_out (votum_case, self->later, plan, name, &error))
    {
      refuse (GTK_WINDOW (self), error->message);
      return;
    }
  forget_file (self);
  votum_desk_toast (self->desk, FALSE, _("What the chair sent is in your case now"));
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
cancel_cb (VotumLaterWindow *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
votum_later_window_dispose (GObject *object)
{
  VotumLaterWindow *self = VOTUM_LATER_WINDOW (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->later);

  G_OBJECT_CLASS (votum_later_window_parent_class)->dispose (object);
}

static void
votum_later_window_class_init (VotumLaterWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_later_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-later-window.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumLaterWindow, take);
  gtk_widget_class_bind_template_child (widget_class, VotumLaterWindow, lead);
  gtk_widget_class_bind_template_child (widget_class, VotumLaterWindow, marks);
  gtk_widget_class_bind_template_child (widget_class, VotumLaterWindow, group);
  gtk_widget_class_bind_template_callback (widget_class, take_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
votum_later_window_init (VotumLaterWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * votum_later_window_present:
 * @parent: a window of the juror's case
 * @desk: its desk
 * @later: a later hand-out, opened
 *
 * Shows what it would bring; where it does not fit, says why.
 */
void
votum_later_window_present (GtkWindow *parent,
                            VotumDesk *desk,
                            VotumCase *later)
{
  VotumLaterWindow *self;
  g_autoptr(GError) error = NULL;
  g_autoptr(VotumImport) plan = NULL;

  votum_desk_flush (desk);
  plan = votum_case_plan_hand_out (votum_desk_get_case (desk), later, &error);
  if (plan == NULL)
    {
      refuse (parent, error->message);
      return;
    }
  self = g_object_new (VOTUM_TYPE_LATER_WINDOW, "transient-for", parent, "modal", TRUE, NULL);
  self->desk = g_object_ref (desk);
  self->later = g_object_ref (later);
  show (self, plan);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->take);
}

/* ---- from a file ---- */

/* Where what is being opened goes. */
typedef struct {
  GtkWindow *parent;
  VotumDesk *desk;
} Target;

static void
target_free (Target *target)
{
  g_object_unref (target->parent);
  g_object_unref (target->desk);
  g_free (target);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Target, target_free)

static Target *
target_new (GtkWindow *parent,
            VotumDesk *desk)
{
  Target *target = g_new0 (Target, 1);

  target->parent = g_object_ref (parent);
  target->desk = g_object_ref (desk);

  return target;
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Target) target = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(VotumCase) later = votum_case_open_finish (result, &error);

  if (gtk_window_get_application (target->parent) == NULL)
    return;
  if (later == NULL)
    refuse (target->parent, error->message);
  else
    votum_later_window_present (target->parent, target->desk, later);
}

/**
 * votum_later_window_open:
 * @parent: a window of the juror's case
 * @desk: its desk
 * @file: a later hand-out
 */
void
votum_later_window_open (GtkWindow *parent,
                         VotumDesk *desk,
                         GFile     *file)
{
  if (g_file_peek_path (file) == NULL)
    {
      refuse (parent, _("This file is not on the computer. Copy it to a folder of your own first."));
      return;
    }
  votum_case_open_async (g_file_peek_path (file), VOTUM_CASE_OPEN_READ_ONLY, NULL, opened_cb, target_new (parent, desk));
}

static void
chosen_cb (GFile   *file,
           gpointer data)
{
  g_autoptr(Target) target = data;

  if (file != NULL && gtk_window_get_application (target->parent) != NULL)
    votum_later_window_open (target->parent, target->desk, file);
}

/**
 * votum_later_window_choose:
 * @parent: a window of the juror's case
 * @desk: its desk
 *
 * Asks for the file that the chair has sent.
 */
void
votum_later_window_choose (GtkWindow *parent,
                           VotumDesk *desk)
{
  static const char *const patterns[] = { "*.votum", NULL };
  const VotumFileChoice choice = {
    .title = _("Take In What the Chair Sent"), .accept = _("_Open"), .filter_name = _("Cases of Votum"), .patterns = patterns,
  };

  votum_dialogs_choose_file (GTK_WIDGET (parent), &choice, chosen_cb, target_new (parent, desk));
}
