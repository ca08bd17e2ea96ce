/* test_course.c: what is so in the game of a test, and what must be. */
#include "command/test_course.h"

#include "core/move.h"
#include "json/json_check.h"
#include "match/say.h"

#include <stdio.h>
#include <string.h>

enum { NAME_SIZE = 512 };

/* ---- findings ---- */

/* "round 3, opening" or "the end in round 12 (accord)" */
static const char *where(const struct course *c, char out[200])
{
    const struct state *s = match_now(c->m);
    if (state_over(s)) {
        snprintf(out, 200, _("the end in round %d (%s)"), state_round(s),
                 c->sc->ending[state_ending(s)].id);
    } else {
        snprintf(out, 200, _("round %d, %s"), state_round(s), c->sc->beat[state_beat(c->sc, s)].id);
    }
    return out;
}

struct finding *course_fail(struct course *c, const char *code, const struct json_value *value,
                            const char *what)
{
    char place[200];
    c->failed = true;
    return json_report(c->findings, SEVERITY_ERROR, code, value, _("%s, game %llu, %s: %s"),
                       c->test->value->key, (unsigned long long)match_game(c->m), where(c, place),
                       what);
}

/* ---- numbers ---- */

/* The number that a claim is about; false where there is none now. */
static bool read_number(const struct course *c, const struct claim *claim, int *value)
{
    const struct state *s = match_now(c->m);
    const bool incident = !state_over(s) && c->sc->round_kind[s->slot[SLOT_CALENDAR]].incident;
    const int who = claim->ref.who;
    if (!incident && (who == WHO_CASE || who == WHO_VICTIM || who == WHO_SUSPECT)) {
        return false;
    }
    const struct context reader = row_reader(c->sc, s, s->side, incident ? s->cases - 1 : -1);
    *value = row_value(&reader, claim->ref);
    return true;
}

bool course_holds(const struct course *c, struct claims claims)
{
    for (int i = claims.first; i < claims.first + claims.count; i++) {
        int value;
        if (!read_number(c, &c->test->claim[i], &value) ||
            !claim_holds(&c->test->claim[i], value)) {
            return false;
        }
    }
    return true;
}

static void fail_claim(struct course *c, const struct claim *claim, const char *is)
{
    char what[300];
    const struct json_value *value = claim->value;
    snprintf(what, sizeof what, _("\"%.80s\" is %.80s"), value->key, is);
    findings_expected(c->findings, course_fail(c, "S080", value, what), "%.*s", (int)value->length,
                      value->text);
}

void course_claims(struct course *c, struct claims claims)
{
    for (int i = claims.first; i < claims.first + claims.count; i++) {
        const struct claim *claim = &c->test->claim[i];
        char digits[16];
        int value;
        if (!read_number(c, claim, &value)) {
            fail_claim(c, claim, _("about an incident, and there is none now"));
        } else if (!claim_holds(claim, value)) {
            fail_claim(c, claim, claim_word(claim, c->sc, value, digits));
        }
    }
}

/* ---- moves ---- */

bool course_possible(const struct course *c, const char *name)
{
    const struct state *s = match_now(c->m);
    const int move = move_parse(c->sc, state_beat(c->sc, s), name);
    return move >= 0 && move_is_legal(c->sc, s, move);
}

/* The moves that are possible, one by one: of a beat that picks, the single agreements. */
static int list_offered(const struct course *c, const char *ids[MAX_LEGAL])
{
    const struct state *s = match_now(c->m);
    const struct beat *beat = &c->sc->beat[state_beat(c->sc, s)];
    const unsigned table = beat->pick > 0 ? move_on_the_table(c->sc, s) : 0;
    int moves[MAX_LEGAL], count = 0;
    for (int i = 0; i < c->sc->agreements; i++) {
        if (table >> i & 1u) {
            ids[count++] = c->sc->commitment[c->sc->agreement[i]].id;
        }
    }
    const int legal = beat->pick > 0 ? 0 : move_legal(c->sc, s, moves);
    for (int i = 0; i < legal; i++) {
        ids[count++] = c->sc->move[moves[i]].id;
    }
    return count;
}

const char *course_offered(const struct course *c, char out[LIST_SIZE])
{
    const char *ids[MAX_LEGAL];
    const int count = list_offered(c, ids);
    const bool picks = c->sc->beat[state_beat(c->sc, match_now(c->m))].pick > 0;
    size_t length = (size_t)snprintf(out, LIST_SIZE, "%s", picks ? "none" : "");
    for (int i = 0; i < count && length < LIST_SIZE - NAME_SIZE; i++) {
        length += (size_t)snprintf(out + length, LIST_SIZE - length, "%s%s", length > 0 ? ", " : "",
                                   ids[i]);
    }
    return out;
}

static void fail_offer(struct course *c, const struct json_value *value, const char *id,
                       const char *is)
{
    char what[LIST_SIZE + 300], list[LIST_SIZE];
    snprintf(what, sizeof what, _("\"%.100s\" %s; there is %s"), id, is, course_offered(c, list));
    (void)course_fail(c, "S080", value, what);
}

const struct json_value *course_next(const struct json_value *value,
                                     const struct json_value *before)
{
    if (before != NULL) {
        return before == value ? NULL : before->next;
    }
    return value == NULL || value->type == JSON_STRING ? value : value->first;
}

static void check_with(struct course *c, const struct json_value *ids, bool with)
{
    for (const struct json_value *id = course_next(ids, NULL); id != NULL;
         id = course_next(ids, id)) {
        if (course_possible(c, id->string) != with) {
            fail_offer(c, id, id->string, with ? _("is not offered") : _("is offered"));
        }
    }
}

/* Nothing is offered but what is listed. */
static void check_others(struct course *c, const struct json_value *listed)
{
    const char *ids[MAX_LEGAL];
    const int count = list_offered(c, ids);
    for (int i = 0; i < count; i++) {
        const struct json_value *id = course_next(listed, NULL);
        while (id != NULL && strcmp(id->string, ids[i]) != 0) {
            id = course_next(listed, id);
        }
        if (id == NULL) {
            fail_offer(c, listed, ids[i], _("is offered as well"));
        }
    }
}

void course_offers(struct course *c, const struct json_value *offers)
{
    if (offers != NULL && offers->type == JSON_OBJECT) {
        check_with(c, json_member(offers, "with"), true);
        check_with(c, json_member(offers, "without"), false);
    } else if (offers != NULL) {
        check_with(c, offers, true);
        check_others(c, offers);
    }
}

/* ---- what a move does ---- */

/* What the rows of the move just made have added to a number; of a set, of its agreements. */
static int added(const struct course *c, const struct claim *claim)
{
    const struct step *step = match_step(c->m, match_steps(c->m) - 1);
    const struct state *before = match_state(c->m, step->before);
    const bool incident = c->sc->round_kind[before->slot[SLOT_CALENDAR]].incident;
    const struct context reader =
        row_reader(c->sc, before, step->party, incident ? before->cases - 1 : -1);
    const int slot = (int)(reader.base[claim->ref.who] - before->slot) + claim->ref.index;
    const bool set = (step->move & MOVE_SET) != 0;
    int sum = 0;
    for (int i = 0; i < step->ledger.count; i++) {
        const struct change *change = &step->ledger.change[i];
        const struct row *row = &c->sc->row[change->row];
        const bool own = set ? row->source == SOURCE_COMMITMENT
                             : row->source == SOURCE_MOVE && row->element == step->move;
        sum += change->slot == slot && own ? change->amount : 0;
    }
    return sum;
}

void course_does(struct course *c, struct claims claims)
{
    for (int i = claims.first; i < claims.first + claims.count; i++) {
        const struct claim *claim = &c->test->claim[i];
        const int sum = added(c, claim);
        char is[60];
        if (!claim_holds(claim, sum)) {
            snprintf(is, sizeof is, _("changed by %d"), sum);
            fail_claim(c, claim, is);
        }
    }
}
