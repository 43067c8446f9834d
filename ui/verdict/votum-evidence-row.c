#include "votum-config.h"

#include "votum-evidence-row.h"

#include <glib/gi18n.h>

#include "votum-case-holder.h"
#include "votum-evidence-words.h"
#include "votum-search-text.h"

struct _VotumEvidenceRow {
  AdwActionRow parent_instance;

  VotumDesk   *desk;
  VotumThing  *thing;
  VotumThing  *criterion;  /* (nullable) */
  char        *folded;     /* (nullable): all that can be found of it */
  GtkImage    *state;
};

G_DEFINE_FINAL_TYPE (VotumEvidenceRow, votum_evidence_row, ADW_TYPE_ACTION_ROW)

static GdkContentProvider *
prepare_cb (VotumEvidenceRow *self,
            double            x,
            double            y,
            GtkDragSource    *source)
{
  g_autoptr(GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (self));

  /* a section is too long to be taken in whole */
  if (VOTUM_IS_SECTION (self->thing))
    return NULL;
  /* below the pointer, so that it does not hide where it would go */
  gtk_drag_source_set_icon (source, paintable, 0, 0);

  return gdk_content_provider_new_typed (VOTUM_TYPE_THING, self->thing);
}

static void
votum_evidence_row_dispose (GObject *object)
{
  VotumEvidenceRow *self = VOTUM_EVIDENCE_ROW (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->thing);
  g_clear_object (&self->criterion);
  g_clear_pointer (&self->folded, g_free);

  G_OBJECT_CLASS (votum_evidence_row_parent_class)->dispose (object);
}

static void
votum_evidence_row_class_init (VotumEvidenceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = votum_evidence_row_dispose;
}

static void
votum_evidence_row_init (VotumEvidenceRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();

  self->state = GTK_IMAGE (gtk_image_new ());
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->state));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 4);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 2);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
  gtk_drag_source_set_actions (source, GDK_ACTION_COPY);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (prepare_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
}

GtkWidget *
votum_evidence_row_new (VotumDesk  *desk,
                        VotumThing *thing,
                        VotumThing *criterion)
{
  VotumEvidenceRow *self = g_object_new (VOTUM_TYPE_EVIDENCE_ROW, NULL);

  self->desk = g_object_ref (desk);
  self->thing = g_object_ref (thing);
  g_set_object (&self->criterion, criterion);

  return GTK_WIDGET (self);
}

VotumThing *
votum_evidence_row_get_thing (VotumEvidenceRow *self)
{
  g_return_val_if_fail (VOTUM_IS_EVIDENCE_ROW (self), NULL);

  return self->thing;
}

VotumThing *
votum_evidence_row_get_criterion (VotumEvidenceRow *self)
{
  g_return_val_if_fail (VOTUM_IS_EVIDENCE_ROW (self), NULL);

  return self->criterion;
}

/**
 * votum_evidence_row_set_state:
 * @self: a row
 * @taken: whether the text rests on it
 * @confidential: whether it may not be quoted any more
 * @named: whether the finalist is named, because the text is about several
 *
 * Shows the evidence as it is now.
 */
void
votum_evidence_row_set_state (VotumEvidenceRow *self,
                              gboolean          taken,
                              gboolean          confidential,
                              gboolean          named)
{
  g_autofree char *title = votum_evidence_title (self->desk, self->thing);
  g_autofree char *whose = named ? votum_evidence_whose (self->desk, self->thing) : NULL;
  g_autofree char *own = votum_evidence_kind (self->desk, self->thing);
  g_autofree char *kind = whose != NULL ? g_strdup_printf ("%s · %s", whose, own) : g_strdup (own);
  /* TRANSLATORS: what a note is and that the text rests on it: "Strength · Culture · taken in" */
  g_autofree char *subtitle = confidential ? g_strdup_printf (_("%s · taken in, does not hold any more"), kind)
                              : taken      ? g_strdup_printf (_("%s · taken in"), kind) : g_strdup (kind);
  gboolean section = VOTUM_IS_SECTION (self->thing);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  gtk_image_set_from_icon_name (self->state, confidential ? "dialog-warning-symbolic" : section ? "go-next-symbolic"
                                             : taken ? "object-select-symbolic" : "list-add-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), section ? _("Read it, and choose the words to take in")
                                                  : taken ? _("Take it out of the text again")
                                                          : _("Take it into the text; or drag it to its place there"));
  g_clear_pointer (&self->folded, g_free);
}

/**
 * votum_evidence_row_matches:
 * @self: a row
 * @words: (array zero-terminated=1): what is looked for, folded
 * @kind: the #VotumKind that is to be shown, or -1
 *
 * Returns: whether it is among what is looked for
 */
gboolean
votum_evidence_row_matches (VotumEvidenceRow  *self,
                            const char *const *words,
                            int                kind)
{
  if (kind >= 0 && (int) votum_thing_get_kind (self->thing) != kind)
    return FALSE;
  if (words == NULL || words[0] == NULL)
    return TRUE;
  if (self->folded == NULL)
    {
      VotumCase *votum_case = votum_desk_get_case (self->desk);
      g_autofree char *text = votum_case_may_see (votum_case, self->thing)
                                ? votum_case_evidence_text (votum_case, self->thing, votum_desk_get_lang (self->desk)) : g_strdup ("");
      g_autofree char *criterion = self->criterion != NULL ? votum_desk_name (self->desk, self->criterion) : g_strdup ("");
      g_autofree char *all = g_strdup_printf ("%s\n%s\n%s\n%s", adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)),
                                              adw_action_row_get_subtitle (ADW_ACTION_ROW (self)), text, criterion);

      self->folded = votum_search_fold (all);
    }

  return votum_search_matches (self->folded, words);
}
