#!/usr/bin/python3
"""journey-killed.py VOTUM VOTUMCTL: an evening in the window, ended by force at any moment; 200 times with VOTUM_ATTACK_FULL."""
import os
import random
import re
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import driver  # noqa: E402

VOTUM, VOTUMCTL = sys.argv[1:3]
TIMES = 200 if os.environ.get('VOTUM_ATTACK_FULL') else 5
# What is typed is on disk within this time.
KEPT = 1.0
# A new case begins so often: no evening has more notes than fit on a page.
EVENINGS_OF_A_CASE = 5
WORDS = 'vi så at de lo av seg selv og ringte tilbake før kaffen var kald og det gjorde inntrykk på oss alle '


class Evening:
    """What has been acknowledged on the screen so far."""

    def __init__(self, window, seed):
        self.window, self.chance = window, random.Random(seed)
        self.case = driver.demo_case(VOTUMCTL, window.home, 'Kari Brattbakk', 'juror', 'midway')
        self.marks, self.notes, self.number, self.given = {}, [], 0, 0
        self.counts = {'marks': 0, 'notes': 0, 'drafts': 0, 'letters': 0}

    def mark(self):
        """Some marks by keys; what the rows say then is acknowledged. The first finalist is never done: the next one would
        be shown on reopening."""
        if self.given + 4 > 9:
            self.note()
            return
        self.window.page('Scoring')
        self.window.wait(lambda: self.window.focused().role == 'list item', 'the focus on a mark')
        given = [self.chance.choice('456') for _key in range(self.chance.randint(1, 4))]
        self.given += len(given)
        for digit in given:
            row = self.window.focused()
            criterion = re.split(r'[.:] ', row.name)[0]
            self.window.key(digit)
            self.window.wait(lambda c=criterion, d=digit: self.window.all('list item', f'{c}: {d}, ', starts=True), f'the mark {digit} for {criterion}')
            self.marks[criterion] = digit
            self.counts['marks'] += 1

    def note(self):
        """A note, finished; it stands in the list then."""
        self.window.page('Visits')
        self.window.wait(lambda: self.window.focused().name == 'Note', 'the focus in the note')
        self.number += 1
        text = f'Notat {self.number} av {self.chance.randint(1000, 9999)}'
        # what was left unfinished is taken up again, and replaced
        self.window.key('ctrl+a')
        self.window.type(text)
        self.window.key('Return')
        self.window.see('list item', text, contains=True)
        self.notes.append(text)
        self.counts['notes'] += 1

    def type_until_killed(self):
        """Words, killed while they are typed; returns what has been typed KEPT seconds before that, and all."""
        self.window.page('Visits')
        self.window.wait(lambda: self.window.focused().name == 'Note', 'the focus in the note')
        self.window.key('ctrl+a', 'Delete')
        text = (WORDS * 4)[:self.chance.randint(60, 300)]
        steps = [text[i:i + 12] for i in range(0, len(text), 12)]
        typed, moments = '', []
        for step in steps:
            self.window.type(step)
            typed += step
            moments.append((time.monotonic(), typed))
        self.window.wait(lambda: self.window.text(self.window.focused()).startswith(steps[0]), 'the first words on the screen')
        time.sleep(self.chance.uniform(0, 1.2))
        ended = time.monotonic()
        self.window.kill()
        return max((t for moment, t in moments if moment <= ended - KEPT), key=len, default=''), typed

    def end(self):
        """At a random moment of something; returns the least that has to stand in the note, and the most."""
        least = most = None
        for _step in range(self.chance.randint(0, 2)):
            self.chance.choice([self.mark, self.note])()
        if self.chance.random() < 0.6:
            least, most = self.type_until_killed()
            self.counts['drafts'] += 1
            self.counts['letters'] += len(least)
        else:
            if self.chance.random() < 0.5 and self.given + 2 <= 9:
                self.given += 2
                self.window.page('Scoring')
                subprocess.run(['xdotool', 'key', 'Down', '5', '4'], check=True)
                self.marks.clear()
            time.sleep(self.chance.uniform(0, 0.2))
            self.window.kill()
        return least, most

    def look(self, least, most):
        """What is there on reopening."""
        self.window.start(self.case)
        self.window.page('Scoring')
        for criterion, digit in self.marks.items():
            self.window.see('list item', f'{criterion}: {digit}, ', starts=True)
        self.window.page('Visits')
        self.window.wait(lambda: self.window.focused().name == 'Note', 'the focus in the note')
        tree = self.window.tree()
        for text in self.notes:
            if tree.count(f'{text} (') != 1 and text not in driver.exported(VOTUMCTL, self.case):
                raise driver.Missing(f'the finished note “{text}” is gone')
        found = self.window.text(self.window.focused())
        if most is not None and not (found.startswith(least.rstrip()) and most.startswith(found)):
            raise driver.Missing(f'of “{most}” there has to be “{least}”, and there is “{found}”')


def killed(window):
    """every acknowledged mark, every finished note, and an unfinished one up to its last second"""
    total, evening = {}, None
    for seed in range(TIMES):
        if seed % EVENINGS_OF_A_CASE == 0:
            if window.process is not None:
                window.kill()
            evening = Evening(window, seed)
            window.start(evening.case)
            window.see('list item', 'Overview')
        evening.look(*evening.end())
        if (seed + 1) % EVENINGS_OF_A_CASE == 0 or seed + 1 == TIMES:
            total = {key: total.get(key, 0) + number for key, number in evening.counts.items()}
    window.stop()
    print(f'# killed {TIMES} times: {total}', flush=True)
    driver.asked(VOTUMCTL, 'check', evening.case)


if __name__ == '__main__':
    sys.exit(driver.run([killed], VOTUM))
