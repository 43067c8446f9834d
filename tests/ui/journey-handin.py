#!/usr/bin/python3
"""journey-handin.py VOTUM VOTUMCTL: a juror's side of ballots: the case that was handed out, the ballot, what comes later."""
import glob
import os
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import driver  # noqa: E402

VOTUM, VOTUMCTL = sys.argv[1:3]
HERE = os.path.dirname(os.path.abspath(__file__))
MARKS = os.path.join(HERE, '..', '..', 'data', 'demo', 'demo-marks-round-2.csv')
LATER = '''<award xmlns="urn:votum:award:1" id="arets-kundeserviceledelse">
  <entrant id="nye" position="7" status="finalist" place="Bodø"><name>Nye Kunder</name><section heading="Om oss">Vi er nye.</section></entrant>
  <round id="2" position="2"><round-entry entrant="nye"/></round>
</award>
'''


def ctl(home, *arguments):
    """votumctl in the home of the journey: a copy of a case is kept there and not elsewhere."""
    environment = dict(os.environ, HOME=home, XDG_DATA_HOME=os.path.join(home, 'xdg_data_home'))
    return subprocess.run([VOTUMCTL, *arguments], check=True, capture_output=True, text=True, env=environment).stdout


def handed_out(window, n_marks=None):
    """Samira's copy, as it came from the chair, with the first of her marks; and the chair's."""
    chair = driver.demo_case(VOTUMCTL, window.home, stage='midway')
    case = os.path.join(window.home, 'samira.votum')
    ctl(window.home, 'hand-out', chair, '--juror', 'Samira Yousefi', '--output', case)
    if n_marks is not None:
        with open(MARKS, encoding='utf-8') as file:
            lines = file.read().splitlines(True)
        rows = [line for line in lines[1:] if line.startswith('2;Samira')]
        marks = os.path.join(window.home, 'marks.csv')
        with open(marks, 'w', encoding='utf-8') as file:
            file.writelines([lines[0], *rows[:n_marks if n_marks > 0 else len(rows) + n_marks]])
        ctl(window.home, 'import', 'marks', case, marks)
    return chair, case


def save(window, name):
    """Into the home of the journey, under the name that is offered."""
    window.see('push button', 'Save' if not name.endswith('.ballot') else 'Hand In')
    window.wait(lambda: window.focused().role == 'text', 'the focus on the name of the file')
    window.key('ctrl+a')
    window.type(os.path.join(window.home, name))
    window.key('Return')


def is_the_jurors_at_once(window):
    """a case that was handed out is its juror's without a question, signs with a key of its own, and leads to the work"""
    _chair, case = handed_out(window)
    window.start(case)
    window.see('list item', 'Overview')
    assert not window.all(name='Whose copy is this', contains=True)
    window.see(name='Samira Yousefi')
    window.see('push button', 'Score', starts=True)
    window.stop()
    keys = ctl(window.home, 'keys', case)
    assert 'juror' in keys and 'without a passphrase' in keys, keys


def hands_in(window):
    """what is missing leads to where it is given; the ballot is sealed, its receipt told; a change is seen, and handed in again"""
    chair, case = handed_out(window, -1)
    mailbox = driver.Mailbox(window)
    window.start(case)
    window.see('list item', 'Overview')
    # one mark is missing: a line leads there
    window.key('ctrl+shift+h')
    window.see('frame', 'Hand In')
    window.see('label', '1 mark in', starts=True)
    window.see('push button', 'Hand In All the Same …')
    window.see('list item', 'Havgap Sparebank', starts=True)
    window.picture('handin-missing')
    window.key('Return')
    window.see_not('frame', 'Hand In')
    window.wait(lambda: any(item.had(driver.Atspi.StateType.SELECTED) for item in window.all('list item', 'Scoring')), 'the page Scoring')
    window.key('4')
    window.see(None, 'All your marks are given.', starts=True)
    window.picture('handin-all-given')

    # handed in, with the receipt
    window.key('ctrl+shift+h')
    window.see('label', 'All your marks in', starts=True)
    window.picture('handin-summary')
    window.wait(lambda: window.focused().name == 'Hand In …', 'the focus on Hand In')
    window.key('Return')
    save(window, 'samira-round-2.ballot')
    window.see('label', 'Ballot 1 is sealed')
    window.picture('handin-receipt')
    # to whom the case came from, whatever letters stand in it
    window.press('push button', 'Write a Mail')
    to, subject, body = mailbox.last(window)
    assert to == 'ingrid@fossheim-ledelse.example' and subject == 'Customer Service Leadership of the Year 2026: my ballot 1', (to, subject)
    assert body.startswith('Hello,\r\n\r\nattached is my ballot, samira-round-2.ballot.') and body.endswith('\r\nSamira Yousefi\r\n'), body
    listed = driver.asked(VOTUMCTL, 'log', case, '--format', 'json')
    assert '"hand-in"' in listed
    window.key('Return')
    window.see_not('label', 'Ballot 1 is sealed')
    window.see(None, 'as ballot 1.', contains=True)

    # a change is told, and handed in once more as the next one
    window.key('3')
    window.see(None, 'no longer matches', contains=True)
    window.picture('handin-changed')
    window.page('Overview')
    window.see_not('push button', 'Show in Folder')
    window.see('push button', 'Hand in again: something has changed since ballot 1')
    window.key('Return')
    window.see('label', 'This will be ballot 2.', contains=True)
    window.wait(lambda: window.focused().name == 'Hand In …', 'the focus on Hand In')
    window.key('Return')
    save(window, 'samira-round-2 (2).ballot')
    window.see('label', 'Ballot 2 is sealed')
    window.key('Return')
    window.see(None, 'as ballot 2.', contains=True)
    # sealed is not sent: that stays until the round is opened
    window.see('label', 'Send “samira-round-2 (2).ballot” to the chair, if you have not')
    window.see('push button', 'Show in Folder')
    window.picture('handin-send')

    # what is undone is as it was handed in again
    window.page('Scoring')
    window.key('5')
    window.see(None, 'no longer matches', contains=True)
    window.key('ctrl+z')
    window.see(None, 'as ballot 2.', contains=True)
    window.stop()
    for name, number in (('samira-round-2.ballot', 1), ('samira-round-2 (2).ballot', 2)):
        said = ctl(window.home, 'take-in', chair, os.path.join(window.home, name))
        assert f'number {number}' in said, said


def takes_in_what_came_later(window):
    """a later hand-out that is opened goes into the case that is worked in, looked at first, and marks stay"""
    chair, case = handed_out(window, 12)
    with open(os.path.join(window.home, 'later.xml'), 'w', encoding='utf-8') as file:
        file.write(LATER)
    ctl(window.home, 'import', 'award', chair, os.path.join(window.home, 'later.xml'))
    later = os.path.join(window.home, 'samira-2.votum')
    ctl(window.home, 'hand-out', chair, '--juror', 'Samira Yousefi', '--output', later)
    window.start(case)
    window.see('list item', 'Overview')
    window.see(name='Everything is saved')
    window.stop()

    window.start(later)
    window.see('label', 'You Work in “samira.votum” Already')
    window.picture('handin-later-offer')
    window.press('push button', 'Take It In There')
    window.see('frame', 'What the Chair Sent')
    window.see('label', 'Your marks, comments and notes stay as they are.')
    window.see('list item', 'Nye Kunder', starts=True)
    window.picture('handin-later')
    window.wait(lambda: window.focused().name == 'Take It In', 'the focus on Take It In')
    window.key('Return')
    window.see_not('frame', 'What the Chair Sent')
    window.page('Finalists')
    window.see('list item', 'Nye Kunder', starts=True)
    window.stop()
    xml = driver.exported(VOTUMCTL, case)
    assert xml.count('<mark ') == 12, xml.count('<mark ')
    assert 'Nye Kunder' in xml


NAMED = ['Nordlys Kraft', 'Fjellvind', 'Havgap', 'nordlyskraft', 'Kontakt Kari']
BLIND = '''<award xmlns="urn:votum:award:1" id="prize" year="2026" scale="s" rule="r" languages="nb" blind="yes">
  <name xml:lang="nb">Prøveprisen</name>
  <scale id="s" min="1" max="6" step="1"/><rule id="r" round-total="1"/>
  <criterion id="A" weight="100"><name xml:lang="nb">Kultur</name><description xml:lang="nb">Som hos Fjellvind i fjor</description></criterion>
  <entrant id="nord" position="1" status="finalist" place="Bodø" web="https://nordlyskraft.example/"><name>Nordlys Kraft</name>
    <section heading="Om NORDLYS KRAFT">Nordlys kraft svarer på telefonen.</section><contact-person><name>Kontakt Kari</name></contact-person></entrant>
  <entrant id="fjel" position="2" status="finalist" alias="Bedrift B"><name>Fjellvind</name></entrant>
  <entrant id="havg" position="3" status="finalist"><name>Havgap</name></entrant>
  <juror id="ida" roles="chair" email="ida@jury.example"><name>Ida Berg</name></juror><juror id="per"><name>Per Dahl</name></juror>
  <recusal juror="per" entrant="havg"><reason>Svoger</reason></recusal>
  <round id="1" position="1"><name xml:lang="nb">Første runde</name></round>
  <visit id="v" entrant="nord"><plan>Omvisning.</plan></visit>
</award>'''


def copy_of_a_blind_award(window):
    """A juror's copy; the chair's case, in which they are named, is not left in the home of the journey."""
    with tempfile.TemporaryDirectory() as folder:
        chair, award, case = os.path.join(folder, 'chair.votum'), os.path.join(folder, 'award.xml'), os.path.join(window.home, 'per.votum')
        with open(award, 'w', encoding='utf-8') as file:
            file.write(BLIND)
        ctl(folder, 'init', chair, award)
        ctl(folder, 'hold', chair, '--juror', 'ida', '--duty', 'chair')
        ctl(folder, 'hand-out', chair, '--juror', 'per', '--output', case)
    return case


def names_nobody(window):
    """where the award marks blind a juror reads aliases on every page, finds nobody by name, and no file of theirs names anybody"""
    case = copy_of_a_blind_award(window)
    mailbox = driver.Mailbox(window)
    window.start(case)
    for page in window.steps():
        window.page(page)
        if page in ('Finalists', 'Visits', 'Scoring'):
            window.see(name='Bedrift B' if page != 'Visits' else 'Visits', contains=True)
        read = window.tree()
        assert not [name for name in NAMED if name.lower() in read.lower()], (page, read)
        if page == 'Scoring':
            window.picture('handin-blind')
            window.key('5')
    window.key('ctrl+shift+f')
    window.see('frame', 'Find in the Case')
    window.type('nordlys')
    window.see(name='Nothing Found')
    window.key('Escape')
    window.see_not('frame', 'Find in the Case')
    window.key('ctrl+shift+h')
    window.see('label', '1 mark in', starts=True)
    window.see(name='Finalist 3', contains=True)
    window.press('push button', 'Hand In All the Same …')
    save(window, 'per.ballot')
    window.see('label', 'Ballot 1 is sealed')
    window.press('push button', 'Write a Mail')
    said = ' '.join([*mailbox.last(window), window.tree()])
    assert not [name for name in NAMED if name.lower() in said.lower()], said
    window.key('Return')
    window.see_not('label', 'Ballot 1 is sealed')
    window.stop()
    for where, _folders, files in os.walk(window.home):
        for name in files:
            with open(os.path.join(where, name), 'rb') as file:
                data = file.read().lower()
            assert not [word for word in NAMED if word.lower().encode() in data or word.lower().encode('utf-16-le') in data], name


def asks_for_the_passphrase(window):
    """a key with a passphrase asks for it; a wrong one is told, and nothing is handed in"""
    _chair, case = handed_out(window, 0)
    secret = os.path.join(window.home, 'secret')
    with open(secret, 'w', encoding='utf-8') as file:
        file.write('vinterdekk i mai\n')
    ctl(window.home, 'keys', case, '--new-passphrase-file', secret)
    window.start(case)
    window.see('list item', 'Overview')
    window.key('ctrl+shift+h')
    window.see('push button', 'Hand In …')
    for typed, seen in (('sommerdekk', 'The passphrase is not the right one. Try again.'), ('vinterdekk i mai', 'Ballot 1 is sealed')):
        # it has the focus, also once more
        window.see('text', 'Passphrase')
        window.key('ctrl+a')
        window.type(typed)
        window.key('Return')
        save(window, 'samira-round-2.ballot')
        window.see(None, seen)
    assert len(glob.glob(os.path.join(window.home, '*.ballot'))) == 1
    window.key('Return')
    window.see_not('label', 'Ballot 1 is sealed')
    window.stop()


if __name__ == '__main__':
    sys.exit(driver.run([is_the_jurors_at_once, hands_in, takes_in_what_came_later, names_nobody, asks_for_the_passphrase], VOTUM))
