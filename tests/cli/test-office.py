#!/usr/bin/env python3
"""What an office suite gets: texts, spreadsheets and CSV of a case. TAP on standard output."""

import csv
import json
import os
import re
import shutil
import signal
import struct
import subprocess
import sys
import unicodedata
import xml.etree.ElementTree as ET
import zipfile

import walk
from walk import TEXT, Skip, demo_case, digest, marked_case, paragraphs, part, pdf_text, result, run, words_of

OFFICE = 'urn:oasis:names:tc:opendocument:xmlns:office:1.0'
TABLE = 'urn:oasis:names:tc:opendocument:xmlns:table:1.0'
STYLE = 'urn:oasis:names:tc:opendocument:xmlns:style:1.0'
FO = 'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0'
MANIFEST = 'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'
SVG = 'urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0'
LANGUAGES = ('nb', 'sv', 'en')


def squeezed(text):
    """Without what a line's end or a typeface decides."""
    return re.sub(r'\s+', '', unicodedata.normalize('NFKC', text))


def verdict(folder, case, lang, *options):
    odt, pdf = (os.path.join(folder, f'{lang}.{kind}') for kind in ('odt', 'pdf'))
    for path in (odt, pdf):
        run('verdict', case, '--lang', lang, '--output', path, *options)
    return odt, pdf


def sheets(path):
    """Sheet by sheet: rows of (kind, value, what is shown)."""
    found = {}
    for table in part(path).iter(f'{{{TABLE}}}table'):
        rows = []
        for row in table.iter(f'{{{TABLE}}}table-row'):
            cells = []
            for cell in row:
                kind = cell.get(f'{{{OFFICE}}}value-type')
                value = cell.get(f'{{{OFFICE}}}value') or cell.get(f'{{{OFFICE}}}date-value')
                cells.append((kind, value, '\n'.join(words_of(one) for one in cell)))
            rows.append(cells)
        found[table.get(f'{{{TABLE}}}name')] = rows
    return found


def convert(folder, paths, to):
    """What LibreOffice makes of a file; it must have nothing to say about it."""
    if shutil.which('soffice') is None:
        raise Skip('LibreOffice is not installed')
    out = os.path.join(folder, 'converted')
    env = dict(os.environ, HOME=folder, LC_ALL='C.UTF-8')
    done = subprocess.run(['soffice', f'-env:UserInstallation=file://{folder}/office', '--headless', '--norestore', '--convert-to', to,
                           '--outdir', out, *paths], capture_output=True, text=True, timeout=300, env=env)
    complaints = [line for line in done.stderr.splitlines() if line and 'javaldx' not in line]
    assert done.returncode == 0 and not complaints, (done.returncode, complaints)
    return out


# ---- texts ----

def test_a_text_says_what_the_page_says(folder):
    case = demo_case(folder)
    rows = result(case)
    for lang in LANGUAGES:
        odt, pdf = verdict(folder, case, lang)
        page = squeezed(pdf_text(pdf))
        said = paragraphs(odt)
        missing = [one for one in said if squeezed(one) not in page]
        # the end of a page can fall into a paragraph, and a head of a table stand on several lines
        assert len(missing) < len(said) / 20, (lang, missing[:20])
        whole = ' '.join(said)
        for row in rows:
            assert row['name'] in whole and row['total'].replace('.', '.' if lang == 'en' else ',') in whole, (lang, row)
        assert json.loads(run('log', case, '--format', 'json').stdout)[-1]['hash'][:8] in whole, lang
        assert said.count(rows[0]['name']) >= 2, 'the winner is neither on the citation nor in the protocol'


def test_only_the_citation_names_only_the_winner(folder):
    case = demo_case(folder)
    rows = result(case)
    for lang in LANGUAGES:
        odt, pdf = verdict(folder, case, lang, '--part', 'citation')
        whole, page = ' '.join(paragraphs(odt)), squeezed(pdf_text(pdf))
        assert rows[0]['name'] in whole
        assert not [row['name'] for row in rows[1:] if row['name'] in whole], whole
        assert not [one for one in paragraphs(odt) if squeezed(one) not in page], page


def test_a_text_by_letters_ties_no_mark_to_a_name(folder):
    case = demo_case(folder)
    odt, _pdf = verdict(folder, case, 'nb', '--anonymous')
    heads = [words_of(head) for table in part(odt).iter(f'{{{TABLE}}}table') for rows in table.iter(f'{{{TABLE}}}table-header-rows')
             for head in rows.iter(f'{{{TEXT}}}p')]
    assert any(re.fullmatch('[A-E]', head) for head in heads), heads


def test_the_container_is_what_opendocument_asks_for(folder):
    case = demo_case(folder)
    odt, _pdf = verdict(folder, case, 'nb')
    ods = os.path.join(folder, 'tables.ods')
    run('tables', case, '--lang', 'nb', '--output', ods)
    for path, kind in ((odt, 'text'), (ods, 'spreadsheet')):
        mimetype = f'application/vnd.oasis.opendocument.{kind}'.encode()
        with open(path, 'rb') as file:
            start = file.read(100)
        _sig, _version, _flags, method, _t, _d, _crc, size, plain, name, extra = struct.unpack('<IHHHHHIIIHH', start[:30])
        assert (method, size, plain, name, extra) == (0, len(mimetype), len(mimetype), 8, 0), 'the first part is not plain'
        assert start[30:38] == b'mimetype' and start[38:38 + len(mimetype)] == mimetype
        with zipfile.ZipFile(path) as file:
            assert file.testzip() is None
            names = [one.filename for one in file.infolist()]
            assert len(set(one.date_time for one in file.infolist())) == 1
            listed = {one.get(f'{{{MANIFEST}}}full-path') for one in part(path, 'META-INF/manifest.xml')}
            assert listed == (set(names) - {'mimetype', 'META-INF/manifest.xml'}) | {'/'}, (listed, names)
            meta = file.read('meta.xml').decode()
        assert 'Årets kundeserviceledelse' in meta and '<meta:creation-date>2026-11-12T' in meta, meta


def test_the_same_case_gives_the_same_bytes(folder):
    case = demo_case(folder)
    for name, command in (('a.odt', 'verdict'), ('a.ods', 'tables'), ('marks.csv', 'tables')):
        paths = [os.path.join(folder, f'{n}-{name}') for n in (1, 2)]
        for path in paths:
            run(command, case, '--lang', 'sv', '--output', path, *(('--table', 'marks') if name.endswith('csv') else ()))
        assert digest(paths[0]) == digest(paths[1]), name


def test_styles_are_named_and_headings_are_headings(folder):
    case = demo_case(folder)
    for lang in LANGUAGES:
        odt, _pdf = verdict(folder, case, lang)
        content, styles = part(odt), part(odt, 'styles.xml')
        known = {one.get(f'{{{STYLE}}}name') for root in (content, styles) for one in root.iter()}
        used = {value for one in content.iter() for name, value in one.attrib.items() if name.endswith('}style-name')}
        assert used <= known, used - known
        # what is formatted without a name is only where a section begins
        automatic = [one for one in content.iter(f'{{{STYLE}}}style') if one.get(f'{{{STYLE}}}family') in ('paragraph', 'text')]
        assert len(automatic) == 2 and all(one.find(f'{{{STYLE}}}text-properties') is None for one in automatic)
        levels = [int(one.get(f'{{{TEXT}}}outline-level')) for one in content.iter(f'{{{TEXT}}}h')]
        assert levels.count(1) >= 10 and all(b - a <= 1 for a, b in zip(levels, levels[1:])), levels
        language = {one.get(f'{{{FO}}}language') for one in styles.iter() if one.get(f'{{{FO}}}language')}
        assert language == {lang}, language
        pictures = list(content.iter(f'{{{SVG}}}desc'))
        assert len(pictures) == 2 and all(len(one.text) > 80 for one in pictures), 'a chart says nothing of itself'
        page = next(styles.iter(f'{{{STYLE}}}page-layout-properties'))
        assert page.get(f'{{{FO}}}page-width') == '595.28pt'


# ---- tables ----

def test_a_number_is_a_number_with_every_digit(folder):
    case = demo_case(folder)
    for lang in LANGUAGES:
        ods = os.path.join(folder, f'{lang}.ods')
        run('tables', case, '--lang', lang, '--output', ods)
        found = list(sheets(ods).items())
        assert len(found) == 5, [name for name, _rows in found]
        for (_title, rows), name in zip(found, ('results', 'marks', 'jurors', 'criteria', 'measures')):
            path = os.path.join(folder, f'{name}.csv')
            run('tables', case, '--lang', lang, '--table', name, '--output', path)
            with open(path, newline='', encoding='utf-8') as file:
                plain = list(csv.reader(file))
            assert len(plain) == len(rows) and len(plain) > 3, name
            for line, row in zip(plain[1:], rows[1:]):
                for text, (kind, value, shown) in zip(line, row):
                    if kind == 'float':
                        assert value == text, (name, value, text)
                        assert float(shown.replace(',', '.') if lang != 'en' else shown) == float(text), (shown, text)
                    else:
                        assert (shown or '') == text.lstrip("'"), (name, kind, shown, text)
        kinds = [cell[0] for cell in dict(found)[found[1][0]][1]]
        assert kinds.count('float') == 1, 'a mark is not a number'


def test_results_are_those_of_the_rule(folder):
    case = demo_case(folder)
    path = os.path.join(folder, 'results.csv')
    run('tables', case, '--lang', 'en', '--table', 'results', '--output', path)
    with open(path, newline='', encoding='utf-8') as file:
        rows = list(csv.DictReader(file))
    for wanted in result(case):
        found = [row for row in rows if row['entrant'] == wanted['entrant']][-1]
        assert all(found[key] == wanted[key] for key in ('position', 'total', 'exact', 'shared')), (wanted, found)


def test_marks_by_letters_name_nobody(folder):
    case = demo_case(folder)
    path = os.path.join(folder, 'tables.ods')
    run('tables', case, '--lang', 'nb', '--anonymous', '--output', path)
    with zipfile.ZipFile(path) as file:
        whole = file.read('content.xml').decode()
    assert 'Jurymedlem A' in whole
    for name in ('Ingrid Fossheim', 'Tore Haukeland', 'Samira Yousefi', 'Jon Ante Balto', 'Kari Brattbakk'):
        assert name not in whole, name


def test_a_text_is_never_a_formula(folder):
    case = marked_case(folder)
    award = f'''<award xmlns="{walk.NS}" id="prize"><entrant id="nord"><name>=HYPERLINK("http://x","y")</name></entrant></award>'''
    run('import', 'award', case, walk.write(folder, 'formula.xml', award))
    path, ods = (os.path.join(folder, name) for name in ('results.csv', 'tables.ods'))
    run('tables', case, '--lang', 'nb', '--table', 'results', '--output', path)
    run('tables', case, '--lang', 'nb', '--output', ods)
    with open(path, newline='', encoding='utf-8') as file:
        text = file.read()
    assert '''"'=HYPERLINK(""http://x"",""y"")"''' in text and ',=HYPERLINK' not in text, text
    cells = [cell for rows in sheets(ods).values() for row in rows for cell in row if 'HYPERLINK' in cell[2]]
    assert cells and all(cell[0] == 'string' for cell in cells)
    assert 'table:formula' not in zipfile.ZipFile(ods).read('content.xml').decode()


def test_calls_that_cannot_be_meant(folder):
    case = marked_case(folder)
    out = os.path.join(folder, 'out')
    assert 'CSV' in run('tables', case, '--output', out + '.csv', status=1).stderr
    run('tables', case, '--table', 'secrets', '--output', out + '.ods', status=2)
    run('tables', case, '--lang', 'xx', '--output', out + '.ods', status=2)
    run('tables', case, status=2)
    run('tables', case, '--output', out + '.xlsx', status=1)
    run('verdict', case, '--output', out + '.doc', status=1)
    run('tables', case, '--output', os.path.join(folder, 'nowhere', 'out.ods'), status=1)
    assert not [name for name in os.listdir(folder) if name.startswith('out')]


# ---- everything ----

def files_of(folder):
    return sorted(os.path.relpath(os.path.join(where, name), folder) for where, _dirs, names in os.walk(folder) for name in names)


def test_everything_in_one_folder(folder):
    case = demo_case(folder)
    rows = result(case)
    out = os.path.join(folder, 'Alt fra juryen')
    os.mkdir(out)
    run('export-everything', case, '--output', out, '--lang', 'nb', '--lang', 'sv')
    files = files_of(out)
    for wanted in ('index.html', 'index.csv', 'SHA256SUMS', 'public/citation-nb.pdf', 'public/citation-sv.odt', 'public/criteria-nb.ods',
                   'for-finalists/feedback-nordlys-nb.pdf', 'for-finalists/feedback-nordlys-sv.odt', 'confidential/protocol-nb.pdf',
                   'confidential/protocol-sv.odt', 'confidential/tables-nb.ods', 'confidential/tables/marks.csv',
                   'confidential/case/case.xml', 'confidential/charts/ranking-nb.png', 'confidential/charts/heatmap-sv.svg'):
        assert wanted in files, (wanted, files)
    subprocess.run(['sha256sum', '--check', '--strict', '--quiet', 'SHA256SUMS'], cwd=out, check=True)
    with open(os.path.join(out, 'SHA256SUMS'), encoding='utf-8') as file:
        summed = sorted(line.rstrip('\n').split('  ', 1)[1] for line in file)
    assert summed == sorted(set(files) - {'SHA256SUMS'}), 'not every file has its checksum'
    with open(os.path.join(out, 'index.csv'), newline='', encoding='utf-8') as file:
        listed = {row['path']: row for row in csv.DictReader(file)}
    assert set(listed) == set(files) - {'SHA256SUMS', 'index.csv', 'index.html'}
    for path, row in listed.items():
        assert int(row['bytes']) == os.path.getsize(os.path.join(out, path)) and row['what'], row
        assert row['sha256'] == digest(os.path.join(out, path)), row
        assert path.startswith({'public': 'public/', 'finalists': 'for-finalists/', 'confidential': 'confidential/'}[row['for']]), row
    with open(os.path.join(out, 'index.html'), encoding='utf-8') as file:
        page = file.read()
    assert page.startswith('<!DOCTYPE html>') and 'lang="nb"' in page and 'Fortrolig' in page and '<script' not in page
    links = re.findall(r'href="([^"]*)"', page)
    assert sorted(links) == sorted(listed), 'the page does not lead to every file'
    # nothing that is to be shown names who lost, nor has a mark
    for path in files:
        if path.startswith('public/citation') and path.endswith('.pdf'):
            text = pdf_text(os.path.join(out, path))
            assert rows[0]['name'] in text and not any(row['name'] in text for row in rows[1:]), path
        if path.startswith('public/criteria'):
            with zipfile.ZipFile(os.path.join(out, path)) as file:
                text = file.read('content.xml').decode()
            assert not any(row['name'] in text for row in rows), path
    # a report is for one finalist, and names no other
    for row in rows:
        own = os.path.join(out, 'for-finalists', f"feedback-{row['entrant']}-nb.odt")
        text = ' '.join(paragraphs(own))
        assert row['name'] in text and not any(other['name'] in text for other in rows if other is not row), own
    assert oct(os.stat(out).st_mode & 0o777) == '0o700'


def test_everything_again_gives_the_same_bytes(folder):
    case = demo_case(folder)
    sums = []
    for name in ('one', 'two'):
        out = os.path.join(folder, name)
        run('export-everything', case, '--output', out, '--lang', 'en')
        with open(os.path.join(out, 'SHA256SUMS'), encoding='utf-8') as file:
            sums.append(file.read())
    assert sums[0] == sums[1]


def left(folder):
    return next((os.path.join(folder, name) for name in os.listdir(folder) if name.startswith('.out.')), None)


def test_everything_comes_whole_or_not_at_all(folder):
    case = demo_case(folder)
    out = os.path.join(folder, 'out')
    before = set(os.listdir(folder))
    env = dict(walk.ENV)
    with subprocess.Popen([walk.VOTUMCTL, 'export-everything', case, '--output', out], env=env, stdout=subprocess.DEVNULL,
                          stderr=subprocess.DEVNULL) as process:
        # it is writing as soon as its folder is there
        while process.poll() is None and not [name for name in os.listdir(folder) if name.startswith('.out.')]:
            pass
        process.send_signal(signal.SIGINT)
    assert process.returncode == 1, process.returncode
    assert set(os.listdir(folder)) - before <= {'data'}, os.listdir(folder)
    # one that was killed could not tidy up: the next one does, and touches nothing else
    with subprocess.Popen([walk.VOTUMCTL, 'export-everything', case, '--output', out], env=env, stdout=subprocess.DEVNULL,
                          stderr=subprocess.DEVNULL) as process:
        while process.poll() is None and not [name for name in os.listdir(folder) if name.startswith('.out.')]:
            pass
        while process.poll() is None and not [name for name in os.listdir(left(folder)) if name == 'public' or name == 'confidential']:
            pass
        process.kill()
    marker = os.path.join(left(folder), '.votum-is-writing')
    others = [os.path.join(folder, name) for name in ('.mine.abcdef', '.out.abcdef')]
    for other in others:
        os.mkdir(other, 0o700)
        walk.write(other, 'letter.txt', 'mine')
    shutil.copy(marker, others[0])
    os.chmod(others[0], 0o755)
    run('export-everything', case, '--output', out, '--lang', 'en')
    assert sorted(name for name in os.listdir(folder) if name.startswith('.')) == ['.mine.abcdef', '.out.abcdef'], os.listdir(folder)
    assert '.votum-is-writing' not in os.listdir(out)
    for path in (out, *others):
        shutil.rmtree(path)
    os.mkdir(out)
    walk.write(out, 'letter.txt', 'mine')
    assert 'empty' in run('export-everything', case, '--output', out, status=1).stderr
    assert files_of(out) == ['letter.txt']
    target = os.path.join(folder, 'elsewhere')
    os.mkdir(target)
    os.symlink(target, os.path.join(folder, 'link'))
    run('export-everything', case, '--output', os.path.join(folder, 'link'), status=1)
    run('export-everything', case, '--output', os.path.join(folder, 'no', 'where'), status=1)
    run('export-everything', case, status=2)
    run('export-everything', case, '--lang', 'fr', '--output', os.path.join(folder, 'x'), status=2)
    assert not [name for name in os.listdir(folder) if name.startswith('.')] and not os.listdir(target)


def test_a_draft_is_nobody_elses(folder):
    case = marked_case(folder)
    out = os.path.join(folder, 'out')
    run('export-everything', case, '--output', out, '--lang', 'nb')
    files = files_of(out)
    assert 'confidential/citation-nb.pdf' in files and not [name for name in files if name.startswith('public/citation')], files


# ---- LibreOffice ----

def test_libreoffice_reads_the_texts(folder):
    case = demo_case(folder)
    made_here = {lang: verdict(folder, case, lang) for lang in LANGUAGES}
    texts = [odt for odt, _pdf in made_here.values()]
    out = convert(folder, texts, 'txt:Text (encoded):UTF8')
    convert(folder, texts, 'pdf')
    for lang, (odt, pdf) in made_here.items():
        with open(os.path.join(out, f'{lang}.txt'), encoding='utf-8-sig') as file:
            text = squeezed(file.read())
        lost = [one for one in paragraphs(odt) if squeezed(one) not in text]
        assert not lost, (lang, lost)
        made = pdf_text(os.path.join(out, f'{lang}.pdf'))
        headings = [words_of(one) for one in part(odt).iter(f'{{{TEXT}}}h') if one.get(f'{{{TEXT}}}outline-level') == '1'][1:]
        assert all(f'{n} {heading}' in made for n, heading in enumerate(headings, 1)), headings
        pages = [int(re.search(r'Pages:\s+(\d+)', subprocess.run(['pdfinfo', path], capture_output=True, text=True).stdout)[1])
                 for path in (pdf, os.path.join(out, f'{lang}.pdf'))]
        assert abs(pages[0] - pages[1]) <= 4, pages


def test_libreoffice_reads_the_tables(folder):
    case = demo_case(folder)
    tables = {lang: os.path.join(folder, f'{lang}.ods') for lang in LANGUAGES}
    for lang, ods in tables.items():
        run('tables', case, '--lang', lang, '--table', 'results', '--output', ods)
    out = convert(folder, tables.values(), 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false')
    for lang, ods in tables.items():
        with open(os.path.join(out, f'{lang}.csv'), newline='', encoding='utf-8-sig') as file:
            rows = list(csv.reader(file))
        ours = next(iter(sheets(ods).values()))
        assert len(rows) == len(ours)
        for row, own in zip(rows[1:], ours[1:]):
            for text, (kind, value, shown) in zip(row, own):
                assert float(text) == float(value) if kind == 'float' else text == (shown or ''), (text, kind, value, shown)


if __name__ == '__main__':
    sys.exit(walk.main(globals()))
