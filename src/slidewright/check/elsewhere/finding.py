"""What is known of a finding that `check` does not make."""

from __future__ import annotations

from typing import NamedTuple


class Elsewhere(NamedTuple):
    """A finding of other commands. `by` names them; the explanation is Markdown whose first line sums it up."""

    name: str
    by: tuple[str, ...]
    explanation: str

    @property
    def summary(self) -> str:
        """The first sentence of the explanation."""
        return self.explanation.split("\n", 1)[0]

    @property
    def label(self) -> str:
        """By whom it is told, and how severe it is."""
        return f"told by {' and '.join(f'`{name}`' for name in self.by)}, warning"


def told_by(*by: str, **explanations: str) -> tuple[Elsewhere, ...]:
    """Findings of the same commands, each by its name with `_` for `-`."""
    return tuple(Elsewhere(name.replace("_", "-"), by, text.strip()) for name, text in explanations.items())
