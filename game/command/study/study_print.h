/* study_print.h: what a study found, for people and for programs. To stdout. */
#ifndef STUDY_STUDY_PRINT_H
#define STUDY_STUDY_PRINT_H

#include "command/study/study.h"

/* What was asked for, told again. */
struct study_asked {
    const char *scenario; /* as it was named */
    uint64_t budget;      /* per cent */
    const char *evidence; /* folder, or NULL */
};

void study_print_text(const struct study *s, const struct study_asked *asked);
/* One object. False: out of memory. */
bool study_print_json(const struct study *s, const struct study_asked *asked);

#endif
