"""The encoder: a transformer trunk (post-LN, GELU; Devlin et al. 2019) with several heads. MPNet's shape adds a relative bias
(Song et al. 2020). Sizes are rows of SHAPES; what the outputs mean stands in TAGS.

Input of one window: [CLS] pieces [SEP], at most `positions` long. Output for every piece, in this order:
  logits [n, TAGS]       roles of the outer attributions, roles of those nested in their contents, names, act of a cue
  states [n, width]      the last hidden states, for `link` (who belongs to whom) and `vector` (what a passage is about)
"""
import dataclasses, math

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import nn

import bases
from pieces import CASES, CLS, GAPS, QUOTES, SEP, ZONES

ROLES = ('source', 'cue', 'content')
NAMES = ('person', 'organization', 'place')
ACTS = ('speech', 'thought', 'finding', 'attitude')
STEPS = 'OBIES'                                   # outside, begin, inside, end, single: five classes for each role
ROLE_TAGS = len(STEPS) * len(ROLES)               # [source O B I E S, cue O B I E S, content O B I E S]
NAME_TAGS = 1 + 4 * len(NAMES)                    # O, then B I E S for each kind
OUTER, NESTED, NAMED, ACTED = 0, ROLE_TAGS, 2 * ROLE_TAGS, 2 * ROLE_TAGS + NAME_TAGS    # first column of each head
TAGS = ACTED + len(ACTS)
LINKS = ('content_cue', 'cue_content', 'cue_source', 'source_cue', 'content_source', 'source_content')   # query, key; thrice
LINK_WIDTH = 32
DISTANCES = 21                                    # buckets of the gap between two spans, see gap_bucket
VECTOR_WIDTH = 384
EVIDENCE = 10                                     # numbers by which an attribution's score is made, see decode.evidence


@dataclasses.dataclass(frozen=True)
class Shape:
    base: str
    width: int
    layers: int
    heads: int
    inner: int
    relative: bool = False
    keep: tuple = ()                              # which layers of the base are the start; empty: all


SHAPES = {
    'teacher': Shape('mpnet', 768, 12, 12, 3072, relative=True),
    'accurate': Shape('minilm', 384, 6, 12, 1536),
    'fast': Shape('minilm', 384, 2, 12, 1536, keep=(0, 5)),
}


class Layer(nn.Module):
    def __init__(self, s):
        super().__init__()
        self.heads = s.heads
        self.qkv, self.out = nn.Linear(s.width, 3 * s.width), nn.Linear(s.width, s.width)
        self.up, self.down = nn.Linear(s.width, s.inner), nn.Linear(s.inner, s.width)
        self.norm1, self.norm2 = nn.LayerNorm(s.width, eps=1e-12), nn.LayerNorm(s.width, eps=1e-12)

    def forward(self, x, mask, drop):
        b, n, w = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, self.heads, w // self.heads).permute(2, 0, 3, 1, 4)
        y = F.scaled_dot_product_attention(q, k, v, attn_mask=mask.to(q.dtype))
        x = self.norm1(x + F.dropout(self.out(y.transpose(1, 2).reshape(b, n, w)), drop, self.training))
        return self.norm2(x + F.dropout(self.down(F.gelu(self.up(x))), drop, self.training))


class Network(nn.Module):
    def __init__(self, shape, dropout=0.1):
        super().__init__()
        s = self.shape = SHAPES[shape] if isinstance(shape, str) else shape
        self.dropout = dropout
        self.shift = 4 if s.relative else 0       # MPNet's vocabulary is BERT's behind four pieces of its own
        self.word = nn.Embedding(30522 + (5 if s.relative else 0), s.width)
        self.position = nn.Embedding(512, s.width)
        self.case, self.quote, self.gap, self.zone = (nn.Embedding(n, s.width) for n in (CASES, QUOTES, GAPS, ZONES))
        self.norm = nn.LayerNorm(s.width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(s) for _ in range(s.layers))
        self.bias = nn.Embedding(32, s.heads) if s.relative else None
        self.tags = nn.Linear(s.width, TAGS)
        self.link = nn.Linear(s.width, LINK_WIDTH * len(LINKS))
        size = torch.arange(10).float()
        self.distance = nn.Parameter(torch.cat([torch.zeros(1), -size, -size]).repeat(len(LINKS) // 2, 1))   # the nearest first, until it is learned better
        self.vector = nn.Linear(s.width, VECTOR_WIDTH)
        if not s.relative:                        # made by calibrate.py behind the training; zeros: every score is 0.5
            self.register_buffer('calibration', torch.zeros(EVIDENCE))
        if s.width == VECTOR_WIDTH:                # at first the mean state itself, which is what the base was trained for
            nn.init.eye_(self.vector.weight)
            nn.init.zeros_(self.vector.bias)
        for e in (self.case, self.quote, self.gap, self.zone):
            nn.init.zeros_(e.weight)
        for e in (self.tags, self.link):
            nn.init.normal_(e.weight, std=0.02)
            nn.init.zeros_(e.bias)

    def load_base(self):
        s, w = self.shape, load_file(bases.base(self.shape.base) / 'model.safetensors')
        own = {'word.weight': w['embeddings.word_embeddings.weight'], 'norm.weight': w['embeddings.LayerNorm.weight'], 'norm.bias': w['embeddings.LayerNorm.bias']}
        positions = w['embeddings.position_embeddings.weight']
        own['position.weight'] = positions[2:] if s.relative else positions + w['embeddings.token_type_embeddings.weight'][0]
        if s.relative:
            own['bias.weight'] = w['encoder.relative_attention_bias.weight']
        for i, j in enumerate(s.keep or range(s.layers)):
            p, q = f'encoder.layer.{j}.', f'layers.{i}.'
            names = ('attn.q', 'attn.k', 'attn.v') if s.relative else ('self.query', 'self.key', 'self.value')
            for part in ('weight', 'bias'):
                own[f'{q}qkv.{part}'] = torch.cat([w[f'{p}attention.{n}.{part}'] for n in names])
                own[f'{q}out.{part}'] = w[f'{p}attention.attn.o.{part}' if s.relative else f'{p}attention.output.dense.{part}']
                own[f'{q}norm1.{part}'] = w[f'{p}attention.LayerNorm.{part}' if s.relative else f'{p}attention.output.LayerNorm.{part}']
                own[f'{q}up.{part}'] = w[f'{p}intermediate.dense.{part}']
                own[f'{q}down.{part}'] = w[f'{p}output.dense.{part}']
                own[f'{q}norm2.{part}'] = w[f'{p}output.LayerNorm.{part}']
        missing, extra = self.load_state_dict(own, strict=False)
        assert not extra and all(m.split('.')[0] in ('case', 'quote', 'gap', 'zone', 'tags', 'link', 'distance', 'vector', 'calibration') for m in missing), (missing, extra)
        return self

    def relative_bias(self, n):
        place = torch.arange(n)
        far = place[:, None] - place[None, :]
        bucket = torch.where(far < 0, 16, 0)
        far = far.abs()
        log = 8 + (torch.log(far.clamp(min=1).float() / 8) / math.log(128 / 8) * 8).long()
        bucket = bucket + torch.where(far < 8, far, log.clamp(max=15))
        return self.bias(bucket.to(self.bias.weight.device)).permute(2, 0, 1)[None]          # [1, heads, n, n]

    def forward(self, ids, features, real):
        """ids [b, n] with [CLS], [SEP] and padding; features [b, n, 4]; real [b, n] bool. -> logits [b, n, TAGS], states [b, n, width]"""
        n = ids.shape[1]
        known = ids + self.shift
        if self.shift:
            known = torch.where(ids == CLS, 0, torch.where(ids == SEP, 2, known))
        x = self.word(known) + self.position.weight[:n] + self.case(features[..., 0]) + self.quote(features[..., 1]) + self.gap(features[..., 2]) + self.zone(features[..., 3])
        x = F.dropout(self.norm(x), self.dropout, self.training)
        mask = torch.zeros(real.shape[0], 1, 1, n, device=ids.device).masked_fill(~real[:, None, None, :], -1e4)
        if self.bias is not None:
            mask = mask + self.relative_bias(n)
        for layer in self.layers:
            x = layer(x, mask, self.dropout)
        return self.tags(x).float(), x.float()

    def links(self, states, begins, ends):
        """States [n, width], first and last piece of spans [k] -> [k, len(LINKS), LINK_WIDTH]: the mean of both ends, projected."""
        return self.link((states[begins] + states[ends]) / 2).view(-1, len(LINKS), LINK_WIDTH)

    def link_scores(self, relation, query, key, bucket):
        """[q, LINK_WIDTH], [k, LINK_WIDTH], gap buckets [q, k] -> [q, k]; 0 is the score of nobody."""
        return query @ key.T / math.sqrt(LINK_WIDTH) * 4 + self.distance[relation][bucket]

    def vectors(self, states, spans):
        """Mean state of each span (first, last + 1), projected, unit length: [k, VECTOR_WIDTH]."""
        means = torch.stack([states[a:b].mean(0) for a, b in spans])
        return F.normalize(self.vector(means), dim=-1)


def gap_buckets(queries, keys):
    """Spans [q, 2] and [k, 2] (first, last + 1) -> [q, k]: 0 they overlap; 1…10 the key stands before, 11…20 behind: log2 of the pieces between them plus one, at most 9."""
    before, behind = queries[:, None, 0] - keys[None, :, 1], keys[None, :, 0] - queries[:, None, 1]
    size = torch.log2(torch.maximum(before, behind).clamp(min=0).float() + 1).long().clamp(max=9)
    return torch.where(before >= 0, 1 + size, torch.where(behind >= 0, 11 + size, 0))
