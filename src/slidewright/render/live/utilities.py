"""Utility classes of a live page: made anew only where a class came or went that means something."""

from __future__ import annotations

from collections.abc import Iterable

from slidewright.render.pieces import Pieces
from slidewright.render.styles import Utilities
from slidewright.vocabulary.icons import CLASS


class LiveUtilities:
    """UnoCSS for one state of the deck after the other: most words that an author writes are no classes."""

    def __init__(self) -> None:
        self._means: dict[str, bool] = {}
        self._made: tuple[frozenset[str], Utilities] | None = None

    def made(self, pieces: Pieces, candidates: Iterable[str]) -> Utilities:
        """The utilities among the candidates."""
        tokens = frozenset(candidates)
        if not pieces.around.state:  # a deck's own configuration may give any word a meaning
            tokens = self._meaningful(pieces, tokens)
        state = frozenset([*tokens, f"theme:{pieces.theme.name}", f"state:{pieces.around.state}"])
        if self._made is None or self._made[0] != state:
            self._made = state, pieces.utilities(tokens)
        return self._made[1]

    def _meaningful(self, pieces: Pieces, tokens: frozenset[str]) -> frozenset[str]:
        """Those of which UnoCSS makes something, and icons, which may be of a set that it does not know."""
        new = sorted(token for token in tokens if token not in self._means)
        if new:
            found = frozenset(pieces.engine.call("uno", "match", {"tokens": new})["tokens"])
            self._means |= {token: token in found or bool(CLASS.search(token)) for token in new}
        return frozenset(token for token in tokens if self._means[token])
