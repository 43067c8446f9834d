#include "votum-config.h"

#include "votum-jury-words.h"

#include <glib/gi18n.h>

#include "votum-case-progress.h"
#include "votum-things.h"

static const struct {
  const char *word;
  const char *meaning;
} roles[VOTUM_N_ROLES] = {
  [VOTUM_JUROR_ROLES_CHAIR] = { N_("Chair"), N_("Leads the jury, gives marks, and settles a tie where the rule leaves it to the chair") },
  [VOTUM_JUROR_ROLES_DEPUTY] = { N_("Deputy chair"), N_("Gives marks, and stands in for the chair, also with the chair’s copy of the case") },
  [VOTUM_JUROR_ROLES_SECRETARY] = { N_("Secretary"), N_("Keeps the case in order and writes for the jury; gives no marks") },
  [VOTUM_JUROR_ROLES_JUROR] = { N_("Juror"), N_("Gives marks and takes notes") },
  [VOTUM_JUROR_ROLES_EXAMINER] = { N_("Examiner"), N_("Visits the finalists, takes notes and gives marks") },
};

static const struct {
  const char *word;
  const char *meaning;
} degrees[VOTUM_N_DEGREES] = {
  [VOTUM_RECUSAL_DEGREE_OUT_OF_THE_ROOM] = { N_("Out of the room"),
                                             N_("Gives no marks and leaves the room while this finalist is talked about") },
  [VOTUM_RECUSAL_DEGREE_NOT_MARKING] = { N_("Not marking"), N_("Gives no marks, but may stay and answer questions") },
  [VOTUM_RECUSAL_DEGREE_DECLARED_ONLY] = { N_("Declared only"), N_("The tie is on record; marks are given and count") },
};

/**
 * votum_role_word:
 * @role: a role of a juror
 *
 * Returns: (transfer none): its word
 */
const char *
votum_role_word (int role)
{
  g_return_val_if_fail (role >= 0 && role < VOTUM_N_ROLES, "");

  return _(roles[role].word);
}

/**
 * votum_role_meaning:
 * @role: a role of a juror
 *
 * Returns: (transfer none): what who has it does, in one line
 */
const char *
votum_role_meaning (int role)
{
  g_return_val_if_fail (role >= 0 && role < VOTUM_N_ROLES, "");

  return _(roles[role].meaning);
}

/**
 * votum_jury_roles:
 * @juror: a member of the jury
 *
 * Returns: (transfer full): the roles in words: "Chair, juror"; "" where there are none
 */
char *
votum_jury_roles (VotumThing *juror)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < VOTUM_N_ROLES; i++)
    if (votum_thing_has_choice (juror, VOTUM_JUROR_ROLES, i))
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", votum_role_word (i));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

gboolean
votum_jury_gives_marks (VotumThing *juror)
{
  for (guint i = 0; i < VOTUM_N_ROLES; i++)
    if (i != VOTUM_JUROR_ROLES_SECRETARY && votum_thing_has_choice (juror, VOTUM_JUROR_ROLES, i))
      return TRUE;

  return FALSE;
}

/**
 * votum_recusal_degree_word:
 * @degree: a degree of a recusal
 *
 * Returns: (transfer none): its word
 */
const char *
votum_recusal_degree_word (int degree)
{
  g_return_val_if_fail (degree >= 0 && degree < VOTUM_N_DEGREES, "");

  return _(degrees[degree].word);
}

/**
 * votum_recusal_degree_meaning:
 * @degree: a degree of a recusal
 *
 * Returns: (transfer none): what follows from it, in one line
 */
const char *
votum_recusal_degree_meaning (int degree)
{
  g_return_val_if_fail (degree >= 0 && degree < VOTUM_N_DEGREES, "");

  return _(degrees[degree].meaning);
}

/**
 * votum_recusal_from:
 * @desk: a desk
 * @recusal: a recusal
 *
 * Returns: (transfer full): from whom: the name of a finalist, or of a whole class
 */
char *
votum_recusal_from (VotumDesk  *desk,
                    VotumThing *recusal)
{
  gint64 entrant_id = votum_thing_get_ref (recusal, VOTUM_RECUSAL_ENTRANT);
  gint64 class_id = votum_thing_get_ref (recusal, VOTUM_RECUSAL_CLASS);
  VotumThing *from = votum_case_lookup (votum_desk_get_case (desk), entrant_id != 0 ? entrant_id : class_id);
  g_autofree char *name = from != NULL ? votum_desk_name (desk, from) : g_strdup ("");

  if (entrant_id != 0)
    return g_steal_pointer (&name);

  /* TRANSLATORS: what a recusal is from: all finalists of a class */
  return g_strdup_printf (_("The whole class %s"), name);
}

/* With @round 0 in all rounds. */
static guint
count_marks (VotumDesk  *desk,
             VotumThing *recusal,
             gint64      round)
{
  VotumCase *votum_case = votum_desk_get_case (desk);
  const VotumMarks *marks = votum_case_get_marks (votum_case);
  gint64 juror = votum_thing_get_ref (recusal, VOTUM_RECUSAL_JUROR);
  gint64 entrant = votum_thing_get_ref (recusal, VOTUM_RECUSAL_ENTRANT);
  gint64 class_id = votum_thing_get_ref (recusal, VOTUM_RECUSAL_CLASS);
  guint n = 0;

  if (votum_thing_get_choice (recusal, VOTUM_RECUSAL_DEGREE) == VOTUM_RECUSAL_DEGREE_DECLARED_ONLY)
    return 0;

  for (guint i = 0; i < votum_marks_size (marks); i++)
    {
      const VotumMark *mark = votum_marks_get (marks, i);
      VotumThing *marked = mark->juror == juror && (round == 0 || mark->round == round) ? votum_case_lookup (votum_case, mark->entrant) : NULL;

      if (marked != NULL && (entrant != 0 ? mark->entrant == entrant
                                          : class_id != 0 && votum_thing_get_ref (marked, VOTUM_ENTRANT_CLASS) == class_id))
        n++;
    }

  return n;
}

/**
 * votum_recusal_n_marks:
 * @desk: a desk
 * @recusal: a recusal, of the case or about to become one
 *
 * Returns: how many marks there are that it forbids, and that would go with it
 */
guint
votum_recusal_n_marks (VotumDesk  *desk,
                       VotumThing *recusal)
{
  return count_marks (desk, recusal, 0);
}

/**
 * votum_recusal_marks_by_round:
 * @desk: a desk
 * @recusal: a recusal, of the case or about to become one
 *
 * Returns: (transfer full): in which rounds the marks of votum_recusal_n_marks() were given: "Before the visits: 10 · After the
 *   visits: 4"
 */
char *
votum_recusal_marks_by_round (VotumDesk  *desk,
                              VotumThing *recusal)
{
  g_autoptr(GPtrArray) rounds = votum_case_rounds (votum_desk_get_case (desk));
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < rounds->len; i++)
    {
      VotumThing *round = g_ptr_array_index (rounds, i);
      guint n = count_marks (desk, recusal, votum_thing_get_id (round));
      g_autofree char *name = n > 0 ? votum_desk_name (desk, round) : NULL;

      if (n == 0)
        continue;
      if (text->len > 0)
        g_string_append (text, " · ");
      /* TRANSLATORS: a round, and how many marks were given in it: "Before the visits: 10" */
      g_string_append_printf (text, _("%s: %u"), name, n);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
