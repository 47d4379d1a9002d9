"""Fine-tunes a network on the gold labels: the teacher, or a small one without a teacher.

usage: train.py SHAPE [--epochs N] [--rate R] [--start NAME --stage 2] [--out NAME] [--threads N] [--seed N] [--limit N] [--steps N]

Resumes from build/training/NAME.checkpoint when there is one; writes build/training/NAME.pt.
"""
import argparse, math, os, random

os.environ.setdefault('OMP_WAIT_POLICY', 'passive')
import torch

import labels
from bases import WORK
from loop import train
from losses import gold_loss
from network import Network
from windows import batches, cut, inputs

RATES = {'teacher': 6e-5, 'accurate': 3e-4, 'fast': 5e-4}


def load_sets(limit=None, kept_back=False, own=True):
    """Gold documents of each set; `kept_back`: without those that scores are calibrated on; `own`: with our labels beside newsroom's."""
    keep = lambda every: [d for d in every[:limit] if not (kept_back and labels.held_out(d))]
    newsroom = keep(labels.newsroom('train')) + (keep(labels.own()) if own else [])
    return {'polnear': keep(labels.polnear('train')), 'newsroom': newsroom, 'insides': labels.insides(newsroom), 'names': labels.names('train')[:limit]}


def gold_windows(sets, rng, times=(1, 3, 2, 1 / 3)):
    """One epoch: how often each document of polnear, newsroom, contents of newsroom, and names."""
    out = []
    for name, often in zip(('polnear', 'newsroom', 'insides', 'names'), times):
        for done in range(math.ceil(often)):
            windows = cut(sets[name], rng)
            if often - done < 1:
                rng.shuffle(windows)
            out += windows[:int(len(windows) * min(often - done, 1))]
    return out


STAGES = {1: (1, 3, 2, 1 / 3), 2: (1 / 4, 1, 1 / 2, 1 / 6)}     # 2: what newsroom's guide says, with a part of the rest against forgetting


def run(network, batch):
    """-> logits, states, pieces"""
    ids, features, real = inputs(batch)
    with torch.autocast('cpu', dtype=torch.bfloat16):
        logits, states = network(ids, features, real)
    return logits, states, int(real.sum())


def loss_of(network, batch):
    logits, states, pieces = run(network, batch)
    return *gold_loss(network, logits, states, batch), pieces


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument('shape', choices=RATES)
    ap.add_argument('--epochs', type=int, default=3)
    ap.add_argument('--rate', type=float)
    ap.add_argument('--out')
    ap.add_argument('--start', help='weights to go on from, in place of the base')
    ap.add_argument('--stage', type=int, default=1, choices=STAGES, help='2: mostly by newsroom\'s guide')
    ap.add_argument('--threads', type=int, default=os.cpu_count())
    ap.add_argument('--seed', type=int, default=1)
    ap.add_argument('--limit', type=int, help='documents of each set')
    ap.add_argument('--steps', type=int, help='the first so many alone: a trial')
    a = ap.parse_args()
    torch.set_num_threads(a.threads)
    torch.manual_seed(a.seed)
    network = Network(a.shape).load_base()
    if a.start:
        network.load_state_dict(torch.load(WORK / f'{a.start}.pt'))
    sets = load_sets(a.limit, own=a.stage == 2)
    plan = [b for epoch in range(a.epochs) for b in batches(gold_windows(sets, random.Random(f'{a.seed} {epoch}'), STAGES[a.stage]), random.Random(f'{a.seed} {epoch} order'))]
    train(network, plan[:a.steps], loss_of, a.out or a.shape, a.rate or RATES[a.shape], a.seed)


if __name__ == '__main__':
    main()
