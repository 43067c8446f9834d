#include "votum-config.h"

#include "votum-juror-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "votum-badge.h"
#include "votum-case-holder.h"
#include "votum-case-progress.h"
#include "votum-jury-words.h"
#include "votum-things.h"

struct _VotumJurorRow {
  GtkListBoxRow parent_instance;

  AdwAvatar    *avatar;
  GtkLabel     *name_label;
  GtkLabel     *roles_label;
  VotumBadge   *progress_badge;

  VotumDesk    *desk;
  VotumThing   *juror;
};

G_DEFINE_FINAL_TYPE (VotumJurorRow, votum_juror_row, GTK_TYPE_LIST_BOX_ROW)

static void
votum_juror_row_dispose (GObject *object)
{
  VotumJurorRow *self = VOTUM_JUROR_ROW (object);

  g_clear_object (&self->juror);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (votum_juror_row_parent_class)->dispose (object);
}

static void
votum_juror_row_class_init (VotumJurorRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_juror_row_dispose;

  g_type_ensure (VOTUM_TYPE_BADGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-juror-row.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumJurorRow, avatar);
  gtk_widget_class_bind_template_child (widget_class, VotumJurorRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, VotumJurorRow, roles_label);
  gtk_widget_class_bind_template_child (widget_class, VotumJurorRow, progress_badge);
}

static void
votum_juror_row_init (VotumJurorRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
votum_juror_row_new (VotumDesk  *desk,
                     VotumThing *juror)
{
  VotumJurorRow *self = g_object_new (VOTUM_TYPE_JUROR_ROW, NULL);

  self->desk = g_object_ref (desk);
  self->juror = g_object_ref (juror);
  votum_juror_row_update (self);

  return GTK_WIDGET (self);
}

VotumThing *
votum_juror_row_get_juror (VotumJurorRow *self)
{
  return self->juror;
}

/**
 * votum_juror_row_update:
 * @self: a row
 *
 * Brings the row into line with the case.
 */
void
votum_juror_row_update (VotumJurorRow *self)
{
  VotumCase *votum_case = votum_desk_get_case (self->desk);
  VotumThing *round = votum_case_current_round (votum_case);
  const char *name = votum_desk_text (self->desk, self->juror, VOTUM_JUROR_NAME);
  g_autofree char *roles = votum_jury_roles (self->juror);
  g_autofree char *progress = NULL;
  g_autofree char *said = NULL;
  VotumTally tally = { 0 };

  /* how far the others have come is not known in a juror's copy */
  if (round != NULL && (votum_case_sees_all (votum_case) || votum_case_get_holder (votum_case) == self->juror))
    votum_case_tally_juror (votum_case, round, self->juror, &tally);
  if (tally.wanted > 0)
    progress = g_strdup_printf (_("%u of %u"), tally.given, tally.wanted);
  adw_avatar_set_text (self->avatar, name);
  gtk_label_set_text (self->name_label, name);
  gtk_label_set_text (self->roles_label, *roles != '\0' ? roles : _("No role"));
  votum_badge_set (self->progress_badge, progress,
                   tally.given >= tally.wanted ? VOTUM_BADGE_DONE
                   : tally.given > 0           ? VOTUM_BADGE_PART
                                               : VOTUM_BADGE_PLAIN);
  if (progress != NULL)
    /* TRANSLATORS: for a screen reader: name, roles, how many marks are given */
    said = g_strdup_printf (_("%s, %s, %s marks"), name, roles, progress);
  else
    said = g_strdup_printf ("%s, %s", name, roles);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
}
