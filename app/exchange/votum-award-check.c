#include "votum-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "votum-attachment-files.h"
#include "votum-award-reader.h"
#include "votum-text.h"
#include "votum-things.h"

/* What must hold between the things of one file. What must hold between a file and a case is the case's to check. */

static void
thing_problem (VotumXmlReader *xml,
               VotumThing     *thing,
               GError         *error)
{
  votum_xml_reader_take_problem (xml, votum_thing_get_line (thing), votum_thing_get_column (thing), error);
}

/* ---- references --------------------------------------------------------------------------------------------- */

/* What is asked of the things of one document. */
typedef struct {
  VotumXmlReader *xml;
  VotumDocument *document;
  guint64 lost;
} Check;

static gboolean
is_lost (const Check *check,
         VotumKind    kind)
{
  return (check->lost & (G_GUINT64_CONSTANT (1) << kind)) != 0;
}

/* A shortlist refers to what its case has. */
static gboolean
is_for_the_case (VotumDocument *document,
                 VotumKind      target)
{
  return votum_document_get_kind (document) == VOTUM_DOCUMENT_SHORTLIST &&
         (target == VOTUM_KIND_CLASS || target == VOTUM_KIND_INDICATOR || target == VOTUM_KIND_CRITERION);
}

static void
check_reference (const Check *check,
                 VotumThing  *thing,
                 const char  *field,
                 VotumKind    target,
                 const char  *id)
{
  g_autofree char *shown = NULL;

  if (is_lost (check, target) || is_for_the_case (check->document, target) || votum_document_find (check->document, target, id) != NULL)
    return;

  shown = votum_text_quote (id);
  thing_problem (check->xml, thing,
                 g_error_new (VOTUM_ERROR, VOTUM_ERROR_NOT_FOUND, _("“%s” of <%s>: there is no <%s> with the id “%s” in this file."),
                              field, votum_thing_get_info (thing)->name, votum_thing_info (target)->name, shown));
}

static void
check_references (const Check *check,
                  VotumThing  *thing)
{
  const VotumThingInfo *info = votum_thing_get_info (thing);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const VotumField *field = &info->fields[i];
      g_auto(GStrv) ids = NULL;

      if ((field->type != VOTUM_FIELD_REF && field->type != VOTUM_FIELD_REFS) || (field->flags & VOTUM_FIELD_PARENT) ||
          !votum_thing_is_set (thing, i))
        continue;
      if (field->type == VOTUM_FIELD_REF)
        {
          check_reference (check, thing, field->name, field->target, votum_thing_get_text (thing, i));
          continue;
        }
      ids = g_strsplit (votum_thing_get_text (thing, i), ";", -1);
      for (guint j = 0; ids[j] != NULL; j++)
        check_reference (check, thing, field->name, field->target, ids[j]);
    }
}

/* The tie-breaks of a rule name criteria too. */
static void
check_rule (const Check *check,
            VotumThing  *thing)
{
  g_autoptr(VotumTerms) terms = votum_rule_get_terms (VOTUM_RULE (thing), NULL);

  for (guint i = 0; terms != NULL && i < terms->tie_breaks->len; i++)
    {
      char **criteria = g_array_index (terms->tie_breaks, VotumTieBreak, i).criteria;

      for (guint j = 0; criteria != NULL && criteria[j] != NULL; j++)
        check_reference (check, thing, "tie-breaks", VOTUM_KIND_CRITERION, criteria[j]);
    }
}

/* ---- criteria ----------------------------------------------------------------------------------------------- */

typedef struct {
  VotumThing *first;
  gboolean positive;
} Siblings;

static void
check_weights (VotumXmlReader *xml,
               VotumDocument  *document)
{
  GPtrArray *criteria = votum_document_things (document, VOTUM_KIND_CRITERION);
  g_autoptr(GHashTable) groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GPtrArray) in_order = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < criteria->len; i++)
    {
      VotumThing *criterion = criteria->pdata[i];
      const char *parent = votum_thing_get_text (criterion, VOTUM_CRITERION_PARENT);
      const char *class_id = votum_thing_get_text (criterion, VOTUM_CRITERION_CLASS);
      g_autofree char *folded = votum_text_fold (parent != NULL ? parent : class_id != NULL ? class_id : "");
      g_autofree char *key = g_strconcat (parent != NULL ? "p" : "c", folded, NULL);
      Siblings *siblings = g_hash_table_lookup (groups, key);
      VotumDecimal weight;

      if (siblings == NULL)
        {
          siblings = g_new0 (Siblings, 1);
          siblings->first = criterion;
          g_ptr_array_add (in_order, siblings);
          g_hash_table_insert (groups, g_steal_pointer (&key), siblings);
        }
      /* none is below zero, so the sum is above zero where one of them is */
      if (votum_thing_get_decimal (criterion, VOTUM_CRITERION_WEIGHT, &weight) && weight.digits > 0)
        siblings->positive = TRUE;
    }

  for (guint i = 0; i < in_order->len; i++)
    {
      const Siblings *siblings = in_order->pdata[i];

      if (!siblings->positive)
        thing_problem (xml, siblings->first,
                       g_error_new_literal (VOTUM_ERROR, VOTUM_ERROR_INVALID,
                                            _("The weights of this criterion and of those beside it are all zero. Give at least one of them a weight.")));
    }
}

static void
check_criteria (VotumXmlReader *xml,
                VotumDocument  *document,
                gboolean        part)
{
  GPtrArray *criteria = votum_document_things (document, VOTUM_KIND_CRITERION);

  for (guint i = 0; i < criteria->len; i++)
    {
      VotumThing *criterion = criteria->pdata[i];
      const char *parent = votum_thing_get_text (criterion, VOTUM_CRITERION_PARENT);
      const char *class_id = votum_thing_get_text (criterion, VOTUM_CRITERION_CLASS);
      VotumThing *group = parent != NULL ? votum_document_find (document, VOTUM_KIND_CRITERION, parent) : NULL;
      const char *group_class = group != NULL ? votum_thing_get_text (group, VOTUM_CRITERION_CLASS) : NULL;
      g_autofree char *own = votum_text_fold (class_id != NULL ? class_id : "");
      g_autofree char *other = votum_text_fold (group_class != NULL ? group_class : "");

      if (group != NULL && class_id != NULL && strcmp (own, other) != 0)
        thing_problem (xml, criterion,
                       g_error_new_literal (VOTUM_ERROR, VOTUM_ERROR_INVALID,
                                            _("This criterion is of another class than the group it is in. Say the class on the group alone.")));
    }
  if (!part)
    check_weights (xml, document);
}

/* ---- marks -------------------------------------------------------------------------------------------------- */

/* The ids of marks repeat a great deal and the document keeps each but once: one lookup by address tells them. */
typedef struct {
  VotumDocument *document;
  GHashTable *numbers[VOTUM_MARK_N_IDS];  /* id as written -> number of its thing, 0: there is none */
  GHashTable *things[VOTUM_MARK_N_IDS];   /* thing -> number */
} MarkIds;

static const VotumKind mark_kinds[VOTUM_MARK_N_IDS] = { VOTUM_KIND_ROUND, VOTUM_KIND_ENTRANT, VOTUM_KIND_JUROR, VOTUM_KIND_CRITERION };

static guint32
number_of (MarkIds    *ids,
           guint       column,
           const char *id)
{
  gpointer number;
  VotumThing *thing;

  if (g_hash_table_lookup_extended (ids->numbers[column], id, NULL, &number))
    return GPOINTER_TO_UINT (number);

  thing = votum_document_find (ids->document, mark_kinds[column], id);
  number = thing != NULL ? g_hash_table_lookup (ids->things[column], thing) : NULL;
  if (thing != NULL && number == NULL)
    {
      number = GUINT_TO_POINTER (g_hash_table_size (ids->things[column]) + 1);
      g_hash_table_insert (ids->things[column], thing, number);
    }
  g_hash_table_insert (ids->numbers[column], (gpointer) id, number);

  return GPOINTER_TO_UINT (number);
}

typedef struct {
  guint32 numbers[VOTUM_MARK_N_IDS];
} MarkPlace;

static guint
place_hash (const MarkPlace *place)
{
  guint64 hash = 0xcbf29ce484222325u;

  for (guint i = 0; i < VOTUM_MARK_N_IDS; i++)
    hash = (hash ^ place->numbers[i]) * 0x9e3779b97f4a7c15u;

  return (guint) (hash >> 32);
}

/* Finds marks for the same place, in a table of open addresses: twice the marks, each a number from 1. */
static void
check_mark_places (VotumXmlReader  *xml,
                   VotumDocument   *document,
                   const MarkPlace *places,
                   guint            n)
{
  guint size = 16;
  g_autofree guint32 *table = NULL;

  while (size < 2 * n)
    size *= 2;
  table = g_new0 (guint32, size);

  for (guint i = 0; i < n; i++)
    {
      guint at = place_hash (&places[i]) & (size - 1);
      const VotumMarkRow *mark = votum_document_mark (document, i);

      if (places[i].numbers[0] == 0)
        continue;
      while (table[at] != 0 && memcmp (&places[table[at] - 1], &places[i], sizeof (MarkPlace)) != 0)
        at = (at + 1) & (size - 1);
      if (table[at] == 0)
        table[at] = i + 1;
      else
        votum_xml_reader_problem (xml, mark->line, mark->column,
                                  _("This juror's mark for the same entrant, criterion and round is on line %u already. Take one out."),
                                  votum_document_mark (document, table[at] - 1)->line);
    }
}

static void
check_marks (const Check *check)
{
  guint n = votum_document_n_marks (check->document);
  g_autofree MarkPlace *places = g_new0 (MarkPlace, n);
  MarkIds ids = { check->document };

  for (guint column = 0; column < VOTUM_MARK_N_IDS; column++)
    {
      ids.numbers[column] = g_hash_table_new (NULL, NULL);
      ids.things[column] = g_hash_table_new (NULL, NULL);
    }

  for (guint i = 0; i < n; i++)
    {
      const VotumMarkRow *mark = votum_document_mark (check->document, i);
      const char *written[VOTUM_MARK_N_IDS] = { mark->round, mark->entrant, mark->juror, mark->criterion };

      for (guint column = 0; column < VOTUM_MARK_N_IDS; column++)
        {
          places[i].numbers[column] = number_of (&ids, column, written[column]);
          if (places[i].numbers[column] == 0)
            {
              g_autofree char *shown = votum_text_quote (written[column]);

              if (!is_lost (check, mark_kinds[column]))
                votum_xml_reader_problem (check->xml, mark->line, mark->column, _("“%s” of <%s>: there is no <%s> with the id “%s” in this file."),
                                          votum_thing_info (mark_kinds[column])->name, "mark",
                                          votum_thing_info (mark_kinds[column])->name, shown);
              places[i].numbers[0] = 0;
              break;
            }
        }
    }
  check_mark_places (check->xml, check->document, places, n);

  for (guint column = 0; column < VOTUM_MARK_N_IDS; column++)
    {
      g_hash_table_unref (ids.numbers[column]);
      g_hash_table_unref (ids.things[column]);
    }
}

/* ---- attachments -------------------------------------------------------------------------------------------- */

static void
check_attachments (VotumXmlReader *xml,
                   VotumDocument  *document,
                   const char     *folder)
{
  GPtrArray *attachments = votum_document_things (document, VOTUM_KIND_ATTACHMENT);

  for (guint i = 0; i < attachments->len; i++)
    {
      VotumThing *attachment = attachments->pdata[i];
      const char *file = votum_thing_get_text (attachment, VOTUM_ATTACHMENT_FILE);
      const char *name = file != NULL ? file : votum_thing_get_text (attachment, VOTUM_ATTACHMENT_NAME);
      GError *error = NULL;
      gsize size = 0;

      if (name == NULL || !votum_text_check_file_name (name, NULL))
        continue;   /* told already */
      if (!votum_attachment_probe (folder, name, VOTUM_ATTACHMENT_MAX, &size, &error))
        thing_problem (xml, attachment, error);
      else if (votum_thing_is_set (attachment, VOTUM_ATTACHMENT_SIZE) && (gsize) votum_thing_get_number (attachment, VOTUM_ATTACHMENT_SIZE) != size)
        thing_problem (xml, attachment,
                       g_error_new (VOTUM_ERROR, VOTUM_ERROR_INVALID,
                                    _("The file “%s” has %zu bytes, and the attachment says it has another size. Get it once more."), name, size));
    }
}

void
votum_award_check (VotumXmlReader *xml,
                   VotumDocument  *document,
                   guint64         lost,
                   gboolean        part,
                   const char     *folder)
{
  const Check check = { xml, document, lost };

  for (guint kind = 0; kind < VOTUM_N_KINDS && !part; kind++)
    {
      GPtrArray *things = votum_document_things (document, kind);

      for (guint i = 0; i < things->len; i++)
        check_references (&check, things->pdata[i]);
      for (guint i = 0; kind == VOTUM_KIND_RULE && i < things->len; i++)
        check_rule (&check, things->pdata[i]);
    }
  check_criteria (xml, document, part);
  if (!part)
    check_marks (&check);
  if (folder != NULL)
    check_attachments (xml, document, folder);
}
