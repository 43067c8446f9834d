#pragma once

#include "votum-criteria-editor.h"

G_BEGIN_DECLS

/* A rule in a few words, for a list: rules have no names. */
char *votum_rule_name (VotumThing *rule);

G_END_DECLS
