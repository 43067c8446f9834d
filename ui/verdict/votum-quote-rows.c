#include "votum-config.h"

#include "votum-quote-rows.h"

#include <glib/gi18n.h>

#include "votum-binder.h"
#include "votum-case-citation.h"
#include "votum-case-drafts.h"
#include "votum-prose-row.h"
#include "votum-things.h"

struct _VotumQuoteRows {
  AdwBin       parent_instance;

  GtkWidget   *quote;     /* where it is written */
  GtkWidget   *source;

  VotumDesk   *desk;
  gboolean     filling;
};

enum {
  EDITED,
  LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VotumQuoteRows, votum_quote_rows, ADW_TYPE_BIN)

static char *
text_or_null (GtkWidget *widget)
{
  g_autofree char *text = g_strstrip (votum_binder_text (widget));

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static void
edited_cb (VotumQuoteRows *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[EDITED], 0);
}

static void
left_cb (VotumQuoteRows *self)
{
  g_signal_emit (self, signals[LEFT], 0);
}

/**
 * votum_quote_rows_begin:
 * @self: the rows
 * @desk: the desk
 * @place: of the draft of the text they belong to
 * @citation: (nullable): the citation as it is stored
 * @usable: whether it can be changed
 */
void
votum_quote_rows_begin (VotumQuoteRows *self,
                        VotumDesk      *desk,
                        const char     *place,
                        VotumThing     *citation,
                        gboolean        usable)
{
  const char *quote = citation != NULL ? votum_thing_get_text (citation, VOTUM_CITATION_QUOTE) : NULL;
  const char *source = citation != NULL ? votum_thing_get_text (citation, VOTUM_CITATION_QUOTE_SOURCE) : NULL;
  g_autofree char *quote_place = g_strconcat (place, ":quote", NULL);
  g_autofree char *source_place = g_strconcat (place, ":source", NULL);

  g_set_object (&self->desk, desk);
  self->filling = TRUE;
  votum_binder_begin (self->quote, desk, quote_place, quote != NULL ? quote : "");
  votum_binder_begin (self->source, desk, source_place, source != NULL ? source : "");
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->quote), usable);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->source), usable);
  self->filling = FALSE;
}

/**
 * votum_quote_rows_set:
 * @self: the rows
 * @quote: (nullable): a quote
 * @source: (nullable): who said it
 */
void
votum_quote_rows_set (VotumQuoteRows *self,
                      const char     *quote,
                      const char     *source)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->quote)), quote != NULL ? quote : "", -1);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->source)), source != NULL ? source : "", -1);
}

/**
 * votum_quote_rows_get:
 * @self: the rows
 *
 * Returns: (transfer full) (nullable): the quote
 */
char *
votum_quote_rows_get (VotumQuoteRows *self)
{
  return text_or_null (self->quote);
}

char *
votum_quote_rows_get_source (VotumQuoteRows *self)
{
  /* it is one line, however it is broken here */
  char *source = text_or_null (self->source);

  return source != NULL ? g_strdelimit (source, "\n", ' ') : NULL;
}

gboolean
votum_quote_rows_is_dirty (VotumQuoteRows *self)
{
  return votum_binder_is_dirty (self->quote) || votum_binder_is_dirty (self->source);
}

/**
 * votum_quote_rows_settle:
 * @self: the rows
 *
 * They have become part of the case. Their drafts go after that: an interruption between the two leaves a draft that says what the
 * case says.
 */
void
votum_quote_rows_settle (VotumQuoteRows *self)
{
  GtkWidget *widgets[] = { self->quote, self->source };

  for (guint i = 0; i < G_N_ELEMENTS (widgets); i++)
    {
      GError *error = NULL;

      if (!votum_binder_is_dirty (widgets[i]))
        continue;
      votum_binder_settle (widgets[i]);
      votum_case_keep_draft (votum_desk_get_case (self->desk), votum_binder_place (widgets[i]), NULL, &error);
      votum_desk_report (self->desk, error);
    }
}

/**
 * votum_quote_rows_is_of:
 * @self: the rows
 * @note: a note, or other evidence
 *
 * Returns: whether the quote is what was noted there
 */
gboolean
votum_quote_rows_is_of (VotumQuoteRows *self,
                        VotumThing     *note)
{
  g_autofree char *own = votum_quote_rows_get (self);
  g_autofree char *quote = votum_citation_bare_quote (own);
  g_autofree char *noted = VOTUM_IS_NOTE (note) ? votum_citation_bare_quote (votum_thing_get_text (note, VOTUM_NOTE_TEXT)) : NULL;

  return quote != NULL && g_strcmp0 (quote, noted) == 0;
}

static void
votum_quote_rows_dispose (GObject *object)
{
  VotumQuoteRows *self = VOTUM_QUOTE_ROWS (object);

  if (self->desk != NULL)
    {
      votum_binder_unbind (self->quote);
      votum_binder_unbind (self->source);
    }
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (votum_quote_rows_parent_class)->dispose (object);
}

static void
votum_quote_rows_class_init (VotumQuoteRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = votum_quote_rows_dispose;
  signals[EDITED] = g_signal_new ("edited", VOTUM_TYPE_QUOTE_ROWS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LEFT] = g_signal_new ("left", VOTUM_TYPE_QUOTE_ROWS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
add_row (VotumQuoteRows *self,
         GtkWidget      *list,
         const char     *title)
{
  GtkWidget *row = votum_prose_row_new (title);
  GtkWidget *view = votum_prose_row_get_view (VOTUM_PROSE_ROW (row));
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_list_box_append (GTK_LIST_BOX (list), row);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "changed", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (view, focus);

  return view;
}

static void
votum_quote_rows_init (VotumQuoteRows *self)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  self->quote = add_row (self, list, _("Quote"));
  self->source = add_row (self, list, _("Who said it, as it may be printed"));
  adw_bin_set_child (ADW_BIN (self), list);
}
