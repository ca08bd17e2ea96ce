/* table_sides.c: the two columns: who sits there, their numbers and their word. */
#include "match/bet.h"
#include "match/know.h"
#include "match/say.h"
#include "match/table_build.h"

#include "core/case.h"

/* ---- numbers ---- */

static void side_meters(const struct builder *b, struct table_side *side)
{
    side->meter = pool_take(b->pool, MAX_METERS * sizeof *side->meter);
    for (int i = 0; i < b->sc->meters; i++) {
        const struct meter *m = &b->sc->meter[i];
        const bool shown = m->shown == SHOWN_SIDE ||
                           (m->shown == SHOWN_TABLE && m->party && side->party != b->party);
        if (shown && m->see != SEE_NONE && (m->party || side->party == b->party)) {
            side->meter[side->meters++] = table_meter_of(b, m->slot + (m->party ? side->party : 0));
        }
    }
}

/* ---- word ---- */

static void stamps(struct builder *b, struct table_side *side)
{
    side->stamp = pool_take(b->pool, MAX_ROUNDS * sizeof *side->stamp);
    side->last = (struct table_quote){ -1, FAMILY_COOPERATE, false, "", "", "", "", "" };
    for (int i = 0; i < b->now.s.cases; i++) {
        const int16_t *field = b->now.s.file[i].field;
        if (field[FIELD_VICTIM] == side->party) {
            continue;
        }
        const struct table_quote said = table_answer(b, i);
        if (said.party >= 0) {
            side->last = said;
        }
        if (field[FIELD_WORD] != WORD_SILENT) {
            side->stamp[side->stamps++] =
                (struct table_stamp){ (enum word)field[FIELD_WORD],
                                      table_word_title((enum word)field[FIELD_WORD]),
                                      said.date,
                                      said.text,
                                      said.about,
                                      table_word_name(b, i) };
        }
    }
}

/* ---- what only I know ---- */

/* Would my words of this case prove false, if the truth is what my file says? */
static bool is_lie(struct builder *b, int case_at)
{
    struct case_file *file = &b->now.s.file[case_at];
    const struct case_file kept = *file;
    bool lie = false;
    for (int i = 0; i < MAX_ROUND_BEATS; i++) {
        const int move = kept.field[FIELD_REAL + i];
        if (kept.field[FIELD_WORD] != WORD_OPEN || move == NONE || !b->sc->move[move].claims ||
            !kept.field[FIELD_FILE]) {
            continue;
        }
        file->field[FIELD_GUILTY] = 1;
        file->field[FIELD_FROM] = FROM_SUSPECT;
        const struct context c = row_reader(b->sc, &b->now.s, b->party, case_at);
        lie = !row_holds(&c, b->sc->move[move].says);
    }
    *file = kept;
    return lie;
}

static void lies(struct builder *b, struct table_side *me)
{
    me->lie = pool_take(b->pool, MAX_ROUNDS * sizeof *me->lie);
    for (int i = 0; i < b->now.s.cases; i++) {
        if (b->now.s.file[i].field[FIELD_VICTIM] == b->party || !is_lie(b, i)) {
            continue;
        }
        const struct table_quote said = table_answer(b, i);
        const int percent = case_odds(b->sc, &b->now.s, i);
        me->lie[me->lies++] =
            (struct table_lie){ said.text, said.date, said.about, percent,
                                pool_text(b->pool, _("%s a round"), narrate_odds(&b->n, percent)) };
    }
}

static void mandate(struct builder *b, struct table_side *me)
{
    const int index = b->now.s.slot[SLOT_MANDATE + b->party];
    if (index == NONE) {
        return;
    }
    const struct mandate *mandate = &b->sc->mandate[index];
    const struct knower k = know_init(b->sc, &b->now, b->party, -1);
    const enum known kept = know_holds(&k, mandate->kept);
    const char *title = narrate_title(&b->n, mandate->title, b->party);
    const char *line = narrate_title(&b->n, mandate->line, b->party);
    const char *note = kept == KNOWN_YES ? _("holds now") : kept == KNOWN_NO ? _("not yet") : "";
    me->line[me->lines++] = (struct table_line){ pool_text(b->pool, _("Mandate: %s"), title), line,
                                                 note, kept == KNOWN_YES, "" };
}

int table_due(const struct builder *b, const struct commitment *k, int age)
{
    const int now = state_round(&b->now.s);
    int round = now + k->due - age - 1;
    if (!k->due || round > b->sc->rounds) {
        return 0;
    }
    /* only an incident brings what keeps a promise */
    while (k->promise && round > now && !b->sc->round_kind[b->sc->calendar[round - 1]].incident) {
        round--;
    }
    return round;
}

static void promises(struct builder *b, struct table_side *side)
{
    const struct state *s = &b->now.s;
    for (int i = 0; i < b->sc->commitments; i++) {
        const struct commitment *k = &b->sc->commitment[i];
        if (!k->promise || !s->slot[k->slot + side->party]) {
            continue;
        }
        const int due = table_due(b, k, s->slot[k->age + side->party]);
        const char *date = narrate_date(&b->n, due);
        side->line[side->lines++] =
            (struct table_line){ narrate_title(&b->n, k->title, side->party),
                                 narrate_title(&b->n, k->line, side->party),
                                 *date ? pool_text(b->pool, _("due by %s"), date) : "", true,
                                 table_name(b, k->slot + side->party) };
    }
}

/* ---- the column ---- */

static void side_of(struct builder *b, int party, struct table_side *side)
{
    const struct actor *a = &b->sc->actor[party];
    side->party = party;
    side->role = party == b->party ? _("You") : _("They");
    side->office = narrate_title(&b->n, a->title, party);
    side->country = narrate_title(&b->n, a->country, party);
    side->color[0] = a->color[0];
    side->color[1] = a->color[1];
    side->line = pool_take(b->pool, (1 + MAX_COMMITMENTS) * sizeof *side->line);
    side_meters(b, side);
    stamps(b, side);
    if (party == b->party) {
        mandate(b, side);
        lies(b, side);
    }
    promises(b, side);
}

void table_sides(struct builder *b)
{
    side_of(b, b->party, &b->t->me);
    side_of(b, 1 - b->party, &b->t->them);
}
