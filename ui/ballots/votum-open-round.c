#include "votum-config.h"

#include "votum-open-round.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-ballot-intake.h"
#include "votum-ballot-keys.h"
#include "votum-ballot-words.h"
#include "votum-case-ballots.h"
#include "votum-case-keys.h"
#include "votum-dialogs.h"
#include "votum-format.h"

/* The one act by which all ballots of a round are opened at once. */

typedef struct {
  GtkWidget *parent;
  VotumDesk *desk;
  VotumThing *round;
} Opening;

static void
opening_free (Opening *opening)
{
  g_object_unref (opening->parent);
  g_object_unref (opening->desk);
  g_object_unref (opening->round);
  g_free (opening);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

static void
unlocked_cb (gboolean unlocked,
             gpointer data)
{
  g_autoptr(Opening) opening = data;
  VotumCase *votum_case = votum_desk_get_case (opening->desk);
  g_autofree char *name = NULL;
  GError *error = NULL;

  if (!unlocked)
    return;
  name = votum_desk_name (opening->desk, opening->round);
  votum_desk_flush (opening->desk);
  votum_case_open_round (votum_case, opening->round, NULL, &error);
  /* the next round is opened by somebody who knows it as well */
  votum_case_forget_passphrase (votum_case);
  if (votum_desk_report (opening->desk, error))
    votum_desk_toast (opening->desk, FALSE, _("“%s” is opened: its marks are on the page Compare"), name);
}

static void
answered_cb (const char *answer,
             const char *text,
             gpointer    data)
{
  g_autoptr(Opening) opening = data;
  GtkWidget *parent = opening->parent;
  VotumDesk *desk = opening->desk;

  if (strcmp (answer, "do") != 0)
    return;
  /* also by who has given it for taking ballots in: this is another act */
  votum_case_forget_passphrase (votum_desk_get_case (desk));
  votum_ballot_keys_unlock (parent, desk, _("Open the Round"), _("The ballots are protected by a passphrase."), _("_Open the Round"), unlocked_cb,
                            g_steal_pointer (&opening));
}

/* How far a juror's ballot is: the three ways in which it is told before the round is opened. */
typedef enum {
  IN,
  PART,
  OUT,
} State;

static char *
names_of (VotumDesk *desk,
          GArray    *list,
          State      state)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    {
      const VotumBallotStanding *one = &g_array_index (list, VotumBallotStanding, i);

      VotumTally tally;
      State is = votum_ballot_is_part (desk, one, &tally) ? PART : votum_ballot_is_in (desk, one) ? IN : OUT;

      if (is != state)
        continue;
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", votum_desk_text (desk, one->juror, VOTUM_JUROR_NAME));
      if (is == PART)
        {
          g_string_append_c (names, ' ');
          /* TRANSLATORS: behind the name of a juror: marks that are missing, of those that are asked for */
          g_string_append_printf (names, _("(%u of %u marks missing)"), tally.wanted - tally.given, tally.wanted);
        }
    }

  return g_string_free (names, FALSE);
}

static void
tell_dispute (VotumDesk  *desk,
              VotumThing *juror,
              GString    *body)
{
  g_autofree char *sentence = votum_format_fill (_("Two copies hand in as %s: find out first whose ballot is here."), votum_desk_text (desk, juror, VOTUM_JUROR_NAME));

  if (votum_ballot_intake_is_disputed (votum_ballot_intake_get (desk), juror))
    g_string_append_printf (body, "\n\n%s", sentence);
}

static char *
body_of (VotumDesk  *desk,
         VotumThing *round)
{
  g_autoptr(GArray) list = votum_case_list_ballots (votum_desk_get_case (desk), round);
  g_autofree char *in = names_of (desk, list, IN);
  g_autofree char *part = names_of (desk, list, PART);
  g_autofree char *out = names_of (desk, list, OUT);
  GString *body = g_string_new (NULL);

  if (*in != '\0')
    g_string_append_printf (body, _("Handed in: %s."), in);
  if (*part != '\0')
    {
      g_string_append (body, body->len > 0 ? "\n\n" : "");
      /* TRANSLATORS: jurors whose marks are typed in, with what is missing: "Ingrid Fossheim (20 of 30 marks missing)" */
      g_string_append_printf (body, _("Not finished: %s. What is missing then cannot be given any more."), part);
    }
  if (*out != '\0')
    {
      g_string_append (body, body->len > 0 ? "\n\n" : "");
      g_string_append_printf (body, _("Not handed in: %s. What comes later is late, and needs a reason."), out);
    }
  for (guint i = 0; i < list->len; i++)
    tell_dispute (desk, g_array_index (list, VotumBallotStanding, i).juror, body);
  g_string_append_printf (body, "\n\n%s", _("All ballots are opened at once, and the log says so. It cannot be undone, nor can what was done before."));

  return g_string_free (body, FALSE);
}

/**
 * votum_open_round_ask:
 * @parent: a widget of the window that asks
 * @desk: the chair's desk
 * @round: a round that is not opened
 *
 * Says who has handed in and what opening means, and opens the round.
 */
void
votum_open_round_ask (GtkWidget  *parent,
                      VotumDesk  *desk,
                      VotumThing *round)
{
  const char *buttons[] = { "cancel", _("_Cancel"), "do", _("_Open the Round"), NULL };
  g_autofree char *name = votum_desk_name (desk, round);
  g_autofree char *heading = votum_format_fill (_("Open “%s”?"), name);
  g_autofree char *body = body_of (desk, round);
  Opening *opening = g_new0 (Opening, 1);

  opening->parent = g_object_ref (GTK_WIDGET (gtk_widget_get_root (parent)));
  opening->desk = g_object_ref (desk);
  opening->round = g_object_ref (round);
  votum_dialogs_ask (parent, heading, body, buttons, TRUE, answered_cb, opening);
}
