"""Scores of pieces -> spans and attributions. The reference for src/extract/decode.cc, and what the recipe judges by."""
import numpy as np
import torch

from network import ACTED, ACTS, NAMED, NAMES, NESTED, OUTER, ROLES, STEPS, gap_buckets
from windows import LENGTH, Window, inputs

OVERLAP = 64


def spread(n, length=LENGTH, overlap=OVERLAP):
    """Windows over n pieces: (begin, end, keep_begin, keep_end); each but the last ends `length` behind its begin, half of the overlap is kept from either side."""
    out, begin = [], 0
    while True:
        end = min(begin + length, n)
        out.append([begin, end, begin + overlap // 2 if begin else 0, end if end == n else end - overlap // 2])
        if end == n:
            return out
        begin = end - overlap


def encode(network, pieces_list, length=LENGTH, overlap=OVERLAP, budget=8192):
    """-> [(logits [n, TAGS], states [n, width])] of documents' pieces."""
    holders = [type('D', (), {'pieces': p})() for p in pieces_list]
    jobs = [(i, *w) for i, p in enumerate(pieces_list) if len(p) for w in spread(len(p), length, overlap)]
    width = network.shape.width
    out = [(np.zeros((len(p), network.tags.out_features), np.float32), np.zeros((len(p), width), np.float32)) for p in pieces_list]
    jobs.sort(key=lambda j: j[2] - j[1])
    network.eval()
    at = 0
    while at < len(jobs):
        k = max(1, budget // (jobs[min(at + 31, len(jobs) - 1)][2] - jobs[min(at + 31, len(jobs) - 1)][1] + 2))
        some = jobs[at:at + k]
        at += k
        ids, features, real = inputs([Window(holders[i], b, e) for i, b, e, _, _ in some])
        with torch.no_grad(), torch.autocast('cpu', dtype=torch.bfloat16):
            logits, states = network(ids, features, real)
        for j, (i, b, e, kb, ke) in enumerate(some):
            out[i][0][kb:ke] = logits[j, 1 + kb - b:1 + ke - b].numpy()
            out[i][1][kb:ke] = states[j, 1 + kb - b:1 + ke - b].numpy()
    return out


def allowed(kinds):
    """Transitions of O (B I E S)×kinds: from, to; and which may begin and end a text."""
    n = 1 + 4 * kinds
    ok = np.full((n, n), -np.inf, np.float32)
    start, stop = np.full(n, -np.inf, np.float32), np.full(n, -np.inf, np.float32)
    closed = [0] + [1 + 4 * k + s for k in range(kinds) for s in (2, 3)]
    opens = [0] + [1 + 4 * k + s for k in range(kinds) for s in (0, 3)]
    for a in closed:
        ok[a, opens] = 0
        stop[a] = 0
    start[opens] = 0
    for k in range(kinds):
        b, i, e = 1 + 4 * k, 2 + 4 * k, 3 + 4 * k
        ok[b, [i, e]] = ok[i, [i, e]] = 0
    return ok, start, stop


def viterbi(logits, kinds=1):
    """Best path of BIES tags under their grammar: [n, 1 + 4 × kinds] -> [(first, last + 1, kind)]"""
    ok, start, stop = allowed(kinds)
    n = len(logits)
    if not n:
        return []
    score = logits[0] + start
    back = np.zeros((n, logits.shape[1]), np.int8)
    for t in range(1, n):
        through = score[:, None] + ok
        back[t] = through.argmax(0)
        score = through.max(0) + logits[t]
    tag = int((score + stop).argmax())
    tags = [tag]
    for t in range(n - 1, 0, -1):
        tag = int(back[t, tag])
        tags.append(tag)
    tags.reverse()
    spans, begin = [], 0
    for t, tag in enumerate(tags):
        if tag == 0:
            continue
        step = (tag - 1) % 4
        if step in (0, 3):
            begin = t
        if step in (2, 3):
            spans.append((begin, t + 1, (tag - 1) // 4))
    return spans


def log_softmax(x):
    x = x - x.max(-1, keepdims=True)
    return x - np.log(np.exp(x).sum(-1, keepdims=True))


def role_spans(logits, first):
    """{role: [(first, last + 1)]} of one level."""
    k = len(STEPS)
    return {role: [(a, b) for a, b, _ in viterbi(log_softmax(logits[:, first + r * k:first + (r + 1) * k]))] for r, role in enumerate(ROLES)}


REACH = 400                  # pieces: further apart nothing is linked
THRESHOLD = 0.0              # of a link: 0 is the score of nobody


def attributions(network, logits, states, levels=(OUTER, NESTED)):
    """Decodes and links one document -> [{'source', 'cue', 'content': spans of pieces, 'level', 'act', 'parent'}], ordered by content."""
    states = torch.from_numpy(states)
    out = []
    for level, first in enumerate(levels):
        spans = role_spans(logits, first)
        made = {}
        for r in ROLES:
            s = torch.tensor(spans[r], dtype=torch.long).view(-1, 2)
            with torch.no_grad():
                made[r] = network.links(states, s[:, 0], s[:, 1] - 1)

        def best(relation, query, key, q):
            if not spans[key]:
                return None
            one, all = torch.tensor(spans[query][q:q + 1]), torch.tensor(spans[key])
            with torch.no_grad():
                scores = network.link_scores(relation, made[query][q:q + 1, 2 * relation], made[key][:, 2 * relation + 1], gap_buckets(one, all))[0]
            scores[(all[:, 0] - one[0, 0]).abs() > REACH] = -1e9
            k = int(scores.argmax())
            return k if scores[k] > THRESHOLD else None

        by_cue = {}
        for c, content in enumerate(spans['content']):
            cue = best(0, 'content', 'cue', c)
            if cue is not None:
                by_cue.setdefault(cue, []).append(content)
                continue
            source = best(2, 'content', 'source', c)
            out.append({'source': [] if source is None else [spans['source'][source]], 'cue': [], 'content': [content], 'level': level})
        for cue, contents in by_cue.items():
            source = best(1, 'cue', 'source', cue)
            out.append({'source': [] if source is None else [spans['source'][source]], 'cue': [spans['cue'][cue]], 'content': contents, 'level': level})
    for a in out:
        a['act'] = None
        if a['cue']:
            b, e = a['cue'][0]
            a['act'] = ACTS[int(logits[b:e, ACTED:ACTED + len(ACTS)].mean(0).argmax())]
    return sorted(out, key=lambda a: (a['content'][0], a['level']))


def names(logits):
    """[(first, last + 1, kind)]"""
    return [(a, b, NAMES[k]) for a, b, k in viterbi(log_softmax(logits[:, NAMED:NAMED + 1 + 4 * len(NAMES)]), len(NAMES))]


def places(pieces, spans):
    """Spans of pieces -> code points."""
    return [(int(pieces.begin[a]), int(pieces.end[b - 1])) for a, b in spans]
