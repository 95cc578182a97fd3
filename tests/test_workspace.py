from __future__ import annotations

import os
import socket
from pathlib import Path, PurePosixPath

import pytest

from slidewright.errors import InputError
from slidewright.workspace import DiskWorkspace, Kind, MemoryWorkspace, Workspace, join, project_root


def path(text: str) -> PurePosixPath:
    return PurePosixPath(text)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    (root / "img").mkdir(parents=True)
    (root / "img/Photo.PNG").write_bytes(b"png")
    (root / "slides.md").write_text("# A\r\n", newline="")
    (tmp_path / "secret.txt").write_text("secret")
    return root


def test_files_folders_and_nothing(project: Path) -> None:
    workspace = DiskWorkspace(project)
    kinds = [workspace.kind(path(name)) for name in ("slides.md", "img", "gone", "slides.md/x", "img/gone/x")]
    assert kinds == [Kind.FILE, Kind.FOLDER, Kind.MISSING, Kind.MISSING, Kind.MISSING]


def test_a_link_out_of_the_root_is_never_opened(project: Path) -> None:
    (project / "out.txt").symlink_to("../secret.txt")
    (project / "up").symlink_to("..")
    workspace = DiskWorkspace(project)
    for name in ("out.txt", "up", "up/secret.txt", "../secret.txt"):
        assert workspace.kind(path(name)) is Kind.OUTSIDE, name
        with pytest.raises(InputError, match="outside the project root"):
            workspace.read_bytes(path(name))
    assert workspace.names(path("up")) == frozenset()


def test_a_link_inside_the_root_is_followed(project: Path) -> None:
    (project / "pictures").symlink_to("img")
    (project / "same.png").symlink_to("img/Photo.PNG")
    workspace = DiskWorkspace(project)
    assert workspace.read_bytes(path("pictures/Photo.PNG")) == b"png"
    assert workspace.exists(path("same.png"))


def test_a_loop_of_links_is_a_loop(project: Path) -> None:
    (project / "a").symlink_to("b")
    (project / "b").symlink_to("a")
    workspace = DiskWorkspace(project)
    assert workspace.kind(path("a")) is Kind.LOOP
    with pytest.raises(InputError, match="loop of symbolic links"):
        workspace.read_bytes(path("a"))


def test_special_files_are_never_opened(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(project / "pipe.png")
    monkeypatch.chdir(project)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket.png")
        workspace = DiskWorkspace(project)
        for name in ("pipe.png", "socket.png"):
            with pytest.raises(InputError, match="not a regular file"):
                workspace.read_bytes(path(name))


@pytest.mark.parametrize("make", [DiskWorkspace, None], ids=["disk", "memory"])
def test_the_real_spelling_is_told(project: Path, make: type[DiskWorkspace] | None) -> None:
    workspace: Workspace = make(project) if make else MemoryWorkspace({"img/Photo.PNG": b""})
    entry = workspace.locate(path("Img/photo.png"))
    assert (entry.kind, entry.path) == (Kind.FILE, path("img/Photo.PNG"))
    assert workspace.locate(path("img/other.png")).kind is Kind.MISSING


def test_unicode_forms_are_told_apart(project: Path) -> None:
    (project / "caf\u00e9.png").write_bytes(b"")
    entry = DiskWorkspace(project).locate(path("cafe\u0301.png"))
    assert entry.path == path("caf\u00e9.png")


def test_sources_know_their_line_ends_and_say_what_is_not_utf8(project: Path) -> None:
    workspace = DiskWorkspace(project)
    assert workspace.read(path("slides.md")).carriage_returns == (3,)
    (project / "latin.md").write_bytes(b"ok\ncaf\xe9\n")
    with pytest.raises(InputError, match=r"latin\.md:2:4: not UTF-8 \(byte 0xe9\)"):
        DiskWorkspace(project).read(path("latin.md"))


def test_names_that_no_file_can_have_are_missing(project: Path) -> None:
    workspace = DiskWorkspace(project)
    assert workspace.kind(path("a\0b")) is Kind.MISSING
    assert workspace.kind(path("x" * 5000)) is Kind.MISSING


@pytest.mark.parametrize(
    ("folder", "target", "joined"),
    [
        ("a/b", "./c.png", "a/b/c.png"),
        ("a/b", "../c.png", "a/c.png"),
        ("a", "/c.png", "a/c.png"),
        ("a", "..\\c.png", "c.png"),
        ("", "../c.png", None),
        ("a", "../../c.png", None),
    ],
)
def test_joining_resolves_dots_inside_the_root(folder: str, target: str, joined: str | None) -> None:
    assert join(path(folder), target) == (None if joined is None else path(joined))


def test_the_root_is_the_nearest_project_upward(project: Path) -> None:
    (project / "talks/one").mkdir(parents=True)
    deck = project / "talks/one/slides.md"
    assert project_root(deck) == deck.parent
    (project / "package.json").write_text("{}")
    assert project_root(deck) == project
    with pytest.raises(InputError, match="outside the project root"):
        DiskWorkspace(project).relative(project.parent / "secret.txt")


@pytest.mark.parametrize(
    ("listing", "text"),
    [("pnpm-workspace.yaml", "packages: [packages/*]"), ("package.json", '{"workspaces": ["talks/*"]}')],
)
def test_the_root_of_a_package_is_the_monorepo_that_lists_it(project: Path, listing: str, text: str) -> None:
    deck = project / "talks/one/slides.md"
    deck.parent.mkdir(parents=True)
    (deck.parent / "package.json").write_text("{}")
    (project.parent / "package.json").write_text("{}")
    assert project_root(deck) == deck.parent
    (project / listing).write_text(text)
    assert project_root(deck) == project


def test_the_root_is_never_above_the_repository(project: Path) -> None:
    deck = project / "talk/slides.md"
    deck.parent.mkdir()
    (deck.parent / "package.json").write_text("{}")
    (project / ".git").mkdir()
    (project.parent / "pnpm-workspace.yaml").write_text("")
    assert project_root(deck) == deck.parent
    assert project_root(project / "slides.md") == project
