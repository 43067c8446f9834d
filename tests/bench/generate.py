"""Awards, shortlists and marks of any size, always the same for the same numbers.

The tests of hostile files use small ones, the bench large ones. The vocabulary: docs/formats.md.
"""
import random

ENTRANTS, JURORS, CRITERIA = 200, 30, 30
WORDS = ('kunde svar leder lag tall mål hverdag støtte kurs butikk telefon køen løst første kontakt ansvar åpenhet '
         'læring måling ærlig trygghet øving resultat medarbeider service forbedring').split()


def _prose(chance, words):
    return ' '.join(chance.choice(WORDS) for _ in range(words)).capitalize() + '.'


def award(criteria=CRITERIA, jurors=JURORS):
    """An award with one flat list of judged criteria, its jury and one round."""
    chance = random.Random(criteria * 1000 + jurors)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>',
             '<award xmlns="urn:votum:award:1" id="bench" kind="jury" year="2026" languages="nb en" scale="s" rule="r">',
             '  <name xml:lang="nb">Årets måling</name>',
             '  <scale id="s" min="0" max="10" step="0.1"/>',
             '  <rule id="r" method="marks" correction="drop" drop="1" round-total="2"/>']
    for i in range(criteria):
        lines.append(f'  <criterion id="k{i:03}" position="{i + 1}" weight="{chance.randint(1, 20)}">'
                     f'<name xml:lang="nb">Kriterium {i}</name></criterion>')
    for i in range(jurors):
        lines.append(f'  <juror id="j{i:03}" roles="juror"><name>Jurymedlem {i}</name></juror>')
    lines += ['  <round id="r1" position="1" kind="individual"/>', '</award>', '']
    return '\n'.join(lines)


def shortlist(entrants):
    """Entrants, each with a section of submission and a contact person."""
    chance = random.Random(entrants)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<shortlist xmlns="urn:votum:award:1">']
    for i in range(entrants):
        lines.append(f'  <entrant id="e{i:06}" status="shortlisted" place="{chance.choice(("Tromsø", "Malmö", "Ålesund"))}">'
                     f'<name>{chance.choice(WORDS).capitalize()} &amp; {chance.choice(WORDS)} {i}</name>'
                     f'<section heading="Om oss" xml:lang="nb">{_prose(chance, 40)}</section>'
                     f'<contact-person role="leder"><name>Kontakt {i}</name></contact-person></entrant>')
    lines += ['</shortlist>', '']
    return '\n'.join(lines)


def marks(entrants=ENTRANTS, jurors=JURORS, criteria=CRITERIA):
    """Every juror's mark for every entrant on every criterion, as CSV."""
    chance = random.Random(entrants * 7 + jurors * 3 + criteria)
    lines = ['round,entrant,juror,criterion,mark']
    lines += [f'r1,e{e:06},j{j:03},k{k:03},{chance.randint(0, 100) / 10}'
              for e in range(entrants) for j in range(jurors) for k in range(criteria)]
    return '\n'.join(lines) + '\n'


def visits(number=2, notes=800, criteria=CRITERIA):
    """Visits to the first entrants, each with very many notes of one juror."""
    chance = random.Random(number * 1000 + notes)
    kinds = ('strength', 'improvement', 'quote', 'observation', 'question')
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<award xmlns="urn:votum:award:1" id="bench" kind="jury" year="2026">',
             '  <name xml:lang="nb">Årets måling</name>']
    for i in range(number):
        lines.append(f'  <visit id="v{i:03}" entrant="e{i:06}" started="2026-11-0{i + 2}T09:00:00+01:00" jurors="j000">')
        lines += [f'    <note id="v{i:03}-{n}" entrant="e{i:06}" author="j000" kind="{chance.choice(kinds)}" '
                  f'criterion="k{chance.randrange(criteria):03}" time="2026-11-0{i + 2}T{10 + n // 60:02}:{n % 60:02}:00+01:00" '
                  f'use="jury">{_prose(chance, chance.randint(5, 40))}</note>' for n in range(notes)]
        lines.append('  </visit>')
    lines += ['</award>', '']
    return '\n'.join(lines)
