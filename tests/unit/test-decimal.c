#include <string.h>

#include "votum-decimal.h"
#include "votum-error.h"

static void
assert_reads (const char *text, gint64 digits, guint scale)
{
  g_autoptr(GError) error = NULL;
  VotumDecimal value = { -1, 99 };

  g_assert_true (votum_decimal_parse (text, &value, &error));
  g_assert_no_error (error);
  g_assert_cmpint (value.digits, ==, digits);
  g_assert_cmpuint (value.scale, ==, scale);
}

static void
assert_refuses (const char *text)
{
  g_autoptr(GError) error = NULL;
  VotumDecimal value = { 42, 7 };

  if (votum_decimal_parse (text, &value, &error))
    g_error ("“%s” was read as a number", text);
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_cmpint (value.digits, ==, 42);
  g_assert_cmpuint (value.scale, ==, 7);
  g_assert_false (votum_decimal_parse (text, NULL, NULL));
}

static void
test_parse (void)
{
  assert_reads ("14", 14, 0);
  assert_reads ("8.25", 825, 2);
  assert_reads ("+0.40", 4, 1);
  assert_reads (".4", 4, 1);
  assert_reads ("4e-1", 4, 1);
  assert_reads (" 3 ", 3, 0);
  assert_reads ("\t3\r\n", 3, 0);
  assert_reads ("-3", -3, 0);
  assert_reads ("0", 0, 0);
  assert_reads ("-0.00", 0, 0);
  assert_reads ("0.0e25", 0, 0);
  assert_reads ("100", 100, 0);
  assert_reads ("1.2E2", 120, 0);
  assert_reads ("1.5000000000000000000000000000", 15, 1);
  assert_reads ("120e-1", 12, 0);
  assert_reads ("100.10", 1001, 1);
  assert_reads ("0.3333333333333333", G_GINT64_CONSTANT (3333333333333333), 16);
  assert_reads ("0.000000000000000001", 1, 18);
  assert_reads ("9223372036854775807", G_MAXINT64, 0);
  assert_reads ("-9223372036854775808", G_MININT64, 0);
  assert_reads ("9.223372036854775807", G_MAXINT64, 18);
  assert_reads ("1e18", G_GINT64_CONSTANT (1000000000000000000), 0);
  assert_reads ("922337203685477580700e-2", G_MAXINT64, 0);
}

static void
test_parse_refuses (void)
{
  static const char * const texts[] = {
    "", " ", ".", "-", "+", "e", "e5", "4.", "4.e1", "010", "00", "-01.5", "0x10", "0,4", "1 000", "1_000", "NaN",
    "nan", "inf", "Infinity", "1e308", "1e19", "1e", "1e+", "1.2.3", "--1", "+-1", "1-", "5 %", "½", "٣", "−3",
    "0.0000000000000000001", "0.33333333333333333333", "9223372036854775808", "-9223372036854775809",
    "123456789012345678901", "1e99999999999999999999", "1e-99999999999999999999", "8.25\xff",
  };
  g_autoptr(GString) thirds = g_string_new ("0.");

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_refuses (texts[i]);
  for (guint i = 0; i < 5000; i++)
    g_string_append_c (thirds, '3');
  assert_refuses (thirds->str);
}

static void
test_parse_comma (void)
{
  VotumDecimal value;

  g_assert_true (votum_decimal_parse_comma ("0,4", &value, NULL));
  g_assert_cmpint (value.digits, ==, 4);
  g_assert_cmpuint (value.scale, ==, 1);
  g_assert_true (votum_decimal_parse_comma ("1,250", &value, NULL));
  g_assert_cmpint (value.digits, ==, 125);
  g_assert_cmpuint (value.scale, ==, 2);
  g_assert_true (votum_decimal_parse_comma ("0.4", &value, NULL));
  g_assert_false (votum_decimal_parse_comma ("1,234.5", &value, NULL));
  g_assert_false (votum_decimal_parse_comma ("1.234,5", &value, NULL));
  g_assert_false (votum_decimal_parse_comma ("1,234,5", &value, NULL));
  g_assert_false (votum_decimal_parse_comma (",", &value, NULL));
}

/* What is wrong is said, not only that something is. */
static void
test_advice (void)
{
  static const struct {
    const char *text;
    gboolean    comma;
    const char *fragment;
  } cases[] = {
    { "20,5", FALSE, "with a point, not a comma, such" },
    { "40 %", FALSE, "without a percent sign, such as 40" },
    { "20,5 %", FALSE, "a comma, and without a percent sign" },
    { "20,5%", TRUE, "number here. Write it without a percent sign" },
    { "1.000,5", TRUE, "nothing between the thousands" },
    { "-", FALSE, "digits only" },
    { "7-8", FALSE, "digits only" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      if (cases[i].comma)
        g_assert_false (votum_decimal_parse_comma (cases[i].text, NULL, &error));
      else
        g_assert_false (votum_decimal_parse (cases[i].text, NULL, &error));
      g_test_message ("%s", error->message);
      g_assert_true (g_str_has_prefix (error->message, "“"));
      g_assert_nonnull (strstr (error->message, cases[i].text));
      g_assert_nonnull (strstr (error->message, cases[i].fragment));
    }
}

static void
assert_writes (gint64 digits, guint8 scale, const char *expected)
{
  g_autofree char *text = votum_decimal_to_string ((VotumDecimal) { digits, scale });
  VotumDecimal back;

  g_assert_cmpstr (text, ==, expected);
  g_assert_true (votum_decimal_parse (text, &back, NULL));
  g_assert_cmpint (votum_decimal_compare (back, (VotumDecimal) { digits, scale }), ==, 0);
}

static void
test_to_string (void)
{
  assert_writes (825, 2, "8.25");
  assert_writes (-3, 0, "-3");
  assert_writes (-40, 2, "-0.4");
  assert_writes (100, 0, "100");
  assert_writes (0, 5, "0");
  assert_writes (1, 18, "0.000000000000000001");
  assert_writes (G_MAXINT64, 18, "9.223372036854775807");
  assert_writes (G_MININT64, 0, "-9223372036854775808");
}

static void
test_compare (void)
{
  g_assert_cmpint (votum_decimal_compare ((VotumDecimal) { 25, 1 }, (VotumDecimal) { 250, 2 }), ==, 0);
  g_assert_cmpint (votum_decimal_compare ((VotumDecimal) { 25, 1 }, (VotumDecimal) { 251, 2 }), ==, -1);
  g_assert_cmpint (votum_decimal_compare ((VotumDecimal) { -25, 1 }, (VotumDecimal) { -251, 2 }), ==, 1);
  g_assert_cmpint (votum_decimal_compare ((VotumDecimal) { G_MAXINT64, 0 }, (VotumDecimal) { G_MAXINT64, 18 }), ==, 1);
  g_assert_cmpint (votum_decimal_compare ((VotumDecimal) { G_MININT64, 0 }, (VotumDecimal) { G_MAXINT64, 18 }), ==, -1);
  g_assert_cmpfloat (votum_decimal_to_double ((VotumDecimal) { 1, 1 }), ==, 0.1);
  g_assert_cmpfloat (votum_decimal_to_double ((VotumDecimal) { -2293, 2 }), ==, -22.93);
}

static void
test_on_step (void)
{
  VotumDecimal quarter = { 25, 2 };
  VotumDecimal one = { 1, 0 };

  g_assert_true (votum_decimal_is_on_step ((VotumDecimal) { 825, 2 }, one, quarter));
  g_assert_true (votum_decimal_is_on_step ((VotumDecimal) { 1, 0 }, one, quarter));
  g_assert_true (votum_decimal_is_on_step ((VotumDecimal) { -5, 1 }, one, quarter));
  g_assert_false (votum_decimal_is_on_step ((VotumDecimal) { 83, 1 }, one, quarter));
  g_assert_false (votum_decimal_is_on_step ((VotumDecimal) { 825000001, 8 }, one, quarter));
  g_assert_true (votum_decimal_is_on_step ((VotumDecimal) { 3, 1 }, (VotumDecimal) { 0, 0 }, (VotumDecimal) { 1, 1 }));
  g_assert_true (votum_decimal_is_on_step ((VotumDecimal) { G_MAXINT64, 0 }, (VotumDecimal) { G_MININT64, 18 }, (VotumDecimal) { 1, 18 }));
}

/* @fraction is rounded to @decimals both ways. */
static void
assert_rounds (const char *fraction, guint decimals, const char *half_up, const char *half_even)
{
  g_autofree char *up = NULL;
  g_autofree char *even = NULL;
  g_autofree char *written = NULL;
  mpq_t value;

  mpq_init (value);
  g_assert_cmpint (mpq_set_str (value, fraction, 10), ==, 0);
  mpq_canonicalize (value);
  up = votum_rational_to_string (value, decimals, VOTUM_ROUNDING_HALF_UP);
  even = votum_rational_to_string (value, decimals, VOTUM_ROUNDING_HALF_EVEN);
  g_assert_cmpstr (up, ==, half_up);
  g_assert_cmpstr (even, ==, half_even);
  votum_rational_round (value, decimals, VOTUM_ROUNDING_HALF_EVEN);
  written = votum_rational_to_string (value, decimals, VOTUM_ROUNDING_HALF_UP);
  g_assert_cmpstr (written, ==, half_even);
  mpq_clear (value);
}

static void
test_rounding (void)
{
  assert_rounds ("2345/1000", 2, "2.35", "2.34");
  assert_rounds ("-2345/1000", 2, "-2.35", "-2.34");
  assert_rounds ("2355/1000", 2, "2.36", "2.36");
  assert_rounds ("2344999999/1000000000", 2, "2.34", "2.34");
  assert_rounds ("2345000001/1000000000", 2, "2.35", "2.35");
  assert_rounds ("1005/1000", 2, "1.01", "1.00"); /* in binary floating point 1.005 is less than that */
  assert_rounds ("1/2", 0, "1", "0");
  assert_rounds ("3/2", 0, "2", "2");
  assert_rounds ("-1/2", 0, "-1", "0");
  assert_rounds ("-1/1000", 2, "0.00", "0.00");
  assert_rounds ("2/3", 4, "0.6667", "0.6667");
  assert_rounds ("7", 2, "7.00", "7.00");
  assert_rounds ("1/3", 18, "0.333333333333333333", "0.333333333333333333");
  assert_rounds ("12345678901234567890123456789/2", 1, "6172839450617283945061728394.5", "6172839450617283945061728394.5");
}

static void
test_rational (void)
{
  mpq_t value, expected;

  mpq_inits (value, expected, NULL);
  votum_decimal_to_rational ((VotumDecimal) { -8250, 3 }, value);
  mpq_set_si (expected, -33, 4);
  g_assert_true (mpq_equal (value, expected));
  votum_decimal_to_rational ((VotumDecimal) { 14, 0 }, value);
  mpq_set_si (expected, 14, 1);
  g_assert_true (mpq_equal (value, expected));
  mpq_clears (value, expected, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/decimal/parse", test_parse);
  g_test_add_func ("/decimal/parse-refuses", test_parse_refuses);
  g_test_add_func ("/decimal/parse-comma", test_parse_comma);
  g_test_add_func ("/decimal/advice", test_advice);
  g_test_add_func ("/decimal/to-string", test_to_string);
  g_test_add_func ("/decimal/compare", test_compare);
  g_test_add_func ("/decimal/on-step", test_on_step);
  g_test_add_func ("/decimal/rounding", test_rounding);
  g_test_add_func ("/decimal/rational", test_rational);
  return g_test_run ();
}
