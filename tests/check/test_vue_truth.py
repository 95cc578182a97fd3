"""The rules about templates against Vue's own compiler: it refuses exactly the slides of which they say so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from slidewright.check import Show, check
from slidewright.check.selection import selected_rules
from slidewright.cli.decks import open_deck
from slidewright.engine import Engine
from slidewright.errors import InputError
from slidewright.parse.markdown.options import markdown_options
from slidewright.parse.markdown.render import PLACEHOLDER, render
from slidewright.render.vue import NotCompiled, compile_all
from slidewright.resolve.outcomes import Part
from slidewright.resources import bundle_folder
from slidewright.settings import CheckSettings

DECKS = Path(__file__).parents[1] / "compat/decks"

RULES = selected_rules(
    CheckSettings(
        select=(
            "unclosed-comment",
            "unclosed-tag",
            "mismatched-tag",
            "invalid-attribute",
            "invalid-code-options",
            "lost-line-ranges",
            "repeated-slot",
            "unclosed-expression",
            "stray-script",
            "component-eats-markdown",
        )
    )
)
ERRORS = ("unclosed-tag", "mismatched-tag", "invalid-attribute", "repeated-slot", "unclosed-expression")
"""Rules that speak of nothing that Vue accepts."""

ELSEWHERE = (
    "is allowed only in XML context",
    "is not supported",
    "v-slot can only be used",
    "Error parsing JavaScript expression: Unexpected token, expected",
)
"""What Vue refuses for other reasons: declarations, other style languages, expressions."""

NOT_OURS = "which is not in the page"
"""Vue compiled it; an import of it is missing."""

KNOWN = ("html/inline.md#41",)
"""`https://example.com/{{x}}`: the link ends within the expression."""

Key = tuple[Path, int]

pytestmark = pytest.mark.skipif(not (bundle_folder() / "stamp").exists(), reason="the JavaScript bundles are not made")


def source(markup_of: Part, options: object) -> str:
    """A slide as a single-file component, with its code and formulas left out."""
    markup = render(markup_of.slide.content, options)  # type: ignore[arg-type]
    template = PLACEHOLDER.sub("x", markup.template)
    script = f"{markup.script_tag or '<script setup>'}\n{markup.script or ''}\n</script>"
    return "\n".join([f"<template><Layout>\n{template}\n</Layout></template>", script, *markup.blocks])


def slides(paths: list[tuple[Path, Path]]) -> Iterator[tuple[Key, str, set[str]]]:
    """Every shown slide: its component, and the rules that find something in it."""
    seen: set[Key] = set()
    for path, root in paths:
        try:
            opened = open_deck(path, root)
        except InputError:
            continue
        options = markdown_options(opened.deck)
        show = Show(opened.deck, opened.resolutions, opened.workspace)
        found = list(check(show, RULES))
        for part in show.own_parts:
            key = root / part.slide.source.path, part.slide.index
            if key not in seen:
                seen.add(key)
                rules = {
                    item.rule
                    for item in found
                    if item.location.source.path == part.slide.source.path
                    and part.slide.span.start <= item.location.span.start <= part.slide.span.end
                }
                yield key, source(part, options), rules


def disagreements(paths: list[tuple[Path, Path]], cache: Path) -> list[str]:
    items = list(slides(paths))
    with Engine(cache) as engine:
        compiled = compile_all(engine, [text for _, text, _ in items])
    wrong = []
    for (path, index), text, rules in items:
        result = compiled[text]
        refusal = result.message if isinstance(result, NotCompiled) and NOT_OURS not in result.message else None
        is_elsewhere = refusal is not None and any(reason in refusal for reason in ELSEWHERE)
        if refusal and not rules and not is_elsewhere and not f"{path}#{index}".endswith(KNOWN):
            wrong.append(f"{path}#{index}: Vue says {refusal!r}, the rules nothing")
        if refusal is None and rules.intersection(ERRORS):
            wrong.append(f"{path}#{index}: Vue accepts it, {sorted(rules)} do not")
    return wrong


def test_vue_refuses_what_the_rules_report_in_the_compatibility_decks(tmp_path: Path) -> None:
    assert disagreements([(path, path.parent) for path in sorted(DECKS.rglob("*.md"))], tmp_path) == []


@pytest.mark.slow
def test_vue_refuses_what_the_rules_report_in_real_decks(shared: Path, tmp_path: Path) -> None:
    lines = (shared / "corpus/INDEX.tsv").read_text(encoding="utf-8").splitlines()[1:]
    paths = [Path(line.split("\t")[0]) for line in lines]
    decks = [(shared / "corpus" / path, shared / "corpus/decks" / path.parts[1]) for path in paths]
    assert disagreements(decks, tmp_path) == []
