#include "votum-config.h"

#include <math.h>

#include "holder-fixture.h"
#include "votum-case-agreement.h"
#include "votum-case-result.h"

/* How far the jury of a case agrees, and who may know. */

static void
fill (CaseFixture *fixture)
{
  case_fixture_must_mark (fixture, "nord", "ida", "A", 6);
  case_fixture_must_mark (fixture, "nord", "ida", "B", 6);
  case_fixture_must_mark (fixture, "fjel", "ida", "A", 1);
  case_fixture_must_mark (fixture, "fjel", "ida", "B", 2);
  case_fixture_must_mark (fixture, "nord", "per", "A", 3);
  case_fixture_must_mark (fixture, "nord", "per", "B", 6);
  case_fixture_must_mark (fixture, "fjel", "per", "A", 2);
}

static VotumAgreement *
agreement_of (CaseFixture *fixture,
              GError     **error)
{
  g_autoptr(VotumStanding) standing = votum_case_compute (fixture->votum_case, NULL, NULL, NULL);

  g_assert_nonnull (standing);

  return votum_case_agreement (fixture->votum_case, standing, 0, 1, NULL, error);
}

static void
test_figures (CaseFixture  *fixture,
              gconstpointer data)
{
  g_autoptr(VotumAgreement) agreement = NULL;
  g_autoptr(VotumAgreement) again = NULL;
  g_autoptr(GError) error = NULL;
  const VotumDisagreement *place;

  fill (fixture);
  agreement = agreement_of (fixture, &error);
  g_assert_no_error (error);
  again = agreement_of (fixture, &error);
  g_assert_cmpuint (agreement->n_jurors, ==, 2);
  g_assert_cmpuint (agreement->n_entrants, ==, 2);
  g_assert_cmpuint (agreement->n_complete, ==, 2);
  g_assert_cmpuint (agreement->n_marks, ==, 6);
  for (guint kind = 0; kind < VOTUM_N_AGREEMENT_KINDS; kind++)
    {
      g_autofree char *words = votum_agreement_words (agreement, kind);

      g_assert_true (g_str_has_suffix (words, "."));
      g_assert_cmpstr (votum_agreement_name (kind), !=, "");
      g_assert_cmpint (agreement->figures[kind].refusal == NULL, ==, isfinite (agreement->figures[kind].estimate.value));
      g_assert_true (isnan (agreement->figures[kind].estimate.low) || agreement->figures[kind].estimate.low == again->figures[kind].estimate.low);
    }
  /* both put Nordlys first */
  g_assert_cmpfloat_with_epsilon (agreement->figures[VOTUM_AGREEMENT_KENDALL].estimate.value, 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (agreement->figures[VOTUM_AGREEMENT_KENDALL].p, 0.5, 1e-9);

  g_assert_cmpuint (agreement->criteria->len, ==, 2);
  place = &g_array_index (agreement->criteria, VotumDisagreement, 0);
  g_assert_cmpstr (votum_thing_get_key (place->criterion), ==, "A");
  /* (4.5 + 0.5) / 2, on a scale five wide */
  g_assert_cmpfloat_with_epsilon (place->spread.spread.value * place->width, sqrt (2.5), 1e-9);
  g_assert_cmpfloat (place->lowest, ==, 3);
  g_assert_cmpfloat (place->highest, ==, 6);
  g_assert_cmpuint (agreement->cells->len, ==, 3);
  place = &g_array_index (agreement->cells, VotumDisagreement, 0);
  g_assert_cmpstr (votum_thing_get_key (place->entrant), ==, "nord");
}

static void
test_too_few (CaseFixture  *fixture,
              gconstpointer data)
{
  g_autoptr(VotumAgreement) agreement = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_null (agreement_of (fixture, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_NO_RESULT);
  g_clear_error (&error);
  case_fixture_must_mark (fixture, "nord", "ida", "A", 6);
  g_assert_null (agreement_of (fixture, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_NO_RESULT);
  g_clear_error (&error);
  /* two who have marked nothing in common: no figure, and each says why */
  case_fixture_must_mark (fixture, "fjel", "per", "A", 6);
  agreement = agreement_of (fixture, &error);
  g_assert_no_error (error);
  for (guint kind = 0; kind < VOTUM_N_AGREEMENT_KINDS; kind++)
    {
      g_assert_nonnull (agreement->figures[kind].refusal);
      g_assert_true (isnan (agreement->figures[kind].estimate.value));
    }
  g_assert_cmpuint (agreement->cells->len, ==, 0);
}

static void
test_not_for_a_juror (CaseFixture  *fixture,
                      gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  fill (fixture);
  must_hold (fixture, "per", VOTUM_DUTY_JUROR);
  g_assert_null (agreement_of (fixture, &error));
  assert_not_allowed (error);
}

static void
test_cancelled (CaseFixture  *fixture,
                gconstpointer data)
{
  g_autoptr(VotumStanding) standing = NULL;
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  fill (fixture);
  standing = votum_case_compute (fixture->votum_case, NULL, NULL, NULL);
  g_cancellable_cancel (cancellable);
  g_assert_null (votum_case_agreement (fixture->votum_case, standing, 0, 1, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  case_fixture_add ("/case-agreement/figures", test_figures);
  case_fixture_add ("/case-agreement/too-few", test_too_few);
  case_fixture_add ("/case-agreement/not-for-a-juror", test_not_for_a_juror);
  case_fixture_add ("/case-agreement/cancelled", test_cancelled);
  return g_test_run ();
}
