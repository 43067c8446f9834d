#pragma once

#include "votum-case-holder.h"
#include "votum-document.h"

G_BEGIN_DECLS

/* What a new case is made of, besides its template. */
typedef struct {
  char      *path;
  char      *source;   /* what the log says it was made from */
  char      *name;     /* of the award */
  char      *lang;     /* of the name */
  int        year;     /* 0: none */
  char      *person;   /* who makes it */
  VotumDuty  duty;     /* theirs */
} VotumCaseWish;

void           votum_case_wish_free       (VotumCaseWish *self);

VotumDocument *votum_case_maker_blank     (void);
void           votum_case_maker_async     (VotumDocument *document, VotumCaseWish *wish, GAsyncReadyCallback callback, gpointer user_data);
gboolean       votum_case_maker_finish    (GAsyncResult *result, GError **error);

G_END_DECLS
