"""How sure an attribution is: logistic regression from decode.evidence to right or wrong, on gold documents that the network was not
trained on (labels.held_out), written into its weights.

usage: calibrate.py SHAPE WEIGHTS [--done FILE]
"""
import argparse, os, pathlib

os.environ.setdefault('OMP_WAIT_POLICY', 'passive')
import numpy as np
import torch

import judge, labels
from bases import WORK
from network import Network


def fit(x, y, decay=1.0, rounds=50):
    """Newton's method; the first column is the constant and has no decay."""
    w, ridge = np.zeros(x.shape[1]), decay * np.eye(x.shape[1])
    ridge[0, 0] = 0
    for _ in range(rounds):
        p = 1 / (1 + np.exp(-x @ w))
        w += np.linalg.solve(x.T @ (x * (p * (1 - p))[:, None]) + ridge + 1e-6 * np.eye(len(w)), x.T @ (y - p) - ridge @ w)
    return w


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument('shape')
    ap.add_argument('weights')
    ap.add_argument('--done', help='a file to make at the end')
    a = ap.parse_args()
    network = Network(a.shape)
    state = torch.load(WORK / a.weights)
    network.load_state_dict(state)
    polnear = [d for d in labels.polnear('train') if labels.held_out(d)]
    newsroom = [d for d in labels.newsroom('train') + labels.own() if labels.held_out(d)]
    pairs = judge.right_polnear(polnear, judge.found(network, polnear)) + judge.right_newsroom(newsroom, judge.found(network, newsroom))
    x, y = np.array([e for e, _ in pairs]), np.array([r for _, r in pairs], dtype=float)
    state['calibration'] = torch.tensor(fit(x, y), dtype=torch.float32)
    torch.save(state, WORK / a.weights)
    if a.done:
        pathlib.Path(a.done).touch()
    print(f'{len(y)} attributions of {len(polnear) + len(newsroom)} documents, {100 * y.mean():.1f} % right; calibration', state['calibration'].numpy().round(2))


if __name__ == '__main__':
    main()
