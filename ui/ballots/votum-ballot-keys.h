#pragma once

#include "votum-desk.h"

G_BEGIN_DECLS

/**
 * VotumUnlockedFunc:
 * @unlocked: whether ballots can be unsealed; not where somebody did not want to give the passphrase
 * @data: what was given with the function
 */
typedef void (*VotumUnlockedFunc) (gboolean unlocked, gpointer data);

void votum_ballot_keys_unlock (GtkWidget *parent, VotumDesk *desk, const char *heading, const char *body, const char *button,
                               VotumUnlockedFunc func, gpointer data);
/* @done is called when it is over, whatever was done. */
void votum_ballot_keys_change (GtkWidget *parent, VotumDesk *desk, GDestroyNotify done, gpointer data);
void votum_ballot_keys_change_deputy (GtkWidget *parent, VotumDesk *desk, GDestroyNotify done, gpointer data);

G_END_DECLS
