"""What Slidev's YAML library makes of broken YAML: it never gives up, so neither may we (format A.6).

The text is read again line by line: each top-level key with the lines that belong to it is composed by itself, and what
still fails is mended the way that library mends it. Good keys survive a bad neighbour.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from slidewright.model import KeySpan
from slidewright.text import Span

if TYPE_CHECKING:
    from slidewright.parse.yaml12 import Fault, YamlResult

Compose = Callable[[str], "YamlResult"]

KEY_LINE = re.compile(r"(\t*)([^\s#:\[\]{},\"'][^:#\n]*?|\"[^\"\n]*\"|'[^'\n]*')[ \t]*:(?:[ \t]+|$)")
BLOCK_SCALAR = re.compile(r"\s*[|>]")


class Entry(NamedTuple):
    """A top-level key, where it stands, and where its value does (to the next key)."""

    key: str
    start: int
    value: int
    end: int


def recover(text: str, problem: Fault, compose: Compose) -> YamlResult:
    """Read broken YAML as far as it goes; `problem` is what stopped the strict reading."""
    from slidewright.parse.yaml12 import YamlResult

    if problem[0].startswith("aliases expand"):
        return YamlResult(problems=(problem,))
    text_, shift = _without_directive(text)
    if shift:
        return _shifted(_try(text_, compose), shift, problem)
    entries = list(_entries(text))
    if not entries:
        return YamlResult(_lone_scalar(text), problems=(problem,))
    values: dict[str, Any] = {}
    keys: dict[str, KeySpan] = {}
    for entry in entries:
        value, swallows = _value(text, entry, compose)
        values[entry.key] = value
        keys[entry.key] = KeySpan(
            Span(entry.start, min(entry.start + len(entry.key), entry.value)), _trimmed(text, entry.value, entry.end)
        )
        if swallows:
            break
    return YamlResult(values, keys, (problem,))


def _try(text: str, compose: Compose) -> YamlResult:
    from slidewright.parse.yaml12 import YamlResult

    try:
        return compose(text)
    except (yaml.YAMLError, RecursionError):
        return YamlResult()


def _without_directive(text: str) -> tuple[str, int]:
    """A `%YAML` line without the `---` it needs: the rest is read with a document start in its place."""
    if not text.startswith("%YAML"):
        return text, 0
    end = text.find("\n") + 1 or len(text)
    return f"{text[:end]}---\n{text[end:]}", 4


def _shifted(result: YamlResult, by: int, problem: Fault) -> YamlResult:
    from slidewright.parse.yaml12 import YamlResult

    keys = {name: KeySpan(place.key.shift(-by), place.value.shift(-by)) for name, place in result.keys.items()}
    again = [item._replace(span=item.span.shift(-by), first=item.first.shift(-by)) for item in result.duplicates]
    return YamlResult(result.values, keys, (problem, *result.problems), tuple(again))


def _entries(text: str) -> Iterator[Entry]:
    """Top-level keys in order; text before the first colon joins the key that follows it."""
    at, pending, pending_start, current, found = 0, "", 0, None, False
    for line in text.split("\n"):
        match = KEY_LINE.match(line)
        if match and (current is None or not line.startswith(" ")):
            if current:
                yield current._replace(end=at)
            key = _key(match[2])
            start = at + match.start(2)
            if pending:
                key, start = f"{pending} {key}", pending_start
            current, pending, found = Entry(key, start, at + match.end(), len(text)), "", True
        elif _is_stray(line):
            if current:
                yield current._replace(end=at)
                current = None
            pending, pending_start = (f"{pending} {line.strip()}" if pending else line.strip()), at
        at += len(line) + 1
    if current:
        yield current
    elif pending and found:
        yield Entry(pending, pending_start, len(text), len(text))


def _key(written: str) -> str:
    return written[1:-1] if written[0] in "\"'" else written.strip()


def _is_stray(line: str) -> bool:
    """Text at the margin that is neither key, comment nor list item."""
    return bool(line) and line[0] not in " \t#-]}" and bool(line.strip())


def _lone_scalar(text: str) -> Any:
    """A text without any key is one scalar."""
    lines = [line for line in text.split("\n") if line.strip() and not line.lstrip().startswith("#")]
    if lines and BLOCK_SCALAR.match(lines[0]):
        return "\n".join([*lines[1:], ""]) if lines[1:] else None
    return " ".join(line.strip() for line in lines) or None


def _value(text: str, entry: Entry, compose: Compose) -> tuple[Any, bool]:
    """Value of one entry, and whether it took everything that follows (an unclosed quote, a nested map)."""
    own, rest = text[entry.value : entry.end], text[entry.value :]
    first = own.split("\n", 1)[0].strip()
    if first[:1] in ("@", "`"):
        return first, False
    if first[:1] in ('"', "'") and first.count(first[0]) < 2:
        return " ".join(rest.lstrip()[1:-1].split()), True
    if first[:1] in ("[", "{"):
        return _closed(own, compose), False
    if KEY_LINE.match(first):
        return _try(_dedented(rest), compose).values, True
    return _scalar_or_block(own, compose), False


def _closed(own: str, compose: Compose) -> Any:
    """A flow collection without its end, closed where its entry ends."""
    for closing in ("", "]", "}", "]}", "}]"):
        result = _try(own.strip() + closing, compose)
        if result.values is not None:
            return result.values
    return own.strip()


def _dedented(rest: str) -> str:
    first, _, more = rest.partition("\n")
    return f"{first.strip()}\n{more}"


def _scalar_or_block(own: str, compose: Compose) -> Any:
    """A value that strict reading takes by itself, else its words."""
    result = _try(f"x: {own.lstrip(' ')}", compose)
    if isinstance(result.values, dict):
        return result.values.get("x")
    return " ".join(own.split()) or None


def _trimmed(text: str, start: int, end: int) -> Span:
    return Span(start, start + len(text[start:end].rstrip()))
