"""The weights of several networks of one shape and one descent, averaged (Wortsman et al. 2022, "model soups").

usage: average.py OUT NAME=SHARE NAME=SHARE…      build/training/NAME.pt -> build/training/OUT.pt; the shares are taken relative to their sum
"""
import argparse

import torch

from bases import WORK


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument('out')
    ap.add_argument('parts', nargs='+', metavar='NAME=SHARE')
    a = ap.parse_args()
    parts = [(torch.load(WORK / f'{name}.pt'), float(share)) for name, share in (p.split('=') for p in a.parts)]
    total = sum(share for _, share in parts)
    torch.save({k: sum(state[k] * (share / total) for state, share in parts) for k in parts[0][0]}, WORK / f'{a.out}.pt')


if __name__ == '__main__':
    main()
