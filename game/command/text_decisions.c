/* text_decisions.c: the decisions of one side, counted by itself. */
#include "command/text_decisions.h"

#include "command/out.h"
#include "core/move.h"
#include "match/narrate.h"
#include "match/say.h"

enum { NAME_SIZE = 512 };

int text_decision(const struct match *m, int party, int which)
{
    for (int i = 0; i < match_steps(m); i++) {
        which -= match_step(m, i)->party == party;
        if (which == 0) {
            return i + 1;
        }
    }
    return 0;
}

int text_decisions(const struct match *m, int party)
{
    int count = 0;
    for (int i = 0; i < match_steps(m); i++) {
        count += match_step(m, i)->party == party;
    }
    return count;
}

/* '3  Round 2, June. Opening: ask' */
static void show(const struct narrator *n, const struct step *step, int which)
{
    char name[NAME_SIZE];
    move_name(n->sc, step->move, name, sizeof name);
    say(_("%d  Round %d, %s. %s: %s\n"), which, step->round, narrate_date(n, step->round),
        narrate_title(n, n->sc->beat[step->beat].title, step->party), name);
}

void text_show_decisions(const struct match *m, int party)
{
    struct pool pool = { .first = NULL };
    struct view view;
    match_view(m, party, &view);
    const struct narrator n = { match_scenario(m), &pool, &view };
    if (setjmp(pool.out) != 0) {
        pool_free(&pool);
        (void)out_of_memory();
        return;
    }
    for (int i = 1; i <= text_decisions(m, party); i++) {
        show(&n, match_step(m, text_decision(m, party, i) - 1), i);
    }
    pool_free(&pool);
}
