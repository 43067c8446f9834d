#!/usr/bin/python3
"""journey-setup.py VOTUM VOTUMCTL: a chair's work before the jurors begin, and after the last of them is done."""
import glob
import os
import re
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import driver  # noqa: E402

VOTUM, VOTUMCTL = sys.argv[1:3]
DEMO = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'data', 'demo')


def sets_up(window):
    """a prize is set up: new from a template, a weight changed, the shortlist imported, the jury entered"""
    window.start()
    window.key('ctrl+n')
    window.see('label', 'Criteria and Their Weights')
    window.click(window.see('list item', 'Customer Service Leadership', contains=True))
    window.see('label', '10 criteria', contains=True)
    window.key('alt+w', 'ctrl+a')
    window.type('Berit Sand')
    window.key('alt+m')
    window.see(name='Berit Sand, Chair')
    window.page('Criteria')
    weight = window.see(name='Weight of Visible, close leadership')
    window.click(weight)
    window.key('ctrl+a')
    window.type('20')
    window.key('Return')
    window.see('push button', 'Undo change of the criterion Visible, close leadership')
    window.picture('setup-weights')
    window.page('Finalists')
    window.see(name='No Finalists Yet', contains=True)
    window.key('ctrl+i')
    window.see('push button', 'Open')
    window.type(os.path.join(DEMO, 'demo-shortlist.xml'))
    window.key('Return')
    window.see('push button', 'Import')
    window.picture('setup-import')
    window.press('push button', 'Import')
    window.see_not('push button', 'Import')
    window.see('list item', 'Nordlys Kraft', starts=True)
    window.page('Jury')
    window.press('push button', 'Add a member')
    window.see('frame', 'New Member of the Jury')
    window.type('Odd Nes')
    window.key('alt+a')
    window.see('list item', 'Odd Nes', starts=True)
    window.picture('setup-jury')
    window.stop()
    case = [path for path in glob.glob(os.path.join(window.home, '**', '*.votum'), recursive=True) if 'xdg_' not in path][0]
    document = driver.exported(VOTUMCTL, case)
    for text in ('Berit Sand', 'Odd Nes', 'Nordlys Kraft', 'weight="20"'):
        if text not in document:
            raise driver.Missing(f'“{text}” is not in the file')


def exports_the_verdict(window):
    """the verdict is exported as a PDF, in which the jury's text is read again"""
    case = driver.demo_case(VOTUMCTL, window.home)
    made = os.path.join(window.home, 'verdict.pdf')
    window.start(case)
    window.page('Verdict')
    words = window.text(window.see('text', 'The Text')).split()
    window.key('ctrl+e')
    window.see('push button', 'Cancel')
    window.key('ctrl+a')
    window.type(made)
    window.key('Return')
    window.wait(lambda: os.path.exists(made) and os.path.getsize(made) > 0, 'the PDF')
    window.picture('setup-verdict')
    window.stop()
    said = subprocess.run(['pdftotext', '-raw', made, '-'], check=True, capture_output=True, text=True).stdout
    # the hyphens of the lines are no part of the text
    plain = re.sub(r'\W+', '', said)
    if len(words) < 60 or re.sub(r'\W+', '', ''.join(words)) not in plain:
        raise driver.Missing(f'“{" ".join(words)}” is not what is printed: {said}')


if __name__ == '__main__':
    sys.exit(driver.run([sets_up, exports_the_verdict], VOTUM))
