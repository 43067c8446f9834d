#include "votum-config.h"

#include "votum-compare-choices.h"

#include <glib/gi18n.h>

#include "votum-wrap.h"

struct _VotumCompareChoices {
  GtkWidget         parent_instance;

  GtkWidget        *wrap;
  GtkDropDown      *class_choice;
  GtkDropDown      *round_choice;
  GtkMenuButton    *entrants;
  GtkBox           *entrants_box;
  GtkMenuButton    *jurors;
  GtkBox           *jurors_box;

  VotumCompareLook *look;
  gboolean          filling;   /* the choices are being filled, nobody has chosen */
};

G_DEFINE_FINAL_TYPE (VotumCompareChoices, votum_compare_choices, GTK_TYPE_WIDGET)

static VotumDesk *
desk_of (VotumCompareChoices *self)
{
  return votum_compare_look_get_desk (self->look);
}

/* ---- class and round ---- */

/* A model that says the same is kept, so that a choice that is open stays open. */
static gboolean
says_the_same (GListModel *model,
               GPtrArray  *names)
{
  if (model == NULL || g_list_model_get_n_items (model) != names->len)
    return FALSE;
  for (guint i = 0; i < names->len; i++)
    if (g_strcmp0 (gtk_string_list_get_string (GTK_STRING_LIST (model), i), g_ptr_array_index (names, i)) != 0)
      return FALSE;

  return TRUE;
}

static void
fill_choice (VotumCompareChoices *self,
             GtkDropDown         *choice,
             GPtrArray           *names,
             guint                selected)
{
  self->filling = TRUE;
  if (!says_the_same (gtk_drop_down_get_model (choice), names))
    {
      g_autoptr(GtkStringList) model = gtk_string_list_new (NULL);

      for (guint i = 0; i < names->len; i++)
        gtk_string_list_append (model, g_ptr_array_index (names, i));
      gtk_drop_down_set_model (choice, G_LIST_MODEL (model));
    }
  if (gtk_drop_down_get_selected (choice) != selected)
    gtk_drop_down_set_selected (choice, selected);
  gtk_widget_set_visible (GTK_WIDGET (choice), names->len > 1);
  self->filling = FALSE;
}

static void
fill_classes (VotumCompareChoices *self)
{
  g_autoptr(GPtrArray) classes = votum_case_classes (votum_desk_get_case (desk_of (self)));
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  guint selected = 0;

  for (guint i = 0; i < classes->len; i++)
    {
      g_ptr_array_add (names, votum_desk_name (desk_of (self), g_ptr_array_index (classes, i)));
      if (g_ptr_array_index (classes, i) == (gpointer) votum_compare_look_get_class (self->look))
        selected = i;
    }
  fill_choice (self, self->class_choice, names, selected);
}

static void
fill_rounds (VotumCompareChoices *self)
{
  VotumStanding *standing = votum_compare_look_get_standing (self->look);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; standing != NULL && i < standing->rounds->len && i <= standing->last_round; i++)
    {
      const char *name = votum_desk_text (desk_of (self), g_ptr_array_index (standing->rounds, i), VOTUM_ROUND_NAME);

      g_ptr_array_add (names, *name != '\0' ? g_strdup (name) : g_strdup_printf (_("Round %u"), i + 1));
    }
  fill_choice (self, self->round_choice, names, votum_compare_look_get_round (self->look));
}

static void
class_cb (VotumCompareChoices *self)
{
  g_autoptr(GPtrArray) classes = NULL;
  guint selected = gtk_drop_down_get_selected (self->class_choice);

  if (self->filling || self->look == NULL)
    return;
  classes = votum_case_classes (votum_desk_get_case (desk_of (self)));
  if (selected < classes->len)
    votum_compare_look_set_class (self->look, g_ptr_array_index (classes, selected));
}

static void
round_cb (VotumCompareChoices *self)
{
  guint selected = gtk_drop_down_get_selected (self->round_choice);

  if (!self->filling && self->look != NULL && selected != GTK_INVALID_LIST_POSITION)
    votum_compare_look_set_round (self->look, selected);
}

/* ---- finalists and jurors ---- */

static void
checked_cb (VotumCompareChoices *self,
            GtkCheckButton      *check)
{
  VotumThing *thing = g_object_get_data (G_OBJECT (check), "votum-thing");

  if (self->filling || votum_compare_look_choose (self->look, thing, gtk_check_button_get_active (check)))
    return;
  /* the last one stays: nothing would be left to look at */
  self->filling = TRUE;
  gtk_check_button_set_active (check, TRUE);
  self->filling = FALSE;
  gtk_widget_error_bell (GTK_WIDGET (check));
}

static void
all_cb (VotumCompareChoices *self,
        GtkWidget           *button)
{
  GtkWidget *box = gtk_widget_get_parent (button);

  votum_compare_look_choose_all (self->look, box == GTK_WIDGET (self->entrants_box) ? VOTUM_KIND_ENTRANT : VOTUM_KIND_JUROR);
  self->filling = TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_CHECK_BUTTON (child))
      gtk_check_button_set_active (GTK_CHECK_BUTTON (child), TRUE);
  self->filling = FALSE;
}

static void
fill_checks (VotumCompareChoices *self,
             GtkBox              *box,
             VotumKind            kind)
{
  g_autoptr(GPtrArray) things = votum_compare_look_list (self->look, kind);
  GtkWidget *all = gtk_button_new_with_mnemonic (kind == VOTUM_KIND_ENTRANT ? _("_All Finalists") : _("_All Jurors"));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  for (guint i = 0; i < things->len; i++)
    {
      VotumThing *thing = g_ptr_array_index (things, i);
      g_autofree char *name = votum_desk_name (desk_of (self), thing);
      GtkWidget *check = gtk_check_button_new_with_label (name);

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), votum_compare_look_get_chosen (self->look, thing));
      g_object_set_data_full (G_OBJECT (check), "votum-thing", g_object_ref (thing), g_object_unref);
      g_signal_connect_object (check, "toggled", G_CALLBACK (checked_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (box, check);
    }
  gtk_widget_add_css_class (all, "flat");
  g_signal_connect_object (all, "clicked", G_CALLBACK (all_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (box, all);
}

/* Before the popover is shown, so that the first of them gets the focus. */
static void
fill_cb (GtkMenuButton *button,
         gpointer       data)
{
  VotumCompareChoices *self = VOTUM_COMPARE_CHOICES (data);

  if (button == self->entrants)
    fill_checks (self, self->entrants_box, VOTUM_KIND_ENTRANT);
  else
    fill_checks (self, self->jurors_box, VOTUM_KIND_JUROR);
}

static void
name_button (GtkMenuButton *button,
             guint          n_chosen,
             guint          n_all,
             VotumKind      kind)
{
  g_autofree char *label = NULL;

  if (n_chosen < n_all && kind == VOTUM_KIND_ENTRANT)
    label = g_strdup_printf (ngettext ("%u of %u Finalists", "%u of %u Finalists", n_all), n_chosen, n_all);
  else if (n_chosen < n_all)
    label = g_strdup_printf (ngettext ("%u of %u Jurors", "%u of %u Jurors", n_all), n_chosen, n_all);
  else if (kind == VOTUM_KIND_ENTRANT)
    label = g_strdup_printf (ngettext ("%u Finalist", "%u Finalists", n_all), n_all);
  else
    label = g_strdup_printf (ngettext ("%u Juror", "%u Jurors", n_all), n_all);
  gtk_menu_button_set_label (button, label);
  gtk_widget_set_visible (GTK_WIDGET (button), n_all > 1);
}

static void
show_button (VotumCompareChoices *self,
             GtkMenuButton       *button,
             VotumKind            kind)
{
  g_autoptr(GPtrArray) things = votum_compare_look_list (self->look, kind);
  guint n_chosen = 0;

  for (guint i = 0; i < things->len; i++)
    n_chosen += votum_compare_look_get_chosen (self->look, g_ptr_array_index (things, i));
  name_button (button, n_chosen, things->len, kind);
}

static void
changed_cb (VotumCompareChoices *self)
{
  fill_classes (self);
  fill_rounds (self);
  show_button (self, self->entrants, VOTUM_KIND_ENTRANT);
  show_button (self, self->jurors, VOTUM_KIND_JUROR);
}

static void
votum_compare_choices_dispose (GObject *object)
{
  VotumCompareChoices *self = VOTUM_COMPARE_CHOICES (object);

  g_clear_pointer (&self->wrap, gtk_widget_unparent);
  g_clear_object (&self->look);

  G_OBJECT_CLASS (votum_compare_choices_parent_class)->dispose (object);
}

static void
votum_compare_choices_class_init (VotumCompareChoicesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_compare_choices_dispose;

  g_type_ensure (VOTUM_TYPE_WRAP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-compare-choices.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumCompareChoices, wrap);
  gtk_widget_class_bind_template_child (widget_class, VotumCompareChoices, class_choice);
  gtk_widget_class_bind_template_child (widget_class, VotumCompareChoices, round_choice);
  gtk_widget_class_bind_template_child (widget_class, VotumCompareChoices, entrants);
  gtk_widget_class_bind_template_child (widget_class, VotumCompareChoices, entrants_box);
  gtk_widget_class_bind_template_child (widget_class, VotumCompareChoices, jurors);
  gtk_widget_class_bind_template_child (widget_class, VotumCompareChoices, jurors_box);
  gtk_widget_class_bind_template_callback (widget_class, class_cb);
  gtk_widget_class_bind_template_callback (widget_class, round_cb);
}

static void
votum_compare_choices_init (VotumCompareChoices *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = FALSE;
  gtk_menu_button_set_create_popup_func (self->entrants, fill_cb, self, NULL);
  gtk_menu_button_set_create_popup_func (self->jurors, fill_cb, self, NULL);
}

/**
 * votum_compare_choices_set_look:
 * @self: choices
 * @look: what is looked at
 */
void
votum_compare_choices_set_look (VotumCompareChoices *self,
                                VotumCompareLook    *look)
{
  self->look = g_object_ref (look);
  g_signal_connect_object (look, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}
