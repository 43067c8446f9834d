#include "votum-config.h"

#include "votum-hand-out-ask.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-case-ballots.h"
#include "votum-case-holder.h"
#include "votum-case-progress.h"
#include "votum-dialogs.h"
#include "votum-format.h"
#include "votum-hand-out-mail.h"
#include "votum-hand-out-window.h"
#include "votum-things.h"

/* What is asked before the case is handed out: to whom, and where to. */

typedef struct {
  GtkWidget *parent;
  VotumDesk *desk;
  GPtrArray *jurors;  /* of VotumThing */
  gboolean anew;
  gboolean set_aside;  /* the ballot that is here is not the juror's */
} Asking;

static Asking *
asking_new (GtkWidget *parent,
            VotumDesk *desk)
{
  Asking *asking = g_new0 (Asking, 1);

  asking->parent = g_object_ref (GTK_WIDGET (gtk_widget_get_root (parent)));
  asking->desk = g_object_ref (desk);
  asking->jurors = g_ptr_array_new_with_free_func (g_object_unref);

  return asking;
}

static void
asking_free (Asking *asking)
{
  g_object_unref (asking->parent);
  g_object_unref (asking->desk);
  g_ptr_array_unref (asking->jurors);
  g_free (asking);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asking, asking_free)

/* The first is "eva.votum", a later one "eva-2.votum": so the juror sees which is which. */
static char *
file_name (VotumDesk  *desk,
           VotumThing *juror,
           guint       more)
{
  VotumThing *before = votum_case_get_hand_out (votum_desk_get_case (desk), juror);
  guint number = (before != NULL ? (guint) votum_thing_get_number (before, VOTUM_HAND_OUT_NUMBER) : 0) + 1 + more;
  g_autofree char *base = votum_case_hand_out_name (juror);

  return number > 1 ? g_strdup_printf ("%s-%u.votum", base, number) : g_strconcat (base, ".votum", NULL);
}

static GFile *
free_file (VotumDesk  *desk,
           VotumThing *juror,
           GFile      *folder)
{
  for (guint more = 0;; more++)
    {
      g_autofree char *name = file_name (desk, juror, more);
      g_autoptr(GFile) file = g_file_get_child (folder, name);
      g_autoptr(GFile) mail = votum_mail_file (file);

      if (!g_file_query_exists (file, NULL) && !g_file_query_exists (mail, NULL))
        return g_steal_pointer (&file);
    }
}

/* ---- to one ---- */

static void
file_cb (GFile    *file,
         gpointer  data)
{
  g_autoptr(Asking) asking = data;
  g_autoptr(GPtrArray) hand_outs = g_ptr_array_new_with_free_func (votum_hand_out_file_free);
  VotumHandOutFile *hand_out;

  if (file == NULL)
    return;
  hand_out = votum_hand_out_file_new (asking->jurors->pdata[0], file, asking->anew);
  hand_out->set_aside = asking->set_aside ? g_strdup (_("It was not handed in by the juror, who has been given a new copy.")) : NULL;
  g_ptr_array_add (hand_outs, hand_out);
  votum_hand_out_window_present (asking->parent, asking->desk, hand_outs);
}

static void
choose_file (Asking *asking)
{
  static const char *const patterns[] = { "*.votum", NULL };
  VotumThing *juror = asking->jurors->pdata[0];
  g_autofree char *title = votum_format_fill (_("File for %s"), votum_thing_get_text (juror, VOTUM_JUROR_NAME));
  g_autofree char *name = file_name (asking->desk, juror, 0);
  const VotumFileChoice choice = {
    .title = title, .accept = _("_Hand Out"), .save = TRUE, .suggested = name, .filter_name = _("Cases of Votum"), .patterns = patterns,
  };

  votum_dialogs_choose_file (asking->parent, &choice, file_cb, asking);
}

/**
 * votum_hand_out_ask_one:
 * @parent: a widget of the window that asks
 * @desk: the chair's desk
 * @juror: a juror
 *
 * Asks where the juror's file goes, makes it, and shows the mail to send it with.
 */
void
votum_hand_out_ask_one (GtkWidget  *parent,
                        VotumDesk  *desk,
                        VotumThing *juror)
{
  Asking *asking = asking_new (parent, desk);

  g_ptr_array_add (asking->jurors, g_object_ref (juror));
  choose_file (asking);
}

static void
lost_cb (const char *answer,
         const char *text,
         gpointer    data)
{
  g_autoptr(Asking) asking = data;

  asking->set_aside = strcmp (answer, "aside") == 0;
  if (strcmp (answer, "cancel") != 0)
    choose_file (g_steal_pointer (&asking));
}

/* Whether the ballot that is here is theirs, they know by its receipt. */
static void
ask_whose (Asking     *asking,
           VotumThing *ballot,
           const char *heading,
           const char *body)
{
  const char *buttons[] = { "cancel", _("_Cancel"), "aside", _("New Copy, _Set the Ballot Aside …"), "do", _("_New Copy, Keep the Ballot …"), NULL };
  const char *receipt = votum_thing_get_text (ballot, VOTUM_BALLOT_RECEIPT);
  /* without the dots behind it: it stands in a sentence */
  g_autofree char *shown = receipt != NULL && strlen (receipt) >= 12 ? g_strdup_printf ("%.4s %.4s %.4s", receipt, receipt + 4, receipt + 8) : g_strdup ("");
  /* TRANSLATORS: the number of a ballot, and the beginning of its receipt */
  g_autofree char *question = g_strdup_printf (_("Ballot %u is here, with a receipt that begins with %s. Ask the juror whether it is the one that they were shown. "
                                                 "If it is not, somebody else has handed in in their name: set it aside."),
                                               (guint) votum_thing_get_number (ballot, VOTUM_BALLOT_NUMBER), shown);
  g_autofree char *whole = g_strdup_printf ("%s\n\n%s", body, question);

  votum_dialogs_ask (asking->parent, heading, whole, buttons, FALSE, lost_cb, asking);
}

/**
 * votum_hand_out_ask_lost:
 * @parent: a widget of the window that asks
 * @desk: the chair's desk
 * @juror: a juror who has lost their copy, or whose copy somebody else has
 *
 * Asks whether the copy that was handed out is void from now on, and hands out another one.
 */
void
votum_hand_out_ask_lost (GtkWidget  *parent,
                         VotumDesk  *desk,
                         VotumThing *juror)
{
  const char *buttons[] = { "cancel", _("_Cancel"), "do", _("_Hand Out a New Copy …"), NULL };
  g_autofree char *heading = votum_format_fill (_("A New Copy for %s?"), votum_thing_get_text (juror, VOTUM_JUROR_NAME));
  const char *body = _("For a lost laptop, a stick that has gone astray, a file that somebody else may have: from now on no ballot from the old copy is "
                       "taken in. Marks in the old copy are not in the new one.");
  VotumThing *ballot = votum_case_sealed_ballot (votum_desk_get_case (desk), juror);
  Asking *asking = asking_new (parent, desk);

  asking->anew = TRUE;
  g_ptr_array_add (asking->jurors, g_object_ref (juror));
  if (ballot != NULL)
    ask_whose (asking, ballot, heading, body);
  else
    votum_dialogs_ask (parent, heading, body, buttons, FALSE, lost_cb, asking);
}

/* ---- to all ---- */

static void
folder_cb (GFile    *folder,
           gpointer  data)
{
  g_autoptr(Asking) asking = data;
  g_autoptr(GPtrArray) hand_outs = g_ptr_array_new_with_free_func (votum_hand_out_file_free);

  if (folder == NULL)
    return;
  for (guint i = 0; i < asking->jurors->len; i++)
    {
      g_autoptr(GFile) file = free_file (asking->desk, asking->jurors->pdata[i], folder);
      VotumHandOutFile *hand_out = votum_hand_out_file_new (asking->jurors->pdata[i], file, FALSE);

      hand_out->mail = TRUE;
      g_ptr_array_add (hand_outs, hand_out);
    }
  votum_hand_out_window_present (asking->parent, asking->desk, hand_outs);
}

/* Whoever gives marks, but for whom the case is: their marks are given in it. */
static void
add_jurors (Asking   *asking,
            gboolean  everybody)
{
  VotumCase *votum_case = votum_desk_get_case (asking->desk);
  g_autoptr(GPtrArray) jurors = votum_case_marking_jurors (votum_case);

  for (guint i = 0; i < jurors->len; i++)
    if (jurors->pdata[i] != votum_case_get_holder (votum_case) && (everybody || votum_case_get_hand_out (votum_case, jurors->pdata[i]) == NULL))
      g_ptr_array_add (asking->jurors, g_object_ref (jurors->pdata[i]));
}

static void
choose_folder (Asking *asking)
{
  votum_dialogs_choose_folder (asking->parent, _("Folder for the Jurors’ Files"), _("_Hand Out"), folder_cb, asking);
}

static void
who_cb (const char *answer,
        const char *text,
        gpointer    data)
{
  g_autoptr(Asking) asking = data;

  if (strcmp (answer, "cancel") == 0)
    return;
  add_jurors (asking, strcmp (answer, "all") == 0);
  choose_folder (g_steal_pointer (&asking));
}

/**
 * votum_hand_out_ask_all:
 * @parent: a widget of the window that asks
 * @desk: the chair's desk
 *
 * Asks for a folder, and makes everybody's file there. Where some have theirs already, it asks who is meant.
 */
void
votum_hand_out_ask_all (GtkWidget *parent,
                        VotumDesk *desk)
{
  const char *both[] = { "cancel", _("_Cancel"), "all", _("_Everybody"), "new", _("_Only Those Without"), NULL };
  const char *again[] = { "cancel", _("_Cancel"), "all", _("_Hand Out Again"), NULL };
  Asking *asking = asking_new (parent, desk);
  g_autoptr(Asking) count = asking_new (parent, desk);
  g_autofree char *heading = NULL;
  guint without;

  add_jurors (count, FALSE);
  without = count->jurors->len;
  add_jurors (count, TRUE);
  if (count->jurors->len == 2 * without)
    {
      add_jurors (asking, TRUE);
      choose_folder (asking);
      return;
    }
  heading = without > 0 ? g_strdup_printf (ngettext ("%u Juror Has No Copy Yet", "%u Jurors Have No Copy Yet", without), without)
                        : g_strdup (_("Hand Out Again to Everybody?"));
  votum_dialogs_ask (parent, heading,
                     _("A later file brings what has changed since into a juror’s copy. No mark and no note there is touched."),
                     without > 0 ? both : again, FALSE, who_cb, asking);
}

/**
 * votum_hand_out_ask_these:
 * @parent: a widget of the window that asks
 * @desk: the chair's desk
 * @jurors: (element-type VotumThing): some jurors
 *
 * Asks for a folder, and makes a file for each of them there.
 */
void
votum_hand_out_ask_these (GtkWidget *parent,
                          VotumDesk *desk,
                          GPtrArray *jurors)
{
  Asking *asking = asking_new (parent, desk);

  for (guint i = 0; i < jurors->len; i++)
    g_ptr_array_add (asking->jurors, g_object_ref (jurors->pdata[i]));
  choose_folder (asking);
}

/**
 * votum_hand_out_show_mail:
 * @parent: a widget of the window that asks
 * @desk: the chair's desk
 * @juror: a juror who has been handed the case
 *
 * Shows the mail to send the juror's file with.
 */
void
votum_hand_out_show_mail (GtkWidget  *parent,
                          VotumDesk  *desk,
                          VotumThing *juror)
{
  g_autoptr(GPtrArray) hand_outs = g_ptr_array_new_with_free_func (votum_hand_out_file_free);

  g_ptr_array_add (hand_outs, votum_hand_out_file_new (juror, NULL, FALSE));
  votum_hand_out_window_present (parent, desk, hand_outs);
}
