#pragma once

#include <gtk/gtk.h>

#include "votum-decimal.h"

G_BEGIN_DECLS

typedef enum {
  VOTUM_TIME_SHORT,  /* Tue 3 Nov 10:00 */
  VOTUM_TIME_LONG,   /* Tuesday 3 November 2026, 10:00 */
  VOTUM_TIME_DAY,    /* Tuesday 3 November */
  VOTUM_TIME_CLOCK,  /* 10:00 */
} VotumTimeStyle;

const char *votum_format_lang    (void);
char       *votum_format_number  (const char *canonical);
char       *votum_format_decimal (VotumDecimal value);
char       *votum_format_double  (double value, guint decimals);
char       *votum_format_percent (const char *canonical);
char       *votum_format_time    (const char *iso, VotumTimeStyle style);
char       *votum_format_ago     (GDateTime *time);
gboolean    votum_format_parse   (const char *text, VotumDecimal *value, GError **error);
char       *votum_format_excerpt (const char *text, glong n_characters);
char       *votum_format_fill    (const char *sentence, const char *word);

G_END_DECLS
