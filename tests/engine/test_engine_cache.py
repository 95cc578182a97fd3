from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest

from slidewright.engine.cache import ResultCache

KEYS = [bytes([number]) * 32 for number in range(4)]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "results.sqlite3"


def test_what_was_put_is_there_for_the_next_build(file: Path) -> None:
    first = ResultCache(file)
    first.put_many({KEYS[0]: '"a"', KEYS[1]: '"b"'})
    first.close()
    assert ResultCache(file).get_many(KEYS[:3]) == {KEYS[0]: '"a"', KEYS[1]: '"b"'}


def test_more_keys_than_one_query_takes(file: Path) -> None:
    cache = ResultCache(file)
    many = {number.to_bytes(32, "big"): str(number) for number in range(2_000)}
    cache.put_many(many)
    assert cache.get_many(list(many)) == many


def test_two_builds_write_at_once(file: Path) -> None:
    one, other = ResultCache(file), ResultCache(file)
    one.put_many({KEYS[0]: '"one"'})
    other.put_many({KEYS[0]: '"other"', KEYS[1]: '"other"'})
    assert one.get_many(KEYS) == {KEYS[0]: '"one"', KEYS[1]: '"other"'}


@pytest.mark.parametrize("content", [b"no database at all" * 100, b"SQLite format 3\0" + b"\xff" * 4000])
def test_a_broken_file_is_replaced(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    cache = ResultCache(file)
    assert cache.get_many(KEYS) == {}
    cache.put_many({KEYS[0]: '"a"'})
    cache.close()
    assert ResultCache(file).get_many(KEYS) == {KEYS[0]: '"a"'}


def test_a_file_that_breaks_while_it_is_open_is_replaced(file: Path) -> None:
    cache = ResultCache(file)
    cache.put_many({number.to_bytes(32, "big"): '"x"' * 1000 for number in range(100)})
    cache.close()
    content = bytearray(file.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    file.write_bytes(content)
    reopened = ResultCache(file)
    assert reopened.get_many([(7).to_bytes(32, "big")]) == {}
    reopened.put_many({KEYS[0]: '"a"'})
    assert reopened.get_many(KEYS) == {KEYS[0]: '"a"'}


def test_a_locked_file_is_left_alone(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("slidewright.engine.cache._WAIT", 0.05)
    ResultCache(file).put_many({KEYS[0]: '"a"'})
    other = sqlite3.connect(file)
    other.execute("BEGIN EXCLUSIVE")
    assert ResultCache(file).get_many(KEYS) == {}
    other.rollback()
    assert ResultCache(file).get_many(KEYS) == {KEYS[0]: '"a"'}


def test_no_folder_is_no_cache(tmp_path: Path) -> None:
    cache = ResultCache(tmp_path / "absent" / "results.sqlite3")
    cache.put_many({KEYS[0]: '"a"'})
    assert cache.get_many(KEYS) == {}
    cache.close()


def test_the_results_unused_for_longest_are_pruned(file: Path) -> None:
    old = ResultCache(file, size_limit=100_000)
    old._today -= 3
    old.put_many({KEYS[0]: "x" * 40_000, KEYS[1]: "y" * 40_000})
    old.close()
    used = ResultCache(file, size_limit=100_000)
    used.get_many([KEYS[0]])
    used.put_many({KEYS[2]: "z" * 30_000})
    used.close()
    assert set(ResultCache(file).get_many(KEYS)) == {KEYS[0], KEYS[2]}
    assert file.stat().st_size < 100_000


def test_a_cache_may_be_closed_while_another_thread_asks(tmp_path: Path) -> None:
    keys = [bytes([number % 256, number // 256]) for number in range(2000)]
    for _ in range(30):
        cache = ResultCache(tmp_path / "results.sqlite3")
        cache.put_many(dict.fromkeys(keys, "1" * 500))
        started = threading.Event()

        def ask(cache: ResultCache = cache, started: threading.Event = started) -> None:
            for _ in range(50):
                cache.get_many(keys)
                started.set()

        asking = threading.Thread(target=ask)
        asking.start()
        started.wait()
        cache.close()
        asking.join()
