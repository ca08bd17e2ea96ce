/* why_text.c: a change in words.
 *
 * For a party nothing is given away: a move of the other side is named as it looked; what it chose
 * in private is not named at all. */
#include "match/say.h"
#include "match/why.h"

bool why_among(struct rows rows, int row)
{
    return row >= rows.first && row < rows.first + rows.count;
}

bool why_revealed(const struct scenario *sc, const struct change *change)
{
    const struct row *row = &sc->row[change->row];
    return why_among(sc->moment[MOMENT_REVEALED], change->row) ||
           (row->source == SOURCE_MOVE && why_among(sc->move[row->element].revealed, change->row));
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

/* ---- moves ---- */

static const char *true_move(const struct narrator *n, const struct change *c, const struct move *m)
{
    const char *country = narrate_title(n, n->sc->actor[c->own].country, c->own);
    const char *title = narrate(n, m->title, c->own, c->case_at, 0);
    const char *form = narrate(n, m->secretly, c->own, c->case_at, 0);
    return *form ? pool_text(n->pool, _("%s: %s, %s"), country, title, form)
                 : pool_text(n->pool, _("%s: %s"), country, title);
}

static const char *seen_move(const struct narrator *n, const struct change *c, int move)
{
    const bool mine = c->own == n->view->party;
    if (!mine && n->sc->beat[n->sc->move[move].beat].secret) {
        return _("Their private orders: not known yet");
    }
    const struct move *m = &n->sc->move[mine ? move : n->sc->move[move].seen_as];
    const char *because = narrate(n, m->because[!mine], c->own, c->case_at, 0);
    if (*because != '\0') {
        return because;
    }
    const char *title = narrate(n, m->title, c->own, c->case_at, 0);
    return pool_text(n->pool, mine ? _("You: %s") : _("They: %s"), title);
}

/* ---- all kinds ---- */

static const char *commitment_text(const struct narrator *n, const struct change *c, int index)
{
    const struct commitment *k = &n->sc->commitment[index];
    const char *title = narrate(n, k->title, c->own, c->case_at, 0);
    const char *format = _("In force: %s");
    if (why_among(k->signing, c->row)) {
        format = k->promise ? _("Promised: %s") : _("Signed: %s");
    } else if (why_among(k->kept, c->row)) {
        format = _("Kept: %s");
    } else if (why_among(k->broken, c->row)) {
        format = _("Broken: %s");
    } else if (why_among(k->lapsed, c->row)) {
        format = _("Lapsed: %s");
    }
    return pool_text(n->pool, format, title);
}

static const char *plain_text(const struct narrator *n, const struct change *c, bool truth)
{
    const struct row *row = &n->sc->row[c->row];
    switch (row->source) {
    case SOURCE_MOVE:
        return truth ? true_move(n, c, &n->sc->move[row->element]) : seen_move(n, c, row->element);
    case SOURCE_RULE:
        return narrate(n, n->sc->rule[row->element].because, c->own, c->case_at, 0);
    case SOURCE_COMMITMENT:
        return commitment_text(n, c, row->element);
    default:
        return _("A new act begins");
    }
}

const char *why_text(const struct narrator *n, const struct change *change, bool truth)
{
    const char *text = plain_text(n, change, truth);
    if (why_revealed(n->sc, change)) {
        return came_out(n, change, text);
    }
    return *text ? text : _("What followed");
}

/* ---- commitments themselves ---- */

const char *why_event_text(const struct narrator *n, const struct change *change,
                           enum why_event event, bool truth)
{
    static const char *const say[3][WHY_ENDED + 1] = {
        { N_("Signed: %s"), N_("Kept: %s"), N_("Broken: %s"), N_("Lapsed: %s"), N_("Ended: %s") },
        { N_("You promised: %s"), N_("You kept: %s"), N_("You broke: %s"), N_("You let lapse: %s"),
          N_("Your promise ended: %s") },
        { N_("They promised: %s"), N_("They kept: %s"), N_("They broke: %s"),
          N_("They let lapse: %s"), N_("Their promise ended: %s") },
    };
    const struct commitment *k = &n->sc->commitment[why_commitment(n->sc, change->slot)];
    const int giver = k->promise ? change->slot - k->slot : n->view->party;
    const char *title = narrate_title(n, k->title, giver);
    if (k->promise && truth) {
        const char *country = narrate_title(n, n->sc->actor[giver].country, giver);
        const char *what = event == WHY_BEGUN ? _("Promised: %s") : _(say[0][event]);
        return pool_text(n->pool, _("%s: %s"), country, pool_text(n->pool, what, title));
    }
    const int whose = !k->promise ? 0 : giver == n->view->party ? 1 : 2;
    return pool_text(n->pool, _(say[whose][event]), title);
}
