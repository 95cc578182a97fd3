from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from chromium import Browser, required
from measures import Measure, measured
from photographs import SWITCHES, Series, build

from slidewright.resources import bundle_folder

REPOSITORY = Path(__file__).parents[2]
FONTS = ("DejaVu Sans", "Liberation Mono", "Noto Sans CJK SC")
Measured = Callable[[Series], dict[str, Measure]]


@pytest.fixture(scope="session")
def references() -> Path | None:
    """Pictures of the real Slidev, where they are beside the repository."""
    folder = REPOSITORY.parent / "shared/reference/feature"
    return folder if folder.is_dir() else None


@pytest.fixture(scope="session")
def fonts() -> None:
    """The fonts of the reference: with others every line of text is another picture."""
    for font in FONTS:
        found = subprocess.run(["fc-match", "--format=%{family}", font], capture_output=True, text=True, check=False)
        if font not in found.stdout.split(","):
            pytest.skip(f"the reference's font {font} is not installed")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with Browser(required(), *SWITCHES) as browser:
        yield browser


@pytest.fixture(scope="session")
def measure(
    fonts: None, browser: Browser, references: Path | None, tmp_path_factory: pytest.TempPathFactory
) -> Measured:
    """What every picture of a series differs by; each theme is built once and each series photographed once."""
    if not (bundle_folder() / "manifest.json").is_file():
        pytest.skip("the JavaScript bundles are not built in this checkout")
    folder = tmp_path_factory.mktemp("visual")
    pages: dict[str, Path] = {}
    results: dict[Series, dict[str, Measure]] = {}

    def run(series: Series) -> dict[str, Measure]:
        if series not in results:
            page = pages.setdefault(series.theme, folder / series.theme / "out.html")
            if not page.exists():
                build(folder, series.theme)
            results[series] = measured(browser, page, series, references)
        return results[series]

    return run
