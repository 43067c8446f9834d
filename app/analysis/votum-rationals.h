#pragma once

#include <glib.h>
#include <gmp.h>

G_BEGIN_DECLS

/* Arrays of initialised rationals. Only inside app/analysis. */

static inline mpq_t *
votum_rationals_new (gsize n)
{
  mpq_t *rationals = g_new (mpq_t, MAX (n, 1));

  for (gsize i = 0; i < n; i++)
    mpq_init (rationals[i]);
  return rationals;
}

static inline void
votum_rationals_free (mpq_t *rationals, gsize n)
{
  if (rationals == NULL)
    return;
  for (gsize i = 0; i < n; i++)
    mpq_clear (rationals[i]);
  g_free (rationals);
}

static inline void
votum_rationals_set_int128 (mpz_ptr integer, __int128 value)
{
  unsigned __int128 magnitude = value < 0 ? -(unsigned __int128) value : (unsigned __int128) value;

  mpz_set_ui (integer, (unsigned long) (magnitude >> 64));
  mpz_mul_2exp (integer, integer, 64);
  mpz_add_ui (integer, integer, (unsigned long) magnitude);
  if (value < 0)
    mpz_neg (integer, integer);
}

G_END_DECLS
