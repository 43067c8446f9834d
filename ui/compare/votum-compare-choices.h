#pragma once

#include "votum-compare-look.h"

G_BEGIN_DECLS

/**
 * VotumCompareChoices:
 *
 * What is compared: the class, the round, which finalists, whose marks.
 */
#define VOTUM_TYPE_COMPARE_CHOICES (votum_compare_choices_get_type ())
G_DECLARE_FINAL_TYPE (VotumCompareChoices, votum_compare_choices, VOTUM, COMPARE_CHOICES, GtkWidget)

void votum_compare_choices_set_look (VotumCompareChoices *self, VotumCompareLook *look);

G_END_DECLS
