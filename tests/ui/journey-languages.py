#!/usr/bin/python3
"""journey-languages.py VOTUM VOTUMCTL: the window in Norwegian and in Swedish, with nothing left of its English."""
import os
import re
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import driver  # noqa: E402

VOTUM, VOTUMCTL = sys.argv[1:3]
CATALOGUES = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'po')
# Two words and more: a single one may be the same in the other language, or a name.
SENTENCE = re.compile(r'\w+\W+\w+')


def originals(language):
    """What the window would say in English, where the catalogue has something else for it."""
    with open(os.path.join(CATALOGUES, f'{language}.po'), encoding='utf-8') as file:
        entries = file.read().split('\n\n')
    said = set()
    for entry in entries:
        found = {key: ''.join(re.findall(r'"((?:[^"\\]|\\.)*)"', text)) for key, text in
                 re.findall(r'^(msgid|msgstr)((?: *"(?:[^"\\]|\\.)*"\n?)+)', entry, re.MULTILINE)}
        original, translated = found.get('msgid', ''), found.get('msgstr', '')
        if SENTENCE.search(original) and '%' not in original and original != translated:
            said.add(original.replace('_', '').replace('\\n', '\n'))
    return said


def speaks(window, language, locale, monday):
    window.language = locale
    window.words = driver.gettext.translation('votum', os.environ.get('VOTUM_LOCALEDIR'), [language], fallback=True).gettext
    left = set()
    for holder, duty in (('Kari Brattbakk', 'juror'), ('Ingrid Fossheim', 'chair')):
        window.start(driver.demo_case(VOTUMCTL, window.home, holder, duty, 'midway'))
        english = originals(language)
        for page in driver.STEPS:
            window.page(page)
            window.picture(f'{language}-{duty}-{page.lower()}')
            left |= {f'{page}: {node}' for node, _depth in driver.walk(window.application()) if node.name in english}
            if page == 'Visits':
                window.see(name=monday, contains=True)
        window.stop()
    if left:
        raise driver.Missing('\n'.join(sorted(left)))


def norwegian(window):
    """every page in Norwegian, with its dates, for the juror and for the chair"""
    speaks(window, 'nb', 'nb_NO', 'man 2. nov 09:05')


def swedish(window):
    """every page in Swedish, with its dates, for the juror and for the chair"""
    speaks(window, 'sv', 'sv_SE', '2 nov')


if __name__ == '__main__':
    sys.exit(driver.run([norwegian, swedish], VOTUM))
