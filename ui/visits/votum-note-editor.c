#include "votum-config.h"

#include "votum-note-editor.h"

#include <glib/gi18n.h>

#include "votum-binder.h"
#include "votum-case-attachments.h"
#include "votum-case-drafts.h"
#include "votum-focus.h"
#include "votum-note-choices.h"
#include "votum-note-places.h"
#include "votum-note-words.h"
#include "votum-pending-photos.h"
#include "votum-picker.h"
#include "votum-text.h"
#include "votum-use-chooser.h"
#include "votum-wrap.h"

#define KEEP_DELAY 200 /* ms: what was chosen is on disk before the first words are */

struct _VotumNoteEditor {
  AdwBin              parent_instance;

  GtkWidget          *box;
  GtkWidget          *kinds;
  VotumPicker        *criterion;
  GtkWidget          *text;
  GtkWidget          *speaker_box;
  GtkEditable        *speaker;
  GtkMenuButton      *speakers;
  GtkDropDown        *level;
  GtkStringList      *level_words;
  VotumPendingPhotos *photos;
  gboolean            store_when_settled;  /* the note was finished before its pictures were in the case */
  VotumUseChooser    *use;

  VotumDesk          *desk;
  VotumOccasion      *occasion;
  VotumThing         *choices;         /* a note that is in no case yet */
  char               *choices_place;   /* of their draft */
  guint               keep_id;
  gboolean            showing;         /* what is chosen is being put into the widgets by us */
};

enum {
  PROP_0,
  PROP_KIND,
  N_PROPS
};

enum {
  STORED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VotumNoteEditor, votum_note_editor, ADW_TYPE_BIN)

/* ---- what is chosen ---- */

static void queue_keep (VotumNoteEditor *self);

static void
keep_choices (VotumNoteEditor *self)
{
  g_autofree char *chosen = NULL;
  g_autofree char *photos = NULL;
  g_autofree char *text = NULL;
  GError *error = NULL;

  if (self->keep_id == 0)
    return;
  g_clear_handle_id (&self->keep_id, g_source_remove);
  chosen = votum_note_choices_to_text (self->choices);
  photos = votum_pending_photos_to_text (self->photos);
  text = g_strconcat (chosen, photos, NULL);
  votum_case_keep_draft (votum_desk_get_case (self->desk), self->choices_place, text, &error);
  /* one of the pictures is being written just now */
  if (error != NULL && votum_case_is_busy (votum_desk_get_case (self->desk)))
    {
      g_error_free (error);
      queue_keep (self);
    }
  else if (votum_desk_report (self->desk, error))
    votum_desk_set_pending (self->desk, self, FALSE);
}

static gboolean
keep_cb (gpointer user_data)
{
  keep_choices (user_data);

  return G_SOURCE_REMOVE;
}

static void
queue_keep (VotumNoteEditor *self)
{
  if (self->keep_id != 0 || self->showing)
    return;
  votum_desk_set_pending (self->desk, self, TRUE);
  self->keep_id = g_timeout_add (KEEP_DELAY, keep_cb, self);
}

/* A change of the description of what has the focus is read out. */
static void
describe (VotumNoteEditor *self)
{
  g_autofree char *criterion = votum_note_criterion_name (self->desk, votum_thing_get_ref (self->choices, VOTUM_NOTE_CRITERION));
  g_autofree char *description =
    g_strdup_printf ("%s · %s · %s", votum_note_kind_word (votum_thing_get_choice (self->choices, VOTUM_NOTE_KIND)),
                     criterion != NULL ? criterion : _("No criterion"),
                     votum_note_use_word (votum_thing_get_choice (self->choices, VOTUM_NOTE_USE)));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

static void
show_choices (VotumNoteEditor *self)
{
  const char *speaker = votum_thing_get_text (self->choices, VOTUM_NOTE_SPEAKER);
  gboolean quote = votum_thing_get_choice (self->choices, VOTUM_NOTE_KIND) == VOTUM_NOTE_KIND_QUOTE;
  VotumThing *criterion = votum_case_lookup (votum_desk_get_case (self->desk), votum_thing_get_ref (self->choices, VOTUM_NOTE_CRITERION));

  self->showing = TRUE;
  votum_picker_set_chosen (self->criterion, criterion);
  votum_use_chooser_set_use (self->use, votum_thing_get_choice (self->choices, VOTUM_NOTE_USE));
  if (g_strcmp0 (gtk_editable_get_text (self->speaker), speaker != NULL ? speaker : "") != 0)
    gtk_editable_set_text (self->speaker, speaker != NULL ? speaker : "");
  gtk_drop_down_set_selected (self->level, votum_thing_is_set (self->choices, VOTUM_NOTE_LEVEL)
                                             ? 1 + votum_thing_get_choice (self->choices, VOTUM_NOTE_LEVEL) : 0);
  gtk_widget_set_visible (self->speaker_box, quote);
  self->showing = FALSE;
  describe (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KIND]);
}

static void
choose (VotumNoteEditor *self,
        guint            field,
        const char      *value)
{
  votum_thing_set_from_text (self->choices, field, value, NULL);
  queue_keep (self);
  show_choices (self);
}

static void
criterion_chosen_cb (VotumNoteEditor *self,
                     VotumThing      *criterion)
{
  if (self->choices == NULL)
    return;
  votum_thing_set_ref (self->choices, VOTUM_NOTE_CRITERION, criterion != NULL ? votum_thing_get_id (criterion) : 0);
  queue_keep (self);
  describe (self);
}

static void
use_chosen_cb (VotumNoteEditor *self)
{
  if (!self->showing && self->choices != NULL)
    choose (self, VOTUM_NOTE_USE, votum_thing_info (VOTUM_KIND_NOTE)->fields[VOTUM_NOTE_USE].choices[votum_use_chooser_get_use (self->use)]);
}

static void
level_selected_cb (VotumNoteEditor *self)
{
  const VotumField *field = &votum_thing_info (VOTUM_KIND_NOTE)->fields[VOTUM_NOTE_LEVEL];
  guint selected = gtk_drop_down_get_selected (self->level);

  if (!self->showing && self->choices != NULL && selected <= VOTUM_N_NOTE_LEVELS)
    choose (self, VOTUM_NOTE_LEVEL, selected > 0 ? field->choices[selected - 1] : NULL);
}

static void
speaker_changed_cb (VotumNoteEditor *self)
{
  const char *speaker = gtk_editable_get_text (self->speaker);

  if (self->showing || self->choices == NULL)
    return;
  votum_thing_set_from_text (self->choices, VOTUM_NOTE_SPEAKER, *speaker != '\0' ? speaker : NULL, NULL);
  queue_keep (self);
}

/* ---- words ---- */

static void
typed_cb (VotumNoteEditor *self)
{
  const char *kept = self->choices_place != NULL ? votum_case_get_draft (votum_desk_get_case (self->desk), self->choices_place) : NULL;

  if (kept == NULL && self->choices != NULL && gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text))) > 0)
    queue_keep (self);
}

/* The note is in the case and its drafts are gone: the next one can be begun. */
static void
begin_next (VotumNoteEditor *self)
{
  GError *error = NULL;

  votum_binder_clear (self->text);
  votum_pending_photos_clear (self->photos);
  votum_note_choices_next (self->choices, votum_desk_get_case (self->desk));
  g_clear_handle_id (&self->keep_id, g_source_remove);
  votum_case_keep_draft (votum_desk_get_case (self->desk), self->choices_place, NULL, &error);
  votum_desk_set_pending (self->desk, self, FALSE);
  votum_desk_report (self->desk, error);
  show_choices (self);
  gtk_widget_grab_focus (self->text);
}

static void
store_cb (VotumNoteEditor *self)
{
  g_autofree char *typed = votum_binder_text (self->text);
  g_autofree char *text = votum_text_clean (typed);
  GPtrArray *photos = votum_pending_photos_get (self->photos);
  g_autoptr(VotumThing) note = NULL;
  GError *error = NULL;

  self->store_when_settled = votum_pending_photos_is_taking (self->photos);
  if (self->store_when_settled)
    return;
  if (*text == '\0' && photos->len > 0)
    {
      /* TRANSLATORS: the words of a note that is a picture and nothing else */
      g_free (text);
      text = g_strdup (ngettext ("Photo", "Photos", photos->len));
    }
  if (*text == '\0')
    {
      gtk_widget_error_bell (self->text);
      gtk_widget_grab_focus (self->text);
      return;
    }

  note = votum_note_choices_make (self->choices, votum_desk_get_case (self->desk), self->occasion, text, &error);
  if (note != NULL)
    votum_case_add_note (votum_desk_get_case (self->desk), note, photos, votum_binder_place (self->text), &error);
  if (!votum_desk_report (self->desk, error))
    return;

  begin_next (self);
  g_signal_emit (self, signals[STORED], 0, note);
}

static void
photos_settled_cb (VotumNoteEditor *self)
{
  if (self->store_when_settled && self->desk != NULL)
    store_cb (self);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        VotumNoteEditor       *self)
{
  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter && key != GDK_KEY_ISO_Enter)
    return FALSE;
  if ((state & gtk_accelerator_get_default_mod_mask () & ~GDK_CONTROL_MASK) != 0)
    return FALSE;
  /* a letter that is being composed ends with Enter too */
  if (gtk_text_view_im_context_filter_keypress (GTK_TEXT_VIEW (self->text), gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (controller))))
    return TRUE;
  store_cb (self);

  return TRUE;
}

/* ---- pictures ---- */

static void
paste_cb (VotumNoteEditor *self)
{
  if (self->desk != NULL && votum_pending_photos_paste (self->photos, gtk_widget_get_clipboard (self->text)))
    g_signal_stop_emission_by_name (self->text, "paste-clipboard");
}

static void
add_photo_cb (VotumNoteEditor *self)
{
  votum_pending_photos_choose (self->photos);
}

static void
photos_changed_cb (VotumNoteEditor *self)
{
  queue_keep (self);
  gtk_widget_grab_focus (self->text);
}

static gboolean
drop_cb (GtkDropTarget   *target,
         const GValue    *value,
         double           x,
         double           y,
         VotumNoteEditor *self)
{
  if (self->desk == NULL)
    return FALSE;
  votum_pending_photos_add_files (self->photos, g_value_get_boxed (value));

  return TRUE;
}

/* ---- who says it ---- */

static void
speaker_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  VotumNoteEditor *self = VOTUM_NOTE_EDITOR (widget);

  gtk_editable_set_text (self->speaker, g_variant_get_string (parameter, NULL));
  gtk_widget_grab_focus (self->text);
}

static void
fill_speakers_cb (GtkMenuButton *button,
                  gpointer       user_data)
{
  VotumNoteEditor *self = user_data;
  g_auto(GStrv) speakers = votum_note_choices_speakers (votum_desk_get_case (self->desk), self->occasion);
  g_autoptr(GMenu) menu = g_menu_new ();

  for (guint i = 0; speakers[i] != NULL; i++)
    {
      /* a name may have an underscore, which is no mnemonic */
      g_auto(GStrv) parts = g_strsplit (speakers[i], "_", -1);
      g_autofree char *label = g_strjoinv ("__", parts);
      g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "editor.speaker", "s", speakers[i]);
      g_menu_append_item (menu, item);
    }
  if (speakers[0] == NULL)
    g_menu_append (menu, _("Nobody yet"), "editor.nobody");
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

/* ---- the widget ---- */

static void
criterion_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  votum_picker_open (VOTUM_NOTE_EDITOR (widget)->criterion);
}

static void
votum_note_editor_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  VotumNoteEditor *self = VOTUM_NOTE_EDITOR (object);

  switch (prop_id)
    {
    case PROP_KIND:
      g_value_set_string (value, self->choices != NULL ? votum_thing_get_text (self->choices, VOTUM_NOTE_KIND) : "");
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
votum_note_editor_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  VotumNoteEditor *self = VOTUM_NOTE_EDITOR (object);

  switch (prop_id)
    {
    case PROP_KIND:
      if (self->choices != NULL)
        choose (self, VOTUM_NOTE_KIND, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
forget_occasion (VotumNoteEditor *self)
{
  if (self->desk == NULL)
    return;
  votum_note_places_release (self->desk, votum_binder_place (self->text));
  keep_choices (self);
  g_clear_handle_id (&self->keep_id, g_source_remove);
  votum_binder_unbind (self->text);
  self->store_when_settled = FALSE;
  votum_pending_photos_set_desk (self->photos, NULL);
  votum_desk_set_pending (self->desk, self, FALSE);
  g_signal_handlers_disconnect_by_data (self->desk, self);
  g_clear_object (&self->desk);
  g_clear_object (&self->occasion);
  g_clear_object (&self->choices);
  g_clear_pointer (&self->choices_place, g_free);
}

static void
votum_note_editor_dispose (GObject *object)
{
  VotumNoteEditor *self = VOTUM_NOTE_EDITOR (object);

  if (self->text != NULL)
    forget_occasion (self);

  G_OBJECT_CLASS (votum_note_editor_parent_class)->dispose (object);
}

static gboolean
votum_note_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (VOTUM_NOTE_EDITOR (widget)->text);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-note-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumNoteEditor, box);
  gtk_widget_class_bind_template_child (widget_class, VotumNoteEditor, kinds);
  gtk_widget_class_bind_template_child (widget_class, VotumNoteEditor, criterion);
  gtk_widget_class_bind_template_child (widget_class, VotumNoteEditor, text);
  gtk_widget_class_bind_template_child (widget_class, VotumNoteEditor, speaker_box);
  gtk_widget_class_bind_template_child (widget_class, VotumNoteEditor, speaker);
  gtk_widget_class_bind_template_child (widget_class, VotumNoteEditor, speakers);
  gtk_widget_class_bind_template_child (widget_class, VotumNoteEditor, level);
  gtk_widget_class_bind_template_child (widget_class, VotumNoteEditor, level_words);
  gtk_widget_class_bind_template_child (widget_class, VotumNoteEditor, photos);
  gtk_widget_class_bind_template_child (widget_class, VotumNoteEditor, use);
  gtk_widget_class_bind_template_callback (widget_class, criterion_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, use_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, level_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, speaker_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, store_cb);
  gtk_widget_class_bind_template_callback (widget_class, paste_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_photo_cb);
  gtk_widget_class_bind_template_callback (widget_class, photos_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, photos_settled_cb);
}

static void
votum_note_editor_class_init (VotumNoteEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const VotumField *kind = &votum_thing_info (VOTUM_KIND_NOTE)->fields[VOTUM_NOTE_KIND];

  object_class->get_property = votum_note_editor_get_property;
  object_class->set_property = votum_note_editor_set_property;
  object_class->dispose = votum_note_editor_dispose;
  widget_class->focus = votum_focus_child;
  widget_class->grab_focus = votum_note_editor_grab_focus;

  properties[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[STORED] = g_signal_new ("stored", VOTUM_TYPE_NOTE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, VOTUM_TYPE_THING);

  gtk_widget_class_install_property_action (widget_class, "editor.kind", "kind");
  gtk_widget_class_install_action (widget_class, "editor.speaker", "s", speaker_action);
  gtk_widget_class_install_action (widget_class, "editor.criterion", NULL, criterion_action);
  for (guint i = 0; i < VOTUM_N_NOTE_KINDS; i++)
    {
      const char *word = kind->choices[votum_note_kind_at (i)];

      gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + i, GDK_CONTROL_MASK, "editor.kind", "s", word);
      gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_1 + i, GDK_CONTROL_MASK, "editor.kind", "s", word);
    }
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_k, GDK_CONTROL_MASK, "editor.criterion", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "editor.criterion", NULL);

  g_type_ensure (VOTUM_TYPE_PENDING_PHOTOS);
  g_type_ensure (VOTUM_TYPE_PICKER);
  g_type_ensure (VOTUM_TYPE_USE_CHOOSER);
  g_type_ensure (VOTUM_TYPE_WRAP);
  bind_template (widget_class);
}

static void
add_kinds (VotumNoteEditor *self)
{
  const VotumField *field = &votum_thing_info (VOTUM_KIND_NOTE)->fields[VOTUM_NOTE_KIND];

  for (guint i = 0; i < VOTUM_N_NOTE_KINDS; i++)
    {
      guint kind = votum_note_kind_at (i);
      GtkWidget *button = gtk_toggle_button_new_with_label (votum_note_kind_word (kind));
      /* TRANSLATORS: "Strength (Ctrl+1)" */
      g_autofree char *tooltip = g_strdup_printf (_("%s (Ctrl+%u)"), votum_note_kind_word (kind), i + 1);

      gtk_widget_set_tooltip_text (button, tooltip);
      gtk_widget_set_focus_on_click (button, FALSE);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "kind");
      gtk_widget_add_css_class (button, votum_note_kind_style (kind));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "editor.kind");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", field->choices[kind]);
      gtk_widget_insert_before (button, self->kinds, GTK_WIDGET (self->criterion));
    }
}

static void
votum_note_editor_init (VotumNoteEditor *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  add_kinds (self);
  for (guint level = 0; level < VOTUM_N_NOTE_LEVELS; level++)
    gtk_string_list_append (self->level_words, votum_note_level_word (level));
  votum_picker_set_return (self->criterion, self->text);
  gtk_menu_button_set_create_popup_func (self->speakers, fill_speakers_cb, self, NULL);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, 0);
  gtk_widget_add_controller (self->text, keys);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)), "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE); /* before the text, which takes its name */
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/**
 * votum_note_editor_criteria_changed:
 * @self: an editor with an occasion
 *
 * Takes over criteria that have come, gone, or got another name.
 */
void
votum_note_editor_criteria_changed (VotumNoteEditor *self)
{
  VotumCase *votum_case = votum_desk_get_case (self->desk);
  g_autoptr(GPtrArray) criteria = votum_note_choices_criteria (votum_case, votum_occasion_get_entrant (self->occasion));

  if (votum_case_lookup (votum_case, votum_thing_get_ref (self->choices, VOTUM_NOTE_CRITERION)) == NULL)
    votum_thing_set_ref (self->choices, VOTUM_NOTE_CRITERION, 0);
  votum_picker_set_things (self->criterion, self->desk, criteria);
  show_choices (self);
}

/**
 * votum_note_editor_set_occasion:
 * @self: an editor
 * @desk: the desk
 * @occasion: (nullable): where notes are taken; what is unfinished elsewhere stays there as a draft
 */
void
votum_note_editor_set_occasion (VotumNoteEditor *self,
                                VotumDesk       *desk,
                                VotumOccasion   *occasion)
{
  VotumCase *votum_case = votum_desk_get_case (desk);
  g_autofree char *place = NULL;
  const char *kept;

  g_return_if_fail (VOTUM_IS_NOTE_EDITOR (self));

  forget_occasion (self);
  gtk_widget_set_sensitive (self->box, occasion != NULL);
  if (occasion == NULL)
    return;

  self->desk = g_object_ref (desk);
  self->occasion = g_object_ref (occasion);
  votum_note_places_take (desk, occasion, &place, &self->choices_place);
  kept = votum_case_get_draft (votum_case, self->choices_place);
  self->choices = kept != NULL ? votum_note_choices_from_text (votum_case, kept) : votum_note_choices_guess (votum_case, occasion);
  g_signal_connect_object (desk, "flush", G_CALLBACK (keep_choices), self, G_CONNECT_SWAPPED);
  votum_pending_photos_set_desk (self->photos, desk);
  votum_pending_photos_from_text (self->photos, kept != NULL ? kept : "");

  self->showing = TRUE;
  votum_binder_begin (self->text, desk, place, "");
  self->showing = FALSE;
  votum_note_editor_criteria_changed (self);
}
