/* graph_print.c: a picture of a scenario in the DOT language of graphviz. */
#include "command/graph.h"
#include "command/out.h"
#include "json/buffer.h"
#include "match/say.h"

#include <stdlib.h>

struct sheet {
    const struct graph *graph;
    const struct picture *picture;
    bool *drawn; /* by node */
};

/* ---- words ---- */

static const char *const part_names[PARTS] = {
    "kind", "incident", "move", "rule", "commitment", "meter", "ending",
};

static const char *id_of(const struct scenario *sc, int part, int index)
{
    switch (part) {
    case PART_KIND:
        return sc->kind[index].id;
    case PART_INCIDENT:
        return sc->incident[index].id;
    case PART_MOVE:
        return sc->move[index].id;
    case PART_RULE:
        return sc->rule[index].id;
    case PART_COMMITMENT:
        return sc->commitment[index].id;
    case PART_METER:
        return sc->meter[index].id;
    default:
        return sc->ending[index].id;
    }
}

static struct phrase title_of(const struct scenario *sc, int part, int index)
{
    switch (part) {
    case PART_KIND:
        return sc->kind[index].title;
    case PART_INCIDENT:
        return sc->incident[index].title;
    case PART_MOVE:
        return sc->move[index].title;
    case PART_COMMITMENT:
        return sc->commitment[index].title;
    case PART_METER:
        return sc->meter[index].title;
    case PART_ENDING:
        return sc->ending[index].title;
    default:
        return (struct phrase){ 0 };
    }
}

/* Adds a text to what stands between quotation marks. */
static void add_quoted(struct buffer *out, const char *text)
{
    for (const char *at = text; *at != '\0'; at++) {
        if (*at == '"' || *at == '\\') {
            buffer_add(out, "\\", 1);
        }
        buffer_add(out, at, 1);
    }
}

static void add_title(struct buffer *out, const struct scenario *sc, struct phrase title)
{
    if (title.count > 0) {
        add_quoted(out, sc->text[title.first].utf8);
        buffer_add_string(out, "\\n");
    }
}

static void say_buffer(struct buffer *out)
{
    char *text = buffer_finish(out);
    if (text != NULL) {
        say("%s", text);
    } else {
        say_lost();
    }
    free(text);
}

/* ---- nodes ---- */

static const char *const family_colors[FAMILY_COUNT] = { "#d9ead3", "#f4cccc", "#e6e6e6" };

static void add_look(struct buffer *out, const struct scenario *sc, int part, int index)
{
    static const char *const looks[PARTS] = {
        [PART_KIND] = "shape=folder", [PART_INCIDENT] = "shape=note",
        [PART_MOVE] = "shape=box",    [PART_RULE] = "shape=cds",
        [PART_METER] = "shape=oval",  [PART_ENDING] = "shape=doubleoctagon",
    };
    if (part == PART_COMMITMENT) {
        buffer_add_string(out, sc->commitment[index].promise ? "shape=box, style=\"rounded,dashed\""
                                                             : "shape=box, style=rounded");
        return;
    }
    buffer_add_string(out, looks[part]);
    if (part == PART_MOVE) {
        buffer_add_format(out, ", style=filled, fillcolor=\"%s\"",
                          family_colors[sc->move[index].family]);
    } else if (part == PART_ENDING && sc->ending[index].ruin) {
        buffer_add_string(out, ", style=filled, fillcolor=\"#f4cccc\"");
    }
}

static void say_node(const struct sheet *sheet, int part, int index)
{
    const struct scenario *sc = sheet->graph->sc;
    const char *id = id_of(sc, part, index);
    struct buffer out = buffer_init();
    if (!sheet->drawn[sheet->graph->first[part] + index]) {
        return;
    }
    buffer_add_format(&out, "    \"%s/%s\" [label=\"", part_names[part], id);
    add_title(&out, sc, title_of(sc, part, index));
    buffer_add_string(&out, id);
    buffer_add_string(&out, "\", ");
    add_look(&out, sc, part, index);
    buffer_add_string(&out, "];\n");
    say_buffer(&out);
}

/* ---- clusters ---- */

static void begin_cluster(const struct scenario *sc, const char *part, const char *id,
                          struct phrase title)
{
    struct buffer out = buffer_init();
    buffer_add_format(&out, "  subgraph \"cluster/%s/%s\" {\n    label=\"", part, id);
    add_title(&out, sc, title);
    buffer_add_string(&out, id);
    buffer_add_string(&out, "\";\n");
    say_buffer(&out);
}

static void end_cluster(void)
{
    say("%s", "  }\n");
}

static void say_moves(const struct sheet *sheet)
{
    const struct scenario *sc = sheet->graph->sc;
    for (int i = 0; i < sc->beats; i++) {
        begin_cluster(sc, "beat", sc->beat[i].id, sc->beat[i].title);
        for (int k = 0; k < sc->beat[i].moves; k++) {
            say_node(sheet, PART_MOVE, sc->beat[i].first_move + k);
        }
        end_cluster();
    }
}

static void say_incidents(const struct sheet *sheet)
{
    const struct scenario *sc = sheet->graph->sc;
    for (int i = 0; i < sc->kinds; i++) {
        begin_cluster(sc, part_names[PART_KIND], sc->kind[i].id, sc->kind[i].title);
        say_node(sheet, PART_KIND, i);
        for (int k = 0; k < sc->incidents; k++) {
            if (sc->incident[k].kind == i) {
                say_node(sheet, PART_INCIDENT, k);
            }
        }
        end_cluster();
    }
}

static void say_loose(const struct sheet *sheet, int part)
{
    for (int i = 0; i < graph_count(sheet->graph, part); i++) {
        say_node(sheet, part, i);
    }
}

/* Where a part is whole it is put together; moves and incidents by beat and kind. */
static void say_nodes(const struct sheet *sheet)
{
    const unsigned core = sheet->picture->core;
    static const struct phrase untitled = { 0 };
    for (int part = 0; part < PARTS; part++) {
        const bool together = part == PART_COMMITMENT || part == PART_ENDING;
        if (part == PART_MOVE && ((core >> part) & 1u)) {
            say_moves(sheet);
        } else if (part == PART_KIND && ((core >> part) & 1u)) {
            say_incidents(sheet);
        } else if (together && ((core >> part) & 1u)) {
            begin_cluster(sheet->graph->sc, "all",
                          part == PART_ENDING ? "endings" : "agreements, promises", untitled);
            say_loose(sheet, part);
            end_cluster();
        } else if (part != PART_INCIDENT || !((core >> part) & 1u)) {
            say_loose(sheet, part);
        }
    }
}

/* ---- edges ---- */

static int part_of(const struct graph *graph, int node)
{
    int part = 0;
    while (graph->first[part + 1] <= node) {
        part++;
    }
    return part;
}

static bool is_core(const struct sheet *sheet, int node)
{
    return ((sheet->picture->core >> part_of(sheet->graph, node)) & 1u) != 0;
}

static unsigned ties(const struct sheet *sheet, int from, int to)
{
    return graph_ties(sheet->graph, from, to) & sheet->picture->ties;
}

static void say_edge(const struct sheet *sheet, int from, int to, unsigned tie)
{
    static const struct {
        unsigned tie;
        const char *look;
    } looks[] = {
        { TIE_READ, "style=dotted" },
        { TIE_RAISE | TIE_LOWER, "color=\"#7f6000\", label=\"+/-\"" },
        { TIE_RAISE, "color=\"#1b7837\", label=\"+\"" },
        { TIE_LOWER, "color=\"#b2182b\", label=\"-\"" },
        { TIE_SET, "color=\"#7f6000\", label=\"=\"" },
        { TIE_GIVE, "color=\"#2166ac\", label=\"gives\"" },
        { TIE_BREAK, "color=\"#b2182b\", label=\"breaks\"" },
        { TIE_REST, "style=bold, label=\"needed by\"" },
        { TIE_SIGN, "color=\"#2166ac\", label=\"signs\"" },
    };
    const struct graph *graph = sheet->graph;
    const int a = part_of(graph, from), b = part_of(graph, to);
    const char *const ids[] = { id_of(graph->sc, a, from - graph->first[a]),
                                id_of(graph->sc, b, to - graph->first[b]) };
    for (size_t i = 0; i < sizeof looks / sizeof *looks; i++) {
        if ((tie & looks[i].tie) == looks[i].tie) {
            say("  \"%s/%s\" -> \"%s/%s\" [%s];\n", part_names[a], ids[0], part_names[b], ids[1],
                looks[i].look);
            tie &= ~looks[i].tie;
        }
    }
}

static void say_edges(const struct sheet *sheet)
{
    const int nodes = sheet->graph->first[PARTS];
    for (int from = 0; from < nodes; from++) {
        for (int to = 0; to < nodes; to++) {
            if (sheet->drawn[from] && sheet->drawn[to] &&
                (is_core(sheet, from) || is_core(sheet, to))) {
                say_edge(sheet, from, to, ties(sheet, from, to));
            }
        }
    }
}

/* ---- the picture ---- */

static bool has_tie(const struct sheet *sheet, int node)
{
    for (int i = 0; i < sheet->graph->first[PARTS]; i++) {
        if (is_core(sheet, i) && (ties(sheet, node, i) | ties(sheet, i, node)) != 0) {
            return true;
        }
    }
    return false;
}

static void choose(const struct sheet *sheet)
{
    for (int i = 0; i < sheet->graph->first[PARTS]; i++) {
        const bool beside = ((sheet->picture->beside >> part_of(sheet->graph, i)) & 1u) != 0;
        sheet->drawn[i] = is_core(sheet, i) || (beside && has_tie(sheet, i));
    }
}

static void say_head(const struct sheet *sheet)
{
    const struct scenario *sc = sheet->graph->sc;
    struct buffer out = buffer_init();
    buffer_add_format(&out, "digraph \"%s\" {\n  label=\"", sc->id);
    add_title(&out, sc, sc->title);
    add_quoted(&out, _("+ raises, - lowers, = sets, all at once; dotted: is read by"));
    buffer_add_string(&out, "\";\n  rankdir=LR;\n  node [fontsize=10];\n"
                            "  edge [fontsize=9, arrowsize=0.6];\n");
    say_buffer(&out);
}

bool graph_print(const struct graph *graph, const struct picture *picture)
{
    struct sheet sheet = { .graph = graph, .picture = picture };
    sheet.drawn = calloc((size_t)graph->first[PARTS], sizeof *sheet.drawn);
    if (sheet.drawn == NULL) {
        return false;
    }
    choose(&sheet);
    say_head(&sheet);
    say_nodes(&sheet);
    say_edges(&sheet);
    say("%s", "}\n");
    free(sheet.drawn);
    return true;
}
