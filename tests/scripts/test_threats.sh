#!/bin/sh
# Every threat has its row in tests/README.md, and every test that a row names is there.
set -eu

exec python3 - "${SOURCE_DIR:?}/tests" <<'END'
import os
import re
import sys

TESTS = sys.argv[1]


def wrong(text):
    found = []
    rows = re.findall(r'^\| (\d+) \| .+? \| (.+) \|$', text, re.M)
    if [int(number) for number, _ in rows] != list(range(1, 23)):
        found.append('the rows are not 1 to 22')
    for number, row in rows:
        named = re.findall(r'`((?:unit|scripts)/[\w.]+)`((?:,? [a-z]+(?:_[a-z]+)+|,? (?:limits|integers|ranges|files|refused|duplicates)\b)*)', row)
        if not named:
            found.append(f'row {number} names no test')
        for path, functions in named:
            whole = os.path.join(TESTS, path)
            if not os.path.exists(whole):
                found.append(f'row {number}: {path} is not there')
                continue
            with open(whole, encoding='utf-8') as file:
                source = file.read()
            found += [f'row {number}: {one} is not in {path}' for one in re.findall(r'[a-z_]+', functions)
                      if f'cmocka_unit_test({one}' not in source and f'({one},' not in source and f'TEST({one})' not in source]
    return found


with open(os.path.join(TESTS, 'README.md'), encoding='utf-8') as file:
    table = file.read().split('## Threats')[1]
found = wrong(table)
if found:
    sys.exit('\n'.join(found))
planted = [table.replace('curves_scale_by_the_value', 'curves_scale_by_no_value'), table.replace('test_window_loop.c', 'test_window_hoop.c'),
           table.replace('| 22 |', '| 23 |')]
if not all(wrong(one) for one in planted):
    sys.exit('a planted fault is not found')
END
