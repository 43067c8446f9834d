#include "votum-config.h"

#include "votum-case-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "votum-award-xml.h"
#include "votum-case-private.h"
#include "votum-error.h"
#include "votum-text.h"

/* Taking the things of a document into a case: by id, field by field. What the file does not speak of stays as it is;
 * what it speaks of becomes what the file says. The parts of an entrant's submission are the file's as a whole. */

typedef struct {
  VotumCase *self;
  VotumDocument *document;
  VotumProblems *problems;
  VotumImport *import;
} Plan;

static void
plan_problem (Plan       *plan,
              VotumThing *thing,
              GError     *error)
{
  votum_problems_take (plan->problems, votum_thing_get_line (thing), votum_thing_get_column (thing), error);
}

/* The thing of the case that @thing speaks of. There is one award in a case, whatever it is called in the file. */
static VotumThing *
counterpart (Plan       *plan,
             VotumThing *thing)
{
  if (VOTUM_IS_AWARD (thing))
    return votum_case_get_award (plan->self);

  return votum_case_find (plan->self, votum_thing_get_kind (thing), votum_thing_get_key (thing));
}

static void
assign_ids (Plan *plan)
{
  for (guint kind = 0; kind < VOTUM_N_KINDS; kind++)
    {
      GPtrArray *things = votum_document_things (plan->document, kind);

      for (guint i = 0; i < things->len; i++)
        {
          VotumThing *thing = g_ptr_array_index (things, i);
          VotumThing *current = counterpart (plan, thing);

          votum_thing_set_id (thing, current != NULL ? votum_thing_get_id (current) : votum_case_take_id (plan->self));
        }
    }
}

static gint64
resolve (Plan       *plan,
         VotumThing *thing,
         VotumKind   target,
         const char *key)
{
  VotumThing *found = votum_document_find (plan->document, target, key);
  g_autofree char *shown = NULL;

  /* what is in the document has its number in the case by now */
  if (found == NULL)
    found = votum_case_find (plan->self, target, key);
  if (found != NULL)
    return votum_thing_get_id (found);

  shown = votum_text_quote (key);
  votum_problems_add (plan->problems, votum_thing_get_line (thing), votum_thing_get_column (thing),
                      _("There is no <%s> “%s”, neither in this file nor in the case. Check the id, or import it first."),
                      votum_thing_info (target)->name, shown);

  return 0;
}

/* Turns the ids that @thing refers to into numbers of the case. Returns whether all of them lead somewhere. */
static gboolean
resolve_thing (Plan       *plan,
               VotumThing *thing)
{
  const VotumThingInfo *info = votum_thing_get_info (thing);
  g_autoptr(GPtrArray) keys = g_ptr_array_new_full (info->n_fields, g_free);
  guint n_problems = votum_problems_count (plan->problems);

  for (guint i = 0; i < info->n_fields; i++)
    {
      gboolean refers = info->fields[i].type == VOTUM_FIELD_REF || info->fields[i].type == VOTUM_FIELD_REFS;

      g_ptr_array_add (keys, refers ? g_strdup (votum_thing_get_text (thing, i)) : NULL);
    }

  votum_thing_set_symbolic (thing, FALSE);
  for (guint i = 0; i < info->n_fields; i++)
    {
      const char *text = g_ptr_array_index (keys, i);

      if (text == NULL)
        continue;
      if (info->fields[i].type == VOTUM_FIELD_REF)
        {
          votum_thing_set_ref (thing, i, resolve (plan, thing, info->fields[i].target, text));
        }
      else
        {
          g_auto(GStrv) parts = g_strsplit (text, ";", -1);
          g_autoptr(GString) numbers = g_string_new (NULL);

          for (guint j = 0; parts[j] != NULL; j++)
            if (*g_strstrip (parts[j]) != '\0')
              g_string_append_printf (numbers, "%s%" G_GINT64_FORMAT, numbers->len > 0 ? " " : "",
                                      resolve (plan, thing, info->fields[i].target, parts[j]));
          votum_thing_set_from_text (thing, i, numbers->str, NULL);
        }
    }

  return votum_problems_count (plan->problems) == n_problems;
}

/* The case's thing with what the file says of it laid over it. Languages that the file does not have stay. */
static VotumThing *
overlay_thing (VotumThing *current,
               VotumThing *thing)
{
  VotumThing *merged = votum_thing_copy (current);

  for (guint i = 0; i < votum_thing_get_info (thing)->n_fields; i++)
    {
      g_autofree char *value = NULL;

      if (!votum_thing_is_touched (thing, i) || !votum_thing_is_set (thing, i))
        continue;
      /* where the bytes lie is of interest only until they are taken in */
      if (VOTUM_IS_ATTACHMENT (thing) && i == VOTUM_ATTACHMENT_FILE)
        continue;

      if (votum_thing_get_info (thing)->fields[i].type == VOTUM_FIELD_TEXTS)
        {
          VotumTexts *texts = votum_thing_get_texts (thing, i);

          for (guint j = 0; j < votum_texts_size (texts); j++)
            {
              g_autoptr(VotumTexts) next = votum_texts_with (votum_thing_get_texts (merged, i), votum_texts_lang (texts, j),
                                                             votum_texts_text (texts, j));

              votum_thing_set_texts (merged, i, next);
            }
          continue;
        }

      value = votum_thing_field_to_text (thing, i);
      votum_thing_set_from_text (merged, i, value, NULL);
    }

  return merged;
}

/* A shortlist has the parts of a submission as a whole: what it does not say of one is not there. */
static gboolean
is_part_of_submission (Plan       *plan,
                       VotumThing *thing)
{
  return votum_document_get_kind (plan->document) == VOTUM_DOCUMENT_SHORTLIST &&
         (VOTUM_IS_SECTION (thing) || VOTUM_IS_CONTACT_PERSON (thing) || VOTUM_IS_MEASURE (thing) || VOTUM_IS_ATTACHMENT (thing));
}

static VotumThing *
replace_thing (VotumThing *current,
               VotumThing *thing)
{
  VotumThing *merged = votum_thing_copy (thing);

  votum_thing_set_id (merged, votum_thing_get_id (current));
  votum_thing_set_key (merged, votum_thing_get_key (current));
  if (VOTUM_IS_ATTACHMENT (merged))
    votum_thing_set_from_text (merged, VOTUM_ATTACHMENT_FILE, NULL, NULL);

  return merged;
}

/* A note on a visit is about whom the jury visits. */
static void
complete_note (Plan       *plan,
               VotumThing *note)
{
  gint64 id = votum_thing_get_ref (note, VOTUM_NOTE_VISIT);
  GPtrArray *visits = votum_document_things (plan->document, VOTUM_KIND_VISIT);
  VotumThing *visit = id != 0 ? votum_case_lookup (plan->self, id) : NULL;

  if (id == 0 || votum_thing_is_set (note, VOTUM_NOTE_ENTRANT))
    return;
  for (guint i = 0; i < visits->len && visit == NULL; i++)
    if (votum_thing_get_id (g_ptr_array_index (visits, i)) == id)
      visit = g_ptr_array_index (visits, i);
  if (visit != NULL)
    votum_thing_set_ref (note, VOTUM_NOTE_ENTRANT, votum_thing_get_ref (visit, VOTUM_VISIT_ENTRANT));
}

static void
plan_thing (Plan       *plan,
            VotumThing *thing)
{
  VotumThing *current = counterpart (plan, thing);
  g_autoptr(VotumThing) merged = NULL;
  GError *error = NULL;

  /* also that a file agrees with what may not be seen is not for the preview to tell */
  if (current != NULL && !votum_case_may_see (plan->self, current))
    {
      g_set_error (&error, VOTUM_ERROR, VOTUM_ERROR_NOT_ALLOWED, _("<%s> “%s” may not be seen in this copy of the case, so it cannot be imported."),
                   votum_thing_get_info (thing)->name, votum_thing_get_key (thing));
      plan_problem (plan, thing, error);
      return;
    }

  if (!resolve_thing (plan, thing))
    return;
  if (VOTUM_IS_NOTE (thing))
    complete_note (plan, thing);

  if (current == NULL)
    {
      if (!votum_thing_check (thing, &error))
        {
          plan_problem (plan, thing, error);
          return;
        }
      votum_changes_thing (plan->import->changes, NULL, thing);
      votum_import_note (plan->import, '+', thing, plan->self);
      if (VOTUM_IS_RECUSAL (thing))
        votum_import_take_out_marks (plan->self, plan->import, thing);
      return;
    }

  merged = is_part_of_submission (plan, thing) ? replace_thing (current, thing) : overlay_thing (current, thing);
  if (!votum_thing_check (merged, &error))
    {
      plan_problem (plan, thing, error);
    }
  else if (votum_thing_equal (merged, current))
    {
      plan->import->counts[votum_thing_get_kind (thing)].unchanged++;
    }
  else
    {
      g_autoptr(VotumThing) old = votum_thing_copy (current);

      if (VOTUM_IS_ATTACHMENT (thing))
        votum_thing_set_from_text (merged, VOTUM_ATTACHMENT_FILE, votum_thing_get_text (thing, VOTUM_ATTACHMENT_FILE), NULL);
      votum_changes_thing (plan->import->changes, old, merged);
      votum_import_note (plan->import, '~', merged, plan->self);
      if (VOTUM_IS_RECUSAL (merged))
        votum_import_take_out_marks (plan->self, plan->import, merged);
    }
}

/* Whether a citation rests on the thing, so that it must stay. */
static gboolean
is_evidence (Plan       *plan,
             VotumThing *thing)
{
  GListModel *links = votum_case_get_things (plan->self, VOTUM_KIND_CITATION_LINK);
  gint64 id = votum_thing_get_id (thing);

  for (guint i = 0; i < g_list_model_get_n_items (links); i++)
    {
      g_autoptr(VotumThing) link = g_list_model_get_item (links, i);

      if (votum_thing_get_ref (link, VOTUM_CITATION_LINK_MEASURE) == id || votum_thing_get_ref (link, VOTUM_CITATION_LINK_SECTION) == id)
        return TRUE;
    }

  return FALSE;
}

/* A shortlist has an entrant's submission as a whole: parts that it no longer has go, unless a citation rests on them.
 * Entrants that it does not name stay as they are. */
static void
plan_missing (Plan *plan)
{
  static const VotumKind parts[] = { VOTUM_KIND_SECTION, VOTUM_KIND_CONTACT_PERSON, VOTUM_KIND_MEASURE, VOTUM_KIND_ATTACHMENT };
  GListModel *entrants = votum_case_get_things (plan->self, VOTUM_KIND_ENTRANT);

  for (guint i = 0; i < g_list_model_get_n_items (entrants); i++)
    {
      g_autoptr(VotumThing) entrant = g_list_model_get_item (entrants, i);

      if (votum_document_find (plan->document, VOTUM_KIND_ENTRANT, votum_thing_get_key (entrant)) == NULL)
        plan->import->counts[VOTUM_KIND_ENTRANT].left++;
    }

  for (guint p = 0; p < G_N_ELEMENTS (parts); p++)
    {
      GListModel *things = votum_case_get_things (plan->self, parts[p]);
      int parent = votum_thing_info_parent (votum_thing_info (parts[p]));

      for (guint i = 0; i < g_list_model_get_n_items (things); i++)
        {
          g_autoptr(VotumThing) thing = g_list_model_get_item (things, i);
          VotumThing *entrant = votum_case_lookup (plan->self, votum_thing_get_ref (thing, parent));

          /* a picture of a note is the jury's */
          if (VOTUM_IS_ATTACHMENT (thing) && votum_thing_is_set (thing, VOTUM_ATTACHMENT_NOTE))
            continue;
          if (entrant == NULL || votum_document_find (plan->document, VOTUM_KIND_ENTRANT, votum_thing_get_key (entrant)) == NULL ||
              votum_document_find (plan->document, parts[p], votum_thing_get_key (thing)) != NULL || is_evidence (plan, thing))
            continue;
          votum_changes_thing (plan->import->changes, thing, NULL);
          votum_import_note (plan->import, '-', thing, plan->self);
        }
    }
}

static void
plan_marks (Plan *plan)
{
  g_autoptr(VotumRowReader) reader = NULL;

  if (votum_document_n_marks (plan->document) == 0)
    return;

  reader = votum_row_reader_new (plan->self, plan->import, NULL);
  for (guint i = 0; i < votum_document_n_marks (plan->document); i++)
    votum_row_reader_take (votum_document_mark (plan->document, i), plan->problems, reader);
  votum_row_reader_finish (reader, plan->problems);
}

static gboolean
check_award (Plan *plan)
{
  VotumThing *award = votum_case_get_award (plan->self);
  const char *meant = votum_document_get_award (plan->document);
  GPtrArray *awards = votum_document_things (plan->document, VOTUM_KIND_AWARD);
  g_autofree char *ours = NULL;
  g_autofree char *theirs = NULL;
  g_autofree char *shown = NULL;

  if (meant == NULL && awards->len > 0)
    meant = votum_thing_get_key (g_ptr_array_index (awards, 0));
  if (award == NULL || meant == NULL)
    return TRUE;

  ours = votum_text_fold (votum_thing_get_key (award));
  theirs = votum_text_fold (meant);
  if (strcmp (ours, theirs) == 0)
    return TRUE;

  shown = votum_text_quote (meant);
  votum_problems_add (plan->problems, 1, 0,
                      _("The file is for the award “%s”, the case is “%s”. Choose the other case, or correct the id in the file."),
                      shown, votum_thing_get_key (award));

  return FALSE;
}

/* Size and digest of the bytes that come with the file: they tell whether an attachment has changed. */
static gboolean
read_attachment (VotumDocument *document,
                 VotumThing    *attachment,
                 GError       **error)
{
  const char *folder = votum_document_get_folder (document);
  const char *name = votum_import_file_of (attachment);
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *digest = NULL;

  if (folder == NULL)
    {
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_NOT_FOUND, _("The attachment “%s” cannot come without a folder."), name);
      return FALSE;
    }

  bytes = votum_attachment_read (folder, name, VOTUM_IMPORT_ATTACHMENT_MAX, error);
  if (bytes == NULL)
    return FALSE;

  digest = votum_digest (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  votum_thing_set_from_text (attachment, VOTUM_ATTACHMENT_DIGEST, digest, NULL);
  votum_thing_set_number (attachment, VOTUM_ATTACHMENT_SIZE, g_bytes_get_size (bytes));

  return TRUE;
}

/**
 * votum_import_read_attachments:
 * @document: what was read from a file
 * @problems: gets what is wrong
 * @work: (nullable): cancelling and progress
 *
 * Looks at the attachments that lie beside the file. Needs no case, so that it can be done in another thread.
 */
void
votum_import_read_attachments (VotumDocument   *document,
                               VotumProblems   *problems,
                               const VotumWork *work)
{
  GPtrArray *attachments = votum_document_things (document, VOTUM_KIND_ATTACHMENT);

  for (guint i = 0; i < attachments->len; i++)
    {
      VotumThing *attachment = g_ptr_array_index (attachments, i);
      GError *error = NULL;

      if (work != NULL && g_cancellable_is_cancelled (work->cancellable))
        return;
      if (!read_attachment (document, attachment, &error))
        votum_problems_take (problems, votum_thing_get_line (attachment), votum_thing_get_column (attachment), error);
    }
}

/**
 * votum_case_plan_read:
 * @self: a case
 * @document: (transfer full): what was read from a file, its attachments looked at
 * @problems: gets what does not fit the case, with line and column
 * @error: return location
 *
 * Returns: (transfer full): as votum_case_plan_document()
 */
VotumImport *
votum_case_plan_read (VotumCase      *self,
                      VotumDocument  *document,
                      VotumProblems  *problems,
                      GError        **error)
{
  g_autoptr(VotumImport) import = votum_import_new ();
  Plan plan = { self, document, problems, import };

  import->document = document;
  if (check_award (&plan))
    {
      assign_ids (&plan);
      for (guint kind = 0; kind < VOTUM_N_KINDS; kind++)
        {
          GPtrArray *things = votum_document_things (document, kind);

          for (guint i = 0; i < things->len; i++)
            plan_thing (&plan, g_ptr_array_index (things, i));
        }
      if (votum_document_get_kind (document) == VOTUM_DOCUMENT_SHORTLIST)
        plan_missing (&plan);
      plan_marks (&plan);
    }

  if (votum_problems_count (problems) > 0)
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_INVALID, votum_problems_get (problems, 0)->message);
      return NULL;
    }

  votum_marks_sort (votum_changes_old_marks (import->changes), NULL);
  votum_document_forget (document);

  return g_steal_pointer (&import);
}

/**
 * votum_case_plan_document:
 * @self: a case
 * @document: (transfer full): what was read from a file
 * @problems: gets what does not fit the case, with line and column
 * @error: return location
 *
 * Compares a document with the case. Nothing is changed yet.
 *
 * Returns: (transfer full): what importing it would do, or %NULL with @problems
 */
VotumImport *
votum_case_plan_document (VotumCase      *self,
                          VotumDocument  *document,
                          VotumProblems  *problems,
                          GError        **error)
{
  votum_import_read_attachments (document, problems, NULL);

  return votum_case_plan_read (self, document, problems, error);
}

/**
 * votum_import_read_file:
 * @path: an award XML file
 * @large: whether the user has confirmed that a large file may be read
 * @shortlist: whether it must be a shortlist
 * @problems: gets what is wrong, with line and column
 * @work: (nullable): cancelling and progress
 * @error: return location
 *
 * Returns: (transfer full): what the file holds, or %NULL
 */
VotumDocument *
votum_import_read_file (const char       *path,
                        gboolean          large,
                        gboolean          shortlist,
                        VotumProblems    *problems,
                        const VotumWork  *work,
                        GError          **error)
{
  g_autoptr(VotumDocument) document = votum_case_read_file (path, (large ? VOTUM_AWARD_XML_LARGE : 0) | (shortlist ? 0 : VOTUM_AWARD_XML_PART),
                                                            problems, work, error);

  if (document == NULL)
    return NULL;
  if (shortlist != (votum_document_get_kind (document) == VOTUM_DOCUMENT_SHORTLIST))
    {
      votum_problems_add (problems, 1, 0, "%s",
                          shortlist ? _("This is an award, not a shortlist. Its root element should be <shortlist>.")
                                    : _("This is a shortlist, not an award. Import it as a shortlist."));
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_INVALID, votum_problems_get (problems, 0)->message);
      return NULL;
    }

  return g_steal_pointer (&document);
}

/**
 * votum_case_plan_file:
 * @self: a case
 * @path: an award XML file
 * @large: whether the user has confirmed that a large file may be read
 * @shortlist: whether it must be a shortlist
 * @problems: gets what is wrong, with line and column
 * @work: (nullable): cancelling and progress
 * @error: return location
 *
 * Returns: (transfer full): what importing the file would do, or %NULL
 */
VotumImport *
votum_case_plan_file (VotumCase        *self,
                      const char       *path,
                      gboolean          large,
                      gboolean          shortlist,
                      VotumProblems    *problems,
                      const VotumWork  *work,
                      GError          **error)
{
  VotumDocument *document = votum_import_read_file (path, large, shortlist, problems, work, error);

  return document != NULL ? votum_case_plan_document (self, document, problems, error) : NULL;
}
