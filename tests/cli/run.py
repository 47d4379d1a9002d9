#!/usr/bin/env python3
"""Tests through the binary. Standard library only.

usage: run.py [--bin PATH] [test_trace ...]     all test_*.py when none is named; PATH else from FIRSTHAND_BIN

To add a subject: a file test_<subject>.py, and its line in tests/CMakeLists.txt.
"""
import os, sys, unittest

HERE = os.path.dirname(os.path.abspath(__file__))


def main():
    words = sys.argv[1:]
    if '--bin' in words:
        at = words.index('--bin')
        os.environ['FIRSTHAND_BIN'] = words[at + 1]
        del words[at:at + 2]
    binary = os.environ.get('FIRSTHAND_BIN', '')
    if not os.access(binary, os.X_OK):
        sys.exit(f'run.py: no program at "{binary}": build it, then give --bin PATH or set FIRSTHAND_BIN')
    os.environ['FIRSTHAND_BIN'] = os.path.abspath(binary)
    sys.path.insert(0, HERE)
    sys.dont_write_bytecode = True
    loader = unittest.TestLoader()
    suite = loader.loadTestsFromNames(words) if words else loader.discover(HERE)
    return not unittest.TextTestRunner(verbosity=2).run(suite).wasSuccessful()


if __name__ == '__main__':
    sys.exit(main())
