#include "votum-config.h"

#include "votum-chart-places.h"

#include <math.h>

#define REACH 10       /* as near to a point as a hand comes */
#define ASIDE 3        /* what lies aside is that much farther away for a key that goes up or down */

static const VotumChartSpot *
spot_at (GPtrArray *spots,
         guint      at)
{
  return g_ptr_array_index (spots, at);
}

static double
distance (const VotumChartSpot *spot,
          double                x,
          double                y)
{
  double dx = fmax (fmax (spot->x - x, 0), x - spot->x - spot->width);
  double dy = fmax (fmax (spot->y - y, 0), y - spot->y - spot->height);

  return hypot (dx, dy);
}

/**
 * votum_chart_places_at:
 * @spots: (element-type VotumChartSpot): points
 * @x: where the pointer is
 * @y: where the pointer is
 *
 * Returns: the point that is meant, the smallest of those that lie over each other; -1: none
 */
int
votum_chart_places_at (GPtrArray *spots,
                       double     x,
                       double     y)
{
  double best = REACH;
  double best_size = G_MAXDOUBLE;
  int found = -1;

  for (guint i = 0; i < spots->len; i++)
    {
      const VotumChartSpot *spot = spot_at (spots, i);
      double away = distance (spot, x, y);
      double size = spot->width * spot->height;

      if (away > best || (away == best && size >= best_size))
        continue;
      best = away;
      best_size = size;
      found = (int) i;
    }

  return found;
}

/* The nearest one whose middle lies above or below. */
static int
nearest_beyond (GPtrArray *spots,
                int        from,
                int        sign)
{
  const VotumChartSpot *here = spot_at (spots, from);
  double x = here->x + here->width / 2, y = here->y + here->height / 2;
  double best = G_MAXDOUBLE;
  int found = from;

  for (guint i = 0; i < spots->len; i++)
    {
      const VotumChartSpot *spot = spot_at (spots, i);
      double dy = sign * (spot->y + spot->height / 2 - y);
      double dx = fabs (spot->x + spot->width / 2 - x);

      if (dy < 1 || dy + ASIDE * dx >= best)
        continue;
      best = dy + ASIDE * dx;
      found = (int) i;
    }

  return found;
}

/**
 * votum_chart_places_move:
 * @spots: (element-type VotumChartSpot): points in the order in which they are read
 * @from: where the keyboard is, -1: nowhere yet
 * @keyval: which key was pressed
 * @rtl: whether the interface is read from right to left
 *
 * Returns: the point where the key leads, -1: it is no key that moves, or there is no point
 */
int
votum_chart_places_move (GPtrArray *spots,
                         int        from,
                         guint      keyval,
                         gboolean   rtl)
{
  int last = (int) spots->len - 1;
  int step = rtl ? -1 : 1;

  if (last < 0)
    return -1;
  switch (keyval)
    {
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      return 0;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      return last;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return from < 0 ? last : CLAMP (from - step, 0, last);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return from < 0 ? 0 : CLAMP (from + step, 0, last);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return from < 0 ? last : nearest_beyond (spots, from, -1);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return from < 0 ? 0 : nearest_beyond (spots, from, 1);
    default:
      return -1;
    }
}
