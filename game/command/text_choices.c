/* text_choices.c: what can be chosen now, numbered. */
#include "command/text_choices.h"

#include "command/args.h"
#include "command/out.h"
#include "command/text_show.h"
#include "core/move.h"
#include "match/say.h"

enum { NAME_SIZE = 512 };

/* The card's title, and the form's where there are several. */
static void say_title(const struct table_card *card, const struct table_form *form)
{
    const bool several = card->forms > 1 && form->title[0] != '\0';
    say("%s%s%s", card->title, several ? _(", ") : "", several ? form->title : "");
}

static void show_form(const struct table_card *card, const struct table_form *form,
                      struct choices *c)
{
    static const char *const families[] = { N_("cooperate"), N_("accuse"), N_("deny") };
    if (form->off || c->count == MAX_LEGAL) {
        say("-  ");
        say_title(card, form);
        say(_(". %s\n"), form->why_not);
        return;
    }
    c->move[c->count++] = form->move;
    say("%d  ", c->count);
    say_title(card, form);
    say(_(" (%s): %s, %s\n"), form->id, _(families[card->family]),
        card->open ? _("public") : _("private"));
    if (form->line[0] != '\0') {
        say("    %s\n", form->line);
    }
    text_show_bet(&form->bet);
}

static void show_cards(const struct table *t, struct choices *c)
{
    for (int i = 0; i < t->cards; i++) {
        for (int j = 0; j < t->card[i].forms; j++) {
            show_form(&t->card[i], &t->card[i].form[j], c);
        }
    }
}

/* '5  contact+hotline: Contact point, Hotline' */
static void show_set(const struct match *m, const struct table *t, int number, int move)
{
    char name[NAME_SIZE];
    move_name(match_scenario(m), move, name, sizeof name);
    say("%d  %s", number, name);
    const char *between = _(": ");
    for (int i = 0; i < t->clauses; i++) {
        if (move >> i & 1) {
            say("%s%s", between, t->clause[i].title);
            between = _(", ");
        }
    }
    say(move == MOVE_SET ? _(": sign nothing\n") : "\n");
}

/* The agreements on offer, then every set of them that can be picked. */
static void show_picks(const struct match *m, const struct table *t, struct choices *c)
{
    for (int i = 0; i < t->clauses; i++) {
        const struct table_clause *clause = &t->clause[i];
        say(_("%s (%s): %s%s%s\n"), clause->title, clause->id, clause->line,
            clause->why_not[0] != '\0' ? " " : "", clause->why_not);
        if (clause->on_table) {
            text_show_bet(&clause->bet);
        }
    }
    text_show_line(t->how);
    struct view view;
    match_view(m, t->party, &view);
    c->count = move_legal(match_scenario(m), &view.s, c->move);
    for (int i = 0; i < c->count; i++) {
        show_set(m, t, i + 1, c->move[i]);
    }
}

/* 'Diplomat, for Share the file: “...” Trust 3 higher by morning than after “Play it down”.' */
static void show_adviser(const struct table_adviser *adviser)
{
    say(_("%s, for %s: "), adviser->title, adviser->choice);
    say("%s%s%s\n", adviser->says, adviser->says[0] != '\0' ? " " : "", adviser->reason);
}

void choices_show(const struct match *m, const struct table *t, struct choices *c)
{
    say("\n");
    if (t->moment == TABLE_PICK) {
        show_picks(m, t, c);
    } else {
        show_cards(t, c);
    }
    say("\n");
    for (int i = 0; i < t->advisers; i++) {
        show_adviser(&t->adviser[i]);
    }
}

static int refuse_line(const char *line, const struct choices *c)
{
    static const char *const words[] = { "table",  "ledger", "why",  "undo",
                                         "rewind", "save",   "help", "quit" };
    say(_("%s is no choice here%s. Give a number from 1 to %d, or help.\n"), line,
        args_hint(line, words, 8), c->count);
    return -1;
}

int choices_find(const struct match *m, const struct choices *c, const char *line)
{
    const struct scenario *sc = match_scenario(m);
    struct view view;
    uint64_t number;
    if (args_number(line, 1, (uint64_t)c->count, &number)) {
        return c->move[number - 1];
    }
    match_view(m, match_to_move(m), &view);
    const int move = move_parse(sc, state_beat(sc, &view.s), line);
    if (move < 0) {
        return refuse_line(line, c);
    }
    if (!move_is_legal(sc, &view.s, move)) {
        say(_("%s cannot be chosen now.\n"), line);
        return -1;
    }
    return move;
}
