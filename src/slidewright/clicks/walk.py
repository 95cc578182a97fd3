"""One walk over a slide's nodes in the order in which they mount: children first, then what is around them (E.1)."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from slidewright.clicks.counter import Counter, When
from slidewright.clicks.directives import Directive, directives, poses
from slidewright.clicks.listings import Played, played
from slidewright.clicks.lists import Steps, after, at_once, rendered, steps
from slidewright.clicks.model import Doubt, Kind, Surroundings, Target
from slidewright.clicks.props import prop, slots
from slidewright.clicks.switches import cases
from slidewright.clicks.texts import text_of
from slidewright.clicks.values import UNKNOWN, as_number
from slidewright.clicks.vnodes import VNode
from slidewright.model import SourceSlide
from slidewright.parse.markdown.options import MarkdownOptions
from slidewright.vocabulary.components import BUILT_IN, GLOBAL, pascal
from slidewright.vocabulary.elements import ELEMENTS

EMPTY = frozenset(
    """
    Arrow BlueSky Mermaid Monaco PlantUml PoweredBySlidev SlideCurrentNo SlidesTotal Toc TocList Tweet VClickGap
    VDragArrow Youtube
    """.split()
)
"""Components that render nothing of what is in them."""
UNSURE = frozenset("Component Slot Suspense Teleport VDropdown VMenu VTooltip".split())
"""Components of which only the page knows what they render."""
BODILESS = frozenset("VClick VClicks VAfter VClickGap RenderWhen".split())
"""Components without an element of their own: a directive on them does nothing."""


class Walk:
    """The walk; `counter` and `targets` tell what it met."""

    def __init__(self, slide: SourceSlide, options: MarkdownOptions, surroundings: Surroundings) -> None:
        self.slide, self.options, self.surroundings = slide, options, surroundings
        self.counter = Counter()
        self.doubts: list[Doubt] = []
        self._targets: dict[object, tuple[int, Target]] = {}
        self._order = 0
        self._special: dict[str, Callable[[VNode], None]] = {
            "VClicks": lambda vnode: self._numbered(vnode, steps(vnode)),
            "VClick": lambda vnode: self._numbered(vnode, at_once(vnode)),
            "VAfter": lambda vnode: self.all(after(vnode)),
            "VClickGap": self._gap,
            "VSwitch": self._switch,
            "LightOrDark": lambda vnode: self._perhaps(vnode, "light", "the colour scheme decides what is there"),
            "RenderWhen": self._render_when,
            "CodeBlockWrapper": self._wrapper,
            "KaTexBlockWrapper": self._wrapper,
        }

    @property
    def targets(self) -> Iterator[Target]:
        """What clicks change, in the order of the page."""
        for _, target in sorted(self._targets.values(), key=lambda item: item[0]):
            yield target

    def all(self, vnodes: Iterable[VNode]) -> None:
        """Visit nodes that stand beside each other."""
        for vnode in vnodes:
            self.visit(vnode)

    def visit(self, vnode: VNode) -> None:
        """Visit a node and what is in it."""
        if vnode.name in ("#text", "#comment") or vnode.value("v-pre") is not None:
            return
        before = self.counter.registered
        if vnode.name.startswith("#") or vnode.name in ELEMENTS:
            self._element(vnode)
        else:
            self._component(vnode, pascal(vnode.name))
        if vnode.doubt and self.counter.registered > before:
            self.doubt(vnode.doubt, vnode)

    def doubt(self, reason: str, vnode: VNode) -> None:
        """Note something that the text does not tell."""
        self.doubts.append(Doubt(reason, self.slide.locate(*vnode.span)))

    def _element(self, vnode: VNode) -> None:
        order = self._next()
        self.all(vnode.children)
        self._directives(vnode, order)
        play = played(vnode.node, self.options) if vnode.node is not None else None
        if play is not None:
            self._play(vnode, play, order)

    def _component(self, vnode: VNode, name: str) -> None:
        order = self._next()
        special = self._special.get(name)
        if special is not None:
            special(vnode)
        elif name in BUILT_IN | GLOBAL and name not in UNSURE:
            self.all(() if name in EMPTY else slots(vnode).get("default", ()))
        else:
            self._foreign(vnode, name)
        if name not in BODILESS:
            self._directives(vnode, order)

    def _foreign(self, vnode: VNode, name: str) -> None:
        """A component of the deck, or a tag that nobody knows, which is shown as it is."""
        known = self.surroundings.components
        if name in UNSURE or known is None or name in known or _is_scripted(self.slide.content, name):
            self.doubt(f"`<{vnode.name}>` decides what it shows", vnode)
        for content in slots(vnode).values():
            self.all(content)

    def _directives(self, vnode: VNode, order: int) -> None:
        for directive in directives(vnode):
            self._direct(vnode, directive, order)
        for value in poses(vnode):
            when = self.counter.calculate(value)
            if when is not None:
                self._keep(object(), order, self._target("v-motion", when, vnode))

    def _direct(self, vnode: VNode, directive: Directive, order: int) -> None:
        value = self._known(directive.value, vnode, directive.kind)
        when = self.counter.calculate(value)
        if self._register(vnode, vnode, when) and when is not None:
            self._keep(vnode, order, self._target(directive.kind, when, vnode, directive.hides))

    def _known(self, value: Any, vnode: VNode, what: str) -> Any:
        """A value, or where it is an expression the default, and a doubt."""
        items = value if isinstance(value, list) else [value]
        if UNKNOWN in items:
            self.doubt(f"the value of `{what}` is an expression", vnode)
            return "+1"
        return value

    def _register(self, key: object, vnode: VNode, when: When | None) -> bool:
        """Count something; not what has no time, nor what is no number."""
        if when is None:
            return False
        if not all(map(math.isfinite, (when.start, when.most, when.delta))):
            self.doubt("a click that is no number", vnode)
            return False
        self.counter.register(key, when)
        return True

    def _play(self, vnode: VNode, play: Played, order: int) -> None:
        at = self._known(play.at, vnode, "at")
        when = self.counter.calculate(at) if play.kind == "output" else self.counter.since(at, play.stages - 1)
        if self._register(("played", vnode), vnode, when) and when is not None and play.stages > 1:
            target = self._target(play.kind, when, vnode)
            stages = None if play.kind == "output" else play.stages
            self._keep(("played", vnode), order, target._replace(stages=stages))

    def _wrapper(self, vnode: VNode) -> None:
        """The component of a block of code or of a formula, written by hand."""
        self.all(slots(vnode).get("default", ()))
        ranges = prop(vnode, "ranges", [])
        if isinstance(ranges, list) and ranges:
            kind: Kind = "code" if pascal(vnode.name) == "CodeBlockWrapper" else "formula"
            self._play(vnode, Played(kind, prop(vnode, "at", "+1"), len(ranges)), self._order)
        elif ranges is UNKNOWN:
            self.doubt("`ranges` is an expression", vnode)

    def _numbered(self, vnode: VNode, given: Steps) -> None:
        given = given._replace(at=self._known(given.at, vnode, "at"))
        if math.isnan(given.every) or math.isnan(given.depth):
            self.doubt("`every` or `depth` is no number", vnode)
            given = given._replace(every=1, depth=1)
        self.all(rendered(vnode, given))

    def _gap(self, vnode: VNode) -> None:
        size = as_number(self._known(prop(vnode, "size", 1), vnode, "size"))
        size = 1 if math.isnan(size) else size
        offset = self.counter.offset
        self._register(vnode, vnode, When(offset + size, math.inf, offset + size - 1, size))

    def _switch(self, vnode: VNode) -> None:
        found = cases(vnode)
        if found is None:
            self.doubt("Slidev refuses this switch: its slots are named by clicks (`#1`, `#2-4`)", vnode)
            return
        orders = []
        for case in found:
            orders.append(self._next())
            self.all(case.content)
        size = max(case.end for case in found) - 1
        when = self.counter.since(self._known(prop(vnode, "at", "+1"), vnode, "at"), size)
        if not self._register(("switch", vnode), vnode, when) or when is None:
            return
        for case, order in zip(found, orders, strict=True):
            seen = When(when.start + case.start - 1, when.start + case.end - 1, 0, 0)
            self._keep(object(), order, self._target("v-switch", seen, vnode)._replace(text=text_of(case.content)))

    def _render_when(self, vnode: VNode) -> None:
        reason = "" if vnode.value("context") == "main" else "`context` decides what is there"
        self._perhaps(vnode, "default", reason)

    def _perhaps(self, vnode: VNode, slot: str, reason: str) -> None:
        """Visit one of a component's slots, of which only the page knows whether it is the right one."""
        before = self.counter.registered
        self.all(slots(vnode).get(slot, ()))
        if reason and self.counter.registered > before:
            self.doubt(reason, vnode)

    def _next(self) -> int:
        self._order += 1
        return self._order

    def _keep(self, key: object, order: int, target: Target) -> None:
        self._targets[key] = (order, target)

    def _target(self, kind: Kind, when: When, vnode: VNode, hides: bool = False) -> Target:
        end = _whole(when.end) if math.isfinite(when.end) else None
        place = self.slide.locate(*vnode.span)
        return Target(kind, _whole(when.start), end, place, text_of((vnode,)), hides)


def _whole(value: float) -> float:
    return int(value) if value == int(value) else value


def _is_scripted(content: str, name: str) -> bool:
    """Does a script of the slide name a component?"""
    return "<script" in content.lower() and name in content
