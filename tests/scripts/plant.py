#!/usr/bin/env python3
"""Writes a scenario with one fault planted in it, for the test of `study`.

    plant.py SCENARIO FAULT OUT
"""

import json
import os
import sys

WORDS = ' '.join(['word'] * 45)


def text(title):
    return {'title': title, 'line': 'A line.', 'own': 'You did it', 'other': 'They did it'}


def rule(scenario, name, at, **row):
    scenario['rules'][name] = {'at': at, **row, 'text': {'because': 'A rule that was planted'}}


def ending(scenario, name, when):
    """Before the last ending, which has no condition."""
    ends = scenario['endings']
    last, value = list(ends.items())[-1]
    del ends[last]
    ends[name] = {'when': when, 'utility': 0, 'text': {'title': 'Planted', 'text': WORDS}}
    ends[last] = value


def unreachable_ending(scenario):
    # the line is closed, and the game over, before
    ending(scenario, 'planted', {'tension': '100..'})


def hidden_ending(scenario):
    # nobody gets there who does not want to
    ending(scenario, 'planted', {'trust': '70..', 'support.alder': '30..', 'support.birch': '..9'})


def dead_incident(scenario):
    first = dict(next(iter(scenario['incidents'].values())))
    first['when'] = {'round': '..1', 'tension': '60..'}
    scenario['incidents']['planted'] = first


def dead_row(scenario):
    rule(scenario, 'planted', 'morning', when={'trust': '90..', 'tension': '90..'},
         do={'trust': 1})


def dominant_move(scenario):
    scenario['moves']['complain']['effects'].append({'do': {'support.own': 25}})


def recipe(scenario):
    # pays when it is done twice; one who thinks that everybody forgets it will not begin
    scenario['meters']['hums'] = {'per': 'party', 'start': 0, 'range': [0, 9],
                                  'text': {'title': 'Hums'}}
    moves = dict(scenario['moves'])
    scenario['moves'] = {'hum': {'beat': 'opening', 'family': 'deny', 'habit': 0,
                                 'effects': [{'do': {'hums.own': 1, 'support.own': -2}}],
                                 'text': text('Hum a tune')}, **moves}
    rule(scenario, 'planted', 'round', each=True, when={'hums.own': '2..', 'round': 6},
         do={'support.own': 70})


def side_advantage(scenario):
    rule(scenario, 'planted', 'round', do={'support.birch': 4})


def leak(scenario):
    # who counters has given orders; belief is told that moves say nothing of orders
    scenario['meters']['orders'] = {'per': 'party', 'see': 'own', 'start': [0, 2],
                                    'range': [0, 2], 'text': {'title': 'Orders'}}
    scenario['culprits']['office']['times'] = [{'orders.suspect': [1, 1, 20]}]
    scenario['belief'] = {'orders': {}}
    scenario['moves']['counter']['when'] = {'orders.own': 2}


def bars(scenario):
    scenario['study'] = {'rounds.scripts': '1..2', 'near-ties': False}


def nothing(scenario):
    del scenario


def main():
    path, fault, out = sys.argv[1:]
    with open(path, encoding='utf-8') as file:
        scenario = json.load(file)
    scenario['id'] = os.path.basename(out)[:-5]
    scenario.pop('$schema', None)
    scenario.pop('study', None)
    globals()[fault](scenario)
    with open(out, 'w', encoding='utf-8') as file:
        json.dump(scenario, file)


main()
