"""A page → disk, with the files that stand beside it in a folder of their own."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from slidewright.render.artifacts import RenderedDeck
from slidewright.write.files import write_file
from slidewright.write.folder import MANIFEST, write_folder


def write_page(rendered: RenderedDeck, target: Path, beside: str) -> None:
    """Write the page to `target`, and the other artifacts into the folder `beside` it, where their paths lead.

    New files first, then the page, then what is stale goes: at every moment the page that stands there has its files.
    Raises OutputError where that cannot be done; an old page still works then.
    """
    page, *others = rendered.artifacts
    folder = target.parent / beside
    if not others and not (folder / MANIFEST).is_file():
        write_file(page, target)
        return
    inside = tuple(replace(artifact, path=artifact.path.relative_to(beside)) for artifact in others)
    owner = os.path.relpath(target, folder).replace(os.sep, "/")
    write_folder(RenderedDeck(inside, rendered.main), folder, owner, lambda: write_file(page, target))
