#include "votum-outline.h"

static void
free_part (gpointer data)
{
  VotumPart *part = data;

  g_free (part->marker);
  g_free (part->text);
  g_free ((char *) part->page.head_left);
  g_free ((char *) part->page.head_right);
  g_free ((char *) part->page.foot_left);
  g_free ((char *) part->page.foot_middle);
  g_clear_pointer (&part->table, votum_outline_table_free);
  g_clear_pointer (&part->picture, g_bytes_unref);
  g_free (part);
}

static VotumPart *
add_part (VotumOutline  *self,
          VotumPartKind  kind,
          const char    *text)
{
  VotumPart *part = g_new0 (VotumPart, 1);

  part->kind = kind;
  part->text = g_strdup (text != NULL ? text : "");
  g_ptr_array_add (self->parts, part);

  return part;
}

/**
 * votum_outline_new:
 * @title: the document's title
 * @lang: the language it is written in
 * @created: ISO 8601 with offset, taken from the data: never the clock, or two writings would differ
 *
 * Returns: (transfer full): an outline without parts; author, subject and keywords may be put into it
 */
VotumOutline *
votum_outline_new (const char *title,
                   const char *lang,
                   const char *created)
{
  VotumOutline *self = g_new0 (VotumOutline, 1);

  self->title = g_strdup (title);
  self->lang = g_strdup (lang);
  self->created = g_strdup (created);
  self->parts = g_ptr_array_new_with_free_func (free_part);

  return self;
}

/**
 * votum_outline_free:
 * @self: (transfer full): an outline
 */
void
votum_outline_free (VotumOutline *self)
{
  g_free (self->title);
  g_free (self->author);
  g_free (self->subject);
  g_free (self->keywords);
  g_free (self->created);
  g_free (self->lang);
  g_ptr_array_unref (self->parts);
  g_free (self);
}

/**
 * votum_outline_begin_section:
 * @self: an outline
 * @page: how its pages are set up; copied
 *
 * What is added from now on begins on a new page of this kind.
 */
void
votum_outline_begin_section (VotumOutline           *self,
                             const VotumOutlinePage *page)
{
  VotumPart *part = add_part (self, VOTUM_PART_SECTION, NULL);

  part->page = *page;
  part->page.head_left = g_strdup (page->head_left);
  part->page.head_right = g_strdup (page->head_right);
  part->page.foot_left = g_strdup (page->foot_left);
  part->page.foot_middle = g_strdup (page->foot_middle);
}

/**
 * votum_outline_add:
 * @self: an outline
 * @kind: what it is
 * @text: (nullable): what it says
 */
void
votum_outline_add (VotumOutline  *self,
                   VotumPartKind  kind,
                   const char    *text)
{
  add_part (self, kind, text);
}

/**
 * votum_outline_add_marked:
 * @self: an outline
 * @kind: what it is
 * @level: of a heading
 * @marker: (nullable): its number, what stands before it, or where it leads
 * @text: (nullable): what it says
 */
void
votum_outline_add_marked (VotumOutline  *self,
                          VotumPartKind  kind,
                          guint          level,
                          const char    *marker,
                          const char    *text)
{
  VotumPart *part = add_part (self, kind, text);

  part->level = level;
  part->marker = g_strdup (marker);
}

/**
 * votum_outline_add_table:
 * @self: an outline
 * @kind: %VOTUM_PART_TABLE, or one of those that are laid out as one
 * @table: (transfer full): what it holds
 */
void
votum_outline_add_table (VotumOutline      *self,
                         VotumPartKind      kind,
                         VotumOutlineTable *table)
{
  add_part (self, kind, NULL)->table = table;
}

/**
 * votum_outline_add_figure:
 * @self: an outline
 * @picture: a PNG
 * @width: in points
 * @height: in points
 * @alternative: what it shows, in words
 */
void
votum_outline_add_figure (VotumOutline *self,
                          GBytes       *picture,
                          double        width,
                          double        height,
                          const char   *alternative)
{
  VotumPart *part = add_part (self, VOTUM_PART_FIGURE, alternative);

  part->picture = g_bytes_ref (picture);
  part->width = width;
  part->height = height;
}

static void
clear_column (gpointer data)
{
  g_free (((VotumOutlineColumn *) data)->head);
}

/**
 * votum_outline_table_new:
 *
 * Returns: (transfer full): a table without columns
 */
VotumOutlineTable *
votum_outline_table_new (void)
{
  VotumOutlineTable *self = g_new0 (VotumOutlineTable, 1);

  self->columns = g_array_new (FALSE, TRUE, sizeof (VotumOutlineColumn));
  g_array_set_clear_func (self->columns, clear_column);
  self->rows = g_array_new (FALSE, TRUE, sizeof (VotumOutlineRow));
  self->cells = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * votum_outline_table_free:
 * @self: (transfer full): a table
 */
void
votum_outline_table_free (VotumOutlineTable *self)
{
  g_array_unref (self->columns);
  g_array_unref (self->rows);
  g_ptr_array_unref (self->cells);
  g_free (self);
}

/**
 * votum_outline_table_column:
 * @self: a table without rows
 * @head: (nullable): its head
 * @align: of its cells
 * @width: in points
 * @turned: whether the head stands upright
 */
void
votum_outline_table_column (VotumOutlineTable *self,
                            const char        *head,
                            VotumAlign         align,
                            double             width,
                            gboolean           turned)
{
  VotumOutlineColumn column = { g_strdup (head != NULL ? head : ""), align, width, turned, FALSE };

  g_array_append_val (self->columns, column);
}

/**
 * votum_outline_table_links:
 * @self: a table without rows
 *
 * The cells of the column added last are paths, and lead there.
 */
void
votum_outline_table_links (VotumOutlineTable *self)
{
  g_return_if_fail (self->columns->len > 0);

  g_array_index (self->columns, VotumOutlineColumn, self->columns->len - 1).links = TRUE;
}

/**
 * votum_outline_table_row:
 * @self: a table whose columns are known
 * @strong: whether it stands out
 * @sum: whether it sums up what is above
 * @level: steps of indent of its first cell
 *
 * Begins a row; its cells follow.
 */
void
votum_outline_table_row (VotumOutlineTable *self,
                         gboolean           strong,
                         gboolean           sum,
                         guint              level)
{
  VotumOutlineRow row = { strong, sum, level };

  g_array_append_val (self->rows, row);
}

/**
 * votum_outline_table_cell:
 * @self: a table with a row begun
 * @text: (nullable): the next cell
 */
void
votum_outline_table_cell (VotumOutlineTable *self,
                          const char        *text)
{
  g_ptr_array_add (self->cells, g_strdup (text != NULL ? text : ""));
}
