"""What a slide's Markdown consists of, each part with its place: parsed once, and only when somebody asks.

All offsets are into the slide's content; `SourceSlide.locate` makes places in the file of them.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from slidewright.parse.markdown.options import MarkdownOptions
from slidewright.parse.visible import Line, visible_lines

if TYPE_CHECKING:
    from slidewright.parse.anatomy.balance import Fault
    from slidewright.parse.anatomy.blocks import Code, Formula, Heading, Picture, SlotMarker
    from slidewright.parse.anatomy.elements import Event
    from slidewright.parse.anatomy.markup import Tag
    from slidewright.parse.markdown.tokens import Placed, Tokens

__all__ = ["Anatomy"]


class Anatomy:
    """The parts of one slide's content; `signs` are those that it is known to have, if that is known."""

    def __init__(self, content: str, options: MarkdownOptions, signs: frozenset[str] | None = None) -> None:
        self.content = content
        self.options = options
        self._signs = signs

    def has(self, sign: str) -> bool:
        """Does the slide have one of `signs.SIGNS`?"""
        if self._signs is not None:
            return sign in self._signs
        from slidewright.parse.anatomy.signs import SIGNS

        return SIGNS[sign](self)

    @property
    def signs(self) -> frozenset[str]:
        """All that it has."""
        from slidewright.parse.anatomy.signs import SIGNS

        return frozenset(filter(self.has, SIGNS))

    @cached_property
    def tokens(self) -> Tokens:
        """The slide's Markdown tokens: block tokens in order, and what has a place."""
        from slidewright.parse.markdown.tokens import tokens

        return tokens(self.content, self.options)

    @property
    def placed(self) -> list[Placed]:
        """Blocks and inline elements that have a place."""
        return self.tokens.placed

    @cached_property
    def text(self) -> list[Line]:
        """What an audience reads, line by line; code, comments, formulas, scripts and styles are blanked."""
        return visible_lines(self.content, self.placed)

    @cached_property
    def tags(self) -> tuple[Tag, ...]:
        """Every tag of the slide's HTML and components, in order; none in code, comments, `{{ }}` and raw text."""
        if "<" not in self.content:
            return ()
        from slidewright.parse.anatomy.elements import tags

        return tags(self.content, self.tokens)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """Elements opening and closing in the order of the template, those that Markdown makes included."""
        if not any(mark in self.content for mark in ("<", "::", "[!")):
            return ()
        from slidewright.parse.anatomy.elements import events

        return events(self.content, self.tokens, self.tags)

    @cached_property
    def faults(self) -> tuple[Fault, ...]:
        """The tags that do not pair: for each of them Vue refuses the slide."""
        if not self.events:
            return ()
        from slidewright.parse.anatomy.balance import faults

        return faults(self.events)

    @cached_property
    def codes(self) -> tuple[Code, ...]:
        """Fenced code, `<<<` imports included, in order; the blocks of a magic move are in its text."""
        if not any(mark in self.content for mark in ("```", "~~~", "<<<")):
            return ()
        from slidewright.parse.anatomy.blocks import codes

        return codes(self.content, self.tokens)

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """Markdown headings and `<h1>` to `<h6>`, in order."""
        if "#" not in self.content and "<h" not in self.content and "\n=" not in self.content:
            return ()
        from slidewright.parse.anatomy.blocks import headings

        return headings(self.content, self.tokens, self.tags)

    @cached_property
    def formulas(self) -> tuple[Formula, ...]:
        """`$…$` and `$$…$$`, in order; none where the deck's KaTeX is off."""
        if "$" not in self.content:
            return ()
        from slidewright.parse.anatomy.blocks import formulas

        return formulas(self.content, self.tokens)

    @cached_property
    def pictures(self) -> tuple[Picture, ...]:
        """`![]()` and `<img>`, in order, with their alternative text."""
        if "![" not in self.content and "<img" not in self.content:
            return ()
        from slidewright.parse.anatomy.blocks import pictures

        return pictures(self.content, self.placed, self.tags)

    @cached_property
    def slots(self) -> tuple[SlotMarker, ...]:
        """`::name::` lines, in order."""
        if "::" not in self.content:
            return ()
        from slidewright.parse.anatomy.blocks import slots

        return slots(self.content, self.tokens)
