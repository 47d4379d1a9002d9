"""Weights of a network -> the model file that the program loads (docs/model-format.md): safetensors, checked by a hash.

usage: export.py SHAPE WEIGHTS OUT [--precision int8|f32] [--name NAME] [--run TEXT]

int8: every linear layer of the trunk and the word embedding are kept as signed bytes with one scale for each row (symmetric: row =
scale * bytes). Activations need nothing here: the program measures each of its rows as it goes. The heads stay f32.
"""
import argparse, hashlib, json, os, struct

os.environ.setdefault('OMP_WAIT_POLICY', 'passive')
import numpy as np
import torch
import xxhash

from decode import OVERLAP
from network import ACTS, DISTANCES, LINKS, LINK_WIDTH, NAMES, ROLES, SHAPES, TAGS, VECTOR_WIDTH, Network
from pieces import CASES, GAPS, QUOTES, ZONES, vocabulary
from windows import LENGTH

FORMAT = 'firsthand.encoder/1'
COLUMNS = ['outer ' + r for r in ROLES] + ['nested ' + r for r in ROLES] + ['name ' + n for n in NAMES] + ['act ' + a for a in ACTS]
RELATIONS = ['content cue', 'cue source', 'content source']
DTYPES = {np.dtype(np.float32): 'F32', np.dtype(np.int8): 'I8', np.dtype(np.uint8): 'U8'}
ALIGN = 64                                        # the data part, and each tensor in it


def quantise(matrix):
    """[rows, columns] f32 -> signed bytes in -127…127, scale of each row"""
    scale = np.maximum(np.abs(matrix).max(1), 1e-12) / 127
    return np.clip(np.rint(matrix / scale[:, None]), -127, 127).astype(np.int8), scale.astype(np.float32)


def tensors_of(network, words, precision):
    out = {'vocabulary': np.frombuffer('\n'.join(words).encode(), np.uint8)}
    for key, value in network.state_dict().items():
        value = np.ascontiguousarray(value.float().numpy())
        trunk = key == 'word.weight' or (key.startswith('layers.') and key.endswith('weight') and value.ndim == 2)
        if precision == 'int8' and trunk:
            out[key], out[key + '.scale'] = quantise(value)
        else:
            out[key] = value
    return out


def config_of(network, words, length, overlap):
    shape = network.shape
    return {'layers': shape.layers, 'width': shape.width, 'heads': shape.heads, 'inner': shape.inner, 'positions': network.position.num_embeddings, 'vocabulary': len(words),
            'cases': CASES, 'quotes': QUOTES, 'gaps': GAPS, 'zones': ZONES, 'tags': TAGS, 'columns': COLUMNS, 'links': len(LINKS), 'link_width': LINK_WIDTH,
            'relations': RELATIONS, 'distances': DISTANCES, 'vector_width': VECTOR_WIDTH, 'window': length, 'overlap': overlap}


def pack(tensors, metadata):
    """-> bytes of the file. Tensors lie one behind the other, as safetensors demands, the widest types first: each stays aligned."""
    header, data = {}, bytearray()
    for name in sorted(tensors, key=lambda n: (-tensors[n].itemsize, n)):
        t = tensors[name]
        begin = len(data)
        data += t.tobytes()
        header[name] = {'dtype': DTYPES[t.dtype], 'shape': list(t.shape), 'data_offsets': [begin, len(data)]}
    header['__metadata__'] = dict(metadata, xxh3_64=f'{xxhash.xxh3_64_intdigest(bytes(data)):016x}')
    text = json.dumps(header, separators=(',', ':'), ensure_ascii=True).encode()
    text += b' ' * (-(8 + len(text)) % ALIGN)
    return struct.pack('<Q', len(text)) + text + bytes(data)


def model_file(network, words, name, precision='int8', run='', length=LENGTH, overlap=OVERLAP):
    s = network.shape
    assert not s.relative, 'only BERT shapes have a program'
    assert s.width % 16 == 0 and s.inner % 16 == 0 and (s.width // s.heads) % 16 == 0, 'widths must be multiples of 16'
    metadata = {'format': FORMAT, 'name': name, 'config': json.dumps(config_of(network, words, length, overlap), separators=(',', ':')), 'run': run}
    return pack(tensors_of(network, words, precision), metadata)


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument('shape', choices=[n for n, s in SHAPES.items() if not s.relative])
    ap.add_argument('weights')
    ap.add_argument('out')
    ap.add_argument('--precision', choices=('int8', 'f32'), default='int8')
    ap.add_argument('--name')
    ap.add_argument('--run', help='identity of the training run; default: hash of the weights')
    a = ap.parse_args()
    network = Network(a.shape)
    network.load_state_dict(torch.load(a.weights, map_location='cpu'))
    run = a.run or 'sha256:' + hashlib.sha256(open(a.weights, 'rb').read()).hexdigest()
    content = model_file(network, vocabulary(), a.name or a.shape, a.precision, run)
    with open(a.out + '.part', 'wb') as f:
        f.write(content)
    os.replace(a.out + '.part', a.out)
    print(f'{a.out}: {len(content) / 1e6:.1f} MB')


if __name__ == '__main__':
    main()
