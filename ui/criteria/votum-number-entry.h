#pragma once

#include "votum-desk.h"

G_BEGIN_DECLS

/**
 * VotumNumberEntry:
 *
 * An entry for an exact number, typed with comma or point. Up and Down change it by one. It becomes a value with Enter or when
 * the entry is left; until then it is only tried.
 *
 * Properties: "optional" (may be empty), "whole" (no decimals), "negative" (may be below zero).
 * Signals: "typed": there is another number to try; "done" (canonical text, nullable): it is to be written down;
 * "next": Enter was pressed after that.
 */
#define VOTUM_TYPE_NUMBER_ENTRY (votum_number_entry_get_type ())
G_DECLARE_FINAL_TYPE (VotumNumberEntry, votum_number_entry, VOTUM, NUMBER_ENTRY, GtkEntry)

GtkWidget  *votum_number_entry_new       (VotumDesk *desk);
void        votum_number_entry_set_desk  (VotumNumberEntry *self, VotumDesk *desk);
void        votum_number_entry_set_value (VotumNumberEntry *self, const char *canonical);
gboolean    votum_number_entry_get_typed (VotumNumberEntry *self, VotumDecimal *value);
gboolean    votum_number_entry_is_dirty  (VotumNumberEntry *self);
void        votum_number_entry_set_name  (VotumNumberEntry *self, const char *name);

G_END_DECLS
