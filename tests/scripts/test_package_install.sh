#!/bin/sh
# What `cmake --install` puts into a folder works from any other, also when it is moved, and needs
# nothing else; each part of it is as its own tool wants it. The manual and the completion have
# every verb and every option that --help has, and the examples of the manual run.
. "${SOURCE_DIR:?}/tests/scripts/command.sh"
. "$top/tests/scripts/package.sh"
[ -n "${BACKCHANNEL_WINDOW:-}" ] || { echo 'SKIPPED: built without the window'; exit 77; }

cmake --install "${BUILD_DIR:?}" --prefix "$work/a place" >out 2>err || fail 'cannot be installed'
hide_sources "$work/a place/bin"
plays_alone "$work/a place/bin"
mv 'a place' place
plays_alone "$work/place/bin"
share=$work/place/share

# its data is what it reads: without it there is nothing
mv "$share/backchannel" kept
expect 2 run was-it-you
expect 0 scenarios
silent out
mv kept "$share/backchannel"
expect 0 run was-it-you

# below another root the same files
DESTDIR=$work/root cmake --install "$BUILD_DIR" --prefix /usr >out 2>err || fail 'cannot be installed'
(cd root/usr && find . | sort) >root.list
(cd place && find . | sort) | cmp -s - root.list || fail 'another root, other files'

# ---- desktop ----

id=org.backchannel_game.Backchannel
desktop=$share/applications/$id.desktop
metainfo=$share/metainfo/$id.metainfo.xml
if has desktop-file-validate; then
    must 'the desktop entry' desktop-file-validate "$desktop"
    silent out
    sed 's/^Type=.*/Type=Nothing/' "$desktop" >wrong.desktop
    if desktop-file-validate wrong.desktop >out 2>&1; then fail 'a wrong entry passes'; fi
fi
if has appstreamcli; then
    must 'the metainfo' appstreamcli validate --no-net "$metainfo"
    sed '/<summary/d' "$metainfo" >"wrong.metainfo.xml"
    if appstreamcli validate --no-net wrong.metainfo.xml >out 2>&1; then fail 'wrong metainfo passes'; fi
fi
grep -q "<release version=\"$("$program" --version | cut -d ' ' -f 2)\"" "$metainfo" || fail 'its version'
for named in $(sed -n 's/^\(Exec\|TryExec\)=//p' "$desktop"); do
    [ -x "place/bin/$named" ] || fail "no program $named"
done
[ -f "$share/icons/hicolor/scalable/apps/$(sed -n 's/^Icon=//p' "$desktop").svg" ] || fail 'no icon'
/usr/bin/python3 -c 'import sys, xml.dom.minidom as d; d.parse(sys.argv[1])' \
    "$share/icons/hicolor/scalable/apps/$id.svg" || fail 'the icon is no XML'

# ---- manual ----

verbs=$("$program" --help | sed -n 's/^  \([a-z]\{2,\}\)  .*/\1/p')
[ "$(echo "$verbs" | wc -l)" -ge 13 ] || fail 'hardly a verb'
mkdir pages helps
for page in "$share"/man/man6/*.6.gz; do
    name=${page##*/}
    gzip -dc "$page" >"pages/${name%.gz}"
done
"$program" --help >helps/backchannel.6
place/bin/backchannel-window --help >helps/backchannel-window.6
for verb in $verbs; do
    "$program" "$verb" --help >"helps/backchannel-$verb.6"
done
ls helps >ids
ls pages | cmp -s - ids || fail "other pages than verbs: $(ls pages | diff - ids)"
for page in $(cat ids); do
    page_has_all "pages/$page" "helps/$page" || fail "not in $page: $(comm -13 page help)"
    last=$(grep -c '^  --' "helps/$page" || :)
    sed '/^\\fB\\-\\-[a-z]/{s/.*/gone/;}' "pages/$page" >wrong
    [ "$last" -eq 0 ] || ! page_has_all wrong "helps/$page" || fail "a page without options passes"
    if has mandoc; then
        must "$page" mandoc -Tlint -Wwarning "pages/$page"
    fi
    if has man; then
        MANWIDTH=80 must "$page" man --warnings -l "pages/$page"
        silent err
    fi
done
manual_keys() { # manual_keys PAGE
    /usr/bin/python3 "$top/tests/scripts/manual_keys.py" "$top/game/window/input.c" \
        "$top/game/match/settings.c" "$1"
}
must 'the keys of the window' manual_keys pages/backchannel-window.6
sed 's/^\.B U$/.B V/; s/\[ cases \]//' pages/backchannel-window.6 >wrong
if manual_keys wrong >out; then fail 'a page of other keys passes'; fi
[ "$(cut -d : -f 1 out | sort -u | tr '\n' ' ')" = 'cases undo ' ] || fail 'other keys are missing'
if has man; then
    for topic in backchannel backchannel-window backchannel-run; do
        must 'is found by its name' man -M "$share/man" -w "$topic"
    done
    MANWIDTH=80 man -M "$share/man" backchannel-run >out 2>err || fail 'man backchannel-run'
    for word in SYNOPSIS OPTIONS OUTPUT EXAMPLES 'EXIT STATUS' ci95 'utility.party'; do
        says out "$word"
    done
fi
printf '.TH X 6\n.SH NAME\nx \\- y\n.nosuchmacro\n' >wrong.6
if has mandoc && mandoc -Tlint -Wwarning wrong.6 >out 2>&1; then fail 'a wrong page passes'; fi

# every line of an example, in an order in which each finds what it reads
mkdir examples
cd examples
for page in ../pages/*.6; do
    sed -n '/^\.EX/,/^\.EE/{/^\./!p;}' "$page" | sed 's/\\-/-/g' >lines
    while IFS= read -r line; do
        case $line in
        *--screenshot* | 'backchannel '* | backchannel) ;;
        *) line="$line --screenshot drawn.png" ;;
        esac
        case $line in *' new '*) rm -f my-scenario.json ;; esac
        SDL_VIDEODRIVER=dummy PATH="$work/place/bin:$PATH" timeout 100 sh -c "$line" \
            >../out 2>../err </dev/null || (cd .. && fail "an example of ${page##*/} fails: $line")
        echo "$line" >>../ran
    done <lines
done
cd ..
[ "$(wc -l <ran)" -ge 20 ] || fail 'hardly an example'

# ---- completion ----

has bash || finish
completion=$share/bash-completion/completions
for name in backchannel backchannel-window; do
    must "$name" bash -n "$completion/$name"
done
line=$work/place/bin/backchannel
for verb in $verbs; do
    sed -n 's/^  \(--[a-z-]*\).*/\1/p' "helps/backchannel-$verb.6" | sort | tr '\n' ' ' |
        sed 's/ $//' >help
    offers "$completion/backchannel" "$line $verb --" | cmp -s - help ||
        fail "$verb: other options than --help has"
    [ "$(offers "$completion/backchannel" "$line $verb")" = "$verb" ] || fail "$verb is not offered"
done
window=$work/place/bin/backchannel-window
sed -n 's/^  \(--[a-z-]*\).*/\1/p' helps/backchannel-window.6 | sort -u >help
offers "$completion/backchannel-window" "$window --" | tr ' ' '\n' | comm -13 - help >out
silent out

# offered WANTED LINE: what bash gets for a line; of words with ':' and '=' what is behind them
offered() {
    case $2 in
    window\ *) got=$(offers "$completion/backchannel-window" "$window ${2#window }") ;;
    *) got=$(offers "$completion/backchannel" "$line $2") ;;
    esac
    [ "$got" = "$1" ] || fail "offered for '$2': $got"
}
mkdir -p folder
cd folder
: >one.json
: >game.jsonl
mkdir sub
offered 'csv json jsonl table text' 'run was-it-you --format '
offered 'json jsonl' 'run was-it-you --format=j'
offered 'html json md' 'debrief game.jsonl --format '
offered 'json text' 'explain game.jsonl --format '
offered 'moves' 'graph was-it-you --of m'
offered 'pentagon-2012' 'run pent'
offered 'one.json' 'check was-it-you on'
offered 'game.jsonl one.json sub' 'replay '
offered 'sub' 'run was-it-you --transcripts '
offered 'alder= birch=' 'run was-it-you --seat '
offered 'tit-for-tat tit-for-two-tats' 'run was-it-you --seat alder=tit'
offered 'china us' 'play --side '
offered 'hawk' 'play --minister planner:h'
offered 'pavlov' 'tournament was-it-you greedy pav'
offered 'F5 F50 F51 F52 F53' 'run pentagon-2012 --without F5'
offered 'S010 S011 S012 S013 S014' 'check --explain S01'
offered 'zh_CN' '--lang z'
offered '' 'new '
offered '' 'run was-it-you --games '
offered 'dark light' 'window --theme '
offered 'summit' 'window --screen su'
offered 'pentagon-2012' 'window --theme dark pe'
finish
