#!/usr/bin/env python3
"""Keeps the worked example of README.md true: the first story of `firsthand trace examples`, as the program prints it.

usage: readme_example.py --bin PATH            rewrites what stands between the marks
       readme_example.py --bin PATH --check    exits 1 where the README shows something else
"""
import argparse, os, subprocess, sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BEGIN, END = '<!-- example: begin -->\n', '<!-- example: end -->'


def print_story(binary):
    """What was read, and the first story: the blocks up to the second story's empty line."""
    p = subprocess.run([binary, 'trace', 'examples'], cwd=ROOT, capture_output=True, text=True, encoding='utf-8', timeout=240, check=True)
    return '\n\n'.join(p.stdout.strip().split('\n\n')[:2])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--bin', required=True)
    parser.add_argument('--check', action='store_true')
    args = parser.parse_args()
    path = os.path.join(ROOT, 'README.md')
    with open(path, encoding='utf-8') as f:
        readme = f.read()
    before, rest = readme.split(BEGIN)
    after = rest.split(END)[1]
    wanted = before + BEGIN + '```\n' + print_story(os.path.abspath(args.bin)) + '\n```\n' + END + after
    if args.check:
        if wanted != readme:
            print('README.md: the worked example is out of date: python3 tools/readme_example.py --bin build/release/firsthand')
        return wanted != readme
    with open(path, 'w', encoding='utf-8') as f:
        f.write(wanted)
    return 0


if __name__ == '__main__':
    sys.exit(main())
