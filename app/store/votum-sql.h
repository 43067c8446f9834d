#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* A prepared statement in use. When it goes out of scope it is ready for its next use, or gone if it was not kept. */
typedef sqlite3_stmt VotumStatement;
typedef sqlite3_stmt VotumOnce;

void        votum_statement_release (VotumStatement *statement);
void        votum_once_finalize     (VotumOnce *statement);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumStatement, votum_statement_release)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumOnce, votum_once_finalize)

/* Sets @error to a sentence for what @rc means for the file at @path. Always FALSE. */
gboolean    votum_sql_fail   (sqlite3 *db, int rc, const char *path, GError **error);
/* (transfer full): the file's name for a sentence */
char       *votum_sql_shown  (const char *path);
VotumOnce  *votum_sql_prepare (sqlite3 *db, const char *sql, const char *path, GError **error);
gboolean    votum_sql_exec   (sqlite3 *db, const char *sql, const char *path, GError **error);

/* Parameters are named. @rc is what went wrong so far: nothing is bound after the first failure, and a name that the
 * statement does not have is a failure. */
int         votum_bind_text   (sqlite3_stmt *statement, int rc, const char *name, const char *text);   /* (nullable); not copied */
int         votum_bind_number (sqlite3_stmt *statement, int rc, const char *name, gint64 number);
int         votum_bind_bytes  (sqlite3_stmt *statement, int rc, const char *name, gconstpointer data, gsize length); /* not copied */

/* A column of a row from a file: NULL with *@ok FALSE where it is not text, or has a NUL in it, or is not UTF-8. */
const char *votum_column_text (sqlite3_stmt *statement, int column, gboolean *ok);
gint64      votum_column_number (sqlite3_stmt *statement, int column, gboolean *ok);

G_END_DECLS
