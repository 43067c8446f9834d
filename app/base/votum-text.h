#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define VOTUM_TEXT_MAX_LINE   1000    /* bytes of a one-line text */
#define VOTUM_TEXT_MAX_PROSE  65536   /* bytes of a text of several lines */
#define VOTUM_TEXT_MAX_KEY    160     /* bytes of an id */
#define VOTUM_TEXT_MAX_FILE_NAME 200  /* bytes of the name of an attachment */

char     *votum_text_clean       (const char *text);
gboolean  votum_text_check_line  (const char *text, GError **error);
gboolean  votum_text_check_prose (const char *text, GError **error);
gboolean  votum_text_check_key   (const char *key, GError **error);
gboolean  votum_text_check_file_name (const char *name, GError **error);
char     *votum_text_make_file_name  (const char *text);
char     *votum_text_fold        (const char *text);
guint     votum_text_fold_hash   (gconstpointer text);
gboolean  votum_text_fold_equal  (gconstpointer a, gconstpointer b);
char     *votum_text_isolate     (const char *text);
char     *votum_text_quote       (const char *text);

gboolean  votum_text_check_time  (const char *text, GError **error);
char     *votum_text_now         (void);

G_END_DECLS
