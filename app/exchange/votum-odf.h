#pragma once

#include <gio/gio.h>
#include <libxml/xmlwriter.h>

G_BEGIN_DECLS

/* Private to this room: what OpenDocument texts and spreadsheets have in common. */

#define VOTUM_ODF_TEXT "application/vnd.oasis.opendocument.text"
#define VOTUM_ODF_SPREADSHEET "application/vnd.oasis.opendocument.spreadsheet"

/* One XML part being written, in memory. */
typedef struct {
  xmlBuffer     *buffer;
  xmlTextWriter *xml;
} VotumOdfPart;

/* What a document says about itself, for meta.xml; strings are borrowed. */
typedef struct {
  const char *mimetype;
  const char *title;
  const char *author;    /* nullable */
  const char *subject;   /* nullable */
  const char *keywords;  /* nullable; separated by commas */
  const char *created;
  const char *lang;
} VotumOdfInfo;

typedef struct {
  const char *name;      /* "content.xml", "Pictures/1.png" */
  const char *type;      /* "text/xml" */
  GBytes     *bytes;
} VotumOdfFile;

VotumOdfPart *votum_odf_begin     (const char *root);
void          votum_odf_free      (VotumOdfPart *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumOdfPart, votum_odf_free)
GBytes       *votum_odf_end       (VotumOdfPart *self);

void          votum_odf_start     (VotumOdfPart *self, const char *name, ...) G_GNUC_NULL_TERMINATED;
void          votum_odf_attribute (VotumOdfPart *self, const char *name, const char *value);
void          votum_odf_points    (VotumOdfPart *self, const char *name, double points);
void          votum_odf_stop      (VotumOdfPart *self);
void          votum_odf_empty     (VotumOdfPart *self, const char *name, ...) G_GNUC_NULL_TERMINATED;
void          votum_odf_text      (VotumOdfPart *self, const char *text);
void          votum_odf_paragraph (VotumOdfPart *self, const char *style, const char *text);
void          votum_odf_language  (VotumOdfPart *self, const char *lang);
void          votum_odf_faces     (VotumOdfPart *self);

GBytes       *votum_odf_package   (const VotumOdfInfo *info, const VotumOdfFile *files, guint n_files, GError **error);

G_END_DECLS
