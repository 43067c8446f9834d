#!/usr/bin/python3
"""journey-window.py VOTUM VOTUMCTL: what holds for the window as a whole."""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import driver  # noqa: E402
from driver import Atspi  # noqa: E402

VOTUM, VOTUMCTL = sys.argv[1:3]


def opens_and_closes(window):
    """the demo case opens, every step of the work is reached by keys, and Ctrl+Q ends it"""
    case = driver.demo_case(VOTUMCTL, window.home)
    window.start(case)
    window.see('list item', 'Overview')
    for number in range(1, 9):
        window.key(f'alt+{number}')
    window.picture('window-verdict')
    window.stop()


def refuses_what_is_no_case(window):
    """a file that is no case is named, and the window stays usable"""
    path = os.path.join(window.home, 'letter.votum')
    with open(path, 'w', encoding='utf-8') as file:
        file.write('Dear jury,\n')
    window.start(path)
    window.see(name='letter.votum', contains=True)
    window.picture('window-no-case')


def finds_in_the_whole_case(window):
    """Ctrl+F on a page without a search of its own finds finalists and notes; Enter goes to the first"""
    case = driver.demo_case(VOTUMCTL, window.home, 'samira', 'juror')
    window.start(case)
    window.see('list item', 'Overview')
    window.key('ctrl+f')
    window.see('frame', 'Find in the Case')
    window.type('havgap sparebank floro')
    window.see('list item', 'Havgap Sparebank. Finalist', starts=True)
    window.key('ctrl+a')
    window.type('zzz')
    window.see(name='Nothing Found')
    window.key('ctrl+a')
    window.type('uke 13')
    window.see('list item', 'Feiringen', starts=True)
    window.picture('find')
    window.key('Return')
    window.see_not('frame', 'Find in the Case')
    window.see(name='Visit to Fjellvind Forsikring')
    window.stop()


def walks_the_steps(window):
    """arrows go along the steps, what is shown stays marked, and Enter opens another one"""
    case = driver.demo_case(VOTUMCTL, window.home)
    window.start(case)
    window.see('list item', 'Overview')

    def back_to_the_steps():
        window.key('shift+Tab')
        return (window.focused().role, window.focused().name) == ('list item', 'Overview')

    window.wait(back_to_the_steps, 'the focus among the steps')
    window.key('Down', 'Down')
    window.wait(lambda: (window.focused().role, window.focused().name) == ('list item', 'Criteria'), 'the focus on Criteria')
    assert is_shown(window, 'Overview')
    window.key('Return')
    window.wait(lambda: is_shown(window, 'Criteria'), 'the criteria to be shown')
    window.stop()


def is_shown(window, step):
    return any(driver.has_state(item, Atspi.StateType.SELECTED) for item in window.all('list item', step))


if __name__ == '__main__':
    sys.exit(driver.run([opens_and_closes, finds_in_the_whole_case, walks_the_steps, refuses_what_is_no_case], VOTUM))
