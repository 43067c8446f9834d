#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A figure that informs, and how sure it is. NAN: not known. */
typedef struct {
  double value;
  double low;   /* ends of the interval */
  double high;
} VotumEstimate;

G_END_DECLS
