#!/usr/bin/python3
"""journey-together.py VOTUM VOTUMCTL: a chair and five jurors, each in a home of their own, from the hand-out to the shared prize."""
import os
import shutil
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, '..', 'cli')]
import driver  # noqa: E402

VOTUM, VOTUMCTL = sys.argv[1:3]
os.environ.setdefault('VOTUMCTL', VOTUMCTL)
os.environ.setdefault('VOTUM_SOURCE', os.path.join(HERE, '..', '..'))
import together  # noqa: E402
from together import AGAIN, FIRST, JURORS  # noqa: E402


class Juror(driver.Window):
    """Somebody with a machine of their own, and what they were sent."""

    def __init__(self, who):
        super().__init__(VOTUM)
        self.who = who
        self.case = os.path.join(self.home, f'{who}.votum')

    def path(self, name):
        return os.path.join(self.home, name)

    def run(self, *arguments):
        environment = dict(os.environ, HOME=self.home, XDG_DATA_HOME=self.path('xdg_data_home'))
        return subprocess.run([VOTUMCTL, *arguments], check=True, capture_output=True, text=True, env=environment).stdout


def mail(sender, receiver, name):
    """As an attachment comes: a file of its own elsewhere."""
    return shutil.copy(os.path.join(sender.home, name), os.path.join(receiver.home, name))


def mark(window, marks):
    """A key a mark, and on to the next finalist."""
    window.page('Scoring')
    for number, keys in enumerate(marks):
        if number:
            window.key('ctrl+Return')
        window.key(*keys)


def hand_in(window, name, number=1):
    window.key('ctrl+shift+h')
    window.see('label', f'This will be ballot {number}.', contains=True)
    window.wait(lambda: window.focused().name == 'Hand In …', 'the focus on Hand In')
    window.key('Return')
    window.see('push button', 'Hand In')
    window.wait(lambda: window.focused().role == 'text', 'the focus on the name of the file')
    window.key('ctrl+a')
    window.type(window.path(name))
    window.key('Return')
    window.see('label', f'Ballot {number} is sealed')
    window.key('Return')
    window.see_not('label', f'Ballot {number} is sealed')


def hand_out(chair, again=False):
    chair.page('Ballots')
    chair.press('push button', 'Hand Out to All …')
    if again:
        chair.press('push button', 'Hand Out Again')
    chair.press('push button', 'Hand Out')
    chair.see('label', 'Send Each Juror Their File')
    chair.press('push button', 'Close', within=chair.frame())
    chair.see_not('label', 'Send Each Juror Their File')


def goes_the_whole_way(chair):
    """hand-out, offline work, a correction, a late juror, a recusal, false ballots, a tie, a revote, a shared prize, every document"""
    chair_case = os.path.join(chair.home, 'case.votum')
    driver.asked(VOTUMCTL, 'init', chair_case, together.AWARD)
    driver.asked(VOTUMCTL, 'hold', chair_case, '--juror', 'ida', '--duty', 'chair')
    jurors = {who: Juror(who) for who in JURORS}
    try:
        chair.start(chair_case)
        mark(chair, ('44', '44', '44'))
        hand_out(chair)
        chair.stop()
        for who in ('per', 'eva'):
            juror = jurors[who]
            mail(chair, juror, f'{who}.votum')
            juror.start(juror.case)
            mark(juror, FIRST[who])
            hand_in(juror, f'{who}.ballot')
            juror.stop()
        chair.start(chair_case)
        chair.page('Ballots')
        for who in ('per', 'eva'):
            chair.open(mail(jurors[who], chair, f'{who}.ballot'))
            chair.see('list item', f'{JURORS[who]}, Handed in', starts=True)
        chair.stop()
    finally:
        for juror in jurors.values():
            juror.clear()


if __name__ == '__main__':
    sys.exit(driver.run([goes_the_whole_way], VOTUM))
