/* slide: a card above the tree. */
#include "window/slide.h"

#include <string.h>

#include "window/layout.h"
#include "window/layout_parts.h"
#include "window/parts.h"

enum { WIDTH = 420, TOP = 120 };

/* As much of a text as fits, never half a character. */
static void copy(char *out, size_t size, const char *text)
{
    size_t n = strlen(text);
    if (n >= size) {
        n = size - 1;
        while (n > 0 && ((unsigned char)text[n] & 0xc0) == 0x80) {
            n--;
        }
    }
    memcpy(out, text, n);
    out[n] = '\0';
}

struct slide slide_of(const struct table_card *card, int party, uint32_t now)
{
    struct slide slide = { .on = part_says(card->says), .from = now, .party = party };
    slide.family = card->family;
    copy(slide.title, sizeof slide.title, card->title);
    copy(slide.says, sizeof slide.says, card->says);
    return slide;
}

bool slide_runs(const struct slide *slide, uint32_t now)
{
    return slide->on && now - slide->from < SLIDE_MS;
}

static struct widget *card(struct ui *ui, const struct slide *slide)
{
    struct widget *box = widget_column(ui, NULL, 4);
    box->frame = FRAME_FOCUS;
    box->fill = COLOUR_CARD_FOCUS;
    box->radius = 4;
    box->shadow = true;
    widget_pad(box, 10, 16);
    struct widget *row = widget_row(ui, box, 8);
    row->items = ALIGN_CENTER;
    part_side_bar(ui, row, slide->party, 16);
    widget_icon(ui, row, part_family(slide->family), 12, COLOUR_INK_2, NULL);
    widget_text(ui, row, ROLE_CARD, COLOUR_INK, slide->title)->grow = 1;
    widget_text(ui, box, ROLE_VOICE, COLOUR_INK, slide->says);
    return box;
}

/* Fast at first, then slower: thousandths of the way. */
static int way(const struct slide *slide, uint32_t now)
{
    const int left = 1000 - (int)((now - slide->from) * 1000 / SLIDE_MS);
    return 1000 - left * left / 1000;
}

void slide_build(struct ui *ui, const struct slide *slide, uint32_t now)
{
    const int at = way(slide, now), margin = ui_px(ui, PART_MARGIN);
    const int room = ui->width - 2 * margin, wide = ui_px(ui, WIDTH);
    const int width = wide < room ? wide : room;
    struct widget *box = card(ui, slide);
    const int height = layout_height(ui, box, width);
    const int top = ui_px(ui, TOP), bottom = ui->height - top - height;
    const int x = margin + (room - width) * at / 1000;
    const int y = bottom + (top - bottom) * at / 1000;
    layout_place(ui, box, x, y, height);
    ui->above = box;
}
