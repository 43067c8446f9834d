#pragma once

#include "votum-desk.h"

G_BEGIN_DECLS

/* An entry of the change log as a row: what may be seen of it in this copy, in words. Its texts are made when somebody looks. */
#define VOTUM_TYPE_LOG_ITEM (votum_log_item_get_type ())
G_DECLARE_FINAL_TYPE (VotumLogItem, votum_log_item, VOTUM, LOG_ITEM, GObject)

VotumLogItem        *votum_log_item_new       (VotumDesk *desk, const VotumLogEntry *entry);
gint64               votum_log_item_get_number (VotumLogItem *self);
const char          *votum_log_item_get_time  (VotumLogItem *self);
const char          *votum_log_item_get_who   (VotumLogItem *self);
const char          *votum_log_item_get_what  (VotumLogItem *self);
const char          *votum_log_item_get_about (VotumLogItem *self);
const char          *votum_log_item_get_old   (VotumLogItem *self);
const char          *votum_log_item_get_new   (VotumLogItem *self);
gboolean             votum_log_item_matches   (VotumLogItem *self, const char *folded);

G_END_DECLS
