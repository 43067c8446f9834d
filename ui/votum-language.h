#pragma once

#include <glib.h>

G_BEGIN_DECLS

void votum_language_begin (void);
void votum_language_apply (const char *language, const char *desktop_languages);

G_END_DECLS
