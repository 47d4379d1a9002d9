#!/usr/bin/env python3
"""Runs one yardstick of ../shared/eval/score.py and fails where a figure is below its floor. A test case of ctest.

usage: yardstick.py NAME --bin PATH [--score FILE]

Floors stand a little below what the program reaches, and only rise: what is won is not lost again unseen.
"""
import argparse, json, pathlib, subprocess, sys

SCORE = pathlib.Path(__file__).resolve().parent.parent.parent / 'shared' / 'eval' / 'score.py'
FLOORS = {                                                      # yardstick: [(row, measure, at least)]
    'copies': [('B-cubed', 'F1', 95)],
    'stories': [('B-cubed', 'F1', 88.5)],
    'pile-stories': [('B-cubed', 'F1', 90)],
    'newsroom': [('attributions', 'F1', 80.5), ('of those found', 'speaker right', 81.5), ('of those found', 'parent right of the nested', 63)],
    'dossiers': [('quotations', 'found', 97), ('quotations', 'precision of direct ones', 98), ('quotations', 'speaker right', 73), ('same utterance, across articles', 'F1', 88)],
    'attribution': [('whole attribution', 'F1', 66)],
    'names': [('names exact', 'F1', 84)],
}

LINKING = ('copies', 'stories', 'pile-stories')                 # who says what matters little to them: the fast network will do


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('name', choices=FLOORS)
    parser.add_argument('--bin', required=True)
    parser.add_argument('--score', default=str(SCORE))
    arguments = parser.parse_args()
    model = ['--model', 'fast'] if arguments.name in LINKING else []
    run = subprocess.run([sys.executable, arguments.score, arguments.name, '--bin', arguments.bin, '--json', *model], stdin=subprocess.DEVNULL,
                         stdout=subprocess.PIPE, text=True, encoding='utf-8')
    if run.returncode:
        sys.exit(f'{arguments.name}: the scorer exited {run.returncode}')
    scores = json.loads(run.stdout[run.stdout.index('{'):])[arguments.name]      # remarks may stand before the JSON
    below = 0
    for row, measure, floor in FLOORS[arguments.name]:
        figure = scores[row][measure]
        below += figure < floor
        print(f'{arguments.name}: {row}, {measure}: {figure:.1f}, floor {floor}{"  BELOW" if figure < floor else ""}')
    sys.exit(1 if below else 0)


if __name__ == '__main__':
    main()
