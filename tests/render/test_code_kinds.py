"""Code that Slidev draws, plays or edits: what of it goes into a slide's template."""

from __future__ import annotations

import json
import re
from pathlib import PurePosixPath

import pytest

from slidewright.engine import Engine
from slidewright.load import load
from slidewright.parse.markdown.options import MarkdownOptions, markdown_options
from slidewright.parse.markdown.render import render
from slidewright.parse.markdown.snippets import Snippet
from slidewright.render.diagrams import diagrams, draws_mermaid
from slidewright.render.drawings import drawings
from slidewright.render.listings import unplayed
from slidewright.render.moves import compressed_moves
from slidewright.render.prerender import prerender
from slidewright.resources import bundle_folder
from slidewright.workspace import DiskWorkspace

pytestmark = pytest.mark.skipif(
    not (bundle_folder() / "manifest.json").is_file(), reason="the JavaScript bundles are not built in this checkout"
)


@pytest.fixture(scope="module")
def engine() -> Engine:
    with Engine(None) as engine:
        yield engine


def template(engine: Engine, content: str, snippet: Snippet | None = None) -> str:
    options = MarkdownOptions()
    markup = render(content, options, snippet)
    return drawings(engine, [markup], [], options).fill(markup)


# Slidev's own output; where its highlighter ran out of time the file is left out.
@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("docs-examples/features__shiki-magic-move-02", 1),
        ("docs-examples/features__shiki-magic-move-03", 1),
        ("html/fences2", 4),
        ("clicks/clicks", 5),
    ],
)
def test_steps_are_slidevs_byte_for_byte(engine: Engine, shared, name: str, count: int) -> None:
    folder = shared / "slidev/fixtures"
    deck = load(DiskWorkspace(folder), PurePosixPath(f"{name}.md"))
    options = markdown_options(deck)
    blocks = [block for slide in deck.slides for block in render(slide.content.lstrip(), options).code]
    moves, unknown = compressed_moves(engine, blocks, options.line_numbers)
    theirs = re.findall(r'steps-lz=\\?"([^"\\]+)', (folder / f"{name}.md.html.json").read_text(encoding="utf-8"))
    assert [moves[block] for block in blocks if block in moves][:count] == theirs[:count]
    assert unknown == {}


@pytest.mark.parametrize(
    ("deck", "outer", "step", "numbered"),
    [
        (False, "", "", False),
        (True, "", "", True),
        (False, "{lines: true}", "", True),
        (True, "{lines:false}", "", False),
        (False, "{lines: true}", "{*}{lines: false}", False),
        (True, "{at: 2}", "{1}{lines:true}", True),
    ],
)
def test_a_step_a_move_and_the_deck_choose_line_numbers(
    engine: Engine, deck: bool, outer: str, step: str, numbered: bool
) -> None:
    [block] = render(f"````md magic-move {outer}\n```js {step}\na\n```\n````\n", MarkdownOptions()).code
    [plain] = render("````md magic-move\n```js\na\n```\n````\n", MarkdownOptions()).code
    same, _ = compressed_moves(engine, [block], deck)
    expected, _ = compressed_moves(engine, [plain], numbered)
    assert list(same.values()) == list(expected.values())


def test_imported_code_is_a_step(engine: Engine) -> None:
    move = "````md magic-move\n{}\n```js\nb\n```\n````\n"
    imported = template(engine, move.format("<<< ./a.js {1|2}"), lambda snippet: "a\n")
    assert imported == template(engine, move.format("```js {1|2}\na\n```"))
    assert "<ShikiMagicMove v-bind" in imported


def test_languages_that_nobody_knows_are_named_for_each_move(engine: Engine) -> None:
    content = "````md magic-move\n```nolang\na\n```\n```js\na\n```\n```nolang\nb\n```\n````\n\n```other\nx\n```\n"
    options = MarkdownOptions()
    markup = render(content, options)
    drawn = drawings(engine, [markup], [], options)
    assert drawn.unknown_languages(markup) == (("nolang", 0), ("other", 12))


def test_a_move_without_steps_is_its_text(engine: Engine) -> None:
    made = template(engine, "````md magic-move [t]\nno code\n````\n")
    assert "<CodeBlockWrapper" in made
    assert 'title="t"' in made
    assert "no code" in made


def test_a_mermaid_diagram_is_slidevs_component(engine: Engine) -> None:
    made = template(engine, "```mermaid {scale: 0.5}\ngraph LR\n  A\n```\n")
    assert re.fullmatch(r'<Mermaid v-bind="\{scale: 0\.5\}" code-lz="[\w+/=]+" />\s*', made)


def test_editors_hold_highlighted_code_and_its_mustaches_stay(engine: Engine) -> None:
    made = template(engine, "```ts {monaco-diff} {height: '9em'}\nlet a = '{{ 1 }}'\n~~~\nlet b\n```\n")
    assert made.startswith('<Monaco v-bind="{height: \'9em\'}" variant="monaco-diff" lang="ts">')
    assert made.count("<template #") == 2
    assert made.count('class="shiki') == 2
    assert "{{" not in made
    assert "~~~" not in made


@pytest.mark.parametrize("language", ["", "klingon"])
def test_an_editor_in_an_odd_language_is_plain_text(engine: Engine, language: str) -> None:
    options = MarkdownOptions()
    markup = render(f"```{language} {{monaco}}\nx\n```\n", options)
    drawn = drawings(engine, [markup], [], options)
    assert ">x</span>" in drawn.fill(markup)
    assert drawn.unknown_languages(markup) == (((language, 0),) if language else ())


def test_a_plantuml_diagram_holds_its_address_and_its_source(engine: Engine) -> None:
    made = template(engine, "```plantuml {alt: 'x'}\n@startuml\nA -> B\n@enduml\n```\n")
    assert re.match(
        r'<PlantUml v-bind="\{alt: \'x\'\}" picture="https://www\.plantuml\.com/plantuml/svg/[\w-]+">', made
    )
    assert "A -&gt; B" in made or "A -> B" in made


def test_diagrams_are_listed_with_their_lines() -> None:
    content = "# A\n\n```mermaid {theme: 'dark'}\ngraph\n```\n\n```js\n```\n\n```plantuml\nA\n```\n"
    found = diagrams(render(content, MarkdownOptions()).code, "https://e.test")
    assert [(item.kind, item.options, item.line) for item in found] == [
        ("mermaid", "{theme: 'dark'}", 2),
        ("plantuml", "", 9),
    ]
    assert found[0].source == "graph"
    assert found[1].source.startswith("https://e.test/svg/")


def test_only_what_is_not_played_is_told() -> None:
    fences = ["```mermaid\na\n```", "```ts {monaco}\na\n```", "````md magic-move\n```js\na\n```\n````"]
    content = "\n\n".join([*fences, "```plantuml\na\n```"])
    assert list(unplayed(render(content, MarkdownOptions()))) == []


def test_the_library_is_wanted_where_a_module_shows_the_component() -> None:
    assert draws_mermaid(["x", 'const a = _resolveComponent("Mermaid")'])
    assert draws_mermaid(['require("@slidev/client/builtin/Mermaid.vue")'])
    assert not draws_mermaid(["Mermaid", "a `<Mermaid>` in text"])


def test_a_diagram_is_drawn_once_for_the_same_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    monkeypatch.setenv("SLIDEWRIGHT_CACHE_DIR", str(tmp_path))
    asked: list[str] = []

    class Tab:
        def show(self, html: str) -> None:
            asked.append(html)

        def evaluate(self, call: str, timeout: float) -> object:
            asked.append(re.sub(r".*draw\((.*), dark\).*", r"\1", call))
            return [["light", {"svg": "<svg/>"}], ["dark", {"error": {"name": "E", "message": "no"}}]]

    class Browser:
        def tab(self) -> Tab:
            return Tab()

        def __enter__(self) -> Browser:
            return self

        def __exit__(self, *_: object) -> None:
            pass

    monkeypatch.setattr("slidewright.browser.open_browser", Browser)
    found = diagrams(render('```mermaid {scale: 2}\na "b"\n```\n', MarkdownOptions()).code, "")
    first = prerender(found, ["css"], lambda: "<page>", keep=True)
    assert asked == ["<page>", '"a \\"b\\"", {scale: 2}']
    assert json.loads(first.packed()) == {
        "dark": {"error": {"message": "no", "name": "E"}},
        "light": {"svg": "<svg/>"},
    }
    assert first.rejected == {found[0]: "no"}
    assert prerender(found, ["css"], lambda: "<page>", keep=True).packed() == first.packed()
    assert len(asked) == 2
    prerender(found, ["other css"], lambda: "<page>", keep=True)
    prerender(found, ["css"], lambda: "<page>", keep=False)
    assert len(asked) == 6
