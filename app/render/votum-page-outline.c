#include "votum-page-private.h"

/* The document told instead of drawn, for formats that lay the text out themselves. Every block tells what it says, so that
 * whatever is on the page is in the outline too, and in the same words. */

static void
begin_section (VotumSection *section,
               VotumOutline *outline)
{
  const VotumPageStyle *style = &section->style;
  const VotumOutlinePage page = {
    style->width, style->height, style->left, style->right, style->top, style->bottom,
    style->head_left, style->head_right, style->foot_left, style->foot_middle, style->numbered, 0,
  };
  const VotumBlock *first = section->blocks->len > 0 ? g_ptr_array_index (section->blocks, 0) : NULL;

  if (first == NULL || !first->own_page)
    votum_outline_begin_section (outline, &page);
}

/**
 * votum_paper_outline:
 * @self: a document; it is laid out, since that decides which tables are too wide for a page
 *
 * Returns: (transfer full): what it says
 */
VotumOutline *
votum_paper_outline (VotumPaper *self)
{
  VotumOutline *outline;

  g_return_val_if_fail (self != NULL, NULL);

  votum_paper_paginate (self);
  outline = votum_outline_new (self->title, self->lang, self->created);
  outline->author = g_strdup (self->author);
  outline->subject = g_strdup (self->subject);
  outline->keywords = g_strdup (self->keywords);
  for (guint s = 0; s < self->sections->len; s++)
    {
      VotumSection *section = g_ptr_array_index (self->sections, s);

      begin_section (section, outline);
      for (guint i = 0; i < section->blocks->len; i++)
        {
          VotumBlock *block = g_ptr_array_index (section->blocks, i);

          if (block->klass->tell != NULL)
            block->klass->tell (block, self, outline);
        }
    }

  return outline;
}
