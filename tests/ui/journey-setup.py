#!/usr/bin/python3
"""journey-setup.py VOTUM VOTUMCTL: a chair's whole year with a prize, from the template to the printed verdict, in one sitting."""
import glob
import os
import re
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import driver  # noqa: E402
from driver import Atspi  # noqa: E402

VOTUM, VOTUMCTL = sys.argv[1:3]
DEMO = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'data', 'demo')
FINALISTS = ['Nordlys Kraft', 'Fjellvind Forsikring']
FIRST = 'Visible, close leadership'
# What was seen on the visit, and what is written about it.
QUOTE = 'Vi ringer i bjella for hver takk.'
SPEAKER = 'Oddny Å. Bø'
SEEN = 'Sekundanten ble brukt tre ganger mens juryen så på'
OWN_WORDS = ('Juryen så ledere som sitter der samtalene går. De ansatte sier det uten å bli spurt, og kundene merker det på svarene. '
             'Tallene på tavla stemmer med det juryen hørte ved bordene, og det som ikke virket, er slått av igjen.')


def focus(window, role, name):
    """Wait until it has the focus."""
    window.wait(lambda: window.focused().role == role and window.focused().name.startswith(name), f'the focus on {role} “{name}”')


def choose(window, combo, *keys):
    """By hand and by keys, as long as its choices are open."""
    node = window.see('combo box', combo)
    before = len(window.all('list item'))
    # from elsewhere: a pointer that has not moved since the list has closed is not over the button yet
    subprocess.run(['xdotool', 'mousemove', '2', '2'], check=True)
    window.click(node)
    window.wait(lambda: len(window.all('list item')) > before, f'the choices of “{combo}”')
    window.key(*keys)
    window.wait(lambda: len(window.all('list item')) <= before, f'the choices of “{combo}” to be gone')


# ---- before the jurors begin ----

def makes_the_case(window):
    window.start()
    window.key('ctrl+n')
    window.see('label', 'Criteria and Their Weights')
    window.click(window.see('list item', 'Customer Service Leadership', contains=True))
    window.see('label', '10 criteria', contains=True)
    window.key('alt+w', 'ctrl+a')
    window.type('Berit Sand')
    window.key('alt+m')
    window.see(name='Berit Sand, Chair')
    made = glob.glob(os.path.join(window.home, '**', '*.votum'), recursive=True)
    return [path for path in made if 'xdg_' not in path][0]


def changes_weights(window):
    """One up, and its neighbour down by as much: the sum says when it is right again."""
    window.page('Criteria')
    for criterion, weight, total in ((FIRST, '20', '40'), ('A culture that includes everyone', '7', '35')):
        window.click(window.see(name=f'Weight of {criterion}'))
        window.key('ctrl+a')
        window.type(weight)
        window.key('Return')
        window.see('push button', f'Undo change of the criterion {criterion}')
        window.see(name=f'Sum {total}', contains=True)
        window.picture(f'setup-sum-{total}')


def imports_the_shortlist(window):
    """The first file has a mistake; it says where, and nothing has come of it. The second has none."""
    with open(os.path.join(DEMO, 'demo-shortlist.xml'), encoding='utf-8') as file:
        text = file.read()
    # the first two are enough for one evening
    text = text[:text.index('<entrant id="havgap"')] + '</shortlist>\n'
    for name in re.findall(r'<attachment name="([^"]*)"', text):
        with open(os.path.join(DEMO, name), 'rb') as source, open(os.path.join(window.home, name), 'wb') as copy:
            copy.write(source.read())
    wrong = text.replace('value="83"', 'value="rundt 83"')
    line = wrong[:wrong.index('rundt 83')].count('\n') + 1
    window.page('Finalists')
    window.see(name='No Finalists Yet', contains=True)
    import_file(window, 'wrong.xml', wrong)
    window.see(name='This File Cannot Be Imported')
    window.see(name='“rundt 83” is not a number', contains=True)
    window.see(name=f'Line {line}, column', starts=True)
    if driver.has_state(window.see('push button', 'Import'), Atspi.StateType.SENSITIVE):
        raise driver.Missing('a list with a mistake can be imported')
    window.picture('setup-mistake')
    window.key('Escape')
    window.see_not('push button', 'Import')
    window.see(name='No Finalists Yet', contains=True)
    import_file(window, 'right.xml', text)
    window.see(name='Finalists: 2 new', contains=True)
    window.picture('setup-import')
    window.press('push button', 'Import')
    window.see_not('push button', 'Import')
    for finalist in FINALISTS:
        window.see('list item', finalist, starts=True)


def import_file(window, name, text):
    path = os.path.join(window.home, name)
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text)
    window.key('ctrl+i')
    window.see('push button', 'Open')
    window.type(path)
    window.key('Return')
    window.see('push button', 'Import')


def enters_the_jury(window):
    window.page('Jury')
    window.press('push button', 'Add a member')
    window.see('frame', 'New Member of the Jury')
    window.type('Odd Nes')
    window.key('alt+a')
    window.see('list item', 'Odd Nes', starts=True)
    window.picture('setup-jury')


# ---- while they work ----

def types_in_marks(window, marks):
    """What the jurors have handed in on paper. A key a mark; then the next finalist."""
    window.page('Scoring')
    for number, row in enumerate(marks):
        if number > 0:
            choose(window, 'Marks of', 'End', 'Return')
            window.see('label', 'typed in by Berit Sand')
        for finalist, digits in zip(FINALISTS, row):
            if finalist != FINALISTS[0]:
                window.key('ctrl+Return')
            focus(window, 'list item', FIRST + '. ')
            window.see('label', finalist)
            window.key(*digits)
            window.see('list item', f'{finalist}, 10 of 10')
        window.picture(f'setup-marks-{number}')


def opens_the_round(window):
    """Where it is done, what comes next knows."""
    window.page('Overview')
    window.press('push button', 'Open “Round 1: the submission”: all marks are given')
    window.press('push button', 'Open the Round …')
    window.press('push button', 'Open the Round')
    window.see(name='“Round 1: the submission” is opened', contains=True)
    window.picture('setup-round-opened')


def goes_on_with_the_next(window):
    """The page of the marks shows the round that is open now, with what was given before beside it."""
    window.page('Scoring')
    window.see('label', 'Round 2: after the site visit')
    choose(window, 'Marks of', 'Home', 'Return')
    focus(window, 'list item', FIRST + '. ')
    window.wait(lambda: re.search(r'before:\s5', window.focused().name), 'the mark of before')


def goes_on_a_visit(window):
    """Planned, gone to, and one thing that somebody said there, which may be printed."""
    window.page('Visits')
    window.press('push button', 'Plan a visit to a finalist')
    focus(window, 'entry', 'Plan a visit to a finalist')
    window.type('nordl')
    window.key('Return')
    window.see('frame', 'Visit to Nordlys Kraft')
    focus(window, 'text', 'Planned: day')
    window.type('20.11.2026')
    window.key('Tab', 'Tab')
    focus(window, 'text', 'Planned: time of the day')
    window.type('9:30')
    window.key('Escape')
    window.see_not('frame', 'Visit to Nordlys Kraft')
    window.see('label', 'Friday 20 November 09:30', starts=True)
    window.press('push button', 'Start Now')
    window.see_not('push button', 'Start Now')
    for kind, text, speaker in (('ctrl+3', QUOTE, SPEAKER), ('ctrl+1', SEEN, None)):
        window.wait(lambda: window.focused().name == 'Note', 'the focus in the note')
        window.key(kind)
        window.type(text)
        if speaker is not None:
            window.key('Tab')
            focus(window, 'text', 'Who says it')
            window.type(speaker)
        choose(window, 'Who may use the note', 'Home', 'Down', 'Down', 'Return')
        window.see('label', 'Quotable', within=window.see('combo box', 'Who may use the note'))
        window.press('push button', 'Save Note')
        window.see('list item', f': {text}', contains=True)
    window.picture('setup-visit')


# ---- after the last of them is done ----

def writes_the_citation(window):
    """In the jury's own words, and with what was said on the visit taken in."""
    window.page('Verdict')
    window.see(name='By the rule, Nordlys Kraft leads.', contains=True)
    window.grab(window.see('text', 'The Text'))
    window.type(OWN_WORDS)
    window.see(name='Everything is saved')
    window.picture('setup-citation')
    text = window.see('text', 'The Text')
    window.click(window.see('list item', SEEN, starts=True))
    window.wait(lambda: window.text(text) == f'{OWN_WORDS} {SEEN}.', 'the note in the text')
    window.click(window.see('list item', QUOTE, starts=True))
    window.wait(lambda: len(window.all(name='taken in', contains=True)) == 2, 'both to be taken in')
    window.picture('setup-taken-in')
    return window.text(text)


def exports(window):
    made = os.path.join(window.home, 'verdict.pdf')
    window.key('ctrl+e')
    window.see('push button', 'Cancel')
    window.key('ctrl+a')
    window.type(made)
    window.key('Return')
    window.wait(lambda: os.path.exists(made) and os.path.getsize(made) > 0, 'the PDF')
    return made


def read_back(made, text):
    """What is printed; the hyphens of the lines are no part of it."""
    said = subprocess.run(['pdftotext', '-raw', made, '-'], check=True, capture_output=True, text=True).stdout
    plain = re.sub(r'\W+', '', said)
    for part in [text, QUOTE, SPEAKER, 'Nordlys Kraft']:
        if re.sub(r'\W+', '', part) not in plain:
            raise driver.Missing(f'“{part}” is not what is printed: {said}')


def sets_up(window):
    """new from a template, weights, a shortlist with a mistake and without, the jury, a visit, marks, the citation, its PDF"""
    case = makes_the_case(window)
    changes_weights(window)
    imports_the_shortlist(window)
    enters_the_jury(window)
    types_in_marks(window, [('5455445545', '4444554444'), ('4554455454', '4454444545')])
    goes_on_a_visit(window)
    opens_the_round(window)
    goes_on_with_the_next(window)
    types_in_marks(window, [('5555545545', '4444554444'), ('5554455454', '4454444545')])
    text = writes_the_citation(window)
    read_back(exports(window), text)
    window.stop()
    document = driver.exported(VOTUMCTL, case)
    for wanted in ('Berit Sand', 'Odd Nes', 'Nordlys Kraft', 'weight="20"', 'entered-by="Berit Sand"', QUOTE, SEEN, '<citation-link'):
        if wanted not in document:
            raise driver.Missing(f'“{wanted}” is not in the file')
    driver.asked(VOTUMCTL, 'check', case)


if __name__ == '__main__':
    sys.exit(driver.run([sets_up], VOTUM))
