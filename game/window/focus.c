/* focus: the list of pressable widgets and moving in it. */
#include "window/focus.h"

#include <stdlib.h>

#include "window/layout.h"

enum { MOST = 256 };

static bool pressable(const struct widget *w)
{
    return w->action != 0 && !widget_hidden(w);
}

size_t focus_list(const struct ui *ui, const struct widget **out, size_t max)
{
    size_t n = 0;
    for (const struct widget *w = ui->root; w != NULL; w = widget_after(ui->root, w)) {
        if (pressable(w)) {
            if (n < max) {
                out[n] = w;
            }
            n++;
        }
    }
    return n;
}

const struct widget *focus_find(const struct ui *ui, int action)
{
    for (const struct widget *w = ui->root; w != NULL; w = widget_after(ui->root, w)) {
        if (w->action == action && pressable(w)) {
            return w;
        }
    }
    return NULL;
}

int focus_at(const struct ui *ui, int x, int y)
{
    int action = 0;
    for (const struct widget *w = ui->root; w != NULL; w = widget_after(ui->root, w)) {
        if (!pressable(w)) {
            continue;
        }
        struct rect r = layout_visible(w);
        if (x >= r.x && y >= r.y && x < r.x + r.w && y < r.y + r.h) {
            action = w->action;
        }
    }
    return action;
}

static int step(const struct widget **list, size_t n, int focus, bool back)
{
    for (size_t i = 0; i < n; i++) {
        if (list[i]->action == focus) {
            return list[(back ? i + n - 1 : i + 1) % n]->action;
        }
    }
    return list[back ? n - 1 : 0]->action;
}

/* How far two stretches of a line lie apart; 0 where they share a part of it. */
static int apart(int a, int a_size, int b, int b_size)
{
    const int gap = a > b ? a - (b + b_size) : b - (a + a_size);
    return gap > 0 ? gap : 0;
}

/* How far `to` is from `from` in a direction: what does not lie straight above or below counts as much
 * farther, and what has its middle elsewhere as a little; -1 if it is not there at all, or to the left
 * or right without being on one line. */
static int distance(struct rect from, struct rect to, enum direction d)
{
    int dx = (to.x + to.w / 2) - (from.x + from.w / 2);
    int dy = (to.y + to.h / 2) - (from.y + from.h / 2);
    int ahead = d == TOWARD_LEFT ? -dx : d == TOWARD_RIGHT ? dx : d == TOWARD_UP ? -dy : dy;
    bool across = d == TOWARD_LEFT || d == TOWARD_RIGHT;
    int clear = d == TOWARD_LEFT    ? from.x - (to.x + to.w)
                : d == TOWARD_RIGHT ? to.x - (from.x + from.w)
                : d == TOWARD_UP    ? from.y - (to.y + to.h)
                                    : to.y - (from.y + from.h);
    if (ahead <= 0 || clear < 0) {
        return -1;
    }
    int aside = across ? apart(from.y, from.h, to.y, to.h) : apart(from.x, from.w, to.x, to.w);
    return across && aside > 0 ? -1 : clear + 3 * aside + abs(across ? dy : dx) / 2;
}

int focus_move(const struct ui *ui, enum direction direction)
{
    const struct widget *list[MOST];
    size_t n = focus_list(ui, list, MOST);
    n = n > MOST ? MOST : n;
    if (n == 0) {
        return 0;
    }
    const struct widget *now = focus_find(ui, ui->focus);
    for (size_t i = 0; i < n && now == NULL; i++) { /* a first key leads to a card */
        if (list[i]->opens) {
            return list[i]->action;
        }
    }
    if (now == NULL || direction == TOWARD_NEXT || direction == TOWARD_PREVIOUS) {
        return step(list, n, ui->focus, direction == TOWARD_PREVIOUS);
    }
    int best = -1, action = ui->focus;
    for (size_t i = 0; i < n; i++) {
        int d = distance(now->box, list[i]->box, direction);
        if (d >= 0 && (best < 0 || d < best)) {
            best = d;
            action = list[i]->action;
        }
    }
    /* from the end of a line to the next one, so that nothing is left out by its place */
    if (action == ui->focus && (direction == TOWARD_LEFT || direction == TOWARD_RIGHT)) {
        return step(list, n, ui->focus, direction == TOWARD_LEFT);
    }
    return action;
}
