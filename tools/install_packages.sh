#!/bin/sh
# Installs the Debian packages of tools/packages.txt that are missing, and says which. Does nothing when all are there.
# Removes nothing: libboost1.81-dev cannot stand beside libboost1.74-dev, and which of them goes is the user's to say.
set -eu
cd "$(dirname "$0")/.."
packages=$(cat tools/packages.txt)

if ! command -v dpkg-query >/dev/null 2>&1; then
    echo "This is no Debian: make sure that these are installed, under whatever name:" $packages >&2
    exit 0
fi

missing=
for package in $packages; do
    case $(dpkg-query -W -f '${Status}' "$package" 2>/dev/null || true) in
        *" installed") ;;
        *) missing="$missing $package" ;;
    esac
done
[ -n "$missing" ] || exit 0

as_root=
if [ "$(id -u)" -ne 0 ]; then
    as_root=sudo
    command -v sudo >/dev/null 2>&1 || { echo "Run as root: apt-get install$missing" >&2; exit 1; }
fi
install_missing() {
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends --no-remove $missing </dev/null
}

echo "Installing with apt-get:$missing"
# A machine that has never fetched its lists has none; old lists name versions that are gone.
if ! ls /var/lib/apt/lists/*_Packages* >/dev/null 2>&1; then
    $as_root apt-get update -q </dev/null || true
    updated=yes
fi
if install_missing; then exit 0; fi
if [ -z "${updated:-}" ]; then
    $as_root apt-get update -q </dev/null || true
    if install_missing; then exit 0; fi
fi
echo "Not everything could be installed. If apt-get wanted to remove libboost1.74-dev: it conflicts with libboost1.81-dev;" >&2
echo "take it out first (apt-get remove libboost1.74-dev), then come back." >&2
exit 1
