"""Tables of articles and lists of links through the binary: what is said on stderr, in the JSON, and by the exit code."""
import os
from case import Case, GOAT, ROOT, STORM

FIXTURES = os.path.join(ROOT, 'tests', 'fixtures')


class Tables(Case):
    def test_rows_are_named_by_their_line(self):
        path = self.put('pile.csv', 'id,text,title\n1,"%s",\n,,\n3,"%s",A goat\n' % (STORM, GOAT))
        found = self.trace(path, code=3)
        lines = 1 + STORM.count('\n') + 1
        self.assertEqual(sorted(d['id'] for d in found['documents']), ['1', '3'])
        self.assertEqual(self.reasons(found), {f'{path}:{lines + 1}': 'no text in this row'})
        self.assertEqual({d['id']: d['path'] for d in found['documents']}, {'1': f'{path}:2', '3': f'{path}:{lines + 2}'})

    def test_standard_input(self):
        found = self.trace('-', stdin=('id\ttext\n1\t"%s"\n' % STORM).encode())
        self.assertEqual([d['id'] for d in found['documents']], ['1'])

    def test_five_tools_in_one_pile(self):
        paths = [os.path.join(FIXTURES, 'made', *p) for p in (('newspaper4k', 'cli-many.csv'), ('minet', 'extract.csv'), ('trafilatura', 'many-with-metadata.csv'))]
        found = self.trace(*paths, os.path.join(FIXTURES, 'documented', 'webz.json'), os.path.join(FIXTURES, 'documented', 'ninjs-3.1.json'), code=3)
        again = [s for s in found['skipped'] if s['reason'].startswith('the same ')]
        self.assertEqual(len(found['documents']) + len(again), 8 + 8 + 8 + 1 + 1, 'one article that two tools found alike is one')
        versions = [d for d in found['documents'] if any(note.startswith('a revision of ') for note in d['notes'])]
        self.assertEqual(len(found['documents']) - len(versions), 8 + 1 + 1, 'what they found unlike are its versions')
        self.assertEqual(len(found['skipped']) - len(again), 2, 'a page that minet did not get, and a comment of a reader')


class Lists(Case):
    LINKS = 'url,title,media_name,media_url,publish_date\nhttps://www.vellmark.example/storm?utm_source=x,A storm,Vellmark Post,vellmark.example,2021-08-30\n'

    def test_joins(self):
        pile = self.put('a.csv', 'url,text\nhttps://vellmark.example/storm,"%s"\n' % STORM)
        found = self.trace(pile, self.put('links.csv', self.LINKS))
        document, = found['documents']
        self.assertEqual(document['published']['value'], '2021-08-30')
        self.assertEqual(document['published']['from'], 'listing links.csv: publish_date')

    def test_is_named_where_nothing_joins(self):
        links = self.put('links.csv', self.LINKS)
        found = self.trace(links, self.put('a.txt', GOAT), code=3)
        self.assertIn('1 story of a Media Cloud list holds no article text', self.reasons(found)[links])

    def test_address_as_path(self):
        run = self.run_program('trace', 'https://vellmark.example/storm')
        self.assertEqual(run.code, 1)
        self.assertIn('opens no connection', run.message())
        found = self.trace('https://vellmark.example/storm', self.put('a.txt', GOAT), code=3)
        self.assertIn('opens no connection', self.reasons(found)['https://vellmark.example/storm'])

    def test_list_of_addresses(self):
        path = self.put('urls.txt', 'https://vellmark.example/storm\nhttps://vellmark.example/goat\n')
        found = self.trace(path, self.put('a.txt', GOAT), code=3)
        self.assertIn('save the pages first', self.reasons(found)[path])
