#include "votum-config.h"

#include "votum-documents-making.h"

#include <glib/gi18n.h>

#include "votum-case-diploma.h"
#include "votum-case-result-list.h"
#include "votum-case-reveal.h"
#include "votum-case-verdict.h"
#include "votum-error.h"
#include "votum-things.h"

/* What the documents' window shows and writes. */

/**
 * votum_documents_standings:
 * @votum_case: a case
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type VotumStanding): the results of the classes that have one
 */
GPtrArray *
votum_documents_standings (VotumCase *votum_case,
                           GError   **error)
{
  g_autoptr(GPtrArray) classes = votum_case_classes (votum_case);
  g_autoptr(GPtrArray) standings = g_ptr_array_new_with_free_func ((GDestroyNotify) votum_standing_free);
  GError *last = NULL;

  for (guint i = 0; i < MAX (classes->len, 1); i++)
    {
      VotumStanding *standing;

      g_clear_error (&last);
      standing = votum_case_compute (votum_case, classes->len > 0 ? g_ptr_array_index (classes, i) : NULL, NULL, &last);
      if (standing != NULL)
        g_ptr_array_add (standings, standing);
    }
  if (standings->len > 0)
    {
      g_clear_error (&last);
      return g_steal_pointer (&standings);
    }
  g_propagate_error (error, last);

  return NULL;
}

/**
 * votum_documents_whose:
 * @wish: a feedback report, or a diploma
 *
 * Returns: (transfer full) (element-type VotumThing): who gets one in the class that is chosen
 */
GPtrArray *
votum_documents_whose (const VotumDocumentWish *wish)
{
  g_autoptr(VotumDiplomaContent) content = NULL;

  if (wish->kind == VOTUM_DOCUMENTS_FEEDBACK)
    return votum_case_reported (wish->votum_case, wish->standing);
  content = votum_case_diploma_content (wish->votum_case, wish->standing, NULL, wish->lang, NULL);

  return content != NULL ? g_ptr_array_ref (content->entrants) : g_ptr_array_new ();
}

static VotumPaper *
make_report (const VotumDocumentWish *wish,
             GPtrArray               *warnings,
             GError                 **error)
{
  g_autoptr(VotumReportContent) content = votum_case_report_content (wish->votum_case, wish->standing, wish->entrant, wish->lang, wish->texts, error);

  for (guint i = 0; content != NULL && warnings != NULL && i < content->warnings->len; i++)
    g_ptr_array_add (warnings, g_strdup (g_ptr_array_index (content->warnings, i)));

  return content != NULL ? votum_report_document (&content->report, wish->lang) : NULL;
}

/* The citation, or the protocol. */
static VotumPaper *
make_verdict (const VotumDocumentWish *wish)
{
  const VotumVerdictOptions options = { .lang = wish->lang, .name_last = wish->name_last, .anonymous = wish->anonymous,
                                        .part = wish->kind == VOTUM_DOCUMENTS_CITATION ? VOTUM_VERDICT_CITATION : VOTUM_VERDICT_PROTOCOL };
  gboolean draft;

  return votum_case_verdict (wish->votum_case, wish->standing, &options, &draft);
}

/**
 * votum_documents_make:
 * @wish: what is wanted
 * @warnings: (nullable) (element-type utf8): gets sentences about what should be looked at
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the document; %NULL with a sentence where there is none
 */
VotumPaper *
votum_documents_make (const VotumDocumentWish *wish,
                      GPtrArray               *warnings,
                      GError                 **error)
{
  g_autoptr(VotumReveal) reveal = NULL;

  switch (wish->kind)
    {
    case VOTUM_DOCUMENTS_CITATION:
    case VOTUM_DOCUMENTS_PROTOCOL:
      return make_verdict (wish);
    case VOTUM_DOCUMENTS_FEEDBACK:
      if (wish->entrant != NULL)
        return make_report (wish, warnings, error);
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_NO_RESULT, "%s", _("Nobody has been assessed yet."));
      return NULL;
    case VOTUM_DOCUMENTS_RESULT_LIST:
      return votum_case_result_list (wish->votum_case, wish->standings, wish->lang, wish->points, error);
    case VOTUM_DOCUMENTS_DIPLOMA:
      return votum_case_diploma (wish->votum_case, wish->standing, wish->entrant, wish->lang, error);
    case VOTUM_DOCUMENTS_SLIDES:
    default:
      reveal = votum_case_reveal (wish->votum_case, wish->standings, wish->lang, error);
      return reveal != NULL ? votum_reveal_document (reveal) : NULL;
    }
}

/* One document after the other, between what the window has to do. */
typedef struct {
  VotumDocumentWish     wish;
  GPtrArray            *entrants;   /* of VotumThing */
  GPtrArray            *whose;      /* of VotumStanding, for each entrant */
  char                 *folder;
  char                 *lang;
  guint                 at;
  VotumDesk            *desk;
} Writing;

static gboolean
write_next (Writing *self,
            GError **error)
{
  g_autoptr(VotumPaper) paper = NULL;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;

  self->wish.standing = g_ptr_array_index (self->whose, self->at);
  self->wish.entrant = g_ptr_array_index (self->entrants, self->at);
  name = g_strdup_printf ("%s-%s.pdf", self->wish.kind == VOTUM_DOCUMENTS_FEEDBACK ? "feedback" : "diploma", votum_thing_get_key (self->wish.entrant));
  path = g_build_filename (self->folder, name, NULL);
  paper = votum_documents_make (&self->wish, NULL, error);

  return paper != NULL && votum_paper_write_pdf (paper, path, NULL, error);
}

static gboolean
write_cb (gpointer data)
{
  Writing *self = data;
  GError *error = NULL;

  if (self->at < self->entrants->len && write_next (self, &error))
    {
      self->at++;
      return G_SOURCE_CONTINUE;
    }
  if (votum_desk_report (self->desk, error))
    votum_desk_toast (self->desk, FALSE, g_dngettext (GETTEXT_PACKAGE, "%u document is written.", "%u documents are written.", self->at), self->at);

  return G_SOURCE_REMOVE;
}

static void
writing_free (gpointer data)
{
  Writing *self = data;

  g_ptr_array_unref (self->entrants);
  g_ptr_array_unref (self->whose);
  g_ptr_array_unref (self->wish.standings);
  g_object_unref (self->wish.votum_case);
  g_object_unref (self->desk);
  g_free (self->folder);
  g_free (self->lang);
  g_free (self);
}

/**
 * votum_documents_write_all:
 * @wish: a feedback report, or a diploma; whose does not matter
 * @folder: where to
 * @desk: the desk, which is told how it went
 *
 * Writes one for each of all classes, as it is stored, without keeping the window.
 */
void
votum_documents_write_all (const VotumDocumentWish *wish,
                           const char              *folder,
                           VotumDesk               *desk)
{
  Writing *self = g_new0 (Writing, 1);
  VotumDocumentWish one = *wish;

  self->entrants = g_ptr_array_new_with_free_func (g_object_unref);
  self->whose = g_ptr_array_new ();
  self->folder = g_strdup (folder);
  self->lang = g_strdup (wish->lang);
  self->desk = g_object_ref (desk);
  for (guint i = 0; i < wish->standings->len; i++)
    {
      g_autoptr(GPtrArray) whose = NULL;

      one.standing = g_ptr_array_index (wish->standings, i);
      whose = votum_documents_whose (&one);
      for (guint e = 0; e < whose->len; e++)
        {
          g_ptr_array_add (self->entrants, g_object_ref (g_ptr_array_index (whose, e)));
          g_ptr_array_add (self->whose, one.standing);
        }
    }
  self->wish = *wish;
  self->wish.texts = NULL;
  self->wish.lang = self->lang;
  self->wish.standings = g_ptr_array_ref (wish->standings);
  g_object_ref (self->wish.votum_case);
  g_idle_add_full (G_PRIORITY_LOW, write_cb, self, writing_free);
}
