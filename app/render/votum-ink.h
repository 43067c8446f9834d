#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* Private to this room: type, colour and the few drawing helpers that charts and pages share.
 * One point is one unit; hint metrics are off, so the screen breaks lines where the paper does. */

typedef enum {
  VOTUM_FAMILY_SANS,  /* Inter: protocol, tables, charts */
  VOTUM_FAMILY_SERIF, /* EB Garamond: the citation */
} VotumFamily;

typedef enum {
  VOTUM_FIGURES_DEFAULT,
  VOTUM_FIGURES_TABULAR,
  VOTUM_FIGURES_TEXT,  /* old-style figures, for running text in the serif */
} VotumFigures;

/* The sizes of the sans, in points. Few sizes make a calm page; and each size that is used has to be found
 * among all fonts of the machine, which takes a millisecond. */
#define VOTUM_SIZE_DENSE 7.0     /* tables of many columns or rows */
#define VOTUM_SIZE_SMALL 7.4     /* notes, heads of tables, the foot */
#define VOTUM_SIZE_TABLE 8.4
#define VOTUM_SIZE_BODY 9.2
#define VOTUM_SIZE_HEADING 14.0
#define VOTUM_SIZE_TITLE 25.0

/**
 * VotumFace:
 * @family: which typeface
 * @weight: #PangoWeight
 * @italic: slanted or not
 * @figures: kind of figures
 * @size: in points
 * @leading: from line to line, in points
 * @tracking: added between letters, in points
 */
typedef struct {
  VotumFamily  family;
  int          weight;
  gboolean     italic;
  VotumFigures figures;
  double       size;
  double       leading;
  double       tracking;
} VotumFace;

typedef struct {
  double red, green, blue;
} VotumColour;

#define VOTUM_RGB(hex) \
  ((VotumColour) { (((hex) >> 16) & 0xff) / 255.0, (((hex) >> 8) & 0xff) / 255.0, ((hex) & 0xff) / 255.0 })

extern const VotumColour votum_colour_ink;    /* text */
extern const VotumColour votum_colour_quiet;  /* secondary text: 5.9:1 on white */
extern const VotumColour votum_colour_rule;   /* hairlines */
extern const VotumColour votum_colour_strong; /* strong rules */
extern const VotumColour votum_colour_accent;

typedef struct _VotumInk VotumInk;

VotumInk    *votum_ink_new         (const char *lang);
/* Whole pixels between letters: for surfaces of pixels, where cairo 1.16 would round each letter by itself. */
void         votum_ink_set_pixels  (VotumInk *self, gboolean pixels);
/* How many texts and faces it remembers; they are only forgotten with it. */
guint        votum_ink_n_words     (const VotumInk *self);
VotumInk    *votum_ink_ref         (VotumInk *self);
void         votum_ink_unref       (VotumInk *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumInk, votum_ink_unref)

/* (transfer full): a wrapped text; @width below zero: one line */
PangoLayout *votum_ink_layout      (VotumInk *self, const VotumFace *face, const char *text, double width,
                                    PangoAlignment alignment);
/* (transfer none): a shared one-line text; don't change it */
PangoLayout *votum_ink_word        (VotumInk *self, const VotumFace *face, const char *text);

double       votum_layout_width    (PangoLayout *layout);
guint        votum_layout_n_lines  (PangoLayout *layout);
void         votum_colour_set      (cairo_t *cr, VotumColour colour);
/* Draws lines @first to @first + @n with the given leading, top of the first at @y. */
void         votum_layout_show     (cairo_t *cr, PangoLayout *layout, double leading, double x, double y,
                                    guint first, guint n, VotumColour colour);
/* One line, its left, middle or right at @x for @anchor 0, 0.5, 1. */
void         votum_ink_show_word   (VotumInk *self, cairo_t *cr, const VotumFace *face, const char *text,
                                    double x, double y, double anchor, VotumColour colour);
void         votum_hairline        (cairo_t *cr, double x, double y, double width, double thickness, VotumColour colour);
/* A copy in capitals, by Unicode's rules. */
char        *votum_ink_capitals    (const char *text);

G_END_DECLS
