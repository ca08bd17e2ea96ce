/* window_sample: see window_sample.h. */
#include "unit/window_sample.h"

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
