#include "votum-config.h"

#include "votum-colours.h"

/* For widgets that draw themselves. GTK 4.10 has gtk_widget_get_color(), and deprecates what our baseline has instead. */

/**
 * votum_colours_text:
 * @widget: a widget that draws
 * @colour: (out): the colour of text in it, as style and contrast have it just now
 */
void
votum_colours_text (GtkWidget *widget,
                    GdkRGBA   *colour)
{
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), colour);
}

/**
 * votum_colours_accent:
 * @widget: a widget that draws
 * @colour: (out): the colour of what stands out in it; that of text in a style without one
 */
void
votum_colours_accent (GtkWidget *widget,
                      GdkRGBA   *colour)
{
  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), "accent_color", colour))
    votum_colours_text (widget, colour);
}
