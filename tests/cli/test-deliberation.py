#!/usr/bin/env python3
"""What a jury does together: the agenda from the numbers, revised and agreed marks, minutes, a shared prize. TAP on standard output."""

import csv
import json
import os
import re
import sys

import walk
from walk import demo_case, pdf_text, run


def rows_of(*args):
    return json.loads(run(*args, '--format', 'json').stdout)


def test_an_agenda_from_the_numbers(folder):
    case = demo_case(folder)
    assert rows_of('agenda', case) == []
    made = rows_of('agenda', case, '--make')
    assert [row['source'] for row in made].count('disagreement') == 3, made
    assert made[-1]['source'] == 'thin-lead' and 'Nordlys Kraft' in made[-1]['title'], made
    run('agenda', case, '--add', 'Who speaks to the press')
    run('agree', case, '2', '--text', 'We keep our marks')
    again = rows_of('agenda', case, '--make')
    assert again[1]['state'] == 'agreed' and again[1]['agreed'] == 'We keep our marks', again
    assert again[-1]['title'] == 'Who speaks to the press' and len(again) == len(made) + 1, again


def table(folder, case, name):
    path = os.path.join(folder, name + '.csv')
    run('tables', case, '--table', name, '--output', path)
    with open(path, newline='', encoding='utf-8') as file:
        return list(csv.DictReader(file))


def test_marks_that_change(folder):
    case = demo_case(folder)
    place = ('--entrant', 'havgap', '--criterion', 'A3')
    run('revise', case, '--juror', 'jon', *place, '--mark', '3', status=1)
    run('revise', case, '--juror', 'jon', *place, '--mark', '3', '--reason', 'Heard otherwise on the visit')
    assert 'from 3 to 5' in run('consensus', case, *place, '--mark', '6', status=1).stderr
    run('consensus', case, *place, '--mark', '4')
    revised, = table(folder, case, 'revisions')
    assert (revised['juror'], revised['name'], revised['criterion'], revised['old'], revised['new'], revised['reason']) == (
        'Jon Ante Balto', 'Havgap Sparebank', 'A3', '4', '3', 'Heard otherwise on the visit'), revised
    agreed, = table(folder, case, 'consensus')
    assert (agreed['entrant'], agreed['criterion'], agreed['mark']) == ('havgap', 'A3', '4'), agreed
    # by letters there is none: what was said tells whose it is
    run('tables', case, '--table', 'revisions', '--anonymous', '--output', os.path.join(folder, 'letters.csv'), status=1)
    run('undo', case)
    run('undo', case)
    run('revise', case, '--juror', 'jon', *place, '--mark', '4', '--reason', 'x', status=1)
    run('check', case)


def test_minutes_and_a_shared_prize(folder):
    case = demo_case(folder)
    run('minutes', case, '--remark', 'Too early', status=1)
    run('minutes', case, '--begin', '--place', 'Hamar', '--present', 'ingrid')
    for juror in ('tore', 'samira', 'jon', 'kari'):
        run('minutes', case, '--present', juror)
    run('minutes', case, '--out', 'tore', '--entrant', 'havgap')
    refused = run('minutes', case, '--vote', 'Havgap third', '--votes', '5/0/0', '--entrant', 'havgap', status=1)
    assert '5 votes' in refused.stderr and '4 can vote' in refused.stderr, refused.stderr
    run('minutes', case, '--vote', 'Havgap third', '--votes', '4/0/0', '--entrant', 'havgap')
    run('minutes', case, '--returned', 'tore')
    shared = ('decide', case, '--winner', 'nordlys', '--winner', 'fjellvind', '--votes', '3/1/1')
    run(*shared, status=1)
    refused = run(*shared, '--place', '2:havgap', '--reason', 'Level in all that counts', status=1)
    assert 'first place below it is 3' in refused.stderr, refused.stderr
    run(*shared, '--place', '3:havgap', '--reason', 'Level in all that counts', '--minority', 'One of them came first', '--minority-by', 'jon')
    run('minutes', case, '--end')
    told = [row['minute'] for row in rows_of('minutes', case)]
    written = table(folder, case, 'minutes')
    assert [row['minute'] for row in written] == told and {row['meeting'] for row in written} == {'1'}, written
    assert [(row['votes-for'], row['name']) for row in written if row['votes-for']] == [('4', 'Havgap Sparebank')], written
    everything = os.path.join(folder, 'everything')
    run('export-everything', case, '--lang', 'nb', '--output', everything)
    assert os.path.exists(os.path.join(everything, 'confidential', 'tables', 'minutes.csv'))
    assert not [name for _path, _folders, names in os.walk(os.path.join(everything, 'public')) for name in names if 'minutes' in name]
    assert any('unanimously' in minute for minute in told) and any('Tore Haukeland went out' in minute for minute in told), told

    for lang, heading, minority in (('en', 'The jury’s deliberation', 'Statement by Jon Ante Balto'),
                                    ('nb', 'Drøftingene i juryen', 'Uttalelse fra Jon Ante Balto'),
                                    ('sv', 'Juryns överläggning', 'Uttalande av Jon Ante Balto')):
        pdf = os.path.join(folder, lang + '.pdf')
        run('verdict', case, '--lang', lang, '--part', 'protocol', '--output', pdf)
        text = re.sub(r'\s+', ' ', pdf_text(pdf)).replace("'", '’')
        for said in (heading, minority, 'Level in all that counts', 'Hamar', 'Tore Haukeland'):
            assert said in text, (lang, said)


def test_sealed_marks_are_not_read(folder):
    case = demo_case(folder)
    exported = os.path.join(folder, 'demo.xml')
    run('export', case, '--output', exported)
    with open(exported, encoding='utf-8') as file:
        text = file.read()
    again = os.path.join(folder, 'sealed.votum')
    run('init', again, walk.write(folder, 'sealed.xml', text.replace('state="opened"', 'state="open"')))
    assert 'opened' in run('agenda', again, '--make', status=1).stderr


if __name__ == '__main__':
    sys.exit(walk.main(globals()))
