"""The states of a deck that pages have seen, as the messages from one to the next."""

from __future__ import annotations

import secrets

from slidewright.render.live import LiveDeck, snapshot, update
from slidewright.render.live.updates import is_nothing
from slidewright.serve.studio_protocol import Message

KEPT = 40  # updates, for pages that have missed some


class History:
    """What is shown, and how it became so. `version` grows with each change; `run` tells this process from another."""

    def __init__(self) -> None:
        self.run, self.version = secrets.token_hex(8), 0
        self.deck: LiveDeck | None = None
        self._updates: dict[int, Message] = {}

    def take(self, deck: LiveDeck) -> Message | None:
        """Go on to another state; the message for all pages, None where they would see no difference."""
        before, self.deck = self.deck, deck
        if before is None:
            self.version = 1
            return None
        message = update(before, deck, self.run, self.version + 1)
        if is_nothing(message, before, deck):
            return None
        self._updates[self.version] = message
        self.version += 1
        for one in list(self._updates)[:-KEPT]:
            del self._updates[one]
        return message

    def since(self, run: object, version: object) -> list[Message]:
        """What a page that shows a version of a run has missed: nothing, updates, or one with everything in it."""
        if run == self.run and version in (self.version, *self._updates):
            return [message for one, message in self._updates.items() if one >= version]
        return [snapshot(self.deck, self.run, self.version)] if self.deck else []
