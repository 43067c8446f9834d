/* floor-pages OUTPUT.pdf PAGES TEXT.txt FONT...
 *
 * The floor under a document: as many empty A4 pages as the document has, and on the first of them every
 * character of the document once in each of its fonts, so that the same fonts are embedded with the same
 * glyphs. What Votum takes beyond this is its own work. */

#include <pango/pangocairo.h>
#include <cairo-pdf.h>
#include <stdlib.h>

static void
show_fonts (cairo_t    *cr,
            const char *text,
            int         n_fonts,
            char      **fonts)
{
  for (int i = 0; i < n_fonts; i++)
    {
      g_autoptr(PangoLayout) layout = pango_cairo_create_layout (cr);
      PangoFontDescription *description = pango_font_description_from_string (fonts[i]);
      PangoAttrList *attributes = pango_attr_list_new ();

      /* no other font steps in for a letter that this one lacks */
      pango_attr_list_insert (attributes, pango_attr_fallback_new (FALSE));
      pango_layout_set_attributes (layout, attributes);
      pango_attr_list_unref (attributes);
      pango_layout_set_font_description (layout, description);
      pango_layout_set_width (layout, 500 * PANGO_SCALE);
      pango_layout_set_wrap (layout, PANGO_WRAP_CHAR);
      pango_layout_set_text (layout, text, -1);
      cairo_move_to (cr, 40, 40 + 100 * i);
      pango_cairo_show_layout (cr, layout);
      pango_font_description_free (description);
    }
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *text = NULL;
  cairo_surface_t *surface;
  cairo_t *cr;
  int pages;

  if (argc < 4 || !g_file_get_contents (argv[3], &text, NULL, NULL))
    return 2;

  pages = (int) g_ascii_strtoll (argv[2], NULL, 10);
  surface = cairo_pdf_surface_create (argv[1], 595.28, 841.89);
  cr = cairo_create (surface);
  show_fonts (cr, text, argc - 4, argv + 4);
  for (int i = 0; i < pages; i++)
    cairo_show_page (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    return 1;
  cairo_surface_destroy (surface);
  return 0;
}
