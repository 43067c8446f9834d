#!/usr/bin/env python3
"""installed.py PREFIX: Votum as it is once installed, away from the tree it was built in. TAP.

./dev test installs into a prefix inside the build directory first. The program has to find its
templates, catalogues and schemas there, and must not open one file of the source tree.
"""
import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile

NAME = 'org.votum.Votum'
TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


class Installed:
    def __init__(self, prefix, work):
        self.prefix, self.work = prefix, work
        self.votumctl = os.path.join(prefix, 'bin', 'votumctl')
        self.points = self.failures = 0

    def point(self, name, complaints):
        self.points += 1
        self.failures += bool(complaints)
        print(f'{"not ok" if complaints else "ok"} {self.points} - {name}')
        for complaint in complaints:
            print('#   ' + complaint.strip().replace('\n', '\n#   '))

    def run(self, *args, env=None, trace=None):
        """Run votumctl in an empty folder with an empty environment; returns (status, output)."""
        command = [self.votumctl, *args]
        if trace:
            command = ['strace', '-f', '-qq', '-e', 'trace=openat,open', '-o', trace] + command
        done = subprocess.run(command, cwd=self.work, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True, errors='replace', check=False,
                              env={'PATH': '/usr/bin:/bin', 'HOME': self.work, **(env or {})})
        return done.returncode, done.stdout

    def expect(self, status, *args, env=None):
        """Complaints when votumctl ends otherwise."""
        got, out = self.run(*args, env=env)
        return [] if got == status else [f'votumctl {" ".join(args)}: status {got}: {out}']


def check_files(it):
    """What a user, a shell and a desktop look for."""
    wanted = ['bin/votum', 'bin/votumctl', 'share/man/man1/votum.1*', 'share/man/man1/votumctl.1*',
              'share/bash-completion/completions/votumctl',
              'share/locale/nb/LC_MESSAGES/votum.mo', 'share/locale/sv/LC_MESSAGES/votum.mo',
              f'share/applications/{NAME}.desktop', f'share/metainfo/{NAME}.metainfo.xml',
              f'share/dbus-1/services/{NAME}.service', f'share/glib-2.0/schemas/{NAME}.gschema.xml',
              f'share/icons/hicolor/scalable/apps/{NAME}.svg', f'share/icons/hicolor/symbolic/apps/{NAME}-symbolic.svg',
              'share/icons/hicolor/scalable/mimetypes/application-vnd.votum.case.svg',
              'share/icons/hicolor/symbolic/mimetypes/application-vnd.votum.case-symbolic.svg',
              f'share/mime/packages/{NAME}.xml', 'share/votum/demo/make-demo.sh', 'share/votum/demo/demo-award.xml']
    it.point('everything is installed',
             [f'{w} is missing' for w in wanted if not glob.glob(os.path.join(it.prefix, w))])


def check_desktop(it):
    """What the desktop starts is there, and what makes it quick to find was brought up to date."""
    complaints = []
    for path in (f'applications/{NAME}.desktop', f'dbus-1/services/{NAME}.service'):
        with open(os.path.join(it.prefix, 'share', path), encoding='utf-8') as f:
            for program in re.findall(r'^Exec=(\S+)', f.read(), re.M):
                if not os.access(os.path.join(it.prefix, 'bin', program), os.X_OK):
                    complaints.append(f'{path}: {program} is not there')
    it.point('what the desktop starts is there', complaints)
    made = ['applications/mimeinfo.cache', 'glib-2.0/schemas/gschemas.compiled', 'icons/hicolor/icon-theme.cache', 'mime/mime.cache']
    it.point('the desktop was told', [f'share/{m} is missing' for m in made if not os.path.exists(os.path.join(it.prefix, 'share', m))])


def check_window(it):
    """Without a display the window's program still says who it is, and that it cannot open a window."""
    done = subprocess.run([os.path.join(it.prefix, 'bin/votum'), '--version'], cwd=it.work, capture_output=True, text=True, check=False,
                          env={'PATH': '/usr/bin:/bin', 'HOME': it.work})
    it.point('the window tells its version without a display',
             [] if re.fullmatch(r'votum \d+\.\d+\.\d+\n', done.stdout) else [done.stdout + done.stderr])


def check_templates(it):
    """Every template that lies there makes a case that passes its own check."""
    templates = sorted(glob.glob(os.path.join(it.prefix, 'share/votum/templates/*.xml')))
    it.point('there are templates', [] if templates else ['share/votum/templates is empty'])
    for path in templates:
        name = os.path.basename(path)[:-len('.xml')]
        case = os.path.join(it.work, f'{name}.votum')
        it.point(f'template {name}', it.expect(0, 'init', case, '--template', name) or it.expect(0, 'check', case))


def check_confined(it):
    """Nothing is read from the tree it was built from."""
    trace, case = os.path.join(it.work, 'trace'), os.path.join(it.work, 'confined.votum')
    templates = sorted(glob.glob(os.path.join(it.prefix, 'share/votum/templates/*.xml')))
    if not shutil.which('strace') or not templates:
        it.point('no file of the source tree is opened', ['strace or the templates are missing'])
        return
    it.run('init', case, '--template', os.path.basename(templates[0])[:-len('.xml')], trace=trace)
    with open(trace, encoding='utf-8', errors='replace') as f:
        opened = re.findall(r'"([^"]+)"[^=]*(?:= \d|$)', f.read(), re.M)
    strange = [p for p in opened if p.startswith(TOP + '/') and not p.startswith(it.prefix + '/')]
    it.point('no file of the source tree is opened', strange)


def check_language(it):
    """The installed catalogues speak."""
    env = {'LC_ALL': 'nb_NO.UTF-8', 'LANGUAGE': 'nb'}
    _status, english = it.run('check', 'no-such-file.votum')
    _status, norwegian = it.run('check', 'no-such-file.votum', env=env)
    same = english.strip() == norwegian.strip()
    it.point('an error is told in Norwegian', [f'the same as in English: {english}'] if same else [])


def main(args):
    prefix = os.path.abspath(args[0])
    if not os.path.exists(os.path.join(prefix, 'bin', 'votumctl')):
        print('1..0 # SKIP not installed yet: ./dev test does it')
        return 0
    with tempfile.TemporaryDirectory(prefix='votum installed ') as work:
        it = Installed(prefix, work)
        check_files(it)
        check_desktop(it)
        check_window(it)
        it.point('it tells its version', it.expect(0, '--version'))
        it.point('it refuses an unknown command', it.expect(2, 'frobnicate'))
        check_templates(it)
        check_confined(it)
        check_language(it)
        print(f'1..{it.points}')
    return 1 if it.failures else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
