#!/usr/bin/python3
"""journey-keyboard.py VOTUM VOTUMCTL: everything is reached by the keyboard alone, and everything reached has a name."""
import os
import re
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
    for page in driver.STEPS:
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


def after(window, station, key):
    """Where @key leads from @station; None when that is nowhere in a second."""
    window.key(key)
    end = time.monotonic() + 1
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
        for page in driver.STEPS:
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
    window.key(*[f'alt+{number}' for number in range(1, len(driver.STEPS) + 1)], 'alt+5')
    window.wait(lambda: window.focused().name == 'Note', 'the focus in the note')
    window.stop()
    case = os.path.join(window.home, 'empty.votum')
    driver.asked(VOTUMCTL, 'init', case, '--template', 'arets-kundeserviceledelse')
    window.start(case)
    window.key('alt+l')
    window.see('label', 'Nothing can be changed')
    for page in [*driver.STEPS, *reversed(driver.STEPS)]:
        window.page(page)
    window.stop()
    window.start(driver.demo_case(VOTUMCTL, window.home, 'Kari Brattbakk', 'juror', 'midway'))
    window.see('list item', 'Overview')
    window.key('alt+5', *'abc')
    window.wait(lambda: window.text(window.focused()) == 'abc', 'the first letters of a note')
    window.stop()


if __name__ == '__main__':
    sys.exit(driver.run([walks_around, everything_has_a_name, escape_leaves, keys_are_never_lost], VOTUM))
