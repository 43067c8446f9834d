#pragma once

#include "votum-marks.h"
#include "votum-thing.h"

G_BEGIN_DECLS

/* One entry of the log, as shown and as written to a file. Hashes are hexadecimal. */
typedef struct {
  gint64 number;     /* 1, 2, 3 ... */
  char  *time;       /* ISO 8601 with offset */
  char  *who;
  char  *command;    /* what was done: "set-mark", "import-shortlist", "undo" ... */
  char  *subject;    /* what it was done to, for people: "Nordlys Kraft · A1 · Ida Berg" */
  char  *old_value;  /* (nullable) for people */
  char  *new_value;  /* (nullable) for people */
  gint64 reverses;   /* the entry that this one undoes or redoes; 0: none */
  guint  n_changes;  /* rows changed */
  char  *digest;     /* BLAKE2b-256 over the changed rows, old and new */
  char  *hash;       /* BLAKE2b-256 over all of the above and the hash of the entry before */
} VotumLogEntry;

void           votum_log_entry_free (VotumLogEntry *entry);
VotumLogEntry *votum_log_entry_copy (const VotumLogEntry *entry);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumLogEntry, votum_log_entry_free)

/* A mark as a file has it: by ids. Recused is a word in a file, though never a mark in a case. */
typedef enum {
  VOTUM_ROW_VALUE,
  VOTUM_ROW_NOT_OBSERVED,
  VOTUM_ROW_RECUSED,
} VotumRowState;

typedef struct {
  const char   *round, *class_, *entrant, *juror, *criterion; /* ids or names; NULL where the file does not say */
  VotumDecimal  value;
  VotumRowState state;
  const char   *comment, *entered_by;                         /* (nullable) */
  guint         line, column;
} VotumMarkRow;

typedef enum {
  VOTUM_DOCUMENT_AWARD,     /* a template, or a whole case */
  VOTUM_DOCUMENT_SHORTLIST, /* entrants for a case */
} VotumDocumentType;

/**
 * VotumDocument:
 *
 * What an award XML file holds: symbolic things, marks by id, and the log of the case it was exported from. Nothing has
 * been looked up or compared with a case yet.
 */
typedef struct _VotumDocument VotumDocument;

VotumDocument     *votum_document_new       (VotumDocumentType type);
void               votum_document_free      (VotumDocument *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumDocument, votum_document_free)

VotumDocumentType  votum_document_get_kind (const VotumDocument *self);
const char        *votum_document_get_folder(const VotumDocument *self);                       /* (nullable): where its attachments lie */
void               votum_document_set_folder(VotumDocument *self, const char *folder);
const char        *votum_document_get_award (const VotumDocument *self);                       /* (nullable): id of the award a shortlist is for */
void               votum_document_set_award (VotumDocument *self, const char *award);
void               votum_document_add       (VotumDocument *self, VotumThing *thing);           /* (transfer full), symbolic, with its key set */
GPtrArray         *votum_document_things    (const VotumDocument *self, VotumKind kind);        /* (transfer none) of VotumThing, in file order */
VotumThing        *votum_document_find      (const VotumDocument *self, VotumKind kind, const char *key); /* without regard to case; (nullable) */
void               votum_document_add_mark  (VotumDocument *self, const VotumMarkRow *row);     /* strings are copied */
void               votum_document_forget    (VotumDocument *self);
guint              votum_document_n_marks   (const VotumDocument *self);
const VotumMarkRow*votum_document_mark      (const VotumDocument *self, guint i);
void               votum_document_add_log   (VotumDocument *self, VotumLogEntry *entry);        /* (transfer full) */
GPtrArray         *votum_document_log       (const VotumDocument *self);                        /* (transfer none) of VotumLogEntry */

G_END_DECLS
