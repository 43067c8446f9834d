#!/usr/bin/python3
"""journey-finalists.py VOTUM VOTUMCTL: the finalists, from the shortlist to the recusal."""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import driver  # noqa: E402
from driver import Atspi  # noqa: E402

VOTUM, VOTUMCTL = sys.argv[1:3]
DEMO = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'data', 'demo')


def start(window, case):
    window.start(case)
    window.see('list item', 'Overview')
    window.key('alt+2')


def empty_case(window):
    """A case that has criteria and a secretary, and no finalists yet."""
    case = os.path.join(window.home, 'empty.votum')
    award = os.path.join(window.home, 'jury.xml')
    with open(award, 'w', encoding='utf-8') as file:
        file.write('<award xmlns="urn:votum:award:1" id="arets-kundeserviceledelse"><name>Prisen</name>'
                   '<juror id="mette" roles="secretary"><name>Mette Lunde</name></juror></award>')
    driver.asked(VOTUMCTL, 'init', case, '--template', 'arets-kundeserviceledelse')
    driver.asked(VOTUMCTL, 'import', 'award', case, award)
    driver.asked(VOTUMCTL, 'hold', case, '--juror', 'mette', '--duty', 'secretary')
    return case


def choose(window, path):
    """In the dialog that asks for a file, as a person types it."""
    window.see('push button', 'Open')
    window.type(path)
    window.key('Return')


def fill(window, label, text):
    """In a row with words, which GTK 4.8 does not tell to have the focus."""
    window.click(window.see('text', label))
    window.key('ctrl+a')
    window.type(text)


def changed_shortlist(window):
    """The shortlist of the demo with a few things in it that are not as they were."""
    with open(os.path.join(DEMO, 'demo-shortlist.xml'), encoding='utf-8') as file:
        text = file.read()
    for name in ('fjellvind-kvartalstall.pdf', 'nordlys-tavla-uke-38.txt'):
        with open(os.path.join(DEMO, name), 'rb') as source, open(os.path.join(window.home, name), 'wb') as copy:
            copy.write(source.read())
    path = os.path.join(window.home, 'changed.xml')
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text.replace('place="Tromsø"', 'place="Alta"').replace('value="83" answers', 'value="85" answers'))
    return path


def imports_first_list(window):
    """the first shortlist: the empty page says how, the preview what, one undo takes all of it out again"""
    case = empty_case(window)
    start(window, case)
    window.see(name='No Finalists Yet', contains=True)
    window.picture('finalists-none')
    window.press('push button', 'Import a Shortlist …')
    choose(window, os.path.join(DEMO, 'demo-shortlist.xml'))
    window.see(name='Finalists: 6 new', contains=True)
    window.see('list item', 'Nordlys Kraft, New: Tromsø\n5 sections, 2 contact persons, 5 measures, 1 attachment')
    window.picture('finalists-import')
    window.press('push button', 'Import')
    window.see(name='6 finalists have been imported')
    window.see('list item', 'Orrfugl Apotek', starts=True)
    window.see(name='Vi har egen serviceplan', contains=True)
    window.key('ctrl+z')
    window.see(name='No Finalists Yet', contains=True)
    window.key('ctrl+shift+z')
    window.see('list item', 'Orrfugl Apotek', starts=True)
    window.stop()
    assert driver.asked(VOTUMCTL, 'entrants', case).count('Nordlys Kraft') == 1


def imports_changes(window):
    """a shortlist that comes again: old and new are shown side by side; left alone it changes nothing"""
    case = driver.demo_case(VOTUMCTL, window.home, 'Mette Lunde', 'secretary')
    path = changed_shortlist(window)
    before = driver.asked(VOTUMCTL, 'log', case)
    start(window, case)
    window.see('list item', 'Nordlys Kraft, Tromsø', starts=True)
    window.key('ctrl+i')
    choose(window, path)
    window.see('list item', 'Nordlys Kraft, Changed: Place: Tromsø → Alta\nMeasure “First-contact resolution”\n\u2003Value: 83 → 85')
    window.picture('finalists-import-changes')
    window.key('Escape')
    window.see_not(name='Place: Tromsø → Alta', contains=True)
    assert driver.asked(VOTUMCTL, 'log', case) == before
    window.key('ctrl+i')
    choose(window, path)
    window.see('list item', 'Nordlys Kraft, Changed', starts=True)
    window.key('Return')
    window.see('list item', 'Nordlys Kraft, Alta', starts=True)
    window.key('ctrl+i')
    choose(window, path)
    window.see(name='Nothing to Import', contains=True)
    window.key('Escape')
    window.stop()


def shows_problems(window):
    """a shortlist with mistakes: each with its line, column and sentence, and nothing has been done"""
    case = driver.demo_case(VOTUMCTL, window.home, 'Mette Lunde', 'secretary')
    path = os.path.join(window.home, 'bad.xml')
    with open(path, 'w', encoding='utf-8') as file:
        file.write('<shortlist xmlns="urn:votum:award:1" award="arets-kundeserviceledelse">\n'
                   '<entrant id="a"><name>A</name>\n<measure indicator="oks" value="many"/></entrant>\n'
                   '<entrant id="b"/>\n</shortlist>\n')
    start(window, case)
    window.see('list item', 'Nordlys Kraft', starts=True)
    window.key('ctrl+i')
    choose(window, path)
    window.see(name='This File Cannot Be Imported')
    window.see(name='“many” is not a number', contains=True)
    window.see(name='Line 3, column', starts=True)
    window.see(name='Line 4', starts=True)
    window.picture('finalists-problems')
    assert not driver.has_state(window.see('push button', 'Import'), Atspi.StateType.SENSITIVE)
    window.press('push button', 'Copy')
    window.see(name='Copied')
    window.key('Escape')
    window.stop()


def finds(window):
    """search by words of the submission, sort, and the way back to all"""
    case = driver.demo_case(VOTUMCTL, window.home, 'Mette Lunde', 'secretary')
    start(window, case)
    window.see('list item', 'Nordlys Kraft', starts=True)
    window.key('ctrl+f')
    window.type('PYSJAMAS')
    window.see_not('list item', 'Nordlys Kraft', starts=True)
    window.see('list item', 'Skogstjerne Reiser', starts=True)
    window.key('Escape')
    window.see('list item', 'Nordlys Kraft', starts=True)
    window.key('ctrl+f')
    window.type('xyzzy')
    window.see(name='Nothing Found', contains=True)
    window.press('push button', 'Show All')
    window.see('list item', 'Nordlys Kraft', starts=True)
    window.stop()


def changes_in_place(window):
    """the secretary changes a finalist where it stands, lets one withdraw, and takes it back"""
    case = driver.demo_case(VOTUMCTL, window.home, 'Mette Lunde', 'secretary')
    start(window, case)
    window.see('list item', 'Nordlys Kraft', starts=True)
    window.key('ctrl+e')
    window.see('text', 'Place')
    fill(window, 'Place', 'Alta')
    window.key('Tab')
    window.see('list item', 'Nordlys Kraft, Alta', starts=True)
    window.picture('finalists-edit')
    window.key('ctrl+e')
    window.see_not('text', 'Place')
    window.key('ctrl+f')
    window.type('pysjamas')
    window.see(name='Natten da 412 gjester sto fast')
    window.key('Return')
    window.pick('More about this finalist', 'Withdraw …')
    window.see(name='Does Skogstjerne Reiser Withdraw?')
    window.type('They were bought in October.')
    window.key('Return')
    window.see(name='Skogstjerne Reiser has withdrawn')
    window.see('list item', 'Skogstjerne Reiser, Elverum, Withdrawn')
    window.picture('finalists-withdrawn')
    window.pick('More about this finalist', 'Back Into the Race …')
    window.see(name='The status becomes “Shortlisted” again', starts=True)
    window.type('The sale was called off.')
    window.key('Return')
    window.see('list item', 'Skogstjerne Reiser, Elverum')
    window.stop()
    log = driver.asked(VOTUMCTL, 'log', case)
    assert 'withdraw-entrant' in log and 'They were bought' in log and 'reinstate-entrant' in log, log


def adds_one(window):
    """a finalist by hand, with a contact person; what was typed in a form that was left is there again"""
    case = driver.demo_case(VOTUMCTL, window.home, 'Mette Lunde', 'secretary')
    start(window, case)
    window.pick('Add or import', 'Add a Finalist …')
    window.see('frame', 'New Finalist')
    window.type('Solstein')
    window.key('Escape')
    window.see_not('frame', 'New Finalist')
    window.pick('Add or import', 'Add a Finalist …')
    window.see('frame', 'New Finalist')
    window.key('End')
    window.type(' Bad')
    window.key('Return')
    window.see('list item', 'Solstein Bad', starts=True)
    window.press('push button', 'Add Contact')
    window.see('frame', 'New Contact Person')
    window.type('Anna Li')
    window.key('Return')
    window.see(name='Anna Li has been added')
    window.key('ctrl+z')
    window.key('ctrl+z')
    window.see_not('list item', 'Solstein Bad', starts=True)
    window.stop()


def stands_aside(window):
    """a juror recuses herself: the degrees are explained, the marks that go are counted, and an undo brings them back"""
    case = driver.demo_case(VOTUMCTL, window.home, 'samira', 'juror')
    start(window, case)
    window.see('list item', 'Nordlys Kraft, Tromsø, 10 of 10')
    assert not driver.has_state(window.see('push button', 'Edit'), Atspi.StateType.SENSITIVE)
    window.see_not(name='marit.andreassen@nordlyskraft.example', contains=True)
    window.press('push button', 'Recuse Myself …')
    window.see(name='Gives no marks and leaves the room while this finalist is talked about')
    window.see(name='20 marks have been given already', starts=True)
    window.key('Up')
    window.key('Tab')
    window.type('My brother leads their board.')
    window.picture('finalists-recusal')
    window.press('push button', 'Recuse')
    window.see(name='Samira Yousefi is recused from Nordlys Kraft, and 20 marks are taken out')
    window.see('list item', 'Nordlys Kraft, Tromsø, Recused')
    window.see(name='You are recused from this finalist. Out of the room', starts=True)
    window.key('ctrl+z')
    window.see('list item', 'Nordlys Kraft, Tromsø, 10 of 10')
    window.key('ctrl+shift+z')
    window.see('list item', 'Nordlys Kraft, Tromsø, Recused')
    window.press('push button', 'Take back the recusal of Samira Yousefi')
    window.see('list item', 'Nordlys Kraft, Tromsø, 0 of 10')
    window.stop()


def blind(window):
    """where the award marks blind, a juror reads aliases, and neither name, place nor contact persons"""
    case = driver.demo_case(VOTUMCTL, window.home, stage='midway')
    change = os.path.join(window.home, 'blind.xml')
    with open(change, 'w', encoding='utf-8') as file:
        file.write('<award xmlns="urn:votum:award:1" id="arets-kundeserviceledelse" blind="true"><name>Prisen</name></award>')
    driver.asked(VOTUMCTL, 'import', 'award', case, change)
    driver.asked(VOTUMCTL, 'hold', case, '--juror', 'samira', '--duty', 'juror', '--reason', 'Delt ut')
    start(window, case)
    window.see('list item', 'Deltaker 1, 10 of 10')
    window.see(name='Vi er 34 kunderådgivere', contains=True)
    window.see_not(name='Nordlys Kraft')
    window.see_not(name='Marit Andreassen')
    window.see_not(name='nordlyskraft.example', contains=True)
    window.picture('finalists-blind')
    window.stop()


if __name__ == '__main__':
    sys.exit(driver.run([imports_first_list, imports_changes, shows_problems, finds, changes_in_place, adds_one, stands_aside, blind],
                        VOTUM))
