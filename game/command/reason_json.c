/* reason_json.c: numbers of a reason by their ids. */
#include "command/reason_json.h"

#include "core/move.h"
#include "match/why.h"

enum { NAME_SIZE = 2 * 64, MOVE_SIZE = 64 * MAX_SET };

static void put_fixed(struct json_writer *w, const char *key, int value, int decimals)
{
    json_write_key(w, key);
    json_write_fixed(w, value, decimals);
}

static void put_belief(struct json_writer *w, const struct scenario *sc,
                       const struct motive *motive, bool truth)
{
    if (motive->reason.belief < 0) {
        return;
    }
    put_fixed(w, "belief", motive->reason.belief, 3);
    if (truth) {
        json_put_bool(w, "guilty", motive->guilty);
        json_put_string(w, "culprit", sc->culprit[motive->culprit].id);
    }
}

static void put_parts(struct json_writer *w, const struct scenario *sc, int party,
                      const struct reason *reason)
{
    char name[NAME_SIZE];
    json_write_key(w, "because");
    if (reason->because < 0) {
        json_write_null(w);
    } else {
        motive_part_id(sc, party, reason->because, name, sizeof name);
        json_write_string(w, name);
    }
    json_write_key(w, "parts");
    json_write_begin_object(w);
    for (int i = 0; i < PARTS; i++) {
        if (reason->part[i] != 0) {
            motive_part_id(sc, party, i, name, sizeof name);
            put_fixed(w, name, reason->part[i], 2);
        }
    }
    json_write_end_object(w);
}

static void put_effects(struct json_writer *w, const struct scenario *sc,
                        const struct reason *reason)
{
    json_write_key(w, "effects");
    json_write_begin_object(w);
    for (int i = SLOT_FIRST_METER; i < sc->slots; i++) {
        const int made = reason->effect[REASON_MADE][i], other = reason->effect[REASON_OTHER][i];
        if (sc->slot_meter[i] != NONE && (made != 0 || other != 0)) {
            char name[NAME_SIZE];
            why_name(sc, i, name, sizeof name);
            json_write_key(w, name);
            json_write_begin_object(w);
            put_fixed(w, "made", made, 1);
            put_fixed(w, "other", other, 1);
            json_write_end_object(w);
        }
    }
    json_write_end_object(w);
}

static void put_reason(struct json_writer *w, const struct scenario *sc, int party,
                       const struct reason *reason)
{
    char other[MOVE_SIZE];
    move_name(sc, reason->move[REASON_OTHER], other, sizeof other);
    json_put_string(w, "other", other);
    put_fixed(w, "worth", reason->worth[REASON_MADE], 2);
    put_fixed(w, "other_worth", reason->worth[REASON_OTHER], 2);
    json_write_key(w, "lead");
    json_write_begin_object(w);
    put_fixed(w, "mean", reason->gap.mean, 2);
    put_fixed(w, "ci95", reason->gap.ci95, 2);
    json_write_end_object(w);
    json_put_bool(w, "close", reason->doubt);
    put_parts(w, sc, party, reason);
    put_effects(w, sc, reason);
}

void reason_put(struct json_writer *w, const struct scenario *sc, int party,
                const struct motive *motive, bool truth)
{
    json_write_key(w, "reason");
    json_write_begin_object(w);
    if (motive->thought) {
        put_belief(w, sc, motive, truth);
        put_reason(w, sc, party, &motive->reason);
    } else {
        json_put_string(w, "minister", motive->name);
        json_put_string(w, "line", motive->line);
    }
    json_write_end_object(w);
}
