#include "votum-config.h"

#include "votum-recusal-dialog.h"

#include <glib/gi18n.h>

#include "votum-binder.h"
#include "votum-case-drafts.h"
#include "votum-case-edit.h"
#include "votum-case-holder.h"
#include "votum-case-result.h"
#include "votum-field-row.h"
#include "votum-jury-words.h"
#include "votum-text.h"
#include "votum-things.h"

struct _VotumRecusalDialog {
  AdwWindow            parent_instance;

  GtkButton           *do_button;
  AdwPreferencesGroup *who_group;
  AdwPreferencesGroup *degree_group;
  AdwPreferencesGroup *reason_group;
  GtkLabel            *marks_label;
  GtkLabel            *problem_label;
  GtkWidget           *juror_row;   /* (nullable): to choose in */
  GtkWidget           *from_row;    /* (nullable) */
  GtkWidget           *reason_row;
  GtkButton           *afresh_button;
  GtkCheckButton      *degrees[VOTUM_N_DEGREES];

  VotumDesk           *desk;
  VotumThing          *recusal;     /* (nullable): the one that is changed */
  VotumThing          *juror;       /* (nullable): chosen beforehand */
  VotumThing          *entrant;     /* (nullable): chosen beforehand */
  GPtrArray           *froms;       /* of VotumThing: what each place of the list stands for */
  char                *place;       /* of the words of the reason */
};

G_DEFINE_FINAL_TYPE (VotumRecusalDialog, votum_recusal_dialog, ADW_TYPE_WINDOW)

static VotumThing *
chosen_juror (VotumRecusalDialog *self)
{
  return self->juror_row != NULL ? votum_field_row_picked (self->juror_row) : self->juror;
}

/* A finalist, or a whole class. */
static VotumThing *
chosen_from (VotumRecusalDialog *self)
{
  guint place;

  if (self->from_row == NULL)
    return self->entrant;
  place = adw_combo_row_get_selected (ADW_COMBO_ROW (self->from_row));

  /* the first line of the list is nobody */
  return place > 0 && place <= self->froms->len ? g_ptr_array_index (self->froms, place - 1) : NULL;
}

static int
chosen_degree (VotumRecusalDialog *self)
{
  for (guint i = 0; i < VOTUM_N_DEGREES; i++)
    if (gtk_check_button_get_active (self->degrees[i]))
      return i;

  return VOTUM_RECUSAL_DEGREE_NOT_MARKING;
}

static char *
chosen_reason (VotumRecusalDialog *self)
{
  return g_strstrip (votum_field_row_text (self->reason_row));
}

/* The recusal as it stands in the dialog. */
static VotumThing *
build (VotumRecusalDialog *self)
{
  VotumThing *recusal = self->recusal != NULL ? votum_thing_copy (self->recusal) : votum_thing_new (VOTUM_KIND_RECUSAL);
  VotumThing *juror = chosen_juror (self);
  VotumThing *from = chosen_from (self);
  g_autofree char *reason = chosen_reason (self);

  if (self->recusal == NULL)
    {
      g_autofree char *now = votum_text_now ();

      votum_thing_set_ref (recusal, VOTUM_RECUSAL_JUROR, juror != NULL ? votum_thing_get_id (juror) : 0);
      if (from != NULL)
        votum_thing_set_ref (recusal, VOTUM_IS_CLASS (from) ? VOTUM_RECUSAL_CLASS : VOTUM_RECUSAL_ENTRANT, votum_thing_get_id (from));
      votum_thing_set_from_text (recusal, VOTUM_RECUSAL_TIME, now, NULL);
      votum_thing_set_from_text (recusal, VOTUM_RECUSAL_DECLARED_BY, votum_case_get_who (votum_desk_get_case (self->desk)), NULL);
    }
  votum_thing_set_from_text (recusal, VOTUM_RECUSAL_DEGREE, votum_recusal_info.fields[VOTUM_RECUSAL_DEGREE].choices[chosen_degree (self)],
                             NULL);
  votum_thing_set_from_text (recusal, VOTUM_RECUSAL_REASON, reason, NULL);

  return recusal;
}

/* The recusal there is already, in other words than these. */
static gboolean
is_there (VotumRecusalDialog *self,
          VotumThing         *recusal)
{
  GListModel *recusals = votum_case_get_things (votum_desk_get_case (self->desk), VOTUM_KIND_RECUSAL);

  for (guint i = 0; i < g_list_model_get_n_items (recusals); i++)
    {
      g_autoptr(VotumThing) other = g_list_model_get_item (recusals, i);

      if (other != self->recusal &&
          votum_thing_get_ref (other, VOTUM_RECUSAL_JUROR) == votum_thing_get_ref (recusal, VOTUM_RECUSAL_JUROR) &&
          votum_thing_get_ref (other, VOTUM_RECUSAL_ENTRANT) == votum_thing_get_ref (recusal, VOTUM_RECUSAL_ENTRANT) &&
          votum_thing_get_ref (other, VOTUM_RECUSAL_CLASS) == votum_thing_get_ref (recusal, VOTUM_RECUSAL_CLASS))
        return TRUE;
    }

  return FALSE;
}

static void
show_problem (VotumRecusalDialog *self,
              const char         *problem)
{
  gtk_label_set_text (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
}

/* What goes with a late recusal is said before it happens. */
static void
show_marks (VotumRecusalDialog *self,
            VotumThing         *recusal)
{
  guint n = votum_recusal_n_marks (self->desk, recusal);
  g_autofree char *rounds = votum_recusal_marks_by_round (self->desk, recusal);
  g_autofree char *sentence = NULL;
  g_autofree char *text = NULL;

  if (n > 0)
    sentence = g_strdup_printf (ngettext ("%u mark has been given already. It is taken out with the recusal, stays in the log, and comes back "
                                          "with an undo.",
                                          "%u marks have been given already. They are taken out with the recusal, stay in the log, and come "
                                          "back with an undo.",
                                          n),
                                n);
  if (n > 0)
    text = g_strconcat (sentence, "\n", rounds, NULL);
  gtk_label_set_text (self->marks_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->marks_label), text != NULL);
}

static void
refresh (VotumRecusalDialog *self)
{
  g_autofree char *reason = chosen_reason (self);
  g_autoptr(VotumThing) recusal = build (self);
  gboolean complete = chosen_juror (self) != NULL && chosen_from (self) != NULL;
  gboolean twice = complete && is_there (self, recusal);

  show_marks (self, recusal);
  show_problem (self, twice ? _("This recusal is there already. Change that one instead.") : NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->do_button), complete && !twice && *reason != '\0');
}

static void
say_done (VotumRecusalDialog *self,
          VotumThing         *recusal,
          guint               n_marks)
{
  VotumThing *juror = votum_case_lookup (votum_desk_get_case (self->desk), votum_thing_get_ref (recusal, VOTUM_RECUSAL_JUROR));
  g_autofree char *name = votum_desk_name (self->desk, juror);
  g_autofree char *from = votum_recusal_from (self->desk, recusal);

  if (self->recusal != NULL)
    votum_desk_toast (self->desk, TRUE, _("The recusal of %s has been changed"), name);
  else if (n_marks > 0)
    votum_desk_toast (self->desk, TRUE,
                      /* TRANSLATORS: juror, finalist, number of marks */
                      ngettext ("%s is recused from %s, and %u mark is taken out", "%s is recused from %s, and %u marks are taken out",
                                n_marks),
                      name, from, n_marks);
  else
    votum_desk_toast (self->desk, TRUE, _("%s is recused from %s"), name, from);
}

static void
do_cb (VotumRecusalDialog *self)
{
  VotumCase *votum_case = votum_desk_get_case (self->desk);
  g_autoptr(VotumThing) recusal = build (self);
  guint n_marks = votum_recusal_n_marks (self->desk, recusal);
  g_autoptr(GError) error = NULL;
  gboolean done;

  if (self->recusal != NULL)
    done = votum_case_replace_finishing (votum_case, self->recusal, recusal, self->place, &error);
  else
    done = votum_case_add_finishing (votum_case, recusal, self->place, &error);
  if (!done)
    {
      show_problem (self, error->message);
      return;
    }

  votum_field_row_clear (self->reason_row);
  say_done (self, recusal, n_marks);
  gtk_window_close (GTK_WINDOW (self));
}

/* ---- what is asked ---- */

/* The furthest first. */
static const int degree_order[VOTUM_N_DEGREES] = {
  VOTUM_RECUSAL_DEGREE_OUT_OF_THE_ROOM, VOTUM_RECUSAL_DEGREE_NOT_MARKING, VOTUM_RECUSAL_DEGREE_DECLARED_ONLY
};

static GtkWidget *
new_fixed_row (const char *title,
               const char *value)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), value);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), title);
  gtk_widget_set_focusable (row, FALSE);

  return row;
}

static void
add_juror (VotumRecusalDialog *self)
{
  GtkWidget *row;

  if (self->juror != NULL)
    {
      g_autofree char *name = votum_desk_name (self->desk, self->juror);

      row = new_fixed_row (_("Member of the jury"), name);
    }
  else
    {
      row = self->juror_row = votum_field_row_pick (self->desk, VOTUM_KIND_JUROR, _("Member of the Jury"), _("Choose …"));
      g_signal_connect_object (row, "notify::selected", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
    }
  adw_preferences_group_add (self->who_group, row);
}

static void
collect_froms (VotumRecusalDialog *self,
               GtkStringList      *words)
{
  VotumCase *votum_case = votum_desk_get_case (self->desk);
  g_autoptr(GPtrArray) entrants = votum_case_in_order (votum_case, VOTUM_KIND_ENTRANT);
  g_autoptr(GPtrArray) classes = votum_case_in_order (votum_case, VOTUM_KIND_CLASS);

  for (guint i = 0; i < entrants->len; i++)
    {
      g_autofree char *name = votum_desk_name (self->desk, g_ptr_array_index (entrants, i));

      gtk_string_list_append (words, name);
      g_ptr_array_add (self->froms, g_object_ref (g_ptr_array_index (entrants, i)));
    }
  for (guint i = 0; i < classes->len; i++)
    {
      g_autofree char *name = votum_desk_name (self->desk, g_ptr_array_index (classes, i));
      g_autofree char *whole = g_strdup_printf (_("The whole class %s"), name);

      gtk_string_list_append (words, whole);
      g_ptr_array_add (self->froms, g_object_ref (g_ptr_array_index (classes, i)));
    }
}

static void
add_from (VotumRecusalDialog *self)
{
  g_autoptr(GtkStringList) words = gtk_string_list_new (NULL);

  if (self->recusal != NULL || self->entrant != NULL)
    {
      g_autofree char *from = self->recusal != NULL ? votum_recusal_from (self->desk, self->recusal) : votum_desk_name (self->desk, self->entrant);

      /* TRANSLATORS: the finalist from whom somebody stands aside */
      adw_preferences_group_add (self->who_group, new_fixed_row (_("Is recused from"), from));
      return;
    }
  gtk_string_list_append (words, _("Choose …"));
  collect_froms (self, words);
  self->from_row = g_object_new (ADW_TYPE_COMBO_ROW, "title", _("Is Recused From"), "model", words, NULL);
  g_signal_connect_object (self->from_row, "notify::selected", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->who_group, self->from_row);
}

/* As radio buttons do it, which the list around these would not let them. */
static gboolean
degree_key_cb (VotumRecusalDialog *self,
               guint               keyval,
               guint               keycode,
               GdkModifierType     state)
{
  int by = keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down ? 1 : keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up ? -1 : 0;

  for (int i = 0; by != 0 && i < VOTUM_N_DEGREES; i++)
    if (gtk_check_button_get_active (self->degrees[degree_order[i]]) && i + by >= 0 && i + by < VOTUM_N_DEGREES)
      {
        GtkCheckButton *next = self->degrees[degree_order[i + by]];

        gtk_check_button_set_active (next, TRUE);
        gtk_widget_grab_focus (GTK_WIDGET (next));
        break;
      }

  return by != 0 ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

static void
watch_keys (VotumRecusalDialog *self,
            GtkWidget          *check)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (degree_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (check, keys);
}

static void
add_degrees (VotumRecusalDialog *self)
{
  int chosen = self->recusal != NULL ? votum_thing_get_choice (self->recusal, VOTUM_RECUSAL_DEGREE) : VOTUM_RECUSAL_DEGREE_NOT_MARKING;

  for (guint i = 0; i < VOTUM_N_DEGREES; i++)
    {
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *check = gtk_check_button_new ();

      self->degrees[degree_order[i]] = GTK_CHECK_BUTTON (check);
      if (i > 0)
        gtk_check_button_set_group (GTK_CHECK_BUTTON (check), self->degrees[degree_order[0]]);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), degree_order[i] == chosen);
      gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), votum_recusal_degree_word (degree_order[i]));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), votum_recusal_degree_meaning (degree_order[i]));
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
      gtk_widget_set_focusable (row, FALSE);
      watch_keys (self, check);
      adw_preferences_group_add (self->degree_group, row);
    }
  for (guint i = 0; i < VOTUM_N_DEGREES; i++)
    g_signal_connect_object (self->degrees[i], "toggled", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
}

static const char *
stored_reason (VotumRecusalDialog *self)
{
  return self->recusal != NULL ? votum_thing_get_text (self->recusal, VOTUM_RECUSAL_REASON) : NULL;
}

/* Words that come back from the last time say so. */
static void
show_kept (VotumRecusalDialog *self,
           gboolean            kept)
{
  gtk_widget_set_visible (GTK_WIDGET (self->afresh_button), kept);
  adw_preferences_group_set_description (self->reason_group,
                                         kept ? _("This is what was written here the last time, and not finished.")
                                              : _("The reason is printed in the jury’s protocol. A few words are enough: "
                                                  "employed there until 2024."));
}

static void
add_reason (VotumRecusalDialog *self)
{
  show_kept (self, votum_case_get_draft (votum_desk_get_case (self->desk), self->place) != NULL);
  self->reason_row = votum_field_row_begin_with (self->desk, self->place, _("Reason"), stored_reason (self));
  g_signal_connect_object (votum_field_row_changes (self->reason_row), "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->reason_group, self->reason_row);
}

/* Words from the last time are forgotten; what the recusal has stays. */
static void
afresh_cb (VotumRecusalDialog *self)
{
  votum_field_row_begin_afresh (self->reason_row, self->desk, self->place, stored_reason (self));
  show_kept (self, FALSE);
  refresh (self);
}

/* What was typed in the last moment is kept as well. */
static gboolean
votum_recusal_dialog_close_request (GtkWindow *window)
{
  votum_desk_flush (VOTUM_RECUSAL_DIALOG (window)->desk);

  return GTK_WINDOW_CLASS (votum_recusal_dialog_parent_class)->close_request (window);
}

static void
votum_recusal_dialog_dispose (GObject *object)
{
  VotumRecusalDialog *self = VOTUM_RECUSAL_DIALOG (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->recusal);
  g_clear_object (&self->juror);
  g_clear_object (&self->entrant);

  G_OBJECT_CLASS (votum_recusal_dialog_parent_class)->dispose (object);
}

static void
votum_recusal_dialog_finalize (GObject *object)
{
  VotumRecusalDialog *self = VOTUM_RECUSAL_DIALOG (object);

  g_ptr_array_unref (self->froms);
  g_free (self->place);

  G_OBJECT_CLASS (votum_recusal_dialog_parent_class)->finalize (object);
}

static void
votum_recusal_dialog_class_init (VotumRecusalDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = votum_recusal_dialog_dispose;
  object_class->finalize = votum_recusal_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = votum_recusal_dialog_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-recusal-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumRecusalDialog, do_button);
  gtk_widget_class_bind_template_child (widget_class, VotumRecusalDialog, who_group);
  gtk_widget_class_bind_template_child (widget_class, VotumRecusalDialog, degree_group);
  gtk_widget_class_bind_template_child (widget_class, VotumRecusalDialog, reason_group);
  gtk_widget_class_bind_template_child (widget_class, VotumRecusalDialog, marks_label);
  gtk_widget_class_bind_template_child (widget_class, VotumRecusalDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, VotumRecusalDialog, afresh_button);
  gtk_widget_class_bind_template_callback (widget_class, afresh_cb);
  gtk_widget_class_bind_template_callback (widget_class, do_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
votum_recusal_dialog_init (VotumRecusalDialog *self)
{
  self->froms = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
present (GtkWidget  *parent,
         VotumDesk  *desk,
         VotumThing *recusal,
         VotumThing *juror,
         VotumThing *entrant)
{
  VotumCase *votum_case = votum_desk_get_case (desk);
  VotumRecusalDialog *self = g_object_new (VOTUM_TYPE_RECUSAL_DIALOG, "title", recusal != NULL ? _("Change the Recusal") : _("Recusal"), NULL);
  GtkRoot *root = gtk_widget_get_root (parent);

  votum_desk_flush (desk);
  self->desk = g_object_ref (desk);
  /* a juror stands aside for nobody else */
  if (juror == NULL && votum_case_get_duty (votum_case) == VOTUM_DUTY_JUROR)
    juror = votum_case_get_holder (votum_case);
  g_set_object (&self->recusal, recusal);
  g_set_object (&self->juror, juror);
  g_set_object (&self->entrant, entrant);
  if (recusal != NULL)
    {
      gint64 entrant_id = votum_thing_get_ref (recusal, VOTUM_RECUSAL_ENTRANT);
      gint64 class_id = votum_thing_get_ref (recusal, VOTUM_RECUSAL_CLASS);

      g_set_object (&self->entrant, votum_case_lookup (votum_case, entrant_id != 0 ? entrant_id : class_id));
      gtk_button_set_label (self->do_button, _("C_hange"));
      self->place = g_strdup_printf ("recusal:%" G_GINT64_FORMAT ":dialog", votum_thing_get_id (recusal));
    }
  else
    {
      self->place = g_strdup_printf ("recusal:new:%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT, entrant != NULL ? votum_thing_get_id (entrant) : 0,
                                     juror != NULL ? votum_thing_get_id (juror) : 0);
    }

  add_juror (self);
  add_from (self);
  add_degrees (self);
  add_reason (self);
  refresh (self);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (self));
  if (self->juror_row == NULL && self->from_row == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->degrees[chosen_degree (self)]));
}

/**
 * votum_recusal_dialog_present:
 * @parent: a widget of the window that asks
 * @desk: a desk
 * @juror: (nullable): who stands aside; in a juror's copy always whose it is
 * @entrant: (nullable): from whom
 *
 * Asks for what is not said, and puts the recusal into the case.
 */
void
votum_recusal_dialog_present (GtkWidget  *parent,
                              VotumDesk  *desk,
                              VotumThing *juror,
                              VotumThing *entrant)
{
  present (parent, desk, NULL, juror, entrant);
}

/**
 * votum_recusal_dialog_edit:
 * @parent: a widget of the window that asks
 * @desk: a desk
 * @recusal: a recusal of the case
 *
 * Asks how far it goes, and why.
 */
void
votum_recusal_dialog_edit (GtkWidget  *parent,
                           VotumDesk  *desk,
                           VotumThing *recusal)
{
  present (parent, desk, recusal, votum_case_lookup (votum_desk_get_case (desk), votum_thing_get_ref (recusal, VOTUM_RECUSAL_JUROR)), NULL);
}

/**
 * votum_recusal_dialog_take_back:
 * @desk: a desk
 * @recusal: a recusal of the case
 *
 * Takes it out of the case, with Undo. Marks that went with it do not come back by themselves.
 */
void
votum_recusal_dialog_take_back (VotumDesk  *desk,
                                VotumThing *recusal)
{
  g_autofree char *from = votum_recusal_from (desk, recusal);
  VotumThing *juror = votum_case_lookup (votum_desk_get_case (desk), votum_thing_get_ref (recusal, VOTUM_RECUSAL_JUROR));
  g_autofree char *name = juror != NULL ? votum_desk_name (desk, juror) : g_strdup ("");
  GError *error = NULL;

  votum_desk_flush (desk);
  votum_case_remove (votum_desk_get_case (desk), recusal, &error);
  if (votum_desk_report (desk, error))
    /* TRANSLATORS: juror, finalist */
    votum_desk_toast (desk, TRUE, _("%s is no longer recused from %s"), name, from);
}
