#include "votum-config.h"

#include "votum-finalist-sections.h"

#include <glib/gi18n.h>

#include "votum-field-row.h"
#include "votum-finalist-words.h"
#include "votum-format.h"
#include "votum-part-buttons.h"
#include "votum-section-view.h"
#include "votum-thing-form.h"
#include "votum-things.h"

struct _VotumFinalistSections {
  VotumPart parent_instance;

  GtkWidget *add_button;
  GtkWidget *empty_label;
};

G_DEFINE_FINAL_TYPE (VotumFinalistSections, votum_finalist_sections, VOTUM_TYPE_PART)

static void
added_cb (VotumThing *section,
          gpointer    data)
{
  VotumDesk *desk = data;

  votum_desk_toast (desk, TRUE, _("The section has been added"));
}

static void
add_cb (VotumFinalistSections *self)
{
  static const VotumFieldSpec fields[] = {
    { VOTUM_SECTION_HEADING, N_("Heading") },
    { VOTUM_SECTION_CRITERION, N_("Criterion It Answers") },
    { VOTUM_SECTION_TEXT, N_("Text") },
    { 0, NULL },
  };
  static const VotumThingFormSpec spec = { N_("New Section"), N_("_Add"), "section:new", fields };
  VotumPart *part = VOTUM_PART (self);
  VotumDesk *desk = votum_part_get_desk (part);
  g_autoptr(VotumThing) section = votum_thing_new (VOTUM_KIND_SECTION);
  VotumThing *award = votum_case_get_award (votum_desk_get_case (desk));
  const char *languages = award != NULL ? votum_thing_get_text (award, VOTUM_AWARD_LANGUAGES) : NULL;
  g_auto(GStrv) codes = g_strsplit (languages != NULL ? languages : "", " ", 2);

  votum_thing_set_ref (section, VOTUM_SECTION_ENTRANT, votum_thing_get_id (votum_part_get_subject (part)));
  /* what the award speaks, entrants mostly write; it can be changed where it stands */
  if (codes[0] != NULL && *codes[0] != '\0')
    votum_thing_set_from_text (section, VOTUM_SECTION_LANGUAGE, codes[0], NULL);
  votum_thing_form_present (GTK_WIDGET (self), desk, &spec, section, added_cb, desk);
}

static GtkWidget *
new_editor (VotumPart  *part,
            VotumThing *section)
{
  VotumDesk *desk = votum_part_get_desk (part);
  GtkWidget *row = adw_expander_row_new ();
  AdwExpanderRow *expander = ADW_EXPANDER_ROW (row);

  adw_expander_row_add_row (expander, votum_field_row_new (desk, section, VOTUM_SECTION_HEADING, _("Heading")));
  adw_expander_row_add_row (expander, votum_field_row_ref (desk, section, VOTUM_SECTION_CRITERION, _("Criterion It Answers"), _("None")));
  adw_expander_row_add_row (expander, votum_field_row_language (desk, section, VOTUM_SECTION_LANGUAGE, _("Language")));
  adw_expander_row_add_row (expander, votum_field_row_prose (desk, section, VOTUM_SECTION_TEXT, _("Text")));
  adw_expander_row_add_row (expander, votum_part_buttons_new (part, section, _("The section has been taken out")));

  return row;
}

static GtkWidget *
votum_finalist_sections_new_row (VotumPart  *part,
                                 VotumThing *section)
{
  return votum_part_get_editing (part) ? new_editor (part, section) : votum_section_view_new ();
}

/* A section without heading is known by how it begins. */
static char *
title_of (VotumDesk  *desk,
          VotumThing *section)
{
  if (votum_thing_is_set (section, VOTUM_SECTION_HEADING))
    return g_strdup (votum_desk_text (desk, section, VOTUM_SECTION_HEADING));

  return votum_format_excerpt (votum_desk_text (desk, section, VOTUM_SECTION_TEXT), 40);
}

static void
votum_finalist_sections_update_row (VotumPart  *part,
                                    GtkWidget  *row,
                                    VotumThing *section)
{
  VotumDesk *desk = votum_part_get_desk (part);
  g_autofree char *title = NULL;

  if (VOTUM_IS_SECTION_VIEW (row))
    {
      votum_section_view_update (VOTUM_SECTION_VIEW (row), desk, section);
      return;
    }
  title = title_of (desk, section);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
}

static void
votum_finalist_sections_shown (VotumPart *part,
                               guint      n_rows)
{
  VotumFinalistSections *self = VOTUM_FINALIST_SECTIONS (part);

  gtk_widget_set_visible (self->add_button, votum_part_get_editing (part));
  gtk_widget_set_visible (self->empty_label, n_rows == 0);
}

static void
votum_finalist_sections_class_init (VotumFinalistSectionsClass *klass)
{
  VotumPartClass *part_class = VOTUM_PART_CLASS (klass);

  part_class->kind = VOTUM_KIND_SECTION;
  part_class->new_row = votum_finalist_sections_new_row;
  part_class->update_row = votum_finalist_sections_update_row;
  part_class->shown = votum_finalist_sections_shown;
}

static void
votum_finalist_sections_init (VotumFinalistSections *self)
{
  self->add_button = votum_part_buttons_add (_("Add _Section"), _("Add a section to the submission"), G_CALLBACK (add_cb), self);
  self->empty_label = gtk_label_new (_("There is no text in the submission. A shortlist brings it along, or it is written here under Edit."));
  gtk_label_set_wrap (GTK_LABEL (self->empty_label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->empty_label), 0);
  gtk_widget_add_css_class (self->empty_label, "dim-label");
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Submission"));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), self->add_button);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->empty_label);
}
