/* transcript_read.c: from JSON lines back to a match, every line played anew and compared. */
#define _POSIX_C_SOURCE 200809L

#include "match/transcript_line.h"

#include "core/move.h"
#include "json/file.h"
#include "json/json_check.h"
#include "match/say.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { NAME_SIZE = 64, MOST_DECISIONS = 10000 };

struct reader {
    const char *path, *at, *end; /* what is left of the file */
    int line;                    /* number of the line read last */
    struct findings *findings;
    struct json_checker checker;
    char *why;
    size_t size;
    const char *refusal; /* NULL: fine so far */
    const struct scenario *sc;
    struct match *m;
    struct divergence *divergence;
    bool ended; /* the end line has been read */
};

static void refuse(struct reader *r, const char *sentence)
{
    if (r->refusal == NULL) {
        snprintf(r->why, r->size, "%s", sentence);
        r->refusal = r->why;
    }
}

static void refuse_memory(struct reader *r)
{
    r->findings->out_of_memory = true;
    refuse(r, _("There is no memory left to read the transcript."));
}

static void refuse_damaged(struct reader *r)
{
    if (r->findings->out_of_memory) {
        refuse_memory(r);
    } else {
        refuse(r, _("The transcript is damaged or is none at all."));
    }
}

static struct reader reader_init(const char *path, struct findings *findings, char *why, int size)
{
    return (struct reader){ .path = path,
                            .findings = findings,
                            .checker = { .findings = findings,
                                         .wrong_type = "S901",
                                         .out_of_range = "S902",
                                         .unknown_word = "S903",
                                         .unknown_key = "S904",
                                         .missing_key = "S905" },
                            .why = why,
                            .size = (size_t)size };
}

/* Reads the whole file; the bytes are the caller's to free. */
static char *read_bytes(struct reader *r)
{
    size_t length = 0;
    char *bytes = file_read(r->path, TRANSCRIPT_MAX_BYTES, &length, r->findings);
    r->at = bytes;
    r->end = bytes != NULL ? bytes + length : NULL;
    if (bytes == NULL) {
        refuse(r, r->findings->out_of_memory ? _("There is no memory left to read the transcript.")
                                             : _("The transcript cannot be read."));
    }
    return bytes;
}

/* The next line as a document, or NULL after a refusal. The caller frees it. */
static struct json_document *next_line(struct reader *r)
{
    const char *line_end = memchr(r->at, '\n', (size_t)(r->end - r->at));
    if (line_end == NULL) {
        refuse(r, _("The transcript is cut off in the middle of its last line."));
        return NULL;
    }
    const int errors = r->findings->errors;
    struct json_document *document =
        json_read_line(r->path, ++r->line, r->at, (size_t)(line_end - r->at), r->findings);
    r->at = line_end + 1;
    if (document == NULL || r->findings->errors > errors ||
        !json_expect_object(&r->checker, json_root(document))) {
        refuse_damaged(r);
        json_free(document);
        return NULL;
    }
    return document;
}

/* ---- members ---- */

static const char *text_of(struct reader *r, const struct json_value *line, const char *key)
{
    const struct json_value *value = json_require(&r->checker, line, key);
    const char *text = json_expect_string(&r->checker, value, 1, 500);
    if (text == NULL) {
        refuse_damaged(r);
        return "";
    }
    return text;
}

/* A text that is kept in a fixed place. */
static const char *name_of(struct reader *r, const struct json_value *line, const char *key)
{
    const char *name = text_of(r, line, key);
    if (strlen(name) >= NAME_SIZE) {
        refuse(r, _("The transcript has a name in it that is too long."));
        return "";
    }
    return name;
}

static uint64_t number_of(struct reader *r, const struct json_value *line, const char *key,
                          bool (*as)(const struct json_value *, uint64_t *), const char *what)
{
    uint64_t number = 0;
    const struct json_value *value = json_require(&r->checker, line, key);
    if (value != NULL && as(value, &number)) {
        return number;
    }
    if (value != NULL) {
        json_report(r->findings, SEVERITY_ERROR, r->checker.wrong_type, value, "this is not %s",
                    what);
    }
    refuse_damaged(r);
    return 0;
}

static uint64_t plain_of(struct reader *r, const struct json_value *line, const char *key)
{
    return number_of(r, line, key, json_as_uint64, "a whole number from 0 on");
}

/* ---- the first line ---- */

static void read_head(struct reader *r, const struct json_value *line, struct transcript_head *out)
{
    if (strcmp(text_of(r, line, "t"), "game") != 0) {
        refuse(r, _("This is no transcript: its first line is not that of a game."));
        return;
    }
    if (plain_of(r, line, "format") != TRANSCRIPT_FORMAT) {
        refuse(r, _("The transcript has another format than this version of the game reads."));
        return;
    }
    if (plain_of(r, line, "engine") != ENGINE_VERSION) {
        refuse(r, _("The transcript was made with other rules: its engine is another version."));
        return;
    }
    const char *scenario = name_of(r, line, "scenario");
    if (!json_is_id(scenario, strlen(scenario))) {
        refuse(r, _("The transcript does not name its scenario by an id."));
        return;
    }
    snprintf(out->scenario, sizeof out->scenario, "%.63s", scenario);
    out->scenario_hash =
        number_of(r, line, "scenario_hash", json_as_hex64, "a hash of 16 hexadecimal digits");
    out->seed = plain_of(r, line, "seed");
    out->game = plain_of(r, line, "game");
}

const char *transcript_head(const char *path, struct transcript_head *out,
                            struct findings *findings, char *why, int size)
{
    struct reader r = reader_init(path, findings, why, size);
    char *bytes = read_bytes(&r);
    struct json_document *line = bytes != NULL ? next_line(&r) : NULL;
    if (line != NULL) {
        read_head(&r, json_root(line), out);
    }
    json_free(line);
    free(bytes);
    return r.refusal;
}

const char *transcript_place(const char *path, char *why, int size)
{
    struct stat status;
    if (lstat(path, &status) != 0 || !S_ISREG(status.st_mode) || status.st_size == 0) {
        return NULL; /* nothing is lost there; what else is wrong with it, file_save says */
    }
    struct transcript_head head;
    struct findings findings = findings_init();
    const char *refusal = transcript_head(path, &head, &findings, why, size);
    if (findings.out_of_memory) {
        refusal = transcript_no_memory();
    } else if (refusal != NULL) {
        snprintf(why, (size_t)size, _("%.120s is not written over: it is no game of this version."),
                 path);
    }
    findings_clear(&findings);
    return refusal;
}

/* Puts whoever is named in a chair. A minister that is not known here keeps its name. */
static void seat(struct match *m, int party, const char *name)
{
    struct minister minister = { .choose = NULL };
    char why[200];
    if (strcmp(name, "person") == 0) {
        return;
    }
    if (minister_for(match_scenario(m), name, &minister, why, sizeof why) != NULL) {
        minister = (struct minister){ .choose = NULL };
        snprintf(minister.name, sizeof minister.name, "%.*s", MINISTER_NAME - 1, name);
    }
    match_seat(m, party, &minister);
}

static void seat_all(struct reader *r, const struct json_value *line)
{
    const struct json_value *seats = json_require(&r->checker, line, "seats");
    if (!json_expect_object(&r->checker, seats)) {
        refuse_damaged(r);
        return;
    }
    for (int party = 0; party < MAX_PARTIES; party++) {
        seat(r->m, party, name_of(r, seats, r->sc->actor[party].id));
    }
}

/* A game that left another one at a decision. */
static void read_branch(struct reader *r, const struct json_value *line)
{
    const struct json_value *branch = json_member(line, "branch");
    if (branch == NULL || r->refusal != NULL) {
        return;
    }
    if (!json_expect_object(&r->checker, branch)) {
        refuse_damaged(r);
        return;
    }
    const uint64_t from = plain_of(r, branch, "from");
    const uint64_t hash =
        number_of(r, branch, "hash", json_as_hex64, "a hash of 16 hexadecimal digits");
    const uint64_t rules =
        json_member(branch, "rules") == NULL
            ? 0
            : number_of(r, branch, "rules", json_as_hex64, "a hash of 16 hexadecimal digits");
    if (r->refusal == NULL && (from < 1 || from > MOST_DECISIONS)) {
        refuse(r, _("The transcript branches at a decision that there cannot be."));
    }
    if (r->refusal == NULL) {
        match_mark_branch(r->m, (int)from, hash);
        match_mark_rules(r->m, rules);
    }
}

/* ---- comparing ---- */

/* Compares a recorded line with the replayed one, which is freed. */
static void hold_against(struct reader *r, const struct json_value *recorded, char *replayed)
{
    struct json_document *document =
        replayed == NULL ? NULL
                         : json_read_line("replay", 1, replayed, strlen(replayed), r->findings);
    if (document == NULL) {
        refuse_memory(r);
    } else {
        transcript_compare(recorded, json_root(document), r->divergence);
    }
    json_free(document);
    free(replayed);
}

static void diverge(struct reader *r, const char *field, const char *recorded, const char *replayed)
{
    r->divergence->found = true;
    snprintf(r->divergence->field, sizeof r->divergence->field, "%s", field);
    snprintf(r->divergence->recorded, sizeof r->divergence->recorded, "%s", recorded);
    snprintf(r->divergence->replayed, sizeof r->divergence->replayed, "%s", replayed);
}

/* ---- the other lines ---- */

/* Is it a move of any beat? */
static bool is_move(const struct scenario *sc, const char *name)
{
    for (int i = 0; i < sc->beats; i++) {
        if (move_parse(sc, i, name) >= 0) {
            return true;
        }
    }
    return false;
}

/* The recorded move, or -1 after a refusal or divergence. */
static int find_move(struct reader *r, const struct json_value *line)
{
    const struct state *now = match_now(r->m);
    const char *beat = text_of(r, line, "beat");
    const char *name = text_of(r, line, "move");
    const int at = state_beat(r->sc, now);
    if (r->refusal != NULL) {
        return -1;
    }
    if (strcmp(beat, r->sc->beat[at].id) != 0) {
        diverge(r, "beat", beat, r->sc->beat[at].id);
        return -1;
    }
    const int move = move_parse(r->sc, at, name);
    if (move < 0 && !is_move(r->sc, name)) {
        refuse(r, _("The transcript names a move that the scenario does not have."));
    } else if (move < 0 || !move_is_legal(r->sc, now, move)) {
        diverge(r, "move", name, _("not allowed now"));
        return -1;
    }
    return move;
}

static void read_move(struct reader *r, const struct json_value *line)
{
    r->divergence->number = match_steps(r->m) + 1;
    if (match_over(r->m)) {
        diverge(r, "t", "move", "end");
        return;
    }
    const int move = find_move(r, line);
    const char *by = name_of(r, line, "by");
    if (move < 0 || r->refusal != NULL) {
        return;
    }
    const char *refusal = match_play(r->m, move, by);
    if (refusal != NULL) { /* of a move that may be made: memory is out */
        r->findings->out_of_memory = true;
        refuse(r, refusal);
        return;
    }
    hold_against(r, line, transcript_line_record(r->m, match_records(r->m) - 1));
}

static void read_undo(struct reader *r, const struct json_value *line)
{
    const uint64_t to = plain_of(r, line, "to");
    if (r->refusal != NULL) {
        return;
    }
    if (to < 1 || to > (uint64_t)match_steps(r->m)) {
        refuse(r, _("The transcript takes back a decision that was never made."));
        return;
    }
    r->divergence->number = (int)to;
    if (!match_rewind(r->m, (int)to)) {
        refuse_memory(r);
        return;
    }
    hold_against(r, line, transcript_line_record(r->m, match_records(r->m) - 1));
}

static void read_end(struct reader *r, const struct json_value *line)
{
    r->divergence->number = match_steps(r->m);
    r->ended = true;
    if (match_over(r->m)) {
        hold_against(r, line, transcript_line_end(r->m));
    } else {
        diverge(r, "t", "end", "move");
    }
}

static void read_line(struct reader *r, const struct json_value *line)
{
    static const char *const types[] = { "move", "undo", "end" };
    if (r->ended) {
        refuse(r, _("The transcript goes on after its end."));
        return;
    }
    switch (json_expect_word(&r->checker, json_require(&r->checker, line, "t"), types, 3)) {
    case 0:
        read_move(r, line);
        break;
    case 1:
        read_undo(r, line);
        break;
    case 2:
        read_end(r, line);
        break;
    default:
        refuse_damaged(r);
    }
}

/* What was changed in the rules is taken as it is said: the hash has told that these are they. */
static void read_set(struct reader *r, const struct json_value *line)
{
    const struct json_value *set = json_member(line, "set");
    struct json_writer w = json_writer_init();
    if (set == NULL || set->type != JSON_OBJECT) {
        return;
    }
    json_write_value(&w, set);
    char *text = json_writer_finish(&w);
    if (text == NULL || !match_change(r->m, text)) {
        refuse_memory(r);
    }
    free(text);
}

static void read_game(struct reader *r, const struct json_value *line)
{
    struct transcript_head head = { .seed = 0 };
    read_head(r, line, &head);
    if (r->refusal == NULL && head.scenario_hash != r->sc->hash) {
        refuse(r, _("The transcript belongs to another scenario, or to another version of it: the "
                    "rules have a different hash."));
    }
    if (r->refusal != NULL) {
        return;
    }
    r->m = match_new(r->sc, head.seed, head.game);
    if (r->m == NULL) {
        refuse_memory(r);
        return;
    }
    seat_all(r, line);
    read_set(r, line);
    read_branch(r, line);
    if (r->refusal == NULL) {
        hold_against(r, line, transcript_line_game(r->m));
    }
}

/* The state in which a branch begins is the one it was taken from. */
static void check_branch(struct reader *r)
{
    uint64_t hash;
    const int number = match_branched(r->m, &hash);
    if (number == 0 || match_records(r->m) != number - 1 || match_hash(r->m) == hash) {
        return;
    }
    char recorded[20], replayed[20];
    snprintf(recorded, sizeof recorded, "%016llx", (unsigned long long)hash);
    snprintf(replayed, sizeof replayed, "%016llx", (unsigned long long)match_hash(r->m));
    r->divergence->number = number - 1;
    diverge(r, "branch.hash", recorded, replayed);
}

/* The whole of what a game shares with the one it left must be there. */
static void check_end(struct reader *r)
{
    uint64_t hash;
    if (match_over(r->m) && !r->ended) {
        refuse(r, _("The transcript is cut off: the line that ends the game is missing."));
    } else if (match_records(r->m) < match_branched(r->m, &hash) - 1) {
        refuse(r, _("The transcript is cut off before the decision at which it branches."));
    }
}

static void read_all(struct reader *r)
{
    while (r->refusal == NULL && !r->divergence->found && (r->line == 0 || r->at < r->end)) {
        struct json_document *line = next_line(r);
        if (line == NULL) {
            return;
        }
        if (r->line == 1) {
            read_game(r, json_root(line));
        } else {
            read_line(r, json_root(line));
        }
        json_free(line);
        if (r->refusal == NULL && !r->divergence->found) {
            check_branch(r);
        }
    }
    if (r->refusal == NULL && !r->divergence->found) {
        check_end(r);
    }
}

const char *transcript_read(const char *path, const struct scenario *sc, struct match **out,
                            struct divergence *divergence, struct findings *findings, char *why,
                            int size)
{
    struct reader r = reader_init(path, findings, why, size);
    r.sc = sc;
    r.divergence = divergence;
    *divergence = (struct divergence){ .found = false };
    char *bytes = read_bytes(&r);
    if (bytes != NULL) {
        read_all(&r);
    }
    free(bytes);
    if (r.refusal != NULL) {
        match_free(r.m);
        r.m = NULL;
    }
    *out = r.m;
    return r.refusal;
}
