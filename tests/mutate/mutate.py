"""Plants single faults in the sources, one at a time, and looks whether the tests catch each.

    mutate.py RESULTS [COUNT [SEED [SHARE OF]]]    BUILD: a folder to work in (build/mutate)

RESULTS gets a line a fault: killed, survived or refused (by the compiler, with warnings as errors
where they tell of the fault itself), its place, what stood there and what was planted, and the
test that caught it. What stands there already is not tried again, so that a run can be gone on
with. COUNT faults are tried that compile (200). Which, depends on the sources and SEED alone. With
SHARE OF, say 0 2 and 1 2, several runs do a part each.
Exit 0: at least 90 in 100 were caught.
"""
import os
import random
import re
import shutil
import subprocess
import sys
from pathlib import Path

import faults

TOP = Path(__file__).resolve().parents[2]
LAYERS = ['json', 'core', 'content', 'match']
BAR = 90
PROCESSORS = str(os.cpu_count() or 1)
SECONDS = 150  # for a test
# What is asked first of a layer: quick, and near to it; then what is quick; then the rest but for
# what measures more than it checks.
NEAR = {
    'json': 'unit/(json|json_check|slip|finding|command)|scenario/(bad_scenarios|bad_tests)',
    'core': 'unit/(row|rng|rules|starts|match|minister)|scenario/transcripts',
    'content': 'scenario/bad_(scenarios|tests)|unit/(facts|disposition)|scenario/transcripts',
    'match': 'unit/(match|transcript|branch|narrate|why|again|bet|table)|scenario/(transcripts|'
             'command_(explain|replay|debrief))',
}
QUICK = ('unit/(row|rules|match|transcript|rollout|disposition|outside|facts|study|standings|tutorial|'
         'content|resume)|fuzz/(scenario|play|translation|transcript|protocol|command_line)|'
         'scenario/(transcripts|command_(check|expect|explain|input|usage|characters|run|facts|replay)|'
         'scenario_tests|readme_example)')
REST = 'unit/(table|advice|honesty|debrief|people)|scenario/command_(debrief|texts|graph|new|save)'


def run(words, seconds, **options):
    try:
        return subprocess.run(words, timeout=seconds, text=True, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, **options)
    except subprocess.TimeoutExpired as late:
        return subprocess.CompletedProcess(words, -1, str(late.stdout or ''))


class Tree:
    """A copy of the sources, with libraries that are shared, so that a fault links one."""

    def __init__(self, folder):
        self.source, self.build = folder / 'source', folder / 'build'
        if self.source.exists():
            shutil.rmtree(self.source)
        names = run(['git', 'ls-files', '-z'], 60, cwd=TOP).stdout.split('\0')
        for name in filter(None, names):
            target = self.source / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(TOP / name, target)  # new: what a fault left is built anew
        lists = self.source / 'CMakeLists.txt'
        text = lists.read_text()
        assert '${name} STATIC ${sources}' in text
        lists.write_text(text.replace('${name} STATIC ${sources}', '${name} SHARED ${sources}'))
        tests = self.source / 'tests' / 'CMakeLists.txt'
        text = tests.read_text()
        assert ' 300 ' in text  # seconds: a fault may make a test go on for ever
        tests.write_text(text.replace(' 300 ', f' {SECONDS} '))
        made = run(['cmake', '-S', str(self.source), '-B', str(self.build),
                    '-DBACKCHANNEL_WINDOW=OFF', '-DBACKCHANNEL_TESTS=ON',
                    '-DCMAKE_C_FLAGS_RELEASE=-O1'], 120)
        if made.returncode != 0 or not self.make('all', 1200):
            sys.exit('the sources do not build as they are:\n' + made.stdout)

    def make(self, target, seconds):
        return run(['cmake', '--build', str(self.build), '--target', target, '--parallel', PROCESSORS],
                   seconds).returncode == 0

    def failing(self, tests):
        """The first test of a pattern that fails, or None."""
        done = run(['ctest', '--test-dir', str(self.build), '-R', f'^({tests})',
                    '--stop-on-failure'], 1800)
        if done.returncode == 0:
            return None
        found = re.search(r'Test +#\d+: (\S+) \.*\s*(\*\*\*Timeout|\*\*\*|Subprocess)', done.stdout)
        if found is None:
            return 'time was up'
        return found.group(1) + (', which did not end' if 'Timeout' in found.group(2) else '')

    def try_fault(self, layer, path, text, fault):
        at, length, new = fault
        (self.source / path).write_text(text[:at] + new + text[at + length:])
        if not self.make(f'{layer}/fast', 300):
            return 'refused', ''
        for tests in (NEAR[layer], QUICK, REST):
            caught = self.failing(tests)
            if caught:
                return 'killed', caught
        return 'survived', ''

    def mend(self, path, text):
        (self.source / path).write_text(text)


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
    return f'{name}:{line}:{column}\t{old} -> {" ".join(new.split())}'


def summary(lines):
    words = [line.split('\t')[0] for line in lines]
    killed, survived = words.count('killed'), words.count('survived')
    share = 100 * killed / max(1, killed + survived)
    print(f'{killed} of {killed + survived} faults caught, {share:.1f} %; '
          f'{words.count("refused")} the compiler refused')
    return share


def main():
    results = Path(sys.argv[1])
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    lines = results.read_text().splitlines() if results.exists() else []
    done = {'\t'.join(line.split('\t')[1:3]) for line in lines}
    tried = sum(not line.startswith('refused') for line in lines)
    chosen = all_faults()
    random.Random(seed).shuffle(chosen)
    share, of = (int(sys.argv[4]), int(sys.argv[5])) if len(sys.argv) > 5 else (0, 1)
    chosen = chosen[share::of]
    print(f'{len(chosen)} places for a fault')
    tree = Tree(Path(os.environ.get('BUILD', TOP / 'build' / 'mutate')))
    whole = '|'.join([*NEAR.values(), QUICK, REST])
    broken = tree.failing(whole)
    if broken:
        sys.exit(f'{broken} fails without a fault')
    for layer, name, text, fault in chosen:
        if tried >= count:
            break
        where = place(name, text, fault)
        if where in done:
            continue
        result, test = tree.try_fault(layer, name, text, fault)
        tree.mend(name, text)
        lines.append(f'{result}\t{where}\t{test}'.rstrip())
        print(lines[-1], flush=True)
        results.write_text('\n'.join(lines) + '\n')
        tried += result != 'refused'
    sys.exit(0 if summary(lines) >= BAR else 1)


main()
