/* counted.h: how often this thread has called what the linker wraps (see CMakeLists.txt). */
#ifndef STRENGTH_COUNTED_H
#define STRENGTH_COUNTED_H

#include <stdint.h>

struct counted {
    int64_t worths;      /* of states: once a simulated game */
    int64_t allocations; /* of any size, by our code */
};

struct counted counted_now(void);

#endif
