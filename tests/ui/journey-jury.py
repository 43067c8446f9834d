#!/usr/bin/python3
"""journey-jury.py VOTUM VOTUMCTL: the jury: who is in it, in which roles, and who stands aside from whom."""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import driver  # noqa: E402
from driver import Atspi  # noqa: E402

VOTUM, VOTUMCTL = sys.argv[1:3]


def start(window, case):
    window.start(case)
    window.see('list item', 'Overview')
    window.key('alt+4')
    window.see('list', 'Members of the jury')


def members(window):
    """Their names, as they stand in the list."""
    return [driver.name_of(node).split(',')[0] for node, _depth in
            driver.walk(window.see('list', 'Members of the jury')) if driver.role_of(node) == 'list item']


def sets_up(window):
    """a member is added by keys, gets a role, is moved to the top by Alt with an arrow, and is taken out again"""
    case = driver.demo_case(VOTUMCTL, window.home, 'Mette Lunde', 'secretary')
    start(window, case)
    window.picture('jury')
    window.press('push button', 'Add a member')
    window.see('frame', 'New Member of the Jury')
    window.type('Arne Li')
    window.key('Tab')
    window.type('Lysverket')
    window.key('Return')
    window.see('list item', 'Arne Li, Juror', starts=True)
    window.click(window.see('check box', 'Examiner'))
    window.see('list item', 'Arne Li, Juror · Examiner', starts=True)
    window.click(window.see('list item', 'Arne Li', starts=True))
    window.key('alt+Up', 'alt+Up')
    window.wait(lambda: members(window)[4:] == ['Arne Li', 'Kari Brattbakk', 'Mette Lunde'], 'Arne Li to have moved')
    window.key('ctrl+z')
    window.wait(lambda: members(window)[4:] == ['Kari Brattbakk', 'Arne Li', 'Mette Lunde'], 'the move to be undone')
    window.press('push button', 'Take out of the jury')
    window.see_not('list item', 'Arne Li', starts=True)
    window.click(window.see('list item', 'Samira Yousefi', starts=True))
    window.see('heading', 'Samira Yousefi')
    assert not driver.has_state(window.see('push button', 'Take out of the jury'), Atspi.StateType.SENSITIVE)
    window.stop()


def hints(window):
    """without a chair the page says so; with one it does not"""
    case = driver.demo_case(VOTUMCTL, window.home, 'Mette Lunde', 'secretary')
    start(window, case)
    window.see('heading', 'Ingrid Fossheim')
    window.click(window.see('check box', 'Chair'))
    window.see(name='The jury has no chair yet', starts=True)
    window.click(window.see('check box', 'Chair'))
    window.see_not(name='The jury has no chair yet', starts=True)
    window.stop()


def choose_first(window, what, name):
    """Nothing is chosen beforehand: the list is opened, and its first name taken."""
    assert not driver.has_state(window.see('push button', 'Recuse'), Atspi.StateType.SENSITIVE)
    row = window.see('combo box', what)
    window.see('label', 'Choose …', within=row)
    window.click(row)
    window.key('Down', 'Return')
    window.see('label', name, within=row)


def shows_recusals(window):
    """recusals by member and by finalist; one is added for somebody else, changed, and taken back"""
    case = driver.demo_case(VOTUMCTL, window.home)
    start(window, case)
    window.key('alt+r')
    window.see(name='Ektefellen er ansatt', contains=True)
    window.picture('jury-recusals')
    window.press('push button', 'Add Recusal …')
    window.see('frame', 'Recusal')
    choose_first(window, 'Member of the Jury', 'Ingrid Fossheim')
    choose_first(window, 'Is Recused From', 'Nordlys Kraft')
    window.click(window.see('check box', 'Declared only'))
    window.click(window.see('text', 'Reason'))
    window.type('Went to school with their chair.')
    window.press('push button', 'Recuse')
    window.see(name='Ingrid Fossheim is recused from Nordlys Kraft')
    window.see(name='Declared only\nWent to school with their chair.')
    window.press('push button', 'Change the recusal of Ingrid Fossheim')
    window.see('frame', 'Change the Recusal')
    window.click(window.see('check box', 'Not marking'))
    window.see(name='20 marks have been given already', starts=True)
    window.press('push button', 'Change')
    window.see(name='Not marking\nWent to school with their chair.')
    window.key('ctrl+z')
    window.see(name='Declared only\nWent to school with their chair.')
    window.press('push button', 'Take back the recusal of Ingrid Fossheim')
    window.see_not(name='Went to school', contains=True)
    window.stop()


def is_read_by_jurors(window):
    """a juror's copy shows the jury and changes nothing in it but the own recusals"""
    case = driver.demo_case(VOTUMCTL, window.home, 'samira', 'juror')
    start(window, case)
    assert not driver.has_state(window.see('push button', 'Add a member'), Atspi.StateType.SENSITIVE)
    assert not driver.has_state(window.see('check box', 'Chair'), Atspi.StateType.SENSITIVE)
    window.see_not('text', 'Organisation')
    window.see_not('push button', 'Add Recusal …')
    window.click(window.see('list item', 'Samira Yousefi', starts=True))
    window.see(name='This is you: the case is your copy.')
    window.see('push button', 'Recuse Myself …')
    window.key('alt+r')
    assert not driver.has_state(window.see('push button', 'Take back the recusal of Tore Haukeland'), Atspi.StateType.SENSITIVE)
    window.stop()


if __name__ == '__main__':
    sys.exit(driver.run([sets_up, hints, shows_recusals, is_read_by_jurors], VOTUM))
