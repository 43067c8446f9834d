#include <glib.h>
#include <string.h>

#include "fuzz.h"

/* Runs a target without libFuzzer: fuzz-… FOLDER MUTATIONS SEED. First every file of the folder as it is, then so many
 * mutations of them. The same seed gives the same inputs. TAP. */

static const char *const tokens[] = {
  "<!DOCTYPE a [<!ENTITY b \"c\">]>", "&b;", "&#x0;", "&amp;", "&#38;", "<![CDATA[", "]]>", "<!--", "-->", "<?x ?>", "xmlns:a=\"b\"", "\xff", "\xc3",
  "</", "/>", "<a>", "&lt;", "encoding=\"UTF-16\"", "\xef\xbb\xbf", "\xff\xfe", "&#1114112;", "<a b=\"", "%c;", "\r", "\r\n", "\t", "\"", "\"\"",
  ";", ",", "id=\"e\"", "xml:lang=\"nb\"", "weight=\"0\"", "-1", "1e9", "0.000000000000000001", "a\xcc\x8a", "\xe2\x80\xae", "inhabil",
};

static void
mutate_once (GByteArray *bytes,
             GRand      *random)
{
  guint at = bytes->len > 0 ? g_rand_int_range (random, 0, bytes->len) : 0;
  guint wanted = g_rand_int_range (random, 1, 64);
  guint length = MIN (wanted, bytes->len - at);
  const char *token = tokens[g_rand_int_range (random, 0, G_N_ELEMENTS (tokens))];
  g_autofree guint8 *tail = g_memdup2 (bytes->data + at, bytes->len - at);
  guint n_tail = bytes->len - at;

  switch (bytes->len == 0 ? 2 : g_rand_int_range (random, 0, 7))
    {
    case 0:
      bytes->data[at] ^= 1 << g_rand_int_range (random, 0, 8);
      break;
    case 1:
      bytes->data[at] = g_rand_int_range (random, 0, 256);
      break;
    case 2:
    case 3:
      g_byte_array_set_size (bytes, at);
      g_byte_array_append (bytes, (const guint8 *) token, strlen (token));
      g_byte_array_append (bytes, tail, n_tail);
      break;
    case 4:
      g_byte_array_remove_range (bytes, at, length);
      break;
    case 5:
      g_byte_array_set_size (bytes, at);
      g_byte_array_append (bytes, tail, length);
      g_byte_array_append (bytes, tail, n_tail);
      break;
    default:
      if (g_rand_int_range (random, 0, 16) == 0)
        g_byte_array_set_size (bytes, at);
      break;
    }
}

static void
run (const guint8 *data,
     gsize         size)
{
  /* in memory of its own, so that reading past the end is seen */
  g_autofree guint8 *copy = g_memdup2 (data, size);

  LLVMFuzzerTestOneInput (copy, size);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
load_corpus (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GDir) folder = g_dir_open (path, 0, &error);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *corpus = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (folder)) != NULL)
    g_ptr_array_add (names, g_build_filename (path, name, NULL));
  g_ptr_array_sort (names, compare_names);

  for (guint i = 0; i < names->len; i++)
    {
      char *content;
      gsize length;

      g_file_get_contents (names->pdata[i], &content, &length, &error);
      g_assert_no_error (error);
      g_ptr_array_add (corpus, g_bytes_new_take (content, length));
    }

  return corpus;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GPtrArray) corpus = NULL;
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  guint n;
  GRand *random;

  if (argc != 4)
    {
      g_printerr ("%s FOLDER MUTATIONS SEED\n", argv[0]);
      return 2;
    }

  /* a programmer's mistake that a file can provoke is a failure too */
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);
  g_print ("1..2\n");
  corpus = load_corpus (argv[1]);
  for (guint i = 0; i < corpus->len; i++)
    run (g_bytes_get_data (corpus->pdata[i], NULL), g_bytes_get_size (corpus->pdata[i]));
  g_print ("ok 1 - %u files\n", corpus->len);

  n = (guint) g_ascii_strtoull (argv[2], NULL, 10);
  random = g_rand_new_with_seed ((guint32) g_ascii_strtoull (argv[3], NULL, 10));
  for (guint i = 0; i < n; i++)
    {
      GBytes *seed = corpus->pdata[g_rand_int_range (random, 0, corpus->len)];

      g_byte_array_set_size (bytes, 0);
      g_byte_array_append (bytes, g_bytes_get_data (seed, NULL), g_bytes_get_size (seed));
      for (int j = g_rand_int_range (random, 1, 9); j > 0; j--)
        mutate_once (bytes, random);
      run (bytes->data, bytes->len);
    }
  g_rand_free (random);
  g_print ("ok 2 - %u mutations\n", n);

  return 0;
}
