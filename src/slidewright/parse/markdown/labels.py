"""Where the labels of links and images end, found once: markdown-it looks again from every bracket."""

from __future__ import annotations

from types import SimpleNamespace

from markdown_it import MarkdownIt, helpers
from markdown_it.rules_inline import StateInline

Ends = dict[int, int]
"""Where the label that opens at a bracket ends, or -1: for one end of the text, with links allowed in it or not."""


def labels(md: MarkdownIt) -> None:
    """Put `label_end` in the place of markdown-it's own search, which takes a hundred steps for each open bracket."""
    md.helpers = SimpleNamespace(**{**vars(helpers), "parseLinkLabel": label_end})  # type: ignore[assignment]


def label_end(state: StateInline, start: int, no_links: bool = False) -> int:
    """Offset of the bracket that closes the one at `start`, or -1: what markdown-it's `parseLinkLabel` returns.

    Every bracket that the search passes is noted with its own end, and a noted one is passed in one step: from the
    same bracket on, a search walks over the same tokens.
    """
    ends = _ends(state, no_links)
    if start not in ends:
        at = state.pos
        _search(state, start, no_links, ends)
        state.pos = at
    return ends[start]


def _ends(state: StateInline, no_links: bool) -> Ends:
    noted: dict[tuple[int, bool], Ends] = vars(state).setdefault("label_ends", {})
    return noted.setdefault((state.posMax, no_links), {})


def _search(state: StateInline, start: int, no_links: bool, ends: Ends) -> None:
    opened = [start]
    state.pos = start + 1
    while opened and state.pos < state.posMax:
        at, mark = state.pos, state.src[state.pos]
        if mark == "]":
            ends[opened.pop()] = at
            if not opened:
                return
        state.md.inline.skipToken(state)
        if mark == "[" and not _enter(state, at, no_links, opened, ends):
            break
    ends.update(dict.fromkeys(opened, -1))


def _enter(state: StateInline, at: int, no_links: bool, opened: list[int], ends: Ends) -> bool:
    """Go on after the bracket at `at`, or at its end where that is known; False if the search fails there."""
    if state.pos > at + 1:
        return not no_links  # the bracket begins a link, or what else it may begin
    end = ends.get(at)
    if end is None:
        opened.append(at)
    elif end >= 0:
        state.pos = end
        opened.append(at)
    return end != -1
