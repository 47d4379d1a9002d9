"""Scores weights on the development sets, as ../shared/eval/score.py counts them (exact spans; whole attributions by overlap).

usage: judge.py SHAPE WEIGHTS [--length N] [--overlap N] [--out FILE]
"""
import argparse, os, pathlib, re

os.environ.setdefault('OMP_WAIT_POLICY', 'passive')
import numpy as np
import torch

import decode, labels
from bases import WORK
from network import ROLES, Network


def f1(right, predicted, gold):
    return 200 * right / (predicted + gold) if predicted + gold else 0.0


def chars(spans):
    return {i for b, e in spans for i in range(b, e)}


def trim(text, b, e):
    while b < e and text[b].isspace():
        b += 1
    while e > b and text[e - 1].isspace():
        e -= 1
    return b, e


def found(network, documents, **options):
    """-> {document id: attributions with spans in code points}"""
    coded = decode.encode(network, [d.pieces for d in documents], **options)
    out = {}
    for d, (logits, states) in zip(documents, coded):
        out[d.id] = [dict(a, **{r: decode.places(d.pieces, a[r]) for r in ROLES}) for a in decode.attributions(network, logits, states)]
    return out


def spans_polnear(documents, out):
    """Exact F1 of each role."""
    score = {}
    for role in ROLES:
        right = predicted = gold = 0
        for d in documents:
            g = {trim(d.text, *s) for a in d.gold for s in a[role]}
            p = {trim(d.text, *s) for a in out[d.id] if not a['level'] for s in a[role]}
            right, predicted, gold = right + len(g & p), predicted + len(p), gold + len(g)
        score[role] = f1(right, predicted, gold)
    return score


def match_polnear(d, found):
    """Indices of `found` that are right: contents and sources overlap by half, cues touch."""
    pool, used = [{r: chars(a[r]) for r in ROLES} for a in found], set()
    for a in d.gold:
        want = {r: chars(a[r]) for r in ROLES}
        for i, have in enumerate(pool):
            iou = lambda r: len(want[r] & have[r]) / len(want[r] | have[r]) if want[r] | have[r] else 1.0
            if i not in used and iou('content') >= .5 and iou('source') >= .5 and bool(want['cue'] & have['cue']) >= bool(want['cue']):
                used.add(i)
                break
    return used


def match_newsroom(d, found):
    """{index of gold: index of `found`}: contents overlap by half, cues touch where both have one."""
    pool, match = [(chars(a['content']), chars(a['cue'])) for a in found], {}
    order = sorted(((len(g & h) / len(g | h), i, j) for i, a in enumerate(d.gold) for g in [chars(a['content'])] for j, (h, _) in enumerate(pool) if g & h), reverse=True)
    for iou, i, j in order:
        cue = chars(d.gold[i]['cue'])
        if iou >= .5 and i not in match and j not in match.values() and (not cue or not pool[j][1] or cue & pool[j][1]):
            match[i] = j
    return match


def shown_polnear(d, out):
    return [a for a in out[d.id] if not a['level']]


def shown_newsroom(d, out, nested=True):
    return [a for a in out[d.id] if a['act'] != 'attitude' and (nested or not a['level'])]


def judge_polnear(documents, out):
    right = sum(len(match_polnear(d, shown_polnear(d, out))) for d in documents)
    return dict(spans_polnear(documents, out), whole=f1(right, sum(len(shown_polnear(d, out)) for d in documents), sum(len(d.gold) for d in documents)))


def judge_newsroom(documents, out, nested=True):
    right, predicted, gold, marked, plain = 0, 0, 0, [0, 0], [0, 0]
    for d in documents:
        found = shown_newsroom(d, out, nested)
        match = match_newsroom(d, found)
        right, predicted, gold = right + len(match), predicted + len(found), gold + len(d.gold)
        for i, a in enumerate(d.gold):
            kind = marked if re.search('["\u201c\u201d]', ''.join(d.text[b:e] for b, e in a['content'])) else plain
            kind[0] += i in match
            kind[1] += 1
    return {'F1': f1(right, predicted, gold), 'P': 100 * right / max(1, predicted), 'R': 100 * right / gold, 'marked R': 100 * marked[0] / marked[1], 'plain R': 100 * plain[0] / plain[1]}


def right_polnear(documents, out):
    """[(evidence, right)] of all attributions that would be shown."""
    return [(a['evidence'], i in used) for d in documents for found in [shown_polnear(d, out)] for used in [match_polnear(d, found)] for i, a in enumerate(found)]


def right_newsroom(documents, out):
    return [(a['evidence'], j in used) for d in documents for found in [shown_newsroom(d, out)] for used in [set(match_newsroom(d, found).values())] for j, a in enumerate(found)]


def calibration_error(network, pairs, bins=10):
    """Expected calibration error (Guo et al. 2017) in per cent, bins of equal width."""
    x, y = np.array([e for e, _ in pairs]), np.array([r for _, r in pairs], dtype=float)
    p = 1 / (1 + np.exp(-x @ network.calibration.numpy().astype(float)))
    index = np.minimum((p * bins).astype(int), bins - 1)
    return 100 * sum(abs(y[index == b].mean() - p[index == b].mean()) * (index == b).mean() for b in range(bins) if (index == b).any())


def judge_names(network, documents, **options):
    right = predicted = gold = 0
    for d, (logits, _) in zip(documents, decode.encode(network, [d.pieces for d in documents], **options)):
        p = {(int(d.pieces.begin[a]), int(d.pieces.end[b - 1]), k) for a, b, k in decode.names(logits)}
        g = set(d.gold)
        right, predicted, gold = right + len(p & g), predicted + len(p), gold + len(g)
    return f1(right, predicted, gold)


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument('shape')
    ap.add_argument('weights')
    ap.add_argument('--length', type=int, default=decode.LENGTH)
    ap.add_argument('--overlap', type=int, default=decode.OVERLAP)
    ap.add_argument('--out', help='write the figures here too')
    a = ap.parse_args()
    lines = []

    def say(name, score):
        lines.append(f'{name:<14}' + '  '.join(f'{k} {v:.1f}' for k, v in score.items()))
        print(lines[-1], flush=True)

    network = Network(a.shape)
    network.load_state_dict(torch.load(WORK / a.weights if '/' not in a.weights else a.weights))
    options = {'length': a.length, 'overlap': a.overlap}
    dev = labels.polnear('dev')
    out = found(network, dev, **options)
    say('polnear dev', dict(judge_polnear(dev, out), **({'ECE': calibration_error(network, right_polnear(dev, out))} if hasattr(network, 'calibration') else {})))
    visible = labels.newsroom('visible')
    out = found(network, visible, **options)
    say('newsroom', dict(judge_newsroom(visible, out), **({'ECE': calibration_error(network, right_newsroom(visible, out))} if hasattr(network, 'calibration') else {})))
    say('  outer only', judge_newsroom(visible, out, nested=False))
    say('names', {'F1': judge_names(network, labels.names('dev'), **options)})
    if a.out:
        pathlib.Path(a.out).write_text('\n'.join(lines) + '\n')


if __name__ == '__main__':
    main()
