#include "votum-config.h"

#include "votum-language-switch.h"

#include <glib/gi18n.h>

#include "votum-format.h"
#include "votum-language-names.h"

struct _VotumLanguageSwitch {
  GtkWidget            parent_instance;

  VotumCriteriaEditor *editor;
  GPtrArray           *things;   /* of VotumThing: whose texts are counted */
  GtkWidget           *box;
  char                *shown;    /* the languages that have buttons */
  gboolean             updating;
};

G_DEFINE_FINAL_TYPE (VotumLanguageSwitch, votum_language_switch, GTK_TYPE_WIDGET)

/* Texts that there are in some language but not in this one. */
static guint
count_missing (VotumLanguageSwitch *self,
               const char          *lang)
{
  guint n = 0;

  for (guint i = 0; self->things != NULL && i < self->things->len; i++)
    {
      VotumThing *thing = g_ptr_array_index (self->things, i);
      const VotumThingInfo *info = votum_thing_get_info (thing);

      for (guint field = 0; field < info->n_fields; field++)
        if (info->fields[field].type == VOTUM_FIELD_TEXTS && votum_thing_is_set (thing, field) &&
            votum_texts_lookup (votum_thing_get_texts (thing, field), lang) == NULL)
          n++;
    }

  return n;
}

static void
show_button (VotumLanguageSwitch *self,
             GtkWidget           *button)
{
  const char *lang = g_object_get_data (G_OBJECT (button), "votum-lang");
  GtkWidget *sign = g_object_get_data (G_OBJECT (button), "votum-sign");
  guint n = count_missing (self, lang);
  const char *name = votum_language_name (lang);
  g_autofree char *text = NULL;
  g_autofree char *count = g_strdup_printf ("%u", n);

  if (n == 0)
    text = g_strdup_printf (_("%s: complete"), name);
  else
    text = g_strdup_printf (ngettext ("%s: %u text is missing", "%s: %u texts are missing", n), name, n);
  gtk_widget_set_visible (sign, n > 0);
  gtk_label_set_text (GTK_LABEL (sign), count);
  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), g_strcmp0 (lang, votum_criteria_editor_get_lang (self->editor)) == 0);
}

static void
toggled_cb (VotumLanguageSwitch *self,
            GtkToggleButton     *button)
{
  if (self->updating || !gtk_toggle_button_get_active (button))
    return;
  votum_criteria_editor_set_lang (self->editor, g_object_get_data (G_OBJECT (button), "votum-lang"));
}

static void
add_button (VotumLanguageSwitch *self,
            const char          *lang)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *sign = gtk_label_new (NULL);
  GtkWidget *first = gtk_widget_get_first_child (self->box);

  gtk_widget_add_css_class (sign, "missing");
  gtk_box_append (GTK_BOX (content), gtk_label_new (*lang != '\0' ? lang : "–"));
  gtk_box_append (GTK_BOX (content), sign);
  gtk_button_set_child (GTK_BUTTON (button), content);
  g_object_set_data_full (G_OBJECT (button), "votum-lang", g_strdup (lang), g_free);
  g_object_set_data (G_OBJECT (button), "votum-sign", sign);
  if (first != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (first));
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), button);
}

static void
show_all (VotumLanguageSwitch *self)
{
  g_auto(GStrv) langs = votum_criteria_editor_langs (self->editor);
  g_autofree char *joined = g_strjoinv (" ", langs);
  GtkWidget *child;

  self->updating = TRUE;
  if (g_strcmp0 (joined, self->shown) != 0)
    {
      while ((child = gtk_widget_get_first_child (self->box)) != NULL)
        gtk_box_remove (GTK_BOX (self->box), child);
      for (guint i = 0; langs[i] != NULL; i++)
        add_button (self, langs[i]);
      g_free (self->shown);
      self->shown = g_steal_pointer (&joined);
      gtk_widget_set_visible (GTK_WIDGET (self), g_strv_length (langs) > 1);
    }
  for (child = gtk_widget_get_first_child (self->box); child != NULL; child = gtk_widget_get_next_sibling (child))
    show_button (self, child);
  self->updating = FALSE;
}

static void
votum_language_switch_dispose (GObject *object)
{
  VotumLanguageSwitch *self = VOTUM_LANGUAGE_SWITCH (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->things, g_ptr_array_unref);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (votum_language_switch_parent_class)->dispose (object);
}

static void
votum_language_switch_finalize (GObject *object)
{
  g_free (VOTUM_LANGUAGE_SWITCH (object)->shown);

  G_OBJECT_CLASS (votum_language_switch_parent_class)->finalize (object);
}

static void
votum_language_switch_class_init (VotumLanguageSwitchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = votum_language_switch_dispose;
  G_OBJECT_CLASS (klass)->finalize = votum_language_switch_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
votum_language_switch_init (VotumLanguageSwitch *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->box, "linked");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Language of the texts"), -1);
}

void
votum_language_switch_set_editor (VotumLanguageSwitch *self,
                                  VotumCriteriaEditor *editor)
{
  self->editor = g_object_ref (editor);
  g_signal_connect_object (editor, "notify::lang", G_CALLBACK (show_all), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (votum_criteria_editor_get_case (editor), "changed", G_CALLBACK (show_all), self, G_CONNECT_SWAPPED);
  show_all (self);
}

/**
 * votum_language_switch_set_things:
 * @self: a switch
 * @things: (nullable) (element-type VotumThing): whose missing texts are told
 */
void
votum_language_switch_set_things (VotumLanguageSwitch *self,
                                  GPtrArray           *things)
{
  g_clear_pointer (&self->things, g_ptr_array_unref);
  if (things != NULL)
    self->things = g_ptr_array_ref (things);
  show_all (self);
}

/**
 * votum_criteria_editor_langs:
 * @self: an editor
 *
 * Returns: (transfer full) (array zero-terminated=1): the languages of the award; where it says none, those its name is in;
 *   at least one
 */
char **
votum_criteria_editor_langs (VotumCriteriaEditor *self)
{
  VotumThing *award = votum_case_get_award (votum_criteria_editor_get_case (self));
  const char *languages = award != NULL ? votum_thing_get_text (award, VOTUM_AWARD_LANGUAGES) : NULL;
  VotumTexts *names = award != NULL ? votum_thing_get_texts (award, VOTUM_AWARD_NAME) : NULL;
  g_auto(GStrv) words = g_strsplit (languages != NULL ? languages : "", " ", -1);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  gboolean any = FALSE;

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      {
        g_strv_builder_add (builder, words[i]);
        any = TRUE;
      }
  for (guint i = 0; !any && names != NULL && i < votum_texts_size (names); i++)
    g_strv_builder_add (builder, votum_texts_lang (names, i));
  if (!any && (names == NULL || votum_texts_size (names) == 0))
    g_strv_builder_add (builder, votum_format_lang ());

  return g_strv_builder_end (builder);
}
