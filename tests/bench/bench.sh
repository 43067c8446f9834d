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

top=$here/../..
# shellcheck disable=SC2046
gcc -O2 -o "$out/robust" "$here/robust.c" -I"$build" -I"$top/app/base" -I"$top/app/model" -I"$top/app/analysis" -I"$top/app/render" \
    -Wl,--start-group "$build"/app/render/libvotum-render.a "$build"/app/analysis/libvotum-analysis.a \
    "$build"/app/model/libvotum-model.a "$build"/app/base/libvotum-base.a -Wl,--end-group \
    $(pkg-config --cflags --libs gio-2.0 gsl pangocairo cairo-pdf cairo-svg json-glib-1.0) -lgmp -lm

# shellcheck disable=SC2046
gcc -O2 -o "$out/bare-window" "$here/bare-window.c" $(pkg-config --cflags --libs libadwaita-1)
# shellcheck disable=SC2046
gcc -O2 -shared -fPIC -o "$out/frames.so" "$here/frames.c" $(pkg-config --cflags --libs gtk4) -ldl

python3 -B "$here/bench.py" "$build/app/cli/votumctl" "$out"

# the large case that the figures above have made
export VOTUM_BENCH_FOLDER=$out VOTUM_DATADIR=$here/../../data LC_ALL=C.UTF-8
"$here/../ui/run.sh" "$here/window.py" "$build/ui/votum" "$build/app/cli/votumctl"
