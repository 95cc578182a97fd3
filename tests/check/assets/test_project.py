from __future__ import annotations

import gc
import weakref
from pathlib import Path, PurePosixPath

import pytest

from slidewright.check.assets import project as module
from slidewright.check.assets.project import Project, project_of
from slidewright.workspace import DiskWorkspace, MemoryWorkspace


def test_texts_of_every_language_are_read_and_packages_are_not() -> None:
    files = {
        "slides.md": "![](/a.png)",
        "components/B.vue": "/b.png",
        ".vitepress/config.ts": "'/c.png'",
        "node_modules/p/index.js": "/d.png",
        "dist/index.html": "/e.png",
        ".git/x.md": "/f.png",
        "package-lock.json": "/g.png",
        "notes.docx": "/h.png",
        "types.d.ts": "/i.png",
    }
    names = Project(MemoryWorkspace(files)).named()
    assert [letter for letter in "abcdefghi" if names.include(f"{letter}.png")] == ["a", "b", "c"]


def test_names_can_be_told_without_some_texts() -> None:
    project = Project(MemoryWorkspace({"slides.md": "a.png", "b.md": "b.png"}))
    names = project.named(without=frozenset([PurePosixPath("slides.md")]))
    assert (names.include("a.png"), names.include("b.png")) == (False, True)


@pytest.mark.parametrize(
    ("text", "is_mentioned"),
    [
        ("`/photos/${n}`", True),
        ("'/photos/' + name", True),
        ('folder="photos"', True),
        ("readdir('public/photos')", True),
        ("import.meta.glob('/photos/*')", True),
        ("our photos are in /photos and photos.md", False),
        ("![](/photos/a.png)", False),
        ("'photosynthesis'", False),
    ],
)
def test_a_folder_is_mentioned_where_paths_are_put_together(text: str, is_mentioned: bool) -> None:
    assert Project(MemoryWorkspace({"a.ts": text})).mentions_folder(PurePosixPath("public/photos")) is is_mentioned


def test_the_name_of_an_element_alone_mentions_no_folder() -> None:
    project = Project(MemoryWorkspace({"a.ts": "querySelector('img')"}))
    assert not project.mentions_folder(PurePosixPath("public/img"))


@pytest.mark.parametrize(("limit", "value"), [("MAX_NAMES", 3), ("MAX_TOTAL", 10)])
def test_a_project_that_is_too_large_says_so(limit: str, value: int, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {f"{n}.md": "text" for n in range(9)}
    assert Project(MemoryWorkspace(files)).is_complete
    monkeypatch.setattr(module, limit, value)
    assert not Project(MemoryWorkspace(files)).is_complete


def test_links_that_lead_in_circles_are_walked_once(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/b").symlink_to(tmp_path / "a")
    (tmp_path / "a/c.md").write_text("c.png")
    project = Project(DiskWorkspace(tmp_path))
    assert project.is_complete
    assert list(project.texts) == [PurePosixPath("a/c.md")]


def test_a_project_is_read_once_and_forgotten_with_its_workspace() -> None:
    workspace = MemoryWorkspace({"a.md": "a.png"})
    assert project_of(workspace) is project_of(workspace)
    kept = weakref.ref(project_of(workspace))
    del workspace
    gc.collect()
    assert kept() is None
