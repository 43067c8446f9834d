#!/usr/bin/python3
"""journey-window.py VOTUM VOTUMCTL: what holds for the window as a whole."""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import driver  # noqa: E402

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


if __name__ == '__main__':
    sys.exit(driver.run([opens_and_closes, refuses_what_is_no_case], VOTUM))
