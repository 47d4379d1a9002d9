"""Teachers' scores on unlabelled articles of the pile, for distillation; made once, in parts that outlive an interruption.

usage: soft.py OUT [--pieces N] [--teachers NAME…] [--threads N]      -> build/training/OUT/PART.npz

Articles are taken in the order of a hash of their id, none that `newsroom` judges by. For each piece the logs of the teachers' mean
probabilities in every tag group are kept as bytes (clipped to -16…0, in steps of 1/16). A teacher has learned no nested roles: its own come
from a second pass over the contents that the first pass found, read by themselves (zone INSIDE); a student has, and sees both in one pass.
A name that begins with "teacher" is of that shape, any other of `accurate`. For the sentence vectors the original
all-MiniLM-L6-v2 says what the lead and some of the contents are about, each read by itself (mean of all its pieces' states, unit length).
"""
import argparse, hashlib, io, json, os

os.environ.setdefault('OMP_WAIT_POLICY', 'passive')
import numpy as np
import torch
import zstandard

import decode, labels
from bases import WORK
from network import ACTED, NAMED, NESTED, OUTER, ROLES, TAGS, Network
from pieces import INSIDE, split
from windows import Window, inputs

CONTENT = OUTER + 5 * ROLES.index('content')
PART = 40                                          # articles in one file
OVERLAP = 64                                       # pieces: what is made once may see more on either side
GROUPS = [(c, c + 5) for c in range(OUTER, NAMED, 5)] + [(NAMED, ACTED), (ACTED, TAGS)]


def articles():
    """The pile in a fixed random order."""
    judged = {d['id'] for d in labels.rows('newsroom', 'visible.jsonl')}
    with open(labels.DATA / 'pile' / 'articles.jsonl.zst', 'rb') as f:
        lines = io.TextIOWrapper(zstandard.ZstdDecompressor().stream_reader(f), encoding='utf-8')
        found = [d for d in map(json.loads, lines) if d['id'] not in judged and d['text'].strip()]
    return sorted(found, key=lambda d: hashlib.sha256(('soft' + d['id']).encode()).digest())


def to_bytes(log_probabilities):
    return np.round(-np.clip(log_probabilities, -15.9, 0) * 16).astype(np.uint8)


def from_bytes(coded):
    """-> log-probabilities, float32"""
    return coded.astype(np.float32) / -16


def log_groups(logits):
    out = np.empty_like(logits)
    for a, b in GROUPS:
        out[:, a:b] = decode.log_softmax(logits[:, a:b])
    return out


def encode(network, pieces_list):
    return [np.exp(log_groups(logits)) for logits, _ in decode.encode(network, pieces_list, overlap=OVERLAP, budget=2048)]


def runs(probabilities, column):
    """Spans of pieces where "outside" is not the likeliest step of the role that begins at `column`: [(first, last + 1)]"""
    inside = np.concatenate([[False], probabilities[:, column:column + 5].argmax(1) != 0, [False]])
    edges = np.flatnonzero(inside[1:] != inside[:-1])
    return list(zip(edges[::2].tolist(), edges[1::2].tolist()))


def read(network, documents, pieces_list):
    """One network's probabilities: [(n, TAGS)]; a teacher's nested roles from its second pass, outside everywhere else."""
    first = encode(network, pieces_list)
    if network.shape.relative:
        inside, places = [], []
        for k, (d, pieces, probabilities) in enumerate(zip(documents, pieces_list, first)):
            probabilities[:, NESTED:NAMED] = 0
            probabilities[:, NESTED:NAMED:5] = 1         # O of each role
            for a, b in runs(probabilities, CONTENT):
                if b - a < 4:
                    continue
                part = split(d['text'][int(pieces.begin[a]):int(pieces.end[b - 1])], zone=INSIDE)
                if len(part) == b - a:                   # the same pieces by themselves
                    inside.append(part)
                    places.append((k, a, b))
        for (k, a, b), probabilities in zip(places, encode(network, inside) if inside else []):
            first[k][a:b, NESTED:NAMED] = probabilities[:, OUTER:NESTED]
    return first


def label(teachers, documents):
    """-> [(Pieces, logs of the teachers' mean probabilities [n, TAGS])]"""
    pieces_list = [split(d['text']) for d in documents]
    every = [read(network, documents, pieces_list) for network in teachers]
    return [(p, np.log(sum(some) / len(teachers) + 1e-9)) for p, *some in zip(pieces_list, *every)]


def passages(pieces, scores):
    """Spans of pieces that get a vector: the first paragraph, and up to seven contents."""
    breaks = np.flatnonzero(pieces.features[:, 2] == 2)
    lead = int(min(next((b for b in breaks[1:] if b >= 12), len(pieces)), 96))
    contents = [s for s in runs(scores, CONTENT) if 4 <= s[1] - s[0] <= 128]
    step = max(1, len(contents) // 7)
    return [(0, lead)] + contents[::step][:7]


def vectors_of(original, pieces, spans):
    """[k, VECTOR_WIDTH] of each span by itself, unit length."""
    windows = [Window(type('D', (), {'pieces': pieces})(), a, b) for a, b in spans]
    ids, features, real = inputs(windows)
    with torch.no_grad(), torch.autocast('cpu', dtype=torch.bfloat16):
        _, states = original(ids, features, real)
    total = (states * real[..., None]).sum(1) / real.sum(1, keepdim=True)
    return torch.nn.functional.normalize(total, dim=-1).numpy().astype(np.float16)


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument('out')
    ap.add_argument('--pieces', type=int, default=2_000_000)
    ap.add_argument('--teachers', nargs='+', default=['teacher'])
    ap.add_argument('--threads', type=int, default=os.cpu_count())
    a = ap.parse_args()
    torch.set_num_threads(a.threads)
    folder = WORK / a.out
    folder.mkdir(parents=True, exist_ok=True)
    teachers = []
    for name in a.teachers:
        network = Network('teacher' if name.startswith('teacher') else 'accurate')
        network.load_state_dict(torch.load(WORK / f'{name}.pt'))
        teachers.append(network.eval().bfloat16())
    original = Network('accurate').load_base().eval()
    seen, every = 0, articles()
    for part in range(0, len(every), PART):
        path = folder / f'{part // PART:04}.npz'
        if path.exists():
            seen += int(np.load(path)['size'].sum())
        else:
            made = label(teachers, every[part:part + PART])
            spans = [passages(p, s) for p, s in made]
            arrays = {'id': np.concatenate([p.id for p, _ in made]), 'features': np.concatenate([p.features for p, _ in made]),
                      'scores': np.concatenate([to_bytes(s) for _, s in made]), 'size': np.array([len(p) for p, _ in made]),
                      'spans': np.array([(k, a, b) for k, one in enumerate(spans) for a, b in one]), 'vectors': np.concatenate([vectors_of(original, p, one) for (p, _), one in zip(made, spans)])}
            with open(path.with_suffix('.part'), 'wb') as f:
                np.savez_compressed(f, **arrays)
            os.replace(path.with_suffix('.part'), path)
            seen += int(arrays['size'].sum())
        print(f'{part + PART} articles, {seen} pieces', flush=True)
        if seen >= a.pieces:
            break
    (folder / 'done').touch()


if __name__ == '__main__':
    main()
