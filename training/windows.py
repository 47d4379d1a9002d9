"""Documents -> batches of windows. Training windows follow each other without overlap, from a new random start in each epoch."""
import dataclasses, random

import numpy as np
import torch

from labels import UNKNOWN
from pieces import CLS, PAD, SEP

LENGTH = 254                 # pieces between [CLS] and [SEP]


@dataclasses.dataclass
class Window:
    document: object         # Labelled
    begin: int               # pieces
    end: int

    def __len__(self):
        return self.end - self.begin


def cut(documents, rng, length=LENGTH):
    """Covers every document once. The first cut is random, so that no place is always at an edge."""
    out = []
    for d in documents:
        n = len(d.pieces)
        at = 0
        end = n if n <= length else rng.randint(length // 4, length)
        while at < n:
            out.append(Window(d, at, min(end, n)))
            at, end = end, end + length
    return out


def batches(windows, rng, budget=4096):
    """Windows of like length together, `budget` pieces with padding in each; order random."""
    windows = sorted(windows, key=lambda w: (len(w) // 16, rng.random()))
    out, batch = [], []
    for w in windows:
        if batch and (len(batch) + 1) * (max(len(w), max(map(len, batch))) + 2) > budget:
            out.append(batch)
            batch = []
        batch.append(w)
    if batch:
        out.append(batch)
    rng.shuffle(out)
    return out


def inputs(batch):
    """-> ids [b, n], features [b, n, 4], real [b, n]"""
    n = max(len(w) for w in batch) + 2
    ids, features, real = np.full((len(batch), n), PAD), np.zeros((len(batch), n, 4), np.int64), np.zeros((len(batch), n), bool)
    for i, w in enumerate(batch):
        p, k = w.document.pieces, len(w)
        ids[i, 0], ids[i, 1:k + 1], ids[i, k + 1] = CLS, p.id[w.begin:w.end], SEP
        features[i, 1:k + 1] = p.features[w.begin:w.end]
        features[i, 0, 3] = features[i, k + 1, 3] = p.features[w.begin, 3]
        real[i, :k + 2] = True
    return torch.from_numpy(ids), torch.from_numpy(features), torch.from_numpy(real)


def targets(batch, field, width=None):
    n = max(len(w) for w in batch) + 2
    first = getattr(batch[0].document, field)
    out = np.full((len(batch), n) + first.shape[1:], UNKNOWN)
    for i, w in enumerate(batch):
        out[i, 1:len(w) + 1] = getattr(w.document, field)[w.begin:w.end]
    return torch.from_numpy(out)
