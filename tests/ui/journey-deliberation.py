#!/usr/bin/python3
"""journey-deliberation.py VOTUM VOTUMCTL: the chair leads the jury through its disagreements, and what is agreed is in the protocol."""
import json
import os
import re
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import driver  # noqa: E402
from driver import drag, middle  # noqa: E402

VOTUM, VOTUMCTL = sys.argv[1:3]
POINT = 'Havgap Sparebank, Recognition and celebration: marks from 4 to 5'


def agenda(case):
    return json.loads(driver.asked(VOTUMCTL, 'agenda', case, '--format', 'json'))


def minutes(case):
    return [row['minute'] for row in json.loads(driver.asked(VOTUMCTL, 'minutes', case, '--format', 'json'))]


def tab_to(window, name, most):
    """By keyboard alone: what is out of sight cannot be clicked."""
    for _ in range(most):
        if window.focused().name == name:
            return
        before = window.focused()
        window.key('Tab')
        window.wait(lambda before=before: window.focused() != before, 'Tab to move the focus')
    window.wait(lambda: window.focused().name == name, f'the focus on “{name}”')


def points(window):
    """The names of the points in their order."""
    return [item.name.split('. ', 1)[1] for item in window.all('list item') if re.match(r'\d\. ', item.name)]


def put_in_order(window):
    """By hand and by keys, with the same result."""
    before = points(window)
    rows = [item for item in window.all('list item') if re.match(r'\d\. ', item.name)]
    drag(middle(window, rows[4], 0.3), middle(window, rows[1], 0.3, 0.2))
    moved = [before[0], before[4], *before[1:4]]
    window.wait(lambda: points(window) == moved, 'the point where it was dropped')
    window.click(window.see('list item', '2. ' + before[4]))
    window.key('alt+Down', 'alt+Down', 'alt+Down')
    window.wait(lambda: points(window) == before, 'the point where the keys put it')
    window.key('alt+Up')
    window.wait(lambda: points(window) == [*before[:3], before[4], before[3]], 'the point one place up')
    window.press('push button', 'Undo move of a point on the agenda')
    window.wait(lambda: points(window) == before, 'the order as it was')


def make_and_discuss(window):
    window.page('Deliberation')
    window.press('push button', 'Make the Agenda')
    window.see('list item', '2. ' + POINT, starts=True)
    window.see('list item', '1. ', starts=True)
    put_in_order(window)
    window.click(window.see('list item', '2. ' + POINT, starts=True))
    window.see('heading', POINT)
    window.picture('deliberation')
    # letters do not stand in the order of the jury
    window.press('push button', 'Hide the Jurors’ Names')
    window.see('push button', 'Revise the mark of Juror ', starts=True)
    window.see_not('push button', 'Revise the mark of Jon Ante Balto')
    window.press('push button', 'Show the Jurors’ Names')


def into_the_cards(window):
    """With Enter on the point."""
    window.grab(window.see('list item', '2. ' + POINT, starts=True))
    window.until(lambda: window.key('Return'), lambda: window.focused().name == 'Ingrid Fossheim, 4', 'the first card')


def revise(window):
    """By keys alone: into the point, along the cards, and the card's own window."""
    into_the_cards(window)
    for key, card in (('Right', 'Tore Haukeland, Recused'), ('Right', 'Samira Yousefi, 5'), ('Right', 'Jon Ante Balto, 4')):
        window.key(key)
        window.wait(lambda card=card: window.focused().name == card, f'the focus on “{card}”')
    window.key('Return')
    window.give_keys_to('Revise a Mark')
    window.see('frame', 'Revise a Mark')
    window.see('label', 'Jon Ante Balto’s mark: 4')
    window.key('ctrl+a')
    window.type('3')
    window.press('push button', 'Record')
    window.see(contains=True, name='needs a reason')
    window.grab(window.see('text', 'Reason'))
    window.type('Heard otherwise on the visit')
    window.picture('deliberation-revise')
    window.press('push button', 'Record')
    window.see(contains=True, name='Revised: Heard otherwise')
    window.see(contains=True, name='the marks go from 3 to 5')


def agree(window):
    window.press('push button', 'Agree on a Mark …')
    window.give_keys_to('The Panel’s Mark')
    window.see('label', 'The jurors’ marks go from 3 to 5.')
    window.type('6')
    window.press('push button', 'Record')
    window.see(contains=True, name='or give the reason')
    window.key('Escape')
    window.see_not('push button', 'Record')
    # Tab passes the cards as one
    into_the_cards(window)
    tab_to(window, 'What the jury agreed', 3)
    window.type('The party every quarter is not enough')
    window.key('F8')


def meet(window):
    window.see(name='Place of the meeting')
    window.press('push button', 'Begin a Meeting')
    for name in ('Ingrid Fossheim', 'Tore Haukeland', 'Samira Yousefi', 'Jon Ante Balto', 'Kari Brattbakk'):
        window.wait(lambda name=name: window.focused().name.startswith(name), f'the focus on {name}')
        window.key('p')
        window.see('list item', name + ', In the room', starts=True)
        window.key('Down')
    window.key('Up')
    for key, where in (('o', 'Out of the room'), ('r', 'In the room'), ('l', 'Not here'), ('p', 'In the room')):
        window.key(key)
        window.see('list item', 'Kari Brattbakk, ' + where, starts=True)
    window.see('list item', 'Tore Haukeland, In the room · recused: goes out of the room')
    window.press('push button', 'Out of the Room')
    window.see('list item', 'Tore Haukeland, Out of the room', starts=True)
    window.picture('deliberation-minutes')
    window.fill('text', 'New minute', 'The mark is 4')
    window.key('Return')
    window.see('list item', 'The mark is 4.', contains=True)
    window.press('push button', 'Vote …')
    window.give_keys_to('A Vote')
    window.see(contains=True, name='4 can vote')
    # what is typed counts at once, and Enter records it
    window.grab(window.see('spin button', 'Votes for'))
    window.type('5')
    window.see(name='Carried unanimously')
    window.key('Return')
    window.see(contains=True, name='5 votes are counted, but 4 can vote')
    window.key('ctrl+a')
    window.type('3')
    window.key('Return')
    window.see('list item', 'Votes for: 3. Against: 0', contains=True)


def correct(window):
    """A remark and a vote, after they were written."""
    window.until(lambda: window.click(window.see('push button', 'Correct: ', contains=True)), lambda: window.all('push button', 'Take Out'), 'the menu')
    window.key('Escape')
    button = [node for node in window.all('push button', 'The mark is 4.', contains=True) if node.name.startswith('Correct')][0]
    window.until(lambda: window.click(button), lambda: window.focused().name == 'Words of the minute', 'the words')
    window.key('ctrl+a')
    window.type('The mark is 4 or 5')
    window.key('Return')
    window.see('list item', 'The mark is 4 or 5.', contains=True)
    button = [node for node in window.all('push button', 'Votes for: 3', contains=True) if node.name.startswith('Correct')][0]
    window.until(lambda: window.click(button), lambda: window.all('push button', 'Correct the Vote …'), 'the menu of the vote')
    window.press('push button', 'Correct the Vote …')
    window.give_keys_to('Correct the Vote')
    window.wait(lambda: window.focused().name == 'Votes for', 'the votes')
    window.type('2')
    window.key('Tab')
    window.type('2')
    window.see(name='The vote is tied')
    window.key('Return')
    window.see('list item', 'Votes for: 2. Against: 2. Abstained: 0. The vote was tied.', contains=True)


def decide(window):
    """Another order than the rule gives, which needs its reason."""
    window.press('push button', 'Decide …')
    window.give_keys_to('The Jury’s Decision')
    window.wait(lambda: window.focused().name == 'Nordlys Kraft', 'the focus on the first finalist')
    window.key('Tab', 'Tab')
    window.wait(lambda: window.focused().name == 'Havgap Sparebank', 'the focus on the third')
    window.choose('Home', 'Down', 'Down', 'Return')  # second too
    window.see(name='This is not what the rule gives', contains=True)
    window.picture('deliberation-decision')
    tab_to(window, 'Reason', 8)
    window.key('ctrl+a')
    window.type('Havgap was better on the day')
    window.press('push button', 'Record')
    window.see('list item', 'Decision: ', contains=True)


def keep_reasons_apart(window):
    """The reason for one winner is not silently that for another one."""
    window.press('push button', 'Decide …')
    window.give_keys_to('The Jury’s Decision')
    reason = window.see('text', 'Reason')
    window.wait(lambda: 'Nordlys Kraft' in window.text(reason), 'the reason that is recorded')
    window.choose('Up', 'Return')
    window.see(name='Recorded Before')
    window.wait(lambda: window.text(reason) == '', 'the reason to be gone')
    window.choose('Down', 'Return')
    window.wait(lambda: 'Nordlys Kraft' in window.text(reason), 'the reason to be back')
    # the choices go first
    window.until(lambda: window.key('Escape'), lambda: not window.all('frame', 'The Jury’s Decision'), 'the decision to be left')


def decide_and_print(case, folder):
    """What was written in the window is there for votumctl, and is read back from the protocol."""
    assert agenda(case)[1]['agreed'] == 'The party every quarter is not enough', agenda(case)
    assert 'Tore Haukeland went out of the room' in ' '.join(minutes(case)), minutes(case)
    log = driver.asked(VOTUMCTL, 'log', case, '--format', 'json')
    assert 'text=The mark is 4 or 5' in log and re.search('text=The mark is 4 (?!or)', log), 'what stood in the minutes before is not in the log'
    exported = driver.exported(VOTUMCTL, case)
    assert re.search(r'<decision[^>]*entrant="havgap"[^>]*place="2"', exported), exported[exported.index('<decision'):][:1500]
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
    correct(window)
    decide(window)
    window.stop()
    decide_and_print(case, window.home)


sys.exit(driver.run([leads_the_jury], VOTUM))
