"""Gold tags and links -> loss of a batch."""
import torch
import torch.nn.functional as F

from labels import UNKNOWN
from network import ACTED, ACTS, NAMED, NAME_TAGS, NESTED, OUTER, ROLES, STEPS, gap_buckets
from windows import targets

WEIGHTS = {'outer': 1.0, 'nested': 0.5, 'names': 0.5, 'acts': 0.2, 'links': 0.2}


def cross_entropy(logits, gold):
    known = gold != UNKNOWN
    if not known.any():
        return logits.sum() * 0
    return F.cross_entropy(logits[known], gold[known])


def role_loss(logits, gold, first):
    """Mean over the three roles. logits [b, n, TAGS], gold [b, n, 3]"""
    steps = len(STEPS)
    return sum(cross_entropy(logits[..., first + r * steps:first + (r + 1) * steps], gold[..., r]) for r in range(len(ROLES))) / len(ROLES)


def choice_loss(scores, right):
    """-log of the share of the right candidates among all and nobody (whose score is 0). scores [q, k], right [q, k] bool; rows without a right one mean nobody."""
    scores = torch.cat([torch.zeros(len(scores), 1), scores], 1)
    right = torch.cat([~right.any(1, keepdim=True), right], 1)
    return (torch.logsumexp(scores, 1) - torch.logsumexp(scores.masked_fill(~right, -1e9), 1))


def link_loss(network, states, batch):
    losses = []
    for i, w in enumerate(batch):
        spans, owners = {r: [] for r in ROLES}, {r: [] for r in ROLES}
        whole = set()
        for k, a in enumerate(w.document.attributions):
            inside = {r: [(s[0] - w.begin + 1, s[1] - w.begin + 1) for s in a[r] if s[0] >= w.begin and s[1] <= w.end] for r in ROLES}
            if all(len(inside[r]) == len(a[r]) for r in ROLES):
                whole.add(k)
            for r in ROLES:
                for s in inside[r]:
                    if s in spans[r]:                         # one source of several attributions
                        owners[r][spans[r].index(s)].add(k)
                    else:
                        spans[r].append(s)
                        owners[r].append({k})
        if not whole:
            continue
        place = {r: torch.tensor(spans[r], dtype=torch.long).view(-1, 2) for r in ROLES}
        made = {r: network.links(states[i], place[r][:, 0], place[r][:, 1] - 1) for r in ROLES}
        for relation, (query, key) in enumerate((('content', 'cue'), ('cue', 'source'), ('content', 'source'))):
            asked = [q for q, own in enumerate(owners[query]) if own <= whole]
            if not asked:
                continue
            scores = network.link_scores(relation, made[query][asked, 2 * relation], made[key][:, 2 * relation + 1], gap_buckets(place[query][asked], place[key]))
            right = torch.tensor([[bool(owners[query][q] & o) for o in owners[key]] for q in asked], dtype=torch.bool).view(len(asked), len(owners[key]))
            losses.append(choice_loss(scores, right))
    return torch.cat(losses).mean() if losses else states.sum() * 0


def gold_loss(network, logits, states, batch):
    """-> loss, {name: value}"""
    parts = {
        'outer': role_loss(logits, targets(batch, 'outer'), OUTER),
        'nested': role_loss(logits, targets(batch, 'nested'), NESTED),
        'names': cross_entropy(logits[..., NAMED:NAMED + NAME_TAGS], targets(batch, 'names')),
        'acts': cross_entropy(logits[..., ACTED:ACTED + len(ACTS)], targets(batch, 'acts')),
        'links': link_loss(network, states, batch),
    }
    return sum(WEIGHTS[k] * v for k, v in parts.items()), {k: float(v.detach()) for k, v in parts.items()}
