#include "votum-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "votum-case-ballots-private.h"
#include "votum-case-progress.h"

/* Whether a juror's copy is older than the case: what the log says has changed since it was made is compared as the juror would have
 * it, so that what they may not see, and what was changed back, is no news. */

struct _VotumNews {
  guint n_read;              /* entries of the log */
  GHashTable *hand_outs;     /* number of a hand-out -> number of the entry that it was made with */
  GHashTable *common;        /* number of a thing -> GArray of Before, in the order of the log; of what is the same for all jurors */
  GHashTable *own;           /* the same, of what is not */
  GArray *entries;           /* of gint64: those that changed something of the first */
  GHashTable *found;         /* the first of them since a hand-out -> News: many are handed out to at once */
};

/* What has changed since. */
typedef struct {
  GHashTable *arrived;       /* finalists who are new, by number */
  GHashTable *gone;
  GHashTable *corrected;     /* finalists of whom something has changed */
  GHashTable *visits;
  gboolean round;
  gboolean criteria;
  gboolean award;
  gboolean recusals;
  gboolean assignments;
  gboolean recipient;
} News;

/* How a thing was before an entry of the log. */
typedef struct {
  gint64 entry;
  VotumThing *thing;         /* (nullable): it was not there */
} Before;

static void
before_clear (gpointer data)
{
  g_clear_object (&((Before *) data)->thing);
}

static News *
news_new (void)
{
  News *news = g_new0 (News, 1);

  news->arrived = g_hash_table_new (NULL, NULL);
  news->gone = g_hash_table_new (NULL, NULL);
  news->corrected = g_hash_table_new (NULL, NULL);
  news->visits = g_hash_table_new (NULL, NULL);

  return news;
}

static void
news_free (News *news)
{
  g_hash_table_unref (news->arrived);
  g_hash_table_unref (news->gone);
  g_hash_table_unref (news->corrected);
  g_hash_table_unref (news->visits);
  g_free (news);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (News, news_free)

void
votum_news_free (VotumNews *news)
{
  g_hash_table_unref (news->hand_outs);
  g_hash_table_unref (news->common);
  g_hash_table_unref (news->own);
  g_array_unref (news->entries);
  g_hash_table_unref (news->found);
  g_free (news);
}

/* ---- from the log ---- */

/* What each juror has of it, or has it or not, is another thing for each. */
static gboolean
is_own (VotumThing *thing)
{
  return VOTUM_IS_JUROR (thing) || VOTUM_IS_RECUSAL (thing) || VOTUM_IS_ASSIGNMENT (thing) || VOTUM_IS_VISIT (thing) || VOTUM_IS_QUESTION (thing);
}

static void
read_change (VotumNews              *news,
             const VotumThingChange *change,
             gint64                  entry)
{
  VotumThing *thing = change->new_thing != NULL ? change->new_thing : change->old_thing;
  gpointer key = GSIZE_TO_POINTER (votum_thing_get_id (thing));
  GHashTable *table = is_own (thing) ? news->own : news->common;
  Before before = { entry, NULL };
  GArray *all;

  if (VOTUM_IS_HAND_OUT (thing) && change->old_thing == NULL)
    g_hash_table_insert (news->hand_outs, key, GSIZE_TO_POINTER (entry));
  if (VOTUM_IS_HAND_OUT (thing) || VOTUM_IS_BALLOT (thing))
    return;
  all = g_hash_table_lookup (table, key);
  if (all == NULL)
    {
      all = g_array_new (FALSE, FALSE, sizeof (Before));
      g_array_set_clear_func (all, before_clear);
      g_hash_table_insert (table, key, all);
    }
  before.thing = change->old_thing != NULL ? g_object_ref (change->old_thing) : NULL;
  g_array_append_val (all, before);
  if (table == news->common)
    g_array_append_val (news->entries, entry);
}

/* Before the first hand-out nothing is news; what came with an exported case has left its changes there. */
static void
read_entry (VotumCase           *self,
            const VotumLogEntry *entry)
{
  gboolean hands_out = strcmp (entry->command, VOTUM_CASE_HAND_OUT) == 0;
  g_autoptr(VotumChanges) changes = NULL;

  if (entry->n_changes == 0 || entry->number <= votum_store_n_archived (self->store) ||
      (g_hash_table_size (self->news->hand_outs) == 0 && !hands_out))
    return;
  changes = votum_store_load_changes (self->store, entry->number, NULL);
  for (guint i = 0; changes != NULL && i < votum_changes_n_things (changes); i++)
    read_change (self->news, votum_changes_get (changes, i), entry->number);
}

static void
read_log (VotumCase *self)
{
  if (self->news != NULL && self->news->n_read > self->log->len)
    g_clear_pointer (&self->news, votum_news_free);
  if (self->news == NULL)
    {
      self->news = g_new0 (VotumNews, 1);
      self->news->hand_outs = g_hash_table_new (NULL, NULL);
      self->news->common = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
      self->news->own = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
      self->news->entries = g_array_new (FALSE, FALSE, sizeof (gint64));
      self->news->found = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) news_free);
    }
  if (self->news->n_read < self->log->len)
    g_hash_table_remove_all (self->news->found);
  while (self->news->n_read < self->log->len)
    read_entry (self, g_ptr_array_index (self->log, self->news->n_read++));
}

/* ---- what it comes to for a juror ---- */

static void
note_number (GHashTable *table,
               gint64      number)
{
  g_hash_table_add (table, GSIZE_TO_POINTER (number));
}

static gboolean
is_in_race (VotumThing *entrant)
{
  int status = entrant != NULL ? votum_thing_get_choice (entrant, VOTUM_ENTRANT_STATUS) : VOTUM_ENTRANT_STATUS_WITHDRAWN;

  return status != VOTUM_ENTRANT_STATUS_WITHDRAWN && status != VOTUM_ENTRANT_STATUS_DISQUALIFIED;
}

static void
note_entrant (News       *news,
              VotumThing *old,
              VotumThing *new)
{
  gint64 number = votum_thing_get_id (new != NULL ? new : old);

  if (is_in_race (new) && !is_in_race (old))
    note_number (news->arrived, number);
  else if (is_in_race (old) && !is_in_race (new))
    note_number (news->gone, number);
  else
    note_number (news->corrected, number);
}

/* @old and @new are the case's own; one of them may be missing. */
static void
note (News       *news,
      VotumThing *old,
      VotumThing *new)
{
  VotumThing *thing = new != NULL ? new : old;

  switch ((int) votum_thing_get_kind (thing))
    {
    case VOTUM_KIND_ENTRANT:
      note_entrant (news, old, new);
      break;
    case VOTUM_KIND_SECTION:
      note_number (news->corrected, votum_thing_get_ref (thing, VOTUM_SECTION_ENTRANT));
      break;
    case VOTUM_KIND_CONTACT_PERSON:
      note_number (news->corrected, votum_thing_get_ref (thing, VOTUM_CONTACT_PERSON_ENTRANT));
      break;
    case VOTUM_KIND_MEASURE:
      note_number (news->corrected, votum_thing_get_ref (thing, VOTUM_MEASURE_ENTRANT));
      break;
    case VOTUM_KIND_ATTACHMENT:
      note_number (news->corrected, votum_thing_get_ref (thing, VOTUM_ATTACHMENT_ENTRANT));
      break;
    case VOTUM_KIND_VISIT:
      note_number (news->visits, votum_thing_get_id (thing));
      break;
    case VOTUM_KIND_QUESTION:
      note_number (news->visits, votum_thing_get_ref (thing, VOTUM_QUESTION_VISIT));
      break;
    case VOTUM_KIND_ROUND:
    case VOTUM_KIND_ROUND_ENTRY:
      news->round = TRUE;
      break;
    case VOTUM_KIND_AWARD:
    case VOTUM_KIND_CLASS:
      news->award = TRUE;
      break;
    case VOTUM_KIND_RECUSAL:
      news->recusals = TRUE;
      break;
    case VOTUM_KIND_ASSIGNMENT:
      news->assignments = TRUE;
      break;
    case VOTUM_KIND_JUROR:
      news->recipient = TRUE;
      break;
    case VOTUM_KIND_BALLOT:
      break;
    default:
      news->criteria = TRUE;
      break;
    }
}

/* Where it stands in a list, and what the ceremony is about, is nothing that a juror waits for. */
static void
forget_trifles (VotumThing *copy)
{
  static const guint of_award[] = { VOTUM_AWARD_CEREMONY, VOTUM_AWARD_PLACE, VOTUM_AWARD_LANGUAGES, VOTUM_AWARD_TEMPLATE, VOTUM_AWARD_DOCUMENTS,
                                    VOTUM_AWARD_NAMES_FINALISTS, VOTUM_AWARD_EMBARGO, VOTUM_AWARD_LEADERS_ONLY };
  int position = votum_thing_info_find (votum_thing_get_info (copy), "position");

  for (guint i = 0; VOTUM_IS_AWARD (copy) && i < G_N_ELEMENTS (of_award); i++)
    votum_thing_set_from_text (copy, of_award[i], NULL, NULL);
  if (position >= 0)
    votum_thing_set_from_text (copy, position, NULL, NULL);
}

static VotumThing *
look_at (VotumHandOutLook *look,
         VotumThing       *thing)
{
  VotumThing *copy = thing != NULL ? votum_hand_out_look_at (look, thing) : NULL;

  if (copy != NULL)
    forget_trifles (copy);

  return copy;
}

/* How it was when the copy was made. */
static const Before *
first_since (GArray *all,
             gint64  entry)
{
  for (guint i = 0; i < all->len; i++)
    if (g_array_index (all, Before, i).entry > entry)
      return &g_array_index (all, Before, i);

  return NULL;
}

static void
collect (VotumCase  *self,
         GHashTable *table,
         VotumThing *juror,
         gint64      since,
         News       *news)
{
  g_autoptr(VotumHandOutLook) look = votum_case_begin_hand_out_look (self, juror);
  GHashTableIter iter;
  gpointer key, all;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, &key, &all))
    {
      const Before *before = first_since (all, since);
      VotumThing *now = votum_case_lookup (self, (gint64) GPOINTER_TO_SIZE (key));
      g_autoptr(VotumThing) old = before != NULL ? look_at (look, before->thing) : NULL;
      g_autoptr(VotumThing) new = before != NULL ? look_at (look, now) : NULL;

      /* their own roster entry is not what they work with */
      if ((old == NULL && new == NULL) || (old != NULL && new != NULL && votum_thing_equal (old, new)) || now == juror)
        continue;
      note (news, old != NULL ? before->thing : NULL, new != NULL ? now : NULL);
    }
}

/* What is the same for all whom nothing of it came between. */
static const News *
find_common (VotumCase  *self,
             VotumThing *juror,
             gint64      since)
{
  GArray *entries = self->news->entries;
  gpointer key = NULL;
  News *common;

  for (guint i = 0; i < entries->len && key == NULL; i++)
    if (g_array_index (entries, gint64, i) > since)
      key = GSIZE_TO_POINTER (g_array_index (entries, gint64, i));
  common = g_hash_table_lookup (self->news->found, key);
  if (common == NULL)
    {
      common = news_new ();
      if (key != NULL)
        collect (self, self->news->common, juror, since, common);
      g_hash_table_insert (self->news->found, key, common);
    }

  return common;
}

/* ---- in words ---- */

static void
add_if (GPtrArray  *words,
        gboolean    is_so,
        const char *word)
{
  if (is_so)
    g_ptr_array_add (words, g_strdup (word));
}

/* A finalist who is new comes with all that is known of them. */
static guint
count_corrected (const News *news)
{
  GHashTableIter iter;
  gpointer key;
  guint n = 0;

  g_hash_table_iter_init (&iter, news->corrected);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    n += !g_hash_table_contains (news->arrived, key) && !g_hash_table_contains (news->gone, key);

  return n;
}

/* TRANSLATORS: these are put together to a list: "New since then: 1 new finalist, 2 corrected submissions and the round “Final”." */
static GPtrArray *
in_words (VotumCase  *self,
          const News *common,
          const News *own,
          const char *lang)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  guint n_arrived = g_hash_table_size (common->arrived);
  guint n_corrected = count_corrected (common);
  guint n_gone = g_hash_table_size (common->gone);
  guint n_visits = g_hash_table_size (own->visits);
  VotumThing *current = votum_case_current_round (self);
  g_autofree char *round = current != NULL ? votum_case_name_of (self, current, lang) : NULL;

  if (n_arrived > 0)
    g_ptr_array_add (words, g_strdup_printf (ngettext ("%u new finalist", "%u new finalists", n_arrived), n_arrived));
  if (n_gone > 0)
    g_ptr_array_add (words, g_strdup_printf (ngettext ("%u finalist taken out", "%u finalists taken out", n_gone), n_gone));
  if (n_corrected > 0)
    g_ptr_array_add (words, g_strdup_printf (ngettext ("%u corrected submission", "%u corrected submissions", n_corrected), n_corrected));
  if (common->round && round != NULL)
    g_ptr_array_add (words, g_strdup_printf (_("the round “%s”"), round));
  add_if (words, common->criteria, _("the criteria or the rule"));
  add_if (words, common->award, _("what is said of the award"));
  if (n_visits > 0)
    g_ptr_array_add (words, g_strdup_printf (ngettext ("%u visit", "%u visits", n_visits), n_visits));
  add_if (words, own->recusals, _("recusals"));
  add_if (words, own->assignments, _("who is to be marked"));
  add_if (words, own->recipient, _("the address that ballots are sent to"));

  return words;
}

/**
 * votum_case_hand_out_news:
 * @self: the case that hands out
 * @juror: a juror
 * @lang: the reader's language, for names
 *
 * What has changed, as far as @juror may have it, since the latest copy was made for them. Where all rounds are opened nothing is:
 * there is nothing left to do in it.
 *
 * Returns: (transfer full) (element-type utf8): a few words for each, to be put together to a list; none where the copy is as the case is
 */
GPtrArray *
votum_case_hand_out_news (VotumCase  *self,
                          VotumThing *juror,
                          const char *lang)
{
  VotumThing *hand_out = votum_case_get_hand_out (self, juror);
  g_autoptr(News) own = news_new ();
  gint64 since;

  if (hand_out == NULL || votum_case_get_duty (self) == VOTUM_DUTY_JUROR || votum_case_is_opened (self) || !votum_case_check_idle (self, NULL))
    return g_ptr_array_new_with_free_func (g_free);
  read_log (self);
  since = (gint64) GPOINTER_TO_SIZE (g_hash_table_lookup (self->news->hand_outs, GSIZE_TO_POINTER (votum_thing_get_id (hand_out))));
  if (since == 0)
    return g_ptr_array_new_with_free_func (g_free);

  collect (self, self->news->own, juror, since, own);

  return in_words (self, find_common (self, juror, since), own, lang);
}
