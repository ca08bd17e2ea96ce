#include "json/buffer.h"
#include "json/finding.h"
#include "json/json_write.h"

#include <stdlib.h>

static const char *severity_name(enum severity severity)
{
    return severity == SEVERITY_ERROR ? "error" : "warning";
}

static void add_text(struct buffer *out, const struct finding *finding)
{
    buffer_add_visible(out, finding->file);
    if (finding->line > 0) {
        buffer_add_format(out, ":%d:%d", finding->line, finding->column);
    }
    buffer_add_format(out, ": %s %s: ", severity_name(finding->severity), finding->code);
    buffer_add_visible(out, finding->message);
    if (finding->pointer != NULL && finding->pointer[0] != '\0') {
        buffer_add_string(out, " (");
        buffer_add_visible(out, finding->pointer);
        buffer_add_string(out, ")");
    }
    if (finding->excerpt != NULL) {
        buffer_add_string(out, "\n");
        buffer_add_string(out, finding->excerpt);
    }
    if (finding->suggestion != NULL) {
        buffer_add_string(out, " did you mean \"");
        buffer_add_visible(out, finding->suggestion);
        buffer_add_string(out, "\"?");
    } else if (finding->expected != NULL) {
        buffer_add_string(out, " expected: ");
        buffer_add_visible(out, finding->expected);
    }
    buffer_add_string(out, "\n");
}

/* Prints and frees what was built; NULL stands for a failure on the way. */
static bool print(char *text, FILE *stream)
{
    bool printed = text != NULL && fputs(text, stream) >= 0;
    free(text);
    return printed;
}

bool findings_print_text(const struct findings *list, FILE *stream)
{
    struct buffer out = buffer_init();
    for (int i = 0; i < list->count; i++) {
        add_text(&out, &list->items[i]);
    }
    if (list->dropped > 0) {
        buffer_add_format(&out, "and %d more\n", list->dropped);
    }
    return print(buffer_finish(&out), stream);
}

static void write_position(struct json_writer *writer, const char *key, int number)
{
    json_write_key(writer, key);
    if (number > 0) {
        json_write_int64(writer, number);
    } else {
        json_write_null(writer);
    }
}

static void write_string(struct json_writer *writer, const char *key, const char *string)
{
    json_put_string(writer, key, string);
}

static void write_finding(struct json_writer *writer, const struct finding *finding)
{
    json_write_begin_object(writer);
    write_string(writer, "code", finding->code);
    write_string(writer, "severity", severity_name(finding->severity));
    write_string(writer, "file", finding->file);
    write_position(writer, "line", finding->line);
    write_position(writer, "column", finding->column);
    write_string(writer, "pointer", finding->pointer);
    write_string(writer, "message", finding->message);
    write_string(writer, "expected", finding->expected);
    write_string(writer, "suggestion", finding->suggestion);
    json_write_end_object(writer);
}

void findings_write(const struct findings *list, struct json_writer *writer)
{
    json_write_key(writer, "findings");
    json_write_begin_array(writer);
    for (int i = 0; i < list->count; i++) {
        write_finding(writer, &list->items[i]);
    }
    json_write_end_array(writer);
    if (list->dropped > 0) {
        json_put_int64(writer, "more", list->dropped);
    }
}

bool findings_print_json(const struct findings *list, FILE *stream)
{
    struct json_writer writer = json_writer_init();
    json_write_begin_object(&writer);
    findings_write(list, &writer);
    json_write_end_object(&writer);
    return print(json_writer_finish(&writer), stream) && putc('\n', stream) != EOF;
}
