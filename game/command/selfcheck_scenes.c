/* selfcheck_scenes.c: the scenes of `backchannel selfcheck`. */
#define _POSIX_C_SOURCE 200809L

#include "command/selfcheck.h"

#include "command/bare_game.h"
#include "core/move.h"
#include "match/say.h"
#include "minister/outside_process.h"
#include "minister/outside_words.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { SEED = 20120507, QUIET_MS = 150, LEAVE_MS = 1000, LONG_LINE = 256 << 10, BOT_SEED = 7 };

static bool wrong(struct selfcheck *c, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static bool wrong(struct selfcheck *c, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(c->why, sizeof c->why, format, arguments);
    va_end(arguments);
    return false;
}

/* ---- talking ---- */

/* Sends a line and frees it. */
static bool send(struct selfcheck *c, char *line)
{
    const bool sent = line != NULL && process_send(c->p, line, strlen(line));
    free(line);
    return sent ||
           wrong(c, "%s", _("it cannot be told anything: it has ended, or closed its input"));
}

/* The next message but logs. */
static bool hear(struct selfcheck *c, int limit, struct words_answer *answer)
{
    const int64_t until = process_clock() + limit;
    const char *line;
    size_t length;
    answer->kind = WORDS_PASSED;
    do {
        switch (process_line(c->p, until, &line, &length)) {
        case PROCESS_LATE:
            return wrong(c, _("it does not answer within %d ms"), limit);
        case PROCESS_LONG:
            return wrong(c, _("it sends a line of more than %d bytes"), PROCESS_LINE_MAX);
        case PROCESS_CLOSED:
            return wrong(c, "%s", _("it has ended, or closed its input or output"));
        case PROCESS_LINE:
            words_read(line, length, answer);
        }
    } while (answer->kind == WORDS_PASSED);
    return answer->kind != WORDS_WRONG || wrong(c, "%s", answer->why);
}

static bool say_hello(struct selfcheck *c)
{
    const struct words_hello hello = { .side = c->sc->actor[c->party].id,
                                       .init_ms = c->limits.init_ms,
                                       .move_ms = c->limits.move_ms,
                                       .line_bytes = PROCESS_LINE_MAX,
                                       .iters = 500,
                                       .bot_seed = BOT_SEED };
    return send(c, words_hello(&hello));
}

/* Starts the program and waits until it is ready. */
static bool begin(struct selfcheck *c)
{
    struct words_answer answer;
    if (process_start(c->path, c->limits.log, &c->p, c->why, sizeof c->why) != NULL) {
        return false;
    }
    return say_hello(c) && hear(c, c->limits.init_ms, &answer) &&
           (answer.kind == WORDS_READY || wrong(c, "%s", _("it moves before it is ready")));
}

/* Ends a scene: whatever was wrong before stays so. */
static bool end(struct selfcheck *c, bool fine)
{
    if (c->p != NULL) {
        process_send(c->p, "{\"t\":\"quit\"}\n", 13);
        process_stop(c->p, c->limits.quit_ms);
        c->p = NULL;
    }
    return fine;
}

/* ---- positions ---- */

/* The first decision of the party at hand that comes after so many random decisions. */
static void position(const struct selfcheck *c, int after, struct view *out)
{
    const uint64_t luck = rng_luck(SEED, 0);
    struct dice dice = { .state = SEED };
    struct state s;
    round_start(c->sc, &s, luck, NULL);
    view_of(c->sc, &s, s.side, out);
    for (int n = 0; !state_over(&s); n++) {
        int moves[MAX_LEGAL];
        const int count = move_legal(c->sc, &s, moves);
        if (s.side == c->party) {
            view_of(c->sc, &s, c->party, out);
            if (n >= after) {
                return;
            }
        }
        round_play(c->sc, &s, moves[dice_roll(&dice, count)], luck, NULL);
    }
}

static char *start_line(const struct selfcheck *c, const struct view *view)
{
    return words_start(c->sc, view, BOT_SEED);
}

static char *decide_line(const struct selfcheck *c, const struct view *view, int id)
{
    return words_decide(c->sc, view, NULL, id, c->limits.move_ms);
}

static bool start_game(struct selfcheck *c, const struct view *view)
{
    return send(c, start_line(c, view));
}

static bool ask(struct selfcheck *c, const struct view *view, int id)
{
    return send(c, decide_line(c, view, id));
}

/* Waits for a legal answer to a question; earlier ones are passed over. */
static bool await(struct selfcheck *c, const struct view *view, int id)
{
    struct words_answer answer;
    do {
        if (!hear(c, c->limits.move_ms, &answer)) {
            return false;
        }
    } while (answer.kind != WORDS_MOVE || (answer.id >= 1 && answer.id < id));
    if (answer.id != id) {
        return wrong(c, _("it answers with the id %" PRId64 ", not %d"), answer.id, id);
    }
    const int move = move_parse(c->sc, state_beat(c->sc, &view->s), answer.move);
    return (move >= 0 && move_is_legal(c->sc, &view->s, move)) ||
           wrong(c, _("it chooses '%.60s', which is not legal"), answer.move);
}

static bool ask_and_await(struct selfcheck *c, const struct view *view, int id)
{
    return ask(c, view, id) && await(c, view, id);
}

/* ---- lines at the edge ---- */

/* A line with something put in behind the first `mark` (in front of the last '}' where that is
 * NULL); frees `line`. */
static char *with(char *line, const char *mark, const char *what)
{
    char *at = line == NULL ? NULL : mark != NULL ? strstr(line, mark) : strrchr(line, '}');
    const size_t room = at != NULL ? strlen(line) + strlen(what) + 1 : 0;
    char *out = at != NULL ? malloc(room) : NULL;
    if (out != NULL) {
        const int before = (int)(at - line) + (mark != NULL ? (int)strlen(mark) : 0);
        snprintf(out, room, "%.*s%s%s", before, line, what, line + before);
    }
    free(line);
    return out;
}

/* A member with so many bytes in it, to be put in front of the last '}'. */
static char *long_member(size_t bytes)
{
    static const char head[] = ",\"x-long\":\"";
    char *out = malloc(sizeof head + bytes + 1);
    if (out != NULL) {
        memcpy(out, head, sizeof head - 1);
        memset(out + sizeof head - 1, 'x', bytes);
        memcpy(out + sizeof head - 1 + bytes, "\"", 2);
    }
    return out;
}

static bool send_long(struct selfcheck *c, char *line)
{
    char *member = long_member(LONG_LINE);
    line = member != NULL ? with(line, NULL, member) : line;
    free(member);
    return send(c, line);
}

/* ---- scenes ---- */

static bool scene_ready(struct selfcheck *c)
{
    return end(c, begin(c));
}

static bool scene_quiet(struct selfcheck *c)
{
    struct view view;
    struct words_answer answer;
    position(c, 0, &view);
    if (!begin(c) || !start_game(c, &view)) {
        return end(c, false);
    }
    if (hear(c, QUIET_MS, &answer) || answer.kind == WORDS_WRONG) {
        return end(c, wrong(c, "%s", _("it speaks without having been asked")));
    }
    c->why[0] = '\0';
    return end(c, ask_and_await(c, &view, 1));
}

static bool scene_once(struct selfcheck *c)
{
    struct view view;
    struct words_answer answer;
    position(c, 0, &view);
    if (!begin(c) || !start_game(c, &view) || !ask_and_await(c, &view, 1)) {
        return end(c, false);
    }
    if (hear(c, QUIET_MS, &answer)) {
        return end(c, wrong(c, "%s", _("it answers a second time")));
    }
    c->why[0] = '\0';
    return end(c, true);
}

static bool scene_ids(struct selfcheck *c)
{
    struct view view;
    position(c, 0, &view);
    return end(c, begin(c) && start_game(c, &view) && ask_and_await(c, &view, 17) &&
                      ask_and_await(c, &view, 18) && ask_and_await(c, &view, 2000000000));
}

/* A question in which only one move is legal. */
static char *only(const struct selfcheck *c, const struct view *view, int id, int move)
{
    char *line = decide_line(c, view, id), name[OUTSIDE_MOVE], legal[OUTSIDE_MOVE + 80];
    char *from = line != NULL ? strstr(line, "\"legal\":[") : NULL;
    char *to = from != NULL ? strstr(from, "],\"clock_ms\"") : NULL;
    move_name(c->sc, move, name, sizeof name);
    snprintf(legal, sizeof legal, "{\"move\":\"%s\",\"family\":\"%s\"}", name,
             words_families[move_family(c->sc, move)]);
    if (to == NULL) {
        free(line);
        return NULL;
    }
    from += strlen("\"legal\":[");
    memmove(from, to, strlen(to) + 1);
    return with(line, "\"legal\":[", legal);
}

static bool scene_legal(struct selfcheck *c)
{
    struct view view;
    position(c, 0, &view);
    int moves[MAX_LEGAL];
    const int count = move_legal(c->sc, &view.s, moves);
    bool fine = begin(c) && start_game(c, &view);
    for (int i = 0; fine && i < count; i++) {
        struct words_answer answer;
        fine = send(c, only(c, &view, i + 1, moves[i])) && hear(c, c->limits.move_ms, &answer);
        if (fine && move_parse(c->sc, state_beat(c->sc, &view.s), answer.move) != moves[i]) {
            fine = wrong(c, _("it chooses '%.60s', which is not in the list"), answer.move);
        }
    }
    return end(c, fine);
}

static bool scene_fields(struct selfcheck *c)
{
    static const char member[] = "\"x-new\":{\"of\":[1,2.5,null,true,\"\\u00e9\"]},";
    struct view view;
    position(c, 0, &view);
    return end(c, begin(c) && send(c, with(start_line(c, &view), "\"t\":\"start\",", member)) &&
                      send(c, with(decide_line(c, &view, 1), "\"id\":1,", member)) &&
                      await(c, &view, 1));
}

static bool scene_messages(struct selfcheck *c)
{
    struct view view;
    position(c, 0, &view);
    return end(c, begin(c) && send(c, strdup("{\"t\":\"x-news\",\"text\":\"rain\"}\n")) &&
                      start_game(c, &view) && send(c, strdup("{\"t\":\"x-news\"}\n")) &&
                      ask_and_await(c, &view, 1));
}

static bool scene_again(struct selfcheck *c)
{
    struct view view, later;
    position(c, 0, &view);
    position(c, 5, &later);
    return end(c, begin(c) && start_game(c, &view) && ask_and_await(c, &view, 1) &&
                      ask_and_await(c, &later, 2) && start_game(c, &view) &&
                      ask_and_await(c, &view, 3));
}

static bool scene_middle(struct selfcheck *c)
{
    struct view view;
    position(c, 12, &view);
    return end(c, begin(c) && start_game(c, &view) && ask_and_await(c, &view, 1));
}

static bool scene_last(struct selfcheck *c)
{
    struct view view, later;
    position(c, 0, &view);
    position(c, 5, &later);
    return end(c,
               begin(c) && start_game(c, &view) && ask(c, &view, 1) && ask_and_await(c, &later, 2));
}

static bool scene_pieces(struct selfcheck *c)
{
    struct view view;
    position(c, 0, &view);
    bool fine = begin(c) && start_game(c, &view);
    char *line = decide_line(c, &view, 1);
    const size_t length = line != NULL ? strlen(line) : 0;
    for (size_t at = 0; fine && at < length; at += length / 3 + 1) {
        const struct timespec pause = { 0, 30000000L };
        const size_t left = length - at, piece = length / 3 + 1;
        fine = process_send(c->p, line + at, left < piece ? left : piece) ||
               wrong(c, "%s", _("it closes its input"));
        nanosleep(&pause, NULL);
    }
    free(line);
    return end(c, fine && await(c, &view, 1));
}

static bool scene_together(struct selfcheck *c)
{
    struct view view;
    position(c, 0, &view);
    char *question = decide_line(c, &view, 1);
    char *both = question != NULL ? with(start_line(c, &view), "\n", question) : NULL;
    free(question);
    if (!begin(c)) {
        free(both);
        return end(c, false);
    }
    return end(c, send(c, both) && await(c, &view, 1));
}

static bool scene_long(struct selfcheck *c)
{
    struct view view;
    position(c, 0, &view);
    return end(c, begin(c) && send_long(c, start_line(c, &view)) &&
                      send_long(c, decide_line(c, &view, 1)) && await(c, &view, 1));
}

/* What does not fit the pipe must be read while the first question is thought about. */
static bool scene_reads(struct selfcheck *c)
{
    struct view view, later;
    position(c, 0, &view);
    position(c, 5, &later);
    return end(c, begin(c) && start_game(c, &view) && ask(c, &view, 1) &&
                      send_long(c, words_event(c->sc, &later, &view)) &&
                      ask_and_await(c, &later, 2));
}

/* The end of a game, played out at random. */
static char *end_line(const struct selfcheck *c)
{
    const uint64_t luck = rng_luck(SEED, 0);
    struct dice dice = { .state = SEED };
    struct state s;
    for (round_start(c->sc, &s, luck, NULL); !state_over(&s);) {
        int moves[MAX_LEGAL];
        const int count = move_legal(c->sc, &s, moves);
        round_play(c->sc, &s, moves[dice_roll(&dice, count)], luck, NULL);
    }
    return words_end(c->sc, &s);
}

static bool scene_next(struct selfcheck *c)
{
    struct view view, later;
    position(c, 0, &view);
    position(c, 5, &later);
    return end(c, begin(c) && start_game(c, &view) && ask_and_await(c, &view, 1) &&
                      send(c, words_event(c->sc, &later, &view)) && send(c, end_line(c)) &&
                      start_game(c, &view) && ask_and_await(c, &view, 2));
}

/* Told to leave, or by the end of its input. */
static bool leaves(struct selfcheck *c, bool told)
{
    if (told && !send(c, words_quit())) {
        return false;
    }
    const enum process_left how = process_stop(c->p, LEAVE_MS);
    c->p = NULL;
    if (how == PROCESS_KILLED) {
        return wrong(c, _("it is still there %d ms later"), LEAVE_MS);
    }
    return !told || how == PROCESS_LEFT ||
           wrong(c, "%s", _("it leaves, but with another exit code than 0"));
}

static bool scene_quit(struct selfcheck *c)
{
    struct view view;
    position(c, 0, &view);
    return end(c,
               begin(c) && start_game(c, &view) && ask_and_await(c, &view, 1) && leaves(c, true));
}

static bool scene_quit_early(struct selfcheck *c)
{
    struct view view;
    position(c, 0, &view);
    return end(c, begin(c) && start_game(c, &view) && ask(c, &view, 1) && leaves(c, true));
}

static bool scene_closed(struct selfcheck *c)
{
    struct view view;
    position(c, 0, &view);
    return end(c,
               begin(c) && start_game(c, &view) && ask_and_await(c, &view, 1) && leaves(c, false));
}

static bool scene_two(struct selfcheck *c)
{
    struct selfcheck other = *c;
    struct view view, theirs;
    position(c, 0, &view);
    other.party = 1 - c->party;
    position(&other, 0, &theirs);
    bool fine = begin(c) && start_game(c, &view);
    const bool both = begin(&other) && start_game(&other, &theirs) && ask(&other, &theirs, 1);
    fine = fine && ask_and_await(c, &view, 1);
    if (!end(&other, both && await(&other, &theirs, 1))) {
        fine = wrong(c, "%s", other.why);
    }
    return end(c, fine);
}

bool selfcheck_games(struct selfcheck *c)
{
    struct minister minister, random;
    char why[200];
    struct outcome outcome;
    const char *refusal = minister_find(c->path, &minister, why, sizeof why);
    refusal = refusal ? refusal : minister_find("random", &random, why, sizeof why);
    refusal = refusal ? refusal : outside_start(&minister, &c->limits, why, sizeof why);
    if (refusal != NULL) {
        return wrong(c, "%s", refusal);
    }
    struct chair chair[MAX_PARTIES] = { chair_init(&random), chair_init(&random) };
    chair[c->party] = chair_init(&minister);
    for (uint64_t game = 0; game < 2; game++) {
        bare_game_play(c->sc, chair, SEED, game, &outcome);
    }
    const bool fine =
        outside_faults(&minister) == 0 || wrong(c, "%s", outside_last_fault(&minister));
    outside_stop(&minister);
    return fine;
}

const struct selfcheck_scene selfcheck_scenes[] = {
    { "ready", N_("starts, and is ready in time"), scene_ready },
    { "quiet", N_("says nothing before it is asked"), scene_quiet },
    { "once", N_("answers a question once"), scene_once },
    { "ids", N_("answers with the id of the question"), scene_ids },
    { "legal", N_("chooses from the list, whatever it holds"), scene_legal },
    { "fields", N_("passes over members it does not know"), scene_fields },
    { "messages", N_("passes over messages it does not know"), scene_messages },
    { "again", N_("starts anew in the middle of a game"), scene_again },
    { "middle", N_("goes on with a game it has not seen begin"), scene_middle },
    { "last", N_("comes to the last question where two are open"), scene_last },
    { "pieces", N_("reads a question that comes in pieces"), scene_pieces },
    { "together", N_("reads messages that come together"), scene_together },
    { "long", N_("reads lines of 256 KiB"), scene_long },
    { "reads", N_("reads what is sent while it thinks"), scene_reads },
    { "next", N_("plays the next game after an end"), scene_next },
    { "quit", N_("leaves when it is told to, with exit code 0"), scene_quit },
    { "quit-early", N_("leaves in the middle of a question too"), scene_quit_early },
    { "closed", N_("leaves when its input is closed"), scene_closed },
    { "two", N_("runs twice at the same time"), scene_two },
    { NULL, NULL, NULL },
};
