/* report.c: figures with the bars they are held to. */
#include "command/study/report.h"

#include "content/scenario_bars.h"

#include <assert.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static void take_bar(const struct scenario *sc, struct figure *f)
{
    const struct bar *bar = scenario_bar(sc, f->name);
    assert(scenario_is_bar(sc, f->name));
    if (bar) {
        f->lo = bar->none || bar->lo == INT16_MIN ? -NO_GOAL : bar->lo;
        f->hi = bar->none || bar->hi == INT16_MAX ? NO_GOAL : bar->hi;
    }
}

void report_add(struct report *r, struct estimate estimate, double scale, double lo, double hi,
                const char *format, ...)
{
    assert(r->count < MAX_FIGURES);
    struct figure *f = &r->figure[r->count++];
    va_list words;
    va_start(words, format);
    vsnprintf(f->name, sizeof f->name, format, words);
    va_end(words);
    f->value = estimate.value * scale;
    f->half = 1.96 * sqrt(estimate.variance) * scale;
    f->unit = scale > 1 ? UNIT_PERCENT : scale < 1 ? UNIT_POINTS : UNIT_NUMBER;
    f->lo = lo;
    f->hi = hi;
    f->note[0] = '\0';
    if (r->sc) {
        take_bar(r->sc, f);
    }
}

void report_note(struct report *r, const char *format, ...)
{
    va_list words;
    va_start(words, format);
    vsnprintf(r->figure[r->count - 1].note, FIGURE_NOTE, format, words);
    va_end(words);
}

struct evidence *report_show(struct report *r, uint64_t seed, uint64_t game)
{
    const int last = MAX_EVIDENCE - 1;
    struct evidence *e = &r->evidence[r->evidences < last ? r->evidences++ : last];
    *e = (struct evidence){ .seed = seed, .game = game };
    if (r->count > 0) {
        memcpy(e->shows, r->figure[r->count - 1].name, sizeof e->shows);
    }
    return e;
}

enum verdict report_verdict(const struct figure *f)
{
    const double hair = 1e-9; /* what a sum of doubles may lose */
    if (f->lo <= -NO_GOAL && f->hi >= NO_GOAL) {
        return VERDICT_NONE;
    }
    if (f->value >= f->lo - hair && f->value <= f->hi + hair) {
        return VERDICT_FINE;
    }
    const bool within = f->value + f->half >= f->lo - hair && f->value - f->half <= f->hi + hair;
    return within ? VERDICT_UNSURE : VERDICT_MISSED;
}

int report_count(const struct report *r, enum verdict verdict)
{
    int count = 0;
    for (int i = 0; i < r->count; i++) {
        count += report_verdict(&r->figure[i]) == verdict;
    }
    return count;
}
