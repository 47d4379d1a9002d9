"""--model, --models, --precision: a network's file is found, checked and used; what is wrong with it is one clear error."""
import json, os, shutil
from case import Case, EXAMPLES, GOAT, ROOT, STORM

TINY = os.path.join(ROOT, 'tests', 'fixtures', 'model')          # random weights: right answers are not expected, lawful ones are


class Models(Case):
    def models(self, file='tiny-int8', name='accurate'):
        folder = os.path.join(self.folder, 'models')
        os.makedirs(folder, exist_ok=True)
        shutil.copy(os.path.join(TINY, file + '.safetensors'), os.path.join(folder, name + '.safetensors'))
        return folder

    def extract(self, *paths, code=0, **more):
        run = self.run_program('extract', *paths, '--jsonl', '-', **more)
        self.assertEqual(run.code, code, run.message())
        return run

    def refused(self, *arguments, code=1):
        run = self.run_program('extract', EXAMPLES, '--jsonl', '-', *arguments)
        self.assertEqual((run.code, run.out), (code, b'' if isinstance(run.out, bytes) else ''))
        return run.message()

    def test_a_missing_file_says_where_it_was_looked_for(self):
        folder = os.path.join(self.folder, 'nowhere')
        said = self.refused('--model', 'accurate', '--models', folder)
        self.assertIn('accurate.safetensors', said)
        self.assertIn(folder, said)
        self.assertIn('--models', said)

    def test_unknown_names_are_wrong_usage(self):
        self.assertIn('--model', self.refused('--model', 'huge', code=2))
        self.assertIn('--precision', self.refused('--model', 'fast', '--precision', 'int4', code=2))

    def test_damaged_and_foreign_files_are_one_error(self):
        folder = self.models()
        path = os.path.join(folder, 'accurate.safetensors')
        whole = open(path, 'rb').read()
        changed = bytearray(whole)
        changed[-1] ^= 1
        for content in (b'', b'not a model', whole[:100], whole[:-1], bytes(changed), b'{"text": "An article."}' * 100):
            with open(path, 'wb') as f:
                f.write(content)
            said = self.refused('--model', 'accurate', '--models', folder)
            self.assertEqual(said.count('firsthand:'), 1, said)
            self.assertIn('accurate.safetensors', said)

    def test_lines_name_the_model_and_keep_the_law(self):
        for file, precision in (('tiny-f32', 'f32'), ('tiny-int8', 'automatic')):
            folder = self.models(file)
            run = self.extract(EXAMPLES, '--model', 'accurate', '--models', folder, '--precision', precision)
            lines = [json.loads(line) for line in run.out.splitlines()]
            self.assertGreater(sum(len(line['attributions']) + len(line['names']) for line in lines), 0)
            for line in lines:
                self.assertNotEqual(line['model'], 'rules')
                for a in line['attributions']:
                    self.assertTrue(a['content'])
                    self.assertTrue(0 <= a['score'] <= 1)
                    for role in ('source', 'cue', 'content'):
                        spans = [(s['begin'], s['end']) for s in a[role]]
                        self.assertEqual(spans, sorted(spans))
                        self.assertTrue(all(begin < end for begin, end in spans))

    def test_threads_do_not_change_a_byte(self):
        folder = self.models()
        outs = {self.extract(EXAMPLES, '--model', 'accurate', '--models', folder, '--threads', n).out for n in ('1', '2', '5')}
        self.assertEqual(len(outs), 1)

    def test_trace_takes_lines_in_place_of_the_network(self):
        folder = self.models()
        lines = self.put('lines.jsonl', '')
        os.remove(lines)
        self.assertEqual(self.run_program('extract', EXAMPLES, '--jsonl', lines, '--model', 'accurate', '--models', folder).code, 0)
        with_network = self.run_program('trace', EXAMPLES, '--json', '-', '--model', 'accurate', '--models', folder)
        from_lines = self.run_program('trace', EXAMPLES, lines, '--json', '-')
        self.assertEqual((with_network.code, from_lines.code), (0, 0))
        self.assertEqual(with_network.out, from_lines.out)

    def test_odd_texts(self):
        folder = self.models()
        texts = {'marks': '... --- ... !!! 12:30, 4,000.', 'word': 'a' * 100_000, 'emoji': '😀👍🏽' * 500, 'blank': '   \n\n \t ', 'nothing but marks': '""""""' * 100,
                 'long': (STORM + '\n\n' + GOAT + '\n\n') * 200, 'line': 'word ' * 40_000}
        path = self.put('odd.jsonl', ''.join(json.dumps({'id': k, 'text': v}) + '\n' for k, v in texts.items()))
        run = self.run_program('extract', path, '--jsonl', '-', '--model', 'accurate', '--models', folder)
        self.assertIn(run.code, (0, 3), run.message())
        self.assertEqual(len(run.out.splitlines()), len(texts))


if __name__ == '__main__':
    import unittest
    unittest.main()
