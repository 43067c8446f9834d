#include "votum-config.h"

#include "votum-award-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "votum-binder.h"
#include "votum-class-parts.h"
#include "votum-language-names.h"
#include "votum-language-switch.h"
#include "votum-ordered-list.h"
#include "votum-prose-row.h"
#include "votum-round-parts.h"
#include "votum-rule-row.h"
#include "votum-when-row.h"
#include "votum-words.h"

struct _VotumAwardPage {
  GtkWidget            parent_instance;

  GtkWidget           *scroller;
  GtkWidget           *box;
  VotumLanguageSwitch *languages;
  GtkWidget           *name_row;
  GtkWidget           *year_row;
  GtkWidget           *organiser_row;
  VotumProseRow       *partners_row;
  GtkWidget           *place_row;
  VotumWhenRow        *ceremony_row;
  AdwPreferencesGroup *languages_group;
  AdwPreferencesGroup *way_group;
  GtkSwitch           *blind;
  GtkSwitch           *names;
  VotumOrderedList    *rounds;
  VotumOrderedList    *class_list;
  VotumProseRow       *basis_row;
  VotumProseRow       *stages_row;
  VotumProseRow       *documents_row;

  VotumRuleRow        *visibility_row;
  GPtrArray           *checks;    /* of GtkCheckButton, a language each */
  VotumCriteriaEditor *editor;
  VotumThing          *award;     /* (nullable) */
  gboolean             updating;
};

G_DEFINE_FINAL_TYPE (VotumAwardPage, votum_award_page, GTK_TYPE_WIDGET)

/* ---- words ---- */

static void
bind_words (VotumAwardPage *self)
{
  VotumDesk *desk = votum_criteria_editor_get_desk (self->editor);
  const char *lang = votum_criteria_editor_get_lang (self->editor);

  votum_binder_bind (self->name_row, desk, self->award, VOTUM_AWARD_NAME, lang);
  votum_prose_row_bind (self->basis_row, desk, self->award, VOTUM_AWARD_BASIS, lang);
  votum_prose_row_bind (self->stages_row, desk, self->award, VOTUM_AWARD_STAGES, lang);
  votum_prose_row_bind (self->documents_row, desk, self->award, VOTUM_AWARD_DOCUMENTS, lang);
}

static void
bind_plain (VotumAwardPage *self)
{
  VotumDesk *desk = votum_criteria_editor_get_desk (self->editor);

  votum_binder_bind (self->year_row, desk, self->award, VOTUM_AWARD_YEAR, NULL);
  votum_binder_bind (self->organiser_row, desk, self->award, VOTUM_AWARD_ORGANISER, NULL);
  votum_binder_bind (self->place_row, desk, self->award, VOTUM_AWARD_PLACE, NULL);
  votum_prose_row_bind (self->partners_row, desk, self->award, VOTUM_AWARD_PARTNERS, NULL);
  votum_when_row_bind (self->ceremony_row, desk, self->award, VOTUM_AWARD_CEREMONY);
}

static void
unbind (VotumAwardPage *self)
{
  VotumProseRow *prose[] = { self->partners_row, self->basis_row, self->stages_row, self->documents_row };
  GtkWidget *lines[] = { self->name_row, self->year_row, self->organiser_row, self->place_row };

  for (guint i = 0; i < G_N_ELEMENTS (prose); i++)
    votum_prose_row_unbind (prose[i]);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    votum_binder_unbind (lines[i]);
}

/* ---- languages ---- */

static void
language_cb (VotumAwardPage *self,
             GtkWidget      *changed)
{
  g_autoptr(GString) text = g_string_new (NULL);

  if (self->updating)
    return;
  for (guint i = 0; i < self->checks->len; i++)
    {
      GtkWidget *check = g_ptr_array_index (self->checks, i);

      if (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)))
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", (const char *) g_object_get_data (G_OBJECT (check), "votum-lang"));
    }
  if (text->len > 0)
    {
      votum_criteria_editor_edit (self->editor, self->award, VOTUM_AWARD_LANGUAGES, text->str);
      return;
    }
  votum_desk_toast (votum_criteria_editor_get_desk (self->editor), FALSE, "%s", _("The award needs at least one language."));
  self->updating = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (changed), TRUE);
  self->updating = FALSE;
}

static void
add_language (VotumAwardPage *self,
              const char     *lang)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), votum_language_name (lang));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_object_set_data_full (G_OBJECT (check), "votum-lang", g_strdup (lang), g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (language_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->languages_group, row);
  g_ptr_array_add (self->checks, check);
}

static GtkCheckButton *
find_language (VotumAwardPage *self,
               const char     *lang)
{
  for (guint i = 0; i < self->checks->len; i++)
    if (strcmp (g_object_get_data (g_ptr_array_index (self->checks, i), "votum-lang"), lang) == 0)
      return g_ptr_array_index (self->checks, i);

  return NULL;
}

/* Those in which Votum writes documents, and what the award has besides. */
static void
show_languages (VotumAwardPage *self)
{
  g_auto(GStrv) langs = votum_criteria_editor_langs (self->editor);

  for (guint i = 0; langs[i] != NULL; i++)
    if (find_language (self, langs[i]) == NULL)
      add_language (self, langs[i]);
  for (guint i = 0; i < self->checks->len; i++)
    gtk_check_button_set_active (g_ptr_array_index (self->checks, i),
                                 g_strv_contains ((const char *const *) langs, g_object_get_data (g_ptr_array_index (self->checks, i), "votum-lang")));
}

/* ---- how the jury works ---- */

static void
blind_cb (VotumAwardPage *self)
{
  if (!self->updating && self->award != NULL)
    votum_criteria_editor_edit (self->editor, self->award, VOTUM_AWARD_BLIND, gtk_switch_get_active (self->blind) ? "yes" : "no");
}

static void
names_cb (VotumAwardPage *self)
{
  if (!self->updating && self->award != NULL)
    votum_criteria_editor_edit (self->editor, self->award, VOTUM_AWARD_NAMES_FINALISTS, gtk_switch_get_active (self->names) ? "yes" : "no");
}

static void
visibility_cb (VotumAwardPage *self,
               guint           selected)
{
  static const char *const words[] = { "after-opening", "after-handing-in", "always" };

  if (selected < G_N_ELEMENTS (words))
    votum_criteria_editor_edit (self->editor, self->award, VOTUM_AWARD_VISIBILITY, words[selected]);
}

static void
make_visibility (VotumAwardPage *self)
{
  const char *choices[] = { _("When rounds are opened"), _("When marks are handed in"), _("At once"), NULL };
  g_autoptr(GtkStringList) list = gtk_string_list_new (choices);

  self->visibility_row = VOTUM_RULE_ROW (votum_rule_row_new_choice (_("Jurors see each other’s marks")));
  votum_rule_row_set_choices (self->visibility_row, list);
  g_signal_connect_object (self->visibility_row, "chosen", G_CALLBACK (visibility_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->way_group, GTK_WIDGET (self->visibility_row));
}

/* ---- all of it ---- */

static void
show_award (VotumAwardPage *self)
{
  static const char *const sentences[] = {
    N_("Nobody can lean on the marks of others before the chair opens them."),
    N_("As soon as the marks of a round are handed in; else when it is opened."),
    N_("Everybody sees all marks as they are given. Jurors then tend to follow each other."),
  };
  g_autoptr(GPtrArray) things = g_ptr_array_new ();
  guint visibility;

  if (self->award == NULL)
    return;
  visibility = (guint) votum_thing_get_choice (self->award, VOTUM_AWARD_VISIBILITY);
  self->updating = TRUE;
  show_languages (self);
  gtk_switch_set_active (self->blind, votum_thing_get_boolean (self->award, VOTUM_AWARD_BLIND));
  gtk_switch_set_active (self->names, votum_thing_get_boolean (self->award, VOTUM_AWARD_NAMES_FINALISTS));
  votum_rule_row_set_selected (self->visibility_row, visibility);
  votum_rule_row_set_sentence (self->visibility_row, _(sentences[visibility]));
  self->updating = FALSE;
  g_ptr_array_add (things, self->award);
  votum_language_switch_set_things (self->languages, things);
}

static void
find_award (VotumAwardPage *self)
{
  VotumThing *award = votum_case_get_award (votum_criteria_editor_get_case (self->editor));

  gtk_widget_set_sensitive (self->box, award != NULL && votum_criteria_editor_may_change (self->editor));
  if (award != NULL && g_set_object (&self->award, award))
    {
      bind_words (self);
      bind_plain (self);
    }
  show_award (self);
}

static void
lang_cb (VotumAwardPage *self)
{
  if (self->award != NULL)
    bind_words (self);
  show_award (self);
}

static void
changed_cb (VotumAwardPage *self,
            VotumChanges   *changes)
{
  for (guint i = 0; i < votum_changes_n_things (changes); i++)
    {
      const VotumThingChange *change = votum_changes_get (changes, i);

      if (VOTUM_IS_AWARD (change->new_thing != NULL ? change->new_thing : change->old_thing))
        {
          find_award (self);
          return;
        }
    }
}

static void
add_round_cb (VotumAwardPage *self)
{
  VotumCase *votum_case = votum_criteria_editor_get_case (self->editor);
  guint n = g_list_model_get_n_items (votum_case_get_things (votum_case, VOTUM_KIND_ROUND));
  g_autoptr(VotumThing) round = votum_thing_new (VOTUM_KIND_ROUND);
  g_autofree char *name = g_strdup_printf (_("Round %u"), n + 1);

  votum_criteria_editor_set_name (self->editor, round, VOTUM_ROUND_NAME, name);
  if (votum_criteria_editor_add (self->editor, round))
    votum_ordered_list_grab (self->rounds, votum_case_lookup (votum_case, votum_thing_get_id (round)));
}

static void
add_class_cb (VotumAwardPage *self)
{
  VotumCase *votum_case = votum_criteria_editor_get_case (self->editor);
  g_autoptr(VotumThing) class_thing = votum_thing_new (VOTUM_KIND_CLASS);

  votum_criteria_editor_set_name (self->editor, class_thing, VOTUM_CLASS_NAME, _("New class"));
  if (votum_criteria_editor_add (self->editor, class_thing))
    votum_ordered_list_grab (self->class_list, votum_case_lookup (votum_case, votum_thing_get_id (class_thing)));
}

static void
votum_award_page_dispose (GObject *object)
{
  VotumAwardPage *self = VOTUM_AWARD_PAGE (object);

  self->updating = TRUE;
  if (self->scroller != NULL)
    {
      unbind (self);
      g_clear_pointer (&self->scroller, gtk_widget_unparent);
    }
  g_clear_object (&self->award);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (votum_award_page_parent_class)->dispose (object);
}

static void
votum_award_page_finalize (GObject *object)
{
  g_ptr_array_unref (VOTUM_AWARD_PAGE (object)->checks);

  G_OBJECT_CLASS (votum_award_page_parent_class)->finalize (object);
}

static void
votum_award_page_class_init (VotumAwardPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_award_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = votum_award_page_finalize;

  g_type_ensure (VOTUM_TYPE_LANGUAGE_SWITCH);
  g_type_ensure (VOTUM_TYPE_ORDERED_LIST);
  g_type_ensure (VOTUM_TYPE_PROSE_ROW);
  g_type_ensure (VOTUM_TYPE_WHEN_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-award-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumAwardPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, VotumAwardPage, box);
  gtk_widget_class_bind_template_child (widget_class, VotumAwardPage, languages);
  gtk_widget_class_bind_template_child (widget_class, VotumAwardPage, name_row);
  gtk_widget_class_bind_template_child (widget_class, VotumAwardPage, year_row);
  gtk_widget_class_bind_template_child (widget_class, VotumAwardPage, organiser_row);
  gtk_widget_class_bind_template_child (widget_class, VotumAwardPage, partners_row);
  gtk_widget_class_bind_template_child (widget_class, VotumAwardPage, place_row);
  gtk_widget_class_bind_template_child (widget_class, VotumAwardPage, ceremony_row);
  gtk_widget_class_bind_template_child (widget_class, VotumAwardPage, languages_group);
  gtk_widget_class_bind_template_child (widget_class, VotumAwardPage, way_group);
  gtk_widget_class_bind_template_child (widget_class, VotumAwardPage, blind);
  gtk_widget_class_bind_template_child (widget_class, VotumAwardPage, names);
  gtk_widget_class_bind_template_child (widget_class, VotumAwardPage, rounds);
  gtk_widget_class_bind_template_child (widget_class, VotumAwardPage, class_list);
  gtk_widget_class_bind_template_child (widget_class, VotumAwardPage, basis_row);
  gtk_widget_class_bind_template_child (widget_class, VotumAwardPage, stages_row);
  gtk_widget_class_bind_template_child (widget_class, VotumAwardPage, documents_row);
  gtk_widget_class_bind_template_callback (widget_class, blind_cb);
  gtk_widget_class_bind_template_callback (widget_class, names_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_round_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_class_cb);
}

static void
votum_award_page_init (VotumAwardPage *self)
{
  self->checks = g_ptr_array_new ();
  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; votum_words_langs ()[i] != NULL; i++)
    add_language (self, votum_words_langs ()[i]);
  make_visibility (self);
  self->updating = FALSE;
}

void
votum_award_page_set_editor (VotumAwardPage      *self,
                             VotumCriteriaEditor *editor)
{
  self->editor = g_object_ref (editor);
  votum_language_switch_set_editor (self->languages, editor);
  votum_ordered_list_set_up (self->rounds, editor, VOTUM_KIND_ROUND, votum_round_parts_new);
  votum_ordered_list_set_up (self->class_list, editor, VOTUM_KIND_CLASS, votum_class_parts_new);
  g_signal_connect_object (editor, "notify::lang", G_CALLBACK (lang_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "notify::may-change", G_CALLBACK (find_award), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (votum_criteria_editor_get_case (editor), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  find_award (self);
}

/**
 * votum_award_page_go:
 * @self: a page
 * @round: a round
 *
 * Brings a round into sight, with the focus on its state.
 */
void
votum_award_page_go (VotumAwardPage *self,
                     VotumThing     *round)
{
  votum_ordered_list_go (self->rounds, round, votum_round_parts_grab);
}
