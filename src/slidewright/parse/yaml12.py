"""YAML as Slidev reads it: the 1.2 core schema, errors recovered and reported, with the place of every key.

PyYAML scans and composes; what a plain scalar means is decided here, because PyYAML's own answer is YAML 1.1
(`yes` a boolean, `4:3` a number, dates). Values are those that JavaScript would hold: keys are strings, keys that look
like array indices come first, integers beyond 2**53 are floats.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

import yaml

from slidewright.model import NOTHING, KeySpan
from slidewright.parse.javascript import string
from slidewright.parse.yaml_scalars import CORE, TYPED, WORDS, WORDS_1_1, plain
from slidewright.text import Span

MAX_NODES = 100_000
"""More values than this from one block (aliases counted each time) are refused: an alias bomb."""

PLAIN = "!plain"

Fault = tuple[str, Span]


class Duplicate(NamedTuple):
    """A key that its map has already: its name, its place, and the place of the first."""

    key: str
    span: Span
    first: Span


class YamlResult(NamedTuple):
    """Values of a YAML text, where its top-level keys stand, and what is wrong with it (offsets into the text)."""

    values: Any = None
    keys: Mapping[str, KeySpan] = NOTHING
    problems: tuple[Fault, ...] = ()
    duplicates: tuple[Duplicate, ...] = ()


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """PyYAML's composer with every plain scalar left unresolved."""

    yaml_implicit_resolvers = {None: [(PLAIN, re.compile(""))]}  # noqa: RUF012 - PyYAML's own protocol


INDEX = re.compile(r"(?:0|[1-9][0-9]{0,9})\Z")


def load(text: str) -> YamlResult:
    """Read a YAML text as Slidev does; never raises."""
    try:
        return compose(text)
    except yaml.YAMLError as error:
        from slidewright.parse.yaml_recovery import recover

        return recover(text, fault(error, text), compose)
    except RecursionError:
        return YamlResult(problems=(("nested too deeply to be read", Span(0, min(len(text), 1))),))


def compose(text: str) -> YamlResult:
    """Read the first document of a YAML text; raises yaml.YAMLError where only recovery helps."""
    loader = _Loader(text)
    try:
        node = loader.get_node() if loader.check_node() else None
        reader = _Reader(text)
        more = _more(loader, text)
        if node is None:
            return YamlResult(problems=more)
        values = reader.value(node)
        return YamlResult(values, reader.top_keys(node), more, tuple(reader.duplicates))
    finally:
        loader.dispose()


def _more(loader: Any, text: str) -> tuple[Fault, ...]:
    """What follows the first document, which is all that Slidev reads."""
    try:
        if not loader.check_node():
            return ()
        at = loader.get_node().start_mark.index
        return (("more than one YAML document: only the first is read", Span(at, at + 1)),)
    except yaml.YAMLError as error:
        return (fault(error, text),)


def fault(error: yaml.YAMLError, text: str) -> Fault:
    """A PyYAML error as message and place."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    at = min(mark.index if mark else 0, max(len(text) - 1, 0))
    message = getattr(error, "problem", None) or str(error).split("\n")[0]
    return message, Span(at, min(at + 1, len(text)))


class _Reader:
    """Turns composed nodes into values, noting duplicate keys."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.duplicates: list[Duplicate] = []
        self.words = {**WORDS, **WORDS_1_1} if text.startswith("%YAML 1.1") else WORDS
        self.count = 0
        self._read: dict[int, tuple[Any, int]] = {}

    def value(self, node: yaml.Node) -> Any:
        """Value of a node; an aliased node is read once and counted each time."""
        known = self._read.get(id(node))
        if known is not None:
            self._count(known[1])
            return known[0]
        self._read[id(node)] = (None, 1)
        before = self.count
        self._count(1)
        value = self._new(node)
        self._read[id(node)] = (value, self.count - before)
        return value

    def _count(self, more: int) -> None:
        self.count += more
        if self.count > MAX_NODES:
            raise yaml.YAMLError(f"aliases expand to more than {MAX_NODES} values")

    def _new(self, node: yaml.Node) -> Any:
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item) for item in node.value]
        return self._scalar(node)

    def _mapping(self, node: yaml.MappingNode) -> dict[str, Any]:
        values: dict[str, Any] = {}
        places: dict[str, Span] = {}
        indices = False
        for key_node, value_node in node.value:
            key, place = self.key(key_node), _span(key_node)
            if key in values:
                self.duplicates.append(Duplicate(key, place, places[key]))
            places.setdefault(key, place)
            values[key] = self.value(value_node)
            indices = indices or INDEX.match(key) is not None
        return _indices_first(values) if indices else values

    def key(self, node: yaml.Node) -> str:
        """A key as JavaScript's property name."""
        if not isinstance(node, yaml.ScalarNode):
            return self._flow(node)
        value = self._scalar(node)
        return "" if value is None else value if isinstance(value, str) else string(value)

    def _flow(self, node: yaml.Node) -> str:
        """A collection as the key that Slidev's YAML library writes for it."""
        self._count(len(node.value) + 1)
        if isinstance(node, yaml.SequenceNode):
            return f"[ {', '.join(map(self.key, node.value))} ]"
        return f"{{ {', '.join(f'{self.key(key)}: {self.key(value)}' for key, value in node.value)} }}"

    def _scalar(self, node: yaml.Node) -> Any:
        text, tag = node.value, node.tag
        if tag == PLAIN or (tag in TYPED and TYPED[tag](text)):
            return plain(text, self.words)
        if tag == CORE + "binary":
            return _buffer(text)
        return text

    def top_keys(self, node: yaml.Node) -> dict[str, KeySpan]:
        """Where the top-level keys and their values stand; of a key given twice, the last."""
        if not isinstance(node, yaml.MappingNode):
            return {}
        return {self.key(key): KeySpan(_span(key), _value_span(self.text, value)) for key, value in node.value}


def _indices_first(values: dict[str, Any]) -> dict[str, Any]:
    """JavaScript objects list integer-like keys first, in numeric order."""
    indices = sorted((key for key in values if INDEX.match(key) and int(key) < 2**32 - 1), key=int)
    return {**{key: values[key] for key in indices}, **values}


def _buffer(text: str) -> Any:
    """`!!binary` as Node prints a Buffer."""
    import base64
    import binascii

    try:
        return {"type": "Buffer", "data": list(base64.b64decode(text))}
    except (binascii.Error, ValueError):
        return text


def _span(node: yaml.Node) -> Span:
    return Span(node.start_mark.index, node.end_mark.index)


def _value_span(text: str, node: yaml.Node) -> Span:
    """Place of a value; quotes are left out, so that a caret points at what is meant."""
    start, end = _span(node)
    if isinstance(node, yaml.ScalarNode) and node.style in ("'", '"'):
        return Span(start + 1, max(end - 1, start + 1))
    return Span(start, start + len(text[start:end].rstrip()))
