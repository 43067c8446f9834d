#pragma once

#include "votum-page.h"

G_BEGIN_DECLS

/* What is shown at the ceremony: plain values, as of a VotumVerdict. There is no place in it for marks, nor for what was not decided. */

typedef struct {
  const char *name;
  const char *outcome;             /* "3rd place", in the document's language */
} VotumRevealPlace;

typedef struct {
  const char              *class_name; /* nullable */
  const char * const      *finalists;  /* nullable; NULL-ended, in alphabetical order */
  const char * const      *mentions;   /* nullable; NULL-ended: honourable mentions */
  const VotumRevealPlace  *places;     /* without the prize, the last first */
  guint                    n_places;
  const char              *citation;   /* nullable: its sentences that name a winner wait for the name */
  const char * const      *winners;    /* nullable; NULL-ended: several share the prize; nobody: it is not awarded */
} VotumRevealClass;

typedef struct {
  const char             *award_name;
  const char             *year;
  const char             *organiser;   /* nullable */
  const char             *place;       /* nullable */
  const char             *date;        /* nullable, ISO */
  const char             *created;     /* ISO with offset; the PDF's dates */
  const VotumRevealClass *classes;
  guint                   n_classes;
} VotumRevealContent;

typedef struct _VotumReveal VotumReveal;

VotumReveal *votum_reveal_new      (const VotumRevealContent *content, const char *lang);
VotumReveal *votum_reveal_ref      (VotumReveal *self);
void         votum_reveal_unref    (VotumReveal *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumReveal, votum_reveal_unref)

guint        votum_reveal_n_steps  (VotumReveal *self);
void         votum_reveal_draw     (VotumReveal *self, guint step, cairo_t *cr, double width, double height);
char        *votum_reveal_describe (VotumReveal *self, guint step);
VotumPaper  *votum_reveal_document (VotumReveal *self);

G_END_DECLS
