/* Programs that are talked to in lines: nothing they do blocks us, and nothing of them is left. */
#define _POSIX_C_SOURCE 200809L

#include "minister/outside_process.h"
#include "programs.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

static struct process *process(const char *script)
{
    struct process *p;
    char why[200];
    assert_null(process_start(programs_make("program", script), NULL, &p, why, sizeof why));
    return p;
}

static void expect_line(struct process *p, const char *expected)
{
    const char *line;
    size_t length;
    assert_int_equal(process_line(p, process_clock() + PROGRAMS_SOON, &line, &length),
                     PROCESS_LINE);
    assert_int_equal(length, strlen(expected));
    assert_memory_equal(line, expected, length);
}

static void expect_no_line(struct process *p, int milliseconds, enum process_got expected)
{
    const char *line;
    size_t length;
    const int64_t from = process_clock();
    assert_int_equal(process_line(p, from + milliseconds, &line, &length), expected);
    if (expected == PROCESS_LATE) {
        assert_true(process_clock() - from >= milliseconds);
    }
}

static void lines_go_both_ways(void **state)
{
    (void)state;
    struct process *p = process("cat");
    assert_true(process_send(p, "one\ntw", 6));
    expect_line(p, "one");
    expect_no_line(p, 20, PROCESS_LATE);
    assert_true(process_send(p, "o\n\nthree\n", 9));
    expect_line(p, "two");
    expect_line(p, "");
    expect_line(p, "three");
    assert_int_equal(process_stop(p, PROGRAMS_SOON), PROCESS_LEFT);
}

static void a_long_message_goes_out_while_we_wait(void **state)
{
    (void)state;
    enum { SIZE = 1 << 20 };
    struct process *p = process("sleep 0.1; wc -c");
    char *bytes = malloc(SIZE);
    assert_non_null(bytes);
    memset(bytes, 'x', SIZE);
    assert_true(process_send(p, bytes, SIZE));
    assert_true(process_send(p, bytes, SIZE));
    assert_true(process_send(p, bytes, SIZE)); /* more than there was room for */
    free(bytes);
    expect_no_line(p, 2000, PROCESS_LATE); /* it reads to the end, which has not come */
    assert_int_equal(process_stop(p, PROGRAMS_SOON), PROCESS_LEFT);
}

/* Its last message is still on its way when it is stopped. */
static void who_does_not_listen_is_stopped(void **state)
{
    (void)state;
    enum { SIZE = 1 << 20 };
    struct process *p = process("sleep 0.1; echo here; sleep 60");
    const char *line;
    size_t length;
    char *bytes = calloc(1, SIZE);
    assert_non_null(bytes);
    assert_true(process_send(p, bytes, SIZE));
    free(bytes);
    assert_int_equal(process_line(p, process_clock() + 100000, &line, &length), PROCESS_LINE);
    assert_int_equal(process_stop(p, 50), PROCESS_KILLED);
}

static void a_line_has_a_greatest_length(void **state)
{
    (void)state;
    struct process *p = process("head -c 65536 /dev/zero | tr '\\0' a; echo\n"
                                "head -c 65537 /dev/zero | tr '\\0' b; echo; echo end; exec cat");
    const char *line;
    size_t length;
    assert_int_equal(process_line(p, process_clock() + PROGRAMS_SOON, &line, &length),
                     PROCESS_LINE);
    assert_int_equal(length, PROCESS_LINE_MAX);
    expect_no_line(p, PROGRAMS_SOON, PROCESS_LONG);
    expect_line(p, "end");
    process_stop(p, 0);
}

static void an_end_is_noticed(void **state)
{
    (void)state;
    struct process *p = process("echo last; echo half | tr -d '\\n'");
    expect_line(p, "last");
    expect_no_line(p, PROGRAMS_SOON, PROCESS_CLOSED);
    assert_int_equal(process_stop(p, PROGRAMS_SOON), PROCESS_LEFT);
    p = process("exit 3");
    expect_no_line(p, PROGRAMS_SOON, PROCESS_CLOSED);
    assert_int_equal(process_stop(p, PROGRAMS_SOON), PROCESS_FAILED);
    p = process("kill -9 $$");
    assert_int_equal(process_stop(p, PROGRAMS_SOON), PROCESS_FAILED);
}

static void whoever_stays_is_killed_with_all_its_kin(void **state)
{
    (void)state;
    struct process *p = process("trap '' TERM HUP; sleep 300 & echo $!; wait");
    const char *line;
    size_t length;
    assert_int_equal(process_line(p, process_clock() + PROGRAMS_SOON, &line, &length),
                     PROCESS_LINE);
    assert_int_equal(kill((pid_t)-process_id(p), 0), 0);
    const pid_t group = (pid_t)process_id(p);
    assert_int_equal(process_stop(p, 10), PROCESS_KILLED);
    /* a grandchild is reaped by somebody else, some day: until then it is dead */
    char path[64], status[512] = "";
    snprintf(path, sizeof path, "/proc/%d/stat", (int)group);
    FILE *file = fopen(path, "r");
    if (file != NULL) {
        assert_non_null(fgets(status, sizeof status, file));
        fclose(file);
        assert_non_null(strstr(status, ") Z"));
    }
}

/* A write to a pipe that nobody reads raises SIGPIPE; it must not reach us, whatever we do with that
 * signal, and what we do with it must not change. */
static void no_signal_reaches_us(void **state)
{
    (void)state;
    struct sigaction before, after;
    sigset_t blocked, pending;
    sigaction(SIGPIPE, NULL, &before);
    assert_true(before.sa_handler == SIG_DFL);
    struct process *p = process("exec <&-; echo closed; exec sleep 300");
    expect_line(p, "closed");
    assert_false(process_send(p, "hello\n", 6));
    assert_false(process_send(p, "hello\n", 6));
    expect_no_line(p, PROGRAMS_SOON, PROCESS_CLOSED);
    process_stop(p, 0);
    sigaction(SIGPIPE, NULL, &after);
    assert_true(after.sa_handler == SIG_DFL);
    sigprocmask(SIG_SETMASK, NULL, &blocked);
    sigpending(&pending);
    assert_int_equal(sigismember(&blocked, SIGPIPE), 0);
    assert_int_equal(sigismember(&pending, SIGPIPE), 0);
}

/* The program has three files and the usual signals, whatever we have. */
static void the_program_starts_clean(void **state)
{
    (void)state;
    signal(SIGPIPE, SIG_IGN);
    struct process *other = process("exec cat");
    struct process *p = process("echo $(ls /proc/self/fd)\n"
                                "grep SigIgn /proc/self/status; exec cat");
    signal(SIGPIPE, SIG_DFL);
    const char *line;
    size_t length;
    assert_int_equal(process_line(p, process_clock() + PROGRAMS_SOON, &line, &length),
                     PROCESS_LINE);
    char seen[100] = "";
    memcpy(seen, line, length < sizeof seen ? length : sizeof seen - 1);
    int more = 0;
    for (char *at = strtok(seen, " "); at != NULL; at = strtok(NULL, " ")) {
        const int file = (int)strtol(at, NULL, 10);
        more +=
            file > 2 && fcntl(file, F_GETFD) != 0; /* what it gets from us for good is not ours */
    }
    assert_int_equal(more, 1); /* ls itself opens one */
    assert_int_equal(process_line(p, process_clock() + PROGRAMS_SOON, &line, &length),
                     PROCESS_LINE);
    const char *ignored = memchr(line, '\t', length);
    assert_non_null(ignored);
    assert_false(strtoull(ignored, NULL, 16) >> (SIGPIPE - 1) & 1);
    process_stop(other, PROGRAMS_SOON);
    process_stop(p, PROGRAMS_SOON);
}

static void standard_error_goes_to_the_log(void **state)
{
    (void)state;
    struct process *p;
    char why[200], text[40] = "";
    const char *path = programs_make("speaks", "echo one >&2; echo said; exec cat");
    for (int i = 0; i < 2; i++) {
        assert_null(process_start(path, "speaks.log", &p, why, sizeof why));
        expect_line(p, "said");
        process_stop(p, PROGRAMS_SOON);
    }
    FILE *file = fopen("speaks.log", "r");
    assert_non_null(file);
    assert_int_equal(fread(text, 1, sizeof text - 1, file), 8);
    fclose(file);
    assert_string_equal(text, "one\none\n");
}

static void what_is_no_program_is_not_started(void **state)
{
    (void)state;
    struct process *p;
    char why[200];
    assert_non_null(process_start("./nowhere", NULL, &p, why, sizeof why));
    assert_null(p);
    assert_non_null(strstr(why, "No such file"));
    assert_non_null(process_start(".", NULL, &p, why, sizeof why));
    assert_null(p);
    assert_non_null(strstr(why, "is no program"));
    assert_int_equal(process_stop(NULL, 0), PROCESS_LEFT);
}

/* Its pipes need four: with one to three left it is refused, and all are given back. */
static void without_descriptors_it_is_refused(void **state)
{
    (void)state;
    const char *path = programs_make("program", "cat");
    struct rlimit before;
    assert_int_equal(getrlimit(RLIMIT_NOFILE, &before), 0);
    const int next = dup(0);
    close(next);
    for (int left = 0; left <= 4; left++) {
        struct process *p;
        char why[200] = "";
        const struct rlimit few = { (rlim_t)(next + left), before.rlim_max };
        assert_int_equal(setrlimit(RLIMIT_NOFILE, &few), 0);
        const char *refusal = process_start(path, NULL, &p, why, sizeof why);
        assert_int_equal(setrlimit(RLIMIT_NOFILE, &before), 0);
        assert_int_equal(refusal == NULL, left == 4);
        assert_true(left == 4 || strstr(why, "cannot be started: Too many open files") != NULL);
        process_stop(p, PROGRAMS_SOON);
    }
}

/* As some shells leave it: nobody is told how a child ended. */
static void an_end_that_nobody_is_told_counts_as_bad(void **state)
{
    (void)state;
    const struct sigaction ignored = { .sa_handler = SIG_IGN };
    struct sigaction before;
    assert_int_equal(sigaction(SIGCHLD, &ignored, &before), 0);
    struct process *p = process("exit 0");
    expect_no_line(p, PROGRAMS_SOON, PROCESS_CLOSED);
    const enum process_left how = process_stop(p, PROGRAMS_SOON);
    assert_int_equal(sigaction(SIGCHLD, &before, NULL), 0);
    assert_int_equal(how, PROCESS_FAILED);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, programs_look_before, programs_look_after)
        TEST(lines_go_both_ways),
        TEST(a_long_message_goes_out_while_we_wait),
        TEST(who_does_not_listen_is_stopped),
        TEST(a_line_has_a_greatest_length),
        TEST(an_end_is_noticed),
        TEST(whoever_stays_is_killed_with_all_its_kin),
        TEST(no_signal_reaches_us),
        TEST(the_program_starts_clean),
        TEST(standard_error_goes_to_the_log),
        TEST(what_is_no_program_is_not_started),
        TEST(an_end_that_nobody_is_told_counts_as_bad),
        TEST(without_descriptors_it_is_refused),
#undef TEST
    };
    return cmocka_run_group_tests(tests, programs_begin, programs_end);
}
