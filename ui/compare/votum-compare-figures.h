#pragma once

#include "votum-compare-look.h"

G_BEGIN_DECLS

/**
 * VotumCompareFigures:
 *
 * The result in a table: places, names, results, and the panel's mark on every criterion.
 */
#define VOTUM_TYPE_COMPARE_FIGURES (votum_compare_figures_get_type ())
G_DECLARE_FINAL_TYPE (VotumCompareFigures, votum_compare_figures, VOTUM, COMPARE_FIGURES, GtkWidget)

GtkWidget *votum_compare_figures_new  (void);
void       votum_compare_figures_show (VotumCompareFigures *self, VotumCompareLook *look);

G_END_DECLS
