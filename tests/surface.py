#!/usr/bin/env python3
"""surface.py VOTUMCTL VOTUM: what the programs offer is what their manual pages and completions know. TAP.

Commands are read from `votumctl --help`, options from `votumctl COMMAND --help` and `votum --help`.
"""
import os
import re
import subprocess
import sys

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
MANUAL = os.path.join(TOP, 'docs', 'votumctl.1')
WINDOW_MANUAL = os.path.join(TOP, 'docs', 'votum.1')
COMPLETION = os.path.join(TOP, 'data', 'completions', 'votumctl')


def ask(*command):
    return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=True,
                          env={**os.environ, 'LC_ALL': 'C.UTF-8', 'LANGUAGE': ''}).stdout


def surface(votumctl):
    """Commands and their long options, as the program tells them."""
    commands = re.findall(r'^  ([a-z-]+)\s', ask(votumctl, '--help').split('Commands:')[1], re.M)
    return {c: sorted(set(re.findall(r'(--[a-z][a-z-]*)', ask(votumctl, c, '--help').split('Application Options:')[-1]))
                      - {'--help', '--help-all'})
            for c in commands}


def completes(words):
    """What the completion offers at the end of a command line."""
    script = ('source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}; '
              '_votumctl; printf "%s\\n" "${COMPREPLY[@]}"')
    return ask('bash', '-c', script, 'bash', COMPLETION, *words).split()


def manual_sections():
    """The text of the manual page by command: what stands below each `.SS COMMAND`."""
    with open(MANUAL, encoding='utf-8') as f:
        text = f.read().replace('\\-', '-')
    return dict(re.findall(r'^\.SS "?([a-z -]+?)"?\n(.*?)(?=^\.S[SH]|\Z)', text, re.M | re.S))


def window_manual(votum):
    """Complaints about the window's manual page."""
    options = set(re.findall(r'(--[a-z][a-z-]*)', ask(votum, '--help'))) - {'--help-all', '--help-gapplication'}
    with open(WINDOW_MANUAL, encoding='utf-8') as f:
        page = f.read().replace('\\-', '-')
    explained = set(re.findall(r'(--[a-z][a-z-]*)', page))
    return ([f'{o} is not explained' for o in sorted(options - explained)] +
            [f'{o} is explained, but there is none' for o in sorted(explained - options)])


def main(args):
    votumctl, votum = map(os.path.abspath, args)
    offered, manual = surface(votumctl), manual_sections()
    points = []
    for command, options in offered.items():
        page = manual.get(command, '')
        points.append((f'manual: {command}', [] if page else [f'no section .SS {command}']
                       + [f'{o} is not explained' for o in options if not re.search(re.escape(o) + r'(?![a-z-])', page)]))
        known = completes(['votumctl', command, '--'])
        points.append((f'completion: {command}', [f'{o} is not offered' for o in options if o not in known]
                       + [f'{o} is offered, but there is none' for o in known if o not in options + ['--help']]))
    first = completes(['votumctl', ''])
    points.append(('completion: commands', [f'{c} is not offered' for c in offered if c not in first]))
    points.append(('manual: no command too many', [f'{c} is explained, but there is none' for c in manual if c not in offered]))
    points.append(('manual: the window', window_manual(votum)))
    points.append(('there are commands', [] if len(offered) > 5 else [f'only {sorted(offered)} found']))

    print(f'1..{len(points)}')
    for number, (name, complaints) in enumerate(points, 1):
        print(f'{"not ok" if complaints else "ok"} {number} - {name}')
        for complaint in complaints:
            print(f'#   {complaint}')
    return 1 if any(c for _n, c in points) else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
