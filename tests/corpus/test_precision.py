"""How often each rule is right on real decks: the published table, held against the decks themselves.

`precision.tsv` says of each rule how many findings it has there, how many of them somebody looked at, and how many of
those were true. A rule that finds more or less than that has to be looked at again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple

import pytest

from slidewright.check import Show, check
from slidewright.check.relevance import Relevance
from slidewright.check.rules import FAMILIES, OFF
from slidewright.check.selection import all_rules
from slidewright.cli.decks import open_deck
from slidewright.diagnostics import Severity

pytestmark = pytest.mark.slow

TABLE = Path(__file__).with_name("precision.tsv")
PAGE = Path(__file__).parents[2] / "docs/rules/precision.md"
RULES = {rule.name: rule for rule in all_rules()}
BAR = 0.95

INTRODUCTION = """\
# How often the rules are right

Every rule was run over {decks} real decks of other people, {slides:,} slides in many languages, among them
copies of the starter and examples of themes. Findings were then looked at one by one, all or a sample of them, and
held against what Slidev does with the slide.

Pictures in that collection are small stand-ins, files of code are emptied, no packages are installed, and some decks
were collected without their folders: a finding that is true of the collection counts as true, and the note says so.
Where a rule has no findings, the decks have no such fault.

Findings of warning or above in a deck, with the rules that are on by default: median {median:g}, nine of ten decks at
most {nine:g}, the worst {most:g}.
"""

OUTRODUCTION = """
A rule is on by default only if at least 95 % of what was looked at is true, or if it is a note (info), which never
fails a check. `likely-overflow` is an estimate and `uncited-image` cannot know whose pictures are shown: both are off.
"""


class Row(NamedTuple):
    rule: str
    findings: int
    looked_at: int
    true: int
    note: str


def rows() -> list[Row]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()[1:]
    return [Row(rule, int(a), int(b), int(c), note) for rule, a, b, c, note in (line.split("\t") for line in lines)]


class Measured(NamedTuple):
    findings: Counter[str]
    left_out: Counter[str]
    noise: list[int]
    decks: int
    slides: int


@pytest.fixture(scope="module")
def measured(shared: Path) -> Measured:
    """Findings by rule, each place once; those of rules that would not be run; each deck's serious ones by default."""
    corpus = shared / "corpus"
    found, left_out = Counter[str](), Counter[str]()
    seen: set[object] = set()
    noise, slides = [], 0
    for deck, root in decks(corpus):
        opened = open_deck(deck, root)
        slides += len(opened.deck.slides)
        serious = 0
        show = Show(opened.deck, opened.resolutions, opened.workspace)
        relevance = Relevance(show)
        for item in check(show, RULES.values()):
            key = (root / item.location.source.path, item.location.span, item.rule, item.message)
            found[item.rule] += key not in seen
            left_out[item.rule] += item.rule in RULES and not relevance.of(item.rule)
            seen.add(key)
            serious += item.rule not in OFF and item.severity > Severity.INFO
        noise.append(serious)
    return Measured(found, +left_out, noise, len(noise), slides)


def decks(corpus: Path) -> Iterator[tuple[Path, Path]]:
    for line in (corpus / "INDEX.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        path = line.split("\t")[0]
        yield corpus / path, corpus / "decks" / path.split("/")[1]


def test_every_rule_has_a_row() -> None:
    assert [row.rule for row in rows()] == [name for names in FAMILIES.values() for name in names]


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.rule)
def test_a_rule_that_is_on_is_right_or_is_a_note(row: Row) -> None:
    assert row.true <= row.looked_at <= row.findings
    assert row.looked_at >= min(row.findings, 10)
    is_note = RULES[row.rule].severity is Severity.INFO
    assert row.rule in OFF or is_note or row.true >= BAR * row.looked_at


def test_the_rules_find_what_the_table_says(measured: Measured) -> None:
    assert {row.rule: row.findings for row in rows() if row.findings} == dict(measured.findings)


def test_no_rule_is_left_out_where_it_would_find_something(measured: Measured) -> None:
    assert not measured.left_out


def test_the_median_deck_is_quiet(measured: Measured) -> None:
    assert median(measured.noise) <= 3


def test_the_page_is_current(measured: Measured, update_goldens: bool) -> None:
    nine = quantiles(measured.noise, n=10, method="inclusive")[-1]
    text = INTRODUCTION.format(
        decks=measured.decks,
        slides=measured.slides,
        median=median(measured.noise),
        nine=nine,
        most=max(measured.noise),
    )
    by_rule = {row.rule: row for row in rows()}
    for family, names in FAMILIES.items():
        text += f"\n## {family}\n\n| rule | severity | default | findings | looked at | true | note |\n"
        text += "|---|---|---|--:|--:|--:|---|\n"
        for row in (by_rule[name] for name in names):
            facts = (RULES[row.rule].severity.label, "off" if row.rule in OFF else "on")
            cells = (f"[{row.rule}]({row.rule}.md)", *facts, row.findings, row.looked_at, row.true, row.note)
            text += f"| {' | '.join(map(str, cells)).rstrip()} |\n"
    text += OUTRODUCTION
    if update_goldens:
        PAGE.write_text(text, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == text
