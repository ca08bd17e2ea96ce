/* table_sheet.c: the incident on the desk, as each chair sees it. */
#include "match/say.h"
#include "match/table_build.h"

/* The grave incidents have a scale of their own. */
static int worst(const struct scenario *sc, bool severe)
{
    int most = 0;
    for (int i = 0; i < sc->incidents; i++) {
        const struct incident *in = &sc->incident[i];
        most = in->severe == severe && in->severity[1] > most ? in->severity[1] : most;
    }
    return most;
}

static void describe(struct builder *b, struct table_sheet *sheet, int case_at)
{
    const int16_t *field = b->now.s.file[case_at].field;
    const struct incident *in = &b->sc->incident[field[FIELD_INCIDENT]];
    const int victim = field[FIELD_VICTIM];
    sheet->title = table_case_title(b, case_at);
    sheet->kind = narrate(&b->n, b->sc->kind[in->kind].title, victim, case_at, 0);
    sheet->mine = victim == b->party;
    sheet->severity = field[FIELD_SEVERITY];
    sheet->severe = field[FIELD_SEVERE];
    sheet->most = worst(b->sc, sheet->severe);
    /* TRANSLATORS: kind of incident, then numbers: Theft, severity 4 of 5 */
    sheet->severity_text =
        pool_text(b->pool, _("%s, severity %d of %d"), sheet->kind, sheet->severity, sheet->most);
    sheet->dispatch = narrate(&b->n, in->dispatch, victim, case_at, 0);
    sheet->truth = field[FIELD_REVEALED]
                       ? narrate(&b->n, in->truth[field[FIELD_CULPRIT]], victim, case_at, 0)
                       : "";
}

/* ---- the victim's chair ---- */

static const char *says(const struct builder *b, const struct tier *tier, int value, int case_at)
{
    if (tier->culprit) {
        return narrate(&b->n, b->sc->culprit[value].title, b->party, case_at, 0);
    }
    switch (value) {
    case FROM_SUSPECT:
        return narrate_title(&b->n, b->sc->actor[1 - b->party].country, b->party);
    case FROM_OTHER:
        return _("somewhere else");
    default:
        return _("nobody");
    }
}

static void trace(struct builder *b, struct table_sheet *sheet, int case_at)
{
    static const char *const confidence[MAX_CONFIDENCE] = { N_("low"), N_("medium"), N_("high") };
    const int16_t *field = b->now.s.file[case_at].field;
    const int level = field[FIELD_CONFIDENCE];
    const struct incident *in = &b->sc->incident[field[FIELD_INCIDENT]];
    sheet->trace = narrate(&b->n, in->trace[level], b->party, case_at, 0);
    sheet->confidence = _(confidence[level]);
    sheet->tier = pool_take(b->pool, sizeof *sheet->tier * 2 * MAX_TIERS);
    for (int look = 0; look < field[FIELD_TRACES]; look++) {
        for (int i = 0; i < b->sc->tiers; i++) {
            const struct tier *tier = &b->sc->tier[i];
            const char *odds = narrate_odds(&b->n, tier->accuracy[level]);
            sheet->tier[sheet->tiers++] = (struct table_line){
                narrate_title(&b->n, tier->title, b->party),
                says(b, tier, field[FIELD_TRACE + look * MAX_TIERS + i], case_at),
                *odds ? pool_text(b->pool, _("right %s"), odds) : _("always right"), look > 0, ""
            };
        }
    }
}

/* The state before the suspect's answer, or -1. */
static int before_answer(const struct builder *b, int case_at)
{
    const int16_t *field = b->now.s.file[case_at].field;
    int state = -1;
    for (int i = 0; i < match_steps(b->m); i++) {
        const struct step *step = match_step(b->m, i);
        if (step->round == field[FIELD_ROUND] && step->party != b->party &&
            table_is_said(b->sc, step)) {
            state = step->before;
        }
    }
    return state;
}

static void believe(struct builder *b, struct table_sheet *sheet, int case_at)
{
    const int state = before_answer(b, case_at);
    sheet->believes = !b->now.s.file[case_at].field[FIELD_REVEALED];
    if (sheet->believes) {
        sheet->belief = table_belief_of(&b->n, case_at);
    }
    if (sheet->believes && state >= 0) {
        sheet->before = table_belief_of(builder_at(b, state), case_at);
    }
}

/* What they said of a case of this kind before, when it has come out to be false. */
static void old_words(struct builder *b, struct table_sheet *sheet, int case_at)
{
    const int16_t *field = b->now.s.file[case_at].field;
    if (table_answer(b, case_at).party < 0) {
        return;
    }
    for (int i = case_at - 1; i >= 0 && sheet->old.party < 0; i--) {
        const int16_t *past = b->now.s.file[i].field;
        if (past[FIELD_VICTIM] == b->party && past[FIELD_KIND] == field[FIELD_KIND] &&
            past[FIELD_WORD] == WORD_FALSE) {
            sheet->old = table_answer(b, i);
        }
    }
}

/* ---- the suspect's chair ---- */

/* How often the file says 'us' when it is: per cent over the guilty culprits of the incident. */
static int file_recall(const struct scenario *sc, const struct incident *in)
{
    int sum = 0, weight = 0;
    for (int i = 0; i < sc->culprits; i++) {
        if (sc->culprit[i].guilty) {
            sum += in->culprit[i] * sc->culprit[i].file;
            weight += in->culprit[i];
        }
    }
    return weight ? sum / weight : 100;
}

static void file(struct builder *b, struct table_sheet *sheet, int case_at)
{
    const int16_t *field = b->now.s.file[case_at].field;
    const struct incident *in = &b->sc->incident[field[FIELD_INCIDENT]];
    const char *odds = narrate_odds(&b->n, file_recall(b->sc, in));
    sheet->wonder = _("What their trace may tell them: unknown. You wonder what they believe.");
    if (field[FIELD_CHECKED]) {
        sheet->file = field[FIELD_FILE] ? _("Us") : _("Not us");
        sheet->file_note = _("Your own services have looked twice. This is certain.");
        return;
    }
    sheet->file = field[FIELD_FILE] ? _("Us") : _("Not us that we know");
    sheet->file_note =
        *odds ? pool_text(
                    b->pool,
                    _("From your own services, for you alone. If it was us, your services would "
                      "know in %s such cases."),
                    odds)
              : _("From your own services, for you alone. If it was us, they know.");
}

void table_sheet(struct builder *b)
{
    const int case_at = builder_case(b);
    if (case_at < 0) {
        return;
    }
    struct table_sheet *sheet = b->t->sheet = pool_take(b->pool, sizeof *sheet);
    sheet->trace = sheet->confidence = sheet->file = sheet->file_note = sheet->wonder = "";
    sheet->belief.text = sheet->before.text = "";
    sheet->old = (struct table_quote){ -1, FAMILY_COOPERATE, false, "", "", "", "", "" };
    describe(b, sheet, case_at);
    sheet->quotes = table_quotes(b, case_at, &sheet->quote);
    if (sheet->mine) {
        trace(b, sheet, case_at);
        believe(b, sheet, case_at);
        old_words(b, sheet, case_at);
    } else {
        file(b, sheet, case_at);
    }
}
