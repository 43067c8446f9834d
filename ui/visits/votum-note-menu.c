#include "votum-config.h"

#include "votum-note-menu.h"

#include <glib/gi18n.h>

#include "votum-attachment-open.h"
#include "votum-case-edit.h"
#include "votum-case-holder.h"
#include "votum-dialogs.h"
#include "votum-note-choices.h"
#include "votum-note-words.h"

/* The menu of a note: made when it is asked for, since a long list has many notes and one menu at a time. */

typedef struct {
  GtkWidget        *row;   /* owns this, by its actions */
  VotumDesk        *desk;
  VotumThing       *note;
  VotumNoteEditFunc edit;
} Menu;

static void
menu_free (gpointer data)
{
  Menu *menu = data;

  g_object_unref (menu->desk);
  g_object_unref (menu->note);
  g_free (menu);
}

static void
change (Menu       *menu,
        guint       field,
        const char *value)
{
  GError *error = NULL;

  votum_case_edit (votum_desk_get_case (menu->desk), menu->note, field, value, NULL, &error);
  votum_desk_report (menu->desk, error);
}

/**
 * votum_note_may_change:
 * @desk: the desk
 * @note: a note
 * @error: return location
 *
 * Returns: whether it may be changed in this copy of the case; if not, @error says why, for people
 */
gboolean
votum_note_may_change (VotumDesk   *desk,
                       VotumThing  *note,
                       GError     **error)
{
  VotumCase *votum_case = votum_desk_get_case (desk);

  if (!votum_case_is_read_only (votum_case))
    return votum_case_may_change (votum_case, VOTUM_KIND_NOTE, note, error);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY, _("This is a copy to look at"));

  return FALSE;
}

static void
kind_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  change (data, VOTUM_NOTE_KIND, g_variant_get_string (parameter, NULL));
}

static void
use_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       data)
{
  change (data, VOTUM_NOTE_USE, g_variant_get_string (parameter, NULL));
}

static void
criterion_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  const char *id = g_variant_get_string (parameter, NULL);

  change (data, VOTUM_NOTE_CRITERION, *id != '\0' ? id : NULL);
}

static void
edit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  Menu *menu = data;

  menu->edit (menu->row);
}

typedef struct {
  VotumDesk *desk;
  VotumThing *note;
} Adding;

static void
file_chosen_cb (GFile   *file,
                gpointer data)
{
  g_autofree Adding *adding = data;
  g_autoptr(VotumDesk) desk = adding->desk;
  g_autoptr(VotumThing) note = adding->note;
  g_autoptr(GSList) files = file != NULL ? g_slist_prepend (NULL, file) : NULL;

  if (files != NULL)
    votum_attachment_add (desk, note, files);
}

static void
photo_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       data)
{
  Menu *menu = data;
  const VotumFileChoice choice = { .title = _("Add a Photo"), .accept = _("_Add") };
  Adding *adding = g_new0 (Adding, 1);

  adding->desk = g_object_ref (menu->desk);
  adding->note = g_object_ref (menu->note);
  votum_dialogs_choose_file (menu->row, &choice, file_chosen_cb, adding);
}

static void
copy_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  Menu *menu = data;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (menu->row), votum_thing_get_text (menu->note, VOTUM_NOTE_TEXT));
  votum_desk_toast (menu->desk, FALSE, "%s", _("Note copied"));
}

/**
 * votum_note_menu_remove:
 * @desk: the desk
 * @note: a note
 *
 * Takes the note out, and offers to take that back.
 */
void
votum_note_menu_remove (VotumDesk  *desk,
                        VotumThing *note)
{
  GError *error = NULL;

  votum_case_remove (votum_desk_get_case (desk), note, &error);
  if (votum_desk_report (desk, error))
    votum_desk_toast (desk, TRUE, "%s", _("Note removed"));
}

static void
remove_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       data)
{
  Menu *menu = data;

  votum_note_menu_remove (menu->desk, menu->note);
}

static void
add_action (GSimpleActionGroup *group,
            Menu               *menu,
            const char         *name,
            const char         *state,
            gboolean            enabled,
            GCallback           callback)
{
  g_autoptr(GSimpleAction) action = state != NULL ? g_simple_action_new_stateful (name, G_VARIANT_TYPE_STRING, g_variant_new_string (state))
                                                  : g_simple_action_new (name, NULL);

  g_simple_action_set_enabled (action, enabled);
  g_signal_connect (action, "activate", callback, menu);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
}

/* The actions hold the menu's data, and the row holds them until it opens another menu. */
static void
install_actions (Menu     *menu,
                 gboolean  may_change)
{
  g_autoptr(GSimpleActionGroup) group = g_simple_action_group_new ();
  gint64 criterion = votum_thing_get_ref (menu->note, VOTUM_NOTE_CRITERION);
  g_autofree char *id = criterion != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, criterion) : g_strdup ("");

  add_action (group, menu, "edit", NULL, may_change, G_CALLBACK (edit_cb));
  add_action (group, menu, "photo", NULL, may_change, G_CALLBACK (photo_cb));
  add_action (group, menu, "copy", NULL, TRUE, G_CALLBACK (copy_cb));
  add_action (group, menu, "remove", NULL, may_change, G_CALLBACK (remove_cb));
  add_action (group, menu, "kind", votum_thing_get_text (menu->note, VOTUM_NOTE_KIND), may_change, G_CALLBACK (kind_cb));
  add_action (group, menu, "use", votum_thing_get_text (menu->note, VOTUM_NOTE_USE), may_change, G_CALLBACK (use_cb));
  add_action (group, menu, "criterion", id, may_change, G_CALLBACK (criterion_cb));
  g_object_set_data_full (G_OBJECT (group), "menu", menu, menu_free);
  gtk_widget_insert_action_group (menu->row, "note", G_ACTION_GROUP (group));
}

static void
append_choice (GMenu      *list,
               const char *word,
               const char *action,
               const char *target)
{
  g_auto(GStrv) parts = g_strsplit (word, "_", -1);
  g_autofree char *label = g_strjoinv ("__", parts);
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", target);
  g_menu_append_item (list, item);
}

static GMenu *
kinds_menu (void)
{
  const VotumField *field = &votum_thing_info (VOTUM_KIND_NOTE)->fields[VOTUM_NOTE_KIND];
  GMenu *list = g_menu_new ();

  for (guint i = 0; i < VOTUM_N_NOTE_KINDS; i++)
    append_choice (list, votum_note_kind_word (votum_note_kind_at (i)), "note.kind", field->choices[votum_note_kind_at (i)]);

  return list;
}

static GMenu *
uses_menu (void)
{
  const VotumField *field = &votum_thing_info (VOTUM_KIND_NOTE)->fields[VOTUM_NOTE_USE];
  GMenu *list = g_menu_new ();

  for (guint i = 0; i < VOTUM_N_NOTE_USES; i++)
    append_choice (list, votum_note_use_word (i), "note.use", field->choices[i]);

  return list;
}

static GMenu *
criteria_menu (Menu *menu)
{
  VotumCase *votum_case = votum_desk_get_case (menu->desk);
  VotumThing *entrant = votum_case_lookup (votum_case, votum_thing_get_ref (menu->note, VOTUM_NOTE_ENTRANT));
  g_autoptr(GPtrArray) criteria = votum_note_choices_criteria (votum_case, entrant);
  GMenu *list = g_menu_new ();

  append_choice (list, _("No criterion"), "note.criterion", "");
  for (guint i = 0; i < criteria->len; i++)
    {
      VotumThing *criterion = g_ptr_array_index (criteria, i);
      g_autofree char *name = votum_desk_name (menu->desk, criterion);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, votum_thing_get_id (criterion));

      append_choice (list, name, "note.criterion", id);
    }

  return list;
}

static GMenu *
build_menu (Menu         *menu,
            const GError *refusal)
{
  GMenu *whole = g_menu_new ();
  g_autoptr(GMenu) change_section = g_menu_new ();
  g_autoptr(GMenu) rest = g_menu_new ();
  g_autoptr(GMenu) kinds = kinds_menu ();
  g_autoptr(GMenu) uses = uses_menu ();
  g_autoptr(GMenu) criteria = criteria_menu (menu);

  g_menu_append (change_section, _("_Edit the Text"), "note.edit");
  g_menu_append_submenu (change_section, _("_Kind"), G_MENU_MODEL (kinds));
  g_menu_append_submenu (change_section, _("C_riterion"), G_MENU_MODEL (criteria));
  g_menu_append_submenu (change_section, _("Who May _Use It"), G_MENU_MODEL (uses));
  g_menu_append (change_section, _("Add a _Photo …"), "note.photo");
  g_menu_append (rest, _("_Copy the Text"), "note.copy");
  g_menu_append (rest, _("Re_move"), "note.remove");
  g_menu_append_section (whole, refusal != NULL ? refusal->message : NULL, G_MENU_MODEL (change_section));
  g_menu_append_section (whole, NULL, G_MENU_MODEL (rest));

  return whole;
}

static gboolean
unparent_cb (gpointer popover)
{
  gtk_widget_unparent (popover);

  return G_SOURCE_REMOVE;
}

/* The chosen action runs after the popover has closed; the focus goes back to the note before that. */
static void
closed_cb (GtkWidget *popover)
{
  GtkWidget *item = gtk_widget_get_parent (gtk_widget_get_parent (popover));

  if (item != NULL)
    gtk_widget_grab_focus (item);
  g_idle_add (unparent_cb, popover);
}

/**
 * votum_note_menu_popup:
 * @row: where the note is shown
 * @beside: the widget at which the menu opens
 * @desk: the desk
 * @note: the note
 * @edit: begins to change its words in @row
 */
void
votum_note_menu_popup (GtkWidget        *row,
                       GtkWidget        *beside,
                       VotumDesk        *desk,
                       VotumThing       *note,
                       VotumNoteEditFunc edit)
{
  Menu *menu = g_new0 (Menu, 1);
  g_autoptr(GMenu) model = NULL;
  g_autoptr(GError) refusal = NULL;
  graphene_rect_t bounds;
  GtkWidget *popover;

  menu->row = row;
  menu->desk = g_object_ref (desk);
  menu->note = g_object_ref (note);
  menu->edit = edit;
  install_actions (menu, votum_note_may_change (desk, note, &refusal));
  model = build_menu (menu, refusal);

  popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (model));
  /* it belongs to the row, whose actions it has */
  gtk_widget_set_parent (popover, row);
  if (gtk_widget_compute_bounds (beside, row, &bounds))
    gtk_popover_set_pointing_to (GTK_POPOVER (popover), &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                                                                           (int) bounds.size.height });
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}
