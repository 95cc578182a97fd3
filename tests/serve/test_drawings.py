"""Drawings of a deck that keeps them: what is taken, and what stands on the disk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from types import SimpleNamespace
from typing import Any, cast

import pytest

from slidewright.render.live import LiveDeck
from slidewright.serve.drawings import LARGEST, Drawings, cleaned

STROKE = '<path d="M0,0 L9,9"></path>'
PLACE = ".slidev/drawings/slides"


def deck(persist: Any = PLACE, slides: int = 3) -> LiveDeck:
    """As much of a deck as its drawings depend on."""
    config = {"drawings": {"persist": persist}, "canvasWidth": 980, "aspectRatio": 2}
    made = SimpleNamespace(deck=SimpleNamespace(folder=PurePosixPath()), config=config, slides=[None] * slides)
    return cast(LiveDeck, made)


class Kept:
    """Drawings below a folder; `written` waits until all are on the disk."""

    def __init__(self, root: Path) -> None:
        self.root, self.said = root, list[str]()
        self.drawings = Drawings(root, self.said.append)

    def written(self) -> dict[str, str]:
        self.drawings._writing.shutdown(wait=True)
        files = [path for path in self.root.rglob("*") if path.is_file()]
        return {path.relative_to(self.root).as_posix(): path.read_text() for path in files}


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Kept]:
    one = Kept(tmp_path / "talk")
    one.root.mkdir()
    yield one
    one.drawings.close()


def test_what_is_drawn_is_a_file_of_its_slide_as_slidev_has_it(kept: Kept) -> None:
    kept.drawings.take(deck(), {"2": STROKE})
    head = '<svg width="980" height="490" fill="none" xmlns="http://www.w3.org/2000/svg">'
    assert kept.written() == {f"{PLACE}/2.svg": f"{head}\n{STROKE}\n</svg>"}
    assert Drawings(kept.root, kept.said.append).of(deck()) == {"2": STROKE}


def test_only_what_changed_is_written(kept: Kept) -> None:
    path = kept.root / PLACE / "1.svg"
    path.parent.mkdir(parents=True)
    path.write_text(f"<svg>\n{STROKE}\n</svg>")
    kept.drawings.take(deck(), {"1": STROKE, "3": STROKE})
    assert kept.written()[f"{PLACE}/1.svg"] == f"<svg>\n{STROKE}\n</svg>"


def test_what_is_wiped_off_has_no_file_any_more(kept: Kept) -> None:
    for strokes in (STROKE, ""):
        kept.drawings.take(deck(), {"1": strokes, "2": STROKE})
    assert list(kept.written()) == [f"{PLACE}/2.svg"]


@pytest.mark.parametrize("persist", [False, "../elsewhere"])
def test_nothing_is_kept_where_the_deck_does_not_or_outside_of_the_project(kept: Kept, persist: Any) -> None:
    kept.drawings.take(deck(persist), {"1": STROKE})
    assert kept.written() == {}
    assert list(kept.root.parent.iterdir()) == [kept.root]


def test_links_lead_nowhere_else_and_that_is_said_once(kept: Kept, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "file").write_text("mine")
    (kept.root / "linked").symlink_to(outside)
    kept.drawings.take(deck("linked"), {"1": STROKE})
    (kept.root / "d").mkdir()
    (kept.root / "d/1.svg").symlink_to(outside / "file")
    kept.drawings.take(deck("d"), {"1": STROKE, "2": STROKE})
    assert sorted(kept.written()) == ["d/1.svg", "d/2.svg"]
    assert {path.name: path.read_text() for path in outside.iterdir()} == {"file": "mine"}
    assert ["leads out of the project" in line for line in kept.said] == [True]


def test_slides_that_are_not_there_have_no_file(kept: Kept) -> None:
    kept.drawings.take(deck(slides=1), {"1": STROKE, "2": STROKE, "99999": STROKE})
    assert list(kept.written()) == [f"{PLACE}/1.svg"]


def test_what_comes_after_the_end_is_not_kept(kept: Kept) -> None:
    kept.drawings.close()
    kept.drawings.take(deck(), {"1": STROKE})
    assert kept.written() == {}


def test_a_file_is_its_own_and_what_lies_beside_it_is_not(kept: Kept) -> None:
    kept.drawings.of(deck("drawn"))
    owned = [kept.drawings.owns(kept.root / "drawn" / name) for name in ("1.svg", ".slidewright-x", "logo.svg")]
    assert owned == [True, True, False]
    assert not kept.drawings.owns(kept.root / "1.svg")


def test_of_what_is_said_strokes_of_slides_are_taken() -> None:
    said = {
        "1": f"{STROKE}<script>x</script>",
        "2": "<text>mine</text>",
        "x": STROKE,
        "3": 5,
        "1\u0663": STROKE,
        "4": "<g>" * LARGEST,
    }
    assert cleaned(said, {"2": "<text>mine</text>"}) == {"1": STROKE, "2": "<text>mine</text>"}
