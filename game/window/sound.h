/* sound: small cues, made of a few tones.
 *
 * Promises: what a cue says is always to be seen as well; without a sound device, and where nothing
 * is to be heard, nothing happens. The device sleeps between cues. */
#ifndef WINDOW_SOUND_H
#define WINDOW_SOUND_H

#include <SDL.h>
#include <stdbool.h>

enum cue { CUE_NONE, CUE_CARD, CUE_ANSWER, CUE_MORNING, CUE_GRAVE, CUE_END };

struct sound {
    SDL_AudioDeviceID device; /* 0: not opened */
    bool refused;             /* there is none: it is not tried again */
    bool awake;
};

/* Plays a cue after what is still to be heard. */
void sound_play(struct sound *sound, enum cue cue);

/* Milliseconds until it should be let go to sleep, or -1; and that. */
int sound_due(const struct sound *sound);
void sound_rest(struct sound *sound);

void sound_close(struct sound *sound);

#endif
