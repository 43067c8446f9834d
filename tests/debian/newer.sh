#!/usr/bin/env bash
# newer.sh TOP BUILD PACKAGE...: the Debian after our baseline, in a folder: build with warnings as errors, run the
# unit tests and journeys through the window. Ends with "N passed, N failed". Needs root.
set -euo pipefail

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd -P)
# shellcheck source=tests/debian/root.sh
. "$here/root.sh"

suite=trixie
top=$1
root=$2/debian13
shift 2

SHARED_FOLDER=${VOTUM_SHARED:-$top/../shared}
[ -d "$SHARED_FOLDER" ] || SHARED_FOLDER=
export SHARED_FOLDER

make_root "$suite" "$root" "$@"
copy_tree "$top" "$root/votum/source"

# shellcheck disable=SC2016 # expanded inside
inside "$root" bash -euc '
    echo "GTK $(pkg-config --modversion gtk4), libadwaita $(pkg-config --modversion libadwaita-1), $(gcc --version | head -n 1)"
    for name in nb_NO sv_SE en_GB; do
        grep -qx "$name.UTF-8 UTF-8" /etc/locale.gen || echo "$name.UTF-8 UTF-8" >>/etc/locale.gen
    done
    [ "$(locale -a | grep -c -E "^(nb_NO|sv_SE|en_GB)")" -ge 3 ] || locale-gen >/dev/null
    cd /votum
    [ -f build/build.ninja ] ||
        meson setup --prefix=/votum/build/prefix --libdir=lib -Dwerror=true source build >/dev/null
    ninja --quiet -C build >build.log 2>&1 || { cat build.log; exit 1; }
    meson install -C build --no-rebuild --quiet >/dev/null
    rm -f build/meson-logs/testlog.json
    names() { meson test -C build --no-rebuild --list --suite "$1" 2>/dev/null | sed -n "s|^.* / ||p"; }
    # what a newer GTK tells a screen reader as the older one does; it names grouped choices otherwise
    mapfile -t tests < <(names unit; printf "journey-%s\n" visits verdict; echo desktop; echo interface)
    meson test -C build --no-rebuild --print-errorlogs --quiet --timeout-multiplier 3 "${tests[@]}" >/dev/null 2>&1 || true
    python3 source/tests/tap-summary.py build
'
