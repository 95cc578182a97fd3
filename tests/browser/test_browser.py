from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from slidewright.browser import Browser, BrowserError, PageError, find_browser, open_browser

pytestmark = pytest.mark.browser


def required() -> Path:
    try:
        return find_browser()
    except BrowserError as error:
        (pytest.fail if os.environ.get("SLIDEWRIGHT_REQUIRE_BROWSER") else pytest.skip)(str(error))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with Browser(required()) as browser:
        yield browser


def processes(profiles: Path) -> set[str]:
    """Ids of the processes that have a profile in that folder."""
    found = set()
    for entry in Path("/proc").iterdir():
        try:
            if entry.name.isdigit() and os.fsencode(profiles) in (entry / "cmdline").read_bytes():
                found.add(entry.name)
        except OSError:
            continue
    return found


def test_a_page_is_made_of_text_and_its_scripts_run(browser: Browser) -> None:
    tab = browser.tab(400, 300)
    tab.show("<!DOCTYPE html><p>hello</p><script>window.answer = 6 * 7</script>")
    assert tab.evaluate("[document.querySelector('p').textContent, answer, innerWidth]") == ["hello", 42, 400]
    tab.close()


def test_an_address_is_opened_and_its_text_is_there(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<title>mine</title><script>console.error('oh', 1)</script>")
    tab = browser.tab()
    tab.open((tmp_path / "page.html").as_uri())
    assert tab.evaluate("document.title") == "mine"
    assert tab.errors == ["oh 1"]
    with pytest.raises(BrowserError, match="ERR_FILE_NOT_FOUND"):
        tab.open((tmp_path / "gone.html").as_uri())
    tab.close()


def test_promises_are_awaited_and_what_is_thrown_is_said(browser: Browser) -> None:
    tab = browser.tab()
    assert tab.evaluate("Promise.resolve({a: [1, null]})") == {"a": [1, None]}
    with pytest.raises(PageError, match=r"^ReferenceError: nobody is not defined$"):
        tab.evaluate("nobody")
    with pytest.raises(PageError, match=r"^Error: no$"):
        tab.evaluate("Promise.reject(new Error('no'))")
    with pytest.raises(BrowserError, match=r"within 0\.2 s"):
        tab.evaluate("new Promise(() => {})", timeout=0.2)
    assert tab.evaluate("1") == 1, "an answer that comes late, or never, is not taken for the next one"
    tab.close()


def test_large_messages_pass_both_ways(browser: Browser) -> None:
    tab = browser.tab()
    tab.show(f"<script>window.long = '{'x' * 5_000_000}é'</script>")
    assert tab.evaluate("long") == "x" * 5_000_000 + "é"
    tab.close()


def test_no_name_leads_to_a_network(browser: Browser) -> None:
    tab = browser.tab()
    with pytest.raises(BrowserError, match="ERR_NAME_NOT_RESOLVED"):
        tab.open("http://example.org/")
    tab.close()


@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="processes are listed in /proc only on Linux")
def test_nothing_is_left_of_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with Browser(required()) as browser:
        assert processes(tmp_path)
        assert browser.version.split("/")[0] in ("Chrome", "HeadlessChrome", "Edg")
    limit = time.monotonic() + 10
    while processes(tmp_path) and time.monotonic() < limit:
        time.sleep(0.05)
    assert processes(tmp_path) == set()
    assert list(tmp_path.iterdir()) == []


def test_a_program_that_is_no_browser_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    script = tmp_path / "chromium"
    script.write_text("#!/bin/sh\nexit 3\n")
    script.chmod(0o755)
    monkeypatch.setenv("SLIDEWRIGHT_CHROMIUM", str(script))
    with pytest.raises(BrowserError, match="has ended"):
        open_browser()
    script.write_text("not a program")
    with pytest.raises(BrowserError, match="does not start"):
        open_browser()
