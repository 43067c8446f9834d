#include "votum-config.h"

#include "votum-error.h"
#include "votum-output.h"
#include "votum-save.h"
#include "votum-page-private.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

/* The same document gives the same bytes: its dates come from the data, its objects from the order of drawing. */

static void
set_metadata (VotumPaper      *self,
              cairo_surface_t *surface)
{
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);
  if (self->author != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, self->author);
  if (self->subject != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, self->subject);
  if (self->keywords != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_KEYWORDS, self->keywords);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Votum");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, self->created);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, self->created);
}

/* Parents by level: a heading hangs below the nearest one above it that ranks higher. The title ranks above all. */
static void
add_outline (VotumPaper      *self,
             cairo_surface_t *surface)
{
  for (guint s = 0; s < self->sections->len; s++)
    {
      VotumSection *section = g_ptr_array_index (self->sections, s);
      int parents[5] = { CAIRO_PDF_OUTLINE_ROOT };
      gboolean titled = FALSE;

      for (guint i = 0; i < section->blocks->len; i++)
        {
          VotumBlock *block = g_ptr_array_index (section->blocks, i);
          g_autofree char *name = NULL;
          g_autofree char *where = NULL;
          guint depth;

          if (block->level == 0)
            continue;
          depth = titled ? block->level + 1 : 1;
          name = block->number != NULL ? g_strdup_printf ("%s  %s", block->number, block->outline) : g_strdup (block->outline);
          /* whole points: cairo reads fractions by the locale */
          where = g_strdup_printf ("page=%u pos=[0 %d]", block->page + 1, (int) MAX (block->y - 12, 0));
          parents[depth] = cairo_pdf_surface_add_outline (surface, parents[depth - 1], name, where,
                                                          depth == 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
          for (guint d = depth + 1; d < G_N_ELEMENTS (parents); d++)
            parents[d] = parents[depth];
          titled = TRUE;
        }
    }
}

static GPtrArray *
collect_alternatives (VotumPaper *self)
{
  GPtrArray *alternatives = g_ptr_array_new ();

  for (guint p = 0; p < self->pages->len; p++)
    {
      VotumPage *page = g_ptr_array_index (self->pages, p);

      for (guint i = 0; i < page->runs->len; i++)
        {
          VotumBlock *block = g_array_index (page->runs, VotumRun, i).block;

          if (block->alternative != NULL)
            g_ptr_array_add (alternatives, block->alternative);
        }
    }

  return alternatives;
}

static cairo_status_t
draw_pages (VotumPaper      *self,
            cairo_surface_t *surface,
            GCancellable    *cancellable)
{
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  for (guint i = 0; i < self->pages->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      VotumPage *page = g_ptr_array_index (self->pages, i);

      /* setting the size throws away what is recorded of the page, an opened tag too: so the size comes first */
      cairo_pdf_surface_set_size (surface, page->section->style.width, page->section->style.height);
      if (i == 0)
        votum_tag_begin (cr, "Document");
      votum_paper_draw_page (self, cr, i);
      if (i + 1 == self->pages->len)
        votum_tag_end (cr, "Document");
      cairo_show_page (cr);
    }
  status = cairo_status (cr);
  cairo_destroy (cr);

  return status;
}

/**
 * votum_paper_to_pdf:
 * @self: a document
 * @cancellable: (nullable):
 *
 * Returns: (transfer full): the document as a tagged PDF; on error %NULL
 */
GBytes *
votum_paper_to_pdf (VotumPaper    *self,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GPtrArray) alternatives = NULL;
  cairo_surface_t *surface;
  cairo_status_t status;

  g_return_val_if_fail (self != NULL, NULL);

  votum_paper_paginate (self);
  surface = cairo_pdf_surface_create_for_stream (votum_output_collect, bytes, VOTUM_A4_WIDTH, VOTUM_A4_HEIGHT);
  /* from 1.5 on a newer cairo packs its objects, which couldn't be completed any more */
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  set_metadata (self, surface);
  add_outline (self, surface);
  status = draw_pages (self, surface, cancellable);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (!votum_output_status (status, error))
    return NULL;

  alternatives = collect_alternatives (self);
  votum_pdf_complete (bytes, self->lang, alternatives);

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * votum_paper_write_pdf:
 * @self: a document
 * @path: the file; replaced as a whole or not at all
 * @cancellable: (nullable):
 *
 * Returns: whether it was written; otherwise @error is a sentence with the path
 */
gboolean
votum_paper_write_pdf (VotumPaper    *self,
                       const char    *path,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autoptr (GBytes) pdf = votum_paper_to_pdf (self, cancellable, error);

  if (pdf == NULL)
    return FALSE;

  return votum_save_file (path, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), error);
}
