#pragma once

#include <gio/gio.h>

#include "votum-decimal.h"
#include "votum-texts.h"

G_BEGIN_DECLS

/**
 * VotumKind:
 *
 * The things a jury talks about. Parents stand before what hangs under them or refers to them, so that a case can be
 * read and written in this order.
 */
typedef enum {
  VOTUM_KIND_SCALE,
  VOTUM_KIND_LEVEL,
  VOTUM_KIND_RULE,
  VOTUM_KIND_AWARD,
  VOTUM_KIND_CLASS,
  VOTUM_KIND_INDICATOR,
  VOTUM_KIND_CRITERION,
  VOTUM_KIND_ENTRANT,
  VOTUM_KIND_SECTION,
  VOTUM_KIND_CONTACT_PERSON,
  VOTUM_KIND_MEASURE,
  VOTUM_KIND_JUROR,
  VOTUM_KIND_RECUSAL,
  VOTUM_KIND_ASSIGNMENT,
  VOTUM_KIND_ROUND,
  VOTUM_KIND_ROUND_ENTRY,
  VOTUM_KIND_VISIT,
  VOTUM_KIND_QUESTION,
  VOTUM_KIND_NOTE,
  VOTUM_KIND_ATTACHMENT,
  VOTUM_KIND_POINT,
  VOTUM_KIND_REVISION,
  VOTUM_KIND_CONSENSUS,
  VOTUM_KIND_MEETING,
  VOTUM_KIND_MINUTE,
  VOTUM_KIND_CASTING_VOTE,
  VOTUM_KIND_DECISION,
  VOTUM_KIND_CITATION,
  VOTUM_KIND_CITATION_LINK,
  VOTUM_KIND_WORDING,
  VOTUM_KIND_FEEDBACK,
  VOTUM_KIND_HAND_OUT,
  VOTUM_KIND_BALLOT,
} VotumKind;

#define VOTUM_N_KINDS (VOTUM_KIND_BALLOT + 1)

/**
 * VotumFieldType:
 * @VOTUM_FIELD_LINE: text on one line
 * @VOTUM_FIELD_PROSE: text of several lines
 * @VOTUM_FIELD_TEXTS: text in several languages
 * @VOTUM_FIELD_INTEGER: a whole number, 0 to 2^31 - 1
 * @VOTUM_FIELD_DECIMAL: an exact decimal
 * @VOTUM_FIELD_BOOLEAN: yes or no
 * @VOTUM_FIELD_TIME: a time or a date, ISO 8601
 * @VOTUM_FIELD_CHOICE: one word of a list
 * @VOTUM_FIELD_CHOICES: any words of a list, with spaces between
 * @VOTUM_FIELD_REF: another thing
 * @VOTUM_FIELD_REFS: other things of one kind
 */
typedef enum {
  VOTUM_FIELD_LINE,
  VOTUM_FIELD_PROSE,
  VOTUM_FIELD_TEXTS,
  VOTUM_FIELD_INTEGER,
  VOTUM_FIELD_DECIMAL,
  VOTUM_FIELD_BOOLEAN,
  VOTUM_FIELD_TIME,
  VOTUM_FIELD_CHOICE,
  VOTUM_FIELD_CHOICES,
  VOTUM_FIELD_REF,
  VOTUM_FIELD_REFS,
} VotumFieldType;

typedef enum {
  VOTUM_FIELD_OPTIONAL = 0,
  VOTUM_FIELD_REQUIRED = 1 << 0,
  VOTUM_FIELD_PARENT   = 1 << 1, /* a reference to the thing this one is a part of: goes with it, nests in it */
  VOTUM_FIELD_LOCKS    = 1 << 2, /* cannot change once marking has begun */
  VOTUM_FIELD_POSITIVE = 1 << 3, /* a decimal that is not below zero */
} VotumFieldFlags;

/**
 * VotumField:
 * @name: its name with dashes: the property, the attribute or element of the XML; the column has underscores
 * @type: what it holds
 * @flags: what is asked of it
 * @target: of a reference, the kind it refers to
 * @choices: of a choice, the words
 * @fallback: (nullable): the value of a new thing, in canonical text
 * @since: the version of the case file that brought it, where its kind is older than that; 0 else
 *
 * One field of a thing, declared once: its property, its column, its place in the log and its XML follow from this.
 */
typedef struct {
  const char        *name;
  VotumFieldType     type;
  VotumFieldFlags    flags;
  VotumKind          target;
  const char *const *choices;
  const char        *fallback;
  guint              since;
} VotumField;

/* How the value of a field lies in memory; for votum-thing*.c alone. */
typedef union {
  char       *text;
  VotumTexts *texts;
  gint64      number;
} VotumThingValue;

#define VOTUM_TYPE_THING (votum_thing_get_type ())
G_DECLARE_DERIVABLE_TYPE (VotumThing, votum_thing, VOTUM, THING, GObject)

/**
 * VotumThingInfo:
 * @kind: the kind
 * @name: the table and the XML element ("contact-person"; the table has underscores)
 * @fields: (array length=n_fields): its fields
 * @check: (nullable): what must hold between the fields of one thing
 */
typedef struct {
  VotumKind         kind;
  const char       *name;
  GType           (*get_type) (void);
  const VotumField *fields;
  guint             n_fields;
  gboolean        (*check) (VotumThing *thing, GError **error);
} VotumThingInfo;

struct _VotumThingClass {
  GObjectClass          parent_class;
  const VotumThingInfo *info;
  GParamSpec          **pspecs;  /* one per field */
};

void                  votum_thing_class_declare (VotumThingClass *klass, const VotumThingInfo *info);
const VotumThingInfo *votum_thing_info          (VotumKind kind);
gboolean              votum_kind_from_name      (const char *name, VotumKind *kind);
int                   votum_thing_info_parent   (const VotumThingInfo *info);
int                   votum_thing_info_find     (const VotumThingInfo *info, const char *name);

VotumThing           *votum_thing_new           (VotumKind kind);
VotumThing           *votum_thing_copy          (VotumThing *self);
void                  votum_thing_assign        (VotumThing *self, VotumThing *source);
gboolean              votum_thing_equal         (VotumThing *self, VotumThing *other);
VotumKind             votum_thing_get_kind      (VotumThing *self);
const VotumThingInfo *votum_thing_get_info      (VotumThing *self);

gint64                votum_thing_get_id        (VotumThing *self);
void                  votum_thing_set_id        (VotumThing *self, gint64 id);
const char           *votum_thing_get_key       (VotumThing *self);
void                  votum_thing_set_key       (VotumThing *self, const char *key);
gboolean              votum_thing_get_symbolic  (VotumThing *self);
void                  votum_thing_set_symbolic  (VotumThing *self, gboolean symbolic);
guint                 votum_thing_get_line      (VotumThing *self);
guint                 votum_thing_get_column    (VotumThing *self);
void                  votum_thing_set_place     (VotumThing *self, guint line, guint column);

gboolean              votum_thing_is_set        (VotumThing *self, guint field);
gboolean              votum_thing_is_touched    (VotumThing *self, guint field);
const char           *votum_thing_get_text      (VotumThing *self, guint field);
VotumTexts           *votum_thing_get_texts     (VotumThing *self, guint field);
gint64                votum_thing_get_number    (VotumThing *self, guint field);
gboolean              votum_thing_get_boolean   (VotumThing *self, guint field);
gboolean              votum_thing_get_decimal   (VotumThing *self, guint field, VotumDecimal *value);
int                   votum_thing_get_choice    (VotumThing *self, guint field);
gboolean              votum_thing_has_choice    (VotumThing *self, guint field, guint choice);
gint64                votum_thing_get_ref       (VotumThing *self, guint field);
GArray               *votum_thing_get_refs      (VotumThing *self, guint field);

char                 *votum_thing_field_to_text (VotumThing *self, guint field);
gboolean              votum_thing_set_from_text (VotumThing *self, guint field, const char *text, GError **error);
void                  votum_thing_set_texts     (VotumThing *self, guint field, VotumTexts *texts);
void                  votum_thing_set_number    (VotumThing *self, guint field, gint64 number);
void                  votum_thing_set_ref       (VotumThing *self, guint field, gint64 id);
gboolean              votum_thing_check         (VotumThing *self, GError **error);

#define VOTUM_DECLARE_THING(Name, name, NAME) \
  G_DECLARE_FINAL_TYPE (Votum##Name, votum_##name, VOTUM, NAME, VotumThing) \
  extern const VotumThingInfo votum_##name##_info;

/* The whole of a thing's type: @fields is its table of fields, @check what must hold between them, or NULL. */
#define VOTUM_DEFINE_THING(Name, name, NAME, string, field_table, check_function) \
  struct _Votum##Name { VotumThing parent_instance; VotumThingValue values[G_N_ELEMENTS (field_table)]; }; \
  G_DEFINE_FINAL_TYPE (Votum##Name, votum_##name, VOTUM_TYPE_THING) \
  const VotumThingInfo votum_##name##_info = { \
    VOTUM_KIND_##NAME, string, votum_##name##_get_type, field_table, G_N_ELEMENTS (field_table), check_function \
  }; \
  static void votum_##name##_class_init (Votum##Name##Class *klass) \
  { votum_thing_class_declare ((VotumThingClass *) klass, &votum_##name##_info); } \
  static void votum_##name##_init (Votum##Name *self) { (void) self; }

G_END_DECLS
