#include "votum-config.h"

#include "votum-tie-breaks.h"

#include <glib/gi18n.h>

#include "votum-tie-break-row.h"

struct _VotumTieBreaks {
  GtkWidget            parent_instance;

  AdwPreferencesGroup *group;
  GtkMenuButton       *add_button;
  GtkWidget           *menu_box;
  GtkWidget           *none_row;

  VotumRuleDraft      *draft;
  GPtrArray           *rows;   /* of VotumTieBreakRow */
};

G_DEFINE_FINAL_TYPE (VotumTieBreaks, votum_tie_breaks, GTK_TYPE_WIDGET)

static VotumTerms *
get_terms (VotumTieBreaks *self)
{
  VotumThing *stored = votum_rule_draft_get_stored (self->draft);

  return stored != NULL ? votum_rule_get_terms (VOTUM_RULE (stored), NULL) : NULL;
}

/* Writes the tie-breaks with the one at @from taken out and put in again at @to; @to is -1 where it goes. */
static gboolean
rearrange (VotumTieBreaks *self,
           guint           from,
           int             to)
{
  g_autoptr(VotumTerms) terms = get_terms (self);
  g_autofree char *text = NULL;
  VotumTieBreak tie;

  if (terms == NULL || from >= terms->tie_breaks->len || to >= (int) terms->tie_breaks->len)
    return FALSE;

  tie.kind = g_array_index (terms->tie_breaks, VotumTieBreak, from).kind;
  tie.criteria = g_strdupv (g_array_index (terms->tie_breaks, VotumTieBreak, from).criteria);
  g_array_remove_index (terms->tie_breaks, from);
  if (to >= 0)
    g_array_insert_val (terms->tie_breaks, to, tie);
  else
    g_strfreev (tie.criteria);
  text = votum_terms_tie_breaks_to_text (terms);

  return votum_rule_draft_set (self->draft, VOTUM_RULE_TIE_BREAKS, text);
}

static void
focus_row (VotumTieBreaks *self,
           int             place)
{
  if (place >= 0 && place < (int) self->rows->len)
    gtk_widget_grab_focus (g_ptr_array_index (self->rows, place));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->add_button));
}

static void
moved_cb (VotumTieBreaks   *self,
          int               by,
          VotumTieBreakRow *row)
{
  int to = (int) votum_tie_break_row_place (row) + by;

  if (to >= 0 && rearrange (self, votum_tie_break_row_place (row), to))
    focus_row (self, to);
}

static void
dropped_cb (VotumTieBreaks   *self,
            guint             from,
            VotumTieBreakRow *row)
{
  rearrange (self, from, (int) votum_tie_break_row_place (row));
}

static void
removed_cb (VotumTieBreaks   *self,
            VotumTieBreakRow *row)
{
  guint place = votum_tie_break_row_place (row);

  if (!rearrange (self, place, -1))
    return;
  votum_desk_toast (votum_criteria_editor_get_desk (votum_rule_draft_get_editor (self->draft)), TRUE, "%s", _("The step is taken out"));
  focus_row (self, (int) place - 1);
}

static void
criteria_cb (VotumTieBreaks   *self,
             const char       *keys,
             VotumTieBreakRow *row)
{
  g_autoptr(VotumTerms) terms = get_terms (self);
  g_autofree char *text = NULL;
  guint place = votum_tie_break_row_place (row);

  if (terms == NULL || place >= terms->tie_breaks->len)
    return;
  g_strfreev (g_array_index (terms->tie_breaks, VotumTieBreak, place).criteria);
  g_array_index (terms->tie_breaks, VotumTieBreak, place).criteria = g_strsplit (keys, " ", -1);
  text = votum_terms_tie_breaks_to_text (terms);
  votum_rule_draft_set (self->draft, VOTUM_RULE_TIE_BREAKS, text);
}

/* ---- adding ---- */

/* The first criterion, to begin with: a step that names none is no step. */
static char **
first_criterion (VotumTieBreaks *self)
{
  GListModel *criteria = votum_case_get_things (votum_criteria_editor_get_case (votum_rule_draft_get_editor (self->draft)), VOTUM_KIND_CRITERION);
  g_autoptr(VotumThing) first = g_list_model_get_item (criteria, 0);
  const char *keys[] = { first != NULL ? votum_thing_get_key (first) : NULL, NULL };

  return g_strdupv ((char **) keys);
}

static void
add_kind (VotumTieBreaks *self,
          VotumTieKind    kind)
{
  g_autoptr(VotumTerms) terms = get_terms (self);
  VotumTieBreak tie = { kind, kind == VOTUM_TIE_CRITERIA ? first_criterion (self) : NULL };
  g_autofree char *text = NULL;

  if (terms == NULL)
    return;
  g_array_append_val (terms->tie_breaks, tie);
  text = votum_terms_tie_breaks_to_text (terms);
  if (votum_rule_draft_set (self->draft, VOTUM_RULE_TIE_BREAKS, text))
    focus_row (self, (int) self->rows->len - 1);
}

static void
choice_cb (VotumTieBreaks *self,
           GtkWidget      *button)
{
  gtk_menu_button_popdown (self->add_button);
  add_kind (self, (VotumTieKind) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "votum-kind")));
}

static gboolean
has_kind (VotumTerms   *terms,
          VotumTieKind  kind)
{
  for (guint i = 0; i < terms->tie_breaks->len; i++)
    if (g_array_index (terms->tie_breaks, VotumTieBreak, i).kind == kind)
      return TRUE;

  return FALSE;
}

/* What is in the list already decides nothing a second time, except for other criteria. */
static void
fill_menu (VotumTieBreaks *self,
           VotumTerms     *terms)
{
  GtkWidget *child;
  gboolean any_criterion = g_list_model_get_n_items (votum_case_get_things (votum_criteria_editor_get_case (votum_rule_draft_get_editor (self->draft)),
                                                                            VOTUM_KIND_CRITERION)) > 0;

  while ((child = gtk_widget_get_first_child (self->menu_box)) != NULL)
    gtk_box_remove (GTK_BOX (self->menu_box), child);
  for (int kind = VOTUM_TIE_CRITERIA; kind <= VOTUM_TIE_CHAIR; kind++)
    {
      GtkWidget *button;

      if (kind == VOTUM_TIE_CRITERIA ? !any_criterion : has_kind (terms, (VotumTieKind) kind))
        continue;
      button = gtk_button_new_with_label (votum_tie_kind_title ((VotumTieKind) kind));
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_halign (gtk_button_get_child (GTK_BUTTON (button)), GTK_ALIGN_START);
      g_object_set_data (G_OBJECT (button), "votum-kind", GINT_TO_POINTER (kind));
      g_signal_connect_object (button, "clicked", G_CALLBACK (choice_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->menu_box), button);
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button), gtk_widget_get_first_child (self->menu_box) != NULL);
}

static void
show_steps (VotumTieBreaks *self)
{
  g_autoptr(VotumTerms) terms = get_terms (self);
  guint n;

  if (terms == NULL)
    return;
  n = terms->tie_breaks->len;
  while (self->rows->len > n)
    {
      adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, self->rows->len - 1));
      g_ptr_array_set_size (self->rows, (int) self->rows->len - 1);
    }
  while (self->rows->len < n)
    {
      GtkWidget *row = votum_tie_break_row_new (self->draft);

      g_signal_connect_object (row, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "dropped", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "criteria", G_CALLBACK (criteria_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (self->group, row);
      g_ptr_array_add (self->rows, row);
    }
  for (guint i = 0; i < n; i++)
    votum_tie_break_row_show (g_ptr_array_index (self->rows, i), &g_array_index (terms->tie_breaks, VotumTieBreak, i), i, n);
  gtk_widget_set_visible (self->none_row, n == 0);
  fill_menu (self, terms);
}

static void
votum_tie_breaks_dispose (GObject *object)
{
  VotumTieBreaks *self = VOTUM_TIE_BREAKS (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (votum_tie_breaks_parent_class)->dispose (object);
}

static void
votum_tie_breaks_finalize (GObject *object)
{
  g_ptr_array_unref (VOTUM_TIE_BREAKS (object)->rows);

  G_OBJECT_CLASS (votum_tie_breaks_parent_class)->finalize (object);
}

static void
votum_tie_breaks_class_init (VotumTieBreaksClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_tie_breaks_dispose;
  G_OBJECT_CLASS (klass)->finalize = votum_tie_breaks_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-tie-breaks.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumTieBreaks, group);
  gtk_widget_class_bind_template_child (widget_class, VotumTieBreaks, add_button);
  gtk_widget_class_bind_template_child (widget_class, VotumTieBreaks, menu_box);
  gtk_widget_class_bind_template_child (widget_class, VotumTieBreaks, none_row);
}

static void
votum_tie_breaks_init (VotumTieBreaks *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
votum_tie_breaks_set_draft (VotumTieBreaks *self,
                            VotumRuleDraft *draft)
{
  self->draft = g_object_ref (draft);
  g_signal_connect_object (draft, "changed", G_CALLBACK (show_steps), self, G_CONNECT_SWAPPED);
  votum_criteria_editor_guard (votum_rule_draft_get_editor (draft), GTK_WIDGET (self->group));
  show_steps (self);
}
