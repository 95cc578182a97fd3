from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from slidewright.engine import Engine, EngineError, open_engine
from slidewright.engine import engine as door
from slidewright.engine.folders import VARIABLE


def test_results_come_in_the_order_of_the_arguments(engine: Engine) -> None:
    texts = [{"text": letter * 20} for letter in "abcab"]
    results = engine.call_many("lz", "compress", texts)
    assert [result["text"] for result in results] == [engine.call("lz", "compress", text)["text"] for text in texts]
    assert results[0] == results[3] != results[1]


def test_text_of_every_kind_comes_through(engine: Engine) -> None:
    tex = "\\text{汉字 é 😀 \\_}"
    assert "汉字 é 😀" in engine.call("katex", "render", {"tex": tex, "display": False})["html"]
    assert "error" not in engine.call("lz", "compress", {"text": "lone \ud800 surrogate"})


def test_one_bad_argument_is_its_own_result(engine: Engine) -> None:
    good, bad = engine.call_many("katex", "render", [{"tex": t, "display": False} for t in ("x", "\\frac{")])
    assert good["html"].startswith('<span class="katex">')
    assert bad["error"].startswith("KaTeX parse error")
    assert "\n" not in bad["error"]


@pytest.mark.parametrize("command", ["\\show\\alpha", "\\message{hello}", "\\errmessage{hello}"])
def test_what_a_library_prints_does_not_shift_the_results(engine: Engine, command: str) -> None:
    texts = [command, f"{command} y", "z"]
    results = engine.call_many("katex", "render", [{"tex": text, "display": False} for text in texts])
    assert [text in result["html"] for text, result in zip(("</math>", ">y<", ">z<"), results, strict=True)] == [
        True
    ] * 3
    assert engine.call("lz", "compress", {"text": f"after {command}"})["text"]


def test_an_unknown_function_is_a_fault_of_the_tool(engine: Engine) -> None:
    with pytest.raises(EngineError, match=r"no function shiki\.nothing"):
        engine.call("shiki", "nothing", {})
    with pytest.raises(EngineError, match=r"no function nothing\.at_all"):
        engine.call("nothing", "at_all", {})
    assert "text" in engine.call("lz", "compress", {"text": "still there"})


def test_a_warm_build_starts_no_process(bundles: None, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.mkdir()
    with Engine(folder) as cold:
        made = cold.call_many("lz", "compress", [{"text": "a"}, {"text": "b"}])
    monkeypatch.setattr("slidewright.engine.process.EngineProcess", None)
    with Engine(folder) as warm:
        assert warm.call_many("lz", "compress", [{"text": "b"}, {"text": "a"}]) == made[::-1]


def test_an_engine_is_new_until_something_is_kept(bundles: None, folder: Path) -> None:
    folder.mkdir()
    assert Engine(None).is_new
    with Engine(folder) as engine:
        assert engine.is_new
        engine.call("lz", "compress", {"text": "a"})
    assert not Engine(folder).is_new


def test_new_bundles_compute_anew(bundles: None, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.mkdir()
    with Engine(folder) as cold:
        cold.call("lz", "compress", {"text": "a"})
    monkeypatch.setattr(door, "stamp", lambda: "another")
    monkeypatch.setattr("slidewright.engine.process.EngineProcess", None)
    with Engine(folder) as warm, pytest.raises(TypeError):
        warm.call("lz", "compress", {"text": "a"})


def test_it_works_without_a_home_and_a_cache(bundles: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/nonexistent")
    monkeypatch.setenv(VARIABLE, os.devnull + "/cache")
    with open_engine() as engine:
        assert engine.call("lz", "compress", {"text": "abc"}) == {"text": "IYIwxkA="}


# A process that does as it is told, in place of the one that computes.
OBEDIENT = r"""
const write = value => Deno.stdout.writeSync(new TextEncoder().encode(JSON.stringify(value) + '\n'))
const read = () => {
  try {
    return Deno.readTextFileSync('/etc/hostname')
  } catch (error) {
    return error.name
  }
}
for await (const chunk of Deno.stdin.readable) {
  for (const item of JSON.parse(new TextDecoder().decode(chunk)).arguments) {
    if (item.startsWith('die')) {
      console.error('out of memory\nmore')
      Deno.exit(9)
    }
    if (item === 'hang') await new Promise(done => setTimeout(done, 60_000))
    write(item === 'read' ? read() : item.toUpperCase())
  }
}
"""


@pytest.fixture
def obedient(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Engine]:
    script = tmp_path / "bundle" / "server.js"
    script.parent.mkdir()
    script.write_text(OBEDIENT, encoding="utf-8")
    monkeypatch.setattr("slidewright.engine.process.server_script", lambda: script)
    monkeypatch.setattr("slidewright.engine.process.stamp", lambda: "0")
    monkeypatch.setattr(door, "stamp", lambda: "0")
    with Engine(None, timeout=3) as engine:
        yield engine


def test_an_item_that_ends_the_process_is_its_own_result(obedient: Engine) -> None:
    assert obedient.call_many("any", "thing", ["a", "die", "b"]) == ["A", {"error": "out of memory"}, "B"]


def test_an_item_that_takes_too_long_is_its_own_result(obedient: Engine) -> None:
    obedient.call("any", "thing", "start")
    obedient._timeout = 0.5
    first, late, last = obedient.call_many("any", "thing", ["a", "hang", "b"])
    assert (first, late) == ("A", {"error": "no result within 0.5 s"})
    assert last == "B" or "error" in last  # starting anew counts, and machines differ


def test_failing_again_and_again_is_given_up(obedient: Engine) -> None:
    items = ["die" + " " * number for number in range(8)]
    with pytest.raises(EngineError, match="failed 4 times"):
        obedient.call_many("any", "thing", items)


def test_a_process_that_was_killed_meanwhile_is_replaced(obedient: Engine) -> None:
    obedient.call("any", "thing", "start")
    assert obedient._process is not None
    obedient._process._process.kill()
    obedient._process._process.wait()
    assert obedient.call("any", "thing", "a") == "A"


def test_the_process_may_read_nothing_else(obedient: Engine) -> None:
    assert obedient.call("any", "thing", "read") == "NotCapable"


def test_missing_bundles_are_explained(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("slidewright.engine.bundles.bundle_folder", lambda: tmp_path)
    door.stamp.cache_clear()
    with Engine(None) as engine, pytest.raises(EngineError, match=r"pip install -e \."):
        engine.call("lz", "compress", {"text": "a"})
    door.stamp.cache_clear()


def test_closing_ends_the_process_and_twice_is_fine(bundles: None) -> None:
    engine = Engine(None)
    engine.call("lz", "compress", {"text": "a"})
    assert engine._process is not None
    process = engine._process._process
    engine.close()
    engine.close()
    deadline = time.monotonic() + 5
    while process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.01)
    assert process.poll() is not None


def test_an_engine_that_was_closed_does_not_come_back(tmp_path: Path) -> None:
    engine = Engine(tmp_path)
    engine.close()
    with pytest.raises(EngineError, match="is closed"):
        engine.call("shiki", "highlight", {})
    with pytest.raises(EngineError, match="is closed"):
        engine.prepare("shiki")
    assert list(tmp_path.iterdir()) == []
