/* bet_world.c: what may be so, as far as the party knows. */
#include "match/bet_world.h"

#include "minister/belief.h"

struct knower bet_knower(struct bettor *b, int own)
{
    struct knower k = know_init(b->n->sc, &b->view, own, b->case_at);
    k.supposes = true;
    k.doubts_word = b->two_faced;
    if (b->case_at >= 0 && b->move >= 0) {
        k.to_come = b->n->sc->beat[b->beat].place + !b->n->sc->move[b->move].again;
    }
    return k;
}

int16_t *bet_fields(struct bettor *b)
{
    return b->view.s.file[b->case_at].field;
}

void bet_suppose(struct bettor *b, const struct world *w)
{
    if (w->culprit < 0) {
        return;
    }
    const struct culprit *who = &b->n->sc->culprit[w->culprit];
    int16_t *field = bet_fields(b);
    field[FIELD_CULPRIT] = (int16_t)w->culprit;
    field[FIELD_GUILTY] = who->guilty;
    field[FIELD_FROM] = who->from;
    for (int i = 0; i < MAX_ROUND_BEATS; i++) {
        const int move = field[FIELD_REAL + i];
        if (move != NONE && b->n->sc->move[move].claims) {
            const struct knower k = bet_knower(b, 1 - field[FIELD_VICTIM]);
            const bool so = row_holds(&k.c, b->n->sc->move[move].says);
            field[FIELD_WORD] = so ? WORD_STRAIGHT : WORD_FALSE;
        }
    }
}

/* Can this be the truth, as far as the party knows? Its weight, or 0. */
static int weigh(struct bettor *b, const int belief[MAX_CULPRITS], int culprit)
{
    const int16_t *field = bet_fields(b);
    const struct culprit *who = &b->n->sc->culprit[culprit];
    const int weight = b->n->sc->incident[field[FIELD_INCIDENT]].culprit[culprit];
    if (field[FIELD_REVEALED]) {
        return field[FIELD_CULPRIT] == culprit;
    }
    if (b->party == field[FIELD_VICTIM]) {
        /* rounded to nothing is still not known to be false */
        return belief[culprit] > 0 || weight == 0 ? belief[culprit] : 1;
    }
    if (field[FIELD_CHECKED]) {
        return who->guilty == (field[FIELD_FILE] != 0) ? weight : 0;
    }
    return weight * (field[FIELD_FILE] ? who->file : 100 - who->file);
}

static int class_of(struct bettor *b, const struct world *w)
{
    const bool guilty = b->n->sc->culprit[w->culprit].guilty;
    if (b->party == bet_fields(b)[FIELD_VICTIM] || !b->claims) {
        return guilty ? FIRST : SECOND;
    }
    return bet_fields(b)[FIELD_WORD] == WORD_FALSE ? SECOND : FIRST;
}

static void share_out(struct bettor *b)
{
    int sum = 0;
    for (int i = 0; i < b->worlds; i++) {
        sum += b->world[i].weight;
    }
    for (int i = 0; i < b->worlds; i++) {
        b->world[i].weight = sum ? b->world[i].weight * PER_MILLE / sum : PER_MILLE / b->worlds;
    }
}

void bet_find_worlds(struct bettor *b)
{
    if (b->case_at < 0) {
        b->world[b->worlds++] = (struct world){ -1, FIRST, PER_MILLE };
        return;
    }
    int belief[MAX_CULPRITS] = { 0 };
    if (b->party == bet_fields(b)[FIELD_VICTIM]) {
        belief_case(b->n->sc, b->n->view, b->case_at, belief);
    }
    const int16_t truth = bet_fields(b)[FIELD_CULPRIT];
    for (int i = 0; i < b->n->sc->culprits; i++) {
        bet_fields(b)[FIELD_CULPRIT] = truth;
        const int weight = weigh(b, belief, i);
        if (weight > 0) {
            struct world *w = &b->world[b->worlds++];
            *w = (struct world){ i, FIRST, weight };
            bet_suppose(b, w);
            w->class = class_of(b, w);
        }
        if (bet_fields(b)[FIELD_REVEALED] && weight > 0) {
            break; /* it is known */
        }
    }
    share_out(b);
}
