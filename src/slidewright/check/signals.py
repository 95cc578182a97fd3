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


def _sign(name: str) -> Callable[[Show], bool]:
    """Has any slide this sign of its anatomy?"""
    return lambda show: any(part.anatomy.has(name) for part in show.own_parts)


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
    "@fault": _sign("fault"),
    "@flaw": _sign("flaw"),
    "@text-in-html": _sign("text-in-html"),
    "@component": _sign("component"),
    "@options": lambda show: any(re.search(OPTIONS, content) for content in _contents(show)),
    "@odd-language": lambda show: any(re.search(ODD_LANGUAGE, content) for content in _contents(show)),
    "@open-fence": _sign("open-fence"),
    "@tiny": _may_be_tiny,
    "@blank": _has_blank_slide,
    "@swallowed-heading": lambda show: any("\n\n#" in (part.slide.frontmatter.raw or "") for part in show.parts),
    "@node-files": _has_node_files,
    "@suppression": lambda show: any("slidewright:" in item.source.text for item in show.deck.documents.values()),
}
