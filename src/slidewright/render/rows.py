"""One row of `#slidev/slides` for each slide: its frontmatter and what navigation and presenter read of it, as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from slidewright.model import Slide
from slidewright.render import embed

Path = tuple[str | int, ...]  # where in a frontmatter a value stands


def row(
    slide: Slide, frontmatter: Mapping[str, Any], note: str, files: Iterable[tuple[Path, str]], css: Sequence[str]
) -> str:
    """A slide's row: `files` are the frontmatter values that name a file, with its id; `css` the ids in its styles."""
    source = slide.source_slide
    return embed.literal(
        {
            "frontmatter": frontmatter,
            "slide": {
                "title": source.title,
                "level": source.level,
                "noteHTML": note,
                "note": "",
                "index": source.index,
                "sourceIndex": source.index,
                "start": source.start,
                "revision": source.revision,
            },
            "files": [[list(path), id] for path, id in files],
            "css": css,
        }
    )


def values(frontmatter: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """The texts in a frontmatter, with their paths."""
    if isinstance(frontmatter, str):
        yield path, frontmatter
    elif isinstance(frontmatter, Mapping):
        for key, value in frontmatter.items():
            yield from values(value, (*path, str(key)))
    elif isinstance(frontmatter, Sequence):
        for index, value in enumerate(frontmatter):
            yield from values(value, (*path, index))
