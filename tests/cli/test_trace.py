"""`trace`: what it finds in the examples, and where it writes what."""
import json, os, subprocess
from case import BINARY, Case, EXAMPLES, GOAT, ROOT, STORM
import eval as labels

WIRE = ('ward-ledger.txt', 'ward-courier.txt.gz', 'feed.jsonl#1', 'ward-standard.txt')


class Examples(Case):
    """The key facts of examples/, one test each. The figures are the business of tools/eval.py."""

    @classmethod
    def setUpClass(cls):
        p = subprocess.run([BINARY, 'trace', EXAMPLES, '--json', '-'], capture_output=True, timeout=240)
        if p.returncode:
            raise AssertionError(f'trace of the examples exited {p.returncode}: {p.stderr.decode()}')
        cls.found = json.loads(p.stdout)
        cls.score = labels.Score(cls.found, labels.read_stories())
        cls.name_of, cls.text_of = {}, {}          # id in the trace -> file or file#record; its text
        for story in cls.score.stories:
            for doc in story['docs']:
                key = cls.score.ids[story['id'], doc['doc']]
                cls.name_of[key] = doc['file'] + (f'#{doc["record"]}' if 'record' in doc else '')
                cls.text_of[key] = story['texts'][doc['doc']]
        cls.titles = {d['id']: d.get('title') or '' for d in cls.found['documents']}

    def text_in(self, thing):
        return self.titles[thing['document']] if thing.get('in') == 'title' else self.text_of[thing['document']]

    def words(self, member):
        text = self.text_of[member['document']]
        return ' '.join(text[s['begin']:s['end']] for s in member.get('spans') or [member])

    def members(self, part):
        """Utterances that render `part` somewhere, with their members' words."""
        found = [(u, [self.words(m) for m in u['members']]) for u in self.found['utterances']]
        return [(u, words) for u, words in found if any(part in w for w in words)]

    def test_fifteen_articles_nothing_skipped(self):
        self.assertEqual(len(self.found['documents']), 15)
        self.assertEqual(self.found['skipped'], [])
        self.assertEqual(self.found['schema'], 'firsthand.trace/1')
        self.assertEqual(self.found['offset_unit'], 'codepoint')

    def test_three_stories(self):
        want = {frozenset(self.score.ids[s['id'], d['doc']] for d in s['docs']) for s in self.score.stories}
        self.assertEqual({frozenset(s['documents']) for s in self.found['stories']}, want)

    def test_four_articles_print_one_text(self):
        groups = [sorted(self.name_of[d] for d in c['documents']) for c in self.found['copies'] if len(c['documents']) > 1]
        self.assertEqual(groups, [sorted(WIRE)])

    def test_every_document_has_a_story_and_a_copy_group(self):
        for kind in ('stories', 'copies'):
            members = [d for g in self.found[kind] for d in g['documents']]
            self.assertEqual(sorted(members), sorted(self.name_of), kind)

    def test_the_lost_not_is_one_utterance_with_a_negation(self):
        (utterance, words), = [x for x in self.members('We will close the ward before the spring') if len(x[1]) > 1]
        self.assertTrue(any('We will not close the ward' in w for w in words))
        pairs = [(words[e['from']], words[e['to']]) for e in utterance['edits'] if e['kind'] == 'negation']
        self.assertTrue(any('We will not close' in before and 'We will close' in after for before, after in pairs), utterance['edits'])

    def test_the_altered_number_is_one_utterance_with_a_number(self):
        (utterance, words), = [x for x in self.members('Twenty-one people were taken to hospital') if len(x[1]) > 1]
        self.assertTrue(any('Twelve people were taken to hospital' in w for w in words))
        self.assertIn('number', {e['kind'] for e in utterance['edits']})

    def test_the_insiders_words_are_one_utterance_unaltered(self):
        (utterance, words), = [x for x in self.members('Dario has told half the dressing room') if len(x[1]) > 1]
        files = {self.name_of[m['document']] for m in utterance['members']}
        self.assertLessEqual({'ring-reportedly.txt', 'feed.jsonl#2'}, files)
        forms = [m['form'] for m in utterance['members'] if self.name_of[m['document']] in ('ring-reportedly.txt', 'feed.jsonl#2')]
        self.assertIn('verbatim', forms)
        self.assertLessEqual(set(forms), {'verbatim', 'trimmed'}, utterance['members'])
        self.assertEqual(utterance['independent']['low'], 1)

    def test_relays_are_named(self):
        entities = {e['id']: e for e in self.found['entities']}
        relays = {entities[r]['name'].removeprefix('the ').removeprefix('The ') for a in self.found['attributions'] for r in a.get('relays', [])}
        self.assertLessEqual({'Keyhole Weekly', 'Sunday Lantern'}, relays)

    def test_unnamed_sources_of_two_relays_stay_apart(self):
        unnamed = {(e['name'], e.get('relay')) for e in self.found['entities'] if e['kind'] == 'unnamed'}
        self.assertGreaterEqual(len({relay for _, relay in unnamed if relay is not None}), 2, unnamed)

    def test_own_interview_names_its_speaker(self):
        entities = {e['id']: e for e in self.found['entities']}
        speakers = {entities[a['speaker']]['name'] for a in self.found['attributions'] if self.name_of[a['document']] == 'ward-night-shift.txt' and a.get('speaker')}
        self.assertTrue(any('Lindqvale' in s for s in speakers), speakers)

    def test_undated_and_without_outlet_are_said(self):
        notes = {self.name_of[d['id']]: set(d['notes']) for d in self.found['documents']}
        for name in ('ward-what-we-know.txt', 'ring-reportedly.txt'):
            self.assertLessEqual({'undated', 'no outlet'}, notes[name])
        self.assertNotIn('undated', notes['ward-ledger.txt'])

    def test_dates_are_dates_of_publication(self):
        published = {self.name_of[d['id']]: d['published'] for d in self.found['documents'] if d.get('published')}
        self.assertEqual(published['ward-standard.txt']['value'], '2025-11-05')
        self.assertEqual(published['ward-standard.txt']['precision'], 'day')
        self.assertTrue(published['crawl.json#1']['value'].startswith('2025-11-06'), 'the day of the download is not the day of publication')

    def test_furniture_is_left_out(self):
        for document in self.found['documents']:
            text = self.text_of[document['id']]
            hidden = ' '.join(text[s['begin']:s['end']] for s in document.get('furniture', []))
            for line in ('You Might Also Like', 'Share this article', 'Sign up for our newsletter'):
                if text.rstrip().endswith(line):
                    self.assertIn(line, hidden, document['id'])
            for a in self.found['attributions']:
                if a['document'] == document['id'] and a.get('in') != 'title':
                    for s in a['content']:
                        self.assertFalse(any(s['begin'] < f['end'] and f['begin'] < s['end'] for f in document.get('furniture', [])), a)

    def test_every_span_slices_within_its_text(self):
        seen = 0
        for a in self.found['attributions']:
            for role in ('source', 'cue', 'content', 'to'):
                for s in a.get(role, []):
                    self.assertTrue(0 <= s['begin'] < s['end'] <= len(self.text_in(a)), (a['id'], role, s))
                    seen += 1
        for kind, list_of in (('members', 'utterances'), ('mentions', 'entities')):
            for group in self.found[list_of]:
                for m in group[kind]:
                    self.assertTrue(0 <= m['begin'] < m['end'] <= len(self.text_of[m['document']]), m)
                    seen += 1
        for echo in self.found['echoes']:
            for end in (echo['from'], echo['to']):
                self.assertTrue(0 <= end['begin'] < end['end'] <= len(self.text_of[end['document']]), end)
                seen += 1
        self.assertGreater(seen, 200)

    def test_direct_content_stands_between_quotation_marks(self):
        marks = '"“”‘’\''
        for a in self.found['attributions']:
            if a['kind'] == 'direct':
                text = self.text_in(a)
                first = a['content'][0]
                around = text[max(0, first['begin'] - 1):first['begin'] + 1]
                self.assertTrue(any(m in around for m in marks), text[first['begin']:first['end']])

    def test_people_bear_a_name_that_stands_in_a_text(self):
        for e in self.found['entities']:
            if e['kind'] == 'person':
                names = {labels.plain(n) for n in [e['name'], *e['aliases']]}
                self.assertTrue(any(labels.plain(self.text_of[m['document']][m['begin']:m['end']]) in names for m in e['mentions']), e)

    def test_attribution_ids_are_unique_and_references_lead_somewhere(self):
        ids = [a['id'] for a in self.found['attributions']]
        self.assertEqual(len(ids), len(set(ids)))
        entities = {e['id'] for e in self.found['entities']}
        for a in self.found['attributions']:
            self.assertLessEqual({i for i in [a.get('speaker'), *a.get('relays', [])] if i is not None}, entities)
            self.assertTrue(a.get('parent') is None or a['parent'] in ids)


FERRY = [
    {'id': 'post', 'outlet': 'Harrowby Post', 'published': '2024-03-04', 'title': 'Ferry runs aground off Gull Point',
     'text': 'The Harrowby ferry Sandpiper ran aground off Gull Point on Monday with forty passengers aboard. "Nobody was hurt and the hull is dry," Ilsa Brandt, '
             'the captain of the Sandpiper, said on Monday. Her brother Tomas Brandt, who owns the Harrowby line, said the ferry would sail again within the week.'},
    {'id': 'lantern', 'outlet': 'Gull Lantern', 'published': '2024-03-05', 'title': 'Forty taken off grounded ferry',
     'text': 'Forty passengers were taken off the grounded ferry Sandpiper at Gull Point. "The tide took us where it wanted," Brandt said of the Harrowby line on '
             'Tuesday. The coastguard praised the crew of the ferry.'},
    {'id': 'weekly', 'outlet': 'Wend Weekly', 'published': '2024-06-05', 'title': 'Mill sold to brewer',
     'text': 'The parish of Lower Wend sold its flour mill to the brewer Rell. "It is a fair price for an old wheel," Ilsa Brandt of the parish council said.'},
]


class People(Case):
    def test_who_may_be_who_stays_open_and_is_said(self):
        path = self.put('ferry.jsonl', ''.join(json.dumps(one) + '\n' for one in FERRY))
        trace = self.trace(path)
        called = {e['id']: e['name'] for e in trace['entities']}
        perhaps = {(e['name'], called[p['entity']], p['why']) for e in trace['entities'] for p in e.get('perhaps', [])}
        self.assertEqual(perhaps, {('Brandt', 'Ilsa Brandt', '2 people of this story may be called so'), ('Brandt', 'Tomas Brandt', '2 people of this story may be called so'),
                                   ('Ilsa Brandt', 'Ilsa Brandt', 'the same name in another story')})
        self.assertIn('Brandt (Ilsa Brandt or Tomas Brandt?)', self.run_program('trace', path).out.decode())


class Outputs(Case):
    def test_summary_on_stdout_and_nothing_on_stderr(self):
        run = self.run_program('trace', EXAMPLES)
        self.assertEqual((run.code, run.err), (0, b''))
        self.assertIn('15 articles', run.out.decode())
        self.assertNotIn(b'\x1b', run.out, 'colour is for terminals')

    def test_json_to_stdout_is_json_alone(self):
        self.trace(self.put('a.txt', STORM))

    def test_json_and_html_to_files(self):
        path = self.put('a.txt', STORM)
        page, data = os.path.join(self.folder, 'r.html'), os.path.join(self.folder, 'r.json')
        run = self.run_program('trace', path, '--html', page, '--json', data)
        self.assertEqual(run.code, 0, run.message())
        with open(data, encoding='utf-8') as f:
            self.assertEqual(len(json.load(f)['documents']), 1)
        with open(page, encoding='utf-8') as f:
            html = f.read()
        self.assertIn('Vellmark', html)
        self.assertNotRegex(html, r'(?i)<(script|img|link|iframe)[^>]+(src|href)=["\']?(https?:)?//')
        self.assertEqual(sorted(os.listdir(self.folder)), ['a.txt', 'r.html', 'r.json'], 'no temporary files stay behind')

    def test_page_shows_no_markup_of_an_article(self):
        path = self.put('a.txt', STORM.replace('bicycle shed', '<script>alert(1)</script><img src=x onerror=alert(2)>'))
        run = self.run_program('trace', path, '--html', '-')
        self.assertEqual(run.code, 0, run.message())
        self.assertIn(b'&lt;script&gt;', run.out)
        self.assertNotIn(b'<script>alert', run.out)
        self.assertNotIn(b'<img src=x', run.out)

    def test_standard_input(self):
        found = self.trace('-', stdin=STORM.encode())
        self.assertEqual([d['title'] for d in found['documents']], ['Storm takes the roof off Vellmark school'])

    def test_page_on_stdout(self):
        run = self.run_program('trace', '-', '--html', '-', stdin=STORM.encode())
        self.assertEqual(run.code, 0, run.message())
        self.assertTrue(run.out.lower().startswith(b'<!doctype html>'))

    def test_output_that_cannot_be_written_is_named(self):
        path = self.put('a.txt', STORM)
        for flag in ('--json', '--html'):
            with self.subTest(flag):
                run = self.run_program('trace', path, flag, os.path.join(self.folder, 'absent', 'r.out'))
                self.assertEqual(run.code, 1)
                self.assertIn('absent', run.message())

    def test_no_terminal_escapes_with_no_color_on_a_terminal(self):
        for variables, colored in (({'NO_COLOR': '1'}, False), ({}, True)):
            with self.subTest(variables):
                out = self.run_on_terminal(variables)
                self.assertIn(b'15 articles', out)
                self.assertEqual(b'\x1b[1m' in out or b'\x1b[3' in out, colored)

    def run_on_terminal(self, variables):
        """Runs a trace of the examples with a pseudo-terminal as its stdout, hands back what it wrote there."""
        import pty
        master, slave = pty.openpty()
        environment = {k: v for k, v in os.environ.items() if k != 'NO_COLOR'}
        environment.update(variables, TERM='xterm')
        p = subprocess.Popen([BINARY, 'trace', EXAMPLES], stdout=slave, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL, env=environment)
        os.close(slave)
        out = b''
        while True:
            try:
                part = os.read(master, 65536)
            except OSError:
                break                              # Linux says EIO when the other end is closed
            if not part:
                break
            out += part
        os.close(master)
        self.assertEqual(p.wait(timeout=60), 0)
        return out

    def test_progress_as_json_lines_on_stderr(self):
        run = self.run_program('trace', EXAMPLES, '--json', '-', '--progress', 'json')
        self.assertEqual(run.code, 0)
        lines = run.message().splitlines()
        self.assertTrue(lines)
        for line in lines:
            self.assertIsInstance(json.loads(line), dict)
        self.assertEqual(len(run.json()['documents']), 15)

    def test_meta_fills_what_the_files_lack(self):
        path = self.put('a.txt', STORM)
        meta = self.put('meta.csv', f'path,outlet,published,title\n"{path}",The Vellmark Chronicle,2024-02-12,"Roof, gone"\n')
        document, = self.trace(path, '--meta', meta)['documents']
        self.assertEqual((document['outlet'], document['published']['value'], document['title']), ('The Vellmark Chronicle', '2024-02-12', 'Roof, gone'))

    def test_two_stories_of_two_articles(self):
        found = self.trace(self.put('a.txt', STORM), self.put('b.txt', GOAT))
        self.assertEqual(len(found['stories']), 2)
        self.assertEqual(len(found['copies']), 2)
