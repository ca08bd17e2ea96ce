#!/usr/bin/env python3
"""Prints what the window costs: time to the first frame, from a key to the picture, at rest, memory.

  python3 tests/bench/window/bars.py build/backchannel-window

It starts an X server of its own (Xvfb) and writes nothing but a temporary folder. Nothing passes or
fails by what it prints; the goals stand beside the figures. The time from a key to the picture has the
start of xdotool in it.
"""
import os
import statistics
import subprocess
import sys
import tempfile
import time

RUNS, KEYS, IDLE = 9, 30, 10


class Window:
    """The program under test; `words` is written anew after every frame."""

    def __init__(self, program, folder, *words):
        self.words = os.path.join(folder, "words")
        if os.path.exists(self.words):
            os.remove(self.words)
        self.begun = time.time()
        self.process = subprocess.Popen([program, "--words", self.words, "--seed", "3", *words])

    def drawn(self):
        """When the last frame was drawn, in seconds; 0 before the first."""
        try:
            return os.stat(self.words).st_mtime_ns / 1e9
        except FileNotFoundError:
            return 0

    def wait(self, after=0.0, limit=20.0):
        end = time.time() + limit
        while self.drawn() <= after:
            if time.time() > end:
                sys.exit("no frame")
            time.sleep(0.0005)
        return self.drawn()

    def key(self, *names):
        begun, before = time.time(), self.drawn()
        subprocess.run(["xdotool", "key", *names], check=True)
        return self.wait(before) - begun

    def ticks(self):
        with open(f"/proc/{self.process.pid}/stat", encoding="ascii") as stat:
            fields = stat.read().rsplit(")", 1)[1].split()
        return int(fields[11]) + int(fields[12])

    def megabytes(self, what):
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as status:
            for line in status:
                if line.startswith(what + ":"):
                    return int(line.split()[1]) / 1024
        return 0.0

    def end(self):
        self.process.terminate()
        self.process.wait()


def first_frame(program, folder, *words):
    times = []
    for _ in range(RUNS):
        window = Window(program, folder, *words)
        times.append((window.wait() - window.begun) * 1e3)
        window.end()
    return f"{statistics.median(times[1:]):6.0f} ms (best {min(times):.0f}, first {times[0]:.0f})"


def to_the_table(window):
    window.wait()
    time.sleep(0.5)
    for _ in range(2):
        window.key("Return")
        time.sleep(1.2)


def main():
    program = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        server = subprocess.Popen(["Xvfb", "-displayfd", "1", "-screen", "0", "1920x1080x24",
                                   "-nolisten", "tcp"],
                                  stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        os.environ["DISPLAY"] = ":" + server.stdout.readline().decode().strip()
        os.environ.update(XDG_DATA_HOME=folder, XDG_CONFIG_HOME=folder, SDL_AUDIODRIVER="dummy",
                          LC_ALL="C.UTF-8")
        os.environ.pop("SDL_VIDEODRIVER", None)
        try:
            print("first frame, English   ", first_frame(program, folder), "  goal 300")
            print("first frame, Chinese   ", first_frame(program, folder, "--lang", "zh_CN"),
                  "  goal 300")
            window = Window(program, folder, "--lang", "zh_CN", "--size", "1920x1080")
            to_the_table(window)
            keys = [window.key("Tab") * 1e3 for _ in range(KEYS)]
            print(f"key to picture, 1920 x 1080 {statistics.median(keys):6.1f} ms median, with the "
                  "start of xdotool")
            time.sleep(2)
            before = window.ticks()
            time.sleep(IDLE)
            print(f"idle for {IDLE} s           {window.ticks() - before:6d} ticks of "
                  f"{os.sysconf('SC_CLK_TCK')} a second   goal 0")
            for page in ("l", "Escape", "c", "Escape", "y", "Escape", "F1", "Escape"):
                window.key(page)
                time.sleep(0.3)
            print(f"memory, Chinese fonts  {window.megabytes('VmRSS'):6.0f} MB, "
                  f"{window.megabytes('VmHWM'):.0f} at most   goal 160")
            window.end()
        finally:
            server.terminate()
            server.wait()


main()
