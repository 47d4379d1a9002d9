"""The model card: what the figures of judge.py say, beside what was trained on what.

usage: card.py FOLDER      FOLDER/*.safetensors are described in FOLDER/README.md; figures: build/training/SHAPE.figures
"""
import argparse, pathlib

import labels, marks
from bases import WORK

HEAD = '''# The models

Two networks that read who says what: source, cue and content of every attribution, also of those inside another's words, the act of each
(speech, thought, finding, attitude), who belongs to whom, names of persons, organisations and places, and a vector for passages. English news.
`firsthand` finds them here, in an installed program under `share/firsthand/models`; [docs/model-format.md](../docs/model-format.md) says what
is in a file, [training/](../training/README.md) how they are made (`make train`).

| file | shape | bytes |
|---|---|---|
'''

FIGURES = '''
## What they reach

Counted by `training/judge.py` in f32 on the development sets, as the project's scorer counts them: exact F1 of spans and F1 of whole attributions (source, cue and
content linked, by overlap) on PolNeAR dev; attributions, precision and recall on `newsroom`; exact F1 of names. ECE: expected calibration error of the scores, in per cent.

```
'''

TAIL = '''```

## How they were made

{labels}

1. A teacher, `all-mpnet-base-v2` (110 M weights), is fine-tuned on the gold labels, then once more mostly by newsroom's guide.
2. It reads 230,000 pieces of unlabelled articles of the pile; nested attributions come from a second pass over contents.
3. `accurate` (6 layers, from `all-MiniLM-L6-v2`) learns from gold labels, then from gold and the teacher's scores together; `fast` (2 layers, begun as the first and last of `accurate`) likewise.
4. The teacher and `accurate` together, which are better than either, read 2,000,000 pieces; both small networks learn from these and the gold labels. Their weights are averaged with those of step 3.
5. The head of the vectors is fitted to what `all-MiniLM-L6-v2` says of the same passages (ridge regression).
6. How willing each role is, and what a score is worth, is set on gold documents that were kept back.

What a yardstick judges by was never trained on: PolNeAR dev, newsroom `visible`, the scored seventh of the names, the dossiers.

## Limits

* Trained on English news, most of it from the United States, 2012 to 2020. Other languages, scripts of plays, chats and legal texts read worse.
* PolNeAR also labels wants, plans and endorsements; such attributions carry the act `attitude`, and some of them come out as speech.
* Names are fewer in headlines, where everything is in capitals.
* The networks say who is *given* words by an article. They know nothing of truth.

## Licences

The bases `all-MiniLM-L6-v2` and `all-mpnet-base-v2` (sentence-transformers) are under the Apache License 2.0. The weights here were made from them by this
project; no text of any article is in them as text. The labels in `training/labels/` hold article ids and offsets only.
'''


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument('folder', type=pathlib.Path)
    a = ap.parse_args()
    own = labels.own()
    said = (f'Gold labels: PolNeAR `train` (840 articles of US politics), newsroom `train` (80 articles of other news), and {len(own)} articles of the pile labelled for this by newsroom\'s guide '
            f'({sum(len(d.gold) for d in own)} attributions; two labellers agree at F1 92.2), names in {sum(len(marks.lines(p)) for p in marks.FOLDER.glob("names-*.jsonl"))} of them '
            f'(two labellers agree at exact F1 99.1) and in `worldwide-ner`.')
    rows = {'accurate': '6 layers, 384 wide', 'fast': '2 layers, 384 wide'}
    card = HEAD + ''.join(f'| `{p.name}` | {rows[p.stem]}, int8 | {p.stat().st_size:,} |\n' for p in sorted(a.folder.glob('*.safetensors')))
    card += FIGURES + ''.join(f'{name}\n{(WORK / f"{name}.figures").read_text(encoding="utf-8")}\n' for name in rows) + TAIL.format(labels=said)
    (a.folder / 'README.md').write_text(card, encoding='utf-8')


if __name__ == '__main__':
    main()
