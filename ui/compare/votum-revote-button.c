#include "votum-config.h"

#include "votum-revote-button.h"

#include <glib/gi18n.h>

#include "votum-case-holder.h"
#include "votum-case-revote.h"
#include "votum-format.h"
#include "votum-words.h"

struct _VotumRevoteButton {
  AdwBin      parent_instance;

  GtkWidget  *button;

  VotumDesk  *desk;
  VotumThing *after;   /* (nullable): the round that left the tie */
  GPtrArray  *tied;    /* (nullable) */
};

G_DEFINE_FINAL_TYPE (VotumRevoteButton, votum_revote_button, ADW_TYPE_BIN)

static void
clicked_cb (VotumRevoteButton *self)
{
  VotumThing *round;
  GError *error = NULL;

  if (self->tied == NULL)
    return;
  votum_desk_flush (self->desk);
  round = votum_case_begin_revote (votum_desk_get_case (self->desk), self->after, self->tied, &error);
  if (round == NULL)
    {
      votum_desk_report (self->desk, error);
      return;
    }
  votum_desk_toast (self->desk, TRUE, _("A round for the revote is there: hand it out, or vote in it now"));
}

static void
votum_revote_button_dispose (GObject *object)
{
  VotumRevoteButton *self = VOTUM_REVOTE_BUTTON (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->after);
  g_clear_pointer (&self->tied, g_ptr_array_unref);

  G_OBJECT_CLASS (votum_revote_button_parent_class)->dispose (object);
}

static void
votum_revote_button_class_init (VotumRevoteButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = votum_revote_button_dispose;
}

static void
votum_revote_button_init (VotumRevoteButton *self)
{
  self->button = gtk_button_new_with_mnemonic (_("_Revote Among the Tied"));
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), self->button);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static gboolean
can_be (VotumRevoteButton *self,
        VotumThing        *round)
{
  VotumCase *votum_case = votum_desk_get_case (self->desk);

  return votum_case_may_begin_revote (votum_case, round, NULL) && votum_case_may_change (votum_case, VOTUM_KIND_ROUND, NULL, NULL);
}

/**
 * votum_revote_button_show:
 * @self: a button
 * @desk: the desk
 * @standing: (nullable): what is looked at; %NULL where it is not what the marks come to by the rule
 * @round: index of a round
 *
 * Offers a revote where @standing has a tie that can be voted on.
 */
void
votum_revote_button_show (VotumRevoteButton *self,
                          VotumDesk         *desk,
                          VotumStanding     *standing,
                          guint              round)
{
  VotumThing *thing = standing != NULL && round < standing->rounds->len ? g_ptr_array_index (standing->rounds, round) : NULL;
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;
  g_autofree char *tooltip = NULL;

  g_return_if_fail (VOTUM_IS_REVOTE_BUTTON (self));

  g_set_object (&self->desk, desk);
  g_clear_pointer (&self->tied, g_ptr_array_unref);
  thing = thing != NULL ? votum_case_lookup (votum_desk_get_case (desk), votum_thing_get_id (thing)) : NULL;
  g_set_object (&self->after, thing);
  if (thing != NULL && can_be (self, thing))
    self->tied = votum_standing_find_tie (standing, round);
  gtk_widget_set_visible (GTK_WIDGET (self), self->tied != NULL);
  if (self->tied == NULL)
    return;

  for (guint i = 0; i < self->tied->len; i++)
    g_ptr_array_add (names, votum_desk_name (desk, g_ptr_array_index (self->tied, i)));
  g_ptr_array_add (names, NULL);
  list = votum_words_list (votum_format_lang (), (const char *const *) names->pdata);
  /* TRANSLATORS: names of finalists */
  tooltip = g_strdup_printf (_("Adds a round in which the jury votes on %s alone"), list);
  gtk_widget_set_tooltip_text (self->button, tooltip);
}
