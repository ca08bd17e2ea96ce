/* debrief_word.c: 128 plain words. */
#define _POSIX_C_SOURCE 200809L

#include "match/debrief_word.h"

#include "core/rng.h"
#include "match/say.h"

#include <strings.h>

static const char *const word[] = {
    N_("harbour"),  N_("lantern"), N_("meadow"),   N_("copper"),   N_("window"),   N_("orchard"),
    N_("thunder"),  N_("pencil"),  N_("bridge"),   N_("garden"),   N_("kettle"),   N_("mirror"),
    N_("candle"),   N_("feather"), N_("button"),   N_("carpet"),   N_("cotton"),   N_("island"),
    N_("ladder"),   N_("marble"),  N_("needle"),   N_("oyster"),   N_("pepper"),   N_("ribbon"),
    N_("saddle"),   N_("timber"),  N_("valley"),   N_("walnut"),   N_("anchor"),   N_("barrel"),
    N_("cabin"),    N_("dolphin"), N_("engine"),   N_("falcon"),   N_("gravel"),   N_("hammer"),
    N_("ivory"),    N_("jacket"),  N_("kitchen"),  N_("lemon"),    N_("magnet"),   N_("nutmeg"),
    N_("olive"),    N_("parcel"),  N_("quarry"),   N_("river"),    N_("silver"),   N_("tunnel"),
    N_("umbrella"), N_("velvet"),  N_("willow"),   N_("zebra"),    N_("almond"),   N_("basket"),
    N_("canal"),    N_("desert"),  N_("elbow"),    N_("forest"),   N_("ginger"),   N_("hazel"),
    N_("iron"),     N_("jasmine"), N_("kayak"),    N_("library"),  N_("maple"),    N_("napkin"),
    N_("onion"),    N_("paper"),   N_("quilt"),    N_("rocket"),   N_("sailor"),   N_("tower"),
    N_("urn"),      N_("violin"),  N_("wagon"),    N_("yard"),     N_("acorn"),    N_("bottle"),
    N_("cherry"),   N_("drum"),    N_("eagle"),    N_("fountain"), N_("glove"),    N_("honey"),
    N_("insect"),   N_("jungle"),  N_("kiosk"),    N_("lemonade"), N_("mountain"), N_("nest"),
    N_("ocean"),    N_("piano"),   N_("quince"),   N_("raincoat"), N_("spoon"),    N_("tiger"),
    N_("unicorn"),  N_("village"), N_("whistle"),  N_("yarn"),     N_("apple"),    N_("beaver"),
    N_("camel"),    N_("daisy"),   N_("elephant"), N_("flute"),    N_("goose"),    N_("hedge"),
    N_("igloo"),    N_("jelly"),   N_("kangaroo"), N_("lizard"),   N_("mitten"),   N_("notebook"),
    N_("orange"),   N_("pebble"),  N_("queen"),    N_("rabbit"),   N_("scarf"),    N_("teapot"),
    N_("uniform"),  N_("vase"),    N_("winter"),   N_("yoghurt"),  N_("arrow"),    N_("bucket"),
    N_("cloud"),    N_("donkey"),
};
enum { WORDS = sizeof word / sizeof word[0] };

static int index_of(uint64_t seed, uint64_t game)
{
    return (int)(rng_mix(rng_luck(seed, game), WORDS) % WORDS);
}

const char *debrief_word(uint64_t seed, uint64_t game)
{
    return _(word[index_of(seed, game)]);
}

int debrief_words(void)
{
    return WORDS;
}

const char *debrief_word_at(int index)
{
    return _(word[index]);
}

bool debrief_word_seed(const char *text, uint64_t *seed)
{
    int at = 0;
    while (at < WORDS && strcasecmp(text, word[at]) != 0 && strcasecmp(text, _(word[at])) != 0) {
        at++;
    }
    if (at == WORDS) {
        return false;
    }
    *seed = 1;
    while (index_of(*seed, 0) != at) {
        ++*seed;
    }
    return true;
}
