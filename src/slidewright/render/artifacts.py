"""What a renderer makes, in memory or yet to be made: files by path, written by `write` alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from slidewright.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class Artifact:
    """One file: `content` gives its bytes piece by piece, afresh at each call, so that it need not fit into memory."""

    path: PurePosixPath
    content: Callable[[], Iterable[bytes]]

    def chunks(self) -> Iterator[bytes]:
        """The bytes of the file, in pieces."""
        yield from self.content()


@dataclass(frozen=True, slots=True)
class RenderedDeck:
    """All files of an output; `main` is the one to open. `diagnostics` tell what is shown otherwise than in Slidev."""

    artifacts: tuple[Artifact, ...]
    main: PurePosixPath
    diagnostics: tuple[Diagnostic, ...] = ()
