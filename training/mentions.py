"""Whom pronouns and descriptions mean: the weights of src/extract/antecedents.cc, learned from labelled speakers.

usage: mentions.py PROGRAM [--weights NAME] [--decay X] [--apart X] [--write]      PROGRAM: build/release/speakers_of_labels; --write: src/extract/antecedent_weights.inc

Log-linear ranking of candidates (Denis & Baldridge 2008): a question's loss is -log of the share of the right candidates. Each kind of question
has weights of its own, drawn to those that all share (`--apart`: how strongly; Daumé 2007), all drawn to 0 (`--decay`). The questions are asked and
described by the program itself, on newsroom train and our own labels with their gold spans, answered as labelled; names are the labelled ones
where there are some, else the network's. Prints the share answered rightly in documents that were left out (five parts in turn).
"""
import argparse, collections, hashlib, json, pathlib, re, subprocess

import numpy as np
import torch

import decode, labels, marks
from bases import WORK
from network import Network
from pieces import split

SOURCE = pathlib.Path(__file__).resolve().parent.parent / 'src' / 'extract'


def constants(file, enumeration):
    """Names of an enumeration in a header of the program."""
    body = re.search(r'enum class ' + enumeration + r' [^{]*\{(.*?)\}', (SOURCE / file).read_text(encoding='utf-8'), re.S)[1]
    return [n for line in body.splitlines() for n in re.findall(r'\w+', line.split('//')[0]) if n != 'count']


def written(speaker, text, number):
    """A speaker of labels/*.jsonl as newsroom writes him; None for a name that stands nowhere as it is. Others that stand nowhere are new each time."""
    if speaker is None:
        return ''
    if speaker['span'] is None:
        return None if speaker['kind'] == 'name' else f'{speaker["kind"]}: number {number}'
    words = text[slice(*speaker['span'])]
    return words if speaker['kind'] == 'name' else f'{speaker["kind"]}: {words}'


def documents():
    """Labelled documents as dicts, speakers as strings."""
    out = labels.rows('newsroom', 'train.jsonl')
    for path in sorted(marks.FOLDER.glob('pile-*.jsonl')):
        out += [dict(d, attributions=[dict(a, speaker=written(a['speaker'], d['text'], i)) for i, a in enumerate(d['attributions'])]) for d in marks.labelled(path.stem)]
    return out


def name_spans(found, weights):
    """{id: [(begin, end, kind)]} of code points: labelled ones, else as the network reads."""
    known = {d['id']: d['names'] for path in sorted(marks.FOLDER.glob('names-*.jsonl')) for d in marks.lines(path)}
    rest = [d for d in found if d['id'] not in known]
    network = Network('accurate')
    network.load_state_dict(torch.load(WORK / f'{weights}.pt'))
    pieces = [split(d['text']) for d in rest]
    for d, p, (logits, _) in zip(rest, pieces, decode.encode(network, pieces)):
        known[d['id']] = [(int(p.begin[a]), int(p.end[b - 1]), kind) for a, b, kind in decode.names(logits)]
    return known


def line_for(d, names):
    """The program's input: places in bytes."""
    at = [0]
    for c in d['text']:
        at.append(at[-1] + len(c.encode()))
    places = lambda spans: [[at[b], at[e]] for b, e in spans]
    return json.dumps({'id': d['id'], 'text': d['text'], 'title': d.get('title') or '', 'outlet': d.get('outlet') or '', 'names': [[at[b], at[e], kind] for b, e, kind in names],
                       'attributions': [{'act': a['act'], 'speaker': 'not known' if a['speaker'] is None else a['speaker'], 'nested': a.get('parent') is not None,
                                         **{r: places(a[r]) for r in ('source', 'cue', 'content')}} for a in d['attributions']]})


def questions(program, found, names):
    """[(part 0…4 of its document, kind, features [candidates, F], right indices)]; none without a right candidate."""
    features, out = len(constants('antecedents.h', 'Feature')), []
    lines = subprocess.run([program, '--questions'], input='\n'.join(line_for(d, names[d['id']]) for d in found) + '\n', stdout=subprocess.PIPE, text=True, check=True).stdout
    for line in map(json.loads, lines.splitlines()):
        if line['right']:
            x = np.zeros((len(line['candidates']), features), np.float32)
            for row, held in zip(x, line['candidates']):
                row[held] = 1
            out.append((int(hashlib.sha256(line['document'].encode()).hexdigest(), 16) % 5, line['asked'], x, line['right']))
    return out


def learn(rows, kinds, decay, apart):
    """-> weights [kinds, F]"""
    groups = []
    for kind in range(kinds):
        mine = [(x, right) for _, k, x, right in rows if k == kind]
        if mine:
            n, f = max(len(x) for x, _ in mine), mine[0][0].shape[1]
            x, there, right = torch.zeros(len(mine), n, f), torch.full((len(mine), n), -1e9), torch.full((len(mine), n), -1e9)
            for i, (one, good) in enumerate(mine):
                x[i, :len(one)], there[i, :len(one)], right[i, good] = torch.from_numpy(one), 0, 0
            groups.append((kind, x, there, right))
    shared, own = torch.zeros(f, requires_grad=True), torch.zeros(kinds, f, requires_grad=True)
    optimise = torch.optim.LBFGS([shared, own], max_iter=300, history_size=20, line_search_fn='strong_wolfe')

    def loss():
        optimise.zero_grad()
        total = decay / 2 * ((shared ** 2).sum() + apart * (own ** 2).sum())
        for kind, x, there, right in groups:
            scores = x @ (shared + own[kind]) + there
            total = total + (torch.logsumexp(scores, 1) - torch.logsumexp(scores + right, 1)).sum()
        total.backward()
        return total

    optimise.step(loss)
    return (shared + own).detach().numpy()


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument('program')
    ap.add_argument('--weights', default='accurate')
    ap.add_argument('--decay', type=float, default=1.0)
    ap.add_argument('--apart', type=float, default=2.0)
    ap.add_argument('--write', action='store_true')
    a = ap.parse_args()
    kinds = constants('source_phrase.h', 'Asked')
    found = documents()
    rows = questions(a.program, found, name_spans(found, a.weights))
    right, of = collections.Counter(), collections.Counter()
    for part in range(5):
        weights = learn([r for r in rows if r[0] != part], len(kinds), a.decay, a.apart)
        for p, kind, x, good in rows:
            if p == part:
                of[kind] += 1
                right[kind] += int((x @ weights[kind]).argmax()) in good
    print(f'{len(found)} documents, {len(rows)} questions, {100 * sum(right.values()) / len(rows):.1f} % right in parts left out: ' +
          ', '.join(f'{name} {100 * right[k] / of[k]:.0f} % of {of[k]}' for k, name in enumerate(kinds) if of[k]))
    if a.write:
        rows = learn(rows, len(kinds), a.decay, a.apart)
        (SOURCE / 'antecedent_weights.inc').write_text(''.join(', '.join(f'{w:.2f}F' for w in row) + ',\n' for row in rows), encoding='utf-8')


if __name__ == '__main__':
    main()
