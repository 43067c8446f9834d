#include "votum-config.h"

#include "votum-round-parts.h"

#include <glib/gi18n.h>

#include "votum-case-result.h"
#include "votum-format.h"
#include "votum-rule-draft.h"
#include "votum-rule-name.h"
#include "votum-text.h"
#include "votum-wrap.h"

struct _VotumRoundParts {
  GtkWidget            parent_instance;

  GtkDropDown         *kind;
  GtkDropDown         *state;
  GtkMenuButton       *finalists_button;
  GtkWidget           *popover;
  GtkBox              *checks;
  GtkLabel            *sentence;
  GtkDropDown         *rule;
  GtkWidget           *rule_button;

  VotumCriteriaEditor *editor;
  VotumThing          *round;
  GPtrArray           *rules;      /* of VotumThing, behind the rows of the list; the first is the award's, the last a new one */
  guint                choose_id;
  gboolean             updating;
};

G_DEFINE_FINAL_TYPE (VotumRoundParts, votum_round_parts, GTK_TYPE_WIDGET)

static void show_round (VotumRoundParts *self);

/* ---- who is in it ---- */

/* The entries of the round, by number of the entrant. */
static GHashTable *
entries_of (VotumRoundParts *self)
{
  GListModel *things = votum_case_get_things (votum_criteria_editor_get_case (self->editor), VOTUM_KIND_ROUND_ENTRY);
  GHashTable *entries = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (things); i++)
    {
      g_autoptr(VotumThing) entry = g_list_model_get_item (things, i);

      if (votum_thing_get_ref (entry, VOTUM_ROUND_ENTRY_ROUND) == votum_thing_get_id (self->round))
        g_hash_table_insert (entries, GSIZE_TO_POINTER (votum_thing_get_ref (entry, VOTUM_ROUND_ENTRY_ENTRANT)), g_object_ref (entry));
    }

  return entries;
}

/* Those who can be in a round: not withdrawn or disqualified. */
static GPtrArray *
in_the_race (VotumRoundParts *self)
{
  GPtrArray *entrants = votum_case_in_order (votum_criteria_editor_get_case (self->editor), VOTUM_KIND_ENTRANT);

  for (guint i = entrants->len; i > 0; i--)
    {
      int status = votum_thing_get_choice (g_ptr_array_index (entrants, i - 1), VOTUM_ENTRANT_STATUS);

      if (status == VOTUM_ENTRANT_STATUS_WITHDRAWN || status == VOTUM_ENTRANT_STATUS_DISQUALIFIED)
        g_ptr_array_remove_index (entrants, i - 1);
    }

  return entrants;
}

static void
fill_cb (VotumRoundParts *self)
{
  g_autoptr(GHashTable) entries = entries_of (self);
  g_autoptr(GPtrArray) entrants = in_the_race (self);
  gboolean all = g_hash_table_size (entries) == 0;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->checks))) != NULL)
    gtk_box_remove (self->checks, child);
  for (guint i = 0; i < entrants->len; i++)
    {
      VotumThing *entrant = g_ptr_array_index (entrants, i);
      g_autofree char *name = votum_desk_name (votum_criteria_editor_get_desk (self->editor), entrant);
      GtkWidget *check = gtk_check_button_new_with_label (name);

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                                   all || g_hash_table_contains (entries, GSIZE_TO_POINTER (votum_thing_get_id (entrant))));
      g_object_set_data_full (G_OBJECT (check), "votum-entrant", g_object_ref (entrant), g_object_unref);
      gtk_box_append (self->checks, check);
    }
}

static void
add_entry (VotumRoundParts *self,
           VotumChanges    *changes,
           VotumThing      *entrant)
{
  g_autoptr(VotumThing) entry = votum_thing_new (VOTUM_KIND_ROUND_ENTRY);
  gint64 id = votum_case_take_id (votum_criteria_editor_get_case (self->editor));
  g_autofree char *key = g_strdup_printf ("round-entry-%" G_GINT64_FORMAT, id);

  votum_thing_set_id (entry, id);
  votum_thing_set_key (entry, key);
  votum_thing_set_ref (entry, VOTUM_ROUND_ENTRY_ROUND, votum_thing_get_id (self->round));
  votum_thing_set_ref (entry, VOTUM_ROUND_ENTRY_ENTRANT, votum_thing_get_id (entrant));
  votum_changes_thing (changes, NULL, entry);
}

static void
count_checks (VotumRoundParts *self,
              guint           *n_checked,
              guint           *n)
{
  *n_checked = 0;
  *n = 0;
  for (GtkWidget *check = gtk_widget_get_first_child (GTK_WIDGET (self->checks)); check != NULL; check = gtk_widget_get_next_sibling (check))
    {
      *n += 1;
      *n_checked += gtk_check_button_get_active (GTK_CHECK_BUTTON (check));
    }
}

/* A round of all has no entries, so that who comes later is in it too. */
static void
closed_cb (VotumRoundParts *self)
{
  g_autoptr(GHashTable) entries = entries_of (self);
  g_autoptr(VotumChanges) changes = votum_changes_new ();
  gboolean was_all = g_hash_table_size (entries) == 0;
  guint n_checked;
  guint n;

  count_checks (self, &n_checked, &n);
  if (n > 0 && n_checked == 0)
    {
      votum_desk_toast (votum_criteria_editor_get_desk (self->editor), FALSE, "%s", _("A round needs at least one finalist."));
      return;
    }
  for (GtkWidget *check = gtk_widget_get_first_child (GTK_WIDGET (self->checks)); check != NULL; check = gtk_widget_get_next_sibling (check))
    {
      VotumThing *entrant = g_object_get_data (G_OBJECT (check), "votum-entrant");
      VotumThing *entry = g_hash_table_lookup (entries, GSIZE_TO_POINTER (votum_thing_get_id (entrant)));
      gboolean wanted = n_checked < n && gtk_check_button_get_active (GTK_CHECK_BUTTON (check));

      if (wanted && entry == NULL)
        add_entry (self, changes, entrant);
      else if (!wanted && entry != NULL)
        votum_changes_thing (changes, entry, NULL);
    }
  if (!votum_changes_is_empty (changes) && (n_checked < n || !was_all))
    votum_criteria_editor_apply (self->editor, changes, "edit-round", self->round);
}

/* ---- kind and state ---- */

static void show_round (VotumRoundParts *self);

static void
kind_cb (VotumRoundParts *self)
{
  static const char *const kinds[] = { "individual", "after-visit", "consensus", "revote" };
  guint selected = gtk_drop_down_get_selected (self->kind);

  if (!self->updating && self->round != NULL && selected < G_N_ELEMENTS (kinds))
    votum_criteria_editor_edit (self->editor, self->round, VOTUM_ROUND_KIND, kinds[selected]);
}

/* Opening is one act for all, with its time. */
static void
state_cb (VotumRoundParts *self)
{
  static const char *const states[] = { "open", "sealed", "opened" };
  guint selected = gtk_drop_down_get_selected (self->state);
  g_autoptr(VotumThing) after = NULL;
  g_autofree char *now = NULL;

  if (self->updating || self->round == NULL || selected >= G_N_ELEMENTS (states))
    return;
  after = votum_thing_copy (self->round);
  now = votum_text_now ();
  votum_thing_set_from_text (after, VOTUM_ROUND_STATE, states[selected], NULL);
  votum_thing_set_from_text (after, VOTUM_ROUND_OPENED, selected == VOTUM_ROUND_STATE_OPENED ? now : NULL, NULL);
  if (!votum_criteria_editor_replace (self->editor, self->round, after))
    show_round (self);
  else if (selected == VOTUM_ROUND_STATE_OPENED)
    votum_desk_toast (votum_criteria_editor_get_desk (self->editor), TRUE, "%s", _("The round is opened: jurors see each other’s marks"));
}

/* ---- its rule ---- */

/* On the page of the rule. */
static void
rule_button_cb (VotumRoundParts *self)
{
  votum_desk_flush (votum_criteria_editor_get_desk (self->editor));
  votum_criteria_editor_set_round (self->editor, self->round);
  votum_criteria_editor_point_at (self->editor, self->round);
}

/* A new one begins as the one that the round has gone by so far. */
static void
make_rule (VotumRoundParts *self)
{
  g_autoptr(VotumRuleDraft) draft = NULL;

  votum_desk_flush (votum_criteria_editor_get_desk (self->editor));
  votum_criteria_editor_set_round (self->editor, self->round);
  draft = votum_rule_draft_new (self->editor);
  if (votum_rule_draft_make (draft))
    votum_criteria_editor_point_at (self->editor, self->round);
  else
    votum_criteria_editor_set_round (self->editor, NULL);
}

static gboolean
choose_rule_cb (gpointer data)
{
  VotumRoundParts *self = VOTUM_ROUND_PARTS (data);
  guint selected = gtk_drop_down_get_selected (self->rule);

  self->choose_id = 0;
  if (selected == 0)
    votum_criteria_editor_edit (self->editor, self->round, VOTUM_ROUND_RULE, NULL);
  else if (selected <= self->rules->len)
    {
      g_autoptr(VotumThing) after = votum_thing_copy (self->round);

      votum_thing_set_ref (after, VOTUM_ROUND_RULE, votum_thing_get_id (g_ptr_array_index (self->rules, selected - 1)));
      votum_criteria_editor_replace (self->editor, self->round, after);
    }
  else
    {
      make_rule (self);
    }
  show_round (self);

  return G_SOURCE_REMOVE;
}

/* The list is made anew by what follows, which it does not take while it is telling what was chosen. */
static void
rule_cb (VotumRoundParts *self)
{
  if (!self->updating && self->rules != NULL && self->choose_id == 0)
    self->choose_id = g_idle_add (choose_rule_cb, self);
}

/* Rules that no class and not the award go by, of which one may be this round's. */
static void
show_rules (VotumRoundParts *self)
{
  VotumCase *votum_case = votum_criteria_editor_get_case (self->editor);
  GListModel *rules = votum_case_get_things (votum_case, VOTUM_KIND_RULE);
  g_autoptr(GPtrArray) classes = votum_case_classes (votum_case);
  g_autoptr(GtkStringList) list = gtk_string_list_new (NULL);
  guint selected = 0;

  g_clear_pointer (&self->rules, g_ptr_array_unref);
  self->rules = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (rules); i++)
    g_ptr_array_add (self->rules, g_list_model_get_item (rules, i));
  g_ptr_array_remove (self->rules, votum_case_get_rule (votum_case, NULL));
  for (guint i = 0; i < classes->len; i++)
    g_ptr_array_remove (self->rules, votum_case_get_rule (votum_case, g_ptr_array_index (classes, i)));
  gtk_string_list_append (list, _("The award’s rule"));
  for (guint i = 0; i < self->rules->len; i++)
    {
      VotumThing *rule = g_ptr_array_index (self->rules, i);
      g_autofree char *name = votum_rule_name (rule);

      gtk_string_list_append (list, name);
      if (votum_thing_get_id (rule) == votum_thing_get_ref (self->round, VOTUM_ROUND_RULE))
        selected = i + 1;
    }
  gtk_string_list_append (list, _("A new rule for this round …"));
  gtk_drop_down_set_model (self->rule, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->rule, selected);
  gtk_widget_set_sensitive (GTK_WIDGET (self->rule), votum_thing_get_choice (self->round, VOTUM_ROUND_KIND) != VOTUM_ROUND_KIND_REVOTE);
}

static char *
state_sentence (VotumRoundParts *self)
{
  const char *opened = votum_thing_get_text (self->round, VOTUM_ROUND_OPENED);
  g_autofree char *time = opened != NULL ? votum_format_time (opened, VOTUM_TIME_LONG) : NULL;

  switch (votum_thing_get_choice (self->round, VOTUM_ROUND_STATE))
    {
    case VOTUM_ROUND_STATE_SEALED:
      return g_strdup (_("No mark changes, and there is no result, until the round is opened."));
    case VOTUM_ROUND_STATE_OPENED:
      if (time != NULL)
        return g_strdup_printf (_("Opened on %s. Jurors see each other’s marks."), time);
      return g_strdup (_("Jurors see each other’s marks."));
    case VOTUM_ROUND_STATE_OPEN:
    default:
      return g_strdup (_("Jurors give marks, and see their own."));
    }
}

static void
show_round (VotumRoundParts *self)
{
  g_autoptr(GHashTable) entries = entries_of (self);
  g_autofree char *sentence = state_sentence (self);
  guint n = g_hash_table_size (entries);
  g_autofree char *text = n == 0 ? g_strdup (_("All finalists")) : g_strdup_printf (ngettext ("%u finalist", "%u finalists", n), n);

  self->updating = TRUE;
  gtk_drop_down_set_selected (self->kind, (guint) votum_thing_get_choice (self->round, VOTUM_ROUND_KIND));
  gtk_drop_down_set_selected (self->state, (guint) votum_thing_get_choice (self->round, VOTUM_ROUND_STATE));
  show_rules (self);
  self->updating = FALSE;
  gtk_menu_button_set_label (self->finalists_button, text);
  gtk_label_set_text (self->sentence, sentence);
}

static void
changed_cb (VotumRoundParts *self,
            VotumChanges    *changes)
{
  for (guint i = 0; i < votum_changes_n_things (changes); i++)
    {
      const VotumThingChange *change = votum_changes_get (changes, i);

      VotumThing *thing = change->new_thing != NULL ? change->new_thing : change->old_thing;

      if (VOTUM_IS_ROUND_ENTRY (thing) || VOTUM_IS_RULE (thing) || VOTUM_IS_AWARD (thing) || VOTUM_IS_CLASS (thing))
        {
          show_round (self);
          return;
        }
    }
}

static void
votum_round_parts_dispose (GObject *object)
{
  VotumRoundParts *self = VOTUM_ROUND_PARTS (object);
  GtkWidget *child;

  self->updating = TRUE;
  g_clear_handle_id (&self->choose_id, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->round);
  g_clear_object (&self->editor);
  g_clear_pointer (&self->rules, g_ptr_array_unref);

  G_OBJECT_CLASS (votum_round_parts_parent_class)->dispose (object);
}

static void
votum_round_parts_class_init (VotumRoundPartsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_round_parts_dispose;

  g_type_ensure (VOTUM_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-round-parts.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumRoundParts, kind);
  gtk_widget_class_bind_template_child (widget_class, VotumRoundParts, state);
  gtk_widget_class_bind_template_child (widget_class, VotumRoundParts, finalists_button);
  gtk_widget_class_bind_template_child (widget_class, VotumRoundParts, popover);
  gtk_widget_class_bind_template_child (widget_class, VotumRoundParts, checks);
  gtk_widget_class_bind_template_child (widget_class, VotumRoundParts, sentence);
  gtk_widget_class_bind_template_child (widget_class, VotumRoundParts, rule);
  gtk_widget_class_bind_template_child (widget_class, VotumRoundParts, rule_button);
  gtk_widget_class_bind_template_callback (widget_class, kind_cb);
  gtk_widget_class_bind_template_callback (widget_class, state_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, fill_cb);
  gtk_widget_class_bind_template_callback (widget_class, rule_cb);
  gtk_widget_class_bind_template_callback (widget_class, rule_button_cb);
}

static void
votum_round_parts_init (VotumRoundParts *self)
{
  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->updating = FALSE;
}

GtkWidget *
votum_round_parts_new (VotumCriteriaEditor *editor,
                       VotumThing          *round)
{
  VotumRoundParts *self = g_object_new (VOTUM_TYPE_ROUND_PARTS, NULL);

  self->editor = g_object_ref (editor);
  self->round = g_object_ref (round);
  g_signal_connect_object (round, "notify", G_CALLBACK (show_round), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (votum_criteria_editor_get_case (editor), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  show_round (self);

  return GTK_WIDGET (self);
}

/**
 * votum_round_parts_grab:
 * @self: the parts
 *
 * Puts the focus on the state of the round: what is most often to be done with a round is to open it.
 */
void
votum_round_parts_grab (GtkWidget *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (VOTUM_ROUND_PARTS (self)->state));
}
