#!/usr/bin/env python3
"""Runs the fuzz targets for some CPU minutes each, as many at a time as there are processors. Standard library only.

usage: fuzz.py [--minutes N] [--keep] [TARGET...]       after `cmake --preset fuzz && cmake --build --preset fuzz` (make fuzz does it)

Goes on where it stopped: inputs that were found gather in build/fuzz/corpora, CPU time in build/fuzz/minutes.json. A finding is a
file in build/fuzz/findings, and exit code 1. --keep puts some of the inputs that together cover what all of them cover into
fuzz/corpus/TARGET, until there are 80, none over 2 KB: `make test` replays those.
"""
import argparse, concurrent.futures, json, os, pathlib, shutil, subprocess, sys, tempfile, threading

ROOT = pathlib.Path(__file__).resolve().parent.parent
BUILT, FUZZ = ROOT / 'build' / 'fuzz' / 'fuzz', ROOT / 'build' / 'fuzz'
SLICE = 120                                        # seconds of one run: then the next target has its turn
MOST_FILES, LONGEST = 80, 2 << 10                  # kept for each target; bytes of one
lock = threading.Lock()


def load_minutes():
    path = FUZZ / 'minutes.json'
    return json.loads(path.read_text()) if path.exists() else {}


def add_minutes(target, seconds):
    with lock:
        minutes = load_minutes()
        minutes[target] = minutes.get(target, 0) + seconds / 60
        (FUZZ / 'minutes.json').write_text(json.dumps(minutes, indent=1, sort_keys=True))


def run_slice(target):
    """One run; true when it ended without a finding."""
    corpus, findings = FUZZ / 'corpora' / target, FUZZ / 'findings'
    corpus.mkdir(parents=True, exist_ok=True)
    findings.mkdir(exist_ok=True)
    command = [BUILT / f'fuzz_{target}', f'-max_total_time={SLICE}', '-timeout=60', '-rss_limit_mb=4000', '-max_len=65536', '-print_final_stats=1',
               f'-artifact_prefix={findings}/{target}-', corpus, ROOT / 'fuzz' / 'corpus' / target]
    with tempfile.TemporaryFile() as log:
        child = subprocess.Popen(command, stdout=log, stderr=log)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        add_minutes(target, usage.ru_utime + usage.ru_stime)
        if child.returncode == 0:
            return True
        log.seek(0)
        print(f'{target}: a finding\n' + log.read().decode(errors='replace')[-3000:], flush=True)
    return False


def keep(target):
    corpus, kept = FUZZ / 'corpora' / target, ROOT / 'fuzz' / 'corpus' / target
    if not corpus.is_dir():
        return
    with tempfile.TemporaryDirectory() as smallest:
        subprocess.run([BUILT / f'fuzz_{target}', '-merge=1', smallest, kept, corpus], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        known = {path.read_bytes() for path in kept.iterdir()}
        new = sorted((p for p in pathlib.Path(smallest).iterdir() if p.stat().st_size <= LONGEST and p.read_bytes() not in known), key=lambda p: (p.stat().st_size, p.name))
        room = MOST_FILES - len(known)
        for path in new[::max(1, -(-len(new) // room))] if room > 0 else ():   # of every size some
            shutil.copy(path, kept / path.name)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--minutes', type=float, default=30, help='CPU minutes that each target should have had in all')
    parser.add_argument('--keep', action='store_true')
    parser.add_argument('targets', nargs='*')
    arguments = parser.parse_args()
    built = sorted(path.name[5:] for path in BUILT.glob('fuzz_*') if os.access(path, os.X_OK) and path.is_file())
    targets = arguments.targets or built
    if not targets or set(targets) - set(built):
        sys.exit(f'fuzz.py: not built: {", ".join(sorted(set(targets) - set(built))) or "anything"}; make fuzz builds them')
    bad = set()
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        while waiting := [t for t in targets if t not in bad and load_minutes().get(t, 0) < arguments.minutes]:
            waiting.sort(key=lambda t: load_minutes().get(t, 0))
            for target, fine in zip(waiting, pool.map(run_slice, waiting)):
                if not fine:
                    bad.add(target)
            print('  '.join(f'{t} {load_minutes().get(t, 0):.1f}' for t in targets), flush=True)
    if arguments.keep:
        for target in targets:
            keep(target)
    sys.exit(1 if bad else 0)


if __name__ == '__main__':
    main()
