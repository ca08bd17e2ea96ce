/* load: finding, reading, refusing. */
#define _POSIX_C_SOURCE 200809L

#include "window/load.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "content/scenario_find.h"
#include "content/scenario_load.h"
#include "content/scenario_texts.h"
#include "match/save_place.h"
#include "match/say.h"
#include "match/shown.h"
#include "minister/outside.h"
#include "match/transcript.h"
#include "minister/minister.h"

enum { FINE = 0, WRONG = 2, MACHINE = 3, OUT_OF_MEMORY = 4 };

/* Prints findings; `code`, or that of a lack of memory. */
static int told(struct findings *findings, int code)
{
    if (findings->out_of_memory || !findings_print_text(findings, stderr)) {
        fputs(_("backchannel-window: out of memory\n"), stderr);
        code = OUT_OF_MEMORY;
    }
    findings_clear(findings);
    return code;
}

int load_told(struct findings *findings, bool fine)
{
    return told(findings, fine ? FINE : WRONG);
}

/* Says what is not in the language in force. */
static int tell_language(const char *path, bool asked, bool found)
{
    const enum say_of of = say_of(found);
    if (of == SAY_NEITHER && asked) {
        char languages[100];
        scenario_list_languages(path, languages, sizeof languages);
        (void)shown_print(
            stderr,
            _("backchannel-window: --lang %s: neither the program nor the scenario is translated "
              "into it; the scenario can be read in %s\n%s\n"),
            say_language(), languages, _("See: backchannel-window --help"));
        return WRONG;
    }
    if (say_half(of) != NULL) {
        (void)shown_print(stderr, say_half(of), say_language());
    }
    return FINE;
}

int load_scenario(const char *name, bool asked, struct scenario **out)
{
    struct findings findings = findings_init();
    bool found = false;
    char *path = scenario_find(name, &findings);
    *out = path != NULL ? scenario_load_in(path, say_language(), &found, &findings) : NULL;
    int code = told(&findings, *out != NULL ? FINE : WRONG);
    if (code == FINE) {
        code = tell_language(path, asked, found);
    }
    free(path);
    return code;
}

/* ---- saved games ---- */

static int refuse(const char *path, const char *sentence, struct findings *findings)
{
    const int code = told(findings, WRONG);
    (void)shown_print(stderr, "backchannel-window: %s: %s\n", path, sentence);
    return code;
}

static const char *diverged(const struct divergence *d, char *why, int size)
{
    snprintf(why, (size_t)size,
             _("It cannot be gone on with: at decision %d the record of %s differs from what the "
               "rules make of it now."),
             d->number, d->field);
    return why;
}

/* Reads a game of a scenario; a divergence is a refusal. */
static const char *read_game(const char *path, const struct scenario *sc, struct match **match,
                             struct findings *findings, char *why, int size)
{
    struct divergence divergence = { .found = false };
    const char *refusal = transcript_read(path, sc, match, &divergence, findings, why, size);
    if (refusal == NULL && divergence.found) {
        match_free(*match);
        *match = NULL;
        refusal = diverged(&divergence, why, size);
    }
    return refusal;
}

/* The path of the scenario whose id a transcript has: the file of that name beside it, or the one
 * found by id; malloc'ed, or NULL with a finding. */
static char *scenario_beside(const char *path, const char *id, struct findings *findings)
{
    char beside[4096];
    const char *slash = strrchr(path, '/');
    snprintf(beside, sizeof beside, "%.*s/%s.json", slash != NULL ? (int)(slash - path) : 1,
             slash != NULL ? path : ".", id);
    const bool there = access(beside, R_OK) == 0;
    char *out = there ? strdup(beside) : scenario_find(id, findings);
    findings->out_of_memory = findings->out_of_memory || (there && out == NULL);
    return out;
}

struct scenario *load_story(const char *id)
{
    struct findings findings = findings_init();
    bool found;
    char *path = scenario_find(id, &findings);
    struct scenario *sc =
        path != NULL ? scenario_load_in(path, say_language(), &found, &findings) : NULL;
    free(path);
    findings_clear(&findings);
    return sc;
}

static int find_scenario(const char *path, const char *id, bool asked, struct scenario **out)
{
    struct findings findings = findings_init();
    char *file = scenario_beside(path, id, &findings);
    const int code = file != NULL ? load_scenario(file, asked, out) : told(&findings, WRONG);
    free(file);
    return code;
}

int load_saved(const char *path, const char *scenario, bool asked, struct scenario **sc,
               struct match **match)
{
    struct findings findings = findings_init();
    struct transcript_head head;
    char why[400];
    *sc = NULL;
    *match = NULL;
    const char *refusal = transcript_head(path, &head, &findings, why, sizeof why);
    if (refusal != NULL) {
        return refuse(path, refusal, &findings);
    }
    const int code = scenario != NULL ? load_scenario(scenario, asked, sc)
                                      : find_scenario(path, head.scenario, asked, sc);
    if (code != FINE) {
        findings_clear(&findings);
        return code;
    }
    refusal = read_game(path, *sc, match, &findings, why, sizeof why);
    if (refusal != NULL) {
        scenario_free(*sc);
        *sc = NULL;
        return refuse(path, refusal, &findings);
    }
    return told(&findings, FINE);
}

/* ---- whether it can be played on ---- */

const char *load_seats(const struct match *match, char *why, int size)
{
    int persons = 0;
    for (int party = 0; party < MAX_PARTIES; party++) {
        struct minister minister;
        const char *name = match_seat_name(match, party);
        if (strcmp(name, "person") == 0) {
            persons++;
        } else if (outside_is_name(name)) {
            if (match_minister(match, party)->outside == NULL) {
                snprintf(why, (size_t)size,
                         _("It was played with the program %.60s; to have that started, say "
                           "--minister %.60s"),
                         name, name);
                return why;
            }
        } else if (minister_for(match_scenario(match), name, &minister, why, size) != NULL) {
            return why;
        }
    }
    return persons > 1 ? _("It cannot be gone on with: persons sit in both chairs.") : NULL;
}

/* ---- branches ---- */

static int complain(const char *sentence, int code)
{
    (void)shown_print(stderr, "backchannel-window: %s\n", sentence);
    return code;
}

static int side_of(const struct match *match)
{
    int side = match_to_move(match);
    for (int party = MAX_PARTIES - 1; party >= 0; party--) {
        side = strcmp(match_seat_name(match, party), "person") == 0 ? party : side;
    }
    return side;
}

int load_branch(struct match **match, int number, int party, const char *minister)
{
    char why[300];
    if (number > match_steps(*match)) {
        snprintf(why, sizeof why, _("--from %d: there are only %d decisions in it"), number,
                 match_steps(*match));
        return complain(why, WRONG);
    }
    struct match *whole = *match;
    *match = match_branch(whole, number);
    match_free(whole);
    if (*match == NULL) {
        return complain(_("out of memory"), OUT_OF_MEMORY);
    }
    const int side = party >= 0 ? party : side_of(*match);
    const char *kept = match_seat_name(*match, 1 - side);
    struct minister other;
    const char *name = minister != NULL ? minister : strcmp(kept, "person") == 0 ? "planner" : kept;
    const char *refusal = minister_for(match_scenario(*match), name, &other, why, sizeof why);
    if (refusal != NULL) {
        return complain(refusal, WRONG);
    }
    match_seat(*match, side, NULL);
    match_seat(*match, 1 - side, &other);
    return FINE;
}

bool load_same_file(const char *one, const char *other)
{
    struct stat a, b;
    return stat(one, &a) == 0 && stat(other, &b) == 0 && a.st_dev == b.st_dev &&
           a.st_ino == b.st_ino;
}

/* ---- where it is saved ---- */

int load_check_place(const struct match *match, const char *place)
{
    char why[300];
    int code = WRONG;
    const char *refusal = transcript_place(place, why, sizeof why);
    if (refusal == NULL) {
        code = MACHINE;
        refusal = transcript_save(match, place, why, sizeof why);
    }
    return refusal != NULL ? complain(refusal, code) : FINE;
}

/* The scenario that a transcript names, kept where it is that one already. */
static const char *scenario_of(const char *path, struct scenario **sc, struct findings *findings,
                               char *why, int size)
{
    struct transcript_head head;
    bool found;
    const char *refusal = transcript_head(path, &head, findings, why, size);
    if (refusal != NULL || (*sc != NULL && strcmp((*sc)->id, head.scenario) == 0)) {
        return refusal;
    }
    scenario_free(*sc);
    char *file = scenario_beside(path, head.scenario, findings);
    *sc = file != NULL ? scenario_load_in(file, say_language(), &found, findings) : NULL;
    free(file);
    if (*sc == NULL) {
        snprintf(why, (size_t)size, _("Its story, %.60s, cannot be loaded."), head.scenario);
        return why;
    }
    return NULL;
}

const char *load_game(const char *path, struct scenario **sc, struct match **match, char *why,
                      int size)
{
    struct findings findings = findings_init();
    *match = NULL;
    const char *refusal = scenario_of(path, sc, &findings, why, size);
    if (refusal == NULL) {
        refusal = read_game(path, *sc, match, &findings, why, size);
    }
    if (refusal == NULL) {
        refusal = load_seats(*match, why, size);
    }
    if (refusal != NULL) {
        match_free(*match);
        *match = NULL;
    }
    findings_clear(&findings);
    return refusal;
}

const char *load_last(struct scenario **sc, struct match **match, char **place, char *why, int size)
{
    *match = NULL;
    *sc = NULL;
    *place = save_latest();
    const char *refusal = *place == NULL ? _("There is no game to go on with.")
                                         : load_game(*place, sc, match, why, size);
    if (refusal == NULL && match_over(*match)) {
        refusal = _("The last game is over.");
    }
    if (refusal != NULL) {
        match_free(*match);
        scenario_free(*sc);
        free(*place);
        *match = NULL;
        *sc = NULL;
        *place = NULL;
    }
    return refusal;
}

bool load_is_first_time(void)
{
    char *path = save_latest();
    free(path);
    return path == NULL;
}

bool load_can_continue(void)
{
    struct scenario *sc;
    struct match *match;
    char *place, why[400];
    const bool can = load_last(&sc, &match, &place, why, sizeof why) == NULL;
    match_free(match);
    scenario_free(sc);
    free(place);
    return can;
}
