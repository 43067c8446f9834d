#!/usr/bin/env python3
"""The check of the walls can fail: small trees, good and bad, and what walls.py must say of each. TAP."""
import os
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import walls  # noqa: E402

# A house in which every header exists; each case adds one file to it.
HOUSE = {
    'app/base/votum-decimal.h': '#pragma once\n#include <glib.h>\n#include <gmp.h>\n',
    'app/model/votum-terms.h': '#include "votum-decimal.h"\n',
    'app/model/votum-juror.h': '#include <gio/gio.h>\n#include "votum-decimal.h"\n',
    'app/analysis/votum-result.h': '#include "votum-terms.h"\n',
    'app/store/votum-store.h': '#include "votum-juror.h"\n',
    'app/case/votum-case.h': '#include "votum-result.h"\n#include "votum-store.h"\n',
}

# Name, file, its text, and a piece of the complaint (None: none).
CASES = [
    ('the house alone', 'app/base/empty.c', '', None),
    ('store may know SQLite', 'app/store/s.c', '#include <sqlite3.h>\n#include <sodium.h>\n', None),
    ('analysis may know GSL and the terms', 'app/analysis/a.c',
     '#include <math.h>\n#include <gsl/gsl_cdf.h>\n#include "votum-terms.h"\n', None),
    ('render may know cairo', 'app/render/r.c', '#include <cairo-pdf.h>\n#include <pango/pangocairo.h>\n', None),
    ('the case may know everything below', 'app/case/c.c', '#include "votum-store.h"\n', None),
    ('the window may know GTK', 'ui/w.c', '#include <adwaita.h>\n#include "votum-case.h"\n', None),
    ('a comment is no include', 'app/base/c.c', '/*\n#include <sqlite3.h>\n*/\n// #include <gtk/gtk.h>\n', None),
    ('a string is no comment', 'app/base/c.c', 'char *a = "/*";\n#include <sqlite3.h>\n', 'c.c:2: '),
    ('SQL in the case', 'app/case/c.c', '#include <glib.h>\n#include <sqlite3.h>\n', 'c.c:2: #include <sqlite3.h>: SQLite'),
    ('spaces do not hide it', 'app/cli/c.c', ' # \tinclude\t<libxml/parser.h>\n', 'libxml2 belongs'),
    ('a continued line does not hide it', 'app/cli/c.c', '#inc\\\nlude <libxml/parser.h>\n', 'libxml2 belongs'),
    ('a comment does not hide it', 'app/cli/c.c', '/* a */ #include /* b */ <cairo.h>\n', 'cairo belongs'),
    ('GTK in the engine', 'app/render/r.c', '#include <gtk/gtk.h>\n', 'GTK belongs in ui only'),
    ('XML in the store', 'app/store/s.c', '#include <libxml/tree.h>\n', 'libxml2 belongs'),
    ('cairo in the window', 'ui/w.c', '#include <cairo.h>\n', 'cairo belongs'),
    ('GSL in the model', 'app/model/m.c', '#include <gsl/gsl_rng.h>\n', 'GSL belongs'),
    ('upwards', 'app/model/m.c', '#include "votum-result.h"\n', 'app/model may not know app/analysis'),
    ('sideways', 'app/store/s.h', '#include "votum-result.h"\n', 'app/store may not know app/analysis'),
    ('with pointed brackets', 'ui/w.c', '#include <votum-store.h>\n', 'ui may not know app/store'),
    ('the jury in the analysis', 'app/analysis/a.c', '#include "votum-juror.h"\n', 'may know only'),
    ('by a folder', 'app/cli/c.c', '#include "../store/votum-store.h"\n', 'without a folder'),
    ('by a macro', 'app/cli/c.c', '#define X <sqlite3.h>\n#include X\n', 'cannot be judged'),
    ('an unknown library', 'app/base/c.c', '#include <curl/curl.h>\n', 'no library that the walls know'),
    ('a header that is nowhere', 'app/base/c.c', '#include "votum-nothing.h"\n', 'no room has'),
    ('one name in two rooms', 'app/model/votum-decimal.h', '', 'lies in app/base too'),
    ('a folder below a room', 'ui/pages/p.c', '#include "votum-store.h"\n', 'ui may not know app/store'),
]


def build(root, files):
    for path, text in files.items():
        full = os.path.join(root, path)
        os.makedirs(os.path.dirname(full), exist_ok=True)
        with open(full, 'w', encoding='utf-8') as f:
            f.write(text)


def main():
    print(f'1..{len(CASES)}')
    failures = 0
    for number, (name, path, text, expected) in enumerate(CASES, 1):
        with tempfile.TemporaryDirectory() as root:
            build(root, {**HOUSE, path: text})
            complaints, _inputs = walls.check(root)
        if expected is None:
            good = complaints == []
        else:
            good = len(complaints) == 1 and expected in complaints[0]
        failures += not good
        print(f'{"ok" if good else "not ok"} {number} - {name}')
        if not good:
            print(f'# expected {expected!r}, got {complaints!r}')
    return 1 if failures else 0


if __name__ == '__main__':
    sys.exit(main())
