"""Bad input: each is skipped or cut with its reason, exit 3, and everything else is done. No crash, no hang."""
import gzip, json, os, pwd, resource, shutil, signal, subprocess
from case import BINARY, Case, EXAMPLES, GOAT, STORM


class Skipped(Case):
    """A good article stands beside each bad one, and must come through."""

    def expect_skipped(self, path, *words):
        """Traces `path` and a good article: the first is skipped, and its reason holds one of the words."""
        good = self.put('good.txt', STORM)
        run = self.run_program('trace', path, good, '--json', '-')
        self.assertEqual(run.code, 3, run.message())
        found = run.json()
        self.assertEqual([d['path'] for d in found['documents']], [good])
        (shown, reason), = self.reasons(found).items()
        self.assertTrue(any(w in reason for w in words), reason)
        self.assertTrue(shown.startswith(path), shown)
        self.assertIn(os.path.basename(path), run.message(), 'skipped inputs are named on stderr')
        return reason

    def test_empty_file(self):
        self.expect_skipped(self.put('empty.txt', b''), 'empty')

    def test_blank_file(self):
        self.expect_skipped(self.put('blank.txt', b' \n\t\r\n \n'), 'empty')

    def test_binary_files(self):
        for name, content, word in (('random.txt', bytes(range(256)) * 20, 'binary'), ('p.txt', b'%PDF-1.7\n%\xe2\xe3\xcf\xd3\n' + b'x' * 99, 'PDF'),
                                    ('i.txt', b'\x89PNG\r\n\x1a\n' + bytes(64), 'picture'), ('z.json', b'PK\x03\x04' + bytes(64), 'ZIP')):
            with self.subTest(name):
                self.expect_skipped(self.put(name, content), word)

    def test_web_page_without_an_article(self):
        reason = self.expect_skipped(self.put('page.txt', '<!DOCTYPE html><html><title>Hello</title><body></body></html>'), 'no article text')
        self.assertIn('text', reason)

    def test_missing_path_among_good_ones(self):
        self.expect_skipped(os.path.join(self.folder, 'absent.txt'), 'no such', 'not there')

    def test_link_to_nowhere(self):
        path = os.path.join(self.folder, 'link.txt')
        os.symlink('nowhere.txt', path)
        self.expect_skipped(path, 'no such', 'not there')

    def test_damaged_gzip(self):
        whole = gzip.compress(os.urandom(4000))
        self.expect_skipped(self.put('a.gz', whole[:12] + b'\xff' * 200), 'gzip')

    def test_gzip_bomb(self):
        """A text that unpacks without end is cut and named, never unpacked to its end."""
        good, bomb = self.put('good.txt', STORM), self.put('bomb.txt.gz', gzip.compress(b'word ' * (30 << 20)))
        found = self.trace(good, bomb, code=3)
        self.assertRegex(self.reasons(found)[bomb], 'bomb|too large')
        cut = {d['path']: d for d in found['documents']}
        self.assertIn(good, cut)
        if bomb in cut:
            self.assertIn('truncated', cut[bomb]['notes'])
            self.assertLess(cut[bomb]['words'], 8 << 20)

    def test_gzip_bomb_in_a_gzip(self):
        self.expect_skipped(self.put('bomb.gz', gzip.compress(gzip.compress(b'a' * (48 << 20)))), 'compressed')

    def test_deep_json(self):
        self.expect_skipped(self.put('deep.json', '{"text":' + '[' * 5000 + ']' * 5000 + '}'), 'nested', 'JSON')

    def test_record_without_text(self):
        self.expect_skipped(self.put('r.jsonl', '{"id": "a", "title": "Only a title"}\n'), 'text')


class BrokenLines(Case):
    def test_broken_lines_among_good_ones(self):
        lines = [json.dumps({'id': 'one', 'text': STORM}), '{"id": "two", "text": "never clos', 'not json at all', '["a list"]', '17', '', json.dumps({'id': 'seven', 'text': GOAT})]
        path = self.put('mixed.jsonl', '\n'.join(lines) + '\n')
        found = self.trace(path, code=3)
        self.assertEqual(sorted(d['id'] for d in found['documents']), ['one', 'seven'])
        reasons = self.reasons(found)
        self.assertEqual(sorted(reasons), [f'{path}:{n}' for n in (2, 3, 4, 5)])
        self.assertTrue(all(reasons.values()))

    def test_list_with_a_giant_element(self):
        big = json.dumps({'id': 'big', 'text': 'word ' * (7 << 20)})
        path = self.put('list.json', f'[{json.dumps({"id": "one", "text": STORM})},\n{big},\n{json.dumps({"id": "three", "text": GOAT})}]')
        found = self.trace(path, code=3)
        self.assertEqual(sorted(d['id'] for d in found['documents']), ['one', 'three'])
        (shown, reason), = self.reasons(found).items()
        self.assertTrue(shown.startswith(f'{path}:2'), shown)
        self.assertIn('large', reason)

    def test_list_that_breaks_off(self):
        path = self.put('cut.json', f'[{json.dumps({"id": "one", "text": STORM})},\n{{"id": "two", "te')
        found = self.trace(path, code=3)
        self.assertEqual([d['id'] for d in found['documents']], ['one'])

    def test_gzip_cut_short_gives_what_was_complete(self):
        lines = ''.join(json.dumps({'id': f'd{i}', 'text': STORM + os.urandom(600).hex()}) + '\n' for i in range(400))
        whole = gzip.compress(lines.encode())
        found = self.trace(self.put('cut.jsonl.gz', whole[:len(whole) // 2]), code=3)
        self.assertGreater(len(found['documents']), 100)
        self.assertEqual(len(found['skipped']), 1)

    def test_two_documents_with_one_id(self):
        same = json.dumps({'id': 'same', 'text': STORM}) + '\n' + json.dumps({'id': 'same', 'text': GOAT}) + '\n'
        run = self.run_program('trace', self.put('same.jsonl', same), '--json', '-')
        found = run.json()
        self.assertEqual(len(found['documents']) + len(found['skipped']), 2)
        ids = [d['id'] for d in found['documents']]
        self.assertEqual(len(ids), len(set(ids)), 'an id names one document')
        self.assertEqual(run.code, 3 if found['skipped'] else 0)


class KeptAndRepaired(Case):
    def test_invalid_utf8_is_replaced(self):
        path = self.put('latin.txt', STORM.encode().replace(b'caretaker', b'car\xe9taker\xff\xc0\xaf', 1))
        found = self.trace(path)
        self.assertEqual(len(found['documents']), 1)
        text = open(path, 'rb').read().decode('utf-8', 'replace')
        self.assertTrue(any('counted to four' in text[s['begin']:s['end']] for a in found['attributions'] for s in a['content']))

    def test_other_charsets_are_read_and_their_offsets_fit(self):
        words = STORM.replace('caretaker', 'café owner', 1)
        for charset, note in (('utf-16', 'read as UTF-16LE'), ('windows-1252', 'read as windows-1252')):
            with self.subTest(charset):
                path = self.put('other.txt', words.encode(charset))
                found = self.trace(path)
                self.assertIn(note, found['documents'][0]['notes'])
                with open(path, encoding=charset, newline='') as file:
                    text = file.read()
                self.assertTrue(any('counted to four' in text[s['begin']:s['end']] for a in found['attributions'] for s in a['content']))

    def test_unpaired_surrogates(self):
        line = json.dumps({'id': 'lone', 'title': 'Half \ud83d a pair', 'text': STORM + 'And \udc00 back \ud800.'})
        self.assertIn('\\ud83d', line)
        run = self.run_program('trace', self.put('s.jsonl', line + '\n'), '--json', '-')
        self.assertEqual(run.code, 0, run.message())
        self.assertEqual(run.json()['documents'][0]['title'], 'Half \ufffd a pair')

    def test_nul_characters_in_a_record(self):
        line, = self.extract(self.put('n.jsonl', json.dumps({'id': 'nul', 'text': STORM.replace('Nobody', 'No\0body')}) + '\n'))
        self.assertEqual(line['id'], 'nul')
        self.assertTrue(line['attributions'])

    def test_silly_dates_are_noted_and_not_believed(self):
        for date in ('the day before yesterday', '9999-99-99', '0000-00-00', '1066-10-14', '2025-02-30', '', ' ', '9' * 400, '-1', 'NaN'):
            with self.subTest(date):
                document, = self.trace('-', stdin=json.dumps({'id': 'd', 'text': STORM, 'published': date}).encode())['documents']
                self.assertIn('undated', document['notes'])
                self.assertFalse((document.get('published') or {}).get('value'), document)

    def test_dates_of_any_json_type(self):
        for date in (None, [], {}, True, 12.5, [[]], {'$date': None}):
            with self.subTest(date):
                self.assertEqual(len(self.trace('-', stdin=json.dumps({'id': 'd', 'text': STORM, 'published': date}).encode())['documents']), 1)

    def test_names_with_control_characters(self):
        name = 'a\x1b[31m\nred\x07\u202e.txt'
        self.put(name, STORM)
        self.put('bad\x1b[2J.txt', b'')
        run = self.run_program('trace', self.folder)
        self.assertEqual(run.code, 3, run.message())
        for stream in (run.out, run.err):
            self.assertNotIn(b'\x1b', stream)
            self.assertNotIn(b'\x07', stream)
        self.assertNotIn('\u202e', run.out.decode() + run.message())

    def test_name_that_is_no_utf8(self):
        with open(os.fsencode(self.folder) + b'/caf\xe9.txt', 'w', encoding='utf-8') as f:
            f.write(STORM)
        self.assertEqual(len(self.trace(self.folder)['documents']), 1)

    def test_control_characters_of_a_text_do_not_reach_the_terminal(self):
        run = self.run_program('trace', '-', stdin=json.dumps({'text': '\x1b]0;owned\x07Red \x1b[31malert\n\n' + STORM, 'outlet': 'Th\x1b[5me Post'}).encode())
        self.assertEqual(run.code, 0, run.message())
        self.assertNotIn(b'\x1b', run.out + run.err)

    def test_another_language_is_a_note_not_a_skip(self):
        text = ('Der Sturm hat in der Nacht zum Sonntag das Dach der Schule abgedeckt. Niemand wurde verletzt, sagte der Hausmeister. '
                'Die Schule bleibt bis zum Ende der Woche geschlossen, wie die Rektorin am Montag mitteilte.\n') * 3
        document, = self.trace(self.put('de.txt', text))['documents']
        self.assertIn('not English', document['notes'])
        self.assertEqual(document['language'], 'de')


class Places(Case):
    def test_folder_that_links_to_itself(self):
        self.put('deep/down/a.txt', STORM)
        os.symlink('..', os.path.join(self.folder, 'deep', 'down', 'up'))
        os.symlink('.', os.path.join(self.folder, 'self'))
        run = self.run_program('trace', self.folder, '--json', '-', timeout=60)
        self.assertIn(run.code, (0, 3), run.message())
        self.assertEqual(len(run.json()['documents']), 1)

    def test_pipe_in_a_folder_does_not_block(self):
        self.put('a.txt', STORM)
        os.mkfifo(os.path.join(self.folder, 'pipe.txt'))
        found = self.trace(self.folder, code=3, timeout=60)
        self.assertEqual(len(found['documents']), 1)
        self.assertIn('pipe', next(iter(self.reasons(found).values())))

    def test_empty_folder_says_so(self):
        run = self.run_program('trace', self.folder)
        self.assertIn(run.code, (0, 1))
        self.assertTrue(run.out + run.err)

    def test_missing_path_alone_fails(self):
        for command in ('trace', 'extract'):
            flag = [] if command == 'trace' else ['--jsonl', '-']
            run = self.run_program(command, os.path.join(self.folder, 'absent'), *flag)
            self.assertEqual(run.code, 1, run.message())
            self.assertIn('absent', run.message())

    def test_missing_meta_file_fails(self):
        run = self.run_program('trace', self.put('a.txt', STORM), '--meta', os.path.join(self.folder, 'absent.csv'))
        self.assertEqual(run.code, 1, run.message())
        self.assertIn('absent.csv', run.message())

    def as_nobody(self):
        """How to run the program as somebody who is not root, to whom permissions apply."""
        if os.geteuid() != 0:
            return {}
        nobody = pwd.getpwnam('nobody')
        who = {'user': nobody.pw_uid, 'group': nobody.pw_gid, 'extra_groups': []}
        try:
            reached = subprocess.run([BINARY, '--version'], capture_output=True, **who).returncode == 0
        except PermissionError:
            reached = False
        if reached:
            return who
        copy = os.path.join(self.folder, 'program')  # the build folder may be closed to others
        shutil.copy(BINARY, copy)
        os.chmod(copy, 0o755)
        return {**who, 'executable': copy}

    def test_no_permission(self):
        who = self.as_nobody()
        articles = os.path.join(self.folder, 'articles')
        self.put('articles/a.txt', STORM)
        os.chmod(articles, 0o755)
        os.chmod(self.put('articles/closed.txt', GOAT), 0)
        self.put('articles/shut/b.txt', GOAT)
        os.chmod(os.path.join(articles, 'shut'), 0)
        try:
            found = self.trace(articles, code=3, **who)
        finally:
            os.chmod(os.path.join(articles, 'shut'), 0o755)
        self.assertEqual(len(found['documents']), 1)
        reasons = self.reasons(found)
        self.assertEqual(len(reasons), 2, reasons)
        self.assertTrue(all('permission' in r for r in reasons.values()), reasons)

    def test_full_disk_for_the_answer(self):
        for words in (['trace', EXAMPLES, '--json', '/dev/full'], ['trace', EXAMPLES, '--html', '/dev/full'], ['extract', EXAMPLES, '--jsonl', '/dev/full']):
            with self.subTest(words[2]):
                run = self.run_program(*words)
                self.assertEqual(run.code, 1, run.message())
                self.assertRegex(run.message(), r'/dev/full.*(space|full|written)')

    def test_many_of_one_kind_are_counted(self):
        path = self.put('pile.jsonl', json.dumps({'id': 'good', 'text': STORM}) + '\n' + '{"title": "no text"}\n' * 100)
        run = self.run_program('trace', path, '--json', '-')
        self.assertEqual(run.code, 3)
        self.assertEqual(len(json.loads(run.out)['skipped']), 100)
        self.assertEqual(len(run.message().splitlines()), 21)
        self.assertIn(f'{path}: 80 more like this: no text', run.message())
        lines = os.path.join(self.folder, 'out.jsonl')
        run = self.run_program('extract', path, '--jsonl', lines)
        self.assertEqual((run.code, len(run.message().splitlines())), (3, 21))
        with open(lines, encoding='utf-8') as out:
            self.assertEqual(len(out.readlines()), 101)

    def test_full_disk_on_stdout(self):
        with open('/dev/full', 'wb') as full:
            p = subprocess.run([BINARY, 'trace', EXAMPLES], stdout=full, stderr=subprocess.PIPE, timeout=120)
        self.assertEqual(p.returncode, 1)
        self.assertTrue(p.stderr)

    def test_file_size_limit_for_the_store(self):
        """No room for the private store: said, not crashed."""
        def limit():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))
        data = ''.join(json.dumps({'id': f'd{i}', 'text': (STORM + GOAT) * 30 + str(i)}) + '\n' for i in range(300))
        p = subprocess.run([BINARY, 'trace', '-', '--html', '-'], input=data.encode(), capture_output=True, preexec_fn=limit, timeout=240)
        self.assertIn(p.returncode, (0, 1), p.stderr)   # 0 where the store fits into memory
        self.assertNotIn(b'Sanitizer', p.stderr)
        self.assertEqual(p.returncode == 1, bool(p.stderr.strip()))

    def test_full_disk_for_the_store(self):
        disk = os.path.join(self.folder, 'disk')
        os.mkdir(disk)
        mount = f'mount -t tmpfs -o size=64k none {disk}'
        if os.geteuid() != 0 or subprocess.run(['unshare', '-m', 'sh', '-c', mount], capture_output=True).returncode:
            self.skipTest('no file system may be mounted here')
        feed = self.put('feed.jsonl', ''.join(json.dumps({'id': f'd{i}', 'text': (STORM + GOAT) * 30 + str(i)}) + '\n' for i in range(300)))
        p = subprocess.run(['unshare', '-m', 'sh', '-c', f'{mount} && exec "$0" trace "$1" --json -', BINARY, feed],
                           capture_output=True, env={**os.environ, 'TMPDIR': disk}, timeout=240)
        self.assertIn(p.returncode, (0, 1), p.stderr)
        self.assertNotIn(b'Sanitizer', p.stderr)
        self.assertEqual(p.returncode == 1, bool(p.stderr.strip()))
