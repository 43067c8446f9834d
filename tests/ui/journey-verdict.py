#!/usr/bin/python3
"""journey-verdict.py VOTUM VOTUMCTL: the jury's text, from what the jury saw to what is printed."""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import driver  # noqa: E402

VOTUM, VOTUMCTL = sys.argv[1:3]


def editor(window):
    return window.see('text', 'The Text')


def writes_and_undoes(window):
    """a sentence typed into the text is kept, warned about, undone, and still there after the battery went"""
    case = driver.demo_case(VOTUMCTL, window.home)
    window.start(case)
    window.page('Verdict')
    window.see('label', '80 words')
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
    window.see('label', '80 words')
    window.grab(editor(window))
    window.key('ctrl+End')
    window.type(' Takk til alle')
    window.wait(lambda: window.text(editor(window)).endswith('Takk til alle'), 'the words that were typed')
    window.wait(lambda: window.all('label', 'Everything is saved'), 'the words to be kept')
    window.kill()
    window.start(case)
    window.page('Verdict')
    window.wait(lambda: window.text(editor(window)).endswith('Takk til alle'), 'the words that were being typed')
    window.stop()


def takes_in_what_was_seen(window):
    """a note is taken into an empty text by the keyboard, and the text rests on it"""
    case = driver.demo_case(VOTUMCTL, window.home)
    window.start(case)
    window.page('Verdict')
    about = window.see(name='Whom the text is about', contains=True)
    window.grab(about)
    window.choose('Down', 'Return')
    window.see('label', '0 words')
    window.press('push button', 'Begin With a Draft From the Jury’s Notes')
    window.see_not('label', '0 words')
    window.click(window.see('text', 'Who said it, as it may be printed'))
    window.key('Tab', 'Return')
    window.see(name='taken in', contains=True)
    window.key('Return')
    window.see_not(name='taken in', contains=True)
    window.key('Return')
    window.see(name='taken in', contains=True)
    window.picture('verdict-evidence')
    window.stop()
    if exported(case, window.home).count('<citation-link') < 31:
        raise driver.Missing('the text does not rest on the note')


def exported(case, folder):
    path = os.path.join(folder, 'out.xml')
    driver.asked(VOTUMCTL, 'export', case, '--output', path)
    with open(path, encoding='utf-8') as file:
        return file.read()


if __name__ == '__main__':
    sys.exit(driver.run([writes_and_undoes, takes_in_what_was_seen], VOTUM))
