#!/usr/bin/env python3
"""One chair and five jurors, each in a home of their own: handing out, marking, handing in, opening. TAP on standard output."""

import csv
import hashlib
import io
import json
import os
import re
import shutil
import sys

import walk
from homes import CELLS, Home, ballots, holds, mail
from walk import NS, result, write

JURORS = {'per': 'Per Dahl', 'eva': 'Eva Holm', 'ola': 'Ola Nordmann', 'siv': 'Siv Lie', 'tor': 'Tor Vik'}
MARKS = {'per': (5, 4, 4, 4, 3, 3), 'eva': (4, 5, 5, 5, 3, 2), 'ola': (6, 5, 4, 3, 2, 2), 'siv': (5, 5, 3, 4, 3, 3), 'tor': (4, 4, 5, 4, 4, 3)}


def award(blind=''):
    jurors = ''.join(f'<juror id="{key}" email="{key}@jury.example"><name>{name}</name></juror>' for key, name in JURORS.items())
    return f'''<award xmlns="{NS}" id="prize" year="2026" scale="s" rule="r" languages="nb" {blind}>
  <name xml:lang="nb">Prøveprisen</name>
  <scale id="s" min="1" max="6" step="0.5"/>
  <rule id="r" round-total="2" change-limit="2"/>
  <criterion id="A" weight="60"><name xml:lang="nb">Kultur</name></criterion>
  <criterion id="B" weight="40"><name xml:lang="nb">Resultat</name></criterion>
  <entrant id="nord" position="1" status="finalist" web="https://nordlyskraft.example/"><name>Nordlys Kraft</name>
    <section heading="Om NORDLYS KRAFT">Nordlys kraft svarer på telefonen.</section>
    <contact-person><name>Kontakt Kari</name></contact-person></entrant>
  <entrant id="fjel" position="2" status="finalist" alias="Bedrift B"><name>Fjellvind</name><section heading="Kultur">Vi lærer.</section></entrant>
  <entrant id="havg" position="3" status="finalist"><name>Havgap</name></entrant>
  <juror id="ida" roles="chair" email="ida@jury.example"><name>Ida Berg</name></juror>
  {jurors}
  <round id="1" position="1"/><round id="2" position="2" kind="after-visit"/>
  <visit id="besok" entrant="nord" jurors="per;eva"><plan>Omvisning.</plan><question criterion="A"><text>Tavlen?</text><finding>Funnet hos andre</finding></question>
    <note entrant="nord" author="ida" kind="strength" use="jury">Lederens eget notat</note></visit>
  <recusal juror="siv" entrant="havg"><reason>Siv sin grunn</reason></recusal>
</award>'''


def chair_at(folder, blind=''):
    chair = Home(folder, 'ida')
    chair.run('init', chair.case, write(chair.folder, 'award.xml', award(blind)))
    chair.run('hold', chair.case, '--juror', 'ida', '--duty', 'chair')
    return chair


def give_to(folder, chair, who):
    home = Home(folder, who)
    chair.run('hand-out', chair.case, '--juror', who, '--output', chair.path(f'{who}.votum'))
    mail(chair, f'{who}.votum', home, 'case.votum')
    return home


def log_of(home):
    return json.loads(home.run('log', home.case, '--format', 'json').stdout)


def test_the_jury_together(folder):
    chair = chair_at(folder)
    homes = {who: give_to(folder, chair, who) for who in JURORS}
    for who, home in homes.items():
        if who != 'siv':
            home.mark(MARKS[who], comment=f'ord fra {who}')
    homes['siv'].mark(MARKS['siv'][:4], cells=CELLS[:4])
    # a recusal that the juror declares at home
    homes['tor'].run('import', 'award', homes['tor'].case, write(homes['tor'].folder, 'recusal.xml',
        f'<award xmlns="{NS}" id="prize"><recusal juror="tor" entrant="fjel"><reason>Fetter er ansatt</reason></recusal></award>'))
    receipts = {}
    for who, home in homes.items():
        said = home.hand_in().stdout
        receipts[who] = re.search(r'([0-9a-f]{64})', said).group(1)
        assert ('Recused' in said) == (who in ('siv', 'tor')), said

    # per and eva at once, a correction, a replay, an older one, a flipped bit, one that is forged
    for who in ('per', 'eva', 'siv', 'tor'):
        mail(homes[who], 'marks.ballot', chair, f'{who}.ballot')
    done = chair.run('take-in', chair.case, chair.path('per.ballot'), chair.path('eva.ballot'))
    assert receipts['per'] in done.stdout and receipts['eva'] in done.stdout
    assert 'already' in chair.run('take-in', chair.case, chair.path('per.ballot'), status=1).stderr
    homes['eva'].mark((2,), cells=[('fjel', 'A')])
    assert 'number 2' in homes['eva'].hand_in('second.ballot').stdout
    homes['eva'].mark((4.5,), cells=[('fjel', 'A')])
    homes['eva'].hand_in('third.ballot')
    third, second = mail(homes['eva'], 'third.ballot', chair), mail(homes['eva'], 'second.ballot', chair)
    chair.run('take-in', chair.case, third)
    assert 'older' in chair.run('take-in', chair.case, second, status=1).stderr
    with open(chair.path('siv.ballot'), 'rb') as file:
        bad = bytearray(file.read())
    bad[len(bad) // 2] ^= 1
    with open(chair.path('bad.ballot'), 'wb') as file:
        file.write(bad)
    assert 'changed' in chair.run('take-in', chair.case, chair.path('bad.ballot'), status=1).stderr
    thief = Home(folder, 'thief')
    shutil.copy(chair.path('per.votum'), thief.case)
    thief.who = 'per'
    thief.mark((1, 1, 6, 6, 1, 1))
    thief.hand_in('forged.ballot')
    thief.hand_in('forged.ballot')
    before = log_of(chair)
    forged = chair.run('take-in', chair.case, mail(thief, 'forged.ballot', chair), status=1)
    assert 'another copy' in forged.stderr and log_of(chair) == before, forged.stderr
    chair.run('take-in', chair.case, chair.path('siv.ballot'), chair.path('tor.ballot'))
    # somebody else has handed in as ola, and what they did is set aside
    thief = Home(folder, 'second thief')
    shutil.copy(chair.path('ola.votum'), thief.case)
    thief.hand_in('stolen.ballot', '--incomplete')
    chair.run('take-in', chair.case, mail(thief, 'stolen.ballot', chair))
    chair.run('hand-out', chair.case, '--juror', 'ola', '--output', chair.path('ola-2.votum'), '--set-aside', 'Ikke hans', status=2)
    said = chair.run('hand-out', chair.case, '--juror', 'ola', '--output', chair.path('ola-2.votum'), '--anew', '--set-aside', 'Ikke hans').stdout
    assert 'number 1 does not count' in said and ballots(chair)['Ola Nordmann']['problem'] == 'a ballot was set aside', said
    shutil.rmtree(homes['ola'].folder)
    homes['ola'] = Home(folder, 'ola')
    mail(chair, 'ola-2.votum', homes['ola'], 'case.votum')
    homes['ola'].mark(MARKS['ola'], comment='ord fra ola')
    receipts['ola'] = re.search(r'([0-9a-f]{64})', homes['ola'].hand_in().stdout).group(1)

    # nobody sees anything before the opening, not in the bytes of the file either
    said = [f'ord fra {who}' for who in JURORS]
    assert not holds(chair.case, *said, 'Fetter er ansatt')
    assert all(row['total'] == '' for row in result(chair.case)), 'a sealed mark counts'
    listed = ballots(chair)
    assert listed['Eva Holm']['number'] == '3' and listed['Eva Holm']['state'] == 'sealed'
    assert listed['Per Dahl']['receipt'] == receipts['per'] and listed['Ola Nordmann']['problem'], listed
    chair.run('export-everything', chair.case, '--output', chair.path('sealed'), '--lang', 'nb')
    for where, _folders, names in os.walk(chair.path('sealed')):
        for name in names:
            assert not holds(os.path.join(where, name), *said, 'Fetter er ansatt'), name
            if name == 'marks.csv':
                with open(os.path.join(where, name), newline='', encoding='utf-8') as file:
                    assert not [row for row in csv.DictReader(file) if row['mark']], 'a sealed mark is exported'
    chair.run('open-round', chair.case, status=2)
    assert 'Ola Nordmann' in chair.run('open-round', chair.case, '--round', '1', status=1).stderr
    chair.run('open-round', chair.case, '--round', '1', '--anyway')

    # all at once, by one entry of the log, which is not undone
    entries = [entry['command'] for entry in log_of(chair)]
    assert entries.count('open-round') == 1 and entries[-1] == 'open-round', entries
    chair.run('undo', chair.case, status=1)
    assert all(word in holds(chair.case, *said) for word in said if 'ola' not in word and 'siv' not in word)
    assert 'Fetter er ansatt' in chair.run('export', chair.case, '--output', chair.path('out.xml')).stdout or \
        holds(chair.path('out.xml'), 'Fetter er ansatt')
    assert {row['state'] for name, row in ballots(chair).items() if name not in ('Ida Berg', 'Ola Nordmann')} == {'opened'}

    # the late one: for what it is, and with a reason
    late = mail(homes['ola'], 'marks.ballot', chair, 'ola.ballot')
    assert 'reason' in chair.run('take-in', chair.case, late, status=1).stderr
    assert 'late' in chair.run('take-in', chair.case, late, '--reason', 'Posten var forsinket').stdout
    assert ballots(chair)['Ola Nordmann']['state'] == 'late'

    # what comes out is what they gave
    marks = {(m.group(2), m.group(1), m.group(3)): float(m.group(4)) for m in re.finditer(
        r'<mark round="1" entrant="(\w+)" juror="(\w+)" criterion="(\w)" value="([\d.]+)"', export_of(chair))}
    expected = {(who, *cell): mark for who in JURORS for cell, mark in zip(CELLS, MARKS[who])}
    expected = {key: mark for key, mark in expected.items() if key[:2] not in (('siv', 'havg'), ('tor', 'fjel'))}
    expected['eva', 'fjel', 'A'] = 4.5
    assert marks == expected, set(marks.items()) ^ set(expected.items())
    assert [row['name'] for row in result(chair.case)][0] == 'Nordlys Kraft'
    chair.run('check', chair.case)
    for home in homes.values():
        home.run('check', home.case)
        home.run('verify', home.case)
    assert 'compared with the marks: 5.' in chair.run('verify', chair.case).stdout

    # the protocol prints the receipts of the ballots that count, and how to check them
    for lang, heading in (('nb', 'Kvitteringer for stemmesedlene'), ('sv', 'Kvitton för röstsedlarna'), ('en', 'Receipts of the ballots')):
        chair.run('verdict', chair.case, '--part', 'protocol', '--lang', lang, '--output', chair.path('p.pdf'))
        text = walk.pdf_text(chair.path('p.pdf'))
        digits = re.sub(r'\s', '', text)
        assert heading in text and 'votumctl verify case.votum' in text and 'Posten var forsinket' in text, text
        assert 'Ikke hans' in text, text
        assert receipts['per'] in digits and receipts['ola'] in digits and receipts['eva'] not in digits

    # all that is exported has the ballots as they came, whose receipts anybody can work out; a juror exports nothing but their own
    chair.run('export-everything', chair.case, '--output', chair.path('all'), '--lang', 'nb')
    folder_of_ballots = chair.path('all/confidential/ballots')
    found = set()
    for name in os.listdir(folder_of_ballots):
        with open(os.path.join(folder_of_ballots, name), 'rb') as file:
            found.add(hashlib.blake2b(file.read(), digest_size=32).hexdigest())
    assert len(found) == 7 and {receipts['per'], receipts['ola'], receipts['eva']} <= found, found
    with open(chair.path('all/confidential/tables/ballots.csv'), newline='', encoding='utf-8') as file:
        assert {row['receipt'] for row in csv.DictReader(file)} == found
    assert 'juror’s copy' in homes['per'].run('export-everything', homes['per'].case, '--output', homes['per'].path('all'), status=1).stderr
    assert not os.path.exists(homes['per'].path('all'))

    # what is to change after the opening is revised with a reason, and told; a decision against the order says why
    refused = chair.run('import', 'marks', chair.case,
                        write(chair.folder, 'm.csv', 'entrant;juror;criterion;mark;comment\nnord;per;A;5.5;Enige\n'),
                        '--round', '1', '--entered-by', 'Ida Berg', status=1).stderr
    assert 'm.csv:2' in refused and 'has been opened' in refused and 'revise the mark' in refused, refused
    assert 'has been opened' in chair.run('import', 'marks', chair.case, write(chair.folder, 'm.csv', 'entrant;juror;criterion;mark\nnord;per;A;5.5\n'),
                                          '--round', '1', '--entered-by', 'Ida Berg', '--dry-run', status=1).stderr
    assert 'stays so' in chair.run('import', 'award', chair.case,
                                   write(chair.folder, 'r.xml', f'<award xmlns="{NS}" id="prize"><round id="1" state="open"/></award>'), status=1).stderr
    chair.run('revise', chair.case, '--juror', 'per', '--entrant', 'nord', '--criterion', 'A', '--mark', '5.5', '--reason', 'Enige', '--round', '1')
    verified = chair.run('verify', chair.case).stdout
    assert 'was changed after the opening' in verified and 'The verdict holds' in verified, verified
    decision = f'<award xmlns="{NS}" id="prize"><decision id="d" entrant="fjel" outcome="winner" votes-for="5">%s</decision></award>'
    chair.run('import', 'award', chair.case, write(chair.folder, 'd.xml', decision % ''))
    assert 'does not say why' in chair.run('verify', chair.case, status=1).stdout
    chair.run('import', 'award', chair.case, write(chair.folder, 'd.xml', decision % '<reason>Helheten</reason>'))
    assert 'says why' in chair.run('verify', chair.case).stdout


def export_of(home):
    shutil.rmtree(home.path('export'), ignore_errors=True)
    os.mkdir(home.path('export'))
    path = home.path('export/case.xml')
    home.run('export', home.case, '--output', path)
    with open(path, encoding='utf-8') as file:
        return re.sub('<log>.*</log>', '', file.read(), flags=re.S)


def test_a_hand_out_holds_what_its_juror_may_see(folder):
    chair = chair_at(folder)
    rows = 'entrant;juror;criterion;mark;comment\nnord;eva;A;5;Evas hemmelige kommentar\nnord;per;A;4;Pers hemmelige kommentar\n'
    chair.run('import', 'marks', chair.case, write(chair.folder, 'm.csv', rows), '--round', '1', '--entered-by', 'Ida Berg')
    home = give_to(folder, chair, 'per')
    others = [name for key, name in JURORS.items() if key != 'per']
    assert holds(chair.case, 'Lederens eget notat', 'Evas hemmelige', 'Siv sin grunn', *others)
    # whom the ballot is sent to, and no other address but their own
    assert holds(home.case, 'ida@jury.example', 'per@jury.example')
    assert not holds(home.case, *(f'{key}@jury.example' for key in JURORS if key != 'per'))
    assert [row['juror'] for row in json.loads(home.run('ballots', home.case, '--format', 'json').stdout)] == ['Per Dahl', 'Per Dahl']
    assert not holds(home.case, *others, 'Lederens eget notat', 'Evas hemmelige', 'Pers hemmelige', 'Siv sin grunn', 'Funnet hos andre')
    assert 'Nordlys Kraft' in export_of(home) and 'Omvisning' in export_of(home) and 'Tavlen' in export_of(home)
    assert os.stat(home.case).st_mode & 0o777 == 0o600
    assert log_of(home)[-1]['hash'] in home.run('verify', home.case).stdout
    # the key that opens ballots stays with the chair
    home.run('take-in', home.case, chair.path('award.xml'), status=1)
    home.run('open-round', home.case, '--round', '1', '--anyway', status=1)
    home.run('hand-out', home.case, '--juror', 'per', '--output', home.path('again.votum'), status=1)
    home.run('import', 'award', home.case, write(folder, 'b.xml', f'<award xmlns="{NS}" id="prize"><hand-out juror="per" number="9"/></award>'), status=1)
    chair.run('hand-out', chair.case, '--juror', 'per', '--output', chair.path('per.votum'), status=1)
    chair.run('hand-out', chair.case, '--juror', 'ida', '--output', chair.path('secretary.votum'), '--anew')
    chair.run('hand-out', chair.case, '--juror', 'nobody', '--output', chair.path('n.votum'), status=1)


def test_where_the_award_marks_blind(folder):
    chair = chair_at(folder, 'blind="yes"')
    # also where somebody has named them beside their submission
    chair.run('import', 'award', chair.case, write(folder, 'texts.xml', f'''<award xmlns="{NS}" id="prize">
      <criterion id="A"><description xml:lang="nb">Som hos Fjellvind i fjor</description></criterion>
      <round id="1" position="1"><name xml:lang="nb">Havgap og de andre</name></round></award>'''))
    home = give_to(folder, chair, 'per')
    named = ['Nordlys', 'Fjellvind', 'Havgap', 'nordlyskraft', '"nord"', 'fjel', 'havg', 'Kontakt Kari', 'Omvisning']
    assert not holds(home.case, *named), holds(home.case, *named)
    listed = list(csv.DictReader(io.StringIO(home.run('entrants', home.case, '--format', 'csv').stdout)))
    assert [row['name'] for row in listed] == ['Finalist 1', 'Bedrift B', 'Finalist 3'], listed
    assert 'svarer på telefonen' in export_of(home)
    cells = [(row['id'], criterion) for row in listed for criterion in 'AB']
    home.mark(MARKS['per'], cells=cells)
    home.hand_in()
    chair.run('take-in', chair.case, mail(home, 'marks.ballot', chair))
    chair.run('open-round', chair.case, '--round', '1', '--anyway')
    assert '<mark round="1" entrant="nord" juror="per" criterion="A" value="5"' in export_of(chair)
    # once all is opened their names may be known; they stay the same finalists
    chair.run('open-round', chair.case, '--round', '2', '--anyway')
    chair.run('hand-out', chair.case, '--juror', 'per', '--output', chair.path('later.votum'))
    home.run('take-hand-out', home.case, mail(chair, 'later.votum', home))
    again = list(csv.DictReader(io.StringIO(home.run('entrants', home.case, '--format', 'csv').stdout)))
    assert [(row['id'], row['name']) for row in again] == [(old['id'], name) for old, name in
                                                           zip(listed, ('Nordlys Kraft', 'Fjellvind', 'Havgap'))], again
    text = export_of(home)
    assert text.count('<section') == 2 and 'NORDLYS KRAFT' in text and text.count('<mark') == 6


def test_a_later_hand_out_touches_no_mark(folder):
    chair = chair_at(folder)
    home = give_to(folder, chair, 'per')
    home.mark(MARKS['per'], comment='mine ord')
    notes = f'<award xmlns="{NS}" id="prize"><note id="n1" entrant="nord" author="per" use="jury">Et delt notat</note>' \
            f'<note id="n2" entrant="nord" author="per">Et eget notat</note></award>'
    home.run('import', 'award', home.case, write(folder, 'notes.xml', notes))
    before = re.findall('<mark.*|<note.*', export_of(home))
    chair.run('import', 'award', chair.case, write(folder, 'more.xml',
        f'<award xmlns="{NS}" id="prize"><entrant id="ny" status="finalist"><name>Nykommeren</name></entrant>'
        f'<round id="3" position="3" kind="revote"/></award>'))
    chair.run('import', 'shortlist', chair.case, write(folder, 's.xml',
        f'<shortlist xmlns="{NS}"><entrant id="fjel"><name>Fjellvind</name><section heading="Rettet">Rettet tekst.</section></entrant></shortlist>'))
    other = give_to(folder, chair, 'eva')
    chair.run('hand-out', chair.case, '--juror', 'per', '--output', chair.path('per2.votum'))
    mail(chair, 'per2.votum', home)
    assert 'another juror' in home.run('take-hand-out', home.case, mail(other, 'case.votum', home, 'eva.votum'), status=1).stderr
    home.run('take-hand-out', home.case, home.path('per2.votum'))
    text = export_of(home)
    assert re.findall('<mark.*|<note.*', text) == before
    assert 'Nykommeren' in text and 'Rettet tekst' in text and 'Vi lærer' not in text and '<round id="3"' in text
    assert 'not newer' in home.run('take-hand-out', home.case, home.path('per2.votum'), status=1).stderr
    home.run('check', home.case)
    # the new finalist is missing in the ballot, until it is handed in all the same
    assert '2 marks are missing' in home.hand_in(status=1).stderr
    home.hand_in('marks.ballot', '--incomplete')
    chair.run('take-in', chair.case, mail(home, 'marks.ballot', chair))
    chair.run('open-round', chair.case, '--round', '1', '--anyway')
    text = export_of(chair)
    assert 'Et delt notat' in text and 'Et eget notat' not in text


def test_ballots_of_elsewhere_are_refused(folder):
    chair, stranger = chair_at(folder), chair_at(os.path.join(folder, 'elsewhere'))
    home = give_to(folder, chair, 'per')
    away = give_to(os.path.join(folder, 'elsewhere'), stranger, 'per')
    for one in (home, away):
        one.mark(MARKS['per'])
        one.hand_in()
    chair.run('take-in', chair.case, mail(away, 'marks.ballot', chair, 'away.ballot'), status=1)
    for name, data in (('empty.ballot', b''), ('text.ballot', b'hei'), ('case.ballot', open(home.case, 'rb').read())):
        with open(chair.path(name), 'wb') as file:
            file.write(data)
        chair.run('take-in', chair.case, chair.path(name), status=1)
    os.symlink(home.path('marks.ballot'), chair.path('link.ballot'))
    chair.run('take-in', chair.case, chair.path('link.ballot'), status=1)
    # other criteria than the case has by now
    chair.run('import', 'award', chair.case, write(folder, 'w.xml', f'<award xmlns="{NS}" id="prize"><criterion id="A" weight="50"/></award>'))
    mail(home, 'marks.ballot', chair)
    assert 'other criteria' in chair.run('take-in', chair.case, chair.path('marks.ballot'), status=1).stderr
    chair.run('undo', chair.case)
    # a copy that was replaced, and the one that replaces it
    chair.run('hand-out', chair.case, '--juror', 'per', '--output', chair.path('new.votum'), '--anew')
    assert 'replaced' in chair.run('take-in', chair.case, chair.path('marks.ballot'), status=1).stderr
    assert 'lost copy' in home.run('take-hand-out', home.case, mail(chair, 'new.votum', home), status=1).stderr
    shutil.copy(chair.path('new.votum'), home.case)
    home.mark(MARKS['per'])
    home.hand_in()
    chair.run('take-in', chair.case, mail(home, 'marks.ballot', chair))
    # one more lost copy, now that a ballot is here: its number goes on, and the one that is here counts until then
    chair.run('hand-out', chair.case, '--juror', 'per', '--output', chair.path('third.votum'), '--anew')
    shutil.copy(chair.path('third.votum'), home.case)
    home.mark((6, 6, 6, 6, 6, 6))
    assert 'number 2' in home.hand_in().stdout
    # a round with sealed ballots is not opened without them
    refused = chair.run('import', 'award', chair.case, write(folder, 'r.xml', f'<award xmlns="{NS}" id="prize"><round id="1" state="opened"/></award>'), status=1)
    assert 'sealed ballots' in refused.stderr
    chair.run('open-round', chair.case, '--round', '1', '--anyway')
    assert '<mark round="1" entrant="nord" juror="per" criterion="A" value="5"' in export_of(chair)
    chair.run('verify', chair.case)
    # without its sealed bytes a receipt proves nothing
    copy = Home(folder, 'copy')
    copy.run('init', copy.case, chair.path('export/case.xml'))
    assert 'proves nothing' in copy.run('verify', copy.case, status=1).stdout


def test_everybody_at_once_with_a_mail(folder):
    chair = chair_at(folder)
    chair.run('hand-out', chair.case, '--all', chair.path('nowhere'), status=2)
    os.mkdir(chair.path('out'))
    chair.run('hand-out', chair.case, '--all', chair.path('out'))
    assert sorted(os.listdir(chair.path('out'))) == sorted(f'{who}.{end}' for who in JURORS for end in ('votum', 'txt'))
    with open(chair.path('out/eva.txt'), encoding='utf-8') as file:
        mail_text = file.read()
    assert mail_text.startswith('To: Eva Holm <eva@jury.example>\nSubject: Prøveprisen: jurysaken din\n\nHei Eva Holm,'), mail_text
    assert 'eva.votum' in mail_text and 'votumctl' not in mail_text and mail_text.endswith('Hilsen Ida Berg\n') and '{' not in mail_text
    # once more: files of their own beside the first ones, and a mail that says what to do with them
    chair.run('hand-out', chair.case, '--all', chair.path('out'))
    assert sorted(os.listdir(chair.path('out'))) == sorted(f'{who}{more}.{end}' for who in JURORS for more in ('', '-2') for end in ('votum', 'txt'))
    with open(chair.path('out/eva-2.txt'), encoding='utf-8') as file:
        assert 'eva-2.votum' in file.read()
    # in the juror's own language
    language = f'<award xmlns="{NS}" id="prize"><juror id="eva" mail-language="sv"><name>Eva Holm</name></juror></award>'
    chair.run('import', 'award', chair.case, write(chair.folder, 'language.xml', language))
    chair.run('hand-out', chair.case, '--all', chair.path('out'))
    with open(chair.path('out/eva-3.txt'), encoding='utf-8') as file:
        assert 'ditt juryärende' in file.read()


def test_keys_with_a_passphrase(folder):
    chair = chair_at(folder)
    right, wrong = write(folder, 'right', 'blåbær på tur\n'), write(folder, 'wrong', 'noe annet\n')
    deputy = write(folder, 'deputy', 'stedfortreder\n')
    chair.run('keys', chair.case, '--new-passphrase-file', right)
    chair.run('keys', chair.case, '--deputy', '--new-passphrase-file', deputy)
    chair.run('keys', chair.case, '--new-passphrase-file', wrong, status=1)
    home = give_to(folder, chair, 'per')
    home.run('keys', home.case, '--new-passphrase-file', wrong)
    home.mark(MARKS['per'])
    assert 'passphrase' in home.hand_in(status=1).stderr
    home.hand_in('marks.ballot', '--passphrase-file', wrong)
    path = mail(home, 'marks.ballot', chair)
    assert 'passphrase' in chair.run('take-in', chair.case, path, status=1).stderr
    chair.run('take-in', chair.case, path, '--passphrase-file', wrong, status=1)
    chair.run('take-in', chair.case, path, '--passphrase-file', right)
    # the deputy opens what the chair cannot come to open
    assert chair.run('open-round', chair.case, '--round', '1', '--anyway', '--passphrase-file', wrong, status=1)
    chair.run('open-round', chair.case, '--round', '1', '--anyway', '--passphrase-file', deputy)
    assert '<mark round="1" entrant="nord" juror="per" criterion="A" value="5"' in export_of(chair)


if __name__ == '__main__':
    sys.exit(walk.main(globals()))
