#pragma once

#include "votum-case-holder.h"
#include "votum-store.h"

G_BEGIN_DECLS

/* Behind the name of a command that changed what marking had locked. */
#define VOTUM_CASE_UNLOCKED "+unlock"

/* The command that says whose copy the file is. Nothing before it can be undone. */
#define VOTUM_CASE_HOLD "hold-case"

/* The commands that ballots come and go by. What has left the case, or was opened, is not taken back by undoing it. */
#define VOTUM_CASE_HAND_OUT      "hand-out"
#define VOTUM_CASE_TAKE_HAND_OUT "take-hand-out"
#define VOTUM_CASE_HAND_IN       "hand-in"
#define VOTUM_CASE_TAKE_IN       "take-in"
#define VOTUM_CASE_TAKE_IN_LATE  "take-in-late"
#define VOTUM_CASE_SET_ASIDE     "set-aside"
#define VOTUM_CASE_OPEN_ROUND    "open-round"

typedef struct _VotumProgress VotumProgress;
typedef struct _VotumJob VotumJob;
typedef struct _VotumNews VotumNews;

struct _VotumCase {
  GObject      parent_instance;

  VotumStore  *store;
  char        *who;
  GListStore  *lists[VOTUM_N_KINDS];
  GHashTable  *by_id;                 /* number -> thing, of all kinds: numbers are unique in a case */
  GHashTable  *by_key[VOTUM_N_KINDS]; /* id, in any case -> thing; the id is the thing's own */
  VotumMarks  *marks;
  GPtrArray   *log;                   /* of VotumLogEntry */
  GArray      *undo;                  /* of guint: places in the log, the last is undone next */
  GArray      *redo;
  gint64       next_id;
  GHashTable  *drafts;                /* place -> text, as in the file */
  GHashTable  *late_drafts;           /* place -> text, kept while another thread had the store */
  GThread     *backup_thread;         /* (nullable): writes today's copy */
  char        *backup_problem;        /* (nullable): why there is none */
  const char  *finishing;             /* place of the draft that goes with the next change */
  gint64       holder;                /* number of the juror whose copy it is, 0: nobody's yet */
  VotumDuty    duty;
  VotumProgress *progress;
  VotumNews   *news;                  /* (nullable): what has changed since the case was handed out, as far as it has been asked for */
  VotumJob    *job;                   /* (nullable): what another thread is writing into the store */
  GBytes      *open_keys[3]; /* (nullable): of each VotumKeyOwner, its secret key where the passphrase has been given */
  gboolean     was_held;
  gint64       held_since;   /* the entry of the log that says whose copy it is */
  gboolean     onlooker;     /* somebody who has not said who they are */
  gboolean     reading_ballots;       /* marks that are looked at came with ballots, whose juror has been judged already */
};

char    *votum_case_describe_changes (VotumCase *self, VotumChanges *changes, gboolean new_side);
void     votum_case_number_new    (VotumCase *self, VotumThing *new_thing);
void     votum_case_index         (VotumCase *self, VotumThing *thing);
void     votum_case_unindex       (VotumCase *self, VotumThing *thing);
void     votum_case_emit_changed  (VotumCase *self, VotumChanges *changes);
gboolean votum_case_write_changes (VotumCase *self, VotumChanges *changes, const char *command, const char *subject, const char *reason,
                                   gint64 reverses, const VotumWork *work, GError **error);
void     votum_case_begin_backup  (VotumCase *self);
void     votum_case_finish_backup (VotumCase *self);
gboolean votum_case_load_drafts   (VotumCase *self, GError **error);
void     votum_case_keep_late_drafts (VotumCase *self);
void     votum_case_drafts_written (VotumCase *self, VotumChanges *changes);
VotumLogEntry *votum_case_new_entry (VotumCase *self, VotumChanges *changes, const char *command, const char *subject, const char *reason,
                                   gint64 reverses);
gboolean votum_case_write_entry   (VotumCase *self, VotumChanges *changes, VotumLogEntry *entry, const VotumWork *work, GError **error);
void     votum_case_show_written  (VotumCase *self, VotumChanges *changes, VotumLogEntry *entry);
gboolean votum_case_check_idle    (VotumCase *self, GError **error);
gboolean votum_case_check_writable (VotumCase *self, GError **error);
void     votum_job_stop           (VotumJob *job);
gboolean votum_case_load_log      (VotumCase *self, GError **error);
gboolean votum_case_check_changes (VotumCase *self, VotumChanges *changes, gboolean locked, GError **error);
void     votum_case_read_holder   (VotumCase *self, const VotumLogEntry *entry);
gboolean votum_case_check_giver   (VotumCase *self, const VotumMark *mark, GError **error);
gboolean votum_case_check_duty    (VotumCase *self, VotumChanges *changes, gboolean reversing, GError **error);

/* votum-case-assigned.c */
gboolean votum_case_check_last_assignments (VotumCase *self, VotumChanges *changes, GError **error);

/* votum-case-kept-marks.c */
typedef struct _VotumMarkKeeper VotumMarkKeeper;

VotumMarkKeeper *votum_mark_keeper_new (VotumCase *self, VotumChanges *changes, gboolean filling);
void     votum_mark_keeper_free   (VotumMarkKeeper *keeper);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumMarkKeeper, votum_mark_keeper_free)
gboolean votum_mark_keeper_check  (VotumMarkKeeper *keeper, const VotumMark *before, const VotumMark *after, GError **error);
gboolean votum_case_check_kept_marks (VotumCase *self, VotumChanges *changes, gboolean filling, GError **error);

/* votum-case-hand-out-news.c */
void     votum_news_free          (VotumNews *news);

/* votum-case-paper.c */
void     votum_case_forget_reading (VotumCase *self, const VotumMark *mark, VotumChanges *changes);
gboolean *votum_case_papers_apart (VotumCase *self, GPtrArray *rounds, GPtrArray *jurors);
gboolean votum_case_check_papers  (VotumCase *self, VotumThing *round, GError **error);

VotumThing *votum_case_symbolic_copy (VotumCase *self, VotumThing *thing);
VotumMarkRow votum_case_mark_row  (VotumCase *self, const VotumMark *mark);

void        votum_case_make_first_key (VotumCase *self);

VotumProgress *votum_progress_new (void);
void     votum_progress_free      (VotumProgress *self);
void     votum_case_progress_changed (VotumCase *self, VotumChanges *changes);

/* A change laid over a case, so that what would come of it can be judged before anything is written. */
typedef struct {
  VotumCase *self;
  GHashTable *overlay;   /* number -> new thing, or NULL for one that goes */
  GHashTable *recusals;  /* "juror entrant" pairs that do not mark, as one number */
  VotumThing *award;     /* as it will be */
  GHashTable *classes;   /* class -> 2 where it has criteria of its own, 1 where not; what has been asked for */
} VotumCaseCheck;

void        votum_case_check_init  (VotumCaseCheck *check, VotumCase *self, VotumChanges *changes);
void        votum_case_check_clear (VotumCaseCheck *check);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VotumCaseCheck, votum_case_check_clear)
VotumThing *votum_case_check_thing (VotumCaseCheck *check, gint64 id);
VotumThing *votum_case_check_root  (VotumCaseCheck *check, VotumThing *criterion);
VotumThing *votum_case_check_scale (VotumCaseCheck *check, VotumThing *criterion);
gboolean    votum_case_check_agreed (VotumCaseCheck *check, VotumChanges *changes, GError **error);
gboolean    votum_case_check_decisions (VotumCaseCheck *check, VotumChanges *changes, GError **error);
gboolean    votum_case_check_minutes (VotumCaseCheck *check, VotumChanges *changes, GError **error);
gboolean    votum_changes_touch   (VotumChanges *changes, GType type);
gboolean    votum_case_check_marks (VotumCaseCheck *check, VotumChanges *changes, GError **error);

typedef struct _VotumMarkChecker VotumMarkChecker;

VotumMarkChecker *votum_mark_checker_new   (VotumCase *self, VotumChanges *changes);
void              votum_mark_checker_free  (VotumMarkChecker *checker);
gboolean          votum_mark_checker_check (VotumMarkChecker *checker, const VotumMark *mark, GError **error);
gboolean          votum_case_may_mark      (VotumCase *self, VotumThing *juror, VotumThing *entrant, VotumThing *round, GError **error);

G_END_DECLS
