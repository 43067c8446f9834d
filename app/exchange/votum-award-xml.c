#include "votum-config.h"

#include "votum-award-xml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "votum-award-reader.h"
#include "votum-award-writer.h"
#include "votum-first-problem.h"
#include "votum-save.h"

#define MAX_SIZE       (8 * 1024 * 1024)
#define MAX_SIZE_LARGE (64 * 1024 * 1024)

static gsize
max_size (VotumAwardXmlFlags flags)
{
  return flags & VOTUM_AWARD_XML_LARGE ? MAX_SIZE_LARGE : MAX_SIZE;
}

typedef struct {
  const char *shown;
  const char *folder;   /* (nullable): where its attachments lie */
  VotumAwardXmlFlags flags;
  VotumProblems *problems;
  GCancellable *cancellable;
  VotumProgressFunc progress;
  gpointer progress_data;
} Reading;

/* Takes @input, or @failed where it could not be opened. */
static VotumDocument *
read_document (const Reading  *reading,
               VotumInput     *input,
               GError         *failed,
               GError        **error)
{
  g_autoptr(VotumInput) own = input;
  g_autoptr(VotumProblems) unasked = reading->problems == NULL ? votum_problems_new () : NULL;
  VotumProblems *problems = unasked != NULL ? unasked : reading->problems;
  g_autoptr(VotumAwardReader) reader = votum_award_reader_new (problems);

  reader->part = (reading->flags & VOTUM_AWARD_XML_PART) != 0;
  if (reading->flags & VOTUM_AWARD_XML_LARGE)
    votum_xml_reader_set_max_elements (reader->xml, G_MAXUINT);

  if (own == NULL)
    votum_xml_reader_take_problem (reader->xml, 0, 0, failed);
  else if (!votum_xml_reader_read (reader->xml, own, reading->cancellable, reading->progress, reading->progress_data, error))
    return NULL;

  /* what hangs together can be judged only where all of it was read */
  if (reader->document != NULL && reader->depth == 0 && !votum_xml_reader_get_stopped (reader->xml))
    votum_award_check (reader->xml, reader->document, reader->lost, reader->part, reading->folder);

  if (votum_problems_count (problems) > 0)
    {
      votum_first_problem (problems, reading->shown, error);
      return NULL;
    }
  votum_document_set_folder (reader->document, reading->folder);

  return g_steal_pointer (&reader->document);
}

/**
 * votum_award_xml_read:
 * @path: an XML file
 * @flags: how
 * @problems: (nullable): an empty list for what is wrong
 * @cancellable: (nullable): to stop it
 * @progress: (nullable): called now and then
 * @progress_data: for @progress
 * @error: return location
 *
 * Reads an award or a shortlist, strictly and piece by piece. Attachments have to lie beside the file; they are not read.
 *
 * Errors: the first of @problems; %G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full): the document, or %NULL where there is any problem
 */
VotumDocument *
votum_award_xml_read (const char          *path,
                      VotumAwardXmlFlags   flags,
                      VotumProblems       *problems,
                      GCancellable        *cancellable,
                      VotumProgressFunc    progress,
                      gpointer             progress_data,
                      GError             **error)
{
  g_autofree char *shown = NULL;
  g_autofree char *folder = NULL;
  GError *failed = NULL;
  VotumInput *input;

  g_return_val_if_fail (path != NULL, NULL);

  shown = g_filename_display_name (path);
  folder = g_path_get_dirname (path);
  input = votum_input_open (path, max_size (flags), &failed);

  return read_document (&(Reading) { shown, folder, flags, problems, cancellable, progress, progress_data }, input, failed, error);
}

/**
 * votum_award_xml_parse:
 * @name: what to call it in messages
 * @data: the bytes of an XML file
 * @length: how many
 * @flags: how
 * @problems: (nullable): an empty list for what is wrong
 * @error: return location
 *
 * As votum_award_xml_read(), from memory. Attachments are not looked for.
 *
 * Returns: (transfer full): the document, or %NULL where there is any problem
 */
VotumDocument *
votum_award_xml_parse (const char          *name,
                       gconstpointer        data,
                       gsize                length,
                       VotumAwardXmlFlags   flags,
                       VotumProblems       *problems,
                       GError             **error)
{
  GError *failed = NULL;
  VotumInput *input;

  g_return_val_if_fail (name != NULL && (data != NULL || length == 0), NULL);

  input = votum_input_from_memory (data, length, max_size (flags), &failed);

  return read_document (&(Reading) { name, NULL, flags, problems, NULL, NULL, NULL }, input, failed, error);
}

/**
 * votum_award_xml_to_string:
 * @document: a document
 *
 * Returns: (transfer full): the document as XML; the same document gives the same bytes
 */
char *
votum_award_xml_to_string (VotumDocument *document)
{
  g_return_val_if_fail (document != NULL, NULL);

  return votum_award_writer_run (document);
}

/**
 * votum_award_xml_write:
 * @document: a document
 * @path: where to
 * @error: return location
 *
 * Writes the document, whole or not at all.
 *
 * Returns: whether it is on disk
 */
gboolean
votum_award_xml_write (VotumDocument  *document,
                       const char     *path,
                       GError        **error)
{
  g_autofree char *xml = votum_award_xml_to_string (document);

  g_return_val_if_fail (path != NULL, FALSE);

  return votum_save_file (path, xml, strlen (xml), error);
}
