#include "votum-config.h"

#include "votum-grid-order.h"

/* What a finalist is sorted by, looked up once. */
typedef struct {
  VotumThing    *entrant;
  guint          place;      /* as listed */
  char          *collated;
  gboolean       has_total;
  VotumDecimal   total;
  guint          left;
  VotumGridOrder order;
  gboolean       falling;    /* low totals are best */
} Row;

static void
row_clear (Row *row)
{
  g_object_unref (row->entrant);
  g_free (row->collated);
}

static int
compare_totals (const Row *a,
                const Row *b)
{
  int order;

  if (!a->has_total || !b->has_total)
    return (int) b->has_total - (int) a->has_total;
  order = votum_decimal_compare (b->total, a->total);

  return a->falling ? -order : order;
}

static int
compare_rows (gconstpointer first,
              gconstpointer second)
{
  const Row *a = first;
  const Row *b = second;
  int order = 0;

  if (a->order == VOTUM_GRID_ORDER_NAME)
    order = g_strcmp0 (a->collated, b->collated);
  else if (a->order == VOTUM_GRID_ORDER_TOTAL)
    order = compare_totals (a, b);
  else if (a->order == VOTUM_GRID_ORDER_LEFT)
    order = a->left > b->left ? -1 : a->left < b->left;

  return order != 0 ? order : a->place < b->place ? -1 : a->place > b->place;
}

static Row
make_row (VotumScoringSheet *sheet,
          VotumThing        *entrant,
          guint              place,
          VotumGridOrder     order)
{
  Row row = { .entrant = g_object_ref (entrant), .place = place, .order = order };
  VotumTally tally;

  if (order == VOTUM_GRID_ORDER_NAME)
    {
      g_autofree char *name = votum_desk_name (votum_scoring_sheet_get_desk (sheet), entrant);

      row.collated = g_utf8_collate_key (name, -1);
    }
  else if (order == VOTUM_GRID_ORDER_TOTAL)
    {
      g_autofree char *total = votum_scoring_sheet_total (sheet, entrant);

      row.has_total = total != NULL && votum_decimal_parse (total, &row.total, NULL);
    }
  else if (order == VOTUM_GRID_ORDER_LEFT)
    {
      votum_scoring_sheet_tally (sheet, entrant, &tally);
      row.left = tally.wanted - MIN (tally.given, tally.wanted) + tally.reasons_missing;
    }

  return row;
}

/**
 * votum_grid_order:
 * @sheet: the sheet
 * @items: (element-type VotumScoringItem): criteria
 * @order: an order
 *
 * Returns: (transfer full) (element-type VotumThing): the finalists that are marked on @items, in that order as it is now
 */
GPtrArray *
votum_grid_order (VotumScoringSheet *sheet,
                  GPtrArray         *items,
                  VotumGridOrder     order)
{
  GListModel *entrants = votum_scoring_sheet_get_entrants (sheet);
  VotumScoringItem *first = items->len > 0 ? g_ptr_array_index (items, 0) : NULL;
  gboolean falling = first != NULL && first->scale != NULL && votum_mark_scale_is_falling (first->scale);
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  GPtrArray *ordered = g_ptr_array_new_with_free_func (g_object_unref);

  g_array_set_clear_func (rows, (GDestroyNotify) row_clear);
  for (guint i = 0; i < g_list_model_get_n_items (entrants); i++)
    {
      g_autoptr(VotumThing) entrant = g_list_model_get_item (entrants, i);
      Row row;

      if (votum_scoring_sheet_get_items (sheet, entrant) != items)
        continue;
      row = make_row (sheet, entrant, i, order);
      row.falling = falling;
      g_array_append_val (rows, row);
    }
  g_array_sort (rows, compare_rows);
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (ordered, g_object_ref (g_array_index (rows, Row, i).entrant));

  return ordered;
}
