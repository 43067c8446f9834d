#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _VotumSeverity VotumSeverity;

VotumSeverity *votum_severity_compute       (const double *scores, guint n_entrants, guint n_jurors,
                                             const char * const *entrants, const char * const *jurors,
                                             GCancellable *cancellable, GError **error);
void           votum_severity_free          (VotumSeverity *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumSeverity, votum_severity_free)

double         votum_severity_mean          (const VotumSeverity *self);                 /* mu */
double         votum_severity_adjusted      (const VotumSeverity *self, guint entrant);  /* NAN: no marks */
double         votum_severity_raw           (const VotumSeverity *self, guint entrant);  /* the plain mean */
double         votum_severity_of_juror      (const VotumSeverity *self, guint juror);    /* > 0: severe; NAN: no marks */
double         votum_severity_se            (const VotumSeverity *self, guint entrant);
double         votum_severity_se_difference (const VotumSeverity *self, guint a, guint b);
double         votum_severity_se_of_juror   (const VotumSeverity *self, guint juror);
double         votum_severity_se_between_jurors (const VotumSeverity *self, guint a, guint b);
double         votum_severity_margin        (const VotumSeverity *self);                 /* standard errors of an interval of 95 % */
double         votum_severity_residual      (const VotumSeverity *self, guint entrant, guint juror);
double         votum_severity_residual_ss   (const VotumSeverity *self);
int            votum_severity_df            (const VotumSeverity *self);
double         votum_severity_sigma         (const VotumSeverity *self);                 /* NAN without degrees of freedom */
gboolean       votum_severity_is_mean       (const VotumSeverity *self);

GPtrArray     *votum_severity_components    (const double *scores, guint n_entrants, guint n_jurors);
gboolean       votum_severity_check_connected (const double *scores, guint n_entrants, guint n_jurors,
                                             const char * const *entrants, const char * const *jurors, GError **error);

G_END_DECLS
