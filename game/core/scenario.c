/* scenario.c: finding things by id. */
#include "core/scenario.h"

#include <string.h>

const struct disposition disposition_score = {
    .ending = 100,
    .mandate = 100,
    .term = { 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100 },
    .patience = 100,
};
_Static_assert(MAX_SCORED == 16, "each term of the score has its 100 above");

int scenario_party(const struct scenario *sc, const char *id)
{
    for (int i = 0; i < MAX_PARTIES; i++) {
        if (strcmp(sc->actor[i].id, id) == 0) {
            return i;
        }
    }
    return -1;
}

int scenario_move(const struct scenario *sc, int beat, const char *id)
{
    const struct beat *b = &sc->beat[beat];
    for (int i = b->first_move; i < b->first_move + b->moves; i++) {
        if (strcmp(sc->move[i].id, id) == 0) {
            return i;
        }
    }
    return -1;
}

int scenario_meter(const struct scenario *sc, const char *id)
{
    for (int i = 0; i < sc->meters; i++) {
        if (strcmp(sc->meter[i].id, id) == 0) {
            return i;
        }
    }
    return -1;
}

int scenario_character(const struct scenario *sc, const char *id)
{
    for (int i = 0; i < sc->characters; i++) {
        if (strcmp(sc->character[i].id, id) == 0) {
            return i;
        }
    }
    return -1;
}

const char *scenario_plain(const struct scenario *sc, struct phrase phrase)
{
    return phrase.count > 0 ? sc->text[phrase.first].utf8 : "";
}
