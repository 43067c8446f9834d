#!/usr/bin/env python3
"""How far the jury of the demo case agrees, against figures worked out here from its marks. TAP on standard output."""

import csv
import io
import json
import os
import sys
from fractions import Fraction
from itertools import combinations

import walk
from walk import SOURCE, demo_case, marked_case, run, small_case


def marks_of_round_1():
    """{(finalist, criterion): {juror: mark}}"""
    units = {}
    with open(os.path.join(SOURCE, 'data/demo/demo-marks-round-1.csv'), encoding='utf-8') as file:
        for row in csv.DictReader(file, delimiter=';'):
            try:
                mark = Fraction(row['Karakter'].replace(',', '.'))
            except ValueError:
                continue
            units.setdefault((row['Finalist'], row['Kriterium']), {})[row['Jurymedlem']] = mark
    return units


def alpha(units, distance):
    """Krippendorff's, from all pairs: no table of coincidences."""
    units = [list(unit.values()) for unit in units.values() if len(unit) > 1]
    marks = [mark for unit in units for mark in unit]
    n = len(marks)
    observed = sum(2 * distance(a, b) / Fraction(len(unit) - 1) for unit in units for a, b in combinations(unit, 2)) / n
    chance = sum(2 * distance(a, b) for a, b in combinations(marks, 2)) / Fraction(n * (n - 1))
    return 1 - observed / chance


def rows_of(case, *options):
    return list(csv.DictReader(io.StringIO(run('agreement', case, '--format', 'csv', *options).stdout)))


def figures_of(case, *options):
    return {row['figure']: row for row in rows_of(case, *options) if row['part'] == 'figure'}


def test_alpha_of_the_demo(folder):
    figures = figures_of(demo_case(folder), '--round', '1')
    units = marks_of_round_1()
    assert figures['alpha-nominal']['value'] == f'{float(alpha(units, lambda a, b: a != b)):.4f}', figures
    assert figures['alpha-interval']['value'] == f'{float(alpha(units, lambda a, b: (a - b) ** 2)):.4f}', figures
    assert figures['alpha-nominal']['marks'] == str(sum(len(unit) for unit in units.values() if len(unit) > 1))


def test_golden_figures_of_the_demo(folder):
    case = demo_case(folder)
    golden = {'icc-1-1': '0.8396', 'icc-2-1': '0.8425', 'icc-3-1': '0.9254', 'icc-1-k': '0.9632', 'icc-2-k': '0.9639',
              'icc-3-k': '0.9841', 'alpha-nominal': '0.4157', 'alpha-ordinal': '0.6521', 'alpha-interval': '0.6647',
              'kendall-w': '0.9280', 'spearman': '0.9100'}
    figures = figures_of(case, '--round', '1')
    assert {key: row['value'] for key, row in figures.items()} == golden, figures
    assert figures['kendall-w']['entrants'] == '5' and figures['alpha-ordinal']['entrants'] == '6', 'one finalist has a recused juror'
    # W and the mean of Spearman's correlations without ties: (m W - 1) / (m - 1)
    assert abs((5 * float(figures['kendall-w']['value']) - 1) / 4 - float(figures['spearman']['value'])) < 1e-9
    for row in figures.values():
        assert float(row['low']) <= float(row['value']) <= float(row['high']), row
        assert row['interval'] and row['words'].endswith('.'), row


def test_most_disagreed_first(folder):
    rows = rows_of(demo_case(folder), '--round', '1')
    for part, n in (('criterion', 10), ('finalist', 6), ('cell', 60)):
        spreads = [float(row['value']) for row in rows if row['part'] == part]
        assert len(spreads) == n and spreads == sorted(spreads, reverse=True), (part, spreads)
    first = next(row for row in rows if row['part'] == 'cell')
    unit = marks_of_round_1()[('Havgap Sparebank', 'A3')]
    assert (first['criterion'], first['entrant']) == ('A3', 'havgap'), first
    assert (float(first['lowest']), float(first['highest'])) == (min(unit.values()), max(unit.values())), first


def test_the_same_figures_in_every_form(folder):
    case = demo_case(folder)
    rows = rows_of(case)
    assert json.loads(run('agreement', case, '--format', 'json').stdout) == [
        {key: value or None for key, value in row.items()} for row in rows]
    assert rows == rows_of(case), 'the same seed gave other figures'
    table = run('agreement', case).stdout
    for row in rows:
        if row['part'] == 'figure':
            assert row['words'] in table, row
    # words that judge stand only beside whose they are
    for line in table.splitlines():
        if '“moderate”' in line or '“poor”' in line:
            assert 'Koo and Li 2016' in line or 'Schmidt 1997' in line, line
    run('agreement', case, '--format', 'yaml', status=2)
    run('agreement', case, '--round', '9', status=1)


def test_too_few_marks_are_told(folder):
    case = small_case(folder)
    assert 'two jurors' in run('agreement', case, status=1).stderr


def test_a_recusal_leaves_a_finalist_out_of_the_orders(folder):
    case = marked_case(folder)
    figures = figures_of(case)
    # Eva is recused from Nordlys: two finalists are left whom all three have marked
    assert figures['kendall-w']['entrants'] == '2' and figures['kendall-w']['value'] == '1.0000', figures
    assert figures['kendall-w']['p'] == '0.25000', figures
    assert figures['alpha-ordinal']['entrants'] == '3', figures


def test_measures_with_how_sure_they_are(folder):
    case = demo_case(folder)
    rows = {(row['indicator'], row['entrant']): row
            for row in csv.DictReader(io.StringIO(run('measures', case, '--format', 'csv').stdout))}
    rate = rows['losningsgrad', 'nordlys']
    # 83 of 100 in 1480 answers, by Wilson
    assert (rate['value'], rate['low'], rate['high'], rate['answers']) == ('83', '81.00', '84.83', '1480'), rate
    score = rows['nps', 'havgap']
    # 52 on a scale from -100 to 100 is 76 in 100 at most in spread
    assert float(score['low']) < 52 < float(score['high']) and score['enough'] == 'yes', score
    assert not rows['sykefravaer', 'nordlys']['low'], 'nobody was asked how often they were ill'
    assert rows['oks', 'orrfugl']['enough'] == 'no', rows['oks', 'orrfugl']
    table = run('measures', case).stdout
    assert 'leave open whether it is better than: Nordlys Kraft' in table and 'fewer answers' in table, table


def test_its_charts(folder):
    case = demo_case(folder)
    says = {'heatmap': 'Finalistene skiller seg mest på «Dokumentert effekt»: fra 2,60 til 5,40.',
            'strip': 'Jurymedlemmene er mest uenige om Nordlys Kraft: fra 3,89 til 4,71.',
            'agreement': 'Juryen er mest uenig om «Anerkjennelse og feiring» og «Sosiale medier og nye kanaler», minst om «Tydelige mål alle kjenner».'}
    for kind, finding in says.items():
        words = run('chart', case, '--kind', kind, '--round', '1', '--lang', 'nb', '--describe').stdout
        assert words.startswith(finding), words
        for ending, start in (('png', b'\x89PNG'), ('svg', b'<?xml'), ('pdf', b'%PDF')):
            path = os.path.join(folder, f'{kind}.{ending}')
            run('chart', case, '--kind', kind, '--lang', 'nb', '--output', path)
            with open(path, 'rb') as file:
                assert file.read(5).startswith(start), path
    path = os.path.join(folder, 'strip.csv')
    run('chart', case, '--kind', 'strip', '--round', '1', '--criterion', 'A3', '--output', path)
    with open(path, encoding='utf-8', newline='') as file:
        rows = list(csv.DictReader(file))
    units = {finalist: unit for (finalist, criterion), unit in marks_of_round_1().items() if criterion == 'A3'}
    assert {(row['finalist'], row['juror']): Fraction(row['mark']) for row in rows} == {
        (finalist, juror): mark for finalist, unit in units.items() for juror, mark in unit.items()}, rows
    assert 'group' in run('chart', case, '--kind', 'strip', '--criterion', 'A', '--describe', status=1).stderr


if __name__ == '__main__':
    sys.exit(walk.main(globals()))
