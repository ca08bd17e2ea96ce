/* memory.c: runs the program once for every allocation it makes, and has that one fail.
 *
 *   memory MOST FOLDER SCENARIO RUN...    RUN: check, load, play, save, resume, replay, debrief,
 *                                         page, data, class, explain, branch; translated, texts,
 *                                         tests, sources
 *
 * Each run is made without a fault, then with its first allocation failing once, then for ever, then
 * its second, and so on until none fails; where MOST is not 0, some MOST are tried, evenly spread
 * over those that our own code asks for, and the first of each place in it. It may end with exit
 * code 4 and a sentence, or as it would have: with the same output, or having told that there was
 * no memory, to save in between or for a move that is made again.
 * No signal, no assertion, nothing left that was not freed. FOLDER is for what is written. */
#define _GNU_SOURCE
#include "failing.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef BACKCHANNEL_COVERAGE
#include <gcov.h>
#endif

#ifdef FAILING_WRAPS
int __lsan_do_recoverable_leak_check(void);
#endif
extern const char __executable_start;
int program_main(int argc, char **argv); /* main of game/command/main.c */

enum { ROOM = 1 << 20, CODE_BUG = 4, CODE_LEAK = 99, WORDS = 12 };

/* ---- the runs ---- */

struct run {
    const char *name, *input;
    const char *word[WORDS]; /* @: the scenario, %: the saved game, #: a new file */
};
static const char moves[] = "1\n1\nledger\nwhy\nadvice\nundo\n1\n2\nhelp\n1\n1\n";
static const struct run runs[] = {
    { "check", "", { "check", "@" } },
    { "load", "", { "graph", "@" } },
    { "play", moves, { "play", "@", "--text", "--seed", "1", "--minister", "random" } },
    { "save",
      moves,
      { "play", "@", "--text", "--seed", "1", "--minister", "soft-line", "--save", "#" } },
    { "resume", moves, { "play", "@", "--text", "--resume", "%", "--save", "#" } },
    { "replay", "", { "replay", "%", "--scenario", "@" } },
    { "debrief", "", { "debrief", "%", "--scenario", "@" } },
    { "page", "", { "debrief", "%", "--scenario", "@", "--format", "html" } },
    { "data", "", { "debrief", "%", "--scenario", "@", "--format", "json" } },
    { "class", "", { "debrief", "%", "%", "--class", "--scenario", "@" } },
    { "explain", "", { "explain", "%", "--scenario", "@", "--format", "json" } },
    { "branch", moves, { "play", "@", "--text", "--resume", "%", "--from", "2", "--save", "#" } },
    { "translated", "", { "explain", "%", "--scenario", "@", "--lang", "zh_CN" } },
    { "texts", "", { "texts", "@", "--lang", "zh_CN" } },
    { "tests", "", { "check", "@", "--tests" } },
    { "sources", "", { "check", "@", "--sources" } },
};

struct work {
    const struct run *run;
    const char *folder, *scenario;
    char file[3][512]; /* what it reads, what it says, what it complains of */
    char game[512], saved[512];
    long faults, ended, bad;
};

static void place(struct work *w)
{
    static const char *const name[] = { "in", "out", "err" };
    for (int i = 0; i < 3; i++) {
        snprintf(w->file[i], sizeof w->file[i], "%s/%s.%s", w->folder, w->run->name, name[i]);
    }
    snprintf(w->game, sizeof w->game, "%s/game.jsonl", w->folder);
    snprintf(w->saved, sizeof w->saved, "%s/saved.jsonl", w->folder);
    FILE *file = fopen(w->file[0], "w");
    if (file == NULL || fputs(w->run->input, file) < 0 || fclose(file) != 0) {
        perror(w->file[0]);
        exit(1);
    }
}

/* In a process of its own. */
static void begin(const struct work *w)
{
    char *words[WORDS + 2] = { (char *)"backchannel" };
    int count = 1;
    for (int i = 0; i < WORDS && w->run->word[i] != NULL; i++) {
        const char *word = w->run->word[i];
        words[count++] = (char *)(strcmp(word, "@") == 0   ? w->scenario
                                  : strcmp(word, "%") == 0 ? w->game
                                  : strcmp(word, "#") == 0 ? w->saved
                                                           : word);
    }
    for (int i = 0; i < 3; i++) {
        const int file = open(w->file[i], i == 0 ? O_RDONLY : O_WRONLY | O_CREAT | O_TRUNC, 0600);
        dup2(file, i);
        close(file);
    }
    failing->armed = true;
    int code = program_main(count, words);
    failing->armed = false;
#ifdef FAILING_WRAPS
    code = __lsan_do_recoverable_leak_check() != 0 ? CODE_LEAK : code;
#endif
#ifdef BACKCHANNEL_COVERAGE
    __gcov_dump(); /* which _exit leaves out */
#endif
    _exit(code);
}

/* Runs it with that allocation failing, 0 for none; the status of the process. */
static int run(const struct work *w, long at, bool ever)
{
    int status = -1;
    memset(failing, 0, sizeof *failing);
    failing->at = at;
    failing->ever = ever;
    unlink(w->saved);
    const pid_t child = fork();
    if (child == 0) {
        begin(w);
    }
    if (child < 0 || waitpid(child, &status, 0) != child) {
        perror("fork");
        exit(1);
    }
    return status;
}

/* ---- what came of it ---- */

static char *slurp(const char *path)
{
    static char bytes[2][ROOM];
    static int turn;
    char *out = bytes[turn = 1 - turn];
    FILE *file = fopen(path, "r");
    const size_t length = file != NULL ? fread(out, 1, ROOM - 1, file) : 0;
    out[length] = '\0';
    if (file != NULL) {
        fclose(file);
    }
    return out;
}

/* What is wrong, or NULL. */
static const char *judge(const struct work *w, int status, int code, const char *whole)
{
    static const char memory[] = "here is no memory left";
    const char *complaint = slurp(w->file[2]);
    if (!WIFEXITED(status)) {
        return "a signal";
    }
    if (strstr(complaint, "bug of the program") != NULL) {
        return "an assertion";
    }
    if (WEXITSTATUS(status) == CODE_LEAK || failing->live != 0) {
        return "something is not freed";
    }
    if (WEXITSTATUS(status) == CODE_BUG) {
        return complaint[0] != '\0' ? NULL : "no sentence";
    }
    if (WEXITSTATUS(status) != code) {
        return "another exit code";
    }
    const char *said = slurp(w->file[1]);
    const bool told = strstr(complaint, memory) != NULL || strstr(said, memory) != NULL;
    return told || strcmp(said, whole) == 0 ? NULL : "another output";
}

static void try_fault(struct work *w, long at, bool ever, int code, const char *whole)
{
    const int status = run(w, at, ever);
    const char *wrong = judge(w, status, code, whole);
    w->faults++;
    w->ended += WIFEXITED(status) && WEXITSTATUS(status) == CODE_BUG;
    w->bad += wrong != NULL;
    if (wrong != NULL) {
        printf("%s: allocation %ld fails %s (at %p): %s; status %d, %ld left; %s\n", w->run->name,
               at, ever ? "for ever" : "once",
               (void *)((const char *)failing->who - &__executable_start), wrong, status,
               failing->live, slurp(w->file[2]));
    }
}

/* Whether no allocation before was asked for there. */
static bool is_first(long at)
{
    for (long i = 1; i < at; i++) {
        if (failing->by[i] == failing->by[at]) {
            return false;
        }
    }
    return true;
}

/* Which allocations are to fail, in order, from a run without a fault; how many. */
static long choose(long most, long *chosen)
{
    long own = 0, count = 0, seen = 0;
    for (long at = 1; at <= failing->count; at++) {
        own += failing->by[at] != NULL;
    }
    const long step = own > most && most > 0 ? own / most : 1;
    for (long at = 1; at <= failing->count; at++) {
        if (most == 0 || (failing->by[at] != NULL && (seen++ % step == 0 || is_first(at)))) {
            chosen[count++] = at;
        }
    }
    return count;
}

/* False where something was wrong. */
static bool try_run(struct work *w, long most)
{
    static char whole[ROOM];
    static long chosen[FAILING_MOST];
    place(w);
    const int status = run(w, 0, false);
    const long count = failing->count;
    const char *wrong = WIFEXITED(status) && WEXITSTATUS(status) < 2
                            ? judge(w, status, WEXITSTATUS(status), slurp(w->file[1]))
                            : "it fails without a fault";
    if (wrong != NULL) {
        printf("%s: %s: %s\n", w->run->name, wrong, slurp(w->file[2]));
        return false;
    }
    strcpy(whole, slurp(w->file[1]));
    if (count >= FAILING_MOST) {
        printf("%s: more than %d allocations\n", w->run->name, FAILING_MOST);
        return false;
    }
    const long faults = choose(most, chosen);
    for (long i = 0; i < faults; i++) {
        try_fault(w, chosen[i], false, WEXITSTATUS(status), whole);
        try_fault(w, chosen[i], true, WEXITSTATUS(status), whole);
    }
    run(w, 0, false);
    if (access(w->game, F_OK) != 0) {
        rename(w->saved, w->game); /* what was saved is what is gone on with */
    }
    printf("%s %s: %ld allocations, %ld faults, exit code 4 after %ld, wrong after %ld\n",
           w->run->name, w->scenario, count, w->faults, w->ended, w->bad);
    return w->bad == 0 && w->ended > 0;
}

int main(int argc, char **argv)
{
    bool fine = argc > 4;
    void *shared =
        mmap(NULL, sizeof *failing, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (!fine || shared == MAP_FAILED) {
        return 2;
    }
    failing = shared;
    for (int i = 4; i < argc; i++) {
        bool known = false;
        for (size_t k = 0; k < sizeof runs / sizeof *runs; k++) {
            if (strcmp(argv[i], runs[k].name) == 0) {
                struct work work = { .run = &runs[k], .folder = argv[2], .scenario = argv[3] };
                known = true;
                fine = try_run(&work, strtol(argv[1], NULL, 10)) && fine;
                fflush(stdout);
            }
        }
        fine = fine && known;
    }
    return fine ? 0 : 1;
}
