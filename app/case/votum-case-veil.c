#include "votum-config.h"

#include "votum-case-veil.h"

#include <string.h>

#include "votum-case-private.h"
#include "votum-words.h"

typedef struct {
  guint juror;
  char *sort;
} Veiled;

static int
compare_veiled (gconstpointer a,
                gconstpointer b)
{
  return strcmp (((const Veiled *) a)->sort, ((const Veiled *) b)->sort);
}

static void
veiled_clear (gpointer data)
{
  g_free (((Veiled *) data)->sort);
}

/* A, B ... Z, AA, AB ... */
static char *
letter_of (guint index)
{
  if (index < 26)
    return g_strdup_printf ("%c", 'A' + index);

  return g_strdup_printf ("%c%c", 'A' + index / 26 - 1, 'A' + index % 26);
}

/**
 * votum_veil_new:
 * @self: a case
 * @jurors: (element-type VotumThing): jurors
 * @anonymous: whether letters stand for their names
 * @lang: language of the words
 *
 * The letters are those of a verdict by letters: their order comes from a secret of the case, so that it cannot be worked
 * out from the list of jurors.
 *
 * Returns: (transfer full): in which order, and under which names
 */
VotumVeil *
votum_veil_new (VotumCase  *self,
                GPtrArray  *jurors,
                gboolean    anonymous,
                const char *lang)
{
  VotumVeil *veil = g_new0 (VotumVeil, 1);
  g_autoptr(GArray) veiled = g_array_new (FALSE, FALSE, sizeof (Veiled));
  const char *secret = votum_store_get_uuid (self->store);

  g_array_set_clear_func (veiled, veiled_clear);
  for (guint i = 0; i < jurors->len; i++)
    {
      const char *name = votum_thing_get_text (g_ptr_array_index (jurors, i), VOTUM_JUROR_NAME);
      Veiled one = { i, g_compute_hmac_for_string (G_CHECKSUM_SHA256, (const guchar *) secret, strlen (secret), name, -1) };

      g_array_append_val (veiled, one);
    }
  if (anonymous)
    g_array_sort (veiled, compare_veiled);

  veil->order = g_array_new (FALSE, FALSE, sizeof (guint));
  veil->names = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < veiled->len; i++)
    {
      guint juror = g_array_index (veiled, Veiled, i).juror;
      g_autofree char *letter = letter_of (i);

      g_array_append_val (veil->order, juror);
      g_ptr_array_add (veil->names, anonymous ? votum_words_format (lang, VOTUM_WORD_JUROR_LETTER, "letter", letter, NULL)
                                              : g_strdup (votum_thing_get_text (g_ptr_array_index (jurors, juror), VOTUM_JUROR_NAME)));
    }

  return veil;
}

/**
 * votum_veil_free:
 * @self: (nullable) (transfer full): a veil
 */
void
votum_veil_free (VotumVeil *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->order);
  g_ptr_array_unref (self->names);
  g_free (self);
}
