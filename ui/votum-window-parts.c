#include "votum-config.h"

#include "votum-window-private.h"

#include <string.h>

#include "votum-holder-page.h"
#include "votum-names.h"
#include "votum-welcome.h"
#include "votum-window-open.h"

/* What the window shows besides the case itself: the welcome, what is being opened, what did not open, whose copy it is. */

static void
cancelled_cb (VotumWindow *self)
{
  if (self->work != NULL)
    g_cancellable_cancel (self->work);
}

static void
refusal_chosen_cb (VotumWindow *self,
                   const char  *choice)
{
  votum_window_chosen (self, choice);
}

static void
holder_done_cb (VotumWindow *self)
{
  votum_window_show (self, "case");
  if (self->page != NULL)
    gtk_widget_child_focus (GTK_WIDGET (self->page), GTK_DIR_TAB_FORWARD);
}

static void
holder_look_cb (VotumWindow *self)
{
  g_autoptr(GFile) file = g_file_new_for_path (votum_case_get_path (votum_desk_get_case (self->desk)));

  /* the file is let go of before it is opened again, where no other window works at it */
  votum_window_set_desk (self, NULL);
  votum_window_open_how (self, file, VOTUM_DESK_LOOK, NULL);
}

/* Of what the window can show, it makes what it needs: a case on the command line needs no welcome. */
static GtkWidget *
make_part (VotumWindow *self,
           const char  *name)
{
  GtkWidget *part;

  if (strcmp (name, "welcome") == 0)
    return votum_welcome_new ();
  if (strcmp (name, "opening") == 0)
    {
      part = g_object_new (VOTUM_TYPE_OPENING, NULL);
      g_signal_connect_object (part, "cancelled", G_CALLBACK (cancelled_cb), self, G_CONNECT_SWAPPED);
      return part;
    }
  if (strcmp (name, "refusal") == 0)
    {
      part = g_object_new (VOTUM_TYPE_REFUSAL, NULL);
      g_signal_connect_object (part, "chosen", G_CALLBACK (refusal_chosen_cb), self, G_CONNECT_SWAPPED);
      return part;
    }
  part = g_object_new (VOTUM_TYPE_HOLDER_PAGE, NULL);
  g_signal_connect_object (part, "done", G_CALLBACK (holder_done_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (part, "look", G_CALLBACK (holder_look_cb), self, G_CONNECT_SWAPPED);

  return part;
}

static GtkWidget *
get_part (VotumWindow *self,
          const char  *name)
{
  GtkWidget *part = gtk_stack_get_child_by_name (self->stack, name);

  if (part == NULL)
    {
      part = make_part (self, name);
      gtk_stack_add_named (self->stack, part, name);
    }

  return part;
}

/**
 * votum_window_show:
 * @self: a window
 * @name: "welcome", "opening", "refusal", "holder" or "case"
 */
void
votum_window_show (VotumWindow *self,
                   const char  *name)
{
  get_part (self, name);
  votum_names_show_only (self->stack, name);
}

VotumOpening *
votum_window_get_opening (VotumWindow *self)
{
  return VOTUM_OPENING (get_part (self, "opening"));
}

VotumRefusal *
votum_window_get_refusal (VotumWindow *self)
{
  return VOTUM_REFUSAL (get_part (self, "refusal"));
}

/**
 * votum_window_set_work:
 * @self: a window
 * @file: (nullable): what is being opened, %NULL when that is over
 * @cancellable: (nullable): stops it
 */
void
votum_window_set_work (VotumWindow  *self,
                       GFile        *file,
                       GCancellable *cancellable)
{
  g_set_object (&self->opening, file);
  g_set_object (&self->work, cancellable);
}

GFile *
votum_window_get_refused (VotumWindow *self)
{
  return self->refused;
}

const char *
votum_window_get_backup (VotumWindow *self)
{
  return self->backup;
}

/**
 * votum_window_set_refused:
 * @self: a window
 * @file: what did not open
 * @backup: (nullable): path of an earlier copy of it
 */
void
votum_window_set_refused (VotumWindow *self,
                          GFile       *file,
                          const char  *backup)
{
  g_set_object (&self->refused, file);
  g_free (self->backup);
  self->backup = g_strdup (backup);
}

/**
 * votum_window_is_free:
 * @self: a window
 *
 * Returns: whether it has no case and is not about to have one
 */
gboolean
votum_window_is_free (VotumWindow *self)
{
  g_return_val_if_fail (VOTUM_IS_WINDOW (self), FALSE);

  return self->desk == NULL && self->opening == NULL;
}

gboolean
votum_window_is_opening (VotumWindow *self,
                         GFile       *file)
{
  g_return_val_if_fail (VOTUM_IS_WINDOW (self), FALSE);

  return self->opening != NULL && g_file_equal (self->opening, file);
}

/**
 * votum_window_leave:
 * @self: a window that is about to go
 *
 * Finishes the words that are being typed, and stops what nobody waits for any more.
 */
void
votum_window_leave (VotumWindow *self)
{
  g_return_if_fail (VOTUM_IS_WINDOW (self));

  if (self->desk != NULL)
    votum_desk_flush (self->desk);
  cancelled_cb (self);
}

/**
 * votum_window_take_over:
 * @self: a new window
 * @old: the window in whose place it comes
 */
void
votum_window_take_over (VotumWindow *self,
                        VotumWindow *old)
{
  int height;
  int width;

  g_return_if_fail (VOTUM_IS_WINDOW (self) && VOTUM_IS_WINDOW (old));

  gtk_window_get_default_size (GTK_WINDOW (old), &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (gtk_window_is_maximized (GTK_WINDOW (old)))
    gtk_window_maximize (GTK_WINDOW (self));
  if (old->desk != NULL)
    {
      votum_window_leave (old);
      votum_window_set_desk (self, old->desk);
      votum_window_go (self, votum_window_get_page (old), NULL);
    }
  else if (old->opening != NULL)
    {
      cancelled_cb (old);
      votum_window_open (self, old->opening, NULL);
    }
}

/**
 * votum_window_ask_holder:
 * @self: a window with a case
 *
 * Asks whose copy of the case this is.
 */
void
votum_window_ask_holder (VotumWindow *self)
{
  g_return_if_fail (VOTUM_IS_WINDOW (self));

  if (self->desk == NULL || votum_desk_get_use (self->desk) == VOTUM_DESK_COPY)
    return;
  votum_window_leave (self);
  if (votum_desk_get_use (self->desk) == VOTUM_DESK_LOOK)
    {
      g_autoptr(GFile) file = g_file_new_for_path (votum_case_get_path (votum_desk_get_case (self->desk)));

      /* whoever only looked has it open in a way that lets nobody work; it asks again by itself */
      votum_window_set_desk (self, NULL);
      votum_window_open_how (self, file, VOTUM_DESK_WORK, NULL);
      return;
    }
  votum_window_show (self, "holder");
  votum_holder_page_ask (VOTUM_HOLDER_PAGE (get_part (self, "holder")), self->desk);
}

/**
 * votum_window_forget_holder:
 * @self: a window that lets go of its case
 *
 * Lets the page that asks whose copy it is go, too: only a case that nobody looks at any more is closed.
 */
void
votum_window_forget_holder (VotumWindow *self)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->stack, "holder");

  if (page != NULL)
    votum_holder_page_ask (VOTUM_HOLDER_PAGE (page), NULL);
}
