#!/usr/bin/python3
"""Ministers that misbehave, each in its own way.

The way is the name the program is started by: tests/scripts/test_command_bots.sh makes a link for
each. `misbehave.py --list` prints a line a way: name, faults that are expected in two games, and the
limits it is to be played with, in ms: to be ready, and to choose. Where $BOT_PIDS names a file, the
process ids that must be gone afterwards are added to it.
"""
import json
import os
import signal
import sys
import time

WAYS = {}
OUT = 1


def way(faults, move=2000, init=5000):
    """Registers a class under its name: how many faults, and with which limits."""
    def add(cls):
        WAYS[cls.__name__.lower().replace("_", "-")] = (cls, faults, init, move)
        return cls
    return add


def write(data):
    while data:
        data = data[os.write(OUT, data):]


def note_pid():
    if os.environ.get("BOT_PIDS"):
        with open(os.environ["BOT_PIDS"], "a", encoding="ascii") as file:
            file.write(f"{os.getpid()}\n")


def forever():
    while True:
        time.sleep(60)


class Bot:
    """One that behaves: it chooses the first move of the list."""
    n = 0

    def begin(self):
        pass

    def hello(self, message):
        self.send({"t": "ready", "name": type(self).__name__})

    def start(self, message):
        self.scenario = message["scenario"]

    def decide(self, message):
        self.n += 1
        self.answer(message, self.move(message))

    def quit(self):
        sys.exit(0)

    def move(self, message):
        return message["legal"][0]["move"]

    def message(self, message, move):
        return {"t": "move", "id": message["id"], "move": move}

    def answer(self, message, move):
        self.send(self.message(message, move))

    def send(self, message):
        write(json.dumps(message).encode() + b"\n")

    def run(self):
        self.begin()
        for line in sys.stdin:
            message = json.loads(line)
            if message["t"] == "quit":
                self.quit()
            elif message["t"] in ("hello", "start", "decide"):
                getattr(self, message["t"])(message)


class Raw(Bot):
    """Answers with bytes of its own."""
    def answer(self, message, move):
        write(self.line(json.dumps(self.message(message, move)).encode()))


# ---- at the start ----

@way(3, move=200, init=600)
class Hangs_At_Hello(Bot):
    def hello(self, message):
        forever()


@way(3)
class Dies_At_Start(Bot):
    def begin(self):
        sys.exit(1)


@way(3)
class Dies_At_Hello(Bot):
    def hello(self, message):
        sys.exit(0)


@way(1)
class Garbage_Before_Ready(Bot):
    def hello(self, message):
        write(b"Loading the book of openings...\n")
        super().hello(message)


@way(1)
class Moves_Before_Ready(Bot):
    def hello(self, message):
        self.send({"t": "move", "id": 1, "move": "none"})
        super().hello(message)


@way(0)
class Ready_A_Little_Later(Bot):
    def hello(self, message):
        time.sleep(0.3)
        super().hello(message)


@way(3, move=300)
class Never_Reads(Bot):
    def run(self):
        self.hello(None)
        forever()


# ---- in time, or not ----

@way(3, move=200)
class Hangs_At_Move(Bot):
    def decide(self, message):
        forever()


@way(3, move=200)
class Ignores_Sigterm(Bot):
    def begin(self):
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGPIPE):
            signal.signal(number, signal.SIG_IGN)

    def decide(self, message):
        forever()


@way(3, move=300)
class Stops_Itself(Bot):
    def decide(self, message):
        os.kill(os.getpid(), signal.SIGSTOP)


@way(3, move=300)
class Always_Late(Bot):
    def decide(self, message):
        time.sleep(0.5)
        super().decide(message)


@way((1, 2), move=1000)
class Late_Once(Bot):
    def decide(self, message):
        time.sleep(1.4 if self.n == 1 else 0)
        super().decide(message)


@way((1, 2), move=1000)
class Half_A_Line_The_Rest_Late(Bot):
    def answer(self, message, move):
        line = json.dumps(self.message(message, move)).encode() + b"\n"
        write(line[:9])
        time.sleep(1.4 if self.n == 2 else 0)
        write(line[9:])


@way(0)
class Writes_Byte_By_Byte(Bot):
    def answer(self, message, move):
        for byte in json.dumps(self.message(message, move)).encode() + b"\n":
            write(bytes([byte]))


@way(3, move=200)
class Half_A_Line(Raw):
    def line(self, line):
        return line[:20]


@way(3, move=200)
class No_End_Of_Line(Raw):
    def line(self, line):
        return line


# ---- too much ----

@way(3)
class Floods_With_Lines(Bot):
    def decide(self, message):
        while True:
            write(b"x" * 1000 + b"\n")


@way(3, move=300)
class Floods_Without_Lines(Bot):
    def decide(self, message):
        while True:
            write(b"{" * 4096)


@way(3, move=300)
class Floods_With_Logs(Bot):
    def decide(self, message):
        while True:
            write(b'{"t":"log","text":"' + b"x" * 1000 + b'"}\n')


@way(3, move=300)
class Floods_With_Blank_Lines(Bot):
    def decide(self, message):
        while True:
            write(b"\n" * 4096)


@way(3, move=300)
class Floods_Before_Ready(Bot):
    def hello(self, message):
        while True:
            write(b"x" * 4096)


@way(0)
class Floods_Stderr(Bot):
    def decide(self, message):
        os.write(2, b"thinking...\n" * 20000)
        super().decide(message)


@way(0)
class Logs_A_Lot(Bot):
    def decide(self, message):
        for n in range(300):
            self.send({"t": "log", "text": f"line {n} \u001b[31m"})
        super().decide(message)


@way(0)
class Longest_Line(Raw):
    def line(self, line):
        return line[:-1] + b" " * (65536 - len(line)) + b"}\n"


@way(3)
class Too_Long_A_Line(Raw):
    def line(self, line):
        return line[:-1] + b" " * (65537 - len(line)) + b"}\n"


# ---- no message ----

@way(3)
class Garbage(Raw):
    def line(self, line):
        return bytes((7 * n + 13) % 256 for n in range(200)).replace(b"\n", b"") + b"\n"


@way(3)
class Invalid_Utf8(Raw):
    def line(self, line):
        return line[:-2] + b'\xff\xfe"}\n'


@way(3)
class Nul_Bytes(Raw):
    def line(self, line):
        return line[:-1] + b"\0}\n"


@way(3)
class Deep_Nesting(Raw):
    def line(self, line):
        return line[:-1] + b',"why":' + b"[" * 20000 + b"]" * 20000 + b"}\n"


@way(3)
class Many_Values(Raw):
    def line(self, line):
        return b"[" + b"0," * 32000 + b"0]\n"


@way(3)
class Byte_Order_Mark(Raw):
    def line(self, line):
        return b"\xef\xbb\xbf" + line + b"\n"


@way(3)
class Utf16(Raw):
    def line(self, line):
        return line.decode().encode("utf-16")[2:] + b"\n"


@way(3)
class Duplicate_Keys(Raw):
    def line(self, line):
        return line[:-1] + b',"id":99}\n'


@way(3)
class Trailing_Comma(Raw):
    def line(self, line):
        return line[:-1] + b",}\n"


@way(3)
class Text_Behind(Raw):
    def line(self, line):
        return line + b" // my best move\n"


@way(3)
class Single_Quotes(Raw):
    def line(self, line):
        return line.replace(b'"', b"'") + b"\n"


@way(3)
class Only_The_Move(Bot):
    def answer(self, message, move):
        write(move.encode() + b"\n")


@way(3)
class An_Array(Bot):
    def message(self, message, move):
        return ["move", message["id"], move]


@way(3)
class A_Number(Bot):
    def message(self, message, move):
        return message["id"]


# ---- the wrong message ----

@way(3)
class No_Type(Bot):
    def message(self, message, move):
        return {"id": message["id"], "move": move}


@way(3)
class Type_Is_A_Number(Bot):
    def message(self, message, move):
        return {"t": 5, "id": message["id"], "move": move}


@way(3, move=200)
class Wrong_Type(Bot):
    def message(self, message, move):
        return {"t": "mvoe", "id": message["id"], "move": move}


@way(3)
class No_Id(Bot):
    def message(self, message, move):
        return {"t": "move", "move": move}


@way(3)
class Id_As_Text(Bot):
    def message(self, message, move):
        return {"t": "move", "id": str(message["id"]), "move": move}


@way(3)
class Id_With_A_Point(Raw):
    def line(self, line):
        return line.replace(b', "move"', b'.0, "move"') + b"\n"


@way(3)
class Huge_Id(Bot):
    def message(self, message, move):
        return {"t": "move", "id": 10 ** 40, "move": move}


@way(3)
class Infinite_Id(Raw):
    def line(self, line):
        return b'{"t":"move","id":1e999,"move":"x"}\n'


@way(3)
class Wrong_Id(Bot):
    def message(self, message, move):
        return {"t": "move", "id": message["id"] + 1, "move": move}


@way(3)
class Negative_Id(Bot):
    def message(self, message, move):
        return {"t": "move", "id": -message["id"], "move": move}


@way(3, move=200)
class Old_Id(Bot):
    def message(self, message, move):
        return {"t": "move", "id": message["id"] - 1, "move": move}


@way(3)
class Answers_Ahead(Bot):
    def answer(self, message, move):
        super().answer(message, move)
        self.send({"t": "move", "id": message["id"] + 1, "move": "no-such-move"})


# ---- the wrong move ----

@way(3)
class No_Move(Bot):
    def message(self, message, move):
        return {"t": "move", "id": message["id"]}


@way(3)
class Move_As_Number(Bot):
    def message(self, message, move):
        return {"t": "move", "id": message["id"], "move": 0}


@way(3)
class Move_As_Object(Bot):
    def message(self, message, move):
        return {"t": "move", "id": message["id"], "move": message["legal"][0]}


@way(3)
class Empty_Move(Bot):
    def move(self, message):
        return ""


@way(3)
class Unknown_Move(Bot):
    def move(self, message):
        return "no-such-move"


@way(3)
class Capital_Move(Bot):
    def move(self, message):
        return super().move(message).upper()


@way(3)
class Endless_Move(Bot):
    def move(self, message):
        return super().move(message) * 4000


@way(3)
class Move_Of_Another_Beat(Bot):
    def move(self, message):
        moves = self.scenario["moves"]
        return next(id for id in moves if moves[id]["beat"] != message["beat"])


@way((1, 3))
class Illegal_Move(Bot):
    """A move of this beat that cannot be made now, where there is one."""
    def move(self, message):
        legal = [move["move"] for move in message["legal"]]
        moves = self.scenario["moves"]
        return next((id for id in moves if moves[id]["beat"] == message["beat"] and
                     id not in legal and not moves[id]["each"] and id != "none"), legal[0])


@way((1, 3))
class Clause_Twice(Bot):
    def move(self, message):
        move = message["legal"][-1]["move"]
        picks = self.scenario["beats"][message["beat"]]["pick"]
        return move.split("+")[0] + "+" + move.split("+")[0] if picks else move


# ---- gone ----

@way(3)
class Dies_In_Game(Bot):
    def decide(self, message):
        if self.n == 2:
            sys.exit(1)
        super().decide(message)


@way(3)
class Dies_By_Signal(Bot):
    def decide(self, message):
        if self.n == 1:
            os.kill(os.getpid(), signal.SIGKILL)
        super().decide(message)


@way(3)
class Dies_After_Half_A_Line(Raw):
    def line(self, line):
        write(line[:12])
        sys.exit(0)


@way(3)
class Closes_Stdout(Bot):
    def decide(self, message):
        super().decide(message)
        os.close(OUT)
        forever()


@way(3)
class Closes_Stdin(Bot):
    def decide(self, message):
        os.close(0)
        super().decide(message)
        forever()


@way(3, move=300)
class Leaves_A_Child_With_The_Pipe(Bot):
    def decide(self, message):
        if os.fork() == 0:
            note_pid()
            forever()
        sys.exit(0)


@way(0)
class Runs_Away(Bot):
    """A child in a session of its own goes on; it leaves when its input ends."""
    def begin(self):
        if os.fork() != 0:
            forever()
        os.setsid()
        note_pid()


@way(0)
class Ignores_Quit(Bot):
    def quit(self):
        forever()


@way(0)
class Fails_At_Quit(Bot):
    def quit(self):
        sys.exit(3)


# ---- odd, and fine ----

@way(0)
class Behaves(Bot):
    pass


@way(0)
class Crlf(Raw):
    def line(self, line):
        return line + b"\r\n"


@way(0)
class Blank_Lines(Raw):
    def line(self, line):
        return b"\n  \n" + line + b"\n\n"


@way(0)
class Much_Space(Raw):
    def line(self, line):
        return b" \t" + line.replace(b":", b" :\t") + b"   \n"


@way(0)
class Escapes(Raw):
    def line(self, line):
        value = json.loads(line)
        move = "".join(f"\\u{ord(c):04x}" for c in value["move"])
        return f'{{"\\u0074":"move","id":{value["id"]},"move":"{move}"}}\n'.encode()


@way(0)
class Two_Answers(Bot):
    def answer(self, message, move):
        super().answer(message, move)
        super().answer(message, move)


@way(0)
class Ready_Again(Bot):
    def decide(self, message):
        self.hello(message)
        super().decide(message)


@way(0)
class More_Members(Bot):
    def message(self, message, move):
        return {"x": [None, {"y": 1.5}], **super().message(message, move),
                "why": {"text": "\u201cwhy not?\u201d", "belief": {"guilty": 0.5}, "values": {}}}


@way(0)
class Unknown_Messages(Bot):
    def answer(self, message, move):
        self.send({"t": "x-ponder", "id": "whatever"})
        super().answer(message, move)


def main():
    if "--list" in sys.argv:
        for name, (_, faults, init, move) in WAYS.items():
            low, high = faults if isinstance(faults, tuple) else (faults, faults)
            print(name, low, high, init, move)
        return
    note_pid()
    cls = WAYS[os.path.basename(sys.argv[0])][0]
    try:
        cls().run()
    except BrokenPipeError:
        os._exit(1)


main()
