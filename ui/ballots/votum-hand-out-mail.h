#pragma once

#include "votum-desk.h"

G_BEGIN_DECLS

/**
 * VotumMail:
 * @address: (nullable): whom it is to
 * @subject: what it is about
 * @body: what it says
 *
 * A mail, ready to be sent.
 */
typedef struct {
  char *address;
  char *subject;
  char *body;
} VotumMail;

VotumMail *votum_mail_new       (VotumDesk *desk, VotumThing *juror, GFile *file);
GFile     *votum_mail_file      (GFile *hand_out);
gboolean   votum_mail_save      (VotumDesk *desk, VotumThing *juror, GFile *file, GError **error);
void       votum_mail_free      (VotumMail *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumMail, votum_mail_free)
char      *votum_mail_to_uri    (const VotumMail *self);
gboolean   votum_mail_can_write (void);
void       votum_mail_write     (const VotumMail *self, GtkWidget *parent, VotumDesk *desk);

G_END_DECLS
