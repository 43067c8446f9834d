#!/usr/bin/env bash
# bench.sh BUILD-DIR: figures, each against a floor measured in the same run. Nothing fails on a clock.
set -euo pipefail

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd -P)
build=$(cd -- "$1" && pwd -P)
out=$build/bench
mkdir -p -- "$out"

# shellcheck disable=SC2046 # pkg-config's answer is meant to be split
gcc -O2 -o "$out/floor-pages" "$here/floor-pages.c" $(pkg-config --cflags --libs pangocairo cairo-pdf)

gcc -O2 -o "$out/peak" "$here/peak.c"

exec python3 -B "$here/bench.py" "$build/app/cli/votumctl" "$out"
