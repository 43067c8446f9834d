#!/usr/bin/env python3
"""The jury's texts: what there is, what to look out for, and the versions that were kept. TAP on standard output."""

import json
import os
import sys

import walk
from walk import demo_case, run


def asked(*arguments, status=0):
    return json.loads(run('citation', *arguments, '--format', 'json', status=status).stdout)


def test_texts_are_listed(folder):
    case = demo_case(folder)
    rows = asked(case)
    assert {row['language'] for row in rows} == {'nb', 'nn', 'sv', 'da', 'en'}, rows
    last = asked(case, '--lang', 'nb', '--name-last')
    assert len(last) == 1 and last[0]['form'] == 'name-last' and int(last[0]['passages']) == 5, last
    assert asked(case, '--about', 'Fjellvind Forsikring') == []


def test_what_must_not_be_said_is_told(folder):
    case = demo_case(folder)
    grave = [row for row in asked(case, '--check', '--lang', 'nb') if row['weight'] == 'grave']
    assert grave == [], grave
    exported = os.path.join(folder, 'out.xml')
    run('export', case, '--output', exported)
    with open(exported, encoding='utf-8') as file:
        text = file.read()
    # a note that the text rests on is made confidential
    at = text.index('id="nordlys-3"')
    end = text.index('>', at)
    note = text[at:end].replace('use="quotable"', 'use="jury"')
    assert note != text[at:end], text[at:end]
    changed = os.path.join(folder, 'changed.xml')
    with open(changed, 'w', encoding='utf-8') as file:
        file.write(text[:at] + note + text[end:])
    run('import', 'award', case, changed)
    rows = asked(case, '--check', '--lang', 'nb', '--name-first', status=1)
    assert any(row['weight'] == 'grave' and 'confidential' in row['warning'] for row in rows), rows


def test_versions_are_kept_compared_and_restored(folder):
    case = demo_case(folder)
    one = (case, '--lang', 'nb', '--name-first')
    run('citation', *one, '--keep', 'Til lederen')
    rows = asked(*one, '--versions')
    assert [(row['number'], row['name']) for row in rows] == [(1, 'Til lederen')] or \
        [(row['number'], row['name']) for row in rows] == [('1', 'Til lederen')], rows
    same = run('citation', *one, '--compare', '1').stdout
    assert '[-' not in same and '{+' not in same, same
    run('citation', *one, '--restore', '1')
    run('citation', *one, '--restore', '2', status=1)
    # which of several is meant has to be said
    run('citation', case, '--lang', 'nb', '--keep', 'Hvilken', status=1)


if __name__ == '__main__':
    sys.exit(walk.main(globals()))
