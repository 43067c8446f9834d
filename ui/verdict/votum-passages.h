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
void           votum_passages_cut      (VotumPassages *self, VotumThing *evidence);
gboolean       votum_passages_rests_on (VotumPassages *self, VotumThing *evidence);
GArray        *votum_passages_current  (VotumPassages *self);

G_END_DECLS
