#!/usr/bin/python3
"""journey-verdict.py VOTUM VOTUMCTL: the jury's text, from what the jury saw to what is printed."""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import driver  # noqa: E402

VOTUM, VOTUMCTL = sys.argv[1:3]


def editor(window):
    return window.see('text', 'The Text')


def saved(window):
    window.wait(lambda: window.all('label', 'Everything is saved'), 'the words to be kept')


def writes_and_undoes(window):
    """a sentence typed into the text is kept, warned about, undone, and still there after the battery went"""
    case = driver.demo_case(VOTUMCTL, window.home)
    window.start(case)
    window.page('Verdict')
    window.see('label', '80 words; 40 to 300 for print')
    text = editor(window)
    window.grab(text)
    window.key('ctrl+End')
    window.type(' Havgap Sparebank var bak med 4,59.')
    window.see(name='Havgap Sparebank is named', contains=True)
    window.see(name='4,59 is a number from the scores', contains=True)
    window.picture('verdict-warnings')
    window.page('Compare')
    window.see('push button', 'Undo change of the citation for Nordlys Kraft')
    window.page('Verdict')
    window.key('ctrl+z')
    window.see('label', '80 words; 40 to 300 for print')
    window.grab(editor(window))
    window.key('ctrl+End')
    window.type(' Takk til alle')
    window.wait(lambda: window.text(editor(window)).endswith('Takk til alle'), 'the words that were typed')
    saved(window)
    window.kill()
    window.start(case)
    window.page('Verdict')
    window.wait(lambda: window.text(editor(window)).endswith('Takk til alle'), 'the words that were being typed')
    window.stop()


def takes_in_what_was_seen(window):
    """by the keyboard, a draft is made, evidence is searched for and taken in, left out, and rested on"""
    case = driver.demo_case(VOTUMCTL, window.home)
    window.start(case)
    window.page('Verdict')
    window.grab(window.see(name='Whom the text is about', contains=True))
    window.choose('Down', 'Return')
    window.see('label', '0 words; 40 to 300 for print')
    window.press('push button', 'Begin With a Draft From the Jury’s Notes')
    window.see_not('label', '0 words; 40 to 300 for print')
    before = window.text(editor(window))
    window.key('ctrl+f')
    window.type('opptaket')
    window.see('list item', 'opptaket', contains=True)
    window.see_not('list item', 'Samme tavle i alle tre team', contains=True)
    window.key('Tab', 'Tab', 'Return')
    window.wait(lambda: len(window.text(editor(window))) > len(before), 'the note in the text')
    window.see(name='taken in', contains=True)
    window.picture('verdict-evidence')
    window.key('Return')
    window.wait(lambda: window.text(editor(window)) == before, 'the text without the note')
    window.key('Return')
    window.wait(lambda: len(window.text(editor(window))) > len(before), 'the note in the text again')
    # where the caret is in words that rest on it, a line below says so, and leads there
    window.see('push button', 'Go There')
    window.stop()
    if exported(case, window.home).count('<citation-link') < 32:
        raise driver.Missing('the text does not rest on the note')


def exported(case, folder):
    path = os.path.join(folder, 'out.xml')
    driver.asked(VOTUMCTL, 'export', case, '--output', path)
    with open(path, encoding='utf-8') as file:
        return file.read()


if __name__ == '__main__':
    sys.exit(driver.run([writes_and_undoes, takes_in_what_was_seen], VOTUM))
