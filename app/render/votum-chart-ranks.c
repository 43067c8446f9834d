#include "votum-chart-ranks.h"

#include <math.h>

#include "votum-chart-private.h"
#include "votum-chart-ramp.h"
#include "votum-chart-rows.h"

/* Rank acceptability: a bar per finalist, parted by the places it has under all weights there are, the first place darkest. */

/* So many places are told apart; those behind are one part. */
#define MOST_PARTS 6

/* Whole per cent; more than nothing is not told as nothing, nor less than all as all. */
static char *
percent (const char *lang,
         double      share)
{
  const char *sign = share > 0 && share < 0.005 ? "< " : share < 1 && share > 0.995 ? "> " : "";
  double shown = *sign == '<' ? 1 : *sign == '>' ? 99 : round (share * 100);
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *text = votum_words_percent (lang, g_ascii_formatd (number, sizeof number, "%.0f", shown));

  return g_strconcat (sign, text, NULL);
}

static guint
n_parts (const VotumChartRanks *data)
{
  return MIN (data->n_entries, MOST_PARTS);
}

static double
share_of (const VotumChartRanks *data,
          guint                  entry,
          guint                  part)
{
  double sum = data->entries[entry].shares[part];

  for (guint rank = part + 1; part + 1 == n_parts (data) && rank < data->n_entries; rank++)
    sum += data->entries[entry].shares[rank];

  return sum;
}

static char *
part_name (const VotumChart *self,
           guint             part)
{
  const VotumChartRanks *data = self->data;
  g_autofree char *place = votum_words_place (self->lang, part + 1, FALSE);

  return g_strconcat (place, part + 1 == n_parts (data) && data->n_entries > MOST_PARTS ? "–" : "", NULL);
}

/* Darkest for the first place, with a step between any two. */
static double
shade (const VotumChartRanks *data,
       guint                  part)
{
  guint n = n_parts (data);

  return n > 1 ? 1 - 0.92 * part / (n - 1) : 1;
}

static char *
ranks_finding (const VotumChart *self)
{
  const VotumChartRanks *data = self->data;
  guint first = 0;
  int second = -1;
  g_autofree char *share = NULL;
  g_autofree char *other = NULL;

  if (data->n_entries == 0)
    return g_strdup (votum_words (self->lang, VOTUM_WORD_CHART_NO_RESULT));
  for (guint i = 1; i < data->n_entries; i++)
    if (data->entries[i].shares[0] > data->entries[first].shares[0])
      first = i;
  for (guint i = 0; i < data->n_entries; i++)
    if (i != first && data->entries[i].shares[0] > 0 &&
        (second < 0 || data->entries[i].shares[0] > data->entries[second].shares[0]))
      second = (int) i;
  if (second < 0)
    return votum_words_format (self->lang, VOTUM_WORD_CHART_RANKS_ALWAYS, "name", data->entries[first].name, NULL);
  share = percent (self->lang, data->entries[first].shares[0]);
  other = percent (self->lang, data->entries[second].shares[0]);

  return votum_words_format (self->lang, VOTUM_WORD_CHART_RANKS_FINDING, "name", data->entries[first].name, "share", share,
                             "other", data->entries[second].name, "rest", other, NULL);
}

static char *
ranks_subtitle (const VotumChart *self)
{
  return g_strdup (votum_words (self->lang, VOTUM_WORD_CHART_RANKS_SUB));
}

static char *
part_words (const VotumChart *self,
            guint             entry,
            guint             part)
{
  g_autofree char *name = part_name (self, part);
  g_autofree char *share = percent (self->lang, share_of (self->data, entry, part));

  return g_strdup_printf ("%s: %s", name, share);
}

static char *
ranks_describe (const VotumChart *self)
{
  const VotumChartRanks *data = self->data;
  g_autofree char *finding = votum_chart_finding (self);
  GString *text = g_string_new (finding);

  g_string_append_c (text, '.');
  for (guint i = 0; i < data->n_entries; i++)
    {
      g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *list = NULL;
      g_autofree char *words = NULL;

      for (guint part = 0; part < n_parts (data); part++)
        if (share_of (data, i, part) > 0)
          g_ptr_array_add (parts, part_words (self, i, part));
      g_ptr_array_add (parts, NULL);
      list = votum_words_list (self->lang, (const char * const *) parts->pdata);
      words = votum_words_format (self->lang, VOTUM_WORD_CHART_PROFILE_ITEM, "name", data->entries[i].name, "list", list, NULL);
      g_string_append_printf (text, " %s.", words);
    }

  return g_string_free (text, FALSE);
}

static void
ranks_csv (const VotumChart *self,
           VotumChartCsv    *csv)
{
  const VotumChartRanks *data = self->data;

  votum_chart_csv_heads (csv, "finalist", "place", "share_percent", NULL);
  for (guint i = 0; i < data->n_entries; i++)
    for (guint rank = 0; rank < data->n_entries; rank++)
      {
        votum_chart_csv_text (csv, data->entries[i].name);
        votum_chart_csv_count (csv, rank + 1);
        votum_chart_csv_number (csv, data->entries[i].shares[rank] * 100, 2);
        votum_chart_csv_end (csv);
      }
}

/* The places with their shades; in as many lines as that takes. Returns how high it is; draws nothing without @draw. */
static double
legend (const VotumChart *self,
        VotumPen         *pen,
        double            y,
        gboolean          draw)
{
  double box = pen->small.size, gap = 12 * pen->unit, x = pen->margin, top = y;

  for (guint part = 0; part < n_parts (self->data); part++)
    {
      g_autofree char *name = part_name (self, part);
      double width = box + 4 * pen->unit + votum_pen_width (pen, &pen->small, name);

      if (x > pen->margin && x + width > pen->width - pen->margin)
        {
          x = pen->margin;
          y += pen->small.leading;
        }
      if (draw)
        {
          votum_colour_set (pen->cr, votum_ramp_colour (pen, shade (self->data, part)));
          cairo_rectangle (pen->cr, x, y + (pen->small.leading - box) / 2, box, box);
          cairo_fill_preserve (pen->cr);
          votum_colour_set (pen->cr, pen->quiet);
          cairo_set_line_width (pen->cr, 0.6 * pen->unit);
          cairo_stroke (pen->cr);
          votum_pen_word (pen, &pen->small, name, x + box + 4 * pen->unit, y, 0, -1, pen->quiet);
        }
      x += width + gap;
    }

  return y + pen->small.leading - top;
}

static void
draw_part (const VotumChart *self,
           const VotumRows  *rows,
           guint             row,
           guint             part,
           double            x,
           double            width)
{
  const VotumChartRanks *data = self->data;
  VotumPen *pen = rows->pen;
  double height = CLAMP (rows->height * 0.66, 5 * pen->unit, 30 * pen->unit);
  double y = votum_rows_y (rows, row) + (rows->height - height) / 2;
  double share = share_of (data, row, part);
  g_autofree char *text = percent (self->lang, share);
  VotumChartSpot *spot;

  if (!(share > 0))
    return;
  votum_colour_set (pen->cr, votum_ramp_colour (pen, shade (data, part)));
  cairo_rectangle (pen->cr, x, y, MAX (width, 0.8 * pen->unit), height);
  cairo_fill_preserve (pen->cr);
  votum_colour_set (pen->cr, pen->paper);
  cairo_set_line_width (pen->cr, pen->unit);
  cairo_stroke (pen->cr);
  if (height >= pen->small.leading && votum_pen_width (pen, &pen->small, text) + 6 * pen->unit <= width)
    votum_pen_word (pen, part == 0 ? &pen->label : &pen->small, text, x + width / 2,
                    y + (height - (part == 0 ? pen->label : pen->small).leading) / 2, 0.5, width - 2 * pen->unit,
                    votum_ramp_ink (pen, shade (data, part)));
  if (votum_pen_collects (pen))
    {
      g_autofree char *words = part_words (self, row, part);
      g_autofree char *all = g_strdup_printf ("%s, %s", data->entries[row].name, words);

      spot = votum_pen_spot (pen, x, y, MAX (width, 4 * pen->unit), height, all);
      spot->entrant = data->entries[row].entrant;
    }
}

/* A thin frame around the whole bar, so that its lightest part has an edge. */
static void
draw_frame (const VotumRows *rows,
            guint            row,
            double           right)
{
  VotumPen *pen = rows->pen;
  double height = CLAMP (rows->height * 0.66, 5 * pen->unit, 30 * pen->unit);

  votum_colour_set (pen->cr, pen->quiet);
  cairo_set_line_width (pen->cr, 0.6 * pen->unit);
  cairo_rectangle (pen->cr, rows->left, votum_rows_y (rows, row) + (rows->height - height) / 2, right - rows->left, height);
  cairo_stroke (pen->cr);
}

static void
ranks_draw (const VotumChart *self,
            VotumPen         *pen)
{
  const VotumChartRanks *data = self->data;
  g_autofree const char **names = g_new0 (const char *, data->n_entries + 1);
  double foot = pen->height - pen->margin, right = pen->width - pen->margin;
  VotumRows rows;

  if (data->n_entries == 0)
    return;
  for (guint i = 0; i < data->n_entries; i++)
    names[i] = data->entries[i].name;
  foot -= legend (self, pen, 0, FALSE);
  votum_rows_lay (&rows, pen, names, data->n_entries, foot - 6 * pen->unit, 0.36, 60);
  for (guint i = 0; i < rows.n; i++)
    {
      double at = 0;

      votum_rows_name (&rows, i, names[i], NULL, i == 0);
      for (guint part = 0; part < n_parts (data); part++)
        {
          double share = share_of (data, i, part);

          draw_part (self, &rows, i, part, rows.left + (right - rows.left) * at, (right - rows.left) * share);
          at += share;
        }
      draw_frame (&rows, i, right);
    }
  votum_rows_more (&rows);
  legend (self, pen, MIN (rows.bottom + (rows.n_left_out > 0 ? pen->small.leading : 0) + 8 * pen->unit, foot), TRUE);
}

static gboolean
ranks_has_data (const VotumChart *self)
{
  return ((const VotumChartRanks *) self->data)->n_entries > 0;
}

static guint
ranks_n_rows (const VotumChart *self)
{
  return ((const VotumChartRanks *) self->data)->n_entries;
}

static const VotumChartKind ranks_kind = {
  "acceptability", ranks_finding, ranks_subtitle, ranks_describe, ranks_draw, ranks_csv, ranks_has_data, ranks_n_rows,
};

/**
 * votum_chart_ranks_new:
 * @data: what it shows; copied
 *
 * Returns: (transfer full): which places the finalists have under all weights there are
 */
VotumChart *
votum_chart_ranks_new (const VotumChartRanks *data)
{
  VotumChart *self = votum_chart_new (&ranks_kind, data->lang, data->title, data->subtitle);
  VotumChartRanks *copy = votum_chart_keep (self, data, 1, sizeof *data);
  VotumChartRanksEntry *entries = votum_chart_keep (self, data->entries, data->n_entries, sizeof *entries);

  for (guint i = 0; i < data->n_entries; i++)
    {
      entries[i].name = votum_chart_keep_text (self, entries[i].name);
      entries[i].shares = votum_chart_keep (self, entries[i].shares, data->n_entries, sizeof (double));
    }
  copy->lang = self->lang;
  copy->entries = entries;
  self->data = copy;

  return self;
}
