#!/usr/bin/env python3
"""Scores `firsthand trace` on telling like events apart: ECB+ topics 21-35, two events of one kind in each. Standard library only.

usage: eval_events.py [--bin PATH] [--data FILE] [--least F1]

All articles are traced in one run, without dates and outlets; an event's articles should be one story (B-cubed over articles; Bagga and Baldwin
1998). Topics 1-20 are for training. Exits 1 below --least.
"""
import argparse, json, os, subprocess, sys, tempfile

from eval import bcubed

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument('--bin', default=os.path.join(ROOT, 'build', 'release', 'firsthand'))
    ap.add_argument('--data', default=os.path.join(ROOT, '..', 'shared', 'data', 'ecbplus', 'topics_1_35.jsonl'))
    ap.add_argument('--least', type=float, default=0.0)
    a = ap.parse_args()
    with open(a.data, encoding='utf-8') as f:
        articles = [one for one in map(json.loads, f) if int(one['topic']) > 20]
    with tempfile.NamedTemporaryFile('w', suffix='.jsonl', encoding='utf-8') as together:
        together.writelines(json.dumps({'id': one['id'], 'text': one['text']}) + '\n' for one in articles)
        together.flush()
        ran = subprocess.run([a.bin, 'trace', together.name, '--json', '-'], capture_output=True, text=True)
    if ran.returncode not in (0, 3):
        sys.exit(f'eval_events: trace exited {ran.returncode}: {ran.stderr[-500:]}')
    found = {d: story['id'] for story in json.loads(ran.stdout)['stories'] for d in story['documents']}
    precision, recall, f1 = bcubed({one['id']: (one['topic'], one['story']) for one in articles}, found)
    print(f'events: B-cubed P {precision:.1f}  R {recall:.1f}  F1 {f1:.1f}  ({len(articles)} articles, at least {a.least:.1f})')
    sys.exit(f1 < a.least)


if __name__ == '__main__':
    main()
