#include "votum-config.h"

#include "votum-texts.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "votum-error.h"
#include "votum-text.h"

typedef struct {
  char *lang;
  char *text;
} Entry;

struct _VotumTexts {
  gatomicrefcount ref_count;
  guint n_entries;
  Entry entries[];
};

G_DEFINE_BOXED_TYPE (VotumTexts, votum_texts, votum_texts_ref, votum_texts_unref)

static VotumTexts *
texts_alloc (guint n_entries)
{
  VotumTexts *self = g_malloc0 (sizeof (VotumTexts) + n_entries * sizeof (Entry));

  g_atomic_ref_count_init (&self->ref_count);
  self->n_entries = n_entries;

  return self;
}

VotumTexts *
votum_texts_new (void)
{
  return texts_alloc (0);
}

VotumTexts *
votum_texts_ref (VotumTexts *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
votum_texts_unref (VotumTexts *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i < self->n_entries; i++)
    {
      g_free (self->entries[i].lang);
      g_free (self->entries[i].text);
    }
  g_free (self);
}

/**
 * votum_texts_with:
 * @self: (nullable): texts
 * @lang: a language tag, or "" where the language is not said
 * @text: (nullable): the text in that language; %NULL or "" takes the language out
 *
 * Returns: (transfer full): a copy of @self with that one text set
 */
VotumTexts *
votum_texts_with (const VotumTexts *self,
                  const char       *lang,
                  const char       *text)
{
  guint n_old = self != NULL ? self->n_entries : 0;
  gboolean removes = text == NULL || *text == '\0';
  gboolean placed = removes;
  VotumTexts *copy;
  guint n = 0;

  g_return_val_if_fail (lang != NULL, NULL);

  copy = texts_alloc (n_old + 1);
  for (guint i = 0; i < n_old; i++)
    {
      int order = strcmp (self->entries[i].lang, lang);

      if (!placed && order >= 0)
        {
          copy->entries[n++] = (Entry) { g_strdup (lang), g_strdup (text) };
          placed = TRUE;
        }
      if (order != 0)
        copy->entries[n++] = (Entry) { g_strdup (self->entries[i].lang), g_strdup (self->entries[i].text) };
    }
  if (!placed)
    copy->entries[n++] = (Entry) { g_strdup (lang), g_strdup (text) };
  copy->n_entries = n;

  return copy;
}

guint
votum_texts_size (const VotumTexts *self)
{
  return self != NULL ? self->n_entries : 0;
}

const char *
votum_texts_lang (const VotumTexts *self,
                  guint             i)
{
  g_return_val_if_fail (self != NULL && i < self->n_entries, NULL);

  return self->entries[i].lang;
}

const char *
votum_texts_text (const VotumTexts *self,
                  guint             i)
{
  g_return_val_if_fail (self != NULL && i < self->n_entries, NULL);

  return self->entries[i].text;
}

const char *
votum_texts_lookup (const VotumTexts *self,
                    const char       *lang)
{
  for (guint i = 0; self != NULL && i < self->n_entries; i++)
    if (strcmp (self->entries[i].lang, lang) == 0)
      return self->entries[i].text;

  return NULL;
}

/**
 * votum_texts_get:
 * @self: (nullable): texts
 * @lang: the reader's language, as a tag ("nb") or as a locale ("nb_NO.UTF-8")
 *
 * The best text for a reader of @lang: that language, else its nearest neighbour (Norwegian, then Danish and Swedish
 * for a Norwegian), else text of no said language, else English, else the first there is.
 *
 * Returns: (transfer none) (nullable): the text
 */
const char *
votum_texts_get (const VotumTexts *self,
                 const char       *lang)
{
  static const char *const neighbours[][6] = {
    { "nb", "no", "nn", "da", "sv", NULL },
    { "no", "nb", "nn", "da", "sv", NULL },
    { "nn", "nb", "no", "da", "sv", NULL },
    { "da", "nb", "no", "sv", "nn", NULL },
    { "sv", "nb", "no", "da", "nn", NULL },
  };
  g_autofree char *base = g_strndup (lang, strcspn (lang, "_-.@"));
  const char *found = votum_texts_lookup (self, lang);

  if (found == NULL)
    found = votum_texts_lookup (self, base);

  for (guint i = 0; found == NULL && i < G_N_ELEMENTS (neighbours); i++)
    if (strcmp (neighbours[i][0], base) == 0)
      for (guint j = 1; found == NULL && neighbours[i][j] != NULL; j++)
        found = votum_texts_lookup (self, neighbours[i][j]);

  if (found == NULL)
    found = votum_texts_lookup (self, "");
  if (found == NULL)
    found = votum_texts_lookup (self, "en");
  if (found == NULL && votum_texts_size (self) > 0)
    found = votum_texts_text (self, 0);

  return found;
}

gboolean
votum_texts_equal (const VotumTexts *a,
                   const VotumTexts *b)
{
  if (votum_texts_size (a) != votum_texts_size (b))
    return FALSE;

  for (guint i = 0; i < votum_texts_size (a); i++)
    if (strcmp (a->entries[i].lang, b->entries[i].lang) != 0 || strcmp (a->entries[i].text, b->entries[i].text) != 0)
      return FALSE;

  return TRUE;
}

void
votum_json_append_string (GString    *json,
                          const char *text)
{
  g_string_append_c (json, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      guchar c = *p;

      if (c == '"' || c == '\\')
        {
          g_string_append_c (json, '\\');
          g_string_append_c (json, c);
        }
      else if (c == '\n')
        g_string_append (json, "\\n");
      else if (c == '\t')
        g_string_append (json, "\\t");
      else if (c < 0x20)
        g_string_append_printf (json, "\\u%04x", c);
      else
        g_string_append_c (json, c);
    }
  g_string_append_c (json, '"');
}

/**
 * votum_texts_to_json:
 * @self: texts
 *
 * Returns: (transfer full): one JSON object, languages in the order of their tags
 */
char *
votum_texts_to_json (const VotumTexts *self)
{
  GString *json = g_string_new ("{");

  for (guint i = 0; i < votum_texts_size (self); i++)
    {
      if (i > 0)
        g_string_append_c (json, ',');
      votum_json_append_string (json, self->entries[i].lang);
      g_string_append_c (json, ':');
      votum_json_append_string (json, self->entries[i].text);
    }
  g_string_append_c (json, '}');

  return g_string_free (json, FALSE);
}

/* One object that holds strings and nothing else, not even a comment. The parser goes one call deeper for each bracket, so
 * that a file with a hundred thousand of them would end the program. */
static gboolean
is_flat (const char *json)
{
  gboolean quoted = FALSE;
  guint depth = 0;

  for (const char *p = json; *p != '\0'; p++)
    {
      if (quoted && *p == '\\' && p[1] != '\0')
        p++;
      else if (*p == '"')
        quoted = !quoted;
      else if (!quoted && (strchr ("{}:, \t\n\r", *p) == NULL || (*p == '{' && ++depth > 1)))
        return FALSE;
    }

  return TRUE;
}

/**
 * votum_texts_from_json:
 * @json: what votum_texts_to_json() wrote, or a hostile file did
 * @error: return location
 *
 * Returns: (transfer full): the texts, or %NULL with @error set
 */
VotumTexts *
votum_texts_from_json (const char *json,
                       GError    **error)
{
  g_autoptr(JsonParser) parser = json_parser_new_immutable ();
  g_autoptr(VotumTexts) texts = votum_texts_new ();
  g_autoptr(GList) members = NULL;
  JsonNode *root;

  if (!is_flat (json) || !json_parser_load_from_data (parser, json, -1, NULL) || (root = json_parser_get_root (parser)) == NULL ||
      !JSON_NODE_HOLDS_OBJECT (root))
    goto damaged;

  members = json_object_get_members (json_node_get_object (root));
  for (GList *l = members; l != NULL; l = l->next)
    {
      JsonNode *member = json_object_get_member (json_node_get_object (root), l->data);
      VotumTexts *next;

      if (json_node_get_value_type (member) != G_TYPE_STRING || !votum_texts_check_lang (l->data, NULL))
        goto damaged;
      next = votum_texts_with (texts, l->data, json_node_get_string (member));
      votum_texts_unref (texts);
      texts = next;
    }

  return g_steal_pointer (&texts);

damaged:
  g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_DAMAGED,
                       _("A text in several languages is not stored as it should be."));
  return NULL;
}

/**
 * votum_texts_check_lang:
 * @lang: a language tag
 * @error: return location
 *
 * Whether @lang looks like a language tag: "", or 2 to 3 letters, then parts of 2 to 8 letters and digits.
 */
gboolean
votum_texts_check_lang (const char *lang,
                        GError    **error)
{
  gsize part = 0;
  gboolean first = TRUE;

  for (const char *p = lang;; p++)
    {
      if (*p == '-' || *p == '\0')
        {
          if ((first && *lang != '\0' && (part < 2 || part > 3)) || (!first && (part < 2 || part > 8)))
            break;
          if (*p == '\0')
            return TRUE;
          first = FALSE;
          part = 0;
        }
      else if (first ? !g_ascii_islower (*p) : !g_ascii_isalnum (*p))
        break;
      else
        part++;
    }

  g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                       _("The language is not a tag like nb, sv or en."));
  return FALSE;
}
