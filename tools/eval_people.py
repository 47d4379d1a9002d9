#!/usr/bin/env python3
"""Counts persons that `firsthand trace` takes for one although the dossiers' labels hold them apart. Standard library only.

usage: eval_people.py [--bin PATH] [--data FOLDER] [--most PERCENT]

All dossiers are traced in one run. A labelled person is found as an entity when a quotation labelled as hers is given to it and it bears one
of her names. A pair of persons, of one dossier or of two, is merged wrongly when both are found as the same entity. Exits 1 above --most.
"""
import argparse, itertools, json, os, subprocess, sys, tempfile

from eval import plain

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def read_dossiers(folder):
    for name in sorted(os.listdir(folder)):
        gold = os.path.join(folder, name, 'gold.json')
        if os.path.exists(gold):
            with open(gold, encoding='utf-8') as f, open(os.path.join(folder, name, 'docs.json'), encoding='utf-8') as docs:
                yield name, json.load(f), [d['doc'] for d in json.load(docs)]


def overlap(place, span):
    return max(0, min(place['end'], span[1]) - max(place['begin'], span[0]))


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument('--bin', default=os.path.join(ROOT, 'build', 'release', 'firsthand'))
    ap.add_argument('--data', default=os.path.join(ROOT, '..', 'shared', 'data', 'dossiers'))
    ap.add_argument('--most', type=float, default=1.0, help='per cent of pairs')
    a = ap.parse_args()
    dossiers = list(read_dossiers(a.data))
    with tempfile.NamedTemporaryFile('w', suffix='.jsonl', encoding='utf-8') as together:
        for name, _, docs in dossiers:
            for doc in docs:
                with open(os.path.join(a.data, name, doc + '.txt'), encoding='utf-8', newline='') as f:
                    together.write(json.dumps({'id': f'{name}/{doc}', 'text': f.read()}) + '\n')
        together.flush()
        ran = subprocess.run([a.bin, 'trace', together.name, '--json', '-'], capture_output=True, text=True)
    if ran.returncode not in (0, 3):
        sys.exit(f'eval_people: trace exited {ran.returncode}: {ran.stderr[-500:]}')
    trace = json.loads(ran.stdout)
    called = {e['id']: {plain(n) for n in [e['name']] + e.get('aliases', [])} for e in trace['entities']}
    by_document = {}
    for one in trace['attributions']:
        by_document.setdefault(one['document'], []).append(one)
    persons, found = {}, {}
    for name, gold, _ in dossiers:
        for speaker in gold['speakers']:
            if speaker['kind'] == 'person':
                persons.setdefault(plain(speaker['name']), set()).update(plain(n) for n in [speaker['name']] + speaker.get('aliases', []))
        for quote in gold['quotes']:
            who = plain(quote['speaker'])
            for one in by_document.get(f"{name}/{quote['doc']}", []):
                held = sum(overlap(place, quote['span']) for place in one['content'])
                if who in persons and 2 * held >= quote['span'][1] - quote['span'][0] and persons[who] & called.get(one.get('speaker'), set()):
                    found.setdefault(who, set()).add(one['speaker'])
    pairs = list(itertools.combinations(sorted(found), 2))
    merged = [(x, y) for x, y in pairs if found[x] & found[y] and not persons[x] & persons[y]]
    for x, y in merged:
        print(f'  one entity for two persons: {x}, {y}')
    share = 100 * len(merged) / len(pairs) if pairs else 0.0
    print(f'people: {len(found)} of {len(persons)} labelled persons found; {len(merged)} of {len(pairs)} pairs merged wrongly ({share:.2f} %, at most {a.most:g} %)')
    sys.exit(share > a.most)


if __name__ == '__main__':
    main()
