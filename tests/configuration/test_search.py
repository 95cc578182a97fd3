"""Which configuration file is a deck's."""

from __future__ import annotations

from pathlib import Path

import pytest

from slidewright.configuration import find

SECTION = '[tool.slidewright.check]\nformat = "json"\n'


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    """A deck two folders down."""
    deck = tmp_path / "talks/one/slides.md"
    deck.parent.mkdir(parents=True)
    deck.write_text("# Talk\n")
    return deck


def write(path: Path, text: str = "") -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_the_nearest_folder_upward_wins(talk: Path, tmp_path: Path) -> None:
    far = write(tmp_path / "slidewright.toml")
    assert find(talk) == far
    near = write(tmp_path / "talks/pyproject.toml", SECTION)
    assert find(talk) == near
    nearest = write(talk.parent / "slidewright.toml")
    assert find(talk) == nearest


def test_in_one_folder_our_own_file_goes_before_the_shared_one(talk: Path) -> None:
    write(talk.parent / "pyproject.toml", SECTION)
    own = write(talk.parent / "slidewright.toml")
    assert find(talk) == own


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[tool.ruff]\n",
        '[project]\nname = "talk"\ndependencies = ["slidewright"]\n',
        "# [tool.slidewright]\n",
        "[tool.other.slidewright]\n",
        'text = """\n[tool.slidewright]\n"""\n',
    ],
)
def test_a_shared_file_without_our_table_is_passed_over(talk: Path, tmp_path: Path, text: str) -> None:
    write(talk.parent / "pyproject.toml", text)
    far = write(tmp_path / "slidewright.toml")
    assert find(talk) == far


@pytest.mark.parametrize(
    "text",
    [
        SECTION,
        "[tool.slidewright]\n",
        "[ tool . 'slidewright' ]\r\n",
        "[tool]\nslidewright.check = {}\n",
        "tool = { slidewright = { check = {} } }\n",
        "\ufeff[tool.slidewright]\n",
        "[tool.slidewright]\nbroken\n",
    ],
)
def test_our_table_is_found_however_it_is_written(talk: Path, text: str) -> None:
    shared = write(talk.parent / "pyproject.toml", text)
    assert find(talk) == shared


def test_a_folder_is_looked_into_and_an_absent_deck_has_the_folder_it_would_be_in(talk: Path) -> None:
    own = write(talk.parent / "slidewright.toml")
    assert find(talk.parent) == own
    assert find(talk.parent / "absent.md") == own
    assert find(talk.parent / "absent/deck.md") == own


def test_a_relative_deck_is_looked_for_from_the_current_folder(talk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = write(talk.parents[1] / "slidewright.toml")
    monkeypatch.chdir(talk.parent)
    assert find(Path("slides.md")) == find(Path()) == own


def test_a_folder_of_that_name_is_no_file(talk: Path, tmp_path: Path) -> None:
    (talk.parent / "slidewright.toml").mkdir()
    far = write(tmp_path / "slidewright.toml")
    assert find(talk) == far


def test_the_walk_ends_at_the_root_with_nothing() -> None:
    assert find(Path(Path.cwd().anchor)) is None


def test_a_shared_file_that_cannot_be_read_is_passed_over(
    talk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(talk.parent / "pyproject.toml", SECTION)
    far = write(tmp_path / "slidewright.toml")

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert find(talk) == far


def test_a_folder_that_may_not_be_looked_into_has_no_file(
    talk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    far = write(tmp_path / "slidewright.toml")
    is_file = Path.is_file

    def guarded(path: Path) -> bool:
        if path.parent == talk.parent:
            raise PermissionError(13, "Permission denied", str(path))
        return is_file(path)

    monkeypatch.setattr(Path, "is_file", guarded)
    assert find(talk) == far
