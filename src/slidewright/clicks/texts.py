"""The beginning of what a part of a slide says, to know it by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from slidewright.clicks.vnodes import VNode

INLINE = frozenset("a abbr b cite code del em i ins kbd mark q s small span strong sub sup u".split())
BLOCKS = frozenset(["#fence", "#code_block", "#math_block"])
LONGEST = 60
"""Characters of a target's text."""


def text_of(vnodes: Iterable[VNode]) -> str:
    """The beginning of what nodes say, white space as one blank."""
    words = " ".join("".join(_texts(vnodes)).split())
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"


def _texts(vnodes: Iterable[VNode]) -> Iterator[str]:
    for vnode in vnodes:
        edge = "" if vnode.name.startswith("#") or vnode.name in INLINE else " "
        yield f"{edge}{vnode.text}"
        if vnode.name in BLOCKS and vnode.node is not None and vnode.node.token is not None:
            yield vnode.node.token.content
        yield from _texts(vnode.children)
        yield edge
