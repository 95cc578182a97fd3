"""The command as a process: what it says, and that it ends at once and whole, whatever it is at."""

from __future__ import annotations

import fcntl
import os
import pty
import random
import re
import signal
import socket
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import httpx
import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from slidewright.resources import bundle_folder

FAKE = Path(__file__).with_name("fake_preview.py")
REAL = "real"
SLIDES = "# One\n" + "".join(f"\n---\n\n```ts\nconst a{number} = {number}\n```\n" for number in range(40))
LIMIT = 1.0  # seconds from a signal to the end
SLACK = 5.0  # of a loaded machine
SIGNALS = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]


class Process:
    """A preview in a folder of its own; what it says goes to a file, as it comes."""

    def __init__(self, folder: Path, work: str, *arguments: str, **environment: str) -> None:
        self.folder = folder
        (folder / "slides.md").write_text(SLIDES)
        self._log = (folder / "log").open("w")
        program = ["-m", "slidewright"] if work == REAL else [str(FAKE), work]
        environment = {**os.environ, "SLIDEWRIGHT_CACHE_DIR": str(folder / "cache"), **environment}
        command = [sys.executable, *program, "serve", *arguments]
        self.process = subprocess.Popen(
            command, cwd=folder, stdout=self._log, stderr=self._log, env=environment, start_new_session=True
        )

    @property
    def said(self) -> str:
        return (self.folder / "log").read_text()

    def wait_for(self, condition: Callable[[], object]) -> None:
        deadline = time.monotonic() + 20
        while not condition():
            assert self.process.poll() is None and time.monotonic() < deadline, self.said
            time.sleep(0.01)

    def url(self) -> str:
        """The address that is said, once it is open."""
        self.wait_for(lambda: "Ctrl-C ends" in self.said)
        return re.findall(r"http://localhost\S+/(?:\?\S+)?(?=\n)", self.said)[0]

    def end(self, *signals: int) -> tuple[int, float]:
        """Send signals; the exit code, and the seconds until the end."""
        start = time.monotonic()
        for number in signals:
            self.process.send_signal(number)
            time.sleep(0.05 if len(signals) > 1 else 0)
        code = self.process.wait(20)
        return code, time.monotonic() - start

    def has_engine(self) -> bool:
        """Does its engine still run?"""
        pid = self.folder / "engine"
        return pid.exists() and Path(f"/proc/{pid.read_text()}").exists()

    def beside(self) -> list[str]:
        """What runs in its session once it has ended: its engines."""
        found: list[str] = []
        for path in Path("/proc").glob("[0-9]*/stat"):
            with suppress(OSError):  # it has ended meanwhile
                state, _, _, session = path.read_text().rpartition(") ")[2].split()[:4]
                found += [path.parent.name] if session == str(self.process.pid) and state != "Z" else []
        return found

    def leaves(self) -> list[str]:
        """What still runs when all that is told of the end has had time to end, too."""
        deadline = time.monotonic() + SLACK
        while (left := self.beside()) and time.monotonic() < deadline:
            time.sleep(0.02)
        return left

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self._log.close()


Start = Callable[..., Process]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    started: list[Process] = []

    def run(work: str, *arguments: str, **environment: str) -> Process:
        folder = tmp_path / str(len(started))
        folder.mkdir()
        started.append(Process(folder, work, *arguments, **environment))
        return started[-1]

    yield run
    for process in started:
        process.close()


def test_it_says_where_the_deck_is_to_be_seen(start: Start) -> None:
    process = start("idle")
    url = process.url()
    assert httpx.get(url).status_code == 200
    assert f"slides     {url}\n" in process.said
    assert f"presenter  {url}presenter\n" in process.said
    assert "token" not in process.said and "network" not in process.said
    httpx.get(f"{url}nowhere")
    assert process.end(signal.SIGINT)[0] == 0
    assert process.said.endswith("watching for changes; Ctrl-C ends\n")


def test_two_previews_get_two_ports(start: Start) -> None:
    assert start("idle").url() != start("idle").url()


@pytest.mark.parametrize("number", SIGNALS, ids=lambda number: number.name)
@pytest.mark.parametrize("work", ["idle", "thread", "blocked", "stubborn"])
def test_a_signal_ends_it_at_once_with_all_that_runs_beside_it(start: Start, work: str, number: int) -> None:
    process = start(work)
    process.wait_for((process.folder / "live").exists)
    if work in ("idle", "thread"):
        process.url()
    assert process.has_engine()
    code, seconds = process.end(number)
    assert (code, process.leaves()) == (0, []), process.said
    assert seconds < LIMIT + SLACK
    assert "Traceback" not in process.said and "Exception" not in process.said


@pytest.mark.parametrize("number", SIGNALS, ids=lambda number: number.name)
def test_a_signal_while_the_studio_starts_is_exit_code_130(start: Start, number: int) -> None:
    process = start("start")
    process.wait_for((process.folder / "starting").exists)
    code, seconds = process.end(number)
    assert (code, process.leaves()) == (130, [])
    assert seconds < LIMIT + SLACK
    assert "Traceback" not in process.said


def test_a_signal_at_any_moment_of_the_start_leaves_nothing_behind(start: Start) -> None:
    for moment in range(8):
        process = start("idle")
        process.wait_for((process.folder / "engine").exists)
        time.sleep(moment * 0.02)
        code, seconds = process.end(SIGNALS[moment % 3])
        assert code in (0, 130)
        assert process.leaves() == []
        assert seconds < LIMIT + SLACK
        assert "Traceback" not in process.said


@pytest.mark.parametrize("moment", [0, 0.1, 0.3, 0.5, 0.8, 1.2, 2])
def test_a_signal_while_the_engine_works_leaves_no_engine_behind(start: Start, moment: float) -> None:
    if not (bundle_folder() / "manifest.json").is_file():
        pytest.skip("the JavaScript bundles are not built in this checkout")
    process = start(REAL)
    process.url()
    time.sleep(moment)
    if moment > 1:
        (process.folder / "slides.md").write_text(SLIDES.replace("const", "let"))
        time.sleep(0.15)
    code, seconds = process.end(signal.SIGINT)
    assert (code, process.leaves()) == (0, []), process.said
    assert seconds < LIMIT + SLACK
    assert "Traceback" not in process.said


def test_ctrl_c_at_random_moments_of_a_real_start_leaves_no_process(start: Start) -> None:
    if not (bundle_folder() / "manifest.json").is_file():
        pytest.skip("the JavaScript bundles are not built in this checkout")
    began = time.monotonic()
    first = start(REAL)
    first.url()
    whole = time.monotonic() - began
    assert first.end(signal.SIGINT)[0] == 0
    for _ in range(10):
        process = start(REAL)
        time.sleep(random.uniform(0, whole))
        process.end(signal.SIGINT)
        assert process.leaves() == [], process.said


def test_under_nohup_it_outlives_its_terminal(start: Start) -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)  # which a process inherits
    try:
        process = start("idle")
    finally:
        signal.signal(signal.SIGHUP, before)
    url = process.url()
    process.process.send_signal(signal.SIGHUP)
    time.sleep(0.3)
    assert httpx.get(url).status_code == 200
    assert process.end(signal.SIGTERM)[0] == 0


def test_open_windows_and_downloads_hold_up_no_end(start: Start) -> None:
    process = start("idle")
    (process.folder / "film").write_bytes(bytes(50_000_000))
    url = process.url()
    port = int(url.split(":")[2].strip("/"))
    with (
        connect(f"ws://localhost:{port}/@slidewright/live", origin=f"http://localhost:{port}", proxy=None) as window,
        socket.create_connection(("127.0.0.1", port)) as film,
        socket.create_connection(("127.0.0.1", port)),
    ):
        film.sendall(f"GET /@slidewright/files/film HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n".encode())
        assert b"200 OK" in film.recv(1000)
        code, seconds = process.end(signal.SIGINT)
        with pytest.raises(ConnectionClosed):
            window.recv(5)
    assert code == 0
    assert seconds < LIMIT + SLACK
    assert "Traceback" not in process.said


def test_a_second_signal_ends_it_where_it_stands(start: Start) -> None:
    process = start("thread")
    process.url()
    code, seconds = process.end(signal.SIGINT, signal.SIGINT)
    assert (code, process.leaves()) == (0, [])
    assert seconds < 0.6 + SLACK


@pytest.mark.parametrize(
    ("work", "code", "words"),
    [
        ("fails", 3, "ZeroDivisionError: inside"),
        ("tells", 2, "slides.md: is gone"),
        ("returns", 3, "nothing watches the deck any more"),
    ],
)
def test_a_studio_that_fails_is_told_with_its_exit_code(start: Start, work: str, code: int, words: str) -> None:
    process = start(work)
    assert process.process.wait(20) == code
    assert words in process.said
    assert "Traceback" not in process.said
    assert process.leaves() == []


def test_a_port_in_use_is_told(start: Start) -> None:
    taken = start("idle").url().split(":")[2].strip("/")
    process = start("idle", "--port", taken)
    assert process.process.wait(20) == 2
    assert f"port {taken} is in use" in process.said
    assert not (process.folder / "engine").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["gone.md"], "gone.md: no such file"),
        (["--host", "192.0.2.1"], "not an address of this machine"),
        (["--port", "0"], "--port"),
        (["--port", "70000"], "--port"),
        (["--editor", "no-such-editor"], "no command `no-such-editor`"),
    ],
    ids=["deck", "host", "port 0", "port 70000", "editor"],
)
def test_what_cannot_be_is_exit_code_2(start: Start, arguments: list[str], words: str) -> None:
    process = start("idle", *arguments)
    assert process.process.wait(20) == 2
    assert words in process.said
    assert "Traceback" not in process.said


def test_a_phone_gets_an_address_with_a_token_and_others_nothing(start: Start) -> None:
    process = start("idle", "--remote")
    url = process.url()
    remote = re.findall(r"remote +(http://\S+/remote\?token=\S+)", process.said)[0]
    assert "warning: others in your network can see this deck" in process.said
    assert "█" not in process.said  # no terminal to draw a code on
    with httpx.Client() as phone:
        assert phone.get(remote).status_code == 303
        assert phone.get(remote.split("?")[0]).status_code in (200, 404)
    assert httpx.get(remote.split("?")[0]).status_code == 403
    assert httpx.get(url.split("?")[0]).status_code == 403


def test_a_terminal_shows_a_code_for_the_phone_and_ctrl_c_ends(tmp_path: Path) -> None:
    (tmp_path / "slides.md").write_text("# One\n")
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(tmp_path)
        command = [sys.executable, str(FAKE), "idle", "serve", "--remote"]
        os.execve(sys.executable, command, {**os.environ, "TERM": "xterm", "COLUMNS": "100"})
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 100, 0, 0))
    shown, deadline = b"", time.monotonic() + 20
    while b"Ctrl-C ends" not in shown and time.monotonic() < deadline:
        shown += os.read(terminal, 65536)
    os.write(terminal, b"\x03")
    with suppress(OSError):
        while os.read(terminal, 65536):
            pass
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0
    os.close(terminal)
    text = shown.decode()
    assert text.count("█") > 100
    assert "\x1b[97;40m" in text


def test_the_browser_is_opened_when_the_preview_listens(start: Start, tmp_path: Path) -> None:
    script = tmp_path / "browser"
    script.write_text(f'#!/bin/sh\necho "$1" > "{tmp_path}/opened"\n')
    script.chmod(0o755)
    process = start("idle", "--open", BROWSER=f"{script} %s")
    url = process.url()
    process.wait_for(lambda: (tmp_path / "opened").exists() and (tmp_path / "opened").read_text())
    assert (tmp_path / "opened").read_text().strip() == url


def test_other_commands_import_nothing_of_a_server(tmp_path: Path) -> None:
    (tmp_path / "slides.md").write_text("# One\n")
    names = "('starlette', 'uvicorn', 'websockets', 'segno', 'asyncio', 'slidewright.serve')"
    script = f"""
import sys
from slidewright.cli import main
try:
    main(["check", "slides.md"])
except SystemExit:
    print([name for name in {names} if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
