#pragma once

#include "votum-case-result.h"

G_BEGIN_DECLS

/* A passage of a citation and the note, measure or section it rests on. Places are in characters; @end is behind the last. */
typedef struct {
  guint       start;
  guint       end;
  VotumThing *evidence;
} VotumPassage;

GArray    *votum_case_get_passages   (VotumCase *self, VotumThing *citation);
GArray    *votum_case_get_passages_then (VotumCase *self, VotumThing *citation, VotumThing *kept);

/* A text as it is being written, and what is to be known of it. */
typedef struct {
  VotumStanding *standing;
  VotumThing    *about;         /* (nullable): all who get the prize, or nobody */
  const char    *lang;
  int            form;          /* one of VotumCitationForm */
  const char    *text;
  const char    *quote;         /* (nullable) */
  const char    *quote_source;  /* (nullable) */
  const GArray  *passages;      /* (nullable): of VotumPassage */
} VotumComposed;

typedef enum {
  VOTUM_WARNING_SHORT,        /* too few words for the stage */
  VOTUM_WARNING_LONG,         /* too many words for the stage, or for print */
  VOTUM_WARNING_NO_EVIDENCE,  /* no passage rests on anything */
  VOTUM_WARNING_CONFIDENTIAL, /* a passage rests on a note that may not be quoted, or names who spoke in confidence */
  VOTUM_WARNING_NOT_AGREED,   /* a passage rests on a point that the jury no longer agrees on */
  VOTUM_WARNING_LOSER,        /* another finalist is named */
  VOTUM_WARNING_SCORE,        /* a number from the scores */
  VOTUM_WARNING_NAME_EARLY,   /* the form with the name last names the winner before the end */
  VOTUM_WARNING_NO_NAME,      /* nobody is named */
  VOTUM_WARNING_UNFINISHED,   /* a phrase stands there with its ellipsis */
} VotumWarningKind;

typedef struct {
  VotumWarningKind kind;
  guint            start;     /* where, in characters; start == end: the text as a whole */
  guint            end;
  char            *sentence;
} VotumCitationWarning;

gboolean   votum_warning_is_grave    (VotumWarningKind kind);
void       votum_citation_warning_free (VotumCitationWarning *self);

VotumThing *votum_case_find_citation  (VotumCase *self, VotumThing *class_thing, VotumThing *about, const char *lang, int form);
guint      votum_citation_count_words (const char *text);
char      *votum_citation_length_words (const char *text, int form);
GPtrArray *votum_case_check_citation  (VotumCase *self, const VotumComposed *composed);
gboolean   votum_case_write_citation  (VotumCase *self, VotumThing *citation, VotumThing *as_it_becomes, const GArray *passages,
                                       const char *place, GError **error);

G_END_DECLS
