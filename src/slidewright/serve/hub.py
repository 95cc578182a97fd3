"""The windows that look at the preview: each hears what changed, and what another one of them does."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from itertools import count

from starlette.websockets import WebSocket, WebSocketDisconnect

from slidewright.serve.access import is_loopback
from slidewright.serve.channels import Channel
from slidewright.serve.drawings import cleaned
from slidewright.serve.opening import Opening
from slidewright.serve.studio_protocol import Message, Studio
from slidewright.serve.windows import (
    CHANNELS,
    DRAWINGS,
    Window,
    from_text,
    is_shared,
    measures,
    numbers,
    to_text,
    whole,
)

_TRY_AGAIN = 1013  # why a web socket is closed: the window is to come back
_PATIENCE = 1.0  # seconds for a window to take its closing


class Hub:
    """All connected windows, and the last state of each channel that they share."""

    def __init__(self, studio: Studio, opening: Opening) -> None:
        self._studio, self._opening = studio, opening
        self._windows: list[Window] = []
        self._channels: dict[str, Channel] = {}
        self._greetings = count(1)
        self._actions: dict[str, Callable[[Window, Message], None]] = {
            "visible": self._see,
            "state": self._share,
            "want": lambda window, message: self._studio.wanted(numbers(message.get("slides"))),
            "measured": lambda window, message: self._studio.measured(measures(message.get("slides"))),
            "open": self._open,
            "ping": lambda window, message: window.outbox.put('{"type":"pong"}'),
        }

    async def send(self, message: Message) -> None:
        """Send what the studio says: to all windows, or what is to be measured to one that can."""
        if message.get("type") == "measure":
            self._send_to_one(message)
        elif message.get("type") == "findings":
            for window in self._greeted():
                self._send_findings(window, message)
        else:
            self._broadcast(message)

    async def join(self, socket: WebSocket) -> None:
        """Serve a window until it leaves, or does not read what it is sent."""
        await socket.accept()
        window = Window(is_loopback(socket.client.host) if socket.client else False)
        self._windows.append(window)
        work = [_written(socket, window), self._read(socket, window), window.outbox.is_full.wait()]
        tasks = [asyncio.ensure_future(one) for one in work]
        try:
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        finally:
            self._windows.remove(window)
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
        with suppress(TimeoutError, WebSocketDisconnect, RuntimeError):
            await asyncio.wait_for(socket.close(_TRY_AGAIN), _PATIENCE)
        for task in done:
            task.result()

    async def _read(self, socket: WebSocket, window: Window) -> None:
        """Do what a window asks for, until it leaves; what means nothing is passed over."""
        while (received := await socket.receive())["type"] == "websocket.receive":
            message = from_text(received.get("text"))
            if message.get("type") == "hello":
                await asyncio.to_thread(self._studio.wait)  # a page of an earlier run may be here before the deck
                self._greet(window, message)
            elif action := self._actions.get(str(message.get("type"))):
                action(window, message)

    def _greet(self, window: Window, message: Message) -> None:
        window.view = str(message.get("view", ""))
        window.is_visible = message.get("visible", True) is True
        window.greeted = next(self._greetings)
        run, version = self._studio.run, self._studio.version
        way = self._opening.way(window.is_local)
        if drawn := self._studio.drawings():
            self._channels.setdefault(f"{self._studio.title}{DRAWINGS}", Channel(dict(drawn)))
        states = {name: channel.state for name, channel in self._channels.items()}
        numbers = {name: channel.number for name, channel in self._channels.items()}
        welcome = {"type": "welcome", "run": run, "version": version, "states": states, "numbers": numbers}
        window.outbox.put(to_text({**welcome, "editor": way}))
        if not window.is_remote_control:
            for missed in self._studio.since(message.get("run"), message.get("version")):
                window.outbox.put(to_text(missed))
        self._send_findings(window, self._studio.findings())

    def _see(self, window: Window, message: Message) -> None:
        window.is_visible = message.get("visible") is True

    def _share(self, window: Window, message: Message) -> None:
        """Take what a window says to a channel, hand it to all others, and tell it what is otherwise."""
        name, state = message.get("channel"), message.get("state")
        if not is_shared(name, state) or (name not in self._channels and len(self._channels) >= CHANNELS):
            return
        assert isinstance(name, str) and isinstance(state, dict)
        channel = self._channels.setdefault(name, Channel())
        is_drawn = name.endswith(DRAWINGS)
        state = cleaned(state, channel.state) if is_drawn else state
        if channel.take(window, state, whole(message.get("after"))):
            text = to_text({"type": "state", "channel": name, "state": channel.state, "number": channel.number})
            for other in self._greeted():
                if other is not window:
                    other.outbox.put(text, instead_of=name)
            if is_drawn:
                self._studio.drawn(channel.state)
        if (no := whole(message.get("no"))) is not None:
            answer = {"type": "taken", "channel": name, "no": no, "number": channel.number}
            unlike = channel.unlike(message["state"])
            window.outbox.put(to_text({**answer, "unlike": unlike}), instead_of=f"taken {name}")

    def _open(self, window: Window, message: Message) -> None:
        way = self._opening.way(window.is_local)
        if way == "command":
            self._opening.open(message)
        elif way == "address" and (href := self._opening.href(message)) is not None:
            window.outbox.put(to_text({"type": "visit", "href": href}))

    def _greeted(self) -> list[Window]:
        return [window for window in self._windows if window.greeted]

    def _broadcast(self, message: Message) -> None:
        """Send one text to all; a remote control only needs to know that something changed."""
        text = to_text(message)
        short = to_text({key: message[key] for key in ("type", "from", "version") if key in message})
        for window in self._greeted():
            window.outbox.put(short if window.is_remote_control else text)

    def _send_to_one(self, message: Message) -> None:
        """Send to the newest window that can measure; where there is none, nothing is measured."""
        able = [window for window in self._windows if window.can_measure()]
        if able:
            max(able, key=lambda window: window.greeted).outbox.put(to_text(message))

    def _send_findings(self, window: Window, message: Message) -> None:
        """Send findings, of which the newest are enough; with addresses where the page opens them itself."""
        if self._opening.way(window.is_local) == "address":
            message = self._opening.with_addresses(message)
        window.outbox.put(to_text(message), instead_of="findings")


async def _written(socket: WebSocket, window: Window) -> None:
    """Send what waits, one after the other."""
    with suppress(WebSocketDisconnect, RuntimeError):  # it has left
        while True:
            await socket.send_text(await window.outbox.take())
