#include "votum-config.h"

#include "votum-tie-break-row.h"

#include <glib/gi18n.h>
#include <string.h>

struct _VotumTieBreakRow {
  AdwActionRow    parent_instance;

  GtkWidget      *handle;
  GtkWidget      *criteria_button;
  GtkWidget      *popover;
  GtkBox         *checks;
  GtkWidget      *up_button;
  GtkWidget      *down_button;
  GtkWidget      *remove_button;

  VotumRuleDraft *draft;
  guint           place;
  char           *keys;     /* (nullable): of the criteria it names, as they were when the list opened */
};

enum {
  MOVED,
  REMOVED,
  CRITERIA,
  DROPPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VotumTieBreakRow, votum_tie_break_row, ADW_TYPE_ACTION_ROW)

/**
 * votum_tie_kind_title:
 * @kind: a way to break a tie
 *
 * Returns: (transfer none): what it is called
 */
const char *
votum_tie_kind_title (VotumTieKind kind)
{
  switch (kind)
    {
    case VOTUM_TIE_CRITERIA:
      return _("The result on certain criteria");
    case VOTUM_TIE_FIRST_PLACES:
      return _("How many jurors have it first");
    case VOTUM_TIE_HEAD_TO_HEAD:
      return _("Head to head among the tied");
    case VOTUM_TIE_HEAVIEST:
      return _("The result on the heaviest criterion");
    case VOTUM_TIE_REVOTE:
      return _("A revote among the tied");
    case VOTUM_TIE_CHAIR:
    default:
      return _("The chair’s casting vote");
    }
}

static const char *
explanation (VotumTieKind kind)
{
  switch (kind)
    {
    case VOTUM_TIE_FIRST_PLACES:
      return _("A juror who has two first gives each a half.");
    case VOTUM_TIE_HEAD_TO_HEAD:
      return _("Who is preferred by more jurors, counted among the tied only.");
    case VOTUM_TIE_HEAVIEST:
      return _("The criterion with the largest share of the whole; of equal ones the first.");
    case VOTUM_TIE_REVOTE:
      return _("The marks of a round of the kind “revote”.");
    case VOTUM_TIE_CHAIR:
      return _("Recorded with its reason.");
    case VOTUM_TIE_CRITERIA:
    default:
      return "";
    }
}

/* ---- the criteria it names ---- */

static char *
checked_keys (VotumTieBreakRow *self)
{
  g_autoptr(GString) keys = g_string_new (NULL);

  for (GtkWidget *check = gtk_widget_get_first_child (GTK_WIDGET (self->checks)); check != NULL; check = gtk_widget_get_next_sibling (check))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)))
      g_string_append_printf (keys, "%s%s", keys->len > 0 ? " " : "", (const char *) g_object_get_data (G_OBJECT (check), "votum-key"));

  return g_strdup (keys->str);
}

static void
closed_cb (VotumTieBreakRow *self)
{
  g_autofree char *keys = checked_keys (self);

  if (g_strcmp0 (keys, self->keys) == 0)
    return;
  if (*keys == '\0')
    votum_desk_toast (votum_criteria_editor_get_desk (votum_rule_draft_get_editor (self->draft)), FALSE, "%s",
                      _("Name at least one criterion, or take the step out."));
  else
    g_signal_emit (self, signals[CRITERIA], 0, keys);
}

static void
fill_checks (VotumTieBreakRow *self,
             char            **chosen)
{
  VotumCriteriaEditor *editor = votum_rule_draft_get_editor (self->draft);
  GListModel *criteria = votum_case_get_things (votum_criteria_editor_get_case (editor), VOTUM_KIND_CRITERION);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->checks))) != NULL)
    gtk_box_remove (self->checks, child);
  for (guint i = 0; i < g_list_model_get_n_items (criteria); i++)
    {
      g_autoptr(VotumThing) criterion = g_list_model_get_item (criteria, i);
      const char *key = votum_thing_get_key (criterion);
      g_autofree char *name = votum_criteria_editor_name (editor, criterion, VOTUM_CRITERION_NAME);
      g_autofree char *text = g_strdup_printf ("%s  %s", key, name);
      GtkWidget *check = gtk_check_button_new_with_label (text);

      g_object_set_data_full (G_OBJECT (check), "votum-key", g_strdup (key), g_free);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), chosen != NULL && g_strv_contains ((const char *const *) chosen, key));
      /* in a rule keys stand with spaces between */
      gtk_widget_set_sensitive (check, strchr (key, ' ') == NULL);
      gtk_box_append (self->checks, check);
    }
  g_free (self->keys);
  self->keys = checked_keys (self);
}

/* ---- moving ---- */

static void
up_cb (VotumTieBreakRow *self)
{
  g_signal_emit (self, signals[MOVED], 0, -1);
}

static void
down_cb (VotumTieBreakRow *self)
{
  g_signal_emit (self, signals[MOVED], 0, 1);
}

static void
remove_cb (VotumTieBreakRow *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static gboolean
key_cb (GtkWidget *widget,
        GVariant  *args,
        gpointer   data)
{
  VotumTieBreakRow *self = VOTUM_TIE_BREAK_ROW (widget);
  int by = g_variant_get_int32 (args);

  if (gtk_widget_is_sensitive (by < 0 ? self->up_button : self->down_button))
    g_signal_emit (self, signals[MOVED], 0, by);

  return TRUE;
}

static GdkContentProvider *
prepare_cb (VotumTieBreakRow *self)
{
  if (!votum_criteria_editor_is_editable (votum_rule_draft_get_editor (self->draft)))
    return NULL;

  return gdk_content_provider_new_typed (VOTUM_TYPE_TIE_BREAK_ROW, self);
}

static gboolean
drop_cb (VotumTieBreakRow *self,
         const GValue     *value)
{
  VotumTieBreakRow *other = g_value_get_object (value);

  if (other == NULL || other == self)
    return FALSE;
  g_signal_emit (self, signals[DROPPED], 0, other->place);

  return TRUE;
}

static void
votum_tie_break_row_dispose (GObject *object)
{
  g_clear_object (&VOTUM_TIE_BREAK_ROW (object)->draft);

  G_OBJECT_CLASS (votum_tie_break_row_parent_class)->dispose (object);
}

static void
votum_tie_break_row_finalize (GObject *object)
{
  g_free (VOTUM_TIE_BREAK_ROW (object)->keys);

  G_OBJECT_CLASS (votum_tie_break_row_parent_class)->finalize (object);
}

static void
votum_tie_break_row_class_init (VotumTieBreakRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_tie_break_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = votum_tie_break_row_finalize;

  signals[MOVED] = g_signal_new ("moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[REMOVED] = g_signal_new ("removed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CRITERIA] = g_signal_new ("criteria", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[DROPPED] = g_signal_new ("dropped", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-tie-break-row.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumTieBreakRow, handle);
  gtk_widget_class_bind_template_child (widget_class, VotumTieBreakRow, criteria_button);
  gtk_widget_class_bind_template_child (widget_class, VotumTieBreakRow, popover);
  gtk_widget_class_bind_template_child (widget_class, VotumTieBreakRow, checks);
  gtk_widget_class_bind_template_child (widget_class, VotumTieBreakRow, up_button);
  gtk_widget_class_bind_template_child (widget_class, VotumTieBreakRow, down_button);
  gtk_widget_class_bind_template_child (widget_class, VotumTieBreakRow, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, up_cb);
  gtk_widget_class_bind_template_callback (widget_class, down_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_ALT_MASK, key_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK, key_cb, "i", 1);
}

static void
votum_tie_break_row_init (VotumTieBreakRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (VOTUM_TYPE_TIE_BREAK_ROW, GDK_ACTION_MOVE);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (prepare_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

GtkWidget *
votum_tie_break_row_new (VotumRuleDraft *draft)
{
  VotumTieBreakRow *self = g_object_new (VOTUM_TYPE_TIE_BREAK_ROW, NULL);

  self->draft = g_object_ref (draft);

  return GTK_WIDGET (self);
}

guint
votum_tie_break_row_place (VotumTieBreakRow *self)
{
  return self->place;
}

/**
 * votum_tie_break_row_show:
 * @self: a row
 * @tie: the step
 * @place: its place, from 0
 * @of: how many there are
 */
void
votum_tie_break_row_show (VotumTieBreakRow    *self,
                          const VotumTieBreak *tie,
                          guint                place,
                          guint                of)
{
  gboolean named = tie->kind == VOTUM_TIE_CRITERIA;
  g_autofree char *title = g_strdup_printf ("%u. %s", place + 1, votum_tie_kind_title (tie->kind));
  g_autofree char *keys = named && tie->criteria != NULL ? g_strjoinv (", ", tie->criteria) : NULL;

  self->place = place;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), keys != NULL ? keys : explanation (tie->kind));
  gtk_widget_set_visible (self->criteria_button, named);
  gtk_widget_set_sensitive (self->up_button, place > 0);
  gtk_widget_set_sensitive (self->down_button, place + 1 < of);
  if (named && !gtk_widget_get_mapped (self->popover))
    fill_checks (self, tie->criteria);
}
