#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * VotumChartStyle:
 * @dark: light ink on a dark ground
 * @transparent: leave the ground to the caller
 * @text_scale: 1 is the design's size; 0 means 1
 * @label_hook: (nullable): told the extents of every text that is drawn, in the chart's own coordinates
 * @label_data: for @label_hook
 *
 * How a chart is drawn. %NULL stands for a light chart at text scale 1.
 */
typedef struct {
  gboolean   dark;
  gboolean   transparent;
  double     text_scale;
  void     (*label_hook) (const char *text, double x, double y, double width, double height, gpointer data);
  gpointer   label_data;
} VotumChartStyle;

/**
 * VotumChartRankingEntry:
 * @name: of the entrant
 * @has_value: whether there is a result
 * @value: the result, for drawing
 * @value_text: (nullable): the result as the rule gives it: "5.12"; drawn instead of @value
 * @place: 1 is best; 0: none
 * @juror_totals: (nullable): each juror's own total, informs only
 * @n_juror_totals: how many; recused jurors are not among them
 * @n_recused: jurors who were recused here
 */
typedef struct {
  const char   *name;
  gboolean      has_value;
  double        value;
  const char   *value_text;
  guint         place;
  const double *juror_totals;
  guint         n_juror_totals;
  guint         n_recused;
} VotumChartRankingEntry;

/**
 * VotumChartRanking:
 * @lang: of the words
 * @title: (nullable): instead of the finding, "A leads by 0.17"
 * @subtitle: (nullable): instead of the explanation of the marks
 * @min: where the bars begin; 0 unless the scale has another zero
 * @max: the highest possible result; not above @min: the highest there is
 * @n_jurors: in the whole jury
 * @entries: best first
 * @n_entries: how many
 */
typedef struct {
  const char                   *lang;
  const char                   *title;
  const char                   *subtitle;
  double                        min, max;
  guint                         n_jurors;
  const VotumChartRankingEntry *entries;
  guint                         n_entries;
} VotumChartRanking;

/**
 * VotumChartSeries:
 * @name: of the finalist
 * @values: one a criterion; NAN where there is none
 */
typedef struct {
  const char   *name;
  const double *values;
} VotumChartSeries;

/**
 * VotumChartProfile:
 * @lang: of the words
 * @title: (nullable): instead of the finding
 * @subtitle: (nullable)
 * @min: at the centre
 * @max: at the edge
 * @criteria: one name an axis, clockwise from the top
 * @n_criteria: 3 to about 14
 * @series: finalists, best first; the first four are drawn, and the finding is about all of them
 * @n_series: how many
 */
typedef struct {
  const char             *lang;
  const char             *title;
  const char             *subtitle;
  double                  min, max;
  const char * const     *criteria;
  guint                   n_criteria;
  const VotumChartSeries *series;
  guint                   n_series;
} VotumChartProfile;

#define VOTUM_CHART_MAX_SERIES 4

void               votum_chart_ranking_draw     (cairo_t *cr, const VotumChartRanking *chart, double width, double height,
                                                 const VotumChartStyle *style);
char              *votum_chart_ranking_finding  (const VotumChartRanking *chart);
char              *votum_chart_ranking_describe (const VotumChartRanking *chart);
VotumChartRanking *votum_chart_ranking_copy     (const VotumChartRanking *chart);
void               votum_chart_ranking_free     (VotumChartRanking *chart);

void               votum_chart_profile_draw     (cairo_t *cr, const VotumChartProfile *chart, double width, double height,
                                                 const VotumChartStyle *style);
char              *votum_chart_profile_finding  (const VotumChartProfile *chart);
char              *votum_chart_profile_describe (const VotumChartProfile *chart);
VotumChartProfile *votum_chart_profile_copy     (const VotumChartProfile *chart);
void               votum_chart_profile_free     (VotumChartProfile *chart);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumChartRanking, votum_chart_ranking_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumChartProfile, votum_chart_profile_free)

G_END_DECLS
