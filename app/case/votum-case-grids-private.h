#pragma once

#include "votum-case-grids.h"
#include "votum-words.h"

G_BEGIN_DECLS

/* What a table is being filled from, and how a cell of it is written. */
typedef struct {
  const VotumGridRequest *request;
  VotumCase              *votum_case;
  VotumStanding          *standing;
  const char             *lang;
  VotumGrid              *grid;
} VotumGridFiller;

static inline const char *
votum_grid_filler_word (VotumGridFiller *self,
                        VotumWord        id)
{
  return votum_words (self->lang, id);
}

static inline void
votum_grid_filler_column (VotumGridFiller *self,
                          VotumGridType    type,
                          const char      *key,
                          VotumWord        head)
{
  votum_grid_column (self->grid, type, key, votum_words (self->lang, head));
}

static inline void
votum_grid_filler_cell (VotumGridFiller *self,
                        const char      *text)
{
  votum_grid_cell (self->grid, text);
}

static inline void
votum_grid_filler_take (VotumGridFiller *self,
                        char            *text)
{
  votum_grid_cell (self->grid, text);
  g_free (text);
}

static inline const char *
votum_grid_filler_text (VotumGridFiller *self,
                        VotumThing      *thing,
                        guint            field)
{
  return votum_texts_get (votum_thing_get_texts (thing, field), self->lang);
}

/* votum-case-grids-records.c */
void votum_grid_fill_ballots   (VotumGridFiller *self);
void votum_grid_fill_minutes   (VotumGridFiller *self);
void votum_grid_fill_revisions (VotumGridFiller *self);
void votum_grid_fill_consensus (VotumGridFiller *self);

G_END_DECLS
