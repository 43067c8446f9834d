#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * VotumAnswerFunc:
 * @answer: the id of the button that was pressed; "cancel" for Escape
 * @text: (nullable): what was typed, where something was asked for
 * @data: what was given with the function
 */
typedef void (*VotumAnswerFunc) (const char *answer, const char *text, gpointer data);

/* A question with its buttons. @buttons: id, label, id, label ..., NULL; the first is the way out, the last the one that does it. */
void votum_dialogs_ask    (GtkWidget *parent, const char *heading, const char *body, const char *const *buttons, gboolean destructive,
                           VotumAnswerFunc func, gpointer data);
/* A question that wants a sentence: why something is done. The doing button is insensitive until there is one. */
void votum_dialogs_ask_text (GtkWidget *parent, const char *heading, const char *body, const char *label, const char *button,
                             gboolean destructive, VotumAnswerFunc func, gpointer data);
/* A question that wants a passphrase. With @repeat it is asked for twice, as somebody who chooses one has to. */
void votum_dialogs_ask_passphrase (GtkWidget *parent, const char *heading, const char *body, const char *button, gboolean repeat,
                             VotumAnswerFunc func, gpointer data);
/* Says that something is being done, until it is destroyed; with its button @cancellable is cancelled. */
GtkWindow *votum_dialogs_wait (GtkWidget *parent, const char *heading, GCancellable *cancellable);
/* How far it has come, 0 to 1. */
void votum_dialogs_wait_fraction (GtkWindow *dialog, double fraction);
/* A sentence that must be read. */
void votum_dialogs_tell   (GtkWidget *parent, const char *heading, const char *body);

/**
 * VotumFileFunc:
 * @file: (nullable): the chosen file, %NULL when nothing was chosen
 * @data: what was given with the function
 */
typedef void (*VotumFileFunc) (GFile *file, gpointer data);

typedef struct {
  const char *title;
  const char *accept;        /* label of the button, with mnemonic */
  gboolean    save;
  const char *suggested;     /* (nullable): name to save under */
  const char *folder;        /* (nullable): where to save; else among the documents */
  const char *filter_name;   /* (nullable): what the patterns are called */
  const char *const *patterns; /* (nullable): "*.votum", NULL */
} VotumFileChoice;

void votum_dialogs_choose_file (GtkWidget *parent, const VotumFileChoice *choice, VotumFileFunc func, gpointer data);
void votum_dialogs_choose_folder (GtkWidget *parent, const char *title, const char *accept, VotumFileFunc func, gpointer data);

/**
 * VotumFilesFunc:
 * @files: (nullable): of GFile: the chosen files, %NULL when nothing was chosen
 * @data: what was given with the function
 */
typedef void (*VotumFilesFunc) (GListModel *files, gpointer data);

void votum_dialogs_choose_files (GtkWidget *parent, const VotumFileChoice *choice, VotumFilesFunc func, gpointer data);

void votum_dialogs_about  (GtkWindow *parent);
GtkWindow *votum_dialogs_present_preferences (GtkWindow *parent, AdwPreferencesPage *page);

G_END_DECLS
