/* tournament_data.c: the answer of `backchannel tournament` for programs: CSV and JSON. */
#include "command/tournament.h"

#include "command/out.h"
#include "command/tally_json.h"

#include <inttypes.h>
#include <string.h>

/* ---- one row a minister, seat and opponent ---- */

/* A name may be a path, and hold anything. */
static void print_name(const char *name)
{
    if (strpbrk(name, ",\"\r\n") == NULL) {
        say("%s", name);
        return;
    }
    say("\"");
    for (; *name != '\0'; name++) {
        const size_t length = strcspn(name, "\"");
        say("%.*s", (int)length, name);
        name += length;
        if (*name == '\0') {
            break;
        }
        say("\"\"");
    }
    say("\"");
}

static void print_fixed(int64_t number, int64_t unit, int decimals)
{
    const int64_t size = number < 0 ? -number : number;
    say(",%s%" PRId64 ".%0*" PRId64, number < 0 ? "-" : "", size / unit, decimals, size % unit);
}

static void print_row(const struct tournament *t, const struct standings *s, int minister,
                      int party, int opponent)
{
    const struct tally *tally =
        party == 0 ? &s->cell[minister][opponent] : &s->cell[opponent][minister];
    print_name(t->name[minister]);
    say(",%s,", t->sc->actor[party].id);
    print_name(t->name[opponent]);
    say(",%" PRIu64 ",%" PRIu64, tally->games, tally->decisions);
    print_fixed(tally_mean(tally, party), 10000, 4);
    print_fixed(tally_ci95(tally, party), 10000, 4);
    print_fixed(tally->utility[party], 10, 1);
    for (int i = 0; i < t->sc->endings; i++) {
        say(",%" PRIu64, tally->ending[i]);
    }
    say(",%016" PRIx64 "\n", tally->hash);
}

void tournament_print_csv(const struct tournament *t, const struct standings *s)
{
    say("minister,seat,opponent,games,decisions,mean,ci95,sum");
    for (int i = 0; i < t->sc->endings; i++) {
        say(",%s", t->sc->ending[i].id);
    }
    say(",hash\n");
    for (int minister = 0; minister < t->field; minister++) {
        for (int party = 0; party < MAX_PARTIES; party++) {
            for (int opponent = 0; opponent < t->field; opponent++) {
                print_row(t, s, minister, party, opponent);
            }
        }
    }
}

/* ---- one JSON object ---- */

static void write_mean(struct json_writer *w, const char *key, const struct spread *spread,
                       int parts)
{
    tally_write_mean(w, key, spread_mean(spread, parts), spread_ci95(spread, parts));
}

static void write_number(struct json_writer *w, const char *key, int64_t number, int decimals)
{
    json_write_key(w, key);
    json_write_fixed(w, number, decimals);
}

static void write_asked(struct json_writer *w, const struct tournament *t)
{
    tally_write_asked(w, t->sc, t->seed);
    json_write_key(w, "games");
    json_write_uint64(w, t->games);
    json_write_key(w, "played");
    json_write_uint64(w, t->games * (uint64_t)(t->field * t->field));
}

static void write_minister(struct json_writer *w, const struct tournament *t,
                           const struct standings *s, int rank, int minister)
{
    uint64_t ending[MAX_ENDINGS];
    standings_endings(s, minister, ending);
    json_write_begin_object(w);
    json_put_int64(w, "rank", rank);
    json_put_string(w, "minister", t->name[minister]);
    write_mean(w, "utility", &s->whole[minister], MAX_PARTIES * t->field);
    json_write_key(w, "seats");
    json_write_begin_object(w);
    for (int party = 0; party < MAX_PARTIES; party++) {
        write_mean(w, t->sc->actor[party].id, &s->seat[minister][party], t->field);
    }
    json_write_end_object(w);
    tally_write_endings(w, t->sc, ending);
    json_write_key(w, "faults");
    json_write_uint64(w, s->faults[minister]);
    json_write_end_object(w);
}

static void write_edge(struct json_writer *w, const struct tournament *t, const struct standings *s)
{
    const int parts = t->field * t->field;
    json_write_key(w, "seat_edge");
    json_write_begin_object(w);
    json_put_string(w, "over", t->sc->actor[0].id);
    json_put_string(w, "under", t->sc->actor[1].id);
    write_number(w, "mean", spread_mean(&s->edge, parts), 4);
    write_number(w, "ci95", spread_ci95(&s->edge, parts), 4);
    json_write_end_object(w);
}

static void write_difference(struct json_writer *w, const struct tournament *t,
                             const struct standings *s, const struct ranking *r, int above,
                             int below)
{
    const int better = r->order[above], worse = r->order[below];
    const struct verdict *verdict = &r->verdict[above][below];
    json_write_begin_object(w);
    json_put_string(w, "minister", t->name[better]);
    json_put_string(w, "under", t->name[worse]);
    write_number(w, "mean", spread_mean(&s->ahead[better][worse], MAX_PARTIES * t->field), 4);
    write_number(w, "ci95", spread_ci95(&s->ahead[better][worse], MAX_PARTIES * t->field), 4);
    write_number(w, "p", verdict->chance, 6);
    write_number(w, "p_holm", verdict->holm, 6);
    json_put_bool(w, "significant", verdict->significant);
    json_write_end_object(w);
}

static void write_differences(struct json_writer *w, const struct tournament *t,
                              const struct standings *s, const struct ranking *r)
{
    json_write_key(w, "differences");
    json_write_begin_array(w);
    for (int above = 0; above < t->field; above++) {
        for (int below = above + 1; below < t->field; below++) {
            write_difference(w, t, s, r, above, below);
        }
    }
    json_write_end_array(w);
}

static void write_matrix(struct json_writer *w, const struct tournament *t,
                         const struct standings *s)
{
    json_write_key(w, "matrix");
    json_write_begin_array(w);
    for (int i = 0; i < t->field; i++) {
        for (int k = 0; k < t->field; k++) {
            json_write_begin_object(w);
            json_put_string(w, "minister", t->name[i]);
            json_put_string(w, "opponent", t->name[k]);
            write_mean(w, "utility", &s->against[i][k], MAX_PARTIES);
            json_write_end_object(w);
        }
    }
    json_write_end_array(w);
}

static void write_pairs(struct json_writer *w, const struct tournament *t,
                        const struct standings *s)
{
    json_write_key(w, "pairs");
    json_write_begin_array(w);
    for (int i = 0; i < t->field; i++) {
        for (int k = 0; k < t->field; k++) {
            const char *const names[MAX_PARTIES] = { t->name[i], t->name[k] };
            json_write_begin_object(w);
            tally_write(w, t->sc, &s->cell[i][k], names);
            json_write_end_object(w);
        }
    }
    json_write_end_array(w);
}

bool tournament_print_json(const struct tournament *t, const struct standings *s,
                           const struct ranking *r)
{
    struct json_writer w = json_writer_init();
    json_write_begin_object(&w);
    write_asked(&w, t);
    json_write_key(&w, "ministers");
    json_write_begin_array(&w);
    for (int place = 0; place < t->field; place++) {
        write_minister(&w, t, s, place + 1, r->order[place]);
    }
    json_write_end_array(&w);
    write_edge(&w, t, s);
    write_differences(&w, t, s, r);
    write_matrix(&w, t, s);
    write_pairs(&w, t, s);
    json_write_end_object(&w);
    return tally_print_line(&w);
}
