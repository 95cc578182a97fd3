"""RenderedDeck → disk, and nothing else writes there: atomic, an old good output survives, only our own is pruned."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import stat
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath

from slidewright.errors import OutputError
from slidewright.render.artifacts import Artifact, RenderedDeck
from slidewright.workspace import reason

MANIFEST = ".slidewright.json"
"""In an output folder: which files are ours, with the SHA-256 of each as we wrote it."""


def write_file(artifact: Artifact, target: Path) -> int:
    """Write one artifact to `target`, whole or not at all; returns its size in bytes.

    The parent folders are made. Raises OutputError where it cannot be written; what stood there is intact then.
    """
    with _faults(target):
        target = target.resolve() if target.is_symlink() else target
        if target.is_dir():
            raise OutputError(f"cannot write {target}: it is a folder")
        if target.exists() and not target.is_file():
            return _stream(artifact, target)
        _make_folder(target.parent)
        return _replace(artifact, target)


def write_folder(rendered: RenderedDeck, folder: Path) -> None:
    """Write all artifacts into `folder`; raises OutputError and leaves the folder as it was where that cannot be done.

    Files of an earlier run that are no longer made are removed, unless they were changed since. A file that is not ours
    is never overwritten and never removed.
    """
    with _faults(folder):
        ours = _manifest(folder)
        _refuse_foreign(rendered, folder, ours)
        _make_folder(folder.parent)
        stage = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", suffix=".slidewright", dir=folder.parent))
        try:
            made = {str(artifact.path): _staged(artifact, stage) for artifact in rendered.artifacts}
            _install(stage, folder, made, ours)
        finally:
            shutil.rmtree(stage, ignore_errors=True)


@contextmanager
def _faults(target: Path) -> Iterator[None]:
    """Word what the system says as one line for the user."""
    try:
        yield
    except OSError as error:
        raise OutputError(f"cannot write {target}: {reason(error)}; what was there is unchanged") from None


def _make_folder(folder: Path) -> None:
    blocked = next((place for place in (folder, *folder.parents) if place.exists() and not place.is_dir()), None)
    if blocked is not None:
        raise OutputError(f"cannot write below {blocked}: it is not a folder")
    folder.mkdir(parents=True, exist_ok=True)


def _replace(artifact: Artifact, target: Path) -> int:
    """Write beside the target, make sure it is on disk, then take its place in one step."""
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".slidewright", dir=target.parent)
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
    return 0o666 & ~_umask()


def _stream(artifact: Artifact, target: Path) -> int:
    """A pipe or a device takes the bytes as they come."""
    with target.open("wb") as stream:
        return sum(stream.write(piece) for piece in artifact.chunks())


def _staged(artifact: Artifact, stage: Path) -> str:
    """Write an artifact below the stage; its SHA-256."""
    path = artifact.path
    if path.is_absolute() or ".." in path.parts:
        raise OutputError(f"refusing to write {path}: it leads out of the output folder")
    target = stage / path
    target.parent.mkdir(parents=True, exist_ok=True)
    digest = hashlib.sha256()
    with target.open("wb") as stream:
        for piece in artifact.chunks():
            stream.write(piece)
            digest.update(piece)
    return digest.hexdigest()


def _manifest(folder: Path) -> dict[str, str]:
    """Our files of an earlier run; empty where there are none or the manifest is not ours to read."""
    try:
        known = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        return {str(path): str(digest) for path, digest in known["files"].items()}
    except (OSError, ValueError, KeyError, AttributeError, TypeError):
        return {}


def _refuse_foreign(rendered: RenderedDeck, folder: Path, ours: Mapping[str, str]) -> None:
    if folder.exists() and not folder.is_dir():
        raise OutputError(f"cannot write {folder}: it is not a folder")
    foreign = [
        str(artifact.path)
        for artifact in rendered.artifacts
        if str(artifact.path) not in ours and os.path.lexists(folder / artifact.path)
    ]
    if foreign:
        named = ", ".join(foreign[:3]) + (", …" if len(foreign) > 3 else "")
        raise OutputError(f"{folder} holds files that slidewright did not make ({named}): choose another folder")


def _install(stage: Path, folder: Path, made: Mapping[str, str], ours: Mapping[str, str]) -> None:
    (stage / MANIFEST).write_text(json.dumps({"version": 1, "files": made}, indent=1), encoding="utf-8")
    if not folder.exists():
        stage.chmod(0o777 & ~_umask())
        stage.rename(folder)
        return
    for path in [*made, MANIFEST]:
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if not target.parent.resolve().is_relative_to(folder.resolve()):
            raise OutputError(f"refusing to write {target}: its folder is a link out of the output folder")
        (stage / path).replace(target)
    _prune(folder, {path: digest for path, digest in ours.items() if path not in made})


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _prune(folder: Path, stale: Mapping[str, str]) -> None:
    """Remove what we wrote before and no longer make, where nobody has changed it since."""
    for path, digest in stale.items():
        target = folder / path
        if ".." in PurePosixPath(path).parts or target.is_symlink() or not target.is_file():
            continue
        if hashlib.sha256(target.read_bytes()).hexdigest() == digest:
            target.unlink()
            for parent in PurePosixPath(path).parents[:-1]:
                with suppress(OSError):
                    (folder / parent).rmdir()
