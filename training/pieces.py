"""Text -> word pieces with their features: the same rules, step for step, as src/model/ (word_piece.cc, features.cc).

A piece has an id (WordPiece vocabulary of the uncased BERT family, Devlin et al. 2019), a place (code points of the text, half
open), and three features that the uncased pieces have lost:
  case   0 no ASCII letter, 1 lower, 2 title (first letter upper, the others lower), 3 upper (two letters at least), 4 mixed
  quote  0 outside, 1 inside double quotation marks, 2 the mark itself; every paragraph starts outside
  gap    0 none before it, 1 white space, 2 a line break (or the text's begin)
"""
import dataclasses

import numpy as np
from tokenizers import Tokenizer, decoders, models, normalizers, pre_tokenizers

import bases

CLS, SEP, PAD, UNK = 101, 102, 0, 100
CASES, QUOTES, GAPS, ZONES = 5, 3, 3, 3
BODY, TITLE, INSIDE = 0, 1, 2                  # zone: body text, title, the content of an attribution read by itself
_tokenizer = None


def vocabulary():
    return (bases.base('minilm') / 'vocab.txt').read_text(encoding='utf-8').rstrip('\n').split('\n')


def tokenizer(words=None):
    """`words`: another vocabulary from now on, for tests."""
    global _tokenizer
    if _tokenizer is None or words:
        _tokenizer = Tokenizer(models.WordPiece({w: i for i, w in enumerate(words or vocabulary())}, unk_token='[UNK]', max_input_chars_per_word=100))
        _tokenizer.normalizer = normalizers.BertNormalizer(clean_text=True, handle_chinese_chars=True, strip_accents=None, lowercase=True)
        _tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
        _tokenizer.decoder = decoders.WordPiece()
    return _tokenizer


def case_of(s):
    letters = [c for c in s if 'a' <= c <= 'z' or 'A' <= c <= 'Z']
    if not letters:
        return 0
    upper = [c <= 'Z' for c in letters]
    if not any(upper):
        return 1
    if all(upper):
        return 3 if len(upper) > 1 else 2
    return 2 if upper[0] and not any(upper[1:]) else 4


@dataclasses.dataclass
class Pieces:
    id: np.ndarray       # int32 [n]
    begin: np.ndarray    # int32 [n], code points
    end: np.ndarray      # int32 [n]
    features: np.ndarray  # int8 [n, 4]: case, quote, gap, zone

    def __len__(self):
        return len(self.id)

    def cut(self, a, b):
        return Pieces(self.id[a:b], self.begin[a:b], self.end[a:b], self.features[a:b])


def split(text, zone=BODY, title_span=None):
    """All pieces of `text`; those inside `title_span` (code points) get the zone TITLE."""
    coded = tokenizer().encode(text, add_special_tokens=False)
    n = len(coded.ids)
    begin = np.array([a for a, _ in coded.offsets], dtype=np.int32).reshape(n)
    end = np.array([b for _, b in coded.offsets], dtype=np.int32).reshape(n)
    features = np.zeros((n, 4), dtype=np.int8)
    inside, last = False, 0
    for i in range(n):
        s = text[begin[i]:end[i]]
        between = text[last:begin[i]]
        gap = 2 if i == 0 or '\n' in between else 1 if begin[i] > last else 0
        if gap == 2:
            inside = False
        quote = 1 if inside else 0
        if s == '\u201c':
            quote, inside = 2, True
        elif s == '\u201d':
            quote, inside = 2, False
        elif s == '"':
            quote, inside = 2, not inside
        features[i] = case_of(s), quote, gap, zone
        last = int(end[i])
    if title_span is not None:
        features[(begin < title_span[1]) & (end > title_span[0]), 3] = TITLE
    return Pieces(np.array(coded.ids, dtype=np.int32), begin, end, features)
