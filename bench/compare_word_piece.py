#!/usr/bin/env python3
"""Our WordPiece beside Hugging Face's `tokenizers` (PyPI): the same pieces at the same places? and how fast, on one core?

usage: compare_word_piece.py --model FOLDER [--articles FILE.jsonl.zst] [--bin build/release/split_pieces]
       FOLDER holds vocab.txt and tokenizer.json; needs numpy, tokenizers, zstandard; build the target split_pieces first
       --points: every code point and random strings of rare ones, instead of articles
Both split the same texts in turns, batch by batch; the rates are by CPU time. Exits 1 when any text differs.
"""
import argparse, io, itertools, json, os, pathlib, random, struct, subprocess, sys, time

os.environ['TOKENIZERS_PARALLELISM'] = 'false'
import numpy as np
import tokenizers
import zstandard


def open_theirs(folder):
    theirs = tokenizers.Tokenizer.from_file(str(folder / 'tokenizer.json'))
    theirs.no_truncation()
    theirs.no_padding()
    theirs.encode_special_tokens = True            # "[CLS]" in a text is text
    return theirs


def split_theirs(theirs, texts):
    """CPU seconds, and of each text an array of (id, begin, end) in bytes."""
    start = time.process_time()
    encodings = theirs.encode_batch(texts, add_special_tokens=False)
    seconds = time.process_time() - start
    found = []
    for text, encoding in zip(texts, encodings):
        offsets = np.array(encoding.offsets, dtype=np.int64).reshape(-1, 2)
        if not text.isascii():
            points = np.frombuffer(text.encode('utf-32-le'), dtype=np.uint32)
            sizes = 1 + (points >= 0x80).astype(np.int64) + (points >= 0x800) + (points >= 0x10000)
            offsets = np.concatenate([[0], np.cumsum(sizes)])[offsets]
        found.append(np.column_stack([np.array(encoding.ids, dtype=np.int64), offsets]))
    return seconds, found


def split_ours(process, texts):
    blobs = [text.encode() for text in texts]
    process.stdin.write(struct.pack('<I', len(blobs)) + b''.join(struct.pack('<I', len(blob)) + blob for blob in blobs))
    process.stdin.flush()
    seconds, = struct.unpack('<d', process.stdout.read(8))
    counts = struct.unpack(f'<{len(blobs)}I', process.stdout.read(4 * len(blobs)))
    pieces = np.frombuffer(process.stdout.read(12 * sum(counts)), dtype=np.uint32).reshape(-1, 3).astype(np.int64)
    return seconds, np.split(pieces, np.cumsum(counts)[:-1])


def article_texts(path):
    """Title and text of each article as one text."""
    with open(path, 'rb') as file:
        for line in io.TextIOWrapper(zstandard.ZstdDecompressor().stream_reader(file), encoding='utf-8'):
            article = json.loads(line)
            yield f'{article.get("title") or ""}\n\n{article.get("text") or ""}'


def point_texts():
    """Every code point in four surroundings, then random strings of rare ones."""
    points = [chr(point) for point in range(0x110000) if not 0xD800 <= point < 0xE000]
    for point in points:
        yield f'{point} a{point}b x{point} {point}z'
    rng = random.Random(5)
    pools = [points[:0x80], points[:0x300], points[:0x3000], points[0x2000:0x2100], points[0x3400:0xA000], points[0xAC00:0xD7A4], points,
             list('aAeE  .,-$\u00e9\u0301\u00ad\u200b\u2019\ufffd\u4e2d\U0001f600')]
    for _ in range(100_000):
        yield ''.join(rng.choice(rng.choice(pools)) for _ in range(rng.randrange(40)))
    for size in range(95, 106):
        for letter in ('a', 'A', '\u00e9', 'e\u0301', '\uac00', '\u0130'):
            yield f'x {letter * size} y'


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--model', type=pathlib.Path, required=True)
    parser.add_argument('--articles', type=pathlib.Path)
    parser.add_argument('--points', action='store_true')
    parser.add_argument('--bin', default='build/release/split_pieces')
    parser.add_argument('--show', type=int, default=0, help='print the first SHOW differing texts of --points')
    options = parser.parse_args()
    if not options.points and not options.articles:
        parser.error('--articles or --points')
    theirs = open_theirs(options.model)
    process = subprocess.Popen([options.bin, options.model / 'vocab.txt'], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    texts = point_texts() if options.points else article_texts(options.articles)
    count = differing = pieces = 0
    spent = np.zeros(2)
    ratios = []
    while batch := list(itertools.islice(texts, 200)):
        their_seconds, expected = split_theirs(theirs, batch)
        our_seconds, found = split_ours(process, batch)
        for text, want, got in zip(batch, expected, found):
            if not np.array_equal(want, got):
                differing += 1
                if options.points and differing <= options.show:
                    print(ascii(text), want.tolist(), got.tolist(), sep='\n    ')
        count += len(batch)
        pieces += sum(map(len, expected))
        spent += (their_seconds, our_seconds)
        ratios.append(their_seconds / our_seconds)
    process.stdin.close()
    process.wait()
    theirs_rate, ours_rate = pieces / spent
    print(f'{count} texts, {pieces} pieces: {differing} texts differ')
    print(f'tokenizers {tokenizers.__version__}: {theirs_rate:,.0f} pieces/s; ours: {ours_rate:,.0f} pieces/s; '
          f'{ours_rate / theirs_rate:.1f} times (median of the batches {np.median(ratios):.1f})')
    return 1 if differing or process.returncode else 0


if __name__ == '__main__':
    sys.exit(main())
