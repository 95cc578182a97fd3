from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fakes import FakeStudio, Served, served


@pytest.fixture
def studio(tmp_path: Path) -> FakeStudio:
    (tmp_path / "slides.md").write_text("# One\n\n---\n\n# Two\n")
    return FakeStudio(tmp_path)


@pytest.fixture
def preview(studio: FakeStudio) -> Iterator[Served]:
    """A preview that only this machine can see."""
    with served(studio) as running:
        yield running
