#include "votum-config.h"

#include "votum-case-standing-private.h"
#include "votum-case-verdict-private.h"

/* The marks that changed in the deliberation, for the protocol. */

static gboolean
is_shown (VotumVerdictBuilder *builder,
          gint64               entrant)
{
  return votum_standing_find (builder->standing->entrants, entrant) >= 0;
}

static const char *
criterion_name (VotumVerdictBuilder *builder,
                gint64               criterion)
{
  VotumThing *thing = votum_case_lookup (builder->self, criterion);
  const char *name = votum_verdict_texts (builder, thing, VOTUM_CRITERION_NAME);

  return name != NULL && *name != '\0' ? name : votum_thing_get_key (thing);
}

static const char *
entrant_name (VotumVerdictBuilder *builder,
              gint64               entrant)
{
  return votum_thing_get_text (votum_case_lookup (builder->self, entrant), VOTUM_ENTRANT_NAME);
}

static const char *
mark_text (VotumVerdictBuilder *builder,
           VotumThing          *thing,
           guint                field)
{
  return votum_verdict_own (builder, votum_thing_field_to_text (thing, field));
}

static void
fill_revised (VotumVerdictBuilder  *builder,
              VotumThing           *thing,
              VotumVerdictRevision *revision)
{
  revision->juror = votum_thing_get_text (votum_case_lookup (builder->self, votum_thing_get_ref (thing, VOTUM_REVISION_JUROR)), VOTUM_JUROR_NAME);
  revision->entrant = entrant_name (builder, votum_thing_get_ref (thing, VOTUM_REVISION_ENTRANT));
  revision->criterion = criterion_name (builder, votum_thing_get_ref (thing, VOTUM_REVISION_CRITERION));
  revision->old_mark = mark_text (builder, thing, VOTUM_REVISION_OLD);
  revision->new_mark = mark_text (builder, thing, VOTUM_REVISION_NEW);
  revision->reason = votum_thing_get_text (thing, VOTUM_REVISION_REASON);
}

static void
fill_agreed (VotumVerdictBuilder  *builder,
             VotumThing           *thing,
             VotumVerdictRevision *revision)
{
  revision->entrant = entrant_name (builder, votum_thing_get_ref (thing, VOTUM_CONSENSUS_ENTRANT));
  revision->criterion = criterion_name (builder, votum_thing_get_ref (thing, VOTUM_CONSENSUS_CRITERION));
  revision->new_mark = mark_text (builder, thing, VOTUM_CONSENSUS_VALUE);
  revision->reason = votum_thing_get_text (thing, VOTUM_CONSENSUS_REASON);
}

/**
 * votum_verdict_fill_revisions:
 * @builder: what a verdict is filled from
 * @verdict: gets the marks of its entrants that were revised, then those that were agreed on, as they came
 */
void
votum_verdict_fill_revisions (VotumVerdictBuilder *builder,
                              VotumVerdict        *verdict)
{
  GListModel *revised = votum_case_get_things (builder->self, VOTUM_KIND_REVISION);
  GListModel *agreed = votum_case_get_things (builder->self, VOTUM_KIND_CONSENSUS);
  guint n_revised = g_list_model_get_n_items (revised);
  guint n_agreed = g_list_model_get_n_items (agreed);
  VotumVerdictRevision *revisions = votum_verdict_own_array (builder, VotumVerdictRevision, n_revised + n_agreed);

  if (builder->standing->own_only)
    return;

  for (guint i = 0; i < n_revised; i++)
    {
      g_autoptr(VotumThing) thing = g_list_model_get_item (revised, i);

      if (is_shown (builder, votum_thing_get_ref (thing, VOTUM_REVISION_ENTRANT)))
        fill_revised (builder, thing, &revisions[verdict->n_revisions++]);
    }
  for (guint i = 0; i < n_agreed; i++)
    {
      g_autoptr(VotumThing) thing = g_list_model_get_item (agreed, i);

      if (is_shown (builder, votum_thing_get_ref (thing, VOTUM_CONSENSUS_ENTRANT)))
        fill_agreed (builder, thing, &revisions[verdict->n_revisions++]);
    }
  verdict->revisions = revisions;
}
