#!/usr/bin/env python3
"""attack.py SUITE VOTUMCTL: hostile files and awkward places against the real program. TAP.

The generators and judges are a tool chest beside this tree ($VOTUM_SHARED, by default ../shared), used
from where they lie; without them a suite is skipped. Each point is one class of cases, with every
failure of the class as a comment below it.

  award      hostile award descriptions against `votumctl init`
  shortlist  hostile shortlists against `votumctl import shortlist`
  case       damaged and hostile case files against `votumctl check`
  log        a case whose content was changed behind the program's back
  power      power cuts, I/O errors, a full disk and no memory, on a simulated disk
  ballots    the same while ballots are handed in and taken in, and a round is opened
  evening    kill -9 at any moment of a juror's evening; needs nothing beside this tree
  places     read-only, full, locked, unreadable ... against `votumctl import marks`
"""
import collections
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.dirname(os.path.dirname(HERE))
sys.path[:0] = [HERE, os.path.join(TOP, 'tests', 'bench')]
import evening  # noqa: E402
import generate  # noqa: E402

SHARED = os.environ.get('VOTUM_SHARED') or os.path.join(os.path.dirname(TOP), 'shared')
GEN = os.path.join(SHARED, 'attack', 'gen')
FIXTURES = os.path.join(TOP, 'tests', 'fixtures')
AWARD, SHORTLIST = os.path.join(FIXTURES, 'sample-award.xml'), os.path.join(FIXTURES, 'sample-shortlist.xml')
FULL = bool(os.environ.get('VOTUM_ATTACK_FULL'))
# The judges keep their own scratch files here, under this name.
SCRATCH = '/tmp/votum-attack'


class Tap:
    def __init__(self):
        self.points, self.failures = 0, 0

    def point(self, name, complaints):
        self.points += 1
        self.failures += bool(complaints)
        print(f'{"not ok" if complaints else "ok"} {self.points} - {name}')
        for complaint in complaints:
            print('#   ' + complaint.replace('\n', ' '))
        sys.stdout.flush()

    def end(self):
        print(f'1..{self.points}')
        return 1 if self.failures else 0


def skip_all(why):
    print(f'1..0 # SKIP {why}')
    sys.exit(0)


def must(*command, **options):
    """Run a step that prepares a suite; what it says is shown when it fails."""
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          text=True, errors='replace', check=False, **options)
    if done.returncode:
        print(f'Bail out! {" ".join(command)}: status {done.returncode}: {done.stdout.strip()[-400:]}')
        sys.exit(1)
    return done.stdout


def script(path, text):
    with open(path, 'w', encoding='utf-8') as f:
        f.write(text)
    os.chmod(path, 0o755)
    return path


def judged(tap, what, corpus, command):
    """Run a judge over a corpus; one point a class of its manifest."""
    classes = collections.OrderedDict()
    with open(os.path.join(corpus, 'manifest.tsv'), encoding='utf-8') as f:
        rows = [line.rstrip('\n').split('\t') for line in f]
    for name, _expected, kind, _why in rows:
        classes.setdefault(kind, []).append(name)
    home = {row[0]: row[2] for row in rows}
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          text=True, errors='replace', check=False)
    complaints = collections.defaultdict(list)
    for line in done.stdout.splitlines():
        failed = re.match(r'FAIL (\S+)\s', line)
        if failed:
            complaints[home.get(failed.group(1), '?')].append(line[5:])
    if 'TOTAL' not in done.stdout:
        complaints['?'].append('the judge did not finish: ' + done.stdout[-400:])
    for kind, names in classes.items():
        tap.point(f'{what}, {kind}: {len(names)} cases', complaints.pop(kind, []))
    for kind, rest in complaints.items():
        tap.point(f'{what}, {kind}', rest)
    print('# ' + (done.stdout.strip().splitlines() or [''])[-1])


# ---- XML ------------------------------------------------------------------------------------------------

# The output has one constant name, so that the judge's list of files opened by a good run holds for all.
# 3: a refused file left something behind; 4: what was accepted does not pass the program's own check.
INIT = '''#!/bin/sh
rm -f '{out}'
'{votumctl}' init '{out}' "$1"
rc=$?
if [ $rc -eq 0 ]; then '{votumctl}' check '{out}' || exit 4
elif [ -e '{out}' ]; then echo 'left a case behind'; exit 3; fi
exit $rc
'''
IMPORT = '''#!/bin/sh
cmp '{base}' '{base}'
cp '{base}' '{out}'
'{votumctl}' import shortlist '{out}' "$1"
rc=$?
if [ $rc -eq 0 ]; then '{votumctl}' check '{out}' || exit 4
else cmp '{base}' '{out}' || exit 3; fi
exit $rc
'''


def xml_corpus(folder, sample, number):
    """Hostile variants of a sample: its entrants, their names and attachments, and the numbers in this attribute."""
    must(sys.executable, os.path.join(GEN, 'xmlattack.py'), '-t', sample, '-o', folder, '--item', 'entrant', '--id', 'id',
         '--weight', number, '--file', 'name', *(['--big'] if FULL else []))
    must(sys.executable, os.path.join(GEN, 'attachments.py'), folder)


def expect_either(corpus, *beginnings):
    """The generator takes every number for a weight; these cases say nothing about a number that is none."""
    path = os.path.join(corpus, 'manifest.tsv')
    with open(path, encoding='utf-8') as f:
        rows = [line.split('\t') for line in f]
    with open(path, 'w', encoding='utf-8') as f:
        f.writelines('\t'.join([r[0], 'either', *r[2:]] if r[0].startswith(beginnings) else r) for r in rows)


def suite_award(tap, votumctl, work):
    corpus, out = os.path.join(work, 'corpus'), os.path.join(work, 'out.votum')
    xml_corpus(corpus, AWARD, 'weight')
    wrapper = script(os.path.join(work, 'init'), INIT.format(out=out, votumctl=votumctl))
    judged(tap, 'award', corpus,
           [sys.executable, os.path.join(GEN, 'run_xml.py'), corpus, '--trace', '--', wrapper, '{}'])


def suite_shortlist(tap, votumctl, work):
    corpus, base, out = (os.path.join(work, n) for n in ('corpus', 'base.votum', 'out.votum'))
    xml_corpus(corpus, SHORTLIST, 'value')
    # a measure may be below zero, and measures need not sum to anything
    expect_either(corpus, '51-sum-', '51-num-neg.')
    must(votumctl, 'init', base, AWARD)
    wrapper = script(os.path.join(work, 'import'), IMPORT.format(out=out, base=base, votumctl=votumctl))
    # what is opened on the way is looked at in the suite "award" too, by the same reader: the short form asks once
    judged(tap, 'shortlist', corpus,
           [sys.executable, os.path.join(GEN, 'run_xml.py'), corpus, *(['--trace'] if FULL else []), '--', wrapper, '{}'])


# ---- case files -------------------------------------------------------------------------------------------

def make_case(votumctl, work, entrants=60, jurors=6, criteria=6):
    """A case with marks in it, made by the program itself."""
    case, files = os.path.join(work, 'full.votum'), {}
    for name, text in (('award.xml', generate.award(criteria, jurors)), ('shortlist.xml', generate.shortlist(entrants)),
                       ('marks.csv', generate.marks(entrants, jurors, criteria)),
                       ('one.csv', 'round,entrant,juror,criterion,mark\nr1,e000003,j002,k001,9.9\n')):
        files[name] = os.path.join(work, name)
        with open(files[name], 'w', encoding='utf-8') as f:
            f.write(text)
    must(votumctl, 'init', case, files['award.xml'])
    must(votumctl, 'import', 'shortlist', case, files['shortlist.xml'])
    must(votumctl, 'import', 'marks', case, files['marks.csv'])
    must(votumctl, 'check', case)
    return case, files


def judge_cases(tap, what, corpus, votumctl, work):
    judged(tap, what, corpus, [sys.executable, os.path.join(GEN, 'run_db.py'), corpus,
                               '--work', os.path.join(work, 'run'), '--', votumctl, 'check', '{}'])


def suite_case(tap, votumctl, work):
    case, _files = make_case(votumctl, work)
    # The generator changes rows of one table, and wants one whose last column takes any text. The other tables are
    # the matter of the suite "log".
    corpus = os.path.join(work, 'corpus')
    must(sys.executable, os.path.join(GEN, 'dbattack.py'), '-t', case, '-o', corpus, '--table', 'meta',
         '--flips', '3000' if FULL else '150', *(['--big'] if FULL else []))
    judge_cases(tap, 'case file', corpus, votumctl, work)


# What somebody with the sqlite3 shell might do to a case. The triggers that guard the log are taken away for it and put
# back, so that only what the rows themselves say can tell.
def tampered():
    one = '(round, entrant, juror, criterion) = (select round, entrant, juror, criterion from mark limit 1 offset 7)'
    other = '(round, entrant, juror, criterion) = (select round, entrant, juror, criterion from mark limit 1 offset 8)'
    last = '(select max(number) from log)'
    return [
        ('reject', 'a mark changed', [f"update mark set value = case value when '1' then '2' else '1' end where {one}"]),
        ('reject', 'a mark taken away', [f'delete from mark where {one}']),
        ('reject', 'a mark made not observed', [f'update mark set value = null, state = 1 where {one}']),
        ('reject', 'a mark and its checksum copied over another',
         [f'update mark set (value, sum) = (select value, sum from mark where {other}) where {one}']),
        ('reject', 'a comment put under a mark', [f"update mark set comment = 'x' where {one}"]),
        ('reject', 'an entrant renamed', ["update entrant set name = name || ' x' where id = (select min(id) from entrant)"]),
        ('reject', 'two entrants change places',
         ['update entrant set id = 1000001 where id = (select min(id) from entrant)']),
        ('reject', 'a weight changed', ["update criterion set weight = '99' where id = (select min(id) from criterion)"]),
        ('reject', 'the rule changed', ["update rule set \"drop\" = 2"]),
        ('reject', 'a log entry reworded', ["update log set subject = subject || ' ' where number = 2"]),
        ('reject', 'a log entry by somebody else', ["update log set who = 'somebody' where number = 1"]),
        ('reject', 'the first log entry taken away', ['delete from change where log = 1', 'delete from log where number = 1']),
        ('reject', 'a log entry in the middle taken away', ['delete from change where log = 2', 'delete from log where number = 2']),
        ('reject', 'the last log entry taken away', [f'delete from change where log = {last}', f'delete from log where number = {last}']),
        ('reject', 'what an entry changed, changed', ["update change set new = replace(new, '1', '2') where (log, seq) = (select log, seq from change where new like '%1%' limit 1)"]),
        ('reject', 'what an entry changed, taken away', ['delete from change where (log, seq) = (select max(log), 1 from change)']),
        ('reject', 'a log entry put at the end', ["insert into log select number + 1, time, who, command, subject, old_value, new_value, reverses, n_changes, digest, hash from log order by number desc limit 1"]),
    ]


def tamper(case, statements):
    connection = sqlite3.connect(case, isolation_level=None)
    connection.execute('pragma foreign_keys = off')
    triggers = connection.execute("select name, sql from sqlite_schema where type = 'trigger' order by rowid").fetchall()
    for name, _sql in triggers:
        connection.execute(f'drop trigger {name}')
    for statement in statements:
        connection.execute(statement)
    changed = connection.total_changes
    for _name, sql in triggers:
        connection.execute(sql)
    connection.close()
    return changed


def suite_log(tap, votumctl, work):
    case, _files = make_case(votumctl, work, 20, 4, 3)
    corpus = os.path.join(work, 'corpus')
    os.mkdir(corpus)
    shutil.copyfile(case, os.path.join(corpus, '00-valid.votum'))
    shutil.copyfile(case, os.path.join(corpus, '01-untouched.votum'))
    # The same taking away and putting back, with nothing in between, must be fine: else the rest proves nothing.
    tamper(os.path.join(corpus, '01-untouched.votum'), [])
    rows = [('00-valid.votum', 'accept', 'valid', 'as it was made'),
            ('01-untouched.votum', 'accept', 'valid', 'triggers taken away and put back')]
    for number, (expected, why, statements) in enumerate(tampered(), 10):
        name = f'{number}-{why.replace(" ", "-").replace(",", "")}.votum'
        shutil.copyfile(case, os.path.join(corpus, name))
        if not tamper(os.path.join(corpus, name), statements):
            tap.point(f'made: {why}', ['the statements changed nothing'])
        rows.append((name, expected, why, '; '.join(statements)))
    with open(os.path.join(corpus, 'manifest.tsv'), 'w', encoding='utf-8') as f:
        f.writelines('\t'.join(row) + '\n' for row in rows)
    judge_cases(tap, 'behind its back', corpus, votumctl, work)


# ---- places -----------------------------------------------------------------------------------------------

# Writes a mark and looks with another program whether it really is there. 3: said "saved" and it is not. Given to the shell
# as words and not as a file, since it may have no descriptor to spare for that.
WRITE = '''
'{votumctl}' import marks "$1" '{csv}' || exit
value=$(sqlite3 -readonly "$1" "select value from mark where entrant = (select id from entrant where key = 'e000003')
    and juror = (select id from juror where key = 'j002') and criterion = (select id from criterion where key = 'k001')")
test "$value" = 9.9 && exit
echo "acknowledged, but the file says '$value'"
exit 3
'''
# Places in which the mark must have been saved.
FINE = ('control', 'TMPDIR', 'LANG=nb_NO', 'holder killed', 'clock')


def judge_place(line):
    """Name and complaints of one line of dbenv.sh."""
    match = re.match(r'(.*?) +rc=(\d+)\s+(\d+) ms\s+integrity=(.{22}) ?(.*)$', line)
    if not match:
        return line.strip(), [] if line.rstrip().endswith('skipped') else ['not understood']
    name, status, milliseconds, integrity, said = match.group(1).strip(), int(match.group(2)), int(match.group(3)), match.group(4).strip(), match.group(5)
    complaints = []
    if status not in (0, 1):
        complaints.append(f'status {status}: {said}')
    if status == 1 and not said.strip():
        complaints.append('refused without a word')
    if status != 0 and name.startswith(FINE):
        complaints.append(f'should have been saved: {said}')
    if integrity not in ('ok', 'n/a') and not name.startswith(('file unreadable', 'locked: BEGIN EXCLUSIVE')):
        complaints.append(f'integrity: {integrity}')
    if milliseconds > 10000:
        complaints.append(f'took {milliseconds} ms')
    return name, complaints


def may_mount(work):
    where = os.path.join(work, 'mount')
    os.mkdir(where)
    if os.geteuid() != 0 or subprocess.run(['mount', '-t', 'tmpfs', 'tmpfs', where], capture_output=True, check=False).returncode:
        return False
    must('umount', where)
    return True


def suite_places(tap, votumctl, work):
    if not may_mount(work):
        skip_all('awkward places are made with mounts, which needs root')
    case, files = make_case(votumctl, work, 20, 4, 3)
    write = WRITE.format(votumctl=votumctl, csv=files['one.csv'])
    done = subprocess.run(['bash', os.path.join(GEN, 'dbenv.sh'), case, '--', 'sh', '-c', write, 'sh', '{}'], stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, errors='replace', check=False)
    lines = done.stdout.splitlines()
    for number, line in enumerate(lines):
        if line.startswith('   !!'):
            continue
        name, complaints = judge_place(line)
        if number + 1 < len(lines) and lines[number + 1].startswith('   !!'):
            complaints.append(lines[number + 1].strip())
        tap.point(f'place: {name}', complaints)


def beside(votumctl, program):
    """A program of these tests, in the build that votumctl is of."""
    return os.path.normpath(os.path.join(os.path.dirname(votumctl), '..', '..', 'tests', program))


# ---- power cuts -------------------------------------------------------------------------------------------

def on_simulated_disk(program, work, variants):
    """A program that prints its own points, on a disk that knows what is durable."""
    library = os.path.join(work, 'crashvfs.so')
    must('gcc', '-O2', '-w', '-shared', '-fPIC', '-o', library, os.path.join(SHARED, 'attack', 'src', 'crashvfs.c'))
    return subprocess.run([program, library, work, variants], check=False).returncode


def suite_power(_tap, votumctl, work):
    """The store: changes and drafts."""
    return on_simulated_disk(beside(votumctl, 'crash-store'), work, '200' if FULL else '1')


def suite_ballots(_tap, votumctl, work):
    """The case: handing out and in, taking in and opening, and the revote after it."""
    return on_simulated_disk(beside(votumctl, 'crash-ballots'), work, '60' if FULL else '2')


# ---- kill -9 ----------------------------------------------------------------------------------------------

def suite_evening(tap, votumctl, work):
    """The case and its drafts, in a program that is killed."""
    case, _files = make_case(votumctl, work, 20, 4, 3)
    evening.judge(tap, beside(votumctl, 'evening'), case, os.path.join(work, 'evening.votum'), 200 if FULL else 20)


SUITES = {'award': suite_award, 'shortlist': suite_shortlist, 'case': suite_case, 'log': suite_log,
          'places': suite_places, 'power': suite_power, 'ballots': suite_ballots, 'evening': suite_evening}
# These make all they need themselves.
ALONE = {'evening'}


def main(args):
    if len(args) != 2 or args[0] not in SUITES:
        print(__doc__, file=sys.stderr)
        return 2
    if args[0] not in ALONE and not os.path.isdir(GEN):
        skip_all(f'the generators of hostile files are not beside this tree ({os.path.basename(SHARED)}/attack)')
    os.makedirs(SCRATCH, exist_ok=True)
    work = tempfile.mkdtemp(prefix='votum-attack.')
    os.chmod(work, 0o755)
    # where the program copies a case that it opens
    os.environ['XDG_DATA_HOME'] = os.path.join(work, 'data')
    tap = Tap()
    try:
        status = SUITES[args[0]](tap, os.path.abspath(args[1]), work)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    return tap.end() if status is None else status


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
