#include "votum-config.h"

#include "votum-finalist-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "votum-badge.h"
#include "votum-finalist-words.h"
#include "votum-long-list.h"
#include "votum-things.h"

struct _VotumFinalistRow {
  GtkWidget   parent_instance;

  AdwAvatar  *avatar;
  GtkLabel   *name_label;
  GtkLabel   *subtitle_label;
  VotumBadge *state_badge;
  VotumBadge *progress_badge;

  VotumDesk  *desk;
  VotumThing *entrant;   /* (nullable): the row is not in use */
};

G_DEFINE_FINAL_TYPE (VotumFinalistRow, votum_finalist_row, GTK_TYPE_WIDGET)

/* Withdrawn or disqualified, or that whoever holds this copy stands aside. */
static char *
show_state (VotumFinalistRow *self)
{
  VotumThing *recusal = votum_finalist_own_recusal (self->desk, self->entrant);
  g_autofree char *word = NULL;

  if (votum_finalist_is_out (self->entrant))
    {
      word = g_strdup (votum_finalist_status_word (votum_thing_get_choice (self->entrant, VOTUM_ENTRANT_STATUS)));
      votum_badge_set (self->state_badge, word, VOTUM_BADGE_PLAIN);
    }
  else if (recusal != NULL)
    {
      word = g_strdup (votum_thing_get_choice (recusal, VOTUM_RECUSAL_DEGREE) == VOTUM_RECUSAL_DEGREE_DECLARED_ONLY ? _("Declared")
                                                                                                                    : _("Recused"));
      votum_badge_set (self->state_badge, word, VOTUM_BADGE_WARNING);
    }
  else
    {
      votum_badge_set (self->state_badge, NULL, VOTUM_BADGE_PLAIN);
    }

  return g_steal_pointer (&word);
}

static void
refresh (VotumFinalistRow *self)
{
  VotumBadgeStyle style = VOTUM_BADGE_PLAIN;
  g_autofree char *name = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *state = NULL;
  g_autofree char *progress = NULL;
  g_autoptr(GString) said = NULL;

  if (self->entrant == NULL)
    return;

  name = votum_desk_name (self->desk, self->entrant);
  subtitle = votum_finalist_describe (self->desk, self->entrant);
  state = show_state (self);
  progress = votum_finalist_progress_word (self->desk, self->entrant, &style, NULL);
  adw_avatar_set_text (self->avatar, name);
  gtk_label_set_text (self->name_label, name);
  gtk_label_set_text (self->subtitle_label, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle_label), *subtitle != '\0');
  votum_badge_set (self->progress_badge, progress, style);
  if (votum_finalist_is_out (self->entrant))
    gtk_widget_add_css_class (GTK_WIDGET (self), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "dim-label");

  said = g_string_new (name);
  if (*subtitle != '\0')
    g_string_append_printf (said, ", %s", subtitle);
  if (state != NULL)
    g_string_append_printf (said, ", %s", state);
  if (progress != NULL)
    g_string_append_printf (said, ", %s", progress);
  votum_long_list_name (GTK_WIDGET (self), said->str);
}

static gboolean
concerns (VotumFinalistRow *self,
          VotumChanges     *changes)
{
  const VotumMarks *marks[] = { votum_changes_old_marks (changes), votum_changes_new_marks (changes) };
  gint64 id = votum_thing_get_id (self->entrant);

  for (guint i = 0; i < votum_changes_n_things (changes); i++)
    {
      const VotumThingChange *change = votum_changes_get (changes, i);
      VotumThing *thing = change->new_thing != NULL ? change->new_thing : change->old_thing;

      if (!VOTUM_IS_NOTE (thing) && !VOTUM_IS_QUESTION (thing) && !VOTUM_IS_SECTION (thing) && !VOTUM_IS_CITATION (thing))
        return TRUE;
    }
  for (guint side = 0; side < G_N_ELEMENTS (marks); side++)
    for (guint i = 0; i < votum_marks_size (marks[side]); i++)
      if (votum_marks_get (marks[side], i)->entrant == id)
        return TRUE;

  /* nothing but the log: another holder, who may see other things */
  return votum_changes_is_empty (changes);
}

static void
changed_cb (VotumFinalistRow *self,
            VotumChanges     *changes)
{
  if (self->entrant != NULL && concerns (self, changes))
    refresh (self);
}

static void
votum_finalist_row_dispose (GObject *object)
{
  VotumFinalistRow *self = VOTUM_FINALIST_ROW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->entrant);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (votum_finalist_row_parent_class)->dispose (object);
}

static void
votum_finalist_row_class_init (VotumFinalistRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_finalist_row_dispose;

  g_type_ensure (VOTUM_TYPE_BADGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-finalist-row.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumFinalistRow, avatar);
  gtk_widget_class_bind_template_child (widget_class, VotumFinalistRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, VotumFinalistRow, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, VotumFinalistRow, state_badge);
  gtk_widget_class_bind_template_child (widget_class, VotumFinalistRow, progress_badge);
}

static void
votum_finalist_row_init (VotumFinalistRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
votum_finalist_row_new (VotumDesk *desk)
{
  VotumFinalistRow *self = g_object_new (VOTUM_TYPE_FINALIST_ROW, NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (votum_desk_get_case (desk), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * votum_finalist_row_set_entrant:
 * @self: a row
 * @entrant: (nullable): whom it shows
 */
void
votum_finalist_row_set_entrant (VotumFinalistRow *self,
                                VotumThing       *entrant)
{
  g_return_if_fail (VOTUM_IS_FINALIST_ROW (self));

  g_set_object (&self->entrant, entrant);
  refresh (self);
}
