#include "votum-config.h"

#include "votum-binder.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-case-drafts.h"
#include "votum-error.h"
#include "votum-format.h"
#include "votum-text.h"

#define DRAFT_DELAY 250 /* ms between a key and the disk, at most */

typedef struct {
  GtkWidget  *widget;    /* owns this */
  VotumDesk  *desk;
  VotumThing *thing;     /* (nullable): nothing yet, the words are a draft of something new */
  guint       field;
  char       *lang;      /* (nullable): of a text in several languages */
  char       *place;     /* of the draft */
  guint       timeout;
  gboolean    dirty;     /* typed, and not yet part of the case */
  gboolean    left;      /* to be finished as soon as the case is not busy any more */
  gboolean    setting;   /* the text is being put in by us */
  gulong      changed_id;
  gulong      flush_id;
  gulong      notify_id;
  GtkEventController *focus;
} Binder;

static GQuark
binder_quark (void)
{
  return g_quark_from_static_string ("votum-binder");
}

static Binder *
binder_of (GtkWidget *widget)
{
  return g_object_get_qdata (G_OBJECT (widget), binder_quark ());
}

static char *
widget_text (GtkWidget *widget)
{
  GtkTextBuffer *buffer;
  GtkTextIter start;
  GtkTextIter end;

  if (GTK_IS_EDITABLE (widget))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (widget)));

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
set_widget_text (Binder     *binder,
                 const char *text)
{
  g_autofree char *current = widget_text (binder->widget);

  if (strcmp (current, text) == 0)
    return;

  binder->setting = TRUE;
  if (GTK_IS_EDITABLE (binder->widget))
    {
      /* what was typed into something else is not to be undone into this */
      gtk_editable_set_enable_undo (GTK_EDITABLE (binder->widget), FALSE);
      gtk_editable_set_text (GTK_EDITABLE (binder->widget), text);
      gtk_editable_set_enable_undo (GTK_EDITABLE (binder->widget), TRUE);
    }
  else
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (binder->widget));

      gtk_text_buffer_begin_irreversible_action (buffer);
      gtk_text_buffer_set_text (buffer, text, -1);
      gtk_text_buffer_end_irreversible_action (buffer);
    }
  binder->setting = FALSE;
}

/* Words that are part of the case are undone with the case, as one step; the widget forgets how they were typed. */
static void
forget_typing (GtkWidget *widget)
{
  if (GTK_IS_EDITABLE (widget))
    {
      gtk_editable_set_enable_undo (GTK_EDITABLE (widget), FALSE);
      gtk_editable_set_enable_undo (GTK_EDITABLE (widget), TRUE);
    }
  else
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));

      gtk_text_buffer_set_enable_undo (buffer, FALSE);
      gtk_text_buffer_set_enable_undo (buffer, TRUE);
    }
}

/* The text as the case has it. */
static char *
stored_text (Binder *binder)
{
  const VotumField *field;
  const char *text;

  if (binder->thing == NULL || !votum_thing_is_set (binder->thing, binder->field))
    return g_strdup ("");

  field = &votum_thing_get_info (binder->thing)->fields[binder->field];
  if (field->type == VOTUM_FIELD_TEXTS)
    {
      text = votum_texts_lookup (votum_thing_get_texts (binder->thing, binder->field), binder->lang);
      return g_strdup (text != NULL ? text : "");
    }
  if (field->type == VOTUM_FIELD_DECIMAL || field->type == VOTUM_FIELD_INTEGER)
    {
      g_autofree char *canonical = votum_thing_field_to_text (binder->thing, binder->field);

      return votum_format_number (canonical);
    }

  return g_strdup (votum_thing_get_text (binder->thing, binder->field));
}

static gboolean finish (Binder *binder);

static gboolean
is_busy (Binder *binder)
{
  return votum_case_is_busy (votum_desk_get_case (binder->desk));
}

/* While a large file is being written into the case, the words wait: nobody has done anything wrong. */
static gboolean
keep_cb (gpointer data)
{
  Binder *binder = data;
  g_autofree char *text = widget_text (binder->widget);
  gboolean busy = is_busy (binder);
  GError *error = NULL;

  binder->timeout = busy ? g_timeout_add (DRAFT_DELAY, keep_cb, binder) : 0;
  votum_case_keep_draft (votum_desk_get_case (binder->desk), binder->place, text, &error);
  if (busy)
    g_clear_error (&error);
  else if (votum_desk_report (binder->desk, error))
    votum_desk_set_pending (binder->desk, binder, FALSE);
  if (!busy && binder->left)
    finish (binder);

  return G_SOURCE_REMOVE;
}

static void
keep_now (Binder *binder)
{
  if (binder->timeout == 0)
    return;
  g_source_remove (binder->timeout);
  keep_cb (binder);
}

static void
changed_cb (Binder *binder)
{
  if (binder->setting)
    return;

  binder->dirty = TRUE;
  votum_desk_set_pending (binder->desk, binder, TRUE);
  /* not put off with every key: whoever types without a pause is saved too */
  if (binder->timeout == 0)
    binder->timeout = g_timeout_add (DRAFT_DELAY, keep_cb, binder);
}

/* Puts @text into a copy of the thing. An empty text is no text. */
static VotumThing *
changed_thing (Binder      *binder,
               const char  *text,
               GError     **error)
{
  g_autoptr(VotumThing) changed = votum_thing_copy (binder->thing);
  const VotumField *field = &votum_thing_get_info (binder->thing)->fields[binder->field];
  g_autofree char *clean = votum_text_clean (text);
  const char *value = *clean != '\0' ? clean : NULL;
  g_autofree char *canonical = NULL;

  if (field->type == VOTUM_FIELD_TEXTS)
    {
      VotumTexts *texts = votum_thing_get_texts (changed, binder->field);
      g_autoptr(VotumTexts) empty = texts == NULL ? votum_texts_new () : NULL;
      g_autoptr(VotumTexts) with = votum_texts_with (texts != NULL ? texts : empty, binder->lang, value);

      votum_thing_set_texts (changed, binder->field, with);
      return g_steal_pointer (&changed);
    }
  if (field->type == VOTUM_FIELD_DECIMAL && value != NULL)
    {
      VotumDecimal decimal;

      if (!votum_format_parse (value, &decimal, error))
        return NULL;
      value = canonical = votum_decimal_to_string (decimal);
    }
  if (!votum_thing_set_from_text (changed, binder->field, value, error))
    return NULL;

  return g_steal_pointer (&changed);
}

static gboolean
write_change (Binder     *binder,
              const char *text,
              GError    **error)
{
  VotumCase *votum_case = votum_desk_get_case (binder->desk);
  const VotumThingInfo *info = votum_thing_get_info (binder->thing);
  g_autoptr(VotumThing) changed = changed_thing (binder, text, error);
  g_autoptr(VotumChanges) changes = votum_changes_new ();
  g_autofree char *command = g_strconcat ("edit-", info->name, NULL);
  g_autofree char *subject = votum_desk_name (binder->desk, binder->thing);

  if (changed == NULL)
    return FALSE;
  if (!votum_thing_equal (changed, binder->thing))
    votum_changes_thing (changes, binder->thing, changed);

  return votum_case_apply_finishing (votum_case, changes, command, subject, binder->place, error);
}

/* Makes what was typed part of the case. What cannot be taken stays where it is, as a draft, and is marked. */
static gboolean
finish (Binder *binder)
{
  g_autofree char *text = NULL;
  g_autofree char *stored = NULL;
  GError *error = NULL;

  if (!binder->dirty)
    return TRUE;
  keep_now (binder);
  if (binder->thing == NULL)
    return TRUE;
  binder->left = is_busy (binder);
  if (binder->left)
    {
      if (binder->timeout == 0)
        binder->timeout = g_timeout_add (DRAFT_DELAY, keep_cb, binder);
      return FALSE;
    }

  text = widget_text (binder->widget);
  if (!write_change (binder, text, &error))
    {
      gtk_widget_add_css_class (binder->widget, "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (binder->widget), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
      return votum_desk_report (binder->desk, error);
    }

  binder->dirty = FALSE;
  gtk_widget_remove_css_class (binder->widget, "error");
  gtk_accessible_reset_state (GTK_ACCESSIBLE (binder->widget), GTK_ACCESSIBLE_STATE_INVALID);
  votum_desk_set_pending (binder->desk, binder, FALSE);
  forget_typing (binder->widget);
  stored = stored_text (binder);
  if (!gtk_widget_has_focus (binder->widget))
    set_widget_text (binder, stored);

  return TRUE;
}

static void
leave_cb (Binder *binder)
{
  finish (binder);
}

static void
flush_cb (Binder *binder)
{
  finish (binder);
}

static void
stored_changed_cb (Binder *binder)
{
  g_autofree char *stored = NULL;

  if (binder->dirty)
    return;
  stored = stored_text (binder);
  set_widget_text (binder, stored);
}

static void
binder_free (gpointer data)
{
  Binder *binder = data;

  if (binder->timeout != 0)
    g_source_remove (binder->timeout);
  votum_desk_set_pending (binder->desk, binder, FALSE);
  g_clear_signal_handler (&binder->flush_id, binder->desk);
  if (binder->thing != NULL)
    g_clear_signal_handler (&binder->notify_id, binder->thing);
  g_clear_object (&binder->thing);
  g_object_unref (binder->desk);
  g_free (binder->lang);
  g_free (binder->place);
  g_free (binder);
}

static GObject *
text_object (GtkWidget *widget)
{
  return GTK_IS_EDITABLE (widget) ? G_OBJECT (widget) : G_OBJECT (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)));
}

static void
start (GtkWidget  *widget,
       Binder     *binder,
       const char *initial)
{
  const char *draft = votum_case_get_draft (votum_desk_get_case (binder->desk), binder->place);

  binder->widget = widget;
  g_object_set_qdata_full (G_OBJECT (widget), binder_quark (), binder, binder_free);
  set_widget_text (binder, draft != NULL ? draft : initial);
  binder->dirty = draft != NULL;

  binder->changed_id = g_signal_connect_swapped (text_object (widget), "changed", G_CALLBACK (changed_cb), binder);
  binder->flush_id = g_signal_connect_swapped (binder->desk, "flush", G_CALLBACK (flush_cb), binder);
  binder->focus = gtk_event_controller_focus_new ();
  g_signal_connect_swapped (binder->focus, "leave", G_CALLBACK (leave_cb), binder);
  gtk_widget_add_controller (widget, binder->focus);
}

/**
 * votum_binder_bind:
 * @widget: where the words are typed: a #GtkTextView or a #GtkEditable
 * @desk: the desk
 * @thing: the thing they are part of
 * @field: its field: text, texts in several languages, or a number
 * @lang: (nullable): which language, of texts in several
 *
 * From now on @widget shows the field and changes it. An earlier tie is finished and undone first.
 */
void
votum_binder_bind (GtkWidget  *widget,
                   VotumDesk  *desk,
                   VotumThing *thing,
                   guint       field,
                   const char *lang)
{
  Binder *binder;
  g_autofree char *stored = NULL;
  g_autofree char *signal = NULL;
  const VotumThingInfo *info = votum_thing_get_info (thing);

  g_return_if_fail (GTK_IS_EDITABLE (widget) || GTK_IS_TEXT_VIEW (widget));
  g_return_if_fail (field < info->n_fields && (info->fields[field].type != VOTUM_FIELD_TEXTS || lang != NULL));

  votum_binder_unbind (widget);
  binder = g_new0 (Binder, 1);
  binder->desk = g_object_ref (desk);
  binder->thing = g_object_ref (thing);
  binder->field = field;
  binder->lang = g_strdup (lang);
  binder->place = g_strdup_printf ("%s:%" G_GINT64_FORMAT ":%s%s%s", info->name, votum_thing_get_id (thing), info->fields[field].name,
                                   lang != NULL ? ":" : "", lang != NULL ? lang : "");
  stored = stored_text (binder);
  start (widget, binder, stored);
  signal = g_strconcat ("notify::", info->fields[field].name, NULL);
  binder->notify_id = g_signal_connect_swapped (thing, signal, G_CALLBACK (stored_changed_cb), binder);
}

/**
 * votum_binder_begin:
 * @widget: where the words are typed
 * @desk: the desk
 * @place: where the draft is kept: "note:new:visit-3"
 * @initial: the text to begin with where there is no draft
 *
 * For words that belong to something that is not there yet. Whoever makes it applies the change with
 * votum_case_apply_finishing() and @place, and then calls votum_binder_clear().
 */
void
votum_binder_begin (GtkWidget  *widget,
                    VotumDesk  *desk,
                    const char *place,
                    const char *initial)
{
  Binder *binder;

  g_return_if_fail (GTK_IS_EDITABLE (widget) || GTK_IS_TEXT_VIEW (widget));

  votum_binder_unbind (widget);
  binder = g_new0 (Binder, 1);
  binder->desk = g_object_ref (desk);
  binder->place = g_strdup (place);
  start (widget, binder, initial);
}

/**
 * votum_binder_unbind:
 * @widget: a widget that may be tied
 *
 * Finishes what was typed, and unties @widget.
 */
void
votum_binder_unbind (GtkWidget *widget)
{
  Binder *binder = binder_of (widget);

  if (binder == NULL)
    return;

  finish (binder);
  g_signal_handler_disconnect (text_object (widget), binder->changed_id);
  gtk_widget_remove_controller (widget, binder->focus);
  gtk_widget_remove_css_class (widget, "error");
  g_object_set_qdata (G_OBJECT (widget), binder_quark (), NULL);
}

/**
 * votum_binder_finish:
 * @widget: a tied widget
 *
 * Returns: whether what was typed is part of the case now
 */
gboolean
votum_binder_finish (GtkWidget *widget)
{
  Binder *binder = binder_of (widget);

  return binder == NULL || finish (binder);
}

const char *
votum_binder_place (GtkWidget *widget)
{
  Binder *binder = binder_of (widget);

  return binder != NULL ? binder->place : NULL;
}

/**
 * votum_binder_text:
 * @widget: a widget in which words are typed
 *
 * Returns: (transfer full): what stands in it
 */
char *
votum_binder_text (GtkWidget *widget)
{
  return widget_text (widget);
}

/**
 * votum_binder_settle:
 * @widget: a widget tied by votum_binder_begin()
 *
 * Says that its words have become part of the case as they stand there, and stay in sight. The draft has gone with that
 * change.
 */
void
votum_binder_settle (GtkWidget *widget)
{
  Binder *binder = binder_of (widget);

  g_return_if_fail (binder != NULL);

  g_clear_handle_id (&binder->timeout, g_source_remove);
  binder->dirty = FALSE;
  votum_desk_set_pending (binder->desk, binder, FALSE);
  forget_typing (widget);
}

gboolean
votum_binder_is_dirty (GtkWidget *widget)
{
  Binder *binder = binder_of (widget);

  return binder != NULL && binder->dirty;
}

/**
 * votum_binder_clear:
 * @widget: a widget tied by votum_binder_begin()
 *
 * Empties it after its words have become part of the case. The draft has gone with that change.
 */
void
votum_binder_clear (GtkWidget *widget)
{
  votum_binder_settle (widget);
  set_widget_text (binder_of (widget), "");
}
