#pragma once

#include "votum-error.h"
#include "votum-input.h"
#include "votum-problems.h"

G_BEGIN_DECLS

#define VOTUM_XML_NAMESPACE "http://www.w3.org/XML/1998/namespace"

#define VOTUM_XML_MAX_DEPTH      32
#define VOTUM_XML_MAX_ELEMENTS   50000
#define VOTUM_XML_MAX_ATTRIBUTES 32
#define VOTUM_XML_MAX_TEXT       65536
#define VOTUM_XML_MAX_NAME       128

/**
 * VotumXmlReader:
 *
 * Reads XML as a stranger sent it: in pieces, without DOCTYPE, entities, network or other files, within limits; every event has
 * its exact place. It stops at the first place that is not XML; what the events' taker finds wrong does not stop it.
 */
typedef struct _VotumXmlReader VotumXmlReader;

typedef struct {
  const char *ns;      /* (nullable): its namespace */
  const char *prefix;  /* (nullable): as written */
  const char *name;
  const char *value;
} VotumXmlAttribute;

/* What is called while reading. Text comes as one run up to the next tag, white space too. All strings are valid during the
 * call. */
typedef struct {
  void (*start) (VotumXmlReader *reader, const char *ns, const char *name, const VotumXmlAttribute *attributes, guint n_attributes,
                 gpointer user_data);
  void (*text)  (VotumXmlReader *reader, const char *text, gsize length, gpointer user_data);
  void (*end)   (VotumXmlReader *reader, gpointer user_data);
} VotumXmlHandlers;

VotumXmlReader *votum_xml_reader_new  (const VotumXmlHandlers *handlers, gpointer user_data, VotumProblems *problems);
void            votum_xml_reader_free (VotumXmlReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumXmlReader, votum_xml_reader_free)

void            votum_xml_reader_set_max_elements (VotumXmlReader *self, guint max);
gboolean        votum_xml_reader_read (VotumXmlReader *self, VotumInput *input, GCancellable *cancellable,
                                       VotumProgressFunc progress, gpointer progress_data, GError **error);

/* Where the present tag or text begins. */
void            votum_xml_reader_get_place (VotumXmlReader *self, guint *line, guint *column);
/* Where attribute @i of the present tag begins. Only while it starts. */
void            votum_xml_reader_get_attribute_place (VotumXmlReader *self, guint i, guint *line, guint *column);
/* Whether it ended before the end. */
gboolean        votum_xml_reader_get_stopped (VotumXmlReader *self);
void            votum_xml_reader_problem (VotumXmlReader *self, guint line, guint column, const char *format, ...) G_GNUC_PRINTF (4, 5);
void            votum_xml_reader_take_problem (VotumXmlReader *self, guint line, guint column, GError *error);

G_END_DECLS
