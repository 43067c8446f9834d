#pragma once

#include "votum-reveal.h"
#include "votum-verdict-private.h"

G_BEGIN_DECLS

/* One step: a heading, and below it names, or a text. A step without any of them is black. */
typedef struct {
  char      *eyebrow;      /* nullable: where one is: the award, the class */
  char      *heading;      /* nullable */
  GPtrArray *names;        /* of char* */
  char      *text;         /* nullable */
  char      *note;         /* nullable: below, small */
  gboolean   honoured;     /* the moment itself */
} VotumRevealStep;

struct _VotumReveal {
  int        references;
  char      *lang;
  char      *title;
  char      *organiser;
  char      *created;
  GPtrArray *steps;        /* of VotumRevealStep */
  VotumInk  *ink;
};

void votum_reveal_add_steps (VotumReveal *self, const VotumRevealContent *content);
void votum_reveal_draw_step (VotumReveal *self, const VotumRevealStep *step, cairo_t *cr);

#define VOTUM_REVEAL_GROUND VOTUM_RGB (0x08080a)
#define VOTUM_REVEAL_WIDTH 1600.0
#define VOTUM_REVEAL_HEIGHT 900.0

G_END_DECLS
