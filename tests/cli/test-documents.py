#!/usr/bin/env python3
"""What the finalists and the public get of a case, and what must not reach them. TAP on standard output."""

import os
import re
import subprocess
import sys
import unicodedata

import walk
from walk import NS, decided, demo_case, digest, marked_case, pdf_text, run, small_case, write

LANGS = ('nb', 'nn', 'sv', 'da', 'en')
HEADINGS = {'nb': 'Tilbakemeldingsrapport', 'nn': 'Tilbakemeldingsrapport', 'sv': 'Återföringsrapport',
            'da': 'Tilbagemeldingsrapport', 'en': 'Feedback report'}


def words_of(text):
    return ' '.join(re.sub(r'<[^>]*>', ' ', text).split())


def demo_secrets(folder, case):
    """Names of all finalists and jurors, the texts of all confidential notes, and who spoke without leave to be named."""
    exported = os.path.join(folder, 'secrets.xml')
    run('export', case, '--output', exported)
    with open(exported, encoding='utf-8') as file:
        text = file.read()
    entrants = dict(re.findall(r'<entrant id="([^"]*)".*?<name>([^<]*)</name>', text, re.S))
    jurors = re.findall(r'<juror id=[^>]*>\s*<name>([^<]*)</name>', text)
    notes = re.findall(r'<note ([^>]*)>(.*?)</note>', text, re.S)
    secret = [words_of(body) for attributes, body in notes if 'use="quotable' not in attributes]
    unnamed = [speaker for attributes, body in notes if 'use="quotable-unnamed"' in attributes
               for speaker in re.findall(r'speaker="([^"]*)"', attributes)]
    named = [speaker for attributes, body in notes if 'use="quotable"' in attributes
             for speaker in re.findall(r'speaker="([^"]*)"', attributes)]
    assert len(entrants) >= 6 and len(jurors) >= 5 and len(secret) >= 3, (entrants, jurors, secret)
    # a role such as “adviser” is a word that the jury's own text may hold
    return entrants, jurors, secret, [speaker for speaker in unnamed if speaker not in named and re.match(r'[A-ZÆØÅ]\S+ [A-ZÆØÅ]', speaker)]


def test_feedback_tells_nothing_confidential(folder):
    case = demo_case(folder)
    entrants, jurors, secret, unnamed = demo_secrets(folder, case)
    chair = 'Ingrid Fossheim'
    assert chair in jurors
    for lang in LANGS:
        reports = os.path.join(folder, lang)
        os.mkdir(reports)
        run('feedback', case, '--all', reports, '--lang', lang)
        assert sorted(os.listdir(reports)) == sorted(f'feedback-{key}.pdf' for key in entrants), os.listdir(reports)
        for key, name in entrants.items():
            text = pdf_text(os.path.join(reports, f'feedback-{key}.pdf'))
            assert HEADINGS[lang] in text and name in text, (lang, key)
            for other in entrants.values():
                assert other == name or other not in text, f'{other} is named in the report for {name} ({lang})'
            for juror in jurors:
                assert juror == chair or juror not in text, f'{juror} is named in the report for {name} ({lang})'
            # the chair signs and stands in the head, and nowhere beside a mark
            assert len(re.findall(re.escape(chair), text)) == 2, (lang, key)
            for note in secret:
                assert note[:40] not in text, note
            for speaker in unnamed:
                assert speaker not in text, speaker


def test_feedback_is_the_same_every_time(folder):
    case = demo_case(folder)
    first, second = os.path.join(folder, 'a.pdf'), os.path.join(folder, 'b.pdf')
    for output in (first, second):
        run('feedback', case, '--finalist', 'Nordlys Kraft', '--lang', 'nb', '--output', output)
    assert digest(first) == digest(second), 'the same case gave other bytes'


def test_the_field_gives_nobody_away(folder):
    case = marked_case(folder)
    pdf = os.path.join(folder, 'nord.pdf')
    # three finalists: the median, and neither end
    run('feedback', case, '--finalist', 'nord', '--lang', 'en', '--output', pdf)
    text = pdf_text(pdf)
    assert 'Field’s median' in text and 'Field’s lowest' not in text and 'only three finalists' in text, text
    # two: nothing of the other one
    run('import', 'award', case, write(folder, 'two.xml', f'<award xmlns="{NS}" id="prize"><entrant id="havg" status="withdrawn">'
                                       '<name>Havgap</name></entrant></award>'))
    run('feedback', case, '--finalist', 'nord', '--lang', 'en', '--output', pdf)
    text = pdf_text(pdf)
    assert 'Field’s' not in text and 'left out' in text and '5.25' in text, text
    for mark in ('4.67', '4.50'):
        assert mark not in text, f'{mark} is the other finalist’s'


def test_what_one_juror_alone_gave_is_not_shown(folder):
    case = small_case(folder)
    marks = 'entrant;juror;criterion;mark\nnord;ida;A;5.5\nnord;per;A;5.5\nnord;ida;B;2.5\nfjel;per;A;3\nfjel;per;B;4\n'
    run('import', 'marks', case, write(folder, 'marks.csv', marks))
    pdf = os.path.join(folder, 'nord.pdf')
    run('feedback', case, '--finalist', 'nord', '--lang', 'en', '--output', pdf)
    text = pdf_text(pdf)
    assert '5.50' in text and '2.50' not in text and 'only one juror' in text, text


def test_notes_that_name_others_stay_out(folder):
    case = marked_case(folder)
    run('import', 'award', case, write(folder, 'notes.xml', f'''<award xmlns="{NS}" id="prize">
      <visit id="v" entrant="nord" started="2026-11-03T09:00:00+01:00" jurors="ida;per">
      <note criterion="A" kind="strength" use="quotable" speaker="Ola Moe">Tavlen henger midt i rommet</note>
      <note criterion="A" kind="strength" use="quotable-unnamed" speaker="Kari Lie">Alle svarer likt</note>
      <note criterion="B" kind="improvement" use="quotable">Bedre enn fjellvind, men uten tall</note>
      <note criterion="B" kind="improvement" use="quotable">Målingen når ikke fram til skiftet</note>
      <note kind="observation" use="quotable">Per Dahl fikk vente i ti minutter</note>
      <note kind="improvement" use="jury">Lederen lot ingen slippe til</note></visit></award>'''))
    pdf = os.path.join(folder, 'nord.pdf')
    done = run('feedback', case, '--finalist', 'nord', '--lang', 'nb', '--output', pdf)
    assert 'Fjellvind' in done.stderr and 'Per Dahl' in done.stderr, done.stderr
    text = pdf_text(pdf)
    assert 'Tavlen henger midt i rommet – Ola Moe' in text and 'Alle svarer likt' in text and 'Målingen når ikke fram' in text, text
    for secret in ('Kari Lie', 'jellvind', 'Per Dahl', 'Lederen lot ingen'):
        assert secret not in text, secret


def test_feedback_before_the_decision_says_so(folder):
    case = marked_case(folder)
    pdf = os.path.join(folder, 'nord.pdf')
    run('feedback', case, '--finalist', 'nord', '--lang', 'nb', '--output', pdf)
    assert 'Juryen har ikke tatt sin avgjørelse' in pdf_text(pdf)
    decided(folder, case, '<decision id="d" entrant="nord" outcome="winner" place="1" votes-for="2" votes-against="0"/>')
    run('feedback', case, '--finalist', 'nord', '--lang', 'nb', '--output', pdf)
    text = pdf_text(pdf)
    assert 'Juryen har ikke tatt' not in text and 'Vinner' in text, text


def test_feedback_refuses_what_it_cannot_do(folder):
    case = small_case(folder)
    pdf = os.path.join(folder, 'x.pdf')
    run('feedback', case, '--finalist', 'nord', '--output', pdf, status=1)
    run('feedback', case, '--finalist', 'nobody', '--output', pdf, status=1)
    run('feedback', case, '--all', folder, status=1)
    run('feedback', case, status=2)
    run('feedback', case, '--all', os.path.join(folder, 'none'), status=2)
    run('feedback', case, '--finalist', 'nord', '--output', pdf, '--lang', 'fi', status=2)
    run('hold', case, '--juror', 'Per Dahl', '--duty', 'juror')
    done = run('feedback', case, '--finalist', 'nord', '--output', pdf, status=1)
    assert not os.path.exists(pdf), done.stderr


def with_award(folder, case, attributes):
    """Sets attributes of the award, which an import gives whole."""
    names = [attribute.split('=')[0] for attribute in attributes.split()]
    exported = os.path.join(folder, 'whole.xml')
    if os.path.exists(exported):
        os.remove(exported)
    run('export', case, '--output', exported)
    with open(exported, encoding='utf-8') as file:
        award = re.search(r'<award [^>]*>(\s*<name[^>]*>[^<]*</name>)+', file.read()).group(0)
    for name in names:
        award = re.sub(rf' {name}="[^"]*"', '', award)
    run('import', 'award', case, write(folder, 'with.xml', award.replace('<award ', f'<award {attributes} ', 1) + '</award>'))


def test_result_list(folder):
    case = marked_case(folder)
    pdf = os.path.join(folder, 'list.pdf')
    run('result-list', case, '--lang', 'nb', '--output', pdf)
    text = pdf_text(pdf)
    assert 'Foreløpig rekkefølge' in text and 'Resultatliste' in text, text
    decided(folder, case, '<decision id="d" entrant="nord" outcome="winner" place="1"/><decision id="e" entrant="fjel" outcome="place" place="2"/>'
                          '<decision id="f" entrant="havg" outcome="honourable-mention"/>')
    run('result-list', case, '--lang', 'nb', '--output', pdf)
    text = pdf_text(pdf)
    assert re.search('Nordlys Vinner.*Fjellvind 2. plass.*Havgap Hederlig omtale', text), text
    assert 'Sperrefrist' not in text and 'Poeng' not in text and 'ikke poeng' in text and 'Foreløpig' not in text, text
    run('result-list', case, '--lang', 'nb', '--points', '--output', pdf)
    assert 'Poeng' in pdf_text(pdf) and '4,' in pdf_text(pdf)
    with_award(folder, case, 'embargo="2026-11-20T18:00:00+01:00"')
    for lang, words in {'nb': 'Sperrefrist: 20. november 2026 kl. 18.00', 'nn': 'Sperrefrist: 20. november 2026 kl. 18.00',
                        'sv': 'Embargo till 20 november 2026 kl. 18.00', 'da': 'Embargo indtil 20. november 2026 kl. 18.00',
                        'en': 'Embargoed until 20 November 2026, 18:00'}.items():
        run('result-list', case, '--lang', lang, '--output', pdf)
        text = pdf_text(pdf)
        assert text.count(words) == 2 and 'Fjellvind' in text, (lang, text)


def test_leaders_only_names_nobody_else(folder):
    case = marked_case(folder)
    with_award(folder, case, 'leaders-only="yes" names-finalists="yes"')
    pdf = os.path.join(folder, 'list.pdf')
    for decision in ('', '<decision id="d" entrant="nord" outcome="winner" place="1"/><decision id="e" entrant="fjel" outcome="place" place="2"/>'):
        if decision:
            decided(folder, case, decision)
        run('result-list', case, '--lang', 'en', '--output', pdf)
        text = pdf_text(pdf)
        assert 'Nordlys' in text and 'Fjellvind' not in text and 'Havgap' not in text and 'only the leader' in text, text


def test_who_has_no_place_is_named_only_where_the_award_says_so(folder):
    case = marked_case(folder)
    decided(folder, case, '<decision id="d" entrant="nord" outcome="winner" place="1"/>')
    pdf = os.path.join(folder, 'list.pdf')
    run('result-list', case, '--lang', 'en', '--output', pdf)
    assert 'Fjellvind' not in pdf_text(pdf) and 'Havgap' not in pdf_text(pdf)
    with_award(folder, case, 'names-finalists="yes"')
    run('result-list', case, '--lang', 'en', '--output', pdf)
    text = pdf_text(pdf)
    assert re.search('The other finalists, in alphabetical order.*Fjellvind.*Havgap', text), text


def test_diplomas(folder):
    case = demo_case(folder)
    pdf = os.path.join(folder, 'one.pdf')
    outcomes = {'nb': 'Vinner', 'nn': 'Vinnar', 'sv': 'Vinnare', 'da': 'Vinder', 'en': 'Winner'}
    for lang, outcome in outcomes.items():
        run('diploma', case, '--finalist', 'nordlys', '--lang', lang, '--output', pdf)
        text = pdf_text(pdf)
        assert outcome in text and 'Nordlys Kraft' in text and 'Ingrid Fossheim' in text and '26' in text, (lang, text)
        assert 'Fjellvind' not in text, text
    run('diploma', case, '--all', folder, '--lang', 'nb')
    files = sorted(name for name in os.listdir(folder) if name.startswith('diploma-'))
    assert files == [f'diploma-{key}.pdf' for key in ('fjellvind', 'havgap', 'nordlys', 'skogstjerne')], files
    assert 'Hederlig omtale' in pdf_text(os.path.join(folder, 'diploma-skogstjerne.pdf'))
    run('diploma', case, '--finalist', 'orrfugl', '--output', pdf, status=1)
    first = digest(os.path.join(folder, 'diploma-nordlys.pdf'))
    run('diploma', case, '--all', folder, '--lang', 'nb')
    assert digest(os.path.join(folder, 'diploma-nordlys.pdf')) == first, 'the same case gave other bytes'


def pages_of(pdf):
    pages = []
    while True:
        number = str(len(pages) + 1)
        try:
            # the serif has letters that are joined, and a PDF gives them back as one
            pages.append(unicodedata.normalize('NFKC', pdf_text(pdf, '-f', number, '-l', number)))
        except subprocess.CalledProcessError:
            return pages


def test_reveal_keeps_the_name_for_last(folder):
    case = demo_case(folder)
    pdf = os.path.join(folder, 'slides.pdf')
    for lang, (finalists, third) in {'nb': ('Finalistene', '3. plass'), 'nn': ('Finalistane', '3. plass'), 'sv': ('Finalisterna', '3:e plats'),
                                     'da': ('Finalisterne', '3. plads'), 'en': ('The finalists', '3rd place')}.items():
        run('reveal', case, '--lang', lang, '--output', pdf)
        pages = pages_of(pdf)
        named = [number for number, page in enumerate(pages) if 'Nordlys Kraft' in page]
        assert len(pages) == 10 and named == [2, 8], (lang, named, pages)
        assert pages[2].endswith('Fjellvind Forsikring Havgap Sparebank Nordlys Kraft') and finalists in pages[2], pages[2]
        assert third in pages[4] and 'Havgap' in pages[4] and 'Fjellvind' in pages[5], pages[4:6]
        whole = ' '.join(pages)
        for row in walk.result(case):
            for figure in (row['total'], row['round-result']):
                assert figure.replace('.', ',') not in whole and figure not in whole, f'a mark is on the stage ({lang})'
    with_award(folder, case, 'leaders-only="yes"')
    run('reveal', case, '--lang', 'en', '--output', pdf)
    whole = pdf_text(pdf)
    assert 'Nordlys Kraft' in whole and not any(name in whole for name in ('Fjellvind', 'Havgap', 'Skogstjerne')), whole


def test_reveal_of_what_is_not_decided(folder):
    case = marked_case(folder)
    pdf = os.path.join(folder, 'slides.pdf')
    run('reveal', case, '--output', pdf, status=1)
    decided(folder, case, '<decision id="d" entrant="nord" outcome="shared"/><decision id="e" entrant="havg" outcome="shared"/>')
    run('reveal', case, '--lang', 'nb', '--output', pdf)
    pages = pages_of(pdf)
    assert 'Prisen deles' in pages[-2] and 'Nordlys' in pages[-2] and 'Havgap' in pages[-2] and 'Og vinneren er' not in ' '.join(pages), pages
    run('undo', case)
    decided(folder, case, '<decision id="f" outcome="none"/>')
    run('reveal', case, '--lang', 'nb', '--output', pdf)
    assert 'deler ikke ut prisen' in pages_of(pdf)[-2]


def test_what_the_jury_writes_to_a_finalist(folder):
    case = marked_case(folder)
    decided(folder, case, '''<feedback id="f" entrant="nord" xml:lang="nb"><text>Kjære finalist.

Det var en glede å besøke dere.</text><strengths>- Ledere som er til stede
Åpne tall</strengths><opportunities>Følg opp nattskiftet</opportunities></feedback>
<feedback id="g" entrant="fjel" xml:lang="nb"><text>Dere ligner Nordlys.</text></feedback>''', 'feedback.xml')
    pdf = os.path.join(folder, 'nord.pdf')
    run('feedback', case, '--finalist', 'nord', '--lang', 'nb', '--output', pdf)
    text = pdf_text(pdf)
    for words in ('Juryens ord Kjære finalist. Det var en glede', 'Styrker', '• Ledere som er til stede', '• Åpne tall', 'Forbedringsområder',
                  '• Følg opp nattskiftet'):
        assert words in text, (words, text)
    run('feedback', case, '--finalist', 'nord', '--lang', 'en', '--output', pdf)
    assert 'glede' not in pdf_text(pdf)
    # what the jury writes itself is its own, but it is told
    assert 'Nordlys' in run('feedback', case, '--finalist', 'fjel', '--lang', 'nb', '--output', pdf).stderr


CLASSES = f'''<award xmlns="{NS}" id="prize" year="2026" scale="s" rule="r" languages="nb sv en" embargo="2026-11-26T20:00:00+01:00">
  <name xml:lang="nb">Kystprisen</name><name xml:lang="sv">Kustpriset</name><name xml:lang="en">The Coast Prize</name>
  <scale id="s" min="1" max="6" step="0.5"/><rule id="r" round-total="2" tie-breaks="revote; chair"/>
  <class id="stor" position="1"><name xml:lang="nb">Store</name><name xml:lang="sv">Stora</name><name xml:lang="en">Large</name></class>
  <class id="liten" position="2"><name xml:lang="nb">Små</name><name xml:lang="sv">Små</name><name xml:lang="en">Small</name></class>
  <class id="off" position="3"><name xml:lang="nb">Offentlig</name><name xml:lang="sv">Offentlig</name><name xml:lang="en">Public</name></class>
  <criterion id="A" weight="60"><name xml:lang="nb">Kultur</name></criterion><criterion id="B" weight="40"><name xml:lang="nb">Resultat</name></criterion>
  <entrant id="nord" class="stor" status="finalist"><name>Nordlys Kraft</name></entrant>
  <entrant id="lang" class="stor" status="finalist"><name>Sørøstlandets Samvirkelag for Kundeservice, Rådgivning og Fjernhjelp</name></entrant>
  <entrant id="alfa" class="liten" status="finalist"><name>Ålesund Blåbærbod</name></entrant>
  <entrant id="beta" class="liten" status="finalist"><name>Bokhandelen</name></entrant>
  <entrant id="kom" class="off" status="finalist"><name>Vestmarka kommune</name></entrant>
  <juror id="ida" roles="chair"><name>Ida Ålgård</name></juror><juror id="per"><name>Per Ødegård</name></juror><juror id="eva"><name>Eva Holm</name></juror>
  <recusal juror="eva" class="liten" degree="out-of-the-room"><reason>Egen butikk</reason></recusal>
  <round id="1" position="1"/><round id="2" position="2" kind="revote"><round-entry entrant="alfa"/><round-entry entrant="beta"/></round>
</award>'''
MEETING = f'''<award xmlns="{NS}" id="prize">
  <note entrant="nord" author="ida" kind="strength" use="jury">KONFIDENSIELT om lederen</note>
  <citation entrant="lang" xml:lang="%s" version="1"><text>De skriver ned det som gikk galt.</text></citation></award>'''
SAID = {'nb': ('Kystprisen i klassen Store for 2026 går til', 'Ingen egen grunn er oppgitt', 'Vedtak: Delt pris: Ålesund Blåbærbod og Bokhandelen',
               'inhabil i denne klassen', 'Sperrefrist: 26. november 2026 kl. 20.00', 'Bare utfallet offentliggjøres', 'endret i juryens drøftinger'),
        'sv': ('Kustpriset i klassen Stora 2026 tilldelas', 'Inget eget skäl', 'Beslut: Delat pris: Ålesund Blåbærbod och Bokhandelen',
               'jävig i den här klassen', 'Embargo till 26 november 2026 kl. 20.00', 'Bara utfallet offentliggörs', 'ändrat under juryns överläggning'),
        'en': ('The Coast Prize in the class Large for 2026 is awarded to', 'No reason of its own', 'Decision: Shared prize: Ålesund Blåbærbod and Bokhandelen',
               'recused from this class', 'Embargoed until 26 November 2026, 20:00', 'Only the outcome is made public', 'changed in the deliberation')}


def classes_case(folder):
    """Three classes: one decided against the rule, one shared after a revote, one without an award."""
    case = os.path.join(folder, 'classes.votum')
    run('init', case, write(folder, 'classes.xml', CLASSES))
    rows = [f'{entrant};{juror};{criterion};{mark}' for entrant, mark in (('nord', 5), ('lang', 4), ('alfa', 5), ('beta', 5), ('kom', 2))
            for juror in ('per', 'eva') for criterion in 'AB' if juror == 'per' or entrant not in ('alfa', 'beta')]
    for number, part in (('1', rows), ('2', [row for row in rows if row[:4] in ('alfa', 'beta')])):
        marks = write(folder, f'round-{number}.csv', 'entrant;juror;criterion;mark\n' + '\n'.join(part))
        run('import', 'marks', case, marks, '--round', number, '--entered-by', 'Ida Ålgård')
        run('open-round', case, '--round', number, '--anyway')
    run('revise', case, '--juror', 'per', '--entrant', 'nord', '--criterion', 'A', '--round', '1', '--mark', '4.5', '--reason', 'Så det selv')
    run('minutes', case, '--begin', '--present', 'per')
    run('minutes', case, '--out', 'per', '--entrant', 'kom')
    run('minutes', case, '--returned', 'per')
    run('decide', case, '--class', 'liten', '--winner', 'alfa', '--winner', 'beta', '--reason', 'Like gode')
    run('decide', case, '--class', 'off', '--no-award', '--reason', 'Ingen nådde nivået')
    run('decide', case, '--class', 'stor', '--winner', 'lang', '--reason', 'Helheten')
    decided(folder, case, '<decision id="second" class="stor" entrant="nord" outcome="place" place="2"/>')
    for lang in SAID:
        run('import', 'award', case, write(folder, f'meeting-{lang}.xml', (MEETING % lang).replace('<citation ', f'<citation id="c-{lang}" ')))
    return case


def read_back(path):
    if not path.endswith('.odt'):
        return pdf_text(path)
    texts = [walk.words_of(node) for kind in ('h', 'p') for node in walk.part(path).iter(f'{{urn:oasis:names:tc:opendocument:xmlns:text:1.0}}{kind}')]

    return ' '.join(' '.join(texts).split())


def test_several_classes(folder):
    """What a reader of an archive finds, and what is of another class or for nobody's eyes."""
    case = classes_case(folder)
    out = os.path.join(folder, 'all')
    run('export-everything', case, '--output', out, *[option for lang in SAID for option in ('--lang', lang)])
    for lang, (award, no_reason, shared, recused, embargo, outcome, changed) in SAID.items():
        for ending in ('pdf', 'odt'):
            texts = {name: unicodedata.normalize('NFKC', read_back(os.path.join(out, f'{name}-{lang}.{ending}')))
                     for name in ('confidential/protocol-stor', 'confidential/protocol-liten', 'confidential/protocol-off', 'public/citation-stor',
                                  'confidential/citation-liten', 'public/result-list', 'for-finalists/feedback-stor-nord')}
            stor, liten, off, citation, citation_liten, results, feedback = texts.values()
            assert award in stor and no_reason in stor and 'Helheten' in stor and changed in stor and '4,5*' in stor.replace('.', ','), (lang, ending, stor)
            assert 'Ålesund' not in stor and 'Vestmarka' not in stor, (lang, ending)
            assert shared in liten and liten.count('Like gode') == 1 and 'Nordlys' not in liten and 'Egen butikk' in liten, (lang, ending, liten)
            assert recused in citation_liten and 'Ingen nådde nivået' in off, (lang, ending)
            assert embargo in citation and embargo in results and outcome in results and 'De skriver ned' in citation, (lang, ending, citation)
            assert 'Nordlys Kraft' in feedback and 'Samvirkelag' not in feedback and 'Per Ødegård' not in feedback, (lang, ending)
            assert not [name for name, text in texts.items() if 'KONFIDENSIELT' in text], (lang, ending)
        # who went out for another class neither went nor came back here
        assert re.search('Per Ødegård (kom tilbake|kom tillbaka|returned)', off) and not re.search('Per Ødegård (kom|returned)', liten), lang
    with open(os.path.join(out, 'index.html'), encoding='utf-8') as file:
        assert SAID['nb'][4] in file.read()
    assert os.path.exists(os.path.join(out, 'confidential/slides-sv.pdf'))


if __name__ == '__main__':
    sys.exit(walk.main(globals()))
