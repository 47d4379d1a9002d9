#!/usr/bin/env python3
"""Makes a pile of invented articles, for measuring speed where no real pile is at hand. The same seed gives the same pile.

usage: make_pile.py COUNT [--seed N] > pile.jsonl

The words are made of syllables, as rare and as common as words are (Zipf). Five articles tell one story: they share names,
topic words, and quotations, some with a word changed; one of the five is often a copy of another with a sentence cut.
"""
import argparse, datetime, json, random, sys

COMMON = """the of and to in a that is was for on with as it at by from has had he she they his her be are were not but this which
    or an who their will would more about been have one there after also when up out new its first into than other two over some time
    last people year could only most years them if no all we so what can before because while where during against between under since
    then now through made many being such much very still own each long down well both those too here just even should may might must
    week day city state government police company court house country public national money work group report way school""".split()
SYLLABLES = [a + b for a in 'b d f g k l m n p r s t v w br st tr'.split() for b in 'a e i o u ar en il on'.split()]
OUTLETS = ['The Quill', 'Harbour Post', 'Morning Lantern', 'The Fen Herald', 'Northgate Wire', 'Valley Courier', 'The Tollhouse', 'Evening Ledger']
CUES = ['said', 'said', 'said', 'told reporters', 'announced', 'argued', 'added', 'warned']
STORY_SIZE = 5
MEAN_WORDS = 970


class Maker:
    def __init__(self, seed):
        self.random = random.Random(seed)
        words = {''.join(self.random.choices(SYLLABLES, k=self.random.randint(1, 4))) for _ in range(30000)}
        rare = sorted(words)
        self.random.shuffle(rare)
        self.words = COMMON + rare
        total, self.sums = 0.0, []
        for rank in range(len(self.words)):
            total += 1 / (rank + 1)
            self.sums.append(total)

    def draw(self, count):
        return self.random.choices(self.words, cum_weights=self.sums, k=count)

    def draw_sentence(self, topic):
        words = self.draw(self.random.randint(8, 30)) + self.random.sample(topic, 2)
        self.random.shuffle(words)
        return ' '.join(words).capitalize()

    def draw_name(self):
        return ' '.join(''.join(self.random.choices(SYLLABLES, k=2)).capitalize() for _ in range(2))

    def draw_quotation(self, story):
        words = list(self.random.choice(story['quotations']))
        if self.random.random() < 0.2:
            words[self.random.randrange(len(words))] = self.random.choice(self.words)
        return f'“{" ".join(words).capitalize()},” {self.random.choice(story["names"])} {self.random.choice(CUES)}.'

    def draw_story(self):
        return {'names': [self.draw_name() for _ in range(4)], 'topic': self.draw(40), 'day': self.random.randrange(3000),
                'quotations': [self.draw(self.random.randint(6, 25)) for _ in range(6)]}

    def draw_text(self, story):
        left, paragraphs = int(self.random.gauss(MEAN_WORDS, 300)), []
        while left > 0 or not paragraphs:
            sentences = [self.draw_sentence(story['topic']) + '.' for _ in range(self.random.randint(1, 4))]
            if self.random.random() < 0.35:
                sentences.append(self.draw_quotation(story))
            paragraphs.append(' '.join(sentences))
            left -= len(paragraphs[-1].split())
        return '\n\n'.join(paragraphs)

    def articles(self, count):
        for number in range(count):
            if number % STORY_SIZE == 0:
                story, before = self.draw_story(), None
            copy = before is not None and self.random.random() < 0.15
            text = before.rsplit('.', 2)[0] + '.' if copy else self.draw_text(story)
            before = text
            day = datetime.date(2012, 1, 1) + datetime.timedelta(days=story['day'] + number % 2)
            title = self.draw_sentence(story['topic'])[:80].rsplit(' ', 1)[0]
            yield {'id': f'made-{number}', 'outlet': self.random.choice(OUTLETS), 'title': title, 'published': day.isoformat(), 'text': text}


def write_pile(count, seed, out):
    for article in Maker(seed).articles(count):
        out.write(json.dumps(article, ensure_ascii=False) + '\n')


if __name__ == '__main__':
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('count', type=int)
    parser.add_argument('--seed', type=int, default=1)
    arguments = parser.parse_args()
    sys.stdout.reconfigure(encoding='utf-8')
    write_pile(arguments.count, arguments.seed, sys.stdout)
