"""Makes tests/fixtures/model: a tiny encoder with random weights, as two model files, and what PyTorch says to a text of several windows.

usage: make_tiny.py        needs no base weights; the same seed gives the same files
"""
import pathlib, string, sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

import numpy as np
import torch
from torch import nn

import pieces
from decode import spread
from export import model_file, pack
from network import Network, Shape, gap_buckets
from windows import Window, inputs

OUT = HERE.parent.parent / 'tests' / 'fixtures' / 'model'
LENGTH, OVERLAP, POSITIONS = 62, 16, 64
TITLE = 'Ferry to Ostrava Point halted'
TEXT = TITLE + '''

Mayor Ilka Brandt said on Tuesday that the ferry would not sail before spring. “The hull is not safe,” she told The Harbour Gazette.
"We asked for money," said Tomas Okwu, who runs the port, "and nobody answered."

\tAccording to a report that the council has not published, 14 of 30 bolts were rusty. McAdam, a spokesman for SAILCO, denied this.
He added: “It was checked in May, and it was fine.” The union wants a new boat — a bigger one. Café owners hope so too.
'''


def words():
    out = ['[PAD]'] + list(string.ascii_lowercase + string.digits) + ['##' + c for c in string.ascii_lowercase + string.digits]
    out += list('.,:;“”"\'’—-()')
    out += ['the', 'said'] + [f'[unused{i}]' for i in range(100)]
    out = out[:100] + ['[UNK]', '[CLS]', '[SEP]']
    return out + ['that', 'told', 'ferry', 'mayor', 'port', '##ing', '##ed', '##er', 'not', 'council', 'according', 'to', 'he', 'she', 'added', 'was', 'and', 'of']


def tiny():
    torch.manual_seed(5)
    network = Network(Shape('none', width=32, layers=2, heads=2, inner=64))
    network.word, network.position = nn.Embedding(len(words()), 32), nn.Embedding(POSITIONS, 32)
    for name, value in network.named_parameters():
        if value.ndim == 2:
            nn.init.normal_(value, std=0.3 if name != 'word.weight' else 1.0)
        else:
            nn.init.normal_(value, mean=1.0 if 'norm' in name and name.endswith('weight') else 0.0, std=0.1)
    network.calibration.copy_(torch.linspace(-1, 1, len(network.calibration)))
    return network.eval()


def main():
    torch.set_num_threads(1)
    pieces.tokenizer(words())
    network = tiny()
    coded = pieces.split(TEXT, title_span=(0, len(TITLE)))
    holder = type('D', (), {'pieces': coded})()
    n = len(coded)
    logits, states = np.zeros((n, network.tags.out_features), np.float32), np.zeros((n, 32), np.float32)
    windows = spread(n, LENGTH, OVERLAP)
    assert len(windows) > 3
    queries, keys = torch.tensor([[3, 6], [40, 41], [90, 120]]), torch.tensor([[0, 4], [6, 9], [100, 110], [n - 2, n]])
    with torch.no_grad():
        for b, e, kb, ke in windows:
            l, s = network(*inputs([Window(holder, b, e)]))
            logits[kb:ke], states[kb:ke] = l[0, 1 + kb - b:1 + ke - b].numpy(), s[0, 1 + kb - b:1 + ke - b].numpy()
        held = torch.from_numpy(states)
        made = [network.links(held, s[:, 0], s[:, 1] - 1) for s in (queries, keys)]
        links = torch.stack([network.link_scores(r, made[0][:, 2 * r], made[1][:, 2 * r + 1], gap_buckets(queries, keys)) for r in range(3)])
        vector = network.vectors(held, [(90, 120)])[0]
    places = np.cumsum([0] + [len(c.encode()) for c in TEXT])
    expected = {'text': np.frombuffer(TEXT.encode(), np.uint8), 'title_bytes': np.array([len(TITLE.encode())], np.float32), 'spans': np.stack([places[coded.begin], places[coded.end]], 1).astype(np.float32),
                'features': coded.features.astype(np.uint8), 'logits': logits, 'states': states, 'queries': queries.numpy().astype(np.float32), 'keys': keys.numpy().astype(np.float32), 'links': links.numpy(), 'vector': vector.numpy()}
    OUT.mkdir(parents=True, exist_ok=True)
    for precision in ('f32', 'int8'):
        (OUT / f'tiny-{precision}.safetensors').write_bytes(model_file(network, words(), 'tiny', precision, run='make_tiny.py', length=LENGTH, overlap=OVERLAP))
    (OUT / 'tiny-expected.safetensors').write_bytes(pack(expected, {'made_by': 'training/tests/make_tiny.py'}))
    print(n, 'pieces,', len(windows), 'windows')


if __name__ == '__main__':
    main()
