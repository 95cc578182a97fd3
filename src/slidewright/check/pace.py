"""How long a talk takes: what is spoken on each slide, and how often the speaker clicks."""

from __future__ import annotations

import re

from slidewright.check.prose import readable, said, words
from slidewright.check.show import Show
from slidewright.parse.anatomy import Anatomy
from slidewright.parse.anatomy.blocks import Code
from slidewright.parse.anatomy.markup import Tag
from slidewright.parse.times import RUN, is_time
from slidewright.resolve.outcomes import Part

SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800, "y": 31_536_000}
"""By a unit's first letter; months, which share theirs, are told apart."""
MONTH = 2_592_000

MARK = re.compile(r"\[click(?::\d+)?\]|<[^<>]*>")
CLICK = re.compile(r"v-click(?:-hide)?(?=[.:]|\Z)|v-mark(?=[.:]|\Z)")
CLICK_TAGS = ("v-click", "VClick", "v-click-gap", "VClickGap")
LIST_TAGS = ("v-clicks", "VClicks")
ITEMS = ("li", "tr")


def seconds(value: object) -> float | None:
    """The time that `duration:` gives: seconds, `1:30:00`, `45min`; None for what is no time."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    if not isinstance(value, str) or not is_time(value):
        return None
    text = value.removeprefix("+")
    if ":" in text:
        parts = [float(part or 0) for part in text.split(":")]
        return sum((part * 60.0**power for power, part in enumerate(reversed(parts))), 0.0)
    runs = RUN.findall(text)
    return sum(float(number) * _unit(unit.lower()) for number, unit in runs) if runs else float(text)


def _unit(unit: str) -> int:
    return MONTH if unit.startswith("mo") else SECONDS[unit[0]]


def spoken(part: Part) -> float:
    """How many words are said on a slide: those of its note, or, without one, those that it shows."""
    note = part.slide.note
    return sum(words(readable(line)) for line in MARK.sub(" ", note).split("\n")) if note else said(part)


def clicks(show: Show, part: Part) -> int:
    """How many clicks a slide has: as its `clicks:` says, else about as many as its text has things to click for."""
    slide = show.slide_of(part)
    given = slide.effective_frontmatter.get("clicks") if slide else None
    if isinstance(given, int) and not isinstance(given, bool):
        return given
    return _of_tags(part.anatomy) + sum(map(_of_code, part.anatomy.codes))


def _of_tags(anatomy: Anatomy) -> int:
    """What directives and click elements make; the items of a list in `<v-clicks>` count each."""
    count = depth = 0
    for event in anatomy.events:
        if event.name in LIST_TAGS:
            depth += 1 if event.is_opening else -1
        elif event.is_opening:
            is_item = depth > 0 and event.name in ITEMS
            count += is_item or event.name in CLICK_TAGS or (event.tag is not None and _has_click(event.tag))
    return count


def _has_click(tag: Tag) -> bool:
    return any(CLICK.match(attribute.name) for attribute in tag.attributes)


def _of_code(code: Code) -> int:
    """Stages of highlighting after the first, and the steps of a magic move."""
    stages = [len(step.ranges) or 1 for step in code.block.steps] or [len(code.block.ranges)]
    return max(sum(stages) - 1, 0)
