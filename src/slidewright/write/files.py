"""One file → disk, whole or not at all."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from slidewright.errors import OutputError
from slidewright.render.artifacts import Artifact
from slidewright.workspace import reason

TEMPORARY = ".slidewright-"
"""How the names begin of what is not yet in its place."""


def write_file(artifact: Artifact, target: Path) -> int:
    """Write one artifact to `target`, whole or not at all; returns its size in bytes.

    The parent folders are made. Raises OutputError where it cannot be written; what stood there is intact then.
    """
    with faults(target):
        target = target.resolve() if target.is_symlink() else target
        if target.is_dir():
            raise OutputError(f"cannot write {target}: it is a folder")
        if target.exists() and not target.is_file():
            return _stream(artifact, target)
        make_folder(target.parent)
        return _replace(artifact, target)


@contextmanager
def faults(target: Path) -> Iterator[None]:
    """Word what the system says as one line for the user."""
    try:
        yield
    except OSError as error:
        raise OutputError(f"cannot write {target}: {reason(error)}; what was there is unchanged") from None


def make_folder(folder: Path) -> None:
    """Make a folder and those above it; raises OutputError where a file is in the way."""
    blocked = next((place for place in (folder, *folder.parents) if place.exists() and not place.is_dir()), None)
    if blocked is not None:
        raise OutputError(f"cannot write below {blocked}: it is not a folder")
    folder.mkdir(parents=True, exist_ok=True)


def _replace(artifact: Artifact, target: Path) -> int:
    """Write beside the target, make sure it is on disk, then take its place in one step."""
    handle, name = tempfile.mkstemp(prefix=TEMPORARY, dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            size = sum(stream.write(piece) for piece in artifact.chunks())
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(name, _mode(target))  # noqa: PTH101 - a temporary name, not a path of ours
        os.replace(name, target)  # noqa: PTH105
    except BaseException:
        with suppress(OSError):
            os.unlink(name)  # noqa: PTH108
        raise
    return size


def _mode(target: Path) -> int:
    """The mode of what is replaced, else what the umask leaves of a plain file's."""
    with suppress(OSError):
        return stat.S_IMODE(target.stat().st_mode)
    return 0o666 & ~umask()


def _stream(artifact: Artifact, target: Path) -> int:
    """A pipe or a device takes the bytes as they come."""
    with target.open("wb") as stream:
        return sum(stream.write(piece) for piece in artifact.chunks())


def umask() -> int:
    """The bits that new files and folders are made without."""
    mask = os.umask(0)  # it can be read only by setting it
    os.umask(mask)
    return mask
