/* window_sample: see window_sample.h. */
#define _POSIX_C_SOURCE 200809L

#include "unit/window_sample.h"

#include <assert.h>

static int sample_width(void *data, const struct type *type, const char *s, size_t n)
{
    int tenths = 0;
    size_t used = 0;
    (void)data;
    for (size_t i = 0; i < n; i += used) {
        tenths += (wrap_point(s + i, n - i, &used) >= 0x2e80 ? 10 : 6) * type->px + type->track;
    }
    return tenths / 10;
}

struct measure sample_measure(void)
{
    return (struct measure){ sample_width, NULL };
}

char *sample_dump(const struct ui *ui)
{
    static char *text; /* static: gcc 12 takes the address of a local for dangling here */
    static size_t size;
    FILE *out = open_memstream(&text, &size);
    assert(out);
    inspect_dump(ui, out);
    fclose(out);
    return text;
}
