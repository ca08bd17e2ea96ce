#!/usr/bin/env python3
"""A minister for Backchannel: tit for tat.

It answers a family of moves with the same family: cooperate, accuse or deny, whichever the other
side showed last. Copy it and change `choose`. The protocol is in ../PROTOCOL.md.
"""
import json
import sys


def say(message):
    print(json.dumps(message), flush=True)


class Minister:
    def start(self, message):
        """A game begins, or is looked at anew: forget everything."""
        self.side = message["side"]
        self.last = "cooperate"

    def choose(self, message):
        """The move to make, out of message["legal"], and a word on why."""
        for event in message["events"]:
            if event["e"] == "move" and event["party"] != self.side:
                self.last = event["family"]
        legal = message["legal"]
        same = [move for move in legal if move["family"] == self.last]
        return (same or legal)[0]["move"], "they chose to " + self.last


def main():
    minister = Minister()
    for line in sys.stdin:
        message = json.loads(line)
        kind = message["t"]
        if kind == "hello":
            say({"t": "ready", "name": "tit for tat", "version": "1", "author": "Backchannel"})
        elif kind == "start":
            minister.start(message)
        elif kind == "decide":
            move, why = minister.choose(message)
            say({"t": "move", "id": message["id"], "move": move, "why": {"text": why}})
        elif kind == "quit":
            return


main()
