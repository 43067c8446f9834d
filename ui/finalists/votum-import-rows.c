#include "votum-config.h"

#include "votum-import-rows.h"

#include <glib/gi18n.h>

#include "votum-format.h"
#include "votum-import-words.h"
#include "votum-things.h"

#define LINES_MAX 40  /* of one finalist; more are counted */

struct _VotumImportRow {
  GObject parent_instance;

  VotumImportRowSign sign;
  char *title;
  char *detail;
};

G_DEFINE_FINAL_TYPE (VotumImportRow, votum_import_row, G_TYPE_OBJECT)

static void
votum_import_row_finalize (GObject *object)
{
  VotumImportRow *self = VOTUM_IMPORT_ROW (object);

  g_free (self->title);
  g_free (self->detail);

  G_OBJECT_CLASS (votum_import_row_parent_class)->finalize (object);
}

static void
votum_import_row_class_init (VotumImportRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = votum_import_row_finalize;
}

static void
votum_import_row_init (VotumImportRow *self)
{
}

VotumImportRowSign
votum_import_row_get_sign (VotumImportRow *self)
{
  return self->sign;
}

const char *
votum_import_row_get_title (VotumImportRow *self)
{
  return self->title;
}

const char *
votum_import_row_get_detail (VotumImportRow *self)
{
  return self->detail;
}

/* What comes together in one row. */
typedef struct {
  char *title;
  VotumImportRowSign sign;
  guint added[VOTUM_N_KINDS];   /* parts of a finalist who is new */
  GString *lines;
  guint n_lines;
} Group;

typedef struct {
  VotumDesk *desk;
  VotumImport *import;
  GPtrArray *groups;            /* of Group, as they come */
  GHashTable *by_id;            /* number of an entrant -> Group */
  GHashTable *by_pair;          /* number of an entrant and of a juror -> Group */
} Collection;

static void
group_free (Group *group)
{
  g_free (group->title);
  g_string_free (group->lines, TRUE);
  g_free (group);
}

static Group *
group_new (Collection         *collection,
           char               *title,
           VotumImportRowSign  sign)
{
  Group *group = g_new0 (Group, 1);

  group->title = title;
  group->sign = sign;
  group->lines = g_string_new (NULL);
  g_ptr_array_add (collection->groups, group);

  return group;
}

static void
add_line (Group      *group,
          const char *line)
{
  group->n_lines++;
  if (group->n_lines <= LINES_MAX)
    g_string_append_printf (group->lines, "%s%s", group->lines->len > 0 ? "\n" : "", line);
}

static gint64
entrant_of (VotumThing *thing)
{
  int field = votum_thing_info_find (votum_thing_get_info (thing), "entrant");

  if (VOTUM_IS_ENTRANT (thing))
    return votum_thing_get_id (thing);

  return field >= 0 ? votum_thing_get_ref (thing, field) : 0;
}

static Group *
group_of (Collection *collection,
          gint64      entrant)
{
  Group *group = g_hash_table_lookup (collection->by_id, GSIZE_TO_POINTER (entrant));
  VotumThing *thing = group == NULL ? votum_case_lookup (votum_desk_get_case (collection->desk), entrant) : NULL;

  if (group == NULL)
    {
      char *name = thing != NULL ? votum_desk_name (collection->desk, thing) : g_strdup ("?");

      group = group_new (collection, name, VOTUM_IMPORT_ROW_CHANGED);
      g_hash_table_insert (collection->by_id, GSIZE_TO_POINTER (entrant), group);
    }

  return group;
}

/* "+ Section “What did not work”", or what changes in it. */
static void
add_part (Collection             *collection,
          Group                  *group,
          const VotumThingChange *change)
{
  VotumThing *thing = change->new_thing != NULL ? change->new_thing : change->old_thing;
  g_autofree char *name = NULL;
  g_autofree char *what = NULL;
  g_autofree char *joined = NULL;
  g_autofree char *line = NULL;
  g_auto(GStrv) indented = NULL;

  if (group->sign == VOTUM_IMPORT_ROW_NEW && change->old_thing == NULL)
    {
      group->added[votum_thing_get_kind (thing)]++;
      return;
    }
  name = votum_import_word_name (collection->desk, collection->import, thing, change->old_thing == NULL || change->new_thing == NULL);
  if (change->old_thing == NULL)
    line = g_strdup_printf ("+ %s", name);
  else if (change->new_thing == NULL)
    line = g_strdup_printf ("− %s", name);
  else
    {
      what = votum_import_word_changes (collection->desk, collection->import, change->old_thing, change->new_thing);
      indented = g_strsplit (what, "\n", -1);
      joined = g_strjoinv ("\n\u2003", indented);
      line = g_strdup_printf ("%s\n\u2003%s", name, joined);
    }
  add_line (group, line);
}

static void
add_entrant (Collection             *collection,
             const VotumThingChange *change)
{
  VotumThing *thing = change->new_thing != NULL ? change->new_thing : change->old_thing;
  Group *group;

  if (change->old_thing == NULL)
    {
      group = group_new (collection, g_strdup (votum_thing_get_text (thing, VOTUM_ENTRANT_NAME)), VOTUM_IMPORT_ROW_NEW);
      g_hash_table_insert (collection->by_id, GSIZE_TO_POINTER (votum_thing_get_id (thing)), group);
      if (votum_thing_is_set (thing, VOTUM_ENTRANT_PLACE))
        add_line (group, votum_thing_get_text (thing, VOTUM_ENTRANT_PLACE));
      return;
    }
  group = group_of (collection, votum_thing_get_id (thing));
  if (change->new_thing != NULL)
    {
      g_autofree char *what = votum_import_word_changes (collection->desk, collection->import, change->old_thing, change->new_thing);

      add_line (group, what);
    }
}

static void
add_other (Collection             *collection,
           const VotumThingChange *change)
{
  VotumThing *thing = change->new_thing != NULL ? change->new_thing : change->old_thing;
  Group *group = group_new (collection, votum_import_word_name (collection->desk, collection->import, thing, TRUE),
                            change->old_thing == NULL   ? VOTUM_IMPORT_ROW_NEW
                            : change->new_thing == NULL ? VOTUM_IMPORT_ROW_GONE
                                                        : VOTUM_IMPORT_ROW_CHANGED);
  g_autofree char *what = NULL;

  if (change->old_thing != NULL && change->new_thing != NULL)
    {
      what = votum_import_word_changes (collection->desk, collection->import, change->old_thing, change->new_thing);
      add_line (group, what);
    }
}

/* Finalists first, so that their parts find them. */
static void
add_things (Collection *collection)
{
  VotumChanges *changes = votum_import_changes (collection->import);

  for (guint i = 0; i < votum_changes_n_things (changes); i++)
    {
      const VotumThingChange *change = votum_changes_get (changes, i);

      if (VOTUM_IS_ENTRANT (change->new_thing != NULL ? change->new_thing : change->old_thing))
        add_entrant (collection, change);
    }
  for (guint i = 0; i < votum_changes_n_things (changes); i++)
    {
      const VotumThingChange *change = votum_changes_get (changes, i);
      VotumThing *thing = change->new_thing != NULL ? change->new_thing : change->old_thing;

      /* a hand-out that is taken in says nothing by being one */
      if (VOTUM_IS_ENTRANT (thing) || VOTUM_IS_HAND_OUT (thing))
        continue;
      if (entrant_of (thing) != 0)
        add_part (collection, group_of (collection, entrant_of (thing)), change);
      else
        add_other (collection, change);
    }
}

/* ---- marks: a row for each finalist and juror ---- */

static char *
mark_text (const VotumMark *mark)
{
  if (mark == NULL)
    return g_strdup ("–");
  if (mark->state == VOTUM_MARK_NOT_OBSERVED)
    return g_strdup (_("not observed"));

  return votum_format_decimal (votum_mark_value (mark));
}

static Group *
group_of_mark (Collection      *collection,
               const VotumMark *mark)
{
  VotumCase *votum_case = votum_desk_get_case (collection->desk);
  VotumThing *entrant = votum_case_lookup (votum_case, mark->entrant);
  VotumThing *juror = votum_case_lookup (votum_case, mark->juror);
  g_autofree char *pair = g_strdup_printf ("%d/%d", mark->entrant, mark->juror);
  Group *group = g_hash_table_lookup (collection->by_pair, pair);
  g_autofree char *name = entrant != NULL ? votum_desk_name (collection->desk, entrant) : g_strdup ("?");

  if (group == NULL)
    {
      group = group_new (collection, g_strdup_printf ("%s · %s", name, juror != NULL ? votum_thing_get_text (juror, VOTUM_JUROR_NAME) : "?"),
                         VOTUM_IMPORT_ROW_NEW);
      g_hash_table_insert (collection->by_pair, g_steal_pointer (&pair), group);
    }

  return group;
}

static void
add_mark (Collection      *collection,
          const VotumMark *before,
          const VotumMark *after)
{
  const VotumMark *mark = after != NULL ? after : before;
  VotumThing *criterion = votum_case_lookup (votum_desk_get_case (collection->desk), mark->criterion);
  Group *group = group_of_mark (collection, mark);
  g_autofree char *name = criterion != NULL ? votum_desk_name (collection->desk, criterion) : g_strdup ("?");
  g_autofree char *old_text = mark_text (before);
  g_autofree char *new_text = mark_text (after);
  g_autofree char *line = before != NULL ? g_strdup_printf ("%s: %s → %s", name, old_text, new_text)
                                         : g_strdup_printf ("%s: %s", name, new_text);

  if (before != NULL && group->sign == VOTUM_IMPORT_ROW_NEW)
    group->sign = after != NULL ? VOTUM_IMPORT_ROW_CHANGED : VOTUM_IMPORT_ROW_GONE;
  add_line (group, line);
}

static void
add_marks (Collection *collection)
{
  VotumChanges *changes = votum_import_changes (collection->import);
  const VotumMarks *old_marks = votum_changes_old_marks (changes);
  const VotumMarks *new_marks = votum_changes_new_marks (changes);

  for (guint i = 0; i < votum_marks_size (new_marks); i++)
    {
      const VotumMark *mark = votum_marks_get (new_marks, i);

      add_mark (collection, votum_marks_lookup (old_marks, mark->round, mark->entrant, mark->juror, mark->criterion), mark);
    }
  for (guint i = 0; i < votum_marks_size (old_marks); i++)
    {
      const VotumMark *mark = votum_marks_get (old_marks, i);

      if (votum_marks_lookup (new_marks, mark->round, mark->entrant, mark->juror, mark->criterion) == NULL)
        add_mark (collection, mark, NULL);
    }
}

static VotumImportRow *
row_of_group (Group *group)
{
  VotumImportRow *row = g_object_new (VOTUM_TYPE_IMPORT_ROW, NULL);
  g_autoptr(GString) parts = g_string_new (NULL);

  for (guint kind = 0; kind < VOTUM_N_KINDS; kind++)
    if (group->added[kind] > 0)
      {
        g_autofree char *count = votum_import_word_count (kind, group->added[kind]);

        g_string_append_printf (parts, "%s%s", parts->len > 0 ? ", " : "", count);
      }
  if (parts->len > 0)
    add_line (group, parts->str);
  if (group->n_lines > LINES_MAX)
    g_string_append_printf (group->lines, ngettext ("\nand %u more", "\nand %u more", group->n_lines - LINES_MAX), group->n_lines - LINES_MAX);
  row->sign = group->sign;
  row->title = g_strdup (group->title);
  row->detail = g_strdup (group->lines->str);

  return row;
}

/**
 * votum_import_rows_new:
 * @desk: a desk
 * @import: a preview
 *
 * Returns: (transfer full): a list of #VotumImportRow: what the import does, finalist by finalist
 */
GListModel *
votum_import_rows_new (VotumDesk   *desk,
                       VotumImport *import)
{
  g_autoptr(GPtrArray) groups = g_ptr_array_new_with_free_func ((GDestroyNotify) group_free);
  g_autoptr(GHashTable) by_id = g_hash_table_new (NULL, NULL);
  g_autoptr(GHashTable) by_pair = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  Collection collection = { desk, import, groups, by_id, by_pair };
  GListStore *store = g_list_store_new (VOTUM_TYPE_IMPORT_ROW);

  add_things (&collection);
  add_marks (&collection);
  for (guint i = 0; i < groups->len; i++)
    g_ptr_array_add (rows, row_of_group (g_ptr_array_index (groups, i)));
  g_list_store_splice (store, 0, 0, rows->pdata, rows->len);

  return G_LIST_MODEL (store);
}

static void
append_sentence (GString *text,
                 char    *sentence)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", sentence);
  g_free (sentence);
}

static void
append_counts (GString                *text,
               const VotumImportCount *count)
{
  if (count->added > 0)
    append_sentence (text, g_strdup_printf (ngettext ("%u new", "%u new", count->added), count->added));
  if (count->changed > 0)
    append_sentence (text, g_strdup_printf (ngettext ("%u changed", "%u changed", count->changed), count->changed));
  if (count->removed > 0)
    append_sentence (text, g_strdup_printf (ngettext ("%u taken out", "%u taken out", count->removed), count->removed));
  if (count->unchanged > 0)
    append_sentence (text, g_strdup_printf (ngettext ("%u the same", "%u the same", count->unchanged), count->unchanged));
  if (count->left > 0)
    append_sentence (text, g_strdup_printf (ngettext ("%u not in the file and left alone", "%u not in the file and left alone", count->left),
                                            count->left));
}

/**
 * votum_import_rows_summary:
 * @import: a preview
 *
 * Returns: (transfer full): how much it does, a line for finalists, for the parts of their submissions and for marks
 */
char *
votum_import_rows_summary (VotumImport *import)
{
  g_autoptr(GString) text = g_string_new (NULL);
  VotumImportCount rest = { 0 };

  for (guint kind = 0; kind <= VOTUM_N_KINDS; kind++)
    {
      const VotumImportCount *count = kind < VOTUM_N_KINDS ? votum_import_count (import, kind) : votum_import_marks (import);
      g_autoptr(GString) line = g_string_new (NULL);

      if (kind < VOTUM_N_KINDS && kind != VOTUM_KIND_ENTRANT)
        {
          rest.added += count->added;
          rest.changed += count->changed;
          rest.removed += count->removed;
          continue;
        }
      append_counts (line, count);
      if (line->len > 0)
        g_string_append_printf (text, "%s%s %s", text->len > 0 ? "\n" : "", kind == VOTUM_KIND_ENTRANT ? _("Finalists:") : _("Marks:"),
                                line->str);
    }
  if (rest.added + rest.changed + rest.removed > 0)
    {
      g_autoptr(GString) line = g_string_new (NULL);

      append_counts (line, &rest);
      /* TRANSLATORS: sections, measures, contact persons and attachments of the finalists */
      g_string_append_printf (text, "%s%s %s", text->len > 0 ? "\n" : "", _("Parts of submissions, and the rest:"), line->str);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
