"""Rules against their specifications: each `##` section of `tests/specs/<rule>.md` is a case of files and findings.

A fenced block named by a path is a file; one called `diagnostics` holds what the rule must say, `fixed PATH` what a
file is after its fixes, `settings` (TOML) what the rule is told, `image PATH` a picture to be made (`png 400x300`,
`jpeg 10x10 truncated`, `bytes 3000000`, `links` a line `URL status code reason` for each remote address.
`--update-goldens` rewrites `diagnostics` and `fixed`, and fails so that the diff is read.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest
from cases import Case, cases, diagnostics, findings, link, picture, rewrite, show_of
from markdown_it import MarkdownIt

from slidewright.check.elsewhere import FINDINGS
from slidewright.check.elsewhere.finding import Elsewhere
from slidewright.check.fixes import fixed
from slidewright.check.relevance import Relevance
from slidewright.check.rule import Rule
from slidewright.check.rules import FAMILIES
from slidewright.check.selection import all_rules

REPOSITORY = Path(__file__).parents[2]
SPECS = Path(__file__).parents[1] / "specs"
PAGES = REPOSITORY / "docs/rules"
RULES = {rule.name: rule for rule in all_rules()}
ALL = [case for path in sorted(SPECS.glob("*.md")) for case in cases(path)]


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.path.stem}: {case.title}")
def test_rule(case: Case, update_goldens: bool) -> None:
    actual = findings(RULES[case.path.stem], case)
    if actual != case.expected and update_goldens and "diagnostics" in case.blocks:
        rewrite(case, "diagnostics", actual)
        pytest.fail(f"rewrote {case.path.name}: read the diff")
    assert actual == case.expected
    if actual:
        assert Relevance(show_of(case)).of(case.path.stem), "the rule is not run there: see check/rules/needs.py"


def mended(rule: Rule, case: Case) -> dict[str, str]:
    """The files that fixes change, after all of them, unsafe ones included, were applied once."""
    changed = {}
    found = [item for item in diagnostics(rule, case) if item.fix]
    for source in {item.location.source.path: item.location.source for item in found}.values():
        fixes = [item.fix for item in found if item.fix and item.location.source.path == source.path]
        changed[str(source.path)] = fixed(source, fixes).text
    return changed


WITH_FIXES = [case for case in ALL if "  fix" in case.expected or case.fixed]


@pytest.mark.parametrize("case", WITH_FIXES, ids=lambda case: f"{case.path.stem}: {case.title}")
def test_fixes_are_as_specified_and_leave_nothing_to_fix(case: Case, update_goldens: bool) -> None:
    rule = RULES[case.path.stem]
    changed = mended(rule, case)
    for path, text in case.fixed.items():
        if changed.get(path) != text and update_goldens:
            rewrite(case, f"fixed {path}", changed.get(path, ""))
            pytest.fail(f"rewrote {case.path.name}: read the diff")
        assert changed.get(path) == text
    again = Case(case.path, case.title, {**case.files, **changed}, settings=case.settings, links=case.links)
    assert not [item for item in diagnostics(rule, again) if item.fix]


@pytest.mark.parametrize("rule", list(RULES.values()), ids=lambda rule: rule.name)
def test_a_rule_that_fixes_specifies_what_its_fix_writes(rule: Rule) -> None:
    own = [case for case in ALL if case.path.stem == rule.name]
    if any("  fix" in case.expected for case in own):
        assert any(case.fixed for case in own), "no `fixed PATH` block in the specification"


def test_every_rule_has_a_specification_with_findings_and_without() -> None:
    assert {path.stem for path in SPECS.glob("*.md")} == set(RULES)
    for name in RULES:
        outcomes = {bool(case.expected) for case in ALL if case.path.stem == name}
        assert outcomes == {True, False}, name


FILES = {
    "img/architecture.png": ("image", "png 1600x900"),
    "img/huge.png": ("image", "png 8000x6000 4000000"),
    "img/small.png": ("image", "png 64x36"),
    "img/cut.png": ("image", "png 400x300 truncated"),
    "img/heavy-1.png": ("image", "png 10x10 6000000"),
    "img/heavy-2.png": ("image", "png 20x20 6000000"),
    "package.json": ("text", '{"scripts": {"build": "slidev build --base /talk/"}}'),
    "public/logo.svg": ("text", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"/>'),
    "public/demo.webm": ("text", "webm"),
    "pages/introduction.md": ("text", "# One\n\n---\n\n# Two\n"),
    "snippets/example.py": ("text", "# region main\nprint(1)\n# endregion main\n"),
}
"""What stands beside the example of a rule's page."""

LINKS = (
    "https://example.com/gone dead 404 Not Found",
    "https://example.com/old moved 301 https://example.com/new",
    "https://example.com/page#gone no-anchor 200 no such place on the page",
    "https://example.com/slow unreachable 0 no answer within 20 s",
    "https://example.com/new alive 200 OK",
    "http://192.168.0.10/demo private 0 a private address",
)
"""What remote addresses answer in the examples of the rules that ask them."""


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.name)
def test_documented_example_is_reported_and_its_remedy_is_not(rule: Rule) -> None:
    bad, good = (token.content for token in MarkdownIt().parse(rule.explanation) if token.type == "fence")
    example = {path: picture(content) if kind == "image" else content for path, (kind, content) in FILES.items()}
    links = dict(map(link, LINKS))
    assert findings(rule, Case(SPECS, "bad", {**example, "slides.md": bad}, links=links))
    assert findings(rule, Case(SPECS, "good", {**example, "slides.md": good}, links=links)) == ""


def current(page: Path, text: str, update_goldens: bool) -> bool:
    """Does a page hold a text, or shall it?"""
    if update_goldens:
        page.write_text(text, encoding="utf-8")
    return page.is_file() and page.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.name)
def test_rule_page_is_current(rule: Rule, update_goldens: bool) -> None:
    text = f"# {rule.name}\n\n{rule.label.capitalize()}.\n\n{rule.explanation.strip()}\n"
    assert current(PAGES / f"{rule.name}.md", text, update_goldens)


@pytest.mark.parametrize("found", FINDINGS.values(), ids=lambda found: found.name)
def test_page_of_a_finding_of_other_commands_is_current(found: Elsewhere, update_goldens: bool) -> None:
    text = f"# {found.name}\n\n{found.label.capitalize()}.\n\n{found.explanation}\n"
    assert current(PAGES / f"{found.name}.md", text, update_goldens)


def test_every_page_is_a_rules_or_a_findings() -> None:
    assert {path.stem for path in PAGES.glob("*.md")} - {"README", "precision"} == {*RULES, *FINDINGS}


def test_index_of_rules_is_current(update_goldens: bool) -> None:
    lines = ["# Rules", "", f"{len(RULES)} rules in {len(FAMILIES)} families; `slidewright rules` prints this table."]
    for family, names in FAMILIES.items():
        doc = (import_module(f"slidewright.check.rules.{family}").__doc__ or "").split(": ", 1)[1]
        lines += ["", f"## {family}", "", f"{doc[0].upper()}{doc[1:]}", ""]
        lines += ["| rule | severity | default | fix | finds |", "|---|---|---|---|---|"]
        for rule in (RULES[name] for name in names):
            cells = (
                rule.severity.label,
                "on" if rule.enabled else "off",
                rule.fix or "",
                rule.summary.replace("|", "\\|"),
            )
            lines.append(f"| [{rule.name}]({rule.name}.md) | {' | '.join(cells)} |")
    lines += ["", "## Told by other commands", ""]
    lines += ["They need more than the deck's files; a suppression allows them, too.", ""]
    lines += ["| finding | told by | finds |", "|---|---|---|"]
    for found in FINDINGS.values():
        by = " and ".join(f"`{name}`" for name in found.by)
        lines.append(f"| [{found.name}]({found.name}.md) | {by} | {found.summary} |")
    assert current(PAGES / "README.md", "\n".join(lines) + "\n", update_goldens)


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.name)
def test_rules_say_whether_they_fix(rule: Rule) -> None:
    expected = "".join(case.expected for case in ALL if case.path.stem == rule.name)
    specified = "safe" if "\n  fix: " in expected else "unsafe" if "\n  fix (unsafe): " in expected else None
    assert rule.fix == specified
