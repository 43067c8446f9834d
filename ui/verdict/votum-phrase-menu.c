#include "votum-config.h"

#include "votum-phrase-menu.h"

#include <glib/gi18n.h>

struct _VotumPhraseMenu {
  GtkPopover  parent_instance;

  GtkListBox *list;
  GtkWidget  *next;   /* (nullable): the first phrase that is not there yet */
};

enum {
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *const part_names[] = {
  [VOTUM_PART_AWARD_LINE] = N_("Award line"),
  [VOTUM_PART_OVERALL] = N_("Overall judgement"),
  [VOTUM_PART_CRITERION] = N_("On the criteria, the heaviest first"),
  [VOTUM_PART_EVIDENCE] = N_("What supports it"),
  [VOTUM_PART_SITE_VISIT] = N_("From the visit"),
  [VOTUM_PART_LEARNING] = N_("What others can learn"),
  [VOTUM_PART_CLOSE_RACE] = N_("The field"),
  [VOTUM_PART_WITHHELD] = N_("Why there is no award"),
  [VOTUM_PART_AGREEMENT] = N_("How it was decided"),
  [VOTUM_PART_MINORITY] = N_("The minority"),
  [VOTUM_PART_RECUSAL] = N_("Recusals"),
  [VOTUM_PART_CLOSING] = N_("Closing"),
};

G_DEFINE_FINAL_TYPE (VotumPhraseMenu, votum_phrase_menu, GTK_TYPE_POPOVER)

static guint
part_of (GtkListBoxRow *row)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "part"));
}

static void
header_cb (GtkListBoxRow *row,
           GtkListBoxRow *before,
           gpointer       data)
{
  GtkWidget *label;

  if (before != NULL && part_of (before) == part_of (row))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (_(part_names[part_of (row)]));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "evidence-heading");
  gtk_list_box_row_set_header (row, label);
}

static GtkWidget *
new_row (const VotumPhrase *phrase)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = gtk_label_new (phrase->text);
  GtkWidget *tick = gtk_image_new_from_icon_name ("object-select-symbolic");
  /* TRANSLATORS: a phrase that can be inserted, and that the text says it already */
  g_autofree char *spoken = phrase->there ? g_strdup_printf (_("%s – there already"), phrase->text) : g_strdup (phrase->text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 32);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 48);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_opacity (tick, phrase->there ? 1 : 0);
  gtk_widget_set_tooltip_text (row, phrase->there ? _("The text says this already") : _("Write it into the text"));
  gtk_box_append (GTK_BOX (box), tick);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data (G_OBJECT (row), "part", GUINT_TO_POINTER (phrase->part));
  g_object_set_data_full (G_OBJECT (row), "words", g_strdup (phrase->text), g_free);

  return row;
}

/**
 * votum_phrase_menu_show:
 * @self: a menu
 * @phrases: (element-type VotumPhrase): what it offers
 *
 * When it opens, the focus goes to the first phrase that is not there yet.
 */
void
votum_phrase_menu_show (VotumPhraseMenu *self,
                        GPtrArray       *phrases)
{
  GtkWidget *child;

  self->next = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < phrases->len; i++)
    {
      const VotumPhrase *phrase = g_ptr_array_index (phrases, i);

      child = new_row (phrase);
      gtk_list_box_append (self->list, child);
      if (self->next == NULL && !phrase->there)
        self->next = child;
    }
}

static void
shown_cb (VotumPhraseMenu *self)
{
  if (self->next != NULL)
    gtk_widget_grab_focus (self->next);
}

static void
activated_cb (VotumPhraseMenu *self,
              GtkListBoxRow   *row)
{
  g_autofree char *words = g_strdup (g_object_get_data (G_OBJECT (row), "words"));
  guint part = part_of (row);

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, part, words);
}

static void
votum_phrase_menu_class_init (VotumPhraseMenuClass *klass)
{
  signals[CHOSEN] = g_signal_new ("chosen", VOTUM_TYPE_PHRASE_MENU, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                  G_TYPE_UINT, G_TYPE_STRING);
}

static void
votum_phrase_menu_init (VotumPhraseMenu *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_header_func (self->list, header_cb, NULL, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "phrases");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Phrases"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 420);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_popover_set_child (GTK_POPOVER (self), scrolled);
  g_signal_connect (self, "show", G_CALLBACK (shown_cb), NULL);
}
