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

_TEMPORARY = ".slidewright-"


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

    Everything is written beside its place first, then moved. Files of an earlier run that are no longer made are
    removed, unless they were changed since. A file that is not ours is never overwritten and never removed.
    """
    with _faults(folder):
        ours = _manifest(folder)
        _refuse(rendered, folder, ours)
        inside = folder.is_dir()  # it may be a disk of its own, to which nothing can be moved from elsewhere
        if not inside:
            _make_folder(folder.parent)
        stage = Path(tempfile.mkdtemp(prefix=_TEMPORARY, dir=folder if inside else folder.parent))
        try:
            made = {str(artifact.path): _staged(artifact, stage) for artifact in rendered.artifacts}
            if inside:
                _install(stage, folder, made, ours)
            else:
                _write_manifest(stage, made)
                stage.chmod(0o777 & ~_umask())
                stage.rename(folder)
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
    handle, name = tempfile.mkstemp(prefix=_TEMPORARY, dir=target.parent)
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
    """Write an artifact below the stage and make sure it is on disk; its SHA-256."""
    target = stage / artifact.path
    target.parent.mkdir(parents=True, exist_ok=True)
    digest = hashlib.sha256()
    with target.open("wb") as stream:
        for piece in artifact.chunks():
            stream.write(piece)
            digest.update(piece)
        stream.flush()
        os.fsync(stream.fileno())
    return digest.hexdigest()


def _manifest(folder: Path) -> dict[str, str]:
    """Our files of an earlier run; empty where there are none or the manifest is not ours to read."""
    try:
        known = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        return {str(path): str(digest) for path, digest in known["files"].items()}
    except (OSError, ValueError, KeyError, AttributeError, TypeError):
        return {}


def _write_manifest(folder: Path, files: Mapping[str, str]) -> None:
    (folder / MANIFEST).write_text(json.dumps({"version": 1, "files": files}, indent=1), encoding="utf-8")


def _refuse(rendered: RenderedDeck, folder: Path, ours: Mapping[str, str]) -> None:
    """Find all that stands in the way before anything is touched."""
    if folder.exists() and not folder.is_dir():
        raise OutputError(f"cannot write {folder}: it is not a folder")
    for artifact in rendered.artifacts:
        _refuse_path(artifact.path, folder)
    foreign = [
        str(path)
        for path in (artifact.path for artifact in rendered.artifacts)
        if os.path.lexists(folder / path) and (str(path) not in ours or (folder / path).is_dir())
    ]
    if foreign:
        named = ", ".join(foreign[:3]) + (", …" if len(foreign) > 3 else "")
        raise OutputError(f"{folder} holds files that slidewright did not make ({named}): choose another folder")


def _refuse_path(path: PurePosixPath, folder: Path) -> None:
    if path.is_absolute() or ".." in path.parts:
        raise OutputError(f"refusing to write {path}: it leads out of the output folder")
    for parent in path.parents[:-1]:
        place = folder / parent
        if not place.resolve().is_relative_to(folder.resolve()):
            raise OutputError(f"refusing to write {folder / path}: its folder is a link out of the output folder")
        if os.path.lexists(place) and not place.is_dir():
            raise OutputError(f"cannot write below {place}: it is not a folder")


def _install(stage: Path, folder: Path, made: Mapping[str, str], ours: Mapping[str, str]) -> None:
    """Move the staged files to their places. Until the end the manifest knows old and new: a kill leaves only ours."""
    _write_manifest(stage, {**ours, **made})
    for path in [MANIFEST, *made]:
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        (stage / path).replace(target)
    _prune(folder, {path: digest for path, digest in ours.items() if path not in made})
    _write_manifest(stage, made)
    (stage / MANIFEST).replace(folder / MANIFEST)


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
        if _digest(target) == digest:
            target.unlink()
            for parent in PurePosixPath(path).parents[:-1]:
                with suppress(OSError):
                    (folder / parent).rmdir()


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
