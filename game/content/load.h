/* load.h: what the files that read a scenario share; of no use to other layers.
 *
 * Reading goes on after an error, so that an author sees every finding in one pass. Functions that
 * compile something return its index in the scenario, and 0 ("always", "no text", "no change")
 * where it was wrong: that has been reported then. A json_value that is NULL was missing; every
 * function passes over it in silence, because json_require has reported it.
 *
 * Order (load_all in scenario_load.c): load_names collects all ids, so that references may go
 * forward; load_world numbers rounds and beats, load_meters meters and slots, load_move_names moves;
 * the others compile what is left; load_check looks at the whole. */
#ifndef CONTENT_LOAD_H
#define CONTENT_LOAD_H

#include "core/scenario.h"
#include "json/json_check.h"

/* ---- collections ---- */

enum collection {
    PARTIES,
    OTHERS,
    ROUNDS,
    BEATS,
    METERS,
    CULPRITS,
    MOVES,
    AGREEMENTS,
    PROMISES,
    RULES,
    KINDS,
    INCIDENTS,
    MANDATES,
    ENDINGS,
    ADVISERS,
    CHARACTERS,
    SOURCES,
    WORDS,
    FACTS,
    COLLECTIONS
};

enum { COLLECTION_MAX = 256 };

/* The members of a collection in file order; moves by beat first. */
struct table {
    const char *name;                /* the key of the collection */
    const char *one;                 /* what one of its members is called */
    char expected[40];               /* what a reference to one should be */
    const struct json_value *object; /* NULL where it is missing */
    const struct json_value *item[COLLECTION_MAX];
    bool used[COLLECTION_MAX];  /* something refers to it */
    bool named[COLLECTION_MAX]; /* its name stands somewhere, to whatever end */
    bool taken[COLLECTION_MAX]; /* its name means something else where names stand */
    int count;
    bool needed; /* there must be some */
    bool told;   /* of a reference to one that is not there */
};

/* ---- where something stands ---- */

enum own { OWN_NONE, OWN_VICTIM, OWN_SUSPECT, OWN_ANY };

/* What a row, condition or text may name at its place, and what is known there. */
struct scope {
    bool has_case;   /* victim, suspect and the fields of a case mean something */
    enum own own;    /* who own is; OWN_NONE: it means nothing */
    bool truth;      /* the truth of the case is out */
    bool picked;     /* both sides see what was picked */
    bool mover_only; /* that it runs at all is known to own only */
    bool undrawn;    /* of the case, only the victim is known yet */
    bool committed;  /* in a commitment, whose rows make and break none */
    uint8_t kinds;   /* it stands in these kinds of round only, as a set; 0: in any */
};

/* Who must know what a condition reads. */
enum audience { FOR_NOBODY, FOR_BOTH, FOR_OWN, FOR_VICTIM };

/* A place in the file to complain about: a value or its key, or a slot in its text. */
struct spot {
    const struct json_value *value;
    bool key;
    const char *at; /* where in value->string, or NULL */
};

/* ---- what can be read ---- */

enum value_kind {
    VALUE_NUMBER,
    VALUE_FLAG,     /* a number that is 0 or 1 */
    VALUE_IDS,      /* an index into a collection or a list of words */
    VALUE_INCIDENT, /* an index too large for a mask */
    VALUE_FAMILY,   /* of the move in the field */
    VALUE_PUBLIC    /* likewise */
};

enum knowledge {
    KNOWN_ALL,
    KNOWN_OWNER, /* the party whose number it is */
    KNOWN_VICTIM,
    KNOWN_SUSPECT,
    KNOWN_MOVER, /* of the beat; both once the truth is out */
    KNOWN_TRUTH, /* nobody until the truth is out, then both */
    KNOWN_PICK,  /* own until both have chosen, then both */
    KNOWN_NOBODY
};

/* A resolved name. */
struct reading {
    struct ref ref;
    uint8_t kind, knowledge;
    int lo, hi;               /* of a number */
    int ids;                  /* collection, or -1 */
    const char *const *words; /* where ids is -1; `count` of them */
    int count;
    int beat;       /* of VALUE_FAMILY, VALUE_PUBLIC, moves and KNOWN_MOVER; or -1 */
    bool really;    /* a move as it was, not as it looked */
    int meter;      /* or -1 */
    int commitment; /* or -1 */
};

/* Something that was read by what is being compiled. */
struct read {
    struct reading reading;
    const char *name; /* as it is written there */
    struct spot spot;
    bool guarded; /* only where the truth is out: the same condition tests `revealed` */
};
enum { READS_MAX = 256 };

/* ---- names that stand for nothing ---- */

/* A name that nothing has, as load_dangling takes it. */
struct missing {
    struct spot spot;
    const char *code, *message;
    const char *expected; /* or NULL */
    const char *name;     /* as it is written there */
    int part;             /* which part of it, cut at its points, is wrong */
    enum collection set[4];
    int sets; /* where it was looked for */
    const char *const *word;
    size_t words; /* what else it could be */
};
enum { DANGLINGS_MAX = 300 };
/* The same as it is kept. */
struct dangling {
    struct spot spot;
    struct findings *findings;
    char code[8], word[64], message[240], expected[240];
    char suggestion[160]; /* the whole name as it was probably meant, or "" */
    enum collection set[4];
    int sets;
    enum collection collection; /* of what was probably meant; COLLECTIONS: of none */
    int index;
};

/* An object of a condition, with the conjunctions that it became. */
struct condition {
    const struct json_value *object;
    uint16_t first, count;
    uint8_t kinds; /* as in struct scope */
};

/* ---- the reader ---- */

struct translation; /* load_translation.h */

enum { CONSTANTS = 2 * MAX_AMOUNT + 1 };

struct load {
    struct scenario *sc;
    struct findings *findings;
    struct json_checker check;
    const struct json_value *root;
    struct translation *translation; /* notes every text, and gives another; or NULL */
    int errors;                      /* of the findings, when reading began */
    struct table table[COLLECTIONS];
    char *arena_at, *arena_end;
    struct read read[READS_MAX];
    int reads;
    struct condition condition[MAX_WHENS];
    int conditions;
    const struct json_value *test_at[MAX_TESTS]; /* what each test of the scenario was made of */
    const struct json_value *op_at[MAX_OPS];     /* and each operation */
    struct dangling dangling[DANGLINGS_MAX];
    int danglings;
    int hushed; /* names of which nothing is said: what they are to be sought in is missing */
    bool meter_read[MAX_METERS], meter_changed[MAX_METERS];
    bool promised[MAX_COMMITMENTS];
    bool wrong_move[MAX_MOVES]; /* its effects are wrong */
    bool sideless[MAX_METERS];  /* it is named with sides and has none: that has been told */
    bool vague[MAX_METERS];     /* nobody knows who sees it: what it says is wrong */
    bool doubled;               /* some key is used twice: moves are not compared */
    bool traceless;             /* that there is no trace, or no sound one, has been told */
    bool worthless;             /* the score is wrong: nobody is blamed for weighing it */
    bool never;                 /* some condition never holds: what follows from it is not told */
    bool unsorted;              /* some move is of no family */
    bool lost[MAX_MOVES];       /* it names no beat: it is not looked at */
    bool undated;               /* the calendar is wrong: what is counted in it is not */
    bool homeless; /* some kind of round has not the beats it should: then beats are not blamed */
    bool torn[MAX_BEATS]; /* it stands in several kinds of round: who acts in it is not blamed */
    bool astray;          /* a move names no beat: then beats are not blamed for what they lack */
    bool full[8];         /* a limit was reported already; by enum limit */
    uint16_t constant[CONSTANTS]; /* amounts without terms, shared; 0: not made yet */
};

enum limit {
    FULL_ROWS,
    FULL_WHENS,
    FULL_TESTS,
    FULL_OPS,
    FULL_AMOUNTS,
    FULL_TERMS,
    FULL_TEXTS,
    FULL_TAGS
};

/* ---- load_read.c: findings and plain values ---- */

struct spot spot_value(const struct json_value *value);
struct spot spot_key(const struct json_value *value);
/* What stands in its string, from `at` on. */
struct spot spot_in(const struct json_value *value, const char *at);

/* Adds an error or a warning; returns it as findings_add does. */
struct finding *load_error(struct load *load, struct spot spot, const char *code,
                           const char *format, ...) __attribute__((format(printf, 4, 5)));
struct finding *load_warning(struct load *load, struct spot spot, const char *code,
                             const char *format, ...) __attribute__((format(printf, 4, 5)));

/* Says which word was probably meant, unless it is the very word that was wrong here. */
void load_suggest(struct load *load, struct finding *finding, const char *word, const char *meant);

/* Says which name was probably meant, in braces where the spot is a slot. */
void load_suggest_name(struct load *load, struct finding *finding, struct spot spot,
                       const char *name);

/* Adds a finding for a limit of the engine, once for each kind of limit. */
void load_full(struct load *load, const struct json_value *at, enum limit limit, int most,
               const char *what);

/* True where the value is an object that has no keys but those of a list ended by NULL. */
bool load_object(struct load *load, const struct json_value *value, const char *const keys[]);

/* The value of an optional member, or `missing`; a wrong one is reported. */
int load_integer(struct load *load, const struct json_value *object, const char *key, int low,
                 int high, int missing);
bool load_flag(struct load *load, const struct json_value *object, const char *key);
int load_word(struct load *load, const struct json_value *object, const char *key,
              const char *const words[], size_t count, int missing);

/* A pair of integers; false where it is none. */
bool load_pair(struct load *load, const struct json_value *value, int low, int high,
               int16_t pair[2]);

/* A copy of a string that lives as long as the scenario. */
const char *load_copy(struct load *load, const char *string);

/* ---- load_names.c: ids ---- */

void load_names(struct load *load);
/* The index of an id in a collection, or -1 without a finding. Notes that it is named. */
int load_find(struct load *load, enum collection collection, const char *id);
/* Reports an id that no member has; returns the index of the one that was probably meant, or -1. */
int load_unknown_id(struct load *load, enum collection collection, struct spot spot,
                    const char *id);
/* The same for a value that names a member; what is wrong is reported. Marks it as used. */
int load_id(struct load *load, enum collection collection, const struct json_value *value);
/* The id of a member as the scenario keeps it. */
const char *load_item_id(struct load *load, enum collection collection, int index);

/* ---- load_dangling.c ---- */

/* How many errors there are, those kept for later and those that only follow included. */
int load_trouble(const struct load *load);

/* For a member whose key should be an id of a collection and is none: that is reported. Returns the
 * index of what was probably meant, and then the member is found as that; or -1. */
int load_mean(struct load *load, enum collection collection, const struct json_value *member);

/* Keeps a name that stands for nothing, to be reported when all have been read. Returns the index of
 * what was probably meant in its collection, or -1. */
int load_dangling(struct load *load, struct missing missing);
/* Looks at the keys of an object that has something for each party: the others are reported. */
void load_by_parties(struct load *load, const struct json_value *object);
/* Its member for one of them; that it is missing is reported, unless another key stands for it. */
const struct json_value *load_by_party(struct load *load, const struct json_value *object,
                                       const char *party);
/* Reports them all: each where it stands, or those that are named right at what is misspelt. */
void load_report_dangling(struct load *load);
/* From here on names are held against what is defined, which is no longer in doubt itself. */
void load_trust_names(struct load *load);

/* ---- load_built_in.c: names the format itself gives a meaning to ---- */

/* Where a trace can lead: "suspect", "other", "nobody"; families of moves. */
extern const char *const load_froms[FROM_COUNT], *const load_families[FAMILY_COUNT];

enum group { GROUP_SHARED, GROUP_PARTY, GROUP_CASE };
/* What can be read. `ids`: a collection; else `word`s, `hi` of them; else a number. */
struct built_in {
    const char *name;
    uint8_t group, index, kind, knowledge;
    int hi;
    int ids;
    const char *const *word;
};
enum { BUILT_INS = 32 };
extern const struct built_in load_built_ins[BUILT_INS];
/* The one of that name, or NULL. */
const struct built_in *load_built_in(const char *name);
/* True for their names and for the other words that no id may take. */
bool load_is_built_in(const char *name);
/* True for those of them that are numbers, and so can stand in a text. */
bool load_is_number(const char *name);

/* ---- load_ref.c: names of numbers ---- */

/* Resolves a name as it stands in conditions and amounts. False where it is wrong here. */
bool load_reading(struct load *load, const char *name, struct spot spot, struct scope scope,
                  struct reading *out);
/* The same for what an effect changes: a meter. */
bool load_target(struct load *load, const char *name, struct spot spot, struct scope scope,
                 struct reading *out);

/* ---- load_options.c, load_when.c, load_amount.c, load_row.c: the one kind of row ---- */

enum { OPTIONS_MAX = 8 };
/* The tests of which one must hold, for one key of a condition. */
struct options {
    const struct json_value *at;
    struct test test[OPTIONS_MAX];
    int count;
};
/* Fills *out, empty before, from the value of a key that reads `reading`; leaves it empty where
 * the value is wrong. */
void load_options(struct load *load, const struct json_value *value, const struct reading *reading,
                  struct options *out);

/* Reads "40..", "..69" or "3..5"; an open end is INT16_MIN or INT16_MAX. */
bool load_range_text(const char *text, int *lo, int *hi);

/* Notes that what is being compiled reads a number; `name` as written at the spot. */
void load_note(struct load *load, const struct reading *reading, const char *name,
               struct spot spot);
/* Compiles a condition and adds what it reads to load->read. */
uint16_t load_when(struct load *load, const struct json_value *value, struct scope scope);
/* The same, and checks that `audience` knows all it reads. `what` says what it decides. */
uint16_t load_gate(struct load *load, const struct json_value *value, struct scope scope,
                   enum audience audience, const char *what);

struct bounds {
    int low, high; /* of the constant and of min and max */
};
uint16_t load_amount(struct load *load, const struct json_value *value, struct scope scope,
                     struct bounds bounds);
uint16_t load_constant(struct load *load, const struct json_value *at, int number);

/* Where rows stand: their cause and scope. `place` counts on. */
struct site {
    struct scope scope;
    int source; /* enumerated in scenario.h */
    int element;
    int place;
};
/* load_object for a row. Where only "do" is missing around what it should do, load_row tells it. */
bool load_row_object(struct load *load, const struct json_value *value, const char *const keys[]);
/* Appends one row to the scenario; its keys have been looked at. `each`: of its rule. */
void load_row(struct load *load, const struct json_value *value, struct site *site, bool each);
/* A list of rows, or none. */
struct rows load_rows(struct load *load, const struct json_value *list, struct site *site);
extern const char *const load_row_keys[];

/* Habits of scripts: a weight or a list of {when, weight}. */
uint8_t load_habits(struct load *load, const struct json_value *value, struct scope scope,
                    struct habit habit[6]);

/* ---- load_flow.c: who may know what ---- */

/* True where a side may not know some number read from load->read[first_read] on. */
bool load_flow_veiled(const struct load *load, int first_read, struct scope scope);
/* Reports where the target of an effect shows somebody what he may not know. */
void load_flow_change(struct load *load, struct spot spot, const struct reading *target,
                      struct scope scope, int first_read);
/* The same for an effect with viewers of its own: both, the victim or the suspect. */
void load_flow_act(struct load *load, struct spot spot, enum knowledge viewers, struct scope scope,
                   int first_read);
/* Reports what a condition reads from load->read[first_read] on that `audience` may not know. */
void load_flow_gate(struct load *load, int first_read, struct scope scope, enum audience audience,
                    const char *what);
/* Two moves that look alike must do the same wherever the other side can see it. */
void load_flow_alike(struct load *load);

/* ---- load_text.c, load_length.c: sentences ---- */

enum length {
    LENGTH_ANY,
    LENGTH_INCIDENT_TITLE,
    LENGTH_DISPATCH,
    LENGTH_TRACE,
    LENGTH_HEADLINE,
    LENGTH_MOVE_TITLE,
    LENGTH_MOVE_LINE,
    LENGTH_SPOKEN,
    LENGTH_TRUTH,
    LENGTH_ENDING,
    LENGTH_BRIEFING,
    LENGTH_METER_LINE
};
struct voice {
    struct scope scope;
    enum audience audience;
    bool word; /* it is a word itself, and so may hold none */
};

struct phrase load_phrase(struct load *load, const struct json_value *value, struct voice voice,
                          enum length length);
/* An optional text: the member `key` of `text`. */
struct phrase load_text(struct load *load, const struct json_value *text, const char *key,
                        struct voice voice, enum length length);
/* A text that must be there. */
struct phrase load_need(struct load *load, const struct json_value *text, const char *key,
                        struct voice voice, enum length length);
/* The member "text" of an object, checked to have no other keys; a missing one is reported where
 * `needed`. */
const struct json_value *load_texts(struct load *load, const struct json_value *object,
                                    const char *const keys[], bool needed);
void load_length_text(struct load *load, const struct json_value *value, enum length length);
void load_length_total(struct load *load, const struct json_value *value, enum length length);

/* A voice that both sides hear, without own or case. */
struct voice voice_open(void);
/* What one side reads for itself. */
struct voice voice_own(void);

/* ---- load_disposition.c: what somebody is after ---- */

/* Of a character or adviser, from its keys; what they leave out is as in the score. After load_ends,
 * which reads the score. */
struct disposition load_disposition(struct load *load, const struct json_value *value);

/* ---- load_facts.c: facts and what carries them ---- */

enum { FACT_ID_MAX = 12 };
/* A letter, then letters, digits and hyphens. */
bool load_is_fact_id(const char *id);
/* Reads the member "fact" of an element, if it has one; `index`: see struct tag. */
void load_carrier(struct load *load, const struct json_value *value, enum tag_kind kind, int index);
/* The same for a list of facts that stands elsewhere; NULL: none. */
void load_carried(struct load *load, const struct json_value *list,
                  const struct json_value *carrier, enum tag_kind kind, int index);

/* ---- the parts of a scenario ---- */

void load_world(struct load *load);      /* calendar, rounds, beats, severe, roles */
void load_beat_gates(struct load *load); /* conditions of beats, once meters are known */
void load_coach(struct load *load);      /* of beats and rounds, once moves are known, too */
/* Rounds of the calendar with an incident, from one to another, both counted from 1. */
int load_incident_rounds(const struct scenario *sc, int from, int to);
void load_actors(struct load *load);      /* parties, others */
void load_meters(struct load *load);      /* and every slot */
void load_commitments(struct load *load); /* agreements, promises */
void load_move_names(struct load *load);  /* what conditions need to know of moves */
void load_moves(struct load *load);
void load_rules(struct load *load);     /* rules, exposure, settle */
void load_trace(struct load *load);     /* before anything that reads a trace */
void load_culprits(struct load *load);  /* culprits, belief */
void load_incidents(struct load *load); /* kinds, incidents */
void load_ends(struct load *load);      /* mandates, endings, utility, caution, goals */
void load_people(struct load *load);    /* advisers, characters, sources, words, top texts */

void load_facts(struct load *load);
void load_study(struct load *load); /* once all ids are known */

/* ---- load_check.c, load_fair.c, load_hash.c: the whole ---- */

void load_check(struct load *load);
void load_fair(struct load *load);
void load_check_facts(struct load *load); /* after all else: sorts what carries them */
uint64_t load_hash(const struct scenario *sc);

/* Compiles a whole document of `length` bytes, with a translation or NULL; NULL with errors. */
struct scenario *load_compile(const char *name, const struct json_value *root, size_t length,
                              struct translation *translation, struct findings *findings);

/* Somebody who has names of their own to resolve, once a scenario without errors has been read. */
struct load_visitor {
    void (*visit)(void *context, struct load *load);
    void *context;
};
/* The same with a visitor, or NULL. */
struct scenario *load_compile_visited(const char *name, const struct json_value *root,
                                      size_t length, struct translation *translation,
                                      const struct load_visitor *visitor,
                                      struct findings *findings);

#endif
