/* narrate_count.c: small numbers in words, chances as small fractions, lists. */
#include "match/narrate.h"

#include "match/say.h"

#include <stdlib.h>

const char *narrate_count(const struct narrator *n, int count)
{
    static const char *const word[] = { N_("none"),  N_("one"),  N_("two"), N_("three"),
                                        N_("four"),  N_("five"), N_("six"), N_("seven"),
                                        N_("eight"), N_("nine"), N_("ten") };
    return count >= 0 && count <= 10 ? _(word[count]) : pool_text(n->pool, "%d", count);
}

/* The fraction with the smallest denominator up to ten that comes within one of a hundred, else
 * the nearest. */
static void nearest(int percent, int *num, int *den)
{
    int best = 1000;
    for (int d = 2; d <= 10 && best > 10; d++) {
        const int over = (percent * d + 50) / 100;
        const int miss = abs(percent * d - 100 * over) * 10 / d; /* in tenths */
        if (over > 0 && over < d && miss < best) {
            best = miss;
            *num = over;
            *den = d;
        }
    }
}

/* The N of 'one in N' for a chance in per cent, above 0. */
static int one_in(int percent)
{
    return (100 + percent / 2) / percent;
}

const char *narrate_odds(const struct narrator *n, int percent)
{
    if (percent >= 100) {
        return "";
    }
    int num = 1, den = 100;
    if (percent > 90) {
        den = one_in(100 - percent);
        num = den - 1;
    } else if (percent >= 10) {
        nearest(percent, &num, &den);
    } else if (percent > 0) {
        den = one_in(percent);
    } else {
        num = 0;
    }
    /* TRANSLATORS: a chance, 2 in 3 */
    return pool_text(n->pool, _("%d in %d"), num, den);
}

const char *narrate_or(const struct narrator *n, const char *const *title, int count)
{
    if (count == 0) {
        return "";
    }
    const char *text = title[0];
    for (int i = 1; i < count; i++) {
        text = pool_text(n->pool, i == count - 1 ? _("%s or %s") : _("%s, %s"), text, title[i]);
    }
    return text;
}
