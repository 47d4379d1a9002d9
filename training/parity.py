"""Compares the program's scores with PyTorch's (f32, the same windows) on articles.

usage: parity.py SHAPE WEIGHTS MODEL_FILE PROGRAM [--precision f32] [--articles 200] [--texts FILE]      PROGRAM: bench/encode_texts
Texts: every so-many'th article of the pile, or one JSON object with `text` a line of FILE. Exits 1 when f32 differs: another
best tag of any head, or a logit further away than 1e-3.
"""
import argparse, io, json, os, struct, subprocess, sys

os.environ.setdefault('OMP_WAIT_POLICY', 'passive')
import numpy as np
import torch
import zstandard

from decode import LENGTH, OVERLAP, spread
from labels import DATA
from network import ACTED, NAMED, NAME_TAGS, ROLES, STEPS, TAGS, Network
from pieces import split
from windows import Window, inputs

GROUPS = [(i * len(STEPS), (i + 1) * len(STEPS)) for i in range(2 * len(ROLES))] + [(NAMED, NAMED + NAME_TAGS), (ACTED, TAGS)]    # columns of each choice


def pile(count):
    out = []
    with open(DATA / 'pile' / 'articles.jsonl.zst', 'rb') as f:
        lines = io.TextIOWrapper(zstandard.ZstdDecompressor().stream_reader(f), encoding='utf-8')
        for i, line in enumerate(lines):
            if i % 180 == 0:
                out.append(json.loads(line)['text'])
                if len(out) == count:
                    break
    return out


def reference(network, pieces):
    """Logits and states of one text, window by window, all f32."""
    n = len(pieces)
    logits, states = np.zeros((n, TAGS), np.float32), np.zeros((n, network.shape.width), np.float32)
    holder = type('D', (), {'pieces': pieces})()
    for b, e, kb, ke in spread(n, LENGTH, OVERLAP) if n else []:
        with torch.no_grad():
            l, s = network(*inputs([Window(holder, b, e)]))
        logits[kb:ke], states[kb:ke] = l[0, 1 + kb - b:1 + ke - b].numpy(), s[0, 1 + kb - b:1 + ke - b].numpy()
    return logits, states


def program_scores(program, model, precision, texts, titles=None, width=384):
    """-> [(spans [n, 2] in bytes, logits, states)]; titles: (begin, end) in bytes"""
    coded = [(t.encode(), title) for t, title in zip(texts, titles or [(0, 0)] * len(texts))]
    out = subprocess.run([program, model, precision], input=b''.join(struct.pack('<III', len(t), *title) + t for t, title in coded), stdout=subprocess.PIPE, check=True).stdout
    found, at = [], 0

    def take(count, dtype):
        nonlocal at
        part = np.frombuffer(out, dtype, count, at)
        at += part.nbytes
        return part

    for _ in texts:
        n = int(take(1, np.uint32)[0])
        spans, logits = take(2 * n, np.uint32).reshape(n, 2), take(n * TAGS, np.float32).reshape(n, TAGS)
        found.append((spans, logits, take(n * width, np.float32).reshape(n, width)))
    return found


def main():
    ap = argparse.ArgumentParser()
    for name in ('shape', 'weights', 'model', 'program'):
        ap.add_argument(name)
    ap.add_argument('--precision', default='f32')
    ap.add_argument('--articles', type=int, default=200)
    ap.add_argument('--texts')
    a = ap.parse_args()
    torch.set_num_threads(1)
    network = Network(a.shape)
    network.load_state_dict(torch.load(a.weights))
    network.eval()
    texts = [json.loads(line)['text'] for line in open(a.texts, encoding='utf-8')] if a.texts else pile(a.articles)
    worst = other = choices = pieces_seen = 0
    worst_state = 0.0
    for text, (spans, logits, states) in zip(texts, program_scores(a.program, a.model, a.precision, texts, width=network.shape.width)):
        pieces = split(text)
        places = np.cumsum([0] + [len(c.encode()) for c in text])
        if len(pieces) != len(spans) or (len(pieces) and ((places[pieces.begin] != spans[:, 0]) | (places[pieces.end] != spans[:, 1])).any()):
            sys.exit('parity.py: the pieces differ')
        want, want_states = reference(network, pieces)
        if not len(pieces):
            continue
        worst, worst_state = max(worst, float(np.abs(want - logits).max())), max(worst_state, float(np.abs(want_states - states).max()))
        other += sum(int((want[:, b:e].argmax(1) != logits[:, b:e].argmax(1)).sum()) for b, e in GROUPS)
        choices += len(GROUPS) * len(pieces)
        pieces_seen += len(pieces)
    print(f'{a.precision}: {len(texts)} texts, {pieces_seen} pieces: largest difference of a logit {worst:.2e}, of a state {worst_state:.2e}; other tags {other} of {choices} ({100 * other / choices:.4f} %)')
    return int(a.precision == 'f32' and (worst > 1e-3 or other > 0))


if __name__ == '__main__':
    sys.exit(main())
