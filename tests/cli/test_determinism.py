"""The same inputs give the same bytes, in any order, with any number of threads, with and without a network."""
import json, os, random, shutil, subprocess
import unittest
from case import BINARY, Case, EXAMPLES


def examples():
    return [os.path.join(EXAMPLES, n) for n in sorted(os.listdir(EXAMPLES))]


class Determinism(Case):
    def bytes_of(self, *words, **more):
        run = self.run_program('trace', *words, '--json', '-', **more)
        self.assertEqual(run.code, 0, run.message())
        return run.out

    def test_order_and_threads_change_nothing(self):
        paths = examples()
        want = self.bytes_of(*paths, '--threads', '1')
        for seed, threads in ((1, '1'), (2, '2'), (3, '2')):
            random.Random(seed).shuffle(paths)
            with self.subTest(threads=threads, first=os.path.basename(paths[0])):
                self.assertEqual(self.bytes_of(*paths, '--threads', threads), want)

    def test_folder_or_files_change_nothing(self):
        self.assertEqual(self.bytes_of(EXAMPLES), self.bytes_of(*examples()))

    def test_order_of_lines_changes_nothing_but_the_paths(self):
        """Lines of one file carry their number in `path`: with ids of their own all the rest stays."""
        with open(os.path.join(EXAMPLES, 'feed.jsonl'), encoding='utf-8') as f:
            lines = f.read().splitlines()
        results = []
        for order in (lines, lines[::-1]):
            found = json.loads(self.bytes_of('-', stdin='\n'.join(order).encode()))
            for document in found['documents']:
                document.pop('path')
            results.append(found)
        self.assertEqual(results[0], results[1])

    def test_page_and_summary_are_the_same_each_time(self):
        for flags in (['--html', '-'], []):
            runs = {self.run_program('trace', *examples(), *flags, '--threads', t).out for t in ('1', '2')}
            self.assertEqual(len(runs), 1, flags)

    def test_extract_is_the_same_for_any_number_of_threads(self):
        runs = {self.run_program('extract', *examples(), '--jsonl', '-', '--threads', t).out for t in ('1', '2', '5')}
        self.assertEqual(len(runs), 1)

    def test_works_without_a_network(self):
        inside = ['unshare', '-n'] if os.geteuid() == 0 else ['unshare', '-rn']
        if not shutil.which('unshare') or subprocess.run([*inside, 'true'], capture_output=True).returncode:
            self.skipTest('no network namespace may be made here')
        p = subprocess.run([*inside, BINARY, 'trace', EXAMPLES, '--json', '-'], capture_output=True, timeout=240)
        self.assertEqual(p.returncode, 0, p.stderr)
        self.assertEqual(p.stdout, self.bytes_of(EXAMPLES))

    def test_opens_no_connection(self):
        if not shutil.which('strace') or subprocess.run(['strace', '-o', os.devnull, 'true'], capture_output=True).returncode:
            self.skipTest('strace is not there, or may not trace')
        log = os.path.join(self.folder, 'calls')
        environment = {**os.environ, 'ASAN_OPTIONS': 'detect_leaks=0'}   # the leak check cannot run under a tracer
        p = subprocess.run(['strace', '-f', '-e', 'trace=socket,connect', '-o', log, BINARY, 'trace', EXAMPLES, '--json', '-'],
                           capture_output=True, env=environment, timeout=240)
        self.assertEqual(p.returncode, 0, p.stderr)
        with open(log) as f:
            calls = [line for line in f if 'socket(' in line or 'connect(' in line]
        self.assertEqual(calls, [])


if __name__ == '__main__':
    unittest.main()
