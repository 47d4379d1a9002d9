"""Lines that `extract` wrote, given beside their texts: the same answer, nothing extracted twice, nothing believed unchecked."""
import base64, gzip, json, os, shutil, subprocess
from case import BINARY, Case, EXAMPLES, GOAT, ROOT, STORM

SITE = os.path.join(ROOT, 'tests', 'fixtures', 'site')
TITLED = 'Mayor denies that the ferry is lost, harbour master says'


class Lines(Case):
    def write_lines(self, *paths, name='lines.jsonl', code=0):
        out = os.path.join(self.folder, name)
        run = self.run_program('extract', *paths, '--jsonl', out)
        self.assertEqual(run.code, code, run.message())
        return out

    def traced(self, *paths, code=0, **more):
        run = self.run_program('trace', *paths, '--json', '-', **more)
        self.assertEqual(run.code, code, run.message())
        return run.out

    def read(self, path):
        with open(path, 'rb') as f:
            return f.read()

    def change(self, path, change):
        """The lines of a file with change() applied to each object, in a file of their own."""
        lines = [json.loads(line) for line in self.read(path).splitlines()]
        for line in lines:
            change(line)
        return self.put('changed.jsonl', ''.join(json.dumps(line, ensure_ascii=False) + '\n' for line in lines))

    def mark(self, line):
        """What an extraction would not find: it shows that the line was used."""
        for entity in line['entities']:
            entity['name'] += ' of the Line'

    def pile(self):
        """Texts, records with titles of their own, in letters of every width, and files that cannot be read."""
        shutil.copytree(EXAMPLES, os.path.join(self.folder, 'pile', 'examples'))
        self.put('pile/goat.txt', '🐐 ' + GOAT.replace('goat', 'gøat'))
        self.put('pile/crlf.txt', STORM.replace('\n', '\r\n'))
        self.put('pile/records.jsonl', ''.join(json.dumps(record) + '\n' for record in (
            {'id': 'a', 'title': TITLED, 'text': STORM, 'outlet': 'Vellmark Post', 'published': '2021-08-30'},
            {'id': 'b', 'title': TITLED + '!', 'text': STORM, 'outlet': 'Quillow Post', 'published': '2021-08-31T10:00:00+02:00'},
            {'id': 'c', 'text': STORM}, {'url': 'https://quillow.example/d', 'text': '<p>' + GOAT.replace('\n\n', '</p><p>') + '</p>'}, {'id': 'e'})))
        self.put('pile/broken.pdf', '%PDF-1.7')
        return os.path.join(self.folder, 'pile')

    def test_a_trace_with_lines_is_the_same(self):
        pile = self.pile()
        lines = self.write_lines(pile, code=3)
        expected = self.traced(pile, code=3)
        for order in ([pile, lines], [lines, pile]):
            for threads in ('1', '4'):
                self.assertEqual(self.traced(*order, '--threads', threads, code=3), expected)

    def test_the_examples(self):
        self.assertEqual(self.traced(EXAMPLES, self.write_lines(EXAMPLES)), self.traced(EXAMPLES))

    def test_lines_are_used(self):
        text = self.put('a.txt', STORM)
        names = {entity['name'] for entity in json.loads(self.traced(text, self.change(self.write_lines(text), self.mark)))['entities']}
        self.assertTrue(names and all(name.endswith(' of the Line') for name in names), names)

    def test_however_they_come(self):
        text = self.put('a.txt', STORM)
        marked = self.read(self.change(self.write_lines(text), self.mark))
        expected = self.traced(text, self.put('l.jsonl', marked))
        self.assertEqual(self.traced(text, self.put('l.jsonl.gz', gzip.compress(marked))), expected)
        self.assertEqual(self.traced(text, self.put('named as you like', marked)), expected)
        self.assertEqual(self.traced(text, '-', stdin=marked), expected)
        self.assertEqual(self.traced(text, '-', stdin=gzip.compress(marked)), expected)
        self.assertEqual(self.traced(text, self.put('bom.jsonl', b'\xef\xbb\xbf' + marked)), expected)
        spark = json.dumps(dict(sorted(json.loads(marked).items())), indent=None).encode() + b'\n'
        self.assertEqual(self.traced(text, self.put('sorted.jsonl', spark)), expected)
        folder = os.path.join(self.folder, 'walked')
        path = self.put('walked/a.txt', STORM)
        expected = self.traced(path, self.put('l.jsonl', marked))
        self.put('walked/0.jsonl', marked)
        self.assertEqual(self.traced(folder), expected)

    def test_through_a_pipe_with_a_name(self):
        text = self.put('a.txt', STORM)
        marked = self.change(self.write_lines(text), self.mark)
        run = subprocess.run(['bash', '-c', '"$0" trace "$1" <(cat "$2") --json -', BINARY, text, marked], capture_output=True, timeout=240)
        self.assertEqual((run.returncode, run.stdout), (0, self.traced(text, marked)), run.stderr)
        run = subprocess.run(['bash', '-c', '"$0" trace "$2" <(cat "$1") --json -', BINARY, text, self.put('b.txt', GOAT)], capture_output=True, timeout=240)
        self.assertEqual((run.returncode, len(json.loads(run.stdout)['documents'])), (0, 2), run.stderr)

    def test_pages_stand_in_their_lines(self):
        expected = json.loads(self.traced(SITE, code=3))
        lines = self.write_lines(SITE, code=3)
        self.assertEqual(json.loads(self.traced(SITE, lines, code=3)), expected)
        self.assertEqual(json.loads(self.traced(lines, code=3)), expected)
        self.assertEqual(self.traced(lines, code=3), self.traced(SITE, code=3))

    def test_extract_writes_the_lines_again(self):
        pile = self.pile()
        shutil.copytree(SITE, os.path.join(pile, 'site'))
        lines = self.write_lines(pile, code=3)
        again = self.write_lines(pile, lines, name='again.jsonl', code=3)
        self.assertEqual(self.read(again), self.read(lines))
        text = self.put('a.txt', STORM)
        marked = self.change(self.write_lines(text, name='one.jsonl'), self.mark)
        self.assertEqual(json.loads(self.read(self.write_lines(text, marked, name='two.jsonl'))), json.loads(self.read(marked)))

    def test_vectors_are_written_and_kept(self):
        out = os.path.join(self.folder, 'vectors.jsonl')
        self.assertEqual(self.run_program('extract', EXAMPLES, '--vectors', '--jsonl', out).code, 0)
        without = self.write_lines(EXAMPLES)
        for line, plain in zip(self.read(out).splitlines(), self.read(without).splitlines()):
            line, plain = json.loads(line), json.loads(plain)
            vectors = line.pop('vectors')
            self.assertEqual(line, plain)
            self.assertNotIn('vectors', plain)
            self.assertEqual(set(vectors['contents']), {str(a['id']) for a in line['attributions']})
            for letters in [vectors['lead'], *vectors['contents'].values()]:
                steps = [b - 256 if b > 127 else b for b in base64.b64decode(letters, validate=True)]
                self.assertEqual((len(steps), max(map(abs, steps))), (384, 127))
        self.assertEqual(self.read(self.write_lines(EXAMPLES, out, name='again.jsonl')), self.read(out))
        asked = os.path.join(self.folder, 'asked.jsonl')        # of lines without them
        self.assertEqual(self.run_program('extract', EXAMPLES, without, '--vectors', '--jsonl', asked).code, 0)
        self.assertEqual(self.read(asked), self.read(out))

    def test_vectors_that_are_none_are_refused(self):
        out = os.path.join(self.folder, 'vectors.jsonl')
        self.run_program('extract', os.path.join(EXAMPLES, 'bridge-statement.txt'), '--vectors', '--jsonl', out)
        whole = json.loads(self.read(out))
        for vectors in ({'lead': 'AAAA', 'contents': {}}, {'lead': whole['vectors']['lead'], 'contents': {'99': whole['vectors']['lead']}},
                        {'lead': whole['vectors']['lead'], 'contents': {'x': whole['vectors']['lead']}}, {'lead': '!' * 512, 'contents': {}}, {'lead': None}):
            changed = self.put('changed.jsonl', json.dumps(dict(whole, vectors=vectors)) + '\n')
            run = self.run_program('trace', os.path.join(EXAMPLES, 'bridge-statement.txt'), changed, '--json', '-')
            self.assertEqual(run.code, 3)
            self.assertIn('vectors that are none', run.message())

    def test_a_run_is_resumed_from_its_lines(self):
        pile = self.put('pile.jsonl', ''.join(json.dumps({'id': f'd{i}', 'text': STORM + f'\n\nEdition {i}.'}) + '\n' for i in range(30)))
        lines = self.write_lines(pile)
        part = self.put('part.jsonl', b''.join(self.read(lines).splitlines(True)[10:20]))
        self.assertEqual(self.read(self.write_lines(part, pile, name='whole.jsonl')), self.read(lines))

    def test_a_changed_text_is_extracted_anew(self):
        text = self.put('a.txt', STORM)
        marked = self.change(self.write_lines(text), self.mark)
        self.put('a.txt', STORM.replace('bicycle', 'tricycle'))
        found = json.loads(self.traced(text, marked, code=3))
        self.assertFalse([entity['name'] for entity in found['entities'] if entity['name'].endswith(' of the Line')])
        reason = self.reasons(found)[marked]
        self.assertIn('one line of `firsthand extract` met no such text', reason)
        self.assertIn(f'the first is “{text}” in line 1', reason)

    def test_another_title_is_another_document(self):
        record = {'id': 'a', 'title': TITLED, 'text': STORM}
        marked = self.change(self.write_lines(self.put('a.jsonl', json.dumps(record) + '\n')), self.mark)
        found = json.loads(self.traced(self.put('b.jsonl', json.dumps(dict(record, title='Another')) + '\n'), marked, code=3))
        self.assertFalse([entity['name'] for entity in found['entities'] if entity['name'].endswith(' of the Line')])
        self.assertEqual(list(self.reasons(found)), [marked])

    def test_a_changed_page_leaves_its_old_line(self):
        page = self.put('a.html', '<html><title>Storm</title><body><article><p>' + STORM.replace('\n\n', '</p><p>') + '</p></article></body></html>')
        lines = self.write_lines(page)
        self.put('a.html', self.read(page).replace(b'bicycle', b'tricycle'))
        found = json.loads(self.traced(page, lines, code=3))
        self.assertEqual(len(found['documents']), 1)
        self.assertIn('tricycle', found['documents'][0]['text'])
        self.assertEqual(list(self.reasons(found)), [lines])

    def test_of_two_models_the_running_one_wins(self):
        text = self.put('a.txt', STORM)
        line = json.loads(self.read(self.write_lines(text)))

        def by(model):
            marked = json.loads(json.dumps(line))
            marked['model'] = model
            for entity in marked['entities']:
                entity['name'] += f' by {model}'
            return json.dumps(marked) + '\n'

        def used(*models):
            found = json.loads(self.traced(text, *[self.put(f'{i}.jsonl', by(model)) for i, model in enumerate(models)]))
            return {entity['name'].rpartition(' by ')[2] for entity in found['entities']}
        self.assertEqual(used('accurate', line['model'], 'zebra'), {line['model']})
        self.assertEqual(used('zebra', 'accurate'), {'accurate'})
        self.assertEqual(used('accurate', 'zebra'), {'accurate'})

    def test_a_line_that_contradicts_its_text_is_refused(self):
        text = self.put('a.txt', STORM)
        lines, expected = self.write_lines(text), json.loads(self.traced(text))
        length = len(STORM)

        def refused(reason, change):
            with self.subTest(reason):
                changed = self.change(lines, lambda line: (self.mark(line), change(line)))
                found = json.loads(self.traced(text, changed, code=3))
                self.assertEqual(list(self.reasons(found)), [f'{changed}:1'])
                self.assertIn(reason, self.reasons(found)[f'{changed}:1'])
                self.assertEqual([found[key] for key in ('documents', 'attributions', 'entities')], [expected[key] for key in ('documents', 'attributions', 'entities')])
        first = lambda line: line['attributions'][0]
        refused('a span of an attribution', lambda line: first(line)['content'].append({'begin': length, 'end': length + 1}))
        refused('a span of an attribution', lambda line: first(line).update(cue=[{'begin': 9, 'end': 9}]))
        refused('a span of an attribution', lambda line: first(line).update(source=[{'begin': 9, 'end': 12}, {'begin': 2, 'end': 5}]))
        refused('a span of an attribution', lambda line: first(line).update(to=[{'begin': -1, 'end': 5}]))
        refused('without content', lambda line: first(line).update(content=[]))
        refused('order of their content', lambda line: first(line).update(content=[{'begin': length - 1, 'end': length}]))
        refused('a mention', lambda line: line['entities'][0]['mentions'].append({'begin': 0, 'end': 1 << 40}))
        refused('entities are not numbered', lambda line: line['entities'][0].update(id=2))
        refused('attributions are not numbered', lambda line: first(line).update(id=0))
        refused('a speaker or relay', lambda line: first(line).update(speaker=99))
        refused('a speaker or relay', lambda line: first(line).update(relays=[None]))
        refused('a parent that is no attribution', lambda line: first(line).update(parent=99))
        refused('a parent that is no attribution', lambda line: first(line).update(parent='1'))
        refused('in a circle', lambda line: first(line).update(parent=1))
        refused('unknown kind', lambda line: first(line).update(hand='left'))
        refused('title of its own', lambda line: first(line).update({'in': 'title'}))
        refused('score', lambda line: first(line).update(score=2))
        refused('more attributions than', lambda line: line.update(attributions=[first(line)] * 9999))
        refused('more entities than', lambda line: line.update(entities=[line['entities'][0]] * 9999))
        refused('entity of an unknown kind', lambda line: line['entities'][0].update(kind='ghost'))

    def test_what_is_no_line_is_named(self):
        text = self.put('a.txt', STORM)
        line = json.loads(self.read(self.write_lines(text)))
        rows = [json.dumps(line), '{"schema": "firsthand.extract/1", "id": "cut', json.dumps(dict(line, schema='firsthand.extract/2')), json.dumps({'text': GOAT}),
                json.dumps(dict(line, text_hash='0')), json.dumps(dict(line, text=GOAT)), json.dumps(dict(line, offset_unit='byte')), '[]',
                json.dumps({'schema': 'firsthand.extract/1', 'id': 'x\x1b.txt', 'error': 'it was not there'})]
        lines = self.put('lines.jsonl', '\n'.join(rows) + '\n')
        found = json.loads(self.traced(text, lines, code=3))
        reasons = self.reasons(found)
        self.assertEqual(len(found['documents']), 1)
        self.assertEqual(reasons.pop('x\\u{1b}.txt'), 'it was not there')
        for number, words in ((2, 'broken JSON'), (3, 'newer firsthand'), (4, 'no line of `firsthand extract` (and one more line like it)'), (5, 'the hash of its text'),
                              (6, 'not that of its text'), (7, 'code points')):
            self.assertIn(words, reasons.pop(f'{lines}:{number}'))
        self.assertEqual(reasons, {})
        other = self.put('trace.json', self.traced(text))
        self.assertIn('what `firsthand trace` wrote', self.reasons(json.loads(self.traced(text, other, code=3)))[other])

    def test_lines_in_an_archive_are_named(self):
        import zipfile
        text = self.put('a.txt', STORM)
        lines = self.write_lines(text)
        archive = os.path.join(self.folder, 'lines.zip')
        with zipfile.ZipFile(archive, 'w') as zipped:
            zipped.write(lines, 'lines.jsonl')
        self.assertIn('outside of any archive', self.reasons(json.loads(self.traced(text, archive, code=3)))[archive + '/lines.jsonl'])

    def test_lines_by_programs_before_this_one(self):
        """Without title, model and score of three digits: what the first version wrote."""
        text = self.put('a.txt', STORM)

        def age(line):
            self.mark(line)
            del line['title'], line['model']
        names = {entity['name'] for entity in json.loads(self.traced(text, self.change(self.write_lines(text), age)))['entities']}
        self.assertTrue(names and all(name.endswith(' of the Line') for name in names), names)

    def test_a_place_without_room_for_a_pipe_is_said(self):
        text = self.put('a.txt', STORM)
        marked = self.read(self.change(self.write_lines(text), self.mark))
        run = self.run_program('extract', text, '-', '--jsonl', '-', stdin=marked, env={'TMPDIR': os.path.join(self.folder, 'missing')})
        self.assertEqual(run.code, 3)
        self.assertIn('set TMPDIR to a folder that can be written', run.message())
        self.assertEqual(len(run.lines()), 2, 'the text extracted anew, and the reason')
