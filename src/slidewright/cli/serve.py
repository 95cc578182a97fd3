"""`slidewright serve`, or `preview`: a deck in the browser, with every change as it is saved."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from slidewright.cli.decks import read_entry
from slidewright.cli.options import DECK, ROOT

if TYPE_CHECKING:
    from slidewright.engine import Engine
    from slidewright.serve.addresses import Addresses
    from slidewright.serve.studio_protocol import Studio

ANYWHERE = "0.0.0.0"
_SHARED = "others in your network can see this deck, if they have an address with its token"
_WHITE_ON_BLACK, _PLAIN = "\x1b[97;40m", "\x1b[0m"  # a camera may not read a code of the other way round
_EDITOR = (
    "Editor for “open in editor”: a command such as `code`, or one with {file} {line} {column}.  [default: VISUAL]"
)


@click.command("serve", short_help="Show a deck in the browser, and every change of it.")
@DECK
@click.option(
    "--port", type=click.IntRange(1, 65535), help="Port to listen on.  [default: the first free one from 3030 up]"
)
@click.option("--host", metavar="ADDRESS", help="Address to listen on for other devices, too, such as 0.0.0.0.")
@click.option(
    "--remote", is_flag=True, help="Let a phone step the slides: print its address, and a code for its camera."
)
@click.option("--open", "opens", is_flag=True, help="Open the deck in the browser.")
@click.option("--editor", metavar="COMMAND", help=_EDITOR)
@click.option("--no-overflow", is_flag=True, help="Do not have the page measure what is cut off on slides.")
@ROOT
def command(
    deck: Path,
    port: int | None,
    host: str | None,
    remote: bool,
    opens: bool,
    editor: str | None,
    no_overflow: bool,
    root: Path | None,
) -> int:
    """Show DECK (slides.md without one) in the browser, watch its files, and show each change at once.

    What `check` knows stands in the page and in the terminal. The presenter's view, other windows and a phone follow
    each other. Only this machine can connect, unless --host or --remote say otherwise; then the addresses that are
    printed have a token, and nothing is shown without it. Ctrl-C ends. `preview` is this command's other name.

    Exit code 0: ended; 2: usage, a port that is taken, or a deck that is not there; 3: a fault of slidewright.
    """
    read_entry(deck, root)  # what is wrong inside is for the page to show
    if remote and host is None:
        host = ANYWHERE
    from slidewright.engine import open_engine

    engine = open_engine()
    engine.get_ahead()
    from slidewright.serve.server import Terminal, Wishes, serve

    def opened(addresses: Addresses) -> None:
        _tell(addresses, remote)
        if opens:
            _open(addresses.slides)

    return serve(
        lambda: _studio(deck, root, engine, no_overflow), Wishes(host, port, editor), Terminal(_say, opened, _leave)
    )


def _studio(deck: Path, root: Path | None, engine: Engine, no_overflow: bool) -> Studio:
    from slidewright.cli.studio import open_studio

    return open_studio(deck, root, engine, overflow=not no_overflow)


def _tell(addresses: Addresses, remote: bool) -> None:
    """Say where the deck is to be seen."""
    rows = [("slides", addresses.slides), ("presenter", addresses.presenter), ("network", addresses.network)]
    rows += [("remote", addresses.remote)] if remote else []
    _say("")
    for name, address in rows:
        if address:
            _say(f"  {name:<10} {address}")
    if remote and addresses.remote:
        _draw(addresses.remote)
    if addresses.network:
        _say(f"\nwarning: {_SHARED}")
    _say("\nwatching for changes; Ctrl-C ends")


def _draw(address: str) -> None:
    """Draw an address for a phone's camera, where errors go to a terminal that can show it."""
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        return
    from slidewright.serve.addresses import qr_code

    lines = qr_code(address).split("\n")
    if os.get_terminal_size(sys.stderr.fileno()).columns >= len(lines[0]):
        _say("\n" + "\n".join(f"{_WHITE_ON_BLACK}{line}{_PLAIN}" for line in lines))


def _open(address: str) -> None:
    """Open the browser, which may take its time or the terminal, without waiting for it."""
    import threading
    import webbrowser

    threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()


def _say(line: str) -> None:
    click.echo(line, err=True)


def _leave(code: int) -> None:
    """End the process where it stands: something in it does not end by itself."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(code)
