"""What is looked for in a deck when a rule asks: cheap, shared, and never less than the rule itself would find."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from slidewright.check.show import Show
from slidewright.settings import Limits
from slidewright.workspace import Kind

OPTIONS = r"(?m)^[ \t>*+-]*(?:```|~~~|<<<)[^\n]*[{\[]"
ODD_LANGUAGE = r"(?m)^[^\n]*(?:```|~~~)[ \t]*[\w'-]*[^\s\w'\[{`~-]"
UNSEEN = ("<!--", "<style", "<script")


def _contents(show: Show) -> Iterator[str]:
    return (part.slide.content for part in show.own_parts)


def _is_in_other_script(show: Show) -> bool:
    return not all(map(str.isascii, _contents(show)))


def _cites_twice(show: Show) -> bool:
    """Does any slide hold two citations?"""
    places = [(citation.location.source.path, citation.slide_index) for citation, _ in show.resolutions.citations]
    return len(set(places)) < len(places)


def _cites_nothing(show: Show) -> bool:
    return any(citation.url is None for citation, _ in show.resolutions.citations)


def _has_component(show: Show) -> bool:
    """Is there a tag that is no plain HTML?"""
    from slidewright.vocabulary.elements import HTML

    return any(tag.name not in HTML for part in show.own_parts for tag in part.anatomy.tags)


def _has_html_of_lines(show: Show) -> bool:
    """Is there an HTML block with something behind its first line, or behind the tag on it?"""
    return any(
        token.type == "html_block" and ("\n" in token.content.strip() or not token.content.rstrip().endswith(">"))
        for part in show.own_parts
        if "<" in part.slide.content
        for token, _, _ in part.anatomy.placed
    )


def _has_open_fence(show: Show) -> bool:
    """Is a listing not closed, or is there a separator left on a slide that has one?"""
    for part in show.own_parts:
        codes = part.anatomy.codes
        if codes and (not codes[-1].is_closed or "\n---" in part.slide.content):
            return True
    return any("```" in content and "\n---" in content for content in _contents(show))


def _has_blank_slide(show: Show) -> bool:
    return any(not content or content.lower().startswith(UNSEEN) for content in _contents(show))


def _may_be_tiny(show: Show) -> bool:
    """Is anything zoomed, or does the limit ask for more than any text has by default?"""
    is_zoomed = any("zoom" in slide.effective_frontmatter for slide in show.deck.slides)
    return is_zoomed or show.settings.limits.text_size > Limits().text_size


def _has_node_files(show: Show) -> bool:
    """Does anything in the deck's folder run in Node while Slidev builds?"""
    names = show.workspace.names(show.deck.folder)
    return "setup" in names or any(name.startswith("vite.config.") for name in names)


SIGNALS: Mapping[str, Callable[[Show], bool]] = {
    "@cited-twice": _cites_twice,
    "@cited-nothing": _cites_nothing,
    "@links": lambda show: bool(show.links),
    "@public": lambda show: show.workspace.kind(show.deck.folder / "public") is Kind.FOLDER,
    "@other-script": _is_in_other_script,
    "@fault": lambda show: any(part.anatomy.faults for part in show.own_parts),
    "@flaw": lambda show: any(tag.flaw for part in show.own_parts for tag in part.anatomy.tags),
    "@html": _has_html_of_lines,
    "@component": _has_component,
    "@options": lambda show: any(re.search(OPTIONS, content) for content in _contents(show)),
    "@odd-language": lambda show: any(re.search(ODD_LANGUAGE, content) for content in _contents(show)),
    "@open-fence": _has_open_fence,
    "@tiny": _may_be_tiny,
    "@blank": _has_blank_slide,
    "@swallowed-heading": lambda show: any("\n\n#" in (part.slide.frontmatter.raw or "") for part in show.parts),
    "@node-files": _has_node_files,
    "@suppression": lambda show: any("slidewright:" in item.source.text for item in show.deck.documents.values()),
}
