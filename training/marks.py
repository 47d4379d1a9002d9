"""Marked articles (newsroom's GUIDE.md: ID.marked.txt, ID.tsv) -> labels/*.jsonl: article ids and offsets, no text.

usage: marks.py FOLDER… --out FILE      checks each article against the pile, writes those that are right, says how far two labellers agree

A line: {"id", "attributions": [{"act", "source", "cue", "content": [[begin, end]…], "parent", "speaker": {"kind", "span"} or null, "relays": [like speaker]}]}; offsets
are code points of the pile article's text; "kind" is name, unnamed or document; "span" is the first place where its words stand, null
where they stand nowhere as they are. `labelled(name)` gives the articles back with their texts.
"""
import argparse, io, json, pathlib, re

import zstandard

FOLDER = pathlib.Path(__file__).resolve().parent / 'labels'
ROLES = {'s': 'source', 'c': 'cue', 't': 'content'}


def parse(marked):
    """-> the text without tags, [(role letter, number, begin, end)]. ValueError where tags do not nest."""
    out, spans, stack, length, last = [], [], [], 0, 0
    for m in re.finditer(r'<(/?)([sct])(\d+)>', marked):
        out.append(marked[last:m.start()])
        length += m.start() - last
        last = m.end()
        key = (m[2], int(m[3]))
        if not m[1]:
            stack.append((*key, length))
        elif not stack or stack[-1][:2] != key:
            raise ValueError(f'tags do not nest at {marked[max(0, m.start() - 40):m.end()]!r}')
        else:
            spans.append((*stack.pop(), length))
    if stack:
        raise ValueError('a tag is never closed')
    return ''.join(out) + marked[last:], spans


def find_speaker(name, text):
    if not name:
        return None
    kind, _, words = name.rpartition(': ') if name.startswith(('unnamed: ', 'document: ')) else ('name', '', name)
    at = text.lower().find(words.lower())
    return {'kind': kind, 'span': [at, at + len(words)] if at >= 0 else None}


def read_article(folder, name, text):
    marked, spans = parse((folder / f'{name}.marked.txt').read_text(encoding='utf-8'))
    if marked.rstrip('\n') != text.rstrip('\n'):
        raise ValueError('its text is not that of the pile')
    found = {}
    for line in (folder / f'{name}.tsv').read_text(encoding='utf-8').splitlines():
        if line.strip():
            number, act, speaker, relays, *_ = line.split('\t') + ['', '', '']
            found[int(number)] = {'act': act, 'source': [], 'cue': [], 'content': [], 'parent': None, 'speaker': find_speaker(speaker.strip(), text),
                                  'relays': [find_speaker(r.strip(), text) for r in relays.split(';') if r.strip()]}
    for role, number, begin, end in sorted(spans, key=lambda s: s[2]):
        found[number][ROLES[role]].append([begin, end])
    if not all(a['content'] for a in found.values()):
        raise ValueError('an attribution without content')
    every = sorted(found.values(), key=lambda a: (a['content'][0], a['content'][0][0] - a['content'][0][1]))
    for a in every:                                # its parent: the smallest content of another that holds its cue (else its content)
        inner = (a['cue'] or a['content'])[0]
        holders = [(e - b, k) for k, o in enumerate(every) if o is not a for b, e in o['content'] if b <= inner[0] and inner[1] <= e and [b, e] not in a['content']]
        a['parent'] = min(holders)[1] if holders else None
    return {'id': name, 'attributions': every}


def articles(ids):
    """{id: its row of the pile}"""
    from labels import DATA
    with open(DATA / 'pile' / 'articles.jsonl.zst', 'rb') as f:
        every = io.TextIOWrapper(zstandard.ZstdDecompressor().stream_reader(f), encoding='utf-8')
        return {d['id']: d for d in map(json.loads, every) if d['id'] in ids}


def texts(ids):
    return {name: d['text'] for name, d in articles(ids).items()}


def lines(path):
    return [json.loads(line) for line in path.read_text(encoding='utf-8').splitlines()]


def labelled(name):
    """[{'id', 'text', 'title', 'outlet', 'attributions'}] of labels/NAME.jsonl."""
    found = lines(FOLDER / f'{name}.jsonl')
    known = articles({d['id'] for d in found})
    return [dict(d, **{field: known[d['id']][field] for field in ('text', 'title', 'outlet')}) for d in found]


def agree(a, b):
    """F1 of two labellings of one article, as `newsroom` counts: contents that overlap by half, cues that touch."""
    chars = lambda spans: {i for s, e in spans for i in range(s, e)}
    first, second = ([(chars(x['content']), chars(x['cue'])) for x in one['attributions']] for one in (a, b))
    order = sorted(((len(g & h) / len(g | h), i, j) for i, (g, _) in enumerate(first) for j, (h, _) in enumerate(second) if g & h), reverse=True)
    mine, yours = set(), set()
    for share, i, j in order:
        cues = first[i][1], second[j][1]
        if share >= .5 and i not in mine and j not in yours and (not cues[0] or not cues[1] or cues[0] & cues[1]):
            mine.add(i)
            yours.add(j)
    return 2 * len(mine), len(first) + len(second)


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument('folders', nargs='+', type=pathlib.Path)
    ap.add_argument('--out', required=True)
    a = ap.parse_args()
    places = [(p.name.removesuffix('.marked.txt'), f) for f in a.folders for p in sorted(f.glob('*.marked.txt'))]
    known = texts({name for name, _ in places})
    kept, same, of = {}, 0, 0
    for name, folder in places:
        try:
            one = read_article(folder, name, known[name])
        except (KeyError, ValueError, OSError) as problem:
            print(f'{folder}/{name}: left out: {problem}')
            continue
        if name in kept:
            right, both = agree(kept[name], one)
            same, of = same + right, of + both
            print(f'{name}: two labellers agree at F1 {100 * right / both if both else 100:.1f}')
        else:
            kept[name] = one
    FOLDER.mkdir(exist_ok=True)
    with open(FOLDER / a.out, 'w', encoding='utf-8') as f:
        for name in sorted(kept):
            f.write(json.dumps(kept[name], separators=(',', ':')) + '\n')
    print(f'{len(kept)} articles, {sum(len(d["attributions"]) for d in kept.values())} attributions, {sum(a["parent"] is not None for d in kept.values() for a in d["attributions"])} nested' +
          (f'; labelled twice: F1 {100 * same / of:.1f}' if of else ''))


if __name__ == '__main__':
    main()
