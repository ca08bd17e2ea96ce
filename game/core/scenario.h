/* scenario.h: the read-only content of a game, compiled for play.
 *
 * The content layer fills a struct scenario from JSON; nothing changes it afterwards. Every id
 * of the file has become a small index in file order, every condition a list of tests and every
 * effect a list of operations on numbered slots (rule.h), so that play never sees a string. Texts
 * lie beside the rules and are read by front ends only. Nothing here knows any country, meter or
 * move by name: renaming every id of a scenario changes no game. */
#ifndef CORE_SCENARIO_H
#define CORE_SCENARIO_H

#include "core/compiled.h"
#include "core/limits.h"
#include "core/rule.h"

#include <stdbool.h>
#include <stdint.h>

/* Slots the engine itself keeps; the scenario's meters and commitments follow. Party slots are
 * pairs: the second party's number is the next slot. */
enum slot {
    SLOT_ROUND,        /* 1 .. rounds */
    SLOT_ACT,          /* 1 ..; a new act begins after each round of the kind that closes one */
    SLOT_CALENDAR,     /* kind of this round */
    SLOT_AGREEMENTS,   /* agreements in force */
    SLOT_SIGNED,       /* agreements signed in this round */
    SLOT_SEVERE,       /* 1 once the severe incident has come */
    SLOT_REPEATED,     /* 1 while a move is applied that its side also made last time in this act */
    SLOT_ENDING,       /* ending reached, or NONE */
    SLOT_PICKED,       /* pair: clauses picked in this round (a count); hidden until both chose */
    SLOT_MANDATE = 10, /* pair: the private mandate */
    SLOT_VICTIMS = 12, /* pair: incidents suffered */
    SLOT_QUIET = 14,   /* pair, hidden: rounds as suspect since last guilty, 0..3, starts at 1 */
    SLOT_FAMILY = 16,  /* pair: family of the last move seen; starts at FAMILY_COOPERATE */
    SLOT_FAMILY_BEFORE = 18, /* pair: and of the one before */
    SLOT_STREAK = 20,        /* incidents in a row that struck the same side */
    SLOT_STRUCK = 21,        /* pair: 1 for the victim of the incident at hand */
    SLOT_FIRST_METER = 23
};

/* Fields of a case: one incident and all that was said and done about it. */
enum field {
    FIELD_ROUND,
    FIELD_ACT,
    FIELD_VICTIM, /* party index */
    FIELD_INCIDENT,
    FIELD_KIND,
    FIELD_SEVERITY,
    FIELD_SEVERE,  /* 0 or 1 */
    FIELD_CULPRIT, /* hidden until revealed, like the next two */
    FIELD_GUILTY,
    FIELD_FROM,       /* enum from */
    FIELD_CONFIDENCE, /* of the trace; known to the victim, like the traces */
    FIELD_TRACES,     /* independent traces taken: 1, or 2 after a second look */
    FIELD_TRACE,      /* tier 0 of trace 0; then tier 1 of trace 0, tier 0 of trace 1, ... */
    FIELD_TRACE_END = FIELD_TRACE + 2 * MAX_TIERS,
    FIELD_FILE = FIELD_TRACE_END, /* known to the suspect: 1 'us', 0 'not us that we know' */
    FIELD_CHECKED,                /* known to the suspect: the file is certain */
    FIELD_SEEN,                   /* by place of the beat in its round: the move as it looked */
    FIELD_REAL = FIELD_SEEN + MAX_ROUND_BEATS,     /* and as it was; known to its mover */
    FIELD_REVEALED = FIELD_REAL + MAX_ROUND_BEATS, /* round in which the truth came out, or 0 */
    FIELD_WORD,                                    /* enum word */
    FIELD_COUNT
};

enum from { FROM_SUSPECT, FROM_OTHER, FROM_NOBODY, FROM_COUNT };
enum word { WORD_SILENT, WORD_OPEN, WORD_STRAIGHT, WORD_FALSE }; /* a suspect's stamp */
enum family { FAMILY_COOPERATE, FAMILY_ACCUSE, FAMILY_DENY, FAMILY_COUNT };
enum see { SEE_ALL, SEE_OWN, SEE_NONE };

/* A sentence with its variants. */
struct phrase {
    uint16_t first;
    uint8_t count;
};
struct text {
    uint16_t when;
    bool plain;       /* has no condition of its own: plain variants take turns */
    const char *utf8; /* may hold {slots} */
};

/* A word of an actor for {role.key}, such as suspect.capital. */
struct actor {
    const char *id;
    struct phrase title; /* the office */
    struct phrase country;
    struct phrase capital;
    struct phrase adjective;
    uint32_t color[2]; /* 0xRRGGBB on dark, on light; parties only */
};

struct mark {
    int16_t at;
    struct phrase title;
};

enum shown { SHOWN_NOT, SHOWN_TABLE, SHOWN_SIDE };

struct meter {
    const char *id;
    bool party;  /* a number for each party, in slot and slot + 1 */
    uint8_t see; /* enum see */
    uint8_t slot;
    int16_t lo, hi;
    uint8_t starts[MAX_PARTIES]; /* drawn from these, each as likely; shared: the first list */
    int16_t start[MAX_PARTIES][MAX_STARTS];
    bool apart;  /* the parties' lists are not the same */
    bool curved; /* gains times (gain[0] + gain[1] * value) / 100, losses likewise */
    int16_t gain[2], loss[2];
    bool act;      /* back to its (first) start when a new act begins */
    uint8_t shown; /* enum shown */
    int8_t good;   /* +1: more is better for its side, -1: less is, 0: neither */
    struct phrase title;
    struct phrase line; /* what it counts, what moves it, what it decides */
    uint8_t marks, bands;
    struct mark mark[6]; /* ticks on the scale */
    struct mark band[6]; /* words for values up to `at` */
};

enum by { BY_VICTIM, BY_SUSPECT, BY_BOTH };

struct beat {
    const char *id;
    uint8_t by;
    uint8_t round_kind;
    uint8_t place; /* in its round */
    uint16_t when; /* skipped in rounds where this fails; reads shared numbers only */
    uint8_t pick;  /* > 0: a move is a set of up to so many agreements */
    bool secret;   /* what is chosen is never shown to the other side */
    uint8_t first_move, moves;
    uint8_t fallback; /* the move with "default": true */
    struct phrase title;
    struct phrase coach; /* said to the side that decides */
};

struct round_kind {
    const char *id;
    uint8_t beats;
    uint8_t beat[MAX_ROUND_BEATS];
    bool incident; /* an incident arrives: its beats have victim and suspect */
    bool closes;   /* the act ends with it */
    struct phrase title;
    struct phrase coach; /* said to either side in the morning after it */
};

/* How likely a script is to take a move among those of its family: the first that holds. */
struct habit {
    uint16_t when;
    uint8_t weight;
};

struct move {
    const char *id;
    uint8_t beat;
    uint8_t family;
    uint8_t seen_as; /* itself, or the move it appears as */
    bool again;      /* the beat stays open afterwards; once a round */
    bool open;       /* public: printed, heard at home */
    bool each;       /* stands for the sets of agreements of a beat with `pick` */
    uint16_t when;   /* gate, read by its own side */
    bool claims;     /* says something that can prove true or false ... */
    uint16_t says;   /* ... which is this, tested when the truth comes out */
    struct rows now, revealed;
    uint8_t habits;
    struct habit habit[6];
    struct phrase title, line, because[2]; /* as the mover's side reads it, as the other does */
    struct phrase speech;                  /* what is said across the table */
    struct phrase secretly; /* title of the private form, for moves that look alike */
};

struct commitment {
    const char *id;
    bool promise;      /* given by one side, by a move; else an agreement, signed by both */
    uint8_t slot, age; /* 1 while in force; rounds since. Pairs for a promise */
    uint8_t due;       /* rounds after which it lapses unless kept; 0: stands */
    uint8_t needs;     /* another commitment it rests on, or NONE */
    uint16_t when;     /* gate of an agreement */
    bool can_keep, can_break;
    /* A promise's are looked at after every beat of an incident, with own = its giver. An
     * agreement's breach likewise; whether it is kept is asked once, when it comes due. */
    uint16_t kept_when, broken_when;
    struct rows signing, upkeep, kept, broken, lapsed;
    uint8_t habits;
    struct habit habit[6];
    struct phrase title, line;
};

/* A factor of a culprit's weight: a constant (levels == 0), or a table by a number's value. */
struct times {
    struct ref ref;
    uint8_t levels;
    int16_t value[MAX_LEVELS];
};

struct culprit {
    const char *id;
    uint8_t from;
    bool guilty;
    int16_t file; /* per cent: the suspect's file says 'us' */
    uint8_t times;
    struct times by[MAX_TIMES];
    struct phrase title, plural;
};

struct tier {
    bool culprit;                     /* names a culprit class; else where it came from */
    int16_t accuracy[MAX_CONFIDENCE]; /* per cent right; else one of the others, evenly */
    struct phrase title;
};

struct kind {
    const char *id;
    struct phrase title;
    struct phrase speech[MAX_MOVES]; /* what is said about incidents of this kind, by move */
};

struct incident {
    const char *id;
    uint8_t kind;
    int16_t severity[2];
    int16_t weight;
    uint16_t when;
    bool once, severe;
    int16_t culprit[MAX_CULPRITS];
    const char *ref, *claim;
    const char *facts; /* "F31 F41" */
    struct phrase title, dispatch, trace[MAX_CONFIDENCE], home, abroad, truth[MAX_CULPRITS];
    struct phrase speech[MAX_MOVES]; /* where the kind's general answer would not fit */
};

/* Belief about a hidden number that weighs culprits (see belief.h in the minister layer). */
struct opacity {
    struct ref ref; /* party slot, who = WHO_SUSPECT */
    uint8_t levels;
    int16_t prior[MAX_PARTIES][MAX_LEVELS]; /* by suspect */
    bool quiet;                             /* it is SLOT_QUIET, whose law is known */
    int16_t keep;   /* per cent that survive the close of an act; the rest is prior again */
    uint64_t shift; /* answers after which `share` per cent are thought one level lower */
    int16_t share;
};

struct mandate {
    const char *id;
    uint16_t kept;
    int16_t utility;
    struct phrase title, line;
};

struct ending {
    const char *id;
    bool last; /* looked for after the last round only */
    bool ruin;
    uint16_t when;
    int16_t utility[MAX_PARTIES];
    struct phrase title, text;
};

struct rule {
    const char *id;
    struct phrase because;
};

struct goal {
    uint16_t when;
    struct phrase title;
};

struct source_note {
    const char *id;
    struct phrase title, note;
};

/* What somebody is after, seen against the score: the score itself is 100 per cent of everything,
 * no price, no suspicion, and patience 100. */
enum { MAX_SCORED = 16 }; /* terms of a utility */
struct disposition {
    int16_t ending, mandate;  /* per cent of what endings and the mandate count */
    int16_t term[MAX_SCORED]; /* and of each term of scenario->utility */
    int16_t lie;              /* what a false word of its own costs it, in tenths of a point */
    int16_t suspicion;        /* per cent by which it raises the odds that the other side did it */
    int16_t patience;         /* per cent: how likely it thinks that each round has a next one */
};
extern const struct disposition disposition_score;

struct character {
    const char *id;
    struct phrase title, line, manner;
    struct disposition disposition;
};

/* An adviser is after something, and speaks one sentence a family and beat. */
struct adviser {
    const char *id;
    struct disposition disposition;
    struct phrase title;
    struct phrase line[MAX_BEATS][FAMILY_COUNT];
};

/* A figure that `study` is to find within lo and hi. Plays no part in play. */
struct bar {
    const char *name; /* "endings.planner.accord" */
    bool none;        /* the figure is held to nothing */
    int16_t lo, hi;   /* INT16_MIN, INT16_MAX: open */
};

/* A fact of the report behind the scenario, and the part it plays. */
enum fact_role { FACT_RULE, FACT_CARD, FACT_SETTING, FACT_EDITORIAL, FACT_ROLES };
struct fact {
    const char *id;
    uint8_t role;
    struct phrase text, note; /* one sentence; for editorial ones how the writer kept it */
};

/* An element that carries a fact. */
enum tag_kind {
    TAG_ROW,
    TAG_RULE,
    TAG_MOVE,
    TAG_AGREEMENT, /* index: commitment; likewise of a promise */
    TAG_PROMISE,
    TAG_METER,
    TAG_CULPRIT,
    TAG_TRACE,
    TAG_TIER,
    TAG_BELIEF, /* index: opacity */
    TAG_KIND,
    TAG_INCIDENT,
    TAG_ENDING,
    TAG_MANDATE,
    TAG_SETTLE,
    TAG_ROUND,
    TAG_BEAT,
    TAG_PARTY, /* index: actor; likewise of a third one */
    TAG_OTHER,
    TAG_ADVISER,
    TAG_CHARACTER,
    TAG_SOURCE,
    TAG_TEXT, /* a variant of some sentence */
    TAG_KINDS
};
struct tag {
    uint8_t fact;
    uint8_t kind;   /* enum tag_kind */
    uint16_t index; /* of the element among its like */
    int line, column;
    char *pointer; /* JSON pointer; freed by the content layer */
};

/* What a party sees of some numbers: number & keep, | instead. By scenario_compile(). */
struct slot_sight {
    int16_t keep[MAX_SLOTS], instead[MAX_SLOTS];
};
struct case_sight { /* FIELD_REAL is seen as FIELD_SEEN where it is not kept */
    int16_t keep[FIELD_COUNT], instead[FIELD_COUNT];
};

struct scenario {
    const char *id;
    uint64_t hash; /* of the compiled rules, without texts */
    struct phrase title, subtitle, briefing, aim, disclaimer;

    int actors; /* the two parties, then third actors */
    struct actor actor[MAX_PARTIES + 4];

    int rounds;
    uint8_t calendar[MAX_ROUNDS];
    struct phrase date[MAX_ROUNDS];
    struct phrase dated[MAX_ROUNDS]; /* "on Monday"; left out: "in" and the date */
    int round_kinds;
    struct round_kind round_kind[MAX_ROUND_KINDS];
    int beats;
    struct beat beat[MAX_BEATS];
    int severe_from, severe_to; /* rounds, 1-based; 0: none */
    int role_streak, role_share;
    int role_orders;
    uint8_t role_order[MAX_ROUNDS]; /* victims of the first `role_orders` incidents */

    int slots;
    uint8_t slot_meter[MAX_SLOTS]; /* meter of a slot, or NONE */
    int meters;
    struct meter meter[MAX_METERS];
    int moves;
    struct move move[MAX_MOVES];
    int commitments;
    struct commitment commitment[MAX_COMMITMENTS];
    uint8_t agreement[MAX_SET]; /* the commitments a pick chooses from, in file order */
    int agreements;
    int culprits;
    struct culprit culprit[MAX_CULPRITS];
    int16_t confidence[MAX_CONFIDENCE]; /* weights of low, medium, high */
    int tiers;
    struct tier tier[MAX_TIERS];
    int opacities;
    struct opacity opacity[2];
    int kinds;
    struct kind kind[MAX_KINDS];
    int incidents;
    struct incident incident[MAX_INCIDENTS];
    int rules;
    struct rule rule[MAX_RULES];
    struct rows moment[MOMENT_COUNT];
    struct rows exposure; /* chance that an open case comes out in the morning: sum over rows */
    int settle_kind;      /* kind of round at whose start open cases are settled, or NONE */
    int settle_count;
    bool settle_act; /* only cases of the act */
    int mandates;
    struct mandate mandate[MAX_MANDATES];
    int endings;
    struct ending ending[MAX_ENDINGS];
    uint16_t utility;    /* amount, in tenths of a point, for own */
    uint16_t caution[2]; /* whens for scripts: prudent, and only when it is grave */
    int goals;
    struct goal goal[6];
    int advisers;
    struct adviser adviser[3];
    int characters;
    struct character character[8];
    int notes;
    struct source_note note[64];
    int words;
    struct {
        const char *id;
        struct phrase phrase;
    } word[8]; /* {channel} and its like */

    int bars;
    struct bar bar[MAX_BARS];

    int facts;
    struct fact fact[MAX_FACTS];
    int tags;
    struct tag tag[MAX_TAGS]; /* in the order of the file */

    struct row row[MAX_ROWS];
    struct when when[MAX_WHENS];
    struct test test[MAX_TESTS];
    struct op op[MAX_OPS];
    struct amount amount[MAX_AMOUNTS];
    struct term term[MAX_TERMS];
    struct text text[MAX_TEXTS];
    int n_rows, n_whens, n_tests, n_ops, n_amounts, n_terms, n_texts;
    struct compiled compiled;
    struct slot_sight slot_sight[MAX_PARTIES];           /* by party */
    struct case_sight case_sight[MAX_ROUND_KINDS][2][2]; /* by its round, victim?, revealed? */
    char *arena; /* owns every string; freed by the content layer */
};

/* Fills `compiled` from the rest and makes tests ready to run; the content layer calls it when all
 * else is in place. */
void scenario_compile(struct scenario *sc);

/* Index by id, or -1. */
int scenario_party(const struct scenario *sc, const char *id);
int scenario_move(const struct scenario *sc, int beat, const char *id);
int scenario_meter(const struct scenario *sc, const char *id);
int scenario_character(const struct scenario *sc, const char *id);

/* The first of the texts of a phrase as it stands in the file, or "": for titles and the like, which
 * have neither slots nor conditions. */
const char *scenario_plain(const struct scenario *sc, struct phrase phrase);

/* The beat at place `place` of round `round` (1-based), or -1 past its end. */
static inline int scenario_beat(const struct scenario *sc, int round, int place)
{
    return sc->compiled.beat_at[round - 1][place];
}

#endif
