#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VotumWord:
 *
 * What a document can say. A word with placeholders is filled by votum_words_format();
 * the placeholders are named in votum-words-table.c and are the same in every language.
 */
typedef enum {
  /* The phrase bank of the citation; those ending in an ellipsis are openings to write on. */
  VOTUM_WORD_CITATION,
  VOTUM_WORD_AWARD_LINE,            /* {prize} {year} {winner} */
  VOTUM_WORD_AWARD_LINE_PLAIN,      /* {prize} {year} {winner}; where the name says itself that it is a prize */
  VOTUM_WORD_OVERALL,               /* {winner} */
  VOTUM_WORD_EVIDENCE,
  VOTUM_WORD_SITE_VISIT,
  VOTUM_WORD_LEARNING,
  VOTUM_WORD_CLOSE_RACE,
  VOTUM_WORD_UNANIMOUS,
  VOTUM_WORD_MAJORITY,              /* {n} {m} */
  VOTUM_WORD_SHARED_LINE,           /* {winners} */
  VOTUM_WORD_NO_AWARD,
  VOTUM_WORD_UNDECIDED,
  VOTUM_WORD_RECUSAL,               /* {name} {finalist} */
  VOTUM_WORD_RECUSAL_UNNAMED,       /* {name} */
  VOTUM_WORD_CLOSING,
  VOTUM_WORD_MENTION_LINE,          /* {winner} */
  VOTUM_WORD_DRAFT,
  VOTUM_WORD_DRAFT_SENTENCE,
  VOTUM_WORD_PLACE_DATE,            /* {place} {date} */
  VOTUM_WORD_FINALISTS_LINE,        /* {finalists} */
  VOTUM_WORD_QUOTE,                 /* {text} */

  /* People and bodies */
  VOTUM_WORD_JURY,
  VOTUM_WORD_JUROR,
  VOTUM_WORD_JUROR_LETTER,          /* {letter} */
  VOTUM_WORD_CHAIR,
  VOTUM_WORD_DEPUTY,
  VOTUM_WORD_SECRETARY,
  VOTUM_WORD_EXAMINER,
  VOTUM_WORD_FINALIST,
  VOTUM_WORD_FINALISTS,
  VOTUM_WORD_ORGANISER,

  /* Outcomes */
  VOTUM_WORD_WINNER,
  VOTUM_WORD_SHARED_PRIZE,
  VOTUM_WORD_NOT_AWARDED,
  VOTUM_WORD_HONOURABLE_MENTION,
  VOTUM_WORD_PLACE_N,               /* {n} */
  VOTUM_WORD_PLACE_N_SHARED,        /* {n} */
  VOTUM_WORD_NO_PLACE,

  /* Headings of the protocol */
  VOTUM_WORD_PROTOCOL,
  VOTUM_WORD_PROTOCOL_TITLE,
  VOTUM_WORD_CONTENTS,
  VOTUM_WORD_DECISION,
  VOTUM_WORD_DECISION_REASON,
  VOTUM_WORD_MINORITY,
  VOTUM_WORD_WHO_VOTES,
  VOTUM_WORD_CRITERIA,
  VOTUM_WORD_CRITERIA_AND_SCALE,
  VOTUM_WORD_SCALE,
  VOTUM_WORD_RULE,
  VOTUM_WORD_RESULT,
  VOTUM_WORD_CHARTS,
  VOTUM_WORD_MARKS,
  VOTUM_WORD_RECUSALS,
  VOTUM_WORD_VISITS,
  VOTUM_WORD_LOG,
  VOTUM_WORD_LOG_SHORT,             /* {hash} */
  VOTUM_WORD_HOW_TO_CHECK,
  VOTUM_WORD_SIGNATURES,

  /* Table heads and keys */
  VOTUM_WORD_AWARD,
  VOTUM_WORD_YEAR,
  VOTUM_WORD_CLASS,
  VOTUM_WORD_DATE,
  VOTUM_WORD_PLACE,
  VOTUM_WORD_STATUS,
  VOTUM_WORD_FINAL,
  VOTUM_WORD_OUTCOME,
  VOTUM_WORD_VOTES_FOR,
  VOTUM_WORD_VOTES_AGAINST,
  VOTUM_WORD_VOTES_ABSTAINED,
  VOTUM_WORD_COMPUTED,
  VOTUM_WORD_POSITION,
  VOTUM_WORD_ROUND,
  VOTUM_WORD_ROUND_N,               /* {n} */
  VOTUM_WORD_ROUND_RESULT,
  VOTUM_WORD_TOTAL,
  VOTUM_WORD_PANEL,
  VOTUM_WORD_WEIGHT,
  VOTUM_WORD_SHARE,
  VOTUM_WORD_SUM,
  VOTUM_WORD_CRITERION,
  VOTUM_WORD_LEVEL,
  VOTUM_WORD_MEANING,
  VOTUM_WORD_MEASURED,
  VOTUM_WORD_DEGREE,
  VOTUM_WORD_REASON,
  VOTUM_WORD_WHEN,
  VOTUM_WORD_PRESENT,
  VOTUM_WORD_LOG_ENTRIES,
  VOTUM_WORD_LOG_FIRST,
  VOTUM_WORD_LOG_LAST,
  VOTUM_WORD_LOG_HASH,
  VOTUM_WORD_WHOLE_CLASS,           /* {class} */
  VOTUM_WORD_ADVANCES,

  /* States of a cell: word, abbreviation and sentence for the legend */
  VOTUM_WORD_VOTES,
  VOTUM_WORD_VOTES_SIGN,
  VOTUM_WORD_DECLARED,
  VOTUM_WORD_DECLARED_SIGN,
  VOTUM_WORD_RECUSED,
  VOTUM_WORD_RECUSED_SIGN,
  VOTUM_WORD_RECUSED_SHORT,
  VOTUM_WORD_OUT_OF_ROOM,
  VOTUM_WORD_OUT_OF_ROOM_SIGN,
  VOTUM_WORD_NOT_ASSIGNED,
  VOTUM_WORD_NOT_ASSIGNED_SIGN,
  VOTUM_WORD_NOT_OBSERVED,
  VOTUM_WORD_NOT_OBSERVED_SIGN,
  VOTUM_WORD_NO_MARK,
  VOTUM_WORD_NO_RESULT,
  VOTUM_WORD_NOT_IN_ROUND,
  VOTUM_WORD_TOO_FEW,
  VOTUM_WORD_NO_MARKS,
  VOTUM_WORD_NOT_CARRIED,

  /* Sentences of the protocol */
  VOTUM_WORD_VOTE_LINE,             /* {for} {against} {abstained} */
  VOTUM_WORD_NO_VOTE,
  VOTUM_WORD_DIFFERS,               /* {name} {position} */
  VOTUM_WORD_DIFFERS_NO_RESULT,     /* {name} */
  VOTUM_WORD_CHOSEN_AMONG_EQUALS,   /* {name} {position} */
  VOTUM_WORD_SAME_AS_COMPUTED,
  VOTUM_WORD_WHO_VOTES_LEAD,
  VOTUM_WORD_ALL_VOTED,
  VOTUM_WORD_WEIGHTS_SUM,           /* {sum} */
  VOTUM_WORD_SCALE_LEAD,            /* {min} {max} {step} */
  VOTUM_WORD_RULE_LEAD,
  VOTUM_WORD_RULE_LEAD_CHANGED,
  VOTUM_WORD_RULE_UNLOCK,           /* {when} {who} {what} */
  VOTUM_WORD_RESULT_LEAD,
  VOTUM_WORD_WITHDRAWN,             /* {names} */
  VOTUM_WORD_DISQUALIFIED,          /* {names} */
  VOTUM_WORD_MARKS_LEAD,
  VOTUM_WORD_ANONYMOUS_LEAD,
  VOTUM_WORD_ANONYMOUS_NO_MARK,
  VOTUM_WORD_TIE_EQUAL,             /* {names} */
  VOTUM_WORD_TIE_SETTLED,           /* {how} {figures} */
  VOTUM_WORD_TIE_SETTLED_PLAIN,     /* {how} {order} */
  VOTUM_WORD_TIE_NOT_SETTLED,       /* {how} */
  VOTUM_WORD_NO_RECUSALS,
  VOTUM_WORD_LOG_LEAD,
  VOTUM_WORD_CHECK_LEAD,            /* {command} */
  VOTUM_WORD_SIGN_LEAD,

  /* The rule in words */
  VOTUM_WORD_RULE_MARKS,
  VOTUM_WORD_RULE_RANK_SUM,
  VOTUM_WORD_RULE_BORDA,
  VOTUM_WORD_RULE_PLACES,
  VOTUM_WORD_RULE_ALLOCATION,       /* {parts} */
  VOTUM_WORD_RULE_ALLOCATION_PART,  /* {points} {n} */
  VOTUM_WORD_RULE_ALLOCATION_ONE,   /* {points} {n} */
  VOTUM_WORD_RULE_YES_NO,
  VOTUM_WORD_RULE_QUORUM,           /* {n} */
  VOTUM_WORD_RULE_MAJORITY,         /* {share} */
  VOTUM_WORD_RULE_MAJORITY_HALF,
  VOTUM_WORD_RULE_COMMENTS_EXTREMES,
  VOTUM_WORD_RULE_COMMENTS_ALL,
  VOTUM_WORD_RULE_SECOND_READING,
  VOTUM_WORD_RULE_MISSING_NEVER_ZERO,
  VOTUM_WORD_RULE_MINIMUM_ONE,
  VOTUM_WORD_RULE_MINIMUM,          /* {n} */
  VOTUM_WORD_RULE_MEAN,
  VOTUM_WORD_RULE_CLIP,             /* {margin} */
  VOTUM_WORD_RULE_CLIP_MARGIN,      /* {margins} */
  VOTUM_WORD_RULE_CLIP_ROUND,       /* {margin} {n} */
  VOTUM_WORD_RULE_CLIP_ROUND_ON,    /* {margin} {n} */
  VOTUM_WORD_RULE_DROP_ONE,
  VOTUM_WORD_RULE_DROP,             /* {k} */
  VOTUM_WORD_RULE_MEDIAN,
  VOTUM_WORD_RULE_SHARES,
  VOTUM_WORD_RULE_FACTORS,
  VOTUM_WORD_RULE_MISSING_LOCAL,
  VOTUM_WORD_RULE_MISSING_GLOBAL,
  VOTUM_WORD_RULE_ROUND_MARK,       /* {decimals} */
  VOTUM_WORD_RULE_ROUND_PANEL,      /* {decimals} */
  VOTUM_WORD_RULE_ROUND_WEIGHTED,   /* {decimals} */
  VOTUM_WORD_RULE_ROUND_RESULT,     /* {decimals} */
  VOTUM_WORD_RULE_ROUND_TOTAL,      /* {decimals} */
  VOTUM_WORD_RULE_DECIMALS_NONE,
  VOTUM_WORD_RULE_DECIMALS_ONE,
  VOTUM_WORD_RULE_DECIMALS,         /* {n} */
  VOTUM_WORD_RULE_HALF_UP,
  VOTUM_WORD_RULE_HALF_EVEN,
  VOTUM_WORD_RULE_EXACT,
  VOTUM_WORD_RULE_ROUNDS,           /* {n} {parts} */
  VOTUM_WORD_RULE_ROUNDS_PART,      /* {share} {n} */
  VOTUM_WORD_RULE_ROUNDS_ALONE,
  VOTUM_WORD_RULE_NOTE_LEAD,
  VOTUM_WORD_RULE_POSITIONS,
  VOTUM_WORD_RULE_TIES,             /* {steps} */
  VOTUM_WORD_RULE_TIES_NONE,
  VOTUM_WORD_RULE_TIES_END,
  VOTUM_WORD_TIE_CRITERIA,          /* {criteria} */
  VOTUM_WORD_TIE_CRITERIA_PLAIN,
  VOTUM_WORD_TIE_FIRST_PLACES,
  VOTUM_WORD_TIE_HEAD_TO_HEAD,
  VOTUM_WORD_TIE_HEAVIEST,
  VOTUM_WORD_TIE_REVOTE,
  VOTUM_WORD_TIE_CHAIR,

  /* Charts */
  VOTUM_WORD_CHART_LEADS,           /* {name} {margin} */
  VOTUM_WORD_CHART_LEADS_TIE,       /* {name} */
  VOTUM_WORD_CHART_SHARED_LEAD,     /* {names} */
  VOTUM_WORD_CHART_SINGLE,          /* {name} {value} */
  VOTUM_WORD_CHART_NO_RESULT,
  VOTUM_WORD_CHART_RANKING_SUB,     /* {n} */
  VOTUM_WORD_CHART_RANKING_SUB_ONE,
  VOTUM_WORD_CHART_RANKING_SUB_TRIED,
  VOTUM_WORD_CHART_RANKING_ITEM,    /* {place} {name} {value} */
  VOTUM_WORD_CHART_SPREAD,          /* {low} {high} */
  VOTUM_WORD_CHART_RECUSED_ONE,
  VOTUM_WORD_CHART_RECUSED,         /* {n} */
  VOTUM_WORD_CHART_RECUSED_NOTE,
  VOTUM_WORD_CHART_MORE,            /* {n} */
  VOTUM_WORD_CHART_LEADS_UNSURE,    /* {name} {margin} */
  VOTUM_WORD_CHART_RANKING_SUB_LINE, /* {n} {p} */
  VOTUM_WORD_CHART_INTERVAL,        /* {p} {low} {high} */
  VOTUM_WORD_CHART_PARALLEL_SUB,    /* {min} {max} */
  VOTUM_WORD_CHART_ONE_SUB,         /* {min} {max} */
  VOTUM_WORD_CHART_AHEAD_BOTH,      /* {a} {b} {margin} {plus} {minus} */
  VOTUM_WORD_CHART_AHEAD,           /* {a} {b} {margin} {plus} */
  VOTUM_WORD_CHART_AHEAD_EVEN,      /* {a} {b} */
  VOTUM_WORD_CHART_AHEAD_SUB,       /* {a} {b} */
  VOTUM_WORD_CHART_AHEAD_ROUNDED,
  VOTUM_WORD_CHART_LEAD,
  VOTUM_WORD_CHART_EARLIER_ROUNDS,
  VOTUM_WORD_CHART_ROUNDING,
  VOTUM_WORD_CHART_SLOPE_NEW,       /* {name} {other} */
  VOTUM_WORD_CHART_SLOPE_SAME,      /* {name} {mover} {change} */
  VOTUM_WORD_CHART_SLOPE_LEADER,    /* {name} {change} */
  VOTUM_WORD_CHART_SLOPE_MOVED,     /* {mover} {change} */
  VOTUM_WORD_CHART_SLOPE_NONE,
  VOTUM_WORD_CHART_SLOPE_SUB,
  VOTUM_WORD_CHART_SLOPE_ITEM,      /* {name} {from} {to} {change} */
  VOTUM_WORD_CHART_BUMP_ALWAYS,     /* {name} */
  VOTUM_WORD_CHART_BUMP_TOOK,       /* {name} {n} */
  VOTUM_WORD_CHART_BUMP_SUB,
  VOTUM_WORD_CHART_BUMP_OUT,
  VOTUM_WORD_CHART_PROFILE_TITLE,   /* {name} {n} {m} */
  VOTUM_WORD_CHART_PROFILE_TITLE_ALL, /* {name} {m} */
  VOTUM_WORD_CHART_PROFILE_EVEN,    /* {names} {n} {m} */
  VOTUM_WORD_CHART_PROFILE_EVEN_ONE, /* {names} */
  VOTUM_WORD_CHART_PROFILE_EVEN_MANY, /* {k} */
  VOTUM_WORD_CHART_PROFILE_ONE,     /* {name} {low} {high} */
  VOTUM_WORD_CHART_PROFILE_SUB,     /* {min} {max} */
  VOTUM_WORD_CHART_PROFILE_DRAWN,   /* {k} {n} */
  VOTUM_WORD_CHART_PROFILE_ITEM,    /* {name} {list} */
  VOTUM_WORD_CHART_PROFILE_FEW,
  VOTUM_WORD_CHART_RANKING_NAME,
  VOTUM_WORD_CHART_PROFILE_NAME,
  VOTUM_WORD_CHART_SEVERITY_BOTH,   /* {severe} {lenient} */
  VOTUM_WORD_CHART_SEVERITY_SEVERE, /* {names} */
  VOTUM_WORD_CHART_SEVERITY_LENIENT, /* {names} */
  VOTUM_WORD_CHART_SEVERITY_NONE,
  VOTUM_WORD_CHART_SEVERITY_FEW,
  VOTUM_WORD_CHART_SEVERITY_SUB,    /* {p} */
  VOTUM_WORD_CHART_SEVERITY_SUB_DOT,
  VOTUM_WORD_CHART_SEVERITY_STRICT,
  VOTUM_WORD_CHART_SEVERITY_MILD,
  VOTUM_WORD_CHART_SEVERITY_STRICTER,
  VOTUM_WORD_CHART_SEVERITY_MILDER,
  VOTUM_WORD_CHART_SEVERITY_ITEM_STRICTER, /* {name} {value} */
  VOTUM_WORD_CHART_SEVERITY_ITEM_MILDER, /* {name} {value} */
  VOTUM_WORD_CHART_SEVERITY_ITEM_EVEN, /* {name} */
  VOTUM_WORD_CHART_SEVERITY_ITEM_NONE, /* {name} */
  VOTUM_WORD_CHART_SEVERITY_RECUSED, /* {n} */
  VOTUM_WORD_CHART_HEAT_FINDING,    /* {criterion} {low} {high} */
  VOTUM_WORD_CHART_HEAT_ALIKE,
  VOTUM_WORD_CHART_HEAT_SUB,
  VOTUM_WORD_CHART_HEAT_ONE_SUB,
  VOTUM_WORD_CHART_HEAT_CORNER,
  VOTUM_WORD_CHART_JURORS_OF,       /* {n} {m} */
  VOTUM_WORD_CHART_NOT_OBSERVED,    /* {n} */
  VOTUM_WORD_CHART_STRIP_FINDING,   /* {name} {low} {high} */
  VOTUM_WORD_CHART_STRIP_FINDING_ON, /* {criterion} {name} {low} {high} */
  VOTUM_WORD_CHART_STRIP_ALIKE,
  VOTUM_WORD_CHART_STRIP_ONE,
  VOTUM_WORD_CHART_STRIP_SUB,
  VOTUM_WORD_CHART_STRIP_SUB_ON,    /* {criterion} */
  VOTUM_WORD_CHART_MEAN_MEDIAN,     /* {mean} {median} */
  VOTUM_WORD_CHART_RECUSED_NAMES,   /* {names} */
  VOTUM_WORD_CHART_STRIP_ITEM,      /* {juror} {name} {value} */
  VOTUM_WORD_CHART_AGREE_FINDING,   /* {most} {least} */
  VOTUM_WORD_CHART_AGREE_EVEN,      /* {most} */
  VOTUM_WORD_CHART_AGREE_ALL,
  VOTUM_WORD_CHART_AGREE_NONE,
  VOTUM_WORD_CHART_AGREE_SUB,
  VOTUM_WORD_CHART_AGREE_SUB_SHARE,
  VOTUM_WORD_CHART_AGREE_ITEM,      /* {criterion} {value} {low} {high} */
  VOTUM_WORD_CHART_AGREE_WIDEST,    /* {name} {low} {high} */
  VOTUM_WORD_CHART_METHODS_NONE,
  VOTUM_WORD_CHART_METHODS_SAME,
  VOTUM_WORD_CHART_METHODS_WINNER,  /* {methods} */
  VOTUM_WORD_CHART_METHODS_WINNER_N, /* {n} {m} */
  VOTUM_WORD_CHART_METHODS_PODIUM,  /* {methods} */
  VOTUM_WORD_CHART_METHODS_PODIUM_N, /* {n} {m} */
  VOTUM_WORD_CHART_METHODS_SUB,
  VOTUM_WORD_CHART_METHODS_ITEM,    /* {method} {name} {place} {rule} */
  VOTUM_WORD_CHART_METHODS_RULE,
  VOTUM_WORD_CHART_METHODS_MEAN,
  VOTUM_WORD_CHART_METHODS_MEDIAN,
  VOTUM_WORD_CHART_METHODS_PAIRS,
  VOTUM_WORD_CHART_WALK_ALWAYS,    /* {name} {criterion} */
  VOTUM_WORD_CHART_WALK_ABOVE,     /* {other} {criterion} {share} */
  VOTUM_WORD_CHART_WALK_BELOW,     /* {other} {criterion} {share} */
  VOTUM_WORD_CHART_WALK_BETWEEN,   /* {name} {criterion} {low} {high} */
  VOTUM_WORD_CHART_WALK_LEVEL,
  VOTUM_WORD_CHART_WALK_SUB,
  VOTUM_WORD_CHART_WALK_NOW,       /* {share} */
  VOTUM_WORD_CHART_WALK_FROM,      /* {name} {share} */
  VOTUM_WORD_CHART_WALK_TO,        /* {name} {share} */
  VOTUM_WORD_CHART_WALK_LEVEL_AT,  /* {a} {b} {share} {value} */
  VOTUM_WORD_CHART_WALK_ITEM,      /* {name} {now} {share} {low} {from} {high} {to} */
  VOTUM_WORD_CHART_RANKS_FINDING,  /* {name} {share} {other} {rest} */
  VOTUM_WORD_CHART_RANKS_ALWAYS,   /* {name} */
  VOTUM_WORD_CHART_RANKS_SUB,

  /* Ballots in the protocol */
  VOTUM_WORD_RECEIPTS,
  VOTUM_WORD_RECEIPTS_LEAD,
  VOTUM_WORD_RECEIPT_ITEM,          /* {name} {n} {receipt} */
  VOTUM_WORD_PAPER_TYPED,           /* {name} {round} {typist} */
  VOTUM_WORD_PAPER_READ,            /* {name} {round} {typist} {reader} {when} */
  VOTUM_WORD_PAPERS,
  VOTUM_WORD_RECEIPT_LATE,          /* {item} {reason} */

  /* What the jury changed together */
  VOTUM_WORD_DELIBERATED,
  VOTUM_WORD_DELIBERATED_LEAD,
  VOTUM_WORD_REVISED_ITEM,          /* {name} {entrant} {criterion} {old} {new} {reason} */
  VOTUM_WORD_REVISED_UNNAMED,       /* {entrant} {criterion} {old} {new} {reason} */
  VOTUM_WORD_AGREED_ITEM,           /* {entrant} {criterion} {value} */
  VOTUM_WORD_AGREED_REASON,         /* {item} {reason} */

  /* The mail that goes with a hand-out */
  VOTUM_WORD_MAIL_SUBJECT,          /* {award} */
  VOTUM_WORD_MAIL_BODY,             /* {name} {award} {file} {chair} */
  VOTUM_WORD_MAIL_LATER,            /* {name} {award} {file} {chair}: the case was handed out before */
  /* What the numbers say, over the charts: whole sentences but for a {lead} and a {how} */
  VOTUM_WORD_FINDING_OWN_LEADS,   /* {name} {margin} */
  VOTUM_WORD_FINDING_OWN_SHARED,  /* {names} */
  VOTUM_WORD_FINDING_ONLY,        /* {name} {value} */
  VOTUM_WORD_FINDING_SURE,        /* {lead} {how} */
  VOTUM_WORD_FINDING_FAIRLY_SURE, /* {lead} {how} */
  VOTUM_WORD_FINDING_UNSURE,      /* {lead} {how} */
  VOTUM_WORD_FINDING_OWN_HOLDS,   /* {lead} {how} */
  VOTUM_WORD_FINDING_HOLDS_BOTH,  /* {weights} {juries} */
  VOTUM_WORD_FINDING_HOLDS_WEIGHTS, /* {weights} */
  VOTUM_WORD_FINDING_HOLDS_JURIES, /* {juries} */
  VOTUM_WORD_FINDING_CHANGE,      /* {share} {name} */
  VOTUM_WORD_FINDING_ALL_FIRST,   /* {n} {name} */
  VOTUM_WORD_FINDING_SOME_FIRST,  /* {k} {n} {name} */
  VOTUM_WORD_FINDING_ONE_FIRST,   /* {n} {name} */
  VOTUM_WORD_FINDING_ALL_FIRST_OF, /* {n} {name} {leader} */
  VOTUM_WORD_FINDING_SOME_FIRST_OF, /* {k} {n} {name} {leader} */
  VOTUM_WORD_FINDING_ONE_FIRST_OF, /* {n} {name} {leader} */
  VOTUM_WORD_FINDING_ADJUSTED_SAME, /* {name} */
  VOTUM_WORD_FINDING_ADJUSTED_OTHER, /* {name} */
  VOTUM_WORD_FINDING_DISCUSS,     /* {criterion} */
  VOTUM_WORD_FINDING_DISCUSS_OVER, /* {criterion} {name} */
  VOTUM_WORD_FINDING_FEW_ONE,     /* {name} */
  VOTUM_WORD_FINDING_FEW,         /* {n} */
  VOTUM_WORD_FINDING_REASONABLE,

  /* Heads of spreadsheets, and what stands below them */
  VOTUM_WORD_GRID_ID,
  VOTUM_WORD_GRID_SHARED,
  VOTUM_WORD_GRID_EXACT,
  VOTUM_WORD_GRID_MARK,
  VOTUM_WORD_GRID_COMMENT,
  VOTUM_WORD_GRID_ENTERED_BY,
  VOTUM_WORD_GRID_GROUP,
  VOTUM_WORD_GRID_DESCRIPTION,
  VOTUM_WORD_GRID_INDICATOR,
  VOTUM_WORD_GRID_FIGURE,
  VOTUM_WORD_GRID_UNIT,
  VOTUM_WORD_GRID_FROM,
  VOTUM_WORD_GRID_TO,
  VOTUM_WORD_GRID_ANSWERS,
  VOTUM_WORD_GRID_PERIOD,
  VOTUM_WORD_GRID_SOURCE,
  VOTUM_WORD_GRID_NUMBER,
  VOTUM_WORD_GRID_HANDED_IN,
  VOTUM_WORD_GRID_TAKEN_IN,
  VOTUM_WORD_GRID_RECEIPT,
  VOTUM_WORD_GRID_YES,
  VOTUM_WORD_GRID_NO,
  VOTUM_WORD_GRID_STATE_HANDED_IN,
  VOTUM_WORD_GRID_STATE_SEALED,
  VOTUM_WORD_GRID_STATE_REPLACED,
  VOTUM_WORD_GRID_STATE_OPENED,
  VOTUM_WORD_GRID_STATE_LATE,
  VOTUM_WORD_GRID_STATE_PAPER,
  VOTUM_WORD_GRID_MARKS_BY_JUROR,
  VOTUM_WORD_GRID_MARKS,
  VOTUM_WORD_GRID_MEASURES,
  VOTUM_WORD_GRID_BALLOTS,
  VOTUM_WORD_GRID_REVISIONS,
  VOTUM_WORD_GRID_CONSENSUS,
  VOTUM_WORD_GRID_MEETING,
  VOTUM_WORD_GRID_TIME,
  VOTUM_WORD_GRID_WHAT_HAPPENED,
  VOTUM_WORD_GRID_FOR,
  VOTUM_WORD_GRID_AGAINST,
  VOTUM_WORD_GRID_ABSTAINED,
  VOTUM_WORD_GRID_BY,
  VOTUM_WORD_GRID_MARK_BEFORE,
  VOTUM_WORD_GRID_MARK_AFTER,

  /* The index of all that is exported */
  VOTUM_WORD_EVERYTHING,            /* {award} */
  VOTUM_WORD_EVERYTHING_LEAD,       /* {when} {n} */
  VOTUM_WORD_EVERYTHING_PUBLIC,
  VOTUM_WORD_EVERYTHING_PUBLIC_LEAD,
  VOTUM_WORD_EVERYTHING_FINALISTS,
  VOTUM_WORD_EVERYTHING_FINALISTS_LEAD,
  VOTUM_WORD_EVERYTHING_CONFIDENTIAL,
  VOTUM_WORD_EVERYTHING_CONFIDENTIAL_LEAD,
  VOTUM_WORD_EVERYTHING_FILE,
  VOTUM_WORD_EVERYTHING_WHAT,
  VOTUM_WORD_EVERYTHING_LANGUAGE,
  VOTUM_WORD_EVERYTHING_SIZE,
  VOTUM_WORD_EVERYTHING_CHECK,
  VOTUM_WORD_EVERYTHING_CHECK_LEAD,
  VOTUM_WORD_EVERYTHING_RECEIPTS_LEAD,
  VOTUM_WORD_EVERYTHING_XML,
  VOTUM_WORD_EVERYTHING_ATTACHMENT,
  VOTUM_WORD_EVERYTHING_TABLES,
  VOTUM_WORD_EVERYTHING_BALLOT,     /* {name} {round} */
  VOTUM_WORD_EVERYTHING_DRAFT,      /* {what} */

  /* Months, January first, and the joint of a list */
  VOTUM_WORD_MONTH_1, VOTUM_WORD_MONTH_2, VOTUM_WORD_MONTH_3, VOTUM_WORD_MONTH_4,
  VOTUM_WORD_MONTH_5, VOTUM_WORD_MONTH_6, VOTUM_WORD_MONTH_7, VOTUM_WORD_MONTH_8,
  VOTUM_WORD_MONTH_9, VOTUM_WORD_MONTH_10, VOTUM_WORD_MONTH_11, VOTUM_WORD_MONTH_12,
  VOTUM_WORD_DATE_FORM,             /* {day} {month} {year} */
  VOTUM_WORD_TIME_FORM,             /* {date} {time} */
  VOTUM_WORD_AND,

  /* The other documents (votum-words-documents.c): the feedback report */
  VOTUM_WORD_FEEDBACK,
  VOTUM_WORD_FEEDBACK_LEAD,         /* {name} */
  VOTUM_WORD_FEEDBACK_WORDS,
  VOTUM_WORD_STRENGTHS,
  VOTUM_WORD_OPPORTUNITIES,
  VOTUM_WORD_SEEN,
  VOTUM_WORD_SEEN_LEAD,
  VOTUM_WORD_OWN_MARKS,
  VOTUM_WORD_OWN_MARKS_LEAD,        /* {min} {max} */
  VOTUM_WORD_FIELD_FULL,            /* {n} */
  VOTUM_WORD_FIELD_MIDDLE,
  VOTUM_WORD_FIELD_NONE,
  VOTUM_WORD_FIELD_SPARSE,
  VOTUM_WORD_OWN_ALONE,
  VOTUM_WORD_OWN_MARK,
  VOTUM_WORD_OWN_RESULT,
  VOTUM_WORD_FIELD,
  VOTUM_WORD_FIELD_LOWEST,
  VOTUM_WORD_FIELD_MEDIAN,
  VOTUM_WORD_FIELD_HIGHEST,
  VOTUM_WORD_FIELD_ITEM,            /* {criterion} {own} {low} {median} {high} */
  VOTUM_WORD_FIELD_ITEM_MIDDLE,     /* {criterion} {own} {median} */
  VOTUM_WORD_FIELD_ITEM_OWN,        /* {criterion} {own} */
  VOTUM_WORD_MEASURES,
  VOTUM_WORD_MEASURES_LEAD,
  VOTUM_WORD_MEASURE,
  VOTUM_WORD_FIGURE,
  VOTUM_WORD_ANSWERS,
  VOTUM_WORD_PERIOD,
  VOTUM_WORD_SOURCE,
  VOTUM_WORD_FEEDBACK_TRUST,

  /* The result list */
  VOTUM_WORD_ALL_FINALISTS,
  VOTUM_WORD_POINTS_GIVEN,
  VOTUM_WORD_POINTS_KEPT,
  VOTUM_WORD_PRIZE_IN_CLASS,        /* {prize} {class} */
  VOTUM_WORD_RECUSAL_CLASS,         /* {name} */
  VOTUM_WORD_NO_REASON,
  VOTUM_WORD_MARK_CHANGED,
  VOTUM_WORD_ROUND_OPENED,          /* {round} {when} */
  VOTUM_WORD_RECEIPT_REPLACES,      /* {item} {n} */
  VOTUM_WORD_RECEIPT_SET_ASIDE,     /* {item} {reason} */
  VOTUM_WORD_RECEIPTS_REFUSED,
  VOTUM_WORD_RESULT_LIST,
  VOTUM_WORD_EMBARGO,               /* {when} */
  VOTUM_WORD_EMBARGO_LEAD,
  VOTUM_WORD_LEADERS_ONLY,
  VOTUM_WORD_POINTS,
  VOTUM_WORD_NAME,
  VOTUM_WORD_OTHER_FINALISTS,
  VOTUM_WORD_RESULT_DECIDED,
  VOTUM_WORD_RESULT_UNDECIDED,

  /* The diploma */
  VOTUM_WORD_DIPLOMA,
  VOTUM_WORD_DIPLOMA_SHARED,

  /* Reveal */
  VOTUM_WORD_REVEAL_FINALISTS,
  VOTUM_WORD_REVEAL_AND_WINNER,
  VOTUM_WORD_REVEAL_WINNER,
  VOTUM_WORD_REVEAL_WINNERS,
  VOTUM_WORD_REVEAL_BLACK,
  VOTUM_WORD_REVEAL_SLIDES,

  /* The deliberation (votum-words-deliberation.c): points of the agenda */
  VOTUM_WORD_POINT_DISAGREEMENT,    /* {name} {criterion} {low} {high} */
  VOTUM_WORD_POINT_ALONE,           /* {name} {criterion} {mark} {low} {high} */
  VOTUM_WORD_POINT_ALONE_ALIKE,     /* {name} {criterion} {mark} {low} */
  VOTUM_WORD_POINT_CELL,            /* {name} {criterion} */
  VOTUM_WORD_POINT_THIN_LEAD,       /* {name} */
  VOTUM_WORD_POINT_SHARED_LEAD,
  VOTUM_WORD_POINT_QUESTION,        /* {name} {question} */
  VOTUM_WORD_POINT_OPEN,
  VOTUM_WORD_POINT_AGREED,
  VOTUM_WORD_POINT_NO_AGREEMENT,
  VOTUM_WORD_POINT_LEFT,

  /* The meeting and its minutes */
  VOTUM_WORD_DELIBERATION,
  VOTUM_WORD_DELIBERATION_LEAD,
  VOTUM_WORD_MINUTES,
  VOTUM_WORD_MEETING,               /* {n} */
  VOTUM_WORD_MEETING_FROM,          /* {begun} */
  VOTUM_WORD_MEETING_TO,            /* {begun} {ended} */
  VOTUM_WORD_CAME,                  /* {name} */
  VOTUM_WORD_LEFT,                  /* {name} */
  VOTUM_WORD_RETURNED,              /* {name} */
  VOTUM_WORD_WENT_OUT,              /* {name} */
  VOTUM_WORD_WENT_OUT_FOR,          /* {name} {what} */
  VOTUM_WORD_PROPOSED,              /* {name} {text} */
  VOTUM_WORD_PROPOSAL,              /* {text} */
  VOTUM_WORD_VOTED,                 /* {text} {votes} {outcome} */
  VOTUM_WORD_VOTED_PLAIN,           /* {votes} {outcome} */
  VOTUM_WORD_DECIDED,               /* {text} */
  VOTUM_WORD_CARRIED,
  VOTUM_WORD_CARRIED_UNANIMOUS,
  VOTUM_WORD_REJECTED,
  VOTUM_WORD_TIED_VOTE,
  VOTUM_WORD_VOTE_WITHDRAWN,
  VOTUM_WORD_VOTE_NO_RESULT,        /* too few votes for the rule */
  VOTUM_WORD_RULE_SUM_OF_JURY,
  VOTUM_WORD_RULE_VOTES_ALIKE,
  VOTUM_WORD_RULE_VOTE_QUORUM,      /* {n} */
  VOTUM_WORD_RULE_VOTE_MAJORITY,    /* {share} */
  VOTUM_WORD_RULE_VOTE_HALF,
  VOTUM_WORD_MINORITY_BY,           /* {names} */
  VOTUM_WORD_ROUND_OWN_RULE,        /* {text} */
  VOTUM_WORD_ROUND_DECIDES,

  VOTUM_N_WORDS,
} VotumWord;

#define VOTUM_N_WORD_LANGS 5

gboolean            votum_words_has_lang    (const char *lang);
const char * const *votum_words_langs       (void);
const char         *votum_words             (const char *lang, VotumWord word);
char               *votum_words_format      (const char *lang, VotumWord word, ...) G_GNUC_NULL_TERMINATED;
char               *votum_words_fill        (const char *template, ...) G_GNUC_NULL_TERMINATED;
char               *votum_words_number      (const char *lang, const char *number);
char               *votum_words_double      (const char *lang, double value, guint decimals);
char               *votum_words_percent     (const char *lang, const char *number);
char               *votum_words_share       (const char *lang, const char *share);
char               *votum_words_date        (const char *lang, const char *iso);
char               *votum_words_date_time   (const char *lang, const char *iso);
char               *votum_words_place       (const char *lang, guint place, gboolean shared);
char               *votum_words_list        (const char *lang, const char * const *items);
char               *votum_words_capitalise  (const char *text);

G_END_DECLS
