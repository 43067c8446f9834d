#include "votum-config.h"

#include "votum-ballot-keys.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-case-keys.h"
#include "votum-dialogs.h"
#include "votum-error.h"

/* What protects the ballots, in words of people who need not know what a key is. */

typedef struct {
  GtkWidget *parent;          /* the window */
  VotumDesk *desk;
  char *heading;
  char *body;
  char *button;
  VotumUnlockedFunc func;     /* (nullable) */
  GDestroyNotify done;        /* (nullable): called when it is over */
  gpointer data;
  VotumKeyOwner owner;        /* whose passphrase is set */
  char *old_passphrase;       /* (nullable) */
  gboolean take_away;
  GtkWindow *wait;            /* (nullable): a weak pointer */
  GCancellable *cancellable;
} Asking;

static Asking *
asking_new (GtkWidget *parent,
            VotumDesk *desk)
{
  Asking *asking = g_new0 (Asking, 1);

  asking->parent = g_object_ref (GTK_WIDGET (gtk_widget_get_root (parent)));
  asking->desk = g_object_ref (desk);
  asking->cancellable = g_cancellable_new ();

  return asking;
}

static void
asking_free (Asking *asking)
{
  if (asking->old_passphrase != NULL)
    explicit_bzero (asking->old_passphrase, strlen (asking->old_passphrase));
  g_clear_weak_pointer (&asking->wait);
  g_object_unref (asking->parent);
  g_object_unref (asking->desk);
  g_object_unref (asking->cancellable);
  g_free (asking->heading);
  g_free (asking->body);
  g_free (asking->button);
  g_free (asking->old_passphrase);
  if (asking->done != NULL)
    asking->done (asking->data);
  g_free (asking);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asking, asking_free)

static void
begin_wait (Asking     *asking,
            const char *heading)
{
  g_set_weak_pointer (&asking->wait, votum_dialogs_wait (asking->parent, heading, asking->cancellable));
}

/* Whether somebody still waits for it. */
static gboolean
end_wait (Asking *asking)
{
  if (asking->wait != NULL && !g_cancellable_is_cancelled (asking->cancellable))
    gtk_window_destroy (asking->wait);

  return !g_cancellable_is_cancelled (asking->cancellable) && gtk_window_get_application (GTK_WINDOW (asking->parent)) != NULL;
}

/* ---- giving the passphrase ---- */

static void ask_to_unlock (Asking *asking, const char *body);

static void
unlocked_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr(Asking) asking = data;
  g_autoptr(GError) error = NULL;
  gboolean unlocked = votum_case_unlock_finish (VOTUM_CASE (source), result, &error);
  gboolean wanted = end_wait (asking);

  if (!wanted && unlocked)
    votum_case_forget_passphrase (VOTUM_CASE (source));
  if (wanted && g_error_matches (error, VOTUM_ERROR, VOTUM_ERROR_PASSPHRASE))
    {
      g_autofree char *body = g_strdup_printf ("%s\n\n%s", error->message, asking->body);

      ask_to_unlock (g_steal_pointer (&asking), body);
      return;
    }
  if (wanted && error != NULL)
    votum_desk_report (asking->desk, g_steal_pointer (&error));
  asking->func (wanted && unlocked, asking->data);
}

static void
passphrase_cb (const char *answer,
               const char *text,
               gpointer    data)
{
  g_autoptr(Asking) asking = data;
  VotumCase *votum_case = votum_desk_get_case (asking->desk);

  if (strcmp (answer, "do") != 0)
    {
      asking->func (FALSE, asking->data);
      return;
    }
  begin_wait (asking, _("Checking the Passphrase"));
  votum_case_unlock_async (votum_case, text, unlocked_cb, g_steal_pointer (&asking));
}

static void
ask_to_unlock (Asking     *asking,
               const char *body)
{
  votum_dialogs_ask_passphrase (asking->parent, asking->heading, body, asking->button, FALSE, passphrase_cb, asking);
}

/**
 * votum_ballot_keys_unlock:
 * @parent: a widget of the window that asks
 * @desk: the chair's desk
 * @heading: what is about to be done
 * @body: what the passphrase is needed for
 * @button: label of the button that does it
 * @func: (scope async): gets to know whether ballots can be unsealed
 * @data: for @func
 *
 * Asks for the passphrase that protects the ballots, where there is one and it has not been given; again, where it was not the
 * right one.
 */
void
votum_ballot_keys_unlock (GtkWidget         *parent,
                          VotumDesk         *desk,
                          const char        *heading,
                          const char        *body,
                          const char        *button,
                          VotumUnlockedFunc  func,
                          gpointer           data)
{
  Asking *asking;

  if (votum_case_can_unseal (votum_desk_get_case (desk)) || !votum_case_key_is_protected (votum_desk_get_case (desk), VOTUM_KEY_CHAIR))
    {
      func (TRUE, data);
      return;
    }
  asking = asking_new (parent, desk);
  asking->heading = g_strdup (heading);
  asking->body = g_strdup (body);
  asking->button = g_strdup (button);
  asking->func = func;
  asking->data = data;
  ask_to_unlock (asking, body);
}

/* ---- setting it ---- */

static void ask_for_old (Asking *asking, const char *body);

static void
set_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      data)
{
  g_autoptr(Asking) asking = data;
  g_autoptr(GError) error = NULL;
  gboolean wanted = end_wait (asking);

  /* what nobody waits for any more is not written */
  if (!wanted)
    return;
  votum_case_set_passphrase_finish (VOTUM_CASE (source), result, &error);
  if (g_error_matches (error, VOTUM_ERROR, VOTUM_ERROR_PASSPHRASE))
    {
      ask_for_old (g_steal_pointer (&asking), error->message);
      return;
    }
  if (votum_desk_report (asking->desk, g_steal_pointer (&error)))
    votum_desk_toast (asking->desk, FALSE, "%s",
                      asking->take_away                    ? _("The ballots are protected by this file alone")
                      : asking->owner == VOTUM_KEY_DEPUTY ? _("The deputy’s passphrase opens the ballots as well")
                                                           : _("The ballots are protected by the passphrase"));
}

static void
set_passphrase (Asking     *asking,
                const char *passphrase)
{
  begin_wait (asking, asking->take_away ? _("Taking the Passphrase Away") : _("Setting the Passphrase"));
  votum_case_set_passphrase_async (votum_desk_get_case (asking->desk), asking->owner, asking->old_passphrase, passphrase, set_cb, asking);
}

static void
new_cb (const char *answer,
        const char *text,
        gpointer    data)
{
  g_autoptr(Asking) asking = data;
  GError *error = NULL;

  if (strcmp (answer, "do") != 0)
    return;
  votum_case_make_key (votum_desk_get_case (asking->desk), asking->owner, NULL, &error);
  if (votum_desk_report (asking->desk, error))
    set_passphrase (g_steal_pointer (&asking), text);
}

static void
ask_for_new (Asking *asking)
{
  if (asking->owner == VOTUM_KEY_DEPUTY)
    votum_dialogs_ask_passphrase (asking->parent, _("A Passphrase for Your Deputy"),
                                  _("Let your deputy type it here, and keep it. It opens the ballots in this case, and in every copy of it, as yours does: when "
                                    "you are away, or have forgotten yours. It is for jurors who are handed the case from now on."),
                                  _("_Set"), TRUE, new_cb, asking);
  else
    votum_dialogs_ask_passphrase (asking->parent, _("A Passphrase for the Ballots"),
                                  _("Whoever gets hold of this case then cannot open the ballots without it. Nor can you, and nobody can help: write it "
                                    "down, and keep it away from the case."),
                                  _("_Set"), TRUE, new_cb, asking);
}

static void
old_cb (const char *answer,
        const char *text,
        gpointer    data)
{
  g_autoptr(Asking) asking = data;

  if (strcmp (answer, "do") != 0)
    return;
  g_free (asking->old_passphrase);
  asking->old_passphrase = g_strdup (text);
  if (asking->take_away)
    set_passphrase (g_steal_pointer (&asking), NULL);
  else
    ask_for_new (g_steal_pointer (&asking));
}

static void
ask_for_old (Asking     *asking,
             const char *body)
{
  votum_dialogs_ask_passphrase (asking->parent,
                                asking->owner == VOTUM_KEY_DEPUTY ? _("The Passphrase That Your Deputy Has Now") : _("The Passphrase That the Ballots Have Now"), body, asking->take_away ? _("_Take Away") : _("_Go On"),
                                FALSE, old_cb, asking);
}

static void
what_cb (const char *answer,
         const char *text,
         gpointer    data)
{
  g_autoptr(Asking) asking = data;

  if (strcmp (answer, "cancel") == 0)
    return;
  asking->take_away = strcmp (answer, "take-away") == 0;
  ask_for_old (g_steal_pointer (&asking), NULL);
}

/**
 * votum_ballot_keys_change:
 * @parent: a widget of the window that asks
 * @desk: the chair's desk
 * @done: (scope async): called when it is over, whatever was done
 * @data: for @done
 *
 * Sets the passphrase that protects the ballots, changes it or takes it away.
 */
void
votum_ballot_keys_change (GtkWidget      *parent,
                          VotumDesk      *desk,
                          GDestroyNotify  done,
                          gpointer        data)
{
  const char *buttons[] = { "cancel", _("_Cancel"), "take-away", _("_Take It Away"), "change", _("_Change It"), NULL };
  Asking *asking = asking_new (parent, desk);

  asking->done = done;
  asking->data = data;
  if (!votum_case_key_is_protected (votum_desk_get_case (desk), VOTUM_KEY_CHAIR))
    ask_for_new (asking);
  else
    votum_dialogs_ask (parent, _("The Ballots Have a Passphrase"), _("It is asked for when ballots are taken in and when the round is opened."),
                       buttons, FALSE, what_cb, asking);
}

/**
 * votum_ballot_keys_change_deputy:
 * @parent: a widget of the window that asks
 * @desk: the chair's desk
 * @done: (scope async): called when it is over, whatever was done
 * @data: for @done
 *
 * Sets the passphrase by which the deputy opens ballots, or changes it.
 */
void
votum_ballot_keys_change_deputy (GtkWidget      *parent,
                                 VotumDesk      *desk,
                                 GDestroyNotify  done,
                                 gpointer        data)
{
  Asking *asking = asking_new (parent, desk);

  asking->owner = VOTUM_KEY_DEPUTY;
  asking->done = done;
  asking->data = data;
  if (votum_case_key_is_protected (votum_desk_get_case (desk), VOTUM_KEY_DEPUTY))
    ask_for_old (asking, NULL);
  else
    ask_for_new (asking);
}
