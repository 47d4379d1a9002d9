"""Who is the same: one article under several addresses, its revisions, an outlet known by its host."""
import itertools, json, os
from case import Case, GOAT, STORM

MORE = '''Roof of Vellmark school lost in the storm, caretaker counts the seconds

The village of Vellmark woke on Monday to a school without its roof. Teachers carried books through the rain, and the bakery lent its vans to bring the piano under cover.

Pupils will be taught in the fire station from Wednesday on, the parish said. The insurer has sent two people with a ladder, who measured the walls and left again before noon.

“I heard it go and I counted to four before it landed,” said Osgood Tennerby, the caretaker. “It landed on the bicycle shed.”

The school was built in 1911 and has lost slates in every storm since. A collection for a new roof has begun in the inn.
'''
URLS = ('http://www.vellmark-post.example/storm/?utm_source=letter', 'https://vellmark-post.example/storm', 'https://m.vellmark-post.example/storm/amp')


class Identity(Case):
    def line(self, url, text, **more):
        return json.dumps(dict({'url': url, 'published': '2021-08-30', 'text': text}, **more)) + '\n'

    def test_one_article_under_three_addresses_is_one(self):
        path = self.put('all.jsonl', ''.join(self.line(url, STORM) for url in URLS))
        found = self.trace(path, code=3)
        self.assertEqual([d['id'] for d in found['documents']], [URLS[0]])
        self.assertEqual(self.reasons(found), {f'{path}:{n}': f'the same address and text as {path}:1' for n in (2, 3)})

    def test_a_revision_is_a_document_but_no_second_origin(self):
        answers = set()
        for order in itertools.permutations((self.line(URLS[0], STORM), self.line(URLS[1], MORE, published='2021-08-31'))):
            path = self.put('all.jsonl', ''.join(order))
            found = self.trace(path)
            ids = [d['id'] for d in found['documents']]
            self.assertEqual(ids, [URLS[0], URLS[0] + '#2'])
            notes = {d['id']: d['notes'] for d in found['documents']}
            self.assertEqual(notes[URLS[0]], [])
            self.assertEqual(notes[ids[1]], ['a revision of ' + URLS[0]])
            self.assertEqual([len(c['documents']) for c in found['copies']], [1, 1], 'too different for a copy: else this shows nothing')
            self.assertEqual([s['independent']['high'] for s in found['stories']], [1])
            self.assertTrue(found['utterances'])
            self.assertEqual({u['independent']['high'] for u in found['utterances'] if len(u['members']) > 1}, {1})
            for document in found['documents']:
                del document['path']
            answers.add(json.dumps(found['documents']) + json.dumps(found['stories']) + json.dumps(found['utterances']))
        self.assertEqual(len(answers), 1)

    def test_a_given_id_is_the_identity(self):
        path = self.put('all.jsonl', self.line(URLS[0], STORM, id='7') + self.line(URLS[1], STORM, id='8') + self.line(URLS[2], GOAT, id='9'))
        self.assertEqual(sorted(d['id'] for d in self.trace(path)['documents']), ['7', '8', '9'])

    def test_hosts_of_one_outlet_are_one_outlet(self):
        path = self.put('all.jsonl', self.line('https://edition.cnn.com/a', STORM) + self.line('http://cnn.com/b', GOAT) + self.line('https://local.vellmark-post.example/c', MORE))
        self.assertEqual([d['outlet'] for d in self.extract_outlets(path)], ['CNN', 'CNN', 'vellmark-post.example'])

    def extract_outlets(self, path):
        return sorted(self.trace(path)['documents'], key=lambda d: d['url'].split('/')[-1])
