"""Makes slips in scenarios and looks whether `backchannel check` finds each: at its line and column,
with the right suggestion, as one finding.

    check.py PROGRAM COUNT SEED SCENARIO...    COUNT slips of each sort in each scenario
"""
import json
import os
import random
import subprocess
import sys
import tempfile
from collections import Counter

import slips
from jsontext import place

# What one slip may bring about beside the finding that is looked for.
FEW = 2


def check(program, path):
    out = subprocess.run([program, 'check', '--format', 'json', path], capture_output=True, timeout=60)
    return out.returncode, json.loads(out.stdout)['findings']


def fault(slip, code, found):
    """What is wrong with what was found, or None."""
    places = [place(slip.text, offset) for offset in slip.places]
    at = [(one['line'], one['column']) for one in found]
    errors = any(one['severity'] == 'error' for one in found)
    if not found:
        return 'nothing is found'
    if code != (1 if errors else 0):
        return f'exit code {code}'
    if slip.ends:
        hits = [one for one, where in zip(found, at) if places[0] <= where <= places[-1]]
    else:
        hits = [one for one, where in zip(found, at) if where in places]
    if not hits:
        return f'found at {at[:3]}, not at {places}'
    if slip.word and not any(one['suggestion'] == slip.word for one in hits):
        return f'suggests {[one["suggestion"] for one in hits]}, not {slip.word!r}'
    if len(found) > FEW and slip.kind != 'id wrong':  # whatever named it is wrong now, too
        return f'{len(found)} findings'
    return None


def main(program, count, seed, *paths):
    subjects = []
    for path in paths:
        with open(path, encoding='utf-8') as file:
            text = file.read()
        subjects.append(slips.Subject(json.loads(text)['id'], text))
    tried, wrong = Counter(), 0
    with tempfile.TemporaryDirectory() as folder:
        for maker in slips.MAKERS:
            for subject in subjects:
                dice = random.Random(f'{seed} {maker.__name__} {subject.name}')
                for _ in range(int(count)):
                    wrong += try_one(program, folder, maker, subject, dice, tried)
    print(f'{sum(tried.values())} slips of {len(tried)} sorts, {wrong} not found as they should be')
    return 1 if wrong or sum(tried.values()) < 40 * len(subjects) * int(count) else 0


def try_one(program, folder, maker, subject, dice, tried):
    slip = maker(subject, dice)
    if not slip or slip.text == subject.text:
        return 0
    path = os.path.join(folder, subject.name + '.json')
    with open(path, 'w', encoding='utf-8') as file:
        file.write(slip.text)
    tried[maker.__name__] += 1
    said = fault(slip, *check(program, path))
    if said:
        print(f'{subject.name}: {slip.kind} at /{"/".join(map(str, slip.path))}: {said}')
    return 1 if said else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
