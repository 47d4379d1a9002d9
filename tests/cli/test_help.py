"""Help, version and wrong usage: exit codes 0 and 2, answers on stdout, complaints on stderr."""
import re
from case import Case, STORM

COMMANDS = ('trace', 'extract', 'copies', 'echoes', 'drift')
EVERYWHERE = ('--threads', '--meta', '--progress')


class Help(Case):
    def test_version(self):
        run = self.run_program('--version')
        self.assertEqual((run.code, run.err), (0, b''))
        self.assertRegex(run.out.decode(), r'^firsthand \d+\.\d+\.\d+')

    def test_help_names_every_command(self):
        run = self.run_program('--help')
        self.assertEqual((run.code, run.err), (0, b''))
        for command in COMMANDS:
            self.assertRegex(run.out.decode(), rf'(?m)^\s+{command}\b.*\w')

    def test_help_of_each_command_names_its_flags(self):
        own = {'trace': ('--html', '--json'), 'extract': ('--jsonl',)} | {name: ('--html', '--json', '--csv', '--limit') for name in COMMANDS[2:]}
        for command in COMMANDS:
            with self.subTest(command):
                run = self.run_program(command, '--help')
                self.assertEqual((run.code, run.err), (0, b''))
                for flag in own[command] + EVERYWHERE:
                    self.assertRegex(run.out.decode(), rf'{re.escape(flag)}\b.*\w')
                self.assertNotIn('\x1b', run.out.decode())
                for kind in ('HTML', 'JSON Lines', 'text'):
                    self.assertRegex(run.out.decode(), rf'(?m)^  {kind}  +\w')


class WrongUsage(Case):
    def expect(self, *words, says):
        run = self.run_program(*words)
        self.assertEqual(run.code, 2, run.message())
        self.assertEqual(run.out, b'')
        self.assertIn(says, run.message())
        self.assertIn('--help', run.message())

    def test_unknown_command(self):
        self.expect('trase', 'x.txt', says='trase')

    def test_unknown_command_gets_a_hint(self):
        self.assertIn('trace', self.run_program('trase').message())

    def test_unknown_option(self):
        self.expect('trace', 'x.txt', '--jsn', '-', says='--jsn')

    def test_unknown_option_gets_a_hint(self):
        self.assertRegex(self.run_program('trace', 'x.txt', '--jsn', '-').message(), r'--json\b')

    def test_no_path(self):
        for command in COMMANDS:
            with self.subTest(command):
                self.expect(command, *['all'] * (command == 'drift'), says='PATH')

    def test_silly_number_of_threads(self):
        path = self.put('a.txt', STORM)
        for number in ('none', '-3', '1e3', '99999999999999999999'):
            with self.subTest(number):
                self.expect('trace', path, '--threads', number, says='--threads')

    def test_flag_without_its_value(self):
        self.expect('trace', self.put('a.txt', STORM), '--json', says='--json')
