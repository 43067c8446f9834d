#!/usr/bin/env python3
"""interface.py: what must be true of every file that describes a piece of the window (ui/**/*.ui). TAP.

GTK itself says only at the moment a page is shown that a property is misspelt or an icon is missing; here it is said of
all pages at once, and without a display.
"""
import glob
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
UI = os.path.join(TOP, 'ui')
# Debian's own Python: the bindings of GNOME belong to it, and not to another one on the PATH.
SYSTEM_PYTHON = '/usr/bin/python3'

# Properties and menu attributes that a person reads.
TEXTS = {'label', 'title', 'subtitle', 'description', 'tooltip-text', 'placeholder-text', 'help-text'}
NO_TEXT = {'Votum'}
BUTTONS = {'GtkButton', 'GtkToggleButton', 'GtkMenuButton', 'AdwSplitButton'}
# Deprecated since our baseline, or before it: only ui/compat may make these, in C.
FORBIDDEN = {'GtkTreeView', 'GtkComboBox', 'GtkComboBoxText', 'GtkDialog', 'GtkMessageDialog', 'GtkInfoBar', 'GtkStatusbar',
             'GtkFileChooserWidget', 'GtkFileChooserDialog', 'GtkColorButton', 'GtkFontButton', 'GtkAppChooserButton', 'GtkIconView',
             'AdwLeaflet', 'AdwFlap', 'AdwMessageDialog', 'AdwAboutWindow', 'AdwViewSwitcherTitle', 'AdwSqueezer'}
CALLED = {'GtkFileChooserNative', 'GtkShowUri', 'GtkShowUriFull', 'GtkStyleContext', 'GtkTreeModel', 'GtkListStore', 'GtkTreeStore'}
# In the theme of our baseline, and no longer in a newer one.
GONE_ICONS = re.compile(r'emblem-|process-working-|network-wired-offline-')
ICON_THEME = '/usr/share/icons/Adwaita'

# Reads "CLASS kind name" lines; prints those that GTK and libadwaita do not know. Classes of other names pass.
ASK = '''
import sys, gi
gi.require_version("Gtk", "4.0")
gi.require_version("Adw", "1")
from gi.repository import Adw, GObject, Gtk
for line in sys.stdin.read().splitlines():
    name, kind, what = line.split()
    library = Gtk if name.startswith("Gtk") else Adw
    known = getattr(library, name[3:], None)
    if known is None:
        print(line)
        continue
    # its signals are there once the class is
    GObject.type_class_ref(known.__gtype__)
    if kind == "property" and known.find_property(what) is None:
        print(line)
    elif kind == "signal" and GObject.signal_lookup(what.split("::")[0], known) == 0:
        print(line)
'''


def files():
    return sorted(glob.glob(os.path.join(UI, '**/*.ui'), recursive=True))


def relative(path):
    return os.path.relpath(path, TOP)


def parsed():
    """(path, root, {element: its parent}) of every file."""
    for path in files():
        root = ElementTree.parse(path).getroot()
        yield relative(path), root, {child: parent for parent in root.iter() for child in parent}


def read(path):
    with open(path, encoding='utf-8') as f:
        return f.read()


def check_resources():
    """Each file is in the program, under its own name."""
    listed = [f.text for f in ElementTree.parse(os.path.join(UI, 'votum.gresource.xml')).iter('file')]
    names = [os.path.basename(path) for path in files()]
    return ([f'{n}: is not in ui/votum.gresource.xml' for n in names if n not in {os.path.basename(x) for x in listed}] +
            [f'{n}: more than one file of this name' for n in sorted(set(names)) if names.count(n) > 1])


def check_texts():
    complaints = []
    for path, root, _parents in parsed():
        for element in root.iter():
            if element.tag in ('property', 'attribute') and element.get('name') in TEXTS and not element.get('bind-source'):
                text = (element.text or '').strip()
                if re.search(r'[^\W\d_]{2}', text) and text not in NO_TEXT and element.get('translatable') != 'yes' and not list(element):
                    complaints.append(f'{path}: “{text}” is not marked as translatable')
    return complaints


def properties(element):
    """{name: property element} of an object or template, its accessibility ones as accessible:NAME."""
    found = {p.get('name'): p for p in element.findall('property')}
    found.update({f'accessible:{p.get("name")}': p for p in element.findall('accessibility/*')})
    return found


def is_named_in_code(path, name):
    """Words that depend on what is shown are given in the .c beside the .ui."""
    code = os.path.join(TOP, path[:-len('.ui')] + '.c')
    return bool(name and os.path.exists(code) and
                re.search(rf'(?:set_tooltip_text|update_property) \((?:GTK_\w+ \()?self->{re.escape(name)}\b', read(code)))


def check_icon_buttons():
    """A button that shows only a picture has to say in words what it does."""
    complaints = []
    for path, root, _parents in parsed():
        for element in root.iter('object'):
            has = properties(element)
            if element.get('class') in BUTTONS and 'icon-name' in has and not has.keys() & {
                    'label', 'tooltip-text', 'tooltip-markup', 'accessible:label', 'accessible:labelled-by'} and \
                    not is_named_in_code(path, element.get('id')):
                complaints.append(f'{path}: the button “{element.get("id") or has["icon-name"].text}” has no words')
    return complaints


def check_classes():
    """In a .ui file, and in C by the names of what is called: AdwFlap is adw_flap_..."""
    complaints = [f'{path}: {e.get("class") or e.get("parent")} was deprecated' for path, root, _parents in parsed()
                  for e in root.iter() if (e.get('class') if e.tag == 'object' else e.get('parent')) in FORBIDDEN]
    prefixes = [re.sub(r'(?<!^)([A-Z])', r'_\1', name).lower() for name in sorted(FORBIDDEN | CALLED)]
    call = re.compile(rf'\b((?:{"|".join(prefixes)})(?:_\w+)?) \(')
    for path in sorted(glob.glob(os.path.join(UI, '**/*.c'), recursive=True)):
        if not relative(path).startswith('ui/compat/'):
            complaints += [f'{relative(path)}: {m.group(1)} was deprecated' for m in call.finditer(read(path))]
    return complaints


def check_known():
    """Classes, properties and signals exist in the GTK and libadwaita that are here."""
    asked = {}
    for path, root, parents in parsed():
        for element in root.iter():
            owner = parents.get(element)
            if element.tag == 'object':
                asked.setdefault(f'{element.get("class")} class -', path)
            elif element.tag in ('property', 'signal') and owner is not None and owner.tag in ('object', 'template'):
                kind = owner.get('class') if owner.tag == 'object' else owner.get('parent')
                asked.setdefault(f'{kind} {element.tag} {element.get("name")}', path)
    asked = {line: path for line, path in asked.items() if re.match(r'(Gtk|Adw)[A-Z]', line)}
    done = subprocess.run([SYSTEM_PYTHON, '-c', ASK], input='\n'.join(asked), capture_output=True, text=True, check=False)
    if done.returncode != 0:
        lacks = re.search(r'No module named|Namespace \w+ not available', done.stderr)
        return "Debian's python3-gi, gir1.2-gtk-4.0 or gir1.2-adw-1 is not installed" if lacks else [done.stderr]
    return [f'{asked[line]}: there is no such {line.split()[1]}: {line}' for line in done.stdout.splitlines()]


def check_icons():
    """Every icon is in the theme that comes with GTK, or ours; otherwise a broken picture would be shown."""
    if not os.path.isdir(ICON_THEME):
        return 'adwaita-icon-theme is not installed'
    folders = [ICON_THEME, os.path.join(TOP, 'data/icons'), UI]
    there = {re.sub(r'(\.symbolic)?\.(svg|png)$', '', n) for folder in folders for _f, _b, names in os.walk(folder) for n in names}
    used = {}
    for path, root, _parents in parsed():
        for element in root.iter('property'):
            if element.get('name') in ('icon-name', 'primary-icon-name', 'secondary-icon-name') and (element.text or '').strip():
                used.setdefault(element.text.strip(), path)
    for path in sorted(glob.glob(os.path.join(UI, '**/*.c'), recursive=True)):
        for name in re.findall(r'"([a-z0-9-]+-symbolic)"', read(path)):
            used.setdefault(name, relative(path))
    return [f'{path}: there is no icon “{name}”' for name, path in sorted(used.items())
            if (name not in there or GONE_ICONS.match(name)) and not name.startswith(('org.votum.Votum', 'pan-'))]


RULES = [
    ('every piece of the window is in the program', check_resources),
    ('what a person reads is translatable', check_texts),
    ('every button says in words what it does', check_icon_buttons),
    ('nothing deprecated', check_classes),
    ('GTK and libadwaita know every class, property and signal', check_known),
    ('every icon is there', check_icons),
]


def main():
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
            print('#   ' + complaint.strip().replace('\n', '\n#   '))
    return 1 if failures else 0


if __name__ == '__main__':
    sys.exit(main())
