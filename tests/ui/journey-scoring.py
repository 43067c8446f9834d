#!/usr/bin/python3
"""journey-scoring.py VOTUM VOTUMCTL: marks given by keys, with their comments and reasons, and what is left of them after a kill."""
import os
import re
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import driver  # noqa: E402
from driver import Atspi, name_of  # noqa: E402

VOTUM, VOTUMCTL = sys.argv[1:3]
HERE = os.path.dirname(os.path.abspath(__file__))
FIRST = 'Visible, close leadership'

AWARD = """<award xmlns="urn:votum:award:1" id="kundeservice-awards">
<juror id="ida" roles="chair juror"><name>Ida Berg</name></juror></award>"""
SHORTLIST = """<shortlist xmlns="urn:votum:award:1"><entrant id="a" class="KS" status="finalist"><name>Alfa</name></entrant>
<entrant id="b" class="TL" status="finalist"><name>Bente</name></entrant></shortlist>"""


def midway(window, juror, duty='juror'):
    """The demo case in the middle of its last round, as somebody's copy."""
    case = os.path.join(window.home, 'demo.votum')
    script = os.path.join(HERE, '..', '..', 'data', 'demo', 'make-demo.sh')
    subprocess.run(['sh', script, VOTUMCTL, case, 'midway'], check=True, stdout=subprocess.DEVNULL)
    driver.asked(VOTUMCTL, 'hold', case, '--juror', juror, '--duty', duty)
    return case


def open_on_scoring(window, case):
    window.start(case)
    window.see('list item', 'Overview')
    window.key('alt+6')


def focus_on(window, name, role='list item'):
    """Wait until the focus is on what is called so, and return it."""
    found = []

    def look():
        found[:] = [n for n in window.all(role, name, starts=True) if driver.has_state(n, Atspi.StateType.FOCUSED)]
        return bool(found)

    window.wait(look, f'the focus on the {role} “{name}”')
    return found[0]


def before(node):
    """The mark of the round before, as it is said with a criterion."""
    return int(re.search(r'before:\s(\d)', name_of(node)).group(1))


def marks_of(window, case, juror):
    """The juror's marks of the second round, as they are exported: {(entrant, criterion): attributes}."""
    path = os.path.join(window.home, 'export.xml')
    driver.asked(VOTUMCTL, 'export', case, '--output', path)
    with open(path, encoding='utf-8') as file:
        document = file.read()
    marks = [(dict(re.findall(r'([a-z-]+)="([^"]*)"', m)), text)
             for m, text in re.findall(r'<mark ([^>]*?)(?:/>|>(.*?)</mark>)', document, re.S)]
    return {(m['entrant'], m['criterion']): (m, text) for m, text in marks if m.get('juror') == juror and m.get('round') == '2'}


def marks_by_keys(window):
    """a finalist marked by one key each, not observed, taken back, undone; the next finalist; what is missing"""
    case = midway(window, 'tore')
    open_on_scoring(window, case)
    row = focus_on(window, FIRST)
    given = before(row)
    window.key(str(given))
    row = focus_on(window, 'A culture that includes everyone')
    window.see('list item', f'{FIRST}: {given}', starts=True)
    assert FIRST in (row.get_description() or ''), row.get_description()
    # a comment right after a mark is on that mark, and leads back to where the mark had led
    window.key('c')
    focus_on(window, f'Comment on {FIRST}', role='text')
    window.key('Escape')
    focus_on(window, 'A culture that includes everyone')
    window.key('n')
    focus_on(window, 'Recognition and celebration')
    window.see('list item', 'A culture that includes everyone: not observed', starts=True)
    window.picture('scoring-keys')

    window.key('Up')
    focus_on(window, 'A culture that includes everyone')
    window.key('Delete')
    focus_on(window, 'A culture that includes everyone. ')
    window.key('ctrl+z')
    focus_on(window, 'A culture that includes everyone: not observed')
    window.see('list item', 'Nordlys Kraft, 2 of 10')

    window.key('ctrl+Down')
    focus_on(window, FIRST)
    window.see(name='Fjellvind Forsikring', role='label')
    window.key('ctrl+Up')
    focus_on(window, 'Recognition and celebration. ')
    window.key('ctrl+Return')
    focus_on(window, 'Clear goals everyone knows. ')
    window.stop()

    marks = marks_of(window, case, 'tore')
    assert set(marks) == {('nordlys', 'A1'), ('nordlys', 'A2')}, marks
    assert marks['nordlys', 'A1'][0].get('value') == str(given), marks
    assert 'entered-by' not in marks['nordlys', 'A1'][0], marks


def gives_a_reason(window):
    """a change of more than two steps asks why; the words survive a kill and become part of the mark"""
    case = midway(window, 'tore')
    open_on_scoring(window, case)
    row = focus_on(window, FIRST)
    far = 1 if before(row) >= 4 else 6
    window.key(str(far))
    text = focus_on(window, 'Why the change from', role='text')
    window.see('list item', 'The reason for the change is missing', contains=True)
    window.type('Nobody could say when.')
    window.wait(lambda: window.text(text) == 'Nobody could say when.', 'the words on the screen')
    window.see(name='Everything is saved')
    window.kill()

    open_on_scoring(window, case)
    focus_on(window, FIRST + f': {far}')
    window.see('push button', 'Comment (C): Nobody could say when.')
    window.key('c')
    focus_on(window, 'Why the change from', role='text')
    window.picture('scoring-reason')
    window.key('Escape')
    focus_on(window, FIRST + f': {far}')
    window.see_not('list item', 'The reason for the change is missing', contains=True)
    window.stop()
    mark, comment = marks_of(window, case, 'tore')['nordlys', 'A1']
    assert mark.get('value') == str(far) and 'Nobody could say when.' in comment, (mark, comment)


def survives_a_kill(window):
    """kill -9 as soon as a mark is seen: it is there"""
    case = midway(window, 'kari')
    open_on_scoring(window, case)
    given = before(focus_on(window, FIRST))
    window.key(str(given))
    window.see('list item', f'{FIRST}: {given}', starts=True)
    window.kill()
    assert ('nordlys', 'A1') in marks_of(window, case, 'kari')


def looks_back(window):
    """the marks before and after the visit side by side, and from there to the reason that is missing"""
    case = midway(window, 'ingrid')
    open_on_scoring(window, case)
    focus_on(window, FIRST)
    window.key('ctrl+Up', 'alt+b')
    row = focus_on(window, FIRST + ': before')
    assert ', now ' in name_of(row), name_of(row)
    window.picture('scoring-before-after')
    window.key('Return')
    focus_on(window, FIRST + ': ')
    window.stop()


def marks_in_the_grid(window):
    """all finalists in a grid: arrows, digits, a comment, back to the finalist; who is recused is hatched and named so"""
    case = midway(window, 'tore')
    open_on_scoring(window, case)
    given = before(focus_on(window, FIRST))
    window.press('push button', 'All')
    window.grab(window.see('table', 'Marks of all finalists'))
    focus_on(window, f'Nordlys Kraft, {FIRST}: no mark yet', role='table cell')
    window.key(str(given))
    focus_on(window, 'Nordlys Kraft, A culture that includes everyone: no mark yet', role='table cell')
    window.key('Left')
    focus_on(window, f'Nordlys Kraft, {FIRST}: {given}', role='table cell')
    window.key('c')
    focus_on(window, 'Comment on ' + FIRST, role='text')
    window.type('Seen.')
    window.key('Escape')
    focus_on(window, f'Nordlys Kraft, {FIRST}: {given}', role='table cell')
    window.see('table cell', 'Has a comment', contains=True)
    window.key('Down', 'Down')
    focus_on(window, f'Havgap Sparebank, {FIRST}: recused', role='table cell')
    window.key('4')
    window.see(name='You are recused and give no marks here.')
    window.picture('scoring-grid')
    window.key('Return')
    window.see('push button', 'See the Recusal')
    window.stop()
    assert set(marks_of(window, case, 'tore')) == {('nordlys', 'A1')}


def types_for_another(window):
    """the secretary types in a juror's marks, and the mark says so"""
    case = midway(window, 'mette', 'secretary')
    open_on_scoring(window, case)
    window.see('label', 'typed in by Mette Lunde')
    window.click(window.see('combo box', 'Marks of'))
    window.see('label', 'Marks of Kari Brattbakk')
    window.key('End', 'Return')
    window.see('list item', 'Nordlys Kraft, 0 of 10')
    window.key('ctrl+Up', 'ctrl+Return')
    row = focus_on(window, 'A culture that includes everyone. ')
    window.key(str(before(row)))
    focus_on(window, 'Recognition and celebration. ')
    window.picture('scoring-secretary')
    window.stop()
    mark, _comment = marks_of(window, case, 'kari')['nordlys', 'A2']
    assert mark.get('entered-by') == 'Mette Lunde', mark


def types_numbers(window):
    """on a scale with many values marks are typed; one that is not on it stays and says why"""
    case = os.path.join(window.home, 'case.votum')
    driver.asked(VOTUMCTL, 'init', case, '--template', 'kundeservice-awards')
    for what, text in (('award', AWARD), ('shortlist', SHORTLIST)):
        path = os.path.join(window.home, what + '.xml')
        with open(path, 'w', encoding='utf-8') as file:
            file.write(text)
        driver.asked(VOTUMCTL, 'import', what, case, path)
    driver.asked(VOTUMCTL, 'hold', case, '--juror', 'ida', '--duty', 'juror')
    open_on_scoring(window, case)
    focus_on(window, 'Actions. ')
    window.key('1', '1', 'Return')
    window.see('label', 'The mark 11 is not on the scale', starts=True)
    window.picture('scoring-typed')
    window.key('BackSpace', '0', 'Return')
    focus_on(window, 'Results. ')
    window.see('list item', 'Actions: 10', starts=True)
    window.stop()


if __name__ == '__main__':
    sys.exit(driver.run([marks_by_keys, gives_a_reason, survives_a_kill, looks_back, marks_in_the_grid, types_for_another, types_numbers],
                        VOTUM))
