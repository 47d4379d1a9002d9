"""What the tests through the binary share: a folder of one's own, a run of the program, its output read strictly."""
import json, os, shutil, subprocess, sys, tempfile, unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
EXAMPLES = os.path.join(ROOT, 'examples')
BINARY = os.environ.get('FIRSTHAND_BIN', '')
sys.path.insert(0, os.path.join(ROOT, 'tools'))

STORM = '''Storm takes the roof off Vellmark school

A storm took the roof off the school in Vellmark on Sunday night, the caretaker said.

“I heard it go and I counted to four before it landed,” said Osgood Tennerby, the caretaker. “It landed on the bicycle shed.”

Nobody was hurt. The school will stay closed until the end of the week, according to the head teacher, Ilka Brandmoor.
'''
GOAT = '''Goat wins village council seat in Upper Quillow

A goat was elected to the parish council of Upper Quillow on Thursday with 61 of 97 votes.

“The voters have spoken, and so in his way has the goat,” said the returning officer, Hesper Dunnock. She said that she would ask a lawyer.
'''


class Run:
    """A finished run of the program."""

    def __init__(self, returncode, stdout, stderr):
        self.code, self.out, self.err = returncode, stdout, stderr

    def json(self):
        return json.loads(self.out.decode('utf-8', 'strict'))

    def lines(self):
        return [json.loads(line) for line in self.out.decode('utf-8', 'strict').splitlines()]

    def message(self):
        return self.err.decode('utf-8', 'replace')


class Case(unittest.TestCase):
    maxDiff = 2000

    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix='firsthand-test-')
        os.chmod(self.folder, 0o755)
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def put(self, name, content):
        """Writes a file of this test, hands back its path."""
        path = os.path.join(self.folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, 'wb') as f:
            f.write(content if isinstance(content, bytes) else content.encode('utf-8', 'surrogatepass'))
        return path

    def run_program(self, *words, stdin=b'', env=None, timeout=240, **more):
        environment = {k: v for k, v in os.environ.items() if k not in ('NO_COLOR', 'CLICOLOR_FORCE', 'FORCE_COLOR')}
        environment.update(env or {})
        p = subprocess.run([BINARY, *words], input=stdin, capture_output=True, env=environment, timeout=timeout, **more)
        run = Run(p.returncode, p.stdout, p.stderr)
        self.assertNotIn('Sanitizer', run.message())
        self.assertNotIn('runtime error', run.message())
        return run

    def trace(self, *words, code=0, **more):
        run = self.run_program('trace', *words, '--json', '-', **more)
        self.assertEqual(run.code, code, run.message())
        return run.json()

    def extract(self, *words, code=0, **more):
        run = self.run_program('extract', *words, '--jsonl', '-', **more)
        self.assertEqual(run.code, code, run.message())
        return run.lines()

    def reasons(self, trace):
        """Skipped path -> reason."""
        return {s['path']: s['reason'] for s in trace['skipped']}
