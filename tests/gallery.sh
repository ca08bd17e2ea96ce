#!/bin/sh
# Draws every screen of the window in both languages, both themes, three sizes of window and three of
# text into a folder, with index.html to look through them: some 1300 pictures, a few minutes.
#
#   sh tests/gallery.sh FOLDER [BUILD]
#
# BUILD: the folder in which the tests were built, build unless said.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
folder=${1:?usage: sh tests/gallery.sh FOLDER [BUILD]}
build=${2:-$here/../build}
mkdir -p "$folder"
export SDL_VIDEODRIVER=dummy SDL_AUDIODRIVER=dummy SDL_RENDER_DRIVER=software LC_ALL=C.UTF-8
"$build/gallery" "$folder"
echo "$folder/index.html"
