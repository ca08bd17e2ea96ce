"""At every system call by which something is written: the program is killed, or the call fails.

    saves.py PROGRAM LIBRARY SCENARIO [all]     all: every error at every call, not one of them

Whatever happens, what lies there afterwards is whole: as it was before, or as it was to be, or as one of
the saves between. Where the new is not there and the program was not killed, it says so.
"""
import glob
import os
import signal
import subprocess
import sys
import tempfile

if os.access('/dev/shm', os.W_OK):
    tempfile.tempdir = '/dev/shm'  # where nothing waits for a disk

KILLS = ['before', 'half', 'after']
ERRORS = ['EIO', 'ENOSPC', 'EDQUOT', 'EACCES', 'EROFS', 'EMFILE']


class Case:
    """Something that is saved: how it is, what it writes, and what is there before."""

    def __init__(self, name, arguments, output, before=None, text=''):
        self.name, self.arguments, self.output, self.before, self.text = name, arguments, output, before, text


class Faults:
    def __init__(self, library, every):
        self.library, self.every, self.runs, self.wrong = library, every, 0, []

    def run(self, case, at=0, how='', ever=False):
        """The exit code, what is on stderr, how many calls there were, what was left there."""
        self.runs += 1
        with tempfile.TemporaryDirectory() as folder:
            below = os.path.join(folder, 'below')
            os.makedirs(os.path.dirname(os.path.join(below, case.output)))
            target = os.path.join(below, case.output)
            if case.before is not None:
                with open(target, 'wb') as file:
                    file.write(case.before)
            counted = os.path.join(folder, 'count')
            environment = dict(os.environ, LD_PRELOAD=self.library, FAULT_BELOW=below, FAULT_AT=str(at), FAULT_HOW=how,
                               FAULT_EVER='1' if ever else '', FAULT_COUNT=counted, XDG_DATA_HOME=below, XDG_CONFIG_HOME=below,
                               ASAN_OPTIONS='verify_asan_link_order=0:detect_leaks=0')
            done = subprocess.run(case.arguments, cwd=below, env=environment, input=case.text.encode(), capture_output=True,
                                  timeout=100)
            calls = int(open(counted).read()) if os.path.exists(counted) else 0
            left = open(target, 'rb').read() if os.path.exists(target) else None
            rest = [one for one in glob.glob(os.path.join(below, '**', '.saving-*'), recursive=True)]
        return done.returncode, done.stderr.decode(), calls, left, rest

    def complain(self, case, at, how, what):
        self.wrong.append(f'{case.name}, call {at}, {how}: {what}')

    def killed(self, case, at, how, whole):
        code, _, _, left, _ = self.run(case, at, how)
        if code != -signal.SIGKILL:
            self.complain(case, at, how, f'exit {code}: it was to be killed')
        if left not in whole:
            self.complain(case, at, how, f'{left!r:.80} is left')

    def failed(self, case, at, how, ever, whole):
        code, said, _, left, rest = self.run(case, at, how, ever)
        name = how + (' and ever after' if ever else '')
        told = 'cannot be ' in said
        if left not in whole:
            self.complain(case, at, name, f'{left!r:.80} is left')
        if code not in (0, 3) or (code == 3) > told:
            self.complain(case, at, name, f'exit {code}, {said!r}')
        if left != whole[-1] and not told:
            self.complain(case, at, name, f'nobody is told: exit {code}, {said!r}')
        if rest and not ever:
            self.complain(case, at, name, f'{rest} is left')

    def harmless(self, case, at, how, whole):
        code, said, _, left, rest = self.run(case, at, how)
        if code != 0 or left != whole[-1] or rest:
            self.complain(case, at, how, f'exit {code}, {said!r}, {rest}')

    def try_all(self, case, between=()):
        code, said, calls, new, rest = self.run(case)
        if code != 0 or rest or new is None or calls < 8:
            sys.exit(f'{case.name}: exit {code}, {calls} calls, {rest}: {said}')
        whole = [case.before, *between, new]
        for at in range(1, calls + 1):
            for how in KILLS:
                self.killed(case, at, how, whole)
            for how in ERRORS if self.every else [ERRORS[at % len(ERRORS)]]:
                self.failed(case, at, how, False, whole)
            self.failed(case, at, 'ENOSPC', True, whole)
            self.harmless(case, at, 'EINTR', whole)
            if at < 12 or self.every: # a whole save
                self.harmless(case, at, 'short', whole)
        print(f'{case.name}: {calls} calls')


def game(program, scenario, text):
    """The saved game after some lines of input."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'game.jsonl')
        subprocess.run([program, 'play', '--text', scenario, '--seed', '3', '--save', path], input=text.encode(), check=True,
                       capture_output=True, env=dict(os.environ, XDG_DATA_HOME=folder))
        with open(path, 'rb') as file:
            return file.read()


def replays(program, scenario, text):
    with tempfile.NamedTemporaryFile(suffix='.jsonl') as file:
        file.write(text)
        file.flush()
        return subprocess.run([program, 'replay', '--scenario', scenario, file.name], capture_output=True).returncode == 0


def main():
    program, library, scenario = sys.argv[1:4]
    faults = Faults(library, sys.argv[4:] == ['all'])
    # a game: all states that it is saved in, so that each is known to be whole
    states = [game(program, scenario, '1\n' * n) for n in range(5)]
    if len(set(states)) < 4 or not all(replays(program, scenario, one) for one in states):
        sys.exit('the saved games are no good')
    play = [program, 'play', '--text', scenario, '--seed', '3', '--save', 'game.jsonl']
    faults.try_all(Case('a new game', play, 'game.jsonl', None, '1\n1\n'), states)
    faults.try_all(Case('over an old one', play, 'game.jsonl', game(program, scenario, '2\n'), '1\n1\n'), states)
    named = [program, 'play', '--text', scenario, '--seed', '3', '--save', 'other.jsonl']
    faults.try_all(Case('"save FILE"', named, 'own.jsonl', states[1], '1\n1\nsave own.jsonl\n'), states)
    faults.try_all(Case('transcripts of run', [program, 'run', scenario, '--games', '2', '--quiet', '--transcripts', 'all'],
                        'all/small-1-1.jsonl'))
    faults.try_all(Case('a list of texts', [program, 'texts', scenario, '--lang', 'fr', '--out', 'small.fr.json'], 'small.fr.json'))
    print(f'{faults.runs} runs')
    if faults.wrong:
        sys.exit('\n'.join(faults.wrong[:20]))


main()
