#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Quantiles that GSL's own inverses give up on where there are many degrees of freedom. Only inside app/analysis. */
double votum_f_quantile    (double p, double df1, double df2);
double votum_chi2_quantile (double p, double df);

G_END_DECLS
