#include "votum-config.h"

#include "votum-log-item.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <string.h>

#include "votum-case-holder.h"
#include "votum-duties.h"
#include "votum-log-words.h"
#include "votum-text.h"
#include "votum-words.h"

struct _VotumLogItem {
  GObject        parent_instance;

  VotumDesk     *desk;
  VotumLogEntry *entry;
  char          *what;      /* (nullable) until somebody looks */
  char          *folded;    /* (nullable) until somebody searches */
  char          *old_words; /* (nullable) until somebody looks, and where there are none */
  char          *new_words; /* (nullable) */
  gboolean       is_read;   /* whether the words have been asked for */
  gboolean       judged;    /* whether it is known what may be seen */
  gboolean       open;      /* what it is about may be seen */
};

G_DEFINE_FINAL_TYPE (VotumLogItem, votum_log_item, G_TYPE_OBJECT)

static void
votum_log_item_finalize (GObject *object)
{
  VotumLogItem *self = VOTUM_LOG_ITEM (object);

  g_object_unref (self->desk);
  votum_log_entry_free (self->entry);
  g_free (self->what);
  g_free (self->folded);
  g_free (self->old_words);
  g_free (self->new_words);

  G_OBJECT_CLASS (votum_log_item_parent_class)->finalize (object);
}

static void
votum_log_item_class_init (VotumLogItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = votum_log_item_finalize;
}

static void
votum_log_item_init (VotumLogItem *self)
{
}

/**
 * votum_log_item_new:
 * @desk: a desk
 * @entry: an entry of the log of its case
 *
 * Returns: (transfer full): the entry as a row
 */
VotumLogItem *
votum_log_item_new (VotumDesk           *desk,
                    const VotumLogEntry *entry)
{
  VotumLogItem *self = g_object_new (VOTUM_TYPE_LOG_ITEM, NULL);

  self->desk = g_object_ref (desk);
  self->entry = votum_log_entry_copy (entry);

  return self;
}

/* What comes from the disk is asked for once. */
static gboolean
is_open (VotumLogItem *self)
{
  if (!self->judged)
    {
      self->open = votum_case_may_see_entry (votum_desk_get_case (self->desk), self->entry);
      self->judged = TRUE;
    }

  return self->open;
}

gint64
votum_log_item_get_number (VotumLogItem *self)
{
  g_return_val_if_fail (VOTUM_IS_LOG_ITEM (self), 0);

  return self->entry->number;
}

const char *
votum_log_item_get_time (VotumLogItem *self)
{
  g_return_val_if_fail (VOTUM_IS_LOG_ITEM (self), NULL);

  return self->entry->time;
}

const char *
votum_log_item_get_who (VotumLogItem *self)
{
  g_return_val_if_fail (VOTUM_IS_LOG_ITEM (self), NULL);

  return self->entry->who;
}

static char *
name_step (VotumLogItem *self)
{
  g_autofree char *name = votum_desk_step_name (self->desk, self->entry);
  g_autofree char *whole = NULL;

  if (strcmp (self->entry->command, "undo") == 0)
    whole = g_strdup_printf (_("undo of entry %" PRId64), self->entry->reverses);
  else if (strcmp (self->entry->command, "redo") == 0)
    whole = g_strdup_printf (_("redo of entry %" PRId64), self->entry->reverses);
  else if (g_str_has_suffix (self->entry->command, "+unlock"))
    /* TRANSLATORS: %s is what was done although marking had begun: "change of the rule, unlocked" */
    whole = g_strdup_printf (_("%s, unlocked"), name);

  return votum_words_capitalise (whole != NULL ? whole : name);
}

/**
 * votum_log_item_get_what:
 * @self: an item
 *
 * Returns: (transfer none): what was done: "Mark for Nordlys Kraft"
 */
const char *
votum_log_item_get_what (VotumLogItem *self)
{
  g_return_val_if_fail (VOTUM_IS_LOG_ITEM (self), NULL);

  if (self->what == NULL)
    self->what = is_open (self) ? name_step (self) : g_strdup (_("Not shown in this copy"));

  return self->what;
}

/**
 * votum_log_item_get_about:
 * @self: an item
 *
 * Returns: (transfer none): to what exactly: "Nordlys Kraft · A1 · Ida Berg"; "" where that may not be seen
 */
const char *
votum_log_item_get_about (VotumLogItem *self)
{
  g_return_val_if_fail (VOTUM_IS_LOG_ITEM (self), NULL);

  return is_open (self) ? self->entry->subject : "";
}

/* Names in place of ids, from what the entry changed; where that is not to be had, what the log has. */
static void
read_values (VotumLogItem *self)
{
  g_autoptr(VotumChanges) changes = NULL;

  if (self->is_read)
    return;
  self->is_read = TRUE;
  changes = votum_case_entry_changes (votum_desk_get_case (self->desk), self->entry);
  if (changes == NULL)
    return;
  self->old_words = votum_log_words_side (self->desk, changes, FALSE);
  self->new_words = votum_log_words_side (self->desk, changes, TRUE);
}

/* Whose copy a case is stands in the log as a number and a word: the duty is what people want to know. */
static const char *
value_of (VotumLogItem *self,
          const char   *value,
          const char   *words)
{
  const char *word = value != NULL ? strchr (value, ' ') : NULL;
  VotumDuty duty;

  if (!is_open (self) || value == NULL)
    return "";
  if (strcmp (self->entry->command, "hold-case") == 0 && word != NULL && votum_duty_from_name (word + 1, &duty))
    return votum_duties_word (duty);

  return words != NULL && *words != '\0' ? words : value;
}

const char *
votum_log_item_get_old (VotumLogItem *self)
{
  g_return_val_if_fail (VOTUM_IS_LOG_ITEM (self), NULL);

  read_values (self);

  return value_of (self, self->entry->old_value, self->old_words);
}

const char *
votum_log_item_get_new (VotumLogItem *self)
{
  g_return_val_if_fail (VOTUM_IS_LOG_ITEM (self), NULL);

  read_values (self);

  return value_of (self, self->entry->new_value, self->new_words);
}

/**
 * votum_log_item_matches:
 * @self: an item
 * @folded: what is looked for, as votum_text_fold() makes it
 *
 * Returns: whether it stands anywhere in what may be seen of the entry
 */
gboolean
votum_log_item_matches (VotumLogItem *self,
                        const char   *folded)
{
  g_return_val_if_fail (VOTUM_IS_LOG_ITEM (self), FALSE);

  if (self->folded == NULL)
    {
      g_autofree char *all = g_strjoin ("\n", self->entry->who, votum_log_item_get_what (self), votum_log_item_get_about (self),
                                        votum_log_item_get_old (self), votum_log_item_get_new (self), NULL);

      self->folded = votum_text_fold (all);
    }

  return strstr (self->folded, folded) != NULL;
}
