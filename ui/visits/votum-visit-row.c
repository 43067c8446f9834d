#include "votum-config.h"

#include "votum-visit-row.h"

#include <glib/gi18n.h>

#include "votum-badge.h"
#include "votum-format.h"
#include "votum-words.h"
#include "votum-wrap.h"

struct _VotumVisitRow {
  GtkListBoxRow  parent_instance;

  GtkLabel      *name;
  GtkLabel      *time;
  VotumBadge    *badge;

  VotumDesk     *desk;
  VotumOccasion *occasion;
  guint          n_notes;
};

G_DEFINE_FINAL_TYPE (VotumVisitRow, votum_visit_row, GTK_TYPE_LIST_BOX_ROW)

static void
votum_visit_row_dispose (GObject *object)
{
  VotumVisitRow *self = VOTUM_VISIT_ROW (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->occasion);

  G_OBJECT_CLASS (votum_visit_row_parent_class)->dispose (object);
}

static void
votum_visit_row_class_init (VotumVisitRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = votum_visit_row_dispose;
}

static void
votum_visit_row_init (VotumVisitRow *self)
{
  GtkWidget *box = votum_wrap_new ();
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  self->name = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->name, 0);
  gtk_label_set_wrap (self->name, TRUE);
  gtk_label_set_wrap_mode (self->name, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (self->name, 2);
  gtk_label_set_ellipsize (self->name, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->name), "heading");
  self->time = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->time, 0);
  gtk_label_set_ellipsize (self->time, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->time), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->time), "dim-label");
  self->badge = VOTUM_BADGE (votum_badge_new ());

  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->time));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (words, box);
  gtk_widget_set_parent (GTK_WIDGET (self->badge), box);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

/* How far a visit has come, where there are no notes that would say it. */
static const char *
state_word (VotumThing *visit)
{
  if (votum_thing_is_set (visit, VOTUM_VISIT_ENDED))
    /* TRANSLATORS: of a visit: it has taken place */
    return C_("visit", "Done");
  if (votum_thing_is_set (visit, VOTUM_VISIT_STARTED))
    /* TRANSLATORS: of a visit: it takes place now */
    return C_("visit", "Under way");

  /* TRANSLATORS: of a visit: it will take place */
  return C_("visit", "Planned");
}

/* The row is read as one: whom, when, how far. */
static void
say (VotumVisitRow *self,
     const char    *state)
{
  g_autoptr(GString) spoken = g_string_new (gtk_label_get_text (self->name));

  if (gtk_widget_get_visible (GTK_WIDGET (self->time)))
    g_string_append_printf (spoken, ", %s", gtk_label_get_text (self->time));
  if (state != NULL)
    g_string_append_printf (spoken, ", %s", state);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken->str, -1);
}

static void
show_badge (VotumVisitRow *self)
{
  VotumThing *visit = votum_occasion_get_visit (self->occasion);
  g_autofree char *notes = self->n_notes > 0 ? g_strdup_printf (ngettext ("%u note", "%u notes", self->n_notes), self->n_notes) : NULL;

  const char *state = notes != NULL ? notes : visit != NULL ? state_word (visit) : NULL;

  votum_badge_set (self->badge, state, notes != NULL ? VOTUM_BADGE_PART : VOTUM_BADGE_PLAIN);
  say (self, state);
}

/**
 * votum_visit_row_new:
 * @desk: the desk
 * @occasion: what it shows
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
votum_visit_row_new (VotumDesk     *desk,
                     VotumOccasion *occasion)
{
  VotumVisitRow *self = g_object_new (VOTUM_TYPE_VISIT_ROW, NULL);

  self->desk = g_object_ref (desk);
  self->occasion = g_object_ref (occasion);
  votum_visit_row_refresh (self);

  return GTK_WIDGET (self);
}

VotumOccasion *
votum_visit_row_get_occasion (VotumVisitRow *self)
{
  g_return_val_if_fail (VOTUM_IS_VISIT_ROW (self), NULL);

  return self->occasion;
}

/**
 * votum_visit_row_refresh:
 * @self: a row
 *
 * Takes over the finalist's name and the visit's times.
 */
void
votum_visit_row_refresh (VotumVisitRow *self)
{
  VotumThing *visit = votum_occasion_get_visit (self->occasion);
  VotumThing *entrant = votum_occasion_get_entrant (self->occasion);
  const char *time = votum_occasion_get_time (self->occasion);
  g_autofree char *name = entrant != NULL ? votum_desk_name (self->desk, entrant) : g_strdup (votum_thing_get_key (visit));
  g_autofree char *when = time != NULL ? votum_format_time (time, VOTUM_TIME_SHORT) : g_strdup (_("No time yet"));
  g_autofree char *line = votum_words_capitalise (when);

  gtk_label_set_text (self->name, name);
  gtk_label_set_text (self->time, line);
  gtk_widget_set_visible (GTK_WIDGET (self->time), visit != NULL);
  show_badge (self);
}

void
votum_visit_row_set_n_notes (VotumVisitRow *self,
                             guint          n_notes)
{
  g_return_if_fail (VOTUM_IS_VISIT_ROW (self));

  if (self->n_notes == n_notes)
    return;
  self->n_notes = n_notes;
  show_badge (self);
}
