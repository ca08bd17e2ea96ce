"""The tests that faults are tried with: those that reach the line, the most promising first.

A test is worth more the more faults of the same file and layer it has caught and the less time it
takes. Each has four times the time that it takes without a fault: one that goes on for ever counts
as caught, as does one that takes all memory or fills the disk.
"""
import json
import os
import re
import resource
import shutil
import subprocess
import sys
import time

import reach

# What looks at the sources and the manual, needs libraries that are not shared, or plays
# for longer than it is likely to tell.
LEFT_OUT = re.compile(
    'style/|package/|gui/|memory/|unit/belief$|scenario/(guilt|command_bots|command_study|'
    'command_poison|command_mad|command_links|command_faults|command_merge|command_tournament|'
    'misbehaving_bots|fleet_parallel|rename|names|reference|tutorial_steps|threats)$')
GIB = 1 << 30


def limits():
    resource.setrlimit(resource.RLIMIT_AS, (4 * GIB, 4 * GIB))
    resource.setrlimit(resource.RLIMIT_FSIZE, (GIB // 4, GIB // 4))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def listed(build):
    """The tests of a build by their names."""
    shown = subprocess.run(['ctest', '--show-only=json-v1'], cwd=build, check=True,
                           stdout=subprocess.PIPE, text=True)
    return {test['name']: test for test in json.loads(shown.stdout)['tests']
            if not LEFT_OUT.match(test['name'])}


class Tests:
    def __init__(self, folder, tree, layers):
        """Looks how long each takes and what it reaches, where that is not known of these sources."""
        self.scratch = folder / 'scratch'
        self.all = listed(tree.build)
        self.caught = []
        kept = folder / 'tests.json'
        self.known = {} if tree.changed or not kept.exists() else json.loads(kept.read_text())
        missing = self.all.keys() - self.known.keys()
        counting = tree.counting() if missing else None
        for name in missing:
            seconds = self.measured(self.all[name])
            reach.forget(counting)
            self.measured(listed(counting)[name])
            self.known[name] = {'seconds': seconds, 'lines': reach.lines(counting, layers)}
            kept.write_text(json.dumps(self.known))

    def run(self, test, seconds):
        """Its exit code, or None when it did not end."""
        properties = {one['name']: one['value'] for one in test['properties']}
        surroundings = dict(one.split('=', 1) for one in properties['ENVIRONMENT'])
        shutil.rmtree(self.scratch, ignore_errors=True)
        self.scratch.mkdir()
        program = subprocess.Popen(
            test['command'], cwd=properties['WORKING_DIRECTORY'], stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
            preexec_fn=limits, env={**os.environ, **surroundings, 'TMPDIR': str(self.scratch)})
        try:
            return program.wait(seconds)
        except subprocess.TimeoutExpired:
            return None
        finally:
            subprocess.run(['pkill', '-KILL', '-s', str(program.pid)], check=False)
            program.wait()

    def measured(self, test):
        start = time.monotonic()
        if self.run(test, 600) not in (0, 77):
            sys.exit(f'{test["name"]} fails without a fault')
        return time.monotonic() - start

    def learn(self, lines):
        """Takes in what caught earlier faults."""
        cells = [line.split('\t') for line in lines if line.startswith('killed')]
        self.caught = [(where.split(':')[0], test.split(',')[0]) for _, where, _, test in cells]

    def first_failing(self, layer, path, line):
        """The test that catches a fault in a line of `path`, which is of `layer`, or ''."""
        def promise(name):
            near = sum(1 + 4 * (where == path) for where, test in self.caught
                       if test == name and where.startswith(f'game/{layer}/'))
            return -(near + 0.5) / (self.known[name]['seconds'] + 0.05)

        reaching = [name for name, known in self.known.items()
                    if reach.reaches(known['lines'], path, line)]
        for name in sorted(reaching, key=promise):
            code = self.run(self.all[name], 5 + 4 * self.known[name]['seconds'])
            if code is None:
                return name + ', which did not end'
            if code not in (0, 77):
                return name
        return ''
