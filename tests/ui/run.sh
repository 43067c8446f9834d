#!/bin/sh
# run.sh JOURNEYS.py VOTUM VOTUMCTL: runs journeys through the real window, on a screen, a bus and a home of their own.
# Says so and is skipped where what it takes is not installed.
set -eu

journeys=$1
votum=$2
votumctl=$3

for needed in Xvfb dbus-run-session xdotool import; do
    if ! command -v "$needed" >/dev/null; then
        echo "1..0 # SKIP $needed is not installed"
        exit 0
    fi
done
# Debian's own python has the bindings, whatever comes first on the path.
if ! /usr/bin/python3 -c 'import gi; gi.require_version("Atspi", "2.0"); from gi.repository import Atspi' 2>/dev/null; then
    echo '1..0 # SKIP the bindings of AT-SPI are not installed'
    exit 0
fi

run=$(mktemp -d "${TMPDIR:-/tmp}/votum-ui.XXXXXX")
trap 'rm -rf -- "$run"' EXIT
mkdir -m 700 "$run/runtime"

XDG_RUNTIME_DIR=$run/runtime
HOME=$run
GSETTINGS_BACKEND=memory
PYTHONDONTWRITEBYTECODE=1
export XDG_RUNTIME_DIR HOME GSETTINGS_BACKEND PYTHONDONTWRITEBYTECODE
unset WAYLAND_DISPLAY DISPLAY || true

# With sanitizers: Mesa leaks where its driver is only asked what it can, and what libraries make when they are loaded is known
# by whoever has made it only from its whole stack.
if [ -n "${ASAN_OPTIONS:-}" ]; then
    ASAN_OPTIONS=$ASAN_OPTIONS:fast_unwind_on_malloc=0:malloc_context_size=16
    GDK_DEBUG=gl-disable
    VOTUM_UI_PATIENCE=${VOTUM_UI_PATIENCE:-90}
    export ASAN_OPTIONS GDK_DEBUG VOTUM_UI_PATIENCE
fi

# A number of one's own, so that runs side by side do not look for a free one at the same time.
# Without -noreset the server would begin anew when the one who asks whether it is there has left, and refuse the next.
DISPLAY=:$((1000 + $$ % 50000))
export DISPLAY
Xvfb "$DISPLAY" -noreset -screen 0 "${VOTUM_UI_SCREEN:-1366x866}x24" -nolisten tcp 2>/dev/null &
server=$!
trap 'kill "$server" 2>/dev/null || true; rm -rf -- "$run"' EXIT
until xdotool getdisplaygeometry >/dev/null 2>&1; do
    kill -0 "$server" 2>/dev/null || { echo 'Bail out! the X server did not start'; exit 1; }
done

# The keyboard of most who sit in juries: å and ø are keys of their own, and a question mark is where they look for it.
if command -v setxkbmap >/dev/null; then
    setxkbmap no
fi

status=0
# shellcheck disable=SC2016 # the inner shell expands these
dbus-run-session -- sh -c '
    /usr/libexec/at-spi-bus-launcher --launch-immediately >/dev/null 2>&1 &
    exec /usr/bin/python3 "$@"' sh "$journeys" "$votum" "$votumctl" 2>"$run/stderr" || status=$?
[ "$status" -eq 0 ] || sed 's/^/# /' "$run/stderr"
exit "$status"
