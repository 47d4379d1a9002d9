"""A virtual environment with the peers in it, made once and made anew when the requirements change."""
import hashlib, pathlib, subprocess, sys

HERE = pathlib.Path(__file__).resolve().parent
FOLDER = HERE.parent.parent / 'build' / 'peers-venv'
REQUIREMENTS = (['-r', HERE / 'requirements.txt'], ['--no-deps', '-r', HERE / 'requirements-alone.txt'])


class CannotInstall(Exception):
    pass


def run(*command):
    try:
        done = subprocess.run([str(part) for part in command], stdin=subprocess.DEVNULL, capture_output=True, text=True, errors='replace', timeout=1200)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise CannotInstall(str(error)) from error
    if done.returncode != 0:
        said = [line for line in (done.stdout + done.stderr).splitlines() if line.strip()]
        raise CannotInstall('\n'.join(said[-4:]) or f'{command[0]} exited {done.returncode}')


def install_peers():
    """The environment's python. Throws CannotInstall: no venv module (Debian: python3-venv), no network, no wheel for this machine."""
    python, stamp = FOLDER / 'bin' / 'python', FOLDER / 'installed'
    wanted = hashlib.sha256(b''.join(args[-1].read_bytes() for args in REQUIREMENTS) + sys.version.encode()).hexdigest()
    if stamp.exists() and stamp.read_text() == wanted:
        return python
    print(f'Installing the peers into {FOLDER.relative_to(FOLDER.parent.parent)} (once, about 200 MB to fetch) …', file=sys.stderr, flush=True)
    run(sys.executable, '-m', 'venv', '--clear', FOLDER)
    for args in REQUIREMENTS:
        run(python, '-m', 'pip', 'install', '-q', '--disable-pip-version-check', '--only-binary', ':all:', *args)
    stamp.write_text(wanted)
    return python
