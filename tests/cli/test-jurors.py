#!/usr/bin/env python3
"""How the jurors differ, and the order by other methods, through votumctl. TAP on standard output."""

import csv
import io
import json
import os
import statistics
import sys

import walk
from walk import demo_case, run, small_case, write


def rows(*command):
    return list(csv.DictReader(io.StringIO(run(*command, '--format', 'csv').stdout)))


def of_kind(lines, kind):
    return {line['id']: line for line in lines if line['kind'] == kind}


def close(text, number, epsilon=5.1e-5):
    return abs(float(text) - number) < epsilon


def marks_of(folder, marks, name='marks.csv'):
    """{entrant: {juror: (A, B)}} as a file."""
    lines = ['entrant;juror;criterion;mark']
    for entrant, jurors in marks.items():
        for juror, pair in jurors.items():
            lines += [f'{entrant};{juror};{criterion};{mark}' for criterion, mark in zip('AB', pair)]
    return write(folder, name, '\n'.join(lines) + '\n')


# --- jurors ---------------------------------------------------------------------------------------------------------


def test_severity_of_the_demo(folder):
    case = demo_case(folder)
    lines = rows('jurors', case, '--round', '1')
    jurors, finalists = of_kind(lines, 'juror'), of_kind(lines, 'finalist')
    assert set(jurors) == {'ingrid', 'tore', 'samira', 'jon', 'kari'}, jurors.keys()
    assert jurors['tore']['recused'] == '1' and jurors['tore']['marked'] == '5'
    assert jurors['jon']['leaning'] == 'severe' and jurors['samira']['leaning'] == 'lenient', jurors
    assert abs(sum(float(line['severity']) for line in jurors.values())) < 1e-3
    # who is recused nowhere: the severities are the distances of the means, but for the one finalist Tore has not marked
    assert close(jurors['jon']['severity'], float(jurors['samira']['severity']) + float(jurors['samira']['mean']) - float(jurors['jon']['mean']), 1e-3)
    assert finalists['havgap']['mean-place'] == '4' and finalists['havgap']['adjusted-place'] == '3', finalists['havgap']
    assert finalists['fjellvind']['z-place'] == '1'
    text = run('jurors', case, '--round', '1').stdout
    assert 'severe' in text and 'Adjusted' in text and 'The rule decides' not in text.split('\n')[0], text


def test_z_scores_are_offered_from_six(folder):
    case = demo_case(folder)
    assert all(line['z'] == '' for line in rows('jurors', case, '--round', '2'))
    text = run('jurors', case, '--round', '2').stdout
    assert 'too few to tell how widely' in text, text
    assert any(line['z'] != '' for line in rows('jurors', case, '--round', '1'))


def test_nobody_recused_is_no_correction(folder):
    case = small_case(folder)
    run('import', 'marks', case, marks_of(folder, {
        'nord': {'ida': (5, 4), 'per': (6, 5)}, 'fjel': {'ida': (3, 3), 'per': (4, 6)}, 'havg': {'ida': (2, 2), 'per': (4, 4)}}), '--round', '1')
    text = run('jurors', case).stdout
    assert 'nothing to adjust' in text and 'Adjusted' not in text, text
    for line in of_kind(rows('jurors', case), 'finalist').values():
        assert line['mean'] == line['adjusted'] and line['mean-place'] == line['adjusted-place'], line


def test_differences_have_intervals(folder):
    case = demo_case(folder)
    lines = [line for line in rows('jurors', case, '--pairs') if line['kind'].endswith('-pair')]
    assert len(lines) == 5 * 4 // 2 + 3 * 2 // 2, len(lines)
    plain = of_kind(rows('jurors', case), 'juror')
    for line in lines:
        if line['kind'] == 'juror-pair':
            apart = float(plain[line['id']]['severity']) - float(plain[line['against']]['severity'])
            assert close(line['difference'], apart, 2e-4) and float(line['standard-error']) > 0, line
    assert 'against' in run('jurors', case, '--pairs').stdout


def test_chance_makes_nobody_severe(folder):
    case = small_case(folder)
    # Per marks everybody exactly one lower: four marks that agree so well say nothing about the fifth
    run('import', 'marks', case, marks_of(folder, {'nord': {'ida': (5, 5), 'per': (4, 4)}, 'fjel': {'ida': (3, 3), 'per': (2, 2)}}), '--round', '1')
    jurors = of_kind(rows('jurors', case), 'juror')
    assert jurors['per']['severity'] == '0.5000' and jurors['per']['leaning'] == '' and jurors['per']['margin'] == '', jurors['per']
    assert 'too few marks to tell who is strict' in run('chart', case, '--kind', 'severity', '--lang', 'en', '--describe').stdout


def test_letters_stand_for_jurors(folder):
    case = demo_case(folder)
    everything = run('jurors', case, '--anonymous', '--pairs', '--rasch', '--round', '1').stdout + \
        run('jurors', case, '--anonymous', '--pairs', '--rasch', '--format', 'json').stdout
    assert 'Juror A' in everything and 'Juror E' in everything
    for name in ('Ingrid', 'Tore', 'Samira', 'Jon', 'Kari', 'ingrid', 'tore', 'samira', '"jon', 'kari'):
        assert name not in everything, name
    # everybody knows who is recused, so a letter must not say it
    assert all(line['recused'] == line['marked'] == '' for line in rows('jurors', case, '--anonymous') if line['kind'] == 'juror')


def test_rasch_is_asked_for_and_may_be_refused(folder):
    case = demo_case(folder)
    lines = rows('jurors', case, '--rasch', '--round', '1')
    jurors = of_kind(lines, 'juror')
    assert all(line['rasch'] == 'estimated' for line in lines), lines
    assert max(jurors, key=lambda key: float(jurors[key]['logits'])) == 'jon'
    assert len(of_kind(lines, 'criterion')) == 10
    assert abs(sum(float(line['logits']) for line in of_kind(lines, 'finalist').values())) < 1e-3
    assert all(1 < float(line['fair-mean']) < 6 and 0 < float(line['infit']) < 4 for line in lines)
    # Tore is recused once, so the means of the others are over one finalist more
    means = {key: float(line['mean']) for key, line in jurors.items()}
    assert means['jon'] < statistics.mean(means.values())
    assert 'rasch' not in rows('jurors', case)[0]
    os.mkdir(os.path.join(folder, 'small'))
    small = small_case(os.path.join(folder, 'small'))
    run('import', 'marks', small, marks_of(folder, {'nord': {'ida': (5, 4), 'per': (6, 5)}, 'fjel': {'ida': (3, 3), 'per': (4, 6)}}), '--round', '1')
    text = run('jurors', small, '--rasch').stdout
    assert '8 marks' in text and 'at least 30' in text and 'Severity' in text, text


def test_apart_is_said_and_named(folder):
    case = small_case(folder)
    run('import', 'marks', case, marks_of(folder, {'nord': {'ida': (5, 4)}, 'fjel': {'per': (4, 6)}}), '--round', '1')
    done = run('jurors', case)
    assert 'Nordlys (Ida' in done.stdout and 'no common scale' in done.stdout, done.stdout
    assert all(line['severity'] == '' for line in rows('jurors', case))


def test_a_jurors_copy_shows_nothing_of_the_others(folder):
    case = demo_case(folder)
    run('hold', case, '--juror', 'ingrid', '--duty', 'juror')
    # all rounds are opened in the demo: then everybody may look
    run('jurors', case)
    closed = small_case(folder)
    run('import', 'marks', closed, marks_of(folder, {'nord': {'ida': (5, 4), 'per': (6, 5)}, 'fjel': {'ida': (3, 3), 'per': (4, 6)}}), '--round', '1')
    run('hold', closed, '--juror', 'per', '--duty', 'juror')
    for command in (['jurors'], ['methods'], ['chart', '--kind', 'severity', '--describe'], ['chart', '--kind', 'methods', '--describe']):
        done = run(command[0], closed, *command[1:], status=1)
        assert 'not to be seen' in done.stderr and done.stdout == '', done


def test_severity_is_drawn(folder):
    case = demo_case(folder)
    text = run('chart', case, '--kind', 'severity', '--round', '1', '--lang', 'nb', '--describe').stdout
    assert text.startswith('Strengere enn de andre er Jon Ante Balto, mildere er Samira Yousefi.'), text
    assert 'severity' in run('chart', case, '--kinds').stdout
    for name in ('s.png', 's.svg', 's.pdf', 's.csv'):
        run('chart', case, '--kind', 'severity', '--round', '1', '--output', os.path.join(folder, name))
    drawn = list(csv.DictReader(open(os.path.join(folder, 's.csv'), encoding='utf-8', newline='')))
    figures = of_kind(rows('jurors', case, '--round', '1'), 'juror')
    for line in drawn:
        juror = next(one for one in figures.values() if one['name'] == line['juror'])
        assert close(line['severity'], float(juror['severity']), 1e-4) and line['leaning'] == juror['leaning'], line
    apart = small_case(folder)
    run('import', 'marks', apart, marks_of(folder, {'nord': {'ida': (5, 4)}, 'fjel': {'per': (4, 6)}}), '--round', '1')
    assert 'no common scale' in run('chart', apart, '--kind', 'severity', '--describe', status=1).stderr


# --- methods --------------------------------------------------------------------------------------------------------


def test_methods_of_the_demo(folder):
    case = demo_case(folder)
    lines = rows('methods', case)
    assert {line['method'] for line in lines} == {'mean', 'median', 'borda', 'copeland', 'schulze', 'ranked-pairs', 'promethee', 'topsis'}
    topsis = {line['entrant']: line for line in lines if line['method'] == 'topsis'}
    assert topsis['fjellvind']['position'] == '1' and topsis['nordlys']['rule-position'] == '1'
    assert topsis['nordlys']['other-winner'] == 'yes' and 'Fjellvind' in topsis['nordlys']['why'], topsis
    borda = {line['entrant']: line for line in lines if line['method'] == 'borda'}
    assert borda['nordlys']['position'] == '1' and borda['nordlys']['other-podium'] == 'no' and borda['nordlys']['why'] == ''
    mean = [line for line in lines if line['method'] == 'mean']
    assert all(line['state'] == 'is-the-rule' for line in mean)
    text = run('methods', case).stdout
    assert 'Another would win by TOPSIS' in text and 'The rule decides' in text, text
    assert len(json.loads(run('methods', case, '--format', 'json').stdout)) == len(lines)


def test_methods_are_drawn(folder):
    case = demo_case(folder)
    text = run('chart', case, '--kind', 'methods', '--lang', 'sv', '--describe').stdout
    assert text.startswith('En annan skulle ha vunnit med TOPSIS.'), text
    run('chart', case, '--kind', 'methods', '--output', os.path.join(folder, 'm.csv'))
    drawn = list(csv.DictReader(open(os.path.join(folder, 'm.csv'), encoding='utf-8', newline='')))
    given = {(line['method'], line['name']): line['position'] for line in rows('methods', case) if line['state'] == 'given'}
    assert len(drawn) == len(given)
    for line in drawn:
        key = {'PROMETHEE II': 'promethee', 'Ranked pairs': 'ranked-pairs'}.get(line['method'], line['method'].lower())
        assert given[key, line['finalist']] == line['place'], line


def test_a_majority_is_named(folder):
    case = small_case(folder)
    run('import', 'marks', case, marks_of(folder, {
        'nord': {'ida': (6, 6), 'per': (3, 3), 'eva': (3, 3)}, 'fjel': {'ida': (1, 1), 'per': (4, 4), 'eva': (4, 4)}}), '--round', '1')
    text = run('methods', case).stdout
    assert 'Copeland: Fjellvind wins, before Nordlys. 2 jurors have Fjellvind before Nordlys, 1 the other way round.' in text, text
    assert 'by the rule' in text, text


def test_calls_that_are_wrong(folder):
    case = small_case(folder)
    for command in ('jurors', 'methods'):
        run(command, case, '--format', 'soup', status=2)
        run(command, case, '--round', '9', status=1)
        run(command, case, '--class', 'x', status=1)
    run('methods', case, status=1)
    run('jurors', case)


if __name__ == '__main__':
    sys.exit(walk.main(globals()))
