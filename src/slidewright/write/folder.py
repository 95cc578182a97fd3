"""A folder of files → disk: all or nothing, beside files that are not ours, and only our own is pruned."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from slidewright.errors import OutputError
from slidewright.render.artifacts import Artifact, RenderedDeck
from slidewright.write.files import TEMPORARY, faults, make_folder, umask

MANIFEST = ".slidewright.json"
"""In an output folder: which files are ours, with the SHA-256 of each as we wrote it."""


class Record(NamedTuple):
    """Our files of an earlier run by path, each with its SHA-256, and the page that they belong to, if to one."""

    files: Mapping[str, str]
    owner: str = ""


def write_folder(
    rendered: RenderedDeck, folder: Path, owner: str = "", then: Callable[[], object] = lambda: None
) -> None:
    """Write all artifacts into `folder`; raises OutputError and leaves the folder as it was where that cannot be done.

    Everything is written beside its place first, then moved. Files of an earlier run that are no longer made are
    removed, unless they were changed since. A file that is not ours is never overwritten and never removed.
    `owner` is the page that needs the files, by its path from the folder; `then` is called when they are in their
    places, before any is removed.
    """
    with faults(folder):
        earlier = _record(folder)
        _refuse(rendered, folder, earlier, owner)
        inside = folder.is_dir()  # it may be a disk of its own, to which nothing can be moved from elsewhere
        if not inside:
            make_folder(folder.parent)
        stage = Path(tempfile.mkdtemp(prefix=TEMPORARY, dir=folder if inside else folder.parent))
        try:
            made = {str(artifact.path): _staged(artifact, stage) for artifact in rendered.artifacts}
            if inside:
                _install(stage, folder, Record({**earlier.files, **made}, owner), made)
            else:
                _write_record(stage, Record(made, owner))
                stage.chmod(0o777 & ~umask())
                stage.rename(folder)
            then()
            if inside:
                _settle(stage, folder, Record(made, owner), earlier)
        finally:
            shutil.rmtree(stage, ignore_errors=True)


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


def _record(folder: Path) -> Record:
    """What an earlier run has made; nothing where there is no manifest, or it is not ours to read."""
    try:
        known = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        files = {str(path): str(digest) for path, digest in known["files"].items()}
        return Record(files, str(known.get("page", "")))
    except (OSError, ValueError, KeyError, AttributeError, TypeError):
        return Record({})


def _write_record(folder: Path, record: Record) -> None:
    page = {"page": record.owner} if record.owner else {}
    text = json.dumps({"version": 1, **page, "files": record.files}, indent=1)
    (folder / MANIFEST).write_text(text, encoding="utf-8")


def _refuse(rendered: RenderedDeck, folder: Path, earlier: Record, owner: str) -> None:
    """Find all that stands in the way before anything is touched."""
    if folder.exists() and not folder.is_dir():
        raise OutputError(f"cannot write {folder}: it is not a folder")
    _refuse_owned(folder, earlier, owner)
    for artifact in rendered.artifacts:
        _refuse_path(artifact.path, folder)
    foreign = [
        str(path)
        for path in (artifact.path for artifact in rendered.artifacts)
        if os.path.lexists(folder / path) and (str(path) not in earlier.files or (folder / path).is_dir())
    ]
    if foreign:
        named = ", ".join(foreign[:3]) + (", …" if len(foreign) > 3 else "")
        raise OutputError(f"{folder} holds files that slidewright did not make ({named}): choose another folder")


def _refuse_owned(folder: Path, earlier: Record, owner: str) -> None:
    """What is needed elsewhere would be pruned as stale; what belonged to a page that is gone may go."""
    gone = bool(earlier.owner) and not (folder / earlier.owner).exists()
    if earlier.files and earlier.owner != owner and not gone:
        whose = PurePosixPath(earlier.owner).name or "a Slidev project"
        raise OutputError(f"{folder} holds the files of {whose}: choose another folder")


def _refuse_path(path: PurePosixPath, folder: Path) -> None:
    if path.is_absolute() or ".." in path.parts:
        raise OutputError(f"refusing to write {path}: it leads out of the output folder")
    for parent in path.parents[:-1]:
        place = folder / parent
        if not place.resolve().is_relative_to(folder.resolve()):
            raise OutputError(f"refusing to write {folder / path}: its folder is a link out of the output folder")
        if os.path.lexists(place) and not place.is_dir():
            raise OutputError(f"cannot write below {place}: it is not a folder")


def _install(stage: Path, folder: Path, record: Record, made: Mapping[str, str]) -> None:
    """Move the staged files to their places. The record is of old and new: a kill from here on leaves only ours."""
    _write_record(stage, record)
    for path in [MANIFEST, *made]:
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        (stage / path).replace(target)


def _settle(stage: Path, folder: Path, record: Record, earlier: Record) -> None:
    """Remove what is stale, and note what is left."""
    _prune(folder, {path: digest for path, digest in earlier.files.items() if path not in record.files})
    _write_record(stage, record)
    (stage / MANIFEST).replace(folder / MANIFEST)


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
