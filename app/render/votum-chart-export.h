#pragma once

#include "votum-chart.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum {
  VOTUM_CHART_PNG,
  VOTUM_CHART_SVG,
  VOTUM_CHART_PDF,
  VOTUM_CHART_CSV,
} VotumChartFormat;

/**
 * VotumChartExport:
 * @format: of the file
 * @width: of the chart: pixels at scale 1, points in PDF and SVG; CSV has neither size nor style
 * @height: as @width
 * @scale: PNG only: pixels a unit; 0 means 1
 * @created: ISO 8601 with offset, taken from the data: the dates of a PDF
 * @author: (nullable): PDF: the organiser
 * @style: (nullable): how it is drawn
 */
typedef struct {
  VotumChartFormat       format;
  double                 width, height;
  double                 scale;
  const char            *created;
  const char            *author;
  const VotumChartStyle *style;
} VotumChartExport;

#define VOTUM_CHART_MAX_PIXELS 16384

gboolean votum_chart_format_from_path (const char *path, VotumChartFormat *format);
GBytes  *votum_chart_to_bytes         (const VotumChart *chart, const VotumChartExport *how, GError **error);
gboolean votum_chart_write            (const VotumChart *chart, const VotumChartExport *how, const char *path, GError **error);

G_END_DECLS
