#!/usr/bin/python3
"""journey-criteria.py VOTUM VOTUMCTL: criteria, their weights, the scale, the rule and the award, set up and read."""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import driver  # noqa: E402

VOTUM, VOTUMCTL = sys.argv[1:3]
DEMO = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'data', 'demo')


def fresh_case(window):
    """The demo's award without finalists and marks, in the hands of its chair."""
    path = os.path.join(window.home, 'fresh.votum')
    driver.asked(VOTUMCTL, 'init', path, '--template', 'arets-kundeserviceledelse')
    driver.asked(VOTUMCTL, 'import', 'award', path, os.path.join(DEMO, 'demo-award.xml'))
    driver.asked(VOTUMCTL, 'hold', path, '--juror', 'Ingrid Fossheim', '--duty', 'chair')
    return path


def open_criteria(window, case):
    window.start(case)
    window.see('list item', 'Overview')
    window.key('alt+3')
    window.see('page tab', 'Criteria')


def weights_by_keys(window):
    """a weight is typed, the sum follows every key, Enter goes on to the next, and all of it can be undone"""
    case = fresh_case(window)
    open_criteria(window, case)
    weight = window.see('text', 'Weight of Visible, close leadership')
    window.grab(weight)
    window.key('ctrl+a')
    window.type('20,5')
    window.see(name='Sum 40.5', contains=True)
    window.key('Return')
    window.wait(lambda: window.has_focus(window.see('text', 'Weight of A culture that includes everyone')), 'the focus in the next weight')
    window.key('Up')
    window.see(name='Sum 41.5', contains=True)
    window.key('Return')
    window.picture('criteria-weights')
    window.see('push button', 'Undo change of the criterion A culture that includes everyone')
    window.key('ctrl+z')
    window.see(name='Sum 40.5', contains=True)
    window.key('ctrl+z')
    window.see(name='Sum 35. As much as the group itself', contains=True)
    window.stop()


def row(window, name, place):
    return window.see('list item', f'{name}, Judged, 8% of the whole, {place}')


def tree_by_keys(window):
    """a criterion moves up, out of its group and into it again, goes and comes back, and a new one gets its name, by keys alone"""
    case = fresh_case(window)
    open_criteria(window, case)
    name = 'B3 Systematic improvement'
    window.click(window.see('label', 'B3  Systematic improvement'))
    window.key('alt+Up')
    row(window, name, '2 of 3 in Goals and improvement')
    window.key('alt+Left')
    window.see('list item', f'{name}, Judged', starts=True)
    window.see(name='3 of 5', contains=True)
    window.key('alt+Right')
    window.see(name='3 of 3 in Goals and improvement', contains=True)
    window.picture('criteria-moved')
    window.key('Delete')
    window.see_not('list item', name, starts=True)
    window.key('ctrl+z')
    window.see('list item', name, starts=True)
    window.click(window.see('label', 'B3  Systematic improvement'))
    window.key('ctrl+Return')
    window.see('list item', 'New criterion, Judged', contains=True)
    # GTK 4.8 does not tell that a row with words has the focus; nothing else has it
    window.wait(lambda: not window.focused().name, 'the focus in the new name')
    window.type('Courage')
    window.key('Tab')
    window.see('list item', 'Courage, Judged', contains=True)
    window.stop()
    log = driver.asked(VOTUMCTL, 'log', case)
    for command in ('move-criterion', 'remove-criterion', 'undo', 'add-criterion', 'edit-criterion'):
        assert command in log, f'{command} is not in the log:\n{log}'


def unlocks_for_a_reason(window):
    """once there are marks a weight is locked; it changes for a reason, which the log keeps, and can be locked again"""
    case = driver.demo_case(VOTUMCTL, window.home)
    open_criteria(window, case)
    weight = 'Weight of Visible, close leadership'
    window.see(name='Locked since the first mark', contains=True)
    assert not driver.has_state(window.see('text', weight), driver.Atspi.StateType.SENSITIVE), 'the weight is not locked'
    window.press('push button', 'Unlock …')
    window.see(name='Unlock criteria and rule?')
    window.type('The statutes say so')
    window.key('Return')
    window.see(name='Unlocked in this window', contains=True)
    window.fill('text', weight, '17')
    window.key('Return')
    window.see(name='Sum 37', contains=True)
    window.picture('criteria-unlocked')
    window.press('push button', 'Lock Again')
    window.see(name='Locked since the first mark', contains=True)
    window.stop()
    log = driver.asked(VOTUMCTL, 'log', case)
    assert 'edit-criterion+unlock' in log and 'The statutes say so' in log, log


def rule_and_example(window):
    """a step of the rule is changed, its sentence, what is printed and the example follow, and undo takes it back"""
    case = driver.demo_case(VOTUMCTL, window.home)
    open_criteria(window, case)
    window.press('page tab', 'Rule')
    window.see(name='Total = 5.044, rounded to 5.04')
    window.press('push button', 'Unlock …')
    window.see(name='Unlock criteria and rule?')
    window.type('Agreed by all')
    window.key('Return')
    window.see(name='Unlocked in this window', contains=True)
    window.click(window.see('combo box', 'Marks far from the others'))
    window.key('End', 'Return')
    window.see('label', 'The panel’s mark on a criterion is the middle one of the jurors’ marks (the median).')
    window.see(name='middle of the marks', contains=True)
    window.picture('criteria-rule')
    window.key('ctrl+z')
    window.see(name='Total = 5.044, rounded to 5.04')
    window.stop()


def reads_as_a_juror(window):
    """in a juror's copy the criteria are there to be read, with the marks and what they mean, and nothing can be changed"""
    case = driver.demo_case(VOTUMCTL, window.home, 'Samira Yousefi', 'juror')
    open_criteria(window, case)
    window.see(name='Are leaders present where customers are met, and do they follow up closely?')
    window.see(name='The Marks: 1–6')
    assert not window.all('text', 'Weight of Visible, close leadership'), 'a juror can change weights'
    assert not window.all('page tab', 'Award'), 'a juror can change the award'
    window.picture('criteria-read')
    window.stop()


if __name__ == '__main__':
    sys.exit(driver.run([weights_by_keys, tree_by_keys, unlocks_for_a_reason, rule_and_example, reads_as_a_juror], VOTUM))
