#include "votum-config.h"

#include "votum-case-import-private.h"

#include <string.h>

/* A preview of an import: how much it adds, changes and leaves, and its first lines. */

#define LINES_MAX 200

VotumImport *
votum_import_new (void)
{
  VotumImport *self = g_new0 (VotumImport, 1);

  self->lines = g_ptr_array_new_with_free_func (g_free);
  self->changes = votum_changes_new ();

  return self;
}

void
votum_import_free (VotumImport *self)
{
  g_ptr_array_unref (self->lines);
  votum_changes_free (self->changes);
  g_clear_pointer (&self->document, votum_document_free);
  g_free (self);
}

/**
 * votum_import_count:
 * @self: a preview
 * @kind: a kind of thing
 *
 * Returns: (transfer none): how many things of that kind are added, changed, left
 */
const VotumImportCount *
votum_import_count (const VotumImport *self,
                    VotumKind          kind)
{
  g_return_val_if_fail (kind < VOTUM_N_KINDS, NULL);

  return &self->counts[kind];
}

const VotumImportCount *
votum_import_marks (const VotumImport *self)
{
  return &self->marks;
}

/**
 * votum_import_lines:
 * @self: a preview
 *
 * Returns: (transfer none) (element-type utf8): a line for each thing that is added (+), changed (~) or taken out (-),
 *   up to a few hundred
 */
GPtrArray *
votum_import_lines (const VotumImport *self)
{
  return self->lines;
}

/**
 * votum_import_changes:
 * @self: a preview
 *
 * Returns: (transfer none): what it adds, changes and takes out, thing by thing and mark by mark
 */
VotumChanges *
votum_import_changes (const VotumImport *self)
{
  return self->changes;
}

/**
 * votum_import_is_empty:
 * @self: a preview
 *
 * Returns: whether the case has all of the file already
 */
gboolean
votum_import_is_empty (const VotumImport *self)
{
  guint n = self->marks.added + self->marks.changed + self->marks.removed;

  for (guint kind = 0; kind < VOTUM_N_KINDS; kind++)
    n += self->counts[kind].added + self->counts[kind].changed + self->counts[kind].removed;

  return n == 0;
}

void
votum_import_note (VotumImport *self,
                   char         sign,
                   VotumThing  *thing,
                   VotumCase   *votum_case)
{
  VotumImportCount *count = &self->counts[votum_thing_get_kind (thing)];
  g_autofree char *name = NULL;

  if (sign == '+')
    count->added++;
  else if (sign == '-')
    count->removed++;
  else
    count->changed++;

  if (self->lines->len >= LINES_MAX)
    return;
  name = votum_case_name_of (votum_case, thing, g_get_language_names ()[0]);
  g_ptr_array_add (self->lines, g_strdup_printf ("%c %s %s%s%s", sign, votum_thing_get_info (thing)->name, votum_thing_get_key (thing),
                                                 strcmp (name, votum_thing_get_key (thing)) != 0 ? ": " : "",
                                                 strcmp (name, votum_thing_get_key (thing)) != 0 ? name : ""));
}
