"""A window that looks at the preview: what it shows, and what waits to be sent to it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from slidewright.serve.outbox import Outbox
from slidewright.serve.studio_protocol import Message

DRAWINGS = " - drawings"
SHARED = (" - shared", DRAWINGS)
"""How the channels end that Slidev's windows share."""
CHANNELS = 16  # that are kept; a deck has two

_MOST_SLIDES = 1000  # of one message


@dataclass(eq=False, slots=True)
class Window:
    """One connected window. It gets nothing before it has said hello."""

    is_local: bool
    outbox: Outbox = field(default_factory=Outbox)
    view: str = ""
    greeted: int = 0
    """Grows from window to window with each hello; 0 before the first."""
    is_visible: bool = True

    @property
    def is_remote_control(self) -> bool:
        """Is it the page of a phone, which shows no slides?"""
        return self.view == "remote"

    def can_measure(self) -> bool:
        """Does it show slides, on this machine and in sight?"""
        return self.greeted > 0 and self.is_local and self.is_visible and self.view in ("play", "presenter")


def to_text(message: Any) -> str:
    """A message, or what else is answered, as JSON: in ASCII, since a deck may hold halves of characters."""
    return json.dumps(message, separators=(",", ":"))


def from_text(text: Any) -> Message:
    """The message of a text; an empty one where that is none."""
    try:
        found = json.loads(text)
    except (TypeError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def numbers(values: Any) -> list[int]:
    """The slide numbers in what a window sent."""
    found = values if isinstance(values, list) else []
    return [one for one in found[:_MOST_SLIDES] if type(one) is int and one > 0]


def whole(value: Any) -> int | None:
    """The whole number that a window sent; None for anything else."""
    return value if type(value) is int else None


def measures(values: Any) -> list[dict[str, Any]]:
    """The measured slides in what a window sent."""
    found = values if isinstance(values, list) else []
    return [one for one in found[:_MOST_SLIDES] if isinstance(one, dict) and numbers([one.get("no")])]


def is_shared(channel: Any, state: Any) -> bool:
    """Is this the state of a channel that windows share?"""
    return isinstance(channel, str) and channel.endswith(SHARED) and isinstance(state, dict)
