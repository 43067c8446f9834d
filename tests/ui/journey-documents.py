#!/usr/bin/python3
"""journey-documents.py VOTUM VOTUMCTL: what follows a decision: words to a finalist, the result list, and the ceremony."""
import csv
import os
import re
import subprocess
import sys
import urllib.parse

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import driver  # noqa: E402

VOTUM, VOTUMCTL = sys.argv[1:3]
WORDS = 'What the jury wants to say to this finalist'


def open_documents(window, document=None):
    case = driver.demo_case(VOTUMCTL, window.home, 'Mette Lunde', 'secretary')
    window.start(case)
    window.see('list item', 'Overview')
    show_documents(window)
    if document is not None:
        choose_document(window, document)
    return case


def show_documents(window):
    window.page('Verdict')
    window.press('push button', 'Documents')
    window.see('push button', 'Export Everything …')


def choose_document(window, document):
    """From wherever the keyboard is: the list of the documents, and the arrows in it."""
    row = window.see('list item', document)
    window.grab(row)
    window.key('space')
    window.wait(lambda: driver.role_of(window.focused()) == 'list item' and window.focused().name == document, f'the focus on “{document}”')


def leave(window):
    window.key('Escape')
    window.see_not('frame', 'Documents')
    window.stop()


def exported(case, folder):
    path = os.path.join(folder, 'out.xml')
    driver.asked(VOTUMCTL, 'export', case, '--output', path)
    with open(path, encoding='utf-8') as file:
        return file.read()


def writes_to_a_finalist(window):
    """what the jury writes to a finalist is on the page, warned about, kept through a power cut, and part of the case"""
    case = open_documents(window)
    # which document is for whom, and what it is waiting for, before anything is chosen
    window.see('label', 'For the jury to sign, and the archive')
    window.see('label', '6 of 6 without the jury’s words')
    choose_document(window, 'Feedback reports')
    window.picture('documents-feedback')
    window.grab(window.see('text', WORDS))
    window.type('Takk for et godt besøk. Bedre enn Havgap Sparebank.')
    window.see('label', 'name Havgap Sparebank', contains=True)
    window.kill()
    window.start(case)
    show_documents(window)
    choose_document(window, 'Feedback reports')
    words = window.see('text', WORDS)
    window.wait(lambda: window.text(words).startswith('Takk for et godt besøk'), 'the words that were being typed')
    window.grab(words)
    window.key('ctrl+a')
    window.type('Takk for et godt besøk.')
    window.see_not('label', 'name Havgap Sparebank', contains=True)
    window.key('Tab')
    window.type('Ledere som er til stede')
    window.key('Tab')
    window.see('label', '5 of 6 without the jury’s words')
    window.picture('documents-feedback-written')
    leave(window)
    text = exported(case, window.home)
    for expected in ('<feedback ', 'Takk for et godt besøk.', 'Ledere som er til stede'):
        if expected not in text:
            raise driver.Missing(f'“{expected}” is not in the case')


def reveals_the_winner(window):
    """the slides begin black, the name comes last, B makes it black for a while, and Escape ends it"""
    open_documents(window, 'Slides for the ceremony')
    window.press('push button', 'Reveal on This Screen')
    window.see('image', 'Svart skjerm')
    told = [node.name for node in window.all('frame')] + [node.name for node in window.all('image')]
    assert not any('Nordlys' in (name or '') for name in told), told
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
    # with one screen the next is the same; F11 gives the window an edge, and takes it away
    window.key('m')
    window.key('F11')
    window.see('image', 'Og vinneren er …')
    window.key('F11')
    window.key('Escape')
    window.see_not('image', 'Og vinneren er …')
    window.see('push button', 'Reveal on This Screen')
    leave(window)


def asks_before_the_embargo_ends(window):
    """the award's embargo is set, stands on the result list, and Reveal asks before it"""
    case = open_documents(window, 'Result list')
    day = window.see('text', 'Embargoed until: day')
    window.grab(day)
    window.type('2099-11-20')
    window.grab(window.see('text', 'Embargoed until: time of the day'))
    window.type('18:00')
    window.key('Return')
    window.see('label', '2099', contains=True)
    window.picture('documents-result-list')
    choose_document(window, 'Slides for the ceremony')
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


def save_as(window, path, button, over=False):
    """In the chooser that has just been called up."""
    window.see('push button', button)
    window.key('ctrl+a')
    window.type(path)
    window.key('Return')
    if over:
        window.press('push button', 'Replace')
    window.see_not('push button', button)


def other_way(window, item):
    """Of the menu, by keys. A pointer that has not moved since a dialog has closed is not over the button yet."""
    def open_menu():
        subprocess.run(['xdotool', 'mousemove', '2', '2'], check=True)
        # the page behind has such a menu too
        window.click(window.see('push button', 'Other Ways to Export', within=window.see('frame', 'Documents')))

    window.until(open_menu, lambda: window.all('menu item', item), f'the menu with “{item}”')
    while (window.focused().name or '') != item:
        before = window.focused()
        window.key('Down')
        window.wait(lambda before=before: window.focused() != before, f'Down to lead on from {before}')
    window.key('Return')


def exports_what_is_chosen(window):
    """the protocol as PDF, over what is there, and where nothing can be written; as text; all tables; everything, with its checksums"""
    keep_folders(window)
    case = driver.demo_case(VOTUMCTL, window.home, 'Mette Lunde', 'secretary')
    in_one_language(case)
    window.start(case)
    show_documents(window)
    choose_document(window, 'Protocol')
    path = {name: os.path.join(window.home, name) for name in ('protocol.pdf', 'protocol.odt', 'tables.ods')}
    with open(path['protocol.pdf'], 'wb') as file:
        file.write(b'before')
    window.key('ctrl+e')
    save_as(window, '/proc/no.pdf', 'Export')
    window.see('label', '/proc/no.pdf', contains=True)
    window.picture('documents-unwritable')
    window.key('Escape')
    window.see('push button', 'Export Everything …')
    window.key('ctrl+e')
    save_as(window, path['protocol.pdf'], 'Export', over=True)
    window.see(name='“protocol.pdf” is written.')
    other_way(window, 'Save as OpenDocument …')
    save_as(window, path['protocol.odt'], 'Save')
    window.see(name='“protocol.odt” is written.')
    other_way(window, 'Save All Tables …')
    save_as(window, path['tables.ods'], 'Save')
    window.see(name='“tables.ods” is written.')
    for name, begins in (('protocol.pdf', b'%PDF-'), ('protocol.odt', b'PK'), ('tables.ods', b'PK')):
        with open(path[name], 'rb') as file:
            assert file.read(len(begins)) == begins, name
    exports_everything(window)
    leave(window)


def in_one_language(case):
    """So that everything is little."""
    award = re.search(r'<award [^>]*>(\s*<name[^>]*>[^<]*</name>)+', driver.exported(VOTUMCTL, case)).group(0)
    path = case + '-languages.xml'
    with open(path, 'w', encoding='utf-8') as file:
        file.write(re.sub(' languages="[^"]*"', ' languages="nb"', award) + '</award>')
    driver.asked(VOTUMCTL, 'import', 'award', case, path)


def keep_folders(window):
    """A file manager that keeps which folder it is asked to show."""
    folder = os.path.join(window.home, 'xdg_data_home', 'applications')
    os.makedirs(folder, exist_ok=True)
    for name, text in (('keep-folder.desktop', '[Desktop Entry]\nType=Application\nName=Files\nMimeType=inode/directory;\n'
                        f'Exec=sh -c "printf %%s \\"\\$1\\" > {window.home}/shown" sh %u\n'),
                       ('mimeapps.list', '[Default Applications]\ninode/directory=keep-folder.desktop\n')):
        with open(os.path.join(folder, name), 'w', encoding='utf-8') as file:
            file.write(text)


def exports_everything(window):
    """Stopped once, which leaves nothing; then to its end."""
    before = set(os.listdir(window.home))
    window.press('push button', 'Export Everything …')
    window.press('push button', 'Export')
    window.see('label', 'Exporting Everything')
    window.key('Escape')
    window.see(name='Nothing was exported.')
    assert set(os.listdir(window.home)) == before, set(os.listdir(window.home)) - before
    window.press('push button', 'Export Everything …')
    window.press('push button', 'Export')
    window.see('push button', 'Show in Folder')
    window.picture('documents-everything')
    folder, = set(os.listdir(window.home)) - before
    checked = subprocess.run(['sha256sum', '-c', '--quiet', 'SHA256SUMS'], cwd=os.path.join(window.home, folder), capture_output=True, text=True)
    assert checked.returncode == 0, checked
    with open(os.path.join(window.home, folder, 'index.csv'), newline='', encoding='utf-8') as file:
        assert len(list(csv.reader(file))) > 50
    window.press('push button', 'Show in Folder')
    shown = os.path.join(window.home, 'shown')
    window.wait(lambda: os.path.exists(shown) and os.path.getsize(shown) > 0, 'the folder to be shown')
    with open(shown, encoding='utf-8') as file:
        assert urllib.parse.unquote(file.read()).rstrip('/').endswith(folder), folder


if __name__ == '__main__':
    sys.exit(driver.run([writes_to_a_finalist, reveals_the_winner, asks_before_the_embargo_ends, exports_what_is_chosen], VOTUM))
