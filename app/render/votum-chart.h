#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * VotumChart:
 *
 * A chart of any kind: immutable, counted, drawn on any cairo context. Each kind has a header of its own
 * (`votum-chart-ranking.h`) with a plain struct of its data and a function that makes a chart of them.
 */
typedef struct _VotumChart VotumChart;

/**
 * VotumChartMemory:
 *
 * Texts that are already set, for whoever draws again and again: names are then set once and not for every picture. Of one
 * thread.
 */
typedef struct _VotumChartMemory VotumChartMemory;

VotumChartMemory *votum_chart_memory_new  (void);
void              votum_chart_memory_free (VotumChartMemory *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumChartMemory, votum_chart_memory_free)

/**
 * VotumChartStyle:
 * @dark: light ink on a dark ground
 * @transparent: leave the ground to the caller
 * @text_scale: 1 is the design's size; 0 means 1
 * @label_hook: (nullable): told the extents of every text that is drawn, in the chart's own coordinates; a text that is cut
 *   ends in " …"
 * @label_data: for @label_hook
 * @memory: (nullable): for who draws again and again
 * @high_contrast: without anything pale
 *
 * How a chart is drawn. %NULL stands for a light chart at text scale 1.
 */
typedef struct {
  gboolean   dark;
  gboolean   transparent;
  double     text_scale;
  void     (*label_hook) (const char *text, double x, double y, double width, double height, gpointer data);
  gpointer   label_data;
  VotumChartMemory *memory;
  gboolean   high_contrast;
} VotumChartStyle;

/**
 * VotumChartSpot:
 * @x: of its left edge, in the chart's own coordinates
 * @y: of its top
 * @width: of it
 * @height: of it
 * @text: what stands there, with the exact value: "Nordlys Kraft, 4.95, 2nd place"
 * @entrant: as the chart's data have it: the index in the standing; -1 where there is none
 * @criterion: index of the leaf in the standing, or -1
 * @juror: index in the standing, or -1
 * @round: index in the standing, or -1
 *
 * A point of a chart that the pointer or the keyboard can rest on.
 */
typedef struct {
  double  x, y, width, height;
  char   *text;
  int     entrant, criterion, juror, round;
} VotumChartSpot;

VotumChart *votum_chart_ref        (VotumChart *self);
void        votum_chart_unref      (VotumChart *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumChart, votum_chart_unref)

const char *votum_chart_get_kind   (const VotumChart *self);
const char *votum_chart_get_lang   (const VotumChart *self);
gboolean    votum_chart_has_data   (const VotumChart *self);
guint       votum_chart_get_n_rows (const VotumChart *self);
void        votum_chart_draw       (const VotumChart *self, cairo_t *cr, double width, double height, const VotumChartStyle *style);
char       *votum_chart_finding    (const VotumChart *self);
char       *votum_chart_describe   (const VotumChart *self);
GPtrArray  *votum_chart_spots      (const VotumChart *self, double width, double height, const VotumChartStyle *style);
char       *votum_chart_to_csv     (const VotumChart *self);

G_END_DECLS
