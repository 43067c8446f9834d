#include "votum-config.h"

#include "votum-level-box.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "votum-format.h"

struct _VotumLevelBox {
  GtkWidget  parent_instance;

  GtkLabel  *heading;
  GtkLabel  *body;
};

G_DEFINE_FINAL_TYPE (VotumLevelBox, votum_level_box, GTK_TYPE_WIDGET)

/* Texts are not said for every part of a scale, so that there are thirds: low, middle, high. */
#define LOW_END 0.34
#define HIGH_BEGIN 0.66

static void
votum_level_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (votum_level_box_parent_class)->dispose (object);
}

static void
votum_level_box_class_init (VotumLevelBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_level_box_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-level-box.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumLevelBox, heading);
  gtk_widget_class_bind_template_child (widget_class, VotumLevelBox, body);
}

static void
votum_level_box_init (VotumLevelBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_line (GString    *body,
          const char *line)
{
  if (*line == '\0')
    return;
  if (body->len > 0)
    g_string_append_c (body, '\n');
  g_string_append (body, line);
}

static void
add_part (GString    *body,
          const char *word,
          const char *text)
{
  g_autofree char *line = NULL;

  if (*text == '\0')
    return;
  /* TRANSLATORS: low, middle or high, and what counts as that on a criterion: "High: Leaders are where …" */
  line = g_strdup_printf (_("%s: %s"), word, text);
  add_line (body, line);
}

static const char *
word_of (guint field)
{
  switch (field)
    {
    case VOTUM_CRITERION_LOW:
      return C_("level", "Low");
    case VOTUM_CRITERION_HIGH:
      return C_("level", "High");
    default:
      return C_("level", "Middle");
    }
}

/* Without a mark: what each mark is called, what is asked, and what counts as low, middle and high. */
static void
describe_criterion (VotumDesk        *desk,
                    VotumScoringItem *item,
                    GString          *body)
{
  g_autofree char *levels = item->scale != NULL ? votum_mark_scale_levels (item->scale) : NULL;

  if (levels != NULL)
    add_line (body, levels);
  add_line (body, votum_desk_text (desk, item->criterion, VOTUM_CRITERION_DESCRIPTION));
  for (guint field = VOTUM_CRITERION_LOW; field <= VOTUM_CRITERION_HIGH; field++)
    add_part (body, word_of (field), votum_desk_text (desk, item->criterion, field));
}

static void
describe_value (VotumDesk        *desk,
                VotumScoringItem *item,
                const char       *value,
                GString          *body)
{
  VotumThing *level = votum_mark_scale_find_level (item->scale, value, NULL);
  double height = votum_mark_scale_height (item->scale, value);
  guint field = height < LOW_END ? VOTUM_CRITERION_LOW : height > HIGH_BEGIN ? VOTUM_CRITERION_HIGH : VOTUM_CRITERION_MIDDLE;

  if (level != NULL)
    add_line (body, votum_desk_text (desk, level, VOTUM_LEVEL_DESCRIPTION));
  add_part (body, word_of (field),
            votum_desk_text (desk, item->criterion, field));
}

static char *
make_heading (VotumDesk        *desk,
              VotumScoringItem *item,
              const char       *value)
{
  gboolean exact;
  VotumThing *level;
  g_autofree char *described = NULL;
  g_autofree char *from = NULL;

  if (value == NULL || item->scale == NULL)
    return g_strdup (item->name);

  described = votum_mark_scale_describe (item->scale, value);
  level = votum_mark_scale_find_level (item->scale, value, &exact);
  if (level == NULL || exact)
    return g_strdup_printf (_("%s: %s"), item->name, described);

  from = votum_format_number (votum_thing_get_text (level, VOTUM_LEVEL_VALUE));

  /* TRANSLATORS: a criterion, a mark that is between two levels, the word of the lower one and where it begins:
   * "Leadership: 55 (Good, from 50)" */
  return g_strdup_printf (_("%s: %s (%s, from %s)"), item->name, described, votum_desk_text (desk, level, VOTUM_LEVEL_LABEL), from);
}

/**
 * votum_level_box_show:
 * @self: a box
 * @desk: the desk
 * @who: (nullable): the name of the finalist, where it is not said beside the box
 * @item: (nullable): the criterion; without one the box is empty
 * @value: (nullable): the mark in canonical text; without one the box tells what the criterion asks for
 */
void
votum_level_box_show (VotumLevelBox    *self,
                      VotumDesk        *desk,
                      const char       *who,
                      VotumScoringItem *item,
                      const char       *value)
{
  g_autoptr(GString) body = g_string_new (NULL);
  g_autofree char *heading = NULL;
  g_autofree char *whole = NULL;

  g_return_if_fail (VOTUM_IS_LEVEL_BOX (self));

  gtk_widget_set_visible (GTK_WIDGET (self), item != NULL);
  if (item == NULL)
    return;

  if (value != NULL && strcmp (value, VOTUM_MARK_NONE_OBSERVED) == 0)
    add_line (body, _("There was nothing to judge this by. It leaves the mark out; it is no low mark."));
  else if (value != NULL && item->scale != NULL)
    describe_value (desk, item, value, body);
  else
    describe_criterion (desk, item, body);
  if (item->scale != NULL && votum_mark_scale_is_falling (item->scale))
    add_line (body, _("On this scale the lowest mark is the best."));

  heading = make_heading (desk, item, value);
  whole = who != NULL ? g_strdup_printf ("%s · %s", who, heading) : g_steal_pointer (&heading);
  gtk_label_set_text (self->heading, whole);
  gtk_label_set_text (self->body, body->str);
  gtk_widget_set_visible (GTK_WIDGET (self->body), body->len > 0);
}
