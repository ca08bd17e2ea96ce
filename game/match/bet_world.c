/* bet_world.c: what may be so, as far as the party knows. */
#include "match/bet_world.h"

#include "minister/belief.h"

#include <string.h>

struct knower bet_knower(struct bettor *b, int own)
{
    struct knower k = know_init(b->n->sc, &b->view, own, b->case_at);
    k.supposes = true;
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
    if (b->doubt >= 0) {
        field[FIELD_REAL + b->doubt] = (int16_t)b->form[w->form];
    }
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

/* The last words of the other side that have several forms, if the truth of them is not out. */
static void find_doubt(struct bettor *b)
{
    const struct scenario *sc = b->n->sc;
    const struct case_file *file = &b->view.s.file[b->case_at];
    for (int i = 0; i < MAX_ROUND_BEATS && !file->field[FIELD_REVEALED]; i++) {
        int form[BET_FORMS];
        const int forms = know_forms(sc, file, i, form, BET_FORMS);
        const bool theirs = forms > 1 && (sc->beat[sc->move[form[0]].beat].by == BY_VICTIM) !=
                                             (file->field[FIELD_VICTIM] == b->party);
        if (theirs) {
            b->doubt = i;
            b->forms = forms;
            memcpy(b->form, form, sizeof form);
        }
    }
}

static void share_out(struct bettor *b)
{
    int64_t sum = 0;
    for (int i = 0; i < b->worlds; i++) {
        sum += b->world[i].weight;
    }
    for (int i = 0; i < b->worlds; i++) {
        int *weight = &b->world[i].weight;
        *weight = sum ? (int)((int64_t)*weight * PER_MILLE / sum) : PER_MILLE / b->worlds;
    }
}

void bet_find_worlds(struct bettor *b)
{
    if (b->case_at < 0) {
        b->world[b->worlds++] = (struct world){ -1, 0, FIRST, PER_MILLE };
        return;
    }
    find_doubt(b);
    int belief[MAX_CULPRITS] = { 0 };
    if (b->party == bet_fields(b)[FIELD_VICTIM]) {
        belief_case(b->n->sc, b->n->view, b->case_at, belief);
    }
    const int16_t truth = bet_fields(b)[FIELD_CULPRIT];
    for (int i = 0; i < b->n->sc->culprits; i++) {
        bet_fields(b)[FIELD_CULPRIT] = truth;
        const int weight = weigh(b, belief, i);
        for (int form = 0; weight > 0 && form < b->forms; form++) {
            const int group = b->n->sc->culprit[i].guilty ? FIRST : SECOND;
            b->world[b->worlds++] =
                (struct world){ i, form, group, weight * (BET_FORMS * 3) / b->forms };
        }
        if (bet_fields(b)[FIELD_REVEALED] && weight > 0) {
            break; /* it is known */
        }
    }
    share_out(b);
}
