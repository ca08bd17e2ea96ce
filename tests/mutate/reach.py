"""Which lines of the sources a test reaches, in a build that counts them (gcov)."""
import json
import subprocess

FLAGS = ['-DCMAKE_C_FLAGS=--coverage', '-DCMAKE_C_FLAGS_RELEASE=-O1']


def forget(build):
    for counts in build.rglob('*.gcda'):
        counts.unlink()


def lines(build, layers):
    """By file, the lines that have been reached since `forget`, and those that have not."""
    counts = [str(path) for layer in layers
              for path in (build / 'CMakeFiles' / f'{layer}.dir').rglob('*.gcda')]
    if not counts:
        return {}
    told = subprocess.run(['gcov', '--json-format', '--stdout', *counts], check=True, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    found = {}
    for line in told.stdout.splitlines():
        for file in json.loads(line)['files']:
            name = file['file'][file['file'].rfind('game/'):]
            if name.endswith('.c'):
                reached = {one['line_number'] for one in file['lines'] if one['count']}
                every = {one['line_number'] for one in file['lines']}
                found[name] = sorted(reached), sorted(every - reached)
    return found


def reaches(found, path, line):
    """Whether a line is among the reached ones, or what it goes on with is."""
    reached, other = found.get(path, ([], []))
    before = max((one for one in [*reached, *other] if one <= line), default=0)
    return before in reached
