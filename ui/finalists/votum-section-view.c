#include "votum-config.h"

#include "votum-section-view.h"

#include <glib/gi18n.h>

#include "votum-language-names.h"
#include "votum-things.h"

struct _VotumSectionView {
  GtkWidget parent_instance;

  GtkLabel *heading_label;
  GtkLabel *caption_label;
  GtkLabel *text_label;
};

G_DEFINE_FINAL_TYPE (VotumSectionView, votum_section_view, GTK_TYPE_WIDGET)

static void
votum_section_view_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (votum_section_view_parent_class)->dispose (object);
}

static void
votum_section_view_class_init (VotumSectionViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_section_view_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-section-view.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumSectionView, heading_label);
  gtk_widget_class_bind_template_child (widget_class, VotumSectionView, caption_label);
  gtk_widget_class_bind_template_child (widget_class, VotumSectionView, text_label);
}

static void
votum_section_view_init (VotumSectionView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
votum_section_view_new (void)
{
  return g_object_new (VOTUM_TYPE_SECTION_VIEW, NULL);
}

/* Setting the same text would take a reader's selection away. */
static void
set_text (GtkLabel   *label,
          const char *text)
{
  if (g_strcmp0 (gtk_label_get_text (label), text) != 0)
    gtk_label_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

/* What the section answers, and the language it is in. */
static char *
caption_of (VotumDesk  *desk,
            VotumThing *section)
{
  gint64 id = votum_thing_get_ref (section, VOTUM_SECTION_CRITERION);
  VotumThing *criterion = id != 0 ? votum_case_lookup (votum_desk_get_case (desk), id) : NULL;
  g_autofree char *name = criterion != NULL ? votum_desk_name (desk, criterion) : NULL;
  const char *code = votum_thing_get_text (section, VOTUM_SECTION_LANGUAGE);
  const char *language = code != NULL && *code != '\0' ? votum_language_name (code) : NULL;

  if (name != NULL && language != NULL)
    /* TRANSLATORS: below the heading of a section: which criterion it is about, and its language */
    return g_strdup_printf (_("Answers “%s” · %s"), name, language);
  if (name != NULL)
    /* TRANSLATORS: below the heading of a section: which criterion it is about */
    return g_strdup_printf (_("Answers “%s”"), name);

  return g_strdup (language != NULL ? language : "");
}

/**
 * votum_section_view_update:
 * @self: a view
 * @desk: a desk
 * @section: what it shows
 */
void
votum_section_view_update (VotumSectionView *self,
                           VotumDesk        *desk,
                           VotumThing       *section)
{
  g_autofree char *caption = caption_of (desk, section);

  g_return_if_fail (VOTUM_IS_SECTION_VIEW (self));

  set_text (self->heading_label, votum_desk_text (desk, section, VOTUM_SECTION_HEADING));
  set_text (self->caption_label, caption);
  set_text (self->text_label, votum_desk_text (desk, section, VOTUM_SECTION_TEXT));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  votum_desk_text (desk, section, VOTUM_SECTION_HEADING), -1);
}
