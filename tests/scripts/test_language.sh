#!/bin/sh
# One language for everything: the one asked for with --lang, else the system's; also where the
# system has no locale for it. And the catalogues: nothing missing, nothing misshapen.
set -eu

top=${SOURCE_DIR:?}
. "$top/tests/scripts/command.sh"
command -v msgfmt >/dev/null || { echo 'SKIPPED: no msgfmt, so there are no catalogues'; exit 0; }

# ---- catalogues ----

# the list of sentences is that of the sources
sh "$top/game/pot.sh" "$work/now.pot"
for pot in "$work/now.pot" "$top/assets/po/backchannel.pot"; do
    msgcat --no-location --sort-output "$pot" | grep -v 'POT-Creation-Date' >"$work/$(basename "$pot").said"
done
same now.pot.said backchannel.pot.said

for po in "$top"/assets/po/*.po; do
    msgfmt --check -o /dev/null "$po" || fail "$po is misshapen"
    msgcmp "$po" "$top/assets/po/backchannel.pot" 2>err || fail "$po lacks sentences of the .pot"
done

# ---- what decides ----

chinese=用法
# speaks LANGUAGE VARIABLE=VALUE...: in an environment of nothing else
speaks() {
    wanted=$1
    shift
    env -i "$@" "$program" --help >out
    case $wanted in
    zh) grep -q "$chinese" out || fail "not in Chinese: $*" ;;
    en) grep -q '^usage' out || fail "not in English: $*" ;;
    esac
}
speaks en A=B
speaks en LC_ALL=C LANGUAGE=zh_CN
speaks en LC_ALL=C.UTF-8 LANG=zh_CN.UTF-8
speaks en LANG=en_GB.UTF-8
speaks en LANG=eo
speaks en LANG=zh_CN.UTF-8 LANGUAGE=en:zh_CN
speaks en LANG=../../x LANGUAGE=//
speaks en LANG=::
speaks zh LANG=zh_CN
speaks zh LANG=zh_CN.UTF-8
speaks zh LC_ALL=zh_CN.GB18030
speaks zh LC_MESSAGES=zh_CN.UTF-8@pinyin LANG=C
speaks zh LANG=eo_XX.UTF-8 LANGUAGE=eo:tlhingan:zh_CN:en

# ---- --lang ----

expect 0 play --lang zh_CN --help
says out "$chinese"
expect 2 play --lang zh_CN --no-such-option
says err 参见
LANG=zh_CN.UTF-8 LC_ALL='' expect 0 play --lang en --help
says out 'usage'

# ---- a game: all of it, half of it, none of it ----

yes 1 | head -n 60 >in
expect 0 play was-it-you --text --seed 4 --save plain.jsonl
expect 0 play was-it-you --text --seed 4 --save zh.jsonl --lang zh_CN
rm in
says out 回合
[ ! -s err ] || grep -q 保存 err || fail 'something is not in Chinese'
tail -n 1 plain.jsonl >end
tail -n 1 zh.jsonl | cmp -s - end || fail 'the language changes the game'
for verb in debrief explain; do
    expect 0 $verb zh.jsonl --lang zh_CN
    says out 星期
    expect 0 $verb zh.jsonl --format json --lang zh_CN
    expect 0 $verb zh.jsonl
    if grep -q 星期 out; then fail "$verb speaks Chinese unasked"; fi
    expect 2 $verb zh.jsonl --lang eo
    says err 'neither the program nor the scenario'
    says err "$verb --help"
    expect 2 $verb zh.jsonl --lang esperanto
    says err 'is no language'
done

cp "$top/tests/scenarios/small.json" .
: >in
expect 0 play small.json --text --seed 1 --save small.jsonl --lang zh_CN
says out 回合
[ "$(grep -c '没有 zh_CN 译文' err)" -eq 1 ] || fail 'that the scenario has no translation is not told once'
expect 0 texts small.json --lang eo --out small.eo.json
expect 0 play small.json --text --seed 1 --save small.jsonl --lang eo
says out Round
[ "$(grep -c 'into eo of the scenario only' err)" -eq 1 ] || fail 'that only the scenario is translated is not told once'
expect 0 play small.json --text --seed 1 --save small.jsonl --lang eo_US
expect 2 play small.json --text --seed 1 --lang de
says err 'can be read in en, eo'
