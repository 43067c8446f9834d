#include "votum-config.h"

#include "votum-part-buttons.h"

#include <glib/gi18n.h>

#include "votum-case-edit.h"

typedef struct {
  VotumPart *part;  /* holds what holds the buttons */
  VotumThing *thing;
  char *removed;
} Buttons;

static void
buttons_free (gpointer  data,
              GClosure *closure)
{
  Buttons *buttons = data;

  g_object_unref (buttons->thing);
  g_free (buttons->removed);
  g_free (buttons);
}

static void
remove_cb (Buttons *buttons)
{
  votum_part_remove (buttons->part, buttons->thing, buttons->removed);
}

static guint
place_of (Buttons *buttons)
{
  GListModel *things = votum_case_get_things (votum_part_get_case (buttons->part), votum_thing_get_kind (buttons->thing));
  VotumPartClass *klass = VOTUM_PART_GET_CLASS (buttons->part);
  guint place = 0;

  for (guint i = 0; i < g_list_model_get_n_items (things); i++)
    {
      g_autoptr(VotumThing) thing = g_list_model_get_item (things, i);

      if (thing != buttons->thing && klass->includes (buttons->part, thing) && klass->compare (thing, buttons->thing) < 0)
        place++;
    }

  return place;
}

static void
move (Buttons *buttons,
      int      by)
{
  VotumDesk *desk = votum_part_get_desk (buttons->part);
  guint place = place_of (buttons);
  GError *error = NULL;

  if (by < 0 && place == 0)
    return;
  votum_desk_flush (desk);
  votum_case_move (votum_desk_get_case (desk), buttons->thing, place + by, NULL, &error);
  votum_desk_report (desk, error);
}

static void
up_cb (Buttons *buttons)
{
  move (buttons, -1);
}

static void
down_cb (Buttons *buttons)
{
  move (buttons, 1);
}

static void
add_button (GtkWidget  *box,
            VotumPart  *part,
            VotumThing *thing,
            const char *label,
            const char *removed,
            GCallback   callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);
  Buttons *buttons = g_new0 (Buttons, 1);

  buttons->part = part;
  buttons->thing = g_object_ref (thing);
  buttons->removed = g_strdup (removed);
  g_signal_connect_data (button, "clicked", callback, buttons, buttons_free, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (button, "flat");
  gtk_box_append (GTK_BOX (box), button);
}

/**
 * votum_part_buttons_new:
 * @part: the part that @thing is shown in
 * @thing: what is being changed
 * @removed: what the toast says when it has been taken out
 *
 * Returns: (transfer floating): a row with the buttons
 */
GtkWidget *
votum_part_buttons_new (VotumPart  *part,
                        VotumThing *thing,
                        const char *removed)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  if (votum_thing_info_find (votum_thing_get_info (thing), "position") >= 0)
    {
      add_button (box, part, thing, _("Move _Up"), NULL, G_CALLBACK (up_cb));
      add_button (box, part, thing, _("Move _Down"), NULL, G_CALLBACK (down_cb));
    }
  add_button (box, part, thing, _("_Remove"), removed, G_CALLBACK (remove_cb));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);

  return row;
}

/**
 * votum_part_buttons_add:
 * @label: what it adds, with mnemonic
 * @tooltip: the same in a sentence
 * @clicked: (swapped): called with @data
 * @data: an object that lives as long as the button
 *
 * Returns: (transfer floating): a flat button for the head of a part
 */
GtkWidget *
votum_part_buttons_add (const char *label,
                        const char *tooltip,
                        GCallback   clicked,
                        gpointer    data)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "list-add-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), label);
  adw_button_content_set_use_underline (ADW_BUTTON_CONTENT (content), TRUE);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", clicked, data, G_CONNECT_SWAPPED);

  return button;
}

void
votum_part_buttons_set_label (GtkWidget  *button,
                              const char *label)
{
  adw_button_content_set_label (ADW_BUTTON_CONTENT (gtk_button_get_child (GTK_BUTTON (button))), label);
}
