"""`<v-clicks>`, `<v-click>` and `<v-after>`: which of their children come when (format E.3)."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, NamedTuple

from slidewright.clicks.counter import At, at
from slidewright.clicks.props import is_set, prop, slots
from slidewright.clicks.values import as_number
from slidewright.clicks.vnodes import Given, VNode

LISTS = ("ul", "ol")
ALL = 999_999
"""How many children come at once in `<v-click>`: more than there are."""


class Steps(NamedTuple):
    """How a component numbers what is in it: `at` of the first, `every` so many at once, lists `depth` deep."""

    name: str
    at: Any
    every: float
    depth: float
    hides: bool
    opens: bool


def steps(vnode: VNode) -> Steps:
    """Those that `<v-clicks>` is given."""
    every, depth = (as_number(prop(vnode, name, 1)) for name in ("every", "depth"))
    return Steps("v-clicks", prop(vnode, "at", "+1"), every, depth, is_set(prop(vnode, "hide", False)), True)


def at_once(vnode: VNode) -> Steps:
    """Those of `<v-click>`: everything in it at one click."""
    return Steps("v-click", prop(vnode, "at", "+1"), ALL, 1, is_set(prop(vnode, "hide", False)), False)


def rendered(vnode: VNode, given: Steps) -> tuple[VNode, ...]:
    """What the component renders: its children with their directives, and a gap that takes up the last click."""
    children = slots(vnode).get("default", ())
    first = at(given.at)
    if first is None:
        return children
    if not given.opens:
        children = tuple(replace(child, name="span") if child.name == "#text" else child for child in children)
    return _Numbering(given, first).rendered(children, vnode)


def after(vnode: VNode) -> tuple[VNode, ...]:
    """What `<v-after>` renders: each child comes with the click before it."""
    return tuple(replace(child, given=Given("v-after", "+0")) for child in slots(vnode).get("default", ()))


class _Numbering:
    """The count of one component: parents are numbered before what is in them, and mount after it."""

    def __init__(self, given: Steps, first: At) -> None:
        self.given, self.first = given, first
        self.number = 1
        self.passed: float = 0

    def rendered(self, children: tuple[VNode, ...], owner: VNode) -> tuple[VNode, ...]:
        only = children[0] if len(children) == 1 and self.given.opens else None
        if only is not None and only.name in LISTS:
            return (replace(only, children=self._with_gap(only.children, owner)),)
        if only is not None and only.name == "table":
            return (replace(only, children=tuple(self._part(part, owner) for part in only.children)),)
        return self._with_gap(children, owner)

    def _part(self, part: VNode, owner: VNode) -> VNode:
        return replace(part, children=self._with_gap(part.children, owner)) if part.name == "tbody" else part

    def _with_gap(self, children: Iterable[VNode], owner: VNode) -> tuple[VNode, ...]:
        numbered = self._all(children, 1)
        size = self._click(self.number - 1) - self.passed
        return (*numbered, VNode("v-click-gap", owner.span, (("size", str(size)),)))

    def _all(self, children: Iterable[VNode], depth: int) -> tuple[VNode, ...]:
        return tuple(child if child.name == "#comment" else self._numbered(child, depth) for child in children)

    def _numbered(self, child: VNode, depth: int) -> VNode:
        click = self._click(self.number)
        self.number += 1
        inside = child.children
        if depth < self.given.depth and child.name != "#text":
            inside = tuple(self._sublist(part, depth) for part in inside)
        step, self.passed = click - self.passed, click  # from what mounts before: the items of the lists inside
        value = f"{step:+}" if self.first.is_relative else click
        return replace(child, children=inside, given=Given(self.given.name, value, self.given.hides))

    def _sublist(self, part: VNode, depth: int) -> VNode:
        return replace(part, children=self._all(part.children, depth + 1)) if part.name in LISTS else part

    def _click(self, number: int) -> float:
        """The click of the n-th child, counted from the component's beginning."""
        every = self.given.every
        return self.first.value + (math.ceil(number / every) if every and math.isfinite(every) else math.nan) - 1
