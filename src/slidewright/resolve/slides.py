"""Links between slides: numbers and route aliases (format C.3, F.1 `Link`)."""

from __future__ import annotations

import re

from slidewright.model import Deck
from slidewright.parse.javascript import string
from slidewright.resolve.outcomes import Embedded, Missing, Outcome, SlideFound, Unresolvable

NUMBER = re.compile(r"#(\d+)\Z")
RELATIVE = re.compile(r"\.?/?")
PAGES = frozenset(["presenter", "overview", "notes", "notes-edit", "entry", "print", "export"])


class SlideLinks:
    """Where links to slides lead in one deck."""

    def __init__(self, deck: Deck) -> None:
        self.total = len(deck.slides)
        self.aliases = {
            string(slide.frontmatter["routeAlias"]): slide.no
            for slide in reversed(deck.slides)
            if slide.frontmatter.get("routeAlias") is not None
        }

    def resolve(self, target: str) -> Outcome:
        """The slide that `5`, `/5`, `./5`, `#5`, `alias` or `/alias` names."""
        target = NUMBER.sub(r"\1", target)
        if not target or target.startswith("#"):
            return Embedded()
        if re.match(r"[a-zA-Z][\w+.-]*:|//", target):
            return Unresolvable("an address, not a slide")
        name = RELATIVE.sub("", target.partition("?")[0].partition("#")[0], count=1).strip("/")
        if name.isascii() and name.isdigit():
            no = int(name) if len(name) < 9 else 0
            return SlideFound(no) if 1 <= no <= self.total else self._missing(f"the deck has {self.total} slides")
        if name in self.aliases:
            return SlideFound(self.aliases[name])
        if not name or name.split("/")[0] in PAGES:
            return Unresolvable("a page of the player")
        return self._missing("no slide has this `routeAlias`")

    def _missing(self, reason: str) -> Missing:
        return Missing(tuple(sorted(f"/{alias}" for alias in self.aliases))[:3], reason)
