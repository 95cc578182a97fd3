"""What the page needs of one slide's text, whichever number the slide has: plain data, so that it can be kept."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from slidewright.render.diagrams import Diagram
from slidewright.render.vue import Compiled, NotCompiled


@dataclass(frozen=True, slots=True)
class SlideParts:
    """A slide as components of the page.

    `tokens` are candidates for UnoCSS, `variables` the ids of files that style sheets name, `faces` fonts of KaTeX,
    `files` the paths of the files in it. `listings` are blocks of code that stand for something not played, `unknown`
    those in a language without highlighting, `remarks` what Twoslash says of some, each with its 0-based line in the
    slide. `diagrams` are drawn in the page or by a server.
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
    diagrams: tuple[Diagram, ...] = ()

    def to_json(self) -> str:
        """The parts as text."""
        diagrams = [[item.kind, item.source, item.options, item.line] for item in self.diagrams]
        texts = (self.tokens, self.variables, self.faces, self.files)
        lists = (*texts, self.listings, self.unknown, self.remarks, diagrams)
        return json.dumps([_plain(self.component), _plain(self.title), self.note, *lists], separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> SlideParts:
        """The parts of such a text."""
        component, title, note, *lists = json.loads(text)
        *texts, listings, unknown, remarks, diagrams = lists
        pairs = [tuple((str(name), int(line)) for name, line in found) for found in (listings, unknown, remarks)]
        fields: list[Any] = [*map(tuple, texts), *pairs, tuple(Diagram(*found) for found in diagrams)]
        return cls(_component(component), _component(title), note, *fields)


def _plain(component: Compiled | NotCompiled) -> list[Any]:
    if isinstance(component, NotCompiled):
        return [component.message, component.line]
    return [component.code, component.css, component.requires, component.components]


def _component(values: list[Any]) -> Compiled | NotCompiled:
    if len(values) == 2:
        return NotCompiled(values[0], values[1])
    code, css, requires, components = values
    return Compiled(code, css, tuple(requires), tuple(components))
