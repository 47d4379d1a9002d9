#!/usr/bin/env python3
"""Scores what `firsthand trace` reads from 181 saved web pages: text, title, date, author, outlet. Standard library only.

usage: eval_pages.py [--bin PATH] [--pages FOLDER] [--errors N] [--json] [--floor NAME=PERCENT]...

The pages stand beside the repository, in ../shared/data/article-extraction; where they do not, nothing is scored ("skipped", exit 0).
The labels of 60 of them: tests/labelled/README.md. Exits 1 below a floor.
"""
import argparse, collections, gzip, hashlib, json, os, re, subprocess, sys, tempfile, unicodedata

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PAGES = os.path.join(os.path.dirname(ROOT), 'shared', 'data', 'article-extraction')
LABELS = os.path.join(ROOT, 'tests', 'labelled', 'pages.json')
FLOORS = {'text': 97, 'text by page': 97, 'title': 97, 'date': 95, 'author': 92, 'outlet': 95}   # percent; they only rise
FIGURES = {                                                     # name: what it is
    'text': 'article text, F1 of mean precision and mean recall (as the public benchmark)',
    'text precision': 'mean over pages for which a text was given (as the benchmark)',
    'text recall': 'mean over all pages with an article (as the benchmark)',
    'text by page': 'article text, plain mean over pages of each page\'s F1',
    'title': 'title right', 'date': 'date right', 'author': 'author right', 'outlet': 'outlet right',
}


# ---------------------------------------------------------------- article text

def count_shingles(text, size=4):
    """Runs of four words, with their counts; a text of fewer words is one shorter run."""
    words = re.findall(r'\w+', text)
    return collections.Counter(tuple(words[i:i + size]) for i in range(max(1, len(words) - size + 1)) if words)


def compare_texts(gold, found):
    """Shingles in both, in the found text only, in the gold text only, as shares of their sum: a long page weighs no more than a short one."""
    gold, found = count_shingles(gold), count_shingles(found)
    both, surplus, missed = ((gold & found).total(), (found - gold).total(), (gold - found).total())
    total = max(1, both + surplus + missed)
    return both / total, surplus / total, missed / total


def page_f1(both, surplus, missed):
    return 2 * both / (2 * both + surplus + missed) if both + surplus + missed else 1.0


def mean(values):
    return sum(values) / len(values) if values else 0.0


def text_figures(shares):
    """Zyte's benchmark takes the means of precision and recall over pages and one F1 of the two means; a page without any found text counts
    for recall only. The plain mean of the pages' own F1 stands beside it."""
    precision = mean([both / (both + surplus) for both, surplus, _ in shares if both + surplus])
    recall = mean([both / (both + missed) for both, _, missed in shares if both + missed])
    return {'text': 200 * precision * recall / (precision + recall) if precision + recall else 0.0,
            'text precision': 100 * precision, 'text recall': 100 * recall, 'text by page': 100 * mean([page_f1(*s) for s in shares])}


# ---------------------------------------------------------------- title, date, author, outlet

def normalise(text):
    return ''.join(c for c in unicodedata.normalize('NFKC', text or '').lower() if c.isalnum())


def hash_of(text):
    return hashlib.sha256(normalise(text).encode()).hexdigest()


def author_right(label, author):
    names = {hash_of(n) for n in re.split(r', | and | & |;|\|', author) if normalise(n)}
    if not label['author_hashes'] or (label.get('author_optional') and not names):
        return not names
    return all(names & set(forms) for forms in label['author_hashes'])


def judge_fields(label, document):
    """Field -> (right?, what was given, what was expected where the labels hold it in words)."""
    title, author, outlet = (document.get(k) or '' for k in ('title', 'author', 'outlet'))
    date = ((document.get('published') or {}).get('value') or '')[:10]
    return {'title': (hash_of(title) in label['title_hashes'], title, None),
            'date': (date == (label['date'] or ''), date, label['date'] or 'none'),
            'author': (author_right(label, author), author, None if label['author_hashes'] else 'none'),
            'outlet': (normalise(outlet) in {normalise(o) for o in label['outlet']}, outlet, ' | '.join(label['outlet']))}


# ---------------------------------------------------------------- the run

def page_of(path):
    return os.path.basename(path).split('.', 1)[0]


def trace_pages(binary, source, ids):
    """One run over all pages: page -> its document, page -> why it was refused."""
    with tempfile.TemporaryDirectory(prefix='firsthand-pages-') as folder:
        pages, answer = os.path.join(folder, 'pages'), os.path.join(folder, 'trace.json')
        os.mkdir(pages)
        for page in ids:
            with gzip.open(os.path.join(source, 'html', page + '.html.gz')) as packed, open(os.path.join(pages, page + '.html'), 'wb') as f:
                f.write(packed.read())
        run = subprocess.run([binary, 'trace', '--json', answer, pages], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=1800)
        if run.returncode not in (0, 3) or not os.path.exists(answer):
            sys.exit(f'eval_pages: {binary} trace exited {run.returncode}: {run.stderr.decode("utf-8", "replace").strip()[-600:]}')
        with open(answer, encoding='utf-8') as f:
            trace = json.load(f)
    documents = {}
    for document in trace['documents']:
        documents.setdefault(page_of(document['path']), document)
    return documents, {page_of(s['path']): s['reason'] for s in trace.get('skipped', [])}


def print_errors(number, shares, documents, refused, wrong):
    for page in sorted(shares, key=lambda p: (page_f1(*shares[p]), p))[:number]:
        both, surplus, missed = (100 * s for s in shares[page])
        note = '' if page in documents else f'  refused: {refused[page]}' if page in refused else '  not in the trace'
        print(f'  {page}  F1 {100 * page_f1(*shares[page]):5.1f}  in both {both:5.1f}  too much {surplus:5.1f}  missed {missed:5.1f}{note}', file=sys.stderr)
    for field, page, given, expected in wrong:
        print(f'  {page}  {field}: {given!r}{f", not {expected}" if expected else ""}', file=sys.stderr)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--bin', default=os.environ.get('FIRSTHAND_BIN', 'firsthand'))
    parser.add_argument('--pages', default=PAGES, metavar='FOLDER', help='where ground-truth.json and html/ stand')
    parser.add_argument('--errors', type=int, default=0, metavar='N', help='show the N worst pages and every wrong field')
    parser.add_argument('--json', action='store_true')
    parser.add_argument('--floor', action='append', default=[], metavar='NAME=PERCENT', help=f'NAME: {", ".join(FIGURES)}')
    args = parser.parse_args()
    try:
        floors = {**FLOORS, **{k: float(v) for k, v in (f.split('=', 1) for f in args.floor)}}
    except ValueError:
        parser.error('a floor is NAME=PERCENT')
    if unknown := floors.keys() - FIGURES.keys():
        parser.error(f'no such figure: {", ".join(sorted(unknown))}; there are {", ".join(FIGURES)}')
    if not os.path.isdir(args.pages):
        print('skipped: the pages are not here: neither ../shared/data/article-extraction nor another folder of --pages')
        return False
    with open(os.path.join(args.pages, 'ground-truth.json'), encoding='utf-8') as gold_file, open(LABELS, encoding='utf-8') as label_file:
        gold, labels = json.load(gold_file), json.load(label_file)['pages']
    documents, refused = trace_pages(args.bin, args.pages, gold)
    shares = {page: compare_texts(gold[page].get('articleBody') or '', documents.get(page, {}).get('text') or '') for page in gold}
    judged = [(label['id'], judge_fields(label, documents[label['id']]) if label['id'] in documents else None) for label in labels]
    figures = text_figures(list(shares.values()))
    wrong = []
    for field in ('title', 'date', 'author', 'outlet'):         # a page that was not read is wrong in every field, also where none was expected
        figures[field] = 100 * mean([bool(answer) and answer[field][0] for _, answer in judged])
        wrong += [(field, page, *(answer[field][1:] if answer else ('', 'unread'))) for page, answer in judged if not (answer and answer[field][0])]
    if args.errors:
        print_errors(args.errors, shares, documents, refused, wrong)
    below = {name for name, floor in floors.items() if figures[name] < floor}
    if args.json:
        print(json.dumps(figures))
    else:
        print(f'{len(documents.keys() & gold.keys())} of {len(gold)} pages read, {len(refused.keys() & gold.keys())} refused; text over all, fields over {len(labels)}')
        print(f'{"":16}  found   floor')
        for name, value in figures.items():
            floor = f'{floors[name]:6.1f}' if name in floors else '     -'
            print(f'{name:16} {value:6.1f}  {floor}  {FIGURES[name]}{"   below" if name in below else ""}')
    return bool(below)


if __name__ == '__main__':
    sys.exit(main())
