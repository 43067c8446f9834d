"""What the walks through votumctl share: running it, small cases, and telling the results as TAP."""

import csv
import hashlib
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
import zipfile

VOTUMCTL = os.environ['VOTUMCTL']
SOURCE = os.environ['VOTUM_SOURCE']
SHARED = os.environ.get('VOTUM_SHARED', os.path.join(SOURCE, '..', 'shared'))
NS = 'urn:votum:award:1'
TEXT = 'urn:oasis:names:tc:opendocument:xmlns:text:1.0'
SLOW = float(os.environ.get('VOTUM_TEST_SLOWNESS', '1'))

ENV = dict(os.environ, LC_ALL='C.UTF-8', LANGUAGE='', VOTUM_DATADIR=os.path.join(SOURCE, 'data'),
           SOURCE_DATE_EPOCH='1793600000', XDG_DATA_HOME='', G_DEBUG='fatal-criticals')


class Skip(Exception):
    pass


def run(*args, status=0, env=None, **more):
    done = subprocess.run([VOTUMCTL, *args], capture_output=True, text=True, stdin=subprocess.DEVNULL,
                          env=dict(ENV, **(env or {})), timeout=120 * SLOW, **more)
    assert done.returncode == status, f'{args}: exit {done.returncode}, not {status}\n{done.stdout}{done.stderr}'
    if status == 1:
        assert done.stderr.strip(), f'{args}: refused without a sentence'
    return done


def digest(path):
    with open(path, 'rb') as file:
        return hashlib.sha256(file.read()).hexdigest()


def write(folder, name, text, encoding='utf-8'):
    path = os.path.join(folder, name)
    with open(path, 'w', encoding=encoding, newline='') as file:
        file.write(text)
    return path


def small_award(folder, name='award.xml', entrants='', extra='', rule='round-total="2"', weights=('60', '40')):
    return write(folder, name, f'''<?xml version="1.0" encoding="UTF-8"?>
<award xmlns="{NS}" id="prize" year="2026" scale="s" rule="r">
  <name xml:lang="nb">Prøveprisen</name>
  <name xml:lang="en">Test prize</name>
  <scale id="s" min="1" max="6" step="0.5"/>
  <rule id="r" {rule}/>
  <criterion id="A" weight="{weights[0]}"><name xml:lang="nb">Kultur</name></criterion>
  <criterion id="B" weight="{weights[1]}"><name xml:lang="nb">Resultat</name></criterion>
  {entrants}
  <juror id="ida" roles="chair juror"><name>Ida Berg</name></juror>
  <juror id="per"><name>Per Dahl</name></juror>
  <juror id="eva"><name>Eva Holm</name></juror>
  <round id="1" position="1"/>
  {extra}
</award>
''')


def shortlist(folder, entrants, name='shortlist.xml'):
    body = ''.join(f'<entrant id="{key}"><name>{label}</name><section heading="Kultur">{text}</section></entrant>\n'
                   for key, label, text in entrants)
    return write(folder, name, f'<?xml version="1.0" encoding="UTF-8"?>\n<shortlist xmlns="{NS}" award="prize">\n{body}</shortlist>\n')


THREE = [('nord', 'Nordlys', 'Vi lytter.'), ('fjel', 'Fjellvind', 'Vi lærer.'), ('havg', 'Havgap', 'Vi måler.')]


def small_case(folder):
    case = os.path.join(folder, 'case.votum')
    run('init', case, small_award(folder))
    run('import', 'shortlist', case, shortlist(folder, THREE))
    return case


MARKS = '''entrant;juror;criterion;mark;comment
nord;ida;A;5,5;Sterk
nord;ida;B;4;
nord;per;A;5;
nord;per;B;4,5;
nord;eva;A;recused;Søster er ansatt
fjel;ida;A;5;
fjel;ida;B;5;
fjel;per;A;4;
fjel;per;B;4;
fjel;eva;A;5;
fjel;eva;B;not observed;
havg;ida;A;3;
havg;ida;B;3;
havg;per;A;3;
havg;per;B;3;
havg;eva;A;3;
havg;eva;B;3;
'''


def marked_case(folder):
    case = small_case(folder)
    run('import', 'marks', case, write(folder, 'marks.csv', MARKS))
    return case


def result(case, *options):
    return list(csv.DictReader(io.StringIO(run('result', case, '--format', 'csv', *options).stdout)))


def pdf_text(path, *options):
    if shutil.which('pdftotext') is None:
        raise Skip('pdftotext is not installed')
    return ' '.join(subprocess.run(['pdftotext', *options, path, '-'], capture_output=True, text=True, check=True).stdout.split())


def part(path, name='content.xml'):
    with zipfile.ZipFile(path) as file:
        return ET.fromstring(file.read(name))


def words_of(element):
    """Text of a paragraph, with what ODF says by elements."""
    pieces = [element.text or '']
    for child in element:
        tag = child.tag.split('}')[1]
        pieces.append(' ' if tag in ('s', 'tab', 'line-break') else '' if tag == 'frame' else words_of(child))
        pieces.append(child.tail or '')
    return ''.join(pieces)


def paragraphs(path):
    return [words_of(one) for one in part(path).iter() if one.tag in (f'{{{TEXT}}}p', f'{{{TEXT}}}h')]


def demo_case(folder):
    case = os.path.join(folder, 'demo.votum')
    subprocess.run([os.path.join(SOURCE, 'data', 'demo', 'make-demo.sh'), VOTUMCTL, case], check=True, capture_output=True,
                   env=dict(ENV), timeout=120 * SLOW)
    return case


def decided(folder, case, body, name='decision.xml'):
    return run('import', 'award', case, write(folder, name, f'<award xmlns="{NS}" id="prize">{body}</award>'))


def things_of(path):
    with open(path, encoding='utf-8') as file:
        return re.sub(r'<log>.*</log>', '', file.read(), flags=re.S)


def main(module):
    tests = [(name, test) for name, test in module.items() if name.startswith('test_') and callable(test)]
    chosen = sys.argv[1:]
    if chosen:
        tests = [(name, test) for name, test in tests if any(word in name for word in chosen)]
    print(f'1..{len(tests)}', flush=True)
    failed = 0
    for number, (name, test) in enumerate(tests, 1):
        folder = tempfile.mkdtemp(prefix='votumctl-')
        ENV['XDG_DATA_HOME'] = os.path.join(folder, 'data')
        title = name[5:].replace('_', ' ')
        try:
            test(folder)
            print(f'ok {number} {title}', flush=True)
        except Skip as reason:
            print(f'ok {number} {title} # SKIP {reason}', flush=True)
        except Exception as problem:
            failed += 1
            print(f'not ok {number} {title}')
            for line in f'{type(problem).__name__}: {problem}'.splitlines():
                print(f'# {line}')
            sys.stdout.flush()
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    return 1 if failed else 0
