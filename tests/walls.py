#!/usr/bin/env python3
"""walls.py [--root DIR] [--stamp FILE] [--depfile FILE]: the walls between the rooms, kept by reading #include lines.

The compiler keeps most of them already (a room is given only the include directories it may know),
but it cannot stop a room from including a library that happens to be installed. This check can, and
it runs with every build: what it complains about fails the build.

A header of the project is recognised by the folder it lies in, whatever its name. A library's header
is recognised by its path; a header that is neither is refused too, so that a new library has to be
given its room here first.
"""
import argparse
import os
import re
import sys

# Rooms whose headers a room may include, besides its own. A set in braces narrows that to these files.
ROOMS = {
    'app/base': {},
    'app/model': {'app/base': None},
    'app/analysis': {'app/base': None, 'app/model': {'votum-terms.h', 'votum-rule.h'}},
    'app/store': {'app/base': None, 'app/model': None},
    'app/exchange': {'app/base': None, 'app/model': None},
    'app/render': {'app/base': None, 'app/model': None, 'app/analysis': None},
    'app/case': {'app/base': None, 'app/model': None, 'app/analysis': None, 'app/store': None,
                 'app/exchange': None, 'app/render': None},
    'app/cli': {'app/base': None, 'app/model': None, 'app/case': None, 'app/render': None},
    'ui': {'app/base': None, 'app/model': None, 'app/case': None, 'app/render': None},
}

# Libraries: how their headers begin, and the rooms that may include them (None: every room).
LIBRARIES = {
    'GLib': (r'glib[.-]|glib/|gio/|gobject/|gmodule|gi18n', None),
    'GMP': (r'gmp\.h$', None),
    'JSON-GLib': (r'json-glib/', None),
    'GSL': (r'gsl/', {'app/analysis'}),
    'SQLite': (r'sqlite3', {'app/store'}),
    'libsodium': (r'sodium(\.h$|/)', {'app/store', 'app/exchange'}),
    'libxml2': (r'libxml2?/', {'app/exchange'}),
    'cairo': (r'cairo', {'app/render'}),
    'Pango': (r'pango', {'app/render'}),
    'fontconfig': (r'fontconfig/', {'app/render'}),
    'GTK': (r'gtk/|gdk|gsk/|graphene|adwaita', {'ui'}),
}

# The C library and POSIX: every room.
C_LIBRARY = {
    'assert.h', 'ctype.h', 'dirent.h', 'errno.h', 'fcntl.h', 'fenv.h', 'float.h', 'ftw.h', 'inttypes.h',
    'langinfo.h', 'libintl.h', 'limits.h', 'locale.h', 'math.h', 'poll.h', 'signal.h', 'stdarg.h',
    'stdatomic.h', 'stdbool.h', 'stddef.h', 'stdint.h', 'stdio.h', 'stdlib.h', 'stdnoreturn.h', 'string.h',
    'strings.h', 'sys/file.h', 'sys/mman.h', 'sys/resource.h', 'sys/stat.h', 'sys/statvfs.h',
    'sys/time.h', 'sys/types.h', 'sys/wait.h', 'termios.h', 'time.h', 'unistd.h', 'wchar.h', 'wctype.h',
}

# Made by meson, for every room.
GENERATED = {'votum-config.h'}

INCLUDE = re.compile(r'^[ \t]*#[ \t]*(include|include_next|import)\b[ \t]*(.*)$', re.M)
COMMENT = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"', re.S)


def blank(match):
    """A comment becomes as many line ends, so that line numbers stay; a string stays what it is."""
    text = match.group(0)
    return text if text.startswith('"') else ' ' + '\n' * text.count('\n')


def includes(text):
    """Yield (line number, what stands behind #include), past comments and continued lines."""
    text = COMMENT.sub(blank, text.replace('\\\r\n', '').replace('\\\n', ''))
    for match in INCLUDE.finditer(text):
        yield text.count('\n', 0, match.start()) + 1, match.group(2).strip()


def room_of(path):
    """The room a path below the root lies in, or None."""
    return next((room for room in ROOMS if path == room or path.startswith(room + '/')), None)


def sources(root):
    """Every C source and header of the rooms, sorted, relative to the root; and the folders walked."""
    files, folders = [], []
    for room in ROOMS:
        for folder, below, names in os.walk(os.path.join(root, room)):
            below.sort()
            folders.append(folder)
            files += [os.path.relpath(os.path.join(folder, n), root) for n in sorted(names)
                      if n.endswith(('.c', '.h')) and not n.startswith('.')]
    return files, folders


def judge_project(room, header, homes):
    """Why this room may not include this header of the project; None when it may."""
    home = homes[header]
    if home == room:
        return None
    allowed = ROOMS[room]
    if home not in allowed:
        return f'{room} may not know {home}'
    only = allowed[home]
    if only is not None and header not in only:
        return f'{room} may know only {", ".join(sorted(only))} of {home}'
    return None


def judge_library(room, header):
    """Why this room may not include this header of a library; None when it may."""
    if header in C_LIBRARY:
        return None
    for name, (pattern, rooms) in LIBRARIES.items():
        if re.match(pattern, header):
            if rooms is None or room in rooms:
                return None
            return f'{name} belongs in {" and ".join(sorted(rooms))} only'
    return 'no library that the walls know (tests/walls.py)'


def judge(room, what, homes):
    """Why this room may not have this #include; None when it may."""
    match = re.fullmatch(r'"([^"]+)"|<([^>]+)>', what)
    if not match:
        return 'an include that is not a plain name cannot be judged'
    header = match.group(1) or match.group(2)
    if header in GENERATED:
        return None
    if header in homes:
        return judge_project(room, header, homes)
    if os.path.basename(header) in homes:
        return 'include a header of the project by its name, without a folder'
    if what.startswith('"'):
        return 'no room has a header of this name'
    return judge_library(room, header)


def check(root):
    """Complaints about every file below root, and the paths they depend on."""
    files, folders = sources(root)
    homes, complaints = {}, []
    for path in files:
        name = os.path.basename(path)
        if not name.endswith('.h'):
            continue
        if name in homes and homes[name] != room_of(path):
            complaints.append(f'{path}: a header of this name lies in {homes[name]} too')
        homes[name] = room_of(path)
    for path in files:
        with open(os.path.join(root, path), encoding='utf-8', errors='replace') as f:
            text = f.read()
        for line, what in includes(text):
            why = judge(room_of(path), what, homes)
            if why:
                complaints.append(f'{path}:{line}: #include {what}: {why}')
    return complaints, [os.path.join(root, p) for p in files] + folders


def escape(path):
    return path.replace('\\', '\\\\').replace(' ', '\\ ').replace('#', '\\#').replace('$', '$$')


def main():
    here = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('--root', default=here)
    parser.add_argument('--stamp', help='written when every wall holds')
    parser.add_argument('--depfile', help='what the stamp depends on, for ninja')
    args = parser.parse_args()

    complaints, inputs = check(args.root)
    for complaint in complaints:
        print(complaint, file=sys.stderr)
    if complaints:
        return 1
    if args.depfile:
        with open(args.depfile, 'w', encoding='utf-8') as f:
            f.write(f'{escape(args.stamp)}: {" ".join(escape(p) for p in inputs)}\n')
    if args.stamp:
        with open(args.stamp, 'w', encoding='utf-8') as f:
            f.write('every wall holds\n')
    return 0


if __name__ == '__main__':
    sys.exit(main())
