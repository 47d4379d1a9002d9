#!/usr/bin/env python3
"""Makes src/lexicon/document_frequency_words.inc: in how many articles of a big pile of English news each word stands.

usage: make_document_frequency.py ARTICLES.jsonl > src/lexicon/document_frequency_words.inc

ARTICLES.jsonl: one JSON object a line with "title" and "text". Only single words come out, in classes of like frequency (four
classes to a doubling) and, within a class, in alphabetical order; words in fewer than 15 articles and numbers are left out.
"""
import collections, json, math, re, sys

LEAST_ARTICLES = 15
MOST_WORDS = 40000
TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:[-&'’][^\W_]+)*")  # as src/annotate/tokens.cc cuts words
LETTER = re.compile(r'[^\W\d_]')


def words_of(text):
    """The folded words of a text, a possessive ending cut off as the tokens have it."""
    return {re.sub(r"'s$", '', w.replace('’', "'").casefold()) for w in set(TOKEN.findall(text)) if LETTER.search(w)}


def main():
    count, articles = collections.Counter(), 0
    with open(sys.argv[1], encoding='utf-8') as lines:
        for line in lines:
            article = json.loads(line)
            articles += 1
            count.update(words_of((article.get('title') or '') + '\n' + (article.get('text') or '')))
    kept = [(n, w) for w, n in count.items() if n >= LEAST_ARTICLES and len(w.encode()) <= 30 and '\\' not in w and '"' not in w]
    kept = sorted(kept, key=lambda x: (-x[0], x[1]))[:MOST_WORDS]
    classes = collections.defaultdict(list)
    for n, w in kept:
        classes[int(math.log2(n) * 4)].append((n, w))
    print(f'// Made by tools/make_document_frequency.py from {articles} articles: {len(kept)} words. Do not edit.')
    print('// {the mean of log(articles / articles that hold the word), the words}')
    for level in sorted(classes, reverse=True):
        members = classes[level]
        idf = sum(math.log(articles / n) for n, _ in members) / len(members)
        lines, row = [], ''
        for w in sorted(w for _, w in members):
            if len(row) + len(w) + 1 > 145:
                lines.append(row)
                row = ''
            row += (' ' if row else '') + w
        print(f'{{{idf:.3f}F, R"(' + '\n'.join(lines + [row]) + ')"},')


main()
