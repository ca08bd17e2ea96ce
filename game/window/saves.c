/* saves: every game is read as if it were gone on with. */
#define _POSIX_C_SOURCE 200809L

#include "window/saves.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "content/scenario_load.h"
#include "match/match.h"
#include "match/save_place.h"
#include "match/say.h"
#include "window/arena.h"
#include "window/load.h"

static void name_of(struct save_entry *e)
{
    const char *slash = strrchr(e->path, '/');
    const char *name = slash != NULL ? slash + 1 : e->path;
    const size_t length = strlen(name);
    snprintf(e->name, sizeof e->name, "%.*s", (int)(length > 6 ? length - 6 : length), name);
}

static void when_of(struct save_entry *e)
{
    struct stat s;
    struct tm local;
    if (stat(e->path, &s) == 0 && localtime_r(&s.st_mtime, &local) != NULL) {
        strftime(e->when, sizeof e->when, "%Y-%m-%d %H:%M", &local);
    }
}

static void where_of(struct save_entry *e, const struct scenario *sc, const struct match *m)
{
    const struct state *now = match_now(m);
    const int round = state_round(now), ending = match_ending(m);
    e->over = ending >= 0;
    if (e->over) {
        snprintf(e->where, sizeof e->where, "%s", scenario_plain(sc, sc->ending[ending].title));
        return;
    }
    const char *date = scenario_plain(sc, sc->date[round - 1]);
    snprintf(e->where, sizeof e->where,
             *date != '\0' ? _("Round %d of %d, %s") : _("Round %d of %d"), round, sc->rounds,
             date);
}

/* A number of the table at the last decision of every round so far. */
static void draw_curve(struct save_entry *e, const struct scenario *sc, const struct match *m,
                       const struct meter *meter)
{
    struct save_curve *c = &e->curve[e->curves++];
    *c = (struct save_curve){ .lo = meter->lo, .hi = meter->hi };
    snprintf(c->title, sizeof c->title, "%s", scenario_plain(sc, meter->title));
    for (int i = 0; i <= match_steps(m); i++) {
        const struct state *s = match_state(m, i);
        const int round = state_round(s);
        c->value[round - 1] = s->slot[meter->slot];
        c->points = round > c->points ? round : c->points;
    }
}

static void read_entry(struct save_entry *e, struct scenario **sc)
{
    struct match *m = NULL;
    char why[400];
    name_of(e);
    when_of(e);
    const char *refusal = load_game(e->path, sc, &m, why, sizeof why);
    if (refusal != NULL) {
        snprintf(e->story, sizeof e->story, "%s", e->name);
        snprintf(e->where, sizeof e->where, "%s", refusal);
        return;
    }
    e->fine = true;
    snprintf(e->story, sizeof e->story, "%s", scenario_plain(*sc, (*sc)->title));
    e->rounds = (*sc)->rounds;
    where_of(e, *sc, m);
    for (int i = 0; i < (*sc)->meters && e->curves < SAVES_CURVES; i++) {
        const struct meter *meter = &(*sc)->meter[i];
        if (meter->shown == SHOWN_TABLE && !meter->party && meter->see == SEE_ALL) {
            draw_curve(e, *sc, m, meter);
        }
    }
    match_free(m);
}

struct saves *saves_new(void)
{
    struct saves *saves = calloc(1, sizeof *saves);
    struct scenario *sc = NULL; /* the one read last: mostly it is the next one's too */
    char **paths = save_all();
    if (saves == NULL || paths == NULL) {
        arena_out_of_memory();
    }
    for (int i = 0; paths[i] != NULL; i++) {
        if (saves->count < SAVES_SHOWN) {
            saves->entry[saves->count].path = paths[i];
            read_entry(&saves->entry[saves->count++], &sc);
        } else {
            free(paths[i]);
        }
    }
    free(paths);
    scenario_free(sc);
    return saves;
}

void saves_free(struct saves *saves)
{
    for (int i = 0; saves != NULL && i < saves->count; i++) {
        free(saves->entry[i].path);
    }
    free(saves);
}
