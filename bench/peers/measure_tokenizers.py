"""Hugging Face's tokenizer on one thread, with offsets as Firsthand needs them. Prints one JSON object.

usage: measure_tokenizers.py TEXTS.json
"""
import json, sys

import vocabulary
from clock import now

LEAST_SECONDS = 1.0

with open(sys.argv[1], encoding='utf-8') as file:
    texts = json.load(file)
tokenizer = vocabulary.load_tokenizer()


def count_pieces(encode):
    return sum(len(encoded.ids) for encoded in encode())


def measure(encode):
    """Pieces of the texts, and pieces a second: the best pass of those that fill LEAST_SECONDS."""
    pieces, best, until = count_pieces(encode), 0.0, now() + LEAST_SECONDS
    while now() < until:
        begin = now()
        count_pieces(encode)
        best = max(best, pieces / (now() - begin))
    return pieces, best


pieces, one_by_one = measure(lambda: [tokenizer.encode(text, add_special_tokens=False) for text in texts])
_, batch = measure(lambda: tokenizer.encode_batch(texts, add_special_tokens=False))
_, without_offsets = measure(lambda: tokenizer.encode_batch_fast(texts, add_special_tokens=False))
print(json.dumps({'pieces': pieces, 'pieces/s': max(one_by_one, batch), 'pieces/s without offsets': without_offsets}))
