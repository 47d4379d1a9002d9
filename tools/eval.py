#!/usr/bin/env python3
"""Scores `firsthand trace` on the labelled example stories. Standard library only.

usage: eval.py [--bin PATH] [--errors N] [--json] [--floor NAME=PERCENT]...
       eval.py --check      are the labels right? Every labelled text stands in its file, where its span says

Exits 1 below a floor. The labels: tests/labelled/README.md. All offsets are code points, half open.
"""
import argparse, collections, gzip, json, os, re, subprocess, sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
EXAMPLES = os.path.join(ROOT, 'examples')
LABELS = os.path.join(ROOT, 'tests', 'labelled')
# What `make eval` holds the program to; --floor overrides one of them.
FLOORS = {'stories': 95, 'copies': 95, 'quotations found': 94, 'precision of direct ones': 85, 'speaker right': 75, 'same utterance': 85}


# ---------------------------------------------------------------- labels

def read_text(doc):
    """The text of a labelled document, just as its file holds it."""
    with open(os.path.join(EXAMPLES, doc['file']), 'rb') as f:
        raw = f.read()
    text = (gzip.decompress(raw) if doc['file'].endswith('.gz') else raw).decode('utf-8')
    if 'record' not in doc:
        return text
    records = json.loads(text) if text.lstrip().startswith('[') else [json.loads(line) for line in text.splitlines() if line.strip()]
    record = records[doc['record'] - 1]
    return record.get('text') or record['maintext']


def read_stories():
    stories = []
    for name in sorted(os.listdir(LABELS)):
        folder = os.path.join(LABELS, name)
        if os.path.isdir(folder):
            with open(os.path.join(folder, 'gold.json'), encoding='utf-8') as gold, open(os.path.join(folder, 'docs.json'), encoding='utf-8') as docs:
                story = json.load(gold)
                story['docs'] = json.load(docs)
            story['texts'] = {d['doc']: read_text(d) for d in story['docs']}
            stories.append(story)
    return stories


def nth_place(text, part, nth):
    begin = -1
    for _ in range(nth):
        begin = text.find(part, begin + 1)
        if begin < 0:
            return None
    return [begin, begin + len(part)]


def find_label_faults(story):
    faults = []
    speakers = {s['name'] for s in story['speakers']} | {'the article'}
    labelled = [(q['id'], q, q['text'], q['speaker']) for q in story['quotes']]
    labelled += [(c['id'], p, p['evidence'], p['holder']) for c in story['claims'] for p in c['positions']]
    for what, label, part, who in labelled:
        if nth_place(story['texts'][label['doc']], part, label['nth']) != label['span']:
            faults.append(f'{story["id"]} {what}: not at {label["span"]} of {label["doc"]}: {part[:60]}')
        if who not in speakers:
            faults.append(f'{story["id"]} {what}: no such speaker: {who}')
    for claim in story['claims']:
        sides = collections.Counter(o['side'] for o in claim['origins'])
        if (sides['supports'], sides['denies']) != (claim['independent_supporting_origins'], claim['independent_denying_origins']):
            faults.append(f'{story["id"]} {claim["id"]}: its origins do not add up to its counts')
    return faults


# ---------------------------------------------------------------- measures

def plain(name):
    return re.sub(r'^(the|a|an) ', '', re.sub(r'[^\w ]', '', (name or '').casefold())).strip()


def bcubed(gold, found):
    """B-cubed precision, recall and F1 in per cent (Bagga and Baldwin 1998). An item that was not found is alone."""
    found = {i: found.get(i, ('alone', i)) for i in gold}
    gold_members, found_members = collections.defaultdict(set), collections.defaultdict(set)
    for i in gold:
        gold_members[gold[i]].add(i)
        found_members[found[i]].add(i)
    both = {i: len(gold_members[gold[i]] & found_members[found[i]]) for i in gold}
    precision = sum(both[i] / len(found_members[found[i]]) for i in gold) / len(gold)
    recall = sum(both[i] / len(gold_members[gold[i]]) for i in gold) / len(gold)
    return 100 * precision, 100 * recall, 200 * precision * recall / (precision + recall)


def pairs_within(labels, usable=lambda a, b: True):
    groups = collections.defaultdict(list)
    for item, label in labels.items():
        if label is not None:
            groups[label].append(item)
    return {(a, b) for g in groups.values() for a in g for b in g if a < b and usable(a, b)}


def pair_f1(gold, found):
    return 200 * len(gold & found) / (len(gold) + len(found)) if gold or found else 100.0


def shared(span, other):
    return max(0, min(span[1], other[1]) - max(span[0], other[0]))


def covered(span, spans):
    return sum(shared(span, (s['begin'], s['end'])) for s in spans) >= .5 * (span[1] - span[0])


# ---------------------------------------------------------------- scoring

class Score:
    """The counts of one run over all stories."""

    def __init__(self, trace, stories):
        self.trace, self.stories = trace, stories
        self.entities = {e['id']: e for e in trace['entities']}
        self.counts, self.wrong = collections.Counter(), []
        self.ids = {}  # (story, doc) -> id in the trace
        for story in stories:
            for doc in story['docs']:
                self.ids[story['id'], doc['doc']] = self.find_id(doc)
        self.copies = {(s['id'], d['doc']): d['copy_group'] and (s['id'], d['copy_group']) for s in stories for d in s['docs']}

    def find_id(self, doc):
        for d in self.trace['documents']:
            if d['id'] == doc.get('id') or ('record' not in doc and os.path.basename(d['path']) == doc['file']):
                return d['id']
        sys.exit(f'eval: {doc} is not among the documents of the trace')

    def is_speaker(self, entity_id, speaker):
        entity = self.entities.get(entity_id)
        if entity is None:
            return False
        if speaker['kind'] == 'anonymous':
            relay = self.entities.get(entity.get('relay')) or {}
            return entity['kind'] == 'unnamed' and plain(relay.get('name')) == plain(speaker['relay'])
        names = {plain(n) for n in [speaker['name'], *speaker['aliases']]}
        return bool(names & {plain(n) for n in [entity['name'], *entity.get('aliases', [])]})

    def count_quotes(self, story):
        speakers = {s['name']: s for s in story['speakers']}
        of_doc = collections.defaultdict(list)
        for a in self.trace['attributions']:
            of_doc[a['document']].append(a)
        for quote in story['quotes']:
            self.counts['quotes'] += 1
            candidates = [a for a in of_doc[self.ids[story['id'], quote['doc']]] if covered(quote['span'], a['content'])]
            if not candidates:
                self.wrong.append((story['id'], quote['doc'], 'not found', quote['text'][:60]))
                continue
            self.counts['found'] += 1
            best = min(candidates, key=lambda a: sum(s['end'] - s['begin'] for s in a['content']))
            if self.is_speaker(best.get('speaker'), speakers[quote['speaker']]):
                self.counts['speaker'] += 1
            else:
                name = (self.entities.get(best.get('speaker')) or {}).get('name')
                self.wrong.append((story['id'], quote['doc'], f'speaker {name!r}, not {quote["speaker"]!r}', quote['text'][:50]))
        for doc in story['docs']:
            gold = [q['span'] for q in story['quotes'] if q['doc'] == doc['doc']]
            for a in of_doc[self.ids[story['id'], doc['doc']]]:
                words = sum(len(story['texts'][doc['doc']][s['begin']:s['end']].split()) for s in a['content'])
                if a['kind'] == 'direct' and words >= 3:
                    right = any(shared(g, (s['begin'], s['end'])) for g in gold for s in a['content'])
                    self.counts['direct'] += 1
                    self.counts['direct right'] += right
                    if not right:
                        place = a['content'][0]
                        self.wrong.append((story['id'], doc['doc'], 'no quotation', story['texts'][doc['doc']][place['begin']:place['end']][:60]))

    def utterance_pairs(self):
        gold, found = {}, {}
        for story in self.stories:
            for quote in story['quotes']:
                key = (story['id'], quote['id'], quote['doc'])
                gold[key] = (story['id'], quote['utterance'])
                found[key] = None
                for utterance in self.trace['utterances']:
                    for m in utterance['members']:
                        if m['document'] == self.ids[story['id'], quote['doc']] and covered(quote['span'], m.get('spans') or [m]):
                            found[key] = utterance['id']
        across = lambda a, b: a[0] != b[0] or a[2] != b[2]
        gold, found = pairs_within(gold, across), pairs_within(found, across)
        self.wrong += [(a[0], 'utterance missed', a[1:], b[1:]) for a, b in sorted(gold - found)]
        self.wrong += [(a[0], 'utterance too much', a[1:], b[1:]) for a, b in sorted(found - gold)]
        return pair_f1(gold, found)

    def figures(self):
        group_of = {kind: {d: g['id'] for g in self.trace[kind] for d in g['documents']} for kind in ('stories', 'copies')}
        for story in self.stories:
            self.count_quotes(story)
        c = self.counts
        share = lambda a, b: 100 * c[a] / c[b] if c[b] else 0.0
        keys = list(self.ids)
        return {'stories': bcubed({k: k[0] for k in keys}, {k: group_of['stories'].get(self.ids[k]) for k in keys})[2],
                'copies': pair_f1(pairs_within(self.copies), pairs_within({k: group_of['copies'].get(self.ids[k]) for k in keys})),
                'quotations found': share('found', 'quotes'), 'precision of direct ones': share('direct right', 'direct'),
                'speaker right': share('speaker', 'quotes'), 'same utterance': self.utterance_pairs()}


def trace_examples(binary):
    p = subprocess.run([binary, 'trace', EXAMPLES, '--json', '-'], capture_output=True, timeout=600)
    if p.returncode not in (0, 3):
        sys.exit(f'eval: {binary} trace exited {p.returncode}: {p.stderr.decode("utf-8", "replace").strip()[-600:]}')
    return json.loads(p.stdout)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--bin', default=os.environ.get('FIRSTHAND_BIN', 'firsthand'))
    parser.add_argument('--check', action='store_true', help='check the labels and run nothing')
    parser.add_argument('--errors', type=int, default=0, help='show the first N mistakes')
    parser.add_argument('--json', action='store_true')
    parser.add_argument('--floor', action='append', default=[], metavar='NAME=PERCENT')
    args = parser.parse_args()
    stories = read_stories()
    faults = [f for s in stories for f in find_label_faults(s)]
    if faults or args.check:
        print('\n'.join(faults) or f'{sum(len(s["quotes"]) for s in stories)} quotations of {len(stories)} stories stand where their labels say')
        return bool(faults)
    score = Score(trace_examples(args.bin), stories)
    figures = score.figures()
    floors = {**FLOORS, **{k: float(v) for k, v in (f.split('=', 1) for f in args.floor)}}
    if unknown := floors.keys() - figures.keys():
        parser.error(f'no such figure: {", ".join(sorted(unknown))}; there are {", ".join(figures)}')
    for w in score.wrong[:args.errors]:
        print('  wrong:', *w, file=sys.stderr)
    if args.json:
        print(json.dumps(figures))
    else:
        print(f'{"":26}  found   floor')
        for name, value in figures.items():
            print(f'{name:26} {value:6.1f}  {floors[name]:6.1f}{"" if value >= floors[name] else "   below"}')
    return any(value < floors[name] for name, value in figures.items())


if __name__ == '__main__':
    sys.exit(main())
