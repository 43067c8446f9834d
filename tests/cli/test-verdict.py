#!/usr/bin/env python3
"""What comes out of a case: the verdict, charts, an export. TAP on standard output."""

import json
import os
import re
import subprocess
import sys

import walk
from walk import (NS, decided, demo_case, digest, marked_case, pdf_text, result, run, things_of, write)


def test_the_demo_is_the_same_every_time(folder):
    os.mkdir(os.path.join(folder, 'a'))
    os.mkdir(os.path.join(folder, 'b'))
    first, second = demo_case(os.path.join(folder, 'a')), demo_case(os.path.join(folder, 'b'))
    last = [run('log', case, '--format', 'json').stdout for case in (first, second)]
    assert json.loads(last[0])[-1]['hash'] == json.loads(last[1])[-1]['hash']
    rows = result(first)
    assert len(rows) == 3 and float(rows[0]['total']) - float(rows[1]['total']) < 0.2, rows


def test_the_verdict_in_five_languages(folder):
    case = demo_case(folder)
    rows = result(case)
    winner, losers = rows[0]['name'], [row['name'] for row in rows[1:]]
    headings = {'nb': 'Juryens begrunnelse', 'nn': 'Grunngjevinga til juryen', 'sv': 'Juryns motivering',
                'da': 'Juryens begrundelse', 'en': 'The jury’s citation'}
    for lang, heading in headings.items():
        pdf = os.path.join(folder, lang + '.pdf')
        run('verdict', case, '--lang', lang, '--output', pdf)
        citation = pdf_text(pdf, '-l', '1')
        assert heading.lower() in citation.lower().replace("'", '’'), citation
        assert winner in citation, citation
        for loser in losers:
            assert loser not in citation, f'{loser} is named on the stage ({lang})'
        for row in rows:
            for figure in (row['total'], row['round-result']):
                assert figure.replace('.', ',') not in citation and figure not in citation, f'a mark is on the stage ({lang})'
        whole = pdf_text(pdf)
        for row in rows:
            assert row['name'] in whole and row['total'].replace('.', '.' if lang == 'en' else ',') in whole, (lang, row)
        assert json.loads(run('log', case, '--format', 'json').stdout)[-1]['hash'][:8] in whole
    again = os.path.join(folder, 'again.pdf')
    run('verdict', case, '--lang', 'nb', '--output', again)
    assert digest(again) == digest(os.path.join(folder, 'nb.pdf')), 'the same case gave other bytes'
    fonts = subprocess.run(['pdffonts', again], capture_output=True, text=True).stdout.splitlines()[2:]
    assert fonts and all(re.search(r'\byes\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+$', line) for line in fonts), fonts
    info = subprocess.run(['pdfinfo', again], capture_output=True, text=True).stdout
    assert 'A4' in info and 'Tagged:          yes' in info and 'Title:' in info, info


def test_confidential_notes_reach_no_document(folder):
    case = demo_case(folder)
    exported = os.path.join(folder, 'demo.xml')
    run('export', case, '--output', exported)
    with open(exported, encoding='utf-8') as file:
        text = file.read()
    secret = [note for note in re.findall(r'<note [^>]*entrant=[^>]*>.*?</note>', text, re.S) if 'quotable' not in note.split('>', 1)[0]]
    assert len(secret) >= 3, 'the demo has no confidential notes'
    pdf = os.path.join(folder, 'demo.pdf')
    run('verdict', case, '--lang', 'nb', '--output', pdf)
    whole = pdf_text(pdf)
    for note in secret:
        words = ' '.join(re.sub(r'<[^>]*>', ' ', note).split())
        assert words[:40] not in whole, words


def test_without_a_text_there_is_a_draft_that_says_so(folder):
    case = marked_case(folder)
    note = f'''<award xmlns="{NS}" id="prize"><visit id="v" entrant="nord" started="2026-11-03T09:00:00+01:00" jurors="ida;per">
      <note criterion="A" kind="strength" use="quotable">Tavlen henger midt i rommet</note>
      <note criterion="A" kind="strength" use="mine">Dette er hemmelig</note></visit></award>'''
    run('import', 'award', case, write(folder, 'visit.xml', note))
    pdf = os.path.join(folder, 'draft.pdf')
    done = run('verdict', case, '--lang', 'nb', '--part', 'citation', '--output', pdf)
    assert 'draft' in done.stderr
    text = pdf_text(pdf)
    assert 'Tavlen henger midt i rommet' in text and 'hemmelig' not in text and 'Nordlys' in text, text
    assert 'Utkast' in text or 'utkast' in text, text


def test_charts(folder):
    case = demo_case(folder)
    magic = {'png': b'\x89PNG', 'svg': b'<?xml', 'pdf': b'%PDF', 'csv': b''}
    for kind in [line.split()[0] for line in run('chart', '--kinds').stdout.splitlines()]:
        for ending, start in magic.items():
            path = os.path.join(folder, f'{kind}.{ending}')
            run('chart', case, '--kind', kind, '--lang', 'nb', '--output', path)
            with open(path, 'rb') as file:
                assert file.read(5).startswith(start), path
        words = run('chart', case, '--kind', kind, '--lang', 'en', '--describe').stdout
        # most charts are about finalists, some about jurors or criteria
        assert any(name in words for name in (result(case)[0]['name'], 'Ingrid Fossheim', 'Documented effect')), words
    run('chart', case, '--kind', 'pie', '--output', 'x.png', status=2)


def test_export_and_back_loses_nothing(folder):
    case = demo_case(folder)
    os.mkdir(os.path.join(folder, 'one'))
    os.mkdir(os.path.join(folder, 'two'))
    first, second = os.path.join(folder, 'one', 'case.xml'), os.path.join(folder, 'two', 'case.xml')
    run('export', case, '--output', first)
    copy = os.path.join(folder, 'copy.votum')
    run('init', copy, first)
    run('check', copy)
    run('export', copy, '--output', second)
    assert things_of(first) == things_of(second)
    logs = [json.loads(run('log', path, '--format', 'json').stdout) for path in (case, copy)]
    assert logs[1][:-1] == logs[0], 'the log did not come along'
    assert sorted(os.listdir(os.path.join(folder, 'one'))) == sorted(os.listdir(os.path.join(folder, 'two')))
    assert result(case) == result(copy)


def test_the_citation_is_of_those_who_won(folder):
    case = marked_case(folder)
    texts = ''.join(f'<citation id="c-{key}" entrant="{key}" xml:lang="nb"><text>Teksten om {name} er lang nok.</text></citation>'
                    for key, name in (('nord', 'Nordlys'), ('fjel', 'Fjellvind'), ('havg', 'Havgap')))
    decided(folder, case, texts + '<decision id="d" entrant="fjel" outcome="winner" votes-for="2" votes-against="1"><reason>Helheten</reason></decision>')
    pdf = os.path.join(folder, 'v.pdf')
    done = run('verdict', case, '--lang', 'nb', '--part', 'citation', '--output', pdf)
    text = pdf_text(pdf)
    assert 'Teksten om Fjellvind' in text and 'Nordlys' not in text and 'Utkast' not in text and not done.stderr, text
    for bad in ('<decision id="e" outcome="none"/>', '<decision id="e" entrant="nord" outcome="winner"/>',
                '<decision id="d" entrant="fjel" votes-for="9" votes-against="9"/>', '<decision id="d" entrant="fjel" votes-against="3"/>'):
        run('import', 'award', case, write(folder, 'bad.xml', f'<award xmlns="{NS}" id="prize">{bad}</award>'), status=1)
    run('undo', case)
    decided(folder, case, texts + '<decision id="d" outcome="none" votes-for="3" votes-against="0"><reason>Ingen nådde opp</reason></decision>')
    done = run('verdict', case, '--lang', 'nb', '--part', 'citation', '--output', pdf)
    text = pdf_text(pdf)
    assert 'deler ikke ut prisen' in text and 'Teksten om' not in text and 'Utkast' not in text, text
    run('undo', case)
    decided(folder, case, texts + '<decision id="d" entrant="nord" outcome="shared"/><decision id="e" entrant="havg" outcome="shared"/>')
    run('verdict', case, '--lang', 'nb', '--part', 'citation', '--output', pdf)
    text = pdf_text(pdf)
    assert 'Teksten om Nordlys' in text and 'Teksten om Havgap' in text and 'Fjellvind' not in text, text


if __name__ == '__main__':
    sys.exit(walk.main(globals()))
