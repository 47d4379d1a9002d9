"""A small network learns from a teacher's scores (soft.py) and from the gold labels, in turns.

usage: distill.py accurate|fast [--soft NAME] [--start NAME] [--epochs N] [--rate R] [--out NAME] [--threads N] [--seed N] [--parts N] [--limit N] [--steps N]

Loss of a batch of soft windows: cross entropy with the teacher's probabilities, role by role (Hinton et al. 2015, temperature 1), and
1 - cosine to the original MiniLM's vectors. Loss of a gold batch: losses.py. Links are learned from gold alone.
"""
import argparse, os, random

os.environ.setdefault('OMP_WAIT_POLICY', 'passive')
import numpy as np
import torch
import torch.nn.functional as F

import soft
from bases import WORK
from loop import train
from losses import gold_loss
from network import ACTED, NAMED, OUTER, Network
from pieces import Pieces
from train import RATES, gold_windows, load_sets, run
from windows import Window, batches, cut

SOFT_WEIGHTS = {(c, c + 5): 1 / 3 for c in range(OUTER, OUTER + 15, 5)} | {(c, c + 5): 1 / 6 for c in range(OUTER + 15, NAMED, 5)} | {(NAMED, ACTED): 0.5, (ACTED, ACTED + 4): 0.0}
VECTOR_WEIGHT = 0.5
TIMES = (1, 1, 1 / 2, 1 / 3)          # how often polnear, newsroom, its contents and names are read in an epoch


def kept_layers(state, shape):
    """Of the weights of a network that may be deeper than `shape`, those that `shape` keeps."""
    if not shape.keep or f'layers.{shape.layers}.qkv.weight' not in state:
        return state
    place = {f'layers.{old}.': f'layers.{new}.' for new, old in enumerate(shape.keep)}
    out = {}
    for name, value in state.items():
        layer = '.'.join(name.split('.')[:2]) + '.'
        if not name.startswith('layers.'):
            out[name] = value
        elif layer in place:
            out[name.replace(layer, place[layer], 1)] = value
    return out


class Soft:
    """One article as the teacher saw it."""

    def __init__(self, pieces, scores, spans, vectors):
        self.pieces, self.scores, self.spans, self.vectors = pieces, scores, spans, vectors


def load_soft(folder, most=None):
    out = []
    for path in sorted((WORK / folder).glob('*.npz'))[:most]:
        a = np.load(path)
        ends = np.cumsum(a['size'])
        for k, (end, size) in enumerate(zip(ends, a['size'])):
            cut_ = slice(end - size, end)
            mine = a['spans'][:, 0] == k
            none = np.zeros(size, np.int32)
            out.append(Soft(Pieces(a['id'][cut_], none, none, a['features'][cut_]), a['scores'][cut_], a['spans'][mine, 1:], a['vectors'][mine]))
    return out


def soft_loss(network, logits, states, batch):
    n = logits.shape[1]
    teacher = torch.zeros(len(batch), n, logits.shape[2])
    known = torch.zeros(len(batch), n, dtype=torch.bool)
    for i, w in enumerate(batch):
        teacher[i, 1:len(w) + 1] = torch.from_numpy(np.exp(soft.from_bytes(w.document.scores[w.begin:w.end])))
        known[i, 1:len(w) + 1] = True
    logits, teacher = logits[known], teacher[known]
    total = 0
    for (a, b), weight in SOFT_WEIGHTS.items():
        if weight:
            p = teacher[:, a:b] / teacher[:, a:b].sum(1, keepdim=True)
            total = total - weight * (p * F.log_softmax(logits[:, a:b], 1)).sum(1).mean()
    cosines = []
    for i, w in enumerate(batch):
        inside = [(int(a) - w.begin + 1, int(b) - w.begin + 1, v) for (a, b), v in zip(w.document.spans, w.document.vectors) if a >= w.begin and b <= w.end]
        if inside:
            made = network.vectors(states[i], [(a, b) for a, b, _ in inside])
            cosines.append((made * torch.from_numpy(np.stack([v for _, _, v in inside]).astype(np.float32))).sum(1))
    far = 1 - torch.cat(cosines).mean() if cosines else states.sum() * 0
    return total + VECTOR_WEIGHT * far, {'soft': float(total.detach()), 'far': float(far.detach())}


def loss_of(network, batch):
    logits, states, pieces = run(network, batch)
    loss = soft_loss if isinstance(batch[0].document, Soft) else gold_loss
    return *loss(network, logits, states, batch), pieces


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument('shape', choices=['accurate', 'fast'])
    ap.add_argument('--soft', default='soft', help='the folder that soft.py made')
    ap.add_argument('--epochs', type=int, default=3)
    ap.add_argument('--rate', type=float)
    ap.add_argument('--start', help='weights to go on from, in place of the base; of a deeper network: the layers that this one keeps')
    ap.add_argument('--out')
    ap.add_argument('--threads', type=int, default=os.cpu_count())
    ap.add_argument('--seed', type=int, default=1)
    ap.add_argument('--parts', type=int, help='files of soft labels')
    ap.add_argument('--steps', type=int, help='the first so many alone: a trial')
    ap.add_argument('--limit', type=int, help='documents of each gold set')
    a = ap.parse_args()
    torch.set_num_threads(a.threads)
    torch.manual_seed(a.seed)
    network = Network(a.shape).load_base()
    if a.start:
        network.load_state_dict(kept_layers(torch.load(WORK / f'{a.start}.pt'), network.shape))
    sets, articles = load_sets(a.limit, kept_back=True), load_soft(a.soft, a.parts)
    plan = []
    for epoch in range(a.epochs):
        rng = random.Random(f'{a.seed} {epoch}')
        both = batches(gold_windows(sets, rng, TIMES), rng) + batches(cut(articles, rng), rng)
        rng.shuffle(both)
        plan += both
    train(network, plan[:a.steps], loss_of, a.out or a.shape, a.rate or RATES[a.shape], a.seed)


if __name__ == '__main__':
    main()
