"""Scores of pieces -> spans and attributions. The reference for src/extract/decode.cc, and what the recipe judges by."""
import numpy as np
import torch

from network import ACTED, ACTS, NAMED, NAMES, NESTED, OUTER, ROLES, STEPS, gap_buckets
from windows import LENGTH, Window, inputs

OVERLAP = 16


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


REACH = 400                  # pieces: what is further apart is not linked


def choose(network, relation, states, queries, keys):
    """For each query (index of its best key or None for nobody, log of the share of that choice). Spans are ordered."""
    if not queries:
        return []
    if not keys:
        return [(None, 0.0)] * len(queries)
    q, k = torch.tensor(queries), torch.tensor(keys)
    with torch.no_grad():
        scores = network.link_scores(relation, network.links(states, q[:, 0], q[:, 1] - 1)[:, 2 * relation], network.links(states, k[:, 0], k[:, 1] - 1)[:, 2 * relation + 1], gap_buckets(q, k))
    scores[(k[None, :, 0] - q[:, None, 0]).abs() > REACH] = -1e9
    scores = torch.cat([torch.zeros(len(queries), 1), scores], 1)
    best = scores.argmax(1)
    share = scores.log_softmax(1).gather(1, best[:, None])[:, 0]
    return [(None if b == 0 else b - 1, s) for b, s in zip(best.tolist(), share.tolist())]


def span_share(logs, column, span):
    """Logs of the shares that the tags of a span have among their five: (mean over first and last piece, mean over all), at least -8."""
    a, b = span
    steps = [4] if b - a == 1 else [1] + [2] * (b - a - 2) + [3]
    own = logs[np.arange(a, b), column + np.array(steps)].clip(-8)
    return (own[0] + own[-1]) / 2, own.mean()


def evidence(edges, inside, cue, source, cue_choice, source_choice, contents):
    """What the score of an attribution is made of: EVIDENCE numbers. Shares are logs, None where there is no such span."""
    return [1.0, edges, inside, 0.0 if cue is None else cue, float(cue is None), 0.0 if source is None else source, float(source is None),
            max(cue_choice, -8.0), max(source_choice, -8.0), float(min(contents - 1, 3))]


def attributions(network, logits, states, levels=(OUTER, NESTED)):
    """Decodes and links one document -> [{'source', 'cue', 'content': spans of pieces, 'level', 'act', 'evidence'}], ordered by content."""
    states = torch.from_numpy(states)
    out = []
    for level, first in enumerate(levels):
        spans = role_spans(logits, first)
        logs = np.concatenate([log_softmax(logits[:, c:c + 5]) for c in range(first, first + 15, 5)], 1)
        share = {r: [span_share(logs, 5 * i, s) for s in spans[r]] for i, r in enumerate(ROLES)}
        cue_of = choose(network, 0, states, spans['content'], spans['cue'])
        source_of_cue = choose(network, 1, states, spans['cue'], spans['source'])
        source_of_content = choose(network, 2, states, spans['content'], spans['source'])
        groups = {}
        for c, (cue, _) in enumerate(cue_of):
            groups.setdefault(('cue', cue) if cue is not None else ('content', c), []).append(c)
        for (kind, key), contents in groups.items():
            cue = key if kind == 'cue' else None
            source, source_choice = source_of_content[key] if cue is None else source_of_cue[cue]
            proof = evidence(float(np.mean([share['content'][c][0] for c in contents])), float(np.mean([share['content'][c][1] for c in contents])),
                             None if cue is None else float(share['cue'][cue][1]), None if source is None else float(share['source'][source][1]),
                             min(cue_of[c][1] for c in contents), source_choice, len(contents))
            out.append({'source': [] if source is None else [spans['source'][source]], 'cue': [] if cue is None else [spans['cue'][cue]],
                        'content': [spans['content'][c] for c in contents], 'level': level, 'evidence': proof, 'act': None})
    for a in out:
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
