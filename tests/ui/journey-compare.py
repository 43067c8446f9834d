#!/usr/bin/python3
"""journey-compare.py VOTUM VOTUMCTL: the chair compares before the jury: weights, points, the projector, what is taken along."""
import os
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import driver  # noqa: E402

VOTUM, VOTUMCTL = sys.argv[1:3]
STORED = 'Nordlys Kraft leads by 0.07, but the lead is not certain'
REASON = 'Agreed by all five'


def open_compare(window, holder='Ingrid Fossheim', duty='chair', stage=None):
    case = driver.demo_case(VOTUMCTL, window.home, holder, duty, stage)
    window.start(case)
    window.see('list item', 'Overview')
    window.page('Compare')
    return case


def chart(window, finding, **how):
    """A chart goes by what it says."""
    return window.see('image', finding, **how)


def slider(window, name):
    """A slider, in sight."""
    window.tab_to('slider', name)
    return window.see('slider', name)


def at(node, across, down):
    """A place in a chart, in pixels of the screen."""
    place = driver.extents_of(node)
    return str(int(place.x + driver.SHADOW + place.width * across)), str(int(place.y + driver.SHADOW + place.height * down))


def tries_adopts_and_undoes(window):
    """a weight is moved and the ranking follows; it is adopted for a reason, which the log keeps, and all of it is undone"""
    case = open_compare(window)
    window.see('label', 'it holds with', contains=True)
    chart(window, STORED)
    window.picture('compare')
    window.click(slider(window, 'The customer'))
    window.see(name='On trial: nothing is stored', contains=True)
    window.see(name='With other weights than those of the case.')
    chart(window, 'Fjellvind Forsikring leads', starts=True)
    window.picture('compare-weights')
    assert not window.all('push button', 'Undo change', contains=True), 'a weight that is only tried was stored'
    window.press('push button', 'Reset')
    chart(window, STORED)
    window.click(slider(window, 'The customer'))
    chart(window, 'Fjellvind Forsikring leads', starts=True)
    window.press('push button', 'Adopt These Weights …')
    window.see(name='Adopt these weights?')
    window.see(name='The customer: 20% becomes', contains=True)
    window.type(REASON)
    window.key('Return')
    window.see(name='The weights have been adopted')
    window.see_not(name='On trial: nothing is stored', contains=True)
    chart(window, 'Fjellvind Forsikring leads', starts=True)
    window.key('ctrl+z')
    chart(window, STORED)
    window.stop()
    log = driver.asked(VOTUMCTL, 'log', case)
    assert 'weigh-criteria+unlock' in log and REASON in log, log


def looks_behind_a_point(window):
    """a bar is clicked and shows the marks it is made of, with a way to them"""
    open_compare(window)
    x, y = at(chart(window, STORED), 0.4, 0.25)
    subprocess.run(['xdotool', 'mousemove', x, y, 'click', '1'], check=True)
    window.see('label', 'Visible, close leadership')
    window.see(name='Ingrid Fossheim: 5', contains=True)
    window.picture('compare-behind')
    window.press('push button', 'Open in Scoring')
    window.wait(lambda: any(item.had(driver.Atspi.StateType.SELECTED) for item in window.all('list item', 'Scoring')), 'the page Scoring')
    window.stop()


def leaves_a_juror_out(window):
    """a juror is left out to see what would be, that is said, and one key leads back to the whole jury"""
    open_compare(window)
    chart(window, STORED)
    window.tab_to('push button', '5 Jurors')
    window.key('space')
    window.tab_to('check box', 'Kari Brattbakk')
    window.key('space')
    window.see(name='Without the marks of Kari Brattbakk.')
    window.see('label', 'Fjellvind Forsikring leads', starts=True)
    window.picture('compare-without')
    window.key('Escape')
    window.see_not('check box', 'Kari Brattbakk')
    window.press('push button', 'Back to the Whole Case')
    chart(window, STORED)
    window.stop()


def presents(window):
    """the charts fill the screen, keys lead through them and hide the names, Escape ends it"""
    open_compare(window)
    window.see('label', 'it holds with', contains=True)
    window.key('F5')
    window.see('frame', 'Presentation')
    window.see('label', '1 of', starts=True)
    window.key('Right')
    window.see('label', 'Ranking', contains=True)
    window.wait(lambda: window.focused().name.startswith('Nordlys Kraft leads'), 'the focus on the chart')
    window.picture('compare-present')
    window.key('space', 'Page_Up')
    window.see('label', '2 of', starts=True)
    window.key('End')
    window.see_not('label', '2 of', starts=True)
    window.key('Home')
    window.see('label', '1 of', starts=True)
    window.key('n')
    window.see('push button', 'Show Jurors’ Names')
    window.key('n')
    window.see('push button', 'Hide Jurors’ Names')
    window.key('Escape')
    window.see_not('frame', 'Presentation')
    window.stop()


def all_by_keys(window):
    """the same by the keyboard alone: points are read one by one, a weight moves by arrows, words stand below a chart"""
    open_compare(window)
    window.see('label', 'it holds with', contains=True)
    window.tab_to('image', STORED)
    window.key('Right')
    window.wait(lambda: window.focused().name.startswith('1st place: Nordlys Kraft, 5.04'), 'the first point')
    window.key('Right')
    window.wait(lambda: window.focused().name.startswith('2nd place: Fjellvind Forsikring, 4.97'), 'the second point')
    window.picture('compare-point')
    window.key('Return')
    window.see('push button', 'Open in Visits')
    window.key('Escape')
    window.wait(lambda: window.focused().name.startswith('2nd place: Fjellvind Forsikring'), 'the point from which it was opened')
    slider(window, 'The customer')
    window.key('Right')
    window.see('label', '21%')
    window.see(name='On trial: nothing is stored', contains=True)
    window.press('push button', 'Reset')
    chart(window, STORED)
    window.stop()


def saves(window):
    """what a chart shows is saved as a picture and as data, from its menu by the keyboard"""
    open_compare(window)
    window.see('label', 'it holds with', contains=True)
    window.tab_to('image', STORED)
    # its menu comes before it
    window.key('shift+Tab')
    for item, name in (('Save as a Picture (PNG) …', 'ranking.png'), ('Save Its Data (CSV) …', 'ranking.csv')):
        made = os.path.join(window.home, name)
        window.wait(lambda: window.focused().name == 'What to Do With This Chart', 'the focus on the menu of the ranking')
        window.until(lambda: window.key('Return'), lambda: window.all('menu item', item), f'the menu with “{item}”')
        while window.focused().name != item:
            before = window.focused()
            window.key('Down')
            window.wait(lambda before=before: window.focused() != before, f'Down to lead on from {before}')
        window.key('Return')
        window.see('push button', 'Save')
        window.key('ctrl+a')
        window.type(made)
        window.key('Return')
        window.wait(lambda: os.path.exists(made) and os.path.getsize(made) > 0, name)
        window.see(name=f'“{name}” has been saved')
        window.see_not('push button', 'Save')
    with open(os.path.join(window.home, 'ranking.csv'), encoding='utf-8') as file:
        rows = file.read().splitlines()
    assert len(rows) == 4 and 'Nordlys Kraft' in rows[1] and '5.04' in rows[1], rows
    with open(os.path.join(window.home, 'ranking.png'), 'rb') as file:
        assert file.read(8) == b'\x89PNG\r\n\x1a\n'
    window.stop()


def own_marks_only(window):
    """a juror's copy compares that juror's own marks, says so, and can adopt nothing"""
    open_compare(window, 'Samira Yousefi', 'juror', 'midway')
    window.see('label', 'By your own marks', starts=True)
    assert not window.all('push button', '5 Jurors'), 'a juror chooses among others’ marks'
    assert not window.all('label', 'the jury disagrees', contains=True), 'a juror is told of others'
    window.click(slider(window, 'The customer'))
    window.see(name='On trial: nothing is stored', contains=True)
    adopt = window.see('push button', 'Adopt These Weights …')
    assert not driver.has_state(adopt, driver.Atspi.StateType.SENSITIVE), 'a juror can adopt weights'
    window.picture('compare-own')
    window.stop()


if __name__ == '__main__':
    sys.exit(driver.run([tries_adopts_and_undoes, looks_behind_a_point, leaves_a_juror_out, presents, all_by_keys, saves, own_marks_only], VOTUM))
