"""`extract`: one line per input document, in input order, streaming."""
import json, os, subprocess, threading
from case import BINARY, Case, EXAMPLES, GOAT, STORM


class Extract(Case):
    def feed(self, count):
        return ''.join(json.dumps({'id': f'd{i}', 'text': (STORM if i % 2 else GOAT) + f'\n\nEdition {i}.'}) + '\n' for i in range(count))

    def test_one_line_per_document_in_input_order(self):
        lines = self.extract(self.put('feed.jsonl', self.feed(60)), '--threads', '2')
        self.assertEqual([line['id'] for line in lines], [f'd{i}' for i in range(60)])

    def test_line_follows_the_contract(self):
        line, = self.extract(self.put('a.txt', STORM))
        self.assertEqual((line['schema'], line['offset_unit']), ('firsthand.extract/1', 'codepoint'))
        self.assertNotIn('text', line, 'the text of a .txt stays in its file')
        self.assertTrue(line['text_hash'])
        contents = [STORM[s['begin']:s['end']] for a in line['attributions'] for s in a['content']]
        self.assertTrue(any('I heard it go and I counted to four before it landed' in c for c in contents), contents)
        self.assertTrue(any('It landed on the bicycle shed.' in c for c in contents), contents)
        entities = {e['id']: e['name'] for e in line['entities']}
        first = next(a for a in line['attributions'] if 'counted to four' in STORM[a['content'][0]['begin']:a['content'][-1]['end']])
        self.assertEqual(entities[first['speaker']], 'Osgood Tennerby')
        self.assertEqual(first['kind'], 'direct')
        self.assertIn('said', ''.join(STORM[s['begin']:s['end']] for s in first['cue']))

    def test_offsets_are_code_points(self):
        text = STORM.replace('A storm', '🌪️ A störm—naïve, 𝔊𝔬𝔱𝔥𝔦𝔠—')
        line, = self.extract(self.put('a.txt', text))
        contents = [text[s['begin']:s['end']].strip('“”,. ') for a in line['attributions'] for s in a['content']]
        self.assertIn('I heard it go and I counted to four before it landed', contents)

    def test_carriage_returns_stay_in_place(self):
        text = STORM.replace('\n', '\r\n')
        line, = self.extract(self.put('a.txt', text))
        contents = [text[s['begin']:s['end']].strip('“”,. ') for a in line['attributions'] for s in a['content']]
        self.assertIn('I heard it go and I counted to four before it landed', contents)

    def test_a_document_that_failed_keeps_its_place(self):
        feed = self.feed(1) + '{"id": "broken", "text": \n' + '{"id": "last", "text": "Osgood Tennerby said that he was tired of roofs."}\n'
        lines = self.extract(self.put('feed.jsonl', feed), code=3)
        self.assertEqual(len(lines), 3)
        self.assertEqual((lines[0]['id'], lines[2]['id']), ('d0', 'last'))
        self.assertIn('error', lines[1])
        self.assertTrue(lines[1]['id'].endswith('feed.jsonl:2'), lines[1])
        self.assertNotIn('error', lines[0])

    def test_streams_from_standard_input(self):
        """The first line comes out while the input is still open: nothing waits for the end."""
        p = subprocess.Popen([BINARY, 'extract', '-', '--jsonl', '-', '--threads', '1'], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.addCleanup(p.kill)
        first_line_read = threading.Event()

        def write():
            p.stdin.write(self.feed(4000).encode())
            p.stdin.flush()
            first_line_read.wait(120)
            p.stdin.close()
        writer = threading.Thread(target=write)
        writer.start()
        self.assertEqual(json.loads(p.stdout.readline())['id'], 'd0')
        first_line_read.set()
        self.assertEqual(len(p.stdout.read().splitlines()), 3999)
        writer.join()
        self.assertEqual(p.wait(timeout=120), 0)
        p.stdout.close()

    def test_broken_pipe_is_quiet(self):
        p = subprocess.Popen([BINARY, 'extract', self.put('feed.jsonl', self.feed(1500)), '--jsonl', '-'], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.assertEqual(json.loads(p.stdout.readline())['id'], 'd0')
        p.stdout.close()
        self.assertEqual((p.wait(timeout=120), p.stderr.read()), (0, b''))
        p.stderr.close()

    def test_broken_pipe_of_a_trace_is_quiet(self):
        p = subprocess.Popen([BINARY, 'trace', EXAMPLES, '--json', '-'], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        p.stdout.read(1)
        p.stdout.close()
        self.assertEqual((p.wait(timeout=120), p.stderr.read()), (0, b''))
        p.stderr.close()

    def test_goes_on_after_the_last_full_line(self):
        feed = self.put('feed.jsonl', self.feed(40))
        out = os.path.join(self.folder, 'out.jsonl')
        self.assertEqual(self.run_program('extract', feed, '--jsonl', out).code, 0)
        with open(out, 'rb') as f:
            whole = f.read()
        for kept in (0, 1, len(whole) // 2, len(whole) - 1, len(whole)):
            with self.subTest(kept):
                with open(out, 'wb') as f:
                    f.write(whole[:kept])
                self.assertEqual(self.run_program('extract', feed, '--jsonl', out).code, 0)
                with open(out, 'rb') as f:
                    self.assertEqual(f.read(), whole)

    def test_does_not_go_on_in_a_file_of_other_inputs(self):
        out = self.put('out.jsonl', '{"id":"somebody else"}\n')
        run = self.run_program('extract', self.put('feed.jsonl', self.feed(3)), '--jsonl', out)
        self.assertEqual(run.code, 1)
        self.assertIn('out.jsonl:1', run.message())
        with open(out, 'rb') as f:
            self.assertEqual(f.read(), b'{"id":"somebody else"}\n')

    def test_to_a_file(self):
        out = os.path.join(self.folder, 'out.jsonl')
        run = self.run_program('extract', self.put('a.txt', STORM), '--jsonl', out)
        self.assertEqual((run.code, run.out), (0, b''), run.message())
        with open(out, encoding='utf-8') as f:
            self.assertEqual(len(f.read().splitlines()), 1)
