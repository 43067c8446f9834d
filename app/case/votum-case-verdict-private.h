#pragma once

#include "votum-case-verdict.h"

G_BEGIN_DECLS

/* Fills the plain values that a verdict is drawn from. Everything allocated on the way hangs on @owned. */
typedef struct {
  VotumCase     *self;
  VotumStanding *standing;
  const char    *lang;
  GPtrArray     *owned;
} VotumVerdictBuilder;

static inline gpointer
votum_verdict_own (VotumVerdictBuilder *builder,
                   gpointer             memory)
{
  if (memory != NULL)
    g_ptr_array_add (builder->owned, memory);

  return memory;
}

#define votum_verdict_own_array(builder, type, n) ((type *) votum_verdict_own (builder, g_new0 (type, (n) + 1)))

static inline const char *
votum_verdict_texts (VotumVerdictBuilder *builder,
                     VotumThing          *thing,
                     guint                field)
{
  return votum_texts_get (votum_thing_get_texts (thing, field), builder->lang);
}

void votum_verdict_fill_head (VotumVerdictBuilder *builder, GPtrArray *winners, VotumVerdict *verdict);
void votum_verdict_fill_rounds (VotumVerdictBuilder *builder, VotumVerdict *verdict);
const char *votum_verdict_minority_names (VotumVerdictBuilder *builder, VotumThing *decision);
void votum_verdict_fill_deliberation (VotumVerdictBuilder *builder, VotumVerdict *verdict);
void votum_verdict_fill_revisions (VotumVerdictBuilder *builder, VotumVerdict *verdict);
void votum_verdict_fill_papers   (VotumVerdictBuilder *builder, VotumVerdict *verdict);
void votum_verdict_fill_receipts (VotumVerdictBuilder *builder, VotumVerdict *verdict);

G_END_DECLS
