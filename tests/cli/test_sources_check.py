"""`--external` and `sources --check` against a server of this machine, as a user calls them."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from calling import run


class Answers(BaseHTTPRequestHandler):
    """What each path answers; everything else is gone."""

    def do_GET(self) -> None:
        code = {"/page": 200, "/busy": 503}.get(self.path, 404)
        self.send_response(code)
        self.send_header("Content-Type", "text/html")
        body = b'<p id="here">text</p>' if code == 200 else b""
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    do_HEAD = do_GET

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def talk(site: str, tmp_path: Path) -> Path:
    (tmp_path / "slides.md").write_text(
        f"# A\n\n[a]({site}/page#here) [b]({site}/page#gone) [c]({site}/busy)\n\nSource: {site}/nothing\n"
    )
    return tmp_path


RULES = ("--select", "external,dead-citation", "--format", "json")


def test_nothing_is_asked_without_being_told_to(talk: Path) -> None:
    assert json.loads(run("check", *RULES, cwd=talk).stdout)["diagnostics"] == []


def test_private_addresses_are_refused_unless_allowed(talk: Path, tmp_path: Path) -> None:
    done = run("check", "--external", *RULES, cwd=talk, SLIDEWRIGHT_CACHE_DIR=str(tmp_path / "cache"))
    assert {item["rule"] for item in json.loads(done.stdout)["diagnostics"]} == {"private-address"}


def test_each_state_has_its_rule_and_its_place(talk: Path, tmp_path: Path) -> None:
    cache = str(tmp_path / "cache")
    done = run("check", "--external", "--allow-private", *RULES, cwd=talk, SLIDEWRIGHT_CACHE_DIR=cache)
    found = [(item["rule"], item["severity"], item["line"]) for item in json.loads(done.stdout)["diagnostics"]]
    assert done.returncode == 1
    assert found == [("missing-anchor", "warning", 3), ("unreachable", "warning", 3), ("dead-citation", "error", 5)]


def test_sources_tell_the_state_of_every_citation(talk: Path, tmp_path: Path) -> None:
    cache = str(tmp_path / "cache")
    arguments = ("sources", "--check", "--allow-private")
    done = run(*arguments, "--format", "json", cwd=talk, SLIDEWRIGHT_CACHE_DIR=cache)
    (source,) = json.loads(done.stdout)["sources"]
    assert done.returncode == 1
    assert (source["state"]["status"], source["state"]["code"]) == ("dead", 404)
    assert "  dead 404  " in run(*arguments, cwd=talk, SLIDEWRIGHT_CACHE_DIR=cache).stdout
