"""`--assets`: where a page's pictures and media are."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from slidewright.errors import UsageError

FOLDER = "Where pictures and media are: in the page, or in a folder beside it (dir names it after the page)."


def folder_beside(written: str, page: Path) -> str | None:
    """The folder of a page's files by its path from the page, None for none; raises UsageError for one elsewhere."""
    if written == "inline":
        return None
    if page.exists() and not page.is_file():
        raise UsageError(f"{page} is no file, so nothing can stand beside it: leave --assets out")
    if written == "dir":
        return f"{page.stem}_files"
    folder = PurePosixPath(written.replace("\\", "/"))
    if not folder.parts or folder.is_absolute() or ".." in folder.parts or Path(written).is_absolute():
        raise UsageError(f"--assets takes inline, dir, or a folder beside the page such as `files`, not `{written}`")
    return str(folder)
