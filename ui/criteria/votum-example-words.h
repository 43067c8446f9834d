#pragma once

#include "votum-case-example.h"
#include "votum-criteria-editor.h"

G_BEGIN_DECLS

char *votum_example_given    (const VotumExampleLeaf *leaf);
char *votum_example_counted  (const VotumExampleLeaf *leaf);
char *votum_example_number   (const char *number);
char *votum_example_weight   (const VotumExample *example, const VotumExampleLeaf *leaf);
char *votum_example_trace    (VotumCriteriaEditor *editor, const VotumExample *example, const VotumExampleLeaf *leaf);
char *votum_example_result   (const VotumExampleRound *round);
char *votum_example_total    (const VotumExampleRound *round);
char *votum_example_round_name (VotumCriteriaEditor *editor, VotumThing *round, guint number);

G_END_DECLS
