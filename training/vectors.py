"""Fits the vector head by ridge regression: from the mean states of passages to what the original MiniLM says of them (soft.py). The trunk
stays as it is; in training the head learns beside tasks that pull harder.

usage: vectors.py accurate|fast WEIGHTS --soft NAME [--articles N] --done FILE     changes build/training/WEIGHTS in place
"""
import argparse, os, pathlib

os.environ.setdefault('OMP_WAIT_POLICY', 'passive')
import numpy as np
import torch

import decode
from bases import WORK
from distill import load_soft
from network import Network
from soft import PART

PENALTIES = (0.01, 0.1, 1, 10, 100)


def passages(network, articles):
    """Mean states [n, width] and their directions [n, VECTOR_WIDTH], in the order of the articles."""
    states = decode.encode(network, [a.pieces for a in articles])
    x = [s[b:e].mean(0) for a, (_, s) in zip(articles, states) for b, e in a.spans]
    return np.stack(x).astype(np.float64), np.concatenate([a.vectors for a in articles]).astype(np.float64)


def fit(x, y, penalty):
    """Ridge regression (Hoerl and Kennard 1970) -> weights [VECTOR_WIDTH, width], bias"""
    mean, centre = x.mean(0), y.mean(0)
    xc = x - mean
    w = np.linalg.solve(xc.T @ xc + penalty * np.eye(x.shape[1]), xc.T @ (y - centre)).T
    return w, centre - w @ mean


def cosine(x, y, w, b):
    made = x @ w.T + b
    return float(((made * y).sum(1) / np.linalg.norm(made, axis=1)).mean())


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument('shape')
    ap.add_argument('weights')
    ap.add_argument('--soft', default='soft')
    ap.add_argument('--articles', type=int, default=1600)
    ap.add_argument('--done', type=pathlib.Path, required=True, help='written when it is done')
    a = ap.parse_args()
    network = Network(a.shape)
    network.load_state_dict(torch.load(WORK / a.weights))
    network.eval()
    x, y = passages(network, load_soft(a.soft, -(-a.articles // PART)))
    kept = len(x) // 10
    before = cosine(x[-kept:], y[-kept:], network.vector.weight.detach().numpy(), network.vector.bias.detach().numpy())
    best = max(PENALTIES, key=lambda p: cosine(x[-kept:], y[-kept:], *fit(x[:-kept], y[:-kept], p)))
    w, b = fit(x[:-kept], y[:-kept], best)
    print(f'{a.shape}: vectors of {kept} passages kept back, mean cosine {before:.3f} -> {cosine(x[-kept:], y[-kept:], w, b):.3f}, penalty {best}', flush=True)
    w, b = fit(x, y, best)
    with torch.no_grad():
        network.vector.weight.copy_(torch.from_numpy(w))
        network.vector.bias.copy_(torch.from_numpy(b))
    torch.save(network.state_dict(), WORK / a.weights)
    a.done.touch()


if __name__ == '__main__':
    main()
