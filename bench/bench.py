#!/usr/bin/env python3
"""Speed and memory of the program, as a table. Standard library only.

usage: bench.py [--bin PATH] [--pile FILE] [--json]

The pile: --pile, else the big one in ../shared/data where it is there, else a made-up one (make_pile.py). Times are wall
clock of the whole command, reading and unpacking included; memory is the largest resident set of the child.
"""
import argparse, gzip, io, itertools, json, os, pathlib, platform, shutil, statistics, subprocess, sys, tempfile, time

import make_pile

ROOT = pathlib.Path(__file__).resolve().parent.parent
SHARED_PILE = ROOT.parent / 'shared' / 'data' / 'pile' / 'articles.jsonl.zst'
SHARED_PAGES = ROOT.parent / 'shared' / 'data' / 'article-extraction' / 'html'
FIXTURE_PAGES = ROOT / 'tests' / 'fixtures' / 'site'
MADE_ARTICLES = 10000
ARCHIVE_BYTES = 100_000_000
START_UPS = 30
READ_ARTICLES, LINKED_ARTICLES = 600, 6000


def measure(*command, environment=None, cpu_time=False):
    """Runs it to the end with its output thrown away: seconds (wall, unless CPU is asked for), and peak memory in MB. Skipped inputs (3) are no failure."""
    with tempfile.TemporaryFile() as messages:
        begin = time.perf_counter()
        child = subprocess.Popen([str(part) for part in command], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=messages, env=environment)
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - begin
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode not in (0, 3):
            messages.seek(0)
            sys.exit(f'bench: {" ".join(map(str, command))} exited {child.returncode}: {messages.read().decode(errors="replace")[-600:]}')
    return usage.ru_utime + usage.ru_stime if cpu_time else seconds, usage.ru_maxrss / 1024


def find_pile(given, folder):
    if given:
        return pathlib.Path(given)
    if SHARED_PILE.exists():
        return SHARED_PILE
    path = pathlib.Path(folder) / 'made.jsonl'
    with open(path, 'w', encoding='utf-8') as out:
        make_pile.write_pile(MADE_ARTICLES, 1, out)
    return path


def take(pile, count, path):
    """The first articles of the pile as a file of their own; -> how many."""
    command = ['zstd', '-dc', str(pile)] if pile.suffix == '.zst' else ['cat', str(pile)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as unpacked, open(path, 'wb') as out:
        lines = list(itertools.islice(unpacked.stdout, count))
        out.writelines(lines)
        unpacked.stdout.close()
    return len(lines)


def measure_all(binary, pile, folder):
    """Rows of (what, figure, unit, goal): reading by the networks on some articles, linking on more, by lines that `extract` wrote before."""
    start_up = statistics.median(measure(binary, '--version')[0] for _ in range(START_UPS))
    yield 'start: --version, median', 1000 * start_up, 'ms', '< 10'
    some = pathlib.Path(folder) / 'some.jsonl'
    articles = take(pile, READ_ARTICLES, some)
    for model, threads in (('accurate', 1), ('accurate', 2), ('fast', 1), ('fast', 2)):
        seconds, peak = measure(binary, 'extract', some, '--jsonl', '-', '--threads', threads, '--model', model)
        yield f'extract, {model}, threads: {threads}', articles / seconds, 'articles/s', ''
        yield f'extract, {model}, threads: {threads}, peak memory', peak, 'MB', ''
    articles = take(pile, LINKED_ARTICLES, some)
    lines = pathlib.Path(folder) / 'some.lines.jsonl'
    measure(binary, 'extract', some, '--jsonl', lines, '--threads', 2, '--model', 'fast')
    seconds, peak = measure(binary, 'trace', some, lines, '--json', '-', '--threads', 2, '--model', 'fast')
    yield f'trace of {articles} articles read before', seconds, 's', ''
    yield 'trace, peak memory', peak, 'MB', ''


def write_archive(pages, path):
    """A .warc.gz of about 100 MB whose records name themselves pictures: what a reader passes over by type."""
    packed = io.BytesIO()
    for number, page in enumerate(pages):
        body = b'HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\nContent-Length: %d\r\n\r\n' % len(page) + page
        head = (f'WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://archive.example/{number}\r\nWARC-Date: 2026-03-15T12:00:00Z\r\n'
                f'Content-Type: application/http; msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n').encode()
        packed.write(gzip.compress(head + body + b'\r\n\r\n', 6))
    with open(path, 'wb') as out:
        for _ in range(max(1, ARCHIVE_BYTES // packed.tell())):
            out.write(packed.getvalue())
    return path.stat().st_size


def measure_pages(binary, folder):
    """Rows for web pages: the real ones beside the repository, else the invented ones of the fixtures, many times."""
    shared = SHARED_PAGES.exists()
    pages = [gzip.decompress(p.read_bytes()) for p in sorted(SHARED_PAGES.glob('*.html.gz'))] if shared else [p.read_bytes() for p in sorted(FIXTURE_PAGES.rglob('*.html'))] * 50
    saved = pathlib.Path(folder) / 'pages'
    saved.mkdir()
    for number, page in enumerate(pages):
        (saved / f'{number}.html').write_bytes(page)
    seconds = min(measure(binary, 'extract', saved, '--jsonl', '-', '--threads', 1)[0] for _ in range(3))
    median = statistics.median(map(len, pages)) / 1024
    yield f'web pages (median {median:.0f} KB), threads: 1', len(pages) / seconds, 'pages/s', '>= 250' if shared else ''
    size = write_archive(pages, pathlib.Path(folder) / 'pictures.warc.gz')
    seconds, peak = min(measure(binary, 'extract', pathlib.Path(folder) / 'pictures.warc.gz', '--jsonl', '-', '--threads', 1) for _ in range(3))
    yield 'WARC passed over by type, compressed', size / 1e6 / seconds, 'MB/s', '>= 60' if shared else ''
    yield 'WARC, peak memory', peak, 'MB', ''


def describe_processor():
    try:
        for line in open('/proc/cpuinfo', encoding='utf-8'):
            if line.startswith('model name'):
                return line.split(':', 1)[1].strip()
    except OSError:
        pass
    return platform.machine()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--bin', default=str(ROOT / 'build' / 'release' / 'firsthand'))
    parser.add_argument('--pile', help='JSONL, plain or .zst; one article a line')
    parser.add_argument('--json', action='store_true')
    arguments = parser.parse_args()
    binary = os.path.abspath(arguments.bin)
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        pile = find_pile(arguments.pile, folder)
        if not arguments.json:
            print(f'{describe_processor()}, {os.cpu_count()} cores; pile: {pile.name}', flush=True)
            print(f'{"what":<46}{"figure":>10}  {"unit":<12}goal', flush=True)
        for what, figure, unit, goal in itertools.chain(measure_pages(binary, folder), measure_all(binary, pile, folder)):
            rows.append({'what': what, 'figure': round(figure, 1), 'unit': unit, 'goal': goal})
            if not arguments.json:
                print(f'{what:<46}{figure:>10.1f}  {unit:<12}{goal}', flush=True)
    if arguments.json:
        print(json.dumps(rows, indent=1))


if __name__ == '__main__':
    main()
