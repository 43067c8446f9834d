#!/usr/bin/python3
"""journey-languages.py VOTUM VOTUMCTL: the window in Norwegian, Swedish and English: nothing left of another language, and numbers and days as it
writes them."""
import os
import re
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import driver  # noqa: E402

VOTUM, VOTUMCTL = sys.argv[1:3]
CATALOGUES = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'po')
# Two words and more: a single one may be the same in the other language, or a name.
SENTENCE = re.compile(r'\w+\W+\w+')


# What a format left behind: a per cent sign behind nothing that could be counted, or before a letter.
BARE = re.compile(r'(?:^|[^\d\s])%|%[A-Za-z]')
# A number with decimals, and no day or time: the sign is the language's.
DECIMALS = re.compile(r'(?<![\d.,:])\d+([.,])\d{1,2}(?![\d.,:]|\. )')


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


def written_by_hand(case):
    """What people have written, in which they may put their numbers as they like."""
    return driver.exported(VOTUMCTL, case)


def complaints(window, page, sign, english, document):
    """What is wrong with what a page says."""
    for node, _depth in driver.walk(window.application()):
        text = node.name
        if text in english:
            yield f'{page}: in English: {node}'
        if BARE.search(text) and text not in document:
            yield f'{page}: a bare per cent sign: {node}'
        for found in DECIMALS.finditer(text):
            if found.group(1) != sign and found.group(0) not in document:
                yield f'{page}: {found.group(0)} is not how the language writes it: {node}'


def speaks(window, language, locale, monday, sign):
    window.language = locale
    window.words = driver.gettext.translation('votum', os.environ.get('VOTUM_LOCALEDIR'), [language], fallback=True).gettext
    left, numbers = set(), 0
    for holder, duty in (('Kari Brattbakk', 'juror'), ('Ingrid Fossheim', 'chair')):
        case = driver.demo_case(VOTUMCTL, window.home, holder, duty, 'midway')
        document = written_by_hand(case)
        window.start(case)
        english = originals(language) if language != 'en' else set()
        for page in window.steps():
            window.page(page)
            window.picture(f'{language}-{duty}-{page.lower()}')
            left |= set(complaints(window, page, sign, english, document))
            numbers += sum(found.group(1) == sign for node, _depth in driver.walk(window.application()) for found in DECIMALS.finditer(node.name))
            if page == 'Visits':
                window.see(name=monday, contains=True)
        window.stop()
    if left:
        raise driver.Missing('\n'.join(sorted(left)))
    if numbers == 0:
        raise driver.Missing(f'no number with “{sign}” was to be seen on any page')


def norwegian(window):
    """every page in Norwegian, with its numbers and dates, for the juror and for the chair"""
    speaks(window, 'nb', 'nb_NO', 'Man 2. nov 09:05', ',')


def swedish(window):
    """every page in Swedish, with its numbers and dates, for the juror and for the chair"""
    speaks(window, 'sv', 'sv_SE', '2 nov', ',')


def english(window):
    """every page in English, with its numbers and dates, for the juror and for the chair"""
    speaks(window, 'en', 'en_GB', 'Mon 2 Nov 09:05', '.')


if __name__ == '__main__':
    sys.exit(driver.run([norwegian, swedish, english], VOTUM))
