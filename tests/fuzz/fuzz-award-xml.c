#include <string.h>

#include "fuzz.h"
#include "votum-award-xml.h"

/* Whatever comes in: a document or a sentence. What is taken in can be written, and read again as the same. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr(VotumProblems) problems = votum_problems_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(VotumDocument) part = votum_award_xml_parse ("part", data, size, VOTUM_AWARD_XML_PART, NULL, NULL);
  g_autoptr(VotumDocument) document = votum_award_xml_parse ("first", data, size, VOTUM_AWARD_XML_NONE, problems, &error);
  g_autoptr(VotumDocument) again = NULL;
  g_autofree char *xml = NULL;
  g_autofree char *same = NULL;

  g_assert_true ((document == NULL) == (error != NULL));
  g_assert_true ((document == NULL) == (votum_problems_count (problems) > 0));
  if (document == NULL)
    {
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_cmpuint (strlen (error->message), >, strlen ("first: "));
      return 0;
    }

  g_assert_nonnull (part);
  xml = votum_award_xml_to_string (document);
  again = votum_award_xml_parse ("second", xml, strlen (xml), VOTUM_AWARD_XML_NONE, NULL, &error);
  g_assert_no_error (error);
  same = votum_award_xml_to_string (again);
  g_assert_cmpstr (xml, ==, same);

  return 0;
}
