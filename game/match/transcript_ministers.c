/* transcript_ministers.c: would the ministers of a transcript make the same decisions again? */
#include "match/transcript.h"

#include "core/move.h"

#include <stdio.h>
#include <string.h>

enum { NAME_SIZE = 512 };

/* A program from outside is somebody else's, and need not answer the same twice; whoever sits there
 * that is not known here cannot be asked. */
static bool is_known(const struct scenario *sc, const char *name, struct minister *out)
{
    char why[200];
    return strchr(name, '/') == NULL && minister_for(sc, name, out, why, sizeof why) == NULL;
}

static void diverge(struct divergence *out, const struct step *step, const char *field,
                    const char *recorded, const char *replayed)
{
    out->found = true;
    out->number = step->number;
    snprintf(out->field, sizeof out->field, "%.95s", field);
    snprintf(out->recorded, sizeof out->recorded, "%.159s", recorded);
    snprintf(out->replayed, sizeof out->replayed, "%.159s", replayed);
}

/* Before the game branched off another, others may have sat there. */
static const char *decider(const struct match *m, const struct step *step)
{
    uint64_t hash;
    const bool before = step->number < match_branched(m, &hash);
    return before ? step->by : match_seat_name(m, step->party);
}

/* With other rules they may have chosen otherwise. */
static bool is_of_other_rules(const struct match *m, const struct step *step)
{
    uint64_t hash;
    return match_left_rules(m) != 0 && step->number < match_branched(m, &hash);
}

static void check_move(const struct match *m, const struct step *step, const struct state *before,
                       struct divergence *out)
{
    struct minister minister;
    const char *name = decider(m, step);
    const bool person = strcmp(name, "person") == 0,
               known = is_known(match_scenario(m), name, &minister);
    if (strcmp(step->by, "person") == 0 || (!person && !known) || is_of_other_rules(m, step)) {
        return;
    }
    if (strcmp(step->by, name) != 0 && (person || strcmp(step->by, "default") != 0)) {
        diverge(out, step, "by", step->by, name);
        return;
    }
    const int move = match_choice(m, &minister, before);
    if (move != step->move) {
        char field[sizeof out->field], recorded[NAME_SIZE], replayed[NAME_SIZE];
        snprintf(field, sizeof field, "move by %.80s", name);
        move_name(match_scenario(m), step->move, recorded, sizeof recorded);
        move_name(match_scenario(m), move, replayed, sizeof replayed);
        diverge(out, step, field, recorded, replayed);
    }
}

void transcript_check_ministers(const struct match *m, struct divergence *out)
{
    struct divergence mine = { .found = false };
    const struct state *before = match_state(m, 0);
    for (int i = 0; i < match_records(m) && !mine.found; i++) {
        const struct record record = match_record(m, i);
        if (record.step != NULL) {
            check_move(m, record.step, before, &mine);
        }
        before = record.after;
    }
    if (mine.found && !(out->found && out->number < mine.number)) {
        *out = mine;
    }
}
