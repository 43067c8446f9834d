#pragma once

#include "votum-case.h"
#include "votum-case-result.h"

G_BEGIN_DECLS

/* What every command of votumctl shares: exit codes, options, cancelling, progress, messages. */

enum {
  VOTUM_CLI_DONE = 0,
  VOTUM_CLI_REFUSED = 1,
  VOTUM_CLI_WRONG_CALL = 2,
};

typedef struct {
  const char *name;
  const char *usage;                         /* what stands behind the name: N_("CASE FILE"), or "" */
  const char *summary;
  int       (*run) (int argc, char **argv);
} VotumCliCommand;

const char      *votum_cli_lang      (void);
const VotumWork *votum_cli_work      (void);
void             votum_cli_begin     (const char *what);
void             votum_cli_end       (void);
void             votum_cli_watch_signals (void);

const char      *votum_cli_usage     (const VotumCliCommand *command);
gboolean         votum_cli_parse     (const VotumCliCommand *command, const GOptionEntry *entries, int *argc, char ***argv, int n_arguments);
int              votum_cli_wrong     (const char *format, ...) G_GNUC_PRINTF (1, 2);
int              votum_cli_refuse    (GError *error);
int              votum_cli_refuse_file (VotumProblems *problems, const char *file, GError *error);
void             votum_cli_say       (const char *format, ...) G_GNUC_PRINTF (1, 2);
void             votum_cli_warn      (const char *format, ...) G_GNUC_PRINTF (1, 2);

gboolean         votum_cli_check_folder (const char *path, GError **error);
gboolean         votum_cli_check_output (const char *output, const char *case_path, const char *endings, GError **error);
VotumCase       *votum_cli_open      (const char *path, const char *who, gboolean read_only, GError **error);
void             votum_cli_close     (void);
VotumStanding   *votum_cli_standing  (VotumCase *votum_case, const char *class_name, GError **error);
GPtrArray       *votum_cli_standings (VotumCase *votum_case, const char *class_name, GError **error);
gboolean         votum_cli_round     (VotumStanding *standing, const char *name, guint *round, GError **error);
VotumThing      *votum_cli_find_round (VotumCase *votum_case, const char *name, GError **error);
gboolean         votum_cli_passphrase (const char *path, gboolean needed, const char *question, char **passphrase, GError **error);

extern const VotumCliCommand votum_cli_agreement_command;
extern const VotumCliCommand votum_cli_assign_command;
extern const VotumCliCommand votum_cli_init_command;
extern const VotumCliCommand votum_cli_measures_command;
extern const VotumCliCommand votum_cli_templates_command;
extern const VotumCliCommand votum_cli_import_command;
extern const VotumCliCommand votum_cli_entrants_command;
extern const VotumCliCommand votum_cli_result_command;
extern const VotumCliCommand votum_cli_robustness_command;
extern const VotumCliCommand votum_cli_chart_command;
extern const VotumCliCommand votum_cli_tables_command;
extern const VotumCliCommand votum_cli_jurors_command;
extern const VotumCliCommand votum_cli_methods_command;
extern const VotumCliCommand votum_cli_citation_command;
extern const VotumCliCommand votum_cli_verdict_command;
extern const VotumCliCommand votum_cli_feedback_command;
extern const VotumCliCommand votum_cli_result_list_command;
extern const VotumCliCommand votum_cli_diploma_command;
extern const VotumCliCommand votum_cli_reveal_command;
extern const VotumCliCommand votum_cli_hold_command;
extern const VotumCliCommand votum_cli_paper_command;
extern const VotumCliCommand votum_cli_hand_out_command;
extern const VotumCliCommand votum_cli_take_hand_out_command;
extern const VotumCliCommand votum_cli_hand_in_command;
extern const VotumCliCommand votum_cli_take_in_command;
extern const VotumCliCommand votum_cli_ballots_command;
extern const VotumCliCommand votum_cli_open_round_command;
extern const VotumCliCommand votum_cli_revote_command;
extern const VotumCliCommand votum_cli_agenda_command;
extern const VotumCliCommand votum_cli_agree_command;
extern const VotumCliCommand votum_cli_revise_command;
extern const VotumCliCommand votum_cli_consensus_command;
extern const VotumCliCommand votum_cli_minutes_command;
extern const VotumCliCommand votum_cli_decide_command;
extern const VotumCliCommand votum_cli_keys_command;
extern const VotumCliCommand votum_cli_log_command;
extern const VotumCliCommand votum_cli_undo_command;
extern const VotumCliCommand votum_cli_redo_command;
extern const VotumCliCommand votum_cli_check_command;
extern const VotumCliCommand votum_cli_export_command;
extern const VotumCliCommand votum_cli_export_everything_command;
extern const VotumCliCommand votum_cli_verify_command;
extern const VotumCliCommand votum_cli_backups_command;

G_END_DECLS
