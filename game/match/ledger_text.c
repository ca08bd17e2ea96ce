/* ledger_text.c: why a number changed, in words that give nothing away.
 *
 * A move of the other side is named as it looked; what it chose in private is not named at all. */
#include "match/say.h"
#include "match/table_build.h"

static bool among(struct rows rows, int row)
{
    return row >= rows.first && row < rows.first + rows.count;
}

static const char *title_of_case(const struct narrator *n, int case_at)
{
    const int16_t *field = n->view->s.file[case_at].field;
    return narrate(n, n->sc->incident[field[FIELD_INCIDENT]].title, field[FIELD_VICTIM], case_at,
                   0);
}

static const char *came_out(const struct narrator *n, const struct change *c, const char *because)
{
    const char *title = title_of_case(n, c->case_at);
    return *because ? pool_text(n->pool, _("Truth came out, “%s”: %s"), title, because)
                    : pool_text(n->pool, _("Truth came out: “%s”"), title);
}

static const char *move_text(const struct narrator *n, const struct change *c, int move)
{
    const bool mine = c->own == n->view->party;
    if (!mine && n->sc->beat[n->sc->move[move].beat].secret) {
        return _("Their private orders");
    }
    const struct move *m = &n->sc->move[mine ? move : n->sc->move[move].seen_as];
    const char *because = narrate(n, m->because[!mine], c->own, c->case_at, 0);
    if (*because == '\0') {
        const char *title = narrate(n, m->title, c->own, c->case_at, 0);
        because = pool_text(n->pool, mine ? _("You: %s") : _("They: %s"), title);
    }
    return among(n->sc->move[move].revealed, c->row) ? came_out(n, c, because) : because;
}

static const char *rule_text(const struct narrator *n, const struct change *c, int rule)
{
    const char *because = narrate(n, n->sc->rule[rule].because, c->own, c->case_at, 0);
    if (among(n->sc->moment[MOMENT_REVEALED], c->row)) {
        return came_out(n, c, because);
    }
    return *because ? because : _("What followed");
}

static const char *commitment_text(const struct narrator *n, const struct change *c, int index)
{
    const struct commitment *k = &n->sc->commitment[index];
    const char *title = narrate(n, k->title, c->own, c->case_at, 0);
    const char *format = _("In force: %s");
    if (among(k->signing, c->row)) {
        format = k->promise ? _("Promised: %s") : _("Signed: %s");
    } else if (among(k->kept, c->row)) {
        format = _("Kept: %s");
    } else if (among(k->broken, c->row)) {
        format = _("Broken: %s");
    } else if (among(k->lapsed, c->row)) {
        format = _("Lapsed: %s");
    }
    return pool_text(n->pool, format, title);
}

const char *ledger_text(const struct narrator *n, const struct change *c)
{
    const struct row *row = &n->sc->row[c->row];
    switch (row->source) {
    case SOURCE_MOVE:
        return move_text(n, c, row->element);
    case SOURCE_RULE:
        return rule_text(n, c, row->element);
    case SOURCE_COMMITMENT:
        return commitment_text(n, c, row->element);
    default:
        return _("A new part of the year begins");
    }
}

/* ---- commitments ---- */

int ledger_commitment(const struct scenario *sc, int slot)
{
    for (int i = 0; i < sc->commitments; i++) {
        const struct commitment *k = &sc->commitment[i];
        if (slot == k->slot || (k->promise && slot == k->slot + 1)) {
            return i;
        }
    }
    return -1;
}

enum change_of { BEGUN, KEPT, BROKEN, LAPSED, ENDED };

/* Its rows that follow say how it ended. */
static enum change_of ended(const struct scenario *sc, const struct ledger *ledger, int at,
                            const struct commitment *k)
{
    if (ledger->change[at].row != 0) {
        return BROKEN;
    }
    for (int i = at + 1; i < ledger->count; i++) {
        const int row = ledger->change[i].row;
        if (sc->row[row].source != SOURCE_COMMITMENT) {
            continue;
        }
        if (among(k->kept, row)) {
            return KEPT;
        }
        if (among(k->broken, row)) {
            return BROKEN;
        }
        if (among(k->lapsed, row)) {
            return LAPSED;
        }
    }
    return ENDED;
}

const char *ledger_event(const struct narrator *n, const struct ledger *ledger, int at)
{
    static const char *const say[3][ENDED + 1] = {
        { N_("Signed: %s"), N_("Kept: %s"), N_("Broken: %s"), N_("Lapsed: %s"), N_("Ended: %s") },
        { N_("You promised: %s"), N_("You kept: %s"), N_("You broke: %s"), N_("You let lapse: %s"),
          N_("Your promise ended: %s") },
        { N_("They promised: %s"), N_("They kept: %s"), N_("They broke: %s"),
          N_("They let lapse: %s"), N_("Their promise ended: %s") },
    };
    const struct change *c = &ledger->change[at];
    const struct commitment *k = &n->sc->commitment[ledger_commitment(n->sc, c->slot)];
    const int giver = k->promise ? c->slot - k->slot : n->view->party;
    const int whose = !k->promise ? 0 : giver == n->view->party ? 1 : 2;
    const enum change_of what = c->amount > 0 ? BEGUN : ended(n->sc, ledger, at, k);
    return pool_text(n->pool, _(say[whose][what]), narrate_title(n, k->title, giver));
}
