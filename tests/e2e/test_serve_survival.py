"""What a preview outlives: files that go and come back, half-typed text, crowds of files, its end, a laptop's sleep."""

from __future__ import annotations

import random
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from statistics import median

import pytest
from chromium import Browser
from live import SHOWN, Live, Open, Window, free_port, until, write_files

from slidewright.resources import bundle_folder

pytestmark = pytest.mark.browser

DECK = """\
---
title: Survival
---

# First

---
class: before
---

# Second

- one

---
src: ./page.md
---
"""
FILES = {"slidewright.toml": "", "slides.md": DECK, "page.md": "# Imported\n\nthird\n"}
WATCH_FOR_BLANKS = f"""(() => {{ window.blanks = 0; const look = () => {{
  if (!({SHOWN})?.innerText.trim()) blanks++
  requestAnimationFrame(look) }}; look() }})()"""
TOTAL = "slidewright.livePage.total()"


def stays(window: Window, route: str = "2") -> None:
    """The window is where it was, has never been empty and was not loaded again."""
    assert window.is_marked and window.route == route
    assert window.get("window.blanks") == 0


def watched(opened: Open) -> tuple[Live, Window]:
    """The second slide, and a look at each frame whether something is shown."""
    live, window = opened(FILES, "2")
    window.shows("Second")
    window.get(WATCH_FOR_BLANKS)
    return live, window


def free_of_faults(live: Live) -> None:
    until(lambda: not live.findings()["faults"], "no fault")


@pytest.mark.parametrize("way", ["deleted", "moved away"])
def test_a_deck_that_is_gone_is_told_and_comes_back(opened: Open, way: str) -> None:
    live, window = watched(opened)
    deck, away = live.folder / "slides.md", live.folder.parent / "away.md"
    if way == "deleted":
        deck.unlink()
    else:
        deck.rename(away)
    fault = until(lambda: live.findings()["faults"], "a fault")[0]
    assert fault["slide"] is None and "slides.md" in fault["message"]
    assert window.shows("Second")
    if way == "deleted":
        live.write("slides.md", DECK.replace("- one", "- restored"))
        window.shows("restored")
    else:
        away.rename(deck)
    free_of_faults(live)
    live.edit("# Second", "# Second again")
    window.shows("Second again")
    stays(window)


def test_an_imported_file_that_is_gone_comes_back(opened: Open) -> None:
    live, window = watched(opened)
    (live.folder / "page.md").unlink()
    until(lambda: any(one["rule"] for one in live.findings()["findings"]), "a finding")
    live.write("page.md", "# Imported\n\nthird again\n")
    until(lambda: not live.findings()["findings"], "no finding")
    window.get("slidewright.livePage.go(3)")
    window.shows("third again")
    stays(window, "3")


def test_files_are_seen_that_are_renamed_over_written_in_place_or_linked(opened: Open) -> None:
    live, window = watched(opened)
    deck = live.folder / "slides.md"
    live.write("slides.md", DECK.replace("- one", "- renamed over"))
    window.shows("renamed over")
    deck.write_text(DECK.replace("- one", "- written in place"))
    window.shows("written in place")
    deck.rename(live.folder / "slides.md~")  # as vim does: the old one is kept, the new one has another inode
    deck.write_text(DECK.replace("- one", "- beside a backup"))
    window.shows("beside a backup")
    with deck.open("a") as file:
        file.write("\n---\n\n# Appended\n")
    window.wait(f"{TOTAL} === 4")
    stays(window)


def test_the_whole_folder_is_made_anew(opened: Open) -> None:
    live, window = watched(opened)
    for path in live.folder.iterdir():
        path.unlink()
    until(lambda: live.findings()["faults"], "a fault")
    write_files(live.folder, {**FILES, "slides.md": DECK.replace("- one", "- checked out")})
    window.shows("checked out")
    free_of_faults(live)
    stays(window)


def test_a_file_that_is_empty_while_it_is_saved_shows_nothing_empty(opened: Open) -> None:
    live, window = watched(opened)
    window.get(f"(() => {{ window.totals = new Set(); setInterval(() => totals.add({TOTAL}), 1) }})()")
    for number in range(8):
        start = time.monotonic()
        with (live.folder / "slides.md").open("w") as file:
            time.sleep(0.02)
            file.write(DECK.replace("- one", f"- save {number}"))
        took = time.monotonic() - start
        window.shows(f"save {number}")
        if took > 0.1:  # the machine held it up for longer than an editor would
            window.get("window.totals.clear(), window.blanks = 0")
    assert window.get("[...totals].join()") in ("3", "")
    stays(window)


TYPED = {
    "a tag": "\n<div class='x'>\n\ntyped **words**\n\n</div>\n",
    "an expression": "\n{{ ['typed'].join() }}\n",
    "a fence": "\n```ts {1|2}\nconst typed = 1\nlet b\n```\n",
    "a script": "\n<script setup>\nconst typed = { a: 'typed' }\n</script>\n\n{{ typed.a }}\n",
}


@pytest.mark.parametrize("kind", TYPED)
def test_text_that_is_half_typed_keeps_the_last_good_slide(opened: Open, kind: str) -> None:
    live, window = watched(opened)
    text = TYPED[kind]
    pace = random.Random(kind)
    for end in range(1, len(text), 3):
        live.write("slides.md", DECK.replace("- one\n", f"- one\n{text[:end]}"))
        time.sleep(pace.uniform(0, 0.08))
    live.write("slides.md", DECK.replace("- one\n", f"- one\n{text}"))
    window.shows("typed")
    free_of_faults(live)
    window.get("slidewright.livePage.go(3)")  # a fence or a tag that was open took no slide away
    window.shows("Imported")
    window.get("slidewright.livePage.go(2)")
    window.shows("Second")
    stays(window)


def test_frontmatter_that_is_half_typed_keeps_the_last_good_slide(opened: Open) -> None:
    live, window = watched(opened)
    for text in ("cl", "class:", "class: [", "class: ['after", "class: ['after'"):
        live.write("slides.md", DECK.replace("class: before", text))
        window.shows("Second")
    until(lambda: any(one["slide"] == 2 for one in live.findings()["faults"]), "a fault")
    live.write("slides.md", DECK.replace("class: before", "class: ['after']"))
    window.wait(f"({SHOWN}).querySelector('.slidev-layout.after')")
    free_of_faults(live)
    stays(window)


def test_a_fence_that_is_left_open_is_mended(opened: Open) -> None:
    live, window = watched(opened)
    live.edit("- one\n", "- one\n\n```js\nopen()\n")
    window.shows("open()")
    live.edit("open()\n", "closed()\n```\n")
    window.shows("closed()")
    window.wait(f"{TOTAL} === 3")
    free_of_faults(live)
    stays(window)


def test_a_checkout_of_many_files_is_a_few_changes(opened: Open) -> None:
    count = 200
    pages = {f"pages/{number}.md": f"# Page {number}\n\nold\n" for number in range(count)}
    imports = "".join(f"\n---\nsrc: ./pages/{number}.md\n---\n" for number in range(count))
    live, window = opened({**FILES, **pages, "slides.md": f"{DECK}{imports}"}, "4")
    window.shows("old")
    window.wait(f"{TOTAL} === {count + 3} && slidewright.liveSlides.entries.every(one => one.row.component !== null)")
    until(lambda: live.findings()["version"] == window.get("slidewright.deck.version"), "the newest version")
    window.get("(window.updates = 0, slidewright.live.on('update', () => updates++))")
    before = live.findings()["version"]
    fresh = write_files(
        live.folder.parent / "fresh", {name: text.replace("old", "new") for name, text in pages.items()}
    )
    for name in pages:
        (fresh / name).replace(live.folder / name)
    window.shows("new")
    window.get(f"slidewright.livePage.go({count + 3})")
    window.shows("new")
    assert live.findings()["version"] - before < 8  # one, where the machine is not held up in the middle
    assert window.get("updates") < 8
    assert window.is_marked


def test_five_thousand_files_beside_the_deck_cost_little(tmp_path: Path, browser: Browser, ready: None) -> None:
    alone, crowded = (write_files(tmp_path / name, FILES) for name in ("alone", "crowded"))
    for number in range(5000):
        path = crowded / f"photos/{number % 50}/{number}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("# Not of the deck\n")
    times = [[began_and_edited(folder, tmp_path / "cache", browser) for folder in (alone, crowded)] for _ in range(3)]
    for measure in (0, 1):
        before, beside = (min(run[folder][measure] for run in times) for folder in (0, 1))
        assert beside < 3 * before, (measure, times)


def began_and_edited(folder: Path, cache: Path, browser: Browser) -> tuple[float, float]:
    """Seconds until a preview shows its deck, and the middle of those from an edit until it is shown."""
    page = browser.page(1280, 720)
    start = time.monotonic()
    live = Live(folder, cache)
    try:
        window = Window(page, live, "2")
        window.shows("Second")
        began = time.monotonic() - start
        return began, median(edited(live, window, f"{number} {start}") for number in range(7))
    finally:
        page.close()
        assert live.close() == 0, live.said()


def edited(live: Live, window: Window, text: str) -> float:
    """Seconds from an edit until it is shown."""
    start = time.monotonic()
    live.write("slides.md", DECK.replace("- one", f"- {text}"))
    window.shows(text)
    return time.monotonic() - start


@pytest.fixture
def ready() -> None:
    if not (bundle_folder() / "manifest.json").is_file():
        pytest.skip("the JavaScript bundles are not built in this checkout")


def children(process: int) -> set[int]:
    """The processes that a process has started and that still run."""
    found = set()
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # it has ended meanwhile
            state, parent = path.read_text().rpartition(") ")[2].split()[:2]
            found |= {int(path.parent.name)} if parent == str(process) and state != "Z" else set()
    return found


def wait_for_ends(processes: set[int]) -> None:
    """Wait until none of these is there."""
    until(lambda: not any(Path(f"/proc/{one}").exists() for one in processes), "the engine's end")


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are listed in /proc")
def test_a_server_that_is_killed_and_started_again_is_found_by_its_windows(
    tmp_path: Path, browser: Browser, ready: None
) -> None:
    port, page = str(free_port()), browser.page(1280, 720)
    lives = [Live(write_files(tmp_path / "deck", FILES), tmp_path / "cache", "--port", port)]
    try:
        window = Window(page, lives[0], "2")
        window.shows("Second")
        window.get(WATCH_FOR_BLANKS)
        for text, end in (("killed", signal.SIGKILL), ("ended", signal.SIGINT)):
            engines = until(lambda: children(lives[-1].process.pid), "an engine")
            lives[-1].process.send_signal(end)
            lives[-1].process.wait(30)
            wait_for_ends(engines)
            window.wait("slidewright.live.status === 'disconnected'")
            assert window.shows("Second")
            lives[0].write("slides.md", DECK.replace("- one", f"- {text}").replace("# First", f"# First {text}"))
            lives.append(Live(lives[0].folder, tmp_path / "cache", "--port", port))
            window.shows(text)
            lives[-1].edit(f"- {text}", f"- {text} and back")
            window.shows(f"{text} and back")
        stays(window)
        window.get("slidewright.livePage.go(1)")
        window.shows("First ended")
    finally:
        page.close()
        assert lives[-1].close() == 0, lives[-1].said()


def sleep_frozen(window: Window) -> Callable[[], None]:
    window.page.call("Page.setWebLifecycleState", {"state": "frozen"})
    return lambda: window.page.call("Page.setWebLifecycleState", {"state": "active"})


def sleep_offline(window: Window) -> Callable[[], None]:
    limits = {"latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
    window.page.call("Network.emulateNetworkConditions", {"offline": True, **limits})
    return lambda: window.page.call("Network.emulateNetworkConditions", {"offline": False, **limits})


@pytest.mark.parametrize("sleep", [sleep_frozen, sleep_offline])
def test_a_window_that_slept_catches_up(
    opened: Open, browser: Browser, sleep: Callable[[Window], Callable[[], None]]
) -> None:
    live, window = watched(opened)
    awake = Window(browser.page(1280, 720), live, "2")
    wake = sleep(window)
    for number in range(3):
        live.edit("- one", f"- while it slept {number}\n- one")
        awake.shows(f"while it slept {number}")
    live.edit("# First", "# New\n\n---\n\n# First")
    awake.wait(f"{TOTAL} === 4")
    awake.page.close()
    wake()
    window.shows("while it slept 2")
    window.wait(f"{TOTAL} === 4")
    live.edit("- one", "- awake")
    window.shows("awake")
    stays(window, "3")


def test_a_server_that_slept_catches_up(opened: Open) -> None:
    live, window = watched(opened)
    live.process.send_signal(signal.SIGSTOP)
    live.edit("- one", "- while it slept")
    window.get("dispatchEvent(new Event('pageshow'))")  # the window asks, and hears nothing
    window.wait("slidewright.live.status === 'disconnected'")
    live.process.send_signal(signal.SIGCONT)
    window.shows("while it slept")
    window.wait("slidewright.live.status === 'connected'")
    live.edit("while it slept", "awake")
    window.shows("awake")
    stays(window)
