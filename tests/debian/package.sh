#!/usr/bin/env bash
# package.sh BUILD VOTUM.deb: the package in a clean Debian of the release it was made on. It is installed, both
# programs start, a case file is known to the desktop, D-Bus starts the window, and once purged nothing is left of it.
# TAP. Needs root.
set -euo pipefail

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd -P)
# shellcheck source=tests/debian/root.sh
. "$here/root.sh"

root=$1/debian-clean
package=$2
suite=$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)
points=0
failures=0

# point NAME COMMAND...: what the command prints is shown when it fails.
point() {
    local name=$1 told
    shift
    points=$((points + 1))
    if told=$("$@" 2>&1); then
        echo "ok $points - $name"
    else
        failures=$((failures + 1))
        echo "not ok $points - $name"
        sed 's/^/#   /' <<<"$told"
    fi
}

# Everything that lies in the root, but for what every installation of anything leaves, and what is the juror's own.
listing() {
    find "$root" -xdev \( -path "$root/home" -o -path "$root/proc" -o -path "$root/dev" -o -path "$root/tmp" -o -path "$root/var/log" -o \
        -path "$root/var/cache" -o -path "$root/var/lib/apt" -o -path "$root/var/lib/dpkg" \) -prune -o -print | sort
}

as_user() { inside "$root" su -s /bin/bash juror -c "$1"; }

installs() { inside "$root" apt-get --quiet --yes --no-install-recommends install "/votum/$(basename -- "$package")"; }
purges() { inside "$root" apt-get --quiet --yes purge votum; }
same_listing() { diff <(printf '%s\n' "$before") <(listing); }
forgotten() { ! inside "$root" dpkg-query -W votum; }

knows_the_case() {
    as_user 'cd && rm -f case.votum && votumctl init case.votum --template servicekultur-hamnes &&
        gio info -a standard::content-type case.votum | grep "application/vnd.votum.case"'
}

# Asked for by its name on the bus, the window comes up, has the actions that the desktop entry names, and leaves.
started_by_dbus() {
    as_user 'xvfb-run -a dbus-run-session -- sh -euc "
        ask() { gdbus call --session --timeout 20 --dest org.votum.Votum --object-path /org/votum/Votum --method \"\$@\"; }
        ask org.freedesktop.Application.Activate {}
        ask org.gtk.Actions.List
        ask org.freedesktop.Application.ActivateAction quit [] {}
        gdbus wait --session --timeout 1 org.votum.Nobody 2>/dev/null || true"'
}

make_root "$suite" "$root" dbus-x11 libglib2.0-bin xauth xvfb >&2
inside "$root" bash -c 'id juror >/dev/null 2>&1 || useradd --create-home juror'
if inside "$root" dpkg-query -W votum >/dev/null 2>&1; then
    purges >/dev/null
fi
mkdir -p "$root/votum"
rm -f "$root"/votum/*.deb
cp -- "$package" "$root/votum/"
inside "$root" apt-get --quiet --yes --no-install-recommends satisfy \
    "$(dpkg-deb -f "$package" Depends)" >"$root.log" 2>&1 || { tail -n 20 "$root.log" >&2; exit 1; }
before=$(listing)

point 'the package installs' installs
point 'votumctl says its version' as_user 'votumctl --version'
point 'votum says its version without a display' as_user 'votum --version'
point 'a case is made and known to the desktop' knows_the_case
point 'the window is started through D-Bus and leaves' started_by_dbus
point 'the package is purged' purges
point 'dpkg has forgotten it' forgotten
point 'not one file is left' same_listing
echo "1..$points"
[ "$failures" -eq 0 ]
