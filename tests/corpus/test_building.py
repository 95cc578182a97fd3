"""Every real deck becomes a page, and what is not rendered is told: the published table, by rule and cause."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

import pytest

from slidewright.cli.decks import open_deck
from slidewright.engine import open_engine
from slidewright.render.html import render
from slidewright.resources import bundle_folder
from slidewright.settings import BuildSettings

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not (bundle_folder() / "manifest.json").is_file(), reason="the JavaScript bundles are not built"
    ),
]
PAGE = Path(__file__).parents[2] / "docs/corpus.md"
NAMED = re.compile(r"`[^`]*`|https?://\S+|\d[\d.,]*")
LONGEST = 120

INTRODUCTION = """\
# What real decks lose in the page

Each of {decks} decks of other people, {slides:,} slides, was built into a page, none failed. The decks were collected
without their packages, and their own code files are empty, so that what needs either is told: of a theme that is not
installed, a component that draws nothing is no fault of the page. What a build says of the decks beyond what `check`
finds, by rule and cause, with names replaced by `…`:

| told | rule | cause |
|--:|---|---|
"""


class Built(NamedTuple):
    causes: Counter[tuple[str, str]]
    decks: int
    slides: int


@pytest.fixture(scope="module")
def built(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    """All decks, built one after the other by one engine: any exception fails what asks for this."""
    causes: Counter[tuple[str, str]] = Counter()
    decks = slides = 0
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SLIDEWRIGHT_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        with open_engine() as engine:
            for entry, root in entries(shared / "corpus"):
                opened = open_deck(entry, root)
                path = PurePosixPath("out.html")
                made = render(opened.deck, opened.resolutions, opened.workspace, BuildSettings(), engine, path)
                assert sum(map(len, made.artifacts[0].chunks())) > 300_000, entry
                causes.update((item.rule, cause(item.message)) for item in made.diagnostics)
                decks, slides = decks + 1, slides + len(opened.deck.slides)
        yield Built(causes, decks, slides)


def entries(corpus: Path) -> Iterator[tuple[Path, Path]]:
    for line in (corpus / "INDEX.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        path = line.split("\t")[0]
        yield corpus / path, corpus / "decks" / path.split("/")[1]


def cause(message: str) -> str:
    """A message without what it names; the first clause of a long one."""
    text = NAMED.sub("…", message).replace("|", "\\|")
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def test_every_deck_becomes_a_page_and_the_table_is_current(built: Built, update_goldens: bool) -> None:
    text = INTRODUCTION.format(decks=built.decks, slides=built.slides)
    for (rule, why), count in sorted(built.causes.items(), key=lambda item: (-item[1], item[0])):
        text += f"| {count} | {rule} | {why} |\n"
    if update_goldens:
        PAGE.write_text(text, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == text
