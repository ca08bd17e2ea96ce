/* share: shares out a length. */
#include "window/share.h"

#include <stdbool.h>
#include <stdint.h>

static int smaller(int a, int b)
{
    return a < b ? a : b;
}

/* What is left over goes to those that grow. */
static void share_surplus(struct track *t, int n, int surplus)
{
    int weights = 0;
    for (int i = 0; i < n; i++) {
        weights += t[i].grow;
    }
    for (int i = 0; i < n && weights > 0; i++) {
        int part = surplus * t[i].grow / weights;
        t[i].size += part;
        surplus -= part;
        weights -= t[i].grow;
    }
}

/* What is missing is taken from those that can bear it, in proportion. */
static void share_shortage(struct track *t, int n, int shortage)
{
    int slack = 0;
    for (int i = 0; i < n; i++) {
        slack += t[i].size - t[i].least;
    }
    for (int i = 0; i < n && slack > 0; i++) {
        int own = t[i].size - t[i].least;
        int part = smaller(own, (int)((int64_t)shortage * own / slack));
        t[i].size -= part;
        shortage -= part;
        slack -= own;
    }
    for (int i = 0; i < n && shortage > 0; i++) { /* too narrow even so: the widest give way */
        int part = smaller(shortage, t[i].size / 2);
        t[i].size -= part;
        shortage -= part;
    }
}

void share(struct track *t, int n, int room)
{
    int used = 0;
    for (int i = 0; i < n; i++) {
        t[i].size = t[i].natural;
        used += t[i].natural;
    }
    if (used <= room) {
        share_surplus(t, n, room - used);
    } else {
        share_shortage(t, n, used - room);
    }
}

/* Those that grow start from nothing, and none gets less than it can bear. */
void share_even(struct track *t, int n, int room)
{
    for (bool settled = false; !settled;) {
        int weights = 0, left = room;
        settled = true;
        for (int i = 0; i < n; i++) {
            weights += t[i].grow;
            left -= t[i].grow > 0 ? 0 : t[i].natural;
        }
        for (int i = 0; i < n && settled; i++) {
            if (t[i].grow > 0 && (int64_t)left * t[i].grow < (int64_t)t[i].least * weights) {
                t[i].grow = 0;
                t[i].natural = t[i].least;
                settled = false;
            }
        }
    }
    for (int i = 0; i < n; i++) {
        t[i].natural = t[i].grow > 0 ? 0 : t[i].natural;
        t[i].least = smaller(t[i].least, t[i].natural);
    }
    share(t, n, room);
}

/* Children of a column that are too high stay as high as they are: the checker tells. */
void share_down(struct track *t, int n, int room)
{
    int least = 0;
    for (int i = 0; i < n; i++) {
        least += t[i].least;
    }
    share(t, n, room > least ? room : least);
}
