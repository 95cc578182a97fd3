"""One check: the decks that paths mean, opened, examined by the rules that each deck's settings ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from slidewright.check import Examined, Show, examine
from slidewright.check.ignores import not_ignored
from slidewright.check.relevance import Relevance
from slidewright.check.rule import Rule
from slidewright.check.selection import Chosen, chosen
from slidewright.cli.decks import NO_TEXTS, OpenDeck, open_decks
from slidewright.diagnostics import Diagnostic
from slidewright.errors import InputError
from slidewright.resolve.remote import LinkState
from slidewright.settings import CheckSettings

Asked = Mapping[str, LinkState]


class Request(NamedTuple):
    """What is to be checked. `settings` gives those of a deck; `ask` asks the remote addresses of decks, or nothing."""

    paths: Sequence[Path]
    root: Path | None
    exclude: Sequence[str]
    settings: Callable[[Path], CheckSettings]
    ask: Callable[[Sequence[tuple[OpenDeck, CheckSettings]]], Asked] | None = None


class Checked(NamedTuple):
    """A deck, what was found in it, what its author allows, and the settings and rules that this follows from."""

    opened: OpenDeck
    diagnostics: tuple[Diagnostic, ...]
    suppressed: tuple[Diagnostic, ...]
    settings: CheckSettings
    rules: tuple[Chosen, ...]
    show: Show


class Round(NamedTuple):
    """All decks of a check, and what kept others from being opened."""

    checked: tuple[Checked, ...]
    faults: tuple[InputError, ...]

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """Everything found."""
        return [found for item in self.checked for found in item.diagnostics]


def look(request: Request, texts: Mapping[Path, str] = NO_TEXTS) -> Round:
    """Check the decks of a request; `texts` stand in the place of files, by absolute path."""
    opened = open_decks(request.paths, request.root, texts, request.exclude)
    decks = [(deck, request.settings(deck.entry)) for deck in opened.decks]
    links = request.ask(decks) if request.ask else {}
    selection = Selection()
    checked = [_checked(deck, settings, selection, links) for deck, settings in decks]
    return Round(tuple(_told_once(checked)), tuple(opened.faults))


class Selection:
    """The rules of one check: those of each settings chosen once, each imported once, and only where it may speak."""

    def __init__(self) -> None:
        self._chosen: dict[int, tuple[Chosen, ...]] = {}
        self._loaded: dict[Chosen, Rule] = {}

    def of(self, settings: CheckSettings) -> tuple[Chosen, ...]:
        """The rules that settings ask for."""
        if id(settings) not in self._chosen:
            self._chosen[id(settings)] = chosen(settings)
        return self._chosen[id(settings)]

    def relevant(self, show: Show) -> Iterator[Rule]:
        """Those of them that may find something in a show."""
        relevance = Relevance(show)
        for item in self.of(show.settings):
            if relevance.of(item.name):
                if item not in self._loaded:
                    self._loaded[item] = item.load()
                yield self._loaded[item]


def _checked(opened: OpenDeck, settings: CheckSettings, selection: Selection, links: Asked) -> Checked:
    show = Show(opened.deck, opened.resolutions, opened.workspace, settings, links)
    examined = examined_by(selection.relevant(show), show, selection, opened.absolute)
    return Checked(opened, examined.diagnostics, examined.suppressed, settings, selection.of(settings), show)


def examined_by(
    rules: Iterable[Rule], show: Show, selection: Selection, absolute: Callable[[PurePosixPath], Path]
) -> Examined:
    """What rules of a selection find in a show, without what is ignored; `absolute` is a file's place on disk."""
    found = examine(show, rules, {item.name for item in selection.of(show.settings)})
    return found._replace(diagnostics=tuple(not_ignored(show, found.diagnostics, absolute)))


def _told_once(checked: Iterable[Checked]) -> Iterator[Checked]:
    """What decks have in common, a page that several import, is reported with the first of them."""
    told: set[object] = set()
    for item in checked:
        root = item.opened.workspace.root
        new = {
            (root / found.location.source.path, found.location.span, found.rule, found.message): found
            for found in item.diagnostics
        }
        yield item._replace(diagnostics=tuple(found for key, found in new.items() if key not in told))
        told.update(new)
