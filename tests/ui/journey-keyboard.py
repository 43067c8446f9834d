#!/usr/bin/python3
"""journey-keyboard.py VOTUM VOTUMCTL: everything is reached by the keyboard alone, and everything reached has a name."""
import os
import re
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import driver  # noqa: E402
from driver import Atspi  # noqa: E402

VOTUM, VOTUMCTL = sys.argv[1:3]
# What GTK calls what nobody has named.
CLASS = re.compile(r'(Gtk|Adw|Votum)[A-Z]\w*')
# More stations than any page has.
ROUND = 250


def walks_around(window):
    """Tab leads around every page and back, is never lost, and every station has a name"""
    window.start(driver.demo_case(VOTUMCTL, window.home, 'Kari Brattbakk', 'juror', 'midway'))
    complaints = []
    for page in window.steps():
        window.page(page)
        complaints += [f'{page}: {complaint}' for complaint in round_trip(window)]
    window.stop()
    if complaints:
        raise driver.Missing('\n'.join(complaints))


def round_trip(window):
    """Complaints about the way around."""
    first = station = window.focused()
    seen = []
    for _step in range(ROUND):
        if not station:
            yield f'the focus is lost after {seen[-1:]}'
            return
        if not named(station):
            yield f'{station} has no name, after {seen[-1:]}'
        if seen and station == first:
            return
        seen.append(station)
        # a text may take a Tab for itself, and is left by Ctrl+Tab
        following = after(window, station, 'Tab')
        station = after(window, station, 'ctrl+Tab') if following is None else following
        if station is None:
            yield f'{seen[-1]} does not let go of the focus'
            return
    yield f'there is no way around: {seen[-5:]}'


def after(window, station, key, patience=1):
    """Where @key leads from @station; None when that is nowhere in so many seconds."""
    window.key(key)
    end = time.monotonic() + patience
    while time.monotonic() < end:
        focused = window.focused()
        if focused != station:
            return focused
    return None


def named(node):
    return bool(node.name) and CLASS.fullmatch(node.name) is None


def everything_has_a_name(window):
    """every control of every page that can have the focus has a name, for the juror and for the chair"""
    complaints = set()
    for holder, duty in (('Kari Brattbakk', 'juror'), ('Ingrid Fossheim', 'chair')):
        window.start(driver.demo_case(VOTUMCTL, window.home, holder, duty, 'midway'))
        for page in window.steps():
            window.page(page)
            for node, _depth in driver.walk(window.application()):
                if node.had(Atspi.StateType.FOCUSABLE) and node.had(Atspi.StateType.SHOWING) and not named(node) and node.role not in PASSED:
                    complaints.add(f'{page}, {duty}: {node} in {[n for n in node.ancestors() if named(n)][:1]}')
        window.stop()
    if complaints:
        raise driver.Missing('\n'.join(sorted(complaints)))


# What is passed on the way in and is no control; a list or a scroll pane takes the focus only to scroll or to give it on.
PASSED = ('scroll pane', 'panel', 'filler', 'viewport')


def escape_leaves(window):
    """Escape leaves every dialog that a key opens, and the keys go on where they were"""
    window.start(driver.demo_case(VOTUMCTL, window.home, 'Ingrid Fossheim', 'chair', 'midway'))
    for keys in ('ctrl+comma', 'ctrl+question', 'ctrl+shift+l', 'ctrl+o', 'ctrl+n'):
        before = len(window.application().children)
        where = window.focused()
        window.key(keys)
        window.wait(lambda before=before, where=where: len(window.application().children) > before or window.focused() != where,
                    f'what {keys} opens')
        window.key('Escape')
        window.wait(lambda before=before: len(window.application().children) == before, f'what {keys} opened to be gone')
        window.wait(lambda where=where: window.focused() == where, f'the focus on {where} after {keys}')
    window.stop()


def keys_are_never_lost(window):
    """a key that comes before a page has been drawn for the first time is not lost, nor one where there is nothing to focus"""
    window.start(driver.demo_case(VOTUMCTL, window.home, 'Kari Brattbakk', 'juror', 'midway'))
    window.see('list item', 'Overview')
    # all pages are built here, and none of them is waited for
    window.key(*[f'alt+{number % 10}' for number in range(1, len(window.steps()) + 1)], 'alt+5')
    window.wait(lambda: window.focused().name == 'Note', 'the focus in the note')
    window.stop()
    case = os.path.join(window.home, 'empty.votum')
    driver.asked(VOTUMCTL, 'init', case, '--template', 'arets-kundeserviceledelse')
    window.start(case)
    window.key('alt+l')
    window.see('label', 'Nothing can be changed')
    for page in [*window.steps(), *reversed(window.steps())]:
        window.page(page)
    window.stop()
    window.start(driver.demo_case(VOTUMCTL, window.home, 'Kari Brattbakk', 'juror', 'midway'))
    window.see('list item', 'Overview')
    window.key('alt+5', *'abc')
    window.wait(lambda: window.text(window.focused()) == 'abc', 'the first letters of a note')
    window.stop()


# ---- a whole evening by keys ----

NOTES = [('ctrl+1', 'visible', 'Teamlederne sitter midt i rommet.'), ('ctrl+4', 'effect', 'Tavla viste 83 %, rapporten 81 %.')]
REASON = 'Lederen hadde vært borte i tre uker.'
RECUSAL = 'Søsteren min er teamleder der'


# A button is told to be where its label is; the ring is around the button.
RING = 18


def cut(where):
    """What is to be seen there."""
    x, y, width, height = where
    return subprocess.run(['import', '-window', 'root', '-crop', f'{width}x{height}+{x}+{y}', '-depth', '8', 'rgb:-'], check=True,
                          capture_output=True).stdout


def place(window, node):
    """Where it is on the screen, with the ring around it."""
    there = subprocess.run(['xdotool', 'getwindowfocus', 'getwindowgeometry', '--shell'], check=True, capture_output=True, text=True).stdout
    left, top = (int(re.search(rf'^{axis}=(-?\d+)', there, re.MULTILINE).group(1)) + driver.SHADOW - RING for axis in 'XY')
    box = driver.extents_of(node)
    return max(left + box.x, 0), max(top + box.y, 0), box.width + 2 * RING, box.height + 2 * RING


def calm(window, where):
    """What is there when it no longer changes: the ring around the focus fades in."""
    seen = [cut(where)]

    def stays():
        time.sleep(0.05)
        seen.append(cut(where))
        return seen[-1] == seen[-2]

    window.wait(stays, 'the picture to stand still')
    return seen[-1]


def leave(window, key):
    """Press a key that moves the focus. What had it has to look different without it: it was to be seen where the focus was."""
    station = window.focused()
    # a row with words in it does not tell GTK 4.8 that it has the focus
    if not station:
        window.key(key)
        window.wait(lambda: window.focused(), 'something that has the focus')
        return window.focused()
    where = place(window, station)
    before = calm(window, where)
    following = after(window, station, key, 5)
    if following is None:
        raise driver.Missing(f'{key} does not lead away from {station}')
    window.wait(lambda: calm(window, where) != before, f'a difference between {station} with and without the focus')
    return following


def reach(window, role, name, key='Tab'):
    """Go there as who has no mouse does."""
    window.see(role, name, starts=True)
    for _step in range(ROUND):
        focused = window.focused()
        if focused.role == role and focused.name.startswith(name):
            return
        leave(window, key)
    raise driver.Missing(f'{key} never leads to {role} “{name}”')


def on(window, role, name):
    """Wait until it has the focus."""
    window.wait(lambda: window.focused().role == role and window.focused().name.startswith(name), f'the focus on {role} “{name}”')


def evening_by_keys(window):
    """a juror's evening by real keys alone: whose copy, reading, a recusal, a visit, marks, a reason, undo, redo, and the next day"""
    case = driver.demo_case(VOTUMCTL, window.home, holder=None, stage='midway')
    window.start(case)
    window.wait(lambda: window.focused().role == 'list item', 'the focus on somebody of the jury')
    reach(window, 'list item', 'Kari Brattbakk', 'Down')
    window.key('Return')
    window.see('push button', 'Score Nordlys Kraft: 10 criteria left')
    reads_and_recuses(window)
    visits(window)
    marks(window)
    window.stop()
    window.start(case)
    window.page('Scoring')
    # on with the finalist that is not done; what was thought better of is the one before
    on(window, 'list item', 'Recognition and celebration. ')
    window.key('ctrl+Up')
    window.see('list item', 'Visible, close leadership: 2, Weak', starts=True)
    window.see('list item', 'Nordlys Kraft, 10 of 10')
    window.page('Visits')
    for _kind, _criterion, text in NOTES:
        window.see('list item', text, contains=True)
    window.stop()
    document = driver.exported(VOTUMCTL, case)
    for text in (RECUSAL, REASON, *(note[2] for note in NOTES)):
        if document.count(text) != 1:
            raise driver.Missing(f'“{text}” is {document.count(text)} times in the file')


def reads_and_recuses(window):
    window.page('Finalists')
    reach(window, 'list item', 'Nordlys Kraft')
    reach(window, 'list item', 'Havgap Sparebank', 'Down')
    window.see('heading', 'Havgap Sparebank')
    window.see('label', 'I fjor førte det til 27 endringar', contains=True)
    reach(window, 'push button', 'Recuse Myself …')
    window.key('space')
    window.see('frame', 'Recusal')
    on(window, 'check box', 'Not marking')
    window.key('Down', 'space')
    window.wait(lambda: window.see('check box', 'Declared only').had(Atspi.StateType.CHECKED), '“Declared only” to be chosen')
    reach(window, 'text', 'Reason')
    window.type(RECUSAL)
    window.picture('keyboard-recusal')
    window.key('alt+r')
    window.see_not('frame', 'Recusal')
    window.see('push button', 'Undo', starts=True)


def visits(window):
    window.page('Visits')
    on(window, 'text', 'Note')
    reach(window, 'push button', 'Plan a visit to a finalist', 'shift+Tab')
    window.key('space')
    on(window, 'entry', 'Plan a visit to a finalist')
    window.type('nordl')
    window.key('Return')
    window.see('frame', 'Visit to Nordlys Kraft')
    on(window, 'text', 'Planned: day')
    window.type('20.11.2026')
    reach(window, 'text', 'Planned: time of the day')
    window.type('9:30')
    window.key('Escape')
    window.see_not('frame', 'Visit to Nordlys Kraft')
    window.see('label', 'Friday 20 November 09:30', starts=True)
    reach(window, 'push button', 'Start Now', 'shift+Tab')
    window.key('space')
    window.see_not('push button', 'Start Now')
    for kind, criterion, text in NOTES:
        on(window, 'text', 'Note')
        window.key(kind, 'ctrl+k')
        window.see('list item', 'Visible, close leadership', contains=True)
        window.type(criterion)
        window.key('Return')
        on(window, 'text', 'Note')
        window.type(text)
        window.key('Return')
        window.see('list item', text, contains=True)
    window.picture('keyboard-notes')


def marks(window):
    window.page('Scoring')
    for finalist, digits in (('Nordlys Kraft', '5554554n54'), ('Fjellvind Forsikring', '44')):
        on(window, 'list item', 'Visible, close leadership. ')
        window.see('label', finalist)
        window.key(*digits)
        window.see('list item', f'{finalist}, {len(digits)} of 10')
        if len(digits) == 10:
            window.key('ctrl+Return')
    # looks back, and thinks better of one of them
    window.key('ctrl+Up', 'Home')
    on(window, 'list item', 'Visible, close leadership: 5')
    leave(window, 'Down')
    leave(window, 'Up')
    window.key('2')
    on(window, 'text', 'Why the change from 5, Very good to 2, Weak')
    window.type(REASON)
    window.key('Escape')
    window.see('push button', 'Undo mark for Nordlys Kraft')
    window.key('ctrl+z', 'ctrl+z')
    window.see('list item', 'Visible, close leadership: 5, Very good', starts=True)
    window.key('ctrl+shift+z', 'ctrl+shift+z')
    window.see('list item', 'Visible, close leadership: 2, Weak', starts=True)
    window.picture('keyboard-marks')


if __name__ == '__main__':
    sys.exit(driver.run([walks_around, everything_has_a_name, escape_leaves, keys_are_never_lost, evening_by_keys], VOTUM))
