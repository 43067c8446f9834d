#include "votum-config.h"

#include "case-fixture.h"
#include "votum-case-finding.h"
#include "votum-words.h"

/* What the numbers say, in words: who leads, how sure that is, and what to talk about. */

static VotumStanding *
standing_of (CaseFixture *fixture)
{
  g_autoptr(GError) error = NULL;
  VotumStanding *standing = votum_case_compute (fixture->votum_case, NULL, NULL, &error);

  g_assert_no_error (error);

  return standing;
}

static void
mark_both (CaseFixture *fixture,
           const char  *entrant,
           int          ida_a,
           int          ida_b,
           int          per_a,
           int          per_b)
{
  case_fixture_must_mark (fixture, entrant, "ida", "A", ida_a);
  case_fixture_must_mark (fixture, entrant, "ida", "B", ida_b);
  case_fixture_must_mark (fixture, entrant, "per", "A", per_a);
  case_fixture_must_mark (fixture, entrant, "per", "B", per_b);
}

static void
leads (CaseFixture  *fixture,
       gconstpointer data)
{
  g_autoptr(VotumStanding) standing = NULL;
  g_autoptr(VotumRobustness) robustness = NULL;
  g_autoptr(GError) error = NULL;
  const VotumRobustnessOptions options = { .n_draws = 1000, .seed = 1 };
  g_autofree char *lead = NULL;
  g_autofree char *text = NULL;

  mark_both (fixture, "nord", 6, 4, 3, 5);
  mark_both (fixture, "fjel", 4, 4, 5, 4);
  standing = standing_of (fixture);
  lead = votum_case_finding_lead (fixture->votum_case, standing, 0, "nb");
  g_assert_cmpstr (lead, ==, "Nordlys leder med 0,20.");

  robustness = votum_standing_robustness (standing, 0, &options, &error);
  g_assert_no_error (error);
  text = votum_case_finding (fixture->votum_case, standing, 0, robustness, "nb");
  g_assert_true (g_str_has_prefix (text, "Nordlys leder med 0,20, men forspranget er ikke sikkert: det holder med "));
  g_assert_nonnull (strstr (text, "Ett av 2 jurymedlemmer setter Fjellvind først."));
  g_assert_nonnull (strstr (text, "Drøft «Kultur» – der er juryen mest uenig, særlig om Nordlys."));
}

static void
shared (CaseFixture  *fixture,
        gconstpointer data)
{
  g_autoptr(VotumStanding) standing = NULL;
  g_autofree char *text = NULL;

  mark_both (fixture, "nord", 5, 4, 5, 4);
  mark_both (fixture, "fjel", 5, 4, 5, 4);
  standing = standing_of (fixture);
  text = votum_case_finding (fixture->votum_case, standing, 0, NULL, "en");
  g_assert_true (g_str_has_suffix (text, " share the lead."));
}

static void
only_one (CaseFixture  *fixture,
          gconstpointer data)
{
  g_autoptr(VotumStanding) standing = NULL;
  g_autofree char *text = NULL;

  mark_both (fixture, "nord", 5, 4, 5, 4);
  standing = standing_of (fixture);
  text = votum_case_finding (fixture->votum_case, standing, 0, NULL, "sv");
  g_assert_cmpstr (text, ==, "Bara Nordlys har ett resultat: 4,60. Fjellvind har för få betyg för ett resultat.");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  case_fixture_add ("/finding/leads", leads);
  case_fixture_add ("/finding/shared", shared);
  case_fixture_add ("/finding/only", only_one);

  return g_test_run ();
}
