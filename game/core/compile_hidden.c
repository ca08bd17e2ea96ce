/* compile_hidden.c: states of hidden levels, and how likely they are at first (compiled.h). */
#include "core/compile.h"

static void add_levels(const struct scenario *sc, struct hidden *out)
{
    out->states = 1;
    for (int i = 0; i < sc->opacities; i++) {
        const int unit = out->states;
        out->states *= sc->opacity[i].levels;
        for (int k = 0; k < out->states; k++) {
            for (int below = 0; below < i; below++) {
                out->level[below][k] = out->level[below][k % unit];
            }
            out->level[i][k] = (uint8_t)(k / unit);
        }
    }
}

static int after(const struct scenario *sc, const struct hidden *hidden, int state, bool guilty)
{
    int sum = 0, unit = 1;
    for (int i = 0; i < sc->opacities; i++) {
        const struct opacity *o = &sc->opacity[i];
        int level = hidden->level[i][state];
        if (o->quiet) {
            level = guilty ? 0 : level + 1 < o->levels ? level + 1 : level;
        }
        sum += level * unit;
        unit *= o->levels;
    }
    return sum;
}

static int64_t prior(const struct scenario *sc, const struct hidden *hidden, int suspect, int state)
{
    int64_t weight = HIDDEN_SUM;
    for (int i = 0; i < sc->opacities; i++) {
        const struct opacity *o = &sc->opacity[i];
        int sum = 0;
        for (int level = 0; level < o->levels; level++) {
            sum += o->prior[suspect][level];
        }
        weight = weight * o->prior[suspect][hidden->level[i][state]] / (sum ? sum : 1);
    }
    return weight;
}

static void add_prior(const struct scenario *sc, struct hidden *out, int suspect)
{
    int64_t weight[MAX_HIDDEN], sum = 0;
    for (int k = 0; k < out->states; k++) {
        weight[k] = prior(sc, out, suspect, k);
        sum += weight[k];
    }
    for (int k = 0; k < out->states; k++) {
        out->prior[suspect][k] = sum ? weight[k] * HIDDEN_SUM / sum : HIDDEN_SUM / out->states;
    }
}

void compile_hidden(struct scenario *sc)
{
    struct hidden *out = &sc->compiled.hidden;
    add_levels(sc, out);
    for (int k = 0; k < out->states; k++) {
        out->after[false][k] = (uint8_t)after(sc, out, k, false);
        out->after[true][k] = (uint8_t)after(sc, out, k, true);
    }
    for (int p = 0; p < MAX_PARTIES; p++) {
        add_prior(sc, out, p);
    }
}
