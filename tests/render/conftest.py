from __future__ import annotations

from collections.abc import Iterator

import pytest

from slidewright.engine import Engine, open_engine
from slidewright.resources import bundle_folder


@pytest.fixture(scope="session")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    if not (bundle_folder() / "manifest.json").is_file():
        pytest.skip("the JavaScript bundles are not built in this checkout")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SLIDEWRIGHT_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        with open_engine() as engine:
            yield engine
