"""Names that are data here against the bundles that they were taken from."""

from __future__ import annotations

from pathlib import Path

import pytest

from slidewright.engine import Engine, manifest
from slidewright.resources import bundle_folder
from slidewright.vocabulary.components import BUILT_IN, kebab, pascal
from slidewright.vocabulary.languages import BUNDLED, LANGUAGES, MEANT, meant
from slidewright.vocabulary.tex import CHEMISTRY, COMMANDS

INTERNAL = ("angular-", "es-tag-", "markdown-", "vue-", "cpp-macro", "jinja-html")
"""Grammars that others embed; Shiki has no name for them."""

SIGNED = {"c#", "c++", "f#", "文言"}
"""Names of Shiki's that our bundle does not list."""

needs_bundles = pytest.mark.skipif(
    not (bundle_folder() / "stamp").exists(), reason="the JavaScript bundles are not made"
)


@needs_bundles
def test_languages_are_the_bundled_highlighters() -> None:
    there = {*manifest()["languages"], *manifest()["aliases"]}
    assert there >= BUNDLED - SIGNED
    assert all(name.startswith(INTERNAL) for name in there - BUNDLED)


@needs_bundles
def test_components_are_the_bundled_clients() -> None:
    assert set(manifest()["components"]) == BUILT_IN


@needs_bundles
def test_katex_knows_the_commands_and_no_other(tmp_path: Path) -> None:
    quiet = sorted(COMMANDS - {"show", "message", "errmessage"})  # they print
    wanted = [{"tex": tex, "display": True} for name in quiet for tex in (f"\\{name}", f"\\text{{\\{name} x}}")]
    unknown = [{"tex": f"\\{name}{{a}}", "display": True} for name in ("mbox", "foo", *sorted(CHEMISTRY))]
    with Engine(tmp_path) as engine:
        results = engine.call_many("katex", "render", wanted)
        refused = engine.call_many("katex", "render", unknown)
    assert all("Undefined control sequence" in result["error"] for result in refused)
    both = zip(quiet, results[::2], results[1::2], strict=True)
    assert [name for name, *pair in both if all("Undefined control" in item.get("error", "") for item in pair)] == []


@pytest.mark.parametrize(
    ("name", "expected"),
    [("TS", "ts"), ("c++", "cpp"), ("C#", "csharp"), ("golang", "go"), ("pyhton", "python"), ("klingon", None)],
)
def test_unknown_languages_have_a_meaning(name: str, expected: str | None) -> None:
    assert meant(name) == expected


def test_what_is_meant_is_known() -> None:
    assert set(MEANT.values()) <= LANGUAGES
    assert not {name for name in MEANT if name in LANGUAGES - SIGNED}


def test_names_of_components_in_both_spellings() -> None:
    assert (pascal("v-click"), pascal("toc"), pascal("MyComp")) == ("VClick", "Toc", "MyComp")
    assert (kebab("VClick"), kebab("CarbonLogoGithub"), kebab("v-click")) == (
        "v-click",
        "carbon-logo-github",
        "v-click",
    )
