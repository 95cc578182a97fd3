"""A phone steps through the show: its own page, the same server, a window that follows."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator

import pytest
from chromium import Browser, Page
from live import Live, Start, Window
from websockets.sync.client import connect

pytestmark = pytest.mark.browser

SLIDES = """---
title: Talk
---

# One

<v-clicks>

- first
- second

</v-clicks>

<!--
Say hello. [click] Then the first, [click] and the second.

<img src="x" onerror="window.ran = true"><script>window.ran = true</script>
-->

---

# Two

---

# Three
"""


@pytest.fixture(scope="module")
def live(started: Start) -> Live:
    return started({"slides.md": SLIDES})


@pytest.fixture
def phone(browser: Browser, live: Live) -> Iterator[Page]:
    page = browser.page(390, 844)
    page.open(f"{live.url}/remote")
    page.wait(f"{text('page')}.endsWith('/ 3')", 30)
    yield page
    page.close()


def text(id: str) -> str:
    """What an element of the phone's page says."""
    return f"document.getElementById('{id}').textContent"


def tap(phone: Page, id: str) -> None:
    phone.click_on(f"#{id}")


def go_to_start(phone: Page) -> None:
    while phone.evaluate("!document.getElementById('previous').disabled"):
        tap(phone, "previous")


def test_a_phone_steps_clicks_and_slides_and_a_window_follows(browser: Browser, live: Live, phone: Page) -> None:
    tab = browser.page()
    window = Window(tab, live, "1")
    go_to_start(phone)
    tap(phone, "next")
    phone.wait(f"{text('clicks')} === 'click 1 / 2'")
    window.wait("location.hash === '#/1?clicks=1'")
    tap(phone, "next")
    tap(phone, "next")
    phone.wait(f"{text('page')} === '2 / 3' && {text('title')} === 'Two' && {text('after')} === 'Three'")
    window.wait("location.hash.startsWith('#/2')")
    tap(phone, "previous")
    phone.wait(f"{text('clicks')} === 'click 2 / 2'")
    window.wait("location.hash === '#/1?clicks=2'")
    tab.close()


def place_of_server(live: Live) -> list[int]:
    """Where whoever comes now is told that the show is."""
    address = f"{live.url.replace('http', 'ws')}/@slidewright/live"
    with connect(address, origin=live.url, proxy=None) as connection:
        connection.send(json.dumps({"type": "hello", "view": "remote"}))
        state = json.loads(connection.recv(10))["states"]["Talk - Slidev - shared"]
    return [state["page"], state["clicks"]]


PLACE = "[+/(\\d+)(\\?|$)/.exec(location.hash)[1], +(/clicks=(\\d+)/.exec(location.hash)?.[1] ?? 0)]"
TAPS = "{}.forEach(id => document.getElementById(id).click())"


def places(live: Live, phone: Page, windows: list[Window]) -> list[list[int]]:
    """Where the windows are, the phone, and the server, once what is late has come."""
    time.sleep(0.7)
    page, clicks = (phone.evaluate(text(id)) for id in ("page", "clicks"))
    at_phone = [int(page.split()[0]), int(clicks.split()[1]) if clicks else 0]
    return [*(window.get(PLACE) for window in windows), at_phone, place_of_server(live)]


def test_quick_steps_end_at_the_same_place_everywhere(browser: Browser, live: Live, phone: Page) -> None:
    windows = [Window(browser.page(), live, route) for route in ("1", "presenter/1")]
    go_to_start(phone)
    turns = [["next"] * 4, ["previous"] * 2, ["next", "previous"] * 3, ["previous"] * 2, ["next"] * 3]
    expected = [[3, 0], [1, 2], [1, 2], [1, 0], [2, 0]]
    for ids, end in zip(turns, expected, strict=True):
        phone.evaluate(TAPS.format(json.dumps(ids)))
        for window in windows:
            window.wait(f"JSON.stringify({PLACE}) === '{json.dumps(end, separators=(',', ':'))}'")
        assert places(live, phone, windows) == [end] * 4
    for window in windows:
        window.page.close()


def test_a_phone_and_windows_that_step_at_once_end_at_one_place(browser: Browser, live: Live, phone: Page) -> None:
    windows = [Window(browser.page(), live, route) for route in ("1", "presenter/1")]
    go_to_start(phone)
    for turn in range(12):
        phone.evaluate(TAPS.format(json.dumps(["next", "previous", "next"][: 1 + turn % 3])))
        for key in ["ArrowRight", "ArrowLeft", "ArrowRight"][turn % 2 :]:
            windows[turn % 2].page.press(key)
        found = places(live, phone, windows)
        assert found == [found[0]] * 4, turn
    for window in windows:
        window.page.close()


def test_a_phone_follows_a_window(browser: Browser, live: Live, phone: Page) -> None:
    tab = browser.page()
    window = Window(tab, live, "1")
    window.get("slidewright.livePage.go(3)")
    phone.wait(f"{text('page')} === '3 / 3' && {text('after')} === 'the end'")
    assert phone.evaluate("document.getElementById('next').disabled")
    tab.close()


def test_notes_mark_the_click_and_none_of_their_scripts_run(phone: Page) -> None:
    go_to_start(phone)
    tap(phone, "next")
    phone.wait("document.querySelector('#notes .active')?.dataset.clicks === '1'")
    assert "Say hello." in phone.evaluate(text("notes"))
    assert phone.evaluate("window.ran === undefined && !document.querySelector('#notes script')")


def test_the_first_step_starts_the_timer_which_can_be_stopped(phone: Page) -> None:
    go_to_start(phone)
    tap(phone, "next")
    phone.wait("document.getElementById('timer').className === 'running'")
    tap(phone, "timer")
    phone.wait("document.getElementById('timer').className === 'paused'")
    tap(phone, "reset")
    phone.wait(f"{text('timer')} === '0:00' && document.getElementById('reset').hidden")


def test_an_edit_reaches_the_phone(live: Live, phone: Page) -> None:
    go_to_start(phone)
    live.edit("# Two", "# Second")
    phone.wait(f"{text('after')} === 'Second'", 20)
    live.edit("# Second", "# Two")
    phone.wait(f"{text('after')} === 'Two'", 20)


def test_a_swipe_steps_and_a_scroll_does_not(phone: Page) -> None:
    go_to_start(phone)
    phone.swipe((340, 400), (60, 405))
    phone.wait(f"{text('clicks')} === 'click 1 / 2'")
    phone.swipe((60, 400), (340, 405))
    phone.wait(f"{text('clicks')} === 'click 0 / 2'")
    phone.swipe((200, 600), (180, 300))
    phone.swipe((200, 300), (220, 600))
    assert phone.evaluate(text("clicks")) == "click 0 / 2"


def test_of_several_channels_the_one_used_last_counts(browser: Browser, live: Live, phone: Page) -> None:
    def say(channel: str, page: int, time: int) -> str:
        state = (
            f"{{ page: {page}, clicks: 0, clicksTotal: 0, lastUpdate: {{ id: 'x', type: 'viewer', time: {time} }} }}"
        )
        return f"slidewright.live.send({{ type: 'state', channel: '{channel} - shared', state: {state} }})"

    newest = phone.evaluate("Date.now()") + 60_000
    phone.evaluate(say("Talk - Slidev", 2, newest))
    phone.evaluate(say("Former title - Slidev", 3, 1))
    again = browser.page(390, 844)
    again.open(f"{live.url}/remote")
    again.wait(f"{text('title')} === 'Two'", 30)
    assert again.evaluate(text("page")) == "2 / 3"
    again.close()
    go_to_start(phone)


def test_touch_targets_are_large_and_nothing_is_wider_than_the_screen(phone: Page) -> None:
    tap(phone, "next")
    phone.wait("!document.getElementById('reset').hidden")
    assert phone.evaluate("document.documentElement.scrollWidth") == 390
    sizes = "[...document.querySelectorAll('button')].map(one => [one.offsetWidth, one.offsetHeight])"
    assert all(min(size) >= 48 for size in phone.evaluate(sizes))
    assert phone.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(16, 20, 24)"
