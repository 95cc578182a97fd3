"""Which changes of files the preview of a deck looks at."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from slidewright.serve.reading import DeckReader


@pytest.fixture
def reader(tmp_path: Path) -> DeckReader:
    """A deck that was read, with a snippet behind a link and files that it does not name."""
    (tmp_path / "slidewright.toml").touch()
    for name in ("real.txt", "server.log", "notes.txt"):
        (tmp_path / name).write_text("as it is")
    (tmp_path / "link.txt").symlink_to("real.txt")
    (tmp_path / "slides.md").write_text("# A\n\n<<< ./link.txt#part\n")
    reader = DeckReader(tmp_path / "slides.md")
    reader.read()
    return reader


def concerned(reader: DeckReader, *names: str) -> set[str]:
    return {str(path) for path in reader.concerned(reader.root / name for name in names)}


def test_a_file_that_was_read_concerns_the_deck(reader: DeckReader) -> None:
    assert concerned(reader, "slides.md", "notes.txt") == {"slides.md"}


def test_a_log_beside_the_deck_does_not_however_often_it_grows(reader: DeckReader) -> None:
    (reader.root / "server.log").write_text("more of it")
    assert concerned(reader, "server.log") == set()


def test_a_file_that_is_read_through_a_link_goes_by_the_name_of_the_link(reader: DeckReader) -> None:
    assert concerned(reader, "real.txt") == {"link.txt"}
    assert concerned(reader, "link.txt") == {"link.txt"}


def test_a_file_that_has_come_or_gone_does(reader: DeckReader) -> None:
    assert reader.read().workspace.exists(PurePosixPath("notes.txt"))
    (reader.root / "notes.txt").unlink()
    (reader.root / "Other.vue").touch()
    assert concerned(reader, "notes.txt", "Other.vue") == {"notes.txt", "Other.vue"}
    reader.forget([PurePosixPath("notes.txt"), PurePosixPath("Other.vue")])
    assert concerned(reader, "notes.txt", "Other.vue") == set()
    assert concerned(reader, "slides.md") == {"slides.md"}


def test_configurations_do(reader: DeckReader) -> None:
    assert concerned(reader, "slidewright.toml", "pyproject.toml") == {"slidewright.toml", "pyproject.toml"}


def test_what_is_outside_the_project_does_not(reader: DeckReader, tmp_path: Path) -> None:
    assert reader.concerned([tmp_path.parent / "slides.md"]) == frozenset()
