#pragma once

#include "votum-decimal.h"

G_BEGIN_DECLS

void votum_value_apply (const VotumDecimal *xs, const VotumDecimal *ys, guint n, gboolean extrapolate,
                        mpq_srcptr x, mpq_ptr y);

G_END_DECLS
