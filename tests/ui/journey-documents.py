#!/usr/bin/python3
"""journey-documents.py VOTUM VOTUMCTL: what follows a decision: words to a finalist, the result list, and the ceremony."""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import driver  # noqa: E402

VOTUM, VOTUMCTL = sys.argv[1:3]
WORDS = 'What the jury wants to say to this finalist'


def open_documents(window):
    case = driver.demo_case(VOTUMCTL, window.home, 'Mette Lunde', 'secretary')
    window.start(case)
    window.see('list item', 'Overview')
    window.page('Verdict')
    window.press('push button', 'Documents')
    window.see('text', WORDS)
    return case


def leave(window):
    window.key('Escape')
    window.see_not('frame', 'Documents')
    window.stop()


def exported(case, folder):
    path = os.path.join(folder, 'out.xml')
    driver.asked(VOTUMCTL, 'export', case, '--output', path)
    with open(path, encoding='utf-8') as file:
        return file.read()


def choose_document(window, steps):
    """The first row is which document."""
    for _ in range(30):
        here = window.focused()
        if here is not None and (here.name or '').startswith('Document'):
            break
        window.until(lambda: window.key('shift+Tab'), lambda before=here: window.focused() != before, 'shift+Tab to lead back')
    window.choose(*['Down'] * steps, 'Return')


def writes_to_a_finalist(window):
    """what the jury writes to a finalist is on the page, warned about, kept through a power cut, and part of the case"""
    case = open_documents(window)
    window.picture('documents-feedback')
    window.grab(window.see('text', WORDS))
    window.type('Takk for et godt besøk. Bedre enn Havgap Sparebank.')
    window.see('label', 'name Havgap Sparebank', contains=True)
    window.kill()
    window.start(case)
    window.page('Verdict')
    window.press('push button', 'Documents')
    words = window.see('text', WORDS)
    window.wait(lambda: window.text(words).startswith('Takk for et godt besøk'), 'the words that were being typed')
    window.grab(words)
    window.key('ctrl+a')
    window.type('Takk for et godt besøk.')
    window.see_not('label', 'name Havgap Sparebank', contains=True)
    window.key('Tab')
    window.type('Ledere som er til stede')
    window.key('Tab')
    window.picture('documents-feedback-written')
    leave(window)
    text = exported(case, window.home)
    for expected in ('<feedback ', 'Takk for et godt besøk.', 'Ledere som er til stede'):
        if expected not in text:
            raise driver.Missing(f'“{expected}” is not in the case')


def reveals_the_winner(window):
    """the slides begin black, the name comes last, B makes it black for a while, and Escape ends it"""
    open_documents(window)
    choose_document(window, 3)
    window.press('push button', 'Reveal on This Screen')
    window.see('image', 'Svart skjerm')
    window.picture('reveal-black')
    shown = ['Årets kundeserviceledelse 2026', 'Finalistene: Fjellvind Forsikring, Havgap Sparebank, Nordlys Kraft', 'Hederlig omtale: Skogstjerne Reiser',
             '3. plass: Havgap Sparebank', '2. plass: Fjellvind Forsikring', 'Juryens begrunnelse: ', 'Og vinneren er …', 'Vinner: Nordlys Kraft']
    keys = ['space', 'Right', 'Page_Down', 'Down', 'Return', 'space', 'space', 'space']
    for number, (key, words) in enumerate(zip(keys, shown)):
        window.key(key)
        window.see('image', words, starts=True)
        if number in (1, 5, 7):
            window.picture(f'reveal-{number}')
    window.key('b')
    window.see('image', 'Svart skjerm')
    window.key('b')
    window.see('image', 'Vinner: Nordlys Kraft')
    window.key('Page_Up')
    window.see('image', 'Og vinneren er …')
    window.key('Escape')
    window.see_not('image', 'Og vinneren er …')
    window.see('push button', 'Reveal on This Screen')
    leave(window)


def asks_before_the_embargo_ends(window):
    """the award's embargo is set, stands on the result list, and Reveal asks before it"""
    case = open_documents(window)
    choose_document(window, 1)
    day = window.see('text', 'Embargoed until: day')
    window.grab(day)
    window.type('2099-11-20')
    window.grab(window.see('text', 'Embargoed until: time of the day'))
    window.type('18:00')
    window.key('Return')
    window.see('label', '2099', contains=True)
    window.picture('documents-result-list')
    choose_document(window, 2)
    window.press('push button', 'Reveal on This Screen')
    window.see(name='Reveal Before the Embargo Ends?')
    # the key that shows the next slide must not show the first one by mistake
    window.wait(lambda: window.focused().name == 'Cancel', 'the focus on Cancel')
    window.key('space')
    window.see_not(name='Reveal Before the Embargo Ends?')
    window.see_not('image', 'Svart skjerm')
    window.press('push button', 'Reveal on This Screen')
    window.press('push button', 'Show It All the Same')
    window.see('image', 'Svart skjerm')
    window.key('Escape')
    window.see_not('image', 'Svart skjerm')
    leave(window)
    if 'embargo="2099-11-20T18:00' not in exported(case, window.home):
        raise driver.Missing('the embargo is not in the case')


if __name__ == '__main__':
    sys.exit(driver.run([writes_to_a_finalist, reveals_the_winner, asks_before_the_embargo_ends], VOTUM))
