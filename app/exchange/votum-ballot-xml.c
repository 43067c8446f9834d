#include "votum-config.h"

#include "votum-ballot-xml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "votum-award-xml.h"
#include "votum-error.h"
#include "votum-things.h"

/* What stands in a ballot: a part of an award with one <ballot>, and beside it only what is its juror's. Of a visit it says no more
 * than which one a note belongs to. */

static gboolean
has_only (VotumDocument *document)
{
  for (guint kind = 0; kind < VOTUM_N_KINDS; kind++)
    {
      guint n = votum_document_things (document, kind)->len;

      if (kind == VOTUM_KIND_AWARD || kind == VOTUM_KIND_BALLOT
          ? n != 1
          : n > 0 && kind != VOTUM_KIND_RECUSAL && kind != VOTUM_KIND_NOTE && kind != VOTUM_KIND_VISIT)
        return FALSE;
    }

  return votum_document_log (document)->len == 0;
}

static gboolean
has_note_of (VotumDocument *document,
             VotumThing    *visit)
{
  GPtrArray *notes = votum_document_things (document, VOTUM_KIND_NOTE);

  for (guint i = 0; i < notes->len; i++)
    if (g_strcmp0 (votum_thing_get_text (notes->pdata[i], VOTUM_NOTE_VISIT), votum_thing_get_key (visit)) == 0)
      return TRUE;

  return FALSE;
}

/* Whether visits are only told apart, and each because of a note. */
static gboolean
has_bare_visits (VotumDocument *document)
{
  GPtrArray *visits = votum_document_things (document, VOTUM_KIND_VISIT);

  for (guint i = 0; i < visits->len; i++)
    {
      const VotumThingInfo *info = votum_thing_get_info (visits->pdata[i]);

      for (guint f = 0; f < info->n_fields; f++)
        if (f != VOTUM_VISIT_ENTRANT && votum_thing_is_set (visits->pdata[i], f))
          return FALSE;
      if (!has_note_of (document, visits->pdata[i]))
        return FALSE;
    }

  return TRUE;
}

/* Whether everything in it is the one juror's and of the one round. */
static gboolean
is_of_one (VotumDocument *document)
{
  VotumThing *told = g_ptr_array_index (votum_document_things (document, VOTUM_KIND_BALLOT), 0);
  const char *juror = votum_thing_get_text (told, VOTUM_BALLOT_JUROR);
  const char *round = votum_thing_get_text (told, VOTUM_BALLOT_ROUND);
  GPtrArray *recusals = votum_document_things (document, VOTUM_KIND_RECUSAL);
  GPtrArray *notes = votum_document_things (document, VOTUM_KIND_NOTE);

  if (juror == NULL || round == NULL || votum_thing_get_number (told, VOTUM_BALLOT_NUMBER) < 1)
    return FALSE;
  for (guint i = 0; i < recusals->len; i++)
    if (g_strcmp0 (votum_thing_get_text (recusals->pdata[i], VOTUM_RECUSAL_JUROR), juror) != 0)
      return FALSE;
  for (guint i = 0; i < notes->len; i++)
    if (g_strcmp0 (votum_thing_get_text (notes->pdata[i], VOTUM_NOTE_AUTHOR), juror) != 0 ||
        votum_thing_get_choice (notes->pdata[i], VOTUM_NOTE_USE) == VOTUM_NOTE_USE_MINE)
      return FALSE;
  for (guint i = 0; i < votum_document_n_marks (document); i++)
    {
      const VotumMarkRow *row = votum_document_mark (document, i);

      if (g_strcmp0 (row->juror, juror) != 0 || g_strcmp0 (row->round, round) != 0 || row->state == VOTUM_ROW_RECUSED)
        return FALSE;
    }

  return TRUE;
}

/**
 * votum_ballot_parse:
 * @xml: what was sealed
 * @error: return location
 *
 * Returns: (transfer full): the ballot, or %NULL where it is not written as Votum writes one, byte for byte, or holds what is
 *   not its juror's
 */
VotumDocument *
votum_ballot_parse (const char  *xml,
                    GError     **error)
{
  g_autoptr(GError) local = NULL;
  g_autoptr(VotumDocument) document = votum_award_xml_parse ("ballot", xml, strlen (xml), VOTUM_AWARD_XML_PART, NULL, &local);
  g_autofree char *again = document != NULL ? votum_award_xml_to_string (document) : NULL;

  if (again == NULL || strcmp (again, xml) != 0 || votum_document_get_kind (document) != VOTUM_DOCUMENT_AWARD || !has_only (document) ||
      !has_bare_visits (document) || !is_of_one (document))
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                           _("The ballot holds something else than one juror’s marks of one round. It was not made by Votum."));
      return NULL;
    }

  return g_steal_pointer (&document);
}
