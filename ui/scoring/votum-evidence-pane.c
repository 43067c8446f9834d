#include "votum-config.h"

#include "votum-evidence-pane.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "votum-case-holder.h"
#include "votum-format.h"
#include "votum-names.h"
#include "votum-note-words.h"

/* Of a long section this many lines are shown before somebody asks for more. */
#define EXCERPT_LINES 6

/* What is in sight is made at once, and the rest with the frames that follow: whoever goes on to the next criterion at once does not
 * wait for thirty notes on this one. */
#define PIECES_AT_ONCE 5
#define PIECES_A_FRAME 2

struct _VotumEvidencePane {
  GtkWidget          parent_instance;

  GtkScrolledWindow *scroller;
  GtkBox            *box;

  VotumScoringSheet *sheet;
  VotumThing        *entrant;    /* (nullable) */
  VotumThing        *criterion;  /* (nullable) */
  gboolean           stale;      /* what is shown is not what is meant, since nobody sees it */
  GQueue             pieces;     /* of Piece: what has still to be made */
  guint              tick_id;
};

/* One thing that stands in the pane. */
typedef struct {
  void         (*make) (VotumEvidencePane *self, gpointer data);
  gpointer       data;
  GDestroyNotify free_data;
} Piece;

G_DEFINE_FINAL_TYPE (VotumEvidencePane, votum_evidence_pane, GTK_TYPE_WIDGET)

static VotumDesk *
desk_of (VotumEvidencePane *self)
{
  return votum_scoring_sheet_get_desk (self->sheet);
}

static GtkWidget *
add_label (VotumEvidencePane *self,
           const char        *text,
           const char        *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (self->box, label);

  return label;
}

/* ---- one after the other ---- */

static void
piece_free (Piece *piece)
{
  if (piece->free_data != NULL)
    piece->free_data (piece->data);
  g_free (piece);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Piece, piece_free)

static void
queue_piece (VotumEvidencePane *self,
             void (*make) (VotumEvidencePane *self, gpointer data),
             gpointer       data,
             GDestroyNotify free_data)
{
  Piece *piece = g_new (Piece, 1);

  *piece = (Piece) { make, data, free_data };
  g_queue_push_tail (&self->pieces, piece);
}

static void
make_heading (VotumEvidencePane *self,
              gpointer           text)
{
  add_label (self, text, "heading");
}

static void
make_dim (VotumEvidencePane *self,
          gpointer           text)
{
  add_label (self, text, "dim-label");
}

static void
make_line (VotumEvidencePane *self,
           gpointer           text)
{
  add_label (self, text, NULL);
}

static void
queue_text (VotumEvidencePane *self,
            void (*make) (VotumEvidencePane *self, gpointer data),
            const char *text)
{
  queue_piece (self, make, g_strdup (text), g_free);
}

static gboolean
make_pieces (VotumEvidencePane *self,
             guint              n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(Piece) piece = g_queue_pop_head (&self->pieces);

      if (piece == NULL)
        return FALSE;
      piece->make (self, piece->data);
    }

  return !g_queue_is_empty (&self->pieces);
}

static gboolean
more_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  VotumEvidencePane *self = VOTUM_EVIDENCE_PANE (widget);

  if (make_pieces (self, PIECES_A_FRAME))
    return G_SOURCE_CONTINUE;
  self->tick_id = 0;

  return G_SOURCE_REMOVE;
}

/* ---- notes ---- */

static void
note_clicked_cb (VotumEvidencePane *self,
                 GtkWidget         *button)
{
  VotumThing *note = g_object_get_data (G_OBJECT (button), "votum-note");

  votum_desk_go (desk_of (self), "visits", note);
}

static GtkWidget *
note_line (const char *text,
           const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style);

  return label;
}

/* Who said it, who wrote it where that is somebody else, and when. */
static char *
note_facts (VotumEvidencePane *self,
            VotumThing        *note)
{
  VotumCase *votum_case = votum_scoring_sheet_get_case (self->sheet);
  VotumThing *author = votum_case_lookup (votum_case, votum_thing_get_ref (note, VOTUM_NOTE_AUTHOR));
  g_autofree char *speaker = votum_note_speaker_line (note);
  g_autofree char *time = votum_note_time (note, NULL);
  GString *facts = g_string_new (NULL);

  if (speaker != NULL)
    g_string_append_printf (facts, "%s · ", speaker);
  if (author != NULL && author != votum_scoring_sheet_get_juror (self->sheet))
    g_string_append_printf (facts, "%s · ", votum_thing_get_text (author, VOTUM_JUROR_NAME));
  g_string_append (facts, time);

  return g_string_free (facts, FALSE);
}

static void
make_note (VotumEvidencePane *self,
           gpointer           data)
{
  VotumThing *note = VOTUM_THING (data);
  guint kind = votum_thing_get_choice (note, VOTUM_NOTE_KIND);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *card = g_object_new (ADW_TYPE_BIN, "css-name", "note", "child", box, NULL);
  GtkWidget *button = gtk_button_new ();
  g_autofree char *facts = note_facts (self, note);
  g_autofree char *spoken = votum_note_spoken (desk_of (self), note);

  gtk_box_append (GTK_BOX (box), note_line (votum_note_kind_word (kind), "caption-heading"));
  gtk_box_append (GTK_BOX (box), note_line (votum_thing_get_text (note, VOTUM_NOTE_TEXT), "body"));
  gtk_box_append (GTK_BOX (box), note_line (facts, "caption"));
  gtk_widget_add_css_class (gtk_widget_get_last_child (box), "dim-label");
  gtk_widget_add_css_class (card, votum_note_kind_style (kind));
  gtk_button_set_child (GTK_BUTTON (button), card);
  gtk_widget_add_css_class (button, "card");
  gtk_widget_add_css_class (button, "evidence-note");
  votum_names_set_tooltip (button, _("Open the note in Visits"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data_full (G_OBJECT (button), "votum-note", g_object_ref (note), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (note_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->box, button);
}

/* A note stands on the finalist, or on a visit to it. */
static gboolean
is_about (VotumEvidencePane *self,
          VotumThing        *note)
{
  gint64 entrant = votum_thing_get_ref (note, VOTUM_NOTE_ENTRANT);
  VotumThing *visit;

  if (entrant != 0)
    return entrant == votum_thing_get_id (self->entrant);
  visit = votum_case_lookup (votum_scoring_sheet_get_case (self->sheet), votum_thing_get_ref (note, VOTUM_NOTE_VISIT));

  return visit != NULL && votum_thing_get_ref (visit, VOTUM_VISIT_ENTRANT) == votum_thing_get_id (self->entrant);
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (votum_thing_get_text (*(VotumThing *const *) a, VOTUM_NOTE_TIME),
                    votum_thing_get_text (*(VotumThing *const *) b, VOTUM_NOTE_TIME));
}

static GPtrArray *
find_notes (VotumEvidencePane *self,
            gboolean           own)
{
  VotumCase *votum_case = votum_scoring_sheet_get_case (self->sheet);
  VotumThing *juror = votum_scoring_sheet_get_juror (self->sheet);
  GListModel *notes = votum_case_get_things (votum_case, VOTUM_KIND_NOTE);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr(VotumThing) note = g_list_model_get_item (notes, i);
      gboolean is_own = juror != NULL && votum_thing_get_ref (note, VOTUM_NOTE_AUTHOR) == votum_thing_get_id (juror);

      if (is_own == own && votum_thing_get_ref (note, VOTUM_NOTE_CRITERION) == votum_thing_get_id (self->criterion) && is_about (self, note) &&
          votum_case_may_see (votum_case, note))
        g_ptr_array_add (found, g_object_ref (note));
    }
  g_ptr_array_sort (found, compare_times);

  return found;
}

static void
add_notes (VotumEvidencePane *self)
{
  g_autoptr(GPtrArray) own = find_notes (self, TRUE);
  g_autoptr(GPtrArray) others = find_notes (self, FALSE);
  g_autofree char *criterion = votum_desk_name (desk_of (self), self->criterion);
  VotumThing *juror = votum_scoring_sheet_get_juror (self->sheet);
  g_autofree char *heading = NULL;

  if (votum_scoring_sheet_is_own (self->sheet) || juror == NULL)
    heading = g_strdup_printf (_("My Notes on %s"), criterion);
  else
    heading = g_strdup_printf (_("Notes of %s on %s"), votum_thing_get_text (juror, VOTUM_JUROR_NAME), criterion);
  queue_text (self, make_heading, heading);
  for (guint i = 0; i < own->len; i++)
    queue_piece (self, make_note, g_object_ref (g_ptr_array_index (own, i)), g_object_unref);
  if (own->len == 0)
    queue_text (self, make_dim, _("None so far. What is noted on a visit with this criterion stands here."));

  if (others->len > 0)
    queue_text (self, make_heading, _("Of the Jury"));
  for (guint i = 0; i < others->len; i++)
    queue_piece (self, make_note, g_object_ref (g_ptr_array_index (others, i)), g_object_unref);
}

/* ---- submission ---- */

static void
expand_cb (GtkToggleButton *button,
           GtkLabel        *label)
{
  gboolean all = gtk_toggle_button_get_active (button);

  votum_names_set_label (GTK_BUTTON (button), all ? _("Show _Less") : _("Read _All"));
  gtk_label_set_lines (label, all ? -1 : EXCERPT_LINES);
  gtk_label_set_ellipsize (label, all ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
}

/* Whether there is more than is shown is known once the text has its place. */
static gboolean
has_more_cb (GtkWidget     *button,
             GdkFrameClock *clock,
             gpointer       data)
{
  if (gtk_widget_get_width (data) == 0)
    return G_SOURCE_CONTINUE;
  gtk_widget_set_visible (button, pango_layout_is_ellipsized (gtk_label_get_layout (data)));

  return G_SOURCE_REMOVE;
}

static void
make_section (VotumEvidencePane *self,
              gpointer           data)
{
  VotumThing *section = VOTUM_THING (data);
  GtkWidget *label;
  GtkWidget *more = gtk_toggle_button_new_with_mnemonic (_("Read _All"));

  if (votum_thing_is_set (section, VOTUM_SECTION_HEADING))
    add_label (self, votum_thing_get_text (section, VOTUM_SECTION_HEADING), "caption-heading");
  label = add_label (self, votum_thing_get_text (section, VOTUM_SECTION_TEXT), NULL);
  gtk_label_set_lines (GTK_LABEL (label), EXCERPT_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (more, "flat");
  gtk_widget_set_halign (more, GTK_ALIGN_START);
  gtk_box_append (self->box, more);
  g_signal_connect_object (more, "toggled", G_CALLBACK (expand_cb), label, 0);
  gtk_widget_add_tick_callback (more, has_more_cb, g_object_ref (label), g_object_unref);
}

/* A section that answers a whole group is about each of its criteria. */
static gboolean
answers (VotumEvidencePane *self,
         VotumThing        *section)
{
  VotumCase *votum_case = votum_scoring_sheet_get_case (self->sheet);
  gint64 answered = votum_thing_get_ref (section, VOTUM_SECTION_CRITERION);

  if (answered == 0 || votum_thing_get_ref (section, VOTUM_SECTION_ENTRANT) != votum_thing_get_id (self->entrant))
    return FALSE;
  for (VotumThing *node = self->criterion; node != NULL;
       node = votum_case_lookup (votum_case, votum_thing_get_ref (node, VOTUM_CRITERION_PARENT)))
    if (votum_thing_get_id (node) == answered)
      return TRUE;

  return FALSE;
}

static guint
add_sections (VotumEvidencePane *self)
{
  GListModel *sections = votum_case_get_things (votum_scoring_sheet_get_case (self->sheet), VOTUM_KIND_SECTION);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr(VotumThing) section = g_list_model_get_item (sections, i);

      if (!answers (self, section))
        continue;
      queue_piece (self, make_section, g_object_ref (section), g_object_unref);
      n++;
    }

  return n;
}

/* ---- measures ---- */

static char *
describe_measure (VotumEvidencePane *self,
                  VotumThing        *measure)
{
  VotumThing *indicator = votum_case_lookup (votum_scoring_sheet_get_case (self->sheet), votum_thing_get_ref (measure, VOTUM_MEASURE_INDICATOR));
  g_autofree char *name = indicator != NULL ? votum_desk_name (desk_of (self), indicator) : g_strdup ("");
  g_autofree char *canonical = votum_thing_field_to_text (measure, VOTUM_MEASURE_VALUE);
  g_autofree char *value = votum_format_number (canonical);
  const char *unit = indicator != NULL ? votum_thing_get_text (indicator, VOTUM_INDICATOR_UNIT) : NULL;
  const char *period = votum_thing_get_text (measure, VOTUM_MEASURE_PERIOD);
  GString *line = g_string_new (NULL);

  g_string_append_printf (line, "%s: %s", name, value);
  if (g_strcmp0 (unit, "%") == 0)
    g_string_append (line, " %");
  if (votum_thing_is_set (measure, VOTUM_MEASURE_ANSWERS))
    /* TRANSLATORS: how many answered: "(n = 312)" */
    g_string_append_printf (line, _(" (n = %d)"), (int) votum_thing_get_number (measure, VOTUM_MEASURE_ANSWERS));
  if (period != NULL)
    g_string_append_printf (line, " · %s", period);

  return g_string_free (line, FALSE);
}

/* All of them where the criterion does not say which: whoever judges by figures wants to see them. */
static gboolean
measures_it (VotumEvidencePane *self,
             VotumThing        *measure)
{
  gint64 indicator = votum_thing_get_ref (self->criterion, VOTUM_CRITERION_INDICATOR);

  if (votum_thing_get_ref (measure, VOTUM_MEASURE_ENTRANT) != votum_thing_get_id (self->entrant))
    return FALSE;
  if (indicator != 0)
    return votum_thing_get_ref (measure, VOTUM_MEASURE_INDICATOR) == indicator;

  return !votum_thing_is_set (self->criterion, VOTUM_CRITERION_EVIDENCE) ||
         votum_thing_has_choice (self->criterion, VOTUM_CRITERION_EVIDENCE, VOTUM_CRITERION_EVIDENCE_MEASURE);
}

static void
add_measures (VotumEvidencePane *self)
{
  GListModel *measures = votum_case_get_things (votum_scoring_sheet_get_case (self->sheet), VOTUM_KIND_MEASURE);
  gboolean any = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (measures); i++)
    {
      g_autoptr(VotumThing) measure = g_list_model_get_item (measures, i);
      g_autofree char *line = NULL;

      if (!measures_it (self, measure))
        continue;
      if (!any)
        queue_text (self, make_heading, _("Measures"));
      any = TRUE;
      line = describe_measure (self, measure);
      queue_text (self, make_line, line);
    }
}

/* ---- all of it ---- */

static void
read_cb (VotumEvidencePane *self)
{
  votum_desk_go (desk_of (self), "finalists", self->entrant);
}

static void
make_way_to_submission (VotumEvidencePane *self,
                        gpointer           data)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("Read the _Submission"));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_box_append (self->box, button);
  g_signal_connect_object (button, "clicked", G_CALLBACK (read_cb), self, G_CONNECT_SWAPPED);
}

static void
rebuild (VotumEvidencePane *self)
{
  GtkWidget *child;

  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->stale)
    return;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  g_queue_clear_full (&self->pieces, (GDestroyNotify) piece_free);
  if (self->entrant == NULL || self->criterion == NULL)
    return;

  add_notes (self);
  queue_text (self, make_heading, _("From the Submission"));
  if (add_sections (self) == 0)
    queue_text (self, make_dim, _("No part of it is said to answer this criterion."));
  queue_piece (self, make_way_to_submission, NULL, NULL);
  add_measures (self);
  if (make_pieces (self, PIECES_AT_ONCE) && self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), more_cb, NULL, NULL);
}

static void
votum_evidence_pane_map (GtkWidget *widget)
{
  VotumEvidencePane *self = VOTUM_EVIDENCE_PANE (widget);

  GTK_WIDGET_CLASS (votum_evidence_pane_parent_class)->map (widget);
  if (self->stale)
    rebuild (self);
}

static void
votum_evidence_pane_dispose (GObject *object)
{
  VotumEvidencePane *self = VOTUM_EVIDENCE_PANE (object);
  GtkWidget *child;

  g_queue_clear_full (&self->pieces, (GDestroyNotify) piece_free);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->sheet);
  g_clear_object (&self->entrant);
  g_clear_object (&self->criterion);

  G_OBJECT_CLASS (votum_evidence_pane_parent_class)->dispose (object);
}

static void
votum_evidence_pane_class_init (VotumEvidencePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_evidence_pane_dispose;
  widget_class->map = votum_evidence_pane_map;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-evidence-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumEvidencePane, scroller);
  gtk_widget_class_bind_template_child (widget_class, VotumEvidencePane, box);
}

static void
votum_evidence_pane_init (VotumEvidencePane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * votum_evidence_pane_set_sheet:
 * @self: a pane
 * @sheet: for whose marks it is; said once
 */
void
votum_evidence_pane_set_sheet (VotumEvidencePane *self,
                               VotumScoringSheet *sheet)
{
  g_return_if_fail (VOTUM_IS_EVIDENCE_PANE (self) && self->sheet == NULL);

  self->sheet = g_object_ref (sheet);
  g_signal_connect_object (sheet, "evidence", G_CALLBACK (rebuild), self, G_CONNECT_SWAPPED);
}

/**
 * votum_evidence_pane_show:
 * @self: a pane
 * @entrant: (nullable): a finalist
 * @criterion: (nullable): a criterion
 *
 * Shows what there is on @criterion for @entrant.
 */
void
votum_evidence_pane_show (VotumEvidencePane *self,
                          VotumThing        *entrant,
                          VotumThing        *criterion)
{
  g_return_if_fail (VOTUM_IS_EVIDENCE_PANE (self));

  g_set_object (&self->entrant, entrant);
  g_set_object (&self->criterion, criterion);
  rebuild (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}
