/* table_why_case.c: accounts of what is no plain number: stamps, the belief, the cases. */
#include "match/say.h"
#include "match/table_build.h"

enum { NOTES = 6 + MAX_ROUND_BEATS };

static struct table_account *add_account(struct builder *b, enum table_about about, int case_at,
                                         const char *id, const char *title)
{
    struct table_account *a = &b->t->account[b->t->accounts++];
    *a = (struct table_account){
        .about = about, .id = id, .title = title, .known = true, .slot = -1, .case_at = case_at
    };
    a->note = pool_take(b->pool, NOTES * sizeof *a->note);
    return a;
}

static void add_note(struct table_account *a, const char *note)
{
    if (*note != '\0') {
        a->note[a->notes++] = note;
    }
}

static const int16_t *fields(const struct builder *b, int case_at)
{
    return b->now.s.file[case_at].field;
}

static const char *date_of(const struct builder *b, int case_at)
{
    return narrate_date(&b->n, fields(b, case_at)[FIELD_ROUND]);
}

/* ---- what was so ---- */

/* The culprit, if the party may know: when it has come out, or when the game is over. */
static int culprit_of(const struct builder *b, int case_at)
{
    const struct state *s = state_over(&b->now.s) ? match_now(b->m) : &b->now.s;
    return s->file[case_at].field[FIELD_CULPRIT];
}

static const char *truth_of(const struct builder *b, int case_at)
{
    const int16_t *field = fields(b, case_at);
    const int culprit = culprit_of(b, case_at);
    const struct incident *in = &b->sc->incident[field[FIELD_INCIDENT]];
    return culprit == NONE ? ""
                           : narrate(&b->n, in->truth[culprit], field[FIELD_VICTIM], case_at, 0);
}

static void add_truth(const struct builder *b, struct table_account *a, int case_at)
{
    const int revealed = fields(b, case_at)[FIELD_REVEALED];
    const char *truth = truth_of(b, case_at);
    if (revealed) {
        add_note(a,
                 pool_text(b->pool, _("It came out %s: %s"), narrate_when(&b->n, revealed), truth));
    } else if (*truth) {
        add_note(a, pool_text(b->pool, _("It never came out. What was so: %s"), truth));
    }
}

/* ---- stamps ---- */

const char *table_word_name(const struct builder *b, int case_at)
{
    const int16_t *field = fields(b, case_at);
    return pool_text(b->pool, "word.%s.%d", b->sc->actor[1 - field[FIELD_VICTIM]].id,
                     field[FIELD_ROUND]);
}

static void word_account(struct builder *b, int case_at)
{
    const int16_t *field = fields(b, case_at);
    const struct table_quote said = table_answer(b, case_at);
    const bool mine = field[FIELD_VICTIM] != b->party;
    const enum word word = (enum word)field[FIELD_WORD];
    const char *title =
        pool_text(b->pool, mine ? _("Your word, %s") : _("Their word, %s"), date_of(b, case_at));
    struct table_account *a =
        add_account(b, ABOUT_WORD, case_at, table_word_name(b, case_at), title);
    a->value = table_word_title(word);
    add_note(a, pool_text(b->pool, _("%s: %s"), said.about, *said.text ? said.text : said.title));
    if (word == WORD_OPEN) {
        add_note(a, _("Whether it was so is not known yet."));
    }
    add_truth(b, a, case_at);
    /* the file of its own services had not said that it was they */
    if (mine && word == WORD_FALSE && !field[FIELD_FILE]) {
        add_note(a, _("It was said in good faith: your file did not say that it was you."));
    }
}

/* ---- belief ---- */

/* What is taken into account. */
struct known_of {
    bool past, answer;
    int traces;
};

/* How many of ten the guilty would get from only so much. */
static int dots(const struct builder *b, int case_at, struct known_of known)
{
    struct view view = b->now;
    const struct narrator n = { b->sc, b->pool, &view };
    int16_t *field = view.s.file[case_at].field;
    field[FIELD_TRACES] = (int16_t)known.traces;
    for (int i = 0; i < case_at && !known.past; i++) {
        view.s.file[i].field[FIELD_VICTIM] = (int16_t)(1 - b->party);
    }
    for (int i = 0; i < MAX_ROUND_BEATS && !known.answer; i++) {
        field[FIELD_SEEN + i] = NONE;
    }
    return table_belief_of(&n, case_at).guilty;
}

static const char *guilty_name(const struct builder *b, int case_at)
{
    const char *name[MAX_CULPRITS];
    int names = 0;
    for (int i = 0; i < b->sc->culprits; i++) {
        if (b->sc->culprit[i].guilty &&
            b->sc->incident[fields(b, case_at)[FIELD_INCIDENT]].culprit[i] > 0) {
            name[names++] = narrate(&b->n, b->sc->culprit[i].title, b->party, case_at, 0);
        }
    }
    return narrate_or(&b->n, name, names);
}

static bool struck_before(const struct builder *b, int case_at)
{
    for (int i = 0; i < case_at; i++) {
        if (fields(b, i)[FIELD_VICTIM] == b->party) {
            return true;
        }
    }
    return false;
}

/* Belief may look at odds with the trace: what else weighs in is said. */
static void explain_gap(const struct builder *b, struct table_account *a, int case_at)
{
    const struct known_of nothing = { .traces = 0 }, past = { .past = true, .traces = 0 };
    const struct known_of trace = { .traces = fields(b, case_at)[FIELD_TRACES] };
    const int usual = dots(b, case_at, nothing);
    const int by_past = dots(b, case_at, past) - usual, by_trace = dots(b, case_at, trace) - usual;
    if (by_trace > 0 && by_past < 0) {
        add_note(a, _("The trace points at them; a quiet past weighs in for them, so this is less "
                      "than the trace alone would say."));
    } else if (by_trace < 0 && by_past > 0) {
        add_note(a, _("The trace points away from them; their past weighs in against them, so this "
                      "is more than the trace alone would say."));
    }
    const bool from = b->sc->tiers > 0 && !b->sc->tier[0].culprit &&
                      fields(b, case_at)[FIELD_TRACE] == FROM_SUSPECT;
    if (from && b->t->sheet->belief.guilty < 5) {
        add_note(a, _("The trace shows where it came from, seldom on whose orders."));
    }
}

static void add_weight(const struct builder *b, struct table_account *a, const char *what,
                       int count)
{
    add_note(a, pool_text(b->pool, _("%s: %s in ten."), what, narrate_count(&b->n, count)));
}

static void belief_account(struct builder *b, int case_at)
{
    const int traces = fields(b, case_at)[FIELD_TRACES];
    struct known_of known = { .traces = 0 };
    struct table_account *a =
        add_account(b, ABOUT_BELIEF, case_at, "belief", _("What you believe"));
    a->value = b->t->sheet->belief.text;
    add_note(a, pool_text(b->pool, _("How many of ten such cases are the work of %s:"),
                          guilty_name(b, case_at)));
    add_weight(b, a, _("By what is usual for such an incident"), dots(b, case_at, known));
    known.past = struck_before(b, case_at);
    if (known.past) {
        add_weight(b, a, _("With earlier cases, their orders and how long they have been quiet"),
                   dots(b, case_at, known));
    }
    for (known.traces = 1; known.traces <= traces; known.traces++) {
        add_weight(b, a, known.traces == 1 ? _("With the trace") : _("With the second trace"),
                   dots(b, case_at, known));
    }
    if (b->t->sheet->before.parts > 0) {
        add_weight(b, a, _("With what they answered"), b->t->sheet->belief.guilty);
    }
    explain_gap(b, a, case_at);
}

/* ---- cases ---- */

static void case_account(struct builder *b, int case_at)
{
    const int16_t *field = fields(b, case_at);
    const int culprit = culprit_of(b, case_at);
    const char *id = pool_text(b->pool, "case.%d", field[FIELD_ROUND]);
    struct table_account *a = add_account(b, ABOUT_CASE, case_at, id, table_case_title(b, case_at));
    struct table_quote *quote;
    const int quotes = table_quotes(b, case_at, &quote);
    a->known = culprit != NONE;
    a->value = a->known ? narrate(&b->n, b->sc->culprit[culprit].title, b->party, case_at, 0)
                        : _("not known yet");
    add_note(a, pool_text(b->pool,
                          field[FIELD_VICTIM] == b->party ? _("It struck you %s.")
                                                          : _("It struck them %s."),
                          narrate_when(&b->n, field[FIELD_ROUND])));
    for (int i = 0; i < quotes; i++) {
        add_note(a, pool_text(b->pool, *quote[i].text ? _("%s: %s. %s") : _("%s: %s."),
                              quote[i].who, quote[i].title, quote[i].text));
    }
    add_note(a, a->known ? "" : _("Who did it is not known yet."));
    add_truth(b, a, case_at);
}

void table_case_accounts(struct builder *b)
{
    for (int i = 0; i < b->now.s.cases; i++) {
        if (fields(b, i)[FIELD_WORD] != WORD_SILENT) {
            word_account(b, i);
        }
    }
    if (b->t->sheet != NULL && b->t->sheet->believes) {
        belief_account(b, builder_case(b));
    }
    for (int i = 0; i < b->now.s.cases; i++) {
        case_account(b, i);
    }
}
