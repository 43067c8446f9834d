#!/usr/bin/python3
"""journey-deliberation.py VOTUM VOTUMCTL: the chair leads the jury through its disagreements, and what is agreed is in the protocol."""
import json
import os
import re
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import driver  # noqa: E402

VOTUM, VOTUMCTL = sys.argv[1:3]
POINT = 'Havgap Sparebank, Recognition and celebration: marks from 4 to 5'


def agenda(case):
    return json.loads(driver.asked(VOTUMCTL, 'agenda', case, '--format', 'json'))


def minutes(case):
    return [row['minute'] for row in json.loads(driver.asked(VOTUMCTL, 'minutes', case, '--format', 'json'))]


def tab_to(window, node):
    """By keyboard alone, however far it is: what is out of sight cannot be clicked."""
    for _ in range(120):
        if window.has_focus(node):
            return
        before = window.focused()
        window.key('Tab')
        window.wait(lambda: window.focused() != before, 'Tab to move the focus')
    raise driver.Missing(f'Tab never reaches {node}')


def make_and_discuss(window):
    window.page('Deliberation')
    window.press('push button', 'Make the Agenda')
    window.see('list item', '2. ' + POINT, starts=True)
    window.see('list item', '1. ', starts=True)
    window.click(window.see('list item', '2. ' + POINT, starts=True))
    window.see('heading', POINT)
    window.picture('deliberation')


def revise(window):
    window.press('push button', 'Revise the mark of Jon Ante Balto')
    window.see(name='Revise a Mark')
    window.key('ctrl+a')
    window.type('3')
    window.press('push button', 'Record')
    window.see(contains=True, name='needs a reason')
    window.grab(window.see('text', 'Reason'))
    window.type('Heard otherwise on the visit')
    window.picture('deliberation-revise')
    window.press('push button', 'Record')
    window.see(contains=True, name='Revised: Heard otherwise')


def agree(window):
    window.press('push button', 'Agree on a Mark …')
    window.see(contains=True, name='go from 3 to 5')
    window.type('6')
    window.press('push button', 'Record')
    window.see(contains=True, name='or give the reason')
    window.key('Escape')
    window.see_not('push button', 'Record')
    tab_to(window, window.see('text', 'What the jury agreed'))
    window.type('The party every quarter is not enough')
    window.key('F8')


def meet(window):
    window.see(name='Place of the meeting')
    window.press('push button', 'Begin a Meeting')
    for name in ('Ingrid Fossheim', 'Tore Haukeland', 'Samira Yousefi', 'Jon Ante Balto', 'Kari Brattbakk'):
        window.press('push button', name + ': Present')
        window.see('list item', name + ', In the room')
    window.press('push button', 'Out of the Room')
    window.see('list item', 'Tore Haukeland, Out of the room')
    window.picture('deliberation-minutes')
    window.press('push button', 'Vote …')
    window.see(contains=True, name='4 can vote')
    window.grab(window.see('spin button', 'Votes for'))
    window.key('ctrl+a')
    window.type('5')
    window.key('Tab')
    window.press('push button', 'Record')
    window.see(contains=True, name='5 votes are counted, but 4 can vote')
    window.key('Escape')
    window.see_not('push button', 'Record')


def keep_reasons_apart(window):
    """The reason for one winner is not silently that for another one."""
    window.press('push button', 'Decide …')
    reason = window.see('text', 'Reason')
    window.wait(lambda: 'Nordlys Kraft' in window.text(reason), 'the reason that is recorded')
    window.choose('Up', 'Return')
    window.see(name='Recorded Before')
    window.wait(lambda: window.text(reason) == '', 'the reason to be gone')
    window.choose('Down', 'Return')
    window.wait(lambda: 'Nordlys Kraft' in window.text(reason), 'the reason to be back')
    window.key('Escape')
    window.see_not(name='Recorded Before')


def decide_and_print(case, folder):
    """What was written in the window is there for votumctl, and is read back from the protocol."""
    assert agenda(case)[1]['agreed'] == 'The party every quarter is not enough', agenda(case)
    assert 'Tore Haukeland went out of the room' in ' '.join(minutes(case)), minutes(case)
    driver.asked(VOTUMCTL, 'decide', case, '--winner', 'nordlys', '--winner', 'fjellvind', '--votes', '3/1/0', '--reason',
                 'Level in all that counts', '--minority', 'One came first', '--minority-by', 'jon')
    pdf = os.path.join(folder, 'protocol.pdf')
    driver.asked(VOTUMCTL, 'verdict', case, '--lang', 'en', '--part', 'protocol', '--output', pdf)
    text = re.sub(r'\s+', ' ', subprocess.run(['pdftotext', pdf, '-'], check=True, capture_output=True, text=True).stdout)
    for said in ('The party every quarter is not enough', 'Heard otherwise on the visit', 'Tore Haukeland went out of the room',
                 'Statement by Jon Ante Balto', 'Level in all that counts'):
        if said not in text:
            raise driver.Missing(f'“{said}” is not in the protocol')


def leads_the_jury(window):
    """agenda from the numbers, a mark revised with its reason, one beyond the bounds refused, a vote, and the protocol"""
    case = driver.demo_case(VOTUMCTL, window.home)
    window.start(case)
    window.see('list item', 'Overview')
    make_and_discuss(window)
    keep_reasons_apart(window)
    revise(window)
    agree(window)
    meet(window)
    window.stop()
    decide_and_print(case, window.home)


sys.exit(driver.run([leads_the_jury], VOTUM))
