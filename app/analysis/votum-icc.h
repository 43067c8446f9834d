#pragma once

#include "votum-estimate.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The six forms of Shrout and Fleiss (1979): the model, then whether one juror's marks are meant or the mean of all k. */
typedef enum {
  VOTUM_ICC_1_1,   /* each entrant marked by other jurors */
  VOTUM_ICC_2_1,   /* all jurors mark all entrants, jurors are a sample: absolute agreement */
  VOTUM_ICC_3_1,   /* all jurors mark all entrants, these very jurors: consistency */
  VOTUM_ICC_1_K,
  VOTUM_ICC_2_K,
  VOTUM_ICC_3_K,
} VotumIccForm;

#define VOTUM_N_ICC_FORMS (VOTUM_ICC_3_K + 1)

typedef struct {
  guint         n_entrants;
  guint         n_jurors;
  double        bms;     /* mean squares: between entrants, */
  double        wms;     /* within entrants, */
  double        jms;     /* between jurors, */
  double        ems;     /* and what is left */
  VotumEstimate forms[VOTUM_N_ICC_FORMS];
} VotumIcc;

gboolean votum_icc_compute (const double *scores, guint n_entrants, guint n_jurors, double confidence, VotumIcc *icc, GError **error);

G_END_DECLS
