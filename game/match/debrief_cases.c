/* debrief_cases.c: each incident: what was believed, said, ordered, so, and what came out. */
#include "match/debrief_build.h"
#include "match/say.h"
#include "match/table_build.h"

enum { EVEN = 5 }; /* tenths: as likely as not */

/* ---- what was said ---- */

static const struct round_kind *kind_of(const struct debrief_builder *b, int round)
{
    return &b->sc->round_kind[b->sc->calendar[round - 1]];
}

/* What is said is quoted as it was heard then. */
static const char *speech(struct debrief_builder *b, const struct step *step, int case_at)
{
    const struct narrator *n = debrief_at(b, step->before);
    return narrate_quote(n, narrate_speech(n, step->party, case_at, step->move));
}

static void victim_moved(struct debrief_builder *b, struct debrief_case *c, const struct step *step,
                         int case_at)
{
    const struct move *m = &b->sc->move[step->move];
    const char *title = debrief_move(b, step->move, step->party, case_at);
    c->closed_family = m->family;
    if (c->opened_number == 0) {
        c->opened = title;
        c->opened_number = step->number;
        c->opened_open = m->open;
        c->opened_family = m->family;
    } else {
        c->closed = title;
        c->closed_number = step->number;
    }
}

static void suspect_moved(struct debrief_builder *b, struct debrief_case *c,
                          const struct step *step, int case_at)
{
    const struct move *m = &b->sc->move[step->move];
    c->said_title = narrate(&b->n, m->title, step->party, case_at, 0);
    c->secretly = narrate(&b->n, m->secretly, step->party, case_at, 0);
    c->said = speech(b, step, case_at);
    c->said_open = m->open;
    c->said_family = m->family;
}

static void words(struct debrief_builder *b, struct debrief_case *c, int case_at)
{
    const struct round_kind *kind = kind_of(b, c->round);
    c->opened = c->closed = c->said_title = c->said = c->secretly = "";
    for (int i = 0; i < kind->beats; i++) {
        const struct step *step = debrief_step(b, c->round, kind->beat[i], -1);
        const int by = b->sc->beat[kind->beat[i]].by;
        if (step != NULL && by == BY_VICTIM) {
            victim_moved(b, c, step, case_at);
        } else if (step != NULL && by == BY_SUSPECT) {
            suspect_moved(b, c, step, case_at);
        }
    }
}

/* The stamp that the last claim has, or would have once the truth is out. */
static enum word verdict(const struct debrief_builder *b, int case_at)
{
    const int16_t *field = b->all.s.file[case_at].field;
    enum word word = (enum word)field[FIELD_WORD];
    if (word != WORD_OPEN) {
        return word;
    }
    const struct context c = row_reader(b->sc, &b->all.s, field[FIELD_VICTIM], case_at);
    for (int i = 0; i < MAX_ROUND_BEATS; i++) {
        const int move = field[FIELD_REAL + i];
        if (move != NONE && b->sc->move[move].claims) {
            word = row_holds(&c, b->sc->move[move].says) ? WORD_STRAIGHT : WORD_FALSE;
        }
    }
    return word;
}

/* ---- what was ordered ---- */

static bool orders_so(const struct scenario *sc, const struct move *move, int slot, int value)
{
    for (int i = move->now.first; i < move->now.first + move->now.count; i++) {
        for (int k = sc->row[i].first_op; k < sc->row[i].first_op + sc->row[i].ops; k++) {
            const struct op *op = &sc->op[k];
            if (op->verb == OP_SET && op->target.who == WHO_OWN && op->target.index == slot &&
                sc->amount[op->amount].terms == 0 && sc->amount[op->amount].base == value) {
                return true;
            }
        }
    }
    return false;
}

/* A private number by the order that makes it so, else by itself. */
static const char *order(const struct debrief_builder *b, const struct meter *m, int value,
                         int party)
{
    for (int i = 0; i < b->sc->moves; i++) {
        const struct move *move = &b->sc->move[i];
        if (b->sc->beat[move->beat].secret && orders_so(b->sc, move, m->slot, value)) {
            return narrate_title(&b->n, move->title, party);
        }
    }
    return pool_text(b->pool, _("%s: %d"), narrate_title(&b->n, m->title, party), value);
}

/* What a side last chose in secret before a round. */
static const char *last_secret(const struct debrief_builder *b, int party, int round)
{
    const char *title = "";
    for (int i = 0; i < match_steps(b->m); i++) {
        const struct step *step = match_step(b->m, i);
        if (step->party == party && step->round < round && b->sc->beat[step->beat].secret) {
            title = debrief_move(b, step->move, party, -1);
        }
    }
    return title;
}

/* The numbers that only a side itself knows are what it ordered. */
static const char *ordered(const struct debrief_builder *b, const struct state *s, int party)
{
    const char *text[MAX_METERS];
    int count = 0;
    for (int i = 0; i < b->sc->meters; i++) {
        const struct meter *m = &b->sc->meter[i];
        if (m->party && m->see == SEE_OWN) {
            text[count++] = order(b, m, s->slot[m->slot + party], party);
        }
    }
    return count > 0 ? debrief_and(b, text, count) : last_secret(b, party, state_round(s));
}

/* The state in which the first decision about a case was due, or the last one. */
static const struct state *state_of(const struct debrief_builder *b, int case_at)
{
    int at = 0;
    while (at < match_steps(b->m) && match_state(b->m, at)->cases <= case_at) {
        at++;
    }
    return match_state(b->m, at);
}

/* ---- what was so ---- */

static void truth(const struct debrief_builder *b, struct debrief_case *c, int case_at)
{
    static const enum debrief_hand hand[FROM_COUNT] = {
        [FROM_SUSPECT] = HAND_COUNTRY, [FROM_OTHER] = HAND_ELSEWHERE, [FROM_NOBODY] = HAND_NOBODY
    };
    const int16_t *field = b->all.s.file[case_at].field;
    const struct culprit *culprit = &b->sc->culprit[field[FIELD_CULPRIT]];
    const struct incident *in = &b->sc->incident[field[FIELD_INCIDENT]];
    c->guilty = culprit->guilty;
    c->hand = culprit->guilty ? HAND_SUSPECT : hand[culprit->from];
    c->culprit_id = culprit->id;
    c->culprit = narrate(&b->n, culprit->title, c->victim, case_at, 0);
    c->whose = c->culprit;
    if (culprit->from == FROM_SUSPECT) {
        /* TRANSLATORS: a country, and who in it: "China: criminals" */
        c->whose = pool_text(b->pool, _("%s: %s"), b->d->side[1 - c->victim].name, c->culprit);
    }
    c->truth = narrate(&b->n, in->truth[field[FIELD_CULPRIT]], c->victim, case_at, 0);
    c->ref = in->ref;
    c->claim = in->claim;
    c->incident = field[FIELD_INCIDENT];
}

static const char *came_out(const struct debrief_builder *b, const struct debrief_case *c)
{
    const int later = c->revealed - c->round;
    if (c->revealed == 0) {
        return _("never");
    }
    const char *date = narrate_date(&b->n, c->revealed);
    if (later == 0) {
        return pool_text(b->pool, _("%s, at once"), date);
    }
    return pool_text(b->pool,
                     ngettext("%s, %d round later", "%s, %d rounds later", (unsigned long)later),
                     date, later);
}

/* ---- what was believed ---- */

static int dots_at(struct debrief_builder *b, int state, int case_at, int victim)
{
    struct view view;
    view_of(b->sc, match_state(b->m, state), victim, &view);
    const struct narrator n = { b->sc, b->pool, &view };
    return table_belief_of(&n, case_at).guilty;
}

/* At the victim's first decision, and at its last before the truth was out. */
static void believed(struct debrief_builder *b, struct debrief_case *c, int case_at)
{
    int first = -1, last = -1;
    for (int i = 0; i < match_steps(b->m); i++) {
        const struct step *step = match_step(b->m, i);
        const struct state *before = match_state(b->m, step->before);
        if (step->round == c->round && step->party == c->victim && case_at < before->cases &&
            !before->file[case_at].field[FIELD_REVEALED]) {
            first = first < 0 || step->number == c->opened_number ? step->before : first;
            last = step->before;
        }
    }
    c->believed_first = c->believed = -1;
    c->believes = "";
    if (last >= 0) {
        c->believed_first = dots_at(b, first, case_at, c->victim);
        c->believed = dots_at(b, last, case_at, c->victim);
        c->believes = pool_text(b->pool, _("%s in ten"), narrate_count(&b->n, c->believed));
    }
}

/* Cases held more likely than not (+1), as likely (0), less (-1), and those of them in which it was
 * the suspect. */
static void count_leaning(const struct debrief_belief *belief, int leaning, int *cases, int *so)
{
    *cases = *so = 0;
    for (int i = 0; i < DEBRIEF_TENTHS; i++) {
        if ((i > EVEN) - (i < EVEN) == leaning) {
            *cases += belief->held[i];
            *so += belief->so[i];
        }
    }
}

static void tell_belief(const struct debrief_builder *b, int party)
{
    static const char *const say[2][3] = {
        { N_("When you held them unlikely, it was them in %d of %d."),
          N_("When you held it even, it was them in %d of %d."),
          N_("When you held them likely, it was them in %d of %d.") },
        { N_("When they held you unlikely, it was you in %d of %d."),
          N_("When they held it even, it was you in %d of %d."),
          N_("When they held you likely, it was you in %d of %d.") },
    };
    struct debrief_belief *belief = &b->d->side[party].belief;
    belief->text = "";
    for (int leaning = 1; leaning >= -1; leaning--) {
        int cases, so;
        count_leaning(belief, leaning, &cases, &so);
        if (cases > 0) {
            const char *text =
                pool_text(b->pool, _(say[party != b->party][leaning + 1]), so, cases);
            belief->text = *belief->text ? pool_text(b->pool, "%s %s", belief->text, text) : text;
        }
    }
    if (belief->cases == 0) {
        belief->text = party == b->party ? _("No case was yours to judge.")
                                         : _("No case was theirs to judge.");
    }
}

static void add_belief(struct debrief_belief *belief, const struct debrief_case *c)
{
    if (c->believed >= 0) {
        belief->cases++;
        belief->guilty += c->guilty;
        belief->held[c->believed]++;
        belief->so[c->believed] += c->guilty;
    }
}

/* ---- all of them ---- */

static void case_of(struct debrief_builder *b, struct debrief_case *c, int case_at)
{
    const int16_t *field = b->all.s.file[case_at].field;
    const struct incident *in = &b->sc->incident[field[FIELD_INCIDENT]];
    c->round = field[FIELD_ROUND];
    c->victim = field[FIELD_VICTIM];
    c->severity = field[FIELD_SEVERITY];
    c->severe = field[FIELD_SEVERE];
    c->id = in->id;
    c->date = narrate_date(&b->n, c->round);
    c->title = narrate(&b->n, in->title, c->victim, case_at, 0);
    c->kind = narrate(&b->n, b->sc->kind[in->kind].title, c->victim, case_at, 0);
    words(b, c, case_at);
    c->word = verdict(b, case_at);
    c->word_title = table_word_title(c->word);
    truth(b, c, case_at);
    c->ordered = ordered(b, state_of(b, case_at), 1 - c->victim);
    c->revealed = field[FIELD_REVEALED];
    c->came_out = came_out(b, c);
    believed(b, c, case_at);
}

void debrief_cases(struct debrief_builder *b)
{
    struct debrief *d = b->d;
    d->cases = b->all.s.cases;
    d->file = pool_take(b->pool, (1 + (size_t)d->cases) * sizeof *d->file);
    for (int i = 0; i < d->cases; i++) {
        case_of(b, &d->file[i], i);
        add_belief(&d->side[d->file[i].victim].belief, &d->file[i]);
    }
    tell_belief(b, 0);
    tell_belief(b, 1);
}
