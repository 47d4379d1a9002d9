"""Fine-tunes a network on the gold labels: the teacher, or a small one without a teacher.

usage: train.py SHAPE [--epochs N] [--rate R] [--out NAME] [--threads N] [--seed N] [--limit N] [--steps N]

Resumes from build/training/NAME.checkpoint when there is one; writes build/training/NAME.pt.
"""
import argparse, os, random

os.environ.setdefault('OMP_WAIT_POLICY', 'passive')
import torch

import labels
from loop import train
from losses import gold_loss
from network import Network
from windows import batches, cut, inputs

RATES = {'teacher': 6e-5, 'accurate': 3e-4, 'fast': 5e-4}


def load_sets(limit=None, kept_back=False):
    """Gold documents of each set; `kept_back`: without those that scores are calibrated on."""
    polnear, newsroom = ([d for d in every[:limit] if not (kept_back and labels.held_out(d))] for every in (labels.polnear('train'), labels.newsroom('train')))
    return {'polnear': polnear, 'newsroom': newsroom, 'insides': labels.insides(newsroom), 'names': labels.names('train')[:limit]}


def gold_windows(sets, rng):
    """One epoch: newsroom thrice, its contents twice, a third of the names."""
    out = cut(sets['polnear'], rng)
    for _ in range(3):
        out += cut(sets['newsroom'], rng)
    for _ in range(2):
        out += cut(sets['insides'], rng)
    names = cut(sets['names'], rng)
    rng.shuffle(names)
    return out + names[:len(names) // 3]


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
    ap.add_argument('--threads', type=int, default=os.cpu_count())
    ap.add_argument('--seed', type=int, default=1)
    ap.add_argument('--limit', type=int, help='documents of each set')
    ap.add_argument('--steps', type=int, help='the first so many alone: a trial')
    a = ap.parse_args()
    torch.set_num_threads(a.threads)
    torch.manual_seed(a.seed)
    network = Network(a.shape).load_base()
    sets = load_sets(a.limit)
    plan = [b for epoch in range(a.epochs) for b in batches(gold_windows(sets, random.Random(f'{a.seed} {epoch}')), random.Random(f'{a.seed} {epoch} order'))]
    train(network, plan[:a.steps], loss_of, a.out or a.shape, a.rate or RATES[a.shape], a.seed)


if __name__ == '__main__':
    main()
