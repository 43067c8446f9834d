#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * VotumTexts:
 *
 * One text in several languages, by BCP 47 tag ("nb", "sv"); "" is text whose language is not said.
 * Immutable and reference counted.
 */
typedef struct _VotumTexts VotumTexts;

#define VOTUM_TYPE_TEXTS (votum_texts_get_type ())
GType votum_texts_get_type (void) G_GNUC_CONST;

VotumTexts *votum_texts_new     (void);                                              /* empty */
VotumTexts *votum_texts_with    (const VotumTexts *self, const char *lang, const char *text); /* (transfer full): a copy */
VotumTexts *votum_texts_ref     (VotumTexts *self);
void        votum_texts_unref   (VotumTexts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumTexts, votum_texts_unref)

guint       votum_texts_size    (const VotumTexts *self);
const char *votum_texts_lang    (const VotumTexts *self, guint i);                   /* sorted by tag */
const char *votum_texts_text    (const VotumTexts *self, guint i);
const char *votum_texts_lookup  (const VotumTexts *self, const char *lang);          /* (nullable): exactly that language */
const char *votum_texts_get     (const VotumTexts *self, const char *lang);          /* (nullable): best for a reader of @lang */
gboolean    votum_texts_equal   (const VotumTexts *a, const VotumTexts *b);

char       *votum_texts_to_json (const VotumTexts *self);                            /* {"en":"…","nb":"…"} */
VotumTexts *votum_texts_from_json (const char *json, GError **error);

gboolean    votum_texts_check_lang (const char *lang, GError **error);
/* Appends @text as a JSON string, quotes included. */
void        votum_json_append_string (GString *json, const char *text);

G_END_DECLS
