"""Decks as formatters leave them (recorded output), and what the safe fixes make of them."""

from __future__ import annotations

import re
import time

import pytest
from shows import show_of

from slidewright.check import check
from slidewright.check.fixes import applicable, fixed
from slidewright.check.selection import selected_rules
from slidewright.settings import CheckSettings

DECK = """---
theme: seriph
title: Deck
---

# Hello

---
layout: center
class: text-white
---

# Two

---

# Three

---
layout: two-cols
---

# Four

::right::

# Right

---
src: ./pages/x.md
---

---
layout: end
---
"""
RULER = "_" * 70
HEAD, BODY = DECK[: DECK.index("# Hello")], DECK[DECK.index("# Hello") :]
PRETTIER = HEAD + re.sub(r"(?m)^---\n(?=[a-z]+:)", "---\n\n", BODY)
"""Prettier, oxfmt and `markdownlint --fix` write the same."""
WRAPPED = PRETTIER.replace("center\nclass", "center class")
"""Prettier with `--prose-wrap always`."""
MDFORMAT = f"""{RULER}

## theme: seriph title: Deck

# Hello

{RULER}

## layout: center class: text-white

# Two

{RULER}

# Three

{RULER}

## layout: two-cols

# Four

::right::

# Right

{RULER}

## src: ./pages/x.md

{RULER}

## layout: end
"""
RUMDL = """---
theme: seriph
title: Deck
---

# Hello

---

### layout: center class: text-white

# Two

---

# Three

---

### layout: two-cols

# Four

::right::

# Right

---

### src: ./pages/x.md

---

### layout: end
"""
RULES = selected_rules(CheckSettings(select=("frontmatter",)))


def slides(text: str) -> list[tuple[object, object]]:
    document = show_of({"slides.md": text, "pages/x.md": "# X\n"}).deck.document
    return [(slide.frontmatter.mapping, slide.title) for slide in document.slides]


def mended(text: str) -> str:
    for _ in range(10):
        show = show_of({"slides.md": text, "pages/x.md": "# X\n"})
        fixes = [found.fix for found in applicable(check(show, RULES), unsafe=False) if found.fix]
        text, before = fixed(show.deck.document.source, fixes).text, text
        if text == before:
            return text
    pytest.fail("fixes do not come to an end")


@pytest.mark.parametrize("text", [PRETTIER, WRAPPED, MDFORMAT, RUMDL], ids=["prettier", "wrapped", "mdformat", "rumdl"])
def test_safe_fixes_give_a_formatted_deck_its_slides_back(text: str) -> None:
    assert slides(text) != slides(DECK)
    assert slides(mended(text))[: len(slides(DECK))] == slides(DECK)


def test_a_deck_that_no_formatter_touched_is_left_alone() -> None:
    assert mended(DECK) == DECK


@pytest.mark.parametrize(
    "unit",
    [
        "<",
        "[x",
        "`",
        "_",
        "*",
        "a: ",
        "layout: ",
        "layout: a\n",
        "layout: a ",
        "## layout: a\n\n",
        "\\---\n\n",
        "- - -\n\n",
    ],
)
def test_hostile_text_is_looked_at_in_no_time(unit: str) -> None:
    show = show_of({"slides.md": unit * (60_000 // len(unit))})
    rules = [rule for rule in RULES if rule.name in ("lost-frontmatter", "formatter-damage")]
    _ = [part.anatomy.tokens for part in show.own_parts]  # which every rule shares
    started = time.process_time()
    for rule in rules:
        list(rule.run(show))
    assert time.process_time() - started < 2


@pytest.mark.parametrize(
    "block",
    [
        "".join(f"key{number}: 1\n" for number in range(3000)),
        f"fonts: {{{', '.join(f'a{number}: b' for number in range(3000))}}}\n",
        "x: 1\n" * 5000,
        f"transition: {'fadx|' * 10_000}\n",
        f"dragPos: {{ a: '{'1,' * 20_000}' }}\nduration: {'1h' * 20_000}\n",
        "# --- a\n" * 5000 + "a: b\n",
    ],
    ids=["keys", "inner keys", "duplicates", "transitions", "positions", "rulers"],
)
def test_hostile_frontmatter_is_checked_in_no_time(block: str) -> None:
    show = show_of({"slides.md": f"---\n{block}---\n\n# A\n"})
    started = time.process_time()
    for rule in RULES:
        list(rule.run(show))
    assert time.process_time() - started < 5
