#!/usr/bin/env bash
# Fills deploy/wheelhouse with the wheels that deploy/Dockerfile installs, through the settings of this machine's own pip, and
# checks them against the locks. The image is then built with `docker build --network none`.
#
#   wheelhouse.sh       PYTHON names a Python 3.11 with pip, as in the image (default: python3)
set -euo pipefail
cd "$(dirname "$0")/../.."
python=${PYTHON:-python3}
locks=(deploy/requirements/wirewatch.txt deploy/requirements/build.txt)
stamp=deploy/wheelhouse/locks.sha256 # written last: a download that was cut short is no wheelhouse

if sha256sum --check --status "$stamp" 2> /dev/null; then exit; fi
# The locks' markers are judged by the Python that downloads.
"$python" -c 'import sys; sys.exit("airgap: PYTHON must be a Python 3.11" if sys.version_info[:2] != (3, 11) else 0)'
rm -f deploy/wheelhouse/*.whl
platforms=(--platform any)
for glibc in manylinux2014 manylinux_2_17 manylinux_2_28 manylinux_2_34; do
  platforms+=(--platform "${glibc}_$(uname -m)")
done
for lock in "${locks[@]}"; do
  "$python" -m pip download --quiet --require-hashes --no-deps --only-binary=:all: --python-version 3.11 --implementation cp \
    "${platforms[@]}" --requirement "$lock" --dest deploy/wheelhouse
done
sha256sum "${locks[@]}" > "$stamp"
