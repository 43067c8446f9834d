#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Languages by name, for those who choose one. */

const char *votum_language_name (const char *lang);
const char *votum_language_own_name (const char *lang);
const char *votum_language_code (guint i);

G_END_DECLS
