#pragma once

#include "case-fixture.h"
#include "votum-case-edit.h"
#include "votum-case-holder.h"
#include "votum-error.h"

/* Handing a case over, and notes by those who hold it. */

static inline gboolean
hold (CaseFixture *fixture,
      const char  *juror,
      VotumDuty    duty,
      const char  *reason,
      GError     **error)
{
  return votum_case_set_holder (fixture->votum_case, case_fixture_thing (fixture, VOTUM_KIND_JUROR, juror), duty, reason, error);
}

static inline void
must_hold (CaseFixture *fixture,
           const char  *juror,
           VotumDuty    duty)
{
  g_autoptr(GError) error = NULL;

  hold (fixture, juror, duty, votum_case_was_held (fixture->votum_case) ? "Overlevert." : NULL, &error);
  g_assert_no_error (error);
}

static inline VotumThing *
add_note (CaseFixture *fixture,
          const char  *author,
          const char  *use,
          const char  *text,
          GError     **error)
{
  g_autoptr(VotumThing) note = votum_thing_new (VOTUM_KIND_NOTE);

  votum_thing_set_ref (note, VOTUM_NOTE_ENTRANT, case_fixture_id (fixture, VOTUM_KIND_ENTRANT, "nord"));
  if (author != NULL)
    votum_thing_set_ref (note, VOTUM_NOTE_AUTHOR, case_fixture_id (fixture, VOTUM_KIND_JUROR, author));
  votum_thing_set_from_text (note, VOTUM_NOTE_KIND, "strength", NULL);
  votum_thing_set_from_text (note, VOTUM_NOTE_USE, use, NULL);
  votum_thing_set_from_text (note, VOTUM_NOTE_TEXT, text, NULL);

  return votum_case_add (fixture->votum_case, note, error) ? note : NULL;
}

static inline VotumThing *
must_add_note (CaseFixture *fixture,
               const char  *author,
               const char  *use,
               const char  *text)
{
  g_autoptr(GError) error = NULL;
  VotumThing *note = add_note (fixture, author, use, text, &error);

  g_assert_no_error (error);

  return note;
}

#define assert_not_allowed(error) \
  G_STMT_START { g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_NOT_ALLOWED); g_clear_error (&error); } G_STMT_END
