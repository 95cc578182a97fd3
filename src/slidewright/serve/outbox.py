"""What waits to be sent to one window: bounded, so that a window that does not read holds up nothing else."""

from __future__ import annotations

import asyncio

MOST = 256  # messages
LARGEST = 64 << 20  # characters of all that wait; one message may be larger


class Outbox:
    """Texts in the order in which they were put; of the state of a channel only the newest."""

    def __init__(self) -> None:
        self._texts: dict[object, str] = {}
        self._size = 0
        self._changed = asyncio.Event()
        self.is_full = asyncio.Event()

    def put(self, text: str, instead_of: str | None = None) -> None:
        """Add a text, in place of the one that waits under the same name; after too many the box is full for good."""
        if self.is_full.is_set():
            return
        key: object = object() if instead_of is None else instead_of
        self._size += len(text) - len(self._texts.pop(key, ""))
        self._texts[key] = text
        self._changed.set()
        if len(self._texts) > MOST or (len(self._texts) > 1 and self._size > LARGEST):
            self._texts.clear()
            self.is_full.set()

    async def take(self) -> str:
        """The text that waits longest, as soon as there is one."""
        while not self._texts:
            self._changed.clear()
            await self._changed.wait()
        text = self._texts.pop(next(iter(self._texts)))
        self._size -= len(text)
        return text
