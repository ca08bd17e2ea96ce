/* programs.h: small programs for tests of ministers from outside, and that nothing is left of them. */
#ifndef TESTS_PROGRAMS_H
#define TESTS_PROGRAMS_H

#include <sys/types.h>

enum { PROGRAMS_SOON = 20000 }; /* ms: enough on any machine for what takes no time */

/* Makes a folder, which is the current one from now on; and removes it. For a group of tests. */
int programs_begin(void **state);
int programs_end(void **state);

/* Writes a file there. */
void programs_file(const char *name, const char *text, mode_t mode);

/* A program in sh, to be started by the path that is returned, "./NAME"; good until the next one. */
const char *programs_make(const char *name, const char *script);

/* Before and after a test: no descriptor more than before, and no child, living or dead. */
int programs_look_before(void **state);
int programs_look_after(void **state);

#endif
