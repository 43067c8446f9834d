#include "votum-config.h"

#include "votum-decimal.h"
#include "votum-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How much of a text that is no number is repeated in a message. */
#define QUOTED_LENGTH 40

typedef enum {
  GRAMMAR_OK,
  GRAMMAR_SYNTAX,
  GRAMMAR_TOO_LARGE,
  GRAMMAR_TOO_FINE,
} Grammar;

/* What the text says, before it is known to fit: significant * 10^exponent. */
typedef struct {
  guint64  significant;
  int      n_significant;
  gboolean overflow;
  gint64   exponent;
  gboolean negative;
} Reading;

static __int128
power_of_ten (guint exponent)
{
  __int128 power = 1;

  for (guint i = 0; i < exponent; i++)
    power *= 10;
  return power;
}

/* Zeros are held back until another digit follows, so that "1.500000" stays 15e-1. */
static void
take_digit (Reading *reading, int digit, int *held_back)
{
  if (digit == 0)
    {
      if (reading->n_significant > 0)
        (*held_back)++;
      return;
    }

  for (; *held_back > 0 && !reading->overflow; (*held_back)--)
    {
      reading->overflow = __builtin_mul_overflow (reading->significant, (guint64) 10, &reading->significant);
      reading->n_significant++;
    }
  *held_back = 0;
  reading->overflow = reading->overflow ||
                      __builtin_mul_overflow (reading->significant, (guint64) 10, &reading->significant) ||
                      __builtin_add_overflow (reading->significant, (guint64) digit, &reading->significant);
  reading->n_significant++;
}

/* Reads "e-3"; the exponent is cut off at a million, where every number but zero is too large or too fine. */
static gboolean
read_exponent (const char **text, gint64 *exponent)
{
  const char *p = *text + 1;
  gboolean negative = *p == '-';
  gint64 value = 0;

  if (*p == '-' || *p == '+')
    p++;
  if (!g_ascii_isdigit (*p))
    return FALSE;
  for (; g_ascii_isdigit (*p); p++)
    value = MIN (value * 10 + (*p - '0'), 1000000);
  *exponent += negative ? -value : value;
  *text = p;
  return TRUE;
}

static gboolean
read_number (const char *text, char point, Reading *reading)
{
  const char *p = text;
  const char *whole;
  int held_back = 0;

  while (g_ascii_isspace (*p))
    p++;
  reading->negative = *p == '-';
  if (*p == '-' || *p == '+')
    p++;

  whole = p;
  for (; g_ascii_isdigit (*p); p++)
    take_digit (reading, *p - '0', &held_back);
  if (p - whole > 1 && *whole == '0')
    return FALSE;

  if (*p == '.' || *p == point)
    {
      p++;
      if (!g_ascii_isdigit (*p))
        return FALSE;
      for (; g_ascii_isdigit (*p); p++)
        {
          take_digit (reading, *p - '0', &held_back);
          reading->exponent--;
        }
    }
  else if (p == whole)
    return FALSE;

  reading->exponent += held_back;
  if ((*p == 'e' || *p == 'E') && !read_exponent (&p, &reading->exponent))
    return FALSE;
  while (g_ascii_isspace (*p))
    p++;
  return *p == '\0';
}

static Grammar
read_decimal (const char *text, char point, VotumDecimal *value)
{
  Reading reading = { 0 };
  guint64 digits;
  guint64 limit;

  if (!read_number (text, point, &reading))
    return GRAMMAR_SYNTAX;
  if (reading.n_significant == 0)
    {
      *value = (VotumDecimal) { 0, 0 };
      return GRAMMAR_OK;
    }
  if (reading.exponent < -VOTUM_DECIMAL_MAX_SCALE)
    return GRAMMAR_TOO_FINE;
  if (reading.overflow)
    return GRAMMAR_TOO_LARGE;

  digits = reading.significant;
  for (gint64 i = 0; i < reading.exponent; i++)
    if (__builtin_mul_overflow (digits, (guint64) 10, &digits))
      return GRAMMAR_TOO_LARGE;
  limit = (guint64) G_MAXINT64 + (reading.negative ? 1 : 0);
  if (digits > limit)
    return GRAMMAR_TOO_LARGE;

  value->digits = reading.negative ? (gint64) (0 - digits) : (gint64) digits;
  value->scale = reading.exponent < 0 ? (guint8) -reading.exponent : 0;
  return GRAMMAR_OK;
}

/* The likeliest slip of those who write numbers for people. */
static void
set_syntax_error (GError **error, const char *text, const char *quoted, char point)
{
  gboolean comma = strchr (text, ',') != NULL;
  gboolean percent = strchr (text, '%') != NULL;

  if (percent && comma && point != ',')
    g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                 _("“%s” is not a number here. Write it with a point, not a comma, and without a percent sign, such as 8.25."), quoted);
  else if (percent)
    g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                 _("“%s” is not a number here. Write it without a percent sign, such as 40."), quoted);
  else if (comma && point != ',')
    g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                 _("“%s” is not a number here. Write it with a point, not a comma, such as 8.25."), quoted);
  else if (comma)
    g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                 _("“%s” is not a number. Write it with one comma or point, and with nothing between the thousands."), quoted);
  else
    g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                 _("“%s” is not a number. Write it with digits only, such as 8.25."), quoted);
}

static gboolean
parse (const char *text, char point, VotumDecimal *value, GError **error)
{
  g_autofree char *valid = NULL;
  g_autofree char *quoted = NULL;
  VotumDecimal read = { 0 };
  Grammar grammar;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  grammar = read_decimal (text, point, &read);
  if (grammar == GRAMMAR_OK)
    {
      if (value != NULL)
        *value = read;
      return TRUE;
    }

  valid = g_utf8_make_valid (text, (gssize) strnlen (text, QUOTED_LENGTH * 4));
  quoted = g_utf8_substring (valid, 0, MIN (g_utf8_strlen (valid, -1), QUOTED_LENGTH));
  switch (grammar)
    {
    case GRAMMAR_TOO_LARGE:
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                   _("“%s” has more digits than can be counted exactly. Write a number with at most 18 digits."), quoted);
      break;
    case GRAMMAR_TOO_FINE:
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                   _("“%s” has more than 18 decimals. Round it before you enter it."), quoted);
      break;
    case GRAMMAR_OK:
    case GRAMMAR_SYNTAX:
    default:
      set_syntax_error (error, valid, quoted, point);
      break;
    }
  return FALSE;
}

/**
 * votum_decimal_parse:
 * @text: the number as it is written
 * @value: (out caller-allocates) (optional): the number, normalised; left alone on error
 * @error: return location for a #GError
 *
 * Reads a decimal by a strict grammar that never depends on the locale: white space around it, a sign,
 * digits without a leading zero (or none before a point), a point followed by digits, an exponent.
 * "8.25", "+0.40", ".4", "4e-1" and " 3 " are numbers; "", ".", "4.", "010", "0x10", "0,4", "1 000",
 * "NaN" and "1e308" are not. Trailing zeros don't count as decimals.
 *
 * Errors: %VOTUM_ERROR_INVALID if it is not a number, has more than 18 decimals, or if its digits
 * without the point are beyond #gint64.
 *
 * Returns: %TRUE if @text is a number
 */
gboolean
votum_decimal_parse (const char *text, VotumDecimal *value, GError **error)
{
  return parse (text, '.', value, error);
}

/**
 * votum_decimal_parse_comma:
 * @text: the number as it is written
 * @value: (out caller-allocates) (optional): the number, normalised; left alone on error
 * @error: return location for a #GError
 *
 * As votum_decimal_parse(), and a single decimal comma may stand instead of the point, as spreadsheets
 * write it: "0,4" is 0.4 and "1,234" is 1.234. Neither is a thousands separator; "1,234.5" is refused.
 *
 * Errors: as votum_decimal_parse().
 *
 * Returns: %TRUE if @text is a number
 */
gboolean
votum_decimal_parse_comma (const char *text, VotumDecimal *value, GError **error)
{
  return parse (text, ',', value, error);
}

/**
 * votum_decimal_normalize:
 * @value: a decimal, at most 18 decimals
 *
 * Returns: the same number without trailing zeros behind the point; zero has scale 0
 */
VotumDecimal
votum_decimal_normalize (VotumDecimal value)
{
  if (value.digits == 0)
    value.scale = 0;
  while (value.scale > 0 && value.digits % 10 == 0)
    {
      value.digits /= 10;
      value.scale--;
    }
  return value;
}

/* Puts the point before the last @scale of @digits and takes the sign in front. */
static char *
place_point (const char *digits, gboolean negative, guint scale)
{
  GString *string = g_string_new (negative ? "-" : NULL);
  gsize length = strlen (digits);

  if (length > scale)
    g_string_append_len (string, digits, (gssize) (length - scale));
  else
    g_string_append_c (string, '0');
  if (scale > 0)
    {
      g_string_append_c (string, '.');
      for (gsize i = length; i < scale; i++)
        g_string_append_c (string, '0');
      g_string_append (string, length > scale ? digits + (length - scale) : digits);
    }
  return g_string_free (string, FALSE);
}

/**
 * votum_decimal_to_string:
 * @value: a decimal
 *
 * Writes @value without the locale, without an exponent and without trailing zeros: "8.25", "-3", "0.4".
 * votum_decimal_parse() reads it back to the same number.
 *
 * Returns: (transfer full): the text
 */
char *
votum_decimal_to_string (VotumDecimal value)
{
  VotumDecimal normal = votum_decimal_normalize (value);
  guint64 magnitude = normal.digits < 0 ? 0 - (guint64) normal.digits : (guint64) normal.digits;
  char digits[24];

  g_snprintf (digits, sizeof digits, "%" G_GUINT64_FORMAT, magnitude);
  return place_point (digits, normal.digits < 0, normal.scale);
}

/* digits * 10^18 at most, below 2^123 */
static __int128
at_scale (VotumDecimal value, guint scale)
{
  return (__int128) value.digits * power_of_ten (scale - value.scale);
}

/**
 * votum_decimal_compare:
 * @a: a decimal
 * @b: another decimal
 *
 * Compares the numbers, not how they are written: 2.50 equals 2.5.
 *
 * Returns: -1, 0 or 1 as @a is less than, equal to or greater than @b
 */
int
votum_decimal_compare (VotumDecimal a, VotumDecimal b)
{
  guint scale = MAX (a.scale, b.scale);
  __int128 left = at_scale (a, scale);
  __int128 right = at_scale (b, scale);

  return (left > right) - (left < right);
}

/**
 * votum_decimal_to_double:
 * @value: a decimal
 *
 * For drawing and for statistics that only inform; what decides a rank never comes this way.
 *
 * Returns: a double next to @value
 */
double
votum_decimal_to_double (VotumDecimal value)
{
  /* One correctly rounded division: 10^18 is exact in a long double, and so is every gint64. */
  return (double) ((long double) value.digits / (long double) power_of_ten (value.scale));
}

/**
 * votum_decimal_to_rational:
 * @value: a decimal
 * @rational: an initialised rational, overwritten
 *
 * Sets @rational to exactly @value, in lowest terms.
 */
void
votum_decimal_to_rational (VotumDecimal value, mpq_ptr rational)
{
  VotumDecimal normal = votum_decimal_normalize (value);

  G_STATIC_ASSERT (sizeof (long) == sizeof (gint64));
  mpq_set_si (rational, normal.digits, (unsigned long) power_of_ten (normal.scale));
  if (normal.scale > 0)
    mpq_canonicalize (rational);
}

/**
 * votum_decimal_is_on_step:
 * @value: a decimal
 * @origin: where the scale begins
 * @step: the distance between two marks of the scale, above 0
 *
 * Returns: %TRUE if @value lies a whole number of steps from @origin
 */
gboolean
votum_decimal_is_on_step (VotumDecimal value, VotumDecimal origin, VotumDecimal step)
{
  guint scale = MAX (MAX (value.scale, origin.scale), step.scale);

  g_return_val_if_fail (step.digits > 0, FALSE);

  return (at_scale (value, scale) - at_scale (origin, scale)) % at_scale (step, scale) == 0;
}

/* @integer = @rational * 10^decimals, rounded to a whole number */
static void
round_to_integer (mpz_ptr integer, mpq_srcptr rational, guint decimals, VotumRounding mode)
{
  mpz_t scaled, rest;
  int half;

  mpz_inits (scaled, rest, NULL);
  mpz_ui_pow_ui (scaled, 10, decimals);
  mpz_mul (scaled, scaled, mpq_numref (rational));
  mpz_abs (scaled, scaled);
  mpz_tdiv_qr (integer, rest, scaled, mpq_denref (rational));
  mpz_mul_2exp (rest, rest, 1);
  half = mpz_cmp (rest, mpq_denref (rational));
  if (half > 0 || (half == 0 && (mode == VOTUM_ROUNDING_HALF_UP || mpz_odd_p (integer))))
    mpz_add_ui (integer, integer, 1);
  if (mpq_sgn (rational) < 0)
    mpz_neg (integer, integer);
  mpz_clears (scaled, rest, NULL);
}

/**
 * votum_rational_round:
 * @rational: a rational in lowest terms, rounded in place
 * @decimals: 0 to 18
 * @mode: where a half goes
 *
 * Rounds in exact decimal arithmetic; 2.345 is a half here, which it is not in binary floating point.
 */
void
votum_rational_round (mpq_ptr rational, guint decimals, VotumRounding mode)
{
  mpz_t integer;

  g_return_if_fail (decimals <= VOTUM_DECIMAL_MAX_SCALE);

  mpz_init (integer);
  round_to_integer (integer, rational, decimals, mode);
  mpz_set (mpq_numref (rational), integer);
  mpz_ui_pow_ui (mpq_denref (rational), 10, decimals);
  mpq_canonicalize (rational);
  mpz_clear (integer);
}

/**
 * votum_rational_to_string:
 * @rational: a rational in lowest terms
 * @decimals: 0 to 18
 * @mode: where a half goes
 *
 * Writes @rational with exactly @decimals decimals and without the locale: "22.93", "-0.50", "7".
 * What rounds to zero has no sign.
 *
 * Returns: (transfer full): the text
 */
char *
votum_rational_to_string (mpq_srcptr rational, guint decimals, VotumRounding mode)
{
  g_autofree char *digits = NULL;
  gboolean negative;
  mpz_t integer;

  g_return_val_if_fail (decimals <= VOTUM_DECIMAL_MAX_SCALE, NULL);

  mpz_init (integer);
  round_to_integer (integer, rational, decimals, mode);
  negative = mpz_sgn (integer) < 0;
  mpz_abs (integer, integer);
  digits = g_malloc (mpz_sizeinbase (integer, 10) + 2);
  mpz_get_str (digits, 10, integer);
  mpz_clear (integer);
  return place_point (digits, negative, decimals);
}
