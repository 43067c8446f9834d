#!/usr/bin/env python3
"""How sure the order of the demo case is, against what is worked out here from its result. TAP on standard output."""

import csv
import io
import json
import os
import sys
from fractions import Fraction

import walk
from walk import demo_case, result, run, small_award, small_case, write, THREE, shortlist


def rows_of(case, *options):
    return list(csv.DictReader(io.StringIO(run('robustness', case, '--format', 'csv', *options).stdout)))


def pick(rows, **wanted):
    return [row for row in rows if all(row[key] == value for key, value in wanted.items())]


def number(rows, **wanted):
    found = pick(rows, **wanted)
    assert len(found) == 1, (wanted, found)
    return float(found[0]['value'])


# Two jurors, two criteria of 60 and 40: all can be worked out by hand. Nordlys 5 and 3, Fjellvind 3 and 5.5, Havgap 3 and 3.
TWO = '''entrant;juror;criterion;mark;comment
nord;ida;A;6;
nord;ida;B;3;
nord;per;A;4;
nord;per;B;3;
fjel;ida;A;3;
fjel;ida;B;5;
fjel;per;A;3;
fjel;per;B;6;
havg;ida;A;3;
havg;ida;B;3;
havg;per;A;3;
havg;per;B;3;
'''


def two(folder):
    case = small_case(folder)
    run('import', 'marks', case, write(folder, 'two.csv', TWO))
    return case


def test_by_hand(folder):
    rows = rows_of(two(folder))
    # 5 w + 3 (1 - w) = 3 w + 5.5 (1 - w): w = 5/9; as it is, 4.2 against 4
    crossing = pick(rows, figure='crossover', criterion='A')
    assert [(row['entrant'], row['other'], row['value']) for row in crossing] == [
        ('nord', 'havg', '0.000000'), ('nord', 'fjel', '0.555556'), ('havg', 'fjel', '1.000000')], crossing
    stable = pick(rows, figure='first-stable', criterion='A')[0]
    assert (stable['value'], stable['low'], stable['high']) == ('0.600000', '0.555556', '1.000000'), stable
    assert abs(number(rows, figure='smallest-change', entrant='fjel') - float(Fraction(6, 10) - Fraction(5, 9))) < 1e-6
    # the third is level with the first only when A weighs nothing, and then it is not first either
    assert number(rows, figure='smallest-change', entrant='havg') == 0.6
    # half a jury of two: Ida twice, Per twice, or both, twice as often
    juries = {row['entrant']: float(row['value']) for row in rows if row['figure'] == 'stability' and row['rank'] == '1'}
    # Ida: 4.8 against 3.8; Per: 3.6 against 4.2; both: 4.2 against 4
    assert juries == {'nord': 0.75, 'fjel': 0.25, 'havg': 0}, juries
    # of all weights those with A above 5/9: 4 in 9
    assert abs(number(rows, figure='acceptability', entrant='nord', rank='1') - 4 / 9) < 0.006
    # of those with A at least B: (1 - 5/9) of the upper half
    assert abs(number(rows, figure='first-with-kept-order', entrant='nord') - 8 / 9) < 0.006
    without = {(row['juror'], row['entrant']): row['rank'] for row in rows if row['part'] == 'without-juror'}
    assert without[('ida', 'fjel')] == '1' and without[('per', 'nord')] == '1', without
    assert not pick(rows, part='without-finalist'), 'by marks nobody hangs on who else is there'


def test_crossovers_of_the_demo(folder):
    """At each crossover the rule itself, with those weights, has the two level: from the panel marks, exactly."""
    case = demo_case(folder)
    rows = rows_of(case, '--round', '1')
    marks = {row['entrant']: row for row in result(case, '--round', '1')}
    tree = {'A': {'A1': 15, 'A2': 12, 'A3': 8}, 'B': {'B1': 12, 'B2': 10, 'B3': 8}, 'C': {'C1': 12, 'C2': 8}, 'D': {'D1': 9, 'D2': 6}}
    stored = {key: Fraction(weight, 100) for group in tree.values() for key, weight in group.items()}
    seen = 0
    for row in pick(rows, figure='crossover'):
        inside = set(tree.get(row['criterion'], [row['criterion']]))
        now = sum(stored[key] for key in inside)
        share = float(row['value'])
        weights = {key: float(w) * (share / float(now) if key in inside else (1 - share) / float(1 - now)) for key, w in stored.items()}
        a, b = (sum(weights[key] * float(marks[who][key]) for key in weights) for who in (row['entrant'], row['other']))
        assert abs(a - b) < 0.02, (row, a, b)
        seen += 1
    assert seen > 20, seen


def test_shares_sum_to_one(folder):
    rows = rows_of(demo_case(folder), '--round', '1')
    for figure in ('acceptability', 'stability'):
        for of in ('entrant', 'rank'):
            sums = {}
            for row in pick(rows, figure=figure):
                sums[row[of]] = sums.get(row[of], 0) + float(row['value'])
            assert len(sums) == 6 and all(abs(total - 1) < 1e-5 for total in sums.values()), (figure, of, sums)


def test_the_same_figures_in_every_form(folder):
    case = demo_case(folder)
    rows = rows_of(case, '--seed', '5')
    assert json.loads(run('robustness', case, '--seed', '5', '--format', 'json').stdout) == [
        {key: (value or None) for key, value in row.items()} for row in rows]
    assert rows == rows_of(case, '--seed', '5'), 'the same seed gave other figures'
    assert rows != rows_of(case, '--seed', '6'), 'another seed gave the same figures'
    table = run('robustness', case).stdout
    assert 'Nordlys Kraft' in table and 'The smallest change' in table and 'Kari Brattbakk' in table, table


def test_refusals(folder):
    case = small_case(folder)
    assert 'result' in run('robustness', case, status=1).stderr
    run('robustness', case, '--draws', '7', status=2)
    run('robustness', case, '--format', 'yaml', status=2)
    run('robustness', case, '--round', '9', status=1)


def test_a_jury_that_ranks(folder):
    """Without weights there is nothing to try; leaving out tells."""
    with open(small_award(folder, rule='method="borda"'), encoding='utf-8') as file:
        text = file.read()
    text = text.replace('  <criterion id="B" weight="40"><name xml:lang="nb">Resultat</name></criterion>\n', '')
    case = os.path.join(folder, 'ranks.votum')
    run('init', case, write(folder, 'ranks.xml', text))
    run('import', 'shortlist', case, shortlist(folder, THREE))
    places = {'ida': '123', 'per': '123', 'eva': '321'}
    lines = ['entrant;juror;criterion;mark;comment'] + [
        f'{who};{juror};A;{place};' for juror, row in places.items() for who, place in zip(('nord', 'fjel', 'havg'), row)]
    run('import', 'marks', case, write(folder, 'ranks.csv', '\n'.join(lines) + '\n'))
    rows = rows_of(case)
    assert not pick(rows, figure='acceptability') and not pick(rows, figure='stability')
    assert len(pick(rows, part='without-finalist')) == 6 and pick(rows, part='without-juror'), rows
    assert 'weighs no criteria' in run('robustness', case).stdout

    for kind in ('weights', 'acceptability'):
        assert 'weighs no criteria' in run('chart', case, '--kind', kind, '--describe', status=1).stderr


def test_charts_of_the_demo(folder):
    case = demo_case(folder)
    says = {'weights': 'Fjellvind Forsikring tar ledelsen når «Dokumentert effekt» veier over 15,8 %.',
            'acceptability': 'Nordlys Kraft er først med 52 % av alle tenkelige vekter, Fjellvind Forsikring med 47 %.'}
    for kind, finding in says.items():
        for ending in ('svg', 'csv', 'pdf', 'png'):
            run('chart', case, '--kind', kind, '--lang', 'nb', '--output', os.path.join(folder, f'{kind}.{ending}'))
        assert run('chart', case, '--kind', kind, '--lang', 'nb', '--describe').stdout.startswith(finding), kind
    with open(os.path.join(folder, 'weights.csv'), encoding='utf-8', newline='') as file:
        rows = list(csv.DictReader(file))
    crossing = [row for row in rows if row['event'] == 'ahead above']
    assert [(row['criterion'], row['finalist']) for row in crossing] == [('Dokumentert effekt', 'Fjellvind Forsikring')], crossing
    assert abs(float(crossing[0]['weight_percent']) - 100 * number(rows_of(case), figure='crossover', criterion='C1',
                                                                   entrant='fjellvind', other='nordlys')) < 1e-3
    about = run('chart', case, '--kind', 'weights', '--criterion', 'C2', '--lang', 'en', '--describe').stdout
    assert 'Havgap Sparebank takes the lead when' in about, about


if __name__ == '__main__':
    sys.exit(walk.main(globals()))
