"""The training loop: AdamW, linear to 0, mean of the last weights, checkpoints that outlive an interruption."""
import os, time

import torch

from bases import WORK

NEW = ('case', 'quote', 'gap', 'zone', 'tags', 'link', 'distance', 'vector')     # not pre-trained


def optimiser(network, rate):
    """The heads and the new features learn up to ten times as fast as what is pre-trained, the few biases of distance faster still; no decay on vectors."""
    groups = {}
    for name, p in network.named_parameters():
        speed = 1e-2 if name == 'distance' else max(rate, min(6e-4, 10 * rate)) if name.split('.')[0] in NEW else rate
        groups.setdefault((speed, 0.01 if p.dim() > 1 and name != 'distance' else 0.0), []).append(p)
    return torch.optim.AdamW([{'params': ps, 'lr': speed, 'weight_decay': decay} for (speed, decay), ps in groups.items()], fused=True)


class Average:
    """The mean of the weights over the last tenth of the run (Polyak averaging)."""

    def __init__(self, network):
        self.state = {k: v.clone() for k, v in network.state_dict().items()}

    def add(self, network, share):
        for k, v in network.state_dict().items():
            self.state[k].lerp_(v, share)


def train(network, plan, loss_of, out, rate, seed=1, save_each=300):
    """Runs loss_of(network, batch) -> (loss, {name: value}, pieces) over the batches of `plan`, once each; writes build/training/OUT.pt.

    Goes on from build/training/OUT.checkpoint, which holds weights, optimiser, mean and step; `plan` must be the same then."""
    checkpoint = WORK / f'{out}.checkpoint'
    optimise = optimiser(network, rate)
    average, steps, begin = Average(network), len(plan), 0
    schedule = torch.optim.lr_scheduler.LambdaLR(optimise, lambda s: min(1, (s + 1) / (0.06 * steps)) * max(0.0, 1 - s / steps))
    if checkpoint.exists():
        saved = torch.load(checkpoint)
        network.load_state_dict(saved['network'])
        optimise.load_state_dict(saved['optimiser'])
        schedule.load_state_dict(saved['schedule'])
        average.state, begin = saved['average'], saved['step']
        print(f'goes on at step {begin} of {steps}', flush=True)
    network.train()
    seen, started, shown, last_saved, tail = 0, time.time(), {}, time.time(), steps - steps // 10 - 1
    for step in range(begin, steps):
        torch.manual_seed(seed * 1000003 + step)
        loss, parts, pieces = loss_of(network, plan[step])
        optimise.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimise.step()
        schedule.step()
        if step >= tail:
            average.add(network, 1 / (step - tail + 1))
        seen += pieces
        for k, v in parts.items():
            shown[k] = shown.get(k, v) * 0.98 + v * 0.02
        if step % 50 == 0 or step + 1 == steps:
            print(f'{out} {step}/{steps} {seen / (time.time() - started):.0f} pieces/s ' + ' '.join(f'{k} {v:.4f}' for k, v in shown.items()), flush=True)
        if time.time() - last_saved > save_each:
            torch.save({'network': network.state_dict(), 'optimiser': optimise.state_dict(), 'schedule': schedule.state_dict(), 'average': average.state, 'step': step + 1}, checkpoint.with_suffix('.part'))
            os.replace(checkpoint.with_suffix('.part'), checkpoint)
            last_saved = time.time()
    torch.save(average.state, WORK / f'{out}.pt')
    checkpoint.unlink(missing_ok=True)
