#!/usr/bin/env python3
"""tap-summary.py [--failed NAME]... BUILD-DIR...: count what the tests said, print the logs of failing tests only.

Reads meson-logs/testlog.json of each build directory. Every TAP point counts as one test; a program
that has no TAP counts as one. These count as a failure too, because each of them has once hidden one
somewhere: a program that ends early, prints fewer points than it planned, prints none, bails out, is
killed, or says "ok" throughout and exits with an error. --failed names a step that went wrong before
any test could run (a build). The last line is "N passed, N failed[, N skipped]".
"""
import json
import os
import re
import sys

POINT = re.compile(r'^(not )?ok\b(?: +\d+)?(?: *-? *(.*))?$')
PLAN = re.compile(r'^1\.\.(\d+)(?: *# *skip\b *(.*))?', re.I)
DIRECTIVE = re.compile(r'#\s*(skip|todo)\b', re.I)


class Count:
    def __init__(self):
        self.passed, self.failed, self.skipped, self.why = 0, 0, 0, []

    def fail(self, why):
        self.failed += 1
        self.why.append(why)


def count_points(text, count):
    """Count the TAP points of a program's output; returns (points seen, points planned or None)."""
    seen, planned = 0, None
    for line in text.splitlines():
        plan, point = PLAN.match(line), POINT.match(line)
        if plan:
            planned = int(plan.group(1))
            if planned == 0:
                count.skipped += 1
                return 0, 0
        elif line.startswith('Bail out!'):
            count.fail(line)
        elif point:
            seen += 1
            directive = DIRECTIVE.search(point.group(2) or '')
            if directive and directive.group(1).lower() == 'skip':
                count.skipped += 1
            elif not point.group(1):
                count.passed += 1
            elif directive:
                count.skipped += 1
            else:
                count.fail(line)
    return seen, planned


def count_test(test):
    """Count one entry of meson's log."""
    count, out = Count(), test.get('stdout') or ''
    code, result = test.get('returncode', 0), test.get('result', '')
    if not test['tap']:
        if result == 'SKIP':
            count.skipped += 1
        elif result in ('OK', 'EXPECTEDFAIL'):
            count.passed += 1
        else:
            count.fail(f'{result.lower()}, status {code}')
        return count
    seen, planned = count_points(out, count)
    if planned is None:
        count.fail('ended without saying how many points there are')
    elif seen != planned:
        count.fail(f'planned {planned} points, made {seen}')
    if not count.failed and code != 0:
        count.fail(f'every point is ok, but the program ended with status {code}')
    if not count.failed and result in ('TIMEOUT', 'INTERRUPT', 'ERROR', 'FAIL'):
        count.fail(f'meson says: {result.lower()}')
    return count


def tap_tests(build):
    """Names of the tests that promised TAP (a silent one of these is a failure)."""
    with open(os.path.join(build, 'meson-info', 'intro-tests.json'), encoding='utf-8') as f:
        return {t['name'] for t in json.load(f) if t['protocol'] == 'tap'}


def report(build, test, count):
    name = test['name'].split(' / ')[-1]
    print(f'\n=== FAILED in {os.path.basename(build)}: {name}')
    for why in count.why:
        print(f'    {why}')
    for stream in ('stdout', 'stderr'):
        text = (test.get(stream) or '').rstrip()
        if text:
            lines = text.splitlines()
            shown = lines if len(lines) <= 200 else lines[:60] + [f'... {len(lines) - 180} lines ...'] + lines[-120:]
            print(f'--- {stream}\n' + '\n'.join(shown))


def read_log(build):
    path = os.path.join(build, 'meson-logs', 'testlog.json')
    try:
        with open(path, encoding='utf-8', errors='replace') as f:
            return [json.loads(line) for line in f if line.strip()]
    except OSError:
        return []


def summarise(builds, broken_steps):
    total = Count()
    for step in broken_steps:
        total.failed += 1
        print(f'\n=== FAILED: {step}')
    for build in builds:
        tests = read_log(build)
        promised = tap_tests(build) if tests else set()
        if not tests:
            total.failed += 1
            print(f'\n=== FAILED: no test ran in {os.path.basename(build)}')
        points = Count()
        for test in tests:
            test['tap'] = test['name'].split(' / ')[-1] in promised
            count = count_test(test)
            if count.failed:
                report(build, test, count)
            points.passed += count.passed
            points.failed += count.failed
            points.skipped += count.skipped
        print(f'{os.path.basename(build)}: {len(tests)} programs, {points.passed} passed, '
              f'{points.failed} failed, {points.skipped} skipped')
        total.passed += points.passed
        total.failed += points.failed
        total.skipped += points.skipped
    return total


def main(args):
    broken, builds = [], []
    while args:
        arg = args.pop(0)
        if arg == '--failed':
            broken.append(args.pop(0))
        else:
            builds.append(arg.rstrip('/'))
    total = summarise(builds, broken)
    line = f'{total.passed} passed, {total.failed} failed'
    if total.skipped:
        line += f', {total.skipped} skipped'
    print(line)
    return 1 if total.failed or not total.passed else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
