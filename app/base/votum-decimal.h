#pragma once

#include <gio/gio.h>
#include <gmp.h>

G_BEGIN_DECLS

/**
 * VotumDecimal:
 * @digits: the decimal without its point
 * @scale: how many of the digits stand behind the point, 0 to 18
 *
 * An exact decimal: digits / 10^scale. 14 is {14, 0}; 8.25 is {825, 2}.
 * Functions of this file return it without trailing zeros behind the point.
 */
typedef struct {
  gint64 digits;
  guint8 scale;
} VotumDecimal;

/**
 * VotumRounding:
 * @VOTUM_ROUNDING_HALF_UP: a half goes away from zero (2.345 -> 2.35, -2.345 -> -2.35)
 * @VOTUM_ROUNDING_HALF_EVEN: a half goes to the even neighbour
 */
typedef enum {
  VOTUM_ROUNDING_HALF_UP,
  VOTUM_ROUNDING_HALF_EVEN,
} VotumRounding;

#define VOTUM_DECIMAL_MAX_SCALE 18

/* Strict grammar, never the locale: white space around, sign, digits without a leading zero (or none
 * before a point), point, digits, exponent. "8.25", "+0.40", ".4", "4e-1", " 3 " are numbers;
 * "", ".", "010", "0x10", "0,4", "1 000", "NaN", "1e308" are not. Digits beyond 18 places or values
 * beyond gint64 are refused with a sentence. */
gboolean     votum_decimal_parse       (const char *text, VotumDecimal *value, GError **error);
/* As votum_decimal_parse(), and a single decimal comma instead of the point, as spreadsheets write it. */
gboolean     votum_decimal_parse_comma (const char *text, VotumDecimal *value, GError **error);
char        *votum_decimal_to_string   (VotumDecimal value);            /* (transfer full): "8.25", "-3" */
int          votum_decimal_compare     (VotumDecimal a, VotumDecimal b);
VotumDecimal votum_decimal_normalize   (VotumDecimal value);
double       votum_decimal_to_double   (VotumDecimal value);            /* for drawing, never for ranks */
void         votum_decimal_to_rational (VotumDecimal value, mpq_ptr rational); /* @rational is initialised */
/* TRUE if (value - origin) is a whole number of steps. step > 0 */
gboolean     votum_decimal_is_on_step  (VotumDecimal value, VotumDecimal origin, VotumDecimal step);

/* Rounds @rational in place to @decimals (0..18) decimals in exact decimal arithmetic. */
void         votum_rational_round      (mpq_ptr rational, guint decimals, VotumRounding mode);
/* (transfer full): "22.93": always exactly @decimals decimals, rounded by @mode; no locale. */
char        *votum_rational_to_string  (mpq_srcptr rational, guint decimals, VotumRounding mode);

G_END_DECLS
