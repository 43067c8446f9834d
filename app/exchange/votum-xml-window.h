#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A place in the decoded file. Columns count characters. */
typedef struct {
  guint64 offset;
  guint line;
  guint column;
} VotumXmlPlace;

/**
 * VotumXmlWindow:
 *
 * The decoded text that the parser may still speak of, from the place where the present event begins. That place only moves
 * forward.
 */
typedef struct {
  GString *text;
  guint64 start;
  VotumXmlPlace here;
} VotumXmlWindow;

void          votum_xml_window_init            (VotumXmlWindow *self);
void          votum_xml_window_clear           (VotumXmlWindow *self);
void          votum_xml_window_push            (VotumXmlWindow *self, const GString *text);
guint64       votum_xml_window_get_end         (const VotumXmlWindow *self);
void          votum_xml_window_go              (VotumXmlWindow *self, guint64 offset);
VotumXmlPlace votum_xml_window_find            (const VotumXmlWindow *self, guint64 offset);
guint64       votum_xml_window_find_tag        (const VotumXmlWindow *self, guint64 end);
VotumXmlPlace votum_xml_window_find_attribute  (const VotumXmlWindow *self, const char *name);

G_END_DECLS
