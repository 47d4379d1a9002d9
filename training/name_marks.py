"""Names of articles by their written forms (ID.txt, ID.names.tsv) -> labels/*.jsonl: article ids and offsets, no text.

usage: name_marks.py FOLDER… --out FILE      says how far two labellers agree

A line of ID.names.tsv: form, kind (person, organization, place; none: no name), and the numbers of the occurrences that it holds for when
not all, tab-separated. Longer forms go first; a form stands as whole words. A line of the output: {"id", "names": [[begin, end, kind]…]}.
"""
import argparse, json, pathlib, re

from marks import FOLDER, texts
from network import NAMES


def spans_of(text, forms):
    """[[begin, end, kind]] in code points. ValueError for a line that is no form, or a form that the text does not hold."""
    rows = {}
    for line in forms.splitlines():
        if line.strip():
            form, kind, *numbers = line.split('\t')
            if kind not in (*NAMES, 'none'):
                raise ValueError(f'no kind: {line!r}')
            rows.setdefault(form, []).append((kind, {int(n) for n in numbers[0].split(',')} if numbers and numbers[0].strip() else None))
    found, taken = [], set()
    for form in sorted(rows, key=len, reverse=True):
        places = list(re.finditer(r'(?<!\w)' + re.escape(form) + r'(?!\w)', text))
        if not places:
            raise ValueError(f'not in the text: {form!r}')
        for number, m in enumerate(places, 1):
            kinds = [kind for kind, numbers in rows[form] if numbers and number in numbers] or [kind for kind, numbers in rows[form] if numbers is None]
            if kinds and taken.isdisjoint(range(*m.span())):
                taken.update(range(*m.span()))
                if kinds[0] != 'none':
                    found.append([*m.span(), kinds[0]])
    return sorted(found)


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument('folders', nargs='+', type=pathlib.Path)
    ap.add_argument('--out', required=True)
    a = ap.parse_args()
    places = [(p.name.removesuffix('.names.tsv'), f) for f in a.folders for p in sorted(f.glob('*.names.tsv'))]
    known = texts({name for name, _ in places})
    kept, same, of = {}, 0, 0
    for name, folder in places:
        try:
            names = spans_of(known[name], (folder / f'{name}.names.tsv').read_text(encoding='utf-8'))
        except (KeyError, ValueError, OSError) as problem:
            print(f'{folder}/{name}: left out: {problem}')
            continue
        if name in kept:
            same, of = same + 2 * len({*map(tuple, kept[name])} & {*map(tuple, names)}), of + len(kept[name]) + len(names)
        else:
            kept[name] = names
    with open(FOLDER / a.out, 'w', encoding='utf-8') as f:
        for name in sorted(kept):
            f.write(json.dumps({'id': name, 'names': kept[name]}, separators=(',', ':')) + '\n')
    print(f'{len(kept)} articles, {sum(map(len, kept.values()))} names' + (f'; labelled twice: exact F1 {100 * same / of:.1f}' if of else ''))


if __name__ == '__main__':
    main()
