#include "votum-config.h"

#include "votum-rule-name.h"

#include <glib/gi18n.h>

/**
 * votum_rule_name:
 * @rule: a rule
 *
 * Returns: (transfer full): what jurors give by it, with what tells it from others of the same kind
 */
char *
votum_rule_name (VotumThing *rule)
{
  static const char *const methods[] = {
    N_("Marks per criterion"), N_("Places, added up"), N_("Places, by Borda"), N_("Points by place"), N_("Yes or no"),
  };
  int method = votum_thing_get_choice (rule, VOTUM_RULE_METHOD);
  guint field = method == VOTUM_RULE_METHOD_PLACES ? VOTUM_RULE_ALLOCATION : VOTUM_RULE_MAJORITY;
  const char *more = method == VOTUM_RULE_METHOD_PLACES || method == VOTUM_RULE_METHOD_YES_NO ? votum_thing_get_text (rule, field) : NULL;
  const char *name = method >= 0 && method < (int) G_N_ELEMENTS (methods) ? _(methods[method]) : "";

  /* TRANSLATORS: a method, and what tells it from others: "Points by place (3x4 2x4 1x4)" */
  return more != NULL ? g_strdup_printf (_("%s (%s)"), name, more) : g_strdup (name);
}
