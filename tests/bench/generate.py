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
