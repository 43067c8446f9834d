#pragma once

#include "votum-grid.h"

G_BEGIN_DECLS

GBytes *votum_grid_csv_write (const VotumGrid *grid);

G_END_DECLS
