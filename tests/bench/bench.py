#!/usr/bin/env python3
"""bench.py VOTUMCTL FOLDER: Votum against floors measured in the same run, by turns, medians.

A floor is the least that the machine itself needs for the same thing: parsing the same XML with
xmllint, inserting the same rows with the sqlite3 shell (prepared, in one transaction, into the same columns and
keys but without types, checks, log and checksums), reading the same table, drawing as many empty pages
with the same fonts. Nothing here fails on a clock: it prints the figures and whether a goal was reached.
"""
import os
import re
import shutil
import sqlite3
import subprocess
import sys

import generate
from measure import Step, Table, compare, run

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.dirname(os.path.dirname(HERE))
# Tables that a shortlist fills.
SHORTLIST_TABLES = ('entrant', 'section', 'contact_person', 'measure', 'attachment')


class Bench:
    def __init__(self, votumctl, folder):
        self.votumctl, self.folder, self.table = votumctl, folder, Table()

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, text):
        with open(self.path(name), 'w', encoding='utf-8', newline='\n') as f:
            f.write(text)
        return self.path(name)

    def votum(self, *args):
        run([self.votumctl, *args])

    def fresh(self, base, name):
        """What to do before each run: the case as it was, under a name of its own."""
        def before():
            for ending in ('', '-journal'):
                if os.path.exists(self.path(name) + ending):
                    os.unlink(self.path(name) + ending)
            if base:
                shutil.copyfile(base, self.path(name))
        return before


def key_of(connection, table):
    """Columns of a table and those of its primary key."""
    info = connection.execute(f'pragma table_info("{table}")').fetchall()
    return [row[1] for row in info], [row[1] for row in sorted(info, key=lambda r: r[5]) if row[5]]


def raw_insert(bench, name, case, tables):
    """A script for the sqlite3 shell that inserts the rows of these tables of a case, from CSV, in one transaction."""
    connection = sqlite3.connect(f'file:{case}?mode=ro', uri=True)
    there = {row[0] for row in connection.execute("select name from sqlite_schema where type='table'")}
    lines, rows = ['pragma synchronous=extra;', 'pragma journal_mode=truncate;'], 0
    for table in (t for t in tables if t in there):
        columns, key = key_of(connection, table)
        csv = bench.path(f'{name}-{table}.csv')
        with open(csv, 'wb') as f:
            subprocess.run(['sqlite3', '-readonly', '-csv', case, f'select * from "{table}"'], stdout=f, check=True)
        listed = ','.join(f'"{c}"' for c in columns)
        primary = f', primary key ({",".join(key)})' if key else ''
        lines += [f'create table "{table}"({listed}{primary});', f'.import --csv "{csv}" "{table}"']
        rows += connection.execute(f'select count(*) from "{table}"').fetchone()[0]
    connection.close()
    return bench.write(f'{name}.sql', '\n'.join(lines) + '\n'), rows


def raw_step(bench, name, script):
    database = bench.path(f'{name}.db')
    return Step(['sqlite3', database], stdin=script, before=bench.fresh(None, f'{name}.db'))


# ---- the figures ------------------------------------------------------------------------------------------

def shortlist(bench, count, runs):
    """Import of a shortlist against parsing it with xmllint plus inserting its rows."""
    name = f'shortlist-{count}'
    xml = bench.write(f'{name}.xml', generate.shortlist(count))
    base, case = bench.path('award.votum'), bench.path(f'{name}.votum')
    command = [bench.votumctl, 'import', 'shortlist', case, xml] + (['--large'] if count > 5000 else [])
    subject = Step(command, before=bench.fresh(base, f'{name}.votum'))
    subject.seconds()
    script, rows = raw_insert(bench, f'raw-{name}', case, SHORTLIST_TABLES)
    floors = [Step(['xmllint', '--stream', '--noout', xml]), raw_step(bench, f'raw-{name}', script)]
    mine, least = compare(subject, floors, runs)
    bench.table.add(f'import {count} entrants ({rows} rows) / xmllint + raw insert', mine, least, 's', 3)
    memory(bench, subject, base, f'peak memory that it adds to the open case / size of the file ({os.path.getsize(xml) >> 10} KiB)', xml)


def peak(bench, command, before=None):
    """Peak resident memory of a command in bytes, the median of three."""
    figures = []
    for _ in range(3):
        run([bench.path('peak'), bench.path('peak.txt'), *command], before=before)
        with open(bench.path('peak.txt'), encoding='ascii') as f:
            figures.append(int(f.read()))
    return sorted(figures)[1]


def memory(bench, step, base, what, source):
    """Peak memory beyond that of a program that only opens the same case, against the size of what is read."""
    mine = peak(bench, step.command, step.before) - peak(bench, [bench.votumctl, 'log', base])
    bench.table.add(what, mine / 2**20, os.path.getsize(source) / 2**20, 'MiB', 3)


def marks(bench, runs):
    """Import of many marks, then opening that case and computing its result."""
    csv, case, base = bench.write('marks.csv', generate.marks()), bench.path('marks.votum'), bench.path('empty.votum')
    bench.fresh(None, 'empty.votum')()
    bench.votum('init', base, bench.write('big-award.xml', generate.award()))
    bench.votum('import', 'shortlist', base, bench.write('big-shortlist.xml', generate.shortlist(generate.ENTRANTS)))
    subject = Step([bench.votumctl, 'import', 'marks', case, csv], before=bench.fresh(base, 'marks.votum'))
    subject.seconds()
    script, rows = raw_insert(bench, 'raw-marks', case, ('mark',))
    mine, least = compare(subject, [Step(['wc', '-l', csv]), raw_step(bench, 'raw-marks', script)], runs)
    bench.table.add(f'import {rows} marks / wc -l + raw insert', mine, least, 's', 3)
    memory(bench, subject, base, f'peak memory that it adds to the open case / size of the file ({os.path.getsize(csv) >> 10} KiB)', csv)

    subject = Step([bench.votumctl, 'result', case])
    mine, least = compare(subject, [Step(['sqlite3', '-readonly', case, 'select * from mark'])], runs)
    bench.table.add(f'open and result, {generate.ENTRANTS} x {generate.JURORS} x {generate.CRITERIA} / select * from mark',
                    mine, least, 's', 2)
    mine, least = compare(Step([bench.votumctl, 'check', case]),
                          [Step(['sqlite3', '-readonly', case, 'pragma integrity_check'])], runs)
    bench.table.add('check that case / pragma integrity_check', mine, least, 's', None)


def verdict(bench, runs):
    """The demo's verdict against as many empty pages with the same fonts and the same characters in them."""
    case, pdf = bench.path('demo.votum'), bench.path('verdict.pdf')
    bench.fresh(None, 'demo.votum')()
    run([os.path.join(TOP, 'data', 'demo', 'make-demo.sh'), bench.votumctl, case])
    subject = Step([bench.votumctl, 'verdict', case, '--lang', 'nb', '--part', 'both', '--output', pdf])
    subject.seconds()
    output = lambda *command: subprocess.run(command, capture_output=True, text=True, check=True).stdout
    pages = re.search(r'Pages:\s+(\d+)', output('pdfinfo', pdf)).group(1)
    letters = bench.write('letters.txt', ''.join(sorted(set(output('pdftotext', pdf, '-')) - set('\n\f'))))
    fonts = sorted({description(line) for line in output('pdffonts', pdf).splitlines()[2:]})
    floor = Step([bench.path('floor-pages'), bench.path('floor.pdf'), pages, letters, *fonts])
    mine, least = compare(subject, [floor], runs)
    bench.table.add(f'demo verdict, {pages} pages, {len(fonts)} fonts / empty pages with these fonts', mine, least, 's', 2)


def robust(bench):
    """Weights and juries drawn by lot, against drawing alone and against numpy; a weight that is moved, against half a frame and a
    frame. Each program takes turns by itself and says the medians of its processor time."""
    said = subprocess.run([bench.path('robust')], capture_output=True, text=True, check=True).stdout
    figures = {name: float(number) for name, number in (line.split() for line in said.splitlines())}
    # Debian's python3, whatever else comes first: numpy is Debian's
    numpy = float(subprocess.run(['/usr/bin/python3', '-B', os.path.join(HERE, 'smaa.py')], capture_output=True, text=True, check=True,
                                 env=dict(os.environ, OPENBLAS_NUM_THREADS='1')).stdout)
    add = bench.table.add
    add('100 000 sets of weights, 10 x 12, ranked / drawing them', figures['smaa'], figures['smaa-floor'], 'ms', 3)
    add('the same / in vectorised numpy', figures['smaa'], numpy, 'ms', 0.25)
    add('10 000 juries out of 30, 10 finalists / drawing them', figures['juries'], figures['juries-floor'], 'ms', 3)
    add('a moved weight, 200 x 30, ranked anew / half a frame', figures['ranked-median'], 8, 'ms', 1)
    for name, what in (('step', '800 x 500'), ('tall', 'all rows, 800 x 4400')):
        add(f'the same and the ranking drawn, {what}, median / half a frame', figures[f'{name}-median'], 8, 'ms', 1)
        add('the same, 99 of 100 / a frame', figures[f'{name}-p99'], 16, 'ms', 1)
        add('memory that 600 such steps add / 1 MiB', figures[f'{name}-growth'], 1024, 'KiB', 1)


def description(line):
    """ABCDEF+EBGaramond12-SemiBoldItalic -> 'EB Garamond 12 Semi-Bold Italic 10', as Pango calls it."""
    family, _dash, style = re.sub(r'^[A-Z]{6}\+', '', line.split()[0]).partition('-')
    family = re.sub(r'(?<=[a-z])(?=[0-9])', ' ', family.replace('EBGaramond', 'EB Garamond '))
    style = style.replace('Regular', '').replace('SemiBold', 'Semi-Bold').replace('Italic', ' Italic')
    return ' '.join(f'{family}, {style} 10'.split())


def main(args):
    bench = Bench(os.path.abspath(args[0]), os.path.abspath(args[1]))
    # where the program copies a case that it opens
    os.environ['XDG_DATA_HOME'] = os.path.join(os.path.abspath(args[1]), 'data')
    runs = int(os.environ.get('VOTUM_BENCH_RUNS', '5'))
    bench.fresh(None, 'award.votum')()
    bench.votum('init', bench.path('award.votum'), bench.write('award.xml', generate.award()))
    shortlist(bench, 2000, runs)
    shortlist(bench, 20000, runs)
    marks(bench, runs)
    verdict(bench, runs)
    robust(bench)
    bench.table.print()
    return 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
