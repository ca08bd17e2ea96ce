#!/bin/sh
# Installs what the game needs: the one place that lists packages.
#
#   sh game/setup.sh [build] [play] [test] [cross] [slurm]     (no role: build and play)
#
# Quick, silent and offline when nothing is missing. Works as root or through sudo, with apt.
# Exit 3: something is missing and could not be installed here.
set -eu

packages_of() {
    case $1 in
        build) echo gcc libc6-dev make cmake gettext libcjson-dev \
            libsdl2-dev libsdl2-ttf-dev libsdl2-image-dev libfontconfig-dev ;;
        play) echo fonts-noto-core fonts-noto-cjk ;;
        test) echo clang clang-format clang-tidy libclang-rt-dev cppcheck valgrind libcmocka-dev binutils gcovr \
            xvfb xauth xdotool \
            python3 python3-jsonschema jq appstream bash desktop-file-utils dpkg-dev file lintian \
            man-db mandoc parallel ;;
        cross) echo clang python3 qemu-user-static \
            gcc-i686-linux-gnu gcc-aarch64-linux-gnu gcc-s390x-linux-gnu \
            libc6-dev-i386-cross libc6-dev-arm64-cross libc6-dev-s390x-cross ;;
        slurm) echo slurm-wlm munge ;;
    esac
}

in_words() {
    case $1 in
        build) echo 'a C11 compiler, make, CMake 3.22, gettext, cJSON 1.7.15; for the window' \
            'SDL2 2.0.18, SDL2_ttf 2.20, SDL2_image and fontconfig, all with their headers' ;;
        play) echo 'the fonts Noto Sans, Noto Serif and Noto Sans CJK SC' ;;
        test) echo 'clang with its sanitizers, clang-format, clang-tidy, cppcheck, valgrind, cmocka,' \
            'binutils, gcovr, Xvfb, xauth, xdotool,' \
            'Python 3 with jsonschema, jq, bash, man, mandoc, and what looks at packages: appstreamcli,' \
            'desktop-file-validate, dpkg-dev, file, lintian, and GNU parallel' ;;
        cross) echo 'clang, Python 3, qemu for other processors, and gcc with the C library for' \
            'i686, aarch64 and s390x' ;;
        slurm) echo 'the daemons and commands of Slurm, and munge' ;;
    esac
}

say() { printf '%s\n' "$*" >&2; }

# Prints those of the packages named that are not installed.
missing_of() {
    for package; do
        case $(dpkg-query -W -f='${db:Status-Status} ' "$package" 2>/dev/null || true) in
            'installed '*) ;;
            *) printf ' %s' "$package" ;;
        esac
    done
}

[ $# -gt 0 ] || set -- build play
wanted=
for role; do
    case $role in
        build | play | test | cross | slurm) wanted="$wanted $(packages_of "$role")" ;;
        *) say 'usage: sh game/setup.sh [build] [play] [test] [cross] [slurm]'; exit 2 ;;
    esac
done

if ! command -v apt-get >/dev/null 2>&1 || ! command -v dpkg-query >/dev/null 2>&1; then
    say 'This system has no apt. Please install, by whatever names they have here:'
    for role; do
        say "  to $role: $(in_words "$role")"
    done
    say "On Debian the packages are:$wanted"
    say 'Then: cmake -S . -B build && cmake --build build && build/backchannel play'
    exit 3
fi

# shellcheck disable=SC2086  # a list of names is meant to split
missing=$(missing_of $wanted)
[ -n "$missing" ] || exit 0

if [ "$(id -u)" -eq 0 ]; then
    as_root='env'
elif command -v sudo >/dev/null 2>&1; then
    as_root='sudo env'
    (: </dev/tty) 2>/dev/null || as_root='sudo -n env' # nobody there to type a password
else
    say 'These packages are missing, and installing them needs root:'
    say "  apt-get install --no-install-recommends$missing"
    exit 3
fi

apt() {
    $as_root DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=120 \
        -o Dpkg::Use-Pty=0 "$@" </dev/null >&2
}

say "Installing:$missing"
apt update || say 'The list of packages could not be brought up to date; trying with the one at hand.'
# shellcheck disable=SC2086
if ! apt install --no-install-recommends $missing; then
    say "These packages could not be installed:$missing"
    exit 3
fi
