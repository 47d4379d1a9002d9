"""The recipe from labels to model files, step by step; a step whose file is there is not done again.

usage: recipe.py [--trial]        --trial: two steps of each training, one part of the pile, under build/training/trial
"""
import argparse, os, pathlib, shutil, subprocess, sys

import bases

HERE = pathlib.Path(__file__).resolve().parent


def steps(work, models):
    """(the file that a step makes, its command)"""
    yield work / 'teacher1.pt', ['train.py', 'teacher', '--epochs', '3', '--out', 'teacher1']
    yield work / 'teacher.pt', ['train.py', 'teacher', '--start', 'teacher1', '--stage', '2', '--epochs', '1', '--rate', '2e-5', '--out', 'teacher']
    yield work / 'soft1' / 'done', ['soft.py', 'soft1', '--pieces', '230000']
    yield work / 'accurate1.pt', ['train.py', 'accurate', '--epochs', '4', '--out', 'accurate1']
    for shape, start in (('accurate', 'accurate1'), ('fast', 'accurate2')):
        yield work / f'{shape}2.pt', ['distill.py', shape, '--soft', 'soft1', '--start', start, '--epochs', '3', '--out', f'{shape}2']
        yield work / f'{shape}2.calibrated', ['calibrate.py', shape, f'{shape}2.pt', '--done', work / f'{shape}2.calibrated']
    yield work / 'soft' / 'done', ['soft.py', 'soft', '--pieces', '2000000', '--teachers', 'teacher', 'accurate2']    # together they are better than either
    for shape in ('accurate', 'fast'):
        yield work / f'{shape}3.pt', ['distill.py', shape, '--soft', 'soft', '--start', f'{shape}2', '--epochs', '2', '--out', f'{shape}3']
        yield work / f'{shape}.pt', ['average.py', shape, f'{shape}2=3', f'{shape}3=7']
        yield work / f'{shape}.vectors', ['vectors.py', shape, f'{shape}.pt', '--soft', 'soft', '--done', work / f'{shape}.vectors']
        yield work / f'{shape}.calibrated', ['calibrate.py', shape, f'{shape}.pt', '--done', work / f'{shape}.calibrated']
        yield models / f'{shape}.safetensors', ['export.py', shape, work / f'{shape}.pt', models / f'{shape}.safetensors', '--name', shape, '--precision', 'int8', '--run', 'recipe']
        yield work / f'{shape}.figures', ['judge.py', shape, f'{shape}.pt', '--out', work / f'{shape}.figures']
    yield models / 'README.md', ['card.py', models]


def trial(work):
    """Small and quick, nothing of it is kept: the trained weights of a trial are worth nothing."""
    for shape in ('teacher', 'fast'):
        yield work / f'{shape}.pt', ['train.py', shape, '--limit', '2', '--epochs', '1', '--steps', '2']
    yield work / 'soft' / 'done', ['soft.py', 'soft', '--pieces', '1']
    yield work / 'distilled.pt', ['distill.py', 'fast', '--limit', '2', '--epochs', '1', '--steps', '2', '--out', 'distilled']
    yield work / 'fast.safetensors', ['export.py', 'fast', work / 'distilled.pt', work / 'fast.safetensors', '--name', 'fast', '--precision', 'int8', '--run', 'trial']


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('--trial', action='store_true')
    a = ap.parse_args()
    work = bases.WORK / 'trial' if a.trial else bases.WORK
    environment = dict(os.environ, FIRSTHAND_TRAINING=str(work))
    if a.trial:
        shutil.rmtree(work, ignore_errors=True)
    for made, command in trial(work) if a.trial else steps(work, HERE.parent / 'models'):
        if made.exists():
            continue
        print('recipe:', *command, flush=True)
        made.parent.mkdir(parents=True, exist_ok=True)
        if subprocess.run([sys.executable, HERE / command[0], *map(str, command[1:])], env=environment).returncode or not made.exists():
            sys.exit(f'recipe: {command[0]} did not make {made}')
    print('recipe: done')


if __name__ == '__main__':
    main()
