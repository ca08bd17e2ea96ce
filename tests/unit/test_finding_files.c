/* Where scenarios are looked for, and the pages of findings. */
#define _POSIX_C_SOURCE 200809L
#include "content/finding_pages.h"
#include "content/scenario_find.h"
#include "content/scenario_load.h"
#include "core/move.h"
#include "core/round.h"
#include "json/file.h"
#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static const char small_path[] = SOURCE_DIR "/tests/scenarios/small.json";

static void names_become_paths(void **unused)
{
    (void)unused;
    struct findings findings = findings_init();
    assert_int_equal(setenv("BACKCHANNEL_DATA", SOURCE_DIR "/tests", 1), 0);
    char *path = scenario_find("small", &findings);
    assert_string_equal(path, small_path);
    free(path);
    path = scenario_find("no/such.json", &findings);
    assert_string_equal(path, "no/such.json");
    free(path);
    assert_int_equal(findings.errors, 0);
    assert_null(scenario_find("smal", &findings));
    assert_int_equal(findings.errors, 1);
    assert_string_equal(findings.items[0].suggestion, "small");
    assert_null(scenario_find("..", &findings));
    assert_null(scenario_find("", &findings));
    findings_clear(&findings);
    unsetenv("BACKCHANNEL_DATA");
}

static void the_list_is_sorted_and_whole(void **unused)
{
    (void)unused;
    assert_int_equal(setenv("BACKCHANNEL_DATA", SOURCE_DIR "/tests/scenarios", 1), 0);
    char **ids = scenario_list();
    bool found = false;
    assert_non_null(ids);
    for (int i = 0; ids[i] != NULL; i++) {
        assert_true(i == 0 || strcmp(ids[i - 1], ids[i]) < 0);
        found = found || strcmp(ids[i], "small") == 0;
        assert_null(strchr(ids[i], '.'));
    }
    assert_true(found);
    for (int i = 0; ids[i] != NULL; i++) {
        free(ids[i]);
    }
    free(ids);
    unsetenv("BACKCHANNEL_DATA");
}

static void codes_are_in_order(void **unused)
{
    (void)unused;
    struct finding_pages pages;
    struct findings list = findings_init();
    assert_true(finding_pages_read(&pages, &list));
    assert_true(pages.count > 80);
    for (int i = 1; i < pages.count; i++) {
        assert_true(strcmp(pages.page[i - 1].code, pages.page[i].code) < 0);
        assert_true(strlen(pages.page[i].title) > 5);
    }
    assert_ptr_equal(finding_page(&pages, "j001"), &pages.page[0]);
    assert_null(finding_page(&pages, "J0011"));
    finding_pages_clear(&pages);
    findings_clear(&list);
}

/* A file of pages, and the line that is told of; 0: it is fine. */
static void pages_that_are_wrong_are_told_with_their_line(void **unused)
{
    (void)unused;
#define PAGE "means  m\nwhy    w\nwrong  x\nright  r\ndo     d\n       more\n"
    static const struct {
        const char *text;
        int line;
    } file[] = {
        { "# a note\n\nS001  A\n" PAGE "\nS002  B\n" PAGE, 0 },
        { "# a note\n", 2 },
        { "means  m\n", 1 },
        { "S001  A\nmeans\n" PAGE, 2 },
        { "S001  A\n       m\n" PAGE, 2 },
        { "S001  A\nbecause so\n" PAGE, 2 },
        { "S001 A\n" PAGE, 1 },
        { "s001  A\n" PAGE, 1 },
        { "S01  A\n" PAGE, 1 },
        { "S001  A\nmeans  m\n", 3 },
        { "S001  A\n" PAGE "whyever\n", 8 },
    };
#undef PAGE
    char folder[] = "/tmp/pages-XXXXXX", path[64];
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/assets", folder);
    assert_int_equal(mkdir(path, 0700), 0);
    snprintf(path, sizeof path, "%s/assets/findings.txt", folder);
    assert_int_equal(setenv("BACKCHANNEL_DATA", folder, 1), 0);
    for (size_t i = 0; i < sizeof file / sizeof *file; i++) {
        struct findings findings = findings_init();
        struct finding_pages pages;
        FILE *out = fopen(path, "w");
        assert_non_null(out);
        fputs(file[i].text, out);
        assert_int_equal(fclose(out), 0);
        const bool read = finding_pages_read(&pages, &findings);
        assert_int_equal(read, file[i].line == 0);
        assert_int_equal(findings.errors, file[i].line > 0);
        assert_int_equal(findings.count > 0 ? findings.items[0].line : 0, file[i].line);
        finding_pages_clear(&pages);
        findings_clear(&findings);
    }
    assert_int_equal(unlink(path), 0);
    *strrchr(path, '/') = '\0';
    assert_int_equal(rmdir(path) | rmdir(folder), 0);
    unsetenv("BACKCHANNEL_DATA");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_become_paths),
        cmocka_unit_test(the_list_is_sorted_and_whole),
        cmocka_unit_test(codes_are_in_order),
        cmocka_unit_test(pages_that_are_wrong_are_told_with_their_line),
    };
    return cmocka_run_group_tests_name("finding files", tests, 0, 0);
}
