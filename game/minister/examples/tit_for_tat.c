/* A minister for Backchannel in C: tit for tat without a memory.
 *
 *     cc -O2 -o tit_for_tat tit_for_tat.c
 *     backchannel run pentagon-2012 --games 10 --seat us=./tit_for_tat
 *
 * One file, nothing but the C library. It looks for the family of moves that the other side showed
 * last, and chooses the first legal move of that family, else the first of all. It reads no JSON
 * but the few members it needs, by their keys: good for the lines of this protocol, where those
 * keys stand once or are looked for behind one that does, and no string holds an escape. The
 * protocol is in ../PROTOCOL.md. */
#define _POSIX_C_SOURCE 200809L

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What stands behind `key` in a text, which may be NULL; NULL where it is not there. */
static const char *after(const char *text, const char *key)
{
    const char *found = text != NULL ? strstr(text, key) : NULL;
    return found != NULL ? found + strlen(key) : NULL;
}

/* Is the text, up to a quote, this word? */
static int is_word(const char *text, const char *word)
{
    const size_t length = strlen(word);
    return text != NULL && strncmp(text, word, length) == 0 && text[length] == '"';
}

/* Copies up to a quote. */
static void copy_word(char *out, size_t size, const char *text)
{
    size_t length = text != NULL ? strcspn(text, "\"") : 0;
    length = length < size ? length : size - 1;
    memcpy(out, text != NULL ? text : "", length);
    out[length] = '\0';
}

/* The family the other side showed last: "family.ID" that is not our own. */
static void last_family(char *out, size_t size, const char *line, const char *side)
{
    const char *at = after(line, "\"family.");
    if (is_word(at, side)) {
        at = after(at, "\"family.");
    }
    copy_word(out, size, after(at, "\":\""));
}

/* Finds the move in "legal": [{"move": M, "family": F}, ...]. */
static void choose(char *out, size_t size, const char *line, const char *family)
{
    const char *at = after(line, "\"legal\":[");
    copy_word(out, size, after(at, "\"move\":\""));
    while ((at = after(at, "\"move\":\"")) != NULL) {
        if (is_word(after(at, "\"family\":\""), family)) {
            copy_word(out, size, at);
            return;
        }
    }
}

int main(void)
{
    char *line = NULL, side[64] = "", family[64], move[512];
    size_t size = 0;
    setvbuf(stdout, NULL, _IOLBF, 0); /* an answer that stays in a buffer is late */
    while (getline(&line, &size, stdin) > 0) {
        const char *type = after(line, "{\"t\":\"");
        if (is_word(type, "hello")) {
            copy_word(side, sizeof side, after(line, "\"side\":\""));
            puts("{\"t\":\"ready\",\"name\":\"tit for tat (C)\",\"version\":\"1\"}");
        } else if (is_word(type, "decide")) {
            last_family(family, sizeof family, line, side);
            choose(move, sizeof move, line, family);
            printf("{\"t\":\"move\",\"id\":%ld,\"move\":\"%s\"}\n",
                   strtol(after(line, "\"id\":"), NULL, 10), move);
        } else if (is_word(type, "quit")) {
            break;
        }
    }
    free(line);
    return 0;
}
