#include "votum-config.h"

#include "votum-case-maker.h"

#include <glib/gi18n.h>

#include "votum-case-edit.h"
#include "votum-case-import.h"
#include "votum-error.h"
#include "votum-format.h"

/* Makes the file of a new case, with whoever makes it as the first of its jury. */

typedef struct {
  VotumDocument *document;
  VotumCaseWish *wish;
} Work;

void
votum_case_wish_free (VotumCaseWish *self)
{
  g_free (self->path);
  g_free (self->source);
  g_free (self->name);
  g_free (self->lang);
  g_free (self->person);
  g_free (self);
}

static void
work_free (gpointer data)
{
  Work *work = data;

  g_clear_pointer (&work->document, votum_document_free);
  votum_case_wish_free (work->wish);
  g_free (work);
}

static VotumThing *
new_thing (VotumDocument *document,
           VotumKind      kind,
           const char    *key)
{
  VotumThing *thing = votum_thing_new (kind);

  votum_thing_set_symbolic (thing, TRUE);
  votum_thing_set_key (thing, key);
  votum_document_add (document, thing);

  return thing;
}

static void
set_texts (VotumThing *thing,
           guint       field,
           const char *lang,
           const char *text)
{
  g_autoptr(VotumTexts) none = votum_texts_new ();
  g_autoptr(VotumTexts) texts = votum_texts_with (none, lang, text);

  votum_thing_set_texts (thing, field, texts);
}

/**
 * votum_case_maker_blank:
 *
 * Returns: (transfer full): a prize without criteria: marks from 1 to 6, their mean, one round
 */
VotumDocument *
votum_case_maker_blank (void)
{
  VotumDocument *document = votum_document_new (VOTUM_DOCUMENT_AWARD);
  VotumThing *scale = new_thing (document, VOTUM_KIND_SCALE, "scale");
  VotumThing *rule = new_thing (document, VOTUM_KIND_RULE, "rule");
  VotumThing *award = new_thing (document, VOTUM_KIND_AWARD, "award");
  VotumThing *round = new_thing (document, VOTUM_KIND_ROUND, "1");

  votum_thing_set_from_text (scale, VOTUM_SCALE_MIN, "1", NULL);
  votum_thing_set_from_text (scale, VOTUM_SCALE_MAX, "6", NULL);
  votum_thing_set_from_text (rule, VOTUM_RULE_ROUND_TOTAL, "2", NULL);
  votum_thing_set_from_text (award, VOTUM_AWARD_SCALE, "scale", NULL);
  votum_thing_set_from_text (award, VOTUM_AWARD_RULE, "rule", NULL);
  votum_thing_set_from_text (award, VOTUM_AWARD_LANGUAGES, votum_format_lang (), NULL);
  set_texts (award, VOTUM_AWARD_NAME, votum_format_lang (), _("A prize of your own"));
  votum_thing_set_from_text (round, VOTUM_ROUND_POSITION, "1", NULL);
  set_texts (round, VOTUM_ROUND_NAME, votum_format_lang (), _("Round 1"));

  return document;
}

static void
name_award (VotumDocument       *document,
            const VotumCaseWish *wish)
{
  VotumThing *award = g_ptr_array_index (votum_document_things (document, VOTUM_KIND_AWARD), 0);
  const char *named = votum_texts_get (votum_thing_get_texts (award, VOTUM_AWARD_NAME), wish->lang);

  /* a prize that keeps the template's name keeps it in all languages */
  if (g_strcmp0 (named, wish->name) != 0)
    set_texts (award, VOTUM_AWARD_NAME, wish->lang, wish->name);
  if (wish->year > 0)
    votum_thing_set_number (award, VOTUM_AWARD_YEAR, wish->year);
}

static gboolean
fill (VotumCase   *votum_case,
      Work        *work,
      GError     **error)
{
  g_autoptr(VotumProblems) problems = votum_problems_new ();
  g_autoptr(VotumImport) import = NULL;

  name_award (work->document, work->wish);
  import = votum_case_plan_document (votum_case, g_steal_pointer (&work->document), problems, error);
  if (import == NULL || !votum_case_import (votum_case, import, "init", work->wish->source, NULL, NULL, error))
    {
      votum_case_discard (votum_case);
      return FALSE;
    }

  return TRUE;
}

static void
make_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Work *work = data;
  const VotumCaseWish *wish = work->wish;
  g_autoptr(VotumThing) juror = votum_thing_new (VOTUM_KIND_JUROR);
  g_autoptr(VotumCase) votum_case = NULL;
  GError *error = NULL;

  /* a name that cannot be one is told before there is a file */
  if (!votum_thing_set_from_text (juror, VOTUM_JUROR_NAME, wish->person, &error) ||
      !votum_thing_set_from_text (juror, VOTUM_JUROR_ROLES, wish->duty == VOTUM_DUTY_CHAIR ? "chair juror" : "secretary", &error))
    {
      g_task_return_error (task, error);
      return;
    }
  votum_case = votum_case_create (wish->path, &error);
  if (votum_case == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  votum_case_set_who (votum_case, wish->person);
  if (!fill (votum_case, work, &error) || !votum_case_add (votum_case, juror, &error) ||
      !votum_case_set_holder (votum_case, juror, wish->duty, NULL, &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * votum_case_maker_async:
 * @document: (transfer full): the template
 * @wish: (transfer full): what it is to become
 * @callback: called when the file is there
 * @user_data: for @callback
 */
void
votum_case_maker_async (VotumDocument       *document,
                        VotumCaseWish       *wish,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Work *work = g_new0 (Work, 1);

  work->document = document;
  work->wish = wish;
  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, make_thread);
}

gboolean
votum_case_maker_finish (GAsyncResult  *result,
                         GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
