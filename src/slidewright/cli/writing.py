"""Texts written to files, whole or not at all."""

from __future__ import annotations

from pathlib import Path, PurePosixPath


def write_text(path: Path, text: str) -> None:
    """Write a text as UTF-8, line ends as they are; raises OutputError, and what stood there is intact then."""
    from slidewright.render.artifacts import Artifact
    from slidewright.write import write_file

    write_file(Artifact(PurePosixPath(path.name), lambda: [text.encode("utf-8", "surrogateescape")]), path)
