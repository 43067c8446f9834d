#!/usr/bin/env python3
"""The counting of test points can itself be wrong: logs of well and badly behaved programs. TAP."""
import importlib.util
import os
import sys

spec = importlib.util.spec_from_file_location(
    'tap_summary', os.path.join(os.path.dirname(os.path.abspath(__file__)), 'tap-summary.py'))
tap_summary = importlib.util.module_from_spec(spec)
spec.loader.exec_module(tap_summary)

# Name, TAP or not, output, status, meson's result, and what must be counted: passed, failed, skipped.
CASES = [
    ('all well', True, 'ok 1 a\nok 2 - b\n1..2\n', 0, 'OK', (2, 0, 0)),
    ('glib puts the plan first', True, 'TAP version 13\n1..2\n# Start of x\nok 1 /x/a\nok 2 /x/b\n# End of x\n', 0, 'OK', (2, 0, 0)),
    ('one of two fails', True, '1..2\nok 1 a\nnot ok 2 b\n', 1, 'FAIL', (1, 1, 0)),
    ('skip and todo', True, '1..3\nok 1 a # SKIP no display\nnot ok 2 b # TODO later\nok 3 c\n', 0, 'OK', (1, 0, 2)),
    ('all skipped', True, '1..0 # skip nothing to do\n', 0, 'SKIP', (0, 0, 1)),
    ('silent', True, '', 0, 'OK', (0, 1, 0)),
    ('ends early', True, '1..3\nok 1 a\n', 0, 'ERROR', (1, 1, 0)),
    ('no plan', True, 'ok 1 a\n', 0, 'ERROR', (1, 1, 0)),
    ('killed after the last point', True, '1..1\nok 1 a\n', -11, 'ERROR', (1, 1, 0)),
    ('a leak found at the end', True, '1..1\nok 1 a\n', 99, 'ERROR', (1, 1, 0)),
    ('bails out', True, '1..2\nok 1 a\nBail out! no memory\n', 1, 'ERROR', (1, 2, 0)),
    ('more points than planned', True, '1..1\nok 1 a\nok 2 b\n', 0, 'ERROR', (2, 1, 0)),
    ('timed out', True, '1..1\nok 1 a\n', 0, 'TIMEOUT', (1, 1, 0)),
    ('"okay" is no point', True, '1..1\nokay 1 a\nok 1 a\n', 0, 'OK', (1, 0, 0)),
    ('no TAP, well', False, 'hello\n', 0, 'OK', (1, 0, 0)),
    ('no TAP, fails', False, 'hello\n', 1, 'FAIL', (0, 1, 0)),
    ('no TAP, skipped', False, '', 77, 'SKIP', (0, 0, 1)),
]


def main():
    print(f'1..{len(CASES)}')
    failures = 0
    for number, (name, tap, out, code, result, expected) in enumerate(CASES, 1):
        count = tap_summary.count_test({'name': name, 'tap': tap, 'stdout': out, 'returncode': code, 'result': result})
        got = (count.passed, count.failed, count.skipped)
        failures += got != expected
        print(f'{"ok" if got == expected else "not ok"} {number} - {name}')
        if got != expected:
            print(f'# expected {expected}, got {got}')
    return 1 if failures else 0


if __name__ == '__main__':
    sys.exit(main())
