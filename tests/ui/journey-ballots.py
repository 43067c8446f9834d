#!/usr/bin/python3
"""journey-ballots.py VOTUM VOTUMCTL: the case goes out to the jurors, and their sealed ballots come back."""
import json
import os
import shutil
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import driver  # noqa: E402

VOTUM, VOTUMCTL = sys.argv[1:3]
NS = 'urn:votum:award:1'
JURORS = {'per': 'Per Dahl', 'eva': 'Eva Holm', 'ola': 'Ola Nordmann'}
AWARD = f'''<award xmlns="{NS}" id="prize" year="2026" scale="s" rule="r" languages="nb">
  <name xml:lang="nb">Prøveprisen</name>
  <scale id="s" min="1" max="6" step="0.5"/><rule id="r" round-total="1"/>
  <criterion id="A" weight="60"><name xml:lang="nb">Kultur</name></criterion>
  <criterion id="B" weight="40"><name xml:lang="nb">Resultat</name></criterion>
  <entrant id="nord" position="1" status="finalist"><name>Nordlys Kraft</name></entrant>
  <entrant id="fjel" position="2" status="finalist"><name>Fjellvind</name></entrant>
  <juror id="ida" roles="secretary" email="ida@example.org"><name>Ida Berg</name></juror>
  {''.join(f'<juror id="{key}" email="{key}@example.org"><name>{name}</name></juror>' for key, name in JURORS.items())}
  <round id="1" position="1"><name xml:lang="nb">Første runde</name></round>
</award>'''
MARKS = 'entrant;criterion;mark\nnord;A;%d\nnord;B;4\nfjel;A;3\nfjel;B;3\n'


def write(path, text):
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text)
    return path


def case_of(folder):
    """A case of the secretary's that nobody has been handed yet."""
    os.makedirs(folder, exist_ok=True)
    case = os.path.join(folder, 'case.votum')
    driver.asked(VOTUMCTL, 'init', case, write(os.path.join(folder, 'award.xml'), AWARD))
    driver.asked(VOTUMCTL, 'hold', case, '--juror', 'ida', '--duty', 'secretary')
    return case


class Juror:
    """Somebody with a copy of the case, in a home of their own."""

    def __init__(self, folder, who, handed_out):
        self.who = who
        self.folder = os.path.join(folder, f'home of {who}')
        os.makedirs(self.folder)
        self.case = shutil.copy(handed_out, os.path.join(self.folder, 'case.votum'))

    def run(self, *arguments):
        environment = dict(os.environ, HOME=self.folder, XDG_DATA_HOME=os.path.join(self.folder, 'data'))
        subprocess.run([VOTUMCTL, *arguments], check=True, stdout=subprocess.DEVNULL, env=environment)

    def hand_in(self, mark):
        """A ballot with that mark in it."""
        self.run('import', 'marks', self.case, write(os.path.join(self.folder, 'marks.csv'), MARKS % mark), '--juror', self.who, '--round', '1')
        ballot = os.path.join(self.folder, f'{self.who}-{mark}.ballot')
        self.run('hand-in', self.case, '--output', ballot, '--round', '1')
        return ballot


def states(case):
    """What votumctl says of everybody's ballot."""
    return {row['juror']: (row['state'], row['number']) for row in json.loads(driver.asked(VOTUMCTL, 'ballots', case, '--format', 'json'))}


def expect(found, wanted):
    if found != wanted:
        raise driver.Missing(f'found {found}, not {wanted}')


def row(window, juror, state):
    """The juror stands in that state."""
    return window.see('list item', f'{juror}, {state}', starts=True)


def hand_out_to_all(window, mailbox):
    """Through the window, into the folder in which the chooser begins: the home."""
    window.page('Ballots')
    for name in JURORS.values():
        row(window, name, 'No copy yet')
    window.press('push button', 'Hand Out to All …')
    window.press('push button', 'Hand Out')
    window.see('label', 'Send Each Juror Their File')
    window.picture('ballots-hand-out')
    window.press('push button', 'Copy the Mail to Eva Holm')
    window.see(name='The mail to Eva Holm is on the clipboard')
    window.press('push button', 'Write to Eva Holm in the Mail Program')
    to, subject, body = mailbox.last(window)
    if to != 'eva@example.org' or 'Prøveprisen' not in subject or not body.startswith('Hei Eva Holm,\r\n\r\nvedlagt er eva.votum') or 'Når du er ferdig' not in body:
        raise driver.Missing(f'the mail is to {to}, about {subject}: {body}')
    with open(os.path.join(window.home, 'eva.txt'), encoding='utf-8') as file:
        expect(file.read(), f'To: Eva Holm <{to}>\nSubject: {subject}\n\n' + body.replace('\r\n', '\n'))
    window.press('push button', 'Close', within=window.frame())
    window.see_not('label', 'Send Each Juror Their File')
    for name in JURORS.values():
        row(window, name, 'Handed out')
    return {who: Juror(window.home, who, os.path.join(window.home, f'{who}.votum')) for who in JURORS}


def arrive(window, ballot, name, slowly=False):
    """A ballot is written into the watched folder, in two goes."""
    with open(ballot, 'rb') as source, open(os.path.join(window.home, name), 'wb') as target:
        data = source.read()
        target.write(data[:len(data) // 2])
        target.flush()
        if slowly:
            # time in which a program that does not wait would have taken half of it
            window.see('list item', 'Ballots')
        target.write(data[len(data) // 2:])


def forged(window):
    """A ballot that a stranger has made, who calls their case and their jurors the same."""
    away = case_of(os.path.join(window.home, 'elsewhere'))
    copy = os.path.join(window.home, 'elsewhere', 'ola.votum')
    driver.asked(VOTUMCTL, 'hand-out', away, '--juror', 'ola', '--output', copy)
    return Juror(os.path.join(window.home, 'elsewhere'), 'ola', copy).hand_in(6)


def goes_round(window):
    """everybody is handed the case; ballots come by a watched folder and the command line; false ones are refused; the round is opened"""
    case = case_of(os.path.join(window.home, 'work'))
    mailbox = driver.Mailbox(window)
    window.start(case)
    jurors = hand_out_to_all(window, mailbox)

    window.press('push button', 'Choose …')
    window.press('push button', 'Watch')
    window.see('push button', 'Stop')
    first = jurors['per'].hand_in(5)
    arrive(window, first, 'per.ballot', slowly=True)
    row(window, 'Per Dahl', 'Handed in')
    window.open(jurors['eva'].hand_in(4))
    row(window, 'Eva Holm', 'Handed in')

    # what was taken already is passed over; what is false says why, and stays where it is
    arrive(window, first, 'again.ballot')
    arrive(window, forged(window), 'forged.ballot')
    window.see('list item', '“forged.ballot” was not taken in', starts=True)
    arrive(window, jurors['per'].hand_in(6), 'per-2.ballot')
    window.see('list item', 'A newer ballot of Per Dahl. Ballot 2', starts=True)
    window.see_not('list item', '“again.ballot”', starts=True)
    window.picture('ballots')
    window.press('push button', 'Replace')
    window.see(name='Ballot 2, handed in', contains=True)
    window.see_not('list item', 'A newer ballot', starts=True)

    jurors['ola'] = somebody_else_was_first(window, jurors['ola'])
    open_round(window)
    row(window, 'Per Dahl', 'Opened')
    row(window, 'Ola Nordmann', 'Handed out')
    comes_late(window, jurors['ola'])
    window.press('push button', 'Check')
    window.see('label', 'The Verdict Holds')
    window.picture('ballots-check')
    window.key('Escape')
    window.stop()
    expect(states(case), {'Per Dahl': ('opened', '2'), 'Eva Holm': ('opened', '1'), 'Ola Nordmann': ('late', '2')})
    if not os.path.exists(os.path.join(window.home, 'forged.ballot')):
        raise driver.Missing('the forged ballot is gone')


def somebody_else_was_first(window, juror):
    """Somebody has got hold of the juror's file; the juror is heard, and gets another one."""
    thief = Juror(os.path.join(window.home, 'elsewhere', 'thief'), juror.who, os.path.join(window.home, f'{juror.who}.votum'))
    window.open(thief.hand_in(1))
    row(window, 'Ola Nordmann', 'Handed in')
    window.open(juror.hand_in(4))
    window.see('list item', 'Two copies hand in as Ola Nordmann', starts=True)
    window.see(name='Another copy hands in as this juror', contains=True)
    window.picture('ballots-disputed')
    window.press('push button', 'Hand Out a New Copy …')
    window.see(name='A New Copy for Ola Nordmann?')
    window.picture('ballots-new-copy')
    window.press('push button', 'New Copy, Set the Ballot Aside …')
    window.press('push button', 'Hand Out')
    window.see('label', 'Send Each Juror Their File')
    window.press('push button', 'Close', within=window.frame())
    row(window, 'Ola Nordmann', 'Handed out')
    window.see(name='Ballot 1 was set aside', contains=True)
    window.see_not('list item', 'Two copies hand in as', starts=True)
    # what the old copies hand in is refused from now on
    window.open(thief.hand_in(3))
    window.see('list item', '“ola-3.ballot” was not taken in', starts=True)
    return Juror(os.path.join(window.home, 'anew'), juror.who, os.path.join(window.home, f'{juror.who}-2.votum'))


def open_round(window):
    window.press('push button', 'Open the Round …')
    window.see(name='Not handed in: Ola Nordmann', contains=True)
    window.picture('ballots-open')
    window.press('push button', 'Open the Round')
    window.see_not(name='Not handed in: Ola Nordmann', contains=True)


def comes_late(window, juror):
    arrive(window, juror.hand_in(2), 'ola.ballot')
    window.press('push button', 'Take In Late …')
    window.see('text', 'Reason')
    window.type('Posten var forsinket')
    window.key('Return')
    row(window, 'Ola Nordmann', 'Late')
    window.see(name='Posten var forsinket', contains=True)


def asks_for_the_passphrase(window):
    """who has an older copy gets a later one; a ballot waits until the passphrase is given; opening asks again, and a wrong one changes nothing"""
    case = case_of(os.path.join(window.home, 'work'))
    copy = os.path.join(window.home, 'per.votum')
    driver.asked(VOTUMCTL, 'hand-out', case, '--juror', 'per', '--output', copy)
    per = Juror(window.home, 'per', copy)
    ballot = per.hand_in(5)
    driver.asked(VOTUMCTL, 'import', 'award', case, write(os.path.join(window.home, 'later.xml'), f'''<award xmlns="{NS}" id="prize">
      <entrant id="havg" position="3" status="finalist"><name>Havgap</name><section heading="Kultur">Vi er nye.</section></entrant></award>'''))
    window.start(case)
    hands_out_again(window, per)
    set_passphrase(window, 'A Passphrase for the Ballots', 'blåbær', 'Asked for when ballots are taken in')
    set_passphrase(window, 'A Passphrase for Your Deputy', 'tyttebær', 'Opens the ballots as yours does, but for that of 1 juror')
    window.picture('ballots-safety')
    window.open(ballot)
    window.press('push button', 'Give the Passphrase …')
    give(window, 'noe annet')
    window.see(name='The passphrase is not the right one', contains=True)
    give(window, 'blåbær')
    row(window, 'Per Dahl', 'Handed in')
    window.press('push button', 'Open the Round …')
    window.press('push button', 'Open the Round')
    give(window, 'blåbær')
    row(window, 'Per Dahl', 'Opened')
    window.stop()
    expect(states(case)['Per Dahl'], ('opened', '1'))


def set_passphrase(window, heading, passphrase, done):
    """Twice, as it is asked for."""
    window.press('push button', 'Set …')
    window.see('label', heading)
    window.type(passphrase)
    window.key('Tab')
    window.wait(lambda: window.focused().name == 'Show Text', 'the focus beside the first line')
    window.key('Tab')
    window.type(passphrase)
    window.key('Return')
    window.see(name=done, starts=True)


def hands_out_again(window, juror):
    """One press for all whose copy is older than the case."""
    window.see('push button', 'Hand out again to 1 juror: the case has changed')
    window.page('Ballots')
    window.see(name='New since it was handed out: 1 new finalist.', contains=True)
    window.picture('ballots-older')
    window.press('push button', 'Hand Out Again to 1 Juror …')
    window.press('push button', 'Hand Out')
    window.see('label', 'Send Each Juror Their File')
    window.press('push button', 'Close', within=window.frame())
    window.see_not(name='New since it was handed out', contains=True)
    window.see_not('push button', 'Hand Out Again to 1 Juror …')
    juror.run('take-hand-out', juror.case, os.path.join(window.home, 'per-2.votum'))


def give(window, passphrase):
    window.see('label', 'Passphrase')
    window.type(passphrase)
    window.key('Return')


if __name__ == '__main__':
    sys.exit(driver.run([goes_round, asks_for_the_passphrase], VOTUM))
