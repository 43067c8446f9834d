#!/usr/bin/python3
"""window.py VOTUM VOTUMCTL: the window against a bare one of libadwaita, in the same run. Started by tests/ui/run.sh.

Frames and pauses of the main loop are written down by a preloaded library (frames.c); the program is as it is.
FOLDER (VOTUM_BENCH_FOLDER) has bare-window, frames.so and marks.votum, the case of 180 000 marks.
"""
import os
import statistics
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, '..', 'ui')]
import driver  # noqa: E402
import generate  # noqa: E402
from measure import Table  # noqa: E402

VOTUM, VOTUMCTL = sys.argv[1:3]
FOLDER = os.environ['VOTUM_BENCH_FOLDER']
RUNS = 7


def frames(path):
    with open(path, encoding='ascii') as file:
        rows = [line.split() for line in file]
    return ([(int(r[1]), int(r[2])) for r in rows if r[0] == 'frame' and len(r) == 3],
            [(int(r[1]), int(r[2])) for r in rows if r[0] == 'gap' and len(r) == 3])


def started(program, *arguments, home=None, ready=None):
    """Seconds from the start of the process to its first frame, or to the first after @ready is seen; and the window."""
    window = driver.Window(program, home=home)
    path = os.path.join(window.home, 'frames')
    window.environment = {'LD_PRELOAD': os.path.join(FOLDER, 'frames.so'), 'VOTUM_FRAMES': path}
    begin = time.monotonic_ns() // 1000
    window.start(*arguments)
    if ready:
        ready(window)
    window.wait(lambda: os.path.exists(path) and frames(path)[0], 'a frame')
    return (frames(path)[0][0][1] - begin) / 1e6, window, path


def start(program):
    seconds, window, _path = started(program)
    window.process.terminate()
    window.process.wait()
    window.process = None
    window.clear()
    return seconds


def start_against_bare(table):
    bare = os.path.join(FOLDER, 'bare-window')
    start(bare)
    start(VOTUM)
    pairs = [(start(VOTUM), start(bare)) for _ in range(RUNS)]
    table.add('start to the first frame / bare libadwaita window', statistics.median(p[0] for p in pairs),
              statistics.median(p[1] for p in pairs), 's', 1.5)


def worst(path, since):
    """The longest frame, the longest pause and the most work in one after @since frames and pauses, in milliseconds."""
    painted, gaps = frames(path)
    return (max((end - begin for begin, end in painted[since[0]:]), default=0) / 1000,
            max((length for length, _work in gaps[since[1]:]), default=0) / 1000,
            max((work for _length, work in gaps[since[1]:]), default=0) / 1000)


def count(path):
    painted, gaps = frames(path)
    return len(painted), len(gaps)


def keys_in(window, path, what, keys, floor, table):
    """Presses keys, and reports the longest frame and pause."""
    since = count(path)
    for key in keys:
        window.key(key)
    before, end = -1, time.monotonic() + 3
    while count(path)[0] != before and time.monotonic() < end:  # until nothing more is drawn but a cursor that blinks
        before = count(path)[0]
        time.sleep(0.3)
    frame, gap, work = worst(path, since)
    table.add(f'{what}, longest frame / 50 ms', frame, floor, 'ms', 1)
    table.add(f'{what}, longest pause of the main loop / 50 ms', gap, floor, 'ms', 1)
    # on a machine that others use too this says what the program itself is to blame for
    table.add(f'{what}, most work in a pause / 50 ms', work, floor, 'ms', 1)


def back_to_list(window):
    """From the words of a note to the visit it belongs to."""
    while window.focused().role != 'list item':
        before = window.focused()
        window.key('shift+Tab')
        window.wait(lambda before=before: window.focused() != before, 'the focus to move')


def big_case(table):
    """200 finalists x 30 jurors x 30 criteria, and two visits with 800 notes each."""
    home = driver.tempfile.mkdtemp(prefix='votum-bench-')
    case = os.path.join(home, 'big.votum')
    driver.shutil.copyfile(os.path.join(FOLDER, 'marks.votum'), case)
    with open(os.path.join(home, 'visits.xml'), 'w', encoding='utf-8') as file:
        file.write(generate.visits())
    driver.asked(VOTUMCTL, 'import', 'award', case, file.name)
    driver.asked(VOTUMCTL, 'hold', case, '--juror', 'j000', '--duty', 'juror')
    bare = statistics.median(start(os.path.join(FOLDER, 'bare-window')) for _ in range(3))
    begin = time.monotonic()
    _seconds, window, path = started(VOTUM, case, home=home, ready=lambda w: w.see('list item', 'Scoring'))
    table.add('start and open 200 x 30 x 30, until its pages can be used / bare window', time.monotonic() - begin, bare, 's', None)
    window.see('list item', 'Scoring')
    for name, page in (('finalists', 'alt+2'), ('scoring', 'alt+6')):
        keys_in(window, path, f'{name} of 200: come into view', [page], 50, table)
        keys_in(window, path, f'{name} of 200: scroll by keys', ['Down'] * 40 + ['Page_Down'] * 10 + ['End', 'Home'], 50, table)
    keys_in(window, path, 'visit with 800 notes: come into view', ['alt+5'], 50, table)
    keys_in(window, path, 'visit with 800 notes: type a note and save it', [*'and', 'Return'], 50, table)
    back_to_list(window)
    keys_in(window, path, 'visit with 800 notes: another one', ['Down', 'Up'], 50, table)
    keys_in(window, path, 'search in 1600 notes: the first letter', ['ctrl+f', 'k'], 50, table)
    window.process.terminate()
    window.process.wait()
    window.process = None
    window.clear()


if __name__ == '__main__':
    figures = Table()
    start_against_bare(figures)
    big_case(figures)
    figures.print()
