#include "votum-config.h"

#include "votum-finalist-notes.h"

#include <glib/gi18n.h>

#include "votum-case-holder.h"
#include "votum-format.h"
#include "votum-note-words.h"
#include "votum-things.h"

struct _VotumFinalistNotes {
  VotumPart parent_instance;
};

/* All of them stand on the page of the visits, where hundreds of them cost nothing. */
#define N_SHOWN 20

G_DEFINE_FINAL_TYPE (VotumFinalistNotes, votum_finalist_notes, VOTUM_TYPE_PART)

static void
activated_cb (VotumFinalistNotes *self,
              GtkWidget          *row)
{
  votum_desk_go (votum_part_get_desk (VOTUM_PART (self)), "visits", g_object_get_data (G_OBJECT (row), "note"));
}

static GtkWidget *
votum_finalist_notes_new_row (VotumPart  *part,
                              VotumThing *note)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_object_set_data_full (G_OBJECT (row), "note", g_object_ref (note), g_object_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (activated_cb), part, G_CONNECT_SWAPPED);

  return row;
}

/* What the note says first; below it what it is, about what, by whom and when. */
static void
votum_finalist_notes_update_row (VotumPart  *part,
                                 GtkWidget  *row,
                                 VotumThing *note)
{
  VotumDesk *desk = votum_part_get_desk (part);
  VotumCase *votum_case = votum_desk_get_case (desk);
  gint64 criterion_id = votum_thing_get_ref (note, VOTUM_NOTE_CRITERION);
  gint64 author_id = votum_thing_get_ref (note, VOTUM_NOTE_AUTHOR);
  VotumThing *criterion = criterion_id != 0 ? votum_case_lookup (votum_case, criterion_id) : NULL;
  VotumThing *author = author_id != 0 ? votum_case_lookup (votum_case, author_id) : NULL;
  g_autofree char *when = votum_format_time (votum_thing_get_text (note, VOTUM_NOTE_TIME), VOTUM_TIME_SHORT);
  g_autoptr(GString) subtitle = g_string_new (votum_note_kind_word (votum_thing_get_choice (note, VOTUM_NOTE_KIND)));

  if (criterion != NULL)
    {
      g_autofree char *name = votum_desk_name (desk, criterion);

      g_string_append_printf (subtitle, " · %s", name);
    }
  if (author != NULL && author != votum_case_get_holder (votum_case))
    g_string_append_printf (subtitle, " · %s", votum_thing_get_text (author, VOTUM_JUROR_NAME));
  if (*when != '\0')
    g_string_append_printf (subtitle, " · %s", when);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), votum_desk_text (desk, note, VOTUM_NOTE_TEXT));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle->str);
}

/* The newest come first. */
static int
votum_finalist_notes_compare (VotumThing *a,
                              VotumThing *b)
{
  int order = g_strcmp0 (votum_thing_get_text (b, VOTUM_NOTE_TIME), votum_thing_get_text (a, VOTUM_NOTE_TIME));

  return order != 0 ? order : votum_thing_get_id (a) < votum_thing_get_id (b) ? 1 : -1;
}

static void
votum_finalist_notes_shown (VotumPart *part,
                            guint      n_rows)
{
  VotumCase *votum_case = votum_part_get_case (part);
  guint n_all = votum_part_get_n_all (part);
  g_autofree char *more = NULL;
  gboolean own_only = votum_case_get_duty (votum_case) == VOTUM_DUTY_JUROR && !votum_case_sees_all (votum_case);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (part), own_only ? _("My Notes") : _("Notes"));
  gtk_widget_set_visible (GTK_WIDGET (part), n_rows > 0);
  more = n_rows < n_all ? g_strdup_printf (_("The newest %u of %u. All of them are found in Visits."), n_rows, n_all) : NULL;
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (part), more);
}

static void
votum_finalist_notes_class_init (VotumFinalistNotesClass *klass)
{
  VotumPartClass *part_class = VOTUM_PART_CLASS (klass);

  part_class->kind = VOTUM_KIND_NOTE;
  part_class->limit = N_SHOWN;
  part_class->compare = votum_finalist_notes_compare;
  part_class->new_row = votum_finalist_notes_new_row;
  part_class->update_row = votum_finalist_notes_update_row;
  part_class->shown = votum_finalist_notes_shown;
}

static void
votum_finalist_notes_init (VotumFinalistNotes *self)
{
}
