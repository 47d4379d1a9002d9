"""Fine-tunes a network on the gold labels: the teacher, or a small one without a teacher (the pilot).

usage: train.py SHAPE [--epochs N] [--rate R] [--out NAME] [--threads N] [--seed N] [--limit N] [--steps N]

Resumes from build/training/NAME.checkpoint when there is one; writes build/training/NAME.pt (averaged weights).
"""
import argparse, math, os, random, sys, time

os.environ.setdefault('OMP_WAIT_POLICY', 'passive')
import numpy as np
import torch

import labels
from bases import WORK
from losses import gold_loss
from network import Network
from windows import batches, cut, inputs

RATES = {'teacher': 6e-5, 'accurate': 3e-4, 'fast': 5e-4}


def gold_windows(sets, rng):
    """One epoch: newsroom thrice, its contents twice, a third of the names."""
    out = cut(sets['polnear'], rng)
    for _ in range(3):
        out += cut(sets['newsroom'], rng)
    for _ in range(2):
        out += cut(sets['insides'], rng)
    names = cut(sets['names'], rng)
    rng.shuffle(names)
    return out + names[:len(names) // 3]


def load_sets(limit=None):
    newsroom = labels.newsroom('train')[:limit]
    return {'polnear': labels.polnear('train')[:limit], 'newsroom': newsroom, 'insides': labels.insides(newsroom), 'names': labels.names('train')[:limit]}


def optimiser(network, rate):
    """The heads and the new features learn up to ten times as fast as what is pre-trained, the few biases of distance faster still; no decay on vectors."""
    new = ('case', 'quote', 'gap', 'zone', 'tags', 'link', 'distance', 'vector')
    groups = {}
    for name, p in network.named_parameters():
        speed = 1e-2 if name == 'distance' else max(rate, min(6e-4, 10 * rate)) if name.split('.')[0] in new else rate
        groups.setdefault((speed, 0.01 if p.dim() > 1 and name != 'distance' else 0.0), []).append(p)
    return torch.optim.AdamW([{'params': ps, 'lr': speed, 'weight_decay': decay} for (speed, decay), ps in groups.items()], fused=True)


class Average:
    """The mean of the weights over the last tenth of the run (Polyak averaging)."""

    def __init__(self, network):
        self.state = {k: v.clone() for k, v in network.state_dict().items()}

    def add(self, network, share):
        for k, v in network.state_dict().items():
            self.state[k].lerp_(v, share)


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument('shape')
    ap.add_argument('--epochs', type=int, default=3)
    ap.add_argument('--rate', type=float)
    ap.add_argument('--out')
    ap.add_argument('--threads', type=int, default=os.cpu_count())
    ap.add_argument('--seed', type=int, default=1)
    ap.add_argument('--limit', type=int, help='documents of each set')
    ap.add_argument('--steps', type=int, help='stop after so many')
    a = ap.parse_args()
    torch.set_num_threads(a.threads)
    torch.manual_seed(a.seed)
    out = a.out or a.shape
    checkpoint = WORK / f'{out}.checkpoint'
    network = Network(a.shape).load_base()
    rate = a.rate or RATES[a.shape]
    optimise = optimiser(network, rate)
    average = Average(network)
    sets = load_sets(a.limit)
    plan = [b for epoch in range(a.epochs) for b in batches(gold_windows(sets, random.Random(f'{a.seed} {epoch}')), random.Random(f'{a.seed} {epoch} order'))]
    steps = len(plan)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimise, lambda s: min(1, (s + 1) / (0.06 * steps)) * max(0.0, 1 - s / steps))
    begin = 0
    if checkpoint.exists():
        saved = torch.load(checkpoint)
        network.load_state_dict(saved['network'])
        optimise.load_state_dict(saved['optimiser'])
        schedule.load_state_dict(saved['schedule'])
        average.state, begin = saved['average'], saved['step']
        print(f'goes on at step {begin} of {steps}', flush=True)
    network.train()
    seen, started, shown, last_saved = 0, time.time(), {}, time.time()
    for step in range(begin, min(steps, a.steps or steps)):
        batch = plan[step]
        torch.manual_seed(a.seed * 1000003 + step)
        ids, features, real = inputs(batch)
        with torch.autocast('cpu', dtype=torch.bfloat16):
            logits, states = network(ids, features, real)
        loss, parts = gold_loss(network, logits, states, batch)
        optimise.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimise.step()
        schedule.step()
        if step >= steps - steps // 10 - 1:
            average.add(network, 1 / (step - (steps - steps // 10 - 1) + 1))
        seen += int(real.sum())
        for k, v in parts.items():
            shown[k] = shown.get(k, v) * 0.98 + v * 0.02
        if step % 50 == 0 or step + 1 == steps:
            print(f'{out} {step}/{steps} {seen / (time.time() - started):.0f} pieces/s ' + ' '.join(f'{k} {v:.4f}' for k, v in shown.items()), flush=True)
        if time.time() - last_saved > 300:
            torch.save({'network': network.state_dict(), 'optimiser': optimise.state_dict(), 'schedule': schedule.state_dict(), 'average': average.state, 'step': step + 1}, checkpoint.with_suffix('.part'))
            os.replace(checkpoint.with_suffix('.part'), checkpoint)
            last_saved = time.time()
    torch.save(average.state, WORK / f'{out}.pt')
    checkpoint.unlink(missing_ok=True)


if __name__ == '__main__':
    main()
