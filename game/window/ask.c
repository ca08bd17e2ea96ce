/* ask: accounts as actions. */
#include "window/ask.h"

#include "match/say.h"
#include "window/actions.h"

static void lead(struct ui *ui, struct widget *w, const struct table_account *a, int action)
{
    w->action = action;
    w->asks = true;
    w->says = ui_text(ui, _("%s: %s. Why?"), a->title, a->value);
}

void ask_why(struct ui *ui, struct widget *w, const struct table *t, const char *id)
{
    const struct table_account *a = table_why(t, id);
    if (a != NULL) {
        lead(ui, w, a, ACTION_WHY + (int)(a - t->account));
    }
}

void ask_case(struct ui *ui, struct widget *w, const struct table *t, enum table_about about,
              int case_at)
{
    for (int i = 0; i < t->accounts; i++) {
        if (t->account[i].about == about && t->account[i].case_at == case_at) {
            lead(ui, w, &t->account[i], ACTION_WHY + i);
        }
    }
}

void ask_goal(struct ui *ui, struct widget *w, const struct table *t, int goal)
{
    const struct table_account *a = table_why(t, t->goal[goal].why);
    if (a != NULL) {
        lead(ui, w, a, ACTION_GOAL + goal);
    }
}

int ask_account(const struct table *t, int action)
{
    if (action >= ACTION_GOAL && action < ACTION_GOAL + t->goals) {
        const struct table_account *a = table_why(t, t->goal[action - ACTION_GOAL].why);
        return a == NULL ? -1 : (int)(a - t->account);
    }
    return action >= ACTION_WHY && action < ACTION_WHY + t->accounts ? action - ACTION_WHY : -1;
}
