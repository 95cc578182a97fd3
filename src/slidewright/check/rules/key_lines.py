"""Frontmatter that stands in a slide as text: which lines are keys, and whether they can be anything else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from slidewright.parse.yaml12 import load
from slidewright.vocabulary.keys import COMMON_WORDS, DECK_KEYS, LAYOUT_KEYS, SLIDE_KEYS

LINE = re.compile(r"([A-Za-z][\w-]*):(?:[ \t]+(\S.*))?[ \t]*\Z")
NESTED = re.compile(r"(?:[ \t]+|- )\S")
KNOWN = frozenset([*DECK_KEYS, *SLIDE_KEYS, *LAYOUT_KEYS])
PROSE = COMMON_WORDS.union(
    "title name level image url scale lang class src hide disabled zoom preload background".split()
)
"""Keys that people write with a colon in a text, too."""
TELLING = KNOWN - PROSE
JOINT = re.compile(r"(?:\A|(?<=\s))([A-Za-z]+):(?=\s|\Z)")
PATH = re.compile(r"(?:\.{0,2}/|https?://)\S+\Z|\S+\.(?:png|jpe?g|svg|webp|gif|md)(?:#\S*)?\Z", re.I)
WORDY = re.compile(r"[a-z][\w-]*\Z")


LONGEST = 5_000
"""Characters of a text that is no frontmatter any more."""


class Pair(NamedTuple):
    """A key and its value, as text."""

    name: str
    value: str


def pairs_of(lines: Sequence[str]) -> list[Pair]:
    """The keys of lines that hold nothing but YAML's keys, their nested lines and comments; else none."""
    pairs: list[Pair] = []
    if sum(map(len, lines)) > LONGEST:
        return []
    for line in lines:
        match = LINE.match(line)
        if match:
            pairs.append(Pair(match[1], match[2] or ""))
        elif line.strip() and not (pairs and NESTED.match(line)):
            return []
    return pairs


def joined_pairs(text: str) -> list[Pair]:
    """The keys of a text that a formatter put on one line (`layout: center class: text-white`); else none."""
    if len(text) > LONGEST:
        return []
    matches = [match for match in JOINT.finditer(text) if match[1] in KNOWN]
    if not matches or matches[0].start() != 0:
        return []
    ends = [*(match.start() for match in matches[1:]), len(text)]
    return [Pair(match[1], text[match.end() : end].strip()) for match, end in zip(matches, ends, strict=True)]


def are_joined(lines: Sequence[str]) -> bool:
    """Did a formatter join lines of keys, so that one line holds several?"""
    return len(joined_pairs(" ".join(" ".join(lines).split()))) > max(1, len(pairs_of(lines)))


def are_frontmatter(pairs: Sequence[Pair]) -> bool:
    """Can keys be nothing but frontmatter? One that no text has, two known ones, or one with a path."""
    known = [pair for pair in pairs if pair.name in KNOWN]
    if len(known) > 1:
        return True
    return any((pair.name in TELLING and _is_value(pair)) or PATH.match(pair.value) for pair in known)


def is_key(pair: Pair) -> bool:
    """Is a key one that Slidev knows?"""
    return pair.name in KNOWN


def _is_value(pair: Pair) -> bool:
    """Is the value a word, not a sentence? `layout: center` is frontmatter, `layout: how slides look` is not."""
    return not pair.value or WORDY.match(pair.value) is not None or not pair.value[0].isalpha()


def as_block(pairs: Iterable[Pair]) -> str:
    """Keys as the lines of a frontmatter block, with its dashes."""
    return "\n".join(["---", *(f"{name}: {value}".rstrip() for name, value in pairs), "---"])


def is_sound(yaml: str, pairs: Sequence[Pair]) -> bool:
    """Is a text the YAML of these keys, none of them a map or a list that lost its lines?"""
    result = load(yaml)
    if result.problems or result.duplicates or not isinstance(result.values, dict):
        return False
    names = [pair.name for pair in pairs]
    empty = any(result.values.get(name) is None and _takes_lines(name) for name in names)
    return set(names) == set(result.values) and not empty


def _takes_lines(name: str) -> bool:
    known = DECK_KEYS.get(name) or SLIDE_KEYS.get(name)
    return known is not None and (known.allows("map") or known.allows("list"))
