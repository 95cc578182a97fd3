"""What a layout's `.vue` file says about its slots and props, read as text: None where the text does not tell."""

from __future__ import annotations

import re

SLOT = re.compile(r"<slot\b([^<>]*)>")
NAME = re.compile(r"(?:\A|\s)name=(?:\"([^\"]*)\"|'([^']*)')")
DYNAMIC = re.compile(r"(?:\A|\s)(?::|v-bind:)name\s*=|v-bind\s*=")
ELSEWHERE = re.compile(r"\$slots|useSlots|\bh\(|<script[^>]*\bsrc=")
CLICKS = re.compile(r"\bv-(?:click|after|mark|switch|if|for)|<V(?:Click|After|Switch)|clicksContext")
COMMENT = re.compile(r"<!--|/\*|(?<![:\w])//")
CLOSING = {"<!--": "-->", "/*": "*/", "//": "\n"}

DEFINED = re.compile(r"\bdefineProps\s*([<(])\s*")
OPTION = re.compile(r"\bprops\s*:\s*(?=[\[{])")
DECLARED = r"\b(?:interface\s+{name}\b[^{{]*|type\s+{name}\s*=\s*)(?={{)"
WORD = re.compile(r"[A-Za-z_$][\w$]*")
MEMBER = re.compile(
    r"(?:\A|[,;\n])[^\S\n]*(?:readonly[^\S\n]+)?"
    r"(?:'([^'\n]+)'|\"([^\"\n]+)\"|([A-Za-z_$][\w$]*))[^\S\n]*\??[^\S\n]*(?=[:,\n]|\Z)"
)
QUOTED = re.compile(r"'([^'\n]+)'|\"([^\"\n]+)\"")
PAIRS = {"{": "}", "[": "]", "(": ")", "<": ">"}
LONGEST = 30_000
"""Characters of a file beyond which it is not read: no layout is that long."""


def takes_clicks(text: str) -> bool:
    """May a component's template add clicks to a slide, or render its slots on a condition?"""
    return CLICKS.search(text) is not None


def slots(text: str) -> tuple[str, ...] | None:
    """Names of the slots that a component's template has, each once, in its order."""
    if not text.strip() or len(text) > LONGEST or ELSEWHERE.search(text):
        return None
    text = _without_comments(text)
    found: dict[str, None] = {}
    for match in SLOT.finditer(text):
        if DYNAMIC.search(match[1]):
            return None
        name = NAME.search(match[1])
        found[(name[1] or name[2] or "default") if name else "default"] = None
    return tuple(found)


def props(text: str) -> frozenset[str] | None:
    """Names of the props that a component declares."""
    if not text.strip() or len(text) > LONGEST:
        return None
    text = _without_comments(text)
    match = DEFINED.search(text) or OPTION.search(text)
    if match is None:
        return frozenset()
    start = match.end()
    named = WORD.match(text, start)
    if named and match[0].rstrip().endswith("<"):
        declared = re.search(DECLARED.format(name=re.escape(named[0])), text)
        if declared is None:
            return None
        start = declared.end()
    return _members(text, start)


def _without_comments(text: str) -> str:
    kept, at = [], 0
    while match := COMMENT.search(text, at):
        end = text.find(CLOSING[match[0]], match.end())
        if end < 0:
            break
        kept.append(text[at : match.start()])
        at = end if match[0] == "//" else end + len(CLOSING[match[0]])
    return "".join([*kept, text[at:]])


def _members(text: str, start: int) -> frozenset[str] | None:
    """The keys of the object, the type or the list that begins at `start`."""
    opening = text[start : start + 1]
    if opening not in ("{", "["):
        return None
    outer = _outermost(text, start)
    if outer is None or "..." in outer:
        return None
    found = (QUOTED if opening == "[" else MEMBER).findall(outer)
    return frozenset("".join(groups) for groups in found)


def _outermost(text: str, start: int) -> str | None:
    """What stands between a bracket and its match, without what stands in further brackets."""
    kept: list[str] = []
    closing: list[str] = []
    for character in text[start:]:
        if character in PAIRS and (character != "<" or closing):
            closing.append(PAIRS[character])
        elif closing and character == closing[-1]:
            closing.pop()
            if not closing:
                return "".join(kept)
        elif len(closing) == 1:
            kept.append(character)
    return None
