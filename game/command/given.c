/* given.c: the things a command line names. */
#define _POSIX_C_SOURCE 200809L

#include "command/given.h"

#include "command/out.h"
#include "content/scenario_facts.h"
#include "content/scenario_find.h"
#include "content/scenario_load.h"
#include "content/scenario_texts.h"
#include "json/finding.h"
#include "match/say.h"
#include "minister/outside.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* Prints findings; that memory is out is told too. Returns `code` or EXIT_BUG. */
static int complain_of(const struct findings *findings, int code)
{
    if (findings->out_of_memory || !findings_print_text(findings, stderr)) {
        return out_of_memory();
    }
    return code;
}

/* ---- scenarios, and their language ---- */

int given_language(struct args *args, const char *value)
{
    if (!scenario_is_language(value)) {
        return args_wrong(args, _("--lang %s is no language, such as fr or zh_CN"), value);
    }
    args->asked = true;
    say_in(value);
    return EXIT_FINE;
}

/* Who reads it, NULL for nobody: then as it was written. And what a scenario had for them. */
struct reader {
    const struct args *args;
    bool found;
    char languages[100]; /* otherwise: those that there are */
};

/* Loads the file of a name. NULL with findings. */
static struct scenario *load(const char *name, struct reader *reader, struct findings *findings)
{
    const char *language = reader->args != NULL ? say_language() : "en";
    char *path = scenario_find(name, findings);
    struct scenario *sc =
        path != NULL ? scenario_load_in(path, language, &reader->found, findings) : NULL;
    if (sc != NULL && !reader->found) {
        scenario_list_languages(path, reader->languages, sizeof reader->languages);
    }
    free(path);
    return sc;
}

/* Says what is not in the language of the reader. */
static int tell_language(const struct reader *reader)
{
    const enum say_of of = say_of(reader->found);
    if (reader->args == NULL) {
        return EXIT_FINE;
    }
    if (of == SAY_NEITHER && reader->args->asked) {
        return args_wrong(
            reader->args,
            _("--lang %s: neither the program nor the scenario is translated into it; the scenario "
              "can be read in %s"),
            say_language(), reader->languages);
    }
    if (say_half(of) != NULL) {
        complain(say_half(of), say_language());
    }
    return EXIT_FINE;
}

static int load_for(struct reader *reader, const char *name, struct scenario **out)
{
    struct findings findings = findings_init();
    *out = load(name, reader, &findings);
    int code = complain_of(&findings, *out != NULL ? EXIT_FINE : EXIT_USAGE);
    findings_clear(&findings);
    code = code == EXIT_FINE ? tell_language(reader) : code;
    if (code != EXIT_FINE) {
        scenario_free(*out);
        *out = NULL;
    }
    return code;
}

int given_scenario(const char *name, struct scenario **out)
{
    struct reader nobody = { .args = NULL };
    return load_for(&nobody, name, out);
}

int given_scenario_in(const struct args *args, const char *name, struct scenario **out)
{
    struct reader reader = { .args = args };
    return load_for(&reader, name, out);
}

/* ---- transcripts ---- */

/* The path of ID.json in the folder of the transcript; malloc'ed or NULL. */
static char *beside(const char *transcript, const char *id)
{
    const char *slash = strrchr(transcript, '/');
    const int folder = slash != NULL ? (int)(slash - transcript) : 1;
    const size_t room = (size_t)folder + strlen(id) + sizeof "/.json";
    char *path = malloc(room);
    if (path != NULL) {
        snprintf(path, room, "%.*s/%s.json", folder, slash != NULL ? transcript : ".", id);
    }
    return path;
}

/* Loads a scenario if it is the one whose rules have this hash; else NULL. */
static struct scenario *load_if(const char *name, struct reader *reader, uint64_t hash,
                                struct findings *findings)
{
    struct scenario *sc = load(name, reader, findings);
    if (sc != NULL && sc->hash != hash) {
        scenario_free(sc);
        sc = NULL;
    }
    return sc;
}

static int find_scenario(const char *path, const struct transcript_head *head,
                         struct reader *reader, struct scenario **out)
{
    struct findings by_id = findings_init(), by_place = findings_init();
    *out = load_if(head->scenario, reader, head->scenario_hash, &by_id);
    if (*out == NULL) {
        char *place = beside(path, head->scenario);
        by_place.out_of_memory = place == NULL;
        *out = place != NULL ? load_if(place, reader, head->scenario_hash, &by_place) : NULL;
        free(place);
    }
    int code = EXIT_FINE;
    if (*out == NULL) {
        code = by_place.out_of_memory ? out_of_memory() : complain_of(&by_id, EXIT_USAGE);
    }
    if (code == EXIT_USAGE) {
        complain(_("backchannel: %s was played with the scenario %s, whose rules have the hash "
                   "%016llx; no such scenario is at hand. Name it with --scenario FILE.\n"),
                 path, head->scenario, (unsigned long long)head->scenario_hash);
    }
    findings_clear(&by_id);
    findings_clear(&by_place);
    return code == EXIT_FINE ? tell_language(reader) : code;
}

/* Complains about a transcript that cannot be used. */
static int refuse(const char *path, const char *sentence, const struct findings *findings)
{
    const int code = complain_of(findings, EXIT_USAGE);
    complain("backchannel: %s: %s\n", path, sentence);
    return code;
}

static int read_transcript(struct reader *reader, const char *path, const char *scenario,
                           struct scenario **sc, struct match **match,
                           struct divergence *divergence)
{
    struct findings findings = findings_init();
    struct transcript_head head;
    char why[200];
    *sc = NULL;
    *match = NULL;
    int code = EXIT_FINE;
    const char *refusal = transcript_head(path, &head, &findings, why, sizeof why);
    if (refusal == NULL) {
        code = scenario != NULL ? load_for(reader, scenario, sc)
                                : find_scenario(path, &head, reader, sc);
    }
    if (refusal == NULL && code == EXIT_FINE) {
        refusal = transcript_read(path, *sc, match, divergence, &findings, why, sizeof why);
    }
    if (refusal != NULL) {
        code = refuse(path, refusal, &findings);
        scenario_free(*sc);
        *sc = NULL;
    }
    findings_clear(&findings);
    return code;
}

int given_transcript(const char *path, const char *scenario, struct scenario **sc,
                     struct match **match, struct divergence *divergence)
{
    struct reader nobody = { .args = NULL };
    return read_transcript(&nobody, path, scenario, sc, match, divergence);
}

int given_transcript_in(const struct args *args, const char *path, const char *scenario,
                        struct scenario **sc, struct match **match, struct divergence *divergence)
{
    struct reader reader = { .args = args };
    return read_transcript(&reader, path, scenario, sc, match, divergence);
}

int given_refusal(const char *refusal, int code)
{
    complain("backchannel: %s\n", refusal);
    return strcmp(refusal, transcript_no_memory()) == 0 ? EXIT_BUG : code;
}

int given_folder(const char *path)
{
    if (mkdir(path, 0777) == 0 || errno == EEXIST) {
        return EXIT_FINE;
    }
    complain(_("backchannel: the folder %s cannot be made: %s.\n"), path, strerror(errno));
    return EXIT_MACHINE;
}

/* ---- parties and ministers ---- */

int given_party(const struct args *args, const struct scenario *sc, const char *id, int *party)
{
    const char *const ids[MAX_PARTIES] = { sc->actor[0].id, sc->actor[1].id };
    *party = scenario_party(sc, id);
    if (*party >= 0) {
        return EXIT_FINE;
    }
    return args_wrong(args, _("there is no party %s, only %s and %s%s"), id, ids[0], ids[1],
                      args_hint(id, ids, MAX_PARTIES));
}

int given_fact(const struct args *args, const struct scenario *sc, const char *id, int *fact)
{
    const char *ids[MAX_FACTS];
    for (int i = 0; i < sc->facts; i++) {
        ids[i] = sc->fact[i].id;
    }
    *fact = scenario_fact(sc, id);
    if (*fact >= 0) {
        return EXIT_FINE;
    }
    return args_wrong(args, _("%s names no fact %s%s"), sc->id, id, args_hint(id, ids, sc->facts));
}

int given_minister(const struct args *args, const struct scenario *sc, const char *name,
                   struct minister *out)
{
    char why[200];
    const char *refusal = minister_for(sc, name, out, why, sizeof why);
    return refusal == NULL ? EXIT_FINE : args_wrong(args, "%s", refusal);
}

int given_player(const struct args *args, const struct scenario *sc, const char *name,
                 struct minister *out)
{
    char why[200];
    const struct outside_limits limits = outside_limits();
    const int code = given_minister(args, sc, name, out);
    const char *refusal = code == EXIT_FINE ? outside_start(out, &limits, why, sizeof why) : NULL;
    return refusal == NULL ? code : args_wrong(args, "%s", refusal);
}
