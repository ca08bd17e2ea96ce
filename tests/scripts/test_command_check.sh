#!/bin/sh
# `check --explain`: every code the program can issue has a page, and every page is about such a code;
# each is whole, in text and in JSON; codes in capitals or not, several, all, wrong ones.
. "${SOURCE_DIR:?}/tests/scripts/command.sh"

python=/usr/bin/python3
expect 0 check --explain S012
says out 'S012: a start outside the meter'
for part in 'Why it matters:' 'Wrong:' 'Right:' 'What to do:'; do says out "$part"; done
silent err
mv out S012
expect 0 check --explain s012
same out S012
expect 0 check --explain=S012
same out S012
expect 0 check --explain S012 t004
[ "$(grep -c '^[ST][0-9]*: ' out)" -eq 2 ] || fail 'not two pages'
expect 0 check --explain S012 --explain T004
[ "$(grep -c '^[ST][0-9]*: ' out)" -eq 2 ] || fail 'not two pages'
expect 2 check --explain S0122
says err 'did you mean S012?'
silent out
expect 2 check --explain
expect 2 check --explain pentagon-2012
expect 2 check --explain S012 zzz

# one page for each code that stands in the source, and no other
expect 0 check --explain all
sed -n 's/^\([JST][0-9][0-9][0-9]\): .*/\1/p' out | sort >pages
grep -ohE '"[JST][0-9]{3}"' "$top"/game/json/*.c "$top"/game/content/*.c "$top"/game/command/*.c | tr -d '"' | sort -u >codes
same pages codes
[ "$(wc -l <pages)" -gt 80 ] || fail 'few pages'
while read -r code; do
    grep -q "^| \`$code\` |" "$top/scenarios/README.md" || fail "$code is not in scenarios/README.md"
done <codes

expect 0 check --explain all --format json
cp out pages.json
[ -x "$python" ] && "$python" - pages.json <<'PYTHON' || fail 'JSON'
import json
import sys

pages = json.load(open(sys.argv[1], encoding='utf-8'))['codes']
parts = ['code', 'title', 'means', 'why', 'wrong', 'right', 'do']
sys.exit(any(list(page) != parts or not all(page.values()) or
             page['wrong'] == page['right'] for page in pages) or len(pages) < 80)
PYTHON

# of an installed program the data may lie elsewhere; a file that is broken is said
mkdir -p data/assets
printf 'S012  a title\nmeans  something\n' >data/assets/findings.txt
code=0
BACKCHANNEL_DATA=$work/data "$program" check --explain S012 >out 2>err || code=$?
[ "$code" -eq 3 ] || fail "exit $code with half a page"
says err 'findings.txt:3:1: error J020'
rm data/assets/findings.txt
mkdir data/assets/findings.txt
code=0
BACKCHANNEL_DATA=$work/data "$program" check --explain S012 >out 2>err || code=$?
[ "$code" -eq 3 ] || fail "exit $code where the pages cannot be read"
says err 'findings.txt: error J002'
