"""Two things on gold documents that the network was not trained on (labels.held_out), written into its weights (once: the weights must come from the training):
how willing each role is (exact F1 is best at another threshold than the likeliest tags: a constant is taken from the score of O), and
how sure an attribution is (logistic regression from decode.evidence to right or wrong).

usage: calibrate.py SHAPE WEIGHTS [--done FILE]
"""
import argparse, os, pathlib

os.environ.setdefault('OMP_WAIT_POLICY', 'passive')
import numpy as np
import torch

import decode, judge, labels
from bases import WORK
from network import NESTED, OUTER, ROLE_TAGS, ROLES, STEPS, Network


def fit(x, y, decay=1.0, rounds=50):
    """Newton's method; the first column is the constant and has no decay."""
    w, ridge = np.zeros(x.shape[1]), decay * np.eye(x.shape[1])
    ridge[0, 0] = 0
    for _ in range(rounds):
        p = 1 / (1 + np.exp(-x @ w))
        w += np.linalg.solve(x.T @ (x * (p * (1 - p))[:, None]) + ridge + 1e-6 * np.eye(len(w)), x.T @ (y - p) - ridge @ w)
    return w


WILLING = (0.0, 0.25, 0.5, 0.75, 1.0)


def found(network, documents, coded, shift):
    """As judge.found, with `shift` (one for each role) taken from the scores of O."""
    out = {}
    for d, (logits, states) in zip(documents, coded):
        logits = logits.copy()
        for first in (OUTER, NESTED):
            logits[:, first:first + ROLE_TAGS:len(STEPS)] -= shift
        out[d.id] = [dict(a, **{r: decode.places(d.pieces, a[r]) for r in ROLES}) for a in decode.attributions(network, logits, states)]
    return out


def most_willing(network, polnear, newsroom):
    """The shift of each role that makes exact F1 of the roles and F1 of whole attributions best together; one role after the other."""
    coded = [decode.encode(network, [d.pieces for d in documents]) for documents in (polnear, newsroom)]
    shift = np.zeros(len(ROLES), np.float32)
    for role in range(len(ROLES)):
        scores = []
        for s in WILLING:
            shift[role] = s
            first, second = found(network, polnear, coded[0], shift), found(network, newsroom, coded[1], shift)
            scores.append(sum(judge.judge_polnear(polnear, first).values()) + 2 * judge.judge_newsroom(newsroom, second)['F1'])
        shift[role] = WILLING[int(np.argmax(scores))]
    return shift


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
    shift = most_willing(network, polnear, newsroom)
    for first in (OUTER, NESTED):
        state['tags.bias'][first:first + ROLE_TAGS:len(STEPS)] -= torch.from_numpy(shift)
    network.load_state_dict(state)
    pairs = judge.right_polnear(polnear, judge.found(network, polnear)) + judge.right_newsroom(newsroom, judge.found(network, newsroom))
    x, y = np.array([e for e, _ in pairs]), np.array([r for _, r in pairs], dtype=float)
    state['calibration'] = torch.tensor(fit(x, y), dtype=torch.float32)
    torch.save(state, WORK / a.weights)
    if a.done:
        pathlib.Path(a.done).touch()
    print('willingness of', dict(zip(ROLES, shift.tolist())))
    print(f'{len(y)} attributions of {len(polnear) + len(newsroom)} documents, {100 * y.mean():.1f} % right; calibration', state['calibration'].numpy().round(2))


if __name__ == '__main__':
    main()
