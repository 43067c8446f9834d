#!/usr/bin/env python3
"""desktop.py VOTUMCTL DATA: what tells a desktop about Votum, judged by the desktop's own validators. TAP.

DATA is the folder of the build in which the merged files lie. A validator that is not installed is said so and skipped.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
NAME = 'org.votum.Votum'
ICONS = os.path.join(TOP, 'data/icons/hicolor')
# Debian's own Python: the bindings of GNOME belong to it, and not to another one on the PATH.
SYSTEM_PYTHON = '/usr/bin/python3'
SVG = '{http://www.w3.org/2000/svg}'

# Draw an icon as the desktop does, and say how many pixels of each size are not empty.
DRAW = '''
import sys, gi
gi.require_version("GdkPixbuf", "2.0")
from gi.repository import GdkPixbuf
for size in (16, 32, 64, 256):
    picture = GdkPixbuf.Pixbuf.new_from_file_at_size(sys.argv[1], size, size)
    assert (picture.get_width(), picture.get_height()) == (size, size), "not square"
    print(size, sum(alpha > 0 for alpha in picture.get_pixels()[3::4]) / size ** 2)
'''


class Skipped(Exception):
    """Why a point cannot be judged here."""


def run(*command, env=None):
    """A tool's complaints as lines; none when it ends with 0."""
    if not shutil.which(command[0]):
        raise Skipped(f'{command[0]} is not installed')
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          text=True, errors='replace', check=False, env={**os.environ, 'LC_ALL': 'C.UTF-8', **(env or {})})
    return [] if done.returncode == 0 else done.stdout.splitlines() or [f'{command[0]}: status {done.returncode}']


def output(*command, env):
    if not shutil.which(command[0]):
        raise Skipped(f'{command[0]} is not installed')
    return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, errors='replace',
                          check=False, env={**os.environ, 'LC_ALL': 'C.UTF-8', **env}).stdout


class Desktop:
    def __init__(self, votumctl, data, work):
        self.votumctl, self.data, self.work = votumctl, data, work

    def built(self, ending):
        return os.path.join(self.data, NAME + ending)

    def entry(self):
        return run('desktop-file-validate', self.built('.desktop'))

    def entry_and_service_agree(self):
        """Started through D-Bus or by its name, it is the same program under the same name."""
        with open(self.built('.desktop'), encoding='utf-8') as f:
            program = re.search(r'^Exec=(\S+)', f.read(), re.M).group(1)
        with open(self.built('.service'), encoding='utf-8') as f:
            service = f.read()
        complaints = [] if f'Name={NAME}\n' in service else [f'the service is not named {NAME}']
        if not re.search(rf'^Exec=/\S*/{program} --gapplication-service$', service, re.M):
            complaints.append(f'the service does not start {program} as a service')
        return complaints

    def metainfo(self):
        return run('appstreamcli', 'validate', '--no-net', '--explain', self.built('.metainfo.xml'))

    def metainfo_pictures(self):
        """Each picture that the metainfo names is one that ./dev pictures has made."""
        images = [os.path.basename(i.text) for i in ElementTree.parse(self.built('.metainfo.xml')).iter('image')]
        return (['no picture is named'] if not images else
                [f'docs/pictures/{i} is not there (./dev pictures)' for i in images
                 if not os.path.exists(os.path.join(TOP, 'docs/pictures', i))])

    def settings(self):
        return run('glib-compile-schemas', '--strict', '--dry-run', os.path.join(TOP, 'data'))

    def settings_described(self):
        keys = ElementTree.parse(os.path.join(TOP, f'data/{NAME}.gschema.xml')).iter('key')
        return [f'{key.get("name")} has no {what}' for key in keys for what in ('summary', 'description')
                if not (key.findtext(what) or '').strip()]

    def mime_grammar(self):
        """The grammar that stands at the head of freedesktop's own file."""
        theirs = '/usr/share/mime/packages/freedesktop.org.xml'
        if not os.path.exists(theirs):
            raise Skipped('shared-mime-info is not installed')
        with open(theirs, encoding='utf-8') as f:
            grammar = re.search(r'<!DOCTYPE mime-info \[.*?\n\]>\n', f.read(), re.S).group(0)
        with open(self.built('.xml'), encoding='utf-8') as f:
            ours = f.read().replace('<mime-info', grammar + '<mime-info', 1)
        whole = os.path.join(self.work, 'grammar.xml')
        with open(whole, 'w', encoding='utf-8') as f:
            f.write(ours)
        return run('xmllint', '--nonet', '--noout', '--valid', whole)

    def mime_recognised(self):
        """A case is known by its name and by what is in it; another SQLite file stays what it is."""
        share = os.path.join(self.work, 'share')
        os.makedirs(os.path.join(share, 'mime/packages'))
        shutil.copy(self.built('.xml'), os.path.join(share, 'mime/packages'))
        theirs = '/usr/share/mime/packages/freedesktop.org.xml'
        if not os.path.exists(theirs):
            raise Skipped('shared-mime-info is not installed')
        shutil.copy(theirs, os.path.join(share, 'mime/packages'))
        complaints = run('update-mime-database', os.path.join(share, 'mime'))
        case = os.path.join(self.work, 'case.votum')
        complaints += run(self.votumctl, 'init', case, '--template', 'servicekultur-hamnes', env={'VOTUM_DATADIR': os.path.join(TOP, 'data')})
        if complaints:
            return complaints
        with open(case, 'rb') as f:
            content = f.read()
        self.write('renamed', content)
        self.write('broken.votum', b'no case at all\n')
        self.write('other', content[:68] + bytes(4) + content[72:])
        ours, theirs = 'application/vnd.votum.case', 'application/vnd.sqlite3'
        return [c for name, kind in (('case.votum', ours), ('renamed', ours), ('broken.votum', ours), ('other', theirs))
                for c in self.kind_of(name, kind, share)]

    def write(self, name, content):
        with open(os.path.join(self.work, name), 'wb') as f:
            f.write(content)

    def kind_of(self, name, kind, share):
        told = output('gio', 'info', '-a', 'standard::content-type,standard::icon', os.path.join(self.work, name),
                      env={'XDG_DATA_DIRS': share, 'XDG_DATA_HOME': os.path.join(self.work, 'nothing')})
        complaints = [] if f'standard::content-type: {kind}\n' in told else [f'{name} is not taken for {kind}: {told}']
        if name == 'case.votum' and 'standard::icon: application-vnd.votum.case,' not in told:
            complaints.append(f'{name} has not the icon of a case: {told}')
        return complaints

    def icons_are_there(self):
        wanted = [f'{kind}/{what}{"-symbolic" if kind == "symbolic" else ""}.svg' for kind in ('scalable', 'symbolic')
                  for what in (f'apps/{NAME}', 'mimetypes/application-vnd.votum.case')]
        return [f'{w} is missing' for w in wanted if not os.path.exists(os.path.join(ICONS, w))]

    def icons_fit(self):
        """On the desktop's grid, and a symbolic one in a single colour, which the desktop replaces."""
        complaints = []
        for path in icons():
            root = ElementTree.parse(path).getroot()
            size = '16' if path.endswith('-symbolic.svg') else '128'
            if (root.get('width'), root.get('height'), root.get('viewBox')) != (size, size, f'0 0 {size} {size}'):
                complaints.append(f'{path}: not on the grid of {size}')
            if size == '16' and {e.get('fill') for e in root.iter(SVG + 'path')} != {'#2e3436'}:
                complaints.append(f'{path}: not in the one colour of symbolic icons')
        return complaints

    def icons_draw(self):
        complaints = []
        for path in icons():
            done = subprocess.run([SYSTEM_PYTHON, '-c', DRAW, path], capture_output=True, text=True, check=False)
            if 'No module named' in done.stderr or 'Namespace' in done.stderr:
                raise Skipped("Debian's python3-gi is not installed")
            complaints += [f'{path}: {done.stderr.strip()}'] if done.returncode else []
            complaints += [f'{path}: at {line.split()[0]} pixels {line.split()[1]} of it is drawn'
                           for line in done.stdout.splitlines() if not 0.2 < float(line.split()[1]) < 0.9]
        return complaints


def icons():
    return sorted(os.path.join(folder, n) for folder, _below, names in os.walk(ICONS) for n in names if n.endswith('.svg'))


def points(it):
    return [
        ('the desktop entry is valid', it.entry),
        ('the desktop entry and the D-Bus service agree', it.entry_and_service_agree),
        ('the metainfo is valid', it.metainfo),
        ('the pictures of the metainfo are there', it.metainfo_pictures),
        ('the settings compile strictly', it.settings),
        ('every setting is described', it.settings_described),
        ('the kind of file keeps to the grammar', it.mime_grammar),
        ('a case file is recognised', it.mime_recognised),
        ('the icons are there', it.icons_are_there),
        ('the icons fit the grid', it.icons_fit),
        ('the icons can be drawn at every size', it.icons_draw),
    ]


def main(args):
    failures = 0
    with tempfile.TemporaryDirectory(prefix='votum desktop ') as work:
        judged = points(Desktop(os.path.abspath(args[0]), os.path.abspath(args[1]), work))
        print(f'1..{len(judged)}')
        for number, (name, judge) in enumerate(judged, 1):
            try:
                complaints = judge()
            except Skipped as why:
                print(f'ok {number} - {name} # SKIP {why}')
                continue
            failures += bool(complaints)
            print(f'{"not ok" if complaints else "ok"} {number} - {name}')
            for complaint in complaints:
                print('#   ' + complaint.strip().replace('\n', '\n#   '))
    return 1 if failures else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
