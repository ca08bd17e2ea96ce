#!/bin/sh
# Holds the sources to the include table, tests/layers.txt. Then plants wrong includes in a folder
# of its own and expects each to be found: a check that cannot fail is none.
set -eu

top=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
table=$top/tests/layers.txt

# Prints a line for each wrong include below the current folder; fails if there is one.
check() {
    find . -mindepth 2 -type f \( -name '*.c' -o -name '*.h' \) | sed 's|^\./||' | LC_ALL=C sort |
        awk -v table="$table" '
        BEGIN {
            while ((getline line < table) > 0) {
                if (line ~ /^#/ || split(line, part, /: */) < 2) continue
                known[part[1]] = 1
                count = split(part[2], allowed, / +/)
                for (i = 1; i <= count; i++) may[part[1], allowed[i]] = 1
            }
        }
        function belongs(header, quoted) {
            if (header ~ /^SDL/) return "SDL2"
            if (header ~ /^cjson\// || header == "cJSON.h") return "cjson"
            if (header ~ /^fontconfig\//) return "fontconfig"
            if (header ~ /\.\./) return "a parent folder"
            folder = header
            if (sub(/\/.*/, "", folder) && (quoted || folder in known)) return folder
            if (quoted) return "a header without its folder"
            return "system"
        }
        function read_file(file,    layer, number, line, header, quoted, owner) {
            layer = file
            sub(/\/.*/, "", layer)
            if (!(layer in known)) { print file ": no such layer in the table"; wrong = 1; return }
            while ((getline line < file) > 0) {
                number++
                if (line !~ /^[ \t]*#[ \t]*include/) continue
                header = line
                sub(/^[ \t]*#[ \t]*include[ \t]*/, "", header)
                quoted = header ~ /^"/
                sub(/^["<]/, "", header)
                sub(/[">].*/, "", header)
                owner = belongs(header, quoted)
                if ((layer, owner) in may || (owner == "system" && (layer, header) in may)) continue
                print file ":" number ": " layer " may not include " header
                wrong = 1
            }
            close(file)
        }
        { read_file($0) }
        END {
            if (NR == 0) print "no sources found"
            exit wrong || NR == 0
        }'
}

# ---- the negative control ----

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/core" "$work/command" "$work/window"
cat >"$work/core/bad.c" <<'END'
#include <SDL2/SDL.h>
  #  include <stdio.h> // indented
#include <string.h>
#include "core/state.h"
#include "json/json.h"
END
printf '#include <SDL.h>\n#include <cjson/cJSON.h>\n#include <stdio.h>\n' >"$work/command/bad.c"
printf '#include "state.h"\n#include "../core/state.h"\n#include <SDL_ttf.h>\n' >"$work/window/bad.h"
cat >"$work/expected" <<'END'
command/bad.c:1: command may not include SDL.h
command/bad.c:2: command may not include cjson/cJSON.h
core/bad.c:1: core may not include SDL2/SDL.h
core/bad.c:2: core may not include stdio.h
core/bad.c:5: core may not include json/json.h
window/bad.h:1: window may not include state.h
window/bad.h:2: window may not include ../core/state.h
END
if (cd "$work" && check) >"$work/found"; then
    echo 'the planted includes were not found'
    exit 1
fi
diff "$work/expected" "$work/found"

# ---- the sources ----

cd "$top/game"
check
