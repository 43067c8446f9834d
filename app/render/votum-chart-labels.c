#include "votum-chart-labels.h"

#include <math.h>

typedef struct {
  double x, y, width, height;
} Box;

struct _VotumLabels {
  VotumPen *pen;
  GArray   *taken;  /* of Box */
};

VotumLabels *
votum_labels_new (VotumPen *pen)
{
  VotumLabels *self = g_new0 (VotumLabels, 1);

  self->pen = pen;
  self->taken = g_array_new (FALSE, FALSE, sizeof (Box));

  return self;
}

void
votum_labels_free (VotumLabels *self)
{
  g_array_unref (self->taken);
  g_free (self);
}

void
votum_labels_block (VotumLabels *self,
                    double       x,
                    double       y,
                    double       width,
                    double       height)
{
  Box box = { x, y, width, height };

  g_array_append_val (self->taken, box);
}

/* A slanted line is a row of small boxes. */
void
votum_labels_block_line (VotumLabels *self,
                         double       x1,
                         double       y1,
                         double       x2,
                         double       y2)
{
  double half = self->pen->unit;
  double steps = ceil (MAX (1, MIN (fabs (x2 - x1), fabs (y2 - y1)) / (4 * self->pen->unit)));

  for (double i = 0; i < steps; i++)
    {
      double ax = x1 + (x2 - x1) * i / steps, bx = x1 + (x2 - x1) * (i + 1) / steps;
      double ay = y1 + (y2 - y1) * i / steps, by = y1 + (y2 - y1) * (i + 1) / steps;

      votum_labels_block (self, MIN (ax, bx) - half, MIN (ay, by) - half, fabs (bx - ax) + 2 * half, fabs (by - ay) + 2 * half);
    }
}

gboolean
votum_labels_is_free (const VotumLabels *self,
                      double             x,
                      double             y,
                      double             width,
                      double             height)
{
  if (x < 0 || y < self->pen->top || x + width > self->pen->width || y + height > self->pen->height)
    return FALSE;
  for (guint i = 0; i < self->taken->len; i++)
    {
      const Box *box = &g_array_index (self->taken, Box, i);

      if (x < box->x + box->width && box->x < x + width && y < box->y + box->height && box->y < y + height)
        return FALSE;
    }

  return TRUE;
}

static gboolean
place_in_rings (VotumLabels     *self,
                const VotumFace *face,
                const char      *text,
                double           x,
                double           y,
                double           away,
                guint            rings,
                VotumColour      colour)
{
  /* right of it, left, above, below, then the corners; the nearest ring first */
  static const double sides[][2] = { { 1, 0 }, { -1, 0 }, { 0, -1 }, { 0, 1 }, { 1, -1 }, { 1, 1 }, { -1, -1 }, { -1, 1 } };
  double width = votum_pen_width (self->pen, face, text), height = face->leading;

  for (guint ring = 0; ring < rings; ring++)
    for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
      {
        double gap = (away + 2 * self->pen->unit) * (1 + 0.8 * ring);
        double left = x + sides[i][0] * (gap + width / 2) - width / 2;
        double top = y + sides[i][1] * (gap + height / 2) - height / 2;

        if (!votum_labels_is_free (self, left, top, width, height))
          continue;
        votum_pen_word (self->pen, face, text, left, top, 0, -1, colour);
        votum_labels_block (self, left, top, width, height);
        return TRUE;
      }

  return FALSE;
}

gboolean
votum_labels_place (VotumLabels     *self,
                    const VotumFace *face,
                    const char      *text,
                    double           x,
                    double           y,
                    double           away,
                    VotumColour      colour)
{
  return place_in_rings (self, face, text, x, y, away, 3, colour);
}

gboolean
votum_labels_place_close (VotumLabels     *self,
                          const VotumFace *face,
                          const char      *text,
                          double           x,
                          double           y,
                          double           away,
                          VotumColour      colour)
{
  return place_in_rings (self, face, text, x, y, away, 1, colour);
}

typedef struct {
  double top, size;
  guint  n;
} Cluster;

/* Neighbours that touch are moved as one, to the middle of what each of them wants. */
void
votum_spread (const double *at,
              const double *heights,
              double       *tops,
              guint         n,
              double        top,
              double        bottom)
{
  g_autofree Cluster *clusters = g_new0 (Cluster, n + 1);
  guint n_clusters = 0, next = 0;

  for (guint i = 0; i < n; i++)
    {
      Cluster last = { at[i] - heights[i] / 2, heights[i], 1 };

      last.top = MAX (top, MIN (last.top, bottom - last.size));
      while (n_clusters > 0 && clusters[n_clusters - 1].top + clusters[n_clusters - 1].size > last.top)
        {
          const Cluster *before = &clusters[--n_clusters];

          last.top = (before->top * before->n + (last.top - before->size) * last.n) / (before->n + last.n);
          last.size += before->size;
          last.n += before->n;
          last.top = MAX (top, MIN (last.top, bottom - last.size));
        }
      clusters[n_clusters++] = last;
    }

  for (guint c = 0; c < n_clusters; c++)
    {
      double y = clusters[c].top;

      for (guint i = 0; i < clusters[c].n; i++, next++)
        {
          tops[next] = y;
          y += heights[next];
        }
    }
}

static VotumFace
face_of (const VotumFace        *face,
         const VotumColumnLabel *label)
{
  VotumFace own = *face;

  own.weight = label->strong ? PANGO_WEIGHT_SEMIBOLD : face->weight;

  return own;
}

double
votum_column_width (VotumPen               *pen,
                    const VotumFace        *face,
                    const VotumColumnLabel *labels,
                    guint                   n,
                    double                  most)
{
  double widest = 0;

  for (guint i = 0; i < n; i++)
    {
      VotumFace own = face_of (face, &labels[i]);

      widest = MAX (widest, votum_pen_width (pen, &own, labels[i].text) + 1);
    }

  return MIN (widest, most);
}

static int
compare_at (gconstpointer a,
            gconstpointer b,
            gpointer      data)
{
  const VotumColumnLabel *labels = data;
  double x = labels[*(const guint *) a].at, y = labels[*(const guint *) b].at;

  return x < y ? -1 : x > y ? 1 : *(const guint *) a < *(const guint *) b ? -1 : 1;
}

/* Two lines where a name needs them and all have room for theirs; else one each. Returns how many there is room for. */
static guint
set_heights (VotumPen          *pen,
             const VotumFace   *face,
             VotumColumnLabel  *labels,
             guint              n,
             const VotumColumn *column)
{
  double sum = 0, room = column->bottom - column->top;

  for (guint i = 0; i < n; i++)
    {
      VotumFace own = face_of (face, &labels[i]);
      g_autoptr (PangoLayout) layout = votum_pen_name (pen, &own, labels[i].text, column->room, 2);

      labels[i].height = votum_layout_n_lines (layout) * face->leading;
      sum += labels[i].height;
    }
  if (sum <= room)
    return n;

  for (guint i = 0; i < n; i++)
    labels[i].height = face->leading;

  return MIN (n, (guint) MAX (0, floor (room / face->leading + 1e-6)));
}

static void
draw_column_label (VotumPen               *pen,
                   const VotumFace        *face,
                   const VotumColumnLabel *label,
                   const VotumColumn      *column)
{
  VotumFace own = face_of (face, label);
  guint lines = (guint) lround (label->height / face->leading);
  g_autoptr (PangoLayout) layout = votum_pen_wrap (pen, &own, label->text, column->room, lines,
                                                   column->right ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);
  double middle = label->y + label->height / 2;

  if (fabs (column->lead_from - column->x) > 0.5 && fabs (middle - label->at) > face->leading * 0.3)
    {
      double end = column->right ? column->x - 2 * pen->unit : column->x + 2 * pen->unit;

      cairo_new_path (pen->cr);
      cairo_move_to (pen->cr, column->lead_from, label->at);
      cairo_line_to (pen->cr, end, middle);
      votum_colour_set (pen->cr, pen->quiet);
      cairo_set_line_width (pen->cr, 0.6 * pen->unit);
      cairo_stroke (pen->cr);
    }
  votum_pen_layout (pen, &own, layout, column->right ? column->x : column->x - column->room, label->y, label->colour);
}

guint
votum_column_draw (VotumPen          *pen,
                   const VotumFace   *face,
                   VotumColumnLabel  *labels,
                   guint              n,
                   const VotumColumn *column)
{
  VotumColumn inner = *column;
  guint shown = set_heights (pen, face, labels, n, column);
  g_autofree guint *order = g_new0 (guint, n + 1);
  g_autofree double *at = g_new0 (double, n + 1);
  g_autofree double *heights = g_new0 (double, n + 1);
  g_autofree double *tops = g_new0 (double, n + 1);

  if (shown < n)
    {
      g_autofree char *left_out = NULL;
      g_autofree char *more = NULL;

      shown = shown > 1 ? shown - 1 : shown;
      inner.bottom -= shown > 1 ? face->leading : 0;
      left_out = g_strdup_printf ("%u", n - shown);
      more = votum_words_format (pen->lang, VOTUM_WORD_CHART_MORE, "n", left_out, NULL);
      if (inner.bottom < column->bottom && votum_pen_width (pen, face, more) <= column->room)
        votum_pen_word (pen, face, more, column->x, inner.bottom, column->right ? 0 : 1, column->room, pen->quiet);
    }
  for (guint i = 0; i < n; i++)
    {
      order[i] = i;
      labels[i].height = i < shown ? labels[i].height : 0;
    }
  g_qsort_with_data (order, (int) shown, sizeof *order, compare_at, labels);
  for (guint i = 0; i < shown; i++)
    {
      at[i] = labels[order[i]].at;
      heights[i] = labels[order[i]].height;
    }
  votum_spread (at, heights, tops, shown, inner.top, inner.bottom);
  for (guint i = 0; i < shown; i++)
    {
      labels[order[i]].y = tops[i];
      draw_column_label (pen, face, &labels[order[i]], &inner);
    }

  return n - shown;
}
