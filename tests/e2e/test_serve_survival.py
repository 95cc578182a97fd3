"""What a preview lives through: files that go and come, halves of saves, bursts, a dead server, a sleeping page."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from live import PATIENCE, SHOWN, Live, Open, until, write_files

pytestmark = pytest.mark.browser

DECK = """\
---
title: Survival
lang: en
---

# First

---

# Second

<div v-click>clicked</div>

---

# Third
"""
FILES = {"slidewright.toml": "", "slides.md": DECK}


def test_the_deck_is_deleted_and_restored(opened: Open) -> None:
    live, window = opened(FILES, "2")
    (live.folder / "slides.md").unlink()
    fault = until(lambda: live.findings()["faults"], "a fault")[0]
    assert fault["slide"] is None and "slides.md" in fault["message"]
    assert window.shows("Second")
    (live.folder / "slides.md").write_text(DECK.replace("# Second", "# Second again"))
    assert window.shows("Second again")
    until(lambda: not live.findings()["faults"], "no fault")
    assert window.is_marked


def test_the_folder_of_the_deck_is_exchanged(opened: Open) -> None:
    files = {**FILES, "pages/one.md": "# Page one\n", "slides.md": DECK + "\n---\nsrc: ./pages/one.md\n---\n"}
    live, window = opened(files, "4")
    assert window.shows("Page one")
    (live.folder / "pages").rename(live.folder / "old")
    window.wait("slidewright.livePage.total() === 3")
    write_files(live.folder, {"pages/one.md": "# Page two\n"})
    window.wait("slidewright.livePage.total() === 4")
    window.get("slidewright.livePage.go(4)")
    assert window.shows("Page two")


def test_an_empty_file_in_the_middle_of_a_save_is_not_shown(opened: Open) -> None:
    live, window = opened(FILES, "2")
    first = f"({SHOWN})?.innerText.trim().split('\\n')[0] ?? 'nothing'"
    window.get(f"""(() => {{ window.seen = new Set(); const look = () => {{
      seen.add({first}); requestAnimationFrame(look) }}; look() }})()""")
    path = live.folder / "slides.md"
    for number in range(5):
        with path.open("w") as stream:  # truncates first, as many editors do
            stream.flush()
            os.fsync(stream.fileno())
            time.sleep(0.04)
            stream.write(DECK.replace("# Second", f"# Second {number}"))
        assert window.shows(f"Second {number}")
    seen = set(json.loads(window.get("JSON.stringify([...seen])")))
    assert seen <= {"Second", *(f"Second {number}" for number in range(5))}, seen


def test_many_files_that_change_at_once_are_one_change(opened: Open) -> None:
    pages = {f"pages/p{number}.md": f"# Page {number}\n" for number in range(200)}
    imports = "".join(f"\n---\nsrc: ./pages/p{number}.md\n---\n" for number in range(200))
    live, window = opened({**FILES, **pages, "slides.md": DECK + imports}, "2")
    window.wait("slidewright.livePage.total() === 203 && slidewright.liveSlides.entries.every(one => one.component)")
    until(lambda: "nothing to say" in live.said() or "warning" in live.said(), "the check")
    window.get("window.versions = []; slidewright.live.on('update', one => versions.push(one.version)); 0")
    for name in pages:
        (live.folder / name).write_text((live.folder / name).read_text().replace("Page", "Sheet"))
    window.wait("slidewright.liveSlides.entries.filter(one => one.row.slide.title?.startsWith('Sheet')).length === 200")
    window.wait("slidewright.liveSlides.entries.every(one => one.component)")
    with_text = window.get("versions.length")
    assert with_text <= 8, "one reading of the deck, then its slides in a few parts"
    assert window.shows("Second") and window.is_marked


def test_a_server_that_comes_back_brings_a_page_up_to_date(opened: Open, tmp_path: Path) -> None:
    live, window = opened(FILES, "2?clicks=1")
    port = live.url.rpartition(":")[2]
    live.process.kill()
    live.process.wait()
    window.wait("slidewright.live.status === 'disconnected'")
    live.edit("# Second", "# Second, while nobody looked")
    again = Live(live.folder, tmp_path / "cache", "--port", port)
    try:
        window.wait("slidewright.live.status === 'connected'")
        assert window.shows("while nobody looked")
        assert window.route == "2?clicks=1" and window.is_marked
        again.edit("# Third", "# The third")
        window.wait("slidewright.liveSlides.entries[2].row.slide.title === 'The third'")
    finally:
        assert again.close() == 0
    live.process.returncode = 0  # it was killed on purpose


def test_a_page_that_slept_catches_up(opened: Open) -> None:
    live, window = opened(FILES, "2")
    offline = {"latency": 0, "downloadThroughput": 0, "uploadThroughput": 0}
    window.page.call("Page.setWebLifecycleState", {"state": "frozen"})
    window.page.call("Network.emulateNetworkConditions", {"offline": True, **offline})
    for number in range(60):  # more than the server keeps for those who missed them
        live.edit("# Second" if number == 0 else f"# Second {number - 1}", f"# Second {number}")
        time.sleep(0.05)
    on = {"latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
    window.page.call("Network.emulateNetworkConditions", {"offline": False, **on})
    window.page.call("Page.setWebLifecycleState", {"state": "active"})
    assert window.shows("Second 59")
    assert window.route == "2"


def test_a_folder_of_five_thousand_files_beside_it_changes_nothing(opened: Open) -> None:
    beside = {f"data/{number % 50}/file{number}.txt": "x" for number in range(5_000)}
    live, window = opened({**FILES, **beside}, "2")
    for number in range(5):
        live.edit("# Second" if number == 0 else f"# Second {number - 1}", f"# Second {number}")
        assert window.shows(f"Second {number}")
    assert window.is_marked


def children(process: int) -> set[int]:
    found = set()
    for path in Path("/proc").iterdir():
        if path.name.isdigit():
            try:
                parent = int((path / "stat").read_text().rpartition(")")[2].split()[1])
            except OSError:
                continue
            if parent == process:
                found.add(int(path.name))
    return found


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="this system has no /proc")
def test_ctrl_c_leaves_no_process_whenever_it_comes(tmp_path: Path) -> None:
    chance = random.Random(5)
    folder = write_files(tmp_path / "deck", FILES)
    command = [sys.executable, "-m", "slidewright", "serve", "slides.md"]
    environment = {**os.environ, "SLIDEWRIGHT_CACHE_DIR": str(tmp_path / "cache")}
    for _ in range(6):
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(chance.uniform(0.6, 3.0))
        engine = children(process.pid)
        process.send_signal(signal.SIGINT)
        assert process.wait(30) in (0, 130, -signal.SIGINT)
        until(
            lambda engine=engine: not any(Path(f"/proc/{one}/exe").exists() for one in engine),
            "the engine to end",
            PATIENCE,
        )
