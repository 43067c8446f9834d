#include "votum-config.h"

#include "votum-criteria-reader.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "votum-case-weights.h"
#include "votum-format.h"
#include "votum-language-switch.h"
#include "votum-reader-row.h"
#include "votum-scale-use.h"
#include "votum-scale-words.h"

struct _VotumCriteriaReader {
  GtkWidget            parent_instance;

  GtkWidget           *scroller;
  VotumLanguageSwitch *languages;
  GtkBox              *box;

  VotumCriteriaEditor *editor;
  GtkListBox          *criteria; /* (nullable): the list of them */
  VotumCaseWeights    *weights;  /* (nullable): while the rows are made */
  gboolean             stale;
};

G_DEFINE_FINAL_TYPE (VotumCriteriaReader, votum_criteria_reader, GTK_TYPE_WIDGET)

static GtkListBox *
add_list (VotumCriteriaReader *self,
          const char          *title)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), list);
  gtk_box_append (self->box, group);

  return GTK_LIST_BOX (list);
}

static char *
share_of (VotumCriteriaReader *self,
          VotumThing          *criterion)
{
  char *share = votum_case_weights_share (self->weights, criterion, 1);

  if (share != NULL && g_str_has_suffix (share, ".0"))
    share[strlen (share) - 2] = '\0';

  return share;
}

static void
add_criteria (VotumCriteriaReader *self,
              GtkListBox          *list,
              VotumThing          *parent)
{
  g_autoptr(GPtrArray) below = votum_case_criteria_below (votum_criteria_editor_get_case (self->editor),
                                                          votum_criteria_editor_tree_class (self->editor), parent);

  for (guint i = 0; i < below->len; i++)
    {
      VotumThing *criterion = g_ptr_array_index (below, i);
      gboolean group = votum_thing_get_choice (criterion, VOTUM_CRITERION_KIND) == VOTUM_CRITERION_KIND_GROUP;
      g_autofree char *share = share_of (self, criterion);
      GtkWidget *row = group ? votum_reader_row_group (self->editor, criterion, share) : votum_reader_row_criterion (self->editor, criterion, share);

      g_object_set_data_full (G_OBJECT (row), "votum-criterion", g_object_ref (criterion), g_object_unref);
      gtk_list_box_append (list, row);
      if (group)
        add_criteria (self, list, criterion);
    }
}

static void
add_levels (VotumCriteriaReader *self)
{
  VotumThing *scale = votum_scale_in_use (self->editor);
  g_autoptr(GPtrArray) levels = NULL;
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;
  GtkListBox *list;

  if (scale == NULL)
    return;
  levels = votum_scale_levels (votum_criteria_editor_get_case (self->editor), scale);
  name = votum_scale_name (scale);
  title = g_strdup_printf (_("The Marks: %s"), name);
  list = add_list (self, title);
  for (guint i = levels->len; i > 0; i--)
    gtk_list_box_append (list, votum_reader_row_level (self->editor, g_ptr_array_index (levels, i - 1)));
  gtk_widget_set_visible (GTK_WIDGET (list), levels->len > 0);
}

static void
add_fact (GtkListBox *list,
          const char *title,
          const char *text)
{
  if (text != NULL && *text != '\0')
    gtk_list_box_append (list, votum_reader_row_fact (title, text));
}

static void
add_award (VotumCriteriaReader *self)
{
  VotumThing *award = votum_case_get_award (votum_criteria_editor_get_case (self->editor));
  g_autofree char *ceremony = NULL;
  g_autofree char *stages = NULL;
  g_autofree char *documents = NULL;
  g_autofree char *basis = NULL;
  GtkListBox *list;

  if (award == NULL)
    return;
  list = add_list (self, _("About the Award"));
  ceremony = votum_format_time (votum_thing_get_text (award, VOTUM_AWARD_CEREMONY), VOTUM_TIME_LONG);
  stages = votum_criteria_editor_name (self->editor, award, VOTUM_AWARD_STAGES);
  documents = votum_criteria_editor_name (self->editor, award, VOTUM_AWARD_DOCUMENTS);
  basis = votum_criteria_editor_name (self->editor, award, VOTUM_AWARD_BASIS);
  add_fact (list, _("Organiser"), votum_thing_get_text (award, VOTUM_AWARD_ORGANISER));
  add_fact (list, _("Partners"), votum_thing_get_text (award, VOTUM_AWARD_PARTNERS));
  add_fact (list, _("Ceremony"), ceremony);
  add_fact (list, _("Place"), votum_thing_get_text (award, VOTUM_AWARD_PLACE));
  add_fact (list, _("Stages"), stages);
  add_fact (list, _("What the jury hands over"), documents);
  add_fact (list, _("Where criteria and weights come from"), basis);
}

static void
build (VotumCriteriaReader *self)
{
  VotumCase *votum_case = votum_criteria_editor_get_case (self->editor);
  VotumThing *class_thing = votum_criteria_editor_get_class (self->editor);
  GtkWidget *child;

  self->stale = FALSE;
  self->criteria = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  self->weights = votum_case_weights_new (votum_case, class_thing, votum_case_get_rule (votum_case, class_thing), NULL);
  if (votum_case_has_criteria (votum_case, votum_criteria_editor_tree_class (self->editor)))
    {
      self->criteria = add_list (self, _("Criteria"));
      add_criteria (self, self->criteria, NULL);
    }
  else
    gtk_box_append (self->box, g_object_new (ADW_TYPE_STATUS_PAGE, "icon-name", "view-list-bullet-symbolic", "title", _("No Criteria Yet"),
                                             "description", _("The chair or the secretary has not written them down yet."), NULL));
  add_levels (self);
  add_award (self);
  g_clear_pointer (&self->weights, votum_case_weights_free);
}

/* Only copies that may not change anything read here; for the others nothing is made. */
static void
refresh (VotumCriteriaReader *self)
{
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    build (self);
}

static void
changed_cb (VotumCriteriaReader *self,
            VotumChanges        *changes)
{
  for (guint i = 0; i < votum_changes_n_things (changes); i++)
    {
      const VotumThingChange *change = votum_changes_get (changes, i);
      VotumKind kind = votum_thing_get_kind (change->new_thing != NULL ? change->new_thing : change->old_thing);

      if (kind <= VOTUM_KIND_CRITERION)
        {
          refresh (self);
          return;
        }
    }
}

static void
votum_criteria_reader_map (GtkWidget *widget)
{
  VotumCriteriaReader *self = VOTUM_CRITERIA_READER (widget);

  if (self->stale)
    build (self);

  GTK_WIDGET_CLASS (votum_criteria_reader_parent_class)->map (widget);
}

static void
votum_criteria_reader_dispose (GObject *object)
{
  VotumCriteriaReader *self = VOTUM_CRITERIA_READER (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (votum_criteria_reader_parent_class)->dispose (object);
}

static void
votum_criteria_reader_class_init (VotumCriteriaReaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_criteria_reader_dispose;
  widget_class->map = votum_criteria_reader_map;

  g_type_ensure (VOTUM_TYPE_LANGUAGE_SWITCH);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-criteria-reader.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumCriteriaReader, scroller);
  gtk_widget_class_bind_template_child (widget_class, VotumCriteriaReader, languages);
  gtk_widget_class_bind_template_child (widget_class, VotumCriteriaReader, box);
}

static void
votum_criteria_reader_init (VotumCriteriaReader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
votum_criteria_reader_set_editor (VotumCriteriaReader *self,
                                  VotumCriteriaEditor *editor)
{
  self->editor = g_object_ref (editor);
  self->stale = TRUE;
  votum_language_switch_set_editor (self->languages, editor);
  g_signal_connect_object (editor, "notify::lang", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "notify::class", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (votum_criteria_editor_get_case (editor), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * votum_criteria_reader_go:
 * @self: a reader
 * @criterion: a criterion
 *
 * Puts the focus on @criterion, and brings it into view.
 */
void
votum_criteria_reader_go (VotumCriteriaReader *self,
                          VotumThing          *criterion)
{
  GtkWidget *row;

  if (self->stale)
    build (self);
  row = self->criteria != NULL ? gtk_widget_get_first_child (GTK_WIDGET (self->criteria)) : NULL;
  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    if (g_object_get_data (G_OBJECT (row), "votum-criterion") == criterion)
      gtk_widget_grab_focus (row);
}
