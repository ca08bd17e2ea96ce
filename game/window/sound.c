/* sound: triangle waves that fade. */
#include "window/sound.h"

enum { RATE = 22050, LOUD = 2600, TONES = 3, LONGEST = RATE / 2, REST_MS = 2000 };

struct tone {
    int pitch, ms; /* Hz; 0: silence */
};

static const struct tone cues[][TONES] = {
    [CUE_CARD] = { { 330, 60 }, { 0, 0 }, { 0, 0 } },
    [CUE_ANSWER] = { { 294, 70 }, { 392, 110 }, { 0, 0 } },
    [CUE_MORNING] = { { 392, 90 }, { 494, 90 }, { 587, 160 } },
    [CUE_GRAVE] = { { 147, 220 }, { 0, 60 }, { 147, 320 } },
    [CUE_END] = { { 294, 140 }, { 370, 140 }, { 440, 320 } },
};

/* A wave of a pitch that begins at once and fades to nothing. */
static int wave(int pitch, int i, int samples)
{
    const int period = pitch > 0 ? RATE / pitch : 1, at = i % period;
    const int half = period / 2 > 0 ? period / 2 : 1;
    const int level = at < half ? 2 * LOUD * at / half - LOUD : 3 * LOUD - 2 * LOUD * at / half;
    return pitch > 0 ? level * (samples - i) / samples : 0;
}

static void queue_tone(SDL_AudioDeviceID device, const struct tone *tone)
{
    static Sint16 buffer[LONGEST];
    const int wanted = RATE * tone->ms / 1000, samples = wanted < LONGEST ? wanted : LONGEST;
    for (int i = 0; i < samples; i++) {
        buffer[i] = (Sint16)wave(tone->pitch, i, samples);
    }
    (void)SDL_QueueAudio(device, buffer, (Uint32)samples * sizeof buffer[0]);
}

static bool ready(struct sound *sound)
{
    const SDL_AudioSpec wish = {
        .freq = RATE, .format = AUDIO_S16SYS, .channels = 1, .samples = 512
    };
    if (sound->device == 0 && !sound->refused) {
        if (SDL_InitSubSystem(SDL_INIT_AUDIO) == 0) {
            sound->device = SDL_OpenAudioDevice(NULL, 0, &wish, NULL, 0);
        }
        sound->refused = sound->device == 0;
    }
    return sound->device != 0;
}

void sound_play(struct sound *sound, enum cue cue)
{
    if (cue == CUE_NONE || !ready(sound)) {
        return;
    }
    for (int i = 0; i < TONES; i++) {
        queue_tone(sound->device, &cues[cue][i]);
    }
    SDL_PauseAudioDevice(sound->device, 0);
    sound->awake = true;
}

int sound_due(const struct sound *sound)
{
    return sound->awake ? REST_MS : -1;
}

/* A device that is only paused goes on asking for silence, dozens of times a second. */
void sound_rest(struct sound *sound)
{
    if (sound->awake && SDL_GetQueuedAudioSize(sound->device) == 0) {
        sound_close(sound);
    }
}

void sound_close(struct sound *sound)
{
    if (sound->device != 0) {
        SDL_CloseAudioDevice(sound->device);
        sound->device = 0;
        sound->awake = false;
    }
}
