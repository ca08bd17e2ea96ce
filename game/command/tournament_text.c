/* tournament_text.c: the answer of `backchannel tournament` for people: tables of at most 100
 * columns. Ministers are numbered by their place; columns are named by those numbers. */
#include "command/tournament.h"

#include "command/out.h"
#include "match/say.h"

#include <inttypes.h>
#include <string.h>

enum { COLUMNS = 100, PLACE_WIDTH = 4, NAME_MOST = 26 };

/* The cells of a table: a decimal where all columns fit then, else whole numbers; without names in
 * front where that helps, and as many columns at a time as fit. */
struct cells {
    int name; /* width of the names in front, or 0 */
    int width, decimals, at_a_time;
};

struct paper {
    const struct tournament *t;
    const struct standings *s;
    const struct ranking *r;
    int name;
};

static int widest_name(const struct tournament *t)
{
    int widest = 8;
    for (int i = 0; i < t->field; i++) {
        const int width = (int)strlen(t->name[i]);
        widest = width > widest ? width : widest;
    }
    return widest < NAME_MOST ? widest : NAME_MOST;
}

static struct cells cells_for(int name, int columns)
{
    const int room = COLUMNS - PLACE_WIDTH - name;
    if (columns * 6 <= room) {
        return (struct cells){ name, 6, 1, columns };
    }
    if (columns * 5 <= room) {
        return (struct cells){ name, 5, 0, columns };
    }
    return (struct cells){ 0, 5, 0, (COLUMNS - PLACE_WIDTH) / 5 };
}

/* 1/10,000 of a point in points, rounded first so that nothing is -0. */
static double points(int64_t number, int decimals)
{
    const int64_t unit = decimals == 0 ? 10000 : decimals == 1 ? 1000 : 100;
    const int64_t rounded = (number >= 0 ? number + unit / 2 : number - unit / 2) / unit;
    return (double)rounded * (double)unit / 10000;
}

/* Place and name; of a long name its end, which is where paths differ. */
static void print_who(const struct paper *x, int place, int width)
{
    const char *name = x->t->name[x->r->order[place]];
    const int over = (int)strlen(name) - width;
    if (width == 0) {
        say("%3d ", place + 1);
    } else if (over > 0) {
        say("%3d ~%-*s", place + 1, width - 1, name + over + 1);
    } else {
        say("%3d %-*s", place + 1, width, name);
    }
}

static void print_who_head(int width)
{
    say("%3s %-*s", "#", width, width > 0 ? _("minister") : "");
}

/* ---- the ranking ---- */

static int beaten(const struct paper *x, int place)
{
    int count = 0;
    for (int below = place + 1; below < x->t->field; below++) {
        count += x->r->verdict[place][below].significant;
    }
    return count;
}

static void print_lead(const struct paper *x, int place)
{
    const int parts = MAX_PARTIES * x->t->field;
    const struct spread *lead = &x->s->ahead[x->r->order[place]][x->r->order[place + 1]];
    const struct verdict *verdict = &x->r->verdict[place][place + 1];
    say("  %6.2f", points(spread_mean(lead, parts), 2));
    if (lead->count >= 2) {
        say(" ± %5.2f %6.4f%s", points(spread_ci95(lead, parts), 2), (double)verdict->holm / 1e6,
            verdict->significant ? " *" : "");
    }
}

static void print_place(const struct paper *x, int place)
{
    const int minister = x->r->order[place];
    const struct spread *whole = &x->s->whole[minister];
    print_who(x, place, x->name);
    say(" %7.2f", points(spread_mean(whole, MAX_PARTIES * x->t->field), 2));
    if (whole->count >= 2) {
        say(" ± %5.2f", points(spread_ci95(whole, MAX_PARTIES * x->t->field), 2));
    } else {
        say("%8s", "");
    }
    for (int party = 0; party < MAX_PARTIES; party++) {
        const struct spread *seat = &x->s->seat[minister][party];
        say(" %7.1f", points(spread_mean(seat, x->t->field), 1));
    }
    say(" %5d", beaten(x, place));
    if (place + 1 < x->t->field) {
        print_lead(x, place);
    }
    say("\n");
}

static void print_ranking(const struct paper *x)
{
    const struct actor *actor = x->t->sc->actor;
    const int field = x->t->field;
    say("%s\n",
        /* xgettext:no-c-format */ _(
            "\nown utility against the whole field, with its 95 % interval; on each seat; how\n"
            "many it is significantly ahead of; its lead over the next, and p by Holm's method"));
    print_who_head(x->name);
    say(" %15s %7.7s %7.7s %5s  %s\n", _("mean"), actor[0].id, actor[1].id, _("ahead"),
        _("lead over the next"));
    for (int place = 0; place < field; place++) {
        print_place(x, place);
    }
    if (field > 1 && x->t->games < STANDINGS_FEW) {
        say(_("no difference is called significant with fewer than %d games\n"), STANDINGS_FEW);
    } else if (field > 1) {
        say(_("* significant: p below 5 %% after Holm's correction for %d pairs of ministers\n"),
            field * (field - 1) / 2);
    }
}

static void print_edge(const struct paper *x)
{
    const struct actor *actor = x->t->sc->actor;
    const int parts = x->t->field * x->t->field;
    say(_("\nseats: %s minus %s, over all games: %.2f"), actor[0].id, actor[1].id,
        points(spread_mean(&x->s->edge, parts), 2));
    if (x->s->edge.count >= 2) {
        say(" ± %.2f", points(spread_ci95(&x->s->edge, parts), 2));
    }
    say("\n");
}

static void print_faults(const struct paper *x)
{
    for (int i = 0; i < x->t->field; i++) {
        if (x->s->faults[i] > 0) {
            say(_("faults of %s: %" PRIu64 "\n"), x->t->name[i], x->s->faults[i]);
        }
    }
}

/* ---- endings ---- */

static double per_cent(uint64_t part, uint64_t whole)
{
    return 100.0 * (double)part / (double)whole;
}

/* Every game counts for both seats, here and in the rows. */
static void print_letters(const struct paper *x)
{
    uint64_t all[MAX_ENDINGS] = { 0 }, own[MAX_ENDINGS];
    for (int i = 0; i < x->t->field; i++) {
        standings_endings(x->s, i, own);
        for (int k = 0; k < MAX_ENDINGS; k++) {
            all[k] += own[k];
        }
    }
    const uint64_t seats = MAX_PARTIES * x->t->games * (uint64_t)(x->t->field * x->t->field);
    int widest = 0;
    for (int i = 0; i < x->t->sc->endings; i++) {
        const int width = (int)strlen(x->t->sc->ending[i].id);
        widest = width > widest ? width : widest;
    }
    say("%s\n", _("\nendings in per cent of all games, then of the games of each minister"));
    for (int i = 0; i < x->t->sc->endings; i++) {
        say("  %c %-*s %6.1f\n", 'a' + i, widest, x->t->sc->ending[i].id, per_cent(all[i], seats));
    }
}

static void print_endings(const struct paper *x)
{
    const struct cells cells = cells_for(x->name, x->t->sc->endings);
    const uint64_t seats = MAX_PARTIES * x->t->games * (uint64_t)x->t->field;
    print_letters(x);
    print_who_head(cells.name);
    for (int i = 0; i < x->t->sc->endings; i++) {
        say("%*c", cells.width, 'a' + i);
    }
    say("\n");
    for (int place = 0; place < x->t->field; place++) {
        uint64_t own[MAX_ENDINGS];
        standings_endings(x->s, x->r->order[place], own);
        print_who(x, place, cells.name);
        for (int i = 0; i < x->t->sc->endings; i++) {
            say("%*.*f", cells.width, cells.decimals, per_cent(own[i], seats));
        }
        say("\n");
    }
}

/* ---- everyone against everyone ---- */

static void print_columns(const struct paper *x, struct cells cells, int from, int until)
{
    print_who_head(cells.name);
    for (int k = from; k < until; k++) {
        say("%*d", cells.width, k + 1);
    }
    say("\n");
    for (int place = 0; place < x->t->field; place++) {
        print_who(x, place, cells.name);
        for (int k = from; k < until; k++) {
            const struct spread *cell = &x->s->against[x->r->order[place]][x->r->order[k]];
            say("%*.*f", cells.width, cells.decimals,
                points(spread_mean(cell, MAX_PARTIES), cells.decimals));
        }
        say("\n");
    }
}

static void print_matrix(const struct paper *x)
{
    const int field = x->t->field;
    const struct cells cells = cells_for(x->name, field);
    say("%s\n", _("\nown utility of the row against the column, both seats"));
    for (int from = 0; from < field; from += cells.at_a_time) {
        const int until = from + cells.at_a_time;
        print_columns(x, cells, from, until < field ? until : field);
    }
}

void tournament_print_text(const struct tournament *t, const struct standings *s,
                           const struct ranking *r)
{
    const struct paper x = { t, s, r, widest_name(t) };
    say(_("%s, seed %" PRIu64 ": ministers %d, games of a pair and seat %" PRIu64
          ", in all %" PRIu64 "\n"),
        t->sc->id, t->seed, t->field, t->games, t->games * (uint64_t)(t->field * t->field));
    print_ranking(&x);
    print_edge(&x);
    print_faults(&x);
    print_matrix(&x);
    print_endings(&x);
}
