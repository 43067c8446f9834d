"""Reads a window as a screen reader does, all of it at once: over the bus of AT-SPI, without its library.

GTK tells in one answer (org.a11y.atspi.Cache.GetItems) everything that somebody has asked for before: what has not been asked
for is asked for first. A newer GTK does not even count the children of what has not been asked. So looking at the whole window takes some hundredths of a second, however much is in it.
What is hidden stays in that answer as if it could be seen; that it is not there any more is told by a signal only.
"""
import ast
import os
import re

import gi
gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, Gio, GLib  # noqa: E402

ACCESSIBLE = 'org.a11y.atspi.Accessible'
COMPONENT = 'org.a11y.atspi.Component'
ROOT = '/org/a11y/atspi/accessible/root'
TIMEOUT = 10000
WINDOW_COORDINATES = 1

TEXT = r"""('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
# An item as GVariant prints it: itself, its application, its parent, place, children, interfaces, name, role, description, states.
ITEM = re.compile(r"\(\('[^']*', '([^']*)'\), \('[^']*', '[^']*'\), \('[^']*', '([^']*)'\), (-?\d+), (-?\d+), \[([^\]]*)\], "
                  + TEXT + r", (\d+), " + TEXT + r", \[(\d+), (\d+)\]\)", re.DOTALL)
# What holds other things; without any of them, something may have come that a newer GTK does not tell of before it is asked.
HOLDERS = ('grouping', 'panel', 'filler', 'unknown', 'frame', 'dialog')
# Newer ones have other words for the same.
ROLES = {'button': 'push button', 'push button menu': 'push button'}


def unquoted(text):
    return ast.literal_eval(text) if '\\' in text else text[1:-1]


class Node:
    """Something that a screen reader meets, as it was when it was looked at; what is a method asks anew."""

    __slots__ = ('reader', 'path', 'parent', 'name', 'role', 'description', 'states', 'interfaces', 'children', 'place', 'count')

    def __init__(self, reader, path):
        self.reader, self.path, self.parent = reader, path, None
        self.name = self.role = self.description = self.interfaces = ''
        self.states = self.count = self.place = 0
        self.children = []

    def __repr__(self):
        return f'{self.role} “{self.name}”' if self else 'nothing'

    def __bool__(self):
        return self.path is not None

    def __eq__(self, other):
        return isinstance(other, Node) and self.path == other.path

    def __hash__(self):
        return hash(self.path)

    @classmethod
    def nothing(cls):
        """What is not there, to be asked the same."""
        return cls(None, None)

    def had(self, state):
        """Whether it had the state when it was looked at."""
        return bool(self.states >> int(state) & 1)

    def has(self, state):
        """Whether it has the state now."""
        try:
            low, high = self.reader.call(self.path, ACCESSIBLE, 'GetState', None, '(au)')[0]
        except GLib.Error:
            return False
        return bool((low | high << 32) >> int(state) & 1)

    def get_name(self):
        """Its name now."""
        return self.reader.property(self.path, ACCESSIBLE, 'Name') if self else ''

    def get_description(self):
        """What is said about it now."""
        return self.reader.property(self.path, ACCESSIBLE, 'Description')

    def walk(self, depth=0):
        """Yield (node, depth) in the order in which a screen reader meets them, without what is hidden."""
        yield self, depth
        for child in self.children:
            if child.had(Atspi.StateType.VISIBLE):
                yield from child.walk(depth + 1)

    def ancestors(self):
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def extents(self):
        """Where it is in its window: x, y, width, height."""
        return self.reader.call(self.path, COMPONENT, 'GetExtents', GLib.Variant('(u)', (WINDOW_COORDINATES,)), '((iiii))')[0]

    def text(self):
        """What stands in a text; the name of what has none."""
        if 'org.a11y.atspi.Text' not in self.interfaces:
            return self.get_name()
        return self.reader.call(self.path, 'org.a11y.atspi.Text', 'GetText', GLib.Variant('(ii)', (0, -1)), '(s)')[0]

    def act(self):
        """Do what it does; False where it does nothing."""
        if 'org.a11y.atspi.Action' not in self.interfaces:
            return False
        try:
            return self.reader.call(self.path, 'org.a11y.atspi.Action', 'DoAction', GLib.Variant('(i)', (0,)), '(b)')[0]
        except GLib.Error:
            return False

    def grab_focus(self):
        self.reader.call(self.path, COMPONENT, 'GrabFocus', None, '(b)')


class Reader:
    """Looks at one process."""

    def __init__(self, pid):
        self.pid = pid
        self.bus = connect()
        self.application = None
        self.counts = None  # whether the number of children is told of what has not been asked for them
        self.asked = set()
        self.gone = set()  # paths of what was hidden

    def changed(self, _bus, _sender, _path, _interface, _signal, arguments):
        """A child has come or gone."""
        change, _place, _rest, (_name, child), *_more = arguments.unpack()
        if change.startswith('remove'):
            self.gone.add(child)
        else:
            self.gone.discard(child)

    def listen(self):
        """To what has been told since the last time."""
        while GLib.MainContext.default().iteration(False):
            pass

    def ask(self, name, path, interface, method, parameters=None, reply=None):
        return self.bus.call_sync(name, path, interface, method, parameters, GLib.VariantType(reply) if reply else None,
                                  Gio.DBusCallFlags.NO_AUTO_START, TIMEOUT, None)

    def call(self, path, interface, method, parameters, reply):
        return self.ask(self.application, path, interface, method, parameters, reply).unpack()

    def property(self, path, interface, name):
        return self.call(path, 'org.freedesktop.DBus.Properties', 'Get', GLib.Variant('(ss)', (interface, name)), '(v)')[0] or ''

    def find_application(self):
        """The name under which the process is on the bus, once it is."""
        if self.application is None:
            there = self.ask('org.a11y.atspi.Registry', ROOT, ACCESSIBLE, 'GetChildren', None, '(a(so))').unpack()[0]
            for name, _path in there:
                try:
                    pid = self.ask('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus', 'GetConnectionUnixProcessID',
                                   GLib.Variant('(s)', (name,)), '(u)').unpack()[0]
                except GLib.Error:
                    continue
                if pid == self.pid:
                    self.application = name
                    toolkit = self.property(ROOT, 'org.a11y.atspi.Application', 'Version')
                    self.counts = toolkit.startswith(('4.8.', '4.6.'))
                    self.bus.signal_subscribe(name, 'org.a11y.atspi.Event.Object', 'ChildrenChanged', None, None, Gio.DBusSignalFlags.NONE,
                                              self.changed)
        return self.application

    def children_of(self, path):
        self.asked.add(path)
        try:
            return [child for _name, child in self.call(path, ACCESSIBLE, 'GetChildren', None, '(a(so))')[0]]
        except GLib.Error:
            return []

    def items(self):
        """Everything that GTK has been asked for since it is there, by path."""
        answer = self.ask(self.application, '/org/a11y/atspi/cache', 'org.a11y.atspi.Cache', 'GetItems')
        nodes, parents = {}, {}
        for path, parent, place, count, interfaces, name, role, description, low, high in ITEM.findall(answer.print_(False)):
            node = nodes[path] = Node(self, path)
            node.place, node.count, node.interfaces = int(place), int(count), interfaces
            node.name, node.description = unquoted(name), unquoted(description)
            node.role = Atspi.role_get_name(Atspi.Role(int(role)))
            node.role = ROLES.get(node.role, node.role)
            node.states = int(low) | int(high) << 32
            parents.setdefault(parent, []).append(node)
        return nodes, parents

    def look(self):
        """The application with everything in it that is visible; None as long as it is not there."""
        if self.find_application() is None:
            return None
        self.listen()
        told = {ROOT: self.children_of(ROOT)}
        nodes, parents = self.items()
        while ROOT in nodes:
            unknown = []
            root = self.build(nodes[ROOT], nodes, parents, told, unknown)
            if not unknown:
                return root
            # what has appeared is asked for, down to its ends
            new = False
            while unknown:
                path = unknown.pop()
                told[path] = self.children_of(path)
                appeared = [child for child in told[path] if child not in nodes and child not in told]
                new = new or bool(appeared)
                unknown += appeared
            if new:
                nodes, parents = self.items()
        return None

    def build(self, node, nodes, parents, told, unknown):
        visible = [child for child in parents.get(node.path, []) if child.had(Atspi.StateType.VISIBLE) and child.path not in self.gone]
        if node.path in told:
            visible = [nodes[path] for path in told[node.path] if path in nodes]
        # what has been hidden goes on being told as visible, but has no place any more
        elif (sorted(child.place for child in visible) != list(range(node.count)) or any(COMPONENT not in child.interfaces for child in visible)
              or not (self.counts or (node.path in self.asked and (visible or node.role not in HOLDERS)))):
            # the page of a stack, which is no widget, is told as visible also when another one is shown
            unknown.append(node.path)
        else:
            visible.sort(key=lambda child: child.place)
        node.children = visible
        for child in visible:
            child.parent = node
            if child.had(Atspi.StateType.VISIBLE):
                self.build(child, nodes, parents, told, unknown)
        return node


def connect():
    session = Gio.bus_get_sync(Gio.BusType.SESSION, None)
    address = session.call_sync('org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress', None, GLib.VariantType('(s)'),
                                Gio.DBusCallFlags.NONE, TIMEOUT, None).unpack()[0]
    flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
    return Gio.DBusConnection.new_for_address_sync(address, flags, None, None)


if __name__ == '__main__':
    raise SystemExit(f'{os.path.basename(__file__)} is for driver.py')
