#pragma once

#include "votum-decimal.h"
#include "votum-terms.h"

G_BEGIN_DECLS

typedef enum {
  VOTUM_CELL_NONE,          /* not yet */
  VOTUM_CELL_VALUE,
  VOTUM_CELL_NOT_OBSERVED,
  VOTUM_CELL_RECUSED,
} VotumCellState;

typedef struct {
  VotumDecimal value;
  guint8       state;       /* VotumCellState */
} VotumCell;

/* One node of the criteria tree. Nodes are listed parents first. */
typedef struct {
  char        *key;         /* e.g. "A1" */
  int          parent;      /* index into nodes, -1: top level */
  VotumDecimal weight;      /* >= 0 */
  int          leaf;        /* index of the leaf, or -1 for a group */
  gboolean     measured;    /* the leaf's value comes from a measure, not from marks */
  GArray      *xs, *ys;     /* of VotumDecimal: value function, ascending xs; NULL or empty: the value itself */
  gboolean     extrapolate; /* beyond the ends of the value function; else clipped */
} VotumSheetNode;

typedef struct _VotumSheet VotumSheet;

/**
 * VotumSheet:
 *
 * An immutable snapshot of the marks: rounds x entrants x jurors x leaves, recused, not observed and
 * not yet kept apart. Built once with votum_sheet_new() and the setters, then only read; safe to hand to
 * a thread. Reference counted. Indices are positions in the order given; a case keeps its own map from ids.
 */
VotumSheet *votum_sheet_new   (guint n_rounds, guint n_entrants, guint n_jurors);
VotumSheet *votum_sheet_ref   (VotumSheet *self);
void        votum_sheet_unref (VotumSheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumSheet, votum_sheet_unref)

/* Building. votum_sheet_add_node() returns the node's index; add all nodes before the first cell. */
int         votum_sheet_add_node      (VotumSheet *self, const char *key, int parent, VotumDecimal weight,
                                       gboolean is_leaf, gboolean measured);
void        votum_sheet_set_value_function (VotumSheet *self, int node, const VotumDecimal *xs, const VotumDecimal *ys, guint n);
void        votum_sheet_set_extrapolate    (VotumSheet *self, int node, gboolean extrapolate); /* default FALSE: clip at the ends */
void        votum_sheet_set_cell      (VotumSheet *self, guint round, guint entrant, guint juror, guint leaf, VotumCell cell);
void        votum_sheet_set_measure   (VotumSheet *self, guint entrant, guint leaf, VotumDecimal value); /* raw, before the value function */
void        votum_sheet_set_agreed    (VotumSheet *self, guint round, guint entrant, guint leaf, VotumDecimal value); /* stands for the panel's mark */
void        votum_sheet_set_in_round  (VotumSheet *self, guint round, guint entrant, gboolean in_round); /* default TRUE */
void        votum_sheet_set_revote    (VotumSheet *self, guint round, gboolean revote); /* a revote round counts only as a tie-break */
void        votum_sheet_set_chair_order (VotumSheet *self, int round, guint entrant, guint place); /* 1.. ; 0: no opinion (default) */
void        votum_sheet_set_falling   (VotumSheet *self, gboolean falling); /* TRUE: the lowest result is best; affects order only */
void        votum_sheet_set_names     (VotumSheet *self, guint entrant, const char *key); /* for messages */

/* Reading */
guint                 votum_sheet_n_rounds   (const VotumSheet *self);
guint                 votum_sheet_n_entrants (const VotumSheet *self);
guint                 votum_sheet_n_jurors   (const VotumSheet *self);
guint                 votum_sheet_n_leaves   (const VotumSheet *self);
guint                 votum_sheet_n_nodes    (const VotumSheet *self);
const VotumSheetNode *votum_sheet_node       (const VotumSheet *self, guint node);
guint                 votum_sheet_leaf_node  (const VotumSheet *self, guint leaf); /* node index of a leaf */
const VotumCell      *votum_sheet_cell       (const VotumSheet *self, guint round, guint entrant, guint juror, guint leaf);
gboolean              votum_sheet_measure    (const VotumSheet *self, guint entrant, guint leaf, VotumDecimal *value);
gboolean              votum_sheet_agreed     (const VotumSheet *self, guint round, guint entrant, guint leaf, VotumDecimal *value);
gboolean              votum_sheet_in_round   (const VotumSheet *self, guint round, guint entrant);
gboolean              votum_sheet_is_revote  (const VotumSheet *self, guint round);
gboolean              votum_sheet_is_falling (const VotumSheet *self);
guint                 votum_sheet_chair_place (const VotumSheet *self, guint round, guint entrant); /* 0: no opinion */
const char           *votum_sheet_name       (const VotumSheet *self, guint entrant);  /* (nullable): as set for messages */
int                   votum_sheet_find_node  (const VotumSheet *self, const char *key); /* -1: there is none */
/* The marks of all jurors for one leaf: n_jurors cells in a row. (nullable): NULL while no mark was set. */
const VotumCell      *votum_sheet_panel      (const VotumSheet *self, guint round, guint entrant, guint leaf);

G_END_DECLS
