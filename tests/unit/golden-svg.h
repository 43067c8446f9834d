#pragma once

#include <pango/pangocairo.h>
#include <string.h>

/* Golden drawings: SVG files in tests/fixtures/charts that a browser shows, and that a chart must still look like.
 *
 * cairo writes letters as shapes of the fonts it finds, and a chart gives its names the room they need, so that a drawing
 * hangs on the fonts and on cairo's way of writing. The shapes of letters are therefore left out, texts stand as <text> where
 * the chart put them, numbers have one decimal, and the first line says what the drawing was made with: where that differs, the
 * comparison is skipped with the reason, and test-charts' other tests stand alone. VOTUM_GOLDEN=write writes them anew; look
 * at them before they are committed. */

static inline char *
golden_made_with (void)
{
  PangoFontMap *map = pango_cairo_font_map_get_default ();
  PangoContext *context = pango_font_map_create_context (map);
  GString *text = g_string_new (NULL);

  pango_cairo_context_set_resolution (context, 72);
  g_string_append_printf (text, "cairo %.4s, letters", cairo_version_string ());
  for (int weight = 400; weight <= 600; weight += 200)
    {
      g_autoptr(PangoLayout) layout = pango_layout_new (context);
      PangoFontDescription *font = pango_font_description_from_string ("Inter,sans-serif 100px");
      int width, height;

      pango_font_description_set_weight (font, (PangoWeight) weight);
      pango_layout_set_font_description (layout, font);
      pango_layout_set_text (layout, "Hamburgefonstiv ÆØÅ 0123456789", -1);
      pango_layout_get_pixel_size (layout, &width, &height);
      g_string_append_printf (text, " %d×%d", width, height);
      pango_font_description_free (font);
    }
  g_object_unref (context);

  return g_string_free (text, FALSE);
}

static inline gboolean
golden_round_cb (const GMatchInfo *match,
                 GString          *result,
                 gpointer          data)
{
  g_autofree char *number = g_match_info_fetch (match, 0);
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (buffer, sizeof buffer, "%.1f", g_ascii_strtod (number, NULL));
  g_string_append (result, strcmp (buffer, "-0.0") == 0 ? "0.0" : buffer);

  return FALSE;
}

static inline char *
golden_replace (char       *text,
                const char *pattern,
                const char *with)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GRegex) regex = g_regex_new (pattern, G_REGEX_DOTALL, 0, &error);
  char *result;

  g_assert_no_error (error);
  result = with != NULL ? g_regex_replace_literal (regex, text, -1, 0, with, 0, &error) :
                          g_regex_replace_eval (regex, text, -1, 0, 0, golden_round_cb, NULL, &error);
  g_assert_no_error (error);
  g_free (text);

  return result;
}

/* A drawing without the shapes of its letters; @texts are <text> elements, a line each. */
static inline char *
golden_plain (GBytes     *svg,
              const char *texts)
{
  char *text = g_strndup (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));
  g_autofree char *made_with = golden_made_with ();
  g_autofree char *comment = g_strdup_printf ("<!-- %s -->\n<svg", made_with);
  g_autofree char *end = g_strconcat (texts, "</g>\n</svg>", NULL);

  text = golden_replace (text, "<symbol.*?</symbol>\n", "");
  text = golden_replace (text, "<g style=\"fill:[^\"]*\">\n(?:  <use [^\n]*\n)+</g>\n", "");
  text = golden_replace (text, "<g>\n</g>\n", "");
  text = golden_replace (text, "<defs>\n</defs>\n", "");
  text = golden_replace (text, "-?\\d+\\.\\d+(?=[ %;\"])", NULL);
  text = golden_replace (text, "</g>\n</svg>", end);
  text = golden_replace (text, "<svg", comment);

  return text;
}

/* The file's first comment, which says what it was made with. */
static inline char *
golden_comment (const char *text)
{
  const char *start = strstr (text, "<!-- "), *end = start != NULL ? strstr (start, " -->") : NULL;

  return end != NULL ? g_strndup (start + strlen ("<!-- "), (gsize) (end - start) - strlen ("<!-- ")) : g_strdup ("");
}

static inline void
golden_compare (const char *name,
                const char *plain)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "fixtures", "charts", name, NULL);
  g_autofree char *golden = NULL, *was = NULL, *is = NULL;
  g_autoptr(GError) error = NULL;

  if (g_strcmp0 (g_getenv ("VOTUM_GOLDEN"), "write") == 0)
    {
      g_file_set_contents (path, plain, -1, &error);
      g_assert_no_error (error);
      return;
    }
  if (!g_file_get_contents (path, &golden, NULL, NULL))
    {
      g_autofree char *reason = g_strdup_printf ("there is no golden drawing %s yet; VOTUM_GOLDEN=write makes it", name);

      g_test_skip (reason);
      return;
    }
  was = golden_comment (golden);
  is = golden_comment (plain);
  if (strcmp (was, is) != 0)
    {
      g_autofree char *reason = g_strdup_printf ("%s was drawn with other fonts (%s; here %s)", name, was, is);

      g_test_skip (reason);
      return;
    }
  if (strcmp (golden, plain) != 0)
    {
      g_autofree char *actual = g_build_filename (g_getenv ("G_TEST_BUILDDIR"), name, NULL);

      g_file_set_contents (actual, plain, -1, NULL);
      g_test_fail_printf ("%s is not what is drawn now, which is in %s", path, actual);
    }
}
