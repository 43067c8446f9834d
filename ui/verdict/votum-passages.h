#pragma once

#include "votum-case-composer.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * VotumPassages:
 *
 * The passages of a text that is being edited, each with what it rests on. They move with their words, and go with them.
 */
typedef struct _VotumPassages VotumPassages;

VotumPassages *votum_passages_new      (GtkTextBuffer *buffer);
void           votum_passages_free     (VotumPassages *self);

void           votum_passages_clear    (VotumPassages *self);
void           votum_passages_add      (VotumPassages *self, guint start, guint end, VotumThing *evidence);
void           votum_passages_show     (VotumPassages *self, const GArray *stored, const char *stored_text, const char *shown_text);
void           votum_passages_set      (VotumPassages *self, const GArray *passages);
gboolean       votum_passages_leave    (VotumPassages *self, VotumThing *evidence, const char *sentence);
VotumThing    *votum_passages_at       (VotumPassages *self, const GtkTextIter *place, GtkTextIter *start, GtkTextIter *end);
void           votum_passages_mark     (VotumPassages *self);
gboolean       votum_passages_rests_on (VotumPassages *self, VotumThing *evidence);
GArray        *votum_passages_current  (VotumPassages *self);

G_END_DECLS
