#!/usr/bin/env bash
# make.sh TOP BUILD PACKAGE...: make a Debian package of Votum in BUILD/deb. The packages named are those it is built
# with (./dev knows them). debhelper wants its folder at the top of the sources, so that it works on a copy of them.
# Prints the path of the package.
set -euo pipefail

top=$1
out=$2/deb
shift 2

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd -P)
version=$(sed -n "s/^ *version: '\(.*\)',$/\1/p" "$top/meson.build" | head -n 1)
packaged=$(dpkg-parsechangelog -l "$here/changelog" -S Version)
if [ "$version" != "$packaged" ]; then
    echo "meson.build says $version and data/debian/changelog says $packaged" >&2
    exit 1
fi

# Who packages it is who runs this, as Debian's own tools take it.
maintainer="${DEBFULLNAME:-The Votum project} <${DEBEMAIL:-votum@localhost}>"
depends=$(printf ', %s' "$@")

rm -rf -- "$out"
mkdir -p -- "$out/source"
tar -C "$top" --exclude=./build --exclude=./.git --exclude=__pycache__ -c . | tar -C "$out/source" --no-same-owner -x
cp -r -- "$here" "$out/source/debian"
rm -- "$out/source/debian/make.sh" "$out/source/debian/control.in"
sed -e "s|@maintainer@|$maintainer|" -e "s|@build_depends@|${depends#, }|" "$here/control.in" >"$out/source/debian/control"
chmod 755 "$out/source/debian/rules"

log=$out/build.log
(cd "$out/source" && dpkg-buildpackage --build=binary --unsigned-source --unsigned-changes) >"$log" 2>&1 ||
    { tail -n 60 "$log" >&2; exit 1; }
printf '%s\n' "$out"/votum_"$version"_*.deb
