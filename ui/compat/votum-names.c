#include "votum-names.h"

#include <adwaita.h>

/* What a screen reader is told by GTK 4.8 and is told better by newer versions:
 * - a button with a text is read twice, once with the underscore of its mnemonic;
 * - a button with an icon has no name, though its tooltip is one;
 * - a choice has a name, but the button inside it, which gets the focus, has none;
 * - the hidden children of a stack are read.
 * A newer GTK names a choice after what is chosen, so that one no longer hears what it is that one chooses. */

static GQuark
named_quark (void)
{
  return g_quark_from_static_string ("votum-named");
}

static gboolean
has_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (has_text (child))
      return TRUE;

  return FALSE;
}

static void
name_after_tooltip (GtkWidget *widget)
{
  const char *tooltip = gtk_widget_get_tooltip_text (widget);

  if (tooltip != NULL && g_object_get_qdata (G_OBJECT (widget), named_quark ()) == NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
}

static void
name_button (GtkWidget *button)
{
  /* where the label has a mnemonic, it is part of the name already, as the widget that labels the button */
  if (gtk_button_get_label (GTK_BUTTON (button)) != NULL)
    {
      if (gtk_button_get_use_underline (GTK_BUTTON (button)))
        gtk_accessible_reset_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL);
    }
  else if (gtk_button_get_icon_name (GTK_BUTTON (button)) != NULL || !has_text (button))
    name_after_tooltip (button);
}

static void
name_menu_button (GtkWidget *button)
{
  if (gtk_menu_button_get_label (GTK_MENU_BUTTON (button)) == NULL)
    name_after_tooltip (button);
}

/* the focus goes to the button inside, which has no name of its own */
static void
name_drop_down (GtkWidget *drop_down)
{
  gtk_accessible_update_relation (GTK_ACCESSIBLE (gtk_widget_get_first_child (drop_down)), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  drop_down, NULL, -1);
}

/* GTK's own dialogs know best how to name what is in them. */
static gboolean
is_ours (GtkWidget *widget)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (g_str_has_prefix (G_OBJECT_TYPE_NAME (widget), "Votum"))
      return TRUE;

  return FALSE;
}

static gboolean
newer_map_hook (GSignalInvocationHint *hint,
                guint                  n_values,
                const GValue          *values,
                gpointer               data)
{
  GtkWidget *widget = g_value_get_object (&values[0]);

  if (GTK_IS_DROP_DOWN (widget) && is_ours (widget))
    {
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
      name_drop_down (widget);
    }

  return TRUE;
}

/* A page without anything on it to press gives the focus to the scroller in it. */
static void
name_status_page (GtkWidget *page)
{
  const char *title = adw_status_page_get_title (ADW_STATUS_PAGE (page));

  if (title != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (page)), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

static gboolean
map_hook (GSignalInvocationHint *hint,
          guint                  n_values,
          const GValue          *values,
          gpointer               data)
{
  GtkWidget *widget = g_value_get_object (&values[0]);

  if (GTK_IS_BUTTON (widget))
    name_button (widget);
  else if (GTK_IS_MENU_BUTTON (widget))
    name_menu_button (widget);
  else if (GTK_IS_DROP_DOWN (widget))
    name_drop_down (widget);
  else if (ADW_IS_STATUS_PAGE (widget))
    name_status_page (widget);

  return TRUE;
}

/**
 * votum_names_watch:
 *
 * From now on every button and every choice that comes into view has the name that its looks promise.
 */
void
votum_names_watch (void)
{
  g_autoptr(GTypeClass) widget_class G_GNUC_UNUSED = g_type_class_ref (GTK_TYPE_WIDGET);
  gboolean newer = gtk_check_version (4, 10, 0) == NULL;

  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, newer ? newer_map_hook : map_hook, NULL, NULL);
}

/**
 * votum_names_set:
 * @widget: a button whose tooltip is not its name: it says why it cannot be pressed
 * @name: its name
 */
void
votum_names_set (GtkWidget  *widget,
                 const char *name)
{
  g_object_set_qdata (G_OBJECT (widget), named_quark (), widget);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * votum_names_show_only:
 * @stack: a stack
 * @name: the child to show
 *
 * Shows a child of a stack; the others are hidden also from a screen reader.
 */
void
votum_names_show_only (GtkStack   *stack,
                       const char *name)
{
  GtkWidget *shown = gtk_stack_get_child_by_name (stack, name);

  g_return_if_fail (shown != NULL);

  gtk_widget_set_visible (shown, TRUE);
  gtk_stack_set_visible_child (stack, shown);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (stack)); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_visible (child, child == shown);
}

/**
 * votum_names_set_label:
 * @button: a button that may be in view already
 * @label: its new text, which may have a mnemonic
 *
 * Says something else on a button, and lets a screen reader say it once.
 */
void
votum_names_set_label (GtkButton  *button,
                       const char *label)
{
  gtk_button_set_label (button, label);
  if (gtk_check_version (4, 10, 0) != NULL)
    name_button (GTK_WIDGET (button));
}

/**
 * votum_names_set_icon:
 * @button: a button with a tooltip that may be in view already
 * @icon_name: the icon that takes the place of what was on it
 */
void
votum_names_set_icon (GtkButton  *button,
                      const char *icon_name)
{
  gtk_button_set_icon_name (button, icon_name);
  if (gtk_check_version (4, 10, 0) != NULL)
    name_button (GTK_WIDGET (button));
}

/**
 * votum_names_set_tooltip:
 * @widget: a widget of a row, of which there are many
 * @text: (nullable): what its tooltip says
 *
 * Sets a tooltip without asking the X server where the pointer is, which GTK 4.8 does and waits for, for every widget that is not
 * hidden, also where none of it can be seen yet.
 */
void
votum_names_set_tooltip (GtkWidget  *widget,
                         const char *text)
{
  gboolean hide = gtk_widget_get_visible (widget) && !gtk_widget_get_mapped (widget);

  if (g_strcmp0 (gtk_widget_get_tooltip_text (widget), text) == 0)
    return;
  if (hide)
    gtk_widget_set_visible (widget, FALSE);
  gtk_widget_set_tooltip_text (widget, text);
  if (hide)
    gtk_widget_set_visible (widget, TRUE);
}
