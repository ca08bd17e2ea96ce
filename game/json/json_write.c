#include "json/json_write.h"

#include "json/json.h"
#include "json/utf8.h"

#include <assert.h>
#include <inttypes.h>
#include <string.h>

struct json_writer json_writer_init(void)
{
    return (struct json_writer){ .out = buffer_init() };
}

char *json_writer_finish(struct json_writer *writer)
{
    assert(writer->depth == 0 && writer->wants_comma);
    char *text = buffer_finish(&writer->out);
    *writer = json_writer_init();
    return text;
}

/* To be called before every key and value. */
static void separate(struct json_writer *writer)
{
    assert(writer->depth > 0 || !writer->wants_comma);
    if (writer->wants_comma) {
        buffer_add(&writer->out, ",", 1);
    }
    writer->wants_comma = true;
}

static void begin(struct json_writer *writer, const char *bracket)
{
    separate(writer);
    buffer_add(&writer->out, bracket, 1);
    writer->wants_comma = false;
    writer->depth++;
}

static void end(struct json_writer *writer, const char *bracket)
{
    assert(writer->depth > 0);
    buffer_add(&writer->out, bracket, 1);
    writer->wants_comma = true;
    writer->depth--;
}

void json_write_begin_object(struct json_writer *writer)
{
    begin(writer, "{");
}

void json_write_end_object(struct json_writer *writer)
{
    end(writer, "}");
}

void json_write_begin_array(struct json_writer *writer)
{
    begin(writer, "[");
}

void json_write_end_array(struct json_writer *writer)
{
    end(writer, "]");
}

static void add_character(struct buffer *out, const char *bytes, size_t size, uint32_t code_point)
{
    static const char letters[] = "\"\"\\\\\bb\ff\nn\rr\tt"; /* what is escaped, and its letter */
    for (size_t i = 0; letters[i] != '\0'; i += 2) {
        if (code_point == (uint32_t)letters[i]) {
            buffer_add(out, "\\", 1);
            buffer_add(out, &letters[i + 1], 1);
            return;
        }
    }
    if (utf8_is_unsafe(code_point)) {
        buffer_add_format(out, "\\u%04x", (unsigned)code_point);
    } else {
        buffer_add(out, bytes, size);
    }
}

void json_add_string(struct buffer *out, const char *string)
{
    size_t length = strlen(string);
    buffer_add(out, "\"", 1);
    for (size_t at = 0; at < length;) {
        uint32_t code_point;
        size_t size = utf8_decode(string + at, length - at, &code_point);
        if (size == 0) {
            buffer_add_string(out, "\xef\xbf\xbd");
            at++;
            continue;
        }
        add_character(out, string + at, size, code_point);
        at += size;
    }
    buffer_add(out, "\"", 1);
}

void json_write_key(struct json_writer *writer, const char *key)
{
    assert(writer->depth > 0);
    separate(writer);
    json_add_string(&writer->out, key);
    buffer_add(&writer->out, ":", 1);
    writer->wants_comma = false;
}

void json_write_string(struct json_writer *writer, const char *string)
{
    separate(writer);
    if (string == NULL) {
        buffer_add_string(&writer->out, "null");
    } else {
        json_add_string(&writer->out, string);
    }
}

void json_write_int64(struct json_writer *writer, int64_t number)
{
    separate(writer);
    buffer_add_format(&writer->out, "%" PRId64, number);
}

void json_write_uint64(struct json_writer *writer, uint64_t number)
{
    separate(writer);
    buffer_add_format(&writer->out, "%" PRIu64, number);
}

void json_write_fixed(struct json_writer *writer, int64_t number, int decimals)
{
    assert(decimals >= 1 && decimals <= 9);
    uint64_t scale = 1;
    for (int i = 0; i < decimals; i++) {
        scale *= 10;
    }
    const uint64_t size = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
    separate(writer);
    buffer_add_format(&writer->out, "%s%" PRIu64 ".%0*" PRIu64, number < 0 ? "-" : "", size / scale,
                      decimals, size % scale);
}

void json_write_null(struct json_writer *writer)
{
    separate(writer);
    buffer_add_string(&writer->out, "null");
}

void json_write_bool(struct json_writer *writer, bool value)
{
    separate(writer);
    buffer_add_string(&writer->out, value ? "true" : "false");
}

void json_write_hex64(struct json_writer *writer, uint64_t number)
{
    separate(writer);
    buffer_add_format(&writer->out, "\"%016" PRIx64 "\"", number);
}

void json_put_string(struct json_writer *w, const char *key, const char *value)
{
    json_write_key(w, key);
    json_write_string(w, value);
}

void json_put_int64(struct json_writer *w, const char *key, int64_t value)
{
    json_write_key(w, key);
    json_write_int64(w, value);
}

void json_put_bool(struct json_writer *w, const char *key, bool value)
{
    json_write_key(w, key);
    json_write_bool(w, value);
}

void json_put_hex64(struct json_writer *w, const char *key, uint64_t value)
{
    json_write_key(w, key);
    json_write_hex64(w, value);
}

void json_write_text(struct json_writer *writer, const char *text)
{
    separate(writer);
    buffer_add_string(&writer->out, text);
}

static void write_plain(struct json_writer *writer, const struct json_value *value)
{
    separate(writer);
    buffer_add(&writer->out, value->text, value->length);
}

void json_write_value(struct json_writer *writer, const struct json_value *value)
{
    if (value->type == JSON_STRING) {
        json_write_string(writer, value->string);
        return;
    }
    if (value->type != JSON_ARRAY && value->type != JSON_OBJECT) {
        write_plain(writer, value);
        return;
    }
    begin(writer, value->type == JSON_ARRAY ? "[" : "{");
    for (const struct json_value *one = value->first; one != NULL; one = one->next) {
        if (one->key != NULL) {
            json_write_key(writer, one->key);
        }
        json_write_value(writer, one);
    }
    end(writer, value->type == JSON_ARRAY ? "]" : "}");
}
