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


if __name__ == '__main__':
    sys.exit(walk.main(globals()))
