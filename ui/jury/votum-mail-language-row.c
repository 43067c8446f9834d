#include "votum-config.h"

#include "votum-mail-language-row.h"

#include <glib/gi18n.h>

#include "votum-case-edit.h"
#include "votum-language-names.h"
#include "votum-things.h"
#include "votum-words.h"

struct _VotumMailLanguageRow {
  AdwComboRow  parent_instance;

  VotumDesk   *desk;
  VotumThing  *juror;
  gboolean     setting;
};

G_DEFINE_FINAL_TYPE (VotumMailLanguageRow, votum_mail_language_row, ADW_TYPE_COMBO_ROW)

static void
show (VotumMailLanguageRow *self)
{
  const char *tag = votum_thing_get_text (self->juror, VOTUM_JUROR_MAIL_LANGUAGE);
  const char *const *written = votum_words_langs ();
  guint place = 0;

  /* the first choice is none of them */
  for (guint i = 0; written[i] != NULL; i++)
    if (g_strcmp0 (written[i], tag) == 0)
      place = i + 1;
  self->setting = TRUE;
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), place);
  self->setting = FALSE;
}

static void
selected_cb (VotumMailLanguageRow *self)
{
  guint place = adw_combo_row_get_selected (ADW_COMBO_ROW (self));
  const char *tag = place > 0 && place != GTK_INVALID_LIST_POSITION ? votum_words_langs ()[place - 1] : NULL;
  GError *error = NULL;

  if (self->setting || self->juror == NULL || g_strcmp0 (tag, votum_thing_get_text (self->juror, VOTUM_JUROR_MAIL_LANGUAGE)) == 0)
    return;
  votum_case_edit (votum_desk_get_case (self->desk), self->juror, VOTUM_JUROR_MAIL_LANGUAGE, tag, NULL, &error);
  if (!votum_desk_report (self->desk, error))
    show (self);
}

static void
votum_mail_language_row_dispose (GObject *object)
{
  VotumMailLanguageRow *self = VOTUM_MAIL_LANGUAGE_ROW (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->juror);

  G_OBJECT_CLASS (votum_mail_language_row_parent_class)->dispose (object);
}

static void
votum_mail_language_row_class_init (VotumMailLanguageRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = votum_mail_language_row_dispose;
}

static void
votum_mail_language_row_init (VotumMailLanguageRow *self)
{
  const char *const *written = votum_words_langs ();
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  /* TRANSLATORS: of the languages of an award, the first one: that is what mails to a juror are written in, if nothing else is said */
  gtk_string_list_append (names, _("The award’s first"));
  for (guint i = 0; written[i] != NULL; i++)
    gtk_string_list_append (names, votum_language_name (written[i]));
  self->setting = TRUE;
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (names));
  self->setting = FALSE;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _("Language of mails"));
  g_signal_connect_object (self, "notify::selected", G_CALLBACK (selected_cb), self, 0);
}

/**
 * votum_mail_language_row_new:
 * @desk: a desk
 * @juror: a juror
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
votum_mail_language_row_new (VotumDesk  *desk,
                             VotumThing *juror)
{
  VotumMailLanguageRow *self = g_object_new (VOTUM_TYPE_MAIL_LANGUAGE_ROW, NULL);

  self->desk = g_object_ref (desk);
  self->juror = g_object_ref (juror);
  show (self);
  /* an undo changes it too */
  g_signal_connect_object (juror, "notify::mail-language", G_CALLBACK (show), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
