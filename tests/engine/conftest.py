from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from slidewright.engine import Engine, EngineError, manifest


@pytest.fixture(scope="session")
def bundles() -> None:
    try:
        manifest()
    except EngineError:
        pytest.skip("the JavaScript bundles are not built; `pip install -e .` makes them")


@pytest.fixture(scope="session")
def engine(bundles: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """One engine for all tests, with a cache of its own."""
    with Engine(tmp_path_factory.mktemp("cache")) as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache"
