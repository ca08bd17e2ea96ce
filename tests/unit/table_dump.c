/* table_dump.c: a table as plain text. */
#define _POSIX_C_SOURCE 200809L
#include "table_dump.h"

#include <stdio.h>
#include <stdlib.h>

static void put_move(FILE *f, const struct table_move *m)
{
    fprintf(f, "(%d %d %d %d %s %s)", m->amount, m->arrows, m->direction, (int)m->tone, m->text,
            m->word);
}

static void put_meter(FILE *f, const struct table_meter *m)
{
    fprintf(f, "meter %s %s %d %d %s %s ", m->id, m->title, m->known, m->value, m->text, m->band);
    put_move(f, &m->change);
    for (int i = 0; i < m->marks; i++) {
        fprintf(f, " %d=%s", m->mark[i].at, m->mark[i].title);
    }
    fputc('\n', f);
}

static void put_line(FILE *f, const struct table_line *l)
{
    fprintf(f, "line %s | %s | %s | %d\n", l->title, l->text, l->note, l->on);
}

static void put_quote(FILE *f, const struct table_quote *q)
{
    if (q->party < 0) {
        fprintf(f, "nothing said\n");
        return;
    }
    fprintf(f, "quote %d %d %d %s | %s | %s | %s | %s\n", q->party, (int)q->family, q->open, q->who,
            q->title, q->text, q->date, q->about);
}

static void put_belief(FILE *f, const struct table_belief *b)
{
    fprintf(f, "belief %d %s\n", b->guilty, b->text);
    for (int i = 0; i < b->parts; i++) {
        fprintf(f, "%d %d %s\n", b->part[i].dots, b->part[i].guilty, b->part[i].text);
    }
}

static void put_bet(FILE *f, const struct table_bet *b)
{
    for (int g = 0; g < b->groups; g++) {
        fprintf(f, "group %s %d\n", b->group[g].title, b->group[g].always);
        for (int i = 0; i < b->group[g].lines; i++) {
            const struct bet_line *l = &b->group[g].line[i];
            fprintf(f, "  %s %d %d %s ", l->label, l->number, (int)l->rank, l->chance);
            put_move(f, &l->move);
            fputc('\n', f);
        }
    }
}

static void put_side(FILE *f, const struct table_side *s)
{
    fprintf(f, "side %d %s %s %s %06x %06x\n", s->party, s->role, s->office, s->country,
            (unsigned)s->color[0], (unsigned)s->color[1]);
    for (int i = 0; i < s->meters; i++) {
        put_meter(f, &s->meter[i]);
    }
    for (int i = 0; i < s->stamps; i++) {
        fprintf(f, "stamp %d %s %s %s %s\n", (int)s->stamp[i].word, s->stamp[i].title,
                s->stamp[i].date, s->stamp[i].said, s->stamp[i].about);
    }
    put_quote(f, &s->last);
    for (int i = 0; i < s->lines; i++) {
        put_line(f, &s->line[i]);
    }
    for (int i = 0; i < s->lies; i++) {
        fprintf(f, "lie %s %s %s %d %s\n", s->lie[i].said, s->lie[i].date, s->lie[i].about,
                s->lie[i].percent, s->lie[i].odds);
    }
}

static void put_sheet(FILE *f, const struct table_sheet *s)
{
    fprintf(f, "sheet %s | %s | %d %d %d %d | %s\n%s\n", s->title, s->kind, s->mine, s->severity,
            s->most, s->severe, s->severity_text, s->dispatch);
    fprintf(f, "%s %s\n%s\n%s\n%s\n%s\n", s->trace, s->confidence, s->file, s->file_note, s->wonder,
            s->truth);
    for (int i = 0; i < s->tiers; i++) {
        put_line(f, &s->tier[i]);
    }
    put_belief(f, &s->belief);
    put_belief(f, &s->before);
    for (int i = 0; i < s->quotes; i++) {
        put_quote(f, &s->quote[i]);
    }
    put_quote(f, &s->old);
}

static void put_choices(FILE *f, const struct table *t)
{
    for (int i = 0; i < t->cards; i++) {
        const struct table_card *c = &t->card[i];
        fprintf(f, "card %d %s | %s | %s | %d %d %d %d %u | %s\n", c->key, c->title, c->line,
                c->says, (int)c->family, c->open, c->again, c->off, c->advisers, c->why_not);
        for (int k = 0; k < c->forms; k++) {
            fprintf(f, "form %d %s %s | %s | %d %s\n", c->form[k].move, c->form[k].id,
                    c->form[k].title, c->form[k].line, c->form[k].off, c->form[k].why_not);
            put_bet(f, &c->form[k].bet);
        }
    }
    for (int i = 0; i < t->clauses; i++) {
        const struct table_clause *c = &t->clause[i];
        fprintf(f, "clause %d %s %s | %s | %s | %d %d %u | %s\n", c->key, c->id, c->title, c->line,
                c->due, c->on_table, c->in_force, c->advisers, c->why_not);
        put_bet(f, &c->bet);
    }
    for (int i = 0; i < t->advisers; i++) {
        const struct table_adviser *a = &t->adviser[i];
        fprintf(f, "adviser %s %d %s %d | %s | %s | %s\n", a->title, a->move, a->choice, a->card,
                a->marks, a->says, a->reason);
    }
    fprintf(f, "%s\n%s\n%s\n%s\n%s\n%s\n", t->opposite, t->waiting, t->manner, t->task, t->how,
            t->coach);
    for (int i = 0; i < t->news; i++) {
        fprintf(f, "news %s\n", t->news_text[i]);
    }
}

static void put_group(FILE *f, const struct table_group *g)
{
    fprintf(f, "%s %d %d\n", g->title, g->before, g->after);
    for (int k = 0; k < g->causes; k++) {
        fprintf(f, "  %s %d ", g->cause[k].text, g->cause[k].running);
        put_move(f, &g->cause[k].move);
        fputc('\n', f);
    }
}

static void put_chapter(FILE *f, const struct table_chapter *c)
{
    fprintf(f, "chapter %d %s %s\n", c->round, c->date, c->title);
    for (int i = 0; i < c->groups; i++) {
        put_group(f, &c->group[i]);
    }
}

static void put_account(FILE *f, const struct table_account *a)
{
    fprintf(f, "account %d %s | %s | %s | %d %d %d\n", (int)a->about, a->id, a->title, a->value,
            a->known, a->slot, a->case_at);
    for (int i = 0; i < a->groups; i++) {
        fprintf(f, "%d ", a->group[i].round);
        put_group(f, &a->group[i]);
    }
    for (int i = 0; i < a->notes; i++) {
        fprintf(f, "note %s\n", a->note[i]);
    }
}

static void put_year(FILE *f, const struct table *t)
{
    for (int i = 0; i < t->rounds; i++) {
        const struct table_round *r = &t->calendar[i];
        fprintf(f, "round %d %s %s %d %d %d %d %s %d %s\n", r->round, r->date, r->kind,
                (int)r->when, r->incident, r->grave, (int)r->word, r->note, r->due_party, r->due);
        put_quote(f, &r->said);
    }
    for (int i = 0; i < t->cases; i++) {
        const struct table_case *c = &t->history[i];
        fprintf(f, "case %d %d %s %s %s %d %d %s %s\n", c->round, c->victim, c->date, c->title,
                c->kind, c->severity, (int)c->word, c->word_title, c->truth);
        put_belief(f, &c->belief);
        for (int k = 0; k < c->quotes; k++) {
            put_quote(f, &c->quote[k]);
        }
    }
    for (int i = 0; i < t->chapters; i++) {
        put_chapter(f, &t->ledger[i]);
    }
}

static void put_morning(FILE *f, const struct table_morning *m)
{
    fprintf(f, "morning %d %d %s %s\n%s\n%s\n%s\n", m->round, m->fresh, m->title, m->date, m->open,
            m->next, m->coach);
    for (int i = 0; i < m->headlines; i++) {
        const struct table_headline *h = &m->headline[i];
        fprintf(f, "%s %d %s\n%s\n%s: %s\n", h->where, h->party, h->paper, h->text, h->label,
                h->note);
    }
    for (int i = 0; i < m->truths; i++) {
        put_line(f, &m->truth[i]);
    }
    for (int i = 0; i < m->events; i++) {
        fprintf(f, "event %s\n", m->event[i]);
    }
    put_chapter(f, &m->chapter);
}

static void put_ending(FILE *f, const struct table_ending *e)
{
    fprintf(f, "ending %s %s\n%s\n%s\n", e->id, e->title, e->text, e->utility);
    put_line(f, &e->mandate);
    for (int i = 0; i < e->scores; i++) {
        fprintf(f, "score %s %s %d %s\n", e->score[i].title, e->score[i].value, e->score[i].tenths,
                e->score[i].points);
    }
    for (int i = 0; i < e->orders; i++) {
        fprintf(f, "order %s\n", e->order[i]);
    }
    fprintf(f, "%s\n", e->rival);
    for (int i = 0; i < e->numbers; i++) {
        put_meter(f, &e->number[i]);
    }
}

static void put_head(FILE *f, const struct table *t)
{
    fprintf(f, "%d %d %d %d %d %s %s %s %s\n", t->party, t->other, (int)t->moment, t->round,
            t->rounds, t->round_text, t->date, t->beat, t->aim);
    fprintf(f, "%s | %s %d\n", t->hindsight, t->hindsight_note, (int)t->undo);
    for (int i = 0; i < t->places; i++) {
        fprintf(f, "%s %d > ", t->place[i].title, t->place[i].current);
    }
    for (int i = 0; i < t->goals; i++) {
        fprintf(f, "\ngoal %s %d", t->goal[i].text, t->goal[i].met);
    }
    fputc('\n', f);
    for (int i = 0; i < t->meters; i++) {
        put_meter(f, &t->meter[i]);
    }
    for (int i = 0; i < t->agreements; i++) {
        put_line(f, &t->agreement[i]);
    }
}

char *table_dump(const struct table *t)
{
    char *text = NULL;
    size_t size = 0;
    FILE *f = open_memstream(&text, &size);
    if (f == NULL) {
        abort();
    }
    put_head(f, t);
    put_side(f, &t->me);
    put_side(f, &t->them);
    if (t->sheet) {
        put_sheet(f, t->sheet);
    }
    put_choices(f, t);
    put_year(f, t);
    for (int i = 0; i < t->accounts; i++) {
        put_account(f, &t->account[i]);
    }
    if (t->morning) {
        put_morning(f, t->morning);
    }
    if (t->ending) {
        put_ending(f, t->ending);
    }
    fclose(f);
    return text;
}
