from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

import pytest

from slidewright.errors import OutputError
from slidewright.render.artifacts import Artifact, RenderedDeck
from slidewright.write import MANIFEST, write_folder, write_page


def rendered(text: str, **beside: str) -> RenderedDeck:
    files = (Artifact(PurePosixPath(f"talk_files/{name}.png"), lambda t=t: [t.encode()]) for name, t in beside.items())
    return RenderedDeck(
        (Artifact(PurePosixPath("talk.html"), lambda: [text.encode()]), *files), PurePosixPath("talk.html")
    )


def names(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def page(tmp_path: Path) -> Path:
    return tmp_path / "talk.html"


RECORD = f"talk_files/{MANIFEST}"


def test_files_stand_beside_the_page_and_stale_ones_go(tmp_path: Path, page: Path) -> None:
    write_page(rendered("1", a="a", b="b"), page, "talk_files")
    assert names(tmp_path) == {"talk.html", "talk_files/a.png", "talk_files/b.png", RECORD}
    (tmp_path / "talk_files/mine.png").write_text("mine")
    write_page(rendered("2", b="b", c="c"), page, "talk_files")
    assert names(tmp_path) == {"talk.html", "talk_files/b.png", "talk_files/c.png", "talk_files/mine.png", RECORD}
    assert page.read_text() == "2"


def test_a_page_without_files_needs_no_folder(tmp_path: Path, page: Path) -> None:
    write_page(rendered("1"), page, "talk_files")
    assert names(tmp_path) == {"talk.html"}


def test_the_old_page_keeps_its_files_where_the_new_one_cannot_be_written(tmp_path: Path, page: Path) -> None:
    write_page(rendered("1", a="a"), page, "talk_files")

    def broken() -> Iterable[bytes]:
        yield b"half"
        raise OSError(28, "No space left on device")

    new = rendered("", b="b").artifacts[1]
    failing = RenderedDeck((Artifact(PurePosixPath("talk.html"), broken), new), PurePosixPath("talk.html"))
    with pytest.raises(OutputError, match="no space left"):
        write_page(failing, page, "talk_files")
    assert page.read_text() == "1"
    assert (tmp_path / "talk_files/a.png").read_text() == "a"
    write_page(rendered("2", c="c"), page, "talk_files")
    assert names(tmp_path) == {"talk.html", "talk_files/c.png", RECORD}


def test_the_folder_of_another_page_is_left_alone_while_that_page_is_there(tmp_path: Path, page: Path) -> None:
    write_page(rendered("1", a="a"), page, "talk_files")
    other = tmp_path / "other.html"
    with pytest.raises(OutputError, match=r"holds the files of talk\.html"):
        write_page(rendered("2", b="b"), other, "talk_files")
    assert not other.exists()
    page.unlink()
    write_page(rendered("2", b="b"), other, "talk_files")
    assert names(tmp_path) == {"other.html", "talk_files/b.png", RECORD}
    assert json.loads((tmp_path / RECORD).read_text())["page"] == "../other.html"


def test_a_project_and_a_page_do_not_take_each_others_folder(tmp_path: Path, page: Path) -> None:
    project = RenderedDeck((Artifact(PurePosixPath("slides.md"), lambda: [b"1"]),), PurePosixPath("slides.md"))
    write_folder(project, tmp_path / "talk_files")
    with pytest.raises(OutputError, match="a Slidev project"):
        write_page(rendered("1", a="a"), page, "talk_files")
    write_page(rendered("1", a="a"), tmp_path / "x/talk.html", "talk_files")
    with pytest.raises(OutputError, match=r"talk\.html"):
        write_folder(project, tmp_path / "x/talk_files")


def test_a_file_that_is_not_ours_is_not_overwritten(tmp_path: Path, page: Path) -> None:
    (tmp_path / "talk_files").mkdir()
    (tmp_path / "talk_files/a.png").write_text("theirs")
    with pytest.raises(OutputError, match="did not make"):
        write_page(rendered("1", a="a"), page, "talk_files")
    assert names(tmp_path) == {"talk_files/a.png"}
