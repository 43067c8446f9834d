#include "votum-verdict-private.h"

#include <string.h>

/*
 * The citation: one page that can be framed. The head stands still, the signatures stand at the foot, and the
 * text takes the size that lets it breathe between them. No marks, and no name that isn't honoured here.
 */

/* How much of the sheet is air. A long text gets the closer setting before it gets small type. */
typedef struct {
  double side, top, foot;
  double air;           /* factor on white space of the head and the signatures */
  double name;          /* size of a single recipient's name */
} Setting;

static const Setting generous = { 98, 92, 74, 1, 42 };
static const Setting close_set = { 84, 68, 56, 0.72, 33 };

#define SMALLEST_GENEROUS 11.75

#define SERIF(size, leading, italic) \
  { VOTUM_FAMILY_SERIF, PANGO_WEIGHT_NORMAL, italic, VOTUM_FIGURES_TEXT, size, leading, 0 }

static const VotumFace eyebrow_face = { VOTUM_FAMILY_SANS, PANGO_WEIGHT_SEMIBOLD, FALSE, VOTUM_FIGURES_DEFAULT, VOTUM_SIZE_SMALL, 13, 1.0 };
static const VotumFace embargo_face = { VOTUM_FAMILY_SANS, PANGO_WEIGHT_SEMIBOLD, FALSE, VOTUM_FIGURES_DEFAULT, VOTUM_SIZE_TABLE, 13, 0.1 };
static const VotumFace class_face = { VOTUM_FAMILY_SANS, PANGO_WEIGHT_NORMAL, FALSE, VOTUM_FIGURES_DEFAULT, VOTUM_SIZE_TABLE, 13, 0.1 };
static const VotumFace heading_face = SERIF (18, 24, TRUE);
static const VotumFace line_face = SERIF (13, 18.5, TRUE);
static const VotumFace note_face = SERIF (10.5, 14.6, FALSE);
static const VotumFace small_face = { VOTUM_FAMILY_SANS, PANGO_WEIGHT_NORMAL, FALSE, VOTUM_FIGURES_DEFAULT, VOTUM_SIZE_SMALL, 10.5, 0 };
static const VotumFace source_face = { VOTUM_FAMILY_SANS, PANGO_WEIGHT_NORMAL, FALSE, VOTUM_FIGURES_DEFAULT, VOTUM_SIZE_SMALL, 12, 0.1 };
static const VotumFace sign_face = SERIF (10.5, 13, FALSE);

/* What is drawn, in the order a reader's voice takes it. */
typedef struct {
  VotumPartKind kind;    /* a role stands behind the name that signs */
  PangoLayout *layout;   /* NULL: a bar */
  double       leading;
  double       x, y;
  double       width, height;
  VotumColour  colour;
} Element;

typedef struct {
  GArray        *elements;   /* of Element */
  VotumPartKind  title;      /* what names the sheet: the recipient, or the heading where the name comes last */
  const Setting *setting;
  double         size;       /* of the text */
} Plate;

typedef struct {
  const VotumVerdict *verdict;
  const char         *lang;
  VotumInk           *ink;
  Plate              *plate;
  const Setting      *setting;
  double              measure;
  double              y;
} Composer;

static void
clear_element (gpointer data)
{
  g_clear_object (&((Element *) data)->layout);
}

static void
plate_free (gpointer data)
{
  Plate *plate = data;

  g_array_unref (plate->elements);
  g_free (plate);
}

/* The first of its kind is the title of the sheet. */
static const char *
tag_of (VotumPartKind  kind,
        VotumPartKind  title,
        gboolean      *titled)
{
  if (kind == VOTUM_PART_PLATE_QUOTE)
    return "BlockQuote";
  if (kind != title || *titled)
    return "P";
  *titled = TRUE;

  return "H1";
}

static void
plate_draw (cairo_t  *cr,
            double    width,
            double    height,
            gpointer  data)
{
  Plate *plate = data;
  gboolean titled = FALSE;

  for (guint i = 0; i < plate->elements->len; i++)
    {
      Element *element = &g_array_index (plate->elements, Element, i);
      const char *tag;

      if (element->layout == NULL)
        {
          votum_colour_set (cr, element->colour);
          cairo_rectangle (cr, element->x, element->y, element->width, element->height);
          cairo_fill (cr);
          continue;
        }
      tag = tag_of (element->kind, plate->title, &titled);
      votum_tag_begin (cr, tag);
      votum_layout_show (cr, element->layout, element->leading, element->x, element->y,
                         0, votum_layout_n_lines (element->layout), element->colour);
      votum_tag_end (cr, tag);
    }
}

static void
tell_signatures (const Plate  *plate,
                 guint         first,
                 VotumOutline *outline)
{
  VotumOutlineTable *table = votum_outline_table_new ();
  guint n = 0;

  for (guint i = first; i < plate->elements->len; i++)
    {
      const Element *element = &g_array_index (plate->elements, Element, i);

      if (element->layout == NULL)
        continue;
      if (element->kind != VOTUM_PART_SIGNATURES)
        break;
      if (n++ % 2 == 0)
        votum_outline_table_row (table, FALSE, FALSE, 0);
      votum_outline_table_cell (table, pango_layout_get_text (element->layout));
    }
  for (guint i = 0; i < (n <= 8 ? 2 : 3); i++)
    votum_outline_table_column (table, NULL, VOTUM_ALIGN_START, 130, FALSE);
  votum_outline_add_table (outline, VOTUM_PART_SIGNATURES, table);
}

/* The same in the same order; how high it becomes is left to who lays it out. */
static void
plate_tell (VotumOutline *outline,
            gpointer      data)
{
  const Plate *plate = data;
  const Setting *setting = plate->setting;
  const VotumOutlinePage page = { VOTUM_A4_WIDTH, VOTUM_A4_HEIGHT, setting->side, setting->side, setting->top, setting->foot,
                                  .text_size = plate->size };
  gboolean signed_by = FALSE;

  votum_outline_begin_section (outline, &page);
  for (guint i = 0; i < plate->elements->len; i++)
    {
      const Element *element = &g_array_index (plate->elements, Element, i);

      if (element->layout == NULL)
        continue;
      if (element->kind != VOTUM_PART_SIGNATURES)
        votum_outline_add (outline, element->kind, pango_layout_get_text (element->layout));
      else if (!signed_by)
        tell_signatures (plate, i, outline);
      signed_by = signed_by || element->kind == VOTUM_PART_SIGNATURES;
    }
}

static void
add_bar (Composer    *self,
         double       x,
         double       y,
         double       width,
         double       height,
         VotumColour  colour)
{
  Element element = { VOTUM_N_PARTS, NULL, 0, x, y, width, height, colour };

  g_array_append_val (self->plate->elements, element);
}

/* Returns the height. */
static double
add_text (Composer        *self,
          VotumPartKind    kind,
          const VotumFace *face,
          const char      *text,
          double           x,
          double           y,
          double           width,
          VotumColour      colour)
{
  Element element = { kind, NULL, face->leading, x, y, 0, 0, colour };

  element.layout = votum_ink_layout (self->ink, face, text, width, PANGO_ALIGN_LEFT);
  g_array_append_val (self->plate->elements, element);

  return votum_layout_n_lines (element.layout) * face->leading;
}

static double
text_height (Composer        *self,
             const VotumFace *face,
             const char      *text,
             double           width)
{
  g_autoptr (PangoLayout) layout = votum_ink_layout (self->ink, face, text, width, PANGO_ALIGN_LEFT);

  return votum_layout_n_lines (layout) * face->leading;
}

/* As text_height() for a size that is only tried. Type isn't hinted here, so a text breaks at one size on a
 * measure as it does at another on a measure in proportion: a single font answers for all sizes. */
static double
tried_height (Composer        *self,
              const VotumFace *face,
              const char      *text,
              double           width)
{
  const double reference = 10.5;
  VotumFace tried = *face;

  tried.size = reference;
  tried.tracking *= reference / face->size;

  return text_height (self, &tried, text, width * reference / face->size);
}

/* The names, as large as they fit on the measure: one recipient may take two lines, several take one each. */
static void
add_recipients (Composer *self)
{
  const VotumVerdict *verdict = self->verdict;
  double size = self->setting->name * (verdict->n_recipients > 2 ? 0.62 : verdict->n_recipients > 1 ? 0.76 : 1);

  for (guint i = 0; i < verdict->n_recipients; i++)
    {
      const VotumVerdictEntrant *entrant = &verdict->entrants[verdict->recipients[i]];
      guint lines = verdict->n_recipients > 1 ? 1 : 2;
      VotumFace face = SERIF (size, size * 1.1, FALSE);

      face.tracking = -0.2;
      while (face.size > 20 && tried_height (self, &face, entrant->name, self->measure) > lines * face.leading + 0.1)
        {
          face.size -= 1;
          face.leading = face.size * 1.1;
        }
      self->y += add_text (self, VOTUM_PART_PLATE_NAME, &face, entrant->name, self->setting->side, self->y, self->measure, votum_colour_ink);
      if (entrant->organisation != NULL)
        self->y += 2 + add_text (self, VOTUM_PART_PLATE_CLASS, &class_face, entrant->organisation, self->setting->side, self->y + 2, self->measure, votum_colour_quiet);
      self->y += 4;
    }
}

/* Whether the jury's own text opens with the line that says who gets the prize, as it is read from a stage: its first
 * sentence names everybody who does. Then it is not said twice. */
static gboolean
text_opens_with_award (const VotumVerdict *verdict)
{
  const char *end = verdict->citation != NULL ? strstr (verdict->citation, ". ") : NULL;
  g_autofree char *sentence = end != NULL ? g_strndup (verdict->citation, end - verdict->citation) : NULL;

  for (guint i = 0; sentence != NULL && i < verdict->n_recipients; i++)
    if (strstr (sentence, verdict->entrants[verdict->recipients[i]].name) == NULL)
      return FALSE;

  return sentence != NULL && verdict->n_recipients > 0;
}

/* Whether only the text says who it is: a form for the stage does, and nothing may tell it earlier. */
static gboolean
keeps_names (const VotumVerdict *verdict)
{
  for (guint i = 0; i < verdict->n_recipients; i++)
    if (verdict->citation == NULL || strstr (verdict->citation, verdict->entrants[verdict->recipients[i]].name) == NULL)
      return FALSE;

  return verdict->name_last && verdict->n_recipients > 0;
}

static void
add_head (Composer *self)
{
  const VotumVerdict *verdict = self->verdict;
  g_autofree char *award = votum_verdict_award_and_year (verdict);
  g_autofree char *eyebrow = votum_ink_capitals (award);
  g_autofree char *line = votum_verdict_award_line (verdict, self->lang);

  self->y = self->setting->top;
  self->y += add_text (self, VOTUM_PART_PLATE_EYEBROW, &eyebrow_face, eyebrow, self->setting->side, self->y, self->measure, votum_colour_accent);
  if (verdict->class_name != NULL)
    self->y += add_text (self, VOTUM_PART_PLATE_CLASS, &class_face, verdict->class_name, self->setting->side, self->y, self->measure, votum_colour_quiet);
  self->y += 22 * self->setting->air;
  self->y += add_text (self, VOTUM_PART_PLATE_HEADING, &heading_face, votum_words (self->lang, VOTUM_WORD_CITATION), self->setting->side, self->y,
                       self->measure, votum_colour_quiet);
  self->y += 6;
  self->plate->title = keeps_names (verdict) ? VOTUM_PART_PLATE_HEADING : VOTUM_PART_PLATE_NAME;
  if (!keeps_names (verdict))
    add_recipients (self);
  self->y += 6;
  if (!keeps_names (verdict) && !text_opens_with_award (verdict))
    self->y += add_text (self, VOTUM_PART_PLATE_LINE, &line_face, line, self->setting->side, self->y, self->measure, votum_colour_ink);
  self->y += 20 * self->setting->air;
  add_bar (self, self->setting->side, self->y, 30, 1.3, votum_colour_accent);
  self->y += 22 * self->setting->air;
}

/* Sentences below the text: how it was decided, who was recused, who else is honoured. */
static GPtrArray *
collect_notes (Composer *self)
{
  const VotumVerdict *verdict = self->verdict;
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) decided = g_string_new (NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < verdict->n_mentions; i++)
    g_ptr_array_add (notes, votum_words_format (self->lang, VOTUM_WORD_MENTION_LINE,
                                                "winner", verdict->entrants[verdict->mentions[i]].name, NULL));
  if (verdict->name_finalists)
    {
      g_autoptr (GPtrArray) names = g_ptr_array_new ();
      g_autofree char *list = NULL;

      for (guint i = 0; i < verdict->n_entrants; i++)
        g_ptr_array_add (names, (gpointer) verdict->entrants[i].name);
      g_ptr_array_add (names, NULL);
      list = votum_words_list (self->lang, (const char * const *) names->pdata);
      g_ptr_array_add (notes, votum_words_format (self->lang, VOTUM_WORD_FINALISTS_LINE, "finalists", list, NULL));
    }

  if (verdict->agreement == VOTUM_AGREEMENT_UNANIMOUS && !verdict->undecided)
    g_string_append (decided, votum_words (self->lang, VOTUM_WORD_UNANIMOUS));
  if (verdict->agreement == VOTUM_AGREEMENT_MAJORITY && !verdict->undecided)
    {
      g_autofree char *n = g_strdup_printf ("%u", verdict->majority_for);
      g_autofree char *m = g_strdup_printf ("%u", verdict->majority_against);
      g_autofree char *text = votum_words_format (self->lang, VOTUM_WORD_MAJORITY, "n", n, "m", m, NULL);

      g_string_append (decided, text);
    }

  for (guint i = 0; i < verdict->n_recusals; i++)
    {
      const VotumVerdictRecusal *recusal = &verdict->recusals[i];
      char *text;

      if (recusal->degree != VOTUM_MAY_NOT_MARK && recusal->degree != VOTUM_MAY_NOT_BE_PRESENT)
        continue;
      /* the recusal must not give away who didn't win */
      if (recusal->entrant < 0)
        text = votum_words_format (self->lang, VOTUM_WORD_RECUSAL_CLASS, "name", verdict->jurors[recusal->juror].name, NULL);
      else if (votum_verdict_is_published (verdict, (guint) recusal->entrant))
        text = votum_words_format (self->lang, VOTUM_WORD_RECUSAL, "name", verdict->jurors[recusal->juror].name,
                                   "finalist", verdict->entrants[recusal->entrant].name, NULL);
      else
        text = votum_words_format (self->lang, VOTUM_WORD_RECUSAL_UNNAMED, "name", verdict->jurors[recusal->juror].name, NULL);
      if (g_hash_table_contains (seen, text))
        {
          g_free (text);
          continue;
        }
      g_string_append_printf (decided, "%s%s", decided->len > 0 ? " " : "", text);
      g_hash_table_add (seen, text);
    }
  if (decided->len > 0)
    g_ptr_array_add (notes, g_string_free (g_steal_pointer (&decided), FALSE));

  return notes;
}

/* The signatures, from the foot up; returns the top of the block. */
static double
add_signatures (Composer *self)
{
  const VotumVerdict *verdict = self->verdict;
  g_autoptr (GArray) order = votum_verdict_signing_order (verdict);
  guint columns = order->len <= 4 ? 2 : order->len <= 9 ? 3 : 4;
  guint rows = (order->len + columns - 1) / columns;
  double gap = columns > 3 ? 12 : 20;
  double height = MAX ((rows <= 2 ? 58 : rows == 3 ? 50 : 42) * self->setting->air, 38);
  double column = (self->measure - (columns - 1) * gap) / columns;
  double bottom = VOTUM_A4_HEIGHT - self->setting->foot - (verdict->draft || verdict->undecided ? 16 : 0);
  double top = bottom - rows * height;

  for (guint i = 0; i < order->len; i++)
    {
      const VotumVerdictJuror *juror = &verdict->jurors[g_array_index (order, guint, i)];
      double x = self->setting->side + (i % columns) * (column + gap);
      double y = top + (i / columns) * height + height - 27;
      VotumFace face = sign_face;

      while (face.size > 7 && votum_layout_width (votum_ink_word (self->ink, &face, juror->name)) > column)
        face.size -= 0.4;
      add_bar (self, x, y, column, 0.5, votum_colour_quiet);
      add_text (self, VOTUM_PART_SIGNATURES, &face, juror->name, x, y + 4, column + 1, votum_colour_ink);
      add_text (self, VOTUM_PART_SIGNATURES, &small_face, votum_verdict_role (self->lang, juror->role), x, y + 16, column + 1, votum_colour_quiet);
    }

  return top;
}

/* Notes and place stand right above the signatures; returns their top. */
static double
add_notes (Composer *self,
           double    bottom)
{
  const VotumVerdict *verdict = self->verdict;
  g_autoptr (GPtrArray) notes = collect_notes (self);
  g_autofree char *date = votum_words_date (self->lang, verdict->date);
  double height = 0, y;

  if (verdict->date != NULL)
    {
      if (verdict->place != NULL)
        g_ptr_array_add (notes, votum_words_format (self->lang, VOTUM_WORD_PLACE_DATE, "place", verdict->place, "date", date, NULL));
      else
        g_ptr_array_add (notes, g_strdup (date));
    }
  for (guint i = 0; i < notes->len; i++)
    height += text_height (self, &note_face, g_ptr_array_index (notes, i), self->measure) + 7;

  y = bottom - height - 2;
  for (guint i = 0; i < notes->len; i++)
    y += 7 + add_text (self, VOTUM_PART_PLATE_NOTE, &note_face, g_ptr_array_index (notes, i), self->setting->side, y, self->measure, votum_colour_quiet);

  return bottom - height - 2;
}

static double
body_height (Composer           *self,
             char              **paragraphs,
             const VotumFace    *body,
             const VotumFace    *quote)
{
  const VotumVerdict *verdict = self->verdict;
  double height = 0;

  for (guint i = 0; paragraphs[i] != NULL; i++)
    height += tried_height (self, body, paragraphs[i], self->measure) + (i > 0 ? body->leading * 0.5 : 0);
  if (verdict->quote != NULL)
    height += body->leading + tried_height (self, quote, verdict->quote, self->measure - 18) +
              (verdict->quote_source != NULL ? source_face.leading + 3 : 0);

  return height;
}

static void
set_size (VotumFace *body,
          VotumFace *quote,
          double     size)
{
  *body = (VotumFace) SERIF (size, size * 1.42, FALSE);
  *quote = (VotumFace) SERIF (size * 1.12, size * 1.5, TRUE);
}

/* The largest size at which the text leaves some air; a short text is not blown up beyond 19 points. Found by
 * halving, since each size that is tried sets the whole text. */
static double
find_size (Composer  *self,
           char     **paragraphs,
           double     room)
{
  const double step = 0.25, least = 5;
  guint low = 0, high = (guint) ((19 - least) / step);

  while (low < high)
    {
      guint middle = (low + high + 1) / 2;
      double size = least + middle * step;
      double share = size > 13.5 ? 0.74 : size > 11.5 ? 0.9 : 0.97;
      VotumFace body, quote;

      set_size (&body, &quote, size);
      if (body_height (self, paragraphs, &body, &quote) <= room * share)
        low = middle;
      else
        high = middle - 1;
    }

  return least + low * step;
}

static double
add_body (Composer *self,
          double    bottom)
{
  const VotumVerdict *verdict = self->verdict;
  g_auto (GStrv) paragraphs = votum_verdict_paragraphs (verdict->citation);
  double size = find_size (self, paragraphs, bottom - self->y);
  VotumFace body, quote;

  set_size (&body, &quote, size);
  for (guint i = 0; paragraphs[i] != NULL; i++)
    self->y += (i > 0 ? body.leading * 0.5 : 0) +
               add_text (self, VOTUM_PART_PLATE_TEXT, &body, paragraphs[i], self->setting->side, self->y + (i > 0 ? body.leading * 0.5 : 0), self->measure,
                         votum_colour_ink);
  if (verdict->quote != NULL)
    {
      g_autofree char *text = votum_words_format (self->lang, VOTUM_WORD_QUOTE, "text", verdict->quote, NULL);
      double top;

      self->y += body.leading * 0.9;
      top = self->y;
      self->y += add_text (self, VOTUM_PART_PLATE_QUOTE, &quote, text, self->setting->side + 18, self->y, self->measure - 18, votum_colour_ink);
      if (verdict->quote_source != NULL)
        self->y += 3 + add_text (self, VOTUM_PART_PLATE_SOURCE, &source_face, verdict->quote_source, self->setting->side + 18, self->y + 3, self->measure - 18,
                                 votum_colour_quiet);
      add_bar (self, self->setting->side, top + 4, 1.3, self->y - top - 6, votum_colour_accent);
    }

  return size;
}

static void
add_draft_mark (Composer *self)
{
  g_autofree char *word = votum_ink_capitals (votum_words (self->lang, VOTUM_WORD_DRAFT));
  double width = votum_layout_width (votum_ink_word (self->ink, &eyebrow_face, word));

  add_text (self, VOTUM_PART_PLATE_SMALL, &eyebrow_face, word, VOTUM_A4_WIDTH - self->setting->side - width, self->setting->top - 34, -1, votum_colour_quiet);
  add_text (self, VOTUM_PART_PLATE_SMALL, &small_face, votum_words (self->lang, VOTUM_WORD_DRAFT_SENTENCE), self->setting->side, VOTUM_A4_HEIGHT - self->setting->foot + 6, self->measure,
            votum_colour_quiet);
}

/* Above the head, where whoever is sent the page looks first. */
static void
add_embargo (Composer *self)
{
  g_autofree char *when = votum_words_date_time (self->lang, self->verdict->embargo);
  g_autofree char *text = votum_words_format (self->lang, VOTUM_WORD_EMBARGO, "when", when, NULL);

  add_text (self, VOTUM_PART_PLATE_EYEBROW, &embargo_face, text, self->setting->side, self->setting->top - 36, self->measure, votum_colour_ink);
}

/* The order of a reader's voice is the order on the page; what is measured from the foot is moved behind the text.
 * Returns the size of the text. */
static double
compose (Composer      *self,
         const Setting *setting)
{
  g_autoptr (GArray) signatures = g_array_new (FALSE, FALSE, sizeof (Element));
  g_autoptr (GArray) notes = g_array_new (FALSE, FALSE, sizeof (Element));
  double top, size;

  self->setting = setting;
  self->measure = VOTUM_A4_WIDTH - 2 * setting->side;
  self->plate->elements = signatures;
  top = add_signatures (self);
  self->plate->elements = notes;
  top = add_notes (self, top);
  self->plate->elements = g_array_new (FALSE, FALSE, sizeof (Element));
  g_array_set_clear_func (self->plate->elements, clear_element);

  if (self->verdict->embargo != NULL)
    add_embargo (self);
  add_head (self);
  size = add_body (self, top - 24 * setting->air);
  g_array_append_vals (self->plate->elements, notes->data, notes->len);
  g_array_append_vals (self->plate->elements, signatures->data, signatures->len);
  if (self->verdict->draft || self->verdict->undecided)
    add_draft_mark (self);
  self->plate->setting = setting;
  self->plate->size = size;

  return size;
}

void
votum_verdict_add_citation (VotumPaper         *document,
                            const VotumVerdict *verdict,
                            const char         *lang)
{
  VotumPageStyle style = { VOTUM_A4_WIDTH, VOTUM_A4_HEIGHT, 72, 72, 72, 72, NULL, NULL, NULL, NULL, FALSE, FALSE };
  Plate *plate = g_new0 (Plate, 1);
  Composer self = { verdict, lang, document->ink, plate, NULL, 0, 0 };

  if (compose (&self, &generous) < SMALLEST_GENEROUS)
    {
      g_array_unref (plate->elements);
      compose (&self, &close_set);
    }

  votum_paper_begin_section (document, &style);
  votum_paper_add_plate (document, plate_draw, plate, plate_free, votum_words (lang, VOTUM_WORD_CITATION));
  votum_paper_set_plate_tell (document, plate_tell);
}
