"""Gold labels -> documents of pieces with tags. Sets and what may be trained on: see README.md of the data folder.

polnear     who says what in US politics; flat (no nesting), also wants and plans (act unknown)
newsroom    who says what in other news; nested, with act
names       persons, organisations, places (worldwide-ner)
"""
import dataclasses, hashlib, json, os, pathlib

import numpy as np

import marks
from acts import act_of
from network import ACTS, NAMES, ROLES
from pieces import INSIDE, Pieces, split

UNKNOWN = -100
DATA = pathlib.Path(os.environ.get('FIRSTHAND_DATA', pathlib.Path(__file__).resolve().parent.parent.parent / 'shared' / 'data'))


@dataclasses.dataclass
class Labelled:
    """One document. Tags are class numbers, UNKNOWN where the set does not say."""
    id: str
    text: str
    pieces: Pieces
    outer: np.ndarray     # int [n, 3]: source, cue, content as STEPS
    nested: np.ndarray    # int [n, 3]
    names: np.ndarray     # int [n]
    acts: np.ndarray      # int [n]: on the pieces of a cue
    attributions: list    # {'source': [(first, last + 1)…], 'cue', 'content', 'level': 0 or 1}, pieces
    gold: list            # the labels as they are in the file


def rows(*path):
    with open(DATA.joinpath(*path), encoding='utf-8') as f:
        return [json.loads(line) for line in f if line.strip()]


def piece_span(pieces, begin, end):
    """Pieces that overlap [begin, end) of code points, as (first, last + 1); None if there are none."""
    a, b = np.searchsorted(pieces.end, begin, 'right'), np.searchsorted(pieces.begin, end, 'left')
    return (int(a), int(b)) if b > a else None


def mark(tags, span, base=0):
    """Writes B I E S of one span over tags."""
    a, b = span
    if b - a == 1:
        tags[a] = base + 4
    else:
        tags[a], tags[a + 1:b - 1], tags[b - 1] = base + 1, base + 2, base + 3


def depth(attributions, i):
    d = 0
    while attributions[i].get('parent') is not None and d < 9:
        i, d = attributions[i]['parent'], d + 1
    return d


FINDERS = set('poll polls survey surveys study studies report reports data statistics figures records documents census analysis research findings results video footage'.split())


def guess_act(text, a):
    """Of an attribution without an act: by its cue; what a study or poll says is a finding."""
    act = act_of(' '.join(text[b:e] for b, e in a['cue']))
    source = ' '.join(text[b:e] for b, e in a['source']).lower().split()
    return 'finding' if act == 'speech' and FINDERS & set(source) and source[0] not in ('he', 'she') else act


def document(d, pieces, attributions, nests, known_names=None):
    n = len(pieces)
    outer = np.zeros((n, 3), np.int64)
    nested = np.zeros((n, 3), np.int64) if nests else np.full((n, 3), UNKNOWN)
    acts = np.full(n, UNKNOWN)
    linked = []
    for i, a in enumerate(attributions):
        level = depth(attributions, i)
        found = {r: [s for b, e in a[r] if (s := piece_span(pieces, b, e))] for r in ROLES}
        if level < 2:
            for r, role in enumerate(ROLES):
                for s in found[role]:
                    mark((outer, nested)[level][:, r], s)
            if found['content']:
                linked.append({**found, 'level': level})
        act = a['act'] if 'act' in a else guess_act(d['text'], a)
        for b, e in found['cue']:
            acts[b:e] = ACTS.index(act) if act else UNKNOWN
    names = np.full(n, UNKNOWN) if known_names is None else known_names
    return Labelled(d['id'], d['text'], pieces, outer, nested, names, acts, linked, attributions)


def polnear(part):
    out = []
    for d in rows('polnear', part + '.jsonl'):
        first = d['text'].split('\n', 1)[0]
        title = (0, len(first)) if 0 < len(first) <= 160 and d['text'][len(first):len(first) + 2] == '\n\n' else None
        out.append(document(d, split(d['text'], title_span=title), d['attributions'], nests=False))
    return out


def newsroom(part):
    return [document(d, split(d['text']), d['attributions'], nests=True) for d in rows('newsroom', part + '.jsonl')]


def own():
    """Pile articles that were labelled for this recipe: who says what by newsroom's guide (labels/pile-*.jsonl; marks.py), and in most of them names (names-*.jsonl)."""
    named = {d['id']: d['names'] for path in sorted(marks.FOLDER.glob('names-*.jsonl')) for d in marks.lines(path)}
    out = []
    for path in sorted(marks.FOLDER.glob('pile-*.jsonl')):
        for d in marks.labelled(path.stem):
            pieces = split(d['text'])
            out.append(document(d, pieces, d['attributions'], nests=True, known_names=name_tags(pieces, named[d['id']]) if d['id'] in named else None))
    return out


def held_out(d):
    """One document in fifteen is kept from the small networks' gold labels: their scores are calibrated on it."""
    return int(hashlib.sha256(('held out ' + d.id).encode()).hexdigest(), 16) % 15 == 0


def insides(documents):
    """Contents of `documents` that are labelled with nesting, each as a text of its own: the second pass of the teacher."""
    out = []
    for d in documents:
        for i, a in enumerate(d.gold):
            if depth(d.gold, i) or not a['content']:
                continue
            for b, e in a['content']:
                inner = [dict(x, parent=None, **{r: [[s - b, t - b] for s, t in x[r] if b <= s and t <= e] for r in ROLES})
                         for j, x in enumerate(d.gold) if x.get('parent') == i]
                inner = [x for x in inner if x['content']]
                text = d.text[b:e]
                pieces = split(text, zone=INSIDE)
                if len(pieces) >= 3:
                    out.append(document({'id': f'{d.id}@{b}', 'text': text}, pieces, inner, nests=False))
    return out


def name_tags(pieces, spans):
    """[(begin, end, kind)] in code points -> class numbers"""
    tags = np.zeros(len(pieces), np.int64)
    for b, e, kind in spans:
        if s := piece_span(pieces, b, e):
            mark(tags, s, 4 * NAMES.index(kind))
    return tags


def name_text(sentences, spaced):
    """Text of a tokenised document, and its spans. `spaced`: a space between all tokens and a line for each sentence, as the yardstick has it; else as printed, two sentences a paragraph."""
    text, spans = '', []
    for number, sentence in enumerate(sentences):
        kind, opened = None, False
        for word, tag in sentence:
            if text and text[-1] not in '\n ':
                glue = word in ('.', ',', ';', ':', '?', '!', ')', "'s", "n't", '%') or text[-1] in '($' or (word == '"' and opened) or (text[-1] == '"' and opened == 1)
                text += '' if glue and not spaced else ' '
            if word == '"':
                opened = not opened
            begin = len(text)
            text += word
            if tag.startswith('B-') or (tag.startswith('I-') and kind is None):
                kind = tag[2:]
                spans.append([begin, len(text), kind])
            elif tag.startswith('I-'):
                spans[-1][1] = len(text)
            else:
                kind = None
        text += '\n' if spaced else ' ' if number % 2 == 0 else '\n\n'
    return text, spans


KINDS = {'Person': 'person', 'Organization': 'organization', 'Location': 'place'}


def names(part):
    """`part` is 'train' or 'dev': the fixed seventh by which the yardstick judges."""
    out = []
    for d in rows('worldwide-ner', 'train.jsonl'):
        dev = int(hashlib.sha256(d['id'].encode()).hexdigest(), 16) % 7 == 0
        if dev != (part == 'dev'):
            continue
        for spaced in ((True,) if dev else (int(hashlib.sha256(d['id'].encode()).hexdigest(), 16) % 2 == 0,)):
            text, spans = name_text(d['sentences'], spaced)
            pieces = split(text)
            gold = [(b, e, KINDS[k]) for b, e, k in spans if k in KINDS]
            one = document({'id': d['id'], 'text': text}, pieces, [], nests=False, known_names=name_tags(pieces, gold))
            one.outer[:] = UNKNOWN
            one.gold = gold
            out.append(one)
    return out
