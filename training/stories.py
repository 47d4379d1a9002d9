#!/usr/bin/env python3
"""Learns when two articles tell one story: writes src/link/likeness_weights.inc.

usage: stories.py --data FOLDER [--pairs PROGRAM] [--out FILE] [--seeds N]      (PROGRAM: build/release/story_pairs)

Trained on a third of the round-up stories of the pile and on ECB+ topics 1-20; every other yardstick of stories is left alone.
Pairs of articles are measured by the program itself; what is made of the measures here is made by list_features() of
src/link/likeness.cc there, in the same order. A pile of any size and date must be judged by the same weights, so the labelled
sets are also shown cut down to a few stories, and without their dates. The network is the mean of N small ones.
"""
import argparse, hashlib, io, json, math, os, struct, subprocess, sys, tempfile

import numpy as np
import torch
import zstandard

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FIELDS = ('weighted', 'title', 'plain', 'names', 'others', 'sense', 'sensed')
CROWD, CROWD_DAYS, PRIOR = 8, 4, .05
HIDDEN = 8                                         # of one network
TIME = {7: 1, 8: 1, 10: -1}                        # features of the days between, and their sign: more days never make one story likelier
MODELS = ('accurate', 'fast')


def in_training(story):
    return int(hashlib.sha256(f'pile{story}'.encode()).hexdigest(), 16) % 3 == 0


def read_sets(folder):
    """Name -> (articles, story by id): the labelled articles that may be trained on."""
    with open(os.path.join(folder, 'pile', 'same_story.jsonl'), encoding='utf-8') as f:
        story_of = {i: s['story'] for s in map(json.loads, f) if in_training(s['story']) for i in s['ids']}
    pile = []
    with open(os.path.join(folder, 'pile', 'articles.jsonl.zst'), 'rb') as f:
        for line in io.TextIOWrapper(zstandard.ZstdDecompressor().stream_reader(f), encoding='utf-8'):
            article = json.loads(line)
            if article['id'] in story_of:
                pile.append({'id': article['id'], 'url': article['url'], 'title': article['title'], 'text': article['text'], 'published': article['date']})
    with open(os.path.join(folder, 'ecbplus', 'topics_1_35.jsonl'), encoding='utf-8') as f:
        events = [e for e in map(json.loads, f) if int(e['topic']) <= 20]
    return {'pile': (pile, story_of), 'events': ([{'id': e['id'], 'text': e['text']} for e in events], {e['id']: (e['topic'], e['story']) for e in events})}


class Measured:
    """The measures of all pairs of a set, as matrices; pairs with next to nothing in common are 0."""

    def __init__(self, data, story_of):
        count, at = struct.unpack_from('<I', data)[0], 4
        self.day, self.words, self.story = np.zeros(count), np.zeros(count), []
        for i in range(count):
            size = struct.unpack_from('<I', data, at)[0]
            key = data[at + 4:at + 4 + size].decode()
            self.day[i], self.words[i] = struct.unpack_from('<dI', data, at + 4 + size)
            at += 4 + size + 12
            self.story.append(story_of[key])
        rows = np.frombuffer(data, dtype=[('a', '<u4'), ('b', '<u4')] + [(f, '<f4') for f in FIELDS], offset=at)
        self.fields = {f: np.zeros((count, count), np.float32) for f in FIELDS}
        for f in FIELDS:
            self.fields[f][rows['a'], rows['b']] = self.fields[f][rows['b'], rows['a']] = rows[f]

    def some(self, indices, undated=0., unsensed=False, rng=None):
        """The set cut down to these articles; of a part the dates are forgotten, of all what the network said."""
        part = Measured.__new__(Measured)
        part.fields = {f: m[np.ix_(indices, indices)] for f, m in self.fields.items()}
        if unsensed:
            part.fields['sense'] = part.fields['sensed'] = np.zeros_like(part.fields['sense'])
        part.day, part.words, part.story = self.day[indices].copy(), self.words[indices], [self.story[i] for i in indices]
        if undated:
            part.day[rng.random(len(indices)) < undated] = np.nan
        return part

    def surroundings(self):
        undated = np.isnan(self.day)                           # is near to all, and they are not near to it unless they are undated, too
        near = ~(np.abs(self.day[:, None] - self.day[None, :]) > CROWD_DAYS) & (undated[:, None] | ~undated[None, :])
        alike = np.where(near, self.fields['weighted'], 0)
        np.fill_diagonal(alike, 0)
        most = -np.sort(-alike, axis=1)[:, :CROWD]
        most = np.pad(most, ((0, 0), (0, CROWD - most.shape[1])))
        return most[:, 0], most[:, 1:].mean(1)

    def features(self):
        """[n, n, features], as list_features() of src/link/likeness.cc."""
        f = self.fields
        days = np.abs(self.day[:, None] - self.day[None, :])
        undated = np.isnan(days).astype(np.float32)
        dated, days = 1 - undated, np.nan_to_num(days)
        length = np.log(np.minimum(self.words[:, None], self.words[None, :]) + 1) - 6
        weighted, names, others = np.sqrt(f['weighted']), np.sqrt(f['names']), np.sqrt(f['others'])
        nearest, crowd = self.surroundings()
        crowd = np.sqrt((crowd[:, None] + crowd[None, :]) / 2)
        shares = f['weighted'] / (PRIOR + nearest[:, None]), f['weighted'] / (PRIOR + nearest[None, :])
        least, most = np.minimum(*shares), np.maximum(*shares)
        return np.stack([weighted, np.sqrt(f['title']), np.sqrt(f['plain']), names, others, f['sense'], f['sensed'], dated * np.exp(-days ** 2 / 18),
                         dated * np.exp(-days ** 2 / 98), undated, dated * np.log1p(days), length, np.minimum(names, others), np.sqrt(names * others),
                         weighted * length, weighted * f['sense'], f['weighted'], f['plain'], undated * weighted, (f['title'] <= 0).astype(np.float32),
                         crowd, least, most, crowd * weighted, undated * crowd, undated * least, crowd * f['sense'], least * f['sense']], -1).astype(np.float32)


def list_pairs(measured):
    features, story = measured.features(), np.array([str(s) for s in measured.story])
    upper = np.triu_indices(len(story), 1)
    same = story[upper[0]] == story[upper[1]]
    kept = (measured.fields['weighted'][upper] > .02) | same
    return features[upper][kept], same[kept].astype(np.float32)


def make_examples(sets, seed=0):
    """Whole sets, and sets of a few stories, dated and not, heard by either network and by none."""
    rng, found = np.random.default_rng(seed), []
    for pile, events in sets:
        whole = np.arange(len(pile.story))
        found += [list_pairs(m) for m in (pile, pile.some(whole, 1., rng=rng), pile.some(whole, .5, rng=rng), pile.some(whole, .2, True, rng), events, events.some(np.arange(len(events.story)), 0, True))]
        for measured, sizes, repeat in ((pile, (3, 8, 20, 60, 150), 150), (events, (3, 8, 20), 40)):
            stories = sorted(set(map(str, measured.story)))
            for size in sizes:
                for _ in range(max(2, repeat // size)):
                    chosen = set(rng.choice(stories, min(size, len(stories)), replace=False))
                    indices = np.array([i for i, s in enumerate(measured.story) if str(s) in chosen])
                    found.append(list_pairs(measured.some(indices, rng.choice([0, .5, .7, 1]), rng.random() < .15, rng)))
    return np.concatenate([x for x, _ in found]), np.concatenate([y for _, y in found])


def fit(x, y, seed, passes=5, noise=.15, decay=.1, rate=.01):
    """One hidden layer of tanh, and the days beside it; noise on its inputs keeps it smooth. hidden [h, features], bias [h], out [h], bias, days [3]."""
    torch.manual_seed(seed)
    net = torch.nn.Sequential(torch.nn.Linear(x.shape[1], HIDDEN), torch.nn.Tanh(), torch.nn.Linear(HIDDEN, 1))
    mask = torch.tensor([float(i not in TIME) for i in range(x.shape[1])])
    days, signs = torch.full((len(TIME),), .1, requires_grad=True), torch.tensor(list(TIME.values()))
    optimizer = torch.optim.AdamW([{'params': net.parameters()}, {'params': [days], 'weight_decay': 0}], lr=rate, weight_decay=decay)
    for one in range(passes):
        for group in optimizer.param_groups:
            group['lr'] = rate * (1 - one / passes) + 1e-4
        for batch in torch.randperm(len(y)).split(4096):
            optimizer.zero_grad()
            noisy = x[batch] + noise * torch.randn(len(batch), x.shape[1])
            logits = net(noisy * mask)[:, 0] + noisy[:, list(TIME)] @ (days.abs() * signs)
            torch.nn.functional.binary_cross_entropy_with_logits(logits, y[batch]).backward()
            optimizer.step()
    hidden, bias, out, last = [p.detach().numpy() for p in net.parameters()]
    return hidden * mask.numpy(), bias, out[0], last, (days.abs() * signs).detach().numpy()


def learn(sets, seeds):
    """mean, scale, hidden [h, features + 1], out [h + 1], days [features]."""
    x, y = make_examples(sets)
    mean, scale = x.mean(0), 1 / (x.std(0) + 1e-6)
    print(f'{len(y)} pairs, {100 * y.mean():.1f} % of one story', file=sys.stderr)
    inputs, answers = torch.tensor((x - mean) * scale), torch.tensor(y)
    nets = [fit(inputs, answers, seed) for seed in range(seeds)]
    hidden = np.concatenate([np.concatenate([w, b[:, None]], 1) for w, b, _, _, _ in nets])
    out = np.concatenate([v for _, _, v, _, _ in nets] + [np.sum([c for _, _, _, c, _ in nets], 0)]) / seeds
    days = np.zeros(x.shape[1])
    days[list(TIME)] = np.mean([d for *_, d in nets], 0)
    return mean, scale, hidden, out, days


def rate(weights, features):
    mean, scale, hidden, out, days = weights
    x = (features - mean) * scale
    return np.tanh(x @ hidden[:, :-1].T + hidden[:, -1]) @ out[:-1] + out[-1] + x @ days


def write(weights, path):
    mean, scale, hidden, out, days = weights
    row = lambda values: '{' + ', '.join(f'{v:.6g}F' if '.' in f'{v:.6g}' or 'e' in f'{v:.6g}' else f'{v:.6g}.0F' for v in values) + '},\n'
    with open(path, 'w', encoding='utf-8') as f:
        f.write('// Made by training/stories.py. Do not edit.\n' + row(mean) + row(scale) + '{\n' + ''.join(map(row, hidden)) + '},\n' + row(out) + row(days))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--data', required=True)
    parser.add_argument('--pairs', default=os.path.join(ROOT, 'build', 'release', 'story_pairs'))
    parser.add_argument('--out', default=os.path.join(ROOT, 'src', 'link', 'likeness_weights.inc'))
    parser.add_argument('--seeds', type=int, default=5)
    arguments = parser.parse_args()
    sets = []
    read = read_sets(arguments.data)
    for model in MODELS:
        measured = []
        for articles, story_of in read.values():
            with tempfile.NamedTemporaryFile('w', suffix='.jsonl', encoding='utf-8') as file:
                file.writelines(json.dumps({k: v for k, v in a.items() if v}, ensure_ascii=False) + '\n' for a in articles)
                file.flush()
                measured.append(Measured(subprocess.run([arguments.pairs, model, file.name], stdout=subprocess.PIPE, check=True).stdout, story_of))
        sets.append(measured)
    write(learn(sets, arguments.seeds), arguments.out)


if __name__ == '__main__':
    main()
