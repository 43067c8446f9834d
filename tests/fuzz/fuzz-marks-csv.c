#include <string.h>

#include "fuzz.h"
#include "votum-marks-csv.h"

static gboolean
check_row_cb (const VotumMarkRow *row,
              VotumProblems      *problems,
              gpointer            user_data)
{
  const char *const texts[] = { row->round, row->class_, row->entrant, row->juror, row->criterion, row->comment, row->entered_by };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_true (texts[i] == NULL || (*texts[i] != '\0' && g_utf8_validate (texts[i], -1, NULL)));
  g_assert_cmpuint (row->line, >, 0);
  g_assert_cmpuint (row->column, >, 0);

  return TRUE;
}

/* Whatever comes in: rows of clean text, or a sentence. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr(VotumProblems) problems = votum_problems_new ();
  g_autoptr(GError) error = NULL;
  gboolean good = votum_marks_csv_parse ("f", data, size, check_row_cb, NULL, problems, &error);

  g_assert_true (good == (error == NULL));
  g_assert_true (good == (votum_problems_count (problems) == 0));
  g_assert_true (error == NULL || g_utf8_validate (error->message, -1, NULL));

  return 0;
}
