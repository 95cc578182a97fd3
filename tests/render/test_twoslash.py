from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from slidewright.engine import Engine, open_engine
from slidewright.load import load
from slidewright.parse.markdown.fences import code_block
from slidewright.render.html import render
from slidewright.render.twoslash import TypedCode, typed_code, wants_types
from slidewright.resolve import resolve
from slidewright.resources import bundle_folder
from slidewright.settings import BuildSettings
from slidewright.workspace import MemoryWorkspace

needs_bundles = pytest.mark.skipif(
    not (bundle_folder() / "manifest.json").is_file(), reason="the JavaScript bundles are not built in this checkout"
)
TYPED = "```ts twoslash\nconst a = 1\n```\n"
REJECTED = "# A\n\n```ts {1} twoslash\nimport x from 'far'\n```\n\n```ts twoslash\na\n    // ^?\n```\n"


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SLIDEWRIGHT_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        with open_engine() as engine:
            yield engine


def built(engine: Engine, text: str) -> tuple[str, list[tuple[str, int, str]]]:
    """The page, and what is told of it."""
    workspace = MemoryWorkspace({"slides.md": text})
    deck = load(workspace, PurePosixPath("slides.md"))
    made = render(
        deck, resolve(deck, workspace), workspace, BuildSettings(readable=True), engine, PurePosixPath("out.html")
    )
    told = [(item.rule, item.location.start.line, item.message) for item in made.diagnostics]
    return b"".join(made.artifacts[0].chunks()).decode(), told


@pytest.mark.parametrize(
    ("info", "wanted"),
    [
        ("ts twoslash", True),
        ("ts {1|2} {lines:true} twoslash", True),
        ("tsx twoslash", True),
        ("vue twoslash", True),
        ("typescript twoslash", True),
        ("ts {1} other twoslash include main", True),
        ("ts", False),
        ("ts no-twoslash", False),
        ("ts notwoslash", False),
        ("ts {1} twoslashed", False),
        ("python twoslash", False),
        ("TS twoslash", False),
        ("ts [twoslash]", False),
        ("ts {monaco} twoslash", False),
    ],
)
def test_a_block_is_typed_where_slidev_types_it(info: str, wanted: bool) -> None:
    assert wants_types(code_block(info, "const a = 1\n", "```", 0)) is wanted


@needs_bundles
@pytest.mark.parametrize(("value", "shown"), [("true", True), ("build", True), ("false", False), ("dev", False)])
def test_the_deck_says_whether_twoslash_runs(engine: Engine, value: str, shown: bool) -> None:
    page, told = built(engine, f"---\ntwoslash: {value}\n---\n\n{TYPED}")
    assert told == []
    assert ("twoslash-popup-code" in page.split("slidewright/slide/1")[1]) is shown


@needs_bundles
def test_tags_of_the_pop_ups_are_components(engine: Engine) -> None:
    assert built(engine, "# A\n\n<VDropdown><VTooltip><v-menu>b</v-menu></VTooltip></VDropdown>\n")[1] == []


@needs_bundles
def test_what_twoslash_says_has_its_place_also_from_the_cache(engine: Engine) -> None:
    for _ in range(2):
        _, told = built(engine, REJECTED)
        assert [(rule, line) for rule, line, _ in told] == [("twoslash", 3), ("twoslash", 7)]
        assert "no types for the module `far`" in told[0][2]
        assert "Invalid quick info query" in told[1][2]
        assert "without types" in told[1][2]


@needs_bundles
def test_mustaches_of_a_rejected_block_are_text(engine: Engine) -> None:
    block = code_block("ts twoslash", "const a = `{{ x }}`\n\n    // ^?\n", "```", 0)
    typed = typed_code(engine, [block])[block]
    assert typed.failure
    assert "{{" not in typed.html
    assert "&lbrace;&lbrace; x }}" in typed.html


class Broken(Engine):
    """An engine that TypeScript breaks."""

    def call_many(self, module: str, function: str, arguments: object) -> list[object]:
        return [{"error": "no result within 60 s"}]


def test_a_compiler_that_does_not_finish_is_a_remark() -> None:
    block = code_block("ts twoslash", "type Endless = 1\n", "```", 0)
    assert typed_code(Broken(None), [block]) == {block: TypedCode("", "no result within 60 s")}
