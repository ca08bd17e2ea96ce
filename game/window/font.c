/* font: fontconfig look-up and a small store of opened sizes. */
#include "window/font.h"

#include <fontconfig/fontconfig.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "match/say.h"

enum { OPENED = 128, LATIN = 0, HAN = 1, SCRIPTS = 2 };

struct place {
    char file[512];
    int index; /* of the face in a collection */
};

struct opened {
    TTF_Font *font;
    enum face face;
    int script, px;
};

struct fonts {
    struct place place[FACES][SCRIPTS];
    int first; /* the script asked first */
    struct opened opened[OPENED];
    int count;
};

static FcPattern *pattern_of(enum face face, int script)
{
    static const char *const families[2][SCRIPTS] = { { "Noto Sans", "Noto Sans CJK SC" },
                                                      { "Noto Serif", "Noto Serif CJK SC" } };
    bool serif = face >= FACE_SERIF, bold = face == FACE_SANS_BOLD || face == FACE_SERIF_BOLD;
    FcPattern *p = FcPatternCreate();
    if (p == NULL) {
        return NULL;
    }
    FcPatternAddString(p, FC_FAMILY, (const FcChar8 *)families[serif][script]);
    FcPatternAddInteger(p, FC_WEIGHT, bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR);
    FcPatternAddInteger(p, FC_SLANT,
                        face == FACE_SERIF_ITALIC && script == LATIN ? FC_SLANT_ITALIC
                                                                     : FC_SLANT_ROMAN);
    FcPatternAddBool(p, FC_VARIABLE, FcFalse);
    FcPatternAddBool(p, FC_SCALABLE, FcTrue);
    if (script == HAN) {
        FcPatternAddString(p, FC_LANG, (const FcChar8 *)"zh-cn");
    }
    FcConfigSubstitute(NULL, p, FcMatchPattern);
    FcDefaultSubstitute(p);
    return p;
}

/* A font that fontconfig offers in place of a Chinese one need not have Chinese characters. */
static bool has_point(const FcPattern *match, FcChar32 point)
{
    FcCharSet *set = NULL;
    return FcPatternGetCharSet(match, FC_CHARSET, 0, &set) == FcResultMatch &&
           FcCharSetHasChar(set, point);
}

static void find(struct place *place, enum face face, int script)
{
    FcResult result;
    FcPattern *p = pattern_of(face, script);
    FcPattern *match = p == NULL ? NULL : FcFontMatch(NULL, p, &result);
    FcChar8 *file = NULL;
    if (match != NULL && has_point(match, script == HAN ? 0x4e2d : 'a') &&
        FcPatternGetString(match, FC_FILE, 0, &file) == FcResultMatch &&
        strlen((const char *)file) < sizeof place->file) {
        memcpy(place->file, file, strlen((const char *)file) + 1);
        FcPatternGetInteger(match, FC_INDEX, 0, &place->index);
        place->index &= 0xffff; /* the high bits name an instance of a variable font */
    }
    if (match != NULL) {
        FcPatternDestroy(match);
    }
    if (p != NULL) {
        FcPatternDestroy(p);
    }
}

static const char *missing(const struct fonts *fonts)
{
    for (int face = 0; face < FACES; face++) {
        if (fonts->place[face][fonts->first].file[0] == '\0') {
            return fonts->first == HAN
                       ? _("No font with Chinese characters was found: install fonts-noto-cjk, or "
                           "use --text.")
                       : _("No font was found: install fonts-noto-core, or use --text.");
        }
    }
    return NULL;
}

const char *fonts_new(struct fonts **out, bool chinese)
{
    struct fonts *fonts = calloc(1, sizeof *fonts);
    *out = fonts;
    if (fonts == NULL) {
        return _("Out of memory.");
    }
    fonts->first = chinese ? HAN : LATIN;
    if (!FcInit()) {
        return _("The system's list of fonts cannot be read; use --text.");
    }
    for (int face = 0; face < FACES; face++) {
        find(&fonts->place[face][LATIN], (enum face)face, LATIN);
        find(&fonts->place[face][HAN], (enum face)face, HAN);
    }
    const char *refusal = missing(fonts);
    if (refusal == NULL && fonts_face(fonts, FACE_SANS, 13) == NULL) {
        refusal = _("The fonts of this machine cannot be opened: install fonts-noto-core, or use "
                    "--text.");
    }
    return refusal;
}

static void close_all(struct fonts *fonts)
{
    for (int i = 0; i < fonts->count; i++) {
        TTF_CloseFont(fonts->opened[i].font);
    }
    fonts->count = 0;
}

void fonts_tidy(struct fonts *fonts)
{
    if (fonts->count > OPENED / 2) {
        close_all(fonts);
    }
}

void fonts_free(struct fonts *fonts)
{
    if (fonts == NULL) {
        return;
    }
    close_all(fonts);
    free(fonts);
    FcFini();
}

static TTF_Font *open_face(struct fonts *fonts, enum face face, int script, int px)
{
    const struct place *place = &fonts->place[face][script];
    if (place->file[0] == '\0' || fonts->count == OPENED) {
        return NULL;
    }
    TTF_Font *font = TTF_OpenFontIndex(place->file, px, place->index);
    if (font != NULL) {
        TTF_SetFontHinting(font, TTF_HINTING_LIGHT_SUBPIXEL);
        fonts->opened[fonts->count++] = (struct opened){ font, face, script, px };
    }
    return font;
}

static TTF_Font *get(struct fonts *fonts, enum face face, int script, int px)
{
    px = px < 4 ? 4 : px > 400 ? 400 : px;
    for (int i = 0; i < fonts->count; i++) {
        const struct opened *o = &fonts->opened[i];
        if (o->face == face && o->script == script && o->px == px) {
            return o->font;
        }
    }
    return open_face(fonts, face, script, px);
}

TTF_Font *fonts_face(struct fonts *fonts, enum face face, int px)
{
    return get(fonts, face, fonts->first, px);
}

TTF_Font *fonts_for(struct fonts *fonts, enum face face, int px, unsigned point)
{
    TTF_Font *own = get(fonts, face, fonts->first, px);
    if (own != NULL && TTF_GlyphIsProvided32(own, point) != 0) { /* an index, not a truth value */
        return own;
    }
    TTF_Font *other = get(fonts, face, fonts->first == LATIN ? HAN : LATIN, px);
    return other != NULL && TTF_GlyphIsProvided32(other, point) != 0 ? other : own;
}
