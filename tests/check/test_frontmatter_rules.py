"""What the rules about frontmatter have in common: one fault is one finding, and each points at its place."""

from __future__ import annotations

import pytest
from shows import show_of

from slidewright.check import check
from slidewright.check.rules.written import Written, inner, written
from slidewright.check.selection import selected_rules
from slidewright.settings import CheckSettings

RULES = selected_rules(CheckSettings(select=("frontmatter",)))


def found(text: str, **files: str) -> list[tuple[str, str]]:
    """The rules that speak, each with the text it points at."""
    return [(item.rule, item.location.text) for item in check(show_of({"slides.md": text, **files}), RULES)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\ntheme: seriph\ntitle: A\n---\n\n# A\n", []),
        ("---\ntitle: A: B\n---\n", [("invalid-frontmatter", ":")]),
        ('---\ntitle: "A --- B"\ntheme: seriph\n---\n', [("lost-frontmatter", "---")]),
        ("---\ntheme: seriph\n...\n\n# A\n\n---\n\n# B\n", [("lost-frontmatter", "...")]),
        ("# A\n\n---\n# B\n\ntranisition: fade\n---\n\n# C\n", [("unknown-key", "tranisition")]),
        ("# A\n\n---\n# B\n---\n\n# C\n", [("swallowed-slide", "# B")]),
        ("# A\n\n---\nlayout: center\n\n# B\n", [("swallowed-slide", "---")]),
        ("# A\n\n---\n\nlayout: centre\nfonts: a\n---\n\n# B\n", [("lost-frontmatter", "layout: centre")]),
        ("# A\n\n---\n\nlayout: center class: a\n---\n\n# B\n", [("formatter-damage", "layout: center class: a")]),
        ("---\ndrawings: yes\n---\n", [("wrong-type", "yes")]),
        ("---\nhighlighter: prism\n---\n", [("invalid-frontmatter", "prism")]),
        ("---\naspectRatio: wide\n---\n", [("invalid-frontmatter", "wide")]),
        ("---\nfonts:\n  sans: 3\n---\n", [("invalid-frontmatter", "sans: 3")]),
        ("---\nmonacoTypesSource: ata\n---\n", [("deprecated-key", "ata")]),
        ("# A\n\n---\nroutrMode: hash\n---\n\n# B\n", []),
        ("# A\n\n---\nfonts: Roboto\n---\n\n# B\n", [("misplaced-key", "fonts")]),
        (
            "# A\n\n---\nlayout: Center\nlayout: Center\n---\n",
            [("duplicate-key", "layout"), ("unknown-layout", "Center")],
        ),
        ("\n---\ntheme: seriph\nfonts: { sans: A }\n---\n\n# A\n", [("lost-frontmatter", "---")]),
    ],
)
def test_one_fault_is_one_finding_at_its_place(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "rule", "first"),
    [
        ("---\nclass: a\nclass: b\n---\n", "duplicate-key", (2, "class")),
        ("---\nfonts:\n  sans: A\n  sans: B\n---\n", "duplicate-key", (3, "sans")),
        ("---\nrouteAlias: a\n---\n\n---\nrouteAlias: a\n---\n", "duplicate-alias", (2, "a")),
    ],
)
def test_what_is_there_twice_points_at_the_first(text: str, rule: str, first: tuple[int, str]) -> None:
    (item,) = check(show_of({"slides.md": text}), RULES)
    (related,) = item.related
    assert item.rule == rule
    assert (related.location.start.line, related.location.text) == first


def keys(block: str) -> dict[str, Written]:
    (outer,) = written(show_of({"slides.md": f"---\n{block}\n---\n"}))
    return {item.name: item for item in inner(outer)}


@pytest.mark.parametrize(
    "block",
    [
        "fonts:\n  sans: Roboto\n  mono: 'Fira Code'",
        "fonts: { sans: Roboto, mono: 'Fira Code' }",
        "fonts: {sans: Roboto,\n  'mono': \"Fira Code\"}",
        "fonts: # mono: no\n  sans: Roboto # serif: no\n  mono: 'Fira Code'",
    ],
)
def test_keys_inside_a_map_are_found_with_their_values(block: str) -> None:
    found = keys(block)
    assert {name: item.source.slice(item.value_span) for name, item in found.items()} == {
        "fonts.sans": "Roboto",
        "fonts.mono": "Fira Code",
    }
    assert all(item.source.slice(item.key_span) == name.partition(".")[2] for name, item in found.items())


def test_a_quoted_value_has_a_place_with_its_quotes() -> None:
    item = keys("fonts: { mono: 'Fira Code' }")["fonts.mono"]
    assert item.source.slice(item.whole_value) == "'Fira Code'"


def test_headmatter_counts_even_where_its_slide_is_hidden() -> None:
    assert found("---\nhide: true\ncolorSchema: Dark\n---\n\n# A\n\n---\n\n# B\n") == [("wrong-value", "Dark")]
