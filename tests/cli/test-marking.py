#!/usr/bin/env python3
"""How juries mark that do not all mark all by figures: assignments, comments that are asked for. TAP on standard output."""

import csv
import io
import os
import sys

import walk
from walk import NS, run, write


def award(folder, rule='round-total="2"'):
    entrants = ''.join(f'<entrant id="e{i}" position="{i}" status="finalist"><name>Finalist {i}</name></entrant>' for i in range(1, 7))
    jurors = ''.join(f'<juror id="{key}"><name>{name}</name></juror>' for key, name in
                     (('per', 'Per Dahl'), ('eva', 'Eva Holm'), ('ola', 'Ola Nordmann')))
    return write(folder, 'award.xml', f'''<award xmlns="{NS}" id="prize" year="2026" scale="s" rule="r" languages="nb">
  <name xml:lang="nb">Prøveprisen</name><scale id="s" min="1" max="6" step="1"/><rule id="r" {rule}/>
  <criterion id="A" weight="60"><name xml:lang="nb">Kultur</name></criterion><criterion id="B" weight="40"><name xml:lang="nb">Resultat</name></criterion>
  {entrants}<juror id="ida" roles="chair"><name>Ida Berg</name></juror>{jurors}<round id="1" position="1"/>
  <recusal juror="per" entrant="e1"><reason>Svoger</reason></recusal></award>''')


def coverage(case):
    rows = csv.DictReader(io.StringIO(run('assign', case, '--format', 'csv').stdout))
    return {row['entrant']: row for row in rows}


def test_assigned_marking(folder):
    case = os.path.join(folder, 'case.votum')
    run('init', case, award(folder, 'minimum="2"'))
    assert coverage(case)['Finalist 1']['jurors'] == 'Ida Berg, Eva Holm, Ola Nordmann'
    run('assign', case, '--spread', '2')
    rows = coverage(case)
    assert all(row['asked'] == '2' for row in rows.values()), rows
    assert 'Per Dahl' not in rows['Finalist 1']['jurors']
    load = {name: sum(name in row['jurors'] for row in rows.values()) for name in ('Ida Berg', 'Per Dahl', 'Eva Holm', 'Ola Nordmann')}
    assert set(load.values()) == {3}, load
    # who is not asked gives no mark
    outside = next(f'e{name[-1]}' for name, row in rows.items() if 'Eva Holm' not in row['jurors'])
    marks = write(folder, 'marks.csv', f'entrant;criterion;mark\n{outside};A;5\n')
    assert 'does not mark' in run('import', 'marks', case, marks, '--juror', 'eva', status=1).stderr
    run('assign', case, '--juror', 'eva', '--entrant', outside)
    run('import', 'marks', case, marks, '--juror', 'eva')
    # fewer than the rule asks for are told
    for name in coverage(case)['Finalist 2']['jurors'].split(', '):
        run('assign', case, '--juror', name, '--entrant', 'e2', '--remove')
    assert 'the rule asks for 2' in run('assign', case).stderr
    assert 'assign' in run('log', case).stdout
    run('assign', case, '--all')
    assert coverage(case)['Finalist 2']['asked'] == '4'
    run('assign', case, '--juror', 'ida', '--spread', '2', status=2)
    run('assign', case, '--entrant', 'e1', status=2)


def test_assignments_go_with_the_award(folder):
    case, copy = os.path.join(folder, 'case.votum'), os.path.join(folder, 'copy.votum')
    run('init', case, award(folder))
    run('assign', case, '--spread', '2')
    run('export', case, '--output', os.path.join(folder, 'out.xml'))
    run('init', copy, os.path.join(folder, 'out.xml'))
    assert coverage(case) == coverage(copy)


def test_comments_asked_for(folder):
    case, home = os.path.join(folder, 'case.votum'), os.path.join(folder, 'per.votum')
    run('init', case, award(folder, 'comments="extremes"'))
    run('hold', case, '--juror', 'ida', '--duty', 'chair')
    run('hand-out', case, '--juror', 'per', '--output', home)
    rows = ''.join(f'e{i};{criterion};{6 if i == 2 else 4}\n' for i in range(2, 7) for criterion in 'AB')
    run('import', 'marks', home, write(folder, 'marks.csv', 'entrant;criterion;mark\n' + rows), '--juror', 'per')
    ballot = os.path.join(folder, 'per.ballot')
    assert '2 marks need a comment' in run('hand-in', home, '--output', ballot, '--incomplete', status=1).stderr
    assert not os.path.exists(ballot)
    words = write(folder, 'words.csv', 'entrant;criterion;mark;comment\ne2;A;6;Teamlederne kjenner tallene sine.\ne2;B;6;Kjøen er kort.\n')
    run('import', 'marks', home, words, '--juror', 'per')
    run('hand-in', home, '--output', ballot)
    # the protocol says what the rule asks for
    verdict = os.path.join(folder, 'verdict.pdf')
    run('verdict', case, '--part', 'protocol', '--lang', 'nb', '--output', verdict)
    assert 'skal begrunnes med en kommentar' in walk.pdf_text(verdict)



def test_marks_on_paper(folder):
    case = os.path.join(folder, 'case.votum')
    run('init', case, award(folder, 'second-reading="true"'))
    run('hold', case, '--juror', 'ida', '--duty', 'chair')
    rows = [f'e{i};{criterion};{i}' for i in range(2, 7) for criterion in 'AB']
    paper = write(folder, 'paper.csv', 'entrant;criterion;mark\n' + '\n'.join(rows) + '\n')
    again = write(folder, 'again.csv', 'entrant;criterion;mark\n' + '\n'.join(rows).replace('e3;A;3', 'e3;A;4') + '\n')
    half = write(folder, 'half.csv', 'entrant;criterion;mark\n' + '\n'.join(rows[:5]) + '\n')
    run('paper', case, paper, '--juror', 'per', '--read', status=1)
    assert 'second reading' in run('paper', case, paper, '--juror', 'per').stdout
    state = {row['juror']: row for row in csv.DictReader(io.StringIO(run('ballots', case, '--format', 'csv').stdout))}
    assert state['Per Dahl']['state'] == 'paper', state
    # what was typed in is compared with nothing before the round is opened
    assert 'Finalist 6' not in run('result', case).stdout.split('1 ')[-1] or '6.00' not in run('result', case).stdout
    assert 'second time' in run('open-round', case, '--round', '1', '--anyway', status=1).stderr
    # not by the same person, not where they differ, not of half of it
    assert 'another person' in run('paper', case, paper, '--juror', 'per', '--read', '--as', 'ida berg', status=1).stderr
    done = run('paper', case, again, '--juror', 'per', '--read', '--as', 'Siv Vik', status=1)
    assert 'Finalist 3, A: typed in 3, read 4' in done.stdout and 'differ in 1 mark' in done.stderr, done
    assert 'not in the file' in run('paper', case, half, '--juror', 'per', '--read', '--as', 'Siv Vik', status=1).stderr
    assert 'they agree' in run('paper', case, paper, '--juror', 'per', '--read', '--as', 'Siv Vik').stdout
    # what is corrected afterwards is read again
    fixed = write(folder, 'fixed.csv', 'entrant;criterion;mark\ne3;A;4\n')
    run('paper', case, fixed, '--juror', 'per')
    run('open-round', case, '--round', '1', '--anyway', status=1)
    run('paper', case, again, '--juror', 'per', '--read', '--as', 'Siv Vik')
    run('open-round', case, '--round', '1', '--anyway')
    assert '6.00' in run('result', case).stdout
    verdict = os.path.join(folder, 'verdict.pdf')
    run('verdict', case, '--part', 'protocol', '--lang', 'en', '--output', verdict)
    text = walk.pdf_text(verdict)
    assert 'given on paper' in text and 'Siv Vik' in text, text


def rank_award(folder, rules, rounds, n=6, scale='min="0" max="9" step="1"'):
    entrants = ''.join(f'<entrant id="e{i}" position="{i}" status="finalist"><name>Finalist {i}</name></entrant>' for i in range(1, n + 1))
    jurors = ''.join(f'<juror id="{key}"><name>{name}</name></juror>' for key, name in
                     (('per', 'Per Dahl'), ('eva', 'Eva Holm'), ('ola', 'Ola Nordmann')))
    return write(folder, 'award.xml', f'''<award xmlns="{NS}" id="prize" year="2026" scale="s" rule="r" languages="nb">
  <name xml:lang="nb">Prøveprisen</name><scale id="s" {scale}/>{rules}
  <criterion id="A"><name xml:lang="nb">Stemme</name></criterion>
  {entrants}<juror id="ida" roles="secretary"><name>Ida Berg</name></juror>{jurors}{rounds}</award>''')


def vote(folder, case, juror, marks, round='1', **more):
    rows = ''.join(f'e{i};{mark}\n' for i, mark in enumerate(marks, 1) if mark is not None)
    return run('import', 'marks', case, write(folder, f'{juror}.csv', 'entrant;mark\n' + rows), '--juror', juror, '--round', round, **more)


def places(case, *options):
    rows = csv.DictReader(io.StringIO(run('result', case, '--format', 'csv', *options).stdout))
    return {row['name']: row for row in rows}


def test_points_to_so_many(folder):
    """The preliminary ballots of a singing competition: three points to two, two to one, one to one; then a final by places."""
    case, home = os.path.join(folder, 'case.votum'), os.path.join(folder, 'per.votum')
    rules = '<rule id="r" method="places" allocation="3x2 2x1 1x1" tie-breaks="revote"/><rule id="final" method="rank-sum"/>'
    run('init', case, rank_award(folder, rules, '<round id="1" position="1"/>'))
    run('hold', case, '--juror', 'ida', '--duty', 'secretary')
    run('hand-out', case, '--juror', 'per', '--output', home)
    vote(folder, home, 'per', (3, 3, 3, 2, None, None))
    ballot = os.path.join(folder, 'per.ballot')
    assert '3 points to 2, given to 3' in run('hand-in', home, '--output', ballot, '--incomplete', status=1).stderr
    vote(folder, home, 'per', (3, 3, 1, 2, None, None))
    # who has given all there is has nothing left to give
    run('hand-in', home, '--output', ballot)
    run('take-in', case, ballot)
    eva = write(folder, 'eva.csv', 'entrant;mark\ne1;3\ne2;3\ne3;2\ne4;1\n')
    run('import', 'marks', case, eva, '--juror', 'eva', '--round', '1', '--entered-by', 'Ida Berg')
    run('open-round', case, '--round', '1', '--anyway')
    rows = places(case)
    assert [rows[f'Finalist {i}']['exact'] for i in (1, 2, 3, 4)] == ['6', '6', '3', '3'], rows
    assert rows['Finalist 5']['exact'] == '0' and rows['Finalist 1']['position'] == '1', rows
    # the tie at the top: a revote among those two alone
    assert 'Finalist 2' in run('revote', case).stdout
    assert 'after' in run('revote', case, status=1).stderr
    run('undo', case)
    run('revote', case)


def test_yes_or_no(folder):
    case = os.path.join(folder, 'case.votum')
    run('init', case, rank_award(folder, '<rule id="r" method="yes-no" quorum="2" majority="1/2"/>', '<round id="1" position="1"/>', 4,
                                 'min="0" max="1" step="1"'))
    vote(folder, case, 'per', (1, 1, 0, 1))
    vote(folder, case, 'eva', (1, 0, 0, None))
    vote(folder, case, 'ola', (1, None, 1, None))
    rows = places(case)
    assert rows['Finalist 1']['position'] == '1' and rows['Finalist 1']['exact'] == '3', rows
    # one of two is no more than half, and one vote is no quorum
    assert rows['Finalist 2']['state'] == 'not-carried' and rows['Finalist 3']['state'] == 'not-carried', rows
    assert rows['Finalist 4']['state'] == 'too-few-marks', rows
    for lang, words in (('nb', 'mer enn halvparten'), ('sv', 'mer än hälften'), ('en', 'more than half')):
        verdict = os.path.join(folder, f'{lang}.pdf')
        run('verdict', case, '--part', 'protocol', '--lang', lang, '--output', verdict)
        assert words in walk.pdf_text(verdict)


def test_a_round_by_its_own_rule(folder):
    """First points, then places: lowest sum wins, and the points do not count any more."""
    case = os.path.join(folder, 'case.votum')
    rules = '<rule id="r" method="places"/><rule id="final" method="rank-sum"/>'
    run('init', case, rank_award(folder, rules, '<round id="1" position="1"/><round id="2" position="2" rule="final"/>', 3))
    for juror, marks in (('per', (3, 2, 1)), ('eva', (3, 1, 2)), ('ola', (3, 2, 1))):
        vote(folder, case, juror, marks)
    assert places(case)['Finalist 1']['exact'] == '9'
    for juror, marks in (('per', (3, 1, 2)), ('eva', (2, 1, 3)), ('ola', (1, 2, 3))):
        vote(folder, case, juror, marks, '2')
    rows = places(case)
    assert [(rows[f'Finalist {i}']['position'], rows[f'Finalist {i}']['exact']) for i in (1, 2, 3)] == [('2', '6'), ('1', '4'), ('3', '8')], rows
    # the first round is told as well, with its rule and that it does not decide
    assert places(case, '--round', '1')['Finalist 1']['exact'] == '9'
    said = run('result', case).stdout
    assert said.index('does not decide: Each juror gives points') < said.index('This round decides: Each juror ranks'), said
    for lang, words in (('nb', ('avgjør ikke resultatet', 'Denne runden avgjør')), ('sv', ('avgör inte resultatet', 'avgör resultatet'))):
        verdict = os.path.join(folder, f'{lang}.pdf')
        run('verdict', case, '--part', 'protocol', '--lang', lang, '--output', verdict)
        assert all(word in ' '.join(walk.pdf_text(verdict).split()) for word in words)


if __name__ == '__main__':
    sys.exit(walk.main(globals()))
