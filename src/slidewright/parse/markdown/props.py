"""Comark's `{.class #id key="value"}` (C.9)."""

from __future__ import annotations

from collections.abc import Iterable

from markdown_it.token import Token

BRACKETS = {"[": "]", "{": "}", "(": ")"}
QUOTES = "'\"`"

Props = list[tuple[str, str]]


def read_props(text: str, start: int = 0) -> tuple[Props, int] | None:
    """Props that open with the brace at `start` and the offset after them; None for `{{`."""
    if text[start + 1 : start + 2] == "{":
        return None
    props: Props = []
    at = start + 1
    while at < len(text):
        char = text[at]
        if char == "\\":
            at += 2
        elif char == "}":
            at += 1
            break
        elif char == " ":
            at += 1
        elif char in ".#":
            end = _until(text, at + 1, " #.}")
            props.append(("class" if char == "." else "id", text[at + 1 : end]))
            at = end
        else:
            at = _pair(text, at, props)
    return [(key, _unquoted(value)) for key, value in props], at


def _pair(text: str, at: int, props: Props) -> int:
    start = at
    at += 1
    while at < len(text) and text[at] not in " }=":
        at += 1
    key = text[start:at].strip()
    if text[at : at + 1] != "=":
        props.append((key, "true"))
        return at
    end = _value_end(text, at + 1)
    props.append((key, text[at + 1 : end]))
    return end


def _value_end(text: str, at: int) -> int:
    char = text[at : at + 1]
    if char in BRACKETS:
        return _bracket_end(text, at) + 1
    if char and char in QUOTES:
        return _until(text, at, char) + 1
    return _until(text, at, " }")


def _bracket_end(text: str, at: int) -> int:
    end = BRACKETS[text[at]]
    while at < len(text):
        at += 1
        char = text[at : at + 1]
        if char and char in QUOTES:
            at = _until(text, at, char)
        elif char in BRACKETS:
            at = _bracket_end(text, at)
        elif char == end:
            break
    return at


def _until(text: str, at: int, ends: str) -> int:
    while at < len(text):
        at += 1
        if text[at : at + 1] == "\\":
            at += 2
        if text[at : at + 1] and text[at] in ends:
            break
    return min(at, len(text))


def _unquoted(value: str) -> str:
    return value[1:-1] if len(value) > 1 and value[0] in QUOTES and value[0] == value[-1] else value


def put_props(token: Token, props: Iterable[tuple[str, str]]) -> None:
    """Set props as attributes; classes join."""
    for key, value in props:
        if key == "class":
            token.attrJoin(key, value)
        else:
            token.attrSet(key, value)
