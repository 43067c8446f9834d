#!/usr/bin/env python3
"""The whole way through votumctl, as a jury secretary walks it. TAP on standard output."""

import csv
import io
import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

import walk
from walk import (
    ENV, MARKS, NS, SHARED, SLOW, THREE, VOTUMCTL, Skip, decided, demo_case,
    digest, marked_case, pdf_text, result, run, shortlist, small_award, small_case,
    things_of, write)


# --- the calls ------------------------------------------------------------------------------------------------------


def test_every_command_explains_itself(folder):
    text = run('--help').stdout
    commands = re.findall(r'^  (\w+) ', text, re.M)
    assert len(commands) >= 10, text
    for command in commands:
        assert 'votumctl' in run(command, '--help').stdout
        run(command, '--no-such-option', status=2)
    run(status=2)
    run('dance', status=2)
    run('result', status=2)
    run('import', 'soup', 'a', 'b', status=2)


def test_refusals_are_sentences(folder):
    missing = os.path.join(folder, 'no.votum')
    for command in (['result', missing], ['check', missing], ['log', missing]):
        text = run(*command, status=1).stderr
        assert 'no.votum' in text and text.rstrip().endswith('.'), text
    assert not os.path.exists(missing), 'looking for a case made one'
    case = small_case(folder)
    run('init', case, small_award(folder), status=1)
    run('verdict', case, '--lang', 'fr', '-o', 'x.pdf', status=2)
    run('result', case, '--round', '9', status=1)


def test_templates(folder):
    names = [line.split()[0] for line in run('templates').stdout.splitlines()]
    assert set(names) >= {'arets-kundeserviceledelse', 'kundeservice-awards', 'studiebesok-1000', 'servicekultur-hamnes'}, names
    for name in names:
        case = os.path.join(folder, name + '.votum')
        run('init', case, '--template', name)
        run('check', case)
        assert 'result' in run('result', case, status=1).stderr


# --- in -------------------------------------------------------------------------------------------------------------


def test_import_is_a_preview_first(folder):
    case = os.path.join(folder, 'case.votum')
    run('init', case, small_award(folder))
    file = shortlist(folder, THREE)
    before = digest(case)
    text = run('import', 'shortlist', case, file, '--dry-run').stdout
    assert '+ entrant nord: Nordlys' in text, text
    assert digest(case) == before, 'a rehearsal changed the case'
    run('import', 'shortlist', case, file)
    log = len(run('log', case, '--format', 'csv').stdout.splitlines())
    text = run('import', 'shortlist', case, file).stdout
    assert 'nothing changes' in text, text
    assert len(run('log', case, '--format', 'csv').stdout.splitlines()) == log, 'importing the same again left a trace'


def test_a_changed_shortlist_updates_by_id(folder):
    case = marked_case(folder)
    file = shortlist(folder, [('nord', 'Nordlys Kraft', 'Vi lytter mer.'), ('skog', 'Skogstjerne', 'Nye.')], 'second.xml')
    text = run('import', 'shortlist', case, file, '--dry-run').stdout
    assert '~ entrant nord: Nordlys Kraft' in text and '+ entrant skog' in text and '2 left' in text, text
    run('import', 'shortlist', case, file)
    names = {row['id']: row['name'] for row in csv.DictReader(io.StringIO(run('entrants', case, '--format', 'csv').stdout))}
    assert names == {'nord': 'Nordlys Kraft', 'fjel': 'Fjellvind', 'havg': 'Havgap', 'skog': 'Skogstjerne'}, names
    assert [row['entrant'] for row in result(case)][:2] == ['nord', 'fjel']


def test_a_bad_shortlist_imports_nothing_and_says_where(folder):
    case = small_case(folder)
    before = digest(case)
    file = write(folder, 'bad.xml', f'''<?xml version="1.0"?>
<shortlist xmlns="{NS}" award="prize">
  <entrant id="x"><name>Good</name></entrant>
  <entrant><name>No id</name></entrant>
  <entrant id="y" status="famous"><name>Bad status</name></entrant>
  <entrant id="x"><name>Twice</name></entrant>
  <nonsense/>
</shortlist>
''')
    text = run('import', 'shortlist', case, file, status=1).stderr
    for line in (4, 5, 6, 7):
        assert re.search(rf'bad\.xml:{line}:\d+: \S.*\.', text), f'line {line} is missing in\n{text}'
    assert digest(case) == before


def test_the_wrong_award_is_refused(folder):
    case = small_case(folder)
    file = write(folder, 'other.xml', f'<shortlist xmlns="{NS}" award="another"><entrant id="q"><name>Q</name></entrant></shortlist>')
    assert 'another' in run('import', 'shortlist', case, file, status=1).stderr


def test_marks_as_spreadsheets_write_them(folder):
    case = marked_case(folder)
    rows = {row['entrant']: row for row in result(case)}
    # Nordlys: A (5.5 + 5) / 2 = 5.25, B 4.25, total 0.6 * 5.25 + 0.4 * 4.25 = 4.85; Eva is left out, not zero
    assert rows['nord']['total'] == '4.85' and rows['nord']['position'] == '1', rows
    assert rows['fjel']['A'] == '4.67' and rows['fjel']['exact'] == '23/5', rows
    english = write(folder, 'english.csv', 'Mark,Criterion,Juror,Entrant,Comment\n4.5,A,Eva Holm,Havgap,"two\nlines, quoted"\n')
    run('import', 'marks', case, english)
    assert {row['entrant']: row['A'] for row in result(case)}['havg'] == '3.50'
    latin = write(folder, 'latin.csv', 'finalist;jurymedlem;kriterium;poeng;kommentar\r\nhavg;eva;A;3,5;Blåbær\r\n', 'cp1252')
    run('import', 'marks', case, latin)
    exported = os.path.join(folder, 'out.xml')
    run('export', case, '--output', exported)
    with open(exported, encoding='utf-8') as file:
        assert 'Blåbær' in file.read()


def test_bad_marks_say_which_line(folder):
    case = marked_case(folder)
    before = digest(case)
    for row, word in (('havg;ida;A;7;', 'scale'), ('havg;ida;A;4,25;', 'scale'), ('havg;ida;A;mange;', 'mange'),
                      ('nord;eva;A;4;', 'recused'), ('ukjent;ida;A;4;', 'ukjent'), ('havg;ida;C;4;', 'C')):
        file = write(folder, 'bad.csv', 'entrant;juror;criterion;mark;comment\nhavg;per;A;4;\n' + row + '\n')
        text = run('import', 'marks', case, file, status=1).stderr
        assert re.search(r'bad\.csv:3', text) and word in text, text
    assert digest(case) == before, 'a refused import changed the case'
    twice = write(folder, 'twice.csv', 'entrant;juror;criterion;mark\nhavg;per;A;4\nhavg;per;A;5\n')
    run('import', 'marks', case, twice, status=1)


def test_a_double_mark_is_told_by_its_lines(folder):
    case = small_case(folder)
    file = write(folder, 'twice.csv', 'entrant;juror;criterion;mark\nhavg;per;A;4\nnord;per;A;4\nhavg;per;A;5\n')
    text = run('import', 'marks', case, file, status=1).stderr
    assert re.search(r'twice\.csv:4: .*Per Dahl.*Havgap.*line 2', text), text
    text = run('import', 'marks', case, write(folder, 'm.csv', MARKS), '--juror', 'Karri', status=1).stderr
    assert 'Karri' in text, text


def test_who_does_not_mark(folder):
    case = small_case(folder)
    more = f'''<award xmlns="{NS}" id="prize"><juror id="mette" roles="secretary"><name>Mette Lunde</name></juror>
      <entrant id="havg" status="withdrawn"/></award>'''
    run('import', 'award', case, write(folder, 'more.xml', more))
    for row, name in (('nord;mette;A;4', 'Mette Lunde'), ('havg;ida;A;4', 'Havgap')):
        text = run('import', 'marks', case, write(folder, 'm.csv', f'entrant;juror;criterion;mark\n{row}\n'), status=1).stderr
        assert name in text and ':2' in text, text


def test_a_late_recusal_takes_the_marks_with_it(folder):
    case = marked_case(folder)
    recusal = f'<award xmlns="{NS}" id="prize"><recusal juror="ida" entrant="nord"><reason>Ny stilling</reason></recusal></award>'
    file = write(folder, 'late.xml', recusal)
    text = run('import', 'award', case, file, '--dry-run').stdout
    assert re.search(r'marks? .*2 taken out', text), text
    before = {row['entrant']: row['total'] for row in result(case)}
    run('import', 'award', case, file)
    after = {row['entrant']: row['total'] for row in result(case)}
    # Per alone: A 5, B 4.5: 0.6 * 5 + 0.4 * 4.5
    assert after['nord'] == '4.80' and after['fjel'] == before['fjel'], after
    run('check', case)
    run('undo', case)
    assert {row['entrant']: row['total'] for row in result(case)} == before


def test_nothing_writes_over_a_case(folder):
    case = marked_case(folder)
    other = os.path.join(folder, 'other.pdf')
    shutil.copy(case, other)
    before = digest(case)
    for command in (['verdict', case, '--output', case], ['verdict', case, '--output', other], ['export', case, '--output', case],
                    ['chart', case, '--kind', 'ranking', '--output', other], ['verdict', case, '--output', os.path.join(folder, 'x.txt')]):
        run(*command, status=1)
    assert digest(case) == before and digest(other) == before
    run('import', 'marks', case, write(folder, 'm.csv', MARKS), '--as', ' ', status=2)


def test_correcting_a_mark_keeps_the_comment(folder):
    case = marked_case(folder)
    run('import', 'marks', case, write(folder, 'again.csv', 'entrant;juror;criterion;mark\nnord;ida;A;6\n'))
    exported = os.path.join(folder, 'out.xml')
    run('export', case, '--output', exported)
    with open(exported, encoding='utf-8') as file:
        assert re.search(r'value="6"[^>]*>Sterk<', file.read())
    double = write(folder, 'double.csv', 'entrant;juror;criterion;mark\nnord;ida;A;6\nnord;ida;A;5\n')
    assert re.search(r'double\.csv:3', run('import', 'marks', case, double, status=1).stderr)
    both = write(folder, 'both.csv', 'entrant;juror;criterion;mark\nnord;ida;A;6\nnord;ida;B;recused\n')
    assert re.search(r'both\.csv:3', run('import', 'marks', case, both, status=1).stderr)


def test_a_sealed_case_can_be_exported_and_undone(folder):
    case = marked_case(folder)
    decided(folder, case, '<round id="1" state="sealed"/>', 'seal.xml')
    assert 'sealed' in run('result', case, status=1).stderr
    late = f'<award xmlns="{NS}" id="prize"><recusal juror="ida" entrant="nord"/></award>'
    assert 'sealed' in run('import', 'award', case, write(folder, 'late.xml', late), status=1).stderr
    exported, copy = os.path.join(folder, 'out.xml'), os.path.join(folder, 'copy.votum')
    run('export', case, '--output', exported)
    run('init', copy, exported)
    run('undo', case)
    assert result(case)[0]['entrant'] == 'nord'


def test_unlocking_leaves_no_marks_that_do_not_fit(folder):
    case = marked_case(folder)
    scale = f'<award xmlns="{NS}" id="prize"><scale id="s" max="5"/></award>'
    text = run('import', 'award', case, write(folder, 'scale.xml', scale), '--unlock', 'Mistyped', status=1).stderr
    assert 'would not fit' in text and '5.5' in text, text


def test_a_case_that_was_never_finished_says_so(folder):
    entrants = ''.join(f'<entrant id="e{n}"><name>Entrant {n}</name></entrant>' for n in range(9000))
    award = small_award(folder, 'big.xml', entrants=entrants)
    case = os.path.join(folder, 'big.votum')
    process = subprocess.Popen([VOTUMCTL, 'init', case, award], env=ENV, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while process.poll() is None and not os.path.exists(case + '-journal'):
        time.sleep(0.002)
    process.kill()
    process.wait()
    if os.path.exists(case):
        for command in (['check', case], ['log', case], ['result', case]):
            done = subprocess.run([VOTUMCTL, *command], env=ENV, capture_output=True, text=True)
            assert done.returncode in (0, 1), (command, done.returncode)
            assert done.returncode == 0 or done.stderr.strip().endswith('.'), done.stderr


def test_a_corrected_shortlist_has_the_submission_as_a_whole(folder):
    case = small_case(folder)
    section = '<entrant id="nord"><name>Nordlys</name>{}</entrant>'
    body = f'<shortlist xmlns="{NS}" award="prize">{section}</shortlist>'
    run('import', 'shortlist', case, write(folder, 'a.xml', body.format('<section heading="Om oss" criterion="A">En</section>')))
    run('import', 'shortlist', case, write(folder, 'b.xml', body.format('<section>To</section>')))
    exported = os.path.join(folder, 'out.xml')
    run('export', case, '--output', exported)
    text = things_of(exported)
    assert re.search(r'<section[^>]*>To</section>', text) and 'Om oss' not in text, text


def test_criteria_are_locked_by_the_first_mark(folder):
    case = marked_case(folder)
    file = small_award(folder, 'heavier.xml', weights=('50', '50'))
    text = run('import', 'award', case, file, status=1).stderr
    assert 'locked' in text, text
    run('import', 'award', case, file, '--unlock', 'Agreed in the meeting of 3 November')
    assert 'Agreed in the meeting' in run('log', case, '--format', 'csv').stdout
    assert 'mark 1/nord/ida/A=5.5 comment=Sterk' in run('log', case, '--format', 'csv').stdout, 'the log does not say what was given'
    assert {row['entrant']: row['total'] for row in result(case)}['nord'] == '4.75'


def test_attachments_come_along(folder):
    with open(os.path.join(folder, 'svar.txt'), 'w') as file:
        file.write('Hei')
    award = small_award(folder, entrants='<entrant id="nord"><name>Nordlys</name><attachment name="svar.txt" title="Svar"/></entrant>')
    case = os.path.join(folder, 'case.votum')
    run('init', case, award)
    os.mkdir(os.path.join(folder, 'out'))
    run('export', case, '--output', os.path.join(folder, 'out', 'case.xml'))
    with open(os.path.join(folder, 'out', 'svar.txt')) as file:
        assert file.read() == 'Hei'
    for evil in ('../svar.txt', '/etc/passwd', 'no-such-file.pdf'):
        award = small_award(folder, 'evil.xml', entrants=f'<entrant id="n"><name>N</name><attachment name="{evil}"/></entrant>')
        run('init', os.path.join(folder, 'evil.votum'), award, status=1)
        assert not os.path.exists(os.path.join(folder, 'evil.votum')), 'a refused case was left behind'


# --- exactly --------------------------------------------------------------------------------------------------------


def chopin_award(folder, marks):
    entrants = list(dict.fromkeys(row['entrant'] for row in marks))
    jurors = list(dict.fromkeys(row['juror'] for row in marks))
    lines = [f'<award xmlns="{NS}" id="competition" year="2025" scale="s" rule="r"><name xml:lang="en">Competition</name>',
             '<scale id="s" min="1" max="25" step="1"/>',
             '<rule id="r" correction="clip" margins="3 2" round-mark="2" round-result="2" round-total="2" '
             'round-weights="1; 0.3 0.7; 0.1 0.2 0.7; 0.1 0.2 0.35 0.35"/>',
             '<criterion id="all" weight="1"><name xml:lang="en">Performance</name></criterion>']
    lines += [f'<entrant id="e{n}"><name>{name}</name></entrant>' for n, name in enumerate(entrants)]
    lines += [f'<juror id="j{n}"><name>{name}</name></juror>' for n, name in enumerate(jurors)]
    for number in '1234':
        inside = dict.fromkeys(row['entrant'] for row in marks if row['round'] == number)
        lines.append(f'<round id="{number}" position="{number}">' +
                     ''.join(f'<round-entry entrant="e{entrants.index(name)}"/>' for name in inside) + '</round>')
    return write(folder, 'competition.xml', '\n'.join(lines) + '</award>\n')


def chopin_case(folder):
    path = os.path.join(SHARED, 'real', 'chopin-2025')
    if not os.path.isdir(path):
        raise Skip('the real jury is not here')
    with open(os.path.join(path, 'marks.csv'), encoding='utf-8') as file:
        marks = list(csv.DictReader(file))
    case = os.path.join(folder, 'competition.votum')
    run('init', case, chopin_award(folder, marks))
    run('import', 'marks', case, os.path.join(path, 'marks.csv'))
    with open(os.path.join(path, 'official.csv'), encoding='utf-8') as file:
        return case, list(csv.DictReader(file))


def test_a_real_jury_to_the_last_digit(folder):
    case, official = chopin_case(folder)
    agreed = 0
    for number in '1234':
        computed = {row['name']: row for row in result(case, '--round', number)}
        for row in official:
            if row['round'] == number:
                assert computed[row['entrant']]['total'] == row['result'], (row, computed[row['entrant']])
                agreed += 1
    assert agreed == 155, agreed
    pdf = os.path.join(folder, 'competition.pdf')
    run('verdict', case, '--lang', 'en', '--part', 'protocol', '--output', pdf)
    text = pdf_text(pdf)
    for row in official:
        assert row['result'] in text and ' '.join(row['entrant'].split()) in text, row


# --- copies by the way ----------------------------------------------------------------------------------------------


def test_a_copy_of_another_day_comes_back(folder):
    case = marked_case(folder)
    home = os.path.join(folder, 'home')
    env = {'XDG_DATA_HOME': home}
    assert 'no copies yet' in run('backups', case, env=env).stdout
    assert json.loads(run('backups', case, '--format', 'json', env=env).stdout) == []
    before = result(case)
    run('undo', case, env=env)
    copies = json.loads(run('backups', case, '--format', 'json', env=env).stdout)
    assert len(copies) == 1 and os.path.getsize(copies[0]['file']) == int(copies[0]['bytes']), copies
    day = copies[0]['date'][:10]

    back = os.path.join(folder, 'back.votum')
    assert day in run('backups', case, '--restore', day, '-o', back, env=env).stdout
    run('check', back, env=env)
    assert result(back) == before
    run('backups', case, '--restore', day, '-o', back, env=env, status=1)
    assert '1999-12-31' in run('backups', case, '--restore', '1999-12-31', '-o', back + '2', env=env, status=1).stderr
    run('backups', case, '--restore', day, env=env, status=2)
    run('backups', case, '--restore', '3', '-o', back, env=env, status=2)
    # a file that is damaged or gone is no reason to lose them
    uuid = os.path.basename(os.path.dirname(copies[0]['file']))
    os.unlink(case)
    assert day in run('backups', uuid, env=env).stdout
    assert 'thesis' in run('backups', os.path.join(folder, 'thesis.votum'), env=env, status=1).stderr


# --- whose copy it is -----------------------------------------------------------------------------------------------


def test_a_copy_shows_and_takes_what_its_holder_may(folder):
    case = marked_case(folder)
    decided(folder, case, '<decision id="d" entrant="nord" outcome="winner"/>')
    everybody = result(case)
    run('hold', case, '--juror', 'per', '--duty', 'chair', status=1)
    run('hold', case, '--juror', 'per', '--duty', 'king', status=2)
    run('hold', case, '--juror', 'per', '--duty', 'juror')
    assert 'nothing to undo' in run('undo', case, status=1).stderr
    own = result(case)
    assert own and own != everybody

    theirs = write(folder, 'theirs.csv', 'entrant;juror;criterion;mark\nnord;ida;A;1\n')
    assert 'Per Dahl' in run('import', 'marks', case, theirs, status=1).stderr
    mine = write(folder, 'mine.csv', 'entrant;juror;criterion;mark\nnord;per;A;1\n')
    assert 'Per Dahl' in run('import', 'marks', case, mine, '--as', 'Somebody').stderr
    log = json.loads(run('log', case, '--format', 'json').stdout)
    assert log[-1]['who'] == 'Per Dahl', log[-1]
    assert any('copy' in (entry['new'] or '') for entry in log), 'what may not be seen is not named as such'
    out = os.path.join(folder, 'out.xml')
    run('export', case, '-o', out)
    exported = things_of(out)
    assert 'juror="per"' in exported and '<decision' not in exported and '<log' not in exported
    assert not re.search('<mark [^>]*juror="ida"', exported)

    run('hold', case, '--juror', 'ida', '--duty', 'chair', status=1)
    run('hold', case, '--juror', 'ida', '--duty', 'chair', '--reason', 'Back to the chair')
    assert len(result(case)) == len(everybody) and result(case) != own
    run('check', case)


# --- nothing is lost ------------------------------------------------------------------------------------------------


def test_undo_and_redo_after_a_restart(folder):
    case = small_case(folder)
    states = [result_or_none(case)]
    for n, mark in enumerate(('4', '5', '6')):
        run('import', 'marks', case, write(folder, f'm{n}.csv', f'entrant;juror;criterion;mark\nnord;ida;A;{mark}\nnord;ida;B;{mark}\n'))
        states.append(result_or_none(case))
    for n in (2, 1, 0):
        run('undo', case)
        assert result_or_none(case) == states[n], n
    for n in (1, 2, 3):
        run('redo', case)
        assert result_or_none(case) == states[n], n
    run('redo', case, status=1)
    for _ in range(4):
        run('undo', case)
    assert 'nothing to undo' in run('undo', case, status=1).stderr
    run('check', case)


def result_or_none(case):
    return [(row['entrant'], row['total'], row['state']) for row in result(case)]


def test_an_open_case_is_named_as_such(folder):
    case = marked_case(folder)
    holder = subprocess.Popen([sys.executable, '-c', '''
import sqlite3, sys, time
c = sqlite3.connect(sys.argv[1], isolation_level=None)
c.execute('begin exclusive')
print('held', flush=True)
time.sleep(60)
''', case], stdout=subprocess.PIPE)
    holder.stdout.readline()
    before = digest(case)
    text = run('check', case, status=1).stderr
    holder.kill()
    holder.wait()
    assert 'open' in text.lower(), text
    assert digest(case) == before
    run('check', case)


def test_what_was_changed_behind_its_back_is_noticed(folder):
    case = marked_case(folder)
    subprocess.run(['sqlite3', case, "update mark set value = '6' where value = '5.5'"], check=True)
    before = digest(case)
    text = run('result', case, status=1).stderr
    assert 'case.votum' in text, text
    assert digest(case) == before


def test_stopping_an_import_leaves_the_case_as_it_was(folder):
    jurors = ''.join(f'<juror id="j{n}"><name>Juror {n}</name></juror>' for n in range(40))
    entrants = ''.join(f'<entrant id="e{n}"><name>Entrant {n}</name></entrant>' for n in range(1500))
    case = os.path.join(folder, 'big.votum')
    run('init', case, small_award(folder, entrants=entrants, extra=jurors))
    rows = ''.join(f'e{e};j{j};{c};4\n' for e in range(1500) for j in range(40) for c in 'AB')
    file = write(folder, 'big.csv', 'entrant;juror;criterion;mark\n' + rows)
    stopped = 0
    for delay in (0.02, 0.1, 0.2, 0.3):
        process = subprocess.Popen([VOTUMCTL, 'import', 'marks', case, file], env=ENV, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        time.sleep(delay * SLOW)
        process.send_signal(signal.SIGINT)
        said = process.communicate(timeout=120 * SLOW)[1].decode()
        if process.returncode == 0:
            run('undo', case)
        else:
            # before it has begun, the signal ends the program as it ends any other
            stopped += process.returncode == 1
            assert process.returncode == -signal.SIGINT or (process.returncode == 1 and 'Stopped' in said), (process.returncode, said)
            entries = json.loads(run('log', case, '--format', 'json').stdout)
            assert [entry['command'] for entry in entries][-1] in ('init', 'undo'), entries[-1]
        run('check', case)
    assert stopped > 0, 'no import was stopped'


def test_it_speaks_norwegian_and_swedish(folder):
    if not os.path.isdir(os.environ.get('VOTUM_LOCALEDIR', '')):
        raise Skip('the catalogues are not built')
    installed = subprocess.run(['locale', '-a'], capture_output=True, text=True).stdout.lower()
    for locale, words in (('nb_NO.UTF-8', 'Det finnes'), ('sv_SE.UTF-8', 'Det finns')):
        if locale.lower().replace('-', '') not in installed:
            raise Skip(f'the locale {locale} is not installed')
        text = run('dance', status=2, env={'LC_ALL': locale}).stderr
        assert words in text, text
        case = marked_case(tempfile.mkdtemp(dir=folder))
        assert '4,85' in run('result', case, env={'LC_ALL': locale}).stdout
    for locale in ('nb_NO.UTF-8', 'sv_SE.UTF-8'):
        case = demo_case(tempfile.mkdtemp(dir=folder))
        said = run('verdict', case, '--output', os.path.join(folder, 'verdict.pdf'), env={'LC_ALL': locale})
        assert not said.stderr, f'the text in the language of {locale} was not found: {said.stderr}'


if __name__ == '__main__':
    sys.exit(walk.main(globals()))
