#include "votum-config.h"

#include "votum-versions-window.h"

#include <glib/gi18n.h>

#include "votum-case-citation-compare.h"
#include "votum-case-holder.h"
#include "votum-case-wordings.h"
#include "votum-format.h"

struct _VotumVersionsWindow {
  AdwWindow    parent_instance;

  GtkListBox  *list;
  GtkDropDown *with;
  GtkTextView *text;
  GtkLabel    *count;
  GtkWidget   *restore;

  VotumDesk   *desk;
  VotumThing  *citation;
  GPtrArray   *wordings;   /* of VotumThing, the latest first */
  GtkTextTag  *added;
  GtkTextTag  *removed;
};

G_DEFINE_FINAL_TYPE (VotumVersionsWindow, votum_versions_window, ADW_TYPE_WINDOW)

static char *
name_of (VotumThing *wording)
{
  const char *name = votum_thing_get_text (wording, VOTUM_WORDING_NAME);

  if (name != NULL)
    return g_strdup (name);

  /* TRANSLATORS: a version of a text that has no name: "Version 3" */
  return g_strdup_printf (_("Version %u"), (guint) votum_thing_get_number (wording, VOTUM_WORDING_NUMBER));
}

/* When, by whom, and how long it was. */
static char *
about (VotumThing *wording)
{
  const char *author = votum_thing_get_text (wording, VOTUM_WORDING_AUTHOR);
  g_autofree char *time = votum_format_time (votum_thing_get_text (wording, VOTUM_WORDING_TIME), VOTUM_TIME_SHORT);
  guint n = votum_citation_count_words (votum_thing_get_text (wording, VOTUM_WORDING_TEXT));
  g_autofree char *words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u word", "%u words", n), n);

  return g_strdup_printf ("%s · %s · %s", time, author != NULL ? author : "–", words);
}

static VotumThing *
chosen (VotumVersionsWindow *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? g_ptr_array_index (self->wordings, (guint) gtk_list_box_row_get_index (row)) : NULL;
}

static const char *
compared_with (VotumVersionsWindow *self)
{
  guint selected = gtk_drop_down_get_selected (self->with);

  if (selected == 0 || selected > self->wordings->len)
    return votum_thing_get_text (self->citation, VOTUM_CITATION_TEXT);

  return votum_thing_get_text (g_ptr_array_index (self->wordings, selected - 1), VOTUM_WORDING_TEXT);
}

/* For who hears the text: the tags are not read. */
static void
describe (VotumVersionsWindow *self,
          GPtrArray           *runs)
{
  g_autoptr(GString) told = g_string_new (NULL);
  guint n_added = 0;
  guint n_removed = 0;
  g_autofree char *added = NULL;
  g_autofree char *removed = NULL;
  g_autofree char *count = NULL;

  for (guint i = 0; i < runs->len; i++)
    {
      const VotumWordsRun *run = g_ptr_array_index (runs, i);
      g_autofree char *words = g_strstrip (g_strdup (run->text));

      if (run->change == VOTUM_WORDS_SAME)
        continue;
      *(run->change == VOTUM_WORDS_ADDED ? &n_added : &n_removed) += votum_citation_count_words (words);
      g_string_append_printf (told, run->change == VOTUM_WORDS_ADDED ? _("Added: “%s”. ") : _("Removed: “%s”. "), words);
    }
  removed = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u word removed", "%u words removed", n_removed), n_removed);
  added = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u word added", "%u words added", n_added), n_added);
  /* TRANSLATORS: how two versions of a text differ: "3 words removed (struck through), 5 words added (underlined)" */
  count = n_added + n_removed > 0 ? g_strdup_printf (_("%s (struck through), %s (underlined)"), removed, added)
                                  : g_strdup (_("The words are the same."));
  gtk_label_set_text (self->count, count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, told->str, -1);
}

static void
show_difference (VotumVersionsWindow *self)
{
  g_autoptr(GPtrArray) runs = NULL;
  GtkTextBuffer *buffer;
  VotumThing *wording;
  GtkTextIter end;

  /* the list tells of its selection also while the window goes */
  if (self->citation == NULL)
    return;
  buffer = gtk_text_view_get_buffer (self->text);
  wording = chosen (self);
  gtk_text_buffer_set_text (buffer, "", -1);
  if (wording == NULL)
    return;
  runs = votum_citation_compare (votum_thing_get_text (wording, VOTUM_WORDING_TEXT), compared_with (self));
  gtk_text_buffer_get_end_iter (buffer, &end);
  for (guint i = 0; i < runs->len; i++)
    {
      const VotumWordsRun *run = g_ptr_array_index (runs, i);

      if (run->change == VOTUM_WORDS_SAME)
        gtk_text_buffer_insert (buffer, &end, run->text, -1);
      else
        gtk_text_buffer_insert_with_tags (buffer, &end, run->text, -1, run->change == VOTUM_WORDS_ADDED ? self->added : self->removed, NULL);
    }
  describe (self, runs);
}

static void
restore_cb (VotumVersionsWindow *self)
{
  VotumThing *wording = chosen (self);
  g_autofree char *name = wording != NULL ? name_of (wording) : NULL;
  GError *error = NULL;

  if (wording == NULL)
    return;
  votum_case_restore_wording (votum_desk_get_case (self->desk), wording, &error);
  if (votum_desk_report (self->desk, error))
    {
      votum_desk_toast (self->desk, TRUE, _("The text reads as in “%s” again"), name);
      gtk_window_close (GTK_WINDOW (self));
    }
}

static void
fill (VotumVersionsWindow *self)
{
  g_autoptr(GPtrArray) kept = votum_case_list_wordings (votum_desk_get_case (self->desk), self->citation);
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _("The text as it is now"));
  for (guint i = kept->len; i-- > 0;)
    {
      VotumThing *wording = g_ptr_array_index (kept, i);
      GtkWidget *row = adw_action_row_new ();
      g_autofree char *name = name_of (wording);
      g_autofree char *subtitle = about (wording);

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
      gtk_list_box_append (self->list, row);
      gtk_string_list_append (names, name);
      g_ptr_array_add (self->wordings, g_object_ref (wording));
    }
  gtk_drop_down_set_model (self->with, G_LIST_MODEL (names));
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  gtk_widget_set_sensitive (self->restore, votum_case_may_change (votum_desk_get_case (self->desk), VOTUM_KIND_CITATION, self->citation, NULL));
}

/**
 * votum_versions_window_present:
 * @parent: the window above which it stands
 * @desk: the desk
 * @citation: a citation with versions that were kept
 */
void
votum_versions_window_present (GtkWindow  *parent,
                               VotumDesk  *desk,
                               VotumThing *citation)
{
  VotumVersionsWindow *self = g_object_new (VOTUM_TYPE_VERSIONS_WINDOW, "transient-for", parent, NULL);

  self->desk = g_object_ref (desk);
  self->citation = g_object_ref (citation);
  fill (self);
  gtk_window_present (GTK_WINDOW (self));
}

static void
votum_versions_window_dispose (GObject *object)
{
  VotumVersionsWindow *self = VOTUM_VERSIONS_WINDOW (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->citation);

  G_OBJECT_CLASS (votum_versions_window_parent_class)->dispose (object);
}

static void
votum_versions_window_finalize (GObject *object)
{
  g_ptr_array_unref (VOTUM_VERSIONS_WINDOW (object)->wordings);

  G_OBJECT_CLASS (votum_versions_window_parent_class)->finalize (object);
}

static void
votum_versions_window_class_init (VotumVersionsWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = votum_versions_window_dispose;
  object_class->finalize = votum_versions_window_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-versions-window.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumVersionsWindow, list);
  gtk_widget_class_bind_template_child (widget_class, VotumVersionsWindow, with);
  gtk_widget_class_bind_template_child (widget_class, VotumVersionsWindow, text);
  gtk_widget_class_bind_template_child (widget_class, VotumVersionsWindow, count);
  gtk_widget_class_bind_template_child (widget_class, VotumVersionsWindow, restore);
  gtk_widget_class_bind_template_callback (widget_class, restore_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_difference);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
votum_versions_window_init (VotumVersionsWindow *self)
{
  GtkTextBuffer *buffer;

  self->wordings = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  buffer = gtk_text_view_get_buffer (self->text);
  /* told by the line and not by the colour alone; both colours are seen on light and on dark */
  self->added = gtk_text_buffer_create_tag (buffer, NULL, "underline", PANGO_UNDERLINE_SINGLE, "weight", PANGO_WEIGHT_SEMIBOLD,
                                            "background", "rgba(46,194,126,0.22)", NULL);
  self->removed = gtk_text_buffer_create_tag (buffer, NULL, "strikethrough", TRUE, "background", "rgba(224,27,36,0.16)", NULL);
}
