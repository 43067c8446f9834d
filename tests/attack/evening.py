"""A juror's evening, ended by force again and again: nothing that was acknowledged may be gone.

The program (evening.c) says what it begins and what has returned. From that a model of the case is kept here, which knows
nothing of the engine: what is found on reopening has to be the model, or the model with the one step that was under way.
"""
import collections
import os
import random
import select
import shutil
import signal
import subprocess
import time
import urllib.parse

# Seconds after which an evening ends, at the latest; some end while the case is being opened.
LONGEST = 0.5
# Milliseconds between two keeps of a draft: as fast as it goes, or as a window does it.
PAUSES = (0, 50)
PATIENCE = 60
# A new case begins so often, since a log of many evenings takes its time to be read.
EVENINGS_OF_A_CASE = 20


class Model:
    """Marks, notes and drafts, and the way back: as a juror understands them."""

    def __init__(self):
        self.marks, self.notes, self.drafts = {}, {}, {}
        self.undone, self.done = [], []

    def copy(self):
        other = Model()
        other.marks, other.notes, other.drafts = dict(self.marks), dict(self.notes), dict(self.drafts)
        other.undone, other.done = list(self.undone), list(self.done)
        return other

    def step(self, marks, notes):
        self.done.append((self.marks, self.notes))
        self.undone = []
        self.marks, self.notes = marks, notes

    def apply(self, what):
        kind, *rest = what
        if kind == 'draft':
            self.drafts.pop(rest[0], None)
            if rest[1]:
                self.drafts[rest[0]] = rest[1]
        elif kind == 'note':
            self.step(self.marks, {**self.notes, rest[0]: rest[1]})
            self.drafts.pop(rest[2], None)
        elif kind == 'mark':
            if self.marks.get(rest[0]) != (rest[1], rest[2]):
                self.step({**self.marks, rest[0]: (rest[1], rest[2])}, self.notes)
            self.drafts.pop(rest[3], None)
        elif kind == 'undo':
            self.undone.append((self.marks, self.notes))
            self.marks, self.notes = self.done.pop()
        elif kind == 'redo':
            self.done.append((self.marks, self.notes))
            self.marks, self.notes = self.undone.pop()
        else:
            raise ValueError(what)

    def after(self, what):
        other = self.copy()
        if what:
            other.apply(what)
        return other


def parse(line):
    return [urllib.parse.unquote(part) for part in line.split('\t')]


def found(program, case):
    """The case as another process finds it; or what it said instead."""
    done = subprocess.run([program, 'read', case], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, timeout=PATIENCE)
    if done.returncode:
        return None, None, f'status {done.returncode}: {done.stderr.strip()}'
    model, steps = Model(), None
    for line in done.stdout.splitlines():
        kind, *rest = parse(line)
        if kind == 'mark':
            model.marks[rest[0]] = (rest[1], rest[2])
        elif kind == 'note':
            model.notes[rest[0]] = rest[1]
        elif kind == 'draft':
            model.drafts[rest[0]] = rest[1]
        elif kind == 'steps':
            steps = tuple(x == '1' for x in rest[0].split())
    return model, steps, None


def read_until(child, seconds, enough=lambda said: False):
    """What the child says until then, or until it is enough, or until it ends."""
    said, deadline = b'', time.monotonic() + seconds
    while not enough(said):
        left = deadline - time.monotonic()
        if left <= 0 or not select.select([child.stdout], [], [], left)[0]:
            break
        piece = os.read(child.stdout.fileno(), 1 << 16)
        if not piece:
            break
        said += piece
    return said


def spend(program, case, seed, moment):
    """One evening, ended at a random moment of it; returns what it said, and how it ended."""
    with subprocess.Popen([program, 'write', case, str(seed), str(PAUSES[seed % len(PAUSES)])], stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:
        said = b''
        # every fourth is counted from its start, so that some end while the case is being opened
        if seed % 4:
            said = read_until(child, PATIENCE, lambda heard: b'A\n' in heard)
        said += read_until(child, moment)
        child.send_signal(signal.SIGKILL)
        said += child.stdout.read()
        complaint = child.stderr.read().decode(errors='replace')
    # the last line may be cut: it was told before its step
    return said.decode(errors='replace').split('\n')[:-1], child.returncode, complaint


class Evenings:
    def __init__(self, program, base, case):
        self.program, self.base, self.case = program, base, case
        self.complaints = collections.defaultdict(list)
        self.counts = collections.Counter()
        self.begin()

    def begin(self):
        shutil.copyfile(self.base, self.case)
        self.model, _steps, wrong = found(self.program, self.case)
        if wrong:
            raise RuntimeError(wrong)

    def follow(self, lines, seed):
        """Take in what was acknowledged; returns the step that was under way."""
        pending = None
        for line in lines:
            if line == 'A' and pending:
                self.model.apply(pending)
                self.counts[pending[0]] += 1
                pending = None
            elif line.startswith('T\t'):
                pending = parse(line[2:])
            elif line.startswith('F\t'):
                self.complaints['step'].append(f'evening {seed}: {pending}: {line[2:]}')
                pending = None
        if pending:
            self.counts['under way'] += 1
        return pending

    def compare(self, seed, pending):
        """What is there has to be what was acknowledged, or that and the step under way, and nothing in between."""
        there, steps, wrong = found(self.program, self.case)
        if wrong:
            self.complaints['whole'].append(f'evening {seed}: {wrong}')
            return False
        candidates = [self.model] + ([self.model.after(pending)] if pending else [])
        for candidate in candidates:
            if (candidate.marks, candidate.notes, candidate.drafts) == (there.marks, there.notes, there.drafts):
                if (bool(candidate.done), bool(candidate.undone)) != steps:
                    self.complaints['steps'].append(f'evening {seed}: undo and redo are there: {steps}')
                self.counts['taken in'] += candidate is not self.model
                self.model = candidate
                return True
        for what in ('marks', 'notes', 'drafts'):
            mine, theirs = getattr(self.model, what), getattr(there, what)
            odd = sorted(k for k in {*mine, *theirs} if mine.get(k) != theirs.get(k))
            if odd:
                self.complaints[what].append(f'evening {seed}, {pending and pending[:2]} under way: {odd[:3]}: '
                                             f'{[mine.get(k) for k in odd[:3]]} became {[theirs.get(k) for k in odd[:3]]}')
        return False

    def run(self, number):
        moments = random.Random(number)
        for seed in range(number):
            if seed and seed % EVENINGS_OF_A_CASE == 0:
                self.begin()
            lines, status, complaint = spend(self.program, self.case, seed, moments.uniform(0, LONGEST))
            if status != -signal.SIGKILL:
                self.complaints['step'].append(f'evening {seed} ended itself: status {status}: {complaint.strip()}')
            if not self.compare(seed, self.follow(lines, seed)):
                break
        return self


def judge(tap, program, base, case, number):
    evenings = Evenings(program, base, case).run(number)
    counts, complaints = evenings.counts, evenings.complaints
    if not all(counts[kind] for kind in ('mark', 'note', 'draft', 'undo', 'redo', 'under way')):
        complaints['step'].append(f'too little has happened: {dict(counts)}')
    tap.point(f'ended {number} times: {sum(counts[k] for k in ("mark", "note", "draft", "undo", "redo"))} steps, '
              f'{counts["under way"]} of them under way, {counts["taken in"]} of these there', complaints['step'])
    tap.point('the case opens each time, and holds together', complaints['whole'])
    tap.point(f'every acknowledged mark is there ({counts["mark"]})', complaints['marks'])
    tap.point(f'every finished note is there, once ({counts["note"]})', complaints['notes'])
    tap.point(f'every draft is there as it was last kept ({counts["draft"]})', complaints['drafts'])
    tap.point(f'undo and redo go on where they were ({counts["undo"]}, {counts["redo"]})', complaints['steps'])
