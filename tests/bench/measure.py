"""Measuring against a floor: subject and floor run by turns in one go, and their medians are divided."""
import os
import statistics
import subprocess
import sys
import time


def run(command, stdin=None, cwd=None, before=None):
    """Run once; returns seconds. Ends the bench when the command fails."""
    if before:
        before()
    with open(stdin or os.devnull, 'rb') as source, open(os.devnull, 'wb') as sink:
        start = time.monotonic()
        child = subprocess.Popen(command, stdin=source, stdout=sink, stderr=subprocess.PIPE, cwd=cwd)
        said = child.stderr.read()
        child.wait()
        seconds = time.monotonic() - start
        child.stderr.close()
    if child.returncode:
        sys.exit(f'bench: {" ".join(command)}: status {child.returncode}\n{said.decode(errors="replace")}')
    return seconds


class Step:
    """Something to run: its command, and what has to be put in order before each run."""

    def __init__(self, command, stdin=None, before=None):
        self.command, self.stdin, self.before = command, stdin, before

    def seconds(self):
        return run(self.command, self.stdin, before=self.before)


def compare(subject, floors, runs):
    """Median seconds of the subject, and of the sum of the floors, measured by turns after one warm-up."""
    subject.seconds()
    for floor in floors:
        floor.seconds()
    pairs = [(subject.seconds(), sum(f.seconds() for f in floors)) for _ in range(runs)]
    return statistics.median(p[0] for p in pairs), statistics.median(p[1] for p in pairs)


class Table:
    def __init__(self):
        self.rows = []

    def add(self, what, subject, floor, unit, goal):
        ratio = subject / floor if floor else float('inf')
        verdict = '-' if goal is None else 'reached' if ratio <= goal else 'not reached'
        self.rows.append((what, f'{subject:.3f}', f'{floor:.3f}', unit, f'{ratio:.2f}',
                          '-' if goal is None else f'{goal:g}', verdict))

    def print(self):
        head = ('what', 'votum', 'floor', 'unit', 'ratio', 'to reach', '')
        widths = [max(len(r[i]) for r in [head] + self.rows) for i in range(len(head))]
        for row in [head] + self.rows:
            print('  '.join(cell.ljust(w) if i in (0, 3, 6) else cell.rjust(w)
                            for i, (cell, w) in enumerate(zip(row, widths))).rstrip())
