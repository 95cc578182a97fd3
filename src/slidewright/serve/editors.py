"""The author's editor: its command line for a place in a file, or an address that the page itself opens."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from pathlib import PurePath
from typing import NamedTuple
from urllib.parse import quote

from slidewright.errors import UsageError
from slidewright.serve.studio_protocol import Place

_GOTO = ("--goto", "{file}:{line}:{column}")
_COLONS = ("{file}:{line}:{column}",)
_OPTIONS = ("--line", "{line}", "--column", "{column}", "{file}")
_PLUS = ("+{line}:{column}", "{file}")
_CURSOR = ("+call cursor({line},{column})", "{file}")

WINDOWED: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys("code code-insiders codium vscodium cursor windsurf positron trae".split(), _GOTO),
    **dict.fromkeys("zed zeditor subl sublime_text atom pulsar lapce".split(), _COLONS),
    **dict.fromkeys("idea pycharm webstorm phpstorm rubymine goland clion rider rustrover".split(), _OPTIONS),
    **dict.fromkeys("kate kwrite".split(), _OPTIONS),
    **dict.fromkeys("gedit gnome-text-editor xed pluma".split(), _PLUS),
    **dict.fromkeys("gvim mvim".split(), _CURSOR),
    "mate": ("--line", "{line}:{column}", "{file}"),
    "emacsclient": ("-n", "+{line}:{column}", "{file}"),
    "notepad++": ("-n{line}", "-c{column}", "{file}"),
}
"""Editors with a window of their own, and how each is told a place."""

TERMINAL = frozenset("vi vim nvim vimdiff nano pico hx helix micro emacs kak joe jed ne ed mcedit ee mg".split())
"""Editors that want the terminal, which the preview has."""

_IN_TERMINAL = {"-nw", "-t", "--tty", "--no-window-system"}
_WAITING = {"-w", "--wait"}
_FIELD = re.compile(r"\{(file|line|column)\}")


class Editor(NamedTuple):
    """A command line with `{file}`, `{line}` and `{column}` in it, argument by argument."""

    arguments: tuple[str, ...]

    def command(self, place: Place) -> list[str]:
        """The command line that opens a place. A file's path is absolute, and so never taken for an option."""
        fields = {"file": str(place.file), "line": str(place.line), "column": str(place.column)}
        return [_FIELD.sub(lambda found: fields[found[1]], argument) for argument in self.arguments]

    def open(self, place: Place, failed: Callable[[str], None]) -> None:
        """Open a place without waiting for the editor, which outlives us; `failed` gets the reason where it is not."""
        threading.Thread(target=_run, args=(self.command(place), failed), daemon=True).start()


def chosen(option: str | None, environment: Mapping[str, str]) -> Editor | None:
    """The editor that `--editor` names, else that of `VISUAL` or `EDITOR` where it has a window of its own.

    None where the page is to open an address itself. Raises UsageError for an option that names no such editor.
    """
    if option is not None:
        return _named(option)
    for variable in ("VISUAL", "EDITOR"):
        words = _words(environment.get(variable, ""))
        known = _known(words) if words else None
        if known is not None and shutil.which(known.arguments[0]):
            return known
    return None


def address(place: Place) -> str:
    """The address that opens a place in VS Code, wherever the preview is looked at on this machine."""
    path = place.file.as_posix()
    return f"vscode://file/{quote(path.lstrip('/'), safe='/:')}:{place.line}:{place.column}"


def _named(option: str) -> Editor:
    words = _words(option)
    if not words:
        raise UsageError(f"--editor takes a command such as `code`, or one with {{file}} in it, not `{option}`")
    if shutil.which(words[0]) is None:
        raise UsageError(f"--editor {option}: no command `{words[0]}` on the PATH")
    if _FIELD.search(option):
        return Editor(tuple(words))
    if _is_in_terminal(words):
        raise UsageError(f"--editor {option}: the preview has the terminal; name an editor with a window of its own")
    return _known(words) or Editor((*words, "{file}"))


def _known(words: list[str]) -> Editor | None:
    """The command line of an editor with a window of its own; those that wait until a file is closed need not."""
    syntax = WINDOWED.get(_name(words[0]))
    if syntax is None or _is_in_terminal(words):
        return None
    return Editor((words[0], *(word for word in words[1:] if word not in _WAITING), *syntax))


def _is_in_terminal(words: list[str]) -> bool:
    return _name(words[0]) in TERMINAL or not _IN_TERMINAL.isdisjoint(words)


def _name(command: str) -> str:
    return re.sub(r"\.(exe|cmd|bat|com)$|64\.exe$", "", PurePath(command).name.lower())


def _words(command: str) -> list[str]:
    try:
        return shlex.split(command, posix=sys.platform != "win32")
    except ValueError:
        return []


def _run(command: list[str], failed: Callable[[str], None]) -> None:
    """Start an editor apart from our terminal, and take note of its end so that no dead process stays."""
    program = shutil.which(command[0]) or command[0]
    detached = getattr(subprocess, "DETACHED_PROCESS", 0)
    try:
        process = subprocess.Popen(
            [program, *command[1:]],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            creationflags=detached,
        )
    except (OSError, ValueError) as error:
        failed(f"{command[0]} does not start: {error}")
        return
    if process.wait() and process.returncode > 0:
        failed(f"{command[0]} ended with exit code {process.returncode}")
