"""`copies`, `echoes` and `drift`: what articles share, on the terminal, as JSON, table and page."""
import csv, io, json, os, re
from case import Case, EXAMPLES, STORM

COMMANDS = (('copies',), ('echoes',), ('drift', 'all'))
HOSTILE = [
    {'id': '=1+1', 'outlet': '@Post', 'published': '2024-03-04', 'title': '-Mill <script>alert(1)</script>',
     'text': 'The mill at Kessel will not close before the spring, its director told the workers \x1b[31m of the early shift on Monday. '
             '"The mill will not close before the spring, whatever the owners say," said Mara Ellin, the director of the mill at Kessel.'},
    {'id': '+b', 'outlet': 'Gull \u202eLantern', 'published': '2024-03-05', 'title': 'Mill, "closing"',
     'text': 'It is out. "The mill will close before the spring, whatever the owners say," said Mara Ellin, the director of the mill at Kessel. '
             'The mill at Kessel will not close before the spring, its director told the workers \x1b[31m of the early shift on Tuesday.'},
]


class Look(Case):
    def look(self, *words, code=0, **more):
        run = self.run_program(*words, **more)
        self.assertEqual(run.code, code, run.message())
        return run.out.decode('utf-8', 'strict')

    def table(self, *words):
        text = self.look(*words, '--csv', '-')
        self.assertEqual(text.count('\n'), text.count('\r\n'), 'rows end in CRLF')
        return list(csv.DictReader(io.StringIO(text, newline='')))

    def hostile(self):
        return self.put('h.jsonl', ''.join(json.dumps(one) + '\n' for one in HOSTILE))


class Examples(Look):
    def test_copies(self):
        found = json.loads(self.look('copies', EXAMPLES, '--json', '-'))
        self.assertEqual((found['schema'], found['offset_unit']), ('firsthand.copies/1', 'codepoint'))
        group, = found['copies']
        self.assertEqual((len(group['members']), group['root'], group['credit']), (4, None, 'Tarvenor'))
        for member in group['members']:
            self.assertGreater(member['borrowed']['low'], member['words'] * 0.8)
        text = self.look('copies', EXAMPLES)
        self.assertIn('4 articles print one text (Tarvenor), 1 cut', text)
        self.assertIn('100 %  Ostrevale Courier', text)
        self.assertIn('Goes back to Tarvenor', text)
        self.assertEqual([row['percent_high'] for row in self.table('copies', EXAMPLES)], ['100', '100', '100', '88'])

    def test_echoes_are_those_of_a_trace(self):
        found = json.loads(self.look('echoes', EXAMPLES, '--json', '-'))
        echoes = [echo for pair in found['pairs'] for echo in pair['echoes']]
        key = lambda echo: json.dumps(echo, sort_keys=True)
        self.assertEqual(sorted(echoes, key=key), sorted(self.trace(EXAMPLES)['echoes'], key=key))
        words = [pair['words'] for pair in found['pairs']]
        self.assertEqual(words, sorted(words, reverse=True))
        self.assertEqual(len(self.table('echoes', EXAMPLES)), len(echoes))

    def test_echoes_side_by_side_where_there_is_room(self):
        for columns, wide in (('80', False), ('140', True)):
            text = self.look('echoes', EXAMPLES, env={'COLUMNS': columns})
            self.assertEqual(' │ ' in text, wide)
            self.assertNotIn('\x1b', text)
            self.assertIn('[the', text)
            self.assertIn('{the', text)

    def test_drift_of_all(self):
        found = json.loads(self.look('drift', 'all', EXAMPLES, '--json', '-'))
        trace = {u['id']: u for u in self.trace(EXAMPLES)['utterances']}
        self.assertEqual({u['id'] for u in found['utterances']}, {i for i, u in trace.items() if u['edits']})
        for utterance in found['utterances']:
            same = trace[utterance['id']]
            self.assertEqual(utterance['edits'], same['edits'])
            for member, other in zip(utterance['members'], same['members'], strict=True):
                self.assertEqual({k: v for k, v in member.items() if k in other}, other)
                self.assertTrue(member['words'] and member['said_by'])
        self.assertIn('negation', [edit['kind'] for edit in found['utterances'][0]['edits']], 'the most telling first')

    def test_drift_of_one_by_the_beginning_of_its_id(self):
        every = [u['id'] for u in json.loads(self.look('drift', 'all', EXAMPLES, '--json', '-'))['utterances']]
        for name in (every[0], every[0][:-3]):
            text = self.look('drift', name, EXAMPLES)
            self.assertIn('We will [not] close the ward', text)
            self.assertIn('! negation', text)
            self.assertNotIn(every[1], text)

    def test_limit(self):
        for command in COMMANDS:
            name = {'copies': 'copies', 'echoes': 'pairs', 'drift': 'utterances'}[command[0]]
            found = [json.loads(self.look(*command, EXAMPLES, '--json', '-', *more)) for more in ((), ('--limit', '1'))]
            self.assertEqual(len(found[1][name]), 1)
            self.assertEqual(found[1][name][0], found[0][name][0])
            self.assertEqual(found[1]['left_out'][name], len(found[0][name]) - 1)

    def test_same_bytes_in_any_order_with_any_number_of_threads(self):
        files = sorted(os.path.join(EXAMPLES, name) for name in os.listdir(EXAMPLES))
        for command in COMMANDS:
            one, other = (self.look(*command, *paths, '--json', '-', '--threads', threads) for paths, threads in ((files, '1'), (files[::-1], '3')))
            self.assertEqual(one, other, command)


class Outputs(Look):
    def test_files_and_the_answer_beside_them(self):
        for command in COMMANDS:
            files = {kind: os.path.join(self.folder, f'{command[0]}.{kind}') for kind in ('json', 'csv', 'html')}
            text = self.look(*command, EXAMPLES, *(word for kind, path in files.items() for word in (f'--{kind}', path)))
            self.assertEqual(text, self.look(*command, EXAMPLES))
            for kind, path in files.items():
                with open(path, encoding='utf-8', newline='') as f:
                    self.assertEqual(f.read(), self.look(*command, EXAMPLES, f'--{kind}', '-'), (command, kind))

    def test_what_articles_hold_stays_text(self):
        path = self.hostile()
        for command in COMMANDS:
            text, page = self.look(*command, path), self.look(*command, path, '--html', '-')
            self.assertIn('Lantern', text)
            for bad in ('\x1b', '\u202e'):
                self.assertNotIn(bad, text)
                self.assertNotIn(bad, page)
            self.assertNotIn('<script', page)
            self.assertTrue(page.startswith('<!DOCTYPE html>'))
            rows = self.table(*command, path)
            self.assertTrue(rows or command == ('copies',), command)
            for row in rows:
                for cell in row.values():
                    self.assertNotRegex(cell, r'^[=+\-@\t\r]')
                    self.assertNotIn('\x1b', cell)

    def test_nothing_shared_is_said(self):
        path = self.put('a.txt', STORM)
        for command, says in zip(COMMANDS, ('No text is printed by several', 'No article repeats', 'No saying differs'), strict=True):
            self.assertIn(says, self.look(*command, path))
            self.assertEqual(self.table(*command, path), [])

    def test_skipped_inputs_are_named_and_told_by_the_exit_code(self):
        path, empty = self.put('a.txt', STORM), self.put('b.txt', '')
        for command in COMMANDS:
            run = self.run_program(*command, path, empty, '--json', '-')
            self.assertEqual(run.code, 3, run.message())
            self.assertIn('b.txt', run.message())
            self.assertEqual([s['path'] for s in run.json()['skipped']], [empty])


class WrongUsage(Look):
    def test_an_unknown_utterance_says_how_to_list_them(self):
        for name in ('utterance-ffffffffff', 'utterance-zz', 'all-of-it', EXAMPLES):
            run = self.run_program('drift', name, EXAMPLES)
            self.assertEqual((run.code, run.out), (2, b''))
            self.assertIn('firsthand drift all PATH', run.message())

    def test_an_ambiguous_beginning_names_those_it_may_be(self):
        run = self.run_program('drift', 'utterance-', EXAMPLES)
        self.assertEqual(run.code, 2)
        self.assertRegex(run.message(), r'may be \d+ utterances: utterance-[0-9a-f]{10}, ')

    def test_limit_is_a_number_from_one_on(self):
        for number in ('0', '-1', 'x'):
            run = self.run_program('echoes', EXAMPLES, '--limit', number)
            self.assertEqual(run.code, 2)
            self.assertIn('--limit', run.message())

    def test_help(self):
        for command in COMMANDS:
            text = self.look(command[0], '--help')
            for flag in ('--json', '--csv', '--html', '--limit', '--model', '--meta'):
                self.assertRegex(text, rf'{re.escape(flag)}\b.*\w')
        self.assertRegex(self.look('drift', '--help'), r'ID\b.*utterance')
