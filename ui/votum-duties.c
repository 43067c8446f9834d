#include "votum-config.h"

#include "votum-duties.h"

#include <glib/gi18n.h>

static const struct {
  guint       role;
  const char *name;
} roles[] = {
  { VOTUM_JUROR_ROLES_CHAIR, N_("Chair") },
  { VOTUM_JUROR_ROLES_DEPUTY, N_("Deputy chair") },
  { VOTUM_JUROR_ROLES_SECRETARY, N_("Secretary") },
  { VOTUM_JUROR_ROLES_JUROR, N_("Juror") },
  { VOTUM_JUROR_ROLES_EXAMINER, N_("Examiner") },
};

/**
 * votum_duties_roles:
 * @juror: a member of the jury
 *
 * Returns: (transfer full): what they are in it: "Chair, Juror"; "" where nothing is said
 */
char *
votum_duties_roles (VotumThing *juror)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  g_return_val_if_fail (VOTUM_IS_JUROR (juror), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (votum_thing_has_choice (juror, VOTUM_JUROR_ROLES, roles[i].role))
      g_ptr_array_add (names, (gpointer) _(roles[i].name));
  g_ptr_array_add (names, NULL);

  return g_strjoinv (", ", (char **) names->pdata);
}

/**
 * votum_duties_holder_name:
 * @desk: a desk
 *
 * Returns: (transfer full): whose copy of the case this is
 */
char *
votum_duties_holder_name (VotumDesk *desk)
{
  VotumThing *holder = votum_case_get_holder (votum_desk_get_case (desk));

  return holder != NULL ? votum_desk_name (desk, holder) : g_strdup (_("Nobody’s copy yet"));
}

/**
 * votum_duties_word:
 * @duty: a duty
 *
 * Returns: (transfer none): what people call it: "Juror"
 */
const char *
votum_duties_word (VotumDuty duty)
{
  switch (duty)
    {
    case VOTUM_DUTY_JUROR:
      return _("Juror");
    case VOTUM_DUTY_SECRETARY:
      return _("Secretary");
    case VOTUM_DUTY_CHAIR:
      return _("Chair");
    case VOTUM_DUTY_NONE:
    default:
      return _("Only looking");
    }
}
