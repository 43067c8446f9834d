#!/usr/bin/python3
"""journey-drop.py VOTUM VOTUMCTL: what is dragged with the mouse, within the window and into it."""
import os
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import driver  # noqa: E402
from driver import drag, middle  # noqa: E402

VOTUM, VOTUMCTL = sys.argv[1:3]
DEMO = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'data', 'demo')
SOURCE_AT = (1280, 40)  # beside the window, on a screen of 1366 pixels


class Files:
    """A window from which files can be dragged."""

    def __init__(self, *paths):
        self.process = subprocess.Popen([os.environ['VOTUM_DRAG_FILES'], *paths],
                                        env=dict(os.environ, GSK_RENDERER='cairo', GTK_A11Y='none'), stderr=subprocess.DEVNULL)

    def __enter__(self):
        found = subprocess.run(['xdotool', 'search', '--sync', '--onlyvisible', '--name', '^drag-files$'],
                               check=True, capture_output=True, text=True)
        self.window = found.stdout.split()[0]
        subprocess.run(['xdotool', 'windowmove', '--sync', self.window, *map(str, SOURCE_AT)], check=True)
        return self

    def __exit__(self, *_error):
        self.process.kill()
        self.process.wait()

    def onto(self, place):
        """Drag them there."""
        subprocess.run(['xdotool', 'windowraise', self.window], check=True)
        drag((SOURCE_AT[0] + 30, SOURCE_AT[1] + 30), place)


def fresh_case(window):
    path = os.path.join(window.home, 'fresh.votum')
    driver.asked(VOTUMCTL, 'init', path, '--template', 'arets-kundeserviceledelse')
    driver.asked(VOTUMCTL, 'import', 'award', path, os.path.join(DEMO, 'demo-award.xml'))
    driver.asked(VOTUMCTL, 'hold', path, '--juror', 'Ingrid Fossheim', '--duty', 'chair')
    return path


def handed_in(window, case):
    """The ballot of a juror, from a home of their own."""
    home = os.path.join(window.home, 'samira')
    os.makedirs(home)
    copy, ballot = os.path.join(home, 'samira.votum'), os.path.join(home, 'samira.ballot')
    driver.asked(VOTUMCTL, 'hand-out', case, '--juror', 'Samira Yousefi', '--output', copy)
    subprocess.run([VOTUMCTL, 'hand-in', copy, '--incomplete', '--output', ballot], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                   env=dict(os.environ, HOME=home, XDG_DATA_HOME=os.path.join(home, 'data')))
    return ballot


def criteria_by_mouse(window):
    """a criterion is dragged above another one, and into a group; both can be undone"""
    window.start(fresh_case(window))
    window.see('list item', 'Overview')
    window.page('Criteria')

    def row(name):
        return window.see('list item', name, starts=True)

    def above(upper, lower):
        return lambda: driver.extents_of(row(upper)).y < driver.extents_of(row(lower)).y

    window.wait(above('B1', 'B3'), 'the criteria in their order')
    window.until(lambda: drag(middle(window, row('B3'), x=0.3), middle(window, row('B1'), x=0.4, y=0.2)), above('B3', 'B1'), 'B3 above B1')
    window.picture('drop-criteria')
    window.key('ctrl+z')
    window.wait(above('B1', 'B3'), 'B3 below B1 again')
    # onto a group: to its end
    window.until(lambda: drag(middle(window, row('B3'), x=0.3), middle(window, row('A '), x=0.4, y=0.8)), above('B3', 'B '), 'B3 in the first group')
    window.key('ctrl+z')
    window.wait(above('B1', 'B3'), 'B3 in its own group again')
    window.stop()


def files_from_elsewhere(window):
    """a case is dropped on the empty window, a shortlist on the finalists, a paper on a finalist, a photo on a note, a ballot on its page"""
    case = driver.demo_case(VOTUMCTL, window.home, stage='midway')
    ballot = handed_in(window, case)
    paper = os.path.join(window.home, 'report.pdf')
    photo = os.path.join(window.home, 'board.png')
    with open(paper, 'wb') as file:
        file.write(b'%PDF-1.4 a report')
    subprocess.run(['import', '-window', 'root', '-resize', '200x', photo], check=True)
    window.start()
    welcome = window.see('list item', 'Open …', starts=True)
    with Files(case) as files:
        window.until(lambda: files.onto(middle(window, welcome)), lambda: window.all('list item', 'Overview'), 'the case that was dropped')
    window.page('Finalists')
    finalist = window.see(name='Submission')
    with Files(os.path.join(DEMO, 'demo-shortlist.xml')) as files:
        window.until(lambda: files.onto(middle(window, finalist)), lambda: window.all('push button', window.words('_Cancel').replace('_', '')),
                     'what the shortlist would change')
    window.picture('drop-shortlist')
    window.key('Escape')
    window.see_not('push button', window.words('_Cancel').replace('_', ''))
    with Files(paper) as files:
        window.until(lambda: files.onto(middle(window, finalist)), lambda: window.all(name='report.pdf', contains=True), 'the paper in the case')
    window.picture('drop-paper')
    window.page('Visits')
    text = window.see('text', 'Note')
    with Files(photo) as files:
        window.until(lambda: files.onto(middle(window, text)), lambda: window.all('push button', 'board.png'), 'the photo beside the note')
    window.picture('drop-photo')
    window.page('Ballots')
    summary = window.see('label', 'jurors have handed in', contains=True)
    with Files(ballot) as files:
        window.until(lambda: files.onto(middle(window, summary)), lambda: window.all('list item', 'Samira Yousefi, Handed in', starts=True),
                     'the ballot that was dropped')
    window.stop()


if __name__ == '__main__':
    sys.exit(driver.run([criteria_by_mouse, files_from_elsewhere], VOTUM))
