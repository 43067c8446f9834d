#!/usr/bin/env python3
"""lint.py [--advice] [--potfiles]: the rules of the house that no compiler knows. TAP, one point a rule.

--potfiles prints what po/POTFILES.in has to hold. --advice adds, as comments, what is worth a look
and not worth a failure: the format, long functions.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import walls  # noqa: E402

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SKIPPED_FOLDERS = {'.git', 'build', 'subprojects', '__pycache__'}
MAX_LINES, MAX_FUNCTION = 600, 60

# Calls with a safer sister: no bound, or a result that cannot tell "0" from "not a number".
FORBIDDEN = re.compile(r'(?<![\w.>])(sprintf|vsprintf|strcpy|strcat|atof|atoi|atol|gets|strtok|tmpnam|mktemp)\s*\(')
# Marks of translatable text, and the declarations that give them.
MESSAGE = re.compile(r'(?<!\w)(?:_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2?|g_dcgettext)\s*\(')
LITERAL = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'', re.S)


def tree(*endings):
    """Files of the tree with one of the endings, relative to the top, sorted."""
    found = []
    for folder, below, names in os.walk(TOP):
        below[:] = sorted(d for d in below if d not in SKIPPED_FOLDERS)
        found += [os.path.relpath(os.path.join(folder, n), TOP) for n in sorted(names) if n.endswith(endings)]
    return found


def read(path):
    with open(os.path.join(TOP, path), encoding='utf-8') as f:
        return f.read()


def code_only(text):
    """The text with comments and literals blanked; line ends stay."""
    return LITERAL.sub(lambda m: '""' + '\n' * m.group(0).count('\n'), text)


def run(*command):
    """A tool's complaints as lines; none when it ends with 0."""
    done = subprocess.run(command, cwd=TOP, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, errors='replace', env={**os.environ, 'LC_ALL': 'C.UTF-8'})
    return [] if done.returncode == 0 else done.stdout.splitlines() or [f'{command[0]}: status {done.returncode}']


# ---- the rules: each returns its complaints, or a string that says why it was skipped -------------------

def check_walls():
    return walls.check(TOP)[0]


def check_calls():
    complaints = []
    for path in tree('.c', '.h'):
        code = code_only(read(path))
        complaints += [f'{path}:{code.count(chr(10), 0, m.start()) + 1}: {m.group(1)} has a safer sister'
                       for m in FORBIDDEN.finditer(code)]
    return complaints


def functions(path):
    """Yield (line, head, number of lines) of each function of a C file in GNU style."""
    start, lines = None, read(path).split('\n')
    for number, line in enumerate(lines):
        if line == '{':
            start = number
        elif line == '}' and start is not None:
            yield start, lines[start - 1], number - start
            start = None


def check_lengths():
    """A long file is to be split, unless it is one long plain table."""
    counts = [(path, read(path).count('\n')) for path in tree('.c', '.h', '.py', '.sh')]
    return [f'{path}: {n} lines; split it at {MAX_LINES}' for path, n in counts if n > MAX_LINES and
            not (path.endswith('.c') and sum(f[2] for f in functions(path)) < n / 10)]


def check_text_files():
    """No tabs in C, no spaces at line ends, a line end at the end, UTF-8."""
    complaints = []
    for path in tree('.c', '.h', '.py', '.sh', 'meson.build', '.md'):
        text = read(path)
        if text and not text.endswith('\n'):
            complaints.append(f'{path}: no line end at the end')
        for number, line in enumerate(text.split('\n'), 1):
            if line != line.rstrip() and not path.endswith('.md'):
                complaints.append(f'{path}:{number}: space at the end of the line')
            if '\t' in line and path.endswith(('.c', '.h')):
                complaints.append(f'{path}:{number}: tab')
    return complaints


def wanted_potfiles():
    """Sources with messages, and the files of which xgettext knows by their names where the texts are."""
    code = [path for path in tree('.c', '.h') if path.startswith(('app/', 'ui/')) and MESSAGE.search(code_only(read(path)))]
    interface = [path for path in tree('.ui') if path.startswith('ui/') and 'translatable="' in read(path)]
    desktop = tree('.desktop.in', '.metainfo.xml.in', '.mime.xml.in', '.gschema.xml')
    return sorted(code + interface + [path for path in desktop if path.startswith('data/')])


def coded_potfiles():
    return [path for path in wanted_potfiles() if path.endswith(('.c', '.h'))]


def check_potfiles():
    listed = [line for line in read('po/POTFILES.in').splitlines() if line and not line.startswith('#')]
    wanted = wanted_potfiles()
    return ([f'{p}: has messages, is not in po/POTFILES.in (run ./dev pot)' for p in wanted if p not in listed] +
            [f'{p}: is in po/POTFILES.in, has no messages (run ./dev pot)' for p in listed if p not in wanted])


def languages():
    return [x for x in read('po/LINGUAS').splitlines() if x and not x.startswith('#')]


def check_plain_messages():
    """A macro inside _() is unknown to xgettext, so that the message would never be translated; PRI* it knows."""
    complaints = []
    for path in coded_potfiles():
        text = read(path)
        complaints += [f'{path}:{text.count(chr(10), 0, m.start()) + 1}: {m.group(1)} inside a message; PRId64 is known to gettext'
                       for m in re.finditer(r'(?<!\w)N?_\s*\((?:\s*"(?:\\.|[^"\\\n])*"|\s*PRI\w+)*\s*(G_\w+)', text)]
    return complaints


def check_catalogues():
    complaints = []
    for language in languages():
        path = f'po/{language}.po'
        complaints += run('msgfmt', '--check', '-o', os.devnull, path)
        for what in ('--untranslated', '--only-fuzzy'):
            done = subprocess.run(['msgattrib', what, '--no-obsolete', path], cwd=TOP, capture_output=True, text=True, check=False)
            count = max(0, done.stdout.count('\nmsgid ') - 1)
            if count:
                complaints.append(f'{path}: {count} messages {what.lstrip("-").replace("only-", "")}')
    return complaints


def check_messages_complete():
    """Every message of the sources is in each catalogue."""
    if not wanted_potfiles():
        return []
    with tempfile.TemporaryDirectory() as folder:
        template = os.path.join(folder, 'votum.pot')
        failed = run('po/update.sh', '--template', template)
        if failed:
            return failed
        return [c for language in languages() for c in missing_messages(language, template)]


def missing_messages(language, template):
    done = subprocess.run(['msgcmp', '--use-untranslated', '--use-fuzzy', f'po/{language}.po', template],
                          cwd=TOP, capture_output=True, text=True, check=False, env={**os.environ, 'LC_ALL': 'C.UTF-8'})
    missing = done.stderr.count('is used but not defined')
    return [f'po/{language}.po: {missing} messages of the sources are missing (run ./dev pot)'] if missing else []


def schema_for(path):
    """The RELAX NG schema of a document, by its namespace: urn:votum:award:1 is votum-award-1.rng."""
    namespace = re.search(r'xmlns="urn:votum:([a-z-]+):(\d+)"', read(path))
    return f'data/schema/votum-{namespace.group(1)}-{namespace.group(2)}.rng' if namespace else None


def check_xml():
    """Our schemas are well formed; our documents are valid against them."""
    complaints = []
    for path in tree('.rng'):
        complaints += run('xmllint', '--nonet', '--noout', path)
    for path in tree('.xml'):
        if path.startswith(('data/', 'tests/fixtures/')) and '/bad' not in path:
            schema = schema_for(path)
            if schema and not os.path.exists(os.path.join(TOP, schema)):
                complaints.append(f'{path}: there is no {schema}')
                schema = None
            complaints += run('xmllint', '--nonet', '--noout', *(['--relaxng', schema] if schema else []), path)
    return complaints


def check_shell():
    if not shutil.which('shellcheck'):
        return 'shellcheck is not installed'
    scripts = ['dev', '.ci/run'] + tree('.sh')
    return run('shellcheck', '--severity=info', '--exclude=SC1091', *scripts)


def check_python():
    complaints = []
    for path in tree('.py'):
        try:
            compile(read(path), path, 'exec')
        except SyntaxError as error:
            complaints.append(f'{path}: {error}')
    return complaints


RULES = [
    ('the walls between the rooms hold', check_walls),
    ('no call that has a safer sister', check_calls),
    (f'no file beyond {MAX_LINES} lines', check_lengths),
    ('text files are tidy', check_text_files),
    ('every file with messages is listed', check_potfiles),
    ('messages are plain text', check_plain_messages),
    ('the catalogues are complete and well formed', check_catalogues),
    ('the catalogues know every message of the sources', check_messages_complete),
    ('schemas and documents are valid', check_xml),
    ('shell scripts pass shellcheck', check_shell),
    ('Python scripts compile', check_python),
]


def advice():
    """Worth a look, never a failure."""
    if shutil.which('clang-format-14'):
        files = tree('.c', '.h')
        off = [f for f in files if run('clang-format-14', '--dry-run', '--Werror', f)]
        print(f'# format: {len(off)} of {len(files)} files differ from what clang-format-14 would make')
    for path in tree('.c'):
        for line, head, length in functions(path):
            if length > MAX_FUNCTION:
                print(f'# long: {path}:{line}: {length} lines: {head.strip()}')


def main(args):
    if '--potfiles' in args:
        print('# Files with translatable text; kept by ./dev pot, checked by ./dev lint.')
        print('\n'.join(wanted_potfiles()))
        return 0
    print(f'1..{len(RULES)}')
    failures = 0
    for number, (name, rule) in enumerate(RULES, 1):
        complaints = rule()
        if isinstance(complaints, str):
            print(f'ok {number} - {name} # SKIP {complaints}')
            continue
        failures += bool(complaints)
        print(f'{"not ok" if complaints else "ok"} {number} - {name}')
        for complaint in complaints:
            print(f'#   {complaint}')
    if '--advice' in args:
        advice()
    return 1 if failures else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
