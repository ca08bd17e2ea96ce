/* study_text.c: what a study found, for people. */
#define _POSIX_C_SOURCE 200809L

#include "command/study/evidence.h"
#include "command/study/study_print.h"

#include "command/out.h"
#include "match/say.h"

#include <inttypes.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BAR = 16, SHORT_BAR = 8, TEXT = 96 };

/* ---- charts ---- */

/* By the environment, since the program itself keeps the C locale for all but messages. */
static bool is_utf8(void)
{
    const char *const names[] = { "LC_ALL", "LC_CTYPE", "LANG" };
    for (int i = 0; i < 3; i++) {
        const char *value = getenv(names[i]);
        if (value && *value) {
            return strstr(value, "UTF-8") || strstr(value, "utf8") || strstr(value, "UTF8");
        }
    }
    return false;
}

/* A bar of at most `width` columns for 0 to 100 per cent, and spaces up to there. */
static const char *bar(double percent, int width, char out[BAR * 3 + 1])
{
    static const char *const part[] = { "", "▏", "▎", "▍", "▌", "▋", "▊", "▉" };
    const double clipped = percent < 0 ? 0 : percent > 100 ? 100 : percent;
    const int eighths = (int)(clipped * width * 8 / 100 + 0.5);
    const bool utf8 = is_utf8();
    const int full = utf8 ? eighths / 8 : (eighths + 4) / 8;
    int at = 0, columns = full;
    for (int i = 0; i < full; i++) {
        at += sprintf(out + at, "%s", utf8 ? "█" : "#");
    }
    if (utf8 && eighths % 8) {
        at += sprintf(out + at, "%s", part[eighths % 8]);
        columns++;
    }
    for (; columns < width; columns++) {
        out[at++] = ' ';
    }
    out[at] = '\0';
    return out;
}

/* ---- one figure ---- */

static void goal(const struct figure *f, char *out, size_t size)
{
    char lo[16] = "", hi[16] = "";
    if (f->lo > -NO_GOAL) {
        snprintf(lo, sizeof lo, "%g", f->lo);
    }
    if (f->hi < NO_GOAL) {
        snprintf(hi, sizeof hi, "%g", f->hi);
    }
    const bool barred = report_verdict(f) != VERDICT_NONE;
    snprintf(out, size, "%s%s%s", barred ? lo : "", barred ? ".." : "", barred ? hi : "");
}

static void amount(const struct figure *f, char *out, size_t size)
{
    char half[24] = "";
    const bool whole = f->unit == UNIT_NUMBER && f->half == 0;
    if (f->half > 0) {
        snprintf(half, sizeof half, is_utf8() ? "±%.1f" : "+-%.1f", f->half);
    }
    snprintf(out, size, whole ? "%7.0f%s %s" : "%7.1f%s %s", f->value,
             f->unit == UNIT_PERCENT ? " %" : "  ", half);
}

static const char *mark(const struct figure *f)
{
    static const char *const word[] = { "", N_("fine"), N_("unsure"), N_("LOOK") };
    const char *one = word[report_verdict(f)];
    return *one ? _(one) : "";
}

/* Pads by characters, not bytes. */
static int pad(const char *text, int width)
{
    int columns = 0;
    for (const char *at = text; *at; at++) {
        columns += ((unsigned char)*at & 0xc0) != 0x80;
    }
    return columns < width ? width - columns : 0;
}

static void print_figure(const struct figure *f)
{
    char value[TEXT], range[TEXT], chart[BAR * 3 + 1] = "";
    amount(f, value, sizeof value);
    goal(f, range, sizeof range);
    if (f->unit == UNIT_PERCENT) {
        bar(f->value, BAR, chart);
    }
    say("  %-36s %s%*s %-7s %-6s %s\n", f->name, value, pad(value, 16), "", range, mark(f), chart);
    if (f->note[0] && report_verdict(f) >= VERDICT_UNSURE) {
        say("      %s\n", f->note);
    }
}

/* ---- what to look at ---- */

static void print_command(const struct scenario *sc, const char *name, const struct evidence *e)
{
    say("      backchannel run %s --seed %" PRIu64 " --games %" PRIu64, name, e->seed, e->game + 1);
    for (int p = 0; p < MAX_PARTIES; p++) {
        say(" --seat %s=%s", sc->actor[p].id, e->seat[p]);
    }
    say(_(" --transcripts DIR\n"));
}

/* A game that can be opened: the file, or how it is made. */
static void print_evidence(const struct study *s, int index, const struct study_asked *asked)
{
    const struct evidence *e = &s->report->evidence[index];
    char file[EVIDENCE_FILE];
    evidence_file(s->report, index, file);
    if (e->decision > 0) {
        say(_("      see game %" PRIu64 ", decision %d"), e->game, e->decision);
    } else {
        say(_("      see game %" PRIu64), e->game);
    }
    if (asked->evidence) {
        say(": %s/%s\n", asked->evidence, file);
    } else if (e->seat[0] && e->seat[1]) {
        say(_(" of\n"));
        print_command(s->measures->sc, asked->scenario, e);
    } else {
        say(_(", which --evidence DIR writes: %s\n"), file);
    }
}

/* All games that show a thing. */
static void print_games(const struct study *s, const char *shown, const struct study_asked *asked)
{
    for (int i = 0; i < s->report->evidences; i++) {
        if (strcmp(s->report->evidence[i].shows, shown) == 0) {
            print_evidence(s, i, asked);
        }
    }
}

static void print_verdicts(const struct study *s, enum verdict verdict,
                           const struct study_asked *asked)
{
    const struct report *r = s->report;
    for (int i = 0; i < r->count; i++) {
        const struct figure *f = &r->figure[i];
        if (report_verdict(f) != verdict) {
            continue;
        }
        print_figure(f);
        if (verdict == VERDICT_MISSED) {
            print_games(s, f->name, asked);
        }
    }
}

static void print_head(const struct study *s, const struct study_asked *asked)
{
    const int missed = report_count(s->report, VERDICT_MISSED);
    const int unsure = report_count(s->report, VERDICT_UNSURE);
    say("%s: ", s->measures->sc->id);
    if (missed == 0) {
        say("%s", _("fine"));
    } else {
        say(ngettext("%d thing to look at", "%d things to look at", (unsigned long)missed), missed);
    }
    if (unsure > 0) {
        say(ngettext(", %d that more games would tell", ", %d that more games would tell",
                     (unsigned long)unsure),
            unsure);
    }
    say(_(" (seed %" PRIu64 ", budget %" PRIu64 " %%)\n"), s->seed, asked->budget);
    if (missed > 0) {
        say("\n%s\n", _("To look at"));
        print_verdicts(s, VERDICT_MISSED, asked);
    }
    if (unsure > 0) {
        say("\n%s\n", _("More games would tell (--budget)"));
        print_verdicts(s, VERDICT_UNSURE, asked);
    }
}

static const struct figure *find(const struct report *r, const char *family, const char *id)
{
    char name[2 * FIGURE_NAME];
    snprintf(name, sizeof name, "%s.%s", family, id);
    for (int i = 0; i < r->count; i++) {
        if (strcmp(r->figure[i].name, name) == 0) {
            return &r->figure[i];
        }
    }
    return NULL;
}

/* ---- coverage ---- */

static void print_kind(const struct study *s, enum thing kind, const char *title)
{
    const struct scenario *sc = s->measures->sc;
    int all = 0, met = 0, rarest = -1;
    int64_t least = INT64_MAX;
    for (int i = 0; i < coverage_things(sc, kind); i++) {
        const int64_t times =
            coverage_met(&s->by_lot, kind, i) + coverage_met(&s->by_ministers, kind, i);
        if (coverage_counts(sc, kind, i)) {
            all++;
            met += times > 0;
            if (times > 0 && times < least) {
                least = times;
                rarest = i;
            }
        }
    }
    say("  %-10s %4d / %-4d", title, met, all);
    if (rarest >= 0) {
        char name[TEXT], chart[BAR * 3 + 1];
        coverage_name(sc, kind, rarest, name, sizeof name);
        say(_(" %s  rarest: %s, %" PRId64 " times"), bar(100.0 * met / all, BAR, chart), name,
            least);
    }
    say("\n");
}

static void print_one_missing(const struct study *s, const struct missing *m,
                              const struct study_asked *asked)
{
    char name[FIGURE_NAME];
    coverage_name(s->measures->sc, m->kind, m->index, name, sizeof name);
    say(m->reached ? _("  reached by search only, in game %" PRId64 " of it: %s\n")
                   : _("  never reached, after %" PRId64 " games of search: %s\n"),
        m->tries, name);
    print_games(s, name, asked);
}

/* What only a search reaches before what nothing does. */
static void print_missing(const struct study *s, const struct study_asked *asked)
{
    for (int reached = 1; reached >= 0; reached--) {
        for (int i = 0; i < s->missings; i++) {
            if (s->missing[i].reached == reached) {
                print_one_missing(s, &s->missing[i], asked);
            }
        }
    }
}

static void print_texts(const struct study *s)
{
    if (s->texts > 0) {
        char chart[BAR * 3 + 1];
        const int met = s->texts - s->unreads;
        say("  %-10s %4d / %-4d", _("texts"), met, s->texts);
        say(_(" %s  by whoever read along in %" PRId64 " games\n"),
            bar(100.0 * met / s->texts, BAR, chart), s->numbers.texts);
    }
}

static void print_unread(const struct study *s)
{
    enum { SOME = 8 };
    for (int i = 0; i < s->unreads && i < SOME; i++) {
        say(_("  not read: %s\n"), s->unread[i]);
    }
    if (s->unreads > SOME) {
        say(_("  and %d more (--format json)\n"), s->unreads - SOME);
    }
}

static void print_coverage(const struct study *s, const struct study_asked *asked)
{
    const int64_t games = s->by_lot.games + s->by_ministers.games;
    say(_("\nWhat is met, in %" PRId64 " games by lot and between ministers\n"), games);
    print_kind(s, THING_INCIDENT, _("incidents"));
    print_kind(s, THING_MOVE, _("moves"));
    print_kind(s, THING_ENDING, _("endings"));
    print_kind(s, THING_ROW, _("rows"));
    print_texts(s);
    print_missing(s, asked);
    print_unread(s);
}

/* ---- endings ---- */

static void print_endings(const struct study *s)
{
    static const char *const by[] = { "random", "family-random", "scripts", "planner" };
    const struct scenario *sc = s->measures->sc;
    say("\n%-24s", _("Endings, per cent"));
    for (int k = 0; k < 4; k++) {
        say("  %-14s", by[k]);
    }
    say("\n");
    for (int i = 0; i < sc->endings; i++) {
        say("  %-22.22s", sc->ending[i].id);
        for (int k = 0; k < 4; k++) {
            char family[40], chart[BAR * 3 + 1];
            snprintf(family, sizeof family, "endings.%s", by[k]);
            const struct figure *f = find(s->report, family, sc->ending[i].id);
            say("  %5.1f %s", f ? f->value : 0.0, bar(f ? f->value : 0.0, SHORT_BAR, chart));
        }
        say("\n");
    }
}

/* ---- the rest ---- */

static bool begins(const char *name, const char *const *prefix)
{
    for (; *prefix; prefix++) {
        if (strncmp(name, *prefix, strlen(*prefix)) == 0) {
            return true;
        }
    }
    return false;
}

static void print_section(const struct study *s, const char *title, const char *const *prefix)
{
    bool head = false;
    for (int i = 0; i < s->report->count; i++) {
        if (begins(s->report->figure[i].name, prefix)) {
            if (!head) {
                say("\n%s\n", title);
            }
            head = true;
            print_figure(&s->report->figure[i]);
        }
    }
}

static void print_choices(const struct study *s)
{
    static const char *const choices[] = { "best-set", "in-best-set", NULL };
    const struct scenario *sc = s->measures->sc;
    for (int b = 0; b < sc->beats; b++) {
        bool head = false;
        for (int i = sc->beat[b].first_move; i < sc->beat[b].first_move + sc->beat[b].moves; i++) {
            const struct figure *f = find(s->report, "best", sc->move[i].id);
            if (f && !head) {
                say(_("\nHow often a move is the best at %s\n"), sc->beat[b].id);
                head = true;
            }
            if (f) {
                print_figure(f);
            }
        }
    }
    print_section(s, _("How often a set is the best"), choices);
}

void study_print_text(const struct study *s, const struct study_asked *asked)
{
    static const char *const sides[] = { "side-advantage", "reciprocity", "best-ending", "recipe",
                                         NULL };
    static const char *const tension[] = { "near-ties",   "rounds-without-tension",
                                           "same-answer", "role-run",
                                           "rounds.",     "decisions",
                                           "same-round",  "full-length",
                                           NULL };
    static const char *const shape[] = { "crisis-", "calm-rounds", "brink-rounds", "severe-",
                                         NULL };
    static const char *const truth[] = { "guilt", "lies", "belief-off", NULL };
    print_head(s, asked);
    print_coverage(s, asked);
    print_endings(s);
    print_section(s, _("Sides and policies"), sides);
    print_choices(s);
    print_section(s, _("Tension and boredom"), tension);
    print_section(s, _("The shape of the year"), shape);
    print_section(s, _("Guilt, lies and belief"), truth);
}
