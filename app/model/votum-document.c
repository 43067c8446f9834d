#include "votum-config.h"

#include "votum-document.h"

#include <string.h>

#include "votum-text.h"

struct _VotumDocument {
  VotumDocumentType type;
  char *folder;
  char *award;
  GPtrArray *things[VOTUM_N_KINDS];
  GHashTable *by_key[VOTUM_N_KINDS]; /* id, in any case -> thing; the id is the thing's own */
  GArray *marks;                     /* of VotumMarkRow */
  GStringChunk *strings;
  GPtrArray *log;
};

void
votum_log_entry_free (VotumLogEntry *entry)
{
  g_free (entry->time);
  g_free (entry->who);
  g_free (entry->command);
  g_free (entry->subject);
  g_free (entry->old_value);
  g_free (entry->new_value);
  g_free (entry->digest);
  g_free (entry->hash);
  g_free (entry);
}

/**
 * votum_log_entry_copy:
 * @entry: an entry
 *
 * Returns: (transfer full): a copy
 */
VotumLogEntry *
votum_log_entry_copy (const VotumLogEntry *entry)
{
  VotumLogEntry *copy = g_memdup2 (entry, sizeof (VotumLogEntry));

  copy->time = g_strdup (entry->time);
  copy->who = g_strdup (entry->who);
  copy->command = g_strdup (entry->command);
  copy->subject = g_strdup (entry->subject);
  copy->old_value = g_strdup (entry->old_value);
  copy->new_value = g_strdup (entry->new_value);
  copy->digest = g_strdup (entry->digest);
  copy->hash = g_strdup (entry->hash);

  return copy;
}

/**
 * votum_document_new:
 * @type: what the file is
 *
 * Returns: (transfer full): an empty document
 */
VotumDocument *
votum_document_new (VotumDocumentType type)
{
  VotumDocument *self = g_new0 (VotumDocument, 1);

  self->type = type;
  for (guint kind = 0; kind < VOTUM_N_KINDS; kind++)
    {
      self->things[kind] = g_ptr_array_new_with_free_func (g_object_unref);
      self->by_key[kind] = g_hash_table_new (votum_text_fold_hash, votum_text_fold_equal);
    }
  self->marks = g_array_new (FALSE, FALSE, sizeof (VotumMarkRow));
  self->strings = g_string_chunk_new (4096);
  self->log = g_ptr_array_new_with_free_func ((GDestroyNotify) votum_log_entry_free);

  return self;
}

void
votum_document_free (VotumDocument *self)
{
  for (guint kind = 0; kind < VOTUM_N_KINDS; kind++)
    {
      g_hash_table_unref (self->by_key[kind]);
      g_ptr_array_unref (self->things[kind]);
    }
  g_array_unref (self->marks);
  g_string_chunk_free (self->strings);
  g_ptr_array_unref (self->log);
  g_free (self->folder);
  g_free (self->award);
  g_free (self);
}

VotumDocumentType
votum_document_get_kind (const VotumDocument *self)
{
  return self->type;
}

const char *
votum_document_get_folder (const VotumDocument *self)
{
  return self->folder;
}

void
votum_document_set_folder (VotumDocument *self,
                           const char    *folder)
{
  g_free (self->folder);
  self->folder = g_strdup (folder);
}

const char *
votum_document_get_award (const VotumDocument *self)
{
  return self->award;
}

void
votum_document_set_award (VotumDocument *self,
                          const char    *award)
{
  g_free (self->award);
  self->award = g_strdup (award);
}

/**
 * votum_document_add:
 * @self: a document
 * @thing: (transfer full): a symbolic thing with its id
 */
void
votum_document_add (VotumDocument *self,
                    VotumThing    *thing)
{
  VotumKind kind = votum_thing_get_kind (thing);

  g_return_if_fail (votum_thing_get_symbolic (thing) && votum_thing_get_key (thing) != NULL);

  g_ptr_array_add (self->things[kind], thing);
  g_hash_table_replace (self->by_key[kind], (gpointer) votum_thing_get_key (thing), thing);
}

GPtrArray *
votum_document_things (const VotumDocument *self,
                       VotumKind            kind)
{
  g_return_val_if_fail (kind < VOTUM_N_KINDS, NULL);

  return self->things[kind];
}

/**
 * votum_document_find:
 * @self: a document
 * @kind: a kind of thing
 * @key: an id, in any case
 *
 * Returns: (transfer none) (nullable): the thing with that id
 */
VotumThing *
votum_document_find (const VotumDocument *self,
                     VotumKind            kind,
                     const char          *key)
{
  return g_hash_table_lookup (self->by_key[kind], key);
}

/**
 * votum_document_forget:
 * @self: a document
 *
 * Lets go of the things, which live on in what was made of them, and of the marks. Folder, award and log stay.
 */
void
votum_document_forget (VotumDocument *self)
{
  for (guint kind = 0; kind < VOTUM_N_KINDS; kind++)
    {
      g_hash_table_unref (self->by_key[kind]);
      self->by_key[kind] = g_hash_table_new (votum_text_fold_hash, votum_text_fold_equal);
      g_ptr_array_set_size (self->things[kind], 0);
    }
  g_array_set_size (self->marks, 0);
}

static const char *
keep (VotumDocument *self,
      const char    *text)
{
  return text != NULL ? g_string_chunk_insert_const (self->strings, text) : NULL;
}

void
votum_document_add_mark (VotumDocument      *self,
                         const VotumMarkRow *row)
{
  VotumMarkRow own = *row;

  own.round = keep (self, row->round);
  own.class_ = keep (self, row->class_);
  own.entrant = keep (self, row->entrant);
  own.juror = keep (self, row->juror);
  own.criterion = keep (self, row->criterion);
  own.comment = keep (self, row->comment);
  own.entered_by = keep (self, row->entered_by);
  g_array_append_val (self->marks, own);
}

guint
votum_document_n_marks (const VotumDocument *self)
{
  return self->marks->len;
}

const VotumMarkRow *
votum_document_mark (const VotumDocument *self,
                     guint                i)
{
  g_return_val_if_fail (i < self->marks->len, NULL);

  return &g_array_index (self->marks, VotumMarkRow, i);
}

void
votum_document_add_log (VotumDocument *self,
                        VotumLogEntry *entry)
{
  g_ptr_array_add (self->log, entry);
}

GPtrArray *
votum_document_log (const VotumDocument *self)
{
  return self->log;
}
