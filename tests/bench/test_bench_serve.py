"""The live preview in Chromium: from the start to the first slide, from saving to painted, and what memory it takes.

Beside the real Slidev's dev server, on the same deck and in the same run, where SLIDEWRIGHT_SLIDEV_LAB names one.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import NamedTuple

import pytest
from chromium import Browser, Page, required
from PIL import Image

from slidewright.resources import bundle_folder

LAB = os.environ.get("SLIDEWRIGHT_SLIDEV_LAB", "")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.browser,
    pytest.mark.skipif(
        not (bundle_folder() / "manifest.json").is_file(), reason="the JavaScript bundles are not built here"
    ),
]
beside_slidev = pytest.mark.skipif(
    not LAB or not shutil.which("node"), reason="SLIDEWRIGHT_SLIDEV_LAB names no installed Slidev"
)

NO = 2  # the slide that is edited, and looked at
QUIET = 0.5  # seconds between two edits
EDITED = '---\nclass: mark-0\n---\n\n# Edited text-0-\n\n```js\nconst number = 0\n```\n\n<img src="./edited.png">\n'
SLIDE = "# Slide {no}\n\n- one {no}\n- two **words**\n\n```ts\nconst a = {no}\n```\n"
THIS = f"document.querySelector('.slidev-page-{NO}')"


class Kind(NamedTuple):
    """A kind of edit: what it does to the folder, and what the page has of it."""

    name: str
    edit: Callable[[Path, int], None]
    shows: Callable[[int], str]


def save(path: Path, content: bytes) -> None:
    """As editors do: another file in its place."""
    new = path.with_name(f".{path.name}.new")
    new.write_bytes(content)
    new.replace(path)


def replaced(pattern: str, new: str) -> Callable[[Path, int], None]:
    def edit(folder: Path, number: int) -> None:
        text = (folder / "slides.md").read_text(encoding="utf-8")
        save(folder / "slides.md", re.sub(pattern, new.format(number), text, count=1).encode())

    return edit


def picture(width: int) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (width, 40), (width % 255, 90, 160)).save(stream, "PNG")
    return stream.getvalue()


KINDS = (
    Kind("text", replaced(r"text-\d+-", "text-{}-"), lambda n: f"{THIS}?.textContent.includes('text-{n}-')"),
    Kind("frontmatter", replaced(r"mark-\d+", "mark-{}"), lambda n: f"!!{THIS}?.querySelector('.mark-{n}')"),
    Kind("code", replaced(r"number = \d+", "number = {}"), lambda n: f"{THIS}?.textContent.includes('number = {n}')"),
    Kind(
        "image",
        lambda folder, number: save(folder / "edited.png", picture(50 + number)),
        lambda n: f"[...({THIS}?.querySelectorAll('img') ?? [])].some(one => one.naturalWidth === {50 + n})",
    ),
)
PAINTED = "new Promise(done => requestAnimationFrame(() => done(performance.timeOrigin + performance.now())))"


def painted(page: Page, expression: str, seconds: float = 60) -> float:
    """When the page has something, in ms since the epoch; the clock of the page is the machine's."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if page.evaluate(expression):
                return float(page.evaluate(PAINTED))
        except RuntimeError:
            pass  # the page is being loaded
        time.sleep(0.002)
    pytest.fail(f"not within {seconds:g} s: {expression}")


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


class Server(NamedTuple):
    """A preview: its command for a port, and the address of a slide."""

    name: str
    command: Callable[[int], list[str]]
    address: str


OURS = Server(
    "slidewright",
    lambda port: [sys.executable, "-m", "slidewright", "serve", "slides.md", "--port", str(port)],
    "http://localhost:{port}/#/{no}",
)
THEIRS = Server(
    "slidev",
    lambda port: [
        str(shutil.which("node")),
        "node_modules/@slidev/cli/bin/slidev.mjs",
        "slides.md",
        "--port",
        str(port),
        "--log",
        "error",
    ],
    "http://localhost:{port}/{no}",
)


class Running(NamedTuple):
    """A preview with a page that looks at it; ms from the start to the first slide."""

    folder: Path
    page: Page
    process: subprocess.Popen[bytes]
    first: float

    def edits(self, kind: Kind, numbers: range) -> list[float]:
        """ms from saving to painted."""
        times = []
        for number in numbers:
            start = time.time() * 1000
            kind.edit(self.folder, number)
            times.append(painted(self.page, kind.shows(number)) - start)
            time.sleep(QUIET)
        return times

    def memory(self) -> float:
        """MB of the server's processes."""
        return sum(map(resident, family(self.process.pid)))

    def heap(self) -> float:
        """MB of the page's own heap, without garbage."""
        self.page.call("HeapProfiler.enable")
        self.page.call("HeapProfiler.collectGarbage")
        return float(self.page.call("Runtime.getHeapUsage")["usedSize"]) / 1e6


def family(process: int) -> list[int]:
    """A process and all that it started."""
    parents = {}
    for path in Path("/proc").iterdir():
        if path.name.isdigit():
            try:
                parents[int(path.name)] = int((path / "stat").read_text().rpartition(")")[2].split()[1])
            except OSError:
                continue
    found = [process]
    for one in found:
        found += [child for child, parent in parents.items() if parent == one]
    return found


def resident(process: int) -> float:
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) / 1000 for line in lines if line.startswith("VmRSS")), 0)


@contextmanager
def running(server: Server, folder: Path, browser: Browser, cache: Path) -> Iterator[Running]:
    port = free_port()
    page = browser.page(1280, 720)
    ignored = ("PYTHONDONTWRITEBYTECODE",)  # users' interpreters keep what they compile
    environment = {key: value for key, value in os.environ.items() if key not in ignored}
    environment["SLIDEWRIGHT_CACHE_DIR"] = str(cache)
    start = time.time() * 1000
    silent = subprocess.DEVNULL
    process = subprocess.Popen(
        server.command(port), cwd=folder, env=environment, stdin=subprocess.PIPE, stdout=silent, stderr=silent
    )
    try:
        wait_for_port(port, process)
        page.call("Page.navigate", {"url": server.address.format(port=port, no=NO)})
        first = painted(page, f"{THIS}?.textContent.includes('Edited')", 180) - start
        yield Running(folder, page, process, first)
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if process.stdin:
            process.stdin.close()
        page.close()


def wait_for_port(port: int, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + 120
    while time.monotonic() < end:
        assert process.poll() is None, "the preview ended"
        for host in ("127.0.0.1", "::1"):
            try:
                socket.create_connection((host, port), 1).close()
                return
            except OSError:
                time.sleep(0.005)
    pytest.fail("the preview does not listen")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with Browser(required()) as browser:
        yield browser


def p95(times: list[float]) -> float:
    return sorted(times)[max(0, round(len(times) * 0.95) - 1)]


def users_deck(shared: Path, folder: Path, copies: int) -> Path:
    """The user's deck, its pictures made up, with the slide that is edited; its slides as often as is wanted."""
    folder.mkdir()
    text = (shared / "seed/slides.md").read_text(encoding="utf-8")
    text = re.sub(r'src="(?:\./)?([\w.-]+\.(?:png|webp|jpg))"', r'src="./\1"', text)
    text = re.sub(r"background: http\S+", "background: ./edited.png", text)
    for name in re.findall(r'src="\./([\w.-]+)"', text):
        stream = io.BytesIO()
        Image.new("RGB", (320, 180), (90, 120, 160)).save(stream, "WEBP" if name.endswith("webp") else "PNG")
        (folder / name).write_bytes(stream.getvalue())
    head, first, rest = re.split(r"(?<=\n)---\n(?=\n)", text, maxsplit=2)[0], "", ""
    match = re.match(r"(---\n.*?\n---\n.*?\n)(---\n.*)", text, re.S)
    assert match is not None and head is not None and not first and not rest
    body = match[2].rstrip()
    numbered = (re.sub(r"^# ", f"# {number} ", body, flags=re.M) for number in range(1, copies))
    (folder / "slides.md").write_text("\n".join([match[1] + EDITED, body, *numbered, ""]), encoding="utf-8")
    (folder / "edited.png").write_bytes(picture(50))
    return folder


def with_slidev(folder: Path) -> None:
    """Make a Slidev project of a deck's folder."""
    command = [sys.executable, "-m", "slidewright", "build", "slides.md", "--to", "slidev", "-o", "project"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    shutil.copy(folder / "project/package.json", folder)
    shutil.rmtree(folder / "project")
    shutil.copytree(Path(LAB) / "node_modules", folder / "node_modules", symlinks=True, copy_function=os.link)


class Measured(NamedTuple):
    """ms to the first slide, ms from saving to painted by kind of edit, MB of the server after them."""

    first: float
    edits: dict[str, list[float]]
    memory: float

    def told(self, name: str) -> str:
        kinds = ", ".join(f"{kind} {median(times):.0f}/{p95(times):.0f}" for kind, times in self.edits.items())
        first = f"first slide {self.first / 1000:5.2f} s"
        return f"{name:12} {first}, saved to painted p50/p95 in ms: {kinds}; {self.memory:.0f} MB"


def measured(server: Server, folder: Path, browser: Browser, cache: Path, count: int) -> Measured:
    before = (folder / "slides.md").read_bytes()
    with running(server, folder, browser, cache) as live:
        time.sleep(4)  # both go on working for a while after the first slide
        kinds = [kind for kind in KINDS if kind.name != "image" or server is OURS]  # Slidev keeps the old picture
        for kind in kinds:
            live.edits(kind, range(1, 2))  # a first edit is another thing
        edits = {kind.name: live.edits(kind, range(2, 2 + count)) for kind in kinds}
        found = Measured(live.first, edits, live.memory())
    (folder / "slides.md").write_bytes(before)
    (folder / "edited.png").write_bytes(picture(50))
    return found


@beside_slidev
@pytest.mark.parametrize("copies", [1, 25], ids=["user", "long"])
def test_a_preview_beside_slidevs(
    shared: Path, tmp_path: Path, chromium: Browser, copies: int, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = users_deck(shared, tmp_path / "deck", copies)
    with_slidev(folder)
    count = int(os.environ.get("SLIDEWRIGHT_BENCH_EDITS", "50"))
    theirs = measured(THEIRS, folder, chromium, tmp_path / "cache", count)
    ours = measured(OURS, folder, chromium, tmp_path / "cache", count)
    with capsys.disabled():
        slides = (folder / "slides.md").read_text(encoding="utf-8").count("\n---\n")
        sys.stdout.write(
            f"\n{copies} x the user's deck ({slides} rulers)\n{theirs.told('slidev')}\n{ours.told('ours')}\n"
        )
    assert ours.first * 3 < theirs.first
    for kind in ("text", "frontmatter", "code"):
        assert median(ours.edits[kind]) < median(theirs.edits[kind]), kind
    assert ours.memory < theirs.memory
