#!/usr/bin/python3
"""journey-welcome.py VOTUM VOTUMCTL: the way into a case, and out of one that cannot be opened."""
import os
import re
import sqlite3
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import driver  # noqa: E402

VOTUM, VOTUMCTL = sys.argv[1:3]


def shows(window, step):
    window.wait(lambda: any(driver.has_state(row, driver.Atspi.StateType.SELECTED) for row in window.all('list item', step)), f'the page {step}')


def unheld(window):
    return driver.demo_case(VOTUMCTL, window.home, holder=None)


def asks_whose_copy_it_is(window):
    """a case that is nobody's copy asks whose it is; the arrows and Enter answer"""
    case = unheld(window)
    window.start(case)
    window.see('label', 'Whose Copy Is This?')
    window.wait(lambda: window.has_focus(window.see('list item', 'Samira Yousefi')), 'the focus on the first of the jury')
    window.picture('holder')
    window.key('Down', 'Up', 'Return')
    window.see(name='Samira Yousefi, Juror')
    window.see('list item', 'Overview')
    window.stop()
    if 'Samira Yousefi' not in driver.asked(VOTUMCTL, 'log', case):
        raise driver.Missing('the log does not say so')


def hands_over_with_a_reason(window):
    """a copy that is somebody's is handed over with a reason, which the log keeps"""
    case = driver.demo_case(VOTUMCTL, window.home, holder='samira', duty='juror')
    window.start(case)
    window.press('push button', 'Samira Yousefi, Juror')
    window.see('label', 'Whose it is now')
    window.click(window.see('list item', 'Kari Brattbakk'))
    window.see(name='Hand the copy over to Kari Brattbakk?')
    window.type('Samira is ill')
    window.key('Return')
    window.see(name='Kari Brattbakk, Juror')
    window.stop()
    if 'Samira is ill' not in driver.asked(VOTUMCTL, 'log', case):
        raise driver.Missing('the log does not know why')


def only_looks(window):
    """who does not say who they are reads everything and changes nothing"""
    case = unheld(window)
    with open(case, 'rb') as file:
        before = file.read()
    window.start(case)
    window.key('alt+l')
    window.see('label', 'You are only looking. Say whose copy this is to work in it.')
    window.see('label', 'Nothing can be changed')
    window.picture('looking')
    window.stop()
    with open(case, 'rb') as file:
        if file.read() != before:
            raise driver.Missing('looking has changed the case')


def opens_the_demo(window):
    """the demo case opens from the welcome, in a file of one's own, and is found again among the recent ones"""
    window.start()
    window.see('list item', 'Demo case')
    window.picture('welcome-first')
    window.key('alt+d')
    window.see('label', 'Whose Copy Is This?')
    window.click(window.see('list item', 'Kari Brattbakk'))
    window.see('push button', 'Score Nordlys Kraft: 10 criteria left')
    window.picture('overview-juror')
    window.stop()
    window.start()
    window.see('label', 'Score Nordlys Kraft: 10 criteria left', starts=True)
    window.picture('welcome')
    window.press('push button', 'Take “Customer Service Leadership of the Year 2026” Off This List')
    window.see_not('label', 'Score Nordlys Kraft: 10 criteria left', starts=True)
    window.press('push button', 'Undo')
    window.see('label', 'Score Nordlys Kraft: 10 criteria left', starts=True)
    window.stop()


def makes_a_case(window):
    """a new case is made from a template by the keyboard alone, with the one who makes it as its chair"""
    window.start()
    window.key('ctrl+n')
    window.see('label', 'Criteria and Their Weights')
    window.key('Down', 'space')
    window.see('label', '9 criteria · 1 round · 3 classes')
    window.picture('new-case')
    window.key('alt+n', 'ctrl+a')
    window.type('Prize of the Harbour')
    window.key('alt+w', 'ctrl+a')
    window.type('Berit Sand')
    window.key('alt+m')
    window.see(name='Berit Sand, Chair')
    window.see('push button', 'Import the finalists')
    window.picture('overview-new')
    window.stop()
    made = [os.path.join(folder, name) for folder, _below, names in os.walk(window.home) for name in names
            if re.fullmatch(r'Prize of the Harbour \d+\.votum', name)]
    if len(made) != 1:
        raise driver.Missing(f'the case is not where it should be: {made}')


def salvages_a_damaged_case(window):
    """a damaged case says so, and offers to salvage it or to go back to the copy that was made when it was open"""
    case = driver.demo_case(VOTUMCTL, window.home)
    window.start(case)
    window.see('list item', 'Overview')
    window.stop()
    os.truncate(case, 300000)
    window.start(case)
    window.see(name='The Case Is Damaged')
    window.see('push button', 'Salvage Into a New File …')
    window.see('push button', 'Go Back to the Copy From today', starts=True)
    window.picture('damaged')
    window.key('Escape')
    window.see('list item', 'Demo case')
    window.stop()


def looks_at_a_copy(window):
    """a case that another program holds is named as such, and a copy of it can be looked at"""
    case = driver.demo_case(VOTUMCTL, window.home)
    holder = sqlite3.connect(case)
    holder.execute('BEGIN EXCLUSIVE')
    try:
        window.start(case)
        window.see(name='The Case Is Open in Another Program')
        window.picture('held')
        window.press('push button', 'Look at a Copy')
        window.see(name='This is a copy to look at', contains=True)
        window.see('list item', 'Overview')
        window.stop()
    finally:
        holder.close()


def refuses_what_is_newer(window):
    """a case of a newer Votum says so"""
    case = driver.demo_case(VOTUMCTL, window.home)
    with open(case, 'r+b') as file:
        file.seek(60)
        file.write((999).to_bytes(4, 'big'))
    window.start(case)
    window.see(name='The Case Needs a Newer Votum')
    window.stop()


def speaks_another_language_at_once(window):
    """another language is chosen in the preferences, and the window speaks it, with the case still open"""
    case = driver.demo_case(VOTUMCTL, window.home)
    window.environment = {'LC_ALL': 'C.UTF-8'}
    window.start(case)
    window.see('list item', 'Overview')
    window.key('alt+2', 'ctrl+comma')
    window.see('label', 'Language')
    window.choose('Down', 'Down', 'Return', opening='Return')
    window.see('list item', 'Oversikt')
    window.see('label', 'Årets kundeserviceledelse 2026')
    window.picture('language')
    window.key('Escape')
    window.see_not('frame', 'Preferences')
    window.stop()


def lets_go_of_a_closed_case(window):
    """a case that was closed is free for another program, whatever page was looked at"""
    case = driver.demo_case(VOTUMCTL, window.home)
    window.start(case)
    window.see('list item', 'Overview')
    for step in window.steps():
        window.page(step)
    window.key('ctrl+shift+w')
    window.see('list item', 'Demo case')
    driver.asked(VOTUMCTL, 'log', case)
    window.stop()


def remembers_what_was_open(window):
    """the case of last time opens by itself, on its page"""
    case = driver.demo_case(VOTUMCTL, window.home)
    window.environment = {'GSETTINGS_BACKEND': 'keyfile'}
    window.start(case)
    window.see('list item', 'Overview')
    window.key('alt+4')
    window.stop()
    window.start()
    shows(window, 'Jury')
    window.key('ctrl+shift+n')
    window.wait(lambda: len(window.all('list item', 'Overview')) == 2, 'a second window on the case')
    window.stop()


def records_a_decision(window):
    """the secretary records that two share the prize, and takes it back"""
    case = driver.demo_case(VOTUMCTL, window.home, holder='mette', duty='secretary')
    window.start(case)
    window.see('label', 'Decided: Nordlys Kraft')
    window.key('F10', 'd')
    window.see(name='The prize goes to Nordlys Kraft.')
    window.key('Down')
    window.wait(lambda: driver.name_of(window.focused()) == 'Fjellvind Forsikring', 'the focus on the second finalist')
    window.choose('Down', 'Return', opening='space')
    window.see(name='Nordlys Kraft and Fjellvind Forsikring share the prize.')
    # it is not what the rule gives
    seen = window.focused()
    while driver.name_of(seen) != 'Reason':
        window.key('Tab')
        window.wait(lambda before=seen: window.focused() != before, 'the focus to go on')
        seen = window.focused()
    window.type('Too close to call')
    window.picture('decision')
    window.key('ctrl+Return')
    window.see('label', 'Decided: Nordlys Kraft, Fjellvind Forsikring')
    window.key('ctrl+z')
    window.see('label', 'Decided: Nordlys Kraft')
    window.stop()


def shows_the_log(window):
    """the change log is read and searched"""
    case = driver.demo_case(VOTUMCTL, window.home)
    window.start(case)
    window.see('list item', 'Overview')
    window.key('ctrl+shift+l')
    window.see(name='Import of demo-shortlist.xml')
    window.picture('log')
    window.type('recusals')
    window.see_not(name='Import of demo-shortlist.xml')
    window.see(name='Import of demo-recusals.xml')
    window.key('ctrl+w')
    window.stop()


if __name__ == '__main__':
    sys.exit(driver.run([asks_whose_copy_it_is, hands_over_with_a_reason, only_looks, opens_the_demo, makes_a_case, salvages_a_damaged_case,
                         looks_at_a_copy, refuses_what_is_newer, speaks_another_language_at_once, lets_go_of_a_closed_case,
                         remembers_what_was_open, records_a_decision, shows_the_log], VOTUM))
