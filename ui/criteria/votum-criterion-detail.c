#include "votum-config.h"

#include "votum-criterion-detail.h"

#include <glib/gi18n.h>

#include "votum-binder.h"
#include "votum-format.h"
#include "votum-indicator-editor.h"
#include "votum-language-switch.h"
#include "votum-names.h"
#include "votum-prose-row.h"
#include "votum-scale-words.h"

struct _VotumCriterionDetail {
  GtkWidget             parent_instance;

  GtkStack             *stack;
  VotumLanguageSwitch  *languages;
  AdwEntryRow          *name_row;
  VotumProseRow        *description_row;
  VotumProseRow        *low_row;
  VotumProseRow        *middle_row;
  VotumProseRow        *high_row;
  AdwPreferencesGroup  *evidence_group;
  GtkWidget            *assessment_group;
  AdwComboRow          *kind_row;
  AdwComboRow          *scale_row;
  AdwComboRow          *indicator_row;
  AdwEntryRow          *key_row;
  VotumIndicatorEditor *indicator;

  VotumCriteriaEditor  *editor;
  VotumThing           *criterion;    /* (nullable) */
  GtkWidget            *evidence[4];  /* GtkCheckButton, by choice */
  GArray               *scales;       /* numbers behind the rows of the list; 0: none of its own, -1: a new one */
  GArray               *indicators;
  gboolean              updating;
};

G_DEFINE_FINAL_TYPE (VotumCriterionDetail, votum_criterion_detail, GTK_TYPE_WIDGET)

#define NEW_ONE (-1)

/* ---- words ---- */

static void
bind_words (VotumCriterionDetail *self)
{
  VotumDesk *desk = votum_criteria_editor_get_desk (self->editor);
  const char *lang = votum_criteria_editor_get_lang (self->editor);

  votum_binder_bind (GTK_WIDGET (self->name_row), desk, self->criterion, VOTUM_CRITERION_NAME, lang);
  votum_prose_row_bind (self->description_row, desk, self->criterion, VOTUM_CRITERION_DESCRIPTION, lang);
  votum_prose_row_bind (self->low_row, desk, self->criterion, VOTUM_CRITERION_LOW, lang);
  votum_prose_row_bind (self->middle_row, desk, self->criterion, VOTUM_CRITERION_MIDDLE, lang);
  votum_prose_row_bind (self->high_row, desk, self->criterion, VOTUM_CRITERION_HIGH, lang);
}

static void
unbind_words (VotumCriterionDetail *self)
{
  votum_binder_unbind (GTK_WIDGET (self->name_row));
  votum_prose_row_unbind (self->description_row);
  votum_prose_row_unbind (self->low_row);
  votum_prose_row_unbind (self->middle_row);
  votum_prose_row_unbind (self->high_row);
}

/* ---- choices ---- */

static void
add_choice (GtkStringList *list,
            GArray        *ids,
            const char    *text,
            gint64         id)
{
  gtk_string_list_append (list, text);
  g_array_append_val (ids, id);
}

static guint
find_choice (GArray *ids,
             gint64  id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return i;

  return 0;
}

static void
fill_scales (VotumCriterionDetail *self)
{
  VotumCase *votum_case = votum_criteria_editor_get_case (self->editor);
  GListModel *scales = votum_case_get_things (votum_case, VOTUM_KIND_SCALE);
  g_autoptr(GtkStringList) list = gtk_string_list_new (NULL);
  g_autoptr(VotumThing) plain = votum_thing_copy (self->criterion);
  VotumScale *inherited;
  g_autofree char *first = NULL;

  votum_thing_set_ref (plain, VOTUM_CRITERION_SCALE, 0);
  inherited = votum_case_get_scale (votum_case, plain);
  if (inherited != NULL)
    {
      g_autofree char *range = votum_scale_range (VOTUM_THING (inherited));

      /* TRANSLATORS: the scale that a criterion has when it has none of its own: "The award’s, 1–6" */
      first = g_strdup_printf (_("The award’s, %s"), range);
    }
  g_array_set_size (self->scales, 0);
  add_choice (list, self->scales, first != NULL ? first : _("The award’s"), 0);
  for (guint i = 0; i < g_list_model_get_n_items (scales); i++)
    {
      g_autoptr(VotumThing) scale = g_list_model_get_item (scales, i);
      g_autofree char *name = votum_scale_name (scale);

      add_choice (list, self->scales, name, votum_thing_get_id (scale));
    }
  add_choice (list, self->scales, _("A new one of its own …"), NEW_ONE);
  adw_combo_row_set_model (self->scale_row, G_LIST_MODEL (list));
  adw_combo_row_set_selected (self->scale_row, find_choice (self->scales, votum_thing_get_ref (self->criterion, VOTUM_CRITERION_SCALE)));
}

static void
fill_indicators (VotumCriterionDetail *self)
{
  GListModel *indicators = votum_case_get_things (votum_criteria_editor_get_case (self->editor), VOTUM_KIND_INDICATOR);
  g_autoptr(GtkStringList) list = gtk_string_list_new (NULL);

  g_array_set_size (self->indicators, 0);
  add_choice (list, self->indicators, _("None yet"), 0);
  for (guint i = 0; i < g_list_model_get_n_items (indicators); i++)
    {
      g_autoptr(VotumThing) indicator = g_list_model_get_item (indicators, i);
      g_autofree char *name = votum_criteria_editor_name (self->editor, indicator, VOTUM_INDICATOR_NAME);

      add_choice (list, self->indicators, name, votum_thing_get_id (indicator));
    }
  add_choice (list, self->indicators, _("A new one …"), NEW_ONE);
  adw_combo_row_set_model (self->indicator_row, G_LIST_MODEL (list));
  adw_combo_row_set_selected (self->indicator_row,
                              find_choice (self->indicators, votum_thing_get_ref (self->criterion, VOTUM_CRITERION_INDICATOR)));
}

static gboolean
has_parts (VotumCriterionDetail *self)
{
  GListModel *criteria = votum_case_get_things (votum_criteria_editor_get_case (self->editor), VOTUM_KIND_CRITERION);

  for (guint i = 0; i < g_list_model_get_n_items (criteria); i++)
    {
      g_autoptr(VotumThing) criterion = g_list_model_get_item (criteria, i);

      if (votum_thing_get_ref (criterion, VOTUM_CRITERION_PARENT) == votum_thing_get_id (self->criterion))
        return TRUE;
    }

  return FALSE;
}

static void
show_kind (VotumCriterionDetail *self)
{
  static const char *const sentences[] = {
    N_("Jurors give marks."),
    N_("Holds other criteria; its value is theirs."),
    N_("A figure counts, by a value function. Jurors give no marks."),
    N_("Answered by contacts. It does not count in a jury’s result."),
  };
  int kind = votum_thing_get_choice (self->criterion, VOTUM_CRITERION_KIND);
  gboolean group = kind == VOTUM_CRITERION_KIND_GROUP;
  gboolean measured = kind == VOTUM_CRITERION_KIND_MEASURED;
  gboolean has_levels = votum_thing_is_set (self->criterion, VOTUM_CRITERION_LOW) || votum_thing_is_set (self->criterion, VOTUM_CRITERION_MIDDLE) ||
                        votum_thing_is_set (self->criterion, VOTUM_CRITERION_HIGH);

  adw_combo_row_set_selected (self->kind_row, (guint) kind);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->kind_row), _(sentences[kind]));
  gtk_widget_set_visible (GTK_WIDGET (self->low_row), !group || has_levels);
  gtk_widget_set_visible (GTK_WIDGET (self->middle_row), !group || has_levels);
  gtk_widget_set_visible (GTK_WIDGET (self->high_row), !group || has_levels);
  gtk_widget_set_visible (GTK_WIDGET (self->evidence_group), !group);
  gtk_widget_set_visible (GTK_WIDGET (self->scale_row), !measured);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->scale_row), group ? _("Scale of the marks in this group") : _("Scale of the marks"));
  gtk_widget_set_visible (GTK_WIDGET (self->indicator_row), measured);
  votum_indicator_editor_show (self->indicator, !measured ? NULL
                               : votum_case_lookup (votum_criteria_editor_get_case (self->editor),
                                                    votum_thing_get_ref (self->criterion, VOTUM_CRITERION_INDICATOR)));
}

static void
show_fields (VotumCriterionDetail *self)
{
  g_autoptr(GPtrArray) things = NULL;

  if (self->criterion == NULL)
    return;

  self->updating = TRUE;
  things = g_ptr_array_new ();
  g_ptr_array_add (things, self->criterion);
  votum_language_switch_set_things (self->languages, things);
  fill_scales (self);
  fill_indicators (self);
  show_kind (self);
  for (guint i = 0; i < G_N_ELEMENTS (self->evidence); i++)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->evidence[i]), votum_thing_has_choice (self->criterion, VOTUM_CRITERION_EVIDENCE, i));
  if (!gtk_widget_has_focus (GTK_WIDGET (self->key_row)))
    gtk_editable_set_text (GTK_EDITABLE (self->key_row), votum_thing_get_key (self->criterion));
  self->updating = FALSE;
}

static void
kind_cb (VotumCriterionDetail *self)
{
  static const char *const kinds[] = { "judged", "group", "measured", "observed" };
  guint selected = adw_combo_row_get_selected (self->kind_row);

  if (self->updating || self->criterion == NULL || selected >= G_N_ELEMENTS (kinds))
    return;
  if (selected != VOTUM_CRITERION_KIND_GROUP && has_parts (self))
    votum_desk_toast (votum_criteria_editor_get_desk (self->editor), FALSE, "%s",
                      _("There are criteria in this group. Move them out of it first."));
  else
    votum_criteria_editor_edit (self->editor, self->criterion, VOTUM_CRITERION_KIND, kinds[selected]);
  show_fields (self);
}

/* Puts a new thing into the case and lets the criterion refer to it, in one step. */
static void
refer_to_new (VotumCriterionDetail *self,
              guint                 field,
              VotumThing           *new_thing)
{
  VotumCase *votum_case = votum_criteria_editor_get_case (self->editor);
  g_autoptr(VotumChanges) changes = votum_changes_new ();
  g_autoptr(VotumThing) before = votum_thing_copy (self->criterion);
  g_autoptr(VotumThing) after = votum_thing_copy (self->criterion);
  gint64 id = votum_case_take_id (votum_case);
  g_autofree char *key = g_strdup_printf ("%s-%" G_GINT64_FORMAT, votum_thing_get_info (new_thing)->name, id);

  votum_thing_set_id (new_thing, id);
  votum_thing_set_key (new_thing, key);
  votum_thing_set_ref (after, field, id);
  votum_changes_thing (changes, NULL, new_thing);
  votum_changes_thing (changes, before, after);
  votum_criteria_editor_apply (self->editor, changes, "edit-criterion", self->criterion);
}

static void
refer_to (VotumCriterionDetail *self,
          guint                 field,
          gint64                id)
{
  g_autoptr(VotumThing) after = votum_thing_copy (self->criterion);

  votum_thing_set_ref (after, field, id);
  votum_criteria_editor_replace (self->editor, self->criterion, after);
}

static void
scale_cb (VotumCriterionDetail *self)
{
  guint selected = adw_combo_row_get_selected (self->scale_row);
  gint64 id;

  if (self->updating || self->criterion == NULL || selected >= self->scales->len)
    return;
  id = g_array_index (self->scales, gint64, selected);
  if (id == NEW_ONE)
    {
      VotumScale *model = votum_case_get_scale (votum_criteria_editor_get_case (self->editor), self->criterion);
      g_autoptr(VotumThing) scale = votum_scale_like (VOTUM_THING (model));

      refer_to_new (self, VOTUM_CRITERION_SCALE, scale);
    }
  else
    {
      refer_to (self, VOTUM_CRITERION_SCALE, id);
    }
  show_fields (self);
}

static void
indicator_cb (VotumCriterionDetail *self)
{
  guint selected = adw_combo_row_get_selected (self->indicator_row);
  gint64 id;

  if (self->updating || self->criterion == NULL || selected >= self->indicators->len)
    return;
  id = g_array_index (self->indicators, gint64, selected);
  if (id == NEW_ONE)
    {
      g_autoptr(VotumThing) indicator = votum_thing_new (VOTUM_KIND_INDICATOR);
      g_autofree char *name = votum_criteria_editor_name (self->editor, self->criterion, VOTUM_CRITERION_NAME);

      votum_criteria_editor_set_name (self->editor, indicator, VOTUM_INDICATOR_NAME, name);
      refer_to_new (self, VOTUM_CRITERION_INDICATOR, indicator);
    }
  else
    {
      refer_to (self, VOTUM_CRITERION_INDICATOR, id);
    }
  show_fields (self);
}

static void
key_cb (VotumCriterionDetail *self)
{
  g_autoptr(VotumThing) after = votum_thing_copy (self->criterion);
  g_autofree char *key = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->key_row))));

  votum_thing_set_key (after, key);
  if (!votum_criteria_editor_replace (self->editor, self->criterion, after))
    gtk_editable_set_text (GTK_EDITABLE (self->key_row), votum_thing_get_key (self->criterion));
}

static void
evidence_cb (VotumCriterionDetail *self)
{
  static const char *const words[] = { "submission", "visit", "measure", "interview" };
  g_autoptr(GString) text = g_string_new (NULL);

  if (self->updating || self->criterion == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (self->evidence); i++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->evidence[i])))
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", words[i]);
  votum_criteria_editor_edit (self->editor, self->criterion, VOTUM_CRITERION_EVIDENCE, text->len > 0 ? text->str : NULL);
}

static void
add_evidence (VotumCriterionDetail *self)
{
  static const char *const titles[] = { N_("In the submission"), N_("On the visit"), N_("In figures"), N_("In interviews") };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      GtkWidget *row = adw_action_row_new ();

      self->evidence[i] = gtk_check_button_new ();
      gtk_widget_set_valign (self->evidence[i], GTK_ALIGN_CENTER);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(titles[i]));
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), self->evidence[i]);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), self->evidence[i]);
      g_signal_connect_object (self->evidence[i], "toggled", G_CALLBACK (evidence_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (self->evidence_group, row);
    }
}

static void
changed_cb (VotumCriterionDetail *self,
            VotumChanges         *changes)
{
  if (self->criterion == NULL || votum_changes_n_things (changes) == 0)
    return;
  if (votum_case_lookup (votum_criteria_editor_get_case (self->editor), votum_thing_get_id (self->criterion)) == NULL)
    votum_criterion_detail_show (self, NULL);
  else
    show_fields (self);
}

static void
lang_cb (VotumCriterionDetail *self)
{
  if (self->criterion == NULL)
    return;
  bind_words (self);
  show_fields (self);
}

static void
votum_criterion_detail_dispose (GObject *object)
{
  VotumCriterionDetail *self = VOTUM_CRITERION_DETAIL (object);

  if (self->stack != NULL)
    {
      unbind_words (self);
      gtk_widget_unparent (GTK_WIDGET (self->stack));
      self->stack = NULL;
    }
  g_clear_object (&self->criterion);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (votum_criterion_detail_parent_class)->dispose (object);
}

static void
votum_criterion_detail_finalize (GObject *object)
{
  g_array_unref (VOTUM_CRITERION_DETAIL (object)->scales);
  g_array_unref (VOTUM_CRITERION_DETAIL (object)->indicators);

  G_OBJECT_CLASS (votum_criterion_detail_parent_class)->finalize (object);
}

static void
votum_criterion_detail_class_init (VotumCriterionDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_criterion_detail_dispose;
  G_OBJECT_CLASS (klass)->finalize = votum_criterion_detail_finalize;

  g_type_ensure (VOTUM_TYPE_INDICATOR_EDITOR);
  g_type_ensure (VOTUM_TYPE_LANGUAGE_SWITCH);
  g_type_ensure (VOTUM_TYPE_PROSE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-criterion-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumCriterionDetail, stack);
  gtk_widget_class_bind_template_child (widget_class, VotumCriterionDetail, languages);
  gtk_widget_class_bind_template_child (widget_class, VotumCriterionDetail, name_row);
  gtk_widget_class_bind_template_child (widget_class, VotumCriterionDetail, description_row);
  gtk_widget_class_bind_template_child (widget_class, VotumCriterionDetail, low_row);
  gtk_widget_class_bind_template_child (widget_class, VotumCriterionDetail, middle_row);
  gtk_widget_class_bind_template_child (widget_class, VotumCriterionDetail, high_row);
  gtk_widget_class_bind_template_child (widget_class, VotumCriterionDetail, evidence_group);
  gtk_widget_class_bind_template_child (widget_class, VotumCriterionDetail, assessment_group);
  gtk_widget_class_bind_template_child (widget_class, VotumCriterionDetail, kind_row);
  gtk_widget_class_bind_template_child (widget_class, VotumCriterionDetail, scale_row);
  gtk_widget_class_bind_template_child (widget_class, VotumCriterionDetail, indicator_row);
  gtk_widget_class_bind_template_child (widget_class, VotumCriterionDetail, key_row);
  gtk_widget_class_bind_template_child (widget_class, VotumCriterionDetail, indicator);
  gtk_widget_class_bind_template_callback (widget_class, kind_cb);
  gtk_widget_class_bind_template_callback (widget_class, scale_cb);
  gtk_widget_class_bind_template_callback (widget_class, indicator_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
}

static void
votum_criterion_detail_init (VotumCriterionDetail *self)
{
  const char *kinds[] = { _("Judged"), _("Group"), _("Measured"), _("Observed"), NULL };
  g_autoptr(GtkStringList) list = gtk_string_list_new (kinds);

  self->scales = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->indicators = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (list));
  add_evidence (self);
  self->updating = FALSE;
}

void
votum_criterion_detail_set_editor (VotumCriterionDetail *self,
                                   VotumCriteriaEditor  *editor)
{
  self->editor = g_object_ref (editor);
  votum_language_switch_set_editor (self->languages, editor);
  votum_indicator_editor_set_editor (self->indicator, editor);
  votum_criteria_editor_guard (editor, self->assessment_group);
  g_signal_connect_object (editor, "notify::lang", G_CALLBACK (lang_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (votum_criteria_editor_get_case (editor), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  votum_names_show_only (self->stack, "none");
}

/**
 * votum_criterion_detail_show:
 * @self: a detail
 * @criterion: (nullable): a criterion of the case
 */
void
votum_criterion_detail_show (VotumCriterionDetail *self,
                             VotumThing           *criterion)
{
  if (self->criterion == criterion)
    return;

  unbind_words (self);
  g_set_object (&self->criterion, criterion);
  votum_names_show_only (self->stack, criterion != NULL ? "criterion" : "none");
  if (criterion == NULL)
    return;
  bind_words (self);
  show_fields (self);
}

/**
 * votum_criterion_detail_edit_name:
 * @self: a detail
 *
 * Puts the focus into the name, all of it selected: for a criterion that has just come.
 */
void
votum_criterion_detail_edit_name (VotumCriterionDetail *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
  gtk_editable_select_region (GTK_EDITABLE (self->name_row), 0, -1);
}
