#include "votum-config.h"

#include "votum-visit-view.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-case-edit.h"
#include "votum-case-holder.h"
#include "votum-format.h"
#include "votum-names.h"
#include "votum-note-editor.h"
#include "votum-note-list.h"
#include "votum-text.h"
#include "votum-words.h"
#include "votum-wrap.h"

struct _VotumVisitView {
  AdwBin           parent_instance;

  GtkLabel        *title;
  GtkLabel        *subtitle;
  GtkWidget       *start_button;
  GtkWidget       *end_button;
  GtkWidget       *plan_visit_button;
  GtkWidget       *plan_button;
  GtkWidget       *details_button;
  GtkWidget       *menu_button;
  VotumNoteEditor *editor;
  GtkLabel        *count;
  GtkButton       *order;
  GtkStack        *stack;
  VotumNoteList   *notes;

  VotumDesk       *desk;
  VotumOccasion   *occasion;      /* (nullable) */
  gboolean         has_plan_button;
  gboolean         show_plan;
};

enum {
  PROP_0,
  PROP_PLAN_BUTTON,
  PROP_SHOW_PLAN,
  N_PROPS
};

enum {
  AFTER_NOTES,
  DETAILS,
  PLAN,
  WITHOUT_VISIT,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VotumVisitView, votum_visit_view, ADW_TYPE_BIN)

/* ---- when, where, who ---- */

static char *
names_of (VotumVisitView *self,
          GArray         *ids)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      VotumThing *juror = votum_case_lookup (votum_desk_get_case (self->desk), g_array_index (ids, gint64, i));
      g_autofree char *name = juror != NULL ? votum_desk_name (self->desk, juror) : NULL;

      if (name == NULL)
        continue;
      if (names->len > 0)
        g_string_append (names, i + 1 < ids->len ? ", " : _(" and "));
      g_string_append (names, name);
    }

  return g_string_free (names, FALSE);
}

/* "Tuesday 3 November 10:00–12:30": as it happened, as far as it has; else as it is planned. */
static char *
time_line (VotumThing *visit)
{
  const char *planned = votum_thing_get_text (visit, VOTUM_VISIT_PLANNED);
  const char *started = votum_thing_get_text (visit, VOTUM_VISIT_STARTED);
  const char *from = started != NULL ? started : planned;
  g_autofree char *day = NULL;
  g_autofree char *clock = NULL;
  g_autofree char *until = NULL;

  if (from == NULL)
    return g_strdup (_("No time yet"));
  day = votum_format_time (from, VOTUM_TIME_DAY);
  if (strchr (from, 'T') == NULL)
    return g_steal_pointer (&day);
  clock = votum_format_time (from, VOTUM_TIME_CLOCK);
  if (!votum_thing_is_set (visit, VOTUM_VISIT_ENDED))
    /* TRANSLATORS: a day and a time: "Tuesday 3 November 10:00" */
    return g_strdup_printf (_("%s %s"), day, clock);
  until = votum_format_time (votum_thing_get_text (visit, VOTUM_VISIT_ENDED), VOTUM_TIME_CLOCK);

  /* TRANSLATORS: a day, and from when until when: "Tuesday 3 November 10:00–12:30" */
  return g_strdup_printf (_("%s %s–%s"), day, clock, until);
}

static char *
visit_line (VotumVisitView *self,
            VotumThing     *visit)
{
  g_autofree char *time = time_line (visit);
  g_autoptr(GArray) ids = votum_thing_get_refs (visit, VOTUM_VISIT_JURORS);
  g_autofree char *jurors = names_of (self, ids);
  g_autofree char *start = votum_words_capitalise (time);
  GString *line = g_string_new (start);

  /* where somebody is at home says who they are */
  if (votum_thing_is_set (visit, VOTUM_VISIT_PLACE) && votum_case_knows_names (votum_desk_get_case (self->desk)))
    g_string_append_printf (line, " · %s", votum_thing_get_text (visit, VOTUM_VISIT_PLACE));
  if (*jurors != '\0')
    g_string_append_printf (line, " · %s", jurors);

  return g_string_free (line, FALSE);
}

static void
show_buttons (VotumVisitView *self,
              VotumThing     *visit)
{
  gboolean started = visit != NULL && votum_thing_is_set (visit, VOTUM_VISIT_STARTED);
  gboolean ended = visit != NULL && votum_thing_is_set (visit, VOTUM_VISIT_ENDED);

  gtk_widget_set_visible (self->start_button, visit != NULL && !started && !ended);
  gtk_widget_set_visible (self->end_button, started && !ended);
  gtk_widget_set_visible (self->plan_visit_button, visit == NULL);
  gtk_widget_set_visible (self->details_button, visit != NULL);
  gtk_widget_set_visible (self->menu_button, visit != NULL);
  gtk_widget_set_visible (self->plan_button, visit != NULL && self->has_plan_button);
}

/* In a copy to look at there is nothing to write. */
static void
show_rights (VotumVisitView *self)
{
  static const char *const actions[] = { "visit.start", "visit.end", "visit.remove", "visit.details", "visit.plan" };
  gboolean writable = !votum_case_is_read_only (votum_desk_get_case (self->desk));

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], writable);
  gtk_widget_set_visible (GTK_WIDGET (self->editor), writable);
}

static void
show_visit (VotumVisitView *self)
{
  VotumThing *visit = votum_occasion_get_visit (self->occasion);
  VotumThing *entrant = votum_occasion_get_entrant (self->occasion);
  g_autofree char *name = entrant != NULL ? votum_desk_name (self->desk, entrant) : g_strdup ("");
  /* TRANSLATORS: the heading of a visit's page: "Visit to Nordlys Kraft" */
  g_autofree char *title = visit != NULL ? g_strdup_printf (_("Visit to %s"), name) : g_strdup (name);
  g_autofree char *line = visit != NULL ? visit_line (self, visit)
                                        : g_strdup (_("Notes without a visit: from the submission, the telephone, the press"));

  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->subtitle, line);
  show_buttons (self, visit);
}

/* ---- notes ---- */

static void
show_order (VotumVisitView *self)
{
  gboolean newest_first;

  g_object_get (self->notes, "newest-first", &newest_first, NULL);
  gtk_button_set_label (self->order, newest_first ? _("Newest first") : _("Oldest first"));
}

static void
count_changed_cb (VotumVisitView *self)
{
  guint n = votum_note_list_get_n_notes (self->notes);
  g_autofree char *text = g_strdup_printf (ngettext ("%u note", "%u notes", n), n);

  gtk_label_set_text (self->count, n > 0 ? text : _("Notes"));
  gtk_widget_set_visible (GTK_WIDGET (self->order), n > 1);
  votum_names_show_only (self->stack, n > 0 ? "notes" : "empty");
}

static void
stored_cb (VotumVisitView *self,
           VotumThing     *note)
{
  votum_note_list_show (self->notes, note, FALSE);
}

static void
left_cb (VotumVisitView *self,
         gboolean        forward)
{
  if (forward)
    g_signal_emit (self, signals[AFTER_NOTES], 0);
  else if (!gtk_widget_grab_focus (GTK_WIDGET (self->order)))
    votum_visit_view_write (self);
}

static void
order_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  VotumVisitView *self = VOTUM_VISIT_VIEW (widget);
  gboolean newest_first;

  g_object_get (self->notes, "newest-first", &newest_first, NULL);
  g_object_set (self->notes, "newest-first", !newest_first, NULL);
  show_order (self);
}

/* ---- what can be done with a visit ---- */

static void
set_now (VotumVisitView *self,
         guint           field,
         const char     *said)
{
  g_autofree char *now = votum_text_now ();
  VotumThing *visit = self->occasion != NULL ? votum_occasion_get_visit (self->occasion) : NULL;
  GError *error = NULL;

  if (visit == NULL)
    return;
  votum_case_edit (votum_desk_get_case (self->desk), visit, field, now, NULL, &error);
  if (votum_desk_report (self->desk, error))
    votum_desk_toast (self->desk, TRUE, "%s", said);
}

static void
start_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  set_now (VOTUM_VISIT_VIEW (widget), VOTUM_VISIT_STARTED, _("The visit has begun"));
  votum_visit_view_write (VOTUM_VISIT_VIEW (widget));
}

static void
end_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  set_now (VOTUM_VISIT_VIEW (widget), VOTUM_VISIT_ENDED, _("The visit has ended"));
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  VotumVisitView *self = VOTUM_VISIT_VIEW (widget);
  VotumThing *visit = self->occasion != NULL ? votum_occasion_get_visit (self->occasion) : NULL;
  VotumThing *entrant = visit != NULL ? votum_occasion_get_entrant (self->occasion) : NULL;
  g_autofree char *who = entrant != NULL ? votum_desk_name (self->desk, entrant) : g_strdup ("");
  GError *error = NULL;

  if (visit == NULL)
    return;
  votum_desk_flush (self->desk);
  votum_case_remove (votum_desk_get_case (self->desk), visit, &error);
  g_prefix_error (&error, "%s ", _("A visit goes together with all that was noted on it."));
  if (votum_desk_report (self->desk, error))
    votum_desk_toast (self->desk, TRUE, _("Visit to %s removed"), who);
}

static void
details_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  g_signal_emit (widget, signals[DETAILS], 0);
}

static void
plan_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  VotumVisitView *self = VOTUM_VISIT_VIEW (widget);

  if (self->occasion != NULL)
    g_signal_emit (self, signals[PLAN], 0, votum_occasion_get_entrant (self->occasion));
}

static void
without_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  VotumVisitView *self = VOTUM_VISIT_VIEW (widget);

  if (self->occasion != NULL)
    g_signal_emit (self, signals[WITHOUT_VISIT], 0, votum_occasion_get_entrant (self->occasion));
}

/* ---- the widget ---- */

static void
votum_visit_view_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  VotumVisitView *self = VOTUM_VISIT_VIEW (object);

  switch (prop_id)
    {
    case PROP_PLAN_BUTTON:
      g_value_set_boolean (value, self->has_plan_button);
      break;
    case PROP_SHOW_PLAN:
      g_value_set_boolean (value, self->show_plan);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
votum_visit_view_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  VotumVisitView *self = VOTUM_VISIT_VIEW (object);

  switch (prop_id)
    {
    case PROP_PLAN_BUTTON:
      self->has_plan_button = g_value_get_boolean (value);
      if (self->occasion != NULL)
        show_buttons (self, votum_occasion_get_visit (self->occasion));
      break;
    case PROP_SHOW_PLAN:
      self->show_plan = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
votum_visit_view_dispose (GObject *object)
{
  VotumVisitView *self = VOTUM_VISIT_VIEW (object);

  g_clear_object (&self->occasion);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (votum_visit_view_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "visit.start", NULL, start_action);
  gtk_widget_class_install_action (widget_class, "visit.end", NULL, end_action);
  gtk_widget_class_install_action (widget_class, "visit.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "visit.details", NULL, details_action);
  gtk_widget_class_install_action (widget_class, "visit.plan", NULL, plan_action);
  gtk_widget_class_install_action (widget_class, "visit.without", NULL, without_action);
  gtk_widget_class_install_action (widget_class, "visit.order", NULL, order_action);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-visit-view.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumVisitView, title);
  gtk_widget_class_bind_template_child (widget_class, VotumVisitView, subtitle);
  gtk_widget_class_bind_template_child (widget_class, VotumVisitView, start_button);
  gtk_widget_class_bind_template_child (widget_class, VotumVisitView, end_button);
  gtk_widget_class_bind_template_child (widget_class, VotumVisitView, plan_visit_button);
  gtk_widget_class_bind_template_child (widget_class, VotumVisitView, plan_button);
  gtk_widget_class_bind_template_child (widget_class, VotumVisitView, details_button);
  gtk_widget_class_bind_template_child (widget_class, VotumVisitView, menu_button);
  gtk_widget_class_bind_template_child (widget_class, VotumVisitView, editor);
  gtk_widget_class_bind_template_child (widget_class, VotumVisitView, count);
  gtk_widget_class_bind_template_child (widget_class, VotumVisitView, order);
  gtk_widget_class_bind_template_child (widget_class, VotumVisitView, stack);
  gtk_widget_class_bind_template_child (widget_class, VotumVisitView, notes);
  gtk_widget_class_bind_template_callback (widget_class, count_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stored_cb);
  gtk_widget_class_bind_template_callback (widget_class, left_cb);
}

static void
votum_visit_view_class_init (VotumVisitViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = votum_visit_view_get_property;
  object_class->set_property = votum_visit_view_set_property;
  object_class->dispose = votum_visit_view_dispose;

  properties[PROP_PLAN_BUTTON] = g_param_spec_boolean ("plan-button", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOW_PLAN] = g_param_spec_boolean ("show-plan", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[AFTER_NOTES] = g_signal_new ("after-notes", VOTUM_TYPE_VISIT_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DETAILS] = g_signal_new ("details", VOTUM_TYPE_VISIT_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[PLAN] = g_signal_new ("plan", VOTUM_TYPE_VISIT_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, VOTUM_TYPE_THING);
  signals[WITHOUT_VISIT] = g_signal_new ("without-visit", VOTUM_TYPE_VISIT_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                         VOTUM_TYPE_THING);

  g_type_ensure (VOTUM_TYPE_NOTE_EDITOR);
  g_type_ensure (VOTUM_TYPE_NOTE_LIST);
  g_type_ensure (VOTUM_TYPE_WRAP);
  install_actions (widget_class);
  bind_template (widget_class);
}

static void
votum_visit_view_init (VotumVisitView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_order (self);
}

/**
 * votum_visit_view_set_occasion:
 * @self: a view
 * @desk: the desk
 * @occasion: what it shows
 */
void
votum_visit_view_set_occasion (VotumVisitView *self,
                               VotumDesk      *desk,
                               VotumOccasion  *occasion)
{
  g_return_if_fail (VOTUM_IS_VISIT_VIEW (self) && VOTUM_IS_OCCASION (occasion));

  if (votum_occasion_equal (self->occasion, occasion))
    return;
  g_set_object (&self->desk, desk);
  g_set_object (&self->occasion, occasion);
  show_rights (self);
  show_visit (self);
  votum_note_editor_set_occasion (self->editor, desk, occasion);
  votum_note_list_set_occasion (self->notes, desk, occasion);
  count_changed_cb (self);
}

VotumOccasion *
votum_visit_view_get_occasion (VotumVisitView *self)
{
  g_return_val_if_fail (VOTUM_IS_VISIT_VIEW (self), NULL);

  return self->occasion;
}

/**
 * votum_visit_view_changed:
 * @self: a view
 * @changes: (nullable): what has changed in the case; %NULL: who may see what
 */
void
votum_visit_view_changed (VotumVisitView *self,
                          VotumChanges   *changes)
{
  gboolean visits = changes == NULL;
  gboolean criteria = FALSE;

  if (self->occasion == NULL)
    return;
  for (guint i = 0; changes != NULL && i < votum_changes_n_things (changes); i++)
    {
      const VotumThingChange *change = votum_changes_get (changes, i);
      VotumThing *thing = change->new_thing != NULL ? change->new_thing : change->old_thing;

      visits |= VOTUM_IS_VISIT (thing) || VOTUM_IS_ENTRANT (thing) || VOTUM_IS_JUROR (thing);
      criteria |= VOTUM_IS_CRITERION (thing);
    }
  if (visits)
    show_visit (self);
  if (criteria)
    votum_note_editor_criteria_changed (self->editor);
  if (changes != NULL)
    return;
  /* what somebody else has begun here is theirs */
  votum_note_editor_set_occasion (self->editor, self->desk, self->occasion);
  votum_note_list_rights_changed (self->notes);
}

/**
 * votum_visit_view_show_note:
 * @self: a view
 * @note: a note of what it shows
 *
 * Puts the focus on the note.
 */
void
votum_visit_view_show_note (VotumVisitView *self,
                            VotumThing     *note)
{
  votum_note_list_show (self->notes, note, TRUE);
}

/**
 * votum_visit_view_write:
 * @self: a view
 *
 * Puts the cursor into the next note.
 */
void
votum_visit_view_write (VotumVisitView *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->editor)))
    gtk_widget_grab_focus (GTK_WIDGET (self->editor));
  else
    gtk_widget_child_focus (GTK_WIDGET (self->notes), GTK_DIR_TAB_FORWARD);
}
