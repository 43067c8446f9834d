# shellcheck shell=bash
# A small Debian in a folder, for what must be tried away from this machine. Sourced by the scripts beside it;
# needs root and debootstrap. Packages come from where this machine's own come from.

# The address that this machine's apt has for the release it runs.
debian_mirror() {
    local codename
    codename=$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)
    # shellcheck disable=SC2016 # $(REPO_URI) is apt's
    apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Origin: Debian' "Codename: $codename" | head -n 1
}

# inside ROOT COMMAND...: run it there as root, with /proc and /dev of its own that are gone when it ends. A folder
# named by $SHARED_FOLDER is seen, read only, as /votum/shared.
inside() {
    local root=$1
    shift
    # shellcheck disable=SC2016 # expanded inside
    env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 TMPDIR=/tmp DEBIAN_FRONTEND=noninteractive \
        ROOT="$root" SHARED_FOLDER="${SHARED_FOLDER:-}" \
        unshare --mount --pid --fork --kill-child bash -c '
            set -e
            mount -t proc proc "$ROOT/proc"
            mount --rbind /dev "$ROOT/dev"
            if [ -n "$SHARED_FOLDER" ]; then
                mkdir -p "$ROOT/votum/shared"
                mount --bind -o ro "$SHARED_FOLDER" "$ROOT/votum/shared"
            fi
            exec chroot "$ROOT" "$@"' inside "$@"
}

# make_root SUITE ROOT PACKAGE...: once made it is kept, and only what is missing is installed.
make_root() {
    local suite=$1 root=$2 mirror
    shift 2
    if [ ! -e "$root/.made" ]; then
        mirror=$(debian_mirror)
        [ -n "$mirror" ] || { echo 'no address of a Debian release is known to apt here' >&2; return 1; }
        echo "making a Debian ($suite) in $root" >&2
        rm -rf --one-file-system -- "$root"
        mkdir -p -- "$root"
        debootstrap --variant=minbase "$suite" "$root" "$mirror" >"$root.log" 2>&1 || { tail -n 20 "$root.log" >&2; return 1; }
        # Nothing may start a service in there.
        printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
        chmod 755 "$root/usr/sbin/policy-rc.d"
        touch "$root/.made"
    fi
    cp -L /etc/resolv.conf "$root/etc/resolv.conf"
    install_inside "$root" "$@"
}

install_inside() {
    local root=$1
    shift
    # shellcheck disable=SC2016 # expanded inside
    inside "$root" bash -c 'dpkg-query -W "$@" >/dev/null 2>&1 && exit
        apt-get --quiet update && apt-get --quiet --yes --no-install-recommends install "$@"' install "$@" >"$root.log" 2>&1 ||
        { tail -n 20 "$root.log" >&2; return 1; }
}

# copy_tree TOP TARGET: the sources without what was built from them; times stay, so that a build goes on from there.
copy_tree() {
    rm -rf -- "$2"
    mkdir -p -- "$2"
    tar -C "$1" --exclude=./build --exclude=./.git --exclude=__pycache__ -c . | tar -C "$2" --no-same-owner -x
}
