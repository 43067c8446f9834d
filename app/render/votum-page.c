#include "votum-page-private.h"

#include <string.h>

static const VotumFace running = { VOTUM_FAMILY_SANS, PANGO_WEIGHT_NORMAL, FALSE, VOTUM_FIGURES_TABULAR, VOTUM_SIZE_SMALL, 10, 0 };

/* Blocks */

static void
block_free (gpointer data)
{
  VotumBlock *block = data;

  if (block->klass->free != NULL)
    block->klass->free (block);
  g_array_unref (block->slivers);
  g_free (block->outline);
  g_free (block->number);
  g_free (block->alternative);
  g_free (block);
}

static void
section_free (gpointer data)
{
  VotumSection *section = data;

  g_ptr_array_unref (section->blocks);
  g_free ((char *) section->style.head_left);
  g_free ((char *) section->style.head_right);
  g_free ((char *) section->style.foot_left);
  g_free ((char *) section->style.foot_middle);
  g_free (section);
}

static void
page_free (gpointer data)
{
  VotumPage *page = data;

  g_array_unref (page->runs);
  g_free (page);
}

gpointer
votum_block_alloc (VotumPaper            *document,
                   gsize                  size,
                   const VotumBlockClass *klass)
{
  VotumBlock *block = g_malloc0 (size);
  VotumSection *section;

  if (document->sections->len == 0)
    {
      VotumPageStyle plain = { VOTUM_A4_WIDTH, VOTUM_A4_HEIGHT, 72, 56, 72, 72, NULL, NULL, NULL, NULL, FALSE, FALSE };

      votum_paper_begin_section (document, &plain);
    }
  section = g_ptr_array_index (document->sections, document->sections->len - 1);
  block->klass = klass;
  block->section = section;
  block->slivers = g_array_new (FALSE, TRUE, sizeof (VotumSliver));
  g_ptr_array_add (section->blocks, block);
  g_clear_pointer (&document->pages, g_ptr_array_unref);

  return block;
}

void
votum_block_add_sliver (VotumBlock *block,
                        double      before,
                        double      height,
                        gboolean    glue)
{
  VotumSliver sliver = { height, before, 0, glue };

  g_array_append_val (block->slivers, sliver);
}

VotumSliver *
votum_block_sliver (VotumBlock *block,
                    guint       index)
{
  return &g_array_index (block->slivers, VotumSliver, index);
}

/* Lines of running text: neither the first nor the last line stands alone on a page. */
void
votum_block_add_lines (VotumBlock *block,
                       guint       n,
                       double      leading,
                       double      before,
                       gboolean    glue_last)
{
  for (guint i = 0; i < n; i++)
    votum_block_add_sliver (block, i == 0 ? before : 0, leading,
                            i == n - 1 ? glue_last : (i == 0 || i == n - 2));
}

/* The document */

/**
 * votum_paper_new:
 * @info: what the document says about itself; copied
 *
 * A document belongs to the thread that made it: lay out, draw and write it there.
 *
 * Returns: (transfer full): an empty document
 */
VotumPaper *
votum_paper_new (const VotumPaperInfo *info)
{
  VotumPaper *self;

  g_return_val_if_fail (info != NULL, NULL);

  self = g_new0 (VotumPaper, 1);
  self->references = 1;
  self->title = g_strdup (info->title != NULL ? info->title : "");
  self->author = g_strdup (info->author);
  self->subject = g_strdup (info->subject);
  self->keywords = g_strdup (info->keywords);
  self->created = g_strdup (info->created != NULL ? info->created : "1970-01-01T00:00:00Z");
  self->lang = g_strdup (info->lang != NULL ? info->lang : "en");
  self->ink = votum_ink_new (self->lang);
  self->sections = g_ptr_array_new_with_free_func (section_free);

  return self;
}

VotumPaper *
votum_paper_ref (VotumPaper *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_int_inc (&self->references);

  return self;
}

void
votum_paper_unref (VotumPaper *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_int_dec_and_test (&self->references))
    return;

  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_ptr_array_unref (self->sections);
  votum_ink_unref (self->ink);
  g_free (self->title);
  g_free (self->author);
  g_free (self->subject);
  g_free (self->keywords);
  g_free (self->created);
  g_free (self->lang);
  g_free (self);
}

/**
 * votum_paper_title:
 * @self: a document
 *
 * Returns: (transfer none): its title
 */
const char *
votum_paper_title (VotumPaper *self)
{
  g_return_val_if_fail (self != NULL, "");

  return self->title;
}

/**
 * votum_paper_begin_section:
 * @self: a document
 * @style: how its pages are set up; copied
 *
 * What is added from now on begins on a new page of this style.
 */
void
votum_paper_begin_section (VotumPaper           *self,
                           const VotumPageStyle *style)
{
  VotumSection *section = g_new0 (VotumSection, 1);

  section->style = *style;
  section->style.head_left = g_strdup (style->head_left);
  section->style.head_right = g_strdup (style->head_right);
  section->style.foot_left = g_strdup (style->foot_left);
  section->style.foot_middle = g_strdup (style->foot_middle);
  section->blocks = g_ptr_array_new_with_free_func (block_free);
  g_ptr_array_add (self->sections, section);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
}

/**
 * votum_paper_keep_with_next:
 * @self: a document
 *
 * No page break between the block added last and the next one.
 */
void
votum_paper_keep_with_next (VotumPaper *self)
{
  VotumSection *section;

  g_return_if_fail (self->sections->len > 0);

  section = g_ptr_array_index (self->sections, self->sections->len - 1);
  if (section->blocks->len > 0)
    ((VotumBlock *) g_ptr_array_index (section->blocks, section->blocks->len - 1))->keep_with_next = TRUE;
}

/* Stacking slivers into pages */

typedef struct {
  VotumBlock *block;
  guint       index;
} Place;

typedef struct {
  VotumPaper *document;
  VotumSection  *section;
  VotumPage     *page;    /* NULL: nothing on the page yet */
  double         y;
  double         bottom;
} Stack;

static void
stack_new_page (Stack *stack)
{
  VotumPage *page = g_new0 (VotumPage, 1);

  page->section = stack->section;
  page->runs = g_array_new (FALSE, TRUE, sizeof (VotumRun));
  g_ptr_array_add (stack->document->pages, page);
  stack->section->n_pages++;
  stack->page = page;
  stack->y = stack->section->style.top;
}

static gboolean
stack_is_empty (Stack *stack)
{
  return stack->page->runs->len == 0;
}

static double
repeat_height (const Place *place)
{
  if (place->index == 0 || place->block->klass->repeat_height == NULL)
    return 0;

  return place->block->klass->repeat_height (place->block, place->index);
}

static double
group_height (const Place *places,
              guint        n,
              gboolean     at_top)
{
  double height = at_top ? repeat_height (&places[0]) : 0;

  for (guint i = 0; i < n; i++)
    {
      VotumSliver *sliver = votum_block_sliver (places[i].block, places[i].index);

      height += sliver->height + (at_top && i == 0 ? 0 : sliver->before);
    }

  return height;
}

static void
stack_place (Stack       *stack,
             const Place *place)
{
  VotumSliver *sliver = votum_block_sliver (place->block, place->index);
  VotumRun *last;

  if (stack_is_empty (stack))
    stack->y += repeat_height (place);
  else
    stack->y += sliver->before;

  last = stack_is_empty (stack) ? NULL : &g_array_index (stack->page->runs, VotumRun, stack->page->runs->len - 1);
  if (last != NULL && last->block == place->block)
    {
      last->n++;
    }
  else
    {
      VotumRun run = { place->block, place->index, 1, stack->section->style.left, stack->y, place->index > 0 };

      g_array_append_val (stack->page->runs, run);
    }
  if (place->index == 0)
    {
      place->block->page = stack->document->pages->len - 1;
      place->block->y = stack->y;
    }
  stack->y += sliver->height;
}

static void
stack_group (Stack       *stack,
             const Place *places,
             guint        n)
{
  const double slack = 0.01;
  VotumSliver *first = votum_block_sliver (places[0].block, places[0].index);
  double left = stack->bottom - stack->y - first->before;

  if (n == 1 && first->least > 0 && !stack_is_empty (stack) && left >= first->least)
    first->height = MIN (first->height, left);

  if (!stack_is_empty (stack) && stack->y + group_height (places, n, FALSE) > stack->bottom + slack)
    stack_new_page (stack);

  /* Higher than a whole page, even so: then it is cut where it must be. */
  if (stack_is_empty (stack) && stack->y + group_height (places, n, TRUE) > stack->bottom + slack)
    {
      for (guint i = 0; i < n; i++)
        {
          if (!stack_is_empty (stack) && stack->y + group_height (&places[i], 1, FALSE) > stack->bottom + slack)
            stack_new_page (stack);
          stack_place (stack, &places[i]);
        }
      return;
    }

  for (guint i = 0; i < n; i++)
    stack_place (stack, &places[i]);
}

static void
paginate_section (VotumPaper   *self,
                  VotumSection *section)
{
  const VotumPageStyle *style = &section->style;
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  Stack stack = { self, section, NULL, 0, style->height - style->bottom };

  section->first_page = self->pages->len;
  section->n_pages = 0;
  stack_new_page (&stack);

  for (guint i = 0; i < section->blocks->len; i++)
    {
      VotumBlock *block = g_ptr_array_index (section->blocks, i);

      g_array_set_size (block->slivers, 0);
      block->width = style->width - style->left - style->right;
      block->klass->measure (block, self, block->width, style->height - style->top - style->bottom);
      if (block->keep_with_next && block->slivers->len > 0)
        votum_block_sliver (block, block->slivers->len - 1)->glue = TRUE;
      for (guint j = 0; j < block->slivers->len; j++)
        {
          Place place = { block, j };

          g_array_append_val (places, place);
        }
    }

  for (guint i = 0, n; i < places->len; i += n)
    {
      for (n = 1; i + n < places->len; n++)
        {
          Place *before = &g_array_index (places, Place, i + n - 1);

          if (!votum_block_sliver (before->block, before->index)->glue)
            break;
        }
      stack_group (&stack, &g_array_index (places, Place, i), n);
    }
}

void
votum_paper_paginate (VotumPaper *self)
{
  if (self->pages != NULL)
    return;

  self->pages = g_ptr_array_new_with_free_func (page_free);
  for (guint i = 0; i < self->sections->len; i++)
    paginate_section (self, g_ptr_array_index (self->sections, i));
}

/**
 * votum_paper_n_pages:
 * @self: a document
 *
 * Returns: how many pages it takes
 */
guint
votum_paper_n_pages (VotumPaper *self)
{
  g_return_val_if_fail (self != NULL, 0);

  votum_paper_paginate (self);

  return self->pages->len;
}

/**
 * votum_paper_page_size:
 * @self: a document
 * @page: from 0
 * @width: (out): in points
 * @height: (out): in points
 */
void
votum_paper_page_size (VotumPaper *self,
                       guint       page,
                       double     *width,
                       double     *height)
{
  VotumPage *found;

  g_return_if_fail (page < votum_paper_n_pages (self));

  found = g_ptr_array_index (self->pages, page);
  *width = found->section->style.width;
  *height = found->section->style.height;
}

void
votum_tag_begin (cairo_t    *cr,
                 const char *tag)
{
  cairo_tag_begin (cr, tag, NULL);
}

void
votum_tag_end (cairo_t    *cr,
               const char *tag)
{
  cairo_tag_end (cr, tag);
}

/* As much of a name as there is room for, ended by an ellipsis. */
static char *
shorten (VotumInk   *ink,
         const char *text,
         double      room)
{
  GString *shown = g_string_new (text);

  for (glong n = g_utf8_strlen (text, -1) - 1; n > 0 && votum_layout_width (votum_ink_word (ink, &running, shown->str)) > room; n--)
    {
      g_string_truncate (shown, g_utf8_offset_to_pointer (text, n) - text);
      g_string_append (shown, "…");
    }

  return g_string_free (shown, FALSE);
}

/* What is on the left, and in the middle between it and the number: never over each other. */
static void
draw_foot (VotumInk             *ink,
           cairo_t              *cr,
           const VotumPageStyle *style,
           double                width,
           double                y)
{
  const double gap = 18, number = style->numbered ? 48 : 0;
  double used = style->foot_left != NULL ? MIN (votum_layout_width (votum_ink_word (ink, &running, style->foot_left)), width - number) : 0;
  g_autofree char *left = style->foot_left != NULL ? shorten (ink, style->foot_left, used) : NULL;
  double room = width - number - used - gap;
  g_autofree char *middle = style->foot_middle != NULL && room > 40 ? shorten (ink, style->foot_middle, room) : NULL;
  double half;

  if (left != NULL)
    votum_ink_show_word (ink, cr, &running, left, style->left, y, 0, votum_colour_quiet);
  if (middle == NULL)
    return;
  half = votum_layout_width (votum_ink_word (ink, &running, middle)) / 2;
  votum_ink_show_word (ink, cr, &running, middle, style->left + CLAMP (width * 0.66, used + gap + half, MAX (width - number - half, used + gap + half)), y,
                       0.5, votum_colour_quiet);
}

/* Head and foot stand outside the structure: a reader's voice doesn't repeat them on every page. */
static void
draw_running (VotumPaper *self,
              cairo_t    *cr,
              VotumPage  *page,
              guint       number)
{
  const VotumPageStyle *style = &page->section->style;
  double right = style->width - style->right;
  double width = right - style->left;
  double foot = style->height - style->bottom + 24;
  VotumInk *ink = self->ink;

  if (!style->bare_first || number > 0)
    {
      if (style->head_left != NULL)
        votum_ink_show_word (ink, cr, &running, style->head_left, style->left, style->top - 40, 0, votum_colour_quiet);
      if (style->head_right != NULL)
        votum_ink_show_word (ink, cr, &running, style->head_right, right, style->top - 40, 1, votum_colour_quiet);
      if (style->head_left != NULL || style->head_right != NULL)
        votum_hairline (cr, style->left, style->top - 26, width, 0.4, votum_colour_rule);
    }

  draw_foot (ink, cr, style, width, foot);
  if (style->numbered)
    {
      g_autofree char *text = g_strdup_printf ("%u / %u", number + 1, page->section->n_pages);

      votum_ink_show_word (ink, cr, &running, text, right, foot, 1, votum_colour_ink);
    }
}

/**
 * votum_paper_draw_page:
 * @self: a document
 * @cr: any cairo context, one unit a point, the page's top left at the origin
 * @page: from 0
 *
 * Draws the page's ink; the paper is the caller's. On a PDF surface the structure is tagged.
 */
void
votum_paper_draw_page (VotumPaper *self,
                       cairo_t    *cr,
                       guint       page)
{
  VotumPage *found;

  g_return_if_fail (self != NULL && cr != NULL);
  g_return_if_fail (page < votum_paper_n_pages (self));

  found = g_ptr_array_index (self->pages, page);
  cairo_save (cr);
  for (guint i = 0; i < found->runs->len; i++)
    {
      VotumRun *run = &g_array_index (found->runs, VotumRun, i);

      run->block->klass->draw (run->block, self, cr, run);
    }
  draw_running (self, cr, found, page - found->section->first_page);
  cairo_restore (cr);
}
