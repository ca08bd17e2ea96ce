/* debrief_questions.c: four questions made from a game, each with the concept behind it. */
#include "match/debrief_build.h"
#include "match/say.h"

#include <stdlib.h>

/* How well a question fits the game. */
enum fit { FIT_ALWAYS, FIT_SOME, FIT_WELL };

struct candidate {
    enum fit fit;
    const char *text;
};

/* ---- attribution ---- */

/* Charged by the reader: in public, and knowing least, first. */
static const struct debrief_case *boldest_charge(const struct debrief *d)
{
    const struct debrief_case *best = NULL;
    for (int i = 0; i < d->cases; i++) {
        const struct debrief_case *c = &d->file[i];
        const bool charged = c->victim == d->party && c->opened_number > 0 &&
                             c->opened_family == FAMILY_ACCUSE && c->believed_first >= 0;
        if (charged &&
            (best == NULL || c->opened_open > best->opened_open ||
             (c->opened_open == best->opened_open && c->believed_first < best->believed_first))) {
            best = c;
        }
    }
    return best;
}

static int miss(const struct debrief_case *c)
{
    return abs(c->believed - (c->guilty ? 10 : 0));
}

/* In which the reader's belief was farthest from the truth. */
static const struct debrief_case *farthest(const struct debrief *d)
{
    const struct debrief_case *best = NULL;
    for (int i = 0; i < d->cases; i++) {
        const struct debrief_case *c = &d->file[i];
        if (c->victim == d->party && c->believed >= 0 && (best == NULL || miss(c) > miss(best))) {
            best = c;
        }
    }
    return best;
}

static struct candidate attribution(const struct debrief_builder *b)
{
    const struct debrief_case *charge = boldest_charge(b->d), *far = farthest(b->d);
    if (charge != NULL) {
        const char *format =
            charge->guilty
                ? _("In round %d you chose “%s” at %d in 10, and it was them. Who gained by it?")
                : _("In round %d you chose “%s” at %d in 10, and it was not them. Who gained by "
                    "it?");
        return (struct candidate){ FIT_WELL, pool_text(b->pool, format, charge->round,
                                                       charge->opened, charge->believed_first) };
    }
    if (far != NULL) {
        const char *format =
            far->guilty
                ? _("In round %d you held them %d in 10 likely, and it was them. What could "
                    "have told you more, and at what price?")
                : _("In round %d you held them %d in 10 likely, and it was not them. What "
                    "could have told you more, and at what price?");
        return (struct candidate){ FIT_SOME,
                                   pool_text(b->pool, format, far->round, far->believed) };
    }
    return (struct candidate){
        FIT_ALWAYS, _("No case was yours to judge. Whom would you have asked first, and why?")
    };
}

/* ---- prices ---- */

/* What a decision took from its own side in the number of the sides that suffered most by the move
 * itself; *title names it. 0: nothing. */
static int price(const struct debrief_builder *b, const struct step *step, const char **title)
{
    int most = 0;
    for (int i = 0; i < b->sc->meters; i++) {
        const struct meter *m = &b->sc->meter[i];
        int sum = 0;
        for (int k = 0; m->shown == SHOWN_SIDE && m->party && k < step->ledger.count; k++) {
            const struct change *c = &step->ledger.change[k];
            const struct row *row = &b->sc->row[c->row];
            const bool own = row->source == SOURCE_MOVE && row->element == step->move;
            sum += own && c->slot == m->slot + step->party ? -m->good * c->amount : 0;
        }
        if (sum > most) {
            most = sum;
            *title = narrate_title(&b->n, m->title, step->party);
        }
    }
    return most;
}

/* ---- audience cost ---- */

/* What it cost to step back from a case; 0: nothing, or nobody did. */
static int way_back(const struct debrief_builder *b, const struct debrief_case *c,
                    const char **title)
{
    const bool helped = c->closed_number > 0 && c->closed_family == FAMILY_COOPERATE;
    return helped ? price(b, match_step(b->m, c->closed_number - 1), title) : 0;
}

/* A public charge, one that was dearly taken back if possible, and by the reader if possible. */
static const struct debrief_case *public_charge(const struct debrief_builder *b)
{
    const struct debrief_case *best = NULL;
    int most = -1;
    for (int i = 0; i < b->d->cases; i++) {
        const struct debrief_case *c = &b->d->file[i];
        const char *title;
        const bool charged =
            c->opened_number > 0 && c->opened_open && c->opened_family == FAMILY_ACCUSE;
        const int weight = 2 * (way_back(b, c, &title) > 0) + (c->victim == b->party);
        if (charged && weight > most) {
            most = weight;
            best = c;
        }
    }
    return best;
}

static int spoken_aloud(const struct debrief_builder *b, int party)
{
    int count = 0;
    for (int i = 0; i < match_steps(b->m); i++) {
        const struct step *step = match_step(b->m, i);
        count += step->party == party && !(step->move & MOVE_SET) && b->sc->move[step->move].open;
    }
    return count;
}

static struct candidate audience_cost(const struct debrief_builder *b)
{
    const struct debrief_case *c = public_charge(b);
    if (c == NULL) {
        return (struct candidate){
            FIT_ALWAYS, pool_text(b->pool,
                                  _("You spoke in public %d times, they %d times, and neither "
                                    "charged the other aloud. What was gained by silence?"),
                                  spoken_aloud(b, b->party), spoken_aloud(b, 1 - b->party))
        };
    }
    const char *of = "";
    const bool mine = c->victim == b->party;
    const int cost = way_back(b, c, &of);
    if (cost > 0) {
        const char *format =
            mine ? _("In round %d you chose “%s” before everybody, then “%s”, at a price of %d "
                     "(%s). Who was watching, and was it worth it?")
                 : _("In round %d they chose “%s” before everybody, then “%s”, at a price of %d "
                     "(%s). How could you have made it cheaper?");
        return (struct candidate){ FIT_WELL, pool_text(b->pool, format, c->round, c->opened,
                                                       c->closed, cost, of) };
    }
    const char *format = mine
                             ? _("In round %d you chose “%s” before everybody. What would it have "
                                 "cost you to take it back?")
                             : _("In round %d they chose “%s” before everybody. What would it have "
                                 "cost them to take it back?");
    return (struct candidate){ FIT_SOME, pool_text(b->pool, format, c->round, c->opened) };
}

/* ---- costly signal ---- */

/* The helpful answer that cost its side most, and the words that may have been empty. */
static const struct step *dearest_answer(const struct debrief_builder *b, int *most,
                                         const char **title)
{
    const struct step *best = NULL;
    *most = 0;
    for (int i = 0; i < match_steps(b->m); i++) {
        const struct step *step = match_step(b->m, i);
        if (b->sc->beat[step->beat].by != BY_SUSPECT ||
            b->sc->move[step->move].family != FAMILY_COOPERATE) {
            continue;
        }
        const char *of = "";
        const int cost = price(b, step, &of);
        if (cost > *most) {
            *most = cost;
            *title = of;
            best = step;
        }
    }
    return best;
}

static const struct debrief_case *double_words(const struct debrief *d)
{
    for (int i = 0; i < d->cases; i++) {
        if (*d->file[i].secretly && d->file[i].victim == d->party) {
            return &d->file[i];
        }
    }
    return NULL;
}

static struct candidate costly_signal(const struct debrief_builder *b)
{
    int cost;
    const char *of = "";
    const struct step *step = dearest_answer(b, &cost, &of);
    const struct debrief_case *c = double_words(b->d);
    if (step != NULL) {
        const char *title = narrate_title(&b->n, b->sc->move[step->move].title, step->party);
        const char *format =
            step->party == b->party
                ? _("In round %d you answered “%s”, and it cost you %d (%s). Were you believed the "
                    "more for it?")
                : _("In round %d they answered “%s”, and it cost them %d (%s). Did you believe them "
                    "the more for it?");
        return (struct candidate){ FIT_WELL,
                                   pool_text(b->pool, format, step->round, title, cost, of) };
    }
    if (c != NULL) {
        return (struct candidate){
            FIT_SOME, pool_text(b->pool,
                                _("In round %d they answered “%s”, words that can be meant or only "
                                  "said. What could you have asked for that nobody gives who only "
                                  "says so?"),
                                c->round, c->said_title)
        };
    }
    return (struct candidate){ FIT_ALWAYS,
                               _("No answer of this game cost its side anything. Which one would "
                                 "have been worth its price?") };
}

/* ---- security dilemma ---- */

/* Two secret choices of one beat, the hardest of the game; false when there are none. */
static bool hardest_orders(const struct debrief_builder *b, const struct step *out[MAX_PARTIES])
{
    int most = -1;
    for (int i = 0; i < match_steps(b->m); i++) {
        const struct step *mine = match_step(b->m, i);
        if (!b->sc->beat[mine->beat].secret || mine->party != b->party) {
            continue;
        }
        const struct step *theirs = debrief_step(b, mine->round, mine->beat, 1 - b->party);
        if (theirs == NULL || ((mine->move | theirs->move) & MOVE_SET)) {
            continue;
        }
        const int weight = (b->sc->move[mine->move].family != FAMILY_COOPERATE) +
                           (b->sc->move[theirs->move].family != FAMILY_COOPERATE);
        if (weight > most) {
            most = weight;
            out[0] = mine;
            out[1] = theirs;
        }
    }
    return most >= 0;
}

/* The number of the table that is best low, at its highest. */
static const struct debrief_line *highest(const struct debrief *d, int *round)
{
    for (int i = 0; i < d->lines; i++) {
        const struct debrief_line *line = &d->line[i];
        if (line->good < 0) {
            *round = 1;
            for (int r = 2; r <= d->round; r++) {
                *round = line->value[r - 1] > line->value[*round - 1] ? r : *round;
            }
            return line;
        }
    }
    return NULL;
}

static struct candidate security_dilemma(const struct debrief_builder *b)
{
    const struct step *step[MAX_PARTIES];
    int round = 0;
    const struct debrief_line *line = highest(b->d, &round);
    if (hardest_orders(b, step)) {
        return (struct candidate){
            FIT_WELL, pool_text(b->pool,
                                _("In round %d you ordered “%s” and they “%s”, neither knowing of "
                                  "the other. What would you have ordered, had you seen theirs?"),
                                step[0]->round, debrief_move(b, step[0]->move, b->party, -1),
                                debrief_move(b, step[1]->move, 1 - b->party, -1))
        };
    }
    if (line != NULL) {
        return (struct candidate){
            FIT_SOME, pool_text(b->pool,
                                _("%s stood highest in round %d, at %d. Which steps before it does "
                                  "each side call defence?"),
                                line->title, round, line->value[round - 1])
        };
    }
    return (struct candidate){ FIT_ALWAYS,
                               _("Which of your steps could the other side take for a threat?") };
}

/* ---- commitment ---- */

/* An agreement that would have spared most on the grave night. */
static const struct debrief_channel *best_channel(const struct debrief *d)
{
    const struct debrief_channel *best = NULL;
    for (int i = 0; d->grave != NULL && i < d->grave->channels; i++) {
        const struct debrief_channel *c = &d->grave->channel[i];
        if (!c->stood && c->cost < d->grave->cost && (best == NULL || c->cost < best->cost)) {
            best = c;
        }
    }
    return best;
}

static const struct debrief_bar *worst_bar(const struct debrief *d)
{
    const struct debrief_bar *best = NULL;
    for (int i = 0; i < d->bars; i++) {
        const struct debrief_bar *bar = &d->bar[i];
        const bool failed = bar->fate == FATE_BROKEN || bar->fate == FATE_LAPSED;
        if (best == NULL || (failed && best->fate != FATE_BROKEN && best->fate != FATE_LAPSED)) {
            best = bar;
        }
    }
    return best;
}

static struct candidate commitment(const struct debrief_builder *b)
{
    const struct debrief_channel *channel = best_channel(b->d);
    const struct debrief_bar *bar = worst_bar(b->d);
    if (channel != NULL) {
        return (struct candidate){
            FIT_WELL, pool_text(b->pool,
                                _("Without the %s the grave night cost %d and not %d. What would "
                                  "signing have cost on the day?"),
                                channel->title, b->d->grave->cost, channel->cost)
        };
    }
    if (bar == NULL) {
        return (struct candidate){ FIT_SOME, _("The two of you signed nothing. Which promise would "
                                               "you have believed, and why that one?") };
    }
    if (bar->fate == FATE_BROKEN || bar->fate == FATE_LAPSED) {
        return (struct candidate){ FIT_WELL,
                                   pool_text(b->pool,
                                             _("“%s”, given in round %d: %s in round %d. What "
                                               "would have made it hold?"),
                                             bar->title, bar->from, bar->fate_title, bar->to) };
    }
    return (struct candidate){
        FIT_SOME, pool_text(b->pool,
                            _("“%s”, given in round %d, held. Was it kept because it "
                              "was promised, or promised because it was easy to keep?"),
                            bar->title, bar->from)
    };
}

/* ---- four of the five ---- */

/* The one that fits least is left out; of equals, each game another. */
void debrief_questions(struct debrief_builder *b)
{
    const struct candidate candidate[CONCEPTS] = { attribution(b), audience_cost(b),
                                                   costly_signal(b), security_dilemma(b),
                                                   commitment(b) };
    int worst = (int)(match_hash(b->m) % CONCEPTS), count = 0;
    for (int i = 0; i < CONCEPTS; i++) {
        worst = candidate[i].fit < candidate[worst].fit ? i : worst;
    }
    for (int i = 0; i < CONCEPTS; i++) {
        if (i != worst) {
            b->d->question[count++] =
                debrief_question_of((enum debrief_concept)i, candidate[i].text);
        }
    }
}
