#!/usr/bin/env python3
"""A chair and five jurors whose marks come to a tie: the revote, the prize that is shared, and every document. TAP on standard output."""

import os
import re
import subprocess
import sys

import together
import walk
from homes import Home, holds, mail
from together import AGAIN, FIRST, JURORS
from walk import NS, result, write


def meet(folder):
    """Everybody has been handed the case; one recuses herself at home."""
    chair = Home(folder, 'ida')
    chair.run('init', chair.case, together.AWARD)
    chair.run('hold', chair.case, '--juror', 'ida', '--duty', 'chair')
    homes = {who: Home(folder, who) for who in JURORS}
    os.mkdir(chair.path('out'))
    chair.run('hand-out', chair.case, '--all', chair.path('out'))
    for who, home in homes.items():
        mail(chair, f'out/{who}.votum', home, 'case.votum')
    siv = homes['siv']
    siv.run('import', 'award', siv.case, write(siv.folder, 'recusal.xml', f'<award xmlns="{NS}" id="prize">'
            f'<recusal juror="siv" entrant="havg"><reason>{together.RECUSAL}</reason></recusal></award>'))
    return chair, homes


def mark(home, marks, round):
    home.mark([figure for finalist in marks for figure in finalist], round=round, comment=f'ord fra {home.who}')


def hand_in(home, name, round):
    return re.search('[0-9a-f]{64}', home.hand_in(name, round=round).stdout).group(0)


def order(chair):
    return [(row['name'], row['position'], row['shared']) for row in result(chair.case)]


def first_round(chair, homes):
    """All are level, once the late one is there too. Returns the receipts that count."""
    receipts = []
    mark(chair, FIRST['ida'], '1')
    for who, home in homes.items():
        mark(home, FIRST[who], '1')
        receipts.append(hand_in(home, 'first.ballot', '1'))
        if who != 'ola':
            chair.run('take-in', chair.case, mail(home, 'first.ballot', chair, f'{who}.ballot'))
    # before it is opened nobody knows who is tied
    assert 'has not been opened' in chair.run('revote', chair.case, status=1).stderr
    chair.run('open-round', chair.case, '--round', '1', '--anyway')
    assert order(chair)[0] == ('Nordlys Kraft', '1', 'no'), order(chair)
    chair.run('take-in', chair.case, mail(homes['ola'], 'first.ballot', chair, 'ola.ballot'), '--reason', together.LATE)
    assert {row[1:] for row in order(chair)} == {('1', 'yes')}, order(chair)
    return receipts


def second_round(chair, homes):
    """Among the tied alone: one falls behind, two stay level."""
    receipts = []
    assert 'Round “Revote”' in chair.run('revote', chair.case).stdout
    os.mkdir(chair.path('again'))
    chair.run('hand-out', chair.case, '--all', chair.path('again'))
    mark(chair, AGAIN['ida'], '2')
    for who, home in homes.items():
        home.run('take-hand-out', home.case, mail(chair, f'again/{who}-2.votum', home, 'again.votum'))
        mark(home, AGAIN[who], '2')
        receipts.append(hand_in(home, 'again.ballot', '2'))
        chair.run('take-in', chair.case, mail(home, 'again.ballot', chair, f'{who}-2.ballot'))
    assert '“Revote” is opened' in chair.run('open-round', chair.case, '--round', 'Revote').stdout
    assert order(chair) == [('Nordlys Kraft', '1', 'yes'), ('Fjellvind', '1', 'yes'), ('Havgap', '3', 'no')], order(chair)
    return receipts


def share(chair):
    chair.run('minutes', chair.case, '--begin', '--place', 'Bodø')
    for who in ('ida', *JURORS):
        chair.run('minutes', chair.case, '--present', who)
    chair.run('minutes', chair.case, '--vote', 'Prisen deles', '--votes', '6/0/0')
    chair.run('decide', chair.case, '--winner', 'nord', '--winner', 'fjel', '--votes', '6/0/0', '--reason', together.REASON)
    chair.run('minutes', chair.case, '--end')


def test_a_tie_a_revote_and_a_shared_prize(folder):
    chair, homes = meet(folder)
    receipts = first_round(chair, homes) + second_round(chair, homes)
    share(chair)
    assert 'The verdict holds. Ballots: 10, compared with the marks: 10.' in chair.run('verify', chair.case).stdout
    chair.run('export-everything', chair.case, '--output', chair.path('all'))
    subprocess.run(['sha256sum', '--check', '--quiet', 'SHA256SUMS'], cwd=chair.path('all'), check=True)
    together.check_documents(chair.path('all'), receipts)
    # nobody's home has a word of another's
    for who, home in homes.items():
        others = [f'ord fra {other}' for other in ('ida', *JURORS) if other != who]
        names = [name for other, name in JURORS.items() if other != who]
        for where, _folders, files in os.walk(home.folder):
            for name in files:
                assert not holds(os.path.join(where, name), *others, *names), (who, name)
        assert holds(home.case, f'ord fra {who}')


if __name__ == '__main__':
    sys.exit(walk.main(globals()))
