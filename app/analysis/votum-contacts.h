#pragma once

#include "votum-sheet.h"
#include "votum-welch.h"

G_BEGIN_DECLS

/* Mystery contacts: points won of points possible, for each participant. What decides is exact. */

/* What a participant's contacts become. */
typedef enum {
  VOTUM_CONTACTS_POOLED,  /* all points won, of all points possible */
  VOTUM_CONTACTS_MEAN,    /* the mean of the contacts' percentages */
} VotumContactsBasis;

typedef struct _VotumContacts VotumContacts;
typedef struct _VotumContactStanding VotumContactStanding;

VotumContacts        *votum_contacts_new             (const VotumDecimal *possible, const guint *areas, guint n_questions);
void                  votum_contacts_free            (VotumContacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumContacts, votum_contacts_free)
guint                 votum_contacts_add_participant (VotumContacts *self, int class);
void                  votum_contacts_add             (VotumContacts *self, guint participant, const VotumCell *answers);

VotumContactStanding *votum_contacts_standing        (const VotumContacts *self, VotumContactsBasis basis, guint first);
void                  votum_contact_standing_free    (VotumContactStanding *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumContactStanding, votum_contact_standing_free)

/* Exact decimals, or doubles where they only inform. NULL, NAN or 0 where a participant has no contacts. */
char                 *votum_contact_standing_percent    (const VotumContactStanding *self, guint participant, guint decimals);
guint                 votum_contact_standing_position   (const VotumContactStanding *self, guint participant);
guint                 votum_contact_standing_in_class   (const VotumContactStanding *self, guint participant);
guint                 votum_contact_standing_unanswered (const VotumContactStanding *self, guint participant);
double                votum_contact_standing_obtained   (const VotumContactStanding *self, guint participant);
double                votum_contact_standing_possible   (const VotumContactStanding *self, guint participant);
double                votum_contact_standing_area       (const VotumContactStanding *self, guint participant, guint area);
const double         *votum_contact_standing_contacts   (const VotumContactStanding *self, guint participant, guint *n);

gboolean              votum_contact_standing_lead       (const VotumContactStanding *self, guint a, guint b, double confidence,
                                                         VotumWelch *welch, GError **error);
gboolean              votum_contact_standing_bootstrap  (const VotumContactStanding *self, const guint *participants, guint n, guint n_draws,
                                                         gulong seed, GCancellable *cancellable, double *first, GError **error);

G_END_DECLS
