#pragma once

#include "votum-ink.h"
#include "votum-outline.h"
#include "votum-page.h"

G_BEGIN_DECLS

/*
 * Layout and output are apart. A block, once measured for a width, is a row of slivers: strips that are
 * never cut (a line of text, a table row, a figure). The document stacks slivers into pages; a block
 * draws a run of its own slivers wherever they have ended up, on whatever surface.
 */

typedef struct _VotumBlock VotumBlock;
typedef struct _VotumSection VotumSection;

/* @before is white space above, dropped at the top of a page; @glue holds on to the sliver after it. A figure may
 * be drawn lower than it would like, down to @least, rather than leave half a page empty; 0: it may not. */
typedef struct {
  double   height;
  double   before;
  double   least;
  gboolean glue;
} VotumSliver;

/* The slivers @first .. @first + @n of a block on one page, the first one's top at (@x, @y). */
typedef struct {
  VotumBlock *block;
  guint       first;
  guint       n;
  double      x, y;
  gboolean    continued;  /* the block began on an earlier page: a table repeats its head */
} VotumRun;

typedef struct {
  void   (*measure)       (VotumBlock *block, VotumPaper *document, double width, double height);
  void   (*draw)          (VotumBlock *block, VotumPaper *document, cairo_t *cr, const VotumRun *run);
  double (*repeat_height) (VotumBlock *block, guint first);   /* nullable */
  void   (*free)          (VotumBlock *block);                /* nullable */
  void   (*tell)          (VotumBlock *block, VotumPaper *document, VotumOutline *outline);   /* nullable: it says nothing */
} VotumBlockClass;

struct _VotumBlock {
  const VotumBlockClass *klass;
  GArray                *slivers;        /* of VotumSliver */
  gboolean               keep_with_next;
  VotumSection          *section;
  guint                  level;          /* 1..3 for what belongs in the outline */
  char                  *outline;
  char                  *number;
  char                  *alternative;    /* of a figure */
  gboolean               own_page;       /* tells how its page is set up itself */
  guint                  page;           /* where it begins, once paginated */
  double                 y;
  double                 width;
};

struct _VotumSection {
  VotumPageStyle style;                  /* strings owned */
  GPtrArray     *blocks;                 /* of VotumBlock */
  guint          first_page;
  guint          n_pages;
};

typedef struct {
  VotumSection *section;
  GArray       *runs;                    /* of VotumRun */
} VotumPage;

struct _VotumPaper {
  int        references;
  char      *title, *author, *subject, *keywords, *created, *lang;
  VotumInk  *ink;
  GPtrArray *sections;                   /* of VotumSection */
  GPtrArray *pages;                      /* of VotumPage; NULL until paginated */
};

#define VOTUM_BODY_WIDTH 400.0           /* the widest measure of running text, about 78 letters */

gpointer    votum_block_alloc        (VotumPaper *document, gsize size, const VotumBlockClass *klass);
void        votum_block_add_sliver   (VotumBlock *block, double before, double height, gboolean glue);
VotumSliver *votum_block_sliver      (VotumBlock *block, guint index);
void        votum_block_add_lines    (VotumBlock *block, guint n, double leading, double before, gboolean glue_last);
void        votum_paper_paginate  (VotumPaper *document);
void        votum_tag_begin          (cairo_t *cr, const char *tag);
void        votum_tag_end            (cairo_t *cr, const char *tag);

/* Adds what cairo 1.16 can't say (language, alternatives of figures, shown title) as an incremental update. */
void        votum_pdf_complete       (GByteArray *pdf, const char *lang, GPtrArray *alternatives);

G_END_DECLS
