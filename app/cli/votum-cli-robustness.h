#pragma once

#include "votum-case-robustness.h"
#include "votum-cli-table.h"

G_BEGIN_DECLS

/* What is printed of how sure an order is. */
typedef struct {
  VotumCase             *votum_case;
  const VotumStanding   *standing;
  const VotumRobustness *robustness;
} VotumCliRobust;

const char *votum_cli_robust_name (const VotumCliRobust *report, VotumThing *thing);
void        votum_cli_robust_rows (const VotumCliRobust *report, VotumCliFormat format);

G_END_DECLS
