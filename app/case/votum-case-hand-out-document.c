#include "votum-config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "votum-case-ballots-private.h"
#include "votum-text.h"

/* What a juror is handed: chosen kind by kind and field by field, so that nothing is in it that nobody thought of. Marks, notes,
 * decisions, the log, and what others are called are not. Where the award marks blind, finalists have an alias until all rounds are
 * opened, and an id that tells nothing. */

typedef struct _VotumHandOutLook {
  VotumCase *self;
  VotumThing *juror;
  VotumThing *recipient;  /* (nullable): whom ballots are sent to */
  VotumDocument *document;
  GHashTable *keys;       /* id of a thing that has another one in the hand-out, by kind -> that one */
  GPtrArray *remarks;     /* (nullable) */
  GPtrArray *names;       /* of GRegex: finalists' names that are hidden */
  GPtrArray *aliases;     /* and what stands instead */
  gboolean blind;         /* finalists have ids that tell nothing; they keep them, or a later hand-out would bring others */
  gboolean hidden;        /* and are not to be known */
} HandOut;

/**
 * votum_case_blind_key:
 * @entrant: a finalist
 *
 * Returns: (transfer full): an id that tells nothing
 */
char *
votum_case_blind_key (VotumThing *entrant)
{
  return g_strdup_printf ("finalist-%" G_GINT64_FORMAT, votum_thing_get_id (entrant));
}

/**
 * votum_case_blind_part_key:
 * @thing: a part of a finalist, or about one
 *
 * Returns: (transfer full): an id that tells nothing
 */
char *
votum_case_blind_part_key (VotumThing *thing)
{
  return g_strdup_printf ("%s-%" G_GINT64_FORMAT, votum_thing_get_info (thing)->name, votum_thing_get_id (thing));
}

/**
 * votum_case_find_blind:
 * @self: a case
 * @key: an id of a finalist, or what votum_case_blind_key() made of it
 *
 * Returns: (transfer none) (nullable): the finalist
 */
VotumThing *
votum_case_find_blind (VotumCase  *self,
                       const char *key)
{
  GListModel *entrants = votum_case_get_things (self, VOTUM_KIND_ENTRANT);

  for (guint i = 0; i < g_list_model_get_n_items (entrants); i++)
    {
      g_autoptr(VotumThing) entrant = g_list_model_get_item (entrants, i);
      g_autofree char *blind = votum_case_blind_key (entrant);

      if (strcmp (blind, key) == 0)
        return entrant;
    }

  return votum_case_find (self, VOTUM_KIND_ENTRANT, key);
}

/* ---- aliases ---- */

static char *
alias_of (VotumThing *entrant)
{
  if (votum_thing_is_set (entrant, VOTUM_ENTRANT_ALIAS))
    return g_strdup (votum_thing_get_text (entrant, VOTUM_ENTRANT_ALIAS));

  return g_strdup_printf (_("Finalist %" PRId64), (int64_t) (votum_thing_is_set (entrant, VOTUM_ENTRANT_POSITION)
                                                             ? votum_thing_get_number (entrant, VOTUM_ENTRANT_POSITION)
                                                             : votum_thing_get_id (entrant)));
}

/* Each name in any text is looked for in the same way: made ready once. */
static void
collect_names (HandOut *out)
{
  GListModel *entrants = votum_case_get_things (out->self, VOTUM_KIND_ENTRANT);

  for (guint i = 0; out->hidden && i < g_list_model_get_n_items (entrants); i++)
    {
      g_autoptr(VotumThing) entrant = g_list_model_get_item (entrants, i);
      g_autofree char *pattern = g_regex_escape_string (votum_thing_get_text (entrant, VOTUM_ENTRANT_NAME), -1);
      GRegex *name = g_regex_new (pattern, G_REGEX_CASELESS, 0, NULL);

      if (name == NULL)
        continue;
      g_ptr_array_add (out->names, name);
      g_ptr_array_add (out->aliases, alias_of (entrant));
    }
}

/* Returns: (transfer full): @text with an alias wherever a finalist is named, in capitals or not */
static char *
without_names (HandOut    *out,
               const char *text)
{
  char *hidden = g_strdup (text);

  for (guint i = 0; hidden != NULL && i < out->names->len; i++)
    {
      char *plain = g_regex_replace_literal (out->names->pdata[i], hidden, -1, 0, out->aliases->pdata[i], 0, NULL);

      if (plain == NULL)
        continue;
      g_free (hidden);
      hidden = plain;
    }

  return hidden;
}

static void
hide_names_in_texts (HandOut    *out,
                     VotumThing *copy,
                     guint       field)
{
  VotumTexts *texts = votum_thing_get_texts (copy, field);
  g_autoptr(VotumTexts) hidden = votum_texts_new ();

  for (guint i = 0; i < votum_texts_size (texts); i++)
    {
      g_autofree char *text = without_names (out, votum_texts_text (texts, i));
      VotumTexts *more = votum_texts_with (hidden, votum_texts_lang (texts, i), text);

      votum_texts_unref (hidden);
      hidden = more;
    }
  if (!votum_texts_equal (texts, hidden))
    votum_thing_set_texts (copy, field, hidden);
}

/* No finalist's name stays in any text, whoever it stands with; but what is judged by stays as it is, or no ballot would fit. */
static void
hide_names (HandOut    *out,
            VotumThing *copy)
{
  const VotumThingInfo *info = votum_thing_get_info (copy);

  for (guint i = 0; i < info->n_fields; i++)
    {
      g_autofree char *text = NULL;

      if (!votum_thing_is_set (copy, i) || info->fields[i].flags & VOTUM_FIELD_LOCKS)
        continue;
      if (info->fields[i].type == VOTUM_FIELD_TEXTS)
        hide_names_in_texts (out, copy, i);
      if (info->fields[i].type != VOTUM_FIELD_LINE && info->fields[i].type != VOTUM_FIELD_PROSE)
        continue;
      text = without_names (out, votum_thing_get_text (copy, i));
      if (g_strcmp0 (text, votum_thing_get_text (copy, i)) != 0)
        votum_thing_set_from_text (copy, i, text, NULL);
    }
}

static char *
key_name (VotumKind   kind,
          const char *key)
{
  g_autofree char *folded = votum_text_fold (key);

  return g_strdup_printf ("%d %s", (int) kind, folded);
}

/* Ids tell who it is as well as names do. */
static void
rename_thing (HandOut    *out,
              VotumThing *thing,
              VotumThing *copy)
{
  g_autofree char *key = VOTUM_IS_ENTRANT (thing) ? votum_case_blind_key (thing) : votum_case_blind_part_key (thing);

  g_hash_table_insert (out->keys, key_name (votum_thing_get_kind (thing), votum_thing_get_key (thing)), g_strdup (key));
  votum_thing_set_key (copy, key);
}

static void
rename_references (HandOut    *out,
                   VotumThing *copy)
{
  const VotumThingInfo *info = votum_thing_get_info (copy);

  for (guint i = 0; i < info->n_fields; i++)
    {
      g_autofree char *name = NULL;
      const char *key;

      if (info->fields[i].type != VOTUM_FIELD_REF || !votum_thing_is_set (copy, i))
        continue;
      name = key_name (info->fields[i].target, votum_thing_get_text (copy, i));
      key = g_hash_table_lookup (out->keys, name);
      if (key != NULL)
        votum_thing_set_from_text (copy, i, key, NULL);
    }
}

static void
hide_thing (HandOut    *out,
            VotumThing *thing,
            VotumThing *copy)
{
  switch ((int) votum_thing_get_kind (thing))
    {
    case VOTUM_KIND_ENTRANT:
      {
        g_autofree char *alias = alias_of (thing);

        votum_thing_set_from_text (copy, VOTUM_ENTRANT_NAME, alias, NULL);
        votum_thing_set_from_text (copy, VOTUM_ENTRANT_ALIAS, alias, NULL);
        votum_thing_set_from_text (copy, VOTUM_ENTRANT_PLACE, NULL, NULL);
        votum_thing_set_from_text (copy, VOTUM_ENTRANT_WEB, NULL, NULL);
      }
      break;
    case VOTUM_KIND_MEASURE:
      votum_thing_set_from_text (copy, VOTUM_MEASURE_SOURCE, NULL, NULL);
      hide_names (out, copy);
      break;
    case VOTUM_KIND_JUROR:
      break;
    default:
      hide_names (out, copy);
      break;
    }
}

/* What is a part of a finalist, or about one, has an id of which theirs may be a part. */
static gboolean
has_telling_id (VotumThing *thing)
{
  switch ((int) votum_thing_get_kind (thing))
    {
    case VOTUM_KIND_ENTRANT:
    case VOTUM_KIND_SECTION:
    case VOTUM_KIND_CONTACT_PERSON:
    case VOTUM_KIND_MEASURE:
    case VOTUM_KIND_RECUSAL:
    case VOTUM_KIND_ROUND_ENTRY:
    case VOTUM_KIND_VISIT:
    case VOTUM_KIND_QUESTION:
    case VOTUM_KIND_ATTACHMENT:
      return TRUE;
    default:
      return FALSE;
    }
}

/* ---- what is in it ---- */

/* A thing may be looked at as it was before. */
static gboolean
is (VotumThing *one,
    VotumThing *thing)
{
  return one != NULL && votum_thing_get_id (one) == votum_thing_get_id (thing);
}

static gboolean
is_of_juror (HandOut    *out,
             VotumThing *thing,
             guint       field)
{
  return votum_thing_get_ref (thing, field) == votum_thing_get_id (out->juror);
}

static gboolean
may_have (HandOut    *out,
          VotumThing *thing)
{
  switch ((int) votum_thing_get_kind (thing))
    {
    case VOTUM_KIND_SCALE:
    case VOTUM_KIND_LEVEL:
    case VOTUM_KIND_RULE:
    case VOTUM_KIND_AWARD:
    case VOTUM_KIND_CLASS:
    case VOTUM_KIND_INDICATOR:
    case VOTUM_KIND_CRITERION:
    case VOTUM_KIND_ENTRANT:
    case VOTUM_KIND_SECTION:
    case VOTUM_KIND_MEASURE:
    case VOTUM_KIND_ROUND:
    case VOTUM_KIND_ROUND_ENTRY:
      return TRUE;
    case VOTUM_KIND_CONTACT_PERSON:
    case VOTUM_KIND_VISIT:
    case VOTUM_KIND_QUESTION:
      return !out->hidden;
    case VOTUM_KIND_ATTACHMENT:
      return !out->hidden && !votum_thing_is_set (thing, VOTUM_ATTACHMENT_NOTE);
    case VOTUM_KIND_JUROR:
      return is (out->juror, thing) || is (out->recipient, thing);
    case VOTUM_KIND_RECUSAL:
      return is_of_juror (out, thing, VOTUM_RECUSAL_JUROR);
    case VOTUM_KIND_ASSIGNMENT:
      return is_of_juror (out, thing, VOTUM_ASSIGNMENT_JUROR);
    case VOTUM_KIND_BALLOT:
      /* their numbers go on from there, also in a copy that replaces a lost one; a later hand-out has nothing to say of them */
      return votum_case_get_duty (out->self) != VOTUM_DUTY_JUROR && is_of_juror (out, thing, VOTUM_BALLOT_JUROR);
    default:
      return FALSE;
    }
}

static VotumThing *
copy_fields (VotumThing  *whole,
             const guint *told,
             guint        n_told)
{
  VotumThing *copy = votum_thing_new (votum_thing_get_kind (whole));

  votum_thing_set_symbolic (copy, TRUE);
  votum_thing_set_key (copy, votum_thing_get_key (whole));
  for (guint i = 0; i < n_told; i++)
    {
      g_autofree char *text = votum_thing_field_to_text (whole, told[i]);

      if (text != NULL)
        votum_thing_set_from_text (copy, told[i], text, NULL);
    }

  return copy;
}

/* The juror keeps what was found: a hand-out that comes later does not speak of it. */
static VotumThing *
copy_question (HandOut    *out,
               VotumThing *question)
{
  static const guint told[] = { VOTUM_QUESTION_VISIT, VOTUM_QUESTION_CRITERION, VOTUM_QUESTION_POSITION, VOTUM_QUESTION_TEXT };
  g_autoptr(VotumThing) whole = votum_case_symbolic_copy (out->self, question);

  return copy_fields (whole, told, G_N_ELEMENTS (told));
}

/* Who else comes along is not told: it would name them. */
static void
keep_own_visit (HandOut    *out,
                VotumThing *visit,
                VotumThing *copy)
{
  g_autoptr(GArray) jurors = votum_thing_get_refs (visit, VOTUM_VISIT_JURORS);
  gboolean comes = FALSE;

  for (guint i = 0; i < jurors->len; i++)
    comes = comes || g_array_index (jurors, gint64, i) == votum_thing_get_id (out->juror);
  votum_thing_set_from_text (copy, VOTUM_VISIT_JURORS, comes ? votum_thing_get_key (out->juror) : NULL, NULL);
}

/* Where the ballot is sent to, and nothing else of whoever takes it. */
static VotumThing *
copy_recipient (HandOut    *out,
                VotumThing *recipient)
{
  static const guint told[] = { VOTUM_JUROR_NAME, VOTUM_JUROR_ROLES, VOTUM_JUROR_EMAIL };
  g_autoptr(VotumThing) whole = votum_case_symbolic_copy (out->self, recipient);

  return copy_fields (whole, told, G_N_ELEMENTS (told));
}

static VotumThing *
copy_plainly (HandOut    *out,
              VotumThing *thing)
{
  if (VOTUM_IS_QUESTION (thing))
    return copy_question (out, thing);

  return is (out->recipient, thing) && !is (out->juror, thing) ? copy_recipient (out, thing) : votum_case_symbolic_copy (out->self, thing);
}

static VotumThing *
copy_thing (HandOut    *out,
            VotumThing *thing)
{
  VotumThing *copy = copy_plainly (out, thing);

  if (VOTUM_IS_VISIT (thing))
    keep_own_visit (out, thing, copy);
  if (out->hidden)
    hide_thing (out, thing, copy);
  if (out->blind && has_telling_id (thing))
    {
      rename_thing (out, thing, copy);
      rename_references (out, copy);
    }

  return copy;
}

static void
add_kind (HandOut *out,
          guint    kind)
{
  GListModel *things = votum_case_get_things (out->self, kind);
  guint left = 0;

  for (guint i = 0; i < g_list_model_get_n_items (things); i++)
    {
      g_autoptr(VotumThing) thing = g_list_model_get_item (things, i);

      if (may_have (out, thing))
        votum_document_add (out->document, copy_thing (out, thing));
      else
        left++;
    }

  if (out->remarks != NULL && out->hidden && kind == VOTUM_KIND_ATTACHMENT && left > 0)
    g_ptr_array_add (out->remarks, g_strdup_printf (ngettext ("%u file of the submissions is left out, since the award marks blind.",
                                                              "%u files of the submissions are left out, since the award marks blind.", left),
                                                    left));
}

/* Where there is somebody whom ballots are sent to, they stand in it; where the award marks blind, names are made ready. */
static HandOut *
hand_out_new (VotumCase  *self,
              VotumThing *juror)
{
  HandOut *out = g_new0 (HandOut, 1);
  VotumThing *award = votum_case_get_award (self);

  out->self = self;
  out->juror = juror;
  out->recipient = votum_case_get_recipient (self);
  /* what is in a juror's copy is what it was handed out as */
  out->blind = votum_case_get_duty (self) != VOTUM_DUTY_JUROR && award != NULL && votum_thing_get_boolean (award, VOTUM_AWARD_BLIND);
  out->hidden = out->blind && !votum_case_is_opened (self);
  out->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  out->names = g_ptr_array_new_with_free_func ((GDestroyNotify) g_regex_unref);
  out->aliases = g_ptr_array_new_with_free_func (g_free);
  collect_names (out);

  return out;
}

/**
 * votum_case_begin_hand_out_look:
 * @self: the case that is handed out
 * @juror: to whom
 *
 * Returns: (transfer full): what votum_hand_out_look_at() needs, as long as the case does not change
 */
VotumHandOutLook *
votum_case_begin_hand_out_look (VotumCase  *self,
                                VotumThing *juror)
{
  return hand_out_new (self, juror);
}

void
votum_hand_out_look_free (VotumHandOutLook *look)
{
  g_hash_table_unref (look->keys);
  g_ptr_array_unref (look->names);
  g_ptr_array_unref (look->aliases);
  g_free (look);
}

/**
 * votum_hand_out_look_at:
 * @look: a look
 * @thing: a thing as it is in the case, or as it was
 *
 * Returns: (transfer full) (nullable): what the juror has of it; %NULL: nothing
 */
VotumThing *
votum_hand_out_look_at (VotumHandOutLook *look,
                        VotumThing       *thing)
{
  return may_have (look, thing) ? copy_thing (look, thing) : NULL;
}

/**
 * votum_case_hand_out_document:
 * @self: the case that is handed out
 * @juror: to whom
 * @remarks: (nullable) (element-type utf8): gets a sentence for what whoever hands out should know
 *
 * A document of the kind of a shortlist: taken in later it has each submission as a whole.
 *
 * Returns: (transfer full): what @juror may have
 */
VotumDocument *
votum_case_hand_out_document (VotumCase  *self,
                              VotumThing *juror,
                              GPtrArray  *remarks)
{
  g_autoptr(VotumHandOutLook) out = hand_out_new (self, juror);

  out->remarks = remarks;
  out->document = votum_document_new (VOTUM_DOCUMENT_SHORTLIST);
  for (guint kind = 0; kind < VOTUM_N_KINDS; kind++)
    add_kind (out, kind);

  return out->document;
}
