#!/usr/bin/python3
"""journey-verdict.py VOTUM VOTUMCTL: the jury's text, from what the jury saw to what is printed."""
import json
import os
import re
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import driver  # noqa: E402
from driver import drag, middle  # noqa: E402

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
    # written in this language, but not in this form: the page shows the other one, and says so
    for choice, key in (('Language of the text', 'Down'), ('Form of the text', 'Down'), ('Language of the text', 'Home')):
        window.grab(window.see('combo box', choice))
        window.choose(key, 'Return')
        if key == 'Down' and choice.startswith('Form'):
            window.see(name='shows the text in the other one', contains=True)
    window.see_not(name='shows the text in the other one', contains=True)
    window.grab(window.see('combo box', 'Form of the text'))
    window.choose('Home', 'Return')
    window.see('label', '80 words; 40 to 300 for print')
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


def flags_what_became_confidential(window):
    """phrases stand in their order, ticked off; a version is kept and compared; a note that was made confidential is flagged"""
    case = driver.demo_case(VOTUMCTL, window.home)
    window.start(case)
    window.page('Verdict')
    window.see('label', '80 words; 40 to 300 for print')
    window.press('push button', 'Keep This Version')
    window.see('dialog', 'Keep This Version', contains=True)
    window.type('Before the chair')
    window.key('Return')
    window.press('push button', 'Versions')
    window.see('label', 'The words are the same.')
    window.key('Escape')
    window.grab(editor(window))
    window.key('ctrl+End')
    window.press('push button', 'Phrases')
    window.see('list item', 'Juryen gratulerer en verdig vinner. – there already')
    window.picture('verdict-phrases')
    window.see('list item', 'Et mindretall på 1 la større vekt på …')
    # the first that the text does not say yet has the focus
    window.wait(lambda: driver.name_of(window.focused()) == 'Vinneren har over tid vist at …', 'the focus on the first phrase that is missing')
    window.key('Return')
    # what is typed takes the place of the ellipsis
    window.see(name='Something is still to be written', contains=True)
    window.type('tallene stemmer.')
    window.wait(lambda: window.text(editor(window)).endswith(' Vinneren har over tid vist at tallene stemmer.'), 'the phrase, written on')
    saved(window)
    window.press('push button', 'Versions')
    window.see('label', '8 words added', contains=True)
    window.picture('verdict-versions')
    window.press('push button', 'Restore')
    window.see('label', '80 words; 40 to 300 for print')
    window.stop()
    # a note that the text rests on is made confidential
    text = exported(case, window.home)
    at = text.index('id="nordlys-3"')
    end = text.index('>', at)
    changed = os.path.join(window.home, 'changed.xml')
    with open(changed, 'w', encoding='utf-8') as file:
        file.write(text[:at] + text[at:end].replace('use="quotable"', 'use="jury"') + text[end:])
    driver.asked(VOTUMCTL, 'import', 'award', case, changed)
    window.start(case)
    window.page('Verdict')
    window.see('label', 'A passage rests on a note that is confidential now', contains=True)
    window.see('label', 'does not hold any more', contains=True)
    window.picture('verdict-confidential')
    window.stop()


def rests_on_all_kinds(window):
    """a prize that is shared gets a text of its own, which rests on a note by hand, words of the submission and what was agreed"""
    case = driver.demo_case(VOTUMCTL, window.home)
    driver.asked(VOTUMCTL, 'decide', case, '--winner', 'nordlys', '--winner', 'fjellvind', '--reason', 'Like gode')
    driver.asked(VOTUMCTL, 'agenda', case, '--make')
    driver.asked(VOTUMCTL, 'agree', case, lead(case), '--text', 'Vinneren er klarest der kunden merker det')
    window.start(case)
    window.page('Verdict')
    window.press('push button', 'Begin With a Draft From the Jury’s Notes')
    window.wait(lambda: window.text(editor(window)).startswith('Juryen deler prisen mellom Nordlys Kraft og Fjellvind Forsikring.'), 'the draft')
    # evidence of two: each says whose it is
    window.see('label', 'Nordlys Kraft · Quote', starts=True)
    drag(middle(window, window.see('list item', '«Jobben min er', starts=True), 0.3), middle(window, editor(window), 0.6, 0.2))
    window.wait(lambda: 'Jobben min er' in window.text(editor(window)), 'the note in the text')
    window.see('label', 'noted by Jon Ante Balto', contains=True)
    take(window, 'klarest')
    window.wait(lambda: 'Vinneren er klarest der kunden merker det.' in window.text(editor(window)), 'what was agreed in the text')
    # a section is read, and a sentence of it taken
    take(window, 'ikke virket')
    window.wait(lambda: window.focused().name == 'Det som ikke virket' and window.focused().role == 'text', 'the section')
    window.key('Return')
    window.wait(lambda: 'Vinteren 2025 prøvde vi å kutte køen' in window.text(editor(window)), 'the sentence in the text')
    window.key('Escape')
    # words of one's own rest on it too, though it is in the text already
    window.grab(editor(window))
    window.key('ctrl+Home', 'ctrl+shift+Right', 'ctrl+shift+Right')
    window.see('label', 'Choose evidence on the left, and the selected words rest on it.')
    take(window, 'klarest')
    window.see('label', 'The selected words rest on it now')
    window.see('label', 'Agreed in the deliberation: “', starts=True)
    window.press('push button', 'Go There')
    window.see('heading', 'Nordlys Kraft leads, but only just')
    window.stop()
    text = exported(case, window.home)
    for kind in ('note', 'section', 'point'):
        if not re.search(rf'<citation-link[^>]* {kind}="', text):
            raise driver.Missing(f'the text rests on no {kind}')


def lead(case):
    """The point on the lead."""
    return [row['id'] for row in json.loads(driver.asked(VOTUMCTL, 'agenda', case, '--format', 'json')) if row['source'] == 'thin-lead'][0]


def take(window, words):
    """Look for evidence, and press Enter on it."""
    window.key('ctrl+f', 'ctrl+a')
    window.type(words)
    window.see('list item', words, contains=True)
    window.wait(lambda: len([row for row in window.all('list item') if words in row.name]) == 1, 'the evidence alone')
    window.key('Tab', 'Tab')
    window.wait(lambda: words in window.focused().name, 'the focus on the evidence')
    window.key('Return')


def exported(case, folder):
    path = os.path.join(folder, 'out.xml')
    driver.asked(VOTUMCTL, 'export', case, '--output', path)
    with open(path, encoding='utf-8') as file:
        return file.read()


if __name__ == '__main__':
    sys.exit(driver.run([writes_and_undoes, takes_in_what_was_seen, flags_what_became_confidential, rests_on_all_kinds], VOTUM))
