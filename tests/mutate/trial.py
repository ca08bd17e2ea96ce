"""The tests that faults are tried with, the most promising first.

A test is worth more the more faults of the same file and layer it has caught and the less time it
takes. Each has eight times the time that it takes without a fault: one that goes on for ever counts
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

# What looks at the sources, the schema and the manual, needs libraries that are not shared, or plays
# for longer than it is likely to tell.
LEFT_OUT = re.compile(
    'style/|package/|gui/|memory/|unit/belief$|scenario/(guilt|command_bots|command_study|'
    'command_poison|command_mad|command_links|command_faults|command_merge|command_tournament|'
    'misbehaving_bots|fleet_parallel|rename|names|schema|schema_keys|reference|tutorial_steps|'
    'language|threats)$')
GIB = 1 << 30


def limits():
    resource.setrlimit(resource.RLIMIT_AS, (4 * GIB, 4 * GIB))
    resource.setrlimit(resource.RLIMIT_FSIZE, (GIB // 4, GIB // 4))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


class Tests:
    def __init__(self, folder, changed):
        """Measures how long each takes as the sources are, unless they have not `changed`."""
        self.scratch = folder / 'scratch'
        self.all = self.listed(folder / 'build')
        self.caught = []
        kept = folder / 'seconds.json'
        self.seconds = {} if changed or not kept.exists() else json.loads(kept.read_text())
        kept.unlink(missing_ok=True)
        for name in self.all.keys() - self.seconds.keys():
            self.seconds[name] = self.measured(name)
        kept.write_text(json.dumps(self.seconds))

    @staticmethod
    def listed(build):
        shown = subprocess.run(['ctest', '--show-only=json-v1'], cwd=build, check=True,
                               stdout=subprocess.PIPE, text=True)
        found = {}
        for test in json.loads(shown.stdout)['tests']:
            if not LEFT_OUT.match(test['name']):
                found[test['name']] = test['command'], {
                    one['name']: one['value'] for one in test['properties']}
        return found

    def run(self, name, seconds):
        """Its exit code, or None when it did not end."""
        command, properties = self.all[name]
        shutil.rmtree(self.scratch, ignore_errors=True)
        self.scratch.mkdir()
        surroundings = dict(one.split('=', 1) for one in properties['ENVIRONMENT'])
        test = subprocess.Popen(
            command, cwd=properties['WORKING_DIRECTORY'], stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
            preexec_fn=limits, env={**os.environ, **surroundings, 'TMPDIR': str(self.scratch)})
        try:
            return test.wait(seconds)
        except subprocess.TimeoutExpired:
            return None
        finally:
            subprocess.run(['pkill', '-KILL', '-s', str(test.pid)], check=False)
            test.wait()

    def measured(self, name):
        start = time.monotonic()
        code = self.run(name, 600)
        if code not in (0, 77):
            sys.exit(f'{name} fails without a fault')
        return time.monotonic() - start

    def learn(self, lines):
        """Takes in what caught earlier faults."""
        cells = [line.split('\t') for line in lines if line.startswith('killed')]
        self.caught = [(where.split(':')[0], test) for _, where, _, test in cells]

    def first_failing(self, layer, path):
        """The test that catches the fault in `path` of `layer`, or ''."""
        def promise(name):
            near = sum(1 + 4 * (where == path) for where, test in self.caught
                       if test.split(',')[0] == name and where.startswith(f'game/{layer}/'))
            return -(near + 0.5) / (self.seconds[name] + 0.05)

        for name in sorted(self.all, key=promise):
            code = self.run(name, 5 + 8 * self.seconds[name])
            if code is None:
                return name + ', which did not end'
            if code not in (0, 77):
                return name
        return ''
