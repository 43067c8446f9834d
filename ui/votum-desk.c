#include "votum-config.h"

#include "votum-desk.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-case-holder.h"
#include "votum-error.h"
#include "votum-format.h"

struct _VotumDesk {
  GObject     parent_instance;

  VotumCase  *votum_case;
  GHashTable *pending;     /* who has words that are not on disk yet */
  VotumDeskUse use;
};

enum {
  PROP_0,
  PROP_CASE,
  PROP_SAVED,
  N_PROPS
};

enum {
  TOAST,
  PROBLEM,
  GO,
  FLUSH,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VotumDesk, votum_desk, G_TYPE_OBJECT)

static void
votum_desk_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  VotumDesk *self = VOTUM_DESK (object);

  switch (prop_id)
    {
    case PROP_CASE:
      g_value_set_object (value, self->votum_case);
      break;
    case PROP_SAVED:
      g_value_set_boolean (value, votum_desk_get_saved (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
votum_desk_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  VotumDesk *self = VOTUM_DESK (object);

  switch (prop_id)
    {
    case PROP_CASE:
      self->votum_case = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
votum_desk_finalize (GObject *object)
{
  VotumDesk *self = VOTUM_DESK (object);

  g_clear_object (&self->votum_case);
  g_hash_table_unref (self->pending);

  G_OBJECT_CLASS (votum_desk_parent_class)->finalize (object);
}

static void
votum_desk_class_init (VotumDeskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = votum_desk_get_property;
  object_class->set_property = votum_desk_set_property;
  object_class->finalize = votum_desk_finalize;

  properties[PROP_CASE] = g_param_spec_object ("case", NULL, NULL, VOTUM_TYPE_CASE,
                                               G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SAVED] = g_param_spec_boolean ("saved", NULL, NULL, TRUE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[TOAST] = g_signal_new ("toast", VOTUM_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING,
                                 G_TYPE_BOOLEAN);
  signals[PROBLEM] = g_signal_new ("problem", VOTUM_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING,
                                   G_TYPE_STRING);
  signals[GO] = g_signal_new ("go", VOTUM_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING,
                              VOTUM_TYPE_THING);
  signals[FLUSH] = g_signal_new ("flush", VOTUM_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
votum_desk_init (VotumDesk *self)
{
  self->pending = g_hash_table_new (NULL, NULL);
}

VotumDesk *
votum_desk_new (VotumCase *votum_case)
{
  g_return_val_if_fail (VOTUM_IS_CASE (votum_case), NULL);

  return g_object_new (VOTUM_TYPE_DESK, "case", votum_case, NULL);
}

VotumCase *
votum_desk_get_case (VotumDesk *self)
{
  g_return_val_if_fail (VOTUM_IS_DESK (self), NULL);

  return self->votum_case;
}

VotumDeskUse
votum_desk_get_use (VotumDesk *self)
{
  g_return_val_if_fail (VOTUM_IS_DESK (self), VOTUM_DESK_LOOK);

  return self->use;
}

/**
 * votum_desk_set_use:
 * @self: a desk that no window shows yet
 * @use: what is done at it
 */
void
votum_desk_set_use (VotumDesk    *self,
                    VotumDeskUse  use)
{
  g_return_if_fail (VOTUM_IS_DESK (self));

  self->use = use;
  votum_case_set_onlooker (self->votum_case, use != VOTUM_DESK_WORK);
}

/**
 * votum_desk_get_lang:
 * @self: a desk
 *
 * Returns: (transfer none): the language the window speaks, in which texts of the case are chosen: "nb", "sv" or "en"
 */
const char *
votum_desk_get_lang (VotumDesk *self)
{
  return votum_format_lang ();
}

/**
 * votum_desk_title:
 * @self: a desk
 *
 * Returns: (transfer full): what the case is called: the award with its year
 */
char *
votum_desk_title (VotumDesk *self)
{
  VotumThing *award = votum_case_get_award (self->votum_case);

  if (award == NULL)
    return g_strdup ("");
  if (!votum_thing_is_set (award, VOTUM_AWARD_YEAR))
    return g_strdup (votum_desk_text (self, award, VOTUM_AWARD_NAME));

  return g_strdup_printf ("%s %" G_GINT64_FORMAT, votum_desk_text (self, award, VOTUM_AWARD_NAME),
                          votum_thing_get_number (award, VOTUM_AWARD_YEAR));
}

/**
 * votum_desk_name:
 * @self: a desk
 * @thing: a thing of the case
 *
 * Returns: (transfer full): what people call it, in the reader's language
 */
char *
votum_desk_name (VotumDesk  *self,
                 VotumThing *thing)
{
  return votum_case_name_of (self->votum_case, thing, votum_desk_get_lang (self));
}

/**
 * votum_desk_text:
 * @self: a desk
 * @thing: a thing of the case
 * @field: a field with text of any sort
 *
 * Returns: (transfer none): its text, in the reader's language where there are several; "" where there is none
 */
const char *
votum_desk_text (VotumDesk  *self,
                 VotumThing *thing,
                 guint       field)
{
  const VotumThingInfo *info = votum_thing_get_info (thing);
  const char *text;

  g_return_val_if_fail (field < info->n_fields, "");

  if (!votum_thing_is_set (thing, field))
    return "";
  if (info->fields[field].type == VOTUM_FIELD_TEXTS)
    text = votum_texts_get (votum_thing_get_texts (thing, field), votum_desk_get_lang (self));
  else
    text = votum_thing_get_text (thing, field);

  return text != NULL ? text : "";
}

static const struct {
  const char *command;
  const char *name;
} step_names[] = {
  /* TRANSLATORS: these stand behind "Undo" and "Redo": "Undo mark for Nordlys Kraft". %s: what it is about */
  { "set-mark", N_("mark for %s") },
  { "set-marks", N_("place of %s") },
  { "take-back-mark", N_("mark taken back for %s") },
  { "add-note", N_("note about %s") },
  { "edit-note", N_("change of the note about %s") },
  { "remove-note", N_("removal of the note about %s") },
  { "add-visit", N_("visit to %s") },
  { "edit-visit", N_("change of the visit to %s") },
  { "remove-visit", N_("removal of the visit to %s") },
  { "add-recusal", N_("recusal from %s") },
  { "edit-recusal", N_("change of the recusal from %s") },
  { "remove-recusal", N_("removal of the recusal from %s") },
  { "edit-entrant", N_("change of %s") },
  { "add-entrant", N_("new finalist %s") },
  { "remove-entrant", N_("removal of %s") },
  { "withdraw-entrant", N_("withdrawal of %s") },
  { "disqualify-entrant", N_("disqualification of %s") },
  { "reinstate-entrant", N_("return of %s to the race") },
  { "add-section", N_("section of the submission of %s") },
  { "edit-section", N_("change of the submission of %s") },
  { "move-section", N_("order of the submission of %s") },
  { "remove-section", N_("removal from the submission of %s") },
  { "add-measure", N_("measure of %s") },
  { "edit-measure", N_("change of a measure of %s") },
  { "remove-measure", N_("removal of a measure of %s") },
  { "add-contact-person", N_("contact person %s") },
  { "edit-contact-person", N_("change of the contact person %s") },
  { "remove-contact-person", N_("removal of the contact person %s") },
  { "edit-attachment", N_("change of the attachment %s") },
  { "edit-criterion", N_("change of the criterion %s") },
  { "add-criterion", N_("new criterion %s") },
  { "remove-criterion", N_("removal of the criterion %s") },
  { "move-criterion", N_("move of the criterion %s") },
  { "weigh-criteria", N_("new weights in %s") },
  { "edit-juror", N_("change of %s") },
  { "add-juror", N_("new member %s") },
  { "remove-juror", N_("removal of %s") },
  { "move-juror", N_("move of %s") },
  { "edit-rule", N_("change of the rule") },
  { "edit-award", N_("change of the award") },
  { "edit-scale", N_("change of the scale") },
  { "edit-level", N_("change of a level") },
  { "add-question", N_("new question") },
  { "edit-question", N_("change of the question") },
  { "remove-question", N_("removal of the question") },
  { "add-citation", N_("citation for %s") },
  { "edit-citation", N_("change of the citation for %s") },
  { "add-wording", N_("kept version of the citation") },
  { "add-decision", N_("decision on %s") },
  { "edit-decision", N_("change of the decision on %s") },
  { "add-attachment", N_("attachment %s") },
  { "remove-attachment", N_("removal of the attachment %s") },
  { "assign", N_("assignment of %s") },
  /* TRANSLATORS: finalists given to jurors, %s to each */
  { "spread-assignments", N_("spread of the finalists, %s jurors each") },
  { "make-agenda", N_("making of the agenda") },
  { "add-point", N_("new point on the agenda") },
  { "edit-point", N_("change of a point on the agenda") },
  { "move-point", N_("move of a point on the agenda") },
  { "remove-point", N_("removal of a point from the agenda") },
  { "revise-mark", N_("revised mark for %s") },
  { "set-consensus", N_("panel’s mark for %s") },
  { "remove-consensus", N_("taking back of the panel’s mark for %s") },
  { "add-meeting", N_("beginning of the meeting") },
  { "edit-meeting", N_("change of the meeting") },
  { "add-minute", N_("what was written in the minutes") },
  { "edit-minute", N_("correction of the minutes") },
  { "remove-minute", N_("removal from the minutes") },
  { "begin-paper", N_("ballot on paper of %s") },
  { "drop-paper", N_("removal of what was typed in for %s") },
  { "confirm-paper", N_("second reading of the marks of %s") },
  { "begin-revote", N_("revote after round %s") },
  { "init", N_("making of the case") },
  { "hold-case", N_("handing over to %s") },
  { "hand-out", N_("hand-out to %s") },
  { "take-hand-out", N_("a later hand-out") },
  { "hand-in", N_("handing in of the ballot") },
  { "take-in", N_("ballot of %s") },
  { "take-in-late", N_("late ballot of %s") },
  { "set-aside", N_("ballot of %s that was set aside") },
  { "open-round", N_("opening of the round") },
  { "import-shortlist", N_("import of %s") },
  { "import-marks", N_("import of %s") },
  { "import-award", N_("import of %s") },
};

/* "Nordlys Kraft · A1 · Ida Berg" is about Nordlys Kraft; a path about the file at its end. */
static char *
step_object (const char *subject)
{
  const char *end = strstr (subject, " · ");
  const char *slash = strrchr (subject, G_DIR_SEPARATOR);

  if (end != NULL)
    return g_strndup (subject, end - subject);

  return g_strdup (slash != NULL && slash[1] != '\0' ? slash + 1 : subject);
}

/**
 * votum_desk_step_name:
 * @self: a desk
 * @entry: an entry of the log
 *
 * Returns: (transfer full): what the step did, to stand behind "Undo": "mark for Nordlys Kraft"
 */
char *
votum_desk_step_name (VotumDesk           *self,
                      const VotumLogEntry *entry)
{
  g_autofree char *object = step_object (entry->subject);
  g_autofree char *command = g_strndup (entry->command, strcspn (entry->command, "+"));

  for (guint i = 0; i < G_N_ELEMENTS (step_names); i++)
    if (strcmp (step_names[i].command, command) == 0)
      {
        const char *name = _(step_names[i].name);

        return strstr (name, "%s") != NULL ? votum_format_fill (name, object) : g_strdup (name);
      }

  return g_strdup (object);
}

/**
 * votum_desk_report:
 * @self: a desk
 * @error: (transfer full) (nullable): what went wrong
 *
 * Tells the windows what went wrong, as a sentence. Cancelling is not a problem.
 *
 * Returns: whether @error was %NULL, so that a command can be reported in passing
 */
gboolean
votum_desk_report (VotumDesk *self,
                   GError    *error)
{
  g_autoptr(GError) owned G_GNUC_UNUSED = error;

  if (error == NULL)
    return TRUE;
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[PROBLEM], 0, _("This could not be done"), error->message);

  return FALSE;
}

/**
 * votum_desk_toast:
 * @self: a desk
 * @undoable: whether the toast offers to undo what was done last
 * @format: what was done, as a short sentence
 * @...: for @format
 */
void
votum_desk_toast (VotumDesk  *self,
                  gboolean    undoable,
                  const char *format,
                  ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  g_signal_emit (self, signals[TOAST], 0, text, undoable);
}

/**
 * votum_desk_go:
 * @self: a desk
 * @page: the name of a page: "scoring"
 * @thing: (nullable): what to show there
 */
void
votum_desk_go (VotumDesk  *self,
               const char *page,
               VotumThing *thing)
{
  g_signal_emit (self, signals[GO], 0, page, thing);
}

gboolean
votum_desk_get_saved (VotumDesk *self)
{
  g_return_val_if_fail (VOTUM_IS_DESK (self), TRUE);

  return g_hash_table_size (self->pending) == 0;
}

/**
 * votum_desk_set_pending:
 * @self: a desk
 * @owner: who has words
 * @pending: whether they are not on disk yet
 */
void
votum_desk_set_pending (VotumDesk *self,
                        gpointer   owner,
                        gboolean   pending)
{
  gboolean changed;

  g_return_if_fail (VOTUM_IS_DESK (self));

  changed = pending ? g_hash_table_add (self->pending, owner) : g_hash_table_remove (self->pending, owner);
  if (changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVED]);
}

/**
 * votum_desk_flush:
 * @self: a desk
 *
 * Asks whoever holds unfinished words to finish them now: before an undo, another page, the end.
 */
void
votum_desk_flush (VotumDesk *self)
{
  g_signal_emit (self, signals[FLUSH], 0);
}
