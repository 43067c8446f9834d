#include "votum-config.h"

#include "votum-field-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-binder.h"
#include "votum-case-drafts.h"
#include "votum-case-edit.h"
#include "votum-case-result.h"
#include "votum-language-names.h"

/* What a row with a choice knows. */
typedef struct {
  VotumDesk  *desk;
  VotumThing *thing;     /* (nullable): nothing yet, something new is being made */
  guint       field;
  GPtrArray  *values;    /* of char*: what each place of the list stands for, in canonical text; "": nothing */
  gboolean    setting;
} Choice;

static GQuark
choice_quark (void)
{
  return g_quark_from_static_string ("votum-choice");
}

static GQuark
words_quark (void)
{
  return g_quark_from_static_string ("votum-words");
}

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  g_object_unref (choice->desk);
  g_clear_object (&choice->thing);
  g_ptr_array_unref (choice->values);
  g_free (choice);
}

static char *
stored_value (Choice *choice)
{
  char *value = votum_thing_is_set (choice->thing, choice->field) ? votum_thing_field_to_text (choice->thing, choice->field) : NULL;

  return value != NULL ? value : g_strdup ("");
}

static void
show_choice_cb (AdwComboRow *row)
{
  Choice *choice = g_object_get_qdata (G_OBJECT (row), choice_quark ());
  g_autofree char *value = stored_value (choice);
  guint place;

  choice->setting = TRUE;
  if (g_ptr_array_find_with_equal_func (choice->values, value, g_str_equal, &place))
    adw_combo_row_set_selected (row, place);
  choice->setting = FALSE;
}

static void
chosen_cb (AdwComboRow *row)
{
  Choice *choice = g_object_get_qdata (G_OBJECT (row), choice_quark ());
  guint selected = adw_combo_row_get_selected (row);
  g_autofree char *before = NULL;
  const char *value;
  GError *error = NULL;

  if (choice->setting || choice->thing == NULL || selected >= choice->values->len)
    return;
  value = g_ptr_array_index (choice->values, selected);
  before = stored_value (choice);
  if (strcmp (value, before) == 0)
    return;

  votum_desk_flush (choice->desk);
  votum_case_edit (votum_desk_get_case (choice->desk), choice->thing, choice->field, *value != '\0' ? value : NULL, NULL, &error);
  if (!votum_desk_report (choice->desk, error))
    show_choice_cb (row);
}

static GtkWidget *
new_choice_row (VotumDesk     *desk,
                VotumThing    *thing,
                guint          field,
                const char    *label,
                GtkStringList *words,
                GPtrArray     *values)
{
  GtkWidget *row = g_object_new (ADW_TYPE_COMBO_ROW, "title", label, "model", words, NULL);
  Choice *choice = g_new0 (Choice, 1);

  choice->desk = g_object_ref (desk);
  choice->field = field;
  choice->values = g_ptr_array_ref (values);
  g_set_object (&choice->thing, thing);
  g_object_set_qdata_full (G_OBJECT (row), choice_quark (), choice, choice_free);
  if (thing != NULL)
    {
      g_autofree char *signal = g_strconcat ("notify::", votum_thing_get_info (thing)->fields[field].name, NULL);

      show_choice_cb (ADW_COMBO_ROW (row));
      g_signal_connect_object (thing, signal, G_CALLBACK (show_choice_cb), row, G_CONNECT_SWAPPED);
      g_signal_connect (row, "notify::selected", G_CALLBACK (chosen_cb), NULL);
    }

  return row;
}

static void
collect_things (VotumDesk     *desk,
                VotumKind      kind,
                const char    *none,
                GtkStringList *words,
                GPtrArray     *values)
{
  gboolean ordered = votum_thing_info_find (votum_thing_info (kind), "position") >= 0;
  GListModel *all = votum_case_get_things (votum_desk_get_case (desk), kind);
  g_autoptr(GPtrArray) things = ordered ? votum_case_in_order (votum_desk_get_case (desk), kind)
                                        : g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; !ordered && i < g_list_model_get_n_items (all); i++)
    g_ptr_array_add (things, g_list_model_get_item (all, i));
  if (none != NULL)
    {
      gtk_string_list_append (words, none);
      g_ptr_array_add (values, g_strdup (""));
    }
  for (guint i = 0; i < things->len; i++)
    {
      VotumThing *thing = g_ptr_array_index (things, i);
      g_autofree char *name = votum_desk_name (desk, thing);

      gtk_string_list_append (words, name);
      g_ptr_array_add (values, g_strdup_printf ("%" G_GINT64_FORMAT, votum_thing_get_id (thing)));
    }
}

static GtkWidget *
new_entry_row (const char *label)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  g_object_set_qdata (G_OBJECT (row), words_quark (), row);

  return row;
}

/* A text of several lines, with its label above it. */
static GtkWidget *
new_prose_row (const char *label)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *caption = gtk_label_new (label);
  GtkWidget *view = gtk_text_view_new ();

  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_widget_add_css_class (view, "prose");
  gtk_widget_set_size_request (view, -1, 72);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_box_append (GTK_BOX (box), caption);
  gtk_box_append (GTK_BOX (box), view);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 9);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  g_object_set_qdata (G_OBJECT (row), words_quark (), view);

  return row;
}

static GtkWidget *
words_of (GtkWidget *row)
{
  return g_object_get_qdata (G_OBJECT (row), words_quark ());
}

/**
 * votum_field_row_new:
 * @desk: a desk
 * @thing: a thing of the case
 * @field: a field with text on one line or a number
 * @label: what it is called
 *
 * Returns: (transfer floating): a row that shows and changes it
 */
GtkWidget *
votum_field_row_new (VotumDesk  *desk,
                     VotumThing *thing,
                     guint       field,
                     const char *label)
{
  GtkWidget *row = new_entry_row (label);

  votum_binder_bind (row, desk, thing, field, NULL);

  return row;
}

/**
 * votum_field_row_prose:
 * @desk: a desk
 * @thing: a thing of the case
 * @field: a field with text of several lines
 * @label: what it is called
 *
 * Returns: (transfer floating): a row that shows and changes it
 */
GtkWidget *
votum_field_row_prose (VotumDesk  *desk,
                       VotumThing *thing,
                       guint       field,
                       const char *label)
{
  GtkWidget *row = new_prose_row (label);

  votum_binder_bind (words_of (row), desk, thing, field, NULL);

  return row;
}

/**
 * votum_field_row_ref:
 * @desk: a desk
 * @thing: a thing of the case
 * @field: a field that refers to another thing
 * @label: what it is called
 * @none: (nullable): what stands for nothing, where that is possible
 *
 * Returns: (transfer floating): a row in which one of the case's things is chosen
 */
GtkWidget *
votum_field_row_ref (VotumDesk  *desk,
                     VotumThing *thing,
                     guint       field,
                     const char *label,
                     const char *none)
{
  g_autoptr(GtkStringList) words = gtk_string_list_new (NULL);
  g_autoptr(GPtrArray) values = g_ptr_array_new_with_free_func (g_free);

  collect_things (desk, votum_thing_get_info (thing)->fields[field].target, none, words, values);

  return new_choice_row (desk, thing, field, label, words, values);
}

/**
 * votum_field_row_choice:
 * @desk: a desk
 * @thing: a thing of the case
 * @field: a field that is one word of a list
 * @label: what it is called
 * @word: gives each choice its name; %NULL where it cannot be chosen here
 *
 * Returns: (transfer floating): a row in which the word is chosen
 */
GtkWidget *
votum_field_row_choice (VotumDesk           *desk,
                        VotumThing          *thing,
                        guint                field,
                        const char          *label,
                        VotumChoiceWordFunc  word)
{
  g_autoptr(GtkStringList) words = gtk_string_list_new (NULL);
  g_autoptr(GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  const char *const *choices = votum_thing_get_info (thing)->fields[field].choices;

  for (guint i = 0; choices[i] != NULL; i++)
    if (word (i) != NULL)
      {
        gtk_string_list_append (words, word (i));
        g_ptr_array_add (values, g_strdup (choices[i]));
      }

  return new_choice_row (desk, thing, field, label, words, values);
}

/**
 * votum_field_row_language:
 * @desk: a desk
 * @thing: a thing of the case
 * @field: a field with the code of a language
 * @label: what it is called
 *
 * Returns: (transfer floating): a row in which the language is chosen; one that is not known here stays possible
 */
GtkWidget *
votum_field_row_language (VotumDesk  *desk,
                          VotumThing *thing,
                          guint       field,
                          const char *label)
{
  g_autoptr(GtkStringList) words = gtk_string_list_new (NULL);
  g_autoptr(GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  const char *stored = votum_thing_get_text (thing, field);

  /* TRANSLATORS: the language of a text is not known */
  gtk_string_list_append (words, _("Not Said"));
  g_ptr_array_add (values, g_strdup (""));
  for (guint i = 0; votum_language_code (i) != NULL; i++)
    {
      gtk_string_list_append (words, votum_language_name (votum_language_code (i)));
      g_ptr_array_add (values, g_strdup (votum_language_code (i)));
    }
  if (stored != NULL && !g_ptr_array_find_with_equal_func (values, stored, g_str_equal, NULL))
    {
      gtk_string_list_append (words, stored);
      g_ptr_array_add (values, g_strdup (stored));
    }

  return new_choice_row (desk, thing, field, label, words, values);
}

/**
 * votum_field_row_begin:
 * @desk: a desk
 * @place: where the words are kept until they are part of the case
 * @label: what they are
 * @prose: whether they may have several lines
 *
 * Returns: (transfer floating): a row for the words of something new
 */
GtkWidget *
votum_field_row_begin (VotumDesk  *desk,
                       const char *place,
                       const char *label,
                       gboolean    prose)
{
  GtkWidget *row = prose ? new_prose_row (label) : new_entry_row (label);

  votum_binder_begin (words_of (row), desk, place, "");

  return row;
}

/**
 * votum_field_row_begin_with:
 * @desk: a desk
 * @place: where the words are kept until they are part of the case
 * @label: what they are
 * @initial: (nullable): what stands there where nothing was kept
 *
 * Returns: (transfer floating): a row for words of several lines
 */
GtkWidget *
votum_field_row_begin_with (VotumDesk  *desk,
                            const char *place,
                            const char *label,
                            const char *initial)
{
  GtkWidget *row = new_prose_row (label);

  votum_binder_begin (words_of (row), desk, place, initial != NULL ? initial : "");

  return row;
}

/**
 * votum_field_row_begin_afresh:
 * @row: a row made by votum_field_row_begin_with()
 * @desk: a desk
 * @place: its place
 * @initial: (nullable): what stands there from now on
 *
 * Forgets what was typed, and the draft of it.
 */
void
votum_field_row_begin_afresh (GtkWidget  *row,
                              VotumDesk  *desk,
                              const char *place,
                              const char *initial)
{
  GError *error = NULL;

  votum_binder_clear (words_of (row));
  votum_case_keep_draft (votum_desk_get_case (desk), place, NULL, &error);
  votum_desk_report (desk, error);
  votum_binder_begin (words_of (row), desk, place, initial != NULL ? initial : "");
}

/**
 * votum_field_row_changes:
 * @row: a row with words
 *
 * Returns: (transfer none): what emits "changed" when somebody types in it
 */
GObject *
votum_field_row_changes (GtkWidget *row)
{
  GtkWidget *words = words_of (row);

  return GTK_IS_TEXT_VIEW (words) ? G_OBJECT (gtk_text_view_get_buffer (GTK_TEXT_VIEW (words))) : G_OBJECT (words);
}

/**
 * votum_field_row_pick:
 * @desk: a desk
 * @kind: a kind of thing
 * @label: what it is called
 * @none: (nullable): what stands for nothing, where that is possible
 *
 * Returns: (transfer floating): a row in which a thing of the case is chosen for something new
 */
GtkWidget *
votum_field_row_pick (VotumDesk  *desk,
                      VotumKind   kind,
                      const char *label,
                      const char *none)
{
  g_autoptr(GtkStringList) words = gtk_string_list_new (NULL);
  g_autoptr(GPtrArray) values = g_ptr_array_new_with_free_func (g_free);

  collect_things (desk, kind, none, words, values);

  return new_choice_row (desk, NULL, 0, label, words, values);
}

/**
 * votum_field_row_picked:
 * @row: a row made by votum_field_row_pick()
 *
 * Returns: (transfer none) (nullable): what is chosen
 */
VotumThing *
votum_field_row_picked (GtkWidget *row)
{
  Choice *choice = g_object_get_qdata (G_OBJECT (row), choice_quark ());
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (row));

  gint64 id = selected < choice->values->len ? g_ascii_strtoll (g_ptr_array_index (choice->values, selected), NULL, 10) : 0;

  return id != 0 ? votum_case_lookup (votum_desk_get_case (choice->desk), id) : NULL;
}

/**
 * votum_field_row_set_picked:
 * @row: a row made by votum_field_row_pick()
 * @thing: (nullable): what to choose
 */
void
votum_field_row_set_picked (GtkWidget  *row,
                            VotumThing *thing)
{
  Choice *choice = g_object_get_qdata (G_OBJECT (row), choice_quark ());
  g_autofree char *value = thing != NULL ? g_strdup_printf ("%" G_GINT64_FORMAT, votum_thing_get_id (thing)) : g_strdup ("");
  guint place;

  if (g_ptr_array_find_with_equal_func (choice->values, value, g_str_equal, &place))
    adw_combo_row_set_selected (ADW_COMBO_ROW (row), place);
}

/**
 * votum_field_row_text:
 * @row: a row with words
 *
 * Returns: (transfer full): what stands in it
 */
char *
votum_field_row_text (GtkWidget *row)
{
  return votum_binder_text (words_of (row));
}

/**
 * votum_field_row_clear:
 * @row: a row made by votum_field_row_begin()
 *
 * Empties it, and forgets the draft.
 */
void
votum_field_row_clear (GtkWidget *row)
{
  votum_binder_clear (words_of (row));
}
