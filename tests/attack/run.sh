#!/usr/bin/env bash
# run.sh BUILD-DIR [SUITE...]: the attack suites one after the other, at full length with VOTUM_ATTACK_FULL=1
# (./dev attack); “window” is the evening in the window itself, of tests/ui, and “sanitized” one that
# nothing ends before its time, for a build with sanitizers. As part of ./dev test the same suites run shorter, as tests of meson.
set -uo pipefail

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd -P)
build=$(cd -- "$1" && pwd -P)
shift
[ $# -gt 0 ] || set -- award shortlist case log places power evening window

status=0
for suite in "$@"; do
    printf '# %s\n' "$suite"
    case $suite in
        window) journey=killed ;;
        sanitized) journey=evening ;;
        *) journey= ;;
    esac
    if [ -n "$journey" ]; then
        VOTUM_DATADIR=$build/data VOTUM_LOCALEDIR=$build/po GSETTINGS_SCHEMA_DIR=$build/data \
            "$here/../ui/run.sh" "$here/../ui/journey-$journey.py" "$build/ui/votum" "$build/app/cli/votumctl" || status=1
        continue
    fi
    python3 -B "$here/attack.py" "$suite" "$build/app/cli/votumctl" || status=1
done
exit "$status"
