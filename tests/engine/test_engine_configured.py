"""A deck's own configuration in the engine: what it changes, and what it must not reach."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest

from slidewright.engine import ConfiguredEngine, Engine


def files(code: str, **more: str) -> dict[str, Any]:
    return {"modules": [["own/entry", code], *map(list, more.items())], "entries": ["own/entry"]}


@pytest.fixture
def base(tmp_path: Path, bundles: Path) -> Engine:
    with Engine(tmp_path) as engine:
        yield engine


UNO = "const { defineConfig } = require('unocss'); exports.default = defineConfig({ shortcuts: { mine: 'p-7' } })"


def test_unocss_takes_the_decks_configuration(base: Engine) -> None:
    with ConfiguredEngine(base, {"uno": files(UNO)}) as engine:
        assert "1.75rem" in engine.call("uno", "generate", {"tokens": ["mine"], "theme": None})["head"]
        assert "1.75rem" in engine.call("uno", "directives", {"css": ".a { @apply mine }"})["css"]
        compiled = {"source": "<template/><style>.a { @apply mine }</style>", "id": "1", "filename": "1.vue"}
        assert "1.75rem" in engine.call("vue", "compile", compiled)["css"]
    assert "1.75rem" not in base.call("uno", "generate", {"tokens": ["mine"], "theme": None})["head"]


def test_results_keep_their_order_where_some_are_the_decks_own(base: Engine) -> None:
    with ConfiguredEngine(base, {"uno": files(UNO)}) as engine:
        sheets = [".a{top:1px}", ".b { @apply mine }", ".c{top:2px}"]
        made = engine.call_many("uno", "directives", [{"css": css} for css in sheets])
    assert [item["css"][:2] for item in made] == [".a", ".b", ".c"]


def head(engine: Engine, *tokens: str) -> str:
    return str(engine.call("uno", "generate", {"tokens": [*tokens], "theme": None})["head"])


CALLS = [("uno", "generate", {"tokens": ["mine"], "theme": None}), ("katex", "render", {"tex": "a", "display": False})]


def test_both_processes_are_renewed_and_answer_as_before(base: Engine) -> None:
    with ConfiguredEngine(base, {"uno": files(UNO)}) as engine:
        engine.warm(CALLS)
        before = [base._process, engine._process]
        assert None not in before
        adopt = engine.renew(CALLS)
        assert [base._process, engine._process] == before
        adopt()
        assert [one is other for one, other in zip(before, [base._process, engine._process], strict=True)] == [
            False
        ] * 2
        assert [one.is_running for one in before if one] == [False, False]
        assert "1.75rem" in head(engine, "mine", "p-1")
        assert "1.75rem" not in head(base, "mine", "p-1")


def test_a_process_of_its_own_that_never_ran_is_not_renewed(base: Engine) -> None:
    with ConfiguredEngine(base, {"uno": files(UNO)}) as engine:
        engine.renew(CALLS)()
        assert base._process is not None and engine._process is None


def test_an_engine_that_was_closed_meanwhile_takes_no_other_process(base: Engine) -> None:
    with ConfiguredEngine(base, {"uno": files(UNO)}) as engine:
        engine.warm(CALLS)
        adopt = engine.renew(CALLS)
    adopt()
    assert engine._process is None and base._process is not None


def test_a_configuration_that_is_not_taken_again_leaves_the_process_there_is(
    base: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    with ConfiguredEngine(base, {"uno": files(UNO)}) as engine:
        engine.warm(CALLS)
        before = engine._process
        monkeypatch.setattr("slidewright.engine.configured._PATIENCE", 0.0)
        engine.renew(CALLS)()
        assert engine._process is before
        assert "1.75rem" in head(engine, "mine", "p-2")


def test_shiki_and_katex_take_the_decks_options(base: Engine) -> None:
    shiki = files("exports.default = () => ({ theme: require('own/theme') })", **{"own/theme": "exports.name = 'nord'"})
    katex = files("exports.default = () => ({ macros: { '\\\\x': 'y' } })")
    with ConfiguredEngine(base, {"shiki": shiki, "katex": katex}) as engine:
        assert "shiki nord" in engine.call("shiki", "highlight", {"code": "let a", "lang": "ts"})["html"]
        assert ">y<" in engine.call("katex", "render", {"tex": "\\x", "display": False})["html"]


FAILING = {
    "throw new Error('boom')": "boom",
    "exports.default = () => { throw new Error('boom') }": "boom",
    "exports.default = (": "Unexpected token",
    "exports.default = require('./nowhere').x.y.z": None,
}


@pytest.mark.parametrize("code", FAILING)
def test_a_configuration_that_fails_is_told_and_has_no_effect(base: Engine, code: str) -> None:
    with ConfiguredEngine(base, {"uno": files(code)}) as engine:
        told = [fault["message"] for fault in engine.call("uno", "faults", {})["faults"]]
        assert told == [] if FAILING[code] is None else FAILING[code] in told[0]
        assert not engine.given_up


RULE = "exports.default = { rules: [[/^mine$/, () => { %s }]] }"
HOPELESS = {
    "while (true);": "no result within 4 s",
    RULE % "for (;;);": "no result within 4 s",
    "Deno.stdout.writeSync(new TextEncoder().encode('what?\\n'))": "it spoils the engine's results",
    "Deno.stdout.writeSync(new TextEncoder().encode('[]\\n'))": "it spoils the engine's results",
    "Deno.exit(7)": "the JavaScript engine ended with exit code 7",
}


@pytest.mark.parametrize("code", HOPELESS)
def test_a_configuration_that_stops_its_process_is_given_up(
    base: Engine, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("slidewright.engine.configured._PATIENCE", 4.0)
    asked = {"tokens": ["mine", "p-7"], "theme": None}
    with ConfiguredEngine(base, {"uno": files(code)}) as engine:
        assert engine.call("uno", "generate", asked) == base.call("uno", "generate", asked)
        assert engine.given_up == {"uno": HOPELESS[code]}
        started = time.monotonic()
        assert engine.call("uno", "faults", {})["faults"] == []
        assert time.monotonic() - started < 4


POISON = """
String.prototype.replace = () => 'poisoned'
JSON.stringify = () => '"poisoned"'
exports.default = {}
"""


def test_a_hostile_configuration_reaches_no_result_that_other_decks_share(base: Engine, tmp_path: Path) -> None:
    formula = {"tex": "a^2", "display": False}
    with ConfiguredEngine(base, {"uno": files(POISON)}) as engine:
        engine.call("uno", "generate", {"tokens": ["p-1"], "theme": None})
        shared = engine.call("katex", "render", formula)
        assert set(engine.call("uno", "generate", {"tokens": ["p-2"], "theme": None})) == {"head", "tail"}
    assert "poisoned" not in str(shared)
    with Engine(tmp_path) as later:
        assert later.call("katex", "render", formula) == shared
        assert "poisoned" not in str(later.call("uno", "generate", {"tokens": ["p-1"], "theme": None}))


def test_a_configuration_can_neither_read_nor_ask(base: Engine) -> None:
    code = "exports.default = async () => { await Deno.readTextFile('/etc/passwd'); return {} }"
    asking = "exports.default = async () => { await fetch('http://127.0.0.1:8080'); return {} }"
    for text in (code, asking):
        with ConfiguredEngine(base, {"uno": files(text)}) as engine:
            [fault] = engine.call("uno", "faults", {})["faults"]
            assert "Requires" in fault["message"] or "NotCapable" in fault["message"]
