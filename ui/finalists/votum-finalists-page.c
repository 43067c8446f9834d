#include "votum-config.h"

#include "votum-finalists-page.h"

#include <glib/gi18n.h>

#include "votum-attachment-open.h"
#include "votum-case-holder.h"
#include "votum-finalist-detail.h"
#include "votum-finalists-list.h"
#include "votum-import-window.h"
#include "votum-names.h"
#include "votum-navigation.h"
#include "votum-thing-form.h"
#include "votum-things.h"

struct _VotumFinalistsPage {
  VotumStepPage        parent_instance;

  GtkWidget           *add_button;
  GtkStack            *stack;
  AdwStatusPage       *none_page;
  VotumNavigation     *navigation;
  VotumFinalistsList  *list;
  GtkStack            *content_stack;
  VotumFinalistDetail *detail;

  GSimpleActionGroup  *actions;
};

G_DEFINE_FINAL_TYPE (VotumFinalistsPage, votum_finalists_page, VOTUM_TYPE_STEP_PAGE)

static VotumDesk *
desk_of (VotumFinalistsPage *self)
{
  return votum_step_page_get_desk (VOTUM_STEP_PAGE (self));
}

static VotumCase *
case_of (VotumFinalistsPage *self)
{
  return votum_step_page_get_case (VOTUM_STEP_PAGE (self));
}

static void
enable (VotumFinalistsPage *self,
        const char         *name,
        gboolean            enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name)), enabled);
}

static void
show_rights (VotumFinalistsPage *self)
{
  g_autoptr(GError) error = NULL;
  gboolean may = votum_case_may_change (case_of (self), VOTUM_KIND_ENTRANT, NULL, &error);

  enable (self, "add", may);
  enable (self, "import", may);
  enable (self, "import-marks", may && g_list_model_get_n_items (votum_case_get_things (case_of (self), VOTUM_KIND_ENTRANT)) > 0);
  enable (self, "edit", may);
  gtk_widget_set_sensitive (self->add_button, may);
  gtk_widget_set_tooltip_text (self->add_button, may ? _("Add or Import") : error->message);
  votum_names_set (self->add_button, _("Add or import"));
  adw_status_page_set_description (self->none_page,
                                   may ? _("Import the shortlist, or add the first one by hand. A shortlist can also be dropped here.")
                                       : _("The secretary or the chair brings them into the case."));
}

static void
show_chosen (VotumFinalistsPage *self)
{
  VotumThing *entrant = votum_finalists_list_get (self->list);

  votum_finalist_detail_show (self->detail, desk_of (self), entrant);
  votum_names_show_only (self->content_stack, entrant != NULL ? "detail" : "nobody");
  if (entrant == NULL)
    votum_navigation_set_show_content (self->navigation, FALSE);
}

static void
show_state (VotumFinalistsPage *self)
{
  guint n = g_list_model_get_n_items (votum_case_get_things (case_of (self), VOTUM_KIND_ENTRANT));

  votum_names_show_only (self->stack, n > 0 ? "some" : "none");
  show_rights (self);
}

static void
chosen_cb (VotumFinalistsPage *self)
{
  show_chosen (self);
}

static void
opened_cb (VotumFinalistsPage *self,
           gboolean            by_key)
{
  votum_navigation_set_show_content (self->navigation, TRUE);
  if (by_key)
    gtk_widget_child_focus (GTK_WIDGET (self->detail), GTK_DIR_TAB_FORWARD);
}

static void
added_cb (VotumThing *entrant,
          gpointer    data)
{
  VotumFinalistsPage *self = VOTUM_FINALISTS_PAGE (data);
  g_autofree char *name = votum_desk_name (desk_of (self), entrant);

  votum_finalists_list_select (self->list, votum_case_lookup (case_of (self), votum_thing_get_id (entrant)));
  votum_navigation_set_show_content (self->navigation, TRUE);
  votum_finalist_detail_edit (self->detail, TRUE);
  votum_desk_toast (desk_of (self), TRUE, _("%s has been added"), name);
}

static void
add_cb (VotumFinalistsPage *self)
{
  static const VotumFieldSpec with_class[] = {
    { VOTUM_ENTRANT_NAME, N_("Name") }, { VOTUM_ENTRANT_CLASS, N_("Class") }, { VOTUM_ENTRANT_PLACE, N_("Place") },
    { VOTUM_ENTRANT_WEB, N_("Web") },   { 0, NULL },
  };
  static const VotumFieldSpec without_class[] = {
    { VOTUM_ENTRANT_NAME, N_("Name") }, { VOTUM_ENTRANT_PLACE, N_("Place") }, { VOTUM_ENTRANT_WEB, N_("Web") }, { 0, NULL },
  };
  static const VotumThingFormSpec specs[] = {
    { N_("New Finalist"), N_("_Add"), "entrant:new", without_class },
    { N_("New Finalist"), N_("_Add"), "entrant:new", with_class },
  };
  gboolean has_classes = g_list_model_get_n_items (votum_case_get_things (case_of (self), VOTUM_KIND_CLASS)) > 0;
  g_autoptr(VotumThing) entrant = votum_thing_new (VOTUM_KIND_ENTRANT);

  votum_thing_form_present (GTK_WIDGET (self), desk_of (self), &specs[has_classes], entrant, added_cb, self);
}

static void
import_cb (VotumFinalistsPage *self)
{
  votum_import_window_choose (GTK_WIDGET (self), desk_of (self), VOTUM_IMPORT_SHORTLIST);
}

static void
import_marks_cb (VotumFinalistsPage *self)
{
  votum_import_window_choose (GTK_WIDGET (self), desk_of (self), VOTUM_IMPORT_MARKS);
}

static void
edit_cb (VotumFinalistsPage *self)
{
  if (votum_finalist_detail_get_entrant (self->detail) != NULL)
    votum_finalist_detail_toggle (self->detail);
}

/* ---- files that are dropped ---- */

static gboolean
has_ending (GFile      *file,
            const char *ending)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *low = name != NULL ? g_ascii_strdown (name, -1) : NULL;

  return low != NULL && g_str_has_suffix (low, ending);
}

/* A shortlist, marks, a case to open; everything else belongs to the finalist it is dropped on. */
static gboolean
dropped_cb (GtkDropTarget      *target,
            const GValue       *value,
            double              x,
            double              y,
            VotumFinalistsPage *self)
{
  GSList *files = g_value_get_boxed (value);
  VotumThing *entrant = votum_finalist_detail_get_entrant (self->detail);
  GFile *file = files != NULL ? files->data : NULL;

  if (file == NULL)
    return FALSE;
  if (has_ending (file, ".votum"))
    {
      g_autofree char *uri = g_file_get_uri (file);

      gtk_widget_activate_action (GTK_WIDGET (self), "win.open-file", "s", uri);
    }
  else if (has_ending (file, ".xml"))
    votum_import_window_present (GTK_WIDGET (self), desk_of (self), VOTUM_IMPORT_SHORTLIST, file);
  else if (has_ending (file, ".csv"))
    votum_import_window_present (GTK_WIDGET (self), desk_of (self), VOTUM_IMPORT_MARKS, file);
  else if (entrant != NULL)
    votum_attachment_add (desk_of (self), entrant, files);
  else
    return FALSE;

  return TRUE;
}

/* ---- the page ---- */

static void
changed_cb (VotumFinalistsPage *self)
{
  show_state (self);
}

static void
votum_finalists_page_go (VotumStepPage *page,
                         VotumThing    *thing)
{
  VotumFinalistsPage *self = VOTUM_FINALISTS_PAGE (page);
  int field = votum_thing_info_find (votum_thing_get_info (thing), "entrant");
  gint64 id = VOTUM_IS_ENTRANT (thing) ? votum_thing_get_id (thing) : field >= 0 ? votum_thing_get_ref (thing, field) : 0;
  VotumThing *entrant = id != 0 ? votum_case_lookup (case_of (self), id) : NULL;

  if (entrant == NULL || !VOTUM_IS_ENTRANT (entrant))
    return;
  votum_finalists_list_select (self->list, entrant);
  votum_navigation_set_show_content (self->navigation, TRUE);
  if (thing == entrant)
    gtk_widget_child_focus (GTK_WIDGET (self->detail), GTK_DIR_TAB_FORWARD);
  else
    votum_finalist_detail_reveal (self->detail, thing);
}

static gboolean
votum_finalists_page_search (VotumStepPage *page)
{
  VotumFinalistsPage *self = VOTUM_FINALISTS_PAGE (page);

  if (g_list_model_get_n_items (votum_case_get_things (case_of (self), VOTUM_KIND_ENTRANT)) == 0)
    return FALSE;
  votum_navigation_set_show_content (self->navigation, FALSE);
  votum_finalists_list_search (self->list);

  return TRUE;
}

static void
add_action (VotumFinalistsPage *self,
            const char         *name,
            GCallback           callback)
{
  g_autoptr(GSimpleAction) action = g_simple_action_new (name, NULL);

  g_signal_connect_object (action, "activate", callback, self, G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
}

static void
add_shortcut (VotumFinalistsPage *self,
              GtkEventController *controller,
              guint               keyval,
              const char         *action)
{
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (keyval, GDK_CONTROL_MASK), gtk_named_action_new (action)));
}

static void
votum_finalists_page_constructed (GObject *object)
{
  VotumFinalistsPage *self = VOTUM_FINALISTS_PAGE (object);
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  GtkEventController *keys = gtk_shortcut_controller_new ();

  G_OBJECT_CLASS (votum_finalists_page_parent_class)->constructed (object);

  /* from wherever the focus is, as long as this page is the one that is shown */
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_GLOBAL);
  add_shortcut (self, keys, GDK_KEY_i, "finalists.import");
  add_shortcut (self, keys, GDK_KEY_e, "finalists.edit");
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));

  votum_finalists_list_set_desk (self->list, desk_of (self));
  g_signal_connect_object (case_of (self), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  show_state (self);
  show_chosen (self);
}

static void
votum_finalists_page_dispose (GObject *object)
{
  g_clear_object (&VOTUM_FINALISTS_PAGE (object)->actions);

  G_OBJECT_CLASS (votum_finalists_page_parent_class)->dispose (object);
}

static void
votum_finalists_page_class_init (VotumFinalistsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = votum_finalists_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = votum_finalists_page_dispose;
  VOTUM_STEP_PAGE_CLASS (klass)->go = votum_finalists_page_go;
  VOTUM_STEP_PAGE_CLASS (klass)->search = votum_finalists_page_search;

  g_type_ensure (VOTUM_TYPE_FINALIST_DETAIL);
  g_type_ensure (VOTUM_TYPE_FINALISTS_LIST);
  g_type_ensure (VOTUM_TYPE_NAVIGATION);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-finalists-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumFinalistsPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, VotumFinalistsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, VotumFinalistsPage, none_page);
  gtk_widget_class_bind_template_child (widget_class, VotumFinalistsPage, navigation);
  gtk_widget_class_bind_template_child (widget_class, VotumFinalistsPage, list);
  gtk_widget_class_bind_template_child (widget_class, VotumFinalistsPage, content_stack);
  gtk_widget_class_bind_template_child (widget_class, VotumFinalistsPage, detail);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
}

static void
votum_finalists_page_init (VotumFinalistsPage *self)
{
  self->actions = g_simple_action_group_new ();
  add_action (self, "add", G_CALLBACK (add_cb));
  add_action (self, "import", G_CALLBACK (import_cb));
  add_action (self, "import-marks", G_CALLBACK (import_marks_cb));
  add_action (self, "edit", G_CALLBACK (edit_cb));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "finalists", G_ACTION_GROUP (self->actions));
  gtk_widget_init_template (GTK_WIDGET (self));
  /* it is shown in the header bar, away from the page whose actions its menu has */
  gtk_widget_insert_action_group (self->add_button, "finalists", G_ACTION_GROUP (self->actions));
}
