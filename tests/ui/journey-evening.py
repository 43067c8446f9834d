#!/usr/bin/python3
"""journey-evening.py VOTUM VOTUMCTL: a juror's whole evening, in one sitting and after it."""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import driver  # noqa: E402
from driver import Atspi  # noqa: E402

VOTUM, VOTUMCTL = sys.argv[1:3]
# Kind (by its key), words to find the criterion by, the text, and who said it.
NOTES = [
    ('ctrl+1', 'visible', 'Teamlederne sitter midt i rommet, og alle vet hvem de spør.', None),
    ('ctrl+2', 'recogn', 'Kaka kom en uke for sent.', None),
    ('ctrl+3', 'recogn', 'Vi ringer i bjella for hver takk.', 'Oddny Å. Bø'),
    ('ctrl+4', 'effect', 'Tavla viste 83 %, rapporten 81 %: to måter å telle på?', None),
    ('ctrl+5', 'voice', 'Hvem leser svarene fra de misfornøyde?', None),
    ('ctrl+1', 'learning', 'Sekundanten ble brukt tre ganger mens vi så på.', None),
    ('ctrl+3', 'culture', 'Jeg visste ikke at jeg kunne spørre, men nå gjør jeg det.', 'Ny rådgiver'),
    ('ctrl+4', 'agenda', 'Styret får tallene hvert kvartal.', None),
]
KINDS = {'ctrl+1': 'Strength', 'ctrl+2': 'Improvement', 'ctrl+3': 'Quote', 'ctrl+4': 'Observation', 'ctrl+5': 'Question'}
# The marks of the evening, in the order of the criteria; n is: not observed.
MARKS = {'Nordlys Kraft': '5554554n54', 'Fjellvind Forsikring': '4445545454', 'Havgap Sparebank': '5444444544'}
REASON = 'På besøket hadde lederen vært borte i tre uker.'
RECUSAL = 'Søsteren min er teamleder der'


def focus(window, role, name):
    """Wait until it has the focus."""
    window.wait(lambda: (window.focused().role, window.focused().name) == (role, name), f'the focus on {role} “{name}”')


def choose_whose_copy(window):
    """Who is it? The question comes with the case."""
    window.see('label', 'Whose Copy Is This?')
    window.click(window.see('list item', 'Kari Brattbakk'))
    window.see('push button', 'Score Nordlys Kraft: 10 criteria left')


def read_a_submission(window):
    window.page('Finalists')
    window.click(window.see('list item', 'Havgap Sparebank', starts=True))
    window.see('heading', 'Havgap Sparebank')
    window.see('label', 'I fjor førte det til 27 endringar', contains=True)
    window.see('list item', 'Recommendation (NPS)')
    window.picture('evening-submission')


def recuse_oneself(window):
    """First not marking, which takes the finalist from the marks; taken back, and then only declared."""
    recuse(window, 'Not marking')
    window.see(name='Kari Brattbakk is recused from Havgap Sparebank, and 10 marks are taken out')
    window.page('Scoring')
    window.see('status bar', '10 criteria left for Nordlys Kraft · 20 in all')
    window.see('push button', 'Undo recusal from Havgap Sparebank')
    window.key('ctrl+z')
    window.see('status bar', '10 criteria left for Nordlys Kraft · 30 in all')
    window.page('Finalists')
    recuse(window, 'Declared only')
    window.page('Scoring')
    window.see('status bar', '10 criteria left for Nordlys Kraft · 30 in all')


def recuse(window, degree):
    window.press('push button', 'Recuse Myself …')
    window.see('frame', 'Recusal')
    focus(window, 'check box', 'Not marking')
    if degree != 'Not marking':
        window.key('Down', 'space')
    window.wait(lambda: window.see('check box', degree).had(Atspi.StateType.CHECKED), f'“{degree}” to be chosen')
    window.grab(window.see('text', 'Reason'))
    window.type(RECUSAL)
    window.picture('evening-recusal')
    window.key('alt+r')
    window.see_not('frame', 'Recusal')
    window.see('list item', 'Kari Brattbakk')


def visit(window):
    """Planned, gone to, and eight notes."""
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
    window.picture('evening-visit-planned')
    window.key('Escape')
    window.see_not('frame', 'Visit to Nordlys Kraft')
    window.see('label', 'Friday 20 November 09:30', starts=True)
    window.press('push button', 'Start Now')
    window.see_not('push button', 'Start Now')
    for note in NOTES:
        take_note(window, *note)
    window.picture('evening-notes')


def take_note(window, kind, criterion, text, speaker):
    window.wait(lambda: window.focused().name == 'Note', 'the focus in the next note')
    window.key(kind, 'ctrl+k')
    window.see('list item', name='Visible, close leadership', contains=True)
    window.type(criterion)
    window.key('Return')
    window.wait(lambda: window.focused().name == 'Note', 'the focus in the next note')
    window.type(text)
    if speaker is not None:
        window.key('Tab')
        focus(window, 'text', 'Who says it')
        window.type(speaker)
        make_quotable(window)
        focus(window, 'text', 'Who says it')
    window.key('Return')
    window.see('list item', f'{KINDS[kind]}, ', starts=True)
    window.wait(lambda: any(text in item.name for item in window.all('list item', KINDS[kind], starts=True)), f'the note “{text}”')


def make_quotable(window):
    """Who may use the note stands further on; back to the words is the same way back."""
    steps = 0
    while window.focused().name != 'Who may use the note':
        window.key('Tab')
        steps += 1
    window.choose('Home', 'Down', 'Down', 'Return')
    window.see('label', 'Quotable', within=window.see('combo box', 'Who may use the note'))
    window.key(*['shift+Tab'] * steps)


def score_all(window):
    """A key a mark; Next Missing leads from one finalist to the next."""
    window.page('Scoring')
    left = 30
    for finalist, marks in MARKS.items():
        window.wait(lambda: window.all('list item', f'{finalist}, 0 of 10') and has_row(window, 'Visible, close leadership'), f'the marks of {finalist}')
        window.key(*marks)
        left -= len(marks)
        window.see('list item', f'{finalist}, 10 of 10')
        window.picture(f'evening-marks-{finalist.split()[0].lower()}')
        if left:
            window.press('push button', 'Next Missing')


def look_back(window):
    """All marks in a table, and those of before the visits."""
    window.press('push button', 'All')
    window.see('table cell', 'Fjellvind Forsikring, Documented effect: 5, Very good')
    window.see('table cell', 'Nordlys Kraft, total: 4.62')
    window.picture('evening-all-marks')
    window.press('push button', 'One')


def change_with_reason(window):
    """Three steps down from before the visit: the rule asks why. Undone and done again, the names say what."""
    window.key('ctrl+Up', 'ctrl+Up', 'Home')
    window.wait(lambda: has_row(window, 'Visible, close leadership: 5'), 'the focus on the first mark')
    window.key('2')
    focus(window, 'text', 'Why the change from 5, Very good to 2, Weak')
    window.see('status bar', '1 reason missing for Nordlys Kraft')
    window.type(REASON)
    window.picture('evening-reason')
    window.key('Escape')
    window.see('status bar', 'All criteria are marked')
    window.see('push button', 'Undo mark for Nordlys Kraft')
    window.key('ctrl+z', 'ctrl+z')
    window.see('list item', 'Visible, close leadership: 5, Very good', starts=True)
    window.see('push button', 'Redo mark for Nordlys Kraft')
    window.key('ctrl+shift+z', 'ctrl+shift+z')
    window.see('list item', 'Visible, close leadership: 2, Weak', starts=True)
    window.see('push button', 'Undo mark for Nordlys Kraft')


def look_after_it(window, case):
    """On the next day everything is there, in the window and in the file."""
    window.start(case)
    window.see('push button', 'Undo mark for Nordlys Kraft')
    window.see(name='Kari Brattbakk, Juror')
    window.picture('evening-next-day')
    window.page('Scoring')
    for finalist in MARKS:
        window.see('list item', f'{finalist}, 10 of 10')
    window.see('list item', 'Visible, close leadership: 2, Weak', starts=True)
    window.page('Visits')
    for _kind, _criterion, text, _speaker in NOTES:
        window.wait(lambda text=text: text in window.tree(), f'the note “{text}”')
    window.stop()
    document = driver.exported(VOTUMCTL, case)
    for _kind, _criterion, text, speaker in NOTES:
        head = document[:document.index(text)].rsplit('<note ', 1)[1]
        if (f'speaker="{speaker}"' in head and 'use="quotable"' in head) != (speaker is not None):
            raise driver.Missing(f'may this be printed, and may that of before: {head}')
        if speaker is None and 'use=' in head:
            raise driver.Missing(f'what was for oneself is so no longer: {head}')
    for text in [RECUSAL, REASON, *(note[2] for note in NOTES)]:
        if document.count(text) != 1:
            raise driver.Missing(f'“{text}” is {document.count(text)} times in the file')
    driver.asked(VOTUMCTL, 'check', case)


def has_row(window, criterion):
    return window.focused().role == 'list item' and window.focused().name.startswith(criterion)


def evening(window):
    """a juror's evening, from the first question to the last mark, is there again on the next day"""
    case = driver.demo_case(VOTUMCTL, window.home, holder=None, stage='midway')
    window.start(case)
    choose_whose_copy(window)
    read_a_submission(window)
    recuse_oneself(window)
    visit(window)
    score_all(window)
    look_back(window)
    change_with_reason(window)
    window.stop()
    look_after_it(window, case)


if __name__ == '__main__':
    sys.exit(driver.run([evening], VOTUM))
