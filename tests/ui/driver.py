"""Drives the real window as a person would: looks for what a screen reader would read, presses real keys, looks again.

A journey is a function that gets a Window. It runs inside run.sh: an X server and a message bus of its own, without a
window manager. Nothing waits for a time: everything waits for what it needs to see, and fails with what it saw instead.
"""
import collections
import gettext
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.parse

from reader import Atspi, GLib, Node, Reader

PATIENCE = float(os.environ.get('VOTUM_UI_PATIENCE', '20'))
SHADOW = 5  # of a window without a window manager, in pixels
PICTURES = os.environ.get('VOTUM_UI_PICTURES')


# The pages, in the order of the sidebar; some are in a chair's or secretary's copy only.
STEPS = ['Overview', 'Finalists', 'Criteria', 'Jury', 'Visits', 'Scoring', 'Ballots', 'Compare', 'Deliberation', 'Verdict']


class Missing(AssertionError):
    """Something that should be seen is not."""


def walk(node):
    """Yield (accessible, depth) in the order in which a screen reader meets them, without what is hidden."""
    return node.walk() if node is not None else iter(())


def name_of(node):
    """Its name, as it is now."""
    try:
        return node.get_name() if node is not None else ''
    except GLib.Error:
        return ''


def role_of(node):
    return node.role


def has_state(node, state):
    """Whether it has the state now."""
    return node.has(state)


def extents_of(node):
    try:
        return Extents(*node.extents())
    except GLib.Error:
        return None


Extents = collections.namedtuple('Extents', 'x y width height')


class Window:
    """The program in its window, with a home of its own that outlives it."""

    def __init__(self, program, home=None, language='en_GB', environment=None):
        self.program = program
        self.home = home or tempfile.mkdtemp(prefix='votum-ui-')
        self.language = language
        self.environment = environment or {}
        self.process = None
        self.reader = None
        self.words = gettext.translation('votum', os.environ.get('VOTUM_LOCALEDIR'), [language], fallback=True).gettext
        self.log = os.path.join(self.home, 'stderr.txt')

    # the program ----------------------------------------------------------------------------------------

    def surroundings(self):
        """The environment of the program."""
        folders = {name: os.path.join(self.home, name.lower()) for name in
                   ('XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_CACHE_HOME', 'XDG_STATE_HOME')}
        for folder in folders.values():
            os.makedirs(folder, mode=0o700, exist_ok=True)
        environment = dict(os.environ, HOME=self.home, GSK_RENDERER='cairo', GTK_A11Y='atspi', NO_AT_BRIDGE='0',
                           LC_ALL=self.language + '.UTF-8', G_DEBUG='fatal-criticals', **folders)
        environment.pop('LANGUAGE', None)
        environment.update(self.environment)
        return environment

    def start(self, *arguments):
        """Start the program, and wait until its window is there."""
        with open(self.log, 'ab') as log:
            self.process = subprocess.Popen([self.program, *arguments], env=self.surroundings(), stdout=log, stderr=log)
        self.reader = Reader(self.process.pid)
        self.wait(lambda: self.frame() is not None, 'the window')
        return self

    def open(self, *files):
        """Open files as a file manager does: the program that runs already gets them."""
        with open(self.log, 'ab') as log:
            subprocess.run([self.program, *files], env=self.surroundings(), stdout=log, stderr=log, check=True, timeout=PATIENCE)

    def said(self):
        """What the program wrote to the terminal."""
        with open(self.log, encoding='utf-8', errors='replace') as log:
            return log.read()

    def stop(self):
        """Close it as a person would, with Ctrl+Q, and wait for it to end."""
        if self.process is None:
            return
        self.key('ctrl+q')
        try:
            status = self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise Missing('the program did not end with Ctrl+Q') from None
        self.process = None
        if status != 0:
            raise Missing(f'the program ended with {status}: {self.said()[-2000:]}')

    def kill(self):
        """As if the battery had gone."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.process = None

    def clear(self):
        """After a journey, whatever became of it."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None
        shutil.rmtree(self.home, ignore_errors=True)

    # looking --------------------------------------------------------------------------------------------

    def application(self):
        """All that is in its windows, as it is now; None as long as there is none."""
        try:
            return self.reader.look() if self.reader is not None else None
        except GLib.Error:
            return None

    def frame(self):
        """The newest window that is shown: a dialog stands before the window it belongs to."""
        application = self.application()
        shown = [f for f in application.children if f.had(Atspi.StateType.SHOWING)] if application is not None else []
        return shown[-1] if shown else None

    def all(self, role=None, name=None, within=None, starts=False, contains=False):
        """Everything seen with that role and name."""
        found = []
        for node, _depth in walk(self.application()):
            if role is not None and node.role != role:
                continue
            text = node.name
            if name is not None and not (text == name or (starts and text.startswith(name)) or (contains and name in text)):
                continue
            if within is not None and within != node and within not in node.ancestors():
                continue
            extents = extents_of(node)
            if extents is not None and (extents.width <= 0 or extents.height <= 0):
                continue
            found.append(node)
        return found

    def see(self, role=None, name=None, **how):
        """Wait until it is seen, and return it."""
        found = []

        def look():
            found[:] = self.all(role, name, **how)
            return bool(found)

        self.wait(look, f'{role or "anything"} “{name}”' if name else f'a {role}')
        return found[0]

    def see_not(self, role=None, name=None, **how):
        """Wait until it is gone."""
        self.wait(lambda: not self.all(role, name, **how), f'{role} “{name}” to be gone')

    def focused(self):
        """What has the focus, in the window that has it: the innermost, where several say so."""
        found = [node for node, _depth in walk(self.application()) if node.had(Atspi.StateType.FOCUSED)]
        active = [node for node in found if any(a.had(Atspi.StateType.ACTIVE) for a in node.ancestors())]
        return (active or found or [Node.nothing()])[-1]

    @staticmethod
    def text(node):
        """What stands in a text."""
        return node.text()

    def tree(self):
        """What a screen reader would read, for a failure's message."""
        lines = []
        for node, depth in walk(self.application()):
            if node.name or node.role not in ('panel', 'filler', 'unknown'):
                lines.append(f'{"  " * min(depth, 20)}{node}')
        return '\n'.join(lines)

    def wait(self, condition, what):
        """Wait until @condition holds; the only place where time is spent, and never longer than needed."""
        end = time.monotonic() + PATIENCE
        while True:
            if self.process is not None and self.process.poll() is not None:
                raise Missing(f'the program ended with {self.process.returncode} while waiting for {what}:\n{self.said()[-3000:]}')
            try:
                if condition():
                    return
            except GLib.Error:
                pass
            self.give_keys()
            if time.monotonic() > end:
                self.picture('failed')
                raise Missing(f'waited in vain for {what}; the focus was on {self.focused()}; there was:\n{self.tree()}\n{self.said()[-2000:]}')
            time.sleep(0.02)

    # acting ---------------------------------------------------------------------------------------------

    @staticmethod
    def give_keys():
        """What a window manager does when a window closes: another one of the program gets the keys."""
        # it is nobody's when the root window has it, which is no process's
        held = subprocess.run(['xdotool', 'getwindowfocus', 'getwindowpid'], capture_output=True, check=False)
        if held.returncode:
            there = subprocess.run(['xdotool', 'search', '--onlyvisible', '--class', 'votum'], capture_output=True, text=True, check=False)
            for last in reversed(there.stdout.split()):
                size = subprocess.run(['xdotool', 'getwindowgeometry', '--shell', last], capture_output=True, text=True, check=False).stdout
                if 'WIDTH=1\n' in size:  # what GDK keeps from the first drag on, out of sight
                    continue
                subprocess.run(['xdotool', 'windowfocus', last], capture_output=True, check=False)
                break

    def give_keys_to(self, title):
        """What a window manager does when a window opens: it gets the keys."""
        command = ['xdotool', 'search', '--onlyvisible', '--name', title, 'windowfocus']
        self.wait(lambda: subprocess.run(command, capture_output=True, check=False).returncode == 0, f'the window “{title}”')

    def key(self, *keys):
        """Press real keys, by their X names: "ctrl+z", "Tab", "5"."""
        self.give_keys()
        subprocess.run(['xdotool', 'key', '--clearmodifiers', *keys], check=True)

    def type(self, text):
        """Type text as on a keyboard."""
        self.give_keys()
        subprocess.run(['xdotool', 'type', '--clearmodifiers', '--delay', '8', text], check=True)

    def steps(self):
        """The pages that the sidebar leads to."""
        self.see('list item', self.words('Overview'))
        there = {item.name for item in self.all('list item')}
        return [name for name in STEPS if self.words(name) in there]

    def page(self, name):
        """Go to a page by its number in the sidebar, and wait until it is the chosen one."""
        self.key(f'alt+{(self.steps().index(name) + 1) % 10}')
        self.wait(lambda: any(item.had(Atspi.StateType.SELECTED) for item in self.all('list item', self.words(name))), f'the page {name}')

    def press(self, role, name, **how):
        """Do what a click does."""
        self.see(role, name, **how)
        self.wait(lambda: any(node.had(Atspi.StateType.SENSITIVE) for node in self.all(role, name, **how)), f'“{name}” to be usable')
        # what opens a menu has a button of the same name in it, which does
        for node in self.all(role, name, **how):
            if node.act():
                return node
        raise Missing(f'{role} “{name}” cannot be pressed')

    def settled(self, node):
        """Where it is, once it stays there: what has just appeared above it may still be on its way."""
        places = [extents_of(node)]

        def stays():
            # two frames, so that what was waiting to be laid out has been
            time.sleep(0.04)
            places.append(extents_of(node))
            return places[-1] is not None and places[-1] == places[-2]

        self.wait(stays, f'“{name_of(node)}” to stay where it is')
        return places[-1]

    def click(self, node):
        """Click in the middle of it."""
        place = self.settled(node)
        subprocess.run(['xdotool', 'mousemove', str(place.x + place.width // 2 + SHADOW), str(place.y + place.height // 2 + SHADOW),
                        'click', '1'], check=True)

    def grab(self, node):
        """Put the focus on it. GTK 4.8 does not always do so when it is asked; then as a hand would."""
        try:
            node.grab_focus()
        except GLib.Error:
            self.click(node)
        self.wait(lambda: self.has_focus(node), f'the focus on “{name_of(node)}”')

    def has_focus(self, node):
        """Whether it, or something in it, has the focus."""
        return node.has(Atspi.StateType.FOCUSED) or any(
            other.had(Atspi.StateType.FOCUSED) and node in other.ancestors() for other, _depth in walk(self.application()))

    def until(self, act, condition, what):
        """Do it until it has done what it should: a person whose click or key met nothing looks, and tries again."""
        tries = []

        def tried():
            if condition():
                return True
            if not tries or time.monotonic() - tries[-1] > PATIENCE / 5:
                tries.append(time.monotonic())
                act()
            return condition()

        self.wait(tried, what)

    def pick(self, button, item):
        """The first of a menu, by hand and by key, which closes it as it chooses."""
        def open_menu():
            # from elsewhere: a pointer that has not moved since a dialog has closed is not over the button yet
            subprocess.run(['xdotool', 'mousemove', '2', '2'], check=True)
            self.click(self.see('push button', button))

        self.until(open_menu, lambda: self.all('menu item', item), f'the menu of “{button}” with “{item}”')
        self.key('Return')

    def tab_to(self, role, name, starts=False):
        """Go there with Tab, as a person without a mouse would; what has the focus is in sight."""
        for _ in range(80):
            here = self.focused()
            if role_of(here) == role and (here.name == name or (starts and here.name.startswith(name))):
                return here
            self.until(lambda: self.key('Tab'), lambda before=here: self.focused() != before, f'Tab to lead on from {here}')
        raise Missing(f'Tab does not lead to the {role} “{name}”')

    def choose(self, *keys, opening='space'):
        """Open the choices of what has the focus, and go among them by keys once they take them."""
        self.until(lambda: self.key(opening), lambda: role_of(self.focused()) == 'list item', 'the focus among the choices')
        self.key(*keys)

    def fill(self, role, name, text, **how):
        """Put the focus on a text, and type."""
        node = self.see(role, name, **how)
        self.grab(node)
        self.key('ctrl+a')
        self.type(text)
        return node

    def picture(self, name):
        """Keep a picture of the screen as the run's output."""
        if PICTURES:
            os.makedirs(PICTURES, exist_ok=True)
            # packed quickly rather than small
            subprocess.run(['import', '-window', 'root', '-quality', '10', os.path.join(PICTURES, f'{name}.png')], check=False)


def drag(begin, end):
    """As a hand does it: press, begin to move, go there in a few steps, stay a moment, let go."""
    command = ['xdotool', 'mousemove', *map(str, begin), 'sleep', '0.1', 'mousedown', '1', 'sleep', '0.1']
    for step in range(1, 11):
        at = [round(b + (e - b) * step / 10) for b, e in zip(begin, end)]
        command += ['mousemove', *map(str, at), 'sleep', '0.05']
    command += ['mousemove', str(end[0] + 1), str(end[1]), 'sleep', '0.2', 'mouseup', '1']
    subprocess.run(command, check=True)


def middle(window, node, x=0.5, y=0.5):
    """A place in it, as a part of its width and height, once it stays where it is."""
    place = window.settled(node)
    return (round(place.x + place.width * x) + SHADOW, round(place.y + place.height * y) + SHADOW)


def run(journeys, program):
    """Run journeys one after the other and report as TAP. Each is a function with a line about itself.

    A screen without a window manager and a busy machine lose a click now and then. What fails is gone through once more, from the
    beginning, and both are told: what fails twice has failed. With VOTUM_UI_ONCE=1 it is not, to look for what fails now and then.
    """
    only = os.environ.get('VOTUM_UI_ONLY')
    tries = 1 if os.environ.get('VOTUM_UI_ONCE') else 2
    chosen = [j for j in journeys if only is None or j.__name__ == only]
    failed = 0
    print(f'1..{len(chosen)}', flush=True)
    for number, journey in enumerate(chosen, 1):
        done = False
        for _ in range(tries):
            done = done or went(journey, Window(program))
        failed += not done
        print(f'{"ok" if done else "not ok"} {number} - {journey.__doc__}', flush=True)
    return 1 if failed else 0


def went(journey, window):
    """Go through a journey once; whether all was as it should."""
    try:
        journey(window)
        return True
    except Exception as error:  # noqa: BLE001: whatever it is, it is reported
        print(f'# went wrong: {journey.__doc__}', flush=True)
        for line in f'{type(error).__name__}: {error}'.splitlines():
            print(f'# {line}', flush=True)
        return False
    finally:
        window.clear()


def demo_case(program_ctl, folder, holder='Ingrid Fossheim', duty='chair', stage=None):
    """The demo case, as somebody's copy; with a holder of None, the window asks whose it is. With a stage of "midway",
    it is in its last round, which Kari Brattbakk and Tore Haukeland have still to mark."""
    # made once in a run, in the home of the run
    made = os.path.join(os.environ['HOME'], f'demo-{stage}.votum')
    path = os.path.join(folder, 'demo.votum')
    script = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'data', 'demo', 'make-demo.sh')
    if not os.path.exists(made):
        subprocess.run(['sh', script, program_ctl, made, *([stage] if stage else [])], check=True, stdout=subprocess.DEVNULL)
    shutil.copyfile(made, path)
    if holder is not None:
        subprocess.run([program_ctl, 'hold', path, '--juror', holder, '--duty', duty], check=True, stdout=subprocess.DEVNULL)
    return path


class Mailbox:
    """A mail program that keeps what it is asked to write."""

    def __init__(self, window):
        folder = os.path.join(window.home, 'xdg_data_home', 'applications')
        os.makedirs(folder, exist_ok=True)
        self.kept = os.path.join(window.home, 'mails')
        script = os.path.join(window.home, 'keep-mail.sh')
        for path, text in ((script, f'#!/bin/sh\nprintf "%s\\n" "$1" >> "{self.kept}.part"\nmv "{self.kept}.part" "{self.kept}"\n'),
                           (os.path.join(folder, 'keep-mail.desktop'),
                            f'[Desktop Entry]\nType=Application\nName=Mail\nExec=sh "{script}" %u\nMimeType=x-scheme-handler/mailto;\n'),
                           (os.path.join(folder, 'mimeapps.list'), '[Default Applications]\nx-scheme-handler/mailto=keep-mail.desktop\n')):
            with open(path, 'w', encoding='utf-8') as file:
                file.write(text)

    def last(self, window):
        """Wait for a mail, and return whom it is to, what it is about, and what it says."""
        window.wait(lambda: os.path.exists(self.kept), 'a mail')
        with open(self.kept, encoding='utf-8') as file:
            uri = urllib.parse.urlsplit(file.read().rstrip('\n'))
        os.remove(self.kept)
        fields = dict(pair.split('=', 1) for pair in uri.query.split('&'))
        return [urllib.parse.unquote(text, errors='strict') for text in (uri.path, fields['subject'], fields['body'])]


def asked(program_ctl, *arguments):
    """What votumctl says."""
    return subprocess.run([program_ctl, *arguments], check=True, capture_output=True, text=True).stdout


def exported(program_ctl, case):
    """The whole case as a document."""
    path = case + '.xml'
    asked(program_ctl, 'export', case, '--output', path)
    with open(path, encoding='utf-8') as file:
        return file.read()


if __name__ == '__main__':
    sys.exit('driver.py is for the journeys; see run.sh')
