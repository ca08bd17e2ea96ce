#!/usr/bin/env python3
"""Gives every id of a scenario another name, drawn at random, and changes nothing else.

    rename.py SCENARIO FOLDER SEED

Writes FOLDER/NEW-ID.json and prints a line "COLLECTION OLD NEW" for every id. Renamed are the ids of
all collections and the scenario's own, with all that refers to them: the names made of them in
conditions, amounts and effects, lists and keys of ids, the slots of texts. What the format itself
gives a meaning to stays: its keys, its words, and the move that must be called "none". Notes for
authors (keys that begin with x-) are left out. The order of everything is kept.

The grammar below says where ids stand, as scenarios/README.md does; a key that is not in it is
copied. A reference overlooked so would name what is no longer there, which `backchannel check`
refuses.
"""

import json
import os
import random
import re
import sys

COLLECTIONS = ['parties', 'others', 'rounds', 'beats', 'meters', 'culprits', 'moves', 'agreements',
               'promises', 'rules', 'kinds', 'incidents', 'mandates', 'endings', 'advisers',
               'characters', 'sources', 'words', 'facts']

# Collections whose ids stand at the head of a name ("standing.own") and of a slot ("{us.capital}").
NAMES = ['meters', 'agreements', 'promises', 'beats']
SLOTS = ['words', 'parties', 'others', 'meters']

# What the values of a name of the format are ids of; those of a beat are moves.
VALUES = {'calendar': 'rounds', 'ending': 'endings', 'mandate': 'mandates',
          'incident': 'incidents', 'kind': 'kinds', 'victim': 'parties', 'culprit': 'culprits',
          'trace-culprit': 'culprits', 'trace-culprit-2': 'culprits'}


class Ids:
    """The new id of every old one."""

    def __init__(self, scenario, seed):
        self.dice = random.Random(seed)
        self.taken = set()
        self.new = {}
        for collection in COLLECTIONS:
            for old in scenario.get(collection, {}):
                if not old.startswith('x-'):
                    self.new[collection, old] = self.fresh(9 if collection == 'facts' else 36)
        self.new['moves', 'none'] = 'none'
        self.new['scenario', scenario['id']] = self.fresh(36)

    def fresh(self, most):
        """An id nothing has yet. No word of the format has a digit before its last letters."""
        letters = 'abcdefghijklmnopqrstuvwxyz'
        while True:
            body = ''.join(self.dice.choices(letters + '-', k=self.dice.randint(1, most - 4)))
            new = self.dice.choice(letters[:-3]) + body + self.dice.choice('0123456789') + 'zq'
            if new not in self.taken:
                self.taken.add(new)
                return new

    def of(self, collection, old):
        return self.new.get((collection, old), old)

    def head(self, collections, old):
        for collection in collections:
            if (collection, old) in self.new:
                return self.new[collection, old]
        return old

    def name(self, name, collections=NAMES):
        """standing.own, report.age.us, answer.family; a party may stand behind a point."""
        head, *rest = name.split('.')
        return '.'.join([self.head(collections, head)] + [self.of('parties', r) for r in rest])

    def values_of(self, name):
        head, *rest = name.split('.')
        if ('beats', head) in self.new:
            return 'moves' if rest in ([], ['really']) else None
        return VALUES.get(head)


class Grammar:
    """Where ids stand. A shape is a function from an old value to the new one."""

    def __init__(self, ids):
        self.ids = ids
        text, when, amount = self.text, self.when, self.amount
        one, many, keyed, obj = self.one, self.many, self.keyed, self.obj
        copy = lambda value: value
        titles = self.each_value(text)
        row = obj({'when': when, 'chance': amount, 'do': self.do, 'else': self.do})
        rows = self.each(row)
        habit = self.either(list, self.each(obj({'when': when})))
        then = obj({'when': when, 'then': rows})
        commitment = obj({'when': when, 'needs': one('agreements'), 'signed': rows, 'upkeep': rows,
                          'kept': then, 'broken': then, 'lapsed': rows, 'habit': habit,
                          'text': titles})
        titled = obj({'text': titles})
        self.scenario = obj({
            'id': one('scenario'), 'text': titles, 'calendar': many('rounds'), 'dates': text,
            'rounds': keyed('rounds', obj({'beats': many('beats'), 'text': titles})),
            'beats': keyed('beats', obj({'when': when, 'text': titles})),
            'roles': obj({'order': many('parties')}),
            'parties': keyed('parties', titled), 'others': keyed('others', titled),
            'meters': keyed('meters', obj({
                'start': self.either(dict, keyed('parties', copy)), 'marks': text, 'bands': text,
                'text': titles})),
            'culprits': keyed('culprits', obj({
                'times': self.each(self.either(dict, self.by_name(copy))), 'text': titles})),
            'trace': obj({'tiers': self.each(titled)}),
            'belief': self.by_name(obj({'lower': obj({'answer': many('moves')})})),
            'moves': keyed('moves', obj({
                'beat': one('beats'), 'appears': one('moves'), 'when': when, 'says': when,
                'effects': rows, 'habit': habit, 'text': titles})),
            'agreements': keyed('agreements', commitment),
            'promises': keyed('promises', commitment),
            'rules': keyed('rules', obj({
                'at': one('beats'), 'when': when, 'chance': amount, 'do': self.do, 'else': self.do,
                'rows': rows, 'text': titles})),
            'study': self.figures,
            'exposure': self.each(obj({'when': when, 'chance': amount})),
            'settle': obj({'at': one('rounds')}),
            'kinds': keyed('kinds', obj({'text': titles, 'speech': keyed('moves', text)})),
            'incidents': keyed('incidents', obj({
                'kind': one('kinds'), 'when': when, 'culprits': keyed('culprits', copy),
                'source': obj({'ref': one('sources')}),
                'text': obj({
                    'title': text, 'dispatch': text, 'trace': titles, 'headline': titles,
                    'truth': keyed('culprits', text), 'answers': keyed('moves', text)})})),
            'mandates': keyed('mandates', obj({'kept': when, 'text': titles})),
            'endings': keyed('endings', obj({
                'when': when, 'utility': self.either(dict, keyed('parties', copy)),
                'text': titles})),
            'utility': amount,
            'caution': obj({'prudent': when, 'grave': when}),
            'goals': self.each(obj({'when': when, 'text': text})),
            'advisers': keyed('advisers', obj({
                'weighs': self.by_name(copy),
                'text': obj({'title': text, 'lines': keyed('beats', titles)})})),
            'characters': keyed('characters', obj({
                'weighs': self.by_name(copy), 'text': titles})),
            'sources': keyed('sources', obj({'title': text, 'note': text})),
            'words': keyed('words', text),
            'facts': keyed('facts', obj({'text': text, 'note': text})),
        })

    # ---- shapes of shapes ----

    def either(self, kind, shape):
        return lambda value: shape(value) if isinstance(value, kind) else value

    def each(self, shape):
        return lambda value: [shape(one) for one in value]

    def each_value(self, shape):
        return lambda value: {key: self.ids_of_facts(key, one) or shape(one)
                              for key, one in value.items() if not key.startswith('x-')}

    def obj(self, members):
        """An object of the format. Facts may be carried by any."""
        def shape(value):
            if not isinstance(value, dict):
                return value
            return {key: self.ids_of_facts(key, one) or
                    (members[key](one) if key in members else one)
                    for key, one in value.items() if key != '$schema' and key[:2] != 'x-'}
        return shape

    def ids_of_facts(self, key, value):
        if key == 'fact' and isinstance(value, list):
            return [self.ids.of('facts', one) for one in value]
        return None

    def one(self, collection):
        return lambda value: self.ids.of(collection, value)

    def many(self, collection):
        return self.each(self.one(collection))

    def keyed(self, collection, shape):
        return lambda value: {self.ids.of(collection, key): shape(one)
                              for key, one in value.items() if key[:2] != 'x-'}

    def by_name(self, shape):
        return lambda value: {self.ids.name(key): shape(one)
                              for key, one in value.items() if key[:2] != 'x-'}

    # ---- shapes ----

    def when(self, value):
        if isinstance(value, list):
            return [self.when(one) for one in value]
        return {self.ids.name(key): self.among(self.ids.values_of(key), one)
                for key, one in value.items() if key[:2] != 'x-'}

    def among(self, collection, value):
        """What a key of a condition asks: an id, a list of ids, {"not": ids}, or no ids at all."""
        if isinstance(value, list):
            return [self.among(collection, one) for one in value]
        if isinstance(value, dict):
            return {key: self.among(collection, one) for key, one in value.items()}
        return self.ids.of(collection, value)

    def amount(self, value):
        if not isinstance(value, dict):
            return value
        shape = {'per': self.by_name(lambda one: one), 'set': self.amount, 'toward': self.amount}
        return self.obj(shape)(value)

    def do(self, value):
        ids = {'promise': 'promises', 'break': 'agreements'}
        return {self.ids.name(key): self.ids.of(ids[key], one) if key in ids else self.amount(one)
                for key, one in value.items() if key[:2] != 'x-'}

    def figures(self, value):
        """Bars by the names of figures, of which some end with an id."""
        return {'.'.join(key.split('.')[:-1] + [self.ids.head(
                    ['endings', 'moves', 'agreements', 'parties'], key.split('.')[-1])]): one
                for key, one in value.items() if key[:2] != 'x-'}

    def text(self, value):
        if isinstance(value, str):
            return re.sub(r'\{([^{}]*)\}',
                          lambda slot: '{' + self.ids.name(slot.group(1), SLOTS) + '}', value)
        if isinstance(value, list):
            return [self.text(one) for one in value]
        return self.obj({'when': self.when, 'text': self.text})(value)


def main():
    if len(sys.argv) != 4:
        sys.exit('usage: rename.py SCENARIO FOLDER SEED')
    with open(sys.argv[1], encoding='utf-8') as file:
        scenario = json.load(file)
    ids = Ids(scenario, sys.argv[3])
    renamed = Grammar(ids).scenario(scenario)
    path = os.path.join(sys.argv[2], renamed['id'] + '.json')
    with open(path, 'w', encoding='utf-8') as file:
        json.dump(renamed, file, ensure_ascii=False, indent=1)
    for (collection, old), new in ids.new.items():
        print(collection, old, new)


if __name__ == '__main__':
    main()
