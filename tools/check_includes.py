#!/usr/bin/env python3
"""The architecture as a test: who may include whom (the rooms of docs/architecture.md), and how long a file may be.

usage: check_includes.py [--self-test]      exits 1 with "file:line: may not include …" when a wall is broken
"""
import pathlib, re, sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
BASE = {'firsthand', 'base'}
STAGE = BASE | {'lexicon', 'model'}
MAY_INCLUDE = {                                    # room: the rooms whose headers it may include, beside its own
    'firsthand': set(), 'base': {'firsthand'}, 'lexicon': BASE, 'model': BASE | {'lexicon'},
    'read': STAGE, 'annotate': STAGE, 'extract': STAGE, 'link': STAGE, 'weigh': STAGE, 'store': STAGE, 'report': STAGE,
    'models': STAGE | {'extract'},
    'pipeline': STAGE | {'models', 'annotate', 'extract', 'link', 'weigh', 'store'},
    'serve': STAGE | {'pipeline', 'read', 'report', 'store'},
    'cli': STAGE | {'pipeline', 'read', 'report', 'store', 'serve'},
}
ONLY_IN = {'sqlite3.h': {'store'}, 'oneapi/dnnl/dnnl.hpp': {'model'}}                 # a library's header: the rooms that may know it
GENERATED = {'version.h'}
MOST_LINES = 500
INCLUDE = re.compile(r'\s*#\s*include\s*(["<])([^">]+)[">]')


def room_of(path):
    """"store/law.h" -> "store"; "pipeline.cc" -> "pipeline"."""
    return path.parts[0] if len(path.parts) > 1 else path.stem


def find_faults(name, room, text):
    lines = text.splitlines()
    if room not in MAY_INCLUDE:
        yield f'{name}:1: the room "{room}" is not in the table of tools/check_includes.py'
    if len(lines) > MOST_LINES and not str(name).endswith('.inc'):              # .inc: data
        yield f'{name}:{len(lines)}: may not have more than {MOST_LINES} lines'
    for number, line in enumerate(lines, 1):
        found = INCLUDE.match(line)
        if not found:
            continue
        quoted, header = found[1] == '"', found[2]
        other = room_of(pathlib.PurePosixPath(header))
        allowed = MAY_INCLUDE.get(room, set()) | {room}
        ours = (quoted or '/' in header and other in MAY_INCLUDE) and header not in GENERATED
        if (ours and other not in allowed) or room not in ONLY_IN.get(header, {room}):
            yield f'{name}:{number}: may not include {header}'


def check(root):
    faults, files = [], 0
    for folder in ('include', 'src'):
        for path in sorted((root / folder).rglob('*')):
            if path.suffix in ('.h', '.cc', '.inc') and path.is_file():
                files += 1
                inside = path.relative_to(root / folder)
                faults += find_faults(path.relative_to(root), room_of(inside), path.read_text(encoding='utf-8'))
    return faults, files


def self_test():
    """Proves that the check can fail, and that it lets through what is allowed."""
    wrong = [('link', '#include "store/store.h"'), ('base', '#include "lexicon/words.h"'), ('cli', '#include <sqlite3.h>'), ('extract', '#include <oneapi/dnnl/dnnl.hpp>'),
             ('report', '  #  include "pipeline.h"'), ('firsthand', '#include "base/utf8.h"'), ('read', '#include <annotate/annotate.h>'),
             ('kitchen', ''), ('store', '\n' * (MOST_LINES + 1))]
    right = [('link', '#include "link/link.h"'), ('store', '#include <sqlite3.h>'), ('cli', '#include "pipeline.h"'),
             ('pipeline', '#include "store/store.h"'), ('base', '#include "firsthand/types.h"'), ('read', '#include <sys/stat.h>'),
             ('store', '\n' * MOST_LINES), ('link', '// #include "store/store.h"')]
    for room, text in wrong:
        assert list(find_faults('x.cc', room, text)), f'not noticed: {room}: {text[:60]!r}'
    for room, text in right:
        assert not list(find_faults('x.cc', room, text)), f'refused: {room}: {text[:60]!r}'
    print(f'{len(wrong)} broken walls noticed, {len(right)} sound ones let through')


if __name__ == '__main__':
    if sys.argv[1:] == ['--self-test']:
        sys.exit(self_test())
    found, count = check(ROOT)
    print('\n'.join(found) if found else f'{count} files keep to their rooms')
    sys.exit(1 if found or not count else 0)
