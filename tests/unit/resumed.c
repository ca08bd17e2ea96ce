/* resumed.c: see the header. */
#define _POSIX_C_SOURCE 200809L

#include "resumed.h"

#include "match/transcript.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static char file[] = "/tmp/backchannel-resumed-XXXXXX";

int resumed_begin(void **state)
{
    (void)state;
    const int descriptor = mkstemp(file);
    return descriptor < 0 ? -1 : close(descriptor);
}

int resumed_end(void **state)
{
    (void)state;
    return unlink(file);
}

struct match *resumed(const struct match *m)
{
    char *text = transcript_write(m), why[300];
    FILE *f = fopen(file, "wb");
    assert_non_null(text);
    assert_non_null(f);
    assert_true(fputs(text, f) >= 0);
    assert_int_equal(fclose(f), 0);
    struct match *again;
    struct divergence divergence;
    struct findings findings = findings_init();
    assert_null(
        transcript_read(file, match_scenario(m), &again, &divergence, &findings, why, sizeof why));
    assert_false(divergence.found);
    findings_clear(&findings);
    free(text);
    return again;
}
