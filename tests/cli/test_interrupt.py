"""Ctrl-C: exit 130, whole lines, nothing left behind."""
import json, os, signal, subprocess, time
from case import BINARY, Case, GOAT, STORM


class Interrupt(Case):
    def start(self, *words, **more):
        environment = {**os.environ, 'TMPDIR': self.folder}
        p = subprocess.Popen([BINARY, *words], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, **more)
        self.addCleanup(p.kill)
        return p

    def interrupt(self, p):
        p.send_signal(signal.SIGINT)
        out, err = p.communicate(timeout=60)
        self.assertNotIn(b'Sanitizer', err)
        return p.returncode, out

    def test_while_waiting_for_input(self):
        for command, flag in (('trace', '--json'), ('extract', '--jsonl')):
            with self.subTest(command):
                p = self.start(command, '-', flag, '-')
                p.stdin.write(json.dumps({'id': 'a', 'text': STORM}).encode() + b'\n')
                p.stdin.flush()
                time.sleep(1)
                self.assertIsNone(p.poll(), 'it waits for the rest of its input')
                self.assertEqual(self.interrupt(p)[0], 130)

    def test_in_the_middle_of_work_leaves_whole_lines(self):
        feed = ''.join(json.dumps({'id': f'd{i}', 'text': (STORM + GOAT) * 20 + str(i)}) + '\n' for i in range(3000))
        out = os.path.join(self.folder, 'out.jsonl')
        p = self.start('extract', self.put('feed.jsonl', feed), '--jsonl', out, '--threads', '1')
        begin = time.monotonic()
        while time.monotonic() - begin < 60 and p.poll() is None and not self.has_output(out):
            time.sleep(.02)
        self.assertIsNone(p.poll(), 'it is still at work')
        self.assertEqual(self.interrupt(p)[0], 130)
        if os.path.exists(out):
            with open(out, 'rb') as f:
                written = f.read()
            lines = written.splitlines(keepends=True)
            self.assertLess(len(lines), 3000)
            for line in lines:
                self.assertTrue(line.endswith(b'\n'))
                json.loads(line)

    def has_output(self, out):
        return any(n.startswith('out.jsonl') and os.path.getsize(os.path.join(self.folder, n)) > 0 for n in os.listdir(self.folder)) or os.path.exists(out)

    def test_trace_leaves_no_files_behind(self):
        feed = ''.join(json.dumps({'id': f'd{i}', 'text': (STORM + GOAT) * 20 + str(i)}) + '\n' for i in range(1500))
        path = self.put('feed.jsonl', feed)
        p = self.start('trace', path, '--json', os.path.join(self.folder, 'r.json'), '--threads', '1')
        time.sleep(.5)
        self.assertIsNone(p.poll(), 'it is still at work')
        self.assertEqual(self.interrupt(p)[0], 130)
        self.assertEqual(os.listdir(self.folder), ['feed.jsonl'])
