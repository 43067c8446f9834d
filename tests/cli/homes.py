"""Machines of their own for the walks in which a case goes from one to the other: the chair's, and each juror's."""

import json
import os
import shutil

from walk import run, write

# what is marked: two criteria for each of three finalists
CELLS = [(entrant, criterion) for entrant in ('nord', 'fjel', 'havg') for criterion in 'AB']


class Home:
    """Somebody's machine: a folder, and a home that no other program run sees."""

    def __init__(self, folder, who):
        self.folder = os.path.join(folder, who)
        self.who = who
        os.makedirs(self.folder)
        self.case = self.path('case.votum')

    def path(self, name):
        return os.path.join(self.folder, name)

    def run(self, *args, **more):
        env = {'HOME': self.folder, 'XDG_DATA_HOME': self.path('data'), 'XDG_RUNTIME_DIR': self.folder}
        return run(*args, env=env, **more)

    def mark(self, marks, round='1', cells=CELLS, comment=''):
        rows = ''.join(f'{entrant};{criterion};{mark};{comment and f"{comment} {entrant}{criterion}"}\n'
                       for (entrant, criterion), mark in zip(cells, marks))
        path = write(self.folder, 'marks.csv', 'entrant;criterion;mark;comment\n' + rows)
        self.run('import', 'marks', self.case, path, '--juror', self.who, '--round', round)

    def hand_in(self, name='marks.ballot', *options, round='1', **more):
        return self.run('hand-in', self.case, '--output', self.path(name), '--round', round, *options, **more)


def mail(sender, name, receiver, new_name=None):
    path = receiver.path(new_name or name)
    shutil.copy(sender.path(name), path)
    return path


def ballots(chair, round='1'):
    listed = chair.run('ballots', chair.case, '--round', round, '--format', 'json').stdout
    return {row['juror']: row for row in json.loads(listed)}


def holds(path, *words):
    """Which of @words are in the bytes of a file, in any case and either width."""
    with open(path, 'rb') as file:
        data = file.read()
    texts = [data.decode('utf-8', 'ignore').lower(), data.decode('utf-16-le', 'ignore').lower(), data[1:].decode('utf-16-le', 'ignore').lower()]
    return [word for word in words if any(word.lower() in text for text in texts)]
