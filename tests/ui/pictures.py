#!/usr/bin/python3
"""pictures.py VOTUM VOTUMCTL: takes the pictures that the README and the metainfo show, of the real window (./dev pictures).

Every page in PAGES, in each language and style, goes to the folder named by VOTUM_UI_PICTURES as PAGE-LANGUAGE-STYLE.png.
TAP, a point a picture.
"""
import os
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import driver  # noqa: E402

VOTUM, VOTUMCTL = sys.argv[1:3]
FOLDER = os.environ['VOTUM_UI_PICTURES']
LANGUAGES = {'en': 'en_GB', 'nb': 'nb_NO'}
STYLES = {'light': 'prefer-light', 'dark': 'prefer-dark'}
# Who sits before it, and the pages that are photographed then: name, the keys that lead to it, and what is typed there.
SCENES = [
    ('juror', {'overview': (['alt+1'], ''), 'visits': (['alt+5'], 'Hun tok av seg headsettet, og hilste alle ved navn'),
               'scoring': (['alt+6'], '')}),
    ('chair', {'compare': (['alt+8'], ''), 'deliberation': (['alt+9'], ''), 'verdict': (['alt+0'], '')}),
]
MARKS = os.path.join(os.path.dirname(os.path.abspath(__file__)), '../../data/demo/demo-marks-round-2.csv')
JUROR, CHAIR = 'Jon Ante Balto', 'Ingrid Fossheim'
# As on a desktop of GNOME; a bare screen has no font of its own.
FONT = '[Settings]\ngtk-font-name=Cantarell 11\ngtk-xft-antialias=1\ngtk-xft-hinting=1\ngtk-xft-hintstyle=hintslight\ngtk-xft-rgba=none\n'
WIDTH, HEIGHT = 1280, 800
# Without a window manager GTK draws this edge itself; it is no part of the window.
EDGE = 5
# Whatever the day is on which they are taken: the evening of the demo edition's juror. $LIB is the loader's.
EVENING = {'LD_PRELOAD': '/usr/$LIB/faketime/libfaketime.so.1', 'FAKETIME': '@2026-11-08 19:30:00', 'FAKETIME_DONT_FAKE_MONOTONIC': '1'}
# This often in a row the screen has to look the same before it is photographed.
CALM = 4


def screen():
    return subprocess.run(['import', '-window', 'root', 'png:-'], check=True, capture_output=True).stdout


def wait_until_calm(window):
    """What slides or fades in has arrived."""
    seen = []

    def calm():
        seen.append(screen())
        return len(seen) >= CALM and len({bytes(s) for s in seen[-CALM:]}) == 1

    window.wait(calm, 'the picture to stand still')


def photograph(name):
    """The window alone, with the round corners and the shadow that a desktop gives it."""
    right, bottom = WIDTH - 2 * EDGE - 1, HEIGHT - 2 * EDGE - 1
    subprocess.run(['convert', 'png:-', '-alpha', 'set', '-crop', f'{WIDTH}x{HEIGHT}+0+0', '+repage', '-shave', f'{EDGE}x{EDGE}', '+repage',
                    '(', '+clone', '-alpha', 'transparent', '-fill', 'white', '-draw', f'roundrectangle 0,0 {right},{bottom} 12,12', ')',
                    '-compose', 'DstIn', '-composite',
                    '(', '+clone', '-background', 'black', '-shadow', '35x10+0+4', ')', '+swap',
                    '-background', 'none', '-compose', 'over', '-layers', 'merge', '+repage',
                    '-strip', '-quality', '91', os.path.join(FOLDER, f'{name}.png')],
                   input=screen(), check=True)


def votumctl(*arguments):
    subprocess.run([VOTUMCTL, *arguments], check=True, stdout=subprocess.DEVNULL)


def make_case(duty, folder):
    """The demo case: a juror's on the evening before everything is marked, the chair's when all is decided."""
    case = driver.demo_case(VOTUMCTL, folder, holder=None)
    if duty == 'juror':
        votumctl('undo', case)
        votumctl('undo', case)
        some = os.path.join(folder, 'marks.csv')
        with open(MARKS, encoding='utf-8') as source, open(some, 'w', encoding='utf-8') as target:
            target.writelines(line for line in source if not is_left(line.split(';')))
        votumctl('import', 'marks', case, some)
    else:
        votumctl('agenda', case, '--make')
    votumctl('hold', case, '--juror', JUROR if duty == 'juror' else CHAIR, '--duty', duty)
    return case


def is_left(row):
    """What the juror has still to mark."""
    return row[1] == JUROR and (row[2] == 'Havgap Sparebank' or (row[2] == 'Nordlys Kraft' and row[3] in ('A1', 'D1', 'D2')))


def start(duty, language, style):
    window = driver.Window(VOTUM, language=LANGUAGES[language], environment={'ADW_DEBUG_COLOR_SCHEME': STYLES[style], **EVENING})
    folder = os.path.join(window.home, 'xdg_config_home', 'gtk-4.0')
    os.makedirs(folder, mode=0o700)
    with open(os.path.join(folder, 'settings.ini'), 'w', encoding='utf-8') as f:
        f.write(FONT)
    window.start(make_case(duty, window.home))
    subprocess.run(['xdotool', 'search', '--onlyvisible', '--class', 'votum', 'windowsize', '--sync', str(WIDTH), str(HEIGHT)], check=True)
    return window


def take(language, style):
    """All pages of one language and style; yields (name, complaint or None)."""
    for duty, pages in SCENES:
        window = start(duty, language, style)
        try:
            for page, (keys, words) in pages.items():
                name = f'{page}-{language}-{style}'
                try:
                    window.key(*keys)
                    wait_until_calm(window)
                    if words:
                        window.type(words)
                        wait_until_calm(window)
                    photograph(name)
                    yield name, None
                except (driver.Missing, subprocess.CalledProcessError) as error:
                    yield name, str(error)
            window.stop()
        finally:
            window.clear()


def main():
    os.makedirs(FOLDER, exist_ok=True)
    wanted = [(language, style) for language in LANGUAGES for style in STYLES]
    print(f'1..{len(wanted) * sum(len(pages) for _duty, pages in SCENES)}', flush=True)
    failures = number = 0
    for language, style in wanted:
        for name, complaint in take(language, style):
            number += 1
            failures += complaint is not None
            print(f'{"not ok" if complaint else "ok"} {number} - {name}', flush=True)
            for line in (complaint or '').splitlines():
                print(f'# {line}', flush=True)
    return 1 if failures else 0


if __name__ == '__main__':
    sys.exit(main())
