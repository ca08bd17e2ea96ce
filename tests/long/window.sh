#!/bin/sh
# one hour of the window under random keys and clicks (SOAK_MINUTES): it lives, says nothing, and does not grow
. "${SOURCE_DIR:?}/tests/scripts/window.sh"
open_display

minutes=${SOAK_MINUTES:-60}
seed=${SOAK_SEED:-1}

# actions SEED: forty presses for xdotool, a second or two of them
actions() {
    awk -v seed="$1" 'BEGIN {
        srand(seed)
        keys = split("Return Return Return Return space Tab Tab ISO_Left_Tab Up Down Left Right Home End " \
                     "Prior Next 1 2 3 4 5 6 u l y s c e h d a w k m plus minus F1 F11 Escape BackSpace", key, " ")
        for (i = 0; i < 40; i++) {
            dice = rand()
            if (dice < 0.60) {
                print "key", key[1 + int(rand() * keys)]
            } else if (dice < 0.95) {
                print "mousemove", int(rand() * 1280), int(rand() * 720), "click", 1
            } else {
                print "click --repeat 3 --delay 5", rand() < 0.5 ? 4 : 5
            }
            print "sleep 0.02"
        }
    }'
}

resident() { awk '/^VmRSS/ { print $2 }' "/proc/$game/status"; }

# A game that has been quit is begun anew; every other end is a failure.
live() {
    if ! runs; then
        ended 0
        sessions=$((sessions + 1))
        play --seed "$sessions"
    fi
}

sessions=1
batches=0
: >log
play --seed 1
start=$(date +%s)
while now=$(date +%s) && [ $((now - start)) -lt $((minutes * 60)) ]; do
    batches=$((batches + 1))
    # shellcheck disable=SC2046 # words
    xdotool $(actions $((seed * 1000000 + batches))) >/dev/null 2>&1 || true
    live
    [ ! -s err ] || fail 'something was said on stderr'
    echo "$sessions $((now - start)) $(resident)" >>log
done
runs || fail 'the window is gone'

# The longest session, by halves: all that is read once, such as the fonts of a language, is read in
# the first.
awk '{ n[$1]++; at[$1, n[$1]] = $3 }
    END {
        for (s in n) { if (n[s] > n[longest]) { longest = s } }
        for (i = 1; i <= n[longest]; i++) {
            half = i > n[longest] / 2
            if (at[longest, i] > most[half]) { most[half] = at[longest, i] }
        }
        printf "%d sessions; the longest with %d samples: at most %d KB, then %d KB\n",
            length(n), n[longest], most[0], most[1]
        exit most[1] > most[0] + 1024
    }' log || fail 'the second half took more than 1 MB more than the first'
echo "$((batches * 40)) keys, clicks and turns of the wheel in $minutes minutes"
