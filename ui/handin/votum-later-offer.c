#include "votum-config.h"

#include "votum-later-offer.h"

#include <glib/gi18n.h>

#include "votum-application.h"
#include "votum-dialogs.h"
#include "votum-hand-in-words.h"
#include "votum-later-window.h"
#include "votum-summaries.h"
#include "votum-window-private.h"

/* The case worked in that an earlier hand-out of the same became: the one that was open last. */
static GFile *
find_earlier (VotumDesk *desk)
{
  g_autoptr(VotumSummaries) summaries = votum_summaries_read ();
  GList *recent = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  g_autoptr(GFile) found = NULL;
  gint64 latest = -1;

  for (GList *l = recent; l != NULL; l = l->next)
    {
      const char *uri = gtk_recent_info_get_uri (l->data);
      g_autoptr(GFile) file = g_str_has_suffix (uri, ".votum") ? g_file_new_for_uri (uri) : NULL;
      gint64 time = g_date_time_to_unix (gtk_recent_info_get_visited (l->data));

      if (file == NULL || time <= latest || g_file_peek_path (file) == NULL || !g_file_test (g_file_peek_path (file), G_FILE_TEST_IS_REGULAR) ||
          !votum_summaries_precede (summaries, file, desk))
        continue;
      latest = time;
      g_set_object (&found, file);
    }
  g_list_free_full (recent, (GDestroyNotify) gtk_recent_info_unref);

  return g_steal_pointer (&found);
}

/* Who has begun to work in it goes on there. */
static gboolean
is_untouched (VotumCase *votum_case)
{
  return votum_marks_size (votum_case_get_marks (votum_case)) == 0 &&
         g_list_model_get_n_items (votum_case_get_things (votum_case, VOTUM_KIND_NOTE)) == 0;
}

/* What is offered. */
typedef struct {
  VotumWindow *window;
  VotumDesk *later;
  GFile *earlier;
} Offer;

static void
offer_free (Offer *offer)
{
  g_object_unref (offer->window);
  g_object_unref (offer->later);
  g_object_unref (offer->earlier);
  g_free (offer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Offer, offer_free)

static VotumWindow *
find_window_of (VotumWindow *window,
                VotumDesk   *desk)
{
  for (GList *l = gtk_application_get_windows (gtk_window_get_application (GTK_WINDOW (window))); l != NULL; l = l->next)
    if (VOTUM_IS_WINDOW (l->data) && votum_window_get_desk (l->data) == desk)
      return l->data;

  return NULL;
}

static void
answer_cb (const char *answer,
           const char *text,
           gpointer    data)
{
  g_autoptr(Offer) offer = data;
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (offer->window));
  g_autoptr(VotumDesk) desk = NULL;
  VotumWindow *window;

  if (g_strcmp0 (answer, "take") != 0 || application == NULL || votum_window_get_desk (offer->window) != offer->later)
    return;

  desk = votum_application_find_desk (VOTUM_APPLICATION (application), offer->earlier);
  window = desk != NULL ? find_window_of (offer->window, desk) : NULL;
  if (window == NULL)
    window = offer->window;
  g_set_object (&window->later, offer->later);
  if (window == offer->window)
    {
      votum_window_open (window, offer->earlier, NULL);
      return;
    }
  votum_later_offer_taken (window);
  gtk_window_destroy (GTK_WINDOW (offer->window));
}

/**
 * votum_later_offer:
 * @window: a window that has just opened a case
 *
 * Where it is a later hand-out of a case that was worked in here, offers to take it in there.
 */
void
votum_later_offer (VotumWindow *window)
{
  VotumDesk *desk = votum_window_get_desk (window);
  const char *buttons[] = { "stay", _("_Work in This File"), "take", _("_Take It In There"), NULL };
  g_autoptr(GFile) earlier = NULL;
  g_autofree char *base = NULL;
  g_autofree char *heading = NULL;
  Offer *offer;

  if (desk == NULL || !votum_hand_in_is_possible (votum_desk_get_case (desk)) || !is_untouched (votum_desk_get_case (desk)))
    return;
  earlier = find_earlier (desk);
  if (earlier == NULL)
    return;

  base = g_filename_display_basename (g_file_peek_path (earlier));
  heading = g_strdup_printf (_("You Work in “%s” Already"), base);
  offer = g_new0 (Offer, 1);
  offer->window = g_object_ref (window);
  offer->later = g_object_ref (desk);
  offer->earlier = g_object_ref (earlier);
  votum_dialogs_ask (GTK_WIDGET (window), heading,
                     _("The chair has handed the same case out once more. Take it into the one that you work in: what is new comes in there, and your marks "
                       "and notes stay as they are. In this file there are none of them."),
                     buttons, FALSE, answer_cb, offer);
}

/**
 * votum_later_offer_taken:
 * @window: a window with the case that a later hand-out is to go into
 *
 * Shows what it brings, where there is one.
 */
void
votum_later_offer_taken (VotumWindow *window)
{
  g_autoptr(VotumDesk) later = g_steal_pointer (&window->later);
  VotumDesk *desk = votum_window_get_desk (window);

  if (later == NULL || desk == NULL || desk == later)
    return;
  gtk_window_present (GTK_WINDOW (window));
  votum_later_window_present (GTK_WINDOW (window), desk, votum_desk_get_case (later));
}
