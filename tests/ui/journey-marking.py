#!/usr/bin/python3
"""journey-marking.py VOTUM VOTUMCTL: who marks whom, what is given on paper, and ballots that are no marks."""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import driver  # noqa: E402
from driver import Atspi, drag, middle  # noqa: E402

VOTUM, VOTUMCTL = sys.argv[1:3]
NS = 'urn:votum:award:1'


def award(rule, criteria, scale='min="1" max="6" step="1"', more=''):
    return f'''<award xmlns="{NS}" id="prize" year="2026" scale="s" rule="r" languages="nb">
  <name xml:lang="nb">Prøveprisen</name>
  <scale id="s" {scale}/><rule id="r" {rule}/>{criteria}
  <entrant id="nord" position="1" status="finalist"><name>Nordlys Kraft</name></entrant>
  <entrant id="fjel" position="2" status="finalist"><name>Fjellvind</name></entrant>
  <entrant id="havg" position="3" status="finalist"><name>Havgap</name></entrant>
  <juror id="ida" roles="secretary"><name>Ida Berg</name></juror>
  <juror id="per"><name>Per Dahl</name></juror><juror id="eva"><name>Eva Holm</name></juror>
  <recusal juror="per" entrant="havg"><reason>Svoger</reason></recusal>
  <round id="1" position="1"><name xml:lang="nb">Første runde</name></round>{more}
</award>'''


TWO = '''<criterion id="A" weight="60"><name xml:lang="nb">Kultur</name></criterion>
  <criterion id="B" weight="40"><name xml:lang="nb">Resultat</name></criterion>'''
ONE = '<criterion id="A"><name xml:lang="nb">Stemme</name></criterion>'


def case_of(window, text):
    case = os.path.join(window.home, 'case.votum')
    path = os.path.join(window.home, 'award.xml')
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text)
    driver.asked(VOTUMCTL, 'init', case, path)
    driver.asked(VOTUMCTL, 'hold', case, '--juror', 'ida', '--duty', 'secretary')
    return case


def in_classes(text):
    """The same, with the first two in a class and the third in another."""
    text = text.replace('<entrant id="nord"', '<class id="store" position="1"><name xml:lang="nb">Store</name></class>'
                        '<class id="smaa" position="2"><name xml:lang="nb">Små</name></class><entrant id="nord"')
    for key, name in (('nord', 'store'), ('fjel', 'store'), ('havg', 'smaa')):
        text = text.replace(f'<entrant id="{key}"', f'<entrant id="{key}" class="{name}"')
    return text


def ticked(window, name):
    return driver.has_state(window.see('check box', name), Atspi.StateType.CHECKED)


def assigns(window):
    """finalists are given to jurors by keys, what is missing is told, all are spread evenly, and everybody marks all again"""
    window.start(case_of(window, in_classes(award('minimum="2"', TWO))))
    window.see(name='1 finalist has too few jurors', contains=True)
    window.page('Jury')
    window.key('alt+a')
    window.see(name='2 jurors', role='label')
    window.see('label', '1 juror: the rule asks for 2')
    window.picture('marking-assignments')
    window.page('Ballots')
    window.see(name='1 finalist has fewer jurors than the rule asks for', contains=True)
    window.page('Jury')
    # by keys: along the boxes, and down to the same juror
    window.click(window.see('check box', 'Per Dahl marks Nordlys Kraft'))
    window.wait(lambda: not ticked(window, 'Per Dahl marks Nordlys Kraft'), 'the box to be empty')
    window.key('Right')
    window.wait(lambda: driver.name_of(window.focused()) == 'Eva Holm marks Nordlys Kraft', 'the focus on the next juror')
    window.key('Down')
    window.wait(lambda: driver.name_of(window.focused()) == 'Eva Holm marks Fjellvind', 'the focus on the next finalist')
    window.key('space')
    window.wait(lambda: not ticked(window, 'Eva Holm marks Fjellvind'), 'the box to be empty')
    window.key('ctrl+z', 'ctrl+z')
    window.wait(lambda: ticked(window, 'Eva Holm marks Fjellvind'), 'the box to be ticked again')
    window.wait(lambda: ticked(window, 'Per Dahl marks Nordlys Kraft'), 'the first box to be ticked again')
    window.key('alt+s')
    window.see(name='1 finalist has fewer: too many are recused')
    window.press('push button', 'Everybody Marks All')
    window.see(name='Everybody marks all')
    # a panel for a class
    window.see('label', 'Panel of 2')
    window.click(window.see('check box', 'Eva Holm marks Store'))
    window.wait(lambda: not ticked(window, 'Eva Holm marks Fjellvind') and not ticked(window, 'Eva Holm marks Nordlys Kraft'), 'nobody of the class')
    window.see('label', 'Panel of 1')
    window.wait(lambda: ticked(window, 'Eva Holm marks Havgap') and ticked(window, 'Eva Holm marks Små'), 'the other class')
    window.picture('marking-panels')
    window.click(window.see('check box', 'Eva Holm marks Små'))
    window.see(name='Eva Holm would have nobody left to mark', starts=True)
    window.wait(lambda: ticked(window, 'Eva Holm marks Små'), 'the box as it was')
    window.stop()


def menu_of(window, juror, item):
    window.until(lambda: window.click(window.see('push button', f'More for {juror}')), lambda: window.all('menu item', item),
                 f'the menu of {juror} with “{item}”')
    window.press('menu item', item)


def reads_paper(window):
    """marks on paper are typed in for a juror, and read a second time by another person"""
    window.start(case_of(window, award('second-reading="true"', TWO)))
    window.page('Ballots')
    menu_of(window, 'Per Dahl', 'Type In from Paper')
    window.see('label', 'Nordlys Kraft')
    window.see(name='2 criteria left for Nordlys Kraft', contains=True)
    window.key('5', '4', 'ctrl+Return', '3', '3')
    window.see(name='All criteria are marked', contains=True)
    window.page('Ballots')
    window.see('list item', 'Per Dahl, On paper', starts=True)
    menu_of(window, 'Per Dahl', 'Read the Paper a Second Time …')
    window.see('frame', 'Second Reading')
    window.type('Ida Berg')
    window.press('push button', 'Compare')
    window.see(name='Ida Berg typed it in', contains=True)
    window.key('ctrl+a')
    window.type('Siv Vik')
    window.key('Tab', '5', 'Tab', '4', 'Tab', '3', 'Tab', '2')
    window.press('push button', 'Compare')
    window.see(name='The two readings differ in 1 mark', starts=True)
    window.picture('marking-second-reading')
    window.press('push button', 'Correct')
    window.press('push button', 'Compare')
    window.see_not('frame', 'Second Reading')
    window.see(name='read a second time by Siv Vik', contains=True)
    window.stop()


def gives_points(window):
    """a juror is told how many points are left, and kept from giving too many; where two are tied, the jury votes again on them alone"""
    case = case_of(window, award('method="places" allocation="3x1 2x1 1x1" tie-breaks="revote"', ONE, 'min="0" max="3" step="1"'))
    marks = os.path.join(window.home, 'eva.csv')
    with open(marks, 'w', encoding='utf-8') as file:
        file.write('entrant;mark\nnord;2\nfjel;3\nhavg;1\n')
    driver.asked(VOTUMCTL, 'import', 'marks', case, marks, '--juror', 'eva', '--entered-by', 'Ida Berg')
    window.start(case)
    window.page('Scoring')
    window.see(name='3 points: 1 of 1 left · 2 points: 1 of 1 left')
    window.see(name='Give points: 3 to 1 finalist, 2 to 1 finalist', starts=True)
    window.see(name='Per Dahl is recused from Havgap', starts=True)
    window.wait(lambda: driver.name_of(window.focused()).startswith('Nordlys Kraft'), 'the focus on the first finalist')
    window.key('3')
    window.see(name='2 points: 1 of 1 left')
    window.wait(lambda: driver.name_of(window.focused()).startswith('Fjellvind'), 'the focus on the next finalist')
    window.key('3')
    window.see(name='3 points go to 1 finalist, who has got them already', starts=True)
    window.key('2')
    window.see(name='All points are given')
    window.picture('marking-points')
    window.page('Compare')
    window.press('push button', 'Revote Among the Tied')
    window.see(name='A round for the revote is there', starts=True)
    window.see_not('push button', 'Revote Among the Tied')
    window.picture('marking-revote')
    window.page('Scoring')
    window.see(name='A revote: after “Første runde” Nordlys Kraft and Fjellvind are tied', starts=True)
    window.see('list item', 'Nordlys Kraft. no points yet', starts=True)
    window.picture('marking-revote-ballot')
    window.stop()


def placed(window, *names):
    """Whether these are in the first places, in this order."""
    return [item.name for item in window.all('list item', ', place ', contains=True)] == [
        f'{name}, place {i} of 3' for i, name in enumerate(names, 1)]


def puts_in_order(window):
    """a juror puts the finalists in order by keys and by dragging; each move is one step back, and half an order is not handed in"""
    window.start(case_of(window, award('method="rank-sum"', ONE, 'min="1" max="2" step="1"')))
    window.page('Scoring')
    window.grab(window.see('combo box', 'Marks of'))
    window.choose('Home', 'Down', 'Return')
    window.see(name='0 of 3 finalists have a place')
    window.see(name='Nobody has a place yet', starts=True)
    window.wait(lambda: driver.name_of(window.focused()) == 'Nordlys Kraft, no place yet', 'the focus on the first finalist')
    # one after the other with Enter, each behind the last
    window.key('Return')
    window.see('list item', 'Nordlys Kraft, place 1 of 3')
    window.wait(lambda: driver.name_of(window.focused()) == 'Fjellvind, no place yet', 'the focus on the next finalist')
    window.key('Return')
    window.wait(lambda: driver.name_of(window.focused()) == 'Havgap, no place yet', 'the focus on the last finalist')
    # a number puts it there, and moves the others
    window.key('1')
    window.wait(lambda: placed(window, 'Havgap', 'Nordlys Kraft', 'Fjellvind'), 'Havgap in the first place')
    window.see(name='All finalists have a place')
    window.wait(lambda: driver.name_of(window.focused()) == 'Havgap, place 1 of 3', 'the focus to go along')
    window.key('alt+Down')
    window.wait(lambda: placed(window, 'Nordlys Kraft', 'Havgap', 'Fjellvind'), 'Havgap in the second place')
    window.see(name='Havgap is in place 2')
    window.picture('marking-places')
    window.key('ctrl+z')
    window.wait(lambda: placed(window, 'Havgap', 'Nordlys Kraft', 'Fjellvind'), 'one step back')
    # by hand: the last to the top
    window.until(lambda: drag(middle(window, window.see('list item', 'Fjellvind, place', starts=True), x=0.3),
                              middle(window, window.see('list item', 'Havgap, place', starts=True), x=0.3, y=0.2)),
                 lambda: placed(window, 'Fjellvind', 'Havgap', 'Nordlys Kraft'), 'Fjellvind in the first place')
    window.key('ctrl+z')
    window.wait(lambda: placed(window, 'Havgap', 'Nordlys Kraft', 'Fjellvind'), 'the drag taken back in one step')
    window.grab(window.see('list item', 'Havgap, place 1 of 3'))
    window.key('Delete')
    window.see(name='Havgap has no place any more')
    window.see(name='2 of 3 finalists have a place')
    window.stop()


def says_yes(window):
    """a juror votes yes, no or not at all by keys, and is told what carries"""
    window.start(case_of(window, award('method="yes-no" quorum="2" majority="1/2"', ONE)))
    window.page('Scoring')
    window.see(name='more than half of the votes say yes. At least 2 have to vote.', contains=True)
    window.wait(lambda: driver.name_of(window.focused()).startswith('Nordlys Kraft'), 'the focus on the first finalist')
    window.key('y')
    window.see('list item', 'Nordlys Kraft: yes')
    window.wait(lambda: driver.name_of(window.focused()).startswith('Fjellvind'), 'the focus on the next finalist')
    window.key('n')
    window.see('list item', 'Fjellvind: no')
    window.see(name='The ballot is filled in')
    window.key('a')
    window.see('list item', 'Fjellvind: abstains')
    window.picture('marking-votes')
    window.stop()


def has_its_own_rule(window):
    """a round gets a rule of its own, also after another one has been marked, and the jury votes by it there"""
    second = '<round id="2" position="2"><name xml:lang="nb">Finale</name></round>'
    case = case_of(window, award('method="places"', ONE, 'min="0" max="3" step="1"', second))
    marks = os.path.join(window.home, 'eva.csv')
    with open(marks, 'w', encoding='utf-8') as file:
        file.write('entrant;mark\nnord;2\nfjel;3\nhavg;1\n')
    driver.asked(VOTUMCTL, 'import', 'marks', case, marks, '--juror', 'eva', '--round', '1', '--entered-by', 'Ida Berg')
    window.start(case)
    window.page('Criteria')
    window.press('page tab', 'Rule')
    window.grab(window.see('combo box', 'Rule of'))
    window.choose('End', 'Return')
    window.see(name='“Finale” goes by the same rule as the other rounds.')
    window.press('push button', 'Give It Its Own')
    window.see(name='“Finale” goes by a rule of its own.', starts=True)
    window.grab(window.see('combo box', 'What jurors give'))
    window.choose('Home', 'Down', 'Return')
    window.see(name='The places are added up, and the lowest sum wins', contains=True)
    window.picture('marking-round-rule')
    window.press('page tab', 'Award')
    window.see('combo box', 'Rule of the round')
    window.see('label', 'Places, added up')
    window.page('Scoring')
    window.grab(window.see('combo box', 'Round'))
    window.choose('End', 'Return')
    window.see(name='Put the finalists in order', starts=True)
    window.grab(window.see('list item', 'Nordlys Kraft, no place yet'))
    window.key('Return')
    window.wait(lambda: driver.name_of(window.focused()) == 'Fjellvind, no place yet', 'the focus on the next finalist')
    window.key('Return')
    window.see(name='All finalists have a place')
    window.page('Compare')
    window.see(name='1 round went by another rule, and does not decide')
    window.picture('marking-other-rounds')
    window.stop()


if __name__ == '__main__':
    sys.exit(driver.run([assigns, reads_paper, gives_points, puts_in_order, says_yes, has_its_own_rule], VOTUM))
