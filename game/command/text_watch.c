/* text_watch.c: another scenario for the game at hand. */
#include "command/text_watch.h"

#include "command/out.h"
#include "content/scenario_load.h"
#include "match/again.h"
#include "match/say.h"

#include <stdio.h>

static bool tell(struct findings *findings)
{
    const bool told = !findings->out_of_memory && findings_print_text(findings, stderr);
    findings_clear(findings);
    return told;
}

int text_watch_begin(struct text_watch *w, const char *name)
{
    struct findings findings = findings_init();
    const bool begun = scenario_watch_begin(&w->watch, name, say_language(), &findings);
    w->scenario = w->news = NULL;
    if (!tell(&findings)) {
        return out_of_memory();
    }
    return begun ? EXIT_FINE : EXIT_USAGE;
}

void text_watch_end(struct text_watch *w)
{
    scenario_watch_end(&w->watch);
    scenario_free(w->scenario);
    scenario_free(w->news);
}

bool text_watch_look(struct text_watch *w)
{
    struct findings findings = findings_init();
    const enum watch_news news = scenario_watch_look(&w->watch, &findings, &w->news);
    if (!tell(&findings)) {
        (void)out_of_memory();
    }
    if (news == WATCH_WRONG) {
        say(_("%s has errors. The game goes on with what it was.\n"), w->watch.path[0]);
        fflush(stdout);
    }
    return news == WATCH_LOADED;
}

bool text_watch_take(struct text_watch *w, struct match **m, int viewer)
{
    struct match *next = NULL;
    struct again again;
    char sentence[700], why[200];
    const char *refusal = match_again(*m, w->news, viewer, &next, &again, why, sizeof why);
    if (refusal != NULL) {
        say("%s\n", refusal);
        scenario_free(w->news);
        w->news = NULL;
        return false;
    }
    match_free(*m);
    scenario_free(w->scenario);
    *m = next;
    w->scenario = w->news;
    w->news = NULL;
    say("\n%s\n", again_sentence(&again, sentence, sizeof sentence));
    return true;
}
