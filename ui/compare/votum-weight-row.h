#pragma once

#include <gtk/gtk.h>

#include "votum-compare-look.h"

G_BEGIN_DECLS

/**
 * VotumWeightRow:
 *
 * What a criterion or a group weighs, as a slider that moves the weights on trial.
 *
 * Signals: "toggled": the criteria of the group are to be shown or not.
 */
#define VOTUM_TYPE_WEIGHT_ROW (votum_weight_row_get_type ())
G_DECLARE_FINAL_TYPE (VotumWeightRow, votum_weight_row, VOTUM, WEIGHT_ROW, GtkWidget)

GtkWidget *votum_weight_row_new      (VotumCompareLook *look, guint node);
guint      votum_weight_row_get_node (VotumWeightRow *self);
gboolean   votum_weight_row_get_open (VotumWeightRow *self);
void       votum_weight_row_follow   (VotumWeightRow *self);
char      *votum_weight_row_format   (VotumTrial *trial, double value);

G_END_DECLS
