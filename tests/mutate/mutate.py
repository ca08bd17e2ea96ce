"""Plants single faults in the sources, one at a time, and looks whether the tests catch each.

    mutate.py RESULTS [COUNT [SEED [SHARE OF]]]    BUILD: a folder to work in (build/mutate)

RESULTS gets a line a fault: killed, survived, same (the compiler makes the same code of it) or
refused (by the compiler, with warnings as errors where they tell of the fault itself), its place,
what stood there and what was planted, and the test that caught it. What stands there already is not
tried again, so that a run can be gone on with. COUNT faults are tried that are killed or survive
(200). Which, depends on the sources and SEED alone. With SHARE OF, say 0 2 and 1 2, several runs do
a part each, in a BUILD of its own, and may share RESULTS.
Exit 0: at least 90 in 100 were caught.
"""
import os
import random
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import faults
import reach
import trial

TOP = Path(__file__).resolve().parents[2]
LAYERS = ['json', 'core', 'content', 'match']
BAR = 90
CHANGES = [(b'${name} STATIC ${sources}', b'${name} SHARED ${sources}'),
           (b'UNITY_BUILD ON', b'UNITY_BUILD OFF')]


def quietly(words, seconds):
    return subprocess.run(words, timeout=seconds, text=True, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT)


class Tree:
    """A copy of the sources, built so that a fault compiles one file and links one library."""

    def __init__(self, folder):
        self.source, self.build = folder / 'source', folder / 'build'
        self.changed = False
        names = quietly(['git', '-C', str(TOP), 'ls-files', '-z'], 60).stdout.split('\0')
        for name in names:
            if name and not name.startswith('tests/mutate/'):
                self.copy(TOP / name, self.source / name)
        self.configured(self.build, ['-DCMAKE_C_FLAGS_RELEASE=-O2'])
        self.clean = {layer: self.library(layer) for layer in LAYERS}

    def copy(self, here, there):
        new = here.read_bytes()
        if here == TOP / 'CMakeLists.txt':
            for was, becomes in CHANGES:
                assert was in new
                new = new.replace(was, becomes)
        if there.exists() and there.read_bytes() == new:
            return
        there.parent.mkdir(parents=True, exist_ok=True)
        there.write_bytes(new)
        shutil.copymode(here, there)
        self.changed = True

    def configured(self, build, flags):
        made = quietly(['cmake', '-S', str(self.source), '-B', str(build),
                        '-DBACKCHANNEL_WINDOW=OFF', '-DBACKCHANNEL_TESTS=ON', *flags], 120)
        if made.returncode == 0:
            made = quietly(['cmake', '--build', str(build)], 1800)
        if made.returncode != 0:
            sys.exit('the sources do not build as they are:\n' + made.stdout)
        return build

    def counting(self):
        """The folder of a build that counts which lines are reached."""
        return self.configured(self.source.parent / 'counted', reach.FLAGS)

    def make(self, layer):
        return quietly(['cmake', '--build', str(self.build), '--target', f'{layer}/fast'],
                       300).returncode == 0

    def library(self, layer):
        return (self.build / f'lib{layer}.so').read_bytes()

    def try_fault(self, tests, layer, path, text, fault):
        """What came of a fault, and the test that caught it; the tree is as it was afterwards."""
        at, length, new = fault
        try:
            (self.source / path).write_text(text[:at] + new + text[at + length:])
            if not self.make(layer):
                return 'refused', ''
            if self.library(layer) == self.clean[layer]:
                return 'same', ''
            caught = tests.first_failing(layer, path, 1 + text.count('\n', 0, at))
            return 'killed' if caught else 'survived', caught
        finally:
            (self.source / path).write_text(text)
            if not self.make(layer) or self.library(layer) != self.clean[layer]:
                sys.exit(f'{path} could not be mended')


def all_faults():
    found = []
    for layer in LAYERS:
        for path in sorted((TOP / 'game' / layer).rglob('*.c')):
            text = path.read_text()
            name = str(path.relative_to(TOP))
            found += [(layer, name, text, fault) for fault in faults.faults(text)]
    return found


def place(name, text, fault):
    at, length, new = fault
    line = text.count('\n', 0, at) + 1
    column = at - text.rfind('\n', 0, at)
    old = ' '.join(text[at:at + length].split())
    return f'{name}:{line}:{column}\t{old} -> {" ".join(new.split()) or "nothing"}'


def count(lines):
    words = [line.split('\t')[0] for line in lines]
    return words.count('killed'), words.count('survived')


def main():
    results = Path(sys.argv[1])
    wanted = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    share, of = (int(sys.argv[4]), int(sys.argv[5])) if len(sys.argv) > 5 else (0, 1)
    chosen = all_faults()
    print(f'{len(chosen)} places for a fault')
    random.Random(seed).shuffle(chosen)
    folder = Path(os.environ.get('BUILD', TOP / 'build' / 'mutate'))
    signal.signal(signal.SIGTERM, lambda *_: sys.exit('stopped'))
    tree = Tree(folder)
    tests = trial.Tests(folder, tree, LAYERS)
    for layer, name, text, fault in chosen[share::of]:
        lines = results.read_text().splitlines() if results.exists() else []
        if sum(count(lines)) >= wanted:
            break
        where = place(name, text, fault)
        if where in {'\t'.join(line.split('\t')[1:3]) for line in lines}:
            continue
        tests.learn(lines)
        result, caught = tree.try_fault(tests, layer, name, text, fault)
        line = f'{result}\t{where}\t{caught}'.rstrip()
        print(line, flush=True)
        with results.open('a') as file:
            file.write(line + '\n')
    killed, survived = count(results.read_text().splitlines())
    caught = 100 * killed / max(1, killed + survived)
    print(f'{killed} of {killed + survived} faults caught, {caught:.1f} %; the compiler refused '
          'others, or made the same code of them')
    sys.exit(0 if caught >= BAR else 1)


if __name__ == '__main__':
    main()
