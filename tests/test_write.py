"""Outputs are written whole or not at all, and only what is ours is touched."""

from __future__ import annotations

import os
import subprocess
import tracemalloc
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

import pytest

from slidewright.errors import OutputError
from slidewright.render.artifacts import Artifact, RenderedDeck
from slidewright.write import MANIFEST, write_file, write_folder


def artifact(path: str, *pieces: bytes) -> Artifact:
    return Artifact(PurePosixPath(path), lambda: pieces)


def failing(path: str) -> Artifact:
    def content() -> Iterator[bytes]:
        yield b"half"
        raise OSError(28, "No space left on device")

    return Artifact(PurePosixPath(path), content)


def rendered(*artifacts: Artifact) -> RenderedDeck:
    return RenderedDeck(artifacts, artifacts[0].path)


def names(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_a_file_is_written_with_its_parents(tmp_path: Path) -> None:
    target = tmp_path / "a/b/talk.html"
    assert write_file(artifact("talk.html", b"one", b"two"), target) == 6
    assert target.read_bytes() == b"onetwo"
    assert names(tmp_path) == {"a/b/talk.html"}


def test_a_failed_write_keeps_the_old_file_and_leaves_no_rubbish(tmp_path: Path) -> None:
    target = tmp_path / "talk.html"
    target.write_text("good")
    with pytest.raises(OutputError, match="no space left on device; what was there is unchanged"):
        write_file(failing("talk.html"), target)
    assert target.read_text() == "good"
    assert names(tmp_path) == {"talk.html"}


def test_the_mode_of_a_replaced_file_is_kept(tmp_path: Path) -> None:
    target = tmp_path / "talk.html"
    target.write_text("old")
    target.chmod(0o640)
    write_file(artifact("talk.html", b"new"), target)
    assert target.stat().st_mode & 0o777 == 0o640


def test_a_link_is_followed_and_stays(tmp_path: Path) -> None:
    (tmp_path / "real.html").write_text("old")
    (tmp_path / "link.html").symlink_to("real.html")
    write_file(artifact("x", b"new"), tmp_path / "link.html")
    assert (tmp_path / "link.html").is_symlink()
    assert (tmp_path / "real.html").read_text() == "new"


def test_a_folder_in_the_way_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="it is a folder"):
        write_file(artifact("x", b""), tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_an_unwritable_folder_is_said_so(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(OutputError, match="permission denied"):
        write_file(artifact("x", b""), tmp_path / "x")


def test_a_path_below_a_file_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="it is not a folder"):
        write_file(artifact("x", b""), tmp_path / "file/x.html")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    disk = tmp_path / "disk"
    disk.mkdir()
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(disk)], capture_output=True, check=False
    )
    if done.returncode:
        pytest.skip("a small tmpfs cannot be mounted here")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


@pytest.fixture
def read_only_disk(small_disk: Path) -> Path:
    (small_disk / "talk.html").write_text("good")
    (small_disk / "project").mkdir()
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    return small_disk


@pytest.mark.parametrize("name", ["talk.html", "new.html", "new/talk.html"])
def test_a_file_on_a_read_only_disk_is_said_so(read_only_disk: Path, name: str) -> None:
    with pytest.raises(OutputError, match="read-only file system; what was there is unchanged"):
        write_file(artifact("x", b"new"), read_only_disk / name)
    assert (read_only_disk / "talk.html").read_text() == "good"


@pytest.mark.parametrize("name", ["project", "new"])
def test_a_folder_on_a_read_only_disk_is_said_so(read_only_disk: Path, name: str) -> None:
    with pytest.raises(OutputError, match="read-only file system"):
        write_folder(rendered(artifact("slides.md", b"new")), read_only_disk / name)


def megabyte() -> Iterable[bytes]:
    return (b"x" * 4096 for _ in range(256))


def test_a_full_disk_keeps_the_old_file(small_disk: Path) -> None:
    target = small_disk / "talk.html"
    target.write_text("good")
    with pytest.raises(OutputError, match="no space left"):
        write_file(Artifact(PurePosixPath("talk.html"), megabyte), target)
    assert target.read_text() == "good"
    assert names(small_disk) == {"talk.html"}


def test_a_read_only_disk_is_said_so(small_disk: Path) -> None:
    (small_disk / "talk.html").write_text("good")
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(OutputError, match="read-only file system; what was there is unchanged"):
        write_file(artifact("talk.html", b"new"), small_disk / "talk.html")
    with pytest.raises(OutputError, match="read-only file system"):
        write_folder(rendered(artifact("slides.md", b"new")), small_disk / "project")
    assert (small_disk / "talk.html").read_text() == "good"


def test_a_full_disk_keeps_the_old_folder(small_disk: Path) -> None:
    folder = small_disk / "project"
    write_folder(rendered(artifact("slides.md", b"good")), folder)
    with pytest.raises(OutputError, match="no space left"):
        write_folder(rendered(artifact("slides.md", b"new"), Artifact(PurePosixPath("big"), megabyte)), folder)
    assert (folder / "slides.md").read_text() == "good"
    assert names(folder) == {"slides.md", MANIFEST}


def test_a_folder_is_replaced_and_only_our_own_is_pruned(tmp_path: Path) -> None:
    folder = tmp_path / "project"
    write_folder(
        rendered(artifact("slides.md", b"1"), artifact("public/a.png", b"a"), artifact("old.md", b"o")), folder
    )
    (folder / "mine.txt").write_text("mine")
    (folder / "old.md").write_text("changed by hand")
    write_folder(rendered(artifact("slides.md", b"2")), folder)
    assert (folder / "slides.md").read_bytes() == b"2"
    assert names(folder) == {"slides.md", "mine.txt", "old.md", MANIFEST}
    assert not (folder / "public").exists()


def test_an_output_folder_may_be_a_disk_of_its_own(small_disk: Path) -> None:
    write_folder(rendered(artifact("public/a.png", b"1")), small_disk)
    write_folder(rendered(artifact("slides.md", b"2")), small_disk)
    assert names(small_disk) == {"slides.md", MANIFEST}


@pytest.mark.parametrize("fails_at", [1, 2, 3, 4])
def test_what_a_kill_leaves_behind_is_still_known_as_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails_at: int
) -> None:
    folder, moves = tmp_path / "project", []
    write_folder(rendered(artifact("slides.md", b"1"), artifact("old.md", b"1")), folder)
    replace = Path.replace

    def killed(path: Path, target: Path) -> Path:
        moves.append(target)
        if len(moves) == fails_at:
            raise KeyboardInterrupt
        return replace(path, target)

    new = rendered(artifact("slides.md", b"2"), artifact("a/new.md", b"2"))
    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", killed)
        with pytest.raises(KeyboardInterrupt):
            write_folder(new, folder)
    assert {path.name for path in tmp_path.iterdir()} == {"project"}
    write_folder(new, folder)
    assert names(folder) == {"slides.md", "a/new.md", MANIFEST}
    assert (folder / "slides.md").read_bytes() == b"2"


def test_a_folder_is_whole_or_as_it_was(tmp_path: Path) -> None:
    folder = tmp_path / "project"
    with pytest.raises(OutputError, match="no space left"):
        write_folder(rendered(artifact("slides.md", b"1"), failing("big")), folder)
    assert list(tmp_path.iterdir()) == []
    write_folder(rendered(artifact("slides.md", b"1")), folder)
    with pytest.raises(OutputError, match="no space left"):
        write_folder(rendered(artifact("slides.md", b"2"), failing("big")), folder)
    assert names(tmp_path) == {"project/slides.md", f"project/{MANIFEST}"}
    assert (folder / "slides.md").read_bytes() == b"1"


@pytest.mark.parametrize("path", ["slides.md/x", "mine.txt"])
def test_what_stands_in_the_way_is_found_before_anything_is_touched(tmp_path: Path, path: str) -> None:
    folder = tmp_path / "project"
    write_folder(rendered(artifact("slides.md", b"1"), artifact("old.md", b"1")), folder)
    (folder / "mine.txt").mkdir()
    with pytest.raises(OutputError, match=r"is not a folder|did not make"):
        write_folder(rendered(artifact("a.md", b"2"), artifact(path, b"2")), folder)
    assert names(folder) == {"slides.md", "old.md", MANIFEST}


def test_a_long_name_leaves_room_for_writing_beside_it(tmp_path: Path) -> None:
    target = tmp_path / ("x" * 250 + ".html")
    write_file(artifact("x", b"new"), target)
    assert names(tmp_path) == {target.name}


def test_fifty_megabytes_are_not_held_in_memory(tmp_path: Path) -> None:
    big = rendered(*(Artifact(PurePosixPath(f"{n}.png"), megabyte) for n in range(50)))
    tracemalloc.start()
    write_folder(big, tmp_path / "project")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 1_000_000
    assert sum(path.stat().st_size for path in (tmp_path / "project").glob("*.png")) == 50 << 20


def test_a_foreign_file_is_never_overwritten(tmp_path: Path) -> None:
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / "package.json").write_text("theirs")
    with pytest.raises(OutputError, match="did not make"):
        write_folder(rendered(artifact("package.json", b"ours"), artifact("slides.md", b"")), folder)
    assert names(folder) == {"package.json"}
    assert (folder / "package.json").read_text() == "theirs"


@pytest.mark.parametrize("path", ["../x", "/etc/x", "a/../../x"])
def test_nothing_is_written_outside(tmp_path: Path, path: str) -> None:
    with pytest.raises(OutputError, match="leads out"):
        write_folder(rendered(artifact(path, b"")), tmp_path / "project")
    assert names(tmp_path) == set()


def test_a_link_inside_the_output_is_not_followed_out(tmp_path: Path) -> None:
    folder, outside = tmp_path / "project", tmp_path / "outside"
    outside.mkdir()
    write_folder(rendered(artifact("slides.md", b"1")), folder)
    (folder / "public").symlink_to(outside)
    with pytest.raises(OutputError, match="link out"):
        write_folder(rendered(artifact("slides.md", b"2"), artifact("public/a.png", b"a")), folder)
    assert names(outside) == set()


def test_a_broken_manifest_means_that_nothing_is_ours(tmp_path: Path) -> None:
    folder = tmp_path / "project"
    write_folder(rendered(artifact("slides.md", b"1")), folder)
    (folder / MANIFEST).write_text("[]")
    with pytest.raises(OutputError, match="did not make"):
        write_folder(rendered(artifact("slides.md", b"2")), folder)
