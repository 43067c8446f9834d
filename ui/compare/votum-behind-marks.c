#include "votum-config.h"

#include "votum-behind-marks.h"

#include <glib/gi18n.h>

#include "votum-case-holder.h"
#include "votum-format.h"
#include "votum-note-words.h"

#define MOST_ROWS 40   /* as many as somebody reads beside a chart */
#define MOST_NOTES 20

/**
 * votum_behind_add_text:
 * @box: a box
 * @text: what it says
 * @style: (nullable): a style class
 *
 * Returns: (transfer none): the label
 */
GtkWidget *
votum_behind_add_text (GtkBox     *box,
                       const char *text,
                       const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (box, label);

  return label;
}

static guint
round_of (VotumCompareLook     *look,
          const VotumChartSpot *spot)
{
  return spot->round >= 0 ? (guint) spot->round : votum_compare_look_get_round (look);
}

/* ---- marks ---- */

static char *
cell_text (const VotumCell *cell)
{
  switch ((VotumCellState) cell->state)
    {
    case VOTUM_CELL_VALUE:
      return votum_format_decimal (cell->value);
    case VOTUM_CELL_NOT_OBSERVED:
      return g_strdup (_("not observed"));
    case VOTUM_CELL_RECUSED:
      return g_strdup (_("recused"));
    case VOTUM_CELL_NONE:
    default:
      return g_strdup (_("no mark"));
    }
}

/* "Kari Brattbakk 5 · Tore Haukeland 4", and what they wrote beside it. */
static void
add_row (GtkBox               *box,
         VotumCompareLook     *look,
         const VotumChartSpot *spot,
         guint                 entrant,
         guint                 leaf)
{
  VotumDesk *desk = votum_compare_look_get_desk (look);
  VotumStanding *standing = votum_compare_look_get_standing (look);
  guint round = round_of (look, spot);
  g_autoptr(GString) line = g_string_new (NULL);
  g_autoptr(GPtrArray) comments = g_ptr_array_new_with_free_func (g_free);

  for (guint juror = 0; juror < standing->jurors->len; juror++)
    {
      VotumThing *thing = g_ptr_array_index (standing->jurors, juror);
      g_autofree char *name = NULL;
      g_autofree char *text = NULL;
      const VotumMark *mark;

      if (spot->juror >= 0 && (guint) spot->juror != juror)
        continue;
      name = votum_desk_name (desk, thing);
      text = cell_text (votum_sheet_cell (standing->sheet, round, entrant, juror, leaf));
      /* TRANSLATORS: a juror and the mark that this juror gave: "Kari Brattbakk: 5" */
      g_string_append_printf (line, "%s%s: %s", line->len > 0 ? " · " : "", name, text);
      mark = votum_case_get_mark (votum_desk_get_case (desk), g_ptr_array_index (standing->rounds, round),
                                  g_ptr_array_index (standing->entrants, entrant), thing, g_ptr_array_index (standing->leaves, leaf));
      if (mark != NULL && mark->comment != NULL && *mark->comment != '\0')
        /* TRANSLATORS: what a juror wrote beside a mark, and the juror's name */
        g_ptr_array_add (comments, g_strdup_printf (_("“%s” (%s)"), mark->comment, name));
    }
  votum_behind_add_text (box, line->str, NULL);
  for (guint i = 0; i < comments->len; i++)
    votum_behind_add_text (box, g_ptr_array_index (comments, i), "behind-comment");
}

/* What the point itself does not say is said above each row. */
static char *
row_title (VotumCompareLook     *look,
           const VotumChartSpot *spot,
           guint                 entrant,
           guint                 leaf)
{
  VotumDesk *desk = votum_compare_look_get_desk (look);
  VotumStanding *standing = votum_compare_look_get_standing (look);
  g_autofree char *name = votum_desk_name (desk, g_ptr_array_index (standing->entrants, entrant));
  const char *criterion = votum_desk_text (desk, g_ptr_array_index (standing->leaves, leaf), VOTUM_CRITERION_NAME);

  if (spot->entrant >= 0 && spot->criterion >= 0)
    return NULL;
  if (spot->entrant >= 0)
    return g_strdup (criterion);
  if (spot->criterion >= 0)
    return g_steal_pointer (&name);

  return g_strdup_printf ("%s · %s", name, criterion);
}

/**
 * votum_behind_add_marks:
 * @box: where they are shown
 * @look: what is looked at
 * @spot: the point
 *
 * Shows the marks that the point stands for, with what the jurors wrote beside them.
 */
void
votum_behind_add_marks (GtkBox               *box,
                        VotumCompareLook     *look,
                        const VotumChartSpot *spot)
{
  VotumStanding *standing = votum_compare_look_get_standing (look);
  guint n_rows = 0;
  guint n_left = 0;

  for (guint entrant = 0; entrant < standing->entrants->len; entrant++)
    {
      if ((spot->entrant >= 0 && (guint) spot->entrant != entrant) ||
          !votum_sheet_in_round (standing->sheet, round_of (look, spot), entrant))
        continue;
      for (guint leaf = 0; leaf < standing->leaves->len; leaf++)
        {
          g_autofree char *title = NULL;

          if ((spot->criterion >= 0 && (guint) spot->criterion != leaf) ||
              votum_thing_get_choice (g_ptr_array_index (standing->leaves, leaf), VOTUM_CRITERION_KIND) != VOTUM_CRITERION_KIND_JUDGED)
            continue;
          if (n_rows++ >= MOST_ROWS)
            {
              n_left++;
              continue;
            }
          title = row_title (look, spot, entrant, leaf);
          if (title != NULL)
            votum_behind_add_text (box, title, "caption-heading");
          add_row (box, look, spot, entrant, leaf);
        }
    }
  if (n_left > 0)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("… and %u more", "… and %u more", n_left), n_left);

      votum_behind_add_text (box, more, "dim-label");
    }
}

/* ---- notes ---- */

/* A note stands on the finalist, or on a visit to it. */
static gint64
entrant_of (VotumCase  *votum_case,
            VotumThing *note)
{
  gint64 entrant = votum_thing_get_ref (note, VOTUM_NOTE_ENTRANT);
  VotumThing *visit = votum_case_lookup (votum_case, votum_thing_get_ref (note, VOTUM_NOTE_VISIT));

  return entrant != 0 || visit == NULL ? entrant : votum_thing_get_ref (visit, VOTUM_VISIT_ENTRANT);
}

static gboolean
is_about (VotumCompareLook     *look,
          const VotumChartSpot *spot,
          VotumThing           *note)
{
  VotumStanding *standing = votum_compare_look_get_standing (look);
  VotumCase *votum_case = votum_desk_get_case (votum_compare_look_get_desk (look));
  gint64 criterion = votum_thing_get_ref (note, VOTUM_NOTE_CRITERION);

  if (!votum_case_may_see (votum_case, note) ||
      entrant_of (votum_case, note) != votum_thing_get_id (g_ptr_array_index (standing->entrants, spot->entrant)))
    return FALSE;

  return spot->criterion < 0 || criterion == votum_thing_get_id (g_ptr_array_index (standing->leaves, spot->criterion));
}

static void
note_clicked_cb (GtkWidget *button,
                 VotumDesk *desk)
{
  GtkWidget *popover = gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER);
  VotumThing *note = g_object_get_data (G_OBJECT (button), "votum-note");

  gtk_popover_popdown (GTK_POPOVER (popover));
  votum_desk_go (desk, "visits", note);
}

/* Who may use it, as Visits says it; what must stay in the room is said in full, because this may be read out. */
static void
add_use (GtkBox     *box,
         VotumThing *note)
{
  guint use = votum_thing_get_choice (note, VOTUM_NOTE_USE);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name (votum_note_use_icon (use));

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (line), icon);
  if (use == VOTUM_NOTE_USE_QUOTABLE)
    {
      votum_behind_add_text (GTK_BOX (line), votum_note_use_word (use), "caption");
    }
  else
    {
      g_autofree char *text = g_strdup_printf ("%s: %s", votum_note_use_word (use), votum_note_use_meaning (use));

      votum_behind_add_text (GTK_BOX (line), text, "caption-heading");
      gtk_widget_add_css_class (line, "behind-confidential");
    }
  gtk_box_append (box, line);
}

static void
add_note (GtkBox     *box,
          VotumDesk  *desk,
          VotumThing *note)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *inner = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *speaker = votum_note_speaker_line (note);
  g_autofree char *facts = g_strdup_printf ("%s%s%s", votum_note_kind_word (votum_thing_get_choice (note, VOTUM_NOTE_KIND)),
                                            speaker != NULL ? " · " : "", speaker != NULL ? speaker : "");
  g_autofree char *spoken = votum_note_spoken (desk, note);

  votum_behind_add_text (GTK_BOX (inner), facts, "caption-heading");
  votum_behind_add_text (GTK_BOX (inner), votum_thing_get_text (note, VOTUM_NOTE_TEXT), "body");
  add_use (GTK_BOX (inner), note);
  gtk_button_set_child (GTK_BUTTON (button), inner);
  gtk_widget_add_css_class (button, "behind-note");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Open the note in Visits"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data_full (G_OBJECT (button), "votum-note", g_object_ref (note), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (note_clicked_cb), desk, 0);
  gtk_box_append (box, button);
}

/**
 * votum_behind_add_notes:
 * @box: where they are shown
 * @look: what is looked at
 * @spot: the point
 *
 * Shows the notes on the finalist, or on one criterion of it, that may be seen in this copy; each leads to its visit.
 */
void
votum_behind_add_notes (GtkBox               *box,
                        VotumCompareLook     *look,
                        const VotumChartSpot *spot)
{
  VotumDesk *desk = votum_compare_look_get_desk (look);
  GListModel *notes = votum_case_get_things (votum_desk_get_case (desk), VOTUM_KIND_NOTE);
  guint n_shown = 0;

  for (guint i = 0; spot->entrant >= 0 && i < g_list_model_get_n_items (notes) && n_shown < MOST_NOTES; i++)
    {
      g_autoptr(VotumThing) note = g_list_model_get_item (notes, i);

      if (!is_about (look, spot, note))
        continue;
      if (n_shown++ == 0)
        votum_behind_add_text (box, _("Notes"), "heading");
      add_note (box, desk, note);
    }
}
