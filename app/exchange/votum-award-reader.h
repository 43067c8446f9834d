#pragma once

#include "votum-award-xml.h"
#include "votum-xml-reader.h"

G_BEGIN_DECLS

/**
 * VotumAwardReader:
 *
 * Builds a document from the tags of an award or a shortlist. Wrong things are told to the XML reader and then read on as well
 * as may be, so that one reading shows all that is wrong.
 */
typedef struct _VotumAwardReader VotumAwardReader;

typedef enum {
  VOTUM_FRAME_SKIPPED,    /* not known: nothing in it is looked at */
  VOTUM_FRAME_THING,
  VOTUM_FRAME_SHORTLIST,
  VOTUM_FRAME_FIELD,
  VOTUM_FRAME_MARK,
  VOTUM_FRAME_LOG,
  VOTUM_FRAME_ENTRY,
  VOTUM_FRAME_ENTRY_TEXT,
} VotumFrameType;

/* An element that is open. */
typedef struct {
  VotumFrameType type;
  const char *name;              /* in its table; not of skipped ones */
  VotumThing *thing;             /* of a thing, and of its fields */
  guint field;                   /* of a field; of a log entry's text which one */
  guint64 seen, empty;           /* of a thing: its fields that came as elements; that were empty */
  guint64 wrong;                 /* of a thing: its fields that were told of already */
  gboolean twice;                /* of a thing: its id is taken, so its parts have ids that are taken too */
  guint line, column;
  const char *lang;              /* the nearest xml:lang */
  char *own_lang;
  guint numbers[VOTUM_N_KINDS];  /* of a thing: parts of each kind so far */
} VotumFrame;

/* The columns of a mark that are ids, as in the check's table. */
enum { VOTUM_MARK_ROUND, VOTUM_MARK_ENTRANT, VOTUM_MARK_JUROR, VOTUM_MARK_CRITERION, VOTUM_MARK_N_IDS };

struct _VotumAwardReader {
  VotumXmlReader *xml;
  VotumProblems *problems;
  VotumDocument *document;
  GPtrArray *orphans;            /* things whose id is taken: their parts need them until the end */
  VotumFrame frames[VOTUM_XML_MAX_DEPTH + 1];
  guint depth;
  guint64 lost;                  /* kinds of which some thing has an id that was not taken: references to it lead nowhere, and it is told already */
  gboolean part;                 /* of an award whose rest is in a case: that judges what is missing */
  GString *text;                 /* of the element that has text; only innermost elements have */

  char *mark_ids[VOTUM_MARK_N_IDS];
  VotumMarkRow mark;
  VotumLogEntry *entry;
};

extern const VotumXmlHandlers votum_award_reader_handlers;

VotumAwardReader *votum_award_reader_new  (VotumProblems *problems);
void              votum_award_reader_free (VotumAwardReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumAwardReader, votum_award_reader_free)

/* What holds between the things of a document. @lost: kinds to which references are not looked after. @part: the rest is in a case, which judges what is missing. @folder is where its
 * attachments lie, or NULL where they are not looked for. */
void              votum_award_check       (VotumXmlReader *xml, VotumDocument *document, guint64 lost, gboolean part, const char *folder);

/* Shared by the parts of the reader. */
gboolean          votum_award_reader_is_common (const VotumXmlAttribute *attribute);
void              votum_award_reader_unknown_attribute (VotumAwardReader *self, guint i, const VotumXmlAttribute *attribute,
                                                        const char *element);
void              votum_award_reader_no_attributes (VotumAwardReader *self, const char *element, const VotumXmlAttribute *attributes, guint n);
void              votum_award_reader_field_problem (VotumAwardReader *self, guint line, guint column, const char *field, const char *element,
                                                    GError *error);
char             *votum_award_reader_take_id     (VotumAwardReader *self, const char *element, const VotumXmlAttribute *attribute, guint i);
void              votum_award_reader_start_thing (VotumAwardReader *self, VotumFrame *frame, VotumFrame *parent, VotumKind kind,
                                                  const VotumXmlAttribute *attributes, guint n);
void              votum_award_reader_end_thing   (VotumAwardReader *self, VotumFrame *frame);
void              votum_award_reader_start_field (VotumAwardReader *self, VotumFrame *frame, VotumFrame *parent, guint field,
                                                  const VotumXmlAttribute *attributes, guint n);
void              votum_award_reader_end_field   (VotumAwardReader *self, VotumFrame *frame);
void              votum_award_reader_start_mark  (VotumAwardReader *self, VotumFrame *frame, const VotumXmlAttribute *attributes, guint n);
void              votum_award_reader_end_mark    (VotumAwardReader *self, VotumFrame *frame);
void              votum_award_reader_start_entry (VotumAwardReader *self, VotumFrame *frame, const char *name,
                                                  const VotumXmlAttribute *attributes, guint n);
void              votum_award_reader_start_entry_text (VotumAwardReader *self, VotumFrame *frame, const char *name,
                                                       const VotumXmlAttribute *attributes, guint n);
void              votum_award_reader_end_entry_text (VotumAwardReader *self, VotumFrame *frame);
void              votum_award_reader_end_entry   (VotumAwardReader *self, VotumFrame *frame);

G_END_DECLS
