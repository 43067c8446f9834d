#!/usr/bin/env bash
# Bring the catalogues up to date with the sources (./dev pot): the list of files with messages, the
# template (in build/, it is made from the sources and not kept), and each language of LINGUAS.
# With --template FILE it writes the template there and leaves everything else alone.
set -euo pipefail

top=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
pot=$top/build/po/votum.pot
cd -- "$top"

# The marks of glib's preset in meson's i18n module, so that both find the same messages.
# shellcheck disable=SC2054 # the commas are xgettext's
keywords=(
    --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2
    --keyword=g_dcgettext:2 --keyword=g_dngettext:2,3 --keyword=g_dpgettext2:2c,3
    --flag=N_:1:pass-c-format --flag=C_:2:pass-c-format --flag=NC_:2:pass-c-format
    --flag=g_dngettext:2:pass-c-format --flag=g_strdup_printf:1:c-format
    --flag=g_string_printf:2:c-format --flag=g_string_append_printf:2:c-format
    --flag=g_error_new:3:c-format --flag=g_set_error:4:c-format
)

# Which words of a window's .ui, of the desktop file, the metainfo, the MIME type and the settings are texts, xgettext
# knows by the files' names.
template() {
    xgettext --from-code=UTF-8 --add-comments=TRANSLATORS --add-location=file \
        --package-name=votum --msgid-bugs-address=- "${keywords[@]}" \
        --files-from=po/POTFILES.in --output="$1"
}

if [ "${1:-}" = --template ]; then
    template "$2"
    exit
fi

mkdir -p build/po
python3 -B tests/lint.py --potfiles >po/POTFILES.in.new
if cmp -s po/POTFILES.in.new po/POTFILES.in; then
    rm -- po/POTFILES.in.new
else
    mv -- po/POTFILES.in.new po/POTFILES.in
fi

template "$pot"
[ -f "$pot" ] || { echo 'no messages in the sources' >&2; exit 0; }

while read -r language; do
    case $language in '' | \#*) continue ;; esac
    msgmerge --quiet --update --backup=none --no-fuzzy-matching --add-location=file \
        "po/$language.po" "$pot"
    printf '%s: ' "$language" >&2
    msgfmt --check --statistics -o /dev/null "po/$language.po"
done <po/LINGUAS
