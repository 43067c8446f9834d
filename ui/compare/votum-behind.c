#include "votum-config.h"

#include "votum-behind.h"

#include <glib/gi18n.h>

#include "votum-behind-marks.h"
#include "votum-wrap.h"

#define TALLEST 380

static void
way_clicked_cb (GtkWidget *button,
                VotumDesk *desk)
{
  GtkWidget *popover = gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER);
  const char *page = g_object_get_data (G_OBJECT (button), "votum-page");
  VotumThing *thing = g_object_get_data (G_OBJECT (button), "votum-entrant");

  gtk_popover_popdown (GTK_POPOVER (popover));
  votum_desk_go (desk, page, thing);
}

static void
add_way (GtkWidget  *wrap,
         VotumDesk  *desk,
         const char *page,
         const char *label,
         VotumThing *entrant)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_object_set_data (G_OBJECT (button), "votum-page", (gpointer) page);
  g_object_set_data_full (G_OBJECT (button), "votum-entrant", g_object_ref (entrant), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (way_clicked_cb), desk, 0);
  gtk_widget_set_parent (button, wrap);
}

/* What the point is about: the finalist, the criterion, the juror. */
static char *
title_of (VotumCompareLook     *look,
          const VotumChartSpot *spot)
{
  VotumDesk *desk = votum_compare_look_get_desk (look);
  VotumStanding *standing = votum_compare_look_get_standing (look);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  if (spot->entrant >= 0)
    g_ptr_array_add (names, votum_desk_name (desk, g_ptr_array_index (standing->entrants, spot->entrant)));
  if (spot->criterion >= 0)
    g_ptr_array_add (names, g_strdup (votum_desk_text (desk, g_ptr_array_index (standing->leaves, spot->criterion), VOTUM_CRITERION_NAME)));
  if (spot->juror >= 0)
    g_ptr_array_add (names, votum_desk_name (desk, g_ptr_array_index (standing->jurors, spot->juror)));
  if (spot->round >= 0 && names->len == 0)
    g_ptr_array_add (names, votum_desk_name (desk, g_ptr_array_index (standing->rounds, spot->round)));
  g_ptr_array_add (names, NULL);

  return g_strjoinv (" · ", (char **) names->pdata);
}

/**
 * votum_behind_new:
 * @look: what is looked at, with a standing
 * @spot: a point of one of its charts
 *
 * Returns: what a popover beside the point shows
 */
GtkWidget *
votum_behind_new (VotumCompareLook     *look,
                  const VotumChartSpot *spot)
{
  VotumDesk *desk = votum_compare_look_get_desk (look);
  VotumStanding *standing = votum_compare_look_get_standing (look);
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *title = title_of (look, spot);

  votum_behind_add_text (GTK_BOX (box), title, "heading");
  votum_behind_add_text (GTK_BOX (box), spot->text, "dim-label");
  votum_behind_add_marks (GTK_BOX (box), look, spot);
  votum_behind_add_notes (GTK_BOX (box), look, spot);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), TALLEST);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scroller), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (outer), scroller);

  if (spot->entrant >= 0)
    {
      GtkWidget *wrap = votum_wrap_new ();
      VotumThing *entrant = g_ptr_array_index (standing->entrants, spot->entrant);

      add_way (wrap, desk, "scoring", _("Open in _Scoring"), entrant);
      add_way (wrap, desk, "visits", _("Open in _Visits"), entrant);
      gtk_box_append (GTK_BOX (outer), wrap);
    }

  return outer;
}
