"""What the page needs of one slide's text, whichever number the slide has: plain data, so that it can be kept."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from slidewright.render.vue import Compiled, NotCompiled


@dataclass(frozen=True, slots=True)
class SlideParts:
    """A slide as components of the page.

    `tokens` are candidates for UnoCSS, `variables` the ids of files that style sheets name, `faces` fonts of KaTeX,
    `files` the paths of the files in it. `listings` are blocks of code that stand for something not played, `unknown`
    those in a language without highlighting, `remarks` what Twoslash says of some, each with its 0-based line in the
    slide.
    """

    component: Compiled | NotCompiled
    title: Compiled | NotCompiled
    note: str
    tokens: tuple[str, ...] = ()
    variables: tuple[str, ...] = ()
    faces: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    listings: tuple[tuple[str, int], ...] = ()
    unknown: tuple[tuple[str, int], ...] = ()
    remarks: tuple[tuple[str, int], ...] = ()

    def to_json(self) -> str:
        """The parts as text."""
        lists = (self.tokens, self.variables, self.faces, self.files, self.listings, self.unknown, self.remarks)
        return json.dumps([_plain(self.component), _plain(self.title), self.note, *lists], separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> SlideParts:
        """The parts of such a text."""
        component, title, note, tokens, variables, faces, files, listings, unknown, remarks = json.loads(text)
        pairs = [tuple((str(name), int(line)) for name, line in found) for found in (listings, unknown, remarks)]
        texts = [tuple(found) for found in (tokens, variables, faces, files)]
        return cls(_component(component), _component(title), note, *texts, *pairs)


def _plain(component: Compiled | NotCompiled) -> list[Any]:
    if isinstance(component, NotCompiled):
        return [component.message, component.line]
    return [component.code, component.css, component.requires, component.components]


def _component(values: list[Any]) -> Compiled | NotCompiled:
    if len(values) == 2:
        return NotCompiled(values[0], values[1])
    code, css, requires, components = values
    return Compiled(code, css, tuple(requires), tuple(components))
