#!/usr/bin/python3
"""journey-together.py VOTUM VOTUMCTL: a chair and five jurors, each in a home of their own, from the hand-out to the shared prize."""
import json
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
import walk  # noqa: E402
from homes import holds  # noqa: E402
from together import AGAIN, FIRST, JURORS  # noqa: E402

OWN_NOTE = 'Bare for meg'
SHARED_NOTE = 'Tavlen henger midt i rommet'
NOTES = (OWN_NOTE, SHARED_NOTE)


class Machine(driver.Window):
    """Somebody's machine: the window, and a home that nobody else looks into."""

    def __init__(self, who, home=None):
        super().__init__(VOTUM, home)
        self.who = who
        self.case = self.path(f'{who}.votum')

    def path(self, name):
        return os.path.join(self.home, name)

    def run(self, *arguments):
        environment = dict(os.environ, HOME=self.home, XDG_DATA_HOME=self.path('xdg_data_home'))
        return subprocess.run([VOTUMCTL, *arguments], check=True, capture_output=True, text=True, env=environment).stdout

    def begin(self, case=None):
        self.start(case or self.case)
        self.see('list item', 'Overview')


def mail(sender, receiver, name, new_name=None):
    """As an attachment comes: a file of its own elsewhere."""
    return shutil.copy(sender.path(name), receiver.path(new_name or name))


# ---- a juror ----

def mark(machine, marks):
    """A key a mark, and on to the next finalist."""
    machine.page('Scoring')
    machine.see('list item', 'Nordlys Kraft, 0 of', starts=True)
    for number, keys in enumerate(marks):
        if number:
            machine.key('ctrl+Return')
        machine.key(*keys)


def hand_in(machine, name, number=1):
    machine.key('ctrl+shift+h')
    machine.see('label', f'This will be ballot {number}.', contains=True)
    machine.wait(lambda: machine.focused().name == 'Hand In …', 'the focus on Hand In')
    machine.key('Return')
    machine.see('push button', 'Hand In')
    machine.wait(lambda: machine.focused().role == 'text', 'the focus on the name of the file')
    machine.key('ctrl+a')
    machine.type(machine.path(name))
    machine.key('Return')
    machine.see('label', f'Ballot {number} is sealed')
    machine.key('Return')
    machine.see_not('label', f'Ballot {number} is sealed')
    machine.see(name=f'as ballot {number}.', contains=True)


def take_a_note(juror):
    """On the visit, far from any network: one for the jury, and one for oneself."""
    juror.page('Visits')
    juror.press('push button', 'Start Now')
    for words in NOTES:
        juror.wait(lambda: juror.focused().name == 'Note', 'the focus in the next note')
        juror.key('ctrl+1')
        juror.type(words)
        if words == SHARED_NOTE:
            juror.tab_to('push button', 'Who may use the note')
            juror.choose('Home', 'Down', 'Return')
            juror.see('label', 'The jury’s', within=juror.see('combo box', 'Who may use the note'))
            juror.press('push button', 'Save Note')
        else:
            juror.key('Return')
        juror.see('list item', f'Strength: {words}', starts=True)
    juror.picture('together-visit')


def recuse(juror):
    juror.page('Finalists')
    juror.click(juror.see('list item', 'Havgap', starts=True))
    juror.press('push button', 'Recuse Myself …')
    juror.see('frame', 'Recusal')
    juror.grab(juror.see('text', 'Reason'))
    juror.type(together.RECUSAL)
    juror.key('alt+r')
    juror.see_not('frame', 'Recusal')


def give_the_first_round(juror):
    juror.begin()
    if juror.who == 'per':
        take_a_note(juror)
    if juror.who == 'siv':
        recuse(juror)
    marks = FIRST[juror.who]
    # what is corrected later: Fjellvind on culture
    mark(juror, marks if juror.who != 'eva' else (marks[0], '25', marks[2]))
    juror.see(name='All your marks are given.', starts=True)
    hand_in(juror, 'first.ballot')
    if juror.who == 'eva':
        correct(juror)
    juror.stop()


def correct(juror):
    juror.click(juror.see('list item', 'Fjellvind, 2 of 2'))
    juror.wait(lambda: juror.all('list item', 'Kultur: 2', starts=True) or juror.all('list item', 'Culture: 2', starts=True), 'the mark')
    juror.grab(juror.all('list item', 'Culture: 2', starts=True)[0])
    juror.key('4')
    juror.see(name='no longer matches', contains=True)
    hand_in(juror, 'second.ballot', 2)


def vote_again(juror):
    """What the chair sent later goes into the case that is worked in."""
    juror.begin(juror.path('again.votum'))
    juror.see('label', 'You Work in', starts=True)
    juror.press('push button', 'Take It In There')
    juror.see('frame', 'What the Chair Sent')
    juror.press('push button', 'Take It In')
    juror.see_not('frame', 'What the Chair Sent')
    mark(juror, AGAIN[juror.who])
    juror.see(name='All your marks are given.', starts=True)
    hand_in(juror, 'again.ballot')
    juror.stop()


# ---- the chair ----

def hand_out(chair, again=False):
    chair.page('Ballots')
    chair.press('push button', 'Hand Out to All …')
    if again:
        chair.press('push button', 'Hand Out Again')
    chair.press('push button', 'Hand Out')
    chair.see('label', 'Send Each Juror Their File')
    chair.press('push button', 'Close', within=chair.frame())
    chair.see_not('label', 'Send Each Juror Their File')


def in_state(chair, who, state):
    return chair.see('list item', f'{JURORS[who]}, {state}', starts=True)


def take_in(chair, jurors):
    """Ballots come by mail, and are opened from there; what is false is refused with a sentence."""
    for who in ('per', 'eva', 'siv', 'tor'):
        chair.open(mail(jurors[who], chair, 'first.ballot', f'{who}.ballot'))
        in_state(chair, who, 'Handed in')
    # what is here is passed over
    chair.open(mail(jurors['per'], chair, 'first.ballot', 'replayed.ballot'))
    chair.see(name='This ballot has been taken in already')
    # a newer one replaces it when somebody says so
    chair.open(mail(jurors['eva'], chair, 'second.ballot', 'eva-2.ballot'))
    chair.see('list item', 'A newer ballot of Eva Holm. Ballot 2', starts=True)
    chair.press('push button', 'Replace')
    chair.see(name='Ballot 2, handed in', contains=True)
    chair.open(forged(chair))
    chair.see('list item', 'Two copies hand in as Per Dahl.', starts=True)
    chair.picture('together-false-ballots')


def forged(chair):
    """Somebody has got hold of Per's file, and hands in for him once more."""
    thief = Machine('per')
    try:
        mail(chair, thief, 'per.votum')
        with open(thief.path('marks.csv'), 'w', encoding='utf-8') as file:
            file.write('entrant;criterion;mark\nnord;A;1\nnord;B;1\nfjel;A;6\nfjel;B;6\nhavg;A;1\nhavg;B;1\n')
        thief.run('import', 'marks', thief.case, thief.path('marks.csv'), '--juror', 'per', '--round', '1')
        for _ in range(2):
            thief.run('hand-in', thief.case, '--output', thief.path('forged.ballot'), '--round', '1')
        return mail(thief, chair, 'forged.ballot')
    finally:
        thief.clear()


def open_round(chair, missing=None):
    chair.press('push button', 'Open the Round …')
    if missing:
        chair.see(name=f'Not handed in: {missing}', contains=True)
    chair.press('push button', 'Open the Round')
    chair.see_not('push button', 'Open the Round …')


def come_late(chair, juror):
    chair.open(mail(juror, chair, 'first.ballot', 'ola.ballot'))
    chair.press('push button', 'Take In Late …')
    chair.see('text', 'Reason')
    chair.type(together.LATE)
    chair.key('Return')
    in_state(chair, 'ola', 'Late')


def begin_revote(chair):
    chair.page('Overview')
    chair.press('push button', 'Vote again: 3 finalists are tied')
    chair.see('image', 'share the lead', contains=True)
    chair.picture('together-tie')
    chair.press('push button', 'Revote Among the Tied')
    chair.see(name='A round for the revote is there', starts=True)
    chair.see_not('push button', 'Revote Among the Tied')
    mark(chair, AGAIN['ida'])
    hand_out(chair, again=True)


def first_round(chair, jurors):
    chair.begin()
    mark(chair, FIRST['ida'])
    hand_out(chair)
    chair.stop()
    for who, juror in jurors.items():
        mail(chair, juror, f'{who}.votum')
        give_the_first_round(juror)
    chair.begin()
    chair.page('Ballots')
    take_in(chair, jurors)
    open_round(chair, 'Ola Nordmann')
    come_late(chair, jurors['ola'])


def second_round(chair, jurors):
    begin_revote(chair)
    chair.stop()
    for who, juror in jurors.items():
        mail(chair, juror, f'{who}-2.votum', 'again.votum')
        vote_again(juror)
    chair.begin()
    chair.page('Ballots')
    for who, juror in jurors.items():
        chair.open(mail(juror, chair, 'again.ballot', f'{who}-again.ballot'))
        in_state(chair, who, 'Handed in')
    open_round(chair)


def meet(chair):
    """By keys alone: who is there, and what they vote."""
    chair.page('Deliberation')
    chair.key('F8')
    # the text of the row takes the focus, which libadwaita 1.2 tells nobody
    chair.wait(lambda: chair.focused().name == '', 'the focus on the place of the meeting')
    chair.type('Bodø')
    chair.key('Return')
    for name in (together.CHAIR, *JURORS.values()):
        chair.wait(lambda name=name: chair.focused().name.startswith(name), f'the focus on {name}')
        chair.key('p')
        chair.see('list item', f'{name}, In the room')
        chair.key('Down')
    chair.press('push button', 'Vote …')
    chair.see('text', 'What is voted on')
    chair.type('Prisen deles')
    count_votes(chair)
    chair.press('push button', 'Record')
    chair.see(contains=True, name='Prisen deles')
    chair.picture('together-minutes')


def count_votes(chair):
    chair.grab(chair.see('spin button', 'Votes for'))
    chair.key('ctrl+a')
    chair.type('6')
    chair.key('Tab')


def share(chair):
    """The revote settles who is third, and not who is first: the jury shares the prize."""
    chair.page('Overview')
    chair.press('push button', 'Record what the jury decides')
    chair.see(name='Nordlys Kraft and Fjellvind share the prize.')
    count_votes(chair)
    chair.tab_to('text', 'Reason')
    chair.type(together.REASON)
    chair.picture('together-decision')
    chair.press('push button', 'Record')
    chair.see_not('push button', 'Record')
    chair.page('Deliberation')
    chair.press('push button', 'End')
    chair.picture('together-decided')


def save_as(chair, name, button='Save'):
    """Into the chair's home, under a name of one's own."""
    chair.see('push button', button)
    chair.wait(lambda: chair.focused().role == 'text', 'the focus on the name of the file')
    chair.key('ctrl+a')
    chair.type(chair.path(name))
    chair.key('Return')
    chair.wait(lambda: os.path.exists(chair.path(name)) and os.path.getsize(chair.path(name)) > 0, name)
    chair.see_not('push button', button)


def write_down(chair):
    """The jury's text, and every way out of the window."""
    chair.page('Verdict')
    text = chair.see('text', 'The Text')
    chair.press('push button', 'Begin With a Draft From the Jury’s Notes')
    chair.wait(lambda: 'Nordlys Kraft' in chair.text(text), 'the draft')
    chair.picture('together-citation')
    chair.press('push button', 'Both')
    chair.press('push button', 'Export PDF')
    save_as(chair, 'verdict.pdf', 'Export')


def export_all(chair):
    for item, name in (('Save as OpenDocument …', 'verdict.odt'), ('Save All Tables …', 'tables.ods'), ('Save All Tables …', 'results.csv')):
        other_way(chair, item)
        save_as(chair, name)
    other_way(chair, 'Export Everything …')
    chair.press('push button', 'Export')
    chair.see(name='Everything Is Exported')
    chair.key('Escape')
    chair.see_not(name='Everything Is Exported')


def other_way(chair, item):
    chair.until(lambda: chair.click(chair.see('push button', 'Other Ways to Export')), lambda: chair.all('menu item', item), f'the menu with “{item}”')
    chair.press('menu item', item)


def verify(chair):
    chair.page('Ballots')
    chair.press('push button', 'Check')
    chair.see('label', 'The Verdict Holds')
    chair.see(name='10 ballots, of which 10 were compared with the marks', contains=True)
    chair.picture('together-check')
    chair.key('Escape')
    chair.see_not('label', 'The Verdict Holds')


# ---- afterwards ----

def read_what_was_exported(chair):
    everything = chair.path('The Fjord Prize, everything')
    subprocess.run(['sha256sum', '--check', '--quiet', 'SHA256SUMS'], cwd=everything, check=True)
    together.check_documents(everything, receipts_of(chair))
    with open(chair.path('results.csv'), encoding='utf-8') as file:
        assert 'Nordlys Kraft' in file.read()
    assert 'Juryen deler prisen mellom Nordlys Kraft og Fjellvind.' in walk.pdf_text(chair.path('verdict.pdf'))
    assert together.LATE in ' '.join(walk.paragraphs(chair.path('verdict.odt')))
    # what a juror noted for the jury came with the ballot, and nothing else
    assert holds(chair.case, SHARED_NOTE, OWN_NOTE) == [SHARED_NOTE], holds(chair.case, SHARED_NOTE, OWN_NOTE)
    assert 'The verdict holds. Ballots: 10' in chair.run('verify', chair.case)


def receipts_of(chair):
    listed = json.loads(chair.run('ballots', chair.case, '--format', 'json'))
    return [row['receipt'] for row in listed if row['receipt']]


def find_nothing_of_others(jurors):
    """In every byte of a juror's machine."""
    for who, juror in jurors.items():
        others = [*(name for other, name in JURORS.items() if other != who), *(NOTES if who != 'per' else ()),
                  *([together.RECUSAL] if who != 'siv' else []), *([together.LATE] if who != 'ola' else []), together.REASON]
        for where, _folders, files in os.walk(juror.home):
            for name in files:
                found = holds(os.path.join(where, name), *others)
                assert not found, f'{found} in {name} of {who}'


def goes_the_whole_way(window):
    """hand-out, offline work, a correction, a late juror, a recusal, false ballots, a tie, a revote, a shared prize, every document"""
    chair = Machine('ida', window.home)
    jurors = {who: Machine(who) for who in JURORS}
    driver.asked(VOTUMCTL, 'init', chair.case, together.AWARD)
    driver.asked(VOTUMCTL, 'hold', chair.case, '--juror', 'ida', '--duty', 'chair')
    try:
        first_round(chair, jurors)
        second_round(chair, jurors)
        meet(chair)
        share(chair)
        write_down(chair)
        export_all(chair)
        verify(chair)
        chair.stop()
        read_what_was_exported(chair)
        find_nothing_of_others(jurors)
    finally:
        for machine in (*jurors.values(), chair):
            machine.clear()


if __name__ == '__main__':
    sys.exit(driver.run([goes_the_whole_way], VOTUM))
