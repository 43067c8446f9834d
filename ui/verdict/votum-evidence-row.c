#include "votum-config.h"

#include "votum-evidence-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-format.h"
#include "votum-note-words.h"
#include "votum-words.h"

struct _VotumEvidenceRow {
  AdwActionRow parent_instance;

  VotumThing  *thing;
  GtkWidget   *check;
};

G_DEFINE_FINAL_TYPE (VotumEvidenceRow, votum_evidence_row, ADW_TYPE_ACTION_ROW)

static char *
measure_text (VotumDesk  *desk,
              VotumThing *measure,
              const char *lang)
{
  VotumCase *votum_case = votum_desk_get_case (desk);
  VotumThing *indicator = votum_case_lookup (votum_case, votum_thing_get_ref (measure, VOTUM_MEASURE_INDICATOR));
  g_autofree char *canonical = votum_thing_field_to_text (measure, VOTUM_MEASURE_VALUE);
  g_autofree char *value = votum_words_number (lang, canonical);
  const char *unit = votum_thing_get_text (indicator, VOTUM_INDICATOR_UNIT);

  gboolean is_range = unit != NULL && strpbrk (unit, "0123456789") != NULL;

  return g_strdup_printf ("%s: %s%s%s%s", votum_texts_get (votum_thing_get_texts (indicator, VOTUM_INDICATOR_NAME), lang), value,
                          unit == NULL ? "" : is_range ? " (" : "\u00a0", unit != NULL ? unit : "", is_range ? ")" : "");
}

/**
 * votum_evidence_sentence:
 * @desk: a desk
 * @thing: a note or a measure
 * @lang: the language of the text
 *
 * Returns: (transfer full): a sentence to begin with; whoever takes it in writes it into the text
 */
char *
votum_evidence_sentence (VotumDesk  *desk,
                         VotumThing *thing,
                         const char *lang)
{
  g_autofree char *text = VOTUM_IS_NOTE (thing) ? g_strdup (votum_thing_get_text (thing, VOTUM_NOTE_TEXT)) : measure_text (desk, thing, lang);
  gunichar last = *text != '\0' ? g_utf8_get_char (g_utf8_prev_char (text + strlen (text))) : 0;

  if (last == '.' || last == '!' || last == '?' || last == 0xbb || last == 0x201d)
    return g_steal_pointer (&text);

  return g_strconcat (text, ".", NULL);
}

static void
votum_evidence_row_dispose (GObject *object)
{
  g_clear_object (&VOTUM_EVIDENCE_ROW (object)->thing);

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
  self->check = gtk_image_new ();
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->check);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 3);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
}

GtkWidget *
votum_evidence_row_new (VotumDesk  *desk,
                        VotumThing *thing)
{
  VotumEvidenceRow *self = g_object_new (VOTUM_TYPE_EVIDENCE_ROW, NULL);
  g_autofree char *title = NULL;
  g_autofree char *kind = NULL;

  self->thing = g_object_ref (thing);
  if (VOTUM_IS_NOTE (thing))
    {
      VotumThing *criterion = votum_case_lookup (votum_desk_get_case (desk), votum_thing_get_ref (thing, VOTUM_NOTE_CRITERION));

      title = g_strdup (votum_thing_get_text (thing, VOTUM_NOTE_TEXT));
      kind = criterion != NULL ? g_strdup_printf ("%s · %s", votum_note_kind_word (votum_thing_get_choice (thing, VOTUM_NOTE_KIND)), votum_desk_text (desk, criterion, VOTUM_CRITERION_NAME))
                               : g_strdup (votum_note_kind_word (votum_thing_get_choice (thing, VOTUM_NOTE_KIND)));
    }
  else
    {
      title = measure_text (desk, thing, votum_desk_get_lang (desk));
      kind = g_strdup (_("Measure"));
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  g_object_set_data_full (G_OBJECT (self), "kind", g_steal_pointer (&kind), g_free);
  votum_evidence_row_set_taken (self, FALSE);

  return GTK_WIDGET (self);
}

VotumThing *
votum_evidence_row_get_thing (VotumEvidenceRow *self)
{
  g_return_val_if_fail (VOTUM_IS_EVIDENCE_ROW (self), NULL);

  return self->thing;
}

/**
 * votum_evidence_row_set_taken:
 * @self: a row
 * @taken: whether the text rests on it
 */
void
votum_evidence_row_set_taken (VotumEvidenceRow *self,
                              gboolean          taken)
{
  const char *kind = g_object_get_data (G_OBJECT (self), "kind");
  /* TRANSLATORS: what a note is and that the text rests on it: "Strength · Culture · taken in" */
  g_autofree char *subtitle = taken ? g_strdup_printf (_("%s · taken in"), kind) : g_strdup (kind);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->check), taken ? "object-select-symbolic" : "list-add-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), taken ? _("Take it out of the text again") : _("Take it into the text"));
}
