#pragma once

#include "votum-grid.h"

G_BEGIN_DECLS

/**
 * VotumOdsInfo:
 * @title: the document's title
 * @author: (nullable): the organiser
 * @created: ISO 8601 with offset, taken from the data
 * @lang: the language of heads and numbers
 *
 * What a spreadsheet says about itself. The strings are borrowed.
 */
typedef struct {
  const char *title;
  const char *author;
  const char *created;
  const char *lang;
} VotumOdsInfo;

GBytes *votum_ods_write (GPtrArray *grids, const VotumOdsInfo *info, GError **error);

G_END_DECLS
