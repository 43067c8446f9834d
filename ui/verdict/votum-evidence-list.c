#include "votum-config.h"

#include "votum-evidence-list.h"

#include <glib/gi18n.h>

#include "votum-case-citation.h"
#include "votum-case-evidence.h"
#include "votum-evidence-row.h"
#include "votum-names.h"
#include "votum-search-text.h"
#include "votum-section-reader.h"
#include "votum-tab-stop.h"

struct _VotumEvidenceList {
  AdwBin              parent_instance;

  GtkStack           *stack;
  GtkEditable        *entry;
  GtkDropDown        *kind;
  GtkListBox         *list;
  GtkLabel           *empty;
  VotumSectionReader *reader;

  VotumDesk          *desk;
  char              **words;   /* (nullable): looked for, folded */
  gboolean            usable;
};

enum {
  TAKEN,
  LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What the choice shows, in its order. */
static const int kinds[] = { -1, VOTUM_KIND_NOTE, VOTUM_KIND_POINT, VOTUM_KIND_MEASURE, VOTUM_KIND_SECTION };

G_DEFINE_FINAL_TYPE (VotumEvidenceList, votum_evidence_list, ADW_TYPE_BIN)

static void
header_cb (GtkListBoxRow *row,
           GtkListBoxRow *before,
           gpointer       data)
{
  VotumEvidenceList *self = VOTUM_EVIDENCE_LIST (data);
  VotumThing *criterion = votum_evidence_row_get_criterion (VOTUM_EVIDENCE_ROW (row));
  g_autofree char *name = NULL;
  GtkWidget *label;

  if (before != NULL && votum_evidence_row_get_criterion (VOTUM_EVIDENCE_ROW (before)) == criterion)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  name = criterion != NULL ? votum_desk_name (self->desk, criterion) : g_strdup (_("On no criterion in particular"));
  label = gtk_list_box_row_get_header (row);
  if (label == NULL)
    {
      label = gtk_label_new (NULL);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_widget_add_css_class (label, "evidence-heading");
      gtk_list_box_row_set_header (row, label);
    }
  gtk_label_set_text (GTK_LABEL (label), name);
}

/* Rows that are filtered out by the list itself are read by a screen reader all the same. */
static void
filter (VotumEvidenceList *self)
{
  guint kind = gtk_drop_down_get_selected (self->kind);
  gboolean any = gtk_list_box_get_row_at_index (self->list, 0) != NULL;
  gboolean shown = FALSE;
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      gboolean matches = votum_evidence_row_matches (VOTUM_EVIDENCE_ROW (row), (const char *const *) self->words,
                                                     kind < G_N_ELEMENTS (kinds) ? kinds[kind] : -1);

      gtk_widget_set_visible (GTK_WIDGET (row), matches);
      shown = shown || matches;
    }
  gtk_list_box_invalidate_headers (self->list);
  gtk_label_set_text (self->empty, any ? _("Nothing of the kind is among the evidence.")
                                       : _("Nothing may be quoted yet. A visit note reaches the text when it is marked as quotable."));
  gtk_widget_set_visible (GTK_WIDGET (self->empty), !shown);
  gtk_widget_set_visible (GTK_WIDGET (self->list), shown);
}

static void
filter_changed_cb (VotumEvidenceList *self)
{
  g_clear_pointer (&self->words, g_strfreev);
  self->words = votum_search_words (gtk_editable_get_text (self->entry));
  filter (self);
}

static void
stop_search_cb (VotumEvidenceList *self)
{
  gtk_editable_set_text (self->entry, "");
}

static void
activated_cb (VotumEvidenceList *self,
              GtkListBoxRow     *row)
{
  VotumThing *thing = votum_evidence_row_get_thing (VOTUM_EVIDENCE_ROW (row));

  if (VOTUM_IS_SECTION (thing))
    {
      votum_names_show_only (self->stack, "reader");
      votum_section_reader_show (self->reader, self->desk, thing, self->usable);
    }
  else if (!self->usable)
    {
      return;
    }
  else if (g_object_get_data (G_OBJECT (row), "taken") != NULL)
    {
      g_signal_emit (self, signals[LEFT], 0, thing);
    }
  else
    {
      g_signal_emit (self, signals[TAKEN], 0, thing, NULL);
    }
}

static GtkListBoxRow *
find_row (VotumEvidenceList *self,
          VotumThing        *thing)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (votum_evidence_row_get_thing (VOTUM_EVIDENCE_ROW (row)) == thing)
      return row;

  return NULL;
}

static void
reader_taken_cb (VotumEvidenceList *self,
                 VotumThing        *section,
                 const char        *words)
{
  g_signal_emit (self, signals[TAKEN], 0, section, words);
}

static void
reader_closed_cb (VotumEvidenceList *self)
{
  GtkListBoxRow *row = find_row (self, votum_section_reader_get_section (self->reader));

  votum_names_show_only (self->stack, "list");
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* The quote stands in a line of its own. */
static gboolean
is_quoted (const VotumComposed *composed,
           VotumThing          *thing)
{
  g_autofree char *quote = votum_citation_bare_quote (composed->quote);
  g_autofree char *noted = VOTUM_IS_NOTE (thing) ? votum_citation_bare_quote (votum_thing_get_text (thing, VOTUM_NOTE_TEXT)) : NULL;

  return quote != NULL && g_strcmp0 (quote, noted) == 0;
}

static gboolean
is_taken (const VotumComposed *composed,
          VotumThing          *thing)
{
  for (guint i = 0; composed->passages != NULL && i < composed->passages->len; i++)
    if (g_array_index (composed->passages, VotumPassage, i).evidence == thing)
      return TRUE;

  return is_quoted (composed, thing);
}

/* Rows that still hold stay, and keep the focus. */
static GtkListBoxRow *
row_for (VotumEvidenceList   *self,
         const VotumEvidence *evidence,
         guint                place)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, (int) place)) != NULL &&
         (votum_evidence_row_get_thing (VOTUM_EVIDENCE_ROW (row)) != evidence->thing ||
          votum_evidence_row_get_criterion (VOTUM_EVIDENCE_ROW (row)) != evidence->criterion))
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  if (row == NULL)
    {
      row = GTK_LIST_BOX_ROW (votum_evidence_row_new (self->desk, evidence->thing, evidence->criterion));
      gtk_list_box_append (self->list, GTK_WIDGET (row));
    }

  return row;
}

/**
 * votum_evidence_list_show:
 * @self: a list
 * @desk: the desk
 * @composed: the text as it is
 * @usable: whether the text can be changed
 *
 * Shows what there is for the text, and what it rests on already.
 */
void
votum_evidence_list_show (VotumEvidenceList   *self,
                          VotumDesk           *desk,
                          const VotumComposed *composed,
                          gboolean             usable)
{
  g_autoptr(GPtrArray) found = votum_case_list_evidence (votum_desk_get_case (desk), composed->standing, composed->about, composed->passages);
  GtkListBoxRow *row;

  g_set_object (&self->desk, desk);
  self->usable = usable;
  for (guint i = 0; i < found->len; i++)
    {
      const VotumEvidence *evidence = g_ptr_array_index (found, i);
      gboolean taken = is_taken (composed, evidence->thing);

      row = row_for (self, evidence, i);
      g_object_set_data (G_OBJECT (row), "taken", GINT_TO_POINTER (taken));
      votum_evidence_row_set_state (VOTUM_EVIDENCE_ROW (row), taken, evidence->confidential, composed->about == NULL);
    }
  while ((row = gtk_list_box_get_row_at_index (self->list, (int) found->len)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  filter (self);
}

/**
 * votum_evidence_list_of_words:
 * @self: a list
 * @words: words that have come into the text
 *
 * Returns: (transfer none) (nullable): the section that is being read, where they are what is selected in it: dragged or copied
 *   from there, they rest on it
 */
VotumThing *
votum_evidence_list_of_words (VotumEvidenceList *self,
                              const char        *words)
{
  g_autofree char *chosen = NULL;
  g_autofree char *stripped = g_strstrip (g_strdup (words));

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "reader") != 0 || g_utf8_strlen (stripped, -1) < 3)
    return NULL;
  chosen = votum_section_reader_get_chosen (self->reader);

  return g_strcmp0 (chosen, stripped) == 0 ? votum_section_reader_get_section (self->reader) : NULL;
}

void
votum_evidence_list_search (VotumEvidenceList *self)
{
  votum_names_show_only (self->stack, "list");
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
votum_evidence_list_dispose (GObject *object)
{
  VotumEvidenceList *self = VOTUM_EVIDENCE_LIST (object);

  /* the list asks for headings while its rows go */
  if (self->list != NULL)
    gtk_list_box_set_header_func (self->list, NULL, NULL, NULL);
  self->list = NULL;
  g_clear_object (&self->desk);
  g_clear_pointer (&self->words, g_strfreev);

  G_OBJECT_CLASS (votum_evidence_list_parent_class)->dispose (object);
}

static void
votum_evidence_list_class_init (VotumEvidenceListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_evidence_list_dispose;
  signals[TAKEN] = g_signal_new ("taken", VOTUM_TYPE_EVIDENCE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                 VOTUM_TYPE_THING, G_TYPE_STRING);
  signals[LEFT] = g_signal_new ("left", VOTUM_TYPE_EVIDENCE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, VOTUM_TYPE_THING);

  g_type_ensure (VOTUM_TYPE_SECTION_READER);
  g_type_ensure (VOTUM_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-evidence-list.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumEvidenceList, stack);
  gtk_widget_class_bind_template_child (widget_class, VotumEvidenceList, entry);
  gtk_widget_class_bind_template_child (widget_class, VotumEvidenceList, kind);
  gtk_widget_class_bind_template_child (widget_class, VotumEvidenceList, list);
  gtk_widget_class_bind_template_child (widget_class, VotumEvidenceList, empty);
  gtk_widget_class_bind_template_child (widget_class, VotumEvidenceList, reader);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, reader_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, reader_taken_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
votum_evidence_list_init (VotumEvidenceList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, header_cb, self, NULL);
  votum_names_show_only (self->stack, "list");
}
