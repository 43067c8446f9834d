#!/usr/bin/python3
"""journey-visits.py VOTUM VOTUMCTL: notes taken on visits, and what becomes of them whatever happens."""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import driver  # noqa: E402
from driver import Atspi  # noqa: E402

VOTUM, VOTUMCTL = sys.argv[1:3]


def start_on_visits(window, juror='samira'):
    """The demo case as a juror's copy, with the page of the visits before them."""
    case = driver.demo_case(VOTUMCTL, window.home, juror, 'juror')
    open_on_visits(window, case)
    return case


def open_on_visits(window, case):
    window.start(case)
    window.see('list item', 'Overview')
    window.key('alt+5')
    window.see(name='Visit to Havgap Sparebank')
    editor(window)


def editor(window):
    """The text of the next note, with the focus in it."""
    found = []

    def look():
        found[:] = [n for n in window.all('text', 'Note') if driver.has_state(n, Atspi.StateType.FOCUSED)]
        return bool(found)

    window.wait(look, 'the focus in the text of the next note')
    return found[0]


def said(window, node, what):
    """Wait until a screen reader is told @what about @node."""
    window.wait(lambda: what in (node.get_description() or ''), f'“{what}” to be said')


def exported(window, case):
    path = os.path.join(window.home, 'export.xml')
    driver.asked(VOTUMCTL, 'export', case, '--output', path)
    with open(path, encoding='utf-8') as file:
        return file.read()


def takes_notes(window):
    """notes by keys alone: kind, criterion, speaker, Enter, the next one; undone and done again"""
    case = start_on_visits(window)
    text = editor(window)
    window.key('ctrl+2')
    said(window, text, 'Improvement')
    window.key('ctrl+k')
    window.see('list item', 'A3  Recognition and celebration')
    window.type('CELEB')
    window.key('Return')
    said(window, text, 'Recognition and celebration')
    editor(window)
    window.type('The cake came a week late')
    window.key('shift+Return')
    window.type('and nobody had ordered it.')
    window.picture('visits-typing')
    window.key('Return')
    window.see('list item', 'Improvement, Recognition and celebration: The cake came a week late\nand nobody had ordered it.', starts=True)
    said(window, editor(window), 'Recognition and celebration')

    window.key('ctrl+3')
    window.type('We know every name.')
    window.key('Tab')
    window.type('Oddny Systad')
    window.key('Return')
    window.see('list item', 'Quote, Recognition and celebration: We know every name. – Oddny Systad', starts=True)
    window.key('ctrl+z')
    window.see_not('list item', 'Quote, Recognition and celebration: We know', starts=True)
    window.key('ctrl+shift+z')
    window.see('list item', 'Quote, Recognition and celebration: We know', starts=True)
    window.picture('visits-notes')
    window.stop()

    document = exported(window, case)
    assert 'kind="quote" criterion="A3" speaker="Oddny Systad"' in document, document[-3000:]
    assert 'The cake came a week late' in document


def survives_a_kill(window):
    """kill -9 while typing: the words are there again, with their kind, criterion and speaker"""
    case = start_on_visits(window)
    text = editor(window)
    window.key('ctrl+3')
    said(window, text, 'Quote')
    window.key('ctrl+k')
    window.see('list item', 'A3  Recognition and celebration')
    window.type('celeb')
    window.key('Return')
    said(window, text, 'Recognition and celebration')
    editor(window)
    words = 'We ring a bell for every complaint that ends in a thank you, and the whole floor hears it. ' * 4
    window.type(words.strip())
    window.wait(lambda: words.strip()[-20:] in window.text(text), 'the last words on the screen')
    # what is on the screen is on the disk within the quarter of a second that the draft may take
    window.see(name='Everything is saved')
    window.kill()

    open_on_visits(window, case)
    text = editor(window)
    window.wait(lambda: window.text(text) == words.strip(), 'the words of before')
    said(window, text, 'Quote · Recognition and celebration')
    window.picture('visits-after-kill')
    window.key('Return')
    window.see('list item', 'Quote, Recognition and celebration: We ring a bell', starts=True)
    window.stop()
    assert exported(window, case).count('We ring a bell for every complaint') == 4


def changes_a_note(window):
    """a note is changed in its place, survives a kill there, is removed and comes back"""
    case = start_on_visits(window)
    editor(window)
    window.type('First words')
    window.key('Return')
    note = window.see('list item', 'Observation: First words', starts=True)
    window.grab(note)
    window.key('F2')
    window.see('text', 'Text of the note')
    window.key('End')
    window.type(' and more')
    window.see(name='Everything is saved')
    window.kill()

    open_on_visits(window, case)
    text = window.see('text', 'Text of the note')
    window.wait(lambda: window.text(text) == 'First words and more', 'the change of before')
    window.grab(window.see('list item', 'Observation: First words', starts=True))
    window.key('F2')
    window.wait(lambda: window.focused().name == 'Text of the note', 'the focus in the words')
    window.key('Escape')
    note = window.see('list item', 'Observation: First words and more', starts=True)
    window.grab(note)
    window.key('Delete')
    window.see_not('list item', 'Observation: First words', starts=True)
    window.key('ctrl+z')
    window.see('list item', 'Observation: First words and more', starts=True)
    window.stop()


def finds_notes(window):
    """notes are found by words without their accents, and opened where they were taken"""
    start_on_visits(window, 'kari')
    editor(window)
    window.key('ctrl+f')
    window.see('entry', 'Search all notes')
    window.type('maloy')
    window.see_not('list item', 'Nordlys', contains=True)
    window.key('ctrl+a')
    window.type('usladdet')
    window.see('list item', 'Nordlys Kraft. Strength', starts=True)
    window.picture('visits-search')
    window.key('Return')
    window.see(name='Visit to Nordlys Kraft')
    window.wait(lambda: 'usladdet' in driver.name_of(window.focused() or window.frame()) or
                any('usladdet' in driver.name_of(n) for n in window.all('list item') if driver.has_state(n, Atspi.StateType.FOCUSED)),
                'the focus on the note')
    window.stop()


def plans_a_visit(window):
    """a visit is planned as people write dates, with its plan and questions; undone and done again"""
    case = start_on_visits(window)
    window.click(window.see('push button', 'Plan a visit to a finalist'))
    window.see('list item', 'Nordlys Kraft')
    window.type('nordl')
    window.key('Return')
    window.see('text', 'Planned: day', starts=True)
    window.picture('visits-form')
    window.fill('text', 'Planned: day', '3 dec 2026')
    window.fill('text', 'Planned: time of the day', '9.30')
    window.key('Tab')
    window.type('Alta')
    window.key('Escape')
    window.see('label', 'Thursday 3 December 09:30 · Alta', starts=True)

    window.fill('text', 'Something to look for', 'Who answers at night?')
    window.key('Return')
    window.see('check box', 'Who answers at night?')
    window.click(window.see('check box', 'Who answers at night?'))
    window.fill('text', 'A question to check', 'Is it really 83 %?')
    window.key('Return')
    window.see('text', 'What was found')
    window.fill('text', 'What was found', 'It is 81.')
    window.picture('visits-plan')
    window.press('push button', 'Start Now')
    editor(window)
    window.see('list item', 'Under way', contains=True)
    window.stop()

    document = exported(window, case)
    assert 'planned="2026-12-03T09:30:00' in document, document[-3000:]
    assert '<plan>[x] Who answers at night?</plan>' in document, document[-3000:]
    assert 'Is it really 83 %?' in document and 'It is 81.' in document


if __name__ == '__main__':
    sys.exit(driver.run([takes_notes, survives_a_kill, changes_a_note, finds_notes, plans_a_visit], VOTUM))
