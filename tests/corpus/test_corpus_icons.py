"""The icons that real decks name: of which sets, and how many of them the page draws without any package.

`pytest -m slow -s tests/corpus/test_corpus_icons.py` prints the table.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import pytest
from test_precision import decks

from slidewright.check import Show
from slidewright.check.rules.syntax.unknown_icon import named_icons
from slidewright.cli.decks import open_deck
from slidewright.icons import IconSets
from slidewright.vocabulary.icons import INSTALLED

pytestmark = pytest.mark.slow

SHARE = 0.85
"""Of the icons that decks name, what the page draws at least; the three sets that Slidev installs draw less."""


def test_most_icons_of_real_decks_are_drawn(shared: Path) -> None:
    named: Counter[str] = Counter()
    drawn: Counter[str] = Counter()
    for deck, root in decks(shared / "corpus"):
        opened = open_deck(deck, root)
        show, sets = (
            Show(opened.deck, opened.resolutions, opened.workspace),
            IconSets(opened.workspace, opened.deck.folder),
        )
        for part in show.own_parts:
            for item in named_icons(show, part):
                icon = next((icon for icon in item.icons if sets.find(icon)), item.icons[0])
                named[icon.set] += 1
                drawn[icon.set] += sets.find(icon) is not None
    before = sum(drawn[name] for name in INSTALLED)
    rows = [("set", "named", "drawn"), *((name, count, drawn[name]) for name, count in named.most_common())]
    rows.append((f"all (Slidev's own sets: {before})", named.total(), drawn.total()))
    sys.stdout.write("\n" + "".join(f"{name:36}{count:>6}{there:>6}\n" for name, count, there in rows))
    assert before < SHARE * named.total() < drawn.total()
